//! Urea of the blood before and after a session: the answer of the laboratory comes when the needles are out, so it has a form of its own, which stays open after the signature. And of which
//! sessions a value is wanted.

use domain::dialysis::samples::Taken;
use domain::time::Moment;
use hospital::dialysis::chair::Chair;
use hospital::dialysis::patient::{Dialysed, Treated};
use hospital::dialysis::written::By;
use leptos::prelude::*;
use ui::lang::{self, key, word};
use ui::{Button, Head, Table, Time, TimeStyle};
use uuid::Uuid;

use super::{In, answers, by, names, sent, urea};
use crate::routes;

/// What was written of it in this session, with the form of another line; nothing before the start.
pub(super) fn card(here: &str, it: &Chair) -> Option<AnyView> {
    let sheet = &it.sheet;
    sheet.started.as_ref()?;
    let mut lines: Vec<(Moment, AnyView)> = Vec::new();
    let looks = [
        (
            Taken::Pre,
            sheet.look.as_ref().map(|look| (&look.by, look.what.what.urea)),
        ),
        (
            Taken::Post,
            sheet.after.as_ref().map(|after| (&after.by, after.what.urea)),
        ),
    ];
    for (taken, look) in looks {
        if let Some((who, Some(value))) = look {
            let how = word(key::HD_UREA_WITH_LOOK).to_owned();
            lines.push((who.at, row(taken, urea(value), None, how, who)));
        }
    }
    for line in &sheet.samples {
        let what = &line.what;
        let value = what.value.map_or_else(|| word(key::HD_UREA_TO_COME).to_owned(), urea);
        let why = what.reason.clone().unwrap_or_default();
        lines.push((line.by.at, row(what.taken, value, Some(what.drawn_at), why, &line.by)));
    }
    lines.sort_by_key(|(at, _)| std::cmp::Reverse(*at));
    let table = (!lines.is_empty()).then(|| {
        let heads = [
            word(key::HD_UREA_TAKEN),
            word(key::HD_UREA),
            word(key::HD_UREA_DRAWN),
            word(key::WHY),
            word(key::WRITTEN),
        ]
        .map(Head::words)
        .to_vec();
        let rows: Vec<AnyView> = lines.into_iter().map(|(_, row)| row).collect();
        view! { <Table caption=word(key::HD_UREA_CARD) heads=heads>{rows}</Table> }.into_any()
    });
    let seen = [Taken::Pre, Taken::Post].map(|taken| sheet.sample(taken).map(|line| line.id));
    let missing = match sheet.urea(Taken::Pre) {
        None => Taken::Pre,
        Some(_) => Taken::Post,
    };
    let form = it.may_run.then(|| form(here, seen, sheet.ended.is_some(), missing));
    Some(super::card(
        word(key::HD_UREA_CARD),
        "urea",
        String::new(),
        None,
        view! { {table}{form} }.into_any(),
    ))
}

/// The newest stands first. What stands in a look has no time of its own.
fn row(taken: Taken, value: String, drawn: Option<Moment>, why: String, who: &By) -> AnyView {
    let drawn = drawn.map(|at| view! { <Time at=Signal::stored(Some(at)) style=TimeStyle::DateClock/> }.into_any());
    view! {
        <tr>
            <th scope="row">{lang::of_english(names::taken(taken))}</th>
            <td data-head=word(key::HD_UREA)>{value}</td>
            <td data-head=word(key::HD_UREA_DRAWN)>{drawn}</td>
            <td data-head=word(key::WHY)><bdi>{why}</bdi></td>
            <td data-head=word(key::WRITTEN)>{by(who)}</td>
        </tr>
    }
    .into_any()
}

/// `seen` are the newest lines that stand there before and after; `missing` is the sample that is chosen at first.
fn form(action: &str, seen: [Option<Uuid>; 2], ended: bool, missing: Taken) -> AnyView {
    let form = In("urea");
    let mut hidden = form.hidden();
    for (name, line) in ["seen_pre", "seen_post"].into_iter().zip(seen) {
        hidden.push((name, line.map(|line| line.to_string()).unwrap_or_default()));
    }
    let taken: &[Taken] = if ended { Taken::ALL } else { &[Taken::Pre] };
    let taken = answers(taken, Taken::name, names::taken, None);
    let missing = if ended { missing } else { Taken::Pre };
    let body = view! {
        <p class="quiet">{word(key::HD_UREA_LATER)}</p>
        <div class="form__grid">
            {form.choice("taken", word(key::HD_UREA_TAKEN), taken, missing.name())}
            {form.number("value", word(key::HD_UREA_VALUE), "mmol/L", "")}
            {form.maybe("drawn", word(key::HD_UREA_DRAWN_AT), "")}
            {form.maybe("reason", word(key::HD_UREA_WHY), "")}
        </div>
        <div class="form__end"><Button>{word(key::HD_WRITE_DOWN)}</Button></div>
    };
    sent("card__body form", action, hidden, body.into_any())
}

/// Of which sessions of one patient a value is wanted, with the form for the newest of them.
pub(super) fn wanted(it: &Dialysed, patient: domain::ids::PatientId) -> Option<AnyView> {
    let wanted: Vec<&Treated> = it
        .sessions
        .iter()
        .filter(|session| it.wanted.contains(&session.id))
        .collect();
    let newest = *wanted.first()?;
    let links: Vec<AnyView> = wanted
        .iter()
        .map(|session| {
            let when = session.ran.0.unwrap_or(session.planned.0);
            let href = format!("{}#urea", routes::dialysis_session_of(patient, session.id));
            view! { <li><a class="link" href=href><Time at=Signal::stored(Some(when)) style=TimeStyle::DateClock/></a></li> }
                .into_any()
        })
        .collect();
    let missing = match newest.urea.0 {
        None => Taken::Pre,
        Some(_) => Taken::Post,
    };
    let here = routes::dialysis_session_of(patient, newest.id);
    let form = it
        .may_run
        .then(|| form(&here, [newest.samples.0, newest.samples.1], true, missing));
    let body = view! {
        <div class="card__body"><p>{word(key::HD_UREA_WANTED_TEXT)}</p><ul>{links}</ul></div>
        {form}
    };
    Some(super::card(
        word(key::HD_UREA_WANTED),
        "urea-wanted",
        String::new(),
        None,
        body.into_any(),
    ))
}
