//! What happened in a session, a sentence each with who wrote it and when: the card of the chair tells all of it, and the hand-over what the next shift asks for, in the same words.

use domain::dialysis::access_look::AccessLook;
use hospital::dialysis::chair::Sheet;
use hospital::dialysis::written::By;
use leptos::prelude::*;
use ui::Timeline;
use ui::lang::{self, key, say, tell, word};
use ui::timeline::Entry;

use super::{card, checks, figure, later, litres, names, pressure, replan, weight};

/// A sentence, and who wrote it.
pub(super) type Line<'a> = (&'a By, String);

/// With what was noted beside it.
fn noted(words: String, note: Option<&String>) -> String {
    match note {
        Some(note) => format!("{words}: {note}"),
        None => words,
    }
}

/// What was found of the access: "Bleeding, not in sight: the upper needle".
pub(super) fn found(look: &AccessLook) -> String {
    noted(checks::found_words(look), look.note.as_ref())
}

/// What was done: "Saline given 200 mL".
pub(super) fn interventions(sheet: &Sheet) -> Vec<Line<'_>> {
    let lines = sheet.interventions.iter().map(|line| {
        let amount = line.what.amount.map(|amount| figure(amount.0, 0, "mL"));
        let what = lang::of_english(names::intervention(line.what.kind));
        let words = match amount {
            Some(amount) => format!("{what} {amount}"),
            None => what,
        };
        (&line.by, noted(words, line.what.note.as_ref()))
    });
    lines.collect()
}

/// What went wrong.
pub(super) fn events(sheet: &Sheet) -> Vec<Line<'_>> {
    let lines = sheet.events.iter().map(|line| {
        let what = lang::of_english(names::event(line.what.kind));
        (&line.by, noted(what, line.what.note.as_ref()))
    });
    lines.collect()
}

/// What was given, and behind each who saw it: "Epoetin 4000 IU, into the circuit", "Epoetin: witnessed".
pub(super) fn medicines(sheet: &Sheet) -> Vec<Line<'_>> {
    let mut lines: Vec<Line<'_>> = Vec::new();
    for line in &sheet.medicines {
        let it = &line.what.what;
        let way = lang::of_english(names::route(it.route)).to_lowercase();
        lines.push((&line.by, format!("{} {}, {way}", it.name, it.dose)));
        if let Some(witness) = &line.what.witness {
            lines.push((witness, tell(say::hd_log_witnessed(it.name.clone()))));
        }
    }
    lines
}

/// Everything, in no order.
fn all(sheet: &Sheet) -> Vec<Line<'_>> {
    let mut lines: Vec<Line<'_>> = Vec::new();
    if let Some(done) = &sheet.checked_in {
        lines.push((done, word(key::HD_LOG_CHECKED_IN).to_owned()));
    }
    if let Some(look) = &sheet.look {
        lines.push((&look.by, word(key::HD_LOG_LOOKED).to_owned()));
        if let Some(second) = &look.what.confirmed {
            lines.push((second, word(key::HD_LOG_CONFIRMED).to_owned()));
        }
    }
    if let Some((done, above)) = &sheet.started {
        lines.push((done, noted(word(key::HD_LOG_STARTED).to_owned(), above.as_ref())));
    }
    for line in &sheet.targets {
        lines.push((&line.by, tell(say::hd_log_target(replan::target_words(&line.what)))));
    }
    for line in &sheet.exchanges {
        lines.push((&line.by, replan::exchange_words(&line.what)));
    }
    for line in &sheet.access_looks {
        lines.push((&line.by, tell(say::hd_log_access(found(&line.what)))));
    }
    lines.extend(interventions(sheet));
    lines.extend(events(sheet));
    lines.extend(medicines(sheet));
    if let Some((done, early, note)) = &sheet.ended {
        let words = match early {
            Some(early) => tell(say::hd_log_ended_early(lang::of_english(names::early(*early)))),
            None => word(key::HD_LOG_ENDED).to_owned(),
        };
        lines.push((done, noted(words, note.as_ref())));
    }
    if let Some(after) = &sheet.after {
        let words = tell(say::hd_log_after(
            weight(after.what.weight),
            pressure(after.what.lying),
            litres(after.what.uf_removed),
        ));
        lines.push((&after.by, words));
    }
    if let Some((done, note)) = &sheet.signed {
        lines.push((done, noted(word(key::HD_LOG_SIGNED).to_owned(), note.as_ref())));
    }
    lines
}

/// Everything that happened, the newest first.
pub(super) fn card_of(sheet: &Sheet) -> Option<AnyView> {
    let mut entries: Vec<Entry> = all(sheet)
        .into_iter()
        .map(|(by, words)| Entry {
            at: by.at,
            words,
            who: [by.name.clone(), later(by)]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(" · "),
            amended: None,
        })
        .collect();
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.at));
    (!entries.is_empty()).then(|| {
        view! { {card(word(key::HD_LOG), "log", String::new(), None, view! { <div class="card__body"><Timeline label=word(key::HD_LOG) entries=entries/></div> }.into_any())} }.into_any()
    })
}
