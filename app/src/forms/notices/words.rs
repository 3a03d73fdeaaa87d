//! What each notice says, and to which page it leads. No patient is named: the page to which it leads does that, for whoever may open it.

use domain::actor::Role;
use domain::ids::PatientId;
use domain::notices::{Kind, NoticeRow, Side, Topic};
use ui::lang::{Key, key, say, tell, word};

use crate::routes::{self, NoticePaths};

/// The sentence.
pub fn sentence(row: &NoticeRow) -> String {
    let (who, what) = (row.who.as_str(), row.what.as_str());
    let Some(kind) = row.kind else {
        return word(key::NOTICE_OTHER).to_owned();
    };
    word(match kind {
        Kind::UnusualSignIn => key::NOTICE_UNUSUAL,
        Kind::SignInBlocked => key::NOTICE_BLOCKED,
        Kind::AccountLocked => key::NOTICE_LOCKED,
        Kind::PasswordChanged => key::NOTICE_PASSWORD,
        Kind::FactorAdded => key::NOTICE_FACTOR_ADDED,
        Kind::FactorRemoved => key::NOTICE_FACTOR_REMOVED,
        Kind::FactorLost => key::NOTICE_FACTOR_LOST,
        Kind::RecoveryUsed => key::NOTICE_RECOVERY_USED,
        Kind::RecoveryRenewed => key::NOTICE_RECOVERY_RENEWED,
        Kind::NamesTried => key::NOTICE_NAMES_TRIED,
        Kind::AccountTried => key::NOTICE_ACCOUNT_TRIED,
        Kind::TokenReused => key::NOTICE_TOKEN_REUSED,
        Kind::Renamed => key::NOTICE_RENAMED,
        Kind::EmailAsked => key::NOTICE_EMAIL_ASKED,
        Kind::EmailChanged => key::NOTICE_EMAIL_CHANGED,
        Kind::PhoneChanged => key::NOTICE_PHONE_CHANGED,
        Kind::PhoneGivenElsewhere => key::NOTICE_PHONE_ELSEWHERE,
        Kind::EmergencyOfMine => key::NOTICE_EMERGENCY_MINE,
        Kind::EmergencyToReview => key::NOTICE_EMERGENCY_REVIEW,
        Kind::CareGiven => return tell(say::notice_care_given(who)),
        Kind::CareEnded => return tell(say::notice_care_ended(who)),
        Kind::DialysisMissed => key::NOTICE_DIALYSIS_MISSED,
        Kind::DialysisInterrupted => return tell(say::notice_dialysis_interrupted(who)),
        Kind::DialysisNoted => return tell(say::notice_dialysis_noted(who)),
        // A chair names nobody. Whoever is told because they are on call is told of none.
        Kind::DialysisPressure if !what.is_empty() => {
            return tell(say::notice_dialysis_pressure_at(tell(say::hd_chair_of_name(what))));
        }
        Kind::DialysisPressure => key::NOTICE_DIALYSIS_PRESSURE,
        Kind::DialysisDanger if !what.is_empty() => {
            return tell(say::notice_dialysis_danger_at(tell(say::hd_chair_of_name(what))));
        }
        Kind::DialysisDanger => key::NOTICE_DIALYSIS_DANGER,
        Kind::DialysisTakenBack => return tell(say::notice_dialysis_taken_back(who)),
        Kind::DutyGiven => return tell(say::notice_duty_given(who, what)),
        Kind::DutyEnded => return tell(say::notice_duty_ended(who, what)),
        Kind::DeviceGiven => return tell(say::notice_device_given(who, what)),
        Kind::DeviceTaken => return tell(say::notice_device_taken(who, what)),
        Kind::HandOverAsked => return tell(say::notice_hand_over_asked(who, what)),
        Kind::HandOverAccepted => return tell(say::notice_hand_over_accepted(who, what)),
        Kind::HandOverRefused => return tell(say::notice_hand_over_refused(who, what)),
        Kind::HandOverEnded => return tell(say::notice_hand_over_ended(what)),
        Kind::MaintenanceDue => return tell(say::notice_maintenance_due(what)),
        Kind::DeviceKeyEnds => return tell(say::notice_device_key_ends(what)),
        Kind::RegistrationWaits => key::NOTICE_REGISTRATION_WAITS,
        Kind::CorrectionWaits => key::NOTICE_CORRECTION_WAITS,
        Kind::InvitationAccepted => return tell(say::notice_invitation_accepted(who)),
        Kind::HospitalWaits => key::NOTICE_HOSPITAL_WAITS,
        Kind::MessageUrgent => key::NOTICE_MESSAGE_URGENT,
        Kind::AlarmUnanswered => return tell(say::notice_alarm_unanswered(what)),
        Kind::MessageOnCall => key::NOTICE_MESSAGE_ON_CALL,
        Kind::MessageUnread => key::NOTICE_MESSAGE_UNREAD,
        Kind::CriticalValue => key::NOTICE_CRITICAL_VALUE,
        Kind::CriticalUnanswered => key::NOTICE_CRITICAL_UNANSWERED,
        // A bed or a chair names nobody, and saves who comes two pages. What was told before it was written down says none.
        Kind::CallMade if !what.is_empty() => {
            let spot = (!who.is_empty()).then_some(who);
            return tell(say::notice_call_made_at(crate::forms::calls::place(what, spot)));
        }
        Kind::CallMade => key::NOTICE_CALL_MADE,
        Kind::CallUnanswered => key::NOTICE_CALL_UNANSWERED,
        Kind::SystemAlertRaised => key::NOTICE_SYSTEM_ALERT,
        Kind::DialysisChanged => key::NOTICE_DIALYSIS_CHANGED,
        Kind::DialysisTomorrow => key::NOTICE_DIALYSIS_TOMORROW,
        Kind::PlaceOffered => key::NOTICE_PLACE_OFFERED,
        Kind::OfferEnded => key::NOTICE_OFFER_ENDED,
        Kind::CarerTookUp => return tell(say::notice_carer_took_up(who)),
        Kind::CarerEnded => return tell(say::notice_carer_ended(who)),
        Kind::PortalOpened => key::NOTICE_PORTAL_OPENED,
        Kind::PortalClosed => key::NOTICE_PORTAL_CLOSED,
        Kind::CorrectionDone => key::NOTICE_CORRECTION_DONE,
    })
    .to_owned()
}

/// The page that says more, and its name; none where the sentence is all there is.
pub fn leads_to(kind: Kind, patient: Option<PatientId>, roles: &[Role], paths: NoticePaths) -> Option<(String, Key)> {
    let account = routes::account_of(paths.page);
    let is = |role: Role| roles.contains(&role);
    let (path, name) = match kind {
        Kind::PortalClosed => return None,
        Kind::NamesTried if is(Role::HospitalAdmin) && paths == routes::STAFF_NOTICES => {
            (routes::SESSIONS, key::FIND_SESSIONS_NAME)
        }
        Kind::FactorAdded | Kind::FactorRemoved | Kind::FactorLost | Kind::RecoveryUsed | Kind::RecoveryRenewed => {
            (account.factor, key::FIND_FACTOR_NAME)
        }
        Kind::EmergencyOfMine => (routes::MY_ACCESS, key::FIND_MY_ACCESS_NAME),
        Kind::EmergencyToReview => (routes::EMERGENCY_REVIEWS, key::FIND_REVIEWS_NAME),
        Kind::DialysisMissed | Kind::DialysisInterrupted | Kind::DialysisPressure | Kind::DialysisDanger => {
            return patient.map(|patient| (routes::dialysis_of(patient), key::DIALYSIS));
        }
        Kind::DialysisNoted => {
            return patient.map(|patient| (routes::dialysis_updates_of(patient), key::UPD_TITLE));
        }
        // Whoever is on the machine by then may be somebody else.
        Kind::DialysisTakenBack => (routes::MACHINES, key::MACHINES),
        Kind::CareGiven => return patient.map(|patient| (routes::patient(patient), key::NOTICE_CHART)),
        Kind::DutyGiven => (routes::WARD, key::PLACE_WARD),
        Kind::DeviceGiven | Kind::DeviceTaken if is(Role::Technician) => (routes::DEVICES, key::PLACE_DEVICES),
        Kind::CareEnded | Kind::DutyEnded | Kind::DeviceGiven | Kind::DeviceTaken => {
            (routes::PATIENTS, key::PLACE_MY_PATIENTS)
        }
        Kind::HandOverAsked | Kind::HandOverAccepted | Kind::HandOverRefused | Kind::HandOverEnded => {
            (routes::HAND_OVER, key::FIND_HAND_OVER_NAME)
        }
        Kind::MaintenanceDue => (routes::MACHINES, key::MACHINES),
        Kind::DeviceKeyEnds => (routes::DEVICE_TOKENS, key::FIND_TOKENS_NAME),
        Kind::RegistrationWaits | Kind::CorrectionWaits => (routes::REGISTRATIONS, key::PLACE_REGISTRATIONS),
        Kind::InvitationAccepted => (routes::STAFF, key::PLACE_STAFF),
        Kind::HospitalWaits => (routes::PLATFORM, key::PLACE_PLATFORM),
        Kind::MessageUrgent => (routes::STAFF_CHAT.page, key::PLACE_MESSAGES),
        Kind::AlarmUnanswered | Kind::MessageOnCall | Kind::MessageUnread => match patient {
            Some(patient) => return Some((routes::patient(patient), key::NOTICE_CHART)),
            None => (routes::ON_CALL, key::ON_CALL),
        },
        Kind::CriticalValue => match patient {
            Some(patient) => return Some((routes::critical_of(patient), key::CRITICAL_VALUES)),
            None => (routes::CRITICAL, key::CRITICAL_VALUES),
        },
        // Whoever is on call may not read the patient: they answer where everything waits.
        Kind::CriticalUnanswered => (routes::CRITICAL, key::CRITICAL_VALUES),
        Kind::CallMade | Kind::CallUnanswered => (routes::CALLS, key::CALLS),
        Kind::SystemAlertRaised => (routes::SYSTEM_ALERTS, key::SYSTEM_ALERTS),
        Kind::DialysisChanged | Kind::DialysisTomorrow | Kind::PlaceOffered | Kind::OfferEnded => {
            (routes::MY_DIALYSIS, key::MY_DIALYSIS)
        }
        Kind::CarerTookUp | Kind::CarerEnded => (routes::MY_PROXIES, key::PLACE_PEOPLE),
        Kind::PortalOpened => (routes::MY_RECORD, key::PLACE_RECORD),
        _ => (account.account, key::PLACE_ACCOUNT),
    };
    Some((path.to_owned(), name))
}

/// The icon of a notice: by its topic, because icons tell sorts of things apart and not things.
pub const fn icon(kind: Kind) -> &'static str {
    match kind.topic() {
        Topic::Security | Topic::SignIns => "shield",
        Topic::Emergencies => "siren",
        Topic::Care => "people",
        Topic::Duties => "calendar",
        Topic::Devices => "machine",
        Topic::Keys => "key",
        Topic::Registrations => "clipboard",
        Topic::Colleagues => "person",
        Topic::Hospitals => "building",
        Topic::Messages => "chat",
        Topic::OnCall | Topic::SystemAlerts => "bell",
        Topic::Dialysis => "calendar",
        Topic::Sharing => "people",
        Topic::Portal => "document",
    }
}

/// What a topic is called in "tell me about …".
pub const fn topic(topic: Topic) -> Key {
    match topic {
        Topic::Security => key::TOPIC_SECURITY,
        Topic::SignIns => key::TOPIC_SIGN_INS,
        Topic::Emergencies => key::TOPIC_EMERGENCIES,
        Topic::Care => key::TOPIC_CARE,
        Topic::Duties => key::TOPIC_DUTIES,
        Topic::Devices => key::TOPIC_DEVICES,
        Topic::Keys => key::TOPIC_KEYS,
        Topic::Registrations => key::TOPIC_REGISTRATIONS,
        Topic::Colleagues => key::TOPIC_COLLEAGUES,
        Topic::Hospitals => key::TOPIC_HOSPITALS,
        Topic::Messages => key::TOPIC_MESSAGES,
        Topic::OnCall => key::TOPIC_ON_CALL,
        Topic::SystemAlerts => key::TOPIC_SYSTEM_ALERTS,
        Topic::Dialysis => key::TOPIC_DIALYSIS,
        Topic::Sharing => key::TOPIC_SHARING,
        Topic::Portal => key::TOPIC_PORTAL,
    }
}

/// Whether a notice of this kind may stand in the list under these paths.
pub fn stands_in(kind: Kind, paths: NoticePaths) -> bool {
    match kind.side() {
        Side::Account => true,
        Side::Staff => paths == routes::STAFF_NOTICES,
        Side::Portal => paths == routes::PORTAL_NOTICES,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::routes::{PORTAL_NOTICES, STAFF_NOTICES, is_public, lies_under};

    #[test]
    fn every_kind_says_something_of_its_own_and_leads_to_a_page_of_its_side() {
        let mut said = std::collections::BTreeSet::new();
        for kind in Kind::ALL {
            let row = NoticeRow {
                id: uuid::Uuid::nil(),
                at: domain::time::Moment(0),
                kind: Some(*kind),
                who: "Dr Rao".into(),
                what: "Ward 4".into(),
                patient: None,
                is_new: true,
            };
            assert!(said.insert(sentence(&row)), "{kind:?} says what another says");
            for paths in [STAFF_NOTICES, PORTAL_NOTICES] {
                if !stands_in(*kind, paths) {
                    continue;
                }
                let patient = Some(PatientId(uuid::Uuid::nil()));
                for role in Role::ALL {
                    if let Some((path, _)) = leads_to(*kind, patient, &[role], paths) {
                        let portal = lies_under(&path, routes::MY);
                        assert_eq!(portal, paths == PORTAL_NOTICES, "{kind:?} leads to {path}");
                        assert!(!is_public(&path));
                    }
                }
            }
        }
    }
}
