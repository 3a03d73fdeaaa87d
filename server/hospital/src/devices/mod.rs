//! Bedside devices: tokens, sign of life, sessions, the list for whoever keeps them running, handing one over for a while, and machines that are kept.

mod authenticate;
pub mod gateway;
pub mod hand_over;
mod list;
pub mod machines;
mod report;
mod start_session;
mod tokens;
mod watch;

pub use authenticate::{DeviceTokens, authenticate, forget_revoked};
pub use list::list;
pub use report::{Report, report};
pub use start_session::start_session;
pub use tokens::{
    DeviceTokenPage, device_named, list_device_tokens, make_device_token, make_token, revoke_device_token,
    revoke_device_tokens, revoke_tokens, rotate_token,
};
pub use watch::follow;
