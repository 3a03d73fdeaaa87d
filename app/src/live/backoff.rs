//! How long to wait before the next try: at random between nothing and a bound that doubles ("full jitter"), so that a thousand
//! pages do not come back in the same moment after a restart.

/// The first bound, in milliseconds.
const FIRST: f64 = 500.0;
/// The last bound, in milliseconds.
const LAST: f64 = 15_000.0;

/// Milliseconds to wait before try number `tries` (0 is the first after a loss); `chance` lies in 0..1.
pub(super) fn wait(tries: u32, chance: f64) -> u32 {
    let bound = (FIRST * 2_f64.powi(tries.min(16) as i32)).min(LAST);
    (bound * chance.clamp(0.0, 1.0)) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bound_doubles_from_half_a_second_to_fifteen_seconds() {
        let bounds: Vec<u32> = (0..7).map(|tries| wait(tries, 1.0)).collect();
        assert_eq!(bounds, [500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000]);
        assert_eq!(wait(u32::MAX, 1.0), 15_000);
    }

    #[test]
    fn chance_spreads_the_tries_over_all_of_it() {
        assert_eq!((wait(3, 0.0), wait(3, 0.25), wait(3, 0.5)), (0, 1_000, 2_000));
    }
}
