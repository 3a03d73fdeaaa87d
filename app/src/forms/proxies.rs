//! Who may see the reader's record, and whose records the reader's account opens.

use domain::patients::Section;
use hospital::proxies::{Named, Opens, Own};
use leptos::prelude::*;
use ui::{Button, Card, Chip, Head, Look, PageHead, Table, Time, TimeStyle};

use super::parts::{Act, Choice, Confirm, Line, Said, fault, typed};
use crate::routes;

/// How long somebody can be let in, in days, and in words.
const SPANS: [(&str, &str); 5] = [
    ("7", "One week"),
    ("30", "One month"),
    ("91", "Three months"),
    ("182", "Half a year"),
    ("365", "One year"),
];

/// The page; `own` only for the person themselves.
pub fn page(records: Vec<Opens>, own: Option<Own>) -> AnyView {
    let several = records.len() > 1 || own.is_none();
    view! {
        <PageHead title="People"/>
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
            let whose = record.name.clone().unwrap_or_else(|| "My own record".to_owned());
            let until = record.until;
            let act = match record.is_this {
                true => view! { <Chip look="line" icon="check">"Open now"</Chip> }.into_any(),
                false => view! {
                    <Act
                        action=routes::MY_SWITCH
                        fields=vec![("patient", record.patient.to_string())]
                        verb="Open"
                        label=format!("Open: {whose}")
                    />
                }
                .into_any(),
            };
            view! {
                <li class="agreed">
                    <span class="agreed__what">
                        <b>{whose.clone()}</b>", "{record.hospital}
                        {until.map(|until| view! { ", until "<Time at=Signal::stored(Some(until)) style=TimeStyle::Date/> }.into_any())}
                    </span>
                    {act}
                </li>
            }
            .into_any()
        })
        .collect_view();
    view! {
        <Card title="Whose records I may read" id="opened">
            <div class="card__body"><ul class="stack">{rows}</ul></div>
        </Card>
    }
    .into_any()
}

fn let_in(named: Vec<Named>) -> AnyView {
    let content = match named.is_empty() {
        true => view! { <div class="card__body"><p class="quiet">"You have named nobody."</p></div> }.into_any(),
        false => {
            let heads = vec![
                Head::words("Who"),
                Head::words("What they may see"),
                Head::words("Until"),
                Head::words("Change"),
            ];
            let rows = named.into_iter().map(row).collect_view();
            view! { <Table caption="People who may see my record" heads=heads>{rows}</Table> }.into_any()
        }
    };
    view! { <Card title="People who may see my record" id="let-in">{content}</Card> }.into_any()
}

fn row(named: Named) -> AnyView {
    let parts = named
        .sections
        .iter()
        .map(|section| section.words())
        .collect::<Vec<_>>()
        .join(", ");
    let act = match named.holds {
        true => view! {
            <Confirm
                action=routes::MY_PROXIES_END
                fields=vec![("proxy", named.id.to_string())]
                verb="End"
                label=format!("End what {} may see", named.known_as)
                means="They see nothing of your record any more, from this moment on. You can name them again."
            />
        }
        .into_any(),
        false => view! { <span class="quiet">"Ended"</span> }.into_any(),
    };
    view! {
        <tr>
            <th scope="row">{named.known_as}<br/><span class="quiet">{named.email}</span></th>
            <td data-head="What they may see">{parts}</td>
            <td data-head="Until"><Time at=Signal::stored(Some(named.until)) style=TimeStyle::Date/></td>
            <td>{act}</td>
        </tr>
    }
    .into_any()
}

fn form() -> AnyView {
    let wrong = fault("sections");
    let boxes = Section::ALL
        .into_iter()
        .map(|section| {
            let checked = typed(section.name()).is_some();
            view! {
                <label class="checkbox">
                    <input class="checkbox__input" type="checkbox" name=section.name() value="true" checked=checked/>
                    <span>{section.words()}</span>
                </label>
            }
            .into_any()
        })
        .collect_view();
    let spans = SPANS
        .into_iter()
        .map(|(days, words)| (days.to_owned(), words.to_owned()))
        .collect();
    view! {
        <Card title="Let somebody see my record" id="name-somebody">
            <form class="form card__body" method="post" action=routes::MY_PROXIES>
                <p>"They read it in this portal, signed in to an account of their own with this address, and can change nothing. You can end it at any time."</p>
                <Line name="email" label="Their e-mail address" kind="email" inputmode="email" hint="One that they do not sign in with to work in a hospital: that opens their work and not your record."/>
                <Line name="known_as" label="Who they are to you" hint="Such as “my son”. They read it too."/>
                <fieldset class="field" id="sections">
                    <legend class="field__label">"What they may see"</legend>
                    {boxes}
                    {wrong.map(|wrong| view! { <p class="field__error"><ui::Icon name="high"/>{wrong}</p> }.into_any())}
                </fieldset>
                <Choice name="days" label="For how long" answers=spans value="30".to_owned()/>
                <div class="form__end"><Button look=Look::Primary class="btn--patient">"Let them see it"</Button></div>
            </form>
        </Card>
    }
    .into_any()
}
