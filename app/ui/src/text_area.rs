//! Longer text. Leptos 0.8 writes the children of `<textarea>` unescaped on the server, so this is the one place in the
//! house that writes the element, and it escapes what stands in it. Use no `<textarea>` elsewhere.

use leptos::prelude::*;

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
    let hint_id = hint.is_some().then(|| format!("{name}-hint"));
    view! {
        <div class="field">
            <label class="field__label" for=name>
                {label}
                {optional.then(|| view! { <span class="field__optional">" (optional)"</span> }.into_any())}
            </label>
            <div class="field__box">
                <textarea
                    class="field__input"
                    id=name
                    name=name
                    rows=rows.to_string()
                    maxlength=most.to_string()
                    required=!optional
                    aria-describedby=hint_id.clone()
                    inner_html=escape(&value)
                ></textarea>
            </div>
            {hint.map(|hint| view! { <p class="field__hint" id=hint_id>{hint}</p> }.into_any())}
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
