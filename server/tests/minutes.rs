//! Readings by the minute: they equal what the readings say, also after late ones and ones that came again; what lies around an alarm outlives its day; who reads both; what a joined record and an
//! erasure do to them.

use domain::actor::{Actor, Role};
use domain::ids::PatientId;
use hospital::Ctx;
use hospital::telemetry::keep_minutes;
use reqwest::Method;
use uuid::Uuid;

use crate::patients::known;
use crate::support::Wardlight;
use crate::support::door::{Body, knock, page};

const RAO: &str = "rao@riverbend.example";
const HADDAD: &str = "haddad@riverbend.example";

async fn run(at: &Wardlight, script: &str) {
    // reviewed: written here, with ids of this test
    sqlx::raw_sql(sqlx::AssertSqlSafe(script.to_owned()))
        .execute(at.db.owner())
        .await
        .unwrap();
}

async fn count(at: &Wardlight, of: &str) -> i64 {
    // reviewed: written here, with ids of this test
    sqlx::query_scalar(sqlx::AssertSqlSafe(format!("SELECT count(*) FROM {of}")))
        .fetch_one(at.db.owner())
        .await
        .unwrap()
}

/// Noon (UTC) so many days ago, as SQL. In Nairobi and in Paris that is the same day.
fn noon(days_ago: i32) -> String {
    format!("((now() AT TIME ZONE 'UTC')::date - {days_ago} + time '12:00') AT TIME ZONE 'UTC'")
}

/// Its day as addresses write it.
async fn day(at: &Wardlight, days_ago: i32) -> String {
    // reviewed: written here
    sqlx::query_scalar(sqlx::AssertSqlSafe(format!(
        "SELECT ((now() AT TIME ZONE 'UTC')::date - {days_ago})::text"
    )))
    .fetch_one(at.db.owner())
    .await
    .unwrap()
}

/// The first bed's monitor measures the same person since long.
async fn since_long(at: &Wardlight) {
    let device = at.riverbend.devices[0].id;
    run(
        at,
        &format!("UPDATE device_session SET during = tstzrange(now() - interval '40 days', NULL) WHERE device_id = '{device}'"),
    )
    .await;
}

/// Readings of the first bed each `step` from so many minutes before that noon to so many after it; received as they were measured, or now.
async fn measured(at: &Wardlight, noon: &str, minutes: i32, step: &str, received: &str) {
    let device = at.riverbend.devices[0].id;
    run(
        at,
        &format!(
            "INSERT INTO reading (device_id, taken_at, seq, received_at, heart_rate, spo2, temperature, venous_pressure, uf_removed)
             SELECT '{device}', t, 0, {received}, (60 + 60 * random())::int, CASE WHEN random() < 0.5 THEN (90 + 10 * random())::int END,
                    36.5, -100 * random(), 0.1
               FROM generate_series({noon} - interval '{minutes} minutes', {noon} + interval '{minutes} minutes', interval '{step}') AS t
             ON CONFLICT DO NOTHING"
        ),
    )
    .await;
}

/// Parameters of minutes that are over whose last, lowest or highest value is another in the readings than in the minutes, or that stand in one of them alone. Told in another way than
/// `minutes_of` tells: by the name of each value.
async fn differing(at: &Wardlight) -> i64 {
    sqlx::query_scalar(
        r"WITH raw AS (
              SELECT s.id, to_timestamp(floor(extract(epoch FROM r.taken_at) / 60) * 60) AS minute, v.key, v.value::text::numeric AS value, r.taken_at, r.seq
                FROM reading r
                JOIN device_session s ON s.device_id = r.device_id AND s.during @> r.taken_at
               CROSS JOIN LATERAL jsonb_each(to_jsonb(r)) AS v
               WHERE jsonb_typeof(v.value) = 'number' AND v.key <> 'seq' AND r.taken_at < (now() AT TIME ZONE 'UTC')::date AT TIME ZONE 'UTC'),
          said AS (
              SELECT id, minute, key, min(value) AS low, max(value) AS high, (array_agg(value ORDER BY taken_at DESC, seq DESC))[1] AS last
                FROM raw GROUP BY 1, 2, 3),
          kept AS (
              SELECT m.session_id AS id, m.minute, v.key, v.value::text::numeric AS last,
                     coalesce((to_jsonb(m) ->> (v.key || '_low'))::numeric, v.value::text::numeric) AS low,
                     coalesce((to_jsonb(m) ->> (v.key || '_high'))::numeric, v.value::text::numeric) AS high
                FROM reading_minute m
               CROSS JOIN LATERAL jsonb_each(to_jsonb(m)) AS v
               WHERE jsonb_typeof(v.value) = 'number' AND v.key <> 'readings' AND v.key !~ '_(low|high)$'
                 AND m.minute < (now() AT TIME ZONE 'UTC')::date AT TIME ZONE 'UTC')
          SELECT count(*) FROM said FULL JOIN kept USING (id, minute, key)
           WHERE (said.low, said.high, said.last) IS DISTINCT FROM (kept.low, kept.high, kept.last)",
    )
    .fetch_one(at.db.owner())
    .await
    .unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn minutes_equal_what_the_readings_say_also_after_late_ones_and_ones_that_came_again() {
    let at = Wardlight::open().await;
    since_long(&at).await;
    let (near, far) = (noon(2), noon(5));
    measured(&at, &near, 20, "7 seconds", "t").await;
    measured(&at, &far, 3, "1 second", "t").await;
    assert!(differing(&at).await > 0, "nothing is told yet");
    let kept = keep_minutes(&at.house).await.unwrap();
    assert!(kept.told >= 2, "{kept:?}");
    assert_eq!(kept.dropped, 0);
    assert_eq!(differing(&at).await, 0);
    let before = count(&at, "reading_minute").await;
    assert!(before >= 45, "{before}");

    // Somebody else from the middle of a minute on: two rows of that minute, each with their own.
    let (device, hospital, other) = (at.riverbend.devices[0].id, at.riverbend.id.0, at.riverbend.patients[1]);
    let third = noon(1);
    run(
        &at,
        &format!(
            "UPDATE device_session SET during = tstzrange(lower(during), {third} + interval '30 seconds') WHERE device_id = '{device}';
             INSERT INTO device_session (id, device_id, hospital_id, patient_id, during)
                  VALUES (gen_random_uuid(), '{device}', '{hospital}', '{other}', tstzrange({third} + interval '30 seconds', {third} + interval '20 minutes'))"
        ),
    )
    .await;
    measured(&at, &third, 2, "5 seconds", "now()").await;
    // Late ones between those that are told, and in minutes that had none; those of the same second came before.
    measured(&at, &far, 6, "1 second", "now()").await;
    // What was counted is told when this is over, and not when the connection has idled for a while.
    let mut tx = at.db.owner().begin().await.unwrap();
    sqlx::query(
        "INSERT INTO reading (device_id, taken_at, seq, received_at, heart_rate)
         SELECT device_id, taken_at, 7, now(), 20 FROM reading WHERE device_id = $1 AND seq = 0",
    )
    .bind(device.0)
    .execute(&mut *tx)
    .await
    .unwrap();
    sqlx::query("SELECT pg_stat_force_next_flush()")
        .execute(&mut *tx)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    assert!(differing(&at).await > 0);
    let kept = keep_minutes(&at.house).await.unwrap();
    assert!(kept.again > 0, "{kept:?}");
    assert_eq!(differing(&at).await, 0);
    let of_third = count(&at, &format!("reading_minute WHERE minute = {third}")).await;
    assert_eq!(of_third, 2, "one of each person");
    let again = keep_minutes(&at.house).await.unwrap();
    assert_eq!((again.told, again.dropped), (0, 0));
    assert_eq!(differing(&at).await, 0, "to tell again changes nothing");
}

/// An alarm at noon so many days ago.
async fn alarm(at: &Wardlight, noon: &str) -> Uuid {
    let (id, device) = (Uuid::now_v7(), at.riverbend.devices[0].id);
    run(
        at,
        &format!(
            "INSERT INTO alarm (id, device_id, kind, parameter, side, priority, state, raised_at, last_raised_at, count, closed_at, acknowledged_at)
                  VALUES ('{id}', '{device}', 'limit', 'heart_rate', 'high', 'medium', 'closed', {noon}, {noon}, 1, {noon} + interval '1 minute', {noon})"
        ),
    )
    .await;
    id
}

async fn keeps_one_day(at: &Wardlight) {
    run(at, "UPDATE reading_retention SET keep_days = 1").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_lies_around_an_alarm_outlives_its_day_and_who_reads_the_record_reads_it() {
    let at = Wardlight::open().await;
    since_long(&at).await;
    let noon = noon(3);
    measured(&at, &noon, 10, "1 second", "t").await;
    let alarm = alarm(&at, &noon).await;
    let (patient, other) = (at.riverbend.patients[0], at.riverbend.patients[1]);
    let around = format!("/patients/{patient}/minutes/{alarm}");
    let rao = at.sign_in(RAO).await.unwrap();
    let before = page(&at, &around, &rao, &[]).await;
    assert!(
        before.contains("15:00:10"),
        "while its day is kept, in Nairobi: {before}"
    );

    keeps_one_day(&at).await;
    let kept = keep_minutes(&at.house).await.unwrap();
    assert!(kept.dropped > 0, "{kept:?}");
    assert_eq!(kept.copied, 601, "five minutes before and five after, each second");
    assert_eq!(count(&at, "reading").await, 0, "the day is gone");
    assert_eq!(count(&at, "alarm_reading").await, 601);
    assert_eq!(count(&at, "reading_minute").await, 21);
    // The setting was raised and lowered again, and a reading came in between: it does not stand for the whole day.
    run(
        &at,
        "SELECT ensure_reading_partition((now() AT TIME ZONE 'UTC')::date - 3)",
    )
    .await;
    measured(&at, &noon, 0, "1 second", "now()").await;
    let again = keep_minutes(&at.house).await.unwrap();
    assert_eq!((again.copied, again.dropped), (0, 1), "it is there already");
    assert_eq!(
        count(&at, "reading_minute").await,
        21,
        "what has no readings any more stays"
    );

    let after = page(&at, &around, &rao, &[]).await;
    assert!(after.contains("15:00:10") && !after.contains("No readings"), "{after}");
    let day = format!("/patients/{patient}/minutes?day={}", day(&at, 3).await);
    let shown = page(&at, &day, &rao, &[]).await;
    for words in ["One value a minute", around.as_str(), "Minutes with a value"] {
        assert!(shown.contains(words), "{words}: {shown}");
    }
    let status = async |path: &str, who: &str| knock(&at, &Method::GET, path, &Body::None, who).await.status();
    assert_eq!(
        status(&format!("/patients/{other}/minutes/{alarm}"), &rao).await,
        404,
        "of somebody else"
    );
    assert_eq!(
        status(&format!("/patients/{patient}/minutes?day=2026-02-30"), &rao).await,
        404
    );
    let haddad = at.sign_in(HADDAD).await.unwrap();
    for path in [&around, &day] {
        assert_eq!(status(path, &haddad).await, 403, "{path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn minutes_of_a_joined_record_are_read_and_who_is_erased_has_none() {
    let at = Wardlight::open().await;
    let noon = noon(3);
    let (device, hospital, okafor) = (at.riverbend.devices[0].id, at.riverbend.id.0, at.riverbend.patients[0]);
    let other = known(&at, hospital, "RG-0000-0907", "Okafour", "Ada", "1958-02-03").await;
    run(
        &at,
        &format!(
            "INSERT INTO device_session (id, device_id, hospital_id, patient_id, during)
                  VALUES (gen_random_uuid(), '{device}', '{hospital}', '{other}', tstzrange({noon} - interval '1 hour', {noon} + interval '1 hour'))"
        ),
    )
    .await;
    measured(&at, &noon, 10, "5 seconds", "t").await;
    alarm(&at, &noon).await;
    keeps_one_day(&at).await;
    let kept = keep_minutes(&at.house).await.unwrap();
    assert!(kept.copied > 0, "{kept:?}");
    let day = format!("/patients/{okafor}/minutes?day={}", day(&at, 3).await);
    let rao = at.sign_in(RAO).await.unwrap();
    assert!(page(&at, &day, &rao, &[]).await.contains("Nothing is kept of this day"));
    let admin = Actor::staff(at.user(HADDAD).await, at.riverbend.id, [Role::HospitalAdmin]);
    let admin = Ctx::new(at.house.clone(), admin, Uuid::now_v7()).proved(Some(at.house.clock.now()));
    hospital::patients::merge::join(&admin, PatientId(okafor), PatientId(other), "The same card.")
        .await
        .unwrap();
    assert!(page(&at, &day, &rao, &[]).await.contains("One value a minute"));

    // Readings of hers that are still kept as they came are told no more either.
    run(
        &at,
        &format!(
            "INSERT INTO reading (device_id, taken_at, seq, received_at, heart_rate) VALUES ('{device}', now() - interval '1 day', 0, now() - interval '1 day', 70)"
        ),
    )
    .await;
    hospital::keys::erase(&admin, PatientId(okafor)).await.unwrap();
    for table in ["reading_minute", "alarm_reading"] {
        assert_eq!(count(&at, table).await, 0, "{table}");
    }
    keep_minutes(&at.house).await.unwrap();
    assert_eq!(count(&at, "reading_minute").await, 0);
    assert!(page(&at, &day, &rao, &[]).await.contains("Nothing is kept of this day"));
}

/// The wall of each: what a hospital holds is seen by it alone.
#[tokio::test(flavor = "multi_thread")]
async fn another_hospital_sees_no_minute_and_nobody_but_the_worker_writes_one() {
    let at = Wardlight::open().await;
    since_long(&at).await;
    let noon = noon(3);
    measured(&at, &noon, 1, "5 seconds", "t").await;
    alarm(&at, &noon).await;
    keeps_one_day(&at).await;
    keep_minutes(&at.house).await.unwrap();
    for (hospital, sees) in [(at.riverbend.id.0, true), (at.lakeside.id.0, false)] {
        let mut tx = at.db.app.begin().await.unwrap();
        sqlx::query("SELECT set_config('app.hospital_id', $1::text, true)")
            .bind(hospital.to_string())
            .execute(&mut *tx)
            .await
            .unwrap();
        let seen: (i64, i64) =
            sqlx::query_as("SELECT (SELECT count(*) FROM reading_minute), (SELECT count(*) FROM alarm_reading)")
                .fetch_one(&mut *tx)
                .await
                .unwrap();
        assert_eq!((seen.0 > 0, seen.1 > 0), (sees, sees));
        let gone = sqlx::query("DELETE FROM reading_minute")
            .execute(&mut *tx)
            .await
            .unwrap();
        assert_eq!(gone.rows_affected(), 0, "only what was erased goes");
        let written = sqlx::query("INSERT INTO reading_minute (session_id, minute, readings) SELECT id, '2026-01-01 00:00+00', 1 FROM device_session LIMIT 1")
            .execute(&mut *tx)
            .await;
        assert!(written.is_err(), "{written:?}");
    }
}

/// What a page asks for is found by a key, however much is kept.
#[tokio::test(flavor = "multi_thread")]
async fn a_day_and_a_window_are_found_by_their_keys() {
    let at = Wardlight::open().await;
    let mut tx = at.db.app.begin().await.unwrap();
    // Few rows are read whole: what is asked here is whether many can be found.
    sqlx::raw_sql("SET LOCAL enable_seqscan = off; SET LOCAL enable_bitmapscan = off")
        .execute(&mut *tx)
        .await
        .unwrap();
    for (statement, key) in [
        (
            "SELECT readings FROM reading_minute WHERE session_id = '00000000-0000-0000-0000-0000000000e1' AND minute >= now() - interval '1 day' AND minute < now()",
            "Index Cond: ((session_id = ",
        ),
        (
            "SELECT seq FROM alarm_reading WHERE alarm_id = '00000000-0000-0000-0000-0000000000e1' AND taken_at >= now() - interval '1 minute' AND taken_at < now()",
            "alarm_reading_pkey",
        ),
        (
            "SELECT seq FROM alarm_reading WHERE session_id = '00000000-0000-0000-0000-0000000000e1'",
            "alarm_reading_of_session",
        ),
    ] {
        // reviewed: one of three that stand here
        let plan: Vec<String> = sqlx::query_scalar(sqlx::AssertSqlSafe(format!("EXPLAIN {statement}")))
            .fetch_all(&mut *tx)
            .await
            .unwrap();
        let plan = plan.join("\n");
        assert!(plan.contains(key), "{key}\n{plan}");
    }
}

/// Three days and seven are drawn from minutes where readings are gone, and from readings since a day ago: no extreme is lost, and a break is a break.
#[tokio::test(flavor = "multi_thread")]
async fn a_chart_of_days_keeps_every_extreme_and_its_gaps() {
    let at = Wardlight::open().await;
    since_long(&at).await;
    let (device, patient) = (at.riverbend.devices[0].id, at.riverbend.patients[0]);
    run(
        &at,
        &format!(
            "INSERT INTO reading (device_id, taken_at, seq, received_at, heart_rate)
             SELECT '{device}', t, 0, t, CASE WHEN n = 61 THEN 187 ELSE 70 END
               FROM generate_series(now() - interval '50 hours', now() - interval '49 hours 50 minutes', interval '5 seconds') WITH ORDINALITY AS s (t, n);
             INSERT INTO reading (device_id, taken_at, seq, received_at, heart_rate)
             SELECT '{device}', t, 0, t, CASE WHEN n = 61 THEN 41 ELSE 72 END
               FROM generate_series(now() - interval '40 minutes', now() - interval '30 minutes', interval '5 seconds') WITH ORDINALITY AS s (t, n)"
        ),
    )
    .await;
    keep_minutes(&at.house).await.unwrap();
    run(&at, "DELETE FROM reading WHERE taken_at < now() - interval '48 hours'").await;

    let rao = at.sign_in(RAO).await.unwrap();
    let haddad = at.sign_in(HADDAD).await.unwrap();
    let chart = |range: &str| format!("/charts/patients/{patient}/day.svg?range={range}");
    let told = async |range: &str| {
        let answer = knock(&at, &Method::GET, &chart(range), &Body::None, &rao).await;
        assert_eq!(answer.status(), 200, "{range}");
        answer.text().await.unwrap()
    };
    for range in ["3d", "7d"] {
        let drawn = told(range).await;
        assert!(drawn.contains("HR: between 41 and 187 /min"), "{range}: {drawn}");
        assert!(
            drawn.contains("No data 2 d") || drawn.contains("No data 49 h"),
            "{range}: {drawn}"
        );
    }
    for range in ["1h", "6h", "24h", "what"] {
        let drawn = told(range).await;
        assert!(drawn.contains("HR: between 41 and 72 /min"), "{range}: {drawn}");
    }
    let status = knock(&at, &Method::GET, &chart("7d"), &Body::None, &haddad)
        .await
        .status();
    assert_eq!(status, 403, "who does not read the record");

    let long = page(&at, &format!("/patients/{patient}?range=7d"), &rao, &[]).await;
    for words in ["Last 7 days", "Reaches until ", "between 41 and 187"] {
        assert!(long.contains(words), "{words}: {long}");
    }
    assert!(!long.contains("data-from"), "it does not go on by itself");
    let short = page(&at, &format!("/patients/{patient}?range=1h"), &rao, &[]).await;
    let from = format!("data-from=\"{}\"", chart("1h"));
    assert!(short.contains("Last hour") && short.contains(&from), "{short}");
    assert!(!short.contains("Reaches until "), "it goes on by itself");

    // Whoever pages through the readings keeps the chart as far back as it reaches, and so does the way to the newest.
    let long = long.replace("&amp;", "&");
    let older = format!("href=\"/patients/{patient}?range=7d&before=");
    let (_, older) = long.split_once(&older).expect("older readings");
    let older = older.split('#').next().unwrap();
    let older = page(&at, &format!("/patients/{patient}?range=7d&before={older}"), &rao, &[]).await;
    for words in [
        "Last 7 days",
        &format!("href=\"/patients/{patient}?range=7d#readings\""),
    ] {
        assert!(older.contains(words), "{words}: {older}");
    }
}
