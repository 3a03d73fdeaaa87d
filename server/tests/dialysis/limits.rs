//! What the chair draws is what judges there now: the patient's own limit before the machine's before the hospital's, a distance from where the session began, a pressure of a monitor beside the
//! machine, and how old a figure is.

use serde_json::{Value, json};

use super::Chair;
use crate::support::door::page;

const VENOUS: &str = "Venous pressure";

/// The part of the page that draws this pressure of the circuit.
fn gauge<'a>(page: &'a str, label: &str) -> &'a str {
    let mut gauges = page.split("class=\"gauge\"").skip(1);
    let gauge = gauges
        .find(|gauge| gauge.contains(label))
        .unwrap_or_else(|| panic!("no gauge of {label}: {page}"));
    // Behind the last of them stand the times.
    gauge.split("cluster quiet").next().unwrap_or_default()
}

/// The tile of this figure.
fn tile<'a>(page: &'a str, label: &str) -> &'a str {
    let mut tiles = page.split("class=\"stat\"").skip(1);
    tiles
        .find(|tile| tile.contains(label))
        .unwrap_or_else(|| panic!("no tile of {label}: {page}"))
}

/// A rule of the venous pressure, too high.
fn rule<'a>(measure: &'a str, raise: &'a str, clear: &'a str, reason: &'a str) -> [(&'static str, &'a str); 7] {
    [
        ("act", "set"),
        ("parameter", "venous_pressure"),
        ("side", "high"),
        ("measure", measure),
        ("raise", raise),
        ("clear", clear),
        ("reason", reason),
    ]
}

impl Chair {
    /// A device, the first or the second of the ward, reads this now.
    pub(super) async fn device_reads(&self, device: usize, seq: u64, mut reading: Value) {
        reading["seq"] = json!(seq);
        reading["taken_at"] = json!(self.at.at(-1.0));
        let answer = self.at.post(&self.at.riverbend.devices[device], &reading).await;
        assert!(answer.status().is_success(), "{}", answer.text().await.unwrap());
    }

    async fn rules(&self, who: &str, path: &str, fields: &[(&'static str, &str)]) -> String {
        let cookie = self.at.sign_in(&format!("{who}@riverbend.example")).await.unwrap();
        page(&self.at, path, &cookie, fields).await
    }

    /// A limit of the patient's own venous pressure, for a day.
    async fn own(&self, doctor: &str, value: &str) {
        let own = [
            ("act", "set"),
            ("parameter", "venous_pressure"),
            ("side", "high"),
            ("value", value),
            ("days", "1"),
            ("reason", "Stenosis is known"),
        ];
        let said = page(&self.at, &format!("/patients/{}/limits", self.mwangi), doctor, &own).await;
        assert!(said.contains("Stenosis is known"), "{said}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_limit_of_the_patient_moves_the_gauge_until_it_ends() {
    let unit = Chair::open().await;
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.start(&doctor, &nurse).await;
    unit.at.later(4);
    unit.device_reads(1, 1, json!({ "venous_pressure": 240, "arterial_pressure": -180 }))
        .await;
    let said = unit.moves(&nurse).await;
    let venous = gauge(&said, VENOUS);
    assert!(venous.contains("limit 260") && !venous.contains("Limit "), "{venous}");
    assert!(!venous.contains("pill--"), "240 is inside: {venous}");
    let arterial = gauge(&said, "Arterial pressure");
    assert!(
        arterial.contains("limit −250") && arterial.contains("limit −200"),
        "{arterial}"
    );
    assert!(!gauge(&said, "Transmembrane").contains("limit"), "nobody set one");

    unit.own(&doctor, "230").await;
    let said = unit.moves(&nurse).await;
    let venous = gauge(&said, VENOUS);
    assert!(
        venous.contains("limit 230") && venous.contains("Limit 230\u{a0}mmHg: the patient’s own"),
        "{venous}"
    );
    assert!(
        !venous.contains("limit 260") && venous.contains("pill--medium"),
        "{venous}"
    );

    // A day later it holds no longer, and nobody took it away.
    unit.at.later(25 * 3_600);
    let nurse = unit.nurse().await;
    let said = unit.moves(&nurse).await;
    let venous = gauge(&said, VENOUS);
    assert!(
        venous.contains("limit 260") && !venous.contains("230") && !venous.contains("the patient’s own"),
        "{venous}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_limit_of_the_machine_stands_before_the_hospitals_and_is_named() {
    let unit = Chair::open().await;
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.start(&doctor, &nurse).await;
    unit.rules("haddad", "/hospital/alarms", &rule("value", "250", "", "Ours"))
        .await;
    let said = unit.moves(&nurse).await;
    let venous = gauge(&said, VENOUS);
    assert!(venous.contains("limit 250") && !venous.contains("Limit "), "{venous}");
    let of_machine = format!("/devices/{}/limits", unit.at.riverbend.devices[1].id);
    unit.rules("haddad", &of_machine, &rule("value", "200", "", "An old sensor"))
        .await;
    let said = unit.moves(&nurse).await;
    let venous = gauge(&said, VENOUS);
    assert!(
        venous.contains("limit 200") && venous.contains("Limit 200\u{a0}mmHg: of this machine"),
        "{venous}"
    );
    // What the prescription lets be taken in an hour, 10 mL/kg of 72.5 kg, stands beside the rate.
    unit.at.later(4);
    unit.device_reads(1, 1, json!({ "uf_rate": 600, "conductivity": 12.4 }))
        .await;
    let said = unit.moves(&nurse).await;
    let row = |name: &str| {
        let row = said.split(name).nth(1).and_then(|row| row.split("</tr>").next());
        row.unwrap_or_default().to_owned()
    };
    let rate = row("Fluid rate</th>");
    assert!(rate.contains("726\u{a0}mL/h: of the prescription"), "{rate}");
    let conductivity = row("Conductivity</th>");
    assert!(
        conductivity.contains("chip--medium") && conductivity.contains("limit 12.5\u{a0}mS/cm"),
        "{conductivity}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_distance_from_the_start_is_drawn_where_the_alarm_holds_it() {
    let unit = Chair::open().await;
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.rules(
        "haddad",
        "/hospital/alarms",
        &rule("baseline", "50", "40", "Own circuit"),
    )
    .await;
    unit.start(&doctor, &nurse).await;
    unit.at.later(4);
    let flows = |venous: i32| json!({ "blood_flow": 300, "venous_pressure": venous });
    unit.device_reads(1, 1, flows(100)).await;
    unit.at.later(130);
    for (seq, venous) in [(2, 119), (3, 120), (4, 121)] {
        unit.at.later(20);
        unit.device_reads(1, seq, flows(venous)).await;
    }
    let said = unit.moves(&nurse).await;
    assert!(
        !gauge(&said, VENOUS).contains("limit 170"),
        "the first minutes are not over"
    );
    unit.at.later(200);
    unit.device_reads(1, 5, flows(165)).await;
    let said = unit.moves(&nurse).await;
    let venous = gauge(&said, VENOUS);
    for part in ["limit 170", "by where this session began", "120 own", "limit 260"] {
        assert!(venous.contains(part), "{part}: {venous}");
    }
    assert!(!venous.contains("pill--"), "{venous}");
    unit.at.later(4);
    unit.device_reads(1, 6, flows(171)).await;
    let said = unit.moves(&nurse).await;
    assert!(gauge(&said, VENOUS).contains("pill--medium"), "as the alarm says");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_newest_pressure_is_the_monitors_when_the_monitor_measured_it() {
    let unit = Chair::open().await;
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.start(&doctor, &nurse).await;
    unit.monitor_beside().await;
    unit.at.later(60);
    unit.device_reads(1, 1, json!({ "systolic": 118, "diastolic": 70 }))
        .await;
    unit.at.later(60);
    unit.device_reads(0, 1, json!({ "systolic": 96, "diastolic": 58 }))
        .await;
    let said = unit.moves(&nurse).await;
    let pressure = tile(&said, "Blood pressure");
    assert!(
        pressure.contains("96/58") && pressure.contains("Measured by a monitor beside it"),
        "{pressure}"
    );
    let board = page(&unit.at, "/dialysis", &nurse, &[]).await;
    assert!(board.contains("96/58"), "{board}");
    let paper = page(&unit.at, &format!("{}/hand-over", unit.chair()), &nurse, &[]).await;
    assert!(paper.contains("96/58"), "{paper}");

    // One number alone makes no pair with another of before.
    unit.at.later(60);
    unit.device_reads(0, 2, json!({ "systolic": 84 })).await;
    let said = unit.moves(&nurse).await;
    let pressure = tile(&said, "Blood pressure");
    assert!(!pressure.contains("84/"), "{pressure}");
    // What somebody writes then is the newest, with their name.
    unit.at_the_chair(&nurse, &[("act", "observe"), ("systolic", "102"), ("diastolic", "61")])
        .await;
    let said = unit.moves(&nurse).await;
    let pressure = tile(&said, "Blood pressure");
    assert!(
        pressure.contains("102/61") && pressure.contains("Achieng"),
        "{pressure}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_machine_counted_has_its_time_and_is_grey_once_it_is_silent() {
    let unit = Chair::open().await;
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.start(&doctor, &nurse).await;
    unit.at.later(4);
    unit.device_reads(1, 1, json!({ "uf_removed": 0.9, "machine_ktv": 0.62 }))
        .await;
    const TILES: [&str; 2] = ["Fluid removed", "Kt/V"];
    let said = unit.moves(&nurse).await;
    for label in TILES {
        let tile = tile(&said, label);
        assert!(tile.contains("<time") && !tile.contains("stat__value--old"), "{tile}");
    }
    unit.at.later(60);
    let house = &unit.at.house;
    house.now.fall_silent(house.clock.now());
    let said = unit.moves(&nurse).await;
    for label in TILES {
        let tile = tile(&said, label);
        assert!(tile.contains("stat__value--old"), "{tile}");
    }
    // What somebody reads off then is as true as when it was written.
    unit.at_the_chair(&nurse, &[("act", "observe"), ("uf_removed", "1100")])
        .await;
    let said = unit.moves(&nurse).await;
    let fluid = tile(&said, TILES[0]);
    assert!(fluid.contains("1.10") && !fluid.contains("stat__value--old"), "{fluid}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_profile_of_sodium_shows_where_it_ends_and_is_not_judged() {
    let unit = Chair::open().await;
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.prepare(&doctor, &nurse).await;
    let said = unit.revise(&doctor, &[("sodium", "142"), ("sodium_end", "136")]).await;
    assert!(said.contains("Version 2"), "{said}");
    unit.at_the_chair(&nurse, &[("act", "check_in")]).await;
    unit.look(&nurse, &[]).await;
    unit.confirm(&doctor).await;
    unit.at_the_chair(&nurse, &[("act", "start")]).await;
    let said = unit.moves(&nurse).await;
    assert!(
        said.contains("142 → 136") && said.contains("not how it goes between"),
        "{said}"
    );
}
