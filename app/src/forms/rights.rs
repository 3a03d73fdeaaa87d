//! Rights granted or denied to one person until a day.

use domain::access::Action;
use hospital::access::{ExceptionRow, Exceptions};
use leptos::prelude::*;
use ui::{Button, Card, Chip, Empty, Head, LinkButton, Look, PageHead, Table, Time, TimeStyle};

use super::parts::{Act, Choice, Line, Said};
use super::people::{Person, choose_from};
use crate::routes;

/// A right as an answer of a choice: "Read this patient’s values".
pub fn in_words(action: Action) -> String {
    let words = action.words();
    let mut letters = words.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}

/// The page.
pub fn page(exceptions: Exceptions) -> AnyView {
    let (now, before): (Vec<_>, Vec<_>) = exceptions.rows.into_iter().partition(|row| row.holds);
    let rights = Action::ALL.iter().filter(|action| action.is_grantable());
    let first = (String::new(), "Choose a right".to_owned());
    let rights: Vec<_> = std::iter::once(first)
        .chain(rights.map(|action| (action.name().to_owned(), in_words(*action))))
        .collect();
    let kinds = vec![
        ("deny".to_owned(), "Deny it".to_owned()),
        ("grant".to_owned(), "Grant it".to_owned()),
    ];
    view! {
        <PageHead title="Exceptions" context="One right, granted or denied to one person until a day">
            <LinkButton href=routes::ACCESS look=Look::Quiet>"Who may do what"</LinkButton>
        </PageHead>
        <Said/>
        <div class="stack">
            <Card title="Hold now" id="now">{table(now, true)}</Card>
            <Card title="Make an exception" id="make">
                <form class="card__body form" method="post" action=routes::RIGHTS>
                    <input type="hidden" name="act" value="make"/>
                    <p>"A denial beats whatever else holds. A grant reaches within this hospital and no further."</p>
                    <Person name="person" label="Person" answers=choose_from(exceptions.colleagues.as_deref(), &[])/>
                    <Choice name="action" label="Right" answers=rights/>
                    <Choice name="kind" label="What" answers=kinds/>
                    <Line name="until" label="Last day" kind="date" hint="It ends by itself after this day"/>
                    <Line name="reason" label="Reason" hint="Why, in one line. It is kept with the exception."/>
                    <div class="form__end"><Button look=Look::Primary>"Make the exception"</Button></div>
                </form>
            </Card>
            <Card title="Held before" id="before">{table(before, false)}</Card>
        </div>
    }
    .into_any()
}

fn table(rows: Vec<ExceptionRow>, now: bool) -> AnyView {
    if rows.is_empty() {
        let text = if now {
            "Everybody has the rights of their roles."
        } else {
            "What held stays listed here."
        };
        return view! { <Empty icon="person" title="No exception" text=text/> }.into_any();
    }
    let rows = rows.into_iter().map(|row| line(row, now)).collect_view();
    let caption = if now {
        "Exceptions that hold now"
    } else {
        "Exceptions that held"
    };
    let heads = ["Person", "Right", "What", "Until", "Reason", "Made by", ""]
        .map(Head::words)
        .to_vec();
    view! { <Table caption=caption heads=heads>{rows}</Table> }.into_any()
}

fn line(row: ExceptionRow, now: bool) -> AnyView {
    let right = row
        .action
        .map_or_else(|| "A right of another version".to_owned(), in_words);
    let what = if row.allowed {
        view! { <Chip look="ok" icon="check">"Granted"</Chip> }.into_any()
    } else {
        view! { <Chip look="inverse">"Denied"</Chip> }.into_any()
    };
    let end = now.then(|| {
        let fields = vec![("act", "end".to_owned()), ("exception", row.id.to_string())];
        let label = format!("End the exception of {}", row.name);
        view! { <Act action=routes::RIGHTS fields=fields verb="End" label=label/> }.into_any()
    });
    view! {
        <tr>
            <th scope="row">{row.name}</th>
            <td data-head="Right">{right}</td>
            <td data-head="What">{what}</td>
            <td data-head="Until"><Time at=Signal::stored(Some(row.until)) style=TimeStyle::DateClock/></td>
            <td data-head="Reason">{row.reason}</td>
            <td data-head="Made by">{row.made_by}</td>
            <td><div class="acts">{end}</div></td>
        </tr>
    }
    .into_any()
}
