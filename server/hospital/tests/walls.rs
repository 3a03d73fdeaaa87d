//! The walls that the roles are: who owns, who is bound by row security, what each role may touch, and that a connection comes back
//! clean. Each new table is guarded, or stands in [`OPEN`] with the reason; a guarded one needs a row in [`one_row_everywhere`], or the
//! test that looks through the wall fails.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails where it stands")]

#[path = "walls/calls.rs"]
mod calls;
#[path = "walls/critical.rs"]
mod critical;
#[path = "walls/names.rs"]
mod names;
#[path = "walls/open.rs"]
mod open;
#[path = "walls/readings.rs"]
mod readings;
#[path = "walls/rows.rs"]
mod rows;
#[path = "walls/urgent.rs"]
mod urgent;

use hospital::testing::TestDb;
use open::OPEN;
use rows::one_row_everywhere;
use sqlx::{Executor, PgPool};

const HOSPITAL: &str = "00000000-0000-0000-0000-00000000000a";

async fn guarded_tables(owner: &PgPool) -> Vec<String> {
    sqlx::query_scalar("SELECT relname::text FROM pg_class WHERE relrowsecurity AND relnamespace = 'public'::regnamespace ORDER BY relname")
        .fetch_all(owner)
        .await
        .unwrap()
}

async fn count(pool: &PgPool, table: &str) -> i64 {
    // reviewed: the name of a table comes from the catalogue, quoted
    sqlx::query_scalar(sqlx::AssertSqlSafe(format!("SELECT count(*) FROM \"{table}\"")))
        .fetch_one(pool)
        .await
        .unwrap()
}

#[tokio::test]
async fn the_serving_roles_are_bound_by_every_wall() {
    let db = TestDb::new().await;
    for (pool, name) in [(&db.app, "wardlight_app"), (&db.ingest, "wardlight_ingest")] {
        let (role, attributes): (String, Vec<bool>) = sqlx::query_as(
            "SELECT rolname::text, ARRAY[rolsuper, rolbypassrls, rolcreatedb, rolcreaterole, rolreplication] FROM pg_roles WHERE rolname = current_user",
        )
        .fetch_one(pool)
        .await
        .unwrap();
        assert_eq!((role.as_str(), attributes), (name, vec![false; 5]));
        let owned: Vec<String> = sqlx::query_scalar(
            "SELECT relname::text FROM pg_class WHERE pg_has_role(current_user, relowner, 'MEMBER')",
        )
        .fetch_all(pool)
        .await
        .unwrap();
        assert_eq!(owned, Vec::<String>::new(), "{name} owns something");
        for forbidden in [
            "CREATE TABLE mine ()",
            "CREATE TEMPORARY TABLE mine ()",
            "SET ROLE wardlight_owner",
            "ALTER TABLE patient DISABLE ROW LEVEL SECURITY",
        ] {
            let refusal = sqlx::query(forbidden).execute(pool).await.unwrap_err();
            assert_eq!(
                refusal.as_database_error().unwrap().code().unwrap(),
                "42501",
                "{name}: {forbidden}"
            );
        }
    }
    let others: Vec<String> =
        sqlx::query_scalar("SELECT relname::text FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND relowner <> 'wardlight_owner'::regrole")
            .fetch_all(db.owner())
            .await
            .unwrap();
    assert_eq!(others, Vec::<String>::new(), "every table belongs to wardlight_owner");
}

#[tokio::test]
async fn who_says_not_who_asks_sees_nothing() {
    let db = TestDb::new().await;
    one_row_everywhere(db.owner()).await;
    let tables = guarded_tables(db.owner()).await;
    assert!(tables.len() >= 9, "{tables:?}");
    for table in &tables {
        assert!(
            count(db.owner(), table).await > 0,
            "{table} has no row, so this test proves nothing for it"
        );
        assert_eq!(count(&db.app, table).await, 0, "{table} is seen without a context");
    }
    // And with one: the wall lets through what it should.
    let mut tx = db.app.begin().await.unwrap();
    sqlx::query("SELECT set_config('app.hospital_id', $1, true)")
        .bind(HOSPITAL)
        .execute(&mut *tx)
        .await
        .unwrap();
    let seen: i64 = sqlx::query_scalar("SELECT count(*) FROM patient JOIN registration ON patient_id = patient.id")
        .fetch_one(&mut *tx)
        .await
        .unwrap();
    assert_eq!(seen, 2);
}

/// Whatever is written of a registered patient is refused for a record that leads to another.
#[tokio::test]
async fn each_table_of_a_registered_patient_refuses_a_record_that_leads_elsewhere() {
    let db = TestDb::new().await;
    let open: Vec<String> = sqlx::query_scalar(
        "SELECT c.conrelid::regclass::text
           FROM pg_constraint c
          WHERE c.contype = 'f' AND c.confrelid = 'registration'::regclass AND c.conrelid <> 'patient_merge'::regclass
            AND NOT EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = c.conrelid AND t.tgname = 'zz_refuse_merged')",
    )
    .fetch_all(db.owner())
    .await
    .unwrap();
    assert_eq!(
        open,
        Vec::<String>::new(),
        "they need the trigger zz_refuse_merged (patients_merge)"
    );
}

/// A person sees their alarms in the portal; to answer one, and what its history says of that, is the ward's.
#[tokio::test]
async fn whoever_sees_their_own_alarm_does_not_answer_it() {
    let db = TestDb::new().await;
    one_row_everywhere(db.owner()).await;
    let mut tx = db.app.begin().await.unwrap();
    sqlx::query("SELECT set_config('app.patient_id', '00000000-0000-0000-0000-0000000000c1', true)")
        .execute(&mut *tx)
        .await
        .unwrap();
    let seen: i64 = sqlx::query_scalar("SELECT count(*) FROM alarm JOIN alarm_event ON alarm_id = alarm.id")
        .fetch_one(&mut *tx)
        .await
        .unwrap();
    let answered = sqlx::query("UPDATE alarm SET sound_paused_until = now()")
        .execute(&mut *tx)
        .await
        .unwrap();
    assert_eq!((seen, answered.rows_affected()), (1, 0));
    let added =
        sqlx::query("INSERT INTO alarm_event (alarm_id, at, event) SELECT id, now(), 'acknowledged' FROM alarm")
            .execute(&mut *tx)
            .await
            .unwrap_err();
    assert_eq!(added.as_database_error().unwrap().code().unwrap(), "42501");
}

/// Tables whose owner and readers are not bound by row security. Partitions are reached through their table only (see below).
async fn unguarded(owner: &PgPool) -> Vec<String> {
    sqlx::query_scalar(
        "SELECT relname::text FROM pg_class
          WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition
            AND NOT (relrowsecurity AND relforcerowsecurity)
          ORDER BY relname",
    )
    .fetch_all(owner)
    .await
    .unwrap()
}

#[tokio::test]
async fn every_table_is_guarded_or_open_for_a_reason() {
    let db = TestDb::new().await;
    let mut open: Vec<&str> = OPEN.iter().map(|(table, _)| *table).collect();
    open.sort_unstable();
    assert_eq!(
        unguarded(db.owner()).await,
        open,
        "FORCE ROW LEVEL SECURITY is missing, or an open table has got it"
    );
    sqlx::query("CREATE TABLE newcomer (id uuid)")
        .execute(db.owner())
        .await
        .unwrap();
    assert!(unguarded(db.owner()).await.contains(&"newcomer".to_owned()));
}

/// `may_see` lets a hospital see what it holds of a person, because it holds nothing of whoever is not registered there.
#[tokio::test]
async fn what_a_hospital_holds_of_a_person_refers_to_their_registration() {
    let db = TestDb::new().await;
    let tables: Vec<(String, bool)> = sqlx::query_as(
        "SELECT t.relname::text,
                EXISTS (SELECT FROM pg_constraint f
                         WHERE f.conrelid = t.oid AND f.contype = 'f' AND f.confrelid = 'registration'::regclass AND f.confmatchtype = 's'
                           AND ARRAY(SELECT a.attname::text FROM pg_attribute a WHERE a.attrelid = t.oid AND a.attnum = ANY (f.conkey) AND a.attnotnull
                                      ORDER BY 1) = ARRAY['hospital_id', 'patient_id'])
           FROM pg_class t JOIN pg_attribute p ON p.attrelid = t.oid AND p.attname = 'patient_id'
          -- The words of a name are the person's, as the name is.
          -- A notice is its reader's, and leads to pages that ask anew.
          -- A conversation belongs to the two who have it, and goes on when a registration ends; no wall of a hospital opens it.
          -- An emergency opens whom another hospital holds: its row names every holder of that moment. That rights changed is told to the house alone.
          WHERE t.relnamespace = 'public'::regnamespace AND t.relkind IN ('r', 'p') AND t.relname NOT IN ('registration', 'break_glass', 'rights_changed', 'patient_name', 'notice', 'chat_room')
          ORDER BY 1",
    )
    .fetch_all(db.owner())
    .await
    .unwrap();
    assert!(tables.len() >= 3, "{tables:?}");
    for (table, refers) in tables {
        assert!(
            refers,
            "{table} names a patient without the hospital that holds the row"
        );
    }
}

/// What reads with the rights of its owner looks past the wall: three functions do, which know dates only, and one that answers how somebody wants to hear of a topic, so that
/// whoever tells them need not see what they chose of anything else. Two answer which chairs are taken when, without by whom: a patient who books has to know. One answers when the last
/// treatment on a machine ended, without of whom: it is disinfected since then or not used. One tells a patient whether anybody was told of their call, without whom. Two tell the house's own work where an
/// urgent message of a patient waits to be read, whose and since when, without a word of it.
#[tokio::test]
async fn nothing_reads_for_others_with_the_rights_of_its_owner() {
    let db = TestDb::new().await;
    let past: Vec<String> = sqlx::query_scalar(
        "SELECT proname::text AS name FROM pg_proc WHERE prosecdef AND pronamespace = 'public'::regnamespace
         UNION ALL
         SELECT relname::text FROM pg_class WHERE relkind IN ('v', 'm', 'f') AND relnamespace = 'public'::regnamespace
            AND NOT (relkind = 'v' AND coalesce('security_invoker=true' = ANY (reloptions), false))
         ORDER BY name",
    )
    .fetch_all(db.owner())
    .await
    .unwrap();
    let expected = [
        "call_heard",
        "call_waits",
        "chat_urgent_waiting",
        "chat_urgent_waits",
        "critical_waits",
        "device_last_ended",
        "drop_old_reading_partitions",
        "ensure_audit_partition",
        "ensure_reading_partition",
        "notice_choice_of",
        "station_busy",
        "station_promised",
    ];
    assert_eq!(past, expected);
}

/// Whom the actor may see is written into the query that asks (`may_see`): a function that is called for each row is a hundred times dearer. The lists that it asks are looked up once.
#[tokio::test]
async fn the_wall_is_looked_up_once_a_query() {
    let db = TestDb::new().await;
    for table in guarded_tables(db.owner()).await {
        // reviewed: the name of a table comes from the catalogue, quoted
        let plan: Vec<String> = sqlx::query_scalar(sqlx::AssertSqlSafe(format!("EXPLAIN SELECT * FROM \"{table}\"")))
            .fetch_all(&db.app)
            .await
            .unwrap();
        assert_eq!(called_for_each_row(&plan), None, "{table}:\n{}", plan.join("\n"));
    }
    // What must not come in: a list that is asked anew for each patient.
    let each = "EXPLAIN SELECT * FROM patient p WHERE p.id = ANY (ARRAY(SELECT o FROM opened_patients() AS o WHERE p.sex <> ''))";
    let plan: Vec<String> = sqlx::query_scalar(each).fetch_all(&db.app).await.unwrap();
    assert!(called_for_each_row(&plan).is_some(), "{}", plan.join("\n"));
}

/// A function in SQL that holds a question is planned anew in each statement that asks it, with the walls of what it reads: two milliseconds for each message that was seen. As a body of plpgsql its
/// plan is kept by the connection.
#[tokio::test]
async fn what_the_wall_asks_of_a_row_is_planned_once_a_connection() {
    let db = TestDb::new().await;
    let anew: Vec<String> = sqlx::query_scalar(
        "SELECT DISTINCT p.proname::text
           FROM pg_depend d
           JOIN pg_proc p     ON p.oid = d.refobjid AND d.refclassid = 'pg_proc'::regclass
           JOIN pg_language l ON l.oid = p.prolang
          WHERE d.classid = 'pg_policy'::regclass AND l.lanname = 'sql' AND NOT p.proretset AND pg_get_functiondef(p.oid) ~* '\\mfrom\\M'",
    )
    .fetch_all(db.owner())
    .await
    .unwrap();
    assert_eq!(anew, [""; 0]);
}

/// A table that somebody makes for the moment is found before the one of the same name, where a function does not say where it looks.
#[tokio::test]
async fn a_list_of_the_wall_reads_no_table_of_the_moment() {
    let db = TestDb::new().await;
    let mut here = db.owner().acquire().await.unwrap();
    sqlx::raw_sql(
        "CREATE TEMP TABLE consent (patient_id uuid, purpose text, to_hospital uuid, during tstzrange);
         INSERT INTO consent VALUES ('00000000-0000-0000-0000-0000000000c1', 'treatment', '00000000-0000-0000-0000-00000000000a', '(,)');
         SELECT set_config('app.subject_id', '00000000-0000-0000-0000-0000000000c1', false),
                set_config('app.hospital_id', '00000000-0000-0000-0000-00000000000a', false),
                set_config('app.user_id', '00000000-0000-0000-0000-0000000000b1', false)",
    )
    .execute(&mut *here)
    .await
    .unwrap();
    let (found, opened): (i64, i64) = sqlx::query_as(
        "SELECT (SELECT count(*) FROM consent), (SELECT count(*) FROM opened_patients() AS opened WHERE opened IS NOT NULL)",
    )
    .fetch_one(&mut *here)
    .await
    .unwrap();
    assert_eq!(
        (found, opened),
        (1, 0),
        "the table of the moment is found, and opens nobody"
    );
}

/// The line of a plan that calls a function of the wall for each row: any call that is not below a part which is worked out once and kept, "hashed SubPlan" or a CTE.
fn called_for_each_row(plan: &[String]) -> Option<&str> {
    const LISTS: [&str; 4] = ["held_devices", "opened_joined", "opened_patients", "opened_times"];
    let depth = |line: &str| line.len() - line.trim_start().len();
    let kept = |line: &str| {
        let part = line.trim();
        part.starts_with("CTE ")
            || (part.starts_with("SubPlan ") && plan.iter().any(|other| other.contains(&format!("(hashed {part})"))))
    };
    let mut above: Vec<&str> = Vec::new();
    for line in plan {
        above.retain(|other| depth(other) < depth(line));
        let calls =
            line.contains("may_see") || line.contains("ProjectSet") || LISTS.iter().any(|list| line.contains(list));
        if calls && !above.iter().any(|other| kept(other)) {
            return Some(line);
        }
        above.push(line);
    }
    None
}

#[tokio::test]
async fn a_transaction_that_nobody_ended_is_rolled_back_when_its_connection_returns() {
    let db = TestDb::new().await;
    one_row_everywhere(db.owner()).await;
    for _ in 0..20 {
        let mut forgotten = db.app.acquire().await.unwrap();
        // As a cancelled `begin` leaves it: sqlx does not know that a transaction is open.
        forgotten.execute("BEGIN").await.unwrap();
        sqlx::query("SELECT set_config('app.hospital_id', $1, true)")
            .bind(HOSPITAL)
            .execute(&mut *forgotten)
            .await
            .unwrap();
        drop(forgotten);
        assert_eq!(
            count(&db.app, "patient").await,
            0,
            "the next one sees through the last one's eyes"
        );
    }
    // A connection is emptied after it was given back, on a busy machine a little later.
    let mut idle: i64 = 1;
    for _ in 0..100 {
        idle = sqlx::query_scalar("SELECT count(*) FROM pg_stat_activity WHERE state LIKE 'idle in transaction%' AND datname = current_database()")
            .fetch_one(db.owner())
            .await
            .unwrap();
        if idle == 0 {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    assert_eq!(idle, 0);
}

#[tokio::test]
async fn each_test_has_a_database_of_its_own_that_goes_with_it() {
    let (one, two) = (TestDb::new().await, TestDb::new().await);
    one_row_everywhere(one.owner()).await;
    assert_eq!(count(two.owner(), "patient").await, 0);
    let name: String = sqlx::query_scalar("SELECT current_database()::text")
        .fetch_one(one.owner())
        .await
        .unwrap();
    drop(one);
    let still: bool = sqlx::query_scalar("SELECT EXISTS (SELECT FROM pg_database WHERE datname = $1)")
        .bind(name)
        .fetch_one(two.owner())
        .await
        .unwrap();
    assert!(!still);
}
