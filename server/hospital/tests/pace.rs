//! How fast the trace is sealed. One test and no other: test programs run one after the other, so nothing else of ours takes the processor meanwhile. Another bound in seconds gets a
//! program of its own as well; beside this one it would take its time.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where it fails")]

// The tests of the chain use more of it.
#[allow(dead_code, reason = "this program counts only how long an entry waits")]
#[path = "trace/house.rs"]
mod house;

use hospital::audit::{Checkpoints, behind, keep_sealing};

use house::Trace;

/// 500 entries a second for five seconds, with the sealer at work as in a server: none waits longer than a second. A machine that has other work gets three tries; the bound stays
/// the same.
#[tokio::test(flavor = "multi_thread")]
async fn five_hundred_a_second_are_each_sealed_within_a_second() {
    let mut worst: Vec<(f64, f64)> = Vec::new();
    for turn in 0..3 {
        let trace = Trace::open(&format!("pace-{turn}")).await;
        let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
        let file = Checkpoints::at(trace.checkpoints.path(), trace.house.audit.keys().clone());
        let worker = tokio::spawn(keep_sealing(trace.house.clone(), file, async move {
            stopped.await.ok();
        }));
        let (mut waited, begun) = (0.0_f64, std::time::Instant::now());
        for tick in 1..=100 {
            futures::future::join_all((0..25).map(|_| trace.open_charts(1))).await;
            waited = waited.max(behind(&trace.house).await.unwrap().unsealed);
            let next = std::time::Duration::from_millis(50 * tick);
            tokio::time::sleep(next.saturating_sub(begun.elapsed())).await;
        }
        let took = begun.elapsed().as_secs_f64();
        stop.send(()).unwrap();
        worker.await.unwrap();
        if waited <= 1.0 && took <= 6.0 {
            return;
        }
        worst.push((waited, took));
    }
    panic!("seconds that the oldest waited, and that 2,500 took: {worst:?}");
}
