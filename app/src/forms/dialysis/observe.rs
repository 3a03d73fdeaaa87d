//! The form of a reading: what is found on the patient is typed or tapped, what the machine shows is taken as the line is written, and where it shows nothing its values are typed, too.

use domain::dialysis::before::{BODY, Before, PULSE_ENDS, Pressure, SPO2_ENDS};
use domain::dialysis::quantities::MmHg;
use domain::dialysis::session::Stage;
use domain::dialysis::shown::Shown;
use domain::numbers::fixed;
use domain::time::Moment;
use domain::units::Quantity;
use hospital::dialysis::chair::Chair;
use hospital::dialysis::signs::Sign;
use leptos::prelude::*;
use ui::lang::{self, key, say, tell, word};
use ui::time::{write, zone_here};
use ui::{Button, FoldedPart, Look, Tapped, TimeStyle};

use super::{In, names, sent};
use crate::forms::parts::{self, Step};

const FORM: In = In("observe");

/// The form.
pub(super) fn form(here: &str, it: &Chair) -> AnyView {
    let is_typed = |one: &Shown| parts::typed(one.name()).is_some_and(|typed| !typed.trim().is_empty());
    let opens = FORM.of().came_back() && Shown::ALL.iter().any(is_typed);
    let (by_hand, shows) = (of_machine(it), it.shows());
    let machine = match is_asked(it) {
        false => by_hand,
        true => view! {
            {taken(shows)}
            <FoldedPart words=word(key::HD_OF_MACHINE_TYPED) open=opens || !shows>{by_hand}</FoldedPart>
        }
        .into_any(),
    };
    let body = view! {
        {of_patient(it)}
        {machine}
        {FORM.maybe("note", word(key::HD_NOTE), "")}
        {FORM.earlier()}
        <div class="form__end"><Button look=Look::Primary icon="plus">{word(key::HD_RECORD_READING)}</Button></div>
        {parts::stepping()}
    };
    let hidden = FORM.hidden_with(&[Quantity::Temperature]);
    sent("card__body form", here.to_owned(), hidden, body.into_any())
}

/// Whether there is a machine that may show something; where it shows nothing yet it may a moment later, and the door asks it.
fn is_asked(it: &Chair) -> bool {
    it.sheet.stage == Stage::Running && it.sheet.device.is_some()
}

/// Whether what it shows is taken: yes where it shows something, unless somebody took the tick away.
fn taken(shows: bool) -> AnyView {
    let boxes = vec![("true", word(key::HD_MACHINE_SHOWS).to_owned())];
    let ticked: &[&str] = if shows { &["true"] } else { &[] };
    FORM.boxes_told(
        "machine",
        word(key::MACHINE),
        boxes,
        ticked,
        word(key::HD_MACHINE_SHOWS_HINT),
    )
}

/// What no machine knows, or a monitor that nobody wrote down. Each begins where it was last.
fn of_patient(it: &Chair) -> AnyView {
    let last = |last: &Option<(String, Moment)>| {
        last.as_ref().map_or_else(String::new, |(last, at)| {
            let at = write(&zone_here(), *at, TimeStyle::Clock);
            tell(say::hd_last_value(lang::number(last.clone()), at))
        })
    };
    // A blood pressure is measured anew each time: it is typed, and no tap makes one.
    let typed =
        |name, label: &str, known: Option<(String, Moment)>| FORM.number_told(name, label, "mmHg", "", last(&known));
    let step = |name: &'static str, label: &str, unit: &str, by, ends, known: Option<(String, Moment)>| {
        let (label, hint) = (parts::in_unit(label, unit), last(&known));
        let tapped = Tapped {
            step: by,
            ends,
            from: known.map(|(last, _)| last),
        };
        view! { <Step name=name label=label tapped=tapped hint=hint of=FORM.of()/> }.into_any()
    };
    // Before the first of this session stands what was found before it began.
    let look = it.sheet.look.as_ref();
    let found = look.map(|look| (look.what.what.lying, look.by.at));
    let newest = it.pressure.as_ref().map(|newest| (newest.pressure, newest.at));
    let pressure = |of: fn(&Pressure) -> MmHg| {
        let (pressure, at) = newest.or(found)?;
        Some((fixed(of(&pressure).0, 0), at))
    };
    let sign = |sign: Option<Sign>, before: fn(&Before) -> Option<i32>| {
        let found = || look.and_then(|look| Some((f64::from(before(&look.what.what)?), look.by.at)));
        let (value, at) = sign.map(|sign| (sign.value, sign.at)).or_else(found)?;
        Some((fixed(value, 0), at))
    };
    let celsius = FORM.unit(Quantity::Temperature);
    let of_body = (celsius.of_stored(BODY.0), celsius.of_stored(BODY.1));
    let mut lines = it.sheet.observations.iter().rev();
    let temperature = lines
        .find_map(|line| Some((line.what.temperature?, line.by.at)))
        .or_else(|| look.and_then(|look| Some((look.what.what.temperature?, look.by.at))))
        .map(|(stored, at)| (fixed(celsius.of_stored(stored), celsius.decimals()), at));
    view! {
        <div class="form__grid">
            {typed("systolic", word(key::HD_SYSTOLIC), pressure(|it| it.systolic))}
            {typed("diastolic", word(key::HD_DIASTOLIC), pressure(|it| it.diastolic))}
            {step("pulse", word(key::HD_PULSE), "/min", "1", PULSE_ENDS, sign(it.signs.pulse, |found| found.pulse))}
            {step("spo2", word(key::HD_SPO2), "%", "1", SPO2_ENDS, sign(it.signs.spo2, |found| found.spo2))}
            {step("temperature", word(key::HD_TEMPERATURE), celsius.sign(), "0.1", of_body, temperature)}
        </div>
    }
    .into_any()
}

/// What a machine shows, typed by hand.
fn of_machine(it: &Chair) -> AnyView {
    let number = |one: &Shown| {
        // An exchanged machine counts from nothing: what was taken before it is added.
        let words = match one {
            Shown::UfRemoved if !it.sheet.exchanges.is_empty() => word(key::HD_REMOVED_ON_THIS_MACHINE).to_owned(),
            one => lang::of_english(names::shown(*one)),
        };
        FORM.number(one.name(), &words, one.unit(), "")
    };
    view! { <div class="form__grid">{Shown::ALL.iter().map(number).collect_view()}</div> }.into_any()
}
