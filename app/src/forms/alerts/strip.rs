//! The paper of a monitor: rows of six seconds on millimetre paper, 25 mm a second and, for the ECG, 10 mm a millivolt: the usual speed and gain (Kligfield and others, Recommendations for
//! the standardization and interpretation of the electrocardiogram, part I, Circulation 115:1306, 2007).
//!
//! One drawing in millimetres: the screen scales it, paper shows it at its size. What is missing stays empty.

use domain::numbers::fixed;
use domain::time::{Moment, Zone};
use domain::waves::Channel;
use hospital::waves::Curve;
use ui::chart::backend::escape;
use ui::lang::{key, word};
use ui::{TimeStyle, time};

/// Seconds that one page shows: three rows, which with three channels are one sheet.
pub const SHOWN_SECONDS: u32 = 18;
/// Seconds of a row: 150 mm, which a sheet of A4 has room for.
const ROW_SECONDS: u32 = 6;
/// Millimetres a second.
const SPEED: f64 = 25.0;
/// Millimetres a millivolt.
const GAIN: f64 = 10.0;
/// How high the band of one channel is, in millimetres.
const BAND: f64 = 26.0;
/// What stays free of it where a curve has no gain of its own.
const FREE: f64 = 6.0;

/// What is drawn: [`SHOWN_SECONDS`] of some channels.
pub(super) struct Paper<'a> {
    /// The channels, in their order.
    pub curves: &'a [Curve],
    /// From when on.
    pub from: Moment,
    /// When the alarm was raised, of curves around one.
    pub alarm: Option<Moment>,
    /// The hospital's zone.
    pub zone: &'a Zone,
}

/// What it is called.
pub(super) fn named(channel: Channel) -> &'static str {
    word(match channel {
        Channel::EcgIi => key::CURVE_ECG_II,
        Channel::EcgV => key::CURVE_ECG_V,
        Channel::Pleth => key::CURVE_PLETH,
        Channel::Resp => key::CURVE_RESP,
        Channel::Abp => key::CURVE_ABP,
    })
}

/// The lowest and the highest value of a curve, in its unit; nothing of one that drew nothing.
pub(super) fn extent(curve: &Curve) -> Option<(f64, f64)> {
    let of_stretch = curve.stretches.iter().filter_map(|stretch| {
        let (low, high) = (stretch.samples.iter().min()?, stretch.samples.iter().max()?);
        Some((f64::from(*low) * stretch.step, f64::from(*high) * stretch.step))
    });
    of_stretch.reduce(|one, other| (one.0.min(other.0), one.1.max(other.1)))
}

/// The drawing; `title` says what it is of.
pub(super) fn draw(paper: &Paper<'_>, title: &str) -> String {
    let bands = paper.curves.len() as f64;
    let rows = SHOWN_SECONDS.div_ceil(ROW_SECONDS);
    let (width, height) = (f64::from(ROW_SECONDS) * SPEED, f64::from(rows) * bands * BAND);
    let (width, height) = (fixed(width, 0), fixed(height, 0));
    let mut svg = format!(
        r#"<svg class="mm-strip" viewBox="0 0 {width} {height}" role="img" aria-label="{}">"#,
        escape(title)
    );
    svg.push_str(
        r#"<defs><pattern id="mm-strip-paper" width="5" height="5" patternUnits="userSpaceOnUse"><path class="mm-strip__fine" d="M1 0V5M2 0V5M3 0V5M4 0V5M0 1H5M0 2H5M0 3H5M0 4H5"/><path class="mm-strip__bold" d="M0 0V5M0 0H5"/></pattern></defs>"#,
    );
    svg.push_str(&format!(
        r#"<rect class="mm-strip__paper" width="{width}" height="{height}" fill="url(#mm-strip-paper)"/>"#
    ));
    for (place, curve) in paper.curves.iter().enumerate() {
        let path = line(paper, curve, place as f64, bands);
        svg.push_str(&format!(r#"<path class="mm-strip__curve" d="{path}"/>"#));
    }
    // The words last: a line that crosses one leaves it readable.
    svg.push_str(&alarm(paper, bands));
    for row in 0..rows {
        let began = paper.from.plus_seconds(f64::from(row * ROW_SECONDS));
        let clock = time::write(paper.zone, began, TimeStyle::Seconds);
        for (place, curve) in paper.curves.iter().enumerate() {
            let top = (f64::from(row) * bands + place as f64) * BAND;
            let name = named(curve.channel);
            let words = match place {
                0 => format!("{clock} {name}"),
                _ => name.to_owned(),
            };
            svg.push_str(&text("mm-strip__word", 1.0, top + 4.0, &words));
        }
    }
    svg.push_str("</svg>");
    svg
}

/// One channel as a path: it breaks at the end of a row and at a gap.
fn line(paper: &Paper<'_>, curve: &Curve, place: f64, bands: f64) -> String {
    let (middle, scale) = fit(curve);
    let mut path = String::new();
    for stretch in &curve.stretches {
        let begins = stretch.started_at.seconds_since(paper.from);
        let mut row_before = None;
        for (index, sample) in stretch.samples.iter().enumerate() {
            let at = begins + index as f64 / f64::from(stretch.hz);
            let Some((row, x)) = placed(at) else { continue };
            let up = (f64::from(*sample) * stretch.step - middle) * scale;
            let up = up.clamp(-BAND / 2.0, BAND / 2.0);
            let y = (f64::from(row) * bands + place + 0.5) * BAND - up;
            path.push(if row_before == Some(row) { 'L' } else { 'M' });
            path.push_str(&fixed(x, 2));
            path.push(' ');
            path.push_str(&fixed(y, 2));
            row_before = Some(row);
        }
    }
    path
}

/// In which row, and how many millimetres along it; nothing for what is not shown.
fn placed(at: f64) -> Option<(u32, f64)> {
    if !(0.0..f64::from(SHOWN_SECONDS)).contains(&at) {
        return None;
    }
    let row = (at / f64::from(ROW_SECONDS)).floor();
    Some((row as u32, (at - row * f64::from(ROW_SECONDS)) * SPEED))
}

/// The value in the middle of the band, and millimetres a unit. The ECG has its gain and lies around its mean; other curves are as high as fits.
fn fit(curve: &Curve) -> (f64, f64) {
    if matches!(curve.channel, Channel::EcgIi | Channel::EcgV) {
        return (mean(curve), GAIN);
    }
    let (low, high) = extent(curve).unwrap_or_default();
    let scale = if high > low { (BAND - FREE) / (high - low) } else { 0.0 };
    (f64::midpoint(low, high), scale)
}

fn mean(curve: &Curve) -> f64 {
    let (mut sum, mut count) = (0.0, 0_usize);
    for stretch in &curve.stretches {
        sum += stretch.samples.iter().map(|sample| f64::from(*sample)).sum::<f64>() * stretch.step;
        count += stretch.samples.len();
    }
    if count == 0 { 0.0 } else { sum / count as f64 }
}

/// A line through all channels where the alarm was raised.
fn alarm(paper: &Paper<'_>, bands: f64) -> String {
    let raised = paper.alarm.and_then(|at| placed(at.seconds_since(paper.from)));
    let Some((row, x)) = raised else {
        return String::new();
    };
    let (top, bottom) = (f64::from(row) * bands * BAND, f64::from(row + 1) * bands * BAND);
    let (x_of_line, top_of_line, bottom) = (fixed(x, 2), fixed(top, 0), fixed(bottom, 0));
    let line = format!(r#"<path class="mm-strip__alarm" d="M{x_of_line} {top_of_line}V{bottom}"/>"#);
    line + &text(
        "mm-strip__word mm-strip__word--alarm",
        x + 1.0,
        top + 8.0,
        word(key::CURVE_ALARM),
    )
}

fn text(class: &str, x: f64, y: f64, words: &str) -> String {
    format!(
        r#"<text class="{class}" x="{}" y="{}">{}</text>"#,
        fixed(x, 1),
        fixed(y, 1),
        escape(words)
    )
}

#[cfg(test)]
mod tests {
    use domain::waves::Stretch;

    use super::*;

    const BEGAN: Moment = Moment(1_790_000_000_000_000);

    fn drawn(stretches: Vec<Stretch>, title: &str) -> String {
        let curves = [Curve {
            channel: Channel::EcgIi,
            stretches,
        }];
        let paper = Paper {
            curves: &curves,
            from: BEGAN,
            alarm: Some(BEGAN.plus_seconds(12.0)),
            zone: &Zone::default(),
        };
        draw(&paper, title)
    }

    fn stretch(after: f64, samples: Vec<i16>) -> Stretch {
        Stretch {
            started_at: BEGAN.plus_seconds(after),
            hz: 125,
            step: 0.005,
            samples,
        }
    }

    #[test]
    fn a_millivolt_is_ten_millimetres_and_a_second_twenty_five() {
        // One millivolt around its mean: 5 mm up and 5 mm down from the middle of the band.
        let drawn = drawn(vec![stretch(1.0, vec![100, -100])], "");
        assert!(drawn.contains(r#"d="M25.00 8.00L25.20 18.00""#), "{drawn}");
    }

    #[test]
    fn a_gap_is_not_bridged_and_the_alarm_has_its_line() {
        let drawn = drawn(vec![stretch(0.0, vec![0; 3]), stretch(2.0, vec![0; 3])], "");
        let path = drawn.split("mm-strip__curve").nth(1).unwrap();
        assert_eq!(path.split("/>").next().unwrap().matches('M').count(), 2);
        assert!(drawn.contains(r#"class="mm-strip__alarm" d="M0.00 52V78""#), "{drawn}");
    }

    #[test]
    fn words_cannot_leave_their_place() {
        let drawn = drawn(Vec::new(), r#""><script>"#);
        assert!(!drawn.contains("<script"), "{drawn}");
    }
}
