//! For an admin: who of the hospital is signed in where, what programs hold, what looks like an attack, and whether staff need a second factor.

use hospital::identity::sessions::{Colleagues, ColleaguesSession};
use hospital::identity::sign_ins::{Account, Attacks};
use hospital::tokens::Program;
use leptos::prelude::*;
use ui::lang::{self, key, say, tell, word};
use ui::{Button, Card, Empty, Form, Head, PageHead, Table, Time, TimeStyle};

use super::lists;
use crate::forms::parts::{Confirm, Line, Said};
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
    let heads = [
        word(key::PERSON),
        word(key::DEVICE),
        word(key::ADDRESS),
        word(key::PROVED_BY),
        word(key::SINCE),
        word(key::LAST_USED),
        "",
    ]
    .map(Head::words);
    let rows = sessions.rows.into_iter().map(row).collect_view();
    view! {
        <PageHead title=word(key::SESSIONS)/>
        <Said/>
        <div class="home">
            <div class="home__wide">{suspicious(attacks)}</div>
            <div class="home__wide">{factor(is_required)}</div>
            <div class="home__wide">
                <Card title=word(key::WHO_IS_SIGNED_IN_X) id="sessions">
                    <Form class="card__body form" method="get" action=routes::SESSIONS>
                        <Line name="name" label=word(key::PART_OF_A_NAME) value=name optional=true/>
                        <div class="form__end"><Button>{word(key::SEARCH_VERB)}</Button></div>
                    </Form>
                    <Table caption=word(key::SESSIONS_OF_THE_HOSPITALS) heads=heads.into()>{rows}</Table>
                    {next.map(|next| view! { <p class="card__foot"><a href=next>{word(key::MORE)}</a></p> }.into_any())}
                </Card>
            </div>
            <div class="home__wide">
                <Card title=word(key::PROGRAMS) id="programs" note=word(key::THE_NEWEST_50_A)>
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
            verb=word(key::END_ALL_OF_THEIRS)
            label=tell(say::end_all_of(it.name.as_str()))
            means=word(key::EVERY_BROWSER_AND_EVERY)
        />
    }
    .into_any();
    view! { <tr><td data-head=word(key::PERSON)>{it.name}</td>{lists::session(&it.row)}<td><div class="acts">{end}{everywhere}</div></td></tr> }
        .into_any()
}

fn factor(is_required: bool) -> AnyView {
    let (sentence, verb, value) = if is_required {
        (word(key::STAFF_NEED_A_SECOND), word(key::STOP_ASKING_FOR_IT), "false")
    } else {
        (word(key::STAFF_SIGN_IN_WITH), word(key::ASK_FOR_A_SECOND), "true")
    };
    view! {
        <Card title=word(key::SECOND_FACTOR) id="require">
            <Form class="card__body stack" action=routes::SESSIONS_FACTOR hidden=vec![("required", value.to_owned())]>
                <p>{sentence}</p>
                <div class="form__end"><Button>{verb}</Button></div>
            </Form>
        </Card>
    }
    .into_any()
}

/// Networks that try many names, and accounts that were locked or blocked.
fn suspicious(attacks: Attacks) -> AnyView {
    let Attacks { networks, accounts } = attacks;
    if networks.is_empty() && accounts.is_empty() {
        return view! {
            <Card title=word(key::SUSPICIOUS_SIGN_INS) id="suspicious">
                <Empty title=word(key::NOTHING_UNUSUAL) text=word(key::NO_NETWORK_TRIES_MANY)/>
            </Card>
        }
        .into_any();
    }
    let networks = (!networks.is_empty()).then(|| {
        let heads = [word(key::NETWORK), word(key::NAMES_TRIED_WITHIN_THE), word(key::LAST)].map(Head::words);
        let rows = networks
            .into_iter()
            .map(|it| {
                view! {
                    <tr>
                        <th scope="row" class="code">{it.network}</th>
                        <td data-head=word(key::NAMES_TRIED) class="num">{it.names}</td>
                        <td data-head=word(key::LAST)><Time at=Signal::stored(Some(it.last_at)) style=TimeStyle::DateClock/></td>
                    </tr>
                }
                .into_any()
            })
            .collect_view();
        view! { <Table caption=word(key::NETWORKS_THAT_TRY_MANY) heads=heads.into()>{rows}</Table> }.into_any()
    });
    let accounts = (!accounts.is_empty()).then(|| {
        let heads = [
            word(key::PERSON),
            word(key::STATE),
            word(key::FAILURES_IN_A_ROW),
            word(key::SCORE),
            word(key::NETWORK),
            word(key::WHY),
            word(key::WHEN),
        ]
        .map(Head::words);
        let rows = accounts.into_iter().map(account).collect_view();
        view! { <Table caption=word(key::ACCOUNTS_THAT_WERE_LOCKED) heads=heads.into()>{rows}</Table> }.into_any()
    });
    view! {
        <Card title=word(key::SUSPICIOUS_SIGN_INS) id="suspicious">
            {networks}
            {accounts}
        </Card>
    }
    .into_any()
}

fn account(it: Account) -> AnyView {
    let state = match it.is_locked {
        true => word(key::LOCKED_UNTIL_THE_PASSWORD),
        false => word(key::A_TRY_WAS_REFUSED),
    };
    let (score, network, why, at) = it.worst.map_or_else(Default::default, |worst| {
        let why = worst
            .signals
            .iter()
            .map(|signal| lang::of_english(signal.words()))
            .collect::<Vec<_>>();
        (worst.score.to_string(), worst.network, why.join(", "), Some(worst.at))
    });
    view! {
        <tr>
            <th scope="row">{it.name}</th>
            <td data-head=word(key::STATE)>{state}</td>
            <td data-head=word(key::FAILURES) class="num">{it.failures}</td>
            <td data-head=word(key::SCORE) class="num">{score}</td>
            <td data-head=word(key::NETWORK) class="code">{network}</td>
            <td data-head=word(key::WHY)>{why}</td>
            <td>{at.map(|at| view! { <Time at=Signal::stored(Some(at)) style=TimeStyle::DateClock/> }.into_any())}</td>
        </tr>
    }
    .into_any()
}
