//! Where somebody is who calls a nurse: at the chair for as long as they can be in it, and no longer.

use super::Chair;

impl Chair {
    /// Whether a call of Mwangi would come from the chair, so long after now on the clock of the database.
    async fn calls_from_chair(&self, after: &str) -> bool {
        let question = format!(
            "SELECT EXISTS (SELECT FROM call_place('{}', '{}', now() + interval '{after}') WHERE spot = 'D-02')",
            self.mwangi, self.hospital
        );
        self.one(&question).await
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_held_at_the_chair_afterwards_calls_from_there_and_who_has_gone_does_not() {
    let unit = Chair::open().await;
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    assert!(!unit.calls_from_chair("0 hours").await, "booked, and not there");
    unit.start(&doctor, &nurse).await;
    assert!(unit.calls_from_chair("0 hours").await);
    // The plan ends in five hours: what nobody ended counts for twelve more.
    assert!(unit.calls_from_chair("16 hours").await);
    assert!(!unit.calls_from_chair("18 hours").await, "nobody sits there for a day");

    unit.at.later(4 * 3_600);
    let nurse = unit.nurse().await;
    let said = unit.at_the_chair(&nurse, &[("act", "end")]).await;
    assert!(said.contains("The session has ended."), "ended");
    assert!(
        unit.calls_from_chair("4 hours 30 minutes").await,
        "the needle sites are held"
    );
    assert!(
        !unit.calls_from_chair("7 hours").await,
        "nobody wrote what was measured after"
    );
    unit.at_the_chair(&nurse, &super::AFTER).await;
    assert!(!unit.calls_from_chair("4 hours 30 minutes").await, "weighed, and gone");
}
