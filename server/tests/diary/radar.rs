//! Who missed sessions: records that were joined are one person's, and a list says how many it does not show. What is prescribed in a record that was joined is watched at the machine.

use domain::alerts::Whose;
use hospital::telemetry::load_placements;
use uuid::Uuid;

use super::{Unit, prescribe, run};
use crate::support::door::page;

impl Unit {
    async fn radar(&self, cookie: &str) -> String {
        page(&self.at, &format!("/dialysis/missed?ward={}", self.ward), cookie, &[]).await
    }

    /// A session of this record that was planned so many hours ago and called off for an illness.
    async fn called_off(&self, patient: Uuid, hours_ago: i32) {
        let (hospital, chair) = (self.hospital, self.chairs[0]);
        let (session, rao) = (Uuid::now_v7(), self.at.user("rao@riverbend.example").await);
        run(
            &self.at,
            format!(
                "INSERT INTO dialysis_session (id, patient_id, hospital_id, station_id, planned, minutes, booked_at, booked_by)
                 VALUES ('{session}', '{patient}', '{hospital}', '{chair}',
                         tstzrange(now() - interval '{hours_ago} hours', now() - interval '{hours_ago} hours' + interval '5 hours'), 240, now() - interval '20 days', '{rao}');
                 INSERT INTO session_cancelled (session_id, at, by_user, reason)
                 VALUES ('{session}', now() - interval '{hours_ago} hours' - interval '1 hour', '{rao}', 'ill')"
            ),
        )
        .await;
    }

    /// A record of nobody yet known, with its number.
    async fn record(&self, number: &str) -> Uuid {
        let id = Uuid::now_v7();
        run(
            &self.at,
            format!(
                "INSERT INTO patient (id, family_name, given_name, born_on, sex) VALUES ('{id}', 'Mwangi', 'J', '1958-01-01', 'male');
                 INSERT INTO registration (patient_id, hospital_id, hospital_number) VALUES ('{id}', '{}', '{number}')",
                self.hospital
            ),
        )
        .await;
        id
    }

    async fn join(&self, survivor: Uuid, other: Uuid) {
        let rao = self.at.user("rao@riverbend.example").await;
        run(
            &self.at,
            format!(
                "INSERT INTO patient_merge (id, hospital_id, survivor_id, other_id, reason, merged_at, merged_by)
                 VALUES (gen_random_uuid(), '{}', '{survivor}', '{other}', 'The same card.', now(), '{rao}')",
                self.hospital
            ),
        )
        .await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_missed_under_a_record_that_was_joined_is_missed_by_who_stayed() {
    let unit = Unit::open().await;
    let nurse = unit.nurse().await;
    let other = unit.record("M-2").await;
    unit.called_off(other, 200).await;
    unit.called_off(unit.mwangi, 100).await;
    unit.book(&nurse, unit.mwangi, &unit.place(2, 0, 0)).await;
    let apart = unit.radar(&nurse).await;
    assert!(
        apart.contains("MWANGI, J<"),
        "nobody knows yet that they are one: {apart}"
    );
    unit.join(unit.mwangi, other).await;
    let one = unit.radar(&nurse).await;
    assert!(!one.contains("MWANGI, J<"), "{one}");
    let (_, row) = one.split_once("MWANGI, Joseph").expect("his row");
    let (row, _) = row.split_once("</tr>").expect("its end");
    assert!(row.contains(">2<"), "both are his: {row}");
    assert!(
        !row.contains("None booked"),
        "and what is booked for him is booked for them both: {row}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_that_is_too_long_says_how_many_it_does_not_show() {
    let unit = Unit::open().await;
    let nurse = unit.nurse().await;
    let shown = unit.radar(&nurse).await;
    assert!(!shown.contains("not shown"), "{shown}");
    // With the two who are there already, three more than a list shows.
    let (hospital, people) = (unit.hospital, 201);
    run(
        &unit.at,
        format!(
            "CREATE TEMP TABLE crowd AS SELECT n, gen_random_uuid() AS id FROM generate_series(1, {people}) AS n;
             INSERT INTO patient (id, family_name, given_name, born_on, sex) SELECT id, 'Crowd', 'N' || n, '1960-01-01', 'female' FROM crowd;
             INSERT INTO registration (patient_id, hospital_id, hospital_number) SELECT id, '{hospital}', 'CR-' || n FROM crowd;
             INSERT INTO dialysis_prescription (id, patient_id, hospital_id, version, modality, minutes, weekdays, dialyser, blood_flow, dialysate_flow, potassium, calcium, sodium,
                                                bicarbonate, temperature, uf_profile, max_uf_rate, anticoagulant, reason, prescribed_at, prescribed_by)
             SELECT gen_random_uuid(), c.id, d.hospital_id, 1, d.modality, d.minutes, d.weekdays, d.dialyser, d.blood_flow, d.dialysate_flow, d.potassium, d.calcium, d.sodium,
                    d.bicarbonate, d.temperature, d.uf_profile, d.max_uf_rate, d.anticoagulant, d.reason, d.prescribed_at, d.prescribed_by
               FROM crowd c, (SELECT * FROM dialysis_prescription LIMIT 1) d"
        ),
    )
    .await;
    let shown = unit.radar(&nurse).await;
    assert!(shown.contains("3 more people are not shown."), "{shown}");
}

/// Amara's monitor is a device like a machine: what her prescription lets be taken off in an hour is watched there.
#[tokio::test(flavor = "multi_thread")]
async fn what_a_joined_record_prescribes_is_watched_at_the_machine() {
    let unit = Unit::open().await;
    let (house, device) = (&unit.at.house, unit.at.riverbend.devices[0].id);
    let rao = unit.at.user("rao@riverbend.example").await;
    let raises = async || {
        load_placements(house, Some(device)).await.unwrap();
        let placement = house.now.placement(device).unwrap();
        let whose = placement.session.map(|(patient, _)| patient.0);
        assert_eq!(whose, Some(unit.okafor));
        let rules = placement.rules.set();
        let rule = rules.iter().find(|rule| rule.whose == Whose::Prescription);
        rule.map(|rule| rule.raise)
    };
    let weigh = |patient: Uuid, kg: f64, days_ago: i32| {
        format!(
            "INSERT INTO dry_weight (id, patient_id, hospital_id, kg, reason, set_at, set_by)
             VALUES (gen_random_uuid(), '{patient}', '{}', {kg}, 'Begins', now() - interval '{days_ago} days', '{rao}')",
            unit.hospital
        )
    };
    // Her own prescription, and no dry weight: nothing watches. Both stand in the other record.
    let other = unit.record("O-2").await;
    prescribe(&unit.at, other, unit.hospital, rao, "hd").await;
    run(&unit.at, weigh(other, 70.0, 3)).await;
    assert_eq!(raises().await, None, "nobody knows yet that they are one");
    unit.join(unit.okafor, other).await;
    // 10 mL/kg/h × 70 kg = 700 mL/h: one more is too much.
    assert_eq!(raises().await, Some(701.0));
    // The newer prescription holds, as at the chair: here that of the other record.
    run(
        &unit.at,
        format!(
            "UPDATE dialysis_prescription SET max_uf_rate = 8, prescribed_at = prescribed_at + interval '1 second' WHERE patient_id = '{other}'"
        ),
    )
    .await;
    assert_eq!(raises().await, Some(561.0));
    // And the newer dry weight: hers.
    run(&unit.at, weigh(unit.okafor, 60.0, 1)).await;
    assert_eq!(raises().await, Some(481.0));
}
