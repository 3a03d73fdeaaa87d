//! How the pages look to one person: language, units, high contrast, how tight rows stand for the staff, in the portal the size of the text; one form. A choice holds in every browser at once, but for
//! size and contrast where another browser was told otherwise ([`crate::text_size`], [`Theme`]).

use domain::identity::Density;
use domain::patients::TextSize;
use domain::units::Quantity;
use leptos::prelude::*;
use ui::lang::{self, Key, Locale, key, word};
use ui::select::Choice;
use ui::{Button, Card, Checkbox, Form, Question, RadioGroup, measured};

use crate::forms::parts::fault;
use crate::routes::{AccountPaths, MY_PREFERENCES, PORTAL_ACCOUNT};
use crate::text_size;
use crate::welcome::{self, Theme};

/// The card.
pub fn card(paths: AccountPaths, is_patient: bool) -> AnyView {
    let larger = (paths == PORTAL_ACCOUNT).then(sizes);
    let tight = (paths != PORTAL_ACCOUNT).then(|| densities(use_context::<Density>().unwrap_or_default()));
    let contrast = welcome::theme() == Some(Theme::Contrast);
    let spoken = is_patient.then(|| {
        view! { <p class="card__foot"><a href=MY_PREFERENCES>{word(key::LANGUAGE_YOU_SPEAK)}</a></p> }.into_any()
    });
    let units = Quantity::ALL.map(|quantity| units(quantity)).collect_view();
    view! {
        <Card title=word(key::HOW_IT_LOOKS) id="looks">
            <Form class="card__body form" action=paths.looks>
                {larger}
                {languages()}
                {units}
                <p class="quiet">{word(key::UNITS_ARE_FOR_READING)}</p>
                {tight}
                <Checkbox name="high_contrast" checked=contrast>{word(key::HIGH_CONTRAST)}</Checkbox>
                <div class="form__end"><Button>{word(key::SAVE)}</Button></div>
            </Form>
            {spoken}
        </Card>
    }
    .into_any()
}

fn sizes() -> AnyView {
    let choices = TextSize::ALL.map(|size| Choice::new(size.name(), word(text_size::in_words(size))));
    let question = Question::new("text_size", word(key::SIZE_OF_TEXT)).error(fault("text_size"));
    view! { <RadioGroup question=question choices=choices.to_vec() chosen=text_size::here().name() across=true/> }
        .into_any()
}

fn densities(chosen: Density) -> AnyView {
    let choices = Density::ALL.map(|density| Choice::new(density.name(), word(tightness(density))));
    let question = Question::new("density", word(key::DENSITY)).error(fault("density"));
    view! { <RadioGroup question=question choices=choices.to_vec() chosen=chosen.name() across=true/> }.into_any()
}

const fn tightness(density: Density) -> Key {
    match density {
        Density::Usual => key::DENSITY_USUAL,
        Density::Comfortable => key::DENSITY_COMFORTABLE,
        Density::Compact => key::DENSITY_COMPACT,
    }
}

/// Each is called as its speakers call it.
fn languages() -> AnyView {
    let choices = Locale::all()
        .map(|locale| Choice::new(locale.tag(), locale.name()).lang(locale.tag()))
        .collect();
    let question = Question::new("language", word(key::LANGUAGE_OF_PAGES)).error(fault("language"));
    view! { <RadioGroup question=question choices=choices chosen=lang::locale().tag() across=true/> }.into_any()
}

fn units(quantity: Quantity) -> AnyView {
    let choices = quantity
        .units()
        .map(|unit| Choice::new(unit.name(), unit.sign()))
        .to_vec();
    let question = Question::new(quantity.field(), word(name(quantity))).error(fault(quantity.field()));
    let chosen = measured::units().of(quantity).name();
    view! { <RadioGroup question=question choices=choices chosen=chosen across=true/> }.into_any()
}

const fn name(quantity: Quantity) -> Key {
    match quantity {
        Quantity::Temperature => key::TEMPERATURE,
        Quantity::Weight => key::DATA_WEIGHT,
        Quantity::Glucose => key::DATA_GLUCOSE,
    }
}
