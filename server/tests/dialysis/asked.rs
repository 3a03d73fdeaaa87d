//! Nothing stands in a record that nobody said: no answer of a clinical form is chosen before somebody chooses, and that no symptom is ticked does not say that somebody asked.

use uuid::Uuid;

use super::{AFTER, CATHETER, Chair, run};
use crate::support::door::page;

/// The value that is chosen in each list of this name on a page.
fn chosen(html: &str, name: &str) -> Vec<String> {
    let named = format!("name=\"{name}\"");
    let lists = html.split("<select").skip(1).filter_map(|rest| rest.split_once('>'));
    let lists = lists.filter(|(head, _)| head.contains(&named));
    let options = lists.map(|(_, rest)| rest.split("</select>").next().unwrap_or_default());
    options
        .map(|options| {
            let mut each = options.split("<option value=\"").skip(1);
            let selected = each.find(|option| option.split('>').next().is_some_and(|head| head.contains(" selected")));
            let value = selected.and_then(|option| option.split('"').next());
            value.unwrap_or("nothing is selected").to_owned()
        })
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn no_answer_is_chosen_before_somebody_chooses() {
    let unit = Chair::open().await;
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    let access = page(&unit.at, &unit.path("/access"), &nurse, &[]).await;
    for name in ["kind", "side", "agent", "result"] {
        assert_eq!(chosen(&access, name), [""], "{name}");
    }
    for (act, name, value) in [
        ("add_access", "site", "wrist"),
        ("infection", "tested_on", "2026-01-15"),
    ] {
        let said = page(&unit.at, &unit.path("/access"), &nurse, &[("act", act), (name, value)]).await;
        assert!(said.contains("Choose one of the list."), "{act}");
    }
    unit.start(&doctor, &nurse).await;
    let chair = unit.at_the_chair(&nurse, &[]).await;
    // Interventions, events and lots.
    assert_eq!(chosen(&chair, "kind"), ["", "", ""]);
    assert_eq!(chosen(&chair, "route"), [""]);
    let lot = [("act", "lot"), ("product", "FX 80"), ("lot", "B4K-0721")];
    let dose = [("act", "give"), ("name", "Epoetin"), ("dose", "4000 IU")];
    let unsaid: [&[(&'static str, &str)]; 4] = [&[("act", "intervene")], &[("act", "event")], &lot, &dose];
    for fields in unsaid {
        let said = unit.at_the_chair(&nurse, fields).await;
        assert!(said.contains("Choose one of the list."), "{fields:?}");
    }
    unit.at_the_chair(&nurse, &[("act", "end")]).await;
    let chair = unit.at_the_chair(&nurse, &[]).await;
    assert_eq!(chosen(&chair, "washback"), [""]);
    let unsaid: Vec<_> = AFTER.into_iter().filter(|(name, _)| *name != "washback").collect();
    let said = unit.at_the_chair(&nurse, &unsaid).await;
    assert!(said.contains("Choose one of the list."), "how the blood came back");
    let written: i64 = unit
        .one(
            "SELECT (SELECT count(*) FROM session_intervention) + (SELECT count(*) FROM session_event) + (SELECT count(*) FROM session_medicine)
                  + (SELECT count(*) FROM session_lot) + (SELECT count(*) FROM session_after) + (SELECT count(*) FROM infection_status)",
        )
        .await;
    assert_eq!(written, 0);
}

/// Of two accesses nobody is taken to mean the first.
#[tokio::test(flavor = "multi_thread")]
async fn of_two_accesses_the_one_that_is_used_is_chosen() {
    let unit = Chair::open().await;
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.prepare(&doctor, &nurse).await;
    unit.at_the_chair(&nurse, &[("act", "check_in")]).await;
    let only: Uuid = unit.one("SELECT id FROM vascular_access").await;
    let shown = unit.at_the_chair(&nurse, &[]).await;
    assert_eq!(chosen(&shown, "access"), [only.to_string()], "there is no other");
    page(&unit.at, &unit.path("/access"), &nurse, &CATHETER).await;
    let shown = unit.at_the_chair(&nurse, &[]).await;
    assert_eq!(chosen(&shown, "access"), [""]);
}

#[tokio::test(flavor = "multi_thread")]
async fn that_nobody_asked_reads_otherwise_than_that_there_is_nothing() {
    let unit = Chair::open().await;
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.prepare(&doctor, &nurse).await;
    unit.at_the_chair(&nurse, &[("act", "check_in")]).await;
    let said = unit.look(&nurse, &[]).await;
    assert!(
        said.contains("Not asked") && !said.contains("Nothing when asked"),
        "nobody ticked"
    );
    let said = unit.look(&nurse, &[("symptoms", "none")]).await;
    assert!(
        said.contains("Nothing when asked") && !said.contains("Not asked"),
        "asked"
    );
    let both = [("symptoms", "none"), ("symptoms", "cramps")];
    let said = unit.look(&nurse, &both).await;
    assert!(
        said.contains("Tick what they complain of, or that there is nothing: not both."),
        "not both"
    );
    let said = unit.look(&nurse, &[("symptoms", "cramps")]).await;
    assert!(
        !said.contains("Nothing when asked") && !said.contains("Not asked"),
        "cramps"
    );
    assert_eq!(unit.one::<i64>("SELECT count(*) FROM session_before").await, 3);

    // What is older than the question says no more than it knows.
    let write = |id: Uuid, symptoms: &str, asked: &str| {
        format!(
            "INSERT INTO session_before (id, session_id, recorded_at, recorded_by, prescription_id, weight, lying_systolic, lying_diastolic, access_id, access_safe, self_test_passed,
                                         conductivity, consented, uf_goal, symptoms, symptoms_asked)
                  SELECT '{id}', session_id, max(recorded_at) + interval '1 millisecond', recorded_by, prescription_id, 74, 140, 80, access_id, true, true, 14, true, 1500, '{symptoms}', {asked}
                    FROM session_before GROUP BY session_id, recorded_by, prescription_id, access_id"
        )
    };
    let broken = unit.breaks(write(Uuid::now_v7(), "{cramps}", "false")).await;
    assert_eq!(broken, "session_before_symptoms_asked");
    run(&unit.at, write(Uuid::now_v7(), "{}", "NULL")).await;
    let said = unit.at_the_chair(&nurse, &[]).await;
    assert!(
        said.contains("None noted") && !said.contains("Nothing when asked"),
        "of then"
    );
}
