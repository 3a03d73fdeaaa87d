//! The account page: who they are, what was told, how they are reached, password, second factor, sessions, sign-ins, mails.

use domain::identity::contact::Profile;
use domain::identity::password::shortest;
use domain::identity::{NoticeRow, SessionRow, SignInRow};
use hospital::identity::Workplace;
use hospital::identity::factor::Status;
use hospital::patients::corrections::Own;
use hospital::tokens::Program;
use leptos::prelude::*;
use ui::{Button, Card, Checkbox, Look, PageHead, TextArea};

use super::who;
use super::{lists, login};
use crate::forms::parts::{Act, Line, Said, code, fault, typed};
use crate::routes::AccountPaths;

/// What the page shows.
#[derive(Debug)]
pub struct Account {
    /// Where its doors are.
    pub paths: AccountPaths,
    /// Their roles here, in words.
    pub roles: String,
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
    /// What was told.
    pub notices: Vec<NoticeRow>,
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
        notices,
    } = account;
    view! {
        <PageHead title="Account"/>
        <Said/>
        <div class="home home--flow">
            {told(paths, notices)}
            {who::here(&profile, roles, hospital, employee_id)}
            {(workplaces.len() > 1).then(|| who::workplaces(workplaces))}
            {login::card(paths, &profile)}
            {own.map(who::chart)}
            {second_factor(paths, factor)}
            {contact(paths, &profile)}
            {password(paths, factor)}
            <div class="home__wide">{signed_in(paths, sessions)}</div>
            {(!programs.is_empty()).then(|| view! {
                <div class="home__wide">
                    <Card title="Programs that act for you" id="programs">{lists::programs(programs, paths.programs, false)}</Card>
                </div>
            }.into_any())}
            <div class="home__wide">
                <Card title="Sign-ins" id="sign-ins" note="the last 50 in 90 days">{lists::sign_ins(sign_ins)}</Card>
            </div>
            {mails(paths, &profile)}
        </div>
    }
    .into_any()
}

fn told(paths: AccountPaths, notices: Vec<NoticeRow>) -> Option<AnyView> {
    if notices.is_empty() {
        return None;
    }
    let unread = notices.iter().any(|row| row.is_new);
    let read = unread.then(|| {
        view! { <form method="post" action=paths.notices><Button>"I have read this"</Button></form> }.into_any()
    });
    Some(
        view! {
            <div class="home__wide">
                <Card title="What you should know" id="notices">
                    <div class="card__body stack">{lists::notices(notices)}{read}</div>
                </Card>
            </div>
        }
        .into_any(),
    )
}

fn second_factor(paths: AccountPaths, factor: Status) -> AnyView {
    let sentence = match (factor.since, factor.codes_left) {
        (None, _) => "There is none: your password alone opens this account.".to_owned(),
        (Some(_), left) => format!("A code from your app is asked for when you sign in. Recovery codes left: {left}."),
    };
    view! {
        <Card title="Second factor" id="second-factor">
            <div class="card__body stack">
                <p>{sentence}</p>
                <p><a href=paths.factor>{if factor.since.is_some() { "Manage it" } else { "Set one up" }}</a></p>
            </div>
        </Card>
    }
    .into_any()
}

fn contact(paths: AccountPaths, profile: &Profile) -> AnyView {
    let contact = profile.contact.clone();
    let address = typed("address").unwrap_or(contact.address);
    view! {
        <Card title="How we reach you" id="contact">
            <form class="card__body form" method="post" action=paths.contact>
                <Line name="phone" label="Phone" kind="tel" value=contact.phone autocomplete="tel" inputmode="tel" optional=true/>
                <TextArea name="address" label="Address" value=address rows=3 most=400 optional=true/>
                {fault("address").map(|wrong| view! { <p class="field__error">{wrong}</p> }.into_any())}
                <Line name="emergency_name" label="Emergency contact: name" value=contact.emergency_name optional=true/>
                <Line name="emergency_phone" label="Emergency contact: phone" kind="tel" value=contact.emergency_phone inputmode="tel" optional=true/>
                <div class="form__end"><Button>"Save"</Button></div>
            </form>
        </Card>
    }
    .into_any()
}

fn password(paths: AccountPaths, factor: Status) -> AnyView {
    let hint = format!(
        "At least {} characters. A few words that only you would put together are easy to remember.",
        shortest(factor.since.is_some())
    );
    view! {
        <Card title="Password" id="password">
            <form class="card__body form" method="post" action=paths.password>
                <Line name="old_password" label="Password now" kind="password" autocomplete="current-password"/>
                <Line name="new_password" label="New password" kind="password" hint=hint autocomplete="new-password"/>
                {factor.since.is_some().then(code)}
                <p class="quiet">"Every other session of yours ends."</p>
                <div class="form__end"><Button>"Change the password"</Button></div>
            </form>
        </Card>
    }
    .into_any()
}

fn signed_in(paths: AccountPaths, sessions: Vec<SessionRow>) -> AnyView {
    view! {
        <Card title="Where you are signed in" id="your-sessions">
            {lists::sessions(sessions, paths.sessions)}
            <div class="card__foot cluster">
                <span>"A session ends by itself when it is left alone, and after a while in any case."</span>
                <div class="push">
                    <Act action=paths.sessions fields=vec![("session", "all".to_owned())] verb="Sign out everywhere" label="Sign out everywhere" look=Look::Inverse/>
                </div>
            </div>
        </Card>
    }
    .into_any()
}

fn mails(paths: AccountPaths, profile: &Profile) -> AnyView {
    let (unusual, messages) = (profile.mail_unusual, profile.mail_messages);
    view! {
        <Card title="What you hear by mail" id="mails">
            <form class="card__body form" method="post" action=paths.mails>
                <Checkbox name="unusual" checked=unusual>"Unusual sign-ins"</Checkbox>
                <Checkbox name="messages" checked=messages>"That a message waits here"</Checkbox>
                <p class="quiet">"A new password, another email or phone number, a removed second factor and a locked account are always told. A mail never says anything about your health."</p>
                <div class="form__end"><Button>"Save"</Button></div>
            </form>
        </Card>
    }
    .into_any()
}
