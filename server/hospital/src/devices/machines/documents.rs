//! What came with a machine on paper. Whoever sees the machine reads it, whoever keeps it adds one and takes one away with the reason; what was taken away is known and no longer there to be read.

use domain::access::Action;
use domain::devices::documents::{DocumentKind, read};
use domain::files::{Attached, Sort};
use domain::ids::DeviceId;
use domain::invalid::Invalid;
use domain::patients::papers::Day;
use domain::time::{Moment, Zone};
use uuid::Uuid;

use super::{Ways, begin, day_of, to_date, writer};
use crate::audit::{self, Entry, Kind, Outcome};
use crate::ctx::Ctx;
use crate::error::{HospitalError, Result};
use crate::keys::Place;
use crate::notices::whom::name_of_device;
use crate::organisation::zone_of_actor;
use crate::time::{from_db, to_db};

/// Documents of one machine that are kept at once.
const MOST: i64 = 50;

/// One document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Which.
    pub id: Uuid,
    /// What it is.
    pub kind: DocumentKind,
    /// What its file is called.
    pub name: String,
    /// Until when it holds.
    pub valid_until: Option<Day>,
    /// Whether that day has passed.
    pub is_over: bool,
    /// How large it is, in bytes.
    pub bytes: i64,
    /// When it was added, and by whom.
    pub added: (Moment, Option<String>),
    /// When, by whom and why it was taken away.
    pub removed: Option<(Moment, Option<String>, String)>,
}

/// The page.
#[derive(Clone, Debug)]
pub struct Documents {
    /// Which machine.
    pub device: DeviceId,
    /// Its name.
    pub name: String,
    /// Which other pages of it the reader may open.
    pub ways: Ways,
    /// The clock on the wall.
    pub zone: Zone,
    /// Those that are there, then those that were taken away, the newest first.
    pub documents: Vec<Document>,
    /// Whether the reader adds and takes away.
    pub may_keep: bool,
}

fn place(id: Uuid) -> Place {
    Place::new("device_document", "content_sealed", id)
}

/// The documents of a machine.
///
/// # Errors
/// Not found for a machine of another hospital; denied for one that is not the reader's.
pub async fn documents(ctx: &Ctx, device: DeviceId) -> Result<Documents> {
    let (mut tx, subject) = begin(ctx, Action::ReadMachine, device).await?;
    let name = name_of_device(&mut tx, &subject).await?;
    let zone = zone_of_actor(&mut tx, ctx).await?;
    let today: Day = zone.day(ctx.now());
    let rows = sqlx::query!(
        r#"SELECT   d.id, d.kind, d.name, d.valid_until, d.bytes, d.added_at, a.display_name AS "adder?", d.removed_at, r.display_name AS "remover?", d.removed_because
           FROM     device_document d
           LEFT JOIN app_user a ON a.id = d.added_by
           LEFT JOIN app_user r ON r.id = d.removed_by
           WHERE    d.device_id = $1
           ORDER BY (d.removed_at IS NULL) DESC, d.added_at DESC, d.id DESC
           LIMIT    200"#,
        device.0,
    )
    .fetch_all(&mut *tx)
    .await?;
    let documents = rows.into_iter().map(|row| {
        let valid_until = row.valid_until.map(day_of);
        Document {
            id: row.id,
            kind: DocumentKind::parse(&row.kind).unwrap_or(DocumentKind::Other),
            name: row.name,
            is_over: valid_until.is_some_and(|until| until < today),
            valid_until,
            bytes: row.bytes.into(),
            added: (from_db(row.added_at), row.adder),
            removed: row
                .removed_at
                .map(|at| (from_db(at), row.remover, row.removed_because.unwrap_or_default())),
        }
    });
    let page = Documents {
        device,
        name,
        ways: Ways::of(ctx, &subject),
        zone,
        documents: documents.collect(),
        may_keep: ctx.may(Action::KeepMachine, &subject),
    };
    let entry = Entry::new(Action::ReadMachine, &subject, Outcome::Allowed).kinds(&[Kind::Devices]);
    audit::record(ctx, entry).await?;
    tx.commit().await?;
    Ok(page)
}

/// Whether the actor keeps this machine: asked before anything of a file is read.
///
/// # Errors
/// As [`documents`].
pub async fn may_keep(ctx: &Ctx, device: DeviceId) -> Result<()> {
    let (tx, _) = begin(ctx, Action::KeepMachine, device).await?;
    Ok(tx.commit().await?)
}

/// What stands in one.
///
/// # Errors
/// Not found for one of another machine, and for one that was taken away.
pub async fn document(ctx: &Ctx, device: DeviceId, id: Uuid) -> Result<Attached> {
    let (mut tx, subject) = begin(ctx, Action::ReadMachine, device).await?;
    let row = sqlx::query!(
        r#"SELECT name, sort, content_sealed AS "sealed!" FROM device_document WHERE id = $1 AND device_id = $2 AND removed_at IS NULL"#,
        id,
        device.0,
    )
    .fetch_optional(&mut *tx)
    .await?
    .ok_or(HospitalError::NotFound)?;
    let bytes = ctx.house().keys.open(&place(id), &row.sealed)?.to_vec();
    let entry = Entry::new(Action::ReadMachine, &subject, Outcome::Allowed).kinds(&[Kind::Devices]);
    audit::record(ctx, entry).await?;
    tx.commit().await?;
    Ok(Attached {
        name: row.name,
        sort: Sort::parse(&row.sort).ok_or(HospitalError::NotFound)?,
        bytes,
    })
}

/// Adds one.
///
/// # Errors
/// Invalid, field by field; a conflict when very many are there already; denied for who does not keep the machine.
pub async fn add_document(
    ctx: &Ctx,
    device: DeviceId,
    (kind, valid_until): (&str, &str),
    file: std::result::Result<Attached, HospitalError>,
) -> Result<()> {
    let (mut tx, subject) = begin(ctx, Action::KeepMachine, device).await?;
    let (hospital, user) = writer(ctx, Action::KeepMachine)?;
    let ((kind, until), file) = match (read(kind, valid_until), file) {
        (Ok(read), Ok(file)) => (read, file),
        (Err(mut faults), Err(HospitalError::Invalid(more))) => {
            faults.extend(more);
            return Err(HospitalError::Invalid(faults));
        }
        (Err(faults), _) => return Err(HospitalError::Invalid(faults)),
        (_, Err(error)) => return Err(error),
    };
    let there = sqlx::query_scalar!(
        r#"SELECT count(*) AS "count!" FROM device_document WHERE device_id = $1 AND removed_at IS NULL"#,
        device.0,
    )
    .fetch_one(&mut *tx)
    .await?;
    if there >= MOST {
        return Err(HospitalError::Conflict(
            "50 documents are here already. Take one away that is no longer needed.",
        ));
    }
    let id = Uuid::now_v7();
    sqlx::query!(
        "INSERT INTO device_document (id, device_id, hospital_id, kind, name, valid_until, sort, bytes, content_sealed, added_at, added_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        id,
        device.0,
        hospital,
        kind.name(),
        file.name,
        until.map(to_date).transpose()?,
        file.sort.name(),
        i32::try_from(file.bytes.len()).unwrap_or(i32::MAX),
        ctx.house().keys.seal(&place(id), &file.bytes)?,
        to_db(ctx.now()),
        user,
    )
    .execute(&mut *tx)
    .await?;
    let entry = Entry::change("device.document.add", Action::KeepMachine, &subject).kinds(&[Kind::Devices]);
    audit::record_in(&mut tx, ctx, [entry]).await?;
    Ok(tx.commit().await?)
}

/// Takes one away. That it was there, and why it is not, stays.
///
/// # Errors
/// Not found for one that is not there; invalid without a reason; denied for who does not keep the machine.
pub async fn remove_document(ctx: &Ctx, device: DeviceId, id: Uuid, why: &str) -> Result<()> {
    let (mut tx, subject) = begin(ctx, Action::KeepMachine, device).await?;
    let (_, user) = writer(ctx, Action::KeepMachine)?;
    let why = why.split_whitespace().collect::<Vec<_>>().join(" ");
    if !(3..=500).contains(&why.chars().count()) {
        let fault = Invalid::new("reason", "Say why, in 3 to 500 characters.");
        return Err(fault.into());
    }
    let lines = sqlx::query!(
        "UPDATE device_document SET removed_at = greatest($3, added_at), removed_by = $4, removed_because = $5, content_sealed = NULL
          WHERE id = $1 AND device_id = $2 AND removed_at IS NULL",
        id,
        device.0,
        to_db(ctx.now()),
        user,
        why,
    )
    .execute(&mut *tx)
    .await?;
    if lines.rows_affected() == 0 {
        return Err(HospitalError::NotFound);
    }
    let entry = Entry::change("device.document.remove", Action::KeepMachine, &subject).kinds(&[Kind::Devices]);
    audit::record_in(&mut tx, ctx, [entry]).await?;
    Ok(tx.commit().await?)
}
