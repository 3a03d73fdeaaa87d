//! The moments of a hospital's signed sessions, each with what was known then and what came after. So many sessions at a time, in the order in which they were, each batch in three questions and a
//! transaction of its own: nobody waits for it.

use std::collections::{HashMap, HashSet, VecDeque};
use std::time::Duration;

use domain::access::{Action, Subject};
use domain::dialysis::before::Pressure;
use domain::dialysis::forecast::{Counted, Known, Recorded, Row, is_held_back, moments};
use domain::dialysis::hypotension::threshold;
use domain::dialysis::quantities::{Minutes, MlPerKgHour, MmHg};
use domain::ids::HospitalId;
use domain::time::Moment;
use time::OffsetDateTime;
use tokio::time::Instant;
use uuid::Uuid;

use super::{Counts, HISTORY, history};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::time::{from_db, to_db};

/// Sessions of one batch.
const AT_ONCE: usize = 250;
/// The most sessions that are looked at, the newest of them.
const MOST: i64 = 20_000;
/// So far back, in seconds: three years. How people are dialysed changes.
const BACK: f64 = 3.0 * 365.0 * 86_400.0;
/// Sessions count once they are two days old, in seconds: by then what a machine measured is told over into minutes (`telemetry::minutes`), and readings alone are not looked at.
const SETTLED: f64 = 2.0 * 86_400.0;
/// So long it may take; whoever needs longer has a fault, and the job says so.
const LONGEST: Duration = Duration::from_secs(300);

/// One side of the split.
#[derive(Clone, Debug, Default)]
pub(super) struct Side {
    /// Its moments.
    pub rows: Vec<Row>,
    patients: HashSet<Uuid>,
    counted: Counted,
}

impl Side {
    /// What was counted.
    pub fn counted(&self) -> Counted {
        Counted {
            patients: self.patients.len(),
            moments: self.rows.len(),
            ..self.counted
        }
    }
}

/// Everything that was gathered.
#[derive(Clone, Debug)]
pub(super) struct Gathered {
    /// Of the patients it learns from.
    pub learned: Side,
    /// Of those who are held back.
    pub held_back: Side,
    /// Of which time the sessions are.
    pub of: (Moment, Moment),
    unknown: usize,
    missing: usize,
}

impl Gathered {
    /// What was counted.
    pub fn counts(&self) -> Counts {
        Counts {
            learned: self.learned.counted(),
            held_back: self.held_back.counted(),
            unknown: self.unknown,
            missing: self.missing,
        }
    }
}

/// A session of a batch.
struct Ran {
    id: Uuid,
    /// Whose: records that were joined are one person's.
    person: Uuid,
    is_signed: bool,
    /// When blood ran; none of one to which nobody came.
    ran: Option<(Moment, Moment)>,
    before: Option<MmHg>,
    /// By which the rate is divided: the dry weight as it was at the start, else the weight before.
    kg: Option<f64>,
}

/// What was read of one session.
#[derive(Default)]
struct Noted {
    pressures: Vec<Known<Pressure>>,
    rates: Vec<Known<MlPerKgHour>>,
}

/// Gathers them, for a worker of this hospital.
pub(super) async fn gather(ctx: &Ctx, hospital: HospitalId) -> Result<Gathered> {
    let (began, now) = (Instant::now(), ctx.now());
    let (since, until) = (now.plus_seconds(-BACK), now.plus_seconds(-SETTLED));
    let mut tx = ctx.begin(Action::RunJobs, &Subject::Hospital(hospital)).await?;
    let ids = in_order(&mut tx, hospital, since, until).await?;
    tx.commit().await?;
    let mut found = Gathered {
        learned: Side::default(),
        held_back: Side::default(),
        of: (since, until),
        unknown: 0,
        missing: 0,
    };
    let mut known: HashMap<Uuid, VecDeque<Option<bool>>> = HashMap::new();
    for ids in ids.chunks(AT_ONCE) {
        if began.elapsed() > LONGEST {
            return Err(HospitalError::Internal("gathering for the forecast took too long"));
        }
        let mut tx = ctx.begin(Action::RunJobs, &Subject::Hospital(hospital)).await?;
        let batch = sessions(&mut tx, hospital, ids).await?;
        let mut noted = HashMap::new();
        by_hand(&mut tx, &batch, &mut noted).await?;
        by_machine(&mut tx, &batch, &mut noted).await?;
        tx.commit().await?;
        for session in &batch {
            let noted = noted.remove(&session.id).unwrap_or_default();
            let earlier = known.entry(session.person).or_default();
            found.add(session, &noted, earlier);
            earlier.push_back(fell(session, &noted));
            if earlier.len() > usize::from(HISTORY) {
                earlier.pop_front();
            }
        }
    }
    Ok(found)
}

impl Gathered {
    fn add(&mut self, session: &Ran, noted: &Noted, earlier: &VecDeque<Option<bool>>) {
        if !session.is_signed || session.ran.is_none() {
            return;
        }
        let of_session = moments(&Recorded {
            before: session.before,
            pressures: &noted.pressures,
            rates: &noted.rates,
            history: history(earlier.iter().flatten().copied()),
        });
        self.unknown += of_session.unknown;
        self.missing += of_session.missing;
        if of_session.kept.is_empty() {
            return;
        }
        let side = match is_held_back(session.person.as_u128()) {
            true => &mut self.held_back,
            false => &mut self.learned,
        };
        side.patients.insert(session.person);
        side.counted.sessions += 1;
        side.counted.falls += usize::from(of_session.kept.iter().any(|it| it.row.fell));
        side.rows.extend(of_session.kept.iter().map(|it| it.row));
    }
}

/// Whether the pressure fell in it, as the next one will know; none where nobody measured.
fn fell(session: &Ran, noted: &Noted) -> Option<bool> {
    let systolic = noted.pressures.iter().map(|it| it.what.systolic.0);
    let lowest = systolic.min_by(f64::total_cmp)?;
    Some(lowest < threshold(session.before?).0)
}

/// The newest sessions of the hospital, the oldest of them first. What was not held is among them: at the chair it is one of the last ten as well.
async fn in_order(tx: &mut Tx, hospital: HospitalId, since: Moment, until: Moment) -> Result<Vec<Uuid>> {
    let mut ids = sqlx::query_scalar!(
        "SELECT   s.id
         FROM     dialysis_session s
         WHERE    s.hospital_id = $1 AND s.state <> 'cancelled' AND lower(s.planned) >= $2 AND lower(s.planned) < $3
         ORDER BY lower(s.planned) DESC, s.id DESC
         LIMIT    $4",
        hospital.0,
        to_db(since),
        to_db(until),
        MOST,
    )
    .fetch_all(&mut **tx)
    .await?;
    ids.reverse();
    Ok(ids)
}

/// These sessions, the oldest first.
async fn sessions(tx: &mut Tx, hospital: HospitalId, ids: &[Uuid]) -> Result<Vec<Ran>> {
    let rows = sqlx::query!(
        r#"SELECT   s.id, led_to(s.patient_id, s.hospital_id) AS "person!", s.state, b.at AS "started?", e.at AS "ended?",
                    l.lying_systolic AS "before?", l.weight AS "weight?", w.kg AS "dry?"
           FROM     dialysis_session s
           LEFT JOIN session_started b ON b.session_id = s.id
           LEFT JOIN session_ended e   ON e.session_id = s.id
           LEFT JOIN LATERAL (SELECT f.lying_systolic, f.weight FROM session_before f WHERE f.session_id = s.id ORDER BY f.recorded_at DESC, f.id DESC LIMIT 1) AS l ON true
           LEFT JOIN LATERAL (SELECT d.kg FROM dry_weight d WHERE d.patient_id = s.patient_id AND d.hospital_id = s.hospital_id AND d.set_at <= b.at
                              ORDER BY d.set_at DESC LIMIT 1) AS w ON true
           WHERE    s.id = ANY($1) AND s.hospital_id = $2
           ORDER BY lower(s.planned), s.id"#,
        ids,
        hospital.0,
    )
    .fetch_all(&mut **tx)
    .await?;
    let sessions = rows.into_iter().map(|row| Ran {
        id: row.id,
        person: row.person,
        is_signed: row.state == "signed",
        ran: row.started.map(from_db).zip(row.ended.map(from_db)),
        before: row.before.map(|before| MmHg(before.into())),
        kg: row.dry.or(row.weight).filter(|kg| *kg > 0.0),
    });
    Ok(sessions.collect())
}

/// Minutes since the start of the session.
fn since(session: &Ran, at: Moment) -> Option<Minutes> {
    let (started, _) = session.ran?;
    Some(Minutes(at.seconds_since(started) / 60.0))
}

/// By hand, with when it was written.
async fn by_hand(tx: &mut Tx, batch: &[Ran], noted: &mut HashMap<Uuid, Noted>) -> Result<()> {
    let of: HashMap<Uuid, &Ran> = batch.iter().map(|session| (session.id, session)).collect();
    let ids: Vec<Uuid> = of.keys().copied().collect();
    let rows = sqlx::query!(
        r#"SELECT   o.session_id, o.taken_at, o.recorded_at, o.systolic, o.diastolic, o.uf_rate
           FROM     session_observation o
           WHERE    o.session_id = ANY($1) AND (o.systolic IS NOT NULL AND o.diastolic IS NOT NULL OR o.uf_rate IS NOT NULL)
           ORDER BY o.session_id, o.taken_at, o.id"#,
        &ids,
    )
    .fetch_all(&mut **tx)
    .await?;
    for row in rows {
        let Some(session) = of.get(&row.session_id) else {
            continue;
        };
        let (taken, written) = (from_db(row.taken_at), from_db(row.recorded_at));
        let Some((started, ended)) = session.ran else { continue };
        // The minute of the start counts whole; what is found after the end is no fall of the session.
        if taken.seconds_since(started) <= -60.0 || taken > ended {
            continue;
        }
        let (Some(at), Some(from)) = (since(session, taken), since(session, written)) else {
            continue;
        };
        let at = Minutes(at.0.max(0.0));
        let of_session = noted.entry(session.id).or_default();
        if let Some((above, below)) = row.systolic.zip(row.diastolic) {
            let what = Pressure::of(above.into(), below.into());
            of_session.pressures.push(Known { at, from, what });
        }
        if let Some((rate, kg)) = row.uf_rate.zip(session.kg) {
            let what = MlPerKgHour(f64::from(rate) / kg);
            of_session.rates.push(Known { at, from, what });
        }
    }
    Ok(())
}

/// By a machine or a monitor, from the minutes: of every two the lowest pressure, as where falls are told; of every ten one rate. What it says of the pressures stands in `falls::measured` as well, and is
/// to be changed there too; why it is not one query is said there.
async fn by_machine(tx: &mut Tx, batch: &[Ran], noted: &mut HashMap<Uuid, Noted>) -> Result<()> {
    let of: HashMap<Uuid, &Ran> = batch.iter().map(|session| (session.id, session)).collect();
    let ran: Vec<(Uuid, Moment, Moment)> = batch
        .iter()
        .filter_map(|session| session.ran.map(|(began, ended)| (session.id, began, ended)))
        .collect();
    if ran.is_empty() {
        return Ok(());
    }
    let ids: Vec<Uuid> = ran.iter().map(|(id, ..)| *id).collect();
    let began: Vec<OffsetDateTime> = ran.iter().map(|(_, began, _)| to_db(*began)).collect();
    let ended: Vec<OffsetDateTime> = ran.iter().map(|(.., ended)| to_db(*ended)).collect();
    let rows = sqlx::query!(
        r#"WITH measured AS (
               SELECT t.id, m.minute AS at, t.began, coalesce(m.systolic_low, m.systolic) AS above, coalesce(m.diastolic_low, m.diastolic) AS below, m.uf_rate
                 FROM unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[]) AS t (id, began, ended)
                 JOIN dialysis_session x ON x.id = t.id
                 JOIN device_session s ON s.patient_id = x.patient_id AND s.hospital_id = x.hospital_id AND s.during && tstzrange(t.began, t.ended, '[]')
                 JOIN reading_minute m ON m.session_id = s.id AND m.minute >= t.began AND m.minute < t.ended
                WHERE m.systolic IS NOT NULL AND m.diastolic IS NOT NULL OR m.uf_rate IS NOT NULL)
           (SELECT DISTINCT ON (v.id, date_bin('2 minutes', v.at, v.began)) v.id AS "id!", v.at AS "at!", v.above, v.below, NULL::real AS rate
              FROM measured v
             WHERE v.above IS NOT NULL AND v.below IS NOT NULL
             ORDER BY v.id, date_bin('2 minutes', v.at, v.began), v.above, v.at)
           UNION ALL
           (SELECT DISTINCT ON (v.id, date_bin('10 minutes', v.at, v.began)) v.id, v.at, NULL, NULL, v.uf_rate
              FROM measured v
             WHERE v.uf_rate IS NOT NULL
             ORDER BY v.id, date_bin('10 minutes', v.at, v.began), v.at)"#,
        &ids,
        &began,
        &ended,
    )
    .fetch_all(&mut **tx)
    .await?;
    for row in rows {
        let Some(session) = of.get(&row.id) else { continue };
        let Some(at) = since(session, from_db(row.at)) else {
            continue;
        };
        let of_session = noted.entry(session.id).or_default();
        match (row.above.zip(row.below), row.rate.zip(session.kg)) {
            // What a machine sends the wrong way round is no pressure.
            (Some((above, below)), _) if below < above => of_session.pressures.push(Known {
                at,
                from: at,
                what: Pressure::of(f64::from(above), f64::from(below)),
            }),
            (None, Some((rate, kg))) => of_session.rates.push(Known {
                at,
                from: at,
                what: MlPerKgHour(f64::from(rate) / kg),
            }),
            _ => {}
        }
    }
    Ok(())
}
