//! The background of a record and how somebody is reached, as the portal shows them: what holds now. What staff note for each other beside a line is not for the portal.

use domain::ids::PatientId;
use domain::patients::contacts::Contact;
use domain::patients::papers::Policy;
use domain::patients::{RecordKind, Section, Status, View};
use domain::records::Allergies;
use domain::records::conditions::Condition;
use domain::records::medicines::Medicine;
use domain::records::surgeries::Surgery;
use uuid::Uuid;

use crate::ctx::{Ctx, Tx};
use crate::error::Result;
use crate::patients::{contacts, papers};
use crate::records::allergies::allergy;
use crate::records::line::{MOST, dated};
use crate::records::{conditions, medicines};

/// What every treatment has to know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Background {
    /// What they do not bear, as far as it is shown.
    pub allergies: Allergies,
    /// Whether one that is known is not shown: then nobody is told that what they read is all.
    pub hides_allergies: bool,
    /// What they live with.
    pub conditions: Vec<Condition>,
    /// What they take.
    pub medicines: Vec<Medicine>,
    /// What was operated.
    pub surgeries: Vec<Surgery>,
}

/// How they are reached, and who pays.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reached {
    /// As the hospital of the portal wrote it; what was erased is left out.
    pub contacts: Vec<Contact>,
    /// Who pays, the one that is asked first first.
    pub policies: Vec<Policy>,
}

/// The background, without what the portal hides; none when the part is hidden.
pub(super) async fn background(tx: &mut Tx, patient: PatientId, view: &View) -> Result<Option<Background>> {
    if !view.shows(Section::Background) {
        return Ok(None);
    }
    let shows = |kind: RecordKind, id: Uuid| view.shows_record(Section::Background, kind, id, Status::Completed);
    let rows = sqlx::query!(
        "SELECT   a.id, a.substance, a.reaction, a.severity
         FROM     joined($1) AS j
         JOIN     allergy a ON a.patient_id = j.id AND a.hospital_id = coalesce(j.held_by, a.hospital_id)
         WHERE    a.ended_at IS NULL
         ORDER BY a.recorded_at DESC, a.id DESC
         LIMIT    $2",
        patient.0,
        MOST,
    )
    .fetch_all(&mut **tx)
    .await?;
    let (shown, hidden): (Vec<_>, Vec<_>) = rows.into_iter().partition(|row| shows(RecordKind::Allergy, row.id));
    let hides_allergies = hidden.iter().any(|row| row.substance.is_some());
    let shown = shown
        .into_iter()
        .map(|row| allergy(row.substance, row.reaction, row.severity));
    let allergies = match Allergies::of(shown) {
        // That none is known is not said beside one that is known and hidden.
        Allergies::NoneKnown if hides_allergies => Allergies::Known(Vec::new()),
        allergies => allergies,
    };
    let conditions = conditions::held(tx, patient)
        .await?
        .into_iter()
        .filter(|(id, _)| shows(RecordKind::Condition, *id))
        .map(|(_, what)| Condition { note: None, ..what })
        .collect();
    let medicines = medicines::held(tx, patient)
        .await?
        .into_iter()
        .filter(|(id, _)| shows(RecordKind::Medicine, *id))
        .map(|(_, what)| what)
        .collect();
    let rows = sqlx::query!(
        "SELECT   s.id, s.procedure, s.done_on, s.at_hospital
         FROM     joined($1) AS j
         JOIN     patient_surgery s ON s.patient_id = j.id AND s.hospital_id = coalesce(j.held_by, s.hospital_id)
         WHERE    s.ended_at IS NULL
         ORDER BY s.recorded_at DESC, s.id DESC
         LIMIT    $2",
        patient.0,
        MOST,
    )
    .fetch_all(&mut **tx)
    .await?;
    let surgeries = rows
        .into_iter()
        .filter(|row| shows(RecordKind::Surgery, row.id))
        .map(|row| Surgery {
            procedure: row.procedure,
            done_on: dated(row.done_on),
            at_hospital: row.at_hospital,
            note: None,
        })
        .collect();
    Ok(Some(Background {
        allergies,
        hides_allergies,
        conditions,
        medicines,
        surgeries,
    }))
}

/// How they are reached and who pays, as the hospital of the portal wrote it; none when the part is hidden.
pub(super) async fn reached(tx: &mut Tx, ctx: &Ctx, patient: PatientId, view: &View) -> Result<Option<Reached>> {
    if !view.shows(Section::Contacts) {
        return Ok(None);
    }
    let contacts = contacts::held(tx, ctx, patient).await?;
    let policies = papers::policies(tx, ctx, patient).await?;
    Ok(Some(Reached {
        contacts: contacts
            .into_iter()
            .filter(|held| held.is_ours)
            .filter_map(|held| held.contact)
            .collect(),
        policies: policies
            .into_iter()
            .filter(|held| held.is_ours)
            .map(|held| held.what)
            .collect(),
    }))
}
