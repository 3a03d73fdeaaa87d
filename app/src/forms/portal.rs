//! The settings of one patient's portal: the switch, the parts, single records. Who manages it sees of a record when and how far it is, not what it says.

use domain::patients::{Section, Status};
use hospital::identity::close::{Standing, Wish};
use hospital::patients::portal::{RecordRow, Settings};
use leptos::prelude::*;
use ui::{Button, Card, Chip, Empty, Head, Look, PageHead, Table, Time, TimeStyle};

use super::parts::{Act, Confirm, Said};
use crate::routes;

/// The page; `account` is none when nobody has one for this portal.
pub fn page(settings: Settings, account: Option<Standing>) -> AnyView {
    let Settings {
        person,
        has_account,
        portal,
        preference,
        records,
    } = settings;
    let door = routes::portal_of(person.id);
    let language = (!preference.language.is_empty())
        .then(|| view! { <dt>"Wishes to be spoken to in"</dt><dd>{preference.language.clone()}</dd> }.into_any());
    let state = match (has_account, account.is_some_and(|it| it.is_open)) {
        (true, true) => "Has an account",
        (true, false) => "Has an account, which is closed",
        (false, _) => "Has no account yet",
    };
    let changed = portal.changed_at.map(|at| {
        view! { <dt>"Last changed"</dt><dd><Time at=Signal::stored(Some(at)) style=TimeStyle::DateClock/></dd> }
            .into_any()
    });
    view! {
        <PageHead title="Portal of a patient"/>
        <Said/>
        <Card title=person.staff_name() id="whose">
            <dl class="facts card__body">
                <dt>"Number"</dt><dd class="code">{person.hospital_number.clone()}</dd>
                <dt>"Account"</dt><dd>{state}</dd>
                {language}
                {changed}
            </dl>
        </Card>
        {switch(&door, portal.is_open)}
        {account.map(|it| account_card(&door, it))}
        {parts(&door, &portal.hidden)}
        {list(&door, records)}
    }
    .into_any()
}

fn switch(door: &str, is_open: bool) -> AnyView {
    let (state, act) = match is_open {
        true => (
            view! { <Chip look="line" icon="check">"On"</Chip> }.into_any(),
            view! {
                <Confirm
                    action=door.to_owned()
                    fields=vec![("act", "close".to_owned())]
                    verb="Switch off"
                    label="Switch off the portal"
                    means="The patient, and whoever they let in, see nothing any more within a second. They can still sign in and read why."
                />
            }
            .into_any(),
        ),
        false => (
            view! { <Chip look="stale">"Off"</Chip> }.into_any(),
            view! { <Act action=door.to_owned() fields=vec![("act", "open".to_owned())] verb="Switch on" label="Switch on the portal"/> }.into_any(),
        ),
    };
    view! {
        <Card title="The portal" id="switch"><div class="card__body agreed">{state}<span class="agreed__what"></span>{act}</div></Card>
    }
    .into_any()
}

/// The account that opens the portal: signed out everywhere, closed, opened. The switch of the portal is another thing: it leaves the account as it is.
fn account_card(door: &str, standing: Standing) -> AnyView {
    let confirm = |wish: Wish, verb: &'static str, label: &'static str, means: &'static str| {
        view! {
            <Confirm action=door.to_owned() fields=vec![("act", wish.name().to_owned())] verb=verb label=label means=means/>
        }
        .into_any()
    };
    let (state, acts) = match standing.is_open {
        true => (
            match standing.signed_in {
                0 => "Open. Nobody is signed in.".to_owned(),
                1 => "Open. Signed in once.".to_owned(),
                many => format!("Open. Signed in {many} times."),
            },
            [
                confirm(
                    Wish::SignOut,
                    "Sign out everywhere",
                    "Sign out everywhere with this account",
                    "Every browser and program that is signed in with this account is out within a second. Whoever knows the password can sign in again.",
                ),
                confirm(
                    Wish::Close,
                    "Close the account",
                    "Close the account",
                    "Nobody signs in with this account any more, and what is open ends within a second. You can open it again.",
                ),
            ]
            .into_iter()
            .collect_view(),
        ),
        false => (
            "Closed. Nobody can sign in with it.".to_owned(),
            [confirm(
                Wish::Open,
                "Open the account",
                "Open the account",
                "The person can sign in again, with the password that they have. If somebody else may know it, ask them to set a new one first.",
            )]
            .into_iter()
            .collect_view(),
        ),
    };
    view! {
        <Card title="The account" id="account">
            <div class="card__body agreed"><span class="agreed__what">{state}</span><div class="acts">{acts}</div></div>
        </Card>
    }
    .into_any()
}

fn parts(door: &str, hidden: &[Section]) -> AnyView {
    let boxes = Section::ALL
        .into_iter()
        .map(|section| {
            let shown = !hidden.contains(&section);
            view! {
                <label class="checkbox">
                    <input class="checkbox__input" type="checkbox" name=section.name() value="true" checked=shown/>
                    <span>{section.words()}</span>
                </label>
            }
            .into_any()
        })
        .collect_view();
    let door = door.to_owned();
    view! {
        <Card title="What the portal shows" id="parts">
            <form class="form card__body" method="post" action=door>
                <input type="hidden" name="act" value="show"/>
                <fieldset class="field">
                    <legend class="field__label">"Parts of the record"</legend>
                    {boxes}
                </fieldset>
                <p class="quiet">"A part that is not ticked is not sent to the patient at all. The page says that the hospital does not show it here."</p>
                <div class="form__end"><Button look=Look::Primary>"Save"</Button></div>
            </form>
        </Card>
    }
    .into_any()
}

fn list(door: &str, records: Vec<RecordRow>) -> AnyView {
    let content = match records.is_empty() {
        true => view! { <Empty icon="document" title="No records" text="Records of the last day are listed here."/> }
            .into_any(),
        false => {
            let heads = vec![
                Head::words("Record"),
                Head::words("Status"),
                Head::words("Shown to the patient"),
                Head::words("Change"),
            ];
            let rows = records.into_iter().map(|record| row(door, record)).collect_view();
            view! { <Table caption="Records of the last day" heads=heads>{rows}</Table> }.into_any()
        }
    };
    view! { <Card title="Single records" id="records">{content}</Card> }.into_any()
}

fn row(door: &str, record: RecordRow) -> AnyView {
    let (verb, open) = if record.is_open {
        ("Close", "false")
    } else {
        ("Open", "true")
    };
    let shown = match (record.is_shown, record.is_open) {
        (true, _) => "Yes",
        (false, false) => "No, closed here",
        (false, true) => "No",
    };
    let fields = vec![
        ("act", "record".to_owned()),
        ("kind", record.kind.name().to_owned()),
        ("record", record.id.to_string()),
        ("is_open", open.to_owned()),
    ];
    view! {
        <tr>
            <th scope="row">"Alarm, "<Time at=Signal::stored(Some(record.at)) style=TimeStyle::DateClock/></th>
            <td data-head="Status">{status(record.status)}</td>
            <td data-head="Shown to the patient">{shown}</td>
            <td><Act action=door.to_owned() fields=fields verb=verb label=format!("{verb} this record to the patient")/></td>
        </tr>
    }
    .into_any()
}

const fn status(status: Status) -> &'static str {
    match status {
        Status::Current => "Current",
        Status::Draft => "Draft",
        Status::Completed => "Completed",
        Status::Reviewed => "Reviewed",
        Status::Approved => "Approved",
    }
}
