//! `/hospital/audit`: an admin searches who did or looked at what, and takes it out as a file.

use domain::access::Action;
use domain::time::Zone;
use hospital::audit::{Found, Listed, Purpose};
use leptos::prelude::*;
use ui::time::{TimeStyle, clock, write};
use ui::{Button, Card, Empty, Head, LinkButton, Look, PageHead, Table};

use super::parts::{Choice, Line, Said};
use super::people::Person;
use crate::routes;

/// What was asked, as the address has it: ids and words only, never a name or a patient's number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// The first day, as `2026-11-24`.
    pub since: String,
    /// The last day.
    pub until: String,
    /// The account.
    pub person: String,
    /// The patient's id.
    pub patient: String,
    /// The action's name.
    pub action: String,
    /// The outcome's name.
    pub outcome: String,
}

impl Asked {
    /// Names and values, for a form or an address.
    pub fn fields(&self) -> [(&'static str, &str); 6] {
        [
            ("since", &self.since),
            ("until", &self.until),
            ("person", &self.person),
            ("patient", &self.patient),
            ("action", &self.action),
            ("outcome", &self.outcome),
        ]
    }
}

/// Outcomes by name, and their words.
const OUTCOMES: [(&str, &str); 4] = [
    ("", "Any"),
    ("allowed", "Allowed"),
    ("denied", "Refused"),
    ("failed", "Failed"),
];

/// The page.
pub fn page(asked: &Asked, found: Found) -> AnyView {
    let next = found.next.map(|(at, id)| {
        let href = routes::audit_found(&asked.fields(), Some((at, id)));
        view! { <LinkButton href=href look=Look::Secondary>"Older entries"</LinkButton> }.into_any()
    });
    let zone = found.zone.clone();
    let empty = found.rows.is_empty();
    let rows = found.rows.into_iter().map(|row| line(&zone, row)).collect_view();
    let heads = ["When", "Who", "What", "About", "Data", "Why", "Outcome", "From"];
    view! {
        <PageHead title="Audit" context="Who did or looked at what in this hospital"/>
        <Said/>
        {form(asked, found.people, found.number)}
        {if empty {
            view! { <Empty title="No entries" text="Nothing fits what you are looking for. Choose a longer time, or leave something out."/> }.into_any()
        } else {
            view! {
                <Table caption="Entries of the audit, newest first" heads=heads.map(Head::words).to_vec() dense=true>{rows}</Table>
                <p class="acts">{next}</p>
            }
            .into_any()
        }}
        {export(asked)}
    }
    .into_any()
}

fn form(asked: &Asked, people: Option<Vec<(domain::ids::UserId, String)>>, number: Option<String>) -> AnyView {
    let any = (String::new(), "Anybody".to_owned());
    let people: Option<Vec<(String, String)>> = people.map(|people| {
        let people = people.into_iter().map(|(id, name)| (id.to_string(), name));
        std::iter::once(any).chain(people).collect()
    });
    let actions = Action::ALL
        .iter()
        .map(|action| (action.name().to_owned(), in_words(action.words())));
    let more = [
        ("live.begin", "Begin to follow live"),
        ("live.end", "End to follow live"),
        ("session.end", "End a session"),
    ];
    let more = more.map(|(name, words)| (name.to_owned(), words.to_owned()));
    let actions = std::iter::once((String::new(), "Anything".to_owned()))
        .chain(actions)
        .chain(more);
    let outcomes = OUTCOMES.map(|(name, words)| (name.to_owned(), words.to_owned()));
    let actions: Vec<(String, String)> = actions.collect();
    let outcomes = outcomes.to_vec();
    view! {
        <form class="form form--wide" method="post" action=routes::AUDIT>
            <Line name="since" label="From" kind="date" value=asked.since.clone() optional=true/>
            <Line name="until" label="To" kind="date" value=asked.until.clone() optional=true/>
            <Person name="person" label="Who" answers=people value=asked.person.clone() optional=true/>
            <Line name="number" label="About the patient with number" value=number.unwrap_or_default() optional=true/>
            <Choice name="action" label="What" answers=actions value=asked.action.clone()/>
            <Choice name="outcome" label="Outcome" answers=outcomes value=asked.outcome.clone()/>
            <div class="form__end"><Button look=Look::Primary>"Search"</Button></div>
        </form>
    }
    .into_any()
}

/// "see the live board" as the first words of a line.
fn in_words(words: &str) -> String {
    let mut signs = words.chars();
    signs
        .next()
        .map(|first| first.to_uppercase().chain(signs).collect())
        .unwrap_or_default()
}

fn export(asked: &Asked) -> AnyView {
    let hidden = asked
        .fields()
        .map(|(name, value)| view! { <input type="hidden" name=name value=value.to_owned()/> }.into_any())
        .collect_view();
    view! {
        <Card title="Take it out" id="export">
            <p>"A file of everything that fits the search above, at most 20,000 entries. That you took it out is an entry too."</p>
            <form method="post" action=routes::AUDIT_EXPORT>
                {hidden}
                <Button look=Look::Secondary>"Export as CSV"</Button>
            </form>
        </Card>
    }
    .into_any()
}

fn line(zone: &Zone, row: Listed) -> AnyView {
    let when = format!("{} {}", write(zone, row.at, TimeStyle::Date), clock(zone.civil(row.at)));
    let role = row.role.map(|role| role.replace('_', " ")).unwrap_or_default();
    let role = match &row.elsewhere {
        Some(hospital) => format!("{role} at {hospital}"),
        None => role,
    };
    let who = row.name.unwrap_or_else(|| match (row.actor.as_str(), row.task) {
        ("worker", Some(task)) => format!("Wardlight ({})", task.replace('_', " ")),
        ("nobody", _) => "Nobody signed in".to_owned(),
        (kind, _) => format!("A {kind} ({})", row.actor_id.map(short).unwrap_or_default()),
    });
    let what = Action::parse(&row.action).map_or_else(|| row.action.clone(), |action| in_words(action.words()));
    let lasted = row
        .lasted_ms
        .map(|ms| format!(", {} s", ms / 1_000))
        .unwrap_or_default();
    let about = about(&row.patients);
    let outcome = OUTCOMES
        .iter()
        .find(|(name, _)| *name == row.outcome)
        .map_or("", |(_, words)| words);
    let reason = row
        .reason
        .map(|reason| format!(": {}", reason.replace('_', " ")))
        .unwrap_or_default();
    view! {
        <tr>
            <th scope="row" class="num">{when}</th>
            <td data-head="Who">{who}" "<span class="quiet">{role}</span></td>
            <td data-head="What">{what}{lasted}</td>
            <td data-head="About">{about}</td>
            <td data-head="Data">{row.kinds.join(", ")}</td>
            <td data-head="Why">{row.purpose.as_deref().map(why)}</td>
            <td data-head="Outcome">{outcome}{reason}</td>
            <td data-head="From" class="num">{row.address.map(|address| address.to_string())}</td>
        </tr>
    }
    .into_any()
}

/// The purpose in words, and the code by which other systems know it.
fn why(code: &str) -> AnyView {
    match Purpose::parse(code) {
        Some(purpose) => view! { {purpose.in_words()}" "<span class="quiet">{purpose.code()}</span> }.into_any(),
        None => code.to_owned().into_any(),
    }
}

/// Three of them, and how many more.
fn about(patients: &[String]) -> String {
    let (first, rest) = patients.split_at(patients.len().min(3));
    match rest.len() {
        0 => first.join(", "),
        more => format!("{} and {more} more", first.join(", ")),
    }
}

/// The beginning of an id, to tell two apart.
fn short(id: uuid::Uuid) -> String {
    id.simple()
        .to_string()
        .chars()
        .rev()
        .take(6)
        .collect::<Vec<_>>()
        .into_iter()
        .rev()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_board_of_many_is_told_in_few_words() {
        let many: Vec<String> = (1..=5).map(|n| format!("RG-{n}")).collect();
        assert_eq!(about(&many), "RG-1, RG-2, RG-3 and 2 more");
        assert_eq!(about(&many[..2]), "RG-1, RG-2");
        assert_eq!(about(&[]), "");
    }

    #[test]
    fn words_begin_a_line() {
        assert_eq!(in_words("see the devices"), "See the devices");
        assert_eq!(in_words(""), "");
    }
}
