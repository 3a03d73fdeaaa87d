//! `wardlight rotate-keys`: wraps every key anew under the highest version in the key file, while the server serves.

use hospital::db::{Database, DatabaseConfig};
use hospital::keys::{KeySetting, Purpose};
use hospital::{Clock, House};

/// Wraps everything anew, and says what became of it.
pub async fn run() -> Result<(), String> {
    crate::logging::start();
    let config = DatabaseConfig::from_env();
    let database = Database::join(&config).await.map_err(|error| error.to_string())?;
    let rotated = rotate(&database, &KeySetting::from_env(&config.data_dir)).await;
    let closed = database.close().await.map_err(|error| error.to_string());
    rotated.and_then(|told| closed.map(|()| super::say(&told)))
}

async fn rotate(database: &Database, setting: &KeySetting) -> Result<String, String> {
    let keys = super::keys::open(database, setting, Purpose::Command).await?;
    let house = House::new(database.app.clone(), database.ingest.clone(), Clock::system(), keys);
    let done = hospital::keys::rotate(&house).await.map_err(|error| {
        format!(
            "The keys were not all wrapped anew: {}. Run this again; what is done is done.",
            super::keys::sentence(&error)
        )
    })?;
    Ok(format!(
        "Version {} of the master key wraps everything in this database: {} key(s) of patients and {} secret(s) of the house were wrapped anew.\n\
         Lower versions may leave the key file once every server has read the new one; backups made before open only with them.",
        done.version, done.patients, done.secrets
    ))
}
