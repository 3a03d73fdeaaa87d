//! Rights granted or denied to one person until a day.

use domain::access::Action;
use hospital::access::{ExceptionRow, Exceptions};
use leptos::prelude::*;
use ui::lang::{self, key, say, tell, word};
use ui::{Button, Card, Chip, Empty, Form, Head, LinkButton, Look, PageHead, Table, Time, TimeStyle};

use super::parts::{Act, Choice, Line, Said};
use super::people::{Person, choose_from};
use crate::routes;

/// A right as an answer of a choice: "Read this patient’s values".
pub fn in_words(action: Action) -> String {
    let words = lang::of_english(action.words());
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
    let first = (String::new(), word(key::CHOOSE_A_RIGHT).to_owned());
    let rights: Vec<_> = std::iter::once(first)
        .chain(rights.map(|action| (action.name().to_owned(), in_words(*action))))
        .collect();
    let kinds = vec![
        ("deny".to_owned(), word(key::RIGHT_DENY).to_owned()),
        ("grant".to_owned(), word(key::RIGHT_GRANT).to_owned()),
    ];
    view! {
        <PageHead title=word(key::EXCEPTIONS) context=word(key::ONE_RIGHT_GRANTED_OR)>
            <LinkButton href=routes::ACCESS look=Look::Quiet>{word(key::WHO_MAY_DO_WHAT)}</LinkButton>
        </PageHead>
        <Said/>
        <div class="stack">
            <Card title=word(key::HOLD_NOW) id="now">{table(now, true)}</Card>
            <Card title=word(key::MAKE_AN_EXCEPTION) id="make">
                <Form class="card__body form" action=routes::RIGHTS hidden=vec![("act", "make".to_owned())]>
                    <p>{word(key::A_DENIAL_BEATS_WHATEVER)}</p>
                    <Person name="person" label=word(key::PERSON) answers=choose_from(exceptions.colleagues.as_deref(), &[])/>
                    <Choice name="action" label=word(key::RIGHT) answers=rights/>
                    <Choice name="kind" label=word(key::WHAT) answers=kinds/>
                    <Line name="until" label=word(key::LAST_DAY) kind="date" hint=word(key::IT_ENDS_BY_ITSELF)/>
                    <Line name="reason" label=word(key::REASON) hint=word(key::WHY_IN_ONE_LINE)/>
                    <div class="form__end"><Button look=Look::Primary>{word(key::MAKE_THE_EXCEPTION)}</Button></div>
                </Form>
            </Card>
            <Card title=word(key::HELD_BEFORE) id="before">{table(before, false)}</Card>
        </div>
    }
    .into_any()
}

fn table(rows: Vec<ExceptionRow>, now: bool) -> AnyView {
    if rows.is_empty() {
        let text = if now {
            word(key::EVERYBODY_HAS_THE_RIGHTS)
        } else {
            word(key::WHAT_HELD_STAYS_LISTED)
        };
        return view! { <Empty icon="person" title=word(key::NO_EXCEPTION) text=text/> }.into_any();
    }
    let rows = rows.into_iter().map(|row| line(row, now)).collect_view();
    let caption = if now {
        word(key::EXCEPTIONS_THAT_HOLD_NOW)
    } else {
        word(key::EXCEPTIONS_THAT_HELD)
    };
    let heads = [
        word(key::PERSON),
        word(key::RIGHT),
        word(key::WHAT),
        word(key::UNTIL),
        word(key::REASON),
        word(key::MADE_BY),
        "",
    ]
    .map(Head::words)
    .to_vec();
    view! { <Table caption=caption heads=heads>{rows}</Table> }.into_any()
}

fn line(row: ExceptionRow, now: bool) -> AnyView {
    let right = row
        .action
        .map_or_else(|| word(key::A_RIGHT_OF_ANOTHER).to_owned(), in_words);
    let what = if row.allowed {
        view! { <Chip look="ok" icon="check">{word(key::GRANTED)}</Chip> }.into_any()
    } else {
        view! { <Chip look="inverse">{word(key::DENIED)}</Chip> }.into_any()
    };
    let end = now.then(|| {
        let fields = vec![("act", "end".to_owned()), ("exception", row.id.to_string())];
        let label = tell(say::end_exception_of(row.name.as_str()));
        view! { <Act action=routes::RIGHTS fields=fields verb=word(key::END) label=label/> }.into_any()
    });
    view! {
        <tr>
            <th scope="row">{row.name}</th>
            <td data-head=word(key::RIGHT)>{right}</td>
            <td data-head=word(key::WHAT)>{what}</td>
            <td data-head=word(key::UNTIL)><Time at=Signal::stored(Some(row.until)) style=TimeStyle::DateClock/></td>
            <td data-head=word(key::REASON)>{row.reason}</td>
            <td data-head=word(key::MADE_BY)>{row.made_by}</td>
            <td><div class="acts">{end}</div></td>
        </tr>
    }
    .into_any()
}
