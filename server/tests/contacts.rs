//! E-mail addresses and phone numbers are sealed wherever they are kept, are found all the same, and are sealed at the start of a server where a database from before
//! has them in clear.

use hospital::identity::contact::Reached;
use hospital::keys::carry_over;
use reqwest::StatusCode;

use crate::register::grant;
use crate::sign_in::{OKAFOR, RAO, page};
use crate::support::mail::{CHOSEN, link_in, mail_to, open_link, post, post_and_read};
use crate::support::{Wardlight, blind};

const HADDAD: &str = "haddad@riverbend.example";
const NUMBER: &str = "+254700000001";

/// Everything that the tables with addresses hold, as text; bytes as hex.
async fn tables(at: &Wardlight) -> String {
    let rows: Vec<String> = sqlx::query_scalar(
        "SELECT t::text FROM app_user t
         UNION ALL SELECT t::text FROM staff_invitation t
         UNION ALL SELECT t::text FROM proxy_invitation t
         UNION ALL SELECT t::text FROM patient_application t
         UNION ALL SELECT t::text FROM hospital_application t
         UNION ALL SELECT t::text FROM email_change t
         UNION ALL SELECT t::text FROM one_time_link t
         UNION ALL SELECT t::text FROM job t
         UNION ALL SELECT t::text FROM audit_entry t",
    )
    .fetch_all(at.db.owner())
    .await
    .unwrap();
    rows.join("\n")
}

fn holds(tables: &str, text: &str) -> bool {
    let hex: String = text.bytes().map(|byte| format!("{byte:02x}")).collect();
    tables.contains(text) || tables.contains(&hex)
}

async fn do_sql(at: &Wardlight, sql: &'static str) {
    sqlx::raw_sql(sql).execute(at.db.owner()).await.unwrap();
}

async fn signs_in(at: &Wardlight, login: &str) -> bool {
    at.sign_in(login).await.is_some()
}

/// Grace Wanjiru asks for an account in the portal.
async fn register(at: &Wardlight) {
    let riverbend = at.riverbend.id.to_string();
    let form = [
        ("hospital", riverbend.as_str()),
        ("health_id", "91775420813393"),
        ("given_name", "Grace"),
        ("family_name", "Wanjiru"),
        ("born_on", "1988-02-29"),
        ("email", "grace@example.org"),
        ("phone", "+254 700 000 123"),
        ("password", CHOSEN),
    ];
    assert_eq!(post(at, "/register", "", &form).await.status(), StatusCode::OK);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_thief_of_the_database_reads_no_address_and_no_number() {
    let at = Wardlight::open().await;
    let (admin, okafor) = (at.sign_in(HADDAD).await.unwrap(), at.sign_in(OKAFOR).await.unwrap());
    let invite = [("name", "Lea Kim"), ("email", "lea@example.org"), ("role", "nurse")];
    let said = post_and_read(&at, "/hospital/staff", &admin, &invite).await;
    assert!(said.contains("lea@example.org"), "who may see it does: {said}");
    at.name_carer(&okafor, "son@example.org", &["values"]).await;
    let carers = page(&at, "/my/proxies", &okafor).await.text().await.unwrap();
    assert!(carers.contains("son@example.org"), "{carers}");
    register(&at).await;
    let hospital = [
        ("name", "Nyeri Hill"),
        ("address", "1 Hill Road, Nyeri"),
        ("phone", "+254 700 000 777"),
        ("registration_number", "KE-4711"),
        ("zone", "Africa/Nairobi"),
        ("admin_name", "Joyce Kariuki"),
        ("admin_email", "joyce@nyeri.example"),
    ];
    assert_eq!(
        post(&at, "/register/hospital", "", &hospital).await.status(),
        StatusCode::OK
    );
    post(&at, "/account/phone", &admin, &[("sign_in_phone", NUMBER)]).await;
    post(&at, "/account/email", &admin, &[("email", "new@example.org")]).await;
    // Each of them got a mail, so each of them was found and opened.
    for reader in [
        "lea@example.org",
        "grace@example.org",
        "joyce@nyeri.example",
        "new@example.org",
    ] {
        link_in(&mail_to(&at, reader).await);
    }
    let tables = tables(&at).await;
    assert!(tables.len() > 5_000);
    let secrets = [
        "riverbend.example",
        "lakeside.example",
        "example.org",
        "nyeri.example",
        NUMBER,
        "+254700000123",
        "91775420813393",
        "Grace",
    ];
    for text in secrets {
        assert!(!holds(&tables, text), "{text} stands in clear");
    }
    assert!(holds(&tables, "Dr Anika Rao"), "the test would see what is there");
    // Moved to another account, an address does not open.
    let sealed: Vec<u8> = sqlx::query_scalar("SELECT email_sealed FROM app_user WHERE email_blind = $1")
        .bind(blind(RAO))
        .fetch_one(at.db.owner())
        .await
        .unwrap();
    let keys = &at.house.keys;
    let opened = |user| Reached::open(keys, user, Some(&sealed), None);
    assert_eq!(opened(at.user(RAO).await).unwrap().email.as_deref(), Some(RAO));
    assert!(opened(at.user(OKAFOR).await).is_err());
    // And nothing is written in clear again, whoever writes it.
    let clear =
        sqlx::query("UPDATE app_user SET email = 'rao@riverbend.example' WHERE email_blind = $1").bind(blind(RAO));
    let refused = clear.execute(at.db.owner()).await.unwrap_err();
    assert_eq!(
        refused.as_database_error().and_then(|error| error.constraint()),
        Some("app_user_contact_sealed")
    );
}

/// A database from before: everything stands in clear, as the migrations of that time allowed.
async fn turn_back(at: &Wardlight) {
    do_sql(
        at,
        "ALTER TABLE app_user DROP CONSTRAINT app_user_contact_sealed;
         ALTER TABLE staff_invitation DROP CONSTRAINT staff_invitation_contact_sealed;
         ALTER TABLE proxy_invitation DROP CONSTRAINT proxy_invitation_contact_sealed;
         ALTER TABLE patient_application DROP CONSTRAINT patient_application_contact_sealed;
         ALTER TABLE hospital_application DROP CONSTRAINT hospital_application_contact_sealed;
         UPDATE app_user SET email = 'rao@riverbend.example', email_sealed = NULL, email_blind = NULL WHERE display_name = 'Dr Anika Rao';
         UPDATE app_user SET email = 'okafor@riverbend.example', email_sealed = NULL, email_blind = NULL, phone = '+254700000001'
          WHERE display_name = 'Amara Okafor';
         UPDATE staff_invitation SET email = 'lea@example.org', email_sealed = NULL, email_blind = NULL;
         UPDATE proxy_invitation SET email = 'son@example.org', email_sealed = NULL, email_blind = NULL;
         UPDATE patient_application SET health_id = '91775420813393', given_name = 'Grace', family_name = 'Wanjiru', born_on = '1988-02-29',
                email = 'grace@example.org', phone = '+254700000123', applicant_sealed = NULL, email_blind = NULL;
         INSERT INTO hospital_application (id, name, address, phone, registration_number, zone, admin_name, admin_email, made_at, verified_at)
         SELECT gen_random_uuid(), 'House ' || n, '1 High Street', '+254700000777', '1', 'Africa/Nairobi', 'C', 'c' || n || '@example.org', now(), now()
           FROM generate_series(1, 201) n;",
    )
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_stood_in_clear_is_sealed_at_the_start_and_everybody_goes_on() {
    let at = Wardlight::open().await;
    let (admin, okafor) = (at.sign_in(HADDAD).await.unwrap(), at.sign_in(OKAFOR).await.unwrap());
    let invite = [("name", "Lea Kim"), ("email", "lea@example.org"), ("role", "nurse")];
    post(&at, "/hospital/staff", &admin, &invite).await;
    at.name_carer(&okafor, "son@example.org", &["values"]).await;
    register(&at).await;
    let (invitation, grace) = (
        mail_to(&at, "lea@example.org").await,
        mail_to(&at, "grace@example.org").await,
    );
    let rao = at.user(RAO).await;
    turn_back(&at).await;
    let before = tables(&at).await;
    for text in [
        RAO,
        OKAFOR,
        NUMBER,
        "lea@example.org",
        "son@example.org",
        "grace@example.org",
        "c1@example.org",
    ] {
        assert!(holds(&before, text), "{text}");
    }

    assert_eq!(
        carry_over(&at.house).await.unwrap(),
        2 + 1 + 1 + 1 + 201,
        "more than one batch holds"
    );
    assert_eq!(carry_over(&at.house).await.unwrap(), 0, "once is enough");
    let after = tables(&at).await;
    for text in [
        "riverbend.example",
        "example.org",
        NUMBER,
        "+254700000123",
        "91775420813393",
    ] {
        assert!(!holds(&after, text), "{text} is left in clear");
    }
    assert_eq!(at.user(RAO).await, rao);
    assert!(signs_in(&at, RAO).await && signs_in(&at, OKAFOR).await && signs_in(&at, "00254 700 000 001").await);

    // The invitation still leads in, the carer is still named, and reception and platform read who asked.
    let cookie = open_link(&at, &link_in(&invitation)).await;
    let shown = page(&at, "/invitation", &cookie).await.text().await.unwrap();
    assert!(shown.contains("lea@example.org"), "{shown}");
    at.make_account("Chidi Okafor", "son@example.org").await;
    assert!(signs_in(&at, "son@example.org").await, "whom she named takes it up");
    let cookie = open_link(&at, &link_in(&grace)).await;
    assert_eq!(
        post(&at, "/register/verify", &cookie, &[("password", CHOSEN)])
            .await
            .status(),
        StatusCode::OK
    );
    let waiting = page(&at, "/registrations", &admin).await.text().await.unwrap();
    for text in [
        "Grace Wanjiru",
        "91775420813393",
        "29 Feb 1988",
        "grace@example.org",
        "+254700000123",
    ] {
        assert!(waiting.contains(text), "{text}: {waiting}");
    }
    grant(&at, HADDAD, at.riverbend.id.0, domain::actor::Role::SuperAdmin).await;
    let platform = at.sign_in(HADDAD).await.unwrap();
    let asked = page(&at, "/platform/hospitals", &platform).await.text().await.unwrap();
    assert!(asked.contains("@example.org"), "{asked}");
    let entries: i64 = sqlx::query_scalar("SELECT count(*) FROM audit_entry WHERE action = 'keys.carry_over'")
        .fetch_one(at.db.owner())
        .await
        .unwrap();
    assert_eq!(entries, 2, "one for each batch");
}

#[tokio::test]
async fn two_accounts_never_share_an_address_nor_a_number() {
    let at = Wardlight::open().await;
    for (sql, rule) in [
        ("UPDATE app_user SET email_blind = sha256('1')", "app_user_email_once"),
        (
            "UPDATE app_user SET phone_sealed = '', phone_blind = sha256('1')",
            "app_user_phone_once",
        ),
        ("UPDATE app_user SET email_sealed = NULL", "app_user_email_whole"),
        (
            "UPDATE app_user SET email_sealed = NULL, email_blind = NULL",
            "app_user_reachable",
        ),
    ] {
        let refused = sqlx::query(sql).execute(at.db.owner()).await.unwrap_err();
        assert_eq!(
            refused.as_database_error().and_then(|error| error.constraint()),
            Some(rule)
        );
    }
}
