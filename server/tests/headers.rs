//! The exact headers of each class of routes: nothing missing, and nothing more. A new class is a row in [`classes`].

mod classes;
mod inline;

use std::collections::BTreeMap;
use std::path::PathBuf;

use reqwest::Response;
use serde_json::json;
use uuid::Uuid;

use crate::sign_in::RAO;
use crate::support::Wardlight;
use classes::{Class, HTML, JSON, NO_STORE, NOTHING, PAGE, PROBLEM, People, classes, too_often};

/// On every answer.
const ALWAYS: [(&str, &str); 6] = [
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("referrer-policy", "same-origin"),
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
    ("x-permitted-cross-domain-policies", "none"),
];
const PERMISSIONS: &str = "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()";
/// What the connection adds; it says nothing about the answer.
const OF_THE_CONNECTION: [&str; 4] = ["connection", "content-length", "date", "transfer-encoding"];

/// The headers of an answer with their values, but for those that differ from one answer to the next.
fn told(answer: &Response) -> BTreeMap<String, String> {
    let mut told = BTreeMap::new();
    for (name, value) in answer.headers() {
        let value = value.to_str().unwrap().to_owned();
        let value = match name.as_str() {
            "content-security-policy" => match nonce(&value) {
                Some(nonce) => value.replace(&nonce, "NONCE"),
                None => value,
            },
            "retry-after" => value.parse().map(|_: u32| "SECONDS".to_owned()).unwrap(),
            "x-request-id" => Uuid::parse_str(&value).map(|_| "ID".to_owned()).unwrap(),
            "set-cookie" if !value.contains("=;") => {
                let (name, rest) = value.split_once('=').unwrap();
                format!("{name}=VALUE;{}", rest.split_once(';').unwrap().1)
            }
            name if OF_THE_CONNECTION.contains(&name) => continue,
            _ => value,
        };
        assert!(
            told.insert(name.to_string(), value).is_none(),
            "{name} stands there twice"
        );
    }
    told
}

fn nonce(policy: &str) -> Option<String> {
    let (_, rest) = policy.split_once("'nonce-")?;
    rest.split_once('\'').map(|(nonce, _)| nonce.to_owned())
}

/// A site of one file.
fn site() -> PathBuf {
    let folder = std::env::temp_dir().join(format!("wardlight-site-{}", Uuid::now_v7()));
    std::fs::create_dir(&folder).unwrap();
    std::fs::write(
        folder.join("manifest.json"),
        r#"{"icons.svg": {"file": "icons.0a1b.svg"}}"#,
    )
    .unwrap();
    std::fs::write(folder.join("icons.0a1b.svg"), "<svg/>").unwrap();
    folder
}

async fn every_class_has_its_headers(behind_tls: bool) {
    let site = site();
    let at = Wardlight::open_with(|config| {
        config.behind_tls = behind_tls;
        config.site_root = site.clone();
    })
    .await;
    std::fs::remove_dir_all(&site).unwrap();
    let people = People::of(&at).await;
    check(classes(&at, &people), behind_tls).await;
    check(too_often(&at).await, behind_tls).await;
}

/// Asks one after the other, and names every class whose answer is not exactly as it should be.
async fn check(classes: Vec<Class>, behind_tls: bool) {
    let mut wrong = Vec::new();
    for class in classes {
        let answer = class.ask.send().await.unwrap();
        let mut expected: BTreeMap<&str, &str> = ALWAYS.into_iter().chain(class.more).collect();
        expected.extend([
            ("content-security-policy", class.policy),
            ("permissions-policy", PERMISSIONS),
            ("x-request-id", "ID"),
        ]);
        if behind_tls {
            expected.insert("strict-transport-security", "max-age=31536000; includeSubDomains");
        }
        let expected: BTreeMap<String, String> = expected
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect();
        let (status, told) = (answer.status().as_u16(), told(&answer));
        if (status, &told) != (class.status, &expected) {
            wrong.push(format!(
                "{}: {status}\n  told     {told:?}\n  expected {expected:?}",
                class.name
            ));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// Nothing that goes wrong goes out with fewer headers than what goes well.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn without_a_database_the_headers_are_there_all_the_same() {
    let (at, mut line) = crate::away::open().await;
    let mine = at.sign_in(RAO).await.unwrap();
    let device = at.riverbend.devices[0].clone();
    line.cut();
    let reading = json!({ "seq": 1, "taken_at": at.at(0.0), "spo2": 97 });
    let readings = at.url(&format!("/api/v1/devices/{}/readings", device.id));
    let away = |name, ask, policy, more| Class {
        name,
        ask,
        status: 503,
        policy,
        more,
    };
    let page = at.client.get(at.url("/hospital/staff")).header("accept", "text/html");
    let classes = vec![
        away(
            "a form page",
            page.header("cookie", &mine),
            PAGE,
            vec![HTML, NO_STORE, ("retry-after", "SECONDS")],
        ),
        away(
            "readings",
            at.client.post(readings).bearer_auth(&device.token).json(&reading),
            NOTHING,
            vec![PROBLEM, NO_STORE, ("retry-after", "SECONDS")],
        ),
        away(
            "health",
            at.client.get(at.url("/health/ready")),
            NOTHING,
            vec![JSON, NO_STORE],
        ),
    ];
    check(classes, false).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_class_of_routes_has_exactly_its_headers() {
    every_class_has_its_headers(false).await;
}

/// On plain HTTP the promise of TLS would be a lie, so it is made only where we are told that browsers come over TLS.
#[tokio::test(flavor = "multi_thread")]
async fn behind_tls_browsers_are_told_to_stay_with_it() {
    every_class_has_its_headers(true).await;
}
