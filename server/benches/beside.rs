//! What goes on beside the load while G1, G2, G5 and G6 are measured, in their own windows and in those of their limits (L0, L1, L2) alike, so that both sides of a ratio share the two
//! cores with the same: dialysis sessions run on a part of the devices (`unit.rs`), conversations go on (`talk.rs`), and alarms are watched for in whatever is stored through the doors.
//!
//! Each window is counted. One beside which no session ran or no message came to anybody fails the bench, and so does one of the goals in which no reading of a session was stored.

use std::sync::Arc;
use std::time::Duration;

use sqlx::PgConnection;
use tokio::task::JoinSet;
use uuid::Uuid;

use crate::arrange::Bench;
use crate::limits;
use crate::report::Report;
use crate::talk::{self, PACE, PERIOD, ROOMS, SIDES, Tally};
use crate::unit::CHAIRS;

/// Until every side has its socket.
const PATIENCE: Duration = Duration::from_secs(60);

pub struct Beside {
    connection: PgConnection,
    /// The machines on which a session ran at the start.
    machines: Vec<Uuid>,
    tally: Arc<Tally>,
    sides: JoinSet<()>,
    windows: Vec<(&'static str, Counts)>,
}

/// What stands somewhere in the bench, or what came to it in one window.
#[derive(Clone, Copy)]
struct Counts {
    /// Sessions that run now, each with the machine that measures its patient.
    sessions: u64,
    /// Readings with the fields of a machine, of the machines of sessions.
    readings: u64,
    /// Messages sent, come to the other, and seen by the other.
    sent: u64,
    delivered: u64,
    seen: u64,
    /// Alarms raised, those that stood unanswered and were raised again included.
    alarms: u64,
}

impl Counts {
    /// What came since; of sessions, how many run.
    fn since(self, before: Self) -> Self {
        Self {
            sessions: self.sessions,
            readings: self.readings.saturating_sub(before.readings),
            sent: self.sent - before.sent,
            delivered: self.delivered - before.delivered,
            seen: self.seen - before.seen,
            alarms: self.alarms - before.alarms,
        }
    }
}

impl Beside {
    /// Begins the conversations; the sessions run already.
    pub async fn begin(bench: &Bench) -> Self {
        let tally = Arc::new(Tally::default());
        println!("Sitting {SIDES} people down at {ROOMS} conversations");
        let sides = talk::talk(bench, &tally).await;
        let machines = bench.devices.iter().filter(|device| device.is_machine);
        let beside = Self {
            connection: limits::superuser(bench).await,
            machines: machines.map(|device| device.id.0).collect(),
            tally,
            sides,
            windows: Vec::new(),
        };
        let waited = tokio::time::timeout(PATIENCE, async {
            while talk::now(&beside.tally.opened) < u64::from(SIDES) {
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
        });
        waited.await.expect("everybody is at their conversation");
        // Until the first of them have written.
        tokio::time::sleep(PERIOD * 2).await;
        beside
    }

    /// Measures `work` as a window of that name, and counts what went on beside it, its warm-up included. Names of goals begin with a G.
    pub async fn during<T>(&mut self, name: &'static str, work: impl Future<Output = T>) -> T {
        let before = self.counts().await;
        let result = work.await;
        let window = self.counts().await.since(before);
        assert!(
            self.sides.try_join_next().is_none(),
            "{name}: somebody left a conversation"
        );
        assert!(window.sessions > 0, "{name}: no dialysis session ran beside it");
        assert!(window.delivered > 0, "{name}: no message came to anybody beside it");
        assert!(
            !name.starts_with('G') || window.readings > 0,
            "{name}: no reading of a dialysis session was stored in it"
        );
        self.windows.push((name, window));
        result
    }

    async fn counts(&mut self) -> Counts {
        let (sessions, readings, alarms): (i64, i64, i64) = sqlx::query_as(
            "SELECT (SELECT count(*) FROM dialysis_session s
                      WHERE s.state = 'running'
                        AND EXISTS (SELECT FROM device_session m
                                     WHERE m.device_id = s.device_id AND m.patient_id = s.patient_id AND upper_inf(m.during))),
                    (SELECT count(*) FROM reading r WHERE r.device_id = ANY ($1) AND r.blood_flow IS NOT NULL),
                    (SELECT count(*) FROM alarm_event e WHERE e.event IN ('raised', 'again'))",
        )
        .bind(&self.machines)
        .fetch_one(&mut self.connection)
        .await
        .expect("what stands there");
        Counts {
            sessions: sessions.unsigned_abs(),
            readings: readings.unsigned_abs(),
            sent: talk::now(&self.tally.sent),
            delivered: talk::now(&self.tally.delivered),
            seen: talk::now(&self.tally.seen),
            alarms: alarms.unsigned_abs(),
        }
    }

    /// Ends the conversations, and writes down what went on beside the windows of each name: the least and the most in one of them.
    pub async fn end(mut self, report: &mut Report) {
        self.sides.shutdown().await;
        report.note(format!(
            "Beside every window of G1, G2, G5 and G6, and of the limits each is held against: dialysis sessions on {} machines of {CHAIRS} chairs, which post as a part of the load; \
             {ROOMS} conversations of two over their sockets, {PACE} messages a second in all, with typing and receipts; the limits of alarms. Below: in one window with its warm-up, the \
             least and the most. In all, somebody heard {} times that the other writes; {} wishes were refused; {} sockets were opened anew",
            self.machines.len(),
            talk::now(&self.tally.typing),
            talk::now(&self.tally.refused),
            talk::now(&self.tally.opened).saturating_sub(u64::from(SIDES)),
        ));
        let mut names: Vec<&'static str> = Vec::new();
        for (name, _) in &self.windows {
            if !names.contains(name) {
                names.push(name);
            }
        }
        for name in names {
            let windows: Vec<Counts> = self
                .windows
                .iter()
                .filter(|(of, _)| *of == name)
                .map(|(_, counts)| *counts)
                .collect();
            let range = |of: fn(&Counts) -> u64| -> String {
                let (least, most) = (windows.iter().map(of).min(), windows.iter().map(of).max());
                match (least, most) {
                    (Some(least), Some(most)) if least != most => format!("{least} to {most}"),
                    (least, _) => least.unwrap_or_default().to_string(),
                }
            };
            // What COPY wrote beside the doors is no work of a session.
            let readings = match name.starts_with('G') {
                true => format!("; readings of sessions stored {}", range(|window| window.readings)),
                false => String::new(),
            };
            report.note(format!(
                "Beside {name} ({} windows): sessions running {}; messages sent {}, delivered {}, seen {}; alarms raised {}{readings}",
                windows.len(),
                range(|window| window.sessions),
                range(|window| window.sent),
                range(|window| window.delivered),
                range(|window| window.seen),
                range(|window| window.alarms),
            ));
        }
    }
}
