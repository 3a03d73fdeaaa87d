//! In which language a patient wishes to be spoken to.

use hospital::patients::portal::Preference;
use leptos::prelude::*;
use ui::lang::{key, word};
use ui::{Button, Form, Look, PageHead};

use super::parts::{Line, Said};
use crate::routes;

/// The page.
pub fn page(kept: Preference) -> AnyView {
    view! {
        <PageHead title=word(key::LANGUAGE_YOU_SPEAK)/>
        <Said/>
        <Form action=routes::MY_PREFERENCES>
            <Line
                name="language"
                label=word(key::SPOKEN_LANGUAGE)
                value=kept.language
                hint=word(key::SPOKEN_LANGUAGE_HINT)
                optional=true
            />
            <div class="form__end"><Button look=Look::Primary class="btn--patient">{word(key::SAVE)}</Button></div>
        </Form>
    }
    .into_any()
}
