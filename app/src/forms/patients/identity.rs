//! Changing who a patient is: the form, what was changed, and whether they are a patient here.

use domain::patients::demographics::language;
use domain::patients::{BloodGroup, Marital, Sex};
use hospital::patients::changes::{Change, LEAVES, Open};
use hospital::patients::identity::Identity;
use leptos::prelude::*;
use ui::{Button, Card, Empty, Head, Look, Table, Time, TimeStyle};

use super::record::{banner, to_record};
use super::register::Questions;
use crate::forms::parts::{Act, Choice, Said};
use crate::routes;

/// The page.
pub fn page(identity: Identity, open: Open) -> AnyView {
    let here = routes::identity_of(identity.person.id);
    let Open {
        now,
        version,
        is_active,
        changes,
    } = open;
    let (door, standing, history) = (here.clone(), standing(&here, is_active), history(changes));
    view! {
        {banner(&identity, None, to_record(identity.person.id))}
        <Said/>
        <div class="stack">
            <Card title="Who they are" id="identity">
                <form class="card__body form" method="post" action=door>
                    <input type="hidden" name="version" value=version.to_string()/>
                    <Questions now=now/>
                    <div class="form__end"><Button look=Look::Primary name="act" value="change">"Save what changed"</Button></div>
                </form>
            </Card>
            <Card title="Patient here" id="standing">{standing}</Card>
            <Card title="What was changed" id="changes">{history}</Card>
        </div>
    }
    .into_any()
}

fn standing(here: &str, is_active: bool) -> AnyView {
    if !is_active {
        return view! {
            <div class="card__body form__end">
                <span>"They are a patient of this hospital no longer. Their record stays."</span>
                <Act action=here.to_owned() fields=vec![("act", "come-back".into())] verb="A patient here again" label="They are a patient here again"/>
            </div>
        }
        .into_any();
    }
    let reasons = std::iter::once((String::new(), "Choose".to_owned()))
        .chain(
            LEAVES
                .iter()
                .map(|(word, words)| ((*word).to_owned(), (*words).to_owned())),
        )
        .collect();
    view! {
        <form class="card__body form" method="post" action=here.to_owned()>
            <input type="hidden" name="act" value="leave"/>
            <p>"They are a patient of this hospital. Who is one no longer is marked so in every list; nothing of the record is lost, and it can be undone."</p>
            <Choice name="because" label="Why they are a patient here no longer" answers=reasons/>
            <div class="form__end"><Button look=Look::Inverse>"No longer a patient here"</Button></div>
        </form>
    }
    .into_any()
}

fn history(changes: Vec<Change>) -> AnyView {
    if changes.is_empty() {
        return view! { <Empty icon="pencil" title="Nothing was changed" text="Each change stays here with what stood there before, and who made it."/> }.into_any();
    }
    let rows = changes
        .into_iter()
        .map(|change| {
            let by = change.by.unwrap_or_else(|| "somebody of another hospital".to_owned());
            let before = in_words(&change.field, change.before);
            let after = in_words(&change.field, change.after);
            view! {
                <tr>
                    <th scope="row">{label(&change.field)}</th>
                    <td data-head="Before"><s>{before}</s></td>
                    <td data-head="Since then">{after}</td>
                    <td data-head="Changed"><Time at=Signal::stored(Some(change.at)) style=TimeStyle::DateClock/>" · "{by}</td>
                </tr>
            }
            .into_any()
        })
        .collect_view();
    let heads = ["What", "Before", "Since then", "Changed"].map(Head::words).to_vec();
    view! { <Table caption="What was changed" heads=heads>{rows}</Table> }.into_any()
}

fn label(field: &str) -> &'static str {
    match field {
        "family_name" => "Family name",
        "given_name" => "Given name",
        "title" => "Title",
        "born" => "Born",
        "sex" => "Sex",
        "health_id" => "Health id",
        "language" => "Language",
        "marital" => "Marital status",
        "blood_group" => "Blood group",
        _ => "Patient here",
    }
}

fn in_words(field: &str, value: Option<String>) -> String {
    let Some(value) = value else {
        return "Not known".to_owned();
    };
    match field {
        "sex" => Sex::parse(&value).words().to_owned(),
        "language" => language(&value).to_owned(),
        "marital" => Marital::parse(&value).map_or(value, |it| it.words().to_owned()),
        "blood_group" => BloodGroup::parse(&value).map_or(value, |it| it.words().to_owned()),
        "standing" => match value.as_str() {
            "active" => "A patient here".to_owned(),
            "inactive" => "No longer".to_owned(),
            word => {
                let why = LEAVES
                    .iter()
                    .find(|(known, _)| *known == word)
                    .map_or("", |(_, words)| *words);
                format!("No longer: {}", why.to_lowercase())
            }
        },
        _ => value,
    }
}
