//! Critical values of one patient: what waits with its clock, the next step of each, and what is over.

use domain::critical::State;
use domain::ids::PatientId;
use domain::time::Moment;
use hospital::critical::{Loop, OfPatient, Read};
use hospital::patients::identity::Identity;
use leptos::prelude::*;
use ui::lang::{self, key, say, tell, word};
use ui::time::zone_words;
use ui::{
    Button, Card, CardOf, Chip, Confirm, Empty, Facts, Form, Head, Known, Link, Look, Note, Reach, StatTile, StatTiles,
    Table, Time, TimeStyle,
};

use super::{EVERY, beyond, measured, named, report, side, since, somebody, state, told, waiting};
use crate::forms::again::{Again, Drawn};
use crate::forms::parts::{Line, Of, Said};
use crate::forms::patients::banner::{banner, to_record};
use crate::routes;

/// The page.
pub fn page(identity: Identity, found: OfPatient, script: String) -> AnyView {
    let patient = identity.person.id;
    let place = view! {
        <span class="cluster">
            {to_record(patient)}
            <Link href=routes::CRITICAL reach=Reach::Alone>{word(key::CRITICAL_ALL)}</Link>
        </span>
    }
    .into_any();
    let zone = zone_words(&found.zone, found.read_at);
    let again = Again {
        id: "critical-now",
        door: routes::critical_now(patient),
        every: EVERY,
        here: routes::critical_of(patient),
        script,
    };
    let now = again.around(moves(&found));
    let report = found.may_report.then(|| report::card(patient, &found));
    let may_answer = found.may_answer;
    let ended = ended(found.ended);
    let open = found
        .open
        .into_iter()
        .map(|it| one(patient, it, may_answer))
        .collect_view();
    view! {
        {banner(&identity, place)}
        <Said/>
        <p class="quiet">{zone}</p>
        {now}
        <div class="stack">
            {open}
            {report}
            <Card title=word(key::CRITICAL_OVER) id="over">{ended}</Card>
        </div>
    }
    .into_any()
}

/// The clock of each that waits, and who was told of it.
pub fn moves(found: &OfPatient) -> Drawn {
    let now = found.read_at;
    let rows = found.open.iter().map(|it| clock(it, now)).collect_view();
    let heads = [
        word(key::CRITICAL_WAITS),
        word(key::CRITICAL_TEST),
        word(key::STATE),
        word(key::CRITICAL_TOLD),
    ];
    waiting(now, found.open.len(), heads, rows.into_any())
}

fn clock(it: &Loop, now: Moment) -> AnyView {
    let (waits, stands, told) = (since(it.reported_at, now), state(it.state), told(&it.steps));
    let (what, value) = (named(&it.name, it.code.is_some()), measured(&it.value, &it.unit));
    view! {
        <tr>
            <td data-head=word(key::CRITICAL_WAITS)><Chip look="high" icon="clock">{waits}</Chip></td>
            <th scope="row">{what}" "<b><bdi>{value}</bdi></b></th>
            <td data-head=word(key::STATE)>{stands}</td>
            <td data-head=word(key::CRITICAL_TOLD)>{told}</td>
        </tr>
    }
    .into_any()
}

/// One that waits: the value, what is known of it, and its next step.
fn one(patient: PatientId, it: Loop, may_answer: bool) -> AnyView {
    let title = tell(say::critical_one(measured(&it.value, &it.unit)));
    let id = format!("loop-{}", it.id);
    let value = lang::number(it.value.clone());
    let unit = it.unit.clone();
    let says = match (it.side, it.published.as_deref()) {
        (Some(of), Some(limit)) => view! { {side(of)}" "{beyond(of, limit)} }.into_any(),
        (Some(of), None) => side(of),
        _ => word(key::CRITICAL_NO_LIMIT).into_any(),
    };
    let facts = facts(&it);
    let next = next(patient, &it, may_answer);
    view! {
        <CardOf title=title id=id>
            <div class="card__body stack">
                <StatTiles><StatTile label=word(key::CRITICAL_VALUE) value=value unit=unit>{says}</StatTile></StatTiles>
                {facts}
                {next}
            </div>
        </CardOf>
    }
    .into_any()
}

fn at(at: Moment, by: Option<&str>) -> AnyView {
    let by = somebody(by);
    view! { <Time at=Signal::stored(Some(at)) style=TimeStyle::DateClock/>" · "<bdi>{by}</bdi> }.into_any()
}

fn facts(it: &Loop) -> AnyView {
    let (what, stands) = (named(&it.name, it.code.is_some()), state(it.state));
    let measured_at = it.measured_at;
    let reported = at(it.reported_at, it.reported_by.as_deref());
    let reason = it
        .reason
        .clone()
        .map(|reason| view! { <Known what=word(key::CRITICAL_REASON)><bdi>{reason}</bdi></Known> }.into_any());
    let read = agreed(it).map(|read| {
        let read = at(read.at, read.by.as_deref());
        view! { <Known what=word(key::CRITICAL_READ)>{read}</Known> }.into_any()
    });
    let tries = tries(it).map(|tries| view! { <Known what=word(key::CRITICAL_TRIES)>{tries}</Known> }.into_any());
    view! {
        <Facts>
            <Known what=word(key::CRITICAL_TEST)>{what}</Known>
            <Known what=word(key::STATE)>{stands}</Known>
            <Known what=word(key::CRITICAL_MEASURED)><Time at=Signal::stored(Some(measured_at)) style=TimeStyle::DateClock/></Known>
            <Known what=word(key::CRITICAL_REPORTED)>{reported}</Known>
            {reason}
            {read}
            {tries}
        </Facts>
    }
    .into_any()
}

/// The try that agreed.
fn agreed(it: &Loop) -> Option<&Read> {
    it.reads.iter().find(|read| read.agrees)
}

/// Tries that differed, each with who and when: what was misheard is what reading back finds.
fn tries(it: &Loop) -> Option<AnyView> {
    let lines: Vec<AnyView> = it
        .reads
        .iter()
        .filter(|read| !read.agrees)
        .map(|read| {
            let (at, by) = (read.at, somebody(read.by.as_deref()));
            let said = tell(say::critical_try(by, measured(&read.value, &it.unit)));
            view! { <li><Time at=Signal::stored(Some(at)) style=TimeStyle::Clock/>" · "{said}</li> }.into_any()
        })
        .collect();
    (!lines.is_empty()).then(|| view! { <ul class="lines">{lines.collect_view()}</ul> }.into_any())
}

/// Which form of which value this is.
fn of(act: &str, it: &Loop) -> Of {
    Of("form", format!("{act}-{}", it.id))
}

fn hidden(act: &str, it: &Loop) -> Vec<(&'static str, String)> {
    vec![("act", act.to_owned()), ("id", it.id.to_string())]
}

/// The next step, for who may take it; and the way back for whoever reported it.
fn next(patient: PatientId, it: &Loop, may_answer: bool) -> AnyView {
    let step = match it.state {
        State::Open if it.mine => {
            Some(view! { <Note icon="people">{word(key::CRITICAL_BY_ANOTHER)}</Note> }.into_any())
        }
        State::Open if may_answer => Some(read_back(patient, it)),
        State::Read if may_answer => Some(close(patient, it)),
        _ => None,
    };
    let withdraw = it.mine.then(|| withdraw(patient, it));
    view! { {step}{withdraw} }.into_any()
}

/// The field is empty: it is typed, never confirmed.
fn read_back(patient: PatientId, it: &Loop) -> AnyView {
    let of = of("read-back", it);
    let label = match it.unit.as_str() {
        "" => word(key::CRITICAL_TYPE_IT).to_owned(),
        unit => format!("{} ({unit})", word(key::CRITICAL_TYPE_IT)),
    };
    view! {
        <Form class="form" action=routes::critical_of(patient) hidden=hidden("read-back", it)>
            <Line name="value" label=label hint=word(key::CRITICAL_TYPE_HINT) inputmode="decimal" most=16 of=of/>
            <div class="form__end"><Button look=Look::Primary>{word(key::CRITICAL_READ_IT)}</Button></div>
        </Form>
    }
    .into_any()
}

fn close(patient: PatientId, it: &Loop) -> AnyView {
    let of = of("close", it);
    view! {
        <Form class="form" action=routes::critical_of(patient) hidden=hidden("close", it)>
            <Line name="action" label=word(key::CRITICAL_CLOSE_WHAT) most=500 of=of/>
            <div class="form__end"><Button look=Look::Primary>{word(key::CRITICAL_CLOSE)}</Button></div>
        </Form>
    }
    .into_any()
}

fn withdraw(patient: PatientId, it: &Loop) -> AnyView {
    let of = of("withdraw", it);
    let open = of.came_back();
    let form = hidden("withdraw", it);
    view! {
        <Confirm verb=word(key::CRITICAL_WITHDRAW) open=open>
            <Form class="confirm__form" action=routes::critical_of(patient) hidden=form>
                <p>{word(key::CRITICAL_WITHDRAW_MEANS)}</p>
                <Line name="reason" label=word(key::WHY) most=200 of=of/>
                <Button look=Look::Inverse class="btn--small">{word(key::CRITICAL_WITHDRAW)}</Button>
            </Form>
        </Confirm>
    }
    .into_any()
}

/// What is over, the newest first.
fn ended(ended: Vec<Loop>) -> AnyView {
    if ended.is_empty() {
        return view! { <Empty icon="clipboard" title=word(key::CRITICAL_OVER_NONE) text=word(key::CRITICAL_OVER_NONE_TEXT)/> }
            .into_any();
    }
    let rows = ended.into_iter().map(row).collect_view();
    let heads = [
        word(key::CRITICAL_TEST),
        word(key::CRITICAL_REPORTED),
        word(key::CRITICAL_TOLD),
        word(key::CRITICAL_READ),
        word(key::CRITICAL_ENDED),
    ]
    .map(Head::words)
    .to_vec();
    view! { <Table caption=word(key::CRITICAL_OVER) heads=heads>{rows}</Table> }.into_any()
}

fn row(it: Loop) -> AnyView {
    let what = named(&it.name, it.code.is_some());
    let value = measured(&it.value, &it.unit);
    let mark = it.side.map(|of| view! { " "{side(of)} }.into_any());
    let reported = at(it.reported_at, it.reported_by.as_deref());
    let told = told(&it.steps);
    let read = match agreed(&it) {
        Some(read) => at(read.at, read.by.as_deref()),
        None => "–".into_any(),
    };
    let tries = tries(&it);
    let (when, who, words) = match it.state {
        State::Withdrawn => (it.withdrawn_at, it.reported_by.clone(), it.withdrawn_reason.clone()),
        _ => (it.closed_at, it.closed_by.clone(), it.action.clone()),
    };
    let (stands, words) = (state(it.state), words.unwrap_or_default());
    let when = when.map(|when| at(when, who.as_deref()));
    view! {
        <tr>
            <th scope="row">{what}<br/><bdi>{value}</bdi>{mark}</th>
            <td data-head=word(key::CRITICAL_REPORTED)>{reported}</td>
            <td data-head=word(key::CRITICAL_TOLD)>{told}</td>
            <td data-head=word(key::CRITICAL_READ)>{read}{tries}</td>
            <td data-head=word(key::CRITICAL_ENDED)>{stands}" "{when}<br/><bdi>{words}</bdi></td>
        </tr>
    }
    .into_any()
}
