//! Every bed of a hospital as a square, one shape per state and no colour: a ward is a row, and the row says in words what the shapes say.

use leptos::prelude::*;

use crate::lang::{self, say, tell};

/// What a bed is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BedState {
    /// Somebody lies in it.
    Used,
    /// Somebody lies in it who leaves today.
    Leaving,
    /// Nobody has it.
    Free,
    /// Kept for somebody.
    Held,
    /// Being cleaned.
    Cleaning,
    /// Cannot be used.
    Out,
}

impl BedState {
    /// Every state, for a key.
    pub const ALL: [Self; 6] = [
        Self::Used,
        Self::Leaving,
        Self::Free,
        Self::Held,
        Self::Cleaning,
        Self::Out,
    ];

    /// In words.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Used => "in use",
            Self::Leaving => "leaves today",
            Self::Free => "free",
            Self::Held => "held",
            Self::Cleaning => "cleaning",
            Self::Out => "out of use",
        }
    }

    const fn name(self) -> &'static str {
        match self {
            Self::Used => "used",
            Self::Leaving => "leaving",
            Self::Free => "free",
            Self::Held => "held",
            Self::Cleaning => "cleaning",
            Self::Out => "out",
        }
    }

    /// What is drawn on it.
    const fn mark(self) -> &'static str {
        match self {
            Self::Used | Self::Free => "",
            Self::Leaving => "M4.5 13h8M9.5 10l3 3-3 3",
            Self::Held => "M8.5 13v.01",
            Self::Cleaning => "M3 12 9 3M3 22 14 5M8 23l6-9",
            Self::Out => "m5.5 10 6 6M11.5 10l-6 6",
        }
    }
}

/// The square.
#[component]
pub fn BedSquare(
    /// What the bed is.
    state: BedState,
) -> impl IntoView {
    let class = format!("square square--{}", state.name());
    view! {
        <svg class=class width="17" height="26" viewBox="0 0 17 26" aria-hidden="true">
            <rect class="square__box" x="1" y="1" width="15" height="24" rx="3"></rect>
            <path class="square__mark" d=state.mark()></path>
        </svg>
    }
}

/// The beds of one ward in a row.
#[component]
pub fn BedRow(
    /// The ward.
    #[prop(into)]
    ward: String,
    /// Its page, for who may open it.
    #[prop(optional, into)]
    href: Option<String>,
    /// Its beds, in order.
    beds: Vec<BedState>,
) -> impl IntoView {
    let free = beds.iter().filter(|bed| **bed == BedState::Free).count();
    let says = tell(say::beds_free(free, beds.len()));
    let squares = beds
        .into_iter()
        .enumerate()
        .map(|(place, state)| {
            let title = tell(say::bed_is(place + 1, lang::of_english(state.words())));
            view! { <li title=title.clone()><BedSquare state=state/><span class="visually-hidden">{title.clone()}</span></li> }
                .into_any()
        })
        .collect_view();
    view! {
        <div class="beds">
            {match href {
                Some(href) => view! { <a class="beds__ward link link--alone" href=href>{ward}</a> }.into_any(),
                None => view! { <span class="beds__ward">{ward}</span> }.into_any(),
            }}
            <ol class="beds__squares">{squares}</ol>
            <p class="beds__says">{says}</p>
        </div>
    }
}

/// What the shapes mean.
#[component]
pub fn BedKey(
    /// Those that can be seen here.
    #[prop(default = BedState::ALL.to_vec())]
    states: Vec<BedState>,
) -> impl IntoView {
    let parts = states
        .into_iter()
        .map(|state| {
            view! { <li class="beds__key-one"><BedSquare state=state/>{lang::of_english(state.words())}</li> }
                .into_any()
        })
        .collect_view();
    view! { <ul class="beds__key">{parts}</ul> }
}

#[cfg(test)]
#[cfg(feature = "ssr")]
mod tests {
    use super::*;
    use crate::drawn::html;

    #[test]
    fn the_row_says_what_the_shapes_say() {
        let beds = vec![BedState::Used, BedState::Free, BedState::Out, BedState::Free];
        let html = html(|| view! { <BedRow ward="Ward 4" href="/ward/4" beds=beds/> }.into_any());
        assert!(
            html.contains("2 beds of 4 are free.") && html.contains("Bed 3: out of use"),
            "{html}"
        );
    }
}
