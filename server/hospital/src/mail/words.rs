//! Every letter as people read it: plain text, calm, and nothing that whoever looks over a shoulder could learn from. The subject says less still.

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
}

/// Subject and text.
pub fn compose(letter: Letter, place: &Place<'_>) -> (&'static str, String) {
    let writer = place.hospital.unwrap_or("Wardlight");
    let (home, link) = (place.home, place.link.unwrap_or(place.home));
    let (subject, body) = match letter {
        Letter::Reset => (
            "Set a new password for Wardlight",
            format!(
                "Somebody, most likely you, asked for a new password.\n\nOpen this link and choose one. It works once, for 30 minutes:\n\n{link}\n\n\
                 If it was not you, do nothing: your password stays as it is."
            ),
        ),
        Letter::PasswordChanged => (
            "Your password for Wardlight was changed",
            format!(
                "The password of your account was changed just now, and devices that were signed in were signed out.\n\nIf it was you, there is nothing to do.\n\n\
                 If it was not you, set a new one at once and tell the help desk of your hospital:\n\n{home}/recover"
            ),
        ),
        Letter::LookAtAccount => (
            "Something about your account in Wardlight",
            format!(
                "Something changed in how your account is signed in to. Wardlight shows what it was, on the page My account:\n\n{home}\n\n\
                 If you do not know it, set a new password and tell the help desk of your hospital."
            ),
        ),
        Letter::Message => (
            "There is a message for you in Wardlight",
            format!("There is a message for you in Wardlight. Sign in to read it:\n\n{home}"),
        ),
        Letter::Invitation => (
            "You are invited to Wardlight",
            format!(
                "{writer} invites you to work with Wardlight.\n\nOpen this link and choose a password. It works once, for seven days:\n\n{link}\n\n\
                 If you do not know why you got this, do nothing: without the link no account is made."
            ),
        ),
        Letter::VerifyPatient if place.known => (
            "Your account in Wardlight",
            format!(
                "Somebody, most likely you, filled in the form for a new account with this address. There is an account with it already, so no second one \
                 was made.\n\nSign in:\n\n{home}/sign-in\n\nIf you do not remember your password, set a new one:\n\n{home}/recover"
            ),
        ),
        Letter::VerifyPatient => (
            "Confirm your e-mail address for Wardlight",
            format!(
                "Somebody, most likely you, filled in the form for an account at {writer}.\n\nOpen this link to say that this address is yours, and to choose a \
                 password. It works once, for 24 hours:\n\n{link}\n\nIf it was not you, do nothing: the form is thrown away."
            ),
        ),
        Letter::RegistrationConfirmed => (
            "Your account in Wardlight is ready",
            format!("{writer} has confirmed your account. Sign in with your e-mail address and the password you chose:\n\n{home}/sign-in"),
        ),
        Letter::RegistrationRefused => (
            "Your account in Wardlight",
            format!(
                "{writer} could not confirm your account. This says nothing about your care.\n\nAsk at the reception of the hospital, and bring something \
                 that shows who you are."
            ),
        ),
        Letter::VerifyHospital => (
            "Confirm your e-mail address for Wardlight",
            format!(
                "Somebody, most likely you, asked for a hospital to be taken into Wardlight and named you as its first administrator.\n\nOpen this link to \
                 say that this address is yours. It works once, for 24 hours:\n\n{link}\n\nIf it was not you, do nothing: the form is thrown away."
            ),
        ),
        Letter::HospitalRefused => (
            "Your hospital in Wardlight",
            "The application of your hospital was not accepted. Answer this mail if you would like to know more, or fill in the form again.".to_owned(),
        ),
        Letter::ChangeEmail if place.known => (
            "Your account in Wardlight",
            format!(
                "Somebody wanted to use this address for another account. It belongs to yours already, so nothing has changed.\n\nIf it was you, sign in with \
                 this address:\n\n{home}/sign-in"
            ),
        ),
        Letter::ChangeEmail => (
            "Confirm your new e-mail address for Wardlight",
            format!(
                "Somebody, most likely you, wants to use this address for their account.\n\nOpen this link to say that it is yours. It works once, for 30 \
                 minutes, and from then on you sign in with it:\n\n{link}\n\nIf it was not you, do nothing: the account keeps the address that it has."
            ),
        ),
        Letter::EmailChanged => (
            "Your account in Wardlight has another address",
            "Your account in Wardlight has another e-mail address since just now. Mails to you go there, and this address does not sign you in any more.\n\n\
             If it was not you, tell the help desk of your hospital at once."
                .to_owned(),
        ),
    };
    (subject, format!("Hello,\n\n{body}\n\n{writer}\n"))
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
        for letter in letters {
            let place = Place {
                hospital: Some("Hôpital du Lac"),
                link: letter.link().map(|_| link),
                home: "http://wardlight.test",
                known: false,
            };
            let (subject, text) = compose(letter, &place);
            assert!(subject.is_ascii(), "{subject}: a subject of ASCII needs no encoding");
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
