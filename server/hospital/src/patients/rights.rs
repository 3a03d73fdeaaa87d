//! Who may read a patient changes while pages are open on them: consent is withdrawn, an emergency is over, a shift ends. [`watch_rights`] finds out within a second, also
//! what another process changed and what ended by itself, and tells whoever listens to [`Rights::changed`] (the live hub), who asks each reader anew.
//!
//! A new relation to patients: a trigger that tells (`migrations/…_patients_rights_changed.sql`), and when it can end by itself its line in [`ended`].

use std::collections::HashSet;
use std::sync::Arc;
use std::time::{Duration, Instant};

use domain::access::{Action, Subject};
use domain::actor::Task;
use domain::ids::PatientId;
use domain::time::Moment;
use tokio::sync::broadcast;
use tokio::time::MissedTickBehavior;

use crate::ctx::{Ctx, Tx};
use crate::error::Result;
use crate::house::House;
use crate::time::to_db;

/// How often changes are asked for.
const EVERY: Duration = Duration::from_millis(400);
/// How far before the last look is looked again, in seconds: a change is seen when its transaction commits, which may be a while after its time.
const BACK: f64 = 20.0;
/// Rows older than this many seconds are forgotten.
const KEPT: f64 = 3_600.0;
/// Longer than this between two looks that succeeded, in seconds, and what was told meanwhile may be forgotten by now.
const GAP: f64 = KEPT / 2.0;

/// Whose readers must be asked anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum News {
    /// Who may read this patient has changed.
    Of(PatientId),
    /// Nobody looked for a while: who may read whom may have changed for anybody.
    Everybody,
}

/// The news that who may read a patient has changed.
#[derive(Debug)]
pub struct Rights(broadcast::Sender<News>);

impl Default for Rights {
    fn default() -> Self {
        Self(broadcast::channel(1_024).0)
    }
}

impl Rights {
    /// Hears of each from now on. Who falls behind by a thousand is told so and must ask about all.
    pub fn news(&self) -> broadcast::Receiver<News> {
        self.0.subscribe()
    }

    /// Tells that who may read `patient` has changed.
    pub fn changed(&self, patient: PatientId) {
        self.tell(News::Of(patient));
    }

    fn tell(&self, news: News) {
        if self.0.send(news).is_err() {
            tracing::trace!("rights changed while nobody listened");
        }
    }
}

/// Watches for ever; run it once per process.
pub async fn watch_rights(house: Arc<House>) {
    let mut turn = tokio::time::interval(EVERY);
    turn.set_missed_tick_behavior(MissedTickBehavior::Skip);
    let mut told: HashSet<(String, PatientId)> = HashSet::new();
    let (mut failing, mut tidied) = (false, house.clock.now());
    // By both clocks: the database's runs by itself, ours can be set.
    let mut looked = (Instant::now(), house.clock.now());
    loop {
        turn.tick().await;
        let began = (Instant::now(), house.clock.now());
        let away = began.0.duration_since(looked.0).as_secs_f64();
        match look(&house, away + BACK, looked.1.min(began.1).plus_seconds(-BACK)).await {
            Ok(changes) => {
                // The database was away, or this program was stopped.
                if away > GAP {
                    house.rights.tell(News::Everybody);
                }
                let now: HashSet<_> = changes.into_iter().collect();
                for (_, patient) in now.difference(&told) {
                    house.rights.changed(*patient);
                }
                (told, failing, looked) = (now, false, began);
            }
            Err(error) if !failing => {
                tracing::warn!(
                    error = &error as &dyn std::error::Error,
                    "changes of rights cannot be watched"
                );
                failing = true;
            }
            Err(_) => {}
        }
        let now = house.clock.now();
        if now.seconds_since(tidied) >= KEPT {
            tidied = now;
            if let Err(error) = forget(&house).await {
                tracing::warn!(error = &error as &dyn std::error::Error, "old changes of rights stay");
            }
        }
    }
}

fn ctx(house: &Arc<House>) -> Ctx {
    Ctx::at_work(house, Task::Rights)
}

/// Every change of the last `back` seconds, and what ended by itself after `since`, each under a name of its own.
async fn look(house: &Arc<House>, back: f64, since: Moment) -> Result<Vec<(String, PatientId)>> {
    let ctx = ctx(house);
    let mut tx = ctx.begin(Action::ReadPlacements, &Subject::House).await?;
    let now = ctx.now();
    let rows = sqlx::query!(
        // By the database's clock, which wrote the times.
        r#"SELECT 'change ' || id AS "name!", patient_id AS "patient_id!" FROM rights_changed WHERE at >= clock_timestamp() - make_interval(secs => $1)"#,
        back,
    )
    .fetch_all(&mut *tx)
    .await?;
    let mut changes: Vec<(String, PatientId)> = rows
        .into_iter()
        .map(|row| (row.name, PatientId(row.patient_id)))
        .collect();
    changes.extend(ended(&mut tx, since, now).await?);
    tx.commit().await?;
    Ok(changes)
}

/// What ended by itself after `since`, and by `now`.
async fn ended(tx: &mut Tx, since: Moment, now: Moment) -> Result<Vec<(String, PatientId)>> {
    let rows = sqlx::query!(
        r#"SELECT 'emergency ' || b.id AS "name!", b.patient_id AS "patient_id!"
             FROM break_glass b WHERE b.until > $1 AND b.until <= $2
           UNION ALL
           SELECT 'proxy ' || p.id, p.patient_id
             FROM proxy p WHERE upper(p.during) > $1 AND upper(p.during) <= $2
           UNION ALL
           SELECT 'care ' || c.user_id || upper(c.during), c.patient_id
             FROM care_relation c WHERE NOT upper_inf(c.during) AND upper(c.during) > $1 AND upper(c.during) <= $2
           UNION ALL
           SELECT 'admission ' || a.id, a.patient_id
             FROM admission a WHERE NOT upper_inf(a.during) AND upper(a.during) > $1 AND upper(a.during) <= $2
           UNION ALL
           SELECT 'dialysis ' || v.id, v.patient_id
             FROM dialysis_session v
            WHERE upper(v.planned) > $1::timestamptz - interval '7 days' AND upper(v.planned) <= $2::timestamptz - interval '7 days'
           UNION ALL
           SELECT 'device ' || d.user_id || upper(d.during), s.patient_id
             FROM device_duty d
             JOIN device_session s ON s.device_id = d.device_id AND s.during @> $2::timestamptz
            WHERE NOT upper_inf(d.during) AND upper(d.during) > $1 AND upper(d.during) <= $2
           UNION ALL
           SELECT 'hand-over ' || h.id, s.patient_id
             FROM device_hand_over h
             JOIN device_session s ON s.device_id = h.device_id AND s.during @> $2::timestamptz
            WHERE h.ended_at IS NULL AND h.until > $1 AND h.until <= $2
           UNION ALL
           SELECT 'session ' || s.id, s.patient_id
             FROM device_session s WHERE NOT upper_inf(s.during) AND upper(s.during) > $1 AND upper(s.during) <= $2
           UNION ALL
           SELECT 'bed ' || a.device_id || upper(a.during), s.patient_id
             FROM device_assignment a
             JOIN device_session s ON s.device_id = a.device_id AND s.during @> $2::timestamptz
            WHERE NOT upper_inf(a.during) AND upper(a.during) > $1 AND upper(a.during) <= $2"#,
        to_db(since),
        to_db(now),
    )
    .fetch_all(&mut **tx)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| (row.name, PatientId(row.patient_id)))
        .collect())
}

async fn forget(house: &Arc<House>) -> Result<()> {
    let mut tx = ctx(house).begin(Action::ReadPlacements, &Subject::House).await?;
    sqlx::query!(
        "DELETE FROM rights_changed WHERE at < clock_timestamp() - make_interval(secs => $1)",
        KEPT
    )
    .execute(&mut *tx)
    .await?;
    Ok(tx.commit().await?)
}
