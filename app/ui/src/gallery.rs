//! Every component in every state on one page, to be looked at in both themes and at every width. It is a page for those who
//! build Wardlight: its people are invented and it reads nothing.

use domain::time::Moment;
use leptos::prelude::*;

use crate::chart::model::{Lane, Limit, Mark as Named, Score, Series, Trend};
use crate::*;

/// A morning, in ms: the gallery's clock stands still.
const NOW: i64 = 1_763_635_320_000;

/// The page; put it in a frame or alone.
#[component]
pub fn Gallery() -> impl IntoView {
    view! {
        <div class="page">
            <PageHead title="Gallery" context="Every component, every state">
                <LiveMark at=Some(Moment::from_millis(NOW)) word="Live"/>
            </PageHead>
            <div class="home">
                <Acts/>
                <Signs/>
                <States/>
            </div>
            <Card title="Vital signs" id="gallery-trend">
                <div inner_html=drawn()></div>
            </Card>
        </div>
    }
}

#[component]
fn Acts() -> impl IntoView {
    let chosen = RwSignal::new("24h".to_string());
    let segment = |word: &str, value: &str, count| Segment {
        value: value.into(),
        word: word.into(),
        count,
    };
    view! {
        <div class="stack">
            <div class="cluster">
                <Button look=Look::Primary kind="button">"Save"</Button>
                <Button look=Look::Primary kind="button" busy=true>"Save"</Button>
                <Button kind="button" icon="flask">"Order test"</Button>
                <Button look=Look::Quiet kind="button">"All results"</Button>
                <Button look=Look::Inverse kind="button">"Stop medicine"</Button>
                <Button kind="button" disabled=true>"Sign: note is empty"</Button>
            </div>
            <Field name="gallery-weight" label="Weight before" value="63.9" unit="kg" hint="Last session ended at 61.6 kg"/>
            <Field
                name="gallery-temperature"
                label="Temperature"
                value="367"
                unit="°C"
                error=Some("Enter 25 to 45 °C. Did you mean 36.7?".to_string())
            />
            <TextArea name="gallery-note" label="Note" hint="The patient is told." optional=true/>
            <Checkbox name="gallery-shared" checked=true>"Shared computer: sign me out after 10 minutes"</Checkbox>
            <Segmented
                name="gallery-span"
                legend="Time shown"
                chosen=chosen
                options=vec![segment("6 h", "6h", None), segment("24 h", "24h", None), segment("7 days", "7d", None)]
            />
            <SegmentedLinks
                label="Beds"
                chosen="?show=all"
                options=vec![segment("All", "?show=all", Some(12)), segment("With alarms", "?show=alarms", Some(3))]
            />
        </div>
    }
}

#[component]
fn Signs() -> impl IntoView {
    let (nothing, unmeasured) = (None::<u8>, None::<String>);
    let since = Some(Moment::from_millis(NOW - 130_000));
    let acknowledge = || view! { <Button kind="button">"Acknowledge"</Button> }.into_any();
    let points: Signal<Vec<(i64, f32)>> = Signal::stored(
        (0..30)
            .map(|minute| (minute * 60_000, 97.0 - minute as f32 * 0.4))
            .collect(),
    );
    let bars: Vec<(i64, f32, f32)> = (0..6)
        .map(|hour| (hour * 3_600_000, 60.0, 120.0 - hour as f32 * 5.0))
        .collect();
    view! {
        <div class="stack">
            <div class="cluster">
                <Chip look="high" icon="high">"High"</Chip>
                <Chip look="medium" icon="medium">"Medium"</Chip>
                <Chip look="low" icon="low">"Low"</Chip>
                <Chip look="stale" icon="no-data">"No data 6 min"</Chip>
                <Chip>"After HD"</Chip>
                <Chip look="line">"Held 06:30"</Chip>
                <Chip look="ok" icon="check">"Given"</Chip>
                <Chip look="inverse">"In use"</Chip>
            </div>
            <div class="cluster">
                <News2 score=Some(0)/>
                <News2 score=Some(3) three_in_one=true/>
                <News2 score=Some(5) change=Some(2)/>
                <News2 score=Some(10) change=Some(-1)/>
                <News2 score=nothing reason="temperature is missing"/>
                <Counts counts=[1, 2, 0, 1] href="#alarms"/>
            </div>
            <section class="strip" aria-label="Alarms">
                <ul class="strip__items">
                    <AlarmItem severity=Severity::High life=AlarmLife::Raised title="Bed 7 · YUSUF, Hassan" href="#7" since=since act=acknowledge()>
                        "SpO₂ "<b>"84 %"</b>", limit 90. Not answered for"
                    </AlarmItem>
                    <AlarmItem severity=Severity::High life=AlarmLife::Answered title="Bed 7 · YUSUF, Hassan" href="#7">
                        "SpO₂ "<b>"86 %"</b>". Dr Rao answered 10:43"
                    </AlarmItem>
                    <AlarmItem severity=Severity::Medium life=AlarmLife::Raised title="Bed 11 · EZE, Ngozi" href="#11" act=acknowledge()>
                        "Systolic "<b>"92 mmHg"</b>", limit 100. 3rd time this hour"
                    </AlarmItem>
                    <AlarmItem severity=Severity::Low life=AlarmLife::Raised title="Drug fridge F1" href="#f">
                        <b>"8.4 °C"</b>", limit 8.0"
                    </AlarmItem>
                    <AlarmItem severity=Severity::NoData life=AlarmLife::Raised title="Bed 10 · PETROV, Ivan" href="#10">
                        <b>"No data for 6 min."</b>
                    </AlarmItem>
                </ul>
            </section>
            <dl class="tiles">
                <Vital label="HR" unit="/min" value=Some("82".to_string()) tile=true>
                    <dd class="vital__trend"><Spark points=points range=(80.0, 100.0) band=(94.0, 100.0)/></dd>
                    <dd class="vital__age"><LiveMark at=Some(Moment::from_millis(NOW))/></dd>
                </Vital>
                <Vital label="SpO₂" unit="%" value=Some("84".to_string()) severity=Some(Severity::High) tile=true>
                    <dd class="vital__trend"><Spark points=points range=(80.0, 100.0) severity=Some(Severity::High)/></dd>
                    <dd class="vital__age"><LiveMark at=Some(Moment::from_millis(NOW))/></dd>
                </Vital>
                <Vital label="BP" unit="mmHg" value=Some("92/54".to_string()) severity=Some(Severity::Medium) answered=true tile=true>
                    <dd class="vital__trend"><SparkBars bars=bars range=(40.0, 180.0) severity=Some(Severity::Medium)/></dd>
                    <dd class="vital__age"><Age at=Some(Moment::from_millis(NOW - 360_000))/></dd>
                </Vital>
                <Vital label="HR" unit="/min" value=Some("74".to_string()) stale=true tile=true>
                    <dd class="vital__age"><Chip look="stale">"6 min old"</Chip></dd>
                </Vital>
                <Vital label="Temp" unit="°C" value=unmeasured tile=true/>
            </dl>
        </div>
    }
}

#[component]
fn States() -> impl IntoView {
    view! {
        <div class="stack">
            <Offline since=Some(Moment::from_millis(NOW - 360_000)) retry=Callback::new(|()| ())/>
            <Card title="Results to sign" id="gallery-empty">
                <Empty title="No results to sign" text="New results come here by themselves."/>
            </Card>
            <Card title="Loading" id="gallery-loading"><Skeleton/></Card>
            <Card title="Failed" id="gallery-failed"><Failed what="Results" reference="7F3K-21"/></Card>
            <Card title="Table" id="gallery-table">
                <Table caption="Batches" heads=vec![Head::words("Batch"), Head::number("Quantity")]>
                    <tr><th scope="row">"HEP-22C1"</th><td class="num">"90"</td></tr>
                    <tr aria-selected="true"><th scope="row">"HEP-23A4"</th><td class="num">"550"</td></tr>
                </Table>
            </Card>
        </div>
    }
}

/// A day with a gap, a limit, pressures and scores. The browser keeps what the server drew.
fn drawn() -> String {
    let hour = 3_600_000;
    let from = NOW - 24 * hour;
    let heart = (0..1_440)
        .filter(|minute| !(900..940).contains(minute))
        .map(|minute: i64| {
            let wave = (minute as f32 / 9.0).sin() * 3.0 + (minute as f32 / 140.0).sin() * 9.0;
            (
                from + minute * 60_000,
                92.0 + wave + if minute > 1_250 { 22.0 } else { 0.0 },
            )
        });
    let newest = |series: &Series, decimals: usize| match series {
        Series::Line(points) | Series::Dots(points) => {
            points.last().map(|(at, value)| (*at, format!("{value:.decimals$}")))
        }
        Series::Bars(bars) => bars.last().map(|(at, low, high)| (*at, format!("{high:.0}/{low:.0}"))),
    };
    let lane = |title: &str, unit: &str, decimals, series, range, band, limits| Lane {
        title: title.into(),
        unit: unit.into(),
        decimals,
        newest: newest(&series, decimals),
        series,
        range,
        band: Some(band),
        limits,
        gap_after: 120_000,
    };
    let limit = |value: f32, upper| Limit {
        value,
        upper,
        words: format!("limit {value}"),
        severity: Severity::Medium,
    };
    let bars = (0..12_i64)
        .map(|n| (from + n * 2 * hour, 66.0 + n as f32, 134.0 - n as f32 * 3.5))
        .collect();
    let score = |h: i64, score| Score {
        at: from + h * hour,
        score,
        three_in_one: false,
    };
    let trend = Trend {
        from,
        to: NOW,
        lanes: vec![
            lane(
                "HR",
                "/min",
                0,
                Series::Line(heart.collect()),
                (50.0, 130.0),
                (51.0, 90.0),
                vec![limit(120.0, true)],
            ),
            lane(
                "BP",
                "mmHg",
                0,
                Series::Bars(bars),
                (40.0, 180.0),
                (111.0, 180.0),
                vec![limit(100.0, false)],
            ),
            lane(
                "Temp",
                "°C",
                1,
                Series::Dots(vec![(from + hour, 36.9), (NOW - hour, 38.2)]),
                (35.0, 40.0),
                (36.1, 38.0),
                vec![],
            ),
        ],
        scores: Some(vec![score(2, 0), score(9, 3), score(16, 5), score(21, 7)]),
        marks: vec![
            Named::Session(from + 2 * hour, from + 6 * hour, "Dialysis".into()),
            Named::Event(from + 17 * hour, "O₂ 2 L/min".into()),
            Named::Line(from + 20 * hour, "replay begins".into()),
        ],
        zone: domain::time::Zone::default(),
    };
    draw(&trend)
}

#[cfg(feature = "ssr")]
fn draw(trend: &Trend) -> String {
    chart::trend::draw(trend).unwrap_or_default()
}

#[cfg(not(feature = "ssr"))]
fn draw(_: &Trend) -> String {
    String::new()
}

#[cfg(test)]
#[cfg(feature = "ssr")]
mod tests {
    use super::*;

    fn html() -> String {
        Owner::new().with(|| {
            Now::provide(Moment::from_millis(NOW));
            view! { <Gallery/> }.to_html()
        })
    }

    #[test]
    fn no_component_writes_an_inline_style() {
        let html = html();
        assert!(
            html.contains("alarm--high") && html.contains("news__square--high"),
            "the gallery is drawn"
        );
        assert!(!html.contains("style="), "the policy of the page forbids inline styles");
        assert!(!html.contains("onclick="), "and inline scripts");
    }

    #[test]
    fn every_class_that_a_component_writes_has_its_look() {
        let html = html();
        let sheets = sheets();
        let known = |class: &str| {
            [" ", ",", ":", ".", "[", ")", ">", "\n"]
                .iter()
                .any(|end| sheets.contains(&format!(".{class}{end}")))
        };
        // Hooks without a look of their own.
        let bare = [
            "chip--neutral",
            "page__context",
            "alarm--answered",
            "alarm--gone",
            "panel",
            "trend__moments",
        ];
        for part in html.split("class=\"").skip(1) {
            for class in part.split('"').next().unwrap_or("").split_whitespace() {
                assert!(known(class) || bare.contains(&class), ".{class} is in no sheet");
            }
        }
    }

    /// All sheets as one text.
    fn sheets() -> String {
        let style = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../style");
        let main = std::fs::read_to_string(style.join("main.css")).unwrap();
        let files = main
            .lines()
            .filter_map(|line| line.strip_prefix("@import \"")?.strip_suffix("\";"));
        files
            .map(|file| std::fs::read_to_string(style.join(file)).unwrap())
            .collect()
    }
}
