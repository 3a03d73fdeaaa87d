//! Conversations: who has any says the matrix, whose one is says `chat.rs`. Here everybody knocks with the id of none, which is told apart from nobody's right to any.

use super::door::{Door, form, form_at, get, some_id};

/// Who takes part in one, or reads one in an emergency.
const READS: [u16; 8] = [401, 200, 200, 200, 403, 403, 401, 200];
/// Who takes part in one.
const WRITES: [u16; 8] = [401, 200, 403, 200, 403, 403, 401, 200];
/// A patient in the portal.
const PORTAL: [u16; 8] = [401, 401, 401, 401, 401, 401, 200, 401];

/// The same, for the id of nothing.
fn none(on: [u16; 8]) -> [u16; 8] {
    on.map(|status| if status == 200 { 404 } else { status })
}

pub fn doors() -> Vec<Door> {
    let send = || vec![("act", "send".to_owned()), ("text", "Good morning".to_owned())];
    let at = |pattern: &'static str| pattern.replace("{room}", &some_id());
    let file = |pattern: &'static str| at(pattern).replace("{message}", &some_id());
    let read = |pattern| get(pattern, at(pattern), none(READS)).but("emergency responder", 404);
    let portal = |pattern| get(pattern, at(pattern), none(PORTAL)).but("proxy", 403);
    vec![
        get("/messages", "/messages".into(), READS).but("emergency responder", 200),
        form("/messages", vec![("patient", some_id())], none(WRITES)),
        get("/messages/count", "/messages/count".into(), WRITES),
        read("/messages/{room}"),
        read("/messages/{room}/lines"),
        form_at("/messages/{room}", at("/messages/{room}"), send(), none(WRITES)),
        form_at(
            "/messages/{room}/files",
            at("/messages/{room}/files"),
            vec![],
            none(WRITES),
        ),
        get(
            "/messages/{room}/files/{message}",
            file("/messages/{room}/files/{message}"),
            none(READS),
        )
        .but("emergency responder", 404),
        read("/ws/chat/{room}"),
        get("/my/messages", "/my/messages".into(), PORTAL).but("proxy", 403),
        form("/my/messages", vec![("doctor", some_id())], none(PORTAL)).but("proxy", 403),
        get("/my/messages/count", "/my/messages/count".into(), PORTAL).but("proxy", 403),
        portal("/my/messages/{room}"),
        portal("/my/messages/{room}/lines"),
        form_at("/my/messages/{room}", at("/my/messages/{room}"), send(), none(PORTAL)).but("proxy", 403),
        form_at(
            "/my/messages/{room}/files",
            at("/my/messages/{room}/files"),
            vec![],
            none(PORTAL),
        )
        .but("proxy", 403),
        get(
            "/my/messages/{room}/files/{message}",
            file("/my/messages/{room}/files/{message}"),
            none(PORTAL),
        )
        .but("proxy", 403),
        portal("/my/ws/chat/{room}"),
    ]
}
