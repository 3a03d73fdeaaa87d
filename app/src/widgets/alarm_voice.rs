//! Says alarms aloud to readers who do not see the strip: high ones interrupt, medium ones wait. The sentence names bed and
//! parameter and no number, so that a moving value is not read again and again.

use domain::alerts::{Alarm, Kind};
use leptos::prelude::*;
use ui::{LiveRegion, Severity, memo};

use super::alarm_strip::Names;
use super::alarm_words;
use crate::live::LiveStore;

/// Two hidden regions.
#[component]
pub fn AlarmVoice(store: LiveStore, names: StoredValue<Names>) -> impl IntoView {
    let open = store.open_alarms();
    let says = move |severity: Severity| {
        memo(move || {
            open.with(|open| {
                let unanswered = open
                    .iter()
                    .filter(|alarm| alarm.is_unanswered() && alarm_words::severity(alarm) == severity);
                let said = unanswered.map(|alarm| names.with_value(|names| sentence(alarm, severity, names)));
                said.collect::<Vec<_>>().join(" ")
            })
        })
    };
    view! {
        <LiveRegion says=says(Severity::High) assertive=true/>
        <LiveRegion says=says(Severity::Medium)/>
    }
}

fn sentence(alarm: &Alarm, severity: Severity, names: &Names) -> String {
    let what = match alarm.kind {
        Kind::Limit(parameter, side) => format!("{} {}", parameter.label(), side.name()),
        Kind::Machine => "the machine".into(),
        Kind::Silent => "no data".into(),
    };
    format!("{}, {}, {what}.", severity.word(), names.bed(alarm.patient))
}
