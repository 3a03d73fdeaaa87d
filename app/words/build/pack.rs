//! A pattern of Fluent in the form that `src/pattern.rs` reads: text, what is put in, and what depends on something. More of Fluent we do not use, and say so.

use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement, VariantKey};
use fluent_syntax::unicode::unescape_unicode_to_string;

/// A pattern.
pub struct Packed(pub Vec<Piece>);

/// A piece of one.
pub enum Piece {
    /// Text as it stands.
    Text(String),
    /// What is put in, by name.
    Put(String),
    /// What depends on something: its name, and each variant's name (the default with `*`) and pattern.
    Choose(String, Vec<(String, Packed)>),
}

impl Packed {
    /// What it takes, in the order in which it names it.
    pub fn takes(&self) -> Vec<String> {
        let mut names = Vec::new();
        self.collect(&mut names);
        names
    }

    fn collect(&self, names: &mut Vec<String>) {
        let see = |name: &String, names: &mut Vec<String>| {
            if !names.contains(name) {
                names.push(name.clone());
            }
        };
        for piece in &self.0 {
            match piece {
                Piece::Text(_) => {}
                Piece::Put(name) => see(name, names),
                Piece::Choose(name, variants) => {
                    see(name, names);
                    variants.iter().for_each(|(_, pattern)| pattern.collect(names));
                }
            }
        }
    }

    /// As `src/pattern.rs` reads it; `takes` gives each name its letter.
    pub fn text(&self, takes: &[String]) -> String {
        let letter = |name: &String| {
            let place = takes
                .iter()
                .position(|it| it == name)
                .and_then(|place| u8::try_from(place).ok());
            char::from(b'a' + place.unwrap_or(25))
        };
        self.0
            .iter()
            .map(|piece| match piece {
                Piece::Text(text) => text.clone(),
                Piece::Put(name) => format!("\u{1}{}", letter(name)),
                Piece::Choose(name, variants) => {
                    let variants: String = variants
                        .iter()
                        .map(|(name, pattern)| format!("\u{3}{name}\u{4}{}", pattern.text(takes)))
                        .collect();
                    format!("\u{2}{}{variants}\u{5}", letter(name))
                }
            })
            .collect()
    }
}

/// Packs a pattern.
pub fn pattern(pattern: &Pattern<&str>) -> Result<Packed, String> {
    pattern
        .elements
        .iter()
        .map(element)
        .collect::<Result<_, _>>()
        .map(Packed)
}

fn element(element: &PatternElement<&str>) -> Result<Piece, String> {
    let expression = match element {
        PatternElement::TextElement { value } if value.contains(|sign: char| sign < ' ' && sign != '\n') => {
            return Err("a control character stands in it".to_owned());
        }
        PatternElement::TextElement { value } => return Ok(Piece::Text((*value).to_owned())),
        PatternElement::Placeable { expression } => expression,
    };
    if let Some(text) = literal(expression) {
        return Ok(Piece::Text(text));
    }
    match expression {
        Expression::Inline(inline) => Ok(Piece::Put(variable(inline)?)),
        Expression::Select { selector, variants } => {
            let variants = variants.iter().map(|variant| {
                let key = match variant.key {
                    VariantKey::Identifier { name } => name,
                    VariantKey::NumberLiteral { value } => value,
                };
                let mark = if variant.default { "*" } else { "" };
                Ok((format!("{mark}{key}"), self::pattern(&variant.value)?))
            });
            Ok(Piece::Choose(
                variable(selector)?,
                variants.collect::<Result<_, String>>()?,
            ))
        }
    }
}

fn variable(inline: &InlineExpression<&str>) -> Result<String, String> {
    match inline {
        InlineExpression::VariableReference { id } => Ok(id.name.to_owned()),
        InlineExpression::Placeable { expression } => match &**expression {
            Expression::Inline(inner) => variable(inner),
            Expression::Select { .. } => Err("a choice stands where a name should".to_owned()),
        },
        _ => Err("only { $names } and choices between variants are used here: no functions, no references".to_owned()),
    }
}

/// The text of a quoted literal.
pub fn literal(expression: &Expression<&str>) -> Option<String> {
    match expression {
        Expression::Inline(InlineExpression::StringLiteral { value }) => {
            Some(unescape_unicode_to_string(value).into_owned())
        }
        _ => None,
    }
}
