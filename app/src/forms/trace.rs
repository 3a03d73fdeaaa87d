//! `/my/access`: the patient sees who looked at their record, and why, in plain words.

use domain::time::Zone;
use hospital::audit::{Kind, Look as Looking, Looked};
use leptos::prelude::*;
use ui::time::{TimeStyle, clock, write};
use ui::{Chip, Empty, LinkButton, Look, PageHead};

use super::parts::Said;
use crate::routes;

/// The page.
pub fn page(looked: Looked) -> AnyView {
    let zone = looked.zone;
    let since = write(&zone, looked.since, TimeStyle::Date);
    let older = looked.older.map(|until| {
        let href = routes::my_access_before(until);
        view! { <p><LinkButton href=href look=Look::Secondary>"Earlier"</LinkButton></p> }.into_any()
    });
    let machines = (looked.machines > 0).then(|| {
        let times = times(looked.machines);
        view! { <p>"Your monitors and Wardlight’s own programs worked with your record "{times}". Nobody reads it then."</p> }.into_any()
    });
    let list = if looked.looks.is_empty() {
        view! { <Empty title="Nobody looked" text=format!("Since {since} nobody opened your record.")/> }.into_any()
    } else {
        let lines = looked.looks.iter().map(|look| line(&zone, look)).collect_view();
        view! { <ul class="looks">{lines}</ul> }.into_any()
    };
    view! {
        <PageHead title="Who looked at your record"/>
        <Said/>
        <p>"Everybody who opened your record since "{since}", in any hospital, and why. What you open yourself is not listed."</p>
        {list}
        {machines}
        {older}
        <p>"Do you not know why somebody looked? Ask the hospital: they can see more, and must tell you."</p>
    }
    .into_any()
}

fn line(zone: &Zone, look: &Looking) -> AnyView {
    let when = write(zone, look.last, TimeStyle::Spoken);
    let more = (look.times > 1).then(|| {
        format!(
            " {} on this day, the first at {}.",
            in_front(&times(look.times)),
            clock(zone.civil(look.first))
        )
    });
    let emergency = look
        .is_emergency()
        .then(|| view! { <Chip look="solid">"Emergency"</Chip> }.into_any());
    let elsewhere = look
        .elsewhere
        .then(|| view! { <Chip>"Another hospital"</Chip> }.into_any());
    let seen = seen(&look.kinds);
    view! {
        <li class="looks__one">
            <p>{look.sentence()}" "{emergency}{elsewhere}</p>
            <p class="quiet">{when}"."{more}{seen}</p>
        </li>
    }
    .into_any()
}

/// "once", "twice", "5 times".
fn times(count: u32) -> String {
    match count {
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        many => format!("{many} times"),
    }
}

fn in_front(words: &str) -> String {
    let mut signs = words.chars();
    signs
        .next()
        .map(|first| first.to_uppercase().chain(signs).collect())
        .unwrap_or_default()
}

/// What of the record was seen, in words.
fn seen(kinds: &[Kind]) -> Option<String> {
    let words = |kind: &Kind| match kind {
        Kind::Vitals => "your measured values",
        Kind::Alarms => "your alarms",
        Kind::Demographics => "your name and numbers",
        Kind::Scores => "your scores",
        Kind::Limits => "your limits",
        Kind::Sessions => "when you were measured",
        Kind::Account => "your account",
        Kind::Devices => "your devices",
        Kind::Audit => "this list",
        Kind::Contact => "how you are reached",
        Kind::Papers => "your papers and your insurance",
        Kind::Background => "your allergies, conditions and medicines",
        Kind::Access => "who may see your record",
    };
    let words: Vec<&str> = kinds.iter().map(words).collect();
    match words.as_slice() {
        [] => None,
        [only] => Some(format!(" Seen: {only}.")),
        [rest @ .., last] => Some(format!(" Seen: {} and {last}.", rest.join(", "))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_seen_is_told_in_words() {
        assert_eq!(
            seen(&[Kind::Vitals, Kind::Alarms, Kind::Scores]).as_deref(),
            Some(" Seen: your measured values, your alarms and your scores.")
        );
        assert_eq!(seen(&[]), None);
        assert_eq!(
            (times(1).as_str(), times(2).as_str(), times(9).as_str()),
            ("once", "twice", "9 times")
        );
    }
}
