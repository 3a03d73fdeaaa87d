//! How somebody is reached, and who is reached for them: phone, e-mail, addresses, people.

use serde::{Deserialize, Serialize};

use crate::invalid::Invalid;
use crate::typed;

/// What it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ContactKind {
    /// A number to call.
    Phone,
    /// An e-mail address.
    Email,
    /// Where they live, or get their post.
    Address,
    /// Somebody of the family, or another person who is called.
    Person,
}

/// What a number or an address is for: word and words.
pub const USES: [(&str, &str); 5] = [
    ("mobile", "Mobile"),
    ("home", "At home"),
    ("work", "At work"),
    ("temporary", "For a time"),
    ("post", "For post"),
];

/// Who a person is to the patient: word and words.
pub const RELATIONS: [(&str, &str); 11] = [
    ("spouse", "Wife or husband"),
    ("partner", "Partner"),
    ("mother", "Mother"),
    ("father", "Father"),
    ("daughter", "Daughter"),
    ("son", "Son"),
    ("sister", "Sister"),
    ("brother", "Brother"),
    ("guardian", "Guardian"),
    ("friend", "Friend"),
    ("other", "Other"),
];

impl ContactKind {
    /// Every one, in the order of the page.
    pub const ALL: [Self; 4] = [Self::Phone, Self::Email, Self::Address, Self::Person];

    /// The word in the database.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Phone => "phone",
            Self::Email => "email",
            Self::Address => "address",
            Self::Person => "person",
        }
    }

    /// As pages show it.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Phone => "Phone",
            Self::Email => "E-mail",
            Self::Address => "Address",
            Self::Person => "Family or other person",
        }
    }

    /// The one of that word.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.name() == name)
    }

    /// What it may be labelled.
    pub const fn labels(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::Person => &RELATIONS,
            _ => &USES,
        }
    }
}

/// What is sealed of it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    /// The number or the address; of a person, the number to call.
    pub value: String,
    /// The person's name.
    pub name: Option<String>,
}

impl std::fmt::Debug for Content {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Content")
    }
}

/// One way to reach somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    /// What it is.
    pub kind: ContactKind,
    /// A word of [`ContactKind::labels`].
    pub label: String,
    /// What it says.
    pub content: Content,
    /// Whether it is tried first.
    pub is_preferred: bool,
    /// Whether the person is called in an emergency.
    pub is_emergency: bool,
}

/// The words of a label; the label itself for one that this version does not know.
pub fn label_in_words(label: &str) -> &str {
    let mut all = USES.iter().chain(&RELATIONS);
    all.find(|(word, _)| *word == label).map_or(label, |(_, words)| words)
}

/// What is typed; the names are those of the form's fields.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Typed {
    /// The word of its kind.
    pub kind: String,
    /// The word of its label.
    pub label: String,
    /// The number or the address.
    pub value: String,
    /// The name of a person.
    pub name: String,
    /// `on` when it is tried first.
    pub preferred: String,
    /// `on` when the person is called in an emergency.
    pub emergency: String,
}

impl std::fmt::Debug for Typed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Typed")
    }
}

impl Typed {
    /// Reads it.
    pub fn read(&self) -> Result<Contact, Vec<Invalid>> {
        let one = |fault: Invalid| vec![fault];
        let kind = ContactKind::parse(&self.kind).ok_or_else(|| one(Invalid::new("kind", "Choose what it is.")))?;
        let mut faults = Vec::new();
        let mut told = |fault: Invalid| faults.push(fault);
        let value = match kind {
            ContactKind::Phone | ContactKind::Person => typed::phone("value", &self.value),
            ContactKind::Email => typed::email("value", &self.value),
            ContactKind::Address => typed::words("value", "the address", &self.value),
        };
        let value = value.map_err(&mut told);
        let name = match kind {
            ContactKind::Person => typed::name("name", "the name of this person", &self.name)
                .map(Some)
                .map_err(&mut told),
            _ => Ok(None),
        };
        if kind.labels().iter().all(|(word, _)| *word != self.label) {
            told(Invalid::new(
                "label",
                if kind == ContactKind::Person {
                    "Choose who they are to the patient."
                } else {
                    "Choose what it is for."
                },
            ));
        }
        match (value, name) {
            (Ok(value), Ok(name)) if faults.is_empty() => Ok(Contact {
                kind,
                label: self.label.clone(),
                content: Content { value, name },
                is_preferred: !self.preferred.is_empty(),
                is_emergency: kind == ContactKind::Person && !self.emergency.is_empty(),
            }),
            _ => Err(faults),
        }
    }
}

/// How somebody is reached, as it is typed while they are registered: each may stay empty, and has its own field in the form.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct AtDesk {
    /// A number.
    pub phone: String,
    /// An address.
    pub address: String,
    /// Who is called in an emergency.
    pub person_name: String,
    /// The word of who they are to the patient.
    pub person_relation: String,
    /// Their number.
    pub person_phone: String,
}

impl std::fmt::Debug for AtDesk {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("AtDesk")
    }
}

impl AtDesk {
    /// Each field and what stands in it, for a form that comes back.
    pub fn fields(&self) -> [(&'static str, &str); 5] {
        [
            ("phone", &self.phone),
            ("address", &self.address),
            ("person_name", &self.person_name),
            ("person_relation", &self.person_relation),
            ("person_phone", &self.person_phone),
        ]
    }

    /// What was given, each as a contact of its own. Who is called wants name, number and who they are to the patient.
    pub fn read(&self) -> Result<Vec<Contact>, Vec<Invalid>> {
        let given = |text: &str| !text.trim().is_empty();
        let typed = |kind: ContactKind, label: &str, value: &str| Typed {
            kind: kind.name().to_owned(),
            label: label.to_owned(),
            value: value.to_owned(),
            preferred: "true".to_owned(),
            ..Typed::default()
        };
        let mut all = Vec::new();
        if given(&self.phone) {
            all.push((typed(ContactKind::Phone, "mobile", &self.phone), ["phone"; 3]));
        }
        if given(&self.address) {
            all.push((typed(ContactKind::Address, "home", &self.address), ["address"; 3]));
        }
        if [&self.person_name, &self.person_relation, &self.person_phone]
            .iter()
            .any(|text| given(text))
        {
            let person = Typed {
                name: self.person_name.clone(),
                emergency: "true".to_owned(),
                ..typed(ContactKind::Person, &self.person_relation, &self.person_phone)
            };
            all.push((person, ["person_phone", "person_name", "person_relation"]));
        }
        let (mut contacts, mut faults) = (Vec::new(), Vec::new());
        for (typed, [value, name, label]) in all {
            match typed.read() {
                Ok(contact) => contacts.push(contact),
                Err(wrong) => faults.extend(wrong.into_iter().map(|fault| {
                    let field = match fault.field.as_str() {
                        "name" => name,
                        "label" => label,
                        _ => value,
                    };
                    Invalid::new(field, fault.reason)
                })),
            }
        }
        if faults.is_empty() { Ok(contacts) } else { Err(faults) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(kind: &str, label: &str, value: &str) -> Typed {
        Typed {
            kind: kind.into(),
            label: label.into(),
            value: value.into(),
            ..Typed::default()
        }
    }

    fn fields(typed: &Typed) -> Vec<String> {
        typed.read().unwrap_err().into_iter().map(|fault| fault.field).collect()
    }

    #[test]
    fn a_number_an_address_and_a_son_are_each_read_in_their_way() {
        let phone = typed("phone", "mobile", "+254 700 000 001").read().unwrap();
        assert_eq!(
            (phone.content.value.as_str(), phone.content.name),
            ("+254700000001", None)
        );
        let street = typed("address", "home", "12 River Road,\n Nairobi").read().unwrap();
        assert_eq!(street.content.value, "12 River Road, Nairobi");
        let son = Typed {
            name: "Chidi Okafor".into(),
            emergency: "on".into(),
            ..typed("person", "son", "+254 700 000 002")
        };
        let son = son.read().unwrap();
        assert_eq!(
            (son.content.name.as_deref(), son.is_emergency, son.is_preferred),
            (Some("Chidi Okafor"), true, false)
        );
    }

    #[test]
    fn what_does_not_fit_its_kind_is_told_at_its_field() {
        assert_eq!(fields(&Typed::default()), ["kind"]);
        assert_eq!(fields(&typed("phone", "son", "070")), ["value", "label"]);
        assert_eq!(fields(&typed("person", "home", "")), ["value", "name", "label"]);
        assert_eq!(fields(&typed("email", "home", "chidi")), ["value"]);
        let phone = Typed {
            emergency: "on".into(),
            ..typed("phone", "home", "+254 700 000 001")
        };
        assert!(!phone.read().unwrap().is_emergency, "a phone is nobody");
    }

    #[test]
    fn at_the_desk_each_may_stay_empty_and_a_person_wants_all_three() {
        assert_eq!(AtDesk::default().read(), Ok(Vec::new()));
        let all = AtDesk {
            phone: "+254 700 000 001".into(),
            address: "12 River Road".into(),
            person_name: "Chidi Okafor".into(),
            person_relation: "son".into(),
            person_phone: "+254 700 000 002".into(),
        };
        let read = all.read().unwrap();
        assert_eq!(read.len(), 3);
        assert!(read[2].is_emergency && read[2].content.name.as_deref() == Some("Chidi Okafor"));
        let half = AtDesk {
            phone: "070".into(),
            person_name: "Chidi".into(),
            ..AtDesk::default()
        };
        let wrong: Vec<String> = half.read().unwrap_err().into_iter().map(|fault| fault.field).collect();
        assert_eq!(wrong, ["phone", "person_phone", "person_relation"]);
    }

    #[test]
    fn labels_have_words() {
        assert_eq!(
            (label_in_words("son"), label_in_words("home"), label_in_words("x")),
            ("Son", "At home", "x")
        );
        for kind in ContactKind::ALL {
            assert_eq!(ContactKind::parse(kind.name()), Some(kind));
        }
    }
}
