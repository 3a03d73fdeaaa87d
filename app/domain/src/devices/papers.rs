//! What a machine is, as its label and its papers say it.

use serde::{Deserialize, Serialize};

use super::maybe;
use crate::dialysis::infection::Agent;
use crate::invalid::Invalid;
use crate::patients::papers::{Day, day};
use crate::typed;

/// What it is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DeviceKind {
    /// It watches.
    #[default]
    Monitor,
    /// It treats: its upkeep, its disinfection and its water are asked for before it is used.
    Dialysis,
    /// It treats around the clock at a bed, with fluids of bags: it has no water, and no sessions are booked on it.
    Continuous,
}

impl DeviceKind {
    /// All, as a form offers them.
    pub const ALL: [Self; 3] = [Self::Dialysis, Self::Continuous, Self::Monitor];

    /// The word in the database.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Monitor => "monitor",
            Self::Dialysis => "dialysis",
            Self::Continuous => "continuous",
        }
    }

    /// As pages show it.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Monitor => "Monitor",
            Self::Dialysis => "Dialysis machine",
            Self::Continuous => "Dialysis machine, around the clock",
        }
    }

    /// The one of that word.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.name() == name)
    }
}

/// What is written of a machine.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Papers {
    /// What people call it.
    pub name: String,
    /// Its model.
    pub model: String,
    /// Its serial number, once for each model.
    pub serial: String,
    /// What it is for.
    pub kind: DeviceKind,
    /// The number that is glued to it.
    pub physical_id: Option<String>,
    /// Who made it.
    pub maker: Option<String>,
    /// What runs on it, where it does not say so itself.
    pub firmware: Option<String>,
    /// The id of the ward where it belongs; read as text, checked by the verb.
    pub ward: Option<String>,
    /// Since when it is in service.
    pub installed_on: Option<Day>,
    /// Until when its maker answers for it.
    pub warranty_until: Option<Day>,
    /// For whom it is kept: who carries this, and nobody else.
    pub kept_for: Option<Agent>,
    /// For how many hours a disinfection answers.
    pub disinfect_hours: Option<i16>,
}

/// The same as typed; the names are those of the form's fields.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Typed {
    /// What people call it.
    pub name: String,
    /// Its model.
    pub model: String,
    /// Its serial number.
    pub serial: String,
    /// What it is for.
    pub kind: String,
    /// The number that is glued to it.
    pub physical_id: String,
    /// Who made it.
    pub maker: String,
    /// What runs on it.
    pub firmware: String,
    /// Where it belongs.
    pub ward: String,
    /// Since when it is in service.
    pub installed_on: String,
    /// Until when its maker answers for it.
    pub warranty_until: String,
    /// [`Agent`] by its name; empty for everybody.
    pub kept_for: String,
    /// Hours.
    pub disinfect_hours: String,
}

impl Typed {
    /// Each field and what stands in it, for a form that comes back.
    pub fn fields(&self) -> [(&'static str, &str); 12] {
        [
            ("name", &self.name),
            ("model", &self.model),
            ("serial", &self.serial),
            ("kind", &self.kind),
            ("physical_id", &self.physical_id),
            ("maker", &self.maker),
            ("firmware", &self.firmware),
            ("ward", &self.ward),
            ("installed_on", &self.installed_on),
            ("warranty_until", &self.warranty_until),
            ("kept_for", &self.kept_for),
            ("disinfect_hours", &self.disinfect_hours),
        ]
    }

    /// Reads it; every fault at once.
    pub fn read(&self) -> Result<Papers, Vec<Invalid>> {
        let mut faults = Vec::new();
        let mut take = |read: Result<Option<String>, Invalid>| {
            read.unwrap_or_else(|fault| {
                faults.push(fault);
                None
            })
        };
        let name = take(typed::name("name", "the name of the machine", &self.name).map(Some));
        let model = take(typed::name("model", "the model", &self.model).map(Some));
        let serial = take(typed::name("serial", "the serial number", &self.serial).map(Some));
        let physical_id = take(maybe("physical_id", &self.physical_id, 60));
        let maker = take(maybe("maker", &self.maker, 120));
        let firmware = take(maybe("firmware", &self.firmware, 60));
        let ward = take(maybe("ward", &self.ward, 60));
        let kept_for = match self.kept_for.trim() {
            "" => None,
            name => Agent::parse(name).or_else(|| {
                faults.push(Invalid::new(
                    "kept_for",
                    "Choose an infection of the list, or everybody.",
                ));
                None
            }),
        };
        let disinfect_hours = super::whole(
            "disinfect_hours",
            &self.disinfect_hours,
            1..=720,
            "Enter 1 to 720 hours, or leave it empty.",
        )
        .unwrap_or_else(|fault| {
            faults.push(fault);
            None
        });
        let kind = DeviceKind::parse(&self.kind).ok_or_else(|| Invalid::new("kind", "Choose what it is for."));
        let installed_on = day("installed_on", &self.installed_on);
        let warranty_until = day("warranty_until", &self.warranty_until);
        if let (Ok(Some(installed)), Ok(Some(until))) = (&installed_on, &warranty_until)
            && until < installed
        {
            faults.push(Invalid::new(
                "warranty_until",
                "The warranty would end before the machine was installed.",
            ));
        }
        match (kind, installed_on, warranty_until) {
            (Ok(kind), Ok(installed_on), Ok(warranty_until)) if faults.is_empty() => Ok(Papers {
                name: name.unwrap_or_default(),
                model: model.unwrap_or_default(),
                serial: serial.unwrap_or_default(),
                kind,
                physical_id,
                maker,
                firmware,
                ward,
                installed_on,
                warranty_until,
                kept_for,
                disinfect_hours: disinfect_hours.and_then(|hours| i16::try_from(hours).ok()),
            }),
            (kind, installed_on, warranty_until) => {
                faults.extend(kind.err());
                faults.extend(installed_on.err());
                faults.extend(warranty_until.err());
                Err(faults)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn d06() -> Typed {
        Typed {
            name: "D-06".into(),
            model: "Aquila D5".into(),
            serial: "AQ5-20719".into(),
            kind: "dialysis".into(),
            installed_on: "2021-03-09".into(),
            ..Typed::default()
        }
    }

    #[test]
    fn whom_it_is_kept_for_is_an_infection_and_a_disinfection_answers_for_some_hours() {
        let read = |kept_for: &str, hours: &str| {
            Typed {
                kept_for: kept_for.into(),
                disinfect_hours: hours.into(),
                ..d06()
            }
            .read()
        };
        let kept = read("hbv", "72").unwrap();
        assert_eq!((kept.kept_for, kept.disinfect_hours), (Some(Agent::Hbv), Some(72)));
        let open = read("", "").unwrap();
        assert_eq!((open.kept_for, open.disinfect_hours), (None, None));
        let faults = read("flu", "0").unwrap_err();
        let fields: Vec<&str> = faults.iter().map(|fault| fault.field.as_ref()).collect();
        assert_eq!(fields, ["kept_for", "disinfect_hours"]);
    }

    #[test]
    fn a_machine_is_read_whole_and_most_of_its_papers_may_be_missing() {
        let read = d06().read().unwrap();
        assert_eq!((read.name.as_str(), read.kind), ("D-06", DeviceKind::Dialysis));
        assert_eq!((read.installed_on, read.maker), (Some((2021, 3, 9)), None));
    }

    #[test]
    fn every_fault_is_told_at_its_field() {
        let typed = Typed {
            name: String::new(),
            kind: "toaster".into(),
            warranty_until: "2020-01-01".into(),
            ..d06()
        };
        let fields: Vec<_> = typed.read().unwrap_err().into_iter().map(|fault| fault.field).collect();
        assert_eq!(fields, ["name", "warranty_until", "kind"]);
    }
}
