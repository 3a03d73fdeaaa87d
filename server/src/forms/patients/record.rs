//! `/patients/{patient}/record`: who a patient is.

use app::forms::Around;
use app::forms::patients::record as view;
use axum::extract::Path;
use axum::response::Response;
use domain::access::{Action, Subject};
use domain::ids::PatientId;
use hospital::patients::identity::open_identity;

use crate::forms::Desk;

pub(super) async fn page(desk: Desk, Path(patient): Path<PatientId>) -> Response {
    let ctx = desk.ctx();
    let opened = desk.run(async move {
        let identity = open_identity(&ctx, patient).await?;
        let relations = ctx.stands_to(patient).await?;
        let subject = Subject::Patient { patient, relations };
        let ways = view::Ways {
            portal: ctx.may(Action::ManagePortal, &subject),
            care: ctx.may(Action::ReadCareTeam, &subject),
        };
        Ok((identity, ways))
    });
    match opened.await {
        Ok((identity, ways)) => desk.page("Record", Around::Frame, || view::page(identity, ways)),
        Err(error) => desk.refusal(error),
    }
}
