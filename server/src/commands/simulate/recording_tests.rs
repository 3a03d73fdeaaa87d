use domain::telemetry::{Consciousness, Item};

use super::*;

const HEAD: &str = "minute,heart_rate,systolic,diastolic,mean_pressure,respiration,spo2,temperature,consciousness,gcs,oxygen_device,oxygen_lpm,oxygen_fio2\n";

fn parse(lines: &str) -> Result<Vec<Row>, RecordingError> {
    rows(&format!("{HEAD}{lines}"))
}

#[test]
fn every_listed_recording_can_be_read_and_every_reading_passes_the_door() {
    let now = Moment::from_millis(1_800_000_000_000);
    for (name, text) in FILES {
        rows(text).unwrap_or_else(|error| panic!("{name}: {error}"));
        let recording = Recording::named(name).expect("listed");
        for reading in recording.readings_at(now.plus_seconds(-86_400.0), 1.0) {
            let back = Item::from(&reading).check(now, 32);
            assert_eq!(back.as_ref(), Ok(&reading), "{name}");
        }
    }
}

#[test]
fn every_parameter_that_is_charted_is_promised_and_no_other() {
    for (name, _) in FILES {
        let recording = Recording::named(name).expect("listed");
        for parameter in Parameter::ALL {
            let charted = recording
                .rows
                .iter()
                .any(|row| row.reading.has(domain::telemetry::Part::Parameter(parameter)));
            assert_eq!(
                recording.promise(1.0).get(parameter).is_some(),
                charted,
                "{name} {parameter:?}"
            );
        }
    }
}

#[test]
fn a_channel_that_was_off_stays_off() {
    let rows = parse("0,70,,,,,,,,,,,\n").expect("rows");
    let only: Vec<_> = rows.first().expect("a row").reading.values.iter().collect();
    assert_eq!(only, [(Parameter::HeartRate, 70.0)]);
}

#[test]
fn a_second_reading_of_a_minute_has_its_time_and_the_next_number() {
    let recording = Recording {
        name: "two".into(),
        rows: parse("3,70,,,,,,,,,,,\n3,71,,,,,,,,,,,\n").expect("rows"),
        promise: Promise::default(),
    };
    let started = Moment::from_millis(1_000);
    let keys: Vec<_> = recording
        .readings_at(started, 60.0)
        .map(|reading| (reading.seq, reading.taken_at))
        .collect();
    assert_eq!(keys, [(0, Moment::from_millis(4_000)), (1, Moment::from_millis(4_000))]);
}

#[test]
fn consciousness_follows_the_rule_for_gcs() {
    let rows = parse("0,,,,,,,,A,15,,,\n1,,,,,,,,,8,,,\n").expect("rows");
    let levels: Vec<_> = rows.iter().map(|row| row.reading.consciousness).collect();
    assert_eq!(levels, [Some(Consciousness::A), Some(Consciousness::P)]);
    let totals: Vec<_> = rows.iter().map(|row| row.reading.values.get(Parameter::Gcs)).collect();
    assert_eq!(totals, [Some(15.0), Some(8.0)]);
}

#[test]
fn what_cannot_be_played_is_refused() {
    assert!(matches!(
        parse("1440,70,,,,,,,,,,,\n"),
        Err(RecordingError::Minute(1440))
    ));
    assert!(matches!(
        parse("5,70,,,,,,,,,,,\n4,70,,,,,,,,,,,\n"),
        Err(RecordingError::Minute(4))
    ));
    assert!(matches!(
        parse("5,,,,,,,,,,hose,2,\n"),
        Err(RecordingError::OxygenDevice(5))
    ));
    assert!(matches!(parse("5,,,,,,,,,,,,\n"), Err(RecordingError::Empty(5))));
    assert!(matches!(parse("5,fast,,,,,,,,,,,\n"), Err(RecordingError::Table(_))));
}

#[test]
fn promises_shrink_with_the_speed() {
    let recording = Recording::named("bed_05").expect("listed");
    assert_eq!(recording.promise(1.0).get(Parameter::HeartRate), Some(60.0));
    assert_eq!(recording.promise(60.0).get(Parameter::HeartRate), Some(1.0));
}

#[test]
fn a_machine_that_dialyses_around_the_clock_shows_what_was_charted_of_it() {
    let recording = Recording::named("crrt_01").expect("listed");
    assert_eq!(recording.rows.len(), 26);
    let known: Vec<Vec<(Parameter, f32)>> = recording
        .rows
        .iter()
        .take(2)
        .map(|row| row.reading.values.iter().collect())
        .collect();
    // The first row has settings and no output, the second the output alone: what is not charted is not made up.
    assert_eq!(
        known,
        [
            vec![
                (Parameter::BloodFlow, 200.0),
                (Parameter::DialysateFlow, 13.33),
                (Parameter::SubstitutionRate, 26.67),
            ],
            vec![(Parameter::UfRate, 600.0)],
        ]
    );
}
