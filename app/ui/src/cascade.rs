//! Which of several rules holds where the classes of an element meet: an alarm on old values must look like an alarm. Reads the sheets as
//! they are and knows as much of CSS as they need: classes, `:not` and `:is` of classes, descendants, order and specificity.

use super::contrast::{Theme, contrast, dark, light};

const SHEETS: [&str; 2] = [
    include_str!("../../../style/components/bed.css"),
    include_str!("../../../style/components/vital.css"),
];

/// One selector and its declarations, in the order of the sheets.
struct Rule {
    selector: String,
    declarations: Vec<(String, String)>,
}

/// The rules of a sheet that hold at every width: those in `@layer`, not those in `@media` and `@container`.
fn rules(sheet: &str) -> Vec<Rule> {
    let mut bare = String::new();
    for part in sheet.split("/*") {
        bare.push_str(part.split_once("*/").map_or(part, |(_, after)| after));
    }
    let (mut rules, mut rest) = (Vec::new(), bare.as_str());
    while let Some((head, body)) = rest.split_once('{') {
        let head = head.trim_start_matches(['}', ' ', '\n']).trim();
        if head.starts_with("@layer") {
            rest = body;
            continue;
        }
        let end = block(body);
        if !head.starts_with('@') {
            let declarations: Vec<(String, String)> = body[..end]
                .split(';')
                .filter_map(|line| line.split_once(':'))
                .map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned()))
                .collect();
            rules.extend(split(head, ',').into_iter().map(|selector| Rule {
                selector: selector.trim().to_owned(),
                declarations: declarations.clone(),
            }));
        }
        rest = &body[end + 1..];
    }
    rules
}

/// Where the block ends whose `{` was read.
fn block(body: &str) -> usize {
    let mut depth = 1;
    for (at, letter) in body.char_indices() {
        depth += i32::from(letter == '{') - i32::from(letter == '}');
        if depth == 0 {
            return at;
        }
    }
    body.len() - 1
}

/// Parts between `mark`s that stand in no brackets.
fn split(text: &str, mark: char) -> Vec<&str> {
    let (mut parts, mut depth, mut from) = (Vec::new(), 0, 0);
    for (at, letter) in text.char_indices() {
        depth += i32::from(letter == '(') - i32::from(letter == ')');
        if depth == 0 && letter == mark {
            parts.push(&text[from..at]);
            from = at + mark.len_utf8();
        }
    }
    parts.push(&text[from..]);
    parts
}

/// How specific `compound` is when an element with these classes matches it; none when it does not, or when it asks for more than classes.
fn matches(compound: &str, classes: &[&str]) -> Option<usize> {
    let (mut rest, mut specific) = (compound, 0);
    while !rest.is_empty() {
        let list = |name: &str| {
            let (inside, after) = rest.strip_prefix(name)?.split_once(')')?;
            let any = inside.split(',').any(|class| matches(class.trim(), classes).is_some());
            Some((any, after))
        };
        rest = if let Some((any, after)) = list(":not(") {
            specific += 1;
            (!any).then_some(after)?
        } else if let Some((any, after)) = list(":is(") {
            specific += 1;
            any.then_some(after)?
        } else {
            let class = rest.strip_prefix('.')?;
            let end = class.find(['.', ':']).unwrap_or(class.len());
            specific += 1;
            classes.contains(&&class[..end]).then_some(&class[end..])?
        };
    }
    Some(specific)
}

/// What holds for the last of `chain`, the elements from the outermost inwards, each with its classes.
fn holds(property: &str, chain: &[&[&str]]) -> Option<String> {
    let mut best: Option<(usize, String)> = None;
    for rule in SHEETS.iter().flat_map(|sheet| rules(sheet)) {
        let compounds = split(&rule.selector, ' ');
        let (Some((subject, around)), Some((last, outer))) = (compounds.split_last(), chain.split_last()) else {
            continue;
        };
        let Some(mut specific) = matches(subject, last) else {
            continue;
        };
        let mut outer = outer.iter();
        let inside = around.iter().all(|compound| {
            let found = outer.find_map(|classes| matches(compound, classes));
            specific += found.unwrap_or(0);
            found.is_some()
        });
        let value = rule.declarations.iter().rev().find_map(|(name, value)| {
            let shorthand = property.strip_suffix("-color").is_some_and(|short| name == short);
            (name == property || shorthand).then(|| value.clone())
        });
        if let (true, Some(value)) = (inside, value)
            && best.as_ref().is_none_or(|(before, _)| *before <= specific)
        {
            best = Some((specific, value));
        }
    }
    best.map(|(_, value)| value)
}

/// The name of the colour in `1px dashed var(--line)`.
fn colour(value: &str) -> &str {
    let name = value.rsplit_once("var(--").map(|(_, name)| name);
    name.and_then(|name| name.split_once(')'))
        .map_or(value, |(name, _)| name)
}

const ALARMS: [&str; 3] = ["high", "medium", "low"];

#[test]
fn a_bed_in_alarm_looks_the_same_when_its_values_are_old() {
    for alarm in ALARMS {
        let alarm = format!("bed--{alarm}");
        for answered in ["bed", "bed--answered"] {
            let (fresh, old) = (["bed", &alarm, answered], ["bed", &alarm, answered, "bed--stale"]);
            for property in ["border-color", "box-shadow"] {
                let value = holds(property, &[&fresh]);
                assert!(
                    value
                        .as_deref()
                        .is_some_and(|value| value.contains("var(--") && value != "none")
                );
                assert_eq!(value, holds(property, &[&old]), "{property} of {old:?}");
            }
            for property in ["color", "background", "border-color"] {
                let of = |bed: &[&str]| holds(property, &[bed, &["bed__number"]]);
                assert_eq!(of(&fresh), of(&old), "{property} of the number of {old:?}");
            }
        }
    }
    assert_eq!(holds("box-shadow", &[&["bed", "bed--stale"]]).as_deref(), Some("none"));
    let grey = holds("color", &[&["bed", "bed--stale"], &["bed__number"]]);
    assert_eq!(grey.as_deref(), Some("var(--ink-3)"));
}

#[test]
fn a_tile_in_alarm_looks_the_same_when_its_value_is_old() {
    for alarm in ALARMS {
        let alarm = format!("tile--{alarm}");
        for property in ["border-color", "box-shadow"] {
            let of = |old: &'static str| holds(property, &[&["vital", "tile", &alarm, old]]);
            assert_eq!(of("vital--stale"), of("vital"), "{property} of {alarm}");
        }
    }
}

#[test]
fn numbers_and_values_of_an_old_alarm_can_be_read_in_both_themes() {
    let themes: [(&str, Theme); 2] = [("light", light()), ("dark", dark())];
    for alarm in ALARMS {
        let (bed, pill) = (format!("bed--{alarm}"), format!("pill--{alarm}"));
        for (bed_answered, pill_answered) in [("bed", "pill"), ("bed--answered", "pill--answered")] {
            let bed = ["bed", &bed, bed_answered, "bed--stale"];
            let pill = ["pill", &pill, pill_answered];
            let chains: [&[&[&str]]; 2] = [&[&bed, &["bed__number"]], &[&bed, &["vital__value"], &pill]];
            for chain in chains {
                let (ink, ground) = (holds("color", chain), holds("background", chain));
                let (ink, ground) = (ink.expect("a colour"), ground.expect("a ground"));
                for (name, theme) in &themes {
                    let contrast = contrast(theme, (colour(&ink), colour(&ground)));
                    assert!(contrast >= 4.5, "{name}, {chain:?}: {ink} on {ground} is {contrast:.2}");
                }
            }
        }
    }
}
