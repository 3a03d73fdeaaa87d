//! What a page asks while the server draws it. Each question is asked at once, beside the others, and once, however often its answer is read.

use std::future::Future;

use futures::future::{BoxFuture, FutureExt, Shared};
use leptos::reactive::computed::ScopedFuture;

/// What was asked; wait for it where it is drawn. A handle: clone it.
pub type Answer<T> = Shared<BoxFuture<'static, T>>;

/// Asks now, on behalf of who opened the page. For the top of a page or of a part of it, before anything is waited for: it goes as far as it can without waiting, and the verb behind it runs in a
/// task of its own from then on ([`hospital::run`]).
///
/// What knows the page is never in such a task. Whoever leaves takes the page with them, and a task that looks up what belongs to it at that moment stands still for ever, its thread with it:
/// `use_context` would be the last that holds the page, and put it away while it reads in it.
///
/// Nor is it a resource of Leptos: one that is made while any router of the process lists its routes never comes (leptos#4773), and what reads it is drawn twice.
pub fn ask<T, Asked>(asked: Asked) -> Answer<T>
where
    T: Clone + Send + Sync + 'static,
    Asked: Future<Output = T> + Send + 'static,
{
    let answer = ScopedFuture::new_untracked(asked).boxed().shared();
    // Begun; what is there already is kept for who reads it.
    drop(answer.clone().now_or_never());
    answer
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicU32, Ordering};

    use leptos::prelude::*;

    use super::ask;

    #[tokio::test]
    async fn what_is_asked_begins_at_once_knows_its_page_and_is_asked_once() {
        let owner = Owner::new_root(None);
        let times = Arc::new(AtomicU32::new(0));
        let counted = Arc::clone(&times);
        let answer = owner.with(|| {
            provide_context("the page".to_owned());
            ask(async move {
                counted.fetch_add(1, Ordering::SeqCst);
                tokio::task::yield_now().await;
                use_context::<String>()
            })
        });
        assert_eq!(times.load(Ordering::SeqCst), 1, "nobody has waited for it");
        let (first, second) = tokio::join!(answer.clone(), answer);
        assert_eq!(first.as_deref(), Some("the page"));
        assert_eq!(second, first);
        assert_eq!(times.load(Ordering::SeqCst), 1);
    }
}
