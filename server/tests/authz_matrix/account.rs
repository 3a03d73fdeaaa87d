//! One's own account: once under the staff's paths, once under the portal's. What an act answers says its own test; here it is who comes in at all.

use super::door::{Door, form, get, some_id};

pub fn doors() -> Vec<Door> {
    vec![
        //                                                              none doc nur tec pha adm pat els
        get("/account", "/account".into(), [303, 200, 200, 200, 200, 200, 303, 200]),
        get(
            "/account/factor",
            "/account/factor".into(),
            [303, 200, 200, 200, 200, 200, 303, 200],
        ),
        get(
            "/account/prove",
            "/account/prove".into(),
            [303, 200, 200, 200, 200, 200, 303, 200],
        ),
        form("/account/contact", vec![("phone", "+254 700 000 001".into())], [303; 8]),
        form("/account/email", vec![], [303; 8]),
        form("/account/email/keep", vec![], [303; 8]),
        form("/account/phone", vec![("sign_in_phone", "no number".into())], [303; 8]),
        form("/account/mails", vec![("unusual", "true".into())], [303; 8]),
        form("/account/language", vec![("language", "en".into())], [303; 8]),
        form("/account/notices", vec![], [303; 8]),
        form("/account/password", vec![], [303; 8]),
        form("/account/sessions", vec![("session", "0".repeat(64))], [303; 8]),
        form(
            "/account/programs",
            vec![("program", some_id())],
            [303, 404, 404, 404, 404, 404, 303, 404],
        ),
        form("/account/prove", vec![], [303; 8]),
        form("/account/factor/begin", vec![], [303; 8]),
        form("/account/factor/confirm", vec![], [303; 8]),
        form("/account/factor/codes", vec![], [303; 8]),
        form("/account/factor/remove", vec![], [303; 8]),
        get(
            "/my/account",
            "/my/account".into(),
            [303, 303, 303, 303, 303, 303, 200, 303],
        ),
        get(
            "/my/account/factor",
            "/my/account/factor".into(),
            [303, 303, 303, 303, 303, 303, 200, 303],
        ),
        get(
            "/my/account/prove",
            "/my/account/prove".into(),
            [303, 303, 303, 303, 303, 303, 200, 303],
        ),
        form("/my/account/contact", vec![], [303; 8]),
        form("/my/account/email", vec![], [303; 8]),
        form("/my/account/email/keep", vec![], [303; 8]),
        form(
            "/my/account/phone",
            vec![("sign_in_phone", "no number".into())],
            [303; 8],
        ),
        form("/my/account/mails", vec![], [303; 8]),
        form("/my/account/language", vec![("language", "en".into())], [303; 8]),
        form("/my/account/notices", vec![], [303; 8]),
        form("/my/account/password", vec![], [303; 8]),
        form("/my/account/sessions", vec![("session", "0".repeat(64))], [303; 8]),
        form(
            "/my/account/programs",
            vec![("program", some_id())],
            [303, 303, 303, 303, 303, 303, 404, 303],
        ),
        form("/my/account/correction", vec![], [303; 8]).but("proxy", 403),
        form("/my/account/prove", vec![], [303; 8]),
        form("/my/account/factor/begin", vec![], [303; 8]),
        form("/my/account/factor/confirm", vec![], [303; 8]),
        form("/my/account/factor/codes", vec![], [303; 8]),
        form("/my/account/factor/remove", vec![], [303; 8]),
    ]
}
