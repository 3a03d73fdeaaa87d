//! The lines of a session, each with who wrote it. The newest look counts; of all else every line stands.

use domain::dialysis::access_look::{AccessLook, Found};
use domain::dialysis::after::{After, Washback};
use domain::dialysis::amended::Number;
use domain::dialysis::before::{Before, Complaints, Pressure, Symptom};
use domain::dialysis::during::{Event, EventKind, Given, Intervention, InterventionKind, Observation, Route};
use domain::dialysis::lots::{Lot, LotKind};
use domain::dialysis::quantities::{Kilograms, Millilitres, Minutes, Urea};
use domain::dialysis::shown::Shown;
use domain::dialysis::target::{Exchange, Target};
use domain::ids::DeviceId;
use domain::records::Dated;
use domain::time::Moment;
use uuid::Uuid;

use crate::ctx::Tx;
use crate::error::Result;
use crate::time::from_db;

/// Who did something, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct By {
    /// Who; theirs is the account.
    pub user: Uuid,
    /// Their name; none where the reader is not shown it.
    pub name: Option<String>,
    /// When.
    pub at: Moment,
    /// When it was written down, where that was later.
    pub written: Option<Moment>,
}

impl By {
    /// The same, written down then where that was later.
    pub(super) fn written(self, at: Option<time::OffsetDateTime>) -> Self {
        let written = at.map(from_db).filter(|written| *written != self.at);
        Self { written, ..self }
    }
}

/// A line with who wrote it.
#[derive(Clone, Debug, PartialEq)]
pub struct Written<T> {
    /// Which.
    pub id: Uuid,
    /// What.
    pub what: T,
    /// Who and when.
    pub by: By,
}

/// The first look, with what was shown then, and the second.
#[derive(Clone, Debug, PartialEq)]
pub struct Look {
    /// What was found.
    pub what: Before,
    /// By which prescription.
    pub prescription: Uuid,
    /// With which access.
    pub access: Uuid,
    /// Who looked a second time.
    pub confirmed: Option<By>,
}

/// A medicine and who saw it given.
#[derive(Clone, Debug, PartialEq)]
pub struct Medicine {
    /// What was given.
    pub what: Given,
    /// Who saw it.
    pub witness: Option<By>,
}

/// What was wrong and what is right.
#[derive(Clone, Debug, PartialEq)]
pub struct Amendment {
    /// What was wrong.
    pub old_text: String,
    /// What is right.
    pub new_text: String,
    /// Why.
    pub reason: String,
    /// The number of the session that is another one since then; none of an amendment in words.
    pub number: Option<(Number, f64)>,
}

/// A machine that took the place of another.
#[derive(Clone, Debug, PartialEq)]
pub struct Exchanged {
    /// The one that went, by id and name.
    pub from: Option<(DeviceId, String)>,
    /// The name of the one that came.
    pub to: String,
    /// What had been taken in all by then.
    pub what: Exchange,
}

pub(super) fn by(user: Uuid, name: Option<String>, at: time::OffsetDateTime) -> By {
    By {
        user,
        name,
        at: from_db(at),
        written: None,
    }
}

fn pressure(systolic: i16, diastolic: i16) -> Pressure {
    Pressure::of(systolic.into(), diastolic.into())
}

pub(super) async fn look(tx: &mut Tx, session: Uuid) -> Result<Option<Written<Look>>> {
    let row = sqlx::query!(
        r#"SELECT   b.id, b.recorded_at, b.recorded_by, u.display_name AS "name?", b.prescription_id, b.weight, b.lying_systolic, b.lying_diastolic, b.standing_systolic,
                    b.standing_diastolic, b.pulse, b.temperature, b.breaths, b.spo2, b.glucose, b.symptoms, b.symptoms_asked, b.note, b.access_id, b.access_safe, b.self_test_passed,
                    b.conductivity, b.consented, b.uf_goal, b.urea, b.written_at,
                    c.checked_at AS "checked_at?", c.checked_by AS "checked_by?", c.written_at AS "confirmed_later?", v.display_name AS "checker?"
           FROM     session_before b
           LEFT JOIN app_user u ON u.id = b.recorded_by
           LEFT JOIN session_second_check c ON c.before_id = b.id
           LEFT JOIN app_user v ON v.id = c.checked_by
           WHERE    b.session_id = $1
           ORDER BY b.recorded_at DESC, b.id DESC
           LIMIT    1"#,
        session
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(row.map(|row| Written {
        id: row.id,
        by: by(row.recorded_by, row.name, row.recorded_at).written(row.written_at),
        what: Look {
            prescription: row.prescription_id,
            access: row.access_id,
            confirmed: row
                .checked_by
                .zip(row.checked_at)
                .map(|(user, at)| by(user, row.checker, at).written(row.confirmed_later)),
            what: Before {
                weight: Kilograms(row.weight),
                lying: pressure(row.lying_systolic, row.lying_diastolic),
                standing: row
                    .standing_systolic
                    .zip(row.standing_diastolic)
                    .map(|(above, below)| pressure(above, below)),
                pulse: row.pulse.map(i32::from),
                temperature: row.temperature,
                breaths: row.breaths.map(i32::from),
                spo2: row.spo2.map(i32::from),
                glucose: row.glucose,
                complaints: Complaints::of(
                    row.symptoms.iter().filter_map(|name| Symptom::parse(name)).collect(),
                    row.symptoms_asked,
                ),
                access_safe: row.access_safe,
                self_test_passed: row.self_test_passed,
                conductivity: row.conductivity,
                consented: row.consented,
                uf_goal: Millilitres(row.uf_goal.into()),
                urea: row.urea.map(Urea),
                note: row.note,
            },
        },
    }))
}

pub(super) async fn observations(tx: &mut Tx, session: Uuid) -> Result<Vec<Written<Observation>>> {
    let rows = sqlx::query!(
        r#"SELECT   o.id, o.taken_at, o.recorded_at, o.recorded_by, u.display_name AS "name?", o.systolic, o.diastolic, o.pulse, o.temperature, o.spo2, o.blood_flow, o.dialysate_flow, o.arterial,
                    o.venous, o.tmp, o.uf_rate, o.uf_removed, o.conductivity, o.dialysate_temperature, o.anticoagulant_given, o.note, o.shown
           FROM     session_observation o
           LEFT JOIN app_user u ON u.id = o.recorded_by
           WHERE    o.session_id = $1
           ORDER BY o.taken_at, o.id
           LIMIT    500"#,
        session
    )
    .fetch_all(&mut **tx)
    .await?;
    let lines = rows.into_iter().map(|row| Written {
        id: row.id,
        by: by(row.recorded_by, row.name, row.taken_at).written(Some(row.recorded_at)),
        what: Observation {
            pressure: row
                .systolic
                .zip(row.diastolic)
                .map(|(above, below)| pressure(above, below)),
            pulse: row.pulse.map(i32::from),
            temperature: row.temperature,
            spo2: row.spo2.map(i32::from),
            blood_flow: row.blood_flow.map(i32::from),
            dialysate_flow: row.dialysate_flow.map(i32::from),
            arterial: row.arterial.map(i32::from),
            venous: row.venous.map(i32::from),
            tmp: row.tmp.map(i32::from),
            uf_rate: row.uf_rate,
            uf_removed: row.uf_removed,
            conductivity: row.conductivity,
            dialysate_temperature: row.dialysate_temperature,
            anticoagulant_given: row.anticoagulant_given,
            note: row.note,
            shown: row.shown.iter().filter_map(|name| Shown::parse(name)).collect(),
        },
    });
    Ok(lines.collect())
}

pub(super) async fn access_looks(tx: &mut Tx, session: Uuid) -> Result<Vec<Written<AccessLook>>> {
    let rows = sqlx::query!(
        r#"SELECT   l.id, l.at, l.by_user, u.display_name AS "name?", l.in_sight, l.found, l.note
           FROM     session_access_look l
           LEFT JOIN app_user u ON u.id = l.by_user
           WHERE    l.session_id = $1
           ORDER BY l.at, l.id
           LIMIT    200"#,
        session
    )
    .fetch_all(&mut **tx)
    .await?;
    let lines = rows.into_iter().map(|row| Written {
        id: row.id,
        by: by(row.by_user, row.name, row.at),
        what: AccessLook {
            in_sight: row.in_sight,
            found: Found::parse(&row.found).unwrap_or(Found::Other),
            note: row.note,
        },
    });
    Ok(lines.collect())
}

pub(super) async fn interventions(tx: &mut Tx, session: Uuid) -> Result<Vec<Written<Intervention>>> {
    let rows = sqlx::query!(
        r#"SELECT   i.id, i.at, i.by_user, u.display_name AS "name?", i.kind, i.amount, i.note, i.written_at
           FROM     session_intervention i
           LEFT JOIN app_user u ON u.id = i.by_user
           WHERE    i.session_id = $1
           ORDER BY i.at, i.id
           LIMIT    200"#,
        session
    )
    .fetch_all(&mut **tx)
    .await?;
    let lines = rows.into_iter().map(|row| Written {
        id: row.id,
        by: by(row.by_user, row.name, row.at).written(row.written_at),
        what: Intervention {
            kind: InterventionKind::parse(&row.kind).unwrap_or(InterventionKind::Other),
            amount: row.amount.map(|amount| Millilitres(amount.into())),
            note: row.note,
        },
    });
    Ok(lines.collect())
}

pub(super) async fn medicines(tx: &mut Tx, session: Uuid) -> Result<Vec<Written<Medicine>>> {
    let rows = sqlx::query!(
        r#"SELECT   m.id, m.at, m.given_by, u.display_name AS "name?", m.name AS medicine, m.dose, m.route, m.written_at, w.witnessed_by AS "witnessed_by?", w.at AS "witnessed_at?",
                    v.display_name AS "witness?"
           FROM     session_medicine m
           LEFT JOIN app_user u ON u.id = m.given_by
           LEFT JOIN session_medicine_witness w ON w.medicine_id = m.id
           LEFT JOIN app_user v ON v.id = w.witnessed_by
           WHERE    m.session_id = $1
           ORDER BY m.at, m.id
           LIMIT    200"#,
        session
    )
    .fetch_all(&mut **tx)
    .await?;
    let lines = rows.into_iter().map(|row| Written {
        id: row.id,
        by: by(row.given_by, row.name, row.at).written(row.written_at),
        what: Medicine {
            what: Given {
                name: row.medicine,
                dose: row.dose,
                route: Route::parse(&row.route).unwrap_or(Route::Intravenous),
            },
            witness: row
                .witnessed_by
                .zip(row.witnessed_at)
                .map(|(user, at)| by(user, row.witness, at)),
        },
    });
    Ok(lines.collect())
}

pub(super) async fn targets(tx: &mut Tx, session: Uuid) -> Result<Vec<Written<Target>>> {
    let rows = sqlx::query!(
        r#"SELECT   t.id, t.at, t.by_user, u.display_name AS "name?", t.uf_goal, t.minutes, t.removed, t.reason, t.above_rate_because
           FROM     session_target t
           LEFT JOIN app_user u ON u.id = t.by_user
           WHERE    t.session_id = $1
           ORDER BY t.at, t.id
           LIMIT    100"#,
        session
    )
    .fetch_all(&mut **tx)
    .await?;
    let lines = rows.into_iter().map(|row| Written {
        id: row.id,
        by: by(row.by_user, row.name, row.at),
        what: Target {
            goal: Millilitres(row.uf_goal.into()),
            time: Minutes(row.minutes.into()),
            removed: row.removed.map(|removed| Millilitres(removed.into())),
            reason: row.reason,
            above: row.above_rate_because,
        },
    });
    Ok(lines.collect())
}

pub(super) async fn exchanges(tx: &mut Tx, session: Uuid) -> Result<Vec<Written<Exchanged>>> {
    let rows = sqlx::query!(
        r#"SELECT   m.id, m.at, m.by_user, u.display_name AS "name?", m.from_device, f.name AS "from_name?", d.name AS "to_name?", m.removed, m.reason
           FROM     session_machine m
           LEFT JOIN app_user u ON u.id = m.by_user
           LEFT JOIN device f   ON f.id = m.from_device
           LEFT JOIN device d   ON d.id = m.device_id
           WHERE    m.session_id = $1
           ORDER BY m.at, m.id
           LIMIT    100"#,
        session
    )
    .fetch_all(&mut **tx)
    .await?;
    let lines = rows.into_iter().map(|row| Written {
        id: row.id,
        by: by(row.by_user, row.name, row.at),
        what: Exchanged {
            from: row.from_device.map(DeviceId).zip(row.from_name),
            to: row.to_name.unwrap_or_default(),
            what: Exchange {
                removed: Millilitres(row.removed.into()),
                reason: row.reason,
            },
        },
    });
    Ok(lines.collect())
}

pub(super) async fn events(tx: &mut Tx, session: Uuid) -> Result<Vec<Written<Event>>> {
    let rows = sqlx::query!(
        r#"SELECT   e.id, e.at, e.by_user, u.display_name AS "name?", e.kind, e.note, e.written_at
           FROM     session_event e
           LEFT JOIN app_user u ON u.id = e.by_user
           WHERE    e.session_id = $1
           ORDER BY e.at, e.id
           LIMIT    200"#,
        session
    )
    .fetch_all(&mut **tx)
    .await?;
    let lines = rows.into_iter().map(|row| Written {
        id: row.id,
        by: by(row.by_user, row.name, row.at).written(row.written_at),
        what: Event {
            kind: EventKind::parse(&row.kind).unwrap_or(EventKind::Other),
            note: row.note,
        },
    });
    Ok(lines.collect())
}

pub(super) async fn after(tx: &mut Tx, session: Uuid) -> Result<Option<Written<After>>> {
    let row = sqlx::query!(
        r#"SELECT   a.id, a.recorded_at, a.recorded_by, u.display_name AS "name?", a.weight, a.lying_systolic, a.lying_diastolic, a.standing_systolic, a.standing_diastolic, a.pulse,
                    a.temperature, a.uf_removed, a.litres, a.washback, a.bleeding_minutes, a.urea, a.note
           FROM     session_after a
           LEFT JOIN app_user u ON u.id = a.recorded_by
           WHERE    a.session_id = $1
           ORDER BY a.recorded_at DESC, a.id DESC
           LIMIT    1"#,
        session
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(row.map(|row| Written {
        id: row.id,
        by: by(row.recorded_by, row.name, row.recorded_at),
        what: After {
            weight: Kilograms(row.weight),
            lying: pressure(row.lying_systolic, row.lying_diastolic),
            standing: row
                .standing_systolic
                .zip(row.standing_diastolic)
                .map(|(above, below)| pressure(above, below)),
            pulse: row.pulse.map(i32::from),
            temperature: row.temperature,
            uf_removed: Millilitres(row.uf_removed.into()),
            litres: row.litres,
            washback: Washback::parse(&row.washback).unwrap_or(Washback::NotDone),
            bleeding: row.bleeding_minutes.map(|minutes| Minutes(minutes.into())),
            urea: row.urea.map(Urea),
            note: row.note,
        },
    }))
}

pub(super) async fn lots(tx: &mut Tx, session: Uuid) -> Result<Vec<Written<Lot>>> {
    let rows = sqlx::query!(
        r#"SELECT   l.id, l.at, l.by_user, u.display_name AS "name?", l.kind, l.product, l.lot, l.expires_on
           FROM     session_lot l
           LEFT JOIN app_user u ON u.id = l.by_user
           WHERE    l.session_id = $1
           ORDER BY l.at, l.id
           LIMIT    100"#,
        session
    )
    .fetch_all(&mut **tx)
    .await?;
    let lines = rows.into_iter().map(|row| Written {
        id: row.id,
        by: by(row.by_user, row.name, row.at),
        what: Lot {
            kind: LotKind::parse(&row.kind).unwrap_or(LotKind::Other),
            product: row.product,
            lot: row.lot,
            expires_on: row.expires_on.as_deref().and_then(Dated::parse),
        },
    });
    Ok(lines.collect())
}

pub(super) async fn amendments(tx: &mut Tx, session: Uuid) -> Result<Vec<Written<Amendment>>> {
    let rows = sqlx::query!(
        r#"SELECT   a.id, a.at, a.by_user, u.display_name AS "name?", a.old_text, a.new_text, a.reason, a.field, a.value
           FROM     session_amendment a
           LEFT JOIN app_user u ON u.id = a.by_user
           WHERE    a.session_id = $1
           ORDER BY a.at, a.id
           LIMIT    100"#,
        session
    )
    .fetch_all(&mut **tx)
    .await?;
    let lines = rows.into_iter().map(|row| Written {
        id: row.id,
        by: by(row.by_user, row.name, row.at),
        what: Amendment {
            old_text: row.old_text,
            new_text: row.new_text,
            reason: row.reason,
            number: row.field.as_deref().and_then(Number::parse).zip(row.value),
        },
    });
    Ok(lines.collect())
}
