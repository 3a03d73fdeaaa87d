//! The whole record of one person as the portal shows it: for themselves, for who cares for them, and for staff who want to see what they see.

use domain::access::Action;
use domain::ids::PatientId;
use domain::patients::{Chart, ReadingPage, Section, View};
use domain::telemetry::Span;
use domain::time::Moment;

use super::background::{Background, Reached, background, reached};
use super::view::{of_patient, view};
use crate::audit::{self, CHART, Entry, Kind};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::patients::open_chart;
use crate::telemetry::{self, Seen, Trend};

/// A record as the portal shows it.
#[derive(Clone, Debug)]
pub struct Record {
    /// Who, values and alarms; `view` in it says what is shown.
    pub chart: Chart,
    /// The day; none when it is hidden.
    pub trend: Option<Trend>,
    /// The readings; none when they are hidden.
    pub readings: Option<ReadingPage>,
    /// What every treatment has to know; none when it is hidden.
    pub background: Option<Background>,
    /// How they are reached, and who pays; none when it is hidden.
    pub reached: Option<Reached>,
}

impl Record {
    /// What is shown of it.
    pub fn shows(&self, section: Section) -> bool {
        self.chart.view.as_ref().is_some_and(|view| view.shows(section))
    }

    /// What of it the audit is told beside the chart.
    fn kinds(&self) -> Vec<Kind> {
        let mut kinds = Vec::new();
        if self.background.is_some() {
            kinds.push(Kind::Background);
        }
        if self.reached.is_some() {
            kinds.extend([Kind::Contact, Kind::Papers]);
        }
        kinds
    }
}

/// The reader's own record, or that of whom they care for; readings older than `before`.
///
/// Errors: denied while the portal is switched off.
pub async fn open_record(ctx: &Ctx, before: Option<(Moment, i64)>) -> Result<Record> {
    let patient = ctx.actor().on_behalf_of().ok_or(HospitalError::SignIn)?;
    let (mut tx, grounds) = ctx.begin_on_grounds(Action::ReadPatient, patient).await?;
    let view = view(&mut tx, ctx, patient).await?.ok_or(HospitalError::SignIn)?;
    let record = gather(&mut tx, ctx, patient, (Seen::by(ctx, &grounds)?, view), before).await?;
    let entry = Entry::patient(Action::ReadPatient, patient, CHART)
        .kinds(&record.kinds())
        .on(&grounds);
    audit::record(ctx, entry).await?;
    tx.commit().await?;
    Ok(record)
}

/// What the patient is shown in the portal of the reader's hospital. Where they are registered elsewhere too, the patient also sees what is held there; the wall
/// shows staff what their own hospital holds.
///
/// Errors: not found or denied for who does not care for the patient.
pub async fn preview(ctx: &Ctx, patient: PatientId) -> Result<Record> {
    let (mut tx, grounds) = ctx.begin_on_grounds(Action::PreviewPortal, patient).await?;
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    let view = of_patient(&mut tx, patient, hospital).await?;
    let record = gather(&mut tx, ctx, patient, (Seen::by(ctx, &grounds)?, view), None).await?;
    let entry = Entry::patient(Action::PreviewPortal, patient, CHART)
        .kinds(&record.kinds())
        .on(&grounds);
    audit::record(ctx, entry).await?;
    tx.commit().await?;
    Ok(record)
}

async fn gather(
    tx: &mut Tx,
    ctx: &Ctx,
    patient: PatientId,
    (seen, view): (Seen, View),
    before: Option<(Moment, i64)>,
) -> Result<Record> {
    let chart = open_chart::gather(tx, ctx, patient, seen).await?;
    let trend = match view.shows(Section::Trend) {
        true => Some(
            telemetry::trend::gather(tx, ctx, patient, seen, Span::Day)
                .await?
                .shown_to(&view),
        ),
        false => None,
    };
    let readings = match view.shows(Section::Readings) {
        true => Some(telemetry::list::gather(tx, ctx, patient, before).await?),
        false => None,
    };
    let background = background(tx, patient, &view).await?;
    let reached = reached(tx, ctx, patient, &view).await?;
    Ok(Record {
        background,
        reached,
        chart: view.chart(chart),
        trend,
        readings,
    })
}
