//! Stories of what is held: the bound on all of it, and that what is silent goes first.

use domain::ids::DeviceId;
use domain::time::Moment;
use domain::waves::{Channel, Chunk, KEPT_SECONDS, Pushed, Sent};
use uuid::Uuid;

use super::Curves;

const NOW: Moment = Moment(1_790_000_000_000_000);

fn chunk(after_seconds: f64) -> Chunk {
    let now = NOW.plus_seconds(after_seconds);
    let sent = Sent {
        channel: "ecg_ii".to_owned(),
        started_at: now,
        hz: 125,
        step: 0.005,
        samples: vec![1; 125],
    };
    sent.check(now, KEPT_SECONDS).unwrap()
}

#[test]
fn all_devices_together_hold_no_more_than_is_said() {
    let curves = Curves::holding(2 * (125 + super::OF_CHUNK));
    let [one, other, third] = [1, 2, 3].map(|number| DeviceId(Uuid::from_u128(number)));
    assert_eq!(curves.push(one, chunk(0.0), NOW), Some(Pushed::Kept));
    assert_eq!(curves.push(other, chunk(0.0), NOW), Some(Pushed::Kept));
    assert_eq!(curves.push(third, chunk(0.0), NOW), None, "there is no room");
    assert_eq!(curves.samples(), 250);
    let later = NOW.plus_seconds(KEPT_SECONDS + 2.0);
    assert_eq!(
        curves.push(third, chunk(KEPT_SECONDS + 2.0), later),
        Some(Pushed::Kept),
        "what nobody sends any more makes room"
    );
    assert_eq!(curves.samples(), 125);
    assert_eq!(curves.newest(one, Channel::EcgIi), None);
}

#[test]
fn what_is_sent_again_takes_no_room() {
    let curves = Curves::default();
    let device = DeviceId(Uuid::from_u128(1));
    assert_eq!(curves.push(device, chunk(0.0), NOW), Some(Pushed::Kept));
    assert_eq!(curves.push(device, chunk(0.0), NOW), Some(Pushed::Again));
    assert_eq!(curves.samples(), 125);
    let drawn = curves.between(device, Channel::EcgIi, NOW, NOW.plus_seconds(0.4));
    assert_eq!(drawn.iter().map(|stretch| stretch.samples.len()).sum::<usize>(), 50);
}
