//! The last half hour with fewer points that keep its shape: what a spark line or the moving trend begins with.

use std::collections::VecDeque;

use domain::time::Moment;

use super::device_now::RECENT_SECONDS;

/// At most about `most` points of the last half hour: the lowest and the highest of each of `most / 2` equal stretches of time, in time's order.
pub(super) fn thin(points: &VecDeque<(Moment, f32)>, most: usize) -> Vec<(Moment, f32)> {
    let stretch = ((RECENT_SECONDS * 1e6) as i64 / (most / 2).max(1) as i64).max(1);
    let all: Vec<(Moment, f32)> = points.iter().copied().collect();
    let mut kept = Vec::with_capacity(most);
    for part in all.chunk_by(|(a, _), (b, _)| a.0.div_euclid(stretch) == b.0.div_euclid(stretch)) {
        let low = part.iter().copied().min_by(|a, b| a.1.total_cmp(&b.1));
        let high = part.iter().copied().max_by(|a, b| a.1.total_cmp(&b.1));
        match (low, high) {
            (Some(low), Some(high)) if low.0 < high.0 => kept.extend([low, high]),
            (Some(low), Some(high)) if high.0 < low.0 => kept.extend([high, low]),
            (low, _) => kept.extend(low),
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thinned_half_hour_keeps_its_shape_and_its_extremes() {
        let second = |at: i64| Moment(1_795_341_600_000_000 + at * 1_000_000);
        let mut points: VecDeque<(Moment, f32)> = (0..1_800).map(|at| (second(at), 97.0)).collect();
        points[700].1 = 84.0;
        let kept = thin(&points, 120);
        assert!(kept.len() <= 122, "{} points", kept.len());
        assert!(kept.contains(&(second(700), 84.0)), "a short fall stays");
        assert!(kept.is_sorted_by_key(|(at, _)| *at));
        // Many values in a short time are no reason to send them all; few over a long time all stay.
        let burst: VecDeque<(Moment, f32)> = (0..500)
            .map(|at| (Moment(second(0).0 + at * 1_000), at as f32))
            .collect();
        assert!(thin(&burst, 120).len() <= 4);
        let sparse: VecDeque<(Moment, f32)> = (0..30).map(|at| (second(at * 60), at as f32)).collect();
        assert_eq!(thin(&sparse, 120).len(), 30);
    }
}
