//! The doors that are about no patient, ward or device of a hospital, in the order of the alphabet. A page gets a line in [`PAGES`]. A door of `POST` is sorted by what it is
//! given: no id at all ([`WITHOUT_IDS`]), the id of something that is no hospital's to keep ([`OTHER_IDS`], with the reason), or the id of something of a hospital
//! (`authz_matrix/elsewhere.rs`, which tries it from another one). A door that is in none of them fails `every_door_is_about_somebody_or_about_nobody`; one that asks for an
//! id and is said to take none fails `a_door_that_asks_for_an_id_is_tried_with_one_of_elsewhere`.

/// Pages at which the relation to a patient, a ward or a device changes nothing: `authz_matrix.rs` says who gets in.
pub const PAGES: [&str; 48] = [
    "GET /",
    "GET /.well-known/jwks.json",
    "GET /account",
    "GET /account/factor",
    "GET /account/prove",
    "GET /api/v1/auth/me",
    "GET /api/v1/docs",
    "GET /api/v1/openapi.json",
    "GET /dev/reload",
    "GET /devices/hand-over",
    "GET /emergency",
    "GET /gallery",
    "GET /gallery/{group}",
    "GET /health/live",
    "GET /health/ready",
    "GET /hospital",
    "GET /hospital/access",
    "GET /hospital/audit",
    "GET /hospital/clients",
    "GET /hospital/consents",
    "GET /hospital/devices/tokens",
    "GET /hospital/duties",
    "GET /hospital/emergencies",
    "GET /hospital/outbox",
    "GET /hospital/rights",
    "GET /hospital/sessions",
    "GET /hospital/staff",
    "GET /invitation",
    "GET /live",
    "GET /metrics",
    "GET /my/search",
    "GET /patients/register",
    "GET /pharmacy",
    "GET /platform/accounts",
    "GET /platform/hospitals",
    "GET /recover",
    "GET /recover/new",
    "GET /register",
    "GET /register/hospital",
    "GET /register/hospital/verify",
    "GET /register/verify",
    "GET /register/waiting",
    "GET /registrations",
    "GET /search",
    "GET /sign-in",
    "GET /sign-in/code",
    "GET /verify/email",
    "GET /ward",
];

/// Doors that are given an id, and may be: why.
pub const OTHER_IDS: [(&str, &str); 14] = [
    (
        "POST /account/hospital",
        "opens where one has a role, and nothing else: accounts.rs tries one where she has none",
    ),
    (
        "POST /account/programs",
        "one's own: tokens/pages.rs tries a colleague's",
    ),
    ("POST /account/sessions", "one's own: step_up.rs tries a colleague's"),
    (
        "POST /api/v1/devices/{device_id}/heartbeat",
        "a device's own: authz_matrix/devices.rs tries the token of another",
    ),
    (
        "POST /api/v1/devices/{device_id}/readings",
        "a device's own: authz_matrix/devices.rs tries the token of another",
    ),
    (
        "POST /api/v1/devices/{device_id}/sessions",
        "a device's own: authz_matrix/devices.rs tries the token of another",
    ),
    (
        "POST /api/v1/devices/{device_id}/token",
        "a device's own: authz_matrix/devices.rs tries the token of another",
    ),
    (
        "POST /emergency",
        "opens the record of a patient of any hospital: that is what it is for (emergency.rs)",
    ),
    (
        "POST /emergency/end",
        "one's own opening: who has none ends none (emergency.rs)",
    ),
    (
        "POST /hospital/access",
        "asks, and changes nothing: explorer.rs asks for people and patients of elsewhere",
    ),
    (
        "POST /hospital/audit",
        "asks, and changes nothing: audit/who.rs asks for a patient of elsewhere",
    ),
    ("POST /hospital/audit/export", "the same question"),
    (
        "POST /platform/hospitals/approve",
        "the platform's, which has no other hospital",
    ),
    (
        "POST /platform/hospitals/refuse",
        "the platform's, which has no other hospital",
    ),
];

/// Doors that are given no id of anything.
pub const WITHOUT_IDS: [&str; 42] = [
    "POST /account/contact",
    "POST /account/email",
    "POST /account/email/keep",
    "POST /account/factor/begin",
    "POST /account/factor/codes",
    "POST /account/factor/confirm",
    "POST /account/factor/remove",
    "POST /account/looks",
    "POST /account/mails",
    "POST /account/notices",
    "POST /account/password",
    "POST /account/phone",
    "POST /account/prove",
    "POST /api/fn/organisation/today",
    "POST /api/v1/auth/login",
    "POST /api/v1/auth/logout",
    "POST /api/v1/auth/refresh",
    "POST /api/v1/auth/token",
    "POST /hospital/clients",
    "POST /hospital/devices/tokens",
    "POST /hospital/sessions/factor",
    "POST /invitation",
    "POST /language",
    "POST /my/search",
    "POST /my/search/hits",
    "POST /my/sign-out",
    "POST /patients",
    "POST /patients/register",
    "POST /patients/register/alike",
    "POST /platform/accounts",
    "POST /recover",
    "POST /recover/new",
    "POST /register",
    "POST /register/hospital",
    "POST /register/hospital/verify",
    "POST /register/verify",
    "POST /search",
    "POST /search/hits",
    "POST /sign-in",
    "POST /sign-in/code",
    "POST /sign-out",
    "POST /verify/email",
];

/// What a door of [`WITHOUT_IDS`] must be given, where that is no id.
pub const NO_IDS: [&str; 1] = ["required"];
