//! Registering a patient. The form leads to the page that says who here may be the same, always; only from there somebody is registered.

use domain::patients::alike::Sign;
use domain::patients::demographics::{LANGUAGES, Typed, language};
use domain::patients::{BloodGroup, Demographics, Marital};
use domain::time::{Moment, Zone};
use hospital::patients::register::{Alike, Checked};
use leptos::prelude::*;
use ui::{Button, Card, Chip, Empty, Head, LinkButton, Look, Now, PageHead, Table};

use super::{birth, born, sexes};
use crate::forms::parts::{Choice, Line, Said};
use crate::routes;
use crate::shell::apart;

/// The form. `script` asks who may be the same while somebody types, and puts the answer beside it; without it the step before saving looks.
pub fn form(script: String) -> AnyView {
    view! {
        <PageHead title="Register a patient"><LinkButton href=routes::PATIENTS look=Look::Quiet>"To the patients"</LinkButton></PageHead>
        <Said/>
        <p>"First it is looked whether this person is registered already. Nothing is kept before you have seen that."</p>
        <div class="beside">
            <form class="form" method="post" action=routes::PATIENT_REGISTER data-suggests=routes::PATIENT_SUGGEST>
                <Questions/>
                <div class="form__end"><Button look=Look::Primary name="act" value="check">"Check for this person"</Button></div>
            </form>
            <div class="beside__found" id="suggested" aria-live="polite"></div>
        </div>
        <script src=script defer=true></script>
    }
    .into_any()
}

/// What is asked about somebody, in the order in which people ask it.
#[component]
pub(super) fn Questions(
    /// What stands there now.
    #[prop(optional)]
    now: Typed,
) -> impl IntoView {
    view! {
        <Line name="family_name" label="Family name" value=now.family_name/>
        <Line name="given_name" label="Given name" value=now.given_name hint="All of them, as on the card."/>
        <Line name="title" label="Title" value=now.title hint="Such as Mrs or Dr." optional=true/>
        <Choice name="sex" label="Sex" value=now.sex answers=sexes()/>
        <Line name="born_on" label="Date of birth" kind="date" value=now.born_on/>
        <Line name="born_year" label="Year of birth, when the day is not known" hint="An estimate will do." value=now.born_year inputmode="numeric" optional=true/>
        <Line name="health_id" label="Health id" value=now.health_id hint="The 14 digits on the health card. Leave it open when there is no card." inputmode="numeric" optional=true/>
        <Choice name="language" label="Language" value=now.language hint="In which to talk with them." answers=open("Not asked", LANGUAGES.map(|(code, name)| (code, name)))/>
        <Choice name="marital" label="Marital status" value=now.marital answers=open("Not asked", Marital::ALL.iter().map(|it| (it.name(), it.words())))/>
        <Choice name="blood_group" label="Blood group" value=now.blood_group hint="Only as a card or a laboratory says." answers=open("Not known", BloodGroup::ALL.iter().map(|it| (it.name(), it.words())))/>
    }
}

/// The answers of a choice that may stay open.
fn open(nothing: &str, answers: impl IntoIterator<Item = (&'static str, &'static str)>) -> Vec<(String, String)> {
    let answers = answers
        .into_iter()
        .map(|(value, words)| (value.to_owned(), words.to_owned()));
    std::iter::once((String::new(), nothing.to_owned()))
        .chain(answers)
        .collect()
}

/// Who is to be registered, beside those here who may be the same.
pub fn check(typed: &Typed, checked: Checked) -> AnyView {
    let is_taken = checked.is_taken();
    let Checked { read, alike, zone } = checked;
    let seen: Vec<String> = alike.iter().map(|one| one.person.id.to_string()).collect();
    let hidden = typed
        .fields()
        .into_iter()
        .map(|(name, value)| view! { <input type="hidden" name=name value=value.to_owned()/> }.into_any())
        .collect_view();
    let none = alike.is_empty();
    let found = match none {
        true => view! { <Empty icon="check" title="Nobody here is like this" text="No name, date of birth or number of this hospital’s patients fits."/> }.into_any(),
        false => candidates(alike, &zone),
    };
    let means = match (is_taken, none) {
        (true, _) => {
            "This health id belongs to somebody who is registered here. Open their record; or change what was typed, when the id was copied wrong."
        }
        (false, false) => {
            "Compare each with the person at your desk. When it is one of them, open that record: two records of one person are a danger."
        }
        (false, true) => "",
    };
    let register = (!is_taken).then(|| {
        view! { <Button look=Look::Primary name="act" value="save">"Register as a new patient"</Button> }.into_any()
    });
    view! {
        <PageHead title="Check for this person"/>
        <Said/>
        <Card title="To be registered" id="new">{facts(&read)}</Card>
        <Card title="Registered here already?" id="alike">
            {found}
            {(!means.is_empty()).then(|| view! { <p class="card__foot">{means}</p> }.into_any())}
        </Card>
        <form class="form" method="post" action=routes::PATIENT_REGISTER>
            {hidden}
            <input type="hidden" name="seen" value=seen.join(",")/>
            <div class="form__end">
                {register}
                <Button name="act" value="change">"Change what was typed"</Button>
            </div>
        </form>
    }
    .into_any()
}

fn facts(read: &Demographics) -> AnyView {
    let health_id = read
        .health_id
        .as_ref()
        .map_or("Not known".to_owned(), |id| id.digits().to_owned());
    let open = |words: Option<&str>, nothing: &str| words.unwrap_or(nothing).to_owned();
    let title = read
        .title
        .as_ref()
        .map(|title| format!(" ({title})"))
        .unwrap_or_default();
    view! {
        <div class="card__body">
            <dl class="facts">
                <dt>"Name"</dt><dd><b>{format!("{}, {}{title}", read.family_name.to_uppercase(), read.given_name)}</b></dd>
                <dt>"Born"</dt><dd>{birth(read.born_on, read.year_only)}</dd>
                <dt>"Sex"</dt><dd>{read.sex.words()}</dd>
                <dt>"Health id"</dt><dd class="code">{health_id}</dd>
                <dt>"Language"</dt><dd>{open(read.language.as_deref().map(language), "Not asked")}</dd>
                <dt>"Marital status"</dt><dd>{open(read.marital.map(|it| it.words()), "Not asked")}</dd>
                <dt>"Blood group"</dt><dd>{open(read.blood_group.map(|it| it.words()), "Not known")}</dd>
            </dl>
        </div>
    }
    .into_any()
}

/// Who may be the one who is being typed: a part of the page, for its script. Nothing when there is nobody.
pub fn suggested(alike: Vec<Alike>, zone: &Zone, now: Moment) -> String {
    match alike.is_empty() {
        true => String::new(),
        false => apart(|| {
            Now::provide(now);
            part(alike, zone).to_html()
        }),
    }
}

fn part(alike: Vec<Alike>, zone: &Zone) -> AnyView {
    let words = match alike.len() {
        1 => "One person here may be the same".to_owned(),
        many => format!("{many} people here may be the same"),
    };
    let people = alike
        .into_iter()
        .map(|Alike { person, signs, is_inactive }| {
            let signs = signs.into_iter().map(sign).collect_view();
            let inactive = is_inactive.then(|| view! { <Chip look="line">"No longer a patient here"</Chip> }.into_any());
            let facts = format!("{} · {} · ", born(&person, zone), person.sex.words());
            view! {
                <li>
                    <a href=routes::record_of(person.id) target="_blank">{person.staff_name()}<span class="visually-hidden">" (opens beside this form)"</span></a>
                    <p class="quiet">{facts}<span class="code">{person.hospital_number.clone()}</span></p>
                    <div class="cluster">{signs}{inactive}</div>
                </li>
            }
            .into_any()
        })
        .collect_view();
    view! {
        <section class="suggested" aria-label="Registered here already?">
            <h2 class="suggested__title">{words}</h2>
            <ul class="suggested__list">{people}</ul>
        </section>
    }
    .into_any()
}

fn candidates(alike: Vec<Alike>, zone: &Zone) -> AnyView {
    let rows = alike
        .into_iter()
        .map(
            |Alike {
                 person,
                 signs,
                 is_inactive,
             }| {
                let signs = signs.into_iter().map(sign).collect_view();
                let inactive =
                    is_inactive.then(|| view! { <Chip look="line">"No longer a patient here"</Chip> }.into_any());
                view! {
                    <tr>
                        <th scope="row"><a href=routes::record_of(person.id)>{person.staff_name()}</a></th>
                        <td data-head="Born">{born(&person, zone)}</td>
                        <td data-head="Sex">{person.sex.words()}</td>
                        <td data-head="Number" class="code">{person.hospital_number.clone()}</td>
                        <td data-head="Health id" class="code">{person.health_id_grouped()}</td>
                        <td data-head="What is alike"><div class="cluster">{signs}{inactive}</div></td>
                    </tr>
                }
                .into_any()
            },
        )
        .collect_view();
    let heads = ["Patient", "Born", "Sex", "Number", "Health id", "What is alike"]
        .map(Head::words)
        .to_vec();
    view! { <Table caption="Who may be the same" heads=heads>{rows}</Table> }.into_any()
}

fn sign(sign: Sign) -> AnyView {
    let words = match sign {
        Sign::HealthId => "Same health id",
        Sign::SameName => "Same name",
        Sign::AlikeName => "Name alike",
        Sign::SameBirth => "Born the same day",
        Sign::ExchangedBirth => "Day and month exchanged",
        Sign::NearBirth => "Born near",
    };
    view! { <Chip look="line">{words}</Chip> }.into_any()
}
