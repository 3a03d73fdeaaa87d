//! The on-call table: who is called now, the week of each place, exceptions, after how long each is told, and whom alarms told lately.
//!
//! | file | holds |
//! | --- | --- |
//! | `places.rs` | the house and each ward |
//! | `change.rs` | the forms of an administrator |

mod change;
mod places;

use domain::dialysis::places::Shift;
use domain::on_call::{Rank, Why};
use hospital::on_call::{Kept, OnCall, Place, Told};
use leptos::prelude::*;
use ui::lang::{key, say, tell, word};
use ui::time::zone_words;
use ui::{Card, Empty, Head, PageHead, Table, Time, TimeStyle};

use super::parts::{Said, missing};
use crate::widgets::alarm_words::severity_of;

/// The page.
pub fn page(found: OnCall) -> AnyView {
    let now = now(&found.places);
    let told = told(found.told);
    let may_set = found.may_set;
    let zone = zone_words(&found.zone, found.rendered_at);
    let forms = may_set.then(|| change::forms(&found.places, found.colleagues.as_deref()));
    let places = places::cards(found.places, may_set);
    view! {
        <PageHead title=word(key::ON_CALL) context=word(key::ON_CALL_CONTEXT)>
            <span class="second">{zone}</span>
        </PageHead>
        <Said/>
        <div class="stack">
            <Card title=word(key::ON_CALL_NOW) id="now">{now}</Card>
            <Card title=word(key::ON_CALL_TOLD) id="told">{told}</Card>
            {places}
            {forms}
        </div>
    }
    .into_any()
}

/// The name of a place.
fn name_of(place: &Place) -> String {
    match place.ward {
        Some(_) => place.name.clone(),
        None => word(key::ON_CALL_HOUSE).to_owned(),
    }
}

/// First, second, third.
pub(crate) fn rank_words(rank: Rank) -> &'static str {
    word(match rank {
        Rank::First => key::ON_CALL_FIRST,
        Rank::Second => key::ON_CALL_SECOND,
        Rank::Third => key::ON_CALL_THIRD,
    })
}

/// `20:00`.
fn clock(minutes: u16) -> String {
    Shift::clock(minutes % domain::on_call::DAY)
}

/// Who is on call at this moment.
fn now(places: &[Place]) -> AnyView {
    let rows = places
        .iter()
        .map(|place| {
            let name = name_of(place);
            let cells = Rank::ALL
                .into_iter()
                .zip(place.now.clone())
                .map(|(rank, who)| {
                    let shown = match who {
                        Some(who) => view! { <bdi>{who}</bdi> }.into_any(),
                        None => view! { <span class="table__missing">{word(key::ON_CALL_NOBODY)}</span> }.into_any(),
                    };
                    view! { <td data-head=rank_words(rank)>{shown}</td> }.into_any()
                })
                .collect_view();
            view! { <tr><th scope="row"><bdi>{name}</bdi></th>{cells}</tr> }.into_any()
        })
        .collect_view();
    let heads: Vec<Head> = std::iter::once(word(key::WHERE))
        .chain(Rank::ALL.map(rank_words))
        .map(Head::words)
        .collect();
    view! { <Table caption=word(key::ON_CALL_NOW) heads=heads>{rows}</Table> }.into_any()
}

/// Who was told, or why nobody was; the newest first. Also of one patient's alarms, on their page.
pub fn told(told: Vec<Told>) -> AnyView {
    if told.is_empty() {
        return view! { <Empty icon="bell" title=word(key::ON_CALL_TOLD_NONE) text=word(key::ON_CALL_TOLD_NONE_TEXT)/> }
            .into_any();
    }
    let rows = told
        .into_iter()
        .map(|step| {
            // On a phone each value stands after its name, also one that there is not.
            let priority = match step.priority {
                Some(priority) => severity_of(domain::alerts::Kind::Machine, priority).word(),
                None => "–",
            };
            let rank = step.rank.map_or("–", rank_words);
            let rank = match step.after_quiet {
                true => tell(say::on_call_after_quiet(rank)),
                false => rank.to_owned(),
            };
            let became = match step.became {
                Kept::Told(name) => view! { <bdi>{name}</bdi> }.into_any(),
                Kept::Skipped(why) => view! { <span class="table__missing">{skipped(why)}</span> }.into_any(),
            };
            let answered = match step.answered {
                Some((at, who)) => {
                    view! { <Time at=Signal::stored(Some(at)) style=TimeStyle::DateClock/>" · "<bdi>{who}</bdi> }
                        .into_any()
                }
                None => missing(),
            };
            view! {
                <tr>
                    <th scope="row"><Time at=Signal::stored(Some(step.at)) style=TimeStyle::DateClock/></th>
                    <td data-head=word(key::DEVICE)><bdi>{step.device}</bdi></td>
                    <td data-head=word(key::ON_CALL_PRIORITY)>{priority}</td>
                    <td data-head=word(key::ON_CALL_RANK)>{rank}</td>
                    <td data-head=word(key::WHO)>{became}</td>
                    <td data-head=word(key::ON_CALL_ANSWERED)>{answered}</td>
                </tr>
            }
            .into_any()
        })
        .collect_view();
    let heads = [
        word(key::WHEN),
        word(key::DEVICE),
        word(key::ON_CALL_PRIORITY),
        word(key::ON_CALL_RANK),
        word(key::WHO),
        word(key::ON_CALL_ANSWERED),
    ]
    .map(Head::words)
    .to_vec();
    view! { <Table caption=word(key::ON_CALL_TOLD) heads=heads>{rows}</Table> }.into_any()
}

/// Why nobody was told.
pub(crate) fn skipped(why: Option<Why>) -> &'static str {
    word(match why {
        Some(Why::Quiet) => key::ON_CALL_SKIP_QUIET,
        Some(Why::Same) => key::ON_CALL_SKIP_SAME,
        Some(Why::Nobody) | None => key::ON_CALL_SKIP_NOBODY,
    })
}
