//! The allergies of one patient: what stands, what stood, and the form of a new one.

use domain::records::{Allergies, Allergy, Severity};
use hospital::patients::identity::Identity;
use hospital::records::allergies::{Allergic, ENDS};
use hospital::records::line::Line;
use leptos::prelude::*;
use ui::{Button, Card, Chip, Empty, Head, Look, Table};

use super::lines::{before, end, written};
use super::record::{banner, to_record};
use crate::forms::parts::{Act, Choice, Line as Question, Said, Text};
use crate::routes;

/// The page.
pub fn page(identity: Identity, list: Allergic) -> AnyView {
    let here = routes::allergies_of(identity.person.id);
    let (now, may_change) = (list.now(), list.may_change);
    let (open, ended) = list.parted();
    let none = (may_change && now == Allergies::NotAsked).then(|| {
        view! {
            <div class="card__foot form__end">
                <Act action=here.clone() fields=vec![("act", "none".into())] verb="No known allergies" label="No known allergies: state it for this patient"/>
                <span class="quiet">"Only after asking the patient, or who knows them."</span>
            </div>
        }
        .into_any()
    });
    let add = may_change.then(|| add(here.clone()));
    view! {
        {banner(&identity, Some(&now), to_record(identity.person.id))}
        <Said/>
        <div class="stack">
            <Card title="Allergies" id="allergies">{standing(&here, &now, open, may_change)}{none}</Card>
            {add}
            {before(ended, ENDS, "One became known", in_words)}
        </div>
    }
    .into_any()
}

fn in_words(allergy: &Option<Allergy>) -> String {
    match allergy {
        Some(allergy) => format!("{} ({})", allergy.substance, allergy.reaction),
        None => "No known allergies".to_owned(),
    }
}

fn standing(here: &str, now: &Allergies, open: Vec<Line<Option<Allergy>>>, may_change: bool) -> AnyView {
    if *now == Allergies::NotAsked {
        return view! { <Empty icon="medium" title="Nobody has asked" text="That is not the same as none. Ask the patient, or who knows them."/> }.into_any();
    }
    let rows = open
        .into_iter()
        .map(|line| {
            let end = (may_change && line.is_ours).then(|| end(here, line.id, &in_words(&line.what), ENDS));
            let severity = line.what.as_ref().map(|it| severity(it.severity));
            let (substance, reaction) = match line.what {
                Some(allergy) => (allergy.substance, allergy.reaction),
                None => ("No known allergies".to_owned(), String::new()),
            };
            view! {
                <tr>
                    <th scope="row">{substance}</th>
                    <td data-head="What it does">{reaction}</td>
                    <td data-head="How bad">{severity}</td>
                    <td data-head="Written">{written(line.at, line.by)}</td>
                    <td><div class="acts">{end}</div></td>
                </tr>
            }
            .into_any()
        })
        .collect_view();
    let heads = ["To what", "What it does", "How bad", "Written", ""]
        .map(Head::words)
        .to_vec();
    view! { <Table caption="Allergies" heads=heads>{rows}</Table> }.into_any()
}

/// The word; the two that endanger people stand out by more than the word.
fn severity(severity: Severity) -> AnyView {
    match severity {
        Severity::Severe | Severity::LifeThreatening => {
            view! { <Chip look="inverse" icon="high">{severity.words()}</Chip> }.into_any()
        }
        _ => view! { <Chip look="line">{severity.words()}</Chip> }.into_any(),
    }
}

fn add(here: String) -> AnyView {
    let severities = std::iter::once((String::new(), "Choose".to_owned()))
        .chain(Severity::ALL.map(|it| (it.name().to_owned(), it.words().to_owned())))
        .collect();
    view! {
        <Card title="Another allergy" id="allergy-new">
            <form class="card__body form" method="post" action=here>
                <input type="hidden" name="act" value="add"/>
                <Question name="substance" label="To what" hint="The medicine, food or material, such as penicillin."/>
                <Text name="reaction" label="What it does" hint="Such as rash, swelling, anaphylaxis. \"Not known\" is an answer." most=500/>
                <Choice name="severity" label="How bad" answers=severities/>
                <div class="form__end"><Button look=Look::Primary>"Add this allergy"</Button></div>
            </form>
        </Card>
    }
    .into_any()
}
