//! What a machine did is counted once, by the hour; and whoever keeps it is told that work is due, once each time.

use hospital::devices::machines::count_now;

use super::{Unit, page};

/// Readings every ten seconds from three hours ago, for ten minutes, then nothing for eleven, then for nine; half a second on their way.
pub(super) async fn ran_for_a_while(unit: &Unit) {
    unit.sql(format!(
        "SELECT ensure_reading_partition(((now() - interval '4 hours') AT TIME ZONE 'UTC')::date);
         UPDATE device_session SET during = tstzrange(now() - interval '1 day', NULL) WHERE device_id = '{0}';
         INSERT INTO device_report (device_id, heard_at, status, firmware, promise, readings_waiting) VALUES ('{0}', now(), 'normal', '4.2.1', '{{}}', 0)
             ON CONFLICT (device_id) DO NOTHING;
         INSERT INTO reading (device_id, taken_at, seq, received_at, heart_rate)
         SELECT '{0}', t, row_number() OVER (ORDER BY t), t + interval '500 milliseconds', 72
           FROM (SELECT date_trunc('hour', now() - interval '3 hours') + n * interval '10 seconds' AS t FROM generate_series(0, 179) AS n) AS line
          WHERE t < date_trunc('hour', now() - interval '3 hours') + interval '10 minutes'
             OR t >= date_trunc('hour', now() - interval '3 hours') + interval '21 minutes';
         INSERT INTO alarm (id, device_id, kind, priority, state, raised_at, last_raised_at, count)
         VALUES (gen_random_uuid(), '{0}', 'silent', 'high', 'raised', date_trunc('hour', now() - interval '3 hours') + interval '12 minutes', now(), 1)",
        unit.device
    ))
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_machine_did_is_counted_once_and_adds_to_its_counter() {
    let unit = Unit::open().await;
    ran_for_a_while(&unit).await;
    count_now(&unit.at.house).await.unwrap();
    count_now(&unit.at.house).await.unwrap();
    let (run, gap, longest, readings, delay, alarms): (i64, i64, i16, i64, i64, i64) = sqlx::query_as(
        "SELECT sum(minutes_run), sum(minutes_gap), max(longest_gap), sum(readings), sum(delay_ms)::bigint, sum(alarms) FROM device_day WHERE device_id = $1",
    )
    .bind(unit.device.0)
    .fetch_one(unit.at.db.owner())
    .await
    .unwrap();
    assert_eq!(
        (run, gap, longest, readings, delay, alarms),
        (19, 11, 11, 114, 57_000, 1)
    );
    // The counter is read, and what was counted before adds nothing to it.
    unit.act(&unit.mensah, "/maintenance", &[("act", "meter"), ("hours", "12418")])
        .await;
    let hours = async || -> f64 {
        sqlx::query_scalar("SELECT device_hours($1)::float8")
            .bind(unit.device.0)
            .fetch_one(unit.at.db.owner())
            .await
            .unwrap()
    };
    assert_eq!(hours().await, 12_418.0);
    unit.sql(format!(
        "UPDATE device_day SET minutes_run = minutes_run + 90
          WHERE device_id = '{0}' AND day = (SELECT max(day) FROM device_day WHERE device_id = '{0}')",
        unit.device
    ))
    .await;
    assert!((hours().await - 12_419.5).abs() < 0.01, "{}", hours().await);
    let console = unit.act(&unit.mensah, "", &[]).await;
    assert!(console.contains("12,420 h"), "rounded as pages show it");
    assert!(console.contains("Longest gap 11 min"), "{}", console.len());
}

#[tokio::test(flavor = "multi_thread")]
async fn who_keeps_a_machine_is_told_once_that_its_work_is_due() {
    let unit = Unit::open().await;
    let plan = [
        ("act", "plan"),
        ("work", "Change ultrafilter"),
        ("every_days", "100"),
        ("gate", "yes"),
    ];
    unit.act(&unit.haddad, "/maintenance", &plan).await;
    let told = async || {
        count_now(&unit.at.house).await.unwrap();
        let notices: i64 = sqlx::query_scalar("SELECT count(*) FROM notice WHERE kind = 'maintenance.due'")
            .fetch_one(unit.at.db.owner())
            .await
            .unwrap();
        notices
    };
    let days_on = async |days: i32| {
        unit.sql(format!("UPDATE maintenance_plan SET from_day = current_date - {days}"))
            .await;
    };
    days_on(80).await;
    assert_eq!(told().await, 0, "not yet");
    days_on(91).await;
    assert_eq!(told().await, 1, "the last tenth has begun");
    days_on(120).await;
    assert_eq!(told().await, 1, "once each time");
    let list = crate::support::door::page(&unit.at, "/notifications", &unit.mensah, &[]).await;
    assert!(list.contains("Maintenance of Monitor 01 is due"), "{}", list.len());
}

#[tokio::test(flavor = "multi_thread")]
async fn data_quality_begins_with_the_machine_that_misses_most_and_a_technician_sees_their_own() {
    let unit = Unit::open().await;
    ran_for_a_while(&unit).await;
    count_now(&unit.at.house).await.unwrap();
    let (name, other): (String, String) = sqlx::query_as(
        "SELECT d.name, (SELECT min(o.name) FROM device o WHERE o.hospital_id = d.hospital_id AND o.id <> d.id)
           FROM device d WHERE d.id = $1",
    )
    .bind(unit.device.0)
    .fetch_one(unit.at.db.owner())
    .await
    .unwrap();
    let row = |name: &str| format!("<bdi>{name}</bdi>");
    let seen = page(&unit.at, "/hospital/data-quality", &unit.haddad, &[]).await;
    // 11 minutes are missing of 30, and the slowest reading took half a second.
    assert!(
        seen.contains("36.7") && seen.contains("11\u{a0}min") | seen.contains("11 min") && seen.contains(">114<"),
        "{}",
        seen.len()
    );
    let (first, second) = (seen.find(&row(&name)).unwrap(), seen.find(&row(&other)).unwrap());
    assert!(first < second, "the worst first");
    let theirs = page(&unit.at, "/hospital/data-quality?days=90", &unit.mensah, &[]).await;
    assert!(theirs.contains("36.7"), "{}", theirs.len());
    // Last week's gaps are no news: with nothing in the period there is a dash and no figure.
    unit.sql(format!(
        "UPDATE device_day SET day = day - 20 WHERE device_id = '{}'",
        unit.device
    ))
    .await;
    let seen = page(&unit.at, "/hospital/data-quality?days=7", &unit.haddad, &[]).await;
    assert!(!seen.contains("36.7"), "{}", seen.len());
    let seen = page(&unit.at, "/hospital/data-quality?days=30", &unit.haddad, &[]).await;
    assert!(seen.contains("36.7"), "{}", seen.len());
}

#[tokio::test(flavor = "multi_thread")]
async fn in_service_delay_and_clock_stand_day_by_day_with_the_worst_of_each() {
    let unit = Unit::open().await;
    let none = page(&unit.at, "/hospital/data-quality", &unit.haddad, &[]).await;
    assert!(none.contains("Once a machine has sent readings"), "{}", none.len());
    // Two days ago it was slow, its clock ran ahead, and it was out of service for a quarter of the day; yesterday all was well.
    unit.sql(format!(
        "WITH day AS (SELECT d.id, d.hospital_id, ((now() AT TIME ZONE h.zone)::date - 2) AS day, h.zone
                        FROM device d JOIN hospital h ON h.id = d.hospital_id WHERE d.id = '{0}'),
              span AS (SELECT id, hospital_id, day::timestamp AT TIME ZONE zone AS since, (day + 1)::timestamp AT TIME ZONE zone AS until FROM day),
              did AS (INSERT INTO device_day (device_id, day, minutes_run, minutes_gap, longest_gap, readings, delay_ms, delay_p95_ms, ahead_ms, alarms)
                      SELECT id, day + n, 240, 0, 0, 1440, 720000, CASE n WHEN 0 THEN 9100 ELSE 600 END, CASE n WHEN 0 THEN 4200 ELSE 0 END, 0
                        FROM day, generate_series(0, 1) AS n)
         INSERT INTO device_outage (id, device_id, hospital_id, status, reason, during, taken_by, back_by)
         SELECT gen_random_uuid(), s.id, s.hospital_id, 'maintenance', 'It leaked.', tstzrange(s.since, s.since + (s.until - s.since) / 4), u.id, u.id
           FROM span s, (SELECT id FROM app_user LIMIT 1) u",
        unit.device
    ))
    .await;
    let console = unit.act(&unit.mensah, "", &[]).await;
    let trend = console
        .split_once("id=\"trend\"")
        .map_or("", |(_, card)| card.split("</section>").next().unwrap_or_default());
    for (id, worst) in [
        ("in-service-by-day", "75.0"),
        ("delay-by-day", "9.1"),
        ("clock-by-day", "4.2"),
    ] {
        let row = trend
            .split("table__opening")
            .find(|row| row.contains(&format!("id=\"{id}\"")))
            .unwrap_or_default();
        assert!(row.contains("bars__bar--today"), "{id}: a chart: {row}");
        // The finding, what the chart says, and the table behind.
        assert_eq!(row.matches(worst).count(), 3, "{id}: {row}");
    }
    let whole = page(&unit.at, "/hospital/data-quality", &unit.haddad, &[]).await;
    let days = whole.split_once("id=\"trends\"").map_or("", |(_, card)| card);
    assert!(days.contains("9.1") && days.contains("4.2"), "{days}");
    assert!(days.contains("Hours out of service. The worst:"), "{days}");
}
