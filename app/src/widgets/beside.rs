//! What stands beside a chart: the way to the curves while a monitor sends some, what is new to the reader, what the patient lives with and takes. The server draws it whole, and nothing of it moves.

use domain::ids::PatientId;
use hospital::patients::Aside;
use leptos::prelude::*;
use ui::Card;
use ui::lang::{key, say, tell, word};

use super::gather::part;
use crate::api::ask;
use crate::error::AppError;
use crate::forms::patients::news;
use crate::routes;

/// The cards; none for who does not read them. Where they did not load it says so: a chart without conditions and medicines reads like a patient without.
#[component]
pub fn Beside(patient: PatientId) -> impl IntoView {
    part(word(key::BESIDE_THE_CHART), ask(known(patient)), move |known| {
        let Some((known, has_curves)) = known else {
            return ().into_any();
        };
        let curves = has_curves.then(|| {
            let href = routes::monitor_of(patient);
            view! { <p><a class="link link--alone" href=href rel="external">{word(key::CURVES_NOW)}</a></p> }.into_any()
        });
        view! {
            {curves}
            {cards(patient, known)}
        }
        .into_any()
    })
}

/// The cards of what is known.
pub(crate) fn cards(
    patient: PatientId,
    Aside {
        conditions,
        medicines,
        news,
        may_change,
    }: Aside,
) -> AnyView {
    let (conditions, more_conditions) = conditions;
    let (medicines, more_medicines) = medicines;
    let conditions: Vec<_> = conditions.into_iter().map(|it| (it.words, it.code)).collect();
    let medicines: Vec<_> = medicines
        .into_iter()
        .map(|it| (it.name, format!("{}, {}", it.dose, it.schedule)))
        .collect();
    let word_of = |holds: bool| {
        if may_change && !holds {
            word(key::ADD)
        } else {
            word(key::OPEN)
        }
    };
    let (open_conditions, open_medicines) = (word_of(!conditions.is_empty()), word_of(!medicines.is_empty()));
    // Nothing new needs no card here; the record says it.
    let news = match news.changes.is_empty() {
        true => ().into_any(),
        false => news::card(patient, news),
    };
    view! {
        {news}
        {card(word(key::CONDITIONS), "conditions", (routes::conditions_of(patient), open_conditions), conditions, more_conditions)}
        {card(word(key::MEDICINES), "medicines", (routes::medicines_of(patient), open_medicines), medicines, more_medicines)}
    }
    .into_any()
}

/// Each line with its note at the end, each in the direction of its own letters: a dose must not be read from its wrong end; `way` leads to all of them.
fn card(
    title: &'static str,
    id: &'static str,
    (href, way): (String, &'static str),
    lines: Vec<(String, String)>,
    many: usize,
) -> AnyView {
    let rest = many - lines.len();
    let list = match lines.is_empty() {
        true => view! { <p class="quiet">{word(key::NOTHING_IS_WRITTEN)}</p> }.into_any(),
        false => {
            let lines = lines
                .into_iter()
                .map(|(words, note)| {
                    view! { <li class="noted"><bdi>{words}</bdi><bdi class="noted__note">{note}</bdi></li> }.into_any()
                })
                .collect_view();
            view! { <ul class="lines lines--noted">{lines}</ul> }.into_any()
        }
    };
    let more = (rest > 0).then(|| {
        let words = tell(say::more_of(i64::try_from(rest).unwrap_or(i64::MAX)));
        view! { <p><a class="link" href=href.clone()>{words}</a></p> }.into_any()
    });
    let label = format!("{way}: {title}");
    let tools = view! { <a class="link link--alone" href=href.clone() aria-label=label>{way}</a> }.into_any();
    view! { <Card title=title id=id tools=tools><div class="card__body">{list}{more}</div></Card> }.into_any()
}

/// What is known, and whether a monitor sends curves.
async fn known(patient: PatientId) -> Result<Option<(Aside, bool)>, AppError> {
    let ctx = crate::door::enter()?;
    let asked = crate::door::ask_quietly(async move {
        let known = hospital::patients::aside(&ctx, patient).await?;
        Ok(known.map(|known| (known, hospital::waves::comes(&ctx, patient))))
    });
    asked.await
}
