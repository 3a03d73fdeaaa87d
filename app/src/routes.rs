//! The addresses of all pages: the only file that spells paths.
//!
//! To add a page: its path here, its `<Route>` in [`Pages`], the component in its portal, and its row in the authorisation matrix.

use domain::actor::Role;
use domain::ids::{ConsentId, PatientId, WardId};
use domain::time::Moment;
use leptos::prelude::*;
use leptos_router::SsrMode;
use leptos_router::components::{FlatRoutes, Route, Router};
use leptos_router::path;

use crate::portals::admin::hospital::HospitalPage;
use crate::portals::doctor::patient::PatientPage;
use crate::portals::doctor::ward::WardPage;
use crate::portals::patient::home::MyHomePage;
use crate::portals::pharmacy::home::PharmacyPage;
use crate::portals::public::home::HomePage;
use crate::portals::public::not_found::NotFoundPage;
use crate::portals::public::sign_in::SignInPage;
use crate::portals::staff::account::AccountPage;
use crate::portals::technician::devices::DevicesPage;

/// Sends everybody to their home.
pub const HOME: &str = "/";
/// The sign-in page, and the door of its form.
pub const SIGN_IN: &str = "/sign-in";
/// The door that ends a staff session.
pub const SIGN_OUT: &str = "/sign-out";
/// The door that ends a patient's session.
pub const MY_SIGN_OUT: &str = "/my/sign-out";
/// The reader's own ward.
pub const WARD: &str = "/ward";
/// The devices of the hospital.
pub const DEVICES: &str = "/devices";
/// The pharmacy.
pub const PHARMACY: &str = "/pharmacy";
/// The hospital in figures.
pub const HOSPITAL: &str = "/hospital";
/// Who registered in the portal and waits to be matched to a chart.
pub const REGISTRATIONS: &str = "/registrations";
/// Open a record in an emergency.
pub const EMERGENCY: &str = "/emergency";
/// The queue of those who look at emergency openings afterwards.
pub const EMERGENCY_REVIEWS: &str = "/hospital/emergencies";
/// The door that closes what one opened in an emergency.
pub const EMERGENCY_END: &str = "/emergency/end";
/// Hospitals that registered.
pub const PLATFORM: &str = "/platform/hospitals";
/// The patient's own home.
pub const MY: &str = "/my";
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
/// The page and door where somebody proves anew who they are.
pub const PROVE: &str = "/account/prove";
/// The door that answers an alarm without JavaScript.
pub const ACKNOWLEDGE: &str = "/alarms/acknowledge";

/// The administrator's form pages: path, title, and what is done there.
pub const ADMIN_DESKS: [(&str, &str, &str); 2] = [
    (
        EMERGENCY_REVIEWS,
        "Emergency openings",
        "Who opened a record in an emergency, and what was found",
    ),
    (
        HOSPITAL_CONSENTS,
        "Consents",
        "What patients of this hospital let others do with their record",
    ),
];

/// Whether whoever has not signed in may open `path` too: the pages before an account.
pub fn is_public(path: &str) -> bool {
    let under = |prefix: &str| {
        path.strip_prefix(prefix)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    [SIGN_IN, "/recover", "/register", "/verify", "/invitation"]
        .into_iter()
        .any(under)
}

/// The board of a ward.
pub fn ward(ward: WardId) -> String {
    format!("{WARD}/{ward}")
}

/// The page of a patient.
pub fn patient(patient: PatientId) -> String {
    format!("/patients/{patient}")
}

/// The settings of a patient's portal.
pub fn portal_of(patient: PatientId) -> String {
    format!("/patients/{patient}/portal")
}

/// What a patient is shown in the portal, for staff.
pub fn portal_preview(patient: PatientId) -> String {
    format!("/patients/{patient}/portal/preview")
}

/// The reader's own readings before a row.
pub fn my_readings_before((at, seq): (Moment, i64)) -> String {
    format!("{MY_RECORD}?before={}.{seq}#readings", at.0)
}

/// Where a list of readings goes on, as [`readings_before`] and [`my_readings_before`] write it: `1795341600000000.42`.
pub fn read_before(text: &str) -> Option<(Moment, i64)> {
    let (at, seq) = text.split_once('.')?;
    Some((Moment(at.parse().ok()?), seq.parse().ok()?))
}

/// The consents after one, of one purpose and one patient number where they are asked for.
pub fn consents_after(purpose: &str, number: &str, after: ConsentId) -> String {
    format!(
        "{HOSPITAL_CONSENTS}?purpose={}&number={}&after={after}",
        escaped(purpose),
        escaped(number)
    )
}

/// The drawn day of a patient.
pub fn day_chart(patient: PatientId) -> String {
    format!("/charts/patients/{patient}/day.svg")
}

/// The home of a role.
pub const fn home_of(role: Role) -> &'static str {
    match role {
        Role::Doctor | Role::Nurse => WARD,
        Role::Technician => DEVICES,
        Role::Pharmacist => PHARMACY,
        Role::HospitalAdmin => HOSPITAL,
        Role::Patient | Role::Proxy => MY,
        Role::Receptionist => REGISTRATIONS,
        Role::EmergencyResponder => EMERGENCY,
        Role::SuperAdmin => PLATFORM,
        // What they work in is not built yet: their own account is what there is.
        Role::BillingClerk | Role::LabTechnician => ACCOUNT,
    }
}

/// The devices after the one of this name.
pub fn devices_after(name: &str) -> String {
    format!("{DEVICES}?after={}", escaped(name))
}

/// The readings of a patient before a row: its time and number, as one word.
pub fn readings_before(patient_id: PatientId, (at, seq): (Moment, i64)) -> String {
    format!("{}?before={}.{seq}#readings", patient(patient_id), at.0)
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

/// The page where somebody proves anew who they are, which afterwards goes on to `page`.
pub fn prove_then(page: &str) -> String {
    format!("{PROVE}?next={}", escaped(page))
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

/// All pages. Each signed-in one is drawn whole before its first byte leaves, so that status and redirect are right.
#[component]
pub fn Pages() -> impl IntoView {
    view! {
        <Router>
            <FlatRoutes fallback=NotFoundPage>
                <Route path=path!("/") view=HomePage ssr=SsrMode::Async/>
                <Route path=path!("/sign-in") view=SignInPage ssr=SsrMode::Async/>
                <Route path=path!("/ward") view=WardPage ssr=SsrMode::Async/>
                <Route path=path!("/ward/:ward") view=WardPage ssr=SsrMode::Async/>
                <Route path=path!("/patients/:patient") view=PatientPage ssr=SsrMode::Async/>
                <Route path=path!("/devices") view=DevicesPage ssr=SsrMode::Async/>
                <Route path=path!("/pharmacy") view=PharmacyPage ssr=SsrMode::Async/>
                <Route path=path!("/hospital") view=HospitalPage ssr=SsrMode::Async/>
                <Route path=path!("/account") view=AccountPage ssr=SsrMode::Async/>
                <Route path=path!("/my") view=MyHomePage ssr=SsrMode::Async/>
            </FlatRoutes>
        </Router>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_to_return_to_is_escaped() {
        assert_eq!(
            sign_in_then("/ward?sort=bed&x=%2F"),
            "/sign-in?next=/ward%3Fsort%3Dbed%26x%3D%252F"
        );
        assert_eq!(sign_in_then("/"), "/sign-in");
    }

    #[test]
    fn the_place_in_a_list_of_readings_is_read_from_the_address() {
        let place = (Moment(1_795_341_600_000_000), 42);
        assert_eq!(read_before("1795341600000000.42"), Some(place));
        assert!(my_readings_before(place).contains("before=1795341600000000.42#"));
        for wrong in ["", "17", "17.", "a.b", "1.2.3"] {
            assert_eq!(read_before(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn every_role_has_a_home_of_its_own() {
        let homes = Role::ALL.map(home_of);
        assert_eq!(
            homes,
            [
                "/ward",
                "/ward",
                "/devices",
                "/pharmacy",
                "/registrations",
                "/account",
                "/account",
                "/emergency",
                "/hospital",
                "/platform/hospitals",
                "/my",
                "/my"
            ]
        );
    }
}
