//! One session lived by clicking: a doctor prescribes, a nurse runs it, another person looks too, a doctor signs.

use uuid::Uuid;

use super::{AFTER, Chair, PRESCRIBED};
use crate::support::door::page;

#[tokio::test(flavor = "multi_thread")]
async fn a_session_is_lived_from_the_prescription_to_the_signature() {
    let unit = Chair::open().await;
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.prepare(&doctor, &nurse).await;
    let said = unit.at_the_chair(&nurse, &[("act", "check_in")]).await;
    assert!(
        said.contains("They are checked in.") && said.contains("Dry weight 72.5"),
        "checked in"
    );

    // The goal is worked out from the weights: 74.9 kg less 72.5 kg, in four hours 8.3 mL/kg/h by the dry weight.
    let said = unit.look(&nurse, &[]).await;
    for part in ["2.40", "8.3", "by the dry weight", "Another person than you confirms"] {
        assert!(said.contains(part), "{part}");
    }
    let refused = unit.at_the_chair(&nurse, &[("act", "start")]).await;
    assert!(refused.contains("A second person has to confirm"), "not alone");
    let refused = unit.confirm(&nurse).await;
    assert!(
        refused.contains("Another person than who looked first has to confirm it."),
        "not the same person"
    );
    assert_eq!(unit.state().await, "checked_in");
    let said = unit.confirm(&doctor).await;
    assert!(said.contains("It is confirmed."), "confirmed");
    let said = unit.at_the_chair(&nurse, &[("act", "start")]).await;
    assert!(
        said.contains("The session runs.") && said.contains("Prescribed and delivered"),
        "runs"
    );
    // The machine measures him from now on.
    let measured: Uuid = unit
        .one("SELECT patient_id FROM device_session WHERE upper_inf(during) AND device_id = (SELECT device_id FROM dialysis_session)")
        .await;
    assert_eq!(measured, unit.mwangi);

    let reading = [
        ("act", "observe"),
        ("systolic", "88"),
        ("diastolic", "50"),
        ("blood_flow", "250"),
        ("arterial", "-210"),
        ("venous", "150"),
        ("uf_rate", "600"),
        ("uf_removed", "1200"),
    ];
    let said = unit.at_the_chair(&nurse, &reading).await;
    // Below 90 mmHg, 50 mL/min below what was ordered, half of the fluid.
    for part in ["Pressure fell", "−50", "1.20", "of 2.40"] {
        assert!(said.contains(part), "{part}");
    }
    let nothing = unit.at_the_chair(&nurse, &[("act", "observe")]).await;
    assert!(nothing.contains("Enter at least one thing"), "an empty line is none");
    let said = unit
        .at_the_chair(&nurse, &[("act", "intervene"), ("kind", "saline")])
        .await;
    assert!(said.contains("There is a problem"), "saline says how much");
    let said = unit
        .at_the_chair(&nurse, &[("act", "intervene"), ("kind", "saline"), ("amount", "200")])
        .await;
    assert!(said.contains("Saline given 200"), "saline");
    unit.at_the_chair(&nurse, &[("act", "event"), ("kind", "cramps")]).await;
    let dose = [
        ("act", "give"),
        ("name", "Epoetin"),
        ("dose", "4000 IU"),
        ("route", "circuit"),
    ];
    let said = unit.at_the_chair(&nurse, &dose).await;
    assert!(
        said.contains("Another person witnesses it.") && said.contains("Witness wanted"),
        "given"
    );
    let medicine: Uuid = unit.one("SELECT id FROM session_medicine").await;
    let own = unit
        .at_the_chair(&nurse, &[("act", "witness"), ("id", &medicine.to_string())])
        .await;
    assert!(
        own.contains("Another person than who gave it has to witness it."),
        "not by oneself"
    );
    unit.at_the_chair(&doctor, &[("act", "witness"), ("id", &medicine.to_string())])
        .await;
    let lot = [
        ("act", "lot"),
        ("kind", "dialyser"),
        ("product", "FX 80"),
        ("lot", "B4K-0721"),
    ];
    unit.at_the_chair(&nurse, &lot).await;

    let too_early = unit.sign(&doctor, "").await;
    assert!(too_early.contains("does not wait for a signature"), "it still runs");
    unit.at.later(4 * 3_600);
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    let said = unit.at_the_chair(&nurse, &[("act", "end")]).await;
    assert!(said.contains("The session has ended."), "ended");
    let hollow = unit.sign(&doctor, "").await;
    assert!(
        hollow.contains("Write down first what was looked at afterwards"),
        "not signed without it"
    );
    let said = unit.at_the_chair(&nurse, &AFTER).await;
    // URR 70 %, Kt/V by Daugirdas II, dry weight met, both definitions of a fall.
    for part in [
        "70",
        "spKt/V",
        "Dry weight reached",
        "Fell to 88",
        "By the guideline: it fell, with symptoms, and something was done.",
    ] {
        assert!(said.contains(part), "{part}");
    }
    let said = unit.sign(&doctor, "As planned.").await;
    assert!(said.contains("It is signed") && said.contains("As planned."), "signed");
    assert_eq!(unit.state().await, "signed");

    // The list of his sessions shows it, and the trend has begun.
    let list = page(&unit.at, &unit.path(""), &doctor, &[]).await;
    for part in ["D-02", "Signed", "74.9", "72.4", "Kt/V", "Fell by the guideline"] {
        assert!(list.contains(part), "{part}");
    }
    let paper = page(&unit.at, &format!("{}/hand-over", unit.chair()), &nurse, &[]).await;
    for part in [
        "Situation",
        "Background",
        "Assessment",
        "Recommendation",
        "Cramps",
        "Epoetin 4000 IU, into the circuit",
        "Epoetin: witnessed",
        "Nothing is wanted",
    ] {
        assert!(paper.contains(part), "{part}");
    }
    // What was done is handed over with how much, when and by whom: as the log of the chair has it.
    let at: String = unit
        .one(
            "SELECT to_char(i.at AT TIME ZONE h.zone, 'HH24:MI')
               FROM session_intervention i JOIN dialysis_session s ON s.id = i.session_id JOIN hospital h ON h.id = s.hospital_id",
        )
        .await;
    let (_, saline) = paper.split_once("Saline given 200\u{a0}mL").expect("how much");
    let line = saline.split("</div>").next().unwrap_or_default();
    assert!(line.contains(&at) && line.contains("Achieng"), "{at}: {line}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_signed_stays_and_is_amended_with_both_texts() {
    let unit = Chair::open().await;
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.start(&doctor, &nurse).await;
    let early = unit.at_the_chair(&nurse, &[("act", "end_early"), ("early", "")]).await;
    assert!(early.contains("Choose why it ends before its time."), "with a reason");
    unit.at_the_chair(
        &nurse,
        &[("act", "end_early"), ("early", "hypotension"), ("note", "88/50")],
    )
    .await;
    assert_eq!(unit.state().await, "interrupted");
    let before = unit
        .at_the_chair(
            &doctor,
            &[
                ("act", "amend"),
                ("old_text", "a"),
                ("new_text", "b"),
                ("reason", "Wrong."),
            ],
        )
        .await;
    assert!(before.contains("Only what is signed is amended."), "not before");
    unit.at_the_chair(&nurse, &AFTER).await;
    unit.sign(&doctor, "").await;
    assert_eq!(unit.state().await, "signed");

    // Nothing is added any more, whoever asks for it.
    let mut later = AFTER.to_vec();
    later[1] = ("weight", "71.0");
    let said = unit.at_the_chair(&nurse, &later).await;
    assert!(said.contains("before the signature"), "closed");
    for (act, more) in [
        ("observe", ("pulse", "70")),
        ("event", ("kind", "air")),
        ("sign", ("note", "again")),
    ] {
        let said = unit.at_the_chair(&doctor, &[("act", act), more]).await;
        assert!(said.contains("There is a problem"), "{act}");
    }
    assert_eq!(unit.one::<i64>("SELECT count(*) FROM session_after").await, 1);
    // Nor by the owner of the tables.
    for attack in [
        "UPDATE session_after SET weight = 70",
        "DELETE FROM session_signed",
        "UPDATE session_started SET at = now()",
        "UPDATE dialysis_session SET state = 'closed'",
        "DELETE FROM dialysis_session",
    ] {
        let refused = sqlx::query(sqlx::AssertSqlSafe(attack.to_owned()))
            .execute(unit.at.db.owner())
            .await;
        assert!(refused.is_err(), "{attack}");
    }
    let amended = [
        ("act", "amend"),
        ("old_text", "Weight afterwards 72.4 kg"),
        ("new_text", "Weight afterwards 72.9 kg"),
        ("reason", "The scales were wrong."),
    ];
    let refused = unit.status(&unit.chair(), &nurse, &amended).await;
    assert_eq!(refused, 403, "a nurse amends nothing");
    let said = unit.at_the_chair(&doctor, &amended).await;
    for part in [
        "Weight afterwards 72.4 kg",
        "Weight afterwards 72.9 kg",
        "The scales were wrong.",
    ] {
        assert!(said.contains(part), "{part}");
    }
    let same = unit
        .at_the_chair(
            &doctor,
            &[
                ("act", "amend"),
                ("old_text", "a"),
                ("new_text", "a"),
                ("reason", "Wrong."),
            ],
        )
        .await;
    assert!(same.contains("Both texts are the same."), "it says something");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_did_not_come_is_written_with_the_reason_and_told_to_the_doctor() {
    let unit = Chair::open().await;
    let (rao, nurse) = (unit.at.user("rao@riverbend.example").await, unit.nurse().await);
    super::run(
        &unit.at,
        format!(
            "INSERT INTO care_relation (user_id, patient_id, hospital_id, made_by, during) VALUES ('{rao}', '{}', '{}', '{rao}', tstzrange(now() - interval '1 day', NULL))",
            unit.mwangi, unit.hospital
        ),
    )
    .await;
    let other = unit
        .at_the_chair(&nurse, &[("act", "absent"), ("reason", "other")])
        .await;
    assert!(
        other.contains("Say in a few words what it was."),
        "another reason has words"
    );
    let said = unit
        .at_the_chair(
            &nurse,
            &[("act", "absent"), ("reason", "transport"), ("note", "No bus.")],
        )
        .await;
    assert!(said.contains("Nobody brought them") && said.contains("No bus."), "said");
    assert_eq!(unit.state().await, "did_not_attend");
    let late = unit.at_the_chair(&nurse, &[("act", "check_in")]).await;
    assert!(late.contains("does not wait for somebody any more"), "over");
    let told: String = unit.one("SELECT kind FROM notice WHERE kind LIKE 'dialysis%'").await;
    assert_eq!(told, "dialysis.missed");
}

#[tokio::test(flavor = "multi_thread")]
async fn revising_a_prescription_ends_one_and_begins_the_next() {
    let unit = Chair::open().await;
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.prepare(&doctor, &nurse).await;
    let held: Uuid = unit.one("SELECT id FROM dialysis_prescription").await;
    let held = held.to_string();
    let revised = |seen: &str, potassium: &'static str, reason: &'static str| {
        let mut fields: Vec<(&'static str, String)> = PRESCRIBED
            .into_iter()
            .filter(|(name, _)| *name != "potassium" && *name != "reason")
            .map(|(name, value)| (name, value.to_owned()))
            .collect();
        fields.extend([
            ("seen", seen.to_owned()),
            ("potassium", potassium.to_owned()),
            ("reason", reason.to_owned()),
        ]);
        fields
    };
    let post = async |fields: Vec<(&'static str, String)>| {
        let fields: Vec<(&'static str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        page(&unit.at, &unit.path("/prescription"), &doctor, &fields).await
    };
    let said = post(revised(&held, "3.0", "")).await;
    assert!(said.contains("Say why it is prescribed so."), "with a reason");
    let said = post(revised(&held, "30", "Potassium was low.")).await;
    assert!(said.contains("There is a problem"), "within its range");
    let said = post(revised(&held, "3.0", "Potassium was low.")).await;
    for part in ["Version 2", "Version 1", "Potassium was low.", "He begins."] {
        assert!(said.contains(part), "{part}");
    }
    // Who still saw the first one is told that another was prescribed meanwhile.
    let said = post(revised(&held, "4.0", "Once more.")).await;
    assert!(
        said.contains("Somebody else has just prescribed."),
        "not over another's head"
    );
    let versions: Vec<i16> = sqlx::query_scalar("SELECT version FROM dialysis_prescription WHERE ended_at IS NULL")
        .fetch_all(unit.at.db.owner())
        .await
        .unwrap();
    assert_eq!(versions, [2]);
}

/// The doctor has the page open: what is written meanwhile is on the page of nobody who signs it.
#[tokio::test(flavor = "multi_thread")]
async fn nobody_signs_what_was_written_after_they_looked() {
    let unit = Chair::open().await;
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.start(&doctor, &nurse).await;
    unit.at_the_chair(&nurse, &[("act", "end")]).await;
    unit.at_the_chair(&nurse, &AFTER).await;
    let mut again = AFTER.to_vec();
    again[1] = ("weight", "72.0");
    let unseen: [&[(&'static str, &str)]; 4] = [
        &[("act", "observe"), ("pulse", "70")],
        &[("act", "event"), ("kind", "cramps")],
        &[("act", "intervene"), ("kind", "saline"), ("amount", "200")],
        &again,
    ];
    for written in unseen {
        let seen = unit.to_sign(&doctor).await;
        assert!(!seen.is_empty(), "the form says what it shows");
        let said = unit.at_the_chair(&nurse, written).await;
        assert!(!said.contains("There is a problem"), "{written:?}");
        let said = unit.at_the_chair(&doctor, &[("act", "sign"), ("seen", &seen)]).await;
        assert!(
            said.contains("Something was written since you looked."),
            "{written:?}: {said}"
        );
        assert_eq!(unit.state().await, "closed", "{written:?}");
        assert_eq!(unit.one::<i64>("SELECT count(*) FROM session_signed").await, 0);
    }
    // Who looked at all of it signs.
    assert!(unit.sign(&doctor, "").await.contains("It is signed"));
    assert_eq!(unit.state().await, "signed");
}
