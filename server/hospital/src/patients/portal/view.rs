//! What one reader of the portal is shown, as of this transaction.

use domain::access::Action;
use domain::actor::Actor;
use domain::ids::{HospitalId, PatientId};
use domain::patients::{Acting, RecordKind, Section, TextSize, View};

use super::PART;
use crate::audit::{self, Entry};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::time::{from_db, to_db};

/// What the actor is shown of `patient` in the portal; none for staff and programs, who do not read it there.
pub(crate) async fn view(tx: &mut Tx, ctx: &Ctx, patient: PatientId) -> Result<Option<View>> {
    match ctx.actor() {
        Actor::Patient { hospital, .. } => of_patient(tx, patient, *hospital).await.map(Some),
        Actor::Proxy { user, hospital, .. } => {
            let let_into = sqlx::query!(
                r#"SELECT sections, known_as, upper(during) AS "until!"
                     FROM proxy
                    WHERE patient_id = $1 AND user_id = $2 AND during @> $3::timestamptz"#,
                patient.0,
                user.0,
                to_db(ctx.now()),
            )
            .fetch_optional(&mut **tx)
            .await?
            .ok_or(HospitalError::NotFound)?;
            let mut view = of_patient(tx, patient, *hospital).await?;
            view.shown
                .retain(|section| let_into.sections.iter().any(|name| name == section.name()));
            view.acting = Some(Acting {
                known_as: let_into.known_as,
                until: from_db(let_into.until),
            });
            // How large their letters are is for who reads to say; what they are let into is not the carer's.
            view.text_size = TextSize::Usual;
            Ok(Some(view))
        }
        Actor::Staff { .. } | Actor::ApiClient { .. } | Actor::Device { .. } | Actor::Worker { .. } | Actor::Nobody => {
            Ok(None)
        }
    }
}

/// What the person themselves is shown in the portal of `hospital`. Parts are hidden by that hospital; a single record by the one that holds it.
pub(super) async fn of_patient(tx: &mut Tx, patient: PatientId, hospital: HospitalId) -> Result<View> {
    let setting = sqlx::query!(
        "SELECT is_open, hidden FROM portal_setting WHERE patient_id = $1 AND hospital_id = $2",
        patient.0,
        hospital.0,
    )
    .fetch_optional(&mut **tx)
    .await?;
    let (is_open, hidden) = setting.map_or((true, Vec::new()), |row| (row.is_open, row.hidden));
    let shown = Section::ALL
        .into_iter()
        .filter(|section| is_open && hidden.iter().all(|name| name != section.name()));
    let text_size = sqlx::query_scalar!(
        "SELECT text_size FROM portal_preference WHERE patient_id = $1 AND hospital_id = $2",
        patient.0,
        hospital.0,
    )
    .fetch_optional(&mut **tx)
    .await?;
    // The records of whoever was joined to them are shown too: what was closed there stays closed here.
    let flags = sqlx::query!(
        "SELECT p.kind, p.record_id, p.is_open
         FROM   joined($1) AS j
         JOIN   portal_record p ON p.patient_id = j.id AND p.hospital_id = coalesce(j.held_by, p.hospital_id)",
        patient.0
    )
    .fetch_all(&mut **tx)
    .await?;
    let flags = flags
        .into_iter()
        .filter_map(|row| Some((RecordKind::parse(&row.kind)?, row.record_id, row.is_open)));
    Ok(View {
        shown: shown.collect(),
        flags: flags.collect(),
        text_size: text_size.and_then(|name| TextSize::parse(&name)).unwrap_or_default(),
        acting: None,
    })
}

/// For a verb that answers one part: refuses it to a reader of the portal from whom it is hidden, and records that.
///
/// Errors: denied when it is hidden.
pub(crate) async fn must_show(ctx: &Ctx, view: Option<&View>, section: Section, patient: PatientId) -> Result<()> {
    if view.is_none_or(|view| view.shows(section)) {
        return Ok(());
    }
    let refused = Entry::patient(Action::ReadPatient, patient, &[]).denied("not_shown");
    audit::record(ctx, refused).await?;
    Err(HospitalError::Denied(PART))
}
