//! The life of a session is told twice, by `domain::dialysis::session` and by the triggers of the database: random walks that try any step at any time, by whomever, hold the one against the
//! other, step by step.

use std::collections::HashSet;

use domain::dialysis::after::{After, Washback};
use domain::dialysis::before::{Before, Complaints, Pressure};
use domain::dialysis::quantities::{Kilograms, Millilitres};
use domain::dialysis::session::{Absence, Amendment, CalledOff, Done, Early, Refused, Session, Stage};
use domain::ids::UserId;
use domain::time::Moment;
use uuid::Uuid;

use super::Chair;

/// Walks, and the most steps of one.
const WALKS: (i64, usize) = (200, 40);

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Step {
    CheckIn,
    DidNotAttend,
    Cancel,
    Look { is_fit: bool },
    Confirm,
    Start,
    End,
    Interrupt,
    LookAfterwards,
    Sign,
    Amend,
}

/// What ends a session before it ran is tried less often, so that many of them run.
const STEPS: [Step; 24] = [
    Step::CheckIn,
    Step::CheckIn,
    Step::CheckIn,
    Step::DidNotAttend,
    Step::Cancel,
    Step::Look { is_fit: true },
    Step::Look { is_fit: true },
    Step::Look { is_fit: false },
    Step::Confirm,
    Step::Confirm,
    Step::Confirm,
    Step::Confirm,
    Step::Start,
    Step::Start,
    Step::Start,
    Step::End,
    Step::Interrupt,
    Step::LookAfterwards,
    Step::LookAfterwards,
    Step::Sign,
    Step::Sign,
    Step::Sign,
    Step::Amend,
    Step::Amend,
];

/// Chance that is the same each time (splitmix64).
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % most as u64) as usize
    }
}

fn found(is_fit: bool) -> Before {
    Before {
        weight: Kilograms(74.9),
        lying: Pressure::of(148.0, 82.0),
        standing: None,
        pulse: None,
        temperature: None,
        breaths: None,
        spo2: None,
        glucose: None,
        complaints: Complaints::Nothing,
        access_safe: is_fit,
        self_test_passed: true,
        conductivity: 14.0,
        consented: true,
        uf_goal: Millilitres(2_400.0),
        urea: None,
        note: None,
    }
}

fn found_afterwards() -> After {
    After {
        weight: Kilograms(72.5),
        lying: Pressure::of(132.0, 74.0),
        standing: None,
        pulse: None,
        temperature: None,
        uf_removed: Millilitres(2_400.0),
        litres: None,
        washback: Washback::Clear,
        bleeding: None,
        urea: None,
        note: None,
    }
}

/// The step in the model.
fn take(session: Session, step: Step, done: Done) -> Result<Session, Refused> {
    match step {
        Step::CheckIn => session.check_in(done),
        Step::DidNotAttend => session.did_not_attend(done, Absence::Unknown, None),
        Step::Cancel => session.cancel(done, CalledOff::Patient, None),
        Step::Look { is_fit } => session.look(found(is_fit), done),
        Step::Confirm => session.confirm(done),
        Step::Start => session.start(done, false, None),
        Step::End => session.end(done, None),
        Step::Interrupt => session.end(done, Some((Early::Cramps, None))),
        Step::LookAfterwards => session.look_afterwards(found_afterwards(), done),
        Step::Sign => session.sign(done),
        Step::Amend => session.amend(Amendment {
            done,
            old_text: "72.1 kg".into(),
            new_text: "71.2 kg".into(),
            reason: "digits turned".into(),
        }),
    }
}

/// A session of the database, with what its rows have to name.
struct Row {
    session: Uuid,
    prescription: Uuid,
    access: Uuid,
    /// The newest look and who looked.
    look: (Uuid, UserId),
}

impl Row {
    /// The row that the step writes.
    fn script(&self, step: Step, done: Done) -> String {
        let (session, by) = (self.session, done.by.0);
        let at = format!("to_timestamp({})", done.at.0 / 1_000_000);
        let (look, first) = (self.look.0, self.look.1.0);
        let (prescription, access, id) = (self.prescription, self.access, Uuid::now_v7());
        match step {
            Step::CheckIn => {
                format!("INSERT INTO session_check_in (session_id, at, by_user) VALUES ('{session}', {at}, '{by}')")
            }
            Step::DidNotAttend => format!(
                "INSERT INTO session_did_not_attend (session_id, at, by_user, reason) VALUES ('{session}', {at}, '{by}', 'unknown')"
            ),
            Step::Cancel => format!(
                "INSERT INTO session_cancelled (session_id, at, by_user, reason) VALUES ('{session}', {at}, '{by}', 'patient')"
            ),
            Step::Look { is_fit } => format!(
                "INSERT INTO session_before (id, session_id, recorded_at, recorded_by, prescription_id, weight, lying_systolic, lying_diastolic, access_id, access_safe, self_test_passed,
                                             conductivity, consented, uf_goal)
                 VALUES ('{id}', '{session}', {at}, '{by}', '{prescription}', 74.9, 148, 82, '{access}', {is_fit}, true, 14.0, true, 2400)"
            ),
            Step::Confirm => format!(
                "INSERT INTO session_second_check (before_id, session_id, first_by, checked_by, checked_at) VALUES ('{look}', '{session}', '{first}', '{by}', {at})"
            ),
            Step::Start => format!(
                "INSERT INTO session_started (session_id, at, by_user, before_id, prescription_id) VALUES ('{session}', {at}, '{by}', '{look}', '{prescription}')"
            ),
            Step::End => {
                format!("INSERT INTO session_ended (session_id, at, by_user) VALUES ('{session}', {at}, '{by}')")
            }
            Step::Interrupt => format!(
                "INSERT INTO session_ended (session_id, at, by_user, early_because) VALUES ('{session}', {at}, '{by}', 'cramps')"
            ),
            Step::LookAfterwards => format!(
                "INSERT INTO session_after (id, session_id, recorded_at, recorded_by, weight, lying_systolic, lying_diastolic, uf_removed, washback)
                 VALUES ('{id}', '{session}', {at}, '{by}', 72.5, 132, 74, 2400, 'clear')"
            ),
            Step::Sign => {
                format!("INSERT INTO session_signed (session_id, at, by_user) VALUES ('{session}', {at}, '{by}')")
            }
            Step::Amend => format!(
                "INSERT INTO session_amendment (id, session_id, at, by_user, old_text, new_text, reason)
                 VALUES ('{id}', '{session}', {at}, '{by}', '72.1 kg', '71.2 kg', 'digits turned')"
            ),
        }
    }
}

impl Chair {
    /// A chair of its own and a session that is booked there, so many days from now: no walk is in another's way.
    async fn books(&self, walk: i64, by: UserId) -> Uuid {
        let (station, session) = (Uuid::now_v7(), Uuid::now_v7());
        super::run(
            &self.at,
            format!(
                "INSERT INTO station (id, hospital_id, ward_id, name) VALUES ('{station}', '{hospital}', '{ward}', 'W-{walk:03}');
                 INSERT INTO dialysis_session (id, patient_id, hospital_id, station_id, planned, minutes, booked_at, booked_by)
                      VALUES ('{session}', '{mwangi}', '{hospital}', '{station}', tstzrange(now() + interval '{walk} days', now() + interval '{walk} days 5 hours'), 240, now(), '{by}')",
                hospital = self.hospital,
                ward = self.at.riverbend.ward,
                mwangi = self.mwangi,
                by = by.0,
            ),
        )
        .await;
        session
    }

    async fn stage_of(&self, session: Uuid) -> Stage {
        let state: String = self
            .one(&format!("SELECT state FROM dialysis_session WHERE id = '{session}'"))
            .await;
        Stage::parse(&state).unwrap()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_database_and_the_model_take_and_refuse_the_same_steps() {
    let unit = Chair::open().await;
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.prepare(&doctor, &nurse).await;
    let prescription: Uuid = unit.one("SELECT id FROM dialysis_prescription").await;
    let access: Uuid = unit.one("SELECT id FROM vascular_access").await;
    let mut people = Vec::new();
    for mail in [
        "rao@riverbend.example",
        "achieng@riverbend.example",
        "haddad@riverbend.example",
    ] {
        people.push(unit.at.user(mail).await);
    }
    // Long enough ago that nobody asks for a machine: which one is fit is another test.
    let begins: i64 = unit
        .one("SELECT extract(epoch FROM now() - interval '3 hours')::bigint")
        .await;
    let (mut taken, mut refused, mut stages) = (HashSet::new(), HashSet::new(), HashSet::new());
    let mut chance = Chance(20_261_129);
    for walk in 1..=WALKS.0 {
        let mut minute = 0;
        let booked = Done {
            by: people[0],
            at: Moment(begins * 1_000_000),
        };
        let mut model = Session::Booked(booked);
        let mut row = Row {
            session: unit.books(walk, people[0]).await,
            prescription,
            access,
            look: (Uuid::now_v7(), people[0]),
        };
        let mut over = 0;
        for place in 0..WALKS.1 {
            minute += chance.below(3) as i64;
            let (step, by) = (STEPS[chance.below(STEPS.len())], people[chance.below(people.len())]);
            let done = Done {
                by,
                at: Moment((begins + minute * 60) * 1_000_000),
            };
            let told = format!("walk {walk}, step {place}: {step:?} after {:?}", model.stage());
            let script = row.script(step, done);
            // reviewed: our own statements, with ids made by the test
            let wrote = sqlx::raw_sql(sqlx::AssertSqlSafe(script))
                .execute(unit.at.db.owner())
                .await;
            match (take(model.clone(), step, done), wrote) {
                (Ok(next), Ok(_)) => {
                    let (from, to) = (model.stage(), next.stage());
                    assert!(from == to || from.may(to), "{told}");
                    model = next;
                    if matches!(step, Step::Look { .. }) {
                        let look = format!(
                            "SELECT id FROM session_before WHERE session_id = '{}' ORDER BY recorded_at DESC, id DESC LIMIT 1",
                            row.session
                        );
                        row.look = (unit.one(&look).await, by);
                    }
                    taken.insert(step);
                }
                (Err(_), Err(error)) => {
                    let rule = error.as_database_error().and_then(|error| error.constraint());
                    assert!(rule.is_some(), "{told}: by a rule that has a name, not {error}");
                    refused.insert(step);
                }
                (in_model, in_database) => {
                    panic!("{told}: the model says {in_model:?}, the database {in_database:?}")
                }
            }
            assert_eq!(unit.stage_of(row.session).await, model.stage(), "{told}");
            stages.insert(model.stage().name());
            over += usize::from(model.stage().is_over());
            if over > 5 {
                break;
            }
        }
    }
    // Walks that went nowhere would agree as well.
    for step in STEPS {
        assert!(taken.contains(&step) && refused.contains(&step), "{step:?}");
    }
    assert_eq!(stages.len(), Stage::ALL.len(), "{stages:?}");
}
