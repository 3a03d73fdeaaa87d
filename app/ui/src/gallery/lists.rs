//! Tables, pages, queues, what happened, beds.

use domain::time::Moment;
use leptos::prelude::*;

use super::{NOW, samples};
use crate::pager::counted;
use crate::*;

pub fn draw() -> AnyView {
    view! {
        {chart_tabs()}
        <Card title="Dispensing queue" id="queue" note="9 waiting, the longest 38 min">{queue()}</Card>
        {samples(vec![
            view! { <Card title="Table, sorted, in pages" id="batches">{batches()}</Card> }.into_any(),
            view! { <Card title="Table, empty" id="no-batches">{empty()}</Card> }.into_any(),
            view! { <Card title="Table, loading" id="batches-loading">{loading()}</Card> }.into_any(),
            view! { <Card title="What is known" id="known"><Facts class="card__body"><Known what="Name">"Lakshmi Iyer"</Known><Known what="Hospital number" code=true>"RG-204 4178"</Known></Facts></Card> }.into_any(),
            ways(),
            view! { <Card title="Rows that lead on, in a card" id="desks"><Rows across=true><Row href="#staff" title="Staff" text="Who works here, and as what"/><Row href="#audit" title="Audit" text="Who did or looked at what"/></Rows></Card> }.into_any(),
            view! { <CardOf title="Hassan Yusuf" id="of-1"><div class="card__body">"One card of several, each of something else"</div></CardOf> }.into_any(),
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

fn empty() -> AnyView {
    view! {
        <Table caption="Batches of a drug without stock" heads=heads()>
            <EmptyRow columns=3 title="No batches" text="What is received stands here."/>
        </Table>
        <Pager label="Pages of no batches" shown=counted(0, 0, Some(0))/>
    }
    .into_any()
}

fn loading() -> AnyView {
    view! { <Table caption="Batches, loading" heads=heads()><SkeletonRows columns=3/></Table> }.into_any()
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

fn queue() -> AnyView {
    let urgent = || view! { <Chip look="high" icon="high">"Now"</Chip> }.into_any();
    let stop = || view! { <Chip look="medium" icon="medium">"Interaction"</Chip> }.into_any();
    let renal = || view! { <Chip>"Renal dose"</Chip> }.into_any();
    view! {
        <Queue label="Open prescriptions" heads=["Patient", "Medicines", "Note", "Waiting", "State"]>
            <QueueRow href="#1" who="YUSUF, Hassan" about="64 y M" place="Ward 4, bed 7 · RX-48213" what="Furosemide 80 mg IV" more="and 1 more"
                note=urgent() waits="4 min" state=(1, "To prepare")/>
            <QueueRow href="#2" who="MWANGI, Joseph" about="71 y M" place="Ward 4, bed 2 · RX-48209" what="Clarithromycin 500 mg" more="and 2 more"
                note=stop() waits="22 min" state=(1, "To prepare") chosen=true/>
            <QueueRow href="#3" who="EZE, Ngozi" about="61 y F" place="Ward 4, bed 11 · RX-48204" what="Sodium chloride 0.9 % 500 mL" waits="31 min"
                state=(2, "Preparing") holder=Holder::Me/>
            <QueueRow href="#4" who="WHITFIELD-ANDERSON, Eleanor Margaret" about="79 y F" place="Ward 2, bed 14 · RX-48206"
                what="Artemether 20 mg / lumefantrine 120 mg" more="and 4 more" note=renal() waits="28 min" state=(3, "To check")
                holder=Holder::Other("Peter Njoroge".into())/>
            <QueueRow href="#5" who="OSEI, Samuel" about="8 y M" place="Children · RX-48207" what="Apixaban 2.5 mg" waits="27 min" state=(1, "To prepare") held=true/>
            <QueueRow href="#6" who="NAIR, Priya" about="38 y F" place="Ward 4, bed 9 · RX-48198" what="Sodium zirconium cyclosilicate 10 g" waits="44 min"
                state=(4, "Ready") holder=Holder::Other("Leila Haddad".into())/>
        </Queue>
        <Pager label="Pages of prescriptions" shown="11 open. Urgent first, then longest wait." previous="#before" next="#after"/>
    }
    .into_any()
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
