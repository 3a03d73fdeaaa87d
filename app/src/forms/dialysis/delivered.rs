//! What is delivered beside what is prescribed, while blood runs. A value that the prescription does not have in the same unit stands beside none: how many units of heparin a mL of the
//! machine's syringe holds is known to nobody here, so what was given so far is what the machine or somebody's eyes say, and no dose is worked out from a rate.

use domain::dialysis::prescription::Anticoagulant;
use domain::telemetry::Parameter;
use hospital::dialysis::chair::Chair;
use leptos::prelude::*;
use ui::lang::{self, key, word};
use ui::{Chip, Head, Table, Time, TimeStyle};

use super::running::{Measured, now, planned_rate, whole};
use super::{card, figure};
use crate::forms::parts::missing;

/// From which share on a delivered flow or rate counts as another than the one ordered. A setting of the house, not a clinical number; a temperature has none, because no share of
/// degrees Celsius says how far off it is.
const APART: f64 = 0.1;

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
    let line = |name: &'static str,
                ordered: Option<f64>,
                decimals: usize,
                unit: &'static str,
                now: Option<Measured>,
                against: Against| {
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
        // Each value carries when it was measured or written: one of an hour ago is not one of now.
        let now = now.map_or_else(missing, |(now, at)| {
            view! { <b>{figure(now, decimals, "")}</b>" "<span class="quiet"><Time at=Signal::stored(Some(at)) style=TimeStyle::Clock/></span> }
                .into_any()
        });
        view! {
            <tr>
                <th scope="row">{lang::of_english(name)}</th>
                <td data-head=word(key::HD_ORDERED) class="num">{ordered}</td>
                <td data-head=word(key::HD_NOW) class="num">{now}</td>
                <td data-head=word(key::HD_UNIT)>{lang::ltr(unit)}</td>
                <td data-head=word(key::HD_DIFFERENCE)>{mark}</td>
            </tr>
        }
        .into_any()
    };
    let row = |name, ordered, decimals, unit, now| line(name, ordered, decimals, unit, now, Against::Share);
    let given = now(it, Parameter::HeparinTotal, |line| line.anticoagulant_given);
    let is_dosed = what.anticoagulation.kind != Anticoagulant::None || given.is_some();
    let rows = [
        row(
            "Blood flow",
            Some(f64::from(what.blood_flow)),
            0,
            "mL/min",
            now(it, Parameter::BloodFlow, |line| whole(line.blood_flow)),
        ),
        row(
            "Dialysate flow",
            what.dialysate_flow.map(f64::from),
            0,
            "mL/min",
            now(it, Parameter::DialysateFlow, |line| whole(line.dialysate_flow)),
        ),
        row(
            "Fluid rate",
            planned.map(|rate| rate.0),
            0,
            "mL/h",
            now(it, Parameter::UfRate, |line| whole(line.uf_rate)),
        ),
        line(
            "Dialysate temperature",
            Some(what.temperature),
            1,
            "°C",
            now(it, Parameter::DialysateTemperature, |line| line.dialysate_temperature),
            Against::Degrees,
        ),
        // What no machine sends: what is ordered, for whoever sets it at the machine.
        row("Sodium", Some(f64::from(what.sodium)), 0, "mmol/L", None),
        row("Potassium", Some(what.potassium), 1, "mmol/L", None),
        row("Calcium", Some(what.calcium), 2, "mmol/L", None),
        row("Bicarbonate", Some(f64::from(what.bicarbonate)), 0, "mmol/L", None),
        row(
            "Conductivity",
            None,
            1,
            "mS/cm",
            now(it, Parameter::Conductivity, |line| line.conductivity),
        ),
    ];
    let heads = vec![
        Head::words(word(key::HD_SETTING)),
        Head::number(word(key::HD_ORDERED)),
        Head::number(word(key::HD_NOW)),
        Head::words(word(key::HD_UNIT)),
        Head::words(word(key::HD_DIFFERENCE)),
    ];
    let note = super::overview::version_of(version);
    // Nothing is substituted and nothing keeps the blood from clotting where nothing is prescribed so.
    let substitution = what.substitution.map(|litres| {
        let so_far = now(it, Parameter::SubstitutionVolume, |_| None);
        // The whole is ordered, and so far is less of it until the end.
        line("Substitution", Some(litres), 1, "L", so_far, Against::Nothing)
    });
    let anticoagulant = is_dosed.then(|| row("Anticoagulant given so far", None, 1, "mL", given));
    let in_ml = given.map(|_| {
        view! { <div class="card__body"><p class="quiet">{word(key::HD_ANTICOAGULANT_IN_ML)}</p></div> }.into_any()
    });
    let rows: Vec<AnyView> = rows.into_iter().chain(substitution).chain(anticoagulant).collect();
    Some(view! { {card(word(key::HD_PRESCRIBED_AND_DELIVERED), "delivered", note, None, view! { <Table caption=word(key::HD_PRESCRIBED_AND_DELIVERED) heads=heads dense=true>{rows}</Table>{in_ml} }.into_any())} }.into_any())
}
