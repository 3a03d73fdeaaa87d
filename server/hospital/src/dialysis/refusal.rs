//! What the database refuses of a session, as a sentence. A rule without a sentence here is a fault of ours and is logged as one.

use domain::invalid::Invalid;

use crate::error::HospitalError;

/// The rule, and what to say of it.
const SENTENCES: [(&str, &str); 44] = [
    (
        "dialysis_session_device_runs_once",
        "The session before on this machine has not ended. End it first, or choose another machine.",
    ),
    (
        "dialysis_session_station_runs_once",
        "The session before at this chair has not ended. End it first.",
    ),
    (
        "dialysis_session_device_free",
        "This machine is kept for somebody else at that time. Choose another.",
    ),
    (
        "dialysis_session_goes_its_way",
        "This session has gone on meanwhile. Look again.",
    ),
    (
        "session_check_in_in_order",
        "This session does not wait for somebody any more. Look again.",
    ),
    (
        "session_did_not_attend_in_order",
        "This session does not wait for somebody any more. Look again.",
    ),
    (
        "session_before_in_order",
        "What is looked at before the start is written after the check-in and before the start. Look again.",
    ),
    (
        "session_before_prescription_holds",
        "The prescription was revised meanwhile. Look at the new one first.",
    ),
    (
        "session_before_continuous",
        "Dialysis around the clock is prescribed: it runs at the bed and is no session at a chair. Have the prescription revised first.",
    ),
    (
        "session_check_in_apart",
        "They need a chair apart, and this is none. Move the session to one in the diary first.",
    ),
    (
        "session_started_apart",
        "They need a chair apart, and this is none. Move the session to one in the diary first.",
    ),
    (
        "session_started_hdf",
        "Haemodiafiltration or haemofiltration is prescribed, and this chair cannot do it. Book another chair, or have the prescription revised.",
    ),
    (
        "session_cancelled_in_order",
        "This session does not wait for somebody any more. Look again.",
    ),
    (
        "session_signed_witnessed",
        "A medicine has no witness yet. Another person than who gave it witnesses it first: after the signature nobody can.",
    ),
    ("session_before_access_theirs", "Choose an access that is in use."),
    (
        "session_second_check_in_order",
        "This session does not wait for a second look any more. Look again.",
    ),
    ("session_second_check_pkey", "Somebody has confirmed this already."),
    (
        "session_second_check_by_another",
        "Another person than who looked first has to confirm it.",
    ),
    (
        "session_started_in_order",
        "This session has not been checked in, or runs already. Look again.",
    ),
    (
        "session_started_looked",
        "Something was looked at again meanwhile. Confirm the newest look first.",
    ),
    (
        "session_started_prescription_holds",
        "The prescription was revised meanwhile. Look at everything again with the new one.",
    ),
    (
        "session_started_access_safe",
        "The access is not safe to use. Write down another look once it is, or another access.",
    ),
    (
        "session_started_access_assessed",
        "The access was found not safe to use when it was assessed last: what was found stands under “Access and infections”. Once it is safe, assess it anew there, or look again with another access.",
    ),
    (
        "session_started_access_in_use",
        "The access that was looked at is used no longer. Look again with another.",
    ),
    ("session_started_self_test", "The machine has not passed its own test."),
    (
        "session_started_conductivity",
        "The conductivity is not between 12.5 and 15.5 mS/cm. Do not connect; call the technician.",
    ),
    ("session_started_consented", "They do not agree to be treated."),
    (
        "session_started_checked_twice",
        "A second person has to confirm what was looked at before the start.",
    ),
    (
        "session_access_look_in_order",
        "This is written only while blood runs. Look again.",
    ),
    (
        "session_urea_first_once",
        "Somebody has written another value meanwhile. Look again.",
    ),
    (
        "session_urea_corrected_once",
        "Somebody has written another value meanwhile. Look again.",
    ),
    (
        "session_urea_corrects_its_like",
        "Somebody has written another value meanwhile. Look again.",
    ),
    (
        "session_urea_after_the_end",
        "Blood after the session is taken once it has ended.",
    ),
    (
        "session_urea_drawn_before_start",
        "Blood before the session is drawn before blood runs.",
    ),
    (
        "session_urea_drawn_after_start",
        "Enter a time after the start of the session and not ahead.",
    ),
    (
        "session_urea_drawn_before_written",
        "Enter a time after the start of the session and not ahead.",
    ),
    ("session_ended_in_order", "This session does not run. Look again."),
    ("session_ended_after_start", "It ends after it began. Check the time."),
    (
        "session_after_in_order",
        "What is looked at afterwards is written after the end and before the signature. Look again.",
    ),
    (
        "session_signed_in_order",
        "This session does not wait for a signature. Look again.",
    ),
    (
        "session_signed_whole",
        "Write down first what was looked at afterwards: weight, blood pressure, how the blood came back.",
    ),
    (
        "session_medicine_witness_another",
        "Another person than who gave it has to witness it.",
    ),
    ("session_medicine_witness_pkey", "Somebody has witnessed this already."),
    (
        "session_amendment_in_order",
        "Only what is signed is amended. Before that, write it down again.",
    ),
];

/// What makes a machine unfit, by the end of the rule's name.
const UNFIT: [(&str, &str); 16] = [
    ("inactive", "This machine is out of use. Choose another."),
    ("unknown", "This machine is not known any more. Choose another."),
    ("named", "Choose the machine on which they are treated first."),
    ("maintenance", "This machine is in maintenance. Choose another."),
    (
        "overdue",
        "The maintenance of this machine is overdue. Choose another, or call the technician.",
    ),
    (
        "disinfection",
        "The last disinfection of this machine failed. Disinfect it, or choose another.",
    ),
    (
        "disinfection_due",
        "This machine was not disinfected since the last treatment on it, or too long ago. Disinfect it and write it down, or choose another.",
    ),
    ("kind", "This is no dialysis machine. Choose another."),
    (
        "ward",
        "This machine neither belongs to this ward nor stands here. Choose another.",
    ),
    (
        "kept",
        "This machine is kept for an infection that was not found in them. Choose another.",
    ),
    (
        "not_kept",
        "This ward keeps machines for what was found in them. Choose one of these.",
    ),
    (
        "hdf",
        "Haemodiafiltration or haemofiltration is prescribed, and this machine stands at a chair that cannot do it. Choose another.",
    ),
    (
        "water_failed",
        "The last test of the water failed. Nobody is connected before a new one is fine.",
    ),
    (
        "water_missing",
        "There is no valid test of the water. Test it and write it down first.",
    ),
    (
        "ultrapure_failed",
        "Ultrapure fluid is prescribed, and the last test of ultrapure or substitution fluid failed. Wait for one that is fine, or have the prescription revised.",
    ),
    (
        "ultrapure_missing",
        "Ultrapure fluid is prescribed, and there is no valid test of ultrapure dialysis fluid. Test it and write it down first.",
    ),
];

/// The refusal in words.
pub(super) fn told(error: sqlx::Error) -> HospitalError {
    let error = HospitalError::from(error);
    let Some(rule) = error.violated() else {
        return error;
    };
    if let Some(reason) = [
        "session_started_device_",
        "dialysis_session_device_",
        "session_machine_device_",
    ]
    .iter()
    .find_map(|start| rule.strip_prefix(start))
        && let Some((_, sentence)) = UNFIT.iter().find(|(word, _)| *word == reason)
    {
        return HospitalError::Conflict(sentence);
    }
    match SENTENCES.iter().find(|(name, _)| *name == rule) {
        Some((_, sentence)) => HospitalError::Conflict(sentence),
        None if rule.ends_with("_apart_station") => wrong(
            "at",
            "Somebody else was treated at this chair at that time. Check the time.",
        ),
        None if rule.ends_with("_apart_device") => wrong(
            "at",
            "Somebody else was treated on this machine at that time. Check the time.",
        ),
        None if rule == "session_machine_of_the_list" => wrong("device", "Choose a machine of the list."),
        None if rule == "session_machine_from_that" => {
            HospitalError::Conflict("Somebody exchanged the machine meanwhile. Look again.")
        }
        None if rule.ends_with("_after_step_before") => {
            wrong("at", "This is before the step before it. Check the time.")
        }
        // The other facts come in any of several states: all that stands in their way is that it is over.
        None if rule.ends_with("_in_order") => {
            HospitalError::Conflict("This session takes nothing more of that kind. Look again.")
        }
        None => error,
    }
}

/// A fault of one field.
pub(super) fn wrong(field: &str, sentence: &str) -> HospitalError {
    HospitalError::Invalid(vec![Invalid::new(field, sentence)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_rule_has_two_sentences() {
        let mut names: Vec<&str> = SENTENCES.iter().map(|(name, _)| *name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), SENTENCES.len());
    }
}
