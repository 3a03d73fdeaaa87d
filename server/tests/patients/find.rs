//! Reception finds anybody of its hospital; who treats people finds their own; no name is in an address.

use reqwest::StatusCode;

use super::{WANJIRU, known, search, shown_last};
use crate::sign_in::{OKAFOR, page};
use crate::support::Wardlight;
use crate::support::mail::{post, post_and_read};

#[tokio::test(flavor = "multi_thread")]
async fn reception_finds_mrs_okafor_by_each_of_her_numbers_and_however_her_name_is_begun() {
    let at = Wardlight::open().await;
    let desk = at.sign_in(WANJIRU).await.unwrap();
    let okafor = at.riverbend.patients[0];
    for words in [
        "RG-10000000000017",
        "rg 1000 0000 0000 17",
        "10-0000-0000-0017",
        "Okafor",
        "oka",
        "amara ok",
        "Okafor 1969",
        "okafor 2.4.1969",
    ] {
        let (html, address) = search(&at, &desk, words).await;
        assert!(html.contains("OKAFOR, Amara"), "{words}: {html}");
        assert!(!html.contains("PETROV"), "{words}: another hospital’s");
        let address = address.to_lowercase();
        assert!(
            !address.contains("oka") && !address.contains("10000000000017"),
            "{words} stands in {address}"
        );
        assert!(
            shown_last(&at, "patient.find").await.contains(&okafor),
            "{words} is audited"
        );
    }
    let (html, _) = search(&at, &desk, "Okafur").await;
    assert!(
        html.contains("Perhaps you mean") && html.contains("OKAFOR, Amara"),
        "{html}"
    );
    for words in ["petrov", "okafor 1970", "99999999", "okafor joseph"] {
        let (html, _) = search(&at, &desk, words).await;
        assert!(
            html.contains("Nobody found") && !html.contains("OKAFOR"),
            "{words}: {html}"
        );
    }
    let short = post_and_read(&at, "/patients", &desk, &[("words", "a")]).await;
    assert!(short.contains("Enter at least two letters of the name."), "{short}");
}

#[tokio::test(flavor = "multi_thread")]
async fn accents_and_hyphens_are_no_hindrance_and_a_new_name_is_found_at_once() {
    let at = Wardlight::open().await;
    let desk = at.sign_in(WANJIRU).await.unwrap();
    let here = at.riverbend.id.0;
    let one = known(&at, here, "RG-1", "Świątek-O’Brien", "Łucja Al-Hassan", "1980-01-01").await;
    for words in [
        "swiatek",
        "ŚWIĄTEK",
        "obrien",
        "brien",
        "lucja",
        "al hassan",
        "alhassan swiatekobrien",
    ] {
        let (html, _) = search(&at, &desk, words).await;
        assert!(html.contains("ŚWIĄTEK-O’BRIEN, Łucja Al-Hassan"), "{words}: {html}");
    }
    sqlx::query("UPDATE patient SET family_name = 'Kowalska' WHERE id = $1")
        .bind(one)
        .execute(at.db.owner())
        .await
        .unwrap();
    assert!(search(&at, &desk, "kowal").await.0.contains("KOWALSKA"));
    assert!(search(&at, &desk, "obrien").await.0.contains("Nobody found"));
    known(&at, here, "RG-2", "李", "小龙", "1990-01-01").await;
    assert!(search(&at, &desk, "李").await.0.contains("李, 小龙"));
}

#[tokio::test(flavor = "multi_thread")]
async fn more_than_a_page_goes_on_where_it_ended_and_nobody_is_missing_or_twice() {
    let at = Wardlight::open().await;
    let desk = at.sign_in(WANJIRU).await.unwrap();
    for number in 0..120 {
        known(
            &at,
            at.riverbend.id.0,
            &format!("T-{number:03}"),
            "Mwangi-Mwangala",
            &format!("Child{number:03}"),
            "2001-01-01",
        )
        .await;
    }
    let names = |html: &str| {
        html.split("MWANGI-MWANGALA, Child")
            .skip(1)
            .map(|rest| rest[..3].to_owned())
            .collect::<Vec<_>>()
    };
    let next = |html: &str| {
        let before = html
            .split("rel=\"next\"")
            .next()
            .filter(|_| html.contains("rel=\"next\""))?;
        let href = before.rsplit("href=\"").next()?.split('"').next()?;
        Some(href.replace("&amp;", "&"))
    };
    for begin in [
        search(&at, &desk, "mwang").await.0,
        page(&at, "/patients", &desk).await.text().await.unwrap(),
    ] {
        let (mut html, mut all) = (begin, Vec::new());
        loop {
            all.extend(names(&html));
            let Some(href) = next(&html) else { break };
            assert!(!href.to_lowercase().contains("mwang"), "{href}");
            html = page(&at, &href, &desk).await.text().await.unwrap();
        }
        let once: std::collections::BTreeSet<_> = all.iter().collect();
        assert_eq!((all.len(), once.len()), (120, 120));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_doctor_finds_her_own_and_nobody_else_of_the_hospital() {
    let at = Wardlight::open().await;
    let rao = at.sign_in("rao@riverbend.example").await.unwrap();
    known(&at, at.riverbend.id.0, "RG-1", "Mwangala", "Faith", "1980-01-01").await;
    let all = page(&at, "/patients", &rao).await.text().await.unwrap();
    assert!(
        all.contains("OKAFOR, Amara") && all.contains("MWANGI, Joseph"),
        "who lies on her ward: {all}"
    );
    assert!(!all.contains("MWANGALA"), "not on her ward");
    let (html, _) = search(&at, &rao, "mwang").await;
    assert!(
        html.contains("MWANGI, Joseph") && !html.contains("MWANGALA") && !html.contains("OKAFOR"),
        "{html}"
    );
    let (html, _) = search(&at, &rao, "mwangy").await;
    assert!(html.contains("MWANGI, Joseph"), "{html}");
    let (html, _) = search(&at, &rao, "mwangala").await;
    assert!(html.contains("None of yours") || !html.contains("MWANGALA"), "{html}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_question_answers_whoever_asked_it_and_a_patient_asks_none() {
    let at = Wardlight::open().await;
    let desk = at.sign_in(WANJIRU).await.unwrap();
    let (_, address) = search(&at, &desk, "okafor").await;
    let admin = at.sign_in("haddad@riverbend.example").await.unwrap();
    let html = page(&at, &address, &admin).await.text().await.unwrap();
    assert!(
        html.contains("Registered last first"),
        "another’s question is none: {html}"
    );
    let (whole, end) = address.split_at(address.len() - 2);
    let torn = format!("{whole}{}", if end == "00" { "11" } else { "00" });
    let html = page(&at, &torn, &desk).await.text().await.unwrap();
    assert!(html.contains("Registered last first"), "{html}");
    let hers = at.sign_in(OKAFOR).await.unwrap();
    assert_eq!(
        post(&at, "/patients", &hers, &[("words", "mwangi")]).await.status(),
        StatusCode::SEE_OTHER
    );
    let pharmacist = at.sign_in("lindqvist@riverbend.example").await.unwrap();
    let refused = post(&at, "/patients", &pharmacist, &[("words", "mwangi")]).await;
    assert_eq!(refused.status(), StatusCode::FORBIDDEN);
}
