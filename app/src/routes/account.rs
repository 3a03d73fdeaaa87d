//! The paths of one's own account.

use super::{MY, lies_under};

/// The pages and doors of one's own account; they stand once under the staff's paths and once under the portal's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AccountPaths {
    /// The page.
    pub account: &'static str,
    /// How the person is reached.
    pub contact: &'static str,
    /// Asks for another e-mail address.
    pub email: &'static str,
    /// Keeps the one that there is.
    pub email_keep: &'static str,
    /// Another number to sign in with.
    pub sign_in_phone: &'static str,
    /// How the pages look: language, units.
    pub looks: &'static str,
    /// A new password.
    pub password: &'static str,
    /// Ends one session, or all.
    pub sessions: &'static str,
    /// Ends what a program holds.
    pub programs: &'static str,
    /// The page where they prove anew who they are, and its door.
    pub prove: &'static str,
    /// The page of the second factor.
    pub factor: &'static str,
    /// Begins to set an app up.
    pub factor_begin: &'static str,
    /// Its first code.
    pub factor_confirm: &'static str,
    /// New recovery codes.
    pub factor_codes: &'static str,
    /// Takes the factor away.
    pub factor_remove: &'static str,
}

macro_rules! account_paths {
    ($account:literal) => {
        AccountPaths {
            account: $account,
            contact: concat!($account, "/contact"),
            email: concat!($account, "/email"),
            email_keep: concat!($account, "/email/keep"),
            sign_in_phone: concat!($account, "/phone"),
            looks: concat!($account, "/looks"),
            password: concat!($account, "/password"),
            sessions: concat!($account, "/sessions"),
            programs: concat!($account, "/programs"),
            prove: concat!($account, "/prove"),
            factor: concat!($account, "/factor"),
            factor_begin: concat!($account, "/factor/begin"),
            factor_confirm: concat!($account, "/factor/confirm"),
            factor_codes: concat!($account, "/factor/codes"),
            factor_remove: concat!($account, "/factor/remove"),
        }
    };
}

/// The staff's.
pub const STAFF_ACCOUNT: AccountPaths = account_paths!("/account");
/// The page where staff prove anew who they are.
pub const PROVE: &str = STAFF_ACCOUNT.prove;
/// The portal's.
pub const PORTAL_ACCOUNT: AccountPaths = account_paths!("/my/account");

/// The part of the portal's account that says how the pages look.
pub const MY_LOOKS: &str = "/my/account#looks";

/// Those of the realm in which `path` lies.
pub fn account_of(path: &str) -> AccountPaths {
    let path = path.split(['?', '#']).next().unwrap_or_default();
    if lies_under(path, MY) {
        PORTAL_ACCOUNT
    } else {
        STAFF_ACCOUNT
    }
}

/// Whether who still has to set up a second factor may open `path`: that page, and proving who they are for it.
pub fn is_for_enrolment(path: &str) -> bool {
    let paths = STAFF_ACCOUNT;
    path == paths.prove || lies_under(path, paths.factor)
}
