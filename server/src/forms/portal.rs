//! `/patients/{patient}/portal`: the settings of a patient's portal, for whoever manages it; `…/preview`: what the patient sees, for doctors and nurses.

use app::forms::{Around, portal as pages, record};
use app::routes::portal_of;
use axum::Form;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::on;
use domain::access::Action;
use domain::ids::PatientId;
use domain::patients::RecordKind;
use hospital::HospitalError;
use hospital::identity::close::{self, Wish};
use hospital::patients::identity::whose;
use hospital::patients::{portal, ways};
use serde::Deserialize;

use super::Desk;
use super::proxies::Ticked;
use crate::endpoint::Endpoint;
use crate::state::AppState;

/// These doors.
pub static ENDPOINTS: [Endpoint<AppState>; 3] = [
    Endpoint::get("/patients/{patient}/portal", |it| on(it, read)),
    Endpoint::post("/patients/{patient}/portal", |it| on(it, change)),
    Endpoint::get("/patients/{patient}/portal/preview", |it| on(it, preview)),
];

/// An address that is no patient's is a patient whom nobody has.
fn patient(text: &str) -> PatientId {
    text.parse().unwrap_or(PatientId(uuid::Uuid::nil()))
}

async fn read(desk: Desk, Path(of): Path<String>) -> Response {
    let (ctx, patient) = (desk.ctx(), patient(&of));
    match desk
        .run(async move {
            let settings = portal::read_settings(&ctx, patient).await?;
            let account = close::of_patient(&ctx, patient).await?;
            let whose = whose(&ctx, patient, Action::ManagePortal).await?;
            Ok((settings, account, ways(&ctx, patient).await?, whose))
        })
        .await
    {
        Ok((settings, account, ways, whose)) => desk.page("Portal of a patient", Around::Frame, || {
            pages::page(settings, account, ways, whose)
        }),
        Err(error) => desk.refusal(error),
    }
}

/// One of the acts `switch` (on with `is_open`, else off), `open`, `close`, `show` (with the ticked parts), `record` (with its kind, id and whether it is to be open), and the wishes about the account
/// ([`Wish::name`]).
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Wanted {
    act: String,
    kind: String,
    record: String,
    is_open: String,
    #[serde(flatten)]
    ticked: Ticked,
}

async fn change(desk: Desk, Path(of): Path<String>, Form(form): Form<Wanted>) -> Response {
    let (ctx, patient) = (desk.ctx(), patient(&of));
    let changed = desk.run(async move {
        // A switch is one form for both: what is not sent is off.
        let act = match (form.act.as_str(), form.is_open == "true") {
            ("switch", true) => "open",
            ("switch", false) => "close",
            (act, _) => act,
        };
        match act {
            "open" => portal::switch(&ctx, patient, true).await.map(|()| "The portal is on."),
            "close" => portal::switch(&ctx, patient, false)
                .await
                .map(|()| "The portal is off."),
            "show" => portal::show_sections(&ctx, patient, &form.ticked.sections())
                .await
                .map(|()| "Saved. Pages that are open begin anew with it."),
            "record" => {
                let (kind, id) = RecordKind::parse(&form.kind)
                    .zip(form.record.parse().ok())
                    .ok_or(HospitalError::NotFound)?;
                let is_open = form.is_open == "true";
                portal::open_one(&ctx, patient, kind, id, is_open).await?;
                Ok(if is_open {
                    "The record is open to the patient."
                } else {
                    "The record is closed to the patient."
                })
            }
            other => {
                let wish = Wish::parse(other).ok_or(HospitalError::NotFound)?;
                close::change_of_patient(&ctx, patient, wish).await?;
                Ok(done(wish))
            }
        }
    });
    match changed.await {
        Ok(sentence) => desk.done(&portal_of(patient), sentence),
        Err(error) => desk.again(&portal_of(patient), error, &[]),
    }
}

/// What was done to an account, in one sentence.
pub(super) const fn done(wish: Wish) -> &'static str {
    match wish {
        Wish::Close => "The account is closed. What was open has ended.",
        Wish::Open => "The account is open.",
        Wish::SignOut => "The account is signed out everywhere.",
    }
}

async fn preview(desk: Desk, Path(of): Path<String>) -> Response {
    let (ctx, patient) = (desk.ctx(), patient(&of));
    let opened = desk.run(async move {
        let shown = portal::preview(&ctx, patient).await?;
        Ok((shown, whose(&ctx, patient, Action::PreviewPortal).await?))
    });
    match opened.await {
        Ok((shown, whose)) => desk.page("Preview of the portal", Around::Frame, || record::preview(shown, whose)),
        Err(error) => desk.refusal(error),
    }
}
