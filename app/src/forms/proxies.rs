//! Who may see the reader's record, and whose records the reader's account opens.

use domain::patients::Section;
use hospital::proxies::{Named, Opens, Own};
use leptos::prelude::*;
use ui::lang::{self, Arg, key, say, tell, weave, word};
use ui::{Button, Card, Checkbox, Checkboxes, Chip, Form, Head, Look, PageHead, Question, Table, Time, TimeStyle};

use super::parts::{Act, Choice, Confirm, Line, Said, fault, typed};
use crate::routes;

/// How long somebody can be let in, in days, and in words.
fn spans() -> [(&'static str, &'static str); 5] {
    [
        ("7", word(key::ONE_WEEK)),
        ("30", word(key::ONE_MONTH)),
        ("91", word(key::THREE_MONTHS)),
        ("182", word(key::HALF_A_YEAR)),
        ("365", word(key::ONE_YEAR)),
    ]
}

/// The page; `own` only for the person themselves.
pub fn page(records: Vec<Opens>, own: Option<Own>) -> AnyView {
    let several = records.len() > 1 || own.is_none();
    view! {
        <PageHead title=word(key::PLACE_PEOPLE)/>
        <Said/>
        {several.then(|| opened(records))}
        {own.map(|own| view! { {let_in(own.named)} {own.may_name.then(form)} }.into_any())}
    }
    .into_any()
}

fn opened(records: Vec<Opens>) -> AnyView {
    let rows = records
        .into_iter()
        .map(|record| {
            let whose = record.name.clone().unwrap_or_else(|| word(key::MY_OWN_RECORD).to_owned());
            let until = record.until;
            let act = match record.is_this {
                true => view! { <Chip look="line" icon="check">{word(key::OPEN_NOW)}</Chip> }.into_any(),
                false => view! {
                    <Act
                        action=routes::MY_SWITCH
                        fields=vec![("patient", record.patient.to_string())]
                        verb=word(key::OPEN)
                        label=tell(say::open_whose(whose.as_str()))
                    />
                }
                .into_any(),
            };
            view! {
                <li class="agreed">
                    <span class="agreed__what">
                        <b><bdi>{whose.clone()}</bdi></b>{word(key::LIST_COMMA)}<bdi>{record.hospital}</bdi>
                        {until.map(|until| {
                            let until = view! { <Time at=Signal::stored(Some(until)) style=TimeStyle::Date/> }.into_any();
                            weave(say::comma_until(Arg::hole(0)), [until])
                        })}
                    </span>
                    {act}
                </li>
            }
            .into_any()
        })
        .collect_view();
    view! {
        <Card title=word(key::WHOSE_RECORDS) id="opened">
            <div class="card__body"><ul class="stack">{rows}</ul></div>
        </Card>
    }
    .into_any()
}

fn let_in(named: Vec<Named>) -> AnyView {
    let content = match named.is_empty() {
        true => view! { <div class="card__body"><p class="quiet">{word(key::NAMED_NOBODY)}</p></div> }.into_any(),
        false => {
            let heads = vec![
                Head::words(word(key::WHO)),
                Head::words(word(key::WHAT_THEY_MAY_SEE)),
                Head::words(word(key::UNTIL)),
                Head::words(word(key::CHANGE)),
            ];
            let rows = named.into_iter().map(row).collect_view();
            view! { <Table caption=word(key::PEOPLE_MAY_SEE) heads=heads>{rows}</Table> }.into_any()
        }
    };
    view! { <Card title=word(key::PEOPLE_MAY_SEE) id="let-in">{content}</Card> }.into_any()
}

fn row(named: Named) -> AnyView {
    let parts = named
        .sections
        .iter()
        .map(|section| lang::of_english(section.words()))
        .collect::<Vec<_>>()
        .join(word(key::LIST_COMMA));
    let act = match named.holds {
        true => view! {
            <Confirm
                action=routes::MY_PROXIES_END
                fields=vec![("proxy", named.id.to_string())]
                verb=word(key::END)
                label=tell(say::end_what(named.known_as.as_str()))
                means=word(key::PROXY_END_MEANS)
            />
        }
        .into_any(),
        false => view! { <span class="quiet">{word(key::ENDED)}</span> }.into_any(),
    };
    view! {
        <tr>
            <th scope="row">{named.known_as}<br/><span class="quiet">{named.email}</span></th>
            <td data-head=word(key::WHAT_THEY_MAY_SEE)>{parts}</td>
            <td data-head=word(key::UNTIL)><Time at=Signal::stored(Some(named.until)) style=TimeStyle::Date/></td>
            <td>{act}</td>
        </tr>
    }
    .into_any()
}

fn form() -> AnyView {
    let question = Question::new("sections", word(key::WHAT_THEY_MAY_SEE)).error(fault("sections"));
    let boxes = Section::ALL
        .into_iter()
        .map(|section| {
            let checked = typed(section.name()).is_some();
            view! {
                <Checkbox name=section.name() checked=checked>{lang::of_english(section.words())}</Checkbox>
            }
            .into_any()
        })
        .collect_view();
    let spans = spans()
        .into_iter()
        .map(|(days, words)| (days.to_owned(), words.to_owned()))
        .collect();
    view! {
        <Card title=word(key::LET_SEE) id="name-somebody">
            <Form class="card__body form" action=routes::MY_PROXIES>
                <p>{word(key::LET_SEE_HOW)}</p>
                <Line name="email" label=word(key::THEIR_EMAIL) kind="email" inputmode="email" hint=word(key::THEIR_EMAIL_HINT)/>
                <Line name="known_as" label=word(key::WHO_THEY_ARE) hint=word(key::WHO_THEY_ARE_HINT)/>
                <Checkboxes question=question>{boxes}</Checkboxes>
                <Choice name="days" label=word(key::FOR_HOW_LONG) answers=spans value="30".to_owned()/>
                <div class="form__end"><Button look=Look::Primary class="btn--patient">{word(key::LET_THEM_SEE)}</Button></div>
            </Form>
        </Card>
    }
    .into_any()
}
