//! The settings of one patient's portal: the switch, the parts, single records. Who manages it sees of a record when and how far it is, not what it says.

use domain::patients::{RecordKind, Section, Status};
use hospital::identity::close::{Standing, Wish};
use hospital::patients::Ways;
use hospital::patients::identity::Identity;
use hospital::patients::portal::{RecordRow, Settings};
use leptos::prelude::*;
use ui::lang::{self, Arg, key, say, tell, weave, word};
use ui::{
    Button, Card, Checkbox, Checkboxes, Empty, Facts, Form, Head, Known, Look, PageHead, Question, Switch, Table, Time,
    TimeStyle,
};

use super::parts::{Act, Confirm, Said};
use super::patients::banner;
use crate::routes;
use crate::widgets::ways::tabs;

/// The page; `account` is none when nobody has one for this portal, `whose` for who may not see who the patient is.
pub fn page(settings: Settings, account: Option<Standing>, ways: Ways, whose: Option<Identity>) -> AnyView {
    let Settings {
        person,
        has_account,
        portal,
        preference,
        records,
    } = settings;
    let door = routes::portal_of(person.id);
    let language = (!preference.language.is_empty())
        .then(|| view! { <Known what=word(key::WISHES_TO_BE_SPOKEN)>{preference.language.clone()}</Known> }.into_any());
    let state = match (has_account, account.is_some_and(|it| it.is_open)) {
        (true, true) => word(key::HAS_AN_ACCOUNT),
        (true, false) => word(key::HAS_AN_ACCOUNT_WHICH),
        (false, _) => word(key::HAS_NO_ACCOUNT_YET),
    };
    let changed = portal.changed_at.map(|at| {
        view! { <Known what=word(key::LAST_CHANGED)><Time at=Signal::stored(Some(at)) style=TimeStyle::DateClock/></Known> }
            .into_any()
    });
    view! {
        {whose.map(|whose| banner::within(&whose))}
        {tabs(person.id, ways, door.clone())}
        <PageHead title=word(key::PORTAL_OF_A_PATIENT)/>
        <Said/>
        <Card title=person.staff_name() id="whose">
            <Facts class="card__body">
                <Known what=word(key::NUMBER) code=true>{person.hospital_number.clone()}</Known>
                <Known what=word(key::PLACE_ACCOUNT)>{state}</Known>
                {language}
                {changed}
            </Facts>
        </Card>
        {switch(&door, portal.is_open)}
        {account.map(|it| account_card(&door, it))}
        {parts(&door, &portal.hidden)}
        {list(&door, records)}
    }
    .into_any()
}

fn switch(door: &str, is_open: bool) -> AnyView {
    let door = door.to_owned();
    let label = format!("{}: {}", word(key::SAVE), word(key::THE_PORTAL));
    view! {
        <Card title=word(key::THE_PORTAL) id="switch">
            <Form class="card__body form" action=door hidden=vec![("act", "switch".to_owned())]>
                <Switch name="is_open" on=is_open hint=word(key::THE_PATIENT_AND_WHOEVER)>{word(key::THE_PORTAL)}</Switch>
                <div class="form__end"><Button label=label>{word(key::SAVE)}</Button></div>
            </Form>
        </Card>
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
                0 => word(key::OPEN_NOBODY_IS_SIGNED).to_owned(),
                many => tell(say::signed_in_times(many)),
            },
            [
                confirm(
                    Wish::SignOut,
                    word(key::SIGN_OUT_EVERYWHERE),
                    word(key::SIGN_OUT_EVERYWHERE_WITH),
                    word(key::EVERY_BROWSER_AND_PROGRAM),
                ),
                confirm(
                    Wish::Close,
                    word(key::CLOSE_THE_ACCOUNT),
                    word(key::CLOSE_THE_ACCOUNT),
                    word(key::NOBODY_SIGNS_IN_WITH),
                ),
            ]
            .into_iter()
            .collect_view(),
        ),
        false => (
            word(key::CLOSED_NOBODY_CAN_SIGN).to_owned(),
            [confirm(
                Wish::Open,
                word(key::OPEN_THE_ACCOUNT),
                word(key::OPEN_THE_ACCOUNT),
                word(key::THE_PERSON_CAN_SIGN),
            )]
            .into_iter()
            .collect_view(),
        ),
    };
    view! {
        <Card title=word(key::THE_ACCOUNT) id="account">
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
                <Checkbox name=section.name() checked=shown>{lang::of_english(section.words())}</Checkbox>
            }
            .into_any()
        })
        .collect_view();
    let door = door.to_owned();
    let question = Question::new("sections", word(key::PARTS_OF_THE_RECORD))
        .hint(word(key::A_PART_THAT_IS))
        .open();
    view! {
        <Card title=word(key::WHAT_THE_PORTAL_SHOWS) id="parts">
            <Form class="card__body form" action=door hidden=vec![("act", "show".to_owned())]>
                <Checkboxes question=question>{boxes}</Checkboxes>
                <div class="form__end"><Button look=Look::Primary>{word(key::SAVE)}</Button></div>
            </Form>
        </Card>
    }
    .into_any()
}

fn list(door: &str, records: Vec<RecordRow>) -> AnyView {
    let content = match records.is_empty() {
        true => view! { <Empty icon="document" title=word(key::NO_RECORDS) text=word(key::RECORDS_OF_THE_LAST)/> }
            .into_any(),
        false => {
            let heads = vec![
                Head::words(word(key::PLACE_RECORD)),
                Head::words(word(key::STATUS)),
                Head::words(word(key::SHOWN_TO_THE_PATIENT)),
                Head::words(word(key::CHANGE)),
            ];
            let rows = records.into_iter().map(|record| row(door, record)).collect_view();
            view! { <Table caption=word(key::RECORDS_OF_THE_LAST_DAY) heads=heads>{rows}</Table> }.into_any()
        }
    };
    view! { <Card title=word(key::SINGLE_RECORDS) id="records">{content}</Card> }.into_any()
}

fn row(door: &str, record: RecordRow) -> AnyView {
    let (verb, open) = if record.is_open {
        (word(key::CLOSE), "false")
    } else {
        (word(key::OPEN), "true")
    };
    let shown = match (record.is_shown, record.is_open) {
        (true, _) => word(key::YES),
        (false, false) => word(key::NO_CLOSED_HERE),
        (false, true) => word(key::NO),
    };
    let label = word(if record.is_open {
        key::CLOSE_THIS_RECORD
    } else {
        key::OPEN_THIS_RECORD
    });
    let at = Arg::hole(0);
    let what = match record.kind {
        RecordKind::Alarm => say::alarm_at(at),
        RecordKind::Allergy => say::allergy_at(at),
        RecordKind::Condition => say::condition_at(at),
        RecordKind::Medicine => say::medicine_at(at),
        RecordKind::Surgery => say::surgery_at(at),
    };
    let what = weave(
        what,
        [view! { <Time at=Signal::stored(Some(record.at)) style=TimeStyle::DateClock/> }.into_any()],
    );
    let fields = vec![
        ("act", "record".to_owned()),
        ("kind", record.kind.name().to_owned()),
        ("record", record.id.to_string()),
        ("is_open", open.to_owned()),
    ];
    view! {
        <tr>
            <th scope="row">{what}</th>
            <td data-head=word(key::STATUS)>{status(record.status)}</td>
            <td data-head=word(key::SHOWN_TO_THE_PATIENT)>{shown}</td>
            <td><Act action=door.to_owned() fields=fields verb=verb label=label/></td>
        </tr>
    }
    .into_any()
}

fn status(status: Status) -> &'static str {
    match status {
        Status::Current => word(key::CURRENT),
        Status::Draft => word(key::DRAFT),
        Status::Completed => word(key::RECORD_COMPLETED),
        Status::Reviewed => word(key::REVIEWED),
        Status::Approved => word(key::APPROVED),
    }
}
