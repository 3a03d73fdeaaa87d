//! An offer that ends: who was offered the place is told once, and not of what they did themselves; what the weekly plan promises and books makes the house look; and where the house and staff
//! end one at the same moment, one of both does.

use futures::future::join_all;
use hospital::dialysis::diary::offers::look_everywhere;
use hospital::dialysis::diary::plan_ahead::book_ahead;
use hospital::jobs;
use reqwest::Method;
use uuid::Uuid;

use super::Unit;
use crate::support::door::{Body, knock, page};
use crate::takeover::until_wait;

const OFFERED: &str = "dialysis.offered";
const ENDED: &str = "dialysis.offer_ended";

impl Unit {
    /// What somebody was told of what is offered to them, the first first.
    async fn told(&self, patient: Uuid) -> Vec<String> {
        sqlx::query_scalar("SELECT kind FROM notice WHERE kind IN ($1, $2) AND patient_id = $3 ORDER BY at, id")
            .bind(OFFERED)
            .bind(ENDED)
            .bind(patient)
            .fetch_all(self.at.db.owner())
            .await
            .unwrap()
    }

    /// How many looks at what is offered wait to be done now, without those that wait for the end of an answer.
    async fn looks(&self) -> i64 {
        sqlx::query_scalar(
            "SELECT count(*) FROM job WHERE kind = 'check_offers' AND done_at IS NULL AND due_at <= made_at",
        )
        .fetch_one(self.at.db.owner())
        .await
        .unwrap()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_did_not_answer_in_time_is_told_once_that_the_place_is_offered_no_longer() {
    let unit = Unit::open().await;
    let (nurse, okafor) = (unit.nurse().await, unit.okafor_herself().await);
    unit.waits(&okafor, "").await;
    unit.offer(&nurse, unit.okafor, &unit.place(6, 0, 0)).await;
    assert_eq!(unit.told(unit.okafor).await, [OFFERED]);
    unit.at.later(86_401);
    jobs::do_what_is_due(&unit.at.house).await.unwrap();
    assert_eq!(unit.ended().await, ["lapsed"]);
    // However often the house looks.
    look_everywhere(&jobs::at_work(&unit.at.house)).await.unwrap();
    jobs::do_what_is_due(&unit.at.house).await.unwrap();
    assert_eq!(unit.told(unit.okafor).await, [OFFERED, ENDED]);
    let okafor = unit.okafor_herself().await;
    let list = page(&unit.at, "/my/notifications", &okafor, &[]).await;
    assert!(
        list.contains("A dialysis place that was offered to you is offered no longer."),
        "{list}"
    );
    let shown = page(&unit.at, "/my/dialysis", &okafor, &[]).await;
    assert!(
        shown.contains("You did not answer in time"),
        "where it leads says which: {shown}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_staff_replace_or_take_back_is_told_and_what_they_press_twice_is_not() {
    let unit = Unit::open().await;
    let (nurse, okafor) = (unit.nurse().await, unit.okafor_herself().await);
    unit.waits(&okafor, "").await;
    let (first, second) = (unit.place(5, 0, 0), unit.place(6, 0, 0));
    for _ in 0..2 {
        let said = unit.offer(&nurse, unit.okafor, &first).await;
        assert!(said.contains("The place is offered."), "{said}");
    }
    assert_eq!(unit.told(unit.okafor).await, [OFFERED], "it is offered once");
    assert_eq!(unit.ended().await, Vec::<String>::new());
    unit.offer(&nurse, unit.okafor, &second).await;
    jobs::do_what_is_due(&unit.at.house).await.unwrap();
    assert_eq!(unit.ended().await, ["replaced"]);
    assert_eq!(unit.told(unit.okafor).await, [OFFERED, ENDED, OFFERED]);
    // She is taken off the list, and with her what is offered.
    let wait = unit.wait_of(unit.okafor).await;
    let off = [("act", "take-off"), ("wait", wait.as_str())];
    unit.post("/dialysis/waiting", &nurse, &off).await;
    jobs::do_what_is_due(&unit.at.house).await.unwrap();
    assert_eq!(unit.ended().await, ["replaced", "withdrawn"]);
    assert_eq!(unit.told(unit.okafor).await, [OFFERED, ENDED, OFFERED, ENDED]);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_declines_takes_or_leaves_the_list_is_told_nothing_of_it() {
    let unit = Unit::open().await;
    let (nurse, okafor) = (unit.nurse().await, unit.okafor_herself().await);
    for (act, day) in [("decline", 4), ("take", 5), ("withdraw", 6)] {
        // What she took ended her turn; in it she waits already.
        if act != "take" {
            unit.waits(&okafor, "").await;
        }
        let place = unit.place(day, 0, 0);
        let said = unit.offer(&nurse, unit.okafor, &place).await;
        assert!(said.contains("The place is offered."), "{act}: {said}");
        let fields = [("act", act), ("place", place.as_str())];
        page(&unit.at, "/my/dialysis", &okafor, &fields).await;
        jobs::do_what_is_due(&unit.at.house).await.unwrap();
        assert_eq!(unit.offered_to().await, Vec::<Uuid>::new(), "{act}");
    }
    assert_eq!(
        (unit.ended().await, unit.taken().await),
        (vec!["declined".to_owned(), "withdrawn".to_owned()], 1)
    );
    assert_eq!(unit.told(unit.okafor).await, [OFFERED; 3]);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_weekly_plan_promises_or_books_makes_the_house_look_once() {
    let unit = Unit::open().await;
    let (nurse, okafor) = (unit.nurse().await, unit.okafor_herself().await);
    unit.waits(&okafor, "").await;
    // The chair that is offered to her becomes his by the plan.
    unit.offer(&nurse, unit.okafor, &unit.place(3, 0, 0)).await;
    unit.promise(&nurse, unit.mwangi, unit.day(3), 0).await;
    assert_eq!(unit.looks().await, 1);
    jobs::do_what_is_due(&unit.at.house).await.unwrap();
    assert_eq!(unit.ended().await, ["gone"]);
    // Of her own line a day is booked at the time of another chair that is offered to her.
    unit.promise(&nurse, unit.okafor, unit.day(4), 0).await;
    jobs::do_what_is_due(&unit.at.house).await.unwrap();
    let said = unit.offer(&nurse, unit.okafor, &unit.place(4, 0, 2)).await;
    assert!(said.contains("The place is offered."), "{said}");
    assert_eq!(book_ahead(&unit.at.house).await.unwrap(), 4, "two days of two lines");
    assert_eq!(unit.looks().await, 1, "one for all that was booked");
    jobs::do_what_is_due(&unit.at.house).await.unwrap();
    assert_eq!(unit.ended().await, ["gone", "gone"]);
    assert_eq!(book_ahead(&unit.at.house).await.unwrap(), 0);
    assert_eq!(unit.looks().await, 0, "none where nothing was booked");
    // The same of a week that is booked with one button, beyond the days that the plan books by itself.
    unit.offer(&nurse, unit.okafor, &unit.place(18, 0, 2)).await;
    assert_eq!(unit.offered_to().await, [unit.okafor]);
    let day = unit.day(18).text();
    let week = [("act", "week"), ("day", day.as_str())];
    unit.post("/dialysis/plan", &nurse, &week).await;
    assert_eq!(unit.looks().await, 1);
    jobs::do_what_is_due(&unit.at.house).await.unwrap();
    assert_eq!(unit.ended().await, ["gone"; 3]);
    assert_eq!(
        unit.told(unit.okafor).await,
        [OFFERED, ENDED, OFFERED, ENDED, OFFERED, ENDED]
    );
}

/// What is offered to Okafor is over: the house ends it while staff offer her another place. Both are held up at her row until both have come, so that they meet.
async fn meet(is_house_first: bool) {
    let unit = Unit::open().await;
    let (nurse, okafor) = (unit.nurse().await, unit.okafor_herself().await);
    unit.waits(&okafor, "").await;
    unit.put(&nurse, unit.mwangi).await;
    unit.mwangi_himself().await;
    let (old, new) = (unit.place(6, 0, 0), unit.place(6, 1, 0));
    unit.offer(&nurse, unit.okafor, &old).await;
    unit.at.later(86_401);
    let nurse = unit.nurse().await;
    let mut held = unit.at.db.owner().begin().await.unwrap();
    sqlx::query("SELECT FROM dialysis_wait WHERE patient_id = $1 FOR UPDATE")
        .bind(unit.okafor)
        .execute(&mut *held)
        .await
        .unwrap();
    let house = async {
        until_wait(&unit.at, i64::from(!is_house_first)).await;
        jobs::do_what_is_due(&unit.at.house).await.unwrap();
    };
    let staff = async {
        until_wait(&unit.at, i64::from(is_house_first)).await;
        unit.offer(&nurse, unit.okafor, &new).await
    };
    let let_go = async {
        until_wait(&unit.at, 2).await;
        held.commit().await.unwrap();
    };
    let ((), said, ()) = tokio::join!(house, staff, let_go);
    assert!(said.contains("The place is offered."), "{said}");
    jobs::do_what_is_due(&unit.at.house).await.unwrap();
    let by = if is_house_first { "lapsed" } else { "replaced" };
    assert_eq!(unit.ended().await, [by], "one of both ended it");
    let offered: Vec<(Uuid, Uuid)> = sqlx::query_as(
        "SELECT patient_id, offered_shift FROM dialysis_wait WHERE ended_at IS NULL AND offered_at IS NOT NULL ORDER BY asked_at",
    )
    .fetch_all(unit.at.db.owner())
    .await
    .unwrap();
    let [morning, evening, _] = unit.shifts;
    assert_eq!(
        offered,
        [(unit.okafor, evening), (unit.mwangi, morning)],
        "the other place is hers, and the next who waits has the one that she left"
    );
    assert_eq!(unit.told(unit.okafor).await, [OFFERED, ENDED, OFFERED]);
    assert_eq!(unit.told(unit.mwangi).await, [OFFERED]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn the_house_looks_while_staff_replace_what_is_offered_and_one_of_both_ends_it() {
    for is_house_first in [true, false] {
        meet(is_house_first).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_many_who_offer_while_the_house_looks_each_offer_ends_once_or_stands() {
    let unit = Unit::open().await;
    let (nurse, okafor) = (unit.nurse().await, unit.okafor_herself().await);
    unit.mwangi_himself().await;
    unit.waits(&okafor, "").await;
    unit.put(&nurse, unit.mwangi).await;
    let places = [unit.place(5, 0, 0), unit.place(5, 1, 0), unit.place(6, 0, 0)];
    unit.offer(&nurse, unit.okafor, &places[0]).await;
    unit.offer(&nurse, unit.mwangi, &places[1]).await;
    // Both are over; staff offer these places to both of them over and over, also the one's to the other, while the house looks.
    unit.at.later(86_401);
    let nurse = unit.nurse().await;
    let waits = [unit.wait_of(unit.okafor).await, unit.wait_of(unit.mwangi).await];
    let ward = unit.ward.to_string();
    let posts = (0..8).map(|n: usize| {
        let fields = vec![
            ("ward", ward.clone()),
            ("wait", waits[n % 2].clone()),
            ("place", places[n % 3].clone()),
        ];
        let (unit, nurse) = (&unit, &nurse);
        async move {
            let body = Body::Form(fields);
            knock(&unit.at, &Method::POST, "/dialysis/waiting", &body, nurse)
                .await
                .status()
                .as_u16()
        }
    });
    let (answers, done) = tokio::join!(join_all(posts), jobs::do_what_is_due(&unit.at.house));
    done.unwrap();
    assert!(answers.iter().all(|status| *status == 303), "{answers:?}");
    jobs::do_what_is_due(&unit.at.house).await.unwrap();
    let (offered, told, stands, ended, failed): (i64, i64, i64, i64, i64) = sqlx::query_as(
        "SELECT (SELECT count(*) FROM notice WHERE kind = 'dialysis.offered'),
                (SELECT count(*) FROM notice WHERE kind = 'dialysis.offer_ended'),
                (SELECT count(*) FROM dialysis_wait WHERE ended_at IS NULL AND offered_at IS NOT NULL),
                (SELECT count(*) FROM dialysis_offer_ended),
                (SELECT count(*) FROM job WHERE fault IS NOT NULL)",
    )
    .fetch_one(unit.at.db.owner())
    .await
    .unwrap();
    assert_eq!(offered, ended + stands, "each was made once, and ended once or stands");
    assert_eq!((told, failed), (ended, 0));
}
