//! What a machine's own alarm codes say, whatever it says of itself: blood in the dialysate and air in the blood are dangers even where a machine calls them a warning.
//!
//! The codes are reference ids of ISO/IEEE 11073-10101, events of haemodialysis; other codes say nothing by themselves: the machine's status does. To add one, add it to
//! [`URGENT`] with its number.

use super::limits::Level;

/// Blood leak (198244), air in the arterial line (198252), air in the venous line (198262): reference ids and numbers of the standard, and the short names.
const URGENT: [&str; 7] = [
    "MDC_EVT_HDIALY_BLOOD_LEAK",
    "198244",
    "BLOOD_LEAK",
    "MDC_EVT_HDIALY_SAFETY_ART_AIR_DETECT",
    "198252",
    "MDC_EVT_HDIALY_SAFETY_VEN_AIR_DETECT",
    "198262",
];

/// How urgent these codes are together; `None` when they say nothing by themselves.
pub fn level_of(codes: &[String]) -> Option<Level> {
    let is_urgent = |code: &String| URGENT.iter().any(|known| known.eq_ignore_ascii_case(code.trim()));
    codes.iter().any(is_urgent).then_some(Level::Urgent)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_blood_leak_is_a_danger_and_other_codes_say_nothing_by_themselves() {
        let says = |codes: &[&str]| level_of(&codes.iter().map(|code| (*code).to_owned()).collect::<Vec<_>>());
        assert_eq!(says(&["ART_LOW", "mdc_evt_hdialy_blood_leak"]), Some(Level::Urgent));
        assert_eq!(says(&["198262"]), Some(Level::Urgent));
        assert_eq!(says(&["ART_LOW"]), None);
        assert_eq!(says(&[]), None);
    }
}
