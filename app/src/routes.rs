//! The addresses of all pages: this file and those under it are the only ones that spell paths.
//!
//! To add a page: its path here, its `<Route>` in [`Pages`], the component in its portal, and its row in the authorisation matrix.

use domain::actor::Role;
use domain::ids::{ConsentId, PatientId, WardId};
use domain::patients::contacts::ContactKind;
use domain::time::Moment;
use uuid::Uuid;

mod account;
mod calls;
mod chat;
mod critical;
mod dialysis;
mod diary;
mod hl7;
mod machines;
mod moves;
mod notices;
#[cfg(feature = "ssr")]
mod pages;
mod people;
mod places;
mod system_alerts;
mod values;

pub use account::{AccountPaths, MY_LOOKS, PORTAL_ACCOUNT, PROVE, STAFF_ACCOUNT, account_of, is_for_enrolment};
pub use calls::{CALLS, CALLS_NOW, MY_CALL, MY_CALL_NOW, call_of, ward_calls_now};
pub use chat::{ChatPaths, PORTAL_CHAT, STAFF_CHAT, read_before_message, read_older};
pub use critical::{CRITICAL, CRITICAL_NOW, critical_at, critical_now, critical_of};
pub use dialysis::{
    DIALYSIS, DIALYSIS_FORECAST, DIALYSIS_LOTS, DIALYSIS_NOW, MY_DIALYSIS_NOW, dialysis_access_of, dialysis_before,
    dialysis_hand_over_of, dialysis_now, dialysis_of, dialysis_prescription_of, dialysis_session_now,
    dialysis_session_of, dialysis_unit, dialysis_unit_now, dialysis_updates_after, dialysis_updates_of,
};
pub use diary::{
    DIARY, DIARY_FIGURES, DIARY_MISSED, DIARY_PLAN, DIARY_WAITING, MY_DIALYSIS, MY_DIALYSIS_BOOK, diary_day, diary_of,
    diary_place, diary_plan_line, diary_session, diary_week, my_places,
};
pub use hl7::{
    GATEWAY_ADD, GATEWAY_END, GATEWAY_REMOVE, GATEWAY_TOKEN, GATEWAYS, gateways_after, machine_message,
    machine_messages, machine_messages_before, read_message_before,
};
pub use machines::{
    DATA_QUALITY, MACHINE_REGISTER, MACHINES, MACHINES_NOW, MachinePage, WATER, data_quality, machine, machine_now,
    machine_work, machines_after, machines_now_after,
};
pub use moves::{Moves, moves};
pub use notices::{NoticePaths, PORTAL_NOTICES, STAFF_NOTICES, notices_after, notices_of, read_notice_after};
#[cfg(feature = "ssr")]
pub use pages::Pages;
pub use people::{
    REGISTRATIONS_CONFIRM, REGISTRATIONS_CORRECTION, REGISTRATIONS_REFUSE, SESSIONS, SESSIONS_EVERYWHERE,
    SESSIONS_FACTOR, SESSIONS_PROGRAMS, STAFF, STAFF_ACTIVE, STAFF_FACTOR, STAFF_INACTIVE, STAFF_RENAME, STAFF_RESEND,
    STAFF_ROLES, STAFF_WITHDRAW, read_session_after, sessions_after, staff_after,
};
pub use places::{PLACES, places_of};
pub use system_alerts::{MY_SYSTEM_ALERTS, SET_SYSTEM_ALERTS, SYSTEM_ALERTS, system_alerts_after, system_alerts_of};
pub use values::{
    WAVES_SOCKET, around_alarm, curves_now, curves_of, curves_of_alarm, day_chart, monitor_of, my_readings_before,
    past_day_of, patient_over, read_before, readings_before, readings_under, waves_of,
};

/// Sends everybody to their home.
pub const HOME: &str = "/";
/// The home of staff whose own area is not built yet: what works for them.
pub const STAFF_HOME: &str = "/home";
/// The sign-in page, and the door of its form.
pub const SIGN_IN: &str = "/sign-in";
/// The door that chooses the language of this browser.
pub const LANGUAGE: &str = "/language";
/// The page that asks for the code of the second factor, and the door of its form.
pub const SIGN_IN_CODE: &str = "/sign-in/code";
/// The door that ends a staff session.
pub const SIGN_OUT: &str = "/sign-out";
/// The door that ends a patient's session.
pub const MY_SIGN_OUT: &str = "/my/sign-out";
/// The parts of the design system, in a demo.
pub const GALLERY: &str = "/gallery";
/// The reader's own ward.
pub const WARD: &str = "/ward";
/// The patients that are the reader's own, and for reception the hospital's; posting to it searches.
pub const PATIENTS: &str = "/patients";
/// Registers a patient.
pub const PATIENT_REGISTER: &str = "/patients/register";
/// Finds patients and pages; posting to it searches.
pub const SEARCH: &str = "/search";
/// The door that answers the script of the search.
pub const SEARCH_HITS: &str = "/search/hits";
/// Finds pages of the portal.
pub const MY_SEARCH: &str = "/my/search";
/// The door that answers the script of the search in the portal.
pub const MY_SEARCH_HITS: &str = "/my/search/hits";
/// Who here may be the one who is being typed: answers a part of that page to its script.
pub const PATIENT_SUGGEST: &str = "/patients/register/alike";
/// The devices of the hospital.
pub const DEVICES: &str = "/devices";
/// The pharmacy.
pub const PHARMACY: &str = "/pharmacy";
/// The hospital in figures.
pub const HOSPITAL: &str = "/hospital";
/// Programs that use the API for the hospital, and the door that makes one.
pub const CLIENTS: &str = "/hospital/clients";
/// The door that gives a program another secret.
pub const CLIENT_SECRET: &str = "/hospital/clients/secret";
/// The door that revokes a program.
pub const CLIENT_REVOKE: &str = "/hospital/clients/revoke";
/// The tokens of the hospital's devices, and the door that makes one.
pub const DEVICE_TOKENS: &str = "/hospital/devices/tokens";
/// The door that revokes a device's token.
pub const DEVICE_TOKEN_REVOKE: &str = "/hospital/devices/tokens/revoke";
/// The audit of the hospital, and the door of its search.
pub const AUDIT: &str = "/hospital/audit";
/// The door that takes the audit out as a file.
pub const AUDIT_EXPORT: &str = "/hospital/audit/export";
/// Who is on duty where, and whose each device is.
pub const DUTIES: &str = "/hospital/duties";
/// Rights granted or denied to one person.
pub const RIGHTS: &str = "/hospital/rights";
/// Who may do what, and why.
pub const ACCESS: &str = "/hospital/access";
/// Handing a device over for a while.
pub const HAND_OVER: &str = "/devices/hand-over";
/// Who registered in the portal and waits to be matched to a chart.
pub const REGISTRATIONS: &str = "/registrations";
/// Open a record in an emergency.
pub const EMERGENCY: &str = "/emergency";
/// The queue of those who look at emergency openings afterwards.
pub const EMERGENCY_REVIEWS: &str = "/hospital/emergencies";
/// The door that names the privacy officer.
pub const PRIVACY_OFFICER: &str = "/hospital/emergencies/officer";
/// The door that closes what one opened in an emergency.
pub const EMERGENCY_END: &str = "/emergency/end";
/// Hospitals that registered.
pub const PLATFORM: &str = "/platform/hospitals";
/// The patient's own home.
pub const MY: &str = "/my";
/// Who looked at the patient's own record.
pub const MY_ACCESS: &str = "/my/access";
/// The patient's own record: the drawn day, the score, what was noticed, every reading.
pub const MY_RECORD: &str = "/my/record";
/// What the patient lets others do with the record; posting to it agrees.
pub const MY_CONSENTS: &str = "/my/consents";
/// The door that takes a consent back.
pub const MY_CONSENTS_WITHDRAW: &str = "/my/consents/withdraw";
/// Who may see the patient's record, and whose record the reader may see; posting to it names somebody.
pub const MY_PROXIES: &str = "/my/proxies";
/// The door that ends what was given to a carer.
pub const MY_PROXIES_END: &str = "/my/proxies/end";
/// The door through which a session of the portal goes on with another record.
pub const MY_SWITCH: &str = "/my/switch";
/// What the patient prefers in the portal.
pub const MY_PREFERENCES: &str = "/my/preferences";
/// The consents that hold for patients of the hospital.
pub const HOSPITAL_CONSENTS: &str = "/hospital/consents";
/// The reader's account and sessions.
pub const ACCOUNT: &str = "/account";
/// The door where a person says that their chart has them wrong.
pub const MY_CORRECTION: &str = "/my/account/correction";

/// Whether `path`, without a query, is `place` or one of the pages under it.
pub fn lies_under(path: &str, place: &str) -> bool {
    path.strip_prefix(place)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// The door that answers an alarm without JavaScript.
pub const ACKNOWLEDGE: &str = "/alarms/acknowledge";
/// A forgotten password: asks for a link.
pub const RECOVER: &str = "/recover";
/// What the link opens.
pub const RECOVER_NEW: &str = "/recover/new";
/// What the link to a new e-mail address opens.
pub const VERIFY_EMAIL: &str = "/verify/email";
/// What the link of an invitation opens.
pub const INVITATION: &str = "/invitation";
/// A person asks for an account in a portal.
pub const REGISTER: &str = "/register";
/// What the link to their address opens.
pub const REGISTER_VERIFY: &str = "/register/verify";
/// What happens next, for whoever waits.
pub const REGISTER_WAITING: &str = "/register/waiting";
/// A hospital asks to be taken in.
pub const REGISTER_HOSPITAL: &str = "/register/hospital";
/// What the link to its first admin opens.
pub const REGISTER_HOSPITAL_VERIFY: &str = "/register/hospital/verify";
/// Goes on in another hospital where the account has a role.
pub const WORK_IN: &str = "/account/hospital";
/// Takes a hospital in.
pub const PLATFORM_APPROVE: &str = "/platform/hospitals/approve";
/// Does not.
pub const PLATFORM_REFUSE: &str = "/platform/hospitals/refuse";
/// Closes and opens any account.
pub const PLATFORM_ACCOUNTS: &str = "/platform/accounts";
/// The mails of a demo.
pub const OUTBOX: &str = "/hospital/outbox";

/// How many alarms are open where the reader is on duty: an open page asks.
pub const ALARMS_COUNT: &str = "/alarms/count";
/// What alarms watch for in the hospital.
pub const ALARM_RULES: &str = "/hospital/alarms";
/// Who is called when nobody answers an alarm.
pub const ON_CALL: &str = "/hospital/on-call";
/// How many alarms there are, and how many nobody answered.
pub const ALARM_BUDGET: &str = "/hospital/alarm-budget";

/// The same, of so many days.
pub fn alarm_budget(days: i32) -> String {
    format!("{ALARM_BUDGET}?days={days}")
}

/// The same of one lane of alarms, by its name.
pub fn alarm_budget_lane(days: i32, lane: &str) -> String {
    format!("{ALARM_BUDGET}?days={days}&lane={lane}")
}

/// Whether whoever has not signed in may open `path` too: the pages before an account.
pub fn is_public(path: &str) -> bool {
    [
        SIGN_IN,
        LANGUAGE,
        GALLERY,
        "/recover",
        "/register",
        "/verify",
        "/invitation",
    ]
    .into_iter()
    .any(|place| lies_under(path, place))
}

/// Whether an open page asks for this by itself, so that it says nothing of a person being there: the live socket, drawings that move on, how many notices wait.
pub fn is_asked_by_page(path: &str) -> bool {
    let parts = [
        calls::is_asked_by_page,
        chat::is_asked_by_page,
        critical::is_asked_by_page,
        dialysis::is_asked_by_page,
        machines::is_asked_by_page,
    ];
    if parts.into_iter().any(|asks| asks(path)) {
        return true;
    }
    let path = path.strip_prefix(MY).unwrap_or(path);
    path == "/live"
        || path == ALARMS_COUNT
        || path == STAFF_NOTICES.count
        || path.starts_with("/charts/")
        || path.starts_with("/ws/waves/")
}

/// The board of a ward.
pub fn ward(ward: WardId) -> String {
    format!("{WARD}/{ward}")
}

/// The page of a patient.
pub fn patient(patient: PatientId) -> String {
    format!("/patients/{patient}")
}

/// Who a patient is.
pub fn record_of(patient: PatientId) -> String {
    format!("/patients/{patient}/record")
}

fn page_of_record(patient: PatientId, page: &str) -> String {
    format!("{}/{page}", record_of(patient))
}

/// Identity documents of a patient, or who pays.
pub fn papers_of(patient: PatientId, insurance: bool) -> String {
    page_of_record(patient, if insurance { "insurance" } else { "documents" })
}

/// Changes who a patient is.
pub fn identity_of(patient: PatientId) -> String {
    page_of_record(patient, "identity")
}

/// Joins another record of the same person to this one.
pub fn join_of(patient: PatientId) -> String {
    page_of_record(patient, "join")
}

/// The same, beside another record.
pub fn join_of_both(patient: PatientId, other: PatientId) -> String {
    format!("{}?with={other}", join_of(patient))
}

/// Limits of one patient.
pub fn limits_of(patient: PatientId) -> String {
    format!("/patients/{patient}/limits")
}

/// What a patient does not bear.
pub fn allergies_of(patient: PatientId) -> String {
    page_of_record(patient, "allergies")
}

/// What must be known of a patient first.
pub fn flags_of(patient: PatientId) -> String {
    page_of_record(patient, "flags")
}

/// What a patient lives with.
pub fn conditions_of(patient: PatientId) -> String {
    page_of_record(patient, "conditions")
}

/// What a patient takes.
pub fn medicines_of(patient: PatientId) -> String {
    page_of_record(patient, "medicines")
}

/// What was operated.
pub fn surgeries_of(patient: PatientId) -> String {
    page_of_record(patient, "surgeries")
}

/// A page of a record, where what no longer holds goes on after a line.
pub fn older_of(page: &str, after: uuid::Uuid) -> String {
    format!("{page}?after={after}")
}

/// How a patient is reached; with a kind, the form of one more of it.
pub fn contacts_of(patient: PatientId, kind: Option<ContactKind>) -> String {
    let kind = kind.map(|kind| format!("?kind={}", kind.name())).unwrap_or_default();
    page_of_record(patient, "contacts") + &kind
}

/// What was found, under the question as it was sealed.
pub fn patients_sought(sealed: &str) -> String {
    format!("{PATIENTS}?search={sealed}")
}

/// What was found at `door`, under the question as it was sealed.
pub fn sought(door: &str, sealed: &str) -> String {
    format!("{door}?search={sealed}")
}

/// The hospital's patients who were registered before one.
pub fn patients_before(at: Moment, patient: PatientId) -> String {
    format!("{PATIENTS}?before={}.{patient}", at.0)
}

/// Who treats a patient.
pub fn care_team(patient: PatientId) -> String {
    format!("/patients/{patient}/care")
}

/// The settings of a patient's portal.
pub fn portal_of(patient: PatientId) -> String {
    format!("/patients/{patient}/portal")
}

/// What a patient is shown in the portal, for staff.
pub fn portal_preview(patient: PatientId) -> String {
    format!("/patients/{patient}/portal/preview")
}

/// The consents after one, of one purpose and one patient number where they are asked for.
pub fn consents_after(purpose: &str, number: &str, after: ConsentId) -> String {
    format!(
        "{HOSPITAL_CONSENTS}?purpose={}&number={}&after={after}",
        escaped(purpose),
        escaped(number)
    )
}

/// The home of a role.
pub const fn home_of(role: Role) -> &'static str {
    match role {
        Role::Doctor | Role::Nurse => WARD,
        // Whether their machine is fit, and what is due.
        Role::Technician => MACHINES,
        Role::Pharmacist => PHARMACY,
        Role::HospitalAdmin => HOSPITAL,
        Role::Patient | Role::Proxy => MY,
        Role::Receptionist => REGISTRATIONS,
        Role::EmergencyResponder => EMERGENCY,
        Role::SuperAdmin => PLATFORM,
        // What they work in is not built yet: what there is for them stands there.
        Role::BillingClerk | Role::LabTechnician => STAFF_HOME,
    }
}

/// The devices after the one of this name.
pub fn devices_after(name: &str) -> String {
    format!("{DEVICES}?after={}", escaped(name))
}

/// The programs made before this one.
pub fn clients_after(client: Uuid) -> String {
    format!("{CLIENTS}?after={client}")
}

/// The tokens of devices after this one: by the name of its device.
pub fn device_tokens_after((name, token): &(String, Uuid)) -> String {
    format!("{DEVICE_TOKENS}?after={}&token={token}", escaped(name))
}

/// What was found in the audit, older than an entry: ids and words only, never a name.
pub fn audit_found(fields: &[(&str, &str)], before: Option<(Moment, uuid::Uuid)>) -> String {
    let fields = fields.iter().filter(|(_, value)| !value.is_empty());
    let mut query: Vec<String> = fields
        .map(|(name, value)| format!("{name}={}", escaped(value)))
        .collect();
    query.extend(before.map(|(at, id)| format!("before={}.{id}", at.0)));
    match query.is_empty() {
        true => AUDIT.into(),
        false => format!("{AUDIT}?{}", query.join("&")),
    }
}

/// Who looked at the patient's own record before a moment.
pub fn my_access_before(until: Moment) -> String {
    format!("{MY_ACCESS}?before={}", until.0)
}

/// The sign-in page that afterwards goes on to `page`.
pub fn sign_in_then(page: &str) -> String {
    if page == HOME {
        SIGN_IN.into()
    } else {
        format!("{SIGN_IN}?next={}", escaped(page))
    }
}

/// The form that opens the record of a known patient in an emergency.
pub fn emergency_of(patient: PatientId) -> String {
    format!("{EMERGENCY}?patient={patient}")
}

/// The page that asks for the code, and afterwards goes on to `page`; `again` when the last one was not right.
pub fn code_then(page: &str, again: bool) -> String {
    let next = if page == HOME { String::new() } else { escaped(page) };
    match (next.is_empty(), again) {
        (true, false) => SIGN_IN_CODE.into(),
        (true, true) => format!("{SIGN_IN_CODE}?again=1"),
        (false, false) => format!("{SIGN_IN_CODE}?next={next}"),
        (false, true) => format!("{SIGN_IN_CODE}?next={next}&again=1"),
    }
}

/// The page where somebody proves anew who they are, which afterwards goes on to `page`.
pub fn prove_then(page: &str) -> String {
    format!("{}?next={}", account_of(page).prove, escaped(page))
}

/// As the value of a query: an address may hold `&` and `?`.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 16);
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'/' | b'-' | b'_' | b'.' => escaped.push(char::from(byte)),
            other => escaped.push_str(&format!("%{other:02X}")),
        }
    }
    escaped
}

#[cfg(test)]
mod tests;
