//! Who may do what at a chair, and what the board of the unit shows.

use uuid::Uuid;

use super::{CATHETER, Chair, PRESCRIBED, run};
use crate::support::door::page;

#[tokio::test(flavor = "multi_thread")]
async fn a_doctor_prescribes_and_signs_a_nurse_runs_and_others_do_neither() {
    let unit = Chair::open().await;
    let nurse = unit.nurse().await;
    let prescription = unit.path("/prescription");
    assert_eq!(
        unit.status(&prescription, &nurse, &PRESCRIBED).await,
        403,
        "a nurse prescribes nothing"
    );
    let weight = [
        ("act", "dry_weight"),
        ("weight", "70"),
        ("weight_unit", "kg"),
        ("reason", "Less oedema."),
    ];
    assert_eq!(unit.status(&prescription, &nurse, &weight).await, 403);
    assert_eq!(
        unit.status(&unit.chair(), &nurse, &[("act", "sign")]).await,
        403,
        "nor signs"
    );
    for who in ["mensah", "lindqvist", "haddad", "wanjiru", "sani"] {
        let cookie = unit.at.sign_in(&format!("{who}@riverbend.example")).await.unwrap();
        for (path, fields) in [
            (unit.chair(), vec![("act", "check_in")]),
            (unit.path("/access"), vec![("act", "add_access")]),
            (prescription.clone(), weight.to_vec()),
        ] {
            assert_eq!(unit.status(&path, &cookie, &fields).await, 403, "{who} {path}");
        }
    }
    let elsewhere = unit.at.sign_in("silva@lakeside.example").await.unwrap();
    assert_eq!(
        unit.status(&unit.chair(), &elsewhere, &[("act", "check_in")]).await,
        404,
        "elsewhere"
    );
    assert_eq!(unit.state().await, "booked");
    // The session of one is not found under the name of another.
    let okafor = unit.at.riverbend.patients[0];
    let under_another = format!("/patients/{okafor}/dialysis/sessions/{}", unit.session);
    assert_eq!(unit.status(&under_another, &nurse, &[("act", "check_in")]).await, 404);
}

/// Prescribing and signing want a fresh proof of who somebody is, as every prescription does.
#[tokio::test(flavor = "multi_thread")]
async fn who_prescribes_or_signs_has_just_proved_who_they_are() {
    let unit = Chair::open().await;
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.at.later(600);
    let body = crate::support::door::Body::Form(
        PRESCRIBED
            .iter()
            .map(|(name, value)| (*name, (*value).to_owned()))
            .collect(),
    );
    let answer = crate::support::door::knock(
        &unit.at,
        &reqwest::Method::POST,
        &unit.path("/prescription"),
        &body,
        &doctor,
    )
    .await;
    let to = answer.headers().get("location").unwrap().to_str().unwrap();
    assert!(to.contains("/prove"), "{to}");
    // Whoever stands at the chair is not asked: the session goes on.
    let said = unit.at_the_chair(&nurse, &[("act", "check_in")]).await;
    assert!(said.contains("They are checked in."), "checked in");
}

/// Whoever is on duty on the ward of the chair reads whom they dialyse, though they lie on no ward; a week before and after.
#[tokio::test(flavor = "multi_thread")]
async fn who_is_dialysed_on_a_ward_is_a_patient_of_whoever_is_on_duty_there() {
    let unit = Chair::open().await;
    let doctor = unit.doctor().await;
    let guest = Uuid::now_v7();
    let rao = unit.at.user("rao@riverbend.example").await;
    run(
        &unit.at,
        format!(
            "INSERT INTO patient (id, family_name, given_name, born_on, sex) VALUES ('{guest}', 'Njoroge', 'Paul', '1960-05-01', 'male');
             INSERT INTO registration (patient_id, hospital_id, hospital_number) VALUES ('{guest}', '{}', 'RG-900')",
            unit.hospital
        ),
    )
    .await;
    let reads = async || {
        let body = crate::support::door::Body::None;
        let path = format!("/patients/{guest}/dialysis");
        crate::support::door::knock(&unit.at, &reqwest::Method::GET, &path, &body, &doctor)
            .await
            .status()
            .as_u16()
    };
    assert_eq!(reads().await, 403, "nobody's patient");
    let book = |from: &str, until: &str| {
        format!(
            "INSERT INTO dialysis_session (id, patient_id, hospital_id, station_id, planned, minutes, booked_at, booked_by)
             VALUES (gen_random_uuid(), '{guest}', '{}', '{}', tstzrange(now() + interval '{from}', now() + interval '{until}'), 240, now(), '{rao}')",
            unit.hospital, unit.station
        )
    };
    run(&unit.at, book("9 days", "9 days 5 hours")).await;
    assert_eq!(reads().await, 403, "not yet");
    run(&unit.at, book("6 days", "6 days 5 hours")).await;
    assert_eq!(reads().await, 200, "booked at a chair of the ward");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_unit_shows_who_needs_somebody_first() {
    let unit = Chair::open().await;
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    let board = page(&unit.at, "/dialysis", &nurse, &[]).await;
    assert!(
        board.contains("MWANGI, Joseph") && board.contains("Has not come"),
        "late"
    );
    unit.prepare(&doctor, &nurse).await;
    unit.at_the_chair(&nurse, &[("act", "check_in")]).await;
    let board = page(&unit.at, "/dialysis", &nurse, &[]).await;
    assert!(board.contains("Waits to start"), "here");
    unit.look(&nurse, &[]).await;
    let board = page(&unit.at, "/dialysis", &doctor, &[]).await;
    assert!(
        board.contains("Second look") && board.contains("2.40"),
        "a second person is wanted"
    );
    unit.confirm(&doctor).await;
    unit.at_the_chair(&nurse, &[("act", "start")]).await;
    let board = page(&unit.at, "/dialysis", &doctor, &[]).await;
    assert!(board.contains("Running"), "runs");
    // Who is on duty on no ward sees no chairs.
    let elsewhere = unit.at.sign_in("silva@lakeside.example").await.unwrap();
    let none = page(&unit.at, "/dialysis", &elsewhere, &[]).await;
    assert!(
        !none.contains("MWANGI") && none.contains("No ward of yours has chairs"),
        "elsewhere"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_others_must_not_get_is_said_at_the_chair() {
    let unit = Chair::open().await;
    let nurse = unit.nurse().await;
    let result = [
        ("act", "infection"),
        ("agent", "hbv"),
        ("result", "positive"),
        ("tested_on", "2026-01-15"),
        ("isolate", "yes"),
    ];
    let said = page(&unit.at, &unit.path("/access"), &nurse, &result).await;
    assert!(said.contains("Hepatitis B") && said.contains("Positive"), "written");
    let chair = page(&unit.at, &unit.chair(), &nurse, &[]).await;
    assert!(chair.contains("A chair apart is needed: Hepatitis B."), "at the chair");
    // The newest result holds.
    let mut later = result;
    later[2] = ("result", "negative");
    later[3] = ("tested_on", "2026-02-15");
    later[4] = ("isolate", "no");
    page(&unit.at, &unit.path("/access"), &nurse, &later).await;
    let chair = page(&unit.at, &unit.chair(), &nurse, &[]).await;
    assert!(!chair.contains("A chair apart is needed"), "no longer");
    page(&unit.at, &unit.path("/access"), &nurse, &CATHETER).await;
    let id: Uuid = unit.one("SELECT id FROM vascular_access").await;
    let id = id.to_string();
    let unsafe_ = [
        ("act", "assess"),
        ("id", id.as_str()),
        ("exit_site", "red"),
        ("safe_to_use", "no"),
    ];
    let said = page(&unit.at, &unit.path("/access"), &nurse, &unsafe_).await;
    assert!(said.contains("Say why it cannot be used."), "with why");
    let told = [
        ("act", "assess"),
        ("id", id.as_str()),
        ("exit_site", "red"),
        ("safe_to_use", "no"),
        ("problem", "Pus."),
    ];
    let said = page(&unit.at, &unit.path("/access"), &nurse, &told).await;
    assert!(
        said.contains("The exit is not clean") && said.contains("Not safe to use"),
        "seen"
    );
    let ended = page(
        &unit.at,
        &unit.path("/access"),
        &nurse,
        &[("act", "end_access"), ("id", &id), ("because", "infected")],
    )
    .await;
    assert!(
        ended.contains("It was infected") && ended.contains("No access is known"),
        "ended"
    );
}

/// The same where the session was booked in a record that was joined to theirs: the ward does not lose them.
#[tokio::test(flavor = "multi_thread")]
async fn a_session_of_a_joined_record_makes_them_a_patient_of_the_ward_too() {
    let unit = Chair::open().await;
    let doctor = unit.doctor().await;
    let (guest, other) = (Uuid::now_v7(), Uuid::now_v7());
    let rao = unit.at.user("rao@riverbend.example").await;
    run(
        &unit.at,
        format!(
            "INSERT INTO patient (id, family_name, given_name, born_on, sex) VALUES ('{guest}', 'Njoroge', 'Paul', '1960-05-01', 'male'), ('{other}', 'Njoroge', 'P', '1960-05-01', 'male');
             INSERT INTO registration (patient_id, hospital_id, hospital_number) VALUES ('{guest}', '{0}', 'RG-900'), ('{other}', '{0}', 'RG-901');
             INSERT INTO dialysis_session (id, patient_id, hospital_id, station_id, planned, minutes, booked_at, booked_by)
                  VALUES (gen_random_uuid(), '{other}', '{0}', '{1}', tstzrange(now() - interval '3 days', now() - interval '3 days' + interval '5 hours'), 240, now() - interval '4 days', '{rao}');
             -- It is over: what is still to come is rebooked before two records are joined.
             ALTER TABLE dialysis_session DISABLE TRIGGER USER;
             UPDATE dialysis_session SET state = 'closed' WHERE patient_id = '{other}';
             ALTER TABLE dialysis_session ENABLE TRIGGER USER",
            unit.hospital, unit.station
        ),
    )
    .await;
    let reads = async || {
        let body = crate::support::door::Body::None;
        let path = format!("/patients/{guest}/dialysis");
        crate::support::door::knock(&unit.at, &reqwest::Method::GET, &path, &body, &doctor)
            .await
            .status()
            .as_u16()
    };
    assert_eq!(reads().await, 403, "the session is another's");
    run(
        &unit.at,
        format!(
            "INSERT INTO patient_merge (id, hospital_id, survivor_id, other_id, reason, merged_at, merged_by)
             VALUES (gen_random_uuid(), '{}', '{guest}', '{other}', 'The same card.', now(), '{rao}')",
            unit.hospital
        ),
    )
    .await;
    assert_eq!(reads().await, 200, "it is theirs");
}
