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

#[tokio::test(flavor = "multi_thread")]
async fn dr_rao_ends_one_of_her_programs_and_an_admin_ends_all_that_is_hers() {
    let at = Wardlight::open().await;
    let (rao, haddad) = (
        at.sign_in("rao@riverbend.example").await.unwrap(),
        at.sign_in(HADDAD).await.unwrap(),
    );
    let (phone, tablet) = (
        log_in(&at, "rao@riverbend.example").await,
        log_in(&at, "rao@riverbend.example").await,
    );
    let patients = log_in(&at, "okafor@riverbend.example").await;
    let shown = page(&at, "/account", &rao).await.text().await.unwrap();
    assert_eq!(shown.matches("name=\"program\"").count(), 2, "{shown}");
    let newest: uuid::Uuid = sqlx::query_scalar(
        "SELECT f.id FROM token_family f JOIN app_user u ON u.id = f.user_id WHERE u.email_blind = $1 ORDER BY f.began_at DESC LIMIT 1",
    )
    .bind(crate::support::blind("rao@riverbend.example"))
    .fetch_one(at.db.owner())
    .await
    .unwrap();
    let program = newest.to_string();
    // What is somebody else's is nobody's to end, and a patient's is not an admin's either.
    let hers: uuid::Uuid = sqlx::query_scalar("SELECT id FROM token_family WHERE realm = 'portal'")
        .fetch_one(at.db.owner())
        .await
        .unwrap();
    for (cookie, path) in [(&rao, "/account/programs"), (&haddad, "/hospital/sessions/programs")] {
        let foreign = form(&at, path, &[("program", &hers.to_string())]).header("cookie", cookie);
        assert_eq!(foreign.send().await.unwrap().status(), StatusCode::NOT_FOUND, "{path}");
    }
    assert!(is_in(&at, &patients.access).await);
    let said = done(&at, &rao, "/account/programs", &[("program", &program)]).await;
    assert!(said.contains("That program is signed out."), "{said}");
    dies(&at, &tablet.access, Instant::now()).await;
    assert!(is_in(&at, &phone.access).await, "the other goes on");

    let list = page(&at, "/hospital/sessions?name=anika", &haddad)
        .await
        .text()
        .await
        .unwrap();
    assert!(list.contains("End the program of Dr Anika Rao"), "{list}");
    let user = at.user("rao@riverbend.example").await.to_string();
    let said = done(&at, &haddad, "/hospital/sessions/everywhere", &[("user", &user)]).await;
    assert!(said.contains("signed out everywhere"), "{said}");
    dies(&at, &phone.access, Instant::now()).await;
    assert_eq!(page(&at, "/account", &rao).await.status(), StatusCode::SEE_OTHER);
    let silva = at.user("silva@lakeside.example").await.to_string();
    let elsewhere = form(&at, "/hospital/sessions/everywhere", &[("user", &silva)]).header("cookie", &haddad);
    assert_eq!(elsewhere.send().await.unwrap().status(), StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_list_of_sessions_goes_on_and_is_searched() {
    let at = Wardlight::open().await;
    let haddad = at.sign_in(HADDAD).await.unwrap();
    for _ in 0..60 {
        at.colleague(at.riverbend.id, domain::actor::Role::Nurse).await;
    }
    let rows = |html: &str| html.matches("End the session of").count();
    let first = page(&at, "/hospital/sessions", &haddad).await.text().await.unwrap();
    assert_eq!(rows(&first), 50);
    let more = first
        .split("href=\"/hospital/sessions?")
        .nth(1)
        .and_then(|rest| rest.split('"').next());
    let more = format!(
        "/hospital/sessions?{}",
        more.expect("a next page").replace("&amp;", "&")
    );
    let second = page(&at, &more, &haddad).await.text().await.unwrap();
    assert_eq!(rows(&second), 11, "sixty colleagues and Haddad: {second}");
    let found = page(&at, "/hospital/sessions?name=hadd", &haddad)
        .await
        .text()
        .await
        .unwrap();
    assert_eq!(rows(&found), 1);
}
