//! What a verb may answer instead of what was asked. Told once, with its cause; logged at the edge; free of patient data.

use domain::invalid::Invalid;

/// The ways in which a verb fails.
#[derive(Debug, thiserror::Error)]
pub enum HospitalError {
    /// Nobody has signed in.
    #[error("sign in first")]
    SignIn,
    /// The actor lacks the right; the text names it.
    #[error("this account may not: {0}")]
    Denied(&'static str),
    /// It is allowed, and wants a proof of who the person is that is at most five minutes old.
    #[error("prove who you are first")]
    StepUp,
    /// It does not exist, or the actor must not learn that it does.
    #[error("not found")]
    NotFound,
    /// The input is wrong; each fault names its field.
    #[error("the input has {} fault(s)", .0.len())]
    Invalid(Vec<Invalid>),
    /// It has changed meanwhile, or was done already; the sentence says which.
    #[error("{0}")]
    Conflict(&'static str),
    /// Too much at once; try again later.
    #[error("too many requests")]
    Busy,
    /// The database is away or slow.
    #[error("the database is away")]
    Away(#[source] sqlx::Error),
    /// A fault of ours.
    #[error("database")]
    Database(#[source] sqlx::Error),
    /// A fault of ours, outside the database.
    #[error("{0}")]
    Internal(&'static str),
}

impl From<Invalid> for HospitalError {
    /// One fault of what was typed.
    fn from(fault: Invalid) -> Self {
        Self::Invalid(vec![fault])
    }
}

impl From<sqlx::Error> for HospitalError {
    /// Connection faults are [`HospitalError::Away`] (retry helps), all else is a fault of ours.
    fn from(error: sqlx::Error) -> Self {
        if is_away(&error) {
            Self::Away(error)
        } else {
            Self::Database(error)
        }
    }
}

/// The name of the constraint that the statement would have violated: the verb turns it into a sentence.
pub(crate) fn violated(error: &sqlx::Error) -> Option<&str> {
    error.as_database_error()?.constraint()
}

impl HospitalError {
    /// The same of a verb's error.
    pub(crate) fn violated(&self) -> Option<&str> {
        match self {
            Self::Database(error) => violated(error),
            _ => None,
        }
    }
}

/// Whether the database is away (starting, stopping, unreachable, full, too slow) rather than displeased with the statement.
pub fn is_away(error: &sqlx::Error) -> bool {
    match error {
        sqlx::Error::Io(_)
        | sqlx::Error::PoolTimedOut
        | sqlx::Error::PoolClosed
        | sqlx::Error::Tls(_)
        | sqlx::Error::Protocol(_) => true,
        sqlx::Error::Database(cause) => {
            // 08 connection, 53 resources (disk full, too many connections), 57P operator intervention (shutdown, starting up); what took
            // too long: 57014 a statement, 55P03 a lock, 25P03 a transaction that idled.
            let code = cause.code().unwrap_or_default();
            ["08", "53", "57P", "57014", "55P03", "25P03"]
                .iter()
                .any(|away| code.starts_with(away))
        }
        _ => false,
    }
}

/// What verbs answer.
pub type Result<T> = std::result::Result<T, HospitalError>;
