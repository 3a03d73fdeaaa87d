//! While blood runs: another goal or another time, and another machine. Each asks before it does it; what was planned before stays to be read.

use domain::dialysis::counted::Counted;
use domain::dialysis::target::Target;
use domain::numbers::fixed;
use hospital::dialysis::chair::{Chair, Sheet};
use hospital::dialysis::written::{Exchanged, Written};
use leptos::prelude::*;
use ui::lang::{Key, key, say, tell, word};
use ui::time::{write, zone_here};
use ui::{Button, Look, TimeStyle};

use super::{In, asked, by, card, figure, hours, known, litres, sent};
use crate::forms::parts::choose;

/// Both acts, for who runs the session.
pub(super) fn cards(here: &str, it: &Chair) -> AnyView {
    let (target, exchange) = (target(here, it), exchange(here, it));
    card(
        word(key::HD_PLAN_ANEW),
        "anew",
        String::new(),
        None,
        view! { <div class="card__body"><div class="cluster">{target}{exchange}</div></div> }.into_any(),
    )
}

/// What is known of the fluid removed where that is of earlier: it is read off, and never stands in a form as if it were of now.
fn of_earlier(counted: &Counted) -> String {
    let (removed, at) = (
        figure(counted.removed.0, 0, "mL"),
        write(&zone_here(), counted.at, TimeStyle::Clock),
    );
    tell(match counted.is_silent {
        true => say::hd_counted_before_silence(removed, at),
        false => say::hd_counted_earlier(removed, at),
    })
}

/// The question how much was removed by now: with the figure where it is one of now, else with what is known of earlier beside it. An exchanged machine counts from nothing, and what is asked
/// is of all of them.
pub(super) fn removed(form: In, name: &'static str, label: Key, it: &Chair) -> AnyView {
    let (counted, before) = (it.counted(), it.sheet.removed_before(it.read_at));
    let (label, add) = match it.sheet.exchanges.is_empty() {
        true => (label, None),
        false => (
            key::HD_REMOVED_ON_ALL_MACHINES,
            Some(tell(say::hd_add_before(figure(before.0, 0, "mL")))),
        ),
    };
    let label = word(label);
    match counted {
        Some(counted) if counted.is_now => form.number(name, label, "mL", fixed(counted.removed.0, 0)),
        counted => {
            let hints: Vec<String> = counted.as_ref().map(of_earlier).into_iter().chain(add).collect();
            form.number_told(name, label, "mL", "", hints.join(" "))
        }
    }
}

fn target(here: &str, it: &Chair) -> AnyView {
    let (form, action) = (In("target"), here.to_owned());
    let goal = it.sheet.goal().map(|goal| fixed(goal.0, 0)).unwrap_or_default();
    let minutes = fixed(it.time().0, 0);
    // Where it is counted now, what counts is the figure of the moment at which it is planned anew.
    let is_known = it.counted().is_some_and(|counted| counted.is_now);
    let read_off = (!is_known).then(|| removed(form, "removed", key::HD_REMOVED_BY_NOW, it));
    let body = view! {
        {form.number("uf_goal", word(key::HD_GOAL_IN_ALL), "mL", goal)}
        {form.number("minutes", word(key::HD_TIME_IN_ALL), "min", minutes)}
        {read_off}
        {form.maybe("reason", word(key::WHY), "")}
        {form.maybe("above", word(key::HD_WHY_ABOVE), "")}
        <Button look=Look::Inverse class="btn--small">{word(key::HD_SET_TARGET)}</Button>
    }
    .into_any();
    let form_view = sent("form", action, form.hidden(), body);
    asked(word(key::HD_SET_TARGET), form.of().came_back(), form_view)
}

/// Another machine; nothing where no other is fit.
fn exchange(here: &str, it: &Chair) -> Option<AnyView> {
    let on = it.sheet.device.as_ref().map(|(id, _)| *id);
    let others: Vec<(String, String)> = it
        .machines
        .iter()
        .filter(|(id, _)| Some(*id) != on)
        .map(|(id, name)| (id.to_string(), name.clone()))
        .collect();
    if others.is_empty() {
        return None;
    }
    let (form, action) = (In("exchange"), here.to_owned());
    let choices = choose(others);
    let removed = removed(form, "removed", key::HD_REMOVED_BY_NOW, it);
    let body = view! {
        <p>{word(key::HD_EXCHANGE_MEANS)}</p>
        {form.choice("device", word(key::HD_MACHINE), choices, "")}
        {removed}
        {form.maybe("reason", word(key::WHY), "")}
        <Button look=Look::Inverse class="btn--small">{word(key::HD_EXCHANGE)}</Button>
    }
    .into_any();
    let form_view = sent("form", action, form.hidden(), body);
    Some(asked(word(key::HD_EXCHANGE), form.of().came_back(), form_view))
}

/// "2.00 L in 3 h 30: cramps".
pub(super) fn target_words(it: &Target) -> String {
    let words = tell(say::hd_target_words(litres(it.goal), hours(it.time), it.reason.clone()));
    match &it.above {
        Some(why) => tell(say::hd_target_above(words, why.clone())),
        None => words,
    }
}

/// "Machine D-02 instead of D-01, 1.20 L removed by then: leak".
pub(super) fn exchange_words(it: &Exchanged) -> String {
    let from = it
        .from
        .as_ref()
        .map_or_else(|| "–".to_owned(), |(_, name)| name.clone());
    tell(say::hd_exchange_words(
        it.to.clone(),
        from,
        litres(it.what.removed),
        it.what.reason.clone(),
    ))
}

/// What was planned anew, line by line, for the hand-over.
pub(super) fn lines(sheet: &Sheet) -> AnyView {
    fn line<T>(what: &'static str, words: String, line: &Written<T>) -> AnyView {
        known(
            what,
            view! { {words}" "<span class="quiet">{by(&line.by)}</span> }.into_any(),
        )
    }
    let targets = sheet
        .targets
        .iter()
        .map(|it| line(word(key::HD_PLANNED_ANEW), target_words(&it.what), it));
    let exchanges = sheet
        .exchanges
        .iter()
        .map(|it| line(word(key::HD_EXCHANGED), exchange_words(&it.what), it));
    targets.chain(exchanges).collect_view().into_any()
}
