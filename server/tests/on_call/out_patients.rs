//! Whoever lies on no ward is somebody's too: alarms of a machine go to its ward, what happens to an out-patient goes to the ward of their chair. And in a storm the high ones come first.

use domain::ids::WardId;
use hospital::on_call::{self, sweep_now};
use uuid::Uuid;

use super::{Night, around_the_clock};
use crate::support::door::page;

impl Night {
    async fn run(&self, script: String) {
        // reviewed: our own statements, with ids made by the test
        sqlx::raw_sql(sqlx::AssertSqlSafe(script))
            .execute(self.at.db.owner())
            .await
            .unwrap();
    }

    /// On the ward the second of the house comes first.
    async fn on_the_ward(&self) {
        let ward = Some(WardId(self.at.riverbend.ward));
        on_call::add_shift(&self.admin, ward, self.achieng, &around_the_clock("1"))
            .await
            .unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_alarm_of_a_machine_that_stands_at_no_bed_is_told_to_the_ward_of_the_machine() {
    let night = Night::open().await;
    night.on_the_ward().await;
    let device = night.at.riverbend.devices[0].id;
    night
        .run(format!(
            "UPDATE device_assignment SET during = tstzrange(lower(during), now() - interval '1 second') WHERE device_id = '{device}' AND upper_inf(during);
             UPDATE device SET ward_id = '{}' WHERE id = '{device}'",
            night.at.riverbend.ward
        ))
        .await;
    let alarm = night.alarm("high", 65.0).await;
    sweep_now(&night.at.house).await.unwrap();
    assert_eq!(
        night.steps(alarm).await[0].2,
        Some(night.achieng.0),
        "who is on call for the ward"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn in_a_storm_of_low_alarms_a_high_one_is_not_held_up() {
    let night = Night::open().await;
    let raised = super::time(&night.at, 70.0);
    night
        .run(format!(
            "INSERT INTO device (id, hospital_id, name, model, serial)
                  SELECT ('00000000-0000-4000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, '{}', 'M-' || n, 'M', n::text FROM generate_series(1, 501) AS n;
             INSERT INTO alarm (id, device_id, kind, priority, state, raised_at, last_raised_at, count)
                  SELECT id, id, 'machine', 'low', 'raised', '{raised}', '{raised}', 1 FROM device WHERE name LIKE 'M-%' AND id < '00000000-0000-4000-9000-000000000000';
             INSERT INTO alarm_event (alarm_id, at, event) SELECT id, raised_at, 'raised' FROM alarm",
            night.at.riverbend.id
        ))
        .await;
    let high = night.alarm("high", 65.0).await;
    sweep_now(&night.at.house).await.unwrap();
    assert_eq!(night.steps(high).await[0].2, Some(night.rao.0), "in the first turn");
}

#[tokio::test(flavor = "multi_thread")]
async fn that_an_out_patient_did_not_come_is_told_to_somebody_also_where_nobody_treats_them() {
    let night = Night::open().await;
    let (hospital, ward) = (night.at.riverbend.id, night.at.riverbend.ward);
    let mwangi = night.at.riverbend.patients[1];
    let (station, sessions) = (Uuid::now_v7(), [Uuid::now_v7(), Uuid::now_v7()]);
    night
        .run(format!(
            "UPDATE admission SET during = tstzrange(lower(during), now()) WHERE patient_id = '{mwangi}' AND upper_inf(during);
             DELETE FROM care_relation WHERE patient_id = '{mwangi}';
             INSERT INTO station (id, hospital_id, ward_id, name) VALUES ('{station}', '{hospital}', '{ward}', 'D-02');
             INSERT INTO dialysis_session (id, patient_id, hospital_id, station_id, planned, minutes, booked_at, booked_by)
                  VALUES ('{}', '{mwangi}', '{hospital}', '{station}', tstzrange(now() - interval '5 hours', now() + interval '1 minute'), 240, now() - interval '1 day', '{rao}'),
                         ('{}', '{mwangi}', '{hospital}', '{station}', tstzrange(now() - interval '15 hours', now() - interval '10 hours'), 240, now() - interval '1 day', '{rao}')",
            sessions[0],
            sessions[1],
            rao = night.rao
        ))
        .await;
    let told = async || -> Vec<Uuid> {
        sqlx::query_scalar("SELECT user_id FROM notice WHERE kind = 'dialysis.missed' ORDER BY id")
            .fetch_all(night.at.db.owner())
            .await
            .unwrap()
    };
    let nurse = night.at.sign_in("achieng@riverbend.example").await.unwrap();
    let absent = [("act", "absent"), ("reason", "transport")];
    let chair = |session: Uuid| format!("/patients/{mwangi}/dialysis/sessions/{session}");
    page(&night.at, &chair(sessions[0]), &nurse, &absent).await;
    assert_eq!(told().await, [night.rao.0], "nobody treats him: the doctor on duty");

    // No doctor is on duty, and nobody is on call but for the ward of his chair: he lies nowhere, so that is his.
    night
        .run(format!(
            "DELETE FROM notice WHERE kind = 'dialysis.missed';
             DELETE FROM on_call_shift;
             UPDATE ward_duty SET during = tstzrange(lower(during), now()) WHERE user_id = '{}' AND upper_inf(during)",
            night.rao
        ))
        .await;
    let ward = Some(WardId(ward));
    on_call::add_shift(&night.admin, ward, night.rao, &around_the_clock("1"))
        .await
        .unwrap();
    page(&night.at, &chair(sessions[1]), &nurse, &absent).await;
    assert_eq!(told().await, [night.rao.0], "on call for his ward");
}
