//! The sign-in page: a plain form that posts to the door of the same path. What was wrong the last time comes from the server's
//! one-shot flash, never from the address.

use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;
use ui::lang::{key, say, tell, word};
use ui::{BareButton, Button, Checkbox, Field, Form, Heading, Icon, Look, Mark, Problem, Problems};

use crate::language::LanguageMenu;
use crate::routes;
use crate::shell::Assets;
use crate::text_size::LargerText;
use crate::welcome::{DemoAccount, Refusal, Welcome};
use crate::widgets::aloud::{At, aloud};
use crate::widgets::theme_switch::HighContrast;

/// The page.
#[component]
pub fn SignInPage() -> impl IntoView {
    let welcome = Welcome::here();
    let refusal = welcome.refusal.unwrap_or_default();
    let wrong = refusal != Refusal::default();
    let next = use_query_map().read_untracked().get("next").unwrap_or_default();
    let fault = |name: &str| {
        refusal
            .fields
            .iter()
            .find(|fault| fault.field == name)
            .map(|fault| fault.reason.clone())
    };
    let (login_fault, password_fault) = (fault("login"), fault("password"));
    let demo = welcome.demo;
    let script = use_context::<Assets>().unwrap_or_default().aloud;
    let title = if wrong {
        tell(say::error_title(word(key::SIGN_IN)))
    } else {
        word(key::SIGN_IN).to_owned()
    };
    view! {
        <Title text=tell(say::page_title(title))/>
        <div class="sign-in">
            <div class="sign-in__picture">
                <img class="sign-in__windows" src="/night-windows.svg" alt=""/>
                <p class="sign-in__say">{word(key::CALM_WARD)}<b>{word(key::ONE_LIGHT)}</b></p>
            </div>
            <main class="sign-in__side" id="main">
                <Form class="sign-in__form" action=routes::SIGN_IN hidden=vec![("next", next)]>
                    <div class="sign-in__brand">
                        <Mark large=true/>
                        <span>
                            <span class="sign-in__product">"Wardlight"</span>
                            <span class="sign-in__place">{word(key::SECOND_DISPLAY_FOR)}</span>
                        </span>
                    </div>
                    <Heading title=word(key::SIGN_IN)/>
                    {wrong.then(|| refused(refusal.clone()))}
                    <Field
                        name="login"
                        label=word(key::SIGN_IN_WITH)
                        value=refusal.login.clone()
                        error=Signal::stored(login_fault)
                        autocomplete="username"
                        inputmode="email"
                        large=true
                        autofocus=!wrong
                    />
                    <Field
                        name="password"
                        label=word(key::PASSWORD)
                        kind="password"
                        error=Signal::stored(password_fault)
                        autocomplete="current-password"
                        large=true
                    >
                        <ShowPassword/>
                    </Field>
                    <Checkbox name="shared">{word(key::SHARED_COMPUTER)}</Checkbox>
                    <Button look=Look::Primary class="btn--large btn--wide">{word(key::SIGN_IN)}</Button>
                    // Form pages: the browser loads each as a document of its own.
                    <p class="sign-in__ways">
                        <a href=routes::RECOVER rel="external">{word(key::FORGOT_PASSWORD)}</a>
                        <a href=routes::REGISTER rel="external">{word(key::ASK_FOR_ACCOUNT_PATIENTS)}</a>
                    </p>
                    {(!demo.is_empty()).then(|| view! { <Demo accounts=demo.clone()/> }.into_any())}
                </Form>
                <div class="sign-in__foot">
                    <p>{word(key::SECOND_DISPLAY)}</p>
                    <LanguageMenu/>
                    <LargerText/>
                    <HighContrast class="languages__one"/>
                    {aloud(At::Foot, &script)}
                </div>
            </main>
        </div>
    }
}

/// What was wrong, first thing on the form, and focused, with and without JavaScript: a refusal is always a new document.
fn refused(refusal: Refusal) -> AnyView {
    let faults = refusal.fields.into_iter().filter(|fault| !fault.field.is_empty());
    let lines: Vec<Problem> = faults.map(|fault| Problem::new(fault.field, fault.reason)).collect();
    let message = (!refusal.message.is_empty()).then(|| refusal.message.into_any());
    view! { <Problems message=message lines=lines/> }.into_any()
}

/// Shows what was typed: `public/page.js` hears it. Without a script it is not shown.
#[component]
fn ShowPassword() -> impl IntoView {
    view! {
        <BareButton class="btn btn--quiet btn--small" does="show" pressed=false label=word(key::SHOW_PASSWORD)>
            <Icon name="eye"/>
            <span class="show__on">{word(key::SHOW)}</span>
            <span class="show__off">{word(key::HIDE)}</span>
        </BareButton>
    }
}

/// The accounts of a demo hospital: only a server in demo mode sends them.
#[component]
fn Demo(accounts: Vec<DemoAccount>) -> impl IntoView {
    let rows = accounts
        .into_iter()
        .map(|account| {
            view! {
                <dt>{account.title}</dt>
                <dd><span class="code">{account.email}</span>" "<span class="code quiet">{account.password}</span></dd>
            }
            .into_any()
        })
        .collect_view();
    view! {
        <details class="demo">
            <summary>{word(key::DEMO_ACCOUNTS)}</summary>
            <p class="quiet">{word(key::DEMO_PEOPLE)}</p>
            <dl class="demo__accounts">{rows}</dl>
        </details>
    }
}
