//! What a machine tells of the blood and of the patient is told at the chair, each value only where it is measured, with its unit and its time; beside it stands the early warning score, which
//! takes the place of no rule of the session; and what is written seldom is folded.

use serde_json::json;

use super::{AFTER, Chair};
use crate::support::door::page;

/// The tile of this figure, where there is one.
fn tile<'a>(page: &'a str, label: &str) -> Option<&'a str> {
    let title = format!("stat__label\">{label}</dt>");
    let tile = page
        .split("class=\"stat\"")
        .skip(1)
        .find(|tile| tile.contains(&title))?;
    tile.split("class=\"card").next()
}

/// The line of this setting, where there is one.
fn line<'a>(page: &'a str, name: &str) -> Option<&'a str> {
    let (_, after) = page.split_once(&format!("{name}</th>"))?;
    after.split("</tr>").next()
}

impl Chair {
    /// The part with what is drawn since the start.
    async fn course(&self, cookie: &str) -> String {
        page(
            &self.at,
            &format!("{}/now?stage=running&part=course", self.chair()),
            cookie,
            &[],
        )
        .await
    }
}

const OF_THE_BLOOD: [&str; 3] = ["Blood volume change", "Blood processed", "Recirculation"];

#[tokio::test(flavor = "multi_thread")]
async fn what_the_machine_tells_of_the_blood_stands_at_the_chair_once_it_is_measured() {
    let unit = Chair::open().await;
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.start(&doctor, &nurse).await;
    unit.at.later(60);
    unit.device_reads(
        1,
        1,
        json!({ "blood_flow": 300, "arterial_pressure": -160, "uf_removed": 0.1 }),
    )
    .await;
    let said = unit.moves(&nurse).await;
    for name in OF_THE_BLOOD {
        assert_eq!(line(&said, name), None, "{name}: nobody measures it");
    }
    assert!(!said.contains("by the machine 3 h"), "nor counts the time");
    let course = unit.course(&nurse).await;
    assert!(
        course.contains("Arterial pressure") && !course.contains(OF_THE_BLOOD[0]),
        "{course}"
    );

    unit.at.later(60);
    let told = json!({ "blood_volume_change": -6.4, "total_volume": 3.1, "recirculation": 8, "remaining_time": 221 });
    unit.device_reads(1, 2, told).await;
    let said = unit.moves(&nurse).await;
    for (name, value, of) in [
        (OF_THE_BLOOD[0], "<b>−6.4</b>", "%"),
        (OF_THE_BLOOD[1], "<b>3.1</b>", "L"),
        (OF_THE_BLOOD[2], "<b>8</b>", "%"),
    ] {
        let line = line(&said, name).unwrap_or_else(|| panic!("{name}: {said}"));
        // Ordered is none of it, so nothing says how far off it is.
        for part in [value, of, "<time"] {
            assert!(line.contains(part), "{part}: {line}");
        }
        assert!(!line.contains("chip--") && !line.contains("as ordered"), "{line}");
    }
    let time = tile(&said, "Time").unwrap_or_default();
    assert!(time.contains("by the machine 3 h 41"), "beside our own: {time}");
    let course = unit.course(&nurse).await;
    assert!(course.contains(OF_THE_BLOOD[0]), "its lane: {course}");
}

#[tokio::test(flavor = "multi_thread")]
async fn pulse_and_oxygen_stand_beside_the_pressure_whoever_took_them() {
    let unit = Chair::open().await;
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.start(&doctor, &nurse).await;
    unit.at.later(60);
    unit.device_reads(1, 1, json!({ "blood_flow": 300 })).await;
    let said = unit.moves(&nurse).await;
    assert_eq!(
        (tile(&said, "Pulse"), tile(&said, "SpO₂")),
        (None, None),
        "not measured"
    );

    unit.device_reads(1, 2, json!({ "heart_rate": 82 })).await;
    let said = unit.moves(&nurse).await;
    let pulse = tile(&said, "Pulse").unwrap_or_default();
    for part in [">82<", "/min", "<time", "Measured by the machine"] {
        assert!(pulse.contains(part), "{part}: {pulse}");
    }
    assert_eq!(tile(&said, "SpO₂"), None);

    unit.monitor_beside().await;
    unit.at.later(60);
    unit.device_reads(0, 1, json!({ "heart_rate": 91, "spo2": 95 })).await;
    let said = unit.moves(&nurse).await;
    for (label, value) in [("Pulse", ">91<"), ("SpO₂", ">95<")] {
        let tile = tile(&said, label).unwrap_or_default();
        assert!(
            tile.contains(value) && tile.contains("Measured by a monitor beside it"),
            "{tile}"
        );
    }
    // What somebody writes then is the newest, with their name; what they did not count stays.
    unit.at.later(60);
    unit.at_the_chair(&nurse, &[("act", "observe"), ("pulse", "76")]).await;
    let said = unit.moves(&nurse).await;
    let pulse = tile(&said, "Pulse").unwrap_or_default();
    assert!(pulse.contains(">76<") && pulse.contains("Achieng"), "{pulse}");
    assert!(
        tile(&said, "SpO₂").is_some_and(|tile| tile.contains(">95<")),
        "as the monitor told it"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn the_early_warning_score_stands_beside_the_session_with_what_it_lacks() {
    let unit = Chair::open().await;
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.start(&doctor, &nurse).await;
    unit.at.later(60);
    unit.device_reads(1, 1, json!({ "blood_flow": 300, "heart_rate": 95 }))
        .await;
    let said = unit.moves(&nurse).await;
    let score = tile(&said, "NEWS2").unwrap_or_else(|| panic!("no tile: {said}"));
    let chart = format!("href=\"/patients/{}\"", unit.mwangi);
    for part in [">–<", "No score: ", "Temp", "missing", &chart] {
        assert!(score.contains(part), "{part}: {score}");
    }
    // Respiration gives 2 and the heart 1: no more than a low risk, which has no colour.
    let whole = json!({
        "heart_rate": 95, "systolic": 128, "diastolic": 76, "spo2": 97, "respiration": 22, "temperature": 36.7,
        "consciousness": "A", "oxygen": { "device": "room_air" }
    });
    unit.device_reads(1, 2, whole).await;
    let said = unit.moves(&nurse).await;
    let score = tile(&said, "NEWS2").unwrap_or_default();
    for part in [">3<", "of 20", "oldest part ", "<time", &chart] {
        assert!(score.contains(part), "{part}: {score}");
    }
    assert!(!score.contains("chip--"), "{score}");
    // The rule of the session stands where it stood.
    assert!(tile(&said, "Blood pressure").is_some_and(|tile| tile.contains("128/76")));

    unit.at.later(600);
    let said = unit.moves(&nurse).await;
    let score = tile(&said, "NEWS2").unwrap_or_default();
    assert!(
        score.contains(">–<") && score.contains("the last one was 3"),
        "the heart rate is old: {score}"
    );
}

/// A session that ended so many seconds after its machine told the blood that it had processed; answers the page then.
async fn ended_after(seconds: i64) -> (Chair, String, String) {
    let unit = Chair::open().await;
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.start(&doctor, &nurse).await;
    unit.at.later(600);
    unit.device_reads(1, 1, json!({ "total_volume": 71.8 })).await;
    unit.at.later(seconds);
    // Who looked at nothing for so long has to sign in again.
    let nurse = unit.nurse().await;
    let ended = unit.at_the_chair(&nurse, &[("act", "end")]).await;
    assert!(ended.contains("The session has ended."), "ended");
    (unit, nurse, ended)
}

/// The field in which the litres are written.
fn litres(page: &str) -> &str {
    let mut fields = page.split("<input").skip(1).filter_map(|field| field.split('>').next());
    fields
        .find(|field| field.contains("name=\"litres\""))
        .unwrap_or_else(|| panic!("it is not asked: {page}"))
}

#[tokio::test(flavor = "multi_thread")]
async fn the_blood_that_was_cleaned_is_what_the_machine_told_at_the_end_until_somebody_writes_it() {
    const TOLD: &str = "The machine told 71.8\u{a0}L at ";
    let (unit, nurse, ended) = ended_after(10).await;
    assert!(ended.contains(TOLD), "from where it is, and of when: {ended}");
    assert!(litres(&ended).contains("value=\"71.8\""), "{}", litres(&ended));
    let mut after = AFTER.to_vec();
    after.push(("litres", "70.5"));
    let said = unit.at_the_chair(&nurse, &after).await;
    assert!(said.contains("70.5\u{a0}L") && !said.contains(TOLD), "{said}");
    assert!(litres(&said).contains("value=\"70.5\""), "{}", litres(&said));

    // What it told before it fell silent is told, and stands in no field as if it were of the end.
    let (_, _, ended) = ended_after(600).await;
    assert!(ended.contains(TOLD), "{ended}");
    assert!(!litres(&ended).contains("71.8"), "{}", litres(&ended));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_written_seldom_is_folded_while_blood_runs_unless_it_is_due() {
    let unit = Chair::open().await;
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.start(&doctor, &nurse).await;
    // Whether a card is open; none of one that does not fold.
    let open = |page: &str, id: &str| {
        let title = format!(" id=\"{id}\"");
        // The first heading after it is its own.
        let mut folds = page.split("<details").skip(1).filter_map(|card| card.split_once("<h2"));
        let (head, _) = folds.find(|(head, rest)| head.contains("fold__head") && rest.starts_with(&title))?;
        Some(head.starts_with(" open"))
    };
    let runs = unit.at_the_chair(&nurse, &[]).await;
    for (id, stands) in [
        ("events", Some(false)),
        ("medicines", Some(false)),
        ("urea", Some(false)),
        ("access-look", Some(true)),
        ("lots", Some(true)),
        ("readings", None),
        ("interventions", None),
        ("end", None),
    ] {
        assert_eq!(open(&runs, id), stands, "{id}");
    }
    // How it goes stands before every form.
    let at = |part: &str| runs.find(part).unwrap_or_else(|| panic!("{part}"));
    let order = ["id=\"circuit\"", "id=\"delivered\"", "id=\"checks\"", "id=\"course\""];
    for pair in order.windows(2) {
        assert!(at(pair[0]) < at(pair[1]), "{pair:?}");
    }
    assert!(at(order[3]) < at("<h2 id=\"readings\""));
    // What came back is seen at once, and what waits for a witness is.
    let wrong = unit.at_the_chair(&nurse, &[("act", "event"), ("kind", "")]).await;
    assert_eq!(open(&wrong, "events"), Some(true), "{wrong}");
    let given = [
        ("act", "give"),
        ("name", "Iron sucrose 100 mg"),
        ("dose", "1 ampoule"),
        ("route", "intravenous"),
    ];
    let given = unit.at_the_chair(&nurse, &given).await;
    assert!(given.contains("Iron sucrose"), "it is given");
    assert_eq!(open(&given, "medicines"), Some(true));
    let ended = unit.at_the_chair(&nurse, &[("act", "end")]).await;
    assert!(!ended.contains("fold__head"), "afterwards all of it is read");
}
