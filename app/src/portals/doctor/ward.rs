//! The ward: who needs somebody first? The strip of alarms, then every bed. What moves comes through the live socket ([`WardNow`]); the address
//! holds the order and which beds are shown ([`Show`]), so that both work without JavaScript.

use std::sync::Arc;

use domain::access::Action;
use domain::actor::Role;
use domain::ids::WardId;
use domain::organisation::{WardBoard, WardName};
use hospital::patients::WardOfReader;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::{use_params_map, use_query_map};
use ui::lang::{key, say, tell, word};
use ui::segmented::Segment;
use ui::{Now, PageHead, SegmentedLinks};

use super::due::DueOnWard;
use super::shown::{self, Own, Show};
use crate::api::ask;
use crate::api::organisation::open_ward;
use crate::forms::calls::ward as calls;
use crate::program::{Found, Live, WardNow, carry_record};
use crate::routes;
use crate::shell::Assets;
use crate::widgets::bed_board::Order;
use crate::widgets::frame::Frame;
use crate::widgets::gather::gather_late;
use crate::widgets::needs_script::NeedsScript;
use crate::widgets::refused::did_not_load;
use crate::widgets::shared::shared;
use crate::widgets::ward_news::{of_reader, ward_news};

/// The page.
#[component]
pub fn WardPage() -> impl IntoView {
    let params = use_params_map();
    let query = use_query_map();
    // An address that is no ward's is a ward that nobody has: the verb answers "not found".
    let ward = params.read_untracked().get("ward");
    let ward = ward.map(|ward| ward.parse::<WardId>().unwrap_or(WardId(uuid::Uuid::nil())));
    let order = Order::of_query(query.read_untracked().get("sort").as_deref());
    let show = Show::of_query(query.read_untracked().get("show").as_deref());
    gather_late(ask(open_ward(ward)), move |gathered| draw(gathered, order, show))
}

async fn draw(board: Arc<WardBoard>, order: Order, show: Show) -> AnyView {
    if let Some(now) = use_context::<Now>() {
        now.stand(board.rendered_at);
    }
    let is_nurse = is_nurse();
    let live = WardNow::new(Arc::clone(&board), order);
    let (title, end, place) = (live.title(), live.part("counts"), board.name.clone());
    let name = |part: &str| format!("{part} of ward {} {}", board.ward, order.name());
    let (reader, away) = match of_reader(&board).await {
        Ok(of_reader) => (of_reader, None),
        Err(error) => (WardOfReader::default(), did_not_load(word(key::WARD_OF_READER), &error)),
    };
    // What is the reader's own did not load: every bed is shown, and nobody is told that they treat nobody.
    let show = if away.is_some() && show.is_own() {
        Show::All
    } else {
        show
    };
    let (first, second) = (live.clone(), live.clone());
    // Nothing outside of what is shared asks for what moves: its signals, one for each value of each patient, would be made for every reader.
    let own = away.is_none().then(|| Own::on(&board, &reader));
    let filters = shared(
        name(&format!("choice of {} with {own:?}", show.name())),
        board.rendered_at,
        move || untrack(|| shown::filters(&second, show, own)),
    )
    .await;
    let top = shared(
        name(&format!("top with {}", show.name())),
        board.rendered_at,
        move || view! { <Top live=first show=show/> }.into_any(),
    )
    .await;
    // Below the beds, or for a nurse above them (a phone shows the beds first to everybody); that somebody is overdue stands above them for all.
    let below = DueOnWard::new(live.clone());
    let above = below.clone();
    let due = shared(name("due"), board.rendered_at, move || below.list()).await;
    let overdue = shared(name("overdue"), board.rendered_at, move || above.overdue()).await;
    // Whom they treat and what is new to them is not the same for two readers: where that is asked, the beds are drawn for this one.
    let beds = if let Some(picked) = shown::picked(show, &reader) {
        provide_context(picked);
        view! { <Beds live=live/> }.into_any()
    } else {
        shared(name("beds"), board.rendered_at, move || {
            view! { <Beds live=live/> }.into_any()
        })
        .await
    };
    let page = lay_out(Asked {
        show,
        top: top.into_any(),
        calls: calls_of(board.ward, show.address(&board, order)).await,
        overdue: overdue.into_any(),
        filters: filters.into_any(),
        away,
        news: ward_news(&board, &reader.news),
        none: shown::nobody(&board, order, show),
        beds: beds.into_any(),
        due: due.into_any(),
        is_nurse,
    });
    view! {
        <Title text=title/>
        <Frame place=place end=end live=true>{page}</Frame>
    }
    .into_any()
}

/// What the page holds, drawn.
struct Asked {
    /// Which beds.
    show: Show,
    /// Title and alarms.
    top: AnyView,
    /// How many call.
    calls: Option<AnyView>,
    /// How many are overdue.
    overdue: AnyView,
    /// The choice of beds.
    filters: AnyView,
    /// What did not load.
    away: Option<AnyView>,
    /// What is new to the reader.
    news: AnyView,
    /// What is said where no bed is left.
    none: Option<AnyView>,
    /// The beds.
    beds: AnyView,
    /// Who is due.
    due: AnyView,
    /// Whether the reader measures: what is due comes first for them.
    is_nurse: bool,
}

/// All that stands in the frame.
fn lay_out(asked: Asked) -> AnyView {
    let class = format!("ward__shown ward__shown--{}", asked.show.name());
    let (above, below) = match asked.is_nurse {
        true => (Some(asked.due), None),
        false => (None, Some(asked.due)),
    };
    view! {
        <div class="page ward">
            {asked.top}
            <div class="cluster">{asked.calls}{asked.overdue}</div>
            <div class="ward__pick">{asked.filters}{asked.news}</div>
            {asked.away}
            {above}
            <div class=class>{asked.none}{asked.beds}</div>
            {below}
            <p><a class="link link--alone" href=routes::CRITICAL rel="external">{word(key::CRITICAL_ALL)}</a></p>
        </div>
    }
    .into_any()
}

/// Whether a nurse reads it who is no doctor.
fn is_nurse() -> bool {
    let roles = crate::door::caller().me.map(|me| me.roles).unwrap_or_default();
    roles.contains(&Role::Nurse) && !roles.contains(&Role::Doctor)
}

/// How many of its patients call for a nurse and to how many somebody comes, with the way to them; it moves on the page at `here`. Where it did not load the way stands all the same, and says so.
async fn calls_of(ward: WardId, here: String) -> Option<AnyView> {
    let ctx = crate::door::enter()
        .ok()
        .filter(|ctx| ctx.may_at_all(Action::ListCalls))?;
    let script = use_context::<Assets>().unwrap_or_default().again;
    let told = crate::door::ask_quietly(async move { hospital::calls::open_on(&ctx, ward).await });
    Some(match told.await {
        Ok(open) => calls::part(ward, open, here, script),
        Err(_) => calls::away(),
    })
}

/// The same page of a ward that stands still, for this reader: the gallery draws it.
pub(crate) fn still(live: &WardNow, calls: AnyView, reader: &WardOfReader) -> AnyView {
    let due = DueOnWard::new(live.clone());
    lay_out(Asked {
        show: Show::All,
        top: view! { <Top live=live.clone() show=Show::All/> }.into_any(),
        calls: Some(calls),
        overdue: due.overdue(),
        filters: untrack(|| shown::filters(live, Show::All, Some(Own::on(&live.board, reader)))),
        away: None,
        news: ward_news(&live.board, &reader.news),
        none: None,
        beds: view! { <Beds live=live.clone()/> }.into_any(),
        due: due.list(),
        is_nurse: false,
    })
}

/// Title and alarms: the same for whoever reads.
#[component]
fn Top(live: WardNow, show: Show) -> impl IntoView {
    view! {
        <div class="ward__top">
            <Head live=live.clone() show=show/>
            {live.part("alarms")}
            <NeedsScript what=word(key::FOLLOWING_THE_VALUES)/>
        </div>
    }
}

/// The beds, and what the page's program goes on from: the same for whoever reads.
#[component]
fn Beds(live: WardNow) -> impl IntoView {
    let board = Arc::clone(&live.board);
    let legend = tell(say::ward_and_patients(board.name.as_str(), taken(&board)));
    view! {
        <div class="ward__beds">
            {live.beds()}
            <p class="ward__legend">
                {legend}" "{word(key::NEWS2_SOURCE)}
            </p>
            {carry_record(&Found::Ward(board, live.order == Order::Bed))}
        </div>
    }
}

fn taken(board: &WardBoard) -> usize {
    board.beds.iter().filter(|bed| bed.occupant.is_some()).count()
}

/// Title, what is on the ward, how live it is, and the order of the beds.
#[component]
fn Head(live: WardNow, show: Show) -> impl IntoView {
    let board = Arc::clone(&live.board);
    let (taken, ward, name) = (taken(&board), board.ward, board.name.clone());
    let mark = live.part("mark");
    let context = tell(say::beds_of_ward(taken, board.beds.len() - taken));
    let of = Arc::clone(&board);
    let address = move |order: Order| show.address(&of, order);
    let options = [Order::Need, Order::Bed]
        .map(|order| Segment {
            value: address(order),
            word: order.words().into(),
            count: None,
        })
        .to_vec();
    let chairs = board.has_chairs.then(|| {
        view! {
            <a class="link link--alone" href=routes::dialysis_unit(ward) rel="external">{word(key::PLACE_DIALYSIS)}</a>
        }
        .into_any()
    });
    view! {
        <PageHead title=name context=context>
            {mark}
            <Wards wards=board.wards.clone() here=ward/>
            {chairs}
            <SegmentedLinks label=word(key::ORDER_OF_BEDS) options=options chosen=address(live.order)/>
        </PageHead>
    }
}

/// Other wards, where there are any.
#[component]
fn Wards(wards: Vec<WardName>, here: WardId) -> impl IntoView {
    (wards.len() > 1).then(|| {
        let options: Vec<Segment> = wards
            .iter()
            .map(|ward| Segment {
                value: routes::ward(ward.id),
                word: ward.name.clone(),
                count: None,
            })
            .collect();
        view! { <SegmentedLinks label=word(key::WARDS) options=options chosen=routes::ward(here)/> }.into_any()
    })
}
