//! The patient's own call: one big button, and then in plain words what becomes of it. Who cares for them reads the same and has no button. Who is at home reads why there is none.

use domain::calls::{About, Heard, How};
use domain::time::Moment;
use hospital::calls::{Became, Call, Mine};
use leptos::prelude::*;
use ui::lang::{Key, key, say, tell, word};
use ui::time::{TimeStyle, write, zone_here};
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
            let (first, then) = (called_ago(call, mine.read_at), became(call, mine.heard));
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

/// What can be pressed: to call, to say that nobody has come, to take the call back. It stands beside what moves and is never touched by it, so the button to call stays while a call is open: when that
/// is over, an open page has it still. A press in between changes nothing, and says how far the call is.
fn acts(mine: &Mine) -> AnyView {
    if !mine.may_call {
        return view! { <Note>{word(key::CALL_NOT_FOR_ANOTHER)}</Note> }.into_any();
    }
    let open = mine.call.as_ref().filter(|call| is_open(call));
    if open.is_none() && mine.place.is_none() {
        return ().into_any();
    }
    let beside = open.map(|call| {
        let taken = matches!(call.became, Became::Taken { .. });
        let again = taken.then(|| act("again", key::CALL_NOBODY_CAME, Look::Primary));
        let back = act("cancel", key::CALL_TAKE_BACK, Look::Secondary);
        view! { <div class="cluster">{again}{back}</div> }.into_any()
    });
    let says = open.is_none_or(|call| call.became == Became::Waiting && call.about.is_none());
    let says = says.then(|| says_what(open.is_some()));
    // Who has called sees that they have: what helps them now weighs more.
    let look = match open {
        Some(_) => Look::Secondary,
        None => Look::Primary,
    };
    view! {
        {beside}
        {button(look)}
        {says}
    }
    .into_any()
}

/// A button of its own.
fn act(name: &'static str, verb: Key, look: Look) -> AnyView {
    let verb = word(verb);
    view! { <Act action=routes::MY_CALL fields=vec![("act", name.to_owned())] verb=verb label=verb look=look/> }
        .into_any()
}

/// What it is about, in one press: with the call or after it.
fn says_what(has_called: bool) -> AnyView {
    let (title, means) = match has_called {
        true => (key::CALL_SAY_WHAT_AFTER, key::CALL_SAY_WHAT_AFTER_MEANS),
        false => (key::CALL_SAY_WHAT, key::CALL_SAY_WHAT_MEANS),
    };
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
        <Card title=word(title) id="call-about">
            <div class="card__body stack"><p>{word(means)}</p><div class="cluster">{says}</div></div>
        </Card>
    }
    .into_any()
}

/// The one big button. It needs no script and no answer to a question.
fn button(look: Look) -> AnyView {
    view! {
        <Form action=routes::MY_CALL hidden=vec![("act", "call".to_owned())]>
            <Button look=look class="btn--patient btn--wide" icon="bell">{word(key::CALL_MY_NURSE)}</Button>
        </Form>
    }
    .into_any()
}

/// What stands in its place where it did not load: the way to the page that has the button.
pub fn away() -> AnyView {
    let (title, text) = (word(key::CALL_MY_NURSE), word(key::CALL_AWAY));
    view! {
        <section class="stack" id="my-call" aria-label=title>
            <Rows><Row href=routes::MY_CALL icon="bell" title=title text=text/></Rows>
        </section>
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
        (Some(call), ..) => row(became(call, mine.heard), called_at(call, mine.read_at)),
        (None, true, Some(_)) => button(Look::Primary),
        (None, true, None) => row(word(key::CALL_MY_NURSE).to_owned(), word(key::CALL_AT_HOME).to_owned()),
        (None, false, _) => return None,
    };
    Some(view! { <section class="stack" id="my-call" aria-label=word(key::CALL_MY_NURSE)>{shown}</section> }.into_any())
}

fn is_open(call: &Call) -> bool {
    matches!(call.became, Became::Waiting | Became::Taken { .. })
}

/// How long ago they called, where it is drawn anew.
fn called_ago(call: &Call, now: Moment) -> String {
    let ago = age::words(now.seconds_since(call.called_at));
    match call.about {
        Some(what) => tell(say::call_ago_about(ago, word(about(what)))),
        None => tell(say::call_ago(ago)),
    }
}

/// When they called and as of when that is read, where it stands as it was drawn: a page that stays open tells nothing untrue.
fn called_at(call: &Call, now: Moment) -> String {
    let zone = zone_here();
    let clock = |at: Moment| write(&zone, at, TimeStyle::Clock);
    let called = match call.about {
        Some(what) => tell(say::call_clock_about(clock(call.called_at), word(about(what)))),
        None => tell(say::call_clock(clock(call.called_at))),
    };
    format!("{called} · {}", tell(say::again_as_of(clock(now))))
}

/// What became of it, and of one that waits who was told.
fn became(call: &Call, heard: Option<Heard>) -> String {
    word(match &call.became {
        Became::Waiting => match heard {
            Some(Heard::Nurses) => key::CALL_NOBODY_YET,
            Some(Heard::OnCall) => key::CALL_NOBODY_YET_ON_CALL,
            Some(Heard::Nobody) | None => key::CALL_NOBODY_TOLD,
        },
        Became::Taken { by: Some(who), .. } => return tell(say::call_comes(who.as_str())),
        Became::Taken { by: None, .. } => key::CALL_SOMEBODY_COMES,
        Became::Closed { how, .. } => match how {
            How::Helped => key::CALL_ENDED_HELPED,
            How::NotNeeded => key::CALL_ENDED_NOT_NEEDED,
        },
        Became::Cancelled { .. } => key::CALL_ENDED_TAKEN_BACK,
    })
    .to_owned()
}
