//! What alarms watch for in the hospital, and at one machine: what is published with its source, what was set instead, and what held before.

use domain::alerts::setting::{default_of, source, watched};
use domain::alerts::{Lane, Limit, Measure, PLANNED, Rule, Side};
use domain::telemetry::Parameter;
use hospital::alerts::{MachineRules, RuleLine};
use leptos::prelude::*;
use ui::lang::{self, key, say, tell, word};
use ui::{Button, Card, Empty, Form, Head, Look, Note, PageHead, Table, measured};

use super::{by, end, measures, parameters, sides, watched_words};
use crate::forms::devices::tabs;
use crate::forms::parts::{Choice, Line, Said};
use crate::routes::{self, MachinePage};

/// The page of the hospital.
pub fn page(book: hospital::alerts::RuleBook) -> AnyView {
    let here = routes::ALARM_RULES.to_owned();
    let lanes = Lane::ALL
        .into_iter()
        .map(|lane| {
            let id = lane.name();
            let title = lang::of_english(lane.words());
            let table = watching(lane, &book.lines);
            view! { <ui::CardOf title=title id=id>{table}</ui::CardOf> }.into_any()
        })
        .collect_view();
    let sets: &[Lane] = if book.may_set { &Lane::ALL } else { &[] };
    let set = book.may_set.then(|| set(here.clone(), sets));
    let history = history(&here, book.lines, sets);
    view! {
        <PageHead title=word(key::ALARM_RULES) context=word(key::ALARM_RULES_CONTEXT)/>
        <Said/>
        <div class="stack">
            <Note icon="bell">{word(key::ALARM_RULES_UNSET)}</Note>
            <Note icon="bell">{word(key::ALARM_RULES_PLAN)}</Note>
            <Note icon="bell">{word(key::ALARM_RULES_USUAL)}</Note>
            {lanes}
            {set}
            <Card title=word(key::ALARM_RULE_HISTORY) id="history">{history}</Card>
        </div>
    }
    .into_any()
}

/// The page of one machine.
pub fn machine(rules: MachineRules) -> AnyView {
    let here = routes::machine(rules.device, MachinePage::Limits);
    let tabs = tabs(rules.device, MachinePage::Limits, rules.ways);
    let set = (!rules.sets.is_empty()).then(|| set(here.clone(), &rules.sets));
    let own = history(&here, rules.lines, &rules.sets);
    let of_hospital = of_hospital(&rules.hospital);
    view! {
        <PageHead title=rules.name context=word(key::ALARM_RULES_OF_MACHINE)/>
        {tabs}
        <Said/>
        <div class="stack">
            <Note icon="bell">{word(key::ALARM_RULES_OF_MACHINE_TEXT)}</Note>
            <Note icon="bell">{word(key::ALARM_RULES_OF_MACHINE_LANES)}</Note>
            <Card title=word(key::ALARM_RULES_OF_MACHINE) id="history">{own}</Card>
            {set}
            {of_hospital}
        </div>
    }
    .into_any()
}

/// What the hospital set for everybody, beside what is set for one.
pub(super) fn of_hospital(lines: &[RuleLine]) -> AnyView {
    let title = word(key::ALARM_RULES_OF_HOSPITAL);
    if lines.is_empty() {
        return view! { <Card title=title id="hospital"><p class="card__body quiet">{word(key::ALARM_RULES_ONLY_PUBLISHED)}</p></Card> }.into_any();
    }
    let rows = lines
        .iter()
        .map(|line| {
            view! {
                <tr>
                    <th scope="row">{watched_words(line.rule.parameter, line.rule.side)}</th>
                    <td data-head=word(key::ALARM_RULE_NOW)>{in_words(&line.rule)}</td>
                </tr>
            }
            .into_any()
        })
        .collect_view();
    let heads = [word(key::ALARM_RULE_WHAT), word(key::ALARM_RULE_NOW)]
        .map(Head::words)
        .to_vec();
    view! { <Card title=title id="hospital"><Table caption=title heads=heads>{rows}</Table></Card> }.into_any()
}

/// The rows of a lane: each side of a parameter with a published number, or with one that was set; and the fluid against its plan, so that whoever looks for it sees that nothing watches it.
fn watching(lane: Lane, lines: &[RuleLine]) -> AnyView {
    let mut rows = Vec::new();
    for parameter in watched().filter(|parameter| Lane::of(*parameter) == lane) {
        for side in Side::ALL {
            let set = |measure: Measure| {
                lines.iter().find(|line| {
                    line.ended.is_none()
                        && (line.rule.parameter, line.rule.side, line.rule.measure) == (parameter, side, measure)
                })
            };
            let published = default_of(parameter, side);
            let set = Measure::ALL.map(set);
            if published.is_none() && set.iter().all(Option::is_none) && parameter != PLANNED {
                continue;
            }
            rows.push(row(parameter, side, published, set));
        }
    }
    let heads = [
        word(key::ALARM_RULE_WHAT),
        word(key::ALARM_RULE_DEFAULT),
        word(key::ALARM_RULE_SOURCE),
        word(key::ALARM_RULE_NOW),
    ]
    .map(Head::words)
    .to_vec();
    view! { <Table caption=lang::of_english(lane.words()) heads=heads>{rows}</Table> }.into_any()
}

/// A row; `set` is in the order of [`Measure::ALL`].
fn row(
    parameter: Parameter,
    side: Side,
    published: Option<Limit>,
    set: [Option<&RuleLine>; Measure::ALL.len()],
) -> AnyView {
    let what = watched_words(parameter, side);
    let default = published.map_or_else(
        || word(key::ALARM_RULE_NONE).to_owned(),
        |limit| number(parameter, limit),
    );
    let from = source(parameter, side).map(lang::of_english);
    let mut words: Vec<String> = set.into_iter().flatten().map(|line| in_words(&line.rule)).collect();
    let is_replaced = set
        .into_iter()
        .flatten()
        .any(|line| line.rule.measure == Measure::Value);
    if let Some(limit) = published.filter(|_| !is_replaced) {
        words.insert(0, number(parameter, limit));
    }
    if words.is_empty() {
        words.push(word(key::ALARM_RULE_UNWATCHED).to_owned());
    }
    let now: Vec<AnyView> = words
        .into_iter()
        .map(|words| view! { <li>{words}</li> }.into_any())
        .collect();
    view! {
        <tr>
            <th scope="row">{what}</th>
            <td data-head=word(key::ALARM_RULE_DEFAULT)>{default}</td>
            <td data-head=word(key::ALARM_RULE_SOURCE)><bdi>{from}</bdi></td>
            <td data-head=word(key::ALARM_RULE_NOW)><ul class="lines">{now}</ul></td>
        </tr>
    }
    .into_any()
}

/// `260 mmHg, well again at 250 mmHg`.
fn number(parameter: Parameter, limit: Limit) -> String {
    let written = |value| measured::with_unit(parameter, value);
    tell(say::alarm_rule_number(written(limit.raise), written(limit.clear)))
}

/// The same of a rule, with what it asks beside: `, for at least 30 s`.
pub(super) fn in_words(rule: &Rule) -> String {
    let written = |value| measured::with_unit(rule.parameter, value);
    let number = match rule.measure {
        Measure::Value => tell(say::alarm_rule_number(written(rule.raise), written(rule.clear))),
        Measure::Baseline => tell(say::alarm_rule_distance(written(rule.raise), written(rule.clear))),
        Measure::Plan => tell(say::alarm_rule_off_plan(written(rule.raise), written(rule.clear))),
        Measure::Usual => tell(say::alarm_rule_off_usual(written(rule.raise), written(rule.clear))),
    };
    let long = (rule.hold.seconds > 0).then(|| tell(say::alarm_rule_for(u32::from(rule.hold.seconds))));
    let often = (rule.hold.times > 1).then(|| {
        let minutes = u32::from(rule.hold.within / 60);
        tell(say::alarm_rule_often(u32::from(rule.hold.times), minutes))
    });
    [Some(number), long, often]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" · ")
}

/// The form; `sets` are the lanes whose parameters it offers.
fn set(here: String, sets: &[Lane]) -> AnyView {
    let parameters = parameters(sets);
    view! {
        <Card title=word(key::ALARM_RULE_SET) id="rule-new">
            <Form class="card__body form" action=here hidden=vec![("act", "set".to_owned())]>
                <Choice name="parameter" label=word(key::ALARM_RULE_PARAMETER) answers=parameters/>
                <Choice name="side" label=word(key::ALARM_RULE_SIDE) answers=sides()/>
                <Choice name="measure" label=word(key::ALARM_RULE_MEASURE) hint=word(key::ALARM_RULE_MEASURE_HINT) answers=measures()/>
                <Line name="raise" label=word(key::ALARM_RULE_RAISE) hint=word(key::ALARM_RULE_RAISE_HINT) most=12/>
                <Line name="clear" label=word(key::ALARM_RULE_CLEAR) hint=word(key::ALARM_RULE_CLEAR_HINT) most=12 optional=true/>
                <Line name="seconds" label=word(key::ALARM_RULE_SECONDS) hint=word(key::ALARM_RULE_SECONDS_HINT) inputmode="numeric" most=3 optional=true/>
                <Line name="times" label=word(key::ALARM_RULE_TIMES) hint=word(key::ALARM_RULE_TIMES_HINT) inputmode="numeric" most=2 optional=true/>
                <Line name="within" label=word(key::ALARM_RULE_WITHIN) inputmode="numeric" most=2 optional=true/>
                <Line name="reason" label=word(key::WHY) most=500/>
                <div class="form__end"><Button look=Look::Primary>{word(key::ALARM_RULE_SET_IT)}</Button></div>
            </Form>
        </Card>
    }
    .into_any()
}

/// What holds and what held; what is of the lanes in `sets` can be ended.
fn history(here: &str, lines: Vec<RuleLine>, sets: &[Lane]) -> AnyView {
    if lines.is_empty() {
        return view! { <Empty icon="bell" title=word(key::ALARM_RULE_HISTORY_NONE) text=word(key::ALARM_RULE_HISTORY_NONE_TEXT)/> }
            .into_any();
    }
    let rows = lines
        .into_iter()
        .map(|line| {
            let what = watched_words(line.rule.parameter, line.rule.side);
            let may_end = sets.contains(&Lane::of(line.rule.parameter)) && line.ended.is_none();
            let end = may_end.then(|| end(here, line.id, &what));
            let ended = line.ended.map(by);
            let said = in_words(&line.rule);
            view! {
                <tr>
                    <th scope="row">{what}</th>
                    <td data-head=word(key::ALARM_RULE_RAISE)>{said}</td>
                    <td data-head=word(key::WHY)><bdi>{line.reason}</bdi></td>
                    <td data-head=word(key::WATER_SET)>{by(line.set)}</td>
                    <td data-head=word(key::ENDED)>{ended}</td>
                    <td><div class="acts">{end}</div></td>
                </tr>
            }
            .into_any()
        })
        .collect_view();
    let heads = [
        word(key::ALARM_RULE_WHAT),
        word(key::ALARM_RULE_RAISE),
        word(key::WHY),
        word(key::WATER_SET),
        word(key::ENDED),
        "",
    ]
    .map(Head::words)
    .to_vec();
    view! { <Table caption=word(key::ALARM_RULE_HISTORY) heads=heads>{rows}</Table> }.into_any()
}
