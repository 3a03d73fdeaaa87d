//! What the machine itself can do: L0 to L4 of the performance goals.

use std::time::{Duration, Instant};

use sqlx::{Connection, PgConnection};

use crate::arrange::Bench;
use crate::generator;

/// Rows of one COPY commit, as the goals define L1.
const COPY_ROWS: usize = 10_000;

/// The rows of one COPY: which columns, and what stands in them beside device, time, number and arrival.
struct Rows {
    copy: &'static str,
    numbers: &'static [f32],
    words: &'static [&'static str],
}

/// The fields of [`generator::MONITOR`].
static MONITOR: Rows = Rows {
    copy: "COPY reading (device_id, taken_at, seq, received_at, heart_rate, systolic, diastolic, mean_pressure, spo2, temperature, respiration)
           FROM STDIN (FORMAT binary)",
    numbers: &[72.0, 128.0, 76.0, 93.0, 97.0, 36.8, 16.0],
    words: &[],
};

/// The fields of [`generator::MACHINE`].
static MACHINE: Rows = Rows {
    copy: "COPY reading (device_id, taken_at, seq, received_at, blood_flow, dialysate_flow, arterial_pressure, venous_pressure, transmembrane_pressure, uf_rate, uf_removed,
                         conductivity, dialysate_temperature, total_volume, heparin_total, blood_volume_change, machine_ktv, remaining_time, system_status)
           FROM STDIN (FORMAT binary)",
    numbers: &[
        320.0, 500.0, -165.0, 150.0, 58.0, 600.0, 1.2, 14.0, 36.0, 38.4, 3.0, -4.0, 0.7, 120.0,
    ],
    words: &["normal"],
};

/// L1: binary COPY of the same rows into the same table with the same index and partitions, 10,000 rows a commit, over `lanes`; rows a second. As many COPYs are of machines' rows as
/// are among the `connections` of the load. It runs as the superuser of the bench, because COPY is refused under row security.
pub async fn copy(bench: &Bench, lanes: usize, window: Duration, connections: usize) -> f64 {
    let end = Instant::now() + window;
    let each = (connections / bench.machines_among(connections).max(1)) as i64;
    let mut tasks = tokio::task::JoinSet::new();
    for lane in 0..lanes {
        let mut connection = superuser(bench).await;
        let of = |is_machine: bool| -> Vec<[u8; 16]> {
            let devices = bench.devices.iter().filter(|device| device.is_machine == is_machine);
            devices.map(|device| device.id.0.into_bytes()).collect()
        };
        let (monitors, machines) = (of(false), of(true));
        tasks.spawn(async move {
            let mut rows = 0_usize;
            let mut turn = 0_i64;
            while Instant::now() < end {
                let (what, devices) = if turn % each == each - 1 {
                    (&MACHINE, &machines)
                } else {
                    (&MONITOR, &monitors)
                };
                let body = binary_rows(what, devices, lane as i64, turn);
                turn += 1;
                let mut copy = connection.copy_in_raw(what.copy).await.expect("COPY");
                copy.send(body).await.expect("rows");
                copy.finish().await.expect("a commit");
                rows += COPY_ROWS;
            }
            rows
        });
    }
    let started = end - window;
    let rows: usize = tasks.join_all().await.into_iter().sum();
    rows as f64 / started.elapsed().as_secs_f64()
}

/// PostgreSQL's binary COPY format: header, rows with as many fields, trailer. Rows lie in the order of the primary key.
fn binary_rows(what: &Rows, devices: &[[u8; 16]], lane: i64, turn: i64) -> Vec<u8> {
    let mut body = Vec::with_capacity(COPY_ROWS * 200);
    body.extend_from_slice(b"PGCOPY\n\xff\r\n\0");
    body.extend_from_slice(&[0; 8]);
    let now = postgres_now();
    let fields = (4 + what.numbers.len() + what.words.len()) as i16;
    for row in 0..COPY_ROWS as i64 {
        let device = devices[(row as usize * devices.len()) / COPY_ROWS];
        body.extend_from_slice(&fields.to_be_bytes());
        field(&mut body, &device);
        field(&mut body, &(now - lane * 1_000_000 + row).to_be_bytes());
        field(&mut body, &(turn * COPY_ROWS as i64 + row).to_be_bytes());
        field(&mut body, &now.to_be_bytes());
        for value in what.numbers {
            field(&mut body, &value.to_be_bytes());
        }
        for word in what.words {
            field(&mut body, word.as_bytes());
        }
    }
    body.extend_from_slice(&(-1_i16).to_be_bytes());
    body
}

fn field(body: &mut Vec<u8>, bytes: &[u8]) {
    body.extend_from_slice(&(bytes.len() as i32).to_be_bytes());
    body.extend_from_slice(bytes);
}

/// Microseconds since 2000-01-01, as PostgreSQL counts.
fn postgres_now() -> i64 {
    let since = std::time::SystemTime::now()
        .duration_since(std::time::UNIX_EPOCH)
        .expect("a clock");
    since.as_micros() as i64 - 946_684_800_000_000
}

/// L2: one row and one commit on one connection, closed loop; sorted milliseconds.
pub async fn commits(bench: &Bench, window: Duration) -> Vec<f64> {
    let mut connection = superuser(bench).await;
    let device = bench.devices[0].id.0;
    let end = Instant::now() + window;
    let mut latencies = Vec::new();
    while Instant::now() < end {
        let begun = Instant::now();
        insert(&mut connection, device, latencies.len() as i64).await;
        latencies.push(begun.elapsed().as_secs_f64() * 1e3);
    }
    latencies.sort_by(f64::total_cmp);
    latencies
}

/// L2, open loop at `rate` commits a second spread over as many connections as it takes; latency from the intended time; sorted milliseconds.
pub async fn commits_open(bench: &Bench, rate: f64, window: Duration) -> Vec<f64> {
    let lanes = 8;
    let start = Instant::now() + Duration::from_millis(200);
    let turns = (rate * window.as_secs_f64() / f64::from(lanes)) as u64;
    let mut tasks = tokio::task::JoinSet::new();
    for lane in 0..lanes {
        let mut connection = superuser(bench).await;
        let device = bench.devices[lane as usize].id.0;
        tasks.spawn(async move {
            let mut latencies = Vec::new();
            for turn in 0..turns {
                let intended =
                    start + Duration::from_secs_f64((turn as f64 * f64::from(lanes) + f64::from(lane)) / rate);
                tokio::time::sleep_until(intended.into()).await;
                insert(&mut connection, device, turn as i64).await;
                latencies.push(intended.elapsed().as_secs_f64() * 1e3);
            }
            latencies
        });
    }
    let mut all: Vec<f64> = tasks.join_all().await.into_iter().flatten().collect();
    all.sort_by(f64::total_cmp);
    all
}

async fn insert(connection: &mut PgConnection, device: uuid::Uuid, seq: i64) {
    sqlx::query("INSERT INTO reading (device_id, taken_at, seq, received_at, heart_rate, spo2) VALUES ($1, clock_timestamp(), $2, now(), 72, 97)")
        .bind(device)
        .bind(seq)
        .execute(connection)
        .await
        .expect("one durable row");
}

/// A connection as the bench's own superuser.
pub async fn superuser(bench: &Bench) -> PgConnection {
    let options = bench.database.owner().expect("the private cluster's superuser").clone();
    PgConnection::connect_with(&options).await.expect("a connection")
}

/// L0: requests a second through everything but the database.
pub async fn accept(bench: &Bench, connections: usize, window: Duration) -> f64 {
    generator::closed(connections, window, crate::goals::requests(bench, "/bench/l0/", "", 1))
        .await
        .rate
}
