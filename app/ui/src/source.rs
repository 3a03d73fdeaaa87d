//! Where a value that nobody typed came from: "monitor 10:40". It stands under or beside the field that holds it.

use leptos::prelude::*;

use crate::icon::Icon;

/// Where a value came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The icon: `pulse` for a monitor, `machine` for a machine, `gauge` for a cuff, `person` for somebody's word.
    pub icon: &'static str,
    /// Who and when: "monitor 10:40".
    pub words: String,
}

impl Source {
    /// Of a monitor.
    pub fn monitor(words: impl Into<String>) -> Self {
        Self {
            icon: "pulse",
            words: words.into(),
        }
    }
}

/// The mark.
#[component]
pub fn SourceMark(
    /// Where it came from.
    source: Source,
    /// The id by which the field names it.
    #[prop(optional, into)]
    id: Option<String>,
) -> impl IntoView {
    view! {
        <p class="source" id=id>
            <Icon name=source.icon class="icon--small"/>
            <span>{source.words}</span>
        </p>
    }
}
