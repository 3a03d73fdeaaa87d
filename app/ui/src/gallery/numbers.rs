//! Vital signs, gauges, meters, figures, the drawn day.

use domain::time::Moment;
use leptos::prelude::*;

use super::{NOW, ago, day, sample, samples};
use crate::*;

pub fn draw() -> AnyView {
    view! {
        {samples(vec![
            sample("vitals", "Vitals tile", vitals()),
            sample("gauges", "Gauge", gauges()),
            sample("meters", "Meter and ring", meters()),
            sample("heat", "Heat strip", heat()),
            sample("calibration", "Calibration", calibration()),
        ])}
        <h2 class="samples__head">"Figures"</h2>
        {figures()}
        <Card title="A drawn day" id="trend"><div inner_html=day::drawn()></div></Card>
    }
    .into_any()
}

fn vitals() -> AnyView {
    let unmeasured = None::<String>;
    let points: Signal<Vec<(i64, f32)>> = Signal::stored(
        (0..30)
            .map(|minute| (minute * 60_000, 97.0 - minute as f32 * 0.4))
            .collect(),
    );
    let bars: Vec<(i64, f32, f32)> = (0..6)
        .map(|hour| (hour * 3_600_000, 60.0, 120.0 - hour as f32 * 5.0))
        .collect();
    view! {
        <dl class="tiles">
            <Vital label="HR" unit="/min" value=Some("82".to_string()) tile=true>
                <dd class="vital__trend"><Spark points=points range=(80.0, 100.0) band=(94.0, 100.0)/></dd>
                <dd class="vital__age"><LiveMark at=Some(Moment::from_millis(NOW))/></dd>
            </Vital>
            <Vital label="SpO₂" unit="%" value=Some("84".to_string()) severity=Some(Severity::High) tile=true>
                <dd class="vital__trend"><Spark points=points range=(80.0, 100.0) severity=Some(Severity::High)/></dd>
                <dd class="vital__age"><LiveMark at=Some(Moment::from_millis(NOW))/></dd>
            </Vital>
            <Vital label="BP" unit="mmHg" value=Some("92/54".to_string()) severity=Some(Severity::Medium) tile=true>
                <dd class="vital__trend"><SparkBars bars=bars range=(40.0, 180.0) severity=Some(Severity::Medium)/></dd>
                <dd class="vital__age"><Age at=ago(360)/></dd>
            </Vital>
            <Vital label="BP" unit="mmHg" value=Some("92/54".to_string()) severity=Some(Severity::Medium) answered=true tile=true>
                <dd class="vital__age"><Age at=ago(360)/></dd>
            </Vital>
            <Vital label="RR" unit="/min" value=Some("9".to_string()) severity=Some(Severity::Low) tile=true>
                <dd class="vital__age"><Age at=ago(60)/></dd>
            </Vital>
            <Vital label="HR" unit="/min" value=Some("74".to_string()) stale=true tile=true>
                <dd class="vital__age"><Chip look="stale">"6 min old"</Chip></dd>
            </Vital>
            <Vital label="Temp" unit="°C" value=unmeasured tile=true/>
        </dl>
    }
    .into_any()
}

fn gauges() -> AnyView {
    let tick = |at: f32, words: &str, kind| Tick {
        at,
        words: words.into(),
        kind,
    };
    let arterial = vec![
        tick(-250.0, "−250", TickKind::End),
        tick(-200.0, "−200", TickKind::Limit),
        tick(0.0, "0", TickKind::Edge),
    ];
    let venous = || {
        vec![
            tick(0.0, "0", TickKind::Edge),
            tick(142.0, "142 own", TickKind::Own),
            tick(200.0, "200", TickKind::Limit),
            tick(260.0, "260", TickKind::End),
        ]
    };
    view! {
        <Gauge label="Arterial" unit="mmHg" value=Some(-186.0) written="−186" range=(-300.0, 0.0) band=(-200.0, -80.0) ticks=arterial/>
        <Gauge label="Venous" unit="mmHg" value=Some(214.0) written="214" range=(0.0, 300.0) band=(60.0, 200.0) ticks=venous() severity=Severity::Medium/>
        <Gauge label="Venous" unit="mmHg" value=Some(272.0) written="272" range=(0.0, 300.0) band=(60.0, 200.0) ticks=venous() severity=Severity::High/>
        <Gauge label="Venous" unit="mmHg" value=None range=(0.0, 300.0) band=(60.0, 200.0) ticks=venous()/>
    }
    .into_any()
}

fn meters() -> AnyView {
    view! {
        <div class="stack">
            <div><p>"1.34 of 2.40 L removed. On plan."</p><Meter part=0.558 due=0.56 says="1.34 of 2.40 litres removed, on plan"/></div>
            <div><p>"Kt/V 1.31 at the end, target 1.40."</p><Meter part=0.82 due=0.88 says="Kt/V 1.31 at the end, target 1.40"/></div>
            <div><p>"Nothing yet."</p><Meter part=0.0 says="Nothing yet"/></div>
            <div class="cluster">
                <Ring part=0.56 value="1.3 L" of="of 2.4 L" says="1.3 of 2.4 litres of extra water removed"/>
                <Ring part=1.0 value="4 h" of="done" says="4 hours, done"/>
            </div>
        </div>
    }
    .into_any()
}

fn heat() -> AnyView {
    let nights: Vec<f32> = (0..24)
        .map(|hour| if hour < 6 { 40.0 - hour as f32 * 6.0 } else { 0.0 })
        .collect();
    view! {
        <HeatStrip values=nights says="Minutes without data by hour: most between midnight and 1" first="00:00" last="23:00"/>
    }
    .into_any()
}

fn calibration() -> AnyView {
    let dots = [(0.04, 0.03, 900), (0.22, 0.25, 210), (0.48, 0.41, 60), (0.73, 0.8, 15)];
    let dots = dots
        .map(|(said, happened, of)| CalibrationDot { said, happened, of })
        .to_vec();
    view! {
        <Calibration dots=dots says="4 % was said and 3 % happened, 22 and 25, 48 and 41, 73 and 80" up="It happened" across="It said"/>
    }
    .into_any()
}

fn figures() -> AnyView {
    let beds = || view! { <Meter part=0.83 says="141 of 169 beds in use"/> }.into_any();
    let chairs = || view! { <Meter part=0.875 says="21 of 24 chairs in use"/> }.into_any();
    let days: Vec<f32> = (0..30)
        .map(|day| 380.0 + (day as f32 * 0.9).sin() * 90.0 + day as f32 * 3.0)
        .collect();
    let billed = view! { <DayBars values=days says="Billed a day, over 30 days: rising a little"/> }.into_any();
    view! {
        <StatTiles>
            <StatTile label="Beds in use" value="141" unit="of 169" chart=beds()>"83 %, yesterday 86 %"</StatTile>
            <StatTile label="Intensive care free" value="2" unit="of 12">"next: 1 leaves at 14:00"</StatTile>
            <StatTile label="Waiting for a bed" value="5" unit="people">"longest 4 h 20"</StatTile>
            <StatTile label="Leaving today" value="14" unit="people">"6 gone, 8 still to sign"</StatTile>
            <StatTile label="Dialysis chairs" value="21" unit="of 24" chart=chairs()>"2 missed their session"</StatTile>
            <StatTile label="Billed today" value="₹ 482,300" unit="so far" chart=billed>"91 % of the usual Thursday"</StatTile>
        </StatTiles>
    }
    .into_any()
}
