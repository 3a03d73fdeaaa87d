//! Charts: plain values in, marks with class names out. No colour and no size of text is decided here; both are in
//! `style/components/chart.css`.
//!
//! | module | what it draws | where it runs |
//! | --- | --- | --- |
//! | [`model`] | nothing: the plain structs that a page fills | both |
//! | [`thin`] | nothing: keeps the least and the greatest value of each pixel column | both |
//! | [`spark`] | a spark line and pressure bars, fixed scale | both |
//! | [`moving`] | the moving half hour, on a canvas | drawn in the browser |
//! | [`backend`], [`paint`] | the plotters backend that writes SVG with classes | server (`ssr`) |
//! | [`trend`] | the stacked day of one patient | server (`ssr`) |
//! | `limit_words` | nothing: finds where the words of a limit are not crossed | server (`ssr`) |
//! | `moments` | nothing: says what all lanes show in each quarter of an hour | server (`ssr`) |
//!
//! # How a drawn chart keeps its text readable at every width
//! A plot is 1,000 units wide and so many CSS pixels high. The backend writes the across direction in percent and the down
//! direction in pixels; paths lie in an inner `<svg>` that stretches. Only geometry scales, never text, dots or strokes.
//!
//! # Adding a mark
//! Add a variant to [`paint::Paint`] and its class to `chart.css` (a test compares the two), then draw with
//! `Paint::color()` wherever plotters asks for a colour.

pub mod model;
pub mod moving;
pub mod spark;
pub mod thin;

#[cfg(feature = "ssr")]
pub mod backend;
#[cfg(feature = "ssr")]
mod lane;
#[cfg(feature = "ssr")]
mod limit_words;
#[cfg(feature = "ssr")]
mod moments;
#[cfg(feature = "ssr")]
pub mod paint;
#[cfg(feature = "ssr")]
mod score_lane;
#[cfg(feature = "ssr")]
mod time_axis;
#[cfg(feature = "ssr")]
pub mod trend;

#[cfg(feature = "hydrate")]
mod canvas;
