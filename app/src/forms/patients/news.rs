//! What is new to the reader since they looked: a card of the record, and a mark in lists.

use domain::ids::PatientId;
use hospital::patients::news::{Change, News, Part};
use leptos::prelude::*;
use ui::lang::{Arg, Key, key, listed, say, tell, weave, word};
use ui::{Card, Time, TimeStyle};

use crate::routes;

/// The card; none for who looks for the first time.
pub(crate) fn card(patient: PatientId, news: News) -> AnyView {
    let Some(since) = news.since else {
        return ().into_any();
    };
    let at = view! { <Time at=Signal::stored(Some(since)) style=TimeStyle::DateClock/> }.into_any();
    let changes = match news.changes.is_empty() {
        true => view! { <p class="quiet">{word(key::NEWS_NONE)}</p> }.into_any(),
        false => {
            let lines = news
                .changes
                .into_iter()
                .map(|change| line(patient, change))
                .collect_view();
            view! { <ul class="lines">{lines}</ul> }.into_any()
        }
    };
    view! {
        <Card title=word(key::NEWS) id="news">
            <div class="card__body">
                <p>{weave(say::news_since(Arg::hole(0)), [at])}</p>
                {changes}
            </div>
        </Card>
    }
    .into_any()
}

/// How much is new, with the way to it; nothing when there is nothing.
pub(super) fn mark(patient: PatientId, news: &News) -> AnyView {
    let all: u32 = news.changes.iter().map(|change| change.came + change.ended).sum();
    match all {
        0 => ().into_any(),
        all => {
            let href = format!("{}#news", routes::record_of(patient));
            view! { <a class="link link--alone" href=href>{tell(say::news_all(i64::from(all)))}</a> }.into_any()
        }
    }
}

/// The parts in which something is new, in words.
pub(crate) fn parts(news: &News) -> String {
    let names = news.changes.iter().map(|change| word(name_of(change.part)).to_owned());
    listed(&names.collect::<Vec<_>>())
}

const fn name_of(part: Part) -> Key {
    match part {
        Part::Alarms => key::NEWS_ALARMS,
        Part::Allergies => key::NEWS_ALLERGIES,
        Part::Flags => key::WARNINGS,
        Part::Conditions => key::NEWS_CONDITIONS,
        Part::Medicines => key::NEWS_MEDICINES,
        Part::Surgeries => key::NEWS_SURGERIES,
        Part::Prescription => key::HD_PRESCRIPTION,
        Part::DryWeight => key::HD_DRY_WEIGHT,
        Part::Access => key::HD_ACCESS,
        Part::Infections => key::HD_INFECTIONS,
        Part::Sessions => key::HD_SESSIONS,
        Part::Identity => key::NEWS_IDENTITY,
        Part::Contacts => key::NEWS_CONTACTS,
        Part::Documents => key::NEWS_DOCUMENTS,
        Part::Insurance => key::NEWS_INSURANCE,
    }
}

fn line(patient: PatientId, Change { part, came, ended }: Change) -> AnyView {
    let href = match part {
        Part::Alarms => routes::patient(patient),
        Part::Allergies => routes::allergies_of(patient),
        Part::Flags => routes::flags_of(patient),
        Part::Conditions => routes::conditions_of(patient),
        Part::Medicines => routes::medicines_of(patient),
        Part::Surgeries => routes::surgeries_of(patient),
        Part::Prescription | Part::DryWeight => routes::dialysis_prescription_of(patient),
        Part::Access | Part::Infections => routes::dialysis_access_of(patient),
        Part::Sessions => routes::dialysis_of(patient),
        Part::Identity => routes::identity_of(patient),
        Part::Contacts => routes::contacts_of(patient, None),
        Part::Documents => routes::papers_of(patient, false),
        Part::Insurance => routes::papers_of(patient, true),
    };
    let came = (came > 0).then(|| tell(say::news_came(i64::from(came))));
    let ended = (ended > 0).then(|| tell(say::news_ended(i64::from(ended))));
    let counts: Vec<String> = came.into_iter().chain(ended).collect();
    let link = view! { <a class="link" href=href>{word(name_of(part))}</a> }.into_any();
    view! { <li>{link}" · "{listed(&counts)}</li> }.into_any()
}
