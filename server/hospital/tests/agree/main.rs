//! The two answers to "may I see this?", row security's and `decide`'s, compared on generated hospitals with every kind of relation, current, past and to come:
//!
//! - how somebody stands to a person, as `Ctx` finds it, is what the plan says;
//! - whatever `decide` allows, the wall shows in that transaction;
//! - the wall shows what the actor's hospital holds, what is opened to them, and nothing else; a transaction about one person opens no other.
//!
//! Why both: server/docs/decisions/0005-one-wall.md. That the comparison notices holes is tested too: `a_wall_with_a_hole_is_noticed`.
//!
//! A new guarded table gets its rows in `World` and its line in [`VISIBLE`] (`tables.rs`); without them [`every_guarded_table_is_compared`] fails.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where it fails")]

mod facts;
mod plan;
mod tables;
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
use tables::{NOT_COMPARED, OF_TOKENS, VISIBLE};
use uuid::Uuid;
use world::{About, Row, Someone, World};

type Seen = BTreeSet<(String, String)>;

/// The hospital that the wall knows of this actor: in the portal none, or it would show everybody in it.
fn walled(actor: &Actor) -> Option<HospitalId> {
    match actor {
        Actor::Patient { .. } | Actor::Proxy { .. } => None,
        _ => actor.hospital(),
    }
}

/// Who is open to them wherever something of that person is held: oneself, whom one cares for, and of consent and emergency the one whom the transaction is about.
/// `decided` says that `decide` stood before the wall: without it the wall alone does not ask what role somebody has.
fn opened(plan: &Plan, world: &World, one: &Someone, about: Option<usize>, decided: bool) -> Vec<PatientId> {
    match &one.actor {
        Actor::Patient { patient, .. } => vec![*patient],
        Actor::Proxy { patient, .. } if one.holds => vec![*patient],
        // A consent names doctors; an emergency is opened by whoever may open one. To others, what they hold beside their duties opens nothing elsewhere.
        Actor::Staff { roles, .. } => {
            let by = one.staff.zip(about).map(|(staff, about)| plan.relations(staff, about));
            let is = |these: &[Role]| !decided || roles.iter().any(|role| these.contains(role));
            let is_open = by.is_some_and(|by| {
                by.meets(Relations::CONSENT) && is(&[Role::Doctor])
                    || by.meets(Relations::BREAK_GLASS) && is(&[Role::Doctor, Role::Nurse, Role::EmergencyResponder])
            });
            about
                .filter(|_| is_open)
                .map(|about| world.registered[about].0)
                .into_iter()
                .collect()
        }
        _ => Vec::new(),
    }
}

/// Whether the wall must show this row: said from the plan, by hand.
fn must_show(world: &World, actor: &Actor, opened: &[PatientId], row: &Row) -> bool {
    let here = walled(actor).is_some_and(|here| row.held_by.contains(&here));
    match &row.about {
        About::Person(patient) => here || opened.contains(patient),
        About::Nobody => here,
        About::Session(user) => actor.user() == Some(*user),
        // A colleague's name stands on what was done, in the hospital and for who is registered there. That somebody has a portal account, only they know.
        About::Account(user) => {
            let known = world.registered.iter().filter(|(patient, _)| opened.contains(patient));
            let mut houses = known.flat_map(|(_, at)| at);
            actor.user() == Some(*user) || here || houses.any(|house| row.held_by.contains(house))
        }
        About::Parties { patient, users } => {
            let own = matches!(actor, Actor::Patient { patient: own, .. } if own == patient);
            own || here || actor.user().is_some_and(|user| users.contains(&user))
        }
    }
}

/// How the wall differs from what it must show, in words.
fn differences(world: &World, actor: &Actor, opened: &[PatientId], seen: &Seen) -> Vec<String> {
    let (mut wrong, mut known) = (Vec::new(), 0);
    for row in &world.rows {
        let shown = seen.contains(&(row.table.to_owned(), row.key.clone()));
        known += usize::from(shown);
        match (must_show(world, actor, opened, row), shown) {
            (true, false) => wrong.push(format!("{actor:?} is not shown {row:?}")),
            (false, true) => wrong.push(format!("{actor:?} is shown {row:?}")),
            _ => {}
        }
    }
    if known != seen.len() {
        wrong.push(format!(
            "{actor:?} is shown {} rows of other worlds",
            seen.len() - known
        ));
    }
    wrong
}

async fn visible(mut tx: Tx) -> Seen {
    let seen: Vec<(String, String)> = sqlx::query_as(VISIBLE).fetch_all(&mut *tx).await.unwrap();
    tx.rollback().await.unwrap();
    seen.into_iter().collect()
}

/// Something that this actor may do in any case, to come to a transaction that says who asks; none for staff without any role.
async fn about_nobody(house: &Arc<House>, actor: &Actor) -> Option<Tx> {
    let (action, subject) = match actor {
        Actor::Staff { roles, .. } if roles.is_empty() => return None,
        Actor::Staff { user, .. } | Actor::Patient { user, .. } | Actor::Proxy { user, .. } => {
            (Action::ReadAccount, Subject::Account(*user))
        }
        Actor::Device { device, hospital } => {
            let own = Subject::Device {
                device: *device,
                hospital: *hospital,
                assigned: true,
            };
            (Action::PostReadings, own)
        }
        _ => (
            Action::ReadPlacements,
            actor.hospital().map_or(Subject::House, Subject::Hospital),
        ),
    };
    Some(ctx(house, actor).begin(action, &subject).await.unwrap())
}

/// A transaction as `Ctx` sets it for staff whom `decide` refuses: the wall must hold by itself.
async fn past_decide(db: &TestDb, actor: &Actor, patient: PatientId) -> Tx {
    let mut tx = db.app.begin().await.unwrap();
    sqlx::query("SELECT set_config('app.user_id', $1, true), set_config('app.hospital_id', $2, true), set_config('app.subject_id', $3, true)")
        .bind(actor.user().unwrap().to_string())
        .bind(actor.hospital().unwrap().to_string())
        .bind(patient.to_string())
        .execute(&mut *tx)
        .await
        .unwrap();
    tx
}

fn ctx(house: &Arc<House>, actor: &Actor) -> Ctx {
    Ctx::new(house.clone(), actor.clone(), Uuid::now_v7())
}

/// All that is wrong for this one, about nobody and about each person in turn.
async fn wrong_for(db: &TestDb, house: &Arc<House>, plan: &Plan, world: &World, one: &Someone) -> Vec<String> {
    let (actor, mut wrong) = (&one.actor, Vec::new());
    if let Some(tx) = about_nobody(house, actor).await {
        let seen = visible(tx).await;
        wrong.extend(differences(world, actor, &opened(plan, world, one, None, true), &seen));
    }
    if matches!(actor, Actor::Worker { .. } | Actor::Device { .. }) {
        return wrong;
    }
    for (place, (patient, _)) in world.registered.iter().enumerate() {
        let ctx = ctx(house, actor);
        let stands = one.staff.map_or(Relations::NONE, |staff| plan.relations(staff, place));
        let found = ctx.stands_to(*patient).await.unwrap();
        if found != stands {
            let [found, stands] = [found, stands].map(|it| it.words().collect::<Vec<_>>());
            wrong.push(format!("{actor:?} stands to {patient}: {found:?}, planned {stands:?}"));
        }
        let subject = Subject::Patient {
            patient: *patient,
            relations: stands,
        };
        let allowed = decide(actor, Action::ReadPatient, &subject) == Decision::Allow;
        let begun = ctx.begin_with_patient(Action::ReadPatient, *patient).await.ok();
        if begun.is_some() != allowed {
            wrong.push(format!(
                "{actor:?} opens {patient}: {}, decided {allowed}",
                begun.is_some()
            ));
        }
        let tx = match begun {
            Some(tx) => tx,
            None if one.staff.is_some() => past_decide(db, actor, *patient).await,
            None => continue,
        };
        let seen = visible(tx).await;
        wrong.extend(differences(
            world,
            actor,
            &opened(plan, world, one, Some(place), allowed),
            &seen,
        ));
        // A session of who may care for somebody no longer is over before it comes here.
        if allowed && one.holds && !seen.contains(&("patient".into(), patient.to_string())) {
            wrong.push(format!("{actor:?} may read {patient} and is not shown them"));
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

/// Compares on generated hospitals, the same each time: what fails here fails again.
fn compare(
    runtime: &tokio::runtime::Runtime,
    db: &TestDb,
    cases: u32,
    shrink: u32,
) -> Result<(u64, BTreeSet<Role>), String> {
    let house = runtime.block_on(house_of(db));
    let config = Config {
        cases,
        max_shrink_iters: shrink,
        failure_persistence: None,
        ..Config::default()
    };
    let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let (compared, asked) = (AtomicU64::new(0), std::sync::Mutex::new(BTreeSet::new()));
    let agreed = runner.run(&plans(), |plan| {
        runtime.block_on(async {
            let world = World::make(db.owner(), &plan).await;
            let mut wrong = Vec::new();
            for one in &world.people {
                wrong.extend(wrong_for(db, &house, &plan, &world, one).await);
                asked
                    .lock()
                    .unwrap()
                    .extend(Role::ALL.into_iter().filter(|role| one.actor.is(*role)));
                compared.fetch_add(world.rows.len() as u64, Ordering::Relaxed);
            }
            match wrong.is_empty() {
                true => Ok(()),
                false => Err(TestCaseError::fail(wrong.join("\n"))),
            }
        })
    });
    match agreed {
        Ok(()) => Ok((compared.into_inner(), asked.into_inner().unwrap())),
        Err(error) => Err(error.to_string()),
    }
}

fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .unwrap()
}

#[test]
fn the_wall_and_decide_agree_on_generated_hospitals() {
    let runtime = runtime();
    let db = runtime.block_on(TestDb::new());
    let (compared, asked) = compare(&runtime, &db, 48, 60).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(
        asked.len(),
        STAFF.len() + 2,
        "every role asked, a patient and who cares for one: {asked:?}"
    );
    assert!(compared > 10_000, "the generated hospitals are too small: {compared}");
}

/// Holes that somebody could tear into the wall: part of its function, and what would stand there instead.
const HOLES: [(&str, &str, &str); 7] = [
    ("a withdrawn consent still opens", "c.during @> now()", "true"),
    (
        "a consent opens everybody who ever gave one",
        "c.patient_id = actor_subject()",
        "true",
    ),
    (
        "a consent opens to every hospital",
        "c.to_hospital = actor_hospital()",
        "true",
    ),
    (
        "an emergency in one hospital opens in another",
        "b.hospital_id = actor_hospital()",
        "true",
    ),
    ("an emergency never ends", "b.until > now()", "true"),
    (
        "an emergency opens to colleagues too",
        "b.user_id = actor_user()",
        "true",
    ),
    ("a proxy never ends", "p.during @> now()", "true"),
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
        .chain(NOT_COMPARED.into_iter().chain(OF_TOKENS).map(str::to_owned))
        .collect();
    assert_eq!(compared, guarded);
}
