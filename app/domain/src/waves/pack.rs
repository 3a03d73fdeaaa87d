//! How a stretch of samples is kept: each as the difference to the one before, the differences as numbers of one to three bytes.
//!
//! Neighbouring samples of a curve differ little, so most take one byte instead of two. The form is the variable-length integer of
//! Protocol Buffers with its zigzag for the sign ("Encoding", protobuf.dev): seven bits a byte, the low ones first, the top bit says
//! that more follow.

/// Why bytes are not a packed stretch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Broken {
    /// The last number does not end.
    Short,
    /// A number is longer or larger than two samples can differ, or leads out of the range of a sample.
    Wild,
    /// There are more samples than the caller takes.
    Many,
}

impl std::fmt::Display for Broken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Short => "the packed samples end within a number",
            Self::Wild => "the packed samples hold a number that no sample has",
            Self::Many => "the packed samples are more than are taken",
        })
    }
}

impl std::error::Error for Broken {}

/// The most bytes of one difference: it has 17 bits.
const LONGEST: u32 = 3;

/// Packs `samples`.
pub fn pack(samples: &[i16]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(samples.len() + samples.len() / 4);
    let mut before = 0_i32;
    for sample in samples {
        let difference = i32::from(*sample) - before;
        before = i32::from(*sample);
        let mut rest = ((difference << 1) ^ (difference >> 31)) as u32;
        while rest >= 0x80 {
            bytes.push((rest & 0x7f) as u8 | 0x80);
            rest >>= 7;
        }
        bytes.push(rest as u8);
    }
    bytes
}

/// Unpacks what [`pack`] made, `most` samples at most. Whatever the bytes are, it answers and takes no more room than that.
pub fn unpack(bytes: &[u8], most: usize) -> Result<Vec<i16>, Broken> {
    let mut samples = Vec::with_capacity(bytes.len().min(most));
    let (mut before, mut number, mut read) = (0_i32, 0_u32, 0_u32);
    for byte in bytes {
        if read == LONGEST {
            return Err(Broken::Wild);
        }
        number |= u32::from(byte & 0x7f) << (7 * read);
        read += 1;
        if byte & 0x80 != 0 {
            continue;
        }
        let difference = (number >> 1) as i32 ^ -((number & 1) as i32);
        let sample = i16::try_from(before + difference).map_err(|_| Broken::Wild)?;
        if samples.len() == most {
            return Err(Broken::Many);
        }
        samples.push(sample);
        (before, number, read) = (i32::from(sample), 0, 0);
    }
    if read == 0 { Ok(samples) } else { Err(Broken::Short) }
}
