//! What stands around the rest: banner, panel, offline bar, toast, paper.

use leptos::prelude::*;

use super::{ago, samples};
use crate::*;

pub fn draw() -> AnyView {
    view! {
        <Offline since=ago(360) retry=Callback::new(|()| ())/>
        {banners()}
        {samples(panels())}
        {samples(vec![whole_page(), error_page(), said()])}
        {samples(vec![
            view! { <Note icon="info">"The monitor at the bed keeps the primary alarm."</Note> }.into_any(),
            view! { <Note icon="medium" stop=true><b>"Ask the prescriber before you prepare. "</b>"Clarithromycin with atorvastatin 40 mg: high risk of muscle damage."</Note> }.into_any(),
            view! { <Note>"This page is not for emergencies."</Note> }.into_any(),
        ])}
        <div class="sheet-of-paper">
            <PrintHead title="Ward 4 · Renal, handover" hospital="Riverbend General Hospital" at="20 Nov 2025 10:42, Nairobi time (EAT)".into_any() shown=true/>
            <p>"11 patients, 1 bed being cleaned. "<b>"1 high alarm"</b>" (bed 7), "<b>"no data"</b>" from bed 10 since 10:36."</p>
            <PrintFoot by="B. Achieng, Nurse" shown=true/>
        </div>
    }
    .into_any()
}

/// The frame of a page with its rail, in small.
fn whole_page() -> AnyView {
    let place = |href: &str, icon: &'static str, word: &'static str, waiting: u32| RailItem {
        href: href.into(),
        icon,
        word,
        whole: true,
        waiting: Signal::stored(waiting),
    };
    let places = vec![
        place("#ward", "bed", "Ward", 0),
        place("#find-patients", "people", "Patients", 0),
        place("#duties", "clock", "Duties", 3),
        place("#account", "person", "Account", 0),
    ];
    let rail =
        view! { <Rail items=places current="#ward"><RailAct action="#" icon="sign-out" word="Sign out"/></Rail> }
            .into_any();
    let shell = view! {
        <Shell hospital="Riverbend General" place="Ward 4 · Renal" name="Dr Anika Rao" role="Doctor" home="#" rail=rail within=true>
            <div class="page"><Note>"The page stands here."</Note></div>
        </Shell>
    };
    view! { <div class="samples__page">{shell}</div> }.into_any()
}

fn error_page() -> AnyView {
    view! {
        <div class="samples__page">
            <ErrorPage status=403 title="This page is not open to you" reference="7F3K-21" back="#" within=true>
                <p>"Your role does not include it. Whoever administers the hospital can change that."</p>
            </ErrorPage>
        </div>
    }
    .into_any()
}

/// What is said and not drawn, and what is said for six seconds.
fn said() -> AnyView {
    Toasts::provide().stay("The alarm of bed 7 is acknowledged.");
    view! {
        <Card title="Said once, and said aloud" id="said">
            <div class="card__body stack">
                <ToastStack/>
                <p>"Readers hear what is said here; nobody sees it."</p>
                <LiveRegion says=Signal::stored("Bed 7: high alarm".to_owned())/>
            </div>
        </Card>
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
