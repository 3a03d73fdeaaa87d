//! The patient's own record. The portal has a cookie of its own, so a patient is nobody on the staff's paths, and staff are nobody on the portal's.

use serde_json::json;

use super::door::{Door, call, form, get};
use crate::support::Wardlight;

pub fn doors(house: &Wardlight) -> Vec<Door> {
    let (okafor, mwangi) = (house.riverbend.patients[0], house.riverbend.patients[1]);
    vec![
        //                                                              none doc nur tec pha adm pat els
        get("/my", "/my".into(), [401, 401, 401, 401, 401, 401, 200, 401]),
        get(
            "/my/access",
            "/my/access".into(),
            [401, 401, 401, 401, 401, 401, 200, 401],
        )
        .but("proxy", 403),
        // What the patient decides, and what their portal shows.
        get(
            "/my/record",
            "/my/record".into(),
            [401, 401, 401, 401, 401, 401, 200, 401],
        ),
        get(
            "/my/consents",
            "/my/consents".into(),
            [401, 401, 401, 401, 401, 401, 200, 401],
        )
        .but("proxy", 403),
        form(
            "/my/consents",
            vec![("purpose", "research".into()), ("version", "1".into())],
            [401, 401, 401, 401, 401, 401, 303, 401],
        )
        .but("proxy", 403),
        form(
            "/my/consents/withdraw",
            vec![("consent", okafor.to_string())],
            [401, 401, 401, 401, 401, 401, 404, 401],
        )
        .but("proxy", 403),
        get(
            "/my/proxies",
            "/my/proxies".into(),
            [401, 401, 401, 401, 401, 401, 200, 401],
        ),
        form(
            "/my/proxies",
            vec![("email", "son@example.org".into())],
            [401, 401, 401, 401, 401, 401, 303, 401],
        )
        .but("proxy", 403),
        form(
            "/my/proxies/end",
            vec![("proxy", okafor.to_string())],
            [401, 401, 401, 401, 401, 401, 404, 401],
        )
        .but("proxy", 403),
        form(
            "/my/switch",
            vec![("patient", mwangi.to_string())],
            [401, 401, 401, 401, 401, 401, 404, 401],
        ),
        get(
            "/my/preferences",
            "/my/preferences".into(),
            [401, 401, 401, 401, 401, 401, 200, 401],
        )
        .but("proxy", 403),
        form(
            "/my/preferences",
            vec![("language", "Luo".into())],
            [401, 401, 401, 401, 401, 401, 303, 401],
        )
        .but("proxy", 403),
        get(
            "/my/charts/patients/{patient_id}/day.svg",
            format!("/my/charts/patients/{okafor}/day.svg"),
            [401, 401, 401, 401, 401, 401, 200, 401],
        ),
        call(
            "/api/my/patients/open_chart",
            json!({}),
            [401, 401, 401, 401, 401, 401, 200, 401],
        ),
        get("/my/live", "/my/live".into(), [401, 401, 401, 401, 401, 401, 426, 401]),
    ]
}
