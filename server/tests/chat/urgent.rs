//! An urgent message that nobody reads climbs the on-call table, until somebody reads it or answers; and whoever is told learns no word of it.

use domain::actor::Role;
use domain::chat::Draft;
use domain::ids::{RoomId, UserId};
use hospital::on_call::sweep_now;
use uuid::Uuid;

use super::{mine, staff, status};
use crate::sign_in::RAO;
use crate::support::Wardlight;
use crate::support::door::page as see;

/// Okafor and Dr Rao, and three nurses who are on call for the house around the clock, one in each rank.
struct Night {
    at: Wardlight,
    rao: String,
    okafor: String,
    room: RoomId,
    nurses: Vec<(UserId, String)>,
}

impl Night {
    async fn open() -> Self {
        let at = Wardlight::open().await;
        let (rao, okafor, room) = at.rao_and_okafor().await;
        let mut nurses = Vec::new();
        for rank in 1..=3_i16 {
            let nurse = at.colleague(at.riverbend.id, Role::Nurse).await;
            at.is_on_call(at.riverbend.id, nurse.0, rank).await;
            nurses.push(nurse);
        }
        Self {
            at,
            rao,
            okafor,
            room,
            nurses,
        }
    }

    async fn urgent(&self, text: &str) {
        self.at
            .says(&mine(self.room), &self.okafor, text, &[("urgent", "true")])
            .await;
    }

    /// The time passes, and the house looks.
    async fn later(&self, seconds: i64) {
        self.at.later(seconds);
        sweep_now(&self.at.house).await.unwrap();
    }

    /// Which rank was told of which of her messages, the first first.
    async fn steps(&self) -> Vec<(i16, Option<Uuid>)> {
        sqlx::query_as(
            "SELECT s.step, s.told_user FROM chat_urgent_step s JOIN chat_message m ON m.id = s.message_id ORDER BY m.sent_at, s.step",
        )
        .fetch_all(self.at.db.owner())
        .await
        .unwrap()
    }

    /// Those up to a rank, as they stand when each of them was told.
    fn up_to(&self, ranks: usize) -> Vec<(i16, Option<Uuid>)> {
        (1..)
            .zip(&self.nurses[..ranks])
            .map(|(rank, (nurse, _))| (rank, Some(nurse.0)))
            .collect()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_urgent_message_that_nobody_reads_climbs_the_table_once_and_tells_no_word_of_it() {
    let it = Night::open().await;
    it.at.says(&mine(it.room), &it.okafor, "Good morning", &[]).await;
    it.urgent("My fistula bleeds").await;
    it.later(0).await;
    assert_eq!(it.steps().await, [], "not before the time of the first is over");
    it.at.later(61);
    let (one, other) = tokio::join!(sweep_now(&it.at.house), sweep_now(&it.at.house));
    let _ = (one.unwrap(), other.unwrap());
    assert_eq!(it.steps().await, it.up_to(1));
    assert_eq!(it.at.told("message.unread").await, [it.nurses[0].0.0], "once");
    it.later(120).await;
    assert_eq!(it.steps().await, it.up_to(2));
    it.later(420).await;
    assert_eq!(it.steps().await, it.up_to(3));

    let (_, third) = &it.nurses[2];
    let told = see(&it.at, "/notifications", third, &[]).await;
    assert!(
        told.contains("Nobody has read the urgent message of a patient, and you are on call."),
        "{told}"
    );
    assert!(
        !told.contains("OKAFOR") && !told.contains("fistula"),
        "neither who nor what: {told}"
    );
    let opens = status(&it.at, &staff(it.room), third).await;
    assert!(matches!(opens, 403 | 404), "and reads no conversation by it: {opens}");
    let written: i64 = sqlx::query_scalar("SELECT count(*) FROM audit_entry WHERE action = 'chat.tell'")
        .fetch_one(it.at.db.owner())
        .await
        .unwrap();
    assert_eq!(written, 3, "each stands in the audit");

    it.later(3_000).await;
    assert_eq!(it.steps().await, it.up_to(3), "and then it is over");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_reads_it_stops_it() {
    let it = Night::open().await;
    it.urgent("My fistula bleeds").await;
    it.later(61).await;
    see(&it.at, &staff(it.room), &it.rao, &[]).await;
    it.later(700).await;
    assert_eq!(it.steps().await, it.up_to(1));
    assert_eq!(it.at.told("message.unread").await, [it.nurses[0].0.0]);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_stops_it_also_where_nothing_says_that_it_was_read() {
    let it = Night::open().await;
    it.urgent("My fistula bleeds").await;
    let doctor = it.at.doctor(RAO).await;
    let answer = Draft {
        text: "Press on it, I am coming.".into(),
        ..Draft::default()
    };
    hospital::chat::send(&doctor, it.room, &answer).await.unwrap();
    let unread: i64 = sqlx::query_scalar("SELECT count(*) FROM chat_message WHERE is_urgent AND read_at IS NULL")
        .fetch_one(it.at.db.owner())
        .await
        .unwrap();
    assert_eq!(unread, 1);
    it.later(700).await;
    assert_eq!(it.steps().await, []);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_writes_again_meanwhile_has_asked_once_and_who_writes_after_it_asks_anew() {
    let it = Night::open().await;
    it.urgent("My fistula bleeds").await;
    it.at.later(30);
    it.urgent("It does not stop").await;
    it.later(31).await;
    it.later(200).await;
    it.later(400).await;
    assert_eq!(it.steps().await, it.up_to(3), "of the first, and so of both");
    it.urgent("Is anybody there?").await;
    it.later(61).await;
    assert_eq!(it.steps().await, [it.up_to(3), it.up_to(1)].concat());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_table_that_is_made_tomorrow_is_not_for_a_message_of_today() {
    let it = Night::open().await;
    it.urgent("My fistula bleeds").await;
    it.later(4 * 3_600).await;
    assert_eq!(it.steps().await, []);
}
