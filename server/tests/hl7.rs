//! Machines that speak HL7 v2 over MLLP: what they send is recorded as by the JSON door, answered as the standard says, kept and listed; and whoever means harm does none.

mod alarms;
mod hostile;
mod line;
mod samples;
mod senders;

use std::time::Duration;

use self::line::{Mllp, connect, listen, verdict};
use crate::sign_in::page;
use crate::support::Wardlight;
use crate::support::mail::post_and_read;

/// A gateway of Riverbend for these machines (by place): its token.
pub async fn gateway(at: &Wardlight, name: &str, more: &[(&str, &str)], machines: &[usize]) -> String {
    let haddad = at.sign_in("haddad@riverbend.example").await.unwrap();
    let fields = [&[("name", name)], more].concat();
    let html = post_and_read(at, "/hospital/gateways", &haddad, &fields).await;
    let token = html.split("wlg_").nth(1).unwrap_or_else(|| panic!("no token: {html}"));
    let token = format!("wlg_{}", token.get(..64).unwrap());
    let id: uuid::Uuid = sqlx::query_scalar("SELECT id FROM gateway WHERE name = $1")
        .bind(name)
        .fetch_one(at.db.owner())
        .await
        .unwrap();
    for machine in machines {
        let device = at.riverbend.devices[*machine].id.to_string();
        let fields = [("gateway", id.to_string()), ("device", device)];
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let html = post_and_read(at, "/hospital/gateways/add", &haddad, &fields).await;
        assert!(
            html.contains("The gateway speaks for this machine from now on."),
            "{html}"
        );
    }
    token
}

/// The serial number of a machine of Riverbend.
pub async fn serial(at: &Wardlight, machine: usize) -> String {
    sqlx::query_scalar("SELECT serial FROM device WHERE id = $1")
        .bind(at.riverbend.devices[machine].id.0)
        .fetch_one(at.db.owner())
        .await
        .unwrap()
}

/// The house's time and `seconds` more, as HL7 writes it.
pub fn stamp(at: &Wardlight, seconds: f64) -> String {
    let text = at.at(seconds);
    let digits: String = text.chars().take(19).filter(char::is_ascii_digit).collect();
    format!("{digits}+0000")
}

/// A machine in the middle of a treatment, with a code that nobody knows. The patient's name stands in it, as in real ones.
pub fn treatment(control: &str, token: &str, serial: &str, time: &str) -> String {
    [
        format!(
            "MSH|^~\\&|HD_GATEWAY|UNIT 7|WARD||{time}|{token}|ORU^R01^ORU_R01|{control}|P|2.6|||NE|AL||UNICODE UTF-8"
        ),
        "PID|||4711^^^Hospital^PI||Okafor^Amara^^^^^L".to_owned(),
        format!("OBR|1|1^A|1^A|70929^MDC_DEV_HDIALY_MACHINE_MDS^MDC|||{time}"),
        format!("OBX|1||70929^MDC_DEV_HDIALY_MACHINE_MDS^MDC|1.0.0.0|||||||X|||||||{serial}^^^EUI-64"),
        "OBX|2|NM|158740^MDC_HDIALY_BLD_PUMP_BLOOD_FLOW_RATE^MDC|1.1.2.1|300|^MDC_DIM_MILLI_L_PER_MIN^MDC|||||R"
            .to_owned(),
        "OBX|3|NM|158776^MDC_HDIALY_BLD_PUMP_PRESS_VEN^MDC|1.1.2.3|141|266016^MDC_DIM_MMHG^MDC|||||R".to_owned(),
        "OBX|4|NM|159032^MDC_HDIALY_UF_ACTUAL_REMOVED_VOL^MDC|1.1.9.1|2100|263762^MDC_DIM_MILLI_L^MDC|||||R".to_owned(),
        "OBX|5|NM|158724^MDC_HDIALY_MACH_TIME_REMAIN^MDC|1.1.1.1|80|min|||||R".to_owned(),
        "OBX|6|NM|99991^MAKER_OWN_CODE^99XX|1.1.3.10|5|L|||||R".to_owned(),
    ]
    .join("\r")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_treatment_by_hl7_is_recorded_answered_kept_and_known_again() {
    let at = Wardlight::open().await;
    let token = gateway(&at, "Dialysis unit", &[], &[0, 1]).await;
    let device = &at.riverbend.devices[0];
    let mut line = connect(listen(&at).await).await;
    let message = treatment("MSG-1", &token, &serial(&at, 0).await, &stamp(&at, -5.0));
    for (control, known) in [("MSG-1", "1 new, 0 known"), ("MSG-1", "0 new, 1 known")] {
        let answer = line.ask(&message).await.unwrap();
        assert_eq!(verdict(&answer), ("AA".to_owned(), control.to_owned()), "{known}");
    }
    let stored: (f32, f32, f32, f32) = sqlx::query_as(
        "SELECT blood_flow, venous_pressure, uf_removed, remaining_time FROM reading WHERE device_id = $1",
    )
    .bind(device.id.0)
    .fetch_one(at.db.owner())
    .await
    .unwrap();
    assert_eq!(stored, (300.0, 141.0, 2.1, 80.0));

    // The technician of the machine sees what came, and which codes have no place.
    let mensah = at.sign_in("mensah@riverbend.example").await.unwrap();
    let list = format!("/devices/{}/messages", device.id);
    let html = page(&at, &list, &mensah).await.text().await.unwrap();
    for said in ["MAKER_OWN_CODE", "1 new, 0 known", "0 new, 1 known", "AA · accepted"] {
        assert!(html.contains(said), "{said}: {html}");
    }
    // Opened, it says what was measured and nothing of people, nor the secret.
    let message: uuid::Uuid = sqlx::query_scalar("SELECT id FROM hl7_message ORDER BY received_at LIMIT 1")
        .fetch_one(at.db.owner())
        .await
        .unwrap();
    let html = page(&at, &format!("{list}/{message}"), &mensah)
        .await
        .text()
        .await
        .unwrap();
    assert!(
        html.contains("MDC_HDIALY_BLD_PUMP_PRESS_VEN") && html.contains("PID|…"),
        "{html}"
    );
    assert!(!html.contains("Okafor^Amara") && !html.contains("wlg_"), "{html}");
    let sealed: Vec<u8> = sqlx::query_scalar("SELECT raw_sealed FROM hl7_message WHERE id = $1")
        .bind(message)
        .fetch_one(at.db.owner())
        .await
        .unwrap();
    assert!(!sealed.windows(6).any(|part| part == b"Okafor"), "sealed");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_runs_the_hospital_sees_the_list_and_opens_no_message() {
    let at = Wardlight::open().await;
    let token = gateway(&at, "Dialysis unit", &[], &[0]).await;
    let mut line = connect(listen(&at).await).await;
    line.ask(&treatment("MSG-1", &token, &serial(&at, 0).await, &stamp(&at, 0.0)))
        .await
        .unwrap();
    let device = at.riverbend.devices[0].id;
    let message: uuid::Uuid = sqlx::query_scalar("SELECT id FROM hl7_message")
        .fetch_one(at.db.owner())
        .await
        .unwrap();
    let (list, one) = (
        format!("/devices/{device}/messages"),
        format!("/devices/{device}/messages/{message}"),
    );
    let haddad = at.sign_in("haddad@riverbend.example").await.unwrap();
    let rao = at.sign_in("rao@riverbend.example").await.unwrap();
    let silva = at.sign_in("silva@lakeside.example").await.unwrap();
    for (who, cookie, expected) in [
        ("admin", &haddad, (200, 403)),
        ("doctor", &rao, (403, 403)),
        ("elsewhere", &silva, (403, 403)),
    ] {
        let answers = (
            page(&at, &list, cookie).await.status().as_u16(),
            page(&at, &one, cookie).await.status().as_u16(),
        );
        assert_eq!(answers, expected, "{who}");
    }
    // The machine of another bed is not the technician's.
    let mensah = at.sign_in("mensah@riverbend.example").await.unwrap();
    let other = format!("/devices/{}/messages", at.riverbend.devices[1].id);
    assert_eq!(page(&at, &other, &mensah).await.status().as_u16(), 403);
    let elsewhere = format!("/devices/{}/messages", at.lakeside.devices[0].id);
    assert_eq!(page(&at, &elsewhere, &haddad).await.status().as_u16(), 404);
    assert_eq!(
        page(&at, &format!("{list}/{}", uuid::Uuid::now_v7()), &mensah)
            .await
            .status()
            .as_u16(),
        404
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_at_fault_is_named_and_what_is_good_beside_it_is_stored() {
    let at = Wardlight::open().await;
    let token = gateway(&at, "Dialysis unit", &[], &[0]).await;
    let mut line = connect(listen(&at).await).await;
    let (serial, time) = (serial(&at, 0).await, stamp(&at, -2.0));
    let whole = treatment("MSG-1", &token, &serial, &time);
    let mixed = whole.replace("|141|266016^MDC_DIM_MMHG^MDC|", "|141|MDC_DIM_BARREL|");
    let answer = line.ask(&mixed).await.unwrap();
    assert_eq!(verdict(&answer).0, "AA", "{answer}");
    assert!(
        answer.contains("\rERR||OBX^3^6|103^Table value not found^HL70357|W|"),
        "{answer}"
    );
    // Nothing good: the message is at fault. A venous pressure of a metre of water is no measurement.
    let wrong = treatment("MSG-2", &token, &serial, &time).replace("|141|", "|9141|");
    let wrong: Vec<&str> = wrong
        .split('\r')
        .filter(|row| !row.contains("OBX|2|") && !row.contains("OBX|4|") && !row.contains("OBX|5|"))
        .collect();
    let answer = line.ask(&wrong.join("\r")).await.unwrap();
    assert_eq!(verdict(&answer), ("AE".into(), "MSG-2".into()), "{answer}");
    assert!(
        answer.contains("102^Data type error") && !answer.contains("9141"),
        "{answer}"
    );
    assert_eq!(at.stored(&at.riverbend.devices[0]).await, 1);
    // Old ones are dropped after their days.
    assert_eq!(
        hospital::telemetry::messages::drop_messages(&at.house).await.unwrap(),
        0
    );
    at.later((hospital::telemetry::messages::KEEP_DAYS + 1) * 86_400);
    assert_eq!(
        hospital::telemetry::messages::drop_messages(&at.house).await.unwrap(),
        2
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_batch_is_answered_message_by_message_and_a_sender_that_wants_no_answer_gets_none() {
    let at = Wardlight::open().await;
    let token = gateway(&at, "Dialysis unit", &[], &[0]).await;
    let mut line = connect(listen(&at).await).await;
    let serial = serial(&at, 0).await;
    let of = |control: &str, seconds| treatment(control, &token, &serial, &stamp(&at, seconds));
    let batch = format!("BHS|^~\\&|A\r{}\r{}\rBTS|2", of("MSG-1", -2.0), of("MSG-2", -1.0));
    let first = line.ask(&batch).await.unwrap();
    let second = line.answer().await.unwrap();
    assert_eq!(
        (verdict(&first).1, verdict(&second).1),
        ("MSG-1".into(), "MSG-2".into())
    );
    line.send(&of("MSG-3", 0.0).replace("|NE|AL|", "|NE|NE|")).await;
    let answer = line.ask(&of("MSG-4", 1.0)).await.unwrap();
    assert_eq!(verdict(&answer).1, "MSG-4", "the third was not answered");
    assert_eq!(at.stored(&at.riverbend.devices[0]).await, 4);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_machine_that_reports_each_minute_is_not_silent_in_between() {
    let at = Wardlight::open().await;
    let token = gateway(&at, "Slow unit", &[("every_seconds", "60")], &[0]).await;
    let device = at.riverbend.devices[0].id;
    hospital::telemetry::load_placements(&at.house, Some(device))
        .await
        .unwrap();
    let mut line = connect(listen(&at).await).await;
    line.ask(&treatment("MSG-1", &token, &serial(&at, 0).await, &stamp(&at, 0.0)))
        .await
        .unwrap();
    let silent = async || at.house.now.heard(device).unwrap().1;
    at.later(30);
    tokio::time::sleep(Duration::from_secs(5)).await;
    assert!(!silent().await, "half a minute later it counts as heard");
    at.later(45);
    for _ in 0..40 {
        if silent().await {
            return;
        }
        tokio::time::sleep(Duration::from_millis(500)).await;
    }
    panic!("its time has passed, and it is not silent");
}

/// A whole answer for whoever asks.
pub async fn asked(line: &mut Mllp, message: &str) -> (String, String) {
    verdict(&line.ask(message).await.unwrap())
}
