//! Every letter as people read it, in their language: plain text, calm, and nothing that whoever looks over a shoulder could learn from. The subject says less still.
//!
//! The words stand with those of the pages (`app/words/locales`, under "Mails"). Links are put in as they are: a mark of direction at the end of one would be taken for a
//! part of it.

use words::{Arg, Key, Locale, Piece, Said, key, say};

use super::Letter;

/// What stands in a letter beside its words.
#[derive(Clone, Debug)]
pub struct Place<'a> {
    /// The hospital that writes; none when the platform does.
    pub hospital: Option<&'a str>,
    /// The link, when the letter brings one.
    pub link: Option<&'a str>,
    /// Where the reader signs in.
    pub home: &'a str,
    /// Whether the address has an account already. The form that caused the letter must not say so; the owner of the address may know.
    pub known: bool,
    /// The language in which they read.
    pub locale: Locale,
}

/// Subject and text.
pub fn compose(letter: Letter, place: &Place<'_>) -> (&'static str, String) {
    let words = place.locale.words();
    let writer = place.hospital.unwrap_or("Wardlight");
    let (subject, body) = said(letter, place.known, writer);
    let filled: String = words
        .cut(&body)
        .into_iter()
        .map(|piece| match piece {
            Piece::Text(text) => text,
            Piece::Hole(LINK) => place.link.unwrap_or(place.home).to_owned(),
            Piece::Hole(_) => place.home.to_owned(),
        })
        .collect();
    let hello = words.of(key::MAIL_HELLO);
    (words.of(subject), format!("{hello}\n\n{filled}\n\n{writer}\n"))
}

/// The place of the link in a letter.
const LINK: u8 = 0;

fn said(letter: Letter, known: bool, writer: &str) -> (Key, Said) {
    let (link, home) = (Arg::hole(LINK), Arg::hole(LINK + 1));
    match letter {
        Letter::Reset => (key::MAIL_RESET_SUBJECT, say::mail_reset(link)),
        Letter::PasswordChanged => (key::MAIL_PASSWORD_CHANGED_SUBJECT, say::mail_password_changed(home)),
        Letter::LookAtAccount => (key::MAIL_LOOK_AT_ACCOUNT_SUBJECT, say::mail_look_at_account(home)),
        Letter::Message => (key::MAIL_MESSAGE_SUBJECT, say::mail_message(home)),
        Letter::Invitation => (key::MAIL_INVITATION_SUBJECT, say::mail_invitation(writer, link)),
        Letter::VerifyPatient if known => (key::MAIL_VERIFY_KNOWN_SUBJECT, say::mail_verify_known(home)),
        Letter::VerifyPatient => (key::MAIL_VERIFY_PATIENT_SUBJECT, say::mail_verify_patient(writer, link)),
        Letter::RegistrationConfirmed => (
            key::MAIL_REGISTRATION_CONFIRMED_SUBJECT,
            say::mail_registration_confirmed(writer, home),
        ),
        Letter::RegistrationRefused => (key::MAIL_VERIFY_KNOWN_SUBJECT, say::mail_registration_refused(writer)),
        Letter::VerifyHospital => (key::MAIL_VERIFY_PATIENT_SUBJECT, say::mail_verify_hospital(link)),
        Letter::HospitalRefused => (key::MAIL_HOSPITAL_REFUSED_SUBJECT, key::MAIL_HOSPITAL_REFUSED.into()),
        Letter::ChangeEmail if known => (key::MAIL_VERIFY_KNOWN_SUBJECT, say::mail_address_known(home)),
        Letter::ChangeEmail => (key::MAIL_CHANGE_EMAIL_SUBJECT, say::mail_change_email(link)),
        Letter::EmailChanged => (key::MAIL_EMAIL_CHANGED_SUBJECT, key::MAIL_EMAIL_CHANGED.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_is_plain_text_of_short_words_and_brings_its_link_alone_on_a_line() {
        let letters = [
            Letter::Reset,
            Letter::PasswordChanged,
            Letter::LookAtAccount,
            Letter::Message,
            Letter::Invitation,
            Letter::VerifyPatient,
            Letter::RegistrationConfirmed,
            Letter::RegistrationRefused,
            Letter::VerifyHospital,
            Letter::HospitalRefused,
            Letter::ChangeEmail,
            Letter::EmailChanged,
        ];
        let link = "http://wardlight.test/door?link=0123";
        for (letter, locale) in letters
            .into_iter()
            .flat_map(|letter| Locale::all().map(move |locale| (letter, locale)))
        {
            let place = Place {
                locale,
                hospital: Some("Hôpital du Lac"),
                link: letter.link().map(|_| link),
                home: "http://wardlight.test",
                known: false,
            };
            let (subject, text) = compose(letter, &place);
            let is_english = locale == Locale::ENGLISH;
            assert_eq!(text.contains("Hello,"), is_english, "{text}");
            assert!(
                !is_english || subject.is_ascii(),
                "{subject}: a subject of ASCII needs no encoding"
            );
            assert!(!text.contains("account") || is_english, "{text}");
            assert_eq!(text.lines().any(|line| line == link), letter.link().is_some(), "{text}");
            assert!(
                text.ends_with("Hôpital du Lac\n") && text.lines().all(|line| line.len() < 900),
                "{text}"
            );
        }
    }

    #[test]
    fn whoever_has_an_account_already_gets_no_link() {
        let place = Place {
            hospital: None,
            link: None,
            home: "http://wardlight.test",
            known: true,
            locale: Locale::ENGLISH,
        };
        for (letter, words) in [
            (Letter::VerifyPatient, "There is an account with it already"),
            (Letter::ChangeEmail, "It belongs to yours already"),
        ] {
            let (_, text) = compose(letter, &place);
            assert!(text.contains(words) && !text.contains("link="), "{text}");
        }
    }
}
