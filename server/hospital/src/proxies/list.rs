//! Whom the person has named.

use domain::access::{Action, Relations, Subject};
use domain::ids::ProxyId;
use domain::patients::Section;
use domain::time::Moment;

use super::named_email_of;
use crate::audit::{self, Entry, Kind};
use crate::ctx::Ctx;
use crate::error::{HospitalError, Result};
use crate::identity::contact::open;
use crate::time::{from_db, to_db};

/// Somebody who was named. It does not say whether anybody has the address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// Which.
    pub id: ProxyId,
    /// The address.
    pub email: String,
    /// What the patient calls them.
    pub known_as: String,
    /// The parts that they may see.
    pub sections: Vec<Section>,
    /// Since when.
    pub since: Moment,
    /// Until when.
    pub until: Moment,
    /// Whether it holds now.
    pub holds: bool,
}

/// What the person's page shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Own {
    /// Those whom they have named, those that hold first; 100 at most.
    pub named: Vec<Named>,
    /// Whether they may name more: not while their portal is off.
    pub may_name: bool,
}

/// Whom the reader has named.
///
/// Errors: denied for everybody but the person.
pub async fn list_own(ctx: &Ctx) -> Result<Own> {
    let patient = ctx.actor().on_behalf_of().ok_or(HospitalError::SignIn)?;
    let mut tx = ctx.begin_with_patient(Action::ManageProxies, patient).await?;
    let rows = sqlx::query!(
        r#"SELECT id, email_sealed AS "email!", known_as, sections, lower(during) AS "since!", upper(during) AS "until!", during @> $2::timestamptz AS "holds!"
             FROM proxy_invitation
            WHERE patient_id = $1 AND NOT isempty(during)
            ORDER BY during @> $2::timestamptz DESC, id DESC
            LIMIT 100"#,
        patient.0,
        to_db(ctx.now()),
    )
    .fetch_all(&mut *tx)
    .await?;
    audit::record(ctx, Entry::patient(Action::ManageProxies, patient, &[Kind::Access])).await?;
    tx.commit().await?;
    let named = rows.into_iter().map(|row| {
        Ok(Named {
            id: ProxyId(row.id),
            email: open(&ctx.house().keys, &named_email_of(row.id, patient), &row.email)?,
            known_as: row.known_as,
            sections: row.sections.iter().filter_map(|name| Section::parse(name)).collect(),
            since: from_db(row.since),
            until: from_db(row.until),
            holds: row.holds,
        })
    });
    let relations = Relations::NONE;
    Ok(Own {
        named: named.collect::<Result<_>>()?,
        may_name: ctx.may(Action::NameProxy, &Subject::Patient { patient, relations }),
    })
}
