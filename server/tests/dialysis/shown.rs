//! What a machine shows is taken into a line of the sheet as it is written: nobody copies numbers from one screen to another.

use serde_json::json;

use super::Chair;

const TICKED: [(&str, &str); 2] = [("act", "observe"), ("machine", "true")];

async fn reads(unit: &Chair, seq: u32, uf_removed: f64) {
    let reading = json!({
        "seq": seq, "taken_at": unit.at.at(-1.0), "blood_flow": 318.6, "dialysate_flow": 500, "arterial_pressure": -172, "venous_pressure": 141,
        "transmembrane_pressure": 61, "uf_rate": 375, "uf_removed": uf_removed, "conductivity": 14.14, "dialysate_temperature": 35.5, "heparin_total": 2.96
    });
    let answer = unit.at.post(&unit.at.riverbend.devices[1], &reading).await;
    assert!(answer.status().is_success(), "{}", answer.text().await.unwrap());
}

async fn last(unit: &Chair) -> String {
    unit.one(
        "SELECT concat_ws(' ', o.systolic, o.blood_flow, o.arterial, o.venous, o.uf_removed, o.conductivity, o.anticoagulant_given, '|', array_to_string(o.shown, ','))
           FROM session_observation o ORDER BY o.recorded_at DESC, o.id DESC LIMIT 1",
    )
    .await
}

/// Whether the checks say that somebody read something since the start.
fn is_read(page: &str) -> bool {
    let row = page
        .split("id=\"checks\"")
        .nth(1)
        .and_then(|card| card.split(">Readings<").nth(1));
    row.and_then(|row| row.split("</tr>").next())
        .is_some_and(|row| row.contains("<time"))
}

const ALL: &str = "blood_flow,dialysate_flow,arterial,venous,tmp,uf_rate,uf_removed,conductivity,dialysate_temperature,anticoagulant_given";

#[tokio::test(flavor = "multi_thread")]
async fn a_reading_takes_what_the_machine_shows_and_what_was_typed_stands_instead() {
    let unit = Chair::open().await;
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.start(&doctor, &nurse).await;
    unit.at.later(60);
    reads(&unit, 1, 0.62).await;
    let page = unit.at_the_chair(&nurse, &[]).await;
    let tick = page
        .split("name=\"machine\"")
        .nth(1)
        .and_then(|rest| rest.split('>').next());
    assert!(tick.is_some_and(|tick| tick.contains("checked")), "{tick:?}");

    // One press is a whole line.
    let said = unit.at_the_chair(&nurse, &TICKED).await;
    assert!(said.contains("It is written down."), "{}", said.len());
    assert_eq!(last(&unit).await, format!("319 -172 141 620 14.1 3 | {ALL}"));
    assert!(
        said.contains("The machine’s values as it showed them"),
        "whose they are"
    );
    assert!(
        said.contains("Conductivity 14.1\u{a0}mS/cm"),
        "what has no column is read, too"
    );
    // Nobody looked: what the machine says is no reading by hand.
    assert!(!is_read(&said), "{said}");

    unit.at.later(60);
    reads(&unit, 2, 0.7).await;
    let typed = [
        &TICKED[..],
        &[("systolic", "122"), ("diastolic", "70"), ("venous", "150")],
    ]
    .concat();
    let said = unit.at_the_chair(&nurse, &typed).await;
    let but_one = ALL.replace("venous,", "");
    assert_eq!(last(&unit).await, format!("122 319 -172 150 700 14.1 3 | {but_one}"));
    assert!(said.contains("Taken from the machine: Blood flow, "), "{said}");
    assert!(is_read(&said), "somebody looked: {said}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_of_now_is_not_taken_and_nothing_is_written_then() {
    let unit = Chair::open().await;
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    // Of whoever sat there before: it measured them, not this patient.
    reads(&unit, 1, 2.9).await;
    unit.start(&doctor, &nurse).await;
    let nothing = "The machine shows nothing of now. Type what you read, or take the tick away.";
    let typed = [&TICKED[..], &[("systolic", "122"), ("diastolic", "70")]].concat();
    let said = unit.at_the_chair(&nurse, &typed).await;
    assert!(said.contains(nothing) && said.contains("value=\"122\""), "{said}");
    // The list of problems leads to the tick, which stands there.
    assert!(
        said.contains("href=\"#machine\"") && said.contains("id=\"machine\""),
        "{said}"
    );

    unit.at.later(60);
    reads(&unit, 2, 0.6).await;
    unit.at.later(120);
    reads(&unit, 3, 0.7).await;
    let then: String = unit
        .one("SELECT to_char((b.at + interval '1 minute') AT TIME ZONE h.zone, 'HH24:MI') FROM session_started b, dialysis_session s, hospital h WHERE s.id = b.session_id AND h.id = s.hospital_id")
        .await;
    let earlier = [&TICKED[..], &[("pulse", "70"), ("at", then.as_str())]].concat();
    let said = unit.at_the_chair(&nurse, &earlier).await;
    assert!(
        said.contains("Take the tick away, and type what was read then."),
        "{said}"
    );

    // It fell silent: what it said ten minutes ago is nobody's reading.
    unit.at.later(600);
    let said = unit.at_the_chair(&nurse, &TICKED).await;
    assert!(said.contains(nothing), "{said}");
    assert_eq!(unit.one::<i64>("SELECT count(*) FROM session_observation").await, 0);
    // Without the tick it is a line as always.
    let said = unit.at_the_chair(&nurse, &[("act", "observe"), ("pulse", "70")]).await;
    assert!(said.contains("It is written down."), "{}", said.len());
    assert_eq!(last(&unit).await, "| ");
}

#[tokio::test(flavor = "multi_thread")]
async fn after_the_end_nothing_is_taken() {
    let unit = Chair::open().await;
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.start(&doctor, &nurse).await;
    unit.at.later(60);
    reads(&unit, 1, 0.62).await;
    unit.at_the_chair(&nurse, &[("act", "end")]).await;
    let ended = unit.at_the_chair(&nurse, &TICKED).await;
    assert!(ended.contains("The machine shows nothing of now."), "{ended}");
    assert!(
        !unit.at_the_chair(&nurse, &[]).await.contains("name=\"machine\""),
        "no tick to take"
    );
    let query = "INSERT INTO session_observation (id, session_id, recorded_by, blood_flow, shown, taken_at, recorded_at)
                 SELECT gen_random_uuid(), s.session_id, s.by_user, 300, ARRAY['blood_flow'], now(), now() FROM session_started s";
    assert!(
        sqlx::query(query).execute(unit.at.db.owner()).await.is_err(),
        "nor past the door"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_line_took_gets_old_with_the_machine_and_what_was_read_off_does_not() {
    let unit = Chair::open().await;
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.start(&doctor, &nurse).await;
    unit.at.later(60);
    reads(&unit, 1, 0.62).await;
    unit.at_the_chair(&nurse, &TICKED).await;
    let grey = async || unit.moves(&nurse).await.matches("gauge__value--missing").count();
    assert_eq!(grey().await, 0, "it is of now");
    unit.at.later(600);
    unit.at.house.now.fall_silent(unit.at.house.clock.now());
    assert_eq!(
        grey().await,
        3,
        "the machine is silent: its three pressures are of then"
    );
    unit.at_the_chair(&nurse, &[("act", "observe"), ("venous", "150")])
        .await;
    assert_eq!(grey().await, 2, "somebody read that one off");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_database_holds_what_was_shown_to_what_is_there() {
    let unit = Chair::open().await;
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.start(&doctor, &nurse).await;
    for (values, rule) in [
        ("70, 300, ARRAY['venous'], now()", "session_observation_shown_there"),
        ("70, 300, ARRAY['pulse'], now()", "session_observation_shown_known"),
        (
            "70, 300, ARRAY['blood_flow'], now() - interval '1 second'",
            "session_observation_shown_now",
        ),
    ] {
        let query = format!(
            "INSERT INTO session_observation (id, session_id, recorded_by, pulse, blood_flow, shown, taken_at, recorded_at)
             SELECT gen_random_uuid(), s.session_id, s.by_user, v.*, now() FROM session_started s, (VALUES ({values})) AS v"
        );
        let refused = sqlx::query(sqlx::AssertSqlSafe(query))
            .execute(unit.at.db.owner())
            .await
            .unwrap_err();
        let broken = refused
            .as_database_error()
            .and_then(|error| error.constraint())
            .map(str::to_owned);
        assert_eq!(broken.as_deref(), Some(rule), "{refused}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_number_that_cannot_be_is_refused_with_what_was_likely_meant() {
    let unit = Chair::open().await;
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.start(&doctor, &nurse).await;
    // A goal of litres is no slip of a sign: nothing is guessed of it.
    let goal = [
        ("act", "target"),
        ("uf_goal", "2.4"),
        ("minutes", "240"),
        ("reason", "Weak."),
    ];
    assert!(!unit.at_the_chair(&nurse, &goal).await.contains("Did you mean"));
    let wrong = [
        ("act", "observe"),
        ("temperature", "367"),
        ("temperature_unit", "Cel"),
        ("pulse", "7200"),
    ];
    let said = unit.at_the_chair(&nurse, &wrong).await;
    assert!(
        said.contains("Did you mean 36.7?") && said.contains("Did you mean 72?"),
        "{said}"
    );
    assert!(said.contains("value=\"367\""), "what was typed stands there still");
}
