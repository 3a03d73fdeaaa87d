//! Server functions, one file per area: thin doors that enter, ask one verb, and hand back what it answered.
//!
//! Every one is a public endpoint: the right is checked by the verb. All are POST with a JSON body; the answer
//! comes in postcard, an error too, whose reader is a tenth of JSON's in the page's program. The prefix is `/api/fn` for
//! staff and `/api/my` for the patient portal, because each realm has its own cookie.
//!
//! To add one: `#[server(prefix = …, endpoint = "<area>/<verb>", input = Json, output = Postcard)]`, and its row in the authorisation matrix.

pub mod alerts;
pub mod devices;
pub mod my;
pub mod organisation;
pub mod patients;
pub mod telemetry;

#[cfg(feature = "ssr")]
mod answer;

#[cfg(feature = "ssr")]
pub use answer::{Answer, ask};
