//! One answer of each class of routes, and what it must say. A new class is a row in [`classes`].

use reqwest::{Method, RequestBuilder};
use serde_json::{Value, json};
use server::throttle::Route;
use uuid::Uuid;

use crate::sign_in::{OKAFOR, RAO, form};
use crate::support::{PASSWORD, Wardlight};

pub const PAGE: &str = "default-src 'none'; script-src 'self' 'nonce-NONCE' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; media-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
pub const NOTHING: &str = "default-src 'none'; frame-ancestors 'none'";

pub const HTML: (&str, &str) = ("content-type", "text/html; charset=utf-8");
pub const JSON: (&str, &str) = ("content-type", "application/json");
pub const POSTCARD: (&str, &str) = ("content-type", "application/x-postcard");
pub const PROBLEM: (&str, &str) = ("content-type", "application/problem+json");
pub const NO_STORE: (&str, &str) = ("cache-control", "no-store");

/// One class: what is asked, the status, the policy, and the headers beside those of every answer.
pub struct Class {
    pub name: &'static str,
    pub ask: RequestBuilder,
    pub status: u16,
    pub policy: &'static str,
    pub more: Vec<(&'static str, &'static str)>,
}

/// Cookies and tokens of those who ask.
pub struct People {
    rao: String,
    okafor: String,
    haddad: String,
    access: String,
    refresh: String,
}

impl People {
    pub async fn of(at: &Wardlight) -> Self {
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

pub fn classes(at: &Wardlight, people: &People) -> Vec<Class> {
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
            posted("/notifications/choices", &[("sign_ins", "here")], mine),
            303,
            NOTHING,
            &[NO_STORE, ("location", "/notifications"), ("set-cookie", said)],
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
pub async fn too_often(at: &Wardlight) -> Vec<Class> {
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
