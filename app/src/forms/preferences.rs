//! What a patient prefers in the portal.

use hospital::patients::portal::Preference;
use leptos::prelude::*;
use ui::{Button, Checkbox, Look, PageHead};

use super::parts::{Line, Said};
use crate::routes;

/// The page.
pub fn page(kept: Preference) -> AnyView {
    view! {
        <PageHead title="How this page looks"/>
        <Said/>
        <form class="form" method="post" action=routes::MY_PREFERENCES>
            <Checkbox name="large_text" checked=kept.large_text>"Larger text on my home and my record"</Checkbox>
            <Line
                name="language"
                label="The language in which you wish to be spoken to"
                value=kept.language
                hint="Your hospital’s staff read it. This page itself is in English."
                optional=true
            />
            <div class="form__end"><Button look=Look::Primary class="btn--patient">"Save"</Button></div>
        </form>
    }
    .into_any()
}
