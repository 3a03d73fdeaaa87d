//! Beside the session while blood runs: the patient's pulse and oxygen, whoever took them, and the early warning score, which is no rule of a session and stands in the place of none.

use domain::dialysis::during::Observation;
use domain::live::LastScore;
use domain::news2::{Evaluation, Risk, Scored, response};
use domain::telemetry::Parameter;
use domain::time::Moment;
use hospital::dialysis::chair::Chair;
use hospital::dialysis::need::TakenBy;
use hospital::dialysis::signs::Sign;
use leptos::prelude::*;
use ui::lang::{Arg, key, say, tell, weave, word};
use ui::{Chip, Link, Reach, Time, TimeStyle};

use super::running::is_old;
use super::{figure, tile, tile_of};
use crate::routes;
use crate::widgets::bed_card::no_score;

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
    let by_hand = || {
        let mut lines = it.sheet.observations.iter().rev();
        let line = lines.find(|line| line.by.at == sign.at && written(&line.what).is_some())?;
        line.by.name.clone()
    };
    let by = match sign.taken_by {
        TakenBy::Hand => by_hand(),
        TakenBy::Machine => Some(word(key::HD_BY_THE_MACHINE).to_owned()),
        TakenBy::Monitor => Some(word(key::HD_BY_A_MONITOR).to_owned()),
    };
    let by = by.map(|by| view! { " · "<bdi>{by}</bdi> }.into_any());
    // A monitor that is not heard says so at the bed; of the machine it is known here.
    let old = sign.taken_by == TakenBy::Machine && is_old(it, parameter, Some((sign.value, sign.at)));
    let says = view! { {clock(sign.at)}{by} }.into_any();
    tile_of(label, figure(sign.value, 0, ""), parameter.unit(), None, says, old)
}

fn clock(at: Moment) -> AnyView {
    view! { <Time at=Signal::stored(Some(at)) style=TimeStyle::Clock/> }.into_any()
}

/// NEWS2 with how old its oldest part is, or what is missing for one and the last that was complete; and the way to the chart, where its parts stand.
fn score(it: &Chair) -> AnyView {
    let known = it.signs.score.as_ref();
    let (value, of, says) = match known.map(|score| (&score.now, score.last)) {
        Some((Evaluation::Scored(scored), _)) => (
            figure(f64::from(scored.score), 0, ""),
            tell(say::hd_of(figure(20.0, 0, ""))),
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
    let why = no_score(now).unwrap_or_default();
    match last {
        Some(last) => {
            let words = tell(say::no_score_last(why, last.score));
            view! { {words}" "<span class="quiet">{clock(last.at)}</span> }.into_any()
        }
        None => tell(say::no_score_because(why)).into_any(),
    }
}
