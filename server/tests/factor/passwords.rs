//! The password beside the factor: how long it must be with one and without, and how a new one is chosen.

use super::*;

#[tokio::test(flavor = "multi_thread")]
async fn without_the_factor_the_password_must_stand_alone() {
    let at = Wardlight::open().await;
    let rao = guard(&at, RAO, "/account").await;
    // Beside a factor eight signs do.
    let [old, new] = [("old_password", PASSWORD), ("new_password", "mossy kettle 9")];
    let short = [old, new, ("code", rao.codes[0].as_str())];
    let changed = post(&at, "/account/password", &rao.cookie, &short).await;
    let mine = cookie(&changed, "__Host-wl_staff").unwrap();
    assert!(after(&at, &changed, &mine).await.contains("Your password is changed"));
    let half = try_in(&at, RAO, "mossy kettle 9").await;
    let step = cookie(&half, "__Host-wl_step").unwrap();
    let whole = post(&at, "/sign-in/code", &step, &[("code", &rao.code(&at))]).await;
    let lost = cookie(&whole, "__Host-wl_staff").unwrap();
    assert!(is_in(&at, "/account", &lost).await);
    let refused = post(
        &at,
        "/account/factor/remove",
        &mine,
        &[("new_password", "mossy kettle 9")],
    )
    .await;
    assert!(after(&at, &refused, &mine).await.contains("at least 15 characters"));
    let removed = post(
        &at,
        "/account/factor/remove",
        &mine,
        &[("new_password", "three grey herons wade")],
    )
    .await;
    let mine = cookie(&removed, "__Host-wl_staff").unwrap();
    assert!(
        after(&at, &removed, &mine)
            .await
            .contains("The second factor is removed")
    );
    assert!(
        !is_in(&at, "/account", &lost).await,
        "what the old password opened is shut"
    );
    let alone = try_in(&at, RAO, "three grey herons wade").await;
    assert_eq!(location(&alone), "/ward");
    let left: i64 =
        sqlx::query_scalar("SELECT (SELECT count(*) FROM second_factor) + (SELECT count(*) FROM recovery_code)")
            .fetch_one(at.db.owner())
            .await
            .unwrap();
    assert_eq!(left, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_password_is_judged_and_ends_the_other_sessions() {
    let at = Wardlight::open().await;
    let (mine, other) = (at.sign_in(RAO).await.unwrap(), at.sign_in(RAO).await.unwrap());
    for (old, new, said) in [
        (
            "another password",
            "three grey herons wade",
            "This is not the password of this account.",
        ),
        (PASSWORD, "short", "at least 15 characters"),
        (PASSWORD, "rao at riverbend general", "would be guessed soon"),
        (PASSWORD, PASSWORD, "This is the password you have now."),
    ] {
        let refused = post(
            &at,
            "/account/password",
            &mine,
            &[("old_password", old), ("new_password", new)],
        )
        .await;
        let html = after(&at, &refused, &mine).await;
        assert!(html.contains(said), "{new}: {html}");
        assert!(!html.contains("herons"), "no password is shown again");
    }
    let done = post(
        &at,
        "/account/password",
        &mine,
        &[("old_password", PASSWORD), ("new_password", "three grey herons wade")],
    )
    .await;
    let renewed = cookie(&done, "__Host-wl_staff").unwrap();
    assert!(is_in(&at, "/account", &renewed).await);
    assert!(!is_in(&at, "/account", &mine).await && !is_in(&at, "/account", &other).await);
    let old = try_in(&at, RAO, PASSWORD).await;
    let said = text(&at, "/sign-in", &cookie(&old, "__Host-wl_flash").unwrap()).await;
    assert!(said.contains(REFUSED));
    let told: Vec<String> = sqlx::query_scalar("SELECT kind FROM notice WHERE user_id = $1")
        .bind(user(&at, RAO).await)
        .fetch_all(at.db.owner())
        .await
        .unwrap();
    assert_eq!(told, ["password.changed"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_lost_the_phone_and_the_codes_gets_a_new_password_by_a_link_and_the_admin_gets_in_by_nothing() {
    let at = Wardlight::open().await;
    let rao = guard(&at, RAO, "/account").await;
    let admin = at.sign_in(HADDAD).await.unwrap();
    let who = |name| {
        let at = &at;
        async move { user(at, name).await.to_string() }
    };
    let ask = |id: String| {
        let (at, admin) = (&at, &admin);
        async move { post_and_read(at, "/hospital/staff/factor", admin, &[("user", &id)]).await }
    };
    assert!(
        ask(who(ACHIENG).await)
            .await
            .contains("This account has no second factor.")
    );
    assert!(ask(who(HADDAD).await).await.contains("This is your own account."));
    let elsewhere = post(
        &at,
        "/hospital/staff/factor",
        &admin,
        &[("user", &who("silva@lakeside.example").await)],
    )
    .await;
    assert_eq!(elsewhere.status(), StatusCode::NOT_FOUND);
    let done = ask(who(RAO).await).await;
    assert!(done.contains("The second factor is gone."), "{done}");

    assert!(!is_in(&at, "/account", &rao.cookie).await, "every session ends");
    assert!(at.sign_in(RAO).await.is_none(), "the old password went with the factor");
    let link = link_in(&mail_to(&at, RAO).await);
    let (_, secret) = link.split_once('=').unwrap();
    let door = at_the_door(&at.house, Uuid::now_v7());
    let short = recover::set(&door, &secret.into(), &"Ab3-wq9x".into()).await;
    assert!(short.is_err(), "eight are enough beside a factor only");
    recover::set(&door, &secret.into(), &CHOSEN.into()).await.unwrap();
    let entered = try_in(&at, RAO, CHOSEN).await;
    let new = cookie(&entered, "__Host-wl_staff").expect("the new password alone");
    let told = text(&at, "/notifications", &new).await;
    assert!(told.contains("took your second factor away"), "{told}");
    let written: i64 = sqlx::query_scalar(
        "SELECT count(*) FROM audit_entry WHERE action = 'staff.lose_factor' AND outcome = 'allowed'",
    )
    .fetch_one(at.db.owner())
    .await
    .unwrap();
    assert_eq!(written, 1);
    at.later(301);
    let stale = post(&at, "/hospital/staff/factor", &admin, &[("user", &who(RAO).await)]).await;
    assert!(
        location(&stale).starts_with("/account/prove"),
        "an admin proves who they are"
    );
}
