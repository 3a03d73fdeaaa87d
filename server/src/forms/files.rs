//! Files that a form sends, and files that a page shows: read part by part, never longer kept than a file may be, and answered under the type that their beginning says.
//!
//! # Adding a door that takes a file
//! Its row is `Endpoint::post(path, |it| taken(on(it, door)))`, its form has an `app::forms::parts::FileLine`, and it decides who may before it calls [`read`].

use axum::body::Body;
use axum::extract::multipart::{MultipartError, MultipartRejection};
use axum::extract::{DefaultBodyLimit, Multipart, Request};
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use axum::routing::MethodRouter;
use domain::files::{Attached, MOST_BYTES, too_large};
use hospital::HospitalError;
use http::{HeaderName, HeaderValue, StatusCode, header};

use super::unknown_act;
use crate::state::AppState;

/// What a door reads to its end: four times the largest file, so that whoever chose one that is too large is told so and does not see the connection break.
const LONGEST_UPLOAD: usize = 4 * MOST_BYTES;
/// The longest field beside the file, in bytes.
const LONGEST_FIELD: usize = 16 * 1024;
/// By which the script of a page says that it sends (`public/upload.js`).
const BY_SCRIPT: HeaderName = HeaderName::from_static("wardlight-sends");
/// By which it is told where to go on.
const GO_ON: HeaderName = HeaderName::from_static("wardlight-to");

/// A door that takes a file.
pub(super) fn taken(door: MethodRouter<AppState>) -> MethodRouter<AppState> {
    door.layer(DefaultBodyLimit::max(LONGEST_UPLOAD))
        .layer(from_fn(tell_way))
}

/// A redirect, as a script can follow it. A browser follows one before its script hears of it: the page would be asked for twice, and what it says once would be said to nobody.
async fn tell_way(request: Request, next: Next) -> Response {
    let by_script = request.headers().contains_key(BY_SCRIPT);
    let mut answer = next.run(request).await;
    if by_script
        && answer.status().is_redirection()
        && let Some(to) = answer.headers_mut().remove(header::LOCATION)
    {
        *answer.status_mut() = StatusCode::NO_CONTENT;
        answer.headers_mut().insert(GO_ON, to);
    }
    answer
}

/// What came.
#[derive(Clone, Debug, Default)]
pub(super) struct Sent {
    fields: Vec<(String, String)>,
    file: Option<(String, Vec<u8>)>,
}

impl Sent {
    /// What stands in a field; nothing for one that did not come.
    pub fn of(&self, name: &str) -> &str {
        let field = self.fields.iter().find(|(known, _)| known == name);
        field.map_or("", |(_, value)| value.as_str())
    }

    /// The file, which comes in the field `file`.
    ///
    /// # Errors
    /// A sentence where there is none, or none that is taken.
    pub fn file(self) -> hospital::Result<Attached> {
        let (name, bytes) = self.file.unwrap_or_default();
        Attached::read("file", &name, bytes).map_err(|fault| HospitalError::Invalid(vec![fault]))
    }
}

/// Reads a form with a file. To be called once it is decided that whoever sends it may.
///
/// # Errors
/// A sentence for a file that is too large, and for what is no such form.
pub(super) async fn read(form: Result<Multipart, MultipartRejection>) -> hospital::Result<Sent> {
    let Ok(mut form) = form else {
        return Ok(Sent::default());
    };
    let mut sent = Sent::default();
    while let Some(mut part) = form.next_field().await.map_err(refused)? {
        let name = part.name().unwrap_or_default().to_owned();
        let is_file = name == "file" && sent.file.is_none();
        let called = part.file_name().unwrap_or_default().to_owned();
        let most = if is_file { MOST_BYTES } else { LONGEST_FIELD };
        let mut bytes = Vec::new();
        let mut is_longer = false;
        // What is too long is read on, and not kept.
        while let Some(chunk) = part.chunk().await.map_err(refused)? {
            is_longer |= bytes.len() + chunk.len() > most;
            if is_longer {
                bytes.clear();
            } else {
                bytes.extend_from_slice(&chunk);
            }
        }
        match (is_file, is_longer) {
            (true, true) => return Err(HospitalError::Invalid(vec![too_large("file")])),
            (true, false) => sent.file = Some((called, bytes)),
            (false, true) => return Err(unknown_act()),
            (false, false) if sent.fields.len() < 16 => {
                let value = String::from_utf8(bytes).map_err(|_| unknown_act())?;
                sent.fields.push((name, value));
            }
            (false, false) => return Err(unknown_act()),
        }
    }
    Ok(sent)
}

fn refused(error: MultipartError) -> HospitalError {
    match error.status() {
        StatusCode::PAYLOAD_TOO_LARGE => HospitalError::Invalid(vec![too_large("file")]),
        _ => unknown_act(),
    }
}

/// The file for a browser: a picture to be shown, a document to be kept. Nothing is sniffed and nothing in it runs (`layers::headers`).
pub(super) fn answer(file: Attached) -> Response {
    let shown = if file.sort.is_picture() { "inline" } else { "attachment" };
    let disposition = format!("{shown}; filename*=UTF-8''{}", encoded(&file.name));
    let kind = file.sort.media_type();
    let mut answer = Response::new(Body::from(file.bytes));
    let headers = answer.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if let Ok(disposition) = HeaderValue::try_from(disposition) {
        headers.insert(header::CONTENT_DISPOSITION, disposition);
    }
    answer
}

/// As RFC 8187 writes a name in a header.
fn encoded(name: &str) -> String {
    name.bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' => char::from(byte).to_string(),
            _ => format!("%{byte:02X}"),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::files::Sort;

    #[test]
    fn a_document_is_kept_and_a_picture_shown_under_a_name_that_ends_no_header() {
        let of = |name: &str, sort| {
            let file = Attached {
                name: name.to_owned(),
                sort,
                bytes: vec![1],
            };
            let answer = answer(file);
            answer.headers()[header::CONTENT_DISPOSITION]
                .to_str()
                .unwrap()
                .to_owned()
        };
        assert_eq!(of("my arm.png", Sort::Png), "inline; filename*=UTF-8''my%20arm.png");
        assert_eq!(
            of("a\"; x=y\r\n.pdf", Sort::Pdf),
            "attachment; filename*=UTF-8''a%22%3B%20x%3Dy%0D%0A.pdf"
        );
    }
}
