//! A day that is over by the minute, and the readings around an alarm. Times are written with the zone of that day: the clocks of long ago may have stood otherwise than now.

use domain::dialysis::places::Day;
use domain::ids::PatientId;
use domain::telemetry::{Parameter, Reading};
use domain::time::{Moment, Zone};
use hospital::patients::identity::Identity;
use hospital::telemetry::{Around, PastAlarm, PastDay, Range};
use leptos::prelude::*;
use ui::lang::{self, key, word};
use ui::{Button, Card, DateInput, Empty, Form, Head, Link, Note, Question, Reach, Table, TimeStyle, measured, time};

use super::curves::in_words;
use super::ways;
use crate::charts::day_svg;
use crate::forms::parts::Said;
use crate::forms::patients::banner::{banner, to_record};
use crate::routes;
use crate::widgets::alarm_words::label;
use crate::widgets::day_chart::DrawnDay;

/// Seconds that one page of an alarm shows.
pub const SHOWN_SECONDS: u32 = 60;
/// From how many seconds before the alarm on it shows first.
pub const FIRST_AFTER: i32 = -30;
/// The vital signs of an hour, in the order of the verb.
const VITALS: [Parameter; 6] = [
    Parameter::HeartRate,
    Parameter::Spo2,
    Parameter::Respiration,
    Parameter::Systolic,
    Parameter::Diastolic,
    Parameter::Temperature,
];

/// The day.
pub fn day(identity: Identity, it: PastDay) -> AnyView {
    let patient = identity.person.id;
    let zone = it.trend.zone.clone();
    let title = time::write(&zone, it.trend.since, TimeStyle::Date);
    let ways = ways_of_day(patient, it.day, it.today);
    let body = match it.whole.is_empty() {
        true => {
            view! { <Empty icon="no-data" title=word(key::MINUTES_NONE) text=word(key::MINUTES_NONE_TEXT)/> }.into_any()
        }
        false => {
            let markup = day_svg(&it.trend);
            view! {
                <div class="card__body stack">
                    <Note icon="info">{word(key::MINUTES_ABOUT)}</Note>
                    <DrawnDay markup=markup/>
                </div>
            }
            .into_any()
        }
    };
    let figures = (!it.whole.is_empty()).then(|| {
        let (hours, whole) = (hours(&zone, it.hours), whole(it.whole));
        view! {
            <Card title=word(key::MINUTES_HOURS) id="hours">{hours}</Card>
            <Card title=word(key::MINUTES_WHOLE) id="whole">{whole}</Card>
        }
        .into_any()
    });
    let alarms = alarms(patient, &zone, it.alarms);
    view! {
        {banner(&identity, to_record(patient))}
        <Said/>
        <div class="stack">
            {ways}
            <Card title=title id="minutes">{body}</Card>
            {figures}
            <Card title=word(key::MINUTES_ALARMS) id="alarms">{alarms}</Card>
        </div>
    }
    .into_any()
}

/// Another day.
fn ways_of_day(patient: PatientId, day: Day, today: Day) -> AnyView {
    let way = |more: i64, words: &'static str| {
        let other = day.plus(more);
        (other <= today).then(|| {
            let href = routes::past_day_of(patient, Some(other));
            view! { <a class="link link--alone" href=href>{words}</a> }.into_any()
        })
    };
    let earlier = way(-1, word(key::CURVE_EARLIER));
    let later = way(1, word(key::CURVE_LATER));
    let (door, question) = (
        routes::past_day_of(patient, None),
        Question::new("day", word(key::MINUTES_DAY)),
    );
    view! {
        <Form class="form search" search=true method="get" action=door>
            <DateInput question=question on=day.date() until=today.date()/>
            <div class="form__end"><Button icon="search">{word(key::SHOW)}</Button></div>
        </Form>
        <div class="cluster">{earlier}{later}</div>
    }
    .into_any()
}

fn headed(parameter: Parameter) -> Head {
    match measured::unit(parameter) {
        "" => Head::number(label(parameter)),
        unit => Head::number(format!("{} {}", label(parameter), lang::ltr(unit))),
    }
}

fn hours(zone: &Zone, hours: Vec<(Moment, [Option<Range>; 6])>) -> AnyView {
    let rows = hours
        .into_iter()
        .map(|(at, cells)| {
            let at = time::write(zone, at, TimeStyle::Clock);
            let cells = VITALS
                .into_iter()
                .zip(cells)
                .map(|(parameter, cell)| {
                    let shown = cell.map_or_else(|| "–".to_owned(), |range| between(parameter, range));
                    view! { <td class="num" data-head=label(parameter)>{shown}</td> }.into_any()
                })
                .collect_view();
            view! { <tr><th scope="row">{at}</th>{cells}</tr> }.into_any()
        })
        .collect_view();
    let mut heads = vec![Head::words(word(key::MINUTES_HOUR))];
    heads.extend(VITALS.map(headed));
    view! { <Table caption=word(key::MINUTES_HOURS) heads=heads dense=true>{rows}</Table> }.into_any()
}

/// The lowest and the highest, or the one value that both are.
fn between(parameter: Parameter, range: Range) -> String {
    let (low, high) = (
        measured::written(parameter, range.low),
        measured::written(parameter, range.high),
    );
    match low == high {
        true => low,
        false => format!("{low} – {high}"),
    }
}

fn whole(whole: Vec<(Parameter, Range)>) -> AnyView {
    let rows = whole
        .into_iter()
        .map(|(parameter, range)| {
            let unit = measured::unit(parameter);
            let shown = match unit {
                "" => between(parameter, range),
                _ => lang::ltr(format!("{}\u{a0}{unit}", between(parameter, range))),
            };
            let minutes = lang::number(range.minutes.to_string());
            view! {
                <tr>
                    <th scope="row">{label(parameter)}</th>
                    <td class="num" data-head=word(key::CURVE_RANGE)>{shown}</td>
                    <td class="num" data-head=word(key::MINUTES_COUNT)>{minutes}</td>
                </tr>
            }
            .into_any()
        })
        .collect_view();
    let heads = vec![
        Head::words(word(key::MINUTES_WHAT)),
        Head::number(word(key::CURVE_RANGE)),
        Head::number(word(key::MINUTES_COUNT)),
    ];
    view! { <Table caption=word(key::MINUTES_WHOLE) heads=heads>{rows}</Table> }.into_any()
}

fn alarms(patient: PatientId, zone: &Zone, alarms: Vec<PastAlarm>) -> AnyView {
    if alarms.is_empty() {
        return view! { <Empty title=word(key::MINUTES_ALARMS_NONE) text=word(key::MINUTES_ALARMS_NONE_TEXT)/> }
            .into_any();
    }
    let rows = alarms
        .into_iter()
        .map(|alarm| {
            let href = routes::around_alarm(patient, alarm.alarm, None);
            let (about, at) = (
                in_words(alarm.about),
                time::write(zone, alarm.raised_at, TimeStyle::Seconds),
            );
            view! {
                <tr>
                    <th scope="row"><a class="link" href=href>{about}</a></th>
                    <td data-head=word(key::TIME)>{at}</td>
                </tr>
            }
            .into_any()
        })
        .collect_view();
    let heads = [word(key::CURVE_OF), word(key::TIME)].map(Head::words).to_vec();
    view! { <Table caption=word(key::MINUTES_ALARMS) heads=heads>{rows}</Table> }.into_any()
}

/// The readings around one alarm, from `after` seconds after it on.
pub fn around(identity: Identity, it: Around, after: i32) -> AnyView {
    let patient = identity.person.id;
    let civil = it.zone.civil(it.alarm.raised_at);
    let day = routes::past_day_of(patient, Day::of(civil.year, civil.month, civil.day));
    let back = view! { <Link href=day reach=Reach::Alone>{word(key::MINUTES)}</Link> }.into_any();
    let title = in_words(it.alarm.about);
    let raised = format!(
        "{}, {}",
        time::write(&it.zone, it.alarm.raised_at, TimeStyle::Date),
        time::write(&it.zone, it.alarm.raised_at, TimeStyle::Seconds)
    );
    let farthest = hospital::telemetry::FARTHEST;
    let is_there = (after > -farthest, after + SHOWN_SECONDS.cast_signed() < farthest);
    let ways = ways(after, (FIRST_AFTER, SHOWN_SECONDS), is_there, |to| {
        routes::around_alarm(patient, it.alarm.alarm, Some(to.clamp(-farthest, farthest)))
    });
    let table = match it.readings.is_empty() {
        true => {
            view! { <Empty icon="no-data" title=word(key::MINUTES_AROUND_NONE) text=word(key::MINUTES_AROUND_NONE_TEXT)/> }
                .into_any()
        }
        false => readings(&it.zone, it.readings),
    };
    view! {
        {banner(&identity, back)}
        <Said/>
        <div class="stack">
            <Card title=title id="around">
                <div class="card__body stack">
                    <p>{raised}</p>
                    <p class="quiet">{word(key::MINUTES_AROUND_ABOUT)}</p>
                    {ways}
                </div>
                {table}
            </Card>
        </div>
    }
    .into_any()
}

/// What was measured, a column a parameter that has a value here.
fn readings(zone: &Zone, readings: Vec<Reading>) -> AnyView {
    let has = |parameter: &Parameter| readings.iter().any(|reading| reading.values.get(*parameter).is_some());
    let columns: Vec<Parameter> = Parameter::ALL.into_iter().filter(has).collect();
    let mut heads = vec![Head::words(word(key::TIME))];
    heads.extend(columns.iter().map(|parameter| headed(*parameter)));
    let rows = readings
        .into_iter()
        .map(|reading| {
            let at = time::write(zone, reading.taken_at, TimeStyle::Seconds);
            let cells = columns
                .iter()
                .map(|parameter| {
                    let shown = reading
                        .values
                        .get(*parameter)
                        .map_or_else(|| "–".to_owned(), |value| measured::written(*parameter, value));
                    view! { <td class="num" data-head=label(*parameter)>{shown}</td> }.into_any()
                })
                .collect_view();
            view! { <tr><th scope="row">{at}</th>{cells}</tr> }.into_any()
        })
        .collect_view();
    view! { <Table caption=word(key::MINUTES_AROUND) heads=heads dense=true>{rows}</Table> }.into_any()
}

#[cfg(test)]
mod tests {
    use ui::lang::Locale;

    use super::*;
    use crate::shell::apart;

    #[test]
    fn a_head_keeps_its_unit_behind_it_in_every_language() {
        let head_in = |tag: &str, parameter| {
            apart(|| {
                lang::provide(Locale::of_tag(tag).unwrap());
                headed(parameter).words
            })
        };
        assert_eq!(head_in("ar", Parameter::Temperature), "الحرارة \u{2066}°C\u{2069}");
        assert_eq!(head_in("ar", Parameter::HeartRate), "النبض \u{2066}/min\u{2069}");
        assert_eq!(head_in("fr", Parameter::Respiration), "FR /min");
    }
}
