//! Papers that say who a patient is, and who pays for them: their card on the record, and the page on which they are written.

use domain::ids::PatientId;
use domain::patients::papers::{Day, Document, KINDS, Policy, RANKS, in_words};
use domain::time::{Civil, Zone};
use hospital::patients::identity::Identity;
use hospital::patients::papers::{Held, Papers};
use leptos::prelude::*;
use ui::lang::{self, key, say, tell, word};
use ui::{Button, Card, Chip, Empty, Form, Head, Look, Table, Time, TimeStyle};

use super::banner::{banner, to_record};
use super::lines::before;
use super::{birth, today};
use crate::forms::parts::{self, Act, Choice, Line, Said};
use crate::routes;

/// The page.
pub fn page(identity: Identity, papers: Papers, insurance: bool) -> AnyView {
    let patient = identity.person.id;
    let here = routes::papers_of(patient, insurance);
    let today = today(&identity.zone);
    let Papers {
        documents,
        policies,
        ended_documents,
        ended_policies,
        older_documents,
        older_policies,
        may_change,
    } = papers;
    let cards = match insurance {
        false => {
            let (list, form) = (
                documents_table(&here, documents, may_change, today),
                add_document(&here),
            );
            let add = may_change
                .then(|| view! { <Card title=word(key::ANOTHER_DOCUMENT) id="paper-new">{form}</Card> }.into_any());
            view! { <Card title=word(key::IDENTITY_DOCUMENTS) id="documents">{list}</Card>{add}{before(&here, (ended_documents, older_documents), &[], "", document_in_words)} }.into_any()
        }
        true => {
            let (list, form) = (policies_table(&here, policies, may_change, today), add_policy(&here));
            let add = may_change
                .then(|| view! { <Card title=word(key::ANOTHER_POLICY) id="paper-new">{form}</Card> }.into_any());
            view! { <Card title=word(key::INSURANCE) id="policies">{list}</Card>{add}{before(&here, (ended_policies, older_policies), &[], "", policy_in_words)} }.into_any()
        }
    };
    view! {
        {banner(&identity, to_record(patient))}
        <Said/>
        <div class="stack">{cards}</div>
    }
    .into_any()
}

/// The two cards of the record, each with the way to its page.
pub fn cards(patient: PatientId, papers: Papers, zone: &Zone) -> AnyView {
    let today = today(zone);
    let way = |insurance: bool, label: &'static str| {
        view! { <a class="link link--alone" href=routes::papers_of(patient, insurance) aria-label=label>{word(key::OPEN)}</a> }
            .into_any()
    };
    view! {
        <Card title=word(key::IDENTITY_DOCUMENTS) id="documents" tools=way(false, word(key::OPEN_IDENTITY_DOCUMENTS))>{documents_table("", papers.documents, false, today)}</Card>
        <Card title=word(key::INSURANCE) id="policies" tools=way(true, word(key::OPEN_INSURANCE))>{policies_table("", papers.policies, false, today)}</Card>
    }
    .into_any()
}

fn number(number: String) -> String {
    if number.is_empty() {
        word(key::ERASED).to_owned()
    } else {
        number
    }
}

fn until(day: Option<Day>) -> String {
    day.map_or(word(key::NO_END_KNOWN).to_owned(), |day| birth(day, false))
}

fn document_in_words(document: &Document) -> String {
    let kind = lang::of_english(in_words(&document.kind));
    [kind, number(document.number.clone()), document.country.clone()].join(word(key::LIST_COMMA))
}

fn policy_in_words(policy: &Policy) -> String {
    let since = birth(policy.since, false);
    [policy.payer.clone(), number(policy.number.clone()), since].join(word(key::LIST_COMMA))
}

fn expired() -> AnyView {
    view! { <Chip look="medium-soft">{word(key::EXPIRED)}</Chip> }.into_any()
}

fn documents_table(here: &str, documents: Vec<Held<Document>>, may_change: bool, today: Civil) -> AnyView {
    if documents.is_empty() {
        return view! { <Empty icon="document" title=word(key::NO_PAPER_IS_WRITTEN) text=word(key::WHAT_SAYS_WHO_THIS)/> }.into_any();
    }
    let rows = documents
        .into_iter()
        .map(|held| {
            let kind = lang::of_english(in_words(&held.what.kind));
            // A paper that was seen and has expired since says nothing any more.
            let seen = match &held.verified {
                _ if held.what.is_over(today) => expired(),
                Some((at, by)) => {
                    let by = by.clone().unwrap_or_else(|| word(key::SOMEBODY_OF_ANOTHER_HOSPITAL).to_owned());
                    view! { <Chip look="ok" icon="check">{word(key::SEEN_VERB)}</Chip>" "<Time at=Signal::stored(Some(*at)) style=TimeStyle::DateClock/>" · "{by} }.into_any()
                }
                None => view! { <Chip look="line">{word(key::NOBODY_SAW_THE_PAPER)}</Chip> }.into_any(),
            };
            let acts = (may_change && held.is_ours).then(|| {
                let id = || ("id", held.id.to_string());
                let waits = held.verified.is_none() && !held.what.is_over(today);
                let verify = waits.then(|| {
                    let label = tell(say::saw_paper_itself(kind.as_str()));
                    view! { <Act action=here.to_owned() fields=vec![("act", "verify".into()), id()] verb=word(key::I_SAW_THE_PAPER) label=label/> }.into_any()
                });
                let label = tell(say::end_of_what(kind.as_str()));
                view! { {verify}<Act action=here.to_owned() fields=vec![("act", "end".into()), id()] verb=word(key::END) label=label/> }.into_any()
            });
            view! {
                <tr>
                    <th scope="row">{kind.clone()}</th>
                    <td data-head=word(key::NUMBER) class="code">{number(held.what.number)}</td>
                    <td data-head=word(key::COUNTRY)>{held.what.country}</td>
                    <td data-head=word(key::VALID_UNTIL) class="num">{until(held.what.valid_until)}</td>
                    <td data-head=word(key::SEEN_VERB)>{seen}</td>
                    <td><div class="acts">{acts}</div></td>
                </tr>
            }
            .into_any()
        })
        .collect_view();
    let heads = [
        word(key::PAPER),
        word(key::NUMBER),
        word(key::COUNTRY),
        word(key::VALID_UNTIL),
        word(key::SEEN_VERB),
        "",
    ]
    .map(Head::words)
    .to_vec();
    view! { <Table caption=word(key::IDENTITY_DOCUMENTS) heads=heads>{rows}</Table> }.into_any()
}

fn policies_table(here: &str, policies: Vec<Held<Policy>>, may_change: bool, today: Civil) -> AnyView {
    if policies.is_empty() {
        return view! { <Empty icon="banknote" title=word(key::NO_POLICY_IS_WRITTEN) text=word(key::WHO_PAYS_STANDS_HERE)/> }.into_any();
    }
    let rows = policies
        .into_iter()
        .map(|held| {
            let end = (may_change && held.is_ours).then(|| {
                let label = tell(say::end_of_what(held.what.payer.as_str()));
                let fields = vec![("act", "end".to_owned()), ("id", held.id.to_string())];
                view! { <Act action=here.to_owned() fields=fields verb=word(key::END) label=label/> }.into_any()
            });
            let over = held.what.is_over(today).then(|| view! { " "{expired()} }.into_any());
            view! {
                <tr>
                    <th scope="row">{held.what.payer}</th>
                    <td data-head=word(key::RANK)>{lang::of_english(in_words(&held.what.rank))}</td>
                    <td data-head=word(key::NUMBER) class="code">{number(held.what.number)}</td>
                    <td data-head=word(key::COVERS)>{held.what.coverage}</td>
                    <td data-head=word(key::SINCE) class="num">{birth(held.what.since, false)}</td>
                    <td data-head=word(key::UNTIL) class="num">{until(held.what.until)}{over}</td>
                    <td><div class="acts">{end}</div></td>
                </tr>
            }
            .into_any()
        })
        .collect_view();
    let heads = [
        word(key::WHO_PAYS),
        word(key::RANK),
        word(key::NUMBER),
        word(key::COVERS),
        word(key::SINCE),
        word(key::UNTIL),
        "",
    ]
    .map(Head::words)
    .to_vec();
    view! { <Table caption=word(key::INSURANCE) heads=heads>{rows}</Table> }.into_any()
}

fn choose(answers: &[(&str, &str)]) -> Vec<(String, String)> {
    let answers = answers
        .iter()
        .map(|(value, words)| ((*value).to_owned(), lang::of_english(words)));
    parts::choose(answers)
}

fn add_document(here: &str) -> AnyView {
    view! {
        <Form class="card__body form" action=here.to_owned() hidden=vec![("act", "add".to_owned())]>
            <Choice name="kind" label=word(key::WHAT_KIND_OF_PAPER) answers=choose(&KINDS)/>
            <Line name="number" label=word(key::NUMBER) hint=word(key::AS_THE_PAPER_HAS)/>
            <Line name="country" label=word(key::COUNTRY_THAT_ISSUED_IT) hint=word(key::TWO_LETTERS_SUCH_AS)/>
            <Line name="until" label=word(key::VALID_UNTIL) kind="date" optional=true/>
            <div class="form__end"><Button look=Look::Primary>{word(key::ADD_THIS_DOCUMENT)}</Button></div>
        </Form>
    }
    .into_any()
}

fn add_policy(here: &str) -> AnyView {
    view! {
        <Form class="card__body form" action=here.to_owned() hidden=vec![("act", "add".to_owned())]>
            <Line name="payer" label=word(key::WHO_PAYS) hint=word(key::THE_INSURER_OR_THE)/>
            <Line name="number" label=word(key::NUMBER_OF_THE_POLICY)/>
            <Choice name="rank" label=word(key::RANK) answers=choose(&RANKS)/>
            <Line name="coverage" label=word(key::WHAT_IT_COVERS) hint=word(key::SUCH_AS_DIALYSIS_THREE) optional=true/>
            <Line name="since" label=word(key::SINCE) kind="date" hint=word(key::TODAY_WHEN_IT_STAYS) optional=true/>
            <Line name="until" label=word(key::LAST_DAY) kind="date" optional=true/>
            <div class="form__end"><Button look=Look::Primary>{word(key::ADD_THIS_POLICY)}</Button></div>
        </Form>
    }
    .into_any()
}
