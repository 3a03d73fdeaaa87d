//! The exact headers of each class of routes: nothing missing, and nothing more. A new class is a row in [`classes`].

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use reqwest::{Method, RequestBuilder, Response};
use serde_json::{Value, json};
use server::throttle::Route;
use uuid::Uuid;

use crate::sign_in::{OKAFOR, RAO, form, page};
use crate::support::{PASSWORD, Wardlight};

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

/// Cookies and tokens of those who ask.
struct People {
    rao: String,
    okafor: String,
    haddad: String,
    access: String,
    refresh: String,
}

impl People {
    async fn of(at: &Wardlight) -> Self {
        let sent = json!({ "login": RAO, "password": PASSWORD });
        let pair = at.client.post(at.url("/api/v1/auth/login")).json(&sent).send();
        let pair: Value = pair.await.unwrap().json().await.unwrap();
        let token = |name: &str| pair[name].as_str().unwrap().to_owned();
        Self {
            rao: at.sign_in(RAO).await.unwrap(),
            okafor: at.sign_in(OKAFOR).await.unwrap(),
            haddad: at.sign_in("haddad@riverbend.example").await.unwrap(),
            access: token("access_token"),
            refresh: token("refresh_token"),
        }
    }
}

fn classes(at: &Wardlight, people: &People) -> Vec<Class> {
    let mine = people.rao.as_str();
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
    let said = "__Host-wl_said=VALUE; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=300";
    let gone = "__Host-wl_staff=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0";
    let gone_from_portal = "__Host-wl_portal=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0";
    let forget = ("clear-site-data", "\"cache\", \"storage\"");
    let posted = |path: &str, fields: &[(&str, &str)], cookie: &str| form(at, path, fields).header("cookie", cookie);
    let auth = |door: &str, body| at.client.post(at.url(&format!("/api/v1/auth/{door}"))).json(&body);
    let too_long = "a".repeat((2 << 20) + 1);
    vec![
        of(
            "a page that the browser takes over",
            as_rao("/ward"),
            200,
            PAGE,
            &[HTML, NO_STORE],
        ),
        of("a form page", as_rao("/account"), 200, PAGE, &[HTML, NO_STORE]),
        of(
            "an act of a form page",
            posted("/account/mails", &[("unusual", "on")], mine),
            303,
            NOTHING,
            &[NO_STORE, ("location", "/account"), ("set-cookie", said)],
        ),
        of(
            "an act that wants another right",
            posted("/hospital/staff", &[("name", "A")], mine),
            403,
            PAGE,
            &[HTML, NO_STORE],
        ),
        of(
            "a page of the portal",
            read("/my").header("cookie", &people.okafor),
            200,
            PAGE,
            &[HTML, NO_STORE],
        ),
        of(
            "a file that is taken out",
            posted("/hospital/audit/export", &[("action", "ward.watch")], &people.haddad),
            200,
            NOTHING,
            &[
                ("content-type", "text/csv; charset=utf-8"),
                ("content-disposition", "attachment; filename=\"audit.csv\""),
                NO_STORE,
            ],
        ),
        of(
            "a program signs in",
            auth("login", json!({ "login": RAO, "password": PASSWORD })),
            200,
            NOTHING,
            &[JSON, NO_STORE],
        ),
        of(
            "a program refreshes",
            auth("refresh", json!({ "refresh_token": people.refresh })),
            200,
            NOTHING,
            &[JSON, NO_STORE],
        ),
        of(
            "a program asks who it is",
            get("/api/v1/auth/me").bearer_auth(&people.access),
            200,
            NOTHING,
            &[JSON, NO_STORE],
        ),
        of(
            "the keys of tokens",
            get("/.well-known/jwks.json"),
            200,
            NOTHING,
            &[JSON, ("cache-control", "public, max-age=3600")],
        ),
        of(
            "more readings than fit",
            at.client
                .post(at.url(&readings))
                .bearer_auth(&device.token)
                .header("content-type", "application/json")
                .body(too_long.clone()),
            413,
            NOTHING,
            &[PROBLEM, NO_STORE],
        ),
        of(
            "longer arguments than fit",
            ours(at.client.post(at.url("/api/fn/organisation/open_ward")))
                .header("cookie", mine)
                .header("content-type", "application/json")
                .body(too_long[..17 << 10].to_owned()),
            413,
            NOTHING,
            &[("content-type", "text/plain; charset=utf-8"), NO_STORE],
        ),
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
            &[NO_STORE, ("location", "/sign-in"), ("set-cookie", gone), forget],
        ),
        of(
            "signing out of the portal",
            posted("/my/sign-out", &[], &people.okafor),
            303,
            NOTHING,
            &[
                NO_STORE,
                ("location", "/sign-in"),
                ("set-cookie", gone_from_portal),
                forget,
            ],
        ),
        of(
            "signing out everywhere",
            posted("/account/sessions", &[("session", "all")], &people.haddad),
            303,
            NOTHING,
            &[NO_STORE, ("location", "/sign-in"), ("set-cookie", gone), forget],
        ),
    ]
}

/// What is asked too often. The tries before it are over.
async fn too_often(at: &Wardlight) -> Vec<Class> {
    let ask = || form(at, "/recover", &[("login", RAO)]);
    let program = Uuid::now_v7();
    let token = || {
        let sent = json!({ "client_id": program, "client_secret": "wlc_0" });
        at.client.post(at.url("/api/v1/auth/token")).json(&sent)
    };
    for _ in 0..Route::Recovery.limit().per_account {
        ask().send().await.unwrap();
    }
    for _ in 0..Route::ApiAuth.limit().per_account {
        token().send().await.unwrap();
    }
    let of = |name, ask, policy, kind| Class {
        name,
        ask,
        status: 429,
        policy,
        more: vec![kind, NO_STORE, ("retry-after", "SECONDS")],
    };
    vec![
        of("a form that was sent too often", ask(), PAGE, HTML),
        of("a door of programs that was tried too often", token(), NOTHING, PROBLEM),
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

/// A path as the router spells it, with what the house has in place of its parameters.
fn filled(at: &Wardlight, pattern: &str) -> String {
    let part = |part: &str| match part {
        "{ward}" => at.riverbend.ward.to_string(),
        "{patient}" | "{patient_id}" => at.riverbend.patients[0].to_string(),
        "{device}" | "{device_id}" => at.riverbend.devices[0].id.to_string(),
        part if part.starts_with('{') => Uuid::now_v7().to_string(),
        part => part.to_owned(),
    };
    pattern.split('/').map(part).collect::<Vec<_>>().join("/")
}

/// Every page there is, as everybody whom it might show something.
#[tokio::test(flavor = "multi_thread")]
async fn no_page_has_a_script_or_a_style_in_it_that_its_policy_does_not_name() {
    let at = Wardlight::open().await;
    let mut readers = vec![String::new()];
    for email in [
        RAO,
        "mensah@riverbend.example",
        "haddad@riverbend.example",
        "wanjiru@riverbend.example",
        "novak@riverbend.example",
        OKAFOR,
    ] {
        readers.push(at.sign_in(email).await.unwrap());
    }
    let (mut nonces, mut shown) = (BTreeSet::new(), BTreeSet::new());
    let doors = server::router::endpoints();
    let patterns = doors.iter().filter_map(|door| door.strip_prefix("GET "));
    for pattern in patterns.chain(["/nothing", "/api/v1/docs"]) {
        for cookie in &readers {
            let answer = page(&at, &filled(&at, pattern), cookie).await;
            let headers = answer.headers();
            if !headers
                .get("content-type")
                .is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"))
            {
                continue;
            }
            let nonce = nonce(headers["content-security-policy"].to_str().unwrap()).unwrap();
            assert!(
                nonce.len() == 32 && nonces.insert(nonce.clone()),
                "a nonce is used once"
            );
            let status = answer.status();
            let body = answer.text().await.unwrap();
            let lines = |tag: &str| {
                body.split(tag)
                    .skip(1)
                    .map(|rest| rest.split('>').next().unwrap().to_owned())
                    .collect::<Vec<_>>()
            };
            for tag in lines("<script") {
                assert!(tag.contains("src=") || tag.contains(&nonce), "{pattern}: <script{tag}>");
            }
            for tag in lines("<") {
                let is_inline = tag.contains(" style=")
                    || tag.starts_with("style")
                    || tag.contains(" onclick=")
                    || tag.contains(" onload=");
                assert!(!is_inline && !tag.contains("javascript:"), "{pattern}: <{tag}>");
            }
            if status == 200 {
                shown.insert(pattern);
            }
        }
    }
    assert!(shown.len() >= 40, "too few pages were seen: {shown:?}");
}
