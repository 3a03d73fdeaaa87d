//! How an [`Item`] is read: any JSON value is taken ([`Loose`]), and what does not fit becomes a fault of its field.

use std::fmt;

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::{Item, OxygenItem};
use crate::invalid::Invalid;
use crate::telemetry::Parameter;

/// Elements kept of a list or of an object: more than any right one has, so that a wrong one costs little.
const MOST_KEPT: usize = 64;
/// Faults kept of one item; more would only help who wants a large answer.
const MOST_FAULTS: usize = 32;
/// Characters kept of a field name that we do not know.
const LONGEST_NAME: usize = 64;

/// Any JSON value, kept as far as an item needs it.
enum Loose {
    Null,
    Truth,
    Whole(i64),
    Number(f64),
    Text(String),
    List(Vec<Self>),
    Object(Vec<(Name, Self)>),
}

/// The name of a field: known, or kept to be named in a fault.
enum Name {
    Known(&'static str),
    Unknown(String),
}

/// Every field, in an item or under `oxygen`, that is not a [`Parameter`].
const FIELDS: [&str; 7] = [
    "seq",
    "taken_at",
    "system_status",
    "alarm_codes",
    "device",
    "litres_per_min",
    "fio2",
];

struct NameVisitor;

impl Visitor<'_> for NameVisitor {
    type Value = Name;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a field")
    }

    fn visit_str<E>(self, name: &str) -> Result<Name, E> {
        let known = FIELDS
            .into_iter()
            .find(|field| *field == name)
            .or_else(|| Parameter::parse(name).map(Parameter::name));
        let shown = || name.chars().filter(|c| !c.is_control()).take(LONGEST_NAME).collect();
        Ok(known.map_or_else(|| Name::Unknown(shown()), Name::Known))
    }
}

impl<'de> Deserialize<'de> for Name {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_identifier(NameVisitor)
    }
}

struct LooseVisitor;

impl<'de> Visitor<'de> for LooseVisitor {
    type Value = Loose;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Loose, E> {
        Ok(Loose::Null)
    }

    fn visit_bool<E>(self, _: bool) -> Result<Loose, E> {
        Ok(Loose::Truth)
    }

    fn visit_i64<E>(self, value: i64) -> Result<Loose, E> {
        Ok(Loose::Whole(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Loose, E> {
        Ok(i64::try_from(value).map_or(Loose::Number(value as f64), Loose::Whole))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Loose, E> {
        Ok(Loose::Number(value))
    }

    fn visit_str<E>(self, value: &str) -> Result<Loose, E> {
        Ok(Loose::Text(value.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Loose, A::Error> {
        let mut kept = Vec::new();
        while kept.len() < MOST_KEPT
            && let Some(element) = list.next_element()?
        {
            kept.push(element);
        }
        while list.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Loose::List(kept))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Loose, A::Error> {
        let mut kept = Vec::new();
        while kept.len() < MOST_KEPT
            && let Some(entry) = object.next_entry()?
        {
            kept.push(entry);
        }
        while object.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Loose::Object(kept))
    }
}

impl<'de> Deserialize<'de> for Loose {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(LooseVisitor)
    }
}

impl<'de> Deserialize<'de> for Item {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (mut item, mut faults) = (Self::default(), Faults::default());
        match Loose::deserialize(deserializer)? {
            Loose::Object(entries) => faults.each("", entries, |faults, name, value| {
                take_field(&mut item, faults, name, value)
            }),
            _ => faults.add("", "A reading is a JSON object."),
        }
        item.faults = faults.0;
        Ok(item)
    }
}

/// Takes one field of an item; false when an item has no such field.
fn take_field(item: &mut Item, faults: &mut Faults, name: &'static str, value: Loose) -> bool {
    match (name, Parameter::parse(name)) {
        ("seq", _) => item.seq = faults.whole(name, value),
        ("taken_at", _) => item.taken_at = faults.text(name, value),
        ("system_status", _) => item.system_status = faults.text(name, value),
        ("alarm_codes", _) => item.alarm_codes = faults.texts(name, value),
        (_, Some(Parameter::Oxygen)) => item.oxygen = faults.oxygen(value),
        (_, Some(Parameter::Consciousness)) => item.consciousness = faults.text(name, value),
        (_, Some(parameter)) => item.values.set(parameter, faults.number(name, value)),
        _ => return false,
    }
    true
}

/// The faults gathered so far.
#[derive(Default)]
struct Faults(Vec<Invalid>);

impl Faults {
    fn add(&mut self, field: &str, reason: &str) {
        if self.0.len() < MOST_FAULTS {
            self.0.push(Invalid::new(field, reason));
        }
    }

    /// Gives every field of an object to `take`, which answers whether it knows it.
    fn each(
        &mut self,
        prefix: &str,
        entries: Vec<(Name, Loose)>,
        mut take: impl FnMut(&mut Self, &'static str, Loose) -> bool,
    ) {
        let mut seen: Vec<&'static str> = Vec::with_capacity(entries.len());
        for (name, value) in entries {
            let unknown = match name {
                Name::Known(name) if seen.contains(&name) => {
                    self.add(&format!("{prefix}{name}"), "Is given twice.");
                    continue;
                }
                Name::Known(name) => {
                    seen.push(name);
                    if take(self, name, value) {
                        continue;
                    }
                    name.to_owned()
                }
                Name::Unknown(name) => name,
            };
            self.add(&format!("{prefix}{unknown}"), "There is no such field.");
        }
    }

    fn oxygen(&mut self, value: Loose) -> Option<OxygenItem> {
        let mut item = OxygenItem::default();
        match value {
            Loose::Null => return None,
            Loose::Object(entries) => self.each("oxygen.", entries, |faults, name, value| {
                match name {
                    "device" => item.device = faults.text("oxygen.device", value),
                    "litres_per_min" => item.litres_per_min = faults.number("oxygen.litres_per_min", value),
                    "fio2" => item.fio2 = faults.number("oxygen.fio2", value),
                    _ => return false,
                }
                true
            }),
            _ => {
                self.add("oxygen", "Must be an object with device, litres_per_min and fio2.");
                return None;
            }
        }
        Some(item)
    }

    fn number(&mut self, field: &str, value: Loose) -> Option<f32> {
        match value {
            Loose::Null => return None,
            Loose::Whole(value) => return Some(value as f32),
            Loose::Number(value) => return Some(value as f32),
            _ => self.add(field, "Must be a number."),
        }
        None
    }

    fn whole(&mut self, field: &str, value: Loose) -> Option<i64> {
        match value {
            Loose::Null => return None,
            Loose::Whole(value) => return Some(value),
            _ => self.add(field, "Must be a whole number, 0 or more."),
        }
        None
    }

    fn text(&mut self, field: &str, value: Loose) -> Option<String> {
        match value {
            Loose::Null => return None,
            Loose::Text(value) => return Some(value),
            _ => self.add(field, "Must be text."),
        }
        None
    }

    fn texts(&mut self, field: &str, value: Loose) -> Option<Vec<String>> {
        let text = |element| {
            if let Loose::Text(text) = element {
                Some(text)
            } else {
                None
            }
        };
        let texts = match value {
            Loose::Null => return None,
            Loose::List(list) => list.into_iter().map(text).collect(),
            _ => None,
        };
        if texts.is_none() {
            self.add(field, "Must be a list of texts.");
        }
        texts
    }
}
