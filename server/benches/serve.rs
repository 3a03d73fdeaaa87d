//! The server under test: the real one, and beside it the two routes that bound it. `/bench/l0/…` parses, validates and authenticates like the real door,
//! and stores nothing; `/bench/l4` answers bytes from memory.

use std::sync::{Arc, RwLock};

use axum::Router;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use hospital::db::Database;
use server::config::Config;
use server::rest::problem::Problem;
use server::site::Site;
use server::state::AppState;
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;

#[derive(Clone)]
struct Bounds {
    state: AppState,
    page: Arc<RwLock<Bytes>>,
}

pub async fn run() {
    server::logging::start();
    let config = Arc::new(Config::from_env(false).expect("settings"));
    let site = Arc::new(Site::read(&config.site_root).expect("the site: run `make page` first"));
    let database = Database::join(&config.database)
        .await
        .expect("the database of the bench");
    let (_house, state) = server::commands::serve::open_house(config.clone(), site, &database)
        .await
        .expect("a house");
    tokio::spawn(hospital::devices::forget_revoked(state.house.clone()));
    let bounds = Bounds {
        state: state.clone(),
        page: Arc::default(),
    };
    let bench = Router::new()
        .route("/bench/l0/{device_id}", post(accept))
        .route("/bench/l4", get(page).put(keep))
        .with_state(bounds);
    let router = server::router::router(state).merge(bench);
    let listener = TcpListener::bind(config.addr).await.expect("the bench's port");
    let limits = server::serve::Limits::of(&config);
    server::serve::serve(listener, router, limits, CancellationToken::new()).await;
}

/// L0: everything but the database.
async fn accept(
    State(bounds): State<Bounds>,
    Path(device): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, Problem> {
    let peer = server::layers::peer::Peer(std::net::Ipv4Addr::LOCALHOST.into());
    let (ctx, _) = server::rest::devices::authenticate(&bounds.state, &headers, Ok(Path(device)), peer).await?;
    let readings = server::rest::readings::check(&body, ctx.now(), bounds.state.config.retention_days)?;
    Ok((
        StatusCode::ACCEPTED,
        axum::Json(serde_json::json!({ "accepted": readings.len(), "duplicates": 0, "rejected": [] })),
    )
        .into_response())
}

/// L4: the bytes of the page, from memory.
async fn page(State(bounds): State<Bounds>) -> Response {
    let page = bounds.page.read().map(|page| page.clone()).unwrap_or_default();
    ([(header::CONTENT_TYPE, "text/html; charset=utf-8")], page).into_response()
}

async fn keep(State(bounds): State<Bounds>, body: Bytes) -> StatusCode {
    bounds
        .page
        .write()
        .map_or(StatusCode::INTERNAL_SERVER_ERROR, |mut page| {
            *page = body;
            StatusCode::NO_CONTENT
        })
}
