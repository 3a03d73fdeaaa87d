//! Who somebody is, as their chart has it, and that it is wrong: the person sees it on their account page and says what would be right; reception changes the chart and
//! says that it has looked. Nobody changes their own name or date of birth: those are how a hospital knows one person from another.
//!
//! | verb | does |
//! | --- | --- |
//! | [`read_own`] | name, date of birth and gender of the reader's own chart, and what they said about them |
//! | [`ask`] | says what is wrong |
//! | [`list_waiting`], [`finish`] | what reception has to look at, and that it has |

use domain::access::{Action, Subject};
use domain::actor::Actor;
use domain::ids::{HospitalId, PatientId};
use domain::patients::Person;
use domain::time::Moment;
use domain::typed;
use uuid::Uuid;

use super::open_chart::person;
use crate::audit::{self, Entry, Kind, Outcome};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::notices;
use crate::notices::whom::{tell_all, tell_portal};
use crate::time::{from_db, to_db};

/// The most that reception sees at once; the next come when these are done.
const PAGE: i64 = 50;

/// Who somebody is, for themselves.
#[derive(Clone, Debug)]
pub struct Own {
    /// As the chart has it.
    pub person: Person,
    /// When they last said that it is wrong.
    pub asked_at: Option<Moment>,
    /// When the hospital had looked at that.
    pub done_at: Option<Moment>,
}

/// What somebody said is wrong.
#[derive(Clone, Debug)]
pub struct Waiting {
    /// Which.
    pub id: Uuid,
    /// The chart.
    pub person: Person,
    /// In their words.
    pub words: String,
    /// When.
    pub asked_at: Moment,
}

/// The reader's own; none for staff, for carers, and while the portal is off.
pub async fn read_own(ctx: &Ctx) -> Result<Option<Own>> {
    let Actor::Patient {
        user,
        patient,
        hospital,
        is_open: true,
    } = ctx.actor().clone()
    else {
        return Ok(None);
    };
    let mut tx = ctx.begin(Action::ReadAccount, &Subject::Account(user)).await?;
    let person = person(&mut tx, patient).await?;
    let last = sqlx::query!(
        "SELECT   c.asked_at, c.done_at
         FROM     correction_request c
         WHERE    c.patient_id = $1 AND c.hospital_id = $2
         ORDER BY c.asked_at DESC, c.id DESC
         LIMIT    1",
        patient.0,
        hospital.0,
    )
    .fetch_optional(&mut *tx)
    .await?;
    let entry = Entry::patient(Action::ReadAccount, patient, &[Kind::Demographics]);
    audit::record(ctx, entry).await?;
    tx.commit().await?;
    Ok(Some(Own {
        person,
        asked_at: last.as_ref().map(|row| from_db(row.asked_at)),
        done_at: last.and_then(|row| row.done_at).map(from_db),
    }))
}

/// The person says what is wrong, and what would be right.
///
/// # Errors
/// [`HospitalError::Invalid`] without words; [`HospitalError::Conflict`] while they wait for an answer; denied for who cares for somebody.
pub async fn ask(ctx: &Ctx, words: &str) -> Result<()> {
    let (mut tx, patient, hospital) = own(ctx).await?;
    let words = typed::words("words", "what is wrong, and what would be right", words)?;
    let asked = sqlx::query!(
        "INSERT INTO correction_request (id, patient_id, hospital_id, words, asked_at) VALUES ($1, $2, $3, $4, $5)",
        Uuid::now_v7(),
        patient.0,
        hospital.0,
        words,
        to_db(ctx.now()),
    )
    .execute(&mut *tx)
    .await
    .map_err(HospitalError::from);
    asked.map_err(|error| match error.violated() {
        Some("correction_request_waits_once") => HospitalError::Conflict(
            "The hospital has yet to look at what you wrote before. Call the reception if it is urgent.",
        ),
        _ => error,
    })?;
    tell_all(&mut tx, ctx, Some(hospital), notices::Kind::CorrectionWaits, "").await?;
    let entry = Entry::change_of_patient("correction.ask", Action::ChangeAccount, patient);
    audit::record_in(&mut tx, ctx, [entry]).await?;
    Ok(tx.commit().await?)
}

/// What waits in the asker's hospital, oldest first.
pub async fn list_waiting(ctx: &Ctx) -> Result<Vec<Waiting>> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let subject = Subject::Hospital(hospital);
    let mut tx = ctx.look(Action::ConfirmRegistration).await?;
    let rows = sqlx::query!(
        "SELECT   c.id, c.patient_id, c.words, c.asked_at
         FROM     correction_request c
         WHERE    c.hospital_id = $1 AND c.done_at IS NULL
         ORDER BY c.asked_at, c.id
         LIMIT    $2",
        hospital.0,
        PAGE,
    )
    .fetch_all(&mut *tx)
    .await?;
    let mut waiting = Vec::with_capacity(rows.len());
    for row in rows {
        waiting.push(Waiting {
            id: row.id,
            person: person(&mut tx, PatientId(row.patient_id)).await?,
            words: row.words,
            asked_at: from_db(row.asked_at),
        });
    }
    let entry = Entry::new(Action::ConfirmRegistration, &subject, Outcome::Allowed)
        .of(waiting.iter().map(|it| it.person.id))
        .kinds(&[Kind::Demographics]);
    audit::record(ctx, entry).await?;
    tx.commit().await?;
    Ok(waiting)
}

/// The chart is right by now, or was: somebody has looked.
///
/// # Errors
/// [`HospitalError::NotFound`] when it does not wait here.
pub async fn finish(ctx: &Ctx, request: Uuid) -> Result<()> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let subject = Subject::Hospital(hospital);
    let mut tx = ctx.begin(Action::ConfirmRegistration, &subject).await?;
    let patient = sqlx::query_scalar!(
        "UPDATE correction_request SET done_at = $3, done_by = $4
         WHERE  id = $1 AND hospital_id = $2 AND done_at IS NULL
         RETURNING patient_id",
        request,
        hospital.0,
        to_db(ctx.now()),
        ctx.actor().user().map(|user| user.0),
    )
    .fetch_optional(&mut *tx)
    .await?
    .ok_or(HospitalError::NotFound)?;
    tell_portal(&mut tx, ctx, PatientId(patient), notices::Kind::CorrectionDone).await?;
    let entry = Entry::change_of_patient("correction.finish", Action::ConfirmRegistration, PatientId(patient));
    audit::record_in(&mut tx, ctx, [entry]).await?;
    Ok(tx.commit().await?)
}

/// The person's own account, and whose record and portal it is. A carer speaks for nobody's name.
async fn own(ctx: &Ctx) -> Result<(Tx, PatientId, HospitalId)> {
    match ctx.actor() {
        Actor::Patient {
            user,
            patient,
            hospital,
            ..
        } => {
            let tx = ctx.begin(Action::ChangeAccount, &Subject::Account(*user)).await?;
            Ok((tx, *patient, *hospital))
        }
        Actor::Nobody => Err(HospitalError::SignIn),
        _ => Err(HospitalError::Denied(Action::ChangeAccount.name())),
    }
}
