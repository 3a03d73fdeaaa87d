//! How well the blood was cleaned: every figure with its formula, what went into it, and how it stands against its target.

use domain::dialysis::adequacy::{Line, Stands};
use domain::dialysis::{prescription, spktv};
use hospital::dialysis::patient::Dialysed;
use leptos::prelude::*;
use ui::lang::{self, key, say, tell, word};
use ui::{Chip, Empty, Head, Table};

use super::{card, figure, hours, names, urea};

/// The newest session with urea before and after: every figure with its formula and what went in.
pub(super) fn newest(it: &Dialysed) -> AnyView {
    let newest = it
        .sessions
        .iter()
        .find_map(|session| Some((session, session.adequacy()?)));
    let (note, body) = match newest {
        None => (
            String::new(),
            view! { <Empty icon="flask" title=word(key::HD_NO_UREA) text=word(key::HD_NO_UREA_TEXT)/> }.into_any(),
        ),
        Some((session, inputs)) => {
            let rows = inputs.lines().into_iter().map(row).collect_view();
            let heads = [
                word(key::HD_FIGURE),
                word(key::HD_VALUE),
                word(key::HD_TARGET),
                word(key::HD_HOW),
            ]
            .map(Head::words)
            .to_vec();
            let both = match session.urea {
                (Some(pre), Some(post)) => tell(say::hd_urea_from_to(urea(pre), urea(post))),
                _ => String::new(),
            };
            (
                both,
                view! { <Table caption=word(key::HD_ADEQUACY) heads=heads>{rows}</Table> }.into_any(),
            )
        }
    };
    let stands = beside(it);
    view! { {card(word(key::HD_ADEQUACY), "adequacy", note, None, view! { {body}{stands} }.into_any())} }.into_any()
}

/// What stands beside the figures: how long ago urea was measured, and time below the least of a session and of a week. Nothing where there is nothing to say.
fn beside(it: &Dialysed) -> Option<AnyView> {
    // Of an older page the newest session is not the last.
    if !it.is_first {
        return None;
    }
    let ended = it.of_a_year().filter_map(|session| Some((session, session.ran.1?)));
    let ended: Vec<_> = ended.collect();
    let measured = ended.iter().find(|(session, _)| session.adequacy().is_some());
    let measured = measured.map(|(_, at)| {
        let days = (it.read_at.seconds_since(*at) / 86_400.0).max(0.0) as i64;
        tell(say::hd_urea_measured(days))
    });
    let last = ended.first().and_then(|(session, _)| session.minutes());
    let short = last
        .filter(|time| time.0 < spktv::LEAST_TIME.0)
        .map(|time| tell(say::hd_session_short(hours(time), hours(spktv::LEAST_TIME))));
    let week = it
        .prescription()
        .filter(|version| !version.what.modality.is_continuous());
    let week = week.map(|version| version.what.weekly_hours());
    let week = week.filter(|hours| *hours < prescription::LEAST_WEEK).map(|weekly| {
        tell(say::hd_week_short(
            figure(weekly, 1, "h"),
            figure(prescription::LEAST_WEEK, 0, "h"),
        ))
    });
    let lines: Vec<String> = [measured, short, week].into_iter().flatten().collect();
    (!lines.is_empty()).then(|| {
        let lines = lines
            .into_iter()
            .map(|line| view! { <li>{line}</li> }.into_any())
            .collect_view();
        view! { <ul class="lines card__body">{lines}</ul> }.into_any()
    })
}

/// One figure: its value or why there is none, how it stands, its formula with what went in.
pub(super) fn row(line: Line) -> AnyView {
    let value = match line.value {
        Ok(value) => figure(value, line.figure.decimals(), line.figure.unit()).into_any(),
        Err(guard) => view! { <span class="quiet">{lang::of_english(names::guard(guard))}</span> }.into_any(),
    };
    let stands = line.stands.map(|stands| {
        let look = match stands {
            Stands::Target => "line",
            Stands::Minimum => "medium-soft",
            Stands::Below => "high-soft",
        };
        view! { <Chip look=look>{lang::of_english(names::stands(stands))}</Chip> }.into_any()
    });
    let target = line.target.map(|target| {
        tell(say::hd_least_and_target(
            figure(target.minimum, 1, ""),
            figure(target.target, 1, ""),
            target.source,
        ))
    });
    let went_in: Vec<String> = line
        .inputs
        .iter()
        .map(|(input, value, decimals, unit)| {
            format!(
                "{} {}",
                lang::of_english(names::input(*input)),
                figure(*value, *decimals, unit)
            )
        })
        .collect();
    view! {
        <tr>
            <th scope="row">{lang::of_english(names::figure(line.figure))}</th>
            <td data-head=word(key::HD_VALUE)>{value}</td>
            <td data-head=word(key::HD_TARGET)><div class="cluster">{stands}</div><span class="quiet">{target}</span></td>
            <td data-head=word(key::HD_HOW)><bdi class="code">{line.formula}</bdi><br/><span class="quiet">{went_in.join(" · ")}</span></td>
        </tr>
    }
    .into_any()
}
