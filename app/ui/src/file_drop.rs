//! A file for a form: chosen with the browser's own button or dropped on the frame. The browser's own field fills the frame, so that dropping needs no
//! program and the name of what was chosen stands in it.

use leptos::prelude::*;

use crate::icon::Icon;
use crate::lang::{key, word};
use crate::question::Question;

/// The frame that takes a file; its form is `multipart/form-data`.
#[component]
pub fn FileDrop(
    /// The question; its hint says which files and how large.
    question: Question,
    /// The kinds that are taken, as browsers write them: `application/pdf,image/png`. It only sorts what the browser offers: whoever reads the file looks
    /// at what it is.
    #[prop(into)]
    accept: String,
) -> impl IntoView {
    let name = question.name.clone();
    let answer = view! {
        <div class="drop">
            <input
                class="drop__input"
                id=question.answer_id()
                name=name
                type="file"
                accept=accept
                required=question.required()
                disabled=question.disabled
                aria-invalid=question.invalid()
                aria-describedby=question.described()
            />
            <span class="drop__or" aria-hidden="true"><Icon name="upload"/>{word(key::PART_DROP_IT)}</span>
        </div>
    };
    question.around(answer.into_any())
}

#[cfg(test)]
#[cfg(feature = "ssr")]
mod tests {
    use super::*;
    use crate::drawn::html;

    #[test]
    fn what_was_wrong_with_a_file_is_read_with_its_field() {
        let question = Question::new("file", "File")
            .hint("PDF, at most 5 MB.")
            .error(Some("Too large.".into()));
        let html = html(|| view! { <FileDrop question=question accept="application/pdf"/> }.into_any());
        assert!(
            html.contains("type=\"file\"") && html.contains("accept=\"application/pdf\""),
            "{html}"
        );
        assert!(
            html.contains("aria-describedby=\"file-hint file-error\"") && html.contains("aria-invalid=\"true\""),
            "{html}"
        );
    }
}
