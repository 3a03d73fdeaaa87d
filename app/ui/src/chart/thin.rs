//! Fewer points for the same picture: of each pixel column the first, the least, the greatest and the last value stay, in
//! their order. Nothing is averaged, so a short fall of saturation is never smoothed away.

/// Splits a series where two neighbours are more than `gap_after` milliseconds apart.
pub fn segments(points: &[(i64, f32)], gap_after: i64) -> Vec<&[(i64, f32)]> {
    points
        .chunk_by(|earlier, later| later.0 - earlier.0 <= gap_after)
        .collect()
}

/// Keeps the shape of `points` (in order of time) in at most four points for each of `columns` equal columns between
/// `from` and `to` (milliseconds). Points outside are dropped.
pub fn thin(points: &[(i64, f32)], from: i64, to: i64, columns: usize) -> Vec<(i64, f32)> {
    let inside: Vec<(i64, f32)> = points
        .iter()
        .copied()
        .filter(|(at, _)| (from..=to).contains(at))
        .collect();
    if inside.len() <= columns.saturating_mul(2) || to <= from {
        return inside;
    }
    let mut kept = Vec::with_capacity(columns * 4);
    for column in inside.chunk_by(|a, b| column_of(a.0, from, to, columns) == column_of(b.0, from, to, columns)) {
        let least = (0..column.len())
            .min_by(|a, b| column[*a].1.total_cmp(&column[*b].1))
            .unwrap_or(0);
        let greatest = (0..column.len())
            .max_by(|a, b| column[*a].1.total_cmp(&column[*b].1))
            .unwrap_or(0);
        let mut places = [0, least, greatest, column.len() - 1];
        places.sort_unstable();
        let mut last = None;
        for place in places {
            if last != Some(place) {
                kept.push(column[place]);
                last = Some(place);
            }
        }
    }
    kept
}

/// As [`thin`], for pressure bars: of each column the lowest diastolic and the highest systolic, at the column's last time.
pub fn thin_bars(bars: &[(i64, f32, f32)], from: i64, to: i64, columns: usize) -> Vec<(i64, f32, f32)> {
    let inside: Vec<(i64, f32, f32)> = bars
        .iter()
        .copied()
        .filter(|(at, _, _)| (from..=to).contains(at))
        .collect();
    if inside.len() <= columns || to <= from {
        return inside;
    }
    inside
        .chunk_by(|a, b| column_of(a.0, from, to, columns) == column_of(b.0, from, to, columns))
        .filter_map(|column| {
            let low = column.iter().map(|bar| bar.1).min_by(f32::total_cmp)?;
            let high = column.iter().map(|bar| bar.2).max_by(f32::total_cmp)?;
            Some((column.last()?.0, low, high))
        })
        .collect()
}

fn column_of(at: i64, from: i64, to: i64, columns: usize) -> i64 {
    let columns = columns as i64;
    ((at - from).saturating_mul(columns) / (to - from)).min(columns - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_low_value_among_thousands_survives() {
        let mut points: Vec<(i64, f32)> = (0..86_400).map(|s| (s * 1_000, 97.0 + (s % 3) as f32)).collect();
        points[50_001].1 = 71.0;
        points[50_777].1 = 100.0;
        let thinned = thin(&points, 0, 86_400_000, 600);
        assert!(thinned.len() <= 2_400, "{}", thinned.len());
        assert!(thinned.contains(&(50_001_000, 71.0)));
        assert!(thinned.contains(&(50_777_000, 100.0)));
        assert!(thinned.is_sorted_by_key(|(at, _)| *at));
        assert_eq!((thinned.first(), thinned.last()), (points.first(), points.last()));
    }

    #[test]
    fn few_points_stay_as_they_are_and_points_outside_go() {
        let points = [(-1, 1.0), (0, 2.0), (500, 3.0), (1_001, 4.0)];
        assert_eq!(thin(&points, 0, 1_000, 10), vec![(0, 2.0), (500, 3.0)]);
    }

    #[test]
    fn a_series_breaks_where_a_gap_begins() {
        let points = [(0, 1.0), (60, 1.0), (240, 1.0), (300, 1.0)];
        let parts = segments(&points, 120);
        assert_eq!(parts, vec![&points[..2], &points[2..]]);
    }

    #[test]
    fn bars_keep_the_lowest_and_the_highest_pressure_of_a_column() {
        let bars: Vec<(i64, f32, f32)> = (0..100)
            .map(|i| (i, 60.0 + (i % 7) as f32, 120.0 - (i % 5) as f32))
            .collect();
        let thinned = thin_bars(&bars, 0, 100, 10);
        assert_eq!(thinned.len(), 10);
        assert_eq!(thinned[0], (9, 60.0, 120.0));
    }
}
