//! One connection to one conversation, from hello to goodbye.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::ws::close_code;
use domain::actor::Actor;
use domain::chat::Party;
use domain::time::rfc3339;
use hospital::chat::{Room, Seat, Told, Upto, follow, message, open, seen, send};
use hospital::identity::sessions::touch;
use hospital::identity::{SessionKey, at_the_door};
use hospital::patients::News;
use hospital::{Ctx, HospitalError, House, tokens};
use secrecy::{ExposeSecret, SecretString};
use tokio::sync::broadcast::error::RecvError;
use tokio::time::{Instant, MissedTickBehavior, interval_at};
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use super::super::line::{self, DEAD, End, PING, RIGHTS_CHANGED, SIGNED_OUT, Wishes, close, end, leaves};
use super::super::ws::{Error, Message, Socket};
use super::wire::{Message as Shown, Tells, Wish};
use app::routes::read_before_message;

/// That somebody writes is told once in this time.
const WRITING: Duration = Duration::from_secs(2);

/// By what the reader is known.
pub(super) enum Proof {
    /// A browser's session.
    Session(SessionKey),
    /// A program's access token; it lives ten minutes, and the connection no longer.
    Token(SecretString),
}

pub(super) struct Connection {
    house: Arc<House>,
    actor: Actor,
    address: Option<String>,
    proof: Proof,
    room: Room,
    seat: Seat,
    socket: Socket,
    heard: Instant,
    wishes: Wishes,
    wrote: Option<Instant>,
}

impl Connection {
    /// Serves one connection until either side ends it.
    pub(super) async fn serve(
        house: Arc<House>,
        (actor, address, proof): (Actor, Option<String>, Proof),
        room: Room,
        mut socket: Socket,
        stopping: CancellationToken,
    ) {
        let me = match (&actor, room.side) {
            (_, Some(side)) => room.party(side),
            (actor, None) => actor.user().map(Party::Staff),
        };
        let other = room.side.and_then(|_| room.party(room.other()));
        let seat = me.and_then(|me| house.talk.enter(room.id, me, other));
        let Some(seat) = seat else {
            close(&mut socket, close_code::POLICY, "too many conversations").await;
            return;
        };
        let mut connection = Self {
            house,
            actor,
            address,
            proof,
            room,
            seat,
            socket,
            heard: Instant::now(),
            wishes: Wishes::new(),
            wrote: None,
        };
        let End(goodbye) = connection.run(stopping).await;
        if let Some((code, why)) = goodbye {
            close(&mut connection.socket, code, why).await;
        }
    }

    async fn run(&mut self, stopping: CancellationToken) -> End {
        // Before anything is told: what changes from here on is heard.
        let (mut rights, mut ended) = (self.house.rights.news(), self.house.sessions.ended());
        if let Err(end) = self.begin().await {
            return end;
        }
        let mut ping = interval_at(Instant::now() + PING, PING);
        ping.set_missed_tick_behavior(MissedTickBehavior::Delay);
        loop {
            let outcome = tokio::select! {
                told = self.seat.next() => match told {
                    Some(told) => self.tell(told).await,
                    None => Err(end(close_code::AGAIN, "too slow")),
                },
                wish = self.socket.recv() => self.receive(wish).await,
                news = rights.recv() => match news {
                    Ok(News::Of(patient)) if self.room.patient.as_ref().is_none_or(|(of, _)| *of != patient) => Ok(()),
                    Err(RecvError::Closed) => Ok(()),
                    _ => self.stay().await,
                },
                over = ended.recv() => match over {
                    Ok(over) if !self.is_of(over.key) => Ok(()),
                    Err(RecvError::Closed) => Ok(()),
                    _ => self.stay().await,
                },
                _ = ping.tick() => self.ping().await,
                () = stopping.cancelled() => Err(end(close_code::AWAY, "the server stops")),
            };
            if let Err(end) = outcome {
                return end;
            }
        }
    }

    fn ctx(&self) -> Ctx {
        Ctx::new(self.house.clone(), self.actor.clone(), Uuid::now_v7()).from_address(self.address.as_deref())
    }

    /// Hello, and the newest messages, which have come to a screen by that.
    async fn begin(&mut self) -> Result<(), End> {
        let (ctx, room) = (self.ctx(), self.room.id);
        let opened = hospital::run(async move {
            let page = open(&ctx, room, None).await?;
            seen(&ctx, room, Upto::Delivered).await?;
            Ok(page)
        });
        let page = opened.await.map_err(|error| leaves(&error))?;
        let hello = Tells::hello(self.house.clock.now(), &page.room, page.is_here);
        self.send(&hello).await?;
        self.send(&Tells::history(page)).await
    }

    /// A message is read under the reader's own rights before it is told, and has come to a screen by that.
    async fn tell(&mut self, told: Told) -> Result<(), End> {
        if matches!(told, Told::Writing(by) if Some(by) == self.room.side) {
            return Ok(());
        }
        let Told::Message(id) = told else {
            return match Tells::told(told) {
                Some(tells) => self.send(&tells).await,
                None => Ok(()),
            };
        };
        let (ctx, room) = (self.ctx(), self.room.id);
        let mine = self.room.side;
        let read = hospital::run(async move {
            let (room, line) = message(&ctx, room, id).await?;
            if Some(line.side) != mine {
                seen(&ctx, room.id, Upto::Delivered).await?;
            }
            Ok(line)
        });
        let line = read.await.map_err(|error| leaves(&error))?;
        self.send(&Tells::Message(Shown::of(&self.room, line))).await
    }

    async fn receive(&mut self, wish: Option<Result<Message, Error>>) -> Result<(), End> {
        let wish = match wish {
            None | Some(Ok(Message::Close(_))) => return Err(End(None)),
            Some(Err(error)) => {
                tracing::debug!(%error, "the socket of a conversation broke");
                return Err(end(close_code::PROTOCOL, "not understood"));
            }
            Some(Ok(Message::Text(text))) => serde_json::from_str(&text).ok(),
            Some(Ok(Message::Ping(_) | Message::Pong(_))) => Some(Wish::Pong),
            Some(Ok(Message::Binary(_) | Message::Frame(_))) => None,
        };
        self.heard = Instant::now();
        let Some(wish) = wish else {
            return Err(end(close_code::INVALID, "not understood"));
        };
        if !matches!(wish, Wish::Pong) {
            self.wishes.pay()?;
        }
        self.grant(wish).await
    }

    async fn grant(&mut self, wish: Wish) -> Result<(), End> {
        let (ctx, room) = (self.ctx(), self.room.id);
        match wish {
            Wish::Pong => Ok(()),
            Wish::Here => self.person().await,
            Wish::Typing => {
                let Some(side) = self.room.side.filter(|_| self.room.is_open) else {
                    return Ok(());
                };
                if self.wrote.is_none_or(|at| at.elapsed() >= WRITING) {
                    self.wrote = Some(Instant::now());
                    self.house.talk.tell(room, &Told::Writing(side));
                }
                Ok(())
            }
            Wish::Send(written) => {
                let key = written.key;
                let draft = written.draft();
                let sent = hospital::run(async move { send(&ctx, room, &draft).await }).await;
                self.wrote = None;
                let answer = match &sent {
                    Ok(message) => Tells::Sent { key, message: *message },
                    Err(error) => Tells::refused(key, error),
                };
                self.send(&answer).await?;
                self.person().await
            }
            Wish::Read { message } => {
                let read = hospital::run(async move { seen(&ctx, room, Upto::Read(message)).await });
                match read.await {
                    Ok(_) => Ok(()),
                    Err(error) => self.send(&Tells::refused(None, &error)).await,
                }
            }
            Wish::History { before } => {
                let Some(before) = read_before_message(&before) else {
                    return self.send(&Tells::refused(None, &HospitalError::NotFound)).await;
                };
                let page = hospital::run(async move { open(&ctx, room, Some(before)).await });
                let page = page.await.map_err(|error| leaves(&error))?;
                self.send(&Tells::history(page)).await
            }
        }
    }

    /// A person is there: their session has been seen.
    async fn person(&mut self) -> Result<(), End> {
        let Proof::Session(key) = &self.proof else {
            return Ok(());
        };
        let (key, door) = (*key, at_the_door(&self.house, Uuid::now_v7()));
        match hospital::run(async move { touch(&door, key).await }).await {
            Ok(None) => Err(end(SIGNED_OUT, "signed out")),
            _ => Ok(()),
        }
    }

    async fn ping(&mut self) -> Result<(), End> {
        if self.heard.elapsed() >= DEAD {
            return Err(end(close_code::AWAY, "nothing heard"));
        }
        self.stay().await?;
        let now = rfc3339(self.house.clock.now());
        self.send(&Tells::Ping { now }).await
    }

    /// Whether this is the reader's session. A program has none, and is asked for at each ping.
    fn is_of(&self, session: SessionKey) -> bool {
        matches!(&self.proof, Proof::Session(key) if *key == session)
    }

    /// Asks again whether the reader is who they were, and may have this room open.
    async fn stay(&mut self) -> Result<(), End> {
        let known = match &self.proof {
            Proof::Session(key) => line::holder(&self.house, *key).await,
            Proof::Token(token) => match tokens::who(&self.house, token.expose_secret()).await {
                Ok(caller) => Ok(Some(caller.actor)),
                Err(HospitalError::SignIn) => Ok(None),
                Err(error) => Err(error),
            },
        };
        line::still(&self.actor, known)?;
        let (ctx, room) = (self.ctx(), self.room.id);
        let room = hospital::run(async move { follow(&ctx, room).await });
        let room = room.await.map_err(|error| leaves(&error))?;
        // Whether it may be written to stands on the page: it begins anew.
        if room.is_open != self.room.is_open || room.side != self.room.side {
            return Err(end(RIGHTS_CHANGED, "rights changed"));
        }
        Ok(())
    }

    async fn send(&mut self, tells: &Tells) -> Result<(), End> {
        line::send(&mut self.socket, Message::Text(tells.text().into())).await
    }
}
