//! What a monitor draws of one patient: now, drawn anew every few seconds; and around alarms, of which there are some and those of one as the paper of a monitor.

use domain::alerts::Kind;
use domain::ids::PatientId;
use domain::numbers::fixed;
use domain::waves::Channel;
use hospital::patients::identity::Identity;
use hospital::waves::{Curve, Monitor, Strip, StripLine};
use leptos::prelude::*;
use ui::lang::{self, key, word};
use ui::{Card, Empty, Head, Link, Note, Reach, Table, Time, TimeStyle};

pub use super::strip::SHOWN_SECONDS;
use super::strip::{Paper, draw, extent, named};
use super::{watched_words, ways};
use crate::forms::again::{Again, Drawn};
use crate::forms::parts::Said;
use crate::forms::patients::banner::{banner, to_record};
use crate::routes;
use crate::widgets::day_chart::DrawnDay;

/// From how many seconds before the alarm on a page shows: it stands where the last row begins.
pub const FIRST_AFTER: i32 = -12;

/// The alarms of which curves are kept.
pub fn list(identity: Identity, lines: Vec<StripLine>) -> AnyView {
    let patient = identity.person.id;
    let body = match lines.is_empty() {
        true => {
            view! { <Empty icon="no-data" title=word(key::CURVES_NONE) text=word(key::CURVES_NONE_TEXT)/> }.into_any()
        }
        false => table(patient, lines),
    };
    let about = word(key::CURVES_ABOUT);
    view! {
        {banner(&identity, to_record(patient))}
        <Said/>
        <div class="stack">
            <Card title=word(key::CURVES) id="curves">
                <div class="card__body">
                    <p class="quiet">{about}</p>
                    <p><Link href=routes::monitor_of(patient) reach=Reach::Alone>{word(key::CURVES_NOW)}</Link></p>
                    <p><Link href=routes::past_day_of(patient, None) reach=Reach::Alone>{word(key::MINUTES)}</Link></p>
                </div>
                {body}
            </Card>
        </div>
    }
    .into_any()
}

fn table(patient: PatientId, lines: Vec<StripLine>) -> AnyView {
    let rows = lines
        .into_iter()
        .map(|line| {
            let href = routes::curves_of_alarm(patient, line.alarm, None);
            let channels: Vec<&str> = line.channels.iter().map(|channel| named(*channel)).collect();
            let channels = channels.join(", ");
            let about = in_words(line.about);
            view! {
                <tr>
                    <th scope="row"><a class="link" href=href>{about}</a></th>
                    <td data-head=word(key::TIME)><Time at=Signal::stored(Some(line.raised_at)) style=TimeStyle::DateClock/></td>
                    <td data-head=word(key::CURVE_DRAWN)>{channels}</td>
                </tr>
            }
            .into_any()
        })
        .collect_view();
    let heads = [word(key::CURVE_OF), word(key::TIME), word(key::CURVE_DRAWN)]
        .map(Head::words)
        .to_vec();
    view! { <Table caption=word(key::CURVES) heads=heads>{rows}</Table> }.into_any()
}

/// What an alarm was about.
pub(super) fn in_words(about: Kind) -> String {
    match about {
        Kind::Limit(parameter, side) => watched_words(parameter, side),
        Kind::Machine => word(key::CURVE_MACHINE).to_owned(),
        Kind::Silent => word(key::NO_DATA).to_owned(),
    }
}

/// The curves of one alarm, from `after` seconds after it on.
pub fn page(identity: Identity, strip: Strip, after: i32) -> AnyView {
    let patient = identity.person.id;
    let back = view! { <Link href=routes::curves_of(patient) reach=Reach::Alone>{word(key::CURVES)}</Link> }.into_any();
    let title = in_words(strip.line.about);
    let paper = Paper {
        curves: &strip.curves,
        from: strip.shown.0,
        alarm: Some(strip.line.raised_at),
        zone: &strip.zone,
    };
    let markup = draw(&paper, &title);
    let raised_at = strip.line.raised_at;
    let is_there = (strip.kept.0 < strip.shown.0, strip.kept.1 > strip.shown.1);
    let ways = ways(after, (FIRST_AFTER, SHOWN_SECONDS), is_there, |to| {
        routes::curves_of_alarm(patient, strip.line.alarm, Some(to))
    });
    let scale = word(key::CURVE_SCALE);
    let readings = routes::around_alarm(patient, strip.line.alarm, None);
    let figures = figures(&strip.curves);
    view! {
        {banner(&identity, back)}
        <Said/>
        <div class="stack">
            <Card title=title id="curve">
                <div class="card__body stack">
                    <p><Time at=Signal::stored(Some(raised_at)) style=TimeStyle::DateClock/></p>
                    {ways}
                    <DrawnDay markup=markup/>
                    <p class="quiet">{scale}</p>
                    <p><Link href=readings reach=Reach::Alone>{word(key::MINUTES_AROUND)}</Link></p>
                </div>
                {figures}
            </Card>
        </div>
    }
    .into_any()
}

/// The drawing in figures, for who does not see it.
fn figures(curves: &[Curve]) -> AnyView {
    let rows = curves
        .iter()
        .map(|curve| {
            let name = named(curve.channel);
            let hz = curve
                .stretches
                .first()
                .map(|stretch| lang::number(stretch.hz.to_string()));
            let drawn: f64 = curve
                .stretches
                .iter()
                .map(|stretch| stretch.samples.len() as f64 / f64::from(stretch.hz))
                .sum();
            let drawn = lang::number(format!("{} / {SHOWN_SECONDS} s", fixed(drawn, 1)));
            let range = extent(curve).map(|(low, high)| range(curve.channel, low, high));
            view! {
                <tr>
                    <th scope="row">{name}</th>
                    <td data-head=word(key::CURVE_HZ) class="num">{hz}</td>
                    <td data-head=word(key::CURVE_HERE) class="num">{drawn}</td>
                    <td data-head=word(key::CURVE_RANGE) class="num">{range}</td>
                </tr>
            }
            .into_any()
        })
        .collect_view();
    let heads = vec![
        Head::words(word(key::CURVE_DRAWN)),
        Head::number(word(key::CURVE_HZ)),
        Head::number(word(key::CURVE_HERE)),
        Head::number(word(key::CURVE_RANGE)),
    ];
    view! { <Table caption=word(key::CURVE_IN_FIGURES) heads=heads>{rows}</Table> }.into_any()
}

/// The lowest and the highest value, with the unit where it has one.
fn range(channel: Channel, low: f64, high: f64) -> String {
    let unit = match channel {
        Channel::EcgIi | Channel::EcgV => "\u{a0}mV",
        Channel::Resp => "\u{a0}Ω",
        Channel::Abp => "\u{a0}mmHg",
        Channel::Pleth => "",
    };
    let decimals = if channel == Channel::Abp { 0 } else { 2 };
    lang::number(format!("{} – {}{unit}", fixed(low, decimals), fixed(high, decimals)))
}

/// How often the curves of now are drawn anew, in seconds.
const EVERY: u32 = 3;
/// After how many seconds without a sample the curve is not of now, as a device is silent (`domain::alerts::silence`).
const OLD_SECONDS: f64 = 10.0;

/// The curves of now; `scripts`: of what is drawn anew, and of the sweep.
pub fn monitor(identity: Identity, it: &Monitor, (again, sweep): (&str, &str)) -> AnyView {
    let patient = identity.person.id;
    let again = Again {
        id: "monitor",
        door: routes::curves_now(patient),
        every: EVERY,
        here: routes::monitor_of(patient),
        script: again.to_owned(),
    };
    let back = view! { <Link href=routes::curves_of(patient) reach=Reach::Alone>{word(key::CURVES)}</Link> }.into_any();
    let (sweep, part) = (swept(patient, sweep), again.around(monitor_moves(it)));
    view! {
        {banner(&identity, back)}
        <Said/>
        <div class="stack">
            <Card title=word(key::CURVES_NOW) id="curves-now"><div class="card__body stack">{sweep}{part}</div></Card>
        </div>
    }
    .into_any()
}

/// Where `public/sweep.js` draws the curves as they come, one row for each channel; until it has something, and without it, nothing is seen of this and the paper stands alone.
fn swept(patient: PatientId, script: &str) -> AnyView {
    let names = Channel::ALL
        .into_iter()
        .map(|channel| view! { <li data-channel=channel.name() hidden>{named(channel)}</li> }.into_any())
        .collect_view();
    let script = script.to_owned();
    view! {
        <div class="sweep" id="sweep" data-socket=routes::waves_of(patient) data-stale=word(key::CURVES_NOW_OLD) hidden>
            <div class="sweep__paper">
                <canvas class="sweep__canvas" role="img" aria-label=word(key::CURVES_NOW)></canvas>
                <ul class="sweep__names" aria-hidden="true">{names}</ul>
            </div>
            <p class="sweep__stale" role="status" aria-live="polite"></p>
        </div>
        <script src=script defer></script>
    }
    .into_any()
}

/// What moves of it.
pub fn monitor_moves(it: &Monitor) -> Drawn {
    let body = match it.newest {
        None => view! { <Empty icon="no-data" title=word(key::CURVES_NOW_NONE) text=word(key::CURVES_NOW_NONE_TEXT)/> }
            .into_any(),
        Some(newest) => {
            let is_old = it.read_at.seconds_since(newest) > OLD_SECONDS;
            let old = is_old.then(|| view! { <Note icon="no-data">{word(key::CURVES_NOW_OLD)}</Note> }.into_any());
            let paper = Paper {
                curves: &it.curves,
                from: it.from,
                alarm: None,
                zone: &it.zone,
            };
            let markup = draw(&paper, word(key::CURVES_NOW));
            let (scale, figures) = (word(key::CURVE_SCALE), figures(&it.curves));
            view! {
                {old}
                <p><Time at=Signal::stored(Some(newest)) style=TimeStyle::Seconds/></p>
                <DrawnDay markup=markup/>
                <p class="quiet">{scale}</p>
                {figures}
            }
            .into_any()
        }
    };
    Drawn {
        at: it.read_at,
        news: String::new(),
        body,
    }
}
