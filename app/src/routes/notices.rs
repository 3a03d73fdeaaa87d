//! The paths of what people are told.

use domain::time::Moment;
use uuid::Uuid;

use super::{MY, lies_under};

/// The page of notices and its doors; they stand once under the staff's paths and once under the portal's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoticePaths {
    /// The page.
    pub page: &'static str,
    /// How many are not read, for the bell of an open page.
    pub count: &'static str,
    /// Marks one or all as read; one may lead on.
    pub read: &'static str,
    /// How the reader wants to hear.
    pub choices: &'static str,
}

macro_rules! notice_paths {
    ($page:literal) => {
        NoticePaths {
            page: $page,
            count: concat!($page, "/count"),
            read: concat!($page, "/read"),
            choices: concat!($page, "/choices"),
        }
    };
}

/// The staff's.
pub const STAFF_NOTICES: NoticePaths = notice_paths!("/notifications");
/// The portal's.
pub const PORTAL_NOTICES: NoticePaths = notice_paths!("/my/notifications");

/// Those of the realm in which `path` lies.
pub fn notices_of(path: &str) -> NoticePaths {
    if lies_under(path.split(['?', '#']).next().unwrap_or_default(), MY) {
        PORTAL_NOTICES
    } else {
        STAFF_NOTICES
    }
}

/// The notices after one: whether it was not read, its time, its id.
pub fn notices_after(paths: NoticePaths, (is_new, at, id): (bool, Moment, Uuid)) -> String {
    format!("{}?after={}.{}.{id}", paths.page, u8::from(is_new), at.0)
}

/// Where a list of notices goes on, as [`notices_after`] writes it.
pub fn read_notice_after(text: &str) -> Option<(bool, Moment, Uuid)> {
    let mut parts = text.splitn(3, '.');
    let is_new = match parts.next()? {
        "1" => true,
        "0" => false,
        _ => return None,
    };
    let at = Moment(parts.next()?.parse().ok()?);
    Some((is_new, at, parts.next()?.parse().ok()?))
}
