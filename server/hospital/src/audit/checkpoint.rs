//! Signed notes of the chain, in a file outside of the database: whoever rewrites the whole chain, or cuts off its end, cannot make these agree.
//!
//! A line is `1 POSITION ENTRY CHAIN MICROSECONDS SIGNATURE`; the signature (Ed25519) is of all that stands before it. Lines are only ever added. Copies of
//! the file elsewhere make it stronger: who holds the server can cut it.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufRead, BufReader, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use domain::time::Moment;
use uuid::Uuid;

use super::keys::{Digest, TraceKeys, hex, unhex};

/// The end of a line that a power cut left half-written: the next start finishes it so.
const TORN: &str = " torn";

/// What the chain was at a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checkpoint {
    /// How many entries were sealed; 0 before the first.
    pub position: i64,
    /// The entry at that position.
    pub entry: Uuid,
    /// The link at that position.
    pub chain: Digest,
    /// When this was noted.
    pub at: Moment,
}

impl Checkpoint {
    fn text(&self) -> String {
        format!("1 {} {} {} {}", self.position, self.entry, hex(&self.chain), self.at.0)
    }

    fn parse(line: &str, keys: &TraceKeys) -> Option<Self> {
        let (text, signature) = line.rsplit_once(' ')?;
        let [form, position, entry, chain, at] = text.split(' ').collect::<Vec<_>>().try_into().ok()?;
        if form != "1" || !keys.is_signed(text, signature) {
            return None;
        }
        Some(Self {
            position: position.parse().ok()?,
            entry: entry.parse().ok()?,
            chain: unhex(chain)?.try_into().ok()?,
            at: Moment(at.parse().ok()?),
        })
    }
}

/// The file of checkpoints.
#[derive(Clone, Debug)]
pub struct Checkpoints {
    path: PathBuf,
    keys: Arc<TraceKeys>,
}

/// What the file holds: each line with its number, and none where it is not one that we signed.
pub(super) type Lines = Vec<(usize, Option<Checkpoint>)>;

impl Checkpoints {
    /// The file at `path`, which need not be there yet.
    pub fn at(path: impl Into<PathBuf>, keys: Arc<TraceKeys>) -> Self {
        Self {
            path: path.into(),
            keys,
        }
    }

    /// Where it lies.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Every line.
    ///
    /// # Errors
    /// When there is a file and it cannot be read.
    pub(super) fn read(&self) -> io::Result<Lines> {
        let file = match File::open(&self.path) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(error),
        };
        let mut lines = Vec::new();
        for (number, line) in BufReader::new(file).lines().enumerate() {
            let line = line?;
            if !line.ends_with(TORN) {
                lines.push((number + 1, Checkpoint::parse(&line, &self.keys)));
            }
        }
        Ok(lines)
    }

    /// The newest one.
    ///
    /// # Errors
    /// When there is a file and it cannot be read.
    pub(super) fn last(&self) -> io::Result<Option<Checkpoint>> {
        Ok(self.read()?.into_iter().rev().find_map(|(_, checkpoint)| checkpoint))
    }

    /// Finishes a line that was left half-written, so that the next one stands alone.
    pub(super) fn mend(&self) -> io::Result<()> {
        let text = match fs::read(&self.path) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
            Err(error) => return Err(error),
        };
        match text.last() {
            None | Some(b'\n') => Ok(()),
            Some(_) => self.append(&format!("{TORN}\n")),
        }
    }

    /// Adds one, durable when this answers.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn add(&self, checkpoint: &Checkpoint) -> io::Result<()> {
        let text = checkpoint.text();
        let signature = self
            .keys
            .sign(&text)
            .ok_or_else(|| io::Error::other("there is no key to sign with"))?;
        self.append(&format!("{text} {signature}\n"))
    }

    fn append(&self, text: &str) -> io::Result<()> {
        if let Some(folder) = self.path.parent() {
            fs::create_dir_all(folder)?;
        }
        let mut file = OpenOptions::new()
            .create(true)
            .append(true)
            .mode(0o600)
            .open(&self.path)?;
        file.write_all(text.as_bytes())?;
        file.sync_data()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(seed: u8) -> Arc<TraceKeys> {
        Arc::new(TraceKeys::derived(|_| [seed; 32]))
    }

    fn checkpoint(position: i64) -> Checkpoint {
        Checkpoint {
            position,
            entry: Uuid::from_u128(9),
            chain: [7; 32],
            at: Moment(1_795_341_600_000_001),
        }
    }

    fn a_file(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("wardlight-checkpoints-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let path = folder.join(name);
        fs::remove_file(&path).ok();
        path
    }

    #[test]
    fn what_was_added_is_read_back_and_only_ours() {
        let file = Checkpoints::at(a_file("ours"), keys(1));
        assert_eq!(file.last().unwrap(), None);
        file.add(&checkpoint(1)).unwrap();
        file.add(&checkpoint(2)).unwrap();
        assert_eq!(file.last().unwrap(), Some(checkpoint(2)));
        let others = Checkpoints::at(file.path(), keys(2));
        assert_eq!(others.read().unwrap(), [(1, None), (2, None)]);
        let text = fs::read_to_string(file.path()).unwrap().replacen("1 1 ", "1 3 ", 1);
        fs::write(file.path(), text).unwrap();
        assert_eq!(file.read().unwrap(), [(1, None), (2, Some(checkpoint(2)))]);
    }

    #[test]
    fn a_line_that_a_power_cut_left_half_written_is_no_fault() {
        let file = Checkpoints::at(a_file("torn"), keys(1));
        file.add(&checkpoint(1)).unwrap();
        file.append("1 2 0000").unwrap();
        file.mend().unwrap();
        file.add(&checkpoint(3)).unwrap();
        assert_eq!(
            file.read().unwrap(),
            [(1, Some(checkpoint(1))), (3, Some(checkpoint(3)))]
        );
    }
}
