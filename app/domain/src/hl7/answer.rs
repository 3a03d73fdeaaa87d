//! The acknowledgement: what became of a message, and the faults that led to it (HL7 2.5.1 chapters 2.9 and 2.15.5, table 0357).

use super::head::Head;
use super::syntax::escaped;
use crate::time::{Moment, rfc3339};

/// Faults that one answer names, at most.
const MOST_FAULTS: usize = 16;

/// What became of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is stored.
    Accepted,
    /// Its content is at fault: the same message again is refused again.
    Error,
    /// It is not taken, whatever it says: its type, who sends it, or the state of this server.
    Rejected,
}

impl Verdict {
    /// The code of the application's answer.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Accepted => "AA",
            Self::Error => "AE",
            Self::Rejected => "AR",
        }
    }

    /// The code where only the arrival is asked for.
    pub(super) const fn of_arrival(self) -> &'static str {
        match self {
            Self::Accepted => "CA",
            Self::Error => "CE",
            Self::Rejected => "CR",
        }
    }
}

/// How grave a fault is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// What it is about was not taken.
    Error,
    /// It was taken, and somebody should look.
    Warning,
}

/// The kinds of faults (HL7 table 0357).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Code {
    /// Segments are missing or stand in a wrong order.
    Sequence,
    /// A field is missing.
    Required,
    /// A field is not what it should be.
    DataType,
    /// A code is not known.
    TableValue,
    /// The type of message is not taken.
    MessageType,
    /// The event is not taken.
    EventCode,
    /// Not in production.
    Processing,
    /// A version that is not read.
    Version,
    /// A sender or a machine that is not known.
    UnknownKey,
    /// A fault of ours, or too much at once: the same again later may pass.
    Internal,
}

impl Code {
    /// Number and words of the table.
    const fn facts(self) -> (u16, &'static str) {
        match self {
            Self::Sequence => (100, "Segment sequence error"),
            Self::Required => (101, "Required field missing"),
            Self::DataType => (102, "Data type error"),
            Self::TableValue => (103, "Table value not found"),
            Self::MessageType => (200, "Unsupported message type"),
            Self::EventCode => (201, "Unsupported event code"),
            Self::Processing => (202, "Unsupported processing id"),
            Self::Version => (203, "Unsupported version id"),
            Self::UnknownKey => (204, "Unknown key identifier"),
            Self::Internal => (207, "Application internal error"),
        }
    }
}

/// One fault, with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Its kind.
    pub code: Code,
    /// How grave it is.
    pub severity: Severity,
    /// In which segment.
    pub segment: &'static str,
    /// Which of them, from 1.
    pub sequence: usize,
    /// In which field; 0 for the segment as a whole.
    pub field: usize,
    /// A sentence that says what would be right. It never repeats a value.
    pub says: String,
}

impl Fault {
    /// A fault in the first segment of this name.
    pub fn error(code: Code, segment: &'static str, field: usize, says: &str) -> Self {
        Self {
            code,
            severity: Severity::Error,
            segment,
            sequence: 1,
            field,
            says: says.to_owned(),
        }
    }

    /// The same in another segment of this name.
    #[must_use]
    pub const fn at(mut self, sequence: usize) -> Self {
        self.sequence = sequence;
        self
    }

    /// The same, as something to look at.
    #[must_use]
    pub const fn as_warning(mut self) -> Self {
        self.severity = Severity::Warning;
        self
    }
}

/// What is answered to a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// What became of it.
    pub verdict: Verdict,
    /// Why, where there is something to say.
    pub faults: Vec<Fault>,
}

impl Answer {
    /// A refusal for one reason.
    pub fn refusal(verdict: Verdict, fault: Fault) -> Self {
        Self {
            verdict,
            faults: vec![fault],
        }
    }
}

/// Writes the acknowledgement of the message with this header, at `now` under our own control id; none when the sender wants none.
pub fn write(head: &Head, answer: &Answer, now: Moment, id: &str) -> Option<String> {
    let code = head.wants.code(answer.verdict)?;
    let [application, facility] = &head.receiver;
    let application = if application.is_empty() {
        "WARDLIGHT"
    } else {
        application
    };
    let event = head
        .kind
        .get(1)
        .map(|event| escaped(event))
        .filter(|event| !event.is_empty());
    let kind = event.map_or_else(|| "ACK".to_owned(), |event| format!("ACK^{event}^ACK"));
    let version = if head.version.is_empty() {
        "2.6".to_owned()
    } else {
        escaped(&head.version)
    };
    let processing = if head.processing.is_empty() {
        "P".to_owned()
    } else {
        escaped(&head.processing)
    };
    let mut text = format!(
        "MSH|^~\\&|{application}|{facility}|{}|{}|{}||{kind}|{}|{processing}|{version}||||||UNICODE UTF-8\rMSA|{code}|{}\r",
        head.application,
        head.facility,
        stamp(now),
        escaped(id),
        head.control,
    );
    let old = is_older_than_2_5(&head.version);
    for fault in answer.faults.iter().take(MOST_FAULTS) {
        text.push_str(&error(fault, old));
    }
    Some(text)
}

/// ERR. Since 2.5 location, code and severity have fields of their own; before, all stood in the first.
fn error(fault: &Fault, old: bool) -> String {
    let (number, words) = fault.code.facts();
    let place = match fault.field {
        0 => format!("{}^{}", fault.segment, fault.sequence),
        field => format!("{}^{}^{field}", fault.segment, fault.sequence),
    };
    if old {
        let field = if fault.field == 0 { "^" } else { "" };
        return format!("ERR|{place}{field}^{number}&{words}&HL70357\r");
    }
    let severity = match fault.severity {
        Severity::Error => "E",
        Severity::Warning => "W",
    };
    format!(
        "ERR||{place}|{number}^{words}^HL70357|{severity}||||{}\r",
        escaped(&fault.says)
    )
}

fn is_older_than_2_5(version: &str) -> bool {
    ["2.1", "2.2", "2.3", "2.4"].iter().any(|old| version.starts_with(old))
}

/// `20261122100000+0000`.
fn stamp(at: Moment) -> String {
    let digits: String = rfc3339(at).chars().take(19).filter(char::is_ascii_digit).collect();
    format!("{digits}+0000")
}
