//! What a page asks while the server draws it. Each question is asked at once, beside the others, and once, however often its answer is read.

use std::future::Future;

use futures::future::{BoxFuture, FutureExt, Shared};
use leptos::reactive::computed::ScopedFuture;

/// What was asked; wait for it where it is drawn. A handle: clone it.
pub type Answer<T> = Shared<BoxFuture<'static, T>>;

/// Asks now, on behalf of who opened the page. For the top of a page or of a part of it, before anything is waited for.
///
/// No resource of Leptos: one that is made while any router of the process lists its routes never comes (leptos#4773), and what reads it is drawn twice.
pub fn ask<T, Asked>(asked: Asked) -> Answer<T>
where
    T: Clone + Send + Sync + 'static,
    Asked: Future<Output = T> + Send + 'static,
{
    let answer = ScopedFuture::new_untracked(asked).boxed().shared();
    tokio::spawn(answer.clone());
    answer
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicU32, Ordering};

    use leptos::prelude::*;

    use super::ask;

    #[tokio::test]
    async fn what_is_asked_begins_by_itself_knows_its_page_and_is_asked_once() {
        let owner = Owner::new_root(None);
        let times = Arc::new(AtomicU32::new(0));
        let counted = Arc::clone(&times);
        let answer = owner.with(|| {
            provide_context("the page".to_owned());
            ask(async move {
                tokio::task::yield_now().await;
                counted.fetch_add(1, Ordering::SeqCst);
                use_context::<String>()
            })
        });
        while times.load(Ordering::SeqCst) == 0 {
            tokio::task::yield_now().await;
        }
        let (first, second) = tokio::join!(answer.clone(), answer);
        assert_eq!(first.as_deref(), Some("the page"));
        assert_eq!(second, first);
        assert_eq!(times.load(Ordering::SeqCst), 1);
    }
}
