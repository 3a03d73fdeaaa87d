//! While blood runs: how far it is, what is delivered beside what is prescribed, the pressures of the circuit, and what somebody writes down.

use domain::dialysis::adequacy::Figure;
use domain::dialysis::before::Pressure;
use domain::dialysis::during::Observation;
use domain::dialysis::hypotension;
use domain::dialysis::pressures::UfLine;
use domain::dialysis::quantities::{Millilitres, Minutes, MlPerHour};
use domain::dialysis::session::{Early, Stage};
use domain::dialysis::uf::{self, Pace, Progress};
use domain::telemetry::Parameter;
use domain::time::Moment;
use hospital::dialysis::chair::Chair;
use hospital::dialysis::need::TakenBy;
use hospital::dialysis::prescribe::per_week;
use leptos::prelude::*;
use ui::lang::{Arg, key, say, tell, weave, word};
use ui::{AlarmItem, Button, Chip, Look, Meter, Note, StatTiles, Time, TimeStyle};

use super::{In, asked, card, clock, figure, hours, litres, names, sent, tile, tile_of, to_choose};
use crate::forms::again::{Again, Drawn};
use crate::routes;
use crate::widgets::alarm_words;

/// A value and when it was measured.
pub(super) type Measured = (f64, Moment);

/// What is known of one parameter now: what the machine measured or somebody wrote, whichever is newer. A machine that fell silent hides nothing that was read off since.
pub(super) fn now(it: &Chair, parameter: Parameter, written: fn(&Observation) -> Option<f64>) -> Option<Measured> {
    let machine = it
        .now
        .as_ref()
        .and_then(|now| now.latest.get(parameter))
        .map(|(value, at)| (f64::from(value), at));
    // What the machine measured of whoever sat here before is not theirs.
    let since = it.sheet.on_machine_since();
    let machine = machine.filter(|(_, at)| since.is_none_or(|since| *at >= since));
    let mut read_off = it.sheet.read_off(parameter, machine.is_some());
    newer(
        machine,
        read_off.find_map(|line| Some((written(&line.what)?, line.by.at))),
    )
}

/// The newer of two; of the same moment the first.
fn newer<V>(one: Option<(V, Moment)>, other: Option<(V, Moment)>) -> Option<(V, Moment)> {
    match (one, other) {
        (Some(one), Some(other)) if other.1 > one.1 => Some(other),
        (one, other) => one.or(other),
    }
}

pub(super) fn whole(value: Option<i32>) -> Option<f64> {
    value.map(f64::from)
}

/// Fluid removed so far, on all machines together ([`Chair::counted`]).
pub(super) fn removed(it: &Chair) -> Option<Millilitres> {
    it.counted().map(|counted| counted.removed)
}

/// Whether a value is of earlier: the machine measured it, and is not heard. What somebody read off keeps its colour: it is as true as when it was written.
pub(super) fn is_old<V>(it: &Chair, parameter: Parameter, value: Option<(V, Moment)>) -> bool {
    let machine = it.now.as_ref();
    let measured_at = machine.and_then(|now| now.latest.get(parameter)).map(|(_, at)| at);
    machine.is_none_or(|now| now.silent)
        && value.is_some_and(|(_, at)| measured_at == Some(at) && it.read_at.seconds_since(at) > OLD)
}

/// The rate that is planned now, by the share of this quarter of the time: of a plan that was made meanwhile, for what was left then in the time that was left. None of a profile without
/// shares.
pub(super) fn planned_rate(it: &Chair) -> Option<MlPerHour> {
    let what = &it.prescription.as_ref()?.what;
    let started = it.sheet.started.as_ref().map(|(by, _)| by.at);
    let begins = started.unwrap_or(it.read_at);
    let anew = it.sheet.targets.last().filter(|_| started.is_some());
    let known = anew.and_then(|line| Some((line.by.at, line.what.removed?)));
    let steps = what.course()?;
    UfLine::planned(begins, known, it.sheet.goal()?, it.time(), steps).rate(it.read_at)
}

/// How long it has run.
fn elapsed(it: &Chair) -> Minutes {
    let since = it.sheet.started.as_ref().map(|(by, _)| by.at);
    Minutes(since.map_or(0.0, |since| it.read_at.seconds_since(since).max(0.0) / 60.0))
}

/// How far the fluid is.
pub(super) fn progress(it: &Chair) -> Option<Progress> {
    let goal = it.sheet.goal()?;
    let rate = now(it, Parameter::UfRate, |line| whole(line.uf_rate)).map(|(rate, _)| MlPerHour(rate));
    uf::progress(removed(it)?, goal, elapsed(it), it.time(), rate).ok()
}

/// The fluid rate of now, and when it was measured or written.
pub(super) fn now_rate(it: &Chair) -> Option<(MlPerHour, Moment)> {
    now(it, Parameter::UfRate, |line| whole(line.uf_rate)).map(|(rate, at)| (MlPerHour(rate), at))
}

/// Seconds after which a value is of earlier where its machine is not heard: as long as a device may be silent (`domain::alerts::silence`).
const OLD: f64 = domain::alerts::silence::SILENT_AFTER_SECONDS;

/// Seconds after which what moves is drawn anew, and the chart of the whole session.
const EVERY: (u32, u32) = (5, 60);

/// How a session goes that runs, drawn anew while the page is open: what moves, and how it went since the start. An alarm that stands is answered between them.
pub(super) fn cards(here: &str, it: &Chair, script: &str) -> AnyView {
    let (id, session) = (it.sheet.patient, it.sheet.id);
    let door = routes::dialysis_session_now(id, session, it.sheet.stage.name());
    let again = |id, door, every| Again {
        id,
        door,
        every,
        here: here.to_owned(),
        script: script.to_owned(),
    };
    let course = format!("{door}&part=course");
    view! {
        {again("chair-now", door, EVERY.0).around(moves(it))}
        {answer(here, it)}
        {again("chair-course", course, EVERY.1).around(course_moves(it))}
    }
    .into_any()
}

/// What is done once in a session: it is planned anew, and it ends. For who runs it.
pub(super) fn acts(here: &str, it: &Chair) -> Option<AnyView> {
    it.may_run
        .then(|| view! { <div class="pairs">{super::replan::cards(here, it)}{end(here)}</div> }.into_any())
}

/// What a page that was drawn while the session ran is told once it has gone on.
fn went_on(it: &Chair) -> Drawn {
    let words = word(key::HD_WENT_ON);
    Drawn {
        at: it.read_at,
        news: words.to_owned(),
        body: view! { <Note icon="info" stop=true>{words}</Note> }.into_any(),
    }
}

/// The part with the pressures since the start.
pub fn course_moves(it: &Chair) -> Drawn {
    if it.sheet.stage != Stage::Running {
        return went_on(it);
    }
    let (chart, fall) = (super::course::chart(it), super::course::fall(it));
    Drawn {
        at: it.read_at,
        news: String::new(),
        body: view! { {chart}{fall} }.into_any(),
    }
}

/// Answering an alarm, by the door of all alarms; it leads back here. It stands still, so nothing that is typed is lost: an alarm that rose since is answered after the page was
/// loaded again, which the link beside it does.
fn answer(here: &str, it: &Chair) -> Option<AnyView> {
    let open: Vec<(String, String)> = alarm_words::in_order(&it.alarms)
        .into_iter()
        .filter(|alarm| alarm.is_unanswered())
        .map(|alarm| (alarm.id.to_string(), alarm_words::sentence(alarm)))
        .collect();
    let first = open.first().map(|(id, _)| id.clone()).filter(|_| it.may_answer)?;
    let form = In("alarm");
    let mut hidden = form.hidden();
    hidden.push(("back", here.to_owned()));
    let alarm = form.choice("alarm", word(key::HD_CHECK_ALARM), open, &first);
    let note = form.maybe("note", word(key::NOTE_OPTIONAL), "");
    let body = view! { {alarm}{note}<div class="form__end"><Button look=Look::Primary>{word(key::ACKNOWLEDGE)}</Button></div> }.into_any();
    let form = sent("card__body form", routes::ACKNOWLEDGE, hidden, body);
    Some(view! { {card(word(key::HD_ANSWER_CARD), ANSWER, String::new(), None, form)} }.into_any())
}

/// Where alarms are answered on this page.
const ANSWER: &str = "answer";

/// The way to answer: on this page for who may, else none of it here. The moment in it makes the browser load the page again when an alarm rose since it was drawn, and it stays the
/// same until then, so who stands on the link keeps it.
fn to_answer(it: &Chair) -> (String, &'static str) {
    let newest = it
        .alarms
        .iter()
        .filter(|alarm| alarm.is_unanswered())
        .map(|alarm| alarm.last_raised_at)
        .max();
    match newest.filter(|_| it.may_answer) {
        Some(at) => {
            let here = routes::dialysis_session_of(it.sheet.patient, it.sheet.id);
            (format!("{here}?since={}#{ANSWER}", at.0), word(key::HD_ANSWER_HERE))
        }
        None => (
            format!("{}#alarms", routes::patient(it.sheet.patient)),
            word(key::HD_ANSWER_ALARMS),
        ),
    }
}

/// The alarms that stand, with the way to answer them: a form would not stand still here.
fn alarms(it: &Chair) -> (String, Option<AnyView>) {
    let open = alarm_words::in_order(&it.alarms);
    if open.is_empty() {
        return (String::new(), None);
    }
    let sentences: Vec<String> = open.iter().map(|alarm| alarm_words::sentence(alarm)).collect();
    let (href, answer) = to_answer(it);
    let to = href.clone();
    let items = open
        .iter()
        .map(|alarm| {
            let (severity, life) = (alarm_words::severity(alarm), alarm_words::life(alarm));
            let since = alarm.is_unanswered().then_some(alarm.last_raised_at);
            let (title, words, href) = (severity.word().to_owned(), alarm_words::sentence(alarm), href.clone());
            view! { <AlarmItem severity=severity life=life title=title href=href since=since>{words}</AlarmItem> }
                .into_any()
        })
        .collect_view();
    let list = view! {
        <div class="chair__alarms">
            <section class="strip" aria-label=word(key::HD_ALARMS_NOW)><ul class="strip__items">{items}</ul></section>
            <a class="link link--alone" href=to rel="external">{answer}</a>
        </div>
    };
    (ui::lang::listed(&sentences), Some(list.into_any()))
}

/// The part with what is measured now.
pub fn moves(it: &Chair) -> Drawn {
    if it.sheet.stage != Stage::Running {
        return went_on(it);
    }
    let silent = it.now.as_ref().is_none_or(|now| now.silent);
    let machine = match (&it.sheet.device, silent) {
        (None, _) => Some(view! { <Note icon="info">{word(key::HD_NO_MACHINE)}</Note> }.into_any()),
        (Some(_), true) => Some(view! { <Note icon="no-data">{word(key::HD_MACHINE_SILENT)}</Note> }.into_any()),
        (Some(_), false) => None,
    };
    let (news, alarms) = alarms(it);
    // In the order in which it is asked for, on a phone and by keys; where there is room the last three stand beside each other.
    let body = view! {
        <div class="chair">
            {alarms}
            {machine}
            {tiles(it)}
            <div class="chair__plan">
                {super::circuit::card_of(it)}
                {super::delivered::list(it)}
                {super::checks::list(it)}
            </div>
        </div>
    };
    Drawn {
        at: it.read_at,
        news,
        body: body.into_any(),
    }
}

fn tiles(it: &Chair) -> AnyView {
    let (elapsed, time) = (elapsed(it), it.time());
    let left = Minutes((time.0 - elapsed.0).max(0.0));
    let part = (elapsed.0 / time.0.max(1.0)) as f32;
    let ends = it
        .sheet
        .started
        .as_ref()
        .map(|(by, _)| by.at.plus_seconds(time.0 * 60.0));
    let says = match left.0 > 0.0 {
        true => weave(
            say::hd_left_ends(hours(left), Arg::hole(0)),
            [view! { <Time at=Signal::stored(ends) style=TimeStyle::Clock/> }.into_any()],
        ),
        false => view! { <b>{word(key::HD_TIME_IS_OVER)}</b> }.into_any(),
    };
    // The machine counts for itself: it stands still with an alarm, and begins anew where it was set anew.
    let by_machine = now(it, Parameter::RemainingTime, |_| None).map(|(left, at)| {
        let at = clock(at);
        let words = weave(say::hd_machine_left(hours(Minutes(left)), Arg::hole(0)), [at]);
        view! { <br/>{words} }.into_any()
    });
    let meter = view! { <Meter part=part says=tell(say::hd_of_time(hours(elapsed), hours(time)))/> }.into_any();
    let of = tell(say::hd_of(hours(time)));
    let first =
        view! { {tile(word(key::HD_TIME), hours(elapsed), of, Some(meter), view! { {says}{by_machine} }.into_any())} }
            .into_any();
    let others = view! { {fluid(it, part)}{cleaned(it)}{blood_pressure(it)}{super::signs::tiles(it)} }.into_any();
    view! { <StatTiles>{first}{others}</StatTiles> }.into_any()
}

fn fluid(it: &Chair, due: f32) -> Option<AnyView> {
    let progress = progress(it)?;
    let part = (progress.percent / 100.0) as f32;
    let heard = tell(say::hd_of_volume(litres(progress.removed), litres(progress.goal)));
    let meter = view! { <Meter part=part says=heard due=due/> }.into_any();
    let says = match (progress.pace, progress.needed_rate) {
        (Pace::Reached, _) => word(key::HD_PACE_REACHED).to_owned(),
        (Pace::Paused, _) => word(key::HD_PACE_PAUSED).to_owned(),
        (Pace::OnTime, _) => word(key::HD_PACE_ON_TIME).to_owned(),
        (Pace::Late, Some(rate)) => tell(say::hd_pace_late(figure(rate.0, 0, "mL/h"))),
        (Pace::Late, None) => word(key::HD_PACE_TOO_LATE).to_owned(),
    };
    let (value, of) = (
        figure(progress.removed.litres(), 2, ""),
        tell(say::hd_of(litres(progress.goal))),
    );
    let at = it.counted().map(|counted| (counted.removed, counted.at));
    let old = is_old(it, Parameter::UfRemoved, at);
    let at = at.map(|(_, at)| view! { {clock(at)}" · " }.into_any());
    let says = view! { {at}{says} }.into_any();
    Some(tile_of(word(key::HD_FLUID_REMOVED), value, of, Some(meter), says, old))
}

/// Kt/V as the machine measures it, against the target of the formula that is nearest to it.
fn cleaned(it: &Chair) -> Option<AnyView> {
    let (value, at) = it.now.as_ref()?.latest.get(Parameter::MachineKtv)?;
    let since = it.sheet.on_machine_since()?;
    let value = Some(f64::from(value)).filter(|_| at >= since)?;
    let days = it.prescription.as_ref().map(|version| version.what.days);
    let target = Figure::SpKtv.target(per_week(days)).map(|target| target.target);
    let part = target.map_or(0.0, |target| value / target) as f32;
    let of = target
        .map(|target| tell(say::hd_target_of(figure(target, 1, ""))))
        .unwrap_or_default();
    let meter = view! { <Meter part=part says=of.clone()/> }.into_any();
    let old = is_old(it, Parameter::MachineKtv, Some((value, at)));
    let says = view! { {clock(at)}" · "{word(key::HD_BY_THE_MACHINE)} };
    let value = figure(value, 2, "");
    Some(tile_of(
        word(key::HD_KTV_SO_FAR),
        value,
        of,
        Some(meter),
        says.into_any(),
        old,
    ))
}

/// The pressure that was measured or written last, whoever took it, and when.
pub(super) fn newest_pressure(it: &Chair) -> Option<(Pressure, Moment)> {
    it.pressure.map(|newest| (newest.pressure, newest.at))
}

/// Who or what took a value at that moment, behind its time: a name, or what measured it; `holds` says which written line has such a value.
pub(super) fn taken_by(it: &Chair, by: TakenBy, at: Moment, holds: impl Fn(&Observation) -> bool) -> Option<AnyView> {
    let by = match by {
        TakenBy::Hand => {
            let mut lines = it.sheet.observations.iter().rev();
            let line = lines.find(|line| line.by.at == at && holds(&line.what))?;
            line.by.name.clone()?
        }
        TakenBy::Machine => word(key::HD_BY_THE_MACHINE).to_owned(),
        TakenBy::Monitor => word(key::HD_BY_A_MONITOR).to_owned(),
    };
    Some(view! { " · "<bdi>{by}</bdi> }.into_any())
}

fn blood_pressure(it: &Chair) -> Option<AnyView> {
    let newest = it.pressure?;
    let (value, at) = (newest.pressure, newest.at);
    let by = taken_by(it, newest.taken_by, at, |line| line.pressure.is_some());
    // A monitor that is not heard says so at the bed; of the machine it is known here.
    let old = newest.taken_by == TakenBy::Machine && is_old(it, Parameter::Systolic, Some((value, at)));
    let before = it.sheet.look.as_ref().map(|look| look.what.what.lying.systolic);
    let limit = before.map(hypotension::threshold);
    let low = limit.filter(|limit| value.systolic.0 < limit.0);
    let says = match (low, limit) {
        (Some(limit), _) => {
            view! { <Chip look="high">{tell(say::hd_below(figure(limit.0, 0, "mmHg")))}</Chip> }.into_any()
        }
        (None, Some(limit)) => view! { "· "{tell(say::hd_limit(figure(limit.0, 0, "mmHg")))} }.into_any(),
        (None, None) => ().into_any(),
    };
    let words = format!(
        "{}/{}",
        figure(value.systolic.0, 0, ""),
        figure(value.diastolic.0, 0, "")
    );
    let says = view! { {clock(at)}{by}" "{says} }.into_any();
    Some(tile_of(word(key::HD_BLOOD_PRESSURE), words, "mmHg", None, says, old))
}

/// Ending it, or ending it before its time.
fn end(here: &str) -> AnyView {
    let (whole, early) = (In("end"), In("end_early"));
    let (action, other) = (here.to_owned(), here.to_owned());
    let reasons = to_choose(Early::ALL, Early::name, names::early);
    view! {
        {card(word(key::HD_END_CARD), "end", String::new(), None, view! { <div class="card__body">
                <div class="cluster">
                    {asked(word(key::HD_END_SESSION), whole.of().came_back(), view! { <p>{word(key::HD_END_MEANS)}</p>
                        {sent("form", action, whole.hidden(), view! { {whole.earlier()}<Button look=Look::Inverse class="btn--small">{word(key::HD_END_SESSION)}</Button> }.into_any())} }.into_any())}
                    {asked(word(key::HD_END_EARLY), early.of().came_back(), view! { {sent("form", other, early.hidden(), view! { {early.choice("early", word(key::WHY), reasons, "")}
                            {early.maybe("note", word(key::HD_NOTE), "")}
                            {early.earlier()}
                            <Button look=Look::Inverse class="btn--small">{word(key::HD_END_EARLY)}</Button> }.into_any())} }.into_any())}
                </div>
            </div> }.into_any())}
    }
    .into_any()
}
