//! Whether what was typed fits the name and the words of a page, in the reader's language: accents, capitals and the marks of Arabic vowels are no hindrance.

/// How a page fits; the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// Its name begins so.
    Named,
    /// Each word begins one of its name.
    InName,
    /// Each word begins one of its name or of what is done there.
    InWords,
}

/// How a page of this name, where this is done, fits what was typed. Nothing typed fits nothing.
pub fn fit(typed: &str, name: &str, note: &str) -> Option<Fit> {
    let (typed, name, note) = (fold(typed), fold(name), fold(note));
    let sought: Vec<&str> = words(&typed).collect();
    if sought.is_empty() {
        return None;
    }
    let begins = |text: &str, word: &str| words(text).any(|known| known.starts_with(word));
    if name.starts_with(&sought.join(" ")) {
        Some(Fit::Named)
    } else if sought.iter().all(|word| begins(&name, word)) {
        Some(Fit::InName)
    } else if sought.iter().all(|word| begins(&name, word) || begins(&note, word)) {
        Some(Fit::InWords)
    } else {
        None
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|sign: char| !sign.is_alphanumeric())
        .filter(|word| !word.is_empty())
}

/// Small letters without what our languages put on them; of Arabic without vowels and with one form of alef, yeh and teh.
fn fold(text: &str) -> String {
    let plain = text.chars().flat_map(char::to_lowercase).filter_map(|sign| {
        Some(match sign {
            '\u{64b}'..='\u{652}' | '\u{640}' | '\u{300}'..='\u{36f}' => return None,
            'à' | 'â' | 'ä' | 'á' => 'a',
            'ç' => 'c',
            'é' | 'è' | 'ê' | 'ë' => 'e',
            'î' | 'ï' | 'í' => 'i',
            'ô' | 'ö' | 'ó' => 'o',
            'ù' | 'û' | 'ü' | 'ú' => 'u',
            'أ' | 'إ' | 'آ' => 'ا',
            'ى' => 'ي',
            'ة' => 'ه',
            other => other,
        })
    });
    // The Arabic article is no part of the word that somebody looks for.
    plain.collect::<String>().replace(" ال", " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_found_by_its_name_before_what_is_done_there() {
        let audit = |typed: &str| fit(typed, "Audit", "Who did or looked at what, and a file of it");
        assert_eq!(audit("aud"), Some(Fit::Named));
        assert_eq!(audit("LOOKED who"), Some(Fit::InWords));
        assert_eq!(audit("dit"), None, "the middle of a word");
        assert_eq!(audit("audit device"), None, "each word counts");
        assert_eq!(audit("  "), None);
        assert_eq!(fit("tokens", "Device tokens", ""), Some(Fit::InName));
    }

    #[test]
    fn accents_and_arabic_spelling_are_no_hindrance() {
        assert_eq!(fit("securite", "Sécurité du compte", ""), Some(Fit::Named));
        assert_eq!(fit("Côté", "Cote", ""), Some(Fit::Named));
        assert_eq!(fit("اجهزه", "أجهزة", ""), Some(Fit::Named));
        assert_eq!(fit("مرضى", "سجل المرضى", ""), Some(Fit::InName));
    }
}
