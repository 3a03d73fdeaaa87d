//! The patient's own call: one big button, and then in plain words what becomes of it. Who cares for them reads the same and has no button. Who is at home reads why there is none.

use domain::calls::{About, How};
use domain::time::Moment;
use hospital::calls::{Became, Call, Mine};
use leptos::prelude::*;
use ui::lang::{key, say, tell, word};
use ui::{Button, Card, Form, Look, Note, PageHead, Row, Rows, age};

use super::{EVERY, about, place};
use crate::forms::again::{Again, Drawn};
use crate::forms::parts::{Act, Said};
use crate::portals::patient::parts::OnBehalf;
use crate::routes;

/// The page.
pub fn page(mine: Mine, script: String) -> AnyView {
    let again = Again {
        id: "call-now",
        door: routes::MY_CALL_NOW.to_owned(),
        every: EVERY,
        here: routes::MY_CALL.to_owned(),
        script,
    };
    let now = again.around(moves(&mine));
    let acts = acts(&mine);
    view! {
        <div class="parts">
            <OnBehalf view=mine.view person=mine.person/>
            <PageHead title=word(key::CALL_MY_NURSE)/>
            <Said/>
            {now}
            {acts}
            <Note>{word(key::NOT_FOR_EMERGENCIES)}</Note>
        </div>
    }
    .into_any()
}

/// What became of the call, and where they are.
pub fn moves(mine: &Mine) -> Drawn {
    let here = match &mine.place {
        Some(found) => tell(say::call_here(place(&found.ward_name, found.spot.as_deref()))),
        None => word(key::CALL_AT_HOME).to_owned(),
    };
    let (news, said) = match &mine.call {
        Some(call) => {
            let (first, then) = sentences(call, mine.read_at);
            let lines = view! { <p><b>{first}</b></p><p>{then.clone()}</p> }.into_any();
            (then, lines)
        }
        None => (String::new(), view! { <p>{word(key::CALL_NONE_OPEN)}</p> }.into_any()),
    };
    let body = view! {
        <Card title=word(key::CALL_STANDS) id="my-call">
            <div class="card__body stack">{said}<p class="quiet">{here}</p></div>
        </Card>
    };
    Drawn {
        at: mine.read_at,
        news,
        body: body.into_any(),
    }
}

/// What can be pressed: to call, or to take the call back. It stands beside what moves and is never touched by it.
fn acts(mine: &Mine) -> AnyView {
    if !mine.may_call {
        return view! { <Note>{word(key::CALL_NOT_FOR_ANOTHER)}</Note> }.into_any();
    }
    if mine.call.as_ref().is_some_and(is_open) {
        let fields = vec![("act", "cancel".to_owned())];
        let verb = word(key::CALL_TAKE_BACK);
        return view! { <div class="cluster"><Act action=routes::MY_CALL fields=fields verb=verb label=verb/></div> }
            .into_any();
    }
    if mine.place.is_none() {
        return ().into_any();
    }
    let says = About::ALL
        .into_iter()
        .map(|what| {
            let fields = vec![("act", "call".to_owned()), ("about", what.name().to_owned())];
            let verb = word(about(what));
            let label = tell(say::call_because(verb));
            view! { <Act action=routes::MY_CALL fields=fields verb=verb label=label/> }.into_any()
        })
        .collect_view();
    view! {
        {button()}
        <Card title=word(key::CALL_SAY_WHAT) id="call-about">
            <div class="card__body stack"><p>{word(key::CALL_SAY_WHAT_MEANS)}</p><div class="cluster">{says}</div></div>
        </Card>
    }
    .into_any()
}

/// The one big button. It needs no script and no answer to a question.
fn button() -> AnyView {
    view! {
        <Form action=routes::MY_CALL hidden=vec![("act", "call".to_owned())]>
            <Button look=Look::Primary class="btn--patient btn--wide" icon="bell">{word(key::CALL_MY_NURSE)}</Button>
        </Form>
    }
    .into_any()
}

/// What stands of it on the home and on the page of the dialysis: the button, or how far the call is, or why there is none.
pub fn part(mine: Mine) -> Option<AnyView> {
    let open = mine.call.as_ref().filter(|call| is_open(call));
    let row = |title: String, text: String| {
        view! { <Rows><Row href=routes::MY_CALL icon="bell" title=title text=text/></Rows> }.into_any()
    };
    let shown = match (open, mine.may_call, &mine.place) {
        (Some(call), ..) => {
            let (first, then) = sentences(call, mine.read_at);
            row(then, first)
        }
        (None, true, Some(_)) => button(),
        (None, true, None) => row(word(key::CALL_MY_NURSE).to_owned(), word(key::CALL_AT_HOME).to_owned()),
        (None, false, _) => return None,
    };
    Some(view! { <section class="stack" id="my-call" aria-label=word(key::CALL_MY_NURSE)>{shown}</section> }.into_any())
}

fn is_open(call: &Call) -> bool {
    matches!(call.became, Became::Waiting | Became::Taken { .. })
}

/// When they called, and what became of it.
fn sentences(call: &Call, now: Moment) -> (String, String) {
    let ago = |at: Moment| age::words(now.seconds_since(at));
    let called = match call.about {
        Some(what) => tell(say::call_ago_about(ago(call.called_at), word(about(what)))),
        None => tell(say::call_ago(ago(call.called_at))),
    };
    let became = match &call.became {
        Became::Waiting => word(key::CALL_NOBODY_YET).to_owned(),
        Became::Taken { by: Some(who), .. } => tell(say::call_comes(who.as_str())),
        Became::Taken { by: None, .. } => word(key::CALL_SOMEBODY_COMES).to_owned(),
        Became::Closed { how, .. } => word(match how {
            How::Helped => key::CALL_ENDED_HELPED,
            How::PassedOn => key::CALL_ENDED_PASSED_ON,
            How::NotNeeded => key::CALL_ENDED_NOT_NEEDED,
        })
        .to_owned(),
        Became::Cancelled { .. } => word(key::CALL_ENDED_TAKEN_BACK).to_owned(),
    };
    (called, became)
}
