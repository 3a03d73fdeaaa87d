//! Values at which somebody must act now: reported, told, misheard, read back by somebody else, closed; whoever is on call is told while nobody reads them back, and answers without the chart; what was
//! a mistake is withdrawn by who reported it; and no value stands in a notice or an address.

mod told;

use domain::actor::{Actor, Role};
use domain::ids::UserId;
use domain::on_call::typed::ShiftTyped;
use hospital::Ctx;
use hospital::on_call::{self, sweep_now};
use reqwest::Method;
use uuid::Uuid;

use crate::support::Wardlight;
use crate::support::door::{Body, knock, page, status};

const BOARD: &str = "/critical";

/// Riverbend: B. Achieng reports of Okafor, in bed 1, and Dr Rao reads back.
struct Loop {
    at: Wardlight,
    door: String,
    yesterday: String,
    rao: String,
    achieng: String,
}

impl Loop {
    async fn open() -> Self {
        let at = Wardlight::open().await;
        let yesterday = sqlx::query_scalar(
            "SELECT to_char(($2::timestamptz AT TIME ZONE zone) - interval '1 day', 'YYYY-MM-DD') FROM hospital WHERE id = $1",
        )
        .bind(at.riverbend.id.0)
        .bind(at.at(0.0))
        .fetch_one(at.db.owner())
        .await
        .unwrap();
        // Dr Rao treats her, and is told; whoever is only on duty on the ward reads and answers.
        let rao = at.user("rao@riverbend.example").await;
        sqlx::query("INSERT INTO care_relation (user_id, patient_id, hospital_id, made_by, during) VALUES ($1, $2, $3, $1, tstzrange($4::timestamptz, NULL))")
            .bind(rao.0)
            .bind(at.riverbend.patients[0])
            .bind(at.riverbend.id.0)
            .bind(at.at(-3_600.0))
            .execute(at.db.owner())
            .await
            .unwrap();
        Self {
            door: format!("/patients/{}/critical", at.riverbend.patients[0]),
            yesterday,
            rao: at.sign_in("rao@riverbend.example").await.unwrap(),
            achieng: at.sign_in("achieng@riverbend.example").await.unwrap(),
            at,
        }
    }

    fn report<'a>(&'a self, test: &'a str, value: &'a str, reason: &'a str) -> [(&'static str, &'a str); 6] {
        [
            ("act", "report"),
            ("test", test),
            ("value", value),
            ("measured_day", &self.yesterday),
            ("measured_time", "08:30"),
            ("reason", reason),
        ]
    }

    /// Potassium 6.9 in blood, which is beyond the published 6 mmol/L.
    async fn potassium(&self) -> Uuid {
        let fields = self.report("Potassium molar conc (Bld), mmol/L · 6298-4", "6.9", "");
        let said = page(&self.at, &self.door, &self.achieng, &fields).await;
        assert!(said.contains("It is reported"), "{said}");
        self.newest().await
    }

    async fn newest(&self) -> Uuid {
        sqlx::query_scalar("SELECT id FROM critical_value ORDER BY reported_at DESC LIMIT 1")
            .fetch_one(self.at.db.owner())
            .await
            .unwrap()
    }

    async fn act(&self, who: &str, act: &str, id: Uuid, field: (&'static str, &str)) -> String {
        let id = id.to_string();
        page(&self.at, &self.door, who, &[("act", act), ("id", &id), field]).await
    }

    /// Puts them on call for the house, day and night, in this rank.
    async fn on_call(&self, who: UserId, rank: &str) {
        let haddad = self.at.user("haddad@riverbend.example").await;
        let actor = Actor::staff(haddad, self.at.riverbend.id, vec![Role::HospitalAdmin]);
        let admin = Ctx::new(self.at.house.clone(), actor, Uuid::now_v7());
        let shift = ShiftTyped {
            rank: rank.into(),
            when: "daily".into(),
            from: "07:00".into(),
            until: "07:00".into(),
        };
        on_call::add_shift(&admin, None, who, &shift).await.unwrap();
    }

    async fn state(&self, id: Uuid) -> String {
        sqlx::query_scalar("SELECT state FROM critical_value WHERE id = $1")
            .bind(id)
            .fetch_one(self.at.db.owner())
            .await
            .unwrap()
    }

    /// Steps of the on-call table: which, who was told, why nobody was.
    async fn steps(&self, id: Uuid) -> Vec<(i16, Option<Uuid>, Option<String>)> {
        sqlx::query_as(
            "SELECT step, told_user, skipped_reason FROM critical_step WHERE critical_id = $1 AND step > 0 ORDER BY step, id",
        )
        .bind(id)
        .fetch_all(self.at.db.owner())
        .await
        .unwrap()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_value_is_reported_misheard_read_back_by_another_and_closed() {
    let it = Loop::open().await;
    let none = page(&it.at, &it.door, &it.rao, &[]).await;
    assert!(none.contains("No critical value waits"), "{none}");

    let id = it.potassium().await;
    let rao = it.at.user("rao@riverbend.example").await;
    assert_eq!(
        it.at.told("critical.value").await,
        [rao.0],
        "whoever treats is told once"
    );
    let seen = page(&it.at, &it.door, &it.rao, &[]).await;
    for words in [
        "Critical value 6.9\u{a0}mmol/L",
        "Too high",
        "above 6\u{a0}mmol/L, as published",
        "Potassium",
        "B. Achieng",
        "as it was reported",
    ] {
        assert!(
            seen.contains(words) || seen.contains(&words.replace('\u{a0}', " ")),
            "{words}: {seen}"
        );
    }

    // 9.6 was heard: it is kept, it is said, and the loop waits on.
    let misheard = it.act(&it.rao, "read-back", id, ("value", "9.6")).await;
    assert!(
        misheard.contains("That is not the value that was reported."),
        "{misheard}"
    );
    assert!(misheard.contains("Dr Anika Rao read 9.6"), "{misheard}");
    assert_eq!(it.state(id).await, "open");
    let early = it.act(&it.rao, "close", id, ("action", "Calcium was given")).await;
    assert!(early.contains("Somebody must read this value back first."), "{early}");

    // However it is written, the number is the same.
    let read = it.act(&it.rao, "read-back", id, ("value", "6,90")).await;
    assert!(read.contains("it is read back. Now write what was done."), "{read}");
    assert_eq!(it.state(id).await, "read");
    let closed = it
        .act(&it.rao, "close", id, ("action", "Calcium was given at 08:41"))
        .await;
    assert!(
        closed.contains("It is closed.") && closed.contains("Calcium was given at 08:41"),
        "{closed}"
    );
    assert!(
        closed.contains("Dr Anika Rao read 9.6"),
        "what was misheard stays: {closed}"
    );
    assert_eq!(it.state(id).await, "closed");
    let again = it.act(&it.rao, "close", id, ("action", "Something else")).await;
    assert!(again.contains("This value is closed."), "{again}");

    // Neither a notice nor an address says a value or a test.
    let notices = page(&it.at, "/notifications", &it.rao, &[]).await;
    assert!(
        notices.contains("A critical value of a patient whom you treat waits to be read back."),
        "{notices}"
    );
    for secret in ["6.9", "Potassium", "Okafor", "OKAFOR"] {
        assert!(!notices.contains(secret), "{secret} stands in a notice");
    }
    let fields = it
        .report("Sodium in blood", "101", "Confused")
        .map(|(name, value)| (name, value.to_owned()));
    let answer = knock(
        &it.at,
        &Method::POST,
        &it.door,
        &Body::Form(fields.to_vec()),
        &it.achieng,
    )
    .await;
    assert_eq!(answer.headers()["location"], it.door.as_str(), "ids alone");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_reported_it_does_not_read_it_back_and_alone_withdraws_it() {
    let it = Loop::open().await;
    let id = it.potassium().await;
    let own = page(&it.at, &it.door, &it.achieng, &[]).await;
    assert!(own.contains("You reported it: somebody else reads it back."), "{own}");
    assert!(!own.contains("value=\"read-back\""), "no field for who reported it");
    let refused = it.act(&it.achieng, "read-back", id, ("value", "6.9")).await;
    assert!(
        refused.contains("Somebody else reads a value back: not who reported it."),
        "{refused}"
    );
    assert_eq!(it.state(id).await, "open");

    let named = id.to_string();
    let other = [("act", "withdraw"), ("id", named.as_str()), ("reason", "Not mine")];
    assert_eq!(status(&it.at, &it.door, &it.rao, &other).await, 403);
    let why = it.act(&it.achieng, "withdraw", id, ("reason", "x")).await;
    assert!(why.contains("Say why, in 3 to 200 characters."), "{why}");
    let withdrawn = it
        .act(&it.achieng, "withdraw", id, ("reason", "The sample was haemolysed"))
        .await;
    assert!(
        withdrawn.contains("It is withdrawn.") && withdrawn.contains("The sample was haemolysed"),
        "{withdrawn}"
    );
    assert_eq!(it.state(id).await, "withdrawn");
    let late = it.act(&it.rao, "read-back", id, ("value", "6.9")).await;
    assert!(late.contains("This value was withdrawn."), "{late}");
    it.at.later(700);
    sweep_now(&it.at.house).await.unwrap();
    assert_eq!(it.steps(id).await, [], "nobody is told of what was withdrawn");
}

#[tokio::test(flavor = "multi_thread")]
async fn while_nobody_reads_it_back_whoever_is_on_call_is_told_step_by_step() {
    let mut it = Loop::open().await;
    let [rao, achieng] = [
        it.at.user("rao@riverbend.example").await,
        it.at.user("achieng@riverbend.example").await,
    ];
    it.on_call(rao, "1").await;
    it.on_call(achieng, "2").await;
    let id = it.potassium().await;
    sweep_now(&it.at.house).await.unwrap();
    assert_eq!(
        it.steps(id).await,
        [],
        "nobody on call before the time of the first is over"
    );

    it.at.later(61);
    let (one, other) = tokio::join!(sweep_now(&it.at.house), sweep_now(&it.at.house));
    let _ = (one.unwrap(), other.unwrap());
    assert_eq!(it.steps(id).await, [(1, Some(rao.0), None)]);
    it.at.later(120);
    sweep_now(&it.at.house).await.unwrap();
    let told = [(1, Some(rao.0), None), (2, Some(achieng.0), None)];
    assert_eq!(it.steps(id).await, told);
    assert_eq!(it.at.told("critical.unanswered").await, [rao.0, achieng.0]);
    let board = page(&it.at, BOARD, &it.rao, &[]).await;
    assert!(
        board.contains("First") && board.contains("B. Achieng") && board.contains("3 min"),
        "{board}"
    );

    // A misheard try stops nothing; the value read back does.
    it.act(&it.rao, "read-back", id, ("value", "9.6")).await;
    it.act(&it.rao, "read-back", id, ("value", "6.9")).await;
    it.at.later(3_600);
    sweep_now(&it.at.house).await.unwrap();
    assert_eq!(it.steps(id).await, told, "the third has no turn");

    // After an hour everybody signs in again.
    it.rao = it.at.sign_in("rao@riverbend.example").await.unwrap();
    it.achieng = it.at.sign_in("achieng@riverbend.example").await.unwrap();

    // Nobody is on call third: the next one says so.
    let next = it.potassium().await;
    it.at.later(700);
    sweep_now(&it.at.house).await.unwrap();
    let steps = it.steps(next).await;
    assert_eq!(steps.last(), Some(&(3, None, Some("nobody".to_owned()))), "{steps:?}");
    let said = page(&it.at, &it.door, &it.rao, &[]).await;
    assert!(said.contains("Nobody: none is on call"), "{said}");

    // Who comes on call later is told then: that nobody was there has used up no step.
    let (nurse, _) = it.at.colleague(it.at.riverbend.id, Role::Nurse).await;
    it.on_call(nurse, "3").await;
    for _ in 0..2 {
        sweep_now(&it.at.house).await.unwrap();
    }
    let steps = it.steps(next).await;
    assert_eq!(
        steps.get(2..),
        Some(&[(3, None, Some("nobody".to_owned())), (3, Some(nurse.0), None)][..]),
        "{steps:?}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn the_board_names_somebody_only_to_who_may_read_them() {
    let it = Loop::open().await;
    it.potassium().await;
    let haddad = it.at.sign_in("haddad@riverbend.example").await.unwrap();
    for path in [BOARD, "/critical/now"] {
        let doctor = page(&it.at, path, &it.rao, &[]).await;
        assert!(
            doctor.contains("OKAFOR") && doctor.contains("6.9") && doctor.contains(&it.door),
            "{doctor}"
        );
        let admin = page(&it.at, path, &haddad, &[]).await;
        assert!(
            admin.contains("Ward 4 · Renal") && admin.contains("Not yours to read"),
            "{admin}"
        );
        for secret in ["OKAFOR", "Okafor", "6.9", "Potassium", it.door.as_str()] {
            assert!(
                !admin.contains(secret),
                "{secret} is an administrator’s to read at {path}"
            );
        }
    }
    // Nothing that is typed into is drawn anew.
    let part = page(&it.at, &format!("{}/now", it.door), &it.rao, &[]).await;
    assert!(part.contains("Not read back") && !part.contains("<form"), "{part}");
    // A doctor of another house sees neither the patient nor that one waits.
    let silva = it.at.sign_in("silva@lakeside.example").await.unwrap();
    let elsewhere = page(&it.at, BOARD, &silva, &[]).await;
    assert!(
        elsewhere.contains("No critical value waits") && !elsewhere.contains("6.9"),
        "{elsewhere}"
    );
    let id = it.newest().await.to_string();
    let own = format!("/patients/{}/critical", it.at.lakeside.patients[0]);
    for (act, field) in [("read-back", "value"), ("close", "action"), ("withdraw", "reason")] {
        let fields = [("act", act), ("id", id.as_str()), (field, "6.9")];
        assert_eq!(
            status(&it.at, &own, &silva, &fields).await,
            404,
            "{act} with an id of elsewhere"
        );
    }
    assert_eq!(it.state(it.newest().await).await, "open");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_value_within_the_limits_needs_a_reason_and_what_was_typed_stays() {
    let it = Loop::open().await;
    let within = it.report("6298-4", "5.2", "");
    let asked = page(&it.at, &it.door, &it.achieng, &within).await;
    assert!(asked.contains("Say why somebody must act now."), "{asked}");
    assert!(
        asked.contains("value=\"5.2\"") && asked.contains("value=\"6298-4\""),
        "what was typed stays"
    );
    let why = it.report("6298-4", "5.2", "Was 3.1 an hour ago");
    let said = page(&it.at, &it.door, &it.achieng, &why).await;
    assert!(
        said.contains("Was 3.1 an hour ago") && said.contains("Beyond no published limit"),
        "{said}"
    );

    // A test that is in no list is named in the same field, and a fault of its name stands there.
    let odd = it.report("x", "3", "Rising");
    let named = page(&it.at, &it.door, &it.achieng, &odd).await;
    assert!(
        named.contains("href=\"#test\"") && named.contains("Name the test in 2 to 100 characters."),
        "{named}"
    );
    let troponin = it.report("Troponin T", "52", "Rising, with pain");
    let said = page(&it.at, &it.door, &it.achieng, &troponin).await;
    assert!(said.contains("Troponin T"), "{said}");
    let count: i64 = sqlx::query_scalar("SELECT count(*) FROM critical_value")
        .fetch_one(it.at.db.owner())
        .await
        .unwrap();
    assert_eq!(count, 2);
}
