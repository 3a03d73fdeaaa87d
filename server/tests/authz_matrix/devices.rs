//! Doors about devices: for whoever keeps them, and for the devices themselves, each × every token.

use reqwest::Method;
use secrecy::ExposeSecret;
use serde_json::{Value, json};

use super::door::{Door, ROLES, call, form, get, some_id};
use crate::support::Wardlight;
use crate::support::door::Body;

pub fn doors(house: &Wardlight) -> Vec<Door> {
    let device = house.riverbend.devices[0].id;
    vec![
        //                                                              none doc nur tec pha adm pat els
        get("/devices", "/devices".into(), [401, 403, 403, 200, 403, 200, 401, 403]).but("super admin", 200),
        get(
            "/devices/hand-over",
            "/devices/hand-over".into(),
            [401, 403, 403, 200, 403, 200, 401, 403],
        ),
        form(
            "/devices/hand-over",
            vec![("act", "end".into())],
            [401, 403, 403, 404, 403, 404, 401, 403],
        ),
        call(
            "/api/fn/devices/list",
            json!({ "after": null }),
            [401, 403, 403, 200, 403, 200, 401, 403],
        )
        .but("super admin", 200),
        Door {
            method: Method::POST,
            pattern: "/api/v1/devices/batch",
            path: "/api/v1/devices/batch".into(),
            body: Body::Json(json!({})),
            expected: [401; ROLES.len()],
        },
        // The technician keeps this machine; who runs the hospital sees the list and opens no message.
        get(
            "/devices/{device}/messages",
            format!("/devices/{device}/messages"),
            [401, 403, 403, 200, 403, 200, 401, 403],
        )
        .but("super admin", 200),
        get(
            "/devices/{device}/messages/{message}",
            format!("/devices/{device}/messages/{}", some_id()),
            [401, 403, 403, 404, 403, 403, 401, 403],
        ),
        Door {
            method: Method::POST,
            pattern: "/api/v1/devices/{device_id}/readings",
            path: format!("/api/v1/devices/{device}/readings"),
            body: Body::Json(json!({})),
            expected: [401; ROLES.len()],
        },
        Door {
            method: Method::POST,
            pattern: "/api/v1/devices/{device_id}/heartbeat",
            path: format!("/api/v1/devices/{device}/heartbeat"),
            body: Body::Json(json!({})),
            expected: [401; ROLES.len()],
        },
        Door {
            method: Method::POST,
            pattern: "/api/v1/devices/{device_id}/sessions",
            path: format!("/api/v1/devices/{device}/sessions"),
            body: Body::Json(json!({})),
            expected: [401; ROLES.len()],
        },
        Door {
            method: Method::POST,
            pattern: "/api/v1/devices/{device_id}/waves",
            path: format!("/api/v1/devices/{device}/waves"),
            body: Body::Json(json!({})),
            expected: [401; ROLES.len()],
        },
        Door {
            method: Method::POST,
            pattern: "/api/v1/devices/{device_id}/token",
            path: format!("/api/v1/devices/{device}/token"),
            body: Body::Json(json!({})),
            expected: [401; ROLES.len()],
        },
    ]
}

/// The doors of devices: the path as the router spells it, a body that is right, and the expected status for each of [`tokens`].
pub fn device_doors(house: &Wardlight) -> Vec<(&'static str, Value, [u16; 5])> {
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
            "/api/v1/devices/{device_id}/waves",
            json!({ "chunks": [{ "channel": "ecg_ii", "started_at": house.at(0.0), "hz": 125, "step": 0.005, "samples": [0, 1, 0] }] }),
            [200, 403, 404, 401, 401],
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
pub async fn tokens(house: &Wardlight) -> [(&'static str, Option<String>); 5] {
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
