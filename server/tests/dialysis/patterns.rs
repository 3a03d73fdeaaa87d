//! What recurs over somebody's sessions, as the page of the patient says it: a pressure that falls, a venous pressure that rises on the machine, what is gained over the longest interval, and
//! a year of what is measured once a month.

use uuid::Uuid;

use super::{Chair, run};
use crate::support::door::page;

/// Days ago and the weight gained before: three a week, the most after the longest interval.
const SESSIONS: [(i64, f64); 9] = [
    (21, 1.5),
    (19, 1.5),
    (17, 1.5),
    (14, 3.0),
    (12, 1.5),
    (10, 1.5),
    (7, 3.0),
    (5, 1.5),
    (3, 1.5),
];

impl Chair {
    /// Signed sessions: the lowest pressure `falls` from one to the next, and the venous pressure of the machine `rises`, in mmHg. What was written of the lines by hand says nothing of it.
    async fn signed(&self, falls: f64, rises: f64) {
        let device = self.at.riverbend.devices[1].id;
        for (place, (days, gained)) in SESSIONS.into_iter().enumerate() {
            let (id, measured) = (Uuid::now_v7(), Uuid::now_v7());
            // Not on a line: values scatter.
            let scatter = [0.0, 1.0, -1.0][place % 3];
            let lowest = (118.0 - falls * place as f64 + scatter).round();
            let venous = 130.0 + rises * place as f64 + scatter;
            let before = 72.5 + gained;
            run(
                &self.at,
                format!(
                    "BEGIN; SET LOCAL session_replication_role = replica;
                     INSERT INTO dialysis_session (id, patient_id, hospital_id, station_id, device_id, planned, minutes, state, booked_at, booked_by)
                          SELECT '{id}', patient_id, hospital_id, station_id, device_id,
                                 tstzrange(lower(planned) - interval '{days} days', upper(planned) - interval '{days} days'), minutes, 'signed', booked_at - interval '{days} days', booked_by
                            FROM dialysis_session WHERE id = '{session}';
                     INSERT INTO session_before (id, session_id, recorded_at, recorded_by, prescription_id, weight, lying_systolic, lying_diastolic, access_id, access_safe, self_test_passed,
                                                 conductivity, consented, uf_goal)
                          SELECT '{id}', '{id}', lower(s.planned), s.booked_by, p.id, {before}, 140, 80, a.id, true, true, 14.0, true, 2000
                            FROM dialysis_session s, dialysis_prescription p, vascular_access a WHERE s.id = '{id}';
                     INSERT INTO session_started (session_id, at, by_user, before_id, prescription_id)
                          SELECT '{id}', lower(s.planned), s.booked_by, '{id}', p.id FROM dialysis_session s, dialysis_prescription p WHERE s.id = '{id}';
                     INSERT INTO session_ended (session_id, at, by_user) SELECT id, lower(planned) + interval '4 hours', booked_by FROM dialysis_session WHERE id = '{id}';
                     INSERT INTO session_after (id, session_id, recorded_at, recorded_by, weight, lying_systolic, lying_diastolic, uf_removed, washback)
                          SELECT '{id}', id, lower(planned) + interval '4 hours', booked_by, 72.5, 130, 76, 2000, 'clear' FROM dialysis_session WHERE id = '{id}';
                     INSERT INTO session_observation (id, session_id, taken_at, recorded_at, recorded_by, systolic, diastolic, blood_flow, venous, arterial)
                          SELECT '{id}', id, lower(planned) + interval '2 hours', lower(planned) + interval '2 hours', booked_by, {lowest}, 60, 300, 150, -150
                            FROM dialysis_session WHERE id = '{id}';
                     INSERT INTO device_session (id, device_id, hospital_id, patient_id, during)
                          SELECT '{measured}', '{device}', hospital_id, patient_id, tstzrange(lower(planned), lower(planned) + interval '4 hours') FROM dialysis_session WHERE id = '{id}';
                     INSERT INTO reading_minute (session_id, minute, readings, blood_flow, venous_pressure, arterial_pressure)
                          SELECT '{measured}', date_bin('1 minute', lower(s.planned), '1970-01-01 00:00:00+00') + n * interval '1 minute', 12,
                                 CASE WHEN n < 40 THEN 300 ELSE 200 END, CASE WHEN n < 40 THEN {venous} ELSE 90 END, -150
                            FROM dialysis_session s, generate_series(1, 60) AS n WHERE s.id = '{id}';
                     COMMIT",
                    session = self.session,
                    device = device.0,
                ),
            )
            .await;
        }
    }

    async fn overview(&self, cookie: &str) -> String {
        page(&self.at, &self.path(""), cookie, &[]).await
    }
}

const FALLS: &str = "Lowest blood pressure falls";
const RISES: &str = "Venous pressure rises";

#[tokio::test(flavor = "multi_thread")]
async fn a_pressure_that_falls_and_a_venous_pressure_that_rises_are_told() {
    let unit = Chair::open().await;
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.prepare(&doctor, &nurse).await;
    unit.signed(3.0, 5.0).await;
    let said = unit.overview(&doctor).await;
    assert!(said.contains(FALLS), "{said}");
    // By the machine: by hand it was 150 mmHg each time.
    assert!(
        said.contains(RISES) && said.contains("at a blood flow of 300"),
        "{said}"
    );
    assert!(!said.contains("Arterial pressure gets more negative"));
    assert!(
        !said.contains("Weight gained between sessions rises"),
        "the week has its own shape"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_stays_as_it_was_is_not_told() {
    let unit = Chair::open().await;
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.prepare(&doctor, &nurse).await;
    unit.signed(0.0, 0.0).await;
    let said = unit.overview(&doctor).await;
    assert!(!said.contains(FALLS) && !said.contains(RISES), "{said}");
    assert!(
        said.contains("Venous pressure over 9 sessions"),
        "it was looked at: {said}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_gained_stands_by_its_day_of_the_week() {
    let unit = Chair::open().await;
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.prepare(&doctor, &nurse).await;
    unit.signed(0.0, 0.0).await;
    let said = unit.overview(&doctor).await;
    // Of the three days of their week: after the longest interval, and one of the others.
    for (days, mean, of) in [(7, "3.0", 2), (5, "1.5", 3), (3, "1.5", 3)] {
        let day: String = unit
            .one(&format!(
                "SELECT to_char(b.at AT TIME ZONE h.zone, 'FMDay') FROM session_started b, hospital h
                  WHERE h.id = '{}' AND b.at::date = (SELECT (lower(planned) - interval '{days} days')::date FROM dialysis_session WHERE id = '{}')",
                unit.hospital, unit.session
            ))
            .await;
        let row = said.split("<tr").find(|row| row.contains(&format!(">{day}</th>")));
        let row = row.unwrap_or_else(|| panic!("{day}: {said}"));
        let values: Vec<&str> = row.split("class=\"num\">").skip(1).collect();
        assert!(
            values[0].starts_with(mean) && values[2].starts_with(&of.to_string()),
            "{day}: {row}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_year_of_kt_v_stands_under_its_target() {
    let unit = Chair::open().await;
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.prepare(&doctor, &nurse).await;
    let said = unit.overview(&doctor).await;
    assert!(!said.contains("last measured"), "never so far");
    // More sessions than a page holds, and before them two in which urea was measured; the one of more than a year ago is no longer of it.
    run(
        &unit.at,
        format!(
            "BEGIN; SET LOCAL session_replication_role = replica;
             INSERT INTO dialysis_session (id, patient_id, hospital_id, station_id, planned, minutes, state, booked_at, booked_by)
                  SELECT gen_random_uuid(), patient_id, hospital_id, station_id, tstzrange(lower(planned) - n * interval '2 days', upper(planned) - n * interval '2 days'), minutes,
                         'signed', booked_at - n * interval '2 days', booked_by
                    FROM dialysis_session, generate_series(1, 45) AS n WHERE id = '{session}';
             WITH made AS (
                 INSERT INTO dialysis_session (id, patient_id, hospital_id, station_id, planned, minutes, state, booked_at, booked_by)
                      SELECT gen_random_uuid(), patient_id, hospital_id, station_id, tstzrange(lower(planned) - n * interval '1 day', upper(planned) - n * interval '1 day'), minutes,
                             'signed', booked_at - n * interval '1 day', booked_by
                        FROM dialysis_session, (VALUES (200), (230), (400)) AS old (n) WHERE id = '{session}'
                   RETURNING id, lower(planned) AS began, booked_by
             ), looked AS (
                 INSERT INTO session_before (id, session_id, recorded_at, recorded_by, prescription_id, weight, lying_systolic, lying_diastolic, access_id, access_safe, self_test_passed,
                                             conductivity, consented, uf_goal, urea)
                      SELECT m.id, m.id, m.began, m.booked_by, p.id, 74.5, 140, 80, a.id, true, true, 14.0, true, 2000, 24.0
                        FROM made m, dialysis_prescription p, vascular_access a
             ), started AS (
                 INSERT INTO session_started (session_id, at, by_user, before_id, prescription_id)
                      SELECT m.id, m.began, m.booked_by, m.id, p.id FROM made m, dialysis_prescription p
             ), ended AS (
                 INSERT INTO session_ended (session_id, at, by_user) SELECT m.id, m.began + interval '170 minutes', m.booked_by FROM made m
             )
             INSERT INTO session_after (id, session_id, recorded_at, recorded_by, weight, lying_systolic, lying_diastolic, uf_removed, washback, urea)
                  SELECT m.id, m.id, m.began + interval '3 hours', m.booked_by, 72.5, 130, 76, 2000, 'clear', 7.0 FROM made m;
             COMMIT",
            session = unit.session
        ),
    )
    .await;
    let said = unit.overview(&doctor).await;
    assert!(
        said.contains("the last year: 2 sessions in which it was measured"),
        "{said}"
    );
    assert_eq!(said.matches("bars__target").count(), 1, "1.4 of three a week");
    assert!(
        said.contains("was last measured 199 days ago") || said.contains("was last measured 200 days ago"),
        "{said}"
    );
    assert!(said.contains("The last session ran 2 h 50, less than 3 h"), "{said}");
    assert!(
        !said.contains("a week are prescribed, less than"),
        "three times four hours are twelve"
    );
}
