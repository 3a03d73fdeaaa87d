//! The weekly plan books itself, once; who has nothing booked in time is listed; what is offered is taken by the rules of whoever books by themselves; and the other side confirms.

use domain::dialysis::places::Day;
use hospital::dialysis::diary::plan_ahead::{AHEAD, book_ahead};
use uuid::Uuid;

use super::Unit;
use crate::support::door::page;

impl Unit {
    /// A line of the plan in the morning at a chair, on the day of the week of `day`.
    pub(super) async fn promise(&self, nurse: &str, patient: Uuid, day: Day, chair: usize) {
        let (patient, weekday) = (patient.to_string(), day.weekday().iso().to_string());
        let (shift, station) = (self.shifts[0].to_string(), self.chairs[chair].to_string());
        let fields = [
            ("act", "add"),
            ("patient", patient.as_str()),
            ("weekday", weekday.as_str()),
            ("shift", shift.as_str()),
            ("station", station.as_str()),
        ];
        let said = self.post("/dialysis/plan", nurse, &fields).await;
        assert!(said.contains("It stands in the weekly plan."), "{said}");
    }

    /// Somebody who waits from tomorrow on for two weeks is offered a place.
    async fn offered(&self, nurse: &str, okafor: &str, place: &str) {
        let (from, until) = (self.day(1).text(), self.day(20).text());
        let wait = [("act", "wait"), ("from", from.as_str()), ("until", until.as_str())];
        page(&self.at, "/my/dialysis", okafor, &wait).await;
        let wait: Uuid = sqlx::query_scalar("SELECT id FROM dialysis_wait WHERE ended_at IS NULL")
            .fetch_one(self.at.db.owner())
            .await
            .unwrap();
        let said = self
            .post(
                "/dialysis/waiting",
                nurse,
                &[("wait", &wait.to_string()), ("place", place)],
            )
            .await;
        assert!(said.contains("The place is offered."), "{said}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_plan_books_itself_so_many_days_ahead_and_once() {
    let unit = Unit::open().await;
    let nurse = unit.nurse().await;
    // Somebody else has her chair on one of the days, since before she was promised it.
    unit.book(&nurse, unit.mwangi, &unit.place(8, 0, 0)).await;
    unit.promise(&nurse, unit.okafor, unit.day(1), 0).await;
    unit.promise(&nurse, unit.okafor, unit.day(3), 0).await;
    let shown = page(&unit.at, &format!("/dialysis/plan?ward={}", unit.ward), &nurse, &[]).await;
    assert!(
        shown.contains(&format!("for the next {AHEAD} days")),
        "the page says how far"
    );
    assert_eq!(
        book_ahead(&unit.at.house).await.unwrap(),
        3,
        "both days of two weeks, but one"
    );
    assert_eq!(book_ahead(&unit.at.house).await.unwrap(), 0, "and once");
    let by: Vec<Uuid> = sqlx::query_scalar("SELECT DISTINCT booked_by FROM dialysis_session WHERE plan_id IS NOT NULL")
        .fetch_all(unit.at.db.owner())
        .await
        .unwrap();
    assert_eq!(
        by,
        [unit.at.user("achieng@riverbend.example").await.0],
        "in the name of who made the line"
    );
    // What was called off stays called off; a day later one day more is booked.
    let session = unit.booked(unit.okafor).await.unwrap().to_string();
    let cancel = [("act", "cancel"), ("session", session.as_str()), ("reason", "holiday")];
    unit.post("/dialysis/diary", &nurse, &cancel).await;
    assert_eq!(book_ahead(&unit.at.house).await.unwrap(), 0);
    unit.at.later(86_400);
    assert_eq!(
        book_ahead(&unit.at.house).await.unwrap(),
        1,
        "the day that has come within reach"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn for_whom_nothing_is_booked_in_time_is_listed_although_nothing_was_missed() {
    let unit = Unit::open().await;
    let nurse = unit.nurse().await;
    unit.book(&nurse, unit.okafor, &unit.place(2, 0, 0)).await;
    // Within a week, and later than the three days of Monday, Wednesday, Friday and a day of grace.
    unit.book(&nurse, unit.mwangi, &unit.place(6, 0, 0)).await;
    let radar = page(&unit.at, &format!("/dialysis/missed?ward={}", unit.ward), &nurse, &[]).await;
    let (_, list) = radar
        .split_once("Prescribed, and nothing booked in time")
        .expect("the list");
    assert!(list.contains("MWANGI, Joseph") && !list.contains("OKAFOR"), "{list}");
    unit.book(&nurse, unit.mwangi, &unit.place(1, 1, 2)).await;
    let radar = page(&unit.at, &format!("/dialysis/missed?ward={}", unit.ward), &nurse, &[]).await;
    assert!(!radar.contains("nothing booked in time"), "{radar}");
}

#[tokio::test(flavor = "multi_thread")]
async fn staff_do_not_book_a_place_that_the_weekly_plan_promises() {
    let unit = Unit::open().await;
    let nurse = unit.nurse().await;
    // In five weeks: the line is not booked that far ahead.
    let ahead = 35 + 2;
    unit.promise(&nurse, unit.mwangi, unit.day(2), 0).await;
    let promised = "By the weekly plan this place is somebody’s on that day.";
    let said = unit.book(&nurse, unit.okafor, &unit.place(ahead, 0, 0)).await;
    assert!(said.contains(promised), "{said}");
    unit.book(&nurse, unit.okafor, &unit.place(ahead, 0, 2)).await;
    let session = unit.booked(unit.okafor).await.unwrap().to_string();
    let place = unit.place(ahead, 0, 0);
    let fields = [
        ("act", "move"),
        ("session", session.as_str()),
        ("place", place.as_str()),
    ];
    let said = unit.post("/dialysis/diary", &nurse, &fields).await;
    assert!(said.contains(promised), "{said}");
    let kept = unit.booked(unit.okafor).await.map(|id| id.to_string());
    assert_eq!(kept, Some(session), "what was not moved stays where it was");
    // The same chair in another shift, and on the day after, is nobody's.
    for free in [unit.place(ahead, 1, 0), unit.place(ahead + 1, 0, 0)] {
        let said = unit.book(&nurse, unit.mwangi, &free).await;
        assert!(said.contains("The place is booked."), "{free}: {said}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_offered_is_not_taken_where_it_became_somebody_elses_by_the_plan() {
    let unit = Unit::open().await;
    let (nurse, okafor) = (unit.nurse().await, unit.okafor_herself().await);
    let place = unit.place(2, 0, 0);
    unit.offered(&nurse, &okafor, &place).await;
    unit.promise(&nurse, unit.mwangi, unit.day(2), 0).await;
    let said = page(&unit.at, "/my/dialysis", &okafor, &[("act", "take"), ("place", &place)]).await;
    assert!(said.contains("This place is taken by now."), "{said}");
    assert_eq!(unit.taken().await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_offered_is_not_taken_beyond_what_is_prescribed_for_the_week() {
    let unit = Unit::open().await;
    let (nurse, okafor) = (unit.nurse().await, unit.okafor_herself().await);
    let monday = unit.day(0).monday().plus(7).0 - unit.day(0).0;
    for day in 0..2 {
        unit.book(&nurse, unit.okafor, &unit.place(monday + day, 0, 0)).await;
    }
    let place = unit.place(monday + 3, 0, 0);
    unit.offered(&nurse, &okafor, &place).await;
    // Her week fills up before she answers.
    unit.book(&nurse, unit.okafor, &unit.place(monday + 2, 0, 0)).await;
    let said = page(&unit.at, "/my/dialysis", &okafor, &[("act", "take"), ("place", &place)]).await;
    assert!(
        said.contains("That week has as many sessions as are prescribed."),
        "{said}"
    );
    assert_eq!(unit.taken().await, 3);
    assert!(!said.contains("This place is free:"), "it is offered no longer: {said}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_booked_is_confirmed_by_the_other_side() {
    let unit = Unit::open().await;
    let (nurse, okafor) = (unit.nurse().await, unit.okafor_herself().await);
    unit.book(&nurse, unit.okafor, &unit.place(2, 0, 0)).await;
    let session = unit.booked(unit.okafor).await.unwrap().to_string();
    let confirm = [("act", "confirm"), ("session", session.as_str())];
    let said = unit.post("/dialysis/diary", &nurse, &confirm).await;
    assert!(said.contains("The patient confirms it in their portal."), "{said}");
    let mine = page(&unit.at, "/my/dialysis", &okafor, &[]).await;
    assert!(mine.contains("I will come") && !mine.contains("Confirmed"), "{mine}");
    let said = page(&unit.at, "/my/dialysis", &okafor, &confirm).await;
    assert!(
        said.contains("You have confirmed that you come.") && said.contains("Confirmed"),
        "{said}"
    );
    let said = page(&unit.at, "/my/dialysis", &okafor, &confirm).await;
    assert!(said.contains("This session is confirmed already."), "{said}");
    let day = unit.day(2).text();
    let shown = page(
        &unit.at,
        &format!("/dialysis/diary?ward={}&day={day}", unit.ward),
        &nurse,
        &[],
    )
    .await;
    assert!(shown.contains("Confirmed"), "{shown}");

    // What she books herself the unit confirms, and not she.
    let place = unit.place(4, 1, 0);
    page(&unit.at, "/my/dialysis/book", &okafor, &[("place", place.as_str())]).await;
    let own = unit.booked(unit.okafor).await.unwrap().to_string();
    assert_ne!(own, session, "she booked another");
    let confirm = [("act", "confirm"), ("session", own.as_str())];
    let said = page(&unit.at, "/my/dialysis", &okafor, &confirm).await;
    assert!(said.contains("Who booked a session does not confirm it."), "{said}");
    let day = unit.day(4).text();
    let at = format!("/dialysis/diary?ward={}&day={day}&session={own}", unit.ward);
    let shown = page(&unit.at, &at, &nurse, &[]).await;
    assert!(
        shown.contains("The patient booked this session in the portal."),
        "{shown}"
    );
    let said = unit.post("/dialysis/diary", &nurse, &confirm).await;
    assert!(said.contains("The session is confirmed."), "{said}");
    // Another's session is not found.
    let other = unit.mwangi_himself().await;
    assert_eq!(unit.status("/my/dialysis", &other, &confirm).await, 404);
}
