//! Who a patient is, changed: each field with what stood there before, who changed it and when. And that somebody is a patient here no longer, or again.
//!
//! | verb | does |
//! | --- | --- |
//! | [`open`] | what stands there now, as a form has it, and what was changed |
//! | [`change`] | writes what differs |
//! | [`leave`], [`come_back`] | a patient here no longer, with the reason; and again |

use domain::access::Action;
use domain::ids::PatientId;
use domain::invalid::Invalid;
use domain::patients::Demographics;
use domain::patients::demographics::Typed;
use domain::time::Moment;
use uuid::Uuid;

use super::find::names::date;
use crate::audit::{self, Entry, Kind};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::organisation::zone_of_actor;
use crate::time::{from_db, to_db};

/// One field that was changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// When.
    pub at: Moment,
    /// By whom; none for somebody whose name the reader is not shown.
    pub by: Option<String>,
    /// The field, as the form names it; `standing` for whether they are a patient here.
    pub field: String,
    /// What stood there.
    pub before: Option<String>,
    /// What stands there since.
    pub after: Option<String>,
}

/// What stands there now, and what was changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Open {
    /// As a form has it.
    pub now: Typed,
    /// How often they were changed, in whichever hospital, so that nobody writes over what they have not seen.
    pub revision: i32,
    /// Whether they are a patient here.
    pub is_active: bool,
    /// The newest first.
    pub changes: Vec<Change>,
    /// After which change they go on; none when that was the first there is.
    pub next: Option<Uuid>,
}

/// Changes of one page.
const PAGE: usize = 50;

/// Why somebody is a patient here no longer: word and sentence.
pub const LEAVES: [(&str, &str); 4] = [
    ("moved", "They have moved away"),
    ("died", "They have died"),
    ("asked", "They have asked for it"),
    ("mistake", "They were registered by mistake"),
];

/// Opens it for who may change it; the look is recorded. `after` says where the changes go on.
///
/// # Errors
/// Not found or denied for who neither receives nor treats the patient.
pub async fn open(ctx: &Ctx, patient: PatientId, after: Option<Uuid>) -> Result<Open> {
    let (mut tx, grounds) = ctx.begin_on_grounds(Action::ChangeIdentity, patient).await?;
    let (now, is_active) = now(&mut tx, patient).await?;
    let (revision, _) = revision(&mut tx, patient).await?;
    let rows = sqlx::query!(
        r#"SELECT   c.id, c.changed_at, u.display_name AS "changer?", c.field, c.before, c.after
           FROM     joined($1) AS j
           JOIN     patient_change c ON c.patient_id = j.id AND c.hospital_id = coalesce(j.held_by, c.hospital_id)
           LEFT JOIN app_user u ON u.id = c.changed_by
           WHERE    $2::uuid IS NULL OR (c.changed_at, c.id) < (SELECT x.changed_at, x.id FROM patient_change x WHERE x.id = $2)
           ORDER BY c.changed_at DESC, c.id DESC
           LIMIT    $3"#,
        patient.0,
        after,
        PAGE as i64 + 1,
    )
    .fetch_all(&mut *tx)
    .await?;
    let entry = Entry::patient(Action::ChangeIdentity, patient, &[Kind::Demographics]).on(&grounds);
    audit::record(ctx, entry).await?;
    tx.commit().await?;
    let next = rows.get(PAGE - 1).filter(|_| rows.len() > PAGE).map(|last| last.id);
    let changes = rows.into_iter().take(PAGE).map(|row| Change {
        at: from_db(row.changed_at),
        by: row.changer,
        field: row.field,
        before: row.before,
        after: row.after,
    });
    Ok(Open {
        now,
        revision,
        is_active,
        changes: changes.collect(),
        next,
    })
}

/// Writes what differs; answers whether anything did. `seen` is the revision that the form showed.
///
/// # Errors
/// Invalid for what cannot be read, and for a health id that is somebody else's; a conflict when it was changed meanwhile.
pub async fn change(ctx: &Ctx, patient: PatientId, typed: &Typed, seen: i32) -> Result<bool> {
    let mut tx = ctx.begin_with_patient(Action::ChangeIdentity, patient).await?;
    let zone = zone_of_actor(&mut tx, ctx).await?;
    let read = typed.read(zone.civil(ctx.now())).map_err(HospitalError::Invalid)?;
    lock(&mut tx, patient).await?;
    let (revision, elsewhere) = revision(&mut tx, patient).await?;
    if revision != seen {
        return Err(HospitalError::Conflict(match elsewhere {
            true => "Another hospital has changed this meanwhile. Look at what stands there now.",
            false => "Somebody else has just changed this. Look at what stands there now.",
        }));
    }
    let (before, _) = now(&mut tx, patient).await?;
    let changed = differences(&before, &read);
    if changed.is_empty() {
        tx.commit().await?;
        return Ok(false);
    }
    sqlx::query!(
        "UPDATE patient
         SET    family_name = $2, given_name = $3, title = $4, born_on = $5, born_known = $6, sex = $7, health_id = $8, language = $9, marital = $10,
                blood_group = $11
         WHERE  id = $1",
        patient.0,
        read.family_name,
        read.given_name,
        read.title,
        date(read.born_on)?,
        if read.year_only { "year" } else { "day" },
        read.sex.name(),
        read.health_id.as_ref().map(|id| id.digits()),
        read.language,
        read.marital.map(|it| it.name()),
        read.blood_group.map(|it| it.name()),
    )
    .execute(&mut *tx)
    .await
    .map_err(HospitalError::from)
    .map_err(|error| match error.violated() {
        Some("patient_health_id_once") => HospitalError::Invalid(vec![Invalid::new(
            "health_id",
            "This Health ID belongs to somebody else. Compare it with the card once more.",
        )]),
        _ => error,
    })?;
    for (field, before, after) in changed {
        note(&mut tx, ctx, patient, field, before, after).await?;
    }
    done(tx, ctx, "patient.change", patient).await?;
    Ok(true)
}

/// A patient here no longer.
///
/// # Errors
/// Invalid without a reason of [`LEAVES`]; a conflict when they are none already, and while a device measures them or they lie on a ward.
pub async fn leave(ctx: &Ctx, patient: PatientId, because: &str) -> Result<()> {
    let mut tx = ctx.begin_with_patient(Action::ChangeIdentity, patient).await?;
    if LEAVES.iter().all(|(word, _)| *word != because) {
        return Err(HospitalError::Invalid(vec![Invalid::new("because", "Choose why.")]));
    }
    stays(&mut tx, ctx, patient).await?;
    set(
        &mut tx,
        ctx,
        patient,
        "inactive",
        "They are a patient here no longer already.",
    )
    .await?;
    note(
        &mut tx,
        ctx,
        patient,
        "standing",
        Some("active".into()),
        Some(because.to_owned()),
    )
    .await?;
    done(tx, ctx, "patient.deactivate", patient).await
}

/// A patient here again.
///
/// # Errors
/// A conflict when they are one already.
pub async fn come_back(ctx: &Ctx, patient: PatientId) -> Result<()> {
    let mut tx = ctx.begin_with_patient(Action::ChangeIdentity, patient).await?;
    set(&mut tx, ctx, patient, "active", "They are a patient here already.").await?;
    note(
        &mut tx,
        ctx,
        patient,
        "standing",
        Some("inactive".into()),
        Some("active".into()),
    )
    .await?;
    done(tx, ctx, "patient.activate", patient).await
}

/// What keeps somebody here: the rows of registration are locked whole, so that no stay and no session begins meanwhile.
async fn stays(tx: &mut Tx, ctx: &Ctx, patient: PatientId) -> Result<()> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let records = sqlx::query_scalar!(
        "SELECT r.patient_id FROM registration r
          WHERE r.hospital_id = $2 AND r.patient_id IN (SELECT j.id FROM joined($1) AS j WHERE coalesce(j.held_by, $2) = $2)
          ORDER BY r.patient_id FOR UPDATE",
        patient.0,
        hospital.0,
    )
    .fetch_all(&mut **tx)
    .await?;
    let stays = sqlx::query!(
        r#"SELECT EXISTS (SELECT FROM device_session s WHERE s.patient_id = ANY($1) AND s.hospital_id = $2
                                                         AND (upper_inf(s.during) OR upper(s.during) > $3)) AS "device!",
                  EXISTS (SELECT FROM admission a WHERE a.patient_id = ANY($1) AND a.hospital_id = $2
                                                    AND (upper_inf(a.during) OR upper(a.during) > $3)) AS "ward!""#,
        &records,
        hospital.0,
        to_db(ctx.now()),
    )
    .fetch_one(&mut **tx)
    .await?;
    match (stays.device, stays.ward) {
        (true, _) => Err(HospitalError::Conflict(
            "A device measures them now. Take them off the device first; then say that they are a patient here no longer.",
        )),
        (_, true) => Err(HospitalError::Conflict(
            "They lie on a ward. Discharge them on the page of their care team first; then say that they are a patient here no longer.",
        )),
        _ => Ok(()),
    }
}

async fn set(tx: &mut Tx, ctx: &Ctx, patient: PatientId, status: &str, already: &'static str) -> Result<()> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let changed = sqlx::query!(
        "UPDATE registration SET status = $3 WHERE patient_id = $1 AND hospital_id = $2 AND status <> $3",
        patient.0,
        hospital.0,
        status,
    )
    .execute(&mut **tx)
    .await?;
    match changed.rows_affected() {
        0 => Err(HospitalError::Conflict(already)),
        _ => Ok(()),
    }
}

/// Two who change the same person stand in line.
async fn lock(tx: &mut Tx, patient: PatientId) -> Result<()> {
    sqlx::query!("SELECT p.id FROM patient p WHERE p.id = $1 FOR UPDATE", patient.0)
        .fetch_optional(&mut **tx)
        .await?
        .ok_or(HospitalError::NotFound)?;
    Ok(())
}

/// How often they were changed, and whether another hospital did so last. What another hospital changed stands behind its wall; that it did is told by the row itself.
async fn revision(tx: &mut Tx, patient: PatientId) -> Result<(i32, bool)> {
    let row = sqlx::query!(
        r#"SELECT p.revision, coalesce(p.revised_in <> actor_hospital(), false) AS "elsewhere!" FROM patient p WHERE p.id = $1"#,
        patient.0
    )
    .fetch_optional(&mut **tx)
    .await?
    .ok_or(HospitalError::NotFound)?;
    Ok((row.revision, row.elsewhere))
}

/// As a form has it, and whether they are a patient of the actor's hospital.
pub(super) async fn now(tx: &mut Tx, patient: PatientId) -> Result<(Typed, bool)> {
    let row = sqlx::query!(
        r#"SELECT p.family_name, p.given_name, p.title, to_char(p.born_on, 'YYYY-MM-DD') AS "born_on!", p.born_known, p.sex, p.health_id, p.language, p.marital,
                  p.blood_group,
                  EXISTS (SELECT FROM registration r WHERE r.patient_id = p.id AND r.hospital_id = actor_hospital() AND r.status = 'active') AS "active!"
             FROM patient p
            WHERE p.id = $1"#,
        patient.0
    )
    .fetch_optional(&mut **tx)
    .await?
    .ok_or(HospitalError::NotFound)?;
    let year_only = row.born_known == "year";
    let year = row.born_on.split('-').next().unwrap_or_default().to_owned();
    let typed = Typed {
        family_name: row.family_name,
        given_name: row.given_name,
        title: row.title.unwrap_or_default(),
        born_year: if year_only { year } else { String::new() },
        born_on: if year_only { String::new() } else { row.born_on },
        sex: row.sex,
        health_id: row.health_id.unwrap_or_default(),
        language: row.language.unwrap_or_default(),
        marital: row.marital.unwrap_or_default(),
        blood_group: row.blood_group.unwrap_or_default(),
    };
    Ok((typed, row.active))
}

pub(super) type Difference = (&'static str, Option<String>, Option<String>);

/// The fields that differ, with what stood and what is to stand there.
pub(super) fn differences(before: &Typed, read: &Demographics) -> Vec<Difference> {
    let (year, month, day) = read.born_on;
    let born = |day: &str, year: &str| {
        if day.is_empty() {
            format!("about {year}")
        } else {
            day.to_owned()
        }
    };
    let written = if read.year_only {
        format!("about {year}")
    } else {
        format!("{year:04}-{month:02}-{day:02}")
    };
    let some = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
    let all = [
        ("family_name", some(&before.family_name), some(&read.family_name)),
        ("given_name", some(&before.given_name), some(&read.given_name)),
        ("title", some(&before.title), read.title.clone()),
        ("born", some(&born(&before.born_on, &before.born_year)), some(&written)),
        ("sex", some(&before.sex), some(read.sex.name())),
        (
            "health_id",
            some(&before.health_id),
            read.health_id.as_ref().map(|id| id.digits().to_owned()),
        ),
        ("language", some(&before.language), read.language.clone()),
        (
            "marital",
            some(&before.marital),
            read.marital.map(|it| it.name().to_owned()),
        ),
        (
            "blood_group",
            some(&before.blood_group),
            read.blood_group.map(|it| it.name().to_owned()),
        ),
    ];
    all.into_iter().filter(|(_, before, after)| before != after).collect()
}

async fn note(
    tx: &mut Tx,
    ctx: &Ctx,
    patient: PatientId,
    field: &str,
    before: Option<String>,
    after: Option<String>,
) -> Result<()> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let user = ctx
        .actor()
        .user()
        .ok_or(HospitalError::Denied(Action::ChangeIdentity.name()))?;
    sqlx::query!(
        "INSERT INTO patient_change (id, patient_id, hospital_id, changed_at, changed_by, field, before, after) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        Uuid::now_v7(),
        patient.0,
        hospital.0,
        to_db(ctx.now()),
        user.0,
        field,
        before,
        after,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

async fn done(mut tx: Tx, ctx: &Ctx, what: &'static str, patient: PatientId) -> Result<()> {
    let entry = Entry::changed(what, Action::ChangeIdentity, patient, Kind::Demographics);
    audit::record_in(&mut tx, ctx, [entry]).await?;
    Ok(tx.commit().await?)
}
