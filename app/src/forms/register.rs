//! Registering: a person in the portal of a hospital, and a hospital on the platform. What is answered is the same whatever is known already.

use domain::ids::HospitalId;
use hospital::patients::applications::Applied;
use leptos::prelude::*;
use ui::lang::{key, say, tell, word};
use ui::{Button, Choice as Zone, Combobox, Facts, Form, Heading, Known, Look, Question};

use super::parts::{Choice, Line, Said, fault, typed};
use super::recover::{NewPassword, password_of};
use crate::routes;

/// A person asks for an account.
pub fn patient(hospitals: Vec<(HospitalId, String)>) -> AnyView {
    let hospitals = std::iter::once((String::new(), word(key::CHOOSE_YOUR_HOSPITAL).to_owned()))
        .chain(hospitals.into_iter().map(|(id, name)| (id.to_string(), name)))
        .collect();
    view! {
        <Heading title=word(key::ASK_FOR_ACCOUNT)/>
        <Said/>
        <p>{word(key::REGISTER_WHY)}</p>
        <Form action=routes::REGISTER>
            <Choice name="hospital" label=word(key::PLACE_HOSPITAL) answers=hospitals/>
            <Line name="health_id" label=word(key::HEALTH_ID) inputmode="numeric" hint=word(key::HEALTH_ID_HINT)/>
            <Line name="given_name" label=word(key::GIVEN_NAME) autocomplete="given-name"/>
            <Line name="family_name" label=word(key::FAMILY_NAME) autocomplete="family-name"/>
            <Line name="born_on" label=word(key::DATE_OF_BIRTH) kind="date" autocomplete="bday"/>
            <Line name="email" label=word(key::EMAIL) kind="email" autocomplete="email" inputmode="email"/>
            <Line name="phone" label=word(key::PHONE_NUMBER) kind="tel" autocomplete="tel" inputmode="tel" optional=true hint=word(key::PHONE_HINT)/>
            <div class="form__end">
                <Button look=Look::Primary class="btn--large">{word(key::ASK_FOR_ACCOUNT)}</Button>
                <a href=routes::SIGN_IN>{word(key::HAVE_ACCOUNT)}</a>
            </div>
        </Form>
    }
    .into_any()
}

/// The same for everybody who asked.
pub fn sent() -> AnyView {
    view! {
        <Heading title=word(key::LOOK_INTO_MAIL)/>
        <p>{word(key::REGISTER_SENT)}</p>
        <p>{word(key::REGISTER_NOTHING_CAME)}</p>
    }
    .into_any()
}

/// Behind the link to a person: who asked for what, since somebody else may have filled in the form, and a password. The button uses the link, opening the page
/// does not.
pub fn choose(applied: Applied) -> AnyView {
    let Applied { hospital, name, email } = applied;
    let store = password_of(email.clone());
    view! {
        <Heading title=word(key::CONFIRM_EMAIL)/>
        <Said/>
        <p>{word(key::REGISTER_CHOOSE)}</p>
        <Facts>
            <Known what=word(key::PLACE_HOSPITAL)>{hospital}</Known>
            <Known what=word(key::NAME)>{name}</Known>
            <Known what=word(key::E_MAIL)>{email}</Known>
        </Facts>
        <Form action=routes::REGISTER_VERIFY>
            {store}
            <NewPassword/>
            <div class="form__end"><Button look=Look::Primary class="btn--large">{word(key::CONFIRM)}</Button></div>
        </Form>
    }
    .into_any()
}

/// Behind the link to a hospital, which proves an address: the button uses the link, opening the page does not.
pub fn prove_hospital() -> AnyView {
    view! {
        <Heading title=word(key::CONFIRM_EMAIL)/>
        <Said/>
        <p>{word(key::ADDRESS_IS_YOURS)}</p>
        <Form action=routes::REGISTER_HOSPITAL_VERIFY>
            <div class="form__end"><Button look=Look::Primary class="btn--large">{word(key::CONFIRM)}</Button></div>
        </Form>
    }
    .into_any()
}

/// The same for a person's account, whose password is chosen here: by who reads the mailbox, whoever filled in the form.
pub fn prove_and_choose() -> AnyView {
    view! {
        <Heading title=word(key::CONFIRM_EMAIL)/>
        <Said/>
        <p>{word(key::REGISTER_PROVE_AND_CHOOSE)}</p>
        <Form action=routes::REGISTER_VERIFY>
            <NewPassword/>
            <div class="form__end"><Button look=Look::Primary class="btn--large">{word(key::CONFIRM)}</Button></div>
        </Form>
    }
    .into_any()
}

/// What happens next, for whoever waits for the hospital.
pub fn waits(hospital: Option<String>) -> AnyView {
    let hospital = hospital.unwrap_or_else(|| word(key::THE_HOSPITAL).to_owned());
    view! {
        <Heading title=word(key::WHAT_HAPPENS_NEXT)/>
        <ol class="steps">
            <li>{word(key::EMAIL_IS_CONFIRMED)}</li>
            <li>{tell(say::reception_compares(hospital))}</li>
            <li>{word(key::YOU_GET_A_MAIL)}</li>
        </ol>
        <p>{word(key::NOTHING_TO_DO_YET)}</p>
    }
    .into_any()
}

/// The time zone: typed, and meanwhile the browser offers those of `zones` that fit.
fn zone(zones: &[String]) -> AnyView {
    let question = Question::new("zone", word(key::TIME_ZONE))
        .hint(word(key::TIME_ZONE_HINT))
        .error(fault("zone"));
    let choices: Vec<Zone> = zones.iter().map(|zone| Zone::new(zone.clone(), zone.clone())).collect();
    view! { <Combobox question=question typed=typed("zone").unwrap_or_default() choices=choices/> }.into_any()
}

/// A hospital asks to be taken in; `zones` are the time zones that are known.
pub fn hospital(zones: &[String]) -> AnyView {
    let zone = zone(zones);
    view! {
        <Heading title=word(key::REGISTER_HOSPITAL)/>
        <Said/>
        <p>{word(key::REGISTER_HOSPITAL_WHY)}</p>
        <Form action=routes::REGISTER_HOSPITAL>
            <Line name="name" label=word(key::HOSPITAL_NAME) autocomplete="organization"/>
            <Line name="address" label=word(key::ADDRESS) autocomplete="street-address"/>
            <Line name="phone" label=word(key::PHONE_NUMBER) kind="tel" inputmode="tel" hint=word(key::PHONE_HINT)/>
            <Line name="registration_number" label=word(key::REGISTRATION_NUMBER) hint=word(key::REGISTRATION_NUMBER_HINT)/>
            {zone}
            <Line name="admin_name" label=word(key::FIRST_ADMIN_NAME) autocomplete="name"/>
            <Line name="admin_email" label=word(key::FIRST_ADMIN_EMAIL) kind="email" autocomplete="email" inputmode="email"/>
            <div class="form__end"><Button look=Look::Primary class="btn--large">{word(key::SEND_APPLICATION)}</Button></div>
        </Form>
    }
    .into_any()
}

/// What happens next, for whoever applied for a hospital.
pub fn hospital_waits() -> AnyView {
    view! {
        <Heading title=word(key::WHAT_HAPPENS_NEXT)/>
        <ol class="steps">
            <li>{word(key::EMAIL_IS_CONFIRMED)}</li>
            <li>{word(key::PLATFORM_LOOKS)}</li>
            <li>{word(key::HOSPITAL_MAIL)}</li>
        </ol>
    }
    .into_any()
}
