//! What quiet hours skipped: told once when they are over, unless somebody answered it.

use hospital::on_call::sweep_now;

use super::{Night, Row, TABLE, quiet, time};
use crate::support::door::page;

#[tokio::test(flavor = "multi_thread")]
async fn what_quiet_hours_skipped_is_told_once_when_they_are_over_unless_it_was_answered() {
    let night = Night::open().await;
    night.quiet(Some(1)).await;
    let (stands, answered) = (night.alarm("low", 700.0).await, night.alarm_of(1, "low", 61.0).await);
    for _ in 0..2 {
        sweep_now(&night.at.house).await.unwrap();
    }
    assert_eq!(night.steps(stands).await, [quiet(1), quiet(2), quiet(3)]);
    let doctor = night.at.doctor("rao@riverbend.example").await;
    hospital::alerts::acknowledge(&doctor, domain::ids::AlarmId(answered), None)
        .await
        .unwrap();

    night.at.later(2 * 3_600);
    let (one, other) = tokio::join!(sweep_now(&night.at.house), sweep_now(&night.at.house));
    let _ = (one.unwrap(), other.unwrap());
    sweep_now(&night.at.house).await.unwrap();
    let told: [Row; 6] = [
        quiet(1),
        (0, 1, Some(night.rao.0), None),
        quiet(2),
        (0, 2, Some(night.achieng.0), None),
        quiet(3),
        (0, 3, None, Some("nobody".into())),
    ];
    assert_eq!(night.steps(stands).await, told);
    assert_eq!(
        night.steps(answered).await,
        [quiet(1)],
        "somebody answered it in the quiet hours"
    );
    assert!(night.is_told_once_a_step(night.rao).await && night.is_told_once_a_step(night.achieng).await);
    let haddad = night.at.sign_in("haddad@riverbend.example").await.unwrap();
    let html = page(&night.at, TABLE, &haddad, &[]).await;
    assert!(
        html.contains("First, after quiet hours") && html.contains("Nobody: quiet hours"),
        "{}",
        html.len()
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_quiet_hours_skipped_is_kept_for_as_long_as_they_last_and_does_not_wait_once_it_is_high() {
    let night = Night::open().await;
    night.quiet(Some(12)).await;
    let (low, worse) = (night.alarm("low", 61.0).await, night.alarm_of(1, "low", 61.0).await);
    sweep_now(&night.at.house).await.unwrap();
    assert_eq!(night.steps(worse).await, [quiet(1)]);
    sqlx::query(
        "WITH worse AS (UPDATE alarm SET priority = 'high' WHERE id = $1 RETURNING id)
         INSERT INTO alarm_event (alarm_id, at, event) SELECT id, $2::timestamptz, 'escalated' FROM worse",
    )
    .bind(worse)
    .bind(time(&night.at, 0.0))
    .execute(night.at.db.owner())
    .await
    .unwrap();
    sweep_now(&night.at.house).await.unwrap();
    let rao: Row = (0, 1, Some(night.rao.0), None);
    assert_eq!(night.steps(worse).await, [quiet(1), rao.clone()]);
    assert_eq!(night.steps(low).await, [quiet(1)]);

    // Longer than anything else that nobody answered is looked at.
    night.at.later(9 * 3_600);
    sweep_now(&night.at.house).await.unwrap();
    assert!(
        night
            .steps(low)
            .await
            .iter()
            .all(|step| step.3.as_deref() == Some("quiet"))
    );
    night.quiet(None).await;
    sweep_now(&night.at.house).await.unwrap();
    assert_eq!(night.steps(low).await[..2], [quiet(1), rao]);

    // The database lets nothing be told after quiet hours that they did not skip, and nothing twice.
    for (alarm, step, rule) in [(worse, 2, "alarm_step_follows_quiet"), (low, 1, "alarm_step_pkey")] {
        let refused = sqlx::query(
            "INSERT INTO alarm_step (alarm_id, round, step, at, told_user, after_quiet) VALUES ($1, 0, $2, now(), $3, true)",
        )
        .bind(alarm)
        .bind(step)
        .bind(night.rao.0)
        .execute(night.at.db.owner())
        .await
        .unwrap_err();
        let broken = refused.as_database_error().and_then(|error| error.constraint());
        assert_eq!(broken, Some(rule));
    }
}
