//! Words that must stand in no log.

use std::collections::BTreeMap;
use std::sync::Mutex;

/// Every canary begins so; the gate searches the logs of its own run for it (`.make/canaries.sh`).
const CANARY: &str = "wlcanary";

#[derive(Default)]
struct Words {
    /// Where each canary was planted, by its number.
    planted: Vec<String>,
    /// Secrets that somebody else made, and what each is.
    watched: BTreeMap<String, String>,
}

/// Words that must stand in no log, and where each was planted.
#[derive(Default)]
pub struct Aviary(Mutex<Words>);

impl Aviary {
    /// A new canary.
    pub fn plant(&self, place: &str) -> String {
        let mut words = self.0.lock().unwrap();
        words.planted.push(place.to_owned());
        format!("{CANARY}{:05}", words.planted.len() - 1)
    }

    /// A secret that somebody else made.
    pub fn watch(&self, what: &str, word: &str) {
        assert!(word.len() >= 8, "{what}: too short to search for");
        self.0.lock().unwrap().watched.insert(word.to_owned(), what.to_owned());
    }

    /// How many secrets of this kind are watched.
    pub fn watches(&self, what: &str) -> usize {
        self.0.lock().unwrap().watched.values().filter(|it| *it == what).count()
    }

    /// What of all that stands in `text`. Canaries are found by how they begin: thousands are not searched for one by one.
    pub fn found_in(&self, text: &str) -> Vec<String> {
        let words = self.0.lock().unwrap();
        let canaries = text.match_indices(CANARY).map(|(at, _)| {
            let digits = text
                .get(at + CANARY.len()..at + CANARY.len() + 5)
                .and_then(|digits| digits.parse::<usize>().ok());
            let place = digits.and_then(|number| words.planted.get(number));
            format!("{CANARY} ({})", place.map_or("unknown", String::as_str))
        });
        let secrets = words.watched.iter().filter(|(word, _)| text.contains(word.as_str()));
        let mut found: Vec<String> = canaries.chain(secrets.map(|(_, what)| what.clone())).collect();
        found.sort_unstable();
        found.dedup();
        found
    }
}

#[test]
fn what_is_planted_and_what_is_watched_is_found() {
    let aviary = Aviary::default();
    let word = aviary.plant("a note");
    aviary.watch("a secret", "0123456789");
    assert_eq!(aviary.found_in("calm"), Vec::<String>::new());
    let found = aviary.found_in(&format!("{word} and 0123456789"));
    assert_eq!(found, ["a secret", "wlcanary (a note)"]);
}
