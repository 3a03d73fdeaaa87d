//! The house that a test of the trace stands in. Two programs use it, `main.rs` here and `pace.rs` beside this folder.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use domain::access::Action;
use domain::actor::{Actor, Role};
use domain::ids::{HospitalId, PatientId, UserId};
use domain::time::Moment;
use hospital::audit::{CHART, Checkpoints, Entry, Report, Sealer, record, verify};
use hospital::testing::TestDb;
use hospital::{Clock, Ctx, House, Keys};
use uuid::Uuid;

/// A house, its sealer and its checkpoints. Nurse Achieng looks at charts in it.
pub struct Trace {
    pub db: TestDb,
    pub house: Arc<House>,
    pub sealer: Sealer,
    pub checkpoints: Checkpoints,
    pub achieng: Actor,
    /// By how many microseconds the house's clock is ahead.
    pub clock: Arc<AtomicI64>,
}

impl Trace {
    pub async fn open(name: &str) -> Self {
        let db = TestDb::new().await;
        let ahead = Arc::new(AtomicI64::new(0));
        let (clock, system) = (ahead.clone(), Clock::system());
        let clock_of_house = Clock::of(move || Moment(system.now().0 + clock.load(Ordering::SeqCst)));
        let house = House::new(db.app.clone(), db.ingest.clone(), clock_of_house, Keys::for_tests());
        let checkpoints = Checkpoints::at(file(name), house.audit.keys().clone());
        Self {
            sealer: Sealer::new(&house),
            achieng: Actor::staff(UserId(Uuid::now_v7()), HospitalId(Uuid::now_v7()), [Role::Nurse]),
            clock: ahead,
            db,
            house,
            checkpoints,
        }
    }

    /// With ten charts that were opened, sealed and noted, and three more that were sealed.
    pub async fn with_ten_charts_and_three(name: &str) -> Self {
        let mut trace = Self::open(name).await;
        trace.open_charts(10).await;
        assert_eq!(trace.seal().await, 10);
        trace.note();
        trace.open_charts(3).await;
        assert_eq!(trace.seal().await, 3);
        trace
    }

    pub fn ctx(&self) -> Ctx {
        Ctx::new(self.house.clone(), self.achieng.clone(), Uuid::now_v7())
    }

    /// Nurse Achieng opens so many charts, one after the other.
    pub async fn open_charts(&self, count: usize) {
        for _ in 0..count {
            let entry = Entry::patient(Action::ReadPatient, PatientId(Uuid::now_v7()), CHART);
            record(&self.ctx(), entry).await.unwrap();
        }
    }

    /// Seals what was written; answers how many that were.
    pub async fn seal(&mut self) -> usize {
        self.settle().await;
        self.sealer.seal_all().await.unwrap()
    }

    /// Waits until no transaction as old as an entry is open: other tests have theirs in the same cluster, and a sealer waits for those too.
    pub async fn settle(&self) {
        for _ in 0..2_000 {
            let settled: bool = sqlx::query_scalar(
                "SELECT coalesce((SELECT max(xid) FROM audit_entry), '0') < pg_snapshot_xmin(pg_current_snapshot())",
            )
            .fetch_one(self.db.owner())
            .await
            .unwrap();
            if settled {
                return;
            }
            tokio::time::sleep(std::time::Duration::from_millis(5)).await;
        }
        panic!("a transaction stays open");
    }

    pub fn note(&self) {
        self.checkpoints.add(&self.sealer.checkpoint().unwrap()).unwrap();
    }

    pub async fn verify(&self) -> Report {
        verify(&self.house, &self.checkpoints).await.unwrap()
    }

    /// The entries by place.
    pub async fn sealed(&self) -> Vec<Uuid> {
        sqlx::query_scalar("SELECT entry_id FROM audit_seal ORDER BY position")
            .fetch_all(self.db.owner())
            .await
            .unwrap()
    }

    /// What somebody does who owns the database, has switched the triggers off and dropped the rule that each row bears a mark.
    pub async fn tamper(&self, statement: String) {
        let statement = format!(
            "ALTER TABLE audit_entry DROP CONSTRAINT IF EXISTS audit_entry_marked;
             BEGIN; SET LOCAL session_replication_role = replica; {statement}; COMMIT"
        );
        sqlx::raw_sql(sqlx::AssertSqlSafe(statement))
            .execute(self.db.owner())
            .await
            .unwrap();
    }
}

fn file(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("wardlight-trace-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join(name);
    std::fs::remove_file(&path).ok();
    path
}
