//! What a ward is to its reader: whom of it they treat, and what is new to them in the records of those who lie there, with which a round begins. Alarms stand on the board already and are
//! not counted here.

use std::collections::{BTreeMap, BTreeSet};

use domain::access::{Action, Relations};
use domain::ids::{PatientId, WardId};
use domain::organisation::WardBoard;
use domain::time::Moment;

use super::mine::{readable, relations};
use super::news::{self, News, Part};
use super::ward_mine::treated;
use crate::audit::{self, Entry, Kind};
use crate::ctx::{Ctx, Tx};
use crate::error::Result;

/// What a ward is to one reader.
#[derive(Clone, Debug, Default)]
pub struct WardOfReader {
    /// Whom they treat.
    pub mine: BTreeSet<PatientId>,
    /// What was written since they looked; who has nothing new is left out.
    pub news: BTreeMap<PatientId, News>,
}

/// Whom of the board the reader treats; and of each whom they may read and have looked at before, what was written since by others. Part of the look at the ward, which is one row.
///
/// # Errors
/// Away when the database is.
pub async fn ward_of_reader(ctx: &Ctx, board: &WardBoard) -> Result<WardOfReader> {
    if !ctx.may_at_all(Action::ReadPatient) {
        return Ok(WardOfReader::default());
    }
    let mut tx = ctx.look_often(Action::ReadPatient).await?;
    let beds = board.beds.iter().filter_map(|bed| bed.occupant.as_ref());
    let here: Vec<PatientId> = beds.map(|occupant| occupant.person.id).collect();
    let mine = treated(&mut tx, ctx, &here).await?;
    let looks = news::last_looks(&mut tx, ctx, &here).await?;
    let mut news = match looks.is_empty() {
        true => BTreeMap::new(),
        false => {
            let asked = standing(&mut tx, ctx, board.ward, looks).await?;
            news::since(&mut tx, ctx, &asked).await?
        }
    };
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
    Ok(WardOfReader { mine, news })
}

/// How the reader stands to whom they looked at. Who is on duty on the ward stands so to everybody on its board, and need not ask of each.
async fn standing(
    tx: &mut Tx,
    ctx: &Ctx,
    ward: WardId,
    looks: BTreeMap<PatientId, Moment>,
) -> Result<Vec<news::Asked>> {
    if ctx.actor().is_on_duty(ward) {
        return Ok(looks
            .into_iter()
            .map(|(patient, at)| (patient, Relations::WARD, at))
            .collect());
    }
    let mine = readable(tx, ctx).await?;
    let asked = looks
        .into_iter()
        .filter_map(|(patient, at)| Some((patient, relations(mine.get(&patient)?), at)));
    Ok(asked.collect())
}
