//! After the end: what is looked at, the signature, and what is amended once it is signed.

use domain::dialysis::after::Washback;
use domain::dialysis::amended::Number;
use domain::dialysis::hypotension::{self, Guideline};
use domain::dialysis::quantities::{Kilograms, Millilitres, Minutes};
use domain::dialysis::samples::Taken;
use domain::dialysis::uf::{self, Judged};
use domain::dialysis::weights;
use domain::numbers::fixed;
use domain::units::Quantity;
use hospital::dialysis::chair::Chair;
use hospital::dialysis::prescribe::per_week;
use leptos::prelude::*;
use ui::lang::{self, key, say, tell, word};
use ui::{Button, Chip, Head, Look, Note, Table, Time, TimeStyle};

use super::amendments::number;
use super::overview::judged_in_words;
use super::{In, by, card, facts, figure, known, names, pressure, sent, temperature, to_choose, urea};
use crate::routes;

/// Until it is signed.
pub(super) fn cards(here: &str, it: &Chair) -> AnyView {
    let found = it.sheet.after.as_ref().map(|_| found(it));
    let form = it.may_run.then(|| look(here, it));
    let sign = sign(here, it);
    view! { <div class="stack">{found}{sign}{form}</div> }.into_any()
}

/// Signed: what was found, and what was amended.
pub(super) fn signed(here: &str, it: &Chair) -> AnyView {
    let who = it.sheet.signed.as_ref().map(|(done, note)| {
        view! {
            {card(word(key::HD_STEP_SIGN), "signed", String::new(), None, view! { <div class="card__body"><p>{by(done)}</p><p><bdi>{note.clone()}</bdi></p><p class="quiet">{word(key::HD_SIGNED_MEANS)}</p></div> }.into_any())}
        }
        .into_any()
    });
    view! { <div class="stack">{who}{found(it)}{super::amendments::list(here, it)}</div> }.into_any()
}

/// How long blood ran, as it was amended last.
fn ran(it: &Chair) -> Option<Minutes> {
    it.sheet.number(Number::Minutes).map(Minutes)
}

/// Weight after and fluid taken, with which figures are worked out: as they were amended last.
fn taken(it: &Chair) -> Option<(Kilograms, Millilitres)> {
    let (after, removed) = (
        it.sheet.number(Number::WeightAfter)?,
        it.sheet.number(Number::UfRemoved)?,
    );
    Some((Kilograms(after), Millilitres(removed)))
}

/// What was found afterwards, with how the session went.
fn found(it: &Chair) -> AnyView {
    let Some(after) = &it.sheet.after else {
        return ().into_any();
    };
    let what = &after.what;
    let dry = it.dry_weight();
    let before = it.sheet.number(Number::WeightBefore).map(Kilograms);
    let (kg, removed) = taken(it).unwrap_or((what.weight, what.uf_removed));
    let met = weights::met(kg, dry).map(|met| match met {
        weights::Met::Met => view! { <Chip look="line" icon="check">{word(key::HD_DRY_MET)}</Chip> }.into_any(),
        weights::Met::Above => view! { <Chip look="medium-soft">{word(key::HD_ABOVE_DRY)}</Chip> }.into_any(),
        weights::Met::Below => view! { <Chip look="medium-soft">{word(key::HD_BELOW_DRY)}</Chip> }.into_any(),
    });
    let time = ran(it);
    let rates = time
        .and_then(|time| uf::by_each(removed, time, Some(kg), before, dry).ok())
        .unwrap_or_default();
    let rates = rates
        .into_iter()
        .map(|each| {
            let look = match each.judged {
                Judged::Fine => "line",
                Judged::Warn => "medium-soft",
                Judged::Strong => "high-soft",
            };
            let words = format!(
                "{} {}",
                figure(each.rate.0, 1, "mL/kg/h"),
                lang::of_english(names::by_weight(each.by))
            );
            view! { <Chip look=look>{words}</Chip>" " }.into_any()
        })
        .collect_view();
    let judged = time
        .and_then(|time| uf::rate_by_weight(removed, time, kg).ok())
        .map(uf::judge)
        .filter(|judged| *judged != Judged::Fine)
        .map(|judged| view! { <Note icon="info">{word(judged_in_words(judged))}</Note> }.into_any());
    let told = |what: &'static str, value: Option<String>| {
        value.map(|value| view! { {known(what, view! { {value} }.into_any())} }.into_any())
    };
    let early = it
        .sheet
        .ended
        .as_ref()
        .and_then(|(_, early, _)| *early)
        .map(|early| lang::of_english(names::early(early)));
    let next = it.next.map(|next| {
        view! { {known(word(key::HD_NEXT_SESSION), view! { <Time at=Signal::stored(Some(next)) style=TimeStyle::DateClock/> }.into_any())} }.into_any()
    });
    let next = next.or_else(|| {
        let way = view! { <a class="link" href=routes::diary_of(routes::DIARY, it.sheet.ward)>{word(key::HD_NO_NEXT_SESSION)}</a> }.into_any();
        Some(known(word(key::HD_NEXT_SESSION), way))
    });
    let cleaned = cleaned(it);
    view! {
        {card(word(key::HD_FOUND_AFTER), "after", String::new(), None, view! { <div class="card__body">
                {judged}
                {facts(view! { {known(word(key::HD_WEIGHT), view! { {number(it, Number::WeightAfter)}" "{met} }.into_any())}
                    {told(word(key::HD_DURATION), number(it, Number::Minutes))}
                    {told(word(key::HD_ENDED_EARLY), early)}
                    {told(word(key::HD_FLUID_REMOVED), number(it, Number::UfRemoved))}
                    {known(word(key::HD_FLUID_RATE), view! { {rates} }.into_any())}
                    {told(word(key::HD_PRESSURE_LYING), Some(pressure(what.lying)))}
                    {told(word(key::HD_PRESSURE_STANDING), what.standing.map(pressure))}
                    {told(word(key::HD_PULSE), what.pulse.map(|pulse| figure(f64::from(pulse), 0, "/min")))}
                    {told(word(key::HD_TEMPERATURE), what.temperature.map(temperature))}
                    {told(word(key::HD_LITRES), what.litres.map(|litres| figure(litres, 1, "L")))}
                    {told(word(key::HD_WASHBACK), Some(lang::of_english(names::washback(what.washback))))}
                    {told(word(key::HD_BLEEDING), what.bleeding.map(|bleeding| figure(bleeding.0, 0, "min")))}
                    {told(word(key::HD_UREA), it.sheet.urea(Taken::Post).map(urea))}
                    {told(word(key::HD_NOTE), what.note.clone())}
                    {fell(it)}
                    {next} }.into_any())}
                <p class="quiet">{word(key::HD_LOOKED_AT_BY)}" "{by(&after.by)}</p>
            </div>
            {cleaned} }.into_any())}
    }
    .into_any()
}

/// Whether the pressure fell too low, by both definitions.
pub(super) fn fell(it: &Chair) -> Option<AnyView> {
    let before = it.sheet.look.as_ref()?.what.what.lying;
    let nadir = hypotension::by_nadir(before.systolic, &it.fell)?;
    let by_nadir = match nadir.is {
        true => tell(say::hd_nadir_fell(
            figure(nadir.nadir.0, 0, "mmHg"),
            figure(nadir.threshold.0, 0, "mmHg"),
        )),
        false => tell(say::hd_nadir_held(
            figure(nadir.nadir.0, 0, "mmHg"),
            figure(nadir.threshold.0, 0, "mmHg"),
        )),
    };
    let by_guideline = hypotension::by_guideline(before, &it.fell).map(|found| {
        word(match found {
            Guideline::NoFall => key::HD_GUIDELINE_NONE,
            Guideline::FallAlone => key::HD_GUIDELINE_ALONE,
            Guideline::InPart => key::HD_GUIDELINE_PART,
            Guideline::Whole => key::HD_GUIDELINE_WHOLE,
        })
    });
    Some(view! { {known(word(key::HD_PRESSURE_FELL), view! { {by_nadir}<br/><span class="quiet">{by_guideline}</span> }.into_any())} }.into_any())
}

/// How well the blood was cleaned, where urea was taken before and after.
fn cleaned(it: &Chair) -> Option<AnyView> {
    use domain::dialysis::adequacy::Inputs;
    use domain::dialysis::ektv::Drawn;
    let (look, (kg, removed)) = (it.sheet.look.as_ref()?, taken(it)?);
    let access = it.accesses.iter().find(|access| access.id == look.what.access);
    let (pre, post) = (it.sheet.urea(Taken::Pre)?, it.sheet.urea(Taken::Post)?);
    let days = it.prescription.as_ref().map(|version| version.what.days);
    let inputs = Inputs {
        pre: Some(pre),
        post: Some(post),
        time: ran(it)?,
        uf: removed,
        after: Some(kg),
        drawn: access.map_or(Drawn::Arteriovenous, |access| access.what.kind.drawn()),
        per_week: per_week(days),
    };
    let rows = inputs.lines().into_iter().map(super::adequacy::row).collect_view();
    let heads = [
        word(key::HD_FIGURE),
        word(key::HD_VALUE),
        word(key::HD_TARGET),
        word(key::HD_HOW),
    ]
    .map(Head::words)
    .to_vec();
    Some(view! { <Table caption=word(key::HD_ADEQUACY) heads=heads caption_shown=true>{rows}</Table> }.into_any())
}

fn look(here: &str, it: &Chair) -> AnyView {
    let form = In("after");
    let last = it.sheet.after.as_ref().map(|after| &after.what);
    let whole = |value: Option<f64>| value.map(|value| fixed(value, 0)).unwrap_or_default();
    let removed = match last {
        Some(after) => form.number(
            "uf_removed",
            word(key::HD_FLUID_REMOVED),
            "mL",
            whole(Some(after.uf_removed.0)),
        ),
        None => super::replan::removed(form, "uf_removed", key::HD_FLUID_REMOVED, it),
    };
    let kg = last.map(|after| after.weight.0);
    let (title, verb) = match last {
        Some(_) => (word(key::HD_LOOK_AGAIN), word(key::HD_LOOK_AGAIN_VERB)),
        None => (word(key::HD_STEP_AFTER), word(key::HD_WRITE_DOWN)),
    };
    let body_temperature = last.and_then(|after| after.temperature);
    let hidden = form.hidden_with(&[Quantity::Weight, Quantity::Temperature]);
    let washback = last.map(|after| after.washback.name()).unwrap_or_default();
    let action = here.to_owned();
    view! {
        {card(title, "look-after", String::new(), None, view! { {sent("card__body form", action, hidden, view! { <div class="form__grid">
                    {form.weight("weight", word(key::HD_WEIGHT), kg)}
                    {form.number("lying_systolic", word(key::HD_SYSTOLIC_LYING), "mmHg", whole(last.map(|it| it.lying.systolic.0)))}
                    {form.number("lying_diastolic", word(key::HD_DIASTOLIC_LYING), "mmHg", whole(last.map(|it| it.lying.diastolic.0)))}
                    {form.number("standing_systolic", word(key::HD_SYSTOLIC_STANDING), "mmHg", whole(last.and_then(|it| it.standing).map(|it| it.systolic.0)))}
                    {form.number("standing_diastolic", word(key::HD_DIASTOLIC_STANDING), "mmHg", whole(last.and_then(|it| it.standing).map(|it| it.diastolic.0)))}
                    {form.number("pulse", word(key::HD_PULSE), "/min", whole(last.and_then(|it| it.pulse).map(f64::from)))}
                    {form.measure("temperature", word(key::HD_TEMPERATURE), Quantity::Temperature, body_temperature)}
                    {removed}
                    {super::delivered::processed(form, it, last.and_then(|it| it.litres))}
                    {form.choice("washback", word(key::HD_WASHBACK), to_choose(Washback::ALL, Washback::name, names::washback), washback)}
                    {form.number("bleeding_minutes", word(key::HD_BLEEDING), "min", whole(last.and_then(|it| it.bleeding).map(|it| it.0)))}
                    {form.number("urea", word(key::HD_UREA), "mmol/L", it.sheet.urea(Taken::Post).map(|it| fixed(it.0, 1)).unwrap_or_default())}
                </div>
                {form.maybe("note", word(key::HD_NOTE), last.and_then(|it| it.note.clone()).unwrap_or_default())}
                <div class="form__end"><Button look=Look::Primary>{verb}</Button></div> }.into_any())} }.into_any())}
    }
    .into_any()
}

/// The doctor's signature, once what was found afterwards stands there.
fn sign(here: &str, it: &Chair) -> Option<AnyView> {
    if it.sheet.after.is_none() || !it.may_sign {
        return None;
    }
    let form = In("sign");
    let action = here.to_owned();
    // After the signature nobody witnesses anything: the database refuses it before.
    let unwitnessed: Vec<String> = it
        .sheet
        .medicines
        .iter()
        .filter(|line| line.what.witness.is_none())
        .map(|line| format!("{} {}", line.what.what.name, line.what.what.dose))
        .collect();
    if !unwitnessed.is_empty() {
        let words = tell(say::hd_unwitnessed(lang::listed(&unwitnessed)));
        let body = view! { <div class="card__body"><Note icon="hand" stop=true>{words}</Note></div> }.into_any();
        return Some(card(word(key::HD_STEP_SIGN), "sign", String::new(), None, body));
    }
    // What is signed is what stands on this page.
    let mut hidden = form.hidden();
    hidden.push(("seen", it.sheet.word()));
    Some(
        view! {
            {card(word(key::HD_STEP_SIGN), "sign", String::new(), None, view! { {sent("card__body form", action, hidden, view! { {form.maybe("note", word(key::HD_NOTE), "")}
                    <div class="form__end"><Button look=Look::Primary>{word(key::HD_SIGN)}</Button><span class="quiet">{word(key::HD_SIGN_MEANS)}</span></div> }.into_any())} }.into_any())}
        }
        .into_any(),
    )
}
