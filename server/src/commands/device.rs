//! Tokens of devices, made and revoked on the command line.

use domain::ids::DeviceId;
use hospital::db::{Database, DatabaseConfig};
use hospital::keys::{KeySetting, Purpose};
use hospital::{Clock, House};
use secrecy::ExposeSecret;

/// Makes a token and prints it, once.
pub async fn token(device: &str) -> Result<(), String> {
    let device = parse(device)?;
    let (house, database) = open().await?;
    let made = hospital::devices::make_token(&house, device).await;
    close(database).await;
    let token = made.map_err(|error| format!("No token was made: {error}."))?;
    super::say(token.expose_secret());
    Ok(())
}

/// Revokes every token of a device.
pub async fn revoke(device: &str) -> Result<(), String> {
    let device = parse(device)?;
    let (house, database) = open().await?;
    let revoked = hospital::devices::revoke_tokens(&house, device).await;
    close(database).await;
    let revoked = revoked.map_err(|error| format!("No token was revoked: {error}."))?;
    super::say(&format!(
        "{revoked} token(s) revoked; the server refuses them within a second"
    ));
    Ok(())
}

fn parse(device: &str) -> Result<DeviceId, String> {
    device.parse().map_err(|_| "The device is named by its id, such as 9c2e71c2-c1ba-573b-885a-204c8f43339a; server/demo/devices.csv has those of the demo.".to_owned())
}

async fn open() -> Result<(std::sync::Arc<House>, Database), String> {
    let config = DatabaseConfig::from_env();
    let database = Database::join(&config).await.map_err(|error| error.to_string())?;
    let setting = KeySetting::from_env(&config.data_dir);
    match super::keys::open(&database, &setting, Purpose::Command).await {
        Ok(keys) => Ok((
            House::new(database.app.clone(), database.ingest.clone(), Clock::system(), keys),
            database,
        )),
        Err(sentence) => {
            close(database).await;
            Err(sentence)
        }
    }
}

async fn close(database: Database) {
    if let Err(error) = database.close().await {
        super::complain(&error.to_string());
    }
}
