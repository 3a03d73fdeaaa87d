//! The NEWS2 lane: squares, because a square is a score. Where squares would cover each other the highest stays.

use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, VPos};

use super::backend::{FINE, SvgBackend};
use super::lane::{Failed, behind, moments, place, text};
use super::model::{Score, Trend};
use super::paint::Paint;

/// Height of the lane in CSS pixels.
pub const HEIGHT: u32 = 44;
/// Squares that fit beside each other on a phone.
const FIT: i64 = 14;

/// Draws the scores on the time axis of `trend`.
pub fn draw(scores: &[Score], trend: &Trend) -> Result<String, Failed> {
    let mut out = String::new();
    {
        let root = SvgBackend::new(&mut out, HEIGHT).into_drawing_area();
        behind(&root, trend)?;
        moments(&root, trend)?;
        for score in fitting(scores, trend.from, trend.to) {
            let at = (place(trend, score.at), HEIGHT as i32 / 2 * FINE);
            root.draw(&Text::new(
                score.score.to_string(),
                at,
                text(paint(score), HPos::Center, VPos::Center),
            ))?;
        }
    }
    Ok(out)
}

/// Those that have room beside each other: a square goes where a higher one stands, and of equal ones the older goes.
fn fitting(scores: &[Score], from: i64, to: i64) -> Vec<Score> {
    let room = (to - from).max(1) / FIT;
    let mut by_need: Vec<Score> = scores
        .iter()
        .copied()
        .filter(|score| (from..=to).contains(&score.at))
        .collect();
    by_need.sort_by_key(|score| std::cmp::Reverse((score.score, score.at)));
    let mut kept: Vec<Score> = Vec::new();
    for score in by_need {
        if kept.iter().all(|other| (other.at - score.at).abs() >= room) {
            kept.push(score);
        }
    }
    kept.sort_by_key(|score| score.at);
    kept
}

/// The large square at the end of the lane.
pub fn square(score: Score) -> String {
    let look = match paint(score) {
        Paint::ScoreHigh => " news__square--high",
        Paint::ScoreMedium => " news__square--medium",
        Paint::ScoreThree => " news__square--three",
        _ => "",
    };
    format!(
        r#"<span class="news news--large"><span class="news__square{look}">{}</span></span>"#,
        score.score
    )
}

fn paint(score: Score) -> Paint {
    match score.score {
        7.. => Paint::ScoreHigh,
        5 | 6 => Paint::ScoreMedium,
        _ if score.three_in_one => Paint::ScoreThree,
        _ => Paint::Score,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_crowded_scores_the_highest_stays() {
        let score = |at, score| Score {
            at,
            score,
            three_in_one: false,
        };
        let scores = [score(0, 1), score(10, 7), score(20, 7), score(30, 3), score(1_000, 2)];
        assert_eq!(fitting(&scores, 0, 1_400), vec![score(20, 7), score(1_000, 2)]);
        let near = [score(95, 14), score(105, 11), score(200, 3)];
        assert_eq!(fitting(&near, 0, 1_400), vec![score(95, 14), score(200, 3)]);
    }

    #[test]
    fn three_in_one_is_marked_below_five_and_never_above() {
        let marked = |score| {
            paint(Score {
                at: 0,
                score,
                three_in_one: true,
            })
        };
        assert_eq!(
            [3, 5, 7].map(marked),
            [Paint::ScoreThree, Paint::ScoreMedium, Paint::ScoreHigh]
        );
    }
}
