//! The values of one bed: three large with spark lines, the small ones in a line. Each text follows one signal.

use domain::ids::PatientId;
use domain::live::PatientNow;
use domain::news2::Scale;
use domain::telemetry::{Oxygen, Parameter};
use leptos::prelude::*;
use ui::lang::{key, word};
use ui::{Age, Severity, Spark, SparkBars, Vital, When, measured, memo};

use super::{alarm_words, oxygen, scales};
use crate::live::{LivePatient, LiveStore, is_stale};

/// After so many seconds an old value is no longer shown, only that there was one.
const TOO_OLD: f64 = 600.0;
/// Two and a half intervals of a recording at its own speed, in milliseconds.
const MIXED_GAP: i64 = 150_000;

/// The text of a value: `None` when never measured, "–" when it is stale and older than ten minutes.
pub fn shown(patient: LivePatient, parameter: Parameter) -> Memo<Option<String>> {
    shown_as(patient, parameter, move |now| {
        now.latest
            .get(parameter)
            .map(|(value, _)| measured::written(parameter, value))
    })
}

/// The same for what is no number, in the words that `write` finds for it.
pub fn shown_as(
    patient: LivePatient,
    parameter: Parameter,
    write: impl Fn(&PatientNow) -> Option<String> + Send + Sync + 'static,
) -> Memo<Option<String>> {
    shown_of(patient, parameter, Box::new(write))
}

type Write = Box<dyn Fn(&PatientNow) -> Option<String> + Send + Sync>;

fn shown_of(patient: LivePatient, parameter: Parameter, write: Write) -> Memo<Option<String>> {
    memo(move || {
        patient.look_at_clock(|now, at| {
            let too_old = is_stale(now, parameter, at) && now.latest.age(parameter, at) > Some(TOO_OLD);
            write(now).map(|text| if too_old { "–".into() } else { text })
        })
    })
}

/// How oxygen is given, as `words` say it.
pub fn shown_oxygen(patient: LivePatient, words: fn(Oxygen) -> String) -> Memo<Option<String>> {
    shown_as(patient, Parameter::Oxygen, move |now| {
        now.latest.oxygen().map(|(given, _)| words(given))
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
                label=word(key::PRESSURE_SHORT)
                unit="mmHg"
                value=pressure(patient)
                severity=Signal::derive(move || about.get().map(|about| about.0))
                answered=Signal::derive(move || about.get().is_some_and(|about| about.1))
                stale=patient.is_stale(Parameter::Systolic)
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
    let (stale, at) = (patient.is_stale(parameter), patient.taken_at(parameter));
    view! {
        <Vital
            label=alarm_words::label(parameter)
            unit=measured::unit(parameter)
            value=shown(patient, parameter)
            severity=severity
            answered=Signal::derive(move || about.get().is_some_and(|about| about.1))
            stale=stale
        >
            <dd class="vital__trend">
                {spark(patient, parameter, scale, severity)}
                <When when=stale><span class="vital__age"><Age at=at/></span></When>
            </dd>
        </Vital>
    }
}

/// A break in the last half hour that is longer than this, in milliseconds, is a gap: two promised intervals. A replay promises to
/// be faster than the hours before it were recorded, so as long as those are in the picture, their interval of a minute counts.
pub fn gap_after(patient: LivePatient, parameter: Parameter) -> Memo<i64> {
    let points = patient.points(parameter);
    memo(move || {
        let first = points.with(|points| points.first().map(|first| first.0));
        patient.look(|now| {
            let promised = (now.promise.window(parameter) * 1_000.0) as i64;
            let mixed = now
                .replay_since
                .zip(first)
                .is_some_and(|(replay, first)| first < replay.millis());
            if mixed { promised.max(MIXED_GAP) } else { promised }
        })
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
    let given = shown_oxygen(patient, oxygen::short);
    view! {
        <p class="bed__minor">
            <Small patient=patient store=store parameter=Parameter::Respiration/>
            <Small patient=patient store=store parameter=Parameter::Temperature aged=true/>
            <span>
                {move || match given.get() {
                    Some(given) if given == "–" => "O₂ –".into(),
                    given => given.unwrap_or_else(|| word(key::OXYGEN_NOT_RECORDED).into()),
                }}
                {aged(patient, Parameter::Oxygen, false)}
            </span>
        </p>
    }
}

#[component]
fn Small(
    patient: LivePatient,
    store: LiveStore,
    parameter: Parameter,
    /// Whether its age stands beside it always, and not only when it is stale.
    #[prop(optional)]
    aged: bool,
) -> impl IntoView {
    let (value, stale) = (shown(patient, parameter), patient.is_stale(parameter));
    let about = alarm_about(store, patient.id(), &[parameter]);
    let look = move || match about.get() {
        Some((severity, answered)) if severity != Severity::NoData => {
            format!(
                "pill pill--{}{}",
                severity.name(),
                if answered { " pill--answered" } else { "" }
            )
        }
        _ if stale.get() => "stale".into(),
        _ => String::new(),
    };
    let known = memo(move || value.with(Option::is_some));
    view! {
        <span>
            {alarm_words::label(parameter)}" "
            <bdi>
                <b class=move || look()>{move || value.get().unwrap_or_else(|| word(key::NOT_MEASURED).into())}</b>
                {move || known.get().then(|| format!(" {}", measured::unit(parameter)))}
            </bdi>
            {self::aged(patient, parameter, aged)}
        </span>
    }
}

/// `, 6 min` when the value is stale, or always. The text is always there: of what moves on the board only texts change.
fn aged(patient: LivePatient, parameter: Parameter, always: bool) -> AnyView {
    let at = memo(move || {
        patient.look_at_clock(|now, at| {
            let shows = always || is_stale(now, parameter, at);
            now.latest.taken_at(parameter).filter(|_| shows)
        })
    });
    view! { {move || String::from(if at.get().is_some() { ", " } else { "" })}<Age at=at/> }.into_any()
}
