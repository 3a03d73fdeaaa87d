//! The live socket in words, for the page that documents the API: OpenAPI has no words for sockets.

/// One kind of message: from whom, an example, and what it means.
pub struct Message {
    /// Who sends it.
    pub from: &'static str,
    /// As JSON text.
    pub example: &'static str,
    /// What it means.
    pub meaning: &'static str,
}

/// Every kind of message of the subprotocol `wardlight.json`. `server/tests/live.rs` sends and receives these.
pub const MESSAGES: [Message; 10] = [
    Message {
        from: "client",
        example: r#"{"subscribe":{"topic":{"ward":"…uuid…"},"since":null}}"#,
        meaning: "Begin a topic: a ward, a patient or a device. After a reconnect, since is [run, number]: the run of the hello and the last number seen.",
    },
    Message {
        from: "client",
        example: r#"{"unsubscribe":{"topic":{"ward":"…uuid…"}}}"#,
        meaning: "End a topic.",
    },
    Message {
        from: "client",
        example: r#""pong""#,
        meaning: "The answer to a ping. Who says nothing for 45 s is disconnected.",
    },
    Message {
        from: "client",
        example: r#""here""#,
        meaning: "A person is at the page: a key or a pointer, told once a minute at most. Only this and requests keep a session from ending when nobody is there.",
    },
    Message {
        from: "server",
        example: r#"{"hello":{"now":"2026-11-22T10:00:00Z","run":1}}"#,
        meaning: "The first message: the server's clock, and its run. Numbers of another run mean nothing.",
    },
    Message {
        from: "server",
        example: r#"{"snapshot":{"topic":{"ward":"…"},"number":7,"patients":[…],"alarms":[…]}}"#,
        meaning: "Everything of a topic as it stands.",
    },
    Message {
        from: "server",
        example: r#"{"change":{"topic":{"ward":"…"},"number":8,"values":[{"patient":"…","device":"…","taken_at":"…","seq":1024,"heart_rate":72}],"alarms":[]}}"#,
        meaning: "What is new: of each patient the newest values, four times a second at most; alarms are never left out. Numbers follow one another.",
    },
    Message {
        from: "server",
        example: r#"{"denied":{"topic":{"ward":"…"}}}"#,
        meaning: "The topic may not be read, or no longer.",
    },
    Message {
        from: "server",
        example: r#"{"ping":{"now":"2026-11-22T10:00:15Z"}}"#,
        meaning: "Are you there? Every 15 s. In the last minute before the session ends by itself also ends: when (at), and whether \"here\" keeps it (stays).",
    },
    Message {
        from: "server",
        example: r#""signed_out""#,
        meaning: "The session has ended. The socket closes.",
    },
];
