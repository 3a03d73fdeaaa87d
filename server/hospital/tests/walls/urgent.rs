//! An urgent message of a patient that nobody read: the house's own work learns that one waits, whose and since when, of the hospital in which it works; it reads no conversation, and nobody else learns even
//! that. What was read or answered waits no longer.

use hospital::testing::TestDb;
use sqlx::PgPool;

const DOCTOR: &str = "00000000-0000-0000-0000-0000000000b1";
const HOSPITAL: &str = "00000000-0000-0000-0000-00000000000a";
const ELSEWHERE: &str = "00000000-0000-0000-0000-00000000000b";

/// b1 treats c1, who wrote urgently from the account b2; of that somebody was told.
async fn written(owner: &PgPool) {
    sqlx::raw_sql(
        "INSERT INTO hospital (id, name, zone, locale) VALUES ('00000000-0000-0000-0000-00000000000a', 'North', 'Africa/Nairobi', 'en-KE'),
                                                              ('00000000-0000-0000-0000-00000000000b', 'South', 'Africa/Nairobi', 'en-KE');
         INSERT INTO app_user (id, email_sealed, email_blind, display_name, password_hash)
              SELECT id::uuid, '', sha256(id::bytea), 'A', '$argon2id$x'
                FROM (VALUES ('00000000-0000-0000-0000-0000000000b1'), ('00000000-0000-0000-0000-0000000000b2')) AS people (id);
         INSERT INTO patient (id, family_name, given_name, born_on, sex) VALUES ('00000000-0000-0000-0000-0000000000c1', 'Doe', 'Jo', '1970-01-01', 'female');
         INSERT INTO registration (patient_id, hospital_id, hospital_number)
              VALUES ('00000000-0000-0000-0000-0000000000c1', '00000000-0000-0000-0000-00000000000a', '1');
         INSERT INTO chat_room (id, hospital_id, doctor_id, patient_id, begun_at, begun_by)
              VALUES ('00000000-0000-0000-0000-0000000000e5', '00000000-0000-0000-0000-00000000000a', '00000000-0000-0000-0000-0000000000b1',
                      '00000000-0000-0000-0000-0000000000c1', now(), '00000000-0000-0000-0000-0000000000b1');
         INSERT INTO chat_message (id, room_id, sender_id, side, sent_at, text_sealed, is_urgent)
              VALUES ('00000000-0000-0000-0000-0000000000e6', '00000000-0000-0000-0000-0000000000e5', '00000000-0000-0000-0000-0000000000b2', 'patient', now() - interval '2 minutes', '', true);
         INSERT INTO chat_urgent_step (message_id, hospital_id, step, at, told_user)
              VALUES ('00000000-0000-0000-0000-0000000000e6', '00000000-0000-0000-0000-00000000000a', 1, now(), '00000000-0000-0000-0000-0000000000b1')",
    )
    .execute(owner)
    .await
    .unwrap();
}

/// As this actor: hospitals in which one waits, those of the hospital, who was told, and conversations that are seen.
async fn seen(db: &TestDb, [hospital, task, user]: [&str; 3]) -> (i64, i64, i64, i64) {
    let mut tx = db.app.begin().await.unwrap();
    sqlx::query("SELECT set_config('app.hospital_id', $1, true), set_config('app.task', $2, true), set_config('app.user_id', $3, true)")
        .bind(hospital)
        .bind(task)
        .bind(user)
        .execute(&mut *tx)
        .await
        .unwrap();
    sqlx::query_as(
        "SELECT (SELECT count(*) FROM chat_urgent_waits(now() - interval '1 hour')), (SELECT count(*) FROM chat_urgent_waiting(now() - interval '1 hour')),
                (SELECT count(*) FROM chat_urgent_step), (SELECT count(*) FROM chat_message)",
    )
    .fetch_one(&mut *tx)
    .await
    .unwrap()
}

#[tokio::test]
async fn only_the_houses_work_learns_that_one_waits_and_reads_nothing_of_it() {
    let db = TestDb::new().await;
    written(db.owner()).await;
    assert_eq!(seen(&db, ["", "jobs", ""]).await, (1, 0, 0, 0), "where");
    assert_eq!(seen(&db, [HOSPITAL, "jobs", ""]).await, (1, 1, 1, 0), "and there which");
    assert_eq!(
        seen(&db, [ELSEWHERE, "jobs", ""]).await,
        (1, 0, 0, 0),
        "of elsewhere nothing"
    );
    assert_eq!(seen(&db, [HOSPITAL, "watch", ""]).await, (0, 0, 0, 0), "another task");
    assert_eq!(seen(&db, [HOSPITAL, "", DOCTOR]).await, (0, 0, 0, 1), "one of the two");
}

#[tokio::test]
async fn what_was_read_or_answered_waits_no_longer() {
    for done in [
        "UPDATE chat_message SET delivered_at = now(), read_at = now()",
        "INSERT INTO chat_message (id, room_id, sender_id, side, sent_at, text_sealed, is_urgent)
         VALUES (gen_random_uuid(), '00000000-0000-0000-0000-0000000000e5', '00000000-0000-0000-0000-0000000000b1', 'doctor', now(), '', false)",
    ] {
        let db = TestDb::new().await;
        written(db.owner()).await;
        sqlx::query(done).execute(db.owner()).await.unwrap();
        assert_eq!(seen(&db, [HOSPITAL, "jobs", ""]).await, (0, 0, 1, 0), "{done}");
    }
    // Nor does one that was sent too long ago.
    let db = TestDb::new().await;
    written(db.owner()).await;
    sqlx::query("UPDATE chat_message SET sent_at = now() - interval '2 hours'")
        .execute(db.owner())
        .await
        .unwrap();
    assert_eq!(seen(&db, [HOSPITAL, "jobs", ""]).await, (0, 0, 1, 0));
}
