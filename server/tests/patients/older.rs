//! What is older than a page of a history is a link away, whatever the history: nothing is cut without a word.

use uuid::Uuid;

use super::WANJIRU;
use crate::sign_in::page;
use crate::support::Wardlight;
use crate::support::mail::post;

const RAO: &str = "rao@riverbend.example";

async fn read(at: &Wardlight, path: &str, cookie: &str) -> String {
    let answer = page(at, path, cookie).await;
    assert_eq!(answer.status(), 200, "{path}");
    answer.text().await.unwrap().replace("<!>", "")
}

/// The address behind "Older".
fn older(html: &str) -> Option<String> {
    let link = html
        .split("<a ")
        .find(|link| link.contains("rel=\"next\"") && link.contains("href=\""))?;
    let href = link.split("href=\"").nth(1)?.split('"').next()?;
    Some(href.replace("&amp;", "&"))
}

async fn run(at: &Wardlight, script: &str, patient: Uuid, by: &str) {
    let by = at.user(by).await;
    // reviewed: our own statements
    sqlx::query(sqlx::AssertSqlSafe(script.to_owned()))
        .bind(patient)
        .bind(at.riverbend.id.0)
        .bind(by.0)
        .execute(at.db.owner())
        .await
        .unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn changes_of_who_somebody_is_go_on_after_fifty() {
    let at = Wardlight::open().await;
    let (desk, okafor) = (at.sign_in(WANJIRU).await.unwrap(), at.riverbend.patients[0]);
    run(
        &at,
        "INSERT INTO patient_change (id, patient_id, hospital_id, changed_at, changed_by, field, before, after)
         SELECT gen_random_uuid(), $1, $2, now() - n * interval '1 hour', $3, 'title', 'Title-' || n || '-before', 'Title-' || n
           FROM generate_series(1, 53) AS n",
        okafor,
        WANJIRU,
    )
    .await;
    let door = format!("/patients/{okafor}/record/identity");
    let first = read(&at, &door, &desk).await;
    assert!(
        first.contains("Title-50-before") && !first.contains("Title-51-before"),
        "{first}"
    );
    let next = older(&first).expect("they go on");
    let second = read(&at, &next, &desk).await;
    assert!(
        second.contains("Title-51-before") && second.contains("Title-53-before"),
        "{second}"
    );
    assert!(
        !second.contains("Title-50-before") && older(&second).is_none(),
        "{second}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn lines_of_the_record_go_on_and_what_holds_stands_on_each_page() {
    let at = Wardlight::open().await;
    let (rao, okafor) = (at.sign_in(RAO).await.unwrap(), at.riverbend.patients[0]);
    run(
        &at,
        "INSERT INTO patient_medicine (id, patient_id, hospital_id, name, dose, schedule, recorded_at, recorded_by, ended_at, ended_by, ended_because)
         SELECT gen_random_uuid(), $1, $2, 'Medicine-' || n || '-', '5 mg', 'daily', now() - n * interval '1 hour', $3,
                CASE WHEN n > 1 THEN now() END, CASE WHEN n > 1 THEN $3 END, CASE WHEN n > 1 THEN 'stopped' END
           FROM generate_series(1, 203) AS n",
        okafor,
        RAO,
    )
    .await;
    let door = format!("/patients/{okafor}/record/medicines");
    let first = read(&at, &door, &rao).await;
    assert!(first.contains("Medicine-200-") && !first.contains("Medicine-201-"));
    let second = read(&at, &older(&first).expect("they go on"), &rao).await;
    assert!(
        second.contains("Medicine-201-") && second.contains("Medicine-203-"),
        "{second}"
    );
    assert!(second.contains("Medicine-1-"), "what holds stands there too");
    assert!(
        !second.contains("Medicine-200-") && older(&second).is_none(),
        "{second}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn papers_and_contacts_that_ended_go_on_after_forty() {
    let at = Wardlight::open().await;
    let (desk, okafor) = (at.sign_in(WANJIRU).await.unwrap(), at.riverbend.patients[0]);
    for (page_of, table, kept, value) in [
        (
            "documents",
            "identity_document",
            [("kind", "passport"), ("country", "ke")],
            "number",
        ),
        (
            "contacts",
            "patient_contact",
            [("kind", "email"), ("label", "home")],
            "value",
        ),
    ] {
        let door = format!("/patients/{okafor}/record/{page_of}");
        let of = |n: u32| match value {
            "number" => format!("AK 9{n:05}"),
            _ => format!("somebody-{n:05}@example.org"),
        };
        for n in 0..42 {
            let number = of(n);
            let fields = [("act", "add"), kept[0], kept[1], (value, number.as_str())];
            assert_eq!(post(&at, &door, &desk, &fields).await.status(), 303);
            // The clock of the database tells which ended last.
            let end = format!(
                "UPDATE {table} SET ended_at = greatest(clock_timestamp(), recorded_at), ended_by = $3 WHERE patient_id = $1 AND hospital_id = $2 AND ended_at IS NULL"
            );
            run(&at, &end, okafor, WANJIRU).await;
        }
        let first = read(&at, &door, &desk).await;
        assert!(
            first.contains(&of(41)) && first.contains(&of(2)) && !first.contains(&of(1)),
            "{first}"
        );
        let second = read(&at, &older(&first).expect("they go on"), &desk).await;
        assert!(second.contains(&of(1)) && second.contains(&of(0)), "{second}");
        assert!(!second.contains(&of(2)) && older(&second).is_none(), "{second}");
    }
}
