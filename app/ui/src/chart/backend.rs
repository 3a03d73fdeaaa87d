//! A plotters backend that writes SVG of our kind: classes in place of colours, percent across, pixels down, and places
//! exact to a fraction of a pixel (plotters counts in whole pixels, so the plot is [`FINE`] times as large inside).

use std::convert::Infallible;
use std::fmt::Write as _;

use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind};

use super::paint::Paint;

/// Inner units for each unit of the picture.
pub const FINE: i32 = 1_000;
/// Units across the plot, whatever its width on the screen.
pub const ACROSS: i32 = 1_000;

/// Writes marks to a string; the caller writes the `<svg>` around them.
pub struct SvgBackend<'a> {
    out: &'a mut String,
    height: u32,
}

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

impl<'a> SvgBackend<'a> {
    /// A plot of `height` CSS pixels.
    pub fn new(out: &'a mut String, height: u32) -> Self {
        Self { out, height }
    }

    /// Writing to a string cannot fail.
    fn put(&mut self, args: std::fmt::Arguments<'_>) {
        if self.out.write_fmt(args).is_err() {
            self.out.push_str("<!-- -->");
        }
    }
}

/// Two decimals at most, without idle zeros.
fn short(value: f64) -> String {
    let text = format!("{value:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".into() } else { text.into() }
}

fn down(y: i32) -> String {
    short(f64::from(y) / f64::from(FINE))
}

fn percent(x: i32) -> String {
    short(f64::from(x) * 100.0 / f64::from(FINE * ACROSS))
}

/// The place across as percent, and pixels to add: what lies beside the plot keeps its distance in pixels.
fn across(x: i32) -> (String, String) {
    let whole = FINE * ACROSS;
    let inside = x.clamp(0, whole);
    (percent(inside), short(f64::from(x - inside) / f64::from(FINE)))
}

/// The text as XML, or as HTML between two quotes.
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

/// About how wide words of 12 px are, in CSS pixels; marks of direction have no width.
pub fn width(words: &str) -> f64 {
    let letters = words.chars().filter(|sign| !('\u{2066}'..='\u{2069}').contains(sign));
    letters.count() as f64 * 6.5
}

impl DrawingBackend for SvgBackend<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        ((FINE * ACROSS) as u32, self.height * FINE as u32)
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, _: BackendCoord, _: BackendColor) -> Drawn {
        Ok(())
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn {
        if style.color().alpha == 0.0 {
            return Ok(());
        }
        let class = Paint::of(style.color()).class();
        let (x1, y1, x2, y2) = (percent(from.0), down(from.1), percent(to.0), down(to.1));
        self.put(format_args!(
            r#"<line class="{class}" x1="{x1}%" y1="{y1}" x2="{x2}%" y2="{y2}"/>"#
        ));
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(&mut self, start: BackendCoord, end: BackendCoord, style: &S, _: bool) -> Drawn {
        let paint = Paint::of(style.color());
        let (x, y) = (percent(start.0), down(start.1));
        let (width, height) = (percent(end.0 - start.0), down(end.1 - start.1));
        let fill = if paint == Paint::Gap {
            r##" fill="url(#wl-hatch)""##
        } else {
            ""
        };
        let class = paint.class();
        self.put(format_args!(
            r#"<rect class="{class}"{fill} x="{x}%" y="{y}" width="{width}%" height="{height}"/>"#
        ));
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn {
        if style.color().alpha == 0.0 {
            return Ok(());
        }
        let points: Vec<BackendCoord> = path.into_iter().collect();
        if let [from, to] = points[..] {
            return self.draw_line(from, to, style);
        }
        let (class, height) = (Paint::of(style.color()).class(), self.height);
        let mut line = String::with_capacity(points.len() * 14);
        for (place, point) in points.iter().enumerate() {
            line.push(if place == 0 { 'M' } else { 'L' });
            line.push_str(&down(point.0));
            line.push(' ');
            line.push_str(&down(point.1));
        }
        self.put(format_args!(
            r#"<svg width="100%" height="{height}" viewBox="0 0 {ACROSS} {height}" preserveAspectRatio="none" overflow="visible"><path class="{class}" d="{line}"/></svg>"#
        ));
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(&mut self, center: BackendCoord, radius: u32, style: &S, _: bool) -> Drawn {
        let class = Paint::of(style.color()).class();
        let (x, y, r) = (percent(center.0), down(center.1), short(f64::from(radius)));
        self.put(format_args!(r#"<circle class="{class}" cx="{x}%" cy="{y}" r="{r}"/>"#));
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, area: I, style: &S) -> Drawn {
        self.draw_path(area, style)
    }

    fn draw_text<T: BackendTextStyle>(&mut self, text: &str, style: &T, at: BackendCoord) -> Drawn {
        let paint = Paint::of(style.color());
        let ((x, dx), y, text) = (across(at.0), down(at.1), escape(text));
        if let Some(number) = paint.score_text() {
            let class = paint.class();
            self.put(format_args!(
                r#"<svg x="{x}%" y="{y}" overflow="visible"><rect class="{class}" x="-10.5" y="-10.5" width="21" height="21" rx="4"/><text class="{number}" y="4.5" text-anchor="middle">{text}</text></svg>"#
            ));
            return Ok(());
        }
        let anchor = match style.anchor().h_pos {
            HPos::Left => "start",
            HPos::Center => "middle",
            HPos::Right => "end",
        };
        // A line of 12 px: its letters are about 9 px high over the base line.
        let (dy, top) = match style.anchor().v_pos {
            VPos::Top => ("9.5", -2.0),
            VPos::Center => ("4", -7.5),
            VPos::Bottom => ("-4", -15.0),
        };
        if paint == Paint::Ground {
            let width = width(&text) + 6.0;
            let left = match style.anchor().h_pos {
                HPos::Left => -3.0,
                HPos::Center => -width / 2.0,
                HPos::Right => 3.0 - width,
            };
            let (ground, class) = (paint.class(), Paint::Label.class());
            self.put(format_args!(
                r#"<svg x="{x}%" y="{y}" overflow="visible"><rect class="{ground}" x="{left}" y="{top}" width="{width}" height="15" rx="2"/><text class="{class}" dy="{dy}" text-anchor="{anchor}">{text}</text></svg>"#
            ));
            return Ok(());
        }
        let class = paint.class();
        self.put(format_args!(
            r#"<text class="{class}" x="{x}%" y="{y}" dx="{dx}" dy="{dy}" text-anchor="{anchor}">{text}</text>"#
        ));
        Ok(())
    }

    fn estimate_text_size<T: BackendTextStyle>(
        &self,
        text: &str,
        _: &T,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let fine = FINE as u32;
        Ok((text.chars().count() as u32 * 7 * fine, 12 * fine))
    }
}

#[cfg(test)]
mod tests {
    use plotters::prelude::*;

    use super::super::lane::text;
    use super::*;

    #[test]
    fn marks_carry_classes_and_exact_places_and_never_a_colour() {
        let mut out = String::new();
        {
            let root = SvgBackend::new(&mut out, 100).into_drawing_area();
            let mut chart = ChartBuilder::on(&root)
                .build_cartesian_2d(0_i64..3, 0_f32..100.0)
                .unwrap();
            let points = [(0, 12.5), (1, 50.0), (3, 33.333)];
            chart
                .draw_series(LineSeries::new(points, &Paint::Trace.color()))
                .unwrap();
            chart
                .draw_series([Circle::new((1, 50.0), 3, Paint::Dot.color().filled())])
                .unwrap();
        }
        assert!(
            out.contains(r#"<path class="c-trace" d="M0 87.5L333.33 50L1000 66.67"/>"#),
            "{out}"
        );
        assert!(
            out.contains(r#"<circle class="c-dot" cx="33.33%" cy="50" r="3"/>"#),
            "{out}"
        );
        for forbidden in ["style=", "#", "rgb", "fill=", "stroke="] {
            assert!(!out.contains(forbidden), "{forbidden} in {out}");
        }
    }

    #[test]
    fn a_word_over_a_line_stands_on_a_ground_of_its_width() {
        let mut out = String::new();
        let style = text(Paint::Ground, HPos::Right, VPos::Bottom);
        let at = (ACROSS * FINE, 30 * FINE);
        SvgBackend::new(&mut out, 40).draw_text("limit 91", &style, at).unwrap();
        assert_eq!(
            out,
            r#"<svg x="100%" y="30" overflow="visible"><rect class="c-ground" x="-55" y="-15" width="58" height="15" rx="2"/><text class="c-label" dy="-4" text-anchor="end">limit 91</text></svg>"#
        );
    }

    #[test]
    fn words_are_escaped_and_what_lies_beside_the_plot_keeps_its_pixels() {
        let mut out = String::new();
        let style = ("sans-serif", 12).into_font().color(&Paint::Label.color());
        SvgBackend::new(&mut out, 40)
            .draw_text("<script>", &style, (-8 * FINE, 20 * FINE))
            .unwrap();
        assert_eq!(
            out,
            r#"<text class="c-label" x="0%" y="20" dx="-8" dy="9.5" text-anchor="start">&lt;script&gt;</text>"#
        );
    }
}
