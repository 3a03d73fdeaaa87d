//! One session at the chair: what comes next stands first, and what was written stays in sight.

use domain::devices::unfit::Unfit;
use domain::dialysis::session::{CalledOff, Stage};
use hospital::dialysis::chair::{Chair, Sheet};
use hospital::patients::identity::Identity;
use leptos::prelude::*;
use ui::lang::{self, Arg, key, say, tell, weave, word};
use ui::{Button, Chip, Head, Look, Note, Step, Steps, Table, Time, TimeStyle};

use super::overview::{lines, stage, version_of};
use super::{In, after, asked, before, by, card, clock, course, log, names, notes, running, sent, to_choose};
use crate::forms::parts::Said;
use crate::forms::patients::banner::banner;
use crate::forms::patients::dated;
use crate::routes;

/// The page.
pub fn page(identity: Identity, it: Chair, script: &str) -> AnyView {
    let id = identity.person.id;
    let sheet = &it.sheet;
    let here = routes::dialysis_session_of(id, sheet.id);
    super::folds::provide(&it);
    let monitor = it.curves.then(|| {
        view! { <a class="link link--alone" href=routes::monitor_of(id)>{word(key::CURVES_NOW)}</a> }.into_any()
    });
    let ways = view! {
        <div class="cluster">
            <a class="link link--alone" href=routes::dialysis_of(id)>{word(key::HD_TO_DIALYSIS)}</a>
            {monitor}
            <a class="link link--alone" href=routes::critical_of(id)>{word(key::CRITICAL_VALUES)}</a>
            <a class="link link--alone" href=routes::dialysis_unit(sheet.ward)>{word(key::HD_TO_THE_UNIT)}</a>
            <a class="link link--alone" href=routes::dialysis_hand_over_of(id, sheet.id)>{word(key::HD_HAND_OVER)}</a>
        </div>
    }
    .into_any();
    let next = match sheet.stage {
        Stage::Booked => booked(&here, &it),
        Stage::CheckedIn => before::cards(&here, &it),
        Stage::Running => running::cards(&here, &it, script),
        Stage::Closed | Stage::Interrupted => after::cards(&here, &it),
        Stage::Signed => after::signed(&here, &it),
        Stage::DidNotAttend | Stage::Cancelled => over(sheet),
    };
    let found = matches!(
        sheet.stage,
        Stage::Running | Stage::Closed | Stage::Interrupted | Stage::Signed
    )
    .then(|| before::found(&it));
    let course = matches!(sheet.stage, Stage::Closed | Stage::Interrupted | Stage::Signed).then(|| course::chart(&it));
    // While it runs they stand in the part that is drawn anew.
    let checks = (sheet.stage != Stage::Running)
        .then(|| super::checks::list(&it))
        .flatten();
    let at_hand = notes::at_hand(&it);
    let notes = sheet.started.as_ref().map(|_| notes::sheet(&here, &it));
    let urea = super::urea::card(&here, &it);
    let raised = sheet.ended.is_some().then(|| super::raised::list(&it));
    let acts = match sheet.stage {
        Stage::Running => running::acts(&here, &it),
        _ => None,
    };
    let prescribed = prescribed(&it);
    let papers = (found.is_some() || prescribed.is_some())
        .then(|| view! { <div class="pairs pairs--wide">{found}{prescribed}</div> }.into_any());
    let log = log::card_of(sheet);
    view! {
        {banner(&identity, ways)}
        <Said/>
        {place(sheet)}
        {steps(sheet)}
        {apart(&it)}
        {in_the_way(&it)}
        {at_hand}
        {next}
        <div class="stack">
            {checks}
            {raised}
            {notes}
            {acts}
            {urea}
            {course}
            {papers}
            {log}
        </div>
    }
    .into_any()
}

/// Chair, machine, how far, and for when.
fn place(sheet: &Sheet) -> AnyView {
    let machine = sheet
        .device
        .clone()
        .map(|(_, name)| view! { <Chip look="line" icon="machine">{name}</Chip> }.into_any());
    let (from, until) = sheet.planned;
    let chair = tell(say::hd_chair_of_name(sheet.station.clone()));
    // While blood runs the tile of the time says when it ends: another end beside it would be that of the plan.
    let times = (sheet.stage != Stage::Running).then(|| {
        let ends = [
            view! { <Time at=Signal::stored(Some(from)) style=TimeStyle::DateClock/> }.into_any(),
            clock(until),
        ];
        let times = weave(say::hd_from_until(Arg::hole(0), Arg::hole(1)), ends);
        view! { <span class="quiet">{times}</span> }.into_any()
    });
    view! {
        <div class="cluster">
            <Chip look="line">{chair}</Chip>
            {machine}
            {stage(sheet.stage)}
            {times}
        </div>
    }
    .into_any()
}

/// The way of a session; nothing for one that went no way. While blood runs the checks say the same, with their times.
fn steps(sheet: &Sheet) -> Option<AnyView> {
    let confirmed = sheet.look.as_ref().is_some_and(|look| look.what.confirmed.is_some());
    let at = match sheet.stage {
        Stage::Booked => 0,
        Stage::CheckedIn if confirmed => 3,
        Stage::CheckedIn if sheet.look.is_some() => 2,
        Stage::CheckedIn => 1,
        Stage::Running => return None,
        Stage::Closed | Stage::Interrupted if sheet.after.is_none() => 5,
        Stage::Closed | Stage::Interrupted => 6,
        Stage::Signed => 7,
        Stage::DidNotAttend | Stage::Cancelled => return None,
    };
    let steps = [
        key::HD_STEP_CHECK_IN,
        key::HD_STEP_LOOK,
        key::HD_STEP_SECOND,
        key::HD_STEP_START,
        key::HD_STEP_RUNS,
        key::HD_STEP_AFTER,
        key::HD_STEP_SIGN,
    ]
    .map(|words| Step::new(word(words)))
    .to_vec();
    Some(view! { <Steps label=word(key::HD_SESSION) steps=steps at=at/> }.into_any())
}

/// A chair apart is needed.
fn apart(it: &Chair) -> Option<AnyView> {
    let agents: Vec<String> = it
        .infections
        .iter()
        .filter(|found| found.what.isolate)
        .map(|found| lang::of_english(names::agent(found.what.agent)))
        .collect();
    (!agents.is_empty() && !it.sheet.stage.is_over()).then(|| {
        view! { <Note icon="hand" stop=true>{tell(say::hd_chair_apart(lang::listed(&agents)))}</Note> }.into_any()
    })
}

/// What the database refuses before the start, said before somebody tries; and from the end on, that the machine is to be disinfected.
fn in_the_way(it: &Chair) -> Option<AnyView> {
    let apart = it
        .not_apart
        .then(|| view! { <Note icon="high" stop=true>{word(key::HD_NOT_APART)}</Note> }.into_any());
    let machine = it.unfit.zip(it.sheet.device.as_ref()).map(|(unfit, (device, name))| {
        let words = format!("{name}: {}", lang::of_english(unfit.words()));
        let href = format!(
            "{}#disinfections",
            routes::machine(*device, routes::MachinePage::Console)
        );
        let way = matches!(unfit, Unfit::Disinfection | Unfit::DisinfectionDue).then(|| {
            view! { " "<a class="link link--alone" href=href>{word(key::HD_DISINFECT_MACHINE)}</a> }.into_any()
        });
        view! { <Note icon="broom">{words}{way}</Note> }.into_any()
    });
    (apart.is_some() || machine.is_some()).then(|| view! { <div class="stack">{apart}{machine}</div> }.into_any())
}

/// They were received and go without a treatment.
pub(super) fn let_go(here: &str, it: &Chair) -> Option<AnyView> {
    if !it.may_run {
        return None;
    }
    let form = In("let_go");
    let reasons = to_choose(&CalledOff::AT_THE_CHAIR, CalledOff::name, names::called_off);
    let body = view! {
        {form.choice("reason", word(key::WHY), reasons, "")}
        {form.maybe("note", word(key::HD_NOTE), "")}
        <Button look=Look::Inverse class="btn--small">{word(key::HD_LET_GO)}</Button>
    }
    .into_any();
    let asks = asked(
        word(key::HD_LET_GO),
        form.of().came_back(),
        sent("form", here, form.hidden(), body),
    );
    let body = view! { <div class="card__body">{asks}</div> }.into_any();
    Some(card(word(key::HD_LET_GO), "let-go", String::new(), None, body))
}

/// Another machine may be chosen until the start; only those that are fit stand in the list.
pub(super) fn machine(here: &str, it: &Chair) -> Option<AnyView> {
    if !it.may_run || it.machines.is_empty() {
        return None;
    }
    let form = In("machine");
    let machines = it
        .machines
        .iter()
        .map(|(id, name)| (id.to_string(), name.clone()))
        .collect();
    let chosen = it
        .sheet
        .device
        .as_ref()
        .map(|(id, _)| id.to_string())
        .unwrap_or_default();
    let question = form.choice("device", word(key::HD_MACHINE), machines, &chosen);
    let body =
        view! { {question}<div class="form__end"><Button>{word(key::HD_CHOOSE_MACHINE)}</Button></div> }.into_any();
    let form = sent("card__body form", here, form.hidden(), body);
    Some(card(word(key::HD_MACHINE), "machine", String::new(), None, form))
}

/// They are here, or they are not.
fn booked(here: &str, it: &Chair) -> AnyView {
    if !it.may_run {
        return ().into_any();
    }
    let (check, absent) = (In("check_in"), In("absent"));
    let (action, earlier, other) = (here.to_owned(), here.to_owned(), here.to_owned());
    let late = it.read_at > it.sheet.planned.0;
    let reasons = to_choose(
        domain::dialysis::session::Absence::ALL,
        domain::dialysis::session::Absence::name,
        names::absence,
    );
    let absent = late.then(|| {
        view! {
            {asked(word(key::HD_DID_NOT_COME), absent.of().came_back(), view! { {sent("form", other, absent.hidden(), view! { {absent.choice("reason", word(key::WHY), reasons, "")}
                    {absent.maybe("note", word(key::HD_NOTE), "")}
                    <Button look=Look::Inverse class="btn--small">{word(key::HD_DID_NOT_COME)}</Button> }.into_any())} }.into_any())}
        }
        .into_any()
    });
    view! {
        {card(word(key::HD_STEP_CHECK_IN), "next", String::new(), None, view! { <div class="card__body">
                <div class="cluster">
                    {sent("act", action, check.hidden(), view! { <Button look=Look::Primary>{word(key::HD_CHECK_IN)}</Button> }.into_any())}
                    {asked(word(key::HD_CAME_EARLIER), check.of().came_back(), view! { {sent("form", earlier, check.hidden(), view! { {check.earlier()}
                            <Button look=Look::Inverse class="btn--small">{word(key::HD_CHECK_IN)}</Button> }.into_any())} }.into_any())}
                    {absent}
                </div>
            </div> }.into_any())}
        {machine(here, it)}
    }
    .into_any()
}

/// They did not come, or it was called off.
fn over(sheet: &Sheet) -> AnyView {
    let said = match (&sheet.absent, &sheet.cancelled) {
        (Some((done, why, note)), _) => Some((done, lang::of_english(names::absence(*why)), note)),
        (_, Some((done, why, note))) => Some((done, lang::of_english(names::called_off(*why)), note)),
        _ => None,
    };
    let body = said.map(|(done, why, note)| {
        view! { <p><b>{why}</b>" "<bdi>{note.clone()}</bdi></p><p class="quiet">{by(done)}</p> }.into_any()
    });
    let diary = view! { <a class="link link--alone" href=routes::diary_of(routes::DIARY, sheet.ward)>{word(key::HD_BOOK_INSTEAD)}</a> }.into_any();
    view! { {card(lang::of_english(names::stage(sheet.stage)), "next", String::new(), Some(diary), view! { <div class="card__body">{body}</div> }.into_any())} }.into_any()
}

/// What is prescribed for this session; while it runs it stands beside what is delivered.
fn prescribed(it: &Chair) -> Option<AnyView> {
    let version = it.prescription.as_ref()?;
    let note = version_of(version);
    let what = lines(&version.what);
    let who = super::written(version.at, version.by.clone());
    Some(view! { {card(word(key::HD_PRESCRIPTION), "prescribed", note, None, view! { <div class="card__body">{what}<p class="quiet">{who}</p></div> }.into_any())} }.into_any())
}

/// What touched the blood, with the form of another.
pub(super) fn lots(here: &str, it: &Chair) -> AnyView {
    use domain::dialysis::lots::LotKind;
    let rows = it
        .sheet
        .lots
        .iter()
        .map(|line| {
            view! {
                <tr>
                    <th scope="row">{lang::of_english(names::lot(line.what.kind))}</th>
                    <td data-head=word(key::HD_PRODUCT)><bdi>{line.what.product.clone()}</bdi></td>
                    <td data-head=word(key::HD_LOT) class="code">{line.what.lot.clone()}</td>
                    <td data-head=word(key::HD_EXPIRES)>{line.what.expires_on.map(dated)}</td>
                    <td data-head=word(key::WRITTEN)>{by(&line.by)}</td>
                </tr>
            }
            .into_any()
        })
        .collect_view();
    let heads = [
        word(key::WHAT),
        word(key::HD_PRODUCT),
        word(key::HD_LOT),
        word(key::HD_EXPIRES),
        word(key::WRITTEN),
    ]
    .map(Head::words)
    .to_vec();
    let table = (!it.sheet.lots.is_empty())
        .then(|| view! { <Table caption=word(key::HD_LOTS) heads=heads>{rows}</Table> }.into_any());
    let form = In("lot");
    let action = here.to_owned();
    let dialyser = it
        .prescription
        .as_ref()
        .map(|version| version.what.dialyser.clone())
        .unwrap_or_default();
    let dialyser = if it.sheet.lots.is_empty() {
        dialyser
    } else {
        String::new()
    };
    let add = (it.may_run && !it.sheet.stage.is_over()).then(|| {
        view! {
            {sent("card__body form form--wide", action, form.hidden(), view! { {form.choice("kind", word(key::WHAT), to_choose(LotKind::ALL, LotKind::name, names::lot), "")}
                {form.maybe("product", word(key::HD_PRODUCT), dialyser)}
                {form.maybe("lot", word(key::HD_LOT), "")}
                {form.dated("expires_on", word(key::HD_EXPIRES))}
                <Button>{word(key::HD_ADD_LOT)}</Button> }.into_any())}
        }
        .into_any()
    });
    view! { {card(word(key::HD_LOTS), "lots", String::new(), None, view! { {table}{add} }.into_any())} }.into_any()
}
