//! What came of a form, first thing on its page: what is wrong, each line a way to its field ([`Problems`]), or what was done ([`Done`]). Either has the focus: what stands in a page from its
//! beginning is not read out by itself, whatever its role says.

use leptos::prelude::*;

use crate::lang::{key, word};

/// One thing that is wrong.
pub struct Problem {
    /// The id of its field; empty when it is about no field of the page.
    pub field: String,
    /// What is wrong with it, and what helps.
    pub words: AnyView,
}

impl Problem {
    /// Of this field, in these words.
    pub fn new(field: impl Into<String>, words: impl IntoAny) -> Self {
        Self {
            field: field.into(),
            words: words.into_any(),
        }
    }
}

/// The list of what is wrong.
#[component]
pub fn Problems(
    /// What is wrong with the whole of it, before the list.
    #[prop(default = None)]
    message: Option<AnyView>,
    /// What is wrong with its fields.
    lines: Vec<Problem>,
    /// Whether it stands in another page, which has the focus and titles of its own: for the gallery.
    #[prop(optional)]
    within: bool,
) -> impl IntoView {
    // An empty list is read aloud as one.
    let listed = !lines.is_empty();
    let lines = lines
        .into_iter()
        .map(|Problem { field, words }| match field.is_empty() {
            true => view! { <li>{words}</li> }.into_any(),
            false => view! { <li><a href=format!("#{field}")>{words}</a></li> }.into_any(),
        })
        .collect_view();
    let title = match within {
        true => view! { <h3 class="problem__title">{word(key::PROBLEM)}</h3> }.into_any(),
        false => view! { <h2 class="problem__title">{word(key::PROBLEM)}</h2> }.into_any(),
    };
    let message = message.map(|message| view! { <p>{message}</p> }.into_any());
    view! {
        <div class="problem" role="alert" tabindex="-1" autofocus=!within>
            {title}
            {message}
            {listed.then(|| view! { <ul>{lines}</ul> }.into_any())}
        </div>
    }
}

/// What was done.
#[component]
pub fn Done(
    /// One sentence.
    children: Children,
    /// Whether it stands in another page: for the gallery.
    #[prop(optional)]
    within: bool,
) -> impl IntoView {
    view! { <p class="done" role="status" tabindex="-1" autofocus=!within>{children()}</p> }
}

#[cfg(test)]
#[cfg(feature = "ssr")]
mod tests {
    use super::*;
    use crate::drawn::html;

    #[test]
    fn each_line_leads_to_its_field_and_what_is_about_none_leads_nowhere() {
        let lines = || {
            vec![
                Problem::new("name", "Write a name."),
                Problem::new("", "Nothing was sent."),
            ]
        };
        let html = html(|| view! { <Problems lines=lines()/> }.into_any());
        assert!(html.contains("<a href=\"#name\">Write a name."), "{html}");
        assert_eq!(html.matches("<a ").count(), 1, "{html}");
        assert!(
            html.contains("role=\"alert\"") && html.contains(" autofocus"),
            "it has the focus: {html}"
        );
    }

    #[test]
    fn no_list_is_read_aloud_where_there_is_none_and_in_the_gallery_nothing_takes_the_focus() {
        let message = || Some("The code was not right.".into_any());
        let alone = html(|| view! { <Problems message=message() lines=Vec::new()/> }.into_any());
        assert!(!alone.contains("<ul") && alone.contains("<p>The code"), "{alone}");
        let within =
            html(|| view! { <Problems lines=Vec::new() within=true/><Done within=true>"Sent."</Done> }.into_any());
        assert!(!within.contains("autofocus"), "{within}");
        let done = html(|| view! { <Done>"Sent."</Done> }.into_any());
        assert!(
            done.contains("role=\"status\"") && done.contains(" autofocus"),
            "{done}"
        );
    }
}
