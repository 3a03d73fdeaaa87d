//! What a patient lets others do with their record: one card for each purpose with its whole words, an act each, and the history. For an admin the list of those that hold.

use domain::consents::{Consent, DataType, Purpose, Words};
use domain::ids::HospitalId;
use hospital::consents::{Holding, Own, Page};
use leptos::prelude::*;
use ui::{Button, Card, Chip, Empty, Head, Look, PageHead, Table, Time, TimeStyle};

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
    let off = (!own.may_give).then(|| view! { <p>"Your hospital has switched your portal off. What you agreed to you can take back; to agree to more, ask your hospital."</p> }.into_any());
    let past: Vec<Consent> = own
        .consents
        .into_iter()
        .filter(|it| it.withdrawn_at.is_some())
        .collect();
    view! {
        <PageHead title="Sharing my record"/>
        <Said/>
        {off}
        <p>"You decide who may use your record, and for what. Each choice is yours alone: neither staff nor anybody who cares for you can make it for you, and your treatment here does not depend on it."</p>
        <p class="cluster">
            <a class="btn btn--secondary" href=routes::MY_PROXIES>"People who may see my record"</a>
            <a class="btn btn--secondary" href=routes::MY_PREFERENCES>"How this page looks"</a>
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
        0 => view! { <p class="quiet">"You have not agreed to this."</p> }.into_any(),
        _ => {
            let rows = holding.iter().map(|consent| row(consent)).collect_view();
            view! { <ul class="stack">{rows}</ul> }.into_any()
        }
    };
    let text = words.text.clone();
    let act = open.map(|what| give(words, what));
    view! {
        <Card title=purpose.words() id=id_of(purpose)>
            <div class="card__body stack">
                <blockquote class="agreement">{text}</blockquote>
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
                let answers = [vec![(String::new(), "Choose a hospital".to_owned())], left].concat();
                view! { <Choice name="to" label="Which hospital may read my record" answers=answers/> }.into_any()
            })
        }
        Purpose::Wearables => {
            let left: Vec<(String, String)> = DataType::ALL
                .into_iter()
                .filter(|kind| holding.iter().all(|consent| consent.scope != Some(*kind)))
                .map(|kind| (kind.name().to_owned(), kind.words().to_owned()))
                .collect();
            (!left.is_empty()).then(|| {
                let answers = [vec![(String::new(), "Choose a kind of data".to_owned())], left].concat();
                view! { <Choice name="scope" label="Which data my hospital may read" answers=answers/> }.into_any()
            })
        }
        Purpose::Research | Purpose::Insurer => holding.is_empty().then(|| ().into_any()),
    }
}

fn give(words: &Words, what: AnyView) -> AnyView {
    let purpose = words.purpose;
    view! {
        <form class="form" method="post" action=routes::MY_CONSENTS>
            <input type="hidden" name="purpose" value=purpose.name()/>
            <input type="hidden" name="version" value=words.version.to_string()/>
            {what}
            <div class="form__end">
                <Button class="btn--patient" label=format!("I agree: {}", purpose.words())>"I agree"</Button>
            </div>
        </form>
    }
    .into_any()
}

fn row(consent: &Consent) -> AnyView {
    let detail = consent.detail();
    let since = Signal::stored(Some(consent.given_at));
    let label = match detail.as_str() {
        "" => format!("Withdraw: {}", consent.purpose.words()),
        detail => format!("Withdraw: {}, {detail}", consent.purpose.words()),
    };
    view! {
        <li class="agreed">
            <Chip look="line" icon="check">"Agreed"</Chip>
            <span class="agreed__what">
                {(!detail.is_empty()).then(|| view! { <b>{detail.clone()}", "</b> }.into_any())}
                "since "<Time at=since style=TimeStyle::DateClock/>
            </span>
            <Confirm
                action=routes::MY_CONSENTS_WITHDRAW
                fields=vec![("consent", consent.id.to_string())]
                verb="Withdraw"
                label=label
                means="It ends at once. Pages that are open close for those whom you let in. You can agree again at any time."
            />
        </li>
    }
    .into_any()
}

fn history(past: Vec<Consent>) -> AnyView {
    if past.is_empty() {
        return ().into_any();
    }
    let heads = vec![Head::words("What"), Head::words("From"), Head::words("Until")];
    let rows = past
        .into_iter()
        .map(|consent| {
            let detail = consent.detail();
            view! {
                <tr>
                    <th scope="row">{consent.purpose.words()}<br/><span class="quiet">{detail}</span></th>
                    <td data-head="From"><Time at=Signal::stored(Some(consent.given_at)) style=TimeStyle::DateClock/></td>
                    <td data-head="Until"><Time at=Signal::stored(consent.withdrawn_at) style=TimeStyle::DateClock/></td>
                </tr>
            }
            .into_any()
        })
        .collect_view();
    view! {
        <Card title="What I agreed to before" id="past-consents">
            <Table caption="What I agreed to before" heads=heads>{rows}</Table>
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
        vec![(String::new(), "Every purpose".to_owned())],
        Purpose::ALL
            .into_iter()
            .map(|purpose| (purpose.name().to_owned(), purpose.words().to_owned()))
            .collect(),
    ]
    .concat();
    let asked = purpose.map(Purpose::name).unwrap_or_default();
    let next = page
        .next
        .map(|after| view! { <p><a href=routes::consents_after(asked, number, after)>"Older"</a></p> }.into_any());
    view! {
        <PageHead title="Consents"/>
        <Said/>
        <p>"Consents of this hospital’s patients that hold now. Only the patient gives and withdraws them, in the portal."</p>
        <form class="form form--wide" method="get" action=routes::HOSPITAL_CONSENTS>
            <Choice name="purpose" label="Purpose" answers=purposes value=asked.to_owned()/>
            <Line name="number" label="Patient number" value=number.to_owned() optional=true/>
            <div class="form__end"><Button look=Look::Secondary>"Show"</Button></div>
        </form>
        {holding(page.rows)}
        {next}
    }
    .into_any()
}

fn holding(rows: Vec<Holding>) -> AnyView {
    if rows.is_empty() {
        return view! { <Empty icon="document" title="No consent holds" text="Patients give them in the portal, under Sharing."/> }.into_any();
    }
    let heads = vec![
        Head::words("Patient number"),
        Head::words("Purpose"),
        Head::words("To whom or what"),
        Head::words("Since"),
        Head::number("Version of the words"),
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
                        <td data-head="Purpose">{consent.purpose.words()}</td>
                        <td data-head="To whom or what">{consent.detail()}</td>
                        <td data-head="Since"><Time at=Signal::stored(Some(consent.given_at)) style=TimeStyle::DateClock/></td>
                        <td data-head="Version of the words" class="num">{consent.version.to_string()}</td>
                    </tr>
                }
                .into_any()
            },
        )
        .collect_view();
    view! { <Table caption="Consents that hold" heads=heads>{rows}</Table> }.into_any()
}
