//! "I have seen this alarm": a plain form that works without JavaScript. With it the page shows the answer at once and takes it
//! back when the server refuses.

use domain::alerts::{Alarm, AlarmState};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::HtmlInputElement;
use ui::lang::{key, say, tell, word};
use ui::{Button, Now, Toasts, When, memo};

use crate::api::alerts::acknowledge;
use crate::error::AppError;
use crate::live::LiveStore;
use crate::program::Reader;
use crate::routes;

/// The form; nothing once somebody has answered.
#[component]
pub fn Acknowledge(
    /// Which.
    alarm: Memo<Alarm>,
    /// Where the answer shows.
    store: LiveStore,
    /// The page to come back to without JavaScript.
    #[prop(into)]
    back: Signal<String>,
    /// Whose, for readers who do not see the rest: `Bed 7 · YUSUF, Hassan`.
    #[prop(into)]
    of: Signal<String>,
    /// Whether a note can be added.
    #[prop(optional)]
    with_note: bool,
) -> impl IntoView {
    let unanswered = memo(move || alarm.with(Alarm::is_unanswered));
    let gone = memo(move || alarm.with(|alarm| matches!(alarm.state, AlarmState::Gone { .. })));
    let act = move || word(if gone.get() { key::SEEN_VERB } else { key::ACKNOWLEDGE });
    let toasts = use_context::<Toasts>();
    let name = use_context::<StoredValue<Reader>>().map(|reader| reader.with_value(|reader| reader.name.clone()));
    let name = name.unwrap_or_default();
    let now = use_context::<Now>();
    let answer = move |submitted: leptos::ev::SubmitEvent| {
        submitted.prevent_default();
        let before = alarm.get_untracked();
        let at = now.map(Now::running_untracked).unwrap_or_default();
        // Read from the field itself: what was typed before the page's program had its turn here counts, too.
        let note = document().get_element_by_id(&before.id.to_string());
        let said = note
            .map(|field| field.unchecked_into::<HtmlInputElement>().value().trim().to_owned())
            .filter(|said| !said.is_empty());
        let shown = before.clone().acknowledge(name.clone(), at, said.clone());
        if let Ok(answered) = &shown {
            store.show_alarm(answered.clone());
        }
        spawn_local(async move {
            let refused = match acknowledge(before.id, said).await {
                Ok(answered) => return store.show_alarm(answered),
                Err(refused) => refused,
            };
            // Somebody was quicker: who it was comes through the socket.
            if let (Ok(shown), false) = (shown, matches!(refused, AppError::Conflict(_))) {
                store.take_back(&shown, before);
            }
            if let Some(toasts) = toasts {
                toasts.say(refused.in_words());
            }
        });
    };
    view! {
        <When when=unanswered>
            <form class="answer" method="post" action=routes::ACKNOWLEDGE on:submit=answer.clone()>
                <input type="hidden" name="alarm" value=move || alarm.with(|alarm| alarm.id.to_string())/>
                <input type="hidden" name="back" value=move || back.get()/>
                {with_note.then(|| {
                    view! {
                        <span class="field__box answer__note">
                            <input
                                class="field__input"
                                id=alarm.with_untracked(|alarm| alarm.id.to_string())
                                name="note"
                                maxlength="500"
                                autocomplete="off"
                                placeholder=word(key::NOTE_OPTIONAL)
                                aria-label=word(key::NOTE_OPTIONAL)
                            />
                        </span>
                    }.into_any()
                })}
                <Button label=Signal::derive(move || tell(say::act_of(act(), of.get())))>
                    {move || act().to_string()}
                </Button>
            </form>
        </When>
    }
}
