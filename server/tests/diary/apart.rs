//! Who needs a chair apart is booked on one, and nobody else is: by the newest test of all records that were joined. What was booked before is marked, and moved. What a joined record prescribes is
//! asked of a chair too.

use uuid::Uuid;

use super::{Unit, prescribe, run};
use crate::support::door::page;

#[tokio::test(flavor = "multi_thread")]
async fn a_chair_has_to_suit_who_is_booked() {
    let unit = Unit::open().await;
    let (nurse, rao) = (unit.nurse().await, unit.at.user("rao@riverbend.example").await);
    run(
        &unit.at,
        format!(
            "INSERT INTO infection_status (id, patient_id, hospital_id, agent, result, isolate, tested_on, recorded_at, recorded_by)
             VALUES (gen_random_uuid(), '{}', '{}', 'hbv', 'positive', true, '2026-01-01', now(), '{rao}')",
            unit.okafor, unit.hospital
        ),
    )
    .await;
    let said = unit.book(&nurse, unit.okafor, &unit.place(1, 0, 0)).await;
    assert!(said.contains("They need a chair apart."), "{said}");
    assert!(
        unit.book(&nurse, unit.okafor, &unit.place(1, 0, 1))
            .await
            .contains("The place is booked.")
    );
    // Nobody else is booked there, by staff either.
    let said = unit.book(&nurse, unit.mwangi, &unit.place(2, 0, 1)).await;
    assert!(
        said.contains("This chair is kept for people who need one apart."),
        "{said}"
    );
    run(
        &unit.at,
        format!(
            "UPDATE dialysis_prescription SET ended_at = now(), ended_by = '{rao}' WHERE patient_id = '{}'",
            unit.mwangi
        ),
    )
    .await;
    let said = unit.book(&nurse, unit.mwangi, &unit.place(1, 0, 0)).await;
    assert!(said.contains("No dialysis is prescribed for them."), "{said}");
    let silva_s = unit.at.lakeside.patients[0];
    let said = unit.book(&nurse, silva_s, &unit.place(1, 0, 0)).await;
    assert!(
        said.contains("No dialysis is prescribed for them."),
        "a patient of another hospital: {said}"
    );
    assert_eq!(unit.taken().await, 1);
}

/// Haemodiafiltration, and haemodialysis with ultrapure fluid, are booked where that was tested; the diary marks the chairs where it was not, and other haemodialysis is booked there as before.
#[tokio::test(flavor = "multi_thread")]
async fn haemodiafiltration_is_booked_where_ultrapure_fluid_was_tested() {
    let unit = Unit::open().await;
    let (nurse, device) = (unit.nurse().await, unit.at.riverbend.devices[1].id);
    let tested = |fluid: &str, part: f64| {
        format!(
            "INSERT INTO water_test (id, hospital_id, ward_id, fluid, measure, value, max, action_from, point, taken_at, logged_at, logged_by)
             SELECT gen_random_uuid(), '{0}', '{1}', m.fluid, m.measure, m.max * {part}, m.max, m.action_from, 'Inlet', now(), now(), u.id
               FROM fluid_limit_now('{0}') m, (SELECT id FROM app_user LIMIT 1) u WHERE m.fluid = '{fluid}'",
            unit.hospital, unit.ward
        )
    };
    run(
        &unit.at,
        format!(
            "UPDATE device SET kind = 'dialysis', ward_id = '{}' WHERE id = '{device}';
             UPDATE station SET bed_id = (SELECT bed_id FROM device_assignment WHERE device_id = '{device}' AND upper_inf(during)) WHERE id = '{}';
             UPDATE dialysis_prescription SET modality = 'hdf_post', substitution = 20 WHERE patient_id = '{}';
             {}",
            unit.ward,
            unit.chairs[2],
            unit.mwangi,
            tested("water", 0.2),
        ),
    )
    .await;
    let day = format!("/dialysis/diary?ward={}&day={}", unit.ward, unit.day(1).text());
    let board = page(&unit.at, &day, &nurse, &[]).await;
    assert!(
        board.contains("Ultrapure fluid not tested or over its limit"),
        "the chair is marked"
    );
    let said = unit.book(&nurse, unit.mwangi, &unit.place(1, 0, 2)).await;
    assert!(
        said.contains("Ultrapure fluid is prescribed, and that of this ward has no valid test"),
        "{said}"
    );
    assert!(
        unit.book(&nurse, unit.okafor, &unit.place(2, 0, 2))
            .await
            .contains("The place is booked."),
        "haemodialysis asks for none"
    );
    let asked = format!(
        "UPDATE dialysis_prescription SET dialysis_fluid = 'ultrapure' WHERE patient_id = '{}'",
        unit.okafor
    );
    run(&unit.at, asked).await;
    let said = unit.book(&nurse, unit.okafor, &unit.place(3, 0, 2)).await;
    assert!(
        said.contains("Ultrapure fluid is prescribed, and that of this ward has no valid test"),
        "where it is prescribed for haemodialysis, too: {said}"
    );
    run(&unit.at, tested("ultrapure", 0.2)).await;
    assert!(
        unit.book(&nurse, unit.okafor, &unit.place(3, 0, 2))
            .await
            .contains("The place is booked.")
    );
    assert!(
        unit.book(&nurse, unit.mwangi, &unit.place(1, 0, 2))
            .await
            .contains("The place is booked.")
    );
    let board = page(&unit.at, &day, &nurse, &[]).await;
    assert!(
        !board.contains("Ultrapure fluid not tested or over its limit"),
        "tested"
    );
}

/// What holds is the newest test, not what was typed last; and what a joined record carries is carried by who it was joined to. What was booked before is marked.
#[tokio::test(flavor = "multi_thread")]
async fn the_newest_test_of_both_records_says_whether_a_chair_apart_is_needed() {
    let unit = Unit::open().await;
    let (nurse, rao) = (unit.nurse().await, unit.at.user("rao@riverbend.example").await);
    let found = |patient: Uuid, result: &str, isolate: bool, tested: &str, typed: &str| {
        format!(
            "INSERT INTO infection_status (id, patient_id, hospital_id, agent, result, isolate, tested_on, recorded_at, recorded_by)
             VALUES (gen_random_uuid(), '{patient}', '{}', 'hbv', '{result}', {isolate}, '{tested}', now() - interval '{typed}', '{rao}')",
            unit.hospital
        )
    };
    for patient in [unit.okafor, unit.mwangi] {
        assert!(
            unit.book(
                &nurse,
                patient,
                &unit.place(if patient == unit.okafor { 1 } else { 2 }, 0, 0)
            )
            .await
            .contains("The place is booked.")
        );
    }
    let day = format!("/dialysis/diary?ward={}&day={}", unit.ward, unit.day(1).text());
    assert!(
        !page(&unit.at, &day, &nurse, &[]).await.contains("Needs a chair apart"),
        "nothing is known of either"
    );
    // She is received already when it is found.
    let session = unit.booked(unit.okafor).await.unwrap().to_string();
    run(
        &unit.at,
        format!("INSERT INTO session_check_in (session_id, at, by_user) VALUES ('{session}', now(), '{rao}')"),
    )
    .await;
    run(&unit.at, found(unit.okafor, "positive", true, "2026-03-01", "2 days")).await;
    run(&unit.at, found(unit.okafor, "negative", false, "2026-01-01", "1 day")).await;
    let said = unit.book(&nurse, unit.okafor, &unit.place(3, 0, 0)).await;
    assert!(said.contains("They need a chair apart."), "{said}");
    assert!(
        page(&unit.at, &day, &nurse, &[]).await.contains("Needs a chair apart"),
        "what was booked before is marked"
    );
    let (to, shift, station) = (
        unit.day(1).text(),
        unit.shifts[0].to_string(),
        unit.chairs[1].to_string(),
    );
    let moved = [
        ("act", "move"),
        ("session", session.as_str()),
        ("back", to.as_str()),
        ("day", to.as_str()),
        ("shift", shift.as_str()),
        ("station", station.as_str()),
    ];
    let said = unit.post("/dialysis/diary", &nurse, &moved).await;
    assert!(
        said.contains("The session is moved.") && !said.contains("Needs a chair apart"),
        "{said}"
    );
    // Mwangi's other record says it of him.
    let other = Uuid::now_v7();
    run(
        &unit.at,
        format!(
            "INSERT INTO patient (id, family_name, given_name, born_on, sex) VALUES ('{other}', 'Mwangi', 'J', '1958-01-01', 'male');
             INSERT INTO registration (patient_id, hospital_id, hospital_number) VALUES ('{other}', '{}', 'M-2');
             {}",
            unit.hospital,
            found(other, "positive", true, "2026-03-01", "1 day")
        ),
    )
    .await;
    assert!(
        unit.book(&nurse, unit.mwangi, &unit.place(4, 0, 0))
            .await
            .contains("The place is booked.")
    );
    run(
        &unit.at,
        format!(
            "INSERT INTO patient_merge (id, hospital_id, survivor_id, other_id, reason, merged_at, merged_by)
             VALUES (gen_random_uuid(), '{}', '{}', '{other}', 'The same card.', now(), '{rao}')",
            unit.hospital, unit.mwangi
        ),
    )
    .await;
    let said = unit.book(&nurse, unit.mwangi, &unit.place(5, 0, 0)).await;
    assert!(said.contains("They need a chair apart."), "{said}");
}

/// Mwangi's other record, in which haemodiafiltration is prescribed, is joined to his: a chair has to give what either asks for, and where only the other one prescribes he is booked by it.
#[tokio::test(flavor = "multi_thread")]
async fn what_a_joined_record_prescribes_is_asked_of_a_chair() {
    let unit = Unit::open().await;
    let (nurse, rao) = (unit.nurse().await, unit.at.user("rao@riverbend.example").await);
    let other = Uuid::now_v7();
    run(
        &unit.at,
        format!(
            "INSERT INTO patient (id, family_name, given_name, born_on, sex) VALUES ('{other}', 'Mwangi', 'J', '1958-01-01', 'male');
             INSERT INTO registration (patient_id, hospital_id, hospital_number) VALUES ('{other}', '{}', 'M-2')",
            unit.hospital
        ),
    )
    .await;
    prescribe(&unit.at, other, unit.hospital, rao, "hdf_post").await;
    // His own is the newer one: it says how long and how often.
    run(
        &unit.at,
        format!("UPDATE dialysis_prescription SET prescribed_at = prescribed_at - interval '1 year' WHERE patient_id = '{other}'"),
    )
    .await;
    assert!(
        unit.book(&nurse, unit.mwangi, &unit.place(1, 0, 0))
            .await
            .contains("The place is booked."),
        "nobody knows yet that they are one"
    );
    run(
        &unit.at,
        format!(
            "INSERT INTO patient_merge (id, hospital_id, survivor_id, other_id, reason, merged_at, merged_by)
             VALUES (gen_random_uuid(), '{}', '{}', '{other}', 'The same card.', now(), '{rao}')",
            unit.hospital, unit.mwangi
        ),
    )
    .await;
    let no_hdf = "Haemodiafiltration or haemofiltration is prescribed, and this chair cannot do it.";
    let said = unit.book(&nurse, unit.mwangi, &unit.place(2, 0, 0)).await;
    assert!(said.contains(no_hdf), "{said}");
    assert!(
        unit.book(&nurse, unit.mwangi, &unit.place(2, 0, 2))
            .await
            .contains("The place is booked.")
    );

    // His own ends: what is prescribed for him stands in the other record alone. He is still one whom the forms name.
    let ends = |patient: Uuid| {
        format!(
            "UPDATE dialysis_prescription SET ended_at = now(), ended_by = '{rao}' WHERE patient_id = '{patient}' AND ended_at IS NULL"
        )
    };
    run(&unit.at, ends(unit.mwangi)).await;
    let named = format!("value=\"{}\"", unit.mwangi);
    let plan = page(&unit.at, &format!("/dialysis/plan?ward={}", unit.ward), &nurse, &[]).await;
    assert!(plan.contains(&named), "he can be chosen: {plan}");
    let said = unit.book(&nurse, unit.mwangi, &unit.place(3, 0, 0)).await;
    assert!(said.contains(no_hdf), "{said}");
    run(&unit.at, ends(other)).await;
    let said = unit.book(&nurse, unit.mwangi, &unit.place(3, 0, 2)).await;
    assert!(said.contains("No dialysis is prescribed for them."), "{said}");
}
