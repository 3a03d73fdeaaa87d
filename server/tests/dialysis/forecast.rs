//! The forecast of a fall of the pressure: fitted on a hospital's own signed sessions, tried on patients who were held back, shown once somebody decides so, and refused where too little is known.

use domain::ids::HospitalId;
use hospital::dialysis::forecast::make::ask_weekly;
use hospital::jobs::{at_work, do_what_is_due};
use uuid::Uuid;

use super::{Chair, run};
use crate::support::Wardlight;
use crate::support::door::page;

const PAGE: &str = "/dialysis/forecast";
/// Who is frail falls by so much in half an hour the faster the fluid is taken: what comes can be told from what was.
const BY_THE_INPUTS: &str = "greatest(60, r.before - n * (0.5 + 1.3 * r.frail * r.rate) + 16 * (chance('noise ' || r.p || ' ' || r.k || ' ' || n) - 0.5))";
/// One pressure in ten is low, whoever it is and whatever was before.
const BY_CHANCE: &str = "CASE WHEN chance('low ' || r.p || ' ' || r.k || ' ' || n) < 0.1 THEN 85
                              ELSE 115 + 10 * chance('noise ' || r.p || ' ' || r.k || ' ' || n) END";

/// So many patients with 24 signed sessions each, with a pressure each half hour: of every other one by hand, of the rest by a machine, whose minutes are told. The same in each run. Nobody is
/// registered and nothing prescribed: a forecast looks at neither.
async fn record(at: &Wardlight, hospital: HospitalId, station: Uuid, people: i32, systolic: &str) {
    let systolic = systolic.replace("chance(", "pg_temp.chance(");
    run(
        at,
        format!(
            "BEGIN; SET LOCAL session_replication_role = replica;
             CREATE OR REPLACE FUNCTION pg_temp.chance(text) RETURNS double precision LANGUAGE sql IMMUTABLE
                 AS 'SELECT (''x'' || substr(md5($1), 1, 8))::bit(32)::bigint / 4294967296.0';
             CREATE TEMP TABLE ran ON COMMIT DROP AS
                 SELECT p, k, md5('law person ' || p)::uuid AS person, md5('{hospital} session ' || p || ' ' || k)::uuid AS id, md5('{hospital} device ' || p)::uuid AS device,
                        date_trunc('minute', now()) - interval '4 days' - (24 - k) * interval '2 days' - p * interval '1 minute' AS began,
                        pg_temp.chance('frail ' || p) AS frail, 5 + 9 * pg_temp.chance('rate ' || p || ' ' || k) AS rate,
                        (120 + 35 * pg_temp.chance('before ' || p || ' ' || k))::smallint AS before
                   FROM generate_series(1, {people}) AS p, generate_series(1, 24) AS k;
             CREATE TEMP TABLE measured ON COMMIT DROP AS
                 SELECT r.p, r.id, r.began + n * interval '30 minutes' AS at, ({systolic})::smallint AS systolic, CASE WHEN n <= 4 THEN (r.rate * 70)::int END AS rate
                   FROM ran r, generate_series(0, 7) AS n;
             INSERT INTO dialysis_session (id, patient_id, hospital_id, station_id, planned, minutes, state, booked_at, booked_by)
                  SELECT id, person, '{hospital}', '{station}', tstzrange(began, began + interval '4 hours'), 240, 'signed', began - interval '1 day', person FROM ran;
             INSERT INTO session_before (id, session_id, recorded_at, recorded_by, prescription_id, weight, lying_systolic, lying_diastolic, access_id, access_safe, self_test_passed,
                                         conductivity, consented, uf_goal)
                  SELECT id, id, began - interval '10 minutes', person, id, 70, before, 45, id, true, true, 14, true, 2000 FROM ran;
             INSERT INTO session_started (session_id, at, by_user, before_id, prescription_id) SELECT id, began, person, id, id FROM ran;
             INSERT INTO session_ended (session_id, at, by_user) SELECT id, began + interval '4 hours', person FROM ran;
             INSERT INTO session_observation (id, session_id, taken_at, recorded_at, recorded_by, systolic, diastolic, uf_rate)
                  SELECT gen_random_uuid(), id, at, at, id, systolic, 45, rate FROM measured WHERE p % 2 = 0;
             INSERT INTO device_session (id, device_id, hospital_id, patient_id, during)
                  SELECT id, device, '{hospital}', person, tstzrange(began, began + interval '4 hours') FROM ran WHERE p % 2 = 1;
             INSERT INTO reading_minute (session_id, minute, readings, systolic, diastolic, uf_rate) SELECT id, at, 1, systolic, 45, rate FROM measured WHERE p % 2 = 1;
             COMMIT"
        ),
    )
    .await;
}

impl Chair {
    /// Whoever runs the hospital asks for it, and the house does it.
    async fn fit(&self) {
        let haddad = self.at.sign_in("haddad@riverbend.example").await.unwrap();
        let said = page(&self.at, PAGE, &haddad, &[("act", "fit")]).await;
        assert!(said.contains("It is being fitted."), "{said}");
        do_what_is_due(&self.at.house).await.unwrap();
    }

    async fn decides(&self, act: &'static str, forecast: &str, reason: &str) -> String {
        let haddad = self.at.sign_in("haddad@riverbend.example").await.unwrap();
        let fields = [("act", act), ("forecast", forecast), ("reason", reason)];
        page(&self.at, PAGE, &haddad, &fields).await
    }

    async fn judged(&self) -> String {
        let doctor = self.doctor().await;
        page(&self.at, PAGE, &doctor, &[]).await
    }

    /// The page of the session that runs.
    async fn seen(&self) -> String {
        let nurse = self.nurse().await;
        page(&self.at, &self.chair(), &nurse, &[]).await
    }

    async fn measures_by_hand(&self, systolic: &str) {
        self.at.later(1_200);
        let nurse = self.nurse().await;
        let fields = [
            ("act", "observe"),
            ("systolic", systolic),
            ("diastolic", "60"),
            ("uf_rate", "700"),
        ];
        self.at_the_chair(&nurse, &fields).await;
    }

    /// Mwangi is one of those who were recorded.
    async fn mwangi_was_recorded(&self) {
        run(
            &self.at,
            format!(
                "BEGIN; SET LOCAL session_replication_role = replica;
                 UPDATE dialysis_session SET patient_id = '{}' WHERE patient_id = md5('law person 2')::uuid; COMMIT",
                self.mwangi
            ),
        )
        .await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn falls_that_follow_the_inputs_are_forecast_in_patients_it_did_not_learn_from() {
    let unit = Chair::open().await;
    record(&unit.at, unit.hospital, unit.station, 150, BY_THE_INPUTS).await;
    unit.fit().await;
    let (auroc, brier, of_share): (f64, f64, f64) =
        sqlx::query_as("SELECT auroc, brier, brier_of_share FROM dialysis_forecast")
            .fetch_one(unit.at.db.owner())
            .await
            .unwrap();
    assert!(auroc > 0.9 && auroc < 1.0, "{auroc}");
    assert!(brier < of_share, "{brier} {of_share}");
    // Nobody is on both sides: else both together would be more than there are.
    let (learned, held): (i32, i32) = sqlx::query_as("SELECT learned_patients, held_patients FROM dialysis_forecast")
        .fetch_one(unit.at.db.owner())
        .await
        .unwrap();
    assert_eq!(learned + held, 150);
    assert!(held >= 20 && learned > held, "{learned} {held}");
    // Of a session whose rate is known for two hours: at 60, 90, 120 and 150 minutes, unless it is low already.
    let most: i64 = unit
        .one("SELECT max(learned_moments + held_moments)::bigint FROM dialysis_forecast")
        .await;
    assert!(most > 10_000 && most <= 150 * 23 * 4, "{most}");

    let judged = unit.judged().await;
    for shown in [
        "On patients it did not learn from",
        "By chance it would be 50.",
        "What it said, and what happened",
        "calibration__dot",
        "Systolic pressure now",
        "lowers the chance",
        "No chance of a fall is shown at the chair.",
    ] {
        assert!(judged.contains(shown), "{shown}: {judged}");
    }
    assert!(!judged.contains("Fit anew"), "a doctor reads it, and decides nothing");
    // Whoever presses twice gets the same.
    let haddad = unit.at.sign_in("haddad@riverbend.example").await.unwrap();
    let said = page(&unit.at, PAGE, &haddad, &[("act", "fit")]).await;
    assert!(said.contains("less than ten minutes ago"), "{said}");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_asks_twice_before_it_is_done_has_asked_once_and_reads_so() {
    let unit = Chair::open().await;
    let asks = async || {
        let haddad = unit.at.sign_in("haddad@riverbend.example").await.unwrap();
        page(&unit.at, PAGE, &haddad, &[("act", "fit")]).await
    };
    let jobs = "SELECT count(*) FROM job WHERE kind = 'fit_forecast' AND done_at IS NULL";
    // Two in the same moment, and one after them.
    let (one, other) = tokio::join!(asks(), asks());
    let said = [one, other, asks().await];
    let of = |words: &str| said.iter().filter(|page| page.contains(words)).count();
    assert_eq!(
        (of("It is being fitted. Load"), of("It is being fitted already.")),
        (1, 2),
        "{said:?}"
    );
    assert_eq!(unit.one::<i64>(jobs).await, 1);
    let audited = "SELECT count(*) FROM audit_entry WHERE action = 'dialysis.ask_forecast'";
    assert_eq!(unit.one::<i64>(audited).await, 1);
    // Once it is done another may follow.
    do_what_is_due(&unit.at.house).await.unwrap();
    assert_eq!(unit.one::<i64>(jobs).await, 0);
    unit.at.later(700);
    assert!(asks().await.contains("It is being fitted. Load"));
    assert_eq!(unit.one::<i64>(jobs).await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn falls_by_chance_are_not_forecast_and_the_page_says_so() {
    let unit = Chair::open().await;
    record(&unit.at, unit.hospital, unit.station, 150, BY_CHANCE).await;
    unit.fit().await;
    let auroc: f64 = unit.one("SELECT auroc FROM dialysis_forecast").await;
    assert!((0.44..0.56).contains(&auroc), "{auroc}");
    let (brier, of_share): (f64, f64) = sqlx::query_as("SELECT brier, brier_of_share FROM dialysis_forecast")
        .fetch_one(unit.at.db.owner())
        .await
        .unwrap();
    assert!(
        (brier - of_share).abs() < 0.01,
        "it knows no more than the share: {brier} {of_share}"
    );
    // Flat: it says nearly the same to everybody, and that is what happened.
    let bins: serde_json::Value = unit.one("SELECT bins FROM dialysis_forecast").await;
    let bins = bins.as_array().unwrap();
    assert!(!bins.is_empty() && bins.len() <= 3, "{bins:?}");
    for bin in bins.iter().filter(|bin| bin["of"].as_u64() >= Some(200)) {
        let (said, happened) = (bin["said"].as_f64().unwrap(), bin["happened"].as_f64().unwrap());
        assert!((said - happened).abs() < 0.08, "{bin}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn too_little_is_refused_in_words_and_what_others_recorded_does_not_count() {
    let unit = Chair::open().await;
    assert!(unit.judged().await.contains("were not looked at yet"));
    let lakeside = unit.at.lakeside.id;
    record(&unit.at, lakeside, Uuid::now_v7(), 150, BY_THE_INPUTS).await;
    record(&unit.at, unit.hospital, unit.station, 20, BY_THE_INPUTS).await;
    // Once a week, at night, for each hospital that has signed sessions.
    let work = at_work(&unit.at.house);
    let mut asked = 0;
    for _ in 0..48 {
        asked += ask_weekly(&work).await.unwrap();
        unit.at.later(3_600);
    }
    assert_eq!(asked, 2);
    do_what_is_due(&unit.at.house).await.unwrap();
    let of = |hospital: HospitalId, what: &str| {
        format!("SELECT {what} FROM dialysis_forecast WHERE hospital_id = '{hospital}'")
    };
    assert_eq!(unit.one::<String>(&of(lakeside, "outcome")).await, "fitted");
    assert_eq!(unit.one::<String>(&of(unit.hospital, "outcome")).await, "too_few");
    let people: i32 = unit.one(&of(unit.hospital, "learned_patients + held_patients")).await;
    assert_eq!(people, 20, "nobody of Lakeside");

    let judged = unit.judged().await;
    for shown in [
        "Too little is recorded to fit a forecast",
        "Sessions with a fall of patients who are held back:",
        "of 100",
        "Collins and others, 2016",
        "No chance of a fall is shown at the chair.",
    ] {
        assert!(judged.contains(shown), "{shown}: {judged}");
    }
    assert!(!judged.contains("On patients it did not learn from"), "{judged}");
    // The fit of elsewhere is nobody's here.
    let theirs: Uuid = unit.one(&of(lakeside, "id")).await;
    let haddad = unit.at.sign_in("haddad@riverbend.example").await.unwrap();
    let theirs = theirs.to_string();
    let fields = [("act", "show"), ("forecast", theirs.as_str()), ("reason", "It is good")];
    assert_eq!(unit.status(PAGE, &haddad, &fields).await, 404);
    // A week later it is asked anew.
    unit.at.later(7 * 86_400);
    let mut asked = 0;
    for _ in 0..24 {
        asked += ask_weekly(&work).await.unwrap();
        unit.at.later(3_600);
    }
    assert_eq!(asked, 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_chair_shows_a_chance_with_its_parts_once_somebody_decides_so_and_none_before() {
    let unit = Chair::open().await;
    record(&unit.at, unit.hospital, unit.station, 150, BY_THE_INPUTS).await;
    unit.mwangi_was_recorded().await;
    unit.fit().await;
    let first: Uuid = unit.one("SELECT id FROM dialysis_forecast").await;
    let first = first.to_string();
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.start(&doctor, &nurse).await;
    for systolic in ["124", "117", "109"] {
        unit.measures_by_hand(systolic).await;
    }
    let before = unit.seen().await;
    assert!(
        before.contains("No probability is shown") && !before.contains("Chance of a fall"),
        "{before}"
    );

    let said = unit.decides("show", &first, " ").await;
    assert!(said.contains("Say why, in a few words."), "{said}");
    assert!(
        !unit.seen().await.contains("Chance of a fall"),
        "without a reason nothing is decided"
    );
    let said = unit.decides("show", &first, "Looked at with Dr Rao: it holds.").await;
    for shown in [
        "It stands at the chair from now on.",
        "stands at the chair.",
        "Looked at with Dr Rao: it holds.",
        "S. Haddad",
        "Show none any more",
    ] {
        assert!(said.contains(shown), "{shown}: {said}");
    }
    let chair = unit.seen().await;
    for shown in [
        "Chance of a fall in the next 15 to 75 minutes:",
        " %</bdi>",
        "Systolic pressure now (109\u{a0}mmHg)",
        "Systolic pressure before the treatment (148\u{a0}mmHg)",
        "Fluid rate (9.7\u{a0}mL/kg/h)",
        "sessions of this hospital, AUROC 0.9",
        "It advises: nobody is called by it.",
    ] {
        assert!(chair.contains(shown), "{shown}: {chair}");
    }
    assert!(chair.contains("Raised by") || chair.contains("Lowered by"), "{chair}");

    // A newer fit is looked at first.
    unit.fit().await;
    let judged = unit.judged().await;
    assert!(judged.contains("The one above is newer."), "{judged}");
    let shown: Uuid = unit
        .one("SELECT forecast_id FROM dialysis_forecast_shown ORDER BY at DESC LIMIT 1")
        .await;
    assert_eq!(shown.to_string(), first);

    // Forty minutes without a pressure: two of the last hour are too few.
    unit.at.later(2_400);
    let silent = unit.seen().await;
    assert!(
        silent.contains("fewer than three pressures in the last hour") && !silent.contains("Chance of a fall"),
        "{silent}"
    );
    for systolic in ["112", "111", "110"] {
        unit.measures_by_hand(systolic).await;
    }
    assert!(unit.seen().await.contains("Chance of a fall"));
    let said = unit.decides("hide", "", "It calls too many.").await;
    assert!(said.contains("No chance is shown at the chair from now on."), "{said}");
    assert!(!unit.seen().await.contains("Chance of a fall"));
}
