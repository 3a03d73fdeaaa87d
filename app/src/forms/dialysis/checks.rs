//! The checks of a session: what is done, what is due and what comes (`domain::dialysis::checks`). Nothing is ticked here: each line follows from what was written.

use domain::dialysis::access_look::AccessLook;
use domain::dialysis::checks::{self, Check, Facts, Item, Stands};
use domain::dialysis::session::Stage;
use hospital::dialysis::chair::Chair;
use leptos::prelude::*;
use ui::lang::{self, key, say, tell, word};
use ui::{Chip, Head, Icon, Table};

use super::{card, clock, names};

fn facts(it: &Chair) -> Facts {
    let sheet = &it.sheet;
    let prescribed = it.prescription.as_ref().map(|version| &version.what);
    Facts {
        checked_in: sheet.checked_in.as_ref().map(|by| by.at),
        looked: sheet.look.as_ref().map(|look| look.by.at),
        confirmed: sheet
            .look
            .as_ref()
            .and_then(|look| look.what.confirmed.as_ref())
            .map(|by| by.at),
        started: sheet.started.as_ref().map(|(by, _)| by.at),
        minutes: it.time().0,
        stop_before: prescribed
            .and_then(|what| what.anticoagulation.stop_before)
            .map(f64::from),
        lots: sheet.lots.iter().map(|line| line.by.at).max(),
        access: sheet.access_looks.last().map(|line| (line.by.at, line.what.is_fine())),
        reading: sheet
            .observations
            .iter()
            .filter(|line| line.what.is_looked())
            .map(|line| line.by.at)
            .max(),
        given: sheet.medicines.iter().map(|line| line.by.at).max(),
        unwitnessed: sheet.medicines.iter().any(|line| line.what.witness.is_none()),
        ended: sheet.ended.as_ref().map(|(by, _, _)| by.at),
        after: sheet.after.as_ref().map(|line| line.by.at),
        signed: sheet.signed.as_ref().map(|(by, _)| by.at),
    }
}

fn words(item: Item) -> &'static str {
    word(match item {
        Item::CheckIn => key::HD_STEP_CHECK_IN,
        Item::Look => key::HD_STEP_LOOK,
        Item::Second => key::HD_STEP_SECOND,
        Item::Start => key::HD_STEP_START,
        Item::Lots => key::HD_LOTS_MISSING,
        Item::Reading => key::HD_READINGS,
        Item::Access => key::HD_CHECK_ACCESS,
        Item::StopAnticoagulant => key::HD_CHECK_STOP,
        Item::Witness => key::HD_CHECK_WITNESS,
        Item::End => key::HD_END_SESSION,
        Item::After => key::HD_STEP_AFTER,
        Item::Sign => key::HD_STEP_SIGN,
    })
}

/// Whether something is due now.
pub(super) fn is_due(it: &Chair, item: Item) -> bool {
    let all = checks::checks(&facts(it), it.read_at);
    all.iter()
        .any(|check| check.item == item && matches!(check.stands, Stands::Due(_)))
}

/// The list; nothing for a session that went no way.
pub(super) fn list(it: &Chair) -> Option<AnyView> {
    if matches!(it.sheet.stage, Stage::DidNotAttend | Stage::Cancelled) {
        return None;
    }
    let all = checks::checks(&facts(it), it.read_at);
    let note = tell(say::hd_checks_done(checks::done(&all) as i64, all.len() as i64));
    let found = it.sheet.access_looks.last().map(|line| &line.what);
    let rows = all
        .iter()
        .map(|check| row(check, found.filter(|_| check.item == Item::Access)))
        .collect_view();
    let heads = [word(key::WHAT), word(key::STATE), word(key::WHEN)]
        .map(Head::words)
        .to_vec();
    let table = view! { <Table caption=word(key::HD_CHECKS) heads=heads dense=true>{rows}</Table> }.into_any();
    Some(view! { {card(word(key::HD_CHECKS), "checks", note, None, table)} }.into_any())
}

/// What was found of the access, shortly: `Bleeding`, and whether place and line are covered.
pub(super) fn found_words(look: &AccessLook) -> String {
    let found = lang::of_english(names::access_found(look.found));
    match look.in_sight {
        true => found,
        false => tell(say::hd_access_covered(found)),
    }
}

/// `found` is what came of the newest look at the access, on the line of it.
fn row(check: &Check, found: Option<&AccessLook>) -> AnyView {
    let outcome = found.map(|look| {
        let (chip, words) = (if look.is_fine() { "line" } else { "high-soft" }, found_words(look));
        view! { <Chip look=chip>{words}</Chip> }.into_any()
    });
    let (state, at) = match check.stands {
        Stands::Done(at) => (
            // A ward where all is well is grey.
            view! { <Icon name="check" class="icon--small"/><span class="visually-hidden">{word(key::HD_CHECK_DONE)}</span> }.into_any(),
            Some(at),
        ),
        Stands::Due(at) => (
            view! { <Chip look="medium">{word(key::HD_CHECK_DUE)}</Chip> }.into_any(),
            at,
        ),
        Stands::Later(at) => (
            view! { <span class="quiet">{word(key::HD_CHECK_LATER)}</span> }.into_any(),
            at,
        ),
    };
    let when = at.map(clock);
    view! {
        <tr>
            <th scope="row">{words(check.item)}</th>
            <td data-head=word(key::STATE)><div class="cluster">{state}{outcome}</div></td>
            <td data-head=word(key::WHEN)>{when}</td>
        </tr>
    }
    .into_any()
}
