//! `/hospital/audit`: an admin searches who did or looked at what, and takes it out as a file.

use domain::access::Action;
use domain::time::Zone;
use hospital::audit::{Found, Listed, Purpose};
use leptos::prelude::*;
use ui::lang::{self, key, say, tell, word};
use ui::time::{TimeStyle, clock, write};
use ui::{Button, Card, Empty, Form, Head, LinkButton, Look, PageHead, Table};

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
        view! { <LinkButton href=href look=Look::Secondary>{word(key::OLDER_ENTRIES)}</LinkButton> }.into_any()
    });
    let zone = found.zone.clone();
    let empty = found.rows.is_empty();
    let rows = found.rows.into_iter().map(|row| line(&zone, row)).collect_view();
    let heads = [
        word(key::WHEN),
        word(key::WHO),
        word(key::WHAT),
        word(key::ABOUT),
        word(key::DATA),
        word(key::WHY),
        word(key::OUTCOME),
        word(key::AUDIT_ADDRESS),
    ];
    view! {
        <PageHead title=word(key::AUDIT) context=word(key::WHO_DID_OR_LOOKED_AT)/>
        <Said/>
        {form(asked, found.people, found.number)}
        {if empty {
            view! { <Empty title=word(key::NO_ENTRIES) text=word(key::NOTHING_FITS_WHAT_YOU)/> }.into_any()
        } else {
            view! {
                <Table caption=word(key::ENTRIES_OF_THE_AUDIT) heads=heads.map(Head::words).to_vec() dense=true>{rows}</Table>
                <p class="acts">{next}</p>
            }
            .into_any()
        }}
        {export(asked)}
    }
    .into_any()
}

fn form(asked: &Asked, people: Option<Vec<(domain::ids::UserId, String)>>, number: Option<String>) -> AnyView {
    let any = (String::new(), word(key::ANYBODY).to_owned());
    let people: Option<Vec<(String, String)>> = people.map(|people| {
        let people = people.into_iter().map(|(id, name)| (id.to_string(), name));
        std::iter::once(any).chain(people).collect()
    });
    let actions = Action::ALL
        .iter()
        .map(|action| (action.name().to_owned(), in_words(&lang::of_english(action.words()))));
    let more = [
        ("live.begin", word(key::BEGIN_TO_FOLLOW_LIVE)),
        ("live.end", word(key::END_TO_FOLLOW_LIVE)),
        ("session.end", word(key::END_A_SESSION)),
    ];
    let more = more.map(|(name, words)| (name.to_owned(), words.to_owned()));
    let actions = std::iter::once((String::new(), word(key::ANYTHING).to_owned()))
        .chain(actions)
        .chain(more);
    let outcomes = OUTCOMES.map(|(name, words)| (name.to_owned(), lang::of_english(words)));
    let actions: Vec<(String, String)> = actions.collect();
    let outcomes = outcomes.to_vec();
    let asked = asked.clone();
    view! {
        <Form class="form form--wide" action=routes::AUDIT>
            <Line name="since" label=word(key::FROM) kind="date" value=asked.since optional=true/>
            <Line name="until" label=word(key::AUDIT_TO) kind="date" value=asked.until optional=true/>
            <Person name="person" label=word(key::WHO) answers=people value=asked.person optional=true/>
            <Line name="number" label=word(key::ABOUT_THE_PATIENT_WITH) value=number.unwrap_or_default() optional=true/>
            <Choice name="action" label=word(key::WHAT) answers=actions value=asked.action/>
            <Choice name="outcome" label=word(key::OUTCOME) answers=outcomes value=asked.outcome/>
            <div class="form__end"><Button look=Look::Primary>{word(key::SEARCH_VERB)}</Button></div>
        </Form>
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
    let hidden = asked.fields().map(|(name, value)| (name, value.to_owned())).to_vec();
    view! {
        <Card title=word(key::TAKE_IT_OUT) id="export">
            <p>{word(key::A_FILE_OF_EVERYTHING)}</p>
            <Form class="" action=routes::AUDIT_EXPORT hidden=hidden>
                <Button look=Look::Secondary>{word(key::EXPORT_AS_CSV)}</Button>
            </Form>
        </Card>
    }
    .into_any()
}

fn line(zone: &Zone, row: Listed) -> AnyView {
    let when = format!("{} {}", write(zone, row.at, TimeStyle::Date), clock(zone.civil(row.at)));
    let role = row.role.map(|role| tell(say::role_within(role))).unwrap_or_default();
    let role = match &row.elsewhere {
        Some(hospital) => tell(say::role_at(role, hospital.as_str())),
        None => role,
    };
    let who = row.name.unwrap_or_else(|| match (row.actor.as_str(), row.task) {
        ("worker", Some(task)) => tell(say::wardlight_work(task)),
        ("nobody", _) => word(key::NOBODY_SIGNED_IN).to_owned(),
        (kind, _) => tell(say::audit_kind(kind, row.actor_id.map(short).unwrap_or_default())),
    });
    let what = Action::parse(&row.action).map_or_else(
        || row.action.clone(),
        |action| in_words(&lang::of_english(action.words())),
    );
    let what = match row.lasted_ms {
        Some(ms) => tell(say::lasted_seconds(what, ms / 1_000)),
        None => what,
    };
    let kinds: Vec<String> = row.kinds.iter().map(|kind| lang::of_english(kind)).collect();
    let kinds = kinds.join(word(key::LIST_COMMA));
    let about = about(&row.patients);
    let outcome = OUTCOMES
        .iter()
        .find(|(name, _)| *name == row.outcome)
        .map_or_else(String::new, |(_, words)| lang::of_english(words));
    let reason = row
        .reason
        .map(|reason| format!(": {}", lang::of_english(&reason.replace('_', " "))))
        .unwrap_or_default();
    view! {
        <tr>
            <th scope="row" class="num">{when}</th>
            <td data-head=word(key::WHO)>{who}" "<span class="quiet">{role}</span></td>
            <td data-head=word(key::WHAT)>{what}</td>
            <td data-head=word(key::ABOUT)>{about}</td>
            <td data-head=word(key::DATA)>{kinds}</td>
            <td data-head=word(key::WHY)>{row.purpose.as_deref().map(why)}</td>
            <td data-head=word(key::OUTCOME)>{outcome}{reason}</td>
            <td data-head=word(key::AUDIT_ADDRESS) class="num">{row.address.map(|address| address.to_string())}</td>
        </tr>
    }
    .into_any()
}

/// The purpose in words, and the code by which other systems know it.
fn why(code: &str) -> AnyView {
    match Purpose::parse(code) {
        Some(purpose) => {
            view! { {lang::of_english(purpose.in_words())}" "<span class="quiet">{purpose.code()}</span> }.into_any()
        }
        None => code.to_owned().into_any(),
    }
}

/// Three of them, and how many more.
fn about(patients: &[String]) -> String {
    let (first, rest) = patients.split_at(patients.len().min(3));
    match rest.len() {
        0 => first.join(word(key::LIST_COMMA)),
        more => tell(say::and_n_more(first.join(word(key::LIST_COMMA)), more)),
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
