//! The NEWS2 square: a square is a score, a bar is an alarm. Without a complete score it shows "–" and says why.

use crate::boxed::memo;
use leptos::prelude::*;

use crate::icon::Icon;
use crate::lang::{key, say, tell, word};

/// The word, the change since the last complete score, and the square.
#[component]
pub fn News2(
    /// The score, 0 to 20; `None` when a part is missing or stale.
    #[prop(into)]
    score: Signal<Option<u8>>,
    /// Whether one parameter alone scored 3.
    #[prop(optional, into)]
    three_in_one: Signal<bool>,
    /// The difference from the last complete score; nothing is shown for `None` and 0.
    #[prop(optional, into)]
    change: Signal<Option<i8>>,
    /// Why there is no score, such as "temperature is missing"; shown on hover and read aloud.
    #[prop(optional, into)]
    reason: Signal<String>,
    /// Whether it is the large one of the patient page.
    #[prop(optional)]
    large: bool,
) -> impl IntoView {
    let look = move || match (score.get(), three_in_one.get()) {
        (None, _) => "news__square news__square--none",
        (Some(7..), _) => "news__square news__square--high",
        (Some(5 | 6), _) => "news__square news__square--medium",
        (Some(_), true) => "news__square news__square--three",
        (Some(_), false) => "news__square",
    };
    let number = move || score.get().map_or_else(|| "–".to_string(), |score| score.to_string());
    let spoken = move || match (score.get(), three_in_one.get()) {
        (None, _) => tell(say::no_score_spoken(reason.get())),
        (Some(score), true) if score < 5 => tell(say::score_three_spoken(score)),
        (Some(score), _) => tell(say::score_of_twenty(score)),
    };
    let three = move || three_in_one.get() && score.get().is_some_and(|score| score < 5);
    let changed = memo(move || change.get().filter(|change| *change != 0));
    view! {
        <span class="news" class:news--large=large>
            <span class="news__word">"NEWS2"</span>
            {move || {
                changed.get().map(|change| {
                    let (arrow, said) = if change > 0 { ("arrow-up", key::UP) } else { ("arrow-down", key::DOWN) };
                    view! {
                        <span class="news__change">
                            <Icon name=arrow/>
                            <span class="visually-hidden">{word(said)}" "</span>
                            {change.unsigned_abs()}
                        </span>
                    }.into_any()
                })
            }}
            <span class=move || look().to_string() title=move || score.get().is_none().then(|| reason.get())>
                <span aria-hidden="true">{move || number()}</span>
                <span class="visually-hidden">{move || spoken()}</span>
            </span>
            {move || three().then(|| view! { <span class="news__three" aria-hidden="true">{word(key::THREE_IN_ONE)}</span> }.into_any())}
        </span>
    }
}
