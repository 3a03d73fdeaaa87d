//! How oxygen and consciousness are said on a ward.

use domain::numbers::fixed;
use domain::telemetry::{Consciousness, Oxygen, OxygenDevice, Parameter};
use ui::lang::{key, number, word};

/// `Air`, `O₂ 2 L/min`, `O₂ 40 %`, `Vent 50 %`: short, for a card.
pub fn short(oxygen: Oxygen) -> String {
    let device = match oxygen.device {
        OxygenDevice::RoomAir if !oxygen.is_supplemental() => return word(key::AIR).into(),
        OxygenDevice::Ventilator => word(key::OXYGEN_VENT),
        OxygenDevice::NonInvasive => word(key::OXYGEN_NIV),
        OxygenDevice::HighFlow => word(key::OXYGEN_HIGH_FLOW),
        OxygenDevice::RoomAir | OxygenDevice::NasalCannula | OxygenDevice::FaceMask | OxygenDevice::Other => "O₂",
    };
    match (oxygen.litres_per_min, oxygen.fio2) {
        (Some(litres), _) if litres > 0.0 => format!("{device} {}\u{a0}L/min", number(trimmed(litres))),
        (_, Some(fio2)) => format!("{device} {}\u{a0}%", fixed(f64::from(fio2) * 100.0, 0)),
        _ => device.into(),
    }
}

/// The same with the device where the short form does not name it: `O₂ 15 L/min, face mask`.
pub fn long(oxygen: Oxygen) -> String {
    let device = match oxygen.device {
        OxygenDevice::NasalCannula => word(key::OXYGEN_CANNULA),
        OxygenDevice::FaceMask => word(key::OXYGEN_MASK),
        OxygenDevice::Other => word(key::OXYGEN_OTHER),
        OxygenDevice::RoomAir | OxygenDevice::HighFlow | OxygenDevice::NonInvasive | OxygenDevice::Ventilator => "",
    };
    format!("{}{device}", short(oxygen))
}

/// ACVPU in words.
fn consciousness(level: Consciousness) -> &'static str {
    word(match level {
        Consciousness::A => key::ALERT,
        Consciousness::C => key::NEW_CONFUSION,
        Consciousness::V => key::ANSWERS_VOICE,
        Consciousness::P => key::ANSWERS_PAIN,
        Consciousness::U => key::UNRESPONSIVE,
    })
}

/// The same with the total of the coma scale where it is below its best, 15: `Answers to voice · GCS 13`.
pub fn assessed(level: Consciousness, gcs: Option<f32>) -> String {
    let words = consciousness(level);
    match gcs.filter(|total| *total < 15.0) {
        Some(total) => format!("{words} · {} {}", Parameter::Gcs.label(), Parameter::Gcs.write(total)),
        None => words.into(),
    }
}

fn trimmed(litres: f32) -> String {
    let text = fixed(f64::from(litres), 1);
    text.strip_suffix(".0").map(str::to_owned).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_coma_scale_is_named_below_its_best() {
        assert_eq!(assessed(Consciousness::V, Some(13.0)), "Answers to voice · GCS 13");
        assert_eq!(assessed(Consciousness::A, Some(15.0)), "Alert");
        assert_eq!(assessed(Consciousness::C, None), "New confusion");
    }

    #[test]
    fn oxygen_is_said_as_the_ward_says_it() {
        let given = |device, litres_per_min, fio2| {
            short(Oxygen {
                device,
                litres_per_min,
                fio2,
            })
        };
        assert_eq!(given(OxygenDevice::RoomAir, None, Some(0.21)), "Air");
        assert_eq!(
            given(OxygenDevice::NasalCannula, Some(2.0), Some(0.28)),
            "O₂ 2\u{a0}L/min"
        );
        assert_eq!(given(OxygenDevice::NasalCannula, Some(1.5), None), "O₂ 1.5\u{a0}L/min");
        assert_eq!(given(OxygenDevice::Ventilator, None, Some(0.5)), "Vent 50\u{a0}%");
        assert_eq!(given(OxygenDevice::FaceMask, None, None), "O₂");
        let mask = Oxygen {
            device: OxygenDevice::FaceMask,
            litres_per_min: Some(15.0),
            fio2: None,
        };
        assert_eq!(long(mask), "O₂ 15\u{a0}L/min, face mask");
    }
}
