//! What moves of a console: drawn anew for the page that is open, for whoever may read it at that moment, without a form and without a trace of who is on the machine.

use reqwest::Method;
use serde_json::json;

use super::Unit;
use crate::support::door::{Body, knock};

impl Unit {
    async fn asked(&self, who: &str) -> (u16, String) {
        let answer = knock(&self.at, &Method::GET, &self.path("/now"), &Body::None, who).await;
        (answer.status().as_u16(), answer.text().await.unwrap())
    }

    /// Rows that say that somebody read this machine.
    async fn looks(&self) -> i64 {
        self.scalar("SELECT count(*) FROM audit_entry WHERE action = 'machine.read' AND outcome = 'allowed' AND subject_id = $1")
            .await
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_console_moves_while_it_is_open_and_says_when_the_machine_is_silent_or_out_of_service() {
    let unit = Unit::with_water().await;
    let opened = unit.act(&unit.mensah, "", &[]).await;
    let asks = format!("data-again=\"{}\" data-every=\"10\"", unit.path("/now"));
    assert!(opened.contains(&asks), "the page asks there");
    assert!(opened.contains("Take out of service"), "{}", opened.len());

    let reading = json!({ "seq": 1, "taken_at": unit.at.at(-1.0), "heart_rate": 80 });
    let answer = unit.at.post(&unit.at.riverbend.devices[0], &reading).await;
    assert!(answer.status().is_success(), "{}", answer.text().await.unwrap());
    let (status, part) = unit.asked(&unit.mensah).await;
    assert_eq!(status, 200);
    for shown in [
        "data-live=\"Live, ",
        "data-news=\"Fit for use · Online\"",
        "Heard",
        "Waiting readings",
    ] {
        assert!(part.contains(shown), "{shown}: {part}");
    }

    unit.at.later(15);
    let (_, part) = unit.asked(&unit.mensah).await;
    assert!(part.contains("data-news=\"Fit for use · Silent\""), "{part}");

    let out = [("act", "take-out"), ("reason", "Leaks at the pump")];
    assert_eq!(unit.status(&unit.haddad, &unit.path(""), &out).await, 303);
    let (_, part) = unit.asked(&unit.mensah).await;
    for shown in [
        "This machine is out of service. Leaks at the pump",
        "Not to be used",
        "data-news=\"This machine is out of service. · Silent\"",
    ] {
        assert!(part.contains(shown), "{shown}: {part}");
    }
    // Nothing that is typed into stands in what is put in anew, and no page around it.
    assert!(!part.contains("<form") && !part.contains("<html"), "{part}");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_open_console_is_no_person_and_tells_the_audit_once_in_a_while() {
    let unit = Unit::open().await;
    let before = unit.looks().await;
    unit.act(&unit.mensah, "", &[]).await;
    for _ in 0..4 {
        assert_eq!(unit.asked(&unit.mensah).await.0, 200);
    }
    assert_eq!(
        unit.looks().await,
        before + 2,
        "one for the page, one for what it asks afterwards"
    );
    unit.at.later(301);
    for _ in 0..3 {
        unit.asked(&unit.mensah).await;
    }
    assert_eq!(unit.looks().await, before + 3);

    // Whoever stands in the part is nobody: the row of an ask names no patient, whoever is on the machine.
    let named = unit
        .scalar(
            "SELECT count(*) FROM (SELECT patients FROM audit_entry WHERE action = 'machine.read' AND subject_id = $1 ORDER BY at DESC LIMIT 1) newest
              WHERE cardinality(coalesce(patients, '{}')) > 0",
        )
        .await;
    assert_eq!(named, 0);

    // Asking keeps nobody signed in: fifteen minutes after the person did something it is over.
    unit.at.later(400);
    assert_eq!(unit.asked(&unit.mensah).await.0, 200);
    unit.at.later(400);
    assert_ne!(unit.asked(&unit.mensah).await.0, 200, "the page is no person");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_fleet_moves_while_it_is_open_and_says_why_a_machine_is_not_heard() {
    const NOW: &str = "/hospital/machines/now";
    let unit = Unit::open().await;
    let part = async || {
        let answer = knock(&unit.at, &Method::GET, NOW, &Body::None, &unit.haddad).await;
        assert_eq!(answer.status(), 200);
        answer.text().await.unwrap()
    };
    let opened = crate::support::door::page(&unit.at, "/hospital/machines", &unit.haddad, &[]).await;
    assert!(opened.contains(&format!("data-again=\"{NOW}\"")), "the page asks there");
    // All of them said today that they are there: from two others on, all that are silent mean the network.
    unit.sql(format!(
        "INSERT INTO device (id, hospital_id, name, model, serial) VALUES (gen_random_uuid(), '{0}', 'Pump 7', 'M', '7');
         INSERT INTO device_report (device_id, heard_at, status, firmware, promise, readings_waiting)
              SELECT id, now() - interval '1 hour', 'normal', '1', '{{}}', 0 FROM device WHERE hospital_id = '{0}' ON CONFLICT DO NOTHING",
        unit.at.riverbend.id.0
    ))
    .await;
    // Two are heard; then the first one alone is not.
    for seconds in [0, 15] {
        unit.at.later(seconds);
        let heard = if seconds == 0 { 0..2 } else { 1..2 };
        for place in heard {
            let reading = json!({ "seq": seconds + 1, "taken_at": unit.at.at(-1.0), "heart_rate": 80 });
            let answer = unit.at.post(&unit.at.riverbend.devices[place], &reading).await;
            assert!(answer.status().is_success(), "{}", answer.text().await.unwrap());
        }
    }
    let drawn = part().await;
    assert!(
        drawn.contains("Silent, last") && !drawn.contains("No network"),
        "{drawn}"
    );
    // All of them: the network is away.
    unit.at.later(15);
    let drawn = part().await;
    assert!(drawn.contains("No network: every device is silent"), "{drawn}");
    // One without a key sends in vain, whatever the network does.
    unit.sql(format!(
        "UPDATE device_token SET revoked_at = now() WHERE device_id = '{}'",
        unit.device
    ))
    .await;
    let drawn = part().await;
    assert!(drawn.contains("Its key is revoked or has ended"), "{drawn}");
    assert!(!drawn.contains("<form") && !drawn.contains("<html"), "{drawn}");
}
