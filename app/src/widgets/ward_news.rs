//! What was written in the records of a ward's patients since the reader looked: between its alarms and its beds, for this reader alone. The server draws it whole, and
//! nothing of it moves.

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::ids::PatientId;
use domain::organisation::WardBoard;
use hospital::patients::WardOfReader;
use hospital::patients::news::News;
use leptos::prelude::*;
use ui::lang::{key, say, tell, word};

use super::alarm_strip::Names;
use crate::error::AppError;
use crate::forms::patients::news;
use crate::routes;

/// Beds named here; the reader's list of patients tells of all.
const SHOWN: usize = 8;

/// The list; none where nothing is new.
pub fn ward_news(board: &WardBoard, known: &BTreeMap<PatientId, News>) -> AnyView {
    let names = Names::of_board(board);
    let patients = board.beds.iter().filter_map(|bed| bed.occupant.as_ref());
    let mut lines: Vec<AnyView> = patients
        .filter_map(|occupant| {
            let patient = occupant.person.id;
            let told = news::parts(known.get(&patient)?);
            let href = format!("{}#news", routes::record_of(patient));
            let name = names.title(Some(patient));
            Some(view! { <li class="since__bed"><a class="link" href=href><bdi>{name}</bdi></a>" "<span>{told}</span></li> }.into_any())
        })
        .collect();
    if lines.is_empty() {
        return ().into_any();
    }
    let rest = lines.split_off(SHOWN.min(lines.len()));
    let more = (!rest.is_empty()).then(|| {
        let words = tell(say::more_of(i64::try_from(rest.len()).unwrap_or(i64::MAX)));
        view! { <a class="link link--alone" href=routes::PATIENTS>{words}</a> }.into_any()
    });
    view! {
        <section class="since" aria-labelledby="since">
            <h2 class="since__title" id="since">{word(key::NEWS)}</h2>
            <ul class="since__beds">{lines}</ul>
            {more}
        </section>
    }
    .into_any()
}

/// What the ward is to its reader. A ward without it is still a ward, and says that it did not load: nobody is told that they treat nobody.
pub async fn of_reader(board: &Arc<WardBoard>) -> Result<WardOfReader, AppError> {
    let board = Arc::clone(board);
    let ctx = crate::door::enter()?;
    crate::door::ask_quietly(async move { hospital::patients::ward_of_reader(&ctx, &board).await }).await
}
