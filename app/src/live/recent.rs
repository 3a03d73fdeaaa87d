//! The last half hour of one parameter: points in order of time, bounded.

use domain::time::Moment;

/// How far back it reaches, in milliseconds.
const SPAN: i64 = 30 * 60 * 1_000;
/// Points at most: one a second.
const MOST: usize = 1_800;

/// Puts a point in its place, and drops what is too old; answers whether anything changed. The same moment twice is one point.
pub(super) fn put(points: &mut Vec<(i64, f32)>, at: Moment, value: f32) -> bool {
    let at = at.millis();
    let newest = points.last().map_or(at, |(newest, _)| *newest).max(at);
    if newest - at > SPAN {
        return false;
    }
    let place = points.partition_point(|(known, _)| *known < at);
    match points.get_mut(place) {
        Some((known, old)) if *known == at => {
            let changed = *old != value;
            *old = value;
            return changed;
        }
        _ => points.insert(place, (at, value)),
    }
    let old = points
        .partition_point(|(known, _)| newest - *known > SPAN)
        .max(points.len().saturating_sub(MOST));
    points.drain(..old);
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    fn second(at: i64) -> Moment {
        Moment(at * 1_000_000)
    }

    #[test]
    fn late_points_go_to_their_place_and_the_same_moment_is_one_point() {
        let mut points = Vec::new();
        for (at, value) in [(1, 70.0), (3, 72.0), (2, 71.0), (3, 72.0)] {
            put(&mut points, second(at), value);
        }
        assert_eq!(points, [(1_000, 70.0), (2_000, 71.0), (3_000, 72.0)]);
        assert!(!put(&mut points, second(3), 72.0));
        assert!(put(&mut points, second(3), 73.0));
    }

    #[test]
    fn it_holds_half_an_hour_and_no_more() {
        let mut points = Vec::new();
        for at in 0..4_000 {
            put(&mut points, second(at), 70.0);
        }
        assert_eq!(points.len(), MOST);
        assert_eq!(points.last(), Some(&(3_999_000, 70.0)));
        assert!(!put(&mut points, second(1), 70.0), "too old to be drawn");

        let mut slow = Vec::new();
        for minute in 0..60 {
            put(&mut slow, second(minute * 60), 70.0);
        }
        assert_eq!(slow.first(), Some(&(29 * 60_000, 70.0)));
    }
}
