//! Pages are made of parts: what somebody fills in, presses, opens or reads in columns is written here and nowhere else, so that each looks, sounds and is reached by
//! keys the same on every page. This reads the source of the pages and names what is written by hand.
//!
//! # When it fails
//! Use the part: `<form` is [`crate::Form`], `<input` [`crate::Field`], [`crate::Checkbox`], [`crate::RadioGroup`] or [`crate::Segmented`], `<select` [`crate::Select`],
//! `<textarea` [`crate::TextArea`], `<table` [`crate::Table`], `<dialog` [`crate::Dialog`] or [`crate::Ask`], `<details` [`crate::Confirm`], `<button` [`crate::Button`] or
//! [`crate::BareButton`]. What really is no part of the system stands in [`BY_HAND`], with how often and why.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

const ELEMENTS: [&str; 8] = [
    "form", "input", "select", "textarea", "table", "dialog", "details", "button",
];

/// File, element, how often, why.
const BY_HAND: &[(&str, &str, usize, &str)] = &[
    (
        "app/src/forms/recover.rs",
        "input",
        1,
        "tells the browser's password store which account it is; nobody sees it or types in it",
    ),
    (
        "app/src/portals/public/sign_in.rs",
        "details",
        1,
        "the accounts of a demo, which no hospital ever shows",
    ),
    (
        "app/src/widgets/acknowledge.rs",
        "form",
        1,
        "the ward's program sends it and follows its alarm; the parts know no signals, and a phone loads no more than it must",
    ),
    ("app/src/widgets/acknowledge.rs", "input", 3, "the fields of that form"),
    (
        "app/src/widgets/alarm_strip.rs",
        "details",
        1,
        "moves with the ward: the rest of the alarms, in the browser's own disclosure",
    ),
    (
        "app/src/widgets/day_chart.rs",
        "input",
        1,
        "the place on a drawn day: no answer to anything, and on no other page",
    ),
    (
        "app/src/widgets/leaving.rs",
        "button",
        1,
        "moves with the ward, whose program has no room for a button that can be busy",
    ),
    (
        "app/src/widgets/liveness.rs",
        "button",
        1,
        "moves with the ward, whose program has no room for a button that can be busy",
    ),
    (
        "server/src/rest/page.rs",
        "table",
        2,
        "the reference of the API, written as text from its own description",
    ),
];

fn house() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The Rust files under a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let found = entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] });
    found
        .filter(|path| path.extension().is_some_and(|end| end == "rs"))
        .collect()
}

/// How often each element is begun in code that is no comment and no test.
fn written(text: &str) -> BTreeMap<&'static str, usize> {
    let code = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
    let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
    let mut counts = BTreeMap::new();
    for line in lines {
        for element in ELEMENTS {
            let mark = format!("<{element}");
            let begun = line.split(&mark).skip(1);
            let times = begun
                .filter(|after| !after.starts_with(|sign: char| sign.is_alphanumeric() || sign == '-' || sign == '_'))
                .count();
            if times > 0 {
                *counts.entry(element).or_default() += times;
            }
        }
    }
    counts
}

#[test]
fn pages_are_made_of_parts() {
    let house = house();
    let mut found: Vec<(String, &str, usize)> = Vec::new();
    for folder in ["app/src", "server/src"] {
        for path in files(&house.join(folder)) {
            let text = std::fs::read_to_string(&path).unwrap();
            let name = path.strip_prefix(&house).unwrap().display().to_string();
            found.extend(
                written(&text)
                    .into_iter()
                    .map(|(element, times)| (name.clone(), element, times)),
            );
        }
    }
    let mut wrong: Vec<String> = Vec::new();
    for (file, element, times) in &found {
        let known = BY_HAND
            .iter()
            .find(|known| (known.0, known.1) == (file.as_str(), *element));
        if known.is_none_or(|known| known.2 != *times) {
            wrong.push(format!("{file} writes <{element}> by hand, {times} times"));
        }
    }
    for (file, element, ..) in BY_HAND {
        if !found.iter().any(|one| (one.0.as_str(), one.1) == (*file, *element)) {
            wrong.push(format!("{file} writes no <{element}> any more: its line here can go"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_stands_in_a_comment_or_in_a_longer_word_is_no_element() {
    assert!(written("// a <table> of\n    /// `<input>`\nlet x = <formula>;").is_empty());
    assert_eq!(written("view! { <form><button type></form> }").len(), 2);
    assert!(written("#[cfg(test)]\nmod tests {\n\"<table>\"").is_empty());
}
