//! The demo hospitals: filled once when the database is empty, with the people and devices of `server/demo`, and the day before now written through
//! the code of ingestion. `serve --demo` then plays the recordings on ([`play`]).

mod accounts;
mod day;
mod hospitals;
mod play;

use std::sync::Arc;

use hospital::db::{Database, DatabaseConfig};
use hospital::telemetry::retain_partitions;
use hospital::{Clock, House};

pub use accounts::accounts;
pub use play::{Simulator, play};

/// `wardlight seed`: fills an empty database, then ends.
pub async fn run() -> Result<(), String> {
    crate::logging::start();
    let database = Database::open(&DatabaseConfig::from_env())
        .await
        .map_err(|error| error.to_string())?;
    let house = House::new(database.app.clone(), database.ingest.clone(), Clock::system());
    let filled = match retain_partitions(&house, 32).await {
        Ok(_) => fill_if_empty(&house).await,
        Err(error) => Err(format!("Partitions for readings could not be made: {error}.")),
    };
    let closed = database.close().await.map_err(|error| error.to_string());
    filled.and(closed)
}

/// Fills the demo hospitals when there is none; says so on the terminal.
pub async fn fill_if_empty(house: &Arc<House>) -> Result<(), String> {
    let empty = hospital::organisation::is_empty(house)
        .await
        .map_err(|error| format!("The database could not be looked at: {error}."))?;
    if !empty {
        return Ok(());
    }
    super::say("Filling the demo hospitals: people, beds, devices, and a day of real recordings.");
    let now = house.clock.now();
    let since = now.plus_seconds(-86_400.0);
    for plan in hospitals::plans()? {
        let name = plan.name.clone();
        hospital::organisation::seed_hospital(house, plan, since)
            .await
            .map_err(|error| format!("{name} could not be made: {error}."))?;
    }
    day::write_day_before(house, now).await
}
