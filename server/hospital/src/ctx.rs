//! [`Ctx`] opens every drawer: who asks, when, and under which request. [`Ctx::begin`] is the only way to a connection for what
//! people and devices ask: it decides, sets the row-security context, and answers a transaction.

use std::net::IpAddr;
use std::sync::Arc;

use domain::access::{Action, Decision, Subject, decide};
use domain::actor::Actor;
use domain::ids::PatientId;
use domain::time::Moment;
use sqlx::{PgConnection, Postgres, Transaction};
use uuid::Uuid;

use crate::audit::{self, Entry, Outcome};
use crate::error::{HospitalError, Result};
use crate::house::House;

/// A transaction that knows who asked.
pub type Tx = Transaction<'static, Postgres>;

/// Who asks, when, and under which request.
#[derive(Clone, Debug)]
pub struct Ctx {
    house: Arc<House>,
    actor: Actor,
    request: Uuid,
    /// Where the request came from.
    address: Option<IpAddr>,
}

impl Ctx {
    /// The context of one request.
    pub fn new(house: Arc<House>, actor: Actor, request: Uuid) -> Self {
        Self {
            house,
            actor,
            request,
            address: None,
        }
    }

    /// The same, for a request that came from this address: the audit keeps it.
    #[must_use]
    pub fn from(self, address: Option<IpAddr>) -> Self {
        Self { address, ..self }
    }

    /// The context of one piece of the house's own work.
    pub fn of_worker(house: &Arc<House>, actor: Actor) -> Self {
        Self::new(house.clone(), actor, Uuid::now_v7())
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

    /// Where the request came from, when it came from somewhere.
    pub fn address(&self) -> Option<IpAddr> {
        self.address
    }

    /// The request, for logs and the audit.
    pub fn request(&self) -> Uuid {
        self.request
    }

    /// Decides, without opening anything; a denial is written to the audit.
    pub async fn check(&self, action: Action, subject: &Subject) -> Result<()> {
        let (refused, reason) = match decide(&self.actor, action, subject) {
            Decision::Allow => return Ok(()),
            Decision::SignIn => (HospitalError::SignIn, "not_signed_in"),
            Decision::Deny => (HospitalError::Denied(action.name()), "no_right"),
            Decision::NotFound => (HospitalError::NotFound, "out_of_reach"),
        };
        audit::record(self, Entry::new(action, subject, Outcome::Denied).denied(reason)).await?;
        Err(refused)
    }

    /// The transaction in which the verb does its work: decided, and with the row-security context set.
    ///
    /// For [`Subject::Patient`] with `registered_here` unknown use [`Ctx::begin_with_patient`].
    pub async fn begin(&self, action: Action, subject: &Subject) -> Result<Tx> {
        self.check(action, subject).await?;
        self.open().await
    }

    /// Like [`Ctx::begin`] for one patient: loads the relation from the database first.
    pub async fn begin_with_patient(&self, action: Action, patient: PatientId) -> Result<Tx> {
        if self.actor == Actor::Nobody {
            return Err(HospitalError::SignIn);
        }
        let mut tx = self.open().await?;
        let registered_here = is_registered_here(&mut tx, patient).await?;
        match self
            .check(
                action,
                &Subject::Patient {
                    patient,
                    registered_here,
                },
            )
            .await
        {
            Ok(()) => Ok(tx),
            Err(refused) => {
                tx.rollback().await?;
                Err(refused)
            }
        }
    }

    /// A first look, before the subject is known: the actor must have the right at all, and row security hides the rest.
    /// The verb then decides on the subject it found.
    pub async fn look(&self, action: Action) -> Result<Tx> {
        let own = match (&self.actor, self.actor.hospital()) {
            (Actor::Nobody, _) => return Err(HospitalError::SignIn),
            (Actor::Patient { patient, .. }, _) => Subject::Patient {
                patient: *patient,
                registered_here: true,
            },
            (_, Some(hospital)) => Subject::Hospital(hospital),
            (_, None) => Subject::House,
        };
        self.begin(action, &own).await
    }

    /// Acquire, BEGIN and `set_config` run in a task of their own: when the caller is cancelled half-way, the task finishes and the
    /// connection goes back clean (sqlx's own `begin` does not promise that).
    async fn open(&self) -> Result<Tx> {
        let (pool, context) = (self.house.app.clone(), RowContext::of(&self.actor));
        let opened = tokio::spawn(async move {
            let mut tx = pool.begin().await?;
            context.set(&mut tx).await?;
            Ok::<Tx, sqlx::Error>(tx)
        });
        match opened.await {
            Ok(tx) => Ok(tx?),
            Err(_) => Err(HospitalError::Internal("opening a transaction was cut short")),
        }
    }
}

/// What row security reads. A patient has no hospital here: the hospital's wall would let them see everybody in it.
#[derive(Clone, Debug, Default)]
struct RowContext {
    user: String,
    hospital: String,
    patient: String,
    task: &'static str,
}

impl RowContext {
    fn of(actor: &Actor) -> Self {
        let user = actor.user().map(|id| id.to_string()).unwrap_or_default();
        match actor {
            Actor::Patient { patient, .. } => Self {
                user,
                patient: patient.to_string(),
                ..Self::default()
            },
            Actor::Staff { .. } | Actor::Device { .. } | Actor::Worker { .. } | Actor::Nobody => Self {
                user,
                hospital: actor.hospital().map(|id| id.to_string()).unwrap_or_default(),
                task: audit::task_of(actor).unwrap_or_default(),
                ..Self::default()
            },
        }
    }

    async fn set(&self, connection: &mut PgConnection) -> std::result::Result<(), sqlx::Error> {
        sqlx::query!(
            "SELECT set_config('app.user_id',     $1, true) AS a,
                    set_config('app.hospital_id', $2, true) AS b,
                    set_config('app.patient_id',  $3, true) AS c,
                    set_config('app.task',        $4, true) AS d",
            self.user,
            self.hospital,
            self.patient,
            self.task,
        )
        .fetch_one(connection)
        .await
        .map(drop)
    }
}

async fn is_registered_here(tx: &mut Tx, patient: PatientId) -> Result<bool> {
    let found = sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT FROM registration r WHERE r.patient_id = $1 AND r.hospital_id = actor_hospital()) AS "found!""#,
        patient.0,
    )
    .fetch_one(&mut **tx)
    .await?;
    Ok(found)
}
