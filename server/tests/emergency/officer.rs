//! The privacy officer of a hospital: named by an admin, told of each opening, and a reviewer whatever their role.

use super::*;

#[tokio::test(flavor = "multi_thread")]
async fn a_named_privacy_officer_is_told_and_reviews() {
    let at = Wardlight::open().await;
    let (silva, haddad) = (at.sign_in(SILVA).await.unwrap(), at.sign_in(HADDAD).await.unwrap());
    let (officer, wanjiru) = (
        at.user("wanjiru@riverbend.example").await,
        at.sign_in("wanjiru@riverbend.example").await.unwrap(),
    );
    let status = async |cookie: &str| crate::sign_in::page(&at, QUEUE, cookie).await.status().as_u16();
    assert_eq!(status(&wanjiru).await, 403, "a receptionist reviews nothing");
    let finds = async |cookie: &str, page: &str| {
        let page = read(&at, page, cookie).await;
        page.contains("href=\"/hospital/emergencies\"") && page.contains(">Emergencies<")
    };
    assert!(!finds(&wanjiru, "/account").await);
    let name = async |whom: &str| see(&at, "/hospital/emergencies/officer", &haddad, &[("officer", whom)]).await;
    let elsewhere = at.user(SILVA).await.to_string();
    assert!(
        name(&elsewhere)
            .await
            .contains("Choose somebody who works in this hospital.")
    );
    let said = name(&officer.to_string()).await;
    assert!(
        said.contains("G. Wanjiru is the privacy officer from now on."),
        "{said}"
    );
    tokio::time::sleep(Duration::from_millis(1_100)).await;
    assert_eq!(status(&wanjiru).await, 200);
    assert!(
        finds(&wanjiru, "/account").await,
        "the queue is a place of the navigation"
    );
    assert!(
        !finds(&haddad, "/account").await,
        "an admin has it on the hospital's page"
    );
    let said = see(
        &at,
        "/hospital/access",
        &haddad,
        &[
            ("person", &officer.to_string()),
            ("action", "break_glass.review"),
            ("about", "hospital"),
            ("named", ""),
        ],
    )
    .await;
    assert!(said.contains("G. Wanjiru may review emergency openings"), "{said}");

    assert_eq!(open(&at, &silva, &WHOLE).await.0, 303);
    at.all_told(1).await;
    assert_eq!(
        at.told_to_review().await,
        ["wanjiru@riverbend.example"],
        "and not every admin"
    );
    assert!(see(&at, QUEUE, &wanjiru, &[]).await.contains("1 waits for a review."));

    // Whoever works there no longer is no officer; the admins are told again.
    sqlx::query("UPDATE app_user SET is_active = false WHERE id = $1")
        .bind(officer.0)
        .execute(at.db.owner())
        .await
        .unwrap();
    assert_eq!(open(&at, &silva, &MWANGI).await.0, 303);
    at.all_told(2).await;
    assert_eq!(at.told_to_review().await, [HADDAD, "wanjiru@riverbend.example"]);
    let said = name("").await;
    assert!(said.contains("Nobody is named"), "{said}");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_officer_who_opens_a_record_is_not_the_one_who_is_told() {
    let at = Wardlight::open().await;
    let rao = at.sign_in(RAO).await.unwrap();
    assert!(
        !read(&at, "/patients", &rao)
            .await
            .contains("href=\"/hospital/emergencies\"")
    );
    sqlx::query("UPDATE hospital_setting SET privacy_officer = (SELECT id FROM app_user WHERE email_blind = $2) WHERE hospital_id = $1")
        .bind(at.riverbend.id.0)
        .bind(blind(RAO))
        .execute(at.db.owner())
        .await
        .unwrap();
    tokio::time::sleep(Duration::from_millis(1_100)).await;
    assert!(
        read(&at, "/patients", &rao)
            .await
            .contains("href=\"/hospital/emergencies\"")
    );
    assert_eq!(open(&at, &rao, &WHOLE).await.0, 303);
    at.all_told(1).await;
    assert_eq!(at.told_to_review().await, [HADDAD]);
}
