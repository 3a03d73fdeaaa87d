//! Whether a person is found at once among a million (S): by a number, by how a name begins, by a misspelt name. Asked is what the list under the search asks (`hospital::patients::quick`), with
//! its rights, its wall and its record, by somebody at the desk; the page is not drawn. The same questions are asked of 10,000 people before, so that it is seen what a hundred times as many cost.
//!
//! It runs after everything that counts rows, because a million people stay until the bench ends.

use std::time::Instant;

use domain::actor::{Actor, Role};
use domain::ids::{HospitalId, UserId};
use hospital::Ctx;
use hospital::patients::quick;
use sqlx::PgConnection;
use uuid::Uuid;

use crate::arrange::Bench;
use crate::generator::quantile;
use crate::limits;
use crate::report::{Better, Report};

/// People of a hospital, and of a country's.
const FEW: i64 = 10_000;
const MANY: i64 = 1_000_000;
/// Words of names. The commoner a word, the more have it: the word at place n about 1/n of those at the first, as names of people go (Zipf).
const WORDS: i64 = 43_500;
/// Questions of one kind in a turn, and turns.
const QUESTIONS: i64 = 200;
const TURNS: usize = 3;
/// An answer within a tenth of a second reads as if it were there at once (Nielsen, Usability Engineering, 1993, chapter 5): the floor. The target leaves half of it to the page and the network.
const INSTANT: f64 = 100.0;

/// How somebody is sought.
struct Kind {
    goal: &'static str,
    what: &'static str,
    /// What is typed for person `$1` of hospital `$2`.
    question: &'static str,
}

static KINDS: [Kind; 3] = [
    Kind {
        goal: "S number",
        what: "Found by a number among 1,000,000, p99",
        question: "SELECT hospital_number FROM registration WHERE hospital_id = $2 AND hospital_number = 'S-' || $1::bigint",
    },
    Kind {
        goal: "S name",
        what: "Found by how a name begins among 1,000,000, p99",
        question: "SELECT left(p.family_name, 3 + ($1::bigint % 4)::int) FROM registration r JOIN patient p ON p.id = r.patient_id WHERE r.hospital_id = $2 AND r.hospital_number = 'S-' || $1::bigint",
    },
    // No name has an x: it begins none, and is alike.
    Kind {
        goal: "S alike",
        what: "Found by a misspelt name among 1,000,000, p99",
        question: "SELECT overlay(p.family_name PLACING 'x' FROM 4 FOR 1) FROM registration r JOIN patient p ON p.id = r.patient_id WHERE r.hospital_id = $2 AND r.hospital_number = 'S-' || $1::bigint",
    },
];

/// S: how long answers of each kind take among a million people, against what reads as at once, and against the same among 10,000.
pub async fn search(bench: &Bench, report: &mut Report) {
    let mut connection = limits::superuser(bench).await;
    let (user, hospital): (Uuid, Uuid) =
        sqlx::query_as("SELECT user_id, hospital_id FROM role_grant WHERE role = 'doctor' LIMIT 1")
            .fetch_one(&mut connection)
            .await
            .expect("somebody who works here");
    let desk = Actor::staff(UserId(user), HospitalId(hospital), [Role::Receptionist]);
    words(&mut connection).await;
    fill(&mut connection, hospital, (1, FEW)).await;
    let few = measured(bench, &mut connection, (&desk, hospital), FEW).await;
    println!("Registering {MANY} people");
    let begun = Instant::now();
    fill(&mut connection, hospital, (FEW + 1, MANY)).await;
    let filled = begun.elapsed().as_secs_f64();
    let many = measured(bench, &mut connection, (&desk, hospital), MANY).await;
    let trip = trips(&mut connection).await;
    let mut growth = Vec::new();
    for ((kind, few), many) in KINDS.iter().zip(&few).zip(&many) {
        let ratios: Vec<f64> = many.iter().map(|turn| turn.1 / INSTANT).collect();
        report.goal(
            kind.goal,
            kind.what,
            "0.1 s",
            &ratios,
            Better::Lower,
            (1.0, "1"),
            (0.5, "0.5"),
        );
        growth.extend(many.iter().zip(few).map(|(many, few)| many.0 / few.0));
        report.note(format!(
            "{}: p50 {:.1} ms and p99 {:.1} ms; of {FEW} people {:.1} ms and {:.1} ms",
            kind.goal,
            middle(many, |turn| turn.0),
            middle(many, |turn| turn.1),
            middle(few, |turn| turn.0),
            middle(few, |turn| turn.1),
        ));
    }
    report.note(format!(
        "SELECT 1 there and back: p50 {trip:.2} ms; {MANY} people were registered in {filled:.0} s"
    ));
    // An index is read a level deeper. What grows with the people is what was not meant to be walked through.
    report.goal(
        "S growth",
        "A search among 1,000,000, the middle of each kind and turn",
        "the same among 10,000",
        &growth,
        Better::Lower,
        (4.0, "4"),
        (2.0, "2"),
    );
}

fn middle(turns: &[(f64, f64)], of: impl Fn(&(f64, f64)) -> f64) -> f64 {
    let mut values: Vec<f64> = turns.iter().map(of).collect();
    values.sort_by(f64::total_cmp);
    quantile(&values, 0.5)
}

/// Of each kind the middle and the p99 in milliseconds, turn by turn; the kinds take turns.
async fn measured(
    bench: &Bench,
    connection: &mut PgConnection,
    (desk, hospital): (&Actor, Uuid),
    people: i64,
) -> Vec<Vec<(f64, f64)>> {
    let mut all = vec![Vec::new(); KINDS.len()];
    for turn in 0..=TURNS as i64 {
        for (kind, turns) in KINDS.iter().zip(&mut all) {
            let mut took = Vec::new();
            for number in 0..QUESTIONS {
                // Each asks of somebody else, everywhere among them.
                let whom = 1 + (turn * QUESTIONS + number) * 7_919 % people;
                let typed: String = sqlx::query_scalar(kind.question)
                    .bind(whom)
                    .bind(hospital)
                    .fetch_one(&mut *connection)
                    .await
                    .expect("somebody to seek");
                let ctx = Ctx::new(bench.house.clone(), desk.clone(), Uuid::now_v7());
                let begun = Instant::now();
                let found = quick(&ctx, &typed).await.expect("an answer");
                took.push(begun.elapsed().as_secs_f64() * 1e3);
                assert!(!found.found.is_empty(), "{}: nobody for {typed}", kind.goal);
            }
            took.sort_by(f64::total_cmp);
            // The first turn warms what is kept in memory.
            if turn > 0 {
                turns.push((quantile(&took, 0.5), quantile(&took, 0.99)));
            }
        }
    }
    all
}

async fn trips(connection: &mut PgConnection) -> f64 {
    let mut took = Vec::new();
    for _ in 0..1_000 {
        let begun = Instant::now();
        sqlx::query("SELECT 1")
            .execute(&mut *connection)
            .await
            .expect("an answer");
        took.push(begun.elapsed().as_secs_f64() * 1e3);
    }
    took.sort_by(f64::total_cmp);
    quantile(&took, 0.5)
}

/// Three syllables for each place of a word.
async fn words(connection: &mut PgConnection) {
    let script = format!(
        "CREATE FUNCTION bench_word(place bigint) RETURNS text LANGUAGE sql IMMUTABLE AS $$
             SELECT string_agg(substr('bdfgklmnprstvz', (s % 14)::int + 1, 1) || substr('aeiou', (s / 14)::int + 1, 1), '')
               FROM (SELECT place * 48271 % 343000 AS n) AS scattered, unnest(ARRAY[n % 70, n / 70 % 70, n / 4900]) AS s $$;
         CREATE TABLE bench_word_of AS SELECT n AS place, bench_word(n) AS word FROM generate_series(1, {WORDS}) AS n;
         CREATE UNIQUE INDEX ON bench_word_of (place)"
    );
    run(connection, script).await;
}

/// Registers the people of these numbers as the register would, without its triggers: a million one by one would take an hour.
async fn fill(connection: &mut PgConnection, hospital: Uuid, (first, last): (i64, i64)) {
    let script = format!(
        "BEGIN;
         SET LOCAL session_replication_role = replica;
         SELECT setseed(0.42);
         CREATE TEMP TABLE made ON COMMIT DROP AS
             SELECT n, gen_random_uuid() AS id, (({WORDS} + 1) ^ random())::int AS family, (({WORDS} + 1) ^ random())::int AS given
               FROM generate_series({first}::bigint, {last}::bigint) AS n;
         INSERT INTO patient (id, health_id, family_name, given_name, born_on, sex)
              SELECT m.id, lpad((20000000000000 + m.n)::text, 14, '0'), f.word, g.word, date '1930-01-01' + (m.n * 7919 % 30000)::int, 'female'
                FROM made m JOIN bench_word_of f ON f.place = least(m.family, {WORDS}) JOIN bench_word_of g ON g.place = least(m.given, {WORDS});
         INSERT INTO registration (patient_id, hospital_id, hospital_number, registered_at)
              SELECT m.id, '{hospital}', 'S-' || m.n, now() - m.n * interval '1 minute' FROM made m;
         INSERT INTO name_word (word)
              SELECT w.word FROM bench_word_of w JOIN (SELECT least(family, {WORDS}) AS place FROM made UNION SELECT least(given, {WORDS}) FROM made) AS had ON had.place = w.place
              ON CONFLICT DO NOTHING;
         INSERT INTO patient_name (word, patient_id)
              SELECT f.word, m.id FROM made m JOIN bench_word_of f ON f.place = least(m.family, {WORDS})
              UNION
              SELECT g.word, m.id FROM made m JOIN bench_word_of g ON g.place = least(m.given, {WORDS});
         COMMIT"
    );
    run(connection, script).await;
    // As after the night: PostgreSQL has looked at the tables since they grew.
    run(
        connection,
        "VACUUM (ANALYZE) patient, registration, patient_name, name_word".to_owned(),
    )
    .await;
}

async fn run(connection: &mut PgConnection, script: String) {
    // reviewed: our own statements, with an id made by the bench
    sqlx::raw_sql(sqlx::AssertSqlSafe(script))
        .execute(connection)
        .await
        .expect("people to be found");
}
