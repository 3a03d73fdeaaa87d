//! The two answers to "may I see this?", row security's and `decide`'s, compared on generated hospitals: the wall never hides what `decide` allows, and for
//! whoever may read charts it shows exactly that. Why both: server/docs/decisions/0005-one-wall.md.
//!
//! A new guarded table gets its rows in [`World::make`] and its line in [`VISIBLE`]; without them [`every_guarded_table_is_compared`] fails.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where it fails")]

mod world;

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

use domain::access::{Action, Decision, Relations, Subject, decide};
use domain::actor::{Actor, Role};
use hospital::testing::TestDb;
use hospital::{Clock, Ctx, House, Keys};
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestRng, TestRunner};
use uuid::Uuid;
use world::{About, Plan, Row, World, plans};

/// Everything that the wall lets through, by table and key.
const VISIBLE: &str = "
    SELECT 'patient', id::text FROM patient
    UNION ALL SELECT 'registration', patient_id || '/' || hospital_id FROM registration
    UNION ALL SELECT 'patient_limit', patient_id || '/' || hospital_id FROM patient_limit
    UNION ALL SELECT 'patient_key', patient_id || '/' || hospital_id FROM patient_key
    UNION ALL SELECT 'portal_account', user_id::text FROM portal_account
    UNION ALL SELECT 'device_session', id::text FROM device_session
    UNION ALL SELECT 'reading', device_id || '/' || seq FROM reading
    UNION ALL SELECT 'alarm', id::text FROM alarm
    UNION ALL SELECT 'alarm_event', alarm_id::text FROM alarm_event
    UNION ALL SELECT 'app_user', id::text FROM app_user
    UNION ALL SELECT 'browser_session', user_id::text FROM browser_session";
/// Guarded, and not compared here: the audit, the facts from which the relations come, and the house's secrets, which no request reads.
const NOT_COMPARED: [&str; 13] = [
    "audit_entry",
    "notice",
    "rights_changed",
    "care_relation",
    "admission",
    "consent",
    "proxy",
    "break_glass",
    "portal_setting",
    "portal_record",
    "portal_preference",
    "proxy_invitation",
    "house_secret",
];

/// Whether `decide` gives this actor some right to this row.
fn decided(actor: &Actor, row: &Row) -> bool {
    let may = |action, subject| decide(actor, action, &subject) == Decision::Allow;
    let here = actor.hospital().is_some_and(|here| row.held_by.contains(&here));
    match (actor, row.about) {
        (_, About::Staff(user) | About::Portal(user)) => may(Action::ReadAccount, Subject::Account(user)),
        // The house's own work reads what a hospital holds of the people on its devices; a device, who is on it.
        (Actor::Worker { .. }, _) => row
            .held_by
            .iter()
            .any(|hospital| row.table != "portal_account" && may(Action::ReadPlacements, Subject::Hospital(*hospital))),
        (Actor::Device { .. }, _) => row.device.zip(row.held_by.first()).is_some_and(|(device, hospital)| {
            row.table == "device_session"
                && may(
                    Action::PostReadings,
                    Subject::Device {
                        device,
                        hospital: *hospital,
                        assigned: true,
                    },
                )
        }),
        (_, About::Person(patient)) => may(
            Action::ReadPatient,
            Subject::Patient {
                patient,
                relations: close(here),
            },
        ),
        (_, About::Nobody) => row
            .held_by
            .iter()
            .any(|hospital| actor.hospital() == Some(*hospital) && (actor.is(Role::Doctor) || actor.is(Role::Nurse))),
    }
}

/// Everybody in the generated hospitals treats everybody who is registered there.
fn close(here: bool) -> Relations {
    Relations::NONE.and_if(here, Relations::HOSPITAL.and(Relations::TREATING))
}

fn may_read_charts(actor: &Actor) -> bool {
    [Role::Doctor, Role::Nurse, Role::Patient]
        .into_iter()
        .any(|role| actor.is(role))
}

/// Something that this actor may do in any case, to come to a transaction that says who asks.
async fn open(house: &Arc<House>, actor: &Actor) -> Option<hospital::ctx::Tx> {
    let (action, subject) = match actor {
        Actor::Staff { roles, .. } if roles.is_empty() => return None,
        Actor::Staff { user, .. } | Actor::Patient { user, .. } => (Action::ReadAccount, Subject::Account(*user)),
        Actor::Device { device, hospital } => (
            Action::PostReadings,
            Subject::Device {
                device: *device,
                hospital: *hospital,
                assigned: true,
            },
        ),
        _ => (
            Action::ReadPlacements,
            actor.hospital().map_or(Subject::House, Subject::Hospital),
        ),
    };
    let ctx = Ctx::new(house.clone(), actor.clone(), Uuid::now_v7());
    Some(ctx.begin(action, &subject).await.unwrap())
}

type Seen = BTreeSet<(String, String)>;

/// What the wall lets through to this actor, in the whole database. Staff without any role come to no transaction at all.
async fn visible(house: &Arc<House>, actor: &Actor) -> Seen {
    let Some(mut tx) = open(house, actor).await else {
        return Seen::new();
    };
    let seen: Vec<(String, String)> = sqlx::query_as(VISIBLE).fetch_all(&mut *tx).await.unwrap();
    tx.commit().await.unwrap();
    seen.into_iter().collect()
}

/// How wall and `decide` differ for this actor where they must not, in words.
async fn differences(house: &Arc<House>, actor: &Actor, world: &World) -> Vec<String> {
    let seen = visible(house, actor).await;
    let mut wrong = Vec::new();
    let mut known = 0;
    for row in &world.rows {
        let shown = seen.contains(&(row.table.to_owned(), row.key.clone()));
        known += usize::from(shown);
        let decided = decided(actor, row);
        let own_or_here = decided || actor.hospital().is_some_and(|here| row.held_by.contains(&here));
        let too_much = match row.about {
            // A colleague's name stands on what was done. That somebody has a portal account, only they know.
            About::Staff(_) => row.table == "browser_session" && !decided,
            About::Portal(_) => !decided,
            About::Person(_) | About::Nobody if may_read_charts(actor) => !decided,
            About::Person(_) | About::Nobody => !own_or_here,
        };
        match (decided, shown) {
            (true, false) => wrong.push(format!("hidden, although decided: {row:?}")),
            (false, true) if too_much => wrong.push(format!("shown, although not decided: {row:?}")),
            _ => {}
        }
    }
    if known != seen.len() {
        wrong.push(format!("{} rows of other worlds are shown", seen.len() - known));
    }
    wrong.iter_mut().for_each(|what| *what = format!("{actor:?}: {what}"));
    wrong
}

/// The verb's way: does [`Ctx::begin_with_patient`] open exactly the charts that are the actor's?
async fn wrongly_opened(house: &Arc<House>, actor: &Actor, world: &World) -> Vec<String> {
    let mut wrong = Vec::new();
    for (patient, registered) in &world.registered {
        let registered_here = actor.hospital().is_some_and(|here| registered.contains(&here));
        let subject = Subject::Patient {
            patient: *patient,
            relations: close(registered_here),
        };
        let allowed = decide(actor, Action::ReadPatient, &subject) == Decision::Allow;
        let ctx = Ctx::new(house.clone(), actor.clone(), Uuid::now_v7());
        let opened = ctx.begin_with_patient(Action::ReadPatient, *patient).await;
        if opened.is_ok() != allowed {
            wrong.push(format!(
                "{actor:?} opens {patient}: {}, decided {allowed}",
                opened.is_ok()
            ));
        }
    }
    wrong
}

async fn house_of(db: &TestDb) -> Arc<House> {
    sqlx::query(
        "SELECT ensure_reading_partition((now() AT TIME ZONE 'UTC')::date - days) FROM generate_series(0, 1) AS days",
    )
    .execute(&db.app)
    .await
    .unwrap();
    House::new(db.app.clone(), db.ingest.clone(), Clock::system(), Keys::for_tests())
}

/// The same hospitals each time: what fails here fails again.
#[test]
fn the_wall_and_decide_agree_on_generated_hospitals() {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .unwrap();
    let (db, house) = runtime.block_on(async {
        let db = TestDb::new().await;
        let house = house_of(&db).await;
        (db, house)
    });
    let config = Config {
        cases: 32,
        max_shrink_iters: 100,
        failure_persistence: None,
        ..Config::default()
    };
    let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let (compared, asked) = (AtomicU64::new(0), Mutex::new(BTreeSet::new()));
    let agreed = runner.run(&plans(), |plan| {
        runtime.block_on(async {
            let world = World::make(db.owner(), &plan).await;
            let mut wrong = Vec::new();
            for actor in &world.actors {
                wrong.extend(differences(&house, actor, &world).await);
                if may_read_charts(actor) {
                    wrong.extend(wrongly_opened(&house, actor, &world).await);
                }
                asked
                    .lock()
                    .unwrap()
                    .extend(Role::ALL.into_iter().filter(|role| actor.is(*role)));
                compared.fetch_add(world.rows.len() as u64, Ordering::Relaxed);
            }
            match wrong.is_empty() {
                true => Ok(()),
                false => Err(TestCaseError::fail(wrong.join("\n"))),
            }
        })
    });
    if let Err(error) = agreed {
        panic!("{error}");
    }
    assert_eq!(
        asked.into_inner().unwrap().len(),
        world::STAFF.len() + 1,
        "every role asked"
    );
    assert!(compared.into_inner() > 10_000, "the generated hospitals are too small");
}

/// A person known to both hospitals: each shows them with what it holds itself; what the other measured stays there until they consent.
#[tokio::test(flavor = "multi_thread")]
async fn what_another_hospital_measured_on_a_shared_patient_stays_there() {
    let db = TestDb::new().await;
    let house = house_of(&db).await;
    let (riverbend, lakeside) = (0, 1);
    let plan = Plan {
        hospitals: 2,
        patients: vec![vec![true, true]],
        devices: vec![(riverbend, vec![Some(0)]), (lakeside, vec![None, Some(0)])],
        staff: vec![(riverbend, vec![Role::Doctor]), (lakeside, vec![Role::Doctor])],
    };
    let world = World::make(db.owner(), &plan).await;
    let count = |seen: &Seen, table: &str| seen.iter().filter(|(of, _)| of == table).count();
    let mut by_actor = Vec::new();
    for actor in &world.actors {
        let seen = visible(&house, actor).await;
        by_actor.push((actor, count(&seen, "patient"), count(&seen, "reading")));
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
        .split('\'')
        .skip(1)
        .step_by(2)
        .filter(|word| *word != "/")
        .map(str::to_owned)
        .chain(NOT_COMPARED.map(str::to_owned))
        .collect();
    assert_eq!(compared, guarded);
}
