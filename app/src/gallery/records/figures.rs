//! A hospital in figures: how full its dialysis was, which machine stands, how many alarms nobody answered.

use domain::alerts::{Priority, Side};
use domain::dialysis::places::Day;
use domain::dialysis::session::Absence;
use domain::telemetry::Parameter;
use hospital::alerts::{Budget, BudgetSource, BudgetWard, Counted, Source};
use hospital::dialysis::diary::Unit;
use hospital::dialysis::diary::figures::{Downtime, Figures, ShiftFigures, UnitFigures, Week};
use ui::gallery::NOW;

use super::{HERE, WARD, ago};

/// Four weeks of eight chairs: the morning is nearly full, the afternoon is not, and a machine is out of service.
pub fn dialysis_in_figures() -> Figures {
    let first = Day(NOW / 86_400_000).plus(-28);
    let shift = |name: &str, held, missed, called_off| ShiftFigures {
        shift: name.into(),
        places: 192,
        held,
        missed,
        called_off,
    };
    let week = |number: i64, held, missed| Week {
        first: first.plus(7 * number),
        held,
        missed,
    };
    let stood = |device: &str, hours: f64, times, is_out| Downtime {
        device: device.into(),
        hours,
        part: hours / (28.0 * 24.0),
        times,
        is_out,
    };
    Figures {
        first,
        units: vec![UnitFigures {
            unit: Unit {
                ward: HERE,
                name: WARD.into(),
            },
            chairs: 8,
            shifts: vec![shift("Morning", 181, 4, 3), shift("Afternoon", 143, 7, 5)],
            weeks: vec![week(0, 80, 2), week(1, 82, 3), week(2, 79, 5), week(3, 83, 1)],
            absent: vec![(Absence::Transport, 6), (Absence::Ill, 5)],
            early: 6,
        }],
        downtime: vec![
            stood("Machine D-03", 62.0, 2, true),
            stood("Machine D-11", 9.0, 1, false),
        ],
    }
}

/// The alarms of a day on the ward.
pub fn alarms_of_day() -> Budget {
    let counted = |alarms, unanswered, median| Counted {
        alarms,
        unanswered,
        median: Some(median),
    };
    let ward = BudgetWard {
        name: WARD.into(),
        hours: 252.0,
        counted: counted(64, 7, 41.0),
    };
    Budget {
        rendered_at: ago(0),
        days: 1,
        whole: BudgetWard {
            name: String::new(),
            ..ward.clone()
        },
        wards: vec![ward],
        sources: vec![BudgetSource {
            source: Source::Limit(Parameter::Spo2, Side::Low),
            priority: Priority::High,
            counted: counted(64, 7, 41.0),
        }],
        by_day: vec![64],
    }
}
