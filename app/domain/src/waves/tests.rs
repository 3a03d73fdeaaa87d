//! Stories of curves: what is refused, what is packed comes back, and what a ring holds.

use proptest::prelude::*;

use super::pack::{Broken, pack, unpack};
use super::*;
use crate::time::Moment;

const NOW: Moment = Moment(1_790_000_000_000_000);

fn sent(after_seconds: f64, samples: Vec<i64>) -> Sent {
    Sent {
        channel: "ecg_ii".to_owned(),
        started_at: NOW.plus_seconds(after_seconds),
        hz: 125,
        step: 0.005,
        samples,
    }
}

fn chunk(after_seconds: f64, samples: Vec<i64>) -> Chunk {
    let now = NOW.plus_seconds(after_seconds);
    sent(after_seconds, samples).check(now, KEPT_SECONDS).unwrap()
}

fn faults(sent: Sent) -> Vec<String> {
    let found = sent.check(NOW, KEPT_SECONDS).unwrap_err();
    found.into_iter().map(|fault| fault.field).collect()
}

#[test]
fn every_channel_is_read_by_the_name_it_is_written_with() {
    for channel in Channel::ALL {
        assert_eq!(Channel::of_name(channel.name()), Some(channel));
        assert_eq!(serde_json::to_value(channel).unwrap(), channel.name());
    }
    assert_eq!(Channel::of_name("ECG_II"), None);
}

#[test]
fn a_good_chunk_is_taken_and_knows_when_it_ends() {
    let chunk = chunk(-1.0, vec![0; 125]);
    assert_eq!(chunk.ends_at(), NOW);
    assert_eq!(chunk.taken_at(25), NOW.plus_seconds(-0.8));
}

#[test]
fn each_fault_is_told_by_its_field() {
    let good = || sent(-1.0, vec![1, -2, 3]);
    assert_eq!(
        faults(Sent {
            channel: "eeg".to_owned(),
            ..good()
        }),
        ["channel"]
    );
    for hz in [-1, 0, 124, 251, 65_536 + 125, i64::MAX] {
        assert_eq!(faults(Sent { hz, ..good() }), ["hz"], "{hz}");
    }
    for step in [0.0, -0.005, f64::NAN, f64::INFINITY] {
        assert_eq!(faults(Sent { step, ..good() }), ["step"], "{step}");
    }
    for samples in [vec![], vec![0; 1_251], vec![32_768], vec![0, -32_769], vec![i64::MIN]] {
        assert_eq!(faults(Sent { samples, ..good() }), ["samples"]);
    }
    assert_eq!(faults(sent(601.0, vec![0])), ["started_at"]);
    assert_eq!(faults(sent(-601.0, vec![0])), ["started_at"]);
    assert_eq!(
        faults(Sent::default()),
        ["channel", "hz", "step", "samples", "started_at"]
    );
}

#[test]
fn neighbours_take_one_byte_each_and_the_widest_leap_three() {
    assert_eq!(pack(&[0, -1, 0, 1]), [0, 1, 2, 2]);
    let leap = [i16::MIN, i16::MAX];
    assert_eq!(pack(&leap).len(), 6);
    assert_eq!(unpack(&pack(&leap), 2).unwrap(), leap);
}

#[test]
fn broken_bytes_are_refused_by_what_is_wrong() {
    assert_eq!(unpack(&[0x80], 9), Err(Broken::Short));
    assert_eq!(unpack(&[0x80, 0x80, 0x80, 0x00], 9), Err(Broken::Wild));
    assert_eq!(unpack(&[0xfe, 0xff, 0x03, 0xfe, 0xff, 0x03], 9), Err(Broken::Wild));
    assert_eq!(unpack(&[0, 0, 0], 2), Err(Broken::Many));
}

#[test]
fn a_chunk_that_is_sent_again_is_kept_once_and_one_over_another_is_not() {
    let mut ring = Ring::new(Channel::EcgIi);
    assert_eq!(ring.push(chunk(0.0, vec![1; 125])), Pushed::Kept);
    assert_eq!(ring.push(chunk(0.0, vec![1; 125])), Pushed::Again);
    assert_eq!(ring.push(chunk(0.5, vec![2; 125])), Pushed::Over);
    assert_eq!(ring.samples(), 125);
    assert_eq!(Ring::new(Channel::Abp).push(chunk(0.0, vec![1])), Pushed::Other);
}

#[test]
fn a_gap_stays_a_gap() {
    let mut ring = Ring::new(Channel::EcgIi);
    ring.push(chunk(0.0, vec![1; 125]));
    ring.push(chunk(1.0, vec![2; 125]));
    ring.push(chunk(3.0, vec![3; 125]));
    let found = ring.between(NOW.plus_seconds(0.8), NOW.plus_seconds(3.2));
    let lengths: Vec<usize> = found.iter().map(|stretch| stretch.samples.len()).collect();
    assert_eq!(lengths, [25 + 125, 25]);
    assert_eq!(found[0].started_at, NOW.plus_seconds(0.8));
    assert_eq!(found[1].started_at, NOW.plus_seconds(3.0));
}

#[test]
fn another_step_begins_another_stretch() {
    let mut ring = Ring::new(Channel::EcgIi);
    ring.push(chunk(0.0, vec![1; 125]));
    let coarser = Sent {
        step: 0.01,
        ..sent(1.0, vec![1; 125])
    };
    ring.push(coarser.check(NOW, KEPT_SECONDS).unwrap());
    assert_eq!(ring.between(NOW, NOW.plus_seconds(2.0)).len(), 2);
}

proptest! {
    #[test]
    fn what_is_packed_comes_back(samples in proptest::collection::vec(any::<i16>(), 0..400)) {
        prop_assert_eq!(unpack(&pack(&samples), samples.len()).unwrap(), samples);
    }

    #[test]
    fn any_bytes_are_answered(bytes in proptest::collection::vec(any::<u8>(), 0..400), most in 0_usize..300) {
        if let Ok(samples) = unpack(&bytes, most) {
            prop_assert!(samples.len() <= most);
        }
    }

    #[test]
    fn a_ring_holds_ten_minutes_and_one_chunk_at_most(gaps in proptest::collection::vec(0.0..40.0_f64, 1..120)) {
        let mut ring = Ring::new(Channel::EcgIi);
        let mut at = 0.0;
        for gap in gaps {
            at += gap;
            prop_assert_eq!(ring.push(chunk(at, vec![7; 1_250])), Pushed::Kept);
            at += 10.0;
        }
        prop_assert!(ring.samples() <= (600 + 10) * 125 + 1_250);
        let end = ring.ends_at().unwrap();
        let found = ring.between(end.plus_seconds(-1_200.0), end);
        let drawn: usize = found.iter().map(|stretch| stretch.samples.len()).sum();
        prop_assert_eq!(drawn, ring.samples());
        for pair in found.windows(2) {
            prop_assert!(pair[0].started_at < pair[1].started_at);
        }
    }
}
