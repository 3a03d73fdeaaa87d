//! Why somebody is needed at a chair, and who is needed first: the order of the board.

use domain::alerts::{Alarm, Priority, Side};
use domain::dialysis::before::Pressure;
use domain::dialysis::dangers::Held;
use domain::dialysis::during::EventKind;
use domain::dialysis::session::Stage;
use domain::ids::DeviceId;
use domain::live::PatientNow;
use domain::telemetry::Parameter;
use domain::time::Moment;

use super::unit::Seat;

/// Why somebody is needed at a chair. The order is that of the board, but that a danger stands before alarms that are not urgent (`place`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Need {
    /// An alarm waits for an answer.
    Alarm,
    /// Somebody wrote that something dangerous happened, and nobody what was done about it.
    Event,
    /// The newest pressure is below its threshold, or at its low limit.
    Pressure,
    /// The access was not well when somebody looked last.
    Access,
    /// The time is over and blood still runs.
    TimeIsOver,
    /// Nobody has come, and the time has.
    Late,
    /// A second person is wanted.
    SecondLook,
    /// A medicine waits for its witness.
    Witness,
    /// They are here and wait for the first look, or the start.
    Waits,
    /// What was looked at afterwards is to be written.
    LookAfter,
    /// A doctor's signature is wanted.
    Signature,
    /// Nothing.
    Nothing,
}

/// Who or what took a blood pressure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TakenBy {
    /// Somebody wrote it.
    Hand,
    /// The machine on which they are.
    Machine,
    /// A device beside it: a monitor.
    Monitor,
}

/// A pressure, when it was taken, and by what.
pub(super) type Took = (Pressure, Moment, TakenBy);

/// The newest blood pressure while blood runs, by hand or by a machine.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Newest {
    /// How much.
    pub pressure: Pressure,
    /// When it was written or measured.
    pub at: Moment,
    /// Who or what took it.
    pub taken_by: TakenBy,
    /// Below the threshold of whoever came with such a pressure, or at a low limit that judges there, as what is told once it is written ([`Held::out`]).
    pub is_low: bool,
}

/// The newer of what was written and of what a machine or a monitor measured, against what a pressure there is held against.
pub(super) fn newest(all: impl IntoIterator<Item = Took>, held: &Held) -> Option<Newest> {
    let (pressure, at, taken_by) = all.into_iter().max_by_key(|(_, at, _)| *at)?;
    Some(Newest {
        pressure,
        at,
        taken_by,
        is_low: held.out(pressure.systolic) == Some(Side::Low),
    })
}

/// When blood began to run, and since when they are on this machine.
pub(super) type Since = (Option<Moment>, Option<Moment>);

/// What a device is that measured something of theirs at that moment: the machine on which they were by then, or a monitor beside it while blood ran. What either measured of whoever was there
/// before is not theirs.
pub(super) fn theirs(
    one: &PatientNow,
    machine: Option<DeviceId>,
    (started, on_machine): Since,
    at: Moment,
) -> Option<TakenBy> {
    let (since, by) = match Some(one.device) == machine {
        true => (on_machine, TakenBy::Machine),
        false => (started, TakenBy::Monitor),
    };
    since.is_none_or(|since| at >= since).then_some(by)
}

/// What the devices that measure somebody know of their pressure, as far as it is theirs ([`theirs`]).
pub(super) fn of_devices(each: &[PatientNow], machine: Option<DeviceId>, since: Since) -> Vec<Took> {
    let measured = each.iter().filter_map(|one| {
        let (pressure, at) = measured(one)?;
        Some((pressure, at, theirs(one, machine, since, at)?))
    });
    measured.collect()
}

/// The pressure of a device; none of what it sends the wrong way round, and of two values of different times.
fn measured(now: &PatientNow) -> Option<(Pressure, Moment)> {
    let (above, at) = now.latest.get(Parameter::Systolic)?;
    let (below, with) = now.latest.get(Parameter::Diastolic)?;
    (below < above && at == with).then(|| (Pressure::of(f64::from(above), f64::from(below)), at))
}

/// The most urgent of the alarms that nobody has answered, of equals one that stands and the oldest: who works on one that is answered is there already.
pub(super) fn unanswered(alarms: Vec<Alarm>) -> Option<Alarm> {
    let open = alarms.into_iter().filter(Alarm::is_unanswered);
    open.min_by_key(|alarm| (alarm.priority, !alarm.is_standing(), alarm.raised_at, alarm.id))
}

/// The newest of the dangers about which somebody wrote nothing that was done since. One of the pressure is over with a newest pressure that is well, whoever took it.
pub(super) fn event(
    unanswered: impl IntoIterator<Item = (EventKind, Moment)>,
    newest: Option<Newest>,
) -> Option<EventKind> {
    let well_at = newest.filter(|newest| !newest.is_low).map(|newest| newest.at);
    let mut open = unanswered.into_iter();
    let newest = open.find(|(kind, at)| !(kind.is_of_pressure() && well_at.is_some_and(|well| well > *at)));
    newest.map(|(kind, _)| kind)
}

/// Whether somebody wrote what was done since the newest pressure. A typed time has minutes.
fn is_acted_on(seat: &Seat, newest: &Newest) -> bool {
    seat.acted.is_some_and(|acted| acted >= newest.at.minute())
}

/// Whether an alarm of the highest priority waits there.
fn is_urgent(seat: &Seat) -> bool {
    seat.alarm
        .as_ref()
        .is_some_and(|alarm| alarm.priority == Priority::High)
}

/// Why somebody is needed there.
pub(super) fn need(seat: &Seat, now: Moment) -> Need {
    /// How long after the booked time somebody counts as late, in seconds.
    const LATE: f64 = 15.0 * 60.0;
    let is_over = |from: Moment| now.seconds_since(from) > f64::from(seat.minutes) * 60.0;
    match seat.stage {
        Stage::Running if is_urgent(seat) => Need::Alarm,
        Stage::Running if seat.event.is_some() => Need::Event,
        Stage::Running if seat.alarm.is_some() => Need::Alarm,
        Stage::Running if seat.pressure.is_some_and(|newest| newest.is_low) => Need::Pressure,
        Stage::Running if seat.is_access_unwell => Need::Access,
        Stage::Running if seat.ran.0.is_some_and(is_over) => Need::TimeIsOver,
        Stage::Booked if now.seconds_since(seat.planned.0) > LATE => Need::Late,
        Stage::CheckedIn if seat.looked == (true, false) => Need::SecondLook,
        _ if seat.unwitnessed > 0 && !seat.stage.is_over() => Need::Witness,
        Stage::CheckedIn => Need::Waits,
        Stage::Closed | Stage::Interrupted if !seat.is_looked_after => Need::LookAfter,
        Stage::Closed | Stage::Interrupted => Need::Signature,
        _ => Need::Nothing,
    }
}

/// Who comes first: by why somebody is needed, of alarms the most urgent (a danger that somebody wrote stands behind those of the highest priority and before the others), of low pressures those about which nobody wrote what was done since and of these the lowest, then by the hour.
pub(super) fn place(seat: &Seat) -> impl Ord + use<> {
    let low = seat.pressure.filter(|_| seat.need == Need::Pressure);
    // Tenths of a mmHg have an order that a float has not.
    let low = low.map(|newest| {
        let tenths = (newest.pressure.systolic.0 * 10.0).round() as i64;
        (is_acted_on(seat, &newest), tenths)
    });
    let urgent = seat.alarm.as_ref().map(|alarm| alarm.priority);
    let is_behind_dangers = seat.need > Need::Event || seat.need == Need::Alarm && !is_urgent(seat);
    (is_behind_dangers, seat.need, urgent, low, seat.planned.0)
}

#[cfg(test)]
mod tests {
    use domain::alerts::{AlarmState, Bound, Kind, Measure, Of, Raise};
    use domain::dialysis::quantities::MmHg;
    use domain::ids::{AlarmId, PatientId};
    use domain::telemetry::{Latest, Promise, Reading};
    use uuid::Uuid;

    use super::*;

    const NOW: Moment = Moment::from_millis(1_795_341_600_000);

    fn minutes_ago(minutes: f64) -> Moment {
        NOW.plus_seconds(-minutes * 60.0)
    }

    /// Blood has run for an hour, and nothing is wanted.
    fn seat(name: &str) -> Seat {
        Seat {
            session: Uuid::nil(),
            patient: PatientId(Uuid::nil()),
            name: name.to_owned(),
            stage: Stage::Running,
            planned: (minutes_ago(70.0), minutes_ago(-230.0)),
            minutes: 240,
            ran: (Some(minutes_ago(60.0)), None),
            looked: (true, true),
            uf_goal: None,
            uf_removed: None,
            uf_at: None,
            pressure: None,
            is_looked_after: false,
            unwitnessed: 0,
            is_access_unwell: false,
            now: None,
            alarm: None,
            event: None,
            acted: None,
            need: Need::Nothing,
        }
    }

    fn alarm(priority: Priority, state: AlarmState) -> Alarm {
        let raise = Raise {
            kind: Kind::Limit(Parameter::VenousPressure, Side::High),
            priority,
            at: minutes_ago(2.0),
            value: Some(210.0),
            limit: Some(200.0),
        };
        let raised = Alarm::raised(AlarmId(Uuid::nil()), DeviceId(Uuid::nil()), None, raise);
        Alarm { state, ..raised }
    }

    fn acknowledged() -> AlarmState {
        AlarmState::Acknowledged {
            by: "B. Achieng".to_owned(),
            at: minutes_ago(1.0),
            note: None,
        }
    }

    /// Who came with such a pressure.
    fn came_with(before: f64) -> Held {
        Held {
            before: Some(MmHg(before)),
            ..Held::default()
        }
    }

    fn low(name: &str, systolic: f64) -> Seat {
        let written = [(Pressure::of(systolic, 50.0), minutes_ago(3.0), TakenBy::Hand)];
        Seat {
            pressure: newest(written, &came_with(140.0)),
            ..seat(name)
        }
    }

    #[test]
    fn the_board_stands_in_the_order_of_need() {
        let with = |name, alarms: &[Alarm]| Seat {
            alarm: unanswered(alarms.to_vec()),
            ..seat(name)
        };
        let mut seats = vec![
            seat("well"),
            with("answered", &[alarm(Priority::High, acknowledged())]),
            Seat {
                is_access_unwell: true,
                ..seat("access")
            },
            low("low", 88.0),
            Seat {
                acted: Some(minutes_ago(2.0)),
                ..low("acted on", 64.0)
            },
            Seat {
                event: Some(EventKind::NeedleDislodged),
                alarm: unanswered(vec![alarm(Priority::Low, AlarmState::Raised)]),
                ..low("needle", 80.0)
            },
            with("medium", &[alarm(Priority::Medium, AlarmState::Raised)]),
            low("lower", 71.0),
            Seat {
                ran: (Some(minutes_ago(241.0)), None),
                ..seat("over")
            },
            with(
                "high",
                &[
                    alarm(Priority::Low, AlarmState::Raised),
                    alarm(Priority::High, AlarmState::Gone { at: minutes_ago(1.0) }),
                ],
            ),
            Seat {
                stage: Stage::Booked,
                planned: (minutes_ago(16.0), minutes_ago(-240.0)),
                ..seat("late")
            },
        ];
        for seat in &mut seats {
            seat.need = need(seat, NOW);
        }
        seats.sort_by_key(place);
        let names: Vec<&str> = seats.iter().map(|seat| seat.name.as_str()).collect();
        assert_eq!(
            names,
            [
                "high", "needle", "medium", "lower", "low", "acted on", "access", "over", "late", "well", "answered"
            ]
        );
    }

    #[test]
    fn of_alarms_the_most_urgent_that_nobody_answered_is_named_and_of_equals_the_one_that_stands() {
        let gone = alarm(Priority::High, AlarmState::Gone { at: minutes_ago(1.0) });
        let stands = Alarm {
            raised_at: minutes_ago(0.5),
            ..alarm(Priority::High, AlarmState::Raised)
        };
        let all = vec![alarm(Priority::Low, AlarmState::Raised), gone, stands.clone()];
        assert_eq!(unanswered(all), Some(stands));
        assert_eq!(unanswered(vec![alarm(Priority::High, acknowledged())]), None);
    }

    #[test]
    fn a_danger_waits_for_what_was_done_and_one_of_the_pressure_for_a_pressure_that_is_well() {
        let at = |systolic: f64, minutes: f64| {
            let written = [(Pressure::of(systolic, 50.0), minutes_ago(minutes), TakenBy::Hand)];
            newest(written, &came_with(140.0))
        };
        let fainted = (EventKind::Fainted, minutes_ago(10.0));
        let air = (EventKind::Air, minutes_ago(20.0));
        assert_eq!(event([fainted, air], None), Some(EventKind::Fainted));
        assert_eq!(event([fainted], at(120.0, 5.0)), None, "well since");
        assert_eq!(
            event([fainted], at(120.0, 12.0)),
            Some(EventKind::Fainted),
            "well before"
        );
        assert_eq!(event([fainted], at(84.0, 5.0)), Some(EventKind::Fainted), "not well");
        assert_eq!(
            event([fainted, air], at(120.0, 5.0)),
            Some(EventKind::Air),
            "a pressure says nothing of air"
        );
        assert_eq!(event([], None), None);
    }

    #[test]
    fn of_pressures_the_newest_counts_whoever_took_it() {
        let (written, machine) = ((Pressure::of(84.0, 50.0), 20.0), (Pressure::of(118.0, 70.0), 2.0));
        let at = |(pressure, minutes): (Pressure, f64), by| (pressure, minutes_ago(minutes), by);
        let both = |machine| [at(written, TakenBy::Hand), at(machine, TakenBy::Machine)];
        let found = newest(both(machine), &came_with(140.0)).unwrap();
        assert_eq!(
            (found.at, found.taken_by, found.is_low),
            (minutes_ago(2.0), TakenBy::Machine, false),
            "it has risen again"
        );
        let old = (machine.0, 40.0);
        let found = newest(both(old), &came_with(140.0)).unwrap();
        assert_eq!(
            (found.pressure, found.taken_by, found.is_low),
            (written.0, TakenBy::Hand, true),
            "the machine is silent"
        );
        // Who comes with 160 mmHg and more is held against 100.
        let found = |before| {
            let written = [at((Pressure::of(96.0, 60.0), 1.0), TakenBy::Hand)];
            newest(
                written,
                &Held {
                    before,
                    ..Held::default()
                },
            )
            .unwrap()
            .is_low
        };
        assert_eq!(
            [Some(MmHg(160.0)), Some(MmHg(150.0)), None].map(found),
            [true, false, false]
        );
        assert_eq!(newest([], &Held::default()), None);
    }

    #[test]
    fn a_pressure_at_the_patients_own_low_limit_is_low_on_the_board() {
        let own = |side, raise| Bound {
            parameter: Parameter::Systolic,
            side,
            raise,
            measure: Measure::Value,
            of: Of::Patient,
        };
        let at = |systolic: f64, bounds: &[Bound]| {
            let written = [(Pressure::of(systolic, 50.0), minutes_ago(1.0), TakenBy::Hand)];
            let held = Held {
                bounds: bounds.to_vec(),
                ..came_with(140.0)
            };
            newest(written, &held).unwrap().is_low
        };
        let bounds = [own(Side::Low, 110.0), own(Side::High, 180.0)];
        assert_eq!([110.0, 111.0, 190.0].map(|it| at(it, &bounds)), [true, false, false]);
        assert!(at(84.0, &[]), "by the definition");
    }

    /// What a device knows: of each time ago, in minutes, what it measured.
    fn device(number: u128, told: &[(f64, Parameter, f32)]) -> PatientNow {
        let mut now = PatientNow {
            patient: PatientId(Uuid::nil()),
            device: DeviceId(Uuid::from_u128(number)),
            latest: Latest::default(),
            promise: Promise::default(),
            heard_at: Some(NOW),
            silent: false,
            last_score: None,
            replay_since: None,
            too_young: false,
        };
        for (minutes, parameter, value) in told {
            let mut reading = Reading {
                taken_at: minutes_ago(*minutes),
                ..Reading::default()
            };
            reading.values.set(*parameter, Some(*value));
            now.latest.apply(&reading);
        }
        now
    }

    #[test]
    fn a_monitor_counts_since_blood_runs_and_a_pair_is_of_one_time() {
        use Parameter::{Diastolic, Systolic};
        let pair = |minutes, above, below| [(minutes, Systolic, above), (minutes, Diastolic, below)];
        let machine = device(1, &pair(40.0, 120.0, 70.0));
        let monitor = device(2, &pair(5.0, 96.0, 58.0));
        let on = Some(DeviceId(Uuid::from_u128(1)));
        // Blood runs for an hour; they are on this machine for half an hour.
        let since = (Some(minutes_ago(60.0)), Some(minutes_ago(30.0)));
        let found = of_devices(&[machine, monitor], on, since);
        assert_eq!(
            found,
            [(Pressure::of(96.0, 58.0), minutes_ago(5.0), TakenBy::Monitor)],
            "the machine measured somebody else"
        );
        let of = |told: &[(f64, Parameter, f32)]| of_devices(&[device(2, told)], on, since);
        assert_eq!(of(&pair(90.0, 96.0, 58.0)), [], "before blood ran");
        assert_eq!(of(&[(5.0, Systolic, 96.0), (9.0, Diastolic, 58.0)]), [], "of two times");
        assert_eq!(of(&pair(5.0, 58.0, 96.0)), [], "the wrong way round");
    }
}
