//! The label that is glued to a machine: what it is, and a code that opens its console. The code holds an address and nothing else: whoever reads it signs in first.

use domain::access::Action;
use domain::ids::DeviceId;
use fast_qr::QRBuilder;
use fast_qr::convert::svg::SvgBuilder;
use fast_qr::convert::{Builder as _, Shape};

use super::{Ways, begin};
use crate::audit::{self, Entry, Kind, Outcome};
use crate::ctx::Ctx;
use crate::error::{HospitalError, Result};

/// An address as a QR code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    /// The address.
    pub link: String,
    /// The code, drawn as SVG.
    pub svg: String,
}

/// The code of the page at `path`. It lies on paper, where anybody reads it: never of a path that says who a patient is.
///
/// # Errors
/// A fault for a path that is longer than a code holds.
pub fn code(ctx: &Ctx, path: &str) -> Result<Code> {
    let link = ctx.house().post.link(path);
    let code = QRBuilder::new(link.as_str())
        .build()
        .map_err(|_| HospitalError::Internal("a label could not be drawn"))?;
    let svg = SvgBuilder::default().shape(Shape::Square).to_str(&code);
    Ok(Code { link, svg })
}

/// What stands on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// Which machine.
    pub device: DeviceId,
    /// What people call it.
    pub name: String,
    /// Its model.
    pub model: String,
    /// Its serial number.
    pub serial: String,
    /// The number of the inventory.
    pub physical_id: Option<String>,
    /// Whose it is.
    pub hospital: String,
    /// The address of its console.
    pub link: String,
    /// The same as a QR code, drawn as SVG.
    pub svg: String,
    /// Which other pages of it the reader may open.
    pub ways: Ways,
}

/// The label of a machine; `path` is that of its console.
///
/// # Errors
/// Not found for a machine of another hospital; denied for one that is not the reader's.
pub async fn label(ctx: &Ctx, device: DeviceId, path: &str) -> Result<Label> {
    let (mut tx, subject) = begin(ctx, Action::ReadMachine, device).await?;
    let row = sqlx::query!(
        "SELECT d.name, d.model, d.serial, d.physical_id, h.name AS hospital FROM device d JOIN hospital h ON h.id = d.hospital_id WHERE d.id = $1",
        device.0,
    )
    .fetch_one(&mut *tx)
    .await?;
    let entry = Entry::new(Action::ReadMachine, &subject, Outcome::Allowed).kinds(&[Kind::Devices]);
    audit::record(ctx, entry).await?;
    tx.commit().await?;
    let Code { link, svg } = code(ctx, path)?;
    Ok(Label {
        device,
        name: row.name,
        model: row.model,
        serial: row.serial,
        physical_id: row.physical_id,
        hospital: row.hospital,
        link,
        svg,
        ways: Ways::of(ctx, &subject),
    })
}
