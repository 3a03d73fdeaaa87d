//! Patient master data: registered, found, known.

mod allergies;
mod background;
mod banner;
mod changes;
mod contacts;
mod find;
mod joined;
mod merge;
mod older;
mod own_record;
mod papers;
mod register;
mod ward_news;

use uuid::Uuid;

use crate::sign_in::{location, page};
use crate::support::Wardlight;
use crate::support::mail::post;

/// Reception.
const WANJIRU: &str = "wanjiru@riverbend.example";

/// Somebody who is registered at Riverbend, written past every desk.
pub async fn known(
    at: &Wardlight,
    hospital: Uuid,
    number: &str,
    family_name: &str,
    given_name: &str,
    born_on: &str,
) -> Uuid {
    let id = Uuid::now_v7();
    sqlx::query(
        "INSERT INTO patient (id, family_name, given_name, born_on, sex) VALUES ($1, $2, $3, $4::date, 'female')",
    )
    .bind(id)
    .bind(family_name)
    .bind(given_name)
    .bind(born_on)
    .execute(at.db.owner())
    .await
    .unwrap();
    sqlx::query("INSERT INTO registration (patient_id, hospital_id, hospital_number) VALUES ($1, $2, $3)")
        .bind(id)
        .bind(hospital)
        .bind(number)
        .execute(at.db.owner())
        .await
        .unwrap();
    id
}

/// Searches as a browser does; answers the page and its address.
async fn search(at: &Wardlight, cookie: &str, words: &str) -> (String, String) {
    let answer = post(at, "/patients", cookie, &[("words", words)]).await;
    assert_eq!(answer.status(), 303, "{words}");
    let address = location(&answer).to_owned();
    let html = page(at, &address, cookie).await.text().await.unwrap();
    (html, address)
}

/// Whose data the last look of this kind showed.
async fn shown_last(at: &Wardlight, action: &str) -> Vec<Uuid> {
    sqlx::query_scalar(
        "SELECT patients FROM audit_entry WHERE action = $1 AND outcome = 'allowed' ORDER BY at DESC, id DESC LIMIT 1",
    )
    .bind(action)
    .fetch_one(at.db.owner())
    .await
    .unwrap()
}
