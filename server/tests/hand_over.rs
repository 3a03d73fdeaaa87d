//! A technician lends the device they keep: asked, accepted, over by itself or before; and whoever has it sees whom it measures.

use std::time::{Duration, Instant};

use domain::actor::Role;
use domain::ids::{PatientId, UserId};
use domain::live::Topic;
use reqwest::Method;
use serde_json::json;
use uuid::Uuid;

use crate::live::page::{Page, may};
use crate::support::Wardlight;
use crate::support::door::{Body, knock, page};
use crate::support::timing::within_a_second;

const DOOR: &str = "/devices/hand-over";

/// Mensah keeps Monitor 01, on which Okafor lies; Boateng keeps nothing yet.
struct Story {
    house: Wardlight,
    mensah: String,
    boateng: String,
    his: UserId,
}

impl Story {
    async fn begin() -> Self {
        let house = Wardlight::open().await;
        let mensah = house.sign_in("mensah@riverbend.example").await.unwrap();
        let (his, boateng) = house.colleague(house.riverbend.id, Role::Technician).await;
        Self {
            house,
            mensah,
            boateng,
            his,
        }
    }

    async fn act(&self, cookie: &str, fields: &[(&'static str, &str)]) -> u16 {
        let fields = fields
            .iter()
            .map(|(name, value)| (*name, (*value).to_owned()))
            .collect();
        knock(&self.house, &Method::POST, DOOR, &Body::Form(fields), cookie)
            .await
            .status()
            .as_u16()
    }

    async fn ask(&self, to: UserId, hours: &str) -> u16 {
        let device = self.house.riverbend.devices[0].id.to_string();
        self.act(
            &self.mensah,
            &[
                ("act", "ask"),
                ("device", &device),
                ("to", &to.to_string()),
                ("hours", hours),
            ],
        )
        .await
    }

    /// The newest hand-over.
    async fn newest(&self) -> String {
        let id: Uuid = sqlx::query_scalar("SELECT id FROM device_hand_over ORDER BY asked_at DESC LIMIT 1")
            .fetch_one(self.house.db.owner())
            .await
            .unwrap();
        id.to_string()
    }

    async fn count(&self) -> i64 {
        sqlx::query_scalar("SELECT count(*) FROM device_hand_over")
            .fetch_one(self.house.db.owner())
            .await
            .unwrap()
    }

    /// Whether Boateng finds the device in his list, and whether he may open the chart of who is on it.
    async fn boateng_has_it(&self) -> (bool, bool) {
        let list = Body::Json(json!({ "after": null }));
        let list = knock(&self.house, &Method::POST, "/api/fn/devices/list", &list, &self.boateng).await;
        let listed = list.text().await.unwrap().contains("Monitor 01");
        let chart = format!("/patients/{}", self.house.riverbend.patients[0]);
        let chart = knock(&self.house, &Method::GET, &chart, &Body::None, &self.boateng)
            .await
            .status();
        assert!([200, 403].contains(&chart.as_u16()), "{chart}");
        (listed, chart == 200)
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_accepted_opens_the_device_and_its_patient_until_either_ends_it() {
    let story = Story::begin().await;
    assert_eq!(story.boateng_has_it().await, (false, false));
    assert_eq!(story.ask(story.his, "8").await, 303);
    assert_eq!(story.boateng_has_it().await, (false, false), "asked is not given");
    let page = knock(&story.house, &Method::GET, DOOR, &Body::None, &story.boateng)
        .await
        .text()
        .await
        .unwrap();
    assert!(page.contains("Accept Monitor 01"), "{page}");
    let id = story.newest().await;
    // Only who was asked answers, and nobody learns of it who is no party.
    let (_, stranger) = story.house.colleague(story.house.riverbend.id, Role::Technician).await;
    let accept = [("act", "accept"), ("hand_over", id.as_str())];
    assert_eq!(story.act(&story.mensah, &accept).await, 404);
    assert_eq!(story.act(&stranger, &accept).await, 404);
    assert_eq!(story.act(&stranger, &[("act", "end"), ("hand_over", &id)]).await, 404);
    assert_eq!(story.act(&story.boateng, &accept).await, 303);
    assert_eq!(story.boateng_has_it().await, (true, true));
    // What is lent is not lent on.
    let device = story.house.riverbend.devices[0].id.to_string();
    let on = [
        ("act", "ask"),
        ("device", device.as_str()),
        ("to", &story.his.to_string()),
        ("hours", "8"),
    ];
    assert_eq!(story.act(&story.boateng, &on).await, 403);

    // The chart is open on his page when he gives the device back.
    let okafor = Topic::Patient(PatientId(story.house.riverbend.patients[0]));
    let given_again = async || {
        assert_eq!(story.ask(story.his, "8").await, 303);
        let accept = [("act", "accept"), ("hand_over", &*story.newest().await)];
        assert_eq!(story.act(&story.boateng, &accept).await, 303);
    };
    let tries = within_a_second(given_again, async || {
        let mut open = Page::open(&story.house, "/live", &story.boateng).await;
        open.hello().await;
        assert!(may(&mut open, okafor).await);
        let end = [("act", "end"), ("hand_over", &*story.newest().await)];
        let since = Instant::now();
        assert_eq!(story.act(&story.boateng, &end).await, 303);
        open.until_denied(okafor, since).await
    })
    .await;
    assert_eq!(story.boateng_has_it().await, (false, false));
    // And Mensah had and has it all the time.
    let chart = format!("/patients/{}", story.house.riverbend.patients[0]);
    assert_eq!(
        knock(&story.house, &Method::GET, &chart, &Body::None, &story.mensah)
            .await
            .status(),
        200
    );
    let trace: Vec<String> = sqlx::query_scalar(
        "SELECT action FROM audit_entry WHERE action LIKE 'device.hand_over.%' AND subject = 'device' ORDER BY at",
    )
    .fetch_all(story.house.db.owner())
    .await
    .unwrap();
    assert_eq!(
        trace,
        [
            "device.hand_over.ask",
            "device.hand_over.accept",
            "device.hand_over.end"
        ]
        .repeat(tries)
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn it_ends_by_itself_and_a_refusal_gives_nothing() {
    let story = Story::begin().await;
    assert_eq!(story.ask(story.his, "4").await, 303);
    let id = story.newest().await;
    assert_eq!(
        story
            .act(&story.boateng, &[("act", "refuse"), ("hand_over", &id)])
            .await,
        303
    );
    assert_eq!(story.boateng_has_it().await, (false, false));
    assert_eq!(
        story.ask(story.his, "4").await,
        303,
        "one that was refused does not stand in the way of the next"
    );
    let id = story.newest().await;
    story
        .act(&story.boateng, &[("act", "accept"), ("hand_over", &id)])
        .await;
    assert_eq!(story.boateng_has_it().await, (true, true));
    // Four hours later, to the second. (The refused one makes room for that.)
    sqlx::query("DELETE FROM device_hand_over WHERE id::text <> $1")
        .bind(&id)
        .execute(story.house.db.owner())
        .await
        .unwrap();
    sqlx::query("UPDATE device_hand_over SET asked_at = asked_at - interval '4 hours', accepted_at = accepted_at - interval '4 hours', until = until - interval '4 hours' WHERE id::text = $1")
        .bind(&id)
        .execute(story.house.db.owner())
        .await
        .unwrap();
    assert_eq!(story.boateng_has_it().await, (false, false));
    assert_eq!(
        story.act(&story.boateng, &[("act", "end"), ("hand_over", &id)]).await,
        303,
        "and to end it says that it is over"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_device_is_lent_by_who_keeps_it_to_a_technician_once_and_for_seven_days_at_most() {
    let story = Story::begin().await;
    let nurse = story.house.colleague(story.house.riverbend.id, Role::Nurse).await.0;
    let elsewhere = story.house.colleague(story.house.lakeside.id, Role::Technician).await.0;
    for (to, hours) in [
        (nurse, "8"),
        (elsewhere, "8"),
        (story.his, "0"),
        (story.his, "169"),
        (story.his, "a day"),
    ] {
        assert_eq!(story.ask(to, hours).await, 303);
    }
    assert_eq!(story.count().await, 0, "each came back with what was wrong");
    let other = story.house.riverbend.devices[1].id.to_string();
    assert_eq!(
        story
            .act(
                &story.mensah,
                &[
                    ("act", "ask"),
                    ("device", &other),
                    ("to", &story.his.to_string()),
                    ("hours", "8")
                ]
            )
            .await,
        403
    );
    assert_eq!(story.ask(story.his, "168").await, 303);
    assert_eq!(story.ask(story.his, "8").await, 303);
    assert_eq!(story.count().await, 1, "the second waits for the end of the first");
    // An admin ends what technicians lend each other; with the duty of who lent it, it ends too.
    let admin = story.house.sign_in("haddad@riverbend.example").await.unwrap();
    let id = story.newest().await;
    assert_eq!(story.act(&admin, &[("act", "end"), ("hand_over", &id)]).await, 303);
    assert_eq!(story.ask(story.his, "8").await, 303);
    let id = story.newest().await;
    story
        .act(&story.boateng, &[("act", "accept"), ("hand_over", &id)])
        .await;
    assert_eq!(story.boateng_has_it().await, (true, true));
    let mensah = story.house.user("mensah@riverbend.example").await;
    let device = story.house.riverbend.devices[0].id;
    let take = Body::Form(vec![
        ("act", "take-device".into()),
        ("reader", mensah.to_string()),
        ("device", device.to_string()),
    ]);
    assert_eq!(
        knock(&story.house, &Method::POST, "/hospital/duties", &take, &admin)
            .await
            .status(),
        303
    );
    assert_eq!(story.boateng_has_it().await, (false, false));
    // Both its end and why stand in the audit: the duty ended, and with it what was lent.
    let ends = story.house.traced("device.hand_over.end", "allowed").await;
    assert_eq!(ends, 2, "the admin ended one, and the other with the duty");
}

/// Boateng has Mensah's device; Nkosi lends him hers too.
#[tokio::test(flavor = "multi_thread")]
async fn nobody_borrows_two_devices_at_a_time() {
    let story = Story::begin().await;
    let (nkosi, hers) = story.house.colleague(story.house.riverbend.id, Role::Technician).await;
    let second = story.house.riverbend.devices[1].id;
    sqlx::query("INSERT INTO device_duty (user_id, device_id, hospital_id, kind, during) VALUES ($1, $2, $3, 'keeps', tstzrange(now(), NULL))")
        .bind(nkosi.0)
        .bind(second.0)
        .bind(story.house.riverbend.id.0)
        .execute(story.house.db.owner())
        .await
        .unwrap();
    assert_eq!(story.ask(story.his, "8").await, 303);
    let first = story.newest().await;
    story
        .act(&story.boateng, &[("act", "accept"), ("hand_over", &first)])
        .await;
    let (device, to) = (second.to_string(), story.his.to_string());
    let ask = [("act", "ask"), ("device", device.as_str()), ("to", &to), ("hours", "8")];
    assert_eq!(story.act(&hers, &ask).await, 303);
    let other = story.newest().await;
    assert_ne!(first, other);
    let accept = [("act", "accept"), ("hand_over", other.as_str())];
    let said = page(&story.house, DOOR, &story.boateng, &accept).await;
    assert!(
        said.contains("You have a device of a colleague already. Give that back first."),
        "{said}"
    );
    story
        .act(&story.boateng, &[("act", "end"), ("hand_over", &first)])
        .await;
    let said = page(&story.house, DOOR, &story.boateng, &accept).await;
    assert!(said.contains("The device is yours for this time."), "{said}");
}

/// Nobody ends it: the house writes down that it is over, once.
#[tokio::test(flavor = "multi_thread")]
async fn its_end_by_itself_is_in_the_audit_once() {
    let story = Story::begin().await;
    story.ask(story.his, "4").await;
    let id = story.newest().await;
    story
        .act(&story.boateng, &[("act", "accept"), ("hand_over", &id)])
        .await;
    tokio::time::sleep(Duration::from_secs(1)).await;
    assert_eq!(story.house.traced("device.hand_over.expire", "allowed").await, 0);
    story.house.later(4 * 3_600);
    let since = Instant::now();
    while story.house.traced("device.hand_over.expire", "allowed").await == 0 {
        assert!(
            since.elapsed() < Duration::from_secs(10),
            "it is over and nothing says so"
        );
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    tokio::time::sleep(Duration::from_secs(1)).await;
    let rows: Vec<(String, Option<Uuid>, Option<Uuid>)> = sqlx::query_as(
        "SELECT actor, subject_id, hospital_id FROM audit_entry WHERE action = 'device.hand_over.expire'",
    )
    .fetch_all(story.house.db.owner())
    .await
    .unwrap();
    let device = story.house.riverbend.devices[0].id.0;
    assert_eq!(
        rows,
        [("worker".to_owned(), Some(device), Some(story.house.riverbend.id.0))]
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_asked_for_later_opens_nothing_before_it_begins() {
    let story = Story::begin().await;
    let (device, his) = (story.house.riverbend.devices[0].id.to_string(), story.his.to_string());
    let ask = async |after: &str| {
        let fields = [
            ("act", "ask"),
            ("device", device.as_str()),
            ("to", his.as_str()),
            ("after", after),
            ("hours", "8"),
        ];
        story.act(&story.mensah, &fields).await
    };
    for wrong in ["169", "soon", "-1"] {
        ask(wrong).await;
        assert_eq!(story.count().await, 0, "{wrong}");
    }
    assert_eq!(ask("48").await, 303);
    let accept = [("act", "accept"), ("hand_over", &*story.newest().await)];
    assert_eq!(story.act(&story.boateng, &accept).await, 303);
    assert_eq!(story.boateng_has_it().await, (false, false), "it begins in two days");
    let read = page(&story.house, DOOR, &story.boateng, &[]).await;
    assert!(read.contains("Accepted, begins"), "{}", read.len());
    // Two days later: eight hours are counted from the beginning.
    let later = async |hours: i32| {
        sqlx::query(
            "UPDATE device_hand_over SET asked_at = asked_at - make_interval(hours => $1), begins_at = begins_at - make_interval(hours => $1),
                                         accepted_at = accepted_at - make_interval(hours => $1), until = until - make_interval(hours => $1)",
        )
        .bind(hours)
        .execute(story.house.db.owner())
        .await
        .unwrap();
    };
    later(49).await;
    assert_eq!(story.boateng_has_it().await, (true, true));
    later(8).await;
    assert_eq!(story.boateng_has_it().await, (false, false));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_agreed_on_is_ended_before_it_begins() {
    let story = Story::begin().await;
    let (device, his) = (story.house.riverbend.devices[0].id.to_string(), story.his.to_string());
    let fields = [
        ("act", "ask"),
        ("device", device.as_str()),
        ("to", his.as_str()),
        ("after", "24"),
        ("hours", "8"),
    ];
    assert_eq!(story.act(&story.mensah, &fields).await, 303);
    let which = story.newest().await;
    assert_eq!(
        story
            .act(&story.boateng, &[("act", "accept"), ("hand_over", &which)])
            .await,
        303
    );
    assert_eq!(
        story.act(&story.mensah, &[("act", "end"), ("hand_over", &which)]).await,
        303
    );
    let open: i64 = sqlx::query_scalar("SELECT count(*) FROM device_hand_over WHERE ended_at IS NULL")
        .fetch_one(story.house.db.owner())
        .await
        .unwrap();
    assert_eq!(open, 0);
    // Nothing of it is in the way of the next one.
    assert_eq!(story.ask(story.his, "8").await, 303);
    assert_eq!(story.count().await, 2);
}
