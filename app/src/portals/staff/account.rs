//! Who the reader is here, and where they are signed in, for a home that has nothing else to show yet. The account itself is a form page (`forms::account`).

use domain::identity::SessionRow;
use leptos::prelude::*;
use ui::{Button, Card, Look, effect};

use crate::api::identity::EndSessions;
use crate::portals::role_in_words;
use crate::routes;
use crate::welcome::me;
use crate::widgets::hydrated::hydrated;
use crate::widgets::needs_script::NeedsScript;
use crate::widgets::sessions::Sessions;

/// Name, roles, hospital.
#[component]
pub fn WhoYouAre() -> impl IntoView {
    let me = me();
    let (name, hospital) = me
        .as_ref()
        .map(|me| (me.name.clone(), me.hospital.clone()))
        .unwrap_or_default();
    let roles = me.map(|me| me.roles).unwrap_or_default();
    let roles = roles
        .iter()
        .map(|role| role_in_words(*role))
        .collect::<Vec<_>>()
        .join(", ");
    view! {
        <Card title="Who you are here" id="who-you-are">
            <div class="card__body">
                <dl class="facts">
                    <dt>"Name"</dt><dd>{name}</dd>
                    <dt>"Role"</dt><dd>{roles}</dd>
                    <dt>"Hospital"</dt><dd>{hospital}</dd>
                </dl>
            </div>
        </Card>
    }
}

/// Where they are signed in, and the act that ends all of it.
#[component]
pub fn YourSessions(rows: Vec<SessionRow>) -> impl IntoView {
    let end = ServerAction::<EndSessions>::new();
    let ready = hydrated();
    effect(move || {
        if matches!(end.value().get(), Some(Ok(()))) {
            leave();
        }
    });
    let failed = move || {
        end.value()
            .get()
            .and_then(Result::err)
            .map(|error| view! { <p class="field__error" role="alert">{error.to_string()}</p> }.into_any())
    };
    view! {
        <Card title="Where you are signed in" id="your-sessions">
            <Sessions rows=rows/>
            <div class="card__foot cluster">
                <span>"A session ends by itself after 15 minutes without use, and after 12 hours in any case. An open live page counts as use."</span>
                {move || failed()}
                <div class="push">
                    {move || {
                        ready.get().then(|| {
                            view! {
                                <Button
                                    kind="button"
                                    look=Look::Inverse
                                    busy=end.pending()
                                    busy_label="Ending"
                                    on:click=move |_| drop(end.dispatch(EndSessions {}))
                                >
                                    "Sign out everywhere"
                                </Button>
                            }.into_any()
                        })
                    }}
                </div>
            </div>
            <NeedsScript what="Signing out everywhere"/>
        </Card>
    }
}

/// All sessions are over, this one too.
fn leave() {
    let location = window().location();
    if location.assign(routes::SIGN_IN).is_err() {
        leptos::logging::warn!("the sign-in page could not be opened");
    }
}
