//! A form that cannot be taken yet is not lost: who has to prove who they are, or to sign in again, finds what they typed where they typed it, and nobody else does.

use super::{Chair, PRESCRIBED};
use crate::factor::post;
use crate::sign_in::{cookie, form, location, page};
use crate::support::PASSWORD;

const SAID: &str = "__Host-wl_said";
const STAFF: &str = "__Host-wl_staff";
const NOT_YET: &str = "Nothing is saved yet.";

impl Chair {
    async fn opened(&self, path: &str, cookies: [&str; 2]) -> String {
        let answer = page(&self.at, path, &cookies.join("; ")).await;
        answer.text().await.unwrap()
    }

    async fn prescribed(&self) -> i64 {
        self.one("SELECT count(*) FROM dialysis_prescription").await
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_prescription_waits_while_the_doctor_proves_who_they_are() {
    let unit = Chair::open().await;
    let (doctor, here) = (unit.doctor().await, unit.path("/prescription"));
    unit.at.later(360);
    let sent = post(&unit.at, &here, &doctor, &PRESCRIBED).await;
    let to_prove = format!("/account/prove?next={here}");
    assert_eq!(location(&sent), to_prove);
    assert_eq!(unit.prescribed().await, 0);
    let said = cookie(&sent, SAID).expect("what was typed waits");
    let asked = unit.opened(&to_prove, [&doctor, &said]).await;
    assert!(
        !asked.contains("FX 80") && !asked.contains(NOT_YET),
        "not on another page"
    );

    // A wrong password on the way has its own sentence, and loses nothing either.
    let both = format!("{doctor}; {said}");
    let fields = |password| [("password", password), ("next", here.as_str())];
    let wrong = post(&unit.at, "/account/prove", &both, &fields("guess")).await;
    assert_eq!(cookie(&wrong, SAID).as_ref(), Some(&said), "one cookie for one browser");
    let refused = unit.opened(location(&wrong), [&doctor, &said]).await;
    assert!(
        refused.contains("This is not the password of this account."),
        "{refused}"
    );

    // Somebody else at the same browser sees nothing of it.
    let nurse = unit.nurse().await;
    let theirs = unit.opened(&here, [&nurse, &said]).await;
    assert!(!theirs.contains("FX 80") && !theirs.contains(NOT_YET), "{theirs}");

    let right = post(&unit.at, "/account/prove", &both, &fields(PASSWORD)).await;
    assert_eq!(location(&right), here);
    let proved = cookie(&right, STAFF).expect("a new id");
    let back = unit.opened(&here, [&proved, &said]).await;
    for part in [NOT_YET, "value=\"FX 80\"", "value=\"He begins.\"", "value=\"10.0\""] {
        assert!(back.contains(part), "{part}: {back}");
    }
    assert_eq!(unit.prescribed().await, 0, "it is not saved by itself");
    let once = unit.opened(&here, [&proved, &said]).await;
    assert!(!once.contains(NOT_YET) && !once.contains("He begins."), "once");
    post(&unit.at, &here, &proved, &PRESCRIBED).await;
    assert_eq!(unit.prescribed().await, 1);
}

/// What a nurse writes of somebody who runs.
const READ: [(&str, &str); 4] = [
    ("act", "observe"),
    ("systolic", "104"),
    ("diastolic", "61"),
    ("note", "Cramps in the left calf, better after the legs were raised."),
];

#[tokio::test(flavor = "multi_thread")]
async fn a_note_waits_while_who_wrote_it_signs_in_again() {
    let unit = Chair::open().await;
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.start(&doctor, &nurse).await;
    let chair = unit.chair();
    unit.opened(&chair, [&nurse, ""]).await;
    unit.at.later(901);
    let sent = post(&unit.at, &chair, &nurse, &READ).await;
    let to_sign_in = format!("/sign-in?next={chair}");
    assert_eq!(location(&sent), to_sign_in);
    let said = cookie(&sent, SAID).expect("what was typed waits");

    // Nobody, and another colleague with the same browser's cookie, see nothing; it waits on.
    let nobody = unit.opened(&to_sign_in, ["", &said]).await;
    assert!(!nobody.contains("left calf"));
    let colleague = unit.doctor().await;
    let theirs = unit.opened(&chair, [&colleague, &said]).await;
    assert!(!theirs.contains("left calf") && !theirs.contains(NOT_YET), "{theirs}");

    let fields = [
        ("login", "achieng@riverbend.example"),
        ("password", PASSWORD),
        ("next", chair.as_str()),
    ];
    let entered = form(&unit.at, "/sign-in", &fields).header("cookie", &said);
    let entered = entered.send().await.unwrap();
    assert_eq!(location(&entered), chair);
    let again = cookie(&entered, STAFF).unwrap();
    let back = unit.opened(&chair, [&again, &said]).await;
    for part in [NOT_YET, "Cramps in the left calf", "value=\"104\""] {
        assert!(back.contains(part), "{part}: {back}");
    }
    let written: i64 = unit.one("SELECT count(*) FROM session_observation").await;
    assert_eq!(written, 0, "it is not saved by itself");
}

#[tokio::test(flavor = "multi_thread")]
async fn another_who_signs_in_at_the_browser_takes_it_away() {
    let unit = Chair::open().await;
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.start(&doctor, &nurse).await;
    let chair = unit.chair();
    unit.opened(&chair, [&nurse, ""]).await;
    unit.at.later(901);
    let sent = post(&unit.at, &chair, &nurse, &READ).await;
    let said = cookie(&sent, SAID).expect("what was typed waits");
    let fields = [("login", "rao@riverbend.example"), ("password", PASSWORD)];
    let entered = form(&unit.at, "/sign-in", &fields).header("cookie", &said);
    entered.send().await.unwrap();
    let nurse = unit.nurse().await;
    let back = unit.opened(&chair, [&nurse, &said]).await;
    assert!(!back.contains("left calf") && !back.contains(NOT_YET), "{back}");
}

/// Two tabs with the same form of two people.
#[tokio::test(flavor = "multi_thread")]
async fn what_was_typed_for_one_patient_never_stands_in_the_form_of_another() {
    let unit = Chair::open().await;
    let (doctor, here) = (unit.doctor().await, unit.path("/prescription"));
    let mut wrong = PRESCRIBED;
    wrong[2] = ("minutes", "20");
    let refused = post(&unit.at, &here, &doctor, &wrong).await;
    let said = cookie(&refused, SAID).unwrap();
    let okafor = unit.at.riverbend.patients[0];
    let other = format!("/patients/{okafor}/dialysis/prescription");
    let beside = unit.opened(&other, [&doctor, &said]).await;
    assert!(!beside.contains("FX 80") && !beside.contains("He begins."), "{beside}");
    let back = unit.opened(&here, [&doctor, &said]).await;
    assert!(
        back.contains("value=\"FX 80\"") && back.contains("value=\"20\""),
        "{back}"
    );

    // Signing out takes away what waits.
    let refused = post(&unit.at, &here, &doctor, &wrong).await;
    let said = cookie(&refused, SAID).unwrap();
    let out = post(&unit.at, "/sign-out", &format!("{doctor}; {said}"), &[]).await;
    assert_eq!(cookie(&out, SAID).as_deref(), Some("__Host-wl_said="));
    let doctor = unit.doctor().await;
    let back = unit.opened(&here, [&doctor, &said]).await;
    assert!(!back.contains("FX 80"), "{back}");
}
