//! Dr Rao moves to another e-mail address and another number; what somebody with her open session, or with another account, can make of that.

use reqwest::StatusCode;

use crate::factor::{after, post};
use crate::sign_in::{ACHIENG, OKAFOR, RAO, is_in, location, page};
use crate::support::mail::{CHOSEN, enters, link_in, mail_to, mails, open_link, post_and_read};
use crate::support::{PASSWORD, Wardlight};

const NEW: &str = "anika.rao@example.org";
const NUMBER: &str = "+254700000001";

async fn text(at: &Wardlight, path: &str, cookie: &str) -> String {
    page(at, path, cookie).await.text().await.unwrap()
}

/// Asks for another address; answers what the page says.
async fn ask(at: &Wardlight, account: &str, cookie: &str, email: &str) -> String {
    post_and_read(at, &format!("{account}/email"), cookie, &[("email", email)]).await
}

async fn number(at: &Wardlight, account: &str, cookie: &str, number: &str) -> String {
    post_and_read(at, &format!("{account}/phone"), cookie, &[("sign_in_phone", number)]).await
}

/// The actions of the audit about an account, oldest first.
async fn done(at: &Wardlight, email: &str) -> Vec<String> {
    sqlx::query_scalar(
        "SELECT action FROM audit_entry WHERE action LIKE 'account.%' AND outcome = 'allowed' AND subject_id = $1 ORDER BY at, id",
    )
    .bind(at.user(email).await.0)
    .fetch_all(at.db.owner())
    .await
    .unwrap()
}

async fn mails_to(at: &Wardlight, address: &str) -> usize {
    mails(at).await.iter().filter(|mail| mail.to == address).count()
}

#[tokio::test(flavor = "multi_thread")]
async fn dr_rao_moves_to_another_address_when_she_opens_the_link() {
    let at = Wardlight::open().await;
    let rao = at.sign_in(RAO).await.unwrap();
    // Somebody may hold a link to a new password that went to the old address.
    post(&at, "/recover", "", &[("login", RAO)]).await;
    let reset = link_in(&mail_to(&at, RAO).await);
    let said = ask(&at, "/account", &rao, " Anika.Rao@Example.org ").await;
    assert!(
        said.contains("A link is on its way to the new address") && said.contains(&format!("<bdi>{NEW}<")),
        "{said}"
    );
    let told = mail_to(&at, RAO).await;
    assert!(
        !told.text.contains("link=") && !told.text.contains(NEW),
        "{}",
        told.text
    );
    assert!(
        text(&at, "/notifications", &rao)
            .await
            .contains("Another e-mail address was asked for")
    );
    let link = link_in(&mail_to(&at, NEW).await);
    assert!(enters(&at, RAO, PASSWORD).await.is_some() && enters(&at, NEW, PASSWORD).await.is_none());

    // Whoever only looks uses nothing up; the button may be pressed in a browser that is not signed in.
    let cookie = open_link(&at, &link).await;
    for _ in 0..2 {
        assert!(
            text(&at, "/verify/email", &cookie)
                .await
                .contains("Confirm your new email")
        );
    }
    assert!(enters(&at, NEW, PASSWORD).await.is_none());
    let confirmed = post(&at, "/verify/email", &cookie, &[]).await;
    assert_eq!(confirmed.status(), StatusCode::OK);
    assert!(enters(&at, NEW, PASSWORD).await.is_some() && enters(&at, RAO, PASSWORD).await.is_none());
    assert!(is_in(&at, "/account", &rao).await, "her own session goes on");
    let shown = text(&at, "/account", &rao).await;
    assert!(
        shown.contains(NEW) && !shown.contains(RAO) && !shown.contains("Waits for its link"),
        "{shown}"
    );
    let told = mail_to(&at, RAO).await;
    assert!(
        told.subject.contains("another address") && !told.text.contains(NEW),
        "{}",
        told.text
    );

    // Once: and what went to the old mailbox opens nothing.
    assert_eq!(
        post(&at, "/verify/email", &cookie, &[]).await.status(),
        StatusCode::GONE
    );
    let cookie = open_link(&at, &reset).await;
    assert_eq!(page(&at, "/recover/new", &cookie).await.status(), StatusCode::GONE);
    assert_eq!(done(&at, NEW).await, ["account.ask_email", "account.change_email"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn it_takes_a_fresh_proof_and_the_link_of_the_last_half_hour() {
    let at = Wardlight::open().await;
    let rao = at.sign_in(RAO).await.unwrap();
    ask(&at, "/account", &rao, "first@example.org").await;
    let first = link_in(&mail_to(&at, "first@example.org").await);
    ask(&at, "/account", &rao, NEW).await;
    let second = link_in(&mail_to(&at, NEW).await);
    let cookie = open_link(&at, &first).await;
    assert_eq!(
        post(&at, "/verify/email", &cookie, &[]).await.status(),
        StatusCode::GONE,
        "the second took its place"
    );
    at.later(301);
    for (door, field) in [("/account/email", "email"), ("/account/phone", "sign_in_phone")] {
        let asked = post(&at, door, &rao, &[(field, "somebody@example.org")]).await;
        assert_eq!(
            location(&asked),
            "/account/prove?next=/account",
            "{door}: back to the form"
        );
    }
    assert_eq!(mails_to(&at, "somebody@example.org").await, 0);
    at.later(1_500);
    let cookie = open_link(&at, &second).await;
    assert_eq!(page(&at, "/verify/email", &cookie).await.status(), StatusCode::GONE);
    assert_eq!(
        post(&at, "/verify/email", &cookie, &[]).await.status(),
        StatusCode::GONE
    );
    // A link for something else opens nothing here either.
    post(&at, "/recover", "", &[("login", RAO)]).await;
    let reset = link_in(&mail_to(&at, RAO).await);
    let cookie = open_link(&at, &format!("/verify/email?{}", reset.split_once('?').unwrap().1)).await;
    assert_eq!(
        post(&at, "/verify/email", &cookie, &[]).await.status(),
        StatusCode::GONE
    );
    assert!(enters(&at, RAO, PASSWORD).await.is_some());
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_learns_whose_an_address_is_but_its_owner() {
    let at = Wardlight::open().await;
    let rao = at.sign_in(RAO).await.unwrap();
    let free = ask(&at, "/account", &rao, NEW).await.replace(NEW, "…");
    let taken = ask(&at, "/account", &rao, OKAFOR).await.replace(OKAFOR, "…");
    let bare = |page: &str| {
        page.split("<main")
            .nth(1)
            .unwrap()
            .split("</main>")
            .next()
            .unwrap()
            .to_owned()
    };
    assert_eq!(bare(&taken), bare(&free));
    let told = mail_to(&at, OKAFOR).await;
    assert!(
        told.text.contains("It belongs to yours already") && !told.text.contains("link="),
        "{}",
        told.text
    );
    assert!(text(&at, "/account", &rao).await.contains(&format!("<bdi>{OKAFOR}<")));
    let said = post_and_read(&at, "/account/email/keep", &rao, &[]).await;
    assert!(
        said.contains("Your email stays as it is.") && !said.contains("Waits for its link"),
        "{said}"
    );

    // A portal account takes an address between asking and the link: then the link changes nothing.
    ask(&at, "/account", &rao, NEW).await;
    let link = link_in(&mail_to(&at, NEW).await);
    at.make_account("Anika Rao", NEW).await;
    let cookie = open_link(&at, &link).await;
    let refused = post(&at, "/verify/email", &cookie, &[]).await;
    assert_eq!(refused.status(), StatusCode::GONE);
    assert!(
        refused
            .text()
            .await
            .unwrap()
            .contains("Another account has this address by now.")
    );
    assert!(enters(&at, RAO, PASSWORD).await.is_some());
    // What is wrong is said at its field.
    for (wrong, sentence) in [
        ("", "Enter an e-mail address"),
        ("rao", "Enter an e-mail address"),
        ("RAO@riverbend.example", "This is your address already."),
    ] {
        let said = ask(&at, "/account", &rao, wrong).await;
        assert!(
            said.contains("href=\"#email\"") && said.contains(sentence),
            "{wrong}: {said}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_password_ends_what_a_thief_asked_for() {
    let at = Wardlight::open().await;
    let thief = at.sign_in(RAO).await.unwrap();
    ask(&at, "/account", &thief, "thief@example.org").await;
    let link = link_in(&mail_to(&at, "thief@example.org").await);
    post(&at, "/recover", "", &[("login", RAO)]).await;
    let cookie = open_link(&at, &link_in(&mail_to(&at, RAO).await)).await;
    assert_eq!(
        post(&at, "/recover/new", &cookie, &[("password", CHOSEN)])
            .await
            .status(),
        StatusCode::OK
    );
    let cookie = open_link(&at, &link).await;
    assert_eq!(
        post(&at, "/verify/email", &cookie, &[]).await.status(),
        StatusCode::GONE
    );
    assert!(enters(&at, RAO, CHOSEN).await.is_some());
    assert!(enters(&at, "thief@example.org", CHOSEN).await.is_none());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_number_signs_in_at_once_and_never_two_people() {
    let at = Wardlight::open().await;
    let (rao, okafor) = (at.sign_in(RAO).await.unwrap(), at.sign_in(OKAFOR).await.unwrap());
    assert!(enters(&at, NUMBER, PASSWORD).await.is_none());
    let said = number(&at, "/account", &rao, "00254 700 000 001").await;
    assert!(
        said.contains("Your phone number is saved.") && said.contains(NUMBER),
        "{said}"
    );
    let told = mail_to(&at, RAO).await;
    assert!(
        told.subject.contains("your account") && !told.text.contains(NUMBER),
        "{}",
        told.text
    );
    let in_by_number = enters(&at, "+254 700 000 001", PASSWORD).await.unwrap();
    assert!(text(&at, "/account", &in_by_number).await.contains("Dr Anika Rao"));

    // Okafor gives the same number: she reads what everybody reads, and it goes on signing Dr Rao in.
    let free = number(&at, "/my/account", &okafor, "+254 700 000 002").await;
    let taken = number(&at, "/my/account", &okafor, NUMBER).await;
    let bare = |page: &str, own: &str| {
        let main = page.split("<main").nth(1).unwrap().replace(own, "…");
        main.split("</main>").next().unwrap().to_owned()
    };
    assert_eq!(bare(&taken, NUMBER), bare(&free, "+254700000002"));
    assert!(taken.contains(NUMBER));
    let still = enters(&at, NUMBER, PASSWORD).await.unwrap();
    assert!(text(&at, "/account", &still).await.contains("Dr Anika Rao"));
    let page = text(&at, "/notifications", &still).await;
    assert!(
        page.contains("Somebody gave your phone number as that of another account."),
        "{page}"
    );
    assert!(
        enters(&at, "+254700000002", PASSWORD).await.is_none(),
        "the one before is gone"
    );

    // Taken away, it signs nobody in; and what is no number is said at its field.
    let said = number(&at, "/account", &rao, "").await;
    assert!(said.contains("Your phone number is saved."), "{said}");
    assert!(enters(&at, NUMBER, PASSWORD).await.is_none());
    let wrong = post(&at, "/account/phone", &rao, &[("sign_in_phone", "0700")]).await;
    let said = after(&at, &wrong, &rao).await;
    assert!(
        said.contains("href=\"#sign_in_phone\"")
            && said.contains("with its country code")
            && said.contains("value=\"0700\""),
        "{said}"
    );
    assert_eq!(done(&at, RAO).await, ["account.change_phone"; 2]);
    // Five an hour: nobody tries numbers to see which are known.
    let busy = post(&at, "/account/phone", &rao, &[("sign_in_phone", "+254700000003")]).await;
    assert_eq!(busy.status(), StatusCode::SEE_OTHER);
    for _ in 0..2 {
        post(&at, "/account/phone", &rao, &[("sign_in_phone", "+254700000003")]).await;
    }
    let busy = post(&at, "/account/phone", &rao, &[("sign_in_phone", "+254700000004")]).await;
    assert_eq!(busy.status(), StatusCode::TOO_MANY_REQUESTS);
    let nurse = at.sign_in(ACHIENG).await.unwrap();
    assert!(
        number(&at, "/account", &nurse, "")
            .await
            .contains("Your phone number is saved.")
    );
}
