//! The last half hour, moving: one lane a parameter. The server draws a spark line in each; when the program runs, a canvas takes
//! its place and moves with the clock.

use domain::alerts::PatientLimit;
use domain::news2::Scale;
use domain::telemetry::Parameter;
use leptos::prelude::*;
use ui::chart::moving::Picture;
use ui::lang::{key, word};
use ui::{Age, Moving, Now};

use super::alarm_words;
use super::bed_vitals::{gap_after, pressure, shown, spark};
use super::hydrated::hydrated;
use super::scales;
use crate::live::LivePatient;

/// The lanes.
#[component]
pub fn MovingTrend(patient: LivePatient, scale: Scale, limits: Vec<PatientLimit>) -> impl IntoView {
    let limits = StoredValue::new(limits);
    let lanes = [
        Parameter::HeartRate,
        Parameter::Spo2,
        Parameter::Respiration,
        Parameter::Systolic,
    ];
    let lanes = lanes
        .map(|parameter| view! { <Lane patient=patient parameter=parameter scale=scale limits=limits/> }.into_any());
    view! { <div class="moving">{lanes.into_iter().collect_view()}</div> }
}

#[component]
fn Lane(
    patient: LivePatient,
    parameter: Parameter,
    scale: Scale,
    limits: StoredValue<Vec<PatientLimit>>,
) -> impl IntoView {
    let is_pressure = parameter == Parameter::Systolic;
    let value = if is_pressure {
        pressure(patient)
    } else {
        shown(patient, parameter)
    };
    let (at, stale) = (patient.taken_at(parameter), patient.is_stale(parameter));
    let (points, gap_after) = (patient.points(parameter), gap_after(patient, parameter));
    let lower = is_pressure.then(|| patient.points(Parameter::Diastolic));
    let now = use_context::<Now>().map(Now::get_untracked).unwrap_or_default();
    let drawn_limits = limits.with_value(|own| scales::drawn_limits(&scales::limits_of(scale, own), parameter, now));
    let picture = Signal::derive(move || {
        let (points, upper) = match lower {
            Some(lower) => (lower.get(), points.get()),
            None => (points.get(), Vec::new()),
        };
        Picture {
            points,
            upper,
            range: scales::range(parameter),
            band: scales::band(parameter, scale),
            limits: drawn_limits.clone(),
            gap_after: gap_after.get(),
        }
    });
    let moves = hydrated();
    let label = if is_pressure {
        word(key::PRESSURE_SHORT).to_owned()
    } else {
        alarm_words::label(parameter)
    };
    view! {
        <div class="moving__lane">
            <div class="moving__head">{label}<span class="trend__unit">{parameter.unit()}</span></div>
            {move || {
                if moves.get() {
                    view! { <Moving picture=picture/> }.into_any()
                } else {
                    spark(patient, parameter, scale, Signal::stored(None))
                }
            }}
            <div class="trend__now">
                <span class="trend__value" class:trend__value--stale=move || stale.get()>{move || value.get().unwrap_or_else(|| "–".into())}</span>
                <span class="trend__age"><Age at=at ago=true/></span>
            </div>
        </div>
    }
}
