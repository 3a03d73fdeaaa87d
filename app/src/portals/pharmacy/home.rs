//! The pharmacist's home. There are no prescriptions in Wardlight yet, and the page says so.

use domain::actor::Role;
use leptos::prelude::*;
use leptos_meta::Title;
use ui::lang::{key, say, tell, word};
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
        crate::door::set_status(error.status());
        return view! { <Refused error=error/> }.into_any();
    }
    view! {
        <Title text=tell(say::page_title(word(key::PLACE_PHARMACY)))/>
        <Frame>
            <div class="page">
                <PageHead title=word(key::PLACE_PHARMACY)/>
                <div class="home">
                    <div class="home__wide">
                        <Card title=word(key::OPEN_PRESCRIPTIONS) id="prescriptions">
                            <Empty
                                icon="pill"
                                title=word(key::NOTHING_HAS_BEEN_PRESCRIBED)
                                text=word(key::PRESCRIBING_IN_WARDLIGHT_HAS)
                            />
                        </Card>
                    </div>
                </div>
            </div>
        </Frame>
    }
    .into_any()
}
