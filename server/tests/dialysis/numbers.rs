//! The numbers of a session are those of the session: urea that comes after the needles, the minutes for which the chair is kept, what is prescribed, pressures by the machine, alarms; and
//! what is still owed once its day is over.

use serde_json::json;
use uuid::Uuid;

use super::{AFTER, Chair, PRESCRIBED, run};
use crate::support::door::page;
use crate::takeover::until_wait;

impl Chair {
    /// What is written afterwards, but for these fields.
    pub(super) async fn after(&self, cookie: &str, but: &[(&'static str, &'static str)]) -> String {
        let kept = AFTER
            .into_iter()
            .filter(|(name, _)| but.iter().all(|(other, _)| other != name));
        let fields: Vec<(&'static str, &str)> = kept.chain(but.iter().copied()).collect();
        self.at_the_chair(cookie, &fields).await
    }

    /// A line of urea; `seen` is the newest line of that sample that the writer saw.
    async fn urea(&self, cookie: &str, taken: &'static str, value: &str, seen: Option<Uuid>, reason: &str) -> String {
        let seen = seen.map(|seen| seen.to_string()).unwrap_or_default();
        let name = if taken == "pre" { "seen_pre" } else { "seen_post" };
        let fields = [
            ("act", "urea"),
            ("taken", taken),
            ("value", value),
            (name, &seen),
            ("reason", reason),
        ];
        self.at_the_chair(cookie, &fields).await
    }

    async fn newest_line(&self, taken: &str) -> Uuid {
        self.one(&format!(
            "SELECT id FROM session_urea WHERE taken = '{taken}' ORDER BY recorded_at DESC, id DESC LIMIT 1"
        ))
        .await
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn urea_comes_after_the_signature_and_counts_with_every_line_kept() {
    let unit = Chair::open().await;
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.start_found(&doctor, &nurse, &[("urea", "")]).await;
    let early = unit.urea(&nurse, "post", "7.2", None, "").await;
    assert!(
        early.contains("Blood after the session is taken once it has ended."),
        "not yet"
    );
    unit.at.later(4 * 3_600);
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.at_the_chair(&nurse, &[("act", "end")]).await;
    unit.after(&nurse, &[("urea", "")]).await;
    unit.sign(&doctor, "").await;
    assert_eq!(unit.state().await, "signed");
    let list = page(&unit.at, &unit.path(""), &nurse, &[]).await;
    assert!(!list.contains("Urea wanted"), "nobody drew blood");

    // Blood was drawn before: the answer is wanted, here and on the board.
    let said = unit.urea(&nurse, "pre", "", None, "").await;
    assert!(
        said.contains("The urea is written down.") && said.contains("The answer is to come"),
        "{said}"
    );
    let list = page(&unit.at, &unit.path(""), &nurse, &[]).await;
    assert!(
        list.contains("Urea wanted") && list.contains("name=\"seen_pre\""),
        "{list}"
    );
    let board = page(&unit.at, "/dialysis", &nurse, &[]).await;
    assert!(
        board.contains("Urea wanted") && board.contains("MWANGI, Joseph"),
        "{board}"
    );

    // Hours later both answers: R = 0.3 in 4 h, 2.4 L of 72.4 kg: 1.41.
    let sent = unit.newest_line("pre").await;
    unit.urea(&nurse, "pre", "24.0", Some(sent), "").await;
    let said = unit.urea(&nurse, "post", "7.2", None, "").await;
    assert!(said.contains("1.41") && said.contains("spKt/V"), "{said}");
    let list = page(&unit.at, &unit.path(""), &nurse, &[]).await;
    assert!(list.contains("1.41") && !list.contains("Urea wanted"), "{list}");

    // Another value says why, and nobody writes over another's head.
    let first = unit.newest_line("post").await;
    let said = unit.urea(&nurse, "post", "8.4", Some(first), "").await;
    assert!(said.contains("Say why another value stands here now."), "{said}");
    let said = unit.urea(&nurse, "post", "8.4", None, "Read wrong.").await;
    assert!(said.contains("Somebody has written another value meanwhile."), "{said}");
    let said = unit.urea(&nurse, "post", "8.4", Some(first), "Read wrong.").await;
    // R = 0.35: −ln(0.318) + 2.775 × 2.4 / 72.4 = 1.24.
    assert!(
        said.contains("1.24") && said.contains("7.2") && said.contains("Read wrong."),
        "{said}"
    );
    assert_eq!(unit.one::<i64>("SELECT count(*) FROM session_urea").await, 4);
    let stays = sqlx::query("UPDATE session_urea SET value = 9")
        .execute(unit.at.db.owner())
        .await;
    assert!(stays.is_err(), "what was written stays");
}

#[tokio::test(flavor = "multi_thread")]
async fn fluid_is_planned_in_the_minutes_for_which_the_chair_is_kept() {
    let unit = Chair::open().await;
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.prepare(&doctor, &nurse).await;
    run(&unit.at, "UPDATE dialysis_session SET minutes = 180".to_owned()).await;
    unit.at_the_chair(&nurse, &[("act", "check_in")]).await;
    // 2.4 L of 72.5 kg: 8.3 mL/kg/h in the four hours prescribed, 11.0 in the three that are booked.
    let said = unit.look(&nurse, &[]).await;
    for part in [
        "11.0",
        "Needs 3 h 19",
        "The chair is kept for 3 h 00; 4 h 00 are prescribed.",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    unit.confirm(&doctor).await;
    let said = unit.at_the_chair(&nurse, &[("act", "start")]).await;
    assert!(said.contains("Say why, take less or treat longer."), "{said}");
    let said = unit
        .at_the_chair(&nurse, &[("act", "start"), ("above", "He has to go.")])
        .await;
    // The time of the running session is that of the board and the portal.
    assert!(
        said.contains("The session runs.") && said.contains("of 3 h 00"),
        "{said}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_prescribed_goal_is_taken_where_the_field_is_empty() {
    let unit = Chair::open().await;
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.prepare(&doctor, &nurse).await;
    let held: Uuid = unit.one("SELECT id FROM dialysis_prescription").await;
    let held = held.to_string();
    let mut revised = PRESCRIBED.to_vec();
    revised.extend([("seen", held.as_str()), ("uf_goal", "1500")]);
    let said = page(&unit.at, &unit.path("/prescription"), &doctor, &revised).await;
    assert!(said.contains("Version 2"), "{said}");
    unit.at_the_chair(&nurse, &[("act", "check_in")]).await;
    unit.look(&nurse, &[]).await;
    assert_eq!(
        unit.one::<i32>("SELECT uf_goal FROM session_before").await,
        1_500,
        "not the 2400 down to the dry weight"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_fall_that_the_machine_measured_counts_and_one_after_the_end_does_not() {
    let unit = Chair::open().await;
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.start(&doctor, &nurse).await;
    unit.at.later(150);
    unit.device_reads(
        1,
        1,
        json!({ "systolic": 84, "diastolic": 52, "arterial_pressure": -180 }),
    )
    .await;
    // A needle that is moved and air in the line are no symptom and nothing done about a fall.
    unit.at_the_chair(&nurse, &[("act", "intervene"), ("kind", "needle_moved")])
        .await;
    unit.at_the_chair(&nurse, &[("act", "event"), ("kind", "air")]).await;
    unit.at.later(4 * 3_600);
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.at_the_chair(&nurse, &[("act", "end")]).await;
    unit.at.later(120);
    let late = [("act", "observe"), ("systolic", "70"), ("diastolic", "40")];
    unit.at_the_chair(&nurse, &late).await;
    let said = unit.after(&nurse, &[]).await;
    for part in [
        "Fell to 84",
        "By the guideline: it fell, without symptoms and without anything done.",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    let paper = page(&unit.at, &format!("{}/hand-over", unit.chair()), &nurse, &[]).await;
    assert!(paper.contains("84\u{a0}mmHg"), "lowest: {paper}");
    let list = page(&unit.at, &unit.path(""), &doctor, &[]).await;
    assert!(
        list.contains("148 → 84 → 128") && !list.contains("Fell by the guideline"),
        "{list}"
    );

    // A month later the readings are gone, and their minutes stay: the numbers and the curve are the same.
    run(
        &unit.at,
        "INSERT INTO reading_minute SELECT * FROM minutes_of(NULL, now() - interval '2 days', now() + interval '2 days');
         INSERT INTO reading_told (day, heard_until, inserted, settled_at) SELECT DISTINCT (taken_at AT TIME ZONE 'UTC')::date, now(), 1, now() FROM reading;
         DELETE FROM reading"
            .to_owned(),
    )
    .await;
    let list = page(&unit.at, &unit.path(""), &doctor, &[]).await;
    assert!(list.contains("148 → 84 → 128"), "{list}");
    let chair = page(&unit.at, &unit.chair(), &doctor, &[]).await;
    assert!(chair.contains("Fell to 84") && chair.contains("−180"), "{chair}");
}

#[tokio::test(flavor = "multi_thread")]
async fn dizziness_and_slowed_fluid_near_a_fall_make_it_whole() {
    let unit = Chair::open().await;
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.start(&doctor, &nurse).await;
    unit.at.later(600);
    unit.at_the_chair(&nurse, &[("act", "event"), ("kind", "dizzy")]).await;
    unit.at.later(600);
    let low = [("act", "observe"), ("systolic", "118"), ("diastolic", "70")];
    unit.at_the_chair(&nurse, &low).await;
    let fact = |shown: &str, part: &str| assert!(shown.contains(part), "{part}: {shown}");
    let course = format!("{}/now?stage=running&part=course", unit.chair());
    let shown = page(&unit.at, &course, &nurse, &[]).await;
    fact(&shown, "By the guideline: it fell");
    unit.at_the_chair(&nurse, &[("act", "intervene"), ("kind", "uf_lowered")])
        .await;
    let shown = page(&unit.at, &course, &nurse, &[]).await;
    fact(
        &shown,
        "By the guideline: it fell, with symptoms, and something was done.",
    );
    let said = unit
        .at_the_chair(&nurse, &[("act", "event"), ("kind", "fainted")])
        .await;
    fact(&said, "Fainted");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_signs_reads_the_alarms_of_the_session_and_finds_it_the_next_day() {
    let unit = Chair::open().await;
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.start(&doctor, &nurse).await;
    for seq in 1..=6 {
        unit.at.later(20);
        unit.device_reads(1, seq, json!({ "arterial_pressure": -280, "venous_pressure": 150 }))
            .await;
    }
    unit.at.later(3_600);
    let (_, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.at_the_chair(&nurse, &[("act", "end")]).await;
    let said = unit.after(&nurse, &[]).await;
    for part in ["Alarms of the session", "−280", "Nobody answered"] {
        assert!(said.contains(part), "{part}: {said}");
    }
    unit.at.later(26 * 3_600);
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    let board = page(&unit.at, "/dialysis", &doctor, &[]).await;
    for part in ["Owed to sessions that are over", "MWANGI, Joseph", "To be signed"] {
        assert!(board.contains(part), "{part}: {board}");
    }
    unit.sign(&doctor, "").await;
    assert_eq!(unit.state().await, "signed");
    let board = page(&unit.at, "/dialysis", &nurse, &[]).await;
    assert!(!board.contains("Owed to sessions that are over"), "{board}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_may_be_drunk_goes_by_the_lower_bound_and_what_was_left_last_time() {
    let unit = Chair::open().await;
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.prepare(&doctor, &nurse).await;
    let held: Uuid = unit.one("SELECT id FROM dialysis_prescription").await;
    let held = held.to_string();
    let mut revised: Vec<(&'static str, &str)> = PRESCRIBED
        .into_iter()
        .filter(|(name, _)| *name != "max_uf_rate")
        .collect();
    revised.extend([("seen", held.as_str()), ("max_uf_rate", "8.0")]);
    page(&unit.at, &unit.path("/prescription"), &doctor, &revised).await;
    unit.at_the_chair(&nurse, &[("act", "check_in")]).await;
    unit.look(&nurse, &[("uf_goal", "1000")]).await;
    unit.confirm(&doctor).await;
    unit.at_the_chair(&nurse, &[("act", "start")]).await;
    unit.at.later(3_600);
    let nurse = unit.nurse().await;
    unit.at_the_chair(&nurse, &[("act", "end")]).await;
    unit.after(&nurse, &[("weight", "73.8"), ("uf_removed", "1000")]).await;
    unit.comes_again(48, 240).await;
    // 8 mL/kg/h × 4 h × 72.5 kg = 2 320 mL, less the 1.3 kg that were left: 1 020 mL over two days, rounded down to 500 a day.
    let mwangi = unit.at.in_the_portal(unit.mwangi, unit.hospital, "Joseph Mwangi").await;
    let mine = page(&unit.at, "/my/dialysis", &mwangi, &[]).await;
    for part in [
        "About 0.5 litres a day",
        "You went home 1.3\u{a0}kg above",
        "148/82\u{a0}mmHg",
        "1.0 L",
    ] {
        assert!(mine.contains(part), "{part}: {mine}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_amended_number_is_the_one_of_every_figure_and_both_are_read() {
    let unit = Chair::open().await;
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.start(&doctor, &nurse).await;
    unit.at.later(4 * 3_600);
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.at_the_chair(&nurse, &[("act", "end")]).await;
    unit.after(&nurse, &[]).await;
    let amend = |number: &'static str, value: &'static str| {
        let reason = ("reason", "The click came late.");
        [("act", "amend_number"), ("number", number), ("value", value), reason]
    };
    let early = unit.at_the_chair(&doctor, &amend("minutes", "180")).await;
    assert!(early.contains("Only what is signed is amended."), "{early}");
    unit.sign(&doctor, "").await;
    assert!(
        unit.at_the_chair(&doctor, &[]).await.contains("1.41"),
        "as it was written"
    );

    // In three hours: −ln(0.3 − 0.024) + 2.95 × 2.4 / 72.4 = 1.39, and 11.0 mL/kg/h.
    let said = unit.at_the_chair(&doctor, &amend("minutes", "180")).await;
    for part in ["1.39", "11.0", "3 h 00 (amended, was 4 h 00)", "180 min", "240 min"] {
        assert!(said.contains(part), "{part}: {said}");
    }
    let again = unit.at_the_chair(&doctor, &amend("minutes", "180")).await;
    assert!(again.contains("This number stands there already."), "{again}");
    let list = page(&unit.at, &unit.path(""), &doctor, &[]).await;
    assert!(list.contains("1.39") && list.contains("3 h 00"), "{list}");
    let said = unit.at_the_chair(&doctor, &amend("weight_after", "73.9")).await;
    assert!(said.contains("73.9\u{a0}kg (amended, was 72.4\u{a0}kg)"), "{said}");
    // A nurse amends nothing.
    let refused = unit.status(&unit.chair(), &nurse, &amend("weight_after", "70")).await;
    assert_eq!(refused, 403);
    assert_eq!(
        unit.one::<f64>("SELECT weight FROM session_after").await,
        72.4,
        "what was signed stays"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_written_of_the_dialysis_is_news_to_who_looked_before() {
    let unit = Chair::open().await;
    let nurse = unit.nurse().await;
    let record = format!("/patients/{}/record", unit.mwangi);
    page(&unit.at, &record, &nurse, &[]).await;
    // Pages within ten minutes are one look.
    unit.at.later(700);
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.prepare(&doctor, &nurse).await;
    let news = page(&unit.at, &record, &nurse, &[]).await;
    // What the doctor wrote is new to her, what she wrote herself is not.
    for (rest, part) in [("prescription", "Prescription"), ("prescription", "Dry weight")] {
        let line = format!("href=\"{}\" class=\"link\">{part}</a>", unit.path(&format!("/{rest}")));
        assert!(news.contains(&line), "{line}: {news}");
    }
    let own = format!("href=\"{}\" class=\"link\">Access</a>", unit.path("/access"));
    assert!(!news.contains(&own), "{news}");
}

/// Dr Rao reads pounds: 162.9 lb are 73.9 kg, and 72.4 kg are 159.6 lb (1 lb is 0.45359237 kg, `domain::units`). Taken for kilograms, 162.9 would be a weight that can be.
#[tokio::test(flavor = "multi_thread")]
async fn a_weight_is_amended_in_the_unit_of_who_amends_it() {
    let unit = Chair::open().await;
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.start(&doctor, &nurse).await;
    unit.at.later(4 * 3_600);
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.at_the_chair(&nurse, &[("act", "end")]).await;
    unit.after(&nurse, &[]).await;
    unit.sign(&doctor, "").await;
    let reads = [
        ("language", "en"),
        ("temperature_unit", "Cel"),
        ("weight_unit", "[lb_av]"),
        ("glucose_unit", "mmol/L"),
    ];
    page(&unit.at, "/account/looks", &doctor, &reads).await;
    let asked = unit.at_the_chair(&doctor, &[]).await;
    assert!(asked.contains("Weight after (lb)"), "{asked}");
    let amended = [
        ("act", "amend_number"),
        ("number", "weight_after"),
        ("value", "162.9"),
        ("weight_unit", "[lb_av]"),
        ("reason", "The scale stood askew."),
    ];
    let said = unit.at_the_chair(&doctor, &amended).await;
    for part in ["<s>159.6\u{a0}lb</s>", "<bdi>162.9\u{a0}lb</bdi>"] {
        assert!(said.contains(part), "{part}: {said}");
    }
    let kept: f64 = unit
        .one("SELECT round(value::numeric, 1)::float8 FROM session_amendment")
        .await;
    assert_eq!(kept, 73.9);
    let read = unit.at_the_chair(&nurse, &[]).await;
    for part in ["<s>72.4\u{a0}kg</s>", "<bdi>73.9\u{a0}kg</bdi>"] {
        assert!(read.contains(part), "{part}: {read}");
    }
}

/// Whoever amends second while the first is about to write reads what the first has written: 72.4 kg were 73.0, not 72.4 twice.
#[tokio::test(flavor = "multi_thread")]
async fn of_two_who_amend_a_number_at_once_the_second_amends_what_the_first_wrote() {
    let unit = Chair::open().await;
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.start(&doctor, &nurse).await;
    unit.at.later(4 * 3_600);
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.at_the_chair(&nurse, &[("act", "end")]).await;
    unit.after(&nurse, &[]).await;
    unit.sign(&doctor, "").await;
    let rao = unit.at.user("rao@riverbend.example").await;
    let mut first = unit.at.db.owner().begin().await.unwrap();
    // reviewed: our own statement, with ids made by the test
    let amends = format!(
        "INSERT INTO session_amendment (id, session_id, at, by_user, old_text, new_text, reason, field, value)
         VALUES (gen_random_uuid(), '{}', '{}', '{rao}', '72.4 kg', '73.0 kg', 'Shoes.', 'weight_after', 73.0)",
        unit.session,
        unit.at.at(0.0),
    );
    sqlx::raw_sql(sqlx::AssertSqlSafe(amends))
        .execute(&mut *first)
        .await
        .unwrap();
    let second = [
        ("act", "amend_number"),
        ("number", "weight_after"),
        ("value", "73.9"),
        ("weight_unit", "kg"),
        ("reason", "The scale stood askew."),
    ];
    let writes = async {
        until_wait(&unit.at, 1).await;
        first.commit().await.unwrap();
    };
    let (said, ()) = tokio::join!(unit.at_the_chair(&doctor, &second), writes);
    assert!(said.contains("The amendment is added."), "{said}");
    let was: String = unit
        .one("SELECT old_text FROM session_amendment WHERE value = 73.9")
        .await;
    assert!(was.starts_with("73.0"), "{was}");
}
