//! Papers that say who a patient is, and who pays for them: their card on the record, and the page on which they are written.

use domain::ids::PatientId;
use domain::patients::papers::{Day, Document, KINDS, Policy, RANKS, in_words};
use hospital::patients::identity::Identity;
use hospital::patients::papers::{Held, Papers};
use leptos::prelude::*;
use ui::{Button, Card, Chip, Empty, Head, Look, Table, Time, TimeStyle};

use super::birth;
use super::record::{banner, to_record};
use crate::forms::parts::{Act, Choice, Line, Said};
use crate::routes;

/// The page.
pub fn page(identity: Identity, papers: Papers, insurance: bool) -> AnyView {
    let patient = identity.person.id;
    let here = routes::papers_of(patient, insurance);
    let Papers {
        documents,
        policies,
        may_change,
    } = papers;
    let cards = match insurance {
        false => {
            let (list, form) = (documents_table(&here, documents, may_change), add_document(&here));
            let add =
                may_change.then(|| view! { <Card title="Another document" id="paper-new">{form}</Card> }.into_any());
            view! { <Card title="Identity documents" id="documents">{list}</Card>{add} }.into_any()
        }
        true => {
            let (list, form) = (policies_table(&here, policies, may_change), add_policy(&here));
            let add =
                may_change.then(|| view! { <Card title="Another policy" id="paper-new">{form}</Card> }.into_any());
            view! { <Card title="Insurance" id="policies">{list}</Card>{add} }.into_any()
        }
    };
    view! {
        {banner(&identity, None, to_record(patient))}
        <Said/>
        <div class="stack">{cards}</div>
    }
    .into_any()
}

/// The two cards of the record, each with the way to its page.
pub fn cards(patient: PatientId, papers: Papers) -> AnyView {
    let way = |insurance: bool, label: &'static str| {
        view! { <a class="link link--alone" href=routes::papers_of(patient, insurance) aria-label=label>"Open"</a> }
            .into_any()
    };
    view! {
        <Card title="Identity documents" id="documents" tools=way(false, "Open identity documents")>{documents_table("", papers.documents, false)}</Card>
        <Card title="Insurance" id="policies" tools=way(true, "Open insurance")>{policies_table("", papers.policies, false)}</Card>
    }
    .into_any()
}

fn number(number: String) -> String {
    if number.is_empty() { "Erased".to_owned() } else { number }
}

fn until(day: Option<Day>) -> String {
    day.map_or("No end known".to_owned(), |day| birth(day, false))
}

fn documents_table(here: &str, documents: Vec<Held<Document>>, may_change: bool) -> AnyView {
    if documents.is_empty() {
        return view! { <Empty icon="document" title="No paper is written" text="What says who this person is stands here once somebody has written it."/> }.into_any();
    }
    let rows = documents
        .into_iter()
        .map(|held| {
            let kind = in_words(&held.what.kind).to_owned();
            let seen = match &held.verified {
                Some((at, by)) => {
                    let by = by.clone().unwrap_or_else(|| "somebody of another hospital".to_owned());
                    view! { <Chip look="ok" icon="check">"Seen"</Chip>" "<Time at=Signal::stored(Some(*at)) style=TimeStyle::DateClock/>" · "{by} }.into_any()
                }
                None => view! { <Chip look="line">"Nobody saw the paper"</Chip> }.into_any(),
            };
            let acts = (may_change && held.is_ours).then(|| {
                let id = || ("id", held.id.to_string());
                let verify = held.verified.is_none().then(|| {
                    let label = format!("I saw the paper itself: {kind}");
                    view! { <Act action=here.to_owned() fields=vec![("act", "verify".into()), id()] verb="I saw the paper" label=label/> }.into_any()
                });
                let label = format!("End: {kind}");
                view! { {verify}<Act action=here.to_owned() fields=vec![("act", "end".into()), id()] verb="End" label=label/> }.into_any()
            });
            view! {
                <tr>
                    <th scope="row">{kind.clone()}</th>
                    <td data-head="Number" class="code">{number(held.what.number)}</td>
                    <td data-head="Country">{held.what.country}</td>
                    <td data-head="Valid until" class="num">{until(held.what.valid_until)}</td>
                    <td data-head="Seen">{seen}</td>
                    <td><div class="acts">{acts}</div></td>
                </tr>
            }
            .into_any()
        })
        .collect_view();
    let heads = ["Paper", "Number", "Country", "Valid until", "Seen", ""]
        .map(Head::words)
        .to_vec();
    view! { <Table caption="Identity documents" heads=heads>{rows}</Table> }.into_any()
}

fn policies_table(here: &str, policies: Vec<Held<Policy>>, may_change: bool) -> AnyView {
    if policies.is_empty() {
        return view! { <Empty icon="banknote" title="No policy is written" text="Who pays stands here once somebody has written it."/> }.into_any();
    }
    let rows = policies
        .into_iter()
        .map(|held| {
            let end = (may_change && held.is_ours).then(|| {
                let label = format!("End: {}", held.what.payer);
                let fields = vec![("act", "end".to_owned()), ("id", held.id.to_string())];
                view! { <Act action=here.to_owned() fields=fields verb="End" label=label/> }.into_any()
            });
            view! {
                <tr>
                    <th scope="row">{held.what.payer}</th>
                    <td data-head="Rank">{in_words(&held.what.rank).to_owned()}</td>
                    <td data-head="Number" class="code">{number(held.what.number)}</td>
                    <td data-head="Covers">{held.what.coverage}</td>
                    <td data-head="Since" class="num">{birth(held.what.since, false)}</td>
                    <td data-head="Until" class="num">{until(held.what.until)}</td>
                    <td><div class="acts">{end}</div></td>
                </tr>
            }
            .into_any()
        })
        .collect_view();
    let heads = ["Who pays", "Rank", "Number", "Covers", "Since", "Until", ""]
        .map(Head::words)
        .to_vec();
    view! { <Table caption="Insurance" heads=heads>{rows}</Table> }.into_any()
}

fn choose(answers: &[(&str, &str)]) -> Vec<(String, String)> {
    let answers = answers
        .iter()
        .map(|(word, words)| ((*word).to_owned(), (*words).to_owned()));
    std::iter::once((String::new(), "Choose".to_owned()))
        .chain(answers)
        .collect()
}

fn add_document(here: &str) -> AnyView {
    view! {
        <form class="card__body form" method="post" action=here.to_owned()>
            <input type="hidden" name="act" value="add"/>
            <Choice name="kind" label="What kind of paper" answers=choose(&KINDS)/>
            <Line name="number" label="Number" hint="As the paper has it."/>
            <Line name="country" label="Country that issued it" hint="Two letters, such as KE."/>
            <Line name="until" label="Valid until" kind="date" optional=true/>
            <div class="form__end"><Button look=Look::Primary>"Add this document"</Button></div>
        </form>
    }
    .into_any()
}

fn add_policy(here: &str) -> AnyView {
    view! {
        <form class="card__body form" method="post" action=here.to_owned()>
            <input type="hidden" name="act" value="add"/>
            <Line name="payer" label="Who pays" hint="The insurer or the fund."/>
            <Line name="number" label="Number of the policy"/>
            <Choice name="rank" label="Rank" answers=choose(&RANKS)/>
            <Line name="coverage" label="What it covers" hint="Such as dialysis three times a week, 80 %." optional=true/>
            <Line name="since" label="Since" kind="date" hint="Today, when it stays open." optional=true/>
            <Line name="until" label="Last day" kind="date" optional=true/>
            <div class="form__end"><Button look=Look::Primary>"Add this policy"</Button></div>
        </form>
    }
    .into_any()
}
