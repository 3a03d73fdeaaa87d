//! The table of pages.

use leptos::prelude::*;
use leptos_router::SsrMode;
use leptos_router::components::{FlatRoutes, Route, Router};
use leptos_router::path;

use crate::portals::admin::hospital::HospitalPage;
use crate::portals::doctor::patient::PatientPage;
use crate::portals::doctor::ward::WardPage;
use crate::portals::patient::home::MyHomePage;
use crate::portals::pharmacy::home::PharmacyPage;
use crate::portals::public::home::HomePage;
use crate::portals::public::not_found::NotFoundPage;
use crate::portals::public::sign_in::SignInPage;
use crate::portals::technician::devices::DevicesPage;

/// All pages. Each signed-in one is drawn whole before its first byte leaves, so that status and redirect are right.
#[component]
pub fn Pages() -> impl IntoView {
    view! {
        <Router>
            <FlatRoutes fallback=NotFoundPage>
                <Route path=path!("/") view=HomePage ssr=SsrMode::Async/>
                <Route path=path!("/sign-in") view=SignInPage ssr=SsrMode::Async/>
                <Route path=path!("/ward") view=WardPage ssr=SsrMode::Async/>
                <Route path=path!("/ward/:ward") view=WardPage ssr=SsrMode::Async/>
                <Route path=path!("/patients/:patient") view=PatientPage ssr=SsrMode::Async/>
                <Route path=path!("/devices") view=DevicesPage ssr=SsrMode::Async/>
                <Route path=path!("/pharmacy") view=PharmacyPage ssr=SsrMode::Async/>
                <Route path=path!("/hospital") view=HospitalPage ssr=SsrMode::Async/>
                <Route path=path!("/my") view=MyHomePage ssr=SsrMode::Async/>
            </FlatRoutes>
        </Router>
    }
}
