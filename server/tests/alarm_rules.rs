//! What alarms watch for: set by the hospital, for a machine, for a patient; who may; and that the next reading is judged by it.

use domain::actor::{Actor, Role};
use domain::alerts::{Alarm, Kind, Side};
use domain::ids::{PatientId, UserId};
use domain::telemetry::{Parameter, Reading};
use hospital::telemetry::{Recorder, Seen, load_placements, rebuild};
use hospital::{Clock, Ctx, HospitalError, House, Keys};
use serde_json::json;
use uuid::Uuid;

use crate::support::Wardlight;
use crate::support::door::{page, status};

#[path = "alarm_rules/lanes.rs"]
mod lanes;

const VENOUS_HIGH: Kind = Kind::Limit(Parameter::VenousPressure, Side::High);
const RULES: &str = "/hospital/alarms";

/// Riverbend with its people signed in.
struct Ward {
    at: Wardlight,
    rao: String,
    achieng: String,
    mensah: String,
    haddad: String,
}

impl Ward {
    async fn open() -> Self {
        let at = Wardlight::open().await;
        let who = ["rao", "achieng", "mensah", "haddad"].map(|who| format!("{who}@riverbend.example"));
        let [rao, achieng, mensah, haddad] = who;
        Self {
            rao: at.sign_in(&rao).await.unwrap(),
            achieng: at.sign_in(&achieng).await.unwrap(),
            mensah: at.sign_in(&mensah).await.unwrap(),
            haddad: at.sign_in(&haddad).await.unwrap(),
            at,
        }
    }

    async fn status(&self, who: &str, path: &str, fields: &[(&'static str, &str)]) -> u16 {
        status(&self.at, path, who, fields).await
    }

    /// The first monitor measures the first patient.
    async fn measure(&self, seconds_ago: f64, name: &str, value: f64) {
        let device = &self.at.riverbend.devices[0];
        let seq = 100_000 - seconds_ago as i64;
        let body = json!({ "seq": seq, "taken_at": self.at.at(-seconds_ago), name: value, "blood_flow": 300 });
        assert_eq!(self.at.post(device, &body).await.status(), 200);
    }

    fn stands(&self, kind: Kind) -> Option<Alarm> {
        let patients: Vec<PatientId> = self.at.riverbend.patients.iter().map(|id| PatientId(*id)).collect();
        let open = self.at.house.now.open_alarms(&patients, Seen::Everywhere);
        open.into_iter().find(|alarm| alarm.kind == kind && alarm.is_standing())
    }

    fn of_machine(&self) -> String {
        format!("/devices/{}/limits", self.at.riverbend.devices[0].id)
    }

    fn of_patient(&self) -> String {
        format!("/patients/{}/limits", self.at.riverbend.patients[0])
    }

    async fn rule(&self) -> Uuid {
        sqlx::query_scalar("SELECT id FROM alarm_rule WHERE upper_inf(during) ORDER BY id DESC LIMIT 1")
            .fetch_one(self.at.db.owner())
            .await
            .unwrap()
    }
}

fn venous<'a>(raise: &'a str, seconds: &'a str, reason: &'a str) -> [(&'static str, &'a str); 7] {
    [
        ("act", "set"),
        ("parameter", "venous_pressure"),
        ("side", "high"),
        ("measure", "value"),
        ("raise", raise),
        ("seconds", seconds),
        ("reason", reason),
    ]
}

#[tokio::test(flavor = "multi_thread")]
async fn the_hospital_sets_a_limit_with_a_duration_and_the_next_readings_are_judged_by_it() {
    let ward = Ward::open().await;
    ward.measure(300.0, "venous_pressure", 210.0).await;
    assert_eq!(ward.stands(VENOUS_HIGH), None, "inside the published 260");

    assert_eq!(ward.status(&ward.rao, RULES, &venous("200", "30", "Ours")).await, 403);
    let said = page(&ward.at, RULES, &ward.haddad, &venous("200", "30", "?")).await;
    assert!(said.contains("Say why, in a few words."), "{}", said.len());
    let said = page(&ward.at, RULES, &ward.haddad, &venous("200", "30", "Our needles")).await;
    assert!(
        said.contains("Our needles") && said.contains("for at least 30 s"),
        "{}",
        said.len()
    );

    for ago in [200.0, 190.0, 180.0] {
        ward.measure(ago, "venous_pressure", 210.0).await;
        assert_eq!(ward.stands(VENOUS_HIGH), None, "not for so long yet");
    }
    ward.measure(170.0, "venous_pressure", 210.0).await;
    let alarm = ward.stands(VENOUS_HIGH).unwrap();
    assert_eq!((alarm.value, alarm.limit), (Some(210.0), Some(200.0)));

    // Set anew: the one that held ends and stays to be seen. 210 is inside again.
    let said = page(&ward.at, RULES, &ward.haddad, &venous("240", "", "Too many alarms")).await;
    assert!(
        said.contains("Our needles") && said.contains("Too many alarms"),
        "{}",
        said.len()
    );
    for ago in [160.0, 150.0] {
        ward.measure(ago, "venous_pressure", 210.0).await;
    }
    assert_eq!(ward.stands(VENOUS_HIGH), None);
    let held: (i64, i64) = sqlx::query_as("SELECT count(*), count(*) FILTER (WHERE upper_inf(during)) FROM alarm_rule")
        .fetch_one(ward.at.db.owner())
        .await
        .unwrap();
    assert_eq!(held, (2, 1));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_machine_has_its_own_limit_set_by_who_keeps_it_and_a_patient_by_their_doctor() {
    let ward = Ward::open().await;
    let (machine, patient) = (ward.of_machine(), ward.of_patient());
    page(&ward.at, RULES, &ward.haddad, &venous("250", "", "Ours")).await;
    assert_eq!(
        ward.status(&ward.achieng, &machine, &venous("200", "", "Old")).await,
        403
    );
    let said = page(&ward.at, &machine, &ward.mensah, &venous("200", "", "An old sensor")).await;
    assert!(said.contains("An old sensor") && said.contains("250"), "{}", said.len());
    ward.measure(100.0, "venous_pressure", 210.0).await;
    assert!(ward.stands(VENOUS_HIGH).is_some());

    let own = [
        ("act", "set"),
        ("parameter", "venous_pressure"),
        ("side", "high"),
        ("value", "230"),
        ("days", "14"),
        ("reason", "Stenosis is known"),
    ];
    assert_eq!(ward.status(&ward.achieng, &patient, &own).await, 403, "a nurse reads");
    let said = page(&ward.at, &patient, &ward.rao, &own).await;
    assert!(said.contains("Stenosis is known"), "{}", said.len());
    let read = page(&ward.at, &patient, &ward.achieng, &[]).await;
    assert!(
        read.contains("Stenosis is known") && !read.contains("limit-new"),
        "{}",
        read.len()
    );
    for ago in [90.0, 80.0] {
        ward.measure(ago, "venous_pressure", 210.0).await;
    }
    assert_eq!(ward.stands(VENOUS_HIGH), None, "the patient's own comes before both");

    let limit: Uuid = sqlx::query_scalar("SELECT id FROM patient_limit WHERE reason = 'Stenosis is known'")
        .fetch_one(ward.at.db.owner())
        .await
        .unwrap();
    let limit = limit.to_string();
    let said = page(&ward.at, &patient, &ward.rao, &[("act", "end"), ("id", &limit)]).await;
    assert!(said.contains("It holds no longer"), "{}", said.len());
    ward.measure(70.0, "venous_pressure", 210.0).await;
    assert!(ward.stands(VENOUS_HIGH).is_some(), "the machine's holds again");
    let again = ward
        .status(&ward.rao, &patient, &[("act", "end"), ("id", &limit)])
        .await;
    assert_eq!(again, 404, "it ended already");
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_ends_what_another_hospital_set_and_what_held_is_never_moved() {
    let ward = Ward::open().await;
    page(&ward.at, RULES, &ward.haddad, &venous("200", "", "Ours")).await;
    let rule = ward.rule().await.to_string();
    let user = ward.at.user("silva@lakeside.example").await.0;
    let actor = Actor::staff(UserId(user), ward.at.lakeside.id, vec![Role::HospitalAdmin]);
    let elsewhere = Ctx::new(ward.at.house.clone(), actor, Uuid::now_v7());
    let refused = hospital::alerts::end_rule(&elsewhere, rule.parse().unwrap()).await;
    assert!(matches!(refused, Err(HospitalError::NotFound)), "{refused:?}");
    // The machine's page ends only the machine's.
    let status = ward
        .status(&ward.mensah, &ward.of_machine(), &[("act", "end"), ("id", &rule)])
        .await;
    assert_eq!(status, 404);
    let moved = sqlx::query("UPDATE alarm_rule SET during = tstzrange(lower(during) - interval '1 day', NULL)")
        .execute(ward.at.db.owner())
        .await;
    assert!(moved.unwrap_err().to_string().contains("cut short"));
    let holds: i64 = sqlx::query_scalar("SELECT count(*) FROM alarm_rule WHERE upper_inf(during)")
        .fetch_one(ward.at.db.owner())
        .await
        .unwrap();
    assert_eq!(holds, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pressure_that_leaves_the_start_of_its_session_raises_and_a_restart_knows_the_start() {
    let ward = Ward::open().await;
    let drift = [
        ("act", "set"),
        ("parameter", "venous_pressure"),
        ("side", "high"),
        ("measure", "baseline"),
        ("raise", "50"),
        ("clear", "40"),
        ("reason", "Own circuit"),
    ];
    let said = page(&ward.at, RULES, &ward.haddad, &drift).await;
    assert!(said.contains("from the start of the session"), "{}", said.len());
    for ago in [1_000.0, 880.0, 840.0, 800.0, 760.0, 720.0, 690.0] {
        ward.measure(ago, "venous_pressure", 120.0).await;
    }
    ward.measure(600.0, "venous_pressure", 165.0).await;
    assert_eq!(ward.stands(VENOUS_HIGH), None);

    let again = House::new(
        ward.at.db.app.clone(),
        ward.at.db.ingest.clone(),
        Clock::system(),
        Keys::for_tests(),
    );
    load_placements(&again, None).await.unwrap();
    rebuild(&again, &again.now.devices()).await.unwrap();
    let recorder = Recorder::start(&again);
    let device = ward.at.riverbend.devices[0].id;
    let actor = Actor::Device {
        device,
        hospital: ward.at.riverbend.id,
    };
    let ctx = Ctx::new(again.clone(), actor, Uuid::now_v7());
    let mut reading = Reading {
        seq: 200_000,
        taken_at: again.clock.now().plus_seconds(-590.0),
        ..Reading::default()
    };
    reading.values.set(Parameter::VenousPressure, Some(171.0));
    recorder.record(&ctx, device, vec![reading]).await.unwrap();
    let patient = PatientId(ward.at.riverbend.patients[0]);
    let open = again.now.open_alarms(&[patient], Seen::Everywhere);
    let alarm = open.iter().find(|alarm| alarm.kind == VENOUS_HIGH).unwrap();
    assert_eq!(alarm.limit, Some(170.0), "120 at the start, and 50");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_blood_leak_is_a_danger_whatever_the_machine_calls_it() {
    let ward = Ward::open().await;
    let device = &ward.at.riverbend.devices[0];
    let post = async |seq: i64, status: &str, codes: &[&str]| {
        let body = json!({ "seq": seq, "taken_at": ward.at.at(seq as f64 - 100.0), "system_status": status, "alarm_codes": codes });
        assert_eq!(ward.at.post(device, &body).await.status(), 200);
    };
    post(1, "warning", &["ART_LOW"]).await;
    assert_eq!(ward.stands(Kind::Machine).map(|it| it.priority.name()), Some("medium"));
    post(2, "warning", &["MDC_EVT_HDIALY_BLOOD_LEAK"]).await;
    assert_eq!(ward.stands(Kind::Machine).map(|it| it.priority.name()), Some("high"));
    post(3, "normal", &[]).await;
    assert_eq!(ward.stands(Kind::Machine), None);
}
