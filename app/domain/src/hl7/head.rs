//! MSH: who sends what, and which answers they want.

use super::answer::{Code, Fault, Verdict};
use super::syntax::{Message, Segment, Signs, escaped};

/// The longest control id, as HL7 2.6 has it.
const LONGEST_ID: usize = 199;
/// The longest name that is kept of an application or a facility.
const LONGEST_NAME: usize = 227;

/// What a header says. What stands in its field for secrets (MSH-8) is not part of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// Sending application, as it is written back (MSH-3).
    pub application: String,
    /// Sending facility, as it is written back (MSH-4).
    pub facility: String,
    /// Receiving application and facility (MSH-5, MSH-6): the name under which we are spoken to.
    pub receiver: [String; 2],
    /// Type and event: `ORU`, `R01`.
    pub kind: [String; 2],
    /// The message's control id (MSH-10), which the answer repeats.
    pub control: String,
    /// P, T or D (MSH-11).
    pub processing: String,
    /// The version: `2.6`.
    pub version: String,
    /// Which answers are wanted.
    pub wants: Wants,
}

/// Which answers the sender wants (MSH-15 and MSH-16, HL7 table 0155).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wants {
    accept: Condition,
    application: Condition,
    /// Whether either was said: the enhanced mode. Without it every message is answered for what became of it.
    enhanced: bool,
}

/// When an answer is wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Condition {
    #[default]
    Never,
    Always,
    OnError,
    OnSuccess,
}

impl Condition {
    fn read(text: &str) -> Self {
        match text {
            "AL" => Self::Always,
            "ER" => Self::OnError,
            "SU" => Self::OnSuccess,
            _ => Self::Never,
        }
    }

    const fn holds(self, success: bool) -> bool {
        match self {
            Self::Never => false,
            Self::Always => true,
            Self::OnError => !success,
            Self::OnSuccess => success,
        }
    }
}

impl Wants {
    /// The acknowledgement code to send for `verdict`; none when none is wanted. We answer when the work is done, so that what became of a message says also that
    /// it arrived: one answer, `AA`, `AE` or `AR`, where both are wanted, and `CA`, `CE` or `CR` where only the arrival is asked for.
    pub fn code(self, verdict: Verdict) -> Option<&'static str> {
        let success = verdict == Verdict::Accepted;
        if !self.enhanced || self.application.holds(success) {
            return Some(verdict.code());
        }
        self.accept.holds(success).then(|| verdict.of_arrival())
    }
}

impl Head {
    /// Of a message.
    pub fn of(message: &Message<'_>) -> Self {
        let msh = message.header();
        let (accept, application) = (msh.part(15, 1), msh.part(16, 1));
        Self {
            application: written(&msh, 3, LONGEST_NAME),
            facility: written(&msh, 4, LONGEST_NAME),
            receiver: [written(&msh, 5, LONGEST_NAME), written(&msh, 6, LONGEST_NAME)],
            kind: [msh.part(9, 1), msh.part(9, 2)],
            control: written(&msh, 10, LONGEST_ID),
            processing: msh.part(11, 1),
            version: msh.part(12, 1),
            wants: Wants {
                enhanced: !(accept.is_empty() && application.is_empty()),
                accept: Condition::read(&accept),
                application: Condition::read(&application),
            },
        }
    }

    /// Type and event as one text: `ORU^R01`.
    pub fn kind(&self) -> String {
        let [kind, event] = &self.kind;
        format!("{kind}^{event}")
    }

    /// The counter that the readings of this message get: the same for the same sender and control id, so that a message that is sent again is known again. (FNV-1a, 64
    /// bits; the sign is left out.)
    pub fn counter(&self) -> i64 {
        let text = [&self.application, &self.facility, &self.control];
        let bytes = text.iter().flat_map(|part| part.bytes().chain([0x1f]));
        let hash = bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
        (hash >> 1).cast_signed()
    }

    /// Whether it is a message that is understood here, and meant in earnest.
    ///
    /// # Errors
    /// The fault for which it is refused, and how it is refused.
    pub fn check(&self) -> Result<(), (Verdict, Fault)> {
        let [kind, event] = &self.kind;
        let refuse = |code, field, says: &str| Err((Verdict::Rejected, Fault::error(code, "MSH", field, says)));
        if self.control.is_empty() {
            let fault = Fault::error(Code::Required, "MSH", 10, "Give the message a control id.");
            return Err((Verdict::Error, fault));
        }
        if kind != "ORU" {
            return refuse(
                Code::MessageType,
                9,
                "Messages of this type are not taken here. Send ORU^R01 or ORU^R40.",
            );
        }
        if event != "R01" && event != "R40" {
            return refuse(
                Code::EventCode,
                9,
                "This event is not taken here. Send ORU^R01 or ORU^R40.",
            );
        }
        if self.processing != "P" {
            return refuse(
                Code::Processing,
                11,
                "Only messages in production (P) are taken: what is a test is nobody's reading.",
            );
        }
        if !is_version(&self.version) {
            return refuse(Code::Version, 12, "Send version 2.1 to 2.9.");
        }
        Ok(())
    }
}

/// 2.1 to 2.9, with or without a third part.
fn is_version(text: &str) -> bool {
    let minor = text.strip_prefix("2.").and_then(|rest| rest.split('.').next());
    minor.is_some_and(|minor| matches!(minor.as_bytes(), [b'1'..=b'9']))
}

/// A field as we write it: with our own separators, its control signs left out, at most so long.
fn written(msh: &Segment<'_>, number: usize, most: usize) -> String {
    let field = msh.field(number);
    let text = if msh.signs() == Signs::USUAL {
        field.chars().filter(|sign| !sign.is_control()).collect()
    } else {
        escaped(&msh.plain(field))
    };
    text.trim().chars().take(most).collect()
}
