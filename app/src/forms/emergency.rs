//! Emergencies: the form that opens a record for an hour, and the queue of those who look at it afterwards.

use domain::emergency::{MOST, OPEN_MINUTES, Opening, Reason, Told, Verdict};
use domain::ids::PatientId;
use hospital::emergency::Queue;
use leptos::prelude::*;
use ui::{Button, Card, Chip, Empty, Look, PageHead, Time, TimeStyle};

use super::parts::{Choice, Line, Said, Text};
use super::people::{Person, choose_from};
use crate::routes;

/// The form; of somebody known when the reader comes from a page that refused them.
pub fn open(known: Option<PatientId>) -> AnyView {
    let who = match known {
        Some(patient) => view! {
            <input type="hidden" name="patient" value=patient.to_string()/>
            <p>"You open the record of the patient whose page you came from."</p>
        }
        .into_any(),
        None => view! {
            <fieldset class="form">
                <legend><h2>"Who"</h2></legend>
                <Line name="health_id" label="Health ID" hint="14 digits, as on the identity card or the bracelet. Blanks and hyphens do not count." inputmode="numeric" optional=true/>
                <Line name="born_on" label="Date of birth" kind="date" optional=true/>
                <p class="quiet">"Or, for a patient of this hospital:"</p>
                <Line name="hospital_number" label="Hospital number" hint="As on the chart, such as RG-204 4178." optional=true/>
            </fieldset>
        }
        .into_any(),
    };
    let reasons = std::iter::once((String::new(), "Choose".to_owned()))
        .chain(Reason::ALL.map(|reason| (reason.name().to_owned(), reason.words().to_owned())))
        .collect();
    view! {
        <PageHead title="Open a record in an emergency"/>
        <Said/>
        <p>
            {format!("You may read the record for {OPEN_MINUTES} minutes, and change nothing in it. ")}
            "The hospital tells the patient, in the portal or by letter, who opened it and why, and somebody looks at it afterwards."
        </p>
        <form class="form" method="post" action=routes::EMERGENCY>
            {who}
            <Choice name="reason" label="Reason" answers=reasons/>
            <Text name="words" label="What has happened" hint="In your own words, ten characters at least. No diagnosis is needed." most=MOST/>
            <div class="form__end">
                <Button look=Look::Primary>"Open the record"</Button>
            </div>
        </form>
    }
    .into_any()
}

/// The queue, and who is told of what comes into it.
pub fn queue(queue: Queue) -> AnyView {
    let Queue {
        openings,
        officer,
        may_name,
        choices,
    } = queue;
    let officer = may_name.then(|| {
        let mut people = choose_from(choices.as_deref(), &[]);
        if let Some((_, nobody)) = people.iter_mut().flatten().next() {
            *nobody = "Nobody: every administrator is told".to_owned();
        }
        let named = officer.map(|user| user.to_string()).unwrap_or_default();
        view! {
            <Card title="Privacy officer" id="officer">
                <form class="card__body form" method="post" action=routes::PRIVACY_OFFICER>
                    <p>"Is told of each emergency opening and reviews it, whatever their role. Of what the officer opens, the administrators are told."</p>
                    <Person name="officer" label="Person" value=named answers=people optional=true/>
                    <Button>"Name the officer"</Button>
                </form>
            </Card>
        }
        .into_any()
    });
    let waiting = openings.iter().filter(|opening| opening.review.is_none()).count();
    let context = match waiting {
        0 => "Nothing waits for a review.".to_owned(),
        1 => "1 waits for a review.".to_owned(),
        more => format!("{more} wait for a review."),
    };
    let list = if openings.is_empty() {
        view! { <Empty title="No record was opened in an emergency" text="When somebody does, it stands here until it was looked at."/> }
            .into_any()
    } else {
        openings.into_iter().map(one).collect_view().into_any()
    };
    view! {
        <PageHead title="Emergency openings" context=context/>
        <Said/>
        <div class="stack">{list}{officer}</div>
    }
    .into_any()
}

fn one(opening: Opening) -> AnyView {
    let id = opening.id.to_string();
    let number = opening
        .hospital_number
        .clone()
        .unwrap_or_else(|| "not registered here".to_owned());
    let read = match opening.reads {
        0 => "The record was not read.".to_owned(),
        1 => "The record was read once.".to_owned(),
        more => format!("The record was read {more} times."),
    };
    let by = opening.by.clone();
    let state = match (opening.review.clone(), opening.is_own) {
        (Some((verdict, words, at)), _) => view! {
            <p>
                <Chip look="line">{verdict.words()}</Chip>" "<Time at=Signal::stored(Some(at)) style=TimeStyle::DateClock/>
                {(!words.is_empty()).then(|| view! { <span class="quiet">" · "{words}</span> }.into_any())}
            </p>
        }
        .into_any(),
        (None, true) => view! { <p class="quiet">"This is your own opening: somebody else must look at it."</p> }.into_any(),
        (None, false) => review(&id),
    };
    let told = told(opening.told);
    view! {
        <section class="card panel" aria-label=format!("Opened by {by}")>
            <div class="card__body stack">
                <h2>{opening.reason.words()}</h2>
                <blockquote class="said">{opening.words}</blockquote>
                <dl class="facts">
                    <dt>"Opened by"</dt><dd>{opening.by}", "{opening.hospital}</dd>
                    <dt>"Patient number"</dt><dd class="code">{number}</dd>
                    <dt>"Opened"</dt><dd><Time at=Signal::stored(Some(opening.opened_at)) style=TimeStyle::DateClock/></dd>
                    <dt>"Open until"</dt><dd><Time at=Signal::stored(Some(opening.until)) style=TimeStyle::DateClock/></dd>
                    <dt>"Told"</dt><dd>{told}</dd>
                    <dt>"Reading"</dt><dd>{read}</dd>
                </dl>
                {state}
            </div>
        </section>
    }
    .into_any()
}

/// Who was told, when, and who still has to be.
fn told(told: Option<Told>) -> AnyView {
    let Some(Told { at, person, reviewers }) = told else {
        return view! { "Within the minute." }.into_any();
    };
    let person = match person {
        None => "",
        Some(true) => "The patient was told in the portal.",
        Some(false) => "The patient has no account: tell them by letter.",
    };
    let reviewers = match reviewers {
        None => String::new(),
        Some(0) => " Nobody of this hospital could be told: name a privacy officer.".to_owned(),
        Some(1) => " One person of this hospital was told to review it.".to_owned(),
        Some(more) => format!(" {more} people of this hospital were told to review it."),
    };
    view! { <Time at=Signal::stored(Some(at)) style=TimeStyle::DateClock/>" · "{person}{reviewers} }.into_any()
}

fn review(id: &str) -> AnyView {
    view! {
        <form class="form" method="post" action=routes::EMERGENCY_REVIEWS>
            <input type="hidden" name="opening" value=id.to_owned()/>
            <label class="field">
                <span class="field__label">"What you found"<span class="field__optional">" (needed when it was not justified)"</span></span>
                <span class="field__box"><input class="field__input" name="review" maxlength="1000" autocomplete="off"/></span>
            </label>
            <div class="form__end">
                <Button look=Look::Primary name="verdict" value=Verdict::Justified.name()>"Close as justified"</Button>
                <Button look=Look::Inverse name="verdict" value=Verdict::NotJustified.name()>"Close as not justified"</Button>
            </div>
        </form>
    }
    .into_any()
}
