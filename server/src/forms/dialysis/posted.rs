//! What a form of these pages posts: any number of fields, a name several times for boxes. Which form it is says the hidden `act`.

use std::collections::BTreeMap;

use domain::dialysis::beside::{Beside, CONFIRMED, Number};
use domain::units::Quantity;
use serde::de::DeserializeOwned;
use uuid::Uuid;

/// The fields by name; of a name that came several times the values with commas between.
#[derive(Clone, Debug, Default)]
pub(super) struct Posted(BTreeMap<String, String>);

impl From<Vec<(String, String)>> for Posted {
    fn from(pairs: Vec<(String, String)>) -> Self {
        let mut fields: BTreeMap<String, String> = BTreeMap::new();
        for (name, value) in pairs {
            fields
                .entry(name)
                .and_modify(|known| {
                    known.push(',');
                    known.push_str(&value);
                })
                .or_insert(value);
        }
        Self(fields)
    }
}

impl Posted {
    /// What stands in a field; nothing for one that did not come.
    pub fn of(&self, name: &str) -> &str {
        self.0.get(name).map_or("", String::as_str)
    }

    /// What a field names by its id; what is none is the id of nothing.
    pub fn id(&self, name: &str) -> Uuid {
        Uuid::parse_str(self.of(name)).unwrap_or_default()
    }

    /// What the line was that the writer saw; none when nothing stood there.
    pub fn seen(&self) -> Option<Uuid> {
        Some(self.id("seen")).filter(|seen| !seen.is_nil())
    }

    /// What came hidden beside these numbers: the unit of each, and the weight that was confirmed.
    pub fn beside(&self, numbers: &[(&str, Quantity)]) -> Beside {
        let numbers = numbers.iter().map(|(field, quantity)| Number {
            field,
            quantity: *quantity,
            typed: self.of(field),
            unit: self.of(quantity.field()),
        });
        Beside::of(numbers, self.of(CONFIRMED))
    }

    /// As the rules read it: fields that did not come are empty.
    pub fn typed<T: DeserializeOwned + Default>(&self) -> T {
        let fields = self
            .0
            .iter()
            .map(|(name, value)| (name.clone(), serde_json::Value::String(value.clone())));
        serde_json::from_value(serde_json::Value::Object(fields.collect())).unwrap_or_default()
    }

    /// Everything, for a form that comes back.
    pub fn kept(&self) -> Vec<(&str, String)> {
        self.0
            .iter()
            .map(|(name, value)| (name.as_str(), value.clone()))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::dialysis::prescription::Typed;

    #[test]
    fn boxes_of_one_name_are_read_as_one_list_and_what_did_not_come_is_empty() {
        let pairs = [
            ("days", "mon"),
            ("days", "wed"),
            ("minutes", "240"),
            ("act", "prescribe"),
        ];
        let posted = Posted::from(pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec());
        let typed: Typed = posted.typed();
        assert_eq!(
            (typed.days.as_str(), typed.minutes.as_str(), typed.sodium.as_str()),
            ("mon,wed", "240", "")
        );
        assert_eq!(posted.id("act"), Uuid::nil());
    }
}
