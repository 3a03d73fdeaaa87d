//! How a test of the list stands in one field that also takes what somebody types: `Potassium, mmol/L · 2823-3`. The code at its end tells it from words.

/// What stands in the field.
pub fn listed(name: &str, unit: &str, code: &str) -> String {
    match unit {
        "" => format!("{name} · {code}"),
        unit => format!("{name}, {unit} · {code}"),
    }
}

/// The LOINC code at the end of what was typed: digits, a hyphen and a check digit, alone or after a dot. None for words.
pub fn code_of(typed: &str) -> Option<&str> {
    let last = typed.rsplit('·').next()?.trim();
    let (number, check) = last.split_once('-')?;
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    (digits(number) && number.len() <= 7 && digits(check) && check.len() == 1).then_some(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_test_of_the_list_is_found_by_its_code_and_words_are_words() {
        let field = listed("Potassium", "mmol/L", "2823-3");
        assert_eq!(field, "Potassium, mmol/L · 2823-3");
        assert_eq!(code_of(&field), Some("2823-3"));
        assert_eq!(code_of(" 2823-3 "), Some("2823-3"));
        for words in [
            "Potassium",
            "",
            "2823",
            "2823-",
            "2823-33",
            "Factor IX-2",
            "· x-1",
            "12345678-1",
        ] {
            assert_eq!(code_of(words), None, "{words}");
        }
    }
}
