//! Before the start: the plan of how much is taken and how fast, what is looked at, who looks a second time, and the start.

use domain::dialysis::Guard;
use domain::dialysis::amended::Number;
use domain::dialysis::before::{Complaints, Symptom};
use domain::dialysis::quantities::{Kilograms, Millilitres, Minutes, MlPerKgHour};
use domain::dialysis::samples::Taken;
use domain::dialysis::uf::{self, Judged, Plan};
use domain::dialysis::uf_steps::UfSteps;
use domain::dialysis::weights;
use domain::units::Quantity;
use hospital::dialysis::access::Access;
use hospital::dialysis::chair::Chair;
use hospital::dialysis::written::{Look, Written};
use leptos::prelude::*;
use ui::lang::{self, key, say, tell, word};
use ui::{Button, Empty, LinkButton, Note, age, measured};

use super::overview::{access_in_words, judged_in_words, signs};
use super::{
    In, asked, boxes, by, card, facts, figure, hours, known, litres, names, pressure, sent, temperature, urea, weight,
};
use crate::forms::parts::choose;
use crate::routes;

/// What is to be done before the start: the start once everything was looked at, else the look.
pub(super) fn cards(here: &str, it: &Chair) -> AnyView {
    let looked = it
        .sheet
        .look
        .as_ref()
        .map(|look| view! { {found(it)} {not_fit(it, look)} {second(here, it, look)} }.into_any());
    let form = it.may_run.then(|| look(here, it));
    let lots = super::chair::lots(here, it);
    let machine = super::chair::machine(here, it);
    let let_go = super::chair::let_go(here, it);
    view! { <div class="stack">{looked}{form}{machine}{lots}{let_go}</div> }.into_any()
}

/// How much is to be taken and how fast, with what a limit would ask for: in the minutes for which the chair is kept. None where nothing is prescribed.
fn plan_of(it: &Chair, before: Kilograms, goal: Millilitres) -> Option<Result<Plan, Guard>> {
    let what = &it.prescription.as_ref()?.what;
    let dry = it.dry_weight();
    let (time, bound) = (Minutes(f64::from(it.sheet.minutes)), MlPerKgHour(what.max_uf_rate));
    Some(uf::plan(goal, time, before, dry, bound, what.peak()))
}

/// That the chair is kept for another time than the one prescribed.
fn booked_other(it: &Chair) -> Option<AnyView> {
    let prescribed = it.prescription.as_ref()?.what.minutes;
    let (booked, wanted) = (f64::from(it.sheet.minutes), f64::from(prescribed));
    (it.sheet.minutes != prescribed).then(|| {
        let words = tell(say::hd_booked_other(hours(Minutes(booked)), hours(Minutes(wanted))));
        view! { <Note icon="info">{words}</Note> }.into_any()
    })
}

/// "needs 4 h 35 to stay under 13 mL/kg/h", and of a profile what its largest quarter takes: the limit is that of each quarter.
fn plan_in_words(plan: &Plan, course: Option<UfSteps>) -> AnyView {
    let rate = tell(say::hd_plan_rate(
        litres(plan.goal),
        hours(plan.time),
        figure(plan.rate.0, 0, "mL/h"),
        figure(plan.by_weight.0, 1, "mL/kg/h"),
        lang::of_english(names::by_weight(plan.by)),
    ));
    let most = course
        .filter(|course| *course != UfSteps::EVEN)
        .and_then(|course| course.shares().into_iter().max());
    let largest = most.map(|most| {
        let (share, rate) = (figure(f64::from(most), 0, "%"), figure(plan.largest.0, 1, "mL/kg/h"));
        view! { <p>{tell(say::hd_plan_largest(share, rate))}</p> }.into_any()
    });
    let guard = plan.needs.map(|needs| {
        let (needs, bound, fits) = (hours(needs), figure(plan.bound.0, 1, "mL/kg/h"), litres(plan.fits));
        let words = match most {
            Some(_) => tell(say::hd_plan_needs_each(needs, bound, fits)),
            None => tell(say::hd_plan_needs(needs, bound, fits)),
        };
        view! { <Note icon="hand" stop=true>{words}</Note> }.into_any()
    });
    let judged = plan.warns().map(|judged| {
        let words = word(judged_in_words(judged));
        view! { <Note icon="info" stop={judged == Judged::Strong}>{words}</Note> }.into_any()
    });
    view! { <p>{rate}</p>{largest}{guard}{judged} }.into_any()
}

/// The form of a look: what was found last stands in it, so that looking again changes only what is another.
fn look(here: &str, it: &Chair) -> AnyView {
    let Some(version) = &it.prescription else {
        let text = word(key::HD_NOTHING_PRESCRIBED_TEXT);
        return view! { {card(word(key::HD_STEP_LOOK), "look", String::new(), None, view! { <Empty icon="clipboard" title=word(key::HD_NOTHING_PRESCRIBED) text=text/> }.into_any())} }.into_any();
    };
    let in_use: Vec<&Access> = it.accesses.iter().filter(|access| access.ended.is_none()).collect();
    if in_use.is_empty() {
        let href = routes::dialysis_access_of(it.sheet.patient);
        return view! {
            {card(word(key::HD_STEP_LOOK), "look", String::new(), None, view! { <Empty icon="wave" title=word(key::HD_NO_ACCESS) text=word(key::HD_NO_ACCESS_TEXT)/>
                <div class="card__body"><LinkButton href=href>{word(key::HD_ANOTHER_ACCESS)}</LinkButton></div> }.into_any())}
        }
        .into_any();
    }
    let each = in_use
        .iter()
        .map(|access| (access.id.to_string(), access_in_words(access)));
    let accesses = if in_use.len() > 1 { choose(each) } else { each.collect() };
    let assessed = assessed(it, &in_use);
    let form = In("look");
    let mut hidden = form.hidden_with(&[Quantity::Weight, Quantity::Temperature, Quantity::Glucose]);
    hidden.push(("prescription", version.id.to_string()));
    let last = it.sheet.look.as_ref().map(|look| &look.what);
    let text = |value: Option<String>| value.unwrap_or_default();
    let whole = |value: Option<f64>| value.map(|value| domain::numbers::fixed(value, 0)).unwrap_or_default();
    let was = |read: fn(&Look) -> Option<f64>| whole(last.and_then(read));
    let (kg, access) = (
        last.map(|look| look.what.weight.0),
        last.map(|look| look.access.to_string()),
    );
    let (title, verb) = match last {
        Some(_) => (word(key::HD_LOOK_AGAIN), word(key::HD_LOOK_AGAIN_VERB)),
        None => (word(key::HD_STEP_LOOK), word(key::HD_WRITE_DOWN)),
    };
    let (body_temperature, glucose) = (
        last.and_then(|look| look.what.temperature),
        last.and_then(|look| look.what.glucose),
    );
    let conductivity = text(last.map(|look| domain::numbers::fixed(look.what.conductivity, 1)));
    let ticked: Vec<&str> = last.map(|look| look.what.complaints.boxes()).unwrap_or_default();
    let mut symptoms = boxes(Symptom::ALL, Symptom::name, names::symptom);
    symptoms.push((Complaints::NOTHING, word(key::HD_ASKED_NOTHING).to_owned()));
    let action = here.to_owned();
    view! {
        {card(title, "look", advice(it), None, view! { {sent("card__body form", action, hidden, view! { <div class="form__grid">
                    {form.weight("weight", word(key::HD_WEIGHT), kg)}
                    {form.number("lying_systolic", word(key::HD_SYSTOLIC_LYING), "mmHg", was(|look| Some(look.what.lying.systolic.0)))}
                    {form.number("lying_diastolic", word(key::HD_DIASTOLIC_LYING), "mmHg", was(|look| Some(look.what.lying.diastolic.0)))}
                    {form.number("standing_systolic", word(key::HD_SYSTOLIC_STANDING), "mmHg", was(|look| look.what.standing.map(|it| it.systolic.0)))}
                    {form.number("standing_diastolic", word(key::HD_DIASTOLIC_STANDING), "mmHg", was(|look| look.what.standing.map(|it| it.diastolic.0)))}
                    {form.number("pulse", word(key::HD_PULSE), "/min", was(|look| look.what.pulse.map(f64::from)))}
                    {form.measure("temperature", word(key::HD_TEMPERATURE), Quantity::Temperature, body_temperature)}
                    {form.number("breaths", word(key::HD_BREATHS), "/min", was(|look| look.what.breaths.map(f64::from)))}
                    {form.number("spo2", word(key::HD_SPO2), "%", was(|look| look.what.spo2.map(f64::from)))}
                    {form.measure("glucose", word(key::HD_GLUCOSE), Quantity::Glucose, glucose)}
                    {form.number("urea", word(key::HD_UREA), "mmol/L", text(last.and_then(|look| look.what.urea).map(|it| domain::numbers::fixed(it.0, 1))))}
                    {form.number("uf_goal", word(key::HD_UF_GOAL), "mL", whole(last.map(|look| look.what.uf_goal.0).or(goal(it).map(|goal| goal.0))))}
                </div>
                {form.boxes("symptoms", word(key::HD_SYMPTOMS), symptoms, &ticked)}
                {assessed}
                <div class="form__grid">
                    {form.choice("access", word(key::HD_ACCESS), accesses, &text(access))}
                    {form.answer("access_safe", word(key::HD_MAY_IT_BE_USED), last.map(|look| look.what.access_safe))}
                    {form.answer("self_test_passed", word(key::HD_SELF_TEST), last.map(|look| look.what.self_test_passed))}
                    {form.number("conductivity", word(key::HD_CONDUCTIVITY), "mS/cm", conductivity)}
                    {form.answer("consented", word(key::HD_CONSENTED), last.map(|look| look.what.consented))}
                    {form.maybe("note", word(key::HD_NOTE), text(last.and_then(|look| look.what.note.clone())))}
                    {form.earlier()}
                </div>
                <div class="form__end"><Button look=ui::Look::Primary>{verb}</Button></div> }.into_any())} }.into_any())}
    }
    .into_any()
}

/// What was found of each access that is in use when it was assessed last, how long ago and by whom, with the way to assess it anew.
fn assessed(it: &Chair, in_use: &[&Access]) -> AnyView {
    let lines = in_use
        .iter()
        .map(|access| {
            let last = access.assessed.first().map(|last| {
                let ago = tell(say::ago(age::words(it.read_at.seconds_since(last.at))));
                let who = last
                    .by
                    .clone()
                    .unwrap_or_else(|| word(key::SOMEBODY_OF_ANOTHER_HOSPITAL).to_owned());
                view! { " "<span class="quiet">{format!("{ago} · {who}")}</span>" "<bdi>{last.what.problem.clone()}</bdi> }
                    .into_any()
            });
            let way = assess(it, access);
            known(
                access_in_words(access),
                view! { {signs(access)}{last}" "{way} }.into_any(),
            )
        })
        .collect_view();
    facts(view! { {lines} }.into_any())
}

/// The way to where an access is assessed.
fn assess(it: &Chair, access: &Access) -> AnyView {
    let href = format!("{}#access-{}", routes::dialysis_access_of(it.sheet.patient), access.id);
    let words = tell(say::hd_assess_one(access_in_words(access)));
    view! { <a class="link" href=href>{words}</a> }.into_any()
}

/// Why nobody is connected to the access that was looked at, although whoever looked says that it may be used: what was written of it elsewhere. The database refuses the start
/// (`migrations/20261129235100_dialysis_access_assessed.sql`).
fn not_fit(it: &Chair, look: &Written<Look>) -> Option<AnyView> {
    let access = it.accesses.iter().find(|access| access.id == look.what.access)?;
    if access.ended.is_some() {
        let words = tell(say::hd_used_no_longer(access_in_words(access)));
        return Some(view! { <Note icon="hand" stop=true>{words}</Note> }.into_any());
    }
    let last = access.found_unsafe()?;
    let ago = tell(say::ago(age::words(it.read_at.seconds_since(last.at))));
    let problem = last.what.problem.clone().unwrap_or_default();
    let words = tell(say::hd_found_unsafe(access_in_words(access), ago, problem));
    let way = it.may_run.then(|| assess(it, access));
    Some(view! { <Note icon="hand" stop=true>{words}" "{way}</Note> }.into_any())
}

/// What shall be taken where the prescription says how much; else it is worked out from the weight, which nobody knows yet.
fn goal(it: &Chair) -> Option<Millilitres> {
    let prescribed = it.prescription.as_ref()?.what.uf_goal?;
    Some(Millilitres(f64::from(prescribed)))
}

/// What helps to say how much: the dry weight and the weight after the last session.
fn advice(it: &Chair) -> String {
    let dry = it.dry_weight().map(|dry| tell(say::hd_dry_is(weight(dry))));
    let last = it.last_after.map(|last| tell(say::hd_last_after_is(weight(last))));
    [dry, last].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// What was found before the start, in words, with the plan.
pub(super) fn found(it: &Chair) -> AnyView {
    let Some(look) = &it.sheet.look else {
        return ().into_any();
    };
    let what = &look.what.what;
    let dry = it.dry_weight();
    let kg = it.sheet.number(Number::WeightBefore).map_or(what.weight, Kilograms);
    let gain = weights::gain(kg, it.last_after, dry).map(|gain| match gain.percent {
        Some(percent) => tell(say::hd_gained_percent(weight(gain.absolute), figure(percent, 1, "%"))),
        None => weight(gain.absolute),
    });
    let symptoms = match &what.complaints {
        Complaints::These(symptoms) => {
            let each = symptoms
                .iter()
                .map(|symptom| lang::of_english(names::symptom(*symptom)));
            lang::listed(&each.collect::<Vec<_>>())
        }
        Complaints::Nothing => word(key::HD_NO_SYMPTOMS).to_owned(),
        Complaints::NotAsked => word(key::NOT_ASKED).to_owned(),
        Complaints::NoneNoted => word(key::HD_NONE_NOTED).to_owned(),
    };
    let fall = what
        .fall_on_standing()
        .filter(|fall| fall.0 >= 20.0)
        .map(|fall| tell(say::hd_falls_on_standing(figure(fall.0, 0, "mmHg"))));
    let access = it
        .accesses
        .iter()
        .find(|access| access.id == look.what.access)
        .map(access_in_words);
    let told = |what: &'static str, value: Option<String>| {
        value.map(|value| view! { {known(word_of(what), view! { {value} }.into_any())} }.into_any())
    };
    let plan = plan_of(it, what.weight, what.uf_goal).map(|plan| match plan {
        Ok(plan) => plan_in_words(
            &plan,
            it.prescription.as_ref().and_then(|version| version.what.course()),
        ),
        Err(guard) => {
            let words = tell(say::hd_no_rate(lang::of_english(names::guard(guard))));
            view! { <Note icon="hand" stop=true>{words}</Note> }.into_any()
        }
    });
    let booked = booked_other(it);
    let gaps: Vec<AnyView> = what
        .gaps()
        .into_iter()
        .map(|gap| view! { <Note icon="hand" stop=true>{lang::of_english(names::gap(gap))}</Note> }.into_any())
        .collect();
    let second = match &look.what.confirmed {
        Some(second) => view! { <p class="quiet">{word(key::HD_CONFIRMED_BY)}" "{by(second)}</p> }.into_any(),
        None => ().into_any(),
    };
    let whole = |value: Option<i32>, unit: &str| value.map(|value| figure(f64::from(value), 0, unit));
    view! {
        {card(word(key::HD_FOUND_BEFORE), "found", String::new(), None, view! { <div class="card__body">
                {plan}
                {booked}
                {gaps}
                {facts(view! { {told("weight", super::amendments::number(it, Number::WeightBefore))}
                    {told("gain", gain)}
                    {told("lying", Some(pressure(what.lying)))}
                    {told("standing", what.standing.map(|standing| match &fall { Some(fall) => format!("{} · {fall}", pressure(standing)), None => pressure(standing) }))}
                    {told("pulse", whole(what.pulse, "/min"))}
                    {told("temperature", what.temperature.map(temperature))}
                    {told("breaths", whole(what.breaths, "/min"))}
                    {told("spo2", whole(what.spo2, "%"))}
                    {told("glucose", what.glucose.map(|it| lang::number(measured::units().glucose.write(it))))}
                    {told("urea", it.sheet.urea(Taken::Pre).map(urea))}
                    {told("symptoms", Some(symptoms))}
                    {told("access", access)}
                    {told("conductivity", Some(figure(what.conductivity, 1, "mS/cm")))}
                    {told("note", what.note.clone())} }.into_any())}
                <p class="quiet">{word(key::HD_LOOKED_AT_BY)}" "{by(&look.by)}</p>
                {second}
            </div> }.into_any())}
    }
    .into_any()
}

fn word_of(what: &str) -> &'static str {
    word(match what {
        "weight" => key::HD_WEIGHT,
        "gain" => key::HD_WEIGHT_GAIN,
        "lying" => key::HD_PRESSURE_LYING,
        "standing" => key::HD_PRESSURE_STANDING,
        "pulse" => key::HD_PULSE,
        "temperature" => key::HD_TEMPERATURE,
        "breaths" => key::HD_BREATHS,
        "glucose" => key::HD_GLUCOSE,
        "urea" => key::HD_UREA,
        "symptoms" => key::HD_SYMPTOMS,
        "access" => key::HD_ACCESS,
        "conductivity" => key::HD_CONDUCTIVITY,
        "spo2" => key::HD_SPO2,
        _ => key::HD_NOTE,
    })
}

/// The second look, by another person than the first; then the start.
fn second(here: &str, it: &Chair, look: &Written<Look>) -> AnyView {
    if !it.may_run {
        return ().into_any();
    }
    let action = here.to_owned();
    if look.what.confirmed.is_none() {
        if it.reader == Some(look.by.user) {
            return view! { {card(word(key::HD_STEP_SECOND), "second", String::new(), None, view! { <div class="card__body"><Note icon="people">{word(key::HD_SECOND_BY_ANOTHER)}</Note></div> }.into_any())} }
                .into_any();
        }
        let (form, earlier) = (In("confirm"), here.to_owned());
        let mut hidden = form.hidden();
        hidden.push(("before", look.id.to_string()));
        return view! {
            {card(word(key::HD_STEP_SECOND), "second", String::new(), None, view! { <div class="card__body">
                    <p>{word(key::HD_SECOND_WHAT)}</p>
                    <div class="cluster">
                        {sent("act", action, hidden.clone(), view! { <Button look=ui::Look::Primary>{word(key::HD_CONFIRM)}</Button> }.into_any())}
                        {asked(word(key::HD_CONFIRMED_EARLIER), form.of().came_back(), view! { {sent("form", earlier, hidden, view! { {form.earlier()}
                                <Button look=ui::Look::Inverse class="btn--small">{word(key::HD_CONFIRM)}</Button> }.into_any())} }.into_any())}
                    </div>
                </div> }.into_any())}
        }
        .into_any();
    }
    if !look.what.what.gaps().is_empty() || not_fit(it, look).is_some() {
        return ().into_any();
    }
    let form = In("start");
    let is_above = plan_of(it, look.what.what.weight, look.what.what.uf_goal)
        .is_some_and(|plan| plan.is_ok_and(|plan| plan.is_above));
    let why = is_above.then(|| form.maybe("above", word(key::HD_WHY_ABOVE), ""));
    view! {
        {card(word(key::HD_STEP_START), "start", String::new(), None, view! { {sent("card__body form", action, form.hidden(), view! { {why}{form.earlier()}
                <div class="form__end"><Button look=ui::Look::Primary icon="play">{word(key::HD_START)}</Button></div> }.into_any())} }.into_any())}
    }
    .into_any()
}
