//! One thing after another: time, dot, one sentence, who. The newest stands first and its dot is ink. What was amended stays, struck, and leads to what
//! holds now.

use domain::time::Moment;
use leptos::prelude::*;

use crate::lang::{key, word};
use crate::time::{Time, TimeStyle};

/// One entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// When.
    pub at: Moment,
    /// One sentence.
    pub words: String,
    /// Who.
    pub who: String,
    /// The address of the entry that holds instead of this one.
    pub amended: Option<String>,
}

/// The entries, newest first.
#[component]
pub fn Timeline(
    /// What they are of, for readers.
    #[prop(into)]
    label: String,
    /// The entries.
    entries: Vec<Entry>,
) -> impl IntoView {
    let items = entries
        .into_iter()
        .map(
            |Entry {
                 at,
                 words,
                 who,
                 amended,
             }| {
                let sentence = match amended {
                    None => view! { <span>{words}</span> }.into_any(),
                    Some(href) => {
                        view! { <s class="timeline__struck">{words}</s>" "<a href=href>{word(key::PART_AMENDED)}</a> }
                            .into_any()
                    }
                };
                view! {
                    <li class="timeline__item">
                        <span class="timeline__time"><Time at=Signal::stored(Some(at)) style=TimeStyle::Clock/></span>
                        <span>{sentence}" "<span class="timeline__who">{who}</span></span>
                    </li>
                }
                .into_any()
            },
        )
        .collect_view();
    view! { <ol class="timeline" aria-label=label>{items}</ol> }
}

#[cfg(test)]
#[cfg(feature = "ssr")]
mod tests {
    use super::*;
    use crate::drawn::html;

    #[test]
    fn what_was_amended_is_struck_and_leads_on() {
        let entry = Entry {
            at: Moment(0),
            words: "Weight 61.5 kg".into(),
            who: "B. Achieng".into(),
            amended: Some("#e2".into()),
        };
        let html = html(|| view! { <Timeline label="Today" entries=vec![entry]/> }.into_any());
        assert!(
            html.contains("<s class=\"timeline__struck\">Weight 61.5 kg</s>") && html.contains("href=\"#e2\""),
            "{html}"
        );
    }
}
