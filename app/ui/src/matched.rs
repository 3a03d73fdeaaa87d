//! Text with what somebody typed in bold: in lists of drugs, people and places.

use leptos::prelude::*;

/// `text`, cut into what fits `typed` and what does not. A fit begins a word; upper and lower case are the same.
pub fn cut(text: &str, typed: &str) -> Vec<(bool, String)> {
    let wanted: Vec<char> = typed.trim().chars().flat_map(char::to_lowercase).collect();
    let letters: Vec<char> = text.chars().collect();
    let (mut parts, mut plain) = (Vec::new(), String::new());
    let mut at = 0;
    while at < letters.len() {
        let begins = at == 0 || !letters[at - 1].is_alphanumeric();
        let length = if begins { fit(&letters[at..], &wanted) } else { 0 };
        if length == 0 {
            plain.push(letters[at]);
            at += 1;
        } else {
            if !plain.is_empty() {
                parts.push((false, std::mem::take(&mut plain)));
            }
            parts.push((true, letters[at..at + length].iter().collect()));
            at += length;
        }
    }
    if !plain.is_empty() {
        parts.push((false, plain));
    }
    parts
}

/// How many of the first letters are what is wanted; 0 when they are not. One letter may be several in lower case.
fn fit(letters: &[char], wanted: &[char]) -> usize {
    let mut rest = wanted;
    for (place, letter) in letters.iter().enumerate() {
        if rest.is_empty() {
            return place;
        }
        for lower in letter.to_lowercase() {
            let Some((first, after)) = rest.split_first() else {
                return 0;
            };
            if *first != lower {
                return 0;
            }
            rest = after;
        }
    }
    if rest.is_empty() { letters.len() } else { 0 }
}

/// The text, with `<mark>` around what fits.
#[component]
pub fn Matched(
    /// The whole text.
    #[prop(into)]
    text: String,
    /// What was typed.
    #[prop(into)]
    typed: String,
) -> impl IntoView {
    cut(&text, &typed)
        .into_iter()
        .map(|(fits, part)| {
            if fits {
                view! { <mark class="match">{part}</mark> }.into_any()
            } else {
                view! { {part} }.into_any()
            }
        })
        .collect_view()
}

#[cfg(test)]
mod tests {
    use super::cut;

    fn bold(text: &str, typed: &str) -> String {
        let parts = cut(text, typed);
        parts
            .into_iter()
            .map(|(fits, part)| if fits { format!("[{part}]") } else { part })
            .collect()
    }

    #[test]
    fn the_beginning_of_a_word_is_found_in_any_case() {
        assert_eq!(bold("MWANGI, Joseph", "mwan"), "[MWAN]GI, Joseph");
        assert_eq!(bold("Amoxicillin clavulanate", "clav"), "Amoxicillin [clav]ulanate");
        assert_eq!(
            bold("Amoxicillin", "illin"),
            "Amoxicillin",
            "the middle of a word is no match"
        );
    }

    #[test]
    fn every_text_is_whole_whatever_is_typed() {
        for (text, typed) in [
            ("", "a"),
            ("a", ""),
            ("Ärzte", "ärz"),
            ("İzmir", "i"),
            ("ab", "abc"),
            ("سلمى", "سل"),
        ] {
            let whole: String = cut(text, typed).into_iter().map(|(_, part)| part).collect();
            assert_eq!(whole, text, "{typed}");
        }
    }
}
