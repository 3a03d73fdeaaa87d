//! Tables, pages, what happened, beds.

use domain::time::Moment;
use leptos::prelude::*;

use super::{NOW, samples};
use crate::pager::counted;
use crate::*;

pub fn draw() -> AnyView {
    view! {
        {chart_tabs()}
        {samples(vec![
            view! { <Card title="Table, sorted, in pages" id="batches">{batches()}</Card> }.into_any(),
            view! { <Card title="What is known" id="known"><Facts class="card__body"><Known what="Name">"Lakshmi Iyer"</Known><Known what="Hospital number" code=true>"RG-204 4178"</Known></Facts></Card> }.into_any(),
            ways(),
            view! { <Card title="Rows that lead on, in a card" id="desks"><Rows across=true><Row href="#staff" title="Staff" text="Who works here, and as what"/><Row href="#audit" title="Audit" text="Who did or looked at what"/></Rows></Card> }.into_any(),
            view! { <CardOf title="Hassan Yusuf" id="of-1"><div class="card__body">"One card of several, each of something else"</div></CardOf> }.into_any(),
            view! { <FoldedCard title="What touched the blood" id="folded" note="3 lots"><div class="card__body">"A card that its head opens"</div></FoldedCard> }.into_any(),
            view! { <FoldedCard title="Look at the access" id="unfolded" open=true><div class="card__body">"Open at first: it is due"</div></FoldedCard> }.into_any(),
            view! { <Card title="Today" id="today"><div class="card__body">{timeline()}</div></Card> }.into_any(),
        ])}
        <Card title="Beds" id="beds" tools=view! { <BedKey/> }.into_any()><div class="card__body stack">{beds()}</div></Card>
    }
    .into_any()
}

fn ways() -> AnyView {
    view! {
        <Rows>
            <Row href="#record" icon="document" title="My record" text="What the hospital has written down"/>
            <Row href="#access" icon="eye" title="Who looked" text="Everybody who opened your record"/>
        </Rows>
    }
    .into_any()
}

fn chart_tabs() -> AnyView {
    let tabs = [
        "Overview",
        "Observations",
        "Results",
        "Medicines",
        "Notes",
        "Dialysis",
        "Documents",
        "Who looked",
    ];
    let tabs = tabs
        .into_iter()
        .map(|word| match word {
            "Results" => Tab::new("#Results", word).count("4 new"),
            "Medicines" => Tab::new("#Medicines", word).count("8"),
            _ => Tab::new(format!("#{word}"), word),
        })
        .collect();
    view! { <div class="card"><Tabs label="Parts of the chart" tabs=tabs open="#Results" most=6 more_id="more-chart"/></div> }.into_any()
}

fn heads() -> Vec<Head> {
    vec![
        Head::words("Batch").sorted("#by-batch", None),
        Head::words("Expires").sorted("#by-expires", Some(Order::Rising)),
        Head::number("Quantity"),
    ]
}

fn batches() -> AnyView {
    let cells = || view! { <td>"30 Jun 2026"</td><td class="num">"550"</td> }.into_any();
    view! {
        <Table caption="Batches" heads=heads()>
            <tr><th scope="row" class="code">"HEP-22C1"</th><td>"12 Dec 2025"</td><td class="num">"90"</td></tr>
            <tr aria-selected="true"><th scope="row" class="code">"HEP-23A4"</th><td>"30 Jun 2026"</td><td class="num">"550"</td></tr>
            <OpeningRow id="batch-3" head="HEP-23B1" cells=cells() columns=3>"Shelf R1-C3. Received 4 Nov by L. Haddad."</OpeningRow>
            <OpeningRow id="batch-4" head="HEP-23B2" cells=cells() columns=3 open=true>"Shelf R1-C4. Received 4 Nov by L. Haddad."</OpeningRow>
            <tr class="table__locked"><th scope="row" class="code"><s>"HEP-21F7"</s>" expired"</th><td>"30 Oct 2025"</td><td class="num">"12"</td></tr>
        </Table>
        <Pager label="Pages of batches" shown=counted(1, 5, Some(38)) next="#after"/>
    }
    .into_any()
}

fn timeline() -> AnyView {
    let entry = |minutes: i64, words: &str, who: &str, amended: Option<&str>| Entry {
        at: Moment::from_millis(NOW - minutes * 60_000),
        words: words.into(),
        who: who.into(),
        amended: amended.map(str::to_owned),
    };
    let entries = vec![
        entry(4, "Furosemide 80 mg IV given.", "B. Achieng", None),
        entry(22, "Weight 61.5 kg.", "M. Tadesse", Some("#weight")),
        entry(38, "Blood pressure 112/64 mmHg by cuff.", "M. Tadesse", None),
        entry(134, "Dialysis began at chair 6.", "M. Tadesse", None),
    ];
    view! { <Timeline label="Today" entries=entries/> }.into_any()
}

fn beds() -> AnyView {
    let ward = |pattern: &str| {
        let state = |letter| match letter {
            '>' => BedState::Leaving,
            'o' => BedState::Free,
            '.' => BedState::Held,
            '/' => BedState::Cleaning,
            'x' => BedState::Out,
            _ => BedState::Used,
        };
        pattern.chars().map(state).collect::<Vec<_>>()
    };
    view! {
        <BedRow ward="Ward 1 · Surgery" href="#w1" beds=ward("#####/####>##.########o>##o#")/>
        <BedRow ward="Ward 2 · Medicine" href="#w2" beds=ward("########>######################/#")/>
        <BedRow ward="Ward 3 · Orthopaedics" href="#w3" beds=ward("#/###/x>o##>##o##o####o##")/>
        <BedRow ward="Intensive care" href="#icu" beds=ward("####o###o>##")/>
    }
    .into_any()
}
