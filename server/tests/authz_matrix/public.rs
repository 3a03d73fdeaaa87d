//! Doors that are open before anybody has signed in, and those of programs, for which a browser's cookie is no token.

use serde_json::json;

use super::door::{Door, call, form, get};

pub fn doors() -> Vec<Door> {
    vec![
        //                                                              none doc nur tec pha adm pat els
        get("/", "/".into(), [401, 303, 303, 303, 303, 303, 401, 303]),
        get("/sign-in", "/sign-in".into(), [200, 200, 200, 200, 200, 200, 200, 200]),
        form("/language", vec![("language", "en".into())], [303; 8]),
        get("/sign-in/code", "/sign-in/code".into(), [401; 8]),
        form("/sign-in/code", vec![("code", "123456".into())], [401; 8]),
        // Before an account: open to everybody. A link that is none is gone (410), a form without anything in it comes back (303).
        get("/recover", "/recover".into(), [200; 8]),
        form("/recover", vec![], [303; 8]),
        get("/recover/new", "/recover/new".into(), [410; 8]),
        form("/recover/new", vec![], [410; 8]),
        get("/invitation", "/invitation".into(), [410; 8]),
        form("/invitation", vec![], [410; 8]),
        get("/verify/email", "/verify/email".into(), [410; 8]),
        form("/verify/email", vec![], [410; 8]),
        get("/register", "/register".into(), [200; 8]),
        form("/register", vec![], [303; 8]),
        get("/register/verify", "/register/verify".into(), [410; 8]),
        form("/register/verify", vec![], [410; 8]),
        get("/register/waiting", "/register/waiting".into(), [200; 8]),
        get("/register/hospital", "/register/hospital".into(), [200; 8]),
        form("/register/hospital", vec![], [303; 8]),
        get(
            "/register/hospital/verify",
            "/register/hospital/verify".into(),
            [410; 8],
        ),
        form("/register/hospital/verify", vec![], [410; 8]),
        // A demo's alone: no hospital has it.
        get("/gallery", "/gallery".into(), [404; 8]),
        get("/gallery/{group}", "/gallery/acts".into(), [404; 8]),
        get(
            "/dev/reload",
            "/dev/reload".into(),
            [401, 404, 404, 404, 404, 404, 401, 404],
        ),
        get("/api/v1/openapi.json", "/api/v1/openapi.json".into(), [200; 8]),
        get("/api/v1/docs", "/api/v1/docs".into(), [200; 8]),
        get("/health/live", "/health/live".into(), [200; 8]),
        get("/health/ready", "/health/ready".into(), [200; 8]),
        get("/metrics", "/metrics".into(), [401; 8]),
        // Programs: a browser's cookie is no token, and an empty body no sign-in.
        call("/api/v1/auth/login", json!({}), [422; 8]),
        call("/api/v1/auth/token", json!({}), [422; 8]),
        call("/api/v1/auth/refresh", json!({}), [422; 8]),
        call("/api/v1/auth/logout", json!({}), [422; 8]),
        get("/api/v1/auth/me", "/api/v1/auth/me".into(), [401; 8]),
        get("/.well-known/jwks.json", "/.well-known/jwks.json".into(), [200; 8]),
    ]
}
