//! Hospitals that ask to be taken in, for whoever runs the platform.

use hospital::organisation::applications::Application;
use leptos::prelude::*;
use ui::lang::{key, say, tell, word};
use ui::{Button, Empty, PageHead, Time, TimeStyle};

use super::parts::{Confirm, Said};
use crate::routes;

/// The page.
pub fn page(waiting: Vec<Application>) -> AnyView {
    let none = waiting.is_empty();
    let cards = waiting.into_iter().map(card).collect_view();
    view! {
        <PageHead title=word(key::HOSPITALS_THAT_WAIT)/>
        <Said/>
        <p><a href=routes::PLATFORM_ACCOUNTS>{word(key::CLOSE_OR_OPEN_AN)}</a></p>
        {none.then(|| view! { <Empty title=word(key::NO_HOSPITAL_WAITS) text=word(key::A_HOSPITAL_THAT_ASKS)/> }.into_any())}
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
                    <dt>{word(key::ADDRESS)}</dt><dd>{application.address}</dd>
                    <dt>{word(key::PHONE)}</dt><dd>{application.phone}</dd>
                    <dt>{word(key::REGISTRATION_NUMBER)}</dt><dd class="code">{application.registration_number}</dd>
                    <dt>{word(key::TIME_ZONE)}</dt><dd>{application.zone}</dd>
                    <dt>{word(key::FIRST_ADMINISTRATOR)}</dt><dd>{format!("{} · {}", application.admin_name, application.admin_email)}</dd>
                    <dt>{word(key::ADDRESS_CONFIRMED)}</dt><dd><Time at=Signal::stored(Some(application.verified_at)) style=TimeStyle::DateClock/></dd>
                </dl>
                <form class="form form--wide" method="post" action=routes::PLATFORM_REFUSE>
                    <input type="hidden" name="application" value=id.clone()/>
                    <div class="field">
                        <label class="field__label" for=reason.clone()>{word(key::REASON_TO_REFUSE)}</label>
                        <div class="field__box"><input class="field__input" id=reason name="reason" autocomplete="off"/></div>
                    </div>
                    <div class="form__end"><Button>{word(key::REFUSE)}</Button></div>
                </form>
                <div class="acts">
                    <Confirm
                        action=routes::PLATFORM_APPROVE
                        fields=vec![("application", id)]
                        verb=word(key::APPROVE)
                        label=tell(say::approve_whom(application.name.as_str()))
                        means=word(key::THE_HOSPITAL_IS_SET)
                    />
                </div>
            </div>
        </section>
    }
    .into_any()
}
