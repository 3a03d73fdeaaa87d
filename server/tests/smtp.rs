//! Mails by a mail server, over a real socket: what arrives, what is never said without TLS, and what becomes of a mail that is refused.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use domain::time::Moment;
use hospital::identity::{at_the_door, recover};
use hospital::jobs::do_what_is_due;
use hospital::{Clock, House, Keys};
use server::config::mail::MailConfig;
use uuid::Uuid;

use crate::sign_in::RAO;
use crate::support::Wardlight;
use crate::support::post_office::{Mood, PostOffice};

/// A house that sends by this office; the test turns its clock.
struct Sender {
    house: Arc<House>,
    clock: Arc<AtomicI64>,
}

impl Sender {
    fn new(at: &Wardlight, url: String) -> Self {
        let clock = Arc::new(AtomicI64::new(at.house.clock.now().0));
        let hand = clock.clone();
        let mail = MailConfig {
            smtp: Some(url.into()),
            ..MailConfig::for_tests()
        };
        let house = House::with_post(
            at.db.app.clone(),
            at.db.ingest.clone(),
            Clock::of(move || Moment(hand.load(Ordering::SeqCst))),
            Keys::for_tests(),
            mail.post().unwrap(),
        );
        Self { house, clock }
    }

    /// Dr Rao asks for a new password, and the worker does what is due.
    async fn ask(&self) {
        recover::ask(&at_the_door(&self.house, Uuid::now_v7()), RAO)
            .await
            .unwrap();
        self.work().await;
    }

    async fn work(&self) {
        do_what_is_due(&self.house).await.unwrap();
    }

    fn later(&self, seconds: i64) {
        self.clock.fetch_add(seconds * 1_000_000, Ordering::SeqCst);
    }
}

/// How the only job stands: its number, how it ended or that it waits, and why.
async fn job(at: &Wardlight) -> (Uuid, &'static str, Option<String>) {
    let (id, done, dead, fault): (Uuid, bool, bool, Option<String>) =
        sqlx::query_as("SELECT id, done_at IS NOT NULL, dead_at IS NOT NULL, fault FROM job")
            .fetch_one(at.db.owner())
            .await
            .unwrap();
    let how = match (done, dead) {
        (true, _) => "done",
        (_, true) => "put aside",
        _ => "waits",
    };
    (id, how, fault)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mail_arrives_as_it_was_written_under_the_number_of_its_job() {
    let (at, office) = (Wardlight::open().await, PostOffice::open().await);
    Sender::new(&at, office.url("")).ask().await;
    let (id, how, fault) = job(&at).await;
    assert_eq!((how, fault), ("done", None));
    let said = office.said();
    assert!(
        said.contains("MAIL FROM:<wardlight@localhost>") && said.contains(&format!("RCPT TO:<{RAO}>")),
        "{said}"
    );
    let mails = office.mails();
    let [mail] = &mails[..] else {
        panic!("{} mails", mails.len())
    };
    assert!(mail.contains(&format!("Message-ID: <{id}@localhost>")), "{mail}");
    assert!(mail.contains("Subject: Set a new password for Wardlight"), "{mail}");
    // Whole, in one line: a link that is cut opens nothing.
    let link = mail.lines().find(|line| line.contains("/recover/new?link=")).unwrap();
    assert!(
        link.starts_with("http://wardlight.test/recover/new?link=") && link.len() > 90,
        "{link}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn where_tls_is_required_nothing_is_said_without_it() {
    let at = Wardlight::open().await;
    for mood in [Mood::Takes, Mood::CannotTls] {
        let office = PostOffice::open().await;
        office.becomes(mood);
        let sender = Sender::new(&at, office.url("?tls=required"));
        sender.ask().await;
        let (id, how, fault) = job(&at).await;
        assert_eq!(
            (how, fault.as_deref()),
            ("waits", Some("the mail server did not take it")),
            "{mood:?}"
        );
        let said = office.said();
        assert!(said.contains("EHLO") && office.mails().is_empty(), "{said}");
        assert!(!said.contains("MAIL FROM") && !said.contains("rao"), "{said}");
        sqlx::query("DELETE FROM job WHERE id = $1")
            .bind(id)
            .execute(at.db.owner())
            .await
            .unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_is_busy_or_away_is_asked_again_until_it_takes_the_mail() {
    let (at, office) = (Wardlight::open().await, PostOffice::open().await);
    office.becomes(Mood::RefusesForNow);
    let sender = Sender::new(&at, office.url(""));
    sender.ask().await;
    let (id, how, fault) = job(&at).await;
    // In words of ours: what the server says may repeat the address.
    assert_eq!(
        (how, fault.as_deref()),
        ("waits", Some("the mail server did not take it"))
    );
    sender.later(9);
    sender.work().await;
    assert_eq!(office.said().matches("RCPT").count(), 1, "not before its time");
    sender.later(1);
    sender.work().await;
    assert_eq!(office.said().matches("RCPT").count(), 2);
    // Gone before it says that it took the mail: it is sent again, under the same number.
    office.becomes(Mood::FallsSilent);
    sender.later(30);
    sender.work().await;
    assert_eq!((job(&at).await.1, office.mails().len()), ("waits", 1));
    office.becomes(Mood::Takes);
    sender.later(120);
    sender.work().await;
    assert_eq!(job(&at).await, (id, "done", None));
    let numbers = office
        .mails()
        .iter()
        .filter(|mail| mail.contains(&format!("<{id}@localhost>")))
        .count();
    assert_eq!(numbers, 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reader_who_is_refused_for_good_is_not_tried_again() {
    let (at, office) = (Wardlight::open().await, PostOffice::open().await);
    office.becomes(Mood::RefusesForGood);
    let sender = Sender::new(&at, office.url(""));
    sender.ask().await;
    let (_, how, fault) = job(&at).await;
    assert_eq!(
        (how, fault.as_deref()),
        ("put aside", Some("the mail server refused it for good"))
    );
    sender.later(7 * 86_400);
    sender.work().await;
    assert_eq!(office.said().matches("RCPT").count(), 1);
    assert!(office.mails().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_nobody_runs_loses_no_mail() {
    let at = Wardlight::open().await;
    let free = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = free.local_addr().unwrap().port();
    drop(free);
    let sender = Sender::new(&at, format!("smtp://127.0.0.1:{port}"));
    sender.ask().await;
    assert_eq!(job(&at).await.1, "waits");
}
