//! Finds one of a million people at once: by a number first, then by how their names begin, then by names that are alike. Each way its own index, paged by key.
//! Plans and times: `server/docs/patients.md`.
//!
//! | verb | does |
//! | --- | --- |
//! | [`open_list`] | the page of patients: the reader's own, and for reception the hospital's, whole or as sought |
//! | [`quick`] | the few that fit best, while somebody types |
//! | [`Question`] | what was asked, sealed, so that an address holds no name |

mod listed;
pub(super) mod names;
pub(super) mod numbers;
mod question;
mod quick;

use domain::access::{Action, Relations, Subject, explain};
use domain::ids::{HospitalId, PatientId};
use domain::patients::{Person, Sought};
use domain::time::{Moment, Zone};

pub(super) use listed::persons;
pub use question::Question;
pub use quick::{FEW, Quick, quick};

use super::mine::{MyPatient, my_patients};
use super::news::{self, News};
use crate::audit::{self, Entry, Kind, Outcome};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::organisation::zone_of_actor;

/// Rows of a page.
pub(super) const PAGE: usize = 50;

/// One patient of the hospital, as its list shows them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Who.
    pub person: Person,
    /// Whether they are a patient here no longer.
    pub is_inactive: bool,
    /// The ward on which they lie.
    pub ward: Option<String>,
    /// When they were registered here.
    pub registered_at: Moment,
    /// What is new to the reader since they looked last.
    pub news: News,
    /// The numbers of records that were joined to this one, under which they are found as well.
    pub joined: Vec<String>,
}

/// How what was found was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// Nothing was asked: who was registered last stands first.
    Recent,
    /// By a number, whole or its beginning.
    Number,
    /// By how the names begin, or the day of birth.
    Names,
    /// By names that are alike, because none begins so.
    Alike,
}

/// Where the next page begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Next {
    /// Of the whole list: registered before then, and before this one.
    Before(Moment, PatientId),
    /// Of what was sought: the question with the place where it goes on.
    Sealed(String),
}

/// A page of the hospital's patients.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Who.
    pub rows: Vec<Listed>,
    /// How.
    pub how: How,
    /// Where the next page begins; none at the end.
    pub next: Option<Next>,
}

/// The page of patients.
#[derive(Clone, Debug, PartialEq)]
pub struct PatientList {
    /// The reader's own, for who reads patients; of them those who are sought.
    pub mine: Option<Vec<MyPatient>>,
    /// The hospital's, for who may find any of them.
    pub found: Option<Found>,
    /// The hospital's zone.
    pub zone: Zone,
    /// Whether the reader registers patients.
    pub may_register: bool,
    /// What was typed; empty when nothing was asked.
    pub typed: String,
}

/// What the page is asked for.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    /// A sealed question.
    pub question: Option<Question>,
    /// Where the whole list goes on.
    pub before: Option<(Moment, PatientId)>,
}

/// The patients that are the reader's own, and those of the hospital for who may find any.
///
/// # Errors
/// Denied for who neither reads patients nor finds them; invalid for a question that cannot be read.
pub async fn open_list(ctx: &Ctx, asked: Asked) -> Result<PatientList> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let subject = Subject::Hospital(hospital);
    let finds = ctx.may(Action::FindPatient, &subject);
    let reads = !explain(ctx.actor(), Action::ReadPatient, &subject).suffices.is_none();
    let sought = match &asked.question {
        Some(question) => Some(read(&question.typed)?),
        None => None,
    };
    let mine = match reads || !finds {
        true => Some(my_patients(ctx, sought.as_ref()).await?),
        false => None,
    };
    let found = match finds {
        true => Some(find(ctx, hospital, sought.as_ref(), &asked, PAGE).await?),
        false => None,
    };
    let mut tx = ctx
        .look(if finds {
            Action::FindPatient
        } else {
            Action::ReadPatient
        })
        .await?;
    let zone = zone_of_actor(&mut tx, ctx).await?;
    tx.commit().await?;
    Ok(PatientList {
        mine,
        found,
        zone,
        may_register: ctx.may(Action::RegisterPatient, &subject),
        typed: asked.question.map(|question| question.typed).unwrap_or_default(),
    })
}

/// Whether the reader has patients to look for at all.
///
/// # Errors
/// Denied for who neither reads patients nor finds them; that is recorded.
pub async fn may_look(ctx: &Ctx) -> Result<()> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let finds = ctx.may(Action::FindPatient, &Subject::Hospital(hospital));
    let action = if finds {
        Action::FindPatient
    } else {
        Action::ReadPatient
    };
    Ok(ctx.look(action).await?.commit().await?)
}

fn read(typed: &str) -> Result<Sought> {
    Sought::read("words", typed).map_err(|fault| HospitalError::Invalid(vec![fault]))
}

/// The hospital's patients, so many at most; whom the page shows is recorded.
async fn find(ctx: &Ctx, hospital: HospitalId, sought: Option<&Sought>, asked: &Asked, most: usize) -> Result<Found> {
    let subject = Subject::Hospital(hospital);
    let mut tx = ctx.begin(Action::FindPatient, &subject).await?;
    let (how, mut ids, next) = match (sought, &asked.question) {
        (Some(sought), Some(_)) if !sought.number.is_empty() => {
            let ids = numbers::find(&mut tx, hospital, &sought.number, sought.born).await?;
            (How::Number, ids, None)
        }
        (Some(sought), Some(question)) => by_names(ctx, &mut tx, hospital, sought, question).await?,
        _ => {
            let (ids, next) = listed::recent(&mut tx, hospital, asked.before).await?;
            (How::Recent, ids, next)
        }
    };
    ids.truncate(most);
    let mut rows = listed::persons(&mut tx, ctx, hospital, &ids).await?;
    // Who finds anybody here stands to each as somebody of their hospital.
    let shown: Vec<PatientId> = rows.iter().map(|row| row.person.id).collect();
    let looks = news::last_looks(&mut tx, ctx, &shown).await?;
    let asked = looks.into_iter().map(|(id, since)| (id, Relations::HOSPITAL, since));
    let mut news = news::since(&mut tx, ctx, &asked.collect::<Vec<_>>()).await?;
    for row in &mut rows {
        row.news = news.remove(&row.person.id).unwrap_or_default();
    }
    let entry = Entry::new(Action::FindPatient, &subject, Outcome::Allowed);
    let shown = entry
        .of(rows.iter().map(|row| row.person.id))
        .kinds(&news::kinds_of(&[Kind::Demographics], rows.iter().map(|row| &row.news)));
    audit::record(ctx, shown).await?;
    tx.commit().await?;
    Ok(Found { rows, how, next })
}

/// Those whose names begin so; when there are none, those whose names are alike.
async fn by_names(
    ctx: &Ctx,
    tx: &mut Tx,
    hospital: HospitalId,
    sought: &Sought,
    question: &Question,
) -> Result<(How, Vec<PatientId>, Option<Next>)> {
    let words = names::folded(tx, &sought.words).await?;
    let page = names::beginning(tx, hospital, &words, sought.born, question.after.as_ref()).await?;
    if page.ids.is_empty() && question.after.is_none() && !words.is_empty() {
        return Ok((How::Alike, names::alike(tx, hospital, &words, sought.born).await?, None));
    }
    let next = page.next.map(|after| question.going_on(after).seal(ctx)).transpose()?;
    Ok((How::Names, page.ids, next.map(Next::Sealed)))
}
