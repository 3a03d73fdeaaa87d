//! A choice of two to six that stand beside each other. Where the choice is part of the address it is links ([`SegmentedLinks`]), in a form radios, which the form's
//! button sends.

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
    #[prop(into)]
    name: String,
    /// What is chosen.
    #[prop(into)]
    legend: String,
    /// The options.
    options: Vec<Segment>,
    /// The chosen value.
    #[prop(into)]
    chosen: String,
    /// The class of the legend where it is seen; else it is only read.
    #[prop(default = "visually-hidden")]
    legend_class: &'static str,
    /// The class of the group.
    #[prop(optional)]
    class: &'static str,
) -> impl IntoView {
    let options = options
        .into_iter()
        .map(|Segment { value, word, count }| {
            let checked = value == chosen;
            view! {
                <label class="segmented__option">
                    <input class="segmented__input" type="radio" name=name.clone() value=value checked=checked/>
                    {word}
                    {count.map(|count| view! { <span class="segmented__count">{count}</span> }.into_any())}
                </label>
            }
            .into_any()
        })
        .collect_view();
    let class = (!class.is_empty()).then_some(class);
    view! {
        <fieldset class=class>
            <legend class=legend_class>{legend}</legend>
            <div class="segmented">{options}</div>
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

/// One link of [`CountedLinks`].
#[cfg(feature = "ssr")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    /// Its address.
    pub href: String,
    /// Its word.
    pub word: String,
    /// How many it holds when the page is drawn; none where that is not known, which is not 0.
    pub count: Option<usize>,
    /// The elements of the page that it holds, as a selector: they are counted again each second (`public/page.js`).
    pub counts: Option<&'static str>,
    /// Whether it is chosen.
    pub is_chosen: bool,
}

/// Links with how many each holds, which stay right while the page moves.
#[cfg(feature = "ssr")]
#[component]
pub fn CountedLinks(
    /// What is chosen, for readers.
    #[prop(into)]
    label: String,
    /// The options.
    options: Vec<Counted>,
) -> impl IntoView {
    let links = options
        .into_iter()
        .map(|option| {
            let Counted {
                href,
                word,
                count,
                counts,
                is_chosen,
            } = option;
            let current = is_chosen.then_some("true");
            let count = count
                .map(|count| view! { <span class="segmented__count" data-counts=counts>{count}</span> }.into_any());
            view! {
                <a class="segmented__option" href=href aria-current=current>
                    {word}
                    {count}
                </a>
            }
            .into_any()
        })
        .collect_view();
    view! { <nav class="segmented" aria-label=label>{links}</nav> }
}

#[cfg(test)]
#[cfg(feature = "ssr")]
mod tests {
    use super::*;
    use crate::drawn::html;

    #[test]
    fn one_of_them_is_chosen_and_sent_under_its_name() {
        let options = ["here", "off"].map(|value| Segment {
            value: value.into(),
            word: value.into(),
            count: None,
        });
        let html = html(|| {
            view! { <Segmented name="alarms" legend="Alarms" options=options.to_vec() chosen="off"/> }.into_any()
        });
        assert_eq!(html.matches("name=\"alarms\"").count(), 2, "{html}");
        assert!(
            html.contains("value=\"off\" checked") && html.contains("<legend"),
            "{html}"
        );
    }
}
