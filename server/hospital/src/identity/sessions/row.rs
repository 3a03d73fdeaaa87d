//! Sessions as the database keeps them.

use domain::access::Action;
use domain::actor::{Exception, Role};
use domain::identity::{Density, Level};
use domain::ids::{HospitalId, PatientId, UserId, WardId};
use domain::patients::{Portal, Section, TextSize};
use domain::time::Moment;
use domain::units::Units;
use serde::{Deserialize, Serialize};

use super::{Opening, Session, SessionKey};
use crate::ctx::Tx;
use crate::error::Result;
use crate::identity::realm::Realm;
use crate::time::{from_db, to_db};

/// What the column `data` holds: ids only, written once.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Facts {
    hospital: HospitalId,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    patient: Option<PatientId>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    is_proxy: bool,
    #[serde(default)]
    shared: bool,
}

impl Facts {
    pub(super) fn of(opening: &Opening) -> Self {
        Self {
            hospital: opening.hospital,
            patient: opening.patient,
            is_proxy: opening.is_proxy,
            shared: opening.shared,
        }
    }
}

/// The sessions of `keys` whose account is open, who is behind them now, and when they were last written as seen. One that is missing
/// from the answer is over. Idle limits are the caller's to check: memory knows of later sightings.
pub(super) async fn select(tx: &mut Tx, keys: &[SessionKey], now: Moment) -> Result<Vec<(Session, Moment)>> {
    let hashes: Vec<Vec<u8>> = keys.iter().map(|key| key.to_db()).collect();
    let rows = sqlx::query!(
        r#"SELECT s.id_hash, s.realm, s.user_id, s.data, s.device, s.address, s.created_at, s.last_seen_at, s.expires_at,
                  s.level, s.proved_at,
                  u.display_name, u.proofs, h.name AS hospital_name, h.zone,
                  ARRAY(SELECT g.role
                        FROM   role_grant g
                        WHERE  g.user_id = s.user_id AND g.hospital_id = h.id AND g.during @> $2::timestamptz) AS "roles!",
                  (SELECT   g.ward_id
                   FROM     role_grant g
                   WHERE    g.user_id = s.user_id AND g.hospital_id = h.id AND g.during @> $2::timestamptz AND g.ward_id IS NOT NULL
                   ORDER BY lower(g.during), g.role
                   LIMIT    1) AS ward_id,
                  EXISTS (SELECT FROM second_factor f WHERE f.user_id = s.user_id AND f.confirmed_at IS NOT NULL) AS "has_factor!",
                  COALESCE((SELECT e.second_factor_required FROM hospital_setting e WHERE e.hospital_id = h.id), true) AS "required!",
                  ARRAY(SELECT   d.ward_id
                        FROM     ward_duty d
                        WHERE    d.user_id = s.user_id AND d.hospital_id = h.id AND d.during @> $2::timestamptz
                        ORDER BY d.ward_id) AS "wards!",
                  ARRAY(SELECT e FROM rights_of_one(s.user_id, h.id, $2) AS e) AS "exceptions!",
                  p.is_open AS "portal_open?", p.hidden AS "portal_hidden?", p.changed_at AS "portal_changed_at?",
                  x.sections AS "proxy_sections?", a.language AS "language?",
                  h.locale, a.temperature_unit AS "temperature_unit?", a.weight_unit AS "weight_unit?", a.glucose_unit AS "glucose_unit?",
                  t.text_size AS "text_size?", a.high_contrast AS "high_contrast?", a.density AS "density?"
           FROM   browser_session s
           JOIN   app_user u ON u.id = s.user_id AND u.is_active
           JOIN   hospital h ON h.id = (s.data ->> 'hospital')::uuid
           LEFT JOIN portal_setting p ON p.patient_id = (s.data ->> 'patient')::uuid AND p.hospital_id = h.id
           LEFT JOIN proxy x          ON x.patient_id = (s.data ->> 'patient')::uuid AND x.user_id = s.user_id AND x.during @> $2::timestamptz
           LEFT JOIN account_profile a ON a.user_id = s.user_id
           LEFT JOIN portal_preference t ON t.patient_id = (s.data ->> 'patient')::uuid AND t.hospital_id = h.id
           WHERE  s.id_hash = ANY($1) AND s.expires_at > $2::timestamptz"#,
        &hashes,
        to_db(now),
    )
    .fetch_all(&mut **tx)
    .await?;
    let sessions = rows.into_iter().filter_map(|row| {
        let realm = Realm::parse(&row.realm)?;
        let facts: Facts = serde_json::from_value(row.data).ok()?;
        let let_into = row.proxy_sections.map(|names| sections(&names));
        // Where there is a factor, the password alone is not in.
        if row.has_factor && Level::of_number(row.level) < Level::Factor {
            return None;
        }
        // Who cares for somebody, and may no longer: the session is over.
        if facts.is_proxy && let_into.is_none() {
            return None;
        }
        let roles: Vec<Role> = match realm {
            Realm::Portal if facts.is_proxy => vec![Role::Proxy],
            Realm::Portal => vec![Role::Patient],
            Realm::Staff => Role::ALL
                .into_iter()
                .filter(|role| row.roles.iter().any(|name| name == role.name()))
                .collect(),
        };
        let chosen = [
            row.temperature_unit.as_deref(),
            row.weight_unit.as_deref(),
            row.glucose_unit.as_deref(),
        ];
        // Staff without a role may do nothing any more: the session is over.
        let session = Session {
            key: SessionKey::from_db(&row.id_hash),
            realm,
            user: UserId(row.user_id),
            name: row.display_name,
            hospital: facts.hospital,
            hospital_name: row.hospital_name,
            zone: row.zone,
            roles,
            ward: row.ward_id.map(WardId),
            wards: row.wards.into_iter().map(WardId).collect(),
            exceptions: row.exceptions.iter().filter_map(|text| exception(text)).collect(),
            patient: facts.patient,
            portal: Portal {
                is_open: row.portal_open.unwrap_or(true),
                hidden: row.portal_hidden.map(|names| sections(&names)).unwrap_or_default(),
                changed_at: row.portal_changed_at.map(from_db),
            },
            proxy: let_into.filter(|_| facts.is_proxy),
            shared: facts.shared,
            device: row.device,
            address: row.address,
            created_at: from_db(row.created_at),
            expires_at: from_db(row.expires_at),
            level: Level::of_number(row.level),
            proofs: row.proofs,
            proved_at: from_db(row.proved_at),
            language: row.language,
            units: chosen.into_iter().fold(Units::of_locale(&row.locale), Units::with),
            // A carer's letters are not the person's.
            text_size: row
                .text_size
                .filter(|_| !facts.is_proxy)
                .and_then(|name| TextSize::parse(&name))
                .unwrap_or_default(),
            high_contrast: row.high_contrast.unwrap_or(false),
            density: row.density.and_then(|name| Density::parse(&name)).unwrap_or_default(),
            has_factor: row.has_factor,
            must_enrol: realm == Realm::Staff && row.required && !row.has_factor,
        };
        (!session.roles.is_empty()).then(|| (session, from_db(row.last_seen_at)))
    });
    Ok(sessions.collect())
}

/// The parts of a record by their names; what this version does not know is left out.
pub(crate) fn sections(names: &[String]) -> Vec<Section> {
    names.iter().filter_map(|name| Section::parse(name)).collect()
}

/// `+patient.read` or `-patient.read`.
pub(crate) fn exception(text: &str) -> Option<Exception> {
    let (sign, name) = text.split_at_checked(1)?;
    Some(Exception {
        action: Action::parse(name)?,
        allowed: sign == "+",
    })
}
