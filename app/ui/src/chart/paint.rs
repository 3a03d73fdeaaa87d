//! The marks that a chart may use. Plotters knows colours, style sheets know classes: a [`Paint`] is a class that travels
//! through plotters as a colour whose red is its number. No such colour is ever shown.

use plotters::style::RGBColor;
use plotters_backend::BackendColor;

macro_rules! paints {
    ($($(#[$doc:meta])* $name:ident => $class:literal),+ $(,)?) => {
        /// One kind of mark; its class is in `style/components/chart.css`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        pub enum Paint { $($(#[$doc])* $name),+ }

        impl Paint {
            /// Every mark.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The class of the mark.
            pub const fn class(self) -> &'static str {
                match self { $(Self::$name => $class),+ }
            }
        }
    };
}

paints! {
    /// The line of a device.
    Trace => "c-trace",
    /// A line beyond a high limit.
    High => "c-high",
    /// A line beyond a medium limit.
    Medium => "c-medium",
    /// A line beyond a low limit.
    Low => "c-low",
    /// A single value.
    Dot => "c-dot",
    /// A single value beyond a high limit.
    DotHigh => "c-dot-high",
    /// A single value beyond a medium limit.
    DotMedium => "c-dot-medium",
    /// A single value beyond a low limit.
    DotLow => "c-dot-low",
    /// The reference band.
    Band => "c-band",
    /// A grid line.
    Grid => "c-grid",
    /// The time axis.
    Axis => "c-axis",
    /// Midnight.
    Midnight => "c-midnight",
    /// A limit.
    Limit => "c-limit",
    /// The column of a session.
    Session => "c-session",
    /// A gap in the data: hatched.
    Gap => "c-gap",
    /// Where a recording begins to be replayed.
    Replay => "c-replay",
    /// The triangle of an event.
    Event => "c-event",
    /// A number or word beside a mark.
    Label => "c-label",
    /// A word that matters more.
    LabelStrong => "c-label-strong",
    /// A word on a ground of its own, over a line that runs through it: the class is that of the ground.
    Ground => "c-ground",
    /// A NEWS2 square, 0 to 4.
    Score => "c-score",
    /// A NEWS2 square with three in one parameter.
    ScoreThree => "c-score-three",
    /// A NEWS2 square, 5 or 6.
    ScoreMedium => "c-score-medium",
    /// A NEWS2 square, 7 and more.
    ScoreHigh => "c-score-high",
}

impl Paint {
    /// The colour that stands for this mark inside plotters.
    pub const fn color(self) -> RGBColor {
        RGBColor(self as u8, 0, 0)
    }

    /// The mark for which a colour stands; [`Paint::Trace`] for a colour that plotters made up itself.
    pub fn of(color: BackendColor) -> Self {
        Self::ALL.get(usize::from(color.rgb.0)).copied().unwrap_or(Self::Trace)
    }

    /// The class of the number in a NEWS2 square; `None` for any other mark.
    pub const fn score_text(self) -> Option<&'static str> {
        match self {
            Self::Score => Some("c-score-text"),
            Self::ScoreThree => Some("c-score-text-three"),
            Self::ScoreMedium => Some("c-score-text-medium"),
            Self::ScoreHigh => Some("c-score-text-high"),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STYLES: &str = include_str!("../../../../style/components/chart.css");

    #[test]
    fn every_mark_has_its_class_in_the_style_sheet() {
        for paint in Paint::ALL {
            let classes = [Some(paint.class()), paint.score_text()];
            for class in classes.into_iter().flatten() {
                let known = [" {", ","].iter().any(|end| STYLES.contains(&format!(".{class}{end}")));
                assert!(known, "{class} is missing in chart.css");
            }
        }
    }

    #[test]
    fn a_mark_comes_back_from_its_colour() {
        for paint in Paint::ALL {
            let RGBColor(red, green, blue) = paint.color();
            assert_eq!(
                Paint::of(BackendColor {
                    alpha: 1.0,
                    rgb: (red, green, blue)
                }),
                *paint
            );
        }
    }
}
