//! The number that a hospital gives a patient: its letters, seven digits that count up, and one that checks them, such as `RG-0000 0018`.

/// The quasigroup of order 10 of H. M. Damm ("Total anti-symmetrische Quasigruppen", Marburg 2004): its check finds every single wrong digit and every two neighbours
/// that were exchanged, which that of Luhn does not.
const DAMM: [[u8; 10]; 10] = [
    [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
    [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
    [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
    [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
    [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
    [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
    [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
    [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
    [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
    [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
];
/// How many digits, the last of which checks the others.
const DIGITS: usize = 8;

/// The number of the `count`th patient whom a hospital with these letters registered.
pub fn hospital_number(letters: &str, count: u32) -> String {
    let counted = format!("{count:07}");
    let all = format!("{counted}{}", interim(&counted));
    let (first, last) = all.split_at(4);
    format!("{letters}-{first} {last}")
}

/// Whether a number of this form was copied right: letters, eight digits, and the last fits the others. A number of another form, from before, says nothing.
pub fn is_miscopied(bare: &str) -> bool {
    let digits = bare.trim_start_matches(|sign: char| sign.is_ascii_alphabetic());
    digits.len() == DIGITS && digits.bytes().all(|sign| sign.is_ascii_digit()) && interim(digits) != 0
}

/// The letters of a hospital's numbers: how its name begins, `RG` for Riverbend General.
pub fn letters_of(hospital: &str) -> String {
    let words: Vec<Vec<char>> = hospital
        .split_whitespace()
        .map(|word| word.chars().filter(char::is_ascii_alphabetic).collect::<Vec<char>>())
        .filter(|word| !word.is_empty())
        .collect();
    let firsts: String = words.iter().take(4).map(|word| word[0]).collect();
    let letters = match words.as_slice() {
        [one] => one.iter().take(2).collect(),
        _ => firsts,
    };
    let letters = letters.to_ascii_uppercase();
    if letters.len() < 2 { "PT".to_owned() } else { letters }
}

/// What the digits come to: the digit that checks them, or 0 when the last one checks the others.
fn interim(digits: &str) -> u8 {
    digits.bytes().fold(0, |row, sign| {
        DAMM[usize::from(row)][usize::from(sign.wrapping_sub(b'0') % 10)]
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_worked_example_of_the_method_checks() {
        // 572 has the check digit 4 (en.wikipedia.org/wiki/Damm_algorithm, "Example").
        assert_eq!((interim("572"), interim("5724")), (4, 0));
    }

    #[test]
    fn numbers_count_up_and_end_in_their_check() {
        let first = hospital_number("RG", 1);
        assert_eq!(first, "RG-0000 0013");
        assert!(!is_miscopied("RG00000013"));
        assert_ne!(hospital_number("RG", 2), first);
        assert_eq!(hospital_number("RG", 1_234_567).len(), first.len());
    }

    #[test]
    fn every_wrong_digit_and_every_exchange_of_neighbours_is_found() {
        for count in [1, 42, 99, 909_090, 1_234_567, 9_999_999] {
            let right: String = hospital_number("RG", count).replace([' ', '-'], "");
            assert!(!is_miscopied(&right), "{right}");
            for place in 2..right.len() {
                for digit in b'0'..=b'9' {
                    let mut wrong = right.clone().into_bytes();
                    let same = wrong[place] == digit;
                    wrong[place] = digit;
                    assert_eq!(is_miscopied(std::str::from_utf8(&wrong).unwrap()), !same);
                }
                let mut exchanged = right.clone().into_bytes();
                if place + 1 < right.len() && exchanged[place] != exchanged[place + 1] {
                    exchanged.swap(place, place + 1);
                    assert!(
                        is_miscopied(std::str::from_utf8(&exchanged).unwrap()),
                        "{right} {place}"
                    );
                }
            }
        }
        assert!(!is_miscopied("RG2044178"), "a number from before has its own form");
    }

    #[test]
    fn the_letters_are_how_the_name_begins() {
        for (name, letters) in [
            ("Riverbend General", "RG"),
            ("Lakeside", "LA"),
            ("St. Mary's Hospital of the Nile Valley", "SMHO"),
            ("مستشفى", "PT"),
        ] {
            assert_eq!(letters_of(name), letters, "{name}");
        }
    }
}
