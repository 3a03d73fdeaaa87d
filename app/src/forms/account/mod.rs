//! One's own account: [`home`] (profile, password, sessions, sign-ins, mails), [`login`] (e-mail and phone), [`factor`] (the second factor), [`prove`] and [`code`] (the forms that ask
//! who sits there), and [`sessions`] (an admin's list of everybody's). Staff and patients have the same pages under paths of their own
//! (`routes::AccountPaths`).

pub mod code;
pub mod factor;
pub mod home;
mod lists;
pub mod login;
mod looks;
pub mod prove;
pub mod sessions;
mod who;
