//! A session ends when nobody is there, also under a page that is open: what counts is a key or a pointer, not that the page is open. Who is there is warned.

use std::time::{Duration, Instant};

use domain::live::{Ends, ToClient, ToServer};
use futures::StreamExt;
use hospital::identity::SessionKey;
use reqwest::{Method, StatusCode};
use tokio::time::timeout;
use tokio_tungstenite::tungstenite::Message;

use crate::factor::post;
use crate::live::page::{PATIENCE, Page};
use crate::sign_in::{RAO, cookie, is_in, page};
use crate::support::{PASSWORD, Wardlight};

const MINUTE: i64 = 60;

/// Reads until the server says that the session has ended.
async fn until_signed_out(open: &mut Page) {
    let begun = Instant::now();
    while open.next_but_changes().await != Ok(ToClient::SignedOut) {}
    assert!(begun.elapsed() < Duration::from_secs(2), "{:?}", begun.elapsed());
}

/// What the next ping says of the end; they come every 15 seconds.
async fn next_ping(open: &mut Page) -> Option<Ends> {
    loop {
        let next = timeout(Duration::from_secs(20), open.socket.next())
            .await
            .expect("a ping");
        let Some(Ok(Message::Binary(bytes))) = next else {
            panic!("not ours: {next:?}")
        };
        if let Ok(ToClient::Ping { ends, .. }) = postcard::from_bytes(&bytes) {
            return ends;
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_left_open_is_signed_out_after_fifteen_minutes_though_its_socket_came_back() {
    let at = Wardlight::open().await;
    let rao = at.sign_in(RAO).await.unwrap();
    let mut open = Page::open(&at, "/live", &rao).await;
    open.hello().await;
    at.later(14 * MINUTE);
    // The network was gone for a moment: the page connects again by itself. Nobody touched it.
    drop(open);
    let mut again = Page::open(&at, "/live", &rao).await;
    again.hello().await;
    at.later(MINUTE);
    until_signed_out(&mut again).await;
    assert!(!is_in(&at, "/account", &rao).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_or_a_pointer_keeps_it_and_what_the_page_asks_by_itself_does_not() {
    let at = Wardlight::open().await;
    let rao = at.sign_in(RAO).await.unwrap();
    let mut open = Page::open(&at, "/live", &rao).await;
    open.hello().await;
    let key = SessionKey::of_id(rao.trim_start_matches("__Host-wl_staff=").as_bytes());
    let ends = || at.house.sessions.ends(key).expect("in use");
    at.later(14 * MINUTE);
    let before = ends();
    assert!(before.stays);
    let mwangi = at.riverbend.patients[1];
    for (method, path) in [
        (Method::GET, format!("/charts/patients/{mwangi}/day.svg")),
        (Method::HEAD, "/ward".to_owned()),
    ] {
        let asked = at.client.request(method, at.url(&path)).header("cookie", &rao);
        assert_eq!(asked.send().await.unwrap().status(), StatusCode::OK, "{path}");
        assert_eq!(ends(), before, "{path}");
    }
    open.say(ToServer::Here).await;
    let begun = Instant::now();
    while ends() == before {
        assert!(begun.elapsed() < PATIENCE);
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    at.later(14 * MINUTE);
    let asked = at.client.head(at.url("/ward")).header("cookie", &rao);
    assert_eq!(asked.send().await.unwrap().status(), StatusCode::OK, "the hour goes on");
    // A minute before the end every ping says when it is.
    let warned = next_ping(&mut open).await.expect("a warning");
    assert_eq!(warned, ends());
    at.later(MINUTE);
    until_signed_out(&mut open).await;
}

/// `Set-Cookie` lines for the staff's cookie.
fn set(answer: &reqwest::Response) -> Vec<String> {
    let lines = answer.headers().get_all("set-cookie").iter();
    lines
        .filter_map(|line| line.to_str().ok())
        .filter(|line| line.starts_with("__Host-wl_staff"))
        .map(str::to_owned)
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_under_way_with_the_old_id_takes_nothing_from_the_new_one() {
    let at = Wardlight::open().await;
    let old = at.sign_in(RAO).await.unwrap();
    assert!(is_in(&at, "/account", &old).await);
    let proved = post(&at, "/account/prove", &old, &[("password", PASSWORD)]).await;
    let new = cookie(&proved, "__Host-wl_staff").expect("a new id");
    // The browser had asked for these before it learnt the new id; their answers come after it.
    let opened = page(&at, "/account", &old).await;
    assert_eq!(opened.status(), StatusCode::SEE_OTHER, "the old id opens nothing");
    assert!(set(&opened).is_empty(), "{:?}", set(&opened));
    let script = at
        .client
        .get(at.url("/charts/patients/none/day.svg"))
        .header("cookie", &old);
    assert!(set(&script.send().await.unwrap()).is_empty());
    let form = post(&at, "/notifications/read", &old, &[]).await;
    assert!(set(&form).is_empty());
    assert!(is_in(&at, "/account", &new).await);
    // One that is simply over is taken away, where a person opens a page.
    post(&at, "/sign-out", &new, &[]).await;
    let over = page(&at, "/account", &new).await;
    assert!(
        set(&over)
            .iter()
            .any(|line| line.contains("Max-Age=0") && line.contains("Secure"))
    );
}
