//! What is counted beside readings: what came again, what was refused and why, what came while nobody was on the machine, and at which hours data are missing. Real posts, counted once a
//! batch and written together.

use hospital::devices::machines::count_now;
use hospital::telemetry::{load_placements, write_tallies};
use serde_json::{Value, json};

use super::{Unit, page};

const PAGE: &str = "/hospital/data-quality";

/// Kind, field, reason, how many: of the machine, over all hours.
async fn tallies(unit: &Unit) -> Vec<(String, String, String, i64)> {
    sqlx::query_as(
        "SELECT kind, field, reason, sum(n)::bigint FROM device_tally WHERE device_id = $1 GROUP BY 1, 2, 3 ORDER BY 1, 2, 3",
    )
    .bind(unit.device.0)
    .fetch_all(unit.at.db.owner())
    .await
    .unwrap()
}

async fn post(unit: &Unit, body: Value) -> u16 {
    let answer = unit.at.post(&unit.at.riverbend.devices[0], &body).await;
    answer.status().as_u16()
}

fn row(kind: &str, field: &str, reason: &str, n: i64) -> (String, String, String, i64) {
    (kind.into(), field.into(), reason.into(), n)
}

#[tokio::test(flavor = "multi_thread")]
async fn what_came_again_and_what_was_refused_is_counted_by_field_and_reason_and_never_stored() {
    let unit = Unit::open().await;
    let reading = |seq: i64, rate: f64| json!({ "seq": seq, "taken_at": unit.at.at(-1.0), "heart_rate": rate });
    let batch = json!([reading(1, 72.0), reading(2, 73.0)]);
    assert_eq!(post(&unit, batch.clone()).await, 200);
    write_tallies(&unit.at.house).await.unwrap();
    assert!(tallies(&unit).await.is_empty(), "somebody is on it, and all is well");
    assert_eq!(post(&unit, batch).await, 200, "the same again");
    let impossible = json!([
        reading(3, 900.0),
        reading(4, 901.0),
        { "seq": 5, "taken_at": unit.at.at(3_600.0), "heart_rate": 72 },
        { "seq": 6, "taken_at": unit.at.at(0.0), "heart_rate": "fast" },
        { "taken_at": unit.at.at(0.0), "heart_rate": 72, "secret_name": 1 },
    ]);
    assert_eq!(post(&unit, impossible).await, 422);
    assert!(tallies(&unit).await.is_empty(), "in memory until the minute is over");
    write_tallies(&unit.at.house).await.unwrap();
    write_tallies(&unit.at.house).await.unwrap();
    assert_eq!(
        tallies(&unit).await,
        [
            row("duplicate", "", "", 2),
            row("refused", "", "form", 1),
            row("refused", "heart_rate", "form", 1),
            row("refused", "heart_rate", "range", 2),
            row("refused", "seq", "missing", 1),
            row("refused", "taken_at", "time", 1),
        ],
        "no name that a device made up, and each once"
    );
    let seen = page(&unit.at, PAGE, &unit.haddad, &[]).await;
    assert!(
        seen.contains("Impossible value") && seen.contains("heart_rate"),
        "{}",
        seen.len()
    );
    let own = page(&unit.at, PAGE, &unit.mensah, &[]).await;
    assert!(own.contains("Impossible value"), "{}", own.len());
    assert!(!seen.contains("secret_name") && !seen.contains("901"));
}

#[tokio::test(flavor = "multi_thread")]
async fn readings_while_nobody_is_on_the_machine_are_counted_and_late_ones_are_not() {
    let unit = Unit::open().await;
    unit.sql(format!(
        "UPDATE device_session SET during = tstzrange(lower(during), lower(during) + interval '1 second') WHERE device_id = '{}'",
        unit.device
    ))
    .await;
    load_placements(&unit.at.house, None).await.unwrap();
    let reading = |seq: i64, ago: f64| json!({ "seq": seq, "taken_at": unit.at.at(-ago), "heart_rate": 72 });
    assert_eq!(
        post(&unit, json!([reading(1, 2.0), reading(2, 1.0), reading(3, 600.0)])).await,
        200
    );
    write_tallies(&unit.at.house).await.unwrap();
    assert_eq!(tallies(&unit).await, [row("nobody", "", "", 2)]);
    assert_eq!(post(&unit, json!([reading(4, 1.0)])).await, 200);
    write_tallies(&unit.at.house).await.unwrap();
    assert_eq!(tallies(&unit).await, [row("nobody", "", "", 3)], "added, not replaced");
}

#[tokio::test(flavor = "multi_thread")]
async fn missing_minutes_stand_in_the_hour_in_which_they_were_missing() {
    let unit = Unit::open().await;
    super::counted::ran_for_a_while(&unit).await;
    count_now(&unit.at.house).await.unwrap();
    count_now(&unit.at.house).await.unwrap();
    assert_eq!(tallies(&unit).await, [row("gap", "", "", 11)]);
    let hour: i32 = sqlx::query_scalar(
        "SELECT extract(hour FROM t.hour AT TIME ZONE h.zone)::int FROM device_tally t JOIN hospital h ON h.id = $2 WHERE t.device_id = $1",
    )
    .bind(unit.device.0)
    .bind(unit.at.riverbend.id.0)
    .fetch_one(unit.at.db.owner())
    .await
    .unwrap();
    let seen = page(&unit.at, PAGE, &unit.haddad, &[]).await;
    let worst = format!("{hour:02}:00–{:02}:00, 11 min without data.", (hour + 1) % 24);
    assert!(seen.contains(&worst), "{worst}");
    assert!(seen.contains("heat__cell--4"), "the worst is the darkest");
}
