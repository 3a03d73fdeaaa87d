//! `/my/access`: the patient sees who looked at their record, and why, in plain words.

use domain::time::Zone;
use hospital::audit::{Kind, Look as Looking, Looked};
use leptos::prelude::*;
use ui::lang::{self, key, listed, say, tell, word};
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
        view! { <p><LinkButton href=href look=Look::Secondary>{word(key::EARLIER)}</LinkButton></p> }.into_any()
    });
    let machines =
        (looked.machines > 0).then(|| view! { <p>{tell(say::machines_worked(looked.machines))}</p> }.into_any());
    let list = if looked.looks.is_empty() {
        view! { <Empty title=word(key::NOBODY_LOOKED) text=tell(say::nobody_since(since.as_str()))/> }.into_any()
    } else {
        let lines = looked.looks.iter().map(|look| line(&zone, look)).collect_view();
        view! { <ul class="looks">{lines}</ul> }.into_any()
    };
    view! {
        <PageHead title=word(key::WHO_LOOKED_LINK)/>
        <Said/>
        <p>{tell(say::everybody_since(since.as_str()))}</p>
        {list}
        {machines}
        {older}
        <p>{word(key::DO_YOU_NOT_KNOW)}</p>
    }
    .into_any()
}

fn line(zone: &Zone, look: &Looking) -> AnyView {
    let when = write(zone, look.last, TimeStyle::Spoken);
    let more = (look.times > 1).then(|| {
        let first = clock(zone.civil(look.first));
        format!(" {}", tell(say::times_on_this_day(look.times, first)))
    });
    let emergency = look
        .is_emergency()
        .then(|| view! { <Chip look="solid">{word(key::EMERGENCY)}</Chip> }.into_any());
    let elsewhere = look
        .elsewhere
        .then(|| view! { <Chip>{word(key::ANOTHER_HOSPITAL)}</Chip> }.into_any());
    let seen = seen(&look.kinds);
    view! {
        <li class="looks__one">
            <p>{sentence(look)}" "{emergency}{elsewhere}</p>
            <p class="quiet">{when}"."{more}{seen}</p>
        </li>
    }
    .into_any()
}

/// In one plain sentence: "Dr Anika Rao, doctor at Riverbend General, opened your chart to treat you."
fn sentence(look: &Looking) -> String {
    let who = match (&look.name, look.actor.as_str()) {
        (Some(name), _) => name.clone(),
        (None, "client") => word(key::LOOKED_PROGRAM).to_owned(),
        (None, "proxy") => word(key::LOOKED_SOMEBODY_LET_IN).to_owned(),
        (None, _) => word(key::LOOKED_ACCOUNT_GONE).to_owned(),
    };
    let role = look.role.map(|role| tell(say::role_within(role.name())));
    let who = match (role, look.hospital.clone()) {
        _ if look.actor == "proxy" => tell(say::looked_carer(who)),
        (Some(role), Some(hospital)) => tell(say::looked_role_at(who, role, hospital)),
        (Some(role), None) => tell(say::looked_role(who, role)),
        (None, Some(hospital)) => tell(say::looked_of(who, hospital)),
        (None, None) => who,
    };
    let did: Vec<String> = look.did().into_iter().map(lang::of_english).collect();
    let why = lang::of_english(look.why());
    format!("{who} {} {why}.", listed(&did))
}

/// What of the record was seen, in words.
fn seen(kinds: &[Kind]) -> Option<String> {
    let words = |kind: &Kind| match kind {
        Kind::Vitals => word(key::SEEN_VITALS),
        Kind::Alarms => word(key::SEEN_ALARMS),
        Kind::Demographics => word(key::SEEN_DEMOGRAPHICS),
        Kind::Scores => word(key::SEEN_SCORES),
        Kind::Limits => word(key::SEEN_LIMITS),
        Kind::Sessions => word(key::SEEN_SESSIONS),
        Kind::Account => word(key::SEEN_ACCOUNT),
        Kind::Devices => word(key::SEEN_DEVICES),
        Kind::Audit => word(key::SEEN_AUDIT),
        Kind::Contact => word(key::SEEN_CONTACT),
        Kind::Papers => word(key::SEEN_PAPERS),
        Kind::Dialysis => word(key::SEEN_DIALYSIS),
        Kind::Background => word(key::SEEN_BACKGROUND),
        Kind::Messages => word(key::SEEN_MESSAGES),
        Kind::Access => word(key::SEEN_ACCESS),
    };
    let words: Vec<String> = kinds.iter().map(|kind| words(kind).to_owned()).collect();
    (!words.is_empty()).then(|| format!(" {}", tell(say::seen(listed(&words)))))
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
        let times = |n: u32| tell(say::times_on_this_day(n, "10:42"));
        assert_eq!(times(2), "Twice on this day, the first at 10:42.");
        assert_eq!(times(9), "9 times on this day, the first at 10:42.");
    }
}
