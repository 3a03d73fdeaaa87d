//! What is found by typing, dated, dropped.

use domain::time::{Moment, Zone};
use leptos::prelude::*;

use super::{sample, samples};
use crate::*;

pub fn draw() -> AnyView {
    provide_context(StoredValue::new(Zone {
        name: "Africa/Nairobi".into(),
        offsets: vec![(Moment(0), 10_800, "EAT".into())],
    }));
    samples(vec![
        sample("combos", "Combobox", combos()),
        sample("dates", "Date and time", dates()),
        sample("files", "Files", files()),
    ])
}

fn drugs() -> Vec<Choice> {
    vec![
        Choice::new("1", "Sevelamer 800 mg").note("V03AE02"),
        Choice::new("2", "Sevelamer 2.4 g").note("V03AE02"),
        Choice::new("3", "Sodium zirconium cyclosilicate 10 g").note("V03AE10"),
    ]
}

fn combos() -> AnyView {
    let wrong = Some("Choose a drug of the list.".into());
    view! {
        <Combobox question=Question::new("drug", "Drug").hint("The browser offers the list; no program is needed") choices=drugs()/>
        <Combobox question=Question::new("drug-wrong", "Drug").error(wrong) typed="sevelmer" choices=drugs()/>
        <Combobox question=Question::new("drug-closed", "Drug").disabled() typed="Sevelamer 800 mg" choices=drugs()/>
    }
    .into_any()
}

fn dates() -> AnyView {
    let wrong = Some("This day is in the future.".into());
    view! {
        <DateInput question=Question::new("born", "Date of birth").hint("As on the identity card") on=(1968, 3, 14) until=(2025, 11, 20) autocomplete="bday"/>
        <DateInput question=Question::new("since-wrong", "Since").error(wrong) on=(2026, 3, 14)/>
        <TimeInput question=Question::new("at", "Given at") value="13:42"/>
        <TimeInput question=Question::new("at-wrong", "When").error(Some("Enter the time as 24 hours, such as 06:40.".into())) value="6.70"/>
    }
    .into_any()
}

fn files() -> AnyView {
    let wrong = Some("This file is larger than 5 MB. Send its pages one by one.".into());
    view! {
        <FileDrop question=Question::new("documents", "Document").hint("PDF, PNG, JPEG or WebP, at most 5 MB.") accept="application/pdf,image/*"/>
        <FileDrop question=Question::new("documents-wrong", "Document").error(wrong) accept="application/pdf,image/*"/>
        <FileDrop question=Question::new("documents-sent", "Document") accept="application/pdf,image/*" sends=Sends::Part(42)/>
        <FileDrop question=Question::new("documents-whole", "Document") accept="application/pdf,image/*" sends=Sends::Whole/>
        <FileDrop question=Question::new("documents-failed", "Document") accept="application/pdf,image/*" sends=Sends::Failed/>
        <FileDrop question=Question::new("documents-closed", "Document").disabled().hint("The record is closed") accept="application/pdf,image/*"/>
    }
    .into_any()
}
