//! Somebody of the demo who is dialysed around the clock: the machine beside their monitor (`server/demo/machines.csv`), which plays a recorded one, and what is prescribed. The numbers of
//! the prescription are those that the recording shows as set.

use std::sync::Arc;

use domain::time::Moment;
use hospital::House;
use hospital::dialysis::seed::{SeedContinuous, stand};

use super::dialysis::unit;
use super::hospitals::{devices, machines};

/// Puts each machine where it stands, a day before `now`. One that stands there already is left alone.
pub(super) async fn write(house: &Arc<House>, now: Moment) -> Result<(), String> {
    let unit = unit(house).await?;
    let monitors = devices()?;
    for machine in machines()? {
        let monitor = monitors
            .iter()
            .find(|monitor| monitor.hospital == machine.hospital && monitor.bed == machine.bed);
        let monitor = monitor.ok_or_else(|| format!("No monitor stands at the bed of {}.", machine.name))?;
        let plan = SeedContinuous {
            hospital: unit.hospital,
            doctor: unit.doctor,
            monitor: monitor.device_id,
            device: machine.device_id,
            name: machine.name.clone(),
            model: machine.model.clone(),
            serial: machine.serial.clone(),
            since: now.plus_seconds(-86_400.0),
        };
        stand(house, &plan)
            .await
            .map_err(|error| format!("{} of the demo could not be put in its place: {error}.", machine.name))?;
    }
    Ok(())
}
