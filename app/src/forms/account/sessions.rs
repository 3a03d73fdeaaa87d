//! For an admin: who of the hospital is signed in where, and whether staff need a second factor.

use hospital::identity::sessions::ColleaguesSession;
use leptos::prelude::*;
use ui::{Button, Card, Head, PageHead, Table};

use super::lists;
use crate::forms::parts::Said;
use crate::routes;

/// The page.
pub fn page(rows: Vec<ColleaguesSession>, is_required: bool) -> AnyView {
    let heads = ["Person", "Device", "Address", "Proved by", "Since", "Last used", ""].map(Head::words);
    let rows = rows
        .into_iter()
        .map(|it| {
            let end = lists::end(&it.row, routes::SESSIONS, Some(&it.name));
            view! { <tr><td>{it.name}</td>{lists::session(&it.row)}<td>{end}</td></tr> }.into_any()
        })
        .collect_view();
    let (sentence, verb, value) = if is_required {
        ("Staff need a second factor to sign in.", "Stop asking for it", "false")
    } else {
        (
            "Staff sign in with a password alone. Asking for a second factor sends everybody without one to set it up at once, and opens nothing else to them until then.",
            "Ask for a second factor",
            "true",
        )
    };
    view! {
        <PageHead title="Sessions"/>
        <Said/>
        <div class="home">
            <div class="home__wide">
                <Card title="Second factor" id="require">
                    <form class="card__body stack" method="post" action=routes::SESSIONS_FACTOR>
                        <p>{sentence}</p>
                        <input type="hidden" name="required" value=value/>
                        <div class="form__end"><Button>{verb}</Button></div>
                    </form>
                </Card>
            </div>
            <div class="home__wide">
                <Card title="Who is signed in" id="sessions" note="the last 200 used">
                    <Table caption="Sessions of the hospital’s people" heads=heads.into()>{rows}</Table>
                </Card>
            </div>
        </div>
    }
    .into_any()
}
