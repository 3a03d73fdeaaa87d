//! A page gathers first and draws second: [`gather`] waits for what a page asked for and draws it, or says why it may not.

use leptos::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;
use ui::Skeleton;

use super::refused::Refused;
use crate::api::Answer;

/// Draws a whole page from its resource. Create the resource at the top of the page; `draw` runs two or three times on the server.
pub fn gather<T>(resource: Answer<T>, draw: impl Fn(T) -> AnyView + Clone + Send + Sync + 'static) -> AnyView
where
    T: Clone + Serialize + DeserializeOwned + Send + Sync + 'static,
{
    let drawn = move || {
        let draw = draw.clone();
        Suspend::new(async move {
            match resource.await {
                Ok(value) => draw(value),
                Err(error) => view! { <Refused error=error/> }.into_any(),
            }
        })
    };
    view! { <Suspense fallback=Skeleton>{drawn}</Suspense> }.into_any()
}
