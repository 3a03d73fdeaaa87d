//! Who is called when nobody answers: the table and who may change it, each step told once and in order, what stops them, quiet hours, and the figures that come of it.

mod after_quiet;
mod out_patients;

use domain::actor::{Actor, Role};
use domain::ids::{HospitalId, UserId, WardId};
use domain::on_call::typed::{PlanTyped, ShiftTyped, StandInTyped};
use hospital::on_call::{self, Kept, sweep_now};
use hospital::{Ctx, HospitalError};
use reqwest::Method;
use serde_json::json;
use uuid::Uuid;

use crate::support::Wardlight;
use crate::support::door::{Body, knock, page};

const TABLE: &str = "/hospital/on-call";

/// Round, step, who was told, why nobody was.
type Row = (i32, i16, Option<Uuid>, Option<String>);

/// Riverbend with two people on call around the clock: Dr Rao first, B. Achieng second; nobody third.
struct Night {
    at: Wardlight,
    rao: UserId,
    achieng: UserId,
    admin: Ctx,
}

impl Night {
    async fn open() -> Self {
        let at = Wardlight::open().await;
        let rao = at.user("rao@riverbend.example").await;
        let achieng = at.user("achieng@riverbend.example").await;
        let haddad = at.user("haddad@riverbend.example").await;
        let actor = Actor::staff(haddad, at.riverbend.id, vec![Role::HospitalAdmin]);
        let admin = Ctx::new(at.house.clone(), actor, Uuid::now_v7());
        let night = Self {
            at,
            rao,
            achieng,
            admin,
        };
        night.shift(rao, "1").await.unwrap();
        night.shift(achieng, "2").await.unwrap();
        night
    }

    async fn shift(&self, who: UserId, rank: &str) -> Result<(), HospitalError> {
        on_call::add_shift(&self.admin, None, who, &around_the_clock(rank)).await
    }

    /// An alarm of the first monitor, raised so many seconds ago.
    async fn alarm(&self, priority: &str, seconds_ago: f64) -> Uuid {
        self.alarm_of(0, priority, seconds_ago).await
    }

    /// The same of any: one device has one alarm of a kind at a time.
    async fn alarm_of(&self, device: usize, priority: &str, seconds_ago: f64) -> Uuid {
        let id = Uuid::now_v7();
        sqlx::query(
            "WITH raised AS (
                 INSERT INTO alarm (id, device_id, kind, priority, state, raised_at, last_raised_at, count)
                 VALUES ($1, $2, 'machine', $3, 'raised', $4::timestamptz, $4::timestamptz, 1)
                 RETURNING id, raised_at)
             INSERT INTO alarm_event (alarm_id, at, event) SELECT id, raised_at, 'raised' FROM raised",
        )
        .bind(id)
        .bind(self.at.riverbend.devices[device].id.0)
        .bind(priority)
        .bind(time(&self.at, seconds_ago))
        .execute(self.at.db.owner())
        .await
        .unwrap();
        id
    }

    /// What became of its steps.
    async fn steps(&self, alarm: Uuid) -> Vec<Row> {
        sqlx::query_as(
            "SELECT round, step, told_user, skipped_reason FROM alarm_step WHERE alarm_id = $1 ORDER BY round, step, after_quiet",
        )
        .bind(alarm)
        .fetch_all(self.at.db.owner())
        .await
        .unwrap()
    }

    /// Low alarms are quiet from an hour ago until so many hours from now; with none, never.
    async fn quiet(&self, until: Option<i32>) {
        let (low_from, low_until) = match until {
            Some(until) => (self.wall(-1).await.0, self.wall(until).await.0),
            None => (String::new(), String::new()),
        };
        let plan = PlanTyped {
            first: "1".into(),
            second: "3".into(),
            third: "10".into(),
            low_from,
            low_until,
            ..PlanTyped::default()
        };
        on_call::set_plan(&self.admin, None, &plan).await.unwrap();
    }

    /// Whether somebody has as many notices as there are steps in which they were told: also of devices of the test that have fallen silent meanwhile.
    async fn is_told_once_a_step(&self, who: UserId) -> bool {
        sqlx::query_scalar(
            "SELECT (SELECT count(*) FROM notice WHERE kind = 'alarm.unanswered' AND user_id = $1)
                  = (SELECT count(*) FROM alarm_step WHERE told_user = $1)",
        )
        .bind(who.0)
        .fetch_one(self.at.db.owner())
        .await
        .unwrap()
    }

    /// `HH:MM` on the wall, so many hours from now, and the day.
    async fn wall(&self, hours: i32) -> (String, String) {
        sqlx::query_as(
            "SELECT to_char($2::timestamptz AT TIME ZONE zone + make_interval(hours => $3), 'HH24:MI'), to_char($2::timestamptz AT TIME ZONE zone, 'YYYY-MM-DD')
               FROM hospital WHERE id = $1",
        )
        .bind(self.at.riverbend.id.0)
        .bind(time(&self.at, 0.0))
        .bind(hours)
        .fetch_one(self.at.db.owner())
        .await
        .unwrap()
    }
}

fn time(at: &Wardlight, seconds_ago: f64) -> String {
    at.at(-seconds_ago)
}

fn around_the_clock(rank: &str) -> ShiftTyped {
    ShiftTyped {
        rank: rank.into(),
        when: "daily".into(),
        from: "07:00".into(),
        until: "07:00".into(),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_first_is_told_then_the_second_and_an_answer_stops_it() {
    let night = Night::open().await;
    let alarm = night.alarm("high", 5.0).await;
    sweep_now(&night.at.house).await.unwrap();
    assert!(
        night.steps(alarm).await.is_empty(),
        "nobody before the first minute is over"
    );

    night.at.later(60);
    // Two processes look at once: one of them tells.
    let (one, other) = tokio::join!(sweep_now(&night.at.house), sweep_now(&night.at.house));
    let _ = (one.unwrap(), other.unwrap());
    let first: Row = (0, 1, Some(night.rao.0), None);
    assert_eq!(night.steps(alarm).await, std::slice::from_ref(&first));
    assert!(night.is_told_once_a_step(night.rao).await);

    night.at.later(120);
    for _ in 0..3 {
        sweep_now(&night.at.house).await.unwrap();
    }
    let second: Row = (0, 2, Some(night.achieng.0), None);
    assert_eq!(night.steps(alarm).await, [first.clone(), second.clone()]);
    assert!(night.is_told_once_a_step(night.rao).await && night.is_told_once_a_step(night.achieng).await);

    let doctor = night.at.doctor("rao@riverbend.example").await;
    let seen = hospital::alerts::acknowledge(&doctor, domain::ids::AlarmId(alarm), Some("On my way".into())).await;
    assert!(seen.is_ok(), "{seen:?}");
    night.at.later(600);
    sweep_now(&night.at.house).await.unwrap();
    assert_eq!(night.steps(alarm).await, [first, second], "the third has no turn");

    // Who was told, and who answered, stands on the page.
    let found = on_call::table(&night.admin).await.unwrap();
    let of_rao = Kept::Told("Dr Anika Rao".into());
    let answered = |step: &&hospital::on_call::Told| step.became == of_rao && step.answered.is_some();
    let step = found.told.iter().find(answered).expect("a step that led to an answer");
    assert_eq!(step.device, "Monitor 01");
    // And on the patient's, for whoever reads them.
    let cookie = night.at.sign_in("rao@riverbend.example").await.unwrap();
    let limits = format!("/patients/{}/limits", night.at.riverbend.patients[0]);
    let html = page(&night.at, &limits, &cookie, &[]).await;
    assert!(
        html.contains("Told lately") && html.contains("B. Achieng"),
        "{}",
        html.len()
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn an_alarm_that_comes_again_after_an_answer_is_told_anew() {
    let night = Night::open().await;
    let alarm = night.alarm("high", 70.0).await;
    sweep_now(&night.at.house).await.unwrap();
    let doctor = night.at.doctor("rao@riverbend.example").await;
    hospital::alerts::acknowledge(&doctor, domain::ids::AlarmId(alarm), None)
        .await
        .unwrap();
    sqlx::query(
        "WITH worse AS (
             UPDATE alarm SET state = 'raised', acknowledged_at = NULL, acknowledged_by = NULL, acknowledged_note = NULL, sound_paused_until = NULL
              WHERE id = $1
             RETURNING id)
         INSERT INTO alarm_event (alarm_id, at, event) SELECT id, $2::timestamptz, 'escalated' FROM worse",
    )
    .bind(alarm)
    .bind(time(&night.at, 0.0))
    .execute(night.at.db.owner())
    .await
    .unwrap();
    sweep_now(&night.at.house).await.unwrap();
    assert_eq!(night.steps(alarm).await.len(), 1, "its time begins anew");
    night.at.later(61);
    sweep_now(&night.at.house).await.unwrap();
    let rounds: Vec<(i32, i16)> = night.steps(alarm).await.iter().map(|step| (step.0, step.1)).collect();
    assert_eq!(rounds, [(0, 1), (1, 1)]);
}

#[tokio::test(flavor = "multi_thread")]
async fn in_quiet_hours_what_is_low_tells_nobody_and_says_why_and_what_is_high_tells() {
    let night = Night::open().await;
    night.quiet(Some(1)).await;
    let (low, high) = (night.alarm("low", 61.0).await, night.alarm_of(1, "high", 700.0).await);
    sweep_now(&night.at.house).await.unwrap();
    assert_eq!(night.steps(low).await, [quiet(1)]);
    let told: [Row; 3] = [
        (0, 1, Some(night.rao.0), None),
        (0, 2, Some(night.achieng.0), None),
        (0, 3, None, Some("nobody".into())),
    ];
    assert_eq!(night.steps(high).await, told, "all whose time was over, in their order");
}

fn quiet(step: i16) -> Row {
    (0, step, None, Some("quiet".into()))
}

#[tokio::test(flavor = "multi_thread")]
async fn one_person_is_on_call_in_a_rank_and_an_exception_comes_before_the_week() {
    let night = Night::open().await;
    let taken = night.shift(night.achieng, "1").await;
    assert!(matches!(taken, Err(HospitalError::Conflict(_))), "{taken:?}");
    // The database itself refuses it, over the end of the week too, and for the house, which is no ward.
    let beside = "INSERT INTO on_call_shift (id, hospital_id, rank, user_id, weekday, from_minute, minutes, made_by, during)
                  SELECT gen_random_uuid(), hospital_id, 1, user_id, 7, 1430, 20, made_by, tstzrange(now(), NULL) FROM on_call_shift WHERE rank = 1 LIMIT 1";
    let refused = sqlx::query(beside).execute(night.at.db.owner()).await.unwrap_err();
    assert_eq!(
        refused.as_database_error().and_then(|error| error.constraint()),
        Some("on_call_shift_one_person")
    );

    let (_, today) = night.wall(0).await;
    let typed = StandInTyped {
        rank: "1".into(),
        day: today,
        from: "00:00".into(),
        until: "00:00".into(),
        reason: "Dr Rao is ill".into(),
    };
    on_call::stand_in(&night.admin, None, night.achieng, &typed)
        .await
        .unwrap();
    let found = on_call::table(&night.admin).await.unwrap();
    assert_eq!(found.places[0].now[0], found.places[0].now[1], "Achieng is both");
    let stands_in = found.places[0].stand_ins[0].id;

    let alarm = night.alarm("high", 200.0).await;
    sweep_now(&night.at.house).await.unwrap();
    let told: [Row; 2] = [(0, 1, Some(night.achieng.0), None), (0, 2, None, Some("same".into()))];
    assert_eq!(night.steps(alarm).await, told);
    on_call::end_stand_in(&night.admin, stands_in).await.unwrap();
    let again = on_call::end_stand_in(&night.admin, stands_in).await;
    assert!(matches!(again, Err(HospitalError::NotFound)), "{again:?}");
    let found = on_call::table(&night.admin).await.unwrap();
    assert_eq!(found.places[0].now[0].as_deref(), Some("Dr Anika Rao"));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_administrator_sets_the_table_of_their_own_hospital_and_staff_read_it() {
    let night = Night::open().await;
    let [rao, haddad] = ["rao@riverbend.example", "haddad@riverbend.example"];
    let (rao, haddad) = (
        night.at.sign_in(rao).await.unwrap(),
        night.at.sign_in(haddad).await.unwrap(),
    );
    let read = page(&night.at, TABLE, &rao, &[]).await;
    assert!(
        read.contains("Dr Anika Rao") && read.contains("Every day"),
        "{}",
        read.len()
    );
    assert!(!read.contains("Add a shift"));
    let person = night.achieng.to_string();
    let fields = [
        ("act", "add-shift"),
        ("rank", "3"),
        ("person", person.as_str()),
        ("when", "weekdays"),
        ("from", "20:00"),
        ("until", "08:00"),
    ];
    let body = |fields: &[(&'static str, &str)]| {
        Body::Form(
            fields
                .iter()
                .map(|(name, value)| (*name, (*value).to_owned()))
                .collect(),
        )
    };
    let refused = knock(&night.at, &Method::POST, TABLE, &body(&fields), &rao).await;
    assert_eq!(refused.status(), 403);
    let set = page(&night.at, TABLE, &haddad, &fields).await;
    assert!(set.contains("20:00–08:00"), "{}", set.len());
    let taken = page(&night.at, TABLE, &haddad, &fields).await;
    assert!(
        taken.contains("Somebody is on call in this rank at that time."),
        "{}",
        taken.len()
    );

    // A ward and a colleague of elsewhere are nobody's here.
    let elsewhere: HospitalId = night.at.lakeside.id;
    let ward: Uuid = sqlx::query_scalar("SELECT id FROM ward WHERE hospital_id = $1 LIMIT 1")
        .bind(elsewhere.0)
        .fetch_one(night.at.db.owner())
        .await
        .unwrap();
    let typed = around_the_clock("1");
    let there = on_call::add_shift(&night.admin, Some(WardId(ward)), night.rao, &typed).await;
    assert!(
        matches!(&there, Err(HospitalError::Invalid(faults)) if faults[0].field == "ward"),
        "{there:?}"
    );
    let (stranger, _) = night.at.colleague(elsewhere, Role::Doctor).await;
    let theirs = on_call::add_shift(&night.admin, None, stranger, &around_the_clock("3")).await;
    assert!(
        matches!(&theirs, Err(HospitalError::Invalid(faults)) if faults[0].field == "person"),
        "{theirs:?}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn the_budget_counts_alarms_for_each_hour_at_a_bed_and_those_that_nobody_answered() {
    let night = Night::open().await;
    let device = &night.at.riverbend.devices[0];
    for (seq, systolic) in [(1, 120), (2, 80)] {
        let body = json!({ "seq": seq, "taken_at": night.at.at(-20.0 + f64::from(seq)), "systolic": systolic });
        assert_eq!(night.at.post(device, &body).await.status(), 200);
    }
    let machine = night.alarm("low", 300.0).await;
    let doctor = night.at.doctor("rao@riverbend.example").await;
    hospital::alerts::acknowledge(&doctor, domain::ids::AlarmId(machine), None)
        .await
        .unwrap();
    night.at.later(1);
    let found = hospital::alerts::budget(&night.admin, Some(1)).await.unwrap();
    assert!(found.whole.hours > 0.0, "{found:?}");
    let of_machine = found
        .sources
        .iter()
        .find(|it| it.source == hospital::alerts::Source::Machine)
        .unwrap();
    assert_eq!((of_machine.counted.alarms, of_machine.counted.unanswered), (1, 0));
    assert!(
        of_machine
            .counted
            .median
            .is_some_and(|seconds| (299.0..310.0).contains(&seconds))
    );
    let limits: Vec<_> = found
        .sources
        .iter()
        .filter(|it| matches!(it.source, hospital::alerts::Source::Limit(..)))
        .collect();
    assert!(
        limits
            .iter()
            .any(|it| it.counted.alarms == 1 && it.counted.unanswered == 1),
        "{limits:?}"
    );
    assert_eq!(found.by_day.iter().sum::<i64>(), found.whole.counted.alarms);
    assert_eq!(
        found.wards.iter().map(|ward| ward.counted.alarms).sum::<i64>(),
        found.whole.counted.alarms
    );
    let haddad = night.at.sign_in("haddad@riverbend.example").await.unwrap();
    let html = page(&night.at, "/hospital/alarm-budget?days=1", &haddad, &[]).await;
    assert!(
        html.contains("per bed-hour") && html.contains("Alarm of the machine"),
        "{}",
        html.len()
    );
    // One lane at a time, by the address.
    for (lane, shown) in [("clinical", false), ("technical", true)] {
        let path = format!("/hospital/alarm-budget?days=1&lane={lane}");
        let html = page(&night.at, &path, &haddad, &[]).await;
        assert_eq!(html.contains("Alarm of the machine"), shown, "{lane}");
    }
}
