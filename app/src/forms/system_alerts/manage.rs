//! Who runs a hospital writes what concerns its people and says that it is over; who runs the platform does it for every hospital.

use domain::actor::Role;
use domain::ids::WardId;
use domain::system_alerts::typed::LONGEST;
use domain::system_alerts::{Severity, Type, Whom};
use hospital::system_alerts::{Line as Alert, Management};
use leptos::prelude::*;
use ui::lang::{self, Arg, key, say, weave, word};
use ui::{
    Button, Card, Checkbox, Confirm, Empty, Form, Head, Link, Look, PageHead, Reach, Table, TextArea, Time, TimeStyle,
};

use super::super::parts::{Choice, Line, Of, Said, choose, fault, typed};
use super::{ends, kind, said, words};
use crate::portals;
use crate::routes;

/// The page.
pub fn page(found: Management) -> AnyView {
    let as_of = weave(
        say::as_of(Arg::hole(0)),
        [view! { <Time at=Signal::stored(Some(found.rendered_at)) style=TimeStyle::Seconds/> }.into_any()],
    );
    let lines = lines(found.lines);
    let form = form(found.wards, found.may_everywhere);
    view! {
        <PageHead title=word(key::SYSTEM_ALERTS_SET) context=word(key::SYSTEM_ALERTS_SET_CONTEXT)>
            <Link href=routes::SYSTEM_ALERTS reach=Reach::Alone>{word(key::SYSTEM_ALERTS)}</Link>
            <span class="second">{as_of}</span>
        </PageHead>
        <Said/>
        <div class="stack">
            <Card title=word(key::SYSTEM_ALERTS_NOW) id="now">{lines}</Card>
            {form}
        </div>
    }
    .into_any()
}

fn lines(lines: Vec<Alert>) -> AnyView {
    if lines.is_empty() {
        return view! { <Empty title=word(key::SYSTEM_ALERTS_NONE) text=word(key::SYSTEM_ALERTS_NONE_TEXT)/> }
            .into_any();
    }
    let rows = lines.into_iter().map(line).collect_view();
    let heads = [
        word(key::SYSTEM_ALERT),
        word(key::SYSTEM_ALERT_KIND),
        word(key::SYSTEM_ALERT_WHOM),
        word(key::SYSTEM_ALERT_FROM),
        word(key::SYSTEM_ALERT_UNTIL),
        word(key::SYSTEM_ALERT_BY),
        "",
    ]
    .map(Head::words)
    .to_vec();
    view! { <Table caption=word(key::SYSTEM_ALERTS_NOW) heads=heads>{rows}</Table> }.into_any()
}

fn line(line: Alert) -> AnyView {
    let Alert {
        alert,
        whom,
        ward,
        by,
        may_resolve,
    } = line;
    let whom = whom_words(&whom, ward);
    let by = if by.is_empty() {
        word(key::SYSTEM_ALERT_BY_HOUSE).to_owned()
    } else {
        by
    };
    let resolve = may_resolve.then(|| resolve(alert.id.to_string()));
    let (said, kind, starts, ends) = (said(&alert), kind(&alert), alert.starts, ends(&alert));
    view! {
        <tr>
            <th scope="row">{said}</th>
            <td data-head=word(key::SYSTEM_ALERT_KIND)>{kind}</td>
            <td data-head=word(key::SYSTEM_ALERT_WHOM)><bdi>{whom}</bdi></td>
            <td data-head=word(key::SYSTEM_ALERT_FROM)><Time at=Signal::stored(Some(starts)) style=TimeStyle::DateClock/></td>
            <td data-head=word(key::SYSTEM_ALERT_UNTIL)>{ends}</td>
            <td data-head=word(key::SYSTEM_ALERT_BY)><bdi>{by}</bdi></td>
            <td><div class="acts">{resolve}</div></td>
        </tr>
    }
    .into_any()
}

fn resolve(id: String) -> AnyView {
    let of = Of("id", id.clone());
    let open = of.came_back();
    let hidden = vec![("act", "resolve".to_owned()), ("id", id)];
    view! {
        <Confirm verb=word(key::SYSTEM_ALERT_RESOLVE) open=open>
            <Form class="confirm__form" action=routes::SET_SYSTEM_ALERTS hidden=hidden>
                <p>{word(key::SYSTEM_ALERT_RESOLVE_MEANS)}</p>
                <Line name="note" label=word(key::SYSTEM_ALERT_NOTE) most=500 of=of/>
                <Button look=Look::Inverse class="btn--small">{word(key::SYSTEM_ALERT_RESOLVE)}</Button>
            </Form>
        </Confirm>
    }
    .into_any()
}

fn form(wards: Vec<(WardId, String)>, may_everywhere: bool) -> AnyView {
    let kinds = choose(Type::ALL.map(|it| (it.name().to_owned(), words::kind(it).to_owned())));
    let severities = choose(Severity::ALL.map(|it| (it.name().to_owned(), words::severity(it).to_owned())));
    let groups = [
        ("everybody", key::SYSTEM_ALERT_EVERYBODY),
        ("staff", key::SYSTEM_ALERT_STAFF),
        ("clinical", key::SYSTEM_ALERT_CLINICAL),
        ("portal", key::SYSTEM_ALERT_PORTAL),
    ]
    .map(|(value, name)| (value.to_owned(), word(name).to_owned()));
    let roles = Role::ALL
        .into_iter()
        .map(|role| (role.name().to_owned(), portals::role_in_words(role).to_owned()));
    let wards = wards.into_iter().map(|(ward, name)| (format!("ward:{ward}"), name));
    let whom = choose(groups.into_iter().chain(wards).chain(roles));
    let everywhere = may_everywhere.then(|| {
        let checked = typed("everywhere").is_some_and(|value| !value.is_empty());
        view! { <Checkbox name="everywhere" checked=checked>{word(key::SYSTEM_ALERT_TO_ALL)}</Checkbox> }.into_any()
    });
    let text = |name: &'static str, label: &'static str| {
        let most = u32::try_from(LONGEST).unwrap_or(u32::MAX);
        let (value, error) = (typed(name).unwrap_or_default(), fault(name).unwrap_or_default());
        view! { <TextArea name=name label=label value=value error=error most=most rows=2 optional=true/> }.into_any()
    };
    let texts = [
        text("en", word(key::SYSTEM_ALERT_IN_ENGLISH)),
        text("fr", word(key::SYSTEM_ALERT_IN_FRENCH)),
        text("ar", word(key::SYSTEM_ALERT_IN_ARABIC)),
    ];
    view! {
        <Card title=word(key::SYSTEM_ALERT_WRITE) id="write">
            <Form class="card__body form" action=routes::SET_SYSTEM_ALERTS hidden=vec![("act", "write".to_owned())]>
                <Choice name="kind" label=word(key::SYSTEM_ALERT_KIND) answers=kinds/>
                <Choice name="severity" label=word(key::SYSTEM_ALERT_SEVERITY) answers=severities hint=word(key::SYSTEM_ALERT_SEVERITY_HINT)/>
                <p class="second">{word(key::SYSTEM_ALERT_LANGUAGES)}</p>
                {texts.into_iter().collect_view()}
                <Choice name="whom" label=word(key::SYSTEM_ALERT_WHOM) answers=whom hint=word(key::SYSTEM_ALERT_WHOM_HINT)/>
                {everywhere}
                <Line name="from_day" label=word(key::SYSTEM_ALERT_FROM_DAY) kind="date" hint=word(key::SYSTEM_ALERT_FROM_HINT) optional=true/>
                <Line name="from" label=word(key::SYSTEM_ALERT_FROM_TIME) most=5 optional=true/>
                <Line name="until_day" label=word(key::SYSTEM_ALERT_UNTIL_DAY) kind="date" hint=word(key::SYSTEM_ALERT_UNTIL_HINT) optional=true/>
                <Line name="until" label=word(key::SYSTEM_ALERT_UNTIL_TIME) most=5 optional=true/>
                <div class="form__end"><Button look=Look::Primary>{word(key::SYSTEM_ALERT_WRITE)}</Button></div>
            </Form>
        </Card>
    }
    .into_any()
}

/// Whom it affects.
fn whom_words(whom: &Whom, ward: String) -> String {
    match whom {
        Whom::Everybody => word(key::SYSTEM_ALERT_EVERYBODY).to_owned(),
        Whom::Ward(_) => ward,
        Whom::Roles(roles) => {
            let names: Vec<String> = roles
                .iter()
                .map(|role| portals::role_in_words(*role).to_owned())
                .collect();
            lang::listed(&names)
        }
    }
}
