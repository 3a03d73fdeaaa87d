//! The two answers to "may I see this?", row security's and `decide`'s, compared on generated hospitals with every kind of relation, current, past and to come:
//!
//! - how somebody stands to a person, as `Ctx` finds it, is what the plan says;
//! - whatever `decide` allows, the wall shows in that transaction;
//! - the wall shows what the actor's hospital holds, what is opened to them, and nothing else; a transaction about one person opens no other.
//!
//! Why both: server/docs/decisions/0005-one-wall.md. That the comparison notices holes is tested too: `a_wall_with_a_hole_is_noticed`.
//!
//! A new guarded table gets its rows in `World` and its line in [`VISIBLE`]; without them [`every_guarded_table_is_compared`] fails.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where it fails")]

mod facts;
mod plan;
mod world;

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use domain::access::{Action, Decision, Relations, Subject, decide};
use domain::actor::{Actor, Role};
use domain::ids::{HospitalId, PatientId};
use hospital::ctx::Tx;
use hospital::testing::TestDb;
use hospital::{Clock, Ctx, House, Keys};
use plan::{Device, Facts, Plan, STAFF, Staff, plans};
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestRng, TestRunner};
use uuid::Uuid;
use world::{About, Row, Someone, World};

/// Everything that the wall lets through, by table and key.
const VISIBLE: &str = "
    SELECT 'patient', id::text FROM patient
    UNION ALL SELECT 'registration', patient_id || '/' || hospital_id FROM registration
    UNION ALL SELECT 'patient_limit', patient_id || '/' || hospital_id FROM patient_limit
    UNION ALL SELECT 'portal_account', user_id::text FROM portal_account
    UNION ALL SELECT 'portal_setting', patient_id || '/' || hospital_id FROM portal_setting
    UNION ALL SELECT 'care_relation', user_id || '/' || patient_id || '/' ||
                     CASE WHEN upper(during) < now() THEN 'Past' WHEN lower(during) > now() THEN 'Later' ELSE 'Now' END FROM care_relation
    UNION ALL SELECT 'admission', id::text FROM admission
    UNION ALL SELECT 'consent', id::text FROM consent
    UNION ALL SELECT 'proxy', id::text FROM proxy
    UNION ALL SELECT 'break_glass', id::text FROM break_glass
    UNION ALL SELECT 'device_session', id::text FROM device_session
    UNION ALL SELECT 'reading', device_id || '/' || seq FROM reading
    UNION ALL SELECT 'alarm', id::text FROM alarm
    UNION ALL SELECT 'alarm_event', alarm_id::text FROM alarm_event
    UNION ALL SELECT 'app_user', id::text FROM app_user
    UNION ALL SELECT 'browser_session', user_id::text FROM browser_session";
/// Guarded, and not compared here: what is the house's own or of one account alone, the audit, and the facts from which the relations come.
const NOT_COMPARED: [&str; 26] = [
    "house_secret",
    "job",
    "one_time_link",
    "staff_member",
    "employee_number",
    "staff_invitation",
    "patient_application",
    "hospital_application",
    "second_factor",
    "recovery_code",
    "sign_in_step",
    "sign_in_failures",
    "sign_in_event",
    "security_notice",
    "account_profile",
    "audit_entry",
    "audit_patient",
    "audit_seal",
    "notice",
    "rights_changed",
    "signing_key",
    "api_client",
    "api_client_secret",
    "token_family",
    "refresh_token",
    "true",
];

#[test]
fn a_wall_with_a_hole_is_noticed() {
    let runtime = runtime();
    for (what, part, instead) in HOLES {
        let db = runtime.block_on(TestDb::new());
        runtime.block_on(async {
            let whole: String = sqlx::query_scalar("SELECT pg_get_functiondef('opened_patients'::regproc)")
                .fetch_one(db.owner())
                .await
                .unwrap();
            let torn = whole.replace(part, instead);
            assert_ne!(torn, whole, "{part} is not in the wall: say anew where it may be torn");
            // reviewed: the function's own text, with a part of it replaced by a constant
            sqlx::raw_sql(sqlx::AssertSqlSafe(torn))
                .execute(db.owner())
                .await
                .unwrap();
        });
        let noticed = compare(&runtime, &db, 256, 0);
        assert!(noticed.is_err(), "nobody notices that {what}");
        println!("{what}: {}", noticed.unwrap_err().lines().next().unwrap_or_default());
    }
}

/// A person known to both hospitals: each shows them with what it holds itself; what the other measured stays there until they consent.
#[tokio::test(flavor = "multi_thread")]
async fn what_another_hospital_measured_on_a_shared_patient_stays_there() {
    let db = TestDb::new().await;
    let house = house_of(&db).await;
    let (riverbend, lakeside) = (0, 1);
    let device = |hospital, day| Device {
        hospital,
        day,
        now: None,
        ward: None,
    };
    let doctor = |hospital| Staff {
        hospital,
        roles: vec![Role::Doctor],
    };
    let plan = Plan {
        hospitals: 2,
        patients: vec![vec![true, true]],
        devices: vec![device(riverbend, vec![Some(0)]), device(lakeside, vec![None, Some(0)])],
        staff: vec![doctor(riverbend), doctor(lakeside)],
        facts: Facts::default(),
    };
    let world = World::make(db.owner(), &plan).await;
    let count = |seen: &Seen, table: &str| seen.iter().filter(|(of, _)| of == table).count();
    let mut by_actor = Vec::new();
    for one in &world.people {
        if let Some(tx) = about_nobody(&house, &one.actor).await {
            let seen = visible(tx).await;
            by_actor.push((&one.actor, count(&seen, "patient"), count(&seen, "reading")));
        }
    }
    let of = |wanted: fn(&Actor) -> bool| -> Vec<(usize, usize)> {
        by_actor
            .iter()
            .filter(|(actor, ..)| wanted(actor))
            .map(|(_, patients, readings)| (*patients, *readings))
            .collect()
    };
    // Lakeside's doctor also sees the hour in which nobody was on Lakeside's device; the person does not.
    assert_eq!(of(|actor| actor.is(Role::Doctor)), [(1, 2), (1, 4)]);
    assert_eq!(of(|actor| actor.is(Role::Patient)), [(1, 4)]);
}

#[tokio::test]
async fn every_guarded_table_is_compared() {
    let db = TestDb::new().await;
    let guarded: BTreeSet<String> = sqlx::query_scalar(
        "SELECT relname::text FROM pg_class WHERE relrowsecurity AND relnamespace = 'public'::regnamespace",
    )
    .fetch_all(db.owner())
    .await
    .unwrap()
    .into_iter()
    .collect();
    let compared: BTreeSet<String> = VISIBLE
        .split("SELECT '")
        .skip(1)
        .filter_map(|line| line.split('\'').next())
        .map(str::to_owned)
        .chain(NOT_COMPARED.map(str::to_owned))
        .collect();
    assert_eq!(compared, guarded);
}
