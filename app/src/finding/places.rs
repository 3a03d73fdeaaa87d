//! The pages that may be found, in the order in which they are listed, and the right that each asks for. A test opens each page that is shown to each role
//! (`server/tests/search.rs`), so that nothing is found which then does not open.

use domain::access::Action;
use domain::actor::Role;
use ui::lang::{Key, key};

use crate::routes;

/// Who may open a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opens {
    /// Who has one of these rights, towards whomever.
    With(&'static [Action]),
    /// Who has this role.
    Role(Role),
    /// Everybody on this side.
    Everybody,
}

/// One page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// Its path.
    pub href: &'static str,
    /// Its icon.
    pub icon: &'static str,
    /// Its name.
    pub name: Key,
    /// What is done there; it is found by these words too.
    pub note: Key,
    /// Who may open it.
    pub opens: Opens,
}

const fn place(href: &'static str, icon: &'static str, (name, note): (Key, Key), opens: Opens) -> Place {
    Place {
        href,
        icon,
        name,
        note,
        opens,
    }
}

/// The pages of staff.
pub fn of_staff() -> Vec<Place> {
    use Opens::{Everybody, With};
    let staff = routes::STAFF_ACCOUNT;
    vec![
        place(
            routes::WARD,
            "bed",
            (key::PLACE_WARD, key::FIND_WARD),
            With(&[Action::WatchWard]),
        ),
        place(
            routes::PATIENTS,
            "people",
            (key::PLACE_PATIENTS, key::FIND_PATIENTS),
            With(&[Action::ReadPatient, Action::FindPatient]),
        ),
        place(
            routes::PATIENT_REGISTER,
            "plus",
            (key::FIND_REGISTER_NAME, key::FIND_REGISTER),
            With(&[Action::RegisterPatient]),
        ),
        place(
            routes::DIALYSIS,
            "drop",
            (key::PLACE_DIALYSIS, key::FIND_DIALYSIS),
            With(&[Action::WatchWard]),
        ),
        place(
            routes::DIALYSIS_LOTS,
            "barcode",
            (key::HD_FIND_A_LOT, key::FIND_DIALYSIS_LOTS),
            With(&[Action::RecallLot]),
        ),
        place(
            routes::DIALYSIS_FORECAST,
            "drop",
            (key::FC_TITLE, key::FC_DESK),
            With(&[Action::ReadForecast]),
        ),
        place(
            routes::STAFF_CHAT.page,
            "chat",
            (key::PLACE_MESSAGES, key::FIND_MESSAGES),
            With(&[Action::ReadChat]),
        ),
        place(
            routes::EMERGENCY,
            "siren",
            (key::FIND_EMERGENCY_NAME, key::FIND_EMERGENCY),
            With(&[Action::BreakGlass]),
        ),
        place(
            routes::DEVICES,
            "machine",
            (key::PLACE_DEVICES, key::FIND_DEVICES),
            With(&[Action::ReadDevices]),
        ),
        place(
            routes::MACHINES,
            "wrench",
            (key::MACHINES, key::FIND_MACHINES),
            With(&[Action::ReadMachine]),
        ),
        place(
            routes::PLACES,
            "bed",
            (key::WARDS_BEDS_CHAIRS, key::FIND_PLACES),
            With(&[Action::ManagePlaces]),
        ),
        place(
            routes::WATER,
            "drop",
            (key::WATER_OF_DIALYSIS, key::FIND_WATER),
            With(&[Action::ReadWater]),
        ),
        place(
            routes::ALARM_RULES,
            "bell",
            (key::ALARM_RULES, key::FIND_ALARM_RULES),
            With(&[Action::ReadAlarmRules]),
        ),
        place(
            routes::ON_CALL,
            "bell",
            (key::ON_CALL, key::FIND_ON_CALL),
            With(&[Action::ReadOnCall]),
        ),
        place(
            routes::CRITICAL,
            "flask",
            (key::CRITICAL_VALUES, key::FIND_CRITICAL),
            With(&[Action::ListCriticals]),
        ),
        place(
            routes::CALLS,
            "bell",
            (key::CALLS, key::FIND_CALLS),
            With(&[Action::ListCalls]),
        ),
        place(
            routes::SYSTEM_ALERTS,
            "bell",
            (key::SYSTEM_ALERTS, key::FIND_SYSTEM_ALERTS),
            Everybody,
        ),
        place(
            routes::SET_SYSTEM_ALERTS,
            "bell",
            (key::SYSTEM_ALERTS_SET, key::SYSTEM_ALERTS_DESK),
            With(&[Action::SetSystemAlerts]),
        ),
        place(
            routes::ALARM_BUDGET,
            "bell",
            (key::ALARM_BUDGET, key::FIND_ALARM_BUDGET),
            With(&[Action::ReadHospital]),
        ),
        place(
            routes::HAND_OVER,
            "swap",
            (key::FIND_HAND_OVER_NAME, key::FIND_HAND_OVER),
            With(&[Action::HandOverDevice]),
        ),
        place(
            routes::DIARY,
            "calendar",
            (key::CHAIR_DIARY, key::FIND_DIARY),
            With(&[Action::ReadDiary]),
        ),
        place(
            routes::DIARY_PLAN,
            "calendar",
            (key::WEEKLY_PLAN, key::FIND_PLAN),
            With(&[Action::PlanDiary]),
        ),
        place(
            routes::DIARY_WAITING,
            "calendar",
            (key::WAITING_FOR_A_CHAIR, key::FIND_WAITING),
            With(&[Action::PlanDiary]),
        ),
        place(
            routes::DIARY_MISSED,
            "calendar",
            (key::MISSED_SESSIONS, key::FIND_MISSED),
            With(&[Action::PlanDiary]),
        ),
        place(
            routes::PHARMACY,
            "pill",
            (key::PLACE_PHARMACY, key::FIND_PHARMACY),
            Opens::Role(Role::Pharmacist),
        ),
        place(
            routes::REGISTRATIONS,
            "clipboard",
            (key::PLACE_REGISTRATIONS, key::FIND_REGISTRATIONS),
            With(&[Action::ConfirmRegistration]),
        ),
        place(
            routes::HOSPITAL,
            "building",
            (key::PLACE_HOSPITAL, key::FIND_HOSPITAL),
            With(&[Action::ReadHospital]),
        ),
        place(
            routes::DIARY_FIGURES,
            "machine",
            (key::DIALYSIS_IN_FIGURES, key::HOW_FULL_THE_SHIFTS_WERE),
            With(&[Action::ReadHospital]),
        ),
        place(
            routes::STAFF,
            "people",
            (key::PLACE_STAFF, key::FIND_STAFF),
            With(&[Action::ListStaff]),
        ),
        place(
            routes::DUTIES,
            "calendar",
            (key::FIND_DUTIES_NAME, key::FIND_DUTIES),
            With(&[Action::ReadDuties]),
        ),
        place(
            routes::ACCESS,
            "lock",
            (key::FIND_ACCESS_NAME, key::FIND_ACCESS),
            With(&[Action::ExplainRights]),
        ),
        place(
            routes::RIGHTS,
            "key",
            (key::FIND_RIGHTS_NAME, key::FIND_RIGHTS),
            With(&[Action::ManageRights]),
        ),
        place(
            routes::AUDIT,
            "eye",
            (key::FIND_AUDIT_NAME, key::FIND_AUDIT),
            With(&[Action::ReadAudit]),
        ),
        place(
            routes::EMERGENCY_REVIEWS,
            "shield",
            (key::FIND_REVIEWS_NAME, key::FIND_REVIEWS),
            With(&[Action::ReviewBreakGlass]),
        ),
        place(
            routes::HOSPITAL_CONSENTS,
            "check-circle",
            (key::FIND_CONSENTS_NAME, key::FIND_CONSENTS),
            With(&[Action::ReadConsents]),
        ),
        place(
            routes::SESSIONS,
            "globe",
            (key::FIND_SESSIONS_NAME, key::FIND_SESSIONS),
            With(&[Action::ManageSessions]),
        ),
        place(
            routes::CLIENTS,
            "box",
            (key::FIND_CLIENTS_NAME, key::FIND_CLIENTS),
            With(&[Action::ManageClients]),
        ),
        place(
            routes::DEVICE_TOKENS,
            "key",
            (key::FIND_TOKENS_NAME, key::FIND_TOKENS),
            With(&[Action::ManageDeviceTokens]),
        ),
        place(
            routes::GATEWAYS,
            "globe",
            (key::GATEWAYS, key::FIND_GATEWAYS),
            With(&[Action::ManageDeviceTokens]),
        ),
        place(
            routes::PLATFORM,
            "building",
            (key::PLACE_PLATFORM, key::FIND_PLATFORM),
            With(&[Action::ApproveHospital]),
        ),
        place(
            routes::STAFF_NOTICES.page,
            "bell",
            (key::NOTICES, key::FIND_NOTICES),
            Everybody,
        ),
        place(
            staff.account,
            "person",
            (key::PLACE_ACCOUNT, key::FIND_ACCOUNT),
            Everybody,
        ),
        place(
            staff.factor,
            "shield",
            (key::FIND_FACTOR_NAME, key::FIND_FACTOR),
            Everybody,
        ),
    ]
}

/// The pages of the portal.
pub fn of_portal() -> Vec<Place> {
    use Opens::{Everybody, With};
    let portal = routes::PORTAL_ACCOUNT;
    vec![
        place(routes::MY, "home", (key::PLACE_HOME, key::FIND_MY_HOME), Everybody),
        place(
            routes::MY_RECORD,
            "document",
            (key::PLACE_RECORD, key::FIND_MY_RECORD),
            With(&[Action::ReadPatient]),
        ),
        place(
            routes::PORTAL_CHAT.page,
            "chat",
            (key::PLACE_MESSAGES, key::FIND_MY_MESSAGES),
            With(&[Action::ReadChat]),
        ),
        place(
            routes::MY_DIALYSIS,
            "calendar",
            (key::MY_DIALYSIS, key::FIND_MY_DIALYSIS),
            With(&[Action::ReadDialysis]),
        ),
        place(
            routes::MY_ACCESS,
            "eye",
            (key::FIND_MY_ACCESS_NAME, key::FIND_MY_ACCESS),
            With(&[Action::ReadTrace]),
        ),
        place(
            routes::MY_CONSENTS,
            "check-circle",
            (key::PLACE_SHARING, key::FIND_MY_CONSENTS),
            With(&[Action::ChangeConsent]),
        ),
        place(
            routes::MY_PROXIES,
            "people",
            (key::PLACE_PEOPLE, key::FIND_MY_PROXIES),
            Everybody,
        ),
        place(
            routes::MY_PREFERENCES,
            "globe",
            (key::LANGUAGE_YOU_SPEAK, key::FIND_MY_PREFERENCES),
            Opens::Role(Role::Patient),
        ),
        place(
            routes::MY_SYSTEM_ALERTS,
            "bell",
            (key::SYSTEM_ALERTS, key::FIND_SYSTEM_ALERTS),
            Everybody,
        ),
        place(
            routes::PORTAL_NOTICES.page,
            "bell",
            (key::NOTICES, key::FIND_NOTICES),
            Everybody,
        ),
        place(
            portal.account,
            "person",
            (key::PLACE_ACCOUNT, key::FIND_ACCOUNT),
            Everybody,
        ),
        place(
            portal.factor,
            "shield",
            (key::FIND_FACTOR_NAME, key::FIND_FACTOR),
            Everybody,
        ),
    ]
}
