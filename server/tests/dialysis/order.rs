//! What the database itself holds, whoever asks at the same moment, and what a start needs.

use futures::future::join_all;
use uuid::Uuid;

use super::{Chair, run};
use crate::support::door::page;

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_fifty_bookings_of_one_chair_at_one_time_one_stands() {
    let unit = Chair::open().await;
    let rao = unit.at.user("rao@riverbend.example").await;
    let book = |patient: Uuid, station: Uuid| {
        format!(
            "INSERT INTO dialysis_session (id, patient_id, hospital_id, station_id, planned, minutes, booked_at, booked_by)
             VALUES (gen_random_uuid(), '{patient}', '{}', '{station}', tstzrange(now() + interval '2 days', now() + interval '2 days 5 hours'), 240, now(), '{rao}')",
            unit.hospital
        )
    };
    let patients = [unit.at.riverbend.patients[0], unit.mwangi];
    let tries = (0..50).map(|n| {
        let script = book(patients[n % 2], unit.station);
        let pool = unit.at.db.owner().clone();
        async move {
            sqlx::query(sqlx::AssertSqlSafe(script))
                .execute(&pool)
                .await
                .map_err(|error| rule(&error))
        }
    });
    let answers = join_all(tries).await;
    assert_eq!(answers.iter().filter(|answer| answer.is_ok()).count(), 1);
    for refused in answers.into_iter().filter_map(Result::err) {
        assert!(
            ["dialysis_session_station_free", "dialysis_session_patient_free"].contains(&refused.as_str()),
            "{refused}"
        );
    }
    // Nor is anybody at two chairs at once.
    let other = Uuid::now_v7();
    run(
        &unit.at,
        format!(
            "INSERT INTO station (id, hospital_id, ward_id, name) VALUES ('{other}', '{}', '{}', 'D-03')",
            unit.hospital, unit.at.riverbend.ward
        ),
    )
    .await;
    let whose: Uuid = unit
        .one("SELECT patient_id FROM dialysis_session WHERE lower(planned) > now() + interval '1 day'")
        .await;
    let error = sqlx::query(sqlx::AssertSqlSafe(book(whose, other)))
        .execute(unit.at.db.owner())
        .await
        .unwrap_err();
    assert_eq!(rule(&error), "dialysis_session_patient_free");
}

fn rule(error: &sqlx::Error) -> String {
    error
        .as_database_error()
        .and_then(|error| error.constraint())
        .unwrap_or_default()
        .to_owned()
}

/// No step is taken out of its turn, and no state is set without its fact.
#[tokio::test(flavor = "multi_thread")]
async fn no_step_is_taken_out_of_its_turn() {
    let unit = Chair::open().await;
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.prepare(&doctor, &nurse).await;
    for state in [
        "checked_in",
        "running",
        "closed",
        "interrupted",
        "signed",
        "did_not_attend",
        "cancelled",
    ] {
        let set = format!("UPDATE dialysis_session SET state = '{state}'");
        let error = sqlx::query(sqlx::AssertSqlSafe(set))
            .execute(unit.at.db.owner())
            .await
            .unwrap_err();
        assert_eq!(rule(&error), "dialysis_session_goes_its_way", "{state}");
    }
    let said = unit.look(&nurse, &[]).await;
    assert!(
        said.contains("after the check-in and before the start"),
        "not before the check-in"
    );
    for act in ["start", "end", "after", "sign", "observe"] {
        let more = match act {
            "after" => super::AFTER.to_vec(),
            "observe" => vec![("act", "observe"), ("pulse", "70")],
            act => vec![("act", act)],
        };
        let said = unit.at_the_chair(&doctor, &more).await;
        assert!(said.contains("There is a problem"), "{act}");
        assert_eq!(unit.state().await, "booked", "{act}");
    }
}

/// Each thing that is not fine stands in the way by itself; looking again with it fine lets the session start.
#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_connected_while_something_is_not_fine() {
    let unit = Chair::open().await;
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.prepare(&doctor, &nurse).await;
    unit.at_the_chair(&nurse, &[("act", "check_in")]).await;
    for (found, sentence) in [
        (("access_safe", "no"), "The access is not safe to use."),
        (("self_test_passed", "no"), "The machine has not passed its own test."),
        (
            ("conductivity", "15.6"),
            "The conductivity is not between 12.5 and 15.5",
        ),
        (("consented", "no"), "They do not agree to be treated."),
    ] {
        unit.look(&nurse, &[found]).await;
        unit.confirm(&doctor).await;
        let said = unit.at_the_chair(&nurse, &[("act", "start")]).await;
        assert!(said.contains(sentence), "{sentence}");
        assert_eq!(unit.state().await, "checked_in");
    }
    // More an hour than is allowed: 4.0 L in four hours are 13.8 mL/kg/h; it needs 5 h 32 to stay under 10.
    let said = unit.look(&nurse, &[("weight", "76.5")]).await;
    assert!(
        said.contains("Needs 5 h 32 to stay under 10.0") && said.contains("13.8"),
        "the guard"
    );
    assert!(
        said.contains("Above 13 mL/kg/h: more harm is known."),
        "beside the bound of 10: {said}"
    );
    unit.confirm(&doctor).await;
    let said = unit.at_the_chair(&nurse, &[("act", "start")]).await;
    assert!(said.contains("Say why, take less or treat longer."), "with a reason");
    assert!(
        said.contains("More than 13 mL/kg/h would be taken"),
        "and how far above it is: {said}"
    );
    // A look that came later wants a second person again.
    unit.look(&nurse, &[]).await;
    let said = unit.at_the_chair(&nurse, &[("act", "start")]).await;
    assert!(said.contains("A second person has to confirm"), "the newest look");
    unit.confirm(&doctor).await;
    // Revised after the look: everything is looked at again.
    run(
        &unit.at,
        "UPDATE dialysis_prescription SET ended_at = now(), ended_by = prescribed_by".to_owned(),
    )
    .await;
    let said = unit.at_the_chair(&nurse, &[("act", "start")]).await;
    assert!(
        said.contains("The prescription was revised meanwhile."),
        "with the one that holds"
    );
    assert_eq!(unit.state().await, "checked_in");
}

/// A machine that is out of service is started on nobody.
#[tokio::test(flavor = "multi_thread")]
async fn a_machine_that_is_not_fit_is_not_started() {
    let unit = Chair::open().await;
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.prepare(&doctor, &nurse).await;
    unit.at_the_chair(&nurse, &[("act", "check_in")]).await;
    unit.look(&nurse, &[]).await;
    unit.confirm(&doctor).await;
    let device = unit.at.riverbend.devices[1].id;
    run(
        &unit.at,
        format!("UPDATE device SET status = 'inactive' WHERE id = '{device}'"),
    )
    .await;
    let said = unit.at_the_chair(&nurse, &[("act", "start")]).await;
    assert!(said.contains("This machine is out of use."), "inactive");
    assert_eq!(unit.state().await, "checked_in");
    run(
        &unit.at,
        format!("UPDATE device SET status = 'active' WHERE id = '{device}'"),
    )
    .await;
    unit.at_the_chair(&nurse, &[("act", "start")]).await;
    assert_eq!(unit.state().await, "running");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lot_that_is_called_back_finds_everybody_who_was_treated_with_it() {
    let unit = Chair::open().await;
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.start(&doctor, &nurse).await;
    let lot = |lot: &'static str| [("act", "lot"), ("kind", "dialyser"), ("product", "FX 80"), ("lot", lot)];
    unit.at_the_chair(&nurse, &lot("B4K-0721")).await;
    let wrong = unit.at_the_chair(&nurse, &lot("?")).await;
    assert!(wrong.contains("There is a problem"), "a number");
    let old = [
        ("act", "lot"),
        ("kind", "lines"),
        ("product", "AV"),
        ("lot", "L-1"),
        ("expires_on", "2020-01"),
    ];
    let said = unit.at_the_chair(&nurse, &old).await;
    assert!(said.contains("This was to be used before today."), "out of date");
    for typed in ["b4k0721", "B4K%200721", "b4k"] {
        let found = page(&unit.at, &format!("/dialysis/lots?lot={typed}"), &doctor, &[]).await;
        assert!(
            found.contains("MWANGI, Joseph") && found.contains("B4K-0721"),
            "{typed}"
        );
    }
    let none = page(&unit.at, "/dialysis/lots?lot=B4K0722", &nurse, &[]).await;
    assert!(
        none.contains("Nobody was treated with it") && !none.contains("MWANGI"),
        "another lot"
    );
    let short = page(&unit.at, "/dialysis/lots?lot=b4", &nurse, &[]).await;
    assert!(short.contains("at least three letters or digits"), "too little");
    // Another hospital's doctor finds nobody here.
    let elsewhere = unit.at.sign_in("silva@lakeside.example").await.unwrap();
    let found = page(&unit.at, "/dialysis/lots?lot=B4K", &elsewhere, &[]).await;
    assert!(!found.contains("MWANGI"), "behind the wall");
}

/// A session that overruns keeps its machine: the next one is connected to nobody on it before it has ended, whatever was planned.
#[tokio::test(flavor = "multi_thread")]
async fn a_machine_that_still_runs_is_started_on_nobody_else() {
    let unit = Chair::open().await;
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.start(&doctor, &nurse).await;
    let (next, station) = (Uuid::now_v7(), Uuid::now_v7());
    let device = unit.at.riverbend.devices[1].id;
    let [first, second] = [
        unit.at.user("achieng@riverbend.example").await,
        unit.at.user("rao@riverbend.example").await,
    ];
    let begin = |station: Uuid| {
        format!(
            "INSERT INTO dialysis_session (id, patient_id, hospital_id, station_id, device_id, planned, minutes, booked_at, booked_by)
                  VALUES ('{next}', '{}', '{}', '{station}', '{device}', tstzrange(now() + interval '6 hours', now() + interval '11 hours'), 240, now(), '{second}');
             INSERT INTO session_check_in (session_id, at, by_user) VALUES ('{next}', now(), '{first}');
             INSERT INTO session_before (id, session_id, recorded_at, recorded_by, prescription_id, weight, lying_systolic, lying_diastolic, access_id, access_safe, self_test_passed,
                                         conductivity, consented, uf_goal)
                  SELECT '{next}', '{next}', now(), '{first}', prescription_id, 74, 140, 80, access_id, true, true, 14, true, 1500 FROM session_before LIMIT 1;
             INSERT INTO session_second_check (before_id, session_id, first_by, checked_by, checked_at) VALUES ('{next}', '{next}', '{first}', '{second}', now());
             INSERT INTO session_started (session_id, at, by_user, before_id, prescription_id) SELECT '{next}', now(), '{first}', id, prescription_id FROM session_before WHERE id = '{next}'",
            unit.mwangi, unit.hospital
        )
    };
    run(
        &unit.at,
        format!(
            "INSERT INTO station (id, hospital_id, ward_id, name) VALUES ('{station}', '{}', '{}', 'D-03')",
            unit.hospital, unit.at.riverbend.ward
        ),
    )
    .await;
    for (station, refused) in [
        (station, "dialysis_session_device_runs_once"),
        (
            unit.station,
            "dialysis_session_device_runs_once dialysis_session_station_runs_once",
        ),
    ] {
        let mut tx = unit.at.db.owner().begin().await.unwrap();
        let error = sqlx::raw_sql(sqlx::AssertSqlSafe(begin(station)))
            .execute(&mut *tx)
            .await
            .unwrap_err();
        assert!(refused.split(' ').any(|known| known == rule(&error)), "{error}");
        tx.rollback().await.unwrap();
    }
    unit.at_the_chair(&nurse, &[("act", "end_early"), ("early", "machine")])
        .await;
    run(&unit.at, super::disinfected(device.0)).await;
    run(&unit.at, begin(station)).await;
}

/// Whoever stands at a chair chooses another machine that is fit; where a ward has machines, one is named.
#[tokio::test(flavor = "multi_thread")]
async fn another_machine_is_chosen_until_the_start() {
    let unit = Chair::open().await;
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.prepare(&doctor, &nurse).await;
    let (spare, ward) = (Uuid::now_v7(), unit.at.riverbend.ward);
    run(
        &unit.at,
        format!(
            "UPDATE dialysis_session SET device_id = NULL;
             INSERT INTO device (id, hospital_id, name, model, serial, kind, ward_id) VALUES ('{spare}', '{}', 'Machine 9', 'N', '9', 'dialysis', '{ward}');
             {}",
            unit.hospital,
            super::disinfected(spare)
        ),
    )
    .await;
    unit.at_the_chair(&nurse, &[("act", "check_in")]).await;
    unit.look(&nurse, &[]).await;
    unit.confirm(&doctor).await;
    let said = unit.at_the_chair(&nurse, &[("act", "start")]).await;
    assert!(
        said.contains("Choose the machine on which they are treated first."),
        "on which"
    );
    let elsewhere = unit.at.lakeside.devices[0].id.to_string();
    let said = unit
        .at_the_chair(&nurse, &[("act", "machine"), ("device", &elsewhere)])
        .await;
    assert!(said.contains("Choose a machine of the list."), "of this hospital");
    let said = unit
        .at_the_chair(&nurse, &[("act", "machine"), ("device", &spare.to_string())])
        .await;
    assert!(
        said.contains("The machine is chosen.") && said.contains("Machine 9"),
        "chosen"
    );
    unit.at_the_chair(&nurse, &[("act", "start")]).await;
    assert_eq!(unit.state().await, "running");
}
