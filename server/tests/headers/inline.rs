//! Nothing inline on any page, but what carries the nonce of its answer.

use std::collections::BTreeSet;

use uuid::Uuid;

use super::nonce;
use crate::sign_in::{OKAFOR, RAO, page};
use crate::support::Wardlight;

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
                // What a page carries for its program is text that no browser runs (`app::program`).
                let is_text = tag.contains("type=\"text/plain\"");
                assert!(
                    is_text || tag.contains("src=") || tag.contains(&nonce),
                    "{pattern}: <script{tag}>"
                );
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
