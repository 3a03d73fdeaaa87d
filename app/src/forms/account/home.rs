//! The account page: who they are, how they are reached, password, second factor, sessions, sign-ins, language.

use domain::actor::Role;
use domain::identity::contact::Profile;
use domain::identity::password::shortest;
use domain::identity::{SessionRow, SignInRow};
use hospital::identity::Workplace;
use hospital::identity::factor::Status;
use hospital::patients::corrections::Own;
use hospital::tokens::Program;
use leptos::prelude::*;
use ui::lang::{key, say, tell, word};
use ui::{Button, Card, Form, Look, PageHead, TextArea};

use super::{lists, login, looks, who};
use crate::forms::parts::{Act, Line, Said, code, fault, typed};
use crate::portals::role_in_words;
use crate::routes::{AccountPaths, notices_of};

/// What the page shows.
#[derive(Debug)]
pub struct Account {
    /// Where its doors are.
    pub paths: AccountPaths,
    /// Their roles here.
    pub roles: Vec<Role>,
    /// The hospital.
    pub hospital: String,
    /// The number under which they work there.
    pub employee_id: Option<String>,
    /// Where they have a role.
    pub workplaces: Vec<Workplace>,
    /// Who they are by their chart, in their own portal.
    pub own: Option<Own>,
    /// Who they are and how they are reached.
    pub profile: Profile,
    /// Their second factor.
    pub factor: Status,
    /// Where they are signed in.
    pub sessions: Vec<SessionRow>,
    /// What programs hold.
    pub programs: Vec<Program>,
    /// Tries to sign in.
    pub sign_ins: Vec<SignInRow>,
}

/// The page.
pub fn page(account: Account) -> AnyView {
    let Account {
        paths,
        roles,
        hospital,
        employee_id,
        workplaces,
        own,
        profile,
        factor,
        sessions,
        programs,
        sign_ins,
    } = account;
    let is_patient = own.is_some();
    view! {
        <PageHead title=word(key::PLACE_ACCOUNT)/>
        <Said/>
        <div class="home home--flow">
            {who::here(&profile, in_words(&roles), hospital, employee_id)}
            {(workplaces.len() > 1).then(|| who::workplaces(workplaces))}
            {login::card(paths, &profile)}
            {own.map(who::chart)}
            {second_factor(paths, factor)}
            {contact(paths, &profile)}
            {password(paths, factor)}
            <div class="home__wide">{signed_in(paths, sessions)}</div>
            {(!programs.is_empty()).then(|| view! {
                <div class="home__wide">
                    <Card title=word(key::PROGRAMS_FOR_YOU) id="programs">{lists::programs(programs, paths.programs, false)}</Card>
                </div>
            }.into_any())}
            <div class="home__wide">
                <Card title=word(key::SIGN_INS) id="sign-ins" note=word(key::LAST_FIFTY)>{lists::sign_ins(sign_ins)}</Card>
            </div>
            {looks::card(paths, is_patient)}
            {told(paths)}
        </div>
    }
    .into_any()
}

fn in_words(roles: &[Role]) -> String {
    let roles: Vec<&str> = roles.iter().map(|role| role_in_words(*role)).collect();
    roles.join(word(key::LIST_COMMA))
}

/// What they were told stands in a list of its own.
fn told(paths: AccountPaths) -> AnyView {
    let notices = notices_of(paths.account).page;
    view! {
        <Card title=word(key::NOTICES) id="notices">
            <div class="card__body stack">
                <p>{word(key::NOTICES_WHAT)}</p>
                <p><a href=notices>{word(key::NOTICES)}</a></p>
            </div>
        </Card>
    }
    .into_any()
}

fn second_factor(paths: AccountPaths, factor: Status) -> AnyView {
    let sentence = match (factor.since, factor.codes_left) {
        (None, _) => word(key::FACTOR_NONE).to_owned(),
        (Some(_), left) => tell(say::factor_and_codes(left)),
    };
    view! {
        <Card title=word(key::SECOND_FACTOR) id="second-factor">
            <div class="card__body stack">
                <p>{sentence}</p>
                <p><a href=paths.factor>{if factor.since.is_some() { word(key::MANAGE_IT) } else { word(key::SET_ONE_UP) }}</a></p>
            </div>
        </Card>
    }
    .into_any()
}

fn contact(paths: AccountPaths, profile: &Profile) -> AnyView {
    let contact = profile.contact.clone();
    let address = typed("address").unwrap_or(contact.address);
    view! {
        <Card title=word(key::HOW_WE_REACH_YOU) id="contact">
            <Form class="card__body form" action=paths.contact>
                <Line name="phone" label=word(key::PHONE) kind="tel" value=contact.phone autocomplete="tel" inputmode="tel" optional=true/>
                <TextArea name="address" label=word(key::ADDRESS) value=address rows=3 most=400 optional=true/>
                {fault("address").map(|wrong| view! { <p class="field__error">{wrong}</p> }.into_any())}
                <Line name="emergency_name" label=word(key::EMERGENCY_NAME) value=contact.emergency_name optional=true/>
                <Line name="emergency_phone" label=word(key::EMERGENCY_PHONE) kind="tel" value=contact.emergency_phone inputmode="tel" optional=true/>
                <div class="form__end"><Button>{word(key::SAVE)}</Button></div>
            </Form>
        </Card>
    }
    .into_any()
}

fn password(paths: AccountPaths, factor: Status) -> AnyView {
    let hint = tell(say::new_password_at_least(shortest(factor.since.is_some())));
    view! {
        <Card title=word(key::PASSWORD) id="password">
            <Form class="card__body form" action=paths.password>
                <Line name="old_password" label=word(key::PASSWORD_NOW) kind="password" autocomplete="current-password"/>
                <Line name="new_password" label=word(key::NEW_PASSWORD) kind="password" hint=hint autocomplete="new-password"/>
                {factor.since.is_some().then(code)}
                <p class="quiet">{word(key::OTHERS_END)}</p>
                <div class="form__end"><Button>{word(key::CHANGE_PASSWORD)}</Button></div>
            </Form>
        </Card>
    }
    .into_any()
}

fn signed_in(paths: AccountPaths, sessions: Vec<SessionRow>) -> AnyView {
    view! {
        <Card title=word(key::WHERE_SIGNED_IN) id="your-sessions">
            {lists::sessions(sessions, paths.sessions)}
            <div class="card__foot cluster">
                <span>{word(key::SESSION_ENDS)}</span>
                <div class="push">
                    <Act action=paths.sessions fields=vec![("session", "all".to_owned())] verb=word(key::SIGN_OUT_EVERYWHERE) label=word(key::SIGN_OUT_EVERYWHERE) look=Look::Inverse/>
                </div>
            </div>
        </Card>
    }
    .into_any()
}
