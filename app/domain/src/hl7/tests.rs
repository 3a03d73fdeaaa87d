//! Messages as machines send them, right and wrong, and noise.

mod hostile;
mod mutate;

use proptest::prelude::*;

use super::*;
use crate::dice;
use crate::telemetry::{Item, Parameter, SystemStatus};
use crate::time::{Moment, Zone, parse_rfc3339};

const AT: &str = "20261122100000+0000";

fn utc() -> Zone {
    Zone::default()
}

/// A machine in the middle of a treatment.
fn treatment() -> String {
    [
        "MSH|^~\\&|HD_GATEWAY^00A1B2C3D4E5F600^EUI-64|UNIT 7||WARD|20261122100001+0000||ORU^R01^ORU_R01|MSG-0001|P|2.6|||NE|AL|||IHE PCD ORU-R01 2006^HL7^1.3.6.1.4.1.19376.1.6.1.1.1^ISO",
        "PID|||HO2009001^^^Hospital^PI||Hon^Albert^^^^^L",
        "PV1||I|UNIT 7^^D-04",
        "OBR|1|1^A|1^A|70929^MDC_DEV_HDIALY_MACHINE_MDS^MDC|||20261122100000+0000",
        "OBX|1||70929^MDC_DEV_HDIALY_MACHINE_MDS^MDC|1.0.0.0|||||||X|||||||SN-4711^^ABCDEF0123456789^EUI-64",
        "OBX|2|NM|158740^MDC_HDIALY_BLD_PUMP_BLOOD_FLOW_RATE^MDC|1.1.2.1|300|^MDC_DIM_MILLI_L_PER_MIN^MDC^mL/min^mL/min^UCUM|||||R",
        "OBX|3|NM|158744^MDC_HDIALY_BLD_PRESS_ART^MDC|1.1.2.2|-182|266016^MDC_DIM_MMHG^MDC|||||R",
        "OBX|4|NM|158776^MDC_HDIALY_BLD_PUMP_PRESS_VEN^MDC|1.1.2.3|141|mm[Hg]^^UCUM|||||R",
        "OBX|5|NM|159032^MDC_HDIALY_UF_ACTUAL_REMOVED_VOL^MDC|1.1.9.1|2100|263762^MDC_DIM_MILLI_L^MDC|||||R",
        "OBX|6|NM|158788^MDC_HDIALY_DIALYSATE_COND^MDC|1.1.3.1|14.1|mS/cm|||||R",
        "OBX|7|NM|159044^MDC_HDIALY_REL_BLOOD_VOL^MDC|1.1.10.1|91.5|262688^MDC_DIM_PERCENT^MDC|||||R",
        "OBX|8|NM|158892^MDC_HDIALY_RF_POST_FILTER_FLOW_RATE^MDC|1.1.5.1|60|mL/min|||||R",
        "OBX|9|NM|158940^MDC_HDIALY_RF_PRE_FILTER_FLOW_RATE^MDC|1.1.5.2|30|mL/min|||||R",
        "OBX|10|NM|158848^MDC_HDIALY_DIALYSATE_VOL_DELIV^MDC|1.1.3.9|60|L|||||R",
        "OBX|11|NM|99991^MAKER_OWN_CODE^99XX|1.1.3.10|5|L|||||R",
    ]
    .join("\r")
}

fn of(text: &str) -> Content {
    let found = messages(text).unwrap();
    read(found.first().unwrap(), &utc(), 7)
}

fn value(item: &Item, parameter: Parameter) -> Option<f32> {
    item.values.get(parameter)
}

#[test]
fn a_treatment_becomes_one_reading_in_our_units() {
    let content = of(&treatment());
    assert_eq!(content.faults, []);
    let [item] = content.items.as_slice() else {
        panic!("one moment")
    };
    for (parameter, expected) in [
        (Parameter::BloodFlow, 300.0),
        (Parameter::ArterialPressure, -182.0),
        (Parameter::VenousPressure, 141.0),
        (Parameter::UfRemoved, 2.1),
        (Parameter::Conductivity, 14.1),
        (Parameter::BloodVolumeChange, -8.5),
        (Parameter::SubstitutionRate, 90.0),
    ] {
        assert_eq!(value(item, parameter), Some(expected), "{parameter:?}");
    }
    assert_eq!(content.machines, ["SN-4711", "ABCDEF0123456789"]);
    let reading = item
        .clone()
        .check(parse_rfc3339("2026-11-22T10:00:05Z").unwrap(), 32)
        .unwrap();
    assert_eq!(
        (reading.seq, reading.taken_at),
        (7, parse_rfc3339("2026-11-22T10:00:00Z").unwrap())
    );
}

#[test]
fn codes_without_a_place_are_kept_and_it_is_said_which_are_known() {
    let content = of(&treatment());
    let kept: Vec<(&str, bool)> = content.unplaced.iter().map(|it| (it.name.as_str(), it.known)).collect();
    assert_eq!(
        kept,
        [("MDC_HDIALY_DIALYSATE_VOL_DELIV", true), ("MAKER_OWN_CODE", false)]
    );
}

/// One observation in a message that is right otherwise.
fn with(obx: &str) -> Content {
    of(&format!(
        "MSH|^~\\&|A|B|||{AT}||ORU^R01|1|P|2.6\rOBR|1||||||{AT}\r{obx}"
    ))
}

#[test]
fn a_value_that_its_device_does_not_vouch_for_is_set_aside() {
    let spo2 = "OBX|1|NM|150456^MDC_PULS_OXIM_SAT_O2^MDC|1|97|262688^MDC_DIM_PERCENT^MDC|";
    assert_eq!(with(&format!("{spo2}||||R")).items.len(), 1);
    for flags in ["|INV|||R", "|QUES|||R", "|L~DEMO|||R", "||||X", "||||D", "||||N"] {
        let content = with(&format!("{spo2}{flags}"));
        assert_eq!((content.items.len(), content.aside), (0, 1), "{flags}");
    }
}

#[test]
fn a_unit_is_turned_into_ours_or_refused_and_never_guessed() {
    let of_temperature = |unit: &str, text: &str| {
        let content = with(&format!("OBX|1|NM|150344^MDC_TEMP^MDC|1|{text}|{unit}|||||R"));
        (
            content
                .items
                .first()
                .and_then(|item| value(item, Parameter::Temperature)),
            content.faults.len(),
        )
    };
    assert_eq!(of_temperature("268192^MDC_DIM_DEGC^MDC", "37.0"), (Some(37.0), 0));
    assert_eq!(of_temperature("[degF]", "98.6"), (Some(37.0), 0));
    assert_eq!(of_temperature("", "37.0"), (None, 1));
    assert_eq!(of_temperature("MDC_DIM_KELVIN", "310"), (None, 1));
    assert_eq!(of_temperature("mmHg", "37.0"), (None, 1));
    for text in ["NaN", "inf", "1e2", "37,0", "--3", "٣٧"] {
        assert_eq!(of_temperature("Cel", text), (None, 1), "{text}");
    }
    let pressure = with("OBX|1|NM|150021^MDC_PRESS_BLD_NONINV_SYS^MDC|1|16|kPa|||||R");
    let mmhg = pressure
        .items
        .first()
        .and_then(|item| value(item, Parameter::Systolic))
        .unwrap();
    assert!((mmhg - 120.01).abs() < 0.01, "{mmhg}");
}

#[test]
fn the_better_of_two_terms_for_the_same_is_believed_in_any_order() {
    let ecg = "OBX|1|NM|147842^MDC_ECG_HEART_RATE^MDC|1|71|/min|||||R";
    let pulse = "OBX|2|NM|149530^MDC_PULS_OXIM_PULS_RATE^MDC|2|69|/min|||||R";
    for both in [format!("{ecg}\r{pulse}"), format!("{pulse}\r{ecg}")] {
        let content = with(&both);
        assert_eq!(value(content.items.first().unwrap(), Parameter::HeartRate), Some(71.0));
    }
}

#[test]
fn an_observation_without_a_time_is_refused() {
    let content = of(
        "MSH|^~\\&|A|B|||20261122100000||ORU^R01|1|P|2.6\rOBR|1\rOBX|1|NM|150456^MDC_PULS_OXIM_SAT_O2^MDC|1|97|%|||||R",
    );
    assert_eq!((content.items.len(), content.faults.first().unwrap().field), (0, 14));
}

#[test]
fn times_are_read_with_their_offset_or_by_the_hospitals_clock() {
    let change = Moment(1_774_746_000_000_000); // 2026-03-29T01:00:00Z, Europe/Paris
    let paris = Zone {
        name: "Europe/Paris".into(),
        offsets: vec![(Moment(0), 3_600, "CET".into()), (change, 7_200, "CEST".into())],
    };
    for (text, expected) in [
        ("20250610015127+0800", "2025-06-09T17:51:27Z"),
        ("202511220930", "2025-11-22T08:30:00Z"),
        ("20260329015959", "2026-03-29T00:59:59Z"),
        ("20260329030000", "2026-03-29T01:00:00Z"),
        ("20260701120000.25", "2026-07-01T10:00:00.250000Z"),
        ("20260701120000.1234-0330", "2026-07-01T15:30:00.123400Z"),
    ] {
        assert_eq!(parse_time(text, &paris), parse_rfc3339(expected), "{text}");
    }
    for wrong in [
        "",
        "2026",
        "20260701",
        "2026070112",
        "20261301120000",
        "20260701120000Z",
        "20260701120000+08",
        "2026-07-01T12:00",
        "20260701120000.+0100.",
        "é0260701120000",
    ] {
        assert_eq!(parse_time(wrong, &paris), None, "{wrong}");
    }
}

/// An alarm as PCD-04 tells it.
fn alarm(phase: &str, state: &str, flags: &str) -> Content {
    of(&format!(
        "MSH|^~\\&|A|B|||{AT}||ORU^R40^ORU_R40|1|P|2.6\rOBR|1||||||{AT}\r\
         OBX|1|CWE|196616^MDC_EVT_ALARM^MDC|1.0.0.0.1|198244^MDC_EVT_HDIALY_BLOOD_LEAK^MDC|||{flags}|||R\r\
         OBX|2|CWE|68480^MDC_ATTR_ALERT_SOURCE^MDC|1.0.0.0.2|70963^MDC_DEV_HDIALY_SAFETY_SYSTEMS_CHAN^MDC||||||R\r\
         OBX|3|ST|68481^MDC_ATTR_EVENT_PHASE^MDC|1.0.0.0.3|{phase}||||||R\r\
         OBX|4|ST|68482^MDC_ATTR_ALARM_STATE^MDC|1.0.0.0.4|{state}||||||R"
    ))
}

#[test]
fn an_alarm_stands_until_it_ends_and_its_priority_grades_it() {
    for (phase, state, flags, stands, grade) in [
        ("start", "active", "PH~ST", true, SystemStatus::Danger),
        ("continue", "active", "PM~ST", true, SystemStatus::Warning),
        ("start", "", "", true, SystemStatus::Warning),
        ("", "latched", "PI", true, SystemStatus::Normal),
        ("end", "inactive", "PH", false, SystemStatus::Danger),
        ("end", "active", "PH", false, SystemStatus::Danger),
        ("tpoint", "", "PL", false, SystemStatus::Warning),
    ] {
        let content = alarm(phase, state, flags);
        let [alert] = content.alerts.as_slice() else {
            panic!("one alarm: {phase} {state}")
        };
        assert_eq!(
            (alert.code.as_str(), alert.stands, alert.grade),
            ("MDC_EVT_HDIALY_BLOOD_LEAK", stands, grade),
            "{phase} {state}"
        );
        assert!(
            content.unplaced.is_empty() && content.faults.is_empty(),
            "{phase} {state}"
        );
    }
}

#[test]
fn each_order_of_a_message_is_an_alarm_of_its_own() {
    let two = format!(
        "MSH|^~\\&|A|B|||{AT}||ORU^R40|1|P|2.6\rOBR|1||||||{AT}\rOBX|1|CWE|196616^MDC_EVT_ALARM^MDC|1|198244^MDC_EVT_HDIALY_BLOOD_LEAK^MDC|||PH\r\
         OBX|2|ST|68481^MDC_ATTR_EVENT_PHASE^MDC|1|start\rOBR|2||||||{AT}\rOBX|3|CWE|196616^MDC_EVT_ALARM^MDC|1|198252^MDC_EVT_HDIALY_SAFETY_ART_AIR_DETECT^MDC|||PH\r\
         OBX|4|ST|68481^MDC_ATTR_EVENT_PHASE^MDC|1|end"
    );
    let standing: Vec<bool> = of(&two).alerts.iter().map(|alert| alert.stands).collect();
    assert_eq!(standing, [true, false]);
}

#[test]
fn a_refusal_says_why_in_the_codes_of_the_table() {
    for (header, code, verdict) in [
        (
            "MSH|^~\\&|A|B|||1||ADT^A01|1|P|2.5",
            Code::MessageType,
            Verdict::Rejected,
        ),
        ("MSH|^~\\&|A|B|||1||ORU^R30|1|P|2.5", Code::EventCode, Verdict::Rejected),
        (
            "MSH|^~\\&|A|B|||1||ORU^R01|1|T|2.5",
            Code::Processing,
            Verdict::Rejected,
        ),
        ("MSH|^~\\&|A|B|||1||ORU^R01|1|P|3.0", Code::Version, Verdict::Rejected),
        ("MSH|^~\\&|A|B|||1||ORU^R01||P|2.5", Code::Required, Verdict::Error),
    ] {
        let found = messages(header).unwrap();
        let (refused, fault) = Head::of(found.first().unwrap()).check().unwrap_err();
        assert_eq!((fault.code, refused), (code, verdict), "{header}");
    }
    for text in [
        "",
        "\r\r",
        "PID|1",
        "MSH",
        "MSH|",
        "MSH||||||",
        "MSH|^^^^|A",
        "FHS|^~\\&|",
    ] {
        assert!(messages(text).is_err(), "{text}");
    }
}

#[test]
fn an_answer_names_the_message_and_its_faults_the_place() {
    let now = parse_rfc3339("2026-11-22T10:00:02Z").unwrap();
    let text = treatment();
    let found = messages(&text).unwrap();
    let head = Head::of(found.first().unwrap());
    let fault = Fault::error(Code::DataType, "OBX", 5, "Send 14.1, not a|b.").at(3);
    let answer = Answer {
        verdict: Verdict::Accepted,
        faults: vec![fault.clone().as_warning()],
    };
    let written = write(&head, &answer, now, "W1").unwrap();
    let lines: Vec<&str> = written.split_terminator('\r').collect();
    assert_eq!(
        lines,
        [
            "MSH|^~\\&|WARDLIGHT|WARD|HD_GATEWAY^00A1B2C3D4E5F600^EUI-64|UNIT 7|20261122100002+0000||ACK^R01^ACK|W1|P|2.6||||||UNICODE UTF-8",
            "MSA|AA|MSG-0001",
            "ERR||OBX^3^5|102^Data type error^HL70357|W||||Send 14.1, not a\\F\\b.",
        ]
    );
    let old = Head {
        version: "2.3".into(),
        ..head
    };
    let refused = Answer::refusal(Verdict::Error, fault);
    assert!(
        write(&old, &refused, now, "W2")
            .unwrap()
            .ends_with("MSA|AE|MSG-0001\rERR|OBX^3^5^102&Data type error&HL70357\r")
    );
}

#[test]
fn only_the_answers_that_are_wanted_are_sent() {
    let wants = |accept: &str, application: &str| {
        let text = format!("MSH|^~\\&|A|B|||1||ORU^R01|1|P|2.6|||{accept}|{application}");
        Head::of(messages(&text).unwrap().first().unwrap()).wants
    };
    let codes = |accept, application| {
        [Verdict::Accepted, Verdict::Error].map(|verdict| wants(accept, application).code(verdict))
    };
    assert_eq!(codes("", ""), [Some("AA"), Some("AE")]);
    assert_eq!(codes("NE", "AL"), [Some("AA"), Some("AE")]);
    assert_eq!(codes("AL", "NE"), [Some("CA"), Some("CE")]);
    assert_eq!(codes("NE", "ER"), [None, Some("AE")]);
    assert_eq!(codes("SU", "NE"), [Some("CA"), None]);
    assert_eq!(codes("NE", "NE"), [None, None]);
}

#[test]
fn a_frame_is_found_wherever_the_stream_is_cut() {
    let stream = [wrap("MSH|one"), b"\r\n".to_vec(), wrap("MSH|two")].concat();
    for cut in 0..=stream.len() {
        let mut framer = Framer::default();
        let (before, after) = stream.split_at(cut);
        let found = [framer.push(before), framer.push(after)].concat();
        assert_eq!(
            found,
            [Frame::Message(b"MSH|one".to_vec()), Frame::Message(b"MSH|two".to_vec())],
            "{cut}"
        );
    }
    let mut framer = Framer::default();
    assert_eq!(framer.push(b"GET / HTTP/1.1"), [Frame::Noise]);
    let mut framer = Framer::default();
    let long = [vec![0x0b], vec![b'a'; LONGEST_MESSAGE + 1]].concat();
    assert_eq!(framer.push(&long), [Frame::TooLong]);
}

#[test]
fn escapes_stand_for_signs_and_ours_are_read_back() {
    let text =
        "MSH|^~\\&|A|B|||1||ORU^R01|1|P|2.6\rOBX|1|ST|1^a\\F\\b\\S\\c\\T\\d\\R\\e\\E\\f\\X41\\\\H\\g\\N\\\\.br\\h";
    let found = messages(text).unwrap();
    let obx = found.first().unwrap().segments().nth(1).unwrap();
    assert_eq!(obx.part(3, 2), "a|b^c&d~e\\fAg h");
    assert_eq!(obx.plain("open \\F and more"), "open \\F and more");
}

#[test]
fn character_sets_are_read_as_the_header_names_them() {
    let of_set = |set: &str, name: &[u8]| {
        let head = format!("MSH|^~\\&|A|B|||1||ORU^R01|1|P|2.6||||||{set}\rPID|||||");
        text(&[head.as_bytes(), name].concat()).map(|text| text.ends_with('é'))
    };
    assert_eq!(of_set("8859/1", b"\xe9"), Ok(true));
    assert_eq!(of_set("UNICODE UTF-8", "é".as_bytes()), Ok(true));
    assert_eq!(of_set("", "é".as_bytes()), Ok(true));
    assert!(of_set("", b"\xe9").is_err());
    assert!(of_set("GB 18030-2000", "é".as_bytes()).is_err());
    assert!(of_set("GB 18030-2000", b"ascii").is_ok());
}

#[test]
fn what_is_kept_of_a_message_holds_no_secret() {
    let text = "MSH|^~\\&|A|B|||1|wlg_secret|ORU^R01|1|P|2.6\rPID|1";
    let kept = messages(text).unwrap().first().unwrap().kept();
    assert_eq!(kept, "MSH|^~\\&|A|B|||1||ORU^R01|1|P|2.6\rPID|1");
}

/// Everything that is done with what arrives, one after the other.
fn all_of(bytes: &[u8]) {
    let Ok(text) = text(bytes) else { return };
    let Ok(found) = messages(&text) else { return };
    for message in &found {
        let head = Head::of(message);
        let content = read(message, &utc(), 1);
        for item in content.items {
            item.check(Moment(1_795_341_660_000_000), 32).ok();
        }
        let verdict = head.check().map_or_else(|(verdict, _)| verdict, |()| Verdict::Accepted);
        let answer = Answer {
            verdict,
            faults: content.faults,
        };
        if let Some(written) = write(&head, &answer, Moment(0), "W") {
            let again = messages(&written).unwrap();
            assert!(again.len() == 1, "an answer is one message whatever it answers");
            assert_eq!(again.first().unwrap().segments().nth(1).unwrap().name(), "MSA");
        }
        message.kept();
    }
}

proptest! {
    #[test]
    fn noise_harms_nobody(bytes in proptest::collection::vec(any::<u8>(), 0..2_000)) {
        all_of(&bytes);
        Framer::default().push(&bytes);
    }

    #[test]
    fn noise_behind_a_header_harms_nobody(rest in "[|^~\\\\&\r\nA-Z0-9.+é\u{202e}-]{0,600}") {
        all_of(format!("MSH|^~\\&{rest}").as_bytes());
        all_of(format!("MSH|^~\\&|A|B|||1||ORU^R01|1|P|2.6\rOBR|{rest}\rOBX|1|NM|{rest}").as_bytes());
    }

    #[test]
    fn a_mangled_treatment_harms_nobody(places in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..40), cut in any::<prop::sample::Index>()) {
        let mut bytes = treatment().into_bytes();
        for (place, byte) in places {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        all_of(&bytes);
        bytes.truncate(cut.index(bytes.len()));
        all_of(&bytes);
    }

    #[test]
    fn any_cut_of_a_stream_gives_the_same_frames(cuts in proptest::collection::vec(1usize..40, 1..20)) {
        let stream = [wrap("MSH|one"), wrap(""), wrap("a\u{1c}b")].concat();
        let mut framer = Framer::default();
        let (mut found, mut rest) = (Vec::new(), stream.as_slice());
        for cut in cuts {
            let (now, later) = rest.split_at(cut.min(rest.len()));
            found.extend(framer.push(now));
            rest = later;
        }
        found.extend(framer.push(rest));
        prop_assert_eq!(found, [Frame::Message(b"MSH|one".to_vec()), Frame::Message(Vec::new()), Frame::Message(b"a\x1cb".to_vec())]);
    }
}
