//! The exact headers of each class of routes: nothing missing, and nothing more. A new class is a row in [`classes`].

use std::collections::BTreeMap;
use std::path::PathBuf;

use reqwest::{Method, RequestBuilder, Response};
use serde_json::json;
use uuid::Uuid;

use crate::sign_in::{RAO, form, page};
use crate::support::Wardlight;

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
const PAGE: &str = "default-src 'none'; script-src 'self' 'nonce-NONCE' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; media-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
const NOTHING: &str = "default-src 'none'; frame-ancestors 'none'";
/// What the connection adds; it says nothing about the answer.
const OF_THE_CONNECTION: [&str; 4] = ["connection", "content-length", "date", "transfer-encoding"];

const HTML: (&str, &str) = ("content-type", "text/html; charset=utf-8");
const JSON: (&str, &str) = ("content-type", "application/json");
const POSTCARD: (&str, &str) = ("content-type", "application/x-postcard");
const PROBLEM: (&str, &str) = ("content-type", "application/problem+json");
const NO_STORE: (&str, &str) = ("cache-control", "no-store");

/// One class: what is asked, the status, the policy, and the headers beside those of [`ALWAYS`].
struct Class {
    name: &'static str,
    ask: RequestBuilder,
    status: u16,
    policy: &'static str,
    more: Vec<(&'static str, &'static str)>,
}

fn classes(at: &Wardlight, mine: &str) -> Vec<Class> {
    let get = |path: &str| at.client.get(at.url(path));
    let read = |path: &str| get(path).header("accept", "text/html");
    let as_rao = |path: &str| read(path).header("cookie", mine);
    let ours = |request: RequestBuilder| request.header("origin", format!("http://{}", at.addr));
    let (okafor, device) = (at.riverbend.patients[0], &at.riverbend.devices[0]);
    let reading = json!({ "seq": 1, "taken_at": at.at(0.0), "spo2": 97 });
    let readings = format!("/api/v1/devices/{}/readings", device.id);
    let of = |name, ask, status, policy, more: &[(&'static str, &'static str)]| Class {
        name,
        ask,
        status,
        policy,
        more: more.to_vec(),
    };
    let flash = "__Host-wl_flash=VALUE; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=300";
    let gone = "__Host-wl_staff=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0";
    vec![
        of("a page, signed in", as_rao("/account"), 200, PAGE, &[HTML, NO_STORE]),
        of(
            "a page without signing in",
            read("/sign-in"),
            200,
            PAGE,
            &[HTML, NO_STORE],
        ),
        of(
            "the way to sign in",
            read("/account"),
            303,
            NOTHING,
            &[NO_STORE, ("location", "/sign-in?next=/account")],
        ),
        of("no page", as_rao("/nothing"), 404, PAGE, &[HTML, NO_STORE]),
        of(
            "a page of another role",
            as_rao("/pharmacy"),
            403,
            PAGE,
            &[HTML, NO_STORE],
        ),
        of(
            "a wrong method",
            ours(at.client.delete(at.url("/account"))).header("cookie", mine),
            405,
            PAGE,
            &[HTML, NO_STORE, ("allow", "GET,HEAD")],
        ),
        of(
            "a method that nobody speaks",
            at.client.request(Method::TRACE, at.url("/account")),
            405,
            PAGE,
            &[HTML, NO_STORE, ("allow", "GET, HEAD, POST")],
        ),
        of(
            "a plain error page",
            at.client
                .post(at.url("/sign-in"))
                .header("origin", "https://evil.example"),
            403,
            PAGE,
            &[HTML, NO_STORE],
        ),
        of(
            "a sign-in that was refused",
            form(at, "/sign-in", &[]),
            303,
            NOTHING,
            &[NO_STORE, ("location", "/sign-in"), ("set-cookie", flash)],
        ),
        of(
            "a server function",
            ours(at.client.post(at.url("/api/fn/organisation/open_ward")))
                .header("cookie", mine)
                .json(&json!({ "ward": null })),
            200,
            NOTHING,
            &[POSTCARD, NO_STORE],
        ),
        of(
            "a server function without signing in",
            ours(at.client.post(at.url("/api/fn/organisation/open_ward"))).json(&json!({ "ward": null })),
            401,
            NOTHING,
            &[POSTCARD, NO_STORE, ("serverfnerror", "/api/fn/organisation/open_ward")],
        ),
        of(
            "a chart",
            as_rao(&format!("/charts/patients/{okafor}/day.svg")),
            200,
            NOTHING,
            &[("content-type", "image/svg+xml"), NO_STORE],
        ),
        of(
            "a chart that is not there",
            as_rao("/charts/patients/0/day.svg"),
            404,
            PAGE,
            &[HTML, NO_STORE],
        ),
        of(
            "the socket, asked without an upgrade",
            as_rao("/live").header("origin", format!("http://{}", at.addr)),
            426,
            NOTHING,
            &[
                ("content-type", "text/plain; charset=utf-8"),
                NO_STORE,
                ("upgrade", "websocket"),
            ],
        ),
        of(
            "the socket, signed out",
            get("/live"),
            401,
            NOTHING,
            &[("content-type", "text/plain; charset=utf-8"), NO_STORE],
        ),
        of(
            "readings",
            at.client
                .post(at.url(&readings))
                .bearer_auth(&device.token)
                .json(&reading),
            200,
            NOTHING,
            &[JSON, NO_STORE],
        ),
        of(
            "a problem",
            at.client.post(at.url(&readings)).json(&reading),
            401,
            NOTHING,
            &[PROBLEM, NO_STORE, ("www-authenticate", "Bearer")],
        ),
        of(
            "no endpoint",
            get("/api/v1/nothing"),
            404,
            NOTHING,
            &[PROBLEM, NO_STORE],
        ),
        of(
            "a method that the API does not speak",
            at.client.request(Method::TRACE, at.url(&readings)),
            405,
            NOTHING,
            &[PROBLEM, NO_STORE, ("allow", "GET, HEAD, POST")],
        ),
        of(
            "the API's document",
            get("/api/v1/openapi.json"),
            200,
            NOTHING,
            &[JSON, ("cache-control", "no-cache")],
        ),
        of(
            "the API's page",
            get("/api/v1/docs"),
            200,
            PAGE,
            &[HTML, ("cache-control", "no-cache")],
        ),
        of("health", get("/health/ready"), 200, NOTHING, &[JSON, NO_STORE]),
        of(
            "figures",
            get("/metrics").bearer_auth("figures"),
            200,
            NOTHING,
            &[("content-type", "text/plain; version=0.0.4"), NO_STORE],
        ),
        of(
            "a file whose name never changes",
            get("/icons.svg"),
            200,
            NOTHING,
            &[
                ("content-type", "image/svg+xml"),
                ("cache-control", "no-cache"),
                ("vary", "accept-encoding"),
            ],
        ),
        of(
            "a file with a hash in its name",
            get("/icons.0a1b.svg"),
            200,
            NOTHING,
            &[
                ("content-type", "image/svg+xml"),
                ("cache-control", "public, max-age=31536000, immutable"),
                ("vary", "accept-encoding"),
            ],
        ),
        // Last, because it ends the session.
        of(
            "signing out",
            form(at, "/sign-out", &[]).header("cookie", mine),
            303,
            NOTHING,
            &[
                NO_STORE,
                ("location", "/sign-in"),
                ("set-cookie", gone),
                ("clear-site-data", "\"cache\", \"storage\""),
            ],
        ),
    ]
}

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
    let mine = at.sign_in(RAO).await.unwrap();
    let mut wrong = Vec::new();
    for class in classes(&at, &mine) {
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

#[tokio::test(flavor = "multi_thread")]
async fn every_class_of_routes_has_exactly_its_headers() {
    every_class_has_its_headers(false).await;
}

/// On plain HTTP the promise of TLS would be a lie, so it is made only where we are told that browsers come over TLS.
#[tokio::test(flavor = "multi_thread")]
async fn behind_tls_browsers_are_told_to_stay_with_it() {
    every_class_has_its_headers(true).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_inline_script_carries_the_nonce_of_its_answer() {
    let at = Wardlight::open().await;
    let mine = at.sign_in(RAO).await.unwrap();
    let mut seen = Vec::new();
    for (path, cookie) in [
        ("/sign-in", ""),
        ("/account", mine.as_str()),
        ("/account", mine.as_str()),
        ("/nothing", mine.as_str()),
        ("/api/v1/docs", ""),
    ] {
        let answer = page(&at, path, cookie).await;
        let nonce = nonce(answer.headers()["content-security-policy"].to_str().unwrap()).unwrap();
        assert_eq!(nonce.len(), 32);
        let body = answer.text().await.unwrap();
        for tag in body
            .split("<script")
            .skip(1)
            .map(|rest| rest.split('>').next().unwrap_or_default())
        {
            assert!(
                tag.contains("src=") || tag.contains(&nonce),
                "{path}: an inline script without this answer's nonce: <script{tag}>"
            );
        }
        assert!(
            !body.contains(" style=\"") && !body.contains("<style"),
            "{path}: an inline style"
        );
        assert!(!seen.contains(&nonce), "a nonce is used once");
        seen.push(nonce);
    }
}
