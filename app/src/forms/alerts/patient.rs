//! Limits of one patient: what holds with its author, reason and end, what held, and the form of a new one.

use domain::alerts::{Lane, PLANNED};
use domain::ids::PatientId;
use hospital::alerts::{LimitLine, PatientLimits};
use hospital::patients::identity::Identity;
use leptos::prelude::*;
use ui::lang::{key, say, tell, word};
use ui::{Button, Card, Empty, Form, Head, Look, Table, Time, TimeStyle, measured};

use super::rules::of_hospital;
use super::{by, end, parameters, sides, watched_words};
use crate::forms::on_call;
use crate::forms::parts::{Choice, Line, Said};
use crate::forms::patients::banner::{banner, to_record};
use crate::routes;

/// The page.
pub fn page(identity: Identity, limits: PatientLimits) -> AnyView {
    let patient = identity.person.id;
    let may_set = limits.may_set;
    let (holding, before): (Vec<_>, Vec<_>) = limits.lines.into_iter().partition(|line| line.holds);
    let set = may_set.then(|| set(patient));
    let holding = match holding.is_empty() {
        true => {
            view! { <Empty icon="bell" title=word(key::PATIENT_LIMITS_NONE) text=word(key::PATIENT_LIMITS_NONE_TEXT)/> }
                .into_any()
        }
        false => table(word(key::PATIENT_LIMITS), patient, holding, may_set),
    };
    let before = (!before.is_empty()).then(|| {
        let table = table(word(key::WHAT_NO_LONGER_HOLDS), patient, before, false);
        view! { <Card title=word(key::BEFORE) id="before">{table}</Card> }.into_any()
    });
    let told = (!limits.told.is_empty()).then(|| {
        let told = on_call::told(limits.told);
        view! { <Card title=word(key::ON_CALL_TOLD) id="told">{told}</Card> }.into_any()
    });
    let of_hospital = of_hospital(&limits.hospital);
    view! {
        {banner(&identity, to_record(patient))}
        <Said/>
        <div class="stack">
            <Card title=word(key::PATIENT_LIMITS) id="limits">{holding}</Card>
            {set}
            {told}
            {of_hospital}
            {before}
            <p><a class="link link--alone" href=routes::critical_of(patient)>{word(key::CRITICAL_VALUES)}</a></p>
            <p><a class="link link--alone" href=routes::curves_of(patient)>{word(key::CURVES)}</a></p>
            <p><a class="link link--alone" href=routes::past_day_of(patient, None)>{word(key::MINUTES)}</a></p>
        </div>
    }
    .into_any()
}

fn table(caption: &'static str, patient: PatientId, lines: Vec<LimitLine>, may_set: bool) -> AnyView {
    let here = routes::limits_of(patient);
    let rows = lines
        .into_iter()
        .map(|line| {
            let what = watched_words(line.parameter, line.side);
            let value = measured::with_unit(line.parameter, line.value);
            let value = match line.parameter {
                PLANNED => tell(say::patient_limit_off_plan(value)),
                _ => value,
            };
            let end = (may_set && line.is_ours).then(|| end(&here, line.id, &what));
            let ender = line.ended_by.map(|who| view! { " · "<bdi>{who}</bdi> }.into_any());
            view! {
                <tr>
                    <th scope="row">{what}</th>
                    <td data-head=word(key::ALARM_RULE_RAISE)>{value}</td>
                    <td data-head=word(key::WHY)><bdi>{line.reason}</bdi></td>
                    <td data-head=word(key::WATER_SET)>{by(line.set)}</td>
                    <td data-head=word(key::UNTIL)><Time at=Signal::stored(Some(line.until)) style=TimeStyle::DateClock/>{ender}</td>
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
        word(key::UNTIL),
        "",
    ]
    .map(Head::words)
    .to_vec();
    view! { <Table caption=caption heads=heads>{rows}</Table> }.into_any()
}

fn set(patient: PatientId) -> AnyView {
    view! {
        <Card title=word(key::PATIENT_LIMIT_NEW) id="limit-new">
            <Form class="card__body form" action=routes::limits_of(patient) hidden=vec![("act", "set".to_owned())]>
                <Choice name="parameter" label=word(key::ALARM_RULE_PARAMETER) answers=parameters(&Lane::ALL)/>
                <Choice name="side" label=word(key::ALARM_RULE_SIDE) answers=sides()/>
                <Line name="value" label=word(key::ALARM_RULE_RAISE) hint=word(key::PATIENT_LIMIT_VALUE_HINT) most=12/>
                <Line name="days" label=word(key::PATIENT_LIMIT_DAYS) hint=word(key::PATIENT_LIMIT_DAYS_HINT) inputmode="numeric" most=2/>
                <Line name="reason" label=word(key::WHY) most=500/>
                <div class="form__end"><Button look=Look::Primary>{word(key::ALARM_RULE_SET_IT)}</Button></div>
            </Form>
        </Card>
    }
    .into_any()
}
