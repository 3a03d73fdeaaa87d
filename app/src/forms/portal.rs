//! The settings of one patient's portal: the switch, the parts, single records. Who manages it sees of a record when and how far it is, not what it says.

use domain::patients::{Section, Status};
use hospital::patients::portal::{RecordRow, Settings};
use leptos::prelude::*;
use ui::{Button, Card, Chip, Empty, Head, Look, PageHead, Table, Time, TimeStyle};

use super::parts::{Act, Confirm, Said};
use crate::routes;

/// The page.
pub fn page(settings: Settings) -> AnyView {
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
    let account = if has_account {
        "Has an account"
    } else {
        "Has no account yet"
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
                <dt>"Account"</dt><dd>{account}</dd>
                {language}
                {changed}
            </dl>
        </Card>
        {switch(&door, portal.is_open)}
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
