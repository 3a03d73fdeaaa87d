//! Whose page it is and what must be known first stands on every page of a patient, for who may read it.

use uuid::Uuid;

use super::merge::{HADDAD, read, treats};
use super::{WANJIRU, known, shown_last};
use crate::sign_in::{ACHIENG, RAO};
use crate::support::Wardlight;
use crate::support::mail::post_and_read;

/// Every page of a patient that who treats them opens.
const OF_CARE: [&str; 18] = [
    "",
    "/record",
    "/record/allergies",
    "/record/flags",
    "/record/conditions",
    "/record/medicines",
    "/record/surgeries",
    "/record/identity",
    "/record/contacts",
    "/record/documents",
    "/record/insurance",
    "/care",
    "/portal/preview",
    "/dialysis",
    "/dialysis/prescription",
    "/dialysis/access",
    "/updates",
    "/limits",
];

/// The banner alone.
fn banner(html: &str) -> String {
    let part = html.split("</header>").find(|part| part.contains("banner__warnings"));
    let part = part.and_then(|part| part.split("class=\"banner\"").nth(1));
    part.unwrap_or_default().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_she_does_not_bear_stands_on_every_page_of_hers() {
    let at = Wardlight::open().await;
    let okafor = format!("/patients/{}", at.riverbend.patients[0]);
    let penicillin = [
        ("act", "add"),
        ("substance", "Penicillin"),
        ("reaction", "anaphylaxis"),
        ("severity", "life_threatening"),
    ];
    let nurse = at.sign_in(ACHIENG).await.unwrap();
    post_and_read(&at, &format!("{okafor}/record/allergies"), &nurse, &penicillin).await;
    for who in [ACHIENG, RAO] {
        let cookie = at.sign_in(who).await.unwrap();
        for place in OF_CARE {
            let html = read(&at, &format!("{okafor}{place}"), &cookie).await;
            let banner = banner(&html);
            for part in ["OKAFOR, Amara", "RG-10000000000017", "Penicillin (anaphylaxis)"] {
                assert!(banner.contains(part), "{who} {place} {part}: {html}");
            }
            // What the patient sees brings a heading of its own along.
            let headings = if place == "/portal/preview" { 2 } else { 1 };
            assert_eq!(html.matches("<h1").count(), headings, "{place}: {html}");
        }
    }
    // Reception and admins see whose page it is; what she does not bear is not theirs to read.
    for (who, places) in [
        (
            WANJIRU,
            &[
                "/record",
                "/record/identity",
                "/record/contacts",
                "/record/documents",
                "/record/insurance",
                "/portal",
            ][..],
        ),
        (HADDAD, &["/record", "/record/join", "/care", "/portal"]),
    ] {
        let cookie = at.sign_in(who).await.unwrap();
        for place in places {
            let html = read(&at, &format!("{okafor}{place}"), &cookie).await;
            assert!(banner(&html).contains("OKAFOR, Amara"), "{who} {place}: {html}");
            assert!(
                !html.contains("Penicillin") && !banner(&html).contains("llergies"),
                "{who} {place}: {html}"
            );
            assert_eq!(html.matches("<h1").count(), 1, "{place}: {html}");
        }
    }
}

/// Her left arm carries a fistula, she does not speak English, and she has died since: each page says each of it, the chart too.
#[tokio::test(flavor = "multi_thread")]
async fn what_else_must_be_known_first_stands_in_the_banner_until_it_ends_and_that_she_has_died() {
    let at = Wardlight::open().await;
    let otieno = known(&at, at.riverbend.id.0, "RG-31", "Otieno", "Grace", "1991-05-09").await;
    for who in [RAO, ACHIENG] {
        treats(&at, who, otieno).await;
    }
    let (nurse, desk) = (at.sign_in(ACHIENG).await.unwrap(), at.sign_in(WANJIRU).await.unwrap());
    let (here, door) = (
        format!("/patients/{otieno}"),
        format!("/patients/{otieno}/record/flags"),
    );
    let said = post_and_read(&at, &door, &nurse, &[("act", "add"), ("kind", "left_arm")]).await;
    assert!(said.contains("id=\"text-error\""), "why the arm is spared: {said}");
    let arm = [("act", "add"), ("kind", "left_arm"), ("text", "fistula")];
    for fields in [arm, [("act", "add"), ("kind", "interpreter"), ("text", "Luo")]] {
        let said = post_and_read(&at, &door, &nurse, &fields).await;
        assert!(
            said.contains("This stands in the banner of every page from now on."),
            "{said}"
        );
    }
    let twice = post_and_read(&at, &door, &nurse, &arm).await;
    assert!(twice.contains("This stands in the banner already."), "{twice}");
    assert_eq!(shown_last(&at, "flag.add").await, [otieno]);
    for place in OF_CARE {
        let banner = banner(&read(&at, &format!("{here}{place}"), &nurse).await);
        for part in [
            "Spare the left arm",
            "fistula",
            "Interpreter",
            "Luo",
            "Allergies not recorded",
        ] {
            assert!(banner.contains(part), "{place} {part}: {banner}");
        }
    }
    let html = read(&at, &format!("{here}/record"), &desk).await;
    assert!(!html.contains("fistula"), "not for reception: {html}");

    let arm: Uuid = sqlx::query_scalar("SELECT id FROM patient_flag WHERE kind = 'left_arm'")
        .fetch_one(at.db.owner())
        .await
        .unwrap();
    let id = arm.to_string();
    let ended = post_and_read(&at, &door, &nurse, &[("act", "end"), ("id", &id), ("because", "over")]).await;
    assert!(
        !banner(&ended).contains("fistula") && ended.contains("<s>Spare the left arm: fistula"),
        "{ended}"
    );
    let left = [("act", "leave"), ("because", "died")];
    post_and_read(&at, &format!("{here}/record/identity"), &desk, &left).await;
    for place in OF_CARE {
        let html = read(&at, &format!("{here}{place}"), &nurse).await;
        assert!(
            html.contains("banner__standing") && html.contains("They have died. Written down on"),
            "{place}: {html}"
        );
    }
}
