//! What the pages of the background share: who wrote a line, ending one, and what no longer holds.

use domain::time::Moment;
use hospital::records::line::{Ends, Line};
use leptos::prelude::*;
use ui::lang::{self, key, say, tell, word};
use ui::{Button, Card, Confirm, Form, Head, Look, Pager, Table, Time, TimeStyle};
use uuid::Uuid;

use crate::forms::parts::{Choice, Of};
use crate::routes;

/// When, and by whom.
pub(super) fn written(at: Moment, by: Option<String>) -> AnyView {
    let by = by.unwrap_or_else(|| word(key::SOMEBODY_OF_ANOTHER_HOSPITAL).to_owned());
    view! { <Time at=Signal::stored(Some(at)) style=TimeStyle::DateClock/>" · "{by} }.into_any()
}

/// Ending one wants its reason, so it is a sheet of its own.
pub(super) fn end(here: &str, id: Uuid, what: &str, ends: Ends) -> AnyView {
    let (label, of) = (tell(say::end_of_what(what)), Of("id", id.to_string()));
    let reasons = ends
        .iter()
        .map(|(value, words)| ((*value).to_owned(), lang::of_english(words)))
        .collect();
    let hidden = vec![("act", "end".to_owned()), ("id", id.to_string())];
    let (open, here) = (of.came_back(), here.to_owned());
    view! {
        <Confirm verb=word(key::END) label=label open=open>
            <Form class="confirm__form" action=here hidden=hidden>
                <Choice name="because" label=word(key::WHY_IT_ENDS) answers=reasons of=of/>
                <Button look=Look::Inverse class="btn--small">{word(key::END_IT)}</Button>
            </Form>
        </Confirm>
    }
    .into_any()
}

/// The way to what is older than what is shown of a history; none when it is whole.
pub(super) fn older(here: &str, shown: usize, next: Option<Uuid>) -> Option<AnyView> {
    let next = routes::older_of(here, next?);
    let shown = tell(say::upd_shown(shown));
    Some(view! { <Pager label=word(key::OLDER_LINES) shown=shown next=next next_word=word(key::OLDER)/> }.into_any())
}

/// The card of what no longer holds, and after which line it goes on; none when everything does. `in_words` says what a line was, `else_why` why one ended that no reader ended.
/// Lines that end without a reason have no column for it.
pub(super) fn before<T>(
    here: &str,
    (ended, next): (Vec<Line<T>>, Option<Uuid>),
    ends: Ends,
    else_why: &'static str,
    in_words: impl Fn(&T) -> String,
) -> Option<AnyView> {
    let has_reasons = !ends.is_empty();
    let rows: Vec<AnyView> = ended
        .into_iter()
        .filter_map(|line| {
            let end = line.ended?;
            let why = ends
                .iter()
                .find(|(known, _)| *known == end.because)
                .map_or(else_why, |(_, words)| *words);
            Some(
                view! {
                    <tr>
                        <th scope="row"><bdi><s>{in_words(&line.what)}</s></bdi></th>
                        <td data-head=word(key::WRITTEN)>{written(line.at, line.by)}</td>
                        <td data-head=word(key::ENDED)>{written(end.at, end.by)}</td>
                        {has_reasons.then(|| view! { <td data-head=word(key::WHY)>{lang::of_english(why)}</td> }.into_any())}
                    </tr>
                }
                .into_any(),
            )
        })
        .collect();
    let heads = [word(key::WHAT), word(key::WRITTEN), word(key::ENDED)].map(Head::words);
    let older = older(here, rows.len(), next);
    let why = has_reasons.then(|| Head::words(word(key::WHY)));
    let heads = heads.into_iter().chain(why).collect();
    (!rows.is_empty()).then(|| {
        view! { <Card title=word(key::BEFORE) id="before"><Table caption=word(key::WHAT_NO_LONGER_HOLDS) heads=heads>{rows}</Table>{older}</Card> }
            .into_any()
    })
}
