//! Revising what is prescribed and the dry weight, and what held before. Nothing is changed: revising ends one version and begins the next.

use domain::dialysis::days::Weekday;
use domain::dialysis::prescription::{Anticoagulant, DialysisFluid, Modality, Typed, UfProfile};
use domain::units::Quantity;
use hospital::dialysis::patient::Dialysed;
use hospital::dialysis::prescribe::Version;
use hospital::patients::identity::Identity;
use leptos::prelude::*;
use ui::lang::{key, say, tell, word};
use ui::{Button, Head, Link, Look, OpeningRow, Reach, Table, Time, TimeStyle};

use super::overview::{lines, version_of};
use super::{In, answers, boxes, card, names, sent, weight, written};
use crate::forms::parts::{Line, Said, seen};
use crate::forms::patients::banner::banner;
use crate::routes;

/// The page.
pub fn page(identity: Identity, it: Dialysed) -> AnyView {
    let id = identity.person.id;
    let here = routes::dialysis_prescription_of(id);
    let back =
        view! { <Link href=routes::dialysis_of(id) reach=Reach::Alone>{word(key::HD_TO_DIALYSIS)}</Link> }.into_any();
    let forms = it
        .may_prescribe
        .then(|| view! { {revise(&here, it.prescription())} {set_weight(&here, &it)} }.into_any());
    view! {
        {banner(&identity, back)}
        <Said/>
        <div class="stack">
            {forms}
            {versions(&it.prescriptions)}
            {dry(&it)}
        </div>
    }
    .into_any()
}

/// What a form begins with where nothing is prescribed yet: what is prescribed most, to be looked at one by one.
fn usual() -> Typed {
    let text = |text: &str| text.to_owned();
    Typed {
        modality: text("hd"),
        minutes: text("240"),
        days: text("mon,wed,fri"),
        blood_flow: text("300"),
        dialysate_flow: text("500"),
        potassium: text("2.0"),
        calcium: text("1.50"),
        sodium: text("138"),
        bicarbonate: text("32"),
        temperature: text("36.0"),
        dialysis_fluid: text("standard"),
        uf_profile: text("even"),
        max_uf_rate: text("10.0"),
        anticoagulant: text("heparin"),
        needle_gauge: text("15"),
        ..Typed::default()
    }
}

fn revise(here: &str, held: Option<&Version>) -> AnyView {
    let it = held.map_or_else(usual, |version| Typed::of(&version.what));
    let form = In("prescribe");
    let mut hidden = form.hidden();
    let holds = held.map(|version| version.id.to_string()).unwrap_or_default();
    hidden.push(("seen", seen(&form.of(), holds)));
    let days: Vec<&str> = it.days.split(',').collect();
    let title = word(if held.is_some() {
        key::HD_REVISE_PRESCRIPTION
    } else {
        key::HD_PRESCRIBE
    });
    let number = |name, part, unit, value: &String| form.number(name, &of(part), unit, value.clone());
    use domain::dialysis::prescription::Part;
    let of_single = form.answer(
        "single_needle",
        &of(Part::SingleNeedle),
        Some(it.single_needle == "yes" || it.single_needle == "true"),
    );
    let label = format!("{} (%)", of(Part::UfSteps));
    let (typed, hint) = (it.uf_steps.clone(), word(key::HD_STEPS_HINT));
    let steps = view! { <Line name="uf_steps" label=label value=typed hint=hint open=true of=form.of()/> }.into_any();
    let (loading, hourly) = (
        tell(say::hd_dose_of(of(Part::LoadingDose))),
        tell(say::hd_dose_an_hour_of(of(Part::HourlyDose))),
    );
    let action = here.to_owned();
    view! {
        {card(title, "revise", String::new(), None, view! { {sent("card__body form", action, hidden, view! { <div class="form__grid">
                    {form.choice("modality", &of(Part::Modality), answers(Modality::ALL, Modality::name, names::modality, None), &it.modality)}
                    {number("minutes", Part::Minutes, "min", &it.minutes)}
                    {form.maybe("dialyser", &of(Part::Dialyser), it.dialyser.clone())}
                </div>
                {form.boxes("days", &of(Part::Days), boxes(Weekday::ALL, Weekday::name, names::weekday), &days)}
                <div class="form__grid">
                    {number("blood_flow", Part::BloodFlow, "mL/min", &it.blood_flow)}
                    {number("dialysate_flow", Part::DialysateFlow, "mL/min", &it.dialysate_flow)}
                    {number("temperature", Part::Temperature, "°C", &it.temperature)}
                    {number("potassium", Part::Potassium, "mmol/L", &it.potassium)}
                    {number("calcium", Part::Calcium, "mmol/L", &it.calcium)}
                    {number("bicarbonate", Part::Bicarbonate, "mmol/L", &it.bicarbonate)}
                    {number("sodium", Part::Sodium, "mmol/L", &it.sodium)}
                    {number("sodium_end", Part::SodiumEnd, "mmol/L", &it.sodium_end)}
                    {form.choice("dialysis_fluid", &of(Part::DialysisFluid), answers(DialysisFluid::ALL, DialysisFluid::name, names::dialysis_fluid, None), &it.dialysis_fluid)}
                    {number("uf_goal", Part::UfGoal, "mL", &it.uf_goal)}
                    {form.choice("uf_profile", &of(Part::UfProfile), answers(UfProfile::ALL, UfProfile::name, names::uf_profile, None), &it.uf_profile)}
                    {steps}
                    {number("max_uf_rate", Part::MaxUfRate, "mL/kg/h", &it.max_uf_rate)}
                    {number("substitution", Part::Substitution, "L", &it.substitution)}
                    {form.choice("anticoagulant", &of(Part::Anticoagulant), answers(Anticoagulant::ALL, Anticoagulant::name, names::anticoagulant, None), &it.anticoagulant)}
                    {form.number("loading_dose", &loading, "", it.loading_dose.clone())}
                    {form.number("hourly_dose", &hourly, "", it.hourly_dose.clone())}
                    {number("stop_before", Part::StopBefore, "min", &it.stop_before)}
                    {form.maybe("anticoagulant_words", &of(Part::AnticoagulantWords), it.anticoagulant_words.clone())}
                    {number("needle_gauge", Part::NeedleGauge, "G", &it.needle_gauge)}
                    {of_single}
                </div>
                <p class="quiet">{word(key::HD_FLUID_HINT)}</p>
                <p class="quiet">{word(key::HD_CONTINUOUS_HINT)}</p>
                {form.maybe("reason", word(key::HD_WHY_SO), "")}
                <div class="form__end"><Button look=Look::Primary>{word(key::HD_PRESCRIBE_THIS)}</Button></div> }.into_any())} }.into_any())}
    }
    .into_any()
}

fn of(part: domain::dialysis::prescription::Part) -> String {
    ui::lang::of_english(names::part(part))
}

fn set_weight(here: &str, it: &Dialysed) -> AnyView {
    let form = In("dry_weight");
    let now = it.dry.first();
    let mut hidden = form.hidden_with(&[Quantity::Weight]);
    let holds = now.map(|dry| dry.id.to_string()).unwrap_or_default();
    hidden.push(("seen", seen(&form.of(), holds)));
    let now = now.map(|dry| dry.weight.0);
    let action = here.to_owned();
    view! {
        {card(word(key::HD_SET_DRY_WEIGHT), "dry-weight", String::new(), None, view! { {sent("card__body form", action, hidden, view! { <div class="form__grid">
                    {form.weight("weight", word(key::HD_DRY_WEIGHT), now)}
                    {form.maybe("reason", word(key::HD_WHY_SO), "")}
                </div>
                <div class="form__end"><Button>{word(key::HD_SET_THIS_WEIGHT)}</Button></div> }.into_any())} }.into_any())}
    }
    .into_any()
}

fn versions(all: &[Version]) -> Option<AnyView> {
    let rows = all
        .iter()
        .map(|version| {
            let until = version.ended_at.map(|at| view! { <Time at=Signal::stored(Some(at)) style=TimeStyle::DateClock/> }.into_any());
            let until = until.unwrap_or_else(|| word(key::HD_HOLDS).into_any());
            let cells = view! {
                <td data-head=word(key::HD_PRESCRIBED)>{written(version.at, version.by.clone())}</td>
                <td data-head=word(key::HD_UNTIL)>{until}</td>
                <td data-head=word(key::WHY)><bdi>{version.reason.clone()}</bdi></td>
            }
            .into_any();
            let what = lines(&version.what);
            view! { <OpeningRow id=format!("version-{}", version.version) head=version_of(version) cells=cells columns=4>{what}</OpeningRow> }.into_any()
        })
        .collect_view();
    let heads = [
        word(key::HD_VERSION_HEAD),
        word(key::HD_PRESCRIBED),
        word(key::HD_UNTIL),
        word(key::WHY),
    ]
    .map(Head::words)
    .to_vec();
    (!all.is_empty()).then(|| {
        view! { {card(word(key::HD_ALL_VERSIONS), "versions", String::new(), None, view! { <Table caption=word(key::HD_ALL_VERSIONS) heads=heads>{rows}</Table> }.into_any())} }.into_any()
    })
}

fn dry(it: &Dialysed) -> Option<AnyView> {
    let rows = it
        .dry
        .iter()
        .map(|dry| {
            view! {
                <tr>
                    <th scope="row">{weight(dry.weight)}</th>
                    <td data-head=word(key::WHY)><bdi>{dry.reason.clone()}</bdi></td>
                    <td data-head=word(key::WRITTEN)>{written(dry.at, dry.by.clone())}</td>
                </tr>
            }
            .into_any()
        })
        .collect_view();
    let heads = [word(key::HD_DRY_WEIGHT), word(key::WHY), word(key::WRITTEN)]
        .map(Head::words)
        .to_vec();
    (!it.dry.is_empty()).then(|| {
        view! { {card(word(key::HD_DRY_WEIGHTS), "dry-weights", String::new(), None, view! { <Table caption=word(key::HD_DRY_WEIGHTS) heads=heads>{rows}</Table> }.into_any())} }.into_any()
    })
}
