//! Where a machine stands, and where it is put.

use hospital::devices::machines::{Machine, Spot};
use leptos::prelude::*;
use ui::lang::{key, say, tell, word};
use ui::{Button, Card, Facts, Form, Known};

use crate::forms::parts::{Choice, Confirm};

/// Where it stands, in words.
pub(super) fn stands_at(machine: &Machine) -> String {
    match (machine.place.clone(), machine.chair.clone()) {
        (Some((ward, _)), Some(chair)) => tell(say::ward_and_chair(ward, chair)),
        (Some((ward, bed)), None) => tell(say::ward_and_bed(ward, bed)),
        (None, _) => word(key::IN_STORE).to_owned(),
    }
}

/// A place, in words.
fn spot(spot: &Spot) -> String {
    match (&spot.chair, spot.bed) {
        (Some(chair), _) => tell(say::ward_and_chair(spot.ward.as_str(), chair.as_str())),
        (None, bed) => tell(say::ward_and_bed(
            spot.ward.as_str(),
            i64::from(bed.unwrap_or_default()),
        )),
    }
}

/// The card: where it stands, where else it can be put, and that it is taken away.
pub(super) fn card(here: &str, machine: &Machine, spots: Vec<Spot>) -> AnyView {
    let now = stands_at(machine);
    let answers: Vec<(String, String)> = std::iter::once((String::new(), word(key::CHOOSE_A_PLACE).to_owned()))
        .chain(spots.iter().map(|it| (it.id.to_string(), spot(it))))
        .collect();
    let put = match answers.len() {
        1 => view! { <p class="card__body quiet">{word(key::NO_PLACES_YET)}</p> }.into_any(),
        _ => view! {
            <Form class="card__foot form" action=here.to_owned() hidden=vec![("act", "place".to_owned())]>
                <Choice name="place" label=word(key::PUT_IT_WHERE) hint=word(key::PUT_IT_WHERE_HINT) answers=answers/>
                <Button>{word(key::PLACE_HERE)}</Button>
            </Form>
        }
        .into_any(),
    };
    let away = machine.place.is_some().then(|| {
        let fields = vec![("act", "take-away".to_owned())];
        let label = tell(say::take_away_what(machine.name.as_str()));
        view! {
            <div class="card__foot acts">
                <Confirm action=here.to_owned() fields=fields verb=word(key::TAKE_AWAY) label=label means=word(key::TAKE_AWAY_MEANS)/>
            </div>
        }
        .into_any()
    });
    view! {
        <Card title=word(key::WHERE_IT_STANDS) id="stands">
            <Facts class="card__body"><Known what=word(key::PLACE_OF_DEVICE)><bdi>{now}</bdi></Known></Facts>
            {put}
            {away}
        </Card>
    }
    .into_any()
}
