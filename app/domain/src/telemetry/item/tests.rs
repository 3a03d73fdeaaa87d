//! What devices send, right and wrong, and what they are told.

use proptest::prelude::*;

use super::*;

const NOW: Moment = Moment(1_795_341_660_000_000); // 2026-11-22T10:01:00Z
const KEEP_DAYS: u32 = 32;

/// The example of the API, as the README shows it.
const EXAMPLE: &str = r#"{"seq": 1024, "taken_at": "2026-11-22T10:00:00Z", "heart_rate": 72, "systolic": 128, "diastolic": 76,
    "mean_pressure": 93, "spo2": 97, "temperature": 36.8, "respiration": 16,
    "oxygen": {"device": "nasal_cannula", "litres_per_min": 2, "fio2": 0.28}, "consciousness": "A", "blood_flow": 300,
    "dialysate_flow": 500, "arterial_pressure": -180, "venous_pressure": 140, "transmembrane_pressure": 90, "uf_rate": 700,
    "uf_removed": 1.2, "conductivity": 14.0, "dialysate_temperature": 36.5, "total_volume": 45.2,
    "substitution_rate": 90, "substitution_volume": 21.5, "heparin_total": 4.5, "blood_volume_change": -8.5, "machine_ktv": 1.42,
    "recirculation": 11, "remaining_time": 80,
    "system_status": "normal", "alarm_codes": ["ART_LOW"]}"#;

fn check(json: &str) -> Result<Reading, Vec<Invalid>> {
    serde_json::from_str::<Item>(json).unwrap().check(NOW, KEEP_DAYS)
}

/// A reading with these fields and nothing else wrong.
fn with(fields: &str) -> Result<Reading, Vec<Invalid>> {
    check(&format!(
        r#"{{"seq": 1, "taken_at": "2026-11-22T10:00:00Z", {fields}}}"#
    ))
}

/// Field and reason of the only fault.
fn fault_of(answer: Result<Reading, Vec<Invalid>>) -> (String, String) {
    let faults = answer.unwrap_err();
    assert_eq!(faults.len(), 1, "{faults:?}");
    let fault = faults.into_iter().next().unwrap();
    (fault.field, fault.reason)
}

#[test]
fn the_example_of_the_api_is_a_reading() {
    let reading = check(EXAMPLE).unwrap();
    assert_eq!((reading.seq, reading.taken_at), (1_024, Moment(1_795_341_600_000_000)));
    let numbers: Vec<f32> = reading.values.iter().map(|(_, value)| value).collect();
    let sent = [
        72., 128., 76., 93., 97., 36.8, 16., 300., 500., -180., 140., 90., 700., 1.2, 14., 36.5, 45.2, 90.0, 21.5, 4.5,
        -8.5, 1.42, 11.0, 80.0,
    ];
    assert_eq!(numbers, sent);
    let oxygen = reading.oxygen.unwrap();
    assert_eq!(
        (oxygen.device, oxygen.litres_per_min, oxygen.fio2),
        (OxygenDevice::NasalCannula, Some(2.0), Some(0.28))
    );
    assert_eq!(
        (reading.consciousness, reading.system_status),
        (Some(Consciousness::A), Some(SystemStatus::Normal))
    );
    assert_eq!(reading.alarm_codes, ["ART_LOW"]);
}

#[test]
fn a_coma_scale_is_a_whole_number_of_the_scale() {
    assert_eq!(with(r#""gcs": 13"#).unwrap().values.get(Parameter::Gcs), Some(13.0));
    for wrong in ["2", "16", "13.5"] {
        let (field, reason) = fault_of(with(&format!(r#""gcs": {wrong}"#)));
        assert_eq!(field, "gcs");
        assert!(!reason.contains(wrong) && !reason.ends_with(" ."), "{reason}");
    }
}

#[test]
fn what_a_device_writes_is_what_it_meant() {
    let reading = check(EXAMPLE).unwrap();
    let sent = serde_json::to_string(&Item::from(&reading)).unwrap();
    assert_eq!(check(&sent).unwrap(), reading);
    let small = with(r#""heart_rate": 70"#).unwrap();
    let sent = serde_json::to_string(&Item::from(&small)).unwrap();
    assert_eq!(sent, r#"{"seq":1,"taken_at":"2026-11-22T10:00:00Z","heart_rate":70.0}"#);
}

#[test]
fn one_value_at_least_is_present() {
    let one = [
        r#""spo2": 97"#,
        r#""consciousness": "V""#,
        r#""system_status": "warning""#,
        r#""alarm_codes": ["X"]"#,
        r#""oxygen": {"device": "room_air"}"#,
    ];
    for fields in one {
        assert!(with(fields).is_ok(), "{fields}");
    }
    let empty =
        r#""heart_rate": null, "oxygen": null, "consciousness": null, "system_status": null, "alarm_codes": []"#;
    assert_eq!(
        fault_of(with(empty)),
        (String::new(), "Give one value at least.".into())
    );
}

#[test]
fn seq_and_time_are_asked_for() {
    let faults = check(r#"{"spo2": 97}"#).unwrap_err();
    let fields: Vec<&str> = faults.iter().map(|fault| fault.field.as_str()).collect();
    assert_eq!(fields, ["seq", "taken_at"]);
    for seq in ["-1", "1.5", "\"1\"", "9223372036854775808", "true", "[1]"] {
        let answer = check(&format!(
            r#"{{"seq": {seq}, "taken_at": "2026-11-22T10:00:00Z", "spo2": 97}}"#
        ));
        assert_eq!(fault_of(answer).0, "seq", "{seq}");
    }
    for time in ["\"yesterday\"", "1795341600", "null"] {
        assert_eq!(
            fault_of(check(&format!(r#"{{"seq": 1, "taken_at": {time}, "spo2": 97}}"#))).0,
            "taken_at",
            "{time}"
        );
    }
}

#[test]
fn the_clock_may_be_ten_minutes_ahead_and_the_reading_as_old_as_it_is_kept() {
    let at = |seconds: f64| {
        let taken_at = rfc3339(NOW.plus_seconds(seconds));
        check(&format!(r#"{{"seq": 1, "taken_at": "{taken_at}", "spo2": 97}}"#))
    };
    assert!(at(600.0).is_ok() && at(-32.0 * 86_400.0).is_ok());
    let (field, reason) = fault_of(at(600.001));
    assert!(field == "taken_at" && reason.contains("10 minutes ahead"), "{reason}");
    let (field, reason) = fault_of(at(-32.0 * 86_400.0 - 0.001));
    assert!(field == "taken_at" && reason.contains("32 days"), "{reason}");
}

#[test]
fn a_value_outside_its_range_is_refused_with_range_and_unit_and_never_with_the_value() {
    for parameter in Parameter::ALL {
        let Some((low, high)) = plausible::range(parameter) else {
            continue;
        };
        for (value, other) in [(low - 1.0, low), (high + 1.0, high)] {
            let (field, reason) = fault_of(with(&format!(r#""{}": {value}"#, parameter.name())));
            assert_eq!(field, parameter.name());
            let numbers: Vec<&str> = reason
                .trim_end_matches('.')
                .split(|c: char| !c.is_ascii_digit() && c != '.')
                .collect();
            assert!(numbers.contains(&other.abs().to_string().as_str()), "{reason}");
            assert!(!numbers.contains(&value.abs().to_string().as_str()), "{reason}");
            assert!(reason.contains(parameter.unit()), "{reason}");
        }
        let edges = format!(r#""{0}": {low}"#, parameter.name());
        assert!(with(&edges).is_ok(), "{edges}");
    }
    assert_eq!(fault_of(with(r#""spo2": 140"#)).1, "Must lie between 0 and 100 %.");
    assert_eq!(
        fault_of(with(r#""arterial_pressure": -800"#)).1,
        "Must lie between \u{2212}750 and 750 mmHg."
    );
    assert_eq!(fault_of(with(r#""heart_rate": 1e300"#)).0, "heart_rate");
}

#[test]
fn systolic_is_not_below_diastolic() {
    assert!(with(r#""systolic": 80, "diastolic": 80"#).is_ok());
    assert_eq!(fault_of(with(r#""systolic": 76, "diastolic": 128"#)).0, "systolic");
}

#[test]
fn words_are_those_of_the_api() {
    for (fields, field) in [
        (r#""consciousness": "a""#, "consciousness"),
        (r#""consciousness": 15"#, "consciousness"),
        (r#""system_status": "ok""#, "system_status"),
        (r#""oxygen": {"device": "tent"}"#, "oxygen.device"),
        (r#""oxygen": {"litres_per_min": 2}"#, "oxygen.device"),
        (r#""oxygen": {"device": "other", "fio2": 28}"#, "oxygen.fio2"),
        (r#""oxygen": {"device": "other", "fio2": 0.2}"#, "oxygen.fio2"),
        (
            r#""oxygen": {"device": "other", "litres_per_min": -1}"#,
            "oxygen.litres_per_min",
        ),
        (
            r#""oxygen": {"device": "other", "litres_per_min": 101}"#,
            "oxygen.litres_per_min",
        ),
        (r#""oxygen": {"device": "other", "flow": 2}"#, "oxygen.flow"),
        (r#""oxygen": {"device": "other", "spo2": 2}"#, "oxygen.spo2"),
        (r#""oxygen": "room_air", "spo2": 97"#, "oxygen"),
    ] {
        assert_eq!(fault_of(with(fields)).0, field, "{fields}");
    }
    assert!(with(r#""oxygen": {"device": "ventilator", "fio2": 1, "litres_per_min": 0}"#).is_ok());
}

#[test]
fn alarm_codes_are_few_short_and_printable() {
    let codes = |list: &[String]| with(&format!(r#""alarm_codes": {}"#, serde_json::to_string(list).unwrap()));
    assert!(codes(&vec!["é".repeat(LONGEST_CODE); MOST_CODES]).is_ok());
    for wrong in [
        vec!["X".to_owned(); MOST_CODES + 1],
        vec!["X".to_owned(); 200],
        vec!["X".repeat(LONGEST_CODE + 1)],
    ] {
        assert_eq!(fault_of(codes(&wrong)).0, "alarm_codes");
    }
    for hidden in ["", " ", "A\nB", "\u{202e}LOW", "\u{7f}", "\u{200b}"] {
        assert_eq!(fault_of(codes(&[hidden.to_owned()])).0, "alarm_codes", "{hidden:?}");
    }
    for wrong in [r#""ART_LOW""#, "[1]", "{}", "[[\"X\"]]"] {
        assert_eq!(
            fault_of(with(&format!(r#""alarm_codes": {wrong}"#))).0,
            "alarm_codes",
            "{wrong}"
        );
    }
}

#[test]
fn an_unknown_field_a_wrong_type_and_a_field_given_twice_reject_the_item_by_name() {
    assert_eq!(
        fault_of(with(r#""spo2": 97, "pulse": 72"#)),
        ("pulse".into(), "There is no such field.".into())
    );
    assert_eq!(fault_of(with(r#""spo2": 97, "fio2": 0.3"#)).0, "fio2");
    assert_eq!(
        fault_of(with(r#""spo2": 97, "spo2": 97"#)),
        ("spo2".into(), "Is given twice.".into())
    );
    for wrong in ["\"97\"", "true", "[97]", "{\"value\": 97}"] {
        assert_eq!(
            fault_of(with(&format!(r#""spo2": {wrong}, "heart_rate": 70"#))),
            ("spo2".into(), "Must be a number.".into())
        );
    }
    let long = "x".repeat(5_000);
    let (field, _) = fault_of(with(&format!(r#""spo2": 97, "{long}\u0007": 1"#)));
    assert_eq!(field.len(), 64);
}

#[test]
fn an_item_that_is_no_object_is_rejected_alone() {
    let body = format!(r#"[null, 1, -1, 1.5, "x", true, [{EXAMPLE}], {EXAMPLE}]"#);
    let items: Vec<Item> = serde_json::from_str(&body).unwrap();
    let good: Vec<bool> = items
        .into_iter()
        .map(|item| item.check(NOW, KEEP_DAYS).is_ok())
        .collect();
    assert_eq!(good, [false, false, false, false, false, false, false, true]);
    let faults = check("null").unwrap_err();
    assert_eq!(faults[0], Invalid::new("", "A reading is a JSON object."));
}

#[test]
fn broken_json_is_broken() {
    for broken in ["", "{", r#"{"seq": }"#, r#"{"seq": 1"#, r#"{"spo2": 01}"#] {
        assert!(serde_json::from_str::<Item>(broken).is_err(), "{broken}");
    }
}

#[test]
fn a_huge_wrong_item_gets_a_small_answer() {
    let many: Vec<String> = (0..100_000).map(|key| format!(r#""k{key}": {key}"#)).collect();
    let faults = with(&many.join(",")).unwrap_err();
    assert!(faults.len() <= 40, "{}", faults.len());
}

proptest! {
    #[test]
    fn any_json_is_a_reading_or_faults(text in "[\\[\\]{}\",:a-z0-9. -]{0,60}") {
        if let Ok(item) = serde_json::from_str::<Item>(&text) {
            prop_assert!(item.check(NOW, KEEP_DAYS).is_err());
        }
    }
}
