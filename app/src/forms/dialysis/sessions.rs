//! The last sessions of one patient, a row each: each judged by what held when it began.

use domain::dialysis::adequacy::{Figure, Stands};
use domain::dialysis::hypotension::Guideline;
use domain::dialysis::uf::{self, Judged};
use domain::dialysis::{Kilograms, weights};
use domain::ids::PatientId;
use domain::time::Moment;
use hospital::dialysis::dry_weight::held_at;
use hospital::dialysis::patient::{Dialysed, Treated};
use leptos::prelude::*;
use ui::lang::{self, key, word};
use ui::{Chip, Empty, Head, Table, Time, TimeStyle};

use super::overview::{fell, rate, stage};
use super::{figure, hours, in_unit, litres, names, weight};
use crate::routes;

/// The list; that there was none is said too.
pub(super) fn list(id: PatientId, it: &Dialysed) -> AnyView {
    if it.sessions.is_empty() {
        return view! { <Empty icon="calendar" title=word(key::HD_NO_SESSIONS) text=word(key::HD_NO_SESSIONS_TEXT)/> }
            .into_any();
    }
    let rows = it
        .sessions
        .iter()
        .map(|session| row(id, session, held_at(&it.dry, began(session))))
        .collect_view();
    let heads = vec![
        Head::words(word(key::WHEN)),
        Head::words(word(key::HD_HOW_FAR)),
        Head::words(word(key::HD_CHAIR)),
        Head::number(word(key::HD_DURATION)),
        Head::number(word(key::HD_WEIGHT_BEFORE_AFTER)),
        Head::number(word(key::HD_FLUID_REMOVED)),
        Head::number(in_unit(key::HD_FLUID_RATE, "mL/kg/h")),
        Head::number(in_unit(key::HD_PRESSURES, "mmHg")),
        Head::number(word(key::HD_KTV)),
    ];
    view! { <Table caption=word(key::HD_SESSIONS) heads=heads>{rows}</Table> }.into_any()
}

/// When blood began to run, or shall.
pub(super) fn began(session: &Treated) -> Moment {
    session.ran.0.unwrap_or(session.planned.0)
}

fn row(id: PatientId, session: &Treated, dry: Option<Kilograms>) -> AnyView {
    let when = began(session);
    let early = session
        .early
        .map(|early| view! { <br/><span class="quiet">{lang::of_english(names::early(early))}</span> }.into_any());
    let both = match session.weights {
        (Some(before), Some(after)) => lang::ltr(format!("{} → {}", weight(before), weight(after))),
        (Some(before), None) => weight(before),
        _ => String::new(),
    };
    let missed = session
        .weights
        .1
        .and_then(|after| weights::met(after, dry))
        .and_then(|met| match met {
            weights::Met::Met => None,
            weights::Met::Above => {
                Some(view! { <br/><Chip look="medium-soft">{word(key::HD_ABOVE_DRY)}</Chip> }.into_any())
            }
            weights::Met::Below => {
                Some(view! { <br/><Chip look="medium-soft">{word(key::HD_BELOW_DRY)}</Chip> }.into_any())
            }
        });
    let removed = session.uf.1.map(litres);
    let rate_words = rate(session).map(|rate| figure(rate, 1, ""));
    let strong = rate(session).and_then(|rate| match uf::judge(domain::dialysis::MlPerKgHour(rate)) {
        Judged::Fine => None,
        Judged::Warn => Some(view! { <br/><Chip look="medium-soft">"> 10"</Chip> }.into_any()),
        Judged::Strong => Some(view! { <br/><Chip look="high-soft">"> 13"</Chip> }.into_any()),
    });
    let pressures: Vec<String> = [session.systolic.0, session.systolic.1, session.systolic.2]
        .into_iter()
        .flatten()
        .map(|it| figure(it.0, 0, ""))
        .collect();
    let pressures = (!pressures.is_empty()).then(|| lang::ltr(pressures.join(" → ")));
    // Both definitions, each by its own mark: they find different people.
    let by_guideline = session.guideline == Some(Guideline::Whole);
    let low = fell(session).then(|| view! { <br/><Chip look="medium-soft">{word(key::HD_FELL)}</Chip> }.into_any());
    let guideline = by_guideline
        .then(|| view! { <br/><Chip look="medium-soft">{word(key::HD_FELL_BY_GUIDELINE)}</Chip> }.into_any());
    let inputs = session.adequacy();
    let cleaned = inputs
        .and_then(|inputs| inputs.value(Figure::SpKtv).ok())
        .map(|value| figure(value, 2, ""));
    let short = inputs
        .and_then(|inputs| inputs.stands())
        .filter(|(.., stands)| *stands == Stands::Below)
        .map(|(of, value, stands)| {
            // What is judged, where that is another figure than the one that stands there.
            let judged = (of != Figure::SpKtv)
                .then(|| format!("{} {} · ", lang::of_english(names::figure(of)), figure(value, 2, "")));
            let words = lang::of_english(names::stands(stands));
            view! { <br/><Chip look="high-soft">{judged}{words}</Chip> }.into_any()
        });
    view! {
        <tr>
            <th scope="row"><a href=routes::dialysis_session_of(id, session.id)><Time at=Signal::stored(Some(when)) style=TimeStyle::DateClock/></a></th>
            <td data-head=word(key::HD_HOW_FAR)>{stage(session.stage)}{early}</td>
            <td data-head=word(key::HD_CHAIR)>{session.station.clone()}</td>
            <td data-head=word(key::HD_DURATION) class="num">{session.minutes().map(hours)}</td>
            <td data-head=word(key::HD_WEIGHT_BEFORE_AFTER) class="num">{both}{missed}</td>
            <td data-head=word(key::HD_FLUID_REMOVED) class="num">{removed}</td>
            <td data-head=in_unit(key::HD_FLUID_RATE, "mL/kg/h") class="num">{rate_words}{strong}</td>
            <td data-head=in_unit(key::HD_PRESSURES, "mmHg") class="num">{pressures}{low}{guideline}</td>
            <td data-head=word(key::HD_KTV) class="num">{cleaned}{short}</td>
        </tr>
    }
    .into_any()
}
