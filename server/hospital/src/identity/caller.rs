//! What every door learns of a request before it opens: the server's session layer puts these into the request's extensions, and the
//! pages read them. They live here because both sides know this crate.

use std::sync::Arc;

use domain::actor::Actor;
use domain::alerts::Alarm;
use domain::identity::{Density, Me};
use domain::invalid::Invalid;
use domain::patients::TextSize;
use domain::system_alerts::Shown;
use domain::time::Moment;
use domain::units::Units;
use uuid::Uuid;

use super::sessions::SessionKey;
use crate::ctx::Ctx;
use crate::house::House;

/// Who asks, as the session cookie of the path's realm says.
#[derive(Clone, Debug, PartialEq)]
pub struct Caller {
    /// The actor for `Ctx::new`; [`Actor::Nobody`] when nobody has signed in.
    pub actor: Actor,
    /// The person as pages show them; none when nobody has signed in.
    pub me: Option<Me>,
    /// The session; none when nobody has signed in.
    pub session: Option<SessionKey>,
    /// When the person last proved who they are.
    pub proved_at: Option<Moment>,
    /// From where they ask.
    pub address: Option<String>,
    /// The tag of the language that their account asks for.
    pub language: Option<String>,
    /// In which units they read.
    pub units: Units,
    /// How large their account asks text to be in the portal.
    pub text_size: TextSize,
    /// Whether their account asks for high contrast.
    pub high_contrast: bool,
    /// How tight controls and rows stand for them.
    pub density: Density,
    /// Whether they have to set up a second factor before anything else opens.
    pub must_enrol: bool,
    /// How many notices they have not read, where a page is opened: its frame says so.
    pub unread: u32,
    /// How many messages of conversations they have not seen; none where they talk to nobody.
    pub talk: Option<u32>,
    /// What stands at the top of their pages.
    pub alerts: Vec<Shown>,
    /// Alarms that are open where they are on duty; none where they watch no ward.
    pub alarms: Option<Vec<Alarm>>,
}

impl Caller {
    /// The context of what they ask under the number `request`.
    pub fn ctx(&self, house: &Arc<House>, request: RequestId) -> Ctx {
        Ctx::new(house.clone(), self.actor.clone(), request.0)
            .proved(self.proved_at)
            .from_address(self.address.as_deref())
    }

    /// Nobody has signed in.
    pub const fn nobody() -> Self {
        Self {
            actor: Actor::Nobody,
            me: None,
            session: None,
            proved_at: None,
            address: None,
            language: None,
            units: Units::STORED,
            text_size: TextSize::Usual,
            high_contrast: false,
            density: Density::Usual,
            must_enrol: false,
            unread: 0,
            talk: None,
            alerts: Vec::new(),
            alarms: None,
        }
    }
}

/// The number of the request, made by the server: for `Ctx::new`, the log, the audit, and the reference on the page for 500.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RequestId(pub Uuid);

/// What the sign-in page says after a refusal; shown once. It never holds a password.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SignInFlash {
    /// What was typed as e-mail or phone, so that it need not be typed again.
    pub login: String,
    /// One sentence for the top of the page; empty when only fields are at fault.
    pub message: String,
    /// Faults by field: `login`, `password`.
    pub fields: Vec<Invalid>,
}
