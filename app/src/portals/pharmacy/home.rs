//! The pharmacist's home: who and where they are. There are no prescriptions in Wardlight yet, and the page says so.

use domain::actor::Role;
use domain::identity::SessionRow;
use leptos::prelude::*;
use leptos_meta::Title;
use ui::{Card, Empty, PageHead};

use crate::api::ask;
use crate::api::identity::list_sessions;
use crate::error::AppError;
use crate::portals::staff::account::{WhoYouAre, YourSessions};
use crate::welcome::me;
use crate::widgets::frame::Frame;
use crate::widgets::gather::gather;
use crate::widgets::refused::Refused;

/// The page. It shows nothing but the reader's own account, so the role is asked here and not by a verb.
#[component]
pub fn PharmacyPage() -> impl IntoView {
    let sessions = ask(|| (), |()| list_sessions());
    let allowed = me().is_none_or(|me| me.roles.contains(&Role::Pharmacist));
    if !allowed {
        let error = AppError::Denied {
            right: "pharmacy.open".into(),
        };
        #[cfg(feature = "ssr")]
        crate::door::set_status(error.status());
        return view! { <Refused error=error/> }.into_any();
    }
    gather(sessions, |rows| view! { <Pharmacy rows=rows/> }.into_any())
}

#[component]
fn Pharmacy(rows: Vec<SessionRow>) -> impl IntoView {
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
                    <WhoYouAre/>
                    <div class="home__wide"><YourSessions rows=rows/></div>
                </div>
            </div>
        </Frame>
    }
}
