//! What is offered to who waits, and what becomes of it: mostly the house's own work. An offer holds no place. It waits for its answer until a moment, then it goes to the next; what can be
//! taken no longer is withdrawn, and the portal says so.

use std::collections::HashMap;
use std::collections::hash_map::Entry as Entries;

use domain::access::{Action, Subject};
use domain::actor::{Actor, Task};
use domain::dialysis::diary_wait::{Kept, Wish, answer_by};
use domain::dialysis::places::{Day, Hours, Place};
use domain::ids::{HospitalId, PatientId, WardId};
use domain::time::Moment;
use uuid::Uuid;

use super::base::{Wall, from_date, hours_of, needs, needs_of, shifts, to_date};
use super::board::shift_of;
use super::free::Days;
use super::kept::{self, kept_of};
use super::needed::Prescribed;
use super::wait::tell_patient;
use crate::audit::{self, Entry, Kind};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::jobs::{self, Work};
use crate::notices::Kind as Told;
use crate::time::{from_db, to_db};

/// How an offer ended that was not taken. They are told of each, but of what they declined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ended {
    /// They did not want it.
    Declined,
    /// They did not answer.
    Lapsed,
    /// It could be taken no longer.
    Gone,
    /// Staff offered another.
    Replaced,
    /// They wait no longer.
    Withdrawn,
}

impl Ended {
    /// As the database names it.
    const fn name(self) -> &'static str {
        match self {
            Self::Declined => "declined",
            Self::Lapsed => "lapsed",
            Self::Gone => "gone",
            Self::Replaced => "replaced",
            Self::Withdrawn => "withdrawn",
        }
    }
}

/// Who waits on a ward, as the rules ask of it.
struct Waits {
    id: Uuid,
    patient: PatientId,
    wish: Wish,
    offered: Option<Place>,
}

/// Whoever offers places of a hospital, or looks at what is offered there, waits here: of two who do it at once the second finds what the first has left, and neither waits for the other
/// for ever (two who change the places of two people round would).
pub(super) async fn one_offer_at_a_time(tx: &mut Tx, hospital: HospitalId) -> Result<()> {
    sqlx::query!(
        "SELECT pg_advisory_xact_lock(hashtextextended($1, 9))::text AS held",
        hospital.to_string()
    )
    .fetch_one(&mut **tx)
    .await?;
    Ok(())
}

/// Offers a place to who waits: answers whether they were offered none meanwhile, and wait still.
///
/// # Errors
/// A conflict where it is offered to somebody else.
pub(super) async fn write_offer(
    tx: &mut Tx,
    ctx: &Ctx,
    (wait, patient, hospital): (Uuid, PatientId, HospitalId),
    (place, begins): (Place, Moment),
) -> Result<bool> {
    let now = ctx.now();
    let written = sqlx::query!(
        "UPDATE dialysis_wait SET offered_station = $2, offered_shift = $3, offered_day = $4, offered_at = $5, offered_until = $6
          WHERE id = $1 AND ended_at IS NULL AND offered_at IS NULL",
        wait,
        place.station,
        place.shift,
        to_date(place.day),
        to_db(now),
        to_db(answer_by(now, begins)),
    )
    .execute(&mut **tx)
    .await
    .map_err(|error| match HospitalError::from(error) {
        error if error.violated() == Some("dialysis_wait_offered_once") => HospitalError::Conflict(
            "This place is offered to somebody else. Wait for their answer, or choose another.",
        ),
        error => error,
    })?;
    if written.rows_affected() == 0 {
        return Ok(false);
    }
    // It lapses when the page says so, not when the hour is over.
    let look = Work::CheckOffers { hospital: hospital.0 };
    jobs::enqueue_at(tx, ctx, look, answer_by(now, begins)).await?;
    tell_patient(tx, ctx, patient, hospital, Told::PlaceOffered).await?;
    Ok(true)
}

/// Ends what is offered to who waits, tells them, and leaves the place to the next, where it is free; answers whether anything was offered. Who judged one `place`
/// ends that one alone: another may be offered by now.
pub(super) async fn end_offer(
    tx: &mut Tx,
    ctx: &Ctx,
    wait: Uuid,
    place: Option<Place>,
    because: Ended,
) -> Result<bool> {
    let offer = Uuid::now_v7();
    let ended = sqlx::query!(
        r#"WITH was AS (
             SELECT w.id, w.offered_station, w.offered_shift, w.offered_day, w.offered_at
               FROM dialysis_wait w
              WHERE w.id = $1 AND w.ended_at IS NULL AND w.offered_at IS NOT NULL
                AND ($5::uuid IS NULL OR (w.offered_station, w.offered_shift, w.offered_day) = ($5, $6::uuid, $7::date))
                FOR UPDATE),
         kept AS (
             INSERT INTO dialysis_offer_ended (id, wait_id, station_id, shift_id, day, offered_at, ended_at, because)
             SELECT $2, was.id, was.offered_station, was.offered_shift, was.offered_day, was.offered_at, greatest($3, was.offered_at), $4 FROM was)
         UPDATE dialysis_wait w
            SET offered_station = NULL, offered_shift = NULL, offered_day = NULL, offered_at = NULL, offered_until = NULL
           FROM was
          WHERE w.id = was.id
         RETURNING w.patient_id AS "patient_id!", w.hospital_id AS "hospital_id!""#,
        wait,
        offer,
        to_db(ctx.now()),
        because.name(),
        place.map(|place| place.station),
        place.map(|place| place.shift),
        place.map(|place| to_date(place.day)),
    )
    .fetch_optional(&mut **tx)
    .await?;
    let Some(row) = ended else {
        return Ok(false);
    };
    jobs::enqueue(tx, ctx, Work::OfferAgain { offer }).await?;
    // Who declined knows; whoever ends it for themselves in another way is told of nothing either (`notices::tell`).
    if because != Ended::Declined {
        let (patient, hospital) = (PatientId(row.patient_id), HospitalId(row.hospital_id));
        tell_patient(tx, ctx, patient, hospital, Told::OfferEnded).await?;
    }
    Ok(true)
}

/// The house at work in one hospital.
fn at_work_in(ctx: &Ctx, hospital: HospitalId) -> Ctx {
    let actor = Actor::Worker {
        task: Task::Jobs,
        hospital: Some(hospital),
    };
    Ctx::of_worker(ctx.house(), actor)
}

async fn begin(ctx: &Ctx, hospital: HospitalId) -> Result<Tx> {
    ctx.begin(Action::RunJobs, &Subject::Hospital(hospital)).await
}

/// The place of a session that was called off goes to the first who waits for such a one: the house's own work.
pub(crate) async fn offer(ctx: &Ctx, session: Uuid) -> Result<()> {
    let mut tx = jobs::begin(ctx).await?;
    let row = sqlx::query!(
        "SELECT s.hospital_id, s.station_id, s.planned, c.ward_id
         FROM   dialysis_session s
         JOIN   station c ON c.id = s.station_id
         WHERE  s.id = $1 AND s.state = 'cancelled'",
        session
    )
    .fetch_optional(&mut *tx)
    .await?;
    let Some(row) = row else {
        return Ok(tx.commit().await?);
    };
    let (hospital, ward) = (HospitalId(row.hospital_id), WardId(row.ward_id));
    let wall = Wall::of(&mut tx, ctx, hospital).await?;
    let shifts = shifts(&mut tx, ward).await?;
    tx.commit().await?;
    let hours = hours_of(&row.planned).filter(|hours| hours.begins > wall.now);
    let Some((day, Some(shift))) = hours.map(|hours| shift_of(&wall, &shifts, hours)) else {
        return Ok(());
    };
    let station = row.station_id;
    to_next(ctx, (hospital, ward), Place { day, shift, station }).await
}

/// What somebody did not take goes to the next who waits: the house's own work.
pub(crate) async fn offer_again(ctx: &Ctx, offer: Uuid) -> Result<()> {
    let mut tx = jobs::begin(ctx).await?;
    let row = sqlx::query!(
        "SELECT w.hospital_id, w.ward_id, e.station_id, e.shift_id, e.day
         FROM   dialysis_offer_ended e
         JOIN   dialysis_wait w ON w.id = e.wait_id
         WHERE  e.id = $1",
        offer
    )
    .fetch_optional(&mut *tx)
    .await?;
    tx.commit().await?;
    let Some(row) = row else {
        return Ok(());
    };
    let place = Place {
        day: from_date(row.day),
        shift: row.shift_id,
        station: row.station_id,
    };
    to_next(ctx, (HospitalId(row.hospital_id), WardId(row.ward_id)), place).await
}

/// Offers a place to whoever asked first and can take it. Nobody is offered what is offered to another, two places at once, or what they did not take before.
async fn to_next(ctx: &Ctx, (hospital, ward): (HospitalId, WardId), place: Place) -> Result<()> {
    let ctx = at_work_in(ctx, hospital);
    let mut tx = begin(&ctx, hospital).await?;
    one_offer_at_a_time(&mut tx, hospital).await?;
    let wall = Wall::of(&mut tx, &ctx, hospital).await?;
    let waiting = waiting(&mut tx, &wall, (hospital, ward)).await?;
    if waiting.iter().any(|it| it.offered == Some(place)) {
        return Ok(tx.commit().await?);
    }
    let known = Days::read(&mut tx, &wall, hospital, ward, (place.day, 1)).await?;
    let patients: Vec<PatientId> = waiting.iter().map(|it| it.patient).collect();
    let needs = needs_of(&mut tx, hospital, &patients).await?;
    let kept = kept_of(&mut tx, &wall, &patients, (place.day, place.day)).await?;
    for it in waiting.iter().filter(|it| it.offered.is_none()) {
        let (prescribed, own) = (needs.get(&it.patient), kept.get(&it.patient));
        let Some(hours) = hours_of_offer(&known, place, &it.wish, prescribed, own) else {
            continue;
        };
        if write_offer(&mut tx, &ctx, (it.id, it.patient, hospital), (place, hours.begins)).await? {
            let entry = Entry::changed("diary.offer", Action::RunJobs, it.patient, Kind::Dialysis);
            audit::record_in(&mut tx, &ctx, [entry]).await?;
            break;
        }
    }
    Ok(tx.commit().await?)
}

/// Who waits on a ward for days that are not over, who asked first first.
async fn waiting(tx: &mut Tx, wall: &Wall, (hospital, ward): (HospitalId, WardId)) -> Result<Vec<Waits>> {
    let rows = sqlx::query!(
        "SELECT   w.id, w.patient_id, w.from_day, w.until_day, w.shift_id, w.instead_of, w.offered_station, w.offered_shift, w.offered_day
         FROM     dialysis_wait w
         WHERE    w.ward_id = $1 AND w.hospital_id = $2 AND w.ended_at IS NULL AND w.until_day >= $3
         ORDER BY w.asked_at, w.id
         LIMIT    1000",
        ward.0,
        hospital.0,
        to_date(wall.today),
    )
    .fetch_all(&mut **tx)
    .await?;
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    let mut refused = refused_of(tx, &ids).await?;
    let waiting = rows.into_iter().map(|row| Waits {
        id: row.id,
        patient: PatientId(row.patient_id),
        wish: wish(
            (row.from_day, row.until_day),
            (row.shift_id, row.instead_of),
            refused.remove(&row.id).unwrap_or_default(),
        ),
        offered: offered_place(row.offered_day, row.offered_shift, row.offered_station),
    });
    Ok(waiting.collect())
}

/// What was offered before to each of these who wait, and they did not want or did not answer.
pub(super) async fn refused_of(tx: &mut Tx, waits: &[Uuid]) -> Result<HashMap<Uuid, Vec<Place>>> {
    let rows = sqlx::query!(
        "SELECT e.wait_id, e.day, e.shift_id, e.station_id
         FROM   dialysis_offer_ended e
         WHERE  e.wait_id = ANY ($1) AND e.because IN ('declined', 'lapsed')",
        waits,
    )
    .fetch_all(&mut **tx)
    .await?;
    let mut refused: HashMap<Uuid, Vec<Place>> = HashMap::new();
    for row in rows {
        refused.entry(row.wait_id).or_default().push(Place {
            day: from_date(row.day),
            shift: row.shift_id,
            station: row.station_id,
        });
    }
    Ok(refused)
}

/// Whether what is offered can be taken now: it is to come, free, suits them, lies at no time of their own, and the week has room for it.
pub(super) async fn can_be_taken(
    tx: &mut Tx,
    wall: &Wall,
    (patient, hospital, ward): (PatientId, HospitalId, WardId),
    (place, wish): (Place, &Wish),
) -> Result<bool> {
    let prescribed = needs(tx, hospital, patient).await?;
    let known = Days::read(tx, wall, hospital, ward, (place.day, 1)).await?;
    let own = kept::own(tx, wall, patient, (place.day, place.day)).await?;
    let hours = hours_of_offer(&known, place, wish, prescribed.as_ref(), Some(&own));
    Ok(hours.is_some())
}

/// The rule behind every offer the house makes or keeps: the place is to come, free and long enough for what is prescribed, and it is what they wait for.
fn hours_of_offer(
    known: &Days,
    place: Place,
    wish: &Wish,
    prescribed: Option<&Prescribed>,
    own: Option<&Vec<Kept>>,
) -> Option<Hours> {
    let prescribed = prescribed?;
    let hours = known.fits(place, prescribed.needs)?;
    let own = own.map(Vec::as_slice).unwrap_or_default();
    wish.suits(place, hours, own, prescribed.weekly).ok()?;
    Some(hours)
}

/// What somebody waits for, as a row of the list says it. What they refused before is asked of who is offered something new by the house ([`refused_of`]); staff may offer it again.
pub(super) fn wish(
    (from, until): (time::Date, time::Date),
    (shift, instead_of): (Option<Uuid>, Option<Uuid>),
    refused: Vec<Place>,
) -> Wish {
    Wish {
        from: from_date(from),
        until: from_date(until),
        shift,
        instead_of,
        refused,
    }
}

/// The place that a row of the list says is offered.
pub(super) fn offered_place(day: Option<time::Date>, shift: Option<Uuid>, station: Option<Uuid>) -> Option<Place> {
    Some(Place {
        day: from_date(day?),
        shift: shift?,
        station: station?,
    })
}

/// Withdraws in a hospital what can be taken no longer, and ends what nobody answered in time: the house's own work, when a place was booked or promised, and once an hour.
pub(crate) async fn look_again(ctx: &Ctx, hospital: HospitalId) -> Result<()> {
    let ctx = at_work_in(ctx, hospital);
    let mut tx = begin(&ctx, hospital).await?;
    one_offer_at_a_time(&mut tx, hospital).await?;
    let wall = Wall::of(&mut tx, &ctx, hospital).await?;
    let rows = sqlx::query!(
        r#"SELECT   w.id, w.patient_id, w.ward_id, w.from_day, w.until_day, w.shift_id, w.instead_of,
                    w.offered_station AS "station!", w.offered_shift AS "shift!", w.offered_day AS "day!", w.offered_until AS "until!"
           FROM     dialysis_wait w
           WHERE    w.hospital_id = $1 AND w.ended_at IS NULL AND w.offered_at IS NOT NULL
           ORDER BY w.offered_until, w.id
           LIMIT    1000"#,
        hospital.0,
    )
    .fetch_all(&mut *tx)
    .await?;
    // What is known of all of them is read once; of each day of a ward, once.
    let patients: Vec<PatientId> = rows.iter().map(|row| PatientId(row.patient_id)).collect();
    let needs = needs_of(&mut tx, hospital, &patients).await?;
    let days = rows.iter().map(|row| from_date(row.day));
    let kept = match days.clone().min().zip(days.max()) {
        Some(days) => kept_of(&mut tx, &wall, &patients, days).await?,
        None => HashMap::new(),
    };
    let mut known: HashMap<(WardId, Day), Days> = HashMap::new();
    let mut entries = Vec::new();
    for row in rows {
        let (patient, ward) = (PatientId(row.patient_id), WardId(row.ward_id));
        let place = Place {
            day: from_date(row.day),
            shift: row.shift,
            station: row.station,
        };
        let wish = wish(
            (row.from_day, row.until_day),
            (row.shift_id, row.instead_of),
            Vec::new(),
        );
        let known = match known.entry((ward, place.day)) {
            Entries::Occupied(known) => known.into_mut(),
            Entries::Vacant(free) => free.insert(Days::read(&mut tx, &wall, hospital, ward, (place.day, 1)).await?),
        };
        let because = match hours_of_offer(known, place, &wish, needs.get(&patient), kept.get(&patient)) {
            None => Ended::Gone,
            Some(_) if from_db(row.until) <= wall.now => Ended::Lapsed,
            Some(_) => continue,
        };
        if end_offer(&mut tx, &ctx, row.id, Some(place), because).await? {
            entries.push(Entry::changed(
                "diary.offer.end",
                Action::RunJobs,
                patient,
                Kind::Dialysis,
            ));
        }
    }
    audit::record_in(&mut tx, &ctx, entries).await?;
    Ok(tx.commit().await?)
}

/// The same in every hospital in which something is offered; one that cannot be looked at holds up no other.
///
/// # Errors
/// When the database is away.
pub async fn look_everywhere(ctx: &Ctx) -> Result<()> {
    let mut tx = jobs::begin(ctx).await?;
    let hospitals = sqlx::query_scalar!(
        "SELECT DISTINCT w.hospital_id FROM dialysis_wait w WHERE w.ended_at IS NULL AND w.offered_at IS NOT NULL ORDER BY w.hospital_id"
    )
    .fetch_all(&mut *tx)
    .await?;
    tx.commit().await?;
    let mut failed = None;
    for hospital in hospitals {
        if let Err(error) = look_again(ctx, HospitalId(hospital)).await {
            failed = Some(error);
        }
    }
    failed.map_or(Ok(()), Err)
}
