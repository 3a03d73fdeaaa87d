//! `/register`: a person asks for an account in a portal, a hospital asks to be taken in. What is answered is the same whatever is known.

use app::forms::{Around, register as pages};
use app::routes::{REGISTER, REGISTER_HOSPITAL, REGISTER_HOSPITAL_VERIFY, REGISTER_VERIFY, REGISTER_WAITING};
use axum::Form;
use axum::extract::Query;
use axum::response::Response;
use axum::routing::on;
use hospital::HospitalError;
use hospital::organisation::applications as hospitals;
use hospital::patients::applications as patients;
use secrecy::SecretString;
use serde::Deserialize;

use super::link::{self, Opened};
use super::{Desk, asking};
use crate::endpoint::Endpoint;
use crate::state::AppState;
use crate::throttle::Route;

/// The doors.
pub static ENDPOINTS: [Endpoint<AppState>; 9] = [
    Endpoint::get(REGISTER, |it| on(it, form)),
    Endpoint::post(REGISTER, |it| on(it, apply)),
    Endpoint::get(REGISTER_VERIFY, |it| on(it, open)),
    Endpoint::post(REGISTER_VERIFY, |it| on(it, verify)),
    Endpoint::get(REGISTER_WAITING, |it| on(it, waiting)),
    Endpoint::get(REGISTER_HOSPITAL, |it| on(it, hospital_form)),
    Endpoint::post(REGISTER_HOSPITAL, |it| on(it, hospital_apply)),
    Endpoint::get(REGISTER_HOSPITAL_VERIFY, |it| on(it, hospital_open)),
    Endpoint::post(REGISTER_HOSPITAL_VERIFY, |it| on(it, hospital_verify)),
];

/// The form of a person.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Person {
    hospital: String,
    health_id: String,
    given_name: String,
    family_name: String,
    born_on: String,
    email: String,
    phone: String,
}

/// The password, behind the link; the field for the browser's password store is not read.
#[derive(Deserialize)]
struct Chosen {
    #[serde(default, deserialize_with = "super::secret")]
    password: SecretString,
}

/// The form of a hospital.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Hospital {
    name: String,
    address: String,
    phone: String,
    registration_number: String,
    zone: String,
    admin_name: String,
    admin_email: String,
}

async fn form(desk: Desk) -> Response {
    let ctx = desk.at_the_door();
    match desk.run(async move { patients::open_hospitals(&ctx).await }).await {
        Ok(hospitals) => desk.page("Ask for an account", Around::Sheet, || pages::patient(hospitals)),
        Err(error) => desk.refusal(error),
    }
}

async fn apply(desk: Desk, Form(person): Form<Person>) -> Response {
    if let Some(wait) = asking::count(&desk, Route::Registration, &person.email) {
        return wait;
    }
    let ctx = desk.at_the_door();
    let form = patients::Form {
        hospital: person.hospital.clone(),
        health_id: person.health_id.clone(),
        given_name: person.given_name.clone(),
        family_name: person.family_name.clone(),
        born_on: person.born_on.clone(),
        email: person.email.clone(),
        phone: person.phone.clone(),
        language: desk.locale().tag().to_owned(),
    };
    match desk.run(async move { patients::apply(&ctx, &form).await }).await {
        Ok(()) => desk.page("Look into your mail", Around::Sheet, pages::sent),
        Err(error) => {
            let typed = [
                ("hospital", person.hospital.as_str()),
                ("health_id", &person.health_id),
                ("given_name", &person.given_name),
                ("family_name", &person.family_name),
                ("born_on", &person.born_on),
                ("email", &person.email),
                ("phone", &person.phone),
            ];
            desk.again(REGISTER, error, &typed)
        }
    }
}

async fn open(desk: Desk, Query(opened): Query<Opened>) -> Response {
    if let Some(taken) = link::take(REGISTER_VERIFY, opened) {
        return taken;
    }
    let (ctx, secret) = (desk.at_the_door(), link::secret(&desk));
    match desk.run(async move { patients::look(&ctx, &secret).await }).await {
        Ok(applied) => desk.page("Confirm your e-mail address", Around::Sheet, || pages::choose(applied)),
        Err(error) => link::refused(desk, error, Some(REGISTER)),
    }
}

async fn verify(desk: Desk, Form(chosen): Form<Chosen>) -> Response {
    let (ctx, secret) = (desk.at_the_door(), link::secret(&desk));
    let verified = link::counted(
        &desk,
        async move { patients::verify(&ctx, &secret, &chosen.password).await },
    );
    let verified = match verified.await {
        Ok(verified) => verified,
        Err(wait) => return *wait,
    };
    match verified {
        Ok(hospital) => link::used(desk.page("What happens next", Around::Sheet, || pages::waits(Some(hospital)))),
        Err(error @ (HospitalError::Invalid(_) | HospitalError::Busy)) => desk.again(REGISTER_VERIFY, error, &[]),
        Err(error) => link::refused(desk, error, Some(REGISTER)),
    }
}

async fn waiting(desk: Desk) -> Response {
    desk.page("What happens next", Around::Sheet, || pages::waits(None))
}

async fn hospital_form(desk: Desk) -> Response {
    desk.page("Register a hospital", Around::Sheet, || {
        pages::hospital(hospital::organisation::places_of_zones())
    })
}

async fn hospital_apply(desk: Desk, Form(hospital): Form<Hospital>) -> Response {
    if let Some(wait) = asking::count(&desk, Route::Registration, &hospital.admin_email) {
        return wait;
    }
    let ctx = desk.at_the_door();
    let form = hospitals::Form {
        name: hospital.name.clone(),
        address: hospital.address.clone(),
        phone: hospital.phone.clone(),
        registration_number: hospital.registration_number.clone(),
        zone: hospital.zone.clone(),
        admin_name: hospital.admin_name.clone(),
        admin_email: hospital.admin_email.clone(),
        language: desk.locale().tag().to_owned(),
    };
    match desk.run(async move { hospitals::apply(&ctx, &form).await }).await {
        Ok(()) => desk.page("Look into your mail", Around::Sheet, pages::sent),
        Err(error) => {
            let typed = [
                ("name", hospital.name.as_str()),
                ("address", &hospital.address),
                ("phone", &hospital.phone),
                ("registration_number", &hospital.registration_number),
                ("zone", &hospital.zone),
                ("admin_name", &hospital.admin_name),
                ("admin_email", &hospital.admin_email),
            ];
            desk.again(REGISTER_HOSPITAL, error, &typed)
        }
    }
}

async fn hospital_open(desk: Desk, Query(opened): Query<Opened>) -> Response {
    if let Some(taken) = link::take(REGISTER_HOSPITAL_VERIFY, opened) {
        return taken;
    }
    let (ctx, secret) = (desk.at_the_door(), link::secret(&desk));
    match desk.run(async move { hospitals::look(&ctx, &secret).await }).await {
        Ok(()) => desk.page("Confirm your e-mail address", Around::Sheet, pages::prove_hospital),
        Err(error) => link::refused(desk, error, Some(REGISTER_HOSPITAL)),
    }
}

async fn hospital_verify(desk: Desk) -> Response {
    let (ctx, secret) = (desk.at_the_door(), link::secret(&desk));
    let verified = link::counted(&desk, async move { hospitals::verify(&ctx, &secret).await });
    let verified = match verified.await {
        Ok(verified) => verified,
        Err(wait) => return *wait,
    };
    match verified {
        Ok(()) => link::used(desk.page("What happens next", Around::Sheet, pages::hospital_waits)),
        Err(error) => link::refused(desk, error, Some(REGISTER_HOSPITAL)),
    }
}
