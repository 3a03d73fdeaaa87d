//! Who a patient is, for who receives or treats them: what the record's first card and the banner of each of their pages show.

use domain::access::{Action, Subject};
use domain::ids::PatientId;
use domain::patients::merge::JoinedHere;
use domain::patients::{BloodGroup, Left, Marital, Person};
use domain::records::{Allergies, Flag};
use domain::time::{Moment, Zone};

use super::left::left;
use super::merge;
use super::news::{self, News};
use super::open_chart::person;
use crate::audit::{self, Entry, Kind};
use crate::ctx::Ctx;
use crate::error::{HospitalError, Result};
use crate::organisation::zone_of_actor;
use crate::records::{allergies, flags};
use crate::time::from_db;

/// A hospital where somebody is registered, as far as the reader is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegisteredAt {
    /// Its name.
    pub hospital: String,
    /// Their number there.
    pub number: String,
    /// Since when.
    pub since: Moment,
    /// When they left and came back since, as far as the reader is shown that: each stay with its end.
    pub periods: Vec<(Moment, Option<Moment>)>,
    /// Whether they are a patient there no longer.
    pub is_inactive: bool,
}

/// Who somebody is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    /// Names, birth, numbers.
    pub person: Person,
    /// Title.
    pub title: Option<String>,
    /// ISO 639.
    pub language: Option<String>,
    /// Marital status.
    pub marital: Option<Marital>,
    /// Blood group.
    pub blood_group: Option<BloodGroup>,
    /// Where they are registered, the reader's hospital first.
    pub hospitals: Vec<RegisteredAt>,
    /// The hospital's zone.
    pub zone: Zone,
    /// What is new to the reader.
    pub news: News,
    /// The records that are joined to this one here.
    pub joined: Vec<JoinedHere>,
    /// Whether the reader joins records and takes them apart.
    pub may_merge: bool,
    /// What they do not bear; none for who may not read the background.
    pub allergies: Option<Allergies>,
    /// What else must be known first; nothing for them either.
    pub flags: Vec<Flag>,
    /// That they are a patient of the reader's hospital no longer.
    pub left: Option<Left>,
}

/// Opens it; the look is recorded.
///
/// # Errors
/// Not found for a patient outside the actor's reach.
pub async fn open_identity(ctx: &Ctx, patient: PatientId) -> Result<Identity> {
    gather(ctx, patient, Action::ReadIdentity).await
}

/// The same, recorded as a part of the look of `page`.
async fn gather(ctx: &Ctx, patient: PatientId, page: Action) -> Result<Identity> {
    let relations = ctx.stands_to(patient).await?;
    let (mut tx, grounds) = ctx.begin_on_grounds(Action::ReadIdentity, patient).await?;
    let zone = zone_of_actor(&mut tx, ctx).await?;
    let person = person(&mut tx, patient).await?;
    let more = sqlx::query!(
        "SELECT p.title, p.language, p.marital, p.blood_group FROM patient p WHERE p.id = $1",
        patient.0
    )
    .fetch_optional(&mut *tx)
    .await?
    .ok_or(HospitalError::NotFound)?;
    let hospitals = sqlx::query!(
        "SELECT   h.name, r.hospital_id, r.hospital_number, r.registered_at, r.status
         FROM     registration r
         JOIN     hospital h ON h.id = r.hospital_id
         WHERE    r.patient_id = $1
         ORDER BY (r.hospital_id = actor_hospital()) DESC NULLS LAST, r.registered_at DESC",
        patient.0
    )
    .fetch_all(&mut *tx)
    .await?;
    let standings = sqlx::query!(
        r#"SELECT   c.hospital_id, c.changed_at, c.after = 'active' AS "comes!"
           FROM     patient_change c
           WHERE    c.patient_id = $1 AND c.field = 'standing'
           ORDER BY c.changed_at, c.id
           LIMIT    200"#,
        patient.0
    )
    .fetch_all(&mut *tx)
    .await?;
    let joined = merge::joined_here(&mut tx, patient).await?;
    let may_merge = merge::may(ctx, patient, grounds.held);
    // A page that does not show what is new does not use it up.
    let news = match page == Action::ReadIdentity {
        true => news::at_look(&mut tx, ctx, patient, relations).await?,
        false => News::default(),
    };
    let subject = Subject::Patient { patient, relations };
    let (shown, allergies, flags) = match ctx.may(Action::ReadBackground, &subject) {
        true => {
            let allergies = allergies::now(&mut tx, patient).await?;
            (BOTH, Some(allergies), flags::now(&mut tx, patient).await?)
        }
        false => (&BOTH[..1], None, Vec::new()),
    };
    let left = left(&mut tx, patient).await?;
    let kinds = news::kinds_of(shown, [&news].into_iter());
    let entry = Entry::patient(page, patient, &kinds);
    audit::record(ctx, entry.on(&grounds)).await?;
    tx.commit().await?;
    let hospitals = hospitals.into_iter().map(|row| RegisteredAt {
        periods: periods(
            from_db(row.registered_at),
            standings
                .iter()
                .filter(|change| change.hospital_id == row.hospital_id)
                .map(|change| (from_db(change.changed_at), change.comes)),
        ),
        hospital: row.name,
        number: row.hospital_number,
        since: from_db(row.registered_at),
        is_inactive: row.status != "active",
    });
    Ok(Identity {
        person,
        title: more.title,
        language: more.language,
        marital: more.marital.as_deref().and_then(Marital::parse),
        blood_group: more.blood_group.as_deref().and_then(BloodGroup::parse),
        hospitals: hospitals.collect(),
        zone,
        news,
        joined,
        may_merge,
        allergies,
        flags,
        left,
    })
}

/// Each stay, from the day of registering on.
fn periods(since: Moment, changes: impl Iterator<Item = (Moment, bool)>) -> Vec<(Moment, Option<Moment>)> {
    let mut periods = vec![(since, None)];
    for (at, comes) in changes {
        match (periods.last_mut(), comes) {
            (Some((_, end @ None)), false) => *end = Some(at),
            (Some((_, Some(_))), true) => periods.push((at, None)),
            _ => {}
        }
    }
    periods
}

/// What the banner shows to who may read the background, too.
const BOTH: &[Kind] = &[Kind::Demographics, Kind::Background];

/// The same, for the banner of a page that wants another right and is one look with it; none for who may not see who they are.
///
/// # Errors
/// As [`open_identity`].
pub async fn whose(ctx: &Ctx, patient: PatientId, page: Action) -> Result<Option<Identity>> {
    let relations = ctx.stands_to(patient).await?;
    match ctx.may(Action::ReadIdentity, &Subject::Patient { patient, relations }) {
        true => gather(ctx, patient, page).await.map(Some),
        false => Ok(None),
    }
}
