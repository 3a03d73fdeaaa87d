//! What is known of one patient now: a tile for each parameter with unit and age, what the machine says of itself when it is not well, and
//! NEWS2 with what it asks for.

use domain::ids::PatientId;
use domain::news2::{Evaluation, Risk, Scale, response};
use domain::telemetry::Parameter;
use domain::time::Moment;
use leptos::prelude::*;
use ui::lang::{Arg, key, say, tell, weave, word};
use ui::{Age, SparkBars, Vital, When, measured, memo};

use super::bed_card::{Score, no_score, oldest_part};
use super::bed_vitals::{alarm_about, pressure, pressure_bars, shown, shown_as, shown_oxygen, spark};
use super::{alarm_words, machine, oxygen, scales};
use crate::live::{Knowledge, LivePatient, LiveStore};

/// The tiles.
#[component]
pub fn VitalTiles(patient: LivePatient, store: LiveStore, scale: Scale) -> impl IntoView {
    let given = shown_oxygen(patient, oxygen::long);
    let level = shown_as(patient, Parameter::Consciousness, |now| {
        let (level, at) = now.latest.consciousness()?;
        // The coma scale, where it was charted in the same assessment.
        let gcs = now.latest.get(Parameter::Gcs).filter(|(_, charted)| *charted == at);
        Some(oxygen::assessed(level, gcs.map(|(total, _)| total)))
    });
    let (machine, known) = (machine::says(patient), patient.known());
    let status_at = memo(move || patient.look(|now| now.latest.status().map(|(_, at)| at)));
    let status_old = memo(move || known.get() != Knowledge::Fresh);
    let bars = pressure_bars(patient);
    let pressure_at = patient.taken_at(Parameter::Systolic);
    let about = alarm_about(
        store,
        patient.id(),
        &[Parameter::Systolic, Parameter::Diastolic, Parameter::MeanPressure],
    );
    let severity = Signal::derive(move || about.get().map(|about| about.0));
    view! {
        <dl class="tiles">
            <Tile patient=patient store=store parameter=Parameter::HeartRate scale=scale/>
            <Tile patient=patient store=store parameter=Parameter::Spo2 scale=scale/>
            <Vital
                label=word(key::PRESSURE_SHORT)
                unit="mmHg"
                value=pressure(patient)
                severity=severity
                answered=Signal::derive(move || about.get().is_some_and(|about| about.1))
                stale=patient.is_stale(Parameter::Systolic)
                tile=true
            >
                <dd class="vital__trend"><SparkBars bars=bars range=scales::range(Parameter::Systolic) severity=severity/></dd>
                <dd class="vital__age"><Age at=pressure_at ago=true/></dd>
            </Vital>
            <Tile patient=patient store=store parameter=Parameter::Respiration scale=scale/>
            <Tile patient=patient store=store parameter=Parameter::Temperature scale=scale/>
            <Words
                label=word(key::OXYGEN)
                value=given
                at=patient.taken_at(Parameter::Oxygen)
                stale=patient.is_stale(Parameter::Oxygen)
            />
            <Words
                label=word(key::CONSCIOUSNESS)
                value=level
                at=patient.taken_at(Parameter::Consciousness)
                stale=patient.is_stale(Parameter::Consciousness)
            />
            <When when=memo(move || machine.with(Option::is_some))>
                <Words label=word(key::MACHINE) value=machine at=status_at stale=status_old/>
            </When>
        </dl>
        <ScoreInWords patient=patient/>
    }
}

#[component]
fn Tile(patient: LivePatient, store: LiveStore, parameter: Parameter, scale: Scale) -> impl IntoView {
    let about = alarm_about(store, patient.id(), &[parameter]);
    let severity = Signal::derive(move || about.get().map(|about| about.0));
    let at = patient.taken_at(parameter);
    let id: PatientId = patient.id();
    debug_assert!(store.patient(id).is_some(), "the tile's patient is of this page");
    view! {
        <Vital
            label=alarm_words::label(parameter)
            unit=measured::unit(parameter)
            value=shown(patient, parameter)
            severity=severity
            answered=Signal::derive(move || about.get().is_some_and(|about| about.1))
            stale=patient.is_stale(parameter)
            tile=true
        >
            <dd class="vital__trend">{spark(patient, parameter, scale, severity)}</dd>
            <dd class="vital__age"><Age at=at ago=true/></dd>
        </Vital>
    }
}

/// A tile of words instead of a number.
#[component]
fn Words(
    label: &'static str,
    value: Memo<Option<String>>,
    at: Memo<Option<Moment>>,
    stale: Memo<bool>,
) -> impl IntoView {
    view! {
        <div class="vital tile" class:vital--stale=move || stale.get()>
            <dt class="vital__label"><b>{label}</b></dt>
            <dd class="vital__words" class:vital__value--missing=move || value.with(Option::is_none)>
                {move || value.get().unwrap_or_else(|| word(key::NOT_RECORDED_VALUE).into())}
            </dd>
            <dd class="vital__age"><Age at=at ago=true/></dd>
        </div>
    }
}

/// The score, how old its oldest part is, and what chart 4 asks for; or which parts it lacks.
#[component]
fn ScoreInWords(patient: LivePatient) -> impl IntoView {
    let news2 = patient.news2();
    let oldest = memo(move || news2.with(oldest_part));
    let words = memo(move || {
        news2.with(|news2| match news2 {
            Evaluation::Scored(scored) => {
                let asked = response(scored.score, scored.three_in_one);
                tell(say::news2_response(match (asked.risk, scored.score) {
                    (Risk::High, _) => "high",
                    (Risk::Medium, _) => "medium",
                    (Risk::LowMedium, _) => "low-medium",
                    (Risk::Low, 1..) => "low",
                    (Risk::Low, 0) => "none",
                }))
            }
            none => format!("{}.", tell(say::no_score_because(no_score(none).unwrap_or_default()))),
        })
    });
    view! {
        <p class="score-line">
            <Score patient=patient large=true/>
            <span>{move || words.get()}" "</span>
            <When when=memo(move || oldest.get().is_some())>
                <span class="quiet">{weave(say::oldest_part_measured(Arg::hole(0)), [view! { <Age at=oldest ago=true/> }.into_any()])}" "</span>
            </When>
            <span class="quiet">{word(key::RCP_NEWS2)}</span>
        </p>
    }
}
