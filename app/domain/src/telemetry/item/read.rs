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
/// What is said of a field that we do not know.
const NO_SUCH_FIELD: &str = "There is no such field.";

/// A field of an item.
#[derive(Clone, Copy)]
enum Field {
    Seq,
    TakenAt,
    SystemStatus,
    AlarmCodes,
    Parameter(Parameter),
}

impl Field {
    fn parse(name: &str) -> Option<Self> {
        match name {
            "seq" => Some(Self::Seq),
            "taken_at" => Some(Self::TakenAt),
            "system_status" => Some(Self::SystemStatus),
            "alarm_codes" => Some(Self::AlarmCodes),
            _ => Parameter::parse(name).map(Self::Parameter),
        }
    }

    const fn name(self) -> &'static str {
        match self {
            Self::Seq => "seq",
            Self::TakenAt => "taken_at",
            Self::SystemStatus => "system_status",
            Self::AlarmCodes => "alarm_codes",
            Self::Parameter(parameter) => parameter.name(),
        }
    }

    /// A bit of its own, to see whether it was there before.
    const fn bit(self) -> u32 {
        match self {
            Self::Seq => 1,
            Self::TakenAt => 2,
            Self::SystemStatus => 4,
            Self::AlarmCodes => 8,
            Self::Parameter(parameter) => 16 << parameter as u32,
        }
    }
}

/// The name of a field: known, or kept to be named in a fault.
struct Name(Result<Field, String>);

struct NameVisitor;

impl Visitor<'_> for NameVisitor {
    type Value = Name;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a field")
    }

    fn visit_str<E>(self, name: &str) -> Result<Name, E> {
        Ok(Name(Field::parse(name).ok_or_else(|| shown(name))))
    }
}

impl<'de> Deserialize<'de> for Name {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_identifier(NameVisitor)
    }
}

/// A name that we do not know, as a fault may show it.
fn shown(name: &str) -> String {
    name.chars().filter(|c| !c.is_control()).take(LONGEST_NAME).collect()
}

struct ItemVisitor;

impl<'de> Visitor<'de> for ItemVisitor {
    type Value = Item;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a reading")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Item, A::Error> {
        let (mut item, mut faults) = (Item::default(), Faults::default());
        let (mut seen, mut count) = (0, 0);
        while count < MOST_KEPT
            && let Some(Name(name)) = object.next_key()?
        {
            count += 1;
            match name {
                Ok(field) if seen & field.bit() != 0 => {
                    object.next_value::<IgnoredAny>()?;
                    faults.add(field.name(), "Is given twice.");
                }
                Ok(field) => {
                    seen |= field.bit();
                    faults.take(&mut item, field, object.next_value()?);
                }
                Err(unknown) => {
                    object.next_value::<IgnoredAny>()?;
                    faults.add(&unknown, NO_SUCH_FIELD);
                }
            }
        }
        while object.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        item.faults = faults.0;
        Ok(item)
    }

    fn visit_unit<E>(self) -> Result<Item, E> {
        Ok(no_object())
    }

    fn visit_bool<E>(self, _: bool) -> Result<Item, E> {
        Ok(no_object())
    }

    fn visit_i64<E>(self, _: i64) -> Result<Item, E> {
        Ok(no_object())
    }

    fn visit_u64<E>(self, _: u64) -> Result<Item, E> {
        Ok(no_object())
    }

    fn visit_f64<E>(self, _: f64) -> Result<Item, E> {
        Ok(no_object())
    }

    fn visit_str<E>(self, _: &str) -> Result<Item, E> {
        Ok(no_object())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Item, A::Error> {
        while list.next_element::<IgnoredAny>()?.is_some() {}
        Ok(no_object())
    }
}

fn no_object() -> Item {
    Item {
        faults: vec![Invalid::new("", "A reading is a JSON object.")],
        ..Item::default()
    }
}

impl<'de> Deserialize<'de> for Item {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ItemVisitor)
    }
}

/// Any JSON value, kept as far as an item needs it.
enum Loose {
    Null,
    Truth,
    Whole(i64),
    Number(f64),
    Text(String),
    List(Vec<Self>),
    Object(Vec<(String, Self)>),
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

/// The faults gathered so far.
#[derive(Default)]
struct Faults(Vec<Invalid>);

impl Faults {
    fn add(&mut self, field: &str, reason: &str) {
        if self.0.len() < MOST_FAULTS {
            self.0.push(Invalid::new(field, reason));
        }
    }

    fn take(&mut self, item: &mut Item, field: Field, value: Loose) {
        let name = field.name();
        match field {
            Field::Seq => item.seq = self.whole(name, value),
            Field::TakenAt => item.taken_at = self.text(name, value),
            Field::SystemStatus => item.system_status = self.text(name, value),
            Field::AlarmCodes => item.alarm_codes = self.texts(name, value),
            Field::Parameter(Parameter::Oxygen) => item.oxygen = self.oxygen(value),
            Field::Parameter(Parameter::Consciousness) => item.consciousness = self.text(name, value),
            Field::Parameter(parameter) => item.values.set(parameter, self.number(name, value)),
        }
    }

    fn oxygen(&mut self, value: Loose) -> Option<OxygenItem> {
        let entries = match value {
            Loose::Null => return None,
            Loose::Object(entries) => entries,
            _ => {
                self.add("oxygen", "Must be an object with device, litres_per_min and fio2.");
                return None;
            }
        };
        let mut item = OxygenItem::default();
        let mut seen: Vec<String> = Vec::new();
        for (name, value) in entries {
            let field = format!("oxygen.{}", shown(&name));
            if seen.contains(&name) {
                self.add(&field, "Is given twice.");
                continue;
            }
            match name.as_str() {
                "device" => item.device = self.text(&field, value),
                "litres_per_min" => item.litres_per_min = self.number(&field, value),
                "fio2" => item.fio2 = self.number(&field, value),
                _ => self.add(&field, NO_SUCH_FIELD),
            }
            seen.push(name);
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
