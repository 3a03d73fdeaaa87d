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
    let free = unit.place(2, 0, 0);
    unit.book(&nurse, unit.mwangi, &free).await;
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
    let said = page(&unit.at, "/my/dialysis", &okafor, &[("act", "take"), ("place", &free)]).await;
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
    // The page knows before anybody has tidied up.
    let shown = page(&unit.at, "/my/dialysis", &okafor, &[]).await;
    assert!(
        shown.contains("cannot be taken any more") && !shown.contains("This place is free:"),
        "{shown}"
    );
    let said = page(&unit.at, "/my/dialysis", &okafor, &[("act", "take"), ("place", &place)]).await;
    assert!(said.contains("This place is taken by now."), "{said}");
    assert!(
        said.contains("You wait for a place from"),
        "she goes on waiting: {said}"
    );
    let said = unit
        .post("/dialysis/waiting", &nurse, &[("wait", &wait), ("place", &place)])
        .await;
    assert!(said.contains("This place is not free for them any more."), "{said}");
    let said = page(
        &unit.at,
        "/my/dialysis",
        &okafor,
        &[("act", "decline"), ("place", &place)],
    )
    .await;
    assert!(
        said.contains("Another place is offered to you by now, or none."),
        "what she could not take is offered no longer: {said}"
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

/// Who asks at the chair or by telephone, or has no portal, is put on the list by staff, and taken off it.
#[tokio::test(flavor = "multi_thread")]
async fn staff_put_somebody_on_the_list_and_take_them_off() {
    let unit = Unit::open().await;
    let nurse = unit.nurse().await;
    let (mwangi, from, until) = (unit.mwangi.to_string(), unit.day(1).text(), unit.day(7).text());
    let put = [
        ("act", "put"),
        ("patient", mwangi.as_str()),
        ("from", from.as_str()),
        ("until", until.as_str()),
    ];
    let said = unit.post("/dialysis/waiting", &nurse, &put).await;
    assert!(
        said.contains("They are on the list.") && said.contains("MWANGI, Joseph"),
        "{said}"
    );
    let said = unit.post("/dialysis/waiting", &nurse, &put).await;
    assert!(said.contains("They wait for a place already."), "{said}");
    let mut wrong = put;
    wrong[3] = ("until", "2020-01-01");
    let said = unit.post("/dialysis/waiting", &nurse, &wrong).await;
    assert!(said.contains("Enter a day from the first on"), "{said}");
    // Nobody of another hospital, and nobody for whom nothing is prescribed.
    let petrov = unit.at.lakeside.patients[0].to_string();
    let mut other = put;
    other[1] = ("patient", petrov.as_str());
    let said = unit.post("/dialysis/waiting", &nurse, &other).await;
    assert!(said.contains("No dialysis is prescribed for them."), "{said}");
    let technician = unit.at.sign_in("mensah@riverbend.example").await.unwrap();
    let ward = unit.ward.to_string();
    let here = |fields: &[(&'static str, &str)]| -> Vec<(&'static str, String)> {
        let all = [("ward", ward.as_str())].into_iter().chain(fields.iter().copied());
        all.map(|(name, value)| (name, value.to_owned())).collect()
    };
    let status = async |cookie: &str, fields: Vec<(&'static str, String)>| {
        let fields: Vec<(&'static str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        unit.status("/dialysis/waiting", cookie, &fields).await
    };
    assert_eq!(status(&technician, here(&put)).await, 403);
    // What comes free is offered to him as to who asked by themselves.
    let place = unit.place(2, 0, 0);
    unit.book(&nurse, unit.okafor, &place).await;
    let session = unit.booked(unit.okafor).await.unwrap().to_string();
    let cancel = [("act", "cancel"), ("session", session.as_str()), ("reason", "holiday")];
    unit.post("/dialysis/diary", &nurse, &cancel).await;
    jobs::do_what_is_due(&unit.at.house).await.unwrap();
    let offered: Option<Uuid> =
        sqlx::query_scalar("SELECT offered_station FROM dialysis_wait WHERE patient_id = $1 AND ended_at IS NULL")
            .bind(unit.mwangi)
            .fetch_one(unit.at.db.owner())
            .await
            .unwrap();
    assert_eq!(offered, Some(unit.chairs[0]));
    let wait: Uuid = sqlx::query_scalar("SELECT id FROM dialysis_wait WHERE patient_id = $1 AND ended_at IS NULL")
        .bind(unit.mwangi)
        .fetch_one(unit.at.db.owner())
        .await
        .unwrap();
    let wait = wait.to_string();
    let off = [("act", "take-off"), ("wait", wait.as_str())];
    let said = unit.post("/dialysis/waiting", &nurse, &off).await;
    assert!(
        said.contains("They wait no longer.") && said.contains("Nobody waits"),
        "{said}"
    );
    assert_eq!(status(&nurse, here(&off)).await, 404);
}
