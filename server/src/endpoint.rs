//! [`Endpoint`]: one row of a table of routes. Routers are made from such tables and from nothing else, so that whoever reads the tables (the
//! authorisation matrix, the test of the OpenAPI document) knows every route there is.
//!
//! To add a route: a row in the table of its module. A new table: its name in `router::endpoints`.

use std::fmt;

use axum::Router;
use axum::http::Method;
use axum::routing::{MethodFilter, MethodRouter};

/// A method, a path as the router spells it, and who answers there.
pub struct Endpoint<S> {
    /// The method.
    pub method: Method,
    /// The path.
    pub path: &'static str,
    filter: MethodFilter,
    answer: fn(MethodFilter) -> MethodRouter<S>,
}

impl<S> Endpoint<S> {
    /// `GET path`.
    pub const fn get(path: &'static str, answer: fn(MethodFilter) -> MethodRouter<S>) -> Self {
        Self {
            method: Method::GET,
            path,
            filter: MethodFilter::GET,
            answer,
        }
    }

    /// `POST path`.
    pub const fn post(path: &'static str, answer: fn(MethodFilter) -> MethodRouter<S>) -> Self {
        Self {
            method: Method::POST,
            path,
            filter: MethodFilter::POST,
            answer,
        }
    }
}

impl<S> fmt::Display for Endpoint<S> {
    /// `POST /sign-in`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.method, self.path)
    }
}

/// The router of several tables.
pub fn collect<S: Clone + Send + Sync + 'static>(rows: impl Iterator<Item = &'static Endpoint<S>>) -> Router<S> {
    rows.fold(Router::new(), |router, row| {
        router.route(row.path, (row.answer)(row.filter))
    })
}

/// The router of a table.
pub fn routes<S: Clone + Send + Sync + 'static>(table: &[Endpoint<S>]) -> Router<S> {
    table.iter().fold(Router::new(), |router, row| {
        router.route(row.path, (row.answer)(row.filter))
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::state::AppState;
    use crate::{doors, rest};

    /// The paths that a router serves, as it prints itself.
    fn held(router: &Router<AppState>) -> BTreeSet<String> {
        let printed = format!("{router:?}");
        let routes = printed.split("fallback_router").next().unwrap();
        routes
            .split('"')
            .filter(|word| word.starts_with('/'))
            .map(str::to_owned)
            .collect()
    }

    #[test]
    fn a_router_serves_the_rows_of_its_table_and_nothing_beside_them() {
        let paths = |table: &[Endpoint<AppState>]| table.iter().map(|row| row.path.to_owned()).collect::<BTreeSet<_>>();
        assert_eq!(held(&doors::routes()), paths(&doors::ENDPOINTS));
        let mut api = held(&rest::routes());
        assert!(
            api.remove("/api/v1/"),
            "where nothing is, and a problem document says so"
        );
        assert_eq!(api, paths(&rest::ENDPOINTS));
    }
}
