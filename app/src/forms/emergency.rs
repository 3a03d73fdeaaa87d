//! Emergencies: the form that opens a record for an hour, and the queue of those who look at it afterwards.

use domain::emergency::{MOST, OPEN_MINUTES, Opening, Reason, Told, Verdict};
use domain::ids::PatientId;
use hospital::emergency::Queue;
use leptos::prelude::*;
use ui::lang::{self, key, say, tell, word};
use ui::{Button, Card, CardOf, Chip, Empty, Facts, Form, Known, Look, PageHead, Time, TimeStyle};

use super::parts::{Choice, Line, Of, Said, Text, choose};
use super::people::{Person, choose_from};
use crate::routes;

/// The form; of somebody known when the reader comes from a page that refused them.
pub fn open(known: Option<PatientId>) -> AnyView {
    let who = match known {
        Some(_) => view! {
            <p>{word(key::YOU_OPEN_THE_RECORD)}</p>
        }
        .into_any(),
        None => view! {
            <fieldset class="form">
                <legend><h2>{word(key::WHO)}</h2></legend>
                <p>{word(key::EMERGENCY_WHO_HOW)}</p>
                <Line name="health_id" label=word(key::HEALTH_ID_HEAD) hint=word(key::N_14_DIGITS_AS_ON) inputmode="numeric" open=true/>
                <Line name="born_on" label=word(key::DATE_OF_BIRTH) kind="date" open=true/>
                <p class="quiet">{word(key::OR_FOR_A_PATIENT)}</p>
                <Line name="hospital_number" label=word(key::HOSPITAL_NUMBER_LONG) hint=word(key::AS_ON_THE_CHART) open=true/>
            </fieldset>
        }
        .into_any(),
    };
    let whose = known
        .map(|patient| ("patient", patient.to_string()))
        .into_iter()
        .collect();
    let reasons = choose(Reason::ALL.map(|reason| (reason.name().to_owned(), lang::of_english(reason.words()))));
    view! {
        <PageHead title=word(key::OPEN_A_RECORD_IN)/>
        <Said/>
        <p>
            {tell(say::emergency_minutes(OPEN_MINUTES))}" "
            {word(key::THE_HOSPITAL_TELLS_THE)}
        </p>
        <Form action=routes::EMERGENCY hidden=whose>
            {who}
            <Choice name="reason" label=word(key::REASON) answers=reasons/>
            <Text name="words" label=word(key::WHAT_HAS_HAPPENED) hint=word(key::IN_YOUR_OWN_WORDS) most=MOST/>
            <div class="form__end">
                <Button look=Look::Primary>{word(key::OPEN_THE_RECORD)}</Button>
            </div>
        </Form>
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
            *nobody = word(key::NOBODY_EVERY_ADMINISTRATOR_IS).to_owned();
        }
        let named = officer.map(|user| user.to_string()).unwrap_or_default();
        view! {
            <Card title=word(key::PRIVACY_OFFICER) id="officer">
                <Form class="card__body form" action=routes::PRIVACY_OFFICER>
                    <p>{word(key::IS_TOLD_OF_EACH)}</p>
                    <Person name="officer" label=word(key::PERSON) value=named answers=people optional=true/>
                    <Button>{word(key::NAME_THE_OFFICER)}</Button>
                </Form>
            </Card>
        }
        .into_any()
    });
    let waiting = openings.iter().filter(|opening| opening.review.is_none()).count();
    let context = match waiting {
        0 => word(key::NOTHING_WAITS_FOR_A).to_owned(),
        more => tell(say::wait_for_review(more)),
    };
    let list = if openings.is_empty() {
        view! { <Empty title=word(key::NO_RECORD_WAS_OPENED) text=word(key::WHEN_SOMEBODY_DOES_IT)/> }.into_any()
    } else {
        openings.into_iter().map(one).collect_view().into_any()
    };
    view! {
        <PageHead title=word(key::EMERGENCY_OPENINGS) context=context/>
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
        .unwrap_or_else(|| word(key::NOT_REGISTERED_HERE).to_owned());
    let read = match opening.reads {
        0 => word(key::THE_RECORD_WAS_NOT).to_owned(),
        more => tell(say::record_was_read(more)),
    };
    let by = opening.by.clone();
    let state = match (opening.review.clone(), opening.is_own) {
        (Some((verdict, words, at)), _) => view! {
            <p>
                <Chip look="line">{lang::of_english(verdict.words())}</Chip>" "<Time at=Signal::stored(Some(at)) style=TimeStyle::DateClock/>
                {(!words.is_empty()).then(|| view! { <span class="quiet">" · "{words}</span> }.into_any())}
            </p>
        }
        .into_any(),
        (None, true) => view! { <p class="quiet">{word(key::THIS_IS_YOUR_OWN)}</p> }.into_any(),
        (None, false) => review(&id),
    };
    let told = told(opening.told);
    view! {
        <CardOf title=lang::of_english(opening.reason.words()) id=format!("opening-{id}") label=tell(say::opened_by_whom(by))>
            <div class="card__body stack">
                <blockquote class="said">{opening.words}</blockquote>
                <Facts>
                    <Known what=word(key::OPENED_BY)>{opening.by}", "{opening.hospital}</Known>
                    <Known what=word(key::PATIENT_NUMBER) code=true>{number}</Known>
                    <Known what=word(key::OPENED)><Time at=Signal::stored(Some(opening.opened_at)) style=TimeStyle::DateClock/></Known>
                    <Known what=word(key::OPEN_UNTIL)><Time at=Signal::stored(Some(opening.until)) style=TimeStyle::DateClock/></Known>
                    <Known what=word(key::TOLD)>{told}</Known>
                    <Known what=word(key::READING)>{read}</Known>
                </Facts>
                {state}
            </div>
        </CardOf>
    }
    .into_any()
}

/// Who was told, when, and who still has to be.
fn told(told: Option<Told>) -> AnyView {
    let Some(Told { at, person, reviewers }) = told else {
        return view! { word(key::WITHIN_THE_MINUTE) }.into_any();
    };
    let person = match person {
        None => "",
        Some(true) => word(key::THE_PATIENT_WAS_TOLD),
        Some(false) => word(key::THE_PATIENT_HAS_NO),
    };
    let reviewers = match reviewers {
        None => String::new(),
        Some(more) => format!(" {}", tell(say::told_to_review(more))),
    };
    view! { <Time at=Signal::stored(Some(at)) style=TimeStyle::DateClock/>" · "{person}{reviewers} }.into_any()
}

fn review(id: &str) -> AnyView {
    let of = Of("opening", id.to_owned());
    view! {
        <Form action=routes::EMERGENCY_REVIEWS hidden=vec![("opening", id.to_owned())]>
            <Line name="review" label=word(key::WHAT_YOU_FOUND) hint=word(key::NEEDED_WHEN_IT_WAS) most=1_000 open=true of=of/>
            <div class="form__end">
                <Button look=Look::Primary name="verdict" value=Verdict::Justified.name()>{word(key::CLOSE_AS_JUSTIFIED)}</Button>
                <Button look=Look::Inverse name="verdict" value=Verdict::NotJustified.name()>{word(key::CLOSE_AS_NOT_JUSTIFIED)}</Button>
            </div>
        </Form>
    }
    .into_any()
}
