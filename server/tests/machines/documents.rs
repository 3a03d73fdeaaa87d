//! What came with a machine on paper: who adds it, who reads it, and that it is taken away with a reason.

use reqwest::{RequestBuilder, Response, StatusCode};

use super::Unit;
use crate::sign_in::location;
use crate::support::door::page;

const PDF: &[u8] = b"%PDF-1.4\nhow it is kept";

impl Unit {
    async fn adds(&self, who: &str, kind: &str, until: &str, file: (&str, &[u8])) -> Response {
        self.form(who, kind, until, file).send().await.unwrap()
    }

    /// The form, as a browser sends it.
    fn form(&self, who: &str, kind: &str, until: &str, file: (&str, &[u8])) -> RequestBuilder {
        let boundary = "----of-this-test";
        let mut body = Vec::new();
        for (name, value) in [("kind", kind), ("valid_until", until)] {
            let part = format!("--{boundary}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
            body.extend_from_slice(part.as_bytes());
        }
        let head = format!(
            "--{boundary}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{}\"\r\n\r\n",
            file.0
        );
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(file.1);
        body.extend_from_slice(format!("\r\n--{boundary}--\r\n").as_bytes());
        let request = self.at.client.post(self.at.url(&self.path("/documents")));
        let request = request
            .header("origin", format!("http://{}", self.at.addr))
            .header("sec-fetch-site", "same-origin")
            .header("cookie", who)
            .header("accept", "text/html")
            .header("content-type", format!("multipart/form-data; boundary={boundary}"));
        request.body(body)
    }

    /// What the page says to which an answer leads.
    async fn said(&self, answer: Response, who: &str) -> String {
        assert_eq!(answer.status(), StatusCode::SEE_OTHER);
        let said = answer.headers()["set-cookie"].to_str().unwrap();
        let cookies = format!("{who}; {}", said.split(';').next().unwrap());
        let next = self
            .at
            .client
            .get(self.at.url(location(&answer)))
            .header("cookie", cookies);
        next.send().await.unwrap().text().await.unwrap()
    }

    async fn gets(&self, who: &str, path: &str) -> Response {
        let request = self.at.client.get(self.at.url(path)).header("cookie", who);
        request.send().await.unwrap()
    }

    async fn document(&self) -> String {
        sqlx::query_scalar("SELECT id::text FROM device_document ORDER BY added_at DESC LIMIT 1")
            .fetch_one(self.at.db.owner())
            .await
            .unwrap()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn mensah_keeps_the_manual_of_his_machine_and_takes_it_away_with_a_reason() {
    let unit = Unit::open().await;
    let said = unit
        .adds(&unit.mensah, "calibration", "2020-01-31", ("pressure.pdf", PDF))
        .await;
    let html = unit.said(said, &unit.mensah).await;
    assert!(
        html.contains("The document is kept.") && html.contains("pressure.pdf") && html.contains("No longer holds"),
        "{html}"
    );
    let id = unit.document().await;
    let path = unit.path(&format!("/documents/{id}"));
    // A nurse sees the machine, and so its papers; she adds none.
    let read = unit.gets(&unit.achieng, &path).await;
    assert_eq!(read.headers()["content-type"], "application/pdf");
    assert_eq!(read.bytes().await.unwrap(), PDF);
    let denied = unit.adds(&unit.achieng, "manual", "", ("manual.pdf", PDF)).await;
    assert_eq!(denied.status(), StatusCode::FORBIDDEN);
    // Under another machine it is not found.
    let elsewhere = format!("/devices/{}/documents/{id}", unit.at.riverbend.devices[1].id);
    assert_eq!(
        unit.gets(&unit.haddad, &elsewhere).await.status(),
        StatusCode::NOT_FOUND
    );
    let clear: bool = sqlx::query_scalar("SELECT position('kept'::bytea IN content_sealed) > 0 FROM device_document")
        .fetch_one(unit.at.db.owner())
        .await
        .unwrap();
    assert!(!clear, "it is sealed");

    let remove = unit.path("/documents/remove");
    let said = page(&unit.at, &remove, &unit.mensah, &[("id", &id), ("reason", "")]).await;
    assert!(said.contains("Say why, in 3 to 500 characters."), "{said}");
    let denied = unit
        .status(&unit.achieng, &remove, &[("id", &id), ("reason", "Old.")])
        .await;
    assert_eq!(denied, 403);
    let said = page(
        &unit.at,
        &remove,
        &unit.mensah,
        &[("id", &id), ("reason", "A newer one came.")],
    )
    .await;
    assert!(
        said.contains("The document is taken away.")
            && said.contains("A newer one came.")
            && said.contains("No document yet"),
        "{said}"
    );
    assert_eq!(unit.gets(&unit.mensah, &path).await.status(), StatusCode::NOT_FOUND);
    let again = unit
        .status(&unit.mensah, &remove, &[("id", &id), ("reason", "Once more.")])
        .await;
    assert_eq!(again, 404);
    let erased: bool = sqlx::query_scalar("SELECT content_sealed IS NULL FROM device_document")
        .fetch_one(unit.at.db.owner())
        .await
        .unwrap();
    assert!(erased);
}

/// A browser follows a redirect before its script hears of it, and what the next page says once would be gone.
#[tokio::test(flavor = "multi_thread")]
async fn the_script_that_sends_a_file_is_told_where_to_go_on_and_the_page_there_says_what_came_of_it() {
    let unit = Unit::open().await;
    let here = unit.path("/documents");
    let html = unit.gets(&unit.mensah, &here).await.text().await.unwrap();
    assert!(html.contains("upload.js") && html.contains("data-refused="), "{html}");
    for (kind, says) in [("manual", "The document is kept."), ("", "Choose what it is.")] {
        let form = unit.form(&unit.mensah, kind, "", ("manual.pdf", PDF));
        let answer = form.header("wardlight-sends", "script").send().await.unwrap();
        assert_eq!(answer.status(), StatusCode::NO_CONTENT);
        assert!(!answer.headers().contains_key("location"));
        assert_eq!(answer.headers()["wardlight-to"].to_str().unwrap(), here);
        let said = answer.headers()["set-cookie"].to_str().unwrap();
        let cookies = format!("{}; {}", unit.mensah, said.split(';').next().unwrap());
        let html = unit.gets(&cookies, &here).await.text().await.unwrap();
        assert!(html.contains(says), "{says}: {html}");
    }
    // A refusal is no way on.
    let form = unit.form(&unit.achieng, "manual", "", ("manual.pdf", PDF));
    let denied = form.header("wardlight-sends", "script").send().await.unwrap();
    assert_eq!(denied.status(), StatusCode::FORBIDDEN);
    assert!(!denied.headers().contains_key("wardlight-to"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_document_says_what_it_is_and_is_one() {
    let unit = Unit::open().await;
    let said = unit.adds(&unit.haddad, "", "soon", ("page.html", b"<html>")).await;
    let html = unit.said(said, &unit.haddad).await;
    for sentence in [
        "Choose what it is.",
        "Enter a day as year, month and day",
        "Choose a picture (PNG, JPEG, WebP) or a PDF.",
    ] {
        assert!(html.contains(sentence), "{sentence}: {html}");
    }
    let kept: i64 = sqlx::query_scalar("SELECT count(*) FROM device_document")
        .fetch_one(unit.at.db.owner())
        .await
        .unwrap();
    assert_eq!(kept, 0);
}
