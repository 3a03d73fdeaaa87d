//! What a patient prefers in the portal.

use hospital::patients::portal::Preference;
use leptos::prelude::*;
use ui::lang::{key, word};
use ui::{Button, Checkbox, Look, PageHead};

use super::parts::{Line, Said};
use crate::routes;

/// The page.
pub fn page(kept: Preference) -> AnyView {
    view! {
        <PageHead title=word(key::HOW_PAGE_LOOKS)/>
        <Said/>
        <form class="form" method="post" action=routes::MY_PREFERENCES>
            <Checkbox name="large_text" checked=kept.large_text>{word(key::LARGER_TEXT)}</Checkbox>
            <Line
                name="language"
                label=word(key::SPOKEN_LANGUAGE)
                value=kept.language
                hint=word(key::SPOKEN_LANGUAGE_HINT)
                optional=true
            />
            <div class="form__end"><Button look=Look::Primary class="btn--patient">{word(key::SAVE)}</Button></div>
        </form>
    }
    .into_any()
}
