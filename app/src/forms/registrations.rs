//! Who registered in the portal, beside the charts that could be theirs: staff say which one it is, or why not.

use hospital::patients::applications::{Application, Candidate, REASONS, Waiting};
use hospital::patients::corrections;
use leptos::prelude::*;
use ui::{Button, Empty, Head, PageHead, Table, Time, TimeStyle};

use super::parts::{Act, Confirm, Said};
use crate::routes;

/// The page: who registered, and who says that their chart has them wrong.
pub fn page(waiting: Waiting, wrong: Vec<corrections::Waiting>) -> AnyView {
    let none = waiting.applications.is_empty();
    let cards = waiting.applications.into_iter().map(card).collect_view();
    view! {
        <PageHead title="Registrations"/>
        <Said/>
        {none.then(|| view! { <Empty title="Nobody waits" text="Who registers in the portal and has confirmed the e-mail address comes here by themselves."/> }.into_any())}
        {cards}
        {(!wrong.is_empty()).then(|| corrections(wrong))}
    }
    .into_any()
}

/// What people say is wrong in their charts.
fn corrections(wrong: Vec<corrections::Waiting>) -> AnyView {
    let heads = ["Chart", "Number here", "Date of birth", "In their words", "Since", ""].map(Head::words);
    let rows = wrong
        .into_iter()
        .map(|it| {
            let (name, id) = (it.person.staff_name(), it.id.to_string());
            let label = format!("Looked at: what {name} wrote");
            view! {
                <tr>
                    <th scope="row">{name}</th>
                    <td data-head="Number here" class="code">{it.person.hospital_number.clone()}</td>
                    <td data-head="Date of birth" class="num">{date(it.person.born_on)}</td>
                    <td data-head="In their words">{it.words}</td>
                    <td data-head="Since"><Time at=Signal::stored(Some(it.asked_at)) style=TimeStyle::DateClock/></td>
                    <td><Act action=routes::REGISTRATIONS_CORRECTION fields=vec![("correction", id)] verb="Looked at" label=label/></td>
                </tr>
            }
            .into_any()
        })
        .collect_view();
    view! {
        <h2>"Something is wrong in a chart"</h2>
        <Table caption="What people say is wrong in their charts" heads=heads.into()>{rows}</Table>
    }
    .into_any()
}

fn card(application: Application) -> AnyView {
    let heading = format!("registration-{}", application.id);
    let (id, labelled) = (application.id.to_string(), heading.clone());
    let heads = vec![
        Head::words(""),
        Head::words("Name"),
        Head::words("Date of birth"),
        Head::words("Health id"),
        Head::words("Number here"),
        Head::words(""),
    ];
    let none = application.candidates.is_empty();
    let typed = view! {
        <tr>
            <th scope="row">"As typed"</th>
            <td data-head="Name">{format!("{}, {}", application.applicant.family_name, application.applicant.given_name)}</td>
            <td data-head="Date of birth" class="num">{date(application.applicant.born_on)}</td>
            <td data-head="Health id" class="code">{application.applicant.health_id.clone()}</td>
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
    view! {
        <section class="card" aria-labelledby=labelled>
            <div class="card__body">
                <h2 id=heading>{format!("{} {}", application.applicant.given_name, application.applicant.family_name)}</h2>
                <p class="quiet">{application.applicant.email.clone()}{phone}" · address confirmed "<Time at=Signal::stored(Some(application.verified_at)) style=TimeStyle::DateClock/></p>
                <Table caption="Charts that could be theirs" heads=heads>{typed}{charts}</Table>
                {none.then(|| view! { <p>"No chart of this hospital has this health id, or this date of birth with this family name."</p> }.into_any())}
                {refuse(id)}
            </div>
        </section>
    }
    .into_any()
}

fn candidate(application: &Application, chart: &Candidate) -> AnyView {
    let mark = |same: bool| if same { "" } else { " (differs)" };
    let same_name = application.applicant.family_name.to_lowercase() == chart.family_name.to_lowercase()
        && application.applicant.given_name.to_lowercase() == chart.given_name.to_lowercase();
    let act = if chart.has_account {
        "Has an account already".into_any()
    } else {
        let fields = vec![
            ("application", application.id.to_string()),
            ("patient", chart.patient.to_string()),
        ];
        let label = format!("Confirm that this is chart {}", chart.hospital_number);
        view! {
            <Confirm action=routes::REGISTRATIONS_CONFIRM fields=fields verb="Confirm" label=label
                means="From now on this account shows everything of this chart that the portal shows. Be sure that it is the same person."/>
        }
        .into_any()
    };
    view! {
        <tr>
            <th scope="row">"Chart"</th>
            <td data-head="Name">{format!("{}, {}{}", chart.family_name, chart.given_name, mark(same_name))}</td>
            <td data-head="Date of birth" class="num">{format!("{}{}", date(chart.born_on), mark(chart.born_on == application.applicant.born_on))}</td>
            <td data-head="Health id" class="code">{format!("{}{}", chart.health_id, mark(chart.health_id == application.applicant.health_id))}</td>
            <td data-head="Number here" class="code">{chart.hospital_number.clone()}</td>
            <td><div class="acts">{act}</div></td>
        </tr>
    }
    .into_any()
}

fn refuse(id: String) -> AnyView {
    let (reason_id, words_id) = (format!("reason-{id}"), format!("words-{id}"));
    let reasons = REASONS
        .iter()
        .map(|(name, words)| view! { <option value=*name>{*words}</option> }.into_any())
        .collect_view();
    view! {
        <form class="form form--wide" method="post" action=routes::REGISTRATIONS_REFUSE>
            <input type="hidden" name="application" value=id/>
            <div class="field">
                <label class="field__label" for=reason_id.clone()>"Reason to refuse"</label>
                <div class="field__box"><select class="field__input" id=reason_id name="reason">{reasons}</select></div>
            </div>
            <div class="field">
                <label class="field__label" for=words_id.clone()>"In words (stays in the hospital)"</label>
                <div class="field__box"><input class="field__input" id=words_id name="words" autocomplete="off"/></div>
            </div>
            <div class="form__end"><Button>"Refuse"</Button></div>
        </form>
    }
    .into_any()
}

fn date((year, month, day): (i32, u8, u8)) -> String {
    format!("{day} {} {year}", ui::time::month(month))
}
