//! What moves of a session: drawn anew for the page that is open, for whoever may read it at that moment, and told in the audit once in a while.

use reqwest::Method;
use serde_json::json;
use uuid::Uuid;

use super::Chair;
use crate::support::door::{Body, knock, page};

impl Chair {
    /// Looked at by two and running.
    async fn runs(&self) -> (String, String) {
        let (doctor, nurse) = (self.doctor().await, self.nurse().await);
        self.prepare(&doctor, &nurse).await;
        self.at_the_chair(&nurse, &[("act", "check_in")]).await;
        self.look(&nurse, &[]).await;
        self.confirm(&doctor).await;
        let said = self.at_the_chair(&nurse, &[("act", "start")]).await;
        assert!(said.contains("The session runs."), "runs");
        (doctor, nurse)
    }

    /// The machine measures so much arterial pressure, and has taken so many litres.
    async fn measures(&self, seq: u64, arterial: f64, litres: f64) {
        let reading = json!({
            "seq": seq, "taken_at": self.at.at(-1.0), "arterial_pressure": arterial, "venous_pressure": 150, "uf_removed": litres, "uf_rate": 600
        });
        let answer = self.at.post(&self.at.riverbend.devices[1], &reading).await;
        assert!(answer.status().is_success(), "{}", answer.text().await.unwrap());
    }

    async fn asked(&self, path: &str, cookie: &str) -> (u16, String) {
        let answer = knock(&self.at, &Method::GET, path, &Body::None, cookie).await;
        (answer.status().as_u16(), answer.text().await.unwrap())
    }

    /// Rows that say that somebody looked at how he is dialysed.
    async fn looks(&self) -> i64 {
        self.one(&format!(
            "SELECT count(*) FROM audit_entry WHERE '{}' = ANY (patients) AND 'dialysis' = ANY (kinds) AND action = 'dialysis.read' AND outcome = 'allowed'",
            self.mwangi
        ))
        .await
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_chair_moves_while_its_page_is_open_and_says_when_the_session_has_gone_on() {
    let unit = Chair::open().await;
    let (_, nurse) = unit.runs().await;
    let opened = page(&unit.at, &unit.chair(), &nurse, &[]).await;
    let door = format!("{}/now?stage=running", unit.chair());
    assert!(
        opened.contains(&format!("data-again=\"{door}\"")),
        "the page asks there"
    );
    assert!(
        opened.contains("again-") || opened.contains("/again"),
        "with its script"
    );

    unit.at.later(60);
    unit.measures(1, -186.0, 0.75).await;
    let (status, part) = unit.asked(&door, &nurse).await;
    assert_eq!(status, 200);
    for shown in [
        "−186",
        "0.75",
        "data-live=\"Live, ",
        "Prescribed and delivered",
        "Potassium",
        "Bicarbonate",
        // Four of the session are done, and nobody wrote a reading or the lots yet.
        "4 of 10 done",
        "Lots of dialyser, lines and needles",
    ] {
        assert!(part.contains(shown), "{shown}: {part}");
    }
    // Nothing that is typed into stands in what is put in anew, and no page around it.
    assert!(!part.contains("<form") && !part.contains("<html"), "{part}");
    unit.at.later(60);
    unit.measures(2, -190.0, 0.85).await;
    let (_, part) = unit.asked(&door, &nurse).await;
    assert!(part.contains("−190") && part.contains("0.85"), "{part}");

    let (status, course) = unit.asked(&format!("{door}&part=course"), &nurse).await;
    assert_eq!(status, 200);
    for shown in [
        "Pressures since the start",
        "trend__lane",
        "No probability is shown",
        "No earlier session is known",
    ] {
        assert!(course.contains(shown), "{shown}: {course}");
    }
    assert!(
        course.contains("between −190 and −186 mmHg"),
        "both were drawn: {course}"
    );

    unit.at_the_chair(&nurse, &[("act", "end")]).await;
    let (status, part) = unit.asked(&door, &nurse).await;
    assert_eq!(status, 200);
    assert!(
        part.contains("data-news=\"This session has gone on meanwhile.") && !part.contains("0.85"),
        "{part}"
    );
    // The signed page keeps the pressures.
    let after = page(&unit.at, &unit.chair(), &nurse, &[]).await;
    assert!(
        after.contains("Pressures since the start") && after.contains("trend__lane"),
        "kept"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn who_may_not_read_it_is_told_nothing_and_an_open_page_is_no_person() {
    let unit = Chair::open().await;
    let (_, nurse) = unit.runs().await;
    let door = format!("{}/now", unit.chair());
    for who in ["mensah", "lindqvist", "haddad", "wanjiru"] {
        let cookie = unit.at.sign_in(&format!("{who}@riverbend.example")).await.unwrap();
        assert_eq!(unit.asked(&door, &cookie).await.0, 403, "{who}");
    }
    let elsewhere = unit.at.sign_in("silva@lakeside.example").await.unwrap();
    assert_eq!(unit.asked(&door, &elsewhere).await.0, 404);
    // Another's session is not found under his name.
    let okafor = unit.at.riverbend.patients[0];
    let under_another = format!("/patients/{okafor}/dialysis/sessions/{}/now", unit.session);
    assert_eq!(unit.asked(&under_another, &nurse).await.0, 404);

    // One row for the page, one for what it asks afterwards, and the next after five minutes.
    let before = unit.looks().await;
    page(&unit.at, &unit.chair(), &nurse, &[]).await;
    for _ in 0..4 {
        unit.asked(&door, &nurse).await;
    }
    assert_eq!(unit.looks().await, before + 2);
    unit.at.later(301);
    for _ in 0..3 {
        unit.asked(&door, &nurse).await;
    }
    assert_eq!(unit.looks().await, before + 3);

    // Asking keeps nobody signed in: fifteen minutes after the person did something it is over.
    unit.at.later(400);
    assert_eq!(unit.asked(&door, &nurse).await.0, 200);
    unit.at.later(400);
    assert_ne!(unit.asked(&door, &nurse).await.0, 200, "the page is no person");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_unit_and_the_patient_see_the_session_move() {
    let unit = Chair::open().await;
    let (doctor, _) = unit.runs().await;
    let mwangi = unit.at.in_the_portal(unit.mwangi, unit.hospital, "Joseph Mwangi").await;
    let mine = page(&unit.at, "/my/dialysis", &mwangi, &[]).await;
    assert!(mine.contains("data-again=\"/my/dialysis/now\""), "{mine}");
    let ward = unit.at.riverbend.ward;
    let board = page(&unit.at, "/dialysis", &doctor, &[]).await;
    let door = format!("/dialysis/now?ward={ward}");
    assert!(board.contains(&format!("data-again=\"{door}\"")), "{board}");

    unit.at.later(60);
    unit.measures(1, -180.0, 1.5).await;
    let (status, part) = unit.asked("/my/dialysis/now", &mwangi).await;
    assert_eq!(status, 200);
    assert!(part.contains("1.5 of 2.4 litres removed"), "{part}");
    let (status, part) = unit.asked(&door, &doctor).await;
    assert_eq!(status, 200);
    assert!(part.contains("MWANGI, Joseph") && part.contains("1.50"), "{part}");
    // The portal's door is not for staff, nor the other way round.
    assert_eq!(unit.asked("/my/dialysis/now", &doctor).await.0, 303);
    assert_eq!(unit.asked(&door, &mwangi).await.0, 303);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_alarm_is_answered_at_the_chair_with_a_note_and_the_answer_leads_back() {
    let unit = Chair::open().await;
    let (_, nurse) = unit.runs().await;
    let quiet = page(&unit.at, &unit.chair(), &nurse, &[]).await;
    assert!(!quiet.contains("action=\"/alarms/acknowledge\""), "nothing to answer");

    // Far below the limit of the arterial pressure, as often as a rule asks for.
    for seq in 1..=6 {
        unit.at.later(20);
        unit.measures(seq, -280.0, 0.5).await;
    }
    let (_, part) = unit.asked(&format!("{}/now?stage=running", unit.chair()), &nurse).await;
    assert!(
        part.contains(&format!("href=\"{}?since=", unit.chair())) && part.contains("Answer them here"),
        "{part}"
    );
    assert!(!part.contains("<form"), "it would not stand still there");
    let opened = page(&unit.at, &unit.chair(), &nurse, &[]).await;
    assert!(opened.contains("action=\"/alarms/acknowledge\""), "{opened}");

    let alarm: Uuid = unit
        .one("SELECT id FROM alarm WHERE parameter = 'arterial_pressure' LIMIT 1")
        .await;
    let (alarm, chair) = (alarm.to_string(), unit.chair());
    let fields = Body::Form(vec![
        ("alarm", alarm.clone()),
        ("note", "The needle was moved".to_owned()),
        ("back", chair.clone()),
    ]);
    let answer = knock(&unit.at, &Method::POST, "/alarms/acknowledge", &fields, &nurse).await;
    assert_eq!(answer.status().as_u16(), 303);
    assert_eq!(answer.headers()["location"].to_str().unwrap(), chair);
    let answered = page(&unit.at, &chair, &nurse, &[]).await;
    assert!(!answered.contains(&format!("value=\"{alarm}\"")), "it is answered");
}
