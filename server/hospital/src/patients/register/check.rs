//! Who here may be the one who is to be registered. The database finds who could be (same day of birth, day and month exchanged, alike names, same health id), the rule
//! of `domain::patients::alike` says who may.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use domain::access::{Action, Subject};
use domain::ids::{HospitalId, PatientId};
use domain::patients::alike::{Born, Compared, Sign, signs, weight};
use domain::patients::contacts::{AtDesk, Contact};
use domain::patients::demographics::Typed;
use domain::time::Zone;

use super::{Alike, Checked};
use crate::audit::{self, Entry, Kind, Outcome};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::organisation::zone_of_actor;
use crate::patients::find::names::date;
use crate::patients::find::persons;
use crate::patients::person::PersonRow;

/// So many are shown at most.
const MOST: usize = 10;

/// Reads what was typed and answers who here may be the same; who is shown is recorded.
///
/// # Errors
/// Invalid for what cannot be read, with every fault at its field.
pub async fn check_person(ctx: &Ctx, typed: &Typed, reached: &AtDesk) -> Result<Checked> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let mut tx = ctx.begin(Action::RegisterPatient, &Subject::Hospital(hospital)).await?;
    let (checked, _) = with_contacts(check(&mut tx, ctx, hospital, typed).await, reached)?;
    let shown = entry(hospital).of(checked.alike.iter().map(|one| one.person.id));
    audit::record(ctx, shown.kinds(&[Kind::Demographics])).await?;
    tx.commit().await?;
    Ok(checked)
}

pub(super) fn entry(hospital: HospitalId) -> Entry {
    Entry::new(Action::RegisterPatient, &Subject::Hospital(hospital), Outcome::Allowed)
}

/// And how they are reached; what is wrong with either is told at once.
pub(super) fn with_contacts(checked: Result<Checked>, reached: &AtDesk) -> Result<(Checked, Vec<Contact>)> {
    match (checked, reached.read()) {
        (Ok(checked), Ok(contacts)) => Ok((checked, contacts)),
        (Err(HospitalError::Invalid(mut faults)), Err(more)) => {
            faults.extend(more);
            Err(HospitalError::Invalid(faults))
        }
        (Err(error), _) => Err(error),
        (Ok(_), Err(faults)) => Err(HospitalError::Invalid(faults)),
    }
}

/// The same inside a verb that registers.
pub(super) async fn check(tx: &mut Tx, ctx: &Ctx, hospital: HospitalId, typed: &Typed) -> Result<Checked> {
    let zone = zone_of_actor(tx, ctx).await?;
    let read = typed.read(zone.civil(ctx.now())).map_err(HospitalError::Invalid)?;
    let asked = Sought {
        family_name: &read.family_name,
        given_name: &read.given_name,
        health_id: read.health_id.as_ref().map(|id| id.digits()).unwrap_or_default(),
        born: Some((read.born_on, read.year_only)),
    };
    let alike = alike(tx, ctx, hospital, &asked).await?;
    Ok(Checked { read, alike, zone })
}

/// Who is looked for, as far as it is known.
struct Sought<'a> {
    family_name: &'a str,
    given_name: &'a str,
    /// Empty when it is not known.
    health_id: &'a str,
    born: Option<Born>,
}

/// Who here may be the one who is being typed; nobody until there is enough of them: a whole health id, or both names. Who is shown is recorded.
///
/// # Errors
/// Denied for who does not register.
pub async fn suggest(ctx: &Ctx, typed: &Typed) -> Result<(Vec<Alike>, Zone)> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let mut tx = ctx.begin(Action::RegisterPatient, &Subject::Hospital(hospital)).await?;
    let zone = zone_of_actor(&mut tx, ctx).await?;
    let part = typed.so_far(zone.civil(ctx.now()));
    let asked = Sought {
        family_name: &part.family_name,
        given_name: &part.given_name,
        health_id: part.health_id.as_ref().map(|id| id.digits()).unwrap_or_default(),
        born: part.born,
    };
    let alike = match part.is_enough() {
        true => alike(&mut tx, ctx, hospital, &asked).await?,
        false => Vec::new(),
    };
    if !alike.is_empty() {
        let shown = entry(hospital).of(alike.iter().map(|one| one.person.id));
        audit::record(ctx, shown.kinds(&[Kind::Demographics])).await?;
    }
    tx.commit().await?;
    Ok((alike, zone))
}

/// The likeliest first. A record that leads to another is the other: somebody who is alike under either stands here once, as the record that stays, with the signs of the one that
/// is more alike.
async fn alike(tx: &mut Tx, ctx: &Ctx, hospital: HospitalId, asked: &Sought<'_>) -> Result<Vec<Alike>> {
    let born_on = asked.born.map(|(day, _)| date(day)).transpose()?;
    let exchanged = asked.born.and_then(|((year, month, day), year_only)| {
        let exchanged = date((year, day, month)).ok();
        exchanged.filter(|_| !year_only)
    });
    let health_id = asked.health_id;
    let rows = sqlx::query!(
        r#"WITH typed AS (
               SELECT folded($2) AS family, folded($3) AS given),
           alike AS MATERIALIZED (
               SELECT t.which, w.word
                 FROM (SELECT 'family' AS which, name_words($2) AS word UNION SELECT 'given', name_words($3)) AS t
                CROSS JOIN LATERAL (SELECT w.word FROM name_word w WHERE w.word % t.word ORDER BY similarity(w.word, t.word) DESC LIMIT 12) AS w),
           candidate AS (
               SELECT p.id FROM patient p WHERE p.born_on IN ($4, $5)
               UNION
               SELECT p.id FROM patient p WHERE p.health_id = $6
               UNION
               (SELECT n.patient_id
                  FROM alike a
                 CROSS JOIN LATERAL (SELECT n.patient_id FROM patient_name n WHERE n.word = a.word LIMIT 20000) AS n
                 GROUP BY n.patient_id
                HAVING count(DISTINCT a.which) = 2
                 LIMIT 1000))
           SELECT typed.family AS "typed_family!", typed.given AS "typed_given!", folded(p.family_name) AS "family!", folded(p.given_name) AS "given!",
                  p.id, p.family_name, p.given_name, p.born_on, p.born_known, p.sex, r.hospital_number, coalesce(p.health_id, '') AS "health_id!",
                  r.spo2_scale, r.status, led_to(p.id, $1) AS "stays!"
             FROM candidate c
             JOIN patient p      ON p.id = c.id
             JOIN registration r ON r.patient_id = p.id AND r.hospital_id = $1
            CROSS JOIN typed"#,
        hospital.0,
        asked.family_name,
        asked.given_name,
        born_on,
        exchanged,
        health_id,
    )
    .fetch_all(&mut **tx)
    .await?;
    let mut alike: Vec<(PatientId, Alike)> = rows
        .into_iter()
        .filter_map(|row| {
            let (stays, is_inactive) = (PatientId(row.stays), row.status != "active");
            let person = PersonRow {
                id: row.id,
                family_name: row.family_name,
                given_name: row.given_name,
                born_on: row.born_on,
                born_known: row.born_known,
                sex: row.sex,
                hospital_number: row.hospital_number,
                health_id: row.health_id,
                spo2_scale: row.spo2_scale,
            }
            .into_person();
            let typed = Compared {
                health_id,
                family_name: &row.typed_family,
                given_name: &row.typed_given,
                // Nothing is known of the birth yet: then the names alone say whether they may be the same.
                born: asked.born.unwrap_or((person.born_on, person.year_only)),
            };
            let known = Compared {
                health_id: &person.health_id,
                family_name: &row.family,
                given_name: &row.given,
                born: (person.born_on, person.year_only),
            };
            let mut signs = signs(typed, known);
            if asked.born.is_none() {
                signs.retain(|sign| matches!(sign, Sign::HealthId | Sign::SameName | Sign::AlikeName));
            }
            let one = Alike {
                person,
                signs,
                is_inactive,
                led: None,
            };
            (!one.signs.is_empty()).then_some((stays, one))
        })
        .collect();
    alike.sort_by_cached_key(|(stays, one)| (Reverse(weight(&one.signs)), *stays, *stays != one.person.id));
    let mut seen = BTreeSet::new();
    alike.retain(|(stays, _)| seen.insert(*stays));
    alike.truncate(MOST);
    let led = alike.iter().filter(|(stays, one)| *stays != one.person.id);
    let led: Vec<PatientId> = led.map(|(stays, _)| *stays).collect();
    for row in persons(tx, ctx, hospital, &led).await? {
        if let Some((_, one)) = alike.iter_mut().find(|(stays, _)| *stays == row.person.id) {
            one.led = Some(std::mem::replace(&mut one.person, row.person));
            one.is_inactive = row.is_inactive;
        }
    }
    Ok(alike.into_iter().map(|(_, one)| one).collect())
}
