//! For an admin: who of the hospital is signed in where, what programs hold, what looks like an attack, and whether staff need a second factor.

use hospital::identity::sessions::{Colleagues, ColleaguesSession};
use hospital::identity::sign_ins::{Account, Attacks};
use hospital::tokens::Program;
use leptos::prelude::*;
use ui::{Button, Card, Empty, Head, PageHead, Table, Time, TimeStyle};

use super::lists;
use crate::forms::parts::{Confirm, Said};
use crate::routes;

/// What the page shows.
#[derive(Debug)]
pub struct Sessions {
    /// The name that was searched for; empty for everybody.
    pub name: String,
    /// Sessions in browsers.
    pub sessions: Colleagues,
    /// What programs hold.
    pub programs: Vec<Program>,
    /// What looks like an attack.
    pub attacks: Attacks,
    /// Whether staff need a second factor.
    pub is_required: bool,
}

/// The page.
pub fn page(shown: Sessions) -> AnyView {
    let Sessions {
        name,
        sessions,
        programs,
        attacks,
        is_required,
    } = shown;
    let next = sessions
        .next
        .map(|(at, key)| routes::sessions_after(&name, at, &key.hex()));
    let heads = ["Person", "Device", "Address", "Proved by", "Since", "Last used", ""].map(Head::words);
    let rows = sessions.rows.into_iter().map(row).collect_view();
    view! {
        <PageHead title="Sessions"/>
        <Said/>
        <div class="home">
            <div class="home__wide">{suspicious(attacks)}</div>
            <div class="home__wide">{factor(is_required)}</div>
            <div class="home__wide">
                <Card title="Who is signed in" id="sessions">
                    <form class="card__body form" method="get" action=routes::SESSIONS>
                        <div class="field">
                            <label class="field__label" for="name">"Part of a name"</label>
                            <div class="field__box"><input class="field__input" id="name" name="name" value=name autocomplete="off"/></div>
                        </div>
                        <div class="form__end"><Button>"Search"</Button></div>
                    </form>
                    <Table caption="Sessions of the hospital’s people" heads=heads.into()>{rows}</Table>
                    {next.map(|next| view! { <p class="card__foot"><a href=next>"More"</a></p> }.into_any())}
                </Card>
            </div>
            <div class="home__wide">
                <Card title="Programs" id="programs" note="the newest 50; a name narrows them">
                    {lists::programs(programs, routes::SESSIONS_PROGRAMS, true)}
                </Card>
            </div>
        </div>
    }
    .into_any()
}

fn row(it: ColleaguesSession) -> AnyView {
    let end = lists::end(&it.row, routes::SESSIONS, Some(&it.name));
    let everywhere = view! {
        <Confirm
            action=routes::SESSIONS_EVERYWHERE
            fields=vec![("user", it.user.to_string())]
            verb="End all of theirs"
            label=format!("End all of theirs: every session and program of {}", it.name)
            means="Every browser and every program that is signed in here in this name is out within a second."
        />
    }
    .into_any();
    view! { <tr><td data-head="Person">{it.name}</td>{lists::session(&it.row)}<td><div class="acts">{end}{everywhere}</div></td></tr> }
        .into_any()
}

fn factor(is_required: bool) -> AnyView {
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
        <Card title="Second factor" id="require">
            <form class="card__body stack" method="post" action=routes::SESSIONS_FACTOR>
                <p>{sentence}</p>
                <input type="hidden" name="required" value=value/>
                <div class="form__end"><Button>{verb}</Button></div>
            </form>
        </Card>
    }
    .into_any()
}

/// Networks that try many names, and accounts that were locked or blocked.
fn suspicious(attacks: Attacks) -> AnyView {
    let Attacks { networks, accounts } = attacks;
    if networks.is_empty() && accounts.is_empty() {
        return view! {
            <Card title="Suspicious sign-ins" id="suspicious">
                <Empty title="Nothing unusual" text="No network tries many names in this hour, and no account of the hospital’s people was locked or blocked in a week."/>
            </Card>
        }
        .into_any();
    }
    let networks = (!networks.is_empty()).then(|| {
        let heads = ["Network", "Names tried within the hour", "Last"].map(Head::words);
        let rows = networks
            .into_iter()
            .map(|it| {
                view! {
                    <tr>
                        <th scope="row" class="code">{it.network}</th>
                        <td data-head="Names tried" class="num">{it.names}</td>
                        <td data-head="Last"><Time at=Signal::stored(Some(it.last_at)) style=TimeStyle::DateClock/></td>
                    </tr>
                }
                .into_any()
            })
            .collect_view();
        view! { <Table caption="Networks that try many names" heads=heads.into()>{rows}</Table> }.into_any()
    });
    let accounts = (!accounts.is_empty()).then(|| {
        let heads = [
            "Person",
            "State",
            "Failures in a row",
            "Score",
            "Network",
            "Why",
            "When",
        ]
        .map(Head::words);
        let rows = accounts.into_iter().map(account).collect_view();
        view! { <Table caption="Accounts that were locked or blocked" heads=heads.into()>{rows}</Table> }.into_any()
    });
    view! {
        <Card title="Suspicious sign-ins" id="suspicious">
            {networks}
            {accounts}
        </Card>
    }
    .into_any()
}

fn account(it: Account) -> AnyView {
    let state = match it.is_locked {
        true => "Locked until the password is new",
        false => "A try was refused as stolen",
    };
    let (score, network, why, at) = it.worst.map_or_else(Default::default, |worst| {
        let why = worst.signals.iter().map(|signal| signal.words()).collect::<Vec<_>>();
        (worst.score.to_string(), worst.network, why.join(", "), Some(worst.at))
    });
    view! {
        <tr>
            <th scope="row">{it.name}</th>
            <td data-head="State">{state}</td>
            <td data-head="Failures" class="num">{it.failures}</td>
            <td data-head="Score" class="num">{score}</td>
            <td data-head="Network" class="code">{network}</td>
            <td data-head="Why">{why}</td>
            <td>{at.map(|at| view! { <Time at=Signal::stored(Some(at)) style=TimeStyle::DateClock/> }.into_any())}</td>
        </tr>
    }
    .into_any()
}
