//! Conversations that go on: rooms of a doctor and a patient, both at their sockets as their pages are. They write in turns, tell each other that they write, and say of what came that
//! they saw it. What a socket says: `server/docs/chat.md`.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use domain::actor::Actor;
use domain::ids::{PatientId, RoomId};
use futures::{SinkExt, StreamExt};
use hospital::chat::{With, begin};
use hospital::{Ctx, care};
use serde_json::{Value, json};
use tokio::task::JoinSet;
use tokio::time::{Instant, Interval, MissedTickBehavior, interval_at};
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async};
use uuid::Uuid;

use crate::arrange::{ADDR, Bench, DOCTORS, PATIENTS, doctor, patient};
use crate::limits;
use crate::unit::enter;

/// Conversations.
pub const ROOMS: u32 = DOCTORS as u32 * PATIENTS as u32;
/// People who are at one.
pub const SIDES: u32 = ROOMS * 2;
/// Messages a second, of all of them.
pub const PACE: u32 = 20;
/// Between two messages of one person: 12 a minute, of which a server takes 30.
pub const PERIOD: Duration = Duration::from_millis(1_000 * SIDES as u64 / PACE as u64);
/// A socket that was closed is opened anew after a moment.
const AGAIN: Duration = Duration::from_secs(1);
const SAID: &str =
    "The weight this morning was two kilograms above the dry weight, and the ankles are a little swollen.";

type Socket = WebSocketStream<MaybeTlsStream<tokio::net::TcpStream>>;

/// What was said and heard since the start.
#[derive(Default)]
pub struct Tally {
    /// Hellos: one for each socket that was opened.
    pub opened: AtomicU64,
    /// Messages that somebody sent.
    pub sent: AtomicU64,
    /// Messages that came to the other's socket.
    pub delivered: AtomicU64,
    /// Messages of which their writer heard that the other saw them.
    pub seen: AtomicU64,
    /// How often somebody heard that the other writes.
    pub typing: AtomicU64,
    /// What the server did not do.
    pub refused: AtomicU64,
}

/// What stands in a tally now.
pub fn now(count: &AtomicU64) -> u64 {
    count.load(Ordering::Relaxed)
}

fn add(count: &AtomicU64, more: u64) {
    count.fetch_add(more, Ordering::Relaxed);
}

/// One person at one conversation.
struct Side {
    path: String,
    cookie: String,
    me: &'static str,
    /// When in a period it is their turn.
    turn: u32,
}

/// Makes the rooms and sits both sides down; they talk until the set is dropped.
pub async fn talk(bench: &Bench, tally: &Arc<Tally>) -> JoinSet<()> {
    let rooms = rooms(bench).await;
    let begins = Instant::now() + PERIOD;
    let mut sides = JoinSet::new();
    for (turn, room) in (0..ROOMS).zip(rooms) {
        // The two of a room write half a period apart.
        let doctor = Side {
            path: format!("/ws/chat/{}", room.id),
            cookie: room.doctor,
            me: "doctor",
            turn,
        };
        let patient = Side {
            path: format!("/my/ws/chat/{}", room.id),
            cookie: room.patient,
            me: "patient",
            turn: ROOMS + turn,
        };
        sides.spawn(sit(doctor, tally.clone(), begins));
        sides.spawn(sit(patient, tally.clone(), begins));
    }
    sides
}

/// A room with the sessions of the two.
struct Room {
    id: RoomId,
    doctor: String,
    patient: String,
}

/// Each doctor takes over their patients, as a doctor on duty does, and begins a conversation with each.
async fn rooms(bench: &Bench) -> Vec<Room> {
    let mut connection = limits::superuser(bench).await;
    let mut rooms = Vec::new();
    for number in 1..=DOCTORS {
        let account = doctor(number);
        let who = enter(&bench.house, &account).await;
        let ctx = Ctx::of_worker(&bench.house, Actor::staff(who.user, who.hospital, who.roles));
        let cookie = bench.sign_in(&account).await;
        for bed in (number - 1) * PATIENTS + 1..=number * PATIENTS {
            let (account, hospital_number) = patient(bed);
            let whom: Uuid = sqlx::query_scalar("SELECT patient_id FROM registration WHERE hospital_number = $1")
                .bind(hospital_number)
                .fetch_one(&mut connection)
                .await
                .expect("a patient");
            care::take_over(&ctx, PatientId(whom))
                .await
                .expect("a patient of theirs");
            rooms.push(Room {
                id: begin(&ctx, With::Patient(PatientId(whom))).await.expect("a room"),
                doctor: cookie.clone(),
                patient: bench.sign_in(&account).await,
            });
        }
    }
    rooms
}

/// Sits at one side until the task is ended. What the server closed is opened anew, as a page does.
async fn sit(side: Side, tally: Arc<Tally>, begins: Instant) {
    let mut half = interval_at(begins + PERIOD * side.turn / SIDES, PERIOD / 2);
    // Turns stay spread over the period, also after a server that stood still.
    half.set_missed_tick_behavior(MissedTickBehavior::Skip);
    loop {
        if let Some(socket) = open(&side).await {
            speak(socket, &side, &mut half, &tally).await;
        }
        tokio::time::sleep(AGAIN).await;
    }
}

async fn open(side: &Side) -> Option<Socket> {
    let mut request = format!("ws://{ADDR}{}", side.path)
        .into_client_request()
        .expect("a request");
    let headers = request.headers_mut();
    headers.insert("origin", format!("http://{ADDR}").parse().expect("an origin"));
    headers.insert("cookie", side.cookie.parse().expect("a cookie"));
    connect_async(request).await.ok().map(|(socket, _)| socket)
}

/// Says each half of a period that one writes, or what one wrote, and answers what comes. Ends when the server closes.
async fn speak(mut socket: Socket, side: &Side, half: &mut Interval, tally: &Tally) {
    let mut writes = false;
    loop {
        let wish = tokio::select! {
            frame = socket.next() => match frame {
                Some(Ok(Message::Text(text))) => answer(&text, side.me, tally),
                Some(Ok(Message::Ping(_) | Message::Pong(_))) => None,
                _ => return,
            },
            _ = half.tick() => {
                writes = !writes;
                Some(if writes {
                    json!("typing")
                } else {
                    add(&tally.sent, 1);
                    json!({ "send": { "text": SAID, "key": Uuid::now_v7() } })
                })
            }
        };
        let Some(wish) = wish else { continue };
        if socket.send(Message::text(wish.to_string())).await.is_err() {
            return;
        }
    }
}

/// Counts what was heard; what came from the other is seen, and a ping is answered.
fn answer(text: &str, me: &str, tally: &Tally) -> Option<Value> {
    let told: Value = serde_json::from_str(text).ok()?;
    let (kind, what) = told.as_object()?.iter().next()?;
    let is_of_other = what["by"] != me;
    match kind.as_str() {
        "hello" => add(&tally.opened, 1),
        "message" if is_of_other => {
            add(&tally.delivered, 1);
            return Some(json!({ "read": { "message": what["id"] } }));
        }
        "seen" if is_of_other && what["read"] == true => {
            add(&tally.seen, what["messages"].as_array().map_or(0, Vec::len) as u64);
        }
        "typing" if is_of_other => add(&tally.typing, 1),
        "refused" => add(&tally.refused, 1),
        "ping" => return Some(json!("pong")),
        _ => {}
    }
    None
}
