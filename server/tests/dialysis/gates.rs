//! What stands in the way of a treatment: a chair that is none apart, a machine that is not for it, one that was not disinfected since the last, a medicine without a witness. And how whoever
//! was received goes without a treatment.

use uuid::Uuid;

use super::{Chair, disinfected, fluid_tested, run, tested};
use crate::support::door::page;

impl Chair {
    /// The machine that stands at his bed.
    fn machine(&self) -> Uuid {
        self.at.riverbend.devices[1].id.0
    }

    async fn unfit(&self) -> Option<String> {
        self.one(&format!("SELECT device_unfit('{}')", self.machine())).await
    }

    /// Ultrapure fluid of the ward, drawn at a point now: so many parts of its limits.
    fn ultrapure(&self, point: &str, part: f64) -> String {
        fluid_tested("ultrapure", self.hospital, self.at.riverbend.ward, point, part)
    }

    /// Received, looked at and confirmed: all but started.
    pub(super) async fn ready(&self, doctor: &str, nurse: &str) {
        self.prepare(doctor, nurse).await;
        self.at_the_chair(nurse, &[("act", "check_in")]).await;
        self.look(nurse, &[]).await;
        self.confirm(doctor).await;
    }

    async fn sql(&self, script: &str) {
        run(&self.at, script.to_owned()).await;
    }

    /// The rule that a statement breaks, whoever sends it.
    pub(super) async fn breaks(&self, script: String) -> String {
        let error = sqlx::query(sqlx::AssertSqlSafe(script))
            .execute(self.at.db.owner())
            .await
            .unwrap_err();
        let error = error.as_database_error().and_then(|error| error.constraint());
        error.unwrap_or_default().to_owned()
    }
}

/// What is found after the booking counts at the door and at the start: the database refuses both at a chair that is none apart.
#[tokio::test(flavor = "multi_thread")]
async fn who_needs_a_chair_apart_is_received_and_connected_at_one_only() {
    let unit = Chair::open().await;
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.prepare(&doctor, &nurse).await;
    let found = [
        ("act", "infection"),
        ("agent", "hbv"),
        ("result", "positive"),
        ("tested_on", "2026-02-15"),
        ("isolate", "yes"),
    ];
    let said = page(&unit.at, &unit.path("/access"), &nurse, &found).await;
    assert!(
        said.contains("What is booked for them suits no longer: move it."),
        "said at once"
    );
    // An older result that is typed later frees nobody.
    let mut older = found;
    older[2] = ("result", "negative");
    older[3] = ("tested_on", "2026-01-15");
    older[4] = ("isolate", "no");
    page(&unit.at, &unit.path("/access"), &nurse, &older).await;
    let own = page(&unit.at, &unit.path(""), &nurse, &[]).await;
    assert!(
        own.contains("Booked at chairs that are none apart") && own.contains("Move them in the diary"),
        "what is booked suits them no longer"
    );
    let shown = page(&unit.at, &unit.chair(), &nurse, &[]).await;
    assert!(shown.contains("This chair is none apart"), "said before somebody tries");
    let said = unit.at_the_chair(&nurse, &[("act", "check_in")]).await;
    assert!(said.contains("They need a chair apart, and this is none."), "received");
    assert_eq!(unit.state().await, "booked");

    unit.sql("UPDATE station SET isolation = true").await;
    let own = page(&unit.at, &unit.path(""), &nurse, &[]).await;
    assert!(!own.contains("Booked at chairs that are none apart"), "it suits them");
    unit.at_the_chair(&nurse, &[("act", "check_in")]).await;
    assert_eq!(unit.state().await, "checked_in");
    unit.look(&nurse, &[]).await;
    unit.confirm(&doctor).await;
    unit.sql("UPDATE station SET isolation = false").await;
    let said = unit.at_the_chair(&nurse, &[("act", "start")]).await;
    assert!(said.contains("They need a chair apart, and this is none."), "connected");
    assert_eq!(unit.state().await, "checked_in");
    unit.sql("UPDATE station SET isolation = true").await;
    unit.at_the_chair(&nurse, &[("act", "start")]).await;
    assert_eq!(unit.state().await, "running");
}

/// Only a dialysis machine of the ward treats, whoever asks; and one that stands there counts as one that belongs there.
#[tokio::test(flavor = "multi_thread")]
async fn a_monitor_or_a_machine_of_another_ward_treats_nobody() {
    let unit = Chair::open().await;
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.ready(&doctor, &nurse).await;
    let monitor = unit.at.riverbend.devices[0].id.0;
    let (ward, elsewhere) = (Uuid::now_v7(), Uuid::now_v7());
    unit.sql(&format!(
        "INSERT INTO ward (id, hospital_id, name) VALUES ('{ward}', '{0}', 'Ward 9');
         INSERT INTO device (id, hospital_id, name, model, serial, kind, ward_id) VALUES ('{elsewhere}', '{0}', 'Machine 9', 'N', '9', 'dialysis', '{ward}');
         {1};
         {2}",
        unit.hospital,
        tested(unit.hospital, ward, "Loop end", 0.2),
        disinfected(elsewhere),
    ))
    .await;
    for (device, sentence, rule) in [
        (monitor, "This is no dialysis machine.", "dialysis_session_device_kind"),
        (
            elsewhere,
            "This machine neither belongs to this ward nor stands here.",
            "dialysis_session_device_ward",
        ),
    ] {
        let chosen = device.to_string();
        let said = unit
            .at_the_chair(&nurse, &[("act", "machine"), ("device", &chosen)])
            .await;
        assert!(said.contains(sentence), "{sentence}");
        let set = format!("UPDATE dialysis_session SET device_id = '{device}'");
        assert_eq!(unit.breaks(set).await, rule);
    }
    // The machine stands at his bed and belongs to no ward: where it stands, one is named.
    unit.sql("UPDATE dialysis_session SET device_id = NULL").await;
    let said = unit.at_the_chair(&nurse, &[("act", "start")]).await;
    assert!(
        said.contains("Choose the machine on which they are treated first."),
        "on which"
    );
    let machine = unit.machine().to_string();
    let offered = page(&unit.at, &unit.chair(), &nurse, &[]).await;
    assert!(
        offered.contains(&machine) && !offered.contains(&elsewhere.to_string()),
        "of this ward"
    );
    unit.at_the_chair(&nurse, &[("act", "machine"), ("device", &machine)])
        .await;
    // What is prescribed has to be what the chair can do.
    unit.sql("UPDATE dialysis_prescription SET modality = 'hdf_post', substitution = 20")
        .await;
    let said = unit.at_the_chair(&nurse, &[("act", "start")]).await;
    assert!(
        said.contains("Haemodiafiltration or haemofiltration is prescribed, and this chair cannot do it."),
        "water for it"
    );
    assert_eq!(unit.state().await, "checked_in");
    unit.sql(&format!(
        "UPDATE station SET hdf = true; {}",
        unit.ultrapure("Inlet", 0.2)
    ))
    .await;
    unit.at_the_chair(&nurse, &[("act", "start")]).await;
    assert_eq!(unit.state().await, "running");
}

/// Who is given fluid into the blood asks for a valid test of ultrapure fluid; who is not asks for none, whatever was found in it.
#[tokio::test(flavor = "multi_thread")]
async fn haemodiafiltration_starts_with_ultrapure_fluid_only() {
    let unit = Chair::open().await;
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.ready(&doctor, &nurse).await;
    let prescribes = async |modality: &str, substitution: &str| {
        unit.sql(&format!(
            "UPDATE station SET hdf = true; UPDATE dialysis_prescription SET modality = '{modality}', substitution = {substitution}"
        ))
        .await;
    };
    let refused = async |sentence: &str, why: &str| {
        let said = unit.at_the_chair(&nurse, &[("act", "start")]).await;
        assert!(said.contains(sentence), "{why}");
        assert_eq!(unit.state().await, "checked_in", "{why}");
    };
    for modality in ["hdf_pre", "hdf_post", "hf"] {
        prescribes(modality, "20").await;
        refused("there is no valid test of ultrapure dialysis fluid.", modality).await;
    }
    assert_eq!(unit.unfit().await, None, "for haemodialysis it is fit");
    let shown = page(&unit.at, &unit.chair(), &nurse, &[]).await;
    assert!(
        shown.contains("the ultrapure dialysis fluid of this ward has no valid test."),
        "said before somebody tries"
    );
    let machine = unit.machine();
    let book = format!("UPDATE dialysis_session SET device_id = '{machine}'");
    assert_eq!(
        unit.breaks(book.clone()).await,
        "dialysis_session_device_ultrapure_missing",
        "nothing is booked on it"
    );
    // Good at one point and over the limit at another.
    unit.sql(&unit.ultrapure("Inlet of D-02", 0.2)).await;
    unit.sql(&unit.ultrapure("Inlet of D-03", 1.0)).await;
    refused("the last test of ultrapure or substitution fluid failed.", "one point").await;
    assert_eq!(
        unit.breaks(book.clone()).await,
        "dialysis_session_device_ultrapure_failed"
    );
    assert_eq!(unit.unfit().await, None, "for haemodialysis it is fit still");
    unit.sql(&unit.ultrapure("inlet of D-03", 0.2)).await;
    // What grew in the fluid that is given counts, though no test of it is asked for.
    let (hospital, ward) = (unit.hospital, unit.at.riverbend.ward);
    let given = |part: f64| fluid_tested("substitution", hospital, ward, "Port", part);
    unit.sql(&given(1.0)).await;
    refused(
        "the last test of ultrapure or substitution fluid failed.",
        "what is given",
    )
    .await;
    unit.sql(&given(0.0)).await;
    unit.sql(&book).await;
    unit.at_the_chair(&nurse, &[("act", "start")]).await;
    assert_eq!(unit.state().await, "running");
}

/// Haemodialysis is held back neither by ultrapure fluid that was never tested nor by one that failed.
#[tokio::test(flavor = "multi_thread")]
async fn haemodialysis_starts_whatever_was_found_in_ultrapure_fluid() {
    let unit = Chair::open().await;
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.ready(&doctor, &nurse).await;
    unit.sql(&unit.ultrapure("Inlet", 2.0)).await;
    unit.at_the_chair(&nurse, &[("act", "start")]).await;
    assert_eq!(unit.state().await, "running");
}

/// Where ultrapure fluid is prescribed for haemodialysis, it is booked and started with a valid test of that, whatever grew in substitution fluid.
#[tokio::test(flavor = "multi_thread")]
async fn haemodialysis_with_ultrapure_fluid_waits_for_its_test() {
    let unit = Chair::open().await;
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.prepare(&doctor, &nurse).await;
    let said = unit.revise(&doctor, &[("dialysis_fluid", "ultrapure")]).await;
    assert!(said.contains("Version 2"), "revised");
    let asked: String = unit
        .one("SELECT string_agg(dialysis_fluid, ' ' ORDER BY version) FROM dialysis_prescription")
        .await;
    assert_eq!(asked, "standard ultrapure", "what held before reads as it did");
    unit.at_the_chair(&nurse, &[("act", "check_in")]).await;
    unit.look(&nurse, &[]).await;
    unit.confirm(&doctor).await;
    let refused = async |sentence: &str| {
        let said = unit.at_the_chair(&nurse, &[("act", "start")]).await;
        assert!(said.contains(sentence), "{sentence}");
        assert_eq!(unit.state().await, "checked_in", "{sentence}");
    };
    refused("Ultrapure fluid is prescribed, and there is no valid test of ultrapure dialysis fluid.").await;
    assert_eq!(unit.unfit().await, None, "for who is given standard fluid it is fit");
    let book = format!("UPDATE dialysis_session SET device_id = '{}'", unit.machine());
    assert_eq!(
        unit.breaks(book.clone()).await,
        "dialysis_session_device_ultrapure_missing",
        "nothing is booked on it"
    );
    unit.sql(&unit.ultrapure("Inlet", 1.0)).await;
    refused("the last test of ultrapure or substitution fluid failed.").await;
    unit.sql(&unit.ultrapure("inlet", 0.2)).await;
    let (hospital, ward) = (unit.hospital, unit.at.riverbend.ward);
    unit.sql(&fluid_tested("substitution", hospital, ward, "Port", 1.0))
        .await;
    unit.sql(&book).await;
    unit.at_the_chair(&nurse, &[("act", "start")]).await;
    assert_eq!(unit.state().await, "running");
}

/// What is prescribed in a record that was joined to another asks for its fluid there, too.
#[tokio::test(flavor = "multi_thread")]
async fn what_a_joined_record_prescribes_asks_for_its_fluid() {
    let unit = Chair::open().await;
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.prepare(&doctor, &nurse).await;
    let (book, other) = (
        format!("UPDATE dialysis_session SET device_id = '{}'", unit.machine()),
        Uuid::now_v7(),
    );
    unit.sql(&book).await;
    unit.sql(&format!(
        "INSERT INTO patient (id, family_name, given_name, born_on, sex) VALUES ('{other}', 'Mwangi', 'J', '1958-01-01', 'male');
         INSERT INTO registration (patient_id, hospital_id, hospital_number) VALUES ('{other}', '{hospital}', 'M-2');
         INSERT INTO dialysis_prescription
              SELECT (jsonb_populate_record(p, jsonb_build_object('id', gen_random_uuid(), 'patient_id', '{other}', 'dialysis_fluid', 'ultrapure'))).*
                FROM dialysis_prescription p;
         INSERT INTO patient_merge (id, hospital_id, survivor_id, other_id, reason, merged_at, merged_by)
              SELECT gen_random_uuid(), '{hospital}', '{mwangi}', '{other}', 'The same card.', now(), prescribed_by FROM dialysis_prescription LIMIT 1",
        hospital = unit.hospital,
        mwangi = unit.mwangi,
    ))
    .await;
    assert_eq!(unit.breaks(book).await, "dialysis_session_device_ultrapure_missing");
}

/// Between two patients a machine is disinfected: never, or not since the last treatment on it, is refused.
#[tokio::test(flavor = "multi_thread")]
async fn a_machine_is_disinfected_since_whoever_was_on_it_last() {
    let unit = Chair::open().await;
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.ready(&doctor, &nurse).await;
    unit.sql("DELETE FROM disinfection").await;
    assert_eq!(unit.unfit().await.as_deref(), Some("disinfection_due"), "never");
    let said = unit.at_the_chair(&nurse, &[("act", "start")]).await;
    assert!(
        said.contains("This machine was not disinfected since the last treatment on it, or too long ago. Disinfect it"),
        "refused"
    );
    assert_eq!(unit.state().await, "checked_in");
    assert!(said.contains("Write a disinfection down"), "the way there");
    let door = format!("/devices/{}/disinfection", unit.machine());
    let quick = [("act", "disinfect"), ("kind", "heat"), ("result", "passed")];
    let console = page(&unit.at, &format!("/devices/{}", unit.machine()), &nurse, &[]).await;
    assert!(console.contains("Disinfected now, and it passed"), "in one step");
    page(&unit.at, &door, &nurse, &quick).await;
    assert_eq!(unit.unfit().await, None);
    unit.at_the_chair(&nurse, &[("act", "start")]).await;
    assert_eq!(unit.unfit().await, None, "while it runs nothing is due");
    let said = unit
        .at_the_chair(&nurse, &[("act", "end_early"), ("early", "patient_wish")])
        .await;
    assert!(said.contains("Write a disinfection down"), "said at the end");
    assert_eq!(unit.unfit().await.as_deref(), Some("disinfection_due"), "not since");
    let ahead: Option<String> = unit
        .one(&format!(
            "SELECT device_unfit_to_book('{}', now() + interval '1 day')",
            unit.machine()
        ))
        .await;
    assert_eq!(ahead, None, "what lies ahead is booked: it is disinfected by then");
    page(&unit.at, &door, &nurse, &quick).await;
    assert_eq!(unit.unfit().await, None);
}

/// Whoever was received and is not connected goes with the reason, also after the hour for which the chair was kept.
#[tokio::test(flavor = "multi_thread")]
async fn who_was_received_is_let_go_after_the_hour_too() {
    let unit = Chair::open().await;
    let nurse = unit.nurse().await;
    let left = [("act", "let_go"), ("reason", "left")];
    let early = unit.at_the_chair(&nurse, &left).await;
    assert!(
        early.contains("This session has gone on meanwhile."),
        "not received yet"
    );
    unit.at_the_chair(&nurse, &[("act", "check_in")]).await;
    unit.at.later(6 * 3_600);
    let nurse = unit.nurse().await;
    let shown = page(&unit.at, &unit.chair(), &nurse, &[]).await;
    assert!(shown.contains("They go without treatment"), "it can be done");
    for (fields, sentence) in [
        (vec![("act", "let_go")], "Choose why they are not treated."),
        (
            vec![("act", "let_go"), ("reason", "moved")],
            "Choose why they are not treated.",
        ),
        (
            vec![("act", "let_go"), ("reason", "other")],
            "Say in a few words what it was.",
        ),
    ] {
        let said = unit.at_the_chair(&nurse, &fields).await;
        assert!(said.contains(sentence), "{sentence}");
        assert_eq!(unit.state().await, "checked_in");
    }
    let said = unit.at_the_chair(&nurse, &left).await;
    assert!(said.contains("They left before anything was connected"), "said");
    assert_eq!(unit.state().await, "cancelled");
}

/// After the signature nobody witnesses anything, so it waits for the witness, and the page says of what.
#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_signed_with_a_medicine_that_nobody_witnessed() {
    let unit = Chair::open().await;
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.start(&doctor, &nurse).await;
    let dose = [
        ("act", "give"),
        ("name", "Epoetin"),
        ("dose", "4000 IU"),
        ("route", "circuit"),
    ];
    unit.at_the_chair(&nurse, &dose).await;
    unit.at_the_chair(&nurse, &[("act", "end_early"), ("early", "patient_wish")])
        .await;
    unit.at_the_chair(&nurse, &super::AFTER).await;
    let said = unit.sign(&doctor, "").await;
    assert!(said.contains("A medicine has no witness yet."), "refused");
    assert!(said.contains("Without a witness yet: Epoetin 4000 IU."), "which");
    assert_eq!(unit.state().await, "interrupted");
    let medicine: Uuid = unit.one("SELECT id FROM session_medicine").await;
    unit.at_the_chair(&doctor, &[("act", "witness"), ("id", &medicine.to_string())])
        .await;
    unit.sign(&doctor, "").await;
    assert_eq!(unit.state().await, "signed");
}

/// A machine that is kept for an infection treats who carries it and nobody else; and where a ward keeps machines for it, who carries it is on one of these.
#[tokio::test(flavor = "multi_thread")]
async fn a_machine_that_is_kept_for_an_infection_treats_nobody_else() {
    let unit = Chair::open().await;
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.ready(&doctor, &nurse).await;
    let (kept, spare) = (unit.machine(), Uuid::now_v7());
    unit.sql(&format!(
        "UPDATE device SET kept_for = 'hbv' WHERE id = '{kept}';
         INSERT INTO device (id, hospital_id, name, model, serial, kind, ward_id) VALUES ('{spare}', '{}', 'Machine 9', 'N', '9', 'dialysis', '{}');
         {}",
        unit.hospital,
        unit.at.riverbend.ward,
        disinfected(spare),
    ))
    .await;
    let said = unit.at_the_chair(&nurse, &[("act", "start")]).await;
    assert!(
        said.contains("This machine is kept for an infection that was not found in them."),
        "not his"
    );
    let found = [
        ("act", "infection"),
        ("agent", "hbv"),
        ("result", "positive"),
        ("tested_on", "2026-02-15"),
        ("isolate", "no"),
    ];
    page(&unit.at, &unit.path("/access"), &nurse, &found).await;
    let spare = spare.to_string();
    let said = unit
        .at_the_chair(&nurse, &[("act", "machine"), ("device", &spare)])
        .await;
    assert!(
        said.contains("This ward keeps machines for what was found in them."),
        "another's"
    );
    unit.at_the_chair(&nurse, &[("act", "start")]).await;
    assert_eq!(unit.state().await, "running");
}
