//! Who is on duty where, and whose each device is: by ward or by person; add and end.

use domain::actor::Role;
use hospital::care::{DeviceDuty, Duties, Duty, WardDuty};
use leptos::prelude::*;
use ui::lang::{self, Arg, key, say, tell, weave, word};
use ui::{Button, Card, Chip, Empty, Form, Head, Look, PageHead, Segment, SegmentedLinks, Table, Time, TimeStyle};

use super::parts::{Act, Choice, Line, Said};
use super::people::{Person, choose_from};
use crate::routes;

/// Hours of a duty to choose from; none while no end is known.
const HOURS: [(&str, &str); 4] = [
    ("", "No end yet"),
    ("8", "8 hours"),
    ("12", "12 hours"),
    ("24", "24 hours"),
];

/// The page; `by_person` puts the people first, `part` is what the names have in them.
pub fn page(duties: Duties, by_person: bool, part: String) -> AnyView {
    let Duties {
        mut wards,
        mut devices,
        all_wards,
        all_devices,
        are_more,
        colleagues,
    } = duties;
    if by_person {
        wards.sort_by(|a, b| (&a.name, &a.ward_name).cmp(&(&b.name, &b.ward_name)));
        devices.sort_by(|a, b| (&a.name, &a.device_name).cmp(&(&b.name, &b.device_name)));
    }
    let sorted = if by_person {
        by_person_path()
    } else {
        routes::DUTIES.to_owned()
    };
    let wards_of = all_wards
        .iter()
        .map(|(id, name)| (id.to_string(), name.clone()))
        .collect();
    let device = match all_devices {
        Some(all) => {
            let answers = all.into_iter().map(|(id, name)| (id.to_string(), name)).collect();
            view! { <Choice name="device" label=word(key::DEVICE) answers=answers/> }.into_any()
        }
        None => view! { <Line name="device" label=word(key::DEVICE) hint=word(key::ITS_NAME_AS_THE)/> }.into_any(),
    };
    let narrow = (are_more || !part.is_empty()).then(|| {
        let order = by_person.then(|| ("by", "person".to_owned())).into_iter().collect();
        let said = are_more.then(|| view! { <p class="quiet">{word(key::THESE_ARE_THE_FIRST)}</p> }.into_any());
        view! {
            <Form class="form form--wide" method="get" action=routes::DUTIES hidden=order>
                <Line name="name" label=word(key::PART_OF_A_NAME) value=part optional=true/>
                <Button>{word(key::SEARCH_VERB)}</Button>
                {said}
            </Form>
        }
        .into_any()
    });
    let clinicians = choose_from(colleagues.as_deref(), &[Role::Doctor, Role::Nurse]);
    let keepers = choose_from(colleagues.as_deref(), &[]);
    let hours = HOURS
        .map(|(value, words)| (value.to_owned(), lang::of_english(words)))
        .to_vec();
    view! {
        <PageHead title=word(key::DUTIES) context=word(key::WHO_IS_ON_DUTY)>
            <SegmentedLinks label=word(key::ORDER_OF_LIST) options=Signal::stored(orders()) chosen=Signal::stored(sorted)/>
        </PageHead>
        <Said/>
        {narrow}
        <div class="stack">
            <Card title=word(key::WARD_DUTY) id="wards">
                {on_wards(wards, by_person)}
                <Form class="card__foot form form--wide" action=routes::DUTIES hidden=vec![("act", "begin-duty".to_owned())]>
                    <Person name="person" label=word(key::DOCTOR_OR_NURSE) answers=clinicians/>
                    <Choice name="ward" label=word(key::PLACE_WARD) answers=wards_of/>
                    <Choice name="hours" label=word(key::FOR) answers=hours/>
                    <Button look=Look::Primary>{word(key::PUT_ON_DUTY)}</Button>
                </Form>
            </Card>
            <Card title=word(key::PLACE_DEVICES) id="devices">
                {on_devices(devices, by_person)}
                <Form class="card__foot form form--wide" action=routes::DUTIES hidden=vec![("act", "give-device".to_owned())]>
                    <Person name="reader" label=word(key::WHO) hint=word(key::DOCTORS_AND_NURSES_READ) answers=keepers/>
                    {device}
                    <Button>{word(key::ASSIGN_THE_DEVICE)}</Button>
                </Form>
            </Card>
        </div>
    }
    .into_any()
}

fn by_person_path() -> String {
    format!("{}?by=person", routes::DUTIES)
}

fn orders() -> Vec<Segment> {
    let order = |value: String, word: &str| Segment {
        value,
        word: word.into(),
        count: None,
    };
    vec![
        order(routes::DUTIES.into(), word(key::BY_PLACE)),
        order(by_person_path(), word(key::BY_PERSON)),
    ]
}

/// The columns, with the person first or second.
fn heads(by_person: bool, place: &str, more: &[&str]) -> Vec<Head> {
    let first = if by_person {
        [word(key::WHO), place]
    } else {
        [place, word(key::WHO)]
    };
    first
        .iter()
        .chain(more)
        .chain(&[""])
        .map(|words| Head::words(*words))
        .collect()
}

fn first_two(by_person: bool, place: String, who: String) -> AnyView {
    let (first, second, head) = if by_person {
        (who, place, word(key::WHERE))
    } else {
        (place, who, word(key::WHO))
    };
    view! { <th scope="row">{first}</th><td data-head=head>{second}</td> }.into_any()
}

fn on_wards(duties: Vec<WardDuty>, by_person: bool) -> AnyView {
    if duties.is_empty() {
        return view! { <Empty icon="bed" title=word(key::NOBODY_IS_ON_DUTY) text=word(key::DOCTORS_AND_NURSES_SEE)/> }
            .into_any();
    }
    let rows = duties
        .into_iter()
        .map(|duty| {
            let label = tell(say::end_duty_of(duty.name.as_str(), duty.ward_name.as_str()));
            let fields = vec![
                ("act", "end-duty".to_owned()),
                ("person", duty.user.to_string()),
                ("ward", duty.ward.to_string()),
            ];
            view! {
                <tr>
                    {first_two(by_person, duty.ward_name, duty.name)}
                    <td data-head=word(key::SINCE)><Time at=Signal::stored(Some(duty.since)) style=TimeStyle::DateClock/></td>
                    <td data-head=word(key::UNTIL)>{until(duty.until)}</td>
                    <td><div class="acts"><Act action=routes::DUTIES fields=fields verb=word(key::END) label=label/></div></td>
                </tr>
            }
            .into_any()
        })
        .collect_view();
    view! { <Table caption=word(key::ON_DUTY_NOW) heads=heads(by_person, word(key::PLACE_WARD), &[word(key::SINCE), word(key::UNTIL)])>{rows}</Table> }.into_any()
}

fn until(at: Option<domain::time::Moment>) -> AnyView {
    match at {
        Some(_) => view! { <Time at=Signal::stored(at) style=TimeStyle::DateClock/> }.into_any(),
        None => view! { <span class="table__missing">{word(key::NO_END_YET_WITHIN)}</span> }.into_any(),
    }
}

fn on_devices(duties: Vec<DeviceDuty>, by_person: bool) -> AnyView {
    if duties.is_empty() {
        return view! { <Empty icon="machine" title=word(key::NO_DEVICE_IS_ANYBODYS) text=word(key::ASSIGN_A_DEVICE_TO)/> }.into_any();
    }
    let rows = duties
        .into_iter()
        .map(|duty| {
            let label = tell(say::end_of_both(duty.device_name.as_str(), duty.name.as_str()));
            let fields = vec![("act", "take-device".to_owned()), ("reader", duty.user.to_string()), ("device", duty.device.to_string())];
            let what = match duty.duty {
                Duty::Reads => word(key::READS_IT),
                Duty::Keeps => word(key::KEEPS_IT),
            };
            let lent = duty.lent.map(|(to, until)| {
                let handed = weave(say::handed_to_until(to, Arg::hole(0)), [view! { <Time at=Signal::stored(Some(until)) style=TimeStyle::DateClock/> }.into_any()]);
                view! { " "<Chip look="line">{handed}</Chip> }.into_any()
            });
            view! {
                <tr>
                    {first_two(by_person, duty.device_name, duty.name)}
                    <td data-head=word(key::WHAT)>{what}{lent}</td>
                    <td data-head=word(key::SINCE)><Time at=Signal::stored(Some(duty.since)) style=TimeStyle::DateClock/></td>
                    <td><div class="acts"><Act action=routes::DUTIES fields=fields verb=word(key::END) label=label/></div></td>
                </tr>
            }
            .into_any()
        })
        .collect_view();
    view! { <Table caption=word(key::WHOSE_EACH_DEVICE_IS) heads=heads(by_person, word(key::DEVICE), &[word(key::WHAT), word(key::SINCE)])>{rows}</Table> }
        .into_any()
}
