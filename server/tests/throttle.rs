//! How often somebody may try, and how fast they may ask, through the real router: behind no proxy, one and two, by somebody who writes
//! `X-Forwarded-For` himself.

use futures::{StreamExt, stream};
use reqwest::{RequestBuilder, Response};
use serde_json::Value;
use server::throttle::{Pace, Route};

use crate::sign_in::form;
use crate::support::Wardlight;

/// What reaches us behind so many proxies of ours: what the client wrote, and what each proxy added.
fn forwarded(proxies: usize, forged: &str, client: &str) -> String {
    match proxies {
        0 => forged.to_owned(),
        1 => format!("{forged}, {client}"),
        _ => format!("{forged}, {client}, 10.0.0.1"),
    }
}

async fn guess(at: &Wardlight, login: &str, forwarded: &str) -> Response {
    let fields = [("login", login), ("password", "a guess")];
    form(at, "/sign-in", &fields)
        .header("x-forwarded-for", forwarded)
        .send()
        .await
        .unwrap()
}

/// R15: whoever invents an address for each guess is counted by the one that our own proxies saw.
#[tokio::test(flavor = "multi_thread")]
async fn an_address_that_the_client_writes_itself_opens_nothing() {
    let most = Route::SignIn.limit().per_address;
    for proxies in [0, 1, 2] {
        let at = Wardlight::open_with(|config| config.trusted_proxies = proxies).await;
        for n in 0..most {
            let seen = forwarded(proxies, &format!("203.0.113.{n}"), "198.51.100.7");
            let answer = guess(&at, &format!("nobody{n}@riverbend.example"), &seen).await;
            assert_eq!(answer.status(), 303, "{proxies} proxies, guess {n}");
        }
        for forged in [
            "203.0.113.200",
            "127.0.0.1",
            "198.51.100.8, 198.51.100.9, 198.51.100.10",
            "unknown",
            "",
        ] {
            let seen = forwarded(proxies, forged, "198.51.100.7");
            let answer = guess(&at, "another@riverbend.example", &seen).await;
            assert_eq!(answer.status(), 429, "{proxies} proxies, {forged:?}");
            let wait: i64 = answer.headers()["retry-after"].to_str().unwrap().parse().unwrap();
            assert!((1..=900).contains(&wait), "{wait}");
        }
        if proxies > 0 {
            let seen = forwarded(proxies, "198.51.100.7", "198.51.100.8");
            let answer = guess(&at, "another@riverbend.example", &seen).await;
            assert_eq!(answer.status(), 303, "somebody else is not troubled");
        }
    }
}

/// How many ask at a time: of those that pass, so many may be heard after the first refusal.
const AT_ONCE: i64 = 16;

/// Asks until one is refused, many at a time; how many passed, and the refusal.
async fn flood(most: i64, ask: impl Fn() -> RequestBuilder) -> (i64, Option<Response>) {
    let mut answers = stream::iter(0..most)
        .map(|_| ask().send())
        .buffer_unordered(AT_ONCE as usize);
    let mut passed = 0;
    while let Some(answer) = answers.next().await {
        let answer = answer.unwrap();
        if answer.status() == 429 {
            return (passed, Some(answer));
        }
        passed += 1;
    }
    (passed, None)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_flood_is_told_when_to_come_back_and_others_are_served() {
    let at = Wardlight::open_with(|config| config.trusted_proxies = 1).await;
    let from = |address: &'static str, request: RequestBuilder| request.header("x-forwarded-for", address);
    // Refused as foreign further in, which costs less than a page; its pace is kept before that.
    let page = || {
        from(
            "198.51.100.7",
            at.client
                .post(at.url("/sign-out"))
                .header("origin", "https://evil.example"),
        )
    };
    let (passed, refusal) = flood(20_000, page).await;
    assert!(
        passed >= Pace::Page.limit().1 - AT_ONCE,
        "{passed}: a ward at shift change would be refused"
    );
    let refusal = refusal.expect("a flood is refused");
    assert_eq!(refusal.headers()["retry-after"], "1");
    assert_eq!(refusal.headers()["content-type"], "text/html; charset=utf-8");
    assert!(refusal.headers().contains_key("content-security-policy"));
    assert!(refusal.text().await.unwrap().contains("Wait 1 second and try again."));
    let other = from("198.51.100.8", at.client.get(at.url("/sign-in")))
        .send()
        .await
        .unwrap();
    assert_eq!(other.status(), 200);

    let (passed, refusal) = flood(20_000, || {
        from("198.51.100.7", at.client.get(at.url("/api/v1/nothing")))
    })
    .await;
    assert!(passed >= Pace::Api.limit().1 - AT_ONCE, "{passed}");
    let refusal = refusal.expect("a flood is refused");
    assert_eq!(refusal.headers()["retry-after"], "1");
    assert_eq!(refusal.headers()["content-type"], "application/problem+json");
    let problem: Value = refusal.json().await.unwrap();
    assert_eq!(
        (&problem["status"], &problem["type"]),
        (&429.into(), &"/api/v1/docs#rate".into())
    );
    for _ in 0..3 {
        let health = from("198.51.100.7", at.client.get(at.url("/health/live")))
            .send()
            .await
            .unwrap();
        assert_eq!(health.status(), 200, "health is always answered");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_device_that_runs_wild_is_slowed_and_the_next_bed_is_not() {
    let at = Wardlight::open_with(|config| config.trusted_proxies = 1).await;
    let [wild, calm] = [&at.riverbend.devices[0], &at.riverbend.devices[1]];
    let url = |id| at.url(&format!("/api/v1/devices/{id}/readings"));
    let ask = |id, token: &str| {
        let request = at.client.post(url(id)).bearer_auth(token);
        request
            .header("x-forwarded-for", "198.51.100.7")
            .header("content-type", "text/plain")
    };
    // A stranger who knows the id uses nothing up.
    let (strange, refusal) = flood(Pace::Device.limit().1 + 100, || ask(wild.id, "wld_0")).await;
    assert!(strange > Pace::Device.limit().1 && refusal.is_none());
    assert_eq!(ask(wild.id, &wild.token).send().await.unwrap().status(), 415);

    let (passed, refusal) = flood(5_000, || ask(wild.id, &wild.token)).await;
    assert!(passed >= Pace::Device.limit().1 - AT_ONCE, "{passed}");
    let refusal = refusal.expect("it is slowed");
    assert_eq!(refusal.headers()["retry-after"], "1");
    let problem: Value = refusal.json().await.unwrap();
    assert_eq!(problem["type"], "/api/v1/docs#rate");
    assert_eq!(ask(calm.id, &calm.token).send().await.unwrap().status(), 415);
}
