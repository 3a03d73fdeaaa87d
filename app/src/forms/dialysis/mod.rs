//! How somebody is dialysed, from the prescription to the signature.
//!
//! | file | page |
//! | --- | --- |
//! | `overview.rs` | one patient: prescription, dry weight, access, sessions, trends, adequacy |
//! | `sessions.rs` | its list of sessions |
//! | `prescription.rs` | revising the prescription and the dry weight, and what held before |
//! | `adequacy.rs` | how well the blood was cleaned, on both |
//! | `patterns.rs` | what recurs over the last sessions |
//! | `access.rs` | the access to the blood, what was found of it, and what others must not get |
//! | `chair.rs` | one session at the chair: `before.rs`, `running.rs`, `after.rs` are its steps, `notes.rs` what is written meanwhile |
//! | `observe.rs` | the form of a reading, with what the machine shows |
//! | `replan.rs` | another goal or another machine while it runs |
//! | `checks.rs` | what is done of a session, and what is due |
//! | `continuous.rs` | what a machine does that runs around the clock, of one patient and of all |
//! | `folds.rs` | which of its cards are folded while blood runs |
//! | `delivered.rs` | what is delivered beside what is prescribed, and what the machine tells of the blood |
//! | `signs.rs` | pulse, oxygen and the early warning score beside the session |
//! | `circuit.rs`, `bounds.rs` | the pressures of the circuit, and the limits that judge what is measured now |
//! | `urea.rs` | urea before and after, whose answer comes later, and of which sessions it is wanted |
//! | `amendments.rs` | what was wrong in a signed session |
//! | `raised.rs` | alarms of a session that is over, for who signs |
//! | `course.rs` | the pressures and the blood volume since the start, and what is known of a fall of the pressure |
//! | `forecast.rs` | how good the forecast of a fall is, the switch, and what stands at the chair |
//! | `log.rs` | what happened in a session, a sentence each, for the chair and the hand-over |
//! | `hand_over.rs` | the hand-over of a session, on paper |
//! | `unit.rs` | the chairs of a ward today, by who needs somebody first |
//! | `lots.rs` | who was treated with a lot |
//! | `updates.rs` | what technicians noted of a patient at the machine |
//! | `names.rs` | what the things of `domain::dialysis` are called |
//!
//! # Adding a form
//! [`In`] says which form of the page it is (its hidden `act`), so that what came back stands where it was typed; its arm in `server/src/forms/dialysis`.

pub mod access;
mod adequacy;
mod after;
mod amendments;
mod before;
mod bounds;
pub mod chair;
mod checks;
mod circuit;
pub mod continuous;
mod course;
mod delivered;
mod folds;
pub mod forecast;
pub mod hand_over;
mod log;
pub mod lots;
pub mod names;
mod notes;
mod observe;
pub mod overview;
mod patterns;
pub mod prescription;
mod raised;
mod replan;
pub mod running;
mod sessions;
mod signs;
pub mod unit;
pub mod updates;
mod urea;

use domain::dialysis::beside::CONFIRMED;
use domain::dialysis::quantities::{Kilograms, Millilitres, Minutes, Urea};
use domain::numbers::fixed;
use domain::time::Moment;
use domain::units::{Quantity, Unit};
use hospital::dialysis::written::By;
use leptos::prelude::*;
use ui::lang::{self, Key, key, say, tell, word};
use ui::time::{write, zone_here};
use ui::{
    Card, Checkbox, Checkboxes, Confirm, Facts, FoldedCard, Form, Known, Question, RadioGroup, StatTile, Time,
    TimeStyle, measured,
};

use crate::forms::parts::{self, Choice, ClockTime, Line, Of};

/// Which form of a page this is: its hidden `act` tells them apart.
#[derive(Clone, Copy)]
pub(super) struct In(pub &'static str);

impl In {
    pub(super) fn of(self) -> Of {
        Of("act", self.0.to_owned())
    }

    /// What stands hidden in it.
    pub fn hidden(self) -> Vec<(&'static str, String)> {
        vec![("act", self.0.to_owned())]
    }

    /// A question in one line that may stay empty, as most at a chair may.
    pub fn maybe(self, name: &'static str, label: &str, value: impl Into<String>) -> AnyView {
        let (label, value) = (label.to_owned(), value.into());
        view! { <Line name=name label=label value=value open=true of=self.of()/> }.into_any()
    }

    /// The same for a number with its unit, on the keyboard of numbers.
    pub fn number(self, name: &'static str, label: &str, unit: &str, value: impl Into<String>) -> AnyView {
        self.number_told(name, label, unit, value, String::new())
    }

    /// The same with what helps to answer.
    pub fn number_told(
        self,
        name: &'static str,
        label: &str,
        unit: &str,
        value: impl Into<String>,
        hint: String,
    ) -> AnyView {
        let label = if unit.is_empty() {
            label.to_owned()
        } else {
            parts::in_unit(label, unit)
        };
        let value = value.into();
        view! { <Line name=name label=label value=value hint=hint open=true inputmode="decimal" of=self.of()/> }
            .into_any()
    }

    /// The unit in which it asks for a number.
    pub fn unit(self, quantity: Quantity) -> Unit {
        unit_in(&self.of(), quantity)
    }

    /// What stands hidden in it, with the units of its numbers: each is read in the unit that stood beside it.
    pub fn hidden_with(self, quantities: &[Quantity]) -> Vec<(&'static str, String)> {
        let units = quantities
            .iter()
            .map(|it| (it.field(), self.unit(*it).name().to_owned()));
        self.hidden().into_iter().chain(units).collect()
    }

    /// A number that people read in more than one unit, as it is stored; its form has [`In::hidden_with`].
    pub fn measure(self, name: &'static str, label: &str, quantity: Quantity, stored: Option<f64>) -> AnyView {
        let unit = self.unit(quantity);
        let value = stored.map(|it| fixed(unit.of_stored(it), unit.decimals()));
        self.number(name, label, unit.sign(), value.unwrap_or_default())
    }

    /// A weight, and where it is far from what is known, the question whether it is right.
    pub fn weight(self, name: &'static str, label: &str, stored: Option<f64>) -> AnyView {
        view! { {self.measure(name, label, Quantity::Weight, stored)} {confirm_weight(&self.of(), name, self.unit(Quantity::Weight))} }
            .into_any()
    }

    /// The time of the clock at which it was, where that was earlier than it is written.
    pub fn earlier(self) -> AnyView {
        let label = word(key::HD_TIME_IF_EARLIER);
        view! { <ClockTime name="at" label=label of=self.of()/> }.into_any()
    }

    /// A day.
    pub fn day(self, name: &'static str, label: &str) -> AnyView {
        let label = label.to_owned();
        view! { <Line name=name label=label kind="date" open=true of=self.of()/> }.into_any()
    }

    /// A day as far as it is known.
    pub fn dated(self, name: &'static str, label: &str) -> AnyView {
        let label = label.to_owned();
        view! { <Line name=name label=label hint=word(key::DATED_HINT) open=true of=self.of()/> }.into_any()
    }

    /// One of a list.
    pub fn choice(self, name: &'static str, label: &str, answers: Vec<(String, String)>, value: &str) -> AnyView {
        let (label, value) = (label.to_owned(), value.to_owned());
        view! { <Choice name=name label=label answers=answers value=value of=self.of()/> }.into_any()
    }

    /// Yes or no; neither at first, unless `value` says so.
    pub fn answer(self, name: &'static str, label: &str, value: Option<bool>) -> AnyView {
        let came_back = self.of().came_back();
        let typed = came_back.then(|| parts::typed(name)).flatten();
        let chosen = typed
            .or(value.map(|yes| if yes { "yes" } else { "no" }.to_owned()))
            .unwrap_or_default();
        let id = if came_back {
            name.to_owned()
        } else {
            format!("{name}-{}", self.0)
        };
        let question = Question::new(name, label)
            .id(id)
            .error(came_back.then(|| parts::fault(name)).flatten())
            .open();
        let choices = vec![
            ui::Choice::new("yes", word(key::YES)),
            ui::Choice::new("no", word(key::NO)),
        ];
        view! { <RadioGroup question=question choices=choices chosen=chosen across=true/> }.into_any()
    }

    /// Any number of a list.
    pub fn boxes(self, name: &'static str, label: &str, all: Vec<(&'static str, String)>, ticked: &[&str]) -> AnyView {
        self.boxes_told(name, label, all, ticked, "")
    }

    /// The same with what helps to answer.
    pub fn boxes_told(
        self,
        name: &'static str,
        label: &str,
        all: Vec<(&'static str, String)>,
        ticked: &[&str],
        hint: &str,
    ) -> AnyView {
        let came_back = self.of().came_back();
        let typed: Option<Vec<String>> = came_back.then(|| {
            parts::typed(name)
                .unwrap_or_default()
                .split([',', ' '])
                .map(str::to_owned)
                .collect()
        });
        let id = if came_back {
            name.to_owned()
        } else {
            format!("{name}-{}", self.0)
        };
        let question = Question::new(name, label)
            .id(id)
            .hint(hint)
            .error(came_back.then(|| parts::fault(name)).flatten())
            .open();
        let boxes = all
            .into_iter()
            .map(|(value, words)| {
                let checked = match &typed {
                    Some(typed) => typed.iter().any(|it| it == value),
                    None => ticked.contains(&value),
                };
                view! { <Checkbox name=name value=value checked=checked>{words}</Checkbox> }.into_any()
            })
            .collect_view();
        view! { <Checkboxes question=question>{boxes}</Checkboxes> }.into_any()
    }
}

/// The unit in which a form asks for a number: that of who reads; in a form that came back the one in which the number was typed, also when they read in another by now.
pub(super) fn unit_in(of: &Of, quantity: Quantity) -> Unit {
    let sent = of.came_back().then(|| parts::typed(quantity.field())).flatten();
    let sent = sent.and_then(|name| Unit::parse(&name));
    sent.filter(|unit| unit.quantity() == quantity)
        .unwrap_or_else(|| measured::units().of(quantity))
}

/// Whether the weight in `name` is right, where the form came back with that question: ticked, it is sent as it was typed, and not asked about again.
pub(super) fn confirm_weight(of: &Of, name: &str, unit: Unit) -> Option<AnyView> {
    if !of.came_back() {
        return None;
    }
    let typed = parts::typed(name)?.trim().to_owned();
    // Who has said so is not asked again when something else is at fault.
    let is_sure = !typed.is_empty() && parts::typed(CONFIRMED).is_some_and(|sure| sure.trim() == typed);
    let asked = parts::fault(CONFIRMED);
    if asked.is_none() && !is_sure {
        return None;
    }
    let words = tell(say::hd_weight_is_right(lang::number(format!(
        "{typed}\u{a0}{}",
        unit.sign()
    ))));
    let question = Question::new(CONFIRMED, word(key::HD_IS_IT_RIGHT)).error(asked).open();
    Some(
        view! { <Checkboxes question=question><Checkbox name=CONFIRMED value=typed checked=is_sure>{words}</Checkbox></Checkboxes> }
            .into_any(),
    )
}

/// The answers of a choice out of a list of the domain, in its order; with a first one of no value.
pub(super) fn answers<T: Copy>(
    all: &[T],
    name: fn(T) -> &'static str,
    words: fn(T) -> &'static str,
    first: Option<&str>,
) -> Vec<(String, String)> {
    let first = first.map(|first| (String::new(), first.to_owned()));
    first
        .into_iter()
        .chain(
            all.iter()
                .map(|it| (name(*it).to_owned(), lang::of_english(words(*it)))),
        )
        .collect()
}

/// The same, beginning with "Choose".
pub(super) fn to_choose<T: Copy>(
    all: &[T],
    name: fn(T) -> &'static str,
    words: fn(T) -> &'static str,
) -> Vec<(String, String)> {
    parts::choose(answers(all, name, words, None))
}

/// The same for boxes.
pub(super) fn boxes<T: Copy>(
    all: &[T],
    name: fn(T) -> &'static str,
    words: fn(T) -> &'static str,
) -> Vec<(&'static str, String)> {
    all.iter().map(|it| (name(*it), lang::of_english(words(*it)))).collect()
}

/// A weight in the unit of who reads.
pub(super) fn weight(kg: Kilograms) -> String {
    lang::ltr(lang::number(measured::units().weight.write(kg.0)))
}

/// A temperature of the body in the unit of who reads.
pub(super) fn temperature(celsius: f64) -> String {
    lang::ltr(lang::number(measured::units().temperature.write(celsius)))
}

/// A volume in litres: `2.40 L`.
pub(super) fn litres(volume: Millilitres) -> String {
    lang::ltr(lang::number(format!("{}\u{a0}L", fixed(volume.litres(), 2))))
}

/// The time of the clock at a moment.
pub(super) fn clock(at: Moment) -> AnyView {
    view! { <Time at=Signal::stored(Some(at)) style=TimeStyle::Clock/> }.into_any()
}

/// A figure with its unit.
pub(super) fn figure(value: f64, decimals: usize, unit: &str) -> String {
    let value = fixed(value, decimals);
    // Two units are words, and written otherwise in each language.
    lang::number(match unit {
        // Its minus is no dash behind it.
        "" if value.starts_with(['-', '−']) => lang::ltr(value),
        "" => value,
        "min" => tell(say::age_minutes(value)),
        "IU" => tell(say::hd_units(value)),
        "IU/h" => tell(say::hd_units_an_hour(value)),
        unit => lang::ltr(format!("{value}\u{a0}{unit}")),
    })
}

/// The head of a column of bare numbers: `Blood flow (mL/min)`.
pub(super) fn in_unit(what: Key, unit: &str) -> String {
    parts::in_unit(word(what), unit)
}

/// A figure that may be below nothing, with its unit: its sign is a minus and no hyphen.
pub(super) fn signed(value: f64, decimals: usize, unit: &str) -> String {
    figure(value, decimals, unit).replace('-', "−")
}

/// Urea with its unit.
pub(super) fn urea(value: Urea) -> String {
    lang::ltr(lang::number(value.write()))
}

/// Hours and minutes: `2 h 14`.
pub(super) fn hours(time: Minutes) -> String {
    let (hours, minutes) = time.clock();
    tell(say::age_hours_minutes(i64::from(hours), format!("{minutes:02}")))
}

/// A form of one of these pages. What stands in it is drawn before: the children of a part outlive what a page borrows.
pub(super) fn sent(
    class: &'static str,
    action: impl Into<String>,
    hidden: Vec<(&'static str, String)>,
    body: AnyView,
) -> AnyView {
    let action: String = action.into();
    view! { <Form class=class action=action hidden=hidden>{body}</Form> }.into_any()
}

/// An act that opens what it asks for first.
pub(super) fn asked(verb: &'static str, open: bool, body: AnyView) -> AnyView {
    view! { <Confirm verb=verb open=open>{body}</Confirm> }.into_any()
}

/// A card; at a chair while blood runs some are folded (`folds.rs`).
pub(super) fn card(
    title: impl Into<String>,
    id: &'static str,
    note: String,
    tools: Option<AnyView>,
    body: AnyView,
) -> AnyView {
    let title: String = title.into();
    if let Some(open) = folds::of(id).filter(|_| tools.is_none()) {
        return view! { <FoldedCard title=title id=id note=note open=open>{body}</FoldedCard> }.into_any();
    }
    let tools = tools.unwrap_or_else(|| ().into_any());
    view! { <Card title=title id=id note=note tools=tools>{body}</Card> }.into_any()
}

/// A list of what is known.
pub(super) fn facts(body: AnyView) -> AnyView {
    view! { <Facts>{body}</Facts> }.into_any()
}

/// One thing that is known.
pub(super) fn known(what: impl Into<String>, body: AnyView) -> AnyView {
    let what: String = what.into();
    view! { <Known what=what>{body}</Known> }.into_any()
}

/// One figure with what is said of it.
pub(super) fn tile(
    label: impl Into<String>,
    value: impl Into<String>,
    unit: impl Into<String>,
    chart: Option<AnyView>,
    says: AnyView,
) -> AnyView {
    tile_of(label, value, unit, chart, says, false)
}

/// The same where a figure may be of earlier: whatever measures it is not heard, and it is grey.
pub(super) fn tile_of(
    label: impl Into<String>,
    value: impl Into<String>,
    unit: impl Into<String>,
    chart: Option<AnyView>,
    says: AnyView,
    old: bool,
) -> AnyView {
    let (label, value, unit): (String, String, String) = (label.into(), value.into(), unit.into());
    match chart {
        Some(chart) => {
            view! { <StatTile label=label value=value unit=unit chart=chart old=old>{says}</StatTile> }.into_any()
        }
        None => view! { <StatTile label=label value=value unit=unit old=old>{says}</StatTile> }.into_any(),
    }
}

/// Who, and when; and when it was written, where that was later.
pub(super) fn by(by: &By) -> AnyView {
    let later = later(by).map(|words| view! { " "<span class="quiet">{words}</span> }.into_any());
    view! { {written(by.at, by.name.clone())}{later} }.into_any()
}

/// "written 14:20", where that was later than it happened.
pub(super) fn later(by: &By) -> Option<String> {
    let at = by.written?;
    Some(tell(say::hd_written_later(write(&zone_here(), at, TimeStyle::Clock))))
}

/// When, and by whom.
pub(super) fn written(at: Moment, name: Option<String>) -> AnyView {
    let name = name.unwrap_or_else(|| word(key::SOMEBODY_OF_ANOTHER_HOSPITAL).to_owned());
    view! { <Time at=Signal::stored(Some(at)) style=TimeStyle::DateClock/>" · "{name} }.into_any()
}

/// A pressure: `148/82`.
pub(super) fn pressure(it: domain::dialysis::before::Pressure) -> String {
    let (systolic, diastolic) = (fixed(it.systolic.0, 0), fixed(it.diastolic.0, 0));
    lang::ltr(format!("{systolic}/{diastolic}\u{a0}mmHg"))
}
