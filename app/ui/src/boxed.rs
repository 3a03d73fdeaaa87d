//! What moves, with its closure in a box. Leptos compiles its own code anew for each closure that it is given, and a page has
//! hundreds of them: in a box they are one type for each kind of value, and the page's program stays small. In `view!` the macro
//! does the same for what is written there as a closure, `{move || …}`; so write it there, and end a view in it with `.into_any()`.

use std::hash::Hash;
use std::sync::Arc;

use leptos::prelude::*;

/// A value computed from signals; who follows it hears only of changes.
pub fn memo<T>(value: impl Fn() -> T + Send + Sync + 'static) -> Memo<T>
where
    T: PartialEq + Send + Sync + 'static,
{
    memo_of(Box::new(value))
}

fn memo_of<T>(value: Box<dyn Fn() -> T + Send + Sync>) -> Memo<T>
where
    T: PartialEq + Send + Sync + 'static,
{
    Memo::new(move |_| value())
}

/// Runs in the browser, after hydration and whenever a signal changes that `run` read.
pub fn effect(run: impl FnMut() + 'static) {
    effect_of(Box::new(run));
}

fn effect_of(mut run: Box<dyn FnMut()>) {
    Effect::new(move |_| run());
}

/// Shows its children while `when` holds.
#[component]
pub fn When(
    /// Whether.
    #[prop(into)]
    when: Signal<bool>,
    /// What.
    children: ChildrenFn,
) -> impl IntoView {
    view! { {move || when.get().then(|| children())} }
}

/// Draws one view for each key, and anew only for keys that are new.
pub fn each<K>(keys: impl Into<Signal<Vec<K>>>, draw: impl Fn(K) -> Option<AnyView> + Send + Sync + 'static) -> AnyView
where
    K: Clone + Eq + Hash + Send + Sync + 'static,
{
    each_of(keys.into(), Arc::new(draw))
}

fn each_of<K>(keys: Signal<Vec<K>>, draw: Arc<dyn Fn(K) -> Option<AnyView> + Send + Sync>) -> AnyView
where
    K: Clone + Eq + Hash + Send + Sync + 'static,
{
    view! { <For each=move || keys.get() key=K::clone children=move |key| draw(key)/> }.into_any()
}
