//! Hospitals that ask to be taken in, for whoever runs the platform.

use hospital::organisation::applications::Application;
use leptos::prelude::*;
use ui::{Button, Empty, PageHead, Time, TimeStyle};

use super::parts::{Confirm, Said};
use crate::routes;

/// The page.
pub fn page(waiting: Vec<Application>) -> AnyView {
    let none = waiting.is_empty();
    let cards = waiting.into_iter().map(card).collect_view();
    view! {
        <PageHead title="Hospitals that wait"/>
        <Said/>
        <p><a href=routes::PLATFORM_ACCOUNTS>"Close or open an account"</a></p>
        {none.then(|| view! { <Empty title="No hospital waits" text="A hospital that asks to be taken in comes here once its e-mail address is confirmed."/> }.into_any())}
        {cards}
    }
    .into_any()
}

fn card(application: Application) -> AnyView {
    let (heading, reason) = (
        format!("hospital-{}", application.id),
        format!("reason-{}", application.id),
    );
    let (id, labelled) = (application.id.to_string(), heading.clone());
    view! {
        <section class="card" aria-labelledby=labelled>
            <div class="card__body">
                <h2 id=heading>{application.name.clone()}</h2>
                <dl class="facts">
                    <dt>"Address"</dt><dd>{application.address}</dd>
                    <dt>"Phone"</dt><dd>{application.phone}</dd>
                    <dt>"Registration number"</dt><dd class="code">{application.registration_number}</dd>
                    <dt>"Time zone"</dt><dd>{application.zone}</dd>
                    <dt>"First administrator"</dt><dd>{format!("{} · {}", application.admin_name, application.admin_email)}</dd>
                    <dt>"Address confirmed"</dt><dd><Time at=Signal::stored(Some(application.verified_at)) style=TimeStyle::DateClock/></dd>
                </dl>
                <form class="form form--wide" method="post" action=routes::PLATFORM_REFUSE>
                    <input type="hidden" name="application" value=id.clone()/>
                    <div class="field">
                        <label class="field__label" for=reason.clone()>"Reason to refuse"</label>
                        <div class="field__box"><input class="field__input" id=reason name="reason" autocomplete="off"/></div>
                    </div>
                    <div class="form__end"><Button>"Refuse"</Button></div>
                </form>
                <div class="acts">
                    <Confirm
                        action=routes::PLATFORM_APPROVE
                        fields=vec![("application", id)]
                        verb="Approve"
                        label=format!("Approve {}", application.name)
                        means="The hospital is set up, and its first administrator gets an invitation."
                    />
                </div>
            </div>
        </section>
    }
    .into_any()
}
