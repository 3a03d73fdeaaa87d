//! What is the same for every reader is drawn once for all of them. A ward page is nearly all board, and its record is shared by those who
//! open it in the same moment (`hospital::lately`): so is what the server draws of it.
//!
//! A shared drawing may depend on its name, its version, the language and the unit of temperatures only: nothing in it may know who reads, and nothing in it may ask or wait.
//!
//! | drawn once | with |
//! | --- | --- |
//! | for each version of a record | [`shared`] |
//! | for good: the list of keys, the search, the navigation of a role | [`same`] |

use std::future::Future;

use leptos::prelude::*;

/// One element, drawn by the server once for each `version` of the record that `name` names. Wait for it in the drawing of the page
/// ([`super::gather::gather_late`]); nothing inside waits by itself: it would be left out.
pub fn shared(
    name: String,
    version: domain::time::Moment,
    draw: impl FnOnce() -> AnyView + Send + 'static,
) -> impl Future<Output = AnyView> + Send {
    let name = format!(
        "{name} {} {}",
        ui::lang::locale().tag(),
        ui::measured::units().temperature.name()
    );
    let pieces = use_context::<axum::http::request::Parts>().and_then(|parts| parts.extensions.get().cloned());
    let drawings = use_context::<Drawings>().unwrap_or_default();
    kept::drawing(drawings, pieces, name, version, Box::new(draw))
}

/// What stands in many pages and never moves, drawn once for each `name` and language as long as the server runs. All on which it depends stands in its name, and nobody's name does.
pub fn same(name: &str, draw: impl FnOnce() -> AnyView) -> AnyView {
    kept::once(format!("{name} {}", ui::lang::locale().tag()), draw)
}

pub use kept::Drawings;

mod kept {
    use std::collections::HashMap;
    use std::sync::{Arc, LazyLock, Mutex, PoisonError};

    use axum::body::Bytes;
    use domain::time::Moment;
    use leptos::prelude::*;
    use leptos::tachys::html::InertElement;

    use crate::widgets::pieces::Pieces;

    /// Names kept at most; beyond, all are forgotten and drawn anew when somebody asks.
    const NAMES: usize = 256;

    type Draw = Box<dyn FnOnce() -> AnyView + Send>;
    type Place = Arc<tokio::sync::Mutex<Option<(Moment, Bytes)>>>;

    /// The newest drawing of each name. The server has one and puts it into the context of every page.
    #[derive(Clone, Debug, Default)]
    pub struct Drawings(Arc<Mutex<HashMap<String, Place>>>);

    impl Drawings {
        fn place(&self, name: String) -> Place {
            let mut places = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            if places.len() >= NAMES && !places.contains_key(&name) {
                places.clear();
            }
            Arc::clone(places.entry(name).or_default())
        }
    }

    /// What never moves, by its name.
    static ONCE: LazyLock<Mutex<HashMap<String, Arc<str>>>> = LazyLock::new(Mutex::default);

    /// The drawing of this name, or a new one. It is drawn outside of the lock: two who ask at once draw the same.
    pub(super) fn once(name: String, draw: impl FnOnce() -> AnyView) -> AnyView {
        let known = ONCE.lock().unwrap_or_else(PoisonError::into_inner).get(&name).cloned();
        let html = known.unwrap_or_else(|| {
            let html: Arc<str> = draw().to_html().into();
            let mut kept = ONCE.lock().unwrap_or_else(PoisonError::into_inner);
            if kept.len() >= NAMES {
                kept.clear();
            }
            kept.insert(name, Arc::clone(&html));
            html
        });
        InertElement::new(html.to_string()).into_any()
    }

    /// The kept drawing, or a new one. Who asks for the same meanwhile waits for it instead of drawing it too.
    /// With `pieces` only its mark goes into the page.
    pub(super) async fn drawing(
        drawings: Drawings,
        pieces: Option<Pieces>,
        name: String,
        version: Moment,
        draw: Draw,
    ) -> AnyView {
        let place = drawings.place(name);
        let mut kept = place.lock().await;
        let html = match kept.as_ref() {
            Some((of, html)) if *of == version => html.clone(),
            _ => {
                let html = Bytes::from(draw().to_html());
                *kept = Some((version, html.clone()));
                html
            }
        };
        drop(kept);
        let inner = match pieces {
            Some(pieces) => pieces.stand_in(&html),
            None => String::from_utf8_lossy(&html).into_owned(),
        };
        InertElement::new(inner).into_any()
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use leptos::prelude::*;
    use ui::lang::{self, Locale, key, word};

    use super::same;
    use crate::shell::apart;

    #[test]
    fn what_never_moves_is_drawn_once_for_each_name_and_language() {
        let times = Cell::new(0);
        let draw = |name: &str, tag: &str| {
            apart(|| {
                lang::provide(Locale::of_tag(tag).expect("a language"));
                let drawn = || {
                    times.set(times.get() + 1);
                    view! { <p>{word(key::SIGN_OUT)}" & "{name.to_owned()}</p> }.into_any()
                };
                same(name, drawn).to_html()
            })
        };
        let english = draw("a test of one", "en");
        assert!(
            english.contains("Sign out") && english.contains("a test of one"),
            "{english}"
        );
        assert_eq!((draw("a test of one", "en"), times.get()), (english.clone(), 1));
        let (french, other) = (draw("a test of one", "fr"), draw("a test of two", "en"));
        assert!(
            french != english && other != english && times.get() == 3,
            "{french} {other}"
        );
    }
}
