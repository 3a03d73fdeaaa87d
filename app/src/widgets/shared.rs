//! What is the same for every reader is drawn once for all of them. A ward page is nearly all board, and its record is shared by those who
//! open it in the same moment (`hospital::organisation::Boards`): so is what the server draws of it.
//!
//! A shared drawing may depend on its name, its version, the language and the unit of temperatures only: nothing in it may know who reads, and nothing in it may ask or wait.

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

pub use kept::Drawings;

mod kept {
    use std::collections::HashMap;
    use std::sync::{Arc, Mutex, PoisonError};

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
