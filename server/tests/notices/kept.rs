//! How long what was told stays, how much of it, and what it costs to count.

use domain::notices::{Kind, Topic};
use hospital::jobs::at_work;
use hospital::notices::keep::keep;

use super::*;

async fn turn(at: &Wardlight) {
    keep(&at_work(&at.house)).await.unwrap();
}

async fn rows(at: &Wardlight, email: &str) -> (i64, i64) {
    sqlx::query_as("SELECT count(*), count(*) FILTER (WHERE n.read_at IS NULL) FROM notice n JOIN app_user u ON u.id = n.user_id WHERE u.email_blind = $1")
        .bind(blind(email))
        .fetch_one(at.db.owner())
        .await
        .unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn half_a_year_and_five_hundred_a_person() {
    let at = Wardlight::open().await;
    sqlx::query(
        "INSERT INTO notice (id, user_id, at, kind, side, read_at)
         SELECT gen_random_uuid(), $1, now() - n * interval '6 hours', 'factor.added', 'account', CASE WHEN n <= 400 THEN now() END FROM generate_series(1, 800) AS n",
    )
    .bind(at.user(RAO).await.0)
    .execute(at.db.owner())
    .await
    .unwrap();
    turn(&at).await;
    // 720 are younger than 180 days: of them the 320 that are not read stay, and the 180 newest of the others.
    let (all, unread) = rows(&at, RAO).await;
    assert_eq!(all, 500);
    assert!((319..=320).contains(&unread), "{unread}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_that_ends_is_told_to_the_admins_once() {
    let at = Wardlight::open().await;
    let device = at.riverbend.devices[0].id.0;
    let ends = async |hours: i32| {
        sqlx::query("UPDATE device_token SET ends_at = now() + $2 * interval '1 hour' WHERE device_id = $1")
            .bind(device)
            .bind(hours)
            .execute(at.db.owner())
            .await
            .unwrap();
        turn(&at).await;
    };
    ends(13).await;
    assert_eq!(kinds(&at, HADDAD).await, Vec::<String>::new(), "there is time yet");
    ends(11).await;
    turn(&at).await;
    assert_eq!(kinds(&at, HADDAD).await, ["device_key.ends"], "once");
    let admin = at.sign_in(HADDAD).await.unwrap();
    let shown = list(&at, "/notifications", &admin).await;
    assert!(
        shown.contains("Monitor 01") && shown.contains("ends within twelve hours"),
        "{shown}"
    );
}

/// With a hundred thousand notices the count reads an index and nothing else, and the list reads the rows of its reader alone.
#[tokio::test(flavor = "multi_thread")]
async fn counting_reads_one_index_however_many_there_are() {
    let at = Wardlight::open().await;
    sqlx::raw_sql(
        "INSERT INTO app_user (id, email_sealed, email_blind, display_name, password_hash)
              SELECT gen_random_uuid(), '', sha256(n::text::bytea), 'N', '$argon2id$x' FROM generate_series(1, 1000) AS n;
         INSERT INTO notice (id, user_id, at, kind, side, hospital_id, read_at)
              SELECT gen_random_uuid(), u.id, now() - n * interval '1 hour', 'care.given', 'staff', h.id, CASE WHEN n > 5 THEN now() END
                FROM (SELECT id FROM app_user WHERE display_name = 'N' OR display_name = 'Dr Anika Rao') AS u
               CROSS JOIN generate_series(1, 100) AS n
               CROSS JOIN (SELECT id FROM hospital ORDER BY name DESC LIMIT 1) AS h;",
    )
    .execute(at.db.owner())
    .await
    .unwrap();
    sqlx::query("VACUUM ANALYZE notice")
        .execute(at.db.owner())
        .await
        .unwrap();
    let her = at.user(RAO).await;
    let mut tx = at.house.app.begin().await.unwrap();
    sqlx::query("SELECT set_config('app.user_id', $1, true), set_config('app.hospital_id', $2, true)")
        .bind(her.to_string())
        .bind(at.riverbend.id.to_string())
        .execute(&mut *tx)
        .await
        .unwrap();
    let count: Vec<String> = sqlx::query_scalar(
        "EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF) SELECT count(*) FROM (SELECT FROM notice n WHERE n.user_id = $1 AND n.read_at IS NULL LIMIT 100) AS few",
    )
    .bind(her.0)
    .fetch_all(&mut *tx)
    .await
    .unwrap();
    let count = count.join("\n");
    println!("{count}");
    assert!(
        count.contains("Index Only Scan using notice_unread") && count.contains("actual rows=5"),
        "{count}"
    );
    let list: Vec<String> = sqlx::query_scalar(
        "EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF) SELECT n.id FROM notice n WHERE n.user_id = $1 ORDER BY (n.read_at IS NULL) DESC, n.at DESC, n.id DESC LIMIT 31",
    )
    .bind(her.0)
    .fetch_all(&mut *tx)
    .await
    .unwrap();
    let list = list.join("\n");
    println!("{list}");
    // One person has 500 at the most: whether they come sorted from the index or are sorted, nobody else's are read.
    assert!(list.contains("notice_listed") && !list.contains("Seq Scan"), "{list}");
}

/// A kind that the database does not know could not be told, and one that the code does not know could not be said.
#[tokio::test(flavor = "multi_thread")]
async fn the_database_knows_the_kinds_and_topics_of_the_code() {
    let at = Wardlight::open().await;
    let names = async |rule: &'static str| -> Vec<String> {
        let rule: String = sqlx::query_scalar("SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = $1")
            .bind(rule)
            .fetch_one(at.db.owner())
            .await
            .unwrap();
        let mut names: Vec<String> = rule.split('\'').skip(1).step_by(2).map(str::to_owned).collect();
        names.sort_unstable();
        names
    };
    let sorted = |mut names: Vec<&'static str>| {
        names.sort_unstable();
        names
    };
    assert_eq!(
        names("notice_kind_known").await,
        sorted(Kind::ALL.iter().map(|kind| kind.name()).collect())
    );
    assert_eq!(
        names("notice_choice_topic_known").await,
        sorted(Topic::ALL.into_iter().map(Topic::name).collect())
    );
}
