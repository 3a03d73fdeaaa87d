//! A venous pressure against the same patient's earlier sessions: by the same access and needle, at the flow of the protocol, three in a row, and only with enough sessions.

use domain::alerts::{Alarm, Kind, Side};
use domain::ids::PatientId;
use domain::telemetry::Parameter;
use hospital::telemetry::Seen;
use serde_json::json;

use super::{Chair, run};
use crate::support::door::page;

const VENOUS_HIGH: Kind = Kind::Limit(Parameter::VenousPressure, Side::High);

impl Chair {
    /// Earlier sessions like the one that runs, so many days ago, each with three readings of its first minutes at 200 mL/min and one of 400 mmHg at another flow.
    async fn earlier(&self, sessions: &[(i64, f64)]) {
        let device = self.at.riverbend.devices[1].id;
        for (days, venous) in sessions {
            let id = uuid::Uuid::now_v7();
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
                          SELECT '{id}', '{id}', recorded_at - interval '{days} days', recorded_by, prescription_id, weight, lying_systolic, lying_diastolic, access_id, access_safe,
                                 self_test_passed, conductivity, consented, uf_goal
                            FROM session_before WHERE session_id = '{session}';
                     INSERT INTO session_started (session_id, at, by_user, before_id, prescription_id)
                          SELECT '{id}', at - interval '{days} days', by_user, '{id}', prescription_id FROM session_started WHERE session_id = '{session}';
                     INSERT INTO reading (device_id, taken_at, seq, received_at, blood_flow, venous_pressure)
                          SELECT '{device}', b.at + v.second * interval '1 second', {days} * 1000 + v.second, b.at, v.flow, v.venous
                            FROM session_started b, (VALUES (150, 200, {venous} - 1), (180, 205, {venous}), (210, 195, {venous} + 1), (240, 300, 400)) AS v (second, flow, venous)
                           WHERE b.session_id = '{id}';
                     COMMIT",
                    session = self.session
                ),
            )
            .await;
        }
    }

    /// The machine reads this venous pressure at this flow; says whether it stands that it is too high.
    async fn venous(&self, seq: u64, venous: f64, flow: f64) -> Option<Alarm> {
        self.at.later(10);
        let reading =
            json!({ "seq": seq, "taken_at": self.at.at(-1.0), "venous_pressure": venous, "blood_flow": flow });
        self.alarm_after(&reading, VENOUS_HIGH).await
    }

    /// What is listed of a venous pressure that is too high, standing or not.
    fn listed(&self) -> Vec<Alarm> {
        let mut open = self
            .at
            .house
            .now
            .open_alarms(&[PatientId(self.mwangi)], Seen::Everywhere);
        open.retain(|alarm| alarm.kind == VENOUS_HIGH);
        open
    }

    async fn set_usual(&self) -> String {
        let admin = self.at.sign_in("haddad@riverbend.example").await.unwrap();
        let rule = [
            ("act", "set"),
            ("parameter", "venous_pressure"),
            ("side", "high"),
            ("measure", "usual"),
            ("raise", "30"),
            ("clear", "20"),
            ("reason", "Our fistulas"),
        ];
        page(&self.at, "/hospital/alarms", &admin, &rule).await
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pressure_far_above_the_patients_earlier_sessions_is_told_after_three_readings() {
    let unit = Chair::open().await;
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.start(&doctor, &nurse).await;
    unit.earlier(&[(2, 110.0), (4, 118.0), (7, 112.0)]).await;
    let said = unit.set_usual().await;
    assert!(said.contains("Our fistulas"), "{said}");
    unit.at.later(130);
    assert_eq!(unit.venous(1, 150.0, 200.0).await, None);
    assert_eq!(unit.venous(2, 150.0, 200.0).await, None, "two are a needle");
    assert_eq!(unit.venous(3, 200.0, 300.0).await, None, "another flow");
    let alarm = unit.venous(4, 150.0, 200.0).await.expect("the third at this flow");
    assert_eq!(alarm.limit, Some(142.0), "the median of 110, 118 and 112, and 30");
    assert_eq!(unit.venous(5, 130.0, 200.0).await, None, "well again");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pressure_that_is_no_longer_compared_is_listed_until_somebody_has_seen_it() {
    let unit = Chair::open().await;
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.start(&doctor, &nurse).await;
    unit.earlier(&[(2, 110.0), (4, 118.0), (7, 112.0)]).await;
    unit.set_usual().await;
    unit.at.later(130);
    for (seq, stands) in [(1, false), (2, false), (3, true)] {
        assert_eq!(unit.venous(seq, 150.0, 200.0).await.is_some(), stands, "{seq}");
    }
    // The pump is turned up with both hands: it is higher than before, and nothing compares it.
    assert_eq!(unit.venous(4, 250.0, 300.0).await, None, "it does not stand");
    let listed = unit.listed();
    assert_eq!(listed.len(), 1, "{listed:?}");
    assert_eq!(
        listed[0].sentence(),
        "Venous pressure was 150\u{a0}mmHg, not seen well since"
    );
    let log = "SELECT string_agg(event, ' ' ORDER BY id) FROM alarm_event WHERE alarm_id IN (SELECT id FROM alarm WHERE parameter = 'venous_pressure')";
    assert_eq!(
        unit.one::<String>(log).await,
        "raised uncompared",
        "nobody said that it was gone"
    );

    let ctx = unit.at.doctor("rao@riverbend.example").await;
    hospital::alerts::acknowledge(&ctx, listed[0].id, None).await.unwrap();
    assert_eq!(unit.listed(), []);
    // What the value itself is judged by was never covered.
    assert!(unit.venous(5, 270.0, 300.0).await.is_some());
}

#[tokio::test(flavor = "multi_thread")]
async fn two_sessions_and_those_by_another_access_say_nothing() {
    let unit = Chair::open().await;
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.start(&doctor, &nurse).await;
    unit.earlier(&[(2, 110.0), (4, 118.0), (7, 112.0)]).await;
    run(
        &unit.at,
        "BEGIN; SET LOCAL session_replication_role = replica;
         UPDATE session_before SET access_id = gen_random_uuid() WHERE recorded_at < now() - interval '6 days';
         COMMIT"
            .into(),
    )
    .await;
    unit.set_usual().await;
    unit.at.later(130);
    for seq in 1..=4 {
        assert_eq!(unit.venous(seq, 150.0, 200.0).await, None);
    }
}
