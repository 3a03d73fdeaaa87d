//! Whose page it is and what must be known first stands on every page of a patient, for who may read it.

use super::WANJIRU;
use super::merge::{HADDAD, read};
use crate::sign_in::{ACHIENG, RAO};
use crate::support::Wardlight;
use crate::support::mail::post_and_read;

/// Every page of a patient that who treats them opens.
const OF_CARE: [&str; 12] = [
    "",
    "/record",
    "/record/allergies",
    "/record/conditions",
    "/record/medicines",
    "/record/surgeries",
    "/record/identity",
    "/record/contacts",
    "/record/documents",
    "/record/insurance",
    "/care",
    "/portal/preview",
];

/// The banner alone.
pub fn banner(html: &str) -> String {
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
            assert_eq!(html.matches("<h1").count(), 1, "{place}: {html}");
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
                !html.contains("Penicillin") && !html.contains("llergies"),
                "{who} {place}: {html}"
            );
            assert_eq!(html.matches("<h1").count(), 1, "{place}: {html}");
        }
    }
}
