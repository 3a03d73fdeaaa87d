//! Bodies as no device means them, made of those that the demo's recordings would send (`domain`'s `hl7/tests/mutate.rs` says how): each is read, item by item, or refused with a problem
//! document; nothing panics or takes long, no more readings come of a body than it has items, and each is within the range of its parameter.

use axum::http::header;
use axum::response::IntoResponse;
use domain::telemetry::Parameter;
use domain::telemetry::plausible::{holds, range};
use serde_json::Value;

use self::dice::Dice;
use self::mutate::{Mutator, asked, every_case, kept};
use super::*;
use crate::commands::simulate::recording::Recording;

#[path = "../../../../app/domain/src/dice.rs"]
mod dice;
#[path = "../../../../app/domain/src/hl7/tests/mutate.rs"]
mod mutate;

/// Cases of one run without a wish: some seconds of a build for tests.
const CASES: u64 = 50_000;
const NOW: Moment = Moment::from_millis(1_795_341_600_000);

/// Pieces of JSON and of readings.
const WORDS: [&[u8]; 20] = [
    b"[",
    b"]",
    b"{",
    b"}",
    b",",
    b":",
    b"\"",
    b"\\",
    b" ",
    b"null",
    b"true",
    b"1e999",
    b"\\ud800",
    b"\\u0000",
    b"\"spo2\":97,",
    b"\"seq\":1,",
    b"\"alarm_codes\":[\"A\"],",
    b"\"oxygen\":{\"device\":\"mask\"},",
    b"\"taken_at\":\"2026-11-22T24:61:61Z\",",
    b"\"consciousness\":\"C\",",
];

fn mutator() -> Mutator {
    let mut seeds = vec![
        b"[]".to_vec(),
        br#"{"seq":1,"taken_at":"2026-11-22T10:00:00+03:00","blood_flow":300,"venous_pressure":141.5,"system_status":"warning","alarm_codes":["AIR","MDC_EVT_HDIALY_BLOOD_LEAK"]}"#
            .to_vec(),
    ];
    let beds = (1..=12).map(|bed| format!("bed_{bed:02}"));
    for name in beds.chain(["crrt_01".to_owned()]) {
        let recording = Recording::named(&name).unwrap();
        let items: Vec<Item> = recording
            .readings_at(NOW.plus_seconds(-86_400.0), 1.0)
            .map(|reading| Item::from(&reading))
            .collect();
        // One, and some in one body.
        seeds.push(serde_json::to_vec(&items[0]).unwrap());
        for some in items.chunks(5).take(3) {
            seeds.push(serde_json::to_vec(some).unwrap());
        }
    }
    Mutator {
        seeds,
        words: &WORDS,
        // Members, items, and what stands around them.
        parts: b",{}[]:",
        seed: asked("WARDLIGHT_HOSTILE_SEED", 0x4a53_4f4e),
    }
}

/// One body; whether a reading came of it.
fn body(bytes: &[u8], _: Dice) -> bool {
    let parsed = match parse(bytes, NOW, 32) {
        Ok(parsed) => parsed,
        Err(problem) => {
            // Well-formed JSON is refused item by item, and only for its number as a whole.
            if let Ok(Value::Array(items)) = serde_json::from_slice(bytes) {
                assert!(items.len() > ITEMS);
            }
            let answer = problem.into_response();
            assert!(answer.status().is_client_error(), "{}", answer.status());
            let kind = answer.headers().get(header::CONTENT_TYPE);
            assert!(kind.is_some_and(|kind| kind == "application/problem+json"), "{kind:?}");
            return false;
        }
    };
    assert_eq!(parsed.places.len(), parsed.readings.len());
    assert!(
        parsed.places.is_sorted_by(|one, next| one < next),
        "{:?}",
        parsed.places
    );
    // Each item is either good or named with its faults.
    for fault in &parsed.rejected {
        assert!(!parsed.places.contains(&fault.index), "{} is both", fault.index);
        assert!(!fault.reason.is_empty() && fault.reason.len() < 400, "{}", fault.reason);
    }
    if let Ok(Value::Array(items)) = serde_json::from_slice(bytes) {
        let known =
            |index: &usize| parsed.places.contains(index) || parsed.rejected.iter().any(|fault| fault.index == *index);
        assert!((0..items.len()).all(|index| known(&index)), "an item was lost");
    }
    for reading in &parsed.readings {
        assert!(!reading.is_empty() && reading.seq >= 0);
        for (parameter, value) in reading.values.iter() {
            assert!(
                range(parameter).is_some_and(|range| holds(range, value)),
                "{parameter:?} {value}"
            );
        }
        let total = reading.values.get(Parameter::Gcs);
        assert!(total.is_none_or(|total| total.fract() == 0.0), "{total:?}");
        // What is stored can be told again as it came.
        assert_eq!(Item::from(reading).check(NOW, 32).as_ref(), Ok(reading));
    }
    !parsed.readings.is_empty()
}

#[test]
fn whatever_a_device_posts_is_read_or_refused_with_a_problem() {
    let found = kept("src/rest/readings/found");
    assert!(found.len() >= 4, "{}", found.len());
    for bytes in found {
        body(&bytes, Dice::of(0, 0));
    }
    let cases = asked("WARDLIGHT_HOSTILE_CASES", CASES);
    let reached = every_case(&mutator(), cases, body);
    // Where all were refused as no JSON, nothing behind it would have been tried.
    assert!(reached > cases / 20, "{reached} of {cases} became a reading");
    assert!(reached < cases, "and none was refused");
}
