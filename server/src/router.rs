//! Every route, and the order of the layers from the outside in.
//!
//! 1. `layers::apply`: a number for the request, one line in the log, headers, a panic becomes a page for 500, methods, pace, time limits, cross-site
//!    checks.
//! 2. `rest::routes`: devices prove themselves by token, so the API stands beside the sessions, not behind them. Files are served from memory.
//! 3. `sessions::split`: the path decides whose cookie is read, staff's or the portal's; the caller is put into the request. Sign-in stands here.
//! 4. `drawing::record`: a page leaves when what it read is in the audit, as one row.
//! 5. `forms::patients::moved`: the address of a record that was joined to another leads there.
//! 6. Pages and their server functions (Leptos), forms and charts (`doors`), the live socket.
//!
//! Routes come from the tables of their modules (`endpoint`), pages from `app::routes`, server functions from `#[server]`: [`endpoints`] lists them all.

use std::collections::BTreeSet;
use std::net::SocketAddr;
use std::sync::LazyLock;

use app::{App, DemoAccount, DemoNotice, Drawings};
use axum::body::{Body, Bytes};
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::request::Parts;
use axum::http::{Method, StatusCode};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use axum::{Extension, Router};
use leptos::config::LeptosOptions;
use leptos::prelude::provide_context;
use leptos::server_fn::axum::server_fn_paths;
use leptos_axum::{
    AxumRouteListing, LeptosRoutes, generate_route_list_with_exclusions, handle_server_fns_with_context,
};

use crate::commands::seed::accounts;
use crate::sign_in::Doors;
use crate::state::AppState;
use crate::{doors, drawing, forms, layers, live, pages, rest, sessions, sign_in, site};

/// The longest arguments of a server function: a note of 500 characters, ids, times.
const LONGEST_CALL: usize = 16 * 1024;

/// The pages, listed once in the life of the process: Leptos lists them by drawing the application, and a resource of Leptos that anybody makes meanwhile never
/// comes (leptos#4773). The pages themselves make none ([`app::api::ask`]).
static PAGES: LazyLock<Vec<AxumRouteListing>> = LazyLock::new(|| {
    let functions = server_fn_paths().map(|(path, _)| path.to_owned()).collect();
    generate_route_list_with_exclusions(App, Some(functions))
});

/// What Leptos asks for; the files it would name come from the site's manifest instead.
pub fn leptos_options(addr: SocketAddr) -> LeptosOptions {
    LeptosOptions::builder()
        .output_name("wardlight")
        .site_addr(addr)
        .build()
}

/// The whole router.
pub fn router(state: AppState) -> Router {
    let pages = pages_and_functions(&state)
        .merge(doors::routes())
        .merge(forms::routes().layer(from_fn_with_state(state.clone(), drawing::record)))
        .merge(live::routes(state.hub.clone()))
        .method_not_allowed_fallback(no_method)
        .fallback(no_page)
        .layer(from_fn_with_state(state.clone(), forms::patients::moved::lead))
        .with_state(state.clone());
    let doors = Doors::new(
        state.house.clone(),
        state.flashes.clone(),
        state.throttle.clone(),
        state.config.trusted_proxies,
    );
    let people = sessions::realms::split(pages, &doors)
        .layer(from_fn_with_state(state.clone(), files))
        .layer(Extension(doors.clone()))
        .layer(Extension(state.house.clone()));
    // Programs sign in by the same throttles as people: the doors are shared.
    let api = rest::routes()
        .layer(from_fn(layers::trace::tell_route))
        .layer(Extension(doors));
    layers::apply(api.with_state(state.clone()).merge(people), &state)
}

/// Every endpoint there is, as `GET /ward/{ward}`: the authorisation matrix must know each.
pub fn endpoints() -> BTreeSet<String> {
    let pages = PAGES.iter().flat_map(|page| {
        let methods = page.methods();
        methods.map(|method| format!("{} {}", format!("{method:?}").to_uppercase(), page.path()))
    });
    let functions = server_fn_paths().map(|(path, method)| format!("{method} {path}"));
    let with_state = rest::ENDPOINTS
        .iter()
        .chain(&doors::ENDPOINTS)
        .chain(&live::ENDPOINTS)
        .chain(&live::CHAT)
        .chain(&live::WAVES)
        .chain(forms::endpoints());
    let of_sign_in = sign_in::ENDPOINTS.iter().map(ToString::to_string);
    let tables = with_state.map(ToString::to_string).chain(of_sign_in);
    pages.chain(functions).chain(tables).collect()
}

fn pages_and_functions(state: &AppState) -> Router<AppState> {
    let context = page_context(state);
    let of_calls = context.clone();
    // The body is read here, because a server function would call one that is too long a fault of ours.
    let call = move |parts: Parts, body: Bytes| {
        handle_server_fns_with_context(of_calls.clone(), Request::from_parts(parts, Body::from(body)))
    };
    let functions: Vec<String> = server_fn_paths().map(|(path, _)| path.to_owned()).collect();
    let pages = Router::new()
        .leptos_routes_with_context(state, PAGES.clone(), context, app::shell)
        .layer(from_fn_with_state(state.clone(), drawing::record));
    functions
        .iter()
        .map(String::as_str)
        .chain(["/api/fn/{*unknown}", "/api/my/{*unknown}"])
        .fold(Router::new(), |router, path| router.route(path, post(call.clone())))
        .layer(DefaultBodyLimit::max(LONGEST_CALL))
        .merge(pages)
}

/// What every page finds in its context besides the request.
fn page_context(state: &AppState) -> impl Fn() + Clone + Send + Sync + 'static {
    let (assets, drawings) = (pages::assets(state), Drawings::default());
    let demo = state.config.demo.then(|| DemoNotice {
        accounts: accounts()
            .into_iter()
            .map(|account| DemoAccount {
                title: account.title.into(),
                email: account.email.into(),
                password: account.password.into(),
            })
            .collect(),
    });
    move || {
        layers::headers::provide_nonce();
        provide_context(assets.clone());
        provide_context(drawings.clone());
        if let Some(demo) = &demo {
            provide_context(demo.clone());
        }
    }
}

/// Files come from memory, before anybody asks who reads them.
async fn files(State(state): State<AppState>, request: Request, next: Next) -> Response {
    if matches!(*request.method(), Method::GET | Method::HEAD) && site::has(&state.site, request.uri().path()) {
        let (parts, _) = request.into_parts();
        return site::serve(State(state), parts.uri, parts.headers).await;
    }
    next.run(request).await
}

/// Beside it stands `Allow`, which axum writes.
async fn no_method() -> Response {
    let sentence = "This address is asked in another way. Go back and try again.";
    layers::plain::page(StatusCode::METHOD_NOT_ALLOWED, "Not this method", sentence, None).into_response()
}

/// The page that says there is none.
async fn no_page(State(state): State<AppState>, request: Request) -> Response {
    let draw = leptos_axum::render_app_async_with_context(page_context(&state), app::shell);
    let mut response = draw(request).await.into_response();
    *response.status_mut() = StatusCode::NOT_FOUND;
    response
}
