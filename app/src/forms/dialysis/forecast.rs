//! How good the forecast of a fall of the pressure is that the hospital fitted on its own sessions, or what is missing to fit one; whether it stands at the chair, and what stands there.

use domain::dialysis::forecast::{
    Added, Bin, Counted, Forecast, Inputs, Lack, Lacks, Missing, Model, Outlook, Part, outlook,
};
use domain::dialysis::quantities::Minutes;
use domain::time::Moment;
use hospital::dialysis::forecast::judge::{Judged, Looked, Switched};
use hospital::dialysis::forecast::{Counts, Fit};
use leptos::prelude::*;
use ui::lang::{self, key, say, tell, word};
use ui::time::{write, zone_here};
use ui::{Button, Calibration, CalibrationDot, Card, Head, Look, Note, PageHead, StatTiles, Table, TimeStyle};

use super::{In, card, figure, hours, sent, signed, tile, written};
use crate::forms::parts::{Line, Said};
use crate::routes;

/// The page.
pub fn page(judged: Judged) -> AnyView {
    let looked = judged.looked.as_ref().map(looked);
    let never = judged
        .looked
        .is_none()
        .then(|| view! { <Note icon="info">{word(key::FC_NEVER_LOOKED)}</Note> }.into_any());
    let found = judged
        .fit
        .as_ref()
        .map(|fit| view! { {quality(fit)}{calibration(&fit.model)}{inputs(&fit.model)} }.into_any());
    let shown = at_the_chair(&judged);
    let anew = judged.may_set.then(fit_anew);
    view! {
        <PageHead title=word(key::FC_TITLE) context=word(key::FC_CONTEXT)/>
        <Said/>
        <div class="stack">
            <Note icon="info">{word(key::FC_WHAT)}" "{word(key::FC_ADVISES)}</Note>
            {never}
            {found}
            {looked}
            {shown}
            {anew}
        </div>
    }
    .into_any()
}

/// A day of this hospital within a sentence.
fn at(moment: Moment) -> String {
    write(&zone_here(), moment, TimeStyle::Date)
}

fn percent(part: f64) -> String {
    tell(say::diary_percent((part * 100.0).round() as i64))
}

fn auroc(model: &Model) -> f64 {
    model.held_back.auroc.unwrap_or(0.5)
}

/// How well it does on the patients who were held back.
fn quality(fit: &Fit) -> AnyView {
    let (model, counts) = (&fit.model, &fit.counts);
    let pairs = (auroc(model) * 100.0).round() as i64;
    let means = tell(say::fc_auroc_means(pairs));
    let beside = tell(say::fc_brier_means(figure(model.held_back.brier_of_share, 3, "")));
    let of = |side: Counted| {
        let others = tell(say::fc_counted(
            side.patients as i64,
            side.moments as i64,
            side.falls as i64,
        ));
        (side.sessions.to_string(), others)
    };
    let (learned, learned_of) = of(counts.learned);
    let (held, held_of) = of(counts.held_back);
    let tiles = [
        tile(
            word(key::FC_AUROC),
            figure(auroc(model), 2, ""),
            "",
            None,
            view! { {means} }.into_any(),
        ),
        tile(
            word(key::FC_BRIER),
            figure(model.held_back.brier, 3, ""),
            "",
            None,
            view! { {beside} }.into_any(),
        ),
        tile(
            word(key::FC_LEARNED_FROM),
            learned,
            word(key::FC_SESSIONS),
            None,
            view! { {learned_of} }.into_any(),
        ),
        tile(
            word(key::FC_TRIED_ON),
            held,
            word(key::FC_SESSIONS),
            None,
            view! { {held_of} }.into_any(),
        ),
    ];
    let of_time = tell(say::fc_of_time(at(fit.made_at), at(fit.of.0), at(fit.of.1)));
    let body = view! {
        <div class="card__body">
            <StatTiles>{tiles.into_iter().collect_view()}</StatTiles>
            <p class="quiet">{of_time}" "{word(key::FC_SPLIT)}</p>
        </div>
    }
    .into_any();
    card(word(key::FC_QUALITY), "quality", String::new(), None, body)
}

/// What it said against what happened, in tenths, with the number in each.
fn calibration(model: &Model) -> AnyView {
    let bins = &model.held_back.bins;
    let points: Vec<String> = bins
        .iter()
        .map(|bin| tell(say::fc_point(percent(bin.said), percent(bin.happened), bin.of as i64)))
        .collect();
    let says = tell(say::fc_calibration_says(lang::listed(&points)));
    let dot = |bin: &Bin| CalibrationDot {
        said: bin.said,
        happened: bin.happened,
        of: bin.of,
    };
    let dots: Vec<CalibrationDot> = bins.iter().map(dot).collect();
    let rows = bins
        .iter()
        .map(|bin| {
            view! {
                <tr>
                    <th scope="row" class="num">{percent(bin.said)}</th>
                    <td data-head=word(key::FC_HAPPENED) class="num">{percent(bin.happened)}</td>
                    <td data-head=word(key::FC_MOMENTS) class="num">{bin.of.to_string()}</td>
                </tr>
            }
            .into_any()
        })
        .collect_view();
    let heads = [word(key::FC_SAID), word(key::FC_HAPPENED), word(key::FC_MOMENTS)]
        .map(Head::number)
        .to_vec();
    let body = view! {
        <div class="card__body">
            <Calibration dots=dots says=says up=word(key::FC_HAPPENED) across=word(key::FC_SAID)/>
            <p class="quiet">{word(key::FC_CALIBRATION_MEANS)}</p>
        </div>
        <Table caption=word(key::FC_CALIBRATION) heads=heads>{rows}</Table>
    }
    .into_any();
    card(word(key::FC_CALIBRATION), "calibration", String::new(), None, body)
}

/// What an input is called.
fn named(part: Part) -> &'static str {
    word(match part {
        Part::Systolic => key::HD_FALL_NOW,
        Part::Trend => key::HD_FALL_TREND,
        Part::Before => key::HD_FALL_BEFORE,
        Part::History => key::FC_HISTORY,
        Part::UfRate => key::HD_FLUID_RATE,
        Part::Elapsed => key::HD_FALL_ELAPSED,
    })
}

/// A value of an input, in its unit.
fn value(part: Part, value: f64) -> String {
    match part {
        Part::Systolic | Part::Before => figure(value, 0, "mmHg"),
        Part::Trend => tell(say::hd_an_hour(signed(value, 0, ""))),
        Part::History => percent(value),
        Part::UfRate => figure(value, 1, "mL/kg/h"),
        Part::Elapsed => hours(Minutes(value * 60.0)),
    }
}

/// The inputs with their weights.
fn inputs(model: &Model) -> AnyView {
    let each = Part::ALL
        .iter()
        .zip(model.weights)
        .zip(model.means.into_iter().zip(model.deviations));
    let rows = each
        .map(|((part, weight), (mean, deviation))| {
            let says = word(if weight > 0.0 {
                key::FC_MORE_RAISES
            } else {
                key::FC_MORE_LOWERS
            });
            let weight = signed(weight, 2, "");
            view! {
                <tr>
                    <th scope="row">{named(*part)}</th>
                    <td data-head=word(key::HD_MEAN) class="num">{value(*part, mean)}</td>
                    <td data-head=word(key::FC_STEP) class="num">{value(*part, deviation)}</td>
                    <td data-head=word(key::FC_WEIGHT) class="num">{weight}</td>
                    <td data-head=word(key::FC_DOES)>{says}</td>
                </tr>
            }
            .into_any()
        })
        .collect_view();
    let heads = vec![
        Head::words(word(key::FC_INPUT)),
        Head::number(word(key::HD_MEAN)),
        Head::number(word(key::FC_STEP)),
        Head::number(word(key::FC_WEIGHT)),
        Head::words(word(key::FC_DOES)),
    ];
    let body = view! {
        <Table caption=word(key::FC_INPUTS) heads=heads>{rows}</Table>
        <p class="card__foot quiet">{word(key::FC_WEIGHT_MEANS)}</p>
    }
    .into_any();
    card(word(key::FC_INPUTS), "inputs", String::new(), None, body)
}

fn lack(it: &Lacks) -> String {
    let (there, least) = (it.there as i64, it.least as i64);
    tell(match it.what {
        Lack::Falls => say::fc_lack_falls(there, least),
        Lack::Others => say::fc_lack_others(there, least),
        Lack::HeldFalls => say::fc_lack_held_falls(there, least),
        Lack::HeldOthers => say::fc_lack_held_others(there, least),
    })
}

/// What the newest look at the sessions found, and of what there was too little.
fn looked(looked: &Looked) -> AnyView {
    let Counts {
        learned,
        held_back,
        unknown,
        missing,
    } = looked.counts;
    let found = tell(say::fc_looked_at(
        (learned.sessions + held_back.sessions) as i64,
        (learned.moments + held_back.moments) as i64,
    ));
    let left_out = tell(say::fc_left_out(unknown as i64, missing as i64));
    let lacks = (!looked.lacks.is_empty()).then(|| {
        let lines = looked
            .lacks
            .iter()
            .map(|it| view! { <li>{lack(it)}</li> }.into_any())
            .collect_view();
        view! {
            <p>{word(key::FC_TOO_FEW)}</p>
            <ul class="lines">{lines}</ul>
            <p class="quiet">{word(key::FC_WHY_SO_MANY)}</p>
        }
        .into_any()
    });
    let same = looked
        .no_spread
        .then(|| view! { <p>{word(key::FC_NO_SPREAD)}</p> }.into_any());
    let by = looked.by.clone().unwrap_or_else(|| word(key::FC_BY_ITSELF).to_owned());
    let body = view! {
        <div class="card__body">
            {lacks}
            {same}
            <p>{found}" "{left_out}</p>
            <p class="quiet">{written(looked.at, Some(by))}</p>
        </div>
    }
    .into_any();
    card(word(key::FC_LOOKED), "looked", String::new(), None, body)
}

/// What the switch says, and the switch.
fn at_the_chair(judged: &Judged) -> AnyView {
    let shown = judged.shown();
    let newest = judged.fit.as_ref().map(|fit| fit.id);
    let now = match shown {
        Some((_, made_at)) => tell(say::fc_is_shown(at(made_at))),
        None => word(key::FC_IS_NOT_SHOWN).to_owned(),
    };
    let is_older = shown.is_some_and(|(id, _)| newest.is_some_and(|newest| newest != id));
    let newer = is_older.then(|| view! { <p>{word(key::FC_NEWER)}</p> }.into_any());
    let show = newest.filter(|newest| judged.may_set && shown.is_none_or(|(id, _)| id != *newest));
    let show = show.map(|id| {
        let hidden = vec![("act", "show".to_owned()), ("forecast", id.to_string())];
        switch("show", hidden, word(key::FC_SHOW_WHY), word(key::FC_SHOW))
    });
    let hide = (judged.may_set && shown.is_some())
        .then(|| switch("hide", In("hide").hidden(), word(key::WHY), word(key::FC_HIDE)));
    let lines = (!judged.switched.is_empty()).then(|| history(&judged.switched));
    let body = view! { <div class="card__body"><p>{now}</p>{newer}</div>{lines}{show}{hide} }.into_any();
    card(word(key::FC_AT_THE_CHAIR), "chair", String::new(), None, body)
}

fn switch(act: &'static str, hidden: Vec<(&'static str, String)>, why: &'static str, verb: &'static str) -> AnyView {
    let of = In(act).of();
    let body = view! {
        <Line name="reason" label=why most=500 of=of/>
        <div class="form__end"><Button look=Look::Primary>{verb}</Button></div>
    }
    .into_any();
    sent("card__body form", routes::DIALYSIS_FORECAST, hidden, body)
}

fn history(lines: &[Switched]) -> AnyView {
    let rows = lines
        .iter()
        .map(|line| {
            let what = match line.fit {
                Some((_, made_at)) => tell(say::fc_shows_that_of(at(made_at))),
                None => word(key::FC_SHOWS_NONE).to_owned(),
            };
            let by = written(line.at, Some(line.by.clone()));
            let reason = line.reason.clone();
            view! {
                <tr>
                    <th scope="row">{what}</th>
                    <td data-head=word(key::WHY)><bdi>{reason}</bdi></td>
                    <td data-head=word(key::FC_DECIDED)>{by}</td>
                </tr>
            }
            .into_any()
        })
        .collect_view();
    let heads = [word(key::WHAT), word(key::WHY), word(key::FC_DECIDED)]
        .map(Head::words)
        .to_vec();
    view! { <Table caption=word(key::FC_DECISIONS) heads=heads>{rows}</Table> }.into_any()
}

fn fit_anew() -> AnyView {
    let body = view! {
        <p>{word(key::FC_FIT_ANEW_TEXT)}</p>
        <div class="form__end"><Button look=Look::Secondary>{word(key::FC_FIT_ANEW)}</Button></div>
    }
    .into_any();
    let form = sent("card__body form", routes::DIALYSIS_FORECAST, In("fit").hidden(), body);
    view! { <Card title=word(key::FC_FIT_ANEW) id="fit">{form}</Card> }.into_any()
}

/// At the chair: the chance with its parts and of which fit it is, or why none is shown.
pub(super) fn line(fit: Option<&Fit>, inputs: &Inputs<'_>) -> AnyView {
    let said = match (fit, outlook(fit.map(|fit| &fit.model), inputs)) {
        (Some(fit), Outlook::Of(forecast)) => return chance(fit, &forecast),
        (_, Outlook::Missing(missing)) => word(match missing {
            Missing::Readings => key::FC_MISSING_READINGS,
            Missing::Old => key::FC_MISSING_OLD,
            Missing::UfRate => key::FC_MISSING_RATE,
            Missing::History => key::FC_MISSING_HISTORY,
        }),
        _ => word(key::HD_FALL_NO_CHANCE),
    };
    view! { <p class="quiet">{said}</p> }.into_any()
}

fn chance(fit: &Fit, forecast: &Forecast) -> AnyView {
    let part = |it: &Added| format!("{} ({})", named(it.part), value(it.part, it.value));
    let parts = |raises: bool| -> Vec<String> {
        let of = forecast.parts.iter().filter(|it| (it.log_odds > 0.0) == raises);
        let mut of: Vec<&Added> = of.collect();
        of.sort_by(|one, other| other.log_odds.abs().total_cmp(&one.log_odds.abs()));
        of.into_iter().map(part).collect()
    };
    let (raise, lower) = (parts(true), parts(false));
    let raise = (!raise.is_empty()).then(|| tell(say::fc_raised_by(lang::listed(&raise))));
    let lower = (!lower.is_empty()).then(|| tell(say::fc_lowered_by(lang::listed(&lower))));
    let chance = percent(forecast.probability);
    let sessions = fit.counts.learned.sessions as i64;
    let of_fit = tell(say::fc_of_fit(
        at(fit.made_at),
        sessions,
        figure(auroc(&fit.model), 2, ""),
    ));
    let line = |words: Option<String>| words.map(|words| view! { <p>{words}</p> }.into_any());
    view! {
        <p>{word(key::FC_CHANCE)}" "<b><bdi>{chance}</bdi></b></p>
        {line(raise)}
        {line(lower)}
        <p class="quiet">{of_fit}" "{word(key::FC_ADVISES)}</p>
    }
    .into_any()
}
