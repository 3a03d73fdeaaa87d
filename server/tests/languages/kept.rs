//! What is written and agreed in the language that somebody keeps: mails, consents, and sentences with a figure in them.

use crate::sign_in::{OKAFOR, form, page};
use crate::support::Wardlight;
use crate::support::mail::{link_in, mail_to, open_link, post};

async fn keeps(at: &Wardlight, cookie: &str, language: &str) {
    let looks = [
        ("language", language),
        ("temperature_unit", "Cel"),
        ("weight_unit", "kg"),
        ("glucose_unit", "mmol/L"),
    ];
    assert_eq!(at.act("/my/account/looks", cookie, &looks).await.status(), 303);
}

#[tokio::test(flavor = "multi_thread")]
async fn okafor_reads_her_mail_in_the_language_that_she_keeps_and_its_link_opens() {
    let at = Wardlight::open().await;
    let okafor = at.sign_in(OKAFOR).await.unwrap();
    for (language, subject, hello) in [
        ("fr", "Choisissez un nouveau mot de passe pour Wardlight", "Bonjour,"),
        ("ar", "كلمة مرور جديدة لـ Wardlight", "مرحبًا،"),
        ("en", "Set a new password for Wardlight", "Hello,"),
    ] {
        keeps(&at, &okafor, language).await;
        // Whoever asks may have another browser, in another language: the mail is its reader's.
        post(&at, "/recover", "wl_lang=en", &[("login", OKAFOR)]).await;
        let mail = mail_to(&at, OKAFOR).await;
        assert_eq!(mail.subject, subject);
        assert!(
            mail.text.starts_with(hello) && mail.text.ends_with("Wardlight\n"),
            "{}",
            mail.text
        );
        assert!(open_link(&at, &link_in(&mail)).await.starts_with("__Host-wl_link="));
        at.later(61);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_she_agrees_to_is_kept_in_the_language_in_which_she_read_it() {
    let at = Wardlight::open().await;
    let okafor = at.sign_in(OKAFOR).await.unwrap();
    keeps(&at, &okafor, "fr").await;
    let offer = at.text("/my/consents", &okafor, None).await;
    assert!(
        offer.contains("Mon dossier peut servir à la recherche médicale"),
        "{offer}"
    );
    assert!(
        !offer.contains("My record may be used") && !offer.contains("<blockquote class=\"agreement\" lang"),
        "{offer}"
    );
    assert!(offer.contains("name=\"language\" value=\"fr\""), "{offer}");
    let agree = async |purpose: &str, language: &str| {
        let fields = [("purpose", purpose), ("version", "1"), ("language", language)];
        at.act("/my/consents", &okafor, &fields).await
    };
    agree("research", "fr").await;
    let refused = agree("insurer", "xx").await;
    let said = at.text("/my/consents", &okafor, Some(&refused)).await;
    assert!(
        said.contains("class=\"problem\""),
        "nobody agrees to words that there are not: {said}"
    );
    let kept: Vec<(String, String)> = sqlx::query_as("SELECT purpose, language FROM consent")
        .fetch_all(at.db.owner())
        .await
        .unwrap();
    assert_eq!(kept, [("research".to_owned(), "fr".to_owned())]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_rule_with_a_figure_and_a_browser_are_named_in_her_language() {
    let at = Wardlight::open().await;
    let okafor = at.sign_in(OKAFOR).await.unwrap();
    keeps(&at, &okafor, "ar").await;
    let long = "x".repeat(200);
    let refused = at
        .act("/my/account/contact", &okafor, &[("emergency_name", long.as_str())])
        .await;
    let said = at.text("/my/account", &okafor, Some(&refused)).await;
    assert!(said.contains("على الأكثر") && !said.contains("Use at most"), "{said}");
    let agent = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0 Safari/537.36";
    let signed_in = form(
        &at,
        "/sign-in",
        &[("login", OKAFOR), ("password", crate::support::PASSWORD)],
    );
    let signed_in = signed_in.header("user-agent", agent).send().await.unwrap();
    assert_eq!(signed_in.status(), 303);
    let account = at.text("/my/account", &okafor, None).await;
    assert!(
        account.contains("Chrome\u{2069} على") || account.contains("على"),
        "{account}"
    );
    assert!(!account.contains("Chrome on Linux"), "{account}");
}

/// A refusal that is of no field has no list of fields: it would be read aloud as an empty one.
#[tokio::test(flavor = "multi_thread")]
async fn what_was_refused_at_the_door_holds_no_empty_list() {
    let at = Wardlight::open().await;
    let wrong = form(&at, "/sign-in", &[("login", OKAFOR), ("password", "not hers")])
        .send()
        .await
        .unwrap();
    let kept = crate::sign_in::cookie(&wrong, "__Host-wl_flash").unwrap();
    let html = page(&at, "/sign-in", &kept)
        .await
        .text()
        .await
        .unwrap()
        .replace("<!>", "");
    assert!(
        html.contains("class=\"problem\"") && !html.contains("<ul></ul>"),
        "{html}"
    );
}
