//! Scripts, styles, fonts and pictures, read into memory at start from the manifest that the build wrote. A path is looked up, never joined to a folder.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use axum::extract::State;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use serde::Deserialize;

use crate::state::AppState;

/// Names that carry a hash never change.
const FOR_EVER: &str = "public, max-age=31536000, immutable";
/// Others are asked for again.
const REVALIDATE: &str = "no-cache";

/// The script that keeps the page for when the network is gone.
const WORKER: &str = "/sw.js";
/// Marks that script, for browsers and for the policy that it gets (`layers::headers`): what it fetches is judged by its own.
pub const FOR_WORKERS: HeaderName = HeaderName::from_static("service-worker-allowed");

#[derive(Debug, Deserialize)]
struct Entry {
    file: String,
}

/// One file, as often as it is encoded.
#[derive(Debug)]
struct File {
    kind: &'static str,
    cache: &'static str,
    plain: Bytes,
    brotli: Option<Bytes>,
    zstd: Option<Bytes>,
}

/// What is served as files.
#[derive(Debug, Default)]
pub struct Site {
    files: HashMap<String, File>,
    names: HashMap<String, String>,
}

impl Site {
    /// Reads the site from `root`.
    ///
    /// Errors: a sentence that names the file and the step that makes it.
    pub fn read(root: &Path) -> Result<Self, String> {
        let manifest = root.join("manifest.json");
        let missing = |path: &Path| {
            format!(
                "{} cannot be read. Run `make page`, or set WARDLIGHT_SITE_ROOT to the folder that it wrote.",
                path.display()
            )
        };
        let text = std::fs::read(&manifest).map_err(|_| missing(&manifest))?;
        let entries: HashMap<String, Entry> = serde_json::from_slice(&text).map_err(|_| missing(&manifest))?;
        let mut site = Self::default();
        for (name, entry) in entries {
            let path = root.join(&entry.file);
            let plain = Bytes::from(std::fs::read(&path).map_err(|_| missing(&path))?);
            let encoded = |suffix: &str| {
                let mut encoded = path.clone().into_os_string();
                encoded.push(suffix);
                std::fs::read(PathBuf::from(encoded)).ok().map(Bytes::from)
            };
            let (brotli, zstd) = (encoded(".br"), encoded(".zst"));
            let kind = kind(&name);
            let lasting = entry.file != name;
            site.files.insert(
                format!("/{name}"),
                File {
                    kind,
                    cache: REVALIDATE,
                    plain: plain.clone(),
                    brotli: brotli.clone(),
                    zstd: zstd.clone(),
                },
            );
            if lasting {
                site.files.insert(
                    format!("/{}", entry.file),
                    File {
                        kind,
                        cache: FOR_EVER,
                        plain,
                        brotli,
                        zstd,
                    },
                );
            }
            site.names.insert(name, format!("/{}", entry.file));
        }
        Ok(site)
    }

    /// The path under which the newest file of this name may be cached for ever.
    pub fn path(&self, name: &str) -> String {
        self.names.get(name).cloned().unwrap_or_else(|| format!("/{name}"))
    }

    fn find(&self, path: &str) -> Option<&File> {
        self.files.get(path)
    }
}

/// Serves a file in the best encoding that the reader takes; everything else goes on to the pages.
pub async fn serve(State(state): State<AppState>, uri: Uri, headers: HeaderMap) -> Response {
    let Some(file) = state.site.find(uri.path()) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let taken = headers
        .get(header::ACCEPT_ENCODING)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    let takes = |name: &str| {
        taken.split(',').any(|part| {
            part.split(';').next().is_some_and(|coding| coding.trim() == name)
                && !part.contains("q=0,")
                && !part.ends_with("q=0")
        })
    };
    let (body, encoding) = match (&file.brotli, &file.zstd) {
        (Some(brotli), _) if takes("br") => (brotli, Some("br")),
        (_, Some(zstd)) if takes("zstd") => (zstd, Some("zstd")),
        _ => (&file.plain, None),
    };
    let mut response = body.clone().into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(file.kind));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(file.cache));
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    if uri.path() == WORKER {
        headers.insert(FOR_WORKERS, HeaderValue::from_static("/"));
    }
    if let Some(encoding) = encoding {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding));
    }
    response
}

/// Whether the site has a file at this path.
pub fn has(site: &Site, path: &str) -> bool {
    site.find(path).is_some()
}

fn kind(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "css" => "text/css; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "txt" => "text/plain; charset=utf-8",
        "html" => "text/html; charset=utf-8",
        _ => "application/octet-stream",
    }
}
