//! One connection, from hello to goodbye. It holds no queue of its own: what waits, waits in its outbox.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use axum::extract::ws::close_code;
use domain::actor::Actor;
use domain::live::{ToClient, ToServer, Topic};
use domain::patients::View;
use hospital::identity::sessions::{lives, touch};
use hospital::identity::{SessionKey, at_the_door, me};
use hospital::patients::Followed;
use hospital::{Ctx, HospitalError, devices, organisation, patients};
use tokio::time::{Instant, MissedTickBehavior, interval_at, timeout};
use uuid::Uuid;

use super::desk::Granted;
use super::follows::Follows;
use super::frame::{Encoding, Frame};
use super::hub::{Hub, Wish};
use super::line::{self, DEAD, End as Over, PING, RIGHTS_CHANGED, SIGNED_OUT, STUCK, Wishes};
use super::outbox::{Batch, End, Outbox};
use super::ws::{Error, Message, Socket};

/// From so many seconds before its end a session's pages are told when that is: with pings between, at least a minute before.
const WARNED: f64 = 75.0;
/// Topics that one connection may follow.
const MOST_TOPICS: usize = 16;

/// Serves one connection until either side ends it: who asks and from where.
pub(super) async fn serve(
    hub: Hub,
    (actor, address): (Actor, Option<String>),
    session: SessionKey,
    socket: Socket,
    encoding: Encoding,
) {
    let outbox = hub.enter(session);
    // Until a topic is authorised, a reader of the portal is shown nothing.
    let view = matches!(actor, Actor::Patient { .. } | Actor::Proxy { .. }).then(Shown::default);
    let mut connection = Connection {
        hub,
        actor,
        address,
        view,
        socket,
        encoding,
        outbox,
        follows: Arc::default(),
        heard: Instant::now(),
        wishes: Wishes::new(),
    };
    let Over(goodbye) = connection.run().await;
    if let Some((code, why)) = goodbye {
        line::close(&mut connection.socket, code, why).await;
    }
    let Connection {
        hub, outbox, follows, ..
    } = connection;
    // Before the hub lets go: a server that stops waits for connections, not for tasks.
    follows.end_all().await;
    hub.wish(Wish::Leave(outbox));
}

/// What the portal shows its reader, as of the last time a topic was authorised. All topics of one such reader are about one person.
type Shown = Arc<Mutex<View>>;

struct Connection {
    hub: Hub,
    actor: Actor,
    address: Option<String>,
    /// For readers of the portal: every frame that leaves passes through it.
    view: Option<Shown>,
    socket: Socket,
    encoding: Encoding,
    outbox: Arc<Outbox>,
    follows: Arc<Follows>,
    heard: Instant,
    wishes: Wishes,
}

impl Connection {
    /// Until the end; none when the other side has gone already.
    async fn run(&mut self) -> Over {
        let hello = ToClient::Hello {
            now: self.hub.house().clock.now(),
            run: self.hub.run(),
        };
        if let Err(end) = self.send(&Frame::new(hello)).await {
            return end;
        }
        self.watch_session(false);
        let mut ping = interval_at(Instant::now() + PING, PING);
        ping.set_missed_tick_behavior(MissedTickBehavior::Delay);
        loop {
            let outcome = tokio::select! {
                batch = self.outbox.next() => self.deliver(batch).await,
                message = self.socket.recv() => self.receive(message),
                _ = ping.tick() => self.ping().await,
            };
            if let Err(end) = outcome {
                return end;
            }
        }
    }

    async fn deliver(&mut self, batch: Batch) -> Result<(), Over> {
        let Batch {
            frames,
            recheck,
            lagging_since,
            end,
        } = batch;
        self.send_all(frames).await?;
        for topic in recheck {
            self.authorise(topic, None);
        }
        if let Some(end) = end {
            return Err(self.end(end).await);
        }
        if lagging_since.is_some() {
            self.hub.wish(Wish::Refresh(self.outbox.clone()));
        }
        Ok(())
    }

    async fn end(&mut self, end: End) -> Over {
        match end {
            End::SignedOut => {
                if let Err(end) = self.send(&Frame::new(ToClient::SignedOut)).await {
                    return end;
                }
                line::end(SIGNED_OUT, "signed out")
            }
            End::RightsChanged => {
                // What a page of the portal shows may be more than it may by now: told that its topic is denied, it asks for its record anew.
                if self.view.is_some() {
                    for topic in self.outbox.topics() {
                        if let Err(end) = self.send(&Frame::new(ToClient::Denied { topic })).await {
                            return end;
                        }
                    }
                }
                line::end(RIGHTS_CHANGED, "rights changed")
            }
            End::GoingAway => line::end(close_code::AWAY, "the server stops"),
            End::TryLater => line::end(close_code::AGAIN, "try again later"),
        }
    }

    fn receive(&mut self, message: Option<Result<Message, Error>>) -> Result<(), Over> {
        let wish = match message {
            None | Some(Ok(Message::Close(_))) => return Err(Over(None)),
            Some(Err(error)) => {
                tracing::debug!(%error, "a live connection broke");
                return Err(line::end(close_code::PROTOCOL, "not understood"));
            }
            Some(Ok(Message::Binary(bytes))) if self.encoding == Encoding::Postcard => {
                postcard::from_bytes(&bytes).ok()
            }
            Some(Ok(Message::Text(text))) if self.encoding == Encoding::Json => serde_json::from_str(&text).ok(),
            Some(Ok(Message::Ping(_) | Message::Pong(_))) => Some(ToServer::Pong),
            Some(Ok(Message::Binary(_) | Message::Text(_) | Message::Frame(_))) => None,
        };
        self.heard = Instant::now();
        match wish {
            None => Err(line::end(close_code::INVALID, "not understood")),
            Some(ToServer::Pong) => Ok(()),
            Some(ToServer::Here) => {
                self.wishes.pay()?;
                self.watch_session(true);
                Ok(())
            }
            Some(ToServer::Subscribe { topic, since }) => {
                self.wishes.pay()?;
                if !self.outbox.want(topic, MOST_TOPICS) {
                    return Err(line::end(close_code::POLICY, "too many topics"));
                }
                self.authorise(topic, since);
                Ok(())
            }
            Some(ToServer::Unsubscribe { topic }) => {
                self.wishes.pay()?;
                self.outbox.forget(topic);
                self.follows.over(topic);
                self.hub.wish(Wish::Unsubscribe {
                    outbox: self.outbox.clone(),
                    topic,
                });
                Ok(())
            }
        }
    }

    /// Asks for the right in a task of its own, so that the frames of other topics do not wait for the database, and so that a
    /// client that leaves does not cut the question in half.
    fn authorise(&self, topic: Topic, since: Option<(u64, u64)>) {
        let ctx = Ctx::new(self.hub.house().clone(), self.actor.clone(), Uuid::now_v7())
            .from_address(self.address.as_deref());
        let (hub, outbox) = (self.hub.clone(), self.outbox.clone());
        let (follows, shown) = (self.follows.clone(), self.view.clone());
        tokio::spawn(async move {
            // Never closed: a turn always comes.
            let turn = hub.asking().acquire().await.ok();
            let as_of = hub.changes();
            // In a box: while a turn is waited for, and five thousand do at once after a start, the task holds no room for it.
            let answer = Box::pin(follow(&ctx, topic)).await;
            drop(turn);
            match answer {
                Ok(Followed {
                    follow: begun,
                    seen,
                    of,
                    view,
                }) => {
                    // Before anything of it is told.
                    if let Some(shown) = shown {
                        *shown.lock().unwrap_or_else(PoisonError::into_inner) = view.unwrap_or_default();
                    }
                    follows.begun(topic, begun);
                    if !outbox.wants(topic) {
                        // Given up while the right was asked for.
                        follows.over(topic);
                    }
                    hub.wish(Wish::Subscribe {
                        outbox,
                        topic,
                        granted: Granted { seen, of, as_of },
                        since,
                    });
                }
                Err(error @ (HospitalError::SignIn | HospitalError::Denied(_) | HospitalError::NotFound)) => {
                    tracing::debug!(%error, "a topic was denied");
                    outbox.forget(topic);
                    follows.over(topic);
                    hub.wish(Wish::Unsubscribe {
                        outbox: outbox.clone(),
                        topic,
                    });
                    outbox.push(&Frame::new(ToClient::Denied { topic }), Instant::now());
                }
                Err(error) => {
                    tracing::warn!(%error, "whether a topic may be read could not be asked");
                    outbox.end(End::TryLater);
                }
            }
        });
    }

    async fn ping(&mut self) -> Result<(), Over> {
        if self.heard.elapsed() >= DEAD {
            return Err(line::end(close_code::AWAY, "nothing heard"));
        }
        self.watch_session(false);
        let (house, session) = (self.hub.house(), self.outbox.session);
        let now = house.clock.now();
        let ends = house.sessions.ends(session);
        let ping = Frame::new(ToClient::Ping {
            now,
            ends: ends.filter(|ends| ends.at.seconds_since(now) <= WARNED),
        });
        self.send(&ping).await
    }

    /// Ends the page when its session has, or may other things than when it came to the door: what ended or changed while this connection was opening told nobody
    /// here. Counts as seen only when a person is there.
    fn watch_session(&self, is_person: bool) {
        let (ctx, outbox) = (at_the_door(self.hub.house(), Uuid::now_v7()), self.outbox.clone());
        let before = self.actor.clone();
        tokio::spawn(async move {
            let session = match is_person {
                true => touch(&ctx, outbox.session).await,
                false => lives(&ctx, outbox.session).await,
            };
            match session {
                Ok(Some(session)) if me(ctx.house(), &session).0 == before => {}
                Ok(Some(_)) => outbox.end(End::RightsChanged),
                Ok(None) => outbox.end(End::SignedOut),
                Err(error) => tracing::debug!(%error, "the session of a live page could not be looked up"),
            }
        });
    }

    async fn send(&mut self, frame: &Arc<Frame>) -> Result<(), Over> {
        self.send_all(VecDeque::from([frame.clone()])).await
    }

    /// Writes the frames, each within [`STUCK`], and gives up when the outbox has been full for as long.
    async fn send_all(&mut self, frames: VecDeque<Arc<Frame>>) -> Result<(), Over> {
        let slow = || line::end(close_code::AGAIN, "too slow");
        for frame in frames {
            if self.outbox.lagging_since().is_some_and(|since| since.elapsed() > STUCK) {
                return Err(slow());
            }
            let frame = match &self.view {
                Some(shown) => frame.shown_to(&shown.lock().unwrap_or_else(PoisonError::into_inner)),
                None => frame,
            };
            match timeout(STUCK, self.socket.feed(frame.encoded(self.encoding))).await {
                Ok(Ok(())) => self.follows.told(frame.message()),
                Ok(Err(_)) => return Err(Over(None)),
                Err(_) => return Err(slow()),
            }
        }
        match timeout(STUCK, self.socket.flush()).await {
            Ok(Ok(())) => Ok(()),
            Ok(Err(_)) => Err(Over(None)),
            Err(_) => Err(slow()),
        }
    }
}

/// The verb that says who may follow a topic. It is recorded there, the beginning before this answers.
async fn follow(ctx: &Ctx, topic: Topic) -> Result<Followed, HospitalError> {
    match topic {
        Topic::Ward(ward) => organisation::follow_ward(ctx, ward).await,
        Topic::Patient(patient) => patients::follow(ctx, patient).await,
        Topic::Device(device) => devices::follow(ctx, device).await,
    }
}
