//! How long a session lives, what ends it, and how fast everybody hears of it.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, Instant};

use domain::actor::{Actor, Role};
use domain::identity::Level;
use domain::ids::{HospitalId, UserId};
use domain::time::Moment;
use hospital::identity::sessions::{self, Opening, Why};
use hospital::identity::{Realm, SessionKey, at_the_door};
use hospital::{Clock, House, Keys};
use uuid::Uuid;

use crate::sign_in::{ACHIENG, OKAFOR, RAO, form, is_in};
use crate::support::Wardlight;

/// What ends is dead everywhere within this.
const A_SECOND: Duration = Duration::from_secs(1);

/// Waits until the cookie is dead; answers when the last request began that it opened.
async fn dead_after(at: &Wardlight, cookie: &str) -> Duration {
    let (ended, mut last) = (Instant::now(), Duration::ZERO);
    loop {
        let begun = ended.elapsed();
        if !is_in(at, "/account", cookie).await {
            return last;
        }
        last = begun;
        assert!(last < Duration::from_secs(10), "the cookie lives on");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

pub async fn user(at: &Wardlight, email: &str) -> Uuid {
    at.user(email).await.0
}

#[tokio::test]
async fn a_stolen_cookie_is_dead_within_a_second_of_closing_the_account_or_ending_the_role() {
    let at = Wardlight::open().await;
    for (email, closing) in [
        (RAO, "UPDATE app_user SET is_active = false WHERE id = $1"),
        (
            ACHIENG,
            "UPDATE role_grant SET during = tstzrange(lower(during), now()) WHERE user_id = $1",
        ),
    ] {
        let stolen = at.sign_in(email).await.unwrap();
        assert!(is_in(&at, "/account", &stolen).await);
        sqlx::query(closing)
            .bind(user(&at, email).await)
            .execute(at.db.owner())
            .await
            .unwrap();
        let after = dead_after(&at, &stolen).await;
        assert!(after < A_SECOND, "{email}: {after:?}");
    }
}

#[tokio::test]
async fn sockets_hear_within_a_second_that_a_session_ended_or_a_role_changed() {
    let at = Wardlight::open().await;
    let mine = at.sign_in(RAO).await.unwrap();
    assert!(is_in(&at, "/account", &mine).await);
    let rao = user(&at, RAO).await;
    let mut heard = at.house.sessions.ended();
    sqlx::query("INSERT INTO role_grant (user_id, hospital_id, role) VALUES ($1, $2, 'hospital_admin')")
        .bind(rao)
        .bind(at.riverbend.id.0)
        .execute(at.db.owner())
        .await
        .unwrap();
    let news = tokio::time::timeout(A_SECOND, heard.recv())
        .await
        .expect("news of the role in time")
        .unwrap();
    assert_eq!((news.user, news.why), (UserId(rao), Why::Changed));
    sqlx::query("DELETE FROM browser_session WHERE user_id = $1")
        .bind(rao)
        .execute(at.db.owner())
        .await
        .unwrap();
    let news = tokio::time::timeout(A_SECOND, heard.recv())
        .await
        .expect("news of the end in time")
        .unwrap();
    assert_eq!((news.user, news.why), (UserId(rao), Why::Over));
    assert!(!is_in(&at, "/account", &mine).await);
}

#[tokio::test]
async fn the_two_realms_never_mix() {
    let at = Wardlight::open().await;
    let (staff, portal) = (at.sign_in(RAO).await.unwrap(), at.sign_in(OKAFOR).await.unwrap());
    assert!(staff.starts_with("__Host-wl_staff=") && portal.starts_with("__Host-wl_portal="));
    let both = format!("{staff}; {portal}");
    assert!(
        is_in(&at, "/account", &both).await && is_in(&at, "/my", &both).await,
        "side by side"
    );
    assert!(!is_in(&at, "/my", &staff).await && !is_in(&at, "/account", &portal).await);
    let swapped = staff.replace("wl_staff", "wl_portal");
    assert!(
        !is_in(&at, "/my", &swapped).await,
        "the id of a staff session opens no portal"
    );
    let swapped = portal.replace("wl_portal", "wl_staff");
    assert!(
        !is_in(&at, "/account", &swapped).await,
        "the id of a portal session opens no staff page"
    );
    form(&at, "/my/sign-out", &[])
        .header("cookie", &both)
        .send()
        .await
        .unwrap();
    assert!(
        is_in(&at, "/account", &both).await && !is_in(&at, "/my", &both).await,
        "each realm signs out alone"
    );
}

#[tokio::test]
async fn the_sixth_session_ends_the_first() {
    let at = Wardlight::open().await;
    let mut mine = Vec::new();
    for _ in 0..6 {
        mine.push(at.sign_in(RAO).await.unwrap());
    }
    assert!(!is_in(&at, "/account", &mine[0]).await);
    for cookie in &mine[1..] {
        assert!(is_in(&at, "/account", cookie).await);
    }
}

/// A house whose clock the test turns, over the same database.
pub fn house_with_clock(at: &Wardlight) -> (Arc<House>, Arc<AtomicI64>) {
    let now = Arc::new(AtomicI64::new(at.house.clock.now().0));
    let hand = now.clone();
    (
        House::new(
            at.db.app.clone(),
            at.db.ingest.clone(),
            Clock::of(move || Moment(now.load(Ordering::SeqCst))),
            Keys::for_tests(),
        ),
        hand,
    )
}

#[tokio::test]
async fn a_session_ends_when_it_is_left_alone_and_at_the_latest_after_its_whole_time() {
    let at = Wardlight::open().await;
    let (house, clock) = house_with_clock(&at);
    let ctx = at_the_door(&house, Uuid::now_v7());
    let minutes = |many: i64| clock.fetch_add(many * 60_000_000, Ordering::SeqCst);
    let open = async |id: &str, realm, email: &str, shared| {
        let hospital: HospitalId = at.riverbend.id;
        let patient = (realm == Realm::Portal).then(|| at.riverbend.patients[0].into());
        let opening = Opening {
            user: user(&at, email).await.into(),
            hospital,
            patient,
            is_proxy: false,
            shared,
            device: "Test".into(),
            address: "::1".into(),
            level: Level::Password,
            proofs: 0,
        };
        let key = SessionKey::of_id(id.as_bytes());
        sessions::open(&ctx, realm, key, &opening).await.unwrap();
        key
    };
    let lives = async |realm, key| sessions::load(&ctx, realm, key).await.unwrap().is_some();

    // Staff: 15 minutes alone, 12 hours in all.
    let key = open("idle", Realm::Staff, RAO, false).await;
    minutes(14);
    assert!(lives(Realm::Staff, key).await);
    minutes(14);
    assert!(
        sessions::touch(&ctx, key).await.unwrap().is_some(),
        "somebody at an open page counts"
    );
    minutes(14);
    assert!(
        sessions::lives(&ctx, key).await.unwrap().is_some(),
        "an open page does not"
    );
    minutes(1);
    assert!(!lives(Realm::Staff, key).await);
    let key = open("long", Realm::Staff, RAO, false).await;
    for _ in 0..71 {
        minutes(10);
        assert!(lives(Realm::Staff, key).await);
    }
    minutes(10);
    assert!(!lives(Realm::Staff, key).await, "twelve hours are over");

    // A shared computer: ten minutes.
    let key = open("shared", Realm::Staff, RAO, true).await;
    minutes(9);
    assert!(sessions::lives(&ctx, key).await.unwrap().is_some());
    minutes(1);
    assert!(!lives(Realm::Staff, key).await);

    // A patient: half an hour alone, a day in all.
    let key = open("portal", Realm::Portal, OKAFOR, false).await;
    minutes(29);
    assert!(lives(Realm::Portal, key).await);
    minutes(30);
    assert!(!lives(Realm::Portal, key).await);
    let key = open("a day", Realm::Portal, OKAFOR, false).await;
    for _ in 0..71 {
        minutes(20);
        assert!(lives(Realm::Portal, key).await);
    }
    minutes(20);
    assert!(!lives(Realm::Portal, key).await, "twenty-four hours are over");
}

#[tokio::test]
async fn last_seen_survives_a_restart_and_people_see_their_own_sessions_only() {
    let at = Wardlight::open().await;
    let (rao, achieng) = (at.sign_in(RAO).await.unwrap(), at.sign_in(ACHIENG).await.unwrap());
    assert!(is_in(&at, "/account", &rao).await && is_in(&at, "/account", &achieng).await);
    let (house, _) = house_with_clock(&at);
    let key = SessionKey::of_id(rao.trim_start_matches("__Host-wl_staff=").as_bytes());
    let session = sessions::load(&at_the_door(&house, Uuid::now_v7()), Realm::Staff, key)
        .await
        .unwrap()
        .expect("known after a restart");
    assert_eq!(session.roles, [Role::Doctor]);
    let actor = Actor::staff(session.user, session.hospital, session.roles);
    let rows = sessions::list_own(&hospital::Ctx::new(house.clone(), actor, Uuid::now_v7()), key)
        .await
        .unwrap();
    assert_eq!(
        rows.iter()
            .map(|row| (row.is_this, row.address.as_str()))
            .collect::<Vec<_>>(),
        [(true, "127.0.0.1")]
    );
    assert_eq!(
        sessions::end_all_of(&at_the_door(&house, Uuid::now_v7()), session.user)
            .await
            .unwrap(),
        1
    );
    assert!(dead_after(&at, &rao).await < A_SECOND);
    assert!(is_in(&at, "/account", &achieng).await);
}
