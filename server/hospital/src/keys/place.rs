//! [`Place`]: where a sealed value lies. It is bound to the value, so that a value moved to another row, column, table or patient does not open.

use domain::ids::PatientId;
use uuid::Uuid;

/// Where a sealed value lies. Name the table and the column as the database does; a renamed one needs its values sealed anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The table.
    pub table: &'static str,
    /// The column.
    pub column: &'static str,
    /// The row's id.
    pub row: Uuid,
    /// Whose it is, when it is of a patient.
    pub patient: Option<PatientId>,
}

impl Place {
    /// A place of nobody in particular: accounts, devices, the house.
    pub const fn new(table: &'static str, column: &'static str, row: Uuid) -> Self {
        Self {
            table,
            column,
            row,
            patient: None,
        }
    }

    /// The same place, of this patient.
    #[must_use]
    pub const fn of(mut self, patient: PatientId) -> Self {
        self.patient = Some(patient);
        self
    }

    /// What is bound to a value that lies here.
    pub(super) fn parts(&self) -> [Vec<u8>; 4] {
        [
            self.table.as_bytes().to_vec(),
            self.column.as_bytes().to_vec(),
            self.row.as_bytes().to_vec(),
            self.patient.map(|id| id.0.as_bytes().to_vec()).unwrap_or_default(),
        ]
    }
}

/// Parts as one text, each with its length in front: no two lists of parts make the same text.
pub(super) fn joined<'a>(parts: impl IntoIterator<Item = &'a [u8]>) -> Vec<u8> {
    let mut text = Vec::with_capacity(128);
    for part in parts {
        text.extend_from_slice(&(part.len() as u64).to_be_bytes());
        text.extend_from_slice(part);
    }
    text
}
