//! How a language counts: the plural rules of the Unicode CLDR (<https://www.unicode.org/reports/tr35/tr35-numbers.html#Language_Plural_Rules>), as its files write them.
//!
//! A rule is `one: i = 1 and v = 0; two: n % 10 = 2 and n % 100 != 12..14`. What no rule takes is `other`. The operands: `n` the number, `i` its whole part, `v` how many
//! decimals are written, `f` the decimals as a whole number. (`t`, `w` and `e`, which few languages use, are not known: the build refuses them.)

/// A number as it is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counted {
    /// The whole part.
    pub i: u64,
    /// How many decimals are written.
    pub v: u32,
    /// The decimals as a whole number.
    pub f: u64,
}

/// The name of the category of a number under these rules.
pub fn category(rules: &str, number: Counted) -> &str {
    rules
        .split(';')
        .filter_map(|rule| rule.split_once(':'))
        .find(|(_, condition)| holds(condition, number) == Some(true))
        .map_or("other", |(name, _)| name.trim())
}

/// Whether the rules are written as they should be; what is wrong otherwise.
pub fn check(rules: &str) -> Result<(), String> {
    for rule in rules.split(';').filter(|rule| !rule.trim().is_empty()) {
        let Some((name, condition)) = rule.split_once(':') else {
            return Err(format!("“{}” has no name before a colon", rule.trim()));
        };
        if !["zero", "one", "two", "few", "many"].contains(&name.trim()) {
            return Err(format!("“{}” is no category: zero, one, two, few, many", name.trim()));
        }
        if holds(condition, Counted { i: 1, v: 0, f: 0 }).is_none() {
            return Err(format!(
                "“{}” is no condition like “n % 10 = 2..4 and v = 0”",
                condition.trim()
            ));
        }
    }
    Ok(())
}

/// Whether a condition holds; `None` when it cannot be read. All of it is read, so that a fault in its second half is found as well.
fn holds(condition: &str, number: Counted) -> Option<bool> {
    condition.split(" or ").try_fold(false, |any, part| {
        let all = part
            .split(" and ")
            .try_fold(true, |all, relation| Some(relation_holds(relation, number)? && all))?;
        Some(any || all)
    })
}

fn relation_holds(relation: &str, number: Counted) -> Option<bool> {
    let (left, wanted, right) = match relation.split_once("!=") {
        Some((left, right)) => (left, false, right),
        None => {
            let (left, right) = relation.split_once('=')?;
            (left, true, right)
        }
    };
    let (operand, modulo) = match left.split_once('%') {
        Some((operand, modulo)) => (operand, Some(modulo.trim().parse::<u64>().ok().filter(|it| *it > 0)?)),
        None => (left, None),
    };
    // With decimals `n` is no whole number, and equals none.
    let (value, whole) = match operand.trim() {
        "n" => (number.i, number.f == 0),
        "i" => (number.i, true),
        "v" => (u64::from(number.v), true),
        "f" => (number.f, true),
        _ => return None,
    };
    let value = modulo.map_or(value, |modulo| value % modulo);
    let found = right.split(',').try_fold(false, |found, range| {
        let (low, high) = range.split_once("..").unwrap_or((range, range));
        let (low, high) = (low.trim().parse::<u64>().ok()?, high.trim().parse::<u64>().ok()?);
        Some(found || (low..=high).contains(&value))
    })?;
    Some((whole && found) == wanted)
}
