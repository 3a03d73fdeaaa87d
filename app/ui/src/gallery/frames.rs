//! What stands around the rest: banner, panel, offline bar, toast, paper.

use leptos::prelude::*;

use super::{ago, samples};
use crate::*;

pub fn draw() -> AnyView {
    view! {
        <Offline since=ago(360) retry=Callback::new(|()| ())/>
        {banners()}
        {samples(panels())}
        {samples(vec![
            view! { <Toast sentence="Observations saved. Next at 11:42." undo="#"/> }.into_any(),
            view! { <p class="note"><Icon name="info"/>"The monitor at the bed keeps the primary alarm."</p> }.into_any(),
            view! { <p class="note note--stop"><Icon name="medium"/><span><b>"Ask the prescriber before you prepare. "</b>"Clarithromycin with atorvastatin 40 mg: high risk of muscle damage."</span></p> }.into_any(),
        ])}
        <div class="sheet-of-paper">
            <PrintHead title="Ward 4 · Renal, handover" hospital="Riverbend General Hospital" at="20 Nov 2025 10:42, Nairobi time (EAT)".into_any() shown=true/>
            <p>"11 patients, 1 bed being cleaned. "<b>"1 high alarm"</b>" (bed 7), "<b>"no data"</b>" from bed 10 since 10:36."</p>
            <PrintFoot by="B. Achieng, Nurse" shown=true/>
        </div>
    }
    .into_any()
}

fn banners() -> AnyView {
    let facts = || {
        vec![
            Fact::new("Born", "14 Mar 1968 (57 y)").always(),
            Fact::new("Hospital no.", "RG-204 4178").always(),
            Fact::new("Gender", "Female"),
            Fact::new("Health ID", "4021 7733 9052"),
        ]
    };
    let place = || "Chair 6, machine D-06".into_any();
    let allergic = vec![
        Warning::Allergies("Penicillin (anaphylaxis)".into()),
        Warning::Limb("Left arm".into(), "no cuff".into()),
    ];
    let other = Standing::Duplicate("Maybe the same person as RG-204 4179.".into(), "#other".into());
    view! {
        <div class="stack banners">
            <Banner name="IYER, Lakshmi" title="Mrs" place=place() facts=facts() warnings=allergic within=true/>
            <Banner name="IYER, Lakshmi" place=place() facts=facts() warnings=vec![Warning::AllergiesNotAsked] standing=other within=true/>
            <Banner name="IYER, Lakshmi" place="No bed now".into_any() facts=facts() warnings=vec![Warning::NoAllergies] standing=Standing::Died("Died 20 Nov 2025".into()) within=true/>
        </div>
    }
    .into_any()
}

fn panels() -> Vec<AnyView> {
    let stale = view! { <Chip look="stale" icon="no-data">"6 min old"</Chip> }.into_any();
    let link = view! { <Link href="#" reach=Reach::Onward>"All results"</Link> }.into_any();
    vec![
        view! { <Card title="Results" id="panel-full" note="4 new" tools=link><div class="card__body">"Phosphate 1.92 mmol/L, 18 Nov"</div></Card> }.into_any(),
        view! { <Card title="Results to sign" id="panel-empty"><Empty title="No results to sign" text="New results come here by themselves."/></Card> }.into_any(),
        view! { <Card title="Loading" id="panel-loading"><Skeleton/></Card> }.into_any(),
        view! { <Card title="Failed" id="panel-failed"><Failed what="Results" reference="7F3K-21"/></Card> }.into_any(),
        view! { <Card title="Stale" id="panel-stale" tools=stale><div class="card__body hatched">"Pulse 74 /min at 10:36"</div></Card> }.into_any(),
    ]
}
