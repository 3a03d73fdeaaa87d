//! What is found by typing, stepped, dated, dropped.

use domain::time::{Moment, Zone};
use leptos::prelude::*;

use super::{NOW, sample, samples};
use crate::*;

pub fn draw() -> AnyView {
    provide_context(StoredValue::new(Zone {
        name: "Africa/Nairobi".into(),
        offsets: vec![(Moment(0), 10_800, "EAT".into())],
    }));
    samples(vec![
        sample("combos", "Combobox", combos()),
        sample("combo-open", "Combobox, open", open()),
        sample("steppers", "Stepper", steppers()),
        sample("dates", "Date and time", dates()),
        sample("files", "Files", files()),
        sample("entry", "Points at entry", points()),
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
        <Combobox question=Question::new("drug-closed", "Drug") typed="Sevelamer 800 mg" list=ComboList::Closed/>
    }
    .into_any()
}

fn open() -> AnyView {
    let list = ComboList::Open {
        choices: drugs().into_iter().take(2).collect(),
        active: 0,
    };
    view! {
        <div class="combo--still">
            <Combobox question=Question::new("drug-open", "Drug") typed="seve" list=list/>
            <Combobox question=Question::new("drug-loading", "Drug") typed="sev" list=ComboList::Loading/>
            <Combobox question=Question::new("drug-none", "Drug") typed="sevr" list=ComboList::Nothing("No drug named sevr.".into())/>
        </div>
    }
    .into_any()
}

fn steppers() -> AnyView {
    let whole = Range {
        least: 4.0,
        most: 60.0,
        decimals: 0,
    };
    let tenth = Range {
        least: 25.0,
        most: 45.0,
        decimals: 1,
    };
    let wrong = Some("Enter 25 to 45 °C. Did you mean 36.7?".into());
    let monitor = Source::monitor("monitor 10:40");
    view! {
        <Stepper question=Question::new("breathing", "Breathing rate").source(monitor) value="21" range=whole unit="/min" steps=StepBy::Sent/>
        <Stepper question=Question::new("ear", "Temperature").error(wrong) value="367" range=tenth unit="°C, ear" steps=StepBy::Sent/>
        <Stepper question=Question::new("typed", "Typed alone").hint("Arrow keys change it") value="94" range=whole unit="%"/>
        <Stepper question=Question::new("stopped", "Oxygen").disabled().hint("The patient breathes air") range=whole unit="L/min" steps=StepBy::Sent/>
    }
    .into_any()
}

fn dates() -> AnyView {
    let wrong = Some("This day is in the future.".into());
    view! {
        <DateInput question=Question::new("born", "Date of birth").hint("As on the identity card") on=(1968, 3, 14) until=(2025, 11, 20) autocomplete="bday"/>
        <DateInput question=Question::new("since-wrong", "Since").error(wrong) on=(2026, 3, 14)/>
        <TimeInput question=Question::new("at", "Given at") at=Moment::from_millis(NOW)/>
        <MomentInput question=Question::new("next", "Next session") at=Moment::from_millis(NOW)/>
    }
    .into_any()
}

fn files() -> AnyView {
    let act = |word: &'static str| {
        view! { <Button kind="button" look=Look::Quiet class="btn--small">{word}</Button> }.into_any()
    };
    let failed = Sending::Failed("Larger than 10 MB. Send the pages one by one.".into());
    view! {
        <FileDrop question=Question::new("documents", "Documents").hint("PDF or pictures, 10 MB each at most") accept="application/pdf,image/*" several=true/>
        <ul class="files">
            <FileRow name="Referral letter.pdf" size="240 kB" state=Sending::Checked act=act("Remove")/>
            <FileRow name="Insurance card, front.jpg" size="1.2 MB" state=Sending::Sent(40) act=act("Stop")/>
            <FileRow name="Insurance card, back.jpg" size="1.1 MB" state=Sending::Waiting/>
            <FileRow name="Scan of the whole chart.pdf" size="18 MB" state=failed act=act("Remove")/>
        </ul>
    }
    .into_any()
}

fn points() -> AnyView {
    view! {
        <div class="cluster">
            <Points points=Some(0)/><Points points=Some(1)/><Points points=Some(2)/><Points points=Some(3)/><Points points=None/>
        </div>
    }
    .into_any()
}
