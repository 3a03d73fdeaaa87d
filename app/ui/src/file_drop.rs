//! Files for a form: chosen with a button or dropped. The browser's own field fills the whole frame, so that dropping needs no program; while a
//! page's program sends them, [`FileRow`] says how far each is.

use leptos::prelude::*;

use crate::icon::Icon;
use crate::lang::{key, say, tell, word};
use crate::question::Question;

/// The frame that takes files.
#[component]
pub fn FileDrop(
    /// The question; its hint says which files and how large.
    question: Question,
    /// The kinds that are taken, as browsers write them: `application/pdf,image/*`.
    accept: &'static str,
    /// Whether several may come at once.
    #[prop(optional)]
    several: bool,
) -> impl IntoView {
    let name = question.name.clone();
    let (words, drop) = if several {
        (word(key::PART_CHOOSE_FILES), word(key::PART_DROP_THEM))
    } else {
        (word(key::PART_CHOOSE_FILE), word(key::PART_DROP_IT))
    };
    let answer = view! {
        <div class="drop">
            <Icon name="upload"/>
            <span><b class="drop__choose">{words}</b>" "<span class="drop__or">{drop}</span></span>
            <input
                class="drop__input"
                id=question.answer_id()
                name=name
                type="file"
                accept=accept
                multiple=several
                required=question.required()
                disabled=question.disabled
                aria-invalid=question.invalid()
                aria-describedby=question.described()
            />
        </div>
    };
    question.around(answer.into_any())
}

/// How far a file is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sending {
    /// Others go first.
    Waiting,
    /// So many hundredths are sent.
    Sent(u8),
    /// It is there, and looked through for what may harm.
    Checked,
    /// It did not come: why, and what to do.
    Failed(String),
}

/// One file: its name, how large, how far, and what can be done with it.
#[component]
pub fn FileRow(
    /// Its name; long ones wrap.
    #[prop(into)]
    name: String,
    /// How large: "1.2 MB".
    #[prop(into)]
    size: String,
    /// How far.
    state: Sending,
    /// A button: remove, try again.
    #[prop(optional)]
    act: Option<AnyView>,
) -> impl IntoView {
    let label = tell(say::part_sending(name.as_str()));
    let (icon, note) = match state {
        Sending::Waiting => (
            "clock",
            view! { <span class="file__note">{word(key::PART_WAITS)}</span> }.into_any(),
        ),
        Sending::Sent(part) => {
            let part = part.min(100);
            let bar = view! {
                <progress class="progress" max="100" value=part.to_string() aria-label=label>{format!("{part} %")}</progress>
                <bdi class="file__note num">{format!("{part}\u{a0}%")}</bdi>
            };
            ("upload", bar.into_any())
        }
        Sending::Checked => (
            "check",
            view! { <span class="file__note">{word(key::PART_RECEIVED)}</span> }.into_any(),
        ),
        Sending::Failed(why) => (
            "high",
            view! { <span class="file__note file__note--wrong" role="alert">{why}</span> }.into_any(),
        ),
    };
    let class = if icon == "high" { "file file--failed" } else { "file" };
    view! {
        <li class=class>
            <Icon name=icon/>
            <span class="file__name">{name}" "<bdi class="file__size">{size}</bdi></span>
            {note}
            {act.map(|act| view! { <span class="file__act">{act}</span> }.into_any())}
        </li>
    }
}

#[cfg(test)]
#[cfg(feature = "ssr")]
mod tests {
    use super::*;
    use crate::drawn::html;

    #[test]
    fn how_far_a_file_is_can_be_heard() {
        let html = html(|| view! { <FileRow name="scan.pdf" size="1 MB" state=Sending::Sent(40)/> }.into_any());
        assert!(html.contains("<progress") && html.contains("value=\"40\""), "{html}");
        assert!(html.contains("aria-label=\"Sending scan.pdf\""));
    }

    #[test]
    fn a_file_that_did_not_come_says_why() {
        let state = Sending::Failed("Larger than 10 MB. Send the pages one by one.".into());
        let html = html(|| view! { <FileRow name="scan.pdf" size="18 MB" state=state/> }.into_any());
        assert!(html.contains("role=\"alert\"") && html.contains("Larger than 10 MB"));
    }
}
