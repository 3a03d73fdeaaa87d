//! The load: connections kept open, requests prepared beforehand, as little work as possible between them. The same generator for every contestant.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::task::JoinSet;

use crate::arrange::ADDR;

/// One connection.
pub struct Connection {
    stream: TcpStream,
    buffer: Vec<u8>,
}

impl Connection {
    pub async fn open() -> Self {
        let stream = TcpStream::connect(ADDR).await.expect("a connection");
        stream.set_nodelay(true).expect("no delay");
        Self {
            stream,
            buffer: Vec::with_capacity(64 * 1024),
        }
    }

    /// Sends one request and reads the whole answer; answers its status and the length of its body.
    pub async fn send(&mut self, request: &[u8]) -> (u16, usize) {
        self.stream.write_all(request).await.expect("sent");
        self.buffer.clear();
        loop {
            self.read().await;
            let Some(head) = find(&self.buffer, b"\r\n\r\n") else {
                continue;
            };
            // Read where it lies: the generator shares the two cores with what it measures.
            let (status, length) = (status(&self.buffer[..head]), length(&self.buffer[..head]));
            if status == 204 {
                return (status, 0);
            }
            if let Some(length) = length {
                while self.buffer.len() < head + 4 + length {
                    self.read().await;
                }
                return (status, length);
            }
            while !self.buffer.ends_with(b"0\r\n\r\n") {
                self.read().await;
            }
            return (status, self.buffer.len() - head - 4);
        }
    }

    async fn read(&mut self) {
        let read = self.stream.read_buf(&mut self.buffer).await.expect("read");
        assert!(read > 0, "the server closed in the middle of an answer");
    }

    /// The body of the last answer, as it came.
    pub fn body(&self) -> &[u8] {
        find(&self.buffer, b"\r\n\r\n").map_or(&[], |head| &self.buffer[head + 4..])
    }
}

fn find(haystack: &[u8], needle: &[u8]) -> Option<usize> {
    haystack.windows(needle.len()).position(|window| window == needle)
}

/// The three digits behind `HTTP/1.1 `.
fn status(head: &[u8]) -> u16 {
    head[9..12]
        .iter()
        .fold(0, |status, digit| status * 10 + u16::from(*digit - b'0'))
}

/// How long the head says the body is.
fn length(head: &[u8]) -> Option<usize> {
    const NAME: &[u8] = b"content-length: ";
    head.split(|byte| *byte == b'\n').find_map(|line| {
        let (name, value) = line.split_at_checked(NAME.len())?;
        if !name.eq_ignore_ascii_case(NAME) {
            return None;
        }
        std::str::from_utf8(value).ok()?.trim().parse().ok()
    })
}

/// Of so many readings of one connection, one passes a published limit, so that an alarm is raised, and the values after it end it: of a monitor, an SpO2 of 82 % is at or below both
/// (91 and 83); of a dialysis machine, a venous pressure of 280 mmHg is above 260 (`domain::alerts::limits::defaults`).
/// In the demo's recordings (`server/demo/recordings`, 12 beds of a day) the published limits of heart rate, systolic pressure, respiration and SpO2 are passed 77 times: 6.4 times a
/// patient a day, which at one reading a second is one in 13,500. Here it is 13 times as often.
pub const CROSSES: u64 = 1_000;

/// What the readings of a device hold.
pub struct Measures {
    /// One reading; its number and its time are written in.
    item: &'static str,
    /// The value in it that passes a limit now and then, as it is usually.
    usual: &'static str,
    /// The same value where it passes, as many digits as are at the end of `usual`.
    passes: &'static str,
}

/// A monitor at a bed.
pub static MONITOR: Measures = Measures {
    item: r#"{"seq":NNNNNNNNNNNNNNNN,"taken_at":"YYYY-MM-DDTHH:MM:SS.ffffffZ","heart_rate":72,"systolic":128,"diastolic":76,"mean_pressure":93,"spo2":97,"temperature":36.8,"respiration":16}"#,
    usual: r#""spo2":97"#,
    passes: "82",
};

/// A dialysis machine while a session runs: the fields that a machine of the demo sends.
pub static MACHINE: Measures = Measures {
    item: r#"{"seq":NNNNNNNNNNNNNNNN,"taken_at":"YYYY-MM-DDTHH:MM:SS.ffffffZ","blood_flow":320,"dialysate_flow":500,"arterial_pressure":-165,"venous_pressure":150,"transmembrane_pressure":58,"uf_rate":600,"uf_removed":1.2,"conductivity":14.0,"dialysate_temperature":36.0,"total_volume":38.4,"heparin_total":3.0,"blood_volume_change":-4.0,"machine_ktv":0.7,"remaining_time":120,"system_status":"normal"}"#,
    usual: r#""venous_pressure":150"#,
    passes: "280",
};

/// A request that is sent over and over. What must differ from turn to turn is written into its bytes, so that making load costs next to nothing.
pub struct Request {
    bytes: Vec<u8>,
    /// Where the number, the time and the value that may pass a limit stand in each reading.
    places: Vec<(usize, usize, usize)>,
    measures: &'static Measures,
    /// The number of the next reading; always 16 digits.
    next: u64,
    step: u64,
    /// Readings so far, of which one in [`CROSSES`] raises an alarm.
    written: u64,
    /// The second since 1970 that stands in its times now.
    second: i64,
}

impl Request {
    /// Always the same.
    pub fn fixed(bytes: Vec<u8>) -> Self {
        Self {
            bytes,
            places: Vec::new(),
            measures: &MONITOR,
            next: 0,
            step: 0,
            written: 0,
            second: i64::MIN,
        }
    }

    /// Posts `readings` of what a device measures. The connection is the last part of each number: two may share a device and a microsecond.
    pub fn readings(path: &str, token: &str, measures: &'static Measures, readings: usize, connection: usize) -> Self {
        let Measures { item, usual, passes } = *measures;
        let body = vec![item; readings].join(",");
        let body = if readings == 1 { body } else { format!("[{body}]") };
        let bytes = post(path, token, &body);
        let text = String::from_utf8_lossy(&bytes);
        let places = text
            .match_indices("NNNNNNNNNNNNNNNN")
            .zip(text.match_indices("YYYY-"))
            .zip(text.match_indices(usual))
            .map(|(((number, _), (time, _)), (value, _))| (number, time, value + usual.len() - passes.len()))
            .collect();
        Self {
            places,
            measures,
            next: 1_000_000_000_000_000 + connection as u64,
            step: 1_024,
            // The connections raise theirs one after the other.
            written: connection as u64 * 7,
            second: i64::MIN,
            bytes,
        }
    }

    /// The bytes of the next turn: new numbers, and times that rise by a microsecond from now on.
    pub fn next(&mut self) -> &[u8] {
        if self.places.is_empty() {
            return &self.bytes;
        }
        let now = now_micros();
        let second = now.div_euclid(1_000_000);
        if second != self.second {
            self.second = second;
            let written = domain::time::rfc3339(domain::time::Moment(second * 1_000_000));
            for (_, time, _) in &self.places {
                self.bytes[*time..*time + 19].copy_from_slice(&written.as_bytes()[..19]);
                self.bytes[*time + 19] = b'.';
            }
        }
        let Measures { usual, passes, .. } = *self.measures;
        for (place, (number, time, at)) in self.places.iter().enumerate() {
            self.written += 1;
            let value = if self.written.is_multiple_of(CROSSES) {
                passes
            } else {
                &usual[usual.len() - passes.len()..]
            };
            self.bytes[*at..*at + value.len()].copy_from_slice(value.as_bytes());
            // The times of one body share a second: what runs over the end of it starts again, and the number still tells it apart.
            digits(
                &mut self.bytes[*time + 20..*time + 26],
                (now as u64 + place as u64) % 1_000_000,
            );
            digits(&mut self.bytes[*number..*number + 16], self.next);
            self.next += self.step;
        }
        &self.bytes
    }
}

fn digits(place: &mut [u8], mut value: u64) {
    for digit in place.iter_mut().rev() {
        *digit = b'0' + (value % 10) as u8;
        value /= 10;
    }
}

/// Microseconds since 1970.
pub fn now_micros() -> i64 {
    std::time::SystemTime::now()
        .duration_since(std::time::UNIX_EPOCH)
        .expect("a clock")
        .as_micros() as i64
}

/// A POST with this body.
pub fn post(path: &str, token: &str, body: &str) -> Vec<u8> {
    format!(
        "POST {path} HTTP/1.1\r\nhost: {ADDR}\r\nauthorization: Bearer {token}\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
        body.len()
    )
    .into_bytes()
}

/// What a closed loop reached.
pub struct Closed {
    /// Requests a second that were answered with 2xx inside the window.
    pub rate: f64,
    /// All of them, those of the warm-up too.
    pub total: u64,
}

/// Closed loop: `connections` send as fast as they are answered for `window`.
pub async fn closed(connections: usize, window: Duration, request: impl Fn(usize) -> Request) -> Closed {
    let (done, total) = (Arc::new(AtomicU64::new(0)), Arc::new(AtomicU64::new(0)));
    let warm = Instant::now() + Duration::from_millis(1_500);
    let end = warm + window;
    let mut tasks = JoinSet::new();
    for connection in 0..connections {
        let (mut request, done, total) = (request(connection), done.clone(), total.clone());
        tasks.spawn(async move {
            let mut stream = Connection::open().await;
            while Instant::now() < end {
                let (status, _) = stream.send(request.next()).await;
                total.fetch_add(1, Ordering::Relaxed);
                assert!((200..300).contains(&status), "status {status}");
                if Instant::now() > warm && Instant::now() < end {
                    done.fetch_add(1, Ordering::Relaxed);
                }
            }
        });
    }
    tasks.join_all().await;
    Closed {
        rate: done.load(Ordering::Relaxed) as f64 / window.as_secs_f64(),
        total: total.load(Ordering::Relaxed),
    }
}

/// Open loop: `rate` requests a second over `connections`, each latency from the intended time; answers them sorted, in milliseconds.
pub async fn open(connections: usize, rate: f64, window: Duration, request: impl Fn(usize) -> Request) -> Vec<f64> {
    let start = Instant::now() + Duration::from_millis(200);
    let turns = (rate * window.as_secs_f64() / connections as f64) as u64;
    let mut tasks = JoinSet::new();
    for connection in 0..connections {
        let mut request = request(connection);
        tasks.spawn(async move {
            let mut stream = Connection::open().await;
            let mut latencies = Vec::with_capacity(turns as usize);
            for turn in 0..turns {
                let intended = start
                    + Duration::from_secs_f64(
                        (turn as f64 + connection as f64 / connections as f64) * connections as f64 / rate,
                    );
                tokio::time::sleep_until(intended.into()).await;
                let (status, _) = stream.send(request.next()).await;
                assert!((200..300).contains(&status), "status {status}");
                latencies.push(intended.elapsed().as_secs_f64() * 1e3);
            }
            latencies
        });
    }
    let mut all: Vec<f64> = tasks.join_all().await.into_iter().flatten().collect();
    all.sort_by(f64::total_cmp);
    all
}

/// The value below which a share of the sorted values lies.
pub fn quantile(sorted: &[f64], share: f64) -> f64 {
    let place = ((sorted.len() as f64 - 1.0) * share).round() as usize;
    sorted.get(place).copied().unwrap_or(f64::NAN)
}
