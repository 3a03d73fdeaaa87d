//! Doors of those who run a hospital or the platform, and of its reception.

use serde_json::json;

use super::door::{Door, call, form, get, some_id};
use crate::support::Wardlight;

pub fn doors(house: &Wardlight) -> Vec<Door> {
    let (okafor, ward) = (house.riverbend.patients[0], house.riverbend.ward);
    vec![
        //                                                              none doc nur tec pha adm pat els
        get(
            "/pharmacy",
            "/pharmacy".into(),
            [401, 403, 403, 403, 200, 403, 401, 403],
        )
        .but("receptionist", 403)
        .but("billing clerk", 403)
        .but("lab technician", 403)
        .but("emergency responder", 403)
        .but("super admin", 403),
        get(
            "/hospital",
            "/hospital".into(),
            [401, 403, 403, 403, 403, 200, 401, 403],
        )
        .but("super admin", 200),
        get(
            "/hospital/clients",
            "/hospital/clients".into(),
            [401, 403, 403, 403, 403, 200, 401, 403],
        )
        .but("super admin", 200),
        form(
            "/hospital/clients",
            vec![("name", "Gateway".into()), ("scopes", "patient.read".into())],
            [401, 403, 403, 403, 403, 303, 401, 403],
        )
        .but("super admin", 303),
        form(
            "/hospital/clients/secret",
            vec![("client", ward.to_string())],
            [401, 403, 403, 403, 403, 404, 401, 403],
        )
        .but("super admin", 404),
        form(
            "/hospital/clients/revoke",
            vec![("client", ward.to_string())],
            [401, 403, 403, 403, 403, 404, 401, 403],
        )
        .but("super admin", 404),
        get(
            "/hospital/devices/tokens",
            "/hospital/devices/tokens".into(),
            [401, 403, 403, 403, 403, 200, 401, 403],
        )
        .but("super admin", 200),
        form(
            "/hospital/devices/tokens",
            vec![("device", "Monitor 01".into())],
            [401, 403, 403, 403, 403, 303, 401, 403],
        )
        .but("super admin", 303),
        form(
            "/hospital/devices/tokens/revoke",
            vec![("token", ward.to_string())],
            [401, 403, 403, 403, 403, 404, 401, 403],
        )
        .but("super admin", 404),
        get(
            "/hospital/gateways",
            "/hospital/gateways".into(),
            [401, 403, 403, 403, 403, 200, 401, 403],
        )
        .but("super admin", 200),
        form(
            "/hospital/gateways",
            vec![("name", String::new())],
            [401, 403, 403, 403, 403, 303, 401, 403],
        )
        .but("super admin", 303),
        form(
            "/hospital/gateways/token",
            vec![("gateway", some_id())],
            [401, 403, 403, 403, 403, 404, 401, 403],
        )
        .but("super admin", 404),
        form(
            "/hospital/gateways/end",
            vec![("gateway", some_id())],
            [401, 403, 403, 403, 403, 404, 401, 403],
        )
        .but("super admin", 404),
        form(
            "/hospital/gateways/add",
            vec![("gateway", some_id()), ("device", some_id())],
            [401, 403, 403, 403, 403, 404, 401, 403],
        )
        .but("super admin", 404),
        form(
            "/hospital/gateways/remove",
            vec![("gateway", some_id()), ("device", some_id())],
            [401, 403, 403, 403, 403, 404, 401, 403],
        )
        .but("super admin", 404),
        get(
            "/hospital/sessions",
            "/hospital/sessions".into(),
            [401, 403, 403, 403, 403, 200, 401, 403],
        )
        .but("super admin", 200),
        form(
            "/hospital/sessions",
            vec![("session", "0".repeat(64))],
            [401, 403, 403, 403, 403, 404, 401, 403],
        )
        .but("super admin", 404),
        form(
            "/hospital/emergencies/officer",
            vec![],
            [401, 403, 403, 403, 403, 303, 401, 403],
        )
        .but("super admin", 303),
        form(
            "/hospital/sessions/programs",
            vec![("program", some_id())],
            [401, 403, 403, 403, 403, 404, 401, 403],
        )
        .but("super admin", 404),
        form(
            "/hospital/sessions/everywhere",
            vec![("user", some_id())],
            [401, 403, 403, 403, 403, 404, 401, 403],
        )
        .but("super admin", 404),
        form(
            "/hospital/sessions/factor",
            vec![("required", "false".into())],
            [401, 403, 403, 403, 403, 303, 401, 403],
        )
        .but("super admin", 303),
        // Staff and registrations: an admin's; nobody is known by these numbers.
        get(
            "/hospital/staff",
            "/hospital/staff".into(),
            [401, 403, 403, 403, 403, 200, 401, 403],
        )
        .but("super admin", 200)
        .but("receptionist", 200),
        form("/hospital/staff", vec![], [401, 403, 403, 403, 403, 303, 401, 403]).but("super admin", 303),
        form(
            "/hospital/staff/resend",
            vec![("invitation", some_id())],
            [401, 403, 403, 403, 403, 404, 401, 403],
        )
        .but("super admin", 404),
        form(
            "/hospital/staff/withdraw",
            vec![("invitation", some_id())],
            [401, 403, 403, 403, 403, 404, 401, 403],
        )
        .but("super admin", 404),
        form(
            "/hospital/staff/active",
            vec![("user", some_id())],
            [401, 403, 403, 403, 403, 404, 401, 403],
        )
        .but("super admin", 404),
        form(
            "/hospital/staff/inactive",
            vec![("user", some_id())],
            [401, 403, 403, 403, 403, 404, 401, 403],
        )
        .but("super admin", 404),
        form(
            "/hospital/staff/roles",
            vec![("user", some_id()), ("role", "nurse".into())],
            [401, 403, 403, 403, 403, 404, 401, 403],
        )
        .but("super admin", 404),
        form(
            "/hospital/staff/rename",
            vec![("user", some_id()), ("name", "Somebody".into())],
            [401, 403, 403, 403, 403, 404, 401, 403],
        )
        .but("super admin", 404),
        form(
            "/hospital/staff/factor",
            vec![("user", some_id())],
            [401, 403, 403, 403, 403, 404, 401, 403],
        )
        .but("super admin", 404),
        get(
            "/registrations",
            "/registrations".into(),
            [401, 403, 403, 403, 403, 200, 401, 403],
        )
        .but("receptionist", 200),
        form(
            "/registrations/confirm",
            vec![("application", some_id()), ("patient", okafor.to_string())],
            [401, 403, 403, 403, 403, 404, 401, 403],
        )
        .but("receptionist", 404),
        form(
            "/registrations/refuse",
            vec![("application", some_id()), ("reason", "no_chart".into())],
            [401, 403, 403, 403, 403, 404, 401, 403],
        )
        .but("receptionist", 404),
        form(
            "/registrations/correction",
            vec![("correction", some_id())],
            [401, 403, 403, 403, 403, 404, 401, 403],
        )
        .but("receptionist", 404),
        // The platform's: for its own admin alone. The outbox is there in a demo only.
        get(
            "/platform/hospitals",
            "/platform/hospitals".into(),
            [401, 403, 403, 403, 403, 403, 401, 403],
        )
        .but("super admin", 200),
        form(
            "/platform/hospitals/approve",
            vec![("application", some_id())],
            [401, 403, 403, 403, 403, 403, 401, 403],
        )
        .but("super admin", 404),
        form(
            "/platform/hospitals/refuse",
            vec![("application", some_id()), ("reason", "Not known".into())],
            [401, 403, 403, 403, 403, 403, 401, 403],
        )
        .but("super admin", 404),
        get(
            "/platform/accounts",
            "/platform/accounts".into(),
            [401, 403, 403, 403, 403, 404, 401, 403],
        )
        .but("super admin", 200)
        .but("receptionist", 404),
        form("/platform/accounts", vec![], [401, 403, 403, 403, 403, 404, 401, 403])
            .but("super admin", 303)
            .but("receptionist", 404),
        get(
            "/hospital/outbox",
            "/hospital/outbox".into(),
            [401, 403, 403, 403, 403, 404, 401, 403],
        )
        .but("super admin", 404),
        // Forms of who assigns and explains.
        get(
            "/hospital/duties",
            "/hospital/duties".into(),
            [401, 403, 403, 403, 403, 200, 401, 403],
        )
        .but("super admin", 200),
        form(
            "/hospital/duties",
            vec![("act", "end-duty".into()), ("ward", ward.to_string())],
            [401, 403, 403, 403, 403, 303, 401, 403],
        )
        .but("super admin", 303),
        get(
            "/hospital/rights",
            "/hospital/rights".into(),
            [401, 403, 403, 403, 403, 200, 401, 403],
        )
        .but("super admin", 200),
        form(
            "/hospital/rights",
            vec![("act", "make".into())],
            [401, 403, 403, 403, 403, 303, 401, 403],
        )
        .but("super admin", 303),
        get(
            "/hospital/access",
            "/hospital/access".into(),
            [401, 403, 403, 403, 403, 200, 401, 403],
        )
        .but("super admin", 200),
        form(
            "/hospital/access",
            vec![("about", "patient".into()), ("named", "RG-10000000000017".into())],
            [401, 403, 403, 403, 403, 200, 401, 403],
        )
        .but("super admin", 200),
        // The trace.
        get(
            "/hospital/audit",
            "/hospital/audit".into(),
            [401, 403, 403, 403, 403, 200, 401, 403],
        )
        .but("super admin", 200),
        form(
            "/hospital/audit",
            vec![("action", "ward.watch".into())],
            [401, 403, 403, 403, 403, 303, 401, 403],
        )
        .but("super admin", 303),
        form(
            "/hospital/audit/export",
            vec![("action", "ward.watch".into())],
            [401, 403, 403, 403, 403, 200, 401, 403],
        )
        .but("super admin", 200),
        get(
            "/hospital/consents",
            "/hospital/consents".into(),
            [401, 403, 403, 403, 403, 200, 401, 403],
        )
        .but("super admin", 200),
        call(
            "/api/fn/organisation/today",
            json!({}),
            [401, 403, 403, 403, 403, 200, 401, 403],
        )
        .but("super admin", 200),
        get(
            "/hospital/emergencies",
            "/hospital/emergencies".into(),
            [401, 403, 403, 403, 403, 200, 401, 403],
        )
        .but("super admin", 200),
        form(
            "/hospital/emergencies",
            vec![
                ("opening", uuid::Uuid::nil().to_string()),
                ("verdict", "justified".into()),
            ],
            [401, 403, 403, 403, 403, 404, 401, 403],
        )
        .but("super admin", 404),
    ]
}
