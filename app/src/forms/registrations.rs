//! Who registered in the portal, beside the charts that could be theirs: staff say which one it is, or why not.

use hospital::patients::applications::{Application, Candidate, REASONS, Waiting};
use hospital::patients::corrections;
use leptos::prelude::*;
use ui::lang::{self, Arg, key, say, tell, weave, word};
use ui::{Button, CardOf, Empty, Form, Head, PageHead, Table, Time, TimeStyle};

use super::parts::{Act, Choice, Confirm, Line, Of, Said};
use crate::routes;

/// The page: who registered, and who says that their chart has them wrong.
pub fn page(waiting: Waiting, wrong: Vec<corrections::Waiting>) -> AnyView {
    let none = waiting.applications.is_empty();
    let cards = waiting.applications.into_iter().map(card).collect_view();
    view! {
        <PageHead title=word(key::REGISTRATIONS)/>
        <Said/>
        {none.then(|| view! { <Empty title=word(key::NOBODY_WAITS) text=word(key::WHO_REGISTERS_IN_THE)/> }.into_any())}
        {cards}
        {(!wrong.is_empty()).then(|| corrections(wrong))}
    }
    .into_any()
}

/// What people say is wrong in their charts.
fn corrections(wrong: Vec<corrections::Waiting>) -> AnyView {
    let heads = [
        word(key::CHART),
        word(key::NUMBER_HERE),
        word(key::DATE_OF_BIRTH),
        word(key::IN_THEIR_WORDS),
        word(key::SINCE),
        "",
    ]
    .map(Head::words);
    let rows = wrong
        .into_iter()
        .map(|it| {
            let (name, id) = (it.person.staff_name(), it.id.to_string());
            let label = tell(say::looked_at_what(name.as_str()));
            view! {
                <tr>
                    <th scope="row">{name}</th>
                    <td data-head=word(key::NUMBER_HERE) class="code">{it.person.hospital_number.clone()}</td>
                    <td data-head=word(key::DATE_OF_BIRTH) class="num">{date(it.person.born_on)}</td>
                    <td data-head=word(key::IN_THEIR_WORDS)>{it.words}</td>
                    <td data-head=word(key::SINCE)><Time at=Signal::stored(Some(it.asked_at)) style=TimeStyle::DateClock/></td>
                    <td><Act action=routes::REGISTRATIONS_CORRECTION fields=vec![("correction", id)] verb=word(key::LOOKED_AT) label=label/></td>
                </tr>
            }
            .into_any()
        })
        .collect_view();
    view! {
        <h2>{word(key::SOMETHING_IS_WRONG_IN)}</h2>
        <Table caption=word(key::WHAT_PEOPLE_SAY_IS) heads=heads.into()>{rows}</Table>
    }
    .into_any()
}

fn card(application: Application) -> AnyView {
    let heading = format!("registration-{}", application.id);
    let id = application.id.to_string();
    let heads = vec![
        Head::words(""),
        Head::words(word(key::NAME)),
        Head::words(word(key::DATE_OF_BIRTH)),
        Head::words(word(key::HEALTH_ID)),
        Head::words(word(key::NUMBER_HERE)),
        Head::words(""),
    ];
    let none = application.candidates.is_empty();
    let typed = view! {
        <tr>
            <th scope="row">{word(key::AS_TYPED)}</th>
            <td data-head=word(key::NAME)>{format!("{}, {}", application.applicant.family_name, application.applicant.given_name)}</td>
            <td data-head=word(key::DATE_OF_BIRTH) class="num">{date(application.applicant.born_on)}</td>
            <td data-head=word(key::HEALTH_ID) class="code">{application.applicant.health_id.clone()}</td>
            <td></td>
            <td></td>
        </tr>
    }
    .into_any();
    let charts = application
        .candidates
        .iter()
        .map(|chart| candidate(&application, chart))
        .collect_view();
    let phone = application.applicant.phone.as_ref().map(|phone| format!(" · {phone}"));
    let confirmed = weave(
        say::address_confirmed_at(Arg::hole(0)),
        [view! { <Time at=Signal::stored(Some(application.verified_at)) style=TimeStyle::DateClock/> }.into_any()],
    );
    view! {
        <CardOf title=format!("{} {}", application.applicant.given_name, application.applicant.family_name) id=heading>
            <div class="card__body stack">
                <p class="quiet">{application.applicant.email.clone()}{phone}" · "{confirmed}</p>
                <Table caption=word(key::CHARTS_THAT_COULD_BE) heads=heads>{typed}{charts}</Table>
                {none.then(|| view! { <p>{word(key::NO_CHART_OF_THIS)}</p> }.into_any())}
                {refuse(id)}
            </div>
        </CardOf>
    }
    .into_any()
}

fn candidate(application: &Application, chart: &Candidate) -> AnyView {
    let mark = |same: bool| {
        if same {
            String::new()
        } else {
            format!(" {}", word(key::DIFFERS))
        }
    };
    let same_name = application.applicant.family_name.to_lowercase() == chart.family_name.to_lowercase()
        && application.applicant.given_name.to_lowercase() == chart.given_name.to_lowercase();
    let act = if chart.has_account {
        word(key::HAS_AN_ACCOUNT_ALREADY).into_any()
    } else {
        let fields = vec![
            ("application", application.id.to_string()),
            ("patient", chart.patient.to_string()),
        ];
        let label = tell(say::confirm_chart(chart.hospital_number.as_str()));
        view! {
            <Confirm action=routes::REGISTRATIONS_CONFIRM fields=fields verb=word(key::CONFIRM) label=label
                means=word(key::FROM_NOW_ON_THIS)/>
        }
        .into_any()
    };
    view! {
        <tr>
            <th scope="row">{word(key::CHART)}</th>
            <td data-head=word(key::NAME)>{format!("{}, {}{}", chart.family_name, chart.given_name, mark(same_name))}</td>
            <td data-head=word(key::DATE_OF_BIRTH) class="num">{format!("{}{}", date(chart.born_on), mark(chart.born_on == application.applicant.born_on))}</td>
            <td data-head=word(key::HEALTH_ID) class="code">{format!("{}{}", chart.health_id, mark(chart.health_id == application.applicant.health_id))}</td>
            <td data-head=word(key::NUMBER_HERE) class="code">{chart.hospital_number.clone()}</td>
            <td><div class="acts">{act}</div></td>
        </tr>
    }
    .into_any()
}

fn refuse(id: String) -> AnyView {
    let of = || Of("application", id.clone());
    let reasons = REASONS
        .iter()
        .map(|(name, words)| ((*name).to_owned(), lang::of_english(words)))
        .collect();
    let (list, line) = (of(), of());
    view! {
        <Form class="form form--wide" action=routes::REGISTRATIONS_REFUSE hidden=vec![("application", id)]>
            <Choice name="reason" label=word(key::REASON_TO_REFUSE) answers=reasons of=list/>
            <Line name="words" label=word(key::IN_WORDS_STAYS_IN) open=true of=line/>
            <div class="form__end"><Button>{word(key::REFUSE)}</Button></div>
        </Form>
    }
    .into_any()
}

fn date((year, month, day): (i32, u8, u8)) -> String {
    tell(say::date_long(day, ui::time::month(month), year))
}
