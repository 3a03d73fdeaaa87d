//! Who is on call in the demo: nurses first, by day and by night, a doctor second, whoever else there is third; the first ward has a nurse of its own. Through the verbs, so that it stands
//! there as it would from a page.

use std::sync::Arc;

use domain::actor::Role;
use domain::on_call::typed::{PlanTyped, ShiftTyped};
use hospital::{HospitalError, House, on_call};

use super::limits::of;

/// Writes what does not stand there yet.
pub(super) async fn write(house: &Arc<House>) -> Result<(), String> {
    let fault = |error: HospitalError| format!("The demo's on-call table could not be written: {error}.");
    let ctx = of(house, Role::HospitalAdmin).await?;
    let found = on_call::table(&ctx).await.map_err(fault)?;
    // An earlier start wrote it.
    if found.places.iter().any(|place| !place.shifts.is_empty()) {
        return Ok(());
    }
    let colleagues = found.colleagues.unwrap_or_default();
    let of_role = |role: Role| -> Vec<_> {
        let those = colleagues.iter().filter(|colleague| colleague.is_one_of(&[role]));
        those.map(|colleague| colleague.user).collect()
    };
    let (nurses, doctors) = (of_role(Role::Nurse), of_role(Role::Doctor));
    let technicians = of_role(Role::Technician);
    let (Some(nurse), Some(doctor)) = (nurses.first(), doctors.first()) else {
        return Ok(());
    };
    let by_night = nurses.get(1).unwrap_or(nurse);
    let mut shifts = vec![
        (None, *nurse, ["1", "07:00", "19:00"]),
        (None, *by_night, ["1", "19:00", "07:00"]),
        (None, *doctor, ["2", "07:00", "07:00"]),
    ];
    if let Some(third) = doctors.get(1).or(technicians.first()) {
        shifts.push((None, *third, ["3", "07:00", "07:00"]));
    }
    let ward = found.places.iter().find_map(|place| place.ward);
    if ward.is_some() {
        shifts.push((ward, *nurse, ["1", "07:00", "07:00"]));
    }
    for (place, user, [rank, from, until]) in shifts {
        let typed = ShiftTyped {
            rank: rank.into(),
            when: "daily".into(),
            from: from.into(),
            until: until.into(),
        };
        on_call::add_shift(&ctx, place, user, &typed).await.map_err(fault)?;
    }
    let plan = PlanTyped {
        first: "5".into(),
        second: "10".into(),
        third: "20".into(),
        low_from: "22:00".into(),
        low_until: "06:00".into(),
        ..PlanTyped::default()
    };
    on_call::set_plan(&ctx, None, &plan).await.map_err(fault)
}
