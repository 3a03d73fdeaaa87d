//! Colours, type, space, icons.

use leptos::prelude::*;

use super::{sample, samples};
use crate::icon::{Icon, Mark};

/// The names of the sprite's symbols are read from it, so that a new icon is seen here without being listed.
const SPRITE: &str = include_str!("../../../../public/icons.svg");

pub fn draw() -> AnyView {
    let parts = samples(vec![
        sample("colour", "Colour", colour()),
        sample("type", "Type", text()),
        sample("scripts", "Other scripts", scripts()),
        sample("space", "Radius and elevation", shape()),
        sample(
            "mark",
            "The mark",
            view! { <div class="cluster"><Mark/><Mark large=true/></div> }.into_any(),
        ),
    ]);
    view! { {parts}{sample("icons", "Icons", icons())} }.into_any()
}

/// Each swatch is written in the colour that is read on it.
fn colour() -> AnyView {
    let swatches = [
        ("ink", "ink"),
        ("ink-2", "ink 2"),
        ("ink-3", "ink 3"),
        ("canvas", "on canvas"),
        ("accent", "accent"),
        ("accent-soft", "accent soft"),
        ("inverse", "inverse"),
        ("band", "on band"),
        ("high", "high"),
        ("high-soft", "high soft"),
        ("medium", "medium"),
        ("medium-soft", "medium soft"),
        ("low", "low"),
        ("low-soft", "low soft"),
        ("ok-soft", "done"),
        ("news-1", "NEWS2 point 1"),
        ("news-2", "NEWS2 point 2"),
        ("news-3", "NEWS2 point 3"),
    ];
    let swatches = swatches
        .into_iter()
        .map(|(name, words)| view! { <li class=format!("swatch swatch--{name}")>{words}</li> }.into_any())
        .collect_view();
    let categories = (1..=5)
        .map(|number| {
            view! { <li class=format!("category category--{number}")>{format!("category {number}")}</li> }.into_any()
        })
        .collect_view();
    view! { <ul class="swatches">{swatches}</ul><ul class="swatches">{categories}</ul> }.into_any()
}

fn text() -> AnyView {
    let line = |class: &'static str, words: &'static str, note: &'static str| {
        view! { <p class="specimen"><span class=class>{words}</span><span class="specimen__note">{note}</span></p> }
            .into_any()
    };
    view! {
        {line("specimen--display", "Good morning", "26/32, 650")}
        {line("specimen--h1", "Ward 4 · Renal", "22/28, 650")}
        {line("specimen--h2", "Vital signs", "15/20, 620")}
        {line("specimen--body", "Take it with food, twice a day.", "14/20 staff, 17/24 patient")}
        {line("small", "Last session ended at 61.6 kg", "13/18")}
        {line("micro code", "Il1 0O · RX-48209 · SpO₂ · K⁺ · ₹ · µg", "12/16, the smallest")}
        {line("specimen--vital num", "128/76", "28/32, 620, tabular")}
    }
    .into_any()
}

fn scripts() -> AnyView {
    view! {
        <p lang="ar" dir="rtl">"صباح الخير يا لاكشمي. أُزيل "<bdi>"1.3"</bdi>" من "<bdi>"2.4"</bdi>" لتر من الماء الزائد."</p>
        <p lang="fr">"Bonjour Lakshmi. 1,3 litre d’eau en trop a été retiré sur 2,4."</p>
        <p lang="hi">"नमस्ते लक्ष्मी। आपका डायलिसिस ठीक चल रहा है।"</p>
    }
    .into_any()
}

fn shape() -> AnyView {
    let boxes = [
        ("chip", "chip 4"),
        ("small", "small 6"),
        ("card", "card 8, e-1"),
        ("touch", "touch 10"),
        ("dialog", "dialog 12, e-3"),
        ("patient", "patient 14, e-2"),
    ];
    let boxes = boxes
        .into_iter()
        .map(|(name, words)| view! { <li class=format!("shape shape--{name}")>{words}</li> }.into_any())
        .collect_view();
    view! { <ul class="swatches swatches--apart">{boxes}</ul> }.into_any()
}

fn icons() -> AnyView {
    let names = SPRITE
        .split("<symbol id=\"")
        .skip(1)
        .filter_map(|part| part.split('"').next());
    let icons = names
        .filter(|name| *name != "mark")
        .map(|name| view! { <li class="icons__one"><Icon name=name/><span>{name}</span></li> }.into_any())
        .collect_view();
    view! { <ul class="icons">{icons}</ul> }.into_any()
}
