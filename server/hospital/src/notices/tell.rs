//! Leaves notices, in the transaction of what happened: a change that rolls back tells nobody.

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

    /// At this bed or chair of the ward: it stands where the name of who did something would, and names nobody.
    pub(crate) fn spot(mut self, spot: impl Into<String>) -> Self {
        self.named.who = spot.into();
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
    tell_each(tx, ctx, vec![(user, notice.into())]).await
}

/// Tells each of these people of one kind of thing, as [`tell`] does: the choices are asked for at once and the notices written at once, however many people there are.
pub(crate) async fn tell_each(tx: &mut Tx, ctx: &Ctx, mut notices: Vec<(UserId, Notice)>) -> Result<()> {
    let me = ctx.actor().user();
    notices.retain(|(user, notice)| notice.kind.side() == Side::Account || me != Some(*user));
    let choices = chosen(tx, &notices).await?;
    let (mut mailed, mut shown) = (Vec::new(), Vec::new());
    for ((user, notice), choice) in notices.into_iter().zip(choices) {
        match choice {
            Choice::Off => {}
            Choice::Mail => mailed.push((user, notice)),
            _ => shown.push((user, notice)),
        }
    }
    write(tx, ctx, &shown).await?;
    // One by one: whether a notice was new says whether a mail goes, and only the count can be seen.
    for one in mailed {
        let (user, kind) = (one.0, one.1.kind);
        if write(tx, ctx, &[one]).await? == 1 {
            mail::send_in(tx, ctx, letter(kind), Recipient::Account(user)).await?;
        }
    }
    Ok(())
}

/// Writes notices; answers how many were new. Without a target: whoever tells may not look at what the other was told.
async fn write(tx: &mut Tx, ctx: &Ctx, notices: &[(UserId, Notice)]) -> Result<u64> {
    if notices.is_empty() {
        return Ok(0);
    }
    let ids: Vec<Uuid> = notices.iter().map(|_| Uuid::now_v7()).collect();
    let sealed = notices.iter().zip(&ids);
    let sealed: Vec<Option<Vec<u8>>> = sealed
        .map(|((_, notice), id)| notice.named.seal(&ctx.house().keys, *id))
        .collect::<Result<_>>()?;
    let users: Vec<Uuid> = notices.iter().map(|(user, _)| user.0).collect();
    let kinds: Vec<String> = notices.iter().map(|(_, it)| it.kind.name().to_owned()).collect();
    let sides: Vec<String> = notices.iter().map(|(_, it)| it.kind.side().name().to_owned()).collect();
    let hospitals: Vec<Option<Uuid>> = notices.iter().map(|(_, it)| it.hospital.map(|id| id.0)).collect();
    let patients: Vec<Option<Uuid>> = notices.iter().map(|(_, it)| it.patient.map(|id| id.0)).collect();
    let once: Vec<bool> = notices.iter().map(|(_, it)| it.kind.leads_to_list()).collect();
    let written = sqlx::query!(
        "INSERT INTO notice (id, user_id, at, kind, side, hospital_id, patient_id, named_sealed, is_once)
         SELECT n.id, n.user_id, $3, n.kind, n.side, n.hospital_id, n.patient_id, n.named_sealed, n.is_once
           FROM UNNEST($1::uuid[], $2::uuid[], $4::text[], $5::text[], $6::uuid[], $7::uuid[], $8::bytea[], $9::bool[])
                AS n (id, user_id, kind, side, hospital_id, patient_id, named_sealed, is_once)
         ON CONFLICT DO NOTHING",
        &ids,
        &users,
        to_db(ctx.now()),
        &kinds,
        &sides,
        &hospitals as &[Option<Uuid>],
        &patients as &[Option<Uuid>],
        &sealed as &[Option<Vec<u8>>],
        &once,
    )
    .execute(&mut **tx)
    .await?;
    Ok(written.rows_affected())
}

/// How each wants to hear of it, in their order. What has one choice alone is not asked for.
async fn chosen(tx: &mut Tx, notices: &[(UserId, Notice)]) -> Result<Vec<Choice>> {
    let topics = notices.iter().map(|(_, notice)| notice.kind.topic());
    if topics.clone().all(|topic| topic.choices().len() == 1) {
        return Ok(topics.map(Topic::default_choice).collect());
    }
    let users: Vec<Uuid> = notices.iter().map(|(user, _)| user.0).collect();
    let names: Vec<String> = topics.clone().map(|topic| topic.name().to_owned()).collect();
    let said = sqlx::query_scalar!(
        "SELECT notice_choice_of(n.user_id, n.topic) FROM UNNEST($1::uuid[], $2::text[]) WITH ORDINALITY AS n (user_id, topic, place) ORDER BY n.place",
        &users,
        &names,
    )
    .fetch_all(&mut **tx)
    .await?;
    let choices = topics.zip(said).map(|(topic, said)| {
        said.as_deref()
            .and_then(Choice::parse)
            .filter(|choice| topic.choices().contains(choice))
            .unwrap_or(topic.default_choice())
    });
    Ok(choices.collect())
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
