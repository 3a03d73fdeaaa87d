//! One bed of the board: number, name, score, values, and in the last line how old all of it is and why the bed stands where it stands. In an alarm the border, the
//! number, the one value and that reason change, and nothing else.

use domain::alerts::Alarm;
use domain::live::LastScore;
use domain::news2::{Evaluation, ScorePart};
use domain::organisation::{Bed, Occupant};
use domain::patients::Person;
use domain::telemetry::Parameter;
use domain::time::{Moment, Zone};
use leptos::prelude::*;
use ui::lang::{Arg, key, listed, say, tell, weave, word};
use ui::{Age, Icon, LiveMark, News2, Now, Time, memo};

use super::alarm_words;
use super::bed_vitals::{LargeVitals, SmallVitals};
use super::capitals::capitals;
use crate::live::{Knowledge, LivePatient, LiveStore, is_stale};
use crate::routes;

/// `34 y F`.
pub fn age_and_sex(person: &Person, zone: &Zone) -> String {
    let today = use_context::<Now>().map(Now::get_untracked).unwrap_or_default();
    tell(say::age_and_sex(person.age(zone.civil(today)), person.sex.letter()))
        .trim_end()
        .to_owned()
}

/// A bed, taken or free.
#[component]
pub fn BedCard(bed: Bed, store: LiveStore, zone: StoredValue<Zone>) -> impl IntoView {
    let Bed { number, occupant, .. } = bed;
    match occupant.and_then(|occupant| store.patient(occupant.person.id).map(|patient| (occupant, patient))) {
        Some((occupant, patient)) => {
            view! { <Taken number=number occupant=occupant patient=patient store=store zone=zone/> }.into_any()
        }
        None => view! { <Free number=number/> }.into_any(),
    }
}

#[component]
fn Free(number: u16) -> impl IntoView {
    view! {
        <article class="bed bed--free" aria-label=tell(say::bed_free(number))>
            <header class="bed__head">
                <span class="bed__number">{number}</span>
                <div class="bed__who"><span class="bed__name">{word(key::FREE)}</span></div>
            </header>
            <p class="bed__empty"><Icon name="bed"/>{word(key::NOBODY_IN_BED)}</p>
        </article>
    }
}

#[component]
fn Taken(
    number: u16,
    occupant: Occupant,
    patient: LivePatient,
    store: LiveStore,
    zone: StoredValue<Zone>,
) -> impl IntoView {
    let person = occupant.person;
    let about = zone.with_value(|zone| age_and_sex(&person, zone));
    let (href, scale) = (routes::patient(person.id), person.scale);
    let known = patient.known();
    let alarms = store.alarms_of(person.id);
    let alarm = memo(move || {
        alarms.with(|alarms| {
            alarm_words::worst(alarms).map(|alarm| (alarm_words::severity(alarm), alarm.is_unanswered()))
        })
    });
    let class = move || {
        let alarm = match alarm.get() {
            Some((severity, unanswered)) => format!(
                " bed--{}{}",
                severity.name(),
                if unanswered { "" } else { " bed--answered" }
            ),
            None => String::new(),
        };
        format!(
            "bed{alarm}{}",
            if known.get() == Knowledge::Fresh {
                ""
            } else {
                " bed--stale"
            }
        )
    };
    let is_picked = is_picked(person.id);
    view! {
        <article class=move || class() data-picked=is_picked aria-label=tell(say::bed_number(number))>
            <header class="bed__head">
                <span class="bed__number">{number}</span>
                <div class="bed__who">
                    <a class="bed__name" href=href>
                        {capitals(&person.family_name)}<span class="bed__given">", "{person.given_name}</span>
                    </a>
                    <span class="bed__about">{about}</span>
                </div>
                <Score patient=patient/>
            </header>
            <LargeVitals patient=patient store=store scale=scale/>
            <SmallVitals patient=patient store=store/>
            <LastLine patient=patient alarms=alarms/>
        </article>
    }
}

/// Who are this reader's own choice, where the page shows them alone: whom they treat, or of whom something is new to them.
#[cfg(not(target_arch = "wasm32"))]
#[derive(Clone, Debug)]
pub struct Picked(pub std::collections::BTreeSet<domain::ids::PatientId>);

/// An attribute that never changes: the server writes it, and the browser leaves it as it stands.
#[cfg(not(target_arch = "wasm32"))]
fn is_picked(patient: domain::ids::PatientId) -> Option<&'static str> {
    use_context::<Picked>()
        .is_some_and(|picked| picked.0.contains(&patient))
        .then_some("")
}

#[cfg(target_arch = "wasm32")]
const fn is_picked(_: domain::ids::PatientId) -> Option<&'static str> {
    None
}

/// The NEWS2 square; withdrawn when nothing is known.
#[component]
pub fn Score(patient: LivePatient, #[prop(optional)] large: bool) -> impl IntoView {
    let (news2, known) = (patient.news2(), patient.known());
    let scored = move || match (known.get(), &*news2.read()) {
        (Knowledge::Fresh, Evaluation::Scored(scored)) => Some((scored.score, scored.three_in_one)),
        _ => None,
    };
    let reason = memo(move || no_score(&news2.read()).unwrap_or_else(|| word(key::NO_FRESH_VALUES).into()));
    view! {
        <News2
            score=Signal::derive(move || scored().map(|scored| scored.0))
            three_in_one=Signal::derive(move || scored().is_some_and(|scored| scored.1))
            change=Signal::derive(move || scored().and(patient.last_score()).and_then(|last| last.change()))
            reason=reason
            large=large
        />
    }
}

/// Why there is no score: `Temp and Oxygen missing`. Nothing when there is one. Whatever else withholds a score gets its words here.
pub fn no_score(news2: &Evaluation) -> Option<String> {
    match news2 {
        Evaluation::Scored(_) => None,
        Evaluation::TooYoung => Some(word(key::TOO_YOUNG).into()),
        Evaluation::Partial { missing, .. } => Some(lacking(missing)),
    }
}

/// When the oldest part of a score was measured.
pub fn oldest_part(news2: &Evaluation) -> Option<Moment> {
    match news2 {
        Evaluation::Scored(scored) => Some(scored.oldest),
        _ => None,
    }
}

/// The name of a part of the score.
fn label(parameter: Parameter) -> String {
    if parameter == Parameter::Consciousness {
        "ACVPU".to_owned()
    } else {
        alarm_words::label(parameter)
    }
}

fn lacking(missing: &[Parameter]) -> String {
    let labels: Vec<String> = missing.iter().map(|parameter| label(*parameter)).collect();
    if labels.is_empty() {
        return word(key::INCOMPLETE).into();
    }
    tell(say::missing(listed(&labels)))
}

/// Why no score is shown, and the last complete one: by that the bed stands meanwhile (`bed_board::Order::Need`). Nothing where there is a score.
pub fn withheld(news2: &Evaluation, last: Option<LastScore>) -> Option<String> {
    let why = no_score(news2)?;
    Some(tell(match last {
        Some(last) => say::no_score_last(why, last.score),
        None => say::no_score_because(why),
    }))
}

/// What an alarm is about, with the value of now: `SpO₂ 84 %, limit 91`. `SpO₂ too low` once that value is old, and while the page is held at one from before the alarm.
pub fn alarming(alarm: &Alarm, patient: LivePatient) -> String {
    let newest = alarm.kind.parameter().and_then(|parameter| {
        patient.look_at_clock(|now, at| {
            let counts = |taken_at: Moment| taken_at >= alarm.last_raised_at && !is_stale(now, parameter, at);
            now.latest.get(parameter).filter(|(_, taken_at)| counts(*taken_at))
        })
    });
    alarm_words::sentence(&Alarm {
        value: None,
        last: newest.map(|(value, _)| value),
        ..alarm.clone()
    })
}

/// What gave the score, in the order of its chart: `SpO₂ 2`, `HR 1`. Nothing without a score, and where it is 0.
fn given(parts: &[ScorePart]) -> Vec<String> {
    let given = parts.iter().filter(|part| part.points > 0);
    given
        .map(|part| format!("{} {}", label(part.parameter), part.points))
        .collect()
}

/// How old what is shown is, why the bed stands where it stands (the alarm that stands, else what gave the score), and how old the score is or what it lacks. All of it is made of what the
/// card shows anyway, so that it moves with the values.
#[component]
fn LastLine(patient: LivePatient, alarms: Memo<Vec<Alarm>>) -> impl IntoView {
    let (newest, heard_at, news2) = (patient.newest(), patient.heard_at(), patient.news2());
    let known = patient.known();
    let (oldest, withheld) = (
        memo(move || news2.with(oldest_part)),
        memo(move || news2.with(|news2| withheld(news2, patient.last_score()))),
    );
    let why = memo(move || {
        let alarm = alarms.with(|alarms| alarm_words::worst(alarms).map(|alarm| alarming(alarm, patient)));
        let why = alarm.or_else(|| match (known.get(), &*news2.read()) {
            (Knowledge::Fresh, Evaluation::Scored(scored)) if scored.score > 0 => {
                Some(tell(say::score_points(listed(&given(&scored.parts)))))
            }
            _ => None,
        });
        why.map(|why| format!("{why}. ")).unwrap_or_default()
    });
    let line = move || {
        match known.get() {
        Knowledge::Fresh => view! { <LiveMark at=newest/> }.into_any(),
        Knowledge::Stale { .. } => view! {
            <span class="chip chip--stale"><Icon name="no-data"/><span>{weave(say::last_data(Arg::hole(0), Arg::hole(1)), [view! { <Time at=newest/> }.into_any(), view! { <Age at=newest ago=true/> }.into_any()])}</span></span>
        }
        .into_any(),
        Knowledge::Silent => view! {
            <span class="chip chip--stale"><Icon name="no-data"/><span>{weave(say::device_silent(Arg::hole(0)), [view! { <Age at=heard_at ago=true/> }.into_any()])}</span></span>
        }
        .into_any(),
    }
    };
    let rest = move || {
        let score = match (known.get(), withheld.get()) {
            (Knowledge::Fresh, Some(withheld)) => withheld.into_any(),
            (Knowledge::Fresh, None) => weave(say::oldest_part(Arg::hole(0)), [view! { <Age at=oldest/> }.into_any()]),
            _ => ().into_any(),
        };
        view! { <span class="bed__why"><b>{why.get()}</b>{score}</span> }.into_any()
    };
    view! { <footer class="bed__foot">{move || line()}{move || rest()}</footer> }
}

#[cfg(test)]
mod tests {
    use domain::patients::Sex;
    use ui::lang::Locale;

    use super::*;

    #[test]
    fn sex_is_a_word_where_its_letters_are_not_read() {
        let said = |tag: &str, sex: Sex| {
            let words = Locale::of_tag(tag).unwrap().words();
            words.say(&say::age_and_sex(82_i64, sex.letter())).trim_end().to_owned()
        };
        assert_eq!(said("ar", Sex::Female), "82 سنة أنثى");
        assert_eq!(said("ar", Sex::Male), "82 سنة ذكر");
        assert_eq!(said("ar", Sex::Unknown), "82 سنة");
        assert_eq!(said("en", Sex::Female), "82 y F");
    }

    #[test]
    fn a_score_says_what_it_lacks() {
        assert_eq!(lacking(&[Parameter::Temperature]), "Temp missing");
        assert_eq!(
            lacking(&[Parameter::Spo2, Parameter::Oxygen, Parameter::Temperature]),
            "SpO₂, Oxygen and Temp missing"
        );
    }

    #[test]
    fn a_withheld_score_says_the_last_complete_one_by_which_its_bed_stands() {
        let partial = Evaluation::Partial {
            missing: vec![Parameter::Temperature],
        };
        let last = |score| LastScore::next(None, score, false, Moment(0));
        assert_eq!(
            withheld(&partial, Some(last(7))).as_deref(),
            Some("No score: Temp missing; the last one was 7")
        );
        assert_eq!(withheld(&partial, None).as_deref(), Some("No score: Temp missing"));
    }

    #[test]
    fn what_gave_points_is_named_in_the_order_of_the_chart_and_what_gave_none_is_left_out() {
        let part = |parameter, points| ScorePart {
            parameter,
            points,
            taken_at: Moment(0),
        };
        let parts = [
            part(Parameter::Respiration, 1),
            part(Parameter::Spo2, 3),
            part(Parameter::HeartRate, 0),
            part(Parameter::Consciousness, 3),
        ];
        assert_eq!(given(&parts), ["RR 1", "SpO₂ 3", "ACVPU 3"]);
    }
}
