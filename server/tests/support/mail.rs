//! Mails and the links in them, and forms as a browser posts them.

use hospital::ports::Mail;
use reqwest::{Response, StatusCode};

use super::Wardlight;
use crate::sign_in::{form, page};

/// Good enough for anybody in these stories.
pub const CHOSEN: &str = "grey herons wade at dawn";

/// Does the work that waits, and answers the mails of the house, newest first.
pub async fn mails(at: &Wardlight) -> Vec<Mail> {
    hospital::jobs::do_what_is_due(&at.house).await.unwrap();
    at.house.post.mailer().kept().unwrap().await.unwrap()
}

/// The newest mail to an address.
pub async fn mail_to(at: &Wardlight, address: &str) -> Mail {
    let mails = mails(at).await;
    let found = mails.into_iter().find(|mail| mail.to == address);
    found.unwrap_or_else(|| panic!("no mail to {address}"))
}

/// The path and query of the link in a mail.
pub fn link_in(mail: &Mail) -> String {
    let line = mail.text.lines().find(|line| line.contains("?link="));
    let line = line.unwrap_or_else(|| panic!("no link in {}", mail.text));
    line.strip_prefix("http://wardlight.test").unwrap().to_owned()
}

/// Opens a link as a browser does; answers the cookie in which its secret travels on.
pub async fn open_link(at: &Wardlight, link: &str) -> String {
    let answer = page(at, link, "").await;
    let (door, _) = link.split_once('?').unwrap();
    assert_eq!(answer.status(), StatusCode::SEE_OTHER);
    assert_eq!(
        answer.headers()["location"],
        door,
        "the secret leaves the address at once"
    );
    assert_eq!(answer.headers()["cache-control"], "no-store");
    let line = answer.headers()["set-cookie"].to_str().unwrap();
    assert!(
        line.starts_with("__Host-wl_link=") && line.contains("; Secure; HttpOnly; SameSite=Lax"),
        "{line}"
    );
    line.split(';').next().unwrap().to_owned()
}

/// Posts a form with a cookie.
pub async fn post(at: &Wardlight, path: &str, cookie: &str, fields: &[(&str, &str)]) -> Response {
    form(at, path, fields).header("cookie", cookie).send().await.unwrap()
}

/// Posts a form, expects to be sent back, and answers what the page says then.
pub async fn post_and_read(at: &Wardlight, path: &str, cookie: &str, fields: &[(&str, &str)]) -> String {
    let answer = post(at, path, cookie, fields).await;
    assert_eq!(answer.status(), StatusCode::SEE_OTHER, "{path}");
    let back = answer.headers()["location"].to_str().unwrap().to_owned();
    let said = answer.headers()["set-cookie"].to_str().unwrap();
    let said = said.split(';').next().unwrap();
    page(at, &back, &format!("{cookie}; {said}"))
        .await
        .text()
        .await
        .unwrap()
}

/// Signs in with a password of one's own.
pub async fn enters(at: &Wardlight, login: &str, password: &str) -> Option<String> {
    let answer = form(at, "/sign-in", &[("login", login), ("password", password)])
        .send()
        .await
        .unwrap();
    let lines = answer
        .headers()
        .get_all("set-cookie")
        .iter()
        .map(|line| line.to_str().unwrap());
    lines
        .filter_map(|line| line.split(';').next())
        .find(|pair| pair.starts_with("__Host-wl_staff=") || pair.starts_with("__Host-wl_portal="))
        .map(str::to_owned)
}
