//! What happened, without who: that is the context's. A verb makes an [`Entry`] and adds what it knows.

use domain::access::{Action, Grounds, Relations, Subject};
use domain::ids::{AlarmId, DeviceId, PatientId, WardId};
use uuid::Uuid;

/// How it ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It was allowed, and done or shown.
    Allowed,
    /// It was refused.
    Denied,
    /// It was allowed and failed.
    Failed,
}

impl Outcome {
    /// The word in the database.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Allowed => "allowed",
            Self::Denied => "denied",
            Self::Failed => "failed",
        }
    }
}

/// A kind of data that was shown or changed. A new one is a variant, its word, and its words for the person in `who_looked.rs`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Values that a device measured.
    Vitals,
    /// Alarms, and who answered them.
    Alarms,
    /// Name, date of birth, numbers, bed.
    Demographics,
    /// Scores computed of values.
    Scores,
    /// Limits of one patient.
    Limits,
    /// When a device measured whom.
    Sessions,
    /// An account: how to reach somebody, their roles, their sessions.
    Account,
    /// Devices and their tokens.
    Devices,
    /// The audit itself.
    Audit,
    /// How somebody is reached, and who is reached for them.
    Contact,
    /// Papers that say who somebody is, and who pays for them.
    Papers,
    /// What somebody does not bear, lives with and takes.
    Background,
    /// What was written in a conversation.
    Messages,
    /// How somebody is dialysed.
    Dialysis,
    /// Who may see a record: who treats somebody, consents, carers, emergencies, the portal's settings, keys.
    Access,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 15] = [
        Self::Vitals,
        Self::Alarms,
        Self::Demographics,
        Self::Scores,
        Self::Limits,
        Self::Sessions,
        Self::Account,
        Self::Devices,
        Self::Audit,
        Self::Contact,
        Self::Papers,
        Self::Background,
        Self::Messages,
        Self::Dialysis,
        Self::Access,
    ];

    /// The word in the database.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Vitals => "vitals",
            Self::Alarms => "alarms",
            Self::Demographics => "demographics",
            Self::Scores => "scores",
            Self::Limits => "limits",
            Self::Sessions => "sessions",
            Self::Account => "account",
            Self::Devices => "devices",
            Self::Audit => "audit",
            Self::Contact => "contact",
            Self::Papers => "papers",
            Self::Dialysis => "dialysis",
            Self::Background => "background",
            Self::Messages => "messages",
            Self::Access => "access",
        }
    }
}

/// What a chart shows.
pub const CHART: &[Kind] = &[
    Kind::Demographics,
    Kind::Vitals,
    Kind::Scores,
    Kind::Alarms,
    Kind::Limits,
];

/// What the board of a ward shows of each patient on it.
pub const BOARD: &[Kind] = CHART;

/// What happened, without who.
#[derive(Clone, Debug)]
pub struct Entry {
    pub(super) action: &'static str,
    pub(super) subject: &'static str,
    pub(super) subject_id: Option<Uuid>,
    /// The hospital of the subject, for an actor who acts in none.
    pub(super) hospital: Option<Uuid>,
    pub(super) patients: Vec<Uuid>,
    pub(super) kinds: Vec<Kind>,
    pub(super) outcome: Outcome,
    pub(super) reason: Option<&'static str>,
    pub(super) lasted_ms: Option<i64>,
    /// The right that allowed it: it says in which of their roles somebody acted.
    pub(super) right: Option<Action>,
    /// Allowed only because the record was opened in an emergency.
    pub(super) emergency: bool,
}

impl Entry {
    /// An entry about a subject of `decide`.
    pub fn new(action: Action, subject: &Subject, outcome: Outcome) -> Self {
        let (name, id, hospital) = match subject {
            Subject::House => ("house", None, None),
            Subject::Hospital(id) => ("hospital", Some(id.0), Some(id.0)),
            Subject::Ward { ward, hospital } => ("ward", Some(ward.0), Some(hospital.0)),
            Subject::Patient { patient, .. } => ("patient", Some(patient.0), None),
            Subject::Device { device, hospital, .. } => ("device", Some(device.0), Some(hospital.0)),
            Subject::Room { room, hospital, .. } => ("room", Some(room.0), Some(hospital.0)),
            Subject::Account(id) => ("account", Some(id.0), None),
            Subject::Colleague { user, hospital } => ("account", Some(user.0), Some(hospital.0)),
        };
        let patient = matches!(subject, Subject::Patient { .. }).then_some(id).flatten();
        Self {
            hospital,
            outcome,
            patients: patient.into_iter().collect(),
            ..Self::about(action, name, id)
        }
    }

    /// A change that was made; `what` says which, where the right that allowed it covers several (`device_token.revoke`).
    pub fn change(what: &'static str, right: Action, subject: &Subject) -> Self {
        Self {
            action: what,
            ..Self::new(right, subject, Outcome::Allowed)
        }
    }

    /// A patient's record was read or changed: data of these kinds.
    pub fn patient(action: Action, patient: PatientId, kinds: &[Kind]) -> Self {
        Self::about(action, "patient", Some(patient.0))
            .of([patient])
            .kinds(kinds)
    }

    /// What opens a patient's record was changed; `what` says how, where the right that allowed it covers several.
    pub fn change_of_patient(what: &'static str, right: Action, patient: PatientId) -> Self {
        Self {
            action: what,
            ..Self::patient(right, patient, &[Kind::Access])
        }
    }

    /// A patient's record was changed: data of this kind; `what` says how.
    pub fn changed(what: &'static str, right: Action, patient: PatientId, kind: Kind) -> Self {
        Self {
            action: what,
            ..Self::patient(right, patient, &[kind])
        }
    }

    /// A ward's board was read: say [whose](Self::of) data it showed.
    pub fn ward(action: Action, ward: WardId) -> Self {
        Self::about(action, "ward", Some(ward.0))
    }

    /// What a device measured was read: say [whose](Self::of) it was.
    pub fn measured_by(action: Action, device: DeviceId) -> Self {
        Self::about(action, "device", Some(device.0))
    }

    /// An alarm was answered: say [whose](Self::of) it was.
    pub fn alarm(action: Action, alarm: AlarmId) -> Self {
        Self::about(action, "alarm", Some(alarm.0)).kinds(&[Kind::Alarms])
    }

    /// Everybody whose data were shown or changed; say of which [kinds](Self::kinds) too.
    #[must_use]
    pub fn of(mut self, patients: impl IntoIterator<Item = PatientId>) -> Self {
        self.patients.extend(patients.into_iter().map(|patient| patient.0));
        self.patients.sort_unstable();
        self.patients.dedup();
        self
    }

    /// The kinds of data that were shown or changed.
    #[must_use]
    pub fn kinds(mut self, kinds: &[Kind]) -> Self {
        self.kinds.extend_from_slice(kinds);
        self.kinds.sort_unstable();
        self.kinds.dedup();
        self
    }

    /// It was refused; `reason` is one word for machines, such as `out_of_reach`.
    #[must_use]
    pub fn denied(mut self, reason: &'static str) -> Self {
        self.outcome = Outcome::Denied;
        self.reason = Some(reason);
        self
    }

    /// It was allowed and failed; `reason` as for [`Entry::denied`].
    #[must_use]
    pub fn failed(mut self, reason: &'static str) -> Self {
        self.outcome = Outcome::Failed;
        self.reason = Some(reason);
        self
    }

    /// Why it was allowed: what only an emergency opened is marked so.
    #[must_use]
    pub fn on(mut self, grounds: &Grounds) -> Self {
        let held = grounds.held.common(grounds.suffices);
        self.emergency = held == Relations::BREAK_GLASS;
        self
    }

    /// A live subscription began: everything that its topic tells from here on until the entry of its end.
    #[must_use]
    pub fn follow(mut self) -> Self {
        self.action = "live.begin";
        self
    }

    /// A live subscription ended after so many milliseconds.
    #[must_use]
    pub fn follow_end(mut self, lasted_ms: i64) -> Self {
        self.action = "live.end";
        self.lasted_ms = Some(lasted_ms);
        self
    }

    fn about(right: Action, subject: &'static str, subject_id: Option<Uuid>) -> Self {
        Self {
            right: Some(right),
            ..Self::done(right.name(), subject, subject_id)
        }
    }

    fn done(action: &'static str, subject: &'static str, subject_id: Option<Uuid>) -> Self {
        Self {
            action,
            subject,
            subject_id,
            hospital: None,
            patients: Vec::new(),
            kinds: Vec::new(),
            outcome: Outcome::Allowed,
            reason: None,
            lasted_ms: None,
            right: None,
            emergency: false,
        }
    }
}
