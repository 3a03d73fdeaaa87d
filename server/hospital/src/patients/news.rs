//! What is new to the reader about patients since they looked: counted by part, for a whole list in one question. What they wrote themselves is no news, and a part that they may not
//! read is not counted. Of a record to which others were joined it tells the lines of them all, each once.
//!
//! To add a part: its variant with its name, its lines in the question, and who reads it in [`Part::wants`].

use std::collections::BTreeMap;

use domain::access::{Action, Relations, Subject};
use domain::actor::Actor;
use domain::ids::PatientId;
use domain::time::Moment;
use uuid::Uuid;

use super::looks;
use crate::audit::Kind;
use crate::ctx::{Ctx, Tx};
use crate::error::Result;
use crate::time::{from_db, to_db};

/// A part of what is known of a patient.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// Alarms that were raised.
    Alarms,
    /// What they do not bear.
    Allergies,
    /// What else must be known first.
    Flags,
    /// What they live with.
    Conditions,
    /// What they take.
    Medicines,
    /// What was operated.
    Surgeries,
    /// How they are dialysed.
    Prescription,
    /// The weight to reach by dialysis.
    DryWeight,
    /// The access to their blood, and what was found of it.
    Access,
    /// What others must not get.
    Infections,
    /// Sessions of dialysis that ended, were missed or signed, with what came later.
    Sessions,
    /// Who they are.
    Identity,
    /// How they are reached.
    Contacts,
    /// Identity documents.
    Documents,
    /// Who pays.
    Insurance,
}

impl Part {
    const ALL: [Self; 15] = [
        Self::Alarms,
        Self::Allergies,
        Self::Flags,
        Self::Conditions,
        Self::Medicines,
        Self::Surgeries,
        Self::Prescription,
        Self::DryWeight,
        Self::Access,
        Self::Infections,
        Self::Sessions,
        Self::Identity,
        Self::Contacts,
        Self::Documents,
        Self::Insurance,
    ];

    const fn name(self) -> &'static str {
        match self {
            Self::Alarms => "alarms",
            Self::Allergies => "allergies",
            Self::Flags => "flags",
            Self::Conditions => "conditions",
            Self::Medicines => "medicines",
            Self::Surgeries => "surgeries",
            Self::Prescription => "prescription",
            Self::DryWeight => "dry_weight",
            Self::Access => "access",
            Self::Infections => "infections",
            Self::Sessions => "sessions",
            Self::Identity => "identity",
            Self::Contacts => "contacts",
            Self::Documents => "documents",
            Self::Insurance => "insurance",
        }
    }

    /// The right to read it.
    const fn wants(self) -> Action {
        match self {
            Self::Alarms => Action::ReadPatient,
            Self::Allergies | Self::Flags | Self::Conditions | Self::Medicines | Self::Surgeries => {
                Action::ReadBackground
            }
            Self::Prescription | Self::DryWeight | Self::Access | Self::Infections | Self::Sessions => {
                Action::ReadDialysis
            }
            Self::Identity | Self::Contacts | Self::Documents | Self::Insurance => Action::ReadIdentity,
        }
    }
}

/// How much is new in a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// Which part.
    pub part: Part,
    /// What was written, raised or changed.
    pub came: u32,
    /// What ended.
    pub ended: u32,
}

/// What is new of one patient.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct News {
    /// Since when: the reader's last look; none when they never looked.
    pub since: Option<Moment>,
    /// The parts in which there is something.
    pub changes: Vec<Change>,
}

impl News {
    /// What kinds of data it tells of, for the audit.
    fn kinds(&self) -> impl Iterator<Item = Kind> {
        self.changes.iter().map(|change| match change.part {
            Part::Alarms => Kind::Alarms,
            Part::Allergies | Part::Flags | Part::Conditions | Part::Medicines | Part::Surgeries => Kind::Background,
            Part::Prescription | Part::DryWeight | Part::Access | Part::Infections | Part::Sessions => Kind::Dialysis,
            Part::Identity => Kind::Demographics,
            Part::Contacts => Kind::Contact,
            Part::Documents | Part::Insurance => Kind::Papers,
        })
    }
}

/// What is shown anyway, and what the news beside it tell.
pub(super) fn kinds_of<'a>(shown: &[Kind], news: impl Iterator<Item = &'a News>) -> Vec<Kind> {
    let told: Vec<Kind> = news.flat_map(News::kinds).chain(shown.iter().copied()).collect();
    Kind::ALL.into_iter().filter(|kind| told.contains(kind)).collect()
}

/// Of whom, how the reader stands to them, and since when; for a list since they looked last.
pub(super) type Asked = (PatientId, Relations, Moment);

/// When the reader looked at these last; who was never looked at is left out. Who was looked at under a record that was joined to theirs alone was looked at then.
pub(super) async fn last_looks(tx: &mut Tx, ctx: &Ctx, patients: &[PatientId]) -> Result<BTreeMap<PatientId, Moment>> {
    let Actor::Staff { user, hospital, .. } = ctx.actor() else {
        return Ok(BTreeMap::new());
    };
    let ids: Vec<Uuid> = patients.iter().map(|id| id.0).collect();
    let rows = sqlx::query!(
        r#"WITH record (patient_id, id) AS (
               SELECT t.id, t.id FROM unnest($3::uuid[]) AS t (id)
               UNION ALL
               SELECT m.survivor_id, m.other_id FROM patient_merge m WHERE m.survivor_id = ANY($3) AND m.hospital_id = $2 AND m.undone_at IS NULL)
           SELECT DISTINCT ON (r.patient_id) r.patient_id AS "patient_id!", l.looked_at
             FROM record r
             JOIN patient_look l ON l.user_id = $1 AND l.hospital_id = $2 AND l.patient_id = r.id
            ORDER BY r.patient_id, (l.patient_id = r.patient_id) DESC, l.looked_at DESC"#,
        user.0,
        hospital.0,
        &ids,
    )
    .fetch_all(&mut **tx)
    .await?;
    let looks = rows
        .into_iter()
        .map(|row| (PatientId(row.patient_id), from_db(row.looked_at)));
    Ok(looks.collect())
}

/// What is new of one patient whose page the reader opens now; their look is remembered.
pub(super) async fn at_look(tx: &mut Tx, ctx: &Ctx, patient: PatientId, relations: Relations) -> Result<News> {
    let Some(before) = looks::remember(tx, ctx, patient).await else {
        return Ok(News::default());
    };
    let mut news = since(tx, ctx, &[(patient, relations, before)]).await?;
    Ok(news.remove(&patient).unwrap_or_default())
}

/// What is new of each since then, in their record and in those that were joined to it.
pub(super) async fn since(tx: &mut Tx, ctx: &Ctx, asked: &[Asked]) -> Result<BTreeMap<PatientId, News>> {
    let mut news: BTreeMap<PatientId, News> = asked
        .iter()
        .map(|(patient, _, since)| {
            let news = News {
                since: Some(*since),
                changes: Vec::new(),
            };
            (*patient, news)
        })
        .collect();
    let (Some(reader), false) = (ctx.actor().user(), asked.is_empty()) else {
        return Ok(news);
    };
    let stands: BTreeMap<PatientId, Relations> = asked.iter().map(|(id, relations, _)| (*id, *relations)).collect();
    let ids: Vec<Uuid> = asked.iter().map(|(id, ..)| id.0).collect();
    let times: Vec<_> = asked.iter().map(|(.., since)| to_db(*since)).collect();
    let rows = sqlx::query!(
        r#"WITH a AS (
               SELECT t.patient_id AS whom, t.since, j.id AS patient_id, j.held_by
                 FROM unnest($1::uuid[], $2::timestamptz[]) AS t (patient_id, since)
                CROSS JOIN LATERAL joined(t.patient_id) AS j),
                line AS (
               SELECT 'allergies' AS part, a.whom, a.since, r.recorded_at, r.recorded_by, r.ended_at, r.ended_by
                 FROM a JOIN allergy r ON r.patient_id = a.patient_id AND r.hospital_id = coalesce(a.held_by, r.hospital_id)
               UNION ALL
               SELECT 'flags', a.whom, a.since, r.recorded_at, r.recorded_by, r.ended_at, r.ended_by
                 FROM a JOIN patient_flag r ON r.patient_id = a.patient_id AND r.hospital_id = coalesce(a.held_by, r.hospital_id)
               UNION ALL
               SELECT 'conditions', a.whom, a.since, r.recorded_at, r.recorded_by, r.ended_at, r.ended_by
                 FROM a JOIN patient_condition r ON r.patient_id = a.patient_id AND r.hospital_id = coalesce(a.held_by, r.hospital_id)
               UNION ALL
               SELECT 'medicines', a.whom, a.since, r.recorded_at, r.recorded_by, r.ended_at, r.ended_by
                 FROM a JOIN patient_medicine r ON r.patient_id = a.patient_id AND r.hospital_id = coalesce(a.held_by, r.hospital_id)
               UNION ALL
               SELECT 'surgeries', a.whom, a.since, r.recorded_at, r.recorded_by, r.ended_at, r.ended_by
                 FROM a JOIN patient_surgery r ON r.patient_id = a.patient_id AND r.hospital_id = coalesce(a.held_by, r.hospital_id)
               UNION ALL
               SELECT 'prescription', a.whom, a.since, r.prescribed_at, r.prescribed_by, r.ended_at, r.ended_by
                 FROM a JOIN dialysis_prescription r ON r.patient_id = a.patient_id AND r.hospital_id = coalesce(a.held_by, r.hospital_id)
               UNION ALL
               SELECT 'dry_weight', a.whom, a.since, r.set_at, r.set_by, NULL, NULL
                 FROM a JOIN dry_weight r ON r.patient_id = a.patient_id AND r.hospital_id = coalesce(a.held_by, r.hospital_id)
               UNION ALL
               SELECT 'access', a.whom, a.since, r.recorded_at, r.recorded_by, r.ended_at, r.ended_by
                 FROM a JOIN vascular_access r ON r.patient_id = a.patient_id AND r.hospital_id = coalesce(a.held_by, r.hospital_id)
               UNION ALL
               SELECT 'access', a.whom, a.since, f.assessed_at, f.assessed_by, NULL, NULL
                 FROM a JOIN vascular_access r ON r.patient_id = a.patient_id AND r.hospital_id = coalesce(a.held_by, r.hospital_id)
                 JOIN access_assessment f ON f.access_id = r.id
               UNION ALL
               SELECT 'infections', a.whom, a.since, r.recorded_at, r.recorded_by, NULL, NULL
                 FROM a JOIN infection_status r ON r.patient_id = a.patient_id AND r.hospital_id = coalesce(a.held_by, r.hospital_id)
               UNION ALL
               SELECT 'sessions', a.whom, a.since, f.at, f.by_user, NULL, NULL
                 FROM a JOIN dialysis_session r ON r.patient_id = a.patient_id AND r.hospital_id = coalesce(a.held_by, r.hospital_id)
                      AND lower(r.planned) > a.since - interval '31 days'
                CROSS JOIN LATERAL (SELECT e.at, e.by_user FROM session_ended e WHERE e.session_id = r.id
                                    UNION ALL SELECT e.at, e.by_user FROM session_did_not_attend e WHERE e.session_id = r.id
                                    UNION ALL SELECT e.at, e.by_user FROM session_signed e WHERE e.session_id = r.id
                                    UNION ALL SELECT e.at, e.by_user FROM session_amendment e WHERE e.session_id = r.id
                                    UNION ALL SELECT e.recorded_at, e.recorded_by FROM session_urea e WHERE e.session_id = r.id) AS f
               UNION ALL
               SELECT 'contacts', a.whom, a.since, r.recorded_at, r.recorded_by, r.ended_at, r.ended_by
                 FROM a JOIN patient_contact r ON r.patient_id = a.patient_id AND r.hospital_id = coalesce(a.held_by, r.hospital_id)
               UNION ALL
               SELECT 'documents', a.whom, a.since, r.recorded_at, r.recorded_by, r.ended_at, r.ended_by
                 FROM a JOIN identity_document r ON r.patient_id = a.patient_id AND r.hospital_id = coalesce(a.held_by, r.hospital_id)
               UNION ALL
               SELECT 'insurance', a.whom, a.since, r.recorded_at, r.recorded_by, r.ended_at, r.ended_by
                 FROM a JOIN insurance_policy r ON r.patient_id = a.patient_id AND r.hospital_id = coalesce(a.held_by, r.hospital_id)
               UNION ALL
               SELECT 'identity', a.whom, a.since, r.changed_at, r.changed_by, NULL, NULL
                 FROM a JOIN patient_change r ON r.patient_id = a.patient_id AND r.hospital_id = coalesce(a.held_by, r.hospital_id)
               UNION ALL
               SELECT 'alarms', a.whom, a.since, m.raised_at, NULL, NULL, NULL
                 FROM a
                 JOIN device_session s ON s.patient_id = a.patient_id AND s.hospital_id = coalesce(a.held_by, s.hospital_id)
                 JOIN alarm m ON m.device_id = s.device_id AND m.raised_at > a.since AND s.during @> m.raised_at)
           SELECT line.part AS "part!", line.whom AS "patient_id!",
                  count(*) FILTER (WHERE line.recorded_at > line.since AND line.recorded_by IS DISTINCT FROM $3) AS "came!",
                  count(*) FILTER (WHERE line.ended_at > line.since AND line.recorded_at <= line.since AND line.ended_by IS DISTINCT FROM $3) AS "ended!"
             FROM line
            WHERE line.recorded_at > line.since OR line.ended_at > line.since
            GROUP BY line.part, line.whom"#,
        &ids,
        &times,
        reader.0,
    )
    .fetch_all(&mut **tx)
    .await?;
    for row in rows {
        let patient = PatientId(row.patient_id);
        let part = Part::ALL.into_iter().find(|part| part.name() == row.part);
        let relations = stands.get(&patient).copied().unwrap_or(Relations::NONE);
        let (Some(part), Some(news)) = (part, news.get_mut(&patient)) else {
            continue;
        };
        let count = |number: i64| u32::try_from(number).unwrap_or(u32::MAX);
        let (came, ended) = (count(row.came), count(row.ended));
        if came + ended > 0 && ctx.may(part.wants(), &Subject::Patient { patient, relations }) {
            news.changes.push(Change { part, came, ended });
        }
    }
    for news in news.values_mut() {
        news.changes.sort_by_key(|change| change.part);
    }
    Ok(news)
}
