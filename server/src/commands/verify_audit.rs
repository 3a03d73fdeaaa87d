//! `wardlight verify-audit`: is the trace what was sealed? Names what is not, and ends with 1 then. It may run beside a server.

use std::time::Instant;

use hospital::audit::{Checkpoints, Report, verify};
use hospital::db::{Database, DatabaseConfig};
use hospital::keys::{KeySetting, Purpose};
use hospital::{Clock, House};

use crate::config::checkpoints_file;

/// Verifies and reports.
///
/// Errors: a sentence with how many faults there are; each was named before. Or what kept it from verifying.
pub async fn run() -> Result<(), String> {
    let config = DatabaseConfig::from_env();
    let setting = KeySetting::from_env(&config.data_dir);
    let database = Database::join(&config).await.map_err(|error| error.to_string())?;
    let verified = verified(&database, &setting, &config).await;
    let closed = database.close().await.map_err(|error| error.to_string());
    verified.and(closed)
}

async fn verified(database: &Database, setting: &KeySetting, config: &DatabaseConfig) -> Result<(), String> {
    let keys = super::keys::open(database, setting, Purpose::Command).await?;
    let house = House::new(database.app.clone(), database.ingest.clone(), Clock::system(), keys);
    let checkpoints = Checkpoints::at(checkpoints_file(&config.data_dir), house.audit.keys().clone());
    let begun = Instant::now();
    let report = verify(&house, &checkpoints)
        .await
        .map_err(|error| format!("The audit could not be verified: {error}."))?;
    super::say(&summary(&report, begun.elapsed().as_secs_f64()));
    // Who runs the hospitals sees it on their pages, until it was verified anew. That it could not be told keeps nothing of the report back.
    if let Err(error) = hospital::system_alerts::audit_verified(&house, report.is_clean()).await {
        tracing::warn!(%error, "what was found could not be told on pages");
    }
    match faults(&report) {
        None => Ok(()),
        Some(sentence) => Err(sentence),
    }
}

/// What was walked.
pub fn summary(report: &Report, seconds: f64) -> String {
    let mut text = format!(
        "{} entries verified in {seconds:.1} s against {} checkpoints; {} wait to be sealed.",
        report.sealed, report.checkpoints, report.waiting
    );
    if report.unmarked > 0 {
        text.push_str(&format!(
            " {} are from before entries were marked: they are as they were sealed, but who wrote them cannot be told.",
            report.unmarked
        ));
    }
    text
}

/// Every fault by name, and how many there are; none when all is as it was sealed.
pub fn faults(report: &Report) -> Option<String> {
    if report.is_clean() {
        return None;
    }
    let named: String = report.faults.iter().map(|fault| format!("  {fault}\n")).collect();
    let count = report.faults.len() as u64 + report.more;
    let more = match report.more {
        0 => String::new(),
        more => format!("  and {more} more\n"),
    };
    Some(format!(
        "The audit is not as it was sealed: {count} fault(s).\n{named}{more}Keep the database and the checkpoints as they are, and tell whoever is in charge of privacy."
    ))
}
