//! Pages are made of parts: what somebody fills in, presses, opens or reads in columns is written here and nowhere else, so that each looks, sounds and is reached by
//! keys the same on every page. This reads the source of the pages and names what is written by hand.
//!
//! # When it fails
//! Use the part: `<form` is [`crate::Form`], `<input` [`crate::Field`], [`crate::Checkbox`], [`crate::RadioGroup`] or [`crate::Segmented`], `<select` [`crate::Select`],
//! `<textarea` [`crate::TextArea`], `<table` [`crate::Table`], `<dialog` [`crate::Dialog`], `<details` [`crate::Confirm`], [`crate::FoldedCard`] or [`crate::FoldedPart`], `<button` [`crate::Button`] or
//! [`crate::BareButton`], `<nav` [`crate::Tabs`], [`crate::Pager`] or [`crate::Rail`], `<dl` [`crate::Facts`], `<svg` [`crate::Icon`] or a chart, `<time` [`crate::Time`], a role what draws it, and
//! the class of a part that part, `<h1` [`crate::PageHead`] or [`crate::Heading`]. An `<a` wears nothing or what [`crate::Link`] does; what else looks like a link is [`crate::LinkButton`] or
//! [`crate::Row`]. What really is no part of the system stands in [`BY_HAND`], with how often and why.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::link::Reach;

/// What only parts write.
const ELEMENTS: [&str; 23] = [
    "h1", "form", "input", "select", "textarea", "table", "dialog", "details", "button", "label", "fieldset", "legend",
    "option", "datalist", "progress", "meter", "summary", "nav", "dl", "figure", "svg", "time", "menu",
];

/// Roles that would make a control or a structure out of what is none: the part is one by itself.
const ROLES: [&str; 25] = [
    "alertdialog",
    "button",
    "checkbox",
    "combobox",
    "dialog",
    "grid",
    "link",
    "list",
    "listbox",
    "listitem",
    "menu",
    "menuitem",
    "meter",
    "navigation",
    "option",
    "progressbar",
    "radio",
    "radiogroup",
    "slider",
    "switch",
    "tab",
    "table",
    "tablist",
    "tabpanel",
    "textbox",
];

/// The first class of what a part draws: whoever writes it by hand copies the part.
const LOOKS: [&str; 19] = [
    "banner",
    "btn",
    "card",
    "chip",
    "done",
    "empty",
    "facts",
    "field",
    "menu",
    "meter",
    "note",
    "pager",
    "problem",
    "rail",
    "segmented",
    "stat",
    "tabs",
    "timeline",
    "toast",
];

/// File, element (or `role=`, `class=`, `a.` with what a link wears), how often, why.
const BY_HAND: &[(&str, &str, usize, &str)] = &[
    ("app/src/bell.rs", "a.bell", 1, "a mark of the top bar"),
    ("app/src/bell.rs", "a.bell bell--talk", 1, "a mark of the top bar"),
    ("app/src/finding/mod.rs", "a.find", 1, "a mark of the top bar"),
    (
        "app/src/forms/mod.rs",
        "a.sheet__home",
        1,
        "the sign of the house, which leads to its door",
    ),
    (
        "app/src/forms/mod.rs",
        "a.skip",
        1,
        "the first of a page, seen by who comes to it by keys",
    ),
    (
        "app/src/forms/patients/register.rs",
        "a target",
        1,
        "a record of this house beside the form that is being filled in: the part leads out of the house",
    ),
    ("app/src/gallery.rs", "a.skip", 1, "the first of a page"),
    (
        "app/src/widgets/bed_card.rs",
        "a.bed__name",
        1,
        "moves with the ward: a name that opens its whole card",
    ),
    (
        "server/src/layers/plain.rs",
        "a.btn btn--primary",
        1,
        "the page that must stand when nothing else does",
    ),
    (
        "server/src/layers/plain.rs",
        "h1",
        1,
        "the page that must stand when nothing else does",
    ),
    (
        "server/src/rest/page.rs",
        "h1",
        1,
        "the reference of the API, written as text",
    ),
    (
        "app/src/charts.rs",
        "class=note",
        1,
        "stands in the place of a drawing, which is text",
    ),
    (
        "app/src/forms/alerts/strip.rs",
        "svg",
        1,
        "the paper of a strip, drawn in millimetres",
    ),
    (
        "app/src/forms/dialysis/course.rs",
        "class=note",
        1,
        "stands in the place of a drawing, which is text",
    ),
    (
        "app/src/forms/emergency.rs",
        "fieldset",
        1,
        "several ways to name one person, of which one is enough: no other page asks so",
    ),
    ("app/src/forms/emergency.rs", "legend", 1, "the question over them"),
    (
        "app/src/forms/parts.rs",
        "dl",
        1,
        "what is shown this once, to be copied sign by sign",
    ),
    (
        "app/src/gallery.rs",
        "class=card",
        1,
        "around the ways of the gallery, which has no title of its own",
    ),
    (
        "app/src/portals/patient/moving.rs",
        "dl",
        1,
        "the list around the values that move",
    ),
    (
        "app/src/portals/patient/moving.rs",
        "class=note",
        1,
        "moves with the home of a patient, whose program has no room",
    ),
    (
        "app/src/portals/public/sign_in.rs",
        "summary",
        1,
        "the accounts of a demo",
    ),
    ("app/src/portals/public/sign_in.rs", "dl", 1, "the accounts of a demo"),
    (
        "app/src/widgets/alarm_list.rs",
        "class=timeline",
        1,
        "moves with the ward: what was, with a line for each that comes",
    ),
    ("app/src/widgets/alarm_strip.rs", "summary", 1, "of that disclosure"),
    (
        "app/src/widgets/bed_card.rs",
        "class=chip",
        2,
        "moves with the ward: an age stands in the sentence",
    ),
    (
        "app/src/widgets/bed_vitals.rs",
        "dl",
        1,
        "the list around the values of a bed, which move",
    ),
    ("app/src/widgets/day_chart.rs", "label", 1, "of that place"),
    (
        "app/src/widgets/day_chart.rs",
        "class=note",
        1,
        "stands in the place of a drawing, which is text",
    ),
    ("app/src/widgets/leaving.rs", "class=btn", 1, "of that button"),
    ("app/src/widgets/liveness.rs", "class=btn", 1, "of that button"),
    (
        "app/src/widgets/liveness.rs",
        "svg",
        1,
        "one icon of two, which the button changes",
    ),
    (
        "app/src/widgets/paper.rs",
        "time",
        1,
        "the time of printing, which a script writes anew",
    ),
    (
        "app/src/widgets/vital_tiles.rs",
        "dl",
        1,
        "the list around the values of a patient, which move",
    ),
    (
        "server/src/layers/plain.rs",
        "class=btn",
        1,
        "the page that must stand when nothing else does",
    ),
    (
        "server/src/rest/page.rs",
        "class=card",
        4,
        "the reference of the API, written as text",
    ),
    (
        "server/src/rest/page.rs",
        "class=facts",
        1,
        "the reference of the API, written as text",
    ),
    (
        "server/src/rest/page.rs",
        "dl",
        1,
        "the reference of the API, written as text",
    ),
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

/// How often each element, role and look is written in code that is no comment and no test.
fn written(text: &str) -> BTreeMap<String, usize> {
    let code = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
    let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
    let lines: Vec<&str> = lines.collect();
    let mut counts = BTreeMap::new();
    for link in links(&lines.join("\n")) {
        *counts.entry(link).or_default() += 1;
    }
    for line in lines {
        for element in ELEMENTS {
            let mark = format!("<{element}");
            let begun = line.split(&mark).skip(1);
            let times = begun
                .filter(|after| !after.starts_with(|sign: char| sign.is_alphanumeric() || sign == '-' || sign == '_'))
                .count();
            if times > 0 {
                *counts.entry(element.to_owned()).or_default() += times;
            }
        }
        for role in values(line, "role=").filter(|role| ROLES.contains(role)) {
            *counts.entry(format!("role={role}")).or_default() += 1;
        }
        for class in values(line, "class=").filter(|class| LOOKS.contains(class)) {
            *counts.entry(format!("class={class}")).or_default() += 1;
        }
    }
    counts
}

/// What is another thing on a link than the part has: what it wears, and that it opens another window.
fn links(code: &str) -> Vec<String> {
    let own = [Reach::Text, Reach::Alone, Reach::Onward, Reach::Away].map(Reach::class);
    let begun = code
        .split("<a")
        .skip(1)
        .filter(|after| after.starts_with(char::is_whitespace));
    let mut found = Vec::new();
    for after in begun {
        // The end of the tag is no end of an arrow.
        let mut ends = after.match_indices('>').map(|(at, _)| at);
        let end = ends.find(|at| !after[..*at].ends_with(['=', '-']));
        let tag = &after[..end.unwrap_or(after.len())];
        let of = |name: &str| {
            let (before, value) = tag.split_once(name)?;
            let value = value
                .strip_prefix('"')
                .map_or_else(|| value.split_whitespace().next(), |quoted| quoted.split('"').next());
            before.ends_with(char::is_whitespace).then(|| value.unwrap_or_default())
        };
        let class = of("class=").into_iter().filter(|class| !own.contains(class));
        found.extend(class.map(|class| format!("a.{class}")));
        found.extend(of("class:").map(|class| format!("a.{class}")));
        found.extend(of("target=").map(|_| "a target".to_owned()));
    }
    found
}

/// The words of an attribute where it stands on an element; a part may be given a class.
fn values<'a>(line: &'a str, attribute: &'a str) -> impl Iterator<Item = &'a str> {
    line.match_indices(attribute).flat_map(move |(at, _)| {
        let tag = line[..at].rsplit('<').next().filter(|_| line[..at].contains('<'));
        let of_part = tag.is_some_and(|tag| tag.starts_with(char::is_uppercase));
        let value = line[at + attribute.len()..].trim_start_matches("format!(");
        let quoted = value.strip_prefix('"').and_then(|value| value.split('"').next());
        let words = quoted.filter(|_| !of_part).unwrap_or_default();
        words.split_whitespace()
    })
}

#[test]
fn pages_are_made_of_parts() {
    let house = house();
    let mut found: Vec<(String, String, usize)> = Vec::new();
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
            .find(|known| (known.0, known.1) == (file.as_str(), element.as_str()));
        if known.is_none_or(|known| known.2 != *times) {
            wrong.push(format!("{file} writes {element} by hand, {times} times"));
        }
    }
    for (file, element, ..) in BY_HAND {
        if !found
            .iter()
            .any(|one| (one.0.as_str(), one.1.as_str()) == (*file, *element))
        {
            wrong.push(format!("{file} writes no {element} any more: its line here can go"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_stands_in_a_comment_or_in_a_longer_word_is_no_element() {
    assert!(written("// a <table> of\n    /// `<input>`\nlet x = <formula>;").is_empty());
    assert_eq!(written("view! { <form><button type></form> }").len(), 2);
    assert!(written("#[cfg(test)]\nmod tests {\n\"<table>\"").is_empty());
    assert_eq!(
        written("<ul role=\"tablist\"><p class=\"quiet note\">")
            .into_keys()
            .collect::<Vec<_>>(),
        ["class=note", "role=tablist"]
    );
    assert!(written("<Button class=\"btn btn--small\"><p role=\"status\" class=\"note__more\">").is_empty());
    assert!(written("<a href=x>\n<a class=\"link link--alone\" href=y><aside class=\"skip\"><abbr>").is_empty());
    let by_hand =
        "<a\n    class=\"find\"\n    href=move || x\n><a target=\"_blank\" class=\"link\"><a class=worn href=y><h1>";
    assert_eq!(
        written(by_hand).into_keys().collect::<Vec<_>>(),
        ["a target", "a.find", "a.worn", "h1"]
    );
}
