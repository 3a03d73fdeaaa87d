//! The sealer: late commits, failed ones, two at a time, a restored database; and that nobody may write to the trace but by adding.

use domain::access::{Action, Subject};
use domain::ids::PatientId;
use hospital::audit::{Checkpoints, Entry, Kind, Sealer, behind, keep_sealing, record_in};
use uuid::Uuid;

use super::Trace;

fn a_change() -> Entry {
    Entry::patient(Action::AcknowledgeAlarm, PatientId(Uuid::from_u128(7)), &[Kind::Alarms])
}

#[tokio::test(flavor = "multi_thread")]
async fn what_commits_late_with_an_older_time_is_sealed_too_and_nothing_before_it() {
    let mut trace = Trace::open("late").await;
    let ctx = trace.ctx();
    let own = Subject::Account(ctx.actor().user().unwrap());
    let mut slow = ctx.begin(Action::ReadAccount, &own).await.unwrap();
    record_in(&mut slow, &ctx, [a_change()]).await.unwrap();
    trace.open_charts(5).await;
    assert_eq!(
        trace.sealer.seal_all().await.unwrap(),
        0,
        "an older transaction is open"
    );
    slow.commit().await.unwrap();
    assert_eq!(trace.seal().await, 6);
    trace.open_charts(1).await;
    assert_eq!(trace.seal().await, 1);
    trace.note();
    let report = trace.verify().await;
    assert!(report.is_clean(), "{report:?}");
    assert_eq!(report.sealed, 7);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_that_failed_leaves_no_entry_and_no_gap() {
    let mut trace = Trace::open("failed").await;
    let ctx = trace.ctx();
    let own = Subject::Account(ctx.actor().user().unwrap());
    trace.open_charts(1).await;
    let mut fails = ctx.begin(Action::ReadAccount, &own).await.unwrap();
    record_in(&mut fails, &ctx, [a_change()]).await.unwrap();
    fails.rollback().await.unwrap();
    trace.open_charts(1).await;
    assert_eq!(trace.seal().await, 2);
    trace.note();
    assert!(trace.verify().await.is_clean());
}

#[tokio::test(flavor = "multi_thread")]
async fn two_sealers_make_one_chain() {
    let trace = Trace::open("two").await;
    let seal = |house| async move {
        let mut sealer = Sealer::new(&house);
        for _ in 0..40 {
            sealer.seal_all().await.unwrap();
            tokio::task::yield_now().await;
        }
    };
    let (one, two) = (
        tokio::spawn(seal(trace.house.clone())),
        tokio::spawn(seal(trace.house.clone())),
    );
    trace.open_charts(60).await;
    one.await.unwrap();
    two.await.unwrap();
    trace.settle().await;
    let mut sealer = Sealer::new(&trace.house);
    sealer.seal_all().await.unwrap();
    trace.checkpoints.add(&sealer.checkpoint().unwrap()).unwrap();
    let report = trace.verify().await;
    assert!(report.is_clean(), "{report:?}");
    assert_eq!((report.sealed, report.waiting), (60, 0));
}

/// A second's worth at 500 a second waits no longer than one look: a look comes every 200 ms.
#[tokio::test(flavor = "multi_thread")]
async fn one_look_seals_a_seconds_worth() {
    let mut trace = Trace::open("look").await;
    let many = (0..500).map(|_| trace.open_charts(1));
    futures::future::join_all(many).await;
    trace.settle().await;
    assert_eq!(trace.sealer.seal().await.unwrap(), 500);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sealer_that_begins_anew_goes_on_where_the_chain_ends() {
    let mut trace = Trace::open("anew").await;
    trace.open_charts(3).await;
    trace.seal().await;
    trace.open_charts(2).await;
    trace.settle().await;
    let mut next = Sealer::new(&trace.house);
    assert_eq!(next.seal_all().await.unwrap(), 2);
    assert_eq!(next.checkpoint().unwrap().position, 5);
}

/// A database that was restored from a copy counts its transactions from the beginning: what was sealed has higher numbers than what comes.
#[tokio::test(flavor = "multi_thread")]
async fn a_database_that_was_restored_elsewhere_is_sealed_on() {
    let mut trace = Trace::open("restored").await;
    trace.open_charts(3).await;
    trace.seal().await;
    trace.open_charts(2).await; // not sealed when the copy was made
    trace
        .tamper("UPDATE audit_entry SET xid = (xid::text::int8 + 1000000)::text::xid8".to_owned())
        .await;
    trace.open_charts(2).await; // since it was restored
    let mut sealer = Sealer::new(&trace.house);
    assert_eq!(sealer.seal_all().await.unwrap(), 4);
    trace.open_charts(1).await;
    newest_settles(&trace).await;
    assert_eq!(sealer.seal_all().await.unwrap(), 1);
    trace.checkpoints.add(&sealer.checkpoint().unwrap()).unwrap();
    let report = trace.verify().await;
    assert!(report.is_clean(), "{report:?}");
    assert_eq!((report.sealed, report.waiting), (8, 0));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_worker_seals_what_comes_and_notes_it_when_it_stops() {
    let trace = Trace::open("worker").await;
    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    let file = Checkpoints::at(trace.checkpoints.path(), trace.house.audit.keys().clone());
    let worker = tokio::spawn(keep_sealing(trace.house.clone(), file, async move {
        stopped.await.ok();
    }));
    trace.open_charts(20).await;
    trace.settle().await;
    stop.send(()).unwrap();
    worker.await.unwrap();
    let report = trace.verify().await;
    assert!(report.is_clean(), "{report:?}");
    assert_eq!((report.sealed, report.waiting), (20, 0));
    assert!(report.checkpoints >= 1);
}

/// What a server tells of its sealer: that entries wait, and that what was sealed is not noted outside.
#[tokio::test(flavor = "multi_thread")]
async fn a_sealer_that_stalls_and_checkpoints_that_cannot_be_written_are_figures() {
    let mut trace = Trace::open("behind").await;
    trace.open_charts(3).await;
    trace.seal().await;
    assert_eq!(behind(&trace.house).await.unwrap().unsealed, 0.0);
    trace.open_charts(1).await;
    trace.clock.fetch_add(90_000_000, std::sync::atomic::Ordering::SeqCst);
    let stalled = behind(&trace.house).await.unwrap();
    assert!((90.0..120.0).contains(&stalled.unsealed), "{stalled:?}");

    // A folder where the file should be.
    let folder = trace.checkpoints.path().with_extension("folder");
    std::fs::create_dir_all(&folder).unwrap();
    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    let file = Checkpoints::at(folder, trace.house.audit.keys().clone());
    let worker = tokio::spawn(keep_sealing(trace.house.clone(), file, async move {
        stopped.await.ok();
    }));
    while behind(&trace.house).await.unwrap().unsealed > 0.0 {
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    trace.clock.fetch_add(90_000_000, std::sync::atomic::Ordering::SeqCst);
    let unnoted = behind(&trace.house).await.unwrap();
    stop.send(()).unwrap();
    worker.await.unwrap();
    assert!(unnoted.unnoted > 80.0, "{unnoted:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_changes_removes_or_empties_and_the_serving_role_may_not_even_try() {
    let trace = Trace::with_ten_charts_and_three("only-grows").await;
    let partition: String = sqlx::query_scalar("SELECT tableoid::regclass::text FROM audit_entry LIMIT 1")
        .fetch_one(trace.db.owner())
        .await
        .unwrap();
    for statement in [
        "UPDATE audit_entry SET outcome = 'denied'".to_owned(),
        "DELETE FROM audit_entry".to_owned(),
        "TRUNCATE audit_entry".to_owned(),
        format!("UPDATE {partition} SET outcome = 'denied'"),
        format!("DELETE FROM {partition}"),
        format!("TRUNCATE {partition}"),
        "UPDATE audit_patient SET whom = gen_random_uuid()".to_owned(),
        "DELETE FROM audit_patient".to_owned(),
        "TRUNCATE audit_patient".to_owned(),
        "UPDATE audit_seal SET position = position + 100".to_owned(),
        "DELETE FROM audit_seal".to_owned(),
        "TRUNCATE audit_seal".to_owned(),
    ] {
        let code = async |pool: &sqlx::PgPool| {
            let refusal = sqlx::query(sqlx::AssertSqlSafe(statement.clone())).execute(pool).await;
            let error = refusal.expect_err(&statement);
            error.as_database_error().unwrap().code().unwrap().into_owned()
        };
        assert_eq!(code(trace.db.owner()).await, "23001", "{statement}");
        for role in [&trace.db.app, &trace.db.ingest] {
            assert_eq!(code(role).await, "42501", "{statement}");
        }
    }
    let unmarked = sqlx::query("INSERT INTO audit_entry (id, at, actor, action, subject, outcome, request_id) VALUES (gen_random_uuid(), now(), 'staff', 'x', 'house', 'allowed', gen_random_uuid())")
        .execute(&trace.db.app)
        .await
        .unwrap_err();
    assert_eq!(
        unmarked.as_database_error().unwrap().constraint(),
        Some("audit_entry_marked"),
        "each row bears a mark"
    );
    let forged = sqlx::query("INSERT INTO audit_entry (id, at, actor, action, subject, outcome, request_id, xid) VALUES (gen_random_uuid(), now(), 'staff', 'x', 'house', 'allowed', gen_random_uuid(), '3')")
        .execute(&trace.db.app)
        .await
        .unwrap_err();
    assert_eq!(
        forged.as_database_error().unwrap().code().unwrap(),
        "42501",
        "the transaction is PostgreSQL's to name"
    );
}

/// As [`Trace::settle`], for the newest entry alone: those that were restored seem to be of transactions that are still to come.
async fn newest_settles(trace: &Trace) {
    loop {
        let settled: bool = sqlx::query_scalar(
            "SELECT (SELECT xid FROM audit_entry ORDER BY at DESC, id DESC LIMIT 1) < pg_snapshot_xmin(pg_current_snapshot())",
        )
        .fetch_one(trace.db.owner())
        .await
        .unwrap();
        if settled {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    }
}
