//! Refresh tokens: good for one exchange, forgiving of a bad line, merciless to a copy. And what ends a family from outside.

use std::time::Instant;

use aws_lc_rs::digest::{SHA256, digest};
use futures::future::join_all;

use super::*;

async fn families_alive(at: &Wardlight) -> i64 {
    count(at, "SELECT count(*) FROM token_family WHERE ended_at IS NULL").await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_phone_goes_on_from_token_to_token() {
    let at = Wardlight::open().await;
    let mut pair = log_in(&at, RAO).await;
    for _ in 0..5 {
        let next = refresh(&at, &pair.refresh).await.unwrap();
        assert_ne!((&next.access, &next.refresh), (&pair.access, &pair.refresh));
        assert!(is_in(&at, &next.access).await);
        assert!(
            is_in(&at, &pair.access).await,
            "what is under way with the last access token ends in peace"
        );
        pair = next;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lost_answer_is_given_again_and_the_one_nobody_had_is_dead() {
    let at = Wardlight::open().await;
    let first = log_in(&at, RAO).await;
    let lost = refresh(&at, &first.refresh).await.unwrap();
    let again = refresh(&at, &first.refresh).await.unwrap();
    assert!(!is_in(&at, &lost.access).await, "what was lost is worth nothing");
    assert!(is_in(&at, &again.access).await);
    let next = refresh(&at, &again.refresh).await.unwrap();
    assert!(is_in(&at, &next.access).await);
    assert_eq!(
        count(&at, "SELECT count(*) FROM notice WHERE kind = 'token.reused'").await,
        0,
        "a bad line is no theft"
    );

    // Should the lost one turn up after all, it is a copy in somebody's hands.
    let found = Instant::now();
    assert_eq!(refresh(&at, &lost.refresh).await.unwrap_err(), 401);
    dies(&at, &next.access, found).await;
    assert_eq!(refresh(&at, &next.refresh).await.unwrap_err(), 401);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_copied_token_ends_the_family_within_a_second_and_its_owner_is_told() {
    let at = Wardlight::open().await;
    let (stolen, elsewhere) = (log_in(&at, RAO).await, log_in(&at, RAO).await);
    let second = refresh(&at, &stolen.refresh).await.unwrap();
    let third = refresh(&at, &second.refresh).await.unwrap();
    assert!(is_in(&at, &third.access).await);

    let replayed = Instant::now();
    assert_eq!(refresh(&at, &stolen.refresh).await.unwrap_err(), 401);
    for pair in [&stolen, &second, &third] {
        dies(&at, &pair.access, replayed).await;
        assert_eq!(refresh(&at, &pair.refresh).await.unwrap_err(), 401);
    }
    assert!(is_in(&at, &elsewhere.access).await, "her other sign-in goes on");
    let told = "SELECT count(*) FROM notice n JOIN app_user u ON u.id = n.user_id
                WHERE n.kind = 'token.reused' AND u.display_name = 'Dr Anika Rao'";
    assert_eq!(count(&at, told).await, 1, "once, however often it is tried");
    assert_eq!(
        count(&at, "SELECT count(*) FROM audit_entry WHERE action = 'token.reuse'").await,
        1
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_whose_access_token_was_used_has_arrived() {
    let at = Wardlight::open().await;
    let first = log_in(&at, RAO).await;
    let owner = refresh(&at, &first.refresh).await.unwrap();
    assert!(is_in(&at, &owner.access).await);
    // The owner's phone has its answer, so whoever shows the spent token is somebody else.
    assert_eq!(refresh(&at, &first.refresh).await.unwrap_err(), 401);
    dies(&at, &owner.access, Instant::now()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hundred_exchanges_at_once_leave_one_live_branch() {
    let at = Wardlight::open().await;
    let first = log_in(&at, RAO).await;
    let answers = join_all((0..100).map(|_| refresh(&at, &first.refresh))).await;
    let answered: Vec<&Pair> = answers.iter().filter_map(|answer| answer.as_ref().ok()).collect();
    assert!(
        answered.len() > 50,
        "only {} were answered: {answers:?}",
        answered.len()
    );
    let live: Vec<Vec<u8>> =
        sqlx::query_scalar("SELECT hash FROM refresh_token WHERE spent_at IS NULL AND killed_at IS NULL")
            .fetch_all(at.db.owner())
            .await
            .unwrap();
    assert_eq!((live.len(), families_alive(&at).await), (1, 1));
    let survivor = answered
        .iter()
        .find(|pair| digest(&SHA256, pair.refresh.as_bytes()).as_ref() == live[0]);
    let survivor = survivor.expect("the one that lives was answered to somebody");
    let mut alive = 0;
    for pair in &answered {
        alive += usize::from(is_in(&at, &pair.access).await);
    }
    assert_eq!(alive, 1, "one access token lives");
    assert!(refresh(&at, &survivor.refresh).await.is_ok());
}

#[tokio::test(flavor = "multi_thread")]
async fn thirty_idle_days_or_ninety_in_all_end_it() {
    let at = Wardlight::open().await;
    let idle = log_in(&at, RAO).await;
    do_sql(
        &at,
        "UPDATE refresh_token SET issued_at = issued_at - interval '30 days 1 second'",
    )
    .await;
    assert_eq!(refresh(&at, &idle.refresh).await.unwrap_err(), 401);
    let old = log_in(&at, RAO).await;
    do_sql(
        &at,
        "UPDATE token_family SET began_at = began_at - interval '90 days 1 second' WHERE ended_at IS NULL",
    )
    .await;
    assert_eq!(refresh(&at, &old.refresh).await.unwrap_err(), 401);
    assert_eq!(families_alive(&at).await, 0);
    assert_eq!(
        count(&at, "SELECT count(*) FROM notice WHERE kind = 'token.reused'").await,
        0
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_closed_account_is_out_within_a_second_and_opening_it_revives_nothing() {
    let at = Wardlight::open().await;
    let (used, asleep) = (log_in(&at, RAO).await, log_in(&at, RAO).await);
    assert!(is_in(&at, &used.access).await);
    do_sql(
        &at,
        "UPDATE app_user SET is_active = false WHERE display_name = 'Dr Anika Rao'",
    )
    .await;
    dies(&at, &used.access, Instant::now()).await;
    assert_eq!(refresh(&at, &asleep.refresh).await.unwrap_err(), 401);
    do_sql(
        &at,
        "UPDATE app_user SET is_active = true WHERE display_name = 'Dr Anika Rao'",
    )
    .await;
    for pair in [used, asleep] {
        assert!(!is_in(&at, &pair.access).await);
        assert_eq!(refresh(&at, &pair.refresh).await.unwrap_err(), 401);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn rights_are_those_of_now_whatever_they_were_at_sign_in() {
    let at = Wardlight::open().await;
    let pair = log_in(&at, RAO).await;
    do_sql(
        &at,
        "INSERT INTO role_grant (user_id, hospital_id, role, during)
         SELECT user_id, hospital_id, 'nurse', tstzrange(now() - interval '1 minute', NULL) FROM role_grant g JOIN app_user u ON u.id = g.user_id
         WHERE u.display_name = 'Dr Anika Rao'",
    )
    .await;
    let since = Instant::now();
    loop {
        let who: Value = me(&at, &pair.access).await.json().await.unwrap();
        if who["roles"] == json!(["doctor", "nurse"]) {
            break;
        }
        assert!(since.elapsed() < A_SECOND, "{who}");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    do_sql(
        &at,
        "UPDATE role_grant SET during = tstzrange(lower(during), now()) FROM app_user u WHERE u.id = user_id AND u.display_name = 'Dr Anika Rao'",
    )
    .await;
    dies(&at, &pair.access, Instant::now()).await;
    assert_eq!(refresh(&at, &pair.refresh).await.unwrap_err(), 401);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_oldest_of_eleven_sign_ins_ends() {
    let at = Wardlight::open().await;
    let first = log_in(&at, RAO).await;
    for _ in 0..10 {
        log_in(&at, RAO).await;
    }
    dies(&at, &first.access, Instant::now()).await;
    assert_eq!(families_alive(&at).await, 10);
}
