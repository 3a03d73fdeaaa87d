//! Beside the session while blood runs: the patient's pulse and oxygen, whoever took them, and the early warning score, which is no rule of a session and stands in the place of none.

use domain::dialysis::during::Observation;
use domain::live::LastScore;
use domain::news2::{Evaluation, Risk, Scored, response};
use domain::telemetry::Parameter;
use hospital::dialysis::chair::Chair;
use hospital::dialysis::need::TakenBy;
use hospital::dialysis::signs::Sign;
use leptos::prelude::*;
use ui::lang::{Arg, key, say, weave, word};
use ui::{Chip, Link, Reach};

use super::running::{is_old, taken_by};
use super::{clock, figure, tile, tile_of};
use crate::routes;
use crate::widgets::bed_card::withheld;

/// The tiles; of a sign only where it was taken.
pub(super) fn tiles(it: &Chair) -> AnyView {
    let pulse = it
        .signs
        .pulse
        .map(|sign| drawn(it, word(key::HD_PULSE), Parameter::HeartRate, sign, |line| line.pulse));
    let spo2 = it
        .signs
        .spo2
        .map(|sign| drawn(it, word(key::HD_SPO2), Parameter::Spo2, sign, |line| line.spo2));
    view! { {pulse}{spo2}{score(it)} }.into_any()
}

fn drawn(
    it: &Chair,
    label: &'static str,
    parameter: Parameter,
    sign: Sign,
    written: fn(&Observation) -> Option<i32>,
) -> AnyView {
    let by = taken_by(it, sign.taken_by, sign.at, |line| written(line).is_some());
    // A monitor that is not heard says so at the bed; of the machine it is known here.
    let old = sign.taken_by == TakenBy::Machine && is_old(it, parameter, Some((sign.value, sign.at)));
    let says = view! { {clock(sign.at)}{by} }.into_any();
    tile_of(label, figure(sign.value, 0, ""), parameter.unit(), None, says, old)
}

/// NEWS2 with how old its oldest part is, or what is missing for one and the last that was complete; and the way to the chart, where its parts stand.
fn score(it: &Chair) -> AnyView {
    let known = it.signs.score.as_ref();
    let (value, of, says) = match known.map(|score| (&score.now, score.last)) {
        Some((Evaluation::Scored(scored), _)) => (
            figure(f64::from(scored.score), 0, ""),
            word(key::OF_TWENTY).to_owned(),
            complete(scored),
        ),
        Some((none, last)) => ("–".to_owned(), String::new(), lacking(none, last)),
        None => ("–".to_owned(), String::new(), word(key::NO_SCORE).into_any()),
    };
    let chart = routes::patient(it.sheet.patient);
    let says = view! { {says}" "<Link href=chart reach=Reach::Alone>{word(key::HD_TO_THE_CHART)}</Link> };
    tile("NEWS2", value, of, None, says.into_any())
}

fn complete(scored: &Scored) -> AnyView {
    let risk = match response(scored.score, scored.three_in_one).risk {
        Risk::Low => None,
        Risk::LowMedium => Some(("medium-soft", key::HD_RISK_LOW_MEDIUM)),
        Risk::Medium => Some(("medium", key::HD_RISK_MEDIUM)),
        Risk::High => Some(("high", key::HD_RISK_HIGH)),
    };
    let risk = risk.map(|(look, words)| view! { <Chip look=look>{word(words)}</Chip>" " }.into_any());
    let oldest = weave(say::hd_score_oldest(Arg::hole(0)), [clock(scored.oldest)]);
    view! { {risk}{oldest} }.into_any()
}

fn lacking(now: &Evaluation, last: Option<LastScore>) -> AnyView {
    let at = last.map(|last| view! { " "<span class="quiet">{clock(last.at)}</span> }.into_any());
    view! { {withheld(now, last)}{at} }.into_any()
}
