//! Who waits for another place is offered what comes free; everybody is reminded the day before.

use hospital::dialysis::diary::remind::remind;
use hospital::jobs;
use uuid::Uuid;

use super::{Unit, run};
use crate::support::door::page;

#[tokio::test(flavor = "multi_thread")]
async fn what_comes_free_is_offered_to_who_waits_and_is_theirs_when_they_take_it() {
    let unit = Unit::open().await;
    let (nurse, okafor) = (unit.nurse().await, unit.okafor_herself().await);
    unit.book(&nurse, unit.mwangi, &unit.place(2, 0, 0)).await;
    let (from, until) = (unit.day(1).text(), unit.day(7).text());
    let wait = [("act", "wait"), ("from", from.as_str()), ("until", until.as_str())];
    let said = page(&unit.at, "/my/dialysis", &okafor, &wait).await;
    assert!(said.contains("You are told when a place comes free."), "{said}");
    let said = page(&unit.at, "/my/dialysis", &okafor, &wait).await;
    assert!(said.contains("You wait for a place already."), "{said}");
    let list = page(&unit.at, &format!("/dialysis/waiting?ward={}", unit.ward), &nurse, &[]).await;
    assert!(list.contains("OKAFOR, Amara"), "{list}");
    let session = unit.booked(unit.mwangi).await.unwrap().to_string();
    let cancel = [("act", "cancel"), ("session", session.as_str()), ("reason", "holiday")];
    unit.post("/dialysis/diary", &nurse, &cancel).await;
    jobs::do_what_is_due(&unit.at.house).await.unwrap();
    let shown = page(&unit.at, "/my/dialysis", &okafor, &[]).await;
    assert!(
        shown.contains("This place is free:") && shown.contains("C-1"),
        "{shown}"
    );
    let told: i64 =
        sqlx::query_scalar("SELECT count(*) FROM notice WHERE kind = 'dialysis.offered' AND patient_id = $1")
            .bind(unit.okafor)
            .fetch_one(unit.at.db.owner())
            .await
            .unwrap();
    assert_eq!(told, 1);
    let said = page(&unit.at, "/my/dialysis", &okafor, &[("act", "take")]).await;
    assert!(said.contains("The place is yours."), "{said}");
    assert_eq!(
        (unit.booked(unit.okafor).await.is_some(), unit.taken().await),
        (true, 1)
    );
    assert!(
        page(
            &unit.at,
            "/my/dialysis",
            &okafor,
            &[("act", "wait"), ("from", &from), ("until", &until)]
        )
        .await
        .contains("You are told when")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn an_offer_holds_nothing_and_who_is_quicker_has_the_place() {
    let unit = Unit::open().await;
    let (nurse, okafor) = (unit.nurse().await, unit.okafor_herself().await);
    let (from, until) = (unit.day(1).text(), unit.day(7).text());
    page(
        &unit.at,
        "/my/dialysis",
        &okafor,
        &[("act", "wait"), ("from", &from), ("until", &until)],
    )
    .await;
    let wait: Uuid = sqlx::query_scalar("SELECT id FROM dialysis_wait")
        .fetch_one(unit.at.db.owner())
        .await
        .unwrap();
    let (wait, place) = (wait.to_string(), unit.place(2, 0, 0));
    let said = unit
        .post("/dialysis/waiting", &nurse, &[("wait", &wait), ("place", &place)])
        .await;
    assert!(said.contains("The place is offered. They are told."), "{said}");
    unit.book(&nurse, unit.mwangi, &place).await;
    let said = page(&unit.at, "/my/dialysis", &okafor, &[("act", "take")]).await;
    assert!(said.contains("Somebody has this chair at that time already."), "{said}");
    assert!(
        said.contains("You wait for a place from"),
        "she goes on waiting: {said}"
    );
    let said = unit
        .post("/dialysis/waiting", &nurse, &[("wait", &wait), ("place", &place)])
        .await;
    assert!(said.contains("This place is not free for them any more."), "{said}");
    assert!(
        page(&unit.at, "/my/dialysis", &okafor, &[("act", "decline")])
            .await
            .contains("You go on waiting for another place.")
    );
    assert!(
        page(&unit.at, "/my/dialysis", &okafor, &[("act", "withdraw")])
            .await
            .contains("You wait for another place no longer.")
    );
    assert_eq!(unit.status("/my/dialysis", &okafor, &[("act", "withdraw")]).await, 404);
}

#[tokio::test(flavor = "multi_thread")]
async fn everybody_is_reminded_of_a_session_once() {
    let unit = Unit::open().await;
    let rao = unit.at.user("rao@riverbend.example").await;
    let booked = async |patient: Uuid, hours: i32, before: i32| {
        run(
            &unit.at,
            format!(
                "INSERT INTO dialysis_session (id, patient_id, hospital_id, station_id, planned, minutes, booked_at, booked_by)
                 VALUES (gen_random_uuid(), '{patient}', '{}', '{}', tstzrange(now() + interval '{hours} hours', now() + interval '{} hours'), 240,
                         now() - interval '{before} hours', '{rao}')",
                unit.hospital,
                unit.chairs[0],
                hours + 5,
            ),
        )
        .await;
    };
    booked(unit.okafor, 20, 48).await;
    booked(unit.okafor, 60, 48).await;
    // What was booked two hours before it begins needs no reminder.
    booked(unit.mwangi, 2, 0).await;
    let work = jobs::at_work(&unit.at.house);
    assert_eq!((remind(&work).await.unwrap(), remind(&work).await.unwrap()), (1, 0));
    let told: Vec<Uuid> = sqlx::query_scalar("SELECT patient_id FROM notice WHERE kind = 'dialysis.tomorrow'")
        .fetch_all(unit.at.db.owner())
        .await
        .unwrap();
    assert_eq!(told, [unit.okafor]);
}
