//! `/patients/{patient}/dialysis/sessions/{session}`: one session at the chair.

use app::forms::Around;
use app::forms::dialysis::{chair as view, hand_over as paper, running};
use app::routes;
use axum::extract::{Form, Path, Query};
use axum::response::Response;
use domain::ids::{DeviceId, PatientId};
use domain::units::Quantity;
use hospital::dialysis::amend;
use hospital::dialysis::chair::{self, Chair, Looks};
use hospital::dialysis::notes::{self, Amended};
use hospital::dialysis::replan;
use hospital::dialysis::steps::{self, Looked};
use hospital::dialysis::urea;
use hospital::patients::identity::{Identity, open_identity};
use hospital::telemetry::Recorder;
use hospital::{Ctx, Result};
use leptos::prelude::AnyView;
use serde::Deserialize;
use uuid::Uuid;

use super::posted::Posted;
use crate::forms::{Desk, unknown_act};

pub(super) async fn page(desk: Desk, path: Path<(PatientId, Uuid)>) -> Response {
    let script = crate::pages::assets(&desk.state).again;
    draw(desk, path, "Session", move |identity, chair| {
        view::page(identity, chair, &script)
    })
    .await
}

/// What moves of it, for the page that is open: the values of now, or the pressures since the start.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Moving {
    part: String,
}

pub(super) async fn now(
    desk: Desk,
    Path((id, session)): Path<(PatientId, Uuid)>,
    Query(moving): Query<Moving>,
) -> Response {
    let ctx = desk.ctx();
    let is_course = moving.part == "course";
    let looks = if is_course {
        Looks::FollowsCourse
    } else {
        Looks::Follows
    };
    match desk
        .run(async move { chair::look(&ctx, id, session, looks).await })
        .await
    {
        Ok(chair) => desk.part(|| match is_course {
            true => running::course_moves(&chair),
            false => running::moves(&chair),
        }),
        Err(error) => desk.refusal(error),
    }
}

pub(super) async fn hand_over(desk: Desk, path: Path<(PatientId, Uuid)>) -> Response {
    draw(desk, path, "Hand-over", paper::page).await
}

async fn draw(
    desk: Desk,
    Path((id, session)): Path<(PatientId, Uuid)>,
    title: &'static str,
    view: impl FnOnce(Identity, Chair) -> AnyView,
) -> Response {
    let ctx = desk.ctx();
    let opened = desk.run(async move {
        let chair = chair::open(&ctx, id, session).await?;
        Ok((open_identity(&ctx, id).await?, chair))
    });
    match opened.await {
        Ok((identity, chair)) => desk.page(title, Around::Frame, || view(identity, chair)),
        Err(error) => desk.refusal(error),
    }
}

pub(super) async fn act(
    desk: Desk,
    Path((id, session)): Path<(PatientId, Uuid)>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Response {
    let (ctx, posted) = (desk.ctx(), Posted::from(pairs));
    let (kept, recorder) = (posted.clone(), desk.state.recorder.clone());
    let done = desk
        .run(async move { take(&ctx, &recorder, (id, session), &posted).await })
        .await;
    desk.back_to(&routes::dialysis_session_of(id, session), done, &kept.kept())
}

/// The numbers of these forms that people read in more than one unit.
const IN_UNITS: [(&str, Quantity); 3] = [
    ("weight", Quantity::Weight),
    ("temperature", Quantity::Temperature),
    ("glucose", Quantity::Glucose),
];

/// One step or one note, by the form that was sent.
async fn take(
    ctx: &Ctx,
    recorder: &Recorder,
    (id, session): (PatientId, Uuid),
    posted: &Posted,
) -> Result<&'static str> {
    let (note, at) = (posted.of("note"), posted.of("at"));
    let beside = posted.beside(&IN_UNITS);
    match posted.of("act") {
        "check_in" => steps::check_in(ctx, id, session, at)
            .await
            .map(|()| "They are checked in."),
        "machine" => steps::choose_machine(ctx, id, session, DeviceId(posted.id("device")))
            .await
            .map(|()| "The machine is chosen."),
        "let_go" => steps::let_go(ctx, id, session, posted.of("reason"), note)
            .await
            .map(|()| "It is written down that they go without a treatment."),
        "absent" => steps::did_not_attend(ctx, id, session, posted.of("reason"), note)
            .await
            .map(|()| "It is written down that they did not come."),
        "look" => {
            let seen = Looked {
                prescription: posted.id("prescription"),
                access: posted.id("access"),
            };
            steps::look(ctx, id, session, seen, (&posted.typed(), at), &beside)
                .await
                .map(|()| "It is written down. A second person confirms it.")
        }
        "confirm" => steps::confirm(ctx, id, session, posted.id("before"), at)
            .await
            .map(|()| "It is confirmed. The session may start."),
        "start" => steps::start(ctx, recorder, id, session, (posted.of("above"), at))
            .await
            .map(|()| "The session runs."),
        "target" => replan::set_target(ctx, id, session, &posted.typed())
            .await
            .map(|()| "It is planned anew. What was planned before stays to be read."),
        "exchange" => {
            let device = DeviceId(posted.id("device"));
            replan::exchange(ctx, recorder, id, session, (device, &posted.typed()))
                .await
                .map(|()| "They are on the other machine, which measures them from now on.")
        }
        "observe" => notes::observe(ctx, id, session, (&posted.typed(), at), &beside)
            .await
            .map(|()| WRITTEN),
        "look_access" => notes::look_at_access(ctx, id, session, &posted.typed())
            .await
            .map(|()| WRITTEN),
        "intervene" => notes::intervene(ctx, id, session, &posted.typed(), at)
            .await
            .map(|()| WRITTEN),
        "event" => notes::note_event(ctx, id, session, &posted.typed(), at)
            .await
            .map(|()| WRITTEN),
        "give" => notes::give(ctx, id, session, &posted.typed(), at)
            .await
            .map(|()| "It is written down. Another person witnesses it."),
        "witness" => notes::witness(ctx, id, session, posted.id("id"))
            .await
            .map(|()| "It is witnessed."),
        "urea" => {
            let seen = match posted.of("taken") {
                "post" => posted.id("seen_post"),
                _ => posted.id("seen_pre"),
            };
            let seen = Some(seen).filter(|seen| !seen.is_nil());
            urea::write(ctx, id, session, seen, &posted.typed())
                .await
                .map(|()| "The urea is written down.")
        }
        "lot" => notes::use_lot(ctx, id, session, &posted.typed())
            .await
            .map(|()| WRITTEN),
        "end" => steps::end(ctx, recorder, id, session, None, (note, at))
            .await
            .map(|()| ENDED),
        "end_early" => steps::end(ctx, recorder, id, session, Some(posted.of("early")), (note, at))
            .await
            .map(|()| ENDED),
        "after" => steps::look_after(ctx, id, session, &posted.typed(), &beside)
            .await
            .map(|()| "It is written down. A doctor signs it."),
        "sign" => steps::sign(ctx, id, session, posted.of("seen"), note)
            .await
            .map(|()| "It is signed: what was written stays as it is."),
        "amend_number" => amend::number(ctx, id, session, &posted.typed())
            .await
            .map(|()| "The amendment is added. Both numbers stay."),
        "amend" => {
            let amended = Amended {
                old_text: posted.of("old_text").to_owned(),
                new_text: posted.of("new_text").to_owned(),
                reason: posted.of("reason").to_owned(),
            };
            notes::amend(ctx, id, session, &amended)
                .await
                .map(|()| "The amendment is added. Both texts stay.")
        }
        _ => Err(unknown_act()),
    }
}

const WRITTEN: &str = "It is written down.";
const ENDED: &str = "The session has ended. Write down what is looked at afterwards.";
