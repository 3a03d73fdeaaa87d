//! The reader's own dialysis as the portal shows it, or that of whom they care for: the next session, the one that runs, what may be drunk until then, weights, and what is booked.

use domain::access::{Action, Subject};
use domain::dialysis::allowance::{Allowance, allowance};
use domain::dialysis::counted::Figures;
use domain::dialysis::places::{Day, Hours, Shift};
use domain::dialysis::quantities::{Kilograms, Millilitres, Minutes, MlPerKgHour};
use domain::dialysis::session::Stage;
use domain::ids::{DeviceId, PatientId};
use domain::patients::{Person, Section, View};
use domain::time::Moment;
use uuid::Uuid;

use super::base::{self, Wall, hours_of, needs, of_portal};
use super::board::shift_of;
use super::mine_book::ward_of;
use super::mine_wait::{self, Wait};
use crate::audit::{self, Entry, Kind};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::patients::person_of;
use crate::patients::portal;
use crate::time::{from_db, to_db};

/// Sessions to come on the page.
const TO_COME: i64 = 20;
/// Sessions that are over, for the trend.
const PAST: i64 = 40;
/// How old a value of the machine may be and still be told as the one of now, in seconds: older ones are told with their time alone.
const FRESH: f64 = 120.0;

/// A session to come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Which.
    pub id: Uuid,
    /// When they are expected, and until when the chair is theirs.
    pub hours: Hours,
    /// Minutes of treatment.
    pub minutes: i16,
    /// The chair.
    pub station: String,
    /// What the shift is called; none for a session that lies in none.
    pub shift: Option<String>,
    /// How far it is.
    pub stage: Stage,
    /// Whether the reader may move it or give it up.
    pub may_change: bool,
    /// Whether the other side confirmed it.
    pub confirmed: bool,
    /// Whether the reader may confirm it: the unit booked it, and they did not yet.
    pub may_confirm: bool,
}

/// The session that runs.
#[derive(Clone, Debug, PartialEq)]
pub struct Running {
    /// Since when blood runs.
    pub since: Moment,
    /// The chair.
    pub station: String,
    /// Minutes that are left; none when the time is over.
    pub left: i64,
    /// What is to be taken off, in mL.
    pub goal: i32,
    /// What was taken off, in mL, and when that was read; none before the first reading.
    pub removed: Option<(i32, Moment)>,
    /// Whether that is the machine's value of just now.
    pub is_now: bool,
}

/// A session that is over.
#[derive(Clone, Debug, PartialEq)]
pub struct Past {
    /// When it was to begin.
    pub at: Moment,
    /// How it ended.
    pub stage: Stage,
    /// Weight before and after, in kg.
    pub weights: (Option<f64>, Option<f64>),
    /// Blood pressure before, in mmHg.
    pub pressure: Option<(i16, i16)>,
    /// How long blood ran, in minutes.
    pub minutes: Option<i64>,
    /// What was taken off, in mL.
    pub removed: Option<i32>,
}

/// What may be drunk.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Drink {
    /// How much.
    pub allowance: Allowance,
    /// The weight to reach, in kg.
    pub dry: f64,
    /// By how much the weight after the last treatment was above it, in kg; 0 where it was not.
    pub above: f64,
    /// From when to when it is counted.
    pub between: (Moment, Moment),
}

/// The reader's own dialysis.
#[derive(Clone, Debug)]
pub struct Mine {
    /// Whose.
    pub person: Person,
    /// What the reader is shown, and on whose behalf.
    pub view: View,
    /// The day on the wall.
    pub today: Day,
    /// Whether dialysis is prescribed.
    pub is_prescribed: bool,
    /// Whether the reader books: the person themselves.
    pub may_book: bool,
    /// The session that runs.
    pub running: Option<Running>,
    /// What is to come, the next first.
    pub to_come: Vec<Session>,
    /// What may be drunk until the next.
    pub drink: Option<Drink>,
    /// The weight to reach now, in kg.
    pub dry: Option<f64>,
    /// What is over, the newest first.
    pub past: Vec<Past>,
    /// That they wait for a place.
    pub wait: Option<Wait>,
    /// The shifts of their ward.
    pub shifts: Vec<Shift>,
}

/// The reader's own; for a carer what they were let into. The look is recorded.
///
/// # Errors
/// Denied while the portal is off, and when this part is hidden.
pub async fn read(ctx: &Ctx) -> Result<Mine> {
    let (tx, mine, entry) = gather(ctx).await?;
    audit::record(ctx, entry).await?;
    tx.commit().await?;
    Ok(mine)
}

/// The same for the home of the portal, which says what is next; nothing for who is not treated here, and then nothing was looked at.
///
/// # Errors
/// As [`read`].
pub async fn at_home(ctx: &Ctx) -> Result<Option<Mine>> {
    let (tx, mine, entry) = gather(ctx).await?;
    let is_treated = mine.is_prescribed || mine.running.is_some() || !mine.to_come.is_empty();
    if is_treated {
        audit::record(ctx, entry).await?;
    }
    tx.commit().await?;
    Ok(is_treated.then_some(mine))
}

async fn gather(ctx: &Ctx) -> Result<(Tx, Mine, Entry)> {
    let (patient, hospital, is_own) = of_portal(ctx)?;
    let (mut tx, grounds) = ctx.begin_on_grounds(Action::ReadDialysis, patient).await?;
    let view = portal::view(&mut tx, ctx, patient)
        .await?
        .ok_or(HospitalError::SignIn)?;
    portal::must_show(ctx, Some(&view), Section::Dialysis, patient).await?;
    let subject = Subject::Patient {
        patient,
        relations: grounds.held,
    };
    let may_book = is_own && ctx.may(Action::BookOwnSession, &subject);
    let wall = Wall::of(&mut tx, ctx, hospital).await?;
    let prescribed = needs(&mut tx, hospital, patient).await?;
    let shifts = match ward_of(&mut tx, hospital, patient).await? {
        Some(ward) => base::shifts(&mut tx, ward).await?,
        None => Vec::new(),
    };
    let running = running(&mut tx, ctx, patient).await?;
    let to_come = to_come(&mut tx, &wall, &shifts, patient, may_book).await?;
    let past = past(&mut tx, ctx, patient).await?;
    let dry = dry(&mut tx, patient).await?;
    let drink = match (prescribed, to_come.iter().find(|next| next.hours.begins > wall.now)) {
        (Some(prescribed), Some(next)) if running.is_none() => {
            let last = last_end(&mut tx, patient).await?;
            drink(dry, prescribed.max_uf_rate, last, next)
        }
        _ => None,
    };
    let mine = Mine {
        person: person_of(&mut tx, patient).await?,
        wait: mine_wait::read(&mut tx, &wall, &to_come, (patient, hospital), may_book).await?,
        today: wall.today,
        is_prescribed: prescribed.is_some(),
        may_book: may_book && prescribed.is_some(),
        view,
        running,
        to_come,
        drink,
        dry,
        past,
        shifts,
    };
    let entry = Entry::patient(Action::ReadDialysis, patient, &[Kind::Dialysis]).on(&grounds);
    Ok((tx, mine, entry))
}

/// What moves of it: the session that runs, for the page that is open already. Who may read is decided anew each time, and recorded once in a while.
///
/// # Errors
/// As [`read`].
pub async fn follow(ctx: &Ctx) -> Result<Option<Running>> {
    let (patient, _, _) = of_portal(ctx)?;
    let (mut tx, grounds) = ctx.begin_on_grounds(Action::ReadDialysis, patient).await?;
    let view = portal::view(&mut tx, ctx, patient)
        .await?
        .ok_or(HospitalError::SignIn)?;
    portal::must_show(ctx, Some(&view), Section::Dialysis, patient).await?;
    let running = running(&mut tx, ctx, patient).await?;
    let entry = Entry::patient(Action::ReadDialysis, patient, &[Kind::Dialysis]).on(&grounds);
    audit::record_asked(ctx, entry).await?;
    tx.commit().await?;
    Ok(running)
}

async fn to_come(
    tx: &mut Tx,
    wall: &Wall,
    shifts: &[Shift],
    patient: PatientId,
    may_book: bool,
) -> Result<Vec<Session>> {
    let rows = sqlx::query!(
        r#"SELECT   s.id, s.planned, s.minutes, s.state, c.name AS station, s.booked_by = actor_user() AS "is_own?", (s.patient_id = $1) AS "is_theirs!",
                    EXISTS (SELECT FROM session_confirmed f WHERE f.session_id = s.id) AS "confirmed!"
           FROM     joined($1) AS j
           JOIN     dialysis_session s ON s.patient_id = j.id AND s.hospital_id = coalesce(j.held_by, s.hospital_id)
           JOIN     station c          ON c.id = s.station_id
           WHERE    s.state IN ('booked', 'checked_in') AND upper(s.planned) > $2
           ORDER BY lower(s.planned), s.id
           LIMIT    $3"#,
        patient.0,
        to_db(wall.now),
        TO_COME,
    )
    .fetch_all(&mut **tx)
    .await?;
    let sessions = rows.into_iter().filter_map(|row| {
        let hours = hours_of(&row.planned)?;
        let (_, shift) = shift_of(wall, shifts, hours);
        let shift = shifts.iter().find(|known| Some(known.id) == shift);
        let stage = Stage::parse(&row.state)?;
        Some(Session {
            id: row.id,
            hours,
            minutes: row.minutes,
            station: row.station,
            shift: shift.map(|shift| shift.name.clone()),
            stage,
            may_change: may_book && row.is_theirs && stage == Stage::Booked && hours.begins > wall.now,
            confirmed: row.confirmed,
            may_confirm: may_book
                && stage == Stage::Booked
                && hours.begins > wall.now
                && !row.confirmed
                && row.is_own != Some(true),
        })
    });
    Ok(sessions.collect())
}

async fn running(tx: &mut Tx, ctx: &Ctx, patient: PatientId) -> Result<Option<Running>> {
    let row = sqlx::query!(
        r#"SELECT   coalesce(t.minutes, s.minutes) AS "minutes!", s.device_id, c.name AS station, b.at, coalesce(t.uf_goal, f.uf_goal) AS "uf_goal!",
                    o.uf_removed AS "removed?", o.taken_at AS "taken_at?", x.removed AS "before?", x.at AS "exchanged?"
           FROM     joined($1) AS j
           JOIN     dialysis_session s ON s.patient_id = j.id AND s.hospital_id = coalesce(j.held_by, s.hospital_id)
           JOIN     station c          ON c.id = s.station_id
           JOIN     session_started b  ON b.session_id = s.id
           JOIN     session_before f   ON f.id = b.before_id
           LEFT JOIN LATERAL (
                    SELECT w.uf_removed + session_removed_before(w.session_id, w.taken_at) AS uf_removed, w.taken_at FROM session_observation w
                     WHERE w.session_id = s.id AND w.uf_removed IS NOT NULL
                     -- What a line took from the machine the machine knows itself, with its time.
                     ORDER BY 'uf_removed' = ANY (w.shown), w.taken_at DESC, w.id DESC LIMIT 1) o ON true
           LEFT JOIN LATERAL (SELECT w.uf_goal, w.minutes FROM session_target w WHERE w.session_id = s.id ORDER BY w.at DESC, w.id DESC LIMIT 1) t ON true
           LEFT JOIN LATERAL (SELECT w.removed, w.at FROM session_machine w WHERE w.session_id = s.id ORDER BY w.at DESC, w.id DESC LIMIT 1) x ON true
           WHERE    s.state = 'running'
           ORDER BY b.at DESC
           LIMIT    1"#,
        patient.0
    )
    .fetch_optional(&mut **tx)
    .await?;
    let Some(row) = row else {
        return Ok(None);
    };
    let (now, since) = (ctx.now(), from_db(row.at));
    // The machine knows better than the last line on paper, while it is this person's.
    let machine = row
        .device_id
        .and_then(|device| ctx.house().now.device(DeviceId(device)));
    let machine = machine.filter(|machine| machine.patient == patient);
    let known = |(removed, at): (i32, time::OffsetDateTime)| (Millilitres(f64::from(removed)), from_db(at));
    let figures = Figures {
        started: Some(since),
        machine: machine.as_ref(),
        written: row.removed.zip(row.taken_at).map(known),
        handed_on: row.before.zip(row.exchanged).map(known),
    };
    let counted = figures.counted(now);
    let removed = counted.map(|counted| (counted.removed.0 as i32, counted.at));
    let passed = (now.seconds_since(since) / 60.0) as i64;
    Ok(Some(Running {
        since,
        station: row.station,
        left: (i64::from(row.minutes) - passed).max(0),
        goal: row.uf_goal,
        is_now: removed.is_some_and(|(_, at)| now.seconds_since(at) <= FRESH),
        removed,
    }))
}

async fn past(tx: &mut Tx, ctx: &Ctx, patient: PatientId) -> Result<Vec<Past>> {
    let rows = sqlx::query!(
        r#"SELECT   lower(s.planned) AS "at!", s.state, session_number(s.id, 'weight_before', b.weight) AS "before?", b.lying_systolic AS "above?", b.lying_diastolic AS "below?",
                    session_number(s.id, 'weight_after', a.weight) AS "after?", session_number(s.id, 'uf_removed', a.uf_removed)::int AS "removed?",
                    session_number(s.id, 'minutes', NULL) AS "lasted?", f.at AS "began?", e.at AS "ended?"
           FROM     joined($1) AS j
           JOIN     dialysis_session s ON s.patient_id = j.id AND s.hospital_id = coalesce(j.held_by, s.hospital_id)
           LEFT JOIN session_started f ON f.session_id = s.id
           LEFT JOIN session_ended e   ON e.session_id = s.id
           LEFT JOIN LATERAL (SELECT w.* FROM session_before w WHERE w.session_id = s.id ORDER BY w.recorded_at DESC, w.id DESC LIMIT 1) AS b ON true
           LEFT JOIN LATERAL (SELECT w.* FROM session_after w WHERE w.session_id = s.id ORDER BY w.recorded_at DESC, w.id DESC LIMIT 1) AS a ON true
           WHERE    s.state IN ('closed', 'interrupted', 'signed', 'did_not_attend') AND lower(s.planned) <= $2
           ORDER BY lower(s.planned) DESC, s.id DESC
           LIMIT    $3"#,
        patient.0,
        to_db(ctx.now()),
        PAST,
    )
    .fetch_all(&mut **tx)
    .await?;
    let past = rows.into_iter().filter_map(|row| {
        Some(Past {
            at: from_db(row.at),
            stage: Stage::parse(&row.state)?,
            weights: (row.before, row.after),
            pressure: row.above.zip(row.below),
            minutes: row.lasted.map(|minutes| minutes as i64).or(row
                .began
                .zip(row.ended)
                .map(|(began, ended)| (from_db(ended).seconds_since(from_db(began)) / 60.0).round() as i64)),
            removed: row.removed,
        })
    });
    Ok(past.collect())
}

async fn dry(tx: &mut Tx, patient: PatientId) -> Result<Option<f64>> {
    let kg = sqlx::query_scalar!(
        "SELECT   d.kg
         FROM     joined($1) AS j
         JOIN     dry_weight d ON d.patient_id = j.id AND d.hospital_id = coalesce(j.held_by, d.hospital_id)
         ORDER BY d.set_at DESC, d.id DESC
         LIMIT    1",
        patient.0
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(kg)
}

/// When the last treatment ended, and the weight after it.
async fn last_end(tx: &mut Tx, patient: PatientId) -> Result<Option<(Moment, Option<f64>)>> {
    let row = sqlx::query!(
        r#"SELECT   e.at, session_number(s.id, 'weight_after', (SELECT a.weight FROM session_after a WHERE a.session_id = s.id ORDER BY a.recorded_at DESC, a.id DESC LIMIT 1)) AS weight
           FROM     joined($1) AS j
           JOIN     dialysis_session s ON s.patient_id = j.id AND s.hospital_id = coalesce(j.held_by, s.hospital_id)
           JOIN     session_ended e    ON e.session_id = s.id
           ORDER BY e.at DESC
           LIMIT    1"#,
        patient.0
    )
    .fetch_optional(&mut **tx)
    .await?;
    Ok(row.map(|row| (from_db(row.at), row.weight)))
}

/// What may be drunk from the last treatment to the next; none where dry weight, last treatment or the weight after it is not known, or where they lie more than a week apart: then the
/// number would say nothing. `most` is the highest rate that is prescribed; the time is that for which the next is booked.
fn drink(dry: Option<f64>, most: f64, last: Option<(Moment, Option<f64>)>, next: &Session) -> Option<Drink> {
    let (dry, (last, after)) = (dry?, last?);
    let above = (after? - dry).max(0.0);
    let until = next.hours.begins;
    let days = until.seconds_since(last) / 86_400.0;
    // What the kidneys still make is not known here: none is the safe side.
    let allowance = allowance(
        Kilograms(dry),
        Minutes(f64::from(next.minutes)),
        MlPerKgHour(most),
        days,
        Millilitres(0.0),
        (Kilograms(above), None),
    );
    Some(Drink {
        allowance: allowance.ok()?,
        dry,
        above,
        between: (last, until),
    })
}
