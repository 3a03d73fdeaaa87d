//! `/patients/{patient}/record`: who a patient is.

use app::forms::Around;
use app::forms::patients::record as view;
use axum::extract::Path;
use axum::response::Response;
use domain::ids::PatientId;
use hospital::patients::contacts;
use hospital::patients::identity::open_identity;
use hospital::patients::{papers, ways};
use hospital::records::{allergies, conditions, medicines, surgeries};

use crate::forms::Desk;

pub(super) async fn page(desk: Desk, Path(patient): Path<PatientId>) -> Response {
    let ctx = desk.ctx();
    let opened = desk.run(async move {
        let identity = open_identity(&ctx, patient).await?;
        let ways = ways(&ctx, patient).await?;
        let reached = contacts::list(&ctx, patient, None).await?;
        let known = match ways.background {
            true => Some(view::Background {
                allergies: allergies::list(&ctx, patient, None).await?.now(),
                conditions: conditions::list(&ctx, patient, None).await?,
                medicines: medicines::list(&ctx, patient, None).await?,
                surgeries: surgeries::list(&ctx, patient, None).await?,
            }),
            false => None,
        };
        Ok((identity, ways, reached, known, papers::list(&ctx, patient, None).await?))
    });
    match opened.await {
        Ok((identity, ways, reached, known, papers)) => desk.page("Record", Around::Frame, || {
            view::page(identity, ways, reached, known, papers)
        }),
        Err(error) => desk.refusal(error),
    }
}
