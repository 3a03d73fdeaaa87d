//! `/hospital/on-call`: who is called when nobody answers. `/hospital/alarm-budget`: how many alarms there are, and how many nobody answered.

use app::forms::{Around, alarm_budget, on_call as view};
use app::routes;
use axum::extract::{Form, Query};
use axum::response::Response;
use axum::routing::on;
use domain::access::Action;
use domain::alerts::Lane;
use domain::ids::WardId;
use domain::on_call::typed::{PlanTyped, ShiftTyped, StandInTyped};
use hospital::on_call::{self, table};
use serde::Deserialize;

use super::{Desk, id, person, unknown_act};
use crate::endpoint::Endpoint;
use crate::state::AppState;

/// The doors.
pub static ENDPOINTS: [Endpoint<AppState>; 3] = [
    Endpoint::get(routes::ON_CALL, |it| on(it, page)),
    Endpoint::post(routes::ON_CALL, |it| on(it, act)),
    Endpoint::get(routes::ALARM_BUDGET, |it| on(it, budget)),
];

/// What is said when something has ended.
const ENDED: &str = "It holds no longer; that it did stays known.";

/// One of the acts `add-shift`, `end-shift`, `stand-in`, `end-stand-in`, `plan`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
struct Posted {
    act: String,
    id: String,
    ward: String,
    person: String,
    rank: String,
    when: String,
    day: String,
    from: String,
    until: String,
    reason: String,
    first: String,
    second: String,
    third: String,
    medium_from: String,
    medium_until: String,
    low_from: String,
    low_until: String,
}

impl Posted {
    /// A ward, or the whole house.
    fn place(&self) -> Option<WardId> {
        (!self.ward.is_empty()).then(|| id(&self.ward))
    }

    fn kept(&self) -> [(&'static str, String); 16] {
        [
            ("act", self.act.clone()),
            ("ward", self.ward.clone()),
            ("person", self.person.clone()),
            ("rank", self.rank.clone()),
            ("when", self.when.clone()),
            ("day", self.day.clone()),
            ("from", self.from.clone()),
            ("until", self.until.clone()),
            ("reason", self.reason.clone()),
            ("first", self.first.clone()),
            ("second", self.second.clone()),
            ("third", self.third.clone()),
            ("medium_from", self.medium_from.clone()),
            ("medium_until", self.medium_until.clone()),
            ("low_from", self.low_from.clone()),
            ("low_until", self.low_until.clone()),
        ]
    }
}

async fn page(desk: Desk) -> Response {
    let ctx = desk.ctx();
    match desk.run(async move { table(&ctx).await }).await {
        Ok(found) => desk.page("On call", Around::Frame, || view::page(found)),
        Err(error) => desk.refusal(error),
    }
}

async fn act(desk: Desk, Form(posted): Form<Posted>) -> Response {
    let ctx = desk.ctx();
    let kept = posted.kept();
    let done = desk
        .run(async move {
            let place = posted.place();
            let who = person(&ctx, Action::SetOnCall, &posted.person).await?;
            match posted.act.as_str() {
                "add-shift" => {
                    let typed = ShiftTyped {
                        rank: posted.rank,
                        when: posted.when,
                        from: posted.from,
                        until: posted.until,
                    };
                    let added = on_call::add_shift(&ctx, place, who, &typed).await;
                    added.map(|()| "They are on call in these hours every week.")
                }
                "stand-in" => {
                    let typed = StandInTyped {
                        rank: posted.rank,
                        day: posted.day,
                        from: posted.from,
                        until: posted.until,
                        reason: posted.reason,
                    };
                    let added = on_call::stand_in(&ctx, place, who, &typed).await;
                    added.map(|()| "They stand in.")
                }
                "plan" => {
                    let typed = PlanTyped {
                        first: posted.first,
                        second: posted.second,
                        third: posted.third,
                        medium_from: posted.medium_from,
                        medium_until: posted.medium_until,
                        low_from: posted.low_from,
                        low_until: posted.low_until,
                    };
                    let set = on_call::set_plan(&ctx, place, &typed).await;
                    set.map(|()| "It holds from now on.")
                }
                // The days of one line of the page, each a shift of its own.
                "end-shift" => {
                    for shift in posted.id.split(',').take(7) {
                        on_call::end_shift(&ctx, id(shift)).await?;
                    }
                    Ok(ENDED)
                }
                "end-stand-in" => on_call::end_stand_in(&ctx, id(&posted.id)).await.map(|()| ENDED),
                _ => Err(unknown_act()),
            }
        })
        .await;
    desk.back_to(routes::ON_CALL, done, &kept)
}

/// Of how many days, and of which lane of alarms; of both where it names none.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Period {
    days: String,
    lane: String,
}

async fn budget(desk: Desk, Query(period): Query<Period>) -> Response {
    let ctx = desk.ctx();
    let (days, lane) = (period.days.parse().ok(), Lane::parse(&period.lane));
    match desk
        .run(async move { hospital::alerts::budget(&ctx, days).await })
        .await
    {
        Ok(found) => desk.page("Alarm budget", Around::Frame, || alarm_budget::page(found, lane)),
        Err(error) => desk.refusal(error),
    }
}
