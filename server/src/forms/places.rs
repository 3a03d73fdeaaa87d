//! `/hospital/places`: wards, beds and chairs, set up by who runs the hospital. `/hospital/places/{ward}`: one ward, and the machines that stand there.

use app::forms::{Around, places as view};
use app::routes;
use axum::extract::{Form, Path};
use axum::response::Response;
use axum::routing::on;
use domain::ids::WardId;
use domain::invalid::Invalid;
use domain::organisation::places::ChairTyped;
use hospital::HospitalError;
use hospital::devices::machines;
use hospital::organisation::places;
use serde::Deserialize;

use super::devices::machine::{PLACED, TAKEN_AWAY};
use super::{Desk, id, unknown_act};
use crate::endpoint::Endpoint;
use crate::state::AppState;

/// The doors.
pub static ENDPOINTS: [Endpoint<AppState>; 4] = [
    Endpoint::get(routes::PLACES, |it| on(it, page)),
    Endpoint::post(routes::PLACES, |it| on(it, add)),
    Endpoint::get("/hospital/places/{ward}", |it| on(it, ward_page)),
    Endpoint::post("/hospital/places/{ward}", |it| on(it, act)),
];

/// What is said when a place is out of use.
const RETIRED: &str = "It is retired. What happened there stays to be known.";
/// And when it was changed.
const CHANGED: &str = "What changed is saved.";

async fn page(desk: Desk) -> Response {
    let ctx = desk.ctx();
    match desk.run(async move { places::places(&ctx).await }).await {
        Ok(found) => desk.page("Wards, beds and chairs", Around::Frame, || view::page(found)),
        Err(error) => desk.refusal(error),
    }
}

/// One more ward.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Added {
    act: String,
    name: String,
}

async fn add(desk: Desk, Form(typed): Form<Added>) -> Response {
    let ctx = desk.ctx();
    let kept = [("act", typed.act.clone()), ("name", typed.name.clone())];
    let made = desk.run(async move { places::add_ward(&ctx, &typed.name).await }).await;
    match made {
        Ok(ward) => desk.done(&routes::places_of(ward), "The ward is made. Give it beds or chairs."),
        Err(error) => desk.back_to(routes::PLACES, Err(error), &kept),
    }
}

async fn ward_page(desk: Desk, Path(ward): Path<WardId>) -> Response {
    let ctx = desk.ctx();
    match desk.run(async move { places::ward_places(&ctx, ward).await }).await {
        Ok(found) => desk.page("Beds and chairs of a ward", Around::Frame, || view::ward::page(found)),
        Err(error) => desk.refusal(error),
    }
}

/// One of the acts `rename-ward`, `retire-ward`, `add-bed`, `retire-bed`, `add-chair`, `change-chair`, `retire-chair`, `place`, `take-away`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
struct Posted {
    act: String,
    /// Which of the page's forms it was.
    row: String,
    /// The bed or chair.
    id: String,
    name: String,
    number: String,
    isolation: String,
    hdf: String,
    reason: String,
    device: String,
    place: String,
}

impl Posted {
    fn kept(&self) -> [(&'static str, String); 9] {
        [
            ("act", self.act.clone()),
            ("row", self.row.clone()),
            ("name", self.name.clone()),
            ("number", self.number.clone()),
            ("isolation", self.isolation.clone()),
            ("hdf", self.hdf.clone()),
            ("reason", self.reason.clone()),
            ("device", self.device.clone()),
            ("place", self.place.clone()),
        ]
    }

    fn chair(&self) -> ChairTyped {
        ChairTyped {
            name: self.name.clone(),
            isolation: self.isolation.clone(),
            hdf: self.hdf.clone(),
        }
    }
}

async fn act(desk: Desk, Path(ward): Path<WardId>, Form(posted): Form<Posted>) -> Response {
    let ctx = desk.ctx();
    let kept = posted.kept();
    let is_end = posted.act == "retire-ward";
    let done = desk
        .run(async move {
            match posted.act.as_str() {
                "rename-ward" => places::rename_ward(&ctx, ward, &posted.name).await.map(|()| CHANGED),
                "retire-ward" => places::retire_ward(&ctx, ward, &posted.reason).await.map(|()| RETIRED),
                "add-bed" => places::add_bed(&ctx, ward, &posted.number)
                    .await
                    .map(|()| "The bed is there, and on the board of the ward."),
                "retire-bed" => places::retire_bed(&ctx, ward, id(&posted.id), &posted.reason)
                    .await
                    .map(|()| RETIRED),
                "add-chair" => places::add_chair(&ctx, ward, &posted.chair())
                    .await
                    .map(|()| "The chair is there, and in the diary."),
                "change-chair" => places::change_chair(&ctx, ward, id(&posted.id), &posted.chair())
                    .await
                    .map(|()| CHANGED),
                "retire-chair" => places::retire_chair(&ctx, ward, id(&posted.id), &posted.reason)
                    .await
                    .map(|()| RETIRED),
                "place" => {
                    let put = machines::place(&ctx, id(&posted.device), id(&posted.place)).await;
                    match put {
                        // Nothing was chosen, and nothing of that kind is there.
                        Err(HospitalError::NotFound) if posted.device.is_empty() => {
                            Err(HospitalError::Invalid(vec![Invalid::new(
                                "device",
                                "Choose a machine of the list.",
                            )]))
                        }
                        put => put.map(|()| PLACED),
                    }
                }
                "take-away" => machines::take_away(&ctx, id(&posted.device)).await.map(|()| TAKEN_AWAY),
                _ => Err(unknown_act()),
            }
        })
        .await;
    // A ward that is retired has no page any more.
    let to = match (&done, is_end) {
        (Ok(_), true) => routes::PLACES.to_owned(),
        _ => routes::places_of(ward),
    };
    desk.back_to(&to, done, &kept)
}
