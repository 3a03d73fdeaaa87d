//! Who calls on the wards where the reader is on duty, who waits first; who was told of it, and who is told next. Whom it is about is drawn only for who reads that patient. The forms stand beside
//! what moves: a call that came while the page was open leads to the page read anew, at its form.

use domain::calls::How;
use domain::time::Moment;
use hospital::calls::{Became, Board, Line, Told};
use hospital::on_call::Kept;
use leptos::prelude::*;
use ui::lang::{self, Arg, key, say, tell, weave, word};
use ui::{Button, Card, CardOf, Chip, Empty, Form, Head, Look, PageHead, Table, Time, TimeStyle, age};

use super::{EVERY, about, place};
use crate::forms::again::{Again, Drawn};
use crate::forms::on_call::{rank_words, skipped};
use crate::forms::parts::{Act, Choice, Of, Said, choose};
use crate::routes;

/// The page.
pub fn page(found: Board, script: String) -> AnyView {
    let again = Again {
        id: "calls-now",
        door: routes::CALLS_NOW.to_owned(),
        every: EVERY,
        here: routes::CALLS.to_owned(),
        script,
    };
    let now = again.around(moves(&found));
    let answers = found
        .open
        .iter()
        .filter(|line| line.may_answer)
        .map(answer)
        .collect_view();
    view! {
        <PageHead title=word(key::CALLS) context=word(key::CALLS_CONTEXT)>
            <a class="link link--alone" href=routes::ON_CALL>{word(key::ON_CALL)}</a>
        </PageHead>
        <Said/>
        {now}
        <div class="stack">{answers}</div>
    }
    .into_any()
}

/// Who calls now.
pub fn moves(found: &Board) -> Drawn {
    let now = found.read_at;
    let waiting = found.open.iter().filter(|line| line.call.became == Became::Waiting);
    let waiting = i64::try_from(waiting.count()).unwrap_or(i64::MAX);
    let body = match (found.open.is_empty(), found.on_duty) {
        (true, true) => {
            view! { <Empty icon="check-circle" title=word(key::CALLS_NONE) text=word(key::CALLS_NONE_TEXT)/> }
                .into_any()
        }
        // That nothing is shown is no all-clear for who is on duty nowhere.
        (true, false) => {
            view! { <Empty icon="info" title=word(key::CALLS_NOT_ON_DUTY) text=word(key::CALLS_NOT_ON_DUTY_TEXT)/> }
                .into_any()
        }
        (false, _) => {
            let heads = [
                word(key::CALL_CALLED),
                word(key::CRITICAL_PLACE),
                word(key::ROLE_PATIENT),
                word(key::CALL_ABOUT),
                word(key::STATE),
                word(key::CRITICAL_TOLD),
            ]
            .map(Head::words)
            .to_vec();
            let rows = found.open.iter().map(|line| row(line, now)).collect_view();
            view! { <Table caption=word(key::CALLS_OPEN) heads=heads>{rows}</Table> }.into_any()
        }
    };
    Drawn {
        at: now,
        news: match waiting {
            0 => String::new(),
            many => tell(say::calls_waiting_count(many)),
        },
        body: view! { <Card title=word(key::CALLS_OPEN) id="calls">{body}</Card> }.into_any(),
    }
}

fn place_of(line: &Line) -> String {
    place(&line.ward, line.spot.as_deref())
}

fn row(line: &Line, now: Moment) -> AnyView {
    let (called_at, waited) = (line.call.called_at, age::words(now.seconds_since(line.call.called_at)));
    let (href, place) = (routes::call_of(line.call.id), place_of(line));
    let place = match line.may_answer {
        true => view! { <a class="link" href=href rel="external"><bdi>{place}</bdi></a> }.into_any(),
        false => view! { <bdi>{place}</bdi> }.into_any(),
    };
    let who = match &line.of {
        Some((_, name)) => view! { <bdi>{name.clone()}</bdi> }.into_any(),
        None => view! { <span class="table__missing">{word(key::CRITICAL_NOT_YOURS)}</span> }.into_any(),
    };
    let what = word(line.call.about.map_or(key::CALL_ABOUT_UNSAID, about));
    let (look, stands) = match &line.call.became {
        Became::Taken { by: Some(who), .. } => ("medium-soft", tell(say::call_taken_by(who.as_str()))),
        Became::Taken { .. } => ("medium-soft", word(key::CALL_SOMEBODY_COMES).to_owned()),
        _ => ("high-soft", word(key::CALL_STATE_WAITING).to_owned()),
    };
    let told = told(line);
    view! {
        <tr>
            <td data-head=word(key::CALL_CALLED)>
                <Chip look="line" icon="clock">{waited}</Chip>" "
                <span class="quiet"><Time at=Signal::stored(Some(called_at)) style=TimeStyle::Clock/></span>
            </td>
            <th scope="row">{place}</th>
            <td data-head=word(key::ROLE_PATIENT)>{who}</td>
            <td data-head=word(key::CALL_ABOUT)>{what}</td>
            <td data-head=word(key::STATE)><Chip look=look>{stands}</Chip></td>
            <td data-head=word(key::CRITICAL_TOLD)>{told}</td>
        </tr>
    }
    .into_any()
}

/// Who was told at once, in one line, and by rank of the on-call table, or why nobody was; while nobody has taken it also who is told next.
fn told(line: &Line) -> AnyView {
    let (at_once, by_rank): (Vec<&Told>, Vec<&Told>) = line.told.iter().partition(|step| step.rank.is_none());
    let at_once = at_once.first().map(|first| {
        let who: Vec<String> = at_once.iter().map(|step| became(step)).collect();
        let when = word(match first.is_again {
            true => key::CALL_TOLD_AGAIN,
            false => key::CALL_TOLD_AT_ONCE,
        });
        view! { <li>{step(first.at, when, lang::listed(&who))}</li> }.into_any()
    });
    let by_rank = by_rank
        .into_iter()
        .map(|told| {
            let rank = told.rank.map_or("–", rank_words);
            view! { <li>{step(told.at, rank, became(told))}</li> }.into_any()
        })
        .collect_view();
    let next = (line.call.became == Became::Waiting).then(|| {
        let said = match &line.next {
            Some(next) => {
                let turn = step(next.at, rank_words(next.rank), next.name.clone());
                weave(say::call_next(Arg::hole(0)), [turn])
            }
            None => word(key::CALL_NEXT_NOBODY).into_any(),
        };
        view! { <li class="quiet">{said}</li> }.into_any()
    });
    view! { <ul class="lines">{at_once}{by_rank}{next}</ul> }.into_any()
}

/// `03:12 · Second · B. Achieng`.
fn step(at: Moment, rank: &'static str, who: String) -> AnyView {
    view! { <Time at=Signal::stored(Some(at)) style=TimeStyle::Clock/>" · "{rank}" · "<bdi>{who}</bdi> }.into_any()
}

/// Who was told, or why nobody was.
fn became(step: &Told) -> String {
    match &step.became {
        Kept::Told(name) => name.clone(),
        Kept::Skipped(why) => skipped(*why).to_owned(),
    }
}

/// The next step of one call: somebody comes; or somebody was there, or nobody comes after all.
fn answer(line: &Line) -> AnyView {
    let (place, id) = (place_of(line), line.call.id.to_string());
    let title = match &line.of {
        Some((_, name)) => format!("{place} · {name}"),
        None => place.clone(),
    };
    let anchor = format!("call-{id}");
    let form = match line.call.became {
        Became::Waiting => {
            let fields = vec![("act", "take".to_owned()), ("id", id.clone())];
            let label = tell(say::call_i_come_to(place));
            view! {
                <Form class="card__body" action=routes::CALLS hidden=fields>
                    <Button look=Look::Primary label=label>{word(key::CALL_I_COME)}</Button>
                </Form>
            }
            .into_any()
        }
        _ => {
            // Nothing is chosen at first: what came of it is said by whoever was there.
            let answers = choose(How::ALL.map(|how| (how.name().to_owned(), word(how_words(how)).to_owned())));
            let hidden = vec![("act", "close".to_owned()), ("id", id.clone())];
            let back = vec![("act", "give-back".to_owned()), ("id", id.clone())];
            let back_label = tell(say::call_give_back_of(place.clone()));
            view! {
                <Form class="card__body form" action=routes::CALLS hidden=hidden>
                    <Choice name="how" label=word(key::CALL_HOW) answers=answers of=Of("id", id.clone())/>
                    <div class="form__end"><Button look=Look::Primary label=tell(say::call_close_of(place))>{word(key::CALL_CLOSE)}</Button></div>
                </Form>
                <div class="card__foot stack">
                    <p>{word(key::CALL_GIVE_BACK_MEANS)}</p>
                    <Act action=routes::CALLS fields=back verb=word(key::CALL_GIVE_BACK) label=back_label/>
                </div>
            }
            .into_any()
        }
    };
    view! { <CardOf title=title id=anchor>{form}</CardOf> }.into_any()
}

const fn how_words(how: How) -> ui::lang::Key {
    match how {
        How::Helped => key::CALL_HOW_HELPED,
        How::NotNeeded => key::CALL_HOW_NOT_NEEDED,
    }
}
