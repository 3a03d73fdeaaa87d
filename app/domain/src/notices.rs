//! What people are told: a [`Kind`] for everything that may stand in their list, and the [`Topic`] by which they say whether they want to hear of it.
//!
//! To add a kind: a line in the list below, its name in the constraint `notice_kind_known` (a migration), its sentence and the page to which it leads
//! (`app::forms::notices::words`), and `notices::tell` in the transaction of what happened. A test walks all kinds.

use crate::access::Action;
use crate::actor::Role;
use crate::ids::PatientId;
use crate::time::Moment;
use uuid::Uuid;

macro_rules! kinds {
    ($($(#[$doc:meta])* $variant:ident $name:literal $topic:ident $side:ident;)*) => {
        /// What is told.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Kind {
            $($(#[$doc])* $variant,)*
        }

        impl Kind {
            /// Every kind.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The name in the database.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// By what it is chosen.
            pub const fn topic(self) -> Topic {
                match self { $(Self::$variant => Topic::$topic,)* }
            }

            /// In whose frame it stands.
            pub const fn side(self) -> Side {
                match self { $(Self::$variant => Side::$side,)* }
            }
        }
    };
}

kinds! {
    /// Somebody signed in with a new device from a new network, or while the account was under attack.
    UnusualSignIn "sign_in.unusual" SignIns Account;
    /// The right password was refused, because the try looked like a stolen one.
    SignInBlocked "sign_in.blocked" Security Account;
    /// A hundred failures in a row closed the account.
    AccountLocked "account.locked" Security Account;
    /// The password was changed.
    PasswordChanged "password.changed" Security Account;
    /// A second factor was set up, or moved to another app.
    FactorAdded "factor.added" Security Account;
    /// The second factor was removed.
    FactorRemoved "factor.removed" Security Account;
    /// An admin took the second factor away, because its owner had lost it.
    FactorLost "factor.lost" Security Account;
    /// A recovery code was used in place of the app.
    RecoveryUsed "recovery.used" Security Account;
    /// New recovery codes were made; the old ones are void.
    RecoveryRenewed "recovery.renewed" Security Account;
    /// Many names were tried from one network, some of them of the hospital's people: for its admins.
    NamesTried "sign_in.names_tried" Security Account;
    /// The account was tried from many networks.
    AccountTried "sign_in.account_tried" Security Account;
    /// A program showed a refresh token that had been used already.
    TokenReused "token.reused" Security Account;
    /// An admin wrote another name.
    Renamed "account.renamed" Security Account;
    /// Another e-mail address was asked for.
    EmailAsked "email.asked" Security Account;
    /// The account has another e-mail address.
    EmailChanged "email.changed" Security Account;
    /// The number that signs in was changed or taken away.
    PhoneChanged "phone.changed" Security Account;
    /// Another account gave this account's number as its own.
    PhoneGivenElsewhere "phone.given_elsewhere" Security Account;
    /// Somebody opened the owner's own record in an emergency.
    EmergencyOfMine "emergency_of_mine" Emergencies Portal;
    /// Somebody opened a record in an emergency that the owner must see reviewed.
    EmergencyToReview "emergency_to_review" Emergencies Staff;
    /// A patient was assigned to the reader.
    CareGiven "care.given" Care Staff;
    /// The reader treats a patient no longer.
    CareEnded "care.ended" Care Staff;
    /// A patient of the reader's did not come to their dialysis.
    DialysisMissed "dialysis.missed" Care Staff;
    /// A session of a patient of the reader's ended before its time.
    DialysisInterrupted "dialysis.interrupted" Care Staff;
    /// Something was noted at the machine of a patient of the reader's, or taken back.
    DialysisNoted "dialysis.noted" Care Staff;
    /// A blood pressure that is out was written at the chair of somebody whom the reader treats, or on whose ward they are on duty, or for whom they are on call.
    DialysisPressure "dialysis.pressure" OnCall Staff;
    /// Something dangerous was written there.
    DialysisDanger "dialysis.danger" OnCall Staff;
    /// The reader is on duty on a ward.
    DutyGiven "duty.given" Duties Staff;
    /// That duty has ended.
    DutyEnded "duty.ended" Duties Staff;
    /// A device is the reader's to read or to keep.
    DeviceGiven "device.given" Devices Staff;
    /// It is theirs no longer.
    DeviceTaken "device.taken" Devices Staff;
    /// A colleague asks the reader to take a device for a while.
    HandOverAsked "hand_over.asked" Devices Staff;
    /// The colleague has taken it.
    HandOverAccepted "hand_over.accepted" Devices Staff;
    /// The colleague has not.
    HandOverRefused "hand_over.refused" Devices Staff;
    /// A hand-over is over: somebody ended it, or its time did.
    HandOverEnded "hand_over.ended" Devices Staff;
    /// A doctor took back what the reader noted at the machine.
    DialysisTakenBack "dialysis.taken_back" Devices Staff;
    /// Work on a machine that is theirs is due, or will be soon.
    MaintenanceDue "maintenance.due" Devices Staff;
    /// The key of a device ends soon, and its device has not taken up the next one.
    DeviceKeyEnds "device_key.ends" Keys Staff;
    /// Somebody registered in the portal and waits to be matched to a chart.
    RegistrationWaits "registration.waits" Registrations Staff;
    /// Somebody said that their chart has them wrong.
    CorrectionWaits "correction.waits" Registrations Staff;
    /// Whom the reader invited works here now.
    InvitationAccepted "invitation.accepted" Colleagues Staff;
    /// A hospital asks to be taken in.
    HospitalWaits "hospital.waits" Hospitals Staff;
    /// A patient whom the reader treats asks that somebody looks at a message soon.
    MessageUrgent "message.urgent" Messages Staff;
    /// Nobody answered an alarm, and the reader is on call.
    AlarmUnanswered "alarm.unanswered" OnCall Staff;
    /// A patient asks that somebody looks at a message soon, and the reader is on call.
    MessageOnCall "message.on_call" OnCall Staff;
    /// Nobody read that message, and the reader is on call.
    MessageUnread "message.unread" OnCall Staff;
    /// A value at which somebody must act now was reported of a patient whom the reader treats.
    CriticalValue "critical.value" OnCall Staff;
    /// Nobody read a critical value back, and the reader is on call.
    CriticalUnanswered "critical.unanswered" OnCall Staff;
    /// A patient on a ward where the reader is on duty calls for a nurse.
    CallMade "call.made" OnCall Staff;
    /// Nobody took the call of a patient, and the reader is on call.
    CallUnanswered "call.unanswered" OnCall Staff;
    /// Something is out of use or will be, or a maker warns.
    SystemAlertRaised "system_alert.raised" SystemAlerts Staff;
    /// A session of the reader was booked, moved or called off.
    DialysisChanged "dialysis.changed" Dialysis Portal;
    /// The reader is dialysed tomorrow.
    DialysisTomorrow "dialysis.tomorrow" Dialysis Portal;
    /// A place came free for which the reader waits.
    PlaceOffered "dialysis.offered" Dialysis Portal;
    /// What was offered to the reader is offered no longer: they did not answer, it can be taken no longer, or staff took it back or offered another.
    OfferEnded "dialysis.offer_ended" Dialysis Portal;
    /// Whom the reader named may see their record now.
    CarerTookUp "carer.took_up" Sharing Portal;
    /// The reader may no longer see the record of somebody they care for.
    CarerEnded "carer.ended" Sharing Portal;
    /// The hospital opened the reader's portal.
    PortalOpened "portal.opened" Portal Portal;
    /// The hospital closed it.
    PortalClosed "portal.closed" Portal Portal;
    /// The hospital has looked at what the reader said is wrong in their chart.
    CorrectionDone "correction.done" Portal Portal;
}

impl Kind {
    /// The kind of that name; none for one of a later version.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.name() == name)
    }

    /// Whether it leads to a list that says the rest: then one is enough until it is read.
    pub const fn leads_to_list(self) -> bool {
        matches!(
            self,
            Self::RegistrationWaits
                | Self::CorrectionWaits
                | Self::HospitalWaits
                | Self::MessageUrgent
                | Self::SystemAlertRaised
        )
    }
}

/// In whose frame a notice stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Side {
    /// Of the account itself: wherever its owner has signed in.
    Account,
    /// Of the work in one hospital: while they work there.
    Staff,
    /// Of a patient's record, or of who cares for one: in the portal.
    Portal,
}

impl Side {
    /// The name in the database.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Account => "account",
            Self::Staff => "staff",
            Self::Portal => "portal",
        }
    }
}

/// What is chosen as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Topic {
    /// The safety of the account.
    Security,
    /// Unusual sign-ins.
    SignIns,
    /// Records that were opened in an emergency.
    Emergencies,
    /// Whom one treats.
    Care,
    /// Duties on wards.
    Duties,
    /// Devices that are one's own, and hand-overs.
    Devices,
    /// Keys of devices that end.
    Keys,
    /// Registrations and corrections that wait.
    Registrations,
    /// Who was invited and has come.
    Colleagues,
    /// Hospitals that want to be taken in.
    Hospitals,
    /// Urgent messages of patients.
    Messages,
    /// Alarms and messages for which one is on call, critical values, what is dangerous at a dialysis chair, and calls of patients.
    OnCall,
    /// Planned work, outages, safety notices.
    SystemAlerts,
    /// The reader's own sessions of dialysis.
    Dialysis,
    /// Who may see a record in the portal.
    Sharing,
    /// The portal itself, and what one asked the hospital to look at.
    Portal,
}

impl Topic {
    /// Every topic, in the order of the page.
    pub const ALL: [Self; 16] = [
        Self::Security,
        Self::Emergencies,
        Self::SignIns,
        Self::Care,
        Self::Duties,
        Self::Devices,
        Self::Keys,
        Self::Registrations,
        Self::Colleagues,
        Self::Hospitals,
        Self::Messages,
        Self::OnCall,
        Self::SystemAlerts,
        Self::Dialysis,
        Self::Sharing,
        Self::Portal,
    ];

    /// The name in the database and in forms.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Security => "security",
            Self::SignIns => "sign_ins",
            Self::Emergencies => "emergencies",
            Self::Care => "care",
            Self::Duties => "duties",
            Self::Devices => "devices",
            Self::Keys => "keys",
            Self::Registrations => "registrations",
            Self::Colleagues => "colleagues",
            Self::Hospitals => "hospitals",
            Self::Messages => "messages",
            Self::OnCall => "on_call",
            Self::SystemAlerts => "system_alerts",
            Self::Dialysis => "dialysis",
            Self::Sharing => "sharing",
            Self::Portal => "portal",
        }
    }

    /// The topic of that name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|topic| topic.name() == name)
    }

    /// What may be chosen. What somebody who took an account over would want silent always comes, by mail too; and nobody is kept from knowing that a record was opened
    /// in an emergency.
    pub const fn choices(self) -> &'static [Choice] {
        match self {
            Self::Security | Self::Emergencies => &[Choice::Mail],
            // A patient who asks that somebody looks soon is not switched off, nor is what one is on call for.
            Self::SignIns | Self::Messages | Self::OnCall => &[Choice::Here, Choice::Mail],
            _ => &[Choice::Here, Choice::Mail, Choice::Off],
        }
    }

    /// What holds until somebody chooses.
    pub const fn default_choice(self) -> Choice {
        match self {
            Self::Security | Self::Emergencies | Self::SignIns => Choice::Mail,
            _ => Choice::Here,
        }
    }

    /// Whether anything of it is ever told to `role`.
    pub const fn is_told_to(self, role: Role) -> bool {
        match self {
            Self::Security | Self::SignIns => true,
            // The privacy officer may be anybody who works there.
            Self::Emergencies => !matches!(role, Role::Proxy),
            Self::Care | Self::Duties => matches!(role, Role::Doctor | Role::Nurse),
            Self::Devices | Self::OnCall => matches!(role, Role::Doctor | Role::Nurse | Role::Technician),
            Self::Keys | Self::Colleagues => matches!(role, Role::HospitalAdmin),
            Self::Registrations => matches!(role, Role::HospitalAdmin | Role::Receptionist),
            Self::Hospitals => matches!(role, Role::SuperAdmin),
            Self::Messages => matches!(role, Role::Doctor),
            Self::SystemAlerts => !matches!(role, Role::Patient | Role::Proxy),
            Self::Sharing => matches!(role, Role::Patient | Role::Proxy),
            Self::Portal | Self::Dialysis => matches!(role, Role::Patient),
        }
    }

    /// The right of those among the hospital's people who are told, where the kind goes to all of them and not to one.
    pub const fn right(self) -> Option<Action> {
        match self {
            Self::Registrations => Some(Action::ConfirmRegistration),
            Self::Keys => Some(Action::ManageDeviceTokens),
            Self::Hospitals => Some(Action::ApproveHospital),
            _ => None,
        }
    }
}

/// How somebody wants to hear of a topic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Choice {
    /// In their list.
    Here,
    /// In their list, and by a mail that says that something waits there.
    Mail,
    /// Not at all.
    Off,
}

impl Choice {
    /// The name in the database and in forms.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Here => "here",
            Self::Mail => "mail",
            Self::Off => "off",
        }
    }

    /// The choice of that name.
    pub fn parse(name: &str) -> Option<Self> {
        [Self::Here, Self::Mail, Self::Off]
            .into_iter()
            .find(|choice| choice.name() == name)
    }
}

/// One notice in its reader's list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoticeRow {
    /// Which.
    pub id: Uuid,
    /// When.
    pub at: Moment,
    /// What; none for a kind of a later version.
    pub kind: Option<Kind>,
    /// Who did it, where somebody is named.
    pub who: String,
    /// With what: a ward, a device.
    pub what: String,
    /// To whose pages it leads.
    pub patient: Option<PatientId>,
    /// Whether they have not read it yet.
    pub is_new: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_and_topic_is_found_by_its_name() {
        for kind in Kind::ALL {
            assert_eq!(Kind::parse(kind.name()), Some(*kind));
        }
        for topic in Topic::ALL {
            assert_eq!(Topic::parse(topic.name()), Some(topic));
            assert!(topic.choices().contains(&topic.default_choice()), "{topic:?}");
            assert!(
                Kind::ALL.iter().any(|kind| kind.topic() == topic),
                "{topic:?} has no kind"
            );
            assert!(
                Role::ALL.iter().any(|role| topic.is_told_to(*role)),
                "{topic:?} has no reader"
            );
        }
        assert_eq!(Kind::parse("of.a_later_version"), None);
    }

    #[test]
    fn what_is_about_safety_is_never_silent() {
        for topic in [Topic::Security, Topic::Emergencies, Topic::SignIns, Topic::OnCall] {
            assert!(!topic.choices().contains(&Choice::Off), "{topic:?}");
        }
    }
}
