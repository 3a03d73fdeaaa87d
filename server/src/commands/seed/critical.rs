//! Critical values of somebody in the dialysis ward of the demo: one that is closed, one that was read back, one that waits.

use std::sync::Arc;

use hospital::House;
use hospital::critical::seed::{SeedCriticals, SeedLoop};

use super::dialysis::unit;

/// Whose: at chair 6, whom no journey takes for its own.
const WHOSE: &str = "RG-306 1685";

/// Writes them, unless they stand there.
pub(super) async fn write(house: &Arc<House>) -> Result<(), String> {
    let unit = unit(house).await?;
    let day = 24.0 * 60.0;
    // Potassium twice, haemoglobin once: what is called from the laboratory of a unit.
    let loops = vec![
        SeedLoop {
            code: "6298-4".into(),
            value: "6.7".into(),
            ago: 2.0 * day,
            misheard: Some((2.0, "6.1".into())),
            read: Some(3.0),
            closed: Some((26.0, "ECG without change. Dialysis of today brought forward.".into())),
        },
        SeedLoop {
            code: "718-7".into(),
            value: "4.8".into(),
            ago: 95.0,
            misheard: None,
            read: Some(7.0),
            closed: None,
        },
        SeedLoop {
            code: "6298-4".into(),
            value: "6.4".into(),
            ago: 34.0,
            misheard: None,
            read: None,
            closed: None,
        },
    ];
    let seed = SeedCriticals {
        hospital: unit.hospital,
        doctor: unit.doctor,
        nurse: unit.nurse,
        hospital_number: WHOSE.into(),
        loops,
    };
    hospital::critical::seed::write(house, &seed)
        .await
        .map_err(|error| format!("The demo's critical values could not be written: {error}."))
}
