//! Whose a device is: given and taken by admins, read by many and kept by one, gone with the role it was for; and nobody gives anything to themselves.

use std::time::Duration;

use domain::actor::Role;
use domain::ids::UserId;
use hospital::identity::Realm;
use reqwest::Method;
use uuid::Uuid;

use crate::support::Wardlight;
use crate::support::door::{Body, knock, page};

const HADDAD: &str = "haddad@riverbend.example";
const RAO: &str = "rao@riverbend.example";
const DUTIES: &str = "/hospital/duties";

/// Whether this cookie opens the chart of who lies in bed `bed`.
async fn reads(house: &Wardlight, cookie: &str, bed: usize) -> bool {
    let path = format!("/patients/{}", house.riverbend.patients[bed - 1]);
    let status = knock(house, &Method::GET, &path, &Body::None, cookie).await.status();
    assert!([200, 403].contains(&status.as_u16()), "{status}");
    status == 200
}

/// An act about a device, and what the page says of it.
async fn device(house: &Wardlight, admin: &str, act: &str, reader: UserId, bed: usize) -> String {
    let (reader, device) = (reader.to_string(), house.riverbend.devices[bed - 1].id.to_string());
    let fields = [("act", act), ("reader", reader.as_str()), ("device", device.as_str())];
    page(house, DUTIES, admin, &fields).await
}

/// The duties on devices of somebody that are over.
async fn past_devices(house: &Wardlight, user: UserId) -> i64 {
    sqlx::query_scalar("SELECT count(*) FROM device_duty WHERE user_id = $1 AND upper(during) <= now()")
        .bind(user.0)
        .fetch_one(house.db.owner())
        .await
        .unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn two_doctors_read_one_monitor_and_whose_it_was_stays_known() {
    let house = Wardlight::open().await;
    let admin = house.sign_in(HADDAD).await.unwrap();
    let (tembo, tembos) = house.colleague(house.riverbend.id, Role::Doctor).await;
    let (lopez, lopezs) = house.colleague(house.riverbend.id, Role::Doctor).await;
    assert!(!reads(&house, &tembos, 2).await && !reads(&house, &lopezs, 2).await);
    for doctor in [tembo, lopez] {
        let said = device(&house, &admin, "give-device", doctor, 2).await;
        assert!(said.contains("The device is theirs from now on."), "{said}");
    }
    assert!(reads(&house, &tembos, 2).await && reads(&house, &lopezs, 2).await);
    assert!(!reads(&house, &tembos, 1).await, "that device and no other");
    let twice = device(&house, &admin, "give-device", tembo, 2).await;
    assert!(twice.contains("This device is theirs already."), "{twice}");

    let taken = device(&house, &admin, "take-device", tembo, 2).await;
    assert!(taken.contains("The device is theirs no longer."), "{taken}");
    assert!(!reads(&house, &tembos, 2).await && reads(&house, &lopezs, 2).await);
    assert_eq!(
        (past_devices(&house, tembo).await, past_devices(&house, lopez).await),
        (1, 0)
    );
    let again = device(&house, &admin, "take-device", tembo, 2).await;
    assert!(again.contains("This device is not theirs now."), "{again}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_technician_keeps_one_device_at_a_time() {
    let house = Wardlight::open().await;
    let admin = house.sign_in(HADDAD).await.unwrap();
    let mensah = house.user("mensah@riverbend.example").await;
    let cookie = house.sign_in("mensah@riverbend.example").await.unwrap();
    assert!(reads(&house, &cookie, 1).await && !reads(&house, &cookie, 2).await);
    let second = device(&house, &admin, "give-device", mensah, 2).await;
    assert!(second.contains("A technician keeps one device at a time."), "{second}");
    device(&house, &admin, "take-device", mensah, 1).await;
    assert!(!reads(&house, &cookie, 1).await);
    let given = device(&house, &admin, "give-device", mensah, 2).await;
    assert!(given.contains("The device is theirs from now on."), "{given}");
    assert!(!reads(&house, &cookie, 1).await && reads(&house, &cookie, 2).await);
    assert_eq!(past_devices(&house, mensah).await, 1);
}

/// Dr Rao reads a device, is on duty, treats Mwangi; then she becomes a technician.
#[tokio::test(flavor = "multi_thread")]
async fn what_somebody_had_by_a_role_ends_with_it() {
    let house = Wardlight::open().await;
    let admin = house.sign_in(HADDAD).await.unwrap();
    let rao = house.user(RAO).await;
    let hers = house.sign_in(RAO).await.unwrap();
    device(&house, &admin, "give-device", rao, 1).await;
    device(&house, &admin, "give-device", rao, 2).await;
    let care = format!("/patients/{}/care", house.riverbend.patients[1]);
    page(&house, &care, &hers, &[("act", "take-over")]).await;
    let user = rao.to_string();
    for role in ["technician", "doctor"] {
        let fields = [("user", user.as_str()), ("role", role)];
        page(&house, "/hospital/staff/roles", &admin, &fields).await;
        tokio::time::sleep(Duration::from_millis(1_100)).await;
        assert!(
            !reads(&house, &hers, 1).await && !reads(&house, &hers, 2).await,
            "as {role}"
        );
    }
    let open: i64 = sqlx::query_scalar(
        "SELECT (SELECT count(*) FROM device_duty   WHERE user_id = $1 AND upper_inf(during))
              + (SELECT count(*) FROM ward_duty     WHERE user_id = $1 AND upper_inf(during))
              + (SELECT count(*) FROM care_relation WHERE user_id = $1 AND upper_inf(during))",
    )
    .bind(rao.0)
    .fetch_one(house.db.owner())
    .await
    .unwrap();
    assert_eq!(
        (open, past_devices(&house, rao).await),
        (0, 2),
        "ended, and still known"
    );
    for (what, times) in [("device_duty.end", 4), ("duty.end", 2), ("care.end", 2)] {
        assert_eq!(house.traced(what, "allowed").await, times, "{what}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_was_switched_off_comes_back_without_duties() {
    let house = Wardlight::open().await;
    let admin = house.sign_in(HADDAD).await.unwrap();
    let user = house.user(RAO).await.to_string();
    for path in ["/hospital/staff/inactive", "/hospital/staff/active"] {
        page(&house, path, &admin, &[("user", user.as_str())]).await;
    }
    let hers = house.sign_in(RAO).await.unwrap();
    assert!(!reads(&house, &hers, 2).await);
    // And a technician with what was a doctor's, however it came to be there, reads nobody by it.
    let (nkosi, cookie) = house.colleague(house.riverbend.id, Role::Technician).await;
    sqlx::query("INSERT INTO device_duty (user_id, device_id, hospital_id, kind, during) VALUES ($1, $2, $3, 'reads', tstzrange(now(), NULL))")
        .bind(nkosi.0)
        .bind(house.riverbend.devices[1].id.0)
        .bind(house.riverbend.id.0)
        .execute(house.db.owner())
        .await
        .unwrap();
    assert!(!reads(&house, &cookie, 2).await);
}

/// Dr Mara runs the hospital and treats people there: what opens a record to her, somebody else says.
#[tokio::test(flavor = "multi_thread")]
async fn an_admin_who_is_also_a_doctor_opens_nothing_for_herself() {
    let house = Wardlight::open().await;
    let (mara, _) = house.colleague(house.riverbend.id, Role::HospitalAdmin).await;
    sqlx::query("INSERT INTO role_grant (user_id, hospital_id, role) VALUES ($1, $2, 'doctor')")
        .bind(mara.0)
        .bind(house.riverbend.id.0)
        .execute(house.db.owner())
        .await
        .unwrap();
    let cookie = house.session(Realm::Staff, mara, house.riverbend.id, None).await;
    let (me, ward) = (mara.to_string(), house.riverbend.ward.to_string());
    let monitor = house.riverbend.devices[1].id.to_string();
    let care = format!("/patients/{}/care", house.riverbend.patients[1]);
    let herself: [(&str, &[(&'static str, &str)]); 3] = [
        (&care, &[("act", "assign"), ("person", &me)]),
        (DUTIES, &[("act", "begin-duty"), ("person", &me), ("ward", &ward)]),
        (DUTIES, &[("act", "give-device"), ("reader", &me), ("device", &monitor)]),
    ];
    for (path, fields) in herself {
        let said = page(&house, path, &cookie, fields).await;
        assert!(
            said.contains("Nobody assigns anything to themselves. Ask another administrator."),
            "{said}"
        );
    }
    assert!(!reads(&house, &cookie, 2).await);

    // Nor by bringing somebody to a ward on which a colleague once put her on duty.
    sqlx::query("INSERT INTO ward_duty (user_id, ward_id, hospital_id, during) VALUES ($1, $2, $3, tstzrange(now() - interval '1 hour', NULL))")
        .bind(mara.0)
        .bind(house.riverbend.ward)
        .bind(house.riverbend.id.0)
        .execute(house.db.owner())
        .await
        .unwrap();
    tokio::time::sleep(Duration::from_millis(1_100)).await;
    let said = page(&house, &care, &cookie, &[("act", "admit"), ("ward", &ward)]).await;
    assert!(said.contains("You are on duty on this ward"), "{said}");

    // A colleague she assigns; after five minutes she is asked who she is, and may still look.
    let rao = house.user(RAO).await.to_string();
    let assign = [("act", "assign"), ("person", rao.as_str())];
    let said = page(&house, &care, &cookie, &assign).await;
    assert!(said.contains("They treat this patient from now on."), "{said}");
    sqlx::query("UPDATE browser_session SET proved_at = now() - interval '6 minutes' WHERE user_id = $1")
        .bind(mara.0)
        .execute(house.db.owner())
        .await
        .unwrap();
    tokio::time::sleep(Duration::from_millis(1_100)).await;
    let form = Body::Form(vec![
        ("act", "begin-duty".into()),
        ("person", rao),
        ("ward", Uuid::nil().to_string()),
    ]);
    let asked = knock(&house, &Method::POST, DUTIES, &form, &cookie).await;
    let to = asked.headers()["location"].to_str().unwrap();
    assert!(to.starts_with("/account/prove"), "{to}");
    let look = knock(&house, &Method::GET, DUTIES, &Body::None, &cookie).await;
    assert_eq!(look.status(), 200);
}
