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
use serde::{Deserialize, Serialize};

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

/// A value as it crosses the wire, or, once the page's program asked by itself, as it is.
#[derive(Clone, Debug, Serialize, Deserialize)]
enum Kept {
    Sent(Vec<u8>),
    #[serde(skip)]
    #[cfg_attr(feature = "ssr", expect(dead_code, reason = "the server always sends"))]
    Here(Arc<dyn Any + Send + Sync>),
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
                Some(asked) => asked.await.and_then(keep),
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
            Kept::Here(value) => value.downcast_ref::<T>().cloned().ok_or_else(broken),
        }
    }

    /// Asks once more.
    pub fn refetch(self) {
        self.kept.refetch();
    }
}

#[cfg(feature = "ssr")]
fn keep<T: Serialize + Send + Sync + 'static>(value: T) -> Result<Kept, AppError> {
    postcard::to_allocvec(&value).map(Kept::Sent).map_err(|_| broken())
}

#[cfg(not(feature = "ssr"))]
fn keep<T: Send + Sync + 'static>(value: T) -> Result<Kept, AppError> {
    Ok(Kept::Here(Arc::new(value)))
}

fn broken() -> AppError {
    AppError::Fault {
        reference: "of the page itself".into(),
    }
}
