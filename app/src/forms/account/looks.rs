//! How the pages look to one person: language, units, and in the portal the size of the text; one form. A choice holds in every browser at once, but for the size
//! where another browser was told otherwise ([`crate::text_size`]).

use domain::units::Quantity;
use leptos::prelude::*;
use ui::lang::{self, Key, Locale, key, word};
use ui::select::Choice;
use ui::{Button, Card, Checkbox, Question, RadioGroup, measured};

use crate::forms::parts::fault;
use crate::routes::{AccountPaths, MY_PREFERENCES, PORTAL_ACCOUNT};
use crate::text_size;
use crate::widgets::theme_switch::HighContrast;

/// The card.
pub fn card(paths: AccountPaths, is_patient: bool) -> AnyView {
    let larger = (paths == PORTAL_ACCOUNT).then(|| {
        view! { <Checkbox name="large_text" checked=text_size::here()>{word(key::LARGER_TEXT)}</Checkbox> }.into_any()
    });
    let spoken = is_patient.then(|| {
        view! { <p class="card__foot"><a href=MY_PREFERENCES>{word(key::LANGUAGE_YOU_SPEAK)}</a></p> }.into_any()
    });
    let units = Quantity::ALL.map(|quantity| units(quantity)).collect_view();
    view! {
        <Card title=word(key::HOW_IT_LOOKS) id="looks">
            <form class="card__body form" method="post" action=paths.looks>
                {larger}
                {languages()}
                {units}
                <p class="quiet">{word(key::UNITS_ARE_FOR_READING)}</p>
                <p><HighContrast class="btn btn--secondary"/></p>
                <div class="form__end"><Button>{word(key::SAVE)}</Button></div>
            </form>
            {spoken}
        </Card>
    }
    .into_any()
}

/// Each is called as its speakers call it.
fn languages() -> AnyView {
    let here = lang::locale();
    let choices = Locale::all()
        .map(|locale| {
            let (tag, chosen) = (locale.tag(), locale == here);
            let id = format!("language-{tag}");
            view! {
                <div class="radio">
                    <input class="radio__input" type="radio" id=id.clone() name="language" value=tag checked=chosen/>
                    <label class="radio__words" for=id lang=tag>{locale.name()}</label>
                </div>
            }
            .into_any()
        })
        .collect_view();
    let question = Question::new("language", word(key::LANGUAGE_OF_PAGES)).error(fault("language"));
    question.group(view! { <div class="radios radios--across">{choices}</div> }.into_any())
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
