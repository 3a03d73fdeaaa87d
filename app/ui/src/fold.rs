//! A card, or a part of a form, that is folded until somebody wants it: its head opens it, by keys too, without a program. For what a long page has beside its first question.
//!
//! A link to its id leads to its head and opens nothing: what is reached from elsewhere on the page stands in a [`crate::Card`].

use leptos::prelude::*;

use crate::icon::Icon;

/// A card whose head opens it.
#[component]
pub fn FoldedCard(
    /// The title, an `h2`.
    #[prop(into)]
    title: String,
    /// The id of the title, so that the section is named; unique on the page.
    id: &'static str,
    /// A note beside the title.
    #[prop(optional, into)]
    note: String,
    /// Whether it is open at first: what is due, and what came back.
    #[prop(optional)]
    open: bool,
    /// What is in it, as of a [`crate::Card`].
    children: Children,
) -> impl IntoView {
    view! {
        <section class="card panel" aria-labelledby=id>
            <details class="fold" open=open>
                <summary class="card__head fold__head">
                    <Icon name="chevron-end" class="icon--small icon--mirrors"/>
                    <h2 id=id>{title}</h2>
                    <span class="card__note">{note}</span>
                </summary>
                {children()}
            </details>
        </section>
    }
}

/// What a form asks now and then, folded under its words; what is typed in it is sent folded, too.
#[component]
pub fn FoldedPart(
    /// What it holds.
    #[prop(into)]
    words: String,
    /// Whether it is open at first: what came back.
    #[prop(optional)]
    open: bool,
    /// The questions.
    children: Children,
) -> impl IntoView {
    view! {
        <details class="fold fold--part" open=open>
            <summary class="fold__head">
                <Icon name="chevron-end" class="icon--small icon--mirrors"/>
                {words}
            </summary>
            {children()}
        </details>
    }
}

#[cfg(test)]
#[cfg(feature = "ssr")]
mod tests {
    use super::*;
    use crate::drawn::html;

    fn lots(open: bool) -> String {
        html(move || view! { <FoldedCard title="Lots" id="lots" open=open>"FX 80"</FoldedCard> }.into_any())
    }

    #[test]
    fn it_is_named_by_its_title_and_opens_without_a_program() {
        let folded = lots(false);
        assert!(
            folded.contains("aria-labelledby=\"lots\"") && folded.contains("<h2 id=\"lots\">Lots</h2>"),
            "{folded}"
        );
        assert!(folded.contains("<details class=\"fold\"><summary"), "{folded}");
        assert!(lots(true).contains("<details open "), "what is due stands open");
    }

    #[test]
    fn a_part_of_a_form_opens_without_a_program() {
        let part = html(|| view! { <FoldedPart words="Typed">"320"</FoldedPart> }.into_any());
        assert!(
            part.starts_with("<details class=\"fold fold--part\"><summary"),
            "{part}"
        );
    }
}
