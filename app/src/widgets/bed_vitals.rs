//! The values of one bed: three large with spark lines, the small ones in a line. Each text follows one signal.

use domain::ids::PatientId;
use domain::news2::Scale;
use domain::telemetry::{Freshness, Parameter};
use leptos::prelude::*;
use ui::{Age, Now, Severity, Spark, SparkBars, Vital, memo};

use super::{alarm_words, oxygen, scales};
use crate::live::{LivePatient, LiveStore};

/// After so many seconds an old value is no longer shown, only that there was one.
const TOO_OLD: f64 = 600.0;
/// Two and a half intervals of a recording at its own speed, in milliseconds.
const MIXED_GAP: i64 = 150_000;

/// The text of a value: `None` when never measured, "–" when it is stale and older than ten minutes.
pub fn shown(patient: LivePatient, parameter: Parameter) -> Memo<Option<String>> {
    let (text, taken_at) = (patient.text(parameter), patient.taken_at(parameter));
    let (freshness, now) = (patient.freshness(parameter), use_context::<Now>());
    memo(move || {
        let text = text.get()?;
        let stale = freshness.get() == Freshness::Stale;
        let too_old = stale
            && taken_at
                .get()
                .zip(now)
                .is_some_and(|(at, now)| now.get().seconds_since(at) > TOO_OLD);
        Some(if too_old { "–".into() } else { text })
    })
}

/// Pressure as it is read: `128/76`; nothing without both.
pub fn pressure(patient: LivePatient) -> Memo<Option<String>> {
    let (systolic, diastolic) = (
        shown(patient, Parameter::Systolic),
        shown(patient, Parameter::Diastolic),
    );
    memo(move || match (systolic.get()?, diastolic.get()?) {
        (high, low) if high == "–" || low == "–" => Some("–".into()),
        (high, low) => Some(format!("{high}/{low}")),
    })
}

/// Whether a value is older than two promised intervals.
pub fn stale(patient: LivePatient, parameter: Parameter) -> Signal<bool> {
    let freshness = patient.freshness(parameter);
    Signal::derive(move || freshness.get() == Freshness::Stale)
}

/// The look of the most urgent alarm that stands about one of these parameters, and whether somebody has answered it.
pub fn alarm_about(store: LiveStore, patient: PatientId, parameters: &[Parameter]) -> Memo<Option<(Severity, bool)>> {
    let about: Vec<_> = parameters
        .iter()
        .map(|parameter| store.alarm_about(patient, *parameter))
        .collect();
    memo(move || {
        let alarms = about.iter().filter_map(|alarm| alarm.get());
        alarms
            .map(|alarm| (alarm_words::severity(&alarm), !alarm.is_unanswered()))
            .max_by_key(|(severity, answered)| (*severity, !answered))
    })
}

/// Diastolic and systolic pressures as bars, where both were measured at the same time.
pub fn pressure_bars(patient: LivePatient) -> Memo<Vec<(i64, f32, f32)>> {
    let (systolic, diastolic) = (
        patient.points(Parameter::Systolic),
        patient.points(Parameter::Diastolic),
    );
    memo(move || {
        systolic.with(|high| {
            diastolic.with(|low| {
                let both = high.iter().filter_map(|(at, high)| {
                    let place = low.binary_search_by_key(at, |(at, _)| *at).ok()?;
                    low.get(place).map(|(_, low)| (*at, *low, *high))
                });
                both.collect()
            })
        })
    })
}

/// The three that are large everywhere.
#[component]
pub fn LargeVitals(patient: LivePatient, store: LiveStore, scale: Scale) -> impl IntoView {
    let bars = pressure_bars(patient);
    let measured_at = patient.taken_at(Parameter::Systolic);
    let about = alarm_about(
        store,
        patient.id(),
        &[Parameter::Systolic, Parameter::Diastolic, Parameter::MeanPressure],
    );
    view! {
        <dl class="bed__vitals">
            <Line patient=patient store=store parameter=Parameter::HeartRate scale=scale/>
            <Line patient=patient store=store parameter=Parameter::Spo2 scale=scale/>
            <Vital
                label="BP"
                unit="mmHg"
                value=pressure(patient)
                severity=Signal::derive(move || about.get().map(|about| about.0))
                answered=Signal::derive(move || about.get().is_some_and(|about| about.1))
                stale=stale(patient, Parameter::Systolic)
            >
                <dd class="vital__trend">
                    <SparkBars
                        bars=bars
                        range=scales::range(Parameter::Systolic)
                        severity=Signal::derive(move || about.get().map(|about| about.0))
                    />
                    <span class="vital__age"><Age at=measured_at/></span>
                </dd>
            </Vital>
        </dl>
    }
}

#[component]
fn Line(patient: LivePatient, store: LiveStore, parameter: Parameter, scale: Scale) -> impl IntoView {
    let about = alarm_about(store, patient.id(), &[parameter]);
    let severity = Signal::derive(move || about.get().map(|about| about.0));
    view! {
        <Vital
            label=parameter.label()
            unit=parameter.unit()
            value=shown(patient, parameter)
            severity=severity
            answered=Signal::derive(move || about.get().is_some_and(|about| about.1))
            stale=stale(patient, parameter)
        >
            <dd class="vital__trend">
                {spark(patient, parameter, scale, severity)}
            </dd>
        </Vital>
    }
}

/// A break in the last half hour that is longer than this, in milliseconds, is a gap: two promised intervals. A replay promises to
/// be faster than the hours before it were recorded, so as long as those are in the picture, their interval of a minute counts.
pub fn gap_after(patient: LivePatient, parameter: Parameter) -> Memo<i64> {
    let (promised, replay, points) = (
        patient.gap_after(parameter),
        patient.replay_since(),
        patient.points(parameter),
    );
    memo(move || {
        let before = replay
            .get()
            .zip(points.with(|points| points.first().map(|first| first.0)));
        let mixed = before.is_some_and(|(replay, first)| first < replay.millis());
        if mixed {
            promised.get().max(MIXED_GAP)
        } else {
            promised.get()
        }
    })
}

/// The spark line of a parameter.
pub fn spark(patient: LivePatient, parameter: Parameter, scale: Scale, severity: Signal<Option<Severity>>) -> AnyView {
    let (points, gap_after, range) = (
        patient.points(parameter),
        gap_after(patient, parameter),
        scales::range(parameter),
    );
    match scales::band(parameter, scale) {
        Some(band) => {
            view! { <Spark points=points range=range band=band gap_after=gap_after severity=severity/> }.into_any()
        }
        None => view! { <Spark points=points range=range gap_after=gap_after severity=severity/> }.into_any(),
    }
}

/// Respiration, temperature and oxygen in one line. In an alarm the one value takes the colour, as the large ones do.
#[component]
pub fn SmallVitals(patient: LivePatient, store: LiveStore) -> impl IntoView {
    let temperature_at = patient.taken_at(Parameter::Temperature);
    let given = patient.oxygen();
    view! {
        <p class="bed__minor">
            <Small patient=patient store=store parameter=Parameter::Respiration/>
            <span>
                <Small patient=patient store=store parameter=Parameter::Temperature/>
                {move || temperature_at.get().map(|_| String::from(", "))}
                <Age at=temperature_at/>
            </span>
            <span>{move || given.get().map_or_else(|| "O₂ not recorded".to_string(), |(given, _)| oxygen::short(given))}</span>
        </p>
    }
}

#[component]
fn Small(patient: LivePatient, store: LiveStore, parameter: Parameter) -> impl IntoView {
    let value = shown(patient, parameter);
    let about = alarm_about(store, patient.id(), &[parameter]);
    let pill = move || match about.get() {
        Some((severity, answered)) if severity != Severity::NoData => {
            format!(
                "pill pill--{}{}",
                severity.name(),
                if answered { " pill--answered" } else { "" }
            )
        }
        _ => String::new(),
    };
    let known = memo(move || value.with(Option::is_some));
    view! {
        <span>
            {parameter.label()}" "
            <b class=move || pill()>{move || value.get().unwrap_or_else(|| "not measured".into())}</b>
            {move || known.get().then(|| format!(" {}", parameter.unit()))}
        </span>
    }
}
