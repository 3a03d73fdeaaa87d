//! What the house tells those whom it concerns: whom an alert affects and who does not see it, that a resolved one is gone at once, that each puts it away for themselves, who writes to
//! whom, and what the house finds, raises and resolves itself.

use domain::actor::{Actor, Role};
use domain::ids::HospitalId;
use domain::system_alerts::typed::AlertTyped;
use hospital::system_alerts::{audit_verified, look_now, resolve, write};
use hospital::{Ctx, HospitalError};
use uuid::Uuid;

use crate::support::Wardlight;
use crate::support::door::{page, status};

const LIST: &str = "/system-alerts";
const MY: &str = "/my/system-alerts";
const SET: &str = "/hospital/system-alerts";
const WATER: &str = "The water plant stands on Sunday.";

async fn runs(at: &Wardlight, email: &str, hospital: HospitalId, role: Role) -> Ctx {
    let actor = Actor::staff(at.user(email).await, hospital, vec![role]);
    Ctx::new(at.house.clone(), actor, Uuid::now_v7())
}

async fn haddad(at: &Wardlight) -> Ctx {
    runs(at, "haddad@riverbend.example", at.riverbend.id, Role::HospitalAdmin).await
}

async fn novak(at: &Wardlight) -> Ctx {
    runs(at, "novak@riverbend.example", at.riverbend.id, Role::SuperAdmin).await
}

fn typed(severity: &str, whom: &str) -> AlertTyped {
    AlertTyped {
        kind: "outage".into(),
        severity: severity.into(),
        en: WATER.into(),
        fr: "La station d’eau est arrêtée dimanche.".into(),
        whom: whom.into(),
        ..AlertTyped::default()
    }
}

async fn told(at: &Wardlight) -> i64 {
    sqlx::query_scalar("SELECT count(*) FROM notice WHERE kind = 'system_alert.raised'")
        .fetch_one(at.db.owner())
        .await
        .unwrap()
}

/// Conditions that stand, by name.
async fn found(at: &Wardlight) -> Vec<String> {
    sqlx::query_scalar(
        "SELECT condition FROM system_alert WHERE condition IS NOT NULL AND resolved_at IS NULL ORDER BY 1",
    )
    .fetch_all(at.db.owner())
    .await
    .unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn whom_it_affects_sees_it_on_every_page_and_nobody_else_does() {
    let at = Wardlight::open().await;
    write(&haddad(&at).await, false, &typed("warning", "clinical"))
        .await
        .unwrap();
    let rao = at.sign_in("rao@riverbend.example").await.unwrap();
    let lindqvist = at.sign_in("lindqvist@riverbend.example").await.unwrap();
    let silva = at.sign_in("silva@lakeside.example").await.unwrap();
    let okafor = at.sign_in("okafor@riverbend.example").await.unwrap();
    for path in ["/patients", "/ward", "/account", LIST] {
        assert!(page(&at, path, &rao, &[]).await.contains(WATER), "{path}");
    }
    for (path, who) in [
        ("/pharmacy", &lindqvist),
        (LIST, &lindqvist),
        (LIST, &silva),
        (MY, &okafor),
        ("/my", &okafor),
    ] {
        assert!(!page(&at, path, who, &[]).await.contains(WATER), "{path}");
    }
    // Three of Riverbend are doctor, nurse or technician at the least; none of Lakeside is told, and no patient.
    assert!(told(&at).await >= 3);
    let others: i64 =
        sqlx::query_scalar("SELECT count(*) FROM notice WHERE kind = 'system_alert.raised' AND hospital_id <> $1")
            .bind(at.riverbend.id.0)
            .fetch_one(at.db.owner())
            .await
            .unwrap();
    assert_eq!(others, 0);
    write(&haddad(&at).await, false, &typed("information", "portal"))
        .await
        .unwrap();
    assert!(page(&at, "/my", &okafor, &[]).await.contains(WATER));
    assert!(page(&at, MY, &okafor, &[]).await.contains(WATER));
    assert!(!page(&at, LIST, &lindqvist, &[]).await.contains(WATER));
}

#[tokio::test(flavor = "multi_thread")]
async fn each_puts_it_away_for_themselves_and_a_critical_one_stays() {
    let at = Wardlight::open().await;
    let admin = haddad(&at).await;
    let one = write(&admin, false, &typed("warning", "staff"))
        .await
        .unwrap()
        .to_string();
    let rao = at.sign_in("rao@riverbend.example").await.unwrap();
    let achieng = at.sign_in("achieng@riverbend.example").await.unwrap();
    let silva = at.sign_in("silva@lakeside.example").await.unwrap();
    assert_eq!(
        status(&at, LIST, &silva, &[("id", &one)]).await,
        404,
        "another hospital's"
    );
    assert_eq!(status(&at, LIST, &rao, &[("id", &one)]).await, 303);
    assert_eq!(status(&at, LIST, &rao, &[("id", &one)]).await, 303, "twice is once");
    assert!(!page(&at, "/account", &rao, &[]).await.contains(WATER));
    assert!(page(&at, LIST, &rao, &[]).await.contains(WATER), "the list keeps it");
    assert!(page(&at, "/account", &achieng, &[]).await.contains(WATER));
    let critical = AlertTyped {
        en: "No oxygen from the wall.".into(),
        ..typed("critical", "staff")
    };
    let critical = write(&admin, false, &critical).await.unwrap().to_string();
    let refused = page(&at, LIST, &rao, &[("id", &critical)]).await;
    assert!(refused.contains("it stays until it is resolved"), "{}", refused.len());
    assert!(
        page(&at, "/account", &rao, &[])
            .await
            .contains("No oxygen from the wall.")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_resolved_one_is_gone_everywhere_at_once_and_the_list_says_how() {
    let at = Wardlight::open().await;
    let haddad = at.sign_in("haddad@riverbend.example").await.unwrap();
    let rao = at.sign_in("rao@riverbend.example").await.unwrap();
    let fields = [
        ("act", "write"),
        ("kind", "safety"),
        ("severity", "warning"),
        ("en", WATER),
        ("whom", "everybody"),
    ];
    let incomplete = page(&at, SET, &haddad, &[("act", "write"), ("en", WATER)]).await;
    assert!(incomplete.contains("Choose whom it affects.") && incomplete.contains(WATER));
    assert_eq!(status(&at, SET, &rao, &fields).await, 403);
    let written = page(&at, SET, &haddad, &fields).await;
    assert!(written.contains("The alert stands."), "{}", written.len());
    assert!(page(&at, "/account", &rao, &[]).await.contains(WATER));
    let id: Uuid = sqlx::query_scalar("SELECT id FROM system_alert")
        .fetch_one(at.db.owner())
        .await
        .unwrap();
    let id = id.to_string();
    let silent = page(&at, SET, &haddad, &[("act", "resolve"), ("id", &id), ("note", "")]).await;
    assert!(silent.contains("Say how it was resolved"), "{}", silent.len());
    let resolved = page(
        &at,
        SET,
        &haddad,
        &[("act", "resolve"), ("id", &id), ("note", "The maker sent a new pump.")],
    )
    .await;
    assert!(resolved.contains("The alert is resolved."), "{}", resolved.len());
    assert!(!page(&at, "/account", &rao, &[]).await.contains(WATER));
    let list = page(&at, LIST, &rao, &[]).await;
    assert!(list.contains("The maker sent a new pump.") && list.contains(WATER));
    assert_eq!(
        status(
            &at,
            SET,
            &haddad,
            &[("act", "resolve"), ("id", &id), ("note", "Again.")]
        )
        .await,
        404
    );
    let traced: Vec<String> = sqlx::query_scalar("SELECT action FROM audit_entry WHERE action LIKE 'system_alert.%' AND outcome = 'allowed' AND action <> 'system_alert.set' ORDER BY at")
        .fetch_all(at.db.owner())
        .await
        .unwrap();
    assert_eq!(traced, ["system_alert.write", "system_alert.resolve"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_administrator_writes_to_their_hospital_and_the_platform_to_every_one() {
    let at = Wardlight::open().await;
    let admin = haddad(&at).await;
    let lakeside = at.sign_in("silva@lakeside.example").await.unwrap();
    let refused = write(&admin, true, &typed("warning", "everybody")).await;
    assert!(matches!(refused, Err(HospitalError::Denied(_))), "{refused:?}");
    let ward: Uuid = sqlx::query_scalar("SELECT id FROM ward WHERE hospital_id = $1 LIMIT 1")
        .bind(at.lakeside.id.0)
        .fetch_one(at.db.owner())
        .await
        .unwrap();
    let elsewhere = write(&admin, false, &typed("warning", &format!("ward:{ward}"))).await;
    assert!(matches!(elsewhere, Err(HospitalError::Invalid(_))), "{elsewhere:?}");
    let everywhere = write(&novak(&at).await, true, &typed("warning", "staff"))
        .await
        .unwrap();
    assert!(page(&at, "/account", &lakeside, &[]).await.contains(WATER));
    let here = resolve(&admin, everywhere, "It runs.").await;
    assert!(matches!(here, Err(HospitalError::Denied(_))), "{here:?}");
    resolve(&novak(&at).await, everywhere, "It runs.").await.unwrap();
    assert!(!page(&at, "/account", &lakeside, &[]).await.contains(WATER));
    let own = write(&admin, false, &typed("warning", "staff")).await.unwrap();
    let stranger = runs(&at, "silva@lakeside.example", at.lakeside.id, Role::HospitalAdmin).await;
    let foreign = resolve(&stranger, own, "It runs.").await;
    assert!(matches!(foreign, Err(HospitalError::NotFound)), "{foreign:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn planned_work_is_shown_a_day_ahead_and_ends_by_itself() {
    let at = Wardlight::open().await;
    let admin = haddad(&at).await;
    let (day, next): (String, String) = sqlx::query_as(
        "SELECT to_char(($2::timestamptz AT TIME ZONE zone) + interval '2 days', 'YYYY-MM-DD'), to_char(($2::timestamptz AT TIME ZONE zone) + interval '3 days', 'YYYY-MM-DD')
           FROM hospital WHERE id = $1",
    )
    .bind(at.riverbend.id.0)
    .bind(at.at(0.0))
    .fetch_one(at.db.owner())
    .await
    .unwrap();
    let planned = AlertTyped {
        kind: "maintenance".into(),
        from_day: day.clone(),
        from: "23:59".into(),
        until_day: next,
        until: "12:00".into(),
        ..typed("warning", "staff")
    };
    let endless = AlertTyped {
        until_day: String::new(),
        until: String::new(),
        ..planned.clone()
    };
    assert!(matches!(
        write(&admin, false, &endless).await,
        Err(HospitalError::Invalid(_))
    ));
    write(&admin, false, &planned).await.unwrap();
    let rao = at.sign_in("rao@riverbend.example").await.unwrap();
    assert!(
        !page(&at, "/account", &rao, &[]).await.contains(WATER),
        "not a day ahead yet"
    );
    assert!(page(&at, LIST, &rao, &[]).await.contains(WATER), "the list knows it");
    // Time goes by in the table: sessions of this test would end.
    let by = |hours: i32| {
        format!(
            "UPDATE system_alert SET shown_from = shown_from - interval '{hours} hours', starts_at = starts_at - interval '{hours} hours', ends_at = ends_at - interval '{hours} hours'"
        )
    };
    sqlx::raw_sql(sqlx::AssertSqlSafe(by(48)))
        .execute(at.db.owner())
        .await
        .unwrap();
    assert!(page(&at, "/account", &rao, &[]).await.contains(WATER));
    sqlx::raw_sql(sqlx::AssertSqlSafe(by(48)))
        .execute(at.db.owner())
        .await
        .unwrap();
    assert!(
        !page(&at, "/account", &rao, &[]).await.contains(WATER),
        "over by its time"
    );
    assert!(page(&at, LIST, &rao, &[]).await.contains(WATER));
}

#[tokio::test(flavor = "multi_thread")]
async fn mails_that_cannot_be_sent_are_told_and_the_alert_ends_when_one_goes_out() {
    let at = Wardlight::open().await;
    look_now(&at.house, 1.0).await.unwrap();
    assert!(!found(&at).await.contains(&"mail".to_owned()));
    // Far in the future, so that no worker takes it up.
    sqlx::query(
        "INSERT INTO job (id, kind, facts, made_at, due_at, tries, fault)
         VALUES (gen_random_uuid(), 'mail', '{}', $1::timestamptz - interval '31 minutes', $1::timestamptz + interval '1 day', 5, 'the mail server gave no answer')",
    )
    .bind(at.at(0.0))
    .execute(at.db.owner())
    .await
    .unwrap();
    for _ in 0..2 {
        look_now(&at.house, 1.0).await.unwrap();
    }
    assert_eq!(
        found(&at).await.iter().filter(|name| *name == "mail").count(),
        1,
        "once"
    );
    let haddad = at.sign_in("haddad@riverbend.example").await.unwrap();
    let rao = at.sign_in("rao@riverbend.example").await.unwrap();
    const SAID: &str = "Mails cannot be sent";
    assert!(page(&at, "/account", &haddad, &[]).await.contains(SAID));
    assert!(!page(&at, "/account", &rao, &[]).await.contains(SAID));
    sqlx::query("UPDATE job SET done_at = $1::timestamptz, fault = NULL WHERE kind = 'mail' AND done_at IS NULL")
        .bind(at.at(0.0))
        .execute(at.db.owner())
        .await
        .unwrap();
    at.later(151);
    look_now(&at.house, 1.0).await.unwrap();
    assert!(!found(&at).await.contains(&"mail".to_owned()), "over");
    assert!(!page(&at, "/account", &haddad, &[]).await.contains(SAID));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_full_line_of_readings_and_a_clock_ahead_are_found_and_a_broken_trace_stays_until_it_is_verified() {
    let at = Wardlight::open().await;
    let device = at.riverbend.devices[0].id;
    sqlx::query(
        "INSERT INTO device_day (device_id, day, minutes_run, minutes_gap, longest_gap, readings, delay_ms, delay_p95_ms, ahead_ms, alarms)
         VALUES ($1, ($2::timestamptz)::date, 1, 0, 0, 1, 0, 0, 61000, 0)",
    )
    .bind(device.0)
    .bind(at.at(0.0))
    .execute(at.db.owner())
    .await
    .unwrap();
    audit_verified(&at.house, false).await.unwrap();
    look_now(&at.house, 0.1).await.unwrap();
    let standing = found(&at).await;
    for name in ["audit_broken", "clock", "readings"] {
        assert!(standing.contains(&name.to_owned()), "{name}: {standing:?}");
    }
    let mensah = at.sign_in("mensah@riverbend.example").await.unwrap();
    let silva = at.sign_in("silva@lakeside.example").await.unwrap();
    let said = page(&at, LIST, &mensah, &[]).await;
    assert!(
        said.contains("The clock of Monitor 01") && said.contains("does not keep up"),
        "{}",
        said.len()
    );
    let elsewhere = page(&at, LIST, &silva, &[]).await;
    assert!(!elsewhere.contains("The clock of") && elsewhere.contains("does not keep up"));
    sqlx::query("UPDATE device_day SET ahead_ms = 0")
        .execute(at.db.owner())
        .await
        .unwrap();
    at.later(151);
    look_now(&at.house, 1.0).await.unwrap();
    let standing = found(&at).await;
    assert!(standing.contains(&"audit_broken".to_owned()), "{standing:?}");
    assert!(
        !standing.contains(&"clock".to_owned()) && !standing.contains(&"readings".to_owned()),
        "{standing:?}"
    );
    audit_verified(&at.house, true).await.unwrap();
    assert!(!found(&at).await.contains(&"audit_broken".to_owned()));
}
