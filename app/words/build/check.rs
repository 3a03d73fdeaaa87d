//! Every language says what English says: the same messages, which take the same.

use std::collections::{BTreeMap, BTreeSet};

use crate::pack::{Packed, Piece};
use crate::read::{Language, Message};

/// All faults, each with the file and what to do.
pub fn all(languages: &[Language]) -> Vec<String> {
    let Some(english) = languages.iter().find(|it| it.tag == "en") else {
        return vec!["locales/en.ftl is missing: every other file is compared with it".to_owned()];
    };
    let of_english: BTreeMap<&str, &Message> = english.messages.iter().map(|it| (it.id.as_str(), it)).collect();
    let mut faults = Vec::new();
    for language in languages {
        let file = format!("locales/{}.ftl", language.tag);
        let here: BTreeSet<&str> = language.messages.iter().map(|it| it.id.as_str()).collect();
        faults.extend(
            of_english
                .keys()
                .filter(|id| !here.contains(*id))
                .map(|id| format!("{file}: {id} is missing")),
        );
        for message in &language.messages {
            let Some(first) = of_english.get(message.id.as_str()) else {
                faults.push(format!(
                    "{file}: {} is not in locales/en.ftl; was it renamed?",
                    message.id
                ));
                continue;
            };
            let set = |message: &Message| message.takes.iter().cloned().collect::<BTreeSet<_>>();
            // A language may leave a number out of one variant, as Arabic does for one and two; it takes nothing that English does not.
            if let Some(other) = set(message).difference(&set(first)).next() {
                faults.push(format!(
                    "{file}: {} takes ${other}, which it does not in locales/en.ftl",
                    message.id
                ));
            }
            if let Some(lost) = set(first).difference(&set(message)).next() {
                faults.push(format!("{file}: {} lost ${lost}", message.id));
            }
            let rules = language.about.get(2).map_or("", String::as_str);
            faults.extend(categories(&message.packed, rules).map(|fault| format!("{file}: {}: {fault}", message.id)));
        }
    }
    faults
}

/// A choice by number has a variant for every category in which the language counts; a missing one would be read with the words of another.
fn categories<'p>(packed: &'p Packed, rules: &'p str) -> Box<dyn Iterator<Item = String> + 'p> {
    let known = ["zero", "one", "two", "few", "many", "other"];
    Box::new(packed.0.iter().flat_map(move |piece| {
        let Piece::Choose(name, variants) = piece else {
            return Vec::new();
        };
        let names: Vec<&str> = variants.iter().map(|(name, _)| name.trim_start_matches('*')).collect();
        let by_number = names.iter().any(|name| known.contains(name));
        let mut faults: Vec<String> = variants
            .iter()
            .flat_map(|(_, inner)| categories(inner, rules))
            .collect();
        if by_number {
            let counts = rules
                .split(';')
                .filter_map(|rule| rule.split_once(':'))
                .map(|(category, _)| category.trim());
            let missing = counts.chain(["other"]).filter(|category| !names.contains(category));
            faults.extend(
                missing.map(|category| {
                    format!("the choice by ${name} has no [{category}], in which this language counts")
                }),
            );
            let strange = names.iter().filter(|it| {
                known.contains(it)
                    && **it != "other"
                    && !rules
                        .split(';')
                        .any(|rule| rule.trim_start().starts_with(&format!("{it}:")))
            });
            faults.extend(strange.map(|category| {
                format!("the choice by ${name} has [{category}], in which this language does not count")
            }));
        }
        faults
    }))
}
