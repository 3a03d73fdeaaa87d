//! The registry: a machine is written down, changed with what stood before, and has a label whose code opens its console.

use super::Unit;
use crate::support::door::page;

const REGISTER: &str = "/hospital/machines/register";

#[tokio::test(flavor = "multi_thread")]
async fn an_administrator_registers_a_machine_and_no_two_are_the_same() {
    let unit = Unit::open().await;
    let ward = unit.at.riverbend.ward.to_string();
    let d06 = |name: &'static str, serial: &'static str| {
        [
            ("name", name),
            ("kind", "dialysis"),
            ("maker", "Aquila"),
            ("model", "D5"),
            ("serial", serial),
            ("physical_id", "INV-0042"),
            ("installed_on", "2021-03-09"),
            ("warranty_until", "2027-03-09"),
        ]
    };
    let mut fields = d06("D-06", "AQ5-20719").to_vec();
    fields.push(("ward", ward.as_str()));
    let said = page(&unit.at, REGISTER, &unit.haddad, &fields).await;
    for shown in ["D-06", "Aquila", "INV-0042", "9 Mar 2021", "Not to be used"] {
        assert!(said.contains(shown), "{shown}");
    }
    let said = page(&unit.at, REGISTER, &unit.haddad, &d06("D-06", "AQ5-1")).await;
    assert!(said.contains("has this name"), "{}", said.len());
    let said = page(&unit.at, REGISTER, &unit.haddad, &d06("D-07", "AQ5-20719")).await;
    assert!(said.contains("has this serial number"), "{}", said.len());
    let said = page(&unit.at, REGISTER, &unit.haddad, &d06("D-07", "AQ5-2")).await;
    assert!(said.contains("has this number"), "{}", said.len());
    let of_devices: i64 = sqlx::query_scalar("SELECT count(*) FROM device WHERE kind = 'dialysis' AND name LIKE 'D-%'")
        .fetch_one(unit.at.db.owner())
        .await
        .unwrap();
    assert_eq!(of_devices, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_changed_stays_as_it_was_in_the_log_book_and_whose_it_was_too() {
    let unit = Unit::open().await;
    let (serial, ward) = (unit.device.to_string(), unit.at.riverbend.ward.to_string());
    let change = |name: &'static str| {
        vec![
            ("name", name.to_owned()),
            ("kind", "dialysis".to_owned()),
            ("model", "TestMonitor".to_owned()),
            ("serial", serial.clone()),
            ("ward", ward.clone()),
        ]
    };
    let fields = change("D-01");
    let fields: Vec<(&'static str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let said = unit.act(&unit.haddad, "/edit", &fields).await;
    assert!(said.contains("stands in the log book"), "{}", said.len());
    let said = unit.act(&unit.haddad, "/edit", &fields).await;
    assert!(said.contains("Nothing was changed."), "{}", said.len());
    assert_eq!(
        unit.scalar("SELECT count(*) FROM device_change WHERE device_id = $1")
            .await,
        1
    );
    let book = unit.act(&unit.haddad, "/log", &[]).await;
    assert!(book.contains("Monitor 01 → D-01"), "{}", book.len());
    assert!(book.contains("K. Mensah"), "who keeps it");
    assert!(
        book.contains("RG-10000000000017"),
        "who was on it, to who may find any patient"
    );
    let book = unit.act(&unit.mensah, "/log", &[]).await;
    assert!(!book.contains("RG-1000"), "a technician sees that somebody was");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_label_holds_the_address_of_the_console_and_nothing_else() {
    let unit = Unit::open().await;
    let label = unit.act(&unit.mensah, "/label", &[]).await;
    assert!(label.contains("<svg"), "a code to read by a camera");
    assert!(label.contains(&unit.path("")), "{}", label.len());
    assert!(!label.contains("Okafor"), "no patient on a label");
}

/// A sheet lies about where anybody reads it: the address of a machine says nothing of a patient, that of a chart does.
#[tokio::test(flavor = "multi_thread")]
async fn the_paper_of_a_machine_has_its_code_and_the_paper_of_a_chart_has_none() {
    let unit = Unit::open().await;
    let at = &unit.at;
    let console = page(at, &unit.path(""), &unit.mensah, &[]).await;
    let head = console.split("print-head__code").nth(1).expect("a code on paper");
    assert!(head.contains("<svg") && head.contains("Opens this page"), "{head}");
    let label = unit.act(&unit.mensah, "/label", &[]).await;
    let drawn = |html: &str| {
        let code = html
            .split("class=\"qr\"")
            .nth(1)
            .and_then(|after| after.split("</svg>").next());
        code.and_then(|code| code.split("<svg").nth(1)).map(str::to_owned)
    };
    assert_eq!(drawn(&console), drawn(&label), "both open the console");
    let chart = format!("/patients/{}/care", at.riverbend.patients[0]);
    let care = page(at, &chart, &unit.haddad, &[]).await;
    assert!(
        care.contains("print-head") && !care.contains("print-head__code"),
        "{care}"
    );
}
