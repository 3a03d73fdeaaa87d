//! What is planned anew while blood runs: another goal with the guard of the start, and a machine in the place of one that breaks.

use serde_json::json;
use uuid::Uuid;

use super::{Chair, run};
use crate::support::TestDevice;
use crate::support::door::page;

impl Chair {
    /// A machine has taken so many litres.
    async fn taken(&self, device: &TestDevice, seq: u64, litres: f64) {
        let reading = json!({ "seq": seq, "taken_at": self.at.at(-1.0), "uf_removed": litres, "uf_rate": 600 });
        let answer = self.at.post(device, &reading).await;
        assert!(answer.status().is_success(), "{}", answer.text().await.unwrap());
    }

    async fn target(&self, cookie: &str, goal: &str, minutes: &str, more: &[(&'static str, &str)]) -> String {
        let mut fields = vec![("act", "target"), ("uf_goal", goal), ("minutes", minutes)];
        fields.extend(more);
        self.at_the_chair(cookie, &fields).await
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn another_goal_holds_everywhere_and_the_guard_speaks_of_what_is_left() {
    let unit = Chair::open().await;
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.start(&doctor, &nurse).await;
    unit.at.later(2 * 3_600);
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.taken(&unit.at.riverbend.devices[1], 1, 1.2).await;

    let said = unit.target(&nurse, "2400", "240", &[]).await;
    assert!(said.contains("There is a problem"), "with a reason");
    let why = ("reason", "He wants to go earlier");
    let said = unit.target(&nurse, "2400", "100", &[why]).await;
    assert!(said.contains("Blood has run for longer than that already."), "{said}");
    // 1.2 of 2.4 litres after two hours: the rest in one hour is 1 200 mL/h, 16.6 mL/kg/h where 10 are allowed.
    let said = unit.target(&nurse, "2400", "180", &[why]).await;
    assert!(said.contains("Say why, take less or treat longer."), "{said}");
    assert!(said.contains("More than 13 mL/kg/h would be taken"), "{said}");
    assert_eq!(unit.one::<i64>("SELECT count(*) FROM session_target").await, 0);
    let said = unit
        .target(&nurse, "2400", "180", &[why, ("above", "Oedema of the lungs")])
        .await;
    assert!(said.contains("It is planned anew.") && said.contains("2.40"), "{said}");
    assert!(said.contains("Oedema of the lungs"), "the reason stays to be read");
    let said = unit.target(&nurse, "2000", "240", &[("reason", "Cramps")]).await;
    for shown in ["It is planned anew.", "of 2.00", "Planned anew: 2.00"] {
        assert!(said.contains(shown), "{shown}: {said}");
    }

    // Who hands over, who looks at the unit and the patient see the newest.
    let paper = page(&unit.at, &format!("{}/hand-over", unit.chair()), &nurse, &[]).await;
    assert!(paper.contains("Planned anew") && paper.contains("Cramps"), "{paper}");
    let board = page(&unit.at, "/dialysis", &doctor, &[]).await;
    assert!(board.contains("1.20") && board.contains("2.00"), "{board}");
    let himself = unit.at.in_the_portal(unit.mwangi, unit.hospital, "Joseph Mwangi").await;
    let mine = page(&unit.at, "/my/dialysis", &himself, &[]).await;
    assert!(mine.contains("1.2 of 2.0 litres removed"), "{mine}");

    // What was planned before stays, whoever asks; and nobody plans anew what runs no longer.
    for attack in ["UPDATE session_target SET uf_goal = 0", "DELETE FROM session_target"] {
        assert!(
            sqlx::query(attack).execute(unit.at.db.owner()).await.is_err(),
            "{attack}"
        );
    }
    unit.at_the_chair(&nurse, &[("act", "end")]).await;
    let said = unit.target(&nurse, "2000", "240", &[("reason", "Cramps")]).await;
    assert!(said.contains("only while blood runs"), "{said}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_machine_counted_before_it_fell_silent_is_read_off_before_anything_is_planned_by_it() {
    let unit = Chair::open().await;
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.start(&doctor, &nurse).await;
    unit.at.later(3_600);
    unit.taken(&unit.at.riverbend.devices[1], 1, 0.6).await;
    let removed = "name=\"removed\"";
    let opened = page(&unit.at, &unit.chair(), &nurse, &[]).await;
    assert!(!opened.contains(removed), "counted now: nobody is asked");
    unit.at.later(3_600);
    unit.at.house.now.fall_silent(unit.at.house.clock.now());
    let nurse = unit.nurse().await;
    let opened = page(&unit.at, &unit.chair(), &nurse, &[]).await;
    assert!(
        opened.contains(removed) && opened.contains("before the machine fell silent. Read off how much it is now."),
        "{opened}"
    );
    let field = opened.split("<input").find(|input| input.contains(removed)).unwrap();
    let field = field.split('>').next().unwrap();
    assert!(!field.contains("600"), "and never as if it were of now: {field}");

    let why = ("reason", "Cramps");
    let said = unit.target(&nurse, "2000", "240", &[why]).await;
    assert!(
        said.contains("Read off at the machine how much it is now.") && !said.contains("It is planned anew."),
        "{said}"
    );
    assert_eq!(unit.one::<i64>("SELECT count(*) FROM session_target").await, 0);
    let said = unit.target(&nurse, "2000", "240", &[why, ("removed", "1150")]).await;
    assert!(said.contains("It is planned anew."), "{said}");
    assert_eq!(unit.one::<i32>("SELECT removed FROM session_target").await, 1_150);

    // Nor does a figure of earlier stand as what was taken in all, once it has ended.
    unit.at_the_chair(&nurse, &[("act", "observe"), ("uf_removed", "1200")])
        .await;
    unit.at.later(2 * 3_600);
    let nurse = unit.nurse().await;
    let said = unit.at_the_chair(&nurse, &[("act", "end")]).await;
    let field = said.split("<input").find(|input| input.contains("name=\"uf_removed\""));
    let field = field.unwrap().split('>').next().unwrap();
    assert!(!field.contains("1200"), "{field}");
    assert!(said.contains("1200\u{a0}mL at "), "with its time beside it: {said}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_machine_that_breaks_is_exchanged_and_the_session_goes_on() {
    let unit = Chair::open().await;
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.start(&doctor, &nurse).await;
    let (first, spare) = (&unit.at.riverbend.devices[1], &unit.at.riverbend.devices[0]);
    run(
        &unit.at,
        format!(
            "UPDATE device SET kind = 'dialysis', ward_id = '{}' WHERE id = '{}'",
            unit.at.riverbend.ward, spare.id
        ),
    )
    .await;
    unit.at.later(60);
    unit.taken(first, 1, 0.9).await;
    let spare_id = spare.id.to_string();
    let exchange = [
        ("act", "exchange"),
        ("device", spare_id.as_str()),
        ("removed", "900"),
        ("reason", "It leaks"),
    ];
    let said = unit.at_the_chair(&nurse, &exchange).await;
    assert!(
        said.contains("was not disinfected"),
        "one that is not fit takes nobody over: {said}"
    );
    run(&unit.at, super::disinfected(spare.id.0)).await;
    let said = unit
        .at_the_chair(&nurse, &[("act", "exchange"), ("device", spare_id.as_str())])
        .await;
    assert!(said.contains("There is a problem"), "with how much was taken, and why");
    let said = unit.at_the_chair(&nurse, &exchange).await;
    assert!(said.contains("They are on the other machine"), "{said}");
    assert!(said.contains("It leaks") && said.contains("of 2.40"), "{said}");
    assert_eq!(unit.state().await, "running");
    let measured: Vec<(Uuid, bool)> = sqlx::query_as(
        "SELECT device_id, upper_inf(during) FROM device_session WHERE patient_id = $1 ORDER BY lower(during) DESC LIMIT 2",
    )
    .bind(unit.mwangi)
    .fetch_all(unit.at.db.owner())
    .await
    .unwrap();
    assert_eq!(
        measured,
        [(spare.id.0, true), (first.id.0, false)],
        "the spare measures him now"
    );

    // The next one counts from nothing; what was taken before is added, for everybody.
    unit.at.later(60);
    unit.taken(spare, 9_000, 0.3).await;
    let opened = page(&unit.at, &unit.chair(), &nurse, &[]).await;
    assert!(
        opened.contains("1.20") && opened.contains("Fluid removed on this machine"),
        "{opened}"
    );
    let himself = unit.at.in_the_portal(unit.mwangi, unit.hospital, "Joseph Mwangi").await;
    let mine = page(&unit.at, "/my/dialysis", &himself, &[]).await;
    assert!(mine.contains("1.2 of 2.4 litres removed"), "{mine}");
    let paper = page(&unit.at, &format!("{}/hand-over", unit.chair()), &nurse, &[]).await;
    assert!(
        paper.contains("Machine exchanged") && paper.contains("It leaks"),
        "{paper}"
    );
    let written = [("act", "observe"), ("uf_removed", "400")];
    let said = unit.at_the_chair(&nurse, &written).await;
    assert!(said.contains("1.30"), "a line from the machine is added too: {said}");

    // What is read off for a plan is of all machines together, and the new one's figure alone is not taken for it.
    unit.at.later(600);
    unit.at.house.now.fall_silent(unit.at.house.clock.now());
    let opened = page(&unit.at, &unit.chair(), &nurse, &[]).await;
    for part in [
        "Fluid removed by now, on all machines",
        "The machines before took 900\u{a0}mL",
    ] {
        assert!(opened.contains(part), "{part}: {opened}");
    }
    let why = ("reason", "Cramps");
    let said = unit.target(&nurse, "2400", "240", &[why, ("removed", "450")]).await;
    assert!(
        said.contains("The machines before took more than that.") && !said.contains("It is planned anew."),
        "{said}"
    );
    let said = unit.target(&nurse, "2400", "240", &[why, ("removed", "1350")]).await;
    assert!(said.contains("It is planned anew."), "{said}");

    // The machine of a session that runs is moved by that fact alone; and what goes is disinfected before the next one.
    let by_hand = format!("UPDATE dialysis_session SET device_id = '{}'", first.id);
    assert!(
        sqlx::query(sqlx::AssertSqlSafe(by_hand))
            .execute(unit.at.db.owner())
            .await
            .is_err(),
        "nobody moves it by hand"
    );
    let unfit: Option<String> = unit.one(&format!("SELECT device_unfit('{}')", first.id)).await;
    assert_eq!(unfit.as_deref(), Some("disinfection_due"));
}
