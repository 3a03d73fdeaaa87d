//! The pages of whoever runs the hospital: S. Haddad gives a gateway its secret and a monitor its token, in a browser without JavaScript.

use super::*;
use crate::sign_in::{form, page};

const HADDAD: &str = "haddad@riverbend.example";

/// Posts a form and follows it to the page that says what was done; answers that page.
async fn done(at: &Wardlight, cookie: &str, path: &str, fields: &[(&str, &str)]) -> String {
    let answer = form(at, path, fields).header("cookie", cookie).send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::SEE_OTHER, "{path}");
    let to = answer.headers()["location"].to_str().unwrap().to_owned();
    let said = answer.headers()["set-cookie"]
        .to_str()
        .unwrap()
        .split(';')
        .next()
        .unwrap()
        .to_owned();
    let shown = page(at, &to, &format!("{cookie}; {said}")).await;
    assert_eq!(shown.status(), StatusCode::OK);
    assert_eq!(shown.headers()["cache-control"], "no-store");
    let shown = shown.text().await.unwrap();
    let again = page(at, &to, &format!("{cookie}; {said}")).await.text().await.unwrap();
    assert!(!again.contains("This is shown once."), "it is said once");
    shown
}

/// The text that begins with `prefix` and goes on for `length` signs.
fn secret<'a>(page: &'a str, prefix: &str, length: usize) -> &'a str {
    let begins = page.find(prefix).unwrap_or_else(|| panic!("no {prefix} in {page}"));
    &page[begins..begins + length]
}

#[tokio::test(flavor = "multi_thread")]
async fn haddad_gives_a_gateway_its_secret_and_takes_it_away() {
    let at = Wardlight::open().await;
    let cookie = at.sign_in(HADDAD).await.unwrap();
    let none = page(&at, "/hospital/clients", &cookie).await.text().await.unwrap();
    assert!(
        none.contains("A program that uses the API for this hospital is made below."),
        "{none}"
    );

    let wrong = done(
        &at,
        &cookie,
        "/hospital/clients",
        &[("name", "<b>Gate"), ("scopes", "everything")],
    )
    .await;
    assert!(
        wrong.contains("Choose at least one thing") && wrong.contains("&lt;b&gt;Gate") && !wrong.contains("<b>Gate"),
        "{wrong}"
    );

    let fields = [
        ("name", "Gateway"),
        ("scopes", "patient.read"),
        ("scopes", "device.list"),
    ];
    let made = done(&at, &cookie, "/hospital/clients", &fields).await;
    let secret = secret(&made, "wlc_", 68).to_owned();
    let client: uuid::Uuid = sqlx::query_scalar("SELECT id FROM api_client")
        .fetch_one(at.db.owner())
        .await
        .unwrap();
    assert!(made.contains(&client.to_string()));
    let body = json!({ "client_id": client, "client_secret": secret });
    let answer = post(&at, "token", &body).send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::OK);
    let access = Pair::of(&answer.json().await.unwrap()).access;
    assert!(is_in(&at, &access).await);

    let client = client.to_string();
    let revoked = done(&at, &cookie, "/hospital/clients/revoke", &[("client", &client)]).await;
    assert!(revoked.contains("The program is revoked."));
    dies(&at, &access, Instant::now()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn haddad_gives_a_monitor_a_token() {
    let at = Wardlight::open().await;
    let cookie = at.sign_in(HADDAD).await.unwrap();
    let unknown = done(&at, &cookie, "/hospital/devices/tokens", &[("device", "Monitor 99")]).await;
    assert!(unknown.contains("No device bears this name."), "{unknown}");
    let made = done(&at, &cookie, "/hospital/devices/tokens", &[("device", " Monitor 01 ")]).await;
    let device = crate::support::TestDevice {
        id: at.riverbend.devices[0].id,
        token: secret(&made, "wld_", 68).to_owned(),
    };
    let body = json!({ "status": "normal", "firmware": "1.0" });
    assert_eq!(
        at.post_to(&device, "heartbeat", &body).await.status(),
        StatusCode::NO_CONTENT
    );
    let list = page(&at, "/hospital/devices/tokens", &cookie)
        .await
        .text()
        .await
        .unwrap();
    assert!(
        list.contains("Not used yet") && list.contains("In use") && !list.contains("wld_"),
        "{list}"
    );
}
