//! Leaves a notice for one person, in the transaction of what happened: a change that rolls back tells nobody.

use domain::ids::{HospitalId, PatientId, UserId};
use domain::notices::{Choice, Kind, Side, Topic};
use uuid::Uuid;

use super::Named;
use crate::ctx::{Ctx, Tx};
use crate::error::Result;
use crate::mail::{self, Letter, Recipient};
use crate::time::to_db;

/// What there is to tell.
#[derive(Clone, Debug)]
pub(crate) struct Notice {
    kind: Kind,
    hospital: Option<HospitalId>,
    patient: Option<PatientId>,
    named: Named,
}

impl Notice {
    /// Of a kind, naming nobody.
    pub(crate) fn of(kind: Kind) -> Self {
        Self {
            kind,
            hospital: None,
            patient: None,
            named: Named::default(),
        }
    }

    /// Of the work in this hospital.
    pub(crate) fn at(mut self, hospital: HospitalId) -> Self {
        self.hospital = Some(hospital);
        self
    }

    /// It leads to this patient's pages; in the portal it is about their record.
    pub(crate) fn about(mut self, patient: PatientId) -> Self {
        self.patient = Some(patient);
        self
    }

    /// Done by somebody of this name. Never a patient's on the staff's side.
    pub(crate) fn by(mut self, who: impl Into<String>) -> Self {
        self.named.who = who.into();
        self
    }

    /// With a ward or a device of this name.
    pub(crate) fn with(mut self, what: impl Into<String>) -> Self {
        self.named.what = what.into();
        self
    }
}

impl From<Kind> for Notice {
    fn from(kind: Kind) -> Self {
        Self::of(kind)
    }
}

/// Tells `user`, as they chose to hear of it. Nobody is told of what they did themselves, except where it is about the safety of their account.
pub(crate) async fn tell(tx: &mut Tx, ctx: &Ctx, user: UserId, notice: impl Into<Notice>) -> Result<()> {
    let notice = notice.into();
    let kind = notice.kind;
    if kind.side() != Side::Account && ctx.actor().user() == Some(user) {
        return Ok(());
    }
    let choice = chosen(tx, user, kind.topic()).await?;
    if choice == Choice::Off {
        return Ok(());
    }
    let id = Uuid::now_v7();
    let named = notice.named.seal(&ctx.house().keys, id)?;
    // Without a target: whoever tells may not look at what the other was told.
    let told = sqlx::query!(
        "INSERT INTO notice (id, user_id, at, kind, side, hospital_id, patient_id, named_sealed, is_once) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         ON CONFLICT DO NOTHING",
        id,
        user.0,
        to_db(ctx.now()),
        kind.name(),
        kind.side().name(),
        notice.hospital.map(|hospital| hospital.0),
        notice.patient.map(|patient| patient.0),
        named,
        kind.leads_to_list(),
    )
    .execute(&mut **tx)
    .await?;
    if told.rows_affected() == 0 || choice != Choice::Mail {
        return Ok(());
    }
    mail::send_in(tx, ctx, letter(kind), Recipient::Account(user)).await
}

/// How `user` wants to hear of `topic`. What has one choice alone is not asked for.
async fn chosen(tx: &mut Tx, user: UserId, topic: Topic) -> Result<Choice> {
    if topic.choices().len() == 1 {
        return Ok(topic.default_choice());
    }
    let said = sqlx::query_scalar!("SELECT notice_choice_of($1, $2)", user.0, topic.name())
        .fetch_one(&mut **tx)
        .await?;
    let said = said.as_deref().and_then(Choice::parse);
    Ok(said
        .filter(|choice| topic.choices().contains(choice))
        .unwrap_or(topic.default_choice()))
}

/// The mail that says that something waits here; never what.
const fn letter(kind: Kind) -> Letter {
    match (kind, kind.topic()) {
        (Kind::PasswordChanged, _) => Letter::PasswordChanged,
        (Kind::PhoneGivenElsewhere | Kind::NamesTried, _) => Letter::Message,
        (_, Topic::Security | Topic::SignIns) => Letter::LookAtAccount,
        _ => Letter::Message,
    }
}
