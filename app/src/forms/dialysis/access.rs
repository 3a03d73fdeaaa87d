//! The access to the blood, what was found of it, and what somebody carries that others must not get.

use domain::dialysis::access::{AccessEnd, AccessKind, ExitSite, Feel, Felt, Side};
use domain::dialysis::infection::{Agent, Found};
use domain::ids::PatientId;
use hospital::dialysis::access::{Access, Assessed};
use hospital::dialysis::infections::Infection;
use hospital::dialysis::patient::Dialysed;
use hospital::patients::identity::Identity;
use leptos::prelude::*;
use ui::lang::{self, key, say, tell, word};
use ui::{Button, CardOf, Chip, Empty, Head, Link, Look, Reach, Table, Time, TimeStyle};

use super::overview::{access_in_words, signs};
use super::{In, answers, asked, card, figure, names, sent, to_choose, written};
use crate::forms::parts::Said;
use crate::forms::patients::banner::banner;
use crate::forms::patients::{birth, dated};
use crate::routes;

/// The page.
pub fn page(identity: Identity, it: Dialysed) -> AnyView {
    let id = identity.person.id;
    let here = routes::dialysis_access_of(id);
    let back =
        view! { <Link href=routes::dialysis_of(id) reach=Reach::Alone>{word(key::HD_TO_DIALYSIS)}</Link> }.into_any();
    let (in_use, ended): (Vec<Access>, Vec<Access>) =
        it.accesses.into_iter().partition(|access| access.ended.is_none());
    let none = in_use.is_empty().then(|| {
        view! { {card(word(key::HD_ACCESS), "none", String::new(), None, view! { <Empty icon="wave" title=word(key::HD_NO_ACCESS) text=word(key::HD_NO_ACCESS_TEXT)/> }.into_any())} }.into_any()
    });
    let each = in_use
        .into_iter()
        .map(|access| one(id, &here, access, it.may_run))
        .collect_view();
    let add = it.may_run.then(|| add(&here));
    let tests = infections(&here, it.infections, it.may_run);
    view! {
        {banner(&identity, back)}
        <Said/>
        <div class="stack">
            {none}
            {each}
            {add}
            {tests}
            {before(ended)}
        </div>
    }
    .into_any()
}

fn one(_id: PatientId, here: &str, access: Access, may_run: bool) -> AnyView {
    let title = access_in_words(&access);
    let now = signs(&access);
    let kind = access.what.kind;
    let made = access.what.made_on.map(|on| tell(say::hd_was_made(dated(on))));
    let note = access.what.note.clone();
    let rows = access.assessed.iter().map(found_row).collect_view();
    let heads = [
        word(key::WHEN),
        word(key::HD_SAFE_HEAD),
        word(key::HD_THRILL),
        word(key::HD_BRUIT),
        word(key::HD_FEEL_HEAD),
        word(key::HD_EXIT_SITE),
        word(key::HD_FLOW),
        word(key::HD_PROBLEM),
    ]
    .map(Head::words)
    .to_vec();
    let table = (!access.assessed.is_empty())
        .then(|| view! { <Table caption=title.clone() heads=heads>{rows}</Table> }.into_any());
    let forms = may_run.then(|| {
        let id = access.id.to_string();
        view! { <div class="card__body"><div class="acts">{assess(here, &id, kind)}{end(here, &id)}</div></div> }
            .into_any()
    });
    view! {
        <CardOf title=title id=format!("access-{}", access.id)>
            <div class="card__body">{now}" "<span class="quiet">{made}" "<bdi>{note}</bdi></span></div>
            {table}
            {forms}
        </CardOf>
    }
    .into_any()
}

fn found_row(it: &Assessed) -> AnyView {
    let safe = match it.what.safe_to_use {
        true => view! { <Chip look="line">{word(key::HD_SAFE_TO_USE)}</Chip> }.into_any(),
        false => view! { <Chip look="high-soft">{word(key::HD_NOT_SAFE)}</Chip> }.into_any(),
    };
    let felt = |felt: Option<Felt>| felt.map(|felt| lang::of_english(names::felt(felt)));
    let exit = it.what.exit_site.map(|exit| lang::of_english(names::exit_site(exit)));
    view! {
        <tr>
            <th scope="row">{written(it.at, it.by.clone())}</th>
            <td data-head=word(key::HD_SAFE_HEAD)>{safe}</td>
            <td data-head=word(key::HD_THRILL)>{felt(it.what.thrill)}</td>
            <td data-head=word(key::HD_BRUIT)>{felt(it.what.bruit)}</td>
            <td data-head=word(key::HD_FEEL_HEAD)>{it.what.feel.map(|feel| lang::of_english(names::feel(feel)))}</td>
            <td data-head=word(key::HD_EXIT_SITE)>{exit}</td>
            <td data-head=word(key::HD_FLOW)>{it.what.flow.map(|flow| figure(f64::from(flow), 0, "mL/min"))}</td>
            <td data-head=word(key::HD_PROBLEM)><bdi>{it.what.problem.clone()}</bdi></td>
        </tr>
    }
    .into_any()
}

/// A form for each access: what came back stands in the one from which it was sent, so its act bears the access.
fn assess(here: &str, id: &str, kind: AccessKind) -> AnyView {
    let form = In("assess");
    let mut hidden = form.hidden();
    hidden.push(("id", id.to_owned()));
    let not_asked = Some(word(key::HD_NOT_LOOKED_AT));
    let questions = match kind.is_catheter() {
        true => form.choice(
            "exit_site",
            word(key::HD_EXIT_SITE),
            answers(ExitSite::ALL, ExitSite::name, names::exit_site, not_asked),
            "",
        ),
        false => view! {
            {form.choice("thrill", word(key::HD_THRILL), answers(Felt::ALL, Felt::name, names::felt, not_asked), "")}
            {form.choice("bruit", word(key::HD_BRUIT), answers(Felt::ALL, Felt::name, names::felt, not_asked), "")}
            {form.choice("feel", word(key::HD_FEEL_HEAD), answers(Feel::ALL, Feel::name, names::feel, not_asked), "")}
            {form.answer("aneurysm", word(key::HD_ANEURYSM), None)}
            {form.number("flow", word(key::HD_FLOW), "mL/min", "")}
        }
        .into_any(),
    };
    let action = here.to_owned();
    let open = crate::forms::parts::Of("id", id.to_owned()).came_back()
        && crate::forms::parts::typed("act").as_deref() == Some("assess");
    view! {
        {asked(word(key::HD_ASSESS), open, view! { {sent("form", action, hidden, view! { {questions}
                {form.answer("safe_to_use", word(key::HD_MAY_IT_BE_USED), None)}
                {form.maybe("problem", word(key::HD_PROBLEM), "")}
                <Button look=Look::Inverse class="btn--small">{word(key::HD_WRITE_DOWN)}</Button> }.into_any())} }.into_any())}
    }
    .into_any()
}

fn end(here: &str, id: &str) -> AnyView {
    let form = In("end_access");
    let mut hidden = form.hidden();
    hidden.push(("id", id.to_owned()));
    let action = here.to_owned();
    view! {
        {asked(word(key::HD_NOT_USED_ANY_MORE), false, view! { {sent("form", action, hidden, view! { {form.choice("because", word(key::WHY), to_choose(AccessEnd::ALL, AccessEnd::name, names::access_end), "")}
                <Button look=Look::Inverse class="btn--small">{word(key::END_IT)}</Button> }.into_any())} }.into_any())}
    }
    .into_any()
}

fn add(here: &str) -> AnyView {
    let form = In("add_access");
    let action = here.to_owned();
    view! {
        {card(word(key::HD_ANOTHER_ACCESS), "another", String::new(), None, view! { {sent("card__body form", action, form.hidden(), view! { <div class="form__grid">
                    {form.choice("kind", word(key::WHAT), to_choose(AccessKind::ALL, AccessKind::name, names::access_kind), "")}
                    {form.choice("side", word(key::HD_SIDE), to_choose(Side::ALL, Side::name, names::side), "")}
                    {form.maybe("site", word(key::HD_SITE), "")}
                    {form.dated("made_on", word(key::HD_MADE_ON))}
                </div>
                {form.maybe("note", word(key::HD_NOTE), "")}
                <div class="form__end"><Button look=Look::Primary>{word(key::HD_WRITE_DOWN)}</Button></div> }.into_any())} }.into_any())}
    }
    .into_any()
}

fn infections(here: &str, found: Vec<Infection>, may_run: bool) -> AnyView {
    let rows = found
        .iter()
        .map(|it| {
            let look = if it.what.result == Found::Positive { "medium-soft" } else { "line" };
            let apart = it.what.isolate.then(|| view! { <Chip look="high-soft" icon="hand">{word(key::HD_APART)}</Chip> }.into_any());
            let result = lang::of_english(names::found(it.what.result));
            view! {
                <tr>
                    <th scope="row">{lang::of_english(names::agent(it.what.agent))}</th>
                    <td data-head=word(key::HD_RESULT)><div class="cluster"><Chip look=look>{result}</Chip>{apart}</div></td>
                    <td data-head=word(key::HD_TESTED_ON)>{birth(it.what.tested_on, false)}</td>
                    <td data-head=word(key::WRITTEN)>{written(it.at, it.by.clone())}</td>
                </tr>
            }
            .into_any()
        })
        .collect_view();
    let heads = [
        word(key::HD_AGENT),
        word(key::HD_RESULT),
        word(key::HD_TESTED_ON),
        word(key::WRITTEN),
    ]
    .map(Head::words)
    .to_vec();
    let list = match found.is_empty() {
        true => {
            view! { <Empty icon="flask" title=word(key::HD_NO_TESTS) text=word(key::HD_NO_TESTS_TEXT)/> }.into_any()
        }
        false => view! { <Table caption=word(key::HD_INFECTIONS) heads=heads>{rows}</Table> }.into_any(),
    };
    let form = In("infection");
    let action = here.to_owned();
    let add = may_run.then(|| {
        view! {
            {sent("card__body form", action, form.hidden(), view! { <div class="form__grid">
                    {form.choice("agent", word(key::HD_AGENT), to_choose(Agent::ALL, Agent::name, names::agent), "")}
                    {form.choice("result", word(key::HD_RESULT), to_choose(Found::ALL, Found::name, names::found), "")}
                    {form.day("tested_on", word(key::HD_TESTED_ON))}
                    {form.answer("isolate", word(key::HD_CHAIR_APART_ASKED), None)}
                </div>
                <div class="form__end"><Button look=Look::Primary>{word(key::HD_WRITE_DOWN)}</Button></div> }.into_any())}
        }
        .into_any()
    });
    view! { {card(word(key::HD_INFECTIONS), "infections", String::new(), None, view! { {list}{add} }.into_any())} }
        .into_any()
}

fn before(ended: Vec<Access>) -> Option<AnyView> {
    let rows: Vec<AnyView> = ended
        .iter()
        .filter_map(|access| {
            let (at, why) = access.ended?;
            Some(
                view! {
                    <tr>
                        <th scope="row"><bdi><s>{access_in_words(access)}</s></bdi></th>
                        <td data-head=word(key::WRITTEN)>{written(access.at, access.by.clone())}</td>
                        <td data-head=word(key::ENDED)><Time at=Signal::stored(Some(at)) style=TimeStyle::Date/></td>
                        <td data-head=word(key::WHY)>{lang::of_english(names::access_end(why))}</td>
                    </tr>
                }
                .into_any(),
            )
        })
        .collect();
    let heads = [word(key::WHAT), word(key::WRITTEN), word(key::ENDED), word(key::WHY)]
        .map(Head::words)
        .to_vec();
    (!rows.is_empty())
        .then(|| view! { {card(word(key::BEFORE), "before", String::new(), None, view! { <Table caption=word(key::WHAT_NO_LONGER_HOLDS) heads=heads>{rows}</Table> }.into_any())} }.into_any())
}
