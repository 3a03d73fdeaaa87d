//! Who may do what, and why: a question about one person or about all, answered in words, and the whole table of rights.

use domain::access::{Action, Decision, because, reach, why};
use domain::actor::Role;
use hospital::access::{Askable, Explained};
use leptos::prelude::*;
use ui::{Button, Card, Chip, Empty, Head, LinkButton, Look, PageHead, Segment, SegmentedLinks, Table};

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
    let rights = std::iter::once((String::new(), "Choose a right".to_owned()))
        .chain(
            Action::ALL
                .iter()
                .map(|action| (action.name().to_owned(), in_words(*action))),
        )
        .collect();
    let mut about: Vec<_> = [
        ("hospital", "The hospital"),
        ("patient", "A patient, by number"),
        ("device", "A device, by name"),
    ]
    .map(|(value, words)| (value.to_owned(), words.to_owned()))
    .into();
    about.extend(
        askable
            .wards
            .iter()
            .map(|(id, name)| (id.to_string(), format!("The ward {name}"))),
    );
    let people = choose_from(askable.colleagues.as_deref(), &[]).map(|people| {
        std::iter::once((String::new(), "Everybody who works here".to_owned()))
            .chain(people.into_iter().skip(1))
            .collect()
    });
    view! {
        <PageHead title="Who may do what" context="And why: by role, relation and exception">
            <LinkButton href=routes::RIGHTS look=Look::Quiet>"Exceptions"</LinkButton>
        </PageHead>
        <Said/>
        <div class="stack">
            {answer.map(|answer| match answer {
                Answer::One(explained) => said(explained),
                Answer::All(action, may) => all(action, may),
            })}
            <Card title="Ask" id="ask">
                <form class="card__body form form--wide" method="post" action=routes::ACCESS>
                    <Person name="person" label="Person" value=asked.person answers=people optional=true/>
                    <Choice name="action" label="May they" value=asked.action answers=rights/>
                    <Choice name="about" label="About" value=asked.about answers=about/>
                    <Line name="named" label="Number or name" value=asked.named optional=true/>
                    <Button look=Look::Primary>"Ask"</Button>
                </form>
            </Card>
            <Card title="The rights of each role" id="table">
                <div class="card__body stack">
                    <p>"Each cell names the relations of which one suffices; an empty one means never."</p>
                    <SegmentedLinks label="Role" options=Signal::stored(roles()) chosen=Signal::stored(role_path(role))/>
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
    let title = format!("Who may {}", action.words());
    let more = may.len().saturating_sub(LISTED);
    let list = if may.is_empty() {
        view! { <Empty icon="people" title="Nobody" text="Nobody who works here may do that now."/> }.into_any()
    } else {
        let rows = may
            .into_iter()
            .take(LISTED)
            .map(|one| {
                let why = format!("Because {}", why(one.about, &one.grounds));
                view! { <tr><th scope="row">{one.name}</th><td>{role_words(&one.roles)}</td><td>{why}</td></tr> }
                    .into_any()
            })
            .collect_view();
        let heads = ["Who", "Roles", "Why"].map(Head::words).to_vec();
        view! { <Table caption="Who may" heads=heads>{rows}</Table> }.into_any()
    };
    view! {
        <Card title="Answer" id="answer">
            <p class="card__body" role="status"><b>{title}</b></p>
            {list}
            {(more > 0).then(|| view! { <p class="card__foot">{format!("And {more} more. Ask about one person to see why.")}</p> }.into_any())}
        </Card>
    }
    .into_any()
}

fn role_words(roles: &[Role]) -> String {
    let words: Vec<&str> = roles.iter().map(|role| role_in_words(*role)).collect();
    match words.is_empty() {
        true => "No role now".to_owned(),
        false => words.join(", "),
    }
}

/// The answer about one person: yes or no, and its grounds.
fn said(explained: Explained) -> AnyView {
    let yes = explained.grounds.decision == Decision::Allow;
    let (look, icon, word) = if yes {
        ("ok", "check", "Yes")
    } else {
        ("inverse", "close", "No")
    };
    let closed = (!explained.is_active)
        .then(|| view! { <li>"Their account is switched off: they may do nothing."</li> }.into_any());
    let roles = role_words(&explained.roles);
    let mut sentences = because(&explained.name, explained.action, explained.about, &explained.grounds).into_iter();
    let first = sentences.next().unwrap_or_default();
    let rest = sentences
        .map(|sentence| view! { <li>{sentence}</li> }.into_any())
        .collect_view();
    view! {
        <Card title="Answer" id="answer" note=roles>
            <div class="card__body stack" role="status">
                <p><Chip look=look icon=icon>{word}</Chip>" "<b>{first}</b></p>
                <ul class="plain-list">{closed}{rest}</ul>
            </div>
        </Card>
    }
    .into_any()
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
            word: role.map_or("All", role_in_words).into(),
            count: None,
        })
        .collect()
}

/// One line for each right; with a role only those that it has.
fn table(role: Option<Role>) -> AnyView {
    let roles: Vec<Role> = role.map_or_else(|| Role::ALL.to_vec(), |role| vec![role]);
    let heads = std::iter::once(Head::words("Right"))
        .chain(roles.iter().map(|role| Head::words(role_in_words(*role))))
        .collect();
    let rows = Action::ALL
        .iter()
        .filter(|action| roles.iter().any(|role| !reach(*role, **action).is_none()))
        .map(|action| {
            let cells = roles
                .iter()
                .map(|role| {
                    let words = reach(*role, *action).words().collect::<Vec<_>>().join(", ");
                    view! { <td>{words}</td> }.into_any()
                })
                .collect_view();
            let fresh = action
                .wants_fresh_proof()
                .then(|| view! { " "<Chip look="line">"asks for proof"</Chip> }.into_any());
            view! { <tr><th scope="row">{in_words(*action)}{fresh}</th>{cells}</tr> }.into_any()
        })
        .collect_view();
    view! { <Table caption="Rights of roles" heads=heads dense=true>{rows}</Table> }.into_any()
}
