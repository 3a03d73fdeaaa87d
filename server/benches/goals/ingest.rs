//! How many readings are stored in a second: G1 and G2, each against its limits with the same beside them.

use super::{PAIRS, WINDOW, empty, median, real, stored};
use crate::arrange::Bench;
use crate::beside::Beside;
use crate::report::{Better, Report};
use crate::{generator, limits};

const CONNECTIONS: usize = 32;
/// Gateways that post at once, and readings of one body (the goal asks for 50 at least).
const GATEWAYS: usize = 16;
const BODY: usize = 200;

/// G1: bodies of 200 readings against COPY of the same rows.
pub async fn bulk(bench: &Bench, beside: &mut Beside, report: &mut Report) {
    let (mut ratios, mut ours, mut copies) = (Vec::new(), Vec::new(), Vec::new());
    for pair in 0..PAIRS {
        let (mut copy, mut rate) = (0.0, 0.0);
        for turn in 0..2 {
            empty(bench).await;
            if (turn == 0) == (pair % 2 == 0) {
                let work = limits::copy(bench, 2, WINDOW, GATEWAYS);
                copy = beside.during("L1 of G1", work).await;
            } else {
                let work = generator::closed(GATEWAYS, WINDOW, real(bench, BODY));
                rate = beside.during("G1", work).await.rate * BODY as f64;
            }
        }
        ratios.push(rate / copy);
        ours.push(rate);
        copies.push(copy);
    }
    report.note(format!(
        "L1 {:.0} rows/s by COPY; bodies of 200 readings {:.0} rows/s",
        median(&copies),
        median(&ours)
    ));
    report.goal(
        "G1",
        "Bodies of 200 readings, durable rows/s",
        "L1",
        &ratios,
        Better::Higher,
        (0.55, "0.55"),
        (0.70, "0.70"),
    );
}

/// G2: one reading a request, against the joint ceiling of L0 and L1.
pub async fn single(bench: &Bench, beside: &mut Beside, report: &mut Report) {
    let (mut ratios, mut ours, mut ceilings, mut accepts) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for pair in 0..PAIRS {
        empty(bench).await;
        let (copy, accept, rate);
        if pair % 2 == 0 {
            copy = beside.during("L1 of G2", raw(bench)).await;
            accept = beside.during("L0 of G2", bare(bench)).await;
            empty(bench).await;
            rate = beside.during("G2", counted(bench)).await;
        } else {
            rate = beside.during("G2", counted(bench)).await;
            empty(bench).await;
            accept = beside.during("L0 of G2", bare(bench)).await;
            copy = beside.during("L1 of G2", raw(bench)).await;
        }
        let ceiling = 1.0 / (1.0 / accept + 1.0 / copy);
        ratios.push(rate / ceiling);
        ours.push(rate);
        ceilings.push(ceiling);
        accepts.push(accept);
    }
    report.note(format!(
        "L0 {:.0}/s, L* {:.0}/s; one reading a request, durable: {:.0}/s",
        median(&accepts),
        median(&ceilings),
        median(&ours)
    ));
    report.goal(
        "G2",
        "One reading a request, durable before the answer",
        "L*",
        &ratios,
        Better::Higher,
        (0.55, "0.55"),
        (0.70, "0.70"),
    );
}

/// L1 of the devices of one reading a request.
async fn raw(bench: &Bench) -> f64 {
    limits::copy(bench, 2, WINDOW / 2, CONNECTIONS * 4).await
}

/// L0 of them.
async fn bare(bench: &Bench) -> f64 {
    limits::accept(bench, CONNECTIONS * 4, WINDOW).await
}

/// One reading a request, as fast as it goes; what was acknowledged is there, and nothing else.
pub(super) async fn counted(bench: &Bench) -> f64 {
    let before = stored(bench).await;
    let reached = generator::closed(CONNECTIONS * 4, WINDOW, real(bench, 1)).await;
    assert_eq!(
        stored(bench).await - before,
        reached.total.cast_signed(),
        "acknowledged and stored"
    );
    reached.rate
}
