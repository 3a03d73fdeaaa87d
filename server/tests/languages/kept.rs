//! What is written and agreed in the language that somebody keeps: mails, consents, and sentences with a figure in them.

use crate::accounts::HADDAD;
use crate::sign_in::{OKAFOR, cookie, form, page};
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

/// Nobody has an account yet, so no account says in which language they read: the page says it on which they were written down.
#[tokio::test(flavor = "multi_thread")]
async fn who_has_no_account_yet_is_written_to_in_the_language_of_the_form() {
    let at = Wardlight::open().await;
    let admin = at.sign_in(HADDAD).await.unwrap();
    let invite = [("name", "Lea Kim"), ("email", "lea@example.org"), ("role", "nurse")];
    post(&at, "/hospital/staff", &format!("{admin}; wl_lang=fr"), &invite).await;
    let invited = mail_to(&at, "lea@example.org").await;
    assert_eq!(invited.subject, "Vous êtes invité sur Wardlight");
    assert!(invited.text.starts_with("Bonjour,"), "{}", invited.text);
    assert!(open_link(&at, &link_in(&invited)).await.starts_with("__Host-wl_link="));

    let riverbend = at.riverbend.id.to_string();
    let person = |email| {
        [
            ("hospital", riverbend.as_str()),
            ("health_id", "91775420813393"),
            ("given_name", "Grace"),
            ("family_name", "Wanjiru"),
            ("born_on", "1988-02-29"),
            ("email", email),
        ]
    };
    // What the browser asks for, where nothing was chosen.
    let asked = form(&at, "/register", &person("grace@example.org")).header("accept-language", "ar-EG, en;q=0.5");
    assert_eq!(asked.send().await.unwrap().status(), 200);
    assert!(mail_to(&at, "grace@example.org").await.text.starts_with("مرحبًا،"));
    post(&at, "/register", "", &person("usual@example.org")).await;
    assert!(mail_to(&at, "usual@example.org").await.text.starts_with("Hello,"));

    let hospital = [
        ("name", "Nyeri Hill"),
        ("address", "1 Hill Road, Nyeri"),
        ("phone", "+254 700 000 777"),
        ("registration_number", "KE-4711"),
        ("zone", "Africa/Nairobi"),
        ("admin_name", "Joyce Kariuki"),
        ("admin_email", "joyce@nyeri.example"),
    ];
    post(&at, "/register/hospital", "wl_lang=fr", &hospital).await;
    assert!(mail_to(&at, "joyce@nyeri.example").await.text.starts_with("Bonjour,"));
}

/// High contrast goes with the account, but for a browser that was told otherwise.
#[tokio::test(flavor = "multi_thread")]
async fn high_contrast_is_kept_in_the_account() {
    let at = Wardlight::open().await;
    let haddad = at.sign_in(HADDAD).await.unwrap();
    let shown = async |cookie: &str| {
        let html = at.text("/account", cookie, None).await;
        let head = html.split('>').nth(1).unwrap_or_default().to_owned();
        head.split_once("data-theme=\"")
            .map(|(_, theme)| theme.split('"').next().unwrap_or_default().to_owned())
    };
    assert_eq!(shown(&haddad).await, None);
    let looks = [
        ("language", "en"),
        ("temperature_unit", "Cel"),
        ("weight_unit", "kg"),
        ("glucose_unit", "mmol/L"),
        ("high_contrast", "true"),
    ];
    let saved = at.act("/account/looks", &haddad, &looks).await;
    assert_eq!(cookie(&saved, "wl_theme").as_deref(), Some("wl_theme=contrast"));
    // Another browser of theirs has it from the account; one that was told otherwise keeps that.
    assert_eq!(shown(&haddad).await.as_deref(), Some("contrast"));
    assert_eq!(
        shown(&format!("{haddad}; wl_theme=dark")).await.as_deref(),
        Some("dark")
    );
    assert_eq!(shown(&format!("{haddad}; wl_theme=usual")).await, None);
    let again = at.sign_in(HADDAD).await.unwrap();
    assert_eq!(shown(&again).await.as_deref(), Some("contrast"));

    let taken_back = at
        .act("/account/looks", &format!("{haddad}; wl_theme=contrast"), &looks[..4])
        .await;
    assert_eq!(cookie(&taken_back, "wl_theme").as_deref(), Some("wl_theme=usual"));
    assert_eq!(shown(&haddad).await, None);
}

/// How tight rows stand is said by every page of the staff, with a program or without; pages of patients are comfortable anyway.
#[tokio::test(flavor = "multi_thread")]
async fn how_tight_rows_stand_is_kept_in_the_account() {
    let at = Wardlight::open().await;
    let rao = at.sign_in("rao@riverbend.example").await.unwrap();
    let shown = async |path: &str| {
        let html = at.text(path, &rao, None).await;
        let head = html.split("<head>").next().unwrap_or_default().to_owned();
        head.split_once("data-density=\"")
            .map(|(_, density)| density.split('"').next().unwrap_or_default().to_owned())
    };
    assert_eq!((shown("/account").await, shown("/ward").await), (None, None));
    let mut looks = vec![
        ("language", "en"),
        ("temperature_unit", "Cel"),
        ("weight_unit", "kg"),
        ("glucose_unit", "mmol/L"),
        ("density", "compact"),
    ];
    assert_eq!(at.act("/account/looks", &rao, &looks).await.status(), 303);
    assert_eq!(shown("/account").await.as_deref(), Some("compact"));
    assert_eq!(shown("/ward").await.as_deref(), Some("compact"));
    looks[4].1 = "no such";
    assert_eq!(at.act("/account/looks", &rao, &looks).await.status(), 303);
    assert_eq!(shown("/account").await, None, "what is none of them is as usual");
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
