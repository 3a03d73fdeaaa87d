//! What technicians note of whoever is on their machine: field by field, with what was there before, told to the doctors, taken back by one, and by nobody whose machine it is not.

use domain::actor::Role;
use reqwest::Method;
use uuid::Uuid;

use crate::support::Wardlight;
use crate::support::door::{Body, knock, page};

/// Mensah keeps Monitor 01, on which Okafor is; Rao treats her.
struct Story {
    at: Wardlight,
    okafor: Uuid,
    mensah: String,
    rao: String,
}

impl Story {
    async fn begin() -> Self {
        let at = Wardlight::open().await;
        let mensah = at.sign_in("mensah@riverbend.example").await.unwrap();
        let rao = at.sign_in("rao@riverbend.example").await.unwrap();
        let okafor = at.riverbend.patients[0];
        Self {
            at,
            okafor,
            mensah,
            rao,
        }
    }

    fn path(&self) -> String {
        format!("/patients/{}/updates", self.okafor)
    }

    async fn status(&self, method: Method, cookie: &str, fields: &[(&'static str, &str)]) -> u16 {
        let fields: Vec<_> = fields
            .iter()
            .map(|(name, value)| (*name, (*value).to_owned()))
            .collect();
        let body = if method == Method::GET {
            Body::None
        } else {
            Body::Form(fields)
        };
        knock(&self.at, &method, &self.path(), &body, cookie)
            .await
            .status()
            .as_u16()
    }

    /// Posts a note and answers the page that it leads to.
    async fn note(&self, cookie: &str, field: &str, seen: &str, value: &str, reason: &str) -> String {
        let fields = [
            ("act", "note"),
            ("field", field),
            ("seen", seen),
            ("value", value),
            ("weight_unit", "kg"),
            ("reason", reason),
        ];
        page(&self.at, &self.path(), cookie, &fields).await
    }

    async fn take_back(&self, cookie: &str, id: &str, reason: &str) -> String {
        let fields = [("act", "take_back"), ("id", id), ("reason", reason)];
        page(&self.at, &self.path(), cookie, &fields).await
    }

    /// Every line: old, new and whether it takes back, the oldest first.
    async fn lines(&self) -> Vec<(String, String, bool)> {
        sqlx::query_as("SELECT old_value, new_value, takes_back FROM medical_update ORDER BY at, id")
            .fetch_all(self.at.db.owner())
            .await
            .unwrap()
    }

    async fn ids(&self) -> Vec<String> {
        sqlx::query_scalar("SELECT id::text FROM medical_update ORDER BY at, id")
            .fetch_all(self.at.db.owner())
            .await
            .unwrap()
    }

    /// How often somebody was told something of this kind.
    async fn told(&self, email: &str, kind: &str) -> i64 {
        let user = self.at.user(email).await;
        sqlx::query_scalar("SELECT count(*) FROM notice WHERE user_id = $1 AND kind = $2")
            .bind(user.0)
            .bind(kind)
            .fetch_one(self.at.db.owner())
            .await
            .unwrap()
    }

    async fn run(&self, script: String) {
        // reviewed: our own statements, with ids made by the test
        sqlx::raw_sql(sqlx::AssertSqlSafe(script))
            .execute(self.at.db.owner())
            .await
            .unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn each_change_of_a_field_stays_with_what_was_there_before_and_the_doctor_is_told() {
    let story = Story::begin().await;
    let first = page(&story.at, &story.path(), &story.mensah, &[]).await;
    assert!(
        first.contains("OKAFOR, Amara") && first.contains("No change yet"),
        "{first}"
    );
    let said = story
        .note(&story.mensah, "needle_gauge", "", "15", "The thicker ones bled.")
        .await;
    assert!(
        said.contains("It is noted, and who treats them is told.") && said.contains("15\u{a0}G"),
        "{said}"
    );
    assert!(said.contains("The thicker ones bled.") && said.contains("Monitor 01") && said.contains("K. Mensah"));
    assert_eq!(story.told("rao@riverbend.example", "dialysis.noted").await, 1);
    let ids = story.ids().await;
    story
        .note(&story.mensah, "needle_gauge", &ids[0], "16", "It bled again.")
        .await;
    story
        .note(&story.mensah, "weight_before", "", "74.9", "On the scale.")
        .await;
    assert_eq!(
        story.lines().await,
        [("", "15"), ("15", "16"), ("", "74.90")].map(|(old, new)| (old.to_owned(), new.to_owned(), false))
    );
    // The doctor reads it where the dialysis stands, the nurse in the trail; each field alone when asked.
    let dialysis = format!("/patients/{}/dialysis", story.okafor);
    let html = page(&story.at, &dialysis, &story.rao, &[]).await;
    assert!(
        html.contains("Noted at the machine") && html.contains("16\u{a0}G"),
        "{html}"
    );
    let nurse = story.at.sign_in("achieng@riverbend.example").await.unwrap();
    let all = page(&story.at, &story.path(), &nurse, &[]).await;
    assert!(all.contains("It bled again.") && all.contains("On the scale."), "{all}");
    let one = page(&story.at, &format!("{}?field=weight_before", story.path()), &nurse, &[]).await;
    assert!(
        !one.contains("It bled again.") && one.contains("On the scale."),
        "{one}"
    );
    let trace: i64 = sqlx::query_scalar("SELECT count(*) FROM audit_entry WHERE action = 'medical_update.note'")
        .fetch_one(story.at.db.owner())
        .await
        .unwrap();
    assert_eq!(trace, 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_read_or_was_changed_meanwhile_is_not_written() {
    let story = Story::begin().await;
    let said = story.note(&story.mensah, "needle_gauge", "", "99", "x").await;
    assert!(
        said.contains("Enter 14 to 17\u{a0}G.") && said.contains("Say why, in 3 to 500 characters."),
        "{said}"
    );
    assert!(story.lines().await.is_empty());
    story
        .note(&story.mensah, "isolation", "", "MRSA in the nose", "Told at the door.")
        .await;
    // Whoever saw nothing there writes over nothing.
    let said = story.note(&story.mensah, "isolation", "", "none", "As I see it.").await;
    assert!(said.contains("Somebody changed this field meanwhile."), "{said}");
    let seen = &story.ids().await[0];
    let said = story
        .note(&story.mensah, "isolation", seen, "MRSA  in the nose", "Again.")
        .await;
    assert!(said.contains("This stands there already."), "{said}");
    assert_eq!(story.lines().await.len(), 1);
    // Of twenty at once who saw the same, one writes.
    let tries = (0..20).map(|n| {
        let (seen, story) = (seen.clone(), &story);
        async move {
            let value = format!("Try {n}");
            let fields = [
                ("act", "note"),
                ("field", "isolation"),
                ("seen", seen.as_str()),
                ("value", value.as_str()),
                ("reason", "At once."),
            ];
            story.status(Method::POST, &story.mensah, &fields).await
        }
    });
    futures::future::join_all(tries).await;
    assert_eq!(story.lines().await.len(), 2);
    // The house itself changes no line.
    let may: bool = sqlx::query_scalar(
        "SELECT has_any_column_privilege('wardlight_app', 'medical_update', 'UPDATE') OR has_table_privilege('wardlight_app', 'medical_update', 'DELETE')",
    )
    .fetch_one(story.at.db.owner())
    .await
    .unwrap();
    assert!(!may);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_doctor_takes_back_what_holds_and_nothing_that_was_changed_since() {
    let story = Story::begin().await;
    story.note(&story.mensah, "heparin", "", "2000", "Given.").await;
    let first = story.ids().await[0].clone();
    story
        .note(&story.mensah, "heparin", &first, "3000", "More was given.")
        .await;
    let second = story.ids().await[1].clone();
    let said = story.take_back(&story.rao, &first, "It was wrong.").await;
    assert!(said.contains("Somebody changed this field meanwhile."), "{said}");
    let said = story.take_back(&story.rao, &second, "").await;
    assert!(said.contains("Say why, in 3 to 500 characters."), "{said}");
    assert_eq!(story.lines().await.len(), 2);
    let said = story.take_back(&story.rao, &second, "That was the other chair.").await;
    assert!(
        said.contains("It is taken back. Both lines stay to be read.") && said.contains("Taken back"),
        "{said}"
    );
    assert_eq!(
        story.lines().await.last().unwrap(),
        &("3000".to_owned(), "2000".to_owned(), true)
    );
    assert_eq!(story.told("mensah@riverbend.example", "dialysis.taken_back").await, 1);
    // Taken back is taken back once, and the line of one patient is not found under another.
    let said = story.take_back(&story.rao, &second, "Once more.").await;
    assert!(said.contains("Somebody changed this field meanwhile."), "{said}");
    let third = story.ids().await[2].clone();
    let under_another = format!("/patients/{}/updates", story.at.riverbend.patients[1]);
    let fields = vec![
        ("act", "take_back".to_owned()),
        ("id", third),
        ("reason", "Not theirs.".to_owned()),
    ];
    let answer = knock(
        &story.at,
        &Method::POST,
        &under_another,
        &Body::Form(fields),
        &story.rao,
    )
    .await;
    assert_eq!(answer.status(), 404);
    // Neither a nurse nor the technician takes back, and neither a nurse nor a doctor notes.
    let nurse = story.at.sign_in("achieng@riverbend.example").await.unwrap();
    for cookie in [&nurse, &story.mensah] {
        let back = [("act", "take_back"), ("id", "0"), ("reason", "Wrong.")];
        assert_eq!(story.status(Method::POST, cookie, &back).await, 403);
    }
    for cookie in [&nurse, &story.rao] {
        let note = [
            ("act", "note"),
            ("field", "heparin"),
            ("value", "1"),
            ("reason", "Wrong."),
        ];
        assert_eq!(story.status(Method::POST, cookie, &note).await, 403);
    }
    assert_eq!(story.lines().await.len(), 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_has_the_machine_for_a_while_notes_meanwhile_and_nobody_after() {
    let story = Story::begin().await;
    let (hospital, device) = (story.at.riverbend.id, story.at.riverbend.devices[0].id);
    let (his, boateng) = story.at.colleague(hospital, Role::Technician).await;
    assert_eq!(story.status(Method::GET, &boateng, &[]).await, 403);
    let mensah = story.at.user("mensah@riverbend.example").await;
    story
        .run(format!(
            "INSERT INTO device_hand_over (id, device_id, hospital_id, from_user, to_user, asked_at, until, accepted_at)
             VALUES (gen_random_uuid(), '{device}', '{hospital}', '{mensah}', '{his}', now() - interval '1 hour', now() + interval '1 hour', now() - interval '1 hour')"
        ))
        .await;
    let said = story.note(&boateng, "dialyser", "", "FX 80", "As it hung there.").await;
    assert!(said.contains("It is noted"), "{said}");
    let on: Uuid = sqlx::query_scalar("SELECT device_id FROM medical_update")
        .fetch_one(story.at.db.owner())
        .await
        .unwrap();
    assert_eq!(on, device.0);
    // Both consoles lead there, the administrator's does not.
    let console = format!("/devices/{device}");
    let admin = story.at.sign_in("haddad@riverbend.example").await.unwrap();
    for (cookie, leads) in [(&boateng, true), (&story.mensah, true), (&admin, false)] {
        let html = page(&story.at, &console, cookie, &[]).await;
        assert_eq!(html.contains(&story.path()), leads, "{html}");
    }
    story
        .run("UPDATE device_hand_over SET ended_at = now(), ended_by = from_user".to_owned())
        .await;
    let seen = story.ids().await[0].clone();
    let note = [
        ("act", "note"),
        ("field", "dialyser"),
        ("seen", seen.as_str()),
        ("value", "FX 100"),
        ("reason", "Later."),
    ];
    assert_eq!(story.status(Method::POST, &boateng, &note).await, 403, "it is over");
    // The patient leaves the machine: it is nobody's any more.
    story
        .run(format!(
            "UPDATE device_session SET during = tstzrange(lower(during), now()) WHERE device_id = '{device}'"
        ))
        .await;
    assert_eq!(story.status(Method::POST, &story.mensah, &note).await, 403);
    assert_eq!(story.status(Method::GET, &story.mensah, &[]).await, 403);
    assert_eq!(story.lines().await.len(), 1);
}
