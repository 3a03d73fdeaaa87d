//! The keys of a database, for the commands that need a house.

use std::error::Error;
use std::sync::Arc;

use hospital::Keys;
use hospital::db::Database;
use hospital::keys::{KeySetting, Purpose};

/// Opens the keys of this database; says so on the terminal when the demo has just got a master key.
///
/// Errors: a sentence that says what is missing or wrong, and how to mend it.
pub async fn open(database: &Database, setting: &KeySetting, purpose: Purpose) -> Result<Keys, String> {
    let (service, made) = setting.open(purpose).map_err(|error| sentence(&error))?;
    if let Some(file) = made {
        super::say(&format!("A master key for this demo was made: {}", file.display()));
    }
    Keys::load(&database.app, Arc::new(service)).await.map_err(|error| {
        format!(
            "The secrets of this database could not be opened: {error}. They open only with the master key under which they were made: set \
             WARDLIGHT_MASTER_KEY_FILE to it."
        )
    })
}

/// An error and its causes in one line.
pub fn sentence(error: &dyn Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(deeper) = cause {
        text = format!("{text}: {deeper}");
        cause = deeper.source();
    }
    text
}
