//! Whose page it is, on each page of one patient: who they are, and what must be known before anything is done, for who may read that.

use domain::ids::PatientId;
use hospital::patients::identity::Identity;
use leptos::prelude::*;
use ui::lang::{self, key, word};
use ui::{Banner, Fact, Link, Reach};

use super::born;
use crate::routes;
use crate::widgets::joined_bar::JoinedBar;
use crate::widgets::patient_banner::{health_id, standing, warnings};

/// The banner; its name is the page's `h1`.
pub(crate) fn banner(identity: &Identity, place: AnyView) -> AnyView {
    drawn(identity, place, false)
}

/// The banner of a page that has an `h1` of its own, with the way to the record.
pub(crate) fn within(identity: &Identity) -> AnyView {
    drawn(identity, to_record(identity.person.id), true)
}

fn drawn(identity: &Identity, place: AnyView, within: bool) -> AnyView {
    let person = &identity.person;
    let facts = vec![
        Fact::new(word(key::BORN), born(person, &identity.zone)).always(),
        Fact::new(word(key::HOSPITAL_NUMBER), person.hospital_number.clone()).always(),
        Fact::new(word(key::GENDER_HEAD), lang::of_english(person.sex.words())),
        Fact::new(word(key::HEALTH_ID_HEAD), health_id(person)),
    ];
    let title = identity.title.clone().unwrap_or_default();
    let warnings = warnings(identity.allergies.as_ref(), &identity.flags);
    let standing = standing(identity.left.as_ref(), &identity.zone);
    view! {
        <Banner name=person.staff_name() title=title place=place facts=facts warnings=warnings standing=standing within=within/>
        <JoinedBar joined=identity.joined.clone() patient=person.id may_merge=identity.may_merge/>
    }
    .into_any()
}

/// Back to the whole of it.
pub(crate) fn to_record(id: PatientId) -> AnyView {
    view! { <Link href=routes::record_of(id) reach=Reach::Alone>{word(key::TO_THE_RECORD)}</Link> }.into_any()
}
