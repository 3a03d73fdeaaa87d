//! Numbers as a page writes them. Written here by whole numbers: the standard library's way of writing floating ones is exact to the last digit
//! of the longest, and is 8 kB of what a browser has to load.

/// `value` with so many decimals, three at most; half is rounded away from 0.
pub fn fixed(value: f64, decimals: usize) -> String {
    let scale = [1, 10, 100, 1_000].get(decimals).copied().unwrap_or(1);
    let scaled = (value * scale as f64).round() as i64;
    let sign = if scaled < 0 { "-" } else { "" };
    let (whole, part) = (scaled.unsigned_abs() / scale, scaled.unsigned_abs() % scale);
    match scale {
        1 => format!("{sign}{whole}"),
        _ => format!("{sign}{whole}.{part:0decimals$}"),
    }
}

/// `value` rounded to so many decimals.
pub fn rounded(value: f64, decimals: usize) -> f64 {
    let scale = 10f64.powi(i32::try_from(decimals).unwrap_or(0));
    (value * scale).round() / scale
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_the_standard_library_writes_them() {
        for value in [0.0, 0.04, 0.06, 1.0, -0.3, -0.04, 36.6, 99.96, -186.0, 1234.567] {
            for decimals in 0..=3 {
                let expected = format!("{value:.decimals$}");
                let expected = if expected.trim_start_matches(['-', '0', '.']).is_empty() {
                    expected.trim_start_matches('-').to_owned()
                } else {
                    expected
                };
                assert_eq!(fixed(value, decimals), expected, "{value} with {decimals}");
            }
        }
    }
}
