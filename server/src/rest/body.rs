//! Reads a body up to its limit. A body that is too long is read to its end all the same (up to a bound) and forgotten: who is cut off while sending never
//! sees the answer that says why.

use axum::body::{Body, Bytes};
use futures::StreamExt;

use super::problem::{Kind, Problem};

/// How much of a body that is too long is read, in bytes: beyond that the connection ends.
const PATIENCE: usize = 16 * 1024 * 1024;

/// The whole body.
///
/// Errors: 413 with `sentence` when it is longer than `limit` bytes, 400 when it was cut short.
pub async fn read(body: Body, limit: usize, sentence: &'static str) -> Result<Bytes, Problem> {
    let mut parts = body.into_data_stream();
    let (mut whole, mut length) = (Vec::new(), 0_usize);
    while let Some(part) = parts.next().await {
        let cut = |_| Problem::new(Kind::Body, "Send the whole body again.");
        let part = part.map_err(cut)?;
        length = length.saturating_add(part.len());
        if length <= limit {
            whole.extend_from_slice(&part);
        } else if length > PATIENCE {
            break;
        } else {
            whole = Vec::new();
        }
    }
    if length > limit {
        return Err(Problem::new(Kind::TooLarge, sentence));
    }
    Ok(Bytes::from(whole))
}
