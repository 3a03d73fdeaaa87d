//! The frame of a signed-in page: top bar, navigation by role, offline bar, toasts, keys. A page draws its frame itself, because it
//! knows what stands in the top bar.

use leptos::prelude::*;
use leptos_router::hooks::use_location;
use ui::Shell;

use super::keys::Keys;
use super::paper::{paper, zone_line};
use crate::shell::Assets;
use crate::welcome::{Welcome, me};
use crate::{door, finding, forms, portals, program, routes};

/// Whose frame.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Side {
    /// Staff.
    #[default]
    Staff,
    /// The patient's own pages: larger, calmer.
    Portal,
}

/// The frame.
#[component]
pub fn Frame(
    /// The ward, or whatever the page is about; after the hospital's name.
    #[prop(optional, into)]
    place: Signal<String>,
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
    let me = me();
    let now = Welcome::here().rendered_at;
    let under = me.as_ref().and_then(|me| zone_line(me, now)).into_any();
    let title = move |hospital: &str| match place.get_untracked() {
        place if place.is_empty() => hospital.to_owned(),
        place => place,
    };
    let paper = me
        .as_ref()
        .map(|me| paper(me, title(&me.hospital), now))
        .unwrap_or_else(|| (().into_any(), ().into_any()));
    let (name, hospital, roles) = me.map(|me| (me.name, me.hospital, me.roles)).unwrap_or_default();
    let role = roles
        .iter()
        .map(|role| portals::role_in_words(*role))
        .collect::<Vec<_>>()
        .join(", ");
    let home = roles.first().map_or(routes::HOME, |role| routes::home_of(*role));
    let (class, out) = match side {
        Side::Staff => ("portal-staff", routes::SIGN_OUT),
        Side::Portal => ("portal-patient comfortable", routes::MY_SIGN_OUT),
    };
    let staff = side == Side::Staff;
    let keys = staff.then(|| view! { <Keys/> }.into_any());
    let here = use_location().pathname.get_untracked();
    let rail = forms::rail(forms::places(&door::caller(), &roles), &here, out, staff);
    let over =
        live.then(|| view! { {program::over()} {staff.then(program::toasts)} {program::carry_reader()} }.into_any());
    let caller = door::caller();
    let assets = use_context::<Assets>().unwrap_or_default();
    let (search, bell) = (finding::search(&caller), finding::bell(&caller, &assets));
    let page = children();
    view! {
        <div class=class>
            <Shell
                hospital=hospital
                place=place
                elsewhere=staff.then_some(routes::SEARCH)
                name=name
                role=role
                home=home.to_string()
                over=over.into_any()
                search=search
                end=end.into_any()
                bell=bell
                rail=rail
                paper=paper
                under=under
            >
                {page}
            </Shell>
            {keys}
        </div>
    }
}
