//! The browser's WebSocket of this tab: one, for as long as the page stands.

use std::cell::RefCell;
use std::sync::Arc;
use std::time::Duration;

use domain::live::{PROTOCOL, ToClient, ToServer, Topic};
use domain::time::Moment;
use leptos::prelude::*;
use ui::Now;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{BinaryType, CloseEvent, MessageEvent, WebSocket};

use super::backoff;
use super::client::{Connection, ends, ends_now, stands};
use super::link::{Link, Verdict};
use super::store::LiveStore;

/// Who hears nothing for this long is away: two pings and some.
const SILENCE: f64 = 35.0;
/// How often silence is looked for.
const LOOK: Duration = Duration::from_secs(5);
/// After a connection that held this long, in milliseconds, waiting begins anew with the shortest time.
const HELD: i64 = 10_000;
/// The server's code for a session that has ended.
const SIGNED_OUT: u16 = 4001;
/// A person who stays is told of this often, in seconds.
const HERE: f64 = 60.0;
/// Tries that fail before it is asked whether the session still holds: a browser does not say why a socket was refused.
const TRIES_BEFORE_ASKING: u32 = 3;

thread_local! {
    static TAB: RefCell<Tab> = RefCell::default();
}

/// The tab's socket and what hangs on it.
#[derive(Default)]
struct Tab {
    link: Link,
    stores: Vec<(Topic, LiveStore)>,
    clock: Option<Now>,
    open: Option<Open>,
    /// Each socket has its number: what an old one still says is not heard.
    generation: u32,
    tries: u32,
    waiting: Option<TimeoutHandle>,
    listens: bool,
    /// When the server was last told that somebody is here.
    here: Moment,
}

/// A socket and its ears, which live as long as it does.
struct Open {
    socket: WebSocket,
    /// Whether the handshake is done.
    ready: bool,
    since: i64,
    heard: Moment,
    _ears: Ears,
}

type Ears = (
    Closure<dyn FnMut()>,
    Closure<dyn FnMut(MessageEvent)>,
    Closure<dyn FnMut(CloseEvent)>,
);

/// Lets a store follow a topic.
pub(super) fn follow(topic: Topic, store: LiveStore, clock: Option<Now>) {
    listen();
    with(|tab| {
        tab.clock = clock;
        tab.stores.push((topic, store));
        let wish = tab.link.follow(topic);
        tab.say(&wish);
    });
    if with(|tab| tab.open.is_none() && tab.waiting.is_none()) {
        connect();
    }
}

/// Connects at once, when there is no connection.
pub(super) fn try_now() {
    if with(|tab| !tab.link.is_idle() && tab.open.as_ref().is_none_or(|open| !open.ready)) {
        connect();
    }
}

/// Somebody is here: a key, a pointer. The server is told once a minute, and at once when it has said that it is about to sign them out.
pub(super) fn here() {
    let asked = ends_now().is_some_and(|ends| ends.stays);
    let told = with(|tab| {
        let now = tab.now();
        let told = tab.open.as_ref().is_some_and(|open| open.ready) && (asked || now.seconds_since(tab.here) >= HERE);
        if told {
            tab.here = now;
            tab.say(&ToServer::Here);
        }
        told
    });
    if told && asked {
        ends(None);
    }
}

/// Does something with the tab. What is done inside must not come back here.
fn with<T>(act: impl FnOnce(&mut Tab) -> T) -> T {
    TAB.with(|tab| act(&mut tab.borrow_mut()))
}

impl Tab {
    fn say(&self, wish: &ToServer) {
        let Some(open) = self.open.as_ref().filter(|open| open.ready) else {
            return;
        };
        // A socket that just closed refuses; its close event follows.
        if let Ok(bytes) = postcard::to_allocvec(wish)
            && open.socket.send_with_u8_array(&bytes).is_err()
        {
            leptos::logging::debug_warn!("the live socket did not take a message");
        }
    }

    /// Ends the socket and forgets its ears.
    fn close(&mut self) {
        self.generation = self.generation.wrapping_add(1);
        if let Some(waiting) = self.waiting.take() {
            waiting.clear();
        }
        if let Some(open) = self.open.take() {
            open.socket.set_onopen(None);
            open.socket.set_onmessage(None);
            open.socket.set_onclose(None);
            if open.socket.close().is_err() {
                leptos::logging::debug_warn!("the live socket was closed already");
            }
        }
    }

    fn now(&self) -> Moment {
        self.clock.map(Now::running_untracked).unwrap_or_default()
    }
}

fn connect() {
    with(|tab| {
        tab.close();
        let generation = tab.generation;
        let Ok(socket) = WebSocket::new_with_str(&address(), PROTOCOL) else {
            return;
        };
        socket.set_binary_type(BinaryType::Arraybuffer);
        let ears: Ears = (
            Closure::new(move || opened(generation)),
            Closure::new(move |event: MessageEvent| heard(generation, &event)),
            Closure::new(move |event: CloseEvent| closed(generation, event.code())),
        );
        socket.set_onopen(Some(ears.0.as_ref().unchecked_ref()));
        socket.set_onmessage(Some(ears.1.as_ref().unchecked_ref()));
        socket.set_onclose(Some(ears.2.as_ref().unchecked_ref()));
        let now = tab.now();
        tab.open = Some(Open {
            socket,
            ready: false,
            since: now.millis(),
            heard: now,
            _ears: ears,
        });
    });
}

/// The portal has its own path, because it has its own cookie.
fn address() -> String {
    let location = window().location();
    let (protocol, host) = (
        location.protocol().unwrap_or_default(),
        location.host().unwrap_or_default(),
    );
    let path = location.pathname().unwrap_or_default();
    let scheme = if protocol == "https:" { "wss" } else { "ws" };
    let realm = if path == "/my" || path.starts_with("/my/") {
        "/my"
    } else {
        ""
    };
    format!("{scheme}://{host}{realm}/live")
}

fn opened(generation: u32) {
    with(|tab| {
        if tab.generation != generation {
            return;
        }
        let now = tab.now();
        if let Some(open) = &mut tab.open {
            (open.ready, open.since, open.heard) = (true, now.millis(), now);
        }
        for wish in tab.link.greet() {
            tab.say(&wish);
        }
    });
}

fn heard(generation: u32, event: &MessageEvent) {
    let bytes = js_sys::Uint8Array::new(&event.data()).to_vec();
    let Ok(message) = postcard::from_bytes::<ToClient>(&bytes) else {
        // A newer server: its own page understands it.
        return reload();
    };
    let (verdict, clock, stores) = with(|tab| {
        if tab.generation != generation {
            return (Verdict::Stranger, None, Vec::new());
        }
        let verdict = tab.link.judge(&message);
        if let Verdict::Answer(wish) | Verdict::AskAgain(wish) = &verdict {
            tab.say(wish);
        }
        let stores: Vec<LiveStore> = match verdict {
            Verdict::Show(topic) => tab
                .stores
                .iter()
                .filter(|(of, _)| *of == topic)
                .map(|(_, store)| *store)
                .collect(),
            _ => Vec::new(),
        };
        (verdict, tab.clock, stores)
    });
    match verdict {
        Verdict::SignedOut => return reload(),
        Verdict::Stranger => return,
        _ => {}
    }
    let message = Arc::new(message);
    for store in stores {
        store.take(&message);
    }
    if let (ToClient::Hello { now: server, .. } | ToClient::Ping { now: server, .. }, Some(clock)) = (&*message, clock)
    {
        clock.correct(*server);
    }
    if let ToClient::Ping { ends: soon, .. } = &*message {
        ends(*soon);
    }
    let at = with(|tab| {
        let at = tab.now();
        if let Some(open) = &mut tab.open {
            open.heard = at;
        }
        at
    });
    stands(Connection::Live { at });
}

fn closed(generation: u32, code: u16) {
    if with(|tab| tab.generation != generation) {
        return;
    }
    if code == SIGNED_OUT {
        return reload();
    }
    lost();
}

/// The connection is gone: say so, and try again after a while.
fn lost() {
    let (now, tries) = with(|tab| {
        let now = tab.now();
        let held = tab
            .open
            .as_ref()
            .is_some_and(|open| open.ready && now.millis() - open.since >= HELD);
        tab.tries = if held { 0 } else { tab.tries.saturating_add(1) };
        // The ears may be what calls: they go when the next socket opens, not while they hear.
        tab.generation = tab.generation.wrapping_add(1);
        if let Some(open) = &mut tab.open {
            open.ready = false;
        }
        (now, tab.tries)
    });
    stands(Connection::Away { since: now });
    if tries >= TRIES_BEFORE_ASKING {
        wasm_bindgen_futures::spawn_local(ask_whether_signed_in());
    }
    let wait = Duration::from_millis(u64::from(backoff::wait(tries, js_sys::Math::random())));
    let waiting = set_timeout_with_handle(connect, wait).ok();
    with(|tab| {
        if let Some(earlier) = std::mem::replace(&mut tab.waiting, waiting) {
            earlier.clear();
        }
    });
}

/// Looks for silence, and hears when the tab is shown again or the network comes and goes. Once a tab.
fn listen() {
    if with(|tab| std::mem::replace(&mut tab.listens, true)) {
        return;
    }
    let look = || {
        let silent = with(|tab| {
            let now = tab.now();
            tab.open
                .as_ref()
                .is_some_and(|open| open.ready && now.seconds_since(open.heard) > SILENCE)
        });
        if silent {
            with(Tab::close);
            lost();
        }
    };
    // They last as long as the tab: the handles are let go on purpose.
    drop(set_interval_with_handle(look, LOOK));
    drop(window_event_listener_untyped("visibilitychange", move |_| {
        if !document().hidden() {
            look();
            hurry();
        }
    }));
    for sign in ["pointerdown", "keydown", "wheel"] {
        drop(window_event_listener_untyped(sign, |_| here()));
    }
    drop(window_event_listener_untyped("online", |_| hurry()));
    drop(window_event_listener_untyped("offline", |_| {
        with(Tab::close);
        lost();
    }));
}

/// A try that waits is made now.
fn hurry() {
    if with(|tab| tab.waiting.is_some() && !tab.link.is_idle()) {
        connect();
    }
}

/// Asks for this page: whoever must sign in is led elsewhere, and then the page is loaded anew.
async fn ask_whether_signed_in() {
    let init = web_sys::RequestInit::new();
    init.set_method("HEAD");
    let path = window().location().href().unwrap_or_default();
    let answer = wasm_bindgen_futures::JsFuture::from(window().fetch_with_str_and_init(&path, &init)).await;
    let Ok(answer) = answer.and_then(JsValue::dyn_into::<web_sys::Response>) else {
        return;
    };
    if answer.redirected() || matches!(answer.status(), 401 | 403) {
        reload();
    }
}

fn reload() {
    // What the socket still says is not heard; it goes with the page.
    with(|tab| tab.generation = tab.generation.wrapping_add(1));
    if window().location().reload().is_err() {
        leptos::logging::warn!("the page could not be loaded anew");
    }
}
