//! What an alert says in the reader's language, and what its words are called.

use domain::system_alerts::{Condition, Severity, Shown, Type};
use ui::lang::{self, key, say, tell, word};

/// The sentence: what somebody wrote, in the reader's language where it was written in it; or what the house found.
pub fn sentence(alert: &Shown) -> String {
    match alert.condition {
        None => alert.message(lang::locale().tag()).unwrap_or_default().to_owned(),
        Some(Condition::Clock) => tell(say::system_alert_clock(alert.device.as_str())),
        Some(Condition::Mail) => word(key::SYSTEM_ALERT_MAIL).to_owned(),
        Some(Condition::Jobs) => word(key::SYSTEM_ALERT_JOBS).to_owned(),
        Some(Condition::AuditBroken) => word(key::SYSTEM_ALERT_AUDIT_BROKEN).to_owned(),
        Some(Condition::AuditLate) => word(key::SYSTEM_ALERT_AUDIT_LATE).to_owned(),
        Some(Condition::Readings) => word(key::SYSTEM_ALERT_READINGS).to_owned(),
    }
}

/// What a type is called.
pub fn kind(kind: Type) -> &'static str {
    word(match kind {
        Type::Maintenance => key::SYSTEM_ALERT_TYPE_MAINTENANCE,
        Type::Outage => key::SYSTEM_ALERT_TYPE_OUTAGE,
        Type::Safety => key::SYSTEM_ALERT_TYPE_SAFETY,
        Type::Information => key::SYSTEM_ALERT_TYPE_INFORMATION,
    })
}

/// How much it matters.
pub fn severity(severity: Severity) -> &'static str {
    word(match severity {
        Severity::Information => key::SYSTEM_ALERT_INFORMATION,
        Severity::Warning => key::SYSTEM_ALERT_WARNING,
        Severity::Critical => key::SYSTEM_ALERT_CRITICAL,
    })
}

/// The look of its chip. Colours are for what patients need; so only a critical one has any.
pub const fn look(severity: Severity) -> &'static str {
    match severity {
        Severity::Information => "line",
        Severity::Warning => "neutral",
        Severity::Critical => "medium",
    }
}
