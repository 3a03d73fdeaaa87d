//! Each kind of secret that the house makes: made, used rightly, and shown once where it does not belong.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use domain::actor::Role;
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use super::aviary::Aviary;
use super::people::Hospital;
use super::visit::{Visit, cookie_of};
use crate::support::program::Folder;
use crate::support::totp::App;

/// Every kind; none may be missing, or the search proves nothing for it.
pub const KINDS: [&str; 12] = [
    "password of the database",
    "master key",
    "token of a device",
    "cookie of a session",
    "cookie of a first step",
    "key of an authenticator",
    "recovery code",
    "access token",
    "refresh token",
    "secret of a program",
    "one-time link",
    "hash of a password",
];

/// Makes and uses them all.
pub async fn use_each(visit: &Visit<'_>, hospital: &Hospital, folder: &Folder) {
    let codes = second_factor(visit, hospital).await;
    tokens_of_a_person(visit, hospital, &codes[1]).await;
    secret_of_a_program(visit, hospital).await;
    token_of_a_device(visit, hospital).await;
    one_time_link(visit, hospital, folder).await;
}

/// The technician sets an authenticator up, and signs in with a recovery code; answers those codes.
async fn second_factor(visit: &Visit<'_>, hospital: &Hospital) -> Vec<String> {
    let technician = hospital.account(Role::LabTechnician);
    let first = visit.sign_in(technician).await;
    let begun = visit
        .ask(Method::POST, "/account/factor/begin", &first)
        .send()
        .await
        .unwrap();
    let page = visit.follow(&begun, &first).await;
    let key = page
        .split("qr__key\">")
        .nth(1)
        .and_then(|rest| rest.split('<').next())
        .expect("a key");
    visit.aviary.watch("key of an authenticator", key);
    visit.aviary.watch("key of an authenticator", &key.replace(' ', ""));
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs();
    let code = App::of(key).code(seconds as i64);
    let confirm = visit.ask(Method::POST, "/account/factor/confirm", &first);
    let done = confirm.form(&[("code", code)]).send().await.unwrap();
    let session = cookie_of(&done, "__Host-wl_staff").expect("a new id of the session");
    visit.watch_cookie("cookie of a session", &session);
    let codes = visit.shown_once(&done, &session).await;
    assert_eq!(codes.len(), 10);
    codes.iter().for_each(|code| visit.aviary.watch("recovery code", code));

    let form = [("login", &technician.email), ("password", &technician.password)];
    let half = visit
        .ask(Method::POST, "/sign-in", "")
        .form(&form)
        .send()
        .await
        .unwrap();
    let step = cookie_of(&half, "__Host-wl_step").expect("a first step");
    visit.watch_cookie("cookie of a first step", &step);
    for code in ["000000", &codes[0]] {
        let second = visit.ask(Method::POST, "/sign-in/code", &step).form(&[("code", code)]);
        let answer = second.send().await.unwrap();
        if let Some(session) = cookie_of(&answer, "__Host-wl_staff") {
            visit.watch_cookie("cookie of a session", &session);
        }
    }
    codes
}

/// A person's program signs in, refreshes twice with the same token (a lost answer), and mixes its tokens up.
async fn tokens_of_a_person(visit: &Visit<'_>, hospital: &Hospital, code: &str) {
    let technician = hospital.account(Role::LabTechnician);
    let sent = json!({ "login": technician.email, "password": technician.password, "code": code });
    let pair = post(visit, "login", &sent).await;
    for _ in 0..2 {
        post(visit, "refresh", &json!({ "refresh_token": pair["refresh_token"] })).await;
    }
    let [access, refresh] = ["access_token", "refresh_token"].map(|name| pair[name].as_str().expect("a token"));
    for (token, query) in [(access, ""), (refresh, ""), ("none", access), ("none", refresh)] {
        let asked = visit.ask(Method::GET, &format!("/api/v1/auth/me?token={query}"), "");
        asked.bearer_auth(token).send().await.unwrap();
    }
    post(visit, "refresh", &json!({ "refresh_token": access })).await;
}

/// Posts to a door of programs, and watches the tokens of the answer.
async fn post(visit: &Visit<'_>, door: &str, body: &Value) -> Value {
    let path = format!("/api/v1/auth/{door}");
    let answer = visit.ask(Method::POST, &path, "").json(body).send().await.unwrap();
    let answer: Value = answer.json().await.unwrap();
    for (name, kind) in [("access_token", "access token"), ("refresh_token", "refresh token")] {
        if let Some(token) = answer[name].as_str() {
            visit.aviary.watch(kind, token);
        }
    }
    answer
}

/// An admin makes a program, which asks for a token.
async fn secret_of_a_program(visit: &Visit<'_>, hospital: &Hospital) {
    let admin = visit.sign_in(hospital.account(Role::HospitalAdmin)).await;
    let name = visit.aviary.plant("name of a program");
    let form = [("name", name.as_str()), ("scopes", "patient.read")];
    let made = visit
        .ask(Method::POST, "/hospital/clients", &admin)
        .form(&form)
        .send()
        .await
        .unwrap();
    let shown = visit.shown_once(&made, &admin).await;
    let secret = shown.iter().find(|value| value.starts_with("wlc_")).expect("a secret");
    let client = shown
        .iter()
        .find(|value| uuid::Uuid::parse_str(value).is_ok())
        .expect("an id");
    visit.aviary.watch("secret of a program", secret);
    let got = post(visit, "token", &json!({ "client_id": client, "client_secret": secret })).await;
    assert!(got["access_token"].is_string(), "{got}");
    post(visit, "token", &json!({ "client_id": secret, "client_secret": client })).await;
}

/// A device takes its next token.
async fn token_of_a_device(visit: &Visit<'_>, hospital: &Hospital) {
    let path = format!("/api/v1/devices/{}/token", hospital.device);
    let answer = visit
        .ask(Method::POST, &path, "")
        .bearer_auth(&hospital.token)
        .send()
        .await
        .unwrap();
    assert!(answer.status().is_success(), "{}", answer.status());
    let answer: Value = answer.json().await.unwrap();
    visit
        .aviary
        .watch("token of a device", answer["token"].as_str().expect("a token"));
}

/// The technician forgot the password: a mail, its link, a new password.
async fn one_time_link(visit: &Visit<'_>, hospital: &Hospital, folder: &Folder) {
    let technician = hospital.account(Role::LabTechnician);
    let ask = visit
        .ask(Method::POST, "/recover", "")
        .form(&[("login", &technician.email)]);
    assert_eq!(ask.send().await.unwrap().status(), StatusCode::OK);
    let mut waited = 0;
    let link = loop {
        if let Some(link) = links(folder)
            .into_iter()
            .find(|link| link.starts_with("/recover/new?link="))
        {
            break link;
        }
        waited += 1;
        assert!(waited < 150, "no mail came");
        tokio::time::sleep(Duration::from_millis(100)).await;
    };
    watch_mails(visit.aviary, folder);
    let opened = visit.ask(Method::GET, &link, "").send().await.unwrap();
    let cookie = cookie_of(&opened, "__Host-wl_link").expect("its secret travels on in a cookie");
    for password in [
        visit.aviary.plant("short"),
        format!("{} wades at dawn", visit.aviary.plant("a new password")),
    ] {
        let set = visit
            .ask(Method::POST, "/recover/new", &cookie)
            .form(&[("password", password)]);
        set.send().await.unwrap();
    }
}

/// The paths of the links in the mails that went out.
fn links(folder: &Folder) -> Vec<String> {
    let files = std::fs::read_dir(folder.data().join("outbox"))
        .into_iter()
        .flatten()
        .flatten();
    let mails = files.map(|file| std::fs::read_to_string(file.path()).unwrap_or_default());
    let links = mails.flat_map(|mail| {
        let lines = mail.lines().filter(|line| line.contains("?link="));
        lines
            .filter_map(|line| {
                line.trim()
                    .split("://")
                    .nth(1)?
                    .split_once('/')
                    .map(|(_, path)| format!("/{path}"))
            })
            .collect::<Vec<_>>()
    });
    links.collect()
}

/// What the mails brought until now.
pub fn watch_mails(aviary: &Aviary, folder: &Folder) {
    for link in links(folder) {
        let (_, secret) = link.split_once("?link=").expect("a link");
        aviary.watch("one-time link", secret);
    }
}

/// What the database keeps of passwords; the program has ended.
pub async fn watch_hashes(aviary: &Aviary, folder: &Folder) {
    use sqlx::ConnectOptions;
    let database = folder.open().await;
    let mut owner = database.owner().unwrap().connect().await.unwrap();
    let hashes: Vec<String> = sqlx::query_scalar("SELECT password_hash FROM app_user")
        .fetch_all(&mut owner)
        .await
        .unwrap();
    hashes.iter().for_each(|hash| aviary.watch("hash of a password", hash));
    drop(owner);
    database.close().await.unwrap();
}
