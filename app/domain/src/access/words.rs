//! A decision with its grounds, sentence by sentence: for the page that answers "who may do this, and why".
//!
//! A new relation needs its words in [`About::ground`]; the test says when they are missing.

use super::{Action, Decision, Grounds, Relations};

/// What was asked about, in the words of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// The hospital as a whole.
    Hospital,
    /// One ward.
    Ward,
    /// One patient.
    Patient,
    /// One device.
    Device,
}

impl About {
    /// One relation as the end of "because …".
    const fn ground(self, relation: Relations) -> Option<&'static str> {
        Some(match (relation, self) {
            (Relations::OWN, _) => "it is their own",
            (Relations::PROXY, _) => "the patient has let them into the record",
            (Relations::TREATING, _) => "they treat this patient",
            (Relations::WARD, Self::Ward) => "they are on duty on this ward",
            (Relations::WARD, _) => "they are on duty on the ward where this patient lies",
            (Relations::DEVICE, Self::Device) => "this device is theirs now",
            (Relations::DEVICE, _) => "a device that is theirs now measures this patient",
            (Relations::HOSPITAL, Self::Hospital) => "they work in this hospital",
            (Relations::HOSPITAL, Self::Patient) => "this patient is registered in their hospital",
            (Relations::HOSPITAL, _) => "it belongs to their hospital",
            (Relations::CONSENT, _) => "this patient lets their hospital see what others hold",
            (Relations::BREAK_GLASS, _) => "they have opened this record in an emergency",
            (Relations::PLATFORM, _) => "they run the platform",
            (Relations::TALKS, _) => "they are one of the two who talk",
            (Relations::TOLD, _) => "the house told them of it by name",
            _ => return None,
        })
    }

    fn grounds(self, relations: Relations) -> Vec<&'static str> {
        Relations::NAMES
            .into_iter()
            .filter(|(one, _)| relations.meets(*one))
            .filter_map(|(one, _)| self.ground(one))
            .collect()
    }
}

/// The grounds on which somebody may, each as the end of "because …".
pub fn why(about: About, grounds: &Grounds) -> Vec<&'static str> {
    about.grounds(grounds.held.common(grounds.suffices))
}

/// One sentence of an answer. The page says it in the reader's language, and finds the words in it by their English.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Because {
    /// They may, on these grounds.
    May(Vec<&'static str>),
    /// They may not.
    MayNot,
    /// In which relations they stand to it.
    Hold(Vec<&'static str>),
    /// Any of these relations would suffice.
    Suffices(Vec<&'static str>),
    /// A whole sentence.
    Said(&'static str),
}

/// Whether somebody may, why, what would suffice, and whether an exception took part.
pub fn because(action: Action, about: About, grounds: &Grounds) -> Vec<Because> {
    let may = match grounds.decision {
        Decision::Allow => Because::May(why(about, grounds)),
        _ => Because::MayNot,
    };
    let suffices: Vec<_> = grounds.suffices.words().collect();
    let held: Vec<_> = grounds.held.words().collect();
    let would = if grounds.exception == Some(false) {
        Because::Said("The denial beats whatever else holds.")
    } else if suffices.is_empty() {
        Because::Said("No role of theirs has this right, whatever the relation.")
    } else {
        Because::Suffices(suffices)
    };
    let stands = if held.is_empty() {
        Because::Said("They stand in no relation to it now.")
    } else {
        Because::Hold(held)
    };
    let exception = Because::Said(match grounds.exception {
        None => "No exception holds for them.",
        Some(true) => "A grant for them alone holds: it reaches within their hospital.",
        Some(false) => "A denial for them alone holds.",
    });
    let fresh = action.wants_fresh_proof().then_some(Because::Said(
        "They are asked to prove who they are first, when that is more than five minutes ago.",
    ));
    [may, stands, would, exception].into_iter().chain(fresh).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn grounds(decision: Decision, held: Relations, suffices: Relations, exception: Option<bool>) -> Grounds {
        Grounds {
            decision,
            suffices,
            held,
            exception,
        }
    }

    #[test]
    fn dr_rao_reads_a_patient_because_she_is_on_duty_where_the_patient_lies() {
        let held = Relations::WARD.and(Relations::HOSPITAL);
        let suffices = Relations::TREATING.and(Relations::WARD);
        let said = because(
            Action::ReadPatient,
            About::Patient,
            &grounds(Decision::Allow, held, suffices, None),
        );
        assert_eq!(
            said,
            [
                Because::May(vec!["they are on duty on the ward where this patient lies"]),
                Because::Hold(vec!["ward", "same hospital"]),
                Because::Suffices(vec!["treating", "ward"]),
                Because::Said("No exception holds for them."),
            ]
        );
    }

    #[test]
    fn a_denial_is_said_to_beat_everything_and_a_step_up_is_told() {
        let refused = grounds(Decision::Deny, Relations::HOSPITAL, Relations::NONE, Some(false));
        let said = because(Action::ExportAudit, About::Hospital, &refused);
        assert_eq!(said[0], Because::MayNot);
        assert_eq!(
            said[2..4],
            [
                Because::Said("The denial beats whatever else holds."),
                Because::Said("A denial for them alone holds.")
            ]
        );
        assert!(matches!(said[4], Because::Said(proof) if proof.contains("five minutes")));
        let never = grounds(Decision::NotFound, Relations::NONE, Relations::NONE, None);
        let said = because(Action::ReadPatient, About::Patient, &never);
        assert_eq!(
            said[1..3],
            [
                Because::Said("They stand in no relation to it now."),
                Because::Said("No role of theirs has this right, whatever the relation.")
            ]
        );
    }

    #[test]
    fn every_relation_has_words() {
        for (relation, name) in Relations::NAMES {
            for about in [About::Hospital, About::Ward, About::Patient, About::Device] {
                assert!(about.ground(relation).is_some(), "{name} {about:?}");
            }
        }
    }
}
