//! One ward: its beds, its chairs, what stands there, its name and its end.

use hospital::organisation::places::{BedLine, ChairLine, Standing, WardPlaces};
use leptos::prelude::*;
use ui::lang::{key, say, tell, word};
use ui::{
    Button, Card, Checkbox, Checkboxes, Confirm, Empty, Form, Head, Link, Look, PageHead, Question, Reach, Table,
};

use super::super::parts::{Act, Choice, Line, Of, Said, missing, typed};
use super::{changes, flag};
use crate::routes::{self, MachinePage};

/// The page.
pub fn page(ward: WardPlaces) -> AnyView {
    let here = routes::places_of(ward.ward);
    let put = put(&here, &ward);
    let beds = beds(&here, &ward.name, ward.beds);
    let chairs = chairs(&here, &ward.name, ward.chairs);
    let done = changes(ward.changes);
    let (add_bed, add_chair) = (add_bed(&here), add_chair(&here));
    let itself = itself(&here, &ward.name);
    view! {
        <PageHead title=ward.name.clone() context=word(key::WARDS_BEDS_CHAIRS)>
            <Link href=routes::PLACES reach=Reach::Alone>{word(key::ALL_WARDS)}</Link>
        </PageHead>
        <Said/>
        <div class="stack">
            <Card title=word(key::BEDS) id="beds">{beds}{add_bed}</Card>
            <Card title=word(key::DIALYSIS_CHAIRS) id="chairs">{chairs}{add_chair}</Card>
            <Card title=word(key::PLACE_A_MACHINE) id="machines">{put}</Card>
            <Card title=word(key::THE_WARD_ITSELF) id="ward">{itself}</Card>
            <Card title=word(key::PLACES_DONE) id="done">{done}</Card>
        </div>
    }
    .into_any()
}

fn act(name: &str) -> (&'static str, String) {
    ("act", name.to_owned())
}

/// What stands at a place, each with the button that takes it away.
fn standing(here: &str, machines: Vec<Standing>) -> AnyView {
    if machines.is_empty() {
        return missing();
    }
    machines
        .into_iter()
        .map(|it| {
            let href = routes::machine(it.device, MachinePage::Console);
            let label = tell(say::take_away_what(it.name.as_str()));
            let fields = vec![act("take-away"), ("device", it.device.to_string())];
            let measures = it
                .measures
                .then(|| view! { <span class="second">{word(key::MEASURES_SOMEBODY)}</span> }.into_any());
            let away = (!it.measures).then(|| {
                view! { <Act action=here.to_owned() fields=fields verb=word(key::TAKE_AWAY) label=label/> }.into_any()
            });
            view! { <div class="cluster"><a class="link link--alone" href=href><bdi>{it.name}</bdi></a>{measures}{away}</div> }
                .into_any()
        })
        .collect_view()
        .into_any()
}

/// The button that retires a place, with the reason.
fn retire(here: &str, verb: &'static str, row: String, name: &str) -> AnyView {
    let of = Of("row", format!("{verb}-{row}"));
    let open = of.came_back();
    let fields = vec![act(verb), ("row", format!("{verb}-{row}")), ("id", row)];
    let label = tell(say::retire_what(name));
    let here = here.to_owned();
    view! {
        <Confirm verb=word(key::RETIRE) label=label open=open>
            <Form class="confirm__form" action=here hidden=fields>
                <p>{word(key::RETIRE_MEANS)}</p>
                <Line name="reason" label=word(key::WHY) most=500 of=of/>
                <Button look=Look::Inverse class="btn--small">{word(key::RETIRE)}</Button>
            </Form>
        </Confirm>
    }
    .into_any()
}

fn beds(here: &str, ward: &str, beds: Vec<BedLine>) -> AnyView {
    if beds.is_empty() {
        return view! { <Empty icon="bed" title=word(key::NO_BEDS_YET) text=word(key::NO_BEDS_YET_TEXT)/> }.into_any();
    }
    let rows = beds
        .into_iter()
        .map(|bed| {
            let name = tell(say::bed_number(i64::from(bed.number)));
            let retire = retire(here, "retire-bed", bed.id.to_string(), &name);
            let machines = standing(here, bed.standing);
            view! {
                <tr>
                    <th scope="row">{name}</th>
                    <td data-head=word(key::MACHINE)>{machines}</td>
                    <td><div class="acts">{retire}</div></td>
                </tr>
            }
            .into_any()
        })
        .collect_view();
    let heads = [word(key::BED), word(key::MACHINE), ""].map(Head::words).to_vec();
    view! { <Table caption=tell(say::beds_in(ward)) heads=heads>{rows}</Table> }.into_any()
}

fn chairs(here: &str, ward: &str, chairs: Vec<ChairLine>) -> AnyView {
    if chairs.is_empty() {
        return view! { <Empty icon="drop" title=word(key::NO_CHAIRS_YET) text=word(key::NO_CHAIRS_YET_TEXT)/> }
            .into_any();
    }
    let rows = chairs
        .into_iter()
        .map(|chair| {
            let retire = retire(here, "retire-chair", chair.id.to_string(), &chair.name);
            let change = change(here, &chair);
            let is = [
                flag(chair.isolation, key::ISOLATION_CHAIR),
                flag(chair.hdf, key::HDF_CHAIR),
            ];
            let is: Vec<&str> = is.into_iter().flatten().collect();
            let is = if is.is_empty() {
                "–".to_owned()
            } else {
                is.join(" · ")
            };
            let machines = standing(here, chair.standing);
            view! {
                <tr>
                    <th scope="row"><bdi>{chair.name}</bdi></th>
                    <td data-head=word(key::CHAIR_IS)>{is}</td>
                    <td data-head=word(key::MACHINE)>{machines}</td>
                    <td class="num" data-head=word(key::CHAIR_BOOKED)>{chair.booked}</td>
                    <td><div class="acts">{change}{retire}</div></td>
                </tr>
            }
            .into_any()
        })
        .collect_view();
    let heads = vec![
        Head::words(word(key::HD_CHAIR)),
        Head::words(word(key::CHAIR_IS)),
        Head::words(word(key::MACHINE)),
        Head::number(word(key::CHAIR_BOOKED)),
        Head::words(""),
    ];
    view! { <Table caption=tell(say::chairs_in(ward)) heads=heads>{rows}</Table> }.into_any()
}

/// The two boxes of a chair: as they were ticked in the form that came back, else as they are.
fn boxes(of: &Of, isolation: bool, hdf: bool) -> AnyView {
    let ticked = |name: &str, is: bool| match of.came_back() {
        true => typed(name).as_deref() == Some("true"),
        false => is,
    };
    let (isolation, hdf) = (ticked("isolation", isolation), ticked("hdf", hdf));
    let question = Question::new("isolation", word(key::CHAIR_IS))
        .id(format!("is-{}", of.1))
        .open();
    view! {
        <Checkboxes question=question>
            <Checkbox name="isolation" checked=isolation>{word(key::CHAIR_APART_WORDS)}</Checkbox>
            <Checkbox name="hdf" checked=hdf>{word(key::CHAIR_HDF_WORDS)}</Checkbox>
        </Checkboxes>
    }
    .into_any()
}

fn change(here: &str, chair: &ChairLine) -> AnyView {
    let of = Of("row", format!("change-{}", chair.id));
    let open = of.came_back();
    let fields = vec![act("change-chair"), ("row", of.1.clone()), ("id", chair.id.to_string())];
    let label = tell(say::change_what(chair.name.as_str()));
    let boxes = boxes(&of, chair.isolation, chair.hdf);
    let (name, here) = (chair.name.clone(), here.to_owned());
    view! {
        <Confirm verb=word(key::CHANGE) label=label open=open>
            <Form class="confirm__form" action=here hidden=fields>
                <Line name="name" label=word(key::NAME) value=name most=40 of=of/>
                {boxes}
                <Button look=Look::Inverse class="btn--small">{word(key::SAVE)}</Button>
            </Form>
        </Confirm>
    }
    .into_any()
}

fn add_bed(here: &str) -> AnyView {
    let of = Of("row", "add-bed".to_owned());
    let fields = vec![act("add-bed"), ("row", of.1.clone())];
    view! {
        <Form class="card__foot form" action=here.to_owned() hidden=fields>
            <Line name="number" label=word(key::BED_NUMBER_ASKED) hint=word(key::BED_NUMBER_HINT) inputmode="numeric" optional=true of=of/>
            <div class="form__end"><Button>{word(key::ADD_A_BED)}</Button></div>
        </Form>
    }
    .into_any()
}

fn add_chair(here: &str) -> AnyView {
    let of = Of("row", "add-chair".to_owned());
    let fields = vec![act("add-chair"), ("row", of.1.clone())];
    let boxes = boxes(&of, false, false);
    view! {
        <Form class="card__foot form" action=here.to_owned() hidden=fields>
            <Line name="name" label=word(key::CHAIR_NAME_ASKED) hint=word(key::CHAIR_NAME_HINT) most=40 of=of/>
            {boxes}
            <div class="form__end"><Button>{word(key::ADD_A_CHAIR)}</Button></div>
        </Form>
    }
    .into_any()
}

/// Puts a machine that stands nowhere, or in this ward, at a place of the ward.
fn put(here: &str, ward: &WardPlaces) -> AnyView {
    let chosen = |first: &'static str| std::iter::once((String::new(), first.to_owned()));
    let machines: Vec<(String, String)> = chosen(word(key::CHOOSE_A_MACHINE))
        .chain(ward.machines.iter().map(|(id, name)| (id.to_string(), name.clone())))
        .collect();
    let chairs = ward
        .chairs
        .iter()
        .map(|it| (it.id.to_string(), tell(say::hd_chair_of_name(it.name.as_str()))));
    let beds = ward
        .beds
        .iter()
        .map(|it| (it.id.to_string(), tell(say::bed_number(i64::from(it.number)))));
    let places: Vec<(String, String)> = chosen(word(key::CHOOSE_A_PLACE)).chain(chairs).chain(beds).collect();
    if machines.len() == 1 || places.len() == 1 {
        return view! { <p class="card__body quiet">{word(key::NOTHING_TO_PLACE)}</p> }.into_any();
    }
    view! {
        <Form class="card__body form" action=here.to_owned() hidden=vec![act("place")]>
            <Choice name="device" label=word(key::MACHINE) hint=word(key::PLACE_WHICH_HINT) answers=machines/>
            <Choice name="place" label=word(key::PUT_IT_WHERE) answers=places/>
            <div class="form__end"><Button>{word(key::PLACE_HERE)}</Button></div>
        </Form>
    }
    .into_any()
}

fn itself(here: &str, name: &str) -> AnyView {
    let of = Of("row", "rename-ward".to_owned());
    let fields = vec![act("rename-ward"), ("row", of.1.clone())];
    let retire = retire(here, "retire-ward", String::new(), name);
    let name = name.to_owned();
    view! {
        <Form class="card__body form" action=here.to_owned() hidden=fields>
            <Line name="name" label=word(key::NAME) value=name most=60 of=of/>
            <Button>{word(key::RENAME)}</Button>
        </Form>
        <div class="card__foot acts">{retire}</div>
    }
    .into_any()
}
