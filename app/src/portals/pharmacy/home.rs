//! The pharmacist's home. There are no prescriptions in Wardlight yet, and the page says so.

use domain::actor::Role;
use leptos::prelude::*;
use leptos_meta::Title;
use ui::{Card, Empty, PageHead};

use crate::error::AppError;
use crate::welcome::me;
use crate::widgets::frame::Frame;
use crate::widgets::refused::Refused;

/// The page. It shows nothing of the hospital, so the role is asked here and not by a verb.
#[component]
pub fn PharmacyPage() -> impl IntoView {
    let allowed = me().is_none_or(|me| me.roles.contains(&Role::Pharmacist));
    if !allowed {
        let error = AppError::Denied {
            right: "pharmacy.open".into(),
        };
        #[cfg(feature = "ssr")]
        crate::door::set_status(error.status());
        return view! { <Refused error=error/> }.into_any();
    }
    view! {
        <Title text="Pharmacy · Wardlight"/>
        <Frame>
            <div class="page">
                <PageHead title="Pharmacy"/>
                <div class="home">
                    <div class="home__wide">
                        <Card title="Open prescriptions" id="prescriptions">
                            <Empty
                                icon="pill"
                                title="Nothing has been prescribed"
                                text="Prescribing in Wardlight has not begun in this hospital. Work with the hospital’s present orders."
                            />
                        </Card>
                    </div>
                </div>
            </div>
        </Frame>
    }
    .into_any()
}
