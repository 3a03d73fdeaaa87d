//! One connection. The next message is read when the one before is answered, so that who sends too fast waits in its own network card.

use std::net::SocketAddr;

use domain::hl7::{Frame, Framer, wrap};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};

use super::{Post, take};

/// Bytes of one read.
const READ: usize = 16 * 1024;

/// Talks until the sender leaves, says nothing for too long, or sends what is no MLLP.
pub(super) async fn talk<S: AsyncRead + AsyncWrite + Unpin>(post: Post, mut stream: S, peer: SocketAddr) {
    let mut framer = Framer::default();
    let mut buffer = vec![0; READ];
    let mut begun = tokio::time::Instant::now();
    loop {
        // A message that comes a byte at a time has as long as one that comes at once.
        let until = if framer.is_inside() {
            begun + post.limits.message
        } else {
            tokio::time::Instant::now() + post.limits.idle
        };
        let read = tokio::select! {
            read = tokio::time::timeout_at(until, stream.read(&mut buffer)) => read,
            () = post.stop.cancelled() => return,
        };
        let read = match read {
            Ok(Ok(read @ 1..)) => read,
            Ok(Ok(_)) => return,
            Ok(Err(error)) => return tracing::debug!(%error, "an HL7 connection ended"),
            Err(_) => return tracing::debug!("an HL7 connection stood still for too long"),
        };
        let was_inside = framer.is_inside();
        let frames = framer.push(buffer.get(..read).unwrap_or_default());
        let completed = !frames.is_empty();
        for frame in frames {
            let answers = match frame {
                Frame::Message(bytes) => take::take(&post.state, &post.alive, peer, bytes).await,
                Frame::TooLong => {
                    write(&post, &mut stream, &take::too_long(&post.state)).await;
                    return tracing::debug!("an HL7 message was too long");
                }
                Frame::Noise => return tracing::debug!("an HL7 connection spoke no MLLP"),
            };
            for answer in answers {
                if !write(&post, &mut stream, &answer).await {
                    return;
                }
            }
        }
        if !was_inside || completed {
            begun = tokio::time::Instant::now();
        }
    }
}

/// Writes one acknowledgement; answers whether it was taken.
async fn write<S: AsyncWrite + Unpin>(post: &Post, stream: &mut S, answer: &str) -> bool {
    let framed = wrap(answer);
    let written = async {
        stream.write_all(&framed).await?;
        stream.flush().await
    };
    matches!(tokio::time::timeout(post.limits.write, written).await, Ok(Ok(())))
}
