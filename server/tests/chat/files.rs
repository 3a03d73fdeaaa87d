//! Pictures and documents that come with messages: who sends one, who reads it, what is taken, and that it is kept sealed.

use domain::ids::RoomId;
use reqwest::{Response, StatusCode};
use serde_json::json;

use super::{HADDAD, MENSAH, SILVA, mine, staff};
use crate::sign_in::{ACHIENG, location};
use crate::support::Wardlight;
use crate::support::door::page as see;

const PNG: &[u8] = b"\x89PNG\r\n\x1a\nan arm with a fistula";
const PDF: &[u8] = b"%PDF-1.7\nwhat the laboratory wrote";

/// The form as a browser writes it.
fn form(parts: &[(&str, Option<&str>, &[u8])]) -> (String, Vec<u8>) {
    let boundary = "----of-this-test";
    let mut body = Vec::new();
    for (name, file, bytes) in parts {
        let called = file.map(|file| format!("; filename=\"{file}\"")).unwrap_or_default();
        let head = format!("--{boundary}\r\nContent-Disposition: form-data; name=\"{name}\"{called}\r\n\r\n");
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\r\n");
    }
    body.extend_from_slice(format!("--{boundary}--\r\n").as_bytes());
    (format!("multipart/form-data; boundary={boundary}"), body)
}

impl Wardlight {
    async fn attaches(&self, room: &str, cookie: &str, parts: &[(&str, Option<&str>, &[u8])]) -> Response {
        let (kind, body) = form(parts);
        let request = self.client.post(self.url(&format!("{room}/files")));
        let request = request
            .header("origin", format!("http://{}", self.addr))
            .header("sec-fetch-site", "same-origin")
            .header("cookie", cookie)
            .header("accept", "text/html")
            .header("content-type", kind);
        request.body(body).send().await.unwrap()
    }

    /// The page to which an answer leads, with what it says once.
    async fn follows(&self, answer: Response, cookie: &str) -> String {
        let said = answer.headers().get("set-cookie");
        let said = said.map(|said| said.to_str().unwrap().split(';').next().unwrap().to_owned());
        let cookies = format!("{cookie}; {}", said.unwrap_or_default());
        let page = self.client.get(self.url(location(&answer))).header("cookie", cookies);
        page.send().await.unwrap().text().await.unwrap()
    }

    async fn gets(&self, path: &str, cookie: &str) -> Response {
        let request = self.client.get(self.url(path)).header("cookie", cookie);
        request.send().await.unwrap()
    }

    async fn files(&self) -> i64 {
        sqlx::query_scalar("SELECT count(*) FROM chat_file")
            .fetch_one(self.db.owner())
            .await
            .unwrap()
    }
}

/// The message to which a door led.
fn message(answer: &Response) -> String {
    assert_eq!(answer.status(), StatusCode::SEE_OTHER);
    location(answer).split_once("#m-").unwrap().1.to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn okafor_shows_her_arm_and_dr_rao_sends_what_the_laboratory_wrote() {
    let at = Wardlight::open().await;
    let (rao, okafor, room) = at.rao_and_okafor().await;
    let sent = at
        .attaches(
            &mine(room),
            &okafor,
            &[
                ("file", Some("my arm.png"), PNG),
                ("said", None, "It looks red.".as_bytes()),
            ],
        )
        .await;
    let (arm, hers) = (message(&sent), see(&at, &mine(room), &okafor, &[]).await);
    let hers_at = format!("{}/files/{arm}", mine(room));
    assert!(
        hers.contains(&format!("src=\"{hers_at}\""))
            && hers.contains("alt=\"my arm.png\"")
            && hers.contains("It looks red."),
        "{hers}"
    );
    // The doctor sees it under the staff's path, whole, as what it is, and nothing in it runs.
    let his_at = format!("{}/files/{arm}", staff(room));
    let his = see(&at, &staff(room), &rao, &[]).await;
    assert!(his.contains(&format!("src=\"{his_at}\"")), "{his}");
    let answer = at.gets(&his_at, &rao).await;
    assert_eq!(answer.status(), StatusCode::OK);
    let head = |answer: &Response, name: &str| answer.headers()[name].to_str().unwrap().to_owned();
    assert_eq!(head(&answer, "content-type"), "image/png");
    assert_eq!(
        head(&answer, "content-disposition"),
        "inline; filename*=UTF-8''my%20arm.png"
    );
    assert_eq!(head(&answer, "x-content-type-options"), "nosniff");
    assert_eq!(head(&answer, "cache-control"), "no-store");
    assert!(head(&answer, "content-security-policy").contains("default-src 'none'"));
    assert_eq!(answer.bytes().await.unwrap(), PNG);

    // Without words a message says what the file is called; a document is a card that keeps it.
    let sent = at
        .attaches(&staff(room), &rao, &[("file", Some(r"C:\labs\potassium.pdf"), PDF)])
        .await;
    let letter = message(&sent);
    let hers = see(&at, &mine(room), &okafor, &[]).await;
    assert!(
        hers.contains("potassium.pdf") && hers.contains("1 kB") && !hers.contains("labs"),
        "{hers}"
    );
    let answer = at.gets(&format!("{}/files/{letter}", mine(room)), &okafor).await;
    assert_eq!(head(&answer, "content-type"), "application/pdf");
    assert!(head(&answer, "content-disposition").starts_with("attachment;"));
    assert_eq!(answer.bytes().await.unwrap(), PDF);

    // What the script of the page asks for shows it too, and nothing of it is kept in clear.
    let lines = at
        .gets(&format!("{}/lines", staff(room)), &rao)
        .await
        .text()
        .await
        .unwrap();
    assert!(lines.contains(&his_at), "{lines}");
    let clear: bool = sqlx::query_scalar(
        "SELECT bool_or(position('fistula'::bytea IN content_sealed) > 0 OR position('arm'::bytea IN name_sealed) > 0) FROM chat_file",
    )
    .fetch_one(at.db.owner())
    .await
    .unwrap();
    assert!(!clear);
    let looks: i64 = sqlx::query_scalar("SELECT count(*) FROM audit_entry WHERE action = 'chat.send'")
        .fetch_one(at.db.owner())
        .await
        .unwrap();
    assert_eq!(looks, 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_taken_is_said_and_nothing_is_written() {
    let at = Wardlight::open().await;
    let (_, okafor, room) = at.rao_and_okafor().await;
    let large = vec![0; domain::files::MOST_BYTES + 1];
    let large = [PNG, &large].concat();
    for (parts, said) in [
        (vec![("said", None, &b"nothing"[..])], "Choose a file first."),
        (vec![("file", Some("a.png"), &b""[..])], "Choose a file first."),
        (
            vec![("file", Some("a.png"), &b"<svg onload='alert(1)'/>"[..])],
            "Choose a picture (PNG, JPEG, WebP) or a PDF.",
        ),
        (
            vec![("file", Some("a.png"), large.as_slice())],
            "This file is too large.",
        ),
    ] {
        let answer = at.attaches(&mine(room), &okafor, &parts).await;
        let html = at.follows(answer, &okafor).await;
        assert!(html.contains(said), "{said}: {html}");
        assert!(
            html.contains("<details open class=\"confirm\""),
            "the form is open again"
        );
    }
    assert_eq!(at.files().await, 0);
    let messages: i64 = sqlx::query_scalar("SELECT count(*) FROM chat_message")
        .fetch_one(at.db.owner())
        .await
        .unwrap();
    assert_eq!(messages, 0, "a message stands with its file or not at all");
    // Sent twice, it stands once.
    let key = json!("0b8f6a52-4f0e-4f3a-9d39-0f4e0c5a7d11");
    let parts = [
        ("file", Some("arm.png"), PNG),
        ("key", None, key.as_str().unwrap().as_bytes()),
    ];
    let first = message(&at.attaches(&mine(room), &okafor, &parts).await);
    assert_eq!(message(&at.attaches(&mine(room), &okafor, &parts).await), first);
    assert_eq!(at.files().await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_but_the_two_reads_or_sends_a_file() {
    let at = Wardlight::open().await;
    let (rao, okafor, room) = at.rao_and_okafor().await;
    let arm = message(
        &at.attaches(&mine(room), &okafor, &[("file", Some("arm.png"), PNG)])
            .await,
    );
    let path = format!("{}/files/{arm}", staff(room));
    for who in [ACHIENG, MENSAH, HADDAD, SILVA] {
        let cookie = at.sign_in(who).await.unwrap();
        for status in [
            at.gets(&path, &cookie).await.status(),
            at.attaches(&staff(room), &cookie, &[("file", Some("a.png"), PNG)])
                .await
                .status(),
        ] {
            assert!(
                [StatusCode::FORBIDDEN, StatusCode::NOT_FOUND].contains(&status),
                "{who}: {status}"
            );
        }
    }
    assert_eq!(at.gets(&path, &rao).await.status(), StatusCode::OK);
    // A message of this room under another room, and one without a file.
    let other = RoomId(uuid::Uuid::now_v7());
    let elsewhere = at.gets(&format!("{}/files/{arm}", staff(other)), &rao).await;
    assert_eq!(elsewhere.status(), StatusCode::NOT_FOUND);
    let words = location(&at.says(&mine(room), &okafor, "No picture", &[]).await)
        .split_once("#m-")
        .unwrap()
        .1
        .to_owned();
    let none = at.gets(&format!("{}/files/{words}", staff(room)), &rao).await;
    assert_eq!(none.status(), StatusCode::NOT_FOUND);
    // Care ends: what was sent stays to be read, and nothing more is sent.
    sqlx::raw_sql("UPDATE care_relation SET during = tstzrange(lower(during), now())")
        .execute(at.db.owner())
        .await
        .unwrap();
    let over = at.attaches(&staff(room), &rao, &[("file", Some("a.png"), PNG)]).await;
    let html = at.follows(over, &rao).await;
    assert!(html.contains("This conversation is over"), "{html}");
    assert_eq!(at.files().await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_photo_is_kept_without_the_place_that_a_telephone_wrote_into_it() {
    let at = Wardlight::open().await;
    let (_, okafor, room) = at.rao_and_okafor().await;
    // A JPEG as a telephone writes it: an Exif that says "turned by 90°" and a place, a comment, the picture, a film behind it.
    let exif = b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0";
    let place = b"GPS 52.5163 N";
    let segment = |marker: u8, content: &[u8]| {
        let length = u16::try_from(content.len() + 2).unwrap().to_be_bytes();
        [&[0xff, marker][..], &length, content].concat()
    };
    let picture = [segment(0xda, b"head"), b"an arm\xff\xd9".to_vec()].concat();
    let photo = [
        b"\xff\xd8".to_vec(),
        segment(0xe1, &[&exif[..], place].concat()),
        segment(0xfe, place),
        picture.clone(),
        place.to_vec(),
    ]
    .concat();
    let sent = at
        .attaches(&mine(room), &okafor, &[("file", Some("arm.jpg"), photo.as_slice())])
        .await;
    let kept_at = format!("{}/files/{}", mine(room), message(&sent));
    let kept = at.gets(&kept_at, &okafor).await.bytes().await.unwrap();
    assert_eq!(kept, [b"\xff\xd8".to_vec(), segment(0xe1, exif), picture].concat());
}
