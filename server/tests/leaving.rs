//! Clients that leave in the middle of a request (`design/security.md` R2; sqlx#4385): what they began is done whole or not at all, and nobody who comes after
//! them finds anything of it.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use futures::{StreamExt, stream};
use reqwest::StatusCode;
use tokio::io::AsyncWriteExt;
use tokio::net::TcpStream;

use crate::sign_in::{RAO, page};
use crate::support::Wardlight;

const HADDAD: &str = "haddad@riverbend.example";
/// How many leave, and how many are there at a time.
const LEAVERS: u64 = 500;
const AT_ONCE: usize = 8;

/// Asks, and is gone after `stays`.
async fn ask_and_leave(addr: SocketAddr, words: String, stays: Duration) {
    let mut stream = TcpStream::connect(addr).await.unwrap();
    stream.write_all(words.as_bytes()).await.unwrap();
    tokio::time::sleep(stays).await;
}

/// A request as it travels; with a form, a POST.
fn request(at: &Wardlight, path: &str, cookie: &str, form: Option<String>) -> String {
    let addr = at.addr;
    let head = format!("Host: {addr}\r\nCookie: {cookie}\r\nOrigin: http://{addr}\r\nSec-Fetch-Site: same-origin\r\n");
    match form {
        Some(form) => format!(
            "POST {path} HTTP/1.1\r\n{head}Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{form}",
            form.len()
        ),
        None => format!("GET {path} HTTP/1.1\r\n{head}\r\n"),
    }
}

/// Two milliseconds at the most: mostly before the work begins. Every fifth stays longer, up to `longest`, and leaves while it is done, or after.
fn stays(n: u64, longest: Duration) -> Duration {
    if n.is_multiple_of(5) {
        longest * (n % 97) as u32 / 97
    } else {
        Duration::from_micros(n * 37 % 2_000)
    }
}

async fn count(at: &Wardlight, sql: &'static str) -> i64 {
    sqlx::query_scalar(sql).fetch_one(at.db.owner()).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn five_hundred_who_leave_in_the_middle_leave_nothing_half_done() {
    let at = Arc::new(Wardlight::open().await);
    let (haddad, rao) = (at.sign_in(HADDAD).await.unwrap(), at.sign_in(RAO).await.unwrap());
    // Somebody stays, and is answered all the while: a broken transaction or another's context would be theirs.
    let stop = Arc::new(AtomicBool::new(false));
    let staying = {
        let (at, stop, rao) = (at.clone(), stop.clone(), rao.clone());
        tokio::spawn(async move {
            let mut answered = 0;
            while !stop.load(Ordering::SeqCst) {
                let answer = page(&at, "/account", &rao).await;
                // A house that is busy says so; that is no fault.
                assert!(
                    [StatusCode::OK, StatusCode::SERVICE_UNAVAILABLE].contains(&answer.status()),
                    "{}",
                    answer.status()
                );
                answered += usize::from(answer.text().await.unwrap().contains("Dr Anika Rao"));
            }
            answered
        })
    };
    let chart = format!("/patients/{}", at.riverbend.patients[0]);
    // What one answer takes on this machine at this time; beside seven others it takes as long again for each.
    let begun = Instant::now();
    page(&at, &chart, &rao).await;
    let longest = (begun.elapsed() * 2 * AT_ONCE as u32).clamp(Duration::from_millis(200), Duration::from_secs(4));
    stream::iter(0..LEAVERS)
        .for_each_concurrent(AT_ONCE, |n| {
            let words = if n % 2 == 0 {
                let form = format!("name=Nurse+{n}&email=nurse{n}%40riverbend.example&role=nurse&ward=");
                request(&at, "/hospital/staff", &haddad, Some(form))
            } else {
                request(&at, &chart, &rao, None)
            };
            ask_and_leave(at.addr, words, stays(n, longest))
        })
        .await;
    stop.store(true, Ordering::SeqCst);
    assert!(staying.await.unwrap() > 0);
    tokio::time::sleep(Duration::from_secs(2)).await;

    let idle = "SELECT count(*) FROM pg_stat_activity
                 WHERE datname = current_database() AND usename LIKE 'wardlight%' AND state LIKE 'idle in transaction%'
                   AND state_change < clock_timestamp() - interval '1 second'";
    assert_eq!(count(&at, idle).await, 0, "sessions idle in transaction");
    let mut counted = (0, 0, 0);
    // What somebody began before they left goes on to its end, on a busy machine for a while.
    for _ in 0..20 {
        counted = (
            count(&at, "SELECT count(*) FROM staff_invitation").await,
            count(
                &at,
                "SELECT count(*) FROM audit_entry WHERE action = 'staff.invite' AND outcome = 'allowed'",
            )
            .await,
            count(&at, "SELECT count(*) FROM job WHERE kind = 'mail'").await,
        );
        if counted.0 > 0 && counted.0 == counted.1 && counted.0 == counted.2 {
            break;
        }
        tokio::time::sleep(Duration::from_secs(1)).await;
    }
    let (invited, told, mails) = counted;
    assert!(invited > 0, "none was invited, so this proves nothing");
    assert_eq!(
        (told, mails),
        (invited, invited),
        "each change has its entry and its mail, or there is neither"
    );
    for _ in 0..64 {
        let mut connection = at.db.app.acquire().await.unwrap();
        let left: Option<String> = sqlx::query_scalar("SELECT nullif(current_setting('app.user_id', true), '')")
            .fetch_one(&mut *connection)
            .await
            .unwrap();
        assert_eq!(left, None, "the context of somebody who left");
    }
}
