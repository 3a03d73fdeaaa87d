//! The ward: who needs somebody first? The strip of alarms, then every bed. What moves comes through the live socket; the address
//! holds the order, so that it works without JavaScript.

use std::sync::Arc;

use domain::ids::WardId;
use domain::organisation::{WardBoard, WardName};
use domain::time::Moment;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::{use_params_map, use_query_map};
use ui::lang::{self, key, say, tell, word};
use ui::segmented::Segment;
use ui::{Chip, Counts, Now, PageHead, SegmentedLinks, When, memo};

use crate::api::ask;
use crate::api::organisation::open_ward;
use crate::live::{LiveStore, use_live_ward};
use crate::routes;
use crate::widgets::alarm_strip::{AlarmStrip, Names};
use crate::widgets::alarm_voice::AlarmVoice;
use crate::widgets::alarm_words;
use crate::widgets::bed_board::{BedBoard, Order};
use crate::widgets::favicon;
use crate::widgets::frame::Frame;
use crate::widgets::gather::gather_late;
use crate::widgets::liveness::Liveness;
use crate::widgets::needs_script::NeedsScript;
use crate::widgets::shared::shared;

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
    let order = memo(move || Order::of_query(query.read().get("sort").as_deref()));
    let board = ask(move || asked.get(), open_ward);
    gather_late(board, move |gathered| {
        Box::pin(draw(gathered, order, Callback::new(move |()| board.refetch())))
    })
}

async fn draw(board: Arc<WardBoard>, order: Memo<Order>, again: Callback<()>) -> AnyView {
    if let Some(now) = use_context::<Now>() {
        now.stand(board.rendered_at);
    }
    let store = use_live_ward(&board);
    store.renew(again);
    let alarms = store.alarms();
    let counts = memo(move || alarms.with(|alarms| alarm_words::counts(alarms)));
    favicon::follow(Signal::derive(move || counts.get() != [0; 4]));
    // The server writes the title after it has let go of this page's signals: then what was drawn holds.
    let (drawn, words) = (counts.get_untracked(), lang::here());
    let place = board.name.clone();
    let name = format!("ward {} {}", board.ward, order.get_untracked().name());
    let page = shared(name, board.rendered_at, move || {
        view! { <Page board=board store=store order=order/> }.into_any()
    })
    .await;
    let end = view! { <Counts counts=counts href="#main"/> }.into_any();
    view! {
        <Title text=move || words.say(&say::title_ward(alarm_words::before_title(words, counts.try_get().unwrap_or(drawn))))/>
        <Frame place=place end=end live=true>{page}</Frame>
    }
    .into_any()
}

/// All that is the same for whoever reads.
#[component]
fn Page(board: Arc<WardBoard>, store: LiveStore, order: Memo<Order>) -> impl IntoView {
    let names = StoredValue::new(Names::of_board(&board));
    let legend = tell(say::ward_and_patients(board.name.as_str(), taken(&board)));
    let ward = board.ward;
    let back = Signal::derive(move || format!("{}?sort={}", routes::ward(ward), order.get().name()));
    view! {
        <div class="page ward">
            <Head board=Arc::clone(&board) store=store order=order/>
            <AlarmVoice store=store names=names/>
            <AlarmStrip store=store names=names back=back/>
            <NeedsScript what=word(key::FOLLOWING_THE_VALUES)/>
            <BedBoard board=board store=store order=order/>
            <p class="ward__legend">
                {legend}" "{word(key::NEWS2_SOURCE)}
            </p>
        </div>
    }
}

fn taken(board: &WardBoard) -> usize {
    board.beds.iter().filter(|bed| bed.occupant.is_some()).count()
}

/// Title, what is on the ward, how live it is, and the order of the beds.
#[component]
fn Head(board: Arc<WardBoard>, store: LiveStore, order: Memo<Order>) -> impl IntoView {
    let (taken, ward) = (taken(&board), board.ward);
    let context = tell(say::beds_of_ward(taken, board.beds.len() - taken));
    let patients: Vec<_> = board
        .beds
        .iter()
        .filter_map(|bed| store.patient(bed.occupant.as_ref()?.person.id))
        .collect();
    let newest: Vec<_> = patients.iter().map(|patient| patient.newest()).collect();
    let newest: Memo<Option<Moment>> = memo(move || newest.iter().filter_map(|at| at.get()).max());
    let replays: Vec<_> = patients.iter().map(|patient| patient.replay_since()).collect();
    let replay = memo(move || replays.iter().any(|since| since.get().is_some()));
    let orders = [Order::Need, Order::Bed];
    let address = move |order: Order| format!("{}?sort={}", routes::ward(ward), order.name());
    let options = orders
        .map(|order| Segment {
            value: address(order),
            word: order.words().into(),
            count: None,
        })
        .to_vec();
    view! {
        <PageHead title=board.name.clone() context=context>
            <When when=replay><Chip look="line" icon="play">{word(key::REPLAY)}<span class="page__context--wide">{word(key::OF_RECORDED_VALUES)}</span></Chip></When>
            <Liveness store=store newest=newest/>
            <Wards wards=board.wards.clone() here=ward/>
            <SegmentedLinks label=word(key::ORDER_OF_BEDS) options=options chosen=Signal::derive(move || address(order.get()))/>
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
