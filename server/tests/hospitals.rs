//! A hospital asks to be taken in by the platform.

use domain::actor::Role;
use reqwest::StatusCode;
use uuid::Uuid;

use crate::accounts::HADDAD;
use crate::register::grant;
use crate::sign_in::{RAO, page};
use crate::support::Wardlight;
use crate::support::mail::{CHOSEN, enters, link_in, mail_to, open_link, post, post_and_read};

const NYERI: [(&str, &str); 7] = [
    ("name", "Nyeri Hill"),
    ("address", "1 Hill Road, Nyeri"),
    ("phone", "+254 700 000 777"),
    ("registration_number", "KE-4711"),
    ("zone", "Africa/Nairobi"),
    ("admin_name", "Joyce Kariuki"),
    ("admin_email", "joyce@nyeri.example"),
];

#[tokio::test]
async fn a_hospital_is_nothing_until_the_platform_approves_it_and_then_its_first_admin_comes_in() {
    let at = Wardlight::open().await;
    grant(&at, RAO, at.riverbend.id.0, Role::SuperAdmin).await;
    let (platform, admin) = (at.sign_in(RAO).await.unwrap(), at.sign_in(HADDAD).await.unwrap());
    let said = post(&at, "/register/hospital", "", &NYERI).await.text().await.unwrap();
    assert!(said.contains("Look into your mail"), "{said}");
    let nothing = page(&at, "/platform/hospitals", &platform).await.text().await.unwrap();
    assert!(nothing.contains("No hospital waits"), "{nothing}");
    let cookie = open_link(&at, &link_in(&mail_to(&at, "joyce@nyeri.example").await)).await;
    assert_eq!(
        page(&at, "/register/hospital/verify", &cookie).await.status(),
        StatusCode::OK
    );
    assert_eq!(
        post(&at, "/register/hospital/verify", &cookie, &[]).await.status(),
        StatusCode::OK
    );
    let shown = page(&at, "/platform/hospitals", &platform).await.text().await.unwrap();
    assert!(shown.contains("Nyeri Hill") && shown.contains("KE-4711"), "{shown}");
    let hospitals: i64 = sqlx::query_scalar("SELECT count(*) FROM hospital")
        .fetch_one(at.db.owner())
        .await
        .unwrap();
    assert_eq!(hospitals, 2, "until then it is inert");

    let application: Uuid = sqlx::query_scalar("SELECT id FROM hospital_application")
        .fetch_one(at.db.owner())
        .await
        .unwrap();
    let id = application.to_string();
    assert_eq!(
        page(&at, "/platform/hospitals", &admin).await.status(),
        StatusCode::FORBIDDEN
    );
    let denied = post(&at, "/platform/hospitals/approve", &admin, &[("application", &id)]).await;
    assert_eq!(denied.status(), StatusCode::FORBIDDEN);
    let said = post_and_read(&at, "/platform/hospitals/approve", &platform, &[("application", &id)]).await;
    assert!(said.contains("The hospital is set up"), "{said}");
    let twice = post(&at, "/platform/hospitals/approve", &platform, &[("application", &id)]).await;
    assert_eq!(twice.status(), StatusCode::NOT_FOUND);

    let cookie = open_link(&at, &link_in(&mail_to(&at, "joyce@nyeri.example").await)).await;
    let welcome = post(&at, "/invitation", &cookie, &[("password", CHOSEN)])
        .await
        .text()
        .await
        .unwrap();
    assert!(welcome.contains("ADM-0001"), "{welcome}");
    // A new hospital asks its staff for a second factor; that is another story.
    sqlx::query("INSERT INTO hospital_setting (hospital_id, second_factor_required) SELECT id, false FROM hospital WHERE name = 'Nyeri Hill' ON CONFLICT DO NOTHING")
        .execute(at.db.owner())
        .await
        .unwrap();
    let joyce = enters(&at, "joyce@nyeri.example", CHOSEN).await.unwrap();
    let staff = page(&at, "/hospital/staff", &joyce).await.text().await.unwrap();
    assert!(staff.contains("Joyce Kariuki") && !staff.contains("Haddad"), "{staff}");
}

#[tokio::test]
async fn a_hospital_is_refused_with_a_reason_and_a_name_is_taken_once() {
    let at = Wardlight::open().await;
    grant(&at, RAO, at.riverbend.id.0, Role::SuperAdmin).await;
    let platform = at.sign_in(RAO).await.unwrap();
    let wrong = post_and_read(&at, "/register/hospital", "", &[("zone", "Atlantis"), ("phone", "1")]).await;
    for sentence in [
        "Enter the name of the hospital.",
        "Enter the time zone",
        "Enter the phone number",
        "Enter the name of the first admin.",
    ] {
        assert!(wrong.contains(sentence), "{sentence}: {wrong}");
    }
    assert!(
        wrong.contains("value=\"Atlantis\"") && wrong.contains("list=\"zone-choices\""),
        "{wrong}"
    );
    for offered in ["Africa/Nairobi", "Europe/Berlin"] {
        assert!(wrong.contains(&format!("<option value=\"{offered}\">")), "{offered}");
    }
    let mut lakeside = NYERI;
    lakeside[0].1 = "Lakeside";
    post(&at, "/register/hospital", "", &lakeside).await;
    let cookie = open_link(&at, &link_in(&mail_to(&at, "joyce@nyeri.example").await)).await;
    post(&at, "/register/hospital/verify", &cookie, &[]).await;
    let application: Uuid = sqlx::query_scalar("SELECT id FROM hospital_application")
        .fetch_one(at.db.owner())
        .await
        .unwrap();
    let id = application.to_string();
    let taken = post_and_read(&at, "/platform/hospitals/approve", &platform, &[("application", &id)]).await;
    assert!(taken.contains("There is a hospital of this name already."), "{taken}");
    let none = post_and_read(
        &at,
        "/platform/hospitals/refuse",
        &platform,
        &[("application", &id), ("reason", " ")],
    )
    .await;
    assert!(none.contains("Enter the reason."), "{none}");
    let said = post_and_read(
        &at,
        "/platform/hospitals/refuse",
        &platform,
        &[("application", &id), ("reason", "The name is taken")],
    )
    .await;
    assert!(
        said.contains("The application is refused.") && said.contains("No hospital waits"),
        "{said}"
    );
    let told = mail_to(&at, "joyce@nyeri.example").await;
    assert!(
        told.text.contains("was not accepted") && !told.text.contains("taken"),
        "{}",
        told.text
    );
}
