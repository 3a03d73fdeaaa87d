//! People of whom entries tell again and again are kept once, as a set. Whatever is done to a set is found and named, and nothing that is lost of one loses an entry.

use domain::access::Action;
use domain::ids::{PatientId, WardId};
use hospital::audit::{BOARD, Entry, Fault, record};
use hospital::{Clock, Ctx, House, Keys};
use uuid::Uuid;

use super::Trace;

/// A ward and who is on it.
struct Board {
    ward: WardId,
    people: Vec<PatientId>,
}

impl Board {
    fn of(people: usize) -> Self {
        Self {
            ward: WardId(Uuid::now_v7()),
            people: (0..people).map(|_| PatientId(Uuid::now_v7())).collect(),
        }
    }

    /// Somebody looks at it.
    async fn look(&self, ctx: &Ctx) {
        let entry = Entry::ward(Action::WatchWard, self.ward).of(self.people.iter().copied());
        record(ctx, entry.kinds(BOARD)).await.unwrap();
    }
}

/// How many entries name a set, lines of people, sets, and people in sets there are.
async fn counted(trace: &Trace) -> (i64, i64, i64, i64) {
    sqlx::query_as(
        "SELECT (SELECT count(*) FROM audit_entry WHERE set_id IS NOT NULL), (SELECT count(*) FROM audit_patient),
                (SELECT count(*) FROM audit_set), (SELECT count(*) FROM audit_set_patient)",
    )
    .fetch_one(trace.db.owner())
    .await
    .unwrap()
}

/// A board of thirty that was looked at three times, sealed and noted; the two entries that name its set, and the set.
async fn looked_at(name: &str) -> (Trace, Vec<Uuid>, Vec<u8>) {
    let mut trace = Trace::open(name).await;
    let board = Board::of(30);
    for _ in 0..3 {
        board.look(&trace.ctx()).await;
    }
    assert_eq!(trace.seal().await, 3);
    trace.note();
    let mut entries: Vec<Uuid> = sqlx::query_scalar("SELECT id FROM audit_entry WHERE set_id IS NOT NULL")
        .fetch_all(trace.db.owner())
        .await
        .unwrap();
    entries.sort_unstable();
    let set = sqlx::query_scalar("SELECT id FROM audit_set")
        .fetch_one(trace.db.owner())
        .await
        .unwrap();
    (trace, entries, set)
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_looked_at_a_second_time_together_is_kept_once() {
    let (trace, entries, _) = looked_at("sets").await;
    assert_eq!(entries.len(), 2);
    assert_eq!(
        counted(&trace).await,
        (2, 30, 1, 30),
        "the first time each had a line of their own"
    );
    let report = trace.verify().await;
    assert!(report.is_clean() && report.sealed == 3, "{report:?}");

    // Others on the ward are another set; a few are none, however often.
    let (other, few) = (Board::of(31), Board::of(3));
    for _ in 0..4 {
        other.look(&trace.ctx()).await;
        few.look(&trace.ctx()).await;
    }
    assert_eq!(counted(&trace).await, (5, 30 + 31 + 4 * 3, 2, 61));
    assert!(trace.verify().await.is_clean());
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_is_done_to_a_set_is_named() {
    const ONE: &str = "(SELECT min(whom::text)::uuid FROM audit_set_patient)";
    const NEW: &str = "'00000000-0000-0000-0000-0000000000c9'::uuid";
    type Named = fn(&[Uuid], &[u8]) -> Vec<Fault>;
    let of_the_set: Named = |_, set| vec![Fault::SetDiffers(set.to_vec())];
    let hidden: Named = |entries, _| entries.iter().copied().map(Fault::Hidden).collect();
    let listed: Named = |entries, _| entries.iter().copied().map(Fault::Listed).collect();
    let cases = [
        (
            "one is taken out of the lists",
            format!("DELETE FROM audit_set_patient WHERE whom = {ONE}"),
            of_the_set,
        ),
        (
            "one is put into the lists",
            format!("INSERT INTO audit_set_patient (whom, month, set_id, hospital_id) SELECT {NEW}, month, id, hospital_id FROM audit_set"),
            of_the_set,
        ),
        (
            "the lists are another hospital's",
            "UPDATE audit_set_patient SET hospital_id = gen_random_uuid()".to_owned(),
            of_the_set,
        ),
        (
            "one is taken out of the set and the lists",
            format!("UPDATE audit_set SET patients = array_remove(patients, {ONE}); DELETE FROM audit_set_patient WHERE whom = {ONE}"),
            hidden,
        ),
        (
            "one is put into the set and the lists",
            format!(
                "UPDATE audit_set SET patients = patients || {NEW};
                 INSERT INTO audit_set_patient (whom, month, set_id, hospital_id) SELECT {NEW}, month, id, hospital_id FROM audit_set"
            ),
            listed,
        ),
        (
            "the set and its lists are another hospital's",
            "UPDATE audit_set_patient SET hospital_id = '00000000-0000-0000-0000-00000000000a';
             UPDATE audit_set SET hospital_id = '00000000-0000-0000-0000-00000000000a'"
                .to_owned(),
            hidden,
        ),
        (
            "the set and its lists are removed",
            "DELETE FROM audit_set_patient; DELETE FROM audit_set".to_owned(),
            hidden,
        ),
        (
            "the entries name it no more",
            "UPDATE audit_entry SET set_month = NULL, set_id = NULL WHERE set_id IS NOT NULL".to_owned(),
            hidden,
        ),
    ];
    for (place, (what, statement, named)) in cases.into_iter().enumerate() {
        let (trace, entries, set) = looked_at(&format!("set-{place}")).await;
        trace.tamper(statement).await;
        let mut faults = trace.verify().await.faults;
        faults.sort_by_key(ToString::to_string);
        assert_eq!(faults, named(&entries, &set), "{what}");
        assert!(faults.iter().all(|fault| !fault.to_string().is_empty()));
    }
}

/// The mark is of the people, not of the name of their set.
#[tokio::test(flavor = "multi_thread")]
async fn an_entry_that_tells_of_others_than_its_set_was_changed() {
    let (trace, entries, _) = looked_at("set-changed").await;
    trace
        .tamper("UPDATE audit_entry SET patients = patients[2:] WHERE set_id IS NOT NULL".to_owned())
        .await;
    let faults = trace.verify().await.faults;
    for (place, entry) in trace.sealed().await.into_iter().enumerate().skip(1) {
        assert!(entries.contains(&entry));
        assert!(faults.contains(&Fault::Changed(place as i64 + 1, entry)), "{faults:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn two_programs_that_keep_the_same_sets_at_once_keep_each_once() {
    let mut trace = Trace::open("set-twice").await;
    let other = House::new(
        trace.db.app.clone(),
        trace.db.ingest.clone(),
        Clock::system(),
        Keys::for_tests(),
    );
    let boards: Vec<Board> = (0..5).map(|more| Board::of(20 + more)).collect();
    let mut looks = Vec::new();
    for board in boards.iter().cycle().take(20 * boards.len()) {
        let elsewhere = Ctx::new(other.clone(), trace.achieng.clone(), Uuid::now_v7());
        for ctx in [trace.ctx(), elsewhere] {
            looks.push(async move { board.look(&ctx).await });
        }
    }
    futures::future::join_all(looks).await;
    let (named, _, sets, people) = counted(&trace).await;
    assert_eq!((named, sets, people), (200 - 2 * 5, 5, 20 + 21 + 22 + 23 + 24));
    assert_eq!(trace.seal().await, 200);
    trace.note();
    let report = trace.verify().await;
    assert!(report.is_clean(), "{report:?}");
}

/// A database that is restored under a running server knows less than the server thinks.
#[tokio::test(flavor = "multi_thread")]
async fn a_set_that_is_gone_loses_no_entry_and_is_kept_again() {
    let trace = Trace::open("set-lost").await;
    let board = Board::of(30);
    for _ in 0..2 {
        board.look(&trace.ctx()).await;
    }
    assert_eq!(counted(&trace).await, (1, 30, 1, 30));
    trace
        .tamper(
            "DELETE FROM audit_entry; DELETE FROM audit_patient; DELETE FROM audit_set_patient; DELETE FROM audit_set"
                .to_owned(),
        )
        .await;
    board.look(&trace.ctx()).await;
    assert_eq!(
        counted(&trace).await,
        (0, 30, 0, 0),
        "told in lines, because its set is gone"
    );
    for _ in 0..2 {
        board.look(&trace.ctx()).await;
    }
    assert_eq!(counted(&trace).await, (1, 60, 1, 30));
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_changes_removes_or_empties_sets() {
    let (trace, ..) = looked_at("set-grows").await;
    for statement in [
        "UPDATE audit_set SET patients = '{}'",
        "DELETE FROM audit_set",
        "TRUNCATE audit_set CASCADE",
        "UPDATE audit_set_patient SET whom = gen_random_uuid()",
        "DELETE FROM audit_set_patient",
        "TRUNCATE audit_set_patient",
    ] {
        let code = async |pool: &sqlx::PgPool| {
            let refusal = sqlx::query(statement).execute(pool).await;
            let error = refusal.expect_err(statement);
            error.as_database_error().unwrap().code().unwrap().into_owned()
        };
        assert_eq!(code(trace.db.owner()).await, "23001", "{statement}");
        for role in [&trace.db.app, &trace.db.ingest] {
            assert_eq!(code(role).await, "42501", "{statement}");
        }
    }
}
