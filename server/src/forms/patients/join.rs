//! `/patients/{patient}/record/join`: two records of one person.

use app::forms::Around;
use app::forms::patients::join as view;
use app::routes;
use axum::extract::{Form, Path, Query};
use axum::response::{IntoResponse, Redirect, Response};
use domain::ids::PatientId;
use domain::invalid::Invalid;
use hospital::HospitalError;
use hospital::patients::merge;
use serde::Deserialize;

use crate::forms::{Desk, id, unknown_act};

/// With which.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Wanted {
    with: String,
}

pub(super) async fn page(desk: Desk, Path(patient): Path<PatientId>, Query(wanted): Query<Wanted>) -> Response {
    let ctx = desk.ctx();
    let with = wanted.with.parse().ok();
    match desk.run(async move { merge::open(&ctx, patient, with).await }).await {
        Ok(open) => desk.page("Join two records", Around::Frame, || view::page(open)),
        Err(error) => desk.refusal(error),
    }
}

/// Which act, on what.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Posted {
    act: String,
    number: String,
    with: String,
    stays: String,
    reason: String,
    id: String,
    because: String,
}

/// What became of it: where to go on, and what to say there.
enum Done {
    Compare(PatientId),
    Said(PatientId, &'static str),
}

pub(super) async fn act(desk: Desk, Path(patient): Path<PatientId>, Form(posted): Form<Posted>) -> Response {
    let ctx = desk.ctx();
    let other: PatientId = id(&posted.with);
    let (stays, reason) = (posted.stays.clone(), posted.reason.clone());
    let kept = [
        ("number", posted.number.clone()),
        ("stays", stays.clone()),
        ("reason", reason.clone()),
        ("id", posted.id.clone()),
        ("because", posted.because.clone()),
    ];
    let is_join = posted.act == "join";
    let done = desk
        .run(async move {
            match posted.act.as_str() {
                "find" => merge::find_other(&ctx, patient, &posted.number)
                    .await
                    .map(Done::Compare),
                "join" => {
                    let (survivor, leads) = match stays.parse::<PatientId>() {
                        Ok(stays) if stays == patient => (patient, other),
                        Ok(stays) if stays == other => (other, patient),
                        _ => {
                            // Who may not is told so, whatever they chose.
                            merge::open(&ctx, patient, Some(other)).await?;
                            let none = Invalid::new("stays", "Choose which record stays.");
                            return Err(HospitalError::Invalid(vec![none]));
                        }
                    };
                    merge::join(&ctx, survivor, leads, &reason).await?;
                    Ok(Done::Said(
                        survivor,
                        "The two records are joined. Both numbers lead here.",
                    ))
                }
                "apart" => {
                    merge::take_apart(&ctx, patient, id(&posted.id), &posted.because).await?;
                    Ok(Done::Said(patient, "They are two records again."))
                }
                _ => {
                    merge::open(&ctx, patient, None).await?;
                    Err(unknown_act())
                }
            }
        })
        .await;
    let back = match is_join {
        true => routes::join_of_both(patient, other),
        false => routes::join_of(patient),
    };
    match done {
        Ok(Done::Compare(other)) => Redirect::to(&routes::join_of_both(patient, other)).into_response(),
        Ok(Done::Said(survivor, sentence)) => desk.done(&routes::join_of(survivor), sentence),
        Err(error) => {
            let kept: Vec<(&str, &str)> = kept.iter().map(|(name, value)| (*name, value.as_str())).collect();
            desk.again(&back, error, &kept)
        }
    }
}
