//! A hospital with more people on dialysis than a list shows: each of them is booked by number, and each is reminded.

use hospital::dialysis::diary::remind::remind;

use super::{Unit, run};
use crate::support::door::page;

/// People at chairs of their own, each with a prescription and a session tomorrow.
async fn crowd(unit: &Unit, people: i32) {
    let (hospital, ward) = (unit.hospital, unit.ward);
    run(
        &unit.at,
        format!(
            "CREATE TEMP TABLE crowd AS SELECT n, gen_random_uuid() AS id, gen_random_uuid() AS chair FROM generate_series(1, {people}) AS n;
             INSERT INTO patient (id, family_name, given_name, born_on, sex) SELECT id, 'Crowd', 'N' || n, '1960-01-01', 'female' FROM crowd;
             INSERT INTO registration (patient_id, hospital_id, hospital_number) SELECT id, '{hospital}', 'CR-' || n FROM crowd;
             INSERT INTO station (id, hospital_id, ward_id, name) SELECT chair, '{hospital}', '{ward}', 'X-' || n FROM crowd;
             INSERT INTO dialysis_prescription (id, patient_id, hospital_id, version, modality, minutes, weekdays, dialyser, blood_flow, dialysate_flow, potassium, calcium, sodium,
                                                bicarbonate, temperature, uf_profile, max_uf_rate, anticoagulant, reason, prescribed_at, prescribed_by)
             SELECT gen_random_uuid(), p.patient_id, p.hospital_id, 1, p.modality, p.minutes, p.weekdays, p.dialyser, p.blood_flow, p.dialysate_flow, p.potassium, p.calcium, p.sodium,
                    p.bicarbonate, p.temperature, p.uf_profile, p.max_uf_rate, p.anticoagulant, p.reason, p.prescribed_at, p.prescribed_by
               FROM (SELECT c.id AS patient_id, d.hospital_id, d.modality, d.minutes, d.weekdays, d.dialyser, d.blood_flow, d.dialysate_flow, d.potassium, d.calcium, d.sodium,
                            d.bicarbonate, d.temperature, d.uf_profile, d.max_uf_rate, d.anticoagulant, d.reason, d.prescribed_at, d.prescribed_by
                       FROM crowd c, (SELECT * FROM dialysis_prescription LIMIT 1) d) p;
             INSERT INTO dialysis_session (id, patient_id, hospital_id, station_id, planned, minutes, booked_at, booked_by)
             SELECT gen_random_uuid(), c.id, '{hospital}', c.chair, tstzrange(now() + interval '20 hours', now() + interval '25 hours'), 240, now(), u.id
               FROM crowd c, (SELECT id FROM app_user LIMIT 1) u"
        ),
    )
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn more_people_than_a_list_shows_are_booked_by_number_and_all_of_them_reminded() {
    let unit = Unit::open().await;
    let nurse = unit.nurse().await;
    let free = unit.place(2, 0, 0);
    let path = format!(
        "/dialysis/diary?ward={}&day={}&place={free}",
        unit.ward,
        unit.day(2).text()
    );
    let shown = page(&unit.at, &path, &nurse, &[]).await;
    assert!(!shown.contains("Hospital number"), "two people stand in a list");
    crowd(&unit, 205).await;
    for asked in [
        path,
        format!("/dialysis/plan?ward={}", unit.ward),
        format!("/dialysis/waiting?ward={}", unit.ward),
    ] {
        let shown = page(&unit.at, &asked, &nurse, &[]).await;
        assert!(
            shown.contains("Hospital number") && !shown.contains("Crowd, N7<"),
            "{asked}: asked by number"
        );
    }
    let book = async |number: &str| {
        let fields = [("act", "book"), ("patient", number), ("place", free.as_str())];
        unit.post("/dialysis/diary", &nurse, &fields).await
    };
    assert!(
        book("CR-9999")
            .await
            .contains("Nobody of this hospital has this number.")
    );
    let said = book(" CR-205 ").await;
    assert!(said.contains("The place is booked."), "{said}");
    let whose: String = sqlx::query_scalar(
        "SELECT r.hospital_number FROM dialysis_session s JOIN registration r ON r.patient_id = s.patient_id WHERE s.station_id = $1",
    )
    .bind(unit.chairs[0])
    .fetch_one(unit.at.db.owner())
    .await
    .unwrap();
    assert_eq!(whose, "CR-205");
    let line = [
        ("act", "add"),
        ("patient", "CR-204"),
        ("weekday", "1"),
        ("shift", &*unit.shifts[1].to_string()),
        ("station", &*unit.chairs[0].to_string()),
        ("from", &*unit.day(1).text()),
    ];
    let said = unit.post("/dialysis/plan", &nurse, &line).await;
    assert!(said.contains("It stands in the weekly plan."), "{said}");

    let work = hospital::jobs::at_work(&unit.at.house);
    assert_eq!((remind(&work).await.unwrap(), remind(&work).await.unwrap()), (205, 0));
    let told: i64 = sqlx::query_scalar("SELECT count(*) FROM dialysis_reminder")
        .fetch_one(unit.at.db.owner())
        .await
        .unwrap();
    assert_eq!(told, 205, "nobody waits for the next hour");
}
