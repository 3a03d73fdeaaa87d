//! The table of readings: its indexes, its partitions, how long they stay, and the one role that writes them.

use hospital::testing::TestDb;

/// Each further index costs every reading that comes in.
#[tokio::test]
async fn readings_have_their_key_and_a_brin_index_on_time_and_no_other() {
    let db = TestDb::new().await;
    sqlx::query("SELECT ensure_reading_partition((now() AT TIME ZONE 'UTC')::date)")
        .execute(&db.app)
        .await
        .unwrap();
    let indexes: Vec<(String, Vec<String>)> = sqlx::query_as(
        "SELECT format('%s %s', t.relkind, am.amname),
                ARRAY(SELECT a.attname::text FROM unnest(i.indkey) WITH ORDINALITY AS k (n, place)
                        JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.n ORDER BY k.place)
           FROM pg_index i
           JOIN pg_class t ON t.oid = i.indrelid
           JOIN pg_class c ON c.oid = i.indexrelid
           JOIN pg_am am   ON am.oid = c.relam
          WHERE t.oid = 'reading'::regclass OR t.oid IN (SELECT inhrelid FROM pg_inherits WHERE inhparent = 'reading'::regclass)
          ORDER BY 1",
    )
    .fetch_all(db.owner())
    .await
    .unwrap();
    let expected = [
        ("p brin", vec!["taken_at"]),
        ("p btree", vec!["device_id", "taken_at", "seq"]),
    ];
    let of_partition = [
        ("r brin", vec!["taken_at"]),
        ("r btree", vec!["device_id", "taken_at", "seq"]),
    ];
    let found: Vec<(&str, Vec<&str>)> = indexes
        .iter()
        .map(|(index, columns)| (index.as_str(), columns.iter().map(String::as_str).collect()))
        .collect();
    assert_eq!(found, [expected, of_partition].concat());
}

/// How long readings are kept is the owner's to say: a serving role that was taken over cannot empty the hospital.
#[tokio::test]
async fn the_serving_role_drops_only_what_the_owner_lets_go() {
    let db = TestDb::new().await;
    sqlx::query(
        "SELECT ensure_reading_partition((now() AT TIME ZONE 'UTC')::date - days) FROM generate_series(0, 3) AS days",
    )
    .execute(&db.app)
    .await
    .unwrap();
    for forbidden in [
        "UPDATE reading_retention SET keep_days = 1",
        "DELETE FROM reading_retention",
        "INSERT INTO reading_retention (keep_days) VALUES (1)",
    ] {
        let refusal = sqlx::query(forbidden).execute(&db.app).await.unwrap_err();
        assert_eq!(
            refusal.as_database_error().unwrap().code().unwrap(),
            "42501",
            "{forbidden}"
        );
    }
    assert_eq!(dropped(&db).await, 0);
    sqlx::query("UPDATE reading_retention SET keep_days = 1")
        .execute(db.owner())
        .await
        .unwrap();
    assert_eq!(
        dropped(&db).await,
        0,
        "a day stays until it is told by the minute, with what lies around its alarms"
    );
    sqlx::query(
        "INSERT INTO reading_told (day, heard_until, inserted, settled_at)
         SELECT (now() AT TIME ZONE 'UTC')::date - days, now(), 0, now() FROM generate_series(0, 3) AS days",
    )
    .execute(&db.app)
    .await
    .unwrap();
    assert_eq!(dropped(&db).await, 2, "today and yesterday stay");
}

async fn dropped(db: &TestDb) -> i32 {
    sqlx::query_scalar("SELECT drop_old_reading_partitions()")
        .fetch_one(&db.app)
        .await
        .unwrap()
}

#[tokio::test]
async fn a_partition_opens_to_nobody_by_its_own_name() {
    let db = TestDb::new().await;
    // Made as the worker makes it: by the serving role, through the function.
    sqlx::query(
        "SELECT ensure_reading_partition((now() AT TIME ZONE 'UTC')::date + days) FROM generate_series(-1, 2) AS days",
    )
    .execute(&db.app)
    .await
    .unwrap();
    let open: Vec<(String, String, bool)> = sqlx::query_as(
        "SELECT c.relname::text, role, has_table_privilege(role, c.oid, 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER')
                                    OR has_any_column_privilege(role, c.oid, 'SELECT, INSERT, UPDATE, REFERENCES')
           FROM pg_class c, unnest(ARRAY['wardlight_app', 'wardlight_ingest', 'public']) AS role
          WHERE c.relispartition AND c.relkind = 'r'",
    )
    .fetch_all(db.owner())
    .await
    .unwrap();
    let of_readings = open.iter().filter(|(partition, ..)| partition.starts_with("reading_"));
    assert_eq!(of_readings.count(), 12, "four partitions and three roles");
    assert!(open.iter().any(|(partition, ..)| partition.starts_with("audit_entry_")));
    for (partition, role, is_open) in open {
        assert!(!is_open, "{role} has rights on {partition}");
    }
}

#[tokio::test]
async fn the_writer_of_readings_touches_nothing_else() {
    let db = TestDb::new().await;
    let rights: Vec<(String, Vec<String>)> = sqlx::query_as(
        "SELECT table_name::text, array_agg(privilege_type::text ORDER BY privilege_type)
           FROM information_schema.role_table_grants WHERE grantee = 'wardlight_ingest' GROUP BY table_name ORDER BY table_name",
    )
    .fetch_all(db.owner())
    .await
    .unwrap();
    let allowed: Vec<(&str, Vec<&str>)> = rights
        .iter()
        .map(|(table, rights)| (table.as_str(), rights.iter().map(String::as_str).collect()))
        .collect();
    assert_eq!(
        allowed,
        [
            ("alarm", vec!["INSERT", "SELECT", "UPDATE"]),
            ("alarm_curve", vec!["INSERT", "SELECT"]),
            ("alarm_event", vec!["INSERT", "SELECT"]),
            ("reading", vec!["INSERT", "SELECT"])
        ]
    );
    let columns: Vec<String> = sqlx::query_scalar(
        "SELECT DISTINCT table_name::text FROM information_schema.role_column_grants
          WHERE grantee = 'wardlight_ingest' AND table_name NOT IN ('alarm', 'alarm_curve', 'alarm_event', 'reading')",
    )
    .fetch_all(db.owner())
    .await
    .unwrap();
    assert_eq!(columns, Vec::<String>::new());
}
