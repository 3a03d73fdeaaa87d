//! Doors about machines that are kept, and the water for dialysis. Mensah keeps Monitor 01.

use super::door::{Door, form, form_at, get, some_id};
use crate::support::Wardlight;

pub fn doors(house: &Wardlight) -> Vec<Door> {
    let at = |page: &str| format!("/devices/{}{page}", house.riverbend.devices[0].id);
    let work = format!("/work/{}", some_id());
    let act = |name: &str| vec![("act", name.to_owned())];
    //           none doc nur tec pha adm pat els
    let seen = [401, 200, 200, 200, 403, 200, 401, 404];
    let kept = [401, 403, 403, 303, 403, 303, 401, 403];
    // A doctor sets what is measured of the patient; whose parameter is whose is in `alarm_rules.rs`.
    let limited = [401, 303, 403, 303, 403, 303, 401, 404];
    let logged = [401, 403, 303, 303, 403, 303, 401, 403];
    let managed = [401, 403, 403, 403, 403, 200, 401, 403];
    let managing = [401, 403, 403, 403, 403, 303, 401, 403];
    vec![
        get("/devices/{device}", at(""), seen).but("super admin", 200),
        form_at("/devices/{device}", at(""), act("bring-back"), kept).but("super admin", 303),
        get("/devices/{device}/now", at("/now"), seen).but("super admin", 200),
        get("/devices/{device}/maintenance", at("/maintenance"), seen).but("super admin", 200),
        form_at("/devices/{device}/maintenance", at("/maintenance"), act("plan"), kept).but("super admin", 303),
        get("/devices/{device}/disinfection", at("/disinfection"), seen).but("super admin", 200),
        form_at("/devices/{device}/disinfection", at("/disinfection"), vec![], logged).but("super admin", 303),
        get(
            "/devices/{device}/work/{work}",
            at(&work),
            [401, 404, 404, 404, 403, 404, 401, 404],
        )
        .but("super admin", 404),
        form_at(
            "/devices/{device}/work/{work}",
            at(&work),
            vec![],
            [401, 403, 403, 404, 403, 404, 401, 403],
        )
        .but("super admin", 404),
        get("/devices/{device}/limits", at("/limits"), seen).but("super admin", 200),
        form_at("/devices/{device}/limits", at("/limits"), act("set"), limited).but("super admin", 303),
        get("/devices/{device}/documents", at("/documents"), seen).but("super admin", 200),
        form_at("/devices/{device}/documents", at("/documents"), vec![], kept).but("super admin", 303),
        form_at(
            "/devices/{device}/documents/remove",
            at("/documents/remove"),
            vec![],
            kept,
        )
        .but("super admin", 303),
        get(
            "/devices/{device}/documents/{document}",
            at(&format!("/documents/{}", some_id())),
            [401, 404, 404, 404, 403, 404, 401, 404],
        )
        .but("super admin", 404),
        get("/devices/{device}/gaps", at("/gaps"), seen).but("super admin", 200),
        get("/devices/{device}/log", at("/log"), seen).but("super admin", 200),
        get("/devices/{device}/label", at("/label"), seen).but("super admin", 200),
        get("/devices/{device}/edit", at("/edit"), managed).but("super admin", 200),
        form_at("/devices/{device}/edit", at("/edit"), vec![], managing).but("super admin", 303),
        get(
            "/hospital/data-quality",
            "/hospital/data-quality".into(),
            [401, 200, 200, 200, 403, 200, 401, 200],
        )
        .but("super admin", 200),
        get(
            "/hospital/machines",
            "/hospital/machines".into(),
            [401, 200, 200, 200, 403, 200, 401, 200],
        )
        .but("super admin", 200),
        get(
            "/hospital/machines/now",
            "/hospital/machines/now".into(),
            [401, 200, 200, 200, 403, 200, 401, 200],
        )
        .but("super admin", 200),
        get(
            "/hospital/alarms",
            "/hospital/alarms".into(),
            [401, 200, 200, 200, 403, 200, 401, 200],
        )
        .but("super admin", 200),
        form("/hospital/alarms", act("set"), managing).but("super admin", 303),
        get(
            "/hospital/on-call",
            "/hospital/on-call".into(),
            [401, 200, 200, 200, 403, 200, 401, 200],
        )
        .but("super admin", 200),
        form("/hospital/on-call", act("plan"), managing).but("super admin", 303),
        get("/hospital/places", "/hospital/places".into(), managed).but("super admin", 200),
        form("/hospital/places", vec![("act", "add-ward".to_owned())], managing).but("super admin", 303),
        get(
            "/hospital/places/{ward}",
            format!("/hospital/places/{}", house.riverbend.ward),
            managed,
        )
        .but("super admin", 200),
        form_at(
            "/hospital/places/{ward}",
            format!("/hospital/places/{}", house.riverbend.ward),
            act("rename-ward"),
            managing,
        )
        .but("super admin", 303),
        get(
            "/hospital/alarm-budget",
            "/hospital/alarm-budget".into(),
            [401, 403, 403, 403, 403, 200, 401, 403],
        )
        .but("super admin", 200),
        get(
            "/hospital/machines/register",
            "/hospital/machines/register".into(),
            managed,
        )
        .but("super admin", 200),
        form("/hospital/machines/register", vec![], managing).but("super admin", 303),
        get(
            "/hospital/machines/water",
            "/hospital/machines/water".into(),
            [401, 403, 200, 200, 403, 200, 401, 403],
        )
        .but("super admin", 200),
        form("/hospital/machines/water", act("log"), logged).but("super admin", 303),
    ]
}
