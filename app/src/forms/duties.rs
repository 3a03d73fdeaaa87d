//! Who is on duty where, and whose each device is: by ward or by person; add and end.

use domain::actor::Role;
use hospital::care::{DeviceDuty, Duties, Duty, WardDuty};
use leptos::prelude::*;
use ui::{Button, Card, Chip, Empty, Head, Look, PageHead, Segment, SegmentedLinks, Table, Time, TimeStyle};

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
            view! { <Choice name="device" label="Device" answers=answers/> }.into_any()
        }
        None => {
            view! { <Line name="device" label="Device" hint="Its name, as the list of devices has it"/> }.into_any()
        }
    };
    let narrow = (are_more || !part.is_empty()).then(|| {
        let order = by_person.then(|| view! { <input type="hidden" name="by" value="person"/> }.into_any());
        let said = are_more.then(|| {
            view! { <p class="quiet">"These are the first 200 of each. A part of a name narrows them."</p> }.into_any()
        });
        view! {
            <form class="form form--wide" method="get" action=routes::DUTIES>
                {order}
                <Line name="name" label="Part of a name" value=part optional=true/>
                <Button>"Search"</Button>
                {said}
            </form>
        }
        .into_any()
    });
    let clinicians = choose_from(colleagues.as_deref(), &[Role::Doctor, Role::Nurse]);
    let keepers = choose_from(colleagues.as_deref(), &[]);
    let hours = HOURS
        .map(|(value, words)| (value.to_owned(), words.to_owned()))
        .to_vec();
    view! {
        <PageHead title="Duties" context="Who is on duty where, and whose each device is">
            <SegmentedLinks label="Order" options=Signal::stored(orders()) chosen=Signal::stored(sorted)/>
        </PageHead>
        <Said/>
        {narrow}
        <div class="stack">
            <Card title="Ward duty" id="wards">
                {on_wards(wards, by_person)}
                <form class="card__foot form form--wide" method="post" action=routes::DUTIES>
                    <input type="hidden" name="act" value="begin-duty"/>
                    <Person name="person" label="Doctor or nurse" answers=clinicians/>
                    <Choice name="ward" label="Ward" answers=wards_of/>
                    <Choice name="hours" label="For" answers=hours/>
                    <Button look=Look::Primary>"Put on duty"</Button>
                </form>
            </Card>
            <Card title="Devices" id="devices">
                {on_devices(devices, by_person)}
                <form class="card__foot form form--wide" method="post" action=routes::DUTIES>
                    <input type="hidden" name="act" value="give-device"/>
                    <Person name="reader" label="Who" hint="Doctors and nurses read a device, a technician keeps one" answers=keepers/>
                    {device}
                    <Button>"Assign the device"</Button>
                </form>
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
        order(routes::DUTIES.into(), "By place"),
        order(by_person_path(), "By person"),
    ]
}

/// The columns, with the person first or second.
fn heads(by_person: bool, place: &str, more: &[&str]) -> Vec<Head> {
    let first = if by_person { ["Who", place] } else { [place, "Who"] };
    first
        .iter()
        .chain(more)
        .chain(&[""])
        .map(|words| Head::words(*words))
        .collect()
}

fn first_two(by_person: bool, place: String, who: String) -> AnyView {
    let (first, second, head) = if by_person {
        (who, place, "Where")
    } else {
        (place, who, "Who")
    };
    view! { <th scope="row">{first}</th><td data-head=head>{second}</td> }.into_any()
}

fn on_wards(duties: Vec<WardDuty>, by_person: bool) -> AnyView {
    if duties.is_empty() {
        return view! { <Empty icon="bed" title="Nobody is on duty" text="Doctors and nurses see a ward while they are on duty there."/> }.into_any();
    }
    let rows = duties
        .into_iter()
        .map(|duty| {
            let label = format!("End the duty of {} on {}", duty.name, duty.ward_name);
            let fields = vec![
                ("act", "end-duty".to_owned()),
                ("person", duty.user.to_string()),
                ("ward", duty.ward.to_string()),
            ];
            view! {
                <tr>
                    {first_two(by_person, duty.ward_name, duty.name)}
                    <td data-head="Since"><Time at=Signal::stored(Some(duty.since)) style=TimeStyle::DateClock/></td>
                    <td data-head="Until">{until(duty.until)}</td>
                    <td><div class="acts"><Act action=routes::DUTIES fields=fields verb="End" label=label/></div></td>
                </tr>
            }
            .into_any()
        })
        .collect_view();
    view! { <Table caption="On duty now" heads=heads(by_person, "Ward", &["Since", "Until"])>{rows}</Table> }.into_any()
}

fn until(at: Option<domain::time::Moment>) -> AnyView {
    match at {
        Some(_) => view! { <Time at=Signal::stored(at) style=TimeStyle::DateClock/> }.into_any(),
        None => view! { <span class="table__missing">"no end yet"</span> }.into_any(),
    }
}

fn on_devices(duties: Vec<DeviceDuty>, by_person: bool) -> AnyView {
    if duties.is_empty() {
        return view! { <Empty icon="machine" title="No device is anybody’s" text="Assign a device to the technician who keeps it, or to a doctor who reads it."/> }.into_any();
    }
    let rows = duties
        .into_iter()
        .map(|duty| {
            let label = format!("End: {} and {}", duty.device_name, duty.name);
            let fields = vec![("act", "take-device".to_owned()), ("reader", duty.user.to_string()), ("device", duty.device.to_string())];
            let what = match duty.duty {
                Duty::Reads => "Reads it",
                Duty::Keeps => "Keeps it",
            };
            let lent = duty.lent.map(|(to, until)| {
                view! { " "<Chip look="line">"Handed to "{to}" until "<Time at=Signal::stored(Some(until)) style=TimeStyle::DateClock/></Chip> }.into_any()
            });
            view! {
                <tr>
                    {first_two(by_person, duty.device_name, duty.name)}
                    <td data-head="What">{what}{lent}</td>
                    <td data-head="Since"><Time at=Signal::stored(Some(duty.since)) style=TimeStyle::DateClock/></td>
                    <td><div class="acts"><Act action=routes::DUTIES fields=fields verb="End" label=label/></div></td>
                </tr>
            }
            .into_any()
        })
        .collect_view();
    view! { <Table caption="Whose each device is" heads=heads(by_person, "Device", &["What", "Since"])>{rows}</Table> }
        .into_any()
}
