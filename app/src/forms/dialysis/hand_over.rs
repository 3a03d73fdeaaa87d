//! The hand-over of a session, made from what was written: situation, background, assessment, recommendation (SBAR; Joint Commission, Leonard and others, Quality and Safety in
//! Health Care 13 (suppl. 1):i85, 2004). Nothing is typed here; each frame prints it with who printed it and when.

use domain::dialysis::session::Stage;
use domain::time::Moment;
use hospital::dialysis::chair::Chair;
use hospital::patients::identity::Identity;
use leptos::prelude::*;
use ui::lang::{self, key, say, tell, word};
use ui::time::{write, zone_here};
use ui::{Link, Reach, Time, TimeStyle};

use super::overview::{access_in_words, lines, signs, version_of};
use super::{by, card, clock, facts, figure, known, litres, log, names, pressure, running, weight};
use crate::forms::parts::Said;
use crate::forms::patients::banner::banner;
use crate::routes;
use crate::widgets::alarm_words;

/// The page.
pub fn page(identity: Identity, it: Chair) -> AnyView {
    let id = identity.person.id;
    let back = view! { <Link href=routes::dialysis_session_of(id, it.sheet.id) reach=Reach::Alone>{word(key::HD_TO_THE_CHAIR)}</Link> }.into_any();
    view! {
        {banner(&identity, back)}
        <Said/>
        <div class="stack">
            {situation(&it)}
            {background(&it)}
            {assessment(&it)}
            {recommendation(&it)}
        </div>
    }
    .into_any()
}

fn told(what: &'static str, value: Option<String>) -> Option<AnyView> {
    value
        .filter(|value| !value.is_empty())
        .map(|value| view! { {known(what, view! { {value} }.into_any())} }.into_any())
}

/// A value with when it was measured or written.
fn at_time(what: &'static str, value: String, at: Moment) -> AnyView {
    view! { {known(what, view! { {value}" "<span class="quiet">{clock(at)}</span> }.into_any())} }.into_any()
}

/// What was written of one thing, line by line as the log of the chair has it, each with when and by whom; that there is nothing so far, where nothing was written.
fn lines_of(what: &'static str, lines: Vec<log::Line<'_>>) -> AnyView {
    if lines.is_empty() {
        return known(what, view! { {word(key::HD_NOTHING_SO_FAR)} }.into_any());
    }
    let lines = lines
        .into_iter()
        .map(|(who, words)| view! { <div><bdi>{words}</bdi>" "<span class="quiet">{by(who)}</span></div> }.into_any())
        .collect_view();
    known(what, lines.into_any())
}

/// Alarms that are not closed, the most urgent first, each since when, and which of them nobody answered.
fn alarms(it: &Chair) -> Option<String> {
    let lines: Vec<String> = alarm_words::in_order(&it.alarms)
        .into_iter()
        .map(|alarm| {
            let at = write(&zone_here(), alarm.last_raised_at, TimeStyle::DateClock);
            // What is gone is not so since then: it was raised then.
            let since = tell(match alarm.is_standing() {
                true => say::hd_alarm_since(at),
                false => say::hd_alarm_raised(at),
            });
            let words = alarm_words::sentence(alarm);
            match alarm.is_unanswered() {
                true => format!("{words} ({since} · {})", word(key::HD_ALARM_UNANSWERED).to_lowercase()),
                false => format!("{words} ({since})"),
            }
        })
        .collect();
    (!lines.is_empty()).then(|| lang::listed(&lines))
}

fn situation(it: &Chair) -> AnyView {
    let progress = running::progress(it).filter(|_| it.sheet.stage == Stage::Running);
    // With when it was counted: of a machine that fell silent it is of earlier.
    let fluid = it.counted().zip(progress).map(|(counted, progress)| {
        let words = tell(say::hd_of_volume(litres(counted.removed), litres(progress.goal)));
        at_time(word(key::HD_FLUID_REMOVED), words, counted.at)
    });
    let left = progress.map(|progress| super::hours(progress.time_left));
    let machine = it.sheet.device.as_ref().map(|(_, name)| name.clone());
    let started = it.sheet.started.as_ref().map(|(by, _)| {
        view! { {known(word(key::HD_LOG_STARTED), view! { <Time at=Signal::stored(Some(by.at)) style=TimeStyle::DateClock/> }.into_any())} }.into_any()
    });
    view! {
        {card(word(key::HD_SBAR_SITUATION), "situation", String::new(), None, view! { <div class="card__body">
                {facts(view! { {told(word(key::HD_CHAIR), Some(it.sheet.station.clone()))}
                    {told(word(key::HD_MACHINE), machine)}
                    {told(word(key::HD_HOW_FAR), Some(lang::of_english(names::stage(it.sheet.stage))))}
                    {started}
                    {told(word(key::HD_ALARMS_NOW), alarms(it))}
                    {told(word(key::HD_TIME_LEFT), left)}
                    {fluid}
                    {super::replan::lines(&it.sheet)} }.into_any())}
            </div> }.into_any())}
    }
    .into_any()
}

fn background(it: &Chair) -> AnyView {
    let prescribed = it
        .prescription
        .as_ref()
        .map(|version| view! { <p class="quiet">{version_of(version)}</p>{lines(&version.what)} }.into_any());
    let accesses = it
        .accesses
        .iter()
        .filter(|access| access.ended.is_none())
        .map(|access| view! { {known(access_in_words(access), view! { {signs(access)} }.into_any())} }.into_any())
        .collect_view();
    let infections: Vec<String> = it
        .infections
        .iter()
        .map(|found| {
            format!(
                "{}: {}",
                lang::of_english(names::agent(found.what.agent)),
                lang::of_english(names::found(found.what.result)).to_lowercase()
            )
        })
        .collect();
    let dry = it.dry_weight().map(weight);
    view! {
        {card(word(key::HD_SBAR_BACKGROUND), "background", String::new(), None, view! { <div class="card__body">
                {facts(view! { {told(word(key::HD_DRY_WEIGHT), dry)}
                    {told(word(key::HD_INFECTIONS), (!infections.is_empty()).then(|| lang::listed(&infections)))}
                    {accesses} }.into_any())}
                {prescribed}
            </div> }.into_any())}
    }
    .into_any()
}

fn assessment(it: &Chair) -> AnyView {
    let before = it.sheet.look.as_ref().map(|look| {
        let words = format!("{} · {}", weight(look.what.what.weight), pressure(look.what.what.lying));
        at_time(word(key::HD_FOUND_BEFORE), words, look.by.at)
    });
    let last =
        running::newest_pressure(it).map(|(value, at)| at_time(word(key::HD_LAST_PRESSURE), pressure(value), at));
    // By hand or by the machine, while blood ran.
    let lowest = it
        .fell
        .lowest_at()
        .map(|(lowest, at)| at_time(word(key::HD_LOWEST_PRESSURE), figure(lowest.0, 0, "mmHg"), at));
    let access = it.sheet.access_looks.last();
    let access = access.map(|line| lines_of(word(key::HD_ACCESS_LOOKED), vec![(&line.by, log::found(&line.what))]));
    let after = it.sheet.after.as_ref().map(|after| {
        let words = format!(
            "{} · {} · {}",
            weight(after.what.weight),
            pressure(after.what.lying),
            litres(after.what.uf_removed)
        );
        at_time(word(key::HD_FOUND_AFTER), words, after.by.at)
    });
    view! {
        {card(word(key::HD_SBAR_ASSESSMENT), "assessment", String::new(), None, view! { <div class="card__body">
                {facts(view! { {before}
                    {last}
                    {lowest}
                    {access}
                    {lines_of(word(key::HD_WHAT_WENT_WRONG), log::events(&it.sheet))}
                    {lines_of(word(key::HD_WHAT_WAS_DONE), log::interventions(&it.sheet))}
                    {lines_of(word(key::HD_MEDICINES), log::medicines(&it.sheet))}
                    {after} }.into_any())}
            </div> }.into_any())}
    }
    .into_any()
}

/// What is still to be done, by what is missing.
fn recommendation(it: &Chair) -> AnyView {
    let sheet = &it.sheet;
    let unwitnessed = sheet
        .medicines
        .iter()
        .filter(|line| line.what.witness.is_none())
        .count();
    let is_access_due =
        sheet.stage == Stage::Running && !sheet.access_looks.last().is_some_and(|line| line.what.is_fine());
    let confirmed = sheet.look.as_ref().is_some_and(|look| look.what.confirmed.is_some());
    let wanted = [
        (
            sheet.stage == Stage::CheckedIn && sheet.look.is_none(),
            word(key::HD_STEP_LOOK),
        ),
        (
            sheet.stage == Stage::CheckedIn && sheet.look.is_some() && !confirmed,
            word(key::HD_STEP_SECOND),
        ),
        (sheet.stage == Stage::CheckedIn && confirmed, word(key::HD_STEP_START)),
        (is_access_due, word(key::HD_CHECK_ACCESS)),
        (unwitnessed > 0, word(key::HD_WITNESS_WANTED)),
        (
            sheet.started.is_some() && sheet.lots.is_empty(),
            word(key::HD_LOTS_MISSING),
        ),
        (sheet.ended.is_some() && sheet.after.is_none(), word(key::HD_STEP_AFTER)),
        (sheet.after.is_some() && sheet.signed.is_none(), word(key::HD_STEP_SIGN)),
    ];
    let wanted: Vec<String> = wanted
        .into_iter()
        .filter(|(is, _)| *is)
        .map(|(_, words)| words.to_owned())
        .collect();
    let wanted = if wanted.is_empty() {
        word(key::HD_NOTHING_WANTED).to_owned()
    } else {
        lang::listed(&wanted)
    };
    let next = it.next.map(|next| {
        view! { {known(word(key::HD_NEXT_SESSION), view! { <Time at=Signal::stored(Some(next)) style=TimeStyle::DateClock/> }.into_any())} }.into_any()
    });
    view! {
        {card(word(key::HD_SBAR_RECOMMENDATION), "recommendation", String::new(), None, view! { <div class="card__body">{facts(view! { {told(word(key::HD_STILL_TO_DO), Some(wanted))}{next} }.into_any())}</div> }.into_any())}
    }
    .into_any()
}
