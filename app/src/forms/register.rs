//! Registering: a person in the portal of a hospital, and a hospital on the platform. What is answered is the same whatever is known already.

use domain::ids::HospitalId;
use hospital::patients::applications::Applied;
use leptos::prelude::*;
use ui::{Button, Choice as Zone, Combobox, Look, Question};

use super::parts::{Choice, Line, Said, fault, typed};
use super::recover::NewPassword;
use crate::routes;

/// A person asks for an account.
pub fn patient(hospitals: Vec<(HospitalId, String)>) -> AnyView {
    let hospitals = std::iter::once((String::new(), "Choose your hospital".to_owned()))
        .chain(hospitals.into_iter().map(|(id, name)| (id.to_string(), name)))
        .collect();
    view! {
        <h1>"Ask for an account"</h1>
        <Said/>
        <p>"With an account you see your own values and who looked at them. The hospital compares what you write here with your chart before it opens anything."</p>
        <form class="form" method="post" action=routes::REGISTER>
            <Choice name="hospital" label="Hospital" answers=hospitals/>
            <Line name="health_id" label="Health id" inputmode="numeric" hint="The 14 digits on your health card."/>
            <Line name="given_name" label="Given name" autocomplete="given-name"/>
            <Line name="family_name" label="Family name" autocomplete="family-name"/>
            <Line name="born_on" label="Date of birth" kind="date" autocomplete="bday"/>
            <Line name="email" label="Email" kind="email" autocomplete="email" inputmode="email"/>
            <Line name="phone" label="Phone number" kind="tel" autocomplete="tel" inputmode="tel" optional=true hint="With its country code, such as +254 700 000 001."/>
            <div class="form__end">
                <Button look=Look::Primary class="btn--large">"Ask for an account"</Button>
                <a href=routes::SIGN_IN>"I have one: sign in"</a>
            </div>
        </form>
    }
    .into_any()
}

/// The same for everybody who asked.
pub fn sent() -> AnyView {
    view! {
        <h1>"Look into your mail"</h1>
        <p>"A mail is on its way to the address that you gave. It says what comes next; a link in it works once, for 24 hours."</p>
        <p>"Nothing came? Look into the folder for spam, and check that you wrote the address as it is."</p>
    }
    .into_any()
}

/// Behind the link to a person: who asked for what, since somebody else may have filled in the form, and a password. The button uses the link, opening the page
/// does not.
pub fn choose(applied: Applied) -> AnyView {
    let Applied { hospital, name, email } = applied;
    view! {
        <h1>"Confirm your e-mail address"</h1>
        <Said/>
        <p>"Somebody asked for an account with this address. If it was not you, close this page: without a password no account is made."</p>
        <dl class="facts">
            <dt>"Hospital"</dt><dd>{hospital}</dd>
            <dt>"Name"</dt><dd>{name}</dd>
            <dt>"E-mail"</dt><dd>{email.clone()}</dd>
        </dl>
        <form class="form" method="post" action=routes::REGISTER_VERIFY>
            // For the browser's password store: which account the password is of.
            <input class="visually-hidden" type="email" name="username" value=email autocomplete="username" readonly tabindex="-1" aria-hidden="true"/>
            <NewPassword/>
            <div class="form__end"><Button look=Look::Primary class="btn--large">"Confirm"</Button></div>
        </form>
    }
    .into_any()
}

/// Behind the link to a hospital, which proves an address: the button uses the link, opening the page does not.
pub fn prove_hospital() -> AnyView {
    view! {
        <h1>"Confirm your e-mail address"</h1>
        <Said/>
        <p>"Press the button to say that this address is yours."</p>
        <form class="form" method="post" action=routes::REGISTER_HOSPITAL_VERIFY>
            <div class="form__end"><Button look=Look::Primary class="btn--large">"Confirm"</Button></div>
        </form>
    }
    .into_any()
}

/// The same for a person's account, whose password is chosen here: by who reads the mailbox, whoever filled in the form.
pub fn prove_and_choose() -> AnyView {
    view! {
        <h1>"Confirm your e-mail address"</h1>
        <Said/>
        <p>"Somebody asked for an account with this address. If it was you, choose the password with which you will sign in. If it was not, close this page: nothing happens."</p>
        <form class="form" method="post" action=routes::REGISTER_VERIFY>
            <NewPassword/>
            <div class="form__end"><Button look=Look::Primary class="btn--large">"Confirm"</Button></div>
        </form>
    }
    .into_any()
}

/// What happens next, for whoever waits for the hospital.
pub fn waits(hospital: Option<String>) -> AnyView {
    let hospital = hospital.unwrap_or_else(|| "the hospital".to_owned());
    view! {
        <h1>"What happens next"</h1>
        <ol class="steps">
            <li>"Your e-mail address is confirmed."</li>
            <li>{format!("The reception of {hospital} compares what you wrote with its charts. This takes a day or two.")}</li>
            <li>"You get a mail. Then you can sign in with your e-mail address and your password."</li>
        </ol>
        <p>"Until then there is nothing to see here, and nothing for you to do. If it is urgent, call the hospital."</p>
    }
    .into_any()
}

/// The time zone: typed, and meanwhile the browser offers those of `zones` that fit.
fn zone(zones: &[String]) -> AnyView {
    let question = Question::new("zone", "Time zone")
        .hint("Continent and city, such as Africa/Nairobi. Type the city and choose.")
        .error(fault("zone"));
    let choices: Vec<Zone> = zones.iter().map(|zone| Zone::new(zone.clone(), zone.clone())).collect();
    view! { <Combobox question=question typed=typed("zone").unwrap_or_default() choices=choices/> }.into_any()
}

/// A hospital asks to be taken in; `zones` are the time zones that are known.
pub fn hospital(zones: &[String]) -> AnyView {
    view! {
        <h1>"Register a hospital"</h1>
        <Said/>
        <p>"The platform looks at every application. Until it has approved yours, nothing is set up and nobody can sign in."</p>
        <form class="form" method="post" action=routes::REGISTER_HOSPITAL>
            <Line name="name" label="Name of the hospital" autocomplete="organization"/>
            <Line name="address" label="Address" autocomplete="street-address"/>
            <Line name="phone" label="Phone number" kind="tel" inputmode="tel" hint="With its country code, such as +254 700 000 001."/>
            <Line name="registration_number" label="Registration number" hint="The number under which the health authority knows the hospital."/>
            {zone(zones)}
            <Line name="admin_name" label="Name of the first administrator" autocomplete="name"/>
            <Line name="admin_email" label="Email of the first administrator" kind="email" autocomplete="email" inputmode="email"/>
            <div class="form__end"><Button look=Look::Primary class="btn--large">"Send the application"</Button></div>
        </form>
    }
    .into_any()
}

/// What happens next, for whoever applied for a hospital.
pub fn hospital_waits() -> AnyView {
    view! {
        <h1>"What happens next"</h1>
        <ol class="steps">
            <li>"Your e-mail address is confirmed."</li>
            <li>"The platform looks at the application."</li>
            <li>"You get a mail: an invitation as the first administrator, or the answer that it was not accepted."</li>
        </ol>
    }
    .into_any()
}
