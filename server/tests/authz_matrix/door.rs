//! How a row of the matrix is written: one door, how to knock there, and what each role is answered.

use app::routes::{PORTAL_ACCOUNT, SIGN_IN, STAFF_ACCOUNT};
use reqwest::Method;
use serde_json::Value;

use crate::support::door::Body;

/// Who knocks, in the order of the expected answers.
pub const ROLES: [(&str, &str); 14] = [
    ("nobody", ""),
    ("doctor", "rao@riverbend.example"),
    ("nurse", "achieng@riverbend.example"),
    ("technician", "mensah@riverbend.example"),
    ("pharmacist", "lindqvist@riverbend.example"),
    ("hospital admin", "haddad@riverbend.example"),
    ("patient", "okafor@riverbend.example"),
    ("doctor elsewhere", "silva@lakeside.example"),
    ("receptionist", "wanjiru@riverbend.example"),
    ("billing clerk", "ivarsson@riverbend.example"),
    ("lab technician", "castro@riverbend.example"),
    ("emergency responder", "sani@riverbend.example"),
    ("super admin", "novak@riverbend.example"),
    ("proxy", "her.son@riverbend.example"),
];

/// The expected answer ([`answered`]) for each of [`ROLES`]. A row says the first eight; the five other roles of staff are answered like the pharmacist, and who cares for a
/// patient like the patient, unless the row says so with [`Door::but`].
pub type Expected = [u16; 14];

pub fn whole(eight: [u16; 8]) -> Expected {
    let [nobody, doctor, nurse, technician, pharmacist, admin, patient, elsewhere] = eight;
    let others = pharmacist;
    [
        nobody, doctor, nurse, technician, pharmacist, admin, patient, elsewhere, others, others, others, others,
        others, patient,
    ]
}

/// One door: its path as the router spells it, how to knock, and the expected status for each of [`ROLES`].
pub struct Door {
    pub method: Method,
    pub pattern: &'static str,
    pub path: String,
    pub body: Body,
    pub expected: Expected,
}

impl Door {
    /// As `server::router::endpoints` lists it.
    pub fn name(&self) -> String {
        format!("{} {}", self.method, self.pattern)
    }

    /// Answered otherwise than the row says, for one of the later roles.
    pub fn but(mut self, role: &str, status: u16) -> Self {
        let place = ROLES.iter().position(|(name, _)| *name == role).unwrap();
        self.expected[place] = status;
        self
    }
}

/// What a door answered: its status, and for a redirect to where somebody says who they are the status that says so: 401 where they sign in, 428 where they prove it
/// anew (unless it is that page which sends them back to itself).
pub fn answered(door: &Door, answer: &reqwest::Response) -> u16 {
    let to = answer.headers().get("location").map_or("", |to| to.to_str().unwrap());
    match to.split('?').next().unwrap() {
        SIGN_IN => 401,
        prove if [STAFF_ACCOUNT.prove, PORTAL_ACCOUNT.prove].contains(&prove) && door.path != prove => 428,
        _ => answer.status().as_u16(),
    }
}

/// A page.
pub fn get(pattern: &'static str, path: String, expected: [u16; 8]) -> Door {
    Door {
        method: Method::GET,
        pattern,
        path,
        body: Body::None,
        expected: whole(expected),
    }
}

/// A call with JSON.
pub fn call(pattern: &'static str, body: Value, expected: [u16; 8]) -> Door {
    Door {
        method: Method::POST,
        pattern,
        path: pattern.to_owned(),
        body: Body::Json(body),
        expected: whole(expected),
    }
}

/// A form.
pub fn form(pattern: &'static str, fields: Vec<(&'static str, String)>, expected: [u16; 8]) -> Door {
    form_at(pattern, pattern.to_owned(), fields, expected)
}

/// A form at a path that names something.
pub fn form_at(pattern: &'static str, path: String, fields: Vec<(&'static str, String)>, expected: [u16; 8]) -> Door {
    Door {
        method: Method::POST,
        pattern,
        path,
        body: Body::Form(fields),
        expected: whole(expected),
    }
}

/// The id of nothing.
pub fn some_id() -> String {
    uuid::Uuid::now_v7().to_string()
}
