//! `make bench`: the limits of this machine and how near Wardlight comes to them, in one run.
//!
//! This program arranges the hospital, plays the devices and the readers, and measures. The server under test is a second process of the same program
//! (`--serve`), so that its memory and its cores are its own; PostgreSQL is a third, private, with every durability setting on. Pairs are interleaved
//! A B B A and printed as ratios with medians; absolute numbers only say where the ratios come from. Add a measurement: a function in `goals.rs`, beside
//! it or in `limits.rs` (what is measured of the trace: `trace.rs`), a row in `main`. What goes on beside the readings while they are measured: `beside.rs`. With names of goals behind it (`make bench GOALS="G1 G2"`) it measures those only and writes no file.
// The types of pages nest deeply: one level for each element.
#![recursion_limit = "512"]
#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a bench stops where it fails"
)]

mod arrange;
mod beside;
mod generator;
mod goals;
mod limits;
mod report;
mod serve;
mod talk;
mod trace;
mod unit;

use report::Report;

fn main() {
    // Cargo starts a bench in the package's folder; the site and the data lie in the workspace's.
    std::env::set_current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/..")).expect("the workspace");
    let arguments: Vec<String> = std::env::args().collect();
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(4)
        .enable_all()
        .build()
        .expect("a runtime");
    if arguments.iter().any(|argument| argument == "--serve") {
        runtime.block_on(serve::run());
        return;
    }
    runtime.block_on(async {
        let bench = arrange::Bench::open().await;
        let mut report = Report::default();
        goals::durability(&bench, &mut report).await;
        let only: Vec<&str> = arguments
            .iter()
            .skip(1)
            .map(String::as_str)
            .filter(|word| !word.starts_with('-'))
            .collect();
        let wanted = |goal: &str| only.is_empty() || only.contains(&goal);
        if ["G1", "G2", "G5", "G6"].into_iter().any(wanted) {
            let mut beside = beside::Beside::begin(&bench).await;
            if wanted("G1") {
                goals::ingest::bulk(&bench, &mut beside, &mut report).await;
            }
            if wanted("G2") {
                goals::ingest::single(&bench, &mut beside, &mut report).await;
            }
            if wanted("G5") {
                goals::latency::latency(&bench, &mut beside, &mut report).await;
            }
            if wanted("G6") {
                goals::latency::live(&bench, &mut beside, &mut report).await;
            }
            beside.end(&mut report).await;
            goals::alarms(&bench, &mut report).await;
        }
        if wanted("G11") {
            goals::page(&bench, &mut report).await;
        }
        if wanted("G9") {
            goals::sockets(&bench, &mut report).await;
        }
        if wanted("V") {
            trace::verified(&bench, &mut report).await;
        }
        // A million people: after everything that counts rows.
        if wanted("S") {
            goals::search::search(&bench, &mut report).await;
        }
        if wanted("size") {
            goals::bundle(&mut report);
        }
        bench.close().await;
        if only.is_empty() {
            report.write();
        }
    });
}
