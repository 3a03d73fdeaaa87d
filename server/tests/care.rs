//! Who treats whom, who is on duty where, and on which ward somebody lies: as admins and doctors say it, and how soon it holds.

use std::time::{Duration, Instant};

use domain::actor::Role;
use domain::ids::{PatientId, WardId};
use domain::live::Topic;
use reqwest::Method;
use uuid::Uuid;

use crate::live::page::{Page, may};
use crate::support::Wardlight;
use crate::support::door::{Body, knock, page};
use crate::support::timing::within_a_second;

const HADDAD: &str = "haddad@riverbend.example";
const RAO: &str = "rao@riverbend.example";

#[tokio::test(flavor = "multi_thread")]
async fn a_duty_opens_the_ward_within_a_second_and_its_end_closes_it() {
    let house = Wardlight::open().await;
    let admin = house.sign_in(HADDAD).await.unwrap();
    let (nurse, cookie) = house.colleague(house.riverbend.id, Role::Nurse).await;
    let (nurse, ward) = (nurse.to_string(), house.riverbend.ward.to_string());
    let topic = Topic::Ward(WardId(house.riverbend.ward));
    let opens = async |may_read: bool| {
        let mut open = Page::open(&house, "/live", &cookie).await;
        open.hello().await;
        assert_eq!(may(&mut open, topic).await, may_read);
        open
    };
    let begin = [
        ("act", "begin-duty"),
        ("person", nurse.as_str()),
        ("ward", ward.as_str()),
        ("hours", ""),
    ];
    let end = [("act", "end-duty"), ("person", nurse.as_str()), ("ward", ward.as_str())];
    let begins = async || {
        let said = page(&house, "/hospital/duties", &admin, &begin).await;
        assert!(said.contains("They are on duty from now on."), "{said}");
    };
    let ends = async || {
        let said = page(&house, "/hospital/duties", &admin, &end).await;
        assert!(said.contains("Their duty has ended."), "{said}");
    };
    within_a_second(ends, async || {
        let mut open = opens(false).await;
        let since = Instant::now();
        begins().await;
        open.until_rights_change(since).await
    })
    .await;
    assert!(
        page(&house, "/hospital/duties", &admin, &begin)
            .await
            .contains("They are on duty on this ward already.")
    );

    within_a_second(begins, async || {
        let mut open = opens(true).await;
        let since = Instant::now();
        ends().await;
        open.until_rights_change(since).await
    })
    .await;
    assert_eq!(
        knock(&house, &Method::GET, &format!("/ward/{ward}"), &Body::None, &cookie)
            .await
            .status(),
        403
    );
    // Neither a ward of another hospital nor somebody who treats nobody.
    let elsewhere = house.lakeside.ward.to_string();
    let wrong = [
        ("act", "begin-duty"),
        ("person", nurse.as_str()),
        ("ward", elsewhere.as_str()),
    ];
    assert!(
        page(&house, "/hospital/duties", &admin, &wrong)
            .await
            .contains("Choose a ward of this hospital.")
    );
    let pharmacist = house.user("lindqvist@riverbend.example").await.to_string();
    let wrong = [
        ("act", "begin-duty"),
        ("person", pharmacist.as_str()),
        ("ward", ward.as_str()),
    ];
    assert!(
        page(&house, "/hospital/duties", &admin, &wrong)
            .await
            .contains("Choose a doctor or a nurse of this hospital.")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn dr_rao_takes_over_a_patient_of_her_ward_and_the_past_stays_known() {
    let house = Wardlight::open().await;
    let (admin, rao) = (house.sign_in(HADDAD).await.unwrap(), house.sign_in(RAO).await.unwrap());
    let path = format!("/patients/{}/care", house.riverbend.patients[1]);
    let taken = page(&house, &path, &rao, &[("act", "take-over")]).await;
    assert!(
        taken.contains("You treat this patient from now on.") && taken.contains("MWANGI, Joseph"),
        "{taken}"
    );
    let twice = knock(
        &house,
        &Method::POST,
        &path,
        &Body::Form(vec![("act", "take-over".into())]),
        &rao,
    )
    .await;
    assert_eq!(twice.status(), 303);
    // She has left the ward and still treats him.
    let (person, ward) = (house.user(RAO).await.to_string(), house.riverbend.ward.to_string());
    page(
        &house,
        "/hospital/duties",
        &admin,
        &[("act", "end-duty"), ("person", &person), ("ward", &ward)],
    )
    .await;
    tokio::time::sleep(Duration::from_millis(1_100)).await;
    let chart = format!("/patients/{}", house.riverbend.patients[1]);
    assert_eq!(
        knock(&house, &Method::GET, &chart, &Body::None, &rao).await.status(),
        200
    );
    let other = format!("/patients/{}", house.riverbend.patients[0]);
    assert_eq!(
        knock(&house, &Method::GET, &other, &Body::None, &rao).await.status(),
        403
    );

    let ended = page(&house, &path, &admin, &[("act", "end"), ("person", &person)]).await;
    assert!(ended.contains("The treatment has ended."), "{ended}");
    let before = &ended[ended.find("Treated before").unwrap()..];
    assert!(before.contains("Dr Anika Rao"), "{before}");
    assert_eq!(
        knock(&house, &Method::GET, &chart, &Body::None, &rao).await.status(),
        403
    );
    let rows: Vec<(String, String)> = sqlx::query_as("SELECT action, subject FROM audit_entry WHERE action LIKE 'care.%' AND outcome = 'allowed' AND action <> 'care.read' AND action <> 'care.assign' ORDER BY at, subject DESC")
        .fetch_all(house.db.owner())
        .await
        .unwrap();
    let rows: Vec<(&str, &str)> = rows
        .iter()
        .map(|(action, subject)| (action.as_str(), subject.as_str()))
        .collect();
    assert_eq!(
        rows,
        [
            ("care.begin", "patient"),
            ("care.begin", "account"),
            ("care.end", "patient"),
            ("care.end", "account")
        ]
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_patient_goes_from_ward_to_ward_and_is_on_one_at_a_time() {
    let house = Wardlight::open().await;
    let admin = house.sign_in(HADDAD).await.unwrap();
    let other = Uuid::now_v7();
    sqlx::query("INSERT INTO ward (id, hospital_id, name) VALUES ($1, $2, 'Ward 5')")
        .bind(other)
        .bind(house.riverbend.id.0)
        .execute(house.db.owner())
        .await
        .unwrap();
    let path = format!("/patients/{}/care", house.riverbend.patients[1]);
    let (here, other) = (house.riverbend.ward.to_string(), other.to_string());
    let moved = page(&house, &path, &admin, &[("act", "admit"), ("ward", &other)]).await;
    assert!(
        moved.contains("The patient lies on this ward from now on.") && moved.contains("<b>Ward 5</b>"),
        "{moved}"
    );
    assert!(
        page(&house, &path, &admin, &[("act", "admit"), ("ward", &other)])
            .await
            .contains("The patient lies on this ward already.")
    );
    let elsewhere = house.lakeside.ward.to_string();
    assert!(
        page(&house, &path, &admin, &[("act", "admit"), ("ward", &elsewhere)])
            .await
            .contains("Choose a ward of this hospital.")
    );
    assert!(
        page(&house, &path, &admin, &[("act", "discharge")])
            .await
            .contains("Lies on no ward of this hospital.")
    );
    assert!(
        page(&house, &path, &admin, &[("act", "discharge")])
            .await
            .contains("The patient lies on no ward.")
    );
    assert!(
        page(&house, &path, &admin, &[("act", "admit"), ("ward", &here)])
            .await
            .contains("from now on.")
    );
    let stays: i64 = sqlx::query_scalar("SELECT count(*) FROM admission WHERE patient_id = $1")
        .bind(house.riverbend.patients[1])
        .fetch_one(house.db.owner())
        .await
        .unwrap();
    assert_eq!(stays, 3, "each stay is kept");
}

/// Mwangi comes to a ward, Dr Rao takes him over, he goes to the next ward and home. Dr Tembo treated him before he came and goes on.
#[tokio::test(flavor = "multi_thread")]
async fn who_treats_a_patient_for_a_stay_treats_them_no_longer_than_it() {
    let house = Wardlight::open().await;
    let (admin, rao) = (house.sign_in(HADDAD).await.unwrap(), house.sign_in(RAO).await.unwrap());
    let (tembo, _) = house.colleague(house.riverbend.id, Role::Doctor).await;
    let (next, here) = (Uuid::now_v7(), house.riverbend.ward.to_string());
    sqlx::query("INSERT INTO ward (id, hospital_id, name) VALUES ($1, $2, 'Ward 5')")
        .bind(next)
        .bind(house.riverbend.id.0)
        .execute(house.db.owner())
        .await
        .unwrap();
    let path = format!("/patients/{}/care", house.riverbend.patients[1]);
    let (tembo, next) = (tembo.to_string(), next.to_string());
    let says = async |cookie: &str, fields: &[(&'static str, &str)], sentence: &str| {
        let said = page(&house, &path, cookie, fields).await;
        assert!(said.contains(sentence), "{sentence}: {said}");
    };
    // Where he lay before is another stay; this one begins after Dr Tembo.
    page(&house, &path, &admin, &[("act", "discharge")]).await;
    let assign = [("act", "assign"), ("person", tembo.as_str())];
    says(&admin, &assign, "They treat this patient").await;
    says(&admin, &[("act", "admit"), ("ward", &here)], "from now on.").await;
    says(&rao, &[("act", "take-over")], "You treat this patient").await;
    says(&admin, &[("act", "admit"), ("ward", &next)], "<b>Ward 5</b>").await;
    assert_eq!(treating(&house).await, 2, "a transfer ends nothing");
    says(&admin, &[("act", "discharge")], "The patient has left the ward.").await;
    let left: Vec<Uuid> = sqlx::query_scalar("SELECT user_id FROM care_relation WHERE upper_inf(during)")
        .fetch_all(house.db.owner())
        .await
        .unwrap();
    assert_eq!(left.iter().map(Uuid::to_string).collect::<Vec<_>>(), [tembo]);
    assert_eq!(house.traced("care.end", "allowed").await, 2, "in the trace of both");
}

async fn treating(house: &Wardlight) -> i64 {
    sqlx::query_scalar("SELECT count(*) FROM care_relation WHERE upper_inf(during)")
        .fetch_one(house.db.owner())
        .await
        .unwrap()
}

/// A nurse reads Mwangi because he is measured at a bed of the ward where she is on duty. The monitor goes elsewhere, or is put on somebody else: her open page hears of
/// it within a second.
#[tokio::test(flavor = "multi_thread")]
async fn a_monitor_that_leaves_the_ward_takes_the_open_page_with_it() {
    let house = Wardlight::open().await;
    let (nurse, cookie) = house.colleague(house.riverbend.id, Role::Nurse).await;
    let device = house.riverbend.devices[1].id;
    for sql in [
        "INSERT INTO ward_duty (user_id, ward_id, hospital_id, during) SELECT $1, id, hospital_id, tstzrange(now() - interval '1 hour', NULL) FROM ward WHERE id = $2",
        // Nobody is admitted: he lies there because the monitor stands there.
        "UPDATE admission SET during = tstzrange(lower(during), now() - interval '1 minute') WHERE upper_inf(during) AND $1 IS NOT NULL AND ward_id = $2",
    ] {
        let done = sqlx::query(sql).bind(nurse.0).bind(house.riverbend.ward);
        done.execute(house.db.owner()).await.unwrap();
    }
    let topic = Topic::Patient(PatientId(house.riverbend.patients[1]));
    // It left a while ago, and somebody noticed now; later it is put on somebody else at a time that was said before.
    let end = "UPDATE device_assignment SET during = tstzrange(lower(during), greatest(lower(during) + interval '1 microsecond', now() - interval '5 minutes')) WHERE device_id = $1 AND upper_inf(during)";
    let back = "INSERT INTO device_assignment (device_id, bed_id, during)
                SELECT device_id, bed_id, tstzrange(now(), NULL) FROM device_assignment WHERE device_id = $1 LIMIT 1";
    let other = "UPDATE device_session SET during = tstzrange(lower(during), now() + interval '2 seconds') WHERE device_id = $1 AND upper_inf(during)";
    let same = "UPDATE device_session SET during = tstzrange(lower(during), NULL) WHERE device_id = $1";
    let run = async |sql: &'static str| {
        sqlx::query(sql).bind(device.0).execute(house.db.owner()).await.unwrap();
        Instant::now()
    };
    let opens = async || {
        let mut open = Page::open(&house, "/live", &cookie).await;
        open.hello().await;
        assert!(may(&mut open, topic).await);
        // What was told before has been heard by then.
        tokio::time::sleep(Duration::from_millis(900)).await;
        open
    };
    let comes_back = async || {
        run(back).await;
    };
    within_a_second(comes_back, async || {
        let mut open = opens().await;
        let since = run(end).await;
        open.until_denied(topic, since).await
    })
    .await;
    comes_back().await;
    tokio::time::sleep(Duration::from_millis(900)).await;
    within_a_second(
        async || {
            run(same).await;
        },
        async || {
            let mut open = opens().await;
            let since = run(other).await + Duration::from_secs(2);
            open.until_denied(topic, since).await
        },
    )
    .await;
}
