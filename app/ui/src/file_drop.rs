//! A file for a form: chosen with the browser's own button or dropped on the frame. The browser's own field fills the frame, so that dropping needs no
//! program and the name of what was chosen stands in it.
//!
//! Where the page brings `public/upload.js`, that sends the form and shows under the frame how much of the file is sent, with a button that stops it; without it the form sends itself.

use leptos::prelude::*;

use crate::button::{Button, Look};
use crate::icon::Icon;
use crate::lang::{key, word};
use crate::question::Question;

/// How far the file is on its way. The server draws [`Sends::Waits`]; the script goes on from there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sends {
    /// Nothing is sent.
    #[default]
    Waits,
    /// So many hundredths of it are sent.
    Part(u8),
    /// All of it is sent, and no answer is there yet: nothing stops it any more.
    Whole,
    /// It did not arrive, and is not sent any more.
    Failed,
}

impl Sends {
    /// What is said of it; nothing while it waits.
    fn says(self) -> Option<&'static str> {
        match self {
            Self::Waits => None,
            Self::Part(percent) if percent < 50 => Some(word(key::PART_FILE_RUNNING)),
            Self::Part(_) => Some(word(key::PART_FILE_HALF)),
            Self::Whole => Some(word(key::PART_FILE_WHOLE)),
            Self::Failed => Some(word(key::PART_FILE_FAILED)),
        }
    }

    /// The bar stands still between two values, so nothing in it moves by itself.
    fn draw(self) -> AnyView {
        let (value, moves) = match self {
            Self::Part(percent) => (percent, true),
            Self::Whole => (100, false),
            Self::Waits | Self::Failed => (0, false),
        };
        let ended = !moves && self != Self::Whole;
        let said = match self {
            Self::Failed => "drop__says field__error",
            _ => "drop__says",
        };
        // The words that the script says stand here, in the language of the page.
        view! {
            <div
                class="drop__way"
                data-running=word(key::PART_FILE_RUNNING)
                data-half=word(key::PART_FILE_HALF)
                data-whole=word(key::PART_FILE_WHOLE)
                data-stopped=word(key::PART_FILE_STOPPED)
                data-failed=word(key::PART_FILE_FAILED)
                data-unsure=word(key::PART_FILE_UNSURE)
                data-refused=word(key::PART_FILE_REFUSED)
            >
                <progress class="drop__bar" max="100" value=value.to_string() aria-label=word(key::PART_FILE_SENDS) hidden=ended></progress>
                <span class="drop__stop" hidden=!moves>
                    <Button kind="button" look=Look::Secondary class="btn--small">{word(key::PART_FILE_STOP)}</Button>
                </span>
                <p class=said role="status">{self.says()}</p>
            </div>
        }
        .into_any()
    }
}

/// The frame that takes a file; its form is `multipart/form-data`.
#[component]
pub fn FileDrop(
    /// The question; its hint says which files and how large.
    question: Question,
    /// The kinds that are taken, as browsers write them: `application/pdf,image/png`. It only sorts what the browser offers: whoever reads the file looks
    /// at what it is.
    #[prop(into)]
    accept: String,
    /// How far it is.
    #[prop(optional)]
    sends: Sends,
) -> impl IntoView {
    let name = question.name.clone();
    let way = (!question.disabled).then(|| sends.draw());
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
        {way}
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

    #[test]
    fn how_far_a_file_is_on_its_way_is_drawn_and_said_and_only_what_can_be_stopped_has_a_button() {
        let drawn = |sends| {
            let question = Question::new("file", "File");
            html(|| view! { <FileDrop question=question accept="image/png" sends=sends/> }.into_any())
        };
        let shown = |html: &str, class: &str| {
            let tag = html.split('<').find(|tag| tag.contains(&format!("class=\"{class}\"")));
            !tag.unwrap().split('>').next().unwrap().contains(" hidden")
        };
        for (sends, bar, stop, says) in [
            (Sends::Waits, false, false, "class=\"drop__says\"></p>"),
            (Sends::Part(42), true, true, ">The file is being sent."),
            (Sends::Part(50), true, true, ">Half of the file is sent."),
            (Sends::Whole, true, false, ">All of the file is sent."),
            (Sends::Failed, false, false, ">The file was not sent."),
        ] {
            let html = drawn(sends);
            assert_eq!(
                (shown(&html, "drop__bar"), shown(&html, "drop__stop")),
                (bar, stop),
                "{sends:?}: {html}"
            );
            assert!(html.contains(says), "{sends:?}: {html}");
        }
        assert!(drawn(Sends::Part(42)).contains("value=\"42\""));
    }
}
