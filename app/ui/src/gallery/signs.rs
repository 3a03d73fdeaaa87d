//! Chips, scores, alarms, live marks.

use domain::time::Moment;
use leptos::prelude::*;

use super::{NOW, ago, sample, samples};
use crate::*;

pub fn draw() -> AnyView {
    samples(vec![
        sample("chips", "Severity: shape, word and colour", chips()),
        sample("scores", "NEWS2", scores()),
        sample("strip", "Alarm strip, through an alarm's life", strip()),
        sample("live", "Live marks and counts", live()),
        sample("way", "Steps of a way", way()),
    ])
}

fn chips() -> AnyView {
    view! {
        <div class="cluster">
            <Chip look="high" icon="high">"High"</Chip>
            <Chip look="medium" icon="medium">"Medium"</Chip>
            <Chip look="low" icon="low">"Low"</Chip>
            <Chip look="stale" icon="no-data">"No data 6 min"</Chip>
        </div>
        <div class="cluster">
            <Chip look="high-soft" icon="high">"Dr Rao, 10:43"</Chip>
            <Chip look="medium-soft">"On hold"</Chip>
            <Chip look="low-soft">"Seen"</Chip>
        </div>
        <div class="cluster">
            <Chip>"After HD"</Chip>
            <Chip look="line">"Held 06:30"</Chip>
            <Chip look="ok" icon="check">"Given"</Chip>
            <Chip look="inverse">"In use"</Chip>
            <span class="badge">"4"</span>
            <span class="badge badge--accent">"1"</span>
        </div>
    }
    .into_any()
}

fn scores() -> AnyView {
    let nothing = None::<u8>;
    view! {
        <div class="cluster">
            <News2 score=Some(0)/>
            <News2 score=Some(3) three_in_one=true/>
            <News2 score=Some(5) change=Some(2)/>
            <News2 score=Some(10) change=Some(-1)/>
            <News2 score=nothing reason="temperature is missing"/>
            <News2 score=Some(7) large=true/>
        </div>
    }
    .into_any()
}

fn strip() -> AnyView {
    let acknowledge = || view! { <Button kind="button">"Acknowledge"</Button> }.into_any();
    view! {
        <section class="strip" aria-label="Alarms">
            <ul class="strip__items">
                <AlarmItem severity=Severity::High life=AlarmLife::Raised title="Bed 7 · YUSUF, Hassan" href="#7" since=ago(130) act=acknowledge()>
                    "SpO₂ "<b>"84 %"</b>", limit 90. Not answered for"
                </AlarmItem>
                <AlarmItem severity=Severity::High life=AlarmLife::Answered title="Bed 7 · YUSUF, Hassan" href="#7">
                    "SpO₂ "<b>"86 %"</b>". Dr Rao answered 10:43, sound off for 2 min."
                </AlarmItem>
                <AlarmItem severity=Severity::High life=AlarmLife::Gone title="Bed 7 · YUSUF, Hassan" href="#7" act=acknowledge()>
                    "SpO₂ was "<b>"84 %"</b>", now 95 %."
                </AlarmItem>
                <AlarmItem severity=Severity::Medium life=AlarmLife::Raised title="Bed 11 · EZE, Ngozi" href="#11" act=acknowledge()>
                    "Systolic "<b>"92 mmHg"</b>", limit 100. 3rd time this hour."
                </AlarmItem>
                <AlarmItem severity=Severity::Low life=AlarmLife::Raised title="Drug fridge F1" href="#f">
                    <b>"8.4 °C"</b>", limit 8.0, for 11 min."
                </AlarmItem>
                <AlarmItem severity=Severity::NoData life=AlarmLife::Raised title="Bed 10 · PETROV, Ivan" href="#10">
                    <b>"No data for 6 min."</b>
                </AlarmItem>
            </ul>
        </section>
    }
    .into_any()
}

fn live() -> AnyView {
    let never = None::<Moment>;
    view! {
        <div class="cluster">
            <LiveMark at=Some(Moment::from_millis(NOW)) word="Live"/>
            <LiveMark at=ago(360) on=Signal::stored(false) word="Waiting"/>
            <LiveMark at=never on=Signal::stored(false) word="Nothing came yet"/>
        </div>
        <div class="cluster">
            <Counts counts=[1, 2, 0, 1] href="#alarms"/>
            <Counts counts=[0, 0, 0, 0] href="#alarms"/>
        </div>
        <p>"Ages: "<Age at=ago(1)/>", "<Age at=ago(360)/>", "<Age at=ago(8_040)/>", "<Age at=ago(260_000)/>". Seen "<Age at=ago(360) ago=true/>"."</p>
    }
    .into_any()
}

fn way() -> AnyView {
    let steps = vec![
        Step::new("Who you are").href("#who"),
        Step::new("How we reach you").note("phone and mail"),
        Step::new("What we may do"),
        Step::new("Check and send"),
    ];
    let case = vec![
        Step::new("Notified").note("10:35"),
        Step::new("Acknowledged").note("10:37, Dr Rao"),
        Step::new("Responding").note("10:39"),
        Step::new("Resolved"),
    ];
    view! {
        <Steps label="Register" steps=steps at=1/>
        <Steps label="Emergency" steps=case at=2/>
    }
    .into_any()
}
