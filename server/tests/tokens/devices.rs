//! A device asks for the successor of its token; an administrator makes, sees and revokes tokens.

use std::time::Instant;

use domain::actor::{Actor, Role};
use hospital::devices::{list_device_tokens, make_device_token, revoke_device_token};
use hospital::{Ctx, HospitalError};
use secrecy::ExposeSecret;
use uuid::Uuid;

use super::*;
use crate::support::TestDevice;

async fn rotate(at: &Wardlight, device: &TestDevice) -> Result<TestDevice, u16> {
    let answer = at.post_to(device, "token", &Value::Null).await;
    if answer.status() != StatusCode::CREATED {
        return Err(answer.status().as_u16());
    }
    let body: Value = answer.json().await.unwrap();
    Ok(TestDevice {
        id: device.id,
        token: body["token"].as_str().unwrap().to_owned(),
    })
}

async fn beats(at: &Wardlight, device: &TestDevice) -> bool {
    let body = json!({ "status": "normal", "firmware": "1.0" });
    at.post_to(device, "heartbeat", &body).await.status() == StatusCode::NO_CONTENT
}

async fn falls_silent(at: &Wardlight, device: &TestDevice, since: Instant) {
    while beats(at, device).await {
        assert!(since.elapsed() < A_SECOND, "still heard after a second");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_monitor_changes_its_token_without_a_gap() {
    let at = Wardlight::open().await;
    let old = at.riverbend.devices[0].clone();
    assert!(beats(&at, &old).await);
    let new = rotate(&at, &old).await.unwrap();
    assert!(new.token.starts_with("wld_") && new.token != old.token);
    assert!(
        beats(&at, &old).await,
        "until the new one is used, the old one is heard"
    );
    assert!(beats(&at, &new).await);
    falls_silent(&at, &old, Instant::now()).await;
    assert!(beats(&at, &new).await);
    assert_eq!(rotate(&at, &old).await.unwrap_err(), 401);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lost_answer_leaves_no_token_behind_and_a_day_is_the_end() {
    let at = Wardlight::open().await;
    let old = at.riverbend.devices[0].clone();
    let lost = rotate(&at, &old).await.unwrap();
    let new = rotate(&at, &old).await.unwrap();
    assert!(!beats(&at, &lost).await, "what was lost is worth nothing");
    assert!(beats(&at, &old).await);
    do_sql(&at, "UPDATE device_token SET ends_at = now() WHERE ends_at IS NOT NULL").await;
    falls_silent(&at, &old, Instant::now()).await;
    assert!(beats(&at, &new).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_runs_the_hospital_makes_sees_and_revokes_tokens_of_its_devices_only() {
    let at = Wardlight::open().await;
    let user = |email: &'static str| at.user(email);
    let ctx = |user, hospital, role| {
        Ctx::new(at.house.clone(), Actor::staff(user, hospital, [role]), Uuid::now_v7())
            .proved(Some(at.house.clock.now()))
    };
    let admin = ctx(
        user("haddad@riverbend.example").await,
        at.riverbend.id,
        Role::HospitalAdmin,
    );
    let device = at.riverbend.devices[0].clone();
    let made = make_device_token(&admin, device.id).await.unwrap();
    let made = TestDevice {
        id: device.id,
        token: made.expose_secret().to_owned(),
    };
    assert!(beats(&at, &made).await);

    let page = list_device_tokens(&admin, None).await.unwrap();
    assert_eq!(
        (page.rows.len(), page.next),
        (3, None),
        "two monitors, and the token that was just made"
    );
    let row = page
        .rows
        .iter()
        .find(|row| row.device == device.id && row.used_at.is_some())
        .unwrap();
    revoke_device_token(&admin, row.id).await.unwrap();
    falls_silent(&at, &made, Instant::now()).await;
    assert!(beats(&at, &device).await, "its other token goes on");
    assert!(matches!(
        revoke_device_token(&admin, row.id).await,
        Err(HospitalError::NotFound)
    ));

    let elsewhere = at.lakeside.devices[0].id;
    assert!(matches!(
        make_device_token(&admin, elsewhere).await,
        Err(HospitalError::NotFound)
    ));
    let nurse = ctx(user(ACHIENG).await, at.riverbend.id, Role::Nurse);
    assert!(matches!(
        make_device_token(&nurse, device.id).await,
        Err(HospitalError::Denied(_))
    ));
    assert!(matches!(
        list_device_tokens(&nurse, None).await,
        Err(HospitalError::Denied(_))
    ));
}
