//! The care team of a patient: who treats them, who did, and on which ward they lie.

use domain::actor::Role;
use domain::ids::WardId;
use hospital::care::{CareTeam, Carer, Choices, Colleague, Lies};
use hospital::patients::Ways;
use hospital::patients::identity::Identity;
use leptos::prelude::*;
use ui::lang::{Arg, key, say, tell, weave, word};
use ui::{Button, Card, Empty, Form, Head, Look, PageHead, Table, Time, TimeStyle};

use super::parts::{Act, Choice, Confirm, Said};
use super::patients::banner;
use super::people::{Person, choose_from};
use crate::routes;
use crate::widgets::ways::tabs;

/// The page; `whose` for who may see who the patient is.
pub fn page(team: CareTeam, ways: Ways, whose: Option<Identity>) -> AnyView {
    let here = routes::care_team(team.patient);
    let (banner, who) = match whose {
        Some(whose) => (Some(banner::within(&whose)), None),
        None => {
            let who = format!(
                "{}, {} · {}",
                team.family_name.to_uppercase(),
                team.given_name,
                team.number
            );
            // Not the head's context, which a phone leaves out: nobody assigns without seeing to whom.
            (None, Some(view! { <p><b>{who}</b></p> }.into_any()))
        }
    };
    let reader = team.reader;
    let treats = team.treating.iter().any(|carer| Some(carer.user) == reader);
    let take_over = (team.may_take_over && !treats).then(|| {
        view! { <Act action=here.clone() fields=vec![("act", "take-over".into())] verb=word(key::TAKE_OVER_THIS_PATIENT) label=word(key::TAKE_OVER_THIS_PATIENT) look=Look::Primary/> }
            .into_any()
    });
    let tabs = tabs(team.patient, ways, here.clone());
    let (assign, move_to) = match team.choices {
        Some(Choices { wards, colleagues }) => {
            let lies = team.lies.as_ref().map(|lies| lies.ward);
            (
                Some(assign(here.clone(), colleagues.as_deref())),
                Some(admit(here.clone(), wards, lies)),
            )
        }
        None => (None, None),
    };
    let may_end = assign.is_some();
    let treating = treating(&here, team.treating, may_end, reader);
    view! {
        {banner}
        {tabs}
        <PageHead title=word(key::CARE_TEAM)>{take_over}</PageHead>
        {who}
        <Said/>
        <div class="stack">
            <Card title=word(key::TREATING_NOW) id="treating">{treating}{assign}</Card>
            <Card title=word(key::PLACE_WARD) id="ward-now">
                <div class="card__body">{on_ward(&here, team.lies, may_end)}</div>
                {move_to}
            </Card>
            <Card title=word(key::TREATED_BEFORE) id="before">{before(team.before)}</Card>
        </div>
    }
    .into_any()
}

fn treating(here: &str, carers: Vec<Carer>, may_end: bool, reader: Option<domain::ids::UserId>) -> AnyView {
    if carers.is_empty() {
        return view! { <Empty icon="person" title=word(key::NOBODY_IS_NAMED) text=word(key::PEOPLE_ON_DUTY_ON)/> }
            .into_any();
    }
    let rows = carers
        .into_iter()
        .map(|carer| {
            let oneself = Some(carer.user) == reader;
            let verb = if oneself { word(key::STEP_BACK) } else { word(key::END) };
            let label = if oneself {
                word(key::STEP_BACK_FROM_THIS).to_owned()
            } else {
                tell(say::end_treatment_by(carer.name.as_str()))
            };
            let fields = vec![("act", "end".to_owned()), ("person", carer.user.to_string())];
            let end = (may_end || oneself)
                .then(|| view! { <Act action=here.to_owned() fields=fields verb=verb label=label/> }.into_any());
            view! {
                <tr>
                    <th scope="row">{carer.name}</th>
                    <td data-head=word(key::SINCE)><Time at=Signal::stored(Some(carer.since)) style=TimeStyle::DateClock/></td>
                    <td><div class="acts">{end}</div></td>
                </tr>
            }
            .into_any()
        })
        .collect_view();
    let heads = [word(key::WHO), word(key::SINCE), ""].map(Head::words).to_vec();
    view! { <Table caption=word(key::TREATING_NOW) heads=heads>{rows}</Table> }.into_any()
}

fn before(carers: Vec<Carer>) -> AnyView {
    if carers.is_empty() {
        return view! { <Empty icon="person" title=word(key::NOBODY_BEFORE) text=word(key::WHO_TREATED_THIS_PATIENT)/> }.into_any();
    }
    let rows = carers
        .into_iter()
        .map(|carer| {
            view! {
                <tr>
                    <th scope="row">{carer.name}</th>
                    <td data-head=word(key::SINCE)><Time at=Signal::stored(Some(carer.since)) style=TimeStyle::DateClock/></td>
                    <td data-head=word(key::UNTIL)><Time at=Signal::stored(carer.until) style=TimeStyle::DateClock/></td>
                </tr>
            }
            .into_any()
        })
        .collect_view();
    let heads = [word(key::WHO), word(key::SINCE), word(key::UNTIL)]
        .map(Head::words)
        .to_vec();
    view! { <Table caption=word(key::TREATED_BEFORE) heads=heads>{rows}</Table> }.into_any()
}

fn on_ward(here: &str, lies: Option<Lies>, may_move: bool) -> AnyView {
    let Some(lies) = lies else {
        return view! { <p>{word(key::LIES_ON_NO_WARD)}</p> }.into_any();
    };
    let leave = may_move.then(|| {
        let fields = vec![("act", "discharge".to_owned())];
        view! {
            <Confirm action=here.to_owned() fields=fields verb=word(key::DISCHARGE) label=word(key::DISCHARGE_FROM_THE_WARD)
                means=word(key::WHOEVER_IS_ON_DUTY)/>
        }
        .into_any()
    });
    let lies_on = weave(
        say::lies_on_since(Arg::hole(0), Arg::hole(1)),
        [
            view! { <b>{lies.name}</b> }.into_any(),
            view! { <Time at=Signal::stored(Some(lies.since)) style=TimeStyle::DateClock/> }.into_any(),
        ],
    );
    view! {
        <div class="form__end">
            <span>{lies_on}</span>
            {leave}
        </div>
    }
    .into_any()
}

fn assign(here: String, colleagues: Option<&[Colleague]>) -> AnyView {
    let answers = choose_from(colleagues, &[Role::Doctor, Role::Nurse]);
    view! {
        <Form class="card__foot form form--wide" action=here hidden=vec![("act", "assign".to_owned())]>
            <Person name="person" label=word(key::DOCTOR_OR_NURSE) answers=answers/>
            <Button look=Look::Primary>{word(key::ASSIGN)}</Button>
        </Form>
    }
    .into_any()
}

fn admit(here: String, wards: Vec<(WardId, String)>, lies: Option<WardId>) -> AnyView {
    let verb = if lies.is_some() {
        word(key::TRANSFER)
    } else {
        word(key::ADMIT)
    };
    let others = wards.into_iter().filter(|(ward, _)| Some(*ward) != lies);
    let answers: Vec<_> = others.map(|(ward, name)| (ward.to_string(), name)).collect();
    if answers.is_empty() {
        return ().into_any();
    }
    view! {
        <Form class="card__foot form form--wide" action=here hidden=vec![("act", "admit".to_owned())]>
            <Choice name="ward" label=word(key::TO_THE_WARD) answers=answers/>
            <Button>{verb}</Button>
        </Form>
    }
    .into_any()
}
