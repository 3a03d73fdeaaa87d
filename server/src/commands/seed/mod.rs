//! The demo hospitals: filled once when the database is empty, with the people and devices of `server/demo`, and the day before now written through
//! the code of ingestion. `serve --demo` then plays the recordings on ([`play`]).

mod accounts;
mod background;
mod continuous;
mod critical;
mod cuff;
mod curves;
mod day;
mod dialysis;
mod diary;
mod files;
mod gateway;
mod hospitals;
mod limits;
mod machines;
mod on_call;
mod play;
mod system_alerts;
mod talk;
mod turning;

use std::sync::Arc;

use domain::time::Moment;
use hospital::db::{Database, DatabaseConfig};
use hospital::keys::{KeySetting, Purpose};
use hospital::organisation::SeedHospital;
use hospital::telemetry::retain_partitions;
use hospital::{Clock, House};

pub use accounts::accounts;
pub use play::{Simulator, play};
pub use turning::turn;

/// `wardlight seed`: fills an empty database, then ends.
pub async fn run() -> Result<(), String> {
    crate::logging::start();
    let config = DatabaseConfig::from_env();
    let database = Database::open(&config).await.map_err(|error| error.to_string())?;
    let filled = fill(&database, &KeySetting::from_env(&config.data_dir)).await;
    let closed = database.close().await.map_err(|error| error.to_string());
    filled.and(closed)
}

async fn fill(database: &Database, setting: &KeySetting) -> Result<(), String> {
    let keys = super::keys::open(database, setting, Purpose::Demo).await?;
    let house = House::new(database.app.clone(), database.ingest.clone(), Clock::system(), keys);
    retain_partitions(&house, 32)
        .await
        .map_err(|error| format!("Partitions for readings could not be made: {error}."))?;
    fill_if_empty(&house).await
}

/// Fills the demo hospitals when there is none, and goes on where an earlier start was stopped; says so on the terminal. A database with other
/// hospitals is left alone.
///
/// The small hospital comes last, after the day of the large one: when it is there, all is.
pub async fn fill_if_empty(house: &Arc<House>) -> Result<(), String> {
    let known = hospital::organisation::hospital_names(house)
        .await
        .map_err(|error| format!("The database could not be looked at: {error}."))?;
    let (large, small) = hospitals::plans()?;
    let begun = known.contains(&large.name);
    if begun || known.is_empty() {
        hospital::organisation::mark_demo(house)
            .await
            .map_err(|error| format!("The database could not be marked as a demo: {error}."))?;
    }
    if known.contains(&small.name) || !(known.is_empty() || begun) {
        return Ok(());
    }
    super::say("Filling the demo hospitals: people, beds, devices, and a day of real recordings.");
    let now = house.clock.now();
    if !begun {
        make(house, large, now).await?;
    }
    continuous::write(house, now).await?;
    day::write_day_before(house, now).await?;
    background::write(house).await?;
    talk::write(house).await?;
    dialysis::write(house).await?;
    machines::write(house).await?;
    limits::write(house).await?;
    curves::write(house).await?;
    on_call::write(house).await?;
    system_alerts::write(house).await?;
    dialysis::begin_the_day(house).await?;
    turning::catch_up(house).await?;
    critical::write(house).await?;
    diary::write(house).await?;
    gateway::write(house).await?;
    make(house, small, now).await
}

async fn make(house: &Arc<House>, plan: SeedHospital, now: Moment) -> Result<(), String> {
    let name = plan.name.clone();
    let made = hospital::organisation::seed_hospital(house, plan, now.plus_seconds(-86_400.0)).await;
    made.map(drop)
        .map_err(|error| format!("{name} could not be made: {error}."))
}
