//! What a page asked a server function for. All answers are resources of one type: Leptos has its part of the program once, not once
//! for each page. What an answer holds is known again where it is [read](Answer::read).

use std::any::Any;
use std::future::Future;
use std::marker::PhantomData;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};

use leptos::prelude::*;
use leptos::server::codee::binary::PostcardCodec;
use serde::de::DeserializeOwned;
use serde::ser::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::error::AppError;

/// What a page asked a server function for. Drawn by the server, it travels in the page as postcard too. A handle: copy it.
#[derive(Debug)]
pub struct Answer<T> {
    kept: Resource<Result<Kept, AppError>, PostcardCodec>,
    of: PhantomData<fn() -> T>,
}

impl<T> Clone for Answer<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Answer<T> {}

/// A value as it crossed the wire, or, where it was asked for, as it is. It becomes bytes once, when the server sends the page.
#[derive(Clone, Debug)]
enum Kept {
    Sent(Vec<u8>),
    Here(Arc<dyn Any + Send + Sync>, Encode),
}

type Encode = fn(&(dyn Any + Send + Sync)) -> Option<Vec<u8>>;

impl Serialize for Kept {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Sent(bytes) => bytes.serialize(serializer),
            Self::Here(value, encode) => match encode(&**value) {
                Some(bytes) => bytes.serialize(serializer),
                None => Err(S::Error::custom("a value that does not become bytes")),
            },
        }
    }
}

impl<'de> Deserialize<'de> for Kept {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Vec::deserialize(deserializer).map(Self::Sent)
    }
}

type Asking = Pin<Box<dyn Future<Output = Result<Kept, AppError>> + Send>>;

/// Asks now, and again whenever `source` changes. For the top of a page.
pub fn ask<S, T, Asked>(
    source: impl Fn() -> S + Send + Sync + 'static,
    fetch: impl Fn(S) -> Asked + Send + Sync + 'static,
) -> Answer<T>
where
    S: PartialEq + Clone + Send + Sync + 'static,
    T: Serialize + Send + Sync + 'static,
    Asked: Future<Output = Result<T, AppError>> + Send + 'static,
{
    let last = Arc::new(Mutex::new((0, None::<S>)));
    let now = Arc::clone(&last);
    let changes = move || {
        let source = source();
        let mut last = last.lock().unwrap_or_else(PoisonError::into_inner);
        if last.1.as_ref() != Some(&source) {
            *last = (last.0 + 1, Some(source));
        }
        last.0
    };
    let asking = move || -> Asking {
        let source = now.lock().unwrap_or_else(PoisonError::into_inner).1.clone();
        let asked = source.map(&fetch);
        Box::pin(async move {
            match asked {
                Some(asked) => asked.await.map(keep),
                None => Err(broken()),
            }
        })
    };
    Answer {
        kept: resource(Box::new(changes), Box::new(asking)),
        of: PhantomData,
    }
}

fn resource(
    changes: Box<dyn Fn() -> u32 + Send + Sync>,
    asking: Box<dyn Fn() -> Asking + Send + Sync>,
) -> Resource<Result<Kept, AppError>, PostcardCodec> {
    Resource::new_with_options(changes, move |_| asking(), false)
}

impl<T: Clone + DeserializeOwned + Send + Sync + 'static> Answer<T> {
    /// Waits for it. Call it in a `Suspend`.
    pub async fn read(self) -> Result<T, AppError> {
        match self.kept.await? {
            Kept::Sent(bytes) => postcard::from_bytes(&bytes).map_err(|_| broken()),
            Kept::Here(value, _) => value.downcast_ref::<T>().cloned().ok_or_else(broken),
        }
    }
}

#[cfg(feature = "ssr")]
fn keep<T: Serialize + Send + Sync + 'static>(value: T) -> Kept {
    Kept::Here(Arc::new(value), |value| {
        postcard::to_allocvec(value.downcast_ref::<T>()?).ok()
    })
}

/// The page's program sends nothing.
#[cfg(not(feature = "ssr"))]
fn keep<T: Send + Sync + 'static>(value: T) -> Kept {
    Kept::Here(Arc::new(value), |_| None)
}

fn broken() -> AppError {
    AppError::Fault {
        reference: "of the page itself".into(),
    }
}
