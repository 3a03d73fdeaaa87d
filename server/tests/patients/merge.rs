//! Somebody was registered twice. An admin joins the two records, and takes them apart again.

use std::collections::BTreeMap;

use reqwest::StatusCode;
use uuid::Uuid;

use super::{WANJIRU, known, search, shown_last};
use crate::sign_in::{ACHIENG, RAO, location, page};
use crate::support::Wardlight;
use crate::support::mail::{post, post_and_read};

pub const HADDAD: &str = "haddad@riverbend.example";

/// Grace Otieno, registered in March and again in May, with a letter wrong.
pub async fn grace(at: &Wardlight) -> [Uuid; 2] {
    let riverbend = at.riverbend.id.0;
    let first = known(at, riverbend, "RG-0000-0901", "Otieno", "Grace", "1991-05-09").await;
    let second = known(at, riverbend, "RG-0000-0902", "Ottieno", "Grace", "1991-05-09").await;
    [first, second]
}

/// They treat them at Riverbend under this record.
pub async fn treats(at: &Wardlight, who: &str, patient: Uuid) {
    let who = at.user(who).await.0;
    sqlx::query("INSERT INTO care_relation (user_id, patient_id, hospital_id, made_by, during) VALUES ($1, $2, $3, $1, tstzrange($4::timestamptz, NULL))")
        .bind(who)
        .bind(patient)
        .bind(at.riverbend.id.0)
        .bind(at.at(-3_600.0))
        .execute(at.db.owner())
        .await
        .unwrap();
}

/// They treated them there, and do no longer.
async fn treated(at: &Wardlight, who: &str, patient: Uuid) {
    let who = at.user(who).await.0;
    sqlx::query("INSERT INTO care_relation (user_id, patient_id, hospital_id, made_by, during) VALUES ($1, $2, $3, $1, tstzrange($4::timestamptz, $5::timestamptz))")
        .bind(who)
        .bind(patient)
        .bind(at.riverbend.id.0)
        .bind(at.at(-7_200.0))
        .bind(at.at(-3_600.0))
        .execute(at.db.owner())
        .await
        .unwrap();
}

pub async fn read(at: &Wardlight, path: &str, cookie: &str) -> String {
    page(at, path, cookie).await.text().await.unwrap()
}

pub async fn join(at: &Wardlight, admin: &str, [stays, leads]: [Uuid; 2]) -> String {
    let (with, kept) = (leads.to_string(), stays.to_string());
    let fields = [
        ("act", "join"),
        ("with", with.as_str()),
        ("stays", kept.as_str()),
        ("reason", "Same card, same mother, asked on the telephone."),
    ];
    post_and_read(at, &format!("/patients/{stays}/record/join"), admin, &fields).await
}

/// Every table but those that tell of what was done, who looked, and who is signed in: each with all that stands in it, but that a device has been silent while a slow machine
/// ran this.
async fn everything(at: &Wardlight) -> BTreeMap<String, String> {
    let tables: Vec<String> = sqlx::query_scalar(
        "SELECT relname::text FROM pg_class
          WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition
            AND relname NOT IN ('audit_entry', 'audit_patient', 'audit_seal', 'audit_set', 'audit_set_patient', 'patient_look', 'patient_merge', 'rights_changed', 'browser_session')",
    )
    .fetch_all(at.db.owner())
    .await
    .unwrap();
    let mut all = BTreeMap::new();
    for table in tables {
        // reviewed: the name of a table comes from the catalogue, quoted
        let rows: String = sqlx::query_scalar(sqlx::AssertSqlSafe(format!(
            "SELECT coalesce(string_agg(t::text, E'\\n' ORDER BY t::text) FILTER (WHERE t::text NOT LIKE '%,silent,%'), '') FROM \"{table}\" AS t"
        )))
        .fetch_one(at.db.owner())
        .await
        .unwrap();
        all.insert(table, rows);
    }
    all
}

#[tokio::test(flavor = "multi_thread")]
async fn grace_who_was_registered_twice_is_one_and_then_two_again_byte_for_byte() {
    let at = Wardlight::open().await;
    let [first, second] = grace(&at).await;
    treats(&at, RAO, second).await;
    treated(&at, ACHIENG, second).await;
    let desk = at.sign_in(WANJIRU).await.unwrap();
    let rao = at.sign_in(RAO).await.unwrap();
    let haddad = at.sign_in(HADDAD).await.unwrap();
    let record = |of: Uuid, page: &str| format!("/patients/{of}/record/{page}");
    let mobile = [
        ("act", "add"),
        ("kind", "phone"),
        ("label", "mobile"),
        ("value", "+254 700 000 111"),
        ("preferred", "true"),
    ];
    post_and_read(&at, &record(second, "contacts"), &desk, &mobile).await;
    let passport = [
        ("act", "add"),
        ("kind", "passport"),
        ("number", "AK 123456"),
        ("country", "ke"),
    ];
    post_and_read(&at, &record(second, "documents"), &desk, &passport).await;
    let penicillin = [
        ("act", "add"),
        ("substance", "Penicillin"),
        ("reaction", "anaphylaxis"),
        ("severity", "life_threatening"),
    ];
    post_and_read(&at, &record(second, "allergies"), &rao, &penicillin).await;
    let before = everything(&at).await;

    // The admin names the other by its number and sees both side by side.
    let named = post(
        &at,
        &record(first, "join"),
        &haddad,
        &[("act", "find"), ("number", "rg 0000 0902")],
    )
    .await;
    assert_eq!(location(&named), format!("/patients/{first}/record/join?with={second}"));
    let both = read(&at, location(&named), &haddad).await;
    for part in [
        "RG-0000-0901",
        "RG-0000-0902",
        "Ottieno",
        "Differs",
        "The same",
        "RG-0000-0901 stays",
    ] {
        assert!(both.contains(part), "{part}: {both}");
    }
    let said = join(&at, &haddad, [first, second]).await;
    for part in ["The two records are joined", "Two records were joined on", "Take apart"] {
        assert!(said.contains(part), "{part}: {said}");
    }
    assert_eq!(shown_last(&at, "patient.merge").await.len(), 1);
    let told: i64 = sqlx::query_scalar("SELECT count(*) FROM audit_entry e JOIN audit_patient p ON p.entry_id = e.id WHERE e.action = 'patient.merge' AND e.outcome = 'allowed' AND p.whom = ANY($1)")
        .bind([first, second].as_slice())
        .fetch_one(at.db.owner())
        .await
        .unwrap();
    assert!(told >= 2, "the trace of both tells it");

    // One record shows what stands in either: to reception, and to Dr Rao who treated the other.
    let whole = read(&at, &format!("/patients/{first}/record"), &desk).await;
    for part in [
        "+254700000111",
        "AK 123456",
        "Two records were joined on",
        "RG-0000-0902",
    ] {
        assert!(whole.contains(part), "{part}: {whole}");
    }
    assert!(!whole.contains("take them apart"), "reception does not");
    let hers = read(&at, &format!("/patients/{first}/record"), &rao).await;
    assert!(hers.contains("Penicillin (anaphylaxis)"), "{hers}");
    let chart = read(&at, &format!("/patients/{first}"), &rao).await;
    assert!(
        chart.contains("Two records were joined on") && chart.contains("RG-0000-0902 (OTTIENO, Grace)"),
        "{chart}"
    );
    assert!(!chart.contains("take them apart"), "who treats her does not");
    // Dr Rao reads it, so every page says her name somewhere: what counts is in which list it stands.
    let care = read(&at, &format!("/patients/{first}/care"), &rao).await;
    let lists = &care[care.find("Treating now").unwrap()..];
    let (now, ended) = lists.split_once("Treated before").unwrap();
    assert!(now.contains("Dr Anika Rao") && !now.contains("B. Achieng"), "{care}");
    assert!(ended.contains("B. Achieng"), "{care}");
    let mine = read(&at, "/patients", &rao).await;
    assert!(
        mine.contains(&first.to_string()) && !mine.contains(&second.to_string()),
        "{mine}"
    );

    // Old links and both numbers lead to it, and nothing is written of the other any more.
    for (old, cookie, new) in [
        (
            format!("/patients/{second}/record"),
            &desk,
            format!("/patients/{first}/record"),
        ),
        (
            format!("/patients/{second}/record/allergies"),
            &rao,
            format!("/patients/{first}/record/allergies"),
        ),
        (format!("/patients/{second}"), &rao, format!("/patients/{first}")),
    ] {
        let led = page(&at, &old, cookie).await;
        assert_eq!(
            (led.status(), location(&led)),
            (StatusCode::SEE_OTHER, new.as_str()),
            "{old}"
        );
    }
    for words in ["RG-0000-0902", "RG-0000-0901", "ottieno", "otieno"] {
        let (html, _) = search(&at, &desk, words).await;
        assert!(html.contains(&format!("/patients/{first}/record")), "{words}: {html}");
        assert!(
            !html.contains(&second.to_string()) && html.contains("Also RG-0000-0902"),
            "{words}: {html}"
        );
    }
    let list = read(&at, "/patients", &desk).await;
    assert!(list.contains(&first.to_string()) && !list.contains(&second.to_string()));
    let late = post(&at, &record(second, "contacts"), &desk, &mobile).await;
    assert_eq!(late.status(), StatusCode::NOT_FOUND);

    // Apart again.
    let id: Uuid = sqlx::query_scalar("SELECT id FROM patient_merge")
        .fetch_one(at.db.owner())
        .await
        .unwrap();
    let id = id.to_string();
    let fields = [
        ("act", "apart"),
        ("id", id.as_str()),
        ("because", "Two sisters, as their mother says."),
    ];
    let apart = post_and_read(&at, &record(first, "join"), &haddad, &fields).await;
    assert!(
        apart.contains("two records again") && apart.contains("Two sisters"),
        "{apart}"
    );
    let after = everything(&at).await;
    for (table, rows) in &before {
        assert_eq!(Some(rows), after.get(table), "{table}");
    }
    let alone = read(&at, &format!("/patients/{first}/record"), &desk).await;
    assert!(
        !alone.contains("AK 123456") && !alone.contains("were joined"),
        "{alone}"
    );
    let other = read(&at, &format!("/patients/{second}/record"), &desk).await;
    assert!(
        other.contains("AK 123456") && other.contains("+254700000111"),
        "what was sealed opens again: {other}"
    );
    let twice = post(&at, &record(first, "join"), &haddad, &fields).await;
    assert_eq!(twice.status(), StatusCode::NOT_FOUND, "once");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_one_person_now_is_not_joined_and_the_database_says_why() {
    let at = Wardlight::open().await;
    let [first, second] = grace(&at).await;
    let third = known(&at, at.riverbend.id.0, "RG-0000-0903", "Otieno", "Grace", "1991-05-09").await;
    let haddad = at.sign_in(HADDAD).await.unwrap();
    let [okafor, mwangi] = [at.riverbend.patients[0], at.riverbend.patients[1]];
    let itself = join(&at, &haddad, [first, first]).await;
    assert!(itself.contains("not two records"), "{itself}");
    let measured = join(&at, &haddad, [first, mwangi]).await;
    assert!(measured.contains("A device measures the record"), "{measured}");
    let compared = read(&at, &format!("/patients/{first}/record/join?with={mwangi}"), &haddad).await;
    assert!(
        compared.contains("Cannot be chosen: a device measures the other one."),
        "{compared}"
    );
    sqlx::query("UPDATE device_session SET during = tstzrange(lower(during), $1::timestamptz)")
        .bind(at.at(-60.0))
        .execute(at.db.owner())
        .await
        .unwrap();
    let lying = join(&at, &haddad, [first, okafor]).await;
    assert!(lying.contains("somebody lies on a ward"), "{lying}");
    sqlx::query("UPDATE admission SET during = tstzrange(lower(during), $1::timestamptz)")
        .bind(at.at(-60.0))
        .execute(at.db.owner())
        .await
        .unwrap();
    let her_own = join(&at, &haddad, [first, okafor]).await;
    assert!(her_own.contains("has an account of the portal"), "{her_own}");
    let elsewhere = at.lakeside.patients[0];
    let (with, stays) = (elsewhere.to_string(), first.to_string());
    let fields = [
        ("act", "join"),
        ("with", with.as_str()),
        ("stays", stays.as_str()),
        ("reason", "The same face, I think."),
    ];
    let across = post(&at, &format!("/patients/{first}/record/join"), &haddad, &fields).await;
    assert_eq!(across.status(), StatusCode::NOT_FOUND);
    let wordless = post_and_read(
        &at,
        &format!("/patients/{first}/record/join"),
        &haddad,
        &[
            ("act", "join"),
            ("with", &second.to_string()),
            ("stays", &stays),
            ("reason", "same"),
        ],
    )
    .await;
    assert!(wordless.contains("Say why in 10 to 500 characters."), "{wordless}");

    join(&at, &haddad, [first, second]).await;
    let chained = join(&at, &haddad, [third, first]).await;
    assert!(chained.contains("joined to another record already"), "{chained}");
    sqlx::query("UPDATE registration SET status = 'inactive' WHERE patient_id = $1")
        .bind(third)
        .execute(at.db.owner())
        .await
        .unwrap();
    let gone = join(&at, &haddad, [first, third]).await;
    assert!(gone.contains("a patient here no longer"), "{gone}");

    // Past every page: the database itself.
    let merge = |survivor: Uuid, other: Uuid, hospital: Uuid| {
        let owner = at.db.owner().clone();
        async move {
            sqlx::query("INSERT INTO patient_merge (id, hospital_id, survivor_id, other_id, reason, merged_at, merged_by) SELECT gen_random_uuid(), $3, $1, $2, 'The same card.', now(), merged_by FROM patient_merge LIMIT 1")
                .bind(survivor)
                .bind(other)
                .bind(hospital)
                .execute(&owner)
                .await
                .map(drop)
                .map_err(|error| error.as_database_error().unwrap().constraint().unwrap().to_owned())
        }
    };
    let riverbend = at.riverbend.id.0;
    for (survivor, other, rule) in [
        (mwangi, mwangi, "patient_merge_of_two"),
        (okafor, second, "patient_merge_once"),
        (second, mwangi, "patient_merge_no_chain"),
        (okafor, first, "patient_merge_no_chain"),
        (first, third, "patient_merge_both_active"),
        (first, okafor, "patient_merge_no_portal"),
        (first, elsewhere, "patient_merge_other_registered"),
    ] {
        assert_eq!(merge(survivor, other, riverbend).await, Err(rule.to_owned()));
    }
    let written = sqlx::query("INSERT INTO admission (id, patient_id, hospital_id, ward_id, during) VALUES (gen_random_uuid(), $1, $2, $3, tstzrange(now(), NULL))")
        .bind(second)
        .bind(riverbend)
        .bind(at.riverbend.ward)
        .execute(at.db.owner())
        .await
        .unwrap_err();
    assert_eq!(
        written.as_database_error().unwrap().constraint(),
        Some("patient_merge_leads_elsewhere")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn only_an_admin_who_has_just_proved_who_they_are_joins() {
    let at = Wardlight::open().await;
    let [first, second] = grace(&at).await;
    treats(&at, RAO, first).await;
    let door = format!("/patients/{first}/record/join");
    for who in [WANJIRU, RAO] {
        let cookie = at.sign_in(who).await.unwrap();
        assert_eq!(page(&at, &door, &cookie).await.status(), StatusCode::FORBIDDEN, "{who}");
    }
    let haddad = at.sign_in(HADDAD).await.unwrap();
    at.later(301);
    let (with, stays) = (second.to_string(), first.to_string());
    let fields = [
        ("act", "join"),
        ("with", with.as_str()),
        ("stays", stays.as_str()),
        ("reason", "Same card, same mother."),
    ];
    let asked = post(&at, &door, &haddad, &fields).await;
    assert!(
        location(&asked).starts_with("/account/prove?next="),
        "{}",
        location(&asked)
    );
    let none: i64 = sqlx::query_scalar("SELECT count(*) FROM patient_merge")
        .fetch_one(at.db.owner())
        .await
        .unwrap();
    assert_eq!(none, 0);
}

/// Mrs Okafor lets Lakeside read. What was written in the record that was joined to hers is read there as well, and no more once they are two again.
#[tokio::test(flavor = "multi_thread")]
async fn whom_she_lets_in_reads_what_was_joined() {
    let at = Wardlight::open().await;
    let okafor = at.riverbend.patients[0];
    let other = known(&at, at.riverbend.id.0, "RG-0000-0904", "Okafor", "Amarra", "1969-04-02").await;
    treats(&at, RAO, other).await;
    let rao = at.sign_in(RAO).await.unwrap();
    let penicillin = [
        ("act", "add"),
        ("substance", "Penicillin"),
        ("reaction", "anaphylaxis"),
        ("severity", "life_threatening"),
    ];
    post_and_read(&at, &format!("/patients/{other}/record/allergies"), &rao, &penicillin).await;
    let hers = at.user("okafor@riverbend.example").await.0;
    sqlx::query("INSERT INTO consent (id, patient_id, hospital_id, purpose, to_hospital, text_version, given_by, during) VALUES (gen_random_uuid(), $1, $2, 'treatment', $3, 1, $4, tstzrange($5::timestamptz, NULL))")
        .bind(okafor)
        .bind(at.riverbend.id.0)
        .bind(at.lakeside.id.0)
        .bind(hers)
        .bind(at.at(-60.0))
        .execute(at.db.owner())
        .await
        .unwrap();
    let silva = at.sign_in("silva@lakeside.example").await.unwrap();
    let there = format!("/patients/{okafor}/record/allergies");
    assert!(!read(&at, &there, &silva).await.contains("Penicillin"));
    let haddad = at.sign_in(HADDAD).await.unwrap();
    join(&at, &haddad, [okafor, other]).await;
    let seen = read(&at, &there, &silva).await;
    assert!(seen.contains("Penicillin"), "{seen}");
    let chart = read(&at, &format!("/patients/{okafor}"), &silva).await;
    assert!(
        !chart.contains("were joined"),
        "what Riverbend joined is its own matter: {chart}"
    );
    let her_own = at.sign_in("okafor@riverbend.example").await.unwrap();
    for path in ["/my", "/my/record"] {
        assert!(!read(&at, path, &her_own).await.contains("were joined"), "{path}");
    }
    let old = page(&at, &format!("/patients/{other}/record/allergies"), &silva).await;
    assert_eq!(old.status(), StatusCode::NOT_FOUND, "the other was opened to nobody");
    sqlx::query(
        "UPDATE patient_merge SET undone_at = merged_at, undone_by = merged_by, undone_because = 'Two sisters.'",
    )
    .execute(at.db.owner())
    .await
    .unwrap();
    assert!(!read(&at, &there, &silva).await.contains("Penicillin"));
}
