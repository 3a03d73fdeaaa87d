//! How well the blood was cleaned: every figure with its formula, what went into it, and how it stands against its target.

use domain::dialysis::adequacy::{Line, Stands};
use hospital::dialysis::patient::Dialysed;
use leptos::prelude::*;
use ui::lang::{self, key, say, tell, word};
use ui::{Chip, Empty, Head, Table};

use super::{card, figure, names, urea};

/// The newest session with urea before and after: every figure with its formula and what went in.
pub(super) fn newest(it: &Dialysed) -> AnyView {
    let per_week = it.per_week();
    let newest = it
        .sessions
        .iter()
        .find_map(|session| Some((session, session.adequacy(per_week)?)));
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
    view! { {card(word(key::HD_ADEQUACY), "adequacy", note, None, view! { {body} }.into_any())} }.into_any()
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
