//! Fields that are typed in, and what is chosen out of few.

use leptos::prelude::*;

use super::{sample, samples};
use crate::*;

pub fn draw() -> AnyView {
    samples(vec![
        sample("fields", "Field", fields()),
        sample("field-states", "Field, what cannot be typed", closed()),
        sample("steppers", "A number, typed or tapped", steppers()),
        sample("texts", "Text of several lines", texts()),
        sample("lists", "List", lists()),
        sample("radios", "Radios", radios()),
        sample("checks", "Checkbox", checks()),
        sample("switches", "Switch", switches()),
        sample("segments", "Segmented choice", segments()),
        sample("problems", "What is wrong with a form", problems()),
        sample("forms", "A whole form", form()),
    ])
}

fn fields() -> AnyView {
    let wrong = Some("Enter 30.0 to 43.0 °C. Did you mean 36.7?".to_string());
    view! {
        <div class="samples__two">
            <Field name="weight" label="Weight before" value="63.9" unit="kg" inputmode="decimal" hint="Last session ended at 61.6 kg"/>
            <Field name="temperature" label="Temperature" value="367" unit="°C" error=wrong/>
            <div class="field">
                <label class="field__label" for="focused">"Focus"</label>
                <div class="field__box" data-state="focus"><input class="field__input" id="focused" value="seve"/></div>
            </div>
            <Field name="phone" label="Phone" kind="tel" optional=true/>
        </div>
        <Field name="login" label="Email or phone number" large=true autocomplete="off" hint="The size of sign-in and tablets"/>
    }
    .into_any()
}

fn steppers() -> AnyView {
    let tapped = |step, ends, from: &str| Tapped {
        step,
        ends,
        from: Some(from.to_owned()),
    };
    let wrong = Some("Enter 30.0 to 43.0 °C. Did you mean 36.7?".to_string());
    let unknown = Tapped {
        step: "1",
        ends: (50.0, 100.0),
        from: None,
    };
    view! {
        <div class="samples__two">
            <Stepper question=Question::new("breaths", "Breathing rate (/min)").open() tapped=tapped("1", (3.0, 80.0), "20") value="21"/>
            <Stepper question=Question::new("beats", "Pulse (/min)").open().hint("Last 116 at 12:57") tapped=tapped("1", (20.0, 250.0), "116")/>
            <Stepper question=Question::new("body", "Temperature (°C)").open().error(wrong) tapped=tapped("0.1", (30.0, 43.0), "36.6") value="367"/>
            <Stepper question=Question::new("saturation", "SpO₂ (%)").open().hint("Nothing is known: it is typed") tapped=unknown/>
        </div>
    }
    .into_any()
}

fn closed() -> AnyView {
    let source = || Source::monitor("monitor 10:40");
    view! {
        <div class="samples__two">
            <Field name="pulse" label="Pulse" value="102" unit="/min" source=source()/>
            <Field name="number" label="Hospital number" value="RG-204 4178" readonly=true/>
            <Field name="batch" label="Batch" value="HEP-22C1" disabled=true hint="Locked: it expired on 30 Oct"/>
            <div class="field"><span class="field__label">"Source mark alone"</span>
                <SourceMark source=Source { icon: "gauge", words: "cuff 10:41".into() }/></div>
        </div>
    }
    .into_any()
}

fn texts() -> AnyView {
    view! {
        <TextArea name="reason" label="Reason to open the record" value="Collapsed at home, unconscious. Card found in wallet." hint="The patient is told. 500 letters at most."/>
        <TextArea name="note" label="Note" error="Write what you saw." optional=true/>
    }
    .into_any()
}

fn wards() -> Vec<Choice> {
    vec![
        Choice::new("4", "Ward 4 · Renal"),
        Choice::new("2", "Ward 2 · Medicine"),
        Choice::new("5", "Ward 5").not_now("closed"),
    ]
}

fn lists() -> AnyView {
    let wrong = Some("Choose the ward that the patient goes to.".into());
    view! {
        <div class="samples__two">
            <Select question=Question::new("ward", "Ward") choices=wards() chosen="4"/>
            <Select question=Question::new("ward-empty", "Ward").hint("Where the bed stands") choices=wards()/>
            <Select question=Question::new("ward-wrong", "Ward").error(wrong) choices=wards()/>
            <Select question=Question::new("ward-closed", "Ward").disabled().hint("You have one ward only") choices=wards() chosen="4"/>
        </div>
    }
    .into_any()
}

fn radios() -> AnyView {
    let gases = || {
        vec![
            Choice::new("air", "Air"),
            Choice::new("oxygen", "Oxygen").note("Say how many litres a minute"),
            Choice::new("ventilator", "Ventilator").not_now("Only in intensive care"),
        ]
    };
    let sides = || vec![Choice::new("left", "Left"), Choice::new("right", "Right")];
    view! {
        <RadioGroup question=Question::new("gas", "Breathing") choices=gases() chosen="air"/>
        <RadioGroup question=Question::new("side", "Side").error(Some("Say which arm.".into())) choices=sides() across=true/>
    }
    .into_any()
}

fn checks() -> AnyView {
    view! {
        <div>
            <Checkbox name="shared" checked=true>"Shared computer: sign me out after 10 minutes"</Checkbox>
            <Checkbox name="review">"Ask for an "<b>"urgent review"</b></Checkbox>
            <fieldset disabled><Checkbox name="icu">"Ask intensive care to look: no bed is free"</Checkbox></fieldset>
        </div>
        <Checkboxes question=Question::new("may", "What it may do").hint("A program does no more than this").error(Some("Choose at least one.".into()))>
            <Checkbox name="may" value="ward">"See the ward"</Checkbox>
            <Checkbox name="may" value="chart">"Read a chart"</Checkbox>
        </Checkboxes>
    }
    .into_any()
}

fn switches() -> AnyView {
    view! {
        <Switch name="portal" on=true hint="What is switched off is gone within a second.">"The portal"</Switch>
        <Switch name="mails">"Mails"</Switch>
        <fieldset disabled><Switch name="messages" on=true>"Messages"</Switch></fieldset>
    }
    .into_any()
}

fn segments() -> AnyView {
    let segment = |word: &str, value: &str, count| Segment {
        value: value.into(),
        word: word.into(),
        count,
    };
    view! {
        <div class="cluster">
            <Segmented
                name="span"
                legend="Time shown"
                chosen="24h"
                options=vec![segment("6 h", "6h", None), segment("24 h", "24h", None), segment("7 days", "7d", None)]
            />
            <SegmentedLinks
                label="Beds"
                chosen="?show=all"
                options=vec![segment("All", "?show=all", Some(12)), segment("With alarms", "?show=alarms", Some(3))]
            />
            <CountedLinks
                label="Beds, counted"
                options=vec![counted("All", 12, false), counted("In alarm", 3, true), counted("No fresh data", 0, false)]
            />
        </div>
    }
    .into_any()
}

fn counted(word: &str, count: usize, is_chosen: bool) -> segmented::Counted {
    segmented::Counted {
        href: "#".into(),
        word: word.into(),
        count: Some(count),
        counts: None,
        is_chosen,
    }
}

fn form() -> AnyView {
    view! {
        <Form action="#" hidden=vec![("act", "invite".to_owned())]>
            <Field name="invited" label="Name"/>
            <Select question=Question::new("role", "Role") choices=vec![Choice::new("nurse", "Nurse"), Choice::new("doctor", "Doctor")]/>
            <Checkbox name="mailed">"Send the invitation by mail"</Checkbox>
            <div class="form__end">
                <Button look=Look::Primary kind="button">"Send the invitation"</Button>
                <Link href="#" reach=Reach::Alone>"Leave it"</Link>
            </div>
        </Form>
    }
    .into_any()
}

fn problems() -> AnyView {
    let lines = vec![
        Problem::new("temperature", "Enter 30.0 to 43.0 °C. Did you mean 36.7?"),
        Problem::new("note", "Write what you saw."),
    ];
    view! {
        <Problems lines=lines within=true/>
        <Done within=true>"The invitation is on its way."</Done>
    }
    .into_any()
}
