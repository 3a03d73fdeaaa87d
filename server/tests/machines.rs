//! Machines that are kept: what keeps one from being used, who may do what to it, what is written of it, and what it did.

use domain::actor::Role;
use domain::ids::DeviceId;
use uuid::Uuid;

use crate::support::Wardlight;
use crate::support::door::{page, status};

#[path = "machines/again.rs"]
mod again;
#[path = "machines/counted.rs"]
mod counted;
#[path = "machines/documents.rs"]
mod documents;
#[path = "machines/gaps.rs"]
mod gaps;
#[path = "machines/papers.rs"]
mod papers;
#[path = "machines/rights.rs"]
mod rights;
#[path = "machines/tallied.rs"]
mod tallied;
#[path = "machines/water.rs"]
mod water;

/// Mensah keeps Monitor 01, which an administrator has written down as a dialysis machine of Ward 4.
struct Unit {
    at: Wardlight,
    device: DeviceId,
    mensah: String,
    achieng: String,
    haddad: String,
}

impl Unit {
    async fn open() -> Self {
        let at = Wardlight::open().await;
        let device = at.riverbend.devices[0].id;
        sqlx::query("UPDATE device SET kind = 'dialysis', ward_id = $2 WHERE id = $1")
            .bind(device.0)
            .bind(at.riverbend.ward)
            .execute(at.db.owner())
            .await
            .unwrap();
        let [mensah, achieng, haddad] = ["mensah", "achieng", "haddad"].map(|who| format!("{who}@riverbend.example"));
        Self {
            mensah: at.sign_in(&mensah).await.unwrap(),
            achieng: at.sign_in(&achieng).await.unwrap(),
            haddad: at.sign_in(&haddad).await.unwrap(),
            device,
            at,
        }
    }

    /// The same with water that was tested today.
    async fn with_water() -> Self {
        let unit = Self::open().await;
        for measure in ["total_chlorine", "hardness", "bacteria", "endotoxin"] {
            unit.test_water(measure, "0").await;
        }
        unit.disinfect("heat", "passed", "", "").await;
        assert_eq!(unit.unfit().await, None);
        unit
    }

    fn path(&self, page: &str) -> String {
        format!("/devices/{}{page}", self.device)
    }

    /// Posts a form and reads the page that it leads to.
    async fn act(&self, who: &str, page_of: &str, fields: &[(&'static str, &str)]) -> String {
        page(&self.at, &self.path(page_of), who, fields).await
    }

    /// Posts a form; the status alone.
    async fn status(&self, who: &str, path: &str, fields: &[(&'static str, &str)]) -> u16 {
        status(&self.at, path, who, fields).await
    }

    async fn test_water(&self, measure: &'static str, value: &str) -> String {
        self.test_fluid("water", measure, value).await
    }

    async fn test_fluid(&self, fluid: &str, measure: &str, value: &str) -> String {
        let ward = self.at.riverbend.ward.to_string();
        let fields = [
            ("act", "log"),
            ("ward", ward.as_str()),
            ("fluid", fluid),
            ("measure", measure),
            ("value", value),
            ("point", "Loop end"),
        ];
        page(&self.at, "/hospital/machines/water", &self.achieng, &fields).await
    }

    async fn disinfect(&self, kind: &str, result: &str, residue: &str, note: &str) -> String {
        let fields = [
            ("act", "disinfect"),
            ("kind", kind),
            ("result", result),
            ("residue", residue),
            ("note", note),
        ];
        self.act(&self.achieng, "/disinfection", &fields).await
    }

    /// Why the machine may not be used now, as the database has it.
    async fn unfit(&self) -> Option<String> {
        sqlx::query_scalar("SELECT device_unfit($1)")
            .bind(self.device.0)
            .fetch_one(self.at.db.owner())
            .await
            .unwrap()
    }

    /// Why it may not give fluid into the blood now.
    async fn unfit_to_substitute(&self) -> Option<String> {
        sqlx::query_scalar("SELECT device_unfit_to_substitute($1, true)")
            .bind(self.device.0)
            .fetch_one(self.at.db.owner())
            .await
            .unwrap()
    }

    /// Why it may not be booked for so many hours ahead.
    async fn unfit_to_book(&self, hours: i32) -> Option<String> {
        sqlx::query_scalar("SELECT device_unfit_to_book($1, now() + make_interval(hours => $2))")
            .bind(self.device.0)
            .bind(hours)
            .fetch_one(self.at.db.owner())
            .await
            .unwrap()
    }

    async fn sql(&self, script: String) {
        // reviewed: our own statements, with ids made by the test
        sqlx::raw_sql(sqlx::AssertSqlSafe(script))
            .execute(self.at.db.owner())
            .await
            .unwrap();
    }

    async fn scalar(&self, query: &'static str) -> i64 {
        sqlx::query_scalar(query)
            .bind(self.device.0)
            .fetch_one(self.at.db.owner())
            .await
            .unwrap()
    }

    /// Begins the work of the only plan, and answers where it is done.
    async fn begin_work(&self) -> String {
        let plan: Uuid = sqlx::query_scalar("SELECT id FROM maintenance_plan WHERE device_id = $1")
            .bind(self.device.0)
            .fetch_one(self.at.db.owner())
            .await
            .unwrap();
        let fields = [("act", "begin"), ("plan", &*plan.to_string())];
        assert_eq!(
            self.status(&self.mensah, &self.path("/maintenance"), &fields).await,
            303
        );
        let work: Uuid = sqlx::query_scalar("SELECT id FROM maintenance_work WHERE plan_id = $1 AND closed_at IS NULL")
            .bind(plan)
            .fetch_one(self.at.db.owner())
            .await
            .unwrap();
        format!("/work/{work}")
    }
}

fn some(reason: &str) -> Option<String> {
    Some(reason.to_owned())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_machine_that_failed_its_disinfection_is_not_used_until_another_passed() {
    let unit = Unit::with_water().await;
    let said = unit.disinfect("heat", "failed", "", "").await;
    assert!(said.contains("Say why it failed."), "{}", said.len());
    assert_eq!(unit.unfit().await, None, "nothing was written down");
    let said = unit.disinfect("heat", "failed", "", "Stopped at 60 degrees").await;
    assert!(said.contains("until a disinfection has passed"), "{}", said.len());
    assert_eq!(unit.unfit().await, some("disinfection"));
    assert_eq!(unit.unfit_to_book(48).await, some("disinfection"));
    // A chemical that nobody looked for has not passed.
    let said = unit.disinfect("peracetic", "passed", "", "").await;
    assert!(said.contains("nothing was left"), "{}", said.len());
    assert_eq!(unit.unfit().await, some("disinfection"));
    unit.disinfect("peracetic", "passed", "free", "").await;
    assert_eq!(unit.unfit().await, None);
    let console = unit.act(&unit.mensah, "", &[]).await;
    assert!(
        console.contains("Peracetic acid") && console.contains("Fit for use"),
        "{}",
        console.len()
    );
}

/// A hospital may say for how long a disinfection answers, of each machine; and never disinfected is not fit.
#[tokio::test(flavor = "multi_thread")]
async fn a_disinfection_answers_for_as_long_as_the_hospital_says() {
    let unit = Unit::with_water().await;
    let older =
        "UPDATE disinfection SET done_at = done_at - interval '25 hours', logged_at = logged_at - interval '25 hours'";
    unit.sql(older.to_owned()).await;
    assert_eq!(unit.unfit().await, None, "nobody was on it since");
    let (serial, ward) = (unit.device.to_string(), unit.at.riverbend.ward.to_string());
    let papers = |hours: &'static str| {
        [
            ("name", "D-01".to_owned()),
            ("kind", "dialysis".to_owned()),
            ("model", "TestMonitor".to_owned()),
            ("serial", serial.clone()),
            ("ward", ward.clone()),
            ("kept_for", "hcv".to_owned()),
            ("disinfect_hours", hours.to_owned()),
        ]
    };
    let change = async |hours: &'static str| {
        let fields = papers(hours);
        let fields: Vec<(&'static str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        unit.act(&unit.haddad, "/edit", &fields).await
    };
    let said = change("0").await;
    assert!(said.contains("Enter 1 to 720 hours"), "{}", said.len());
    change("24").await;
    assert_eq!(unit.unfit().await, some("disinfection_due"));
    assert_eq!(unit.unfit_to_book(24).await, None, "by then it is done");
    let console = unit.act(&unit.haddad, "", &[]).await;
    assert!(
        console.contains("Hepatitis C") && console.contains("or too long ago"),
        "{}",
        console.len()
    );
    unit.disinfect("heat", "passed", "", "").await;
    assert_eq!(unit.unfit().await, None);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_out_of_service_is_not_used_and_may_be_booked_for_after_it_is_back() {
    let unit = Unit::with_water().await;
    let out = [
        ("act", "take-out"),
        ("reason", "Leaks at the pump"),
        ("for_good", "no"),
        ("back_in", "24"),
    ];
    let said = unit.act(&unit.mensah, "", &out).await;
    assert!(
        said.contains("Leaks at the pump"),
        "the reason stands on its page: {}",
        said.len()
    );
    assert_eq!(unit.unfit().await, some("maintenance"));
    assert_eq!(unit.unfit_to_book(12).await, some("maintenance"));
    assert_eq!(unit.unfit_to_book(36).await, None, "it is thought to be back by then");
    let said = unit.act(&unit.mensah, "", &out).await;
    assert!(said.contains("out of service already"), "{}", said.len());
    unit.act(&unit.mensah, "", &[("act", "bring-back")]).await;
    assert_eq!(unit.unfit().await, None);
    let said = unit.act(&unit.mensah, "", &[("act", "bring-back")]).await;
    assert!(said.contains("in service already"), "{}", said.len());
    let said = unit
        .act(&unit.mensah, "", &[("act", "take-out"), ("reason", "x")])
        .await;
    assert!(said.contains("Say why, in a few words."), "{}", said.len());
    unit.act(
        &unit.mensah,
        "",
        &[("act", "take-out"), ("reason", "Sold"), ("for_good", "yes")],
    )
    .await;
    assert_eq!(unit.unfit().await, some("inactive"));
    assert_eq!(unit.unfit_to_book(9_000).await, some("inactive"));
    assert_eq!(
        unit.scalar("SELECT count(*) FROM device_outage WHERE device_id = $1")
            .await,
        2
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn work_that_is_overdue_by_hours_or_by_day_holds_the_machine_back_until_it_passed() {
    let unit = Unit::with_water().await;
    let plan = [
        ("act", "plan"),
        ("work", "Change ultrafilter"),
        ("every_days", "90"),
        ("every_hours", "100"),
        ("checklist", "Clamp\nBalance"),
        ("gate", "yes"),
    ];
    let said = unit.act(&unit.mensah, "/maintenance", &plan).await;
    assert!(said.contains("Change ultrafilter"), "{}", said.len());
    assert_eq!(unit.unfit().await, None, "it counts from today");
    let meter = async |hours: &str| {
        unit.act(&unit.mensah, "/maintenance", &[("act", "meter"), ("hours", hours)])
            .await
    };
    meter("95").await;
    assert_eq!(unit.unfit().await, None);
    meter("101").await;
    assert_eq!(unit.unfit().await, some("overdue"));
    let said = meter("90").await;
    assert!(said.contains("fewer hours than were read before"), "{}", said.len());
    // It passes when every line of its list has.
    let work = unit.begin_work().await;
    let said = unit
        .act(&unit.mensah, &work, &[("result", "passed"), ("passed", "0")])
        .await;
    assert!(said.contains("every line of the list"), "{}", said.len());
    let done = [
        ("result", "passed"),
        ("passed", "0"),
        ("passed", "1"),
        ("parts", "Ultrafilter; UF-12; 1"),
        ("hours", "102"),
    ];
    let said = unit.act(&unit.mensah, &work, &done).await;
    assert!(
        said.contains("its plan counts anew") && said.contains("UF-12"),
        "{}",
        said.len()
    );
    assert_eq!(unit.unfit().await, None);
    let said = unit.act(&unit.mensah, &work, &done).await;
    assert!(said.contains("closed already"), "{}", said.len());
    // Eighty-seven days on: in three days, and the calendar has it on that day alone.
    unit.sql(format!(
        "ALTER TABLE maintenance_work DISABLE TRIGGER refuse_closed;
         UPDATE maintenance_work SET opened_at = opened_at - interval '87 days', closed_at = closed_at - interval '87 days' WHERE device_id = '{}'",
        unit.device
    ))
    .await;
    let fleet = page(&unit.at, "/hospital/machines", &unit.haddad, &[]).await;
    let calendar = fleet
        .split("id=\"calendar\"")
        .nth(1)
        .and_then(|card| card.split("</table>").next());
    let cells: Vec<&str> = calendar.unwrap_or_default().split("<td").collect();
    let with: Vec<usize> = (0..cells.len())
        .filter(|at| cells[*at].contains("Change ultrafilter"))
        .collect();
    let today = cells.iter().position(|cell| cell.contains("aria-current=\"date\""));
    assert_eq!(with, [today.unwrap() + 3], "{calendar:?}");
    // Ninety-one days on.
    unit.sql(format!(
        "ALTER TABLE maintenance_work DISABLE TRIGGER refuse_closed;
         UPDATE maintenance_work SET opened_at = opened_at - interval '4 days', closed_at = closed_at - interval '4 days' WHERE device_id = '{}'",
        unit.device
    ))
    .await;
    assert_eq!(unit.unfit().await, some("overdue"));
    let fleet = page(&unit.at, "/hospital/machines", &unit.haddad, &[]).await;
    assert!(
        fleet.contains("Overdue") && fleet.contains("is overdue."),
        "{}",
        fleet.len()
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn work_that_failed_takes_the_machine_out_of_service_and_is_never_written_anew() {
    let unit = Unit::with_water().await;
    let plan = [
        ("act", "plan"),
        ("work", "Safety test"),
        ("every_days", "365"),
        ("gate", "yes"),
    ];
    unit.act(&unit.mensah, "/maintenance", &plan).await;
    let work = unit.begin_work().await;
    let said = unit.act(&unit.mensah, &work, &[("result", "failed")]).await;
    assert!(said.contains("Say what was found"), "{}", said.len());
    unit.act(
        &unit.mensah,
        &work,
        &[("result", "failed"), ("findings", "Earth leakage")],
    )
    .await;
    assert_eq!(unit.unfit().await, some("maintenance"));
    let console = unit.act(&unit.achieng, "", &[]).await;
    assert!(
        console.contains("Earth leakage"),
        "a nurse reads why: {}",
        console.len()
    );
    let rewritten = sqlx::query("UPDATE maintenance_work SET result = 'passed', findings = NULL WHERE device_id = $1")
        .bind(unit.device.0)
        .execute(unit.at.db.owner())
        .await;
    assert!(rewritten.is_err(), "the database keeps what was closed");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_monitor_is_held_back_by_its_state_alone() {
    let unit = Unit::open().await;
    assert_eq!(unit.unfit().await, some("disinfection_due"), "a machine that treats");
    unit.sql(format!(
        "UPDATE device SET kind = 'monitor' WHERE id = '{}'",
        unit.device
    ))
    .await;
    assert_eq!(unit.unfit().await, None);
    let nothing: Option<String> = sqlx::query_scalar("SELECT device_unfit($1)")
        .bind(Uuid::now_v7())
        .fetch_one(unit.at.db.owner())
        .await
        .unwrap();
    assert_eq!(nothing, some("unknown"));
    let (_, stranger) = unit.at.colleague(unit.at.riverbend.id, Role::Technician).await;
    assert_eq!(
        unit.status(&stranger, &unit.path(""), &[("act", "bring-back")]).await,
        403
    );
}
