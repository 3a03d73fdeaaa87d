//! Alarms: what watches ([`rules`], [`patient_limits`]), listed, acknowledged, their sound paused, counted ([`budget`], and [`standing`] at the top of each page). Who is called when nobody answers says `on_call`. They are raised and ended by the recorder (`telemetry`), in the transaction of their readings.

mod acknowledge;
mod budget;
mod limits;
mod list;
pub(crate) mod row;
pub(crate) mod rules;
mod standing;

pub use acknowledge::{acknowledge, acknowledge_technical, is_for_technicians, pause_sound};
pub use budget::{BUDGET_DAYS, Budget, BudgetSource, BudgetWard, Counted, Source, budget};
pub use limits::{LimitLine, PatientLimits, end_patient_limit, patient_limits, set_patient_limit};
pub(crate) use list::{alarms_of_devices, alarms_of_stretch, technical_alarms};
pub use rules::{
    MachineRules, RuleBook, RuleLine, end_machine_rule, end_rule, machine_rules, rules, set_machine_rule, set_rule,
};
pub use standing::standing;
