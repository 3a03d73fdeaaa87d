//! The pressures of the circuit on their scales, with the limits that judge them at this chair now: the patient's own before the machine's before the hospital's before what is published. Where none is
//! set none is drawn.

use domain::alerts::{Bound, Side};
use domain::dialysis::pressures::ARTERIAL_WARN;
use domain::telemetry::Parameter;
use domain::time::Moment;
use hospital::dialysis::chair::Chair;
use leptos::prelude::*;
use ui::lang::{Key, key, say, tell, word};
use ui::{Gauge, Severity, Tick, TickKind};

use super::running::{Measured, is_old, now, whole};
use super::{bounds, card, clock, signed};

/// One scale: what stands on it, from where to where, and the places that are named beside its limits.
struct Scale {
    parameter: Parameter,
    label: Key,
    range: (f32, f32),
    edges: &'static [f32],
    value: Option<Measured>,
}

/// The card.
pub(super) fn card_of(it: &Chair) -> AnyView {
    let scales = [
        Scale {
            parameter: Parameter::ArterialPressure,
            label: key::HD_ARTERIAL,
            range: (-320.0, 0.0),
            edges: &[0.0],
            value: now(it, Parameter::ArterialPressure, |line| whole(line.arterial)),
        },
        Scale {
            parameter: Parameter::VenousPressure,
            label: key::HD_VENOUS,
            range: (0.0, 320.0),
            edges: &[0.0, 320.0],
            value: now(it, Parameter::VenousPressure, |line| whole(line.venous)),
        },
        Scale {
            parameter: Parameter::TransmembranePressure,
            label: key::HD_TRANSMEMBRANE,
            range: (-50.0, 400.0),
            edges: &[0.0, 200.0, 400.0],
            value: now(it, Parameter::TransmembranePressure, |line| whole(line.tmp)),
        },
    ];
    // Each with when it was measured, once where that was together: what a machine said before it fell silent is grey.
    let mut measured: Vec<(Option<&'static str>, Moment)> = scales
        .iter()
        .filter_map(|scale| scale.value.map(|(_, at)| (Some(word(scale.label)), at)))
        .collect();
    let first = measured.first().map(|(_, at)| *at);
    if measured.len() == scales.len() && measured.iter().all(|(_, at)| Some(*at) == first) {
        measured = first.map(|at| (None, at)).into_iter().collect();
    }
    let times = measured
        .into_iter()
        .map(|(label, at)| view! { <span>{label}" "{clock(at)}</span> }.into_any())
        .collect_view();
    let gauges = scales.into_iter().map(|scale| gauge(it, scale)).collect_view();
    view! {
        {card(word(key::HD_PRESSURES), "circuit", String::new(), None, view! { <div class="card__body stack">
                {gauges}
                <div class="cluster quiet">{times}</div>
            </div> }.into_any())}
    }
    .into_any()
}

fn gauge(it: &Chair, scale: Scale) -> AnyView {
    let (parameter, value) = (scale.parameter, scale.value);
    let limits = bounds::of(it, parameter);
    let warn = warns(parameter, &limits);
    let range = limits.iter().fold(scale.range, |(low, high), bound| {
        (low.min(bound.raise), high.max(bound.raise))
    });
    let tick = |at: f32, kind| Tick {
        at,
        words: signed(f64::from(at), 0, ""),
        kind,
    };
    let own = own(it, parameter).map(|own| Tick {
        at: own as f32,
        words: tell(say::hd_own_level(own)),
        kind: TickKind::Own,
    });
    let drawn = limits.iter().map(|bound| bound.raise).chain(warn);
    let drawn = drawn.map(|at| tick(at, TickKind::Limit));
    let edges = scale.edges.iter().map(|at| tick(*at, TickKind::Edge));
    let ticks: Vec<Tick> = own.into_iter().chain(drawn).chain(edges).collect();
    let severity = value.map_or(Severity::NoData, |(value, _)| severity(value, &limits, warn));
    let band = band(parameter, &limits, warn);
    let (label, written) = (word(scale.label), value.map(|(value, _)| signed(value, 0, "")));
    let written = written.unwrap_or_default();
    let old = is_old(it, parameter, value);
    let value = value.map(|(value, _)| value as f32);
    let others = bounds::others(&limits).map(|words| view! { <p class="quiet">{words}</p> }.into_any());
    view! {
        <div>
            <Gauge label=label unit="mmHg" value=value written=written range=range band=band ticks=ticks severity=severity old=old/>
            {others}
        </div>
    }
    .into_any()
}

/// How a value stands: as its alarm beyond a limit, and a step below where it is only to be looked at.
fn severity(value: f64, limits: &[&Bound], warn: Option<f32>) -> Severity {
    match (bounds::passed(limits, value), warn) {
        (Some(bound), _) => bounds::severity(bound),
        (None, Some(warn)) if value <= f64::from(warn) => Severity::Low,
        _ => Severity::NoData,
    }
}

/// From where an arterial pressure is to be looked at before it is an alarm: what the specification proposes beside the published limit. Whoever set another knows what is usual there.
pub(super) fn warns(parameter: Parameter, limits: &[&Bound]) -> Option<f32> {
    (parameter == Parameter::ArterialPressure && bounds::is_published(limits)).then_some(ARTERIAL_WARN.0 as f32)
}

/// Where it should be: between the innermost limits of both sides. With a limit on one side alone nobody says how far the other goes, and a low venous pressure is no good sign: none is drawn. The
/// arterial one is drawn up to nothing, which is where the pump draws no more.
fn band(parameter: Parameter, limits: &[&Bound], warn: Option<f32>) -> (f32, f32) {
    let of = |side| {
        limits
            .iter()
            .filter(move |bound| bound.side == side)
            .map(|bound| bound.raise)
    };
    let low = of(Side::Low).chain(warn).max_by(f32::total_cmp);
    let high = of(Side::High).min_by(f32::total_cmp);
    match (low, high) {
        (Some(low), Some(high)) if low < high => (low, high),
        (Some(low), None) if parameter == Parameter::ArterialPressure => (low, 0.0),
        _ => (0.0, 0.0),
    }
}

/// The patient's own level: where this session began, as the alarms compare with it; else the first venous pressure that somebody wrote.
fn own(it: &Chair, parameter: Parameter) -> Option<i64> {
    let began = it.judging.began.iter().find(|(began, _)| *began == parameter);
    let began = began.map(|(_, value)| value.round() as i64);
    let mut lines = it.sheet.observations.iter();
    let first = || lines.find_map(|line| line.what.venous).map(i64::from);
    began.or_else(|| (parameter == Parameter::VenousPressure).then(first).flatten())
}

#[cfg(test)]
mod tests {
    use domain::alerts::{Measure, Of, Whose};

    use super::*;

    const VENOUS: Parameter = Parameter::VenousPressure;
    const ARTERIAL: Parameter = Parameter::ArterialPressure;

    fn bound(parameter: Parameter, side: Side, raise: f32, of: Of) -> Bound {
        Bound {
            parameter,
            side,
            raise,
            measure: Measure::Value,
            of,
        }
    }

    #[test]
    fn an_arterial_pressure_warns_from_minus_200_and_is_an_alarm_beyond_minus_250() {
        let published = bound(ARTERIAL, Side::Low, -250.0, Of::Published);
        let limits = [&published];
        let warn = warns(ARTERIAL, &limits);
        for (value, stands) in [
            (-199.0, Severity::NoData),
            (-200.0, Severity::Low),
            (-249.0, Severity::Low),
            (-251.0, Severity::Medium),
        ] {
            assert_eq!(severity(value, &limits, warn), stands, "{value}");
        }
    }

    #[test]
    fn a_band_lies_between_two_limits_and_is_not_made_up() {
        let high = bound(VENOUS, Side::High, 260.0, Of::Published);
        let low = bound(VENOUS, Side::Low, 80.0, Of::Set(Whose::Machine));
        let nearer = bound(VENOUS, Side::High, 170.0, Of::Patient);
        assert_eq!(band(VENOUS, &[&high], None), (0.0, 0.0), "nobody says how low is well");
        assert_eq!(band(VENOUS, &[&low, &high, &nearer], None), (80.0, 170.0));
        assert_eq!(band(VENOUS, &[], None), (0.0, 0.0));
    }

    #[test]
    fn the_published_warning_goes_with_the_published_limit_alone() {
        let published = bound(ARTERIAL, Side::Low, -250.0, Of::Published);
        let own = bound(ARTERIAL, Side::Low, -280.0, Of::Patient);
        let drawn = |limit: &Bound| {
            let warn = warns(ARTERIAL, &[limit]);
            (warn, band(ARTERIAL, &[limit], warn))
        };
        assert_eq!(drawn(&published), (Some(-200.0), (-200.0, 0.0)));
        assert_eq!(drawn(&own), (None, (-280.0, 0.0)));
        assert_eq!(warns(VENOUS, &[&published]), None);
    }
}
