//! Who may do what to a machine: a technician to the one that is theirs or was handed to them, an administrator to all of the hospital, a nurse logs; nobody to one of elsewhere.

use domain::actor::Role;
use reqwest::Method;
use uuid::Uuid;

use super::Unit;
use crate::support::door::{Body, knock, page};

const PAGES: [&str; 8] = [
    "",
    "/now",
    "/maintenance",
    "/disinfection",
    "/limits",
    "/gaps",
    "/log",
    "/label",
];

async fn sees(unit: &Unit, who: &str, path: &str) -> u16 {
    knock(&unit.at, &Method::GET, path, &Body::None, who)
        .await
        .status()
        .as_u16()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_technician_has_the_machine_that_is_theirs_and_one_that_was_handed_to_them() {
    let unit = Unit::open().await;
    let (boateng, cookie) = unit.at.colleague(unit.at.riverbend.id, Role::Technician).await;
    for page in PAGES {
        assert_eq!(sees(&unit, &unit.mensah, &unit.path(page)).await, 200, "{page}");
        assert_eq!(sees(&unit, &cookie, &unit.path(page)).await, 403, "{page}");
    }
    let out = [("act", "take-out"), ("reason", "Leaks at the pump")];
    assert_eq!(unit.status(&cookie, &unit.path(""), &out).await, 403);
    // Handed over for a while, it is theirs, too, and the console says to whom.
    unit.sql(format!(
        "INSERT INTO device_hand_over (id, device_id, hospital_id, from_user, to_user, asked_at, until, accepted_at)
         SELECT gen_random_uuid(), '{device}', '{hospital}', k.user_id, '{boateng}', now() - interval '1 minute', now() + interval '1 hour', now() - interval '1 minute'
           FROM device_duty k WHERE k.device_id = '{device}' AND k.kind = 'keeps'",
        device = unit.device,
        hospital = unit.at.riverbend.id
    ))
    .await;
    assert_eq!(sees(&unit, &cookie, &unit.path("")).await, 200);
    assert!(unit.act(&unit.mensah, "", &[]).await.contains("has it until"));
    assert_eq!(unit.status(&cookie, &unit.path(""), &out).await, 303);
    let fleet = page(&unit.at, "/hospital/machines", &cookie, &[]).await;
    assert!(
        fleet.contains("Monitor 01") && !fleet.contains("Monitor 02"),
        "their own: {}",
        fleet.len()
    );
    unit.sql("UPDATE device_hand_over SET ended_at = now(), ended_by = to_user".into())
        .await;
    assert_eq!(sees(&unit, &cookie, &unit.path("")).await, 403);
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_reaches_a_machine_of_another_hospital_and_a_ward_of_elsewhere_is_no_choice() {
    let unit = Unit::open().await;
    let (_, admin) = unit.at.colleague(unit.at.lakeside.id, Role::HospitalAdmin).await;
    let (_, nurse) = unit.at.colleague(unit.at.lakeside.id, Role::Nurse).await;
    for page in PAGES.into_iter().chain(["/edit"]) {
        assert_eq!(sees(&unit, &admin, &unit.path(page)).await, 404, "{page}");
    }
    let posts = [
        ("", vec![("act", "take-out"), ("reason", "Leaks at the pump")]),
        ("/maintenance", vec![("act", "meter"), ("hours", "10")]),
        ("/disinfection", vec![("kind", "heat"), ("result", "passed")]),
        (
            "/edit",
            vec![("name", "Mine"), ("model", "M"), ("serial", "1"), ("kind", "monitor")],
        ),
    ];
    for (page, fields) in posts {
        assert_eq!(unit.status(&admin, &unit.path(page), &fields).await, 404, "{page}");
    }
    let ours = unit.at.riverbend.ward.to_string();
    let water = [
        ("act", "log"),
        ("ward", ours.as_str()),
        ("measure", "bacteria"),
        ("value", "1"),
        ("point", "Loop end"),
    ];
    let said = page(&unit.at, "/hospital/machines/water", &nurse, &water).await;
    assert!(said.contains("Choose a ward of this hospital."), "{}", said.len());
    let machine = [
        ("name", "D-99"),
        ("model", "M"),
        ("serial", "1"),
        ("kind", "dialysis"),
        ("ward", ours.as_str()),
    ];
    let said = page(&unit.at, "/hospital/machines/register", &admin, &machine).await;
    assert!(said.contains("Choose a ward of this hospital."), "{}", said.len());
    let written: i64 = sqlx::query_scalar(
        "SELECT (SELECT count(*) FROM water_test) + (SELECT count(*) FROM device WHERE name = 'D-99') + (SELECT count(*) FROM device_outage) +
                (SELECT count(*) FROM device_meter) + (SELECT count(*) FROM disinfection)",
    )
    .fetch_one(unit.at.db.owner())
    .await
    .unwrap();
    assert_eq!(written, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn work_of_one_machine_is_not_found_under_another() {
    let unit = Unit::open().await;
    let repair = [("act", "repair"), ("repair", "Replace the fan")];
    assert_eq!(
        unit.status(&unit.mensah, &unit.path("/maintenance"), &repair).await,
        303
    );
    let work: Uuid = sqlx::query_scalar("SELECT id FROM maintenance_work")
        .fetch_one(unit.at.db.owner())
        .await
        .unwrap();
    assert_eq!(
        sees(&unit, &unit.haddad, &unit.path(&format!("/work/{work}"))).await,
        200
    );
    let other = format!("/devices/{}/work/{work}", unit.at.riverbend.devices[1].id);
    assert_eq!(sees(&unit, &unit.haddad, &other).await, 404);
    assert_eq!(unit.status(&unit.haddad, &other, &[("result", "passed")]).await, 404);
    // A nurse reads what is done, and does not close it.
    let own = unit.path(&format!("/work/{work}"));
    assert_eq!(sees(&unit, &unit.achieng, &own).await, 200);
    assert_eq!(unit.status(&unit.achieng, &own, &[("result", "passed")]).await, 403);
}

#[tokio::test(flavor = "multi_thread")]
async fn each_act_stands_in_the_audit() {
    let unit = Unit::with_water().await;
    unit.disinfect("heat", "passed", "", "").await;
    unit.act(
        &unit.mensah,
        "",
        &[("act", "take-out"), ("reason", "Leaks at the pump")],
    )
    .await;
    unit.act(&unit.mensah, "", &[("act", "bring-back")]).await;
    unit.act(&unit.mensah, "/maintenance", &[("act", "meter"), ("hours", "12")])
        .await;
    let written: Vec<String> = sqlx::query_scalar(
        "SELECT DISTINCT action FROM audit_entry WHERE outcome = 'allowed' AND (action LIKE 'device.%' OR action LIKE 'water.%') ORDER BY action",
    )
    .fetch_all(unit.at.db.owner())
    .await
    .unwrap();
    for action in [
        "device.bring_back",
        "device.disinfect",
        "device.meter",
        "device.take_out",
        "water.log",
    ] {
        assert!(written.iter().any(|known| known == action), "{action} in {written:?}");
    }
}
