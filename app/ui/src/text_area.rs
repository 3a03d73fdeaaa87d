//! Longer text. Leptos 0.8 writes the children of `<textarea>` unescaped on the server, so this is the one place in the
//! house that writes the element, and it escapes what stands in it. Use no `<textarea>` elsewhere.

use leptos::prelude::*;

use crate::icon::Icon;
use crate::lang::{key, word};

/// A field of several lines.
#[component]
pub fn TextArea(
    /// Its name in the form; its id, too.
    name: &'static str,
    /// The question.
    #[prop(into)]
    label: String,
    /// What stands in it at first.
    #[prop(optional, into)]
    value: String,
    /// What helps to answer.
    #[prop(optional, into)]
    hint: Option<String>,
    /// What is wrong with the answer, in one sentence that says what to do.
    #[prop(optional, into)]
    error: Option<String>,
    /// Lines shown.
    #[prop(default = 3)]
    rows: u8,
    /// Most characters.
    #[prop(default = 500)]
    most: u32,
    /// Optional ones are marked.
    #[prop(optional)]
    optional: bool,
) -> impl IntoView {
    let error = error.filter(|error| !error.is_empty());
    let (hint_id, error_id) = (format!("{name}-hint"), format!("{name}-error"));
    let described: Vec<&str> = [
        hint.is_some().then_some(&*hint_id),
        error.is_some().then_some(&*error_id),
    ]
    .into_iter()
    .flatten()
    .collect();
    let described = (!described.is_empty()).then(|| described.join(" "));
    let wrong = error.is_some();
    view! {
        <div class="field" class:field--error=wrong>
            <label class="field__label" for=name>
                {label}
                {optional.then(|| view! { <span class="field__optional">" "{word(key::OPTIONAL)}</span> }.into_any())}
            </label>
            <div class="field__box">
                <textarea
                    class="field__input"
                    id=name
                    name=name
                    rows=rows.to_string()
                    maxlength=most.to_string()
                    required=!optional
                    aria-invalid=wrong.then_some("true")
                    aria-describedby=described
                    inner_html=escape(&value)
                ></textarea>
            </div>
            {hint.map(|hint| view! { <p class="field__hint" id=hint_id>{hint}</p> }.into_any())}
            {error.map(|error| view! { <p class="field__error" id=error_id><Icon name="high"/>{error}</p> }.into_any())}
        </div>
    }
}

/// As HTML text. A first line break would be swallowed by the parser, so it is written twice.
fn escape(text: &str) -> String {
    let escaped = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    if escaped.starts_with('\n') {
        format!("\n{escaped}")
    } else {
        escaped
    }
}

#[cfg(test)]
#[cfg(feature = "ssr")]
mod tests {
    use super::*;

    #[test]
    fn nobody_leaves_the_field() {
        let hostile = "</textarea><script>alert(1)</script>".to_string();
        let html = Owner::new().with(|| {
            view! { <TextArea name="note" label="Note" value=hostile/> }
                .into_any()
                .to_html()
        });
        assert!(!html.contains("<script>"), "{html}");
        assert!(html.contains("&lt;/textarea&gt;&lt;script&gt;"), "{html}");
    }
}
