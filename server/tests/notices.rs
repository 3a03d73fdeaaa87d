//! What people are told: who sees it, what leads to it, how they chose, and how long it stays.

mod kept;
mod told;

use domain::actor::Role;
use domain::ids::UserId;
use hospital::identity::Realm;
use reqwest::{Response, StatusCode};
use uuid::Uuid;

use crate::accounts::HADDAD;
use crate::sign_in::{RAO, location, page};
use crate::support::mail::{mail_to, mails, post, post_and_read};
use crate::support::{Wardlight, blind};

const ACHIENG: &str = "achieng@riverbend.example";
const OKAFOR: &str = "okafor@riverbend.example";
const WANJIRU: &str = "wanjiru@riverbend.example";
const ASSIGNED: &str = "assigned a patient to you.";

/// The list under `/notifications`, or `/my/notifications`, as its reader sees it: without the bell, which stands after it.
async fn list(at: &Wardlight, path: &str, cookie: &str) -> String {
    let shown = page(at, path, cookie).await;
    assert_eq!(shown.status(), StatusCode::OK);
    let whole = shown.text().await.unwrap();
    whole
        .split("<main")
        .nth(1)
        .unwrap()
        .split("</main>")
        .next()
        .unwrap()
        .to_owned()
}

/// The number in the bell of a page.
async fn bell(at: &Wardlight, path: &str, cookie: &str) -> u32 {
    let whole = page(at, path, cookie).await.text().await.unwrap();
    let after = whole.split("id=\"bell\"").nth(1).expect("a bell");
    let after = after.split("data-count=\"").nth(1).expect("a count");
    after.split('"').next().unwrap().parse().unwrap()
}

/// What the script of the bell is answered.
async fn asked(at: &Wardlight, door: &str, cookie: &str) -> Response {
    at.client
        .get(at.url(door))
        .header("cookie", cookie)
        .send()
        .await
        .unwrap()
}

/// Haddad assigns Mwangi to somebody, or ends it.
async fn care(at: &Wardlight, admin: &str, act: &str, whom: UserId) -> Response {
    let path = format!("/patients/{}/care", at.riverbend.patients[1]);
    post(at, &path, admin, &[("act", act), ("person", &whom.to_string())]).await
}

/// The notices that somebody has, unread ones or all, by name of their kind.
async fn kinds(at: &Wardlight, email: &str) -> Vec<String> {
    sqlx::query_scalar(
        "SELECT n.kind FROM notice n JOIN app_user u ON u.id = n.user_id WHERE u.email_blind = $1 ORDER BY n.at, n.id",
    )
    .bind(blind(email))
    .fetch_all(at.db.owner())
    .await
    .unwrap()
}

async fn only_id(at: &Wardlight) -> String {
    let id: Uuid = sqlx::query_scalar("SELECT id FROM notice")
        .fetch_one(at.db.owner())
        .await
        .unwrap();
    id.to_string()
}

#[tokio::test(flavor = "multi_thread")]
async fn dr_rao_is_told_of_a_patient_and_a_colleague_neither_reads_nor_marks_it() {
    let at = Wardlight::open().await;
    let (admin, rao) = (at.sign_in(HADDAD).await.unwrap(), at.sign_in(RAO).await.unwrap());
    let achieng = at.sign_in(ACHIENG).await.unwrap();
    assert_eq!(bell(&at, "/account", &rao).await, 0);
    let empty = list(&at, "/notifications", &rao).await;
    assert!(empty.contains("Nothing was told to you"), "{empty}");

    assert_eq!(care(&at, &admin, "assign", at.user(RAO).await).await.status(), 303);
    let told = list(&at, "/notifications", &rao).await;
    for words in [
        ASSIGNED,
        "S. Haddad",
        "Not read yet",
        "Open: The patient’s chart",
        ">New<",
    ] {
        assert!(told.contains(words), "{words} in {told}");
    }
    assert!(
        !told.to_lowercase().contains("mwangi"),
        "no patient is named in a list: {told}"
    );
    assert_eq!(
        (bell(&at, "/account", &rao).await, bell(&at, "/ward", &rao).await),
        (1, 1)
    );

    // The script: nothing while nothing changed.
    let door = "/notifications/count";
    assert_eq!(
        asked(&at, &format!("{door}?known=1"), &rao).await.status(),
        StatusCode::NO_CONTENT
    );
    let changed = asked(&at, &format!("{door}?known=0"), &rao).await;
    assert_eq!(changed.headers()["cache-control"], "no-store");
    let changed = changed.text().await.unwrap();
    assert!(
        changed.contains("data-count=\"1\"") && changed.contains("Notifications, 1 unread"),
        "{changed}"
    );

    // A colleague: own rows only, and no word of whether there is one.
    assert_eq!(bell(&at, "/account", &achieng).await, 0);
    assert!(!list(&at, "/notifications", &achieng).await.contains(ASSIGNED));
    let id = only_id(&at).await;
    let marked = post(&at, "/notifications/read", &achieng, &[("notice", &id)]).await;
    assert_eq!(marked.status(), StatusCode::NOT_FOUND);
    post(&at, "/notifications/read", &achieng, &[("all", "true")]).await;
    assert_eq!(bell(&at, "/account", &rao).await, 1, "hers is as it was");

    // Opened: it leads to the chart, and is read.
    let opened = post(&at, "/notifications/read", &rao, &[("notice", &id), ("open", "true")]).await;
    assert_eq!(location(&opened), format!("/patients/{}", at.riverbend.patients[1]));
    assert_eq!(bell(&at, "/account", &rao).await, 0);
    let read = list(&at, "/notifications", &rao).await;
    assert!(
        read.contains(ASSIGNED) && !read.contains("Not read yet") && !read.contains(">New<"),
        "{read}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn who_does_something_themselves_is_not_told_of_it() {
    let at = Wardlight::open().await;
    let rao = at.sign_in(RAO).await.unwrap();
    let path = format!("/patients/{}/care", at.riverbend.patients[1]);
    assert_eq!(post(&at, &path, &rao, &[("act", "take-over")]).await.status(), 303);
    assert_eq!(kinds(&at, RAO).await, Vec::<String>::new());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_that_rolls_back_tells_nobody_and_sends_no_mail() {
    let at = Wardlight::open().await;
    let (admin, rao) = (at.sign_in(HADDAD).await.unwrap(), at.sign_in(RAO).await.unwrap());
    post(&at, "/notifications/choices", &rao, &[("care", "mail")]).await;
    sqlx::raw_sql(
        "CREATE FUNCTION never() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'not now'; END $$;
         CREATE CONSTRAINT TRIGGER care_relation_never AFTER INSERT ON care_relation DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION never()",
    )
    .execute(at.db.owner())
    .await
    .unwrap();
    let failed = care(&at, &admin, "assign", at.user(RAO).await).await;
    assert_eq!(failed.status(), StatusCode::INTERNAL_SERVER_ERROR);
    assert_eq!(kinds(&at, RAO).await, Vec::<String>::new());
    assert!(mails(&at).await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_chosen_holds_and_what_is_about_safety_comes_always() {
    let at = Wardlight::open().await;
    let (admin, rao) = (at.sign_in(HADDAD).await.unwrap(), at.sign_in(RAO).await.unwrap());
    let her = at.user(RAO).await;
    let choose =
        async |topic: &str, choice: &str| post_and_read(&at, "/notifications/choices", &rao, &[(topic, choice)]).await;
    let saved = choose("care", "off").await;
    assert!(saved.contains("How you want to hear is saved."), "{saved}");
    care(&at, &admin, "assign", her).await;
    assert_eq!(kinds(&at, RAO).await, Vec::<String>::new(), "not at all");

    choose("care", "mail").await;
    care(&at, &admin, "end", her).await;
    assert_eq!(kinds(&at, RAO).await, ["care.ended"]);
    let mail = mail_to(&at, RAO).await;
    assert_eq!(mail.subject, "There is a message for you in Wardlight");
    assert!(
        !mail.text.contains("Haddad") && !mail.text.contains("patient"),
        "{}",
        mail.text
    );

    choose("care", "here").await;
    care(&at, &admin, "assign", her).await;
    assert_eq!(kinds(&at, RAO).await, ["care.ended", "care.given"]);
    assert_eq!(mails(&at).await.len(), 1, "here alone");

    // The form offers no such thing, and who sends it anyway is told why not.
    for topic in ["security", "emergencies", "sign_ins"] {
        let refused = choose(topic, "off").await;
        assert!(refused.contains("This cannot be switched off"), "{topic}: {refused}");
    }
    let said = choose("security", "here").await;
    assert!(
        said.contains("This cannot be switched off"),
        "not without its mail either: {said}"
    );
    post(
        &at,
        "/hospital/staff/rename",
        &admin,
        &[("user", &her.to_string()), ("name", "Dr Anika Rao-Menon")],
    )
    .await;
    assert_eq!(kinds(&at, RAO).await.last().unwrap(), "account.renamed");
    assert_eq!(mails(&at).await.len(), 2, "told by mail too");
    // Nor does the database let anybody write it.
    let written = sqlx::query("INSERT INTO notice_choice (user_id, topic, choice) VALUES ($1, 'security', 'off')")
        .bind(her.0)
        .execute(at.db.owner())
        .await
        .unwrap_err();
    assert_eq!(
        written.as_database_error().unwrap().constraint(),
        Some("notice_choice_never_silent")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_of_the_work_in_one_hospital_stands_in_no_other_and_not_in_the_portal() {
    let at = Wardlight::open().await;
    let admin = at.sign_in(HADDAD).await.unwrap();
    let her = at.user(RAO).await;
    sqlx::query("INSERT INTO role_grant (user_id, hospital_id, role, during) VALUES ($1, $2, 'doctor', tstzrange(now() - interval '1 hour', NULL))")
        .bind(her.0)
        .bind(at.lakeside.id.0)
        .execute(at.db.owner())
        .await
        .unwrap();
    let there = at.session(Realm::Staff, her, at.lakeside.id, None).await;
    care(&at, &admin, "assign", her).await;
    assert_eq!(bell(&at, "/account", &there).await, 0);
    assert!(!list(&at, "/notifications", &there).await.contains(ASSIGNED));
    let id = only_id(&at).await;
    assert_eq!(
        post(&at, "/notifications/read", &there, &[("notice", &id)])
            .await
            .status(),
        StatusCode::NOT_FOUND
    );
    // What is about the account itself stands everywhere.
    sqlx::query("INSERT INTO notice (id, user_id, at, kind, side) VALUES (gen_random_uuid(), $1, now(), 'factor.added', 'account')")
        .bind(her.0)
        .execute(at.db.owner())
        .await
        .unwrap();
    assert_eq!(bell(&at, "/account", &there).await, 1);
    let here = at.sign_in(RAO).await.unwrap();
    assert_eq!(bell(&at, "/account", &here).await, 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_open_page_that_asks_is_nobody_and_its_session_ends() {
    let at = Wardlight::open().await;
    let rao = at.sign_in(RAO).await.unwrap();
    for _ in 0..8 {
        at.later(110);
        assert_eq!(asked(&at, "/notifications/count?known=0", &rao).await.status(), 204);
    }
    at.later(60);
    let over = asked(&at, "/notifications/count?known=0", &rao).await;
    assert_eq!(over.status(), StatusCode::SEE_OTHER, "fifteen minutes without a person");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_goes_on_where_it_ended_and_unread_ones_come_first() {
    let at = Wardlight::open().await;
    let rao = at.sign_in(RAO).await.unwrap();
    sqlx::query(
        "INSERT INTO notice (id, user_id, at, kind, side, read_at)
         SELECT gen_random_uuid(), $1, now() - n * interval '1 hour', 'factor.added', 'account', CASE WHEN n % 2 = 0 THEN now() END FROM generate_series(1, 70) AS n",
    )
    .bind(at.user(RAO).await.0)
    .execute(at.db.owner())
    .await
    .unwrap();
    assert_eq!(bell(&at, "/account", &rao).await, 35);
    let (mut path, mut seen) = ("/notifications".to_owned(), Vec::new());
    loop {
        let shown = list(&at, &path, &rao).await;
        let items = shown.matches("notices__item\"").count();
        let new = shown.matches("notices__item notices__item--new\"").count();
        seen.push((new, items));
        match shown
            .split("rel=\"next\"")
            .next()
            .filter(|_| shown.contains("rel=\"next\""))
        {
            Some(before) => {
                path = before
                    .rsplit("href=\"")
                    .next()
                    .unwrap()
                    .split('"')
                    .next()
                    .unwrap()
                    .to_owned()
            }
            None => break,
        }
    }
    assert_eq!(seen, [(30, 0), (5, 25), (0, 10)]);
    let nonsense = page(&at, "/notifications?after=17", &rao).await;
    assert_eq!(nonsense.status(), StatusCode::OK, "what is no place is the beginning");
    let said = post_and_read(&at, "/notifications/read", &rao, &[("all", "true")]).await;
    assert!(said.contains("Everything is marked as read."), "{said}");
    assert_eq!(bell(&at, "/account", &rao).await, 0);
}

/// A role that is told nothing of a topic is not asked about it.
#[tokio::test(flavor = "multi_thread")]
async fn everybody_chooses_among_what_is_ever_told_to_them() {
    let at = Wardlight::open().await;
    let (_, nurse) = at.colleague(at.riverbend.id, Role::Nurse).await;
    let okafor = at.sign_in(OKAFOR).await.unwrap();
    let (hers, own) = (
        list(&at, "/notifications", &nurse).await,
        list(&at, "/my/notifications", &okafor).await,
    );
    for (shown, there, missing) in [
        (&hers, "Your duties on wards", "Who may see a record"),
        (&own, "Who may see a record", "Your duties on wards"),
    ] {
        assert!(shown.contains(there) && !shown.contains(missing), "{shown}");
        assert!(
            shown.contains("Always here and by mail: this is about your safety."),
            "{shown}"
        );
        assert!(!shown.contains("name=\"security\""), "{shown}");
    }
}
