//! Registering a patient. The form leads to the page that says who here may be the same, always; only from there somebody is registered.

use domain::patients::alike::Sign;
use domain::patients::contacts::{AtDesk, RELATIONS};
use domain::patients::demographics::{LANGUAGES, Typed, language};
use domain::patients::{BloodGroup, Demographics, Marital, Person};
use domain::time::{Moment, Zone};
use hospital::patients::register::{Alike, Checked};
use leptos::prelude::*;
use ui::lang::{self, Locale, key, say, tell, word};
use ui::{Button, Card, Chip, Empty, Facts, Form, Head, Known, LinkButton, Look, Now, PageHead, Table};

use super::{birth, born, sexes};
use crate::forms::parts::{Choice, Line, Said};
use crate::routes;
use crate::shell::apart;
use crate::widgets::patient_banner::health_id;

/// The form. `script` asks who may be the same while somebody types, and puts the answer beside it; without it the step before saving looks.
pub fn form(script: String) -> AnyView {
    view! {
        <PageHead title=word(key::REGISTER_A_PATIENT)><LinkButton href=routes::PATIENTS look=Look::Quiet>{word(key::TO_THE_PATIENTS)}</LinkButton></PageHead>
        <Said/>
        <p>{word(key::FIRST_IT_IS_LOOKED)}</p>
        <div class="beside">
            <Form action=routes::PATIENT_REGISTER attr:data-suggests=routes::PATIENT_SUGGEST>
                <Questions/>
                <Reached/>
                <div class="form__end"><Button look=Look::Primary name="act" value="check">{word(key::CHECK_FOR_THIS_PERSON)}</Button></div>
            </Form>
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
        <Line name="family_name" label=word(key::FAMILY_NAME) value=now.family_name/>
        <Line name="given_name" label=word(key::GIVEN_NAME) value=now.given_name hint=word(key::ALL_OF_THEM_AS)/>
        <Line name="title" label=word(key::TITLE) value=now.title hint=word(key::SUCH_AS_MRS_OR) optional=true/>
        <Choice name="sex" label=word(key::SEX_X) value=now.sex answers=sexes()/>
        <Line name="born_on" label=word(key::DATE_OF_BIRTH) kind="date" value=now.born_on/>
        <Line name="born_year" label=word(key::YEAR_OF_BIRTH_WHEN) hint=word(key::AN_ESTIMATE_WILL_DO) value=now.born_year inputmode="numeric" optional=true/>
        <Line name="health_id" label=word(key::HEALTH_ID) value=now.health_id hint=word(key::THE_14_DIGITS_ON) inputmode="numeric" optional=true/>
        <Choice name="language" label=word(key::LANGUAGE) value=now.language hint=word(key::IN_WHICH_TO_TALK) answers=open(word(key::NOT_ASKED), LANGUAGES.map(|(code, name)| (code, name)))/>
        <Choice name="marital" label=word(key::MARITAL_STATUS) value=now.marital answers=open(word(key::NOT_ASKED), Marital::ALL.iter().map(|it| (it.name(), it.words())))/>
        <Choice name="blood_group" label=word(key::BLOOD_GROUP) value=now.blood_group hint=word(key::ONLY_AS_A_CARD) answers=open(word(key::NOT_KNOWN), BloodGroup::ALL.iter().map(|it| (it.name(), it.words())))/>
    }
}

/// How they are reached: none of it must be known.
#[component]
fn Reached() -> impl IntoView {
    view! {
        <h2 class="form__part">{word(key::HOW_THEY_ARE_REACHED)}</h2>
        <Line name="phone" label=word(key::PHONE_NUMBER) kind="tel" inputmode="tel" hint=word(key::PHONE_HINT) optional=true/>
        <Line name="address" label=word(key::ADDRESS) hint=word(key::HOUSE_AND_STREET_PLACE) optional=true/>
        <Line name="person_name" label=word(key::WHO_IS_CALLED) hint=word(key::WHO_IS_CALLED_HINT) optional=true/>
        <Choice name="person_relation" label=word(key::WHO_THEY_ARE_TO) answers=open(word(key::CHOOSE), RELATIONS)/>
        <Line name="person_phone" label=word(key::NUMBER_TO_CALL) kind="tel" inputmode="tel" optional=true/>
    }
}

/// The answers of a choice that may stay open.
fn open(nothing: &str, answers: impl IntoIterator<Item = (&'static str, &'static str)>) -> Vec<(String, String)> {
    let answers = answers
        .into_iter()
        .map(|(value, words)| (value.to_owned(), lang::of_english(words)));
    std::iter::once((String::new(), nothing.to_owned()))
        .chain(answers)
        .collect()
}

/// Who is to be registered, beside those here who may be the same.
pub fn check(typed: &Typed, reached: &AtDesk, checked: Checked) -> AnyView {
    let is_taken = checked.is_taken();
    let Checked { read, alike, zone } = checked;
    let seen: Vec<String> = alike.iter().map(|one| one.person.id.to_string()).collect();
    let fields = typed.fields().into_iter().chain(reached.fields());
    let fields = fields.map(|(name, value)| (name, value.to_owned()));
    let hidden = fields.chain([("seen", seen.join(","))]).collect();
    let none = alike.is_empty();
    let found = match none {
        true => view! { <Empty icon="check" title=word(key::NOBODY_HERE_IS_LIKE) text=word(key::NO_NAME_DATE_OF)/> }
            .into_any(),
        false => candidates(alike, &zone),
    };
    let facts = facts(&read, reached);
    let means = match (is_taken, none) {
        (true, _) => word(key::THIS_HEALTH_ID_BELONGS),
        (false, false) => word(key::COMPARE_EACH_WITH_THE),
        (false, true) => "",
    };
    let register = (!is_taken).then(|| {
        view! { <Button look=Look::Primary name="act" value="save">{word(key::REGISTER_AS_A_NEW)}</Button> }.into_any()
    });
    view! {
        <PageHead title=word(key::CHECK_FOR_THIS_PERSON)/>
        <Said/>
        <Card title=word(key::TO_BE_REGISTERED) id="new">{facts}</Card>
        <Card title=word(key::REGISTERED_HERE_ALREADY) id="alike">
            {found}
            {(!means.is_empty()).then(|| view! { <p class="card__foot">{means}</p> }.into_any())}
        </Card>
        <Form action=routes::PATIENT_REGISTER hidden=hidden>
            <div class="form__end">
                {register}
                <Button name="act" value="change">{word(key::CHANGE_WHAT_WAS_TYPED)}</Button>
            </div>
        </Form>
    }
    .into_any()
}

/// What of it was given, each with its label.
fn reached_facts(reached: &AtDesk) -> AnyView {
    let person = [reached.person_name.trim(), reached.person_phone.trim()].join(" ");
    [
        (word(key::PHONE_NUMBER), reached.phone.trim().to_owned()),
        (word(key::ADDRESS), reached.address.trim().to_owned()),
        (word(key::WHO_IS_CALLED), person.trim().to_owned()),
    ]
    .into_iter()
    .filter(|(_, given)| !given.is_empty())
    .map(|(label, given)| view! { <Known what=label><bdi>{given}</bdi></Known> }.into_any())
    .collect_view()
    .into_any()
}

fn facts(read: &Demographics, reached: &AtDesk) -> AnyView {
    let health_id = read
        .health_id
        .as_ref()
        .map_or(word(key::NOT_KNOWN).to_owned(), |id| id.digits().to_owned());
    let open = |words: Option<&str>, nothing: &str| words.map_or_else(|| nothing.to_owned(), lang::of_english);
    let title = read
        .title
        .as_ref()
        .map(|title| format!(" ({title})"))
        .unwrap_or_default();
    let name = format!("{}, {}{title}", read.family_name.to_uppercase(), read.given_name);
    let reached = reached_facts(reached);
    let (born, sex) = (birth(read.born_on, read.year_only), lang::of_english(read.sex.words()));
    let language = open(read.language.as_deref().map(language), word(key::NOT_ASKED));
    let marital = open(read.marital.map(|it| it.words()), word(key::NOT_ASKED));
    let blood_group = open(read.blood_group.map(|it| it.words()), word(key::NOT_KNOWN));
    view! {
        <Facts class="card__body">
            <Known what=word(key::NAME)><b>{name}</b></Known>
            <Known what=word(key::BORN)>{born}</Known>
            <Known what=word(key::SEX_X)>{sex}</Known>
            <Known what=word(key::HEALTH_ID) code=true>{health_id}</Known>
            <Known what=word(key::LANGUAGE)>{language}</Known>
            <Known what=word(key::MARITAL_STATUS)>{marital}</Known>
            <Known what=word(key::BLOOD_GROUP)>{blood_group}</Known>
            {reached}
        </Facts>
    }
    .into_any()
}

/// Who may be the one who is being typed: a part of the page, for its script. Nothing when there is nobody.
pub fn suggested(locale: Locale, now: Moment, alike: Vec<Alike>, zone: &Zone) -> String {
    match alike.is_empty() {
        true => String::new(),
        false => apart(|| {
            lang::provide(locale);
            Now::provide(now);
            part(alike, zone).to_html()
        }),
    }
}

fn part(alike: Vec<Alike>, zone: &Zone) -> AnyView {
    let words = tell(say::alike_people(alike.len()));
    let people = alike
        .into_iter()
        .map(|Alike { person, signs, is_inactive, led }| {
            let signs = signs.into_iter().map(sign).collect_view();
            let inactive = is_inactive.then(|| view! { <Chip look="line">{word(key::NO_LONGER_A_PATIENT)}</Chip> }.into_any());
            let facts = format!("{} · {} · ", born(&person, zone), lang::of_english(person.sex.words()));
            view! {
                <li>
                    <a href=routes::record_of(person.id) target="_blank">{person.staff_name()}<span class="visually-hidden">" "{word(key::OPENS_BESIDE)}</span></a>
                    <p class="quiet">{facts}<bdi class="code">{person.hospital_number.clone()}</bdi>{as_joined(led, zone)}</p>
                    <div class="cluster">{signs}{inactive}</div>
                </li>
            }
            .into_any()
        })
        .collect_view();
    view! {
        <section class="suggested" aria-label=word(key::REGISTERED_HERE_ALREADY)>
            <h2 class="suggested__title">{words}</h2>
            <ul class="suggested__list">{people}</ul>
        </section>
    }
    .into_any()
}

/// The record under which they are alike, where that is one that was joined to theirs.
fn as_joined(led: Option<Person>, zone: &Zone) -> Option<AnyView> {
    led.map(|led| {
        let also = tell(say::join_also(led.hospital_number.as_str()));
        let who = format!("{also} · {} · {}", led.staff_name(), born(&led, zone));
        view! { <br/><span class="quiet">{who}</span> }.into_any()
    })
}

fn candidates(alike: Vec<Alike>, zone: &Zone) -> AnyView {
    let rows = alike
        .into_iter()
        .map(
            |Alike {
                 person,
                 signs,
                 is_inactive,
                 led,
             }| {
                let signs = signs.into_iter().map(sign).collect_view();
                let inactive =
                    is_inactive.then(|| view! { <Chip look="line">{word(key::NO_LONGER_A_PATIENT)}</Chip> }.into_any());
                view! {
                    <tr>
                        <th scope="row"><a href=routes::record_of(person.id)>{person.staff_name()}</a></th>
                        <td data-head=word(key::BORN)>{born(&person, zone)}</td>
                        <td data-head=word(key::SEX_X)>{lang::of_english(person.sex.words())}</td>
                        <td data-head=word(key::NUMBER) class="code">{person.hospital_number.clone()}{as_joined(led, zone)}</td>
                        <td data-head=word(key::HEALTH_ID) class="code">{health_id(&person)}</td>
                        <td data-head=word(key::WHAT_IS_ALIKE)><div class="cluster">{signs}{inactive}</div></td>
                    </tr>
                }
                .into_any()
            },
        )
        .collect_view();
    let heads = [
        word(key::ROLE_PATIENT),
        word(key::BORN),
        word(key::SEX_X),
        word(key::NUMBER),
        word(key::HEALTH_ID),
        word(key::WHAT_IS_ALIKE),
    ]
    .map(Head::words)
    .to_vec();
    view! { <Table caption=word(key::WHO_MAY_BE_THE) heads=heads>{rows}</Table> }.into_any()
}

fn sign(sign: Sign) -> AnyView {
    let words = match sign {
        Sign::HealthId => word(key::SAME_HEALTH_ID),
        Sign::SameName => word(key::SAME_NAME),
        Sign::AlikeName => word(key::NAME_ALIKE),
        Sign::SameBirth => word(key::BORN_THE_SAME_DAY),
        Sign::ExchangedBirth => word(key::DAY_AND_MONTH_EXCHANGED),
        Sign::NearBirth => word(key::BORN_NEAR),
    };
    view! { <Chip look="line">{words}</Chip> }.into_any()
}
