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
        assert!(html.contains("<a href=\"/search\" rel=\"external\""), "{path}");
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

#[tokio::test(flavor = "multi_thread")]
async fn whom_somebody_saw_lately_stands_in_the_empty_list_as_long_as_they_may_read_them() {
    let at = Wardlight::open().await;
    let (rao, desk) = (at.sign_in(RAO).await.unwrap(), at.sign_in(WANJIRU).await.unwrap());
    let [okafor, mwangi] = [at.riverbend.patients[0], at.riverbend.patients[1]];
    assert!(!plain(&typing(&at, &rao, "/search/hits", "").await).contains("Seen lately"));
    for patient in [okafor, mwangi, okafor] {
        at.later(1);
        assert_eq!(
            page(&at, &format!("/patients/{patient}"), &rao).await.status(),
            StatusCode::OK
        );
    }
    at.later(1);
    assert_eq!(
        page(&at, &format!("/patients/{mwangi}/record"), &desk).await.status(),
        StatusCode::OK
    );
    let seen = leads(&typing(&at, &rao, "/search/hits", "").await);
    assert_eq!(
        seen[..2],
        [format!("/patients/{okafor}"), format!("/patients/{mwangi}")],
        "the last first, each once"
    );
    let seen = leads(&typing(&at, &desk, "/search/hits", "").await);
    assert_eq!(seen[0], format!("/patients/{mwangi}/record"), "each their own");
    let shown: Vec<Uuid> = sqlx::query_scalar(
        "SELECT patients FROM audit_entry WHERE action = 'patient.read' AND outcome = 'allowed' AND cardinality(patients) = 2 ORDER BY at DESC LIMIT 1",
    )
    .fetch_one(at.db.owner())
    .await
    .unwrap();
    assert_eq!(shown.len(), 2, "whom the list showed is audited");
    // Off duty: nobody is hers any more.
    sqlx::raw_sql(
        "UPDATE ward_duty SET during = tstzrange(lower(during), now());
         UPDATE care_relation SET during = tstzrange(lower(during), now());
         UPDATE device_duty SET during = tstzrange(lower(during), now())",
    )
    .execute(at.db.owner())
    .await
    .unwrap();
    at.later(60);
    let html = typing(&at, &rao, "/search/hits", "").await;
    assert!(!html.contains("/patients/01"), "{html}");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_works_in_two_hospitals_and_on_two_wards_goes_from_one_to_the_other() {
    let at = Wardlight::open().await;
    let rao = at.sign_in(RAO).await.unwrap();
    let alone = typing(&at, &rao, "/search/hits", "").await;
    assert!(
        !alone.contains("Your wards") && !alone.contains("/account/hospital"),
        "{alone}"
    );
    let user = at.user(RAO).await.0;
    let (here, there) = (at.riverbend.id.0, at.lakeside.id.0);
    sqlx::query("INSERT INTO ward (id, hospital_id, name) VALUES (gen_random_uuid(), $1, 'Ward 9')")
        .bind(here)
        .execute(at.db.owner())
        .await
        .unwrap();
    sqlx::query("INSERT INTO ward_duty (user_id, ward_id, hospital_id, during) SELECT $1, id, hospital_id, tstzrange('2020-01-01', NULL) FROM ward WHERE name = 'Ward 9'")
        .bind(user)
        .execute(at.db.owner())
        .await
        .unwrap();
    sqlx::query("INSERT INTO role_grant (user_id, hospital_id, role, during) VALUES ($1, $2, 'doctor', tstzrange('2020-01-01', NULL))")
        .bind(user)
        .bind(there)
        .execute(at.db.owner())
        .await
        .unwrap();
    let both = typing(&at, &rao, "/search/hits", "").await;
    assert!(both.contains("Ward 9") && both.contains("Your wards"), "{both}");
    assert!(
        both.contains("action=\"/account/hospital\"") && both.contains(&there.to_string()),
        "{both}"
    );
    assert!(!both.contains(&format!("value=\"{here}\"")), "one is here already");
    let ward = typing(&at, &rao, "/search/hits", "ward 9").await;
    assert_eq!(leads(&ward).len(), 1, "{ward}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_came_since_somebody_looked_is_counted_in_the_list_and_named_on_the_record() {
    let at = Wardlight::open().await;
    let (rao, achieng, desk) = (
        at.sign_in(RAO).await.unwrap(),
        at.sign_in(ACHIENG).await.unwrap(),
        at.sign_in(WANJIRU).await.unwrap(),
    );
    let okafor = at.riverbend.patients[0];
    let record = format!("/patients/{okafor}/record");
    let read = async |path: &str, cookie: &str| plain(&page(&at, path, cookie).await.text().await.unwrap());
    let write = async |path: &str, fields: &[(&str, &str)], cookie: &str| {
        let answer = post(&at, &format!("{record}/{path}"), cookie, fields).await;
        assert_eq!(answer.status(), StatusCode::SEE_OTHER, "{path}");
    };
    let allergy = [
        ("act", "add"),
        ("substance", "Penicillin"),
        ("reaction", "rash"),
        ("severity", "mild"),
    ];
    assert!(
        !read(&record, &rao).await.contains("Since you looked"),
        "the first look has nothing to compare with"
    );
    assert!(!read(&record, &desk).await.contains("id=\"news\""));
    at.later(700);
    write("allergies", &allergy, &achieng).await;
    at.later(60);
    let list = read("/patients", &rao).await;
    assert!(
        list.contains(&format!("href=\"{record}#news\"")) && list.contains("1 new"),
        "{list}"
    );
    assert!(
        !read("/patients", &desk).await.contains("#news"),
        "reception reads no allergies, so none is counted"
    );
    let shown = read(&record, &rao).await;
    assert!(
        shown.contains("Since you looked") && shown.contains("You looked last"),
        "{shown}"
    );
    assert!(
        shown.contains(&format!(
            "href=\"{record}/allergies\" class=\"link\">Allergies</a> · 1 new"
        )),
        "{shown}"
    );
    // Loading the page again is the same look, and the list knows that she looked.
    at.later(60);
    assert!(read(&record, &rao).await.contains(" · 1 new"));
    assert!(!read("/patients", &rao).await.contains("#news"));
    // What somebody wrote themselves is no news to them.
    at.later(700);
    read(&record, &achieng).await;
    at.later(700);
    write(
        "allergies",
        &[
            ("act", "add"),
            ("substance", "Latex"),
            ("reaction", "rash"),
            ("severity", "mild"),
        ],
        &achieng,
    )
    .await;
    at.later(700);
    assert!(
        read(&record, &achieng)
            .await
            .contains("Nothing that you may read has changed since")
    );
}
