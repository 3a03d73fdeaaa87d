//! Later work: done once in effect, whoever dies on the way.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a test fails where it stands"
)]

use std::sync::atomic::{AtomicI64, AtomicU8, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use domain::access::{Action, Subject};
use domain::ids::UserId;
use domain::time::Moment;
use hospital::identity::at_the_door;
use hospital::identity::contact::{email_of, seal_email};
use hospital::jobs::lease::{sweep, take};
use hospital::jobs::{Lane, MOST_TRIES, Work, at_work, do_what_is_due, enqueue, work};
use hospital::keys::Keys;
use hospital::mail::{Letter, Post, Recipient};
use hospital::ports::{Mail, MailFault, Mailer, Sending};
use hospital::testing::TestDb;
use hospital::{Clock, House};
use uuid::Uuid;

/// How the mail server behaves.
const WELL: u8 = 0;
const HANGS_AFTER_SENDING: u8 = 1;
const IS_AWAY: u8 = 2;
const REFUSES: u8 = 3;

/// A mail server of which a test says how it behaves.
#[derive(Default)]
struct Probe {
    mood: AtomicU8,
    tried: AtomicUsize,
    arrived: Mutex<Vec<Mail>>,
}

impl Probe {
    fn arrived(&self) -> Vec<Mail> {
        self.arrived.lock().unwrap().clone()
    }
}

/// The probe, as the house has it.
struct Line(Arc<Probe>);

impl Mailer for Line {
    fn send(&self, mail: Mail) -> Sending<'_> {
        Box::pin(async move {
            self.0.tried.fetch_add(1, Ordering::SeqCst);
            match self.0.mood.load(Ordering::SeqCst) {
                IS_AWAY => Err(MailFault::Later("the mail server did not take it")),
                REFUSES => Err(MailFault::Never("the mail server refused it for good")),
                mood => {
                    self.0.arrived.lock().unwrap().push(mail);
                    if mood == HANGS_AFTER_SENDING {
                        std::future::pending::<()>().await;
                    }
                    Ok(())
                }
            }
        })
    }
}

/// A house whose clock and mail server the test holds, and one account in it.
struct Ward {
    db: TestDb,
    house: Arc<House>,
    probe: Arc<Probe>,
    clock: Arc<AtomicI64>,
    amara: UserId,
}

impl Ward {
    async fn open() -> Self {
        let db = TestDb::new().await;
        let (probe, clock) = (
            Arc::new(Probe::default()),
            Arc::new(AtomicI64::new(1_795_341_600_000_000)),
        );
        let read = clock.clone();
        let house = House::with_post(
            db.app.clone(),
            db.ingest.clone(),
            Clock::of(move || Moment(read.load(Ordering::SeqCst))),
            Keys::for_tests(),
            Post::new(Arc::new(Line(probe.clone())), "http://wardlight.test/"),
        );
        let amara = UserId(Uuid::now_v7());
        let email = seal_email(&house.keys, &email_of(amara), "amara@example.org").unwrap();
        sqlx::query("INSERT INTO app_user (id, email_sealed, email_blind, display_name, password_hash) VALUES ($1, $2, $3, 'Amara Okafor', '$argon2id$x')")
            .bind(amara.0)
            .bind(email.sealed)
            .bind(email.blind)
            .execute(db.owner())
            .await
            .unwrap();
        Self {
            db,
            house,
            probe,
            clock,
            amara,
        }
    }

    fn later(&self, seconds: i64) {
        self.clock.fetch_add(seconds * 1_000_000, Ordering::SeqCst);
    }

    /// Leaves a mail to Amara behind; commits when told to.
    async fn leave(&self, letter: Letter, keep: bool) {
        let to = Recipient::Account(self.amara);
        self.leave_work(Work::Mail { letter, to }, keep).await;
    }

    async fn leave_work(&self, work: Work, keep: bool) {
        let ctx = at_the_door(&self.house, Uuid::now_v7());
        let mut tx = ctx.begin(Action::OpenSession, &Subject::House).await.unwrap();
        enqueue(&mut tx, &ctx, work).await.unwrap();
        if keep {
            tx.commit().await.unwrap();
        } else {
            tx.rollback().await.unwrap();
        }
    }

    async fn count(&self, which: &str) -> i64 {
        // reviewed: the conditions are the tests' own
        sqlx::query_scalar(sqlx::AssertSqlSafe(format!("SELECT count(*) FROM job WHERE {which}")))
            .fetch_one(self.db.owner())
            .await
            .unwrap()
    }
}

#[tokio::test]
async fn what_a_change_leaves_behind_is_done_after_its_commit_and_never_without() {
    let ward = Ward::open().await;
    ward.leave(Letter::PasswordChanged, false).await;
    assert_eq!(do_what_is_due(&ward.house).await.unwrap(), 0);
    ward.leave(Letter::PasswordChanged, true).await;
    assert_eq!(do_what_is_due(&ward.house).await.unwrap(), 1);
    assert_eq!(do_what_is_due(&ward.house).await.unwrap(), 0, "it is done once");
    let arrived = ward.probe.arrived();
    assert_eq!(arrived.len(), 1);
    assert_eq!(arrived[0].to, "amara@example.org");
    assert!(!arrived[0].text.contains("Amara"), "{}", arrived[0].text);
    assert_eq!(ward.count("done_at IS NOT NULL").await, 1);
}

#[tokio::test]
async fn a_job_holds_ids_and_nothing_of_a_person_and_the_secret_of_a_link_is_in_the_mail_alone() {
    let ward = Ward::open().await;
    ward.leave(Letter::Reset, true).await;
    let facts: String = sqlx::query_scalar("SELECT facts::text FROM job")
        .fetch_one(ward.db.owner())
        .await
        .unwrap();
    assert!(facts.contains(&ward.amara.to_string()), "{facts}");
    assert!(!facts.contains('@') && !facts.contains("Amara"), "{facts}");
    do_what_is_due(&ward.house).await.unwrap();
    let text = ward.probe.arrived()[0].text.clone();
    let secret = text.split("http://wardlight.test/recover/new?link=").nth(1).unwrap();
    let secret = secret.lines().next().unwrap();
    assert_eq!(secret.len(), 64, "256 bits in hexadecimal");
    let kept: bool = sqlx::query_scalar("SELECT hash = sha256($1::bytea) FROM one_time_link")
        .bind(secret.as_bytes())
        .fetch_one(ward.db.owner())
        .await
        .unwrap();
    assert!(kept, "the hash and not the secret");
}

#[tokio::test]
async fn a_worker_that_dies_with_a_job_in_hand_is_followed_by_the_next_one() {
    let ward = Ward::open().await;
    ward.leave(Letter::PasswordChanged, true).await;
    // The first dies before it has done anything.
    assert_eq!(take(&at_work(&ward.house), Lane::Short).await.unwrap().len(), 1);
    ward.later(29);
    assert_eq!(do_what_is_due(&ward.house).await.unwrap(), 0, "it may still live");
    ward.later(2);
    // The second dies after the mail has gone and before it could say so.
    ward.probe.mood.store(HANGS_AFTER_SENDING, Ordering::SeqCst);
    let house = ward.house.clone();
    let second = tokio::spawn(async move { do_what_is_due(&house).await });
    let begun = Instant::now();
    while ward.probe.arrived().is_empty() {
        assert!(begun.elapsed() < Duration::from_secs(10), "the mail did not go");
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    second.abort();
    assert!(second.await.unwrap_err().is_cancelled());
    ward.later(31);
    ward.probe.mood.store(WELL, Ordering::SeqCst);
    assert_eq!(do_what_is_due(&ward.house).await.unwrap(), 1, "the third finishes it");
    let arrived = ward.probe.arrived();
    assert_eq!(arrived.len(), 2);
    assert_eq!(
        arrived[0].id, arrived[1].id,
        "both bear one number: a mail server knows them as one"
    );
    assert_eq!(ward.count("done_at IS NOT NULL AND tries = 3").await, 1);
}

#[tokio::test]
async fn a_worker_that_says_it_lives_keeps_its_job_and_one_that_was_thought_dead_ends_nothing() {
    let ward = Ward::open().await;
    ward.leave(Letter::PasswordChanged, true).await;
    let ctx = at_work(&ward.house);
    let first = take(&ctx, Lane::Short).await.unwrap().remove(0);
    ward.later(20);
    assert!(first.keep(&ctx).await.unwrap());
    ward.later(20);
    assert!(
        take(&ctx, Lane::Short).await.unwrap().is_empty(),
        "forty seconds, and still its own"
    );
    ward.later(11);
    let second = take(&ctx, Lane::Short).await.unwrap().remove(0);
    assert!(!first.keep(&ctx).await.unwrap(), "it has lost the job");
    first.finish(&ctx).await.unwrap();
    assert_eq!(
        ward.count("done_at IS NOT NULL").await,
        0,
        "and cannot end what another holds"
    );
    second.finish(&ctx).await.unwrap();
    assert_eq!(ward.count("done_at IS NOT NULL").await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn four_workers_at_once_do_each_of_sixty_jobs_once() {
    let ward = Ward::open().await;
    for _ in 0..60 {
        ward.leave(Letter::PasswordChanged, true).await;
    }
    let workers: Vec<_> = (0..4)
        .map(|_| {
            let house = ward.house.clone();
            tokio::spawn(async move { do_what_is_due(&house).await })
        })
        .collect();
    let mut taken = 0;
    for worker in workers {
        taken += worker.await.unwrap().unwrap();
    }
    assert_eq!((taken, ward.probe.arrived().len()), (60, 60));
    assert_eq!(ward.count("done_at IS NOT NULL AND tries = 1").await, 60);
}

#[tokio::test]
async fn what_fails_is_tried_later_and_later_and_then_put_aside_for_people_to_see() {
    let ward = Ward::open().await;
    ward.probe.mood.store(IS_AWAY, Ordering::SeqCst);
    ward.leave(Letter::PasswordChanged, true).await;
    let mut waits = Vec::new();
    for _ in 1..MOST_TRIES {
        assert_eq!(do_what_is_due(&ward.house).await.unwrap(), 1);
        let wait: f64 = sqlx::query_scalar("SELECT extract(epoch FROM due_at)::float8 FROM job")
            .fetch_one(ward.db.owner())
            .await
            .unwrap();
        let wait = wait as i64 - ward.clock.load(Ordering::SeqCst) / 1_000_000;
        ward.later(wait - 1);
        assert_eq!(do_what_is_due(&ward.house).await.unwrap(), 0, "not before its time");
        ward.later(1);
        waits.push(wait);
    }
    assert!(waits.is_sorted_by(|a, b| a < b), "{waits:?}");
    assert_eq!(do_what_is_due(&ward.house).await.unwrap(), 1);
    ward.later(30 * 86_400);
    assert_eq!(do_what_is_due(&ward.house).await.unwrap(), 0);
    assert_eq!(ward.probe.tried.load(Ordering::SeqCst), MOST_TRIES as usize);
    assert_eq!(
        ward.count("dead_at IS NOT NULL AND fault = 'the mail server did not take it'")
            .await,
        1
    );
    // What will never go is not tried again.
    ward.probe.mood.store(REFUSES, Ordering::SeqCst);
    ward.leave(Letter::PasswordChanged, true).await;
    do_what_is_due(&ward.house).await.unwrap();
    assert_eq!(ward.count("dead_at IS NOT NULL AND tries = 1").await, 1);
}

#[tokio::test]
async fn a_mail_to_an_account_that_was_closed_or_never_was_goes_nowhere_and_is_done() {
    let ward = Ward::open().await;
    sqlx::query("UPDATE app_user SET is_active = false")
        .execute(ward.db.owner())
        .await
        .unwrap();
    ward.leave(Letter::Reset, true).await;
    assert_eq!(do_what_is_due(&ward.house).await.unwrap(), 1);
    assert_eq!(ward.probe.tried.load(Ordering::SeqCst), 0);
    assert_eq!(ward.count("done_at IS NOT NULL").await, 1);
    let links: i64 = sqlx::query_scalar("SELECT count(*) FROM one_time_link")
        .fetch_one(ward.db.owner())
        .await
        .unwrap();
    assert_eq!(links, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_bell_wakes_the_worker_at_once() {
    let ward = Ward::open().await;
    let worker = tokio::spawn(work(Arc::downgrade(&ward.house)));
    // It listens after its first look; without the bell it looks every two seconds.
    tokio::time::sleep(Duration::from_millis(600)).await;
    let mut quickest = Duration::MAX;
    for n in 1..=3 {
        ward.leave(Letter::PasswordChanged, true).await;
        let begun = Instant::now();
        while ward.probe.arrived().len() < n {
            assert!(begun.elapsed() < Duration::from_secs(10), "nobody woke");
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        quickest = quickest.min(begun.elapsed());
    }
    assert!(quickest < Duration::from_millis(500), "{quickest:?}");
    worker.abort();
}

#[tokio::test(flavor = "multi_thread")]
async fn no_mail_waits_for_a_long_job_and_those_are_done_one_at_a_time() {
    let ward = Ward::open().await;
    // Whoever fits a forecast writes down what came of it, and waits here.
    let mut held = ward.db.owner().begin().await.unwrap();
    sqlx::query("LOCK TABLE dialysis_forecast IN SHARE MODE")
        .execute(&mut *held)
        .await
        .unwrap();
    for _ in 0..2 {
        let hospital = Uuid::now_v7();
        ward.leave_work(Work::FitForecast { hospital, by: None }, true).await;
    }
    let worker = tokio::spawn(work(Arc::downgrade(&ward.house)));
    let begun = Instant::now();
    let in_hand = "kind = 'fit_forecast' AND lease IS NOT NULL";
    while ward.count(in_hand).await == 0 {
        assert!(begun.elapsed() < Duration::from_secs(10), "nobody fits");
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    ward.leave(Letter::PasswordChanged, true).await;
    while ward.probe.arrived().is_empty() {
        assert!(begun.elapsed() < Duration::from_secs(20), "the mail waits");
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    assert_eq!(
        ward.count(in_hand).await,
        1,
        "it is fitted still, and the other one waits"
    );
    worker.abort();
    held.rollback().await.unwrap();
}

#[tokio::test]
async fn what_is_done_and_what_nobody_proved_is_cleared_away_in_time() {
    let ward = Ward::open().await;
    sqlx::raw_sql(
        "INSERT INTO hospital_application (id, name, address, phone, registration_number, zone, admin_name, admin_email_sealed, made_at, verified_at)
         SELECT gen_random_uuid(), name, '1 High Street', '+254700000001', '1', 'Africa/Nairobi', 'C', '',
                timestamptz '2026-11-22 09:00Z', proved
           FROM (VALUES ('Proved', timestamptz '2026-11-22 10:00Z'), ('Unproved', NULL)) AS it (name, proved)",
    )
    .execute(ward.db.owner())
    .await
    .unwrap();
    ward.clock.store(1_795_341_600_000_000, Ordering::SeqCst);
    ward.leave(Letter::Reset, true).await;
    do_what_is_due(&ward.house).await.unwrap();
    sweep(&at_work(&ward.house)).await.unwrap();
    assert_eq!(ward.count("true").await, 1, "a job that was just done stays for a week");
    ward.later(8 * 86_400);
    sweep(&at_work(&ward.house)).await.unwrap();
    assert_eq!(ward.count("true").await, 0);
    let left: Vec<String> = sqlx::query_scalar("SELECT name FROM hospital_application")
        .fetch_all(ward.db.owner())
        .await
        .unwrap();
    assert_eq!(left, ["Proved"]);
    let links: i64 = sqlx::query_scalar("SELECT count(*) FROM one_time_link")
        .fetch_one(ward.db.owner())
        .await
        .unwrap();
    assert_eq!(links, 0);
}
