//! How one patient is dialysed: what holds, what was found lately, how the last sessions went and how well they cleaned the blood.

use domain::dialysis::access::AccessKind;
use domain::dialysis::adequacy::Figure;
use domain::dialysis::hypotension;
use domain::dialysis::infection::Found;
use domain::dialysis::prescription::{Prescription, Shown};
use domain::dialysis::session::Stage;
use domain::dialysis::uf::{self, Judged};
use domain::dialysis::weights::{self, Gain};
use domain::ids::PatientId;
use hospital::dialysis::access::Access;
use hospital::dialysis::dry_weight::held_at;
use hospital::dialysis::patient::{Dialysed, Treated};
use hospital::dialysis::prescribe::Version;
use hospital::patients::Ways;
use hospital::patients::identity::Identity;
use leptos::prelude::*;
use ui::lang::{self, key, say, tell, word};
use ui::{Chip, DayBars, Empty, Head, Note, Pager, StatTiles, Table, Time, TimeStyle};

use super::sessions::began;
use super::{adequacy, card, facts, figure, known, names, patterns, tile, updates, weight, written};
use crate::forms::parts::Said;
use crate::forms::patients::banner::banner;
use crate::routes;
use crate::widgets::ways::tabs;

/// The page.
pub fn page(identity: Identity, ways: Ways, it: Dialysed, script: String) -> AnyView {
    let id = identity.person.id;
    let pager = it.next.map(|next| {
        let shown = tell(say::hd_sessions_shown(it.sessions.len()));
        view! { <Pager label=word(key::HD_PAGES_OF_SESSIONS) shown=shown next=routes::dialysis_before(id, next)/> }
            .into_any()
    });
    let sessions = super::sessions::list(id, &it);
    view! {
        {banner(&identity, ().into_any())}
        {tabs(id, ways, routes::dialysis_of(id))}
        <Said/>
        {isolation(&it)}
        {unsuited(id, &it)}
        {super::continuous::of_patient(id, &it, script)}
        {trends(&it)}
        <div class="pairs pairs--wide">
            {prescription(id, &it)}
            <div class="stack">
                {weights_of(id, &it)}
                {accesses(id, &it)}
                {updates::on_overview(id, &it.noted)}
            </div>
        </div>
        {super::urea::wanted(&it, id)}
        {adequacy::newest(&it)}
        {patterns::of(&it)}
        {card(word(key::HD_SESSIONS), "sessions", String::new(), None, view! { {sessions}{pager} }.into_any())}
    }
    .into_any()
}

/// A chair apart is needed: said before everything else.
fn isolation(it: &Dialysed) -> Option<AnyView> {
    let agents: Vec<String> = it
        .infections
        .iter()
        .filter(|found| found.what.isolate)
        .map(|found| lang::of_english(names::agent(found.what.agent)))
        .collect();
    (!agents.is_empty()).then(|| {
        view! { <Note icon="hand" stop=true>{tell(say::hd_chair_apart(lang::listed(&agents)))}</Note> }.into_any()
    })
}

/// What is booked for them at chairs that are none apart, since they need one.
fn unsuited(id: PatientId, it: &Dialysed) -> Option<AnyView> {
    let ward = it.unsuited.first()?.ward;
    let lines = it
        .unsuited
        .iter()
        .map(|one| {
            let (href, chair) = (routes::dialysis_session_of(id, one.session), one.chair.clone());
            let at = one.at;
            view! {
                <li><a class="link link--alone" href=href><Time at=Signal::stored(Some(at)) style=TimeStyle::DateClock/>" · "{chair}</a></li>
            }
            .into_any()
        })
        .collect_view();
    let diary = it.may_run.then(|| {
        view! { <a class="link link--alone" href=routes::diary_of(routes::DIARY, ward)>{word(key::HD_MOVE_IN_THE_DIARY)}</a> }.into_any()
    });
    let body = view! {
        <div class="card__body stack"><Note icon="hand">{word(key::HD_UNSUITED_TEXT)}</Note><ul class="lines">{lines}</ul></div>
    }
    .into_any();
    Some(card(word(key::HD_UNSUITED), "unsuited", String::new(), diary, body))
}

/// The last sessions that ran, the oldest first.
fn ran(it: &Dialysed) -> Vec<&Treated> {
    let mut ran: Vec<&Treated> = it
        .sessions
        .iter()
        .filter(|session| session.stage.is_ended())
        .take(18)
        .collect();
    ran.reverse();
    ran
}

fn trends(it: &Dialysed) -> Option<AnyView> {
    let ran = ran(it);
    let last = *ran.last()?;
    let bars = |values: Vec<f32>, says: String| view! { <DayBars values=values says=says/> }.into_any();
    // Each as a share of the dry weight that held when its session began.
    let gains: Vec<Gain> = ran
        .windows(2)
        .filter_map(|pair| match pair {
            [one, next] => weights::gain(next.weights.0?, one.weights.1, held_at(&it.dry, began(next))),
            _ => None,
        })
        .collect();
    let gain = gains.last().map(|gained| {
        let says = match gained.percent {
            Some(percent) => tell(say::hd_of_the_dry_weight(figure(percent, 1, "%"))),
            None => word(key::HD_NO_DRY_WEIGHT).to_owned(),
        };
        let chart = bars(
            gains.iter().map(|gain| gain.absolute.0 as f32).collect(),
            tell(say::hd_trend_of(word(key::HD_WEIGHT_GAIN), gains.len())),
        );
        view! { {tile(word(key::HD_WEIGHT_GAIN), weight(gained.absolute), "", Some(chart), view! { {says} }.into_any())} }
            .into_any()
    });
    let rates: Vec<f32> = ran
        .iter()
        .filter_map(|session| rate(session))
        .map(|rate| rate as f32)
        .collect();
    let rate = rates.last().map(|rate| {
        let judged = uf::judge(domain::dialysis::MlPerKgHour(f64::from(*rate)));
        let chart = bars(rates.clone(), tell(say::hd_trend_of(word(key::HD_FLUID_RATE), rates.len())));
        let value = figure(f64::from(*rate), 1, "");
        view! { {tile(word(key::HD_FLUID_RATE), value, "mL/kg/h", Some(chart), view! { {word(judged_in_words(judged))} }.into_any())} }.into_any()
    });
    // Of an older page of sessions it would be another year.
    let figures = it.of_a_year().filter(|_| it.is_first);
    let figures = figures.filter_map(|session| {
        let inputs = session.adequacy()?;
        Some((inputs.value(Figure::SpKtv).ok()? as f32, inputs.per_week))
    });
    let (mut cleaned, weeks): (Vec<f32>, Vec<u32>) = figures.unzip();
    cleaned.reverse();
    // The newest first: each is held against what was prescribed then.
    let target = weeks.first().and_then(|per_week| Figure::SpKtv.target(*per_week));
    let is_of_all = weeks.iter().all(|per_week| Figure::SpKtv.target(*per_week) == target);
    let cleaned_last = cleaned.last().map(|value| {
        let says = tell(say::hd_trend_of_a_year(word(key::HD_KTV), cleaned.len()));
        // A line through bars that are held against something else would judge them, too.
        let line = target.filter(|_| is_of_all).map(|target| target.target as f32);
        let chart = view! { <DayBars values=cleaned.clone() says=says target=line/> }.into_any();
        let says = match target {
            Some(target) => {
                let stands = target.of(f64::from(*value));
                tell(say::hd_target_and_stands(figure(target.target, 1, ""), lang::of_english(names::stands(stands))))
            }
            None => String::new(),
        };
        view! { {tile(word(key::HD_KTV), figure(f64::from(*value), 2, ""), "", Some(chart), view! { {says} }.into_any())} }.into_any()
    });
    let fell = ran.iter().filter(|session| fell(session)).count();
    let lowest: Vec<f32> = ran
        .iter()
        .filter_map(|session| Some(session.systolic.1?.0 as f32))
        .collect();
    let pressure = last.systolic.1.map(|lowest_last| {
        let chart = bars(lowest.clone(), tell(say::hd_trend_of(word(key::HD_LOWEST_PRESSURE), lowest.len())));
        let says = tell(say::hd_fell_in_sessions(fell, ran.len()));
        view! { {tile(word(key::HD_LOWEST_PRESSURE), figure(lowest_last.0, 0, ""), "mmHg", Some(chart), view! { {says} }.into_any())} }.into_any()
    });
    Some(view! { <StatTiles>{gain}{rate}{cleaned_last}{pressure}</StatTiles> }.into_any())
}

/// How a rate is judged.
pub(super) fn judged_in_words(judged: Judged) -> ui::lang::Key {
    match judged {
        Judged::Fine => key::HD_RATE_FINE,
        Judged::Warn => key::HD_RATE_WARN,
        Judged::Strong => key::HD_RATE_STRONG,
    }
}

/// Fluid an hour and kilogram of the weight after.
pub(super) fn rate(session: &Treated) -> Option<f64> {
    let rate = uf::rate_by_weight(session.uf.1?, session.minutes()?, session.weights.1?);
    rate.ok().map(|rate| rate.0)
}

/// Whether the pressure fell too low, by the lowest that was written or measured.
pub(super) fn fell(session: &Treated) -> bool {
    match session.systolic {
        (Some(before), Some(lowest), _) => lowest.0 < hypotension::threshold(before).0,
        _ => false,
    }
}

fn prescription(id: PatientId, it: &Dialysed) -> AnyView {
    let way = routes::dialysis_prescription_of(id);
    let tools = match it.may_prescribe {
        true => {
            let verb = word(if it.prescription().is_some() {
                key::HD_REVISE
            } else {
                key::HD_PRESCRIBE
            });
            view! { <a class="link link--alone" href=way>{verb}</a> }.into_any()
        }
        false => view! { <a class="link link--alone" href=way>{word(key::HD_ALL_VERSIONS)}</a> }.into_any(),
    };
    let (note, body) = match it.prescription() {
        Some(version) => (version_of(version), view! { <div class="card__body">{lines(&version.what)}</div> }.into_any()),
        None => (
            String::new(),
            view! { <Empty icon="clipboard" title=word(key::HD_NOTHING_PRESCRIBED) text=word(key::HD_NOTHING_PRESCRIBED_TEXT)/> }.into_any(),
        ),
    };
    view! { {card(word(key::HD_PRESCRIPTION), "prescription", note, Some(tools), view! { {body} }.into_any())} }
        .into_any()
}

/// `Version 7`.
pub(super) fn version_of(version: &Version) -> String {
    tell(say::hd_version(i64::from(version.version)))
}

/// A prescription line by line.
pub(super) fn lines(it: &Prescription) -> AnyView {
    let lines = it
        .lines()
        .into_iter()
        .map(|(part, shown)| {
            let hourly = super::continuous::an_hour(it, part);
            view! { {known(lang::of_english(names::part(part)), view! { {shown_of(it, &shown)}{hourly} }.into_any())} }
                .into_any()
        })
        .collect_view();
    view! { {facts(view! { {lines} }.into_any())} }.into_any()
}

/// What stands behind a line of a prescription.
pub(super) fn shown_of(it: &Prescription, shown: &Shown) -> String {
    match shown {
        Shown::Name(name) => {
            let fluid = it.modality.fluid(it.dialysis_fluid).unwrap_or(it.dialysis_fluid);
            let known = [
                (it.modality.name(), names::modality(it.modality)),
                (fluid.name(), names::dialysis_fluid(fluid)),
                (it.uf_profile.name(), names::uf_profile(it.uf_profile)),
                (
                    it.anticoagulation.kind.name(),
                    names::anticoagulant(it.anticoagulation.kind),
                ),
            ];
            let words = known
                .iter()
                .find(|(known, _)| known == name)
                .map_or(*name, |(_, words)| words);
            lang::of_english(words)
        }
        Shown::Days(days) => {
            let days: Vec<String> = days.iter().map(|day| lang::of_english(names::weekday(day))).collect();
            lang::listed(&days)
        }
        Shown::AroundTheClock => word(key::HD_AROUND_THE_CLOCK).to_owned(),
        Shown::ToDryWeight => word(key::HD_TO_DRY_WEIGHT).to_owned(),
        Shown::Yes => word(key::YES).to_owned(),
        Shown::Steps(steps) => {
            let shares = steps.shares().map(|share| figure(f64::from(share), 0, "%"));
            lang::listed(&shares)
        }
        Shown::NotWatched => word(key::HD_STEPS_NOT_WATCHED).to_owned(),
        Shown::Number(value, decimals, unit) => figure(*value, *decimals, unit),
        Shown::Text(text) => text.clone(),
    }
}

fn weights_of(id: PatientId, it: &Dialysed) -> AnyView {
    let tools = if it.may_prescribe {
        let href = format!("{}#dry-weight", routes::dialysis_prescription_of(id));
        view! { <a class="link link--alone" href=href>{word(key::HD_SET_ANOTHER)}</a> }.into_any()
    } else {
        ().into_any()
    };
    let body = match it.dry.is_empty() {
        true => view! { <Empty icon="gauge" title=word(key::HD_NO_DRY_WEIGHT) text=word(key::HD_NO_DRY_WEIGHT_TEXT)/> }
            .into_any(),
        false => {
            let rows = it
                .dry
                .iter()
                .take(6)
                .map(|dry| {
                    view! {
                        <tr>
                            <th scope="row">{weight(dry.weight)}</th>
                            <td data-head=word(key::WHY)><bdi>{dry.reason.clone()}</bdi></td>
                            <td data-head=word(key::WRITTEN)>{written(dry.at, dry.by.clone())}</td>
                        </tr>
                    }
                    .into_any()
                })
                .collect_view();
            let heads = [word(key::HD_DRY_WEIGHT), word(key::WHY), word(key::WRITTEN)]
                .map(Head::words)
                .to_vec();
            view! { <Table caption=word(key::HD_DRY_WEIGHT) heads=heads>{rows}</Table> }.into_any()
        }
    };
    view! { {card(word(key::HD_DRY_WEIGHT), "dry", String::new(), Some(tools), view! { {body} }.into_any())} }
        .into_any()
}

/// An access in words: `Fistula, left, wrist`.
pub(super) fn access_in_words(access: &Access) -> String {
    let (kind, side) = (names::access_kind(access.what.kind), names::side(access.what.side));
    tell(say::hd_access_in_words(
        lang::of_english(kind),
        lang::of_english(side).to_lowercase(),
        access.what.site.clone(),
    ))
}

fn accesses(id: PatientId, it: &Dialysed) -> AnyView {
    let verb = word(if it.may_run {
        key::HD_ACCESS_AND_INFECTIONS
    } else {
        key::HD_MORE
    });
    let tools = view! { <a class="link link--alone" href=routes::dialysis_access_of(id)>{verb}</a> }.into_any();
    let in_use: Vec<&Access> = it.accesses.iter().filter(|access| access.ended.is_none()).collect();
    let body = match in_use.is_empty() {
        true => {
            view! { <Empty icon="wave" title=word(key::HD_NO_ACCESS) text=word(key::HD_NO_ACCESS_TEXT)/> }.into_any()
        }
        false => {
            let lines = in_use
                .into_iter()
                .map(|access| {
                    let signs = signs(access);
                    view! { {known(access_in_words(access), view! { {signs} }.into_any())} }.into_any()
                })
                .collect_view();
            view! { <div class="card__body">{facts(view! { {lines} }.into_any())}</div> }.into_any()
        }
    };
    let body = view! { {body}{infections(it)} }.into_any();
    view! { {card(word(key::HD_ACCESS), "access", String::new(), Some(tools), view! { {body} }.into_any())} }.into_any()
}

/// What was found that others must not get, with a chair apart or without.
fn infections(it: &Dialysed) -> Option<AnyView> {
    let found: Vec<String> = it
        .infections
        .iter()
        .filter(|it| it.what.result == Found::Positive)
        .map(|it| lang::of_english(names::agent(it.what.agent)))
        .collect();
    let line = known(
        word(key::HD_FOUND_OF_INFECTIONS),
        view! { {lang::listed(&found)} }.into_any(),
    );
    (!found.is_empty()).then(|| view! { <div class="card__body">{facts(line)}</div> }.into_any())
}

/// What was found of an access last: that it may be used, or what somebody should look at.
pub(super) fn signs(access: &Access) -> AnyView {
    let Some(last) = access.assessed.first() else {
        return view! { <span class="quiet">{word(key::HD_NOT_ASSESSED)}</span> }.into_any();
    };
    let chips: Vec<AnyView> = last
        .what
        .signs(access.what.kind)
        .into_iter()
        .map(|sign| view! { <Chip look="medium-soft">{lang::of_english(names::sign(sign))}</Chip> }.into_any())
        .collect();
    let verdict = match last.what.safe_to_use {
        true => view! { <Chip look="line" icon="check">{word(key::HD_SAFE_TO_USE)}</Chip> }.into_any(),
        false => view! { <Chip look="high-soft" icon="hand">{word(key::HD_NOT_SAFE)}</Chip> }.into_any(),
    };
    let flow = last
        .what
        .flow
        .filter(|_| access.what.kind != AccessKind::Tunnelled)
        .map(|flow| figure(f64::from(flow), 0, "mL/min"));
    view! {
        <div class="cluster">{verdict}{chips}{flow}</div>
        <span class="quiet"><Time at=Signal::stored(Some(last.at)) style=TimeStyle::Date/></span>
    }
    .into_any()
}

/// How a session stands, as a chip.
pub(super) fn stage(stage: Stage) -> AnyView {
    let look = match stage {
        Stage::Running => "inverse",
        Stage::Interrupted | Stage::DidNotAttend => "medium-soft",
        Stage::CheckedIn | Stage::Closed => "neutral",
        Stage::Booked | Stage::Signed | Stage::Cancelled => "line",
    };
    view! { <Chip look=look>{lang::of_english(names::stage(stage))}</Chip> }.into_any()
}
