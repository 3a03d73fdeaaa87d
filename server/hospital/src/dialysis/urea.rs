//! Blood that was taken for urea, and what the laboratory answered: hours after the needles are out, often after the signature. Each line stays; the newest counts
//! (`domain::dialysis::samples`). And of which sessions a value is still wanted.

use domain::access::Action;
use domain::dialysis::quantities::Urea;
use domain::dialysis::samples::{Of, Sample, Taken, Typed};
use domain::ids::PatientId;
use domain::time::Moment;
use uuid::Uuid;

use super::refusal::told;
use super::written::{Written, by};
use super::{begin, done};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::organisation::{zone, zone_of_actor};
use crate::time::{from_db, to_db};

/// Writes a line. `seen` is the line that the writer saw as the newest of that sample.
///
/// # Errors
/// Invalid, field by field; a conflict before blood ran, and where somebody wrote another line meanwhile.
pub async fn write(ctx: &Ctx, patient: PatientId, session: Uuid, seen: Option<Uuid>, typed: &Typed) -> Result<()> {
    let (mut tx, here, _) = begin(ctx, Action::RunDialysis, patient, session).await?;
    let ran = sqlx::query!(
        r#"SELECT   b.at, e.at AS "ended?"
           FROM     session_started b
           LEFT JOIN session_ended e ON e.session_id = b.session_id
           WHERE    b.session_id = $1"#,
        session
    )
    .fetch_optional(&mut *tx)
    .await?
    .ok_or(HospitalError::Conflict(
        "Before the start, urea is written with what is looked at. Look again.",
    ))?;
    let looked = sqlx::query!(
        r#"SELECT (SELECT f.urea FROM session_before f WHERE f.session_id = $1 ORDER BY f.recorded_at DESC, f.id DESC LIMIT 1) AS before,
                  (SELECT f.urea FROM session_after f WHERE f.session_id = $1 ORDER BY f.recorded_at DESC, f.id DESC LIMIT 1) AS after"#,
        session
    )
    .fetch_one(&mut *tx)
    .await?;
    let taken = Taken::parse(typed.taken.trim());
    let lines = lines(&mut tx, session).await?;
    let has_value = lines
        .iter()
        .any(|line| Some(line.what.taken) == taken && line.what.value.is_some())
        || match taken {
            Some(Taken::Pre) => looked.before.is_some(),
            Some(Taken::Post) => looked.after.is_some(),
            None => false,
        };
    let began = from_db(ran.at);
    let of = Of {
        ran: (began, ran.ended.map(from_db)),
        now: ctx.now(),
        zone: zone(&zone_of_actor(&mut tx, ctx).await?.name, began),
        has_value,
    };
    let it = typed.read(&of).map_err(HospitalError::Invalid)?;
    sqlx::query!(
        "INSERT INTO session_urea (id, session_id, taken, value, drawn_at, recorded_at, recorded_by, corrects, reason) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        Uuid::now_v7(),
        session,
        it.taken.name(),
        it.value.map(|value| value.0),
        to_db(it.drawn_at),
        to_db(ctx.now()),
        here.user,
        seen,
        it.reason,
    )
    .execute(&mut *tx)
    .await
    .map_err(told)?;
    done(tx, ctx, "dialysis_session.urea", Action::RunDialysis, patient).await
}

/// The lines of a session, the oldest first, for a verb that has decided who reads them.
pub(super) async fn lines(tx: &mut Tx, session: Uuid) -> Result<Vec<Written<Sample>>> {
    let rows = sqlx::query!(
        r#"SELECT   f.id, f.recorded_at, f.recorded_by, u.display_name AS "name?", f.taken, f.value, f.drawn_at, f.reason
           FROM     session_urea f
           LEFT JOIN app_user u ON u.id = f.recorded_by
           WHERE    f.session_id = $1
           ORDER BY f.recorded_at, f.id
           LIMIT    60"#,
        session
    )
    .fetch_all(&mut **tx)
    .await?;
    let lines = rows.into_iter().filter_map(|row| {
        Some(Written {
            id: row.id,
            by: by(row.recorded_by, row.name, row.recorded_at),
            what: Sample {
                taken: Taken::parse(&row.taken)?,
                value: row.value.map(Urea),
                drawn_at: from_db(row.drawn_at),
                reason: row.reason,
            },
        })
    });
    Ok(lines.collect())
}

/// For so many days a value is asked for: the laboratory has answered long since, or the blood is lost. The house's own choice.
pub(super) const WANTED_DAYS: f64 = 30.0;

/// Whether a value is wanted of a session: one of the two is known or drawn, and the other, or its answer, is missing.
pub(super) fn is_wanted(value: (Option<Urea>, Option<Urea>), drawn: (bool, bool)) -> bool {
    let known = (value.0.is_some(), value.1.is_some());
    known != (true, true) && (known.0 || known.1 || drawn.0 || drawn.1)
}

/// Since when sessions are asked for.
pub(super) fn wanted_since(now: Moment) -> Moment {
    now.plus_seconds(-WANTED_DAYS * 86_400.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_wanted_where_one_of_two_is_there_or_blood_was_drawn() {
        let (some, none) = (Some(Urea(20.0)), None);
        for (value, drawn, wanted) in [
            ((none, none), (false, false), false),
            ((some, none), (false, false), true),
            ((none, some), (false, false), true),
            ((none, none), (true, false), true),
            ((some, none), (true, true), true),
            ((some, some), (true, true), false),
        ] {
            assert_eq!(is_wanted(value, drawn), wanted, "{value:?} {drawn:?}");
        }
    }
}
