//! What the database itself refuses of a call for a nurse, whatever program asks: one open call a patient, made by the patient alone; it goes forward or waits anew, and who was told of it stays once in each round.

use hospital::testing::TestDb;
use sqlx::PgPool;

/// Called by the patient's own account b1; b2 is a nurse.
const CALL: &str = "00000000-0000-0000-0000-0000000000ea";
const CALLER: &str = "00000000-0000-0000-0000-0000000000b1";
const NURSE: &str = "00000000-0000-0000-0000-0000000000b2";
const PATIENT: &str = "00000000-0000-0000-0000-0000000000c1";
const HOSPITAL: &str = "00000000-0000-0000-0000-00000000000a";
const WARD: &str = "00000000-0000-0000-0000-0000000000f1";

async fn called(owner: &PgPool) {
    sqlx::raw_sql(
        "INSERT INTO hospital (id, name, zone, locale) VALUES ('00000000-0000-0000-0000-00000000000a', 'North', 'Africa/Nairobi', 'en-KE');
         INSERT INTO ward (id, hospital_id, name) VALUES ('00000000-0000-0000-0000-0000000000f1', '00000000-0000-0000-0000-00000000000a', 'W');
         INSERT INTO app_user (id, email_sealed, email_blind, display_name, password_hash)
              SELECT id::uuid, '', sha256(id::bytea), 'A', '$argon2id$x'
                FROM (VALUES ('00000000-0000-0000-0000-0000000000b1'), ('00000000-0000-0000-0000-0000000000b2')) AS people (id);
         INSERT INTO patient (id, family_name, given_name, born_on, sex) VALUES ('00000000-0000-0000-0000-0000000000c1', 'Doe', 'Jo', '1970-01-01', 'female');
         INSERT INTO registration (patient_id, hospital_id, hospital_number)
              VALUES ('00000000-0000-0000-0000-0000000000c1', '00000000-0000-0000-0000-00000000000a', '1');
         INSERT INTO portal_account (user_id, patient_id, hospital_id)
              VALUES ('00000000-0000-0000-0000-0000000000b1', '00000000-0000-0000-0000-0000000000c1', '00000000-0000-0000-0000-00000000000a');
         INSERT INTO nurse_call (id, patient_id, hospital_id, ward_id, called_by, called_at)
              VALUES ('00000000-0000-0000-0000-0000000000ea', '00000000-0000-0000-0000-0000000000c1', '00000000-0000-0000-0000-00000000000a',
                      '00000000-0000-0000-0000-0000000000f1', '00000000-0000-0000-0000-0000000000b1', '2026-11-28 08:00Z')",
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

fn make(by: &str) -> String {
    format!(
        "INSERT INTO nurse_call (id, patient_id, hospital_id, ward_id, called_by, called_at)
              VALUES (gen_random_uuid(), '{PATIENT}', '{HOSPITAL}', '{WARD}', '{by}', '2026-11-28 08:20Z')"
    )
}

fn moved(to: &str) -> String {
    format!("UPDATE nurse_call SET {to} WHERE id = '{CALL}'")
}

fn taken(at: &str) -> String {
    moved(&format!("state = 'taken', taken_by = '{NURSE}', taken_at = '{at}'"))
}

const CLOSED: &str = "state = 'closed', closed_by = '00000000-0000-0000-0000-0000000000b2', closed_at = '2026-11-28 08:10Z', closed_how = 'helped'";
const CANCELLED: &str = "state = 'cancelled', cancelled_at = '2026-11-28 08:12Z'";

#[tokio::test]
async fn a_call_goes_only_forward_and_ends() {
    let db = TestDb::new().await;
    let owner = db.owner();
    called(owner).await;
    let rule = |name: &str| Some(name.to_owned());
    assert_eq!(
        broken(owner, make(CALLER)).await,
        rule("nurse_call_one_open"),
        "one at a time"
    );
    assert_eq!(
        broken(owner, moved(CLOSED)).await,
        rule("nurse_call_only_forward"),
        "nobody came"
    );
    assert_eq!(
        broken(owner, moved("state = 'taken'")).await,
        rule("nurse_call_taken_fits"),
        "without who comes"
    );
    assert_eq!(
        broken(owner, taken("2026-11-28 07:59Z")).await,
        rule("nurse_call_in_order"),
        "before it was made"
    );
    assert_eq!(broken(owner, taken("2026-11-28 08:02Z")).await, None);
    assert_eq!(
        broken(owner, taken("2026-11-28 08:03Z")).await,
        rule("nurse_call_only_forward"),
        "somebody else comes already"
    );
    let as_if = moved(&format!("{CLOSED}, taken_by = '{CALLER}'"));
    assert_eq!(broken(owner, as_if).await, rule("nurse_call_taken_stays"));
    let unsaid =
        moved("state = 'closed', closed_by = '00000000-0000-0000-0000-0000000000b2', closed_at = '2026-11-28 08:10Z'");
    assert_eq!(
        broken(owner, unsaid).await,
        rule("nurse_call_closed_fits"),
        "without how"
    );
    assert_eq!(broken(owner, moved(CLOSED)).await, None);
    for next in [moved(CANCELLED), moved(CLOSED), taken("2026-11-28 08:30Z")] {
        assert_eq!(broken(owner, next).await, rule("nurse_call_only_forward"));
    }
    assert_eq!(broken(owner, make(CALLER)).await, None, "the next one");
}

#[tokio::test]
async fn a_call_that_was_taken_waits_anew_in_the_next_round() {
    let db = TestDb::new().await;
    let owner = db.owner();
    called(owner).await;
    let rule = |name: &str| Some(name.to_owned());
    let anew = |round: i32| {
        moved(&format!(
            "state = 'waiting', taken_by = NULL, taken_at = NULL, round = {round}, waits_since = '2026-11-28 08:05Z'"
        ))
    };
    assert_eq!(broken(owner, moved("about = 'pain'")).await, None, "said afterwards");
    assert_eq!(
        broken(owner, moved("about = 'machine'")).await,
        rule("nurse_call_about_stays")
    );
    assert_eq!(
        broken(owner, moved("round = 1")).await,
        rule("nurse_call_waits_in_rounds"),
        "without since when"
    );
    assert_eq!(broken(owner, taken("2026-11-28 08:02Z")).await, None);
    assert_eq!(
        broken(owner, moved("state = 'waiting', taken_by = NULL, taken_at = NULL")).await,
        rule("nurse_call_round_next"),
        "in the same round nobody would be told"
    );
    assert_eq!(broken(owner, anew(2)).await, rule("nurse_call_round_next"));
    let taken_still = moved("state = 'waiting', round = 1, waits_since = '2026-11-28 08:05Z'");
    assert_eq!(broken(owner, taken_still).await, rule("nurse_call_taken_fits"));
    assert_eq!(broken(owner, anew(1)).await, None);
    assert_eq!(
        broken(owner, moved("waits_since = '2026-11-28 08:06Z'")).await,
        rule("nurse_call_round_next")
    );
    assert_eq!(broken(owner, taken("2026-11-28 08:07Z")).await, None);
    let passed_on = CLOSED.replace("helped", "passed_on");
    assert_eq!(broken(owner, moved(&passed_on)).await, rule("nurse_call_how_known"));
    assert_eq!(broken(owner, moved(CLOSED)).await, None);
    assert_eq!(
        broken(owner, anew(2)).await,
        rule("nurse_call_only_forward"),
        "it is over"
    );
}

/// Who does this in whose transaction, and whether the wall lets them.
#[tokio::test]
async fn the_patient_alone_calls_and_the_hospital_alone_comes() {
    let db = TestDb::new().await;
    let owner = db.owner();
    called(owner).await;
    assert_eq!(broken(owner, moved(CANCELLED)).await, None);
    let patient = [("app.user_id", CALLER), ("app.patient_id", PATIENT)];
    let carer = [("app.user_id", NURSE), ("app.proxied_id", PATIENT)];
    let nurse = [("app.user_id", NURSE), ("app.hospital_id", HOSPITAL)];
    let open = format!(
        "UPDATE nurse_call SET state = 'taken', taken_by = '{NURSE}', taken_at = '2026-11-28 08:22Z' WHERE state = 'waiting'"
    );
    let again = "UPDATE nurse_call SET state = 'waiting', taken_by = NULL, taken_at = NULL, round = round + 1, waits_since = '2026-11-28 08:22Z' WHERE state = 'taken'".to_owned();
    let back = "UPDATE nurse_call SET state = 'cancelled', cancelled_at = '2026-11-28 08:23Z' WHERE state IN ('waiting', 'taken')".to_owned();
    for (who, settings, statement, may) in [
        ("a carer calls", &carer, make(NURSE), false),
        ("the hospital calls", &nurse, make(NURSE), false),
        ("the patient calls as another", &patient, make(NURSE), false),
        ("the patient calls", &patient, make(CALLER), true),
        ("the patient comes", &patient, open.clone(), false),
        ("the hospital takes it back", &nurse, back.clone(), false),
        ("the hospital comes", &nurse, open.clone(), true),
        ("the patient says that nobody has come", &patient, again.clone(), true),
        ("the hospital comes again", &nurse, open, true),
        ("the hospital gives it back", &nurse, again, true),
        ("the patient takes it back", &patient, back, true),
    ] {
        let mut tx = db.app.begin().await.unwrap();
        for (name, value) in settings {
            sqlx::query("SELECT set_config($1, $2, true)")
                .bind(name)
                .bind(value)
                .execute(&mut *tx)
                .await
                .unwrap();
        }
        // reviewed: words of this file alone
        let done = sqlx::query(sqlx::AssertSqlSafe(statement)).execute(&mut *tx).await;
        match done {
            Ok(done) => {
                assert_eq!((done.rows_affected() == 1, may), (true, true), "{who}");
                tx.commit().await.unwrap();
            }
            Err(refused) => {
                let code = refused
                    .as_database_error()
                    .and_then(|error| error.code().map(std::borrow::Cow::into_owned));
                assert_eq!((may, code), (false, Some("42501".to_owned())), "{who}: {refused}");
            }
        }
    }
}

/// Two sweeps at once tell once, and nobody is told of what was taken already.
#[tokio::test]
async fn each_step_of_the_table_is_taken_once() {
    let db = TestDb::new().await;
    let owner = db.owner();
    called(owner).await;
    let step = |step: i16, told: &str| {
        format!("INSERT INTO nurse_call_step (call_id, step, at, told_user) VALUES ('{CALL}', {step}, now(), '{told}')")
    };
    assert_eq!(broken(owner, step(0, NURSE)).await, None);
    assert_eq!(
        broken(owner, step(0, CALLER)).await,
        None,
        "several are told as they call"
    );
    assert_eq!(
        broken(owner, step(0, NURSE)).await.as_deref(),
        Some("nurse_call_step_told_once")
    );
    assert_eq!(broken(owner, step(1, NURSE)).await, None);
    assert_eq!(
        broken(owner, step(1, CALLER)).await.as_deref(),
        Some("nurse_call_step_once")
    );
    // That nobody was there is written once, and uses up no step.
    let nobody = || {
        format!("INSERT INTO nurse_call_step (call_id, step, at, skipped_reason) VALUES ('{CALL}', 2, now(), 'nobody')")
    };
    assert_eq!(broken(owner, nobody()).await, None);
    assert_eq!(
        broken(owner, nobody()).await.as_deref(),
        Some("nurse_call_step_nobody_once")
    );
    assert_eq!(broken(owner, step(2, NURSE)).await, None);
    let on_ward = format!(
        "INSERT INTO nurse_call_step (call_id, step, at, told_user, on_ward) VALUES ('{CALL}', 3, now(), '{NURSE}', true)"
    );
    assert_eq!(
        broken(owner, on_ward).await.as_deref(),
        Some("nurse_call_step_on_ward_told")
    );
    assert_eq!(broken(owner, taken("2026-11-28 08:02Z")).await, None);
    let mut tx = db.app.begin().await.unwrap();
    sqlx::query("SELECT set_config('app.hospital_id', $1, true)")
        .bind(HOSPITAL)
        .execute(&mut *tx)
        .await
        .unwrap();
    // reviewed: words of this file alone
    let late = sqlx::query(sqlx::AssertSqlSafe(step(3, NURSE)))
        .execute(&mut *tx)
        .await
        .unwrap_err();
    assert_eq!(
        late.as_database_error().and_then(|error| error.code()).as_deref(),
        Some("42501"),
        "{late}"
    );
}

/// The house's own work learns in which hospitals one waits, and nothing else; nobody else learns that. The patient does not see who was told, and
/// learns that somebody was.
#[tokio::test]
async fn only_the_houses_work_learns_where_one_waits() {
    let db = TestDb::new().await;
    called(db.owner()).await;
    let told =
        format!("INSERT INTO nurse_call_step (call_id, step, at, told_user) VALUES ('{CALL}', 0, now(), '{NURSE}')");
    assert_eq!(broken(db.owner(), told).await, None);
    for (setting, value, waits, calls, steps, heard) in [
        ("app.task", "jobs", 1_usize, 0_i64, 0_i64, "nobody"),
        ("app.task", "watch", 0, 0, 0, "nobody"),
        ("app.hospital_id", HOSPITAL, 0, 1, 1, "on_call"),
        ("app.patient_id", PATIENT, 0, 1, 0, "on_call"),
        ("app.patient_id", CALLER, 0, 0, 0, "nobody"),
    ] {
        let mut tx = db.app.begin().await.unwrap();
        sqlx::query("SELECT set_config($1, $2, true)")
            .bind(setting)
            .bind(value)
            .execute(&mut *tx)
            .await
            .unwrap();
        let found: Vec<uuid::Uuid> = sqlx::query_scalar("SELECT waits FROM call_waits() AS waits")
            .fetch_all(&mut *tx)
            .await
            .unwrap();
        let seen: (i64, i64) =
            sqlx::query_as("SELECT (SELECT count(*) FROM nurse_call), (SELECT count(*) FROM nurse_call_step)")
                .fetch_one(&mut *tx)
                .await
                .unwrap();
        let says: String = sqlx::query_scalar("SELECT call_heard($1::uuid)")
            .bind(CALL)
            .fetch_one(&mut *tx)
            .await
            .unwrap();
        assert_eq!(
            (found.len(), seen, says.as_str()),
            (waits, (calls, steps), heard),
            "{setting} {value}"
        );
    }
}
