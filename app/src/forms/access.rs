//! Who may do what, and why: a question about one person or about all, answered in words, and the whole table of rights.

use domain::access::{Action, Because, Decision, because, reach, why};
use domain::actor::Role;
use hospital::access::{Askable, Explained};
use leptos::prelude::*;
use ui::lang::{self, key, say, tell, word};
use ui::{Button, Card, Chip, Empty, Form, Head, LinkButton, Look, PageHead, Segment, SegmentedLinks, Table};

use super::parts::{Choice, Line, Said};
use super::people::{Person, choose_from};
use super::rights::in_words;
use crate::portals::role_in_words;
use crate::routes;

/// What was asked, to stand in the form again.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    /// The account.
    pub person: String,
    /// The name of the right.
    pub action: String,
    /// `hospital`, `patient`, `device`, or the id of a ward.
    pub about: String,
    /// A patient's number or a device's name.
    pub named: String,
}

/// What there is to answer.
#[derive(Clone, Debug)]
pub enum Answer {
    /// One person may or may not.
    One(Explained),
    /// Of all, these may.
    All(Action, Vec<Explained>),
}

/// The page; `answer` after a question, `role` for one column of the table.
pub fn page(askable: Askable, asked: Asked, answer: Option<Answer>, role: Option<Role>) -> AnyView {
    let rights = std::iter::once((String::new(), word(key::CHOOSE_A_RIGHT).to_owned()))
        .chain(
            Action::ALL
                .iter()
                .map(|action| (action.name().to_owned(), in_words(*action))),
        )
        .collect();
    let mut about: Vec<_> = [
        ("hospital", word(key::THE_HOSPITAL_CAPITAL)),
        ("patient", word(key::A_PATIENT_BY_NUMBER)),
        ("device", word(key::A_DEVICE_BY_NAME)),
    ]
    .map(|(value, words)| (value.to_owned(), words.to_owned()))
    .into();
    about.extend(
        askable
            .wards
            .iter()
            .map(|(id, name)| (id.to_string(), tell(say::the_ward_named(name.as_str())))),
    );
    let people = choose_from(askable.colleagues.as_deref(), &[]).map(|people| {
        std::iter::once((String::new(), word(key::EVERYBODY_WHO_WORKS_HERE).to_owned()))
            .chain(people.into_iter().skip(1))
            .collect()
    });
    view! {
        <PageHead title=word(key::WHO_MAY_DO_WHAT) context=word(key::AND_WHY_BY_ROLE)>
            <LinkButton href=routes::RIGHTS look=Look::Quiet>{word(key::EXCEPTIONS)}</LinkButton>
        </PageHead>
        <Said/>
        <div class="stack">
            {answer.map(|answer| match answer {
                Answer::One(explained) => said(explained),
                Answer::All(action, may) => all(action, may),
            })}
            <Card title=word(key::ASK_WHO_MAY) id="ask">
                <Form class="card__body form form--wide" action=routes::ACCESS>
                    <Person name="person" label=word(key::PERSON) value=asked.person answers=people optional=true/>
                    <Choice name="action" label=word(key::MAY_THEY) value=asked.action answers=rights/>
                    <Choice name="about" label=word(key::ABOUT) value=asked.about answers=about/>
                    <Line name="named" label=word(key::NUMBER_OR_NAME) value=asked.named optional=true/>
                    <Button look=Look::Primary>{word(key::ASK_WHO_MAY)}</Button>
                </Form>
            </Card>
            <Card title=word(key::THE_RIGHTS_OF_EACH) id="table">
                <div class="card__body stack">
                    <p>{word(key::EACH_CELL_NAMES_THE)}</p>
                    <SegmentedLinks label=word(key::ROLE) options=Signal::stored(roles()) chosen=Signal::stored(role_path(role))/>
                </div>
                {table(role)}
            </Card>
        </div>
    }
    .into_any()
}

/// So many are listed with their grounds; the others are counted.
const LISTED: usize = 200;

/// The answer about all: those who may, with their grounds.
fn all(action: Action, may: Vec<Explained>) -> AnyView {
    let title = tell(say::who_may_do(lang::of_english(action.words())));
    let more = may.len().saturating_sub(LISTED);
    let list = if may.is_empty() {
        view! { <Empty icon="people" title=word(key::NOBODY_TITLE) text=word(key::NOBODY_WHO_WORKS_HERE)/> }.into_any()
    } else {
        let rows = may
            .into_iter()
            .take(LISTED)
            .map(|one| {
                let why = tell(say::because_why(joined(&why(one.about, &one.grounds))));
                view! { <tr><th scope="row">{one.name}</th><td>{role_words(&one.roles)}</td><td>{why}</td></tr> }
                    .into_any()
            })
            .collect_view();
        let heads = [word(key::WHO), word(key::ROLES), word(key::WHY)]
            .map(Head::words)
            .to_vec();
        view! { <Table caption=word(key::WHO_MAY) heads=heads>{rows}</Table> }.into_any()
    };
    view! {
        <Card title=word(key::ANSWER) id="answer">
            <p class="card__body" role="status"><b>{title}</b></p>
            {list}
            {(more > 0).then(|| view! { <p class="card__foot">{tell(say::and_more_ask(more))}</p> }.into_any())}
        </Card>
    }
    .into_any()
}

fn role_words(roles: &[Role]) -> String {
    let words: Vec<&str> = roles.iter().map(|role| role_in_words(*role)).collect();
    match words.is_empty() {
        true => word(key::NO_ROLE_NOW).to_owned(),
        false => words.join(word(key::LIST_COMMA)),
    }
}

/// The answer about one person: yes or no, and its grounds.
fn said(explained: Explained) -> AnyView {
    let yes = explained.grounds.decision == Decision::Allow;
    let (look, icon, answer) = if yes {
        ("ok", "check", word(key::YES))
    } else {
        ("inverse", "close", word(key::NO))
    };
    let closed = (!explained.is_active).then(|| view! { <li>{word(key::THEIR_ACCOUNT_IS_SWITCHED)}</li> }.into_any());
    let roles = role_words(&explained.roles);
    let mut sentences = because(explained.action, explained.about, &explained.grounds)
        .into_iter()
        .map(|it| sentence(&explained.name, explained.action, it));
    let first = sentences.next().unwrap_or_default();
    let rest = sentences
        .map(|sentence| view! { <li>{sentence}</li> }.into_any())
        .collect_view();
    view! {
        <Card title=word(key::ANSWER) id="answer" note=roles>
            <div class="card__body stack" role="status">
                <p><Chip look=look icon=icon>{answer}</Chip>" "<b>{first}</b></p>
                <ul class="plain-list">{closed}{rest}</ul>
            </div>
        </Card>
    }
    .into_any()
}

/// "they treat this patient, and because they are on duty on this ward".
fn joined(grounds: &[&str]) -> String {
    let grounds = grounds.iter().map(|it| lang::of_english(it));
    grounds
        .reduce(|first, next| tell(say::and_because(first, next)))
        .unwrap_or_default()
}

fn relations(words: &[&str]) -> String {
    let words: Vec<String> = words.iter().map(|it| lang::of_english(it)).collect();
    words.join(word(key::LIST_COMMA))
}

fn sentence(name: &str, action: Action, because: Because) -> String {
    let what = lang::of_english(action.words());
    match because {
        Because::May(grounds) => tell(say::may_because(name, what, joined(&grounds))),
        Because::MayNot => tell(say::may_not(name, what)),
        Because::Hold(held) => tell(say::they_hold(relations(&held))),
        Because::Suffices(any) => tell(say::any_suffices(relations(&any))),
        Because::Said(sentence) => lang::of_english(sentence),
    }
}

fn role_path(role: Option<Role>) -> String {
    role.map_or_else(
        || routes::ACCESS.to_owned(),
        |role| format!("{}?role={}", routes::ACCESS, role.name()),
    )
}

fn roles() -> Vec<Segment> {
    let each = Role::ALL.into_iter().map(Some);
    std::iter::once(None)
        .chain(each)
        .map(|role| Segment {
            value: role_path(role),
            word: role.map_or(word(key::ALL), role_in_words).into(),
            count: None,
        })
        .collect()
}

/// One line for each right; with a role only those that it has.
fn table(role: Option<Role>) -> AnyView {
    let roles: Vec<Role> = role.map_or_else(|| Role::ALL.to_vec(), |role| vec![role]);
    let heads = std::iter::once(Head::words(word(key::RIGHT)))
        .chain(roles.iter().map(|role| Head::words(role_in_words(*role))))
        .collect();
    let rows = Action::ALL
        .iter()
        .filter(|action| roles.iter().any(|role| !reach(*role, **action).is_none()))
        .map(|action| {
            let cells = roles
                .iter()
                .map(|role| {
                    let words = relations(&reach(*role, *action).words().collect::<Vec<_>>());
                    view! { <td>{words}</td> }.into_any()
                })
                .collect_view();
            let fresh = action
                .wants_fresh_proof()
                .then(|| view! { " "<Chip look="line">{word(key::ASKS_FOR_PROOF)}</Chip> }.into_any());
            view! { <tr><th scope="row">{in_words(*action)}{fresh}</th>{cells}</tr> }.into_any()
        })
        .collect_view();
    view! { <Table caption=word(key::RIGHTS_OF_ROLES) heads=heads dense=true>{rows}</Table> }.into_any()
}
