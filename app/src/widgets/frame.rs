//! The frame of a signed-in page: top bar, navigation by role, offline bar, toasts, keys, system alerts, and what paper says. [`Framing`] draws it, for pages of the router ([`Frame`], which a
//! page draws itself, because it knows what stands in the top bar), for form pages and for the gallery.

use domain::actor::Role;
use domain::time::Moment;
use hospital::identity::Caller;
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use ui::Shell;

use super::aloud::{At, aloud};
use super::keys::Keys;
use super::paper::{paper, zone_line};
use super::shared::same;
use crate::shell::Assets;
use crate::welcome::Welcome;
use crate::{door, finding, forms, portals, program, routes, standing};

/// What a frame is drawn of.
pub(crate) struct Framing<'a> {
    /// Who reads.
    pub caller: &'a Caller,
    /// Whose frame.
    pub side: Side,
    /// What finds and tells; none where nothing can be opened: in the gallery.
    pub assets: Option<&'a Assets>,
    /// The path of the page.
    pub here: &'a str,
    /// The ward, or whatever the page is about; after the hospital's name.
    pub place: String,
    /// What the page is on paper.
    pub title: String,
    /// When it is drawn.
    pub now: Moment,
    /// What stands before the bell: the alarm counts.
    pub end: Option<AnyView>,
    /// What lies over the page.
    pub over: Option<AnyView>,
}

impl Framing<'_> {
    /// The page in its frame.
    pub fn draw(self, page: AnyView) -> AnyView {
        let Self { caller, now, .. } = self;
        let staff = self.side == Side::Staff;
        let (class, out) = match self.side {
            Side::Staff => ("portal-staff", routes::SIGN_OUT),
            Side::Portal => ("portal-patient comfortable", routes::MY_SIGN_OUT),
        };
        let me = caller.me.as_ref();
        let (under, paper) = (
            me.and_then(|me| zone_line(me, now)),
            me.map(|me| paper(me, self.title, now)),
        );
        let (name, hospital, roles) = me
            .cloned()
            .map(|me| (me.name, me.hospital, me.roles))
            .unwrap_or_default();
        let role = roles
            .iter()
            .map(|role| portals::role_in_words(*role))
            .collect::<Vec<_>>()
            .join(", ");
        let home = roles.first().map_or(routes::HOME, |role| routes::home_of(*role));
        let rail = forms::rail(forms::places(caller, &roles), self.here, out, staff);
        let opens = staff && self.assets.is_some();
        let keys = opens.then(|| same("keys", || view! { <Keys/> }.into_any()));
        let end = self.end.or_else(|| opens.then(|| standing::standing(caller)).flatten());
        let (search, bell) = match self.assets {
            Some(assets) => (finding::search(caller), finding::bell(caller, assets)),
            None => (None, None),
        };
        let read = self
            .assets
            .filter(|_| !staff)
            .map(|assets| aloud(At::Head, &assets.aloud));
        let top = forms::system_alerts::top::top(&caller.alerts, self.here);
        view! {
            <div class=class>
                <Shell
                    hospital=hospital
                    place=self.place
                    elsewhere=opens.then_some(routes::SEARCH)
                    name=name
                    role=role
                    home=home.to_string()
                    over=self.over
                    search=search
                    end=end
                    bell=bell
                    rail=rail
                    paper=paper
                    under=under
                >
                    {read}
                    {top}
                    {page}
                </Shell>
                {keys}
            </div>
        }
        .into_any()
    }
}

/// Whose frame.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Side {
    /// Staff.
    #[default]
    Staff,
    /// The patient's own pages: larger, calmer.
    Portal,
}

impl Side {
    /// Of who has these roles: the portal's where none of them is of the staff.
    pub fn of(roles: &[Role]) -> Self {
        match roles.iter().any(|role| role.is_of_staff()) {
            true => Self::Staff,
            false => Self::Portal,
        }
    }
}

/// The frame.
#[component]
pub fn Frame(
    /// The ward, or whatever the page is about; after the hospital's name.
    #[prop(optional, into)]
    place: String,
    /// What stands before the reader's name: the alarm counts.
    #[prop(optional)]
    end: Option<AnyView>,
    /// Whose frame.
    #[prop(optional)]
    side: Side,
    /// Whether the page moves ([`crate::program`]), so that a lost connection must be told.
    #[prop(optional)]
    live: bool,
    /// The page.
    children: Children,
) -> impl IntoView {
    let caller = door::caller();
    let hospital = || caller.me.as_ref().map(|me| me.hospital.clone());
    let title = Some(place.clone()).filter(|place| !place.is_empty()).or_else(hospital);
    let over = live.then(|| {
        let toasts = (side == Side::Staff).then(program::toasts);
        view! { {program::over()} {toasts} {program::carry_reader()} }.into_any()
    });
    Framing {
        caller: &caller,
        side,
        assets: Some(&use_context::<Assets>().unwrap_or_default()),
        here: &use_location().pathname.get_untracked(),
        title: title.unwrap_or_default(),
        place,
        now: Welcome::here().rendered_at,
        end,
        over,
    }
    .draw(children().into_any())
}
