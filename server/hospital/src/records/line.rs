//! One line of the background: something that was written down, by whom, and whether it still holds.

use domain::access::Action;
use domain::ids::PatientId;
use domain::invalid::Invalid;
use domain::records::Dated;
use domain::time::{Civil, Moment};
use sqlx::postgres::PgQueryResult;
use time::OffsetDateTime;
use uuid::Uuid;

use crate::audit::{self, Entry, Kind};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::time::from_db;

/// Why a line ends: the word in the database and the sentence of the page.
pub type Ends = &'static [(&'static str, &'static str)];

/// That it holds no longer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ended {
    /// Since when.
    pub at: Moment,
    /// Who said so; none for somebody whose name the reader is not shown.
    pub by: Option<String>,
    /// The word why.
    pub because: String,
}

impl Ended {
    /// As a row says it; none while it holds.
    pub(crate) fn of(at: Option<OffsetDateTime>, by: Option<String>, because: Option<String>) -> Option<Self> {
        at.map(|at| Self {
            at: from_db(at),
            by,
            because: because.unwrap_or_default(),
        })
    }
}

/// Something that was written down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line<T> {
    /// Which.
    pub id: Uuid,
    /// What.
    pub what: T,
    /// When it was written.
    pub at: Moment,
    /// By whom; none for somebody whose name the reader is not shown.
    pub by: Option<String>,
    /// That it holds no longer.
    pub ended: Option<Ended>,
    /// Whether the reader's hospital wrote it, which alone ends it.
    pub is_ours: bool,
}

/// What holds, then what ended, the newest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List<T> {
    /// The lines.
    pub lines: Vec<Line<T>>,
    /// Whether the reader writes them.
    pub may_change: bool,
    /// After which line it goes on; none when it is whole. What holds comes with each part of it.
    pub next: Option<Uuid>,
}

impl<T> List<T> {
    /// Of what was read, which was one more than [`MOST`] where there is more.
    pub(super) fn of(lines: impl Iterator<Item = Line<T>>, may_change: bool) -> Self {
        let mut lines: Vec<Line<T>> = lines.collect();
        let next = older(&mut lines, MOST);
        Self {
            lines,
            may_change,
            next,
        }
    }

    /// What holds, and what ended.
    pub fn parted(self) -> (Vec<Line<T>>, Vec<Line<T>>) {
        self.lines.into_iter().partition(|line| line.ended.is_none())
    }
}

/// The most lines that are read of one kind.
pub(crate) const MOST: i64 = 200;

/// Cuts what was read to `most`, and answers after which line it goes on: none when it is whole.
pub(crate) fn older<T>(lines: &mut Vec<Line<T>>, most: i64) -> Option<Uuid> {
    let most = usize::try_from(most).unwrap_or(usize::MAX);
    let is_more = lines.len() > most;
    lines.truncate(most);
    lines.last().filter(|_| is_more).map(|last| last.id)
}

/// Where and who writes.
pub(super) fn here(ctx: &Ctx) -> Result<(Uuid, Uuid)> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let user = ctx
        .actor()
        .user()
        .ok_or(HospitalError::Denied(Action::ChangeBackground.name()))?;
    Ok((hospital.0, user.0))
}

/// The transaction in which a line ends, where, and who ends it. [`ended`] closes it.
///
/// # Errors
/// Denied for who does not write the record; invalid without a reason of `ends`.
pub(super) async fn begin_end(ctx: &Ctx, patient: PatientId, because: &str, ends: Ends) -> Result<(Tx, Uuid, Uuid)> {
    let (hospital, user) = here(ctx)?;
    let tx = ctx.begin_with_patient(Action::ChangeBackground, patient).await?;
    if !ends.iter().any(|(word, _)| *word == because) {
        let none = Invalid::new("because", "Choose why it ends.");
        return Err(HospitalError::Invalid(vec![none]));
    }
    Ok((tx, hospital, user))
}

/// The line has ended, and the change is recorded.
///
/// # Errors
/// Not found when no line was that: it is another patient's or hospital's, or holds no longer.
pub(super) async fn ended(
    tx: Tx,
    ctx: &Ctx,
    lines: &PgQueryResult,
    what: &'static str,
    patient: PatientId,
) -> Result<()> {
    if lines.rows_affected() == 0 {
        return Err(HospitalError::NotFound);
    }
    done(tx, ctx, what, patient).await
}

/// The refusal of a line: `sentence` where the constraint `once` says that it stands already.
pub(super) fn stands_already(once: &'static str, sentence: &'static str) -> impl Fn(sqlx::Error) -> HospitalError {
    move |error| match HospitalError::from(error) {
        error if error.violated() == Some(once) => HospitalError::Conflict(sentence),
        error => error,
    }
}

/// The look is recorded.
pub(super) async fn read(tx: Tx, ctx: &Ctx, patient: PatientId, grounds: &domain::access::Grounds) -> Result<bool> {
    let entry = Entry::patient(Action::ReadBackground, patient, &[Kind::Background]).on(grounds);
    audit::record(ctx, entry).await?;
    tx.commit().await?;
    let subject = domain::access::Subject::Patient {
        patient,
        relations: grounds.held,
    };
    Ok(ctx.may(Action::ChangeBackground, &subject))
}

/// The change is recorded in its own transaction.
pub(super) async fn done(mut tx: Tx, ctx: &Ctx, what: &'static str, patient: PatientId) -> Result<()> {
    let entry = Entry::changed(what, Action::ChangeBackground, patient, Kind::Background);
    audit::record_in(&mut tx, ctx, [entry]).await?;
    Ok(tx.commit().await?)
}

/// The day on the wall of the actor's hospital.
pub(super) async fn today(tx: &mut Tx, ctx: &Ctx) -> Result<Civil> {
    let zone = crate::organisation::zone_of_actor(tx, ctx).await?;
    Ok(zone.civil(ctx.now()))
}

/// What is kept of a day that may be known in part.
pub(crate) fn dated(kept: Option<String>) -> Option<Dated> {
    kept.as_deref().and_then(Dated::parse)
}
