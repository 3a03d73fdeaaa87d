//! The ward: who needs somebody first? The strip of alarms, then every bed. What moves comes through the live socket ([`WardNow`]); the address
//! holds the order and which beds are shown ([`Show`]), so that both work without JavaScript.

use std::sync::Arc;

use domain::access::Action;
use domain::ids::WardId;
use domain::organisation::{WardBoard, WardName};
use hospital::patients::WardOfReader;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::{use_params_map, use_query_map};
use ui::lang::{key, say, tell, word};
use ui::segmented::Segment;
use ui::{Now, PageHead, SegmentedLinks, memo};

use super::due::{due_of_ward, overdue_on_ward};
use super::shown::{self, Show};
use crate::api::ask;
use crate::api::organisation::open_ward;
use crate::forms::calls::ward as calls;
use crate::program::{Found, Live, WardNow, carry_record};
use crate::routes;
use crate::shell::Assets;
use crate::widgets::bed_board::Order;
use crate::widgets::bed_card::Mine;
use crate::widgets::frame::Frame;
use crate::widgets::gather::gather_late;
use crate::widgets::needs_script::NeedsScript;
use crate::widgets::shared::shared;
use crate::widgets::ward_news::{of_reader, ward_news};

/// The page.
#[component]
pub fn WardPage() -> impl IntoView {
    let params = use_params_map();
    let query = use_query_map();
    // An address that is no ward's is a ward that nobody has: the verb answers "not found".
    let asked = memo(move || {
        params
            .read()
            .get("ward")
            .map(|ward| ward.parse::<WardId>().unwrap_or(WardId(uuid::Uuid::nil())))
    });
    let order = Order::of_query(query.read_untracked().get("sort").as_deref());
    let show = Show::of_query(query.read_untracked().get("show").as_deref());
    let board = ask(move || asked.get(), open_ward);
    gather_late(board, move |gathered| Box::pin(draw(gathered, order, show)))
}

async fn draw(board: Arc<WardBoard>, order: Order, show: Show) -> AnyView {
    if let Some(now) = use_context::<Now>() {
        now.stand(board.rendered_at);
    }
    let live = WardNow::new(Arc::clone(&board), order);
    let (title, end, place) = (live.title(), live.part("counts"), board.name.clone());
    let name = |part: &str| format!("{part} of ward {} {}", board.ward, order.name());
    let WardOfReader { mine, news } = of_reader(&board).await;
    let (first, second, third, fourth) = (live.clone(), live.clone(), live.clone(), live.clone());
    // Nothing outside of what is shared asks for what moves: its signals, one for each value of each patient, would be made for every reader.
    let treated = board.beds.iter().filter_map(|bed| bed.occupant.as_ref());
    let treated = treated.filter(|one| mine.contains(&one.person.id)).count();
    let filters = shared(
        name(&format!("choice of {} with {treated}", show.name())),
        board.rendered_at,
        move || untrack(|| shown::filters(&third, show, treated)),
    )
    .await;
    let top = shared(
        name(&format!("top with {}", show.name())),
        board.rendered_at,
        move || view! { <Top live=first show=show/> }.into_any(),
    )
    .await;
    // Below the beds, which a phone shows first; that somebody is overdue stands above them.
    let due = shared(name("due"), board.rendered_at, move || due_of_ward(&second)).await;
    let overdue = shared(name("overdue"), board.rendered_at, move || overdue_on_ward(&fourth)).await;
    // Whose patients they are is not the same for two readers: where that is asked, the beds are drawn for this one.
    let beds = if show == Show::Mine {
        provide_context(Mine(mine));
        view! { <Beds live=live/> }.into_any()
    } else {
        shared(name("beds"), board.rendered_at, move || {
            view! { <Beds live=live/> }.into_any()
        })
        .await
    };
    let (none, class) = (
        shown::nobody(&board, order, show),
        format!("ward__shown ward__shown--{}", show.name()),
    );
    let news = ward_news(&board, &news);
    let calls = calls_of(board.ward, show.address(&board, order)).await;
    let critical = view! {
        <p><a class="link link--alone" href=routes::CRITICAL rel="external">{word(key::CRITICAL_ALL)}</a></p>
    }
    .into_any();
    view! {
        <Title text=title/>
        <Frame place=place end=end live=true><div class="page ward">{top}<div class="cluster">{calls}{overdue}</div>{filters}{news}<div class=class>{none}{beds}</div>{due}{critical}</div></Frame>
    }
    .into_any()
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

/// All but what is new to the reader. The gallery draws it, of a ward that stands still.
#[component]
pub(crate) fn Page(live: WardNow) -> impl IntoView {
    view! { <div class="page ward"><Top live=live.clone() show=Show::All/><Beds live=live/></div> }
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
            {live.part("beds")}
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
