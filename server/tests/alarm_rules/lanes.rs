//! Two lanes at one machine: who keeps it sets and answers what is of the machine and its circuit, and nothing that is measured of the patient.

use domain::alerts::{Lane, Priority};

use super::*;

const SYSTOLIC_LOW: Kind = Kind::Limit(Parameter::Systolic, Side::Low);

fn limit<'a>(parameter: &'a str, side: &'a str, raise: &'a str) -> [(&'static str, &'a str); 6] {
    [
        ("act", "set"),
        ("parameter", parameter),
        ("side", side),
        ("measure", "value"),
        ("raise", raise),
        ("reason", "Alarms too often"),
    ]
}

impl Ward {
    async fn count(&self, query: &'static str) -> i64 {
        sqlx::query_scalar(query).fetch_one(self.at.db.owner()).await.unwrap()
    }

    fn console(&self) -> String {
        format!("/devices/{}", self.at.riverbend.devices[0].id)
    }

    /// A rule written past the program: what the database says of it.
    async fn written(&self, parameter: &str, author: Uuid) -> Result<(), String> {
        sqlx::query(
            "INSERT INTO alarm_rule (id, hospital_id, device_id, parameter, side, measure, raise_at, clear_at, reason, made_by, during)
             VALUES (gen_random_uuid(), $1, $2, $3, 'low', 'value', 60, 60, 'Alarms too often', $4, tstzrange(now(), NULL))",
        )
        .bind(self.at.riverbend.id.0)
        .bind(self.at.riverbend.devices[0].id.0)
        .bind(parameter)
        .bind(author)
        .execute(self.at.db.owner())
        .await
        .map(drop)
        .map_err(|error| {
            let database = error.into_database_error().unwrap();
            database.constraint().unwrap_or_default().to_owned()
        })
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_keeps_a_machine_sets_its_circuit_and_no_limit_of_the_patient_on_it() {
    let ward = Ward::open().await;
    let machine = ward.of_machine();
    for clinical in [("systolic", "40"), ("spo2", "60"), ("heart_rate", "20")] {
        let fields = limit(clinical.0, "low", clinical.1);
        assert_eq!(ward.status(&ward.mensah, &machine, &fields).await, 403, "{clinical:?}");
    }
    assert_eq!(ward.count("SELECT count(*) FROM alarm_rule").await, 0);
    let denied = "SELECT count(*) FROM audit_entry WHERE action = 'machine_limit.set' AND outcome = 'denied'";
    assert_eq!(ward.count(denied).await, 3, "each refusal stands in the audit");
    // The page offers what they may set, and says who sets the rest.
    let offered = page(&ward.at, &machine, &ward.mensah, &[]).await;
    assert!(offered.contains("\"venous_pressure\"") && !offered.contains("\"systolic\""));
    assert!(offered.contains("are set by a doctor"), "{}", offered.len());

    assert_eq!(Lane::of(Parameter::VenousPressure), Lane::Technical);
    let said = page(&ward.at, &machine, &ward.mensah, &venous("200", "", "An old sensor")).await;
    assert!(said.contains("An old sensor"), "{}", said.len());
    // A nurse sets neither.
    for fields in [limit("systolic", "low", "80"), limit("conductivity", "high", "15")] {
        assert_eq!(ward.status(&ward.achieng, &machine, &fields).await, 403);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_doctor_sets_what_is_measured_of_the_patient_and_who_keeps_the_machine_does_not_end_it() {
    let ward = Ward::open().await;
    let machine = ward.of_machine();
    let offered = page(&ward.at, &machine, &ward.rao, &[]).await;
    assert!(offered.contains("\"systolic\"") && !offered.contains("\"venous_pressure\""));
    let technical = venous("200", "", "An old sensor");
    assert_eq!(ward.status(&ward.rao, &machine, &technical).await, 403, "not theirs");
    let said = page(&ward.at, &machine, &ward.rao, &limit("systolic", "low", "100")).await;
    assert!(said.contains("Alarms too often"), "{}", said.len());
    let rule = ward.rule().await.to_string();
    let end = [("act", "end"), ("id", rule.as_str())];
    assert_eq!(ward.status(&ward.mensah, &machine, &end).await, 403);
    for ago in [60.0, 50.0] {
        ward.measure(ago, "systolic", 95.0).await;
    }
    assert!(ward.stands(SYSTOLIC_LOW).is_some(), "it holds still");
    // Who runs the hospital may both.
    assert_eq!(ward.status(&ward.haddad, &machine, &end).await, 303);
    assert_eq!(ward.status(&ward.haddad, &machine, &technical).await, 303);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_database_refuses_a_limit_of_the_patient_set_by_who_keeps_the_machine() {
    let ward = Ward::open().await;
    let mensah = ward.at.user("mensah@riverbend.example").await.0;
    let rao = ward.at.user("rao@riverbend.example").await.0;
    let refused = Err("alarm_rule_clinical_by_doctor".to_owned());
    for parameter in ["systolic", "spo2", "not_known_yet"] {
        assert_eq!(ward.written(parameter, mensah).await, refused, "{parameter}");
    }
    assert_eq!(ward.written("venous_pressure", mensah).await, Ok(()));
    assert_eq!(ward.written("systolic", rao).await, Ok(()));
    // Nor does one end it who may not set it.
    let ended = sqlx::query("UPDATE alarm_rule SET during = tstzrange(lower(during), now() + interval '1 second'), ended_by = $1 WHERE parameter = 'systolic'")
        .bind(mensah)
        .execute(ward.at.db.owner())
        .await;
    assert!(ended.unwrap_err().to_string().contains("set by a doctor"));
    // The lanes of the database are those of the program.
    for parameter in Parameter::ALL {
        let technical: bool = sqlx::query_scalar("SELECT parameter_is_technical($1)")
            .bind(parameter.name())
            .fetch_one(ward.at.db.owner())
            .await
            .unwrap();
        assert_eq!(technical, Lane::of(parameter) == Lane::Technical, "{parameter:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_keeps_a_machine_answers_its_technical_alarms_and_sees_none_of_the_patient() {
    let ward = Ward::open().await;
    let console = ward.console();
    for ago in [30.0, 20.0] {
        ward.measure(ago, "venous_pressure", 317.0).await;
        ward.measure(ago - 5.0, "systolic", 61.0).await;
    }
    let (technical, clinical) = (ward.stands(VENOUS_HIGH).unwrap(), ward.stands(SYSTOLIC_LOW).unwrap());
    let (technical, clinical) = (technical.id.to_string(), clinical.id.to_string());
    let shown = page(&ward.at, &console, &ward.mensah, &[]).await;
    assert!(
        shown.contains("317") && shown.contains("Answer a technical alarm"),
        "{}",
        shown.len()
    );
    assert!(
        !shown.contains(&clinical) && !shown.contains("61 mmHg"),
        "nothing of the patient"
    );
    // Who does not answer sees that there is one, and no value.
    let read = page(&ward.at, &console, &ward.haddad, &[]).await;
    assert!(
        read.contains("Technical alarms") && !read.contains("317"),
        "{}",
        read.len()
    );
    assert!(!read.contains("Answer a technical alarm"));

    fn answer(alarm: &str) -> [(&'static str, &str); 3] {
        [("act", "answer"), ("alarm", alarm), ("found", "The line was kinked")]
    }
    let (_, boateng) = ward.at.colleague(ward.at.riverbend.id, Role::Technician).await;
    for who in [&boateng, &ward.achieng, &ward.haddad, &ward.rao] {
        assert_eq!(ward.status(who, &console, &answer(&technical)).await, 403);
    }
    assert_eq!(ward.status(&ward.mensah, &console, &answer(&clinical)).await, 404);
    let said = page(&ward.at, &console, &ward.mensah, &answer(&technical)).await;
    assert!(said.contains("The alarm is answered.") && said.contains("The line was kinked"));
    let answered = ward.stands(VENOUS_HIGH).unwrap();
    assert!(!answered.is_unanswered() && answered.patient.is_some(), "{answered:?}");
    assert!(
        ward.stands(SYSTOLIC_LOW).unwrap().is_unanswered(),
        "that one waits for who treats them"
    );
    // A danger that the machine calls is seen there, and goes on calling who treats the patient.
    let body = json!({ "seq": 200_000, "taken_at": ward.at.at(-1.0), "system_status": "danger", "blood_flow": 300 });
    assert_eq!(ward.at.post(&ward.at.riverbend.devices[0], &body).await.status(), 200);
    let danger = ward.stands(Kind::Machine).unwrap();
    assert_eq!(danger.priority, Priority::High);
    let shown = page(&ward.at, &console, &ward.mensah, &[]).await;
    assert!(!shown.contains("Answer a technical alarm"), "{}", shown.len());
    let danger = danger.id.to_string();
    assert_eq!(ward.status(&ward.mensah, &console, &answer(&danger)).await, 404);
    assert!(ward.stands(Kind::Machine).unwrap().is_unanswered());
    let again = page(&ward.at, &console, &ward.mensah, &answer(&technical)).await;
    assert!(again.contains("answered already"), "{}", again.len());
    // The patient reads in their trace that somebody answered.
    let told = "SELECT count(*) FROM audit_entry WHERE action = 'machine_alarm.answer' AND outcome = 'allowed' AND cardinality(patients) = 1";
    assert_eq!(ward.count(told).await, 1);
}
