//! How well the blood was cleaned in one treatment: every figure with its formula, what went into it, and how it stands against its target.

use serde::{Deserialize, Serialize};

use super::ektv::{self, Drawn};
use super::named::named;
use super::{Guard, Kilograms, Millilitres, Minutes, Urea, spktv, stdktv, urr};

/// What is known of a treatment; what is missing has no figure.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Inputs {
    /// Urea before.
    pub pre: Option<Urea>,
    /// Urea after.
    pub post: Option<Urea>,
    /// How long it was treated.
    pub time: Minutes,
    /// Fluid taken.
    pub uf: Millilitres,
    /// Weight after.
    pub after: Option<Kilograms>,
    /// Where the blood was drawn.
    pub drawn: Drawn,
    /// Treatments a week.
    pub per_week: u32,
}

named! {
    /// A figure.
    Figure {
        /// Urea reduction ratio, %.
        Urr = "urr",
        /// Single-pool Kt/V.
        SpKtv = "spktv",
        /// Equilibrated Kt/V, Daugirdas and Schneditz.
        EKtv = "ektv",
        /// Equilibrated Kt/V, Tattersall.
        EKtvTattersall = "ektv_tattersall",
        /// Standard Kt/V of a week.
        StdKtv = "stdktv",
    }
}

named! {
    /// How a figure stands.
    Stands {
        /// At the target or above.
        Target = "target",
        /// At the least or above, below the target.
        Minimum = "minimum",
        /// Below the least.
        Below = "below",
    }
}

/// The least of a figure and what is aimed at, with the source that says so.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Target {
    /// The least.
    pub minimum: f64,
    /// What is aimed at.
    pub target: f64,
    /// Who says so.
    pub source: &'static str,
}

impl Target {
    /// How a value stands, rounded as it is shown: what reads 1.40 meets 1.4.
    pub fn of(self, value: f64) -> Stands {
        let value = (value * 100.0).round() / 100.0;
        match value {
            value if value >= self.target => Stands::Target,
            value if value >= self.minimum => Stands::Minimum,
            _ => Stands::Below,
        }
    }
}

impl Figure {
    /// Decimals in which it is read.
    pub const fn decimals(self) -> usize {
        match self {
            Self::Urr => 0,
            _ => 2,
        }
    }

    /// Its unit; Kt/V has none.
    pub const fn unit(self) -> &'static str {
        match self {
            Self::Urr => "%",
            _ => "",
        }
    }

    /// What it is held against with so many treatments a week: spKt/V with three, the standard one with any other number (KDOQI 2015).
    pub const fn target(self, per_week: u32) -> Option<Target> {
        let (minimum, target, source) = match self {
            Self::Urr if per_week == 3 => (urr::MINIMUM, urr::TARGET, "KDOQI 2006"),
            Self::SpKtv if per_week == 3 => (spktv::MINIMUM, spktv::TARGET, "KDOQI 2015"),
            Self::EKtv | Self::EKtvTattersall if per_week == 3 => {
                (ektv::MINIMUM, ektv::MINIMUM, "Renal Association 2019")
            }
            Self::StdKtv if per_week != 3 => (stdktv::MINIMUM, stdktv::TARGET, "KDOQI 2015"),
            _ => return None,
        };
        Some(Target {
            minimum,
            target,
            source,
        })
    }

    /// Its formula as a page shows it.
    pub const fn formula(self, drawn: Drawn) -> &'static str {
        match (self, drawn) {
            (Self::Urr, _) => urr::FORMULA,
            (Self::SpKtv, _) => spktv::FORMULA,
            (Self::EKtv, Drawn::Arteriovenous) => ektv::FORMULA_AV,
            (Self::EKtv, Drawn::Catheter) => ektv::FORMULA_CATHETER,
            (Self::EKtvTattersall, _) => ektv::FORMULA_TATTERSALL,
            (Self::StdKtv, _) => stdktv::FORMULA,
        }
    }
}

named! {
    /// Something that went into a figure.
    Input {
        /// Urea before, C₀.
        Pre = "pre",
        /// Urea after, C.
        Post = "post",
        /// Urea after ÷ before, R.
        Ratio = "ratio",
        /// Length of the treatment, t.
        Time = "time",
        /// Fluid taken, UF.
        Uf = "uf",
        /// Weight after, W.
        Weight = "weight",
        /// The single-pool figure.
        SpKtv = "spktv",
        /// The equilibrated figure, e.
        EKtv = "ektv",
        /// Treatments a week, N.
        PerWeek = "per_week",
    }
}

/// What went in, with its decimals and its unit.
pub type Shown = (Input, f64, usize, &'static str);

/// One figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Which.
    pub figure: Figure,
    /// The value, or why there is none.
    pub value: Result<f64, Guard>,
    /// How it stands; none without a value or a target.
    pub stands: Option<Stands>,
    /// What it is held against.
    pub target: Option<Target>,
    /// Its formula.
    pub formula: &'static str,
    /// What went in.
    pub inputs: Vec<Shown>,
}

impl Inputs {
    /// How it stands, by which figure and its value: the one against which such a week is held, spKt/V with three treatments, the standard one with any other number (KDOQI 2015); none where that has no value.
    pub fn stands(&self) -> Option<(Figure, f64, Stands)> {
        let held = [Figure::SpKtv, Figure::StdKtv].into_iter();
        let (figure, target) = held
            .filter_map(|figure| Some((figure, figure.target(self.per_week)?)))
            .next()?;
        let value = self.value(figure).ok()?;
        Some((figure, value, target.of(value)))
    }

    /// One figure.
    ///
    /// # Errors
    /// A [`Guard`] that says why there is none.
    pub fn value(&self, figure: Figure) -> Result<f64, Guard> {
        let (pre, post) = (self.pre.ok_or(Guard::Urea)?, self.post.ok_or(Guard::Urea)?);
        if figure == Figure::Urr {
            return urr::urr(pre, post);
        }
        let single = spktv::spktv(pre, post, self.time, self.uf, self.after.ok_or(Guard::Weight)?)?;
        let balanced = || ektv::daugirdas_schneditz(single, self.time, self.drawn);
        match figure {
            Figure::Urr | Figure::SpKtv => Ok(single),
            Figure::EKtv => balanced(),
            Figure::EKtvTattersall => ektv::tattersall(single, self.time),
            Figure::StdKtv => stdktv::stdktv(balanced()?, self.time, self.per_week),
        }
    }

    /// Every figure with its formula, its inputs and its target, in the order of a page.
    pub fn lines(&self) -> Vec<Line> {
        let line = |figure: Figure| {
            let value = self.value(figure);
            let target = figure.target(self.per_week);
            let stands = target.and_then(|target| value.ok().map(|value| target.of(value)));
            Line {
                figure,
                value,
                stands,
                target,
                formula: figure.formula(self.drawn),
                inputs: self.shown(figure),
            }
        };
        Figure::ALL.iter().copied().map(line).collect()
    }

    fn shown(&self, figure: Figure) -> Vec<Shown> {
        let urea = |input, urea: Option<Urea>| urea.map(|urea| (input, urea.0, 1, Urea::SIGN));
        let hours = Some((Input::Time, self.time.hours(), 2, "h"));
        let minutes = Some((Input::Time, self.time.0, 0, "min"));
        let figure_of = |input, figure| self.value(figure).ok().map(|value| (input, value, 2, ""));
        let single = || figure_of(Input::SpKtv, Figure::SpKtv);
        let all: Vec<Option<Shown>> = match figure {
            Figure::Urr => vec![urea(Input::Pre, self.pre), urea(Input::Post, self.post)],
            Figure::SpKtv => {
                let both = self.pre.zip(self.post);
                let ratio = both.and_then(|(pre, post)| urr::ratio(pre, post).ok());
                vec![
                    ratio.map(|ratio| (Input::Ratio, ratio, 3, "")),
                    hours,
                    Some((Input::Uf, self.uf.litres(), 2, "L")),
                    self.after.map(|kg| (Input::Weight, kg.0, 1, Kilograms::SIGN)),
                ]
            }
            Figure::EKtv => vec![single(), hours],
            Figure::EKtvTattersall => vec![single(), minutes],
            Figure::StdKtv => vec![
                figure_of(Input::EKtv, Figure::EKtv),
                minutes,
                Some((Input::PerWeek, f64::from(self.per_week), 0, "")),
            ],
        };
        all.into_iter().flatten().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EXAMPLE: Inputs = Inputs {
        pre: Some(Urea(80.0)),
        post: Some(Urea(24.0)),
        time: Minutes(240.0),
        uf: Millilitres(2_500.0),
        after: Some(Kilograms(70.0)),
        drawn: Drawn::Arteriovenous,
        per_week: 3,
    };

    fn line(inputs: &Inputs, figure: Figure) -> Line {
        inputs.lines().into_iter().find(|line| line.figure == figure).unwrap()
    }

    #[test]
    fn the_example_of_the_specification_meets_its_targets() {
        let urr = line(&EXAMPLE, Figure::Urr);
        assert_eq!((urr.stands, urr.inputs.len()), (Some(Stands::Target), 2));
        let single = line(&EXAMPLE, Figure::SpKtv);
        assert!((single.value.unwrap() - 1.4221).abs() < 1e-4);
        assert_eq!(single.stands, Some(Stands::Target));
        let inputs: Vec<Input> = single.inputs.iter().map(|shown| shown.0).collect();
        assert_eq!(inputs, [Input::Ratio, Input::Time, Input::Uf, Input::Weight]);
        let weekly = line(&EXAMPLE, Figure::StdKtv);
        assert_eq!(
            (weekly.target, weekly.stands),
            (None, None),
            "held against with other schedules alone"
        );
    }

    #[test]
    fn twice_a_week_is_held_against_the_week() {
        let twice = Inputs { per_week: 2, ..EXAMPLE };
        assert_eq!(line(&twice, Figure::SpKtv).target, None);
        assert_eq!(line(&twice, Figure::StdKtv).stands, Some(Stands::Below));
        assert_eq!(
            [EXAMPLE, twice].map(|it| it.stands().map(|(of, _, stands)| (of, stands))),
            [
                Some((Figure::SpKtv, Stands::Target)),
                Some((Figure::StdKtv, Stands::Below))
            ],
            "the same treatment, too few of them"
        );
    }

    #[test]
    fn a_figure_stands_as_it_is_read() {
        let target = Figure::SpKtv.target(3).unwrap();
        for (value, stands) in [
            (1.396, Stands::Target),
            (1.394, Stands::Minimum),
            (1.2, Stands::Minimum),
            (1.194, Stands::Below),
        ] {
            assert_eq!(target.of(value), stands, "{value}");
        }
    }

    #[test]
    fn what_is_missing_is_said_for_each_figure() {
        let no_weight = Inputs { after: None, ..EXAMPLE };
        assert!(line(&no_weight, Figure::Urr).value.is_ok());
        assert_eq!(line(&no_weight, Figure::SpKtv).value, Err(Guard::Weight));
        assert_eq!(line(&no_weight, Figure::StdKtv).value, Err(Guard::Weight));
        let no_urea = Inputs { post: None, ..EXAMPLE };
        assert!(
            no_urea
                .lines()
                .iter()
                .all(|line| line.value == Err(Guard::Urea) && line.stands.is_none())
        );
        let short = Inputs {
            time: Minutes(45.0),
            ..EXAMPLE
        };
        assert_eq!(line(&short, Figure::EKtv).value, Err(Guard::OutsideFormula));
        assert!(line(&short, Figure::SpKtv).value.is_ok());
    }
}
