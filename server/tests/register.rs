//! Registering: a person in the portal of a hospital.

use domain::actor::Role;
use reqwest::StatusCode;
use uuid::Uuid;

use crate::accounts::HADDAD;
use crate::sign_in::{RAO, is_in, page};
use crate::support::mail::{CHOSEN, enters, link_in, mail_to, mails, open_link, post, post_and_read};
use crate::support::{PASSWORD, Wardlight};

/// Wanjiru's health id, as her card has it.
const HEALTH_ID: &str = "91-7754-2081-3393";
const WANJIRU: &str = "wanjiru@example.org";

/// The form of Grace Wanjiru, at Riverbend.
struct Form {
    hospital: String,
    health_id: &'static str,
    given_name: &'static str,
    family_name: &'static str,
    born_on: &'static str,
    email: &'static str,
    phone: &'static str,
    password: &'static str,
}

impl Form {
    fn of_wanjiru(at: &Wardlight) -> Self {
        Self {
            hospital: at.riverbend.id.to_string(),
            health_id: HEALTH_ID,
            given_name: "Grace",
            family_name: "Wanjiru",
            born_on: "1988-02-29",
            email: WANJIRU,
            phone: "+254 700 000 123",
            password: CHOSEN,
        }
    }

    fn fields(&self) -> [(&str, &str); 8] {
        [
            ("hospital", &self.hospital),
            ("health_id", self.health_id),
            ("given_name", self.given_name),
            ("family_name", self.family_name),
            ("born_on", self.born_on),
            ("email", self.email),
            ("phone", self.phone),
            ("password", self.password),
        ]
    }

    async fn send(&self, at: &Wardlight) -> String {
        let answer = post(at, "/register", "", &self.fields()).await;
        assert_eq!(answer.status(), StatusCode::OK);
        answer.text().await.unwrap()
    }
}

/// A chart at a hospital; answers whose.
async fn chart(
    at: &Wardlight,
    hospital: Uuid,
    health_id: &str,
    family_name: &str,
    born_on: &str,
    number: &str,
) -> Uuid {
    let patient = Uuid::now_v7();
    sqlx::query("INSERT INTO patient (id, health_id, family_name, given_name, born_on, sex) VALUES ($1, $2, $3, 'Grace', $4::date, 'female')")
        .bind(patient)
        .bind(health_id)
        .bind(family_name)
        .bind(born_on)
        .execute(at.db.owner())
        .await
        .unwrap();
    sqlx::query("INSERT INTO registration (patient_id, hospital_id, hospital_number) VALUES ($1, $2, $3)")
        .bind(patient)
        .bind(hospital)
        .bind(number)
        .execute(at.db.owner())
        .await
        .unwrap();
    patient
}

/// Sends the form, and proves the address; answers the application.
async fn apply_and_prove(at: &Wardlight, form: &Form) -> String {
    form.send(at).await;
    let cookie = open_link(at, &link_in(&mail_to(at, form.email).await)).await;
    let next = post(at, "/register/verify", &cookie, &[]).await;
    assert_eq!(next.status(), StatusCode::OK);
    let next = next.text().await.unwrap();
    assert!(
        next.contains("What happens next") && next.contains("The reception of Riverbend General"),
        "{next}"
    );
    let id: Uuid =
        sqlx::query_scalar("SELECT id FROM patient_application WHERE email = $1 ORDER BY made_at DESC LIMIT 1")
            .bind(form.email)
            .fetch_one(at.db.owner())
            .await
            .unwrap();
    id.to_string()
}

#[tokio::test]
async fn grace_wanjiru_registers_and_sees_her_own_values_once_reception_has_confirmed_her() {
    let at = Wardlight::open().await;
    let admin = at.sign_in(HADDAD).await.unwrap();
    let hers = chart(
        &at,
        at.riverbend.id.0,
        "91775420813393",
        "Wanjiru",
        "1988-02-29",
        "RG-77",
    )
    .await;
    chart(
        &at,
        at.riverbend.id.0,
        "10000000000041",
        "WANJIRU",
        "1988-02-29",
        "RG-78",
    )
    .await;
    chart(
        &at,
        at.lakeside.id.0,
        "10000000000058",
        "Wanjiru",
        "1988-02-29",
        "LS-79",
    )
    .await;
    let form = Form::of_wanjiru(&at);
    form.send(&at).await;
    let nothing = page(&at, "/registrations", &admin).await.text().await.unwrap();
    assert!(
        nothing.contains("Nobody waits"),
        "before the address is proved nobody sees it: {nothing}"
    );
    assert!(enters(&at, WANJIRU, CHOSEN).await.is_none());

    let link = link_in(&mail_to(&at, WANJIRU).await);
    for _ in 0..3 {
        let cookie = open_link(&at, &link).await;
        assert_eq!(
            page(&at, "/register/verify", &cookie).await.status(),
            StatusCode::OK,
            "looking uses nothing up"
        );
    }
    let cookie = open_link(&at, &link).await;
    assert_eq!(
        post(&at, "/register/verify", &cookie, &[]).await.status(),
        StatusCode::OK
    );
    assert_eq!(
        post(&at, "/register/verify", &cookie, &[]).await.status(),
        StatusCode::GONE,
        "once"
    );

    // She signs in and is told what happens next, and gets no session.
    let waits = post(&at, "/sign-in", "", &[("login", WANJIRU), ("password", CHOSEN)]).await;
    assert_eq!(waits.headers()["location"], "/register/waiting");
    assert!(waits.headers().get("set-cookie").is_none());
    let guessed = post(&at, "/sign-in", "", &[("login", WANJIRU), ("password", PASSWORD)]).await;
    assert_eq!(
        guessed.headers()["location"],
        "/sign-in",
        "who has not shown the password learns nothing"
    );

    let shown = page(&at, "/registrations", &admin).await.text().await.unwrap();
    assert!(
        shown.contains("RG-77") && shown.contains("RG-78") && !shown.contains("LS-79"),
        "{shown}"
    );
    assert!(shown.find("RG-77") < shown.find("RG-78"), "the best fit stands first");
    let application: Uuid = sqlx::query_scalar("SELECT id FROM patient_application")
        .fetch_one(at.db.owner())
        .await
        .unwrap();
    let fields = [("application", application.to_string()), ("patient", hers.to_string())];
    let fields = fields.each_ref().map(|(name, value)| (*name, value.as_str()));
    let said = post_and_read(&at, "/registrations/confirm", &admin, &fields).await;
    assert!(
        said.contains("The account is open.") && said.contains("Nobody waits"),
        "{said}"
    );
    let told = mail_to(&at, WANJIRU).await;
    assert!(told.text.contains("has confirmed your account"), "{}", told.text);

    let grace = enters(&at, WANJIRU, CHOSEN).await.unwrap();
    assert!(grace.starts_with("__Host-wl_portal="));
    assert!(is_in(&at, "/my", &grace).await);
    let by: Vec<(String, Option<Uuid>)> = sqlx::query_as(
        "SELECT action, subject_id FROM audit_entry WHERE action LIKE 'registration.confirm' AND subject = 'patient'",
    )
    .fetch_all(at.db.owner())
    .await
    .unwrap();
    assert_eq!(by, [("registration.confirm".to_owned(), Some(hers))]);
}

#[tokio::test]
async fn nobody_learns_from_the_form_whether_a_health_id_or_an_address_is_known() {
    let at = Wardlight::open().await;
    chart(
        &at,
        at.riverbend.id.0,
        "91775420813393",
        "Wanjiru",
        "1988-02-29",
        "RG-77",
    )
    .await;
    let known_chart = Form::of_wanjiru(&at).send(&at).await;
    let strange_chart = Form {
        health_id: "00-0000-0000-0000",
        email: "somebody@example.org",
        ..Form::of_wanjiru(&at)
    };
    assert_eq!(strange_chart.send(&at).await, known_chart);
    let known_address = Form {
        email: RAO,
        ..Form::of_wanjiru(&at)
    };
    assert_eq!(known_address.send(&at).await, known_chart);
    // Dr Rao learns that somebody tried, and gets no link; her account is as it was.
    let mail = mail_to(&at, RAO).await;
    assert!(
        mail.text.contains("There is an account with it already") && !mail.text.contains("link="),
        "{}",
        mail.text
    );
    assert!(enters(&at, RAO, PASSWORD).await.is_some() && enters(&at, RAO, CHOSEN).await.is_none());
}

#[tokio::test]
async fn the_form_says_what_is_wrong_in_it_and_keeps_what_was_typed_but_the_password() {
    let at = Wardlight::open().await;
    let wrong = Form {
        hospital: Uuid::now_v7().to_string(),
        health_id: "91-7754-2081-3390",
        given_name: "",
        born_on: "2031-01-01",
        email: "wanjiru",
        phone: "0700",
        ..Form::of_wanjiru(&at)
    };
    let said = post_and_read(&at, "/register", "", &wrong.fields()).await;
    for sentence in [
        "Choose your hospital.",
        "These digits do not fit together.",
        "Enter your given name.",
        "This date of birth lies in the future or too far back.",
        "Enter an e-mail address, such as",
        "Enter the phone number with its country code",
    ] {
        assert!(said.contains(sentence), "{sentence}: {said}");
    }
    assert!(
        said.contains("value=\"91-7754-2081-3390\"") && !said.contains(CHOSEN),
        "{said}"
    );
    let short = Form {
        password: "short",
        ..Form::of_wanjiru(&at)
    };
    let said = post_and_read(&at, "/register", "", &short.fields()).await;
    assert!(said.contains("This password is too short"), "{said}");
    assert!(mails(&at).await.is_empty());
}

#[tokio::test]
async fn reception_refuses_with_a_reason_and_the_person_may_ask_again() {
    let at = Wardlight::open().await;
    let admin = at.sign_in(HADDAD).await.unwrap();
    let application = apply_and_prove(&at, &Form::of_wanjiru(&at)).await;
    let none = post_and_read(
        &at,
        "/registrations/refuse",
        &admin,
        &[("application", &application), ("reason", "other")],
    )
    .await;
    assert!(none.contains("Say in a few words what the reason is."), "{none}");
    let said = post_and_read(
        &at,
        "/registrations/refuse",
        &admin,
        &[("application", &application), ("reason", "no_chart")],
    )
    .await;
    assert!(said.contains("The registration is refused."), "{said}");
    let told = mail_to(&at, WANJIRU).await;
    assert!(
        told.text.contains("could not confirm your account") && !told.text.contains("no_chart"),
        "{}",
        told.text
    );
    assert!(enters(&at, WANJIRU, CHOSEN).await.is_none());
    let waits = post(&at, "/sign-in", "", &[("login", WANJIRU), ("password", CHOSEN)]).await;
    assert_eq!(waits.headers()["location"], "/sign-in", "it waits no more");
    // With a chart by now, and another password.
    let hers = chart(
        &at,
        at.riverbend.id.0,
        "91775420813393",
        "Wanjiru",
        "1988-02-29",
        "RG-77",
    )
    .await
    .to_string();
    let again = Form {
        password: "rain on a tin roof",
        ..Form::of_wanjiru(&at)
    };
    let second = apply_and_prove(&at, &again).await;
    post_and_read(
        &at,
        "/registrations/confirm",
        &admin,
        &[("application", &second), ("patient", &hers)],
    )
    .await;
    assert!(enters(&at, WANJIRU, CHOSEN).await.is_none());
    assert!(enters(&at, WANJIRU, "rain on a tin roof").await.is_some());
}

#[tokio::test]
async fn an_account_opens_one_chart_of_this_hospital_and_no_other() {
    let at = Wardlight::open().await;
    let admin = at.sign_in(HADDAD).await.unwrap();
    let application = apply_and_prove(&at, &Form::of_wanjiru(&at)).await;
    let elsewhere = at.lakeside.patients[0].to_string();
    let foreign = post(
        &at,
        "/registrations/confirm",
        &admin,
        &[("application", &application), ("patient", &elsewhere)],
    )
    .await;
    assert_eq!(foreign.status(), StatusCode::NOT_FOUND);
    // Okafor has an account.
    let okafor = at.riverbend.patients[0].to_string();
    let taken = post_and_read(
        &at,
        "/registrations/confirm",
        &admin,
        &[("application", &application), ("patient", &okafor)],
    )
    .await;
    assert!(
        taken.contains("Somebody has an account for this chart already."),
        "{taken}"
    );
    let mwangi = at.riverbend.patients[1].to_string();
    post_and_read(
        &at,
        "/registrations/confirm",
        &admin,
        &[("application", &application), ("patient", &mwangi)],
    )
    .await;
    let twice = post(
        &at,
        "/registrations/confirm",
        &admin,
        &[("application", &application), ("patient", &mwangi)],
    )
    .await;
    assert_eq!(twice.status(), StatusCode::NOT_FOUND, "it is decided");
    // The other hospital's people see and decide nothing of it.
    sqlx::query("UPDATE patient_application SET decided_at = NULL, decided_by = NULL, outcome = NULL")
        .execute(at.db.owner())
        .await
        .unwrap();
    grant(&at, "silva@lakeside.example", at.lakeside.id.0, Role::Receptionist).await;
    let silva = at.sign_in("silva@lakeside.example").await.unwrap();
    let list = page(&at, "/registrations", &silva).await.text().await.unwrap();
    assert!(list.contains("Nobody waits"), "{list}");
    let refused = post(
        &at,
        "/registrations/refuse",
        &silva,
        &[("application", &application), ("reason", "no_chart")],
    )
    .await;
    assert_eq!(refused.status(), StatusCode::NOT_FOUND);
}

pub async fn grant(at: &Wardlight, email: &str, hospital: Uuid, role: Role) {
    sqlx::query("INSERT INTO role_grant (user_id, hospital_id, role) SELECT id, $2, $3 FROM app_user WHERE email = $1")
        .bind(email)
        .bind(hospital)
        .bind(role.name())
        .execute(at.db.owner())
        .await
        .unwrap();
}
