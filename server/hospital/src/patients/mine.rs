//! The patients that are the reader's own: whom they treat, who lies on a ward where they are on duty, who is on a device of theirs, whom they opened in an emergency,
//! who lets their hospital read.

use std::collections::BTreeMap;

use domain::access::{Action, Relations, Subject};
use domain::actor::Actor;
use domain::ids::PatientId;
use domain::patients::sought::Fit;
use domain::patients::{Person, Sought};
use domain::time::Moment;

use super::find::{names, persons};
use super::merge;
use super::news::{self, News};
use super::open_chart::person;
use crate::audit::{self, Entry, Kind, Outcome};
use crate::care::Duty;
use crate::ctx::{Ctx, Tx, close_subject};
use crate::error::{HospitalError, Result};
use crate::time::{from_db, to_db};

/// The longest list, in grounds: those of the reader's own doing first.
const MOST: i64 = 200;

/// What makes somebody the reader's patient.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ground {
    /// They treat them.
    Treats,
    /// They are on duty on this ward, where the patient lies.
    Ward(String),
    /// A device of theirs, of this name, measures them.
    Device(String),
    /// They opened the record in an emergency, until then.
    Opened(Moment),
    /// The person lets the reader's hospital read.
    LetIn,
}

impl Ground {
    pub(super) const fn relation(&self) -> Relations {
        match self {
            Self::Treats => Relations::TREATING,
            Self::Ward(_) => Relations::WARD,
            Self::Device(_) => Relations::DEVICE,
            Self::Opened(_) => Relations::BREAK_GLASS,
            Self::LetIn => Relations::CONSENT,
        }
    }
}

/// One patient of the reader's.
#[derive(Clone, Debug, PartialEq)]
pub struct MyPatient {
    /// Who.
    pub person: Person,
    /// As who they were registered in records that were joined to this one: under these they are found as well.
    pub joined: Vec<Person>,
    /// Why; one at least.
    pub grounds: Vec<Ground>,
    /// What is new to the reader since they looked last.
    pub news: News,
}

impl MyPatient {
    fn records(&self) -> impl Iterator<Item = &Person> {
        std::iter::once(&self.person).chain(&self.joined)
    }

    /// The numbers of the records that were joined to this one.
    pub fn joined_numbers(&self) -> Vec<String> {
        self.joined
            .iter()
            .map(|person| person.hospital_number.clone())
            .collect()
    }
}

/// The reader's patients by name, or those of them who are sought; recorded as one look at all that are shown.
///
/// Errors: denied for whoever reads no patients.
pub async fn my_patients(ctx: &Ctx, sought: Option<&Sought>) -> Result<Vec<MyPatient>> {
    at_most(ctx, sought, usize::MAX, true).await
}

/// The first of them, with what is new of each where that is shown: whoever is not shown is not recorded either.
pub(super) async fn at_most(
    ctx: &Ctx,
    sought: Option<&Sought>,
    most: usize,
    with_news: bool,
) -> Result<Vec<MyPatient>> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let mut tx = ctx.look(Action::ReadPatient).await?;
    let mine = readable(&mut tx, ctx).await?;
    let ids: Vec<PatientId> = mine.keys().copied().collect();
    let here = persons(&mut tx, ctx, hospital, &ids).await?;
    let mut here: BTreeMap<PatientId, Person> = here.into_iter().map(|row| (row.person.id, row.person)).collect();
    let mut joined = merge::joined_to(&mut tx, hospital, &ids).await?;
    let mut patients = Vec::with_capacity(mine.len());
    for (patient, grounds) in mine {
        // Who is registered elsewhere alone is opened by a consent or an emergency.
        let person = match here.remove(&patient) {
            Some(person) => person,
            None => named(&mut tx, patient).await?,
        };
        patients.push(MyPatient {
            person,
            joined: joined.remove(&patient).unwrap_or_default(),
            grounds,
            news: News::default(),
        });
    }
    // Of what other hospitals wrote nothing is counted: a consent or an emergency may not be what opens it to this reader.
    close_subject(&mut tx).await?;
    if let Some(sought) = sought {
        patients = those_sought(&mut tx, sought, patients).await?;
    }
    patients.sort_by_cached_key(|patient| (patient.person.staff_name(), patient.person.id));
    patients.truncate(most);
    if with_news {
        mark_news(&mut tx, ctx, &mut patients).await?;
    }
    let shown = patients.iter().map(|patient| patient.person.id);
    let entry = Entry::new(Action::ReadPatient, &Subject::Hospital(hospital), Outcome::Allowed);
    let kinds = news::kinds_of(&[Kind::Demographics], patients.iter().map(|mine| &mine.news));
    audit::record(ctx, entry.of(shown).kinds(&kinds)).await?;
    tx.commit().await?;
    Ok(patients)
}

/// Marks what is new of each since the reader looked last.
async fn mark_news(tx: &mut Tx, ctx: &Ctx, patients: &mut [MyPatient]) -> Result<()> {
    let ids: Vec<PatientId> = patients.iter().map(|mine| mine.person.id).collect();
    let looks = news::last_looks(tx, ctx, &ids).await?;
    let asked: Vec<news::Asked> = patients
        .iter()
        .filter_map(|mine| {
            let looked_at = *looks.get(&mine.person.id)?;
            Some((mine.person.id, relations(&mine.grounds), looked_at))
        })
        .collect();
    let mut news = news::since(tx, ctx, &asked).await?;
    for mine in patients {
        mine.news = news.remove(&mine.person.id).unwrap_or_default();
    }
    Ok(())
}

/// How the reader stands to somebody, by all that says why they may read them.
pub(super) fn relations(grounds: &[Ground]) -> Relations {
    grounds
        .iter()
        .map(Ground::relation)
        .fold(Relations::NONE, Relations::and)
}

/// Whom the reader may read now, and why.
pub(super) async fn readable(tx: &mut Tx, ctx: &Ctx) -> Result<BTreeMap<PatientId, Vec<Ground>>> {
    let mut mine: BTreeMap<PatientId, Vec<Ground>> = BTreeMap::new();
    for (patient, ground) in grounds(tx, ctx).await? {
        let relations = ground.relation();
        if ctx.may(Action::ReadPatient, &Subject::Patient { patient, relations }) {
            mine.entry(patient).or_default().push(ground);
        }
    }
    Ok(mine)
}

async fn grounds(tx: &mut Tx, ctx: &Ctx) -> Result<Vec<(PatientId, Ground)>> {
    let Actor::Staff {
        user, hospital, roles, ..
    } = ctx.actor()
    else {
        return Err(HospitalError::SignIn);
    };
    let rows = sqlx::query!(
        r#"WITH on_duty AS (
               SELECT w.id, w.name
                 FROM ward_duty o
                 JOIN ward w ON w.id = o.ward_id
                WHERE o.user_id = $1 AND o.hospital_id = $2 AND o.during @> $3::timestamptz)
           SELECT DISTINCT led_to(c.patient_id, c.hospital_id) AS "patient_id!", 1 AS "order!", NULL AS name, NULL::timestamptz AS until
             FROM care_relation c
            WHERE c.user_id = $1 AND c.hospital_id = $2 AND c.during @> $3::timestamptz
           UNION ALL
           SELECT a.patient_id, 2, w.name, NULL
             FROM on_duty w
             JOIN admission a ON a.ward_id = w.id AND a.during @> $3::timestamptz
           UNION
           SELECT s.patient_id, 2, w.name, NULL
             FROM on_duty w
             JOIN bed b               ON b.ward_id = w.id
             JOIN device_assignment p ON p.bed_id = b.id AND p.during @> $3::timestamptz
             JOIN device_session s    ON s.device_id = p.device_id AND s.hospital_id = $2 AND s.during @> $3::timestamptz
           UNION
           SELECT v.patient_id, 2, w.name, NULL
             FROM on_duty w
             JOIN station c          ON c.ward_id = w.id
             JOIN dialysis_session v ON v.station_id = c.id AND v.hospital_id = $2 AND v.state NOT IN ('cancelled', 'did_not_attend')
                                    AND v.planned && tstzrange($3::timestamptz - interval '7 days', $3::timestamptz + interval '7 days')
           UNION ALL
           SELECT s.patient_id, 3, d.name, NULL
             FROM device_session s
             JOIN device d ON d.id = s.device_id
            WHERE s.hospital_id = $2 AND s.during @> $3::timestamptz
              AND (EXISTS (SELECT FROM device_duty o
                            WHERE o.device_id = s.device_id AND o.user_id = $1 AND o.during @> $3::timestamptz AND o.kind = ANY($4))
                OR EXISTS (SELECT FROM device_hand_over h
                            WHERE h.device_id = s.device_id AND h.to_user = $1 AND h.accepted_at <= $3 AND h.until > $3 AND h.ended_at IS NULL
                              AND 'keeps' = ANY($4)))
           UNION ALL
           SELECT b.patient_id, 4, NULL, max(b.until)
             FROM break_glass b
            WHERE b.user_id = $1 AND b.hospital_id = $2 AND b.until > $3 AND led_to(b.patient_id, $2) = b.patient_id
            GROUP BY b.patient_id
           UNION ALL
           SELECT c.patient_id, 5, NULL, NULL
             FROM consent c
            WHERE c.purpose = 'treatment' AND c.to_hospital = $2 AND c.during @> $3::timestamptz AND led_to(c.patient_id, $2) = c.patient_id
            ORDER BY 2, 1
            LIMIT $5"#,
        user.0,
        hospital.0,
        to_db(ctx.now()),
        &Duty::names_for(roles),
        MOST,
    )
    .fetch_all(&mut **tx)
    .await?;
    let grounds = rows.into_iter().map(|row| {
        let ground = match (row.name, row.until) {
            (Some(name), _) if row.order == 2 => Ground::Ward(name),
            (Some(name), _) => Ground::Device(name),
            (None, Some(until)) => Ground::Opened(from_db(until)),
            (None, None) if row.order == 1 => Ground::Treats,
            (None, None) => Ground::LetIn,
        };
        (PatientId(row.patient_id), ground)
    });
    Ok(grounds.collect())
}

/// Who it is. Consent and emergencies open one person at a time to a transaction: it is about each of them, one after the other.
async fn named(tx: &mut Tx, patient: PatientId) -> Result<Person> {
    sqlx::query!(
        "SELECT set_config('app.subject_id', $1, true) AS about",
        patient.to_string()
    )
    .fetch_one(&mut **tx)
    .await?;
    person(tx, patient).await
}

/// Those whose names or numbers begin so, in their own record or in one that was joined to it; when there are none, those whose names are alike.
async fn those_sought(tx: &mut Tx, sought: &Sought, patients: Vec<MyPatient>) -> Result<Vec<MyPatient>> {
    let typed = names::folded(tx, &sought.words).await?;
    let full: Vec<String> = patients
        .iter()
        .flat_map(MyPatient::records)
        .map(|person| format!("{} {}", person.family_name, person.given_name))
        .collect();
    let words = sqlx::query_scalar!(
        r#"SELECT ARRAY(SELECT name_words(t.name)) AS "words!"
             FROM unnest($1::text[]) WITH ORDINALITY AS t (name, place)
            ORDER BY t.place"#,
        &full,
    )
    .fetch_all(&mut **tx)
    .await?;
    let mut words = words.iter();
    let fits: Vec<(Fit, MyPatient)> = patients
        .into_iter()
        .filter_map(|mine| {
            let records = mine.records().zip(words.by_ref());
            let fits: Vec<Fit> = records
                .filter_map(|(person, words)| sought.fits(person, words, &typed))
                .collect();
            let best = [Fit::Begins, Fit::Alike].into_iter().find(|fit| fits.contains(fit))?;
            Some((best, mine))
        })
        .collect();
    let best = match fits.iter().any(|(fit, _)| *fit == Fit::Begins) {
        true => Fit::Begins,
        false => Fit::Alike,
    };
    let best = fits.into_iter().filter(|(fit, _)| *fit == best);
    Ok(best.map(|(_, mine)| mine).collect())
}
