//! What is written while blood runs and until the signature: readings, what was done, what went wrong, medicines with their witness.

use domain::dialysis::access_look::Found;
use domain::dialysis::during::{EventKind, InterventionKind, Observation, Route};
use domain::dialysis::hypotension;
use domain::dialysis::quantities::Millilitres;
use domain::dialysis::session::Stage;
use hospital::dialysis::chair::Chair;
use leptos::prelude::*;
use ui::lang::{self, key, say, tell, word};
use ui::{Button, Chip, Head, LinkButton, Look, Source, SourceMark, Table};

use super::{In, by, card, figure, in_unit, litres, names, observe, pressure, sent, signed, temperature, to_choose};
use crate::forms::parts::Act;

/// Ways to what is done again and again while blood runs, always in reach: their forms stand far down the page.
pub(super) fn at_hand(it: &Chair) -> Option<AnyView> {
    if !it.may_run || it.sheet.stage != Stage::Running {
        return None;
    }
    let bar = view! {
        <div class="at-hand">
            <LinkButton href="#end" class="at-hand__seldom">{word(key::HD_END_SESSION)}</LinkButton>
            <LinkButton href="#interventions" class="at-hand__often">{word(key::HD_WHAT_WAS_DONE)}</LinkButton>
            <LinkButton href="#readings" class="push" look=Look::Primary icon="plus">{word(key::HD_RECORD_READING)}</LinkButton>
        </div>
    };
    Some(bar.into_any())
}

/// What was written while it ran, with the forms of another line.
pub(super) fn sheet(here: &str, it: &Chair) -> AnyView {
    let open = it.may_run && !it.sheet.stage.is_over();
    view! {
        {observations(here, it, open)}
        {(it.may_run && it.sheet.stage == Stage::Running).then(|| access(here))}
        <div class="pairs pairs--wide">
            {open.then(|| interventions(here))}
            {open.then(|| events(here))}
        </div>
        {medicines(here, it, open)}
        {super::chair::lots(here, it)}
    }
    .into_any()
}

fn observations(here: &str, it: &Chair, open: bool) -> AnyView {
    // Most machines send it: a column of its own only where somebody read it.
    let has_given = it
        .sheet
        .observations
        .iter()
        .any(|line| line.what.anticoagulant_given.is_some());
    let rows = it
        .sheet
        .observations
        .iter()
        .rev()
        .map(|line| {
            let what = &line.what;
            let whole = |value: Option<i32>| value.map(|value| signed(f64::from(value), 0, ""));
            let low = it.sheet.look.as_ref().zip(what.pressure).is_some_and(|(look, pressure)| {
                pressure.systolic.0 < hypotension::threshold(look.what.what.lying.systolic).0
            });
            let low = low.then(|| view! { " "<Chip look="high">{word(key::HD_FELL)}</Chip> }.into_any());
            let given = has_given.then(|| {
                let given = what.anticoagulant_given.map(|given| figure(given, 1, "mL"));
                view! { <td data-head=word(key::HD_ANTICOAGULANT_GIVEN) class="num">{given}</td> }.into_any()
            });
            let note = what.note.clone().map(|note| view! { <bdi>{note}</bdi> }.into_any());
            view! {
                <tr>
                    <th scope="row">{by(&line.by)}</th>
                    <td data-head=word(key::HD_BLOOD_PRESSURE) class="num">{what.pressure.map(pressure)}{low}</td>
                    <td data-head=in_unit(key::HD_PULSE, "/min") class="num">{whole(what.pulse)}</td>
                    <td data-head=in_unit(key::HD_BLOOD_FLOW, "mL/min") class="num">{whole(what.blood_flow)}</td>
                    <td data-head=in_unit(key::HD_ARTERIAL, "mmHg") class="num">{whole(what.arterial)}</td>
                    <td data-head=in_unit(key::HD_VENOUS, "mmHg") class="num">{whole(what.venous)}</td>
                    <td data-head=in_unit(key::HD_TRANSMEMBRANE, "mmHg") class="num">{whole(what.tmp)}</td>
                    <td data-head=word(key::HD_FLUID_RATE) class="num">{what.uf_rate.map(|rate| figure(f64::from(rate), 0, "mL/h"))}</td>
                    <td data-head=word(key::HD_FLUID_REMOVED) class="num">{what.uf_removed.map(|removed| litres(Millilitres(f64::from(removed) + it.sheet.removed_before(line.by.at).0)))}</td>
                    {given}
                    <td data-head=word(key::HD_NOTE)>{note}{rest(what)}{shown(what)}</td>
                </tr>
            }
            .into_any()
        })
        .collect_view();
    let mut heads = vec![
        Head::words(word(key::WHEN)),
        Head::number(word(key::HD_BLOOD_PRESSURE)),
        Head::number(in_unit(key::HD_PULSE, "/min")),
        Head::number(in_unit(key::HD_BLOOD_FLOW, "mL/min")),
        Head::number(in_unit(key::HD_ARTERIAL, "mmHg")),
        Head::number(in_unit(key::HD_VENOUS, "mmHg")),
        Head::number(in_unit(key::HD_TRANSMEMBRANE, "mmHg")),
        Head::number(word(key::HD_FLUID_RATE)),
        Head::number(word(key::HD_FLUID_REMOVED)),
    ];
    if has_given {
        heads.push(Head::number(word(key::HD_ANTICOAGULANT_GIVEN)));
    }
    heads.push(Head::words(word(key::HD_NOTE)));
    let table = (!it.sheet.observations.is_empty())
        .then(|| view! { <Table caption=word(key::HD_READINGS) heads=heads dense=true>{rows}</Table> }.into_any());
    let add = open.then(|| observe::form(here, it));
    view! { {card(word(key::HD_READINGS), "readings", String::new(), None, view! { {add}{table} }.into_any())} }
        .into_any()
}

/// What of a line has no column: whoever signs sees all of it.
fn rest(what: &Observation) -> Option<AnyView> {
    let of = |words: &str, value: Option<String>| value.map(|value| format!("{words} {value}"));
    let whole = |value: Option<i32>, unit| value.map(|value| figure(f64::from(value), 0, unit));
    let tenths = |value: Option<f64>, unit| value.map(|value| figure(value, 1, unit));
    let all = [
        of(word(key::HD_SPO2), whole(what.spo2, "%")),
        of(word(key::HD_TEMPERATURE), what.temperature.map(temperature)),
        of(word(key::HD_DIALYSATE_FLOW), whole(what.dialysate_flow, "mL/min")),
        of(word(key::HD_CONDUCTIVITY), tenths(what.conductivity, "mS/cm")),
        of(
            word(key::HD_DIALYSATE_TEMPERATURE),
            tenths(what.dialysate_temperature, "°C"),
        ),
    ];
    let all: Vec<String> = all.into_iter().flatten().collect();
    (!all.is_empty()).then(|| view! { <p class="quiet">{all.join(" · ")}</p> }.into_any())
}

/// What of a line nobody typed: all that a machine knows, or some of it by name.
fn shown(what: &Observation) -> Option<AnyView> {
    if what.shown.is_empty() {
        return None;
    }
    let names = || {
        let names = what.shown.iter().map(|one| lang::of_english(names::shown(*one)));
        names.collect::<Vec<_>>().join(", ")
    };
    let words = match what.typed_of_machine() {
        true => tell(say::hd_shown_of(names())),
        false => word(key::HD_SHOWN).to_owned(),
    };
    let source = Source { icon: "machine", words };
    Some(view! { <SourceMark source=source/> }.into_any())
}

/// A look at the access, while blood runs.
fn access(here: &str) -> AnyView {
    let form = In("look_access");
    let action = here.to_owned();
    let found = to_choose(Found::ALL, Found::name, names::access_found);
    view! {
        {card(word(key::HD_CHECK_ACCESS), "access-look", String::new(), None, view! { {sent("card__body form form--wide", action, form.hidden(), view! { {form.answer("in_sight", word(key::HD_ACCESS_IN_SIGHT), None)}
                {form.choice("found", word(key::HD_ACCESS_FOUND), found, "")}
                {form.maybe("note", word(key::HD_NOTE), "")}
                <div class="form__end"><Button>{word(key::HD_WRITE_DOWN)}</Button></div> }.into_any())} }.into_any())}
    }
    .into_any()
}

fn interventions(here: &str) -> AnyView {
    let form = In("intervene");
    let action = here.to_owned();
    view! {
        {card(word(key::HD_WHAT_WAS_DONE), "interventions", String::new(), None, view! { {sent("card__body form", action, form.hidden(), view! { {form.choice("kind", word(key::WHAT), to_choose(InterventionKind::ALL, InterventionKind::name, names::intervention), "")}
                {form.number("amount", word(key::HD_SALINE_AMOUNT), "mL", "")}
                {form.maybe("note", word(key::HD_NOTE), "")}
                {form.earlier()}
                <div class="form__end"><Button>{word(key::HD_WRITE_DOWN)}</Button></div> }.into_any())} }.into_any())}
    }
    .into_any()
}

fn events(here: &str) -> AnyView {
    let form = In("event");
    let action = here.to_owned();
    view! {
        {card(word(key::HD_WHAT_WENT_WRONG), "events", String::new(), None, view! { {sent("card__body form", action, form.hidden(), view! { {form.choice("kind", word(key::WHAT), to_choose(EventKind::ALL, EventKind::name, names::event), "")}
                {form.maybe("note", word(key::HD_NOTE), "")}
                {form.earlier()}
                <div class="form__end"><Button>{word(key::HD_WRITE_DOWN)}</Button></div> }.into_any())} }.into_any())}
    }
    .into_any()
}

fn medicines(here: &str, it: &Chair, open: bool) -> AnyView {
    let rows = it
        .sheet
        .medicines
        .iter()
        .map(|line| {
            let what = &line.what.what;
            let witness = match &line.what.witness {
                Some(witness) => by(witness),
                None if open && it.reader != Some(line.by.user) => {
                    let fields = vec![("act", "witness".to_owned()), ("id", line.id.to_string())];
                    let label = tell(say::hd_witness_label(what.name.clone()));
                    view! { <Act action=here.to_owned() fields=fields verb=word(key::HD_WITNESS) label=label/> }
                        .into_any()
                }
                None => view! { <Chip look="medium-soft">{word(key::HD_WITNESS_WANTED)}</Chip> }.into_any(),
            };
            view! {
                <tr>
                    <th scope="row"><bdi>{what.name.clone()}</bdi></th>
                    <td data-head=word(key::HD_DOSE)><bdi>{what.dose.clone()}</bdi></td>
                    <td data-head=word(key::HD_WAY)>{lang::of_english(names::route(what.route))}</td>
                    <td data-head=word(key::HD_GIVEN)>{by(&line.by)}</td>
                    <td data-head=word(key::HD_WITNESS_HEAD)>{witness}</td>
                </tr>
            }
            .into_any()
        })
        .collect_view();
    let heads = [
        word(key::HD_MEDICINE),
        word(key::HD_DOSE),
        word(key::HD_WAY),
        word(key::HD_GIVEN),
        word(key::HD_WITNESS_HEAD),
    ]
    .map(Head::words)
    .to_vec();
    let table = (!it.sheet.medicines.is_empty())
        .then(|| view! { <Table caption=word(key::HD_MEDICINES) heads=heads>{rows}</Table> }.into_any());
    let form = In("give");
    let add = open.then(|| {
        let action = here.to_owned();
        view! {
            {sent("card__body form form--wide", action, form.hidden(), view! { {form.maybe("name", word(key::HD_MEDICINE), "")}
                {form.maybe("dose", word(key::HD_DOSE), "")}
                {form.choice("route", word(key::HD_WAY), to_choose(Route::ALL, Route::name, names::route), "")}
                {form.earlier()}
                <Button>{word(key::HD_GIVEN_VERB)}</Button> }.into_any())}
        }
        .into_any()
    });
    view! { {card(word(key::HD_MEDICINES), "medicines", String::new(), None, view! { {table}{add} }.into_any())} }
        .into_any()
}
