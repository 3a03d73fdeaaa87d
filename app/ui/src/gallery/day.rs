//! The drawn day of somebody invented, for the gallery.

use super::NOW;
use crate::Severity;
use crate::chart::model::{Lane, Limit, Mark as Named, Score, Series, Trend};

/// A day with a gap, a limit, pressures and scores. The browser keeps what the server drew.
pub fn drawn() -> String {
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
    crate::chart::trend::draw(&trend).unwrap_or_default()
}
