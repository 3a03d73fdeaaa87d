//! The ward, the record of a patient and what opens it. Mwangi is the patient; his ward is Riverbend's.

use serde_json::json;

use super::door::{Door, call, form, form_at, get};
use crate::support::Wardlight;

pub fn doors(house: &Wardlight, alarm: &str) -> Vec<Door> {
    let (mwangi, ward) = (house.riverbend.patients[1], house.riverbend.ward);
    vec![
        //                                                              none doc nur tec pha adm pat els
        get("/ward", "/ward".into(), [401, 200, 200, 403, 403, 403, 401, 200]),
        get(
            "/alarms/count",
            "/alarms/count".into(),
            [401, 200, 200, 403, 403, 403, 401, 200],
        ),
        get(
            "/ward/{ward}",
            format!("/ward/{ward}"),
            [401, 200, 200, 403, 403, 403, 401, 404],
        ),
        get(
            "/patients",
            "/patients".into(),
            [401, 200, 200, 200, 403, 200, 401, 200],
        )
        .but("emergency responder", 200)
        .but("receptionist", 200),
        form(
            "/patients",
            vec![("words", "mwa".into())],
            [401, 303, 303, 303, 403, 303, 401, 303],
        )
        .but("emergency responder", 303)
        .but("receptionist", 303),
        get(
            "/patients/register",
            "/patients/register".into(),
            [401, 403, 403, 403, 403, 200, 401, 403],
        )
        .but("receptionist", 200),
        // Nothing typed is nobody's name: an empty answer.
        form(
            "/patients/register/alike",
            vec![],
            [401, 403, 403, 403, 403, 200, 401, 403],
        )
        .but("receptionist", 200),
        // A form that is not filled in comes back (303).
        form(
            "/patients/register",
            vec![("act", "check".into())],
            [401, 403, 403, 403, 403, 303, 401, 403],
        )
        .but("receptionist", 303),
        get(
            "/patients/{patient}/record",
            format!("/patients/{mwangi}/record"),
            [401, 200, 200, 403, 403, 200, 401, 404],
        )
        .but("receptionist", 200),
        get(
            "/patients/{patient}",
            format!("/patients/{mwangi}"),
            [401, 200, 200, 403, 403, 403, 401, 404],
        ),
        get(
            "/patients/{patient}/care",
            format!("/patients/{mwangi}/care"),
            [401, 200, 200, 403, 403, 200, 401, 404],
        ),
        form_at(
            "/patients/{patient}/care",
            format!("/patients/{mwangi}/care"),
            vec![("act", "take-over".into())],
            [401, 303, 403, 403, 403, 403, 401, 404],
        ),
        get(
            "/patients/{patient}/portal",
            format!("/patients/{mwangi}/portal"),
            [401, 403, 403, 403, 403, 200, 401, 403],
        )
        .but("receptionist", 200),
        form_at(
            "/patients/{patient}/portal",
            format!("/patients/{mwangi}/portal"),
            vec![("act", "open".into())],
            [401, 403, 403, 403, 403, 303, 401, 403],
        )
        .but("receptionist", 303),
        get(
            "/patients/{patient}/portal/preview",
            format!("/patients/{mwangi}/portal/preview"),
            [401, 200, 200, 403, 403, 403, 401, 404],
        ),
        // Drawn charts.
        get(
            "/charts/patients/{patient_id}/day.svg",
            format!("/charts/patients/{mwangi}/day.svg"),
            [401, 200, 200, 403, 403, 403, 401, 404],
        ),
        // Server functions.
        call(
            "/api/fn/organisation/open_ward",
            json!({ "ward": ward }),
            [401, 200, 200, 403, 403, 403, 401, 404],
        ),
        call(
            "/api/fn/patients/open_chart",
            json!({ "patient": mwangi }),
            [401, 200, 200, 403, 403, 403, 401, 404],
        ),
        call(
            "/api/fn/telemetry/list_readings",
            json!({ "patient": mwangi, "before": null }),
            [401, 200, 200, 403, 403, 403, 401, 404],
        ),
        call(
            "/api/fn/alerts/acknowledge",
            json!({ "alarm": alarm, "note": null }),
            [401, 200, 409, 403, 403, 403, 401, 404],
        ),
        form(
            "/alarms/acknowledge",
            vec![("alarm", alarm.to_owned()), ("back", "/ward".into())],
            [401, 303, 303, 403, 403, 403, 401, 404],
        ),
        // Form pages.
        get(
            "/emergency",
            "/emergency".into(),
            [401, 200, 200, 403, 403, 403, 401, 200],
        )
        .but("emergency responder", 200),
        // A form that is not filled in comes back (303); who may not open anything is refused before.
        form("/emergency", vec![], [401, 303, 303, 403, 403, 403, 401, 303]).but("emergency responder", 303),
        form(
            "/emergency/end",
            vec![("patient", mwangi.to_string())],
            [401, 303, 303, 303, 303, 303, 401, 303],
        ),
        // The live socket: 426 says that it would open, were this an upgrade.
        get("/live", "/live".into(), [401, 426, 426, 426, 426, 426, 401, 426]),
    ]
}
