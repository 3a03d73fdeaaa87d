//! Patients, wards, hospitals and pages as hits, in groups.

use domain::ids::WardId;
use domain::patients::Person;
use domain::time::Zone;
use hospital::Ctx;
use hospital::identity::Workplace;
use hospital::patients::Quick;
use hospital::patients::looks::Recent;
use ui::lang::{self, key, say, tell, word};
use ui::{Hit, HitGroup, Way};

use super::places::{Opens, Place, of_portal, of_staff};
use super::words::fit;
use crate::forms::patients::born;
use crate::routes;

/// Pages at most, while somebody types.
const MOST_PAGES: usize = 8;

/// The pages that the asker may open.
pub fn places(ctx: &Ctx, portal: bool) -> Vec<Place> {
    let all = if portal { of_portal() } else { of_staff() };
    let opens = |place: &Place| match place.opens {
        Opens::With(actions) => actions.iter().any(|action| ctx.may_at_all(*action)),
        Opens::Role(role) => ctx.actor().is(role),
        Opens::Everybody => true,
    };
    all.into_iter().filter(opens).collect()
}

/// Those of them that fit what was typed, the best first; all of them when nothing was.
pub fn pages(places: Vec<Place>, typed: &str) -> HitGroup {
    let hit = |place: Place| Hit {
        way: Way::To(place.href.into()),
        icon: place.icon,
        name: word(place.name).to_owned(),
        note: word(place.note).to_owned(),
    };
    let hits = match typed.trim() {
        "" => places.into_iter().map(hit).collect(),
        typed => {
            let fits = places.into_iter().filter_map(|place| {
                let fit = fit(typed, word(place.name), word(place.note))?;
                Some((fit, hit(place)))
            });
            let mut fits: Vec<_> = fits.collect();
            // What fits alike keeps its order.
            fits.sort_by_key(|(fit, _)| *fit);
            fits.into_iter().map(|(_, hit)| hit).take(MOST_PAGES).collect()
        }
    };
    HitGroup {
        word: word(key::FIND_PAGES),
        hits,
    }
}

/// The patients who were found: the reader's own lead to their chart, others to their record.
pub fn patients(quick: Quick) -> Vec<HitGroup> {
    let Quick {
        mine,
        found,
        is_alike,
        zone,
    } = quick;
    let own = mine.into_iter().map(|mine| {
        patient(
            &mine.person,
            &mine.joined_numbers(),
            routes::patient(mine.person.id),
            None,
            &zone,
        )
    });
    let found = found.into_iter().map(|row| {
        patient(
            &row.person,
            &row.joined,
            routes::record_of(row.person.id),
            row.ward,
            &zone,
        )
    });
    let others = if is_alike { key::FIND_ALIKE } else { key::PLACE_PATIENTS };
    [
        (key::PLACE_MY_PATIENTS, own.collect()),
        (others, found.collect::<Vec<_>>()),
    ]
    .into_iter()
    .map(|(name, hits)| HitGroup { word: word(name), hits })
    .collect()
}

/// Whom the asker saw lately.
pub fn recent(recent: Recent) -> HitGroup {
    let Recent { patients, zone } = recent;
    let hits = patients.into_iter().map(|seen| {
        let id = seen.row.person.id;
        let href = match seen.may_read {
            true => routes::patient(id),
            false => routes::record_of(id),
        };
        patient(&seen.row.person, &seen.row.joined, href, seen.row.ward, &zone)
    });
    HitGroup {
        word: word(key::FIND_RECENT),
        hits: hits.collect(),
    }
}

/// The asker's wards, where they have more than one.
pub fn wards(wards: Vec<(WardId, String)>, typed: &str) -> HitGroup {
    let several = wards.len() > 1;
    let hits = wards.into_iter().filter(|(_, name)| several && fits(typed, name));
    let hit = |(ward, name): (WardId, String)| Hit {
        way: Way::To(routes::ward(ward)),
        icon: "bed",
        name,
        note: String::new(),
    };
    HitGroup {
        word: word(key::FIND_WARDS),
        hits: hits.map(hit).collect(),
    }
}

/// The other hospitals in which the asker has a role. To go there is an act: the session goes on under a new id.
pub fn work(work: Vec<Workplace>, typed: &str) -> HitGroup {
    let others = work
        .into_iter()
        .filter(|place| !place.is_here && fits(typed, &place.name));
    let hit = |place: Workplace| Hit {
        way: Way::Post {
            door: routes::WORK_IN,
            field: "hospital",
            value: place.hospital.to_string(),
        },
        icon: "building",
        name: place.name,
        note: word(key::GO_THERE).to_owned(),
    };
    HitGroup {
        word: word(key::FIND_WORK),
        hits: others.map(hit).collect(),
    }
}

fn fits(typed: &str, name: &str) -> bool {
    typed.trim().is_empty() || fit(typed, name, "").is_some()
}

/// `OKAFOR, Amara` with what tells her from another Okafor: birth, number, the numbers that lead to hers, where she lies.
pub fn patient(person: &Person, joined: &[String], href: String, ward: Option<String>, zone: &Zone) -> Hit {
    let note = [
        Some(born(person, zone)),
        Some(lang::of_english(person.sex.words())),
        Some(person.hospital_number.clone()),
        (!joined.is_empty()).then(|| tell(say::join_also(joined.join(word(key::LIST_COMMA))))),
        ward,
    ];
    Hit {
        way: Way::To(href),
        icon: "person",
        name: person.staff_name(),
        note: note.into_iter().flatten().collect::<Vec<_>>().join(" · "),
    }
}

/// The groups in which something stands.
pub fn filled(groups: impl IntoIterator<Item = HitGroup>) -> Vec<HitGroup> {
    groups.into_iter().filter(|group| !group.hits.is_empty()).collect()
}
