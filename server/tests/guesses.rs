//! How often one account may be guessed at: once for all its names and all its doors, and whoever guesses shuts the door to nobody else.

use hospital::HospitalError;
use hospital::identity::contact::{phone_of, seal_phone};
use hospital::identity::sign_in::UNCONFIRMED;
use hospital::identity::{Origin, at_the_door, sign_in_from};
use reqwest::{Response, StatusCode};
use server::throttle::Route;
use uuid::Uuid;

use crate::accounts::{HADDAD, invite};
use crate::factor::{guard, password, post};
use crate::register::{Form, WANJIRU, apply_and_prove};
use crate::sign_in::{ACHIENG, RAO, cookie, location, page, try_in};
use crate::support::mail::{CHOSEN, link_in, mail_to, mails, open_link};
use crate::support::{PASSWORD, Wardlight, blind};

const PHONE: &str = "+254700000001";

async fn give_phone(at: &Wardlight, email: &str) {
    let user = at.user(email).await;
    let phone = seal_phone(&at.house.keys, &phone_of(user), PHONE).unwrap();
    sqlx::query("UPDATE app_user SET phone_sealed = $2, phone_blind = $3 WHERE id = $1")
        .bind(user.0)
        .bind(phone.sealed)
        .bind(phone.blind)
        .execute(at.db.owner())
        .await
        .unwrap();
}

/// How often the account failed since somebody was in.
async fn failures(at: &Wardlight, email: &str) -> i32 {
    sqlx::query_scalar(
        "SELECT COALESCE((SELECT f.in_a_row FROM sign_in_failures f JOIN app_user u ON u.id = f.user_id WHERE u.email_blind = $1), 0)",
    )
    .bind(blind(email))
    .fetch_one(at.db.owner())
    .await
    .unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn codes_are_counted_by_account_however_often_the_password_is_shown_anew() {
    let at = Wardlight::open().await;
    let rao = guard(&at, RAO, "/account").await;
    let mut answers: Vec<Response> = Vec::new();
    for _ in 0..3 {
        let step = password(&at, RAO).await;
        for _ in 0..4 {
            answers.push(post(&at, "/sign-in/code", &step, &[("code", "000000")]).await);
        }
    }
    let most = Route::SignIn.limit().per_account;
    for (n, answer) in answers.iter().enumerate() {
        let expected = if n < most {
            StatusCode::SEE_OTHER
        } else {
            StatusCode::TOO_MANY_REQUESTS
        };
        assert_eq!(answer.status(), expected, "code {n}");
    }
    // The door of programs asks for the same code of the same account.
    let program = at.client.post(at.url("/api/v1/auth/login")).json(&serde_json::json!({
        "login": RAO, "password": PASSWORD, "code": rao.code(&at),
    }));
    assert_eq!(program.send().await.unwrap().status(), StatusCode::TOO_MANY_REQUESTS);
    at.later(901);
    let step = password(&at, RAO).await;
    let right = post(&at, "/sign-in/code", &step, &[("code", &rao.code(&at))]).await;
    assert_eq!(location(&right), "/ward", "a quarter of an hour later she is in");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cookie_that_nobody_was_given_uses_nothing_up() {
    let at = Wardlight::open().await;
    let rao = guard(&at, RAO, "/account").await;
    for _ in 0..Route::SignIn.limit().per_address + 1 {
        let invented = format!("__Host-wl_step={}", tower_sessions::session::Id::default());
        let answer = post(&at, "/sign-in/code", &invented, &[("code", "000000")]).await;
        assert_eq!(location(&answer), "/sign-in");
    }
    let step = password(&at, RAO).await;
    let right = post(&at, "/sign-in/code", &step, &[("code", &rao.code(&at))]).await;
    assert_eq!(location(&right), "/ward");
}

#[tokio::test(flavor = "multi_thread")]
async fn one_account_has_one_budget_for_its_passwords_whatever_it_is_called() {
    let at = Wardlight::open().await;
    give_phone(&at, RAO).await;
    let mine = at.sign_in(RAO).await.unwrap();
    for (login, many) in [(RAO, 4), ("+254 700 000 001", 3)] {
        for _ in 0..many {
            assert_eq!(try_in(&at, login, "a guess").await.status(), StatusCode::SEE_OTHER);
        }
    }
    for _ in 0..3 {
        let proof = post(&at, "/account/prove", &mine, &[("password", "a guess")]).await;
        assert_eq!(proof.status(), StatusCode::SEE_OTHER);
    }
    for login in [RAO, PHONE] {
        assert_eq!(
            try_in(&at, login, PASSWORD).await.status(),
            StatusCode::TOO_MANY_REQUESTS,
            "{login}"
        );
    }
    let proof = post(&at, "/account/prove", &mine, &[("password", PASSWORD)]).await;
    assert_eq!(proof.status(), StatusCode::TOO_MANY_REQUESTS);
    assert!(at.sign_in(ACHIENG).await.is_some(), "and nobody else waits");
}

/// A stranger who knows her address must not keep her from her own computer.
#[tokio::test(flavor = "multi_thread")]
async fn whoever_guesses_elsewhere_shuts_nobody_out_of_their_own_browser() {
    let at = Wardlight::open().await;
    let first = try_in(&at, RAO, PASSWORD).await;
    let (session, browser) = (
        cookie(&first, "__Host-wl_staff").unwrap(),
        cookie(&first, "__Host-wl_device").unwrap(),
    );
    for _ in 0..Route::SignIn.limit().per_account {
        assert!(
            cookie(&try_in(&at, RAO, "a guess").await, "__Host-wl_device").is_none(),
            "only who comes in is remembered"
        );
    }
    let come = async |browser: &str, password: &str| {
        let fields = [("login", RAO), ("password", password)];
        post(&at, "/sign-in", browser, &fields).await
    };
    let invented = format!("__Host-wl_device={}", tower_sessions::session::Id::default());
    for strange in ["", &invented] {
        assert_eq!(
            come(strange, PASSWORD).await.status(),
            StatusCode::TOO_MANY_REQUESTS,
            "{strange}"
        );
    }
    let hers = come(&browser, PASSWORD).await;
    assert_eq!(location(&hers), "/ward", "her own browser has tries of its own");
    assert_eq!(
        cookie(&hers, "__Host-wl_device").unwrap(),
        browser,
        "and stays the same"
    );
    let both = format!("{session}; {browser}");
    let proof = post(
        &at,
        "/account/prove",
        &both,
        &[("password", PASSWORD), ("next", "/account")],
    )
    .await;
    assert_eq!(location(&proof), "/account");
    // It is no way around the limit: it has ten, like everything else.
    for _ in 0..Route::SignIn.limit().per_account {
        assert_eq!(come(&browser, "a guess").await.status(), StatusCode::SEE_OTHER);
    }
    assert_eq!(come(&browser, PASSWORD).await.status(), StatusCode::TOO_MANY_REQUESTS);
    // Nor does it open another's account more often.
    for _ in 0..Route::SignIn.limit().per_account {
        post(
            &at,
            "/sign-in",
            &browser,
            &[("login", ACHIENG), ("password", "a guess")],
        )
        .await;
    }
    assert_eq!(
        try_in(&at, ACHIENG, PASSWORD).await.status(),
        StatusCode::TOO_MANY_REQUESTS
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn one_mailbox_gets_five_mails_by_whichever_name_they_are_asked_for() {
    let at = Wardlight::open().await;
    give_phone(&at, RAO).await;
    for (n, login) in [RAO, PHONE, RAO, PHONE, RAO, PHONE].into_iter().enumerate() {
        let answer = post(&at, "/recover", "", &[("login", login)]).await;
        let expected = if n < 5 {
            StatusCode::OK
        } else {
            StatusCode::TOO_MANY_REQUESTS
        };
        assert_eq!(answer.status(), expected, "mail {n}");
    }
    assert_eq!(mails(&at).await.iter().filter(|mail| mail.to == RAO).count(), 5);
}

/// Whoever reads Dr Silva's mail has her invitation, not her password.
#[tokio::test(flavor = "multi_thread")]
async fn an_invitation_is_no_side_door_to_the_password_of_an_account() {
    let at = Wardlight::open().await;
    let admin = at.sign_in(HADDAD).await.unwrap();
    let silva = guard(&at, "silva@lakeside.example", "/account").await;
    invite(&at, &admin, "Lucia Silva", "silva@lakeside.example", "doctor").await;
    let cookie = open_link(&at, &link_in(&mail_to(&at, "silva@lakeside.example").await)).await;
    let shown = page(&at, "/invitation", &cookie).await.text().await.unwrap();
    assert!(
        shown.contains("name=\"code\""),
        "her account has a second factor: {shown}"
    );
    let accept = async |password: &str, code: &str| {
        post(&at, "/invitation", &cookie, &[("password", password), ("code", code)])
            .await
            .status()
    };
    for n in 1..=2 {
        assert_eq!(accept("a guess", "").await, StatusCode::SEE_OTHER);
        assert_eq!(
            failures(&at, "silva@lakeside.example").await,
            n,
            "each guess counts like one at the door"
        );
    }
    assert_eq!(accept(PASSWORD, "000000").await, StatusCode::SEE_OTHER);
    assert_eq!(failures(&at, "silva@lakeside.example").await, 3);
    for _ in 0..7 {
        accept("a guess", "").await;
    }
    assert_eq!(
        try_in(&at, "silva@lakeside.example", PASSWORD).await.status(),
        StatusCode::TOO_MANY_REQUESTS,
        "they were tries at the same account"
    );
    at.later(901);
    sqlx::query("UPDATE sign_in_failures SET in_a_row = 100")
        .execute(at.db.owner())
        .await
        .unwrap();
    assert_eq!(
        accept(PASSWORD, &silva.code(&at)).await,
        StatusCode::SEE_OTHER,
        "a locked account is locked here too"
    );
    sqlx::query("DELETE FROM sign_in_failures")
        .execute(at.db.owner())
        .await
        .unwrap();
    at.later(60);
    assert_eq!(accept(PASSWORD, &silva.code(&at)).await, StatusCode::OK);
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_waits_for_the_hospital_made_no_mistake_and_a_lock_holds_for_them_too() {
    let at = Wardlight::open().await;
    apply_and_prove(&at, &Form::of_wanjiru(&at), CHOSEN).await;
    let come = async || {
        let origin = Origin::new("203.0.113.7", "Chrome on Linux");
        sign_in_from(&at_the_door(&at.house, Uuid::now_v7()), WANJIRU, CHOSEN, &origin).await
    };
    for _ in 0..3 {
        assert!(matches!(come().await, Err(HospitalError::Conflict(UNCONFIRMED))));
    }
    assert_eq!(failures(&at, WANJIRU).await, 0, "the right password is no failure");
    let outcomes: Vec<String> = sqlx::query_scalar("SELECT DISTINCT outcome FROM sign_in_event")
        .fetch_all(at.db.owner())
        .await
        .unwrap();
    assert_eq!(outcomes, ["waiting"]);
    sqlx::query("INSERT INTO sign_in_failures (user_id, in_a_row) SELECT id, 100 FROM app_user WHERE email_blind = $1")
        .bind(blind(WANJIRU))
        .execute(at.db.owner())
        .await
        .unwrap();
    assert!(
        matches!(come().await, Err(HospitalError::Invalid(_))),
        "a locked account does not say that the password was right"
    );
}

/// A house that is busy (503, on a machine that runs many tests) has counted nothing: it is asked again.
async fn answered(ask: impl AsyncFn() -> Response) -> StatusCode {
    loop {
        let status = ask().await.status();
        if status != StatusCode::SERVICE_UNAVAILABLE {
            return status;
        }
    }
}

/// What opens nothing is counted at every door of a link, and at the one of refresh tokens; what opens costs nothing.
#[tokio::test(flavor = "multi_thread")]
async fn links_and_tokens_that_open_nothing_are_counted() {
    for door in [
        "/invitation",
        "/recover/new",
        "/register/verify",
        "/register/hospital/verify",
        "/verify/email",
    ] {
        let at = Wardlight::open().await;
        let guess = async |n: usize| {
            let link = format!("__Host-wl_link={n:064x}");
            answered(async || post(&at, door, &link, &[("password", CHOSEN)]).await).await
        };
        for n in 0..Route::Link.limit().per_address {
            assert_eq!(guess(n).await, StatusCode::GONE, "{door}, guess {n}");
        }
        assert_eq!(guess(99).await, StatusCode::TOO_MANY_REQUESTS, "{door}");
    }
    let at = Wardlight::open().await;
    let refresh = async |n: usize| {
        let body = serde_json::json!({ "refresh_token": format!("wlr_{n}") });
        let ask = async || {
            at.client
                .post(at.url("/api/v1/auth/refresh"))
                .json(&body)
                .send()
                .await
                .unwrap()
        };
        answered(ask).await
    };
    for n in 0..Route::ApiAuth.limit().per_address {
        assert_eq!(refresh(n).await, StatusCode::UNAUTHORIZED, "guess {n}");
    }
    assert_eq!(refresh(99).await, StatusCode::TOO_MANY_REQUESTS);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_that_opens_may_be_used_again_and_again_until_the_password_is_good() {
    let at = Wardlight::open().await;
    post(&at, "/recover", "", &[("login", RAO)]).await;
    let cookie = open_link(&at, &link_in(&mail_to(&at, RAO).await)).await;
    for _ in 0..Route::Link.limit().per_account + 2 {
        let short = post(&at, "/recover/new", &cookie, &[("password", "short")]).await;
        assert_eq!(short.status(), StatusCode::SEE_OTHER);
    }
    let good = post(&at, "/recover/new", &cookie, &[("password", CHOSEN)]).await;
    assert_eq!(good.status(), StatusCode::OK);
}
