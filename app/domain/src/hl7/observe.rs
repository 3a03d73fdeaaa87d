//! ORU^R01 and ORU^R40 → readings. Each OBX is an observation at a time (its own, OBX-14, or that of its OBR-7); what was measured at one moment is one reading.
//!
//! What is no good value is set aside and never made up: a result that is not there yet or was taken back (OBX-11), one that the device itself doubts (OBX-8, the
//! measurement status of ISO/IEEE 11073-10201 as IHE PCD sends it), one in a unit that we do not know.

use std::collections::{BTreeMap, BTreeSet};

use super::alert::{self, Alert};
use super::answer::{Code, Fault};
use super::syntax::{Message, Segment};
use super::terms::term;
use super::time;
use super::units::Unit;
use crate::invalid::is_printable;
use crate::telemetry::{Item, Parameter};
use crate::time::{Moment, Zone, rfc3339};

/// Observations of one message, at most.
pub const MOST_OBSERVATIONS: usize = 5_000;
/// Moments of one message, at most: as many readings as one body of the JSON door may hold.
const MOST_MOMENTS: usize = 2_000;
/// Codes that one message may add to those that are kept without a place.
const MOST_UNPLACED: usize = 64;
/// The longest code or name that is kept of one.
const LONGEST_NAME: usize = 64;

/// What OBX-11 says of a result that is there (HL7 table 0085); the others are pending, deleted, wrong, or not asked for.
const GOOD_RESULTS: [&str; 10] = ["", "F", "R", "P", "C", "U", "S", "A", "B", "V"];
/// What OBX-8 says of a value that its own device does not vouch for: invalid, questionable, not available, being calibrated, of a test or a demo, no signal.
const DOUBTFUL: [&str; 8] = ["INV", "QUES", "NAV", "CAL", "TEST", "DEMO", "ERR", "OFF"];

/// A code that has no place in a reading: kept and listed for the technician.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Unplaced {
    /// The code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The system that it is of: `MDC`, `LN`.
    pub system: String,
    /// The unit in which it came.
    pub unit: String,
    /// Whether the term is one that we know, and do not keep or do not read in this unit.
    pub known: bool,
}

/// What a message says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Content {
    /// Readings, by time; each is still to be checked.
    pub items: Vec<Item>,
    /// What machines raise and end, in the order of the message.
    pub alerts: Vec<Alert>,
    /// Codes without a place.
    pub unplaced: BTreeSet<Unplaced>,
    /// What could not be read.
    pub faults: Vec<Fault>,
    /// By which names the machine is called: equipment instances first, then the sender.
    pub machines: Vec<String>,
    /// Whether those are of equipment, and not of the sender.
    pub names_equipment: bool,
    /// Observations that were set aside.
    pub aside: usize,
}

/// One number on its way into a reading.
struct Number {
    parameter: Parameter,
    rank: u8,
    value: f64,
    /// The term: substitution before and after the filter are two terms that add up.
    name: &'static str,
}

/// Reads a message; `seq` is the counter that its readings get.
pub fn read(message: &Message<'_>, zone: &Zone, seq: i64) -> Content {
    let mut content = Content::default();
    let mut moments: BTreeMap<Moment, Vec<Number>> = BTreeMap::new();
    let (mut observed, mut of_order) = (0, Ordered::default());
    let mut called = Called::default();
    for segment in message.segments() {
        match segment.name() {
            "OBR" => {
                if let Some(alert) = of_order.alert.finish() {
                    content.alerts.push(alert);
                }
                of_order = Ordered {
                    count: of_order.count + 1,
                    at: time::parse(&segment.part(7, 1), zone),
                    alert: alert::Draft::default(),
                };
            }
            "OBX" => {
                observed += 1;
                if observed > MOST_OBSERVATIONS {
                    let fault = Fault::error(
                        Code::Sequence,
                        "OBX",
                        0,
                        "The message holds too many observations. Send them in parts.",
                    );
                    content.faults.push(fault.at(observed));
                    break;
                }
                called.hear_equipment(&segment);
                observe(&segment, observed, &mut of_order, zone, &mut content, &mut moments);
            }
            "PRT" => called.hear_participant(&segment),
            _ => {}
        }
    }
    if let Some(alert) = of_order.alert.finish() {
        content.alerts.push(alert);
    }
    if observed == 0 {
        content.faults.push(Fault::error(
            Code::Sequence,
            "OBX",
            0,
            "The message holds no observation.",
        ));
    }
    content.names_equipment = !called.equipment.is_empty();
    content.machines = called.names(message);
    content.items = moments
        .into_iter()
        .map(|(at, numbers)| item(at, seq, &numbers))
        .collect();
    content
}

/// What an order says for its observations.
#[derive(Default)]
struct Ordered {
    count: usize,
    at: Option<Moment>,
    alert: alert::Draft,
}

fn observe(
    obx: &Segment<'_>,
    place: usize,
    of_order: &mut Ordered,
    zone: &Zone,
    content: &mut Content,
    moments: &mut BTreeMap<Moment, Vec<Number>>,
) {
    let (code, name, system) = (obx.part(3, 1), obx.part(3, 2), obx.part(3, 3));
    let own = obx.part(14, 1);
    let at = if own.is_empty() {
        of_order.at
    } else {
        time::parse(&own, zone)
    };
    // Containers (a machine, its parts) have neither a type nor a value.
    let is_value = !obx.field(2).trim().is_empty() && !obx.field(5).trim().is_empty();
    if !is_value {
        return;
    }
    if of_order.alert.hear(obx, at) {
        return;
    }
    let doubtful = obx
        .repetitions(8)
        .any(|flag| DOUBTFUL.contains(&obx.component(flag, 1).as_str()));
    if doubtful || !GOOD_RESULTS.contains(&obx.part(11, 1).as_str()) {
        content.aside += 1;
        return;
    }
    if name.starts_with("MDC_ATTR_") {
        return;
    }
    // A term of another system may bear the same number.
    let known = if system.is_empty() || system.starts_with("MDC") {
        term(&code, &name)
    } else {
        None
    };
    let units = [obx.part(6, 2), obx.part(6, 1), obx.part(6, 5), obx.part(6, 4)];
    let Some((known, (parameter, rank))) = known.and_then(|known| Some((known, known.field?))) else {
        return unplaced(content, code, name, system, &units, known.is_some());
    };
    let Some(value) = number(&obx.part(5, 1)).filter(|_| obx.field(2).trim() == "NM") else {
        let says = "This observation is a number: send it as NM, such as 14.1.";
        return content
            .faults
            .push(Fault::error(Code::DataType, "OBX", 5, says).at(place));
    };
    let Some(at) = at else {
        let says = "Say when this was observed, in OBX-14 or in OBR-7, to the second and with an offset.";
        return content
            .faults
            .push(Fault::error(Code::Required, "OBX", 14, says).at(place));
    };
    let unit = Unit::read(units.iter().map(String::as_str).filter(|unit| !unit.is_empty()));
    let without = parameter.unit().is_empty() && units.iter().all(String::is_empty);
    let unit = unit.or(without.then_some(Unit::One));
    let Some(value) = unit.and_then(|unit| unit.into(parameter, value)) else {
        let says = "The unit is not one that this observation is read in. It is listed for the hospital's technician.";
        content
            .faults
            .push(Fault::error(Code::TableValue, "OBX", 6, says).at(place));
        return unplaced(content, code, name, system, &units, true);
    };
    if moments.len() >= MOST_MOMENTS && !moments.contains_key(&at) {
        let says = "The message holds more moments than one may. Send it in parts.";
        return content
            .faults
            .push(Fault::error(Code::Sequence, "OBX", 14, says).at(place));
    }
    moments.entry(at).or_default().push(Number {
        parameter,
        rank,
        value,
        name: known.name,
    });
}

/// The data type NM: a sign, digits, a point. What a computer language also calls a number (`1e5`, `NaN`) is none.
fn number(text: &str) -> Option<f64> {
    let plain = text
        .bytes()
        .all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-' | b'+'));
    let short = text.len() <= 24;
    (plain && short).then(|| text.parse::<f64>().ok()).flatten()
}

fn unplaced(content: &mut Content, code: String, name: String, system: String, units: &[String], known: bool) {
    if content.unplaced.len() >= MOST_UNPLACED {
        return;
    }
    let unit = units.iter().find(|unit| !unit.is_empty()).cloned().unwrap_or_default();
    let [code, name, system, unit] = [code, name, system, unit].map(shown);
    if code.is_empty() && name.is_empty() {
        return;
    }
    content.unplaced.insert(Unplaced {
        code,
        name,
        system,
        unit,
        known,
    });
}

/// A name as it may be kept and shown.
pub(super) fn shown(text: String) -> String {
    let seen = text.chars().filter(|sign| is_printable(sign.encode_utf8(&mut [0; 4])));
    seen.take(LONGEST_NAME).collect()
}

/// The reading of one moment.
fn item(at: Moment, seq: i64, numbers: &[Number]) -> Item {
    let mut item = Item {
        seq: Some(seq),
        taken_at: Some(rfc3339(at)),
        ..Item::default()
    };
    for parameter in Parameter::ALL {
        let here = || numbers.iter().filter(|number| number.parameter == parameter);
        let Some(best) = here().min_by_key(|number| number.rank) else {
            continue;
        };
        let value = match parameter {
            Parameter::SubstitutionRate | Parameter::SubstitutionVolume => {
                // Before and after the filter, each once.
                let mut parts: BTreeMap<&str, f64> = BTreeMap::new();
                for number in here() {
                    parts.entry(number.name).or_insert(number.value);
                }
                parts.values().sum()
            }
            _ => best.value,
        };
        item.values.set(parameter, Some(value as f32));
    }
    item
}

/// By which names the machine is called.
#[derive(Default)]
struct Called {
    equipment: Vec<String>,
}

impl Called {
    /// As many names of one message are compared.
    const MOST: usize = 16;

    /// OBX-18, the equipment instance: its id, and the id of its maker.
    fn hear_equipment(&mut self, obx: &Segment<'_>) {
        for repetition in obx.repetitions(18) {
            for component in [1, 3] {
                self.hear(obx.component(repetition, component));
            }
        }
    }

    /// PRT-10, the device that takes part (HL7 2.7 and later).
    fn hear_participant(&mut self, prt: &Segment<'_>) {
        for component in [1, 3] {
            self.hear(prt.part(10, component));
        }
    }

    fn hear(&mut self, name: String) {
        if !name.is_empty() && self.equipment.len() < Self::MOST && !self.equipment.contains(&name) {
            self.equipment.push(shown(name));
        }
    }

    /// What the observations name; where they name nothing, the sender (MSH-4 and MSH-3) speaks for itself.
    fn names(self, message: &Message<'_>) -> Vec<String> {
        if !self.equipment.is_empty() {
            return self.equipment;
        }
        let msh = message.header();
        let names = [(4, 1), (4, 2), (3, 1), (3, 2)].map(|(field, component)| shown(msh.part(field, component)));
        names.into_iter().filter(|name| !name.is_empty()).collect()
    }
}
