//! Mails in memory, per house: the fake for tests.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use uuid::Uuid;

use crate::ports::{Looking, Mail, Mailer, Sending};

/// As many as are kept; the oldest go.
const MOST: usize = 500;

/// Keeps every mail under its number.
#[derive(Default)]
pub struct Memory(Mutex<BTreeMap<Uuid, Mail>>);

impl Mailer for Memory {
    fn send(&self, mail: Mail) -> Sending<'_> {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.insert(mail.id, mail);
        if kept.len() > MOST {
            kept.pop_first();
        }
        drop(kept);
        Box::pin(async { Ok(()) })
    }

    fn kept(&self) -> Option<Looking<'_>> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let newest_first = kept.values().rev().cloned().collect();
        Some(Box::pin(async { Ok(newest_first) }))
    }
}
