//! Another site tries to use a signed-in browser: by a form, by a picture, by a `fetch`, by a socket. And somebody whose session is over tries to go on.

use std::time::Duration;

use domain::live::PROTOCOL;
use reqwest::{Method, StatusCode};
use tokio_tungstenite::tungstenite::http::HeaderValue;

use crate::live::page::{Page, asks, refusal};
use crate::sign_in::{RAO, form, is_in};
use crate::support::Wardlight;

/// What a browser says of a request that another site makes it send.
const PROBES: [&[(&str, &str)]; 6] = [
    &[("sec-fetch-site", "cross-site")],
    &[("sec-fetch-site", "same-site")],
    &[("sec-fetch-site", "cross-site"), ("origin", "OURS")],
    &[("origin", "https://evil.example")],
    &[("origin", "null")],
    // A browser that is too old to say anything.
    &[],
];

/// Every door that changes something refuses, whatever its handler would have said; the list is the router's own, so a new door is in it.
#[tokio::test(flavor = "multi_thread")]
async fn no_door_that_changes_something_opens_for_another_site() {
    let at = Wardlight::open().await;
    let mine = at.sign_in(RAO).await.unwrap();
    let doors: Vec<String> = server::router::endpoints()
        .into_iter()
        .filter_map(|door| door.strip_prefix("POST ").map(str::to_owned))
        .filter(|path| !path.starts_with("/api/v1/"))
        .collect();
    assert!(doors.len() > 10, "{doors:?}");
    for door in &doors {
        for probe in PROBES {
            let mut request = at.client.post(at.url(door)).header("cookie", &mine).form(&[("a", "b")]);
            for (name, value) in probe {
                let own = format!("http://{}", at.addr);
                request = request.header(*name, if *value == "OURS" { &own } else { *value });
            }
            let answer = request.send().await.unwrap();
            assert_eq!(answer.status(), StatusCode::FORBIDDEN, "{door} {probe:?}");
            assert!(answer.headers().get("set-cookie").is_none());
        }
    }
    assert!(is_in(&at, "/account", &mine).await, "nobody was signed out");
}

#[tokio::test(flavor = "multi_thread")]
async fn another_site_may_lead_here_and_show_nothing_of_ours() {
    let at = Wardlight::open().await;
    let mine = at.sign_in(RAO).await.unwrap();
    let chart = format!("/charts/patients/{}/day.svg", at.riverbend.patients[0]);
    for path in [chart.as_str(), "/account", "/sign-in"] {
        for (site, mode, allowed) in [
            ("cross-site", "no-cors", false),
            ("cross-site", "cors", false),
            ("same-site", "no-cors", false),
            ("cross-site", "navigate", true),
            ("same-origin", "cors", true),
            ("none", "navigate", true),
        ] {
            let asked = at.client.get(at.url(path)).header("cookie", &mine);
            let answer = asked
                .header("sec-fetch-site", site)
                .header("sec-fetch-mode", mode)
                .send()
                .await
                .unwrap();
            let expected = if allowed { StatusCode::OK } else { StatusCode::FORBIDDEN };
            assert_eq!(answer.status(), expected, "{path} {site} {mode}");
            assert!(answer.headers().get("access-control-allow-origin").is_none());
        }
    }
    // A question before a question (CORS) is answered by nobody.
    let before = at.client.request(Method::OPTIONS, at.url("/api/fn/alerts/acknowledge"));
    let before = before
        .header("origin", "https://evil.example")
        .header("access-control-request-method", "POST")
        .send()
        .await
        .unwrap();
    assert_ne!(before.status(), StatusCode::OK);
    assert!(before.headers().get("access-control-allow-origin").is_none());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_that_is_over_opens_no_socket() {
    let at = Wardlight::open().await;
    let (out, expired) = (at.sign_in(RAO).await.unwrap(), at.sign_in(RAO).await.unwrap());
    for cookie in [&out, &expired] {
        Page::open(&at, "/live", cookie).await;
    }
    let left = form(&at, "/sign-out", &[]).header("cookie", &out).send().await.unwrap();
    assert_eq!(left.status(), StatusCode::SEE_OTHER);
    assert_eq!(
        refusal(asks(&at, "/live", &out, PROTOCOL)).await,
        StatusCode::UNAUTHORIZED
    );

    // Another process finds it too old.
    sqlx::query("UPDATE browser_session SET expires_at = created_at + interval '1 microsecond'")
        .execute(at.db.owner())
        .await
        .unwrap();
    tokio::time::sleep(Duration::from_millis(1_200)).await;
    assert_eq!(
        refusal(asks(&at, "/live", &expired, PROTOCOL)).await,
        StatusCode::UNAUTHORIZED
    );

    // Nor does a cookie that was never given out, of any form.
    for forged in ["", "x", "AAAAAAAAAAAAAAAAAAAAAA", "../../etc/passwd"] {
        let mut request = asks(&at, "/live", "", PROTOCOL);
        let cookie = HeaderValue::try_from(format!("__Host-wl_staff={forged}")).unwrap();
        request.headers_mut().insert("cookie", cookie);
        assert_eq!(refusal(request).await, StatusCode::UNAUTHORIZED, "{forged:?}");
    }
}
