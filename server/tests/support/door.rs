//! Knocking at doors as a browser does: with a cookie, from our own site, and following a form to the page that it leads to.

use std::time::Duration;

use reqwest::{Method, StatusCode};
use serde_json::Value;

use super::Wardlight;

/// What is brought along.
pub enum Body {
    None,
    Json(Value),
    Form(Vec<(&'static str, String)>),
}

/// Knocks as a browser of this site with this cookie would. A house that is busy (503, on a machine that runs many tests) has not said who may do what: it is asked
/// again, a few times.
pub async fn knock(house: &Wardlight, method: &Method, path: &str, body: &Body, cookie: &str) -> reqwest::Response {
    for _ in 0..4 {
        let answer = knock_once(house, method, path, body, cookie).await;
        if answer.status() != StatusCode::SERVICE_UNAVAILABLE {
            return answer;
        }
        tokio::time::sleep(Duration::from_secs(1)).await;
    }
    knock_once(house, method, path, body, cookie).await
}

async fn knock_once(house: &Wardlight, method: &Method, path: &str, body: &Body, cookie: &str) -> reqwest::Response {
    let mut request = house.client.request(method.clone(), house.url(path));
    request = request
        .header("origin", format!("http://{}", house.addr))
        .header("sec-fetch-site", "same-origin");
    if !cookie.is_empty() {
        request = request.header("cookie", cookie);
    }
    let request = match body {
        Body::None => request.header("accept", "text/html"),
        Body::Json(body) => request.json(body),
        Body::Form(fields) => request.form(fields).header("accept", "text/html"),
    };
    request.send().await.unwrap()
}

/// A page as HTML; a form is followed to the page that it leads to.
pub async fn page(house: &Wardlight, path: &str, cookie: &str, fields: &[(&'static str, &str)]) -> String {
    let (method, body) = match fields.is_empty() {
        true => (Method::GET, Body::None),
        false => (Method::POST, form(fields)),
    };
    let answer = knock(house, &method, path, &body, cookie).await;
    let Some(to) = answer
        .headers()
        .get("location")
        .map(|to| to.to_str().unwrap().to_owned())
    else {
        assert_eq!(answer.status(), 200, "{path}");
        return plain(&answer.text().await.unwrap());
    };
    let said = answer
        .headers()
        .get("set-cookie")
        .map(|said| said.to_str().unwrap().split(';').next().unwrap().to_owned());
    let cookies = format!("{cookie}; {}", said.unwrap_or_default());
    let next = house
        .client
        .get(house.url(&to))
        .header("cookie", cookies)
        .header("accept", "text/html");
    let answer = next.send().await.unwrap();
    assert_eq!(answer.status(), 200, "{path} led to {to}");
    plain(&answer.text().await.unwrap())
}

/// Posts a form; the status alone.
pub async fn status(house: &Wardlight, path: &str, cookie: &str, fields: &[(&'static str, &str)]) -> u16 {
    let answer = knock(house, &Method::POST, path, &form(fields), cookie).await;
    answer.status().as_u16()
}

fn form(fields: &[(&'static str, &str)]) -> Body {
    let fields = fields.iter().map(|(name, value)| (*name, (*value).to_owned()));
    Body::Form(fields.collect())
}

/// Without the marks that the drawing leaves between texts.
fn plain(html: &str) -> String {
    html.replace("<!>", "").replace("&amp;", "&")
}
