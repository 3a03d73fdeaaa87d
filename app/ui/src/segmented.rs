//! A choice of two to six. Where the choice is part of the address it is links ([`SegmentedLinks`]), in a form radios.

use leptos::prelude::*;

/// One option.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// Its value, or its address for links.
    pub value: String,
    /// Its word.
    pub word: String,
    /// How many it holds.
    pub count: Option<u32>,
}

/// Radios in a form.
#[component]
pub fn Segmented(
    /// The name in the form.
    name: &'static str,
    /// What is chosen, for readers.
    #[prop(into)]
    legend: String,
    /// The options.
    options: Vec<Segment>,
    /// The chosen value.
    chosen: RwSignal<String>,
) -> impl IntoView {
    let options = options
        .into_iter()
        .map(|Segment { value, word, count }| {
            let (here, pick) = (value.clone(), value.clone());
            view! {
                <label class="segmented__option">
                    <input
                        class="segmented__input"
                        type="radio"
                        name=name
                        value=value
                        checked=chosen.get_untracked() == here
                        prop:checked=move || chosen.get() == here
                        on:change=move |_| chosen.set(pick.clone())
                    />
                    {word}
                    {count.map(|count| view! { <span class="segmented__count">{count}</span> }.into_any())}
                </label>
            }
            .into_any()
        })
        .collect_view();
    view! {
        <fieldset class="segmented">
            <legend class="visually-hidden">{legend}</legend>
            {options}
        </fieldset>
    }
}

/// Links: the choice is in the address and works without JavaScript.
#[component]
pub fn SegmentedLinks(
    /// What is chosen, for readers.
    #[prop(into)]
    label: String,
    /// The options; `value` is the address.
    #[prop(into)]
    options: Signal<Vec<Segment>>,
    /// The `value` of the chosen one.
    #[prop(into)]
    chosen: Signal<String>,
) -> impl IntoView {
    let links = move || {
        options
            .get()
            .into_iter()
            .map(|Segment { value, word, count }| {
                let here = value.clone();
                let current = move || (chosen.get() == here).then_some("true");
                view! {
                    <a class="segmented__option" href=value aria-current=move || current()>
                        {word}
                        {count.map(|count| view! { <span class="segmented__count">{count}</span> }.into_any())}
                    </a>
                }
                .into_any()
            })
            .collect_view()
    };
    view! { <nav class="segmented" aria-label=label>{move || links()}</nav> }
}
