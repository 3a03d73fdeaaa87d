//! The WebSocket below every socket of ours: tungstenite's, after a handshake over HTTP/1.1.
//!
//! axum has one too. It writes each message as one frame, through a buffer that keeps the size of the largest for as long as the connection is open: a page that looks at a ward held its first
//! snapshot, some 300 bytes a bed, until it was closed. Here a long message leaves in pieces (RFC 6455, section 5.4), which every client puts together.

use std::convert::Infallible;

use axum::body::Body;
use axum::extract::OptionalFromRequestParts;
use axum::response::Response;
use bytes::Bytes;
use futures::{SinkExt, StreamExt};
use http::request::Parts;
use http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use hyper::upgrade::{OnUpgrade, Upgraded};
use hyper_util::rt::TokioIo;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::handshake::derive_accept_key;
use tokio_tungstenite::tungstenite::protocol::frame::Frame;
use tokio_tungstenite::tungstenite::protocol::frame::coding::{Data, OpCode};
use tokio_tungstenite::tungstenite::protocol::{Role, WebSocketConfig};

pub(super) use tokio_tungstenite::tungstenite::protocol::CloseFrame;
pub(super) use tokio_tungstenite::tungstenite::{Error, Message, Utf8Bytes};

/// Bytes of a message that leave as one frame.
const PIECE: usize = 4 * 1024;

/// A client that asks for a WebSocket, before it is answered. None is extracted from a request that asks for something else.
pub(super) struct Upgrade {
    key: HeaderValue,
    /// Subprotocols, as the client named them.
    named: Vec<HeaderValue>,
    selected: Option<&'static str>,
    upgraded: OnUpgrade,
    config: WebSocketConfig,
}

impl<S: Sync> OptionalFromRequestParts<S> for Upgrade {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Option<Self>, Infallible> {
        let headers = &parts.headers;
        let asks = parts.method == Method::GET
            && names(headers, &header::CONNECTION).any(|name| name.eq_ignore_ascii_case(b"upgrade"))
            && names(headers, &header::UPGRADE).any(|name| name.eq_ignore_ascii_case(b"websocket"))
            && names(headers, &header::SEC_WEBSOCKET_VERSION).any(|version| version == b"13");
        let Some(key) = headers.get(header::SEC_WEBSOCKET_KEY).filter(|_| asks).cloned() else {
            return Ok(None);
        };
        let named = names(headers, &header::SEC_WEBSOCKET_PROTOCOL)
            .filter_map(|name| HeaderValue::from_bytes(name).ok())
            .collect();
        // Not there over HTTP/2, which would ask with CONNECT.
        Ok(parts.extensions.remove().map(|upgraded| Self {
            key,
            named,
            selected: None,
            upgraded,
            config: WebSocketConfig::default(),
        }))
    }
}

/// The parts of a header that are separated by commas, over all its lines.
fn names<'a>(headers: &'a HeaderMap, header: &HeaderName) -> impl Iterator<Item = &'a [u8]> {
    let lines = headers.get_all(header).into_iter();
    lines.flat_map(|line| line.as_bytes().split(|byte| *byte == b',').map(<[u8]>::trim_ascii))
}

impl Upgrade {
    /// Speaks the first of these subprotocols that the client named.
    pub(super) fn protocols(mut self, ours: impl IntoIterator<Item = &'static str>) -> Self {
        self.selected = ours
            .into_iter()
            .find(|name| self.named.iter().any(|named| named == name));
        self
    }

    /// Which that is.
    pub(super) fn selected(&self) -> Option<&'static str> {
        self.selected
    }

    /// With these sizes of buffers and messages.
    pub(super) fn sized(mut self, config: WebSocketConfig) -> Self {
        self.config = config;
        self
    }

    /// Answers the client, and serves the socket in a task of its own once it is open. `what` is said when it does not open.
    pub(super) fn serve<F>(self, what: &'static str, serve: impl FnOnce(Socket) -> F + Send + 'static) -> Response
    where
        F: Future<Output = ()> + Send + 'static,
    {
        let (upgraded, config) = (self.upgraded, self.config);
        tokio::spawn(async move {
            match upgraded.await {
                Ok(upgraded) => {
                    let io = TokioIo::new(upgraded);
                    serve(Socket(
                        WebSocketStream::from_raw_socket(io, Role::Server, Some(config)).await,
                    ))
                    .await;
                }
                Err(error) => tracing::debug!(%error, what, "a socket could not be opened"),
            }
        });
        let mut answer = Response::new(Body::empty());
        *answer.status_mut() = StatusCode::SWITCHING_PROTOCOLS;
        let headers = answer.headers_mut();
        headers.insert(header::CONNECTION, HeaderValue::from_static("upgrade"));
        headers.insert(header::UPGRADE, HeaderValue::from_static("websocket"));
        if let Ok(accept) = HeaderValue::try_from(derive_accept_key(self.key.as_bytes())) {
            headers.insert(header::SEC_WEBSOCKET_ACCEPT, accept);
        }
        if let Some(name) = self.selected {
            headers.insert(header::SEC_WEBSOCKET_PROTOCOL, HeaderValue::from_static(name));
        }
        answer
    }
}

/// An open socket.
pub(super) struct Socket<S = TokioIo<Upgraded>>(WebSocketStream<S>);

impl<S: AsyncRead + AsyncWrite + Unpin> Socket<S> {
    /// What the client says next; none after the end.
    pub(super) async fn recv(&mut self) -> Option<Result<Message, Error>> {
        self.0.next().await
    }

    /// Writes a message, which may wait for [`Socket::flush`].
    pub(super) async fn feed(&mut self, message: Message) -> Result<(), Error> {
        let (mut rest, mut kind) = match message {
            Message::Text(text) if text.len() > PIECE => (Bytes::from(text), Data::Text),
            Message::Binary(bytes) if bytes.len() > PIECE => (bytes, Data::Binary),
            short => return self.0.feed(short).await,
        };
        while !rest.is_empty() {
            let piece = rest.split_to(PIECE.min(rest.len()));
            let frame = Frame::message(piece, OpCode::Data(kind), rest.is_empty());
            self.0.feed(Message::Frame(frame)).await?;
            kind = Data::Continue;
        }
        Ok(())
    }

    /// Writes what waits.
    pub(super) async fn flush(&mut self) -> Result<(), Error> {
        self.0.flush().await
    }

    /// Writes a message at once.
    pub(super) async fn send(&mut self, message: Message) -> Result<(), Error> {
        self.feed(message).await?;
        self.flush().await
    }
}

#[cfg(test)]
mod tests {
    use tokio::io::AsyncReadExt;

    use super::*;

    /// The heads of the frames in what was written: whether it is the last of its message, what it is, how long.
    fn heads(mut written: &[u8]) -> Vec<(bool, u8, usize)> {
        let mut heads = Vec::new();
        while let [first, second, rest @ ..] = written {
            let (length, rest) = match second {
                126 => (usize::from(u16::from_be_bytes([rest[0], rest[1]])), &rest[2..]),
                127 => panic!("longer than 64 KiB"),
                short => (usize::from(*short), rest),
            };
            heads.push((first & 0x80 != 0, first & 0x0f, length));
            written = &rest[length..];
        }
        heads
    }

    async fn socket<S: AsyncRead + AsyncWrite + Unpin>(io: S) -> Socket<S> {
        Socket(WebSocketStream::from_raw_socket(io, Role::Server, None).await)
    }

    #[tokio::test]
    async fn a_long_message_leaves_in_pieces_and_a_short_one_whole() {
        let (ours, mut theirs) = tokio::io::duplex(1 << 20);
        let mut ours = socket(ours).await;
        ours.feed(Message::Binary(vec![7; 10_000].into())).await.unwrap();
        ours.feed(Message::Text("é".repeat(2_100).into())).await.unwrap();
        ours.send(Message::Text("short".into())).await.unwrap();
        drop(ours);
        let mut written = Vec::new();
        theirs.read_to_end(&mut written).await.unwrap();
        let (binary, text, more) = (2, 1, 0);
        let expected = [
            (false, binary, PIECE),
            (false, more, PIECE),
            (true, more, 10_000 - 2 * PIECE),
            (false, text, PIECE),
            (true, more, 4_200 - PIECE),
            (true, text, 5),
        ];
        assert_eq!(heads(&written), expected);
    }

    #[tokio::test]
    async fn what_left_in_pieces_arrives_whole() {
        let (ours, theirs) = tokio::io::duplex(1 << 20);
        let (mut ours, mut theirs) = (
            socket(ours).await,
            WebSocketStream::from_raw_socket(theirs, Role::Client, None).await,
        );
        // A piece may end in the middle of a letter.
        let long = format!("x{}", "é".repeat(9_000));
        ours.send(Message::Text(long.clone().into())).await.unwrap();
        assert_eq!(theirs.next().await.unwrap().unwrap(), Message::Text(long.into()));
    }

    #[test]
    fn headers_are_read_over_all_their_lines() {
        let mut headers = HeaderMap::new();
        headers.append(header::CONNECTION, HeaderValue::from_static("keep-alive, Upgrade"));
        headers.append(header::CONNECTION, HeaderValue::from_static("x"));
        let found: Vec<&[u8]> = names(&headers, &header::CONNECTION).collect();
        assert_eq!(found, [&b"keep-alive"[..], b"Upgrade", b"x"]);
    }
}
