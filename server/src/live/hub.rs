//! The hub: one task that owns the desk and feeds it with events, wishes of connections, and sessions that ended.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use domain::live::Topic;
use hospital::House;
use hospital::identity::sessions::Why;
use hospital::identity::{EndedSession, SessionKey};
use hospital::patients::News;
use hospital::telemetry::{Event, Seen};
use tokio::sync::{Semaphore, broadcast, mpsc, oneshot};
use tokio::time::Instant;

use super::desk::{Changes, Desk, Granted, Source};
use super::outbox::{End, Outbox};
use super::topic::Standing;

/// Events taken at a time, before the desk tells what is due.
const BATCH: usize = 256;
/// How often unused topics are looked for.
const SWEEP: Duration = Duration::from_secs(10);
/// How long a stop waits for connections to say goodbye.
const LAST: Duration = Duration::from_secs(2);

/// Rights asked for at a time. After a restart every page comes back at once, and pages want the database too.
const ASKING: usize = 4;

/// What connections wish of the hub.
pub(super) enum Wish {
    Enter(Arc<Outbox>),
    Leave(Arc<Outbox>),
    Subscribe {
        outbox: Arc<Outbox>,
        topic: Topic,
        granted: Granted,
        since: Option<(u64, u64)>,
    },
    Unsubscribe {
        outbox: Arc<Outbox>,
        topic: Topic,
    },
    /// The outbox has refused frames, and its reader has read all the others.
    Refresh(Arc<Outbox>),
    EndAll(oneshot::Sender<()>),
}

/// The live hub. A handle: cloning it shares the one hub.
#[derive(Clone)]
pub struct Hub(Arc<Inner>);

struct Inner {
    house: Arc<House>,
    run: u64,
    wishes: mpsc::UnboundedSender<Wish>,
    connections: AtomicU64,
    changes: Changes,
    asking: Semaphore,
}

impl Source for Arc<House> {
    fn standing(&self, topic: Topic, seen: Seen) -> Standing {
        let patients = match topic {
            Topic::Ward(ward) => self.now.patients_of_ward(ward),
            Topic::Patient(patient) => self.now.patient(patient, seen).into_iter().collect(),
            Topic::Device(device) => self.now.device(device).into_iter().collect(),
        };
        let ids: Vec<_> = patients.iter().map(|patient| patient.patient).collect();
        let mut alarms = self.now.open_alarms(&ids, seen);
        if let Topic::Device(device) = topic {
            alarms.retain(|alarm| alarm.device == device);
        }
        Standing { patients, alarms }
    }
}

impl Hub {
    /// Starts the task over what `house` tells. One hub in a house: a second would hear nothing.
    pub fn start(house: Arc<House>) -> Self {
        let (wishes, line) = mpsc::unbounded_channel();
        // Microseconds since 1970 fit into a JSON number that every client can hold.
        let run = u64::try_from(house.clock.now().0).unwrap_or(1);
        let desk = Desk::new(house.clone(), run);
        let changes = desk.changes();
        let events = house.now.events().unwrap_or_else(|| {
            tracing::error!("the live hub was started twice; this one hears nothing");
            mpsc::unbounded_channel().1
        });
        tokio::spawn(work(desk, events, line, house.sessions.ended(), house.rights.news()));
        Self(Arc::new(Inner {
            house,
            run,
            wishes,
            connections: AtomicU64::new(0),
            changes,
            asking: Semaphore::new(ASKING),
        }))
    }

    /// Says goodbye to every connection (1001), so that pages connect to whoever comes next; waits two seconds at most.
    pub async fn close_all(&self) {
        let (done, all_left) = oneshot::channel();
        self.wish(Wish::EndAll(done));
        if tokio::time::timeout(LAST, all_left).await.is_err() {
            tracing::info!("some live connections were cut off");
        }
    }

    pub(super) fn house(&self) -> &Arc<House> {
        &self.0.house
    }

    /// Whose turn it is to ask for a right; the turn ends when it is dropped.
    pub(super) fn asking(&self) -> &Semaphore {
        &self.0.asking
    }

    pub(super) fn run(&self) -> u64 {
        self.0.run
    }

    /// How many changes of rights were heard of: take it before a right is asked for ([`Granted::as_of`]).
    pub(super) fn changes(&self) -> u64 {
        self.0.changes.heard()
    }

    pub(super) fn enter(&self, session: SessionKey) -> Arc<Outbox> {
        let outbox = Outbox::new(self.0.connections.fetch_add(1, Ordering::Relaxed), session);
        self.wish(Wish::Enter(outbox.clone()));
        outbox
    }

    pub(super) fn wish(&self, wish: Wish) {
        if self.0.wishes.send(wish).is_err() {
            tracing::error!("the live hub has stopped");
        }
    }
}

impl fmt::Debug for Hub {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Hub").field("run", &self.0.run).finish_non_exhaustive()
    }
}

async fn work<S: Source>(
    mut desk: Desk<S>,
    mut events: mpsc::UnboundedReceiver<Event>,
    mut wishes: mpsc::UnboundedReceiver<Wish>,
    mut ended: broadcast::Receiver<EndedSession>,
    mut rights: broadcast::Receiver<News>,
) {
    let mut batch: Vec<Event> = Vec::with_capacity(BATCH);
    let mut sweep = tokio::time::interval(SWEEP);
    let mut goodbye: Option<oneshot::Sender<()>> = None;
    let (mut events_open, mut ended_open, mut rights_open) = (true, true, true);
    loop {
        let due = desk.due(Instant::now());
        tokio::select! {
            taken = events.recv_many(&mut batch, BATCH), if events_open => events_open = taken > 0,
            wish = wishes.recv() => match wish {
                Some(wish) => goodbye = grant(&mut desk, wish).or(goodbye),
                None => return,
            },
            session = ended.recv(), if ended_open => {
                // Whoever entered before it ended hears of it too.
                while let Ok(wish) = wishes.try_recv() {
                    goodbye = grant(&mut desk, wish).or(goodbye);
                }
                match session {
                    Ok(EndedSession { key, why: Why::Over, .. }) => desk.end_session(key),
                    Ok(EndedSession { key, why: Why::Changed, .. }) => desk.rights_changed(key),
                    // Too many ended at once to hear each: all connect again, and the door asks who may.
                    Err(broadcast::error::RecvError::Lagged(_)) => desk.end_all(End::RightsChanged),
                    Err(broadcast::error::RecvError::Closed) => ended_open = false,
                }
            }
            news = rights.recv(), if rights_open => match news {
                Ok(News::Of(patient)) => desk.ask_anew(patient, Instant::now()),
                // Of anybody, or of too many to hear each: everybody connects again, and each topic is asked for.
                Ok(News::Everybody) | Err(broadcast::error::RecvError::Lagged(_)) => desk.ask_everybody(),
                Err(broadcast::error::RecvError::Closed) => rights_open = false,
            },
            () = until(due), if due.is_some() => {}
            _ = sweep.tick() => desk.sweep(Instant::now()),
        }
        let now = Instant::now();
        for event in batch.drain(..) {
            desk.take(&event, now);
        }
        desk.flush(now);
        if desk.connections() == 0
            && let Some(done) = goodbye.take()
            && done.send(()).is_err()
        {
            tracing::debug!("nobody waits for the last connection any more");
        }
    }
}

/// Does what a connection wishes; answers who waits for the last goodbye.
fn grant<S: Source>(desk: &mut Desk<S>, wish: Wish) -> Option<oneshot::Sender<()>> {
    let now = Instant::now();
    match wish {
        Wish::Enter(outbox) => desk.enter(outbox),
        Wish::Leave(outbox) => desk.leave(&outbox, now),
        Wish::Subscribe {
            outbox,
            topic,
            granted,
            since,
        } => desk.subscribe(&outbox, topic, granted, since, now),
        Wish::Unsubscribe { outbox, topic } => desk.unsubscribe(&outbox, topic, now),
        Wish::Refresh(outbox) => desk.refresh(&outbox, now),
        Wish::EndAll(done) => {
            desk.end_all(End::GoingAway);
            return Some(done);
        }
    }
    None
}

async fn until(due: Option<Instant>) {
    if let Some(due) = due {
        tokio::time::sleep_until(due).await;
    }
}
