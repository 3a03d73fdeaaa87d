//! One's own account: once under the staff's paths, once under the portal's. What an act answers says its own test; here it is who comes in at all. Where a fresh
//! proof is asked for first, whoever is nobody is sent to give one (428), and from there to sign in.

use super::door::{Door, form, get, some_id};

pub fn doors() -> Vec<Door> {
    vec![
        //                                                              none doc nur tec pha adm pat els
        get("/account", "/account".into(), [401, 200, 200, 200, 200, 200, 401, 200]),
        get(
            "/account/factor",
            "/account/factor".into(),
            [401, 200, 200, 200, 200, 200, 401, 200],
        ),
        get(
            "/account/prove",
            "/account/prove".into(),
            [401, 200, 200, 200, 200, 200, 401, 200],
        ),
        form(
            "/account/contact",
            vec![("phone", "+254 700 000 001".into())],
            [401, 303, 303, 303, 303, 303, 401, 303],
        ),
        form("/account/email", vec![], [428, 303, 303, 303, 303, 303, 428, 303]),
        form("/account/email/keep", vec![], [401, 303, 303, 303, 303, 303, 401, 303]),
        form(
            "/account/phone",
            vec![("sign_in_phone", "no number".into())],
            [401, 303, 303, 303, 303, 303, 401, 303],
        ),
        form("/account/password", vec![], [401, 303, 303, 303, 303, 303, 401, 303]),
        form(
            "/account/sessions",
            vec![("session", "0".repeat(64))],
            [401, 303, 303, 303, 303, 303, 401, 303],
        ),
        form(
            "/account/hospital",
            vec![("hospital", some_id())],
            [401, 404, 404, 404, 404, 404, 401, 404],
        ),
        form(
            "/account/looks",
            vec![("language", "en".into())],
            [401, 303, 303, 303, 303, 303, 401, 303],
        ),
        form(
            "/account/programs",
            vec![("program", some_id())],
            [401, 404, 404, 404, 404, 404, 401, 404],
        ),
        form("/account/prove", vec![], [401, 303, 303, 303, 303, 303, 401, 303]),
        form(
            "/account/factor/begin",
            vec![],
            [401, 303, 303, 303, 303, 303, 401, 303],
        ),
        form(
            "/account/factor/confirm",
            vec![],
            [401, 303, 303, 303, 303, 303, 401, 303],
        ),
        form(
            "/account/factor/codes",
            vec![],
            [428, 303, 303, 303, 303, 303, 428, 303],
        ),
        form(
            "/account/factor/remove",
            vec![],
            [401, 303, 303, 303, 303, 303, 401, 303],
        ),
        get(
            "/my/account",
            "/my/account".into(),
            [401, 401, 401, 401, 401, 401, 200, 401],
        ),
        get(
            "/my/account/factor",
            "/my/account/factor".into(),
            [401, 401, 401, 401, 401, 401, 200, 401],
        ),
        get(
            "/my/account/prove",
            "/my/account/prove".into(),
            [401, 401, 401, 401, 401, 401, 200, 401],
        ),
        form("/my/account/contact", vec![], [401, 401, 401, 401, 401, 401, 303, 401]),
        form("/my/account/email", vec![], [428, 428, 428, 428, 428, 428, 303, 428]),
        form(
            "/my/account/email/keep",
            vec![],
            [401, 401, 401, 401, 401, 401, 303, 401],
        ),
        form(
            "/my/account/phone",
            vec![("sign_in_phone", "no number".into())],
            [401, 401, 401, 401, 401, 401, 303, 401],
        ),
        form("/my/account/password", vec![], [401, 401, 401, 401, 401, 401, 303, 401]),
        form(
            "/my/account/sessions",
            vec![("session", "0".repeat(64))],
            [401, 401, 401, 401, 401, 401, 303, 401],
        ),
        form(
            "/my/account/looks",
            vec![("language", "en".into())],
            [401, 401, 401, 401, 401, 401, 303, 401],
        ),
        form(
            "/my/account/programs",
            vec![("program", some_id())],
            [401, 401, 401, 401, 401, 401, 404, 401],
        ),
        form(
            "/my/account/correction",
            vec![],
            [401, 401, 401, 401, 401, 401, 303, 401],
        )
        .but("proxy", 403),
        form("/my/account/prove", vec![], [401, 401, 401, 401, 401, 401, 303, 401]),
        form(
            "/my/account/factor/begin",
            vec![],
            [401, 401, 401, 401, 401, 401, 303, 401],
        ),
        form(
            "/my/account/factor/confirm",
            vec![],
            [401, 401, 401, 401, 401, 401, 303, 401],
        ),
        form(
            "/my/account/factor/codes",
            vec![],
            [428, 428, 428, 428, 428, 428, 303, 428],
        ),
        form(
            "/my/account/factor/remove",
            vec![],
            [401, 401, 401, 401, 401, 401, 303, 401],
        ),
    ]
}
