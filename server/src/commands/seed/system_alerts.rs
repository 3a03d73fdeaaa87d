//! One planned maintenance of the demo: the water plant, tomorrow in the evening, for technicians. Through the verb, so that it stands there as it would from a page.

use std::sync::Arc;

use domain::actor::Role;
use domain::system_alerts::typed::AlertTyped;
use domain::time::Moment;
use hospital::{HospitalError, House, system_alerts};

use super::limits::of;

/// Writes it, unless something stands there.
pub(super) async fn write(house: &Arc<House>) -> Result<(), String> {
    let fault = |error: HospitalError| format!("The demo's system alert could not be written: {error}.");
    let ctx = of(house, Role::HospitalAdmin).await?;
    // An earlier start wrote it.
    if !system_alerts::manage(&ctx).await.map_err(fault)?.lines.is_empty() {
        return Ok(());
    }
    let now = ctx.now();
    let (from_day, from) = wall(now.plus_seconds(20.0 * 3_600.0));
    let (until_day, until) = wall(now.plus_seconds(23.0 * 3_600.0));
    let typed = AlertTyped {
        kind: "maintenance".into(),
        severity: "information".into(),
        en: "The membranes of the water plant are changed. No dialysis can begin meanwhile.".into(),
        fr: "Les membranes de la station de traitement d’eau sont changées. Aucune dialyse ne peut commencer pendant ce temps.".into(),
        ar: "تُستبدل أغشية محطة المياه. لا يمكن بدء غسيل الكلى خلال ذلك.".into(),
        whom: "technician".into(),
        from_day,
        from,
        until_day,
        until,
    };
    system_alerts::write(&ctx, false, &typed).await.map(drop).map_err(fault)
}

/// Day and time as they are typed. They are of the universal clock and read as of the hospital's, a few hours apart: of a demo it is all the same.
fn wall(at: Moment) -> (String, String) {
    let written = domain::time::rfc3339(at);
    let day = written.get(..10).unwrap_or_default().to_owned();
    let clock = written.get(11..16).unwrap_or_default().to_owned();
    (day, clock)
}
