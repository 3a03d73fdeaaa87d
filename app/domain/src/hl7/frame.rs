//! MLLP (HL7 "Transport Specification: MLLP, Release 1"): a message stands between a vertical tab and a file separator with a carriage return.

/// What begins a message.
const START: u8 = 0x0b;
/// What ends it; a carriage return follows.
const END: u8 = 0x1c;
/// The longest message that is taken, in bytes.
pub const LONGEST_MESSAGE: usize = 1024 * 1024;

/// What a stream of bytes holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Frame {
    /// A whole message, without its frame.
    Message(Vec<u8>),
    /// A message longer than [`LONGEST_MESSAGE`]. What follows it cannot be told from it: the line ends.
    TooLong,
    /// Bytes outside of any message. This is no MLLP: the line ends.
    Noise,
}

/// Finds messages in a stream that arrives in parts.
#[derive(Clone, Debug, Default)]
pub struct Framer {
    message: Vec<u8>,
    inside: bool,
    /// The end was seen, and its carriage return not yet.
    ending: bool,
    /// Bytes before the first message: a little white space is forgiven.
    outside: usize,
}

impl Framer {
    /// Bytes between two messages that are forgiven when they are white space.
    const FORGIVEN: usize = 16;

    /// Takes `bytes` and answers what they complete, in order. After [`Frame::TooLong`] or [`Frame::Noise`] nothing more is read.
    pub fn push(&mut self, bytes: &[u8]) -> Vec<Frame> {
        let mut found = Vec::new();
        for byte in bytes {
            if let Some(frame) = self.take(*byte) {
                let over = !matches!(frame, Frame::Message(_));
                found.push(frame);
                if over {
                    break;
                }
            }
        }
        found
    }

    /// Whether a message has begun and not ended.
    pub fn is_inside(&self) -> bool {
        self.inside
    }

    fn take(&mut self, byte: u8) -> Option<Frame> {
        if !self.inside {
            match byte {
                START => {
                    self.inside = true;
                    self.ending = false;
                    self.outside = 0;
                    self.message = Vec::new();
                    return None;
                }
                _ if byte.is_ascii_whitespace() && self.outside < Self::FORGIVEN => {
                    self.outside += 1;
                    return None;
                }
                _ => return Some(Frame::Noise),
            }
        }
        if self.ending {
            self.ending = false;
            if byte == b'\r' {
                self.inside = false;
                return Some(Frame::Message(std::mem::take(&mut self.message)));
            }
            // A separator that ends nothing belongs to the message.
            self.message.push(END);
        }
        if byte == END {
            self.ending = true;
            return None;
        }
        if self.message.len() >= LONGEST_MESSAGE {
            self.message = Vec::new();
            return Some(Frame::TooLong);
        }
        self.message.push(byte);
        None
    }
}

/// A message in its frame.
pub fn wrap(message: &str) -> Vec<u8> {
    let mut framed = Vec::with_capacity(message.len() + 3);
    framed.push(START);
    framed.extend_from_slice(message.as_bytes());
    framed.extend_from_slice(&[END, b'\r']);
    framed
}
