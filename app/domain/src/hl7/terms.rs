//! Terms of ISO/IEEE 11073-10101 and -10101b as IHE PCD-01 sends them, and which of them is which field of a reading. `terms.csv` lists what a dialysis machine may
//! say (reference id, code, kind); a term of that list without a field is named for the technician as one that we know and do not keep.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::telemetry::Parameter;

/// Reference id, code, kind of each term of dialysis machines.
static LIST: &str = include_str!("terms.csv");

/// Which term is which field. Where several of them say the same in one message, the lowest rank is believed: a heart rate counted in the electrocardiogram before one
/// counted in a pulse, a value before its mean, an invasive pressure before a cuff's.
const FIELDS: &[(&str, u32, Parameter, u8)] = &[
    ("MDC_ECG_HEART_RATE", 147_842, Parameter::HeartRate, 0),
    ("MDC_PULS_OXIM_PULS_RATE", 149_530, Parameter::HeartRate, 1),
    ("MDC_PULS_RATE", 149_522, Parameter::HeartRate, 2),
    ("MDC_PULS_RATE_NON_INV", 149_546, Parameter::HeartRate, 3),
    ("MDC_PRESS_BLD_ART_SYS", 150_033, Parameter::Systolic, 0),
    ("MDC_PRESS_BLD_ART_DIA", 150_034, Parameter::Diastolic, 0),
    ("MDC_PRESS_BLD_ART_MEAN", 150_035, Parameter::MeanPressure, 0),
    ("MDC_PRESS_BLD_ART_ABP_SYS", 150_037, Parameter::Systolic, 0),
    ("MDC_PRESS_BLD_ART_ABP_DIA", 150_038, Parameter::Diastolic, 0),
    ("MDC_PRESS_BLD_ART_ABP_MEAN", 150_039, Parameter::MeanPressure, 0),
    ("MDC_PRESS_BLD_NONINV_SYS", 150_021, Parameter::Systolic, 1),
    ("MDC_PRESS_BLD_NONINV_DIA", 150_022, Parameter::Diastolic, 1),
    ("MDC_PRESS_BLD_NONINV_MEAN", 150_023, Parameter::MeanPressure, 1),
    ("MDC_PULS_OXIM_SAT_O2", 150_456, Parameter::Spo2, 0),
    ("MDC_TEMP_BODY", 150_364, Parameter::Temperature, 0),
    ("MDC_TEMP", 150_344, Parameter::Temperature, 1),
    ("MDC_RESP_RATE", 151_562, Parameter::Respiration, 0),
    ("MDC_HDIALY_BLD_PUMP_BLOOD_FLOW_RATE", 158_740, Parameter::BloodFlow, 0),
    (
        "MDC_HDIALY_BLD_PUMP_BLOOD_FLOW_RATE_MEAN",
        158_743,
        Parameter::BloodFlow,
        1,
    ),
    ("MDC_HDIALY_DIALYSATE_FLOW_RATE", 158_792, Parameter::DialysateFlow, 0),
    (
        "MDC_HDIALY_DIALYSATE_FLOW_RATE_MEAN",
        158_795,
        Parameter::DialysateFlow,
        1,
    ),
    ("MDC_HDIALY_BLD_PRESS_ART", 158_744, Parameter::ArterialPressure, 0),
    ("MDC_HDIALY_BLD_PUMP_PRESS_VEN", 158_776, Parameter::VenousPressure, 0),
    (
        "MDC_HDIALY_FILTER_TRANSMEMBRANE_PRESS",
        158_852,
        Parameter::TransmembranePressure,
        0,
    ),
    ("MDC_HDIALY_UF_RATE", 159_036, Parameter::UfRate, 0),
    ("MDC_HDIALY_UF_ACTUAL_REMOVED_VOL", 159_032, Parameter::UfRemoved, 0),
    ("MDC_HDIALY_DIALYSATE_COND", 158_788, Parameter::Conductivity, 0),
    ("MDC_HDIALY_DIALYSATE_TEMP", 158_796, Parameter::DialysateTemperature, 0),
    (
        "MDC_HDIALY_BLD_PUMP_BLOOD_PROCESSED_TOTAL",
        158_772,
        Parameter::TotalVolume,
        0,
    ),
    (
        "MDC_HDIALY_RF_POST_FILTER_FLOW_RATE",
        158_892,
        Parameter::SubstitutionRate,
        0,
    ),
    (
        "MDC_HDIALY_RF_PRE_FILTER_FLOW_RATE",
        158_940,
        Parameter::SubstitutionRate,
        0,
    ),
    (
        "MDC_HDIALY_RF_POST_FILTER_VOL",
        158_900,
        Parameter::SubstitutionVolume,
        0,
    ),
    (
        "MDC_HDIALY_RF_PRE_FILTER_VOL",
        158_948,
        Parameter::SubstitutionVolume,
        0,
    ),
    ("MDC_HDIALY_ANTICOAG_ACCUM_DELIV", 158_728, Parameter::HeparinTotal, 0),
    ("MDC_HDIALY_REL_BLOOD_VOL", 159_044, Parameter::BloodVolumeChange, 0),
    (
        "MDC_HDIALY_THERAPY_RATIO_SPKT_OVER_V_DELIVERED",
        158_988,
        Parameter::MachineKtv,
        0,
    ),
    ("MDC_HDIALY_THERAPY_PCT_RECIRC", 159_004, Parameter::Recirculation, 0),
    ("MDC_HDIALY_MACH_TIME_REMAIN", 158_724, Parameter::RemainingTime, 0),
];

/// A term that we know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    /// Its reference id.
    pub name: &'static str,
    /// The field of a reading that it is, and its rank among those that say the same.
    pub field: Option<(Parameter, u8)>,
}

struct Known {
    by_code: HashMap<u32, Term>,
    by_name: HashMap<&'static str, Term>,
}

static KNOWN: LazyLock<Known> = LazyLock::new(|| {
    let of_list = LIST.lines().skip(1).filter_map(|line| {
        let mut parts = line.split(',');
        let (name, code) = (parts.next()?, parts.next()?.parse::<u32>().unwrap_or_default());
        Some((code, Term { name, field: None }))
    });
    let of_fields = FIELDS.iter().map(|(name, code, parameter, rank)| {
        let field = Some((*parameter, *rank));
        (*code, Term { name, field })
    });
    let mut known = Known {
        by_code: HashMap::new(),
        by_name: HashMap::new(),
    };
    for (code, term) in of_list.chain(of_fields) {
        known.by_name.insert(term.name, term);
        if code != 0 {
            known.by_code.insert(code, term);
        }
    }
    known
});

/// The term of this code or, where that says nothing, of this reference id.
pub fn term(code: &str, name: &str) -> Option<Term> {
    let by_code = code
        .trim()
        .parse::<u32>()
        .ok()
        .and_then(|code| KNOWN.by_code.get(&code));
    by_code.or_else(|| KNOWN.by_name.get(name.trim())).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_and_names_of_the_fields_agree_with_the_list() {
        for (name, code, parameter, _) in FIELDS {
            let listed = LIST.lines().find(|line| line.split(',').next() == Some(name));
            if let Some(listed) = listed {
                assert_eq!(listed.split(',').nth(1), Some(code.to_string().as_str()), "{name}");
            }
            assert_eq!(
                term(&code.to_string(), "").unwrap().field.unwrap().0,
                *parameter,
                "{name}"
            );
            assert_eq!(term("", name).unwrap().field.unwrap().0, *parameter, "{name}");
        }
    }

    #[test]
    fn every_number_of_a_dialysis_machine_can_come_by_hl7() {
        let machine = Parameter::ALL
            .into_iter()
            .filter(|parameter| (*parameter as usize) < crate::telemetry::NUMERIC && *parameter != Parameter::Gcs);
        for parameter in machine {
            assert!(FIELDS.iter().any(|row| row.2 == parameter), "{parameter:?}");
        }
    }

    #[test]
    fn what_is_set_is_not_what_is_measured() {
        for name in [
            "MDC_HDIALY_BLD_PUMP_BLOOD_FLOW_RATE_SETTING",
            "MDC_HDIALY_UF_RATE_SETTING",
        ] {
            assert_eq!(term("", name).unwrap().field, None, "{name}");
        }
        assert_eq!(
            term("16935956", "").unwrap().name,
            "MDC_HDIALY_BLD_PUMP_BLOOD_FLOW_RATE_SETTING"
        );
        assert_eq!(term("4711", "MDC_NO_SUCH_TERM"), None);
    }
}
