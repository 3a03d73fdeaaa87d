//! Sessions of the demo, lived step by step: each turn of somebody differs from the last by a fixed rule, so that a demo that is filled again is the same. Those of one hour at different chairs
//! take each step together, in one statement: half a year of a unit fills in seconds.

use domain::dialysis::lots::sought;
use domain::time::Moment;
use time::OffsetDateTime;
use uuid::Uuid;

use super::{Known, SeedGuest, SeedUnit};
use crate::ctx::Tx;
use crate::error::Result;
use crate::time::to_db;

/// One session at a chair: which turn of a guest it is makes its numbers differ from the last.
#[derive(Clone, Copy)]
pub(super) struct Sitting<'a> {
    pub guest: &'a SeedGuest,
    pub known: Known,
    pub station: Uuid,
    pub device: Option<Uuid>,
    pub began: Moment,
    pub turn: usize,
}

/// A session of the database, and what was planned for it.
pub(super) type Booked<'a> = (Uuid, Sitting<'a>);

/// Blood is drawn for urea once in a month: of three sessions a week in every thirteenth.
const UREA: usize = 13;
/// Seconds from one written reading to the next.
const STEP: f64 = 1_800.0;
/// Seconds after the start at which somebody writes that the pressure fell.
const FELL: f64 = 9_000.0;

/// So far from the usual, −1 to 1, by turn: the same each time the demo is filled.
fn swing(turn: usize, salt: usize) -> f64 {
    ((turn * 7 + salt * 13) % 11) as f64 / 5.0 - 1.0
}

impl Sitting<'_> {
    fn after(&self, seconds: f64) -> OffsetDateTime {
        to_db(self.began.plus_seconds(seconds))
    }

    /// Seconds of treatment.
    fn time(&self) -> f64 {
        f64::from(self.guest.minutes) * 60.0
    }

    fn swing(&self, salt: usize) -> f64 {
        swing(self.turn, salt)
    }

    /// The weight before.
    fn before(&self) -> f64 {
        let (usual, dry, _) = self.guest.weights;
        ((usual.max(dry + 0.6) + self.swing(1) * 0.5) * 10.0).round() / 10.0
    }

    /// mL that are to be taken.
    fn goal(&self) -> i32 {
        (((self.before() - self.guest.weights.1) * 10.0).round() * 100.0).max(0.0) as i32
    }

    /// The weight afterwards.
    fn weight_after(&self) -> f64 {
        let after = self.before() - f64::from(self.goal()) / 1_000.0 + (self.swing(8) * 3.0).round() / 10.0;
        (after * 10.0).round() / 10.0
    }

    /// Urea, where it is drawn in this session: about so much, give or take.
    fn urea(&self, about: f64, (salt, span): (usize, f64)) -> Option<f64> {
        let drawn = self.turn.is_multiple_of(UREA);
        drawn.then(|| about + (self.swing(salt) * span).round() / 10.0)
    }

    /// Whether the pressure falls in it.
    fn falls(&self) -> bool {
        f64::from(u32::try_from(self.turn * 37 % 100).unwrap_or(0)) < self.guest.falls * 100.0
    }

    /// The systolic pressure when this part of the time is over: down towards the last quarter, and up a little at the end.
    fn systolic(&self, part: f64) -> f64 {
        let start = f64::from(self.guest.pressure.0);
        let lowest = if self.falls() { 84.0 } else { start - 18.0 };
        start + (lowest - start) * (part * 1.3).min(1.0) + if part > 0.85 { 6.0 } else { 0.0 }
    }
}

/// A column of what is written at once.
fn column<'a, T>(booked: &[Booked<'a>], value: impl Fn(&Sitting<'a>) -> T) -> Vec<T> {
    booked.iter().map(|(_, sitting)| value(sitting)).collect()
}

fn ids(booked: &[Booked<'_>]) -> Vec<Uuid> {
    booked.iter().map(|(session, _)| *session).collect()
}

fn new_ids(count: usize) -> Vec<Uuid> {
    std::iter::repeat_with(Uuid::now_v7).take(count).collect()
}

pub(super) async fn book<'a>(tx: &mut Tx, unit: &SeedUnit, sittings: &[Sitting<'a>]) -> Result<Vec<Booked<'a>>> {
    let booked: Vec<Booked<'a>> = new_ids(sittings.len())
        .into_iter()
        .zip(sittings.iter().copied())
        .collect();
    sqlx::query!(
        "INSERT INTO dialysis_session (id, patient_id, hospital_id, station_id, device_id, planned, minutes, booked_at, booked_by)
         SELECT u.id, u.patient, $1, u.station, u.device, tstzrange(u.begins, u.ends), u.minutes, u.booked, $2
           FROM unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[], $7::timestamptz[], $8::timestamptz[], $9::smallint[], $10::timestamptz[])
             AS u (id, patient, station, device, begins, ends, minutes, booked)",
        unit.hospital.0,
        unit.nurse.0,
        &ids(&booked),
        &column(&booked, |it| it.known.patient),
        &column(&booked, |it| it.station),
        &column(&booked, |it| it.device) as &[Option<Uuid>],
        &column(&booked, |it| it.after(0.0)),
        &column(&booked, |it| it.after(it.time() + 3_000.0)),
        &column(&booked, |it| it.guest.minutes),
        &column(&booked, |it| it.after(-7.0 * 86_400.0)),
    )
    .execute(&mut **tx)
    .await?;
    Ok(booked)
}

/// They are received so many seconds after the hour of the session; before it, where that is below nothing.
pub(super) async fn check_in(tx: &mut Tx, unit: &SeedUnit, booked: &[Booked<'_>], seconds: f64) -> Result<()> {
    sqlx::query!(
        "INSERT INTO session_check_in (session_id, at, by_user) SELECT u.session, u.at, $1 FROM unnest($2::uuid[], $3::timestamptz[]) AS u (session, at)",
        unit.nurse.0,
        &ids(booked),
        &column(booked, |it| it.after(seconds)),
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// What is found before the start, so many seconds after the hour of the session; answers the looks in the order of the sessions.
pub(super) async fn look(tx: &mut Tx, unit: &SeedUnit, booked: &[Booked<'_>], seconds: f64) -> Result<Vec<Uuid>> {
    let looks = new_ids(booked.len());
    sqlx::query!(
        "INSERT INTO session_before (id, session_id, recorded_at, recorded_by, prescription_id, weight, lying_systolic, lying_diastolic, pulse, access_id, access_safe, self_test_passed,
                                     conductivity, consented, uf_goal, urea)
         SELECT u.id, u.session, u.at, $1, u.prescription, u.weight, u.systolic, u.diastolic, u.pulse, u.access, true, true, 14, true, u.goal, u.urea
           FROM unnest($2::uuid[], $3::uuid[], $4::timestamptz[], $5::uuid[], $6::float8[], $7::smallint[], $8::smallint[], $9::smallint[], $10::uuid[], $11::int[], $12::float8[])
             AS u (id, session, at, prescription, weight, systolic, diastolic, pulse, access, goal, urea)",
        unit.nurse.0,
        &looks,
        &ids(booked),
        &column(booked, |it| it.after(seconds)),
        &column(booked, |it| it.known.prescription),
        &column(booked, Sitting::before),
        &column(booked, |it| it.guest.pressure.0 + (it.swing(2) * 10.0) as i16),
        &column(booked, |it| it.guest.pressure.1),
        &column(booked, |it| 72 + (it.swing(4) * 8.0) as i16),
        &column(booked, |it| it.known.access),
        &column(booked, Sitting::goal),
        &column(booked, |it| it.urea(22.0, (3, 40.0))) as &[Option<f64>],
    )
    .execute(&mut **tx)
    .await?;
    Ok(looks)
}

/// A second person has looked, and blood runs.
async fn start(tx: &mut Tx, unit: &SeedUnit, booked: &[Booked<'_>]) -> Result<()> {
    let looks = look(tx, unit, booked, -600.0).await?;
    let sessions = ids(booked);
    sqlx::query!(
        "INSERT INTO session_second_check (before_id, session_id, first_by, checked_by, checked_at)
         SELECT u.look, u.session, $1, $2, u.at FROM unnest($3::uuid[], $4::uuid[], $5::timestamptz[]) AS u (look, session, at)",
        unit.nurse.0,
        unit.doctor.0,
        &looks,
        &sessions,
        &column(booked, |it| it.after(-300.0)),
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!(
        "INSERT INTO session_started (session_id, at, by_user, before_id, prescription_id)
         SELECT u.session, u.at, $1, u.look, u.prescription FROM unnest($2::uuid[], $3::timestamptz[], $4::uuid[], $5::uuid[]) AS u (session, at, look, prescription)",
        unit.nurse.0,
        &sessions,
        &column(booked, |it| it.after(0.0)),
        &looks,
        &column(booked, |it| it.known.prescription),
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// What touched the blood: three things of each session.
async fn lots(tx: &mut Tx, unit: &SeedUnit, booked: &[Booked<'_>]) -> Result<()> {
    let (mut sessions, mut at, mut kinds, mut products, mut numbers) = (vec![], vec![], vec![], vec![], vec![]);
    for (session, it) in booked {
        for (kind, product, lot) in [
            ("dialyser", it.guest.dialyser(), "B4K"),
            ("lines", "AV-Set", "L22"),
            ("needles", "15 G", "N07"),
        ] {
            sessions.push(*session);
            at.push(it.after(0.0));
            kinds.push(kind.to_owned());
            products.push(product.to_owned());
            numbers.push(format!("{lot}-{}", 700 + it.turn / 4));
        }
    }
    let folded: Vec<String> = numbers.iter().map(|lot| sought(lot)).collect();
    sqlx::query!(
        "INSERT INTO session_lot (id, session_id, at, by_user, kind, product, lot, folded)
         SELECT u.id, u.session, u.at, $1, u.kind, u.product, u.lot, u.folded
           FROM unnest($2::uuid[], $3::uuid[], $4::timestamptz[], $5::text[], $6::text[], $7::text[], $8::text[]) AS u (id, session, at, kind, product, lot, folded)",
        unit.nurse.0,
        &new_ids(sessions.len()),
        &sessions,
        &at,
        &kinds,
        &products,
        &numbers,
        &folded,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Readings by column, to be written at once.
#[derive(Default)]
struct Readings {
    sessions: Vec<Uuid>,
    at: Vec<OffsetDateTime>,
    systolic: Vec<i16>,
    diastolic: Vec<i16>,
    pulse: Vec<i16>,
    blood_flow: Vec<i16>,
    arterial: Vec<i16>,
    venous: Vec<i16>,
    transmembrane: Vec<i16>,
    rate: Vec<i32>,
    removed: Vec<i32>,
}

impl Readings {
    /// One of every half hour from the start until `now`.
    fn of(booked: &[Booked<'_>], now: Moment) -> Self {
        let mut all = Self::default();
        for (session, it) in booked {
            let steps = (0..).map(|step| f64::from(step) * STEP);
            for after in steps.take_while(|after| *after <= it.time() && it.began.plus_seconds(*after) <= now) {
                let part = after / it.time();
                let systolic = it.systolic(part);
                all.sessions.push(*session);
                all.at.push(it.after(after));
                all.systolic.push(systolic as i16);
                all.diastolic.push((systolic * 0.55) as i16);
                all.pulse.push(76 + (it.swing(5) * 6.0) as i16);
                all.blood_flow.push(it.guest.blood_flow());
                all.arterial.push(-160 - (it.swing(6) * 25.0) as i16);
                all.venous.push(140 + (it.swing(7) * 20.0 + part * 12.0) as i16);
                all.transmembrane.push(58 + (part * 20.0) as i16);
                all.rate.push((f64::from(it.goal()) / (it.time() / 3_600.0)) as i32);
                all.removed.push((f64::from(it.goal()) * part) as i32);
            }
        }
        all
    }
}

async fn readings(tx: &mut Tx, unit: &SeedUnit, booked: &[Booked<'_>], now: Moment) -> Result<()> {
    let all = Readings::of(booked, now);
    sqlx::query!(
        "INSERT INTO session_observation (id, session_id, taken_at, recorded_at, recorded_by, systolic, diastolic, pulse, blood_flow, dialysate_flow, arterial, venous, tmp, uf_rate,
                                          uf_removed, conductivity, dialysate_temperature)
         SELECT u.id, u.session, u.at, u.at, $1, u.systolic, u.diastolic, u.pulse, u.blood_flow, 500, u.arterial, u.venous, u.tmp, u.rate, u.removed, 14, 36
           FROM unnest($2::uuid[], $3::uuid[], $4::timestamptz[], $5::smallint[], $6::smallint[], $7::smallint[], $8::smallint[], $9::smallint[], $10::smallint[], $11::smallint[],
                       $12::int[], $13::int[])
             AS u (id, session, at, systolic, diastolic, pulse, blood_flow, arterial, venous, tmp, rate, removed)",
        unit.nurse.0,
        &new_ids(all.sessions.len()),
        &all.sessions,
        &all.at,
        &all.systolic,
        &all.diastolic,
        &all.pulse,
        &all.blood_flow,
        &all.arterial,
        &all.venous,
        &all.transmembrane,
        &all.rate,
        &all.removed,
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// That the pressure fell, and the saline that was given a minute later.
async fn falls(tx: &mut Tx, unit: &SeedUnit, booked: &[Booked<'_>], now: Moment) -> Result<()> {
    let fell = |it: &Sitting<'_>| it.falls() && it.began.plus_seconds(FELL) < now;
    let fell: Vec<Booked<'_>> = booked.iter().copied().filter(|(_, it)| fell(it)).collect();
    if fell.is_empty() {
        return Ok(());
    }
    sqlx::query!(
        "INSERT INTO session_event (id, session_id, at, by_user, kind)
         SELECT u.id, u.session, u.at, $1, 'hypotension' FROM unnest($2::uuid[], $3::uuid[], $4::timestamptz[]) AS u (id, session, at)",
        unit.nurse.0,
        &new_ids(fell.len()),
        &ids(&fell),
        &column(&fell, |it| it.after(FELL)),
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!(
        "INSERT INTO session_intervention (id, session_id, at, by_user, kind, amount)
         SELECT u.id, u.session, u.at, $1, 'saline', 200 FROM unnest($2::uuid[], $3::uuid[], $4::timestamptz[]) AS u (id, session, at)",
        unit.nurse.0,
        &new_ids(fell.len()),
        &ids(&fell),
        &column(&fell, |it| it.after(FELL + 60.0)),
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Up to sessions that run, with a reading every half hour until `now`.
pub(super) async fn runs<'a>(
    tx: &mut Tx,
    unit: &SeedUnit,
    sittings: &[Sitting<'a>],
    now: Moment,
) -> Result<Vec<Booked<'a>>> {
    let booked = book(tx, unit, sittings).await?;
    check_in(tx, unit, &booked, -1_200.0).await?;
    start(tx, unit, &booked).await?;
    lots(tx, unit, &booked).await?;
    readings(tx, unit, &booked, now).await?;
    falls(tx, unit, &booked, now).await?;
    for (session, it) in &booked {
        let Some(device) = it.device else { continue };
        // At every third chair nobody has looked at the access yet.
        if !it.turn.is_multiple_of(3) {
            sqlx::query!(
                "INSERT INTO session_access_look (id, session_id, at, by_user, in_sight, found) VALUES ($1, $2, $3, $4, true, 'fine')",
                Uuid::now_v7(),
                session,
                it.after(900.0),
                unit.nurse.0,
            )
            .execute(&mut **tx)
            .await?;
        }
        sqlx::query!(
            "INSERT INTO device_session (id, device_id, hospital_id, patient_id, during) VALUES ($1, $2, $3, $4, tstzrange($5, NULL))",
            Uuid::now_v7(),
            device,
            unit.hospital.0,
            it.known.patient,
            it.after(0.0),
        )
        .execute(&mut **tx)
        .await?;
    }
    Ok(booked)
}

/// Sessions from their booking to what was looked at afterwards, and to the signature where they are signed.
pub(super) async fn whole(
    tx: &mut Tx,
    unit: &SeedUnit,
    sittings: &[Sitting<'_>],
    (is_signed, now): (bool, Moment),
) -> Result<()> {
    // No machine is known of what is over.
    let here: Vec<Sitting<'_>> = sittings.iter().map(|it| Sitting { device: None, ..*it }).collect();
    let booked = runs(tx, unit, &here, now).await?;
    let sessions = ids(&booked);
    sqlx::query!(
        "INSERT INTO session_ended (session_id, at, by_user) SELECT u.session, u.at, $1 FROM unnest($2::uuid[], $3::timestamptz[]) AS u (session, at)",
        unit.nurse.0,
        &sessions,
        &column(&booked, |it| it.after(it.time())),
    )
    .execute(&mut **tx)
    .await?;
    sqlx::query!(
        "INSERT INTO session_after (id, session_id, recorded_at, recorded_by, weight, lying_systolic, lying_diastolic, pulse, uf_removed, litres, washback, bleeding_minutes, urea)
         SELECT u.id, u.session, u.at, $1, u.weight, u.systolic, u.diastolic, 74, u.removed, u.litres, 'clear', u.bleeding, u.urea
           FROM unnest($2::uuid[], $3::uuid[], $4::timestamptz[], $5::float8[], $6::smallint[], $7::smallint[], $8::int[], $9::float8[], $10::smallint[], $11::float8[])
             AS u (id, session, at, weight, systolic, diastolic, removed, litres, bleeding, urea)",
        unit.nurse.0,
        &new_ids(sessions.len()),
        &sessions,
        &column(&booked, |it| it.after(it.time() + 600.0)),
        &column(&booked, Sitting::weight_after),
        &column(&booked, |it| it.guest.pressure.0 - 10),
        &column(&booked, |it| it.guest.pressure.1 - 4),
        &column(&booked, Sitting::goal),
        &column(&booked, |it| f64::from(it.guest.minutes) * 0.3),
        &column(&booked, |it| (!it.guest.is_catheter()).then_some(8_i16)) as &[Option<i16>],
        &column(&booked, |it| it.urea(6.6, (9, 12.0))) as &[Option<f64>],
    )
    .execute(&mut **tx)
    .await?;
    if is_signed {
        sqlx::query!(
            "INSERT INTO session_signed (session_id, at, by_user) SELECT u.session, u.at, $1 FROM unnest($2::uuid[], $3::timestamptz[]) AS u (session, at)",
            unit.doctor.0,
            &sessions,
            &column(&booked, |it| it.after(it.time() + 3_600.0)),
        )
        .execute(&mut **tx)
        .await?;
    }
    Ok(())
}
