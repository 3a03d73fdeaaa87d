//! Says alarms aloud to readers who do not see the strip: high ones interrupt, medium ones wait. Each raise is said once, when it comes; what
//! stood when the page was opened stands in the strip. The sentence names bed and parameter and no value, so that a moving value is not read
//! again and again.

use domain::alerts::{Alarm, AlarmState, Kind};
use domain::ids::AlarmId;
use leptos::prelude::*;
use ui::lang::{key, say, tell};
use ui::{LiveRegion, Severity, effect};

use super::alarm_strip::Names;
use super::alarm_words;
use crate::live::LiveStore;

/// One raise: which alarm, how often it had come, and how urgent it was. The same alarm is said again when it comes again or gets worse.
type Raise = (AlarmId, u32, Severity);

/// Two hidden regions.
#[component]
pub fn AlarmVoice(store: LiveStore, names: StoredValue<Names>) -> impl IntoView {
    let open = store.open_alarms();
    let known = StoredValue::new(open.with_untracked(|open| raises(open)));
    let regions = [Severity::High, Severity::Medium].map(|severity| (severity, RwSignal::new(String::new())));
    effect(move || {
        open.with(|open| {
            for (severity, region) in regions {
                let new = known
                    .with_value(|known| names.with_value(|names| sentences(&new_raises(open, known, severity), names)));
                let stands = open
                    .iter()
                    .any(|alarm| is_raised(alarm) && alarm_words::severity(alarm) == severity);
                if !new.is_empty() || !stands {
                    region.update(|said| *said = heard(said, new));
                }
            }
            known.set_value(raises(open));
        });
    });
    let [(_, high), (_, medium)] = regions;
    view! {
        <LiveRegion says=high assertive=true/>
        <LiveRegion says=medium/>
    }
}

const fn is_raised(alarm: &Alarm) -> bool {
    matches!(alarm.state, AlarmState::Raised)
}

fn raises(open: &[Alarm]) -> Vec<Raise> {
    open.iter().map(raise).collect()
}

const fn raise(alarm: &Alarm) -> Raise {
    (alarm.id, alarm.count, alarm_words::severity(alarm))
}

/// Alarms that stand unanswered and were not known so before. An answer that was refused is no raise.
fn new_raises<'a>(open: &'a [Alarm], known: &[Raise], severity: Severity) -> Vec<&'a Alarm> {
    let is_new =
        |alarm: &&Alarm| is_raised(alarm) && alarm_words::severity(alarm) == severity && !known.contains(&raise(alarm));
    open.iter().filter(is_new).collect()
}

fn sentences(alarms: &[&Alarm], names: &Names) -> String {
    let said = alarms.iter().map(|alarm| sentence(alarm, names));
    said.collect::<Vec<_>>().join(" ")
}

/// What a region holds after it held `before`. A region whose text stays the same is not read: a space that is not heard makes it another.
fn heard(before: &str, mut new: String) -> String {
    if !new.is_empty() && before == new {
        new.push('\u{a0}');
    }
    new
}

fn sentence(alarm: &Alarm, names: &Names) -> String {
    let what = match alarm.kind {
        Kind::Limit(parameter, side) => tell(say::spoken_limit(alarm_words::label(parameter), side.name())),
        Kind::Machine => ui::lang::word(key::THE_MACHINE).into(),
        Kind::Silent => ui::lang::word(key::SPOKEN_NO_DATA).into(),
    };
    let word = alarm_words::severity(alarm).word();
    tell(say::spoken_alarm(word, names.bed(alarm.patient), what))
}

#[cfg(test)]
mod tests {
    use domain::alerts::{self, Priority, Side};
    use domain::ids::DeviceId;
    use domain::telemetry::Parameter;
    use domain::time::Moment;
    use uuid::Uuid;

    use super::*;

    fn low_spo2(priority: Priority, at: i64) -> alerts::Raise {
        alerts::Raise {
            kind: Kind::Limit(Parameter::Spo2, Side::Low),
            priority,
            value: Some(84.0),
            limit: Some(91.0),
            at: Moment(at),
        }
    }

    fn alarm(priority: Priority) -> Alarm {
        let raise = low_spo2(priority, 1);
        Alarm::raised(AlarmId(Uuid::from_u128(7)), DeviceId(Uuid::nil()), None, raise)
    }

    fn says(open: Alarm, known: &[Raise], severity: Severity) -> String {
        sentences(&new_raises(&[open], known, severity), &Names::default())
    }

    #[test]
    fn a_raise_is_said_once_with_its_bed_and_parameter_and_no_value() {
        let high = alarm(Priority::High);
        let said = says(high.clone(), &[], Severity::High);
        assert_eq!(said, "High alarm, a device without a patient, SpO₂ low.");
        assert!(!said.contains(|letter: char| letter.is_ascii_digit()));
        assert_eq!(says(high.clone(), &[], Severity::Medium), "");
        assert_eq!(says(high.clone(), &raises(&[high]), Severity::High), "");
    }

    #[test]
    fn what_comes_again_or_gets_worse_is_said_again_and_what_is_gone_or_answered_is_not() {
        let first = alarm(Priority::High);
        let known = raises(std::slice::from_ref(&first));
        let gone = first.clone().gone(Moment(2), Some(95.0)).unwrap();
        assert_eq!(says(gone.clone(), &[], Severity::High), "");
        let again = gone.again(low_spo2(Priority::High, 3)).unwrap();
        assert_ne!(says(again, &known, Severity::High), "");

        let medium = alarm(Priority::Medium);
        let answered = medium.clone().acknowledge("Dr Rao".into(), Moment(2), None).unwrap();
        assert_eq!(says(answered.clone(), &[], Severity::Medium), "");
        // Refused: it stands as it was, and was said before.
        assert_eq!(
            says(medium, &raises(std::slice::from_ref(&answered)), Severity::Medium),
            ""
        );
        let worse = answered.clone().escalate(low_spo2(Priority::High, 4)).unwrap();
        assert_ne!(says(worse, &raises(&[answered]), Severity::High), "");
    }

    #[test]
    fn the_same_sentence_twice_is_another_text_each_time() {
        let mut region = String::new();
        for _ in 0..3 {
            let before = region.clone();
            region = heard(&before, "High alarm, bed 9, SpO₂ low.".into());
            assert_ne!(region, before);
        }
        assert_eq!(heard(&region, String::new()), "");
    }
}
