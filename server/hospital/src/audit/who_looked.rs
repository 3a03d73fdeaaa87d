//! "Who looked at my record, and why", for the person whose record it is: one line for each person, day and reason, in plain words, wherever they work.
//!
//! What the house's own machines do with a record (a monitor that posts, the programs that score and watch) is told in one number, not line by line. Refused
//! attempts are not told: nobody saw anything.

use std::collections::HashMap;

use domain::access::Action;
use domain::actor::{Actor, Role};
use domain::ids::{PatientId, UserId};
use domain::time::{Moment, Zone};
use time::OffsetDateTime;
use uuid::Uuid;

use super::entry::{Entry, Kind};
use super::purpose::Purpose;
use super::record;
use super::seal::{begin, trace};
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::organisation::zone_of_actor;
use crate::time::{from_db, to_db};

/// Days told at once.
const DAYS: f64 = 30.0;
/// Lines told at once.
const LINES: i64 = 200;

/// What one person did with the record on one day, for one reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Look {
    /// The first time that day.
    pub first: Moment,
    /// The last time that day.
    pub last: Moment,
    /// How often: requests, so that a page with several parts, and the beginning and end of what was followed live, are one.
    pub times: u32,
    /// Who, by name; none where the account is gone, and for programs.
    pub name: Option<String>,
    /// What kind of actor.
    pub actor: String,
    /// In which role.
    pub role: Option<Role>,
    /// Where they work.
    pub hospital: Option<String>,
    /// Whether that is another hospital than the one whose portal this is.
    pub elsewhere: bool,
    /// Why, in the words of HL7's PurposeOfUse.
    pub purpose: String,
    /// What they opened or did, by the words of the audit.
    pub deeds: Vec<(String, String)>,
    /// Which kinds of data.
    pub kinds: Vec<Kind>,
}

/// A stretch of time and who looked in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Looked {
    /// Newest first.
    pub looks: Vec<Look>,
    /// How often the house's own machines worked with the record in this time.
    pub machines: u32,
    /// The zone of the portal's hospital.
    pub zone: Zone,
    /// Where this stretch begins.
    pub since: Moment,
    /// Where the next, older one ends; none when there is nothing older.
    pub older: Option<Moment>,
}

/// Who looked at the actor's own record in the 30 days before `until`, or in as many of them as 200 lines tell.
///
/// Errors: denied for whoever is no patient.
pub async fn who_looked(ctx: &Ctx, until: Option<Moment>) -> Result<Looked> {
    let Actor::Patient { patient, hospital, .. } = *ctx.actor() else {
        ctx.look(Action::ReadTrace).await?.rollback().await?;
        return Err(HospitalError::Denied(Action::ReadTrace.name()));
    };
    let mut tx = ctx.begin_with_patient(Action::ReadTrace, patient).await?;
    let until = until.unwrap_or_else(|| ctx.now().plus_seconds(1.0));
    let zone = zone_of_actor(&mut tx, ctx).await?;
    let mut since = until.plus_seconds(-DAYS * 86_400.0);
    let mut rows = looks(&mut tx, patient, since, until, &zone).await?;
    // More than fits: the stretch begins later, so that what is told is told whole and the next one goes on from there.
    if let Some(beyond) = usize::try_from(LINES).ok().and_then(|most| rows.get(most)) {
        since = Moment(from_db(beyond.last).0 + 1);
        rows = looks(&mut tx, patient, since, until, &zone).await?;
    }
    let rest = sqlx::query!(
        r#"SELECT (SELECT count(*)
                     FROM audit_entries_about($1, $2, $3) e
                    WHERE e.actor IN ('device', 'worker')) AS "machines!",
                  EXISTS (SELECT FROM audit_entries_about($1, '-infinity', $2)) AS "older!""#,
        patient.0,
        to_db(since),
        to_db(until),
    )
    .fetch_one(&mut *tx)
    .await?;
    let own = Entry::patient(Action::ReadTrace, patient, &[Kind::Audit]);
    record(ctx, own).await?;
    tx.commit().await?;
    let names = names(ctx, rows.iter().filter_map(|row| row.actor_id).collect()).await?;
    let looks = rows.into_iter().map(|row| Look {
        first: from_db(row.first),
        last: from_db(row.last),
        times: u32::try_from(row.times).unwrap_or(u32::MAX),
        name: row.actor_id.and_then(|id| names.get(&UserId(id)).cloned()),
        actor: row.actor,
        role: row.role.as_deref().and_then(Role::parse),
        elsewhere: row.hospital_id.is_some_and(|id| id != hospital.0),
        hospital: row.hospital,
        purpose: row.purpose.unwrap_or_default(),
        deeds: row
            .deeds
            .iter()
            .filter_map(|deed| deed.split_once(' '))
            .map(|(subject, action)| (subject.to_owned(), action.to_owned()))
            .collect(),
        kinds: {
            let named = row.kinds.unwrap_or_default();
            let has = |kind: &Kind| named.split(',').any(|name| name == kind.name());
            Kind::ALL.into_iter().filter(has).collect()
        },
    });
    Ok(Looked {
        looks: looks.collect(),
        machines: u32::try_from(rest.machines).unwrap_or(u32::MAX),
        zone,
        since,
        older: rest.older.then_some(since),
    })
}

/// What the database answers.
struct LooksRow {
    actor: String,
    actor_id: Option<Uuid>,
    hospital_id: Option<Uuid>,
    role: Option<String>,
    purpose: Option<String>,
    hospital: Option<String>,
    times: i64,
    first: OffsetDateTime,
    last: OffsetDateTime,
    deeds: Vec<String>,
    kinds: Option<String>,
}

/// The lines from `since` to before `until`, newest first; one more than are told, when there are more.
async fn looks(tx: &mut Tx, patient: PatientId, since: Moment, until: Moment, zone: &Zone) -> Result<Vec<LooksRow>> {
    let rows = sqlx::query_as!(
        LooksRow,
        r#"SELECT e.actor AS "actor!", e.actor_id, e.hospital_id, e.role, e.purpose, h.name AS "hospital?",
                  count(DISTINCT e.request_id) AS "times!", min(e.at) AS "first!", max(e.at) AS "last!",
                  array_agg(DISTINCT e.subject || ' ' || e.action) AS "deeds!: Vec<String>",
                  string_agg(DISTINCT array_to_string(e.kinds, ','), ',') AS kinds
             FROM audit_entries_about($1, $2, $3) e
             LEFT JOIN hospital h ON h.id = e.hospital_id
            WHERE e.outcome = 'allowed' AND e.actor IN ('staff', 'proxy', 'client')
            GROUP BY (e.at AT TIME ZONE $4)::date, e.actor, e.actor_id, e.hospital_id, e.role, e.purpose, h.name
            ORDER BY max(e.at) DESC
            LIMIT $5"#,
        patient.0,
        to_db(since),
        to_db(until),
        zone.name,
        LINES + 1,
    )
    .fetch_all(&mut **tx)
    .await?;
    Ok(rows)
}

/// The names of these accounts. The person may not see the accounts of a hospital where they are not registered, but may know who opened their record; so may who
/// looks after the audit where the record is held: the house tells it.
pub(super) async fn names(ctx: &Ctx, ids: Vec<Uuid>) -> Result<HashMap<UserId, String>> {
    let mut tx = begin(&trace(ctx.house())).await?;
    let rows = sqlx::query!("SELECT id, display_name FROM app_user WHERE id = ANY($1)", &ids)
        .fetch_all(&mut *tx)
        .await?;
    tx.commit().await?;
    Ok(rows.into_iter().map(|row| (UserId(row.id), row.display_name)).collect())
}

impl Look {
    /// Whether the record was opened in an emergency, by somebody who has nothing to do with the person otherwise.
    pub fn is_emergency(&self) -> bool {
        self.purpose == Purpose::Emergency.code()
            || self
                .deeds
                .iter()
                .any(|(_, action)| action.starts_with("break_glass.open"))
    }

    /// In one plain sentence: "Dr Anika Rao, doctor at Riverbend General, opened your chart to treat you."
    pub fn sentence(&self) -> String {
        let role = self.role.map(|role| role.name().replace('_', " "));
        let who = match (self.name.as_deref(), self.actor.as_str()) {
            (Some(name), _) => name.to_owned(),
            (None, "client") => "A program".to_owned(),
            (None, "proxy") => "Somebody whom you let see your record".to_owned(),
            (None, _) => "Somebody whose account is gone".to_owned(),
        };
        let what = match (role, self.hospital.as_deref()) {
            _ if self.actor == "proxy" => ", who cares for you,".to_owned(),
            (Some(role), Some(hospital)) => format!(", {role} at {hospital},"),
            (Some(role), None) => format!(", {role},"),
            (None, Some(hospital)) => format!(" of {hospital}"),
            (None, None) => String::new(),
        };
        let did = self.did();
        let did = match did.as_slice() {
            [] => String::new(),
            [only] => (*only).to_owned(),
            [rest @ .., last] => format!("{} and {last}", rest.join(", ")),
        };
        format!("{who}{what} {did} {}.", self.why())
    }

    /// What they did with it, each in English words of its own.
    pub fn did(&self) -> Vec<&'static str> {
        let did = |subject: &str, action: &str| {
            self.deeds.iter().any(|(of, deed)| {
                (subject.is_empty() || of == subject) && (action.is_empty() || deed.starts_with(action))
            })
        };
        let words = [
            (did("alarm", ""), "answered an alarm of yours"),
            (
                did("patient", "patient.") || did("patient", "live.") || did("device", "live."),
                "opened your chart",
            ),
            (did("ward", ""), "saw you on the board of a ward"),
            (did("hospital", "patient."), "saw your name in a list of patients"),
            (did("", "audit."), "looked up who opened your record"),
            (did("", "consent."), "looked at your consents"),
            (
                did("", "registration."),
                "compared your name and numbers with those of somebody who asked for an account",
            ),
            (did("", "device.hand_over"), "looked at which monitors are on whom"),
            (did("", "right."), "asked who may see your record"),
            (did("", "portal."), "looked after what your portal shows"),
            (did("", "break_glass.open"), "opened your record in an emergency"),
            (
                did("", "break_glass.review"),
                "looked into an emergency opening of your record",
            ),
        ];
        let done: Vec<&str> = words
            .into_iter()
            .filter(|(it, _)| *it)
            .map(|(_, words)| words)
            .collect();
        if done.is_empty() {
            vec!["worked with your record"]
        } else {
            done
        }
    }

    /// Why, in English words.
    pub fn why(&self) -> &'static str {
        Purpose::parse(&self.purpose).unwrap_or(Purpose::System).to_the_person()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn look(deeds: &[(&str, &str)], purpose: &str) -> Look {
        Look {
            first: Moment(0),
            last: Moment(0),
            times: 1,
            name: Some("Dr Anika Rao".into()),
            actor: "staff".into(),
            role: Some(Role::Doctor),
            hospital: Some("Riverbend General".into()),
            elsewhere: false,
            purpose: purpose.into(),
            deeds: deeds.iter().map(|(a, b)| ((*a).into(), (*b).into())).collect(),
            kinds: Vec::new(),
        }
    }

    #[test]
    fn it_reads_like_a_sentence() {
        assert_eq!(
            look(&[("patient", "patient.read")], "TREAT").sentence(),
            "Dr Anika Rao, doctor at Riverbend General, opened your chart to treat you."
        );
        assert_eq!(
            look(
                &[
                    ("ward", "live.begin"),
                    ("alarm", "alarm.acknowledge"),
                    ("patient", "live.begin")
                ],
                "TREAT"
            )
            .sentence(),
            "Dr Anika Rao, doctor at Riverbend General, answered an alarm of yours, opened your chart and saw you on the board of a ward to treat you."
        );
        let emergency = look(&[("patient", "patient.read")], "ETREAT");
        assert!(emergency.is_emergency());
        assert!(
            emergency
                .sentence()
                .ends_with("opened your chart because of an emergency.")
        );
    }

    #[test]
    fn whoever_has_no_name_any_more_is_told_too() {
        let gone = Look {
            name: None,
            ..look(&[("patient", "patient.read")], "TREAT")
        };
        assert_eq!(
            gone.sentence(),
            "Somebody whose account is gone, doctor at Riverbend General, opened your chart to treat you."
        );
        let carer = Look {
            actor: "proxy".into(),
            role: Some(Role::Proxy),
            name: Some("Ada".into()),
            ..look(&[("patient", "patient.read")], "FAMRQT")
        };
        assert_eq!(
            carer.sentence(),
            "Ada, who cares for you, opened your chart because you let them."
        );
    }
}
