//! Whose chart it is: sticky on top of the patient page, so that nobody reads another's numbers.

use domain::patients::{Left, Person, Place, Sex};
use domain::records::{Allergies, Flag, FlagKind};
use domain::time::{Moment, Zone};
use hospital::patients::changes::LEAVES;
use leptos::prelude::*;
use ui::lang::{self, key, say, tell, word};
use ui::time::date;
use ui::{Banner, Fact, Standing, Warning};

use super::bed_card::age_and_sex;
use crate::routes;

/// The banner. Its name is the page's `h1`.
#[component]
pub fn PatientBanner(
    person: Person,
    place: Option<Place>,
    zone: Zone,
    rendered_at: Moment,
    allergies: Option<Allergies>,
    flags: Vec<Flag>,
    left: Option<Left>,
) -> impl IntoView {
    let (year, month_number, day) = person.born_on;
    let years = person.age(zone.civil(rendered_at));
    let born = match person.year_only {
        true => tell(say::born_about_and_years(i64::from(year), years)),
        false => tell(say::born_and_years(date(year, month_number, day), years)),
    };
    let gender = tell(say::sex(match person.sex {
        Sex::Female => "female",
        Sex::Male => "male",
        Sex::Other => "another",
        Sex::Unknown => "unknown",
    }));
    let place = match place {
        Some(Place { ward, ward_name, bed }) => {
            view! { <a href=routes::ward(ward)>{ward_name}</a>{tell(say::comma_bed(bed))} }.into_any()
        }
        None => word(key::NO_DEVICE_MEASURES).into_any(),
    };
    let facts = vec![
        Fact::new(word(key::BORN), born).always(),
        Fact::new(word(key::HOSPITAL_NUMBER), person.hospital_number.clone()).always(),
        Fact::new(word(key::GENDER_HEAD), gender),
        Fact::new(word(key::HEALTH_ID_HEAD), health_id(&person)),
    ];
    let (warnings, standing) = (warnings(allergies.as_ref(), &flags), standing(left.as_ref(), &zone));
    let place = view! { {place}" · "{age_and_sex(&person, &zone)} }.into_any();
    view! { <Banner name=person.staff_name() place=place facts=facts warnings=warnings standing=standing/> }
}

/// The health id in its groups, or that it is not known.
pub fn health_id(person: &Person) -> String {
    match person.health_id.is_empty() {
        true => word(key::NOT_KNOWN).to_owned(),
        false => person.health_id_grouped(),
    }
}

/// What the banner warns of: what they do not bear first.
pub fn warnings(allergies: Option<&Allergies>, flags: &[Flag]) -> Vec<Warning> {
    allergies
        .map(warning)
        .into_iter()
        .chain(flags.iter().map(flag))
        .collect()
}

/// What the whole of it is: of somebody who has died, of a patient here no longer, or as usual.
pub fn standing(left: Option<&Left>, zone: &Zone) -> Standing {
    let Some(left) = left else {
        return Standing::Usual;
    };
    let on = left.at.map(|at| {
        let on = zone.civil(at);
        date(on.year, on.month, on.day)
    });
    let why = LEAVES.iter().find(|(word, _)| *word == left.because);
    match (on, why) {
        (Some(on), _) if left.is_dead() => Standing::Died(tell(say::standing_died(on))),
        (Some(on), Some((_, why))) => Standing::Left(tell(say::standing_left(on, lang::of_english(why)))),
        _ => Standing::Left(word(key::NO_LONGER_A_PATIENT).to_owned()),
    }
}

fn flag(flag: &Flag) -> Warning {
    let (head, text) = (lang::of_english(flag.kind.words()), flag.text.clone());
    match flag.kind {
        kind if kind.is_limb() => Warning::Limb(head, text),
        FlagKind::Isolation => Warning::Other("shield", head, text),
        FlagKind::Interpreter => Warning::Other("chat", head, text),
        _ => Warning::Other("medium", head, text),
    }
}

/// Nobody has asked, there is none, or these.
fn warning(allergies: &Allergies) -> Warning {
    match allergies {
        Allergies::NotAsked => Warning::AllergiesNotAsked,
        Allergies::NoneKnown => Warning::NoAllergies,
        Allergies::Known(_) => Warning::Allergies(allergies.in_words()),
    }
}
