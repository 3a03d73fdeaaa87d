//! [`Ctx`] opens every drawer: who asks, when, and under which request. [`Ctx::begin`] is the only way to a connection for what
//! people and devices ask: it decides, sets the row-security context, and answers a transaction.
//!
//! What a request knows of itself beside who asks (where it comes from, when the person last proved who they are) is said at the door with
//! [`Ctx::from_address`] and [`Ctx::proved`].

mod relations;
mod run;

use std::sync::Arc;

use domain::access::{Action, Decision, FRESH_PROOF_SECONDS, Grounds, Relations, Subject, explain};
use domain::actor::{Actor, Task};
use domain::ids::PatientId;
use domain::time::Moment;
use sqlx::{AssertSqlSafe, Postgres, Transaction};
use uuid::Uuid;

use crate::audit::{self, Entry, Gathering, Outcome};
use crate::error::{HospitalError, Result};
use crate::house::House;

pub use run::run;
pub(crate) use run::told;

/// A transaction that knows who asked.
pub type Tx = Transaction<'static, Postgres>;

/// Who asks, when, and under which request.
#[derive(Clone, Debug)]
pub struct Ctx {
    house: Arc<House>,
    actor: Actor,
    request: Uuid,
    address: Option<Arc<str>>,
    proved_at: Option<Moment>,
    page: Option<Gathering>,
}

impl Ctx {
    /// The context of one request.
    pub fn new(house: Arc<House>, actor: Actor, request: Uuid) -> Self {
        Self {
            house,
            actor,
            request,
            address: None,
            proved_at: None,
            page: None,
        }
    }

    /// The same, from where the request comes: for the audit.
    #[must_use]
    pub fn from_address<'a>(mut self, address: impl Into<Option<&'a str>>) -> Self {
        self.address = address.into().map(Into::into);
        self
    }

    /// The same, with when the person last proved who they are: by signing in, or by a step-up since.
    #[must_use]
    pub fn proved(mut self, at: Option<Moment>) -> Self {
        self.proved_at = at;
        self
    }

    /// The same, for a page that is being drawn: its door records what is read for it, as one.
    #[must_use]
    pub fn gathering(mut self, page: Option<&Gathering>) -> Self {
        self.page = page.cloned();
        self
    }

    /// The page that is being drawn.
    pub(crate) fn gathers(&self) -> Option<&Gathering> {
        self.page.as_ref()
    }

    /// The context of one piece of the house's own work.
    pub fn of_worker(house: &Arc<House>, actor: Actor) -> Self {
        Self::new(house.clone(), actor, Uuid::now_v7())
    }

    /// The context of a worker at this task for the whole house.
    pub fn at_work(house: &Arc<House>, task: Task) -> Self {
        Self::of_worker(house, Actor::Worker { task, hospital: None })
    }

    /// The house: pools, clock, what is known in memory.
    pub fn house(&self) -> &Arc<House> {
        &self.house
    }

    /// Who asks.
    pub fn actor(&self) -> &Actor {
        &self.actor
    }

    /// The time, by the house's clock.
    pub fn now(&self) -> Moment {
        self.house.clock.now()
    }

    /// The request, for logs and the audit.
    pub fn request(&self) -> Uuid {
        self.request
    }

    /// From where the request comes, when that is known.
    pub fn address(&self) -> Option<&str> {
        self.address.as_deref()
    }

    /// Whether the person proved who they are within the last five minutes.
    pub fn is_fresh(&self) -> bool {
        self.proved_at
            .is_some_and(|at| self.now().seconds_since(at) <= FRESH_PROOF_SECONDS)
    }

    /// Decides, without opening anything; a denial is written to the audit, and so is that somebody must prove first who they are.
    ///
    /// Errors: [`HospitalError::StepUp`] when it is allowed and wants a fresher proof of who the person is.
    pub async fn check(&self, action: Action, subject: &Subject) -> Result<Grounds> {
        let grounds = explain(&self.actor, action, subject);
        let (refused, reason) = match grounds.decision {
            Decision::Allow if self.wants_proof(action) => (HospitalError::StepUp, "stale_proof"),
            Decision::Allow => {
                run::begun(self, Entry::new(action, subject, Outcome::Allowed));
                return Ok(grounds);
            }
            Decision::SignIn => (HospitalError::SignIn, "not_signed_in"),
            Decision::Deny => (HospitalError::Denied(action.name()), "no_right"),
            Decision::NotFound => (HospitalError::NotFound, "out_of_reach"),
        };
        audit::record(self, Entry::new(action, subject, Outcome::Denied).denied(reason)).await?;
        Err(refused)
    }

    fn wants_proof(&self, action: Action) -> bool {
        action.wants_fresh_proof() && self.actor.user().is_some() && !self.is_fresh()
    }

    /// The transaction in which the verb does its work: decided, and with the row-security context set.
    ///
    /// For [`Subject::Patient`] use [`Ctx::begin_with_patient`], which asks the database for the relations.
    pub async fn begin(&self, action: Action, subject: &Subject) -> Result<Tx> {
        self.check(action, subject).await?;
        self.open(None).await
    }

    /// Like [`Ctx::begin`] for what every page asks: PostgreSQL plans its queries once a connection, where it would plan most of them at each page, which took longer than
    /// to answer them. For queries that find few rows by their keys, whoever asks; not for a search, whose best plan depends on what is looked for.
    pub async fn begin_often(&self, action: Action, subject: &Subject) -> Result<Tx> {
        self.check(action, subject).await?;
        self.open_in(RowContext::of(&self.actor, None).planned_once()).await
    }

    /// Like [`Ctx::begin`] for one patient: loads the relations from the database first. The transaction is about that patient: consent and
    /// emergencies open them to it, and nobody else.
    pub async fn begin_with_patient(&self, action: Action, patient: PatientId) -> Result<Tx> {
        self.begin_on_grounds(action, patient).await.map(|(tx, _)| tx)
    }

    /// [`Ctx::begin_with_patient`], and why it was allowed.
    pub async fn begin_on_grounds(&self, action: Action, patient: PatientId) -> Result<(Tx, Grounds)> {
        if self.actor == Actor::Nobody {
            return Err(HospitalError::SignIn);
        }
        let mut tx = self.open(Some(patient)).await?;
        let relations = relations::of_patient(&mut tx, &self.actor, self.now(), patient).await?;
        match self.check(action, &Subject::Patient { patient, relations }).await {
            Ok(grounds) => {
                // A consent or an emergency that is not among what suffices for them opens nothing of other hospitals.
                let opens = Relations::CONSENT.and(Relations::BREAK_GLASS);
                if relations.meets(opens) && !relations.common(grounds.suffices).meets(opens) {
                    close_subject(&mut tx).await?;
                }
                Ok((tx, grounds))
            }
            Err(refused) => {
                tx.rollback().await?;
                Err(refused)
            }
        }
    }

    /// Like [`Ctx::begin`] for one thing of a patient that the house may have told the actor of by name: `found` is whose it is, and whether it did; none where the wall shows none. The
    /// transaction is about no patient: what consent or an emergency opens is not needed for it.
    pub(crate) async fn begin_told(&self, action: Action, found: Option<(PatientId, bool)>) -> Result<(Tx, PatientId)> {
        let is_told = found.is_some_and(|(_, told)| told);
        let patient = audit::within_reach(self, action, found.map(|(patient, _)| patient)).await?;
        let relations = self.stands_to(patient).await?.and_if(is_told, Relations::TOLD);
        let tx = self.begin(action, &Subject::Patient { patient, relations }).await?;
        Ok((tx, patient))
    }

    /// Whether the actor may, for a verb that shows more to some; nothing is written to the audit.
    pub fn may(&self, action: Action, subject: &Subject) -> bool {
        explain(&self.actor, action, subject).decision == Decision::Allow
    }

    /// How the actor stands to `patient` now. Nothing is decided, and nothing else is read.
    pub async fn stands_to(&self, patient: PatientId) -> Result<Relations> {
        self.stands_as(&self.actor, patient).await
    }

    /// The same in a transaction that is open already: for a list that shows of each patient what the actor reads.
    pub(crate) async fn stands_in(&self, tx: &mut Tx, patient: PatientId) -> Result<Relations> {
        relations::of_patient(tx, &self.actor, self.now(), patient).await
    }

    /// How `other` stands to `patient` now, asked through their eyes: row security shows what they would be shown. Only the relations leave this function,
    /// never the transaction, so that nobody gets at a record by asking as somebody else.
    ///
    /// Errors: as [`Ctx::check`] for whoever may not ask who may do what where `other` works.
    pub(crate) async fn another_stands_to(&self, other: &Actor, patient: PatientId) -> Result<Relations> {
        let hospital = other.hospital().ok_or(HospitalError::NotFound)?;
        self.check(Action::ExplainRights, &Subject::Hospital(hospital)).await?;
        self.stands_as(other, patient).await
    }

    async fn stands_as(&self, actor: &Actor, patient: PatientId) -> Result<Relations> {
        let mut tx = self.open_as(actor, Some(patient)).await?;
        let relations = relations::of_patient(&mut tx, actor, self.now(), patient).await?;
        tx.rollback().await?;
        Ok(relations)
    }

    /// What is the actor's own: the patient of a portal, the hospital where they work, the house; none for nobody.
    fn own_subject(&self) -> Option<Subject> {
        Some(match (&self.actor, self.actor.hospital()) {
            (Actor::Nobody, _) => return None,
            (Actor::Patient { patient, .. } | Actor::Proxy { patient, .. }, _) => Subject::Patient {
                patient: *patient,
                relations: Relations::NONE,
            },
            (_, Some(hospital)) => Subject::Hospital(hospital),
            (_, None) => Subject::House,
        })
    }

    /// Whether the actor has the right at all, towards whomever or whatever: to show the way to a page. Nothing is written to the audit, and the page decides anew.
    pub fn may_at_all(&self, action: Action) -> bool {
        self.own_subject().is_some_and(|own| {
            let grounds = explain(&self.actor, action, &own);
            !grounds.suffices.is_none() && grounds.decision != Decision::NotFound
        })
    }

    /// A first look, before the subject is known: the actor must have the right at all, and row security hides the rest.
    /// The verb then decides on the subject it found.
    pub async fn look(&self, action: Action) -> Result<Tx> {
        self.look_in(action, RowContext::of(&self.actor, None)).await
    }

    /// Like [`Ctx::look`] for what every page of a kind asks, planned once a connection as in [`Ctx::begin_often`].
    pub(crate) async fn look_often(&self, action: Action) -> Result<Tx> {
        self.look_in(action, RowContext::of(&self.actor, None).planned_once())
            .await
    }

    async fn look_in(&self, action: Action, context: RowContext) -> Result<Tx> {
        let own = self.own_subject().ok_or(HospitalError::SignIn)?;
        if self.may_at_all(action) {
            run::begun(self, Entry::new(action, &own, Outcome::Allowed));
        } else {
            self.check(action, &own).await?;
        }
        self.open_in(context).await
    }

    async fn open(&self, about: Option<PatientId>) -> Result<Tx> {
        self.open_as(&self.actor, about).await
    }

    async fn open_as(&self, actor: &Actor, about: Option<PatientId>) -> Result<Tx> {
        self.open_in(RowContext::of(actor, about)).await
    }

    /// Acquire and BEGIN run in a task of their own: when the caller is cancelled half-way, the task finishes and the
    /// connection goes back clean (sqlx's own `begin` does not promise that).
    async fn open_in(&self, context: RowContext) -> Result<Tx> {
        let pool = self.house.app.clone();
        let begin = AssertSqlSafe(context.begin());
        match tokio::spawn(async move { pool.begin_with(begin).await }).await {
            Ok(tx) => Ok(tx?),
            Err(_) => Err(HospitalError::Internal("opening a transaction was cut short")),
        }
    }
}

/// From now on the transaction is about nobody: the wall opens no one beyond the actor's hospital.
pub(crate) async fn close_subject(tx: &mut Tx) -> Result<()> {
    sqlx::query!("SELECT set_config('app.subject_id', '', true) AS closed")
        .fetch_one(&mut **tx)
        .await?;
    Ok(())
}

/// From now on the transaction is about `patient`: for a verb that found whom it is about, and has decided.
pub(crate) async fn open_subject(tx: &mut Tx, patient: PatientId) -> Result<()> {
    sqlx::query!(
        "SELECT set_config('app.subject_id', $1, true) AS opened",
        patient.to_string()
    )
    .fetch_one(&mut **tx)
    .await?;
    Ok(())
}

/// What row security reads, and how the transaction's queries are planned. A patient has no hospital here: the hospital's wall would let them see everybody in it.
#[derive(Clone, Copy, Debug, Default)]
struct RowContext {
    user: Option<Uuid>,
    hospital: Option<Uuid>,
    patient: Option<Uuid>,
    proxied: Option<Uuid>,
    subject: Option<Uuid>,
    task: &'static str,
    /// Whether PostgreSQL plans them once a connection.
    often: bool,
}

impl RowContext {
    fn of(actor: &Actor, about: Option<PatientId>) -> Self {
        let mut context = Self {
            user: actor.user().map(|id| id.0),
            subject: about.map(|id| id.0),
            ..Self::default()
        };
        match actor {
            Actor::Patient { patient, .. } => context.patient = Some(patient.0),
            Actor::Proxy { patient, .. } => context.proxied = Some(patient.0),
            _ => {
                context.hospital = actor.hospital().map(|id| id.0);
                context.task = audit::task_of(actor).unwrap_or_default();
            }
        }
        context
    }

    fn planned_once(mut self) -> Self {
        self.often = true;
        self
    }

    /// BEGIN and the context in one message, because every page waits for it several times. No text of anybody is in it: ids, and words of this program.
    fn begin(&self) -> String {
        let id = |id: Option<Uuid>| id.map(|id| id.to_string()).unwrap_or_default();
        let plans = if self.often { "force_generic_plan" } else { "auto" };
        let settings = [
            ("app.user_id", id(self.user)),
            ("app.hospital_id", id(self.hospital)),
            ("app.patient_id", id(self.patient)),
            ("app.proxied_id", id(self.proxied)),
            ("app.subject_id", id(self.subject)),
            ("app.task", self.task.to_owned()),
            ("plan_cache_mode", plans.to_owned()),
        ];
        let settings = settings.map(|(name, value)| format!("set_config('{name}', '{value}', true)"));
        format!("BEGIN; SELECT {}", settings.join(", "))
    }
}
