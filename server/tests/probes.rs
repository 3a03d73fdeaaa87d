//! What scanners ask for (OWASP ASVS 5.0 V13): nothing of the server's own shows.

use std::path::PathBuf;

use reqwest::Method;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use uuid::Uuid;

use crate::sign_in::RAO;
use crate::support::Wardlight;

/// A word that stands in files which must not be served.
const SECRET: &str = "canary-of-the-disk";

/// A site with files beside those of its manifest.
fn site() -> PathBuf {
    let folder = std::env::temp_dir().join(format!("wardlight-probes-{}", Uuid::now_v7()));
    for below in ["pkg", ".git"] {
        std::fs::create_dir_all(folder.join(below)).unwrap();
    }
    for file in [".env", ".git/config", "pkg/notes.txt", "backup.sql", "pkg/.secret"] {
        std::fs::write(folder.join(file), SECRET).unwrap();
    }
    std::fs::write(
        folder.join("manifest.json"),
        r#"{"pkg/wardlight.css": {"file": "pkg/wardlight.css"}}"#,
    )
    .unwrap();
    std::fs::write(folder.join("pkg/wardlight.css"), "body {}").unwrap();
    folder
}

/// Dot files, folders, ways out of the folder, and what other programs leave open.
const PROBES: [&str; 34] = [
    "/.env",
    "/.git/config",
    "/.git/HEAD",
    "/.wardlight/",
    "/.well-known/",
    "/pkg",
    "/pkg/",
    "/pkg/notes.txt",
    "/pkg/.secret",
    "/pkg/../.env",
    "/pkg/../../Cargo.toml",
    "/pkg/%2e%2e/.env",
    "/pkg/..%2f.env",
    "/pkg/..%5c.env",
    "/pkg/wardlight.css/../../.env",
    "/pkg//wardlight.css",
    "/pkg/wardlight.css%00.txt",
    "//.env",
    "/manifest.json",
    "/backup.sql",
    "/wardlight.sql",
    "/Cargo.toml",
    "/target/",
    "/fonts/",
    "/server-status",
    "/actuator/env",
    "/debug/pprof/",
    "/phpinfo.php",
    "/wp-login.php",
    "/swagger.json",
    "/graphql",
    "/admin",
    "/console",
    "/dev/reload",
];

/// One request as it stands, because a client would tidy the path. The whole answer.
async fn raw(at: &Wardlight, method: &str, path: &str, cookie: &str) -> String {
    let mut stream = TcpStream::connect(at.addr).await.unwrap();
    let head = format!(
        "{method} {path} HTTP/1.1\r\nhost: {}\r\ncookie: {cookie}\r\nx-canary: {SECRET}\r\nconnection: close\r\n\r\n",
        at.addr
    );
    stream.write_all(head.as_bytes()).await.unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await.unwrap();
    String::from_utf8_lossy(&answer).into_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_found_that_no_table_names() {
    let site = site();
    let at = Wardlight::open_with(|config| config.site_root = site.clone()).await;
    let mine = at.sign_in(RAO).await.unwrap();
    let control = raw(&at, "GET", "/pkg/wardlight.css", "").await;
    assert!(
        control.starts_with("HTTP/1.1 200") && control.contains("\r\nbody {}\r\n"),
        "{control}"
    );
    for path in PROBES {
        for cookie in ["", &mine] {
            let answer = raw(&at, "GET", path, cookie).await;
            let status = answer.get(9..12).unwrap_or_default();
            assert!(["404", "400"].contains(&status), "{path}: {status}");
            assert!(!answer.contains(SECRET), "{path}: a file of the disk");
            let head = answer.split("\r\n\r\n").next().unwrap_or_default().to_lowercase();
            for tells in ["\r\nserver:", "\r\nx-powered-by:", "\r\nvia:"] {
                assert!(!head.contains(tells), "{path}: {tells}");
            }
        }
    }
    std::fs::remove_dir_all(&site).unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn methods_that_nobody_speaks_are_refused_and_nothing_is_sent_back() {
    let at = Wardlight::open().await;
    let mine = at.sign_in(RAO).await.unwrap();
    let api = format!("/api/v1/devices/{}/readings", at.riverbend.devices[0].id);
    for path in [
        "/",
        "/account",
        "/sign-in",
        "/live",
        "/nothing",
        "/health/live",
        "/metrics",
        &api,
        "/api/v1/nothing",
    ] {
        for method in ["TRACE", "TRACK", "DEBUG", "PROPFIND", "BREW", "get"] {
            let answer = raw(&at, method, path, &mine).await;
            assert!(answer.starts_with("HTTP/1.1 405"), "{method} {path}: {answer}");
            assert!(
                answer.contains("\r\nallow: GET, HEAD, POST\r\n"),
                "{method} {path}: {answer}"
            );
            assert!(
                !answer.contains(SECRET) && !answer.contains(&mine),
                "{method} {path} is sent back"
            );
        }
    }
    let tunnel = raw(&at, "CONNECT", "127.0.0.1:22", &mine).await;
    assert!(tunnel.starts_with("HTTP/1.1 405"), "{tunnel}");
    // What the tables do not name is refused by them.
    for (path, allowed) in [
        ("/account", "GET,HEAD"),
        ("/live", "GET,HEAD"),
        ("/alarms/acknowledge", "POST"),
        (api.as_str(), "POST"),
    ] {
        for method in [Method::PUT, Method::PATCH, Method::DELETE, Method::OPTIONS] {
            let request = at.client.request(method.clone(), at.url(path)).header("cookie", &mine);
            let request = request.header("origin", format!("http://{}", at.addr));
            let answer = request.send().await.unwrap();
            let allow = answer
                .headers()
                .get("allow")
                .map(|value| value.to_str().unwrap().to_owned());
            assert_eq!(
                (answer.status().as_u16(), allow.as_deref()),
                (405, Some(allowed)),
                "{method} {path}"
            );
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn figures_show_to_nobody_without_their_token() {
    let at = Wardlight::open().await;
    let mine = at.sign_in(RAO).await.unwrap();
    let device = &at.riverbend.devices[0].token;
    for token in ["", "figure", "figuresx", "Figures", device.as_str()] {
        let answer = at
            .client
            .get(at.url("/metrics"))
            .bearer_auth(token)
            .header("cookie", &mine)
            .send()
            .await
            .unwrap();
        assert_eq!(answer.status(), 401, "{token}");
        assert!(!answer.text().await.unwrap().contains("wardlight_"));
    }
    let without = Wardlight::open_with(|config| config.metrics_token = None).await;
    for token in ["", "figures", "None"] {
        let answer = without
            .client
            .get(without.url("/metrics"))
            .bearer_auth(token)
            .send()
            .await
            .unwrap();
        assert_eq!(answer.status(), 401, "without the setting nobody reads them");
    }
}
