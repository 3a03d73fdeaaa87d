//! What is new to the reader in the records of those who lie on a ward: what a round begins with. Alarms stand on the board already and are not counted here.

use std::collections::BTreeMap;

use domain::access::{Action, Relations};
use domain::ids::PatientId;
use domain::organisation::WardBoard;

use super::mine::readable;
use super::news::{self, News, Part};
use crate::audit::{self, Entry, Kind};
use crate::ctx::Ctx;
use crate::error::Result;

/// Of each patient on the board whom the reader may read and has looked at before, what was written since by others; who has nothing new is left out. Part of the look
/// at the ward, which is one row.
///
/// # Errors
/// Away when the database is.
pub async fn ward_news(ctx: &Ctx, board: &WardBoard) -> Result<BTreeMap<PatientId, News>> {
    if !ctx.may_at_all(Action::ReadPatient) {
        return Ok(BTreeMap::new());
    }
    let mut tx = ctx.look(Action::ReadPatient).await?;
    let mine = readable(&mut tx, ctx).await?;
    let beds = board.beds.iter().filter_map(|bed| bed.occupant.as_ref());
    let here: Vec<PatientId> = beds
        .map(|occupant| occupant.person.id)
        .filter(|patient| mine.contains_key(patient))
        .collect();
    let looks = news::last_looks(&mut tx, ctx, &here).await?;
    let asked: Vec<news::Asked> = looks
        .into_iter()
        .map(|(patient, at)| {
            let grounds = mine.get(&patient).into_iter().flatten().map(|ground| ground.relation());
            (patient, grounds.fold(Relations::NONE, Relations::and), at)
        })
        .collect();
    let mut news = news::since(&mut tx, ctx, &asked).await?;
    tx.commit().await?;
    for of_one in news.values_mut() {
        of_one.changes.retain(|change| change.part != Part::Alarms);
    }
    news.retain(|_, of_one| !of_one.changes.is_empty());
    let kinds = news::kinds_of(&[Kind::Demographics], news.values());
    if !news.is_empty() {
        let entry = Entry::ward(Action::WatchWard, board.ward);
        audit::record(ctx, entry.of(news.keys().copied()).kinds(&kinds)).await?;
    }
    Ok(news)
}
