//! What became of the reader's own call, or of the call of whom they care for; and whether they can call now.

use domain::access::{Action, Subject};
use domain::calls::{About, Heard, How, Stage};
use domain::ids::CallId;
use domain::patients::{Person, Section, View};
use domain::time::Moment;

use super::{Became, Call, Place, of_portal, place_of};
use crate::audit::{self, Entry, Kind};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::patients::{person_of, portal};
use crate::time::{from_db, to_db};

/// How long a call that is over is shown, in seconds: so that who looks up again reads what became of it.
const SHOWN: f64 = 3_600.0;

/// The page of the portal.
#[derive(Clone, Debug)]
pub struct Mine {
    /// Whose.
    pub person: Person,
    /// What the reader is shown, and on whose behalf.
    pub view: View,
    /// Where they are; none at home.
    pub place: Option<Place>,
    /// The newest call, while it is open and an hour after.
    pub call: Option<Call>,
    /// Who was told of one that waits, since it waits.
    pub heard: Option<Heard>,
    /// Whether the reader calls: the person themselves.
    pub may_call: bool,
    /// As of when.
    pub read_at: Moment,
}

/// The reader's own; the look is recorded. `asks_again`: an open page asks by itself.
///
/// # Errors
/// Denied while the portal is off, and for a carer to whom what the staff noticed is hidden.
pub async fn mine(ctx: &Ctx, asks_again: bool) -> Result<Mine> {
    let (tx, mine, entry) = gather(ctx).await?;
    audit::record_look(ctx, entry, asks_again).await?;
    tx.commit().await?;
    Ok(mine)
}

/// The same for a page of the portal on which it stands beside other things. Where they lie is no news there: the look is recorded where there is a call to read of.
///
/// # Errors
/// As [`mine`].
pub async fn beside(ctx: &Ctx) -> Result<Mine> {
    let (tx, mine, entry) = gather(ctx).await?;
    if mine.call.is_some() {
        audit::record(ctx, entry).await?;
    }
    tx.commit().await?;
    Ok(mine)
}

async fn gather(ctx: &Ctx) -> Result<(Tx, Mine, Entry)> {
    let (patient, hospital, _) = of_portal(ctx, Action::ReadCall)?;
    let (mut tx, grounds) = ctx.begin_on_grounds(Action::ReadCall, patient).await?;
    let view = portal::view(&mut tx, ctx, patient)
        .await?
        .ok_or(HospitalError::SignIn)?;
    // What hides alarms from the person hides no button: they call whatever the portal shows.
    if view.acting.is_some() {
        portal::must_show(ctx, Some(&view), Section::Alarms, patient).await?;
    }
    let place = place_of(&mut tx, ctx, patient, hospital).await?;
    let row = sqlx::query!(
        r#"SELECT c.id, c.about, c.called_at, c.state, c.taken_at, c.closed_at, c.closed_how, c.cancelled_at, t.display_name AS "taker?",
                  CASE WHEN c.state = 'waiting' THEN call_heard(c.id) END AS "heard?"
             FROM nurse_call c
             LEFT JOIN app_user t ON t.id = c.taken_by
            WHERE c.patient_id = $1 AND c.hospital_id = $2 AND coalesce(c.closed_at, c.cancelled_at, $4) > $3
            ORDER BY c.called_at DESC, c.id DESC
            LIMIT 1"#,
        patient.0,
        hospital.0,
        to_db(ctx.now().plus_seconds(-SHOWN)),
        to_db(ctx.now()),
    )
    .fetch_optional(&mut *tx)
    .await?;
    let heard = row.as_ref().and_then(|row| row.heard.as_deref()).map(Heard::parse);
    let call = row.and_then(|row| {
        let became = match Stage::parse(&row.state)? {
            Stage::Waiting => Became::Waiting,
            Stage::Taken => Became::Taken {
                by: row.taker,
                at: from_db(row.taken_at?),
            },
            Stage::Closed => Became::Closed {
                how: How::parse(row.closed_how.as_deref()?)?,
                at: from_db(row.closed_at?),
            },
            Stage::Cancelled => Became::Cancelled {
                at: from_db(row.cancelled_at?),
            },
        };
        Some(Call {
            id: CallId(row.id),
            about: row.about.as_deref().and_then(About::parse),
            called_at: from_db(row.called_at),
            became,
        })
    });
    let person = person_of(&mut tx, patient).await?;
    let entry = Entry::patient(Action::ReadCall, patient, &[Kind::Alarms]).on(&grounds);
    let subject = Subject::Patient {
        patient,
        relations: grounds.held,
    };
    let mine = Mine {
        person,
        view,
        place,
        call,
        heard,
        may_call: ctx.may(Action::CallNurse, &subject),
        read_at: ctx.now(),
    };
    Ok((tx, mine, entry))
}
