//! An access that was found not safe to use stands so at the chair, and nobody is connected to it before it was assessed anew.

use uuid::Uuid;

use super::{CATHETER, Chair, run};
use crate::support::door::page;

impl Chair {
    /// The nurse writes down what they found of the access.
    async fn assess(&self, nurse: &str, found: &[(&'static str, &str)]) -> String {
        let access: Uuid = self.one("SELECT id FROM vascular_access WHERE ended_at IS NULL").await;
        let access = access.to_string();
        let mut fields = vec![("act", "assess"), ("id", access.as_str())];
        fields.extend(found);
        page(&self.at, &self.path("/access"), nurse, &fields).await
    }

    /// A start that nobody's page sends.
    fn starts(&self) -> String {
        format!(
            "INSERT INTO session_started (session_id, at, by_user, before_id, prescription_id)
                  SELECT session_id, now(), recorded_by, id, prescription_id FROM session_before WHERE session_id = '{}' ORDER BY recorded_at DESC, id DESC LIMIT 1",
            self.session
        )
    }
}

const UNSAFE: [(&str, &str); 3] = [("thrill", "absent"), ("safe_to_use", "no"), ("problem", "No flow")];

#[tokio::test(flavor = "multi_thread")]
async fn an_access_that_was_found_unsafe_is_seen_at_the_chair_and_starts_no_session() {
    let unit = Chair::open().await;
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.prepare(&doctor, &nurse).await;
    unit.at_the_chair(&nurse, &[("act", "check_in")]).await;
    let shown = unit.at_the_chair(&nurse, &[]).await;
    assert!(shown.contains("Not assessed yet"), "nobody has looked yet");
    unit.assess(&nurse, &[("thrill", "present"), ("safe_to_use", "yes")])
        .await;
    let shown = unit.at_the_chair(&nurse, &[]).await;
    let access: Uuid = unit.one("SELECT id FROM vascular_access").await;
    let way = format!("{}#access-{access}", unit.path("/access"));
    for part in ["Safe to use", "ago · ", "Assess: Fistula, left, wrist", way.as_str()] {
        assert!(shown.contains(part), "{part}");
    }

    // Somebody else finds it closed, after both have looked.
    unit.look(&nurse, &[]).await;
    unit.confirm(&doctor).await;
    unit.assess(&nurse, &UNSAFE).await;
    let shown = unit.at_the_chair(&nurse, &[]).await;
    for part in [
        "Not safe to use",
        "No thrill or bruit",
        "Fistula, left, wrist was found not safe to use",
        "(No flow). No session starts with it.",
    ] {
        assert!(shown.contains(part), "{part}");
    }
    assert!(!shown.contains("value=\"start\""), "no form for what is refused");
    let said = unit.at_the_chair(&nurse, &[("act", "start")]).await;
    assert!(
        said.contains("The access was found not safe to use when it was assessed last"),
        "refused"
    );
    assert_eq!(unit.breaks(unit.starts()).await, "session_started_access_assessed");
    // Nor does another look that says yes make it safe.
    unit.look(&nurse, &[]).await;
    unit.confirm(&doctor).await;
    assert_eq!(unit.breaks(unit.starts()).await, "session_started_access_assessed");
    assert_eq!(unit.state().await, "checked_in");

    unit.assess(&nurse, &[("thrill", "weak"), ("safe_to_use", "yes")]).await;
    let shown = unit.at_the_chair(&nurse, &[]).await;
    assert!(!shown.contains("was found not safe to use"), "assessed anew");
    let said = unit.at_the_chair(&nurse, &[("act", "start")]).await;
    assert!(said.contains("The session runs."), "started");
    assert_eq!(unit.state().await, "running");
}

/// What was found of one access says nothing of another, and one that is used no longer since somebody looked is not started with.
#[tokio::test(flavor = "multi_thread")]
async fn another_access_starts_the_session_when_the_first_is_used_no_longer() {
    let unit = Chair::open().await;
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.ready(&doctor, &nurse).await;
    unit.assess(&nurse, &UNSAFE).await;
    run(
        &unit.at,
        "UPDATE vascular_access SET ended_at = greatest(now(), recorded_at), ended_by = recorded_by, ended_because = 'failed'".to_owned(),
    )
    .await;
    let shown = unit.at_the_chair(&nurse, &[]).await;
    assert!(shown.contains("Fistula, left, wrist is used no longer."), "said");
    let said = unit.at_the_chair(&nurse, &[("act", "start")]).await;
    assert!(
        said.contains("The access that was looked at is used no longer. Look again with another."),
        "refused"
    );
    assert_eq!(unit.breaks(unit.starts()).await, "session_started_access_in_use");
    page(&unit.at, &unit.path("/access"), &nurse, &CATHETER).await;
    unit.look(&nurse, &[]).await;
    unit.confirm(&doctor).await;
    unit.at_the_chair(&nurse, &[("act", "start")]).await;
    assert_eq!(unit.state().await, "running");
}
