//! `/hospital/audit` for whoever looks after the audit, and `/my/access` for the person whose record it is.
//!
//! A search is posted, because it may hold a patient's number; it is answered by an address that holds ids only.

use app::forms::audit::Asked;
use app::forms::{Around, audit, trace};
use app::routes::{AUDIT, audit_found};
use axum::extract::{Form, Query};
use axum::http::header;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::on;
use domain::access::Action;
use domain::invalid::Invalid;
use domain::time::{Moment, rfc3339};
use hospital::HospitalError;
use hospital::audit::{Listed, Outcome, Search};
use hospital::organisation::day_begins;
use serde::Deserialize;
use uuid::Uuid;

use super::Desk;
use crate::endpoint::Endpoint;
use crate::state::AppState;

/// The doors.
pub static ENDPOINTS: [Endpoint<AppState>; 4] = [
    Endpoint::get("/hospital/audit", |it| on(it, show)),
    Endpoint::post("/hospital/audit", |it| on(it, ask)),
    Endpoint::post("/hospital/audit/export", |it| on(it, export)),
    Endpoint::get("/my/access", |it| on(it, who_looked)),
];

/// What was asked, in an address or a form.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
struct Wanted {
    since: String,
    until: String,
    person: String,
    patient: String,
    /// The hospital's own number of a patient: in a form only.
    number: String,
    action: String,
    outcome: String,
    /// Time and number of the last entry of the page before.
    before: String,
}

impl Wanted {
    fn asked(&self) -> Asked {
        Asked {
            since: self.since.clone(),
            until: self.until.clone(),
            person: self.person.clone(),
            patient: self.patient.clone(),
            action: self.action.clone(),
            outcome: self.outcome.clone(),
        }
    }

    /// The search, with days of this zone.
    fn search(&self, zone: &str) -> Result<Search, HospitalError> {
        let mut faults = Vec::new();
        let mut day = |field: &'static str, text: &str, more: i64| {
            let begins = given(text).map(|text| date(text).and_then(|date| day_begins(zone, date, more)));
            if begins == Some(None) {
                faults.push(Invalid::new(field, "Write the day as 2026-11-24."));
            }
            begins.flatten()
        };
        let (since, until) = (day("since", &self.since, 0), day("until", &self.until, 1));
        let person = given(&self.person).map(str::parse).transpose();
        let patient = given(&self.patient).map(str::parse).transpose();
        let outcome = given(&self.outcome).map(|name| {
            [Outcome::Allowed, Outcome::Denied, Outcome::Failed]
                .into_iter()
                .find(|outcome| outcome.name() == name)
                .ok_or(())
        });
        let is_word = |name: &str| {
            name.len() <= 60
                && name
                    .bytes()
                    .all(|sign| sign.is_ascii_lowercase() || matches!(sign, b'_' | b'.'))
        };
        if person.is_err() {
            faults.push(Invalid::new("person", "This is no person of the hospital."));
        }
        if patient.is_err() {
            faults.push(Invalid::new("number", "This is no patient of the hospital."));
        }
        if outcome == Some(Err(())) {
            faults.push(Invalid::new("outcome", "Choose an outcome of the list."));
        }
        if !is_word(&self.action) {
            faults.push(Invalid::new("action", "Choose an action of the list."));
        }
        match (person, patient) {
            (Ok(person), Ok(patient)) if faults.is_empty() => Ok(Search {
                since,
                until,
                person,
                patient,
                action: given(&self.action).map(str::to_owned),
                outcome: outcome.and_then(Result::ok),
            }),
            _ => Err(HospitalError::Invalid(faults)),
        }
    }

    /// Where the page begins; a word that is none begins at the newest.
    fn before(&self) -> Option<(Moment, Uuid)> {
        let (at, id) = self.before.split_once('.')?;
        Some((Moment(at.parse().ok()?), id.parse().ok()?))
    }
}

fn given(text: &str) -> Option<&str> {
    Some(text.trim()).filter(|text| !text.is_empty())
}

/// `2026-11-24`, as browsers send it.
fn date(text: &str) -> Option<(i16, i8, i8)> {
    let [year, month, day] = text.split('-').collect::<Vec<_>>().try_into().ok()?;
    Some((year.parse().ok()?, month.parse().ok()?, day.parse().ok()?))
}

/// The zone of the reader's hospital, by name.
fn zone(desk: &Desk) -> String {
    desk.caller
        .me
        .as_ref()
        .map(|me| me.zone.name.clone())
        .unwrap_or_default()
}

async fn show(desk: Desk, Query(wanted): Query<Wanted>) -> Response {
    let (ctx, before, search) = (desk.ctx(), wanted.before(), wanted.search(&zone(&desk)));
    let found = desk.run(async move {
        // Whoever may not look is told so, whatever they asked for; what cannot be read finds nothing, and not everything.
        ctx.check(Action::ReadAudit, &of_reader(&ctx)?).await?;
        hospital::audit::search(&ctx, &search?, before).await
    });
    match found.await {
        Ok(found) => desk.page("Audit", Around::Frame, move || audit::page(&wanted.asked(), found)),
        Err(error) => desk.refusal(error),
    }
}

async fn ask(desk: Desk, Form(wanted): Form<Wanted>) -> Response {
    let typed = wanted.asked();
    let typed: Vec<(&str, &str)> = typed
        .fields()
        .into_iter()
        .chain([("number", wanted.number.as_str())])
        .collect();
    let ctx = desk.ctx();
    let (number, who) = (given(&wanted.number).map(str::to_owned), wanted.person.clone());
    let found = desk
        .run(async move {
            ctx.check(Action::ReadAudit, &of_reader(&ctx)?).await?;
            let person = match given(&who) {
                Some(who) => Some(super::person(&ctx, Action::ReadAudit, who).await?),
                None => None,
            };
            let patient = match number {
                Some(number) => Some(hospital::audit::patient_of_number(&ctx, &number).await?),
                None => None,
            };
            Ok((person, patient))
        })
        .await;
    let checked = found.and_then(|(person, patient)| {
        let wanted = Wanted {
            person: person.map(|id| id.to_string()).unwrap_or_default(),
            patient: patient.map(|id| id.to_string()).unwrap_or_default(),
            ..wanted.clone()
        };
        wanted.search(&zone(&desk)).map(|_| wanted)
    });
    match checked {
        Ok(wanted) => Redirect::to(&audit_found(&wanted.asked().fields(), None)).into_response(),
        Err(error) => desk.again(AUDIT, error, &typed),
    }
}

fn of_reader(ctx: &hospital::Ctx) -> hospital::Result<domain::access::Subject> {
    let hospital = ctx.actor().hospital().ok_or(HospitalError::SignIn)?;
    Ok(domain::access::Subject::Hospital(hospital))
}

async fn export(desk: Desk, Form(wanted): Form<Wanted>) -> Response {
    let (ctx, search) = (desk.ctx(), wanted.search(&zone(&desk)));
    let rows = desk.run(async move {
        ctx.check(Action::ExportAudit, &of_reader(&ctx)?).await?;
        hospital::audit::export(&ctx, &search?).await
    });
    match rows.await {
        Ok(rows) => {
            let headers = [
                (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
                (header::CONTENT_DISPOSITION, "attachment; filename=\"audit.csv\""),
                (header::CACHE_CONTROL, "no-store"),
            ];
            (headers, csv(&rows)).into_response()
        }
        Err(error) => desk.again(AUDIT, error, &[]),
    }
}

const COLUMNS: [&str; 19] = [
    "id",
    "at",
    "actor",
    "actor_id",
    "name",
    "elsewhere",
    "role",
    "task",
    "action",
    "subject",
    "subject_id",
    "patients",
    "kinds",
    "purpose",
    "outcome",
    "reason",
    "address",
    "request_id",
    "lasted_ms",
];

fn csv(rows: &[Listed]) -> Vec<u8> {
    let mut file = csv::Writer::from_writer(Vec::new());
    let text = |it: Option<String>| it.unwrap_or_default();
    // Writing to memory cannot fail.
    file.write_record(COLUMNS).ok();
    for row in rows {
        let cells = [
            row.id.to_string(),
            rfc3339(row.at),
            row.actor.clone(),
            text(row.actor_id.map(|id| id.to_string())),
            text(row.name.clone()),
            text(row.elsewhere.clone()),
            text(row.role.clone()),
            text(row.task.clone()),
            row.action.clone(),
            row.subject.clone(),
            text(row.subject_id.map(|id| id.to_string())),
            row.patients.join(" "),
            row.kinds.join(" "),
            text(row.purpose.clone()),
            row.outcome.clone(),
            text(row.reason.clone()),
            text(row.address.map(|address| address.to_string())),
            row.request.to_string(),
            text(row.lasted_ms.map(|ms| ms.to_string())),
        ];
        file.write_record(cells.map(harmless)).ok();
    }
    file.into_inner().unwrap_or_default()
}

/// A cell that a spreadsheet does not take for a formula (ASVS 1.2.10): what begins like one gets an apostrophe.
fn harmless(cell: String) -> String {
    match cell.chars().next() {
        Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\n') => format!("'{cell}"),
        _ => cell,
    }
}

/// How far back the list of a person is asked.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Until {
    before: String,
}

async fn who_looked(desk: Desk, Query(until): Query<Until>) -> Response {
    let (ctx, until) = (desk.ctx(), until.before.parse().ok().map(Moment));
    match desk
        .run(async move { hospital::audit::who_looked(&ctx, until).await })
        .await
    {
        Ok(looked) => desk.page("Who looked at your record", Around::Frame, move || trace::page(looked)),
        Err(error) => desk.refusal(error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula() {
        for cell in ["=1+1", "+1", "-1", "@sum", "\t=1"] {
            assert_eq!(harmless(cell.to_owned()), format!("'{cell}"));
        }
        assert_eq!(harmless("B. Achieng".to_owned()), "B. Achieng");
    }

    #[test]
    fn a_search_is_read_or_says_what_is_wrong() {
        let fields = |wanted: Wanted| match wanted.search("UTC") {
            Err(HospitalError::Invalid(faults)) => faults.into_iter().map(|fault| fault.field).collect::<Vec<_>>(),
            _ => Vec::new(),
        };
        let of = |set: fn(&mut Wanted)| {
            let mut wanted = Wanted::default();
            set(&mut wanted);
            fields(wanted)
        };
        assert_eq!(fields(Wanted::default()), [""; 0]);
        assert_eq!(of(|it| it.since = "24.11.2026".into()), ["since"]);
        assert_eq!(of(|it| it.until = "2026-13-01".into()), ["until"]);
        assert_eq!(of(|it| it.person = "Rao".into()), ["person"]);
        assert_eq!(of(|it| it.patient = "x".into()), ["number"]);
        assert_eq!(of(|it| it.action = "'; DROP".into()), ["action"]);
        assert_eq!(of(|it| it.outcome = "maybe".into()), ["outcome"]);
        let day = Wanted {
            since: "2026-11-24".into(),
            until: "2026-11-24".into(),
            ..Wanted::default()
        };
        let day = day.search("Africa/Nairobi").unwrap();
        assert_eq!(day.until.unwrap().seconds_since(day.since.unwrap()), 86_400.0);
    }
}
