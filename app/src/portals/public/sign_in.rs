//! The sign-in page: a plain form that posts to the door of the same path. What was wrong the last time comes from the server's
//! one-shot flash, never from the address.

use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;
use ui::{Button, Checkbox, Field, Icon, Look, Mark};

use crate::routes;
use crate::welcome::{DemoAccount, Refusal, Welcome};
use crate::widgets::hydrated::hydrated;

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
    view! {
        <Title text=if wrong { "Error: Sign in · Wardlight" } else { "Sign in · Wardlight" }/>
        <div class="sign-in">
            <div class="sign-in__picture">
                <img class="sign-in__windows" src="/night-windows.svg" alt=""/>
                <p class="sign-in__say">"A calm ward stays grey."<b>"One light means someone is needed."</b></p>
            </div>
            <main class="sign-in__side" id="main">
                <form class="sign-in__form" method="post" action=routes::SIGN_IN>
                    <div class="sign-in__brand">
                        <Mark large=true/>
                        <span>
                            <span class="sign-in__product">"Wardlight"</span>
                            <span class="sign-in__place">"A second display for the ward"</span>
                        </span>
                    </div>
                    <h1>"Sign in"</h1>
                    {wrong.then(|| view! { <Problem refusal=refusal.clone()/> }.into_any())}
                    <Field
                        name="login"
                        label="Email or phone number"
                        value=refusal.login.clone()
                        error=Signal::stored(login_fault)
                        autocomplete="username"
                        inputmode="email"
                        large=true
                        autofocus=!wrong
                    />
                    <Field
                        name="password"
                        label="Password"
                        kind="password"
                        error=Signal::stored(password_fault)
                        autocomplete="current-password"
                        large=true
                    >
                        <ShowPassword/>
                    </Field>
                    <Checkbox name="shared">"Shared computer: sign me out after 10 minutes"</Checkbox>
                    <input type="hidden" name="next" value=next/>
                    <Button look=Look::Primary class="btn--large btn--wide">"Sign in"</Button>
                    // Form pages: the browser loads each as a document of its own.
                    <p class="sign-in__ways">
                        <a href=routes::RECOVER rel="external">"I do not know my password"</a>
                        <a href=routes::REGISTER rel="external">"Patients: ask for an account"</a>
                    </p>
                    {(!demo.is_empty()).then(|| view! { <Demo accounts=demo.clone()/> }.into_any())}
                </form>
                <p class="sign-in__foot">"The monitor at the bed keeps the primary alarm."</p>
            </main>
        </div>
    }
}

/// What was wrong, first thing on the form, and focused, with and without JavaScript: a refusal is always a new document. Each line leads to
/// its field.
#[component]
fn Problem(refusal: Refusal) -> impl IntoView {
    let fields = refusal
        .fields
        .into_iter()
        .filter(|fault| !fault.field.is_empty())
        .map(|fault| view! { <li><a href=format!("#{}", fault.field)>{fault.reason}</a></li> }.into_any())
        .collect_view();
    let message = (!refusal.message.is_empty()).then(|| view! { <p>{refusal.message}</p> }.into_any());
    view! {
        <div class="problem" role="alert" tabindex="-1" autofocus=true>
            <h2 class="problem__title">"There is a problem"</h2>
            {message}
            <ul>{fields}</ul>
        </div>
    }
}

/// Shows what was typed. It needs the program, so it appears with it.
#[component]
fn ShowPassword() -> impl IntoView {
    let ready = hydrated();
    let shown = RwSignal::new(false);
    let turn = move |_| {
        shown.update(|shown| *shown = !*shown);
        set_kind(if shown.get_untracked() { "text" } else { "password" });
    };
    view! {
        {move || {
            ready.get().then(|| {
                view! {
                    <button
                        type="button"
                        class="btn btn--quiet btn--small"
                        aria-pressed=move || shown.get().to_string()
                        aria-label="Show password"
                        on:click=turn
                    >
                        <Icon name="eye"/>
                        {move || String::from(if shown.get() { "Hide" } else { "Show" })}
                    </button>
                }.into_any()
            })
        }}
    }
}

#[cfg(feature = "hydrate")]
fn set_kind(kind: &str) {
    let field = web_sys::window().and_then(|window| window.document()?.get_element_by_id("password"));
    if field.is_none_or(|field| field.set_attribute("type", kind).is_err()) {
        leptos::logging::warn!("the password field is not there");
    }
}

#[cfg(not(feature = "hydrate"))]
fn set_kind(_: &str) {}

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
            <summary>"Demo hospital: accounts to try"</summary>
            <p class="quiet">"The people are invented; the values are real recordings that play again. A hospital asks its staff for a second factor; this one does not, so that you can look around."</p>
            <dl class="demo__accounts">{rows}</dl>
        </details>
    }
}
