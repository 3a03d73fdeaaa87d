//! A patient who lies in a bed or sits in a chair calls their nurse. The nurses on duty there are told, one of them says that they come, and whoever helped closes the call. While nobody takes it,
//! the on-call table is followed (`on_call::sweep_now`).
//!
//! | verb | does |
//! | --- | --- |
//! | [`call`] | calls, and tells the nurses who are on duty on the ward |
//! | [`again`] | nobody has come: it waits anew, and everybody is told again |
//! | [`cancel`], [`may`] | the patient takes their call back; whether they call at all |
//! | [`mine`], [`beside`] | what became of it, for the patient and who cares for them; whether and why they cannot call |
//! | [`take`], [`give_back`], [`close`] | somebody comes; they cannot come after all, and the others are told; somebody was there |
//! | [`list`] | who calls on the wards where the reader is on duty, who was told of it, and who is told next |
//! | [`open_on`] | how many wait on one ward, and to how many somebody comes |
//! | `anew` | a worker's: a call that nobody took begins anew |
//!
//! That a patient has one open call, which way it goes, and that nobody calls for another, says the database (`20261128030000_calls_begin.sql`, `20261128080000_calls_heard.sql`).
//!
//! # Adding a way to close one
//! A variant of `domain::calls::How`, its name in the constraint `nurse_call_how_known` (a migration), and its words (`app::forms::calls`).

mod answer;
mod list;
mod make;
mod mine;
mod tell;
mod told;

pub use answer::{close, give_back, take};
pub use list::{Board, Line, OpenOn, list, open_on};
pub use make::{Pressed, again, call, cancel, may};
pub use mine::{Mine, beside, mine};
pub(crate) use tell::anew;
pub use told::Told;

use domain::access::Action;
use domain::actor::Actor;
use domain::calls::{About, How};
use domain::ids::{CallId, HospitalId, PatientId, UserId, WardId};
use domain::time::Moment;

use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::time::to_db;

/// What became of a call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Became {
    /// Nobody has taken it.
    Waiting,
    /// Somebody comes.
    Taken {
        /// Who; none where the reader is not shown it.
        by: Option<String>,
        /// Since when.
        at: Moment,
    },
    /// Somebody was there.
    Closed {
        /// How it was closed.
        how: How,
        /// When.
        at: Moment,
    },
    /// The patient took it back.
    Cancelled {
        /// When.
        at: Moment,
    },
}

/// One call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    /// Which.
    pub id: CallId,
    /// What it is about, where the patient said so.
    pub about: Option<About>,
    /// When they called.
    pub called_at: Moment,
    /// What became of it.
    pub became: Became,
}

/// Where somebody lies or sits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The ward.
    pub ward: WardId,
    /// What it is called.
    pub ward_name: String,
    /// The number of the bed or the name of the chair, where it is known.
    pub spot: Option<String>,
}

/// Whose portal it is, where, and who reads it.
fn of_portal(ctx: &Ctx, action: Action) -> Result<(PatientId, HospitalId, UserId)> {
    match ctx.actor() {
        Actor::Patient {
            user,
            patient,
            hospital,
            ..
        }
        | Actor::Proxy {
            user,
            patient,
            hospital,
            ..
        } => Ok((*patient, *hospital, *user)),
        Actor::Nobody => Err(HospitalError::SignIn),
        _ => Err(HospitalError::Denied(action.name())),
    }
}

/// Where the patient is now: at a chair, also while they are held there after the treatment; at the bed whose device measures them; else on the ward that took them in. None for who is at home.
async fn place_of(tx: &mut Tx, ctx: &Ctx, patient: PatientId, hospital: HospitalId) -> Result<Option<Place>> {
    let row = sqlx::query!(
        r#"SELECT p.ward_id AS "ward_id!", p.spot AS "spot?", w.name AS "name!"
             FROM call_place($1, $2, $3) AS p
             JOIN ward w ON w.id = p.ward_id"#,
        patient.0,
        hospital.0,
        to_db(ctx.now()),
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(row.map(|row| Place {
        ward: WardId(row.ward_id),
        ward_name: row.name,
        spot: row.spot,
    }))
}
