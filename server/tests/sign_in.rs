//! Signing in and out, as a browser and as somebody who means harm would try it.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, Instant};

use domain::actor::{Actor, Role};
use domain::ids::{HospitalId, UserId};
use domain::time::Moment;
use hospital::identity::sessions::{self, Opening, Why};
use hospital::identity::sign_in::REFUSED;
use hospital::identity::{Realm, SessionKey, at_the_door};
use hospital::{Clock, House};
use reqwest::{RequestBuilder, Response, StatusCode};
use uuid::Uuid;

use crate::support::{PASSWORD, Wardlight};

const RAO: &str = "rao@riverbend.example";
const ACHIENG: &str = "achieng@riverbend.example";
const OKAFOR: &str = "okafor@riverbend.example";

/// A form post as a browser sends it from our own page.
fn form(at: &Wardlight, path: &str, fields: &[(&str, &str)]) -> RequestBuilder {
    at.client
        .post(at.url(path))
        .header("origin", format!("http://{}", at.addr))
        .header("sec-fetch-site", "same-origin")
        .form(fields)
}

async fn try_in(at: &Wardlight, login: &str, password: &str) -> Response {
    form(at, "/sign-in", &[("login", login), ("password", password)])
        .send()
        .await
        .unwrap()
}

async fn page(at: &Wardlight, path: &str, cookie: &str) -> Response {
    at.client
        .get(at.url(path))
        .header("accept", "text/html")
        .header("cookie", cookie)
        .send()
        .await
        .unwrap()
}

fn location(answer: &Response) -> &str {
    answer.headers().get("location").map_or("", |to| to.to_str().unwrap())
}

/// `name=value` of the cookie `name` that the answer sets.
fn cookie(answer: &Response, name: &str) -> Option<String> {
    let lines = answer
        .headers()
        .get_all("set-cookie")
        .iter()
        .map(|line| line.to_str().unwrap());
    lines
        .filter_map(|line| line.split(';').next())
        .find(|pair| pair.starts_with(&format!("{name}=")))
        .map(str::to_owned)
}

async fn is_in(at: &Wardlight, path: &str, cookie: &str) -> bool {
    page(at, path, cookie).await.status() == StatusCode::OK
}

/// Waits until the cookie is dead; answers after how long.
async fn dead_after(at: &Wardlight, cookie: &str) -> Duration {
    let begun = Instant::now();
    while is_in(at, "/account", cookie).await {
        assert!(begun.elapsed() < Duration::from_secs(10), "the cookie lives on");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    begun.elapsed()
}

async fn user(at: &Wardlight, email: &str) -> Uuid {
    sqlx::query_scalar("SELECT id FROM app_user WHERE email = $1")
        .bind(email)
        .fetch_one(at.db.owner())
        .await
        .unwrap()
}

#[tokio::test]
async fn dr_rao_signs_in_comes_home_and_signs_out() {
    let at = Wardlight::open().await;
    let answer = try_in(&at, " Rao@Riverbend.example", PASSWORD).await;
    assert_eq!((answer.status(), location(&answer)), (StatusCode::SEE_OTHER, "/ward"));
    let line = answer.headers()["set-cookie"].to_str().unwrap();
    assert!(
        line.starts_with("__Host-wl_staff=") && line.ends_with("; Path=/; Secure; HttpOnly; SameSite=Lax"),
        "{line}"
    );
    let mine = cookie(&answer, "__Host-wl_staff").unwrap();

    let account = page(&at, "/account", &mine).await;
    assert_eq!(account.status(), StatusCode::OK);
    assert_eq!(account.headers()["cache-control"], "no-store");
    assert!(
        cookie(&account, "__Host-wl_staff").is_none(),
        "a page sets no cookie anew"
    );

    let out = form(&at, "/sign-out", &[])
        .header("cookie", &mine)
        .send()
        .await
        .unwrap();
    assert_eq!((out.status(), location(&out)), (StatusCode::SEE_OTHER, "/sign-in"));
    assert_eq!(cookie(&out, "__Host-wl_staff").as_deref(), Some("__Host-wl_staff="));
    let back = page(&at, "/account", &mine).await;
    assert_eq!(
        (back.status(), location(&back)),
        (StatusCode::SEE_OTHER, "/sign-in?next=/account"),
        "a copy of the cookie is dead"
    );
}

#[tokio::test]
async fn a_refusal_says_the_same_whoever_was_named_and_says_it_once() {
    let at = Wardlight::open().await;
    sqlx::query("UPDATE app_user SET is_active = false WHERE email = $1")
        .bind(ACHIENG)
        .execute(at.db.owner())
        .await
        .unwrap();
    for (login, password) in [
        (RAO, "another password"),
        ("nobody@riverbend.example", "another password"),
        (ACHIENG, PASSWORD),
        ("+254 700 000 009", "x"),
    ] {
        let answer = try_in(&at, login, password).await;
        assert_eq!(
            (answer.status(), location(&answer)),
            (StatusCode::SEE_OTHER, "/sign-in"),
            "{login}"
        );
        assert!(cookie(&answer, "__Host-wl_staff").is_none());
        let flash = cookie(&answer, "__Host-wl_flash").unwrap();
        let said = page(&at, "/sign-in", &flash).await.text().await.unwrap();
        assert!(said.contains(REFUSED) && said.contains(login), "{login}: {said}");
        assert!(!said.contains("another password"));
        let again = page(&at, "/sign-in", &flash).await.text().await.unwrap();
        assert!(!again.contains(REFUSED), "it is said once");
    }
    let empty = try_in(&at, "", "").await;
    let said = page(&at, "/sign-in", &cookie(&empty, "__Host-wl_flash").unwrap())
        .await
        .text()
        .await
        .unwrap();
    assert!(
        said.contains("Enter your e-mail address or phone number.") && said.contains("Enter your password."),
        "{said}"
    );
    let failures: i64 = sqlx::query_scalar(
        "SELECT count(*) FROM audit_entry WHERE action = 'session.open' AND outcome = 'failed'
         AND (subject_id IS NULL OR subject_id IN (SELECT id FROM app_user))",
    )
    .fetch_one(at.db.owner())
    .await
    .unwrap();
    assert_eq!(failures, 4);
}

#[tokio::test]
async fn a_login_that_nobody_has_takes_as_long_as_one_that_somebody_has() {
    let at = Wardlight::open().await;
    let (mut known, mut unknown) = (Vec::new(), Vec::new());
    for _ in 0..5 {
        for (login, times) in [(RAO, &mut known), ("nobody@riverbend.example", &mut unknown)] {
            let begun = Instant::now();
            try_in(&at, login, "another password").await;
            times.push(begun.elapsed().as_secs_f64());
        }
    }
    known.sort_by(f64::total_cmp);
    unknown.sort_by(f64::total_cmp);
    // The machine is shared, so the bound is wide; leaving the hash out makes the ratio ten and more.
    let ratio = known[2] / unknown[2];
    assert!((0.5..2.0).contains(&ratio), "medians {} and {}", known[2], unknown[2]);
}

#[tokio::test]
async fn ten_wrong_passwords_close_an_account_for_a_while_and_no_other() {
    let at = Wardlight::open().await;
    for _ in 0..10 {
        assert_eq!(try_in(&at, RAO, "guess").await.status(), StatusCode::SEE_OTHER);
    }
    let closed = form(&at, "/sign-in", &[("login", RAO), ("password", PASSWORD)])
        .header("x-forwarded-for", "203.0.113.9")
        .send()
        .await
        .unwrap();
    assert_eq!(closed.status(), StatusCode::TOO_MANY_REQUESTS);
    assert!(closed.headers().contains_key("retry-after"));
    assert!(
        closed
            .text()
            .await
            .unwrap()
            .contains("Too many tries. Wait 15 minutes.")
    );
    assert!(at.sign_in(ACHIENG).await.is_some());
}

#[tokio::test]
async fn a_planted_session_id_is_never_taken_over() {
    let at = Wardlight::open().await;
    let planted = "__Host-wl_staff=AAAAAAAAAAAAAAAAAAAAAA";
    let answer = form(&at, "/sign-in", &[("login", RAO), ("password", PASSWORD)])
        .header("cookie", planted)
        .send()
        .await
        .unwrap();
    let first = cookie(&answer, "__Host-wl_staff").unwrap();
    assert_ne!(first, planted);
    assert!(!is_in(&at, "/account", planted).await && is_in(&at, "/account", &first).await);
    let answer = form(&at, "/sign-in", &[("login", RAO), ("password", PASSWORD)])
        .header("cookie", &first)
        .send()
        .await
        .unwrap();
    let second = cookie(&answer, "__Host-wl_staff").unwrap();
    assert_ne!(first, second);
    assert!(
        !is_in(&at, "/account", &first).await,
        "the id from before signing in again is dead"
    );
    assert!(is_in(&at, "/account", &second).await);
}

#[tokio::test]
async fn a_stolen_cookie_is_dead_within_a_second_of_closing_the_account_or_ending_the_role() {
    let at = Wardlight::open().await;
    for (email, closing) in [
        (RAO, "UPDATE app_user SET is_active = false WHERE id = $1"),
        (
            ACHIENG,
            "UPDATE role_grant SET during = tstzrange(lower(during), now()) WHERE user_id = $1",
        ),
    ] {
        let stolen = at.sign_in(email).await.unwrap();
        assert!(is_in(&at, "/account", &stolen).await);
        sqlx::query(closing)
            .bind(user(&at, email).await)
            .execute(at.db.owner())
            .await
            .unwrap();
        let after = dead_after(&at, &stolen).await;
        assert!(after <= Duration::from_millis(1_200), "{email}: {after:?}");
    }
}

#[tokio::test]
async fn sockets_hear_within_a_second_that_a_session_ended_or_a_role_changed() {
    let at = Wardlight::open().await;
    tokio::spawn(sessions::watch(Arc::downgrade(&at.house)));
    let mine = at.sign_in(RAO).await.unwrap();
    assert!(is_in(&at, "/account", &mine).await);
    let rao = user(&at, RAO).await;
    let mut heard = at.house.sessions.ended();
    sqlx::query("INSERT INTO role_grant (user_id, hospital_id, role) VALUES ($1, $2, 'hospital_admin')")
        .bind(rao)
        .bind(at.riverbend.id.0)
        .execute(at.db.owner())
        .await
        .unwrap();
    let news = tokio::time::timeout(Duration::from_millis(1_200), heard.recv())
        .await
        .expect("news of the role in time")
        .unwrap();
    assert_eq!((news.user, news.why), (UserId(rao), Why::Changed));
    sqlx::query("DELETE FROM browser_session WHERE user_id = $1")
        .bind(rao)
        .execute(at.db.owner())
        .await
        .unwrap();
    let news = tokio::time::timeout(Duration::from_millis(1_200), heard.recv())
        .await
        .expect("news of the end in time")
        .unwrap();
    assert_eq!((news.user, news.why), (UserId(rao), Why::Over));
    assert!(!is_in(&at, "/account", &mine).await);
}

#[tokio::test]
async fn the_two_realms_never_mix() {
    let at = Wardlight::open().await;
    let (staff, portal) = (at.sign_in(RAO).await.unwrap(), at.sign_in(OKAFOR).await.unwrap());
    assert!(staff.starts_with("__Host-wl_staff=") && portal.starts_with("__Host-wl_portal="));
    let both = format!("{staff}; {portal}");
    assert!(
        is_in(&at, "/account", &both).await && is_in(&at, "/my", &both).await,
        "side by side"
    );
    assert!(!is_in(&at, "/my", &staff).await && !is_in(&at, "/account", &portal).await);
    let swapped = staff.replace("wl_staff", "wl_portal");
    assert!(
        !is_in(&at, "/my", &swapped).await,
        "the id of a staff session opens no portal"
    );
    let swapped = portal.replace("wl_portal", "wl_staff");
    assert!(
        !is_in(&at, "/account", &swapped).await,
        "the id of a portal session opens no staff page"
    );
    form(&at, "/my/sign-out", &[])
        .header("cookie", &both)
        .send()
        .await
        .unwrap();
    assert!(
        is_in(&at, "/account", &both).await && !is_in(&at, "/my", &both).await,
        "each realm signs out alone"
    );
}

#[tokio::test]
async fn no_other_site_signs_anybody_in_or_out() {
    let at = Wardlight::open().await;
    let mine = at.sign_in(RAO).await.unwrap();
    let fields = [("login", RAO), ("password", PASSWORD)];
    let probes: [&[(&str, &str)]; 5] = [
        &[("sec-fetch-site", "cross-site")],
        &[("sec-fetch-site", "same-site"), ("origin", "http://other.localhost")],
        &[("origin", "https://evil.example")],
        &[("origin", "null")],
        // A cookie and no word of where it comes from.
        &[("cookie", &mine)],
    ];
    for path in ["/sign-in", "/sign-out"] {
        for probe in probes {
            let mut request = at.client.post(at.url(path)).form(&fields);
            for (name, value) in probe {
                request = request.header(*name, *value);
            }
            let answer = request.send().await.unwrap();
            assert_eq!(answer.status(), StatusCode::FORBIDDEN, "{path} {probe:?}");
            assert!(answer.headers().get("set-cookie").is_none());
        }
    }
    assert!(is_in(&at, "/account", &mine).await, "nobody was signed out");
}

#[tokio::test]
async fn after_signing_in_only_pages_of_ours_are_opened() {
    let at = Wardlight::open().await;
    for (next, expected) in [
        ("/account", "/account"),
        ("/patients/0190?before=7", "/patients/0190?before=7"),
        ("//evil.example", "/ward"),
        ("/\\evil.example", "/ward"),
        ("https://evil.example/", "/ward"),
        ("/ward\r\nset-cookie: a=b", "/ward"),
        ("/my", "/ward"),
        ("/sign-in", "/ward"),
    ] {
        let answer = form(
            &at,
            "/sign-in",
            &[("login", RAO), ("password", PASSWORD), ("next", next)],
        )
        .send()
        .await
        .unwrap();
        assert_eq!(
            (answer.status(), location(&answer)),
            (StatusCode::SEE_OTHER, expected),
            "{next:?}"
        );
    }
    let patient = try_in(&at, OKAFOR, PASSWORD).await;
    assert_eq!(location(&patient), "/my");
    let refused = form(
        &at,
        "/sign-in",
        &[("login", RAO), ("password", "guess"), ("next", "/account")],
    )
    .send()
    .await
    .unwrap();
    assert_eq!(
        location(&refused),
        "/sign-in?next=/account",
        "a refusal remembers where to"
    );
}

#[tokio::test]
async fn every_answer_carries_the_security_headers() {
    let at = Wardlight::open().await;
    let mine = at.sign_in(RAO).await.unwrap();
    let pages = [
        page(&at, "/sign-in", "").await,
        page(&at, "/account", &mine).await,
        page(&at, "/account", "").await,
        try_in(&at, "", "").await,
    ];
    for answer in pages {
        let headers = answer.headers().clone();
        let told = |name: &str| {
            headers
                .get(name)
                .map_or_else(|| "-".to_owned(), |value| value.to_str().unwrap().to_owned())
        };
        let policy = told("content-security-policy");
        let nonce = policy
            .split("'nonce-")
            .nth(1)
            .and_then(|rest| rest.split('\'').next())
            .unwrap()
            .to_owned();
        assert_eq!(nonce.len(), 32);
        let snapshot = [
            ("content-security-policy", policy.replace(&nonce, "NONCE")),
            ("x-content-type-options", told("x-content-type-options")),
            ("x-frame-options", told("x-frame-options")),
            ("referrer-policy", told("referrer-policy")),
            ("cross-origin-opener-policy", told("cross-origin-opener-policy")),
            ("cross-origin-resource-policy", told("cross-origin-resource-policy")),
            ("strict-transport-security", told("strict-transport-security")),
        ];
        let expected = [
            "default-src 'none'; script-src 'self' 'nonce-NONCE' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; media-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            "nosniff",
            "DENY",
            "same-origin",
            "same-origin",
            "same-origin",
            "max-age=31536000; includeSubDomains",
        ];
        for ((name, value), expected) in snapshot.iter().zip(expected) {
            assert_eq!(value, expected, "{name}");
        }
        assert!(Uuid::parse_str(&told("x-request-id")).is_ok());
        let body = answer.text().await.unwrap();
        for tag in body
            .split("<script")
            .skip(1)
            .map(|rest| rest.split('>').next().unwrap_or_default())
        {
            assert!(
                tag.contains("src=") || tag.contains(&nonce),
                "an inline script without this answer's nonce: <script{tag}>"
            );
        }
    }
}

#[tokio::test]
async fn the_sixth_session_ends_the_first() {
    let at = Wardlight::open().await;
    let mut mine = Vec::new();
    for _ in 0..6 {
        mine.push(at.sign_in(RAO).await.unwrap());
    }
    assert!(!is_in(&at, "/account", &mine[0]).await);
    for cookie in &mine[1..] {
        assert!(is_in(&at, "/account", cookie).await);
    }
}

/// A house whose clock the test turns, over the same database.
fn house_with_clock(at: &Wardlight) -> (Arc<House>, Arc<AtomicI64>) {
    let now = Arc::new(AtomicI64::new(at.house.clock.now().0));
    let hand = now.clone();
    (
        House::new(
            at.db.app.clone(),
            at.db.ingest.clone(),
            Clock::of(move || Moment(now.load(Ordering::SeqCst))),
        ),
        hand,
    )
}

#[tokio::test]
async fn a_session_ends_when_it_is_left_alone_and_at_the_latest_after_its_whole_time() {
    let at = Wardlight::open().await;
    let (house, clock) = house_with_clock(&at);
    let ctx = at_the_door(&house, Uuid::now_v7());
    let minutes = |many: i64| clock.fetch_add(many * 60_000_000, Ordering::SeqCst);
    let open = async |id: &str, realm, email: &str, shared| {
        let hospital: HospitalId = at.riverbend.id;
        let patient = (realm == Realm::Portal).then(|| at.riverbend.patients[0].into());
        let opening = Opening {
            user: user(&at, email).await.into(),
            hospital,
            patient,
            shared,
            device: "Test".into(),
            address: "::1".into(),
        };
        let key = SessionKey::of_id(id.as_bytes());
        sessions::open(&ctx, realm, key, &opening).await.unwrap();
        key
    };
    let lives = async |realm, key| sessions::load(&ctx, realm, key).await.unwrap().is_some();

    // Staff: 15 minutes alone, 12 hours in all.
    let key = open("idle", Realm::Staff, RAO, false).await;
    minutes(14);
    assert!(lives(Realm::Staff, key).await);
    minutes(14);
    assert!(sessions::touch(&ctx, key).await.unwrap(), "an open page counts as seen");
    minutes(14);
    assert!(lives(Realm::Staff, key).await);
    minutes(15);
    assert!(!lives(Realm::Staff, key).await);
    let key = open("long", Realm::Staff, RAO, false).await;
    for _ in 0..71 {
        minutes(10);
        assert!(lives(Realm::Staff, key).await);
    }
    minutes(10);
    assert!(!lives(Realm::Staff, key).await, "twelve hours are over");

    // A shared computer: ten minutes, and an open page does not count.
    let key = open("shared", Realm::Staff, RAO, true).await;
    minutes(9);
    assert!(sessions::touch(&ctx, key).await.unwrap());
    minutes(1);
    assert!(!lives(Realm::Staff, key).await);

    // A patient: half an hour alone.
    let key = open("portal", Realm::Portal, OKAFOR, false).await;
    minutes(29);
    assert!(lives(Realm::Portal, key).await);
    minutes(30);
    assert!(!lives(Realm::Portal, key).await);
}

#[tokio::test]
async fn last_seen_survives_a_restart_and_people_see_their_own_sessions_only() {
    let at = Wardlight::open().await;
    let (rao, achieng) = (at.sign_in(RAO).await.unwrap(), at.sign_in(ACHIENG).await.unwrap());
    assert!(is_in(&at, "/account", &rao).await && is_in(&at, "/account", &achieng).await);
    let (house, _) = house_with_clock(&at);
    let key = SessionKey::of_id(rao.trim_start_matches("__Host-wl_staff=").as_bytes());
    let session = sessions::load(&at_the_door(&house, Uuid::now_v7()), Realm::Staff, key)
        .await
        .unwrap()
        .expect("known after a restart");
    assert_eq!(session.roles, [Role::Doctor]);
    let actor = Actor::Staff {
        user: session.user,
        hospital: session.hospital,
        roles: session.roles,
    };
    let rows = sessions::list_own(&hospital::Ctx::new(house.clone(), actor, Uuid::now_v7()), key)
        .await
        .unwrap();
    assert_eq!(
        rows.iter()
            .map(|row| (row.is_this, row.address.as_str()))
            .collect::<Vec<_>>(),
        [(true, "127.0.0.1")]
    );
    assert_eq!(
        sessions::end_all_of(&at_the_door(&house, Uuid::now_v7()), session.user)
            .await
            .unwrap(),
        1
    );
    assert!(dead_after(&at, &rao).await <= Duration::from_millis(1_200));
    assert!(is_in(&at, "/account", &achieng).await);
}
