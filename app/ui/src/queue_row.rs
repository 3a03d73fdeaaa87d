//! Who waits for what, for how long, and who has it: urgent first, then the longest wait. Rows are cards on a phone and one line each on a desk.

use leptos::prelude::*;

use crate::lang::{key, say, tell, word};
use crate::shell::initials;
use crate::steps::FourSteps;

/// Who has a row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Holder {
    /// Nobody yet.
    #[default]
    Nobody,
    /// The reader.
    Me,
    /// Somebody else, by name.
    Other(String),
}

/// The rows, with the words over them.
#[component]
pub fn Queue(
    /// What waits, for readers.
    #[prop(into)]
    label: String,
    /// Who, what, note, waiting, state.
    heads: [&'static str; 5],
    /// [`QueueRow`]s.
    children: Children,
) -> impl IntoView {
    let heads = heads
        .into_iter()
        .map(|head| view! { <span>{head}</span> }.into_any())
        .collect_view();
    view! {
        <div class="queue">
            <div class="queue__head" aria-hidden="true">{heads}</div>
            <ol class="queue__rows" aria-label=label>{children()}</ol>
        </div>
    }
}

/// One row.
#[component]
pub fn QueueRow(
    /// Where it opens.
    #[prop(into)]
    href: String,
    /// Who: `YUSUF, Hassan`. Never cut.
    #[prop(into)]
    who: String,
    /// Age and sex: `64 y M`.
    #[prop(into)]
    about: String,
    /// Where, and its number: `Ward 4, bed 7 · RX-48213`.
    #[prop(into)]
    place: String,
    /// What: `Furosemide 80 mg IV`. Never cut.
    #[prop(into)]
    what: String,
    /// How many more: "and 1 more".
    #[prop(optional, into)]
    more: String,
    /// A [`crate::Chip`]: what somebody must know first.
    #[prop(optional)]
    note: Option<AnyView>,
    /// How long it waits: `22 min`.
    #[prop(into)]
    waits: String,
    /// How far it is, 1 to 4, and the word of it.
    state: (u8, &'static str),
    /// Who has it.
    #[prop(optional)]
    holder: Holder,
    /// Whether it is the one that is open beside the list.
    #[prop(optional)]
    chosen: bool,
    /// Whether it is on hold.
    #[prop(optional)]
    held: bool,
) -> impl IntoView {
    let (reached, far) = state;
    let holder = match holder {
        Holder::Nobody => None,
        Holder::Me => Some(view! { <span class="chip chip--line">{word(key::YOU)}</span> }.into_any()),
        Holder::Other(name) => Some(
            view! {
                <span class="avatar avatar--small" title=name.clone()>
                    <span aria-hidden="true">{initials(&name)}</span>
                    <span class="visually-hidden">{tell(say::part_with(name.as_str()))}</span>
                </span>
            }
            .into_any(),
        ),
    };
    let class = match (chosen, held) {
        (true, _) => "queue__row queue__row--chosen",
        (false, true) => "queue__row queue__row--held",
        (false, false) => "queue__row",
    };
    view! {
        <li class=class>
            <span class="queue__who">
                <a class="queue__name" href=href aria-current=chosen.then_some("true")>{who}</a>
                " "<span class="queue__about">{about}</span>
                <span class="queue__place code">{place}</span>
            </span>
            <span class="queue__what">
                {what}
                {(!more.is_empty()).then(|| view! { <span class="queue__more">{more}</span> }.into_any())}
            </span>
            <span class="queue__note">{note}{held.then(|| view! { <span class="chip chip--line">{word(key::PART_ON_HOLD)}</span> }.into_any())}</span>
            <span class="queue__waits num"><span class="visually-hidden">{word(key::PART_WAITS_FOR)}" "</span><bdi>{waits}</bdi></span>
            <span class="queue__state"><FourSteps reached=reached word=far finished=reached == 4/>{holder}</span>
        </li>
    }
}

#[cfg(test)]
#[cfg(feature = "ssr")]
mod tests {
    use super::*;
    use crate::drawn::html;

    #[test]
    fn a_row_says_who_has_it_in_words() {
        let html = html(|| {
            view! {
                <QueueRow href="/rx/1" who="EZE, Ngozi" about="61 y F" place="Ward 4, bed 11" what="Sodium chloride" waits="31 min"
                    state=(2, "Preparing") holder=Holder::Other("Leila Haddad".into()) chosen=true/>
            }
            .into_any()
        });
        assert!(html.contains("with Leila Haddad") && html.contains(">LH<"), "{html}");
        assert!(html.contains("aria-current=\"true\"") && html.contains(", 2 of 4"));
    }
}
