//! Whole frames as no sender means them: from the bytes of a connection to the acknowledgement that is framed again. Made by [`super::mutate`] of every published message in
//! `server/tests/hl7/samples` and of the messages of machines in the tests beside this.
//!
//! Of each case it is asked that nothing panics or takes long; that the frames and what is read of them stay within their bounds; that every message is answered as its header wants, under its
//! own control id, in an acknowledgement that is one message, well framed, and names only what HL7 has; and that a reading that passes the door is within the range of its parameter.

use std::path::Path;

use super::dice::Dice;
use super::mutate::{Mutator, asked, every_case, kept};
use super::*;
use crate::telemetry::plausible::{holds, range};

/// Cases of one run without a wish: some seconds of a build for tests. Before a release, and whoever changes what reads HL7, asks for 200,000 and for other seeds.
const CASES: u64 = 50_000;
/// Bytes of a sample that are used, at most: what is long repeats itself.
const SAMPLE: usize = 900;
/// An answer is its header, MSA, and at most sixteen faults; what it repeats of a message is cut.
const LONGEST_ANSWER: usize = 16 * 1024;

/// Pieces of HL7 and of its frames.
const WORDS: [&[u8]; 22] = [
    b"\x0b",
    b"\x1c\r",
    b"\x1c",
    b"\r",
    b"|",
    b"^",
    b"~",
    b"&",
    b"\\F\\",
    b"\\X41\\",
    b"\\X0D\\",
    b"\\X1C0D\\",
    b"\\",
    b"MSH|^~\\&|",
    b"MSH|^^^^|",
    b"\rOBR|1||||||20261122100000+0000",
    b"\rOBX|1|NM|150456^MDC_PULS_OXIM_SAT_O2^MDC|1|97|%|||||R",
    b"\rBTS|1",
    b"8859/1",
    b"UNICODE UTF-8",
    b"|AL|NE|",
    b"20261122246161.99999-9999",
];

fn mutator() -> Mutator {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../server/tests/hl7/samples");
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|file| file.extension().is_some_and(|kind| kind == "hl7"))
        .collect();
    files.sort();
    assert!(files.len() >= 39, "{}", files.len());
    let samples = files.iter().map(|file| {
        let text = std::fs::read_to_string(file).unwrap();
        let text: String = text
            .replace("\r\n", "\r")
            .replace('\n', "\r")
            .chars()
            .take(SAMPLE)
            .collect();
        wrap(&text)
    });
    let alarm = "MSH|^~\\&|A|B|||1||ORU^R40^ORU_R40|1|P|2.6\rOBR|1||||||20261122100000+0000\r\
                 OBX|1|CWE|196616^MDC_EVT_ALARM^MDC|1.0.0.0.1|198244^MDC_EVT_HDIALY_BLOOD_LEAK^MDC|||PH~ST|||R\r\
                 OBX|3|ST|68481^MDC_ATTR_EVENT_PHASE^MDC|1.0.0.0.3|start||||||R";
    let ours = [wrap(&treatment()), wrap(alarm)];
    // As often as all others together: they go all the way to a reading.
    let ours = ours.iter().cycle().take(files.len()).cloned();
    Mutator {
        seeds: samples.chain(ours).collect(),
        words: &WORDS,
        // Segments, fields, components, repetitions; and whole frames.
        parts: b"\r|^~\x0b",
        seed: asked("WARDLIGHT_HOSTILE_SEED", 0x5741_5244),
    }
}

/// The stream, cut anywhere: frames, and each answered; whether a reading came of it.
fn connection(stream: &[u8], mut dice: Dice) -> bool {
    let mut framer = Framer::default();
    let (before, after) = stream.split_at(dice.below(stream.len() + 1));
    let mut frames = framer.push(before);
    // After what is no message nothing more is read.
    let is_over = |frames: &[Frame]| frames.iter().any(|frame| !matches!(frame, Frame::Message(_)));
    if !is_over(&frames) {
        frames.extend(framer.push(after));
    }
    assert!(!is_over(&frames[..frames.len().saturating_sub(1)]), "it ends the line");
    if dice.below(8) == 0 {
        assert_eq!(frames, Framer::default().push(stream), "a cut changes nothing");
    }
    let mut reached = false;
    for frame in frames {
        if let Frame::Message(bytes) = frame {
            assert!(bytes.len() <= stream.len());
            reached |= message(&bytes);
        }
    }
    reached
}

/// As the listener does with what one frame holds (`server/src/hl7/take.rs`); whether a reading came of it.
fn message(bytes: &[u8]) -> bool {
    let text = match text(bytes) {
        Ok(text) => text,
        Err(fault) => {
            let seen = String::from_utf8_lossy(bytes).into_owned();
            let head = messages(&seen).ok().and_then(|found| found.first().map(Head::of));
            answered(&head.unwrap_or_default(), Verdict::Error, vec![fault]);
            return false;
        }
    };
    let found = match messages(&text) {
        Ok(found) => found,
        Err(fault) => {
            answered(&Head::default(), Verdict::Rejected, vec![fault]);
            return false;
        }
    };
    let mut reached = false;
    for message in found.iter().take(100) {
        let head = Head::of(message);
        if let Err((verdict, fault)) = head.check() {
            answered(&head, verdict, vec![fault]);
            continue;
        }
        let content = read(message, &utc(), head.counter());
        assert!(content.unplaced.len() <= 64 && content.items.len() <= 2_000);
        let mut faults = content.faults;
        let mut stored = false;
        for item in content.items {
            match item.check(parse_rfc3339("2026-11-22T10:05:00Z").unwrap(), 32) {
                Ok(reading) => {
                    stored = true;
                    for (parameter, value) in reading.values.iter() {
                        assert!(holds(range(parameter).unwrap(), value), "{parameter:?} {value}");
                    }
                }
                Err(wrong) => faults.extend(
                    wrong
                        .into_iter()
                        .map(|fault| Fault::error(Code::DataType, "OBX", 5, &fault.reason)),
                ),
            }
        }
        let verdict = if stored || faults.is_empty() {
            Verdict::Accepted
        } else {
            Verdict::Error
        };
        answered(&head, verdict, faults);
        reached |= stored;
    }
    reached
}

/// The acknowledgement, read back as the sender reads it.
fn answered(head: &Head, verdict: Verdict, faults: Vec<Fault>) {
    let answer = Answer { verdict, faults };
    let written = write(head, &answer, Moment(0), "W1");
    let Some(code) = head.wants.code(verdict) else {
        assert_eq!(written, None, "none is wanted");
        return;
    };
    let written = written.unwrap();
    assert!(written.len() <= LONGEST_ANSWER, "{} bytes", written.len());
    let frames = Framer::default().push(&wrap(&written));
    assert_eq!(frames, [Frame::Message(written.clone().into_bytes())], "well framed");
    let found = messages(&written).unwrap();
    let [one] = found.as_slice() else {
        panic!("one message: {written:?}")
    };
    let segments: Vec<Segment<'_>> = one.segments().collect();
    let names: Vec<&str> = segments.iter().map(Segment::name).collect();
    assert_eq!(names[..2], ["MSH", "MSA"], "{written:?}");
    assert!(names[2..].iter().all(|name| *name == "ERR"), "{written:?}");
    assert_eq!(segments[1].field(1), code, "{written:?}");
    assert_eq!(segments[1].field(2), head.control, "{written:?}");
    assert!(one.header().part(9, 1) == "ACK", "{written:?}");
}

#[test]
fn whatever_arrives_is_answered_as_hl7_has_it_or_ends_the_line() {
    let found = kept("src/hl7/tests/found");
    assert!(found.len() >= 4, "{}", found.len());
    for bytes in found {
        connection(&bytes, Dice::of(0, 0));
    }
    let cases = asked("WARDLIGHT_HOSTILE_CASES", CASES);
    let reached = every_case(&mutator(), cases, connection);
    // Where all were refused at the header, nothing behind it would have been tried.
    assert!(reached > cases / 20, "{reached} of {cases} became a reading");
    assert!(reached < cases, "and none was refused");
}
