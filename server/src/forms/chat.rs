//! `/messages` and `/my/messages`: conversations, and one of them. A message goes without a script, too; `…/lines` answers the script of the page with what stands there, and
//! `…/count` the mark beside the bell. The socket: `live/chat`.

use app::bell;
use app::forms::Around;
use app::forms::chat::{self as view, About, Asked, Conversation};
use app::routes::{ChatPaths, PORTAL_CHAT, STAFF_CHAT, read_before_message, read_older};
use axum::extract::multipart::MultipartRejection;
use axum::extract::{Form, Multipart, Path, Query};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::on;
use domain::actor::Actor;
use domain::chat::Draft;
use domain::ids::{MessageId, RoomId};
use hospital::HospitalError;
use hospital::chat::{Upto, With, begin, list, may_write, mute, open, search, seen, send, send_with, unread};
use hospital::patients::Question;
use http::{HeaderValue, StatusCode, header};
use serde::Deserialize;
use uuid::Uuid;

use super::files::{self, taken};
use super::{Desk, id, unknown_act};
use crate::endpoint::Endpoint;
use crate::state::AppState;

/// The doors: the same for both sides, whose paths say whose session is read.
pub static ENDPOINTS: [Endpoint<AppState>; 16] = [
    Endpoint::get(STAFF_CHAT.page, |it| on(it, page)),
    Endpoint::post(STAFF_CHAT.page, |it| on(it, start)),
    Endpoint::get(STAFF_CHAT.count, |it| on(it, count)),
    Endpoint::get(STAFF_CHAT.room, |it| on(it, room)),
    Endpoint::post(STAFF_CHAT.room, |it| on(it, act)),
    Endpoint::get(STAFF_CHAT.lines, |it| on(it, lines)),
    Endpoint::post(STAFF_CHAT.files, |it| taken(on(it, attach))),
    Endpoint::get(STAFF_CHAT.file, |it| on(it, file)),
    Endpoint::get(PORTAL_CHAT.page, |it| on(it, page)),
    Endpoint::post(PORTAL_CHAT.page, |it| on(it, start)),
    Endpoint::get(PORTAL_CHAT.count, |it| on(it, count)),
    Endpoint::get(PORTAL_CHAT.room, |it| on(it, room)),
    Endpoint::post(PORTAL_CHAT.room, |it| on(it, act)),
    Endpoint::get(PORTAL_CHAT.lines, |it| on(it, lines)),
    Endpoint::post(PORTAL_CHAT.files, |it| taken(on(it, attach))),
    Endpoint::get(PORTAL_CHAT.file, |it| on(it, file)),
];

fn paths(desk: &Desk) -> ChatPaths {
    match desk.caller.actor {
        Actor::Patient { .. } | Actor::Proxy { .. } => PORTAL_CHAT,
        _ => STAFF_CHAT,
    }
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct From {
    before: String,
}

async fn page(desk: Desk, Query(from): Query<From>) -> Response {
    let (ctx, paths) = (desk.ctx(), paths(&desk));
    let before = read_older(&from.before);
    match desk.run(async move { list(&ctx, before).await }).await {
        Ok(rooms) => desk.page("Messages", Around::Frame, move || {
            view::page(paths, rooms, before.is_none())
        }),
        Err(error) => desk.refusal(error),
    }
}

/// With whom a conversation begins.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Whom {
    patient: String,
    doctor: String,
    colleague: String,
    device: String,
}

impl Whom {
    fn with(&self) -> With {
        match (self.patient.is_empty(), self.doctor.is_empty()) {
            (false, _) => With::Patient(id(&self.patient)),
            (true, false) => With::Doctor(id(&self.doctor)),
            (true, true) => With::Colleague(id(&self.colleague), id(&self.device)),
        }
    }
}

async fn start(desk: Desk, Form(whom): Form<Whom>) -> Response {
    let (ctx, paths) = (desk.ctx(), paths(&desk));
    match desk.run(async move { begin(&ctx, whom.with()).await }).await {
        Ok(room) => Redirect::to(&paths.room(room)).into_response(),
        Err(error) => desk.again(paths.page, error, &[]),
    }
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Known {
    /// The number that the mark shows.
    known: Option<u32>,
}

/// Nothing while nothing changed; else what stands in the mark.
async fn count(desk: Desk, Query(shown): Query<Known>) -> Response {
    let ctx = desk.ctx();
    let counted = desk.run(async move {
        unread(&ctx)
            .await?
            .ok_or(HospitalError::Denied(domain::access::Action::WriteChat.name()))
    });
    let mut answer = match counted.await {
        Ok(waiting) if shown.known == Some(waiting) => StatusCode::NO_CONTENT.into_response(),
        Ok(waiting) => bell::part(desk.locale(), bell::Counts::Messages, waiting).into_response(),
        Err(error) => return desk.refusal(error),
    };
    let headers = answer.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    answer
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Wanted {
    /// Older messages.
    before: String,
    /// A sealed question.
    search: String,
    /// The message that is about to be answered.
    answer: String,
    /// The message that is about to be corrected.
    correct: String,
}

impl Wanted {
    fn about(&self) -> About {
        let of = |text: &str| text.parse::<MessageId>().ok();
        match (of(&self.answer), of(&self.correct)) {
            (Some(message), _) => About::Answer(message),
            (None, Some(message)) => About::Correction(message),
            (None, None) => About::Anything,
        }
    }
}

async fn room(desk: Desk, Path(room): Path<RoomId>, Query(wanted): Query<Wanted>) -> Response {
    let (ctx, paths) = (desk.ctx(), paths(&desk));
    let (before, about) = (read_before_message(&wanted.before), wanted.about());
    let opened = desk.run(async move {
        let page = open(&ctx, room, before).await?;
        let question = Question::open(&ctx, &wanted.search).map(|question| question.typed);
        let asked = match question {
            Some(words) => Some(Asked {
                found: search(&ctx, room, &words).await?,
                words,
            }),
            None => None,
        };
        // The page shows it, so it was seen.
        if let (true, Some(last)) = (page.is_newest, page.lines.last()) {
            seen(&ctx, room, Upto::Read(last.id)).await?;
        }
        Ok((page, asked))
    });
    let script = crate::pages::assets(&desk.state).chat;
    match opened.await {
        Ok((page, asked)) => desk.page("Messages", Around::Frame, move || {
            view::room_page(Conversation {
                paths,
                page,
                about,
                asked,
                key: Uuid::now_v7(),
                script,
            })
        }),
        Err(error) => desk.refusal(error),
    }
}

/// What the script asks.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Looks {
    /// Whether somebody looks at the page: then what it shows was seen.
    seen: bool,
}

async fn lines(desk: Desk, Path(room): Path<RoomId>, Query(looks): Query<Looks>) -> Response {
    let (ctx, paths) = (desk.ctx(), paths(&desk));
    let opened = desk.run(async move {
        let page = open(&ctx, room, None).await?;
        if let Some(last) = page.lines.last() {
            let upto = if looks.seen {
                Upto::Read(last.id)
            } else {
                Upto::Delivered
            };
            seen(&ctx, room, upto).await?;
        }
        Ok(page)
    });
    match opened.await {
        Ok(page) => {
            let part = view::lines_part(desk.locale(), desk.state.house.clock.now(), paths, page);
            // A part of a page, which the script puts in: it has no end of a page (`drawing`), so it is none.
            let mut answer = part.into_response();
            let headers = answer.headers_mut();
            headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
            answer
        }
        Err(error) => desk.refusal(error),
    }
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Posted {
    act: String,
    text: String,
    urgent: String,
    answers: String,
    corrects: String,
    key: String,
    words: String,
}

impl Posted {
    fn draft(&self) -> Draft {
        let of = |text: &str| (!text.is_empty()).then(|| id::<MessageId>(text));
        Draft {
            text: self.text.clone(),
            is_urgent: !self.urgent.is_empty(),
            answers: of(&self.answers),
            corrects: of(&self.corrects),
            key: Uuid::parse_str(&self.key).ok(),
        }
    }
}

async fn act(desk: Desk, Path(room): Path<RoomId>, Form(posted): Form<Posted>) -> Response {
    let (ctx, paths) = (desk.ctx(), paths(&desk));
    let here = paths.room(room);
    match posted.act.as_str() {
        "send" => {
            let draft = posted.draft();
            let back = match (draft.answers, draft.corrects) {
                (Some(message), _) => paths.about(room, "answer", message),
                (None, Some(message)) => paths.about(room, "correct", message),
                (None, None) => here.clone(),
            };
            match desk.run(async move { send(&ctx, room, &draft).await }).await {
                Ok(message) => Redirect::to(&format!("{here}#m-{message}")).into_response(),
                Err(error) => desk.again(&back, error, &[("text", &posted.text)]),
            }
        }
        "mute" | "unmute" => {
            let is_muted = posted.act == "mute";
            let sentence = match is_muted {
                true => "You are no longer counted to by this conversation. What is urgent is told all the same.",
                false => "This conversation counts again.",
            };
            let done = desk.run(async move { mute(&ctx, room, is_muted).await.map(|()| sentence) });
            desk.back_to(&here, done.await, &[])
        }
        "find" => {
            let words = posted.words.trim().to_owned();
            let sealed = desk.run(async move {
                hospital::chat::follow(&ctx, room).await?;
                match words.is_empty() {
                    true => Ok(None),
                    false => Question::new(&words).seal(&ctx).map(Some),
                }
            });
            match sealed.await {
                Ok(Some(sealed)) => Redirect::to(&paths.found(room, &sealed)).into_response(),
                Ok(None) => Redirect::to(&here).into_response(),
                Err(error) => desk.refusal(error),
            }
        }
        _ => {
            // Whether there is such a conversation is for its two to know.
            let refused = desk.run(async move {
                hospital::chat::follow(&ctx, room).await?;
                Err::<(), _>(unknown_act())
            });
            match refused.await {
                Ok(()) => Redirect::to(&here).into_response(),
                Err(error) => desk.again(&here, error, &[]),
            }
        }
    }
}

/// A message with a file. Whether somebody may write here is decided before anything of it is read.
async fn attach(desk: Desk, Path(room): Path<RoomId>, form: Result<Multipart, MultipartRejection>) -> Response {
    let (ctx, paths) = (desk.ctx(), paths(&desk));
    let here = paths.room(room);
    let asking = desk.ctx();
    if let Err(error) = desk.run(async move { may_write(&asking, room).await }).await {
        return desk.again(&here, error, &[]);
    }
    let sent = match files::read(form).await {
        Ok(sent) => sent,
        Err(error) => return desk.again(&here, error, &[]),
    };
    let said = sent.of("said").to_owned();
    let draft = Draft {
        text: said.clone(),
        key: Uuid::parse_str(sent.of("key")).ok(),
        ..Draft::default()
    };
    let written = desk.run(async move { send_with(&ctx, room, &draft, &sent.file()?).await });
    match written.await {
        Ok(message) => Redirect::to(&format!("{here}#m-{message}")).into_response(),
        Err(error) => desk.again(&here, error, &[("said", &said)]),
    }
}

async fn file(desk: Desk, Path((room, message)): Path<(RoomId, MessageId)>) -> Response {
    let ctx = desk.ctx();
    match desk
        .run(async move { hospital::chat::file(&ctx, room, message).await })
        .await
    {
        Ok(file) => files::answer(file),
        Err(error) => desk.refusal(error),
    }
}
