//! Programs of a hospital: the laboratory's gateway of Riverbend.

use std::time::Instant;

use domain::actor::{Actor, Role};
use domain::ids::{ClientId, HospitalId};
use hospital::tokens::clients;
use hospital::{Ctx, HospitalError};
use secrecy::ExposeSecret;
use uuid::Uuid;

use super::*;

/// Whoever runs Riverbend, who has just proved who they are.
async fn admin(at: &Wardlight) -> Ctx {
    staff(at, "haddad@riverbend.example", at.riverbend.id, Role::HospitalAdmin).await
}

async fn staff(at: &Wardlight, email: &str, hospital: HospitalId, role: Role) -> Ctx {
    let user = at.user(email).await;
    let actor = Actor::staff(user, hospital, [role]);
    Ctx::new(at.house.clone(), actor, Uuid::now_v7()).proved(Some(at.house.clock.now()))
}

fn scopes(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

async fn token(at: &Wardlight, client: ClientId, secret: &str) -> Result<String, u16> {
    let body = json!({ "client_id": client, "client_secret": secret });
    let answer = post(at, "token", &body).send().await.unwrap();
    if answer.status() != StatusCode::OK {
        return Err(answer.status().as_u16());
    }
    let body: Value = answer.json().await.unwrap();
    assert!(body.get("refresh_token").is_none(), "the secret is the long-lived part");
    Ok(Pair::of(&body).access)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_gateway_gets_its_scopes_and_is_out_within_a_second_of_being_revoked() {
    let at = Wardlight::open().await;
    let admin = admin(&at).await;
    let made = clients::make(&admin, "Laboratory gateway", &scopes(&["patient.read", "device.list"]))
        .await
        .unwrap();
    let secret = made.secret.expose_secret();
    assert!(secret.starts_with("wlc_"));
    let access = token(&at, made.client, secret).await.unwrap();
    let who: Value = me(&at, &access).await.json().await.unwrap();
    assert_eq!(
        (&who["kind"], &who["name"]),
        (&json!("client"), &json!("Laboratory gateway"))
    );
    assert_eq!(who["hospital"]["id"], json!(at.riverbend.id));
    assert_eq!(who["scopes"], json!(["patient.read", "device.list"]));

    let page = clients::list(&admin, None).await.unwrap();
    let row = &page.rows[0];
    assert_eq!(
        (row.id, row.name.as_str(), row.revoked_at),
        (made.client.0, "Laboratory gateway", None)
    );
    assert!(row.used_at.is_some());

    clients::revoke(&admin, made.client).await.unwrap();
    dies(&at, &access, Instant::now()).await;
    assert_eq!(token(&at, made.client, secret).await.unwrap_err(), 401);
    assert!(matches!(
        clients::revoke(&admin, made.client).await,
        Err(HospitalError::NotFound)
    ));
    clients::make(&admin, "Laboratory gateway", &scopes(&["patient.read"]))
        .await
        .expect("the name is free again");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_secret_takes_over_at_its_first_use() {
    let at = Wardlight::open().await;
    let admin = admin(&at).await;
    let made = clients::make(&admin, "Gateway", &scopes(&["patient.read"]))
        .await
        .unwrap();
    let old = made.secret.expose_secret().to_owned();
    token(&at, made.client, &old).await.unwrap();
    let lost = clients::renew_secret(&admin, made.client).await.unwrap();
    let new = clients::renew_secret(&admin, made.client).await.unwrap();
    assert_eq!(
        token(&at, made.client, lost.expose_secret()).await.unwrap_err(),
        401,
        "it was replaced before its first use"
    );
    token(&at, made.client, &old)
        .await
        .expect("the old one works until the new one is used");
    token(&at, made.client, new.expose_secret()).await.unwrap();
    assert_eq!(token(&at, made.client, &old).await.unwrap_err(), 401);
    token(&at, made.client, new.expose_secret()).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn programs_belong_to_one_hospital_and_to_whoever_runs_it() {
    let at = Wardlight::open().await;
    let admin = admin(&at).await;
    let made = clients::make(&admin, "Gateway", &scopes(&["patient.read"]))
        .await
        .unwrap();
    let elsewhere = staff(&at, "silva@lakeside.example", at.lakeside.id, Role::HospitalAdmin).await;
    assert!(clients::list(&elsewhere, None).await.unwrap().rows.is_empty());
    assert!(matches!(
        clients::revoke(&elsewhere, made.client).await,
        Err(HospitalError::NotFound)
    ));
    assert!(matches!(
        clients::renew_secret(&elsewhere, made.client).await,
        Err(HospitalError::NotFound)
    ));
    let nurse = staff(&at, ACHIENG, at.riverbend.id, Role::Nurse).await;
    assert!(matches!(
        clients::make(&nurse, "Mine", &scopes(&["patient.read"])).await,
        Err(HospitalError::Denied(_))
    ));
    let taken = clients::make(&admin, "Gateway", &scopes(&["patient.read"])).await;
    assert!(matches!(taken, Err(HospitalError::Invalid(faults)) if faults[0].field == "name"));

    // A secret of one program opens no other.
    let other = clients::make(&admin, "Other", &scopes(&["device.list"])).await.unwrap();
    assert_eq!(
        token(&at, made.client, other.secret.expose_secret()).await.unwrap_err(),
        401
    );
}
