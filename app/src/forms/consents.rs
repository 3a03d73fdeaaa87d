//! What a patient lets others do with their record: one card for each purpose with its whole words, an act each, and the history. For an admin the list of those that hold.

use domain::consents::{Consent, DataType, Purpose, Words};
use domain::ids::HospitalId;
use hospital::consents::{Holding, Own, Page};
use leptos::prelude::*;
use ui::lang::{self, Arg, key, say, tell, weave, word};
use ui::{Button, Card, Chip, Empty, Form, Head, LinkButton, Look, PageHead, Table, Time, TimeStyle};

use super::parts::{Choice, Confirm, Line, Said};
use crate::routes;

/// The person's own page.
pub fn mine(own: Own) -> AnyView {
    let cards = Purpose::ALL
        .into_iter()
        .filter_map(|purpose| {
            let words = own.words.iter().find(|words| words.purpose == purpose)?;
            let of_purpose = |consent: &&Consent| consent.purpose == purpose && consent.withdrawn_at.is_none();
            let holding: Vec<Consent> = own.consents.iter().filter(of_purpose).cloned().collect();
            Some(card(words, holding, &own.hospitals, own.may_give))
        })
        .collect_view();
    let off = (!own.may_give).then(|| view! { <p>{word(key::CONSENTS_PORTAL_OFF)}</p> }.into_any());
    let past: Vec<Consent> = own
        .consents
        .into_iter()
        .filter(|it| it.withdrawn_at.is_some())
        .collect();
    view! {
        <PageHead title=word(key::SHARING_MY_RECORD)/>
        <Said/>
        {off}
        <p>{word(key::CONSENTS_WHY)}</p>
        <p class="cluster">
            <LinkButton href=routes::MY_PROXIES>{word(key::PEOPLE_MAY_SEE)}</LinkButton>
        </p>
        {cards}
        {history(past)}
    }
    .into_any()
}

fn card(words: &Words, holding: Vec<Consent>, hospitals: &[(HospitalId, String)], may_give: bool) -> AnyView {
    let purpose = words.purpose;
    let open = may_give.then(|| can_be_given(purpose, &holding, hospitals)).flatten();
    let said = match holding.len() {
        0 => view! { <p class="quiet">{word(key::NOT_AGREED)}</p> }.into_any(),
        _ => {
            let rows = holding.iter().map(|consent| row(consent)).collect_view();
            view! { <ul class="stack">{rows}</ul> }.into_any()
        }
    };
    let (text, language) = (words.text.clone(), words.language.clone());
    // Words that are in another language than the page say so (WCAG 3.1.2).
    let language = (language != lang::locale().tag()).then_some(language);
    let direction = language.as_ref().map(|_| "auto");
    let act = open.map(|what| give(words, what));
    view! {
        <Card title=lang::of_english(purpose.words()) id=id_of(purpose)>
            <div class="card__body stack">
                <blockquote class="agreement" lang=language dir=direction>{text}</blockquote>
                {said}
                {act}
            </div>
        </Card>
    }
    .into_any()
}

/// What is left to choose before agreeing; none when it holds already, or nothing is left.
fn can_be_given(purpose: Purpose, holding: &[Consent], hospitals: &[(HospitalId, String)]) -> Option<AnyView> {
    match purpose {
        Purpose::Treatment => {
            let left: Vec<(String, String)> = hospitals
                .iter()
                .filter(|(_, name)| holding.iter().all(|consent| consent.to.as_ref() != Some(name)))
                .map(|(id, name)| (id.to_string(), name.clone()))
                .collect();
            (!left.is_empty()).then(|| {
                let answers = [vec![(String::new(), word(key::CHOOSE_HOSPITAL).to_owned())], left].concat();
                view! { <Choice name="to" label=word(key::WHICH_HOSPITAL) answers=answers/> }.into_any()
            })
        }
        Purpose::Wearables => {
            let left: Vec<(String, String)> = DataType::ALL
                .into_iter()
                .filter(|kind| holding.iter().all(|consent| consent.scope != Some(*kind)))
                .map(|kind| (kind.name().to_owned(), lang::of_english(kind.words())))
                .collect();
            (!left.is_empty()).then(|| {
                let answers = [vec![(String::new(), word(key::CHOOSE_DATA).to_owned())], left].concat();
                view! { <Choice name="scope" label=word(key::WHICH_DATA) answers=answers/> }.into_any()
            })
        }
        Purpose::Research | Purpose::Insurer => holding.is_empty().then(|| ().into_any()),
    }
}

fn give(words: &Words, what: AnyView) -> AnyView {
    let purpose = words.purpose;
    view! {
        <Form action=routes::MY_CONSENTS hidden=vec![("purpose", purpose.name().to_owned()), ("version", words.version.to_string()), ("language", words.language.clone())]>
            {what}
            <div class="form__end">
                <Button class="btn--patient" label=tell(say::agree_to(lang::of_english(purpose.words())))>{word(key::I_AGREE)}</Button>
            </div>
        </Form>
    }
    .into_any()
}

fn row(consent: &Consent) -> AnyView {
    let detail = lang::of_english(&consent.detail());
    let since = Signal::stored(Some(consent.given_at));
    let what = lang::of_english(consent.purpose.words());
    let label = match detail.as_str() {
        "" => tell(say::withdraw_from(what)),
        detail => tell(say::withdraw_from(format!("{what}{}{detail}", word(key::LIST_COMMA)))),
    };
    view! {
        <li class="agreed">
            <Chip look="line" icon="check">{word(key::AGREED)}</Chip>
            <span class="agreed__what">
                {(!detail.is_empty()).then(|| view! { <b>{detail.clone()}", "</b> }.into_any())}
                {weave(say::since_when(Arg::hole(0)), [view! { <Time at=since style=TimeStyle::DateClock/> }.into_any()])}
            </span>
            <Confirm
                action=routes::MY_CONSENTS_WITHDRAW
                fields=vec![("consent", consent.id.to_string())]
                verb=word(key::WITHDRAW)
                label=label
                means=word(key::WITHDRAW_MEANS)
            />
        </li>
    }
    .into_any()
}

fn history(past: Vec<Consent>) -> AnyView {
    if past.is_empty() {
        return ().into_any();
    }
    let heads = vec![
        Head::words(word(key::WHAT)),
        Head::words(word(key::FROM)),
        Head::words(word(key::UNTIL)),
    ];
    let rows = past
        .into_iter()
        .map(|consent| {
            let detail = lang::of_english(&consent.detail());
            view! {
                <tr>
                    <th scope="row">{lang::of_english(consent.purpose.words())}<br/><span class="quiet">{detail}</span></th>
                    <td data-head=word(key::FROM)><Time at=Signal::stored(Some(consent.given_at)) style=TimeStyle::DateClock/></td>
                    <td data-head=word(key::UNTIL)><Time at=Signal::stored(consent.withdrawn_at) style=TimeStyle::DateClock/></td>
                </tr>
            }
            .into_any()
        })
        .collect_view();
    view! {
        <Card title=word(key::AGREED_BEFORE) id="past-consents">
            <Table caption=word(key::AGREED_BEFORE) heads=heads>{rows}</Table>
        </Card>
    }
    .into_any()
}

const fn id_of(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Treatment => "consent-treatment",
        Purpose::Wearables => "consent-wearables",
        Purpose::Research => "consent-research",
        Purpose::Insurer => "consent-insurer",
    }
}

/// The admin's page; `purpose` and `number` are what was asked for.
pub fn here(page: Page, purpose: Option<Purpose>, number: &str) -> AnyView {
    let purposes = [
        vec![(String::new(), word(key::EVERY_PURPOSE).to_owned())],
        Purpose::ALL
            .into_iter()
            .map(|purpose| (purpose.name().to_owned(), lang::of_english(purpose.words())))
            .collect(),
    ]
    .concat();
    let asked = purpose.map(Purpose::name).unwrap_or_default();
    let next = page.next.map(|after| {
        view! { <p><a href=routes::consents_after(asked, number, after)>{word(key::OLDER)}</a></p> }.into_any()
    });
    let (asked, number) = (asked.to_owned(), number.to_owned());
    view! {
        <PageHead title=word(key::CONSENTS)/>
        <Said/>
        <p>{word(key::CONSENTS_HERE)}</p>
        <Form class="form form--wide" method="get" action=routes::HOSPITAL_CONSENTS>
            <Choice name="purpose" label=word(key::PURPOSE) answers=purposes value=asked/>
            <Line name="number" label=word(key::PATIENT_NUMBER) value=number optional=true/>
            <div class="form__end"><Button look=Look::Secondary>{word(key::SHOW)}</Button></div>
        </Form>
        {holding(page.rows)}
        {next}
    }
    .into_any()
}

fn holding(rows: Vec<Holding>) -> AnyView {
    if rows.is_empty() {
        return view! { <Empty icon="document" title=word(key::NO_CONSENT) text=word(key::CONSENTS_COME_FROM)/> }
            .into_any();
    }
    let heads = vec![
        Head::words(word(key::PATIENT_NUMBER)),
        Head::words(word(key::PURPOSE)),
        Head::words(word(key::TO_WHOM_OR_WHAT)),
        Head::words(word(key::SINCE)),
        Head::number(word(key::VERSION_OF_WORDS)),
    ];
    let rows = rows
        .into_iter()
        .map(
            |Holding {
                 hospital_number,
                 consent,
             }| {
                view! {
                    <tr>
                        <th scope="row" class="code">{hospital_number}</th>
                        <td data-head=word(key::PURPOSE)>{lang::of_english(consent.purpose.words())}</td>
                        <td data-head=word(key::TO_WHOM_OR_WHAT)>{lang::of_english(&consent.detail())}</td>
                        <td data-head=word(key::SINCE)><Time at=Signal::stored(Some(consent.given_at)) style=TimeStyle::DateClock/></td>
                        <td data-head=word(key::VERSION_OF_WORDS) class="num">{consent.version.to_string()}</td>
                    </tr>
                }
                .into_any()
            },
        )
        .collect_view();
    view! { <Table caption=word(key::CONSENTS_HOLD) heads=heads>{rows}</Table> }.into_any()
}
