//! Who here may be the one who is to be registered. The database finds who could be (same day of birth, day and month exchanged, alike names, same health id), the rule
//! of `domain::patients::alike` says who may.

use domain::access::{Action, Subject};
use domain::ids::HospitalId;
use domain::patients::Demographics;
use domain::patients::alike::{Compared, signs, weight};
use domain::patients::demographics::Typed;

use super::{Alike, Checked};
use crate::audit::{self, Entry, Kind, Outcome};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::organisation::zone_of_actor;
use crate::patients::find::names::date;
use crate::patients::person::PersonRow;

/// So many are shown at most.
const MOST: usize = 10;

/// Reads what was typed and answers who here may be the same; who is shown is recorded.
///
/// # Errors
/// Invalid for what cannot be read, with every fault at its field.
pub async fn check_person(ctx: &Ctx, typed: &Typed) -> Result<Checked> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let mut tx = ctx.begin(Action::RegisterPatient, &Subject::Hospital(hospital)).await?;
    let checked = check(&mut tx, ctx, hospital, typed).await?;
    let shown = entry(hospital).of(checked.alike.iter().map(|one| one.person.id));
    audit::record(ctx, shown.kinds(&[Kind::Demographics])).await?;
    tx.commit().await?;
    Ok(checked)
}

pub(super) fn entry(hospital: HospitalId) -> Entry {
    Entry::new(Action::RegisterPatient, &Subject::Hospital(hospital), Outcome::Allowed)
}

/// The same inside a verb that registers.
pub(super) async fn check(tx: &mut Tx, ctx: &Ctx, hospital: HospitalId, typed: &Typed) -> Result<Checked> {
    let zone = zone_of_actor(tx, ctx).await?;
    let read = typed.read(zone.civil(ctx.now())).map_err(HospitalError::Invalid)?;
    let alike = alike(tx, hospital, &read).await?;
    Ok(Checked { read, alike, zone })
}

async fn alike(tx: &mut Tx, hospital: HospitalId, read: &Demographics) -> Result<Vec<Alike>> {
    let (year, month, day) = read.born_on;
    let exchanged = date((year, day, month)).ok().filter(|_| !read.year_only);
    let health_id = read.health_id.as_ref().map(|id| id.digits()).unwrap_or_default();
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
                  r.spo2_scale, r.status
             FROM candidate c
             JOIN patient p      ON p.id = c.id
             JOIN registration r ON r.patient_id = p.id AND r.hospital_id = $1
            CROSS JOIN typed"#,
        hospital.0,
        read.family_name,
        read.given_name,
        date(read.born_on)?,
        exchanged,
        health_id,
    )
    .fetch_all(&mut **tx)
    .await?;
    let mut alike: Vec<Alike> = rows
        .into_iter()
        .filter_map(|row| {
            let is_inactive = row.status != "active";
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
                born: (read.born_on, read.year_only),
            };
            let known = Compared {
                health_id: &person.health_id,
                family_name: &row.family,
                given_name: &row.given,
                born: (person.born_on, person.year_only),
            };
            let signs = signs(typed, known);
            (!signs.is_empty()).then_some(Alike {
                person,
                signs,
                is_inactive,
            })
        })
        .collect();
    alike.sort_by_cached_key(|one| (std::cmp::Reverse(weight(&one.signs)), one.person.id));
    alike.truncate(MOST);
    Ok(alike)
}
