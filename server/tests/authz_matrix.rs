//! Every door × every role has an expected answer, and every door of devices × every token. A door without a row fails `every_door_has_a_row`; a new one
//! is added to [`doors`], one of devices to [`device_doors`] too.
//!
//! The status is that of the door: for a page without a session 303 (to the sign-in page), for the page of another role 403, for what belongs to
//! another hospital 404.

use std::collections::BTreeSet;

use reqwest::Method;
use secrecy::ExposeSecret;
use serde_json::{Value, json};

use crate::support::Wardlight;
use crate::support::door::{Body, knock};

/// Who knocks, in the order of the expected answers.
const ROLES: [(&str, &str); 14] = [
    ("nobody", ""),
    ("doctor", "rao@riverbend.example"),
    ("nurse", "achieng@riverbend.example"),
    ("technician", "mensah@riverbend.example"),
    ("pharmacist", "lindqvist@riverbend.example"),
    ("hospital admin", "haddad@riverbend.example"),
    ("patient", "okafor@riverbend.example"),
    ("doctor elsewhere", "silva@lakeside.example"),
    ("receptionist", "wanjiru@riverbend.example"),
    ("billing clerk", "ivarsson@riverbend.example"),
    ("lab technician", "castro@riverbend.example"),
    ("emergency responder", "sani@riverbend.example"),
    ("super admin", "novak@riverbend.example"),
    ("proxy", "her.son@riverbend.example"),
];

/// The expected status for each of [`ROLES`]. A row says the first eight; the five other roles of staff are answered like the pharmacist, and who cares for a
/// patient like the patient, unless the row says so with [`Door::but`].
type Expected = [u16; 14];

fn whole(eight: [u16; 8]) -> Expected {
    let [nobody, doctor, nurse, technician, pharmacist, admin, patient, elsewhere] = eight;
    let others = pharmacist;
    [
        nobody, doctor, nurse, technician, pharmacist, admin, patient, elsewhere, others, others, others, others,
        others, patient,
    ]
}

/// One door: its path as the router spells it, how to knock, and the expected status for each of [`ROLES`].
struct Door {
    method: Method,
    pattern: &'static str,
    path: String,
    body: Body,
    expected: Expected,
}

impl Door {
    /// As `server::router::endpoints` lists it.
    fn name(&self) -> String {
        format!("{} {}", self.method, self.pattern)
    }

    /// Answered otherwise than the row says, for one of the later roles.
    fn but(mut self, role: &str, status: u16) -> Self {
        let place = ROLES.iter().position(|(name, _)| *name == role).unwrap();
        self.expected[place] = status;
        self
    }
}

/// The table. Okafor (bed 1) is the patient who signs in; Riverbend's ward and devices are what everybody knocks for.
fn doors(house: &Wardlight, alarm: &str) -> Vec<Door> {
    let (ward, okafor, mwangi) = (
        house.riverbend.ward,
        house.riverbend.patients[0],
        house.riverbend.patients[1],
    );
    let device = house.riverbend.devices[0].id;
    let get = |pattern, path: String, expected| Door {
        method: Method::GET,
        pattern,
        path,
        body: Body::None,
        expected: whole(expected),
    };
    let call = |pattern: &'static str, body, expected| Door {
        method: Method::POST,
        pattern,
        path: pattern.to_owned(),
        body: Body::Json(body),
        expected: whole(expected),
    };
    let form = |pattern: &'static str, fields, expected| Door {
        method: Method::POST,
        pattern,
        path: pattern.to_owned(),
        body: Body::Form(fields),
        expected: whole(expected),
    };
    vec![
        // Pages. The portal has a cookie of its own, so a patient is nobody on the staff's paths, and staff are nobody on the portal's.
        //                                                              none doc nur tec pha adm pat els
        get("/", "/".into(), [303, 303, 303, 303, 303, 303, 303, 303]),
        get("/sign-in", "/sign-in".into(), [200, 200, 200, 200, 200, 200, 200, 200]),
        get("/ward", "/ward".into(), [303, 200, 200, 403, 403, 403, 303, 200]),
        get(
            "/ward/{ward}",
            format!("/ward/{ward}"),
            [303, 200, 200, 403, 403, 403, 303, 404],
        ),
        get(
            "/patients/{patient}",
            format!("/patients/{mwangi}"),
            [303, 200, 200, 403, 403, 403, 303, 404],
        ),
        get("/devices", "/devices".into(), [303, 403, 403, 200, 403, 200, 303, 403]).but("super admin", 200),
        get(
            "/pharmacy",
            "/pharmacy".into(),
            [303, 403, 403, 403, 200, 403, 303, 403],
        )
        .but("receptionist", 403)
        .but("billing clerk", 403)
        .but("lab technician", 403)
        .but("emergency responder", 403)
        .but("super admin", 403),
        get(
            "/hospital",
            "/hospital".into(),
            [303, 403, 403, 403, 403, 200, 303, 403],
        )
        .but("super admin", 200),
        get(
            "/hospital/clients",
            "/hospital/clients".into(),
            [303, 403, 403, 403, 403, 200, 303, 403],
        )
        .but("super admin", 200),
        form(
            "/hospital/clients",
            vec![("name", "Gateway".into()), ("scopes", "patient.read".into())],
            [303, 403, 403, 403, 403, 303, 303, 403],
        )
        .but("super admin", 303),
        form(
            "/hospital/clients/secret",
            vec![("client", ward.to_string())],
            [303, 403, 403, 403, 403, 404, 303, 403],
        )
        .but("super admin", 404),
        form(
            "/hospital/clients/revoke",
            vec![("client", ward.to_string())],
            [303, 403, 403, 403, 403, 404, 303, 403],
        )
        .but("super admin", 404),
        get(
            "/hospital/devices/tokens",
            "/hospital/devices/tokens".into(),
            [303, 403, 403, 403, 403, 200, 303, 403],
        )
        .but("super admin", 200),
        form(
            "/hospital/devices/tokens",
            vec![("device", "Monitor 01".into())],
            [303, 403, 403, 403, 403, 303, 303, 403],
        )
        .but("super admin", 303),
        form(
            "/hospital/devices/tokens/revoke",
            vec![("token", ward.to_string())],
            [303, 403, 403, 403, 403, 404, 303, 403],
        )
        .but("super admin", 404),
        // One's own account: once under the staff's paths, once under the portal's. What an act answers says its own test; here it is who comes in at all.
        get("/account", "/account".into(), [303, 200, 200, 200, 200, 200, 303, 200]),
        get(
            "/account/factor",
            "/account/factor".into(),
            [303, 200, 200, 200, 200, 200, 303, 200],
        ),
        get(
            "/account/prove",
            "/account/prove".into(),
            [303, 200, 200, 200, 200, 200, 303, 200],
        ),
        form("/account/contact", vec![("phone", "+254 700 000 001".into())], [303; 8]),
        form("/account/email", vec![], [303; 8]),
        form("/account/email/keep", vec![], [303; 8]),
        form("/account/phone", vec![("sign_in_phone", "no number".into())], [303; 8]),
        form("/account/mails", vec![("unusual", "true".into())], [303; 8]),
        form("/account/notices", vec![], [303; 8]),
        form("/account/password", vec![], [303; 8]),
        form("/account/sessions", vec![("session", "0".repeat(64))], [303; 8]),
        form("/account/prove", vec![], [303; 8]),
        form("/account/factor/begin", vec![], [303; 8]),
        form("/account/factor/confirm", vec![], [303; 8]),
        form("/account/factor/codes", vec![], [303; 8]),
        form("/account/factor/remove", vec![], [303; 8]),
        get(
            "/my/account",
            "/my/account".into(),
            [303, 303, 303, 303, 303, 303, 200, 303],
        ),
        get(
            "/my/account/factor",
            "/my/account/factor".into(),
            [303, 303, 303, 303, 303, 303, 200, 303],
        ),
        get(
            "/my/account/prove",
            "/my/account/prove".into(),
            [303, 303, 303, 303, 303, 303, 200, 303],
        ),
        form("/my/account/contact", vec![], [303; 8]),
        form("/my/account/email", vec![], [303; 8]),
        form("/my/account/email/keep", vec![], [303; 8]),
        form(
            "/my/account/phone",
            vec![("sign_in_phone", "no number".into())],
            [303; 8],
        ),
        form("/my/account/mails", vec![], [303; 8]),
        form("/my/account/notices", vec![], [303; 8]),
        form("/my/account/password", vec![], [303; 8]),
        form("/my/account/sessions", vec![("session", "0".repeat(64))], [303; 8]),
        form("/my/account/prove", vec![], [303; 8]),
        form("/my/account/factor/begin", vec![], [303; 8]),
        form("/my/account/factor/confirm", vec![], [303; 8]),
        form("/my/account/factor/codes", vec![], [303; 8]),
        form("/my/account/factor/remove", vec![], [303; 8]),
        get(
            "/hospital/sessions",
            "/hospital/sessions".into(),
            [303, 403, 403, 403, 403, 200, 303, 403],
        )
        .but("super admin", 200),
        form(
            "/hospital/sessions",
            vec![("session", "0".repeat(64))],
            [303, 403, 403, 403, 403, 404, 303, 403],
        )
        .but("super admin", 404),
        form(
            "/hospital/sessions/factor",
            vec![("required", "false".into())],
            [303, 403, 403, 403, 403, 303, 303, 403],
        )
        .but("super admin", 303),
        get("/sign-in/code", "/sign-in/code".into(), [303; 8]),
        form("/sign-in/code", vec![("code", "123456".into())], [303; 8]),
        get("/my", "/my".into(), [303, 303, 303, 303, 303, 303, 200, 303]),
        // Before an account: open to everybody. A link that is none is gone (410), a form without anything in it comes back (303).
        get("/recover", "/recover".into(), [200; 8]),
        form("/recover", vec![], [303; 8]),
        get("/recover/new", "/recover/new".into(), [410; 8]),
        form("/recover/new", vec![], [410; 8]),
        get("/invitation", "/invitation".into(), [410; 8]),
        form("/invitation", vec![], [410; 8]),
        get("/register", "/register".into(), [200; 8]),
        form("/register", vec![], [303; 8]),
        // What is behind a link without one.
        get("/verify/email", "/verify/email".into(), [410; 8]),
        form("/verify/email", vec![], [410; 8]),
        get("/register/verify", "/register/verify".into(), [410; 8]),
        form("/register/verify", vec![], [410; 8]),
        get("/register/waiting", "/register/waiting".into(), [200; 8]),
        get("/register/hospital", "/register/hospital".into(), [200; 8]),
        form("/register/hospital", vec![], [303; 8]),
        get(
            "/register/hospital/verify",
            "/register/hospital/verify".into(),
            [410; 8],
        ),
        form("/register/hospital/verify", vec![], [410; 8]),
        // Staff and registrations: an admin's; nobody is known by these numbers.
        get(
            "/hospital/staff",
            "/hospital/staff".into(),
            [303, 403, 403, 403, 403, 200, 303, 403],
        )
        .but("super admin", 200)
        .but("receptionist", 200),
        form("/hospital/staff", vec![], [303, 403, 403, 403, 403, 303, 303, 403]).but("super admin", 303),
        form(
            "/hospital/staff/resend",
            vec![("invitation", some_id())],
            [303, 403, 403, 403, 403, 404, 303, 403],
        )
        .but("super admin", 404),
        form(
            "/hospital/staff/withdraw",
            vec![("invitation", some_id())],
            [303, 403, 403, 403, 403, 404, 303, 403],
        )
        .but("super admin", 404),
        form(
            "/hospital/staff/active",
            vec![("user", some_id())],
            [303, 403, 403, 403, 403, 404, 303, 403],
        )
        .but("super admin", 404),
        form(
            "/hospital/staff/inactive",
            vec![("user", some_id())],
            [303, 403, 403, 403, 403, 404, 303, 403],
        )
        .but("super admin", 404),
        form(
            "/hospital/staff/roles",
            vec![("user", some_id()), ("role", "nurse".into())],
            [303, 403, 403, 403, 403, 404, 303, 403],
        )
        .but("super admin", 404),
        get(
            "/registrations",
            "/registrations".into(),
            [303, 403, 403, 403, 403, 200, 303, 403],
        )
        .but("receptionist", 200),
        form(
            "/registrations/confirm",
            vec![("application", some_id()), ("patient", okafor.to_string())],
            [303, 403, 403, 403, 403, 404, 303, 403],
        )
        .but("receptionist", 404),
        form(
            "/registrations/refuse",
            vec![("application", some_id()), ("reason", "no_chart".into())],
            [303, 403, 403, 403, 403, 404, 303, 403],
        )
        .but("receptionist", 404),
        // The platform's: for its own admin alone. The outbox is there in a demo only.
        get(
            "/platform/hospitals",
            "/platform/hospitals".into(),
            [303, 403, 403, 403, 403, 403, 303, 403],
        )
        .but("super admin", 200),
        form(
            "/platform/hospitals/approve",
            vec![("application", some_id())],
            [303, 403, 403, 403, 403, 403, 303, 403],
        )
        .but("super admin", 404),
        form(
            "/platform/hospitals/refuse",
            vec![("application", some_id()), ("reason", "Not known".into())],
            [303, 403, 403, 403, 403, 403, 303, 403],
        )
        .but("super admin", 404),
        get(
            "/hospital/outbox",
            "/hospital/outbox".into(),
            [303, 403, 403, 403, 403, 404, 303, 403],
        )
        .but("super admin", 404),
        // Forms of who assigns and explains.
        get(
            "/hospital/duties",
            "/hospital/duties".into(),
            [303, 403, 403, 403, 403, 200, 303, 403],
        )
        .but("super admin", 200),
        form(
            "/hospital/duties",
            vec![("act", "end-duty".into()), ("ward", ward.to_string())],
            [303, 403, 403, 403, 403, 303, 303, 403],
        )
        .but("super admin", 303),
        get(
            "/hospital/rights",
            "/hospital/rights".into(),
            [303, 403, 403, 403, 403, 200, 303, 403],
        )
        .but("super admin", 200),
        form(
            "/hospital/rights",
            vec![("act", "make".into())],
            [303, 403, 403, 403, 403, 303, 303, 403],
        )
        .but("super admin", 303),
        get(
            "/hospital/access",
            "/hospital/access".into(),
            [303, 403, 403, 403, 403, 200, 303, 403],
        )
        .but("super admin", 200),
        form(
            "/hospital/access",
            vec![("about", "patient".into()), ("named", "RG-10000000000017".into())],
            [303, 403, 403, 403, 403, 200, 303, 403],
        )
        .but("super admin", 200),
        get(
            "/devices/hand-over",
            "/devices/hand-over".into(),
            [303, 403, 403, 200, 403, 200, 303, 403],
        ),
        form(
            "/devices/hand-over",
            vec![("act", "end".into())],
            [303, 403, 403, 404, 403, 404, 303, 403],
        ),
        get(
            "/patients/{patient}/care",
            format!("/patients/{mwangi}/care"),
            [303, 200, 200, 403, 403, 200, 303, 404],
        ),
        Door {
            path: format!("/patients/{mwangi}/care"),
            ..form(
                "/patients/{patient}/care",
                vec![("act", "take-over".into())],
                [303, 303, 403, 403, 403, 403, 303, 404],
            )
        },
        // The trace.
        get(
            "/hospital/audit",
            "/hospital/audit".into(),
            [303, 403, 403, 403, 403, 200, 303, 403],
        )
        .but("super admin", 200),
        form(
            "/hospital/audit",
            vec![("action", "ward.watch".into())],
            [303, 403, 403, 403, 403, 303, 303, 403],
        )
        .but("super admin", 303),
        form(
            "/hospital/audit/export",
            vec![("action", "ward.watch".into())],
            [303, 403, 403, 403, 403, 200, 303, 403],
        )
        .but("super admin", 200),
        get(
            "/my/access",
            "/my/access".into(),
            [303, 303, 303, 303, 303, 303, 200, 303],
        )
        .but("proxy", 403),
        // What the patient decides, and what their portal shows.
        get(
            "/my/record",
            "/my/record".into(),
            [303, 303, 303, 303, 303, 303, 200, 303],
        ),
        get(
            "/my/consents",
            "/my/consents".into(),
            [303, 303, 303, 303, 303, 303, 200, 303],
        )
        .but("proxy", 403),
        form(
            "/my/consents",
            vec![("purpose", "research".into()), ("version", "1".into())],
            [303; 8],
        )
        .but("proxy", 403),
        form(
            "/my/consents/withdraw",
            vec![("consent", okafor.to_string())],
            [303, 303, 303, 303, 303, 303, 404, 303],
        )
        .but("proxy", 403),
        get(
            "/my/proxies",
            "/my/proxies".into(),
            [303, 303, 303, 303, 303, 303, 200, 303],
        ),
        form("/my/proxies", vec![("email", "son@example.org".into())], [303; 8]).but("proxy", 403),
        form(
            "/my/proxies/end",
            vec![("proxy", okafor.to_string())],
            [303, 303, 303, 303, 303, 303, 404, 303],
        )
        .but("proxy", 403),
        form(
            "/my/switch",
            vec![("patient", mwangi.to_string())],
            [303, 303, 303, 303, 303, 303, 404, 303],
        ),
        get(
            "/my/preferences",
            "/my/preferences".into(),
            [303, 303, 303, 303, 303, 303, 200, 303],
        )
        .but("proxy", 403),
        form("/my/preferences", vec![("language", "Luo".into())], [303; 8]).but("proxy", 403),
        get(
            "/hospital/consents",
            "/hospital/consents".into(),
            [303, 403, 403, 403, 403, 200, 303, 403],
        )
        .but("super admin", 200),
        get(
            "/patients/{patient}/portal",
            format!("/patients/{mwangi}/portal"),
            [303, 403, 403, 403, 403, 200, 303, 403],
        )
        .but("receptionist", 200),
        Door {
            method: Method::POST,
            pattern: "/patients/{patient}/portal",
            path: format!("/patients/{mwangi}/portal"),
            body: Body::Form(vec![("act", "open".into())]),
            expected: whole([303, 403, 403, 403, 403, 303, 303, 403]),
        }
        .but("receptionist", 303),
        get(
            "/patients/{patient}/portal/preview",
            format!("/patients/{mwangi}/portal/preview"),
            [303, 200, 200, 403, 403, 403, 303, 404],
        ),
        // Drawn charts.
        get(
            "/charts/patients/{patient_id}/day.svg",
            format!("/charts/patients/{mwangi}/day.svg"),
            [303, 200, 200, 403, 403, 403, 303, 404],
        ),
        get(
            "/my/charts/patients/{patient_id}/day.svg",
            format!("/my/charts/patients/{okafor}/day.svg"),
            [303, 303, 303, 303, 303, 303, 200, 303],
        ),
        get(
            "/dev/reload",
            "/dev/reload".into(),
            [303, 404, 404, 404, 404, 404, 303, 404],
        ),
        // Server functions.
        call(
            "/api/fn/organisation/open_ward",
            json!({ "ward": ward }),
            [401, 200, 200, 403, 403, 403, 401, 404],
        ),
        call(
            "/api/fn/organisation/today",
            json!({}),
            [401, 403, 403, 403, 403, 200, 401, 403],
        )
        .but("super admin", 200),
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
            "/api/fn/devices/list",
            json!({ "after": null }),
            [401, 403, 403, 200, 403, 200, 401, 403],
        )
        .but("super admin", 200),
        call(
            "/api/my/patients/open_chart",
            json!({}),
            [401, 401, 401, 401, 401, 401, 200, 401],
        ),
        call(
            "/api/my/identity/list_sessions",
            json!({}),
            [401, 401, 401, 401, 401, 401, 200, 401],
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
            [303, 200, 200, 403, 403, 403, 303, 200],
        )
        .but("emergency responder", 200),
        get(
            "/hospital/emergencies",
            "/hospital/emergencies".into(),
            [303, 403, 403, 403, 403, 200, 303, 403],
        )
        .but("super admin", 200),
        // A form that is not filled in comes back (303); who may not open anything is refused before.
        form("/emergency", vec![], [303, 303, 303, 403, 403, 403, 303, 303]).but("emergency responder", 303),
        form(
            "/emergency/end",
            vec![("patient", mwangi.to_string())],
            [303, 303, 303, 303, 303, 303, 303, 303],
        ),
        form(
            "/hospital/emergencies",
            vec![
                ("opening", uuid::Uuid::nil().to_string()),
                ("verdict", "justified".into()),
            ],
            [303, 403, 403, 403, 403, 404, 303, 403],
        )
        .but("super admin", 404),
        // Devices: a browser's cookie is no token.
        get("/api/v1/openapi.json", "/api/v1/openapi.json".into(), [200; 8]),
        get("/api/v1/docs", "/api/v1/docs".into(), [200; 8]),
        get("/health/live", "/health/live".into(), [200; 8]),
        get("/health/ready", "/health/ready".into(), [200; 8]),
        get("/metrics", "/metrics".into(), [401; 8]),
        Door {
            method: Method::POST,
            pattern: "/api/v1/devices/{device_id}/readings",
            path: format!("/api/v1/devices/{device}/readings"),
            body: Body::Json(json!({})),
            expected: [401; 14],
        },
        Door {
            method: Method::POST,
            pattern: "/api/v1/devices/{device_id}/heartbeat",
            path: format!("/api/v1/devices/{device}/heartbeat"),
            body: Body::Json(json!({})),
            expected: [401; 14],
        },
        Door {
            method: Method::POST,
            pattern: "/api/v1/devices/{device_id}/sessions",
            path: format!("/api/v1/devices/{device}/sessions"),
            body: Body::Json(json!({})),
            expected: [401; 14],
        },
        Door {
            method: Method::POST,
            pattern: "/api/v1/devices/{device_id}/token",
            path: format!("/api/v1/devices/{device}/token"),
            body: Body::Json(json!({})),
            expected: [401; 14],
        },
        // Programs: a browser's cookie is no token, and an empty body no sign-in.
        call("/api/v1/auth/login", json!({}), [422; 8]),
        call("/api/v1/auth/token", json!({}), [422; 8]),
        call("/api/v1/auth/refresh", json!({}), [422; 8]),
        call("/api/v1/auth/logout", json!({}), [422; 8]),
        get("/api/v1/auth/me", "/api/v1/auth/me".into(), [401; 8]),
        get("/.well-known/jwks.json", "/.well-known/jwks.json".into(), [200; 8]),
        // The live socket: 426 says that it would open, were this an upgrade.
        get("/live", "/live".into(), [303, 426, 426, 426, 426, 426, 303, 426]),
        get("/my/live", "/my/live".into(), [303, 303, 303, 303, 303, 303, 426, 303]),
        // These end what the others need, so they come last.
        form(
            "/sign-in",
            vec![
                ("login", "nobody@riverbend.example".into()),
                // Without a password nothing is tried, so that fourteen knocks are not too many.
                ("password", String::new()),
            ],
            [303; 8],
        ),
        form("/my/sign-out", vec![], [303; 8]),
        form("/sign-out", vec![], [303; 8]),
    ]
}

/// The id of nothing.
fn some_id() -> String {
    uuid::Uuid::now_v7().to_string()
}

/// Somebody who cares for Okafor, with an account and a password like everybody's.
async fn let_her_son_in(house: &Wardlight) {
    house.make_account("Chidi Okafor", "her.son@riverbend.example").await;
    let add = "
        INSERT INTO proxy (id, patient_id, hospital_id, user_id, known_as, sections, made_by, during)
        SELECT gen_random_uuid(), p.patient_id, p.hospital_id, s.id, 'my son', '{values,trend,score,alarms,readings}', p.user_id, tstzrange(now(), now() + interval '1 day')
          FROM portal_account p
          JOIN app_user o ON o.id = p.user_id AND o.display_name = 'Amara Okafor'
          JOIN app_user s ON s.display_name = 'Chidi Okafor'";
    sqlx::raw_sql(add).execute(house.db.owner()).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn every_door_answers_every_role_as_the_table_says() {
    let house = Wardlight::open().await;
    let_her_son_in(&house).await;
    house
        .post(
            &house.riverbend.devices[1],
            &json!({ "seq": 1, "taken_at": house.at(0.0), "systolic": 70 }),
        )
        .await;
    let alarm: uuid::Uuid = sqlx::query_scalar("SELECT id FROM alarm")
        .fetch_one(house.db.owner())
        .await
        .unwrap();
    let mut cookies = vec![String::new()];
    for (role, email) in &ROLES[1..] {
        cookies.push(
            house
                .sign_in(email)
                .await
                .unwrap_or_else(|| panic!("{role} cannot sign in")),
        );
    }
    let mut wrong = Vec::new();
    for door in doors(&house, &alarm.to_string()) {
        for (((role, _), cookie), expected) in ROLES.iter().zip(&cookies).zip(door.expected) {
            let status = knock(&house, &door.method, &door.path, &door.body, cookie)
                .await
                .status()
                .as_u16();
            if status != expected {
                wrong.push(format!(
                    "{} {} as {role}: {status}, expected {expected}",
                    door.method, door.pattern
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[tokio::test(flavor = "multi_thread")]
async fn every_door_has_a_row() {
    let house = Wardlight::open().await;
    let known: BTreeSet<String> = doors(&house, "").iter().map(Door::name).collect();
    let all = server::router::endpoints();
    let missing: Vec<&String> = all.difference(&known).collect();
    assert!(missing.is_empty(), "doors without a row in the matrix: {missing:?}");
    let gone: Vec<&String> = known.difference(&all).collect();
    assert!(gone.is_empty(), "rows without a door: {gone:?}");

    let of_devices: BTreeSet<String> = device_doors(&house)
        .into_iter()
        .map(|(path, ..)| format!("POST {path}"))
        .collect();
    let all = all
        .into_iter()
        .filter(|door| door.contains("/api/v1/devices/{device_id}"));
    assert_eq!(
        all.collect::<BTreeSet<_>>(),
        of_devices,
        "doors of devices and their rows"
    );
}

/// The doors of devices: the path as the router spells it, a body that is right, and the expected status for each of [`tokens`].
fn device_doors(house: &Wardlight) -> Vec<(&'static str, Value, [u16; 5])> {
    //                                              own  ward  els  rev  none
    vec![
        (
            "/api/v1/devices/{device_id}/readings",
            json!({ "seq": 1, "taken_at": house.at(0.0), "spo2": 97 }),
            [200, 403, 404, 401, 401],
        ),
        (
            "/api/v1/devices/{device_id}/heartbeat",
            json!({ "status": "normal", "firmware": "1.0" }),
            [204, 403, 404, 401, 401],
        ),
        (
            "/api/v1/devices/{device_id}/sessions",
            json!({ "started_at": house.at(0.0) }),
            [201, 403, 404, 401, 401],
        ),
        (
            "/api/v1/devices/{device_id}/token",
            json!({}),
            [201, 403, 404, 401, 401],
        ),
    ]
}

/// Who knocks: the device itself, the device of the next bed, a device of another hospital (which must not learn that this one exists), the device
/// itself with a token that was revoked, and somebody with nothing.
async fn tokens(house: &Wardlight) -> [(&'static str, Option<String>); 5] {
    let (own, next) = (&house.riverbend.devices[0], &house.riverbend.devices[1]);
    hospital::devices::revoke_tokens(&house.house, own.id).await.unwrap();
    let fresh = hospital::devices::make_token(&house.house, own.id).await.unwrap();
    [
        ("itself", Some(fresh.expose_secret().to_owned())),
        ("the device of the next bed", Some(next.token.clone())),
        (
            "a device of another hospital",
            Some(house.lakeside.devices[0].token.clone()),
        ),
        ("a revoked token", Some(own.token.clone())),
        ("nobody", None),
    ]
}

#[tokio::test(flavor = "multi_thread")]
async fn every_door_of_devices_answers_every_token_as_the_table_says() {
    let house = Wardlight::open().await;
    let tokens = tokens(&house).await;
    let device = house.riverbend.devices[0].id.to_string();
    let mut wrong = Vec::new();
    for (pattern, body, expected) in device_doors(&house) {
        for ((who, token), expected) in tokens.iter().zip(expected) {
            let mut request = house.client.post(house.url(&pattern.replace("{device_id}", &device)));
            if let Some(token) = token {
                request = request.bearer_auth(token);
            }
            let status = request.json(&body).send().await.unwrap().status().as_u16();
            if status != expected {
                wrong.push(format!("{pattern} as {who}: {status}, expected {expected}"));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
