//! The line, with writers that only take and give back.

use tokio::sync::Semaphore;
use uuid::Uuid;

use super::*;

/// More than a busy machine stands still.
const LONG: Duration = Duration::from_secs(10);

/// A line at which nobody is held up for long in the time of a story.
fn patient(writers: usize) -> Arc<Line> {
    Line::with(writers, LONG * 10)
}

fn device(number: u128) -> DeviceId {
    DeviceId(Uuid::from_u128(number))
}

/// Readings of one request, numbered from `first`; what would answer it is dropped.
fn readings(number: u128, first: i64, count: usize) -> Job {
    let readings = (first..).take(count).map(|seq| Reading {
        seq,
        ..Reading::default()
    });
    let room = Arc::new(Semaphore::new(count)).try_acquire_many_owned(u32::try_from(count).unwrap());
    Job::Readings(Request {
        device: device(number),
        readings: readings.collect(),
        done: oneshot::channel().0,
        _room: room.unwrap(),
    })
}

fn silent(number: u128) -> Job {
    Job::Sign(Sign {
        device: device(number),
        at: Moment::from_millis(0),
        what: What::Silent,
    })
}

/// The devices and first numbers of the requests of a batch.
fn asked(batch: &Batch) -> Vec<(DeviceId, i64)> {
    let requests = batch.requests.iter();
    requests
        .map(|request| (request.device, request.readings[0].seq))
        .collect()
}

#[tokio::test]
async fn where_little_waits_one_writes_and_takes_all_that_came_meanwhile() {
    let line = patient(3);
    assert!(line.put(readings(1, 1, 1)));
    let first = line.take().await.unwrap();
    for number in 2..=9 {
        line.put(readings(number, 1, 1));
    }
    assert!(line.try_take().is_none(), "a commit of its own for eight rows");
    drop(first);
    assert_eq!(line.take().await.unwrap().requests.len(), 8);
}

#[tokio::test]
async fn where_much_waits_others_begin_beside_it() {
    let line = patient(3);
    line.put(readings(1, 1, 1));
    let first = line.take().await.unwrap();
    line.put(readings(2, 1, BESIDE - 1));
    assert!(line.try_take().is_none());
    line.put(readings(3, 1, 1));
    let second = tokio::time::timeout(LONG, line.take()).await.unwrap().unwrap();
    assert_eq!(asked(&second), [(device(2), 1), (device(3), 1)]);
    drop(first);
}

#[tokio::test]
async fn who_waits_for_something_in_the_middle_of_a_batch_keeps_nobody_else_waiting() {
    const SHORT: Duration = Duration::from_millis(20);
    let line = Line::with(3, SHORT);
    line.put(readings(1, 1, 1));
    let stuck = line.take().await.unwrap();
    let beside = tokio::spawn({
        let line = line.clone();
        async move { line.take().await.map(|batch| asked(&batch)) }
    });
    tokio::task::yield_now().await;
    line.put(readings(1, 2, 1));
    line.put(readings(2, 1, 1));
    assert_eq!(
        tokio::time::timeout(LONG, beside).await.unwrap().unwrap(),
        Some(vec![(device(2), 1)]),
        "but for the device that is in its hand"
    );
    drop(stuck);
}

#[tokio::test]
async fn a_device_is_in_one_hand_however_much_of_it_waits() {
    let line = patient(3);
    line.put(readings(1, 1, 1));
    let first = line.take().await.unwrap();
    line.put(readings(1, 2, BESIDE * 2));
    assert!(line.try_take().is_none(), "its rules would see it out of order");
    assert!(line.hold(device(1)).is_none());
    line.put(readings(2, 1, BESIDE));
    let beside = line.try_take().unwrap();
    assert_eq!(asked(&beside), [(device(2), 1)], "what may go goes past it");
    drop(first);
    drop(beside);
    assert_eq!(asked(&line.try_take().unwrap()), [(device(1), 2)]);
}

#[tokio::test]
async fn what_follows_a_sign_does_not_overtake_it_and_what_came_before_it_goes_first() {
    let line = patient(3);
    line.put(readings(1, 1, 1));
    line.put(silent(1));
    line.put(readings(1, 2, 1));
    line.put(readings(2, 1, 1));
    let first = line.try_take().unwrap();
    assert_eq!(asked(&first), [(device(1), 1), (device(2), 1)]);
    assert_eq!(first.signs.len(), 1);
    drop(first);
    assert_eq!(asked(&line.try_take().unwrap()), [(device(1), 2)]);
}

#[tokio::test]
async fn a_batch_has_an_end_and_the_next_writer_hears_of_the_rest() {
    let line = patient(3);
    for number in 1..=4 {
        line.put(readings(number, 1, ROWS / 2));
    }
    let (first, second) = (line.take().await.unwrap(), line.take());
    assert_eq!(first.requests.len(), 2);
    assert_eq!(
        tokio::time::timeout(LONG, second)
            .await
            .unwrap()
            .unwrap()
            .requests
            .len(),
        2
    );
}

#[tokio::test]
async fn a_closed_line_is_emptied_first() {
    let line = patient(1);
    line.put(readings(1, 1, 1));
    line.close();
    assert!(line.take().await.is_some());
    assert!(line.take().await.is_none());
}

#[tokio::test]
async fn who_waits_for_what_comes_wakes_up() {
    let line = patient(1);
    let waiting = tokio::spawn({
        let line = line.clone();
        async move { line.take().await.map(|batch| batch.requests.len()) }
    });
    tokio::task::yield_now().await;
    line.put(readings(1, 1, 1));
    let took = tokio::time::timeout(LONG, waiting).await;
    assert_eq!(took.unwrap().unwrap(), Some(1));
}

#[tokio::test]
async fn a_writer_that_is_gone_keeps_no_device_and_without_any_nobody_waits() {
    let line = patient(2);
    line.put(readings(1, 1, 1));
    let taken = line.take().await.unwrap();
    line.put(readings(1, 2, 1));
    drop(taken);
    line.leave();
    assert_eq!(asked(&line.take().await.unwrap()), [(device(1), 2)], "another goes on");
    let (done, answer) = oneshot::channel();
    let Job::Readings(request) = readings(2, 1, 1) else {
        unreachable!()
    };
    line.put(Job::Readings(Request { done, ..request }));
    line.leave();
    assert!(answer.await.is_err(), "whoever waits learns that none will come");
    assert!(!line.put(readings(3, 1, 1)));
}
