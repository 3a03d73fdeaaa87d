//! A page gathers first and draws second: it [asks](crate::api::ask) at its top, and [`gather`] waits for what it asked and draws it, or says why it may not. What waits is drawn
//! once, when its answer is there; the page leaves when all of it is drawn.
//!
//! To add a part that waits by itself: `ask` in its component, and [`waiting`] around what is drawn of the answer.

use std::future::Future;

use leptos::prelude::*;
use leptos::reactive::computed::ScopedFuture;
use leptos::tachys::reactive_graph::OwnedView;

use super::refused::{Refused, did_not_load};
use crate::api::Answer;
use crate::error::AppError;

/// Draws a whole page.
pub fn gather<T>(answer: Answer<Result<T, AppError>>, draw: impl FnOnce(T) -> AnyView + Send + 'static) -> AnyView
where
    T: Clone + Send + Sync + 'static,
{
    gather_late(answer, |value| async move { draw(value) })
}

/// As [`gather`], for a page that waits once more while it is drawn.
pub fn gather_late<T, D>(answer: Answer<Result<T, AppError>>, draw: impl FnOnce(T) -> D + Send + 'static) -> AnyView
where
    T: Clone + Send + Sync + 'static,
    D: Future<Output = AnyView> + Send + 'static,
{
    waiting(async move {
        match answer.await {
            Ok(value) => draw(value).await,
            Err(error) => view! { <Refused error=error/> }.into_any(),
        }
    })
}

/// Draws a part of a page, or says that `what` did not load: the rest of the page stands without it.
pub fn part<T>(
    what: &'static str,
    answer: Answer<Result<T, AppError>>,
    draw: impl FnOnce(T) -> AnyView + Send + 'static,
) -> AnyView
where
    T: Clone + Send + Sync + 'static,
{
    waiting(async move {
        match answer.await {
            Ok(value) => draw(value),
            Err(error) => did_not_load(what, &error).into_any(),
        }
    })
}

/// Stands in the page when `drawing` is done. What was made for it lives as long as the page is written: the view around it holds its owner while it waits, the view in it
/// writes under that owner.
pub fn waiting(drawing: impl Future<Output = AnyView> + Send + 'static) -> AnyView {
    let owner = Owner::new();
    let (drawing, within) = (owner.with(|| ScopedFuture::new_untracked(drawing)), owner.clone());
    let late = Suspend::new(async move { OwnedView::new_with_owner(drawing.await, within) });
    OwnedView::new_with_owner(late, owner).into_any()
}
