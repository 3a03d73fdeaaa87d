//! Joining two records of one person: both side by side, which one stays, why; what was joined, and taking it apart.

use domain::ids::PatientId;
use domain::patients::demographics::language;
use hospital::patients::identity::Identity;
use hospital::patients::merge::{Both, Held, Joined, Open};
use leptos::prelude::*;
use ui::{Button, Card, Chip, Choice, Head, Look, Question, RadioGroup, Table, Time, TimeStyle};

use super::born;
use super::lines::written;
use super::record::{banner, to_record};
use crate::forms::parts::{Line, Said, Text, fault, typed};
use crate::routes;

/// The page.
pub fn page(open: Open) -> AnyView {
    let Open {
        identity,
        both,
        history,
    } = open;
    let id = identity.person.id;
    let next = match &both {
        Some(both) => side_by_side(&identity, both),
        None => name_the_other(id),
    };
    let history = (!history.is_empty()).then(|| before(id, history));
    view! {
        {banner(&identity, None, to_record(id))}
        <Said/>
        <div class="stack">{next}{history}</div>
    }
    .into_any()
}

fn name_the_other(id: PatientId) -> AnyView {
    view! {
        <Card title="Another record of this person" id="other">
            <form class="card__body form" method="post" action=routes::join_of(id)>
                <input type="hidden" name="act" value="find"/>
                <p>"Two records of one person are joined by somebody who has looked at both, never by themselves. Afterwards both numbers and every old link lead to the record that stays, and it shows what stands in either. It can be taken apart again at any time."</p>
                <Line name="number" label="Number of the other record" hint="The hospital’s number, or the health id."/>
                <div class="form__end"><Button look=Look::Primary>"Compare the two"</Button></div>
            </form>
        </Card>
    }
    .into_any()
}

fn side_by_side(this: &Identity, both: &Both) -> AnyView {
    let Both { other, held } = both;
    let [of_this, of_other] = held;
    let rows = facts(this).into_iter().zip(facts(other));
    let rows = rows.chain(counts(of_this).into_iter().zip(counts(of_other)));
    let rows = rows.map(|((label, one), (_, two))| row(label, one, two)).collect_view();
    let heads = [
        "What".to_owned(),
        this.person.hospital_number.clone(),
        other.person.hospital_number.clone(),
        "Compared".to_owned(),
    ]
    .map(Head::words)
    .to_vec();
    view! {
        <Card title="Side by side" id="compare"><Table caption="Both records" heads=heads>{rows}</Table></Card>
        {choose(this, other, [of_this, of_other])}
    }
    .into_any()
}

fn row(label: &'static str, one: String, two: String) -> AnyView {
    let compared = match (one == two, one.is_empty() || two.is_empty()) {
        (true, _) => view! { <span class="quiet">"The same"</span> }.into_any(),
        (false, true) => view! { <Chip look="line">"In one only"</Chip> }.into_any(),
        (false, false) => view! { <Chip look="warn">"Differs"</Chip> }.into_any(),
    };
    let shown = |value: String| match value.is_empty() {
        true => view! { <span class="quiet">"Not known"</span> }.into_any(),
        false => value.into_any(),
    };
    view! {
        <tr>
            <th scope="row">{label}</th>
            <td>{shown(one)}</td>
            <td>{shown(two)}</td>
            <td data-head="Compared">{compared}</td>
        </tr>
    }
    .into_any()
}

fn facts(of: &Identity) -> Vec<(&'static str, String)> {
    let person = &of.person;
    let since = of.hospitals.first().map(|at| {
        let on = of.zone.civil(at.since);
        super::birth((on.year, on.month, on.day), false)
    });
    vec![
        ("Family name", person.family_name.clone()),
        ("Given name", person.given_name.clone()),
        ("Title", of.title.clone().unwrap_or_default()),
        ("Born", born(person, &of.zone)),
        ("Sex", person.sex.words().to_owned()),
        (
            "Health id",
            if person.health_id.is_empty() {
                String::new()
            } else {
                person.health_id_grouped()
            },
        ),
        (
            "Language",
            of.language.as_deref().map(language).unwrap_or_default().to_owned(),
        ),
        (
            "Marital status",
            of.marital.map(|it| it.words().to_owned()).unwrap_or_default(),
        ),
        (
            "Blood group",
            of.blood_group.map(|it| it.words().to_owned()).unwrap_or_default(),
        ),
        ("Registered", since.unwrap_or_default()),
    ]
}

fn counts(held: &Held) -> Vec<(&'static str, String)> {
    vec![
        ("Lines on allergies", held.allergies.to_string()),
        ("Conditions", held.conditions.to_string()),
        ("Medicines", held.medicines.to_string()),
        ("Operations", held.surgeries.to_string()),
        ("Contacts", held.contacts.to_string()),
        ("Documents and policies", held.papers.to_string()),
        ("Who treats them now", held.carers.to_string()),
        ("Alarm limits of their own", held.limits.to_string()),
        (
            "On a device or a ward",
            if held.has_device || held.has_ward { "Yes" } else { "No" }.to_owned(),
        ),
        (
            "Account of the portal",
            if held.has_portal { "Yes" } else { "No" }.to_owned(),
        ),
    ]
}

/// Why a record cannot lead to another; empty when it can.
fn hinders(held: &Held) -> Option<&'static str> {
    match held {
        Held { is_inactive: true, .. } => Some("the other one is no patient here now"),
        Held { is_joined: true, .. } => Some("the other one is joined to a record already"),
        Held { has_device: true, .. } => Some("a device measures the other one"),
        Held { has_ward: true, .. } => Some("the other one lies on a ward"),
        Held { has_portal: true, .. } => Some("the other one has an account of the portal"),
        _ => None,
    }
}

fn choose(this: &Identity, other: &Identity, [of_this, of_other]: [&Held; 2]) -> AnyView {
    let choice = |stays: &Identity, stays_held: &Held, leads: &Held| {
        let words = format!("{} stays", stays.person.hospital_number);
        let hindered = if stays_held.is_inactive {
            Some("it is no patient here now")
        } else {
            hinders(leads)
        };
        let note = match hindered {
            Some(why) => format!("Cannot be chosen: {why}."),
            None => format!("{}, and the other leads to it.", stays.person.staff_name()),
        };
        (
            hindered.is_some(),
            Choice::new(stays.person.id.to_string(), words).note(note),
        )
    };
    let both = [choice(this, of_this, of_other), choice(other, of_other, of_this)];
    let none = both.iter().all(|(hindered, _)| *hindered);
    let choices = both
        .into_iter()
        .map(|(hindered, choice)| Choice {
            disabled: hindered,
            ..choice
        })
        .collect();
    let question = Question::new("stays", "Which record stays").error(fault("stays"));
    let (here, with) = (routes::join_of(this.person.id), other.person.id.to_string());
    let again = here.clone();
    let form = match none {
        true => view! { <p>"Neither can lead to the other now. What hinders it stands above; when it has ended, come back."</p> }.into_any(),
        false => view! {
            <RadioGroup question=question choices=choices chosen=typed("stays").unwrap_or_default()/>
            <Text name="reason" label="How you know that they are one person" hint="Such as: same card and same mother, asked on the telephone." most=500/>
            <p class="quiet">"What stands in both is shown from both. Alarm limits of the record that leads to the other are not carried over; set them anew where they are needed."</p>
            <div class="form__end">
                <Button look=Look::Primary>"Join the two records"</Button>
                <a class="link link--alone" href=again>"Compare with another"</a>
            </div>
        }
        .into_any(),
    };
    view! {
        <Card title="Join them" id="join">
            <form class="card__body form" method="post" action=here>
                <input type="hidden" name="act" value="join"/>
                <input type="hidden" name="with" value=with/>
                {form}
            </form>
        </Card>
    }
    .into_any()
}

fn before(id: PatientId, history: Vec<Joined>) -> AnyView {
    let rows = history
        .into_iter()
        .map(|joined| {
            let what = format!("{} · {}", joined.number, joined.name);
            let now = match joined.undone {
                Some((at, by, why)) => {
                    view! { "Taken apart "{written(at, by)}<br/><span class="quiet">{why}</span> }.into_any()
                }
                None => apart(id, &joined.id.to_string(), &what, joined.written_since),
            };
            view! {
                <tr>
                    <th scope="row">{what}</th>
                    <td data-head="Joined">{written(joined.at, joined.by)}</td>
                    <td data-head="Why">{joined.reason}</td>
                    <td data-head="Now">{now}</td>
                </tr>
            }
            .into_any()
        })
        .collect_view();
    let heads = ["Record", "Joined", "Why", "Now"].map(Head::words).to_vec();
    view! { <Card title="What was joined to this record" id="joined"><Table caption="Records that were joined to this one" heads=heads>{rows}</Table></Card> }.into_any()
}

fn apart(id: PatientId, joined: &str, what: &str, since: i64) -> AnyView {
    let (label, name) = (format!("Take apart: {what}"), format!("because-{joined}"));
    let means = match since {
        0 => "Both stand again as they stood before.".to_owned(),
        1 => "Both stand again as they stood before. One line was written since: it stays here, so look to whom it belongs.".to_owned(),
        many => format!("Both stand again as they stood before. {many} lines were written since: they stay here, so look to whom each belongs."),
    };
    view! {
        <details class="confirm">
            <summary class="btn btn--secondary btn--small" aria-label=label>"Take apart"</summary>
            <form class="confirm__sheet" method="post" action=routes::join_of(id)>
                <input type="hidden" name="act" value="apart"/>
                <input type="hidden" name="id" value=joined.to_owned()/>
                <p>{means}</p>
                <div class="field">
                    <label class="field__label" for=name.clone()>"Why they are two people"</label>
                    <div class="field__box"><input class="field__input" id=name name="because" autocomplete="off" minlength="10" maxlength="500"/></div>
                </div>
                <Button look=Look::Inverse class="btn--small">"Take them apart"</Button>
            </form>
        </details>
    }
    .into_any()
}

/// That records were joined to this one, under its banner on each page; with the way to take them apart for who may.
pub(super) fn notice(identity: &Identity) -> Option<AnyView> {
    let last = identity.joined.first()?.at;
    let numbers: Vec<String> = identity
        .joined
        .iter()
        .map(|one| format!("{} ({})", one.number, one.name))
        .collect();
    let words = match numbers.len() {
        1 => "Two records were joined on ",
        _ => "Several records were joined, the last on ",
    };
    let link = identity.may_merge.then(|| {
        view! { " "<a class="link link--alone" href=routes::join_of(identity.person.id)>"Look, or take them apart"</a> }
            .into_any()
    });
    Some(
        view! {
            <p class="banner__standing">
                <ui::Icon name="info" class="icon--small"/>
                <span>{words}<Time at=Signal::stored(Some(last)) style=TimeStyle::DateClock/>": "{numbers.join(", ")}"."{link}</span>
            </p>
        }
        .into_any(),
    )
}
