//! A page gathers first and draws second: [`gather`] waits for what a page asked for and draws it, or says why it may not.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use leptos::prelude::*;
use serde::de::DeserializeOwned;
use ui::Skeleton;

use super::refused::Refused;
use crate::api::Answer;

/// A view that waits. One type for all, so that Leptos' code for it is in the program once.
pub type Drawing = Pin<Box<dyn Future<Output = AnyView> + Send>>;

/// Draws a whole page from its resource. Create the resource at the top of the page; `draw` runs two or three times on the server.
pub fn gather<T>(answer: Answer<T>, draw: impl Fn(T) -> AnyView + Send + Sync + 'static) -> AnyView
where
    T: Clone + DeserializeOwned + Send + Sync + 'static,
{
    waiting(drawing(answer, move |value| {
        let drawn = draw(value);
        Box::pin(async move { drawn })
    }))
}

/// As [`gather`], for a page that waits once more while it is drawn: for a [shared](super::shared) drawing. It is drawn once, so nothing in it may wait by itself
/// ([`part`], [`waiting`]): that would stay grey.
pub fn gather_late<T>(answer: Answer<T>, draw: impl Fn(T) -> Drawing + Send + Sync + 'static) -> AnyView
where
    T: Clone + DeserializeOwned + Send + Sync + 'static,
{
    waiting(drawn_once(drawing(answer, draw)))
}

/// What is drawn of an answer, or why it may not be.
fn drawing<T>(
    answer: Answer<T>,
    draw: impl Fn(T) -> Drawing + Send + Sync + 'static,
) -> impl Fn() -> Drawing + Send + Sync + 'static
where
    T: Clone + DeserializeOwned + Send + Sync + 'static,
{
    let draw = Arc::new(draw);
    move || {
        let draw = Arc::clone(&draw);
        Box::pin(async move {
            match answer.read().await {
                Ok(value) => draw(value).await,
                Err(error) => view! { <Refused error=error/> }.into_any(),
            }
        })
    }
}

/// What waits is drawn two or three times on the server: to find what it waits for, and once that is there. Here the first drawing is kept as text.
#[cfg(feature = "ssr")]
fn drawn_once(drawing: impl Fn() -> Drawing + Send + Sync + 'static) -> impl Fn() -> Drawing + Send + Sync + 'static {
    let kept = once(move || {
        let drawing = drawing();
        async move { drawing.await.to_html() }
    });
    move || {
        let kept = kept();
        Box::pin(async move { leptos::tachys::html::InertElement::new(kept.await).into_any() })
    }
}

#[cfg(not(feature = "ssr"))]
fn drawn_once(drawing: impl Fn() -> Drawing + Send + Sync + 'static) -> impl Fn() -> Drawing + Send + Sync + 'static {
    drawing
}

/// Draws a part of a page, in a `Panel`, which says it when there is nothing to draw.
pub fn part<T>(answer: Answer<T>, draw: impl Fn(T) -> AnyView + Send + Sync + 'static) -> AnyView
where
    T: Clone + DeserializeOwned + Send + Sync + 'static,
{
    let draw = Arc::new(draw);
    suspended(Box::new(move || {
        let draw = Arc::clone(&draw);
        Box::pin(async move { answer.read().await.map(|value| draw(value)).into_any() })
    }))
}

/// What a part of a page waits for, asked for once: what waits is drawn again when its part is there.
pub fn once<T, Asked>(
    ask: impl Fn() -> Asked + Send + Sync + 'static,
) -> impl Fn() -> Pin<Box<dyn Future<Output = T> + Send>> + Send + Sync + 'static
where
    T: Clone + Send + Sync + 'static,
    Asked: Future<Output = T> + Send + 'static,
{
    let (kept, ask) = (Arc::new(tokio::sync::OnceCell::new()), Arc::new(ask));
    move || {
        let (kept, ask) = (Arc::clone(&kept), Arc::clone(&ask));
        Box::pin(async move { kept.get_or_init(|| ask()).await.clone() })
    }
}

/// Shows grey lines until `drawing` is done.
pub fn waiting(drawing: impl Fn() -> Drawing + Send + Sync + 'static) -> AnyView {
    boxed(Box::new(drawing))
}

fn boxed(drawing: Box<dyn Fn() -> Drawing + Send + Sync>) -> AnyView {
    view! { <Suspense fallback=Skeleton>{suspended(drawing)}</Suspense> }.into_any()
}

fn suspended(drawing: Box<dyn Fn() -> Drawing + Send + Sync>) -> AnyView {
    view! { {move || Suspend::new(drawing())} }.into_any()
}
