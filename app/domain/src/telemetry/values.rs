//! [`Values`]: the numbers of one reading.

use std::fmt;

use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{NUMERIC, Parameter};

/// The numbers of one reading, one place per numeric [`Parameter`].
///
/// In text (JSON) it is an object of the numbers that are there, under [`Parameter::name`]; in binary (postcard) it is the plain places.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Values(pub [Option<f32>; NUMERIC]);

impl Values {
    /// The value of a numeric parameter; `None` when not measured or not numeric.
    #[inline]
    pub fn get(&self, parameter: Parameter) -> Option<f32> {
        self.0.get(parameter as usize).copied().flatten()
    }

    /// Puts a value; a parameter that is not numeric is ignored.
    #[inline]
    pub fn set(&mut self, parameter: Parameter, value: Option<f32>) {
        if let Some(place) = self.0.get_mut(parameter as usize) {
            *place = value;
        }
    }

    /// The numbers that are there, in the order of [`Parameter`].
    pub fn iter(&self) -> impl Iterator<Item = (Parameter, f32)> {
        Parameter::ALL
            .into_iter()
            .filter_map(|parameter| Some((parameter, self.get(parameter)?)))
    }
}

impl Serialize for Values {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            serializer.collect_map(self.iter().map(|(parameter, value)| (parameter.name(), value)))
        } else {
            self.0.serialize(serializer)
        }
    }
}

impl<'de> Deserialize<'de> for Values {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if deserializer.is_human_readable() {
            deserializer.deserialize_map(ByName)
        } else {
            <[Option<f32>; NUMERIC]>::deserialize(deserializer).map(Self)
        }
    }
}

struct ByName;

impl<'de> Visitor<'de> for ByName {
    type Value = Values;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object of numbers by parameter")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Values, A::Error> {
        let mut values = Values::default();
        while let Some((parameter, value)) = map.next_entry::<Parameter, f32>()? {
            values.set(parameter, Some(value));
        }
        Ok(values)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn example() -> Values {
        let mut values = Values::default();
        values.set(Parameter::HeartRate, Some(72.0));
        values.set(Parameter::TotalVolume, Some(45.25));
        values.set(Parameter::Oxygen, Some(1.0));
        values
    }

    #[test]
    fn in_json_numbers_stand_under_their_names() {
        let text = serde_json::to_string(&example()).unwrap();
        assert_eq!(text, r#"{"heart_rate":72.0,"total_volume":45.25}"#);
        assert_eq!(serde_json::from_str::<Values>(&text).unwrap(), example());
        assert!(serde_json::from_str::<Values>(r#"{"pulse":72}"#).is_err());
    }

    #[test]
    fn in_postcard_they_are_plain_places() {
        let bytes = postcard::to_allocvec(&example()).unwrap();
        assert_eq!(bytes.len(), NUMERIC + 2 * 4);
        assert_eq!(postcard::from_bytes::<Values>(&bytes).unwrap(), example());
    }

    #[test]
    fn the_name_of_a_parameter_is_its_name_in_json() {
        for parameter in Parameter::ALL {
            assert_eq!(serde_json::to_value(parameter).unwrap(), parameter.name());
            assert_eq!(Parameter::parse(parameter.name()), Some(parameter));
        }
        assert_eq!(
            Parameter::ALL
                .iter()
                .filter(|parameter| (**parameter as usize) < NUMERIC)
                .count(),
            NUMERIC
        );
    }
}
