//! `/devices/{device}` and `/hospital/machines`: machines that are kept, and the water for dialysis.

mod documents;
pub(super) mod machine;
mod whole;
mod work;

use app::routes;
use axum::routing::on;

use super::files::taken;
use crate::endpoint::Endpoint;
use crate::state::AppState;

/// The doors.
pub static ENDPOINTS: [Endpoint<AppState>; 25] = [
    Endpoint::get("/devices/{device}", |it| on(it, machine::console)),
    Endpoint::post("/devices/{device}", |it| on(it, machine::act)),
    Endpoint::get("/devices/{device}/now", |it| on(it, machine::now)),
    Endpoint::get("/devices/{device}/maintenance", |it| on(it, machine::maintenance)),
    Endpoint::post("/devices/{device}/maintenance", |it| on(it, machine::maintain)),
    Endpoint::get("/devices/{device}/disinfection", |it| on(it, machine::disinfections)),
    Endpoint::post("/devices/{device}/disinfection", |it| on(it, machine::disinfect)),
    Endpoint::get("/devices/{device}/documents", |it| on(it, documents::page)),
    Endpoint::post("/devices/{device}/documents", |it| taken(on(it, documents::add))),
    Endpoint::post("/devices/{device}/documents/remove", |it| on(it, documents::remove)),
    Endpoint::get("/devices/{device}/documents/{document}", |it| on(it, documents::file)),
    Endpoint::get("/devices/{device}/work/{work}", |it| on(it, work::page)),
    Endpoint::post("/devices/{device}/work/{work}", |it| on(it, work::act)),
    Endpoint::get("/devices/{device}/gaps", |it| on(it, machine::gaps)),
    Endpoint::get("/devices/{device}/log", |it| on(it, machine::log)),
    Endpoint::get("/devices/{device}/label", |it| on(it, machine::label)),
    Endpoint::get("/devices/{device}/edit", |it| on(it, machine::edit)),
    Endpoint::post("/devices/{device}/edit", |it| on(it, machine::change)),
    Endpoint::get("/hospital/data-quality", |it| on(it, whole::quality)),
    Endpoint::get("/hospital/machines", |it| on(it, whole::fleet)),
    Endpoint::get(routes::MACHINES_NOW, |it| on(it, whole::fleet_now)),
    Endpoint::get("/hospital/machines/register", |it| on(it, whole::form)),
    Endpoint::post("/hospital/machines/register", |it| on(it, whole::register)),
    Endpoint::get("/hospital/machines/water", |it| on(it, whole::water)),
    Endpoint::post("/hospital/machines/water", |it| on(it, whole::act_on_water)),
];
