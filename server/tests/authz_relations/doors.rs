//! The doors about a patient, a ward or a device: how each is knocked at, and which table says who gets in.

use serde_json::json;
use uuid::Uuid;

use super::SESSION;
use crate::support::Wardlight;
use crate::support::door::Body;

/// A door: as the router spells it, how to knock there, and the table that says who gets in.
pub struct Door {
    pub name: &'static str,
    pub path: String,
    pub body: Body,
    pub table: &'static str,
}

/// Those that change something come last; what they change makes nobody's answer another one.
pub fn doors(house: &Wardlight, alarm: Uuid) -> Vec<Door> {
    let (ward, mwangi, device) = (
        house.riverbend.ward,
        house.riverbend.patients[1],
        house.riverbend.devices[1].id,
    );
    let door = |name, path: String, body, table| Door {
        name,
        path,
        body,
        table,
    };
    let call = |name: &'static str, body, table| Door {
        name,
        path: name.split_once(' ').unwrap().1.to_owned(),
        body: Body::Json(body),
        table,
    };
    let care = || format!("/patients/{mwangi}/care");
    let form = |fields: &[(&'static str, &str)]| {
        Body::Form(
            fields
                .iter()
                .map(|(name, value)| (*name, (*value).to_owned()))
                .collect(),
        )
    };
    vec![
        door(
            "GET /patients/{patient}",
            format!("/patients/{mwangi}"),
            Body::None,
            "read",
        ),
        door(
            "GET /charts/patients/{patient_id}/day.svg",
            format!("/charts/patients/{mwangi}/day.svg"),
            Body::None,
            "read",
        ),
        call("POST /api/fn/patients/open_chart", json!({ "patient": mwangi }), "read"),
        call(
            "POST /api/fn/telemetry/list_readings",
            json!({ "patient": mwangi, "before": null }),
            "read",
        ),
        door("GET /patients", "/patients".into(), Body::None, "mine"),
        door(
            "GET /patients/{patient}/record",
            format!("/patients/{mwangi}/record"),
            Body::None,
            "identify",
        ),
        door(
            "GET /patients/{patient}/record/contacts",
            format!("/patients/{mwangi}/record/contacts"),
            Body::None,
            "identify",
        ),
        door(
            "POST /patients/{patient}/record/contacts",
            format!("/patients/{mwangi}/record/contacts"),
            form(&[("act", "add")]),
            "change",
        ),
        door(
            "GET /patients/{patient}/record/insurance",
            format!("/patients/{mwangi}/record/insurance"),
            Body::None,
            "identify",
        ),
        door(
            "POST /patients/{patient}/record/insurance",
            format!("/patients/{mwangi}/record/insurance"),
            form(&[("act", "add")]),
            "change",
        ),
        door(
            "GET /patients/{patient}/record/documents",
            format!("/patients/{mwangi}/record/documents"),
            Body::None,
            "identify",
        ),
        door(
            "POST /patients/{patient}/record/documents",
            format!("/patients/{mwangi}/record/documents"),
            form(&[("act", "add")]),
            "change",
        ),
        door(
            "GET /patients/{patient}/record/identity",
            format!("/patients/{mwangi}/record/identity"),
            Body::None,
            "change",
        ),
        door(
            "POST /patients/{patient}/record/identity",
            format!("/patients/{mwangi}/record/identity"),
            form(&[("act", "change")]),
            "change",
        ),
        door(
            "GET /patients/{patient}/record/join",
            format!("/patients/{mwangi}/record/join"),
            Body::None,
            "merge",
        ),
        door(
            "POST /patients/{patient}/record/join",
            format!("/patients/{mwangi}/record/join"),
            form(&[("act", "find")]),
            "merge",
        ),
        door(
            "GET /patients/{patient}/record/allergies",
            format!("/patients/{mwangi}/record/allergies"),
            Body::None,
            "background",
        ),
        door(
            "POST /patients/{patient}/record/allergies",
            format!("/patients/{mwangi}/record/allergies"),
            form(&[("act", "none")]),
            "write",
        ),
        door(
            "GET /patients/{patient}/record/flags",
            format!("/patients/{mwangi}/record/flags"),
            Body::None,
            "background",
        ),
        door(
            "POST /patients/{patient}/record/flags",
            format!("/patients/{mwangi}/record/flags"),
            form(&[("act", "add")]),
            "write",
        ),
        door(
            "GET /patients/{patient}/record/surgeries",
            format!("/patients/{mwangi}/record/surgeries"),
            Body::None,
            "background",
        ),
        door(
            "POST /patients/{patient}/record/surgeries",
            format!("/patients/{mwangi}/record/surgeries"),
            form(&[("act", "add")]),
            "write",
        ),
        door(
            "GET /patients/{patient}/record/medicines",
            format!("/patients/{mwangi}/record/medicines"),
            Body::None,
            "background",
        ),
        door(
            "POST /patients/{patient}/record/medicines",
            format!("/patients/{mwangi}/record/medicines"),
            form(&[("act", "add")]),
            "write",
        ),
        door(
            "GET /patients/{patient}/record/conditions",
            format!("/patients/{mwangi}/record/conditions"),
            Body::None,
            "background",
        ),
        door(
            "POST /patients/{patient}/record/conditions",
            format!("/patients/{mwangi}/record/conditions"),
            form(&[("act", "add")]),
            "write",
        ),
        door(
            "GET /patients/{patient}/dialysis",
            format!("/patients/{mwangi}/dialysis"),
            Body::None,
            "background",
        ),
        door(
            "GET /patients/{patient}/dialysis/now",
            format!("/patients/{mwangi}/dialysis/now"),
            Body::None,
            "background",
        ),
        door(
            "GET /patients/{patient}/dialysis/prescription",
            format!("/patients/{mwangi}/dialysis/prescription"),
            Body::None,
            "background",
        ),
        door(
            "POST /patients/{patient}/dialysis/prescription",
            format!("/patients/{mwangi}/dialysis/prescription"),
            form(&[("act", "prescribe")]),
            "prescribe",
        ),
        door(
            "GET /patients/{patient}/dialysis/access",
            format!("/patients/{mwangi}/dialysis/access"),
            Body::None,
            "background",
        ),
        door(
            "POST /patients/{patient}/dialysis/access",
            format!("/patients/{mwangi}/dialysis/access"),
            form(&[("act", "add_access")]),
            "write",
        ),
        door(
            "GET /patients/{patient}/limits",
            format!("/patients/{mwangi}/limits"),
            Body::None,
            "background",
        ),
        door(
            "GET /patients/{patient}/critical",
            format!("/patients/{mwangi}/critical"),
            Body::None,
            "background",
        ),
        door(
            "GET /patients/{patient}/critical/now",
            format!("/patients/{mwangi}/critical/now"),
            Body::None,
            "background",
        ),
        door(
            "POST /patients/{patient}/critical",
            format!("/patients/{mwangi}/critical"),
            form(&[("act", "report")]),
            "write",
        ),
        door(
            "GET /patients/{patient}/curves",
            format!("/patients/{mwangi}/curves"),
            Body::None,
            "background",
        ),
        door(
            "GET /patients/{patient}/monitor",
            format!("/patients/{mwangi}/monitor"),
            Body::None,
            "background",
        ),
        door(
            "GET /charts/curves/{patient}",
            format!("/charts/curves/{mwangi}"),
            Body::None,
            "background",
        ),
        door(
            "GET /ws/waves/{patient}",
            format!("/ws/waves/{mwangi}"),
            Body::None,
            "background",
        ),
        door(
            "GET /patients/{patient}/curves/{alarm}",
            format!("/patients/{mwangi}/curves/{alarm}"),
            Body::None,
            "background",
        ),
        door(
            "GET /patients/{patient}/minutes",
            format!("/patients/{mwangi}/minutes"),
            Body::None,
            "background",
        ),
        door(
            "GET /patients/{patient}/minutes/{alarm}",
            format!("/patients/{mwangi}/minutes/{alarm}"),
            Body::None,
            "background",
        ),
        door(
            "POST /patients/{patient}/limits",
            format!("/patients/{mwangi}/limits"),
            form(&[("act", "set")]),
            "prescribe",
        ),
        door(
            "GET /patients/{patient}/updates",
            format!("/patients/{mwangi}/updates"),
            Body::None,
            "updates",
        ),
        door(
            "POST /patients/{patient}/updates",
            format!("/patients/{mwangi}/updates"),
            form(&[("act", "note"), ("field", "heparin"), ("value", "none")]),
            "note",
        ),
        door(
            "GET /patients/{patient}/dialysis/sessions/{session}",
            format!("/patients/{mwangi}/dialysis/sessions/{SESSION}"),
            Body::None,
            "background",
        ),
        door(
            "GET /patients/{patient}/dialysis/sessions/{session}/now",
            format!("/patients/{mwangi}/dialysis/sessions/{SESSION}/now"),
            Body::None,
            "background",
        ),
        door(
            "GET /patients/{patient}/dialysis/sessions/{session}/hand-over",
            format!("/patients/{mwangi}/dialysis/sessions/{SESSION}/hand-over"),
            Body::None,
            "background",
        ),
        door(
            "POST /patients/{patient}/dialysis/sessions/{session}",
            format!("/patients/{mwangi}/dialysis/sessions/{SESSION}"),
            form(&[("act", "check_in")]),
            "write",
        ),
        door("GET /ward/{ward}", format!("/ward/{ward}"), Body::None, "ward"),
        door(
            "GET /ward/{ward}/calls/now",
            format!("/ward/{ward}/calls/now"),
            Body::None,
            "ward",
        ),
        call("POST /api/fn/organisation/open_ward", json!({ "ward": ward }), "ward"),
        call("POST /api/fn/devices/list", json!({ "after": null }), "devices"),
        door("GET /devices", "/devices".into(), Body::None, "devices"),
        door("GET /patients/{patient}/care", care(), Body::None, "team"),
        door(
            "GET /patients/{patient}/portal",
            format!("/patients/{mwangi}/portal"),
            Body::None,
            "portal",
        ),
        door(
            "GET /patients/{patient}/portal/preview",
            format!("/patients/{mwangi}/portal/preview"),
            Body::None,
            "preview",
        ),
        door(
            "POST /patients/{patient}/portal",
            format!("/patients/{mwangi}/portal"),
            form(&[("act", "open")]),
            "portal",
        ),
        call(
            "POST /api/fn/alerts/acknowledge",
            json!({ "alarm": alarm, "note": null }),
            "answer",
        ),
        door(
            "POST /alarms/acknowledge",
            "/alarms/acknowledge".into(),
            form(&[("alarm", &alarm.to_string()), ("back", "/ward")]),
            "answer",
        ),
        door(
            "POST /patients/{patient}/care",
            care(),
            form(&[("act", "assign")]),
            "assign",
        ),
        door(
            "POST /patients/{patient}/care",
            care(),
            form(&[("act", "take-over")]),
            "take-over",
        ),
        door(
            "POST /devices/hand-over",
            "/devices/hand-over".into(),
            form(&[("act", "ask"), ("device", &device.to_string())]),
            "lend",
        ),
    ]
}
