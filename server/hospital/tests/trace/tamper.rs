//! Tampering of many kinds, by SQL as the owner with the triggers off. Each is found and named.

use hospital::audit::{Fault, TraceKeys};
use uuid::Uuid;

use super::Trace;

#[tokio::test(flavor = "multi_thread")]
async fn an_untouched_trace_verifies() {
    let trace = Trace::with_ten_charts_and_three("untouched").await;
    trace.open_charts(2).await;
    let report = trace.verify().await;
    assert!(report.is_clean(), "{report:?}");
    assert_eq!((report.sealed, report.waiting, report.checkpoints), (13, 2, 1));
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_is_changed_in_a_row_is_found() {
    let changes = [
        "at = at + interval '1 microsecond'",
        "actor = 'patient'",
        "actor_id = gen_random_uuid()",
        "task = 'seed'",
        "hospital_id = NULL",
        "role = 'doctor'",
        "on_behalf_of = gen_random_uuid()",
        "action = 'ward.watch'",
        "subject = 'ward'",
        "subject_id = NULL",
        "patients = '{}'",
        "kinds = '{vitals}'",
        "purpose = 'ETREAT'",
        "outcome = 'denied'",
        "reason = 'no_right'",
        "address = '203.0.113.7'",
        "request_id = gen_random_uuid()",
        "lasted_ms = 0",
        "mark = NULL",
        "mark = sha256('x')",
    ];
    let trace = Trace::open("changed").await;
    let mut sealer = hospital::audit::Sealer::new(&trace.house);
    trace.open_charts(changes.len() + 1).await;
    trace.settle().await;
    sealer.seal_all().await.unwrap();
    trace.checkpoints.add(&sealer.checkpoint().unwrap()).unwrap();
    let sealed = trace.sealed().await;
    for (change, entry) in changes.iter().zip(&sealed) {
        trace
            .tamper(format!("UPDATE audit_entry SET {change} WHERE id = '{entry}'"))
            .await;
    }
    let report = trace.verify().await;
    for (place, (change, entry)) in changes.iter().zip(&sealed).enumerate() {
        let fault = Fault::Changed(place as i64 + 1, *entry);
        assert!(report.faults.contains(&fault), "{change} was not found: {report:?}");
        assert!(fault.to_string().contains(&entry.to_string()));
    }
    let last = sealed.last().unwrap().to_string();
    assert!(
        !report.faults.iter().any(|fault| fault.to_string().contains(&last)),
        "{report:?}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_row_that_is_removed_from_the_middle_is_named() {
    let trace = Trace::with_ten_charts_and_three("removed").await;
    let sealed = trace.sealed().await;
    trace
        .tamper(format!("DELETE FROM audit_entry WHERE id = '{}'", sealed[4]))
        .await;
    assert_eq!(trace.verify().await.faults, [Fault::Removed(5, sealed[4])]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_row_that_is_removed_with_its_place_leaves_a_gap() {
    let trace = Trace::with_ten_charts_and_three("gap").await;
    let sealed = trace.sealed().await;
    trace
        .tamper(format!(
            "DELETE FROM audit_entry WHERE id = '{0}'; DELETE FROM audit_seal WHERE entry_id = '{0}'",
            sealed[4]
        ))
        .await;
    assert_eq!(
        trace.verify().await.faults,
        [Fault::Gap(5, 5), Fault::Listed(sealed[4])],
        "the list of its patient knows which it was"
    );
    // The places after it moved up, so that no gap is left: every one of them is out of place.
    trace
        .tamper("UPDATE audit_seal SET position = position - 1 WHERE position = 6".to_owned())
        .await;
    let faults = trace.verify().await.faults;
    assert!(faults.contains(&Fault::Moved(5, sealed[5])), "{faults:?}");
    assert!(faults.contains(&Fault::Gap(6, 6)), "{faults:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_end_that_is_cut_off_is_named() {
    let trace = Trace::with_ten_charts_and_three("cut-off").await;
    let sealed = trace.sealed().await;
    let noted = trace.sealer.checkpoint().unwrap();
    assert_eq!(noted.position, 13);
    let cut = "DELETE FROM audit_entry WHERE id IN (SELECT entry_id FROM audit_seal WHERE position > 8); DELETE FROM audit_seal WHERE position > 8";
    trace.tamper(cut.to_owned()).await;
    match &trace.verify().await.faults[..] {
        [Fault::CutOff(9, 10, last, _), lists @ ..] => {
            assert_eq!(*last, sealed[9], "the last that was noted");
            assert_eq!(lists.len(), 5, "and each that is gone, by the list of its patient");
        }
        other => panic!("{other:?}"),
    }
}

/// The sealer goes on where the chain ends now. The places are taken anew, and what was noted of them does not fit.
#[tokio::test(flavor = "multi_thread")]
async fn an_end_that_is_cut_off_is_found_after_sealing_went_on() {
    let mut trace = Trace::with_ten_charts_and_three("went-on").await;
    let cut = "DELETE FROM audit_entry WHERE id IN (SELECT entry_id FROM audit_seal WHERE position > 8); DELETE FROM audit_seal WHERE position > 8";
    trace.tamper(cut.to_owned()).await;
    trace.open_charts(1).await;
    trace.seal().await;
    trace.note();
    trace.open_charts(5).await;
    trace.seal().await;
    let faults = trace.verify().await.faults;
    assert!(faults.contains(&Fault::Back(2)), "{faults:?}");
    assert!(
        faults.iter().any(|fault| matches!(fault, Fault::Rewritten(10, _))),
        "{faults:?}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_row_that_is_put_in_is_named_before_and_after_it_is_sealed() {
    let mut trace = Trace::with_ten_charts_and_three("put-in").await;
    let forged = Uuid::now_v7();
    let copy = format!(
        "INSERT INTO audit_entry (id, at, actor, actor_id, hospital_id, role, action, subject, subject_id, purpose, outcome, request_id, mark)
         SELECT '{forged}', at - interval '1 hour', actor, gen_random_uuid(), hospital_id, role, action, subject, subject_id, purpose, outcome, request_id, mark
           FROM audit_entry LIMIT 1"
    );
    trace.tamper(copy).await;
    let named = |faults: &[Fault]| matches!(faults, [Fault::PutIn(entry, _)] if *entry == forged);
    let before = trace.verify().await;
    assert!(named(&before.faults), "{before:?}");
    trace.seal().await;
    let after = trace.verify().await;
    assert!(named(&after.faults), "{after:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn rows_that_change_places_are_named() {
    let trace = Trace::with_ten_charts_and_three("moved").await;
    let sealed = trace.sealed().await;
    let swap = format!(
        "DELETE FROM audit_seal WHERE position = 4;
         UPDATE audit_seal SET entry_id = '{third}', at = now() WHERE position = 5;
         INSERT INTO audit_seal SELECT 4, '{fifth}', now(), chain FROM audit_seal WHERE position = 3",
        third = sealed[3],
        fifth = sealed[4],
    );
    trace.tamper(swap).await;
    let faults = trace.verify().await.faults;
    for fault in [Fault::Moved(4, sealed[4]), Fault::Moved(5, sealed[3])] {
        assert!(faults.contains(&fault), "{faults:?}");
    }
}

/// Whoever holds all keys of the house can make a chain that fits. What was signed before, and lies elsewhere, does not fit to it.
#[tokio::test(flavor = "multi_thread")]
async fn a_chain_that_is_rewritten_with_the_right_keys_does_not_fit_what_was_signed() {
    let trace = Trace::with_ten_charts_and_three("rewritten").await;
    let sealed = trace.sealed().await;
    // The first entry goes, and everything after it is sealed anew, by a sealer of this very house.
    trace
        .tamper(format!(
            "DELETE FROM audit_entry WHERE id = '{}'; DELETE FROM audit_seal",
            sealed[0]
        ))
        .await;
    let mut sealer = hospital::audit::Sealer::new(&trace.house);
    trace.settle().await;
    assert_eq!(sealer.seal_all().await.unwrap(), 12);
    match &trace.verify().await.faults[..] {
        [Fault::Rewritten(10, at), Fault::Listed(gone)] => {
            assert!(*at <= trace.house.clock.now() && *gone == sealed[0]);
        }
        other => panic!("{other:?}"),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn without_checkpoints_or_with_those_of_others_nothing_is_said_to_be_right() {
    let mut trace = Trace::open("no-checkpoint").await;
    trace.open_charts(2).await;
    trace.seal().await;
    assert_eq!(trace.verify().await.faults, [Fault::NoCheckpoint]);

    let others = std::sync::Arc::new(TraceKeys::derived(|_| [7; 32]));
    let foreign = hospital::audit::Checkpoints::at(trace.checkpoints.path(), others);
    foreign.add(&trace.sealer.checkpoint().unwrap()).unwrap();
    let faults = trace.verify().await.faults;
    assert!(faults.contains(&Fault::Forged(1)), "{faults:?}");
    assert!(faults.contains(&Fault::NoCheckpoint), "{faults:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_entry_that_is_hidden_from_its_patient_is_named() {
    let trace = Trace::with_ten_charts_and_three("hidden").await;
    let sealed = trace.sealed().await;
    trace
        .tamper(format!("DELETE FROM audit_patient WHERE entry_id = '{}'", sealed[2]))
        .await;
    assert_eq!(trace.verify().await.faults, [Fault::Hidden(sealed[2])]);
}

/// The lists of patients, and by which hospital each line is found.
#[tokio::test(flavor = "multi_thread")]
async fn lists_that_say_more_or_something_else_than_the_entries_are_named() {
    let trace = Trace::with_ten_charts_and_three("listed").await;
    let sealed = trace.sealed().await;
    trace
        .tamper(format!(
            "INSERT INTO audit_patient (whom, at, entry_id, hospital_id)
             SELECT gen_random_uuid(), at, id, hospital_id FROM audit_entry WHERE id = '{}'",
            sealed[1]
        ))
        .await;
    assert_eq!(trace.verify().await.faults, [Fault::Listed(sealed[1])]);
    trace
        .tamper(format!(
            "UPDATE audit_patient SET hospital_id = gen_random_uuid() WHERE entry_id = '{}'",
            sealed[2]
        ))
        .await;
    assert_eq!(
        trace.verify().await.faults,
        [Fault::Hidden(sealed[2]), Fault::Listed(sealed[1])],
        "found by another hospital, it is hidden from its own"
    );
}

/// Rows from before the marks came first. What bears no mark and stands behind one that does was put in, whatever the checkpoints say.
#[tokio::test(flavor = "multi_thread")]
async fn only_what_was_there_before_the_first_mark_needs_none_and_still_may_not_change() {
    let mut trace = Trace::open("before").await;
    let old = without_mark(&trace).await;
    trace.open_charts(2).await;
    trace.seal().await;
    trace.note();
    let report = trace.verify().await;
    assert!(report.is_clean(), "{report:?}");
    assert_eq!(report.unmarked, 1);

    // One more without a mark, sealed by the house itself; then the head of the checkpoints is cut off.
    let forged = without_mark(&trace).await;
    trace.seal().await;
    std::fs::remove_file(trace.checkpoints.path()).unwrap();
    trace.note();
    let faults = trace.verify().await.faults;
    assert!(
        matches!(faults[..], [Fault::PutIn(entry, _)] if entry == forged),
        "{faults:?}"
    );

    trace
        .tamper(format!("UPDATE audit_entry SET outcome = 'failed' WHERE id = '{old}'"))
        .await;
    let faults = trace.verify().await.faults;
    assert!(faults.contains(&Fault::Changed(1, old)), "{faults:?}");
}

/// A row without a mark, as they were before there were marks.
async fn without_mark(trace: &Trace) -> Uuid {
    let old = Uuid::now_v7();
    trace
        .tamper(format!(
            "INSERT INTO audit_entry (id, at, actor, action, subject, outcome, request_id)
             VALUES ('{old}', now() - interval '1 day', 'worker', 'hospital.seed', 'house', 'allowed', gen_random_uuid())"
        ))
        .await;
    old
}

/// The sealer passes over numbers that are sealed, so such a row would never get a place of its own. Whoever serves can write it, without the owner's rights.
#[tokio::test(flavor = "multi_thread")]
async fn a_row_that_bears_the_number_of_a_sealed_one_and_another_time_is_named() {
    let mut trace = Trace::with_ten_charts_and_three("number").await;
    let borrowed = trace.sealed().await[6];
    let copy = format!(
        "INSERT INTO audit_entry (id, at, actor, actor_id, hospital_id, role, action, subject, subject_id, purpose, outcome, request_id, mark)
         SELECT id, at - interval '1 hour', actor, gen_random_uuid(), hospital_id, role, action, subject, subject_id, purpose, outcome, request_id, mark
           FROM audit_entry WHERE id = '{borrowed}'"
    );
    trace.tamper(copy).await;
    trace.open_charts(1).await;
    trace.seal().await;
    let faults = trace.verify().await.faults;
    assert!(
        matches!(faults[..], [Fault::PutIn(entry, _)] if entry == borrowed),
        "{faults:?}"
    );
}

/// Somebody takes a fresh row out of the sealer's way, to remove it later unseen: its transaction is said to be long past.
#[tokio::test(flavor = "multi_thread")]
async fn a_row_that_the_sealer_was_made_to_pass_over_is_named() {
    let mut trace = Trace::with_ten_charts_and_three("passed-over").await;
    trace.open_charts(1).await;
    let fresh: Uuid = sqlx::query_scalar("SELECT id FROM audit_entry ORDER BY at DESC, id DESC LIMIT 1")
        .fetch_one(trace.db.owner())
        .await
        .unwrap();
    trace
        .tamper(format!("UPDATE audit_entry SET xid = '3' WHERE id = '{fresh}'"))
        .await;
    assert!(trace.verify().await.is_clean(), "it may still be on its way");
    trace.clock.fetch_add(61_000_000, std::sync::atomic::Ordering::SeqCst);
    trace.open_charts(1).await;
    trace.seal().await;
    assert_eq!(trace.verify().await.faults, [Fault::PassedOver(fresh)]);
}

/// The same for a single row, with nothing else moved: each link holds the one before it, so what was signed later does not fit either.
#[tokio::test(flavor = "multi_thread")]
async fn one_row_that_is_replaced_with_the_right_keys_does_not_fit_what_was_signed_later() {
    let trace = Trace::with_ten_charts_and_three("replaced").await;
    let third = trace.sealed().await[2];
    trace.open_charts(1).await;
    trace
        .tamper(format!(
            "UPDATE audit_entry SET xid = (SELECT xid FROM audit_entry WHERE id = '{third}') WHERE id NOT IN (SELECT entry_id FROM audit_seal);
             DELETE FROM audit_entry WHERE id = '{third}';
             DELETE FROM audit_patient WHERE entry_id = '{third}';
             DELETE FROM audit_seal WHERE position >= 3"
        ))
        .await;
    trace.settle().await;
    let mut sealer = hospital::audit::Sealer::new(&trace.house);
    assert_eq!(sealer.seal_all().await.unwrap(), 11);
    match &trace.verify().await.faults[..] {
        [Fault::Rewritten(10, _)] => {}
        other => panic!("{other:?}"),
    }
}
