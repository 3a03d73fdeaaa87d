//! The chairs of a ward today, by who needs somebody first. Free chairs stand at the end.

use domain::alerts::Priority;
use domain::dialysis::quantities::Minutes;
use domain::dialysis::session::Stage;
use domain::time::Moment;
use hospital::dialysis::need::Need;
use hospital::dialysis::owed::{Debts, Owed};
use hospital::dialysis::unit::{Day, Seat, Station};
use leptos::prelude::*;
use ui::lang::{self, key, say, tell, word};
use ui::{Chip, Empty, Head, Meter, PageHead, Table, Time, TimeStyle, age};

use super::overview::stage;
use super::{card, clock, figure, hours, in_unit, litres, names};
use crate::forms::again::{Again, Drawn};
use crate::forms::parts::Said;
use crate::routes;
use crate::widgets::alarm_words;

/// Seconds after which the chairs are drawn anew.
const EVERY: u32 = 10;

/// The page.
pub fn page(day: Day, script: String) -> AnyView {
    let Day { units, unit, .. } = &day;
    let others = units
        .iter()
        .filter(|known| unit.as_ref().is_none_or(|unit| unit.ward != known.ward))
        .map(|known| {
            view! { <a class="link link--alone" href=routes::dialysis_unit(known.ward)>{known.name.clone()}</a> }
                .into_any()
        })
        .collect_view();
    let tools = view! {
        {others}
        <a class="link link--alone" href=routes::DIARY>{word(key::CHAIR_DIARY)}</a>
        <a class="link link--alone" href=routes::CRITICAL>{word(key::CRITICAL_VALUES)}</a>
        <a class="link link--alone" href=routes::DIALYSIS_LOTS>{word(key::HD_FIND_A_LOT)}</a>
        <a class="link link--alone" href=routes::DIALYSIS_FORECAST>{word(key::FC_TITLE)}</a>
    }
    .into_any();
    let Some(unit) = unit.as_ref() else {
        return view! {
            <PageHead title=word(key::DIALYSIS)>{tools}</PageHead>
            <Said/>
            <Empty icon="drop" title=word(key::HD_NO_CHAIRS) text=word(key::HD_NO_CHAIRS_TEXT)/>
        }
        .into_any();
    };
    let again = Again {
        id: "unit-now",
        door: routes::dialysis_unit_now(unit.ward),
        every: EVERY,
        here: routes::dialysis_unit(unit.ward),
        script,
    };
    view! {
        <PageHead title=word(key::DIALYSIS)>{tools}</PageHead>
        <Said/>
        {again.around(moves(&day))}
        {owed(&day.debts)}
    }
    .into_any()
}

/// What sessions that are over still want: read when the page is opened. Nothing where nothing is owed.
fn owed(debts: &Debts) -> Option<AnyView> {
    if debts.sessions.is_empty() && debts.older == 0 {
        return None;
    }
    let count = |of: fn(&Owed) -> bool| debts.sessions.iter().filter(|owed| of(owed)).count();
    let note = tell(say::hd_owed_counts(
        count(|owed| owed.signature),
        count(|owed| owed.urea),
    ));
    let rows = debts.sessions.iter().map(owed_row).collect_view();
    let heads = [
        word(key::ROLE_PATIENT),
        word(key::WHEN),
        word(key::HD_CHAIR),
        word(key::HD_NEED),
    ]
    .map(Head::words)
    .to_vec();
    let table = (!debts.sessions.is_empty())
        .then(|| view! { <Table caption=word(key::HD_OWED) heads=heads>{rows}</Table> }.into_any());
    let older = (debts.older > 0).then(|| {
        let words = tell(say::hd_owed_older(debts.older));
        view! { <div class="card__body"><p class="quiet">{words}</p></div> }.into_any()
    });
    Some(card(
        word(key::HD_OWED),
        "owed",
        note,
        None,
        view! { {table}{older} }.into_any(),
    ))
}

fn owed_row(owed: &Owed) -> AnyView {
    let wanted = [
        (
            owed.signature && owed.look_after,
            lang::of_english(names::need(Need::LookAfter)),
        ),
        (owed.signature, lang::of_english(names::need(Need::Signature))),
        (owed.urea, word(key::HD_UREA_WANTED).to_owned()),
    ];
    let wanted: Vec<AnyView> = wanted
        .into_iter()
        .filter(|(is, _)| *is)
        .map(|(_, words)| view! { <Chip look="line">{words}</Chip> }.into_any())
        .collect();
    let href = routes::dialysis_session_of(owed.patient, owed.session);
    view! {
        <tr>
            <th scope="row"><a href=href>{owed.name.clone()}</a></th>
            <td data-head=word(key::WHEN)><Time at=Signal::stored(Some(owed.ended)) style=TimeStyle::DateClock/></td>
            <td data-head=word(key::HD_CHAIR)>{owed.station.clone()}</td>
            <td data-head=word(key::HD_NEED)><div class="cluster">{wanted}</div></td>
        </tr>
    }
    .into_any()
}

/// The chairs as they are now. What is told when it changes is who needs somebody at once.
pub fn moves(day: &Day) -> Drawn {
    let Day {
        unit,
        stations,
        read_at,
        ..
    } = day;
    let read_at = *read_at;
    let name = unit.as_ref().map(|unit| unit.name.clone()).unwrap_or_default();
    let rows = day.by_need();
    let count = |of: fn(&Seat) -> bool| rows.iter().filter(|(_, seat)| of(seat)).count();
    let running = count(|seat| seat.stage == Stage::Running);
    let wanted = count(|seat| seat.need != Need::Nothing);
    let note = tell(say::hd_unit_counts(running, wanted, stations.len()));
    let list = match rows.is_empty() {
        true => {
            view! { <Empty icon="calendar" title=word(key::HD_NOBODY_TODAY) text=word(key::HD_NOBODY_TODAY_TEXT)/> }
                .into_any()
        }
        false => {
            let rows = rows
                .iter()
                .map(|(station, seat)| row(station, seat, read_at))
                .collect_view();
            let heads = vec![
                Head::words(word(key::HD_NEED)),
                Head::words(word(key::HD_CHAIR)),
                Head::words(word(key::ROLE_PATIENT)),
                Head::words(word(key::HD_HOW_FAR)),
                Head::words(word(key::HD_TIME)),
                Head::words(word(key::HD_FLUID_REMOVED)),
                Head::words(in_unit(key::HD_BLOOD_PRESSURE, "mmHg")),
            ];
            view! { <Table caption=name.clone() heads=heads>{rows}</Table> }.into_any()
        }
    };
    let free: Vec<AnyView> = stations
        .iter()
        .filter(|station| {
            !station
                .seats
                .iter()
                .any(|seat| matches!(seat.stage, Stage::CheckedIn | Stage::Running))
        })
        .map(chair)
        .collect();
    let free = (!free.is_empty()).then(|| {
        view! { {card(word(key::HD_FREE_CHAIRS), "free", String::new(), None, view! { <div class="card__body"><div class="cluster">{free}</div></div> }.into_any())} }.into_any()
    });
    let alarms: Vec<String> = rows
        .iter()
        .filter(|(_, seat)| {
            matches!(
                seat.need,
                Need::Alarm | Need::Event | Need::Pressure | Need::Access | Need::TimeIsOver
            )
        })
        .map(|(station, seat)| {
            let why = which(seat).unwrap_or_else(|| lang::of_english(names::need(seat.need)));
            format!("{} {why}", station.name)
        })
        .collect();
    Drawn {
        at: read_at,
        news: lang::listed(&alarms),
        body: view! {
            {card(name, "unit", note, None, view! { {list} }.into_any())}
            {super::continuous::of_unit(&day.continuous)}
            {free}
        }
        .into_any(),
    }
}

/// Which alarm it is, with its value and its limit, and what somebody wrote that happened; nothing where the word of the need says it all.
fn which(seat: &Seat) -> Option<String> {
    if !matches!(seat.need, Need::Alarm | Need::Event) {
        return None;
    }
    let alarm = seat.alarm.as_ref().map(alarm_words::sentence);
    let event = seat.event.map(|event| lang::of_english(names::event(event)));
    let (first, second) = match seat.need {
        Need::Alarm => (alarm, event),
        _ => (event, alarm),
    };
    let both: Vec<String> = first.into_iter().chain(second).collect();
    Some(lang::listed(&both))
}

/// A chair on which nobody sits now.
fn chair(station: &Station) -> AnyView {
    let machine = station
        .device
        .as_ref()
        .map(|(_, name)| name.clone())
        .unwrap_or_default();
    let apart = station.isolation.then(|| word(key::HD_FOR_ISOLATION));
    let hdf = station.hdf.then_some("HDF");
    let words: Vec<String> = [
        Some(station.name.clone()),
        Some(machine).filter(|it| !it.is_empty() && *it != station.name),
        apart.map(str::to_owned),
        hdf.map(str::to_owned),
    ]
    .into_iter()
    .flatten()
    .collect();
    view! { <Chip look="line">{words.join(" · ")}</Chip> }.into_any()
}

fn row(station: &Station, seat: &Seat, now: Moment) -> AnyView {
    let look = match seat.need {
        Need::Alarm => match seat.alarm.as_ref().map(|alarm| alarm.priority) {
            Some(Priority::Low) => "low",
            Some(Priority::Medium) => "medium",
            _ => "high",
        },
        Need::Event => "high",
        Need::Pressure => "high-soft",
        Need::Access | Need::TimeIsOver | Need::Late => "medium",
        Need::SecondLook | Need::Witness | Need::Waits | Need::LookAfter => "neutral",
        Need::Signature => "line",
        Need::Nothing => "",
    };
    let need = (seat.need != Need::Nothing).then(|| {
        let need = lang::of_english(names::need(seat.need));
        let which = which(seat).map(|which| format!(" {which}"));
        view! { <Chip look=look>{need}</Chip>{which} }.into_any()
    });
    let time = match (seat.stage, seat.ran.0) {
        (Stage::Running, Some(since)) => {
            let elapsed = Minutes(now.seconds_since(since).max(0.0) / 60.0);
            let whole = Minutes(f64::from(seat.minutes));
            let says = tell(say::hd_of_time(hours(elapsed), hours(whole)));
            view! { <Meter part=(elapsed.0 / whole.0.max(1.0)) as f32 says=says.clone()/><span class="quiet">{says}</span> }.into_any()
        }
        _ => clock(seat.planned.0),
    };
    let fluid = match (seat.uf_removed, seat.uf_goal) {
        (Some(removed), Some(goal)) => {
            let says = tell(say::hd_of_volume(litres(removed), litres(goal)));
            let aged = seat.uf_at.filter(|_| seat.stage == Stage::Running);
            let aged = aged.map(|at| view! { " · "{age::words(now.seconds_since(at))} }.into_any());
            view! { <Meter part=(removed.0 / goal.0.max(1.0)) as f32 says=says.clone()/><span class="quiet">{says}{aged}</span> }.into_any()
        }
        // What is planned is not what was removed.
        (None, Some(goal)) => {
            view! { <span class="table__missing">"– "{tell(say::hd_of(litres(goal)))}</span> }.into_any()
        }
        _ => ().into_any(),
    };
    // What runs is read with its age: the chair is drawn anew all the time.
    let pressure = seat.pressure.map(|newest| {
        let (above, below) = (newest.pressure.systolic.0, newest.pressure.diastolic.0);
        let words = format!("{}/{}", figure(above, 0, ""), figure(below, 0, ""));
        let when = match seat.stage {
            Stage::Running => age::words(now.seconds_since(newest.at)).into_any(),
            _ => clock(newest.at),
        };
        view! { {words}" "<span class="quiet">{when}</span> }.into_any()
    });
    let href = routes::dialysis_session_of(seat.patient, seat.session);
    view! {
        <tr>
            <td data-head=word(key::HD_NEED)>{need}</td>
            <td data-head=word(key::HD_CHAIR)>{station.name.clone()}</td>
            <th scope="row"><a href=href>{seat.name.clone()}</a></th>
            <td data-head=word(key::HD_HOW_FAR)>{stage(seat.stage)}</td>
            <td data-head=word(key::HD_TIME)>{time}</td>
            <td data-head=word(key::HD_FLUID_REMOVED)>{fluid}</td>
            <td data-head=in_unit(key::HD_BLOOD_PRESSURE, "mmHg")>{pressure}</td>
        </tr>
    }
    .into_any()
}
