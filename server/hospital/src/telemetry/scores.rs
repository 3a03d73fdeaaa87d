//! NEWS2 over the last day, for the chart. Scores are not stored: they follow from the readings, so that a reading that comes late, or a session that is
//! corrected, corrects them too. The newest value of each part in every two minutes is enough for that.

use domain::ids::PatientId;
use domain::live::LastScore;
use domain::news2::{self, Evaluation, Scale};
use domain::telemetry::{Consciousness, Latest, Oxygen, OxygenDevice, Parameter, Promise, Reading};
use domain::time::Moment;

use crate::ctx::Tx;
use crate::error::Result;
use crate::time::{from_db, to_db};

/// What a monitor measures by itself: its values count for two of its intervals.
const OF_MONITOR: [Parameter; 3] = [Parameter::HeartRate, Parameter::Spo2, Parameter::Respiration];

/// Under which rules a day is scored.
#[derive(Clone, Debug)]
pub(super) struct Rules {
    pub scale: Scale,
    /// What the device promises now.
    pub promise: Promise,
    /// When a replay began, in a demo: before it, values came as far apart as they were recorded.
    pub replay_since: Option<Moment>,
}

/// Every complete score between `since` and `until` that differs from the one before.
pub(super) async fn scores(
    tx: &mut Tx,
    patient: PatientId,
    (since, until): (Moment, Moment),
    rules: Rules,
) -> Result<Vec<LastScore>> {
    let rows = sqlx::query!(
        r#"SELECT max(r.taken_at) AS "taken_at!",
                  (array_agg(r.heart_rate    ORDER BY r.taken_at DESC) FILTER (WHERE r.heart_rate    IS NOT NULL))[1] AS heart_rate,
                  (array_agg(r.spo2          ORDER BY r.taken_at DESC) FILTER (WHERE r.spo2          IS NOT NULL))[1] AS spo2,
                  (array_agg(r.respiration   ORDER BY r.taken_at DESC) FILTER (WHERE r.respiration   IS NOT NULL))[1] AS respiration,
                  (array_agg(r.systolic      ORDER BY r.taken_at DESC) FILTER (WHERE r.systolic      IS NOT NULL))[1] AS systolic,
                  (array_agg(r.temperature   ORDER BY r.taken_at DESC) FILTER (WHERE r.temperature   IS NOT NULL))[1] AS temperature,
                  (array_agg(r.consciousness ORDER BY r.taken_at DESC) FILTER (WHERE r.consciousness IS NOT NULL))[1] AS consciousness,
                  (array_agg(r.oxygen_device ORDER BY r.taken_at DESC) FILTER (WHERE r.oxygen_device IS NOT NULL))[1] AS oxygen_device,
                  (array_agg(r.oxygen_litres ORDER BY r.taken_at DESC) FILTER (WHERE r.oxygen_device IS NOT NULL))[1] AS oxygen_litres,
                  (array_agg(r.oxygen_fio2   ORDER BY r.taken_at DESC) FILTER (WHERE r.oxygen_device IS NOT NULL))[1] AS oxygen_fio2
             FROM joined($1) AS j
             JOIN device_session s ON s.patient_id = j.id AND s.hospital_id = coalesce(j.held_by, s.hospital_id)
             JOIN reading r ON r.device_id = s.device_id AND s.during @> r.taken_at
            WHERE s.during && tstzrange($2, $3, '[]') AND r.taken_at >= $2 AND r.taken_at <= $3
            GROUP BY date_bin('2 minutes', r.taken_at, $2)
            ORDER BY 1"#,
        patient.0,
        to_db(since),
        to_db(until),
    )
    .fetch_all(&mut **tx)
    .await?;
    let readings: Vec<Reading> = rows
        .into_iter()
        .map(|row| {
            let mut reading = Reading {
                taken_at: from_db(row.taken_at),
                consciousness: row.consciousness.as_deref().and_then(Consciousness::parse),
                oxygen: row
                    .oxygen_device
                    .as_deref()
                    .and_then(OxygenDevice::parse)
                    .map(|device| Oxygen {
                        device,
                        litres_per_min: row.oxygen_litres,
                        fio2: row.oxygen_fio2,
                    }),
                ..Reading::default()
            };
            for (parameter, value) in [
                (Parameter::HeartRate, row.heart_rate),
                (Parameter::Spo2, row.spo2),
                (Parameter::Respiration, row.respiration),
                (Parameter::Systolic, row.systolic),
                (Parameter::Temperature, row.temperature),
            ] {
                reading.values.set(parameter, value);
            }
            reading
        })
        .collect();
    Ok(history(&readings, &rules))
}

fn history(readings: &[Reading], rules: &Rules) -> Vec<LastScore> {
    let promise = usual(readings, rules);
    let (mut latest, mut last, mut scores) = (Latest::default(), None::<LastScore>, Vec::new());
    for reading in readings {
        latest.apply(reading);
        let at = reading.taken_at;
        if let Evaluation::Scored(scored) = news2::evaluate(&latest, &promise, rules.scale, last, at) {
            let next = LastScore::next(last, scored.score, scored.three_in_one, at);
            let differs = |last: LastScore| (last.score, last.three_in_one) != (next.score, next.three_in_one);
            if last.is_none_or(differs) {
                scores.push(next);
            }
            last = Some(next);
        }
    }
    scores
}

/// How far apart the monitor's values came: what is promised now, or before a replay the distance that nine of ten kept.
fn usual(readings: &[Reading], rules: &Rules) -> Promise {
    let mut promise = rules.promise.clone();
    for parameter in OF_MONITOR {
        let measured = readings
            .iter()
            .filter(|reading| reading.values.get(parameter).is_some())
            .map(|reading| reading.taken_at)
            .filter(|at| rules.replay_since.is_none_or(|since| *at < since));
        let measured: Vec<Moment> = measured.collect();
        let mut apart: Vec<f64> = measured.windows(2).map(|pair| pair[1].seconds_since(pair[0])).collect();
        apart.sort_by(f64::total_cmp);
        let kept = apart.get(apart.len() * 9 / 10).copied().unwrap_or(0.0) as f32;
        promise.set(parameter, Some(promise.interval(parameter).max(kept)));
    }
    promise
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reading(minute: i64, heart_rate: f32, all: bool) -> Reading {
        let mut reading = Reading {
            taken_at: Moment(1_795_341_600_000_000 + minute * 60_000_000),
            ..Reading::default()
        };
        reading.values.set(Parameter::HeartRate, Some(heart_rate));
        reading.values.set(Parameter::Spo2, Some(97.0));
        reading.values.set(Parameter::Respiration, Some(16.0));
        if all {
            reading.values.set(Parameter::Systolic, Some(120.0));
            reading.values.set(Parameter::Temperature, Some(36.8));
            reading.consciousness = Some(Consciousness::A);
            reading.oxygen = Some(Oxygen {
                device: OxygenDevice::RoomAir,
                litres_per_min: None,
                fio2: None,
            });
        }
        reading
    }

    #[test]
    fn a_day_is_the_scores_that_differ_and_none_before_every_part_is_there() {
        let rules = Rules {
            scale: Scale::One,
            promise: Promise::default(),
            replay_since: None,
        };
        let day = [
            reading(0, 72.0, false),
            reading(60, 72.0, true),
            reading(120, 95.0, false),
            reading(180, 96.0, false),
            reading(240, 131.0, false),
        ];
        let scores: Vec<(u8, Option<i8>)> = history(&day, &rules)
            .into_iter()
            .map(|score| (score.score, score.change()))
            .collect();
        assert_eq!(scores, [(0, None), (1, Some(1)), (3, Some(2))]);
        let hourly = usual(&day, &rules).interval(Parameter::HeartRate);
        assert!((hourly - 3_600.0).abs() < 1.0, "values came every hour: {hourly}");
    }
}
