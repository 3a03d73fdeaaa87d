//! What the house tells those whom it concerns: planned maintenance, an outage, a maker's safety notice. Somebody writes it, or the house finds it itself.
//!
//! # Adding a condition that the house finds
//! A line in [`Condition`], its name in the constraint `system_alert_condition_known` (a migration), its sentence in the word files and in `app::forms::system_alerts::words`, and where it
//! is found in `hospital::system_alerts::watch`.

pub mod typed;

use crate::actor::Role;
use crate::ids::WardId;
use crate::time::Moment;
use uuid::Uuid;

/// For so long before it begins planned maintenance stands at the top of pages, in seconds: a day, so that every shift before it has read it.
pub const AHEAD: f64 = 86_400.0;

/// What sort of thing it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Type {
    /// Something will be out of use for a while, on purpose.
    Maintenance,
    /// Something is out of use.
    Outage,
    /// The maker of a machine warns.
    Safety,
    /// Good to know.
    Information,
}

impl Type {
    /// Every type, in the order of the form.
    pub const ALL: [Self; 4] = [Self::Maintenance, Self::Outage, Self::Safety, Self::Information];

    /// The name in the database and in forms.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Maintenance => "maintenance",
            Self::Outage => "outage",
            Self::Safety => "safety",
            Self::Information => "information",
        }
    }

    /// The type of that name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name() == name)
    }

    /// From when it stands at the top of pages.
    pub fn shown_from(self, starts: Moment) -> Moment {
        match self {
            Self::Maintenance => starts.plus_seconds(-AHEAD),
            _ => starts,
        }
    }
}

/// How much it matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// It can be read at leisure.
    Information,
    /// Work goes on otherwise than usual.
    Warning,
    /// Patients may come to harm where it is not known: nobody puts it away.
    Critical,
}

impl Severity {
    /// Every severity, the least first.
    pub const ALL: [Self; 3] = [Self::Information, Self::Warning, Self::Critical];

    /// The name in the database and in forms.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Information => "information",
            Self::Warning => "warning",
            Self::Critical => "critical",
        }
    }

    /// The severity of that name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name() == name)
    }

    /// Whether a reader may put it away.
    pub const fn may_be_put_away(self) -> bool {
        !matches!(self, Self::Critical)
    }

    /// Whether those who work here are told beside the banner.
    pub const fn is_told(self) -> bool {
        !matches!(self, Self::Information)
    }
}

/// What the house finds itself, raises, and resolves when it is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Condition {
    /// No mail has gone out for a while although some wait.
    Mail,
    /// Work that was left for later is not taken up.
    Jobs,
    /// The trace is not as it was sealed.
    AuditBroken,
    /// Sealing the trace is behind.
    AuditLate,
    /// The line of readings is nearly full: the database does not keep up.
    Readings,
    /// The clock of a machine is ahead.
    Clock,
}

impl Condition {
    /// Every condition.
    pub const ALL: [Self; 6] = [
        Self::Mail,
        Self::Jobs,
        Self::AuditBroken,
        Self::AuditLate,
        Self::Readings,
        Self::Clock,
    ];

    /// The name in the database.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Mail => "mail",
            Self::Jobs => "jobs",
            Self::AuditBroken => "audit_broken",
            Self::AuditLate => "audit_late",
            Self::Readings => "readings",
            Self::Clock => "clock",
        }
    }

    /// The condition of that name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name() == name)
    }

    /// How much it matters.
    pub const fn severity(self) -> Severity {
        match self {
            Self::AuditBroken | Self::Readings => Severity::Critical,
            Self::Mail | Self::Jobs | Self::AuditLate | Self::Clock => Severity::Warning,
        }
    }

    /// Whom it affects: who can mend it, and who must know that what they see may be late.
    pub const fn roles(self) -> &'static [Role] {
        match self {
            Self::Mail | Self::Jobs | Self::AuditBroken | Self::AuditLate => &[Role::HospitalAdmin, Role::SuperAdmin],
            Self::Readings => &[
                Role::Doctor,
                Role::Nurse,
                Role::Technician,
                Role::HospitalAdmin,
                Role::SuperAdmin,
            ],
            Self::Clock => &[Role::Technician, Role::HospitalAdmin],
        }
    }
}

/// Whom something affects.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whom {
    /// Everybody, the portal too.
    Everybody,
    /// Whoever has one of these roles.
    Roles(Vec<Role>),
    /// Whoever is on duty on this ward.
    Ward(WardId),
}

/// One alert as its readers see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// Which.
    pub id: Uuid,
    /// Its type.
    pub kind: Type,
    /// How much it matters.
    pub severity: Severity,
    /// What somebody wrote, by language, in the order of [`typed::LANGUAGES`].
    pub messages: [Option<String>; 3],
    /// What the house found, where nobody wrote it.
    pub condition: Option<Condition>,
    /// The machine that it is about.
    pub device: String,
    /// Whether it is said to every hospital.
    pub is_everywhere: bool,
    /// From when it stands at the top of pages.
    pub shown_from: Moment,
    /// When it begins.
    pub starts: Moment,
    /// When it ends, where that is known.
    pub ends: Option<Moment>,
    /// When it was over: resolved, or ended by its time.
    pub over: Option<Moment>,
    /// What whoever resolved it said.
    pub note: Option<String>,
    /// Whether the reader has put it away.
    pub is_put_away: bool,
}

impl Shown {
    /// Whether it stands at the top of the reader's pages.
    pub fn is_on_top(&self, now: Moment) -> bool {
        self.over.is_none() && self.shown_from <= now && !(self.is_put_away && self.severity.may_be_put_away())
    }

    /// What was written in the language of this tag; else in the first in which anything was.
    pub fn message(&self, tag: &str) -> Option<&str> {
        let place = typed::LANGUAGES.iter().position(|known| *known == tag);
        let own = place
            .and_then(|place| self.messages.get(place))
            .and_then(Option::as_deref);
        own.or_else(|| self.messages.iter().flatten().map(String::as_str).next())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown() -> Shown {
        Shown {
            id: Uuid::nil(),
            kind: Type::Maintenance,
            severity: Severity::Warning,
            messages: [Some("Water".into()), None, Some("ماء".into())],
            condition: None,
            device: String::new(),
            is_everywhere: false,
            shown_from: Moment(10),
            starts: Moment(20),
            ends: None,
            over: None,
            note: None,
            is_put_away: false,
        }
    }

    #[test]
    fn names_are_read_back() {
        for it in Type::ALL {
            assert_eq!(Type::parse(it.name()), Some(it));
        }
        for it in Severity::ALL {
            assert_eq!(Severity::parse(it.name()), Some(it));
        }
        for it in Condition::ALL {
            assert_eq!(Condition::parse(it.name()), Some(it));
            assert!(!it.roles().is_empty());
        }
    }

    #[test]
    fn what_is_put_away_goes_and_what_is_critical_stays() {
        let mut alert = shown();
        assert!(!alert.is_on_top(Moment(9)));
        assert!(alert.is_on_top(Moment(10)));
        alert.is_put_away = true;
        assert!(!alert.is_on_top(Moment(10)));
        alert.severity = Severity::Critical;
        assert!(alert.is_on_top(Moment(10)));
        alert.over = Some(Moment(9));
        assert!(!alert.is_on_top(Moment(10)));
    }

    #[test]
    fn a_message_is_read_in_ones_own_language_or_in_the_first_there_is() {
        assert_eq!(shown().message("ar"), Some("ماء"));
        assert_eq!(shown().message("fr"), Some("Water"));
    }

    #[test]
    fn planned_work_is_shown_a_day_ahead() {
        let starts = Moment(200_000_000_000);
        assert_eq!(Type::Outage.shown_from(starts), starts);
        assert_eq!(starts.seconds_since(Type::Maintenance.shown_from(starts)), AHEAD);
    }
}
