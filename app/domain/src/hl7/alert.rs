//! ORU^R40 (IHE PCD-04): a machine says that an alarm begins, goes on or ends. Each order (OBR) is one alarm; its facets are observations with ids of their own
//! (ISO/IEEE 11073-10101: 68481 event phase, 68482 alarm state, 68484 alarm priority), and the event itself is the value of another.

use super::observe::shown;
use super::syntax::Segment;
use crate::telemetry::SystemStatus;
use crate::time::Moment;

/// One alarm of a machine as a message tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alert {
    /// Its code: the reference id of the event where there is one.
    pub code: String,
    /// Whether it stands.
    pub stands: bool,
    /// How grave it is: a high priority is a danger, a lower one a warning, what only informs is neither.
    pub grade: SystemStatus,
    /// When this was so.
    pub at: Moment,
}

/// What is known of the alarm of one order so far.
#[derive(Default)]
pub(super) struct Draft {
    code: String,
    at: Option<Moment>,
    phase: String,
    state: String,
    grade: Option<SystemStatus>,
}

impl Draft {
    /// Hears an observation at `at`; answers whether it was a facet of an alarm.
    pub(super) fn hear(&mut self, obx: &Segment<'_>, at: Option<Moment>) -> bool {
        let id = (obx.part(3, 1), obx.part(3, 2));
        let says = |code: &str, name: &str| id.0 == code || id.1 == name;
        if says("68481", "MDC_ATTR_EVENT_PHASE") {
            self.phase = obx.part(5, 1).to_lowercase();
        } else if says("68482", "MDC_ATTR_ALARM_STATE") {
            self.state = obx.part(5, 1).to_lowercase();
        } else if says("68484", "MDC_ATTR_ALARM_PRIORITY") {
            self.grade = grade(&obx.part(5, 1)).or(self.grade);
        } else if self.code.is_empty() && is_event(obx, &id.1) {
            let (code, name) = (obx.part(5, 1), obx.part(5, 2));
            let named = if name.is_empty() { code } else { name };
            self.code = shown(named);
            self.at = at;
            let flags = obx.repetitions(8).map(|flag| obx.component(flag, 1));
            self.grade = flags.filter_map(|flag| grade(&flag)).next().or(self.grade);
        } else {
            return false;
        }
        true
    }

    /// The alarm of the order, when it told one. What happened in a moment and lasts not (`tpoint`) is none that stands.
    pub(super) fn finish(self) -> Option<Alert> {
        if self.code.is_empty() {
            return None;
        }
        let by_state = match self.state.as_str() {
            "active" | "latched" => Some(true),
            "inactive" | "off" => Some(false),
            _ => None,
        };
        let by_phase = matches!(
            self.phase.as_str(),
            "start" | "continue" | "present" | "update" | "escalate" | "de-escalate"
        );
        // An end is an end, also of an alarm that is still told as active.
        let stands = !matches!(self.phase.as_str(), "end" | "reset" | "tpoint") && by_state.unwrap_or(by_phase);
        Some(Alert {
            code: self.code,
            stands,
            grade: self.grade.unwrap_or(SystemStatus::Warning),
            at: self.at?,
        })
    }
}

/// Whether an observation's value is the event of an alarm: it is one by its id (`MDC_EVT_ALARM`), or its value is an event of the nomenclature.
fn is_event(obx: &Segment<'_>, name: &str) -> bool {
    let coded = matches!(obx.field(2).trim(), "CWE" | "CNE" | "CE");
    name.starts_with("MDC_EVT_") || (coded && obx.part(5, 2).starts_with("MDC_EVT_"))
}

/// Priorities as IHE PCD-04 writes them: high, medium, low, informing, none.
fn grade(text: &str) -> Option<SystemStatus> {
    Some(match text {
        "PH" => SystemStatus::Danger,
        "PM" | "PL" => SystemStatus::Warning,
        "PI" | "PN" => SystemStatus::Normal,
        _ => return None,
    })
}
