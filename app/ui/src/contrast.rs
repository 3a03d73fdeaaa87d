//! Recomputes the contrast of every pair that people must read, from `style/tokens.css` itself: text at least 4.5, graphics
//! and borders at least 3 (WCAG 2.2, 1.4.3 and 1.4.11); with high contrast text at least 7 (1.4.6) and graphics at least 4.5. A new text colour gets a row in [`TEXT`], a new border in [`GRAPHIC`].

use std::collections::HashMap;

const TOKENS: &str = include_str!("../../../style/tokens.css");

/// `(what is read, what it lies on)`.
const TEXT: &[(&str, &str)] = &[
    ("ink", "canvas"),
    ("ink", "surface"),
    ("ink", "inset"),
    ("ink", "band"),
    ("ink-2", "canvas"),
    ("ink-2", "surface"),
    ("ink-2", "inset"),
    ("ink-2", "band"),
    ("ink", "accent-soft"),
    ("ink-2", "accent-soft"),
    ("ink-2", "medium-soft"),
    ("ink-2", "low-soft"),
    ("ink-3", "canvas"),
    ("ink-3", "surface"),
    ("ink-3", "inset"),
    ("ink-3", "band"),
    ("on-inverse", "inverse"),
    ("on-inverse-2", "inverse"),
    ("on-accent", "accent"),
    ("on-accent", "accent-strong"),
    ("accent-text", "surface"),
    ("accent-text", "canvas"),
    ("accent-text", "accent-soft"),
    ("on-high", "high"),
    ("high", "on-high"),
    ("high-text", "high-soft"),
    ("high-text", "surface"),
    ("on-medium", "medium"),
    ("medium-text", "medium-soft"),
    ("medium-text", "surface"),
    ("on-low", "low"),
    ("low-text", "low-soft"),
    ("low-text", "surface"),
    ("ok-text", "ok-soft"),
    ("ok-text", "surface"),
    ("accent-text", "inset"),
    ("on-news", "news-1"),
    ("on-news", "news-2"),
    ("on-news", "news-3"),
    ("night-text", "night"),
    ("night-light", "night"),
];

const GRAPHIC: &[(&str, &str)] = &[
    ("line-control", "canvas"),
    ("line-control", "surface"),
    ("line-control", "inset"),
    ("focus", "canvas"),
    ("focus", "surface"),
    ("high", "surface"),
    ("high-line", "surface"),
    ("high-line", "high-soft"),
    ("medium-line", "surface"),
    ("medium-line", "medium-soft"),
    ("low-line", "surface"),
    ("low-line", "low-soft"),
    ("ok-line", "ok-soft"),
    ("ok-line", "surface"),
    ("accent", "surface"),
    ("accent", "band"),
    ("line-control", "band"),
    ("ink", "fill"),
    ("ink-2", "fill"),
    ("trace", "band"),
    ("trace-2", "band"),
    ("trace-2", "inset"),
    ("cat-1", "surface"),
    ("cat-2", "surface"),
    ("cat-3", "surface"),
    ("cat-4", "surface"),
    ("cat-5", "surface"),
];

pub(crate) type Theme = HashMap<String, [f64; 3]>;

/// The colours of the block that begins after `head`, over those of `base`.
fn theme(head: &str, base: &Theme) -> Theme {
    theme_in(TOKENS, head, base)
}

/// The same in the part of the sheet that begins with `media`: what those who chose nothing see.
fn followed(media: &str, base: &Theme) -> Theme {
    let part = TOKENS.split_once(media).expect("the query is in tokens.css").1;
    theme_in(part, ":root:not([data-theme]) {", base)
}

fn theme_in(sheet: &str, head: &str, base: &Theme) -> Theme {
    let after = sheet.split_once(head).expect("the block is in tokens.css").1;
    let block = after.split_once('}').expect("the block ends").0;
    let mut colours = base.clone();
    for line in block.lines() {
        if let Some((name, value)) = line.trim().strip_prefix("--").and_then(|rest| rest.split_once(": #")) {
            let hex = value.trim_end_matches(';');
            assert_eq!(hex.len(), 6, "{name} is written with six digits");
            let part =
                |at: usize| f64::from(u8::from_str_radix(&hex[at..at + 2], 16).expect("a hexadecimal number")) / 255.0;
            colours.insert(name.to_string(), [part(0), part(2), part(4)]);
        }
    }
    colours
}

fn luminance(colour: [f64; 3]) -> f64 {
    let [red, green, blue] = colour.map(|part| {
        if part <= 0.04045 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

pub(crate) fn contrast(theme: &Theme, pair: (&str, &str)) -> f64 {
    let of = |name: &str| {
        luminance(
            *theme
                .get(name)
                .unwrap_or_else(|| panic!("--{name} is not in tokens.css")),
        )
    };
    let (one, other) = (of(pair.0), of(pair.1));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

pub(crate) fn light() -> Theme {
    theme(":root {", &Theme::new())
}

pub(crate) fn dark() -> Theme {
    theme("[data-theme=\"dark\"] {", &light())
}

pub(crate) fn high_contrast() -> Theme {
    theme("[data-theme=\"contrast\"] {", &light())
}

/// On black, for whose machine asks for dark and for more contrast.
fn high_contrast_at_night() -> Theme {
    followed(
        "@media screen and (prefers-contrast: more) and (prefers-color-scheme: dark) {",
        &dark(),
    )
}

#[test]
fn the_formula_gives_the_known_ends() {
    let theme = Theme::from([
        ("white".into(), [1.0; 3]),
        ("black".into(), [0.0; 3]),
        ("grey".into(), [0.4667; 3]),
    ]);
    assert!((contrast(&theme, ("white", "black")) - 21.0).abs() < 1e-9);
    assert!((contrast(&theme, ("grey", "white")) - 4.48).abs() < 0.01);
}

#[test]
fn everything_that_is_read_can_be_read_in_every_theme() {
    let themes = [
        ("light", light(), 4.5, 3.0),
        ("dark", dark(), 4.5, 3.0),
        ("contrast", high_contrast(), 7.0, 4.5),
        ("contrast at night", high_contrast_at_night(), 7.0, 4.5),
    ];
    let mut faults = Vec::new();
    for (name, theme, of_text, of_graphics) in themes {
        for (pairs, least) in [(TEXT, of_text), (GRAPHIC, of_graphics)] {
            for pair in pairs {
                let contrast = contrast(&theme, *pair);
                if contrast < least {
                    faults.push(format!("{name}: {} on {} is {contrast:.2} of {least}", pair.0, pair.1));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Elsewhere a hairline is decoration; who asked for contrast sees every edge.
#[test]
fn with_high_contrast_hairlines_are_lines() {
    for theme in [high_contrast(), high_contrast_at_night()] {
        for ground in ["canvas", "surface", "inset"] {
            assert!(contrast(&theme, ("line", ground)) >= 3.0, "on {ground}");
        }
    }
}

#[test]
fn who_chose_nothing_sees_the_same() {
    assert!(
        followed("@media screen and (prefers-color-scheme: dark) {", &light()) == dark(),
        "the two dark blocks of tokens.css differ"
    );
    assert!(
        followed("@media (prefers-contrast: more) {", &light()) == high_contrast(),
        "the two blocks of high contrast in tokens.css differ"
    );
    assert!(dark()["canvas"] != light()["canvas"] && high_contrast()["ink"] != light()["ink"]);
}

#[test]
fn no_other_sheet_holds_a_literal_colour() {
    let style = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../style");
    let mut folders = vec![style];
    let mut read = 0;
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("the folder is there") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == "css") && !path.ends_with("tokens.css") {
                read += 1;
                let text = std::fs::read_to_string(&path).expect("a readable sheet");
                for part in text.split("/*") {
                    let rules = part.split_once("*/").map_or(part, |(_, rules)| rules);
                    let literal = ["#", "rgb(", "hsl(", "oklch("]
                        .iter()
                        .find(|mark| rules.contains(**mark));
                    assert_eq!(literal, None, "{}: {rules}", path.display());
                }
            }
        }
    }
    assert!(read > 20, "only {read} sheets were read");
}
