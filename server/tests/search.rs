//! Finding anything: patients by the reader's rights, pages by the reader's roles, and nothing that was typed in an address.

use reqwest::StatusCode;
use uuid::Uuid;

use crate::sign_in::{ACHIENG, OKAFOR, RAO, location, page};
use crate::support::Wardlight;
use crate::support::mail::post;

const WANJIRU: &str = "wanjiru@riverbend.example";
const LINDQVIST: &str = "lindqvist@riverbend.example";

/// What the list says while somebody types.
async fn typing(at: &Wardlight, cookie: &str, door: &str, words: &str) -> String {
    let answer = post(at, door, cookie, &[("words", words)]).await;
    assert_eq!(answer.status(), StatusCode::OK, "{words}");
    answer.text().await.unwrap()
}

/// What stands there, without what marks it.
fn plain(html: &str) -> String {
    let marks = ["<mark class=\"match\">", "</mark>", "<!>"];
    marks
        .into_iter()
        .fold(html.to_owned(), |html, mark| html.replace(mark, ""))
}

/// Where the hits of a page lead.
fn leads(html: &str) -> Vec<String> {
    let tags = html.split("<a ").skip(1).filter_map(|link| link.split('>').next());
    let hits = tags.filter(|tag| tag.contains("palette__hit"));
    let href = |tag: &str| tag.split("href=\"").nth(1)?.split('"').next().map(str::to_owned);
    hits.filter_map(href).collect()
}

async fn audited(at: &Wardlight) -> i64 {
    sqlx::query_scalar("SELECT count(*) FROM audit_entry WHERE action IN ('patient.find', 'patient.read')")
        .fetch_one(at.db.owner())
        .await
        .unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn reception_finds_mrs_okafor_while_typing_and_whom_the_list_showed_is_audited() {
    let at = Wardlight::open().await;
    let desk = at.sign_in(WANJIRU).await.unwrap();
    let okafor = at.riverbend.patients[0];
    for words in ["RG-10000000000017", "oka", "Okafor 1969", "okafur"] {
        let html = typing(&at, &desk, "/search/hits", words).await;
        assert_eq!(
            leads(&html).first(),
            Some(&format!("/patients/{okafor}/record")),
            "{words}: {html}"
        );
        assert!(plain(&html).contains("OKAFOR, Amara"), "{words}: {html}");
        let shown: Vec<Uuid> = sqlx::query_scalar(
            "SELECT patients FROM audit_entry WHERE action = 'patient.find' AND outcome = 'allowed' ORDER BY at DESC, id DESC LIMIT 1",
        )
        .fetch_one(at.db.owner())
        .await
        .unwrap();
        assert_eq!(shown, [okafor], "{words}");
    }
    let html = typing(&at, &desk, "/search/hits", "petrov").await;
    assert!(html.contains("Nothing is called so"), "another hospital’s: {html}");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_treats_people_finds_their_own_and_a_pharmacist_finds_pages_alone() {
    let at = Wardlight::open().await;
    let rao = at.sign_in(RAO).await.unwrap();
    let okafor = at.riverbend.patients[0];
    let html = typing(&at, &rao, "/search/hits", "okafor").await;
    assert_eq!(leads(&html), [format!("/patients/{okafor}")], "her chart: {html}");
    let before = audited(&at).await;
    let pharmacist = at.sign_in(LINDQVIST).await.unwrap();
    let html = typing(&at, &pharmacist, "/search/hits", "okafor").await;
    assert!(leads(&html).is_empty() && !html.contains("Amara"), "{html}");
    assert_eq!(audited(&at).await, before, "nobody was shown, and nothing was refused");
    let html = typing(&at, &pharmacist, "/search/hits", "pha").await;
    assert_eq!(leads(&html), ["/pharmacy"]);
    // What is no question yet is no mistake.
    assert!(typing(&at, &rao, "/search/hits", "a").await.contains("/account"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_patient_finds_pages_of_the_portal_in_their_language_and_no_patient() {
    let at = Wardlight::open().await;
    let okafor = at.sign_in(OKAFOR).await.unwrap();
    for words in ["okafor", "amara", "10000000000017"] {
        let html = typing(&at, &okafor, "/my/search/hits", words).await;
        assert!(leads(&html).is_empty(), "{words}: {html}");
    }
    let french = format!("{okafor}; wl_lang=fr");
    let html = typing(&at, &french, "/my/search/hits", "accords").await;
    assert_eq!(leads(&html), ["/my/consents"], "{html}");
    let arabic = format!("{okafor}; wl_lang=ar");
    assert_eq!(
        leads(&typing(&at, &arabic, "/my/search/hits", "موافقات").await),
        ["/my/consents"]
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_script_the_search_comes_back_under_an_address_that_says_nothing() {
    let at = Wardlight::open().await;
    let desk = at.sign_in(WANJIRU).await.unwrap();
    let answer = post(&at, "/search", &desk, &[("words", "Okafor")]).await;
    assert_eq!(answer.status(), StatusCode::SEE_OTHER);
    let address = location(&answer).to_owned();
    assert!(
        address.starts_with("/search?search=") && !address.to_lowercase().contains("oka"),
        "{address}"
    );
    let html = page(&at, &address, &desk).await.text().await.unwrap();
    assert!(
        plain(&html).contains("OKAFOR, Amara") && html.contains("value=\"Okafor\""),
        "{html}"
    );
    // Another reader's address is no question.
    let rao = at.sign_in(RAO).await.unwrap();
    let html = page(&at, &address, &rao).await.text().await.unwrap();
    assert!(!html.contains("Amara"), "{html}");
}

/// What is found opens, and what a role cannot open is not found.
#[tokio::test(flavor = "multi_thread")]
async fn every_page_that_is_listed_opens_and_no_other_does() {
    let mut at = Wardlight::open().await;
    let all: Vec<&str> = app::finding::places::of_staff()
        .iter()
        .map(|place| place.href)
        .collect();
    for (number, email) in [
        RAO,
        ACHIENG,
        "mensah@riverbend.example",
        LINDQVIST,
        "haddad@riverbend.example",
        WANJIRU,
        "ivarsson@riverbend.example",
        "sani@riverbend.example",
        "novak@riverbend.example",
    ]
    .into_iter()
    .enumerate()
    {
        at.speak_from([127, 0, 2, 1 + number as u8]);
        let cookie = at.sign_in(email).await.unwrap();
        let html = page(&at, "/search", &cookie).await.text().await.unwrap();
        let listed = leads(&html);
        for href in &all {
            let status = page(&at, href, &cookie).await.status().as_u16();
            // A ward leads to the reader's own, and some pages ask first who sits there.
            let opens = matches!(status, 200 | 303);
            assert_eq!(
                listed.contains(&(*href).to_owned()),
                opens,
                "{href} for {email}: {status}"
            );
        }
        for href in listed {
            let status = page(&at, &href, &cookie).await.status().as_u16();
            assert!(matches!(status, 200 | 303), "{href} for {email}: {status}");
        }
    }
    let okafor = at.sign_in(OKAFOR).await.unwrap();
    let listed = leads(&page(&at, "/my/search", &okafor).await.text().await.unwrap());
    assert_eq!(listed.len(), app::finding::places::of_portal().len(), "{listed:?}");
    for href in listed {
        assert_eq!(page(&at, &href, &okafor).await.status(), StatusCode::OK, "{href}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_signed_in_page_has_the_button_and_the_closed_list_and_no_other_has() {
    let at = Wardlight::open().await;
    let rao = at.sign_in(RAO).await.unwrap();
    let chart = format!("/patients/{}", at.riverbend.patients[0]);
    for path in ["/ward", chart.as_str(), "/patients", "/account", "/search"] {
        let answer = at.client.get(at.url(path)).header("cookie", &rao).send().await.unwrap();
        let html = answer.text().await.unwrap();
        assert!(html.contains("class=\"find\" href=\"/search\""), "{path}");
        assert_eq!(html.matches("id=\"find\"").count(), 1, "{path}");
        assert_eq!(html.matches("/find.").count(), 1, "the script stands once: {path}");
    }
    let okafor = at.sign_in(OKAFOR).await.unwrap();
    for path in ["/my", "/my/account"] {
        let html = page(&at, path, &okafor).await.text().await.unwrap();
        assert!(
            html.contains("href=\"/my/search\"") && html.contains("action=\"/my/search\""),
            "{path}"
        );
    }
    let html = page(&at, "/sign-in", "").await.text().await.unwrap();
    assert!(!html.contains("find.js") && !html.contains("id=\"find\""));
}
