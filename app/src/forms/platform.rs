//! Hospitals that ask to be taken in, for whoever runs the platform.

use hospital::organisation::applications::Application;
use leptos::prelude::*;
use ui::lang::{key, say, tell, word};
use ui::{Button, CardOf, Empty, Facts, Form, Known, PageHead, Time, TimeStyle};

use super::parts::{Confirm, Line, Of, Said};
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
    let id = application.id.to_string();
    let of = Of("application", id.clone());
    view! {
        <CardOf title=application.name.clone() id=format!("hospital-{id}")>
            <div class="card__body stack">
                <Facts>
                    <Known what=word(key::ADDRESS)>{application.address}</Known>
                    <Known what=word(key::PHONE)>{application.phone}</Known>
                    <Known what=word(key::REGISTRATION_NUMBER) code=true>{application.registration_number}</Known>
                    <Known what=word(key::TIME_ZONE)>{application.zone}</Known>
                    <Known what=word(key::FIRST_ADMINISTRATOR)>{format!("{} · {}", application.admin_name, application.admin_email)}</Known>
                    <Known what=word(key::ADDRESS_CONFIRMED)><Time at=Signal::stored(Some(application.verified_at)) style=TimeStyle::DateClock/></Known>
                </Facts>
                <Form class="form form--wide" action=routes::PLATFORM_REFUSE hidden=vec![("application", id.clone())]>
                    <Line name="reason" label=word(key::REASON_TO_REFUSE) of=of/>
                    <div class="form__end"><Button>{word(key::REFUSE)}</Button></div>
                </Form>
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
        </CardOf>
    }
    .into_any()
}
