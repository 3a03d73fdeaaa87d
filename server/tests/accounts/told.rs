//! What people are told by mail, how often, and who else reads it; and what is said to whose own area is not built yet.

use super::*;
use crate::sign_in::location;

#[tokio::test]
async fn mails_are_read_by_the_admins_of_a_demo_and_by_nobody_else() {
    let at = Wardlight::open().await;
    let admin = at.sign_in(HADDAD).await.unwrap();
    assert_eq!(
        page(&at, "/hospital/outbox", &admin).await.status(),
        StatusCode::NOT_FOUND
    );
    drop(at);
    let at = Wardlight::open_demo().await;
    let (admin, rao) = (at.sign_in(HADDAD).await.unwrap(), at.sign_in(RAO).await.unwrap());
    invite(&at, &admin, "Amina Otieno", "otieno@riverbend.example", "nurse").await;
    let link = link_in(&mail_to(&at, "otieno@riverbend.example").await);
    let shown = page(&at, "/hospital/outbox", &admin).await.text().await.unwrap();
    assert!(shown.contains("otieno@riverbend.example"), "{shown}");
    assert!(
        shown.contains(&format!("href=\"http://wardlight.test{link}\"")),
        "its link can be followed: {shown}"
    );
    assert_eq!(
        page(&at, "/hospital/outbox", &rao).await.status(),
        StatusCode::FORBIDDEN
    );
}

#[tokio::test]
async fn nobodys_mailbox_is_filled_with_one_invitation() {
    let at = Wardlight::open().await;
    let admin = at.sign_in(HADDAD).await.unwrap();
    invite(&at, &admin, "Amina Otieno", "otieno@riverbend.example", "nurse").await;
    let id = invitation(&at, "otieno@riverbend.example").await;
    let mut said = String::new();
    for sent in 0..6 {
        // Within a day, and within the five minutes of the admin's proof.
        at.later(if sent < 4 { 61 } else { 20 });
        sqlx::query("UPDATE staff_invitation SET sent_at = sent_at - interval '2 minutes'")
            .execute(at.db.owner())
            .await
            .unwrap();
        said = post_and_read(&at, "/hospital/staff/resend", &admin, &[("invitation", &id)]).await;
        assert_eq!(said.contains("once more"), sent < 5, "{sent}: {said}");
    }
    assert!(said.contains("five times today"), "{said}");
    sqlx::query("UPDATE staff_invitation SET sent_at = sent_at - interval '25 h', resent_since = resent_since - interval '25 h'")
        .execute(at.db.owner())
        .await
        .unwrap();
    said = post_and_read(&at, "/hospital/staff/resend", &admin, &[("invitation", &id)]).await;
    assert!(said.contains("once more"), "the next day: {said}");
}

#[tokio::test]
async fn an_admin_writes_a_name_anew_and_its_owner_is_told() {
    let at = Wardlight::open().await;
    let (admin, rao) = (at.sign_in(HADDAD).await.unwrap(), at.sign_in(RAO).await.unwrap());
    let before = page(&at, "/account", &rao).await.text().await.unwrap();
    assert!(
        before.contains("Employee id") && before.contains("DOC-0001"),
        "{before}"
    );
    let id = user(&at, RAO).await.to_string();
    let none = post_and_read(&at, "/hospital/staff/rename", &admin, &[("user", &id), ("name", " ")]).await;
    assert!(none.contains("Enter the name."), "{none}");
    let said = post_and_read(
        &at,
        "/hospital/staff/rename",
        &admin,
        &[("user", &id), ("name", "Dr Anika Rao-Lund")],
    )
    .await;
    assert!(
        said.contains("The name is saved.") && said.contains("Rao-Lund"),
        "{said}"
    );
    let after = page(&at, "/account", &rao).await.text().await.unwrap();
    let told = page(&at, "/notifications", &rao).await.text().await.unwrap();
    assert!(
        after.contains("Dr Anika Rao-Lund") && told.contains("wrote your name anew"),
        "{told}"
    );
    let silva = user(&at, "silva@lakeside.example").await.to_string();
    let elsewhere = post(
        &at,
        "/hospital/staff/rename",
        &admin,
        &[("user", &silva), ("name", "Somebody")],
    )
    .await;
    assert_eq!(
        elsewhere.status(),
        StatusCode::NOT_FOUND,
        "who works elsewhere is not this admin's"
    );
    let own = post_and_read(
        &at,
        "/hospital/staff/rename",
        &admin,
        &[("user", &user(&at, HADDAD).await.to_string()), ("name", "Dr Haddad")],
    )
    .await;
    assert!(own.contains("This is your own account."), "{own}");
}

/// A billing clerk and a laboratory technician read at home that their own area is not there yet, and what is; a nurse, who has a ward, reads nothing of it.
#[tokio::test(flavor = "multi_thread")]
async fn whose_area_is_not_built_yet_is_told_so_at_home_with_what_works_for_them() {
    let at = Wardlight::open().await;
    let home = async |cookie: &str| page(&at, "/home", cookie).await.text().await.unwrap();
    let said = [
        (Role::BillingClerk, "Billing is not built here yet"),
        (Role::LabTechnician, "The laboratory is not built here yet"),
    ];
    for (role, not_here) in said {
        let (_, cookie) = at.colleague(at.riverbend.id, role).await;
        assert_eq!(location(&page(&at, "/", &cookie).await), "/home", "{role:?}");
        let html = home(&cookie).await;
        assert!(html.contains(not_here), "{role:?}: {html}");
        let all = said.iter().filter(|(_, not_here)| html.contains(not_here));
        assert_eq!(all.count(), 1, "{role:?}: {html}");
        let works = &html[html.find("What works for you").unwrap()..];
        for way in ["/search", "/notifications", "/system-alerts", "/account"] {
            assert!(works.contains(&format!("href=\"{way}\"")), "{role:?} {way}: {works}");
        }
        for way in ["/ward", "/patients", "/messages", "/hospital"] {
            assert!(!html.contains(&format!("href=\"{way}\"")), "{role:?} {way}: {html}");
        }
    }
    let nurse = home(&at.sign_in(ACHIENG).await.unwrap()).await;
    assert!(
        nurse.contains("What works for you") && nurse.contains("href=\"/ward\""),
        "{nurse}"
    );
    assert!(said.iter().all(|(_, not_here)| !nurse.contains(not_here)), "{nurse}");
}
