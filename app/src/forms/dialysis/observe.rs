//! The form of a reading: what is found on the patient is typed or tapped, what the machine shows is taken as the line is written, and where it shows nothing its values are typed, too.

use domain::dialysis::before::{Before, Pressure};
use domain::dialysis::quantities::MmHg;
use domain::dialysis::shown::Shown;
use domain::numbers::fixed;
use domain::time::Moment;
use domain::units::Quantity;
use hospital::dialysis::chair::Chair;
use hospital::dialysis::signs::Sign;
use leptos::prelude::*;
use ui::lang::{self, key, say, tell, word};
use ui::time::{write, zone_here};
use ui::{Button, Checkbox, Checkboxes, FoldedPart, Look, Question, Tapped, TimeStyle};

use super::{In, sent};
use crate::forms::parts::{self, Step};

const FORM: In = In("observe");

/// The form.
pub(super) fn form(here: &str, it: &Chair) -> AnyView {
    let came_back = FORM.of().came_back();
    let is_typed = |one: &Shown| parts::typed(one.name()).is_some_and(|typed| !typed.trim().is_empty());
    let opens = came_back && Shown::ALL.iter().any(is_typed);
    let by_hand = of_machine(it);
    let machine = match it.shows() {
        false => by_hand,
        true => view! {
            {taken(came_back)}
            <FoldedPart words=word(key::HD_OF_MACHINE_TYPED) open=opens>{by_hand}</FoldedPart>
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

/// Whether what it shows is taken: yes, unless somebody took the tick away.
fn taken(came_back: bool) -> AnyView {
    let id = if came_back { "machine" } else { "machine-observe" };
    let question = Question::new("machine", word(key::MACHINE))
        .id(id)
        .hint(word(key::HD_MACHINE_SHOWS_HINT))
        .error(came_back.then(|| parts::fault("machine")).flatten())
        .open();
    let is_ticked = !came_back || parts::typed("machine").is_some_and(|typed| !typed.is_empty());
    view! {
        <Checkboxes question=question>
            <Checkbox name="machine" checked=is_ticked>{word(key::HD_MACHINE_SHOWS)}</Checkbox>
        </Checkboxes>
    }
    .into_any()
}

/// What no machine knows, or a monitor that nobody wrote down. Each begins where it was last.
fn of_patient(it: &Chair) -> AnyView {
    let step = |name, label: &str, unit: &str, by, last: Option<(String, Moment)>| {
        let label = parts::in_unit(label, unit);
        let hint = last.as_ref().map(|(last, at)| {
            let at = write(&zone_here(), *at, TimeStyle::Clock);
            tell(say::hd_last_value(lang::number(last.clone()), at))
        });
        let tapped = Tapped {
            step: by,
            from: last.map(|(last, _)| last),
        };
        view! { <Step name=name label=label tapped=tapped hint=hint.unwrap_or_default() of=FORM.of()/> }.into_any()
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
    let mut lines = it.sheet.observations.iter().rev();
    let temperature = lines
        .find_map(|line| Some((line.what.temperature?, line.by.at)))
        .or_else(|| look.and_then(|look| Some((look.what.what.temperature?, look.by.at))))
        .map(|(stored, at)| (fixed(celsius.of_stored(stored), celsius.decimals()), at));
    view! {
        <div class="form__grid">
            {step("systolic", word(key::HD_SYSTOLIC), "mmHg", "1", pressure(|it| it.systolic))}
            {step("diastolic", word(key::HD_DIASTOLIC), "mmHg", "1", pressure(|it| it.diastolic))}
            {step("pulse", word(key::HD_PULSE), "/min", "1", sign(it.signs.pulse, |found| found.pulse))}
            {step("spo2", word(key::HD_SPO2), "%", "1", sign(it.signs.spo2, |found| found.spo2))}
            {step("temperature", word(key::HD_TEMPERATURE), celsius.sign(), "0.1", temperature)}
        </div>
    }
    .into_any()
}

/// What a machine shows, typed by hand.
fn of_machine(it: &Chair) -> AnyView {
    // An exchanged machine counts from nothing: what was taken before it is added.
    let removed = word(match it.sheet.exchanges.is_empty() {
        true => key::HD_FLUID_REMOVED,
        false => key::HD_REMOVED_ON_THIS_MACHINE,
    });
    let number = |name, label: &str, unit| FORM.number(name, label, unit, "");
    view! {
        <div class="form__grid">
            {number("blood_flow", word(key::HD_BLOOD_FLOW), "mL/min")}
            {number("dialysate_flow", word(key::HD_DIALYSATE_FLOW), "mL/min")}
            {number("arterial", word(key::HD_ARTERIAL), "mmHg")}
            {number("venous", word(key::HD_VENOUS), "mmHg")}
            {number("tmp", word(key::HD_TRANSMEMBRANE), "mmHg")}
            {number("uf_rate", word(key::HD_FLUID_RATE), "mL/h")}
            {number("uf_removed", removed, "mL")}
            {number("conductivity", word(key::HD_CONDUCTIVITY), "mS/cm")}
            {number("dialysate_temperature", word(key::HD_DIALYSATE_TEMPERATURE), "°C")}
            {number("anticoagulant_given", word(key::HD_ANTICOAGULANT_GIVEN), "mL")}
        </div>
    }
    .into_any()
}
