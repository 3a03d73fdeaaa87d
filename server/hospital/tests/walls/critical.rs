//! What the database itself refuses of a critical value, whatever program asks: it goes only forward, nobody reads back their own report, and only the same number is the same.

use hospital::testing::TestDb;
use sqlx::PgPool;

/// Reported by b1; b2 may read it back.
const VALUE: &str = "00000000-0000-0000-0000-0000000000ea";
const REPORTER: &str = "00000000-0000-0000-0000-0000000000b1";
const READER: &str = "00000000-0000-0000-0000-0000000000b2";

async fn reported(owner: &PgPool) {
    sqlx::raw_sql(
        "INSERT INTO hospital (id, name, zone, locale) VALUES ('00000000-0000-0000-0000-00000000000a', 'North', 'Africa/Nairobi', 'en-KE');
         INSERT INTO app_user (id, email_sealed, email_blind, display_name, password_hash)
              SELECT id::uuid, '', sha256(id::bytea), 'A', '$argon2id$x'
                FROM (VALUES ('00000000-0000-0000-0000-0000000000b1'), ('00000000-0000-0000-0000-0000000000b2')) AS people (id);
         INSERT INTO patient (id, family_name, given_name, born_on, sex) VALUES ('00000000-0000-0000-0000-0000000000c1', 'Doe', 'Jo', '1970-01-01', 'female');
         INSERT INTO registration (patient_id, hospital_id, hospital_number)
              VALUES ('00000000-0000-0000-0000-0000000000c1', '00000000-0000-0000-0000-00000000000a', '1');
         INSERT INTO critical_value (id, patient_id, hospital_id, code, name, value, unit, side, published, measured_at, reported_by, reported_at)
              VALUES ('00000000-0000-0000-0000-0000000000ea', '00000000-0000-0000-0000-0000000000c1', '00000000-0000-0000-0000-00000000000a', '6298-4', 'Potassium', 6.9,
                      'mmol/L', 'high', '6 mmol/L', '2026-11-27 08:00Z', '00000000-0000-0000-0000-0000000000b1', '2026-11-27 08:10Z')",
    )
    .execute(owner)
    .await
    .unwrap();
}

/// The rule that this breaks; none when it is done.
async fn broken(owner: &PgPool, statement: String) -> Option<String> {
    // reviewed: words of this file alone
    let done = sqlx::query(sqlx::AssertSqlSafe(statement)).execute(owner).await;
    let refused = done.err()?;
    let of_database = refused.as_database_error().unwrap_or_else(|| panic!("{refused}"));
    Some(
        of_database
            .constraint()
            .unwrap_or_else(|| panic!("{refused}"))
            .to_owned(),
    )
}

fn heard(by: &str, value: &str, agrees: bool) -> String {
    format!(
        "INSERT INTO critical_read (critical_id, by_user, at, value, agrees) VALUES ('{VALUE}', '{by}', '2026-11-27 08:14Z', {value}, {agrees})"
    )
}

fn moved(to: &str) -> String {
    format!("UPDATE critical_value SET {to} WHERE id = '{VALUE}'")
}

fn read_by(user: &str) -> String {
    moved(&format!(
        "state = 'read', read_by = '{user}', read_at = '2026-11-27 08:14Z'"
    ))
}

fn closed() -> String {
    moved(&format!(
        "state = 'closed', action = 'Calcium given', closed_by = '{READER}', closed_at = '2026-11-27 08:40Z'"
    ))
}

const WITHDRAWN: &str = "state = 'withdrawn', withdrawn_reason = 'Haemolysed', withdrawn_at = '2026-11-27 08:50Z'";

#[tokio::test]
async fn a_critical_value_is_read_back_by_somebody_else_with_the_same_number() {
    let db = TestDb::new().await;
    let owner = db.owner();
    reported(owner).await;
    let rule = |name: &str| Some(name.to_owned());
    assert_eq!(
        broken(owner, read_by(READER)).await,
        rule("critical_value_heard"),
        "nobody has typed it"
    );
    assert_eq!(
        broken(owner, heard(READER, "9.6", true)).await,
        rule("critical_read_agrees_when_same")
    );
    assert_eq!(
        broken(owner, heard(READER, "6.90", false)).await,
        rule("critical_read_agrees_when_same")
    );
    assert_eq!(
        broken(owner, heard(REPORTER, "6.9", true)).await,
        rule("critical_read_by_another")
    );
    assert_eq!(
        broken(owner, heard(READER, "'NaN'", false)).await,
        rule("critical_read_value_finite")
    );
    assert_eq!(
        broken(owner, heard(READER, "9.6", false)).await,
        None,
        "what was misheard stays"
    );
    assert_eq!(
        broken(owner, read_by(READER)).await,
        rule("critical_value_heard"),
        "a misheard value is not read back"
    );
    assert_eq!(broken(owner, heard(READER, "6.90", true)).await, None);
    assert_eq!(broken(owner, read_by(REPORTER)).await, rule("critical_value_heard"));
    assert_eq!(broken(owner, closed()).await, rule("critical_value_only_forward"));
    assert_eq!(broken(owner, read_by(READER)).await, None);
    assert_eq!(
        broken(owner, heard(READER, "6.9", true)).await,
        rule("critical_read_while_open")
    );
}

#[tokio::test]
async fn a_critical_value_goes_only_forward_and_ends() {
    let db = TestDb::new().await;
    let owner = db.owner();
    reported(owner).await;
    let rule = |name: &str| Some(name.to_owned());
    let forward = || rule("critical_value_only_forward");
    assert_eq!(broken(owner, heard(READER, "6.9", true)).await, None);
    assert_eq!(broken(owner, read_by(READER)).await, None);
    assert_eq!(
        broken(owner, moved("state = 'open', read_by = NULL, read_at = NULL")).await,
        forward()
    );
    assert_eq!(
        broken(owner, moved("state = 'closed'")).await,
        rule("critical_value_closed_fits"),
        "without what was done"
    );
    let as_if = moved(&format!("{WITHDRAWN}, read_by = NULL, read_at = NULL"));
    assert_eq!(broken(owner, as_if).await, rule("critical_value_read_stays"));
    assert_eq!(broken(owner, closed()).await, None);
    for next in [moved(WITHDRAWN), closed(), read_by(READER)] {
        assert_eq!(broken(owner, next).await, forward());
    }
}

#[tokio::test]
async fn a_critical_value_says_why_somebody_must_act() {
    let db = TestDb::new().await;
    let owner = db.owner();
    reported(owner).await;
    let with = |side: &str, published: &str, reason: &str, measured: &str| {
        format!(
            "INSERT INTO critical_value (id, patient_id, hospital_id, name, value, unit, side, published, reason, measured_at, reported_by, reported_at)
                  VALUES (gen_random_uuid(), '00000000-0000-0000-0000-0000000000c1', '00000000-0000-0000-0000-00000000000a', 'Troponin', 52, 'ng/L', {side}, {published}, {reason},
                          '{measured}', '{REPORTER}', '2026-11-27 08:10Z')"
        )
    };
    let (then, later) = ("2026-11-27 08:00Z", "2026-11-27 08:11Z");
    for (statement, rule) in [
        (with("NULL", "NULL", "NULL", then), Some("critical_value_says_why")),
        (
            with("'high'", "NULL", "'Rising'", then),
            Some("critical_value_limit_whole"),
        ),
        (
            with("NULL", "NULL", "'Rising'", later),
            Some("critical_value_measured_before"),
        ),
        (with("NULL", "NULL", "'Rising'", then), None),
    ] {
        assert_eq!(broken(owner, statement).await.as_deref(), rule);
    }
}

/// Two sweeps at once tell once, and nobody is told of what was read back already.
#[tokio::test]
async fn each_step_of_the_table_is_taken_once() {
    let db = TestDb::new().await;
    let owner = db.owner();
    reported(owner).await;
    let step = |step: i16, told: &str| {
        format!(
            "INSERT INTO critical_step (critical_id, step, at, told_user) VALUES ('{VALUE}', {step}, now(), '{told}')"
        )
    };
    assert_eq!(broken(owner, step(0, READER)).await, None);
    assert_eq!(
        broken(owner, step(0, REPORTER)).await,
        None,
        "several are told as it is reported"
    );
    assert_eq!(
        broken(owner, step(0, READER)).await.as_deref(),
        Some("critical_step_told_once")
    );
    assert_eq!(broken(owner, step(1, READER)).await, None);
    assert_eq!(
        broken(owner, step(1, REPORTER)).await.as_deref(),
        Some("critical_step_once")
    );
    assert_eq!(broken(owner, heard(READER, "6.9", true)).await, None);
    assert_eq!(broken(owner, read_by(READER)).await, None);
    let mut tx = db.app.begin().await.unwrap();
    sqlx::query("SELECT set_config('app.hospital_id', '00000000-0000-0000-0000-00000000000a', true)")
        .execute(&mut *tx)
        .await
        .unwrap();
    // reviewed: words of this file alone
    let late = sqlx::query(sqlx::AssertSqlSafe(step(2, READER)))
        .execute(&mut *tx)
        .await
        .unwrap_err();
    assert_eq!(
        late.as_database_error().and_then(|error| error.code()).as_deref(),
        Some("42501"),
        "{late}"
    );
}

/// The house's own work learns in which hospitals one waits, and nothing else; nobody else learns that.
#[tokio::test]
async fn only_the_houses_work_learns_where_one_waits() {
    let db = TestDb::new().await;
    reported(db.owner()).await;
    for (task, waits) in [("jobs", 1_usize), ("", 0), ("watch", 0)] {
        let mut tx = db.app.begin().await.unwrap();
        sqlx::query("SELECT set_config('app.task', $1, true)")
            .bind(task)
            .execute(&mut *tx)
            .await
            .unwrap();
        let found: Vec<uuid::Uuid> = sqlx::query_scalar("SELECT waits FROM critical_waits() AS waits")
            .fetch_all(&mut *tx)
            .await
            .unwrap();
        assert_eq!(found.len(), waits, "{task}");
        let seen: i64 = sqlx::query_scalar("SELECT count(*) FROM critical_value")
            .fetch_one(&mut *tx)
            .await
            .unwrap();
        assert_eq!(seen, 0, "{task} sees whose it is");
    }
}
