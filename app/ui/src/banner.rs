//! The frame of the patient banner: whose chart this is, and what must be known before anything is done. Sticky on every chart page.
//! A widget of `app` fills it; nothing here reads a record.

use leptos::prelude::*;

use crate::icon::Icon;
use crate::lang::{key, word};

/// One fact: a label and what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// The label.
    pub label: &'static str,
    /// What it says.
    pub value: String,
    /// Whether a phone shows it, too: when born, and the hospital's number.
    pub always: bool,
}

impl Fact {
    /// A fact that only a desk has room for.
    pub fn new(label: &'static str, value: impl Into<String>) -> Self {
        Self {
            label,
            value: value.into(),
            always: false,
        }
    }

    /// One that a phone shows, too.
    #[must_use]
    pub fn always(mut self) -> Self {
        self.always = true;
        self
    }
}

/// What must be known first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Warning {
    /// What the patient does not bear: "Penicillin (anaphylaxis)".
    Allergies(String),
    /// Asked, and there is none.
    NoAllergies,
    /// Nobody has asked: that needs a person.
    AllergiesNotAsked,
    /// A limb that must be left alone: "Left arm", "no cuff".
    Limb(String, String),
    /// Something else, with its icon: "Isolation", "MRSA, gown and gloves".
    Other(&'static str, String, String),
}

/// What the whole chart is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Standing {
    /// A living patient's own chart.
    #[default]
    Usual,
    /// The patient has died: "Died 20 Nov 2025".
    Died(String),
    /// They are a patient here no longer: "A patient here no longer since 20 Nov 2025".
    Left(String),
    /// There is another chart of the same person: its sentence and its address.
    Duplicate(String, String),
}

/// The frame.
#[component]
pub fn Banner(
    /// `IYER, Lakshmi`. It is the `h1` of the page, unless `within`.
    #[prop(into)]
    name: String,
    /// `Mrs`.
    #[prop(optional, into)]
    title: String,
    /// Where the patient is.
    place: AnyView,
    /// Born and age, number, gender, Health ID.
    facts: Vec<Fact>,
    /// Allergies first.
    warnings: Vec<Warning>,
    /// What the whole chart is.
    #[prop(optional)]
    standing: Standing,
    /// Whether the page has an `h1` of its own.
    #[prop(optional)]
    within: bool,
) -> impl IntoView {
    let title = (!title.is_empty()).then(|| view! { <span class="banner__title">" ("{title}")"</span> }.into_any());
    let heading = if within {
        view! { <h2 class="banner__name">{name}{title}</h2> }.into_any()
    } else {
        view! { <h1 class="banner__name">{name}{title}</h1> }.into_any()
    };
    let facts = facts
        .into_iter()
        .map(|Fact { label, value, always }| {
            let class = if always {
                "banner__fact banner__fact--always"
            } else {
                "banner__fact"
            };
            view! { <div class=class><dt>{label}</dt><dd><bdi>{value}</bdi></dd></div> }.into_any()
        })
        .collect_view();
    let warnings = warnings.into_iter().map(warning).collect_view();
    let standing = match standing {
        Standing::Usual => None,
        Standing::Died(words) | Standing::Left(words) => Some(
            view! { <p class="banner__standing"><Icon name="info" class="icon--small"/><span>{words}</span></p> }
                .into_any(),
        ),
        Standing::Duplicate(words, href) => Some(
            view! {
                <p class="banner__standing banner__standing--ask">
                    <Icon name="medium" class="icon--small"/>
                    <span>{words}" "<a class="link link--alone" href=href>{word(key::LOOK_AT_THE_OTHER)}</a></span>
                </p>
            }
            .into_any(),
        ),
    };
    view! {
        <header class="banner">
            <div>{heading}<span class="banner__place">{place}</span></div>
            <dl class="banner__facts">{facts}</dl>
            <div class="banner__warnings">{warnings}</div>
            {standing}
        </header>
    }
}

fn warning(warning: Warning) -> AnyView {
    let (class, icon, head, words) = match warning {
        Warning::Allergies(words) => ("warning", "high", word(key::ALLERGIES).to_owned(), words),
        Warning::Limb(limb, words) => ("warning", "hand", limb, words),
        Warning::Other(icon, head, words) => ("warning", icon, head, words),
        Warning::AllergiesNotAsked => (
            "warning warning--unknown",
            "medium",
            word(key::ALLERGIES_NOT_RECORDED).to_owned(),
            word(key::ASK_THE_PATIENT).to_owned(),
        ),
        Warning::NoAllergies => (
            "warning warning--none",
            "check",
            word(key::NO_KNOWN_ALLERGIES).to_owned(),
            String::new(),
        ),
    };
    view! { <span class=class><Icon name=icon/><b>{head}</b>{words}</span> }.into_any()
}

#[cfg(test)]
#[cfg(feature = "ssr")]
mod tests {
    use super::*;
    use crate::drawn::html;

    fn banner(warnings: Vec<Warning>, standing: Standing) -> String {
        html(move || {
            view! { <Banner name="IYER, Lakshmi" title="Mrs" place="Chair 6".into_any() facts=vec![Fact::new("Born", "14 Mar 1968").always()] warnings=warnings standing=standing/> }
                .into_any()
        })
    }

    #[test]
    fn nobody_has_asked_is_not_the_same_as_there_is_none() {
        let unknown = banner(vec![Warning::AllergiesNotAsked], Standing::Usual);
        assert!(
            unknown.contains("warning--unknown") && unknown.contains("Allergies not recorded"),
            "{unknown}"
        );
        let none = banner(vec![Warning::NoAllergies], Standing::Usual);
        assert!(
            none.contains("No known allergies") && !none.contains("warning--unknown"),
            "{none}"
        );
    }

    #[test]
    fn another_chart_of_the_same_person_is_one_step_away() {
        let html = banner(
            vec![],
            Standing::Duplicate("Maybe the same person as RG-204 4179.".into(), "/patients/2".into()),
        );
        assert!(html.contains("href=\"/patients/2\""), "{html}");
        assert!(html.contains("<h1 class=\"banner__name\">"));
    }
}
