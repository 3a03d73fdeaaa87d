//! A message encoded once and shared by all who read it.

use std::sync::{Arc, OnceLock};

use bytes::Bytes;
use domain::live::{PROTOCOL, PROTOCOL_JSON, ToClient};
use domain::patients::View;

use super::outside;
use super::ws::{Message, Utf8Bytes};

/// How a reader wants its messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Encoding {
    /// Postcard in binary frames.
    Postcard,
    /// JSON in text frames.
    Json,
}

impl Encoding {
    /// The encoding of a subprotocol.
    pub(super) fn of(protocol: &[u8]) -> Option<Self> {
        match protocol {
            name if name == PROTOCOL.as_bytes() => Some(Self::Postcard),
            name if name == PROTOCOL_JSON.as_bytes() => Some(Self::Json),
            _ => None,
        }
    }
}

/// A message and its encoded forms. The JSON is made when the first reader asks for it.
#[derive(Debug)]
pub(super) struct Frame {
    message: ToClient,
    binary: Bytes,
    text: OnceLock<Utf8Bytes>,
}

impl Frame {
    /// Encodes a message.
    pub(super) fn new(message: ToClient) -> Arc<Self> {
        // These types cannot fail to encode; a client that got an empty frame would connect anew.
        let binary = postcard::to_allocvec(&message).unwrap_or_else(|error| {
            tracing::error!(%error, "a live message could not be encoded");
            Vec::new()
        });
        Arc::new(Self {
            message,
            binary: binary.into(),
            text: OnceLock::new(),
        })
    }

    /// Its size in bytes, as postcard: what counts against the bound of an outbox.
    pub(super) fn len(&self) -> usize {
        self.binary.len()
    }

    /// The message as it goes on the wire.
    pub(super) fn encoded(&self, encoding: Encoding) -> Message {
        match encoding {
            Encoding::Postcard => Message::Binary(self.binary.clone()),
            Encoding::Json => Message::Text(self.text.get_or_init(|| outside::write(&self.message).into()).clone()),
        }
    }

    /// The message.
    pub(super) fn message(&self) -> &ToClient {
        &self.message
    }

    /// The same message as a reader of the portal is shown it.
    pub(super) fn shown_to(&self, view: &View) -> Arc<Self> {
        Self::new(view.message(self.message.clone()))
    }
}
