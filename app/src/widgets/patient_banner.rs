//! Whose chart it is: sticky on top of the patient page, so that nobody reads another's numbers.

use domain::patients::{Person, Place, Sex};
use domain::records::Allergies;
use domain::time::{Moment, Zone};
use leptos::prelude::*;
use ui::lang::{key, say, tell, word};
use ui::time::date;
use ui::{Banner, Fact, Warning};

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
    let warnings = allergies.map(|known| warning(&known)).into_iter().collect();
    let place = view! { {place}" · "{age_and_sex(&person, &zone)} }.into_any();
    view! { <Banner name=person.staff_name() place=place facts=facts warnings=warnings/> }
}

/// The health id in its groups, or that it is not known.
pub fn health_id(person: &Person) -> String {
    match person.health_id.is_empty() {
        true => word(key::NOT_KNOWN).to_owned(),
        false => person.health_id_grouped(),
    }
}

/// What the banner warns of: nobody has asked, there is none, or these.
pub fn warning(allergies: &Allergies) -> Warning {
    match allergies {
        Allergies::NotAsked => Warning::AllergiesNotAsked,
        Allergies::NoneKnown => Warning::NoAllergies,
        Allergies::Known(_) => Warning::Allergies(allergies.in_words()),
    }
}
