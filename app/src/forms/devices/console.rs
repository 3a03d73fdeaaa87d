//! All of one machine: whether it may be used, how it reports, what is due, what was done last, whose it is. Whether it may be used, what it did and how it reports move while the page is open.

use domain::devices::disinfection::DisinfectionKind;
use domain::devices::figures::{DayOf, alarms_per_hour, gap_percent, mean_delay};
use domain::devices::papers::DeviceKind;
use domain::devices::water::Verdict;
use domain::numbers::fixed;
use domain::telemetry::SystemStatus;
use hospital::devices::machines::{Code, Connection, Console, DisinfectionLine, Machine, PlanLine, WaterNow};
use leptos::prelude::*;
use ui::lang::{self, Arg, key, say, tell, weave, word};
use ui::{
    Button, Card, Chip, Confirm, DayBars, Empty, Facts, Form, Head, Known, LinkButton, Look, Meter, Note, PageHead,
    StatTile, StatTiles, Table, Time, TimeStyle,
};

use super::super::dialysis::names;
use super::{date, due_words, figure, fit, hours, near, tabs, when, why, with_unit};
use crate::forms::again::{Again, Drawn};
use crate::forms::parts::{Choice, Line, Said};
use crate::routes::{self, MachinePage};
use crate::widgets::paper::leads_back;

/// Seconds after which what moves is drawn anew: a device is silent after as many.
const EVERY: u32 = 10;

/// The page. Its paper has the code that opens it, but for that of the gallery, which has no address.
pub fn page(console: Console, code: Option<Code>, script: String) -> AnyView {
    if let Some(code) = code {
        leads_back(code.svg);
    }
    let id = console.machine.id;
    let here = routes::machine(id, MachinePage::Console);
    let again = Again {
        id: "machine-now",
        door: routes::machine_now(id),
        every: EVERY,
        here: here.clone(),
        script,
    };
    let now = again.around(moves(&console));
    let context = format!("{} · {}", console.machine.model, console.machine.serial);
    let service = console.may.keep.then(|| service(&here, &console));
    let stands = console
        .may
        .place
        .then(|| super::place::card(&here, &console.machine, console.spots.clone()));
    let lend = console.may.lend.then(|| {
        view! { <LinkButton href=routes::HAND_OVER icon="swap">{word(key::HAND_OVER_VERB)}</LinkButton> }.into_any()
    });
    let notes = console.noted_of.map(|patient| {
        view! { <LinkButton href=routes::dialysis_updates_of(patient) icon="clipboard">{word(key::UPD_OF_WHO_IS_ON_IT)}</LinkButton> }
            .into_any()
    });
    let tabs = tabs(id, MachinePage::Console, console.ways);
    let name = console.machine.name.clone();
    let water = (console.machine.kind == DeviceKind::Dialysis).then(|| {
        let link = console.may.water.then(|| view! { <a class="link link--alone" href=routes::WATER>{word(key::OPEN)}</a> }.into_any());
        view! { <Card title=word(key::WATER_OF_DIALYSIS) id="water" tools=link.into_any()>{water(console.water)}</Card> }
            .into_any()
    });
    let upkeep = {
        let link = view! { <a class="link link--alone" href=routes::machine(id, MachinePage::Maintenance)>{word(key::OPEN)}</a> }.into_any();
        view! { <Card title=word(key::MACHINE_MAINTENANCE) note=word(key::MACHINE_DAY_OR_HOURS).to_owned() id="upkeep" tools=link>{plans(console.plans)}</Card> }.into_any()
    };
    let disinfected = {
        // Between two patients it is done in one step; what is left to say stands on its page.
        let quick = (console.may.disinfect && console.machine.kind == DeviceKind::Dialysis).then(|| {
            let without_residue = DisinfectionKind::ALL.into_iter().filter(|kind| !kind.leaves_residue());
            let kinds: Vec<(String, String)> = without_residue
                .map(|kind| (kind.name().to_owned(), lang::of_english(kind.words())))
                .collect();
            let hidden = vec![("act", "disinfect".to_owned()), ("result", "passed".to_owned())];
            let action = routes::machine(id, MachinePage::Disinfection);
            view! {
                <Form class="card__foot form form--wide" action=action hidden=hidden>
                    <Choice name="kind" label=word(key::DISINFECTION_WITH) answers=kinds/>
                    <Button>{word(key::DISINFECTION_NOW)}</Button>
                </Form>
            }
            .into_any()
        });
        let link = view! { <a class="link link--alone" href=routes::machine(id, MachinePage::Disinfection)>{word(key::OPEN)}</a> }.into_any();
        view! { <Card title=word(key::MACHINE_DISINFECTION) id="disinfections" tools=link>{disinfections(console.disinfections)}{quick}</Card> }.into_any()
    };
    let trend = super::trends::card(&console.trend);
    let whose = whose(console.technician, console.doctors);
    let may_answer = console.may.answer;
    let answer = may_answer
        .then(|| super::alarms::answer(&here, &console.alarms))
        .flatten();
    // What a technician comes for: the work that is due, and the way to log it.
    let work = console.may.keep.then(|| {
        let href = format!("{}#plans", routes::machine(id, MachinePage::Maintenance));
        view! { <LinkButton href=href look=Look::Primary icon="wrench">{word(key::MACHINE_BEGIN_WORK)}</LinkButton> }
            .into_any()
    });
    view! {
        <PageHead title=name context=context>
            {notes}
            {lend}
            {work}
        </PageHead>
        {tabs}
        <Said/>
        {now}
        <div class="stack">
            {answer}
            <div class="pairs pairs--lead">
                <div class="stack">{upkeep}{water}</div>
                <div class="stack">
                    {disinfected}
                    <Card title=word(key::MACHINE_WHAT_IT_IS) id="papers"><Facts class="card__body">{papers(console.machine)}{whose}</Facts></Card>
                    {stands}
                    {service}
                </div>
            </div>
            {trend}
        </div>
    }
    .into_any()
}

/// Whether it may be used, what it did and how it reports, as it is now. What is told when it changes is whether it may be used and whether it is heard.
pub fn moves(console: &Console) -> Drawn {
    let state = console.machine.unfit.map_or(word(key::MACHINE_FIT).to_owned(), why);
    let news = format!("{state} · {}", is_heard(console.connection));
    let unfit = console.machine.unfit.map(|unfit| {
        let reason = console
            .outage
            .as_ref()
            .map(|out| format!(" {}", out.reason))
            .unwrap_or_default();
        view! { <Note icon="high" stop=true>{format!("{}{reason}", why(unfit))}</Note> }.into_any()
    });
    let booked = (console.machine.unfit.is_some() && console.booked > 0).then(|| {
        let words = tell(say::machine_booked(console.booked));
        view! { <Note icon="calendar">{words}</Note> }.into_any()
    });
    let lent = console.lent.as_ref().map(|lent| {
        let words = match lent.holds {
            true => say::machine_lent_to(lent.to.as_str(), Arg::hole(0)),
            false => say::machine_asked_of(lent.to.as_str(), Arg::hole(0)),
        };
        let woven = weave(words, [when(lent.until)]);
        view! { <Note icon="swap">{woven}</Note> }.into_any()
    });
    let alarms = super::alarms::list(console.machine.id, &console.alarms, console.may.answer);
    let (status, tiles, connection) = (
        fit(console.machine.unfit),
        tiles(console.ready, &console.days),
        connection(console),
    );
    let body = view! {
        <div class="cluster">{status}</div>
        {unfit}
        {booked}
        {lent}
        {tiles}
        <div class="pairs">
            <Card title=word(key::HOW_IT_REPORTS) id="reports"><Facts class="card__body">{connection}</Facts></Card>
            {alarms}
        </div>
    };
    Drawn {
        at: console.rendered_at,
        news,
        body: body.into_any(),
    }
}

/// A fact, or nothing where it is not known.
fn known(what: &'static str, value: Option<String>) -> Option<AnyView> {
    value.map(|value| view! { <Known what=what><bdi>{value}</bdi></Known> }.into_any())
}

/// Whether it is heard, in words.
fn is_heard(connection: Connection) -> &'static str {
    word(match connection {
        Connection::Online => key::MACHINE_ONLINE,
        Connection::Silent => key::MACHINE_SILENT,
        Connection::NoNetwork => key::MACHINE_NO_NETWORK,
        Connection::Revoked => key::MACHINE_REVOKED,
        Connection::Never => key::MACHINE_NEVER_HEARD,
    })
}

/// The same as a chip.
pub(super) fn connection_chip(connection: Connection) -> AnyView {
    let words = is_heard(connection);
    match connection {
        Connection::Online => view! { <Chip look="line" icon="check">{words}</Chip> }.into_any(),
        Connection::Silent | Connection::NoNetwork => {
            view! { <Chip look="stale" icon="no-data">{words}</Chip> }.into_any()
        }
        Connection::Revoked => view! { <Chip look="stale" icon="key">{words}</Chip> }.into_any(),
        Connection::Never => view! { <Chip look="line">{words}</Chip> }.into_any(),
    }
}

fn connection(console: &Console) -> AnyView {
    let chip = connection_chip(console.connection);
    let heard = match console.heard_at {
        Some(at) => view! { <Time at=Signal::stored(Some(at)) style=TimeStyle::Seconds/> }.into_any(),
        None => word(key::NEVER).into_any(),
    };
    let says = console.says.map(|says| match says {
        SystemStatus::Normal => word(key::DEVICE_NORMAL),
        SystemStatus::Warning => word(key::WARNING),
        SystemStatus::Danger => word(key::DANGER),
    });
    let ahead = console.days.last().map_or(0, |day| day.ahead_ms);
    let clock = (ahead > 1_000).then(|| tell(say::machine_clock_ahead(figure(f64::from(ahead) / 1_000.0, 1))));
    let waiting = console.waiting.to_string();
    view! {
        <Known what=word(key::MACHINE_CONNECTION)>{chip}</Known>
        <Known what=word(key::HEARD)>{heard}</Known>
        {known(word(key::SAYS), says.map(str::to_owned))}
        <Known what=word(key::WAITING_READINGS)>{waiting}</Known>
        {known(word(key::MACHINE_CLOCK), clock)}
    }
    .into_any()
}

/// What it did in 30 days, with a bar for each day on which it did something.
fn tiles(ready: f64, days: &[DayOf]) -> AnyView {
    let bars = |of: fn(&DayOf) -> f32, says: &str| {
        let values: Vec<f32> = days.iter().map(of).collect();
        view! { <DayBars values=values says=says.to_owned()/> }.into_any()
    };
    let none = || word(key::MACHINE_NO_FIGURES).to_owned();
    let longest = days.iter().map(|day| day.longest_gap).max().unwrap_or_default();
    let slowest = days.iter().map(|day| day.delay_p95_ms).max().unwrap_or_default();
    let run: i32 = days.iter().map(|day| day.minutes_run).sum();
    let decimals = |value: Option<f64>| value.map_or("–".to_owned(), |value| lang::number(fixed(value, 1)));
    let gap_says = match gap_percent(days) {
        Some(_) => tell(say::machine_longest_gap(longest)),
        None => none(),
    };
    let delay_says = match mean_delay(days) {
        Some(_) => tell(say::machine_sooner_than(figure(f64::from(slowest) / 1_000.0, 1))),
        None => none(),
    };
    let run_says = match days.is_empty() {
        true => none(),
        false => tell(say::machine_ran_in_days(hours(f64::from(run) / 60.0))),
    };
    let gaps = bars(|day| day.minutes_gap as f32, &gap_says);
    let delays = bars(
        |day| {
            if day.readings > 0 {
                day.delay_ms as f32 / day.readings as f32
            } else {
                0.0
            }
        },
        &delay_says,
    );
    let alarms = bars(|day| day.alarms as f32, word(key::ALARMS));
    let ran = bars(|day| day.minutes_run as f32, &run_says);
    let (ready, gap, delay, per_hour) = (
        lang::number(fixed(ready, 1)),
        decimals(gap_percent(days)),
        decimals(mean_delay(days)),
        decimals(alarms_per_hour(days)),
    );
    view! {
        <StatTiles>
            <StatTile label=word(key::MACHINE_READY) value=ready unit=word(key::MACHINE_PERCENT_30_DAYS) chart=ran>{run_says.clone()}</StatTile>
            <StatTile label=word(key::MACHINE_MISSING_DATA) value=gap unit=word(key::MACHINE_PERCENT_OF_MINUTES) chart=gaps>{gap_says.clone()}</StatTile>
            <StatTile label=word(key::MACHINE_DELAY) value=delay unit=word(key::MACHINE_SECONDS) chart=delays>{delay_says.clone()}</StatTile>
            <StatTile label=word(key::ALARMS) value=per_hour unit=word(key::MACHINE_PER_HOUR) chart=alarms>{word(key::MACHINE_OF_HOURS_RUN)}</StatTile>
        </StatTiles>
    }
    .into_any()
}

fn plans(plans: Vec<PlanLine>) -> AnyView {
    if plans.is_empty() {
        return view! { <Empty icon="wrench" title=word(key::MACHINE_NO_PLAN) text=word(key::MACHINE_NO_PLAN_TEXT)/> }
            .into_any();
    }
    let rows = plans
        .into_iter()
        .map(|plan| {
            let due = due_words(plan.due_on, plan.due_hours);
            let used = plan.due.used();
            let says = tell(say::machine_used_percent(figure(used * 100.0, 0)));
            view! {
                <tr>
                    <th scope="row"><bdi>{plan.work}</bdi></th>
                    <td data-head=word(key::MACHINE_DUE)>{due}</td>
                    <td data-head=word(key::MACHINE_USED)><Meter part=used as f32 says=says/></td>
                    <td data-head=word(key::STATE)>{near(plan.due.nearness())}</td>
                </tr>
            }
            .into_any()
        })
        .collect_view();
    let heads = [
        word(key::MACHINE_WORK),
        word(key::MACHINE_DUE),
        word(key::MACHINE_USED),
        word(key::STATE),
    ]
    .map(Head::words)
    .to_vec();
    view! { <Table caption=word(key::MACHINE_MAINTENANCE) heads=heads>{rows}</Table> }.into_any()
}

/// What the water of the ward and what is made of it say, a line for each measure.
pub(super) fn water(lines: Vec<WaterNow>) -> AnyView {
    if lines.is_empty() {
        return view! { <Empty icon="drop" title=word(key::WATER_NO_WARD) text=word(key::WATER_NO_WARD_TEXT)/> }
            .into_any();
    }
    let rows = lines
        .into_iter()
        .map(|line| {
            let point = line
                .point
                .clone()
                .map(|point| view! { " · "<bdi>{point}</bdi> }.into_any());
            let (value, at) = match &line.newest {
                Some((value, at, _)) => (with_unit(*value, line.measure.unit()), Some(when(*at))),
                None => (word(key::WATER_NEVER).to_owned(), None),
            };
            let chip = match (&line.newest, line.is_valid) {
                (Some((_, _, Verdict::Failed)), _) => verdict(Verdict::Failed),
                (Some((_, _, says)), true) => verdict(*says),
                _ => view! { <Chip look="stale" icon="no-data">{word(key::WATER_NOT_VALID)}</Chip> }.into_any(),
            };
            view! {
                <tr>
                    <th scope="row">{lang::of_english(line.measure.words())}</th>
                    <td data-head=word(key::WATER_FLUID)>{lang::of_english(line.fluid.words())}</td>
                    <td data-head=word(key::WATER_VALUE)>{value}{point}</td>
                    <td data-head=word(key::WATER_DRAWN)>{at}</td>
                    <td data-head=word(key::STATE)>{chip}</td>
                </tr>
            }
            .into_any()
        })
        .collect_view();
    let heads = [
        word(key::WATER_MEASURE),
        word(key::WATER_FLUID),
        word(key::WATER_VALUE),
        word(key::WATER_DRAWN),
        word(key::STATE),
    ]
    .map(Head::words)
    .to_vec();
    view! { <Table caption=word(key::WATER_OF_DIALYSIS) heads=heads>{rows}</Table> }.into_any()
}

/// A value with the decimals that it has, three at most.
pub(super) fn trimmed(value: f64) -> String {
    let text = fixed(value, 3);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// What a test says, as a chip.
pub(super) fn verdict(says: Verdict) -> AnyView {
    match says {
        Verdict::Passed => view! { <Chip look="ok" icon="check">{word(key::WATER_PASSED)}</Chip> }.into_any(),
        Verdict::Action => view! { <Chip look="medium-soft" icon="medium">{word(key::WATER_ACTION)}</Chip> }.into_any(),
        Verdict::Failed => view! { <Chip look="high-soft" icon="high">{word(key::WATER_FAILED)}</Chip> }.into_any(),
    }
}

/// The last disinfections.
pub(super) fn disinfections(lines: Vec<DisinfectionLine>) -> AnyView {
    if lines.is_empty() {
        return view! { <Empty icon="broom" title=word(key::DISINFECTION_NONE) text=word(key::DISINFECTION_NONE_TEXT)/> }
            .into_any();
    }
    let rows = lines
        .into_iter()
        .map(|line| {
            let result = match line.passed {
                true => view! { <Chip look="ok" icon="check">{word(key::DISINFECTION_PASSED)}</Chip> }.into_any(),
                false => {
                    view! { <Chip look="high-soft" icon="high">{word(key::DISINFECTION_FAILED)}</Chip> }.into_any()
                }
            };
            let degrees = line.temperature.map(|value| with_unit(value, "°C"));
            let note = [degrees, line.note]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(" · ");
            view! {
                <tr>
                    <th scope="row">{when(line.at)}</th>
                    <td data-head=word(key::DISINFECTION_WITH)>{lang::of_english(line.kind.words())}</td>
                    <td data-head=word(key::STATE)>{result}</td>
                    <td data-head=word(key::NOTE)><bdi>{note}</bdi></td>
                    <td data-head=word(key::WHO)><bdi>{line.by}</bdi></td>
                </tr>
            }
            .into_any()
        })
        .collect_view();
    let heads = [
        word(key::TIME),
        word(key::DISINFECTION_WITH),
        word(key::STATE),
        word(key::NOTE),
        word(key::WHO),
    ]
    .map(Head::words)
    .to_vec();
    view! { <Table caption=word(key::MACHINE_DISINFECTION) heads=heads>{rows}</Table> }.into_any()
}

fn papers(machine: Machine) -> AnyView {
    let place = super::place::stands_at(&machine);
    let (run, kind) = (hours(machine.hours), lang::of_english(machine.kind.words()));
    view! {
        <Known what=word(key::MACHINE_KIND)>{kind}</Known>
        {known(word(key::MACHINE_MAKER), machine.maker)}
        <Known what=word(key::MACHINE_MODEL)><bdi>{machine.model}</bdi></Known>
        <Known what=word(key::MACHINE_SERIAL) code=true>{machine.serial}</Known>
        {known(word(key::MACHINE_NUMBER), machine.physical_id)}
        {known(word(key::FIRMWARE), machine.firmware)}
        {known(word(key::PLACE_WARD), machine.ward.map(|(_, name)| name))}
        <Known what=word(key::PLACE_OF_DEVICE)>{place}</Known>
        <Known what=word(key::MACHINE_HOURS_RUN)>{run}</Known>
        {known(word(key::MACHINE_IN_SERVICE_SINCE), machine.installed_on.map(date))}
        {known(word(key::MACHINE_WARRANTY_UNTIL), machine.warranty_until.map(date))}
        {known(word(key::MACHINE_KEPT_FOR), machine.kept_for.map(|agent| lang::of_english(names::agent(agent))))}
        {known(word(key::MACHINE_DISINFECT_HOURS), machine.disinfect_hours.map(|hours| hours.to_string()))}
    }
    .into_any()
}

fn whose(technician: Option<String>, doctors: Vec<String>) -> AnyView {
    let doctors = (!doctors.is_empty()).then(|| doctors.join(word(key::LIST_COMMA)));
    view! {
        {known(word(key::ROLE_TECHNICIAN), technician)}
        {known(word(key::MACHINE_READ_BY), doctors)}
    }
    .into_any()
}

/// Out of service with its reason, or back.
fn service(here: &str, console: &Console) -> AnyView {
    let here = here.to_owned();
    let body = if console.machine.status == "active" {
        let kinds = vec![
            ("no".to_owned(), word(key::MACHINE_FOR_A_WHILE).to_owned()),
            ("yes".to_owned(), word(key::MACHINE_FOR_GOOD).to_owned()),
        ];
        let open = crate::forms::parts::fault("reason").is_some() || crate::forms::parts::fault("back_in").is_some();
        view! {
            <Confirm verb=word(key::MACHINE_TAKE_OUT) open=open>
                <Form class="confirm__form" action=here hidden=vec![("act", "take-out".to_owned())]>
                    <Line name="reason" label=word(key::WHY) most=500/>
                    <Choice name="for_good" label=word(key::MACHINE_FOR_HOW_LONG) hint=word(key::MACHINE_FOR_GOOD_MEANS) answers=kinds/>
                    <Line name="back_in" label=word(key::MACHINE_BACK_IN) hint=word(key::MACHINE_BACK_IN_HINT) inputmode="numeric" optional=true/>
                    <Button look=Look::Inverse class="btn--small">{word(key::MACHINE_TAKE_OUT)}</Button>
                </Form>
            </Confirm>
        }
        .into_any()
    } else {
        let since = console.outage.as_ref().map(|out| {
            let by = out.by.clone();
            view! { <p>{weave(say::machine_out_since(Arg::hole(0), by), [when(out.since)])}</p> }.into_any()
        });
        let expected = console
            .outage
            .as_ref()
            .and_then(|out| out.expected_back)
            .map(|at| view! { <p>{weave(say::machine_expected_back(Arg::hole(0)), [when(at)])}</p> }.into_any());
        view! {
            {since}
            {expected}
            <Form class="form" action=here hidden=vec![("act", "bring-back".to_owned())]>
                <Line name="note" label=word(key::NOTE) hint=word(key::MACHINE_BACK_NOTE_HINT) most=500 optional=true/>
                <Button look=Look::Primary>{word(key::MACHINE_BRING_BACK)}</Button>
            </Form>
        }
        .into_any()
    };
    view! { <Card title=word(key::MACHINE_SERVICE) id="service"><div class="card__body">{body}</div></Card> }.into_any()
}
