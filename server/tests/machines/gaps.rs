//! What did not come in time stands stretch by stretch: from when until when, why, and whether the machine had stored it and sent it later.

use domain::actor::{Actor, Role};
use hospital::Ctx;
use hospital::devices::machines::{Connection, GAPS_SHOWN, Gaps, gaps};
use serde_json::{Value, json};
use uuid::Uuid;

use super::Unit;

impl Unit {
    /// What the page of the machine is drawn from.
    async fn gaps(&self) -> Gaps {
        let haddad = self.at.user("haddad@riverbend.example").await;
        let actor = Actor::staff(haddad, self.at.riverbend.id, vec![Role::HospitalAdmin]);
        let ctx = Ctx::new(self.at.house.clone(), actor, Uuid::now_v7());
        gaps(&ctx, self.device).await.unwrap()
    }

    /// Somebody has been on it for three days, and there is room for what it sent.
    async fn ran_for_days(&self) {
        self.sql(format!(
            "SELECT ensure_reading_partition((now() AT TIME ZONE 'UTC')::date - n) FROM generate_series(0, 4) AS n;
             UPDATE device_session SET during = tstzrange(now() - interval '3 days', NULL) WHERE device_id = '{}'",
            self.device
        ))
        .await;
    }

    /// Readings that some of its machines send.
    async fn sends(&self, machine: usize, readings: &[(i64, f64)]) {
        let body: Vec<Value> = readings
            .iter()
            .map(|(seq, ago)| json!({ "seq": seq, "taken_at": self.at.at(-ago), "heart_rate": 72 }))
            .collect();
        let answer = self.at.post(&self.at.riverbend.devices[machine], &json!(body)).await;
        assert_eq!(answer.status(), 200);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_machine_stored_and_sent_later_is_told_from_what_never_came() {
    let unit = Unit::open().await;
    let none = unit.act(&unit.mensah, "/gaps", &[]).await;
    assert!(none.contains("No gap in the last seven days"), "{none}");

    // Five minutes without anything, while another machine was heard.
    unit.sends(0, &[(1, 0.0)]).await;
    unit.at.later(30);
    unit.sends(0, &[(2, 0.0)]).await;
    unit.at.later(150);
    unit.sends(1, &[(1, 0.0)]).await;
    unit.at.later(150);
    unit.sends(0, &[(3, 0.0)]).await;
    // Four more, of which it sends all when it is heard again and has found the time.
    unit.at.later(30);
    unit.sends(0, &[(4, 0.0)]).await;
    unit.at.later(240);
    unit.sends(0, &[(12, 0.0)]).await;
    unit.at.later(45);
    unit.sends(0, &[(13, 0.0)]).await;
    unit.at.later(45);
    let stored: Vec<(i64, f64)> = (5..12).map(|seq| (seq, 300.0 - 30.0 * (seq - 5) as f64)).collect();
    unit.sends(0, &stored).await;
    unit.sends(0, &[(14, 0.0)]).await;

    let found = unit.gaps().await;
    let told: Vec<_> = found
        .gaps
        .iter()
        .map(|gap| (gap.minutes, gap.missing, gap.came_at.is_some()))
        .collect();
    assert_eq!(told, [(4, 0, true), (5, 5, false)], "the newest first: {found:?}");
    assert_eq!(found.gaps[1].why, Some(Connection::Silent), "it alone was silent");
    assert_ne!(found.gaps[0].why, Some(Connection::Silent), "nobody else was heard");
    assert!(!found.more);
    let page = unit.act(&unit.mensah, "/gaps", &[]).await;
    for words in ["All of it, by", "Silent", "From – to"] {
        assert!(page.contains(words), "{words}: {page}");
    }
    // It falls silent again, and that lasts.
    unit.at.later(150);
    let found = unit.gaps().await;
    assert_eq!((found.gaps.len(), found.gaps[0].until), (3, None));
    assert_eq!((found.gaps[0].minutes, found.gaps[0].missing), (2, 2));
    let page = unit.act(&unit.mensah, "/gaps", &[]).await;
    assert!(page.contains("and it lasts"), "{page}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_gap_across_midnight_has_both_days_and_says_how_much_of_it_is_missing_still() {
    let unit = Unit::open().await;
    unit.ran_for_days().await;
    // Its key ended two minutes before midnight in Nairobi; three minutes of what it stored came two hours later.
    unit.sql(format!(
        "CREATE TEMP TABLE night AS SELECT ((now() AT TIME ZONE 'Africa/Nairobi')::date - 1)::timestamp AT TIME ZONE 'Africa/Nairobi' AS at;
         INSERT INTO device_token (hash, device_id, created_at, revoked_at)
         SELECT sha256('gone'), '{0}', at - interval '1 day', at - interval '2 minutes' FROM night;
         INSERT INTO reading (device_id, taken_at, seq, received_at, heart_rate)
         SELECT '{0}', at + n * interval '10 seconds', n + 100, at + n * interval '10 seconds' + CASE WHEN n BETWEEN 0 AND 71 THEN interval '2 hours' ELSE interval '500 milliseconds' END, 72
           FROM night, generate_series(-60, 120) AS n
          WHERE n <= -12 OR n BETWEEN 12 AND 30 OR n >= 72;
         DROP TABLE night",
        unit.device
    ))
    .await;
    let found = unit.gaps().await;
    let gap = found.gaps.last().unwrap();
    let clock = |at| {
        let civil = found.zone.civil(at);
        (civil.hour, civil.minute)
    };
    assert_eq!(
        (clock(gap.since), gap.until.map(clock)),
        ((23, 58), Some((0, 12))),
        "{found:?}"
    );
    // From 23:58 to 00:02, and from 00:05 to 00:12.
    assert_eq!((gap.minutes, gap.missing), (14, 11));
    assert_eq!(gap.came_at.map(clock), Some((2, 5)));
    assert_eq!(gap.why, Some(Connection::Revoked));
    let page = unit.act(&unit.mensah, "/gaps", &[]).await;
    for words in ["23:58", "00:12", "all but 11 min", "Its key is revoked or has ended"] {
        assert!(page.contains(words), "{words}: {page}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn where_there_are_more_than_are_shown_the_page_says_so() {
    let unit = Unit::open().await;
    unit.ran_for_days().await;
    unit.sql(format!(
        "INSERT INTO reading (device_id, taken_at, seq, received_at, heart_rate)
         SELECT '{}', t, row_number() OVER (ORDER BY t), t, 72 FROM generate_series(now() - interval '5 hours', now() - interval '2 hours', interval '2 minutes') AS t",
        unit.device
    ))
    .await;
    let found = unit.gaps().await;
    assert_eq!((found.gaps.len(), found.more), (GAPS_SHOWN, true));
    let page = unit.act(&unit.mensah, "/gaps", &[]).await;
    assert!(
        page.contains("There are older ones. The newest 50 are shown."),
        "{page}"
    );
}
