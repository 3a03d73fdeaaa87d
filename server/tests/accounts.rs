//! Staff: invited, joined by a link, numbered, switched off and on; and the mails that carry the links.

mod told;

use std::time::{Duration, Instant};

use domain::actor::{Actor, Role};
use domain::ids::UserId;
use hospital::identity::{Origin, at_the_door};
use hospital::organisation::staff;
use hospital::{Ctx, HospitalError};
use reqwest::StatusCode;
use uuid::Uuid;

use crate::closing::dies;
use crate::sign_in::{ACHIENG, RAO, cookie as set_cookie, is_in, page};
use crate::support::mail::{CHOSEN, enters, link_in, mail_to, mails, open_link, post, post_and_read};
use crate::support::timing::within_a_second;
use crate::support::{PASSWORD, Wardlight, blind};

pub const HADDAD: &str = "haddad@riverbend.example";
pub async fn invite(at: &Wardlight, admin: &str, name: &str, email: &str, role: &str) -> String {
    post_and_read(
        at,
        "/hospital/staff",
        admin,
        &[("name", name), ("email", email), ("role", role)],
    )
    .await
}

async fn join(ctx: &Ctx, secret: String) -> hospital::Result<staff::Joined> {
    let typed = staff::Typed {
        password: &CHOSEN.into(),
        code: "",
    };
    staff::join(ctx, &secret.into(), typed, &Origin::unknown()).await
}

async fn user(at: &Wardlight, email: &str) -> Uuid {
    at.user(email).await.0
}

async fn invitation(at: &Wardlight, email: &str) -> String {
    let id: Uuid =
        sqlx::query_scalar("SELECT id FROM staff_invitation WHERE email_blind = $1 ORDER BY invited_at DESC LIMIT 1")
            .bind(blind(email))
            .fetch_one(at.db.owner())
            .await
            .unwrap();
    id.to_string()
}

/// The admin of Riverbend, who has just signed in.
async fn haddad(at: &Wardlight) -> Ctx {
    let actor = Actor::staff(UserId(user(at, HADDAD).await), at.riverbend.id, [Role::HospitalAdmin]);
    Ctx::new(at.house.clone(), actor, Uuid::now_v7()).proved(Some(at.house.clock.now()))
}

#[tokio::test]
async fn nurse_otieno_is_invited_chooses_a_password_and_gets_a_number() {
    let at = Wardlight::open().await;
    let admin = at.sign_in(HADDAD).await.unwrap();
    let ward = at.riverbend.ward.to_string();
    let fields = [
        ("name", "Amina Otieno"),
        ("email", "Otieno@Riverbend.example"),
        ("role", "nurse"),
        ("ward", ward.as_str()),
    ];
    let said = post_and_read(&at, "/hospital/staff", &admin, &fields).await;
    assert!(
        said.contains("The invitation is on its way.") && said.contains("otieno@riverbend.example"),
        "{said}"
    );
    let mail = mail_to(&at, "otieno@riverbend.example").await;
    assert!(mail.text.contains("Riverbend General invites you"), "{}", mail.text);
    assert!(
        !mail.text.contains("Amina") && !mail.subject.contains("Riverbend"),
        "a mail says as little as it can"
    );

    // A scanner and a preview open the link before she does.
    let link = link_in(&mail);
    for _ in 0..3 {
        let cookie = open_link(&at, &link).await;
        let shown = page(&at, "/invitation", &cookie).await.text().await.unwrap();
        let secret = link.split_once('=').unwrap().1;
        assert!(
            shown.contains("Work at Riverbend General") && shown.contains("Nurse"),
            "{shown}"
        );
        assert!(!shown.contains(secret), "the secret is on no page");
    }
    let cookie = open_link(&at, &link).await;
    let short = post_and_read(&at, "/invitation", &cookie, &[("password", "too short")]).await;
    assert!(short.contains("This password is too short"), "{short}");
    let welcome = post(&at, "/invitation", &cookie, &[("password", CHOSEN)]).await;
    assert_eq!(welcome.status(), StatusCode::OK);
    let welcome = welcome.text().await.unwrap();
    assert!(welcome.contains("NUR-0002"), "Achieng is NUR-0001: {welcome}");

    let otieno = enters(&at, "otieno@riverbend.example", CHOSEN).await.unwrap();
    let ward = page(&at, "/ward", &otieno).await;
    assert_eq!(ward.status(), StatusCode::OK, "{}", ward.text().await.unwrap());
    let list = page(&at, "/hospital/staff", &admin).await.text().await.unwrap();
    assert!(
        list.contains("Amina Otieno") && list.contains("NUR-0002") && !list.contains("Open invitations"),
        "{list}"
    );
    // The link was used.
    let cookie = open_link(&at, &link).await;
    assert_eq!(page(&at, "/invitation", &cookie).await.status(), StatusCode::GONE);
    assert_eq!(
        post(&at, "/invitation", &cookie, &[("password", CHOSEN)])
            .await
            .status(),
        StatusCode::GONE
    );
}

#[tokio::test]
async fn an_invitation_goes_again_is_withdrawn_and_grows_old() {
    let at = Wardlight::open().await;
    let admin = at.sign_in(HADDAD).await.unwrap();
    invite(&at, &admin, "Amina Otieno", "otieno@riverbend.example", "nurse").await;
    let first = link_in(&mail_to(&at, "otieno@riverbend.example").await);
    let twice = invite(&at, &admin, "Amina Otieno", "otieno@riverbend.example", "doctor").await;
    assert!(twice.contains("This address is invited already."), "{twice}");
    let id = invitation(&at, "otieno@riverbend.example").await;
    let at_once = post_and_read(&at, "/hospital/staff/resend", &admin, &[("invitation", &id)]).await;
    assert!(at_once.contains("This invitation went out just now."), "{at_once}");
    at.later(61);
    post_and_read(&at, "/hospital/staff/resend", &admin, &[("invitation", &id)]).await;
    let second = link_in(&mail_to(&at, "otieno@riverbend.example").await);
    assert_ne!(first, second);
    for link in [&first, &second] {
        let cookie = open_link(&at, link).await;
        assert_eq!(page(&at, "/invitation", &cookie).await.status(), StatusCode::OK);
    }
    post_and_read(&at, "/hospital/staff/withdraw", &admin, &[("invitation", &id)]).await;
    for link in [&first, &second] {
        let cookie = open_link(&at, link).await;
        assert_eq!(
            post(&at, "/invitation", &cookie, &[("password", CHOSEN)])
                .await
                .status(),
            StatusCode::GONE
        );
    }
    let again = post(&at, "/hospital/staff/resend", &admin, &[("invitation", &id)]).await;
    assert_eq!(again.status(), StatusCode::NOT_FOUND);
    // A new one to the same address, a week and a second later.
    invite(&at, &admin, "Amina Otieno", "otieno@riverbend.example", "nurse").await;
    let link = link_in(&mail_to(&at, "otieno@riverbend.example").await);
    sqlx::query("UPDATE one_time_link SET made_at = made_at - interval '604801 s', expires_at = expires_at - interval '604801 s'")
        .execute(at.db.owner())
        .await
        .unwrap();
    let cookie = open_link(&at, &link).await;
    assert_eq!(page(&at, "/invitation", &cookie).await.status(), StatusCode::GONE);
}

#[tokio::test]
async fn the_form_of_an_invitation_says_what_is_wrong_and_not_who_is_known() {
    let at = Wardlight::open().await;
    let admin = at.sign_in(HADDAD).await.unwrap();
    let wrong = invite(&at, &admin, "", "nobody", "super_admin").await;
    for sentence in ["Enter the name.", "Enter an e-mail address, such as", "Choose a role."] {
        assert!(wrong.contains(sentence), "{sentence}: {wrong}");
    }
    // Dr Silva has an account at Lakeside, somebody else has none: the answers are alike.
    for email in ["silva@lakeside.example", "nobody@lakeside.example"] {
        let said = invite(&at, &admin, "Lucia Silva", email, "doctor").await;
        assert!(
            said.contains("The invitation is on its way.") && !said.contains("Error:"),
            "{email}: {said}"
        );
    }
    let ward = at.lakeside.ward.to_string();
    let fields = [
        ("name", "X Y"),
        ("email", "xy@riverbend.example"),
        ("role", "nurse"),
        ("ward", ward.as_str()),
    ];
    let foreign = post_and_read(&at, "/hospital/staff", &admin, &fields).await;
    assert!(foreign.contains("Choose a ward of the list."), "{foreign}");
}

#[tokio::test]
async fn a_mailbox_alone_adds_nothing_to_an_account_that_is_there_already() {
    let at = Wardlight::open().await;
    let admin = at.sign_in(HADDAD).await.unwrap();
    invite(&at, &admin, "Lucia Silva", "silva@lakeside.example", "doctor").await;
    let link = link_in(&mail_to(&at, "silva@lakeside.example").await);
    let cookie = open_link(&at, &link).await;
    let shown = page(&at, "/invitation", &cookie).await.text().await.unwrap();
    assert!(
        shown.contains("There is an account with this address already."),
        "{shown}"
    );
    let wrong = post_and_read(&at, "/invitation", &cookie, &[("password", CHOSEN)]).await;
    assert!(wrong.contains("This is not the password of this account."), "{wrong}");
    assert!(enters(&at, "silva@lakeside.example", CHOSEN).await.is_none());
    let welcome = post(&at, "/invitation", &cookie, &[("password", PASSWORD)])
        .await
        .text()
        .await
        .unwrap();
    assert!(welcome.contains("DOC-0002"), "Rao is DOC-0001: {welcome}");
    let roles: Vec<Uuid> = sqlx::query_scalar(
        "SELECT hospital_id FROM role_grant WHERE user_id = $1 AND upper_inf(during) ORDER BY lower(during)",
    )
    .bind(user(&at, "silva@lakeside.example").await)
    .fetch_all(at.db.owner())
    .await
    .unwrap();
    assert_eq!(roles, [at.lakeside.id.0, at.riverbend.id.0]);

    // She begins where she worked first, and goes to the other from her account.
    let silva = at.sign_in("silva@lakeside.example").await.unwrap();
    let (here, there) = (at.lakeside.id.to_string(), at.riverbend.id.to_string());
    let account = page(&at, "/account", &silva).await.text().await.unwrap();
    assert!(
        account.contains("Where you work") && account.contains("Go there: Riverbend General"),
        "{account}"
    );
    let none = post(
        &at,
        "/account/hospital",
        &silva,
        &[("hospital", &Uuid::nil().to_string())],
    )
    .await;
    assert_eq!(none.status(), StatusCode::NOT_FOUND, "she has no role there");
    let moved = post(&at, "/account/hospital", &silva, &[("hospital", &there)]).await;
    let now = set_cookie(&moved, "__Host-wl_staff").expect("a new id");
    assert!(!is_in(&at, "/account", &silva).await, "the old one is dead");
    let account = page(&at, "/account", &now).await.text().await.unwrap();
    assert!(
        account.contains("DOC-0002") && account.contains("Go there: Lakeside"),
        "{account}"
    );
    let theirs = page(&at, &format!("/patients/{}", at.lakeside.patients[0]), &now).await;
    assert_eq!(
        theirs.status(),
        StatusCode::NOT_FOUND,
        "what she treats there stays there"
    );

    // Two hospitals have her: one alone changes neither her name nor how she signs in.
    let id = user(&at, "silva@lakeside.example").await.to_string();
    for (path, fields) in [
        (
            "/hospital/staff/rename",
            vec![("user", id.as_str()), ("name", "Somebody")],
        ),
        ("/hospital/staff/factor", vec![("user", id.as_str())]),
    ] {
        let said = post_and_read(&at, path, &admin, &fields).await;
        assert!(said.contains("more than that of a colleague here"), "{said}");
    }
    let back = post(&at, "/account/hospital", &now, &[("hospital", &here)]).await;
    assert!(set_cookie(&back, "__Host-wl_staff").is_some());
}

#[tokio::test]
async fn an_admin_of_a_hospital_switches_off_nobody_who_runs_the_platform() {
    let at = Wardlight::open().await;
    let admin = at.sign_in(HADDAD).await.unwrap();
    let rao = user(&at, RAO).await;
    sqlx::query("INSERT INTO role_grant (user_id, hospital_id, role, during) VALUES ($1, $2, 'super_admin', tstzrange(now() - interval '1 day', NULL))")
        .bind(rao)
        .bind(at.riverbend.id.0)
        .execute(at.db.owner())
        .await
        .unwrap();
    let said = post_and_read(&at, "/hospital/staff/inactive", &admin, &[("user", &rao.to_string())]).await;
    assert!(said.contains("This account runs the platform."), "{said}");
    let said = post_and_read(
        &at,
        "/hospital/staff/rename",
        &admin,
        &[("user", &rao.to_string()), ("name", "Somebody")],
    )
    .await;
    assert!(said.contains("runs the platform"), "{said}");
}

#[tokio::test]
async fn whoever_is_made_inactive_is_out_on_pages_and_sockets_within_a_second() {
    let at = Wardlight::open().await;
    let (admin, id) = (at.sign_in(HADDAD).await.unwrap(), user(&at, RAO).await.to_string());
    let mut heard = at.house.sessions.ended();
    let undo = async || drop(post_and_read(&at, "/hospital/staff/active", &admin, &[("user", &id)]).await);
    within_a_second(undo, async || {
        let rao = at.sign_in(RAO).await.unwrap();
        assert!(is_in(&at, "/account", &rao).await);
        let begun = Instant::now();
        let said = post_and_read(&at, "/hospital/staff/inactive", &admin, &[("user", &id)]).await;
        assert!(said.contains("The account is inactive."), "{said}");
        let news = tokio::time::timeout(Duration::from_secs(3), heard.recv())
            .await
            .unwrap()
            .unwrap();
        assert_eq!(news.user.to_string(), id, "open sockets hear of it");
        dies(&at, "/account", &rao).await;
        begun.elapsed()
    })
    .await;
}

#[tokio::test]
async fn whoever_is_made_inactive_is_out_and_comes_back_without_duties() {
    let at = Wardlight::open().await;
    let (admin, rao) = (at.sign_in(HADDAD).await.unwrap(), at.sign_in(RAO).await.unwrap());
    assert!(is_in(&at, "/ward", &rao).await);
    let id = user(&at, RAO).await.to_string();
    let said = post_and_read(&at, "/hospital/staff/inactive", &admin, &[("user", &id)]).await;
    assert!(
        said.contains("The account is inactive.") && said.contains("Inactive since"),
        "{said}"
    );
    dies(&at, "/ward", &rao).await;
    assert!(enters(&at, RAO, PASSWORD).await.is_none());
    let twice = post_and_read(&at, "/hospital/staff/inactive", &admin, &[("user", &id)]).await;
    assert!(twice.contains("This account is inactive already."), "{twice}");

    post_and_read(&at, "/hospital/staff/active", &admin, &[("user", &id)]).await;
    let back = enters(&at, RAO, PASSWORD).await.unwrap();
    let home = page(&at, "/account", &back).await.text().await.unwrap();
    assert!(home.contains("Doctor"), "the same role: {home}");
    assert_eq!(
        page(&at, "/ward", &back).await.status(),
        StatusCode::FORBIDDEN,
        "whose duty ended with the switch"
    );
    let (ward, duty) = (at.riverbend.ward.to_string(), "/hospital/duties");
    let fields = [("act", "begin-duty"), ("person", id.as_str()), ("ward", ward.as_str())];
    post_and_read(&at, duty, &admin, &fields).await;
    tokio::time::sleep(Duration::from_millis(1_100)).await;
    assert_eq!(
        page(&at, "/ward", &back).await.status(),
        StatusCode::OK,
        "on the same ward when an admin says so"
    );
    let number: String = sqlx::query_scalar("SELECT employee_id FROM staff_member WHERE user_id = $1")
        .bind(id.parse::<Uuid>().unwrap())
        .fetch_one(at.db.owner())
        .await
        .unwrap();
    assert_eq!(number, "DOC-0001");
}

#[tokio::test]
async fn roles_are_changed_by_an_admin_and_never_ones_own() {
    let at = Wardlight::open().await;
    let (admin, achieng) = (at.sign_in(HADDAD).await.unwrap(), at.sign_in(ACHIENG).await.unwrap());
    let id = user(&at, ACHIENG).await.to_string();
    assert!(is_in(&at, "/ward", &achieng).await && !is_in(&at, "/devices", &achieng).await);
    let none = post_and_read(&at, "/hospital/staff/roles", &admin, &[("user", &id)]).await;
    assert!(none.contains("Choose at least one role."), "{none}");
    let fields = [("user", id.as_str()), ("role", "technician"), ("role", "super_admin")];
    let said = post_and_read(&at, "/hospital/staff/roles", &admin, &fields).await;
    assert!(said.contains("The roles are saved."), "{said}");
    tokio::time::sleep(Duration::from_millis(1_200)).await;
    assert!(!is_in(&at, "/ward", &achieng).await, "no nurse any more");
    assert!(
        is_in(&at, "/devices", &achieng).await,
        "and a technician, in the same session"
    );
    let roles: Vec<String> = sqlx::query_scalar("SELECT role FROM role_grant WHERE user_id = $1 AND upper_inf(during)")
        .bind(id.parse::<Uuid>().unwrap())
        .fetch_all(at.db.owner())
        .await
        .unwrap();
    assert_eq!(
        roles,
        ["technician"],
        "the platform's role is given by nobody from here"
    );

    let own = user(&at, HADDAD).await.to_string();
    for (path, fields) in [
        (
            "/hospital/staff/roles",
            vec![("user", own.as_str()), ("role", "doctor")],
        ),
        ("/hospital/staff/inactive", vec![("user", own.as_str())]),
    ] {
        let said = post_and_read(&at, path, &admin, &fields).await;
        assert!(said.contains("This is your own account."), "{path}: {said}");
    }
    let silva = user(&at, "silva@lakeside.example").await.to_string();
    for path in [
        "/hospital/staff/roles",
        "/hospital/staff/inactive",
        "/hospital/staff/active",
    ] {
        let answer = post(&at, path, &admin, &[("user", &silva), ("role", "doctor")]).await;
        assert_eq!(
            answer.status(),
            StatusCode::NOT_FOUND,
            "{path}: who works elsewhere is not known here"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn numbers_are_given_once_however_many_join_at_the_same_moment() {
    let at = Wardlight::open().await;
    let ctx = haddad(&at).await;
    for n in 0..6 {
        let form = staff::Invite {
            email: format!("new{n}@riverbend.example"),
            name: format!("New {n}"),
            role: "pharmacist".into(),
            ..staff::Invite::default()
        };
        staff::invite(&ctx, &form).await.unwrap();
    }
    let links: Vec<String> = mails(&at).await.iter().map(link_in).collect();
    let joining = links.into_iter().map(|link| {
        let ctx = at_the_door(&at.house, Uuid::now_v7());
        let secret = link.split_once('=').unwrap().1.to_owned();
        // The same link twice: one of the two wins.
        let twice = [secret.clone(), secret].map(|secret| {
            let ctx = ctx.clone();
            tokio::spawn(async move { join(&ctx, secret).await })
        });
        async move {
            let mut numbers = Vec::new();
            for one in twice {
                match one.await.unwrap() {
                    Ok(joined) => numbers.push(joined.employee_id),
                    Err(HospitalError::Conflict(_)) => {}
                    Err(error) => panic!("{error:?}"),
                }
            }
            assert_eq!(numbers.len(), 1);
            numbers.remove(0)
        }
    });
    let mut numbers = futures::future::join_all(joining).await;
    numbers.sort();
    let expected: Vec<String> = (2..=7).map(|n| format!("PHA-{n:04}")).collect();
    assert_eq!(numbers, expected, "Lindqvist is PHA-0001");
    // One who leaves takes the number along.
    let last: Uuid = sqlx::query_scalar("SELECT user_id FROM staff_member WHERE employee_id = 'PHA-0007'")
        .fetch_one(at.db.owner())
        .await
        .unwrap();
    staff::make_inactive(&haddad(&at).await, UserId(last)).await.unwrap();
    let form = staff::Invite {
        email: "after@riverbend.example".into(),
        name: "After".into(),
        role: "pharmacist".into(),
        ..staff::Invite::default()
    };
    staff::invite(&haddad(&at).await, &form).await.unwrap();
    let link = link_in(&mail_to(&at, "after@riverbend.example").await);
    let secret = link.split_once('=').unwrap().1.to_owned();
    let joined = join(&at_the_door(&at.house, Uuid::now_v7()), secret).await.unwrap();
    assert_eq!(joined.employee_id, "PHA-0008");
}

#[tokio::test]
async fn what_gives_rights_wants_a_proof_that_is_fresh() {
    let at = Wardlight::open().await;
    let old = haddad(&at)
        .await
        .proved(Some(at.house.clock.now().plus_seconds(-301.0)));
    let form = staff::Invite {
        email: "otieno@riverbend.example".into(),
        name: "Amina Otieno".into(),
        role: "nurse".into(),
        ..staff::Invite::default()
    };
    assert!(matches!(staff::invite(&old, &form).await, Err(HospitalError::StepUp)));
    let rao = UserId(user(&at, RAO).await);
    assert!(matches!(
        staff::make_inactive(&old, rao).await,
        Err(HospitalError::StepUp)
    ));
    assert!(matches!(
        staff::set_roles(&old, rao, &[Role::Nurse]).await,
        Err(HospitalError::StepUp)
    ));
    assert!(staff::list_staff(&old, None).await.is_ok(), "to read it needs none");
}
