//! The page for addresses that are none.

use leptos::prelude::*;

use crate::error::AppError;
use crate::widgets::refused::Refused;

/// 404.
#[component]
pub fn NotFoundPage() -> impl IntoView {
    crate::door::set_status(404);
    view! { <Refused error=AppError::NotFound/> }
}
