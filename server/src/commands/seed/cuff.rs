//! Blood pressures that two dialysis machines of the demo send, as their cuffs took them: recorded ones of people in intensive care, of whom nobody sits at these chairs. The fall is stay
//! 29276678 of the MIMIC-IV Clinical Database Demo 2.2, the steady ones are record s00001 of the MIMIC-II Waveform Database (`server/demo/README.md`; `server/demo/pressures.py` took them).

use domain::telemetry::{Parameter, Reading, SystemStatus, Values};
use domain::time::Moment;
use serde::Deserialize;

use super::hospitals::rows;

/// Which chair's machine sends which: the fall is lowest in the minute 133, and at the fifth chair blood runs for 135 minutes when the demo is filled.
const AT: [(i16, &str, &str); 2] = [
    (
        5,
        "pressures_01.csv",
        include_str!("../../../demo/recordings/pressures_01.csv"),
    ),
    (
        7,
        "pressures_02.csv",
        include_str!("../../../demo/recordings/pressures_02.csv"),
    ),
];

/// A pressure, and the minute of the treatment in which it was taken.
#[derive(Clone, Copy, Debug, Deserialize)]
struct Row {
    minute: u32,
    systolic: f32,
    diastolic: f32,
}

/// What the cuffs take, by chair.
#[derive(Clone, Debug, Default)]
pub(super) struct Cuffs(Vec<(i16, Vec<Row>)>);

impl Cuffs {
    pub fn read() -> Result<Self, String> {
        let mut all = Vec::new();
        for (chair, name, text) in AT {
            all.push((chair, rows::<Row>(text, name)?));
        }
        Ok(Self(all))
    }

    /// What the cuff at a chair, where blood runs since `began`, took after one moment until another.
    pub fn taken(&self, chair: Option<i16>, began: Moment, (after, until): (Moment, Moment)) -> Vec<Reading> {
        let rows = self.0.iter().find(|(of, _)| Some(*of) == chair);
        let rows = rows.into_iter().flat_map(|(_, rows)| rows);
        let readings = rows.map(|row| (began.plus_seconds(f64::from(row.minute) * 60.0), row));
        readings
            .filter(|(at, _)| *at > after && *at <= until)
            .map(|(at, row)| {
                let mut values = Values::default();
                values.set(Parameter::Systolic, Some(row.systolic));
                values.set(Parameter::Diastolic, Some(row.diastolic));
                Reading {
                    // Whatever else the machine shows in that moment is another reading.
                    seq: at.millis() + 1,
                    taken_at: at,
                    values,
                    system_status: Some(SystemStatus::Normal),
                    ..Reading::default()
                }
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cuff_tells_each_pressure_once_and_in_its_minute() {
        let cuffs = Cuffs::read().unwrap();
        let at = |minute: f64| Moment(0).plus_seconds(minute * 60.0);
        let taken = |chair, from, until| {
            let taken = cuffs.taken(chair, at(0.0), (at(from), at(until)));
            let of = |reading: &Reading, parameter| reading.values.get(parameter).unwrap();
            let both = taken.iter().map(|it| {
                assert!(of(it, Parameter::Diastolic) < of(it, Parameter::Systolic));
                of(it, Parameter::Systolic)
            });
            both.collect::<Vec<_>>()
        };
        // It falls from 159 to 77, and half an hour later it has risen again.
        assert_eq!(taken(Some(5), -1.0, 135.0), [142.0, 154.0, 159.0, 106.0, 77.0]);
        assert_eq!(taken(Some(5), 132.9, 133.0), [77.0]);
        assert!(taken(Some(5), 133.0, 147.9).is_empty());
        assert!(taken(Some(5), 133.0, 240.0).iter().all(|systolic| *systolic > 100.0));
        // The other is steady, from the start on.
        let steady = taken(Some(7), -1.0, 240.0);
        assert!(
            steady.len() == 17 && steady.iter().all(|systolic| (115.0..=145.0).contains(systolic)),
            "{steady:?}"
        );
        assert!(taken(Some(1), -1.0, 240.0).is_empty() && taken(None, -1.0, 240.0).is_empty());
    }
}
