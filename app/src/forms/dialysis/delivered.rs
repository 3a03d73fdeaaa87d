//! What is delivered beside what is prescribed, while blood runs. A value that the prescription does not have in the same unit stands beside none: how many units of heparin a mL of the
//! machine's syringe holds is known to nobody here, so what was given so far is what the machine or somebody's eyes say, and no dose is worked out from a rate. What a machine tells of the blood
//! (its volume, how much was cleaned, recirculation) is ordered nowhere: it has a line where it is measured, and no verdict.

use domain::dialysis::during::Observation;
use domain::dialysis::prescription::Anticoagulant;
use domain::numbers::fixed;
use domain::telemetry::{Parameter, Promise};
use hospital::dialysis::chair::Chair;
use leptos::prelude::*;
use ui::lang::{self, key, say, tell, word};
use ui::time::{write as clock_words, zone_here};
use ui::{Chip, Head, Table, TimeStyle};

use super::running::{Measured, is_old, now, planned_rate, whole};
use super::{In, bounds, card, clock, figure, signed};
use crate::forms::parts::missing;
use crate::widgets::alarm_words::label;

/// From which share on a delivered flow or rate counts as another than the one ordered. A setting of the house, not a clinical number; a temperature has none, because no share of
/// degrees Celsius says how far off it is.
const APART: f64 = 0.1;

/// What only a machine tells.
const OF_THE_BLOOD: [Parameter; 3] = [
    Parameter::BloodVolumeChange,
    Parameter::TotalVolume,
    Parameter::Recirculation,
];

/// What a delivered value is held against.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Against {
    /// A share of what is ordered: [`APART`].
    Share,
    /// What is ordered, without a verdict: how many degrees it is off.
    Degrees,
    /// Nothing: it is not the same figure.
    Nothing,
}

/// The list; nothing where nothing is prescribed.
pub(super) fn list(it: &Chair) -> Option<AnyView> {
    let version = it.prescription.as_ref()?;
    let what = &version.what;
    let planned = planned_rate(it);
    let line = |name: String,
                ordered: Option<f64>,
                unit: &'static str,
                of: (Parameter, Option<Measured>),
                against: Against| {
        let ((parameter, now), decimals) = (of, of.0.decimals());
        let apart = ordered
            .zip(now)
            .map(|(ordered, (now, _))| now - ordered)
            .filter(|_| against != Against::Nothing);
        let is_apart = ordered
            .zip(apart)
            .is_some_and(|(ordered, apart)| apart.abs() > ordered.abs() * APART);
        let by = move |apart: f64| {
            let sign = if apart > 0.0 { "+" } else { "−" };
            lang::ltr(format!("{sign}{}", figure(apart.abs(), decimals, "")))
        };
        let mark = match (apart, is_apart) {
            // How far off it is, and no verdict.
            (Some(apart), _) if against == Against::Degrees => by(apart).into_any(),
            (Some(apart), true) => view! { <Chip look="medium">{by(apart)}</Chip> }.into_any(),
            (Some(_), false) => view! { <ui::Icon name="check" class="icon--small"/><span class="visually-hidden">{word(key::HD_AS_ORDERED)}</span> }.into_any(),
            (None, _) => ().into_any(),
        };
        let ordered = ordered.map_or_else(missing, |ordered| figure(ordered, decimals, "").into_any());
        // The limits that judge it now, where there are any; beyond one the value has a colour, unless it is of earlier.
        let limits = bounds::of(it, parameter);
        let passed = now.and_then(|(now, _)| bounds::passed(&limits, now));
        let passed = passed.filter(|_| !is_old(it, parameter, now));
        let judged = bounds::line(&limits)
            .filter(|_| now.is_some())
            .map(|words| view! { <br/><span class="quiet">{words}</span> }.into_any());
        // Each value carries when it was measured or written: one of an hour ago is not one of now.
        let now = now.map_or_else(missing, |(now, at)| {
            let value = signed(now, decimals, "");
            let value = match passed {
                Some(bound) => view! { <Chip look=bounds::severity(bound).name()>{value}</Chip> }.into_any(),
                None => view! { <b>{value}</b> }.into_any(),
            };
            view! { {value}" "<span class="quiet">{clock(at)}</span>{judged} }.into_any()
        });
        drawn(name, ordered, now, unit, mark)
    };
    let row = |name, ordered, unit, of| line(lang::of_english(name), ordered, unit, of, Against::Share);
    // What no machine sends: what is ordered, for whoever sets it at the machine.
    let bath = |name, ordered: String| {
        drawn(
            lang::of_english(name),
            ordered.into_any(),
            missing(),
            "mmol/L",
            ().into_any(),
        )
    };
    let sodium = match what.sodium_end.filter(|end| *end != what.sodium) {
        Some(end) => lang::ltr(format!(
            "{} → {}",
            figure(f64::from(what.sodium), 0, ""),
            figure(f64::from(end), 0, "")
        )),
        None => figure(f64::from(what.sodium), 0, ""),
    };
    let profiled = what.sodium_end.is_some_and(|end| end != what.sodium);
    let measured = |parameter, written: fn(&Observation) -> Option<f64>| (parameter, now(it, parameter, written));
    let given = measured(Parameter::HeparinTotal, |line| line.anticoagulant_given);
    let is_dosed = what.anticoagulation.kind != Anticoagulant::None || given.1.is_some();
    let rows = [
        row(
            "Blood flow",
            Some(f64::from(what.blood_flow)),
            "mL/min",
            measured(Parameter::BloodFlow, |line| whole(line.blood_flow)),
        ),
        row(
            "Dialysate flow",
            what.dialysate_flow.map(f64::from),
            "mL/min",
            measured(Parameter::DialysateFlow, |line| whole(line.dialysate_flow)),
        ),
        row(
            "Fluid rate",
            planned.map(|rate| rate.0),
            "mL/h",
            measured(Parameter::UfRate, |line| whole(line.uf_rate)),
        ),
        line(
            lang::of_english("Dialysate temperature"),
            Some(what.temperature),
            "°C",
            measured(Parameter::DialysateTemperature, |line| line.dialysate_temperature),
            Against::Degrees,
        ),
        row(
            "Conductivity",
            None,
            "mS/cm",
            measured(Parameter::Conductivity, |line| line.conductivity),
        ),
    ];
    // What is measured stands first.
    let baths = [
        bath("Sodium", sodium),
        bath("Potassium", figure(what.potassium, 1, "")),
        bath("Calcium", figure(what.calcium, 2, "")),
        bath("Bicarbonate", figure(f64::from(what.bicarbonate), 0, "")),
    ];
    let heads = vec![
        Head::words(word(key::HD_SETTING)),
        Head::number(word(key::HD_ORDERED)),
        Head::number(word(key::HD_NOW)),
        Head::words(word(key::HD_UNIT)),
        Head::words(word(key::HD_DIFFERENCE)),
    ];
    let note = super::overview::version_of(version);
    // A rate is what the machine does now; the whole of the treatment is what is ordered.
    let substitution_rate = what.substitution.map(|_| {
        let now = measured(Parameter::SubstitutionRate, |_| None);
        row("Substitution rate", None, "mL/min", now)
    });
    // Nothing is substituted and nothing keeps the blood from clotting where nothing is prescribed so.
    let substitution = what.substitution.map(|litres| {
        let so_far = measured(Parameter::SubstitutionVolume, |_| None);
        // The whole is ordered, and so far is less of it until the end.
        line(
            lang::of_english("Substitution"),
            Some(litres),
            "L",
            so_far,
            Against::Nothing,
        )
    });
    let anticoagulant = is_dosed.then(|| row("Anticoagulant given so far", None, "mL", given));
    let told = OF_THE_BLOOD.into_iter().filter_map(|parameter| {
        let now = now(it, parameter, |_| None)?;
        let of = (parameter, Some(now));
        Some(line(label(parameter), None, parameter.unit(), of, Against::Nothing))
    });
    let notes = [
        // Where it begins and where it ends is prescribed, and not how it goes between: no value of now can be said.
        profiled.then_some(key::HD_SODIUM_PROFILE),
        given.1.map(|_| key::HD_ANTICOAGULANT_IN_ML),
    ];
    let notes: Vec<AnyView> = notes
        .into_iter()
        .flatten()
        .map(|note| view! { <p class="quiet">{word(note)}</p> }.into_any())
        .collect();
    let notes = (!notes.is_empty()).then(|| view! { <div class="card__body">{notes}</div> }.into_any());
    let rows: Vec<AnyView> = rows
        .into_iter()
        .chain(substitution_rate)
        .chain(substitution)
        .chain(anticoagulant)
        .chain(told)
        .chain(baths)
        .collect();
    Some(view! { {card(word(key::HD_PRESCRIBED_AND_DELIVERED), "delivered", note, None, view! { <Table caption=word(key::HD_PRESCRIBED_AND_DELIVERED) heads=heads dense=true>{rows}</Table>{notes} }.into_any())} }.into_any())
}

/// The question how much blood was cleaned, afterwards: with what was written last, else with what the machine told at the end, and in any case what it told and when. A figure of before the
/// end is none of the end, and never stands in the form as if it were.
pub(super) fn processed(form: In, it: &Chair, written: Option<f64>) -> AnyView {
    let ended = it.sheet.ended.as_ref().map(|(by, ..)| by.at);
    let told = it.processed.filter(|_| written.is_none());
    let hint = told.map(|(litres, at)| {
        let (litres, at) = (figure(litres, 1, "L"), clock_words(&zone_here(), at, TimeStyle::Clock));
        tell(say::hd_processed_told(litres, at))
    });
    let window = Promise::default().window(Parameter::TotalVolume);
    let of_the_end = told.filter(|(_, at)| ended.is_some_and(|ended| ended.seconds_since(*at) <= window));
    let value = written.or(of_the_end.map(|(litres, _)| litres));
    let value = value.map(|litres| fixed(litres, 1)).unwrap_or_default();
    form.number_told("litres", word(key::HD_LITRES), "L", value, hint.unwrap_or_default())
}

/// One line.
fn drawn(name: String, ordered: AnyView, now: AnyView, unit: &'static str, mark: AnyView) -> AnyView {
    view! {
        <tr>
            <th scope="row">{name}</th>
            <td data-head=word(key::HD_ORDERED) class="num">{ordered}</td>
            <td data-head=word(key::HD_NOW) class="num">{now}</td>
            <td data-head=word(key::HD_UNIT)>{lang::ltr(unit)}</td>
            <td data-head=word(key::HD_DIFFERENCE)>{mark}</td>
        </tr>
    }
    .into_any()
}
