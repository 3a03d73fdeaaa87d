//! What was wrong in a signed session, and what is right: a number, with which every figure is worked out from then on, or anything else in words. Both are read for ever.

use domain::dialysis::amended::Number;
use domain::dialysis::quantities::{Kilograms, Millilitres, Minutes};
use domain::units::Quantity;
use hospital::dialysis::chair::Chair;
use leptos::prelude::*;
use ui::lang::{self, key, say, tell, word};
use ui::{Button, Head, Table};

use super::{In, by, card, hours, litres, names, sent, to_choose, weight};
use crate::forms::parts::in_unit;

/// A number of the session as pages show it.
fn shown(number: Number, value: f64) -> String {
    match number {
        Number::WeightBefore | Number::WeightAfter => weight(Kilograms(value)),
        Number::UfRemoved => litres(Millilitres(value)),
        Number::Minutes => hours(Minutes(value)),
    }
}

/// The number that counts; where it was amended, beside the one that was signed.
pub(super) fn number(it: &Chair, number: Number) -> Option<String> {
    let written = it.sheet.written(number)?;
    Some(match it.sheet.amended(number) {
        Some(value) => tell(say::hd_amended_was(shown(number, value), shown(number, written))),
        None => shown(number, written),
    })
}

/// A text of an amendment. That of a weight is kept in kilograms and read in the unit of who reads: it is looked for among the numbers that stood there, because it is rounded.
fn text_of(it: &Chair, number: Option<Number>, text: &str) -> String {
    let weighed = number.filter(|number| number.is_weight()).and_then(|number| {
        let amended = it.sheet.amendments.iter().filter_map(|line| line.what.number);
        let amended = amended.filter(|(other, _)| *other == number).map(|(_, kg)| kg);
        let mut stood = amended.chain(it.sheet.written(number));
        stood.find(|kg| number.written(*kg) == text)
    });
    weighed.map_or_else(|| text.to_owned(), |kg| weight(Kilograms(kg)))
}

/// The list, with the forms of another.
pub(super) fn list(here: &str, it: &Chair) -> AnyView {
    let rows = it
        .sheet
        .amendments
        .iter()
        .map(|line| {
            let number = line.what.number.map(|(number, _)| number);
            let [was, is] = [&line.what.old_text, &line.what.new_text].map(|text| text_of(it, number, text));
            let which = number.map(|number| {
                let words = lang::of_english(names::number(number));
                view! { {words}" " }.into_any()
            });
            view! {
                <tr>
                    <th scope="row">{which}<bdi><s>{was}</s></bdi></th>
                    <td data-head=word(key::HD_IS_RIGHT)><bdi>{is}</bdi></td>
                    <td data-head=word(key::WHY)><bdi>{line.what.reason.clone()}</bdi></td>
                    <td data-head=word(key::WRITTEN)>{by(&line.by)}</td>
                </tr>
            }
            .into_any()
        })
        .collect_view();
    let heads = [
        word(key::HD_WAS_WRONG),
        word(key::HD_IS_RIGHT),
        word(key::WHY),
        word(key::WRITTEN),
    ]
    .map(Head::words)
    .to_vec();
    let table = (!it.sheet.amendments.is_empty())
        .then(|| view! { <Table caption=word(key::HD_AMENDMENTS) heads=heads>{rows}</Table> }.into_any());
    let add = it.may_sign.then(|| in_words(here));
    if table.is_none() && add.is_none() {
        return ().into_any();
    }
    let list = card(
        word(key::HD_AMENDMENTS),
        "amendments",
        String::new(),
        None,
        view! { {table}{add} }.into_any(),
    );
    let number = it.may_sign.then(|| {
        let form = of_number(here);
        card(
            word(key::HD_AMEND_NUMBER_VERB),
            "amend-number",
            String::new(),
            None,
            form,
        )
    });
    view! { {list}{number} }.into_any()
}

fn of_number(here: &str) -> AnyView {
    let form = In("amend_number");
    let unit = form.unit(Quantity::Weight).sign();
    let mut numbers = to_choose(Number::ALL, Number::name, names::number);
    for (name, words) in &mut numbers {
        if Number::parse(name).is_some_and(Number::is_weight) {
            *words = in_unit(words, unit);
        }
    }
    let body = view! {
        <p class="quiet">{word(key::HD_AMEND_NUMBER_MEANS)}</p>
        {form.choice("number", word(key::HD_AMEND_NUMBER), numbers, "")}
        {form.number("value", word(key::HD_IS_RIGHT), "", "")}
        {form.maybe("reason", word(key::WHY), "")}
        <div class="form__end"><Button>{word(key::HD_AMEND_NUMBER_VERB)}</Button></div>
    };
    let hidden = form.hidden_with(&[Quantity::Weight]);
    sent("card__body form", here, hidden, body.into_any())
}

fn in_words(here: &str) -> AnyView {
    let form = In("amend");
    let body = view! {
        {form.maybe("old_text", word(key::HD_WAS_WRONG), "")}
        {form.maybe("new_text", word(key::HD_IS_RIGHT), "")}
        {form.maybe("reason", word(key::WHY), "")}
        <div class="form__end"><Button>{word(key::HD_AMEND)}</Button></div>
    };
    sent("card__body form", here, form.hidden(), body.into_any())
}
