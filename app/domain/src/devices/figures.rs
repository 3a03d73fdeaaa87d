//! What a machine did day by day, and what that comes to.

use crate::patients::papers::Day;
use crate::time::Moment;

/// One day of a machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayOf {
    /// Which.
    pub day: Day,
    /// Minutes in which it measured.
    pub minutes_run: i32,
    /// Minutes within in which nothing came.
    pub minutes_gap: i32,
    /// The longest of them at a time.
    pub longest_gap: i32,
    /// Readings.
    pub readings: i32,
    /// What all of them together took to come, in milliseconds.
    pub delay_ms: i64,
    /// Within what 95 of 100 came in the slowest hour, in milliseconds.
    pub delay_p95_ms: i32,
    /// How far its clock was ahead at the least, in milliseconds.
    pub ahead_ms: i32,
    /// Alarms.
    pub alarms: i32,
}

/// One day of the calendar of a machine.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TrendDay {
    /// Which.
    pub day: Day,
    /// How much of it the machine was in service, in percent; none before it was known here. Of today, until now.
    pub ready: Option<f64>,
    /// What was counted of it; none on a day on which it did nothing.
    pub did: Option<DayOf>,
}

/// The share of minutes in which nothing came although it measured, in percent; none when it measured nothing.
pub fn gap_percent(days: &[DayOf]) -> Option<f64> {
    let gap: i32 = days.iter().map(|day| day.minutes_gap).sum();
    let run: i32 = days.iter().map(|day| day.minutes_run).sum();
    (run + gap > 0).then(|| f64::from(gap) * 100.0 / f64::from(run + gap))
}

/// What a reading takes to come on the average, in seconds; none without readings.
pub fn mean_delay(days: &[DayOf]) -> Option<f64> {
    let readings: i64 = days.iter().map(|day| i64::from(day.readings)).sum();
    let delay: i64 = days.iter().map(|day| day.delay_ms).sum();
    (readings > 0).then(|| delay as f64 / readings as f64 / 1_000.0)
}

/// Alarms for each hour that it ran; none when it did not run.
pub fn alarms_per_hour(days: &[DayOf]) -> Option<f64> {
    let run: i32 = days.iter().map(|day| day.minutes_run).sum();
    let alarms: i32 = days.iter().map(|day| day.alarms).sum();
    (run > 0).then(|| f64::from(alarms) * 60.0 / f64::from(run))
}

/// The share of the time from `since` to `until` in which it was not out of service, in percent. Stretches out of service do not overlap; one without an end lasts.
pub fn ready_percent(out: &[(Moment, Option<Moment>)], since: Moment, until: Moment) -> f64 {
    let whole = until.seconds_since(since);
    if whole <= 0.0 {
        return 100.0;
    }
    let away: f64 = out
        .iter()
        .map(|(from, to)| {
            let (from, to) = ((*from).max(since), to.unwrap_or(until).min(until));
            to.seconds_since(from).max(0.0)
        })
        .sum();
    (100.0 - away * 100.0 / whole).clamp(0.0, 100.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(minutes_run: i32, minutes_gap: i32, readings: i32, delay_ms: i64, alarms: i32) -> DayOf {
        DayOf {
            day: (2026, 11, 20),
            minutes_run,
            minutes_gap,
            longest_gap: minutes_gap,
            readings,
            delay_ms,
            delay_p95_ms: 0,
            ahead_ms: 0,
            alarms,
        }
    }

    #[test]
    fn a_machine_that_did_nothing_has_no_figures_and_no_zero() {
        assert_eq!(
            (gap_percent(&[]), mean_delay(&[]), alarms_per_hour(&[])),
            (None, None, None)
        );
        assert_eq!(alarms_per_hour(&[day(0, 0, 0, 0, 3)]), None);
    }

    #[test]
    fn days_are_weighed_by_what_they_measured() {
        let days = [day(240, 0, 100, 50_000, 2), day(60, 100, 300, 450_000, 8)];
        assert_eq!(gap_percent(&days), Some(25.0));
        assert_eq!(mean_delay(&days), Some(1.25));
        assert_eq!(alarms_per_hour(&days), Some(2.0));
    }

    #[test]
    fn out_of_service_counts_within_the_time_that_is_looked_at() {
        let at = |hours: f64| Moment(0).plus_seconds(hours * 3_600.0);
        let ready = |out: &[(Moment, Option<Moment>)]| ready_percent(out, at(0.0), at(100.0));
        assert_eq!(ready(&[]), 100.0);
        assert_eq!(
            ready(&[(at(-10.0), Some(at(10.0)))]),
            90.0,
            "what lay before is not counted"
        );
        assert_eq!(ready(&[(at(75.0), None)]), 75.0, "it lasts");
        assert_eq!(ready(&[(at(-5.0), Some(at(-1.0)))]), 100.0);
        assert_eq!(ready_percent(&[], at(1.0), at(1.0)), 100.0);
    }
}
