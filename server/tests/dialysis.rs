//! The dialysis session over the real router, from the prescription to the signature: who may take which step, in which order, with whom beside them; that what is signed stays; and who
//! was treated with what.

mod again;
mod anew;
mod asked;
mod assessed;
mod board;
mod calls;
mod continuous;
mod dangers;
mod drink;
mod forecast;
mod gates;
mod hdf;
mod kept;
mod late;
mod limits;
mod machine;
mod meanwhile;
mod newest;
mod numbers;
mod off_plan;
mod order;
mod patterns;
mod roles;
mod set_up;
mod shown;
mod steps;
mod then;
mod twelve;
mod typed;
mod usual;
mod walks;

use domain::alerts::{Alarm, Kind};
use domain::ids::{HospitalId, PatientId};
use hospital::telemetry::{Seen, load_placements};
use uuid::Uuid;

use crate::support::Wardlight;
use crate::support::door::{page, status};

/// Riverbend's ward with one chair, at which Mwangi is booked now, and the machine that stands at his bed.
struct Chair {
    at: Wardlight,
    hospital: HospitalId,
    mwangi: Uuid,
    station: Uuid,
    session: Uuid,
}

/// Each measure of a ward's water, drawn at a point now: so many parts of its limit.
fn tested(hospital: HospitalId, ward: Uuid, point: &str, part: f64) -> String {
    fluid_tested("water", hospital, ward, point, part)
}

/// The same of a fluid that is made of it.
fn fluid_tested(fluid: &str, hospital: HospitalId, ward: Uuid, point: &str, part: f64) -> String {
    format!(
        "INSERT INTO water_test (id, hospital_id, ward_id, fluid, measure, value, max, action_from, point, taken_at, logged_at, logged_by)
         SELECT gen_random_uuid(), '{hospital}', '{ward}', m.fluid, m.measure, m.max * {part}, m.max, m.action_from, '{point}', now(), now(), u.id
           FROM fluid_limit_now('{hospital}') m, (SELECT id FROM app_user LIMIT 1) u
          WHERE m.fluid = '{fluid}'"
    )
}

/// A machine is disinfected now.
fn disinfected(device: Uuid) -> String {
    format!(
        "INSERT INTO disinfection (id, device_id, hospital_id, kind, done_at, result, logged_at, logged_by)
         SELECT gen_random_uuid(), d.id, d.hospital_id, 'heat', now(), 'passed', now(), u.id FROM device d, (SELECT id FROM app_user LIMIT 1) u WHERE d.id = '{device}'"
    )
}

async fn run(at: &Wardlight, script: String) {
    // reviewed: our own statements, with ids made by the test
    sqlx::raw_sql(sqlx::AssertSqlSafe(script))
        .execute(at.db.owner())
        .await
        .unwrap();
}

/// What a doctor types for a usual treatment.
const PRESCRIBED: [(&str, &str); 20] = [
    ("act", "prescribe"),
    ("modality", "hd"),
    ("minutes", "240"),
    ("days", "mon"),
    ("days", "wed"),
    ("days", "fri"),
    ("dialyser", "FX 80"),
    ("blood_flow", "300"),
    ("dialysate_flow", "500"),
    ("potassium", "2.0"),
    ("calcium", "1.50"),
    ("sodium", "138"),
    ("bicarbonate", "32"),
    ("temperature", "36.0"),
    ("uf_profile", "even"),
    ("max_uf_rate", "10.0"),
    ("anticoagulant", "heparin"),
    ("needle_gauge", "15"),
    ("reason", "He begins."),
    ("single_needle", "no"),
];

/// What a page says of itself for who signs it; nothing where it asks for no signature.
fn to_sign(shown: &str) -> &str {
    let form = shown.split_once("value=\"sign\"").map_or("", |(_, form)| form);
    let seen = form.split_once("name=\"seen\" value=\"").map(|(_, seen)| seen);
    seen.and_then(|seen| seen.split('"').next()).unwrap_or_default()
}

/// What a doctor types of a dry weight.
const WEIGHED: [(&str, &str); 4] = [
    ("act", "dry_weight"),
    ("weight", "72.5"),
    ("weight_unit", "kg"),
    ("reason", "No oedema."),
];

/// What a nurse writes of an access: the first of somebody, and another that comes later.
const FISTULA: [(&str, &str); 5] = [
    ("act", "add_access"),
    ("kind", "fistula"),
    ("side", "left"),
    ("site", "wrist"),
    ("made_on", "2024-03"),
];
const CATHETER: [(&str, &str); 4] = [
    ("act", "add_access"),
    ("kind", "tunnelled"),
    ("side", "right"),
    ("site", "internal jugular"),
];

/// What a nurse finds when nothing is in the way.
const FOUND: [(&str, &str); 11] = [
    ("act", "look"),
    ("weight", "74.9"),
    ("weight_unit", "kg"),
    ("lying_systolic", "148"),
    ("lying_diastolic", "82"),
    ("pulse", "76"),
    ("access_safe", "yes"),
    ("self_test_passed", "yes"),
    ("conductivity", "14.0"),
    ("consented", "yes"),
    ("urea", "24.0"),
];

/// What is found afterwards.
const AFTER: [(&str, &str); 9] = [
    ("act", "after"),
    ("weight", "72.4"),
    ("weight_unit", "kg"),
    ("lying_systolic", "128"),
    ("lying_diastolic", "74"),
    ("uf_removed", "2400"),
    ("washback", "clear"),
    ("bleeding_minutes", "8"),
    ("urea", "7.2"),
];

impl Chair {
    async fn open() -> Self {
        let at = Wardlight::open().await;
        let rao = at.user("rao@riverbend.example").await;
        let (hospital, ward) = (at.riverbend.id, at.riverbend.ward);
        let (station, session, mwangi) = (Uuid::now_v7(), Uuid::now_v7(), at.riverbend.patients[1]);
        let device = at.riverbend.devices[1].id;
        run(
            &at,
            format!(
                "UPDATE device SET kind = 'dialysis' WHERE id = '{device}';
                 {};
                 {};
                 INSERT INTO station (id, hospital_id, ward_id, name) VALUES ('{station}', '{hospital}', '{ward}', 'D-02');
                 INSERT INTO dialysis_session (id, patient_id, hospital_id, station_id, device_id, planned, minutes, booked_at, booked_by)
                      VALUES ('{session}', '{mwangi}', '{hospital}', '{station}', '{device}', tstzrange(now() - interval '20 minutes', now() + interval '5 hours'), 240, now(), '{rao}')",
                tested(hospital, ward, "Loop end", 0.2),
                disinfected(device.0),
            ),
        )
        .await;
        Self {
            at,
            hospital,
            mwangi,
            station,
            session,
        }
    }

    fn path(&self, rest: &str) -> String {
        format!("/patients/{}/dialysis{rest}", self.mwangi)
    }

    fn chair(&self) -> String {
        self.path(&format!("/sessions/{}", self.session))
    }

    async fn doctor(&self) -> String {
        self.at.sign_in("rao@riverbend.example").await.unwrap()
    }

    async fn nurse(&self) -> String {
        self.at.sign_in("achieng@riverbend.example").await.unwrap()
    }

    /// Posts to the chair and answers the page that it leads to.
    async fn at_the_chair(&self, cookie: &str, fields: &[(&'static str, &str)]) -> String {
        page(&self.at, &self.chair(), cookie, fields).await
    }

    /// What moves of the chair while blood runs, drawn anew.
    async fn moves(&self, cookie: &str) -> String {
        page(&self.at, &format!("{}/now?stage=running", self.chair()), cookie, &[]).await
    }

    /// What the page says of itself for who signs it; nothing where it asks for no signature.
    async fn to_sign(&self, cookie: &str) -> String {
        to_sign(&self.at_the_chair(cookie, &[]).await).to_owned()
    }

    /// The doctor signs what the page shows.
    async fn sign(&self, cookie: &str, note: &str) -> String {
        let seen = self.to_sign(cookie).await;
        self.at_the_chair(cookie, &[("act", "sign"), ("seen", &seen), ("note", note)])
            .await
    }

    async fn status(&self, path: &str, cookie: &str, fields: &[(&'static str, &str)]) -> u16 {
        status(&self.at, path, cookie, fields).await
    }

    async fn one<T>(&self, question: &str) -> T
    where
        T: Send + Unpin + sqlx::Type<sqlx::Postgres> + for<'row> sqlx::Decode<'row, sqlx::Postgres>,
    {
        // reviewed: our own questions
        sqlx::query_scalar(sqlx::AssertSqlSafe(question.to_owned()))
            .fetch_one(self.at.db.owner())
            .await
            .unwrap()
    }

    /// The machine of the session says this; answers the alarm of this kind that stands then.
    async fn alarm_after(&self, reading: &serde_json::Value, kind: Kind) -> Option<Alarm> {
        let answer = self.at.post(&self.at.riverbend.devices[1], reading).await;
        assert!(answer.status().is_success(), "{}", answer.text().await.unwrap());
        let now = &self.at.house.now;
        let open = now.open_alarms(&[PatientId(self.mwangi)], Seen::Everywhere);
        open.into_iter().find(|it| it.kind == kind && it.is_standing())
    }

    /// A monitor measures him from now on, beside the machine: the one that device 0 is.
    async fn monitor_beside(&self) {
        let monitor = self.at.riverbend.devices[0].id;
        run(
            &self.at,
            format!(
                "UPDATE device_session SET during = tstzrange(lower(during), now()) WHERE device_id = '{monitor}' AND upper_inf(during);
                 INSERT INTO device_session (id, device_id, hospital_id, patient_id, during)
                      VALUES (gen_random_uuid(), '{monitor}', '{}', '{}', tstzrange(now(), NULL))",
                self.hospital, self.mwangi
            ),
        )
        .await;
        load_placements(&self.at.house, None).await.unwrap();
    }

    async fn state(&self) -> String {
        self.one(&format!(
            "SELECT state FROM dialysis_session WHERE id = '{}'",
            self.session
        ))
        .await
    }

    /// Prescribed, weighed and with an access: what a session needs.
    async fn prepare(&self, doctor: &str, nurse: &str) {
        let said = page(&self.at, &self.path("/prescription"), doctor, &PRESCRIBED).await;
        assert!(
            said.contains("It is prescribed.") && said.contains("Version 1"),
            "prescribed"
        );
        let said = page(&self.at, &self.path("/prescription"), doctor, &WEIGHED).await;
        assert!(
            said.contains("The dry weight is set.") && said.contains("72.5"),
            "weighed"
        );
        let said = page(&self.at, &self.path("/access"), nurse, &FISTULA).await;
        assert!(
            said.contains("The access is written down.") && said.contains("Fistula, left, wrist"),
            "access"
        );
    }

    /// The prescription that holds is revised: as usual but for these fields.
    async fn revise(&self, doctor: &str, but: &[(&'static str, &str)]) -> String {
        let held: Uuid = self
            .one("SELECT id FROM dialysis_prescription WHERE ended_at IS NULL")
            .await;
        let held = held.to_string();
        let mut fields: Vec<(&'static str, &str)> = PRESCRIBED
            .into_iter()
            .filter(|(name, _)| but.iter().all(|(other, _)| other != name))
            .chain([("seen", held.as_str())])
            .collect();
        fields.extend(but);
        page(&self.at, &self.path("/prescription"), doctor, &fields).await
    }

    /// The look with the prescription and the access that hold.
    async fn look(&self, cookie: &str, but: &[(&'static str, &str)]) -> String {
        let prescription: Uuid = self
            .one("SELECT id FROM dialysis_prescription WHERE ended_at IS NULL")
            .await;
        let access: Uuid = self.one("SELECT id FROM vascular_access WHERE ended_at IS NULL").await;
        let (prescription, access) = (prescription.to_string(), access.to_string());
        let mut fields: Vec<(&'static str, &str)> = FOUND
            .into_iter()
            .filter(|(name, _)| but.iter().all(|(other, _)| other != name))
            .chain([("prescription", prescription.as_str()), ("access", access.as_str())])
            .collect();
        fields.extend(but);
        self.at_the_chair(cookie, &fields).await
    }

    async fn confirm(&self, cookie: &str) -> String {
        let before: Uuid = self
            .one("SELECT id FROM session_before ORDER BY recorded_at DESC, id DESC LIMIT 1")
            .await;
        self.at_the_chair(cookie, &[("act", "confirm"), ("before", &before.to_string())])
            .await
    }

    /// Up to the start.
    async fn start(&self, doctor: &str, nurse: &str) {
        self.start_found(doctor, nurse, &[]).await;
    }

    /// The same, found as usual but for these fields.
    async fn start_found(&self, doctor: &str, nurse: &str, but: &[(&'static str, &str)]) {
        self.prepare(doctor, nurse).await;
        self.at_the_chair(nurse, &[("act", "check_in")]).await;
        self.look(nurse, but).await;
        self.confirm(doctor).await;
        let said = self.at_the_chair(nurse, &[("act", "start")]).await;
        assert!(said.contains("The session runs."), "started");
        assert_eq!(self.state().await, "running");
    }
}
