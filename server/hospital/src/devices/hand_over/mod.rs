//! A technician lends the device they keep to a colleague for a while (C18): asked, accepted or refused, over by itself or ended early by either. While it holds,
//! the device and whoever is on it are open to the colleague as to the one who keeps it, who goes on keeping it.
//!
//! | verb | does |
//! | --- | --- |
//! | [`ask`] | who keeps a device asks a colleague |
//! | [`answer`] | the colleague accepts or refuses |
//! | [`end`] | either ends it; before it was accepted, takes it back |
//! | [`tell_expired`] | writes into the audit which ended by themselves |
//! | [`hand_overs`] | what was asked of and by the reader; for an admin, of the hospital |

mod answer;
mod ask;
mod expire;
mod list;

use domain::access::{Action, Subject};
use domain::actor::Actor;
use domain::ids::{DeviceId, HospitalId, UserId};
use domain::time::Moment;
use uuid::Uuid;

pub(crate) use answer::end_of;
pub use answer::{answer, end};
pub use ask::{LONGEST_HOURS, ask};
pub use expire::tell_expired;
pub use list::{HandOvers, Mine, hand_overs};

use crate::care::Duty;
use crate::ctx::{Ctx, Tx};
use crate::error::{HospitalError, Result};
use crate::notices::whom::{name_of_actor, name_of_device};
use crate::notices::{self, Kind, Notice};
use crate::time::{from_db, to_db};

/// How far it has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It waits for an answer.
    Asked,
    /// It was accepted, and begins later.
    Agreed {
        /// When.
        begins: Moment,
    },
    /// It holds.
    Holds {
        /// Since when.
        since: Moment,
    },
    /// It was refused, taken back, or nobody answered in time.
    NotAccepted,
    /// It held and is over.
    Over {
        /// Since when it held.
        since: Moment,
        /// Until when.
        until: Moment,
    },
}

/// One hand-over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandOver {
    /// Which.
    pub id: Uuid,
    /// The device.
    pub device: DeviceId,
    /// Its name.
    pub device_name: String,
    /// Who keeps it.
    pub from: (UserId, String),
    /// Who was asked.
    pub to: (UserId, String),
    /// When they were asked.
    pub asked_at: Moment,
    /// From when it was asked for, where that is not at once.
    pub begins_at: Option<Moment>,
    /// Until when it holds, or would.
    pub until: Moment,
    /// How far it has come.
    pub state: State,
}

impl HandOver {
    /// Whether it waits, was agreed on, or holds.
    pub const fn is_open(&self) -> bool {
        matches!(self.state, State::Asked | State::Agreed { .. } | State::Holds { .. })
    }
}

/// The columns that say how far it has come.
struct Course {
    until: Moment,
    accepted_at: Option<Moment>,
    ended_at: Option<Moment>,
}

impl Course {
    fn state(&self, now: Moment) -> State {
        let over = self.ended_at.or((self.until <= now).then_some(self.until));
        match (self.accepted_at, over) {
            (None, None) => State::Asked,
            (Some(begins), None) if begins > now => State::Agreed { begins },
            (Some(since), None) => State::Holds { since },
            (None, Some(_)) => State::NotAccepted,
            (Some(since), Some(until)) => State::Over { since, until },
        }
    }
}

/// An open hand-over under lock, for its parties and for who runs the hospital; whoever else asks learns nothing of it.
async fn open_one(ctx: &Ctx, id: Uuid) -> Result<(Tx, Open)> {
    let user = ctx.actor().user().ok_or(HospitalError::SignIn)?;
    let mut tx = ctx.look(Action::HandOverDevice).await?;
    let row = sqlx::query!(
        "SELECT device_id, hospital_id, from_user, to_user, asked_at, until, accepted_at, ended_at FROM device_hand_over WHERE id = $1 FOR UPDATE",
        id
    )
    .fetch_optional(&mut *tx)
    .await?
    .ok_or(HospitalError::NotFound)?;
    let hospital = HospitalId(row.hospital_id);
    let is_party = [row.from_user, row.to_user].contains(&user.0);
    let whole = Subject::Hospital(hospital);
    if ctx.actor().hospital() != Some(hospital) || !(is_party || ctx.may(Action::HandOverDevice, &whole)) {
        return Err(HospitalError::NotFound);
    }
    let subject = Subject::Device {
        device: DeviceId(row.device_id),
        hospital,
        assigned: is_party,
    };
    ctx.check(Action::HandOverDevice, &subject).await?;
    let course = Course {
        until: from_db(row.until),
        accepted_at: row.accepted_at.map(from_db),
        ended_at: row.ended_at.map(from_db),
    };
    let open = Open {
        subject,
        from: UserId(row.from_user),
        to: UserId(row.to_user),
        asked_at: from_db(row.asked_at),
        state: course.state(ctx.now()),
    };
    Ok((tx, open))
}

/// Tells one side of a hand-over, in the transaction that changes it.
async fn tell(tx: &mut Tx, ctx: &Ctx, kind: Kind, user: UserId, device: &Subject) -> Result<()> {
    let Subject::Device { hospital, .. } = device else {
        return Ok(());
    };
    let (by, name) = (name_of_actor(tx, ctx).await?, name_of_device(tx, device).await?);
    notices::tell(tx, ctx, user, Notice::of(kind).at(*hospital).by(by).with(name)).await
}

/// What the verbs need to know of one.
struct Open {
    subject: Subject,
    from: UserId,
    to: UserId,
    asked_at: Moment,
    state: State,
}

/// Whether `action` finds the device to be this colleague's at `now`: they keep or read it, as their roles say, or it is handed over to them. To lend it they must
/// keep it.
pub(crate) async fn is_theirs(tx: &mut Tx, action: Action, device: DeviceId, who: &Actor, now: Moment) -> Result<bool> {
    let Actor::Staff { user, roles, .. } = who else {
        return Ok(false);
    };
    let row = sqlx::query!(
        r#"SELECT EXISTS (SELECT FROM device_duty d
                           WHERE d.device_id = $1 AND d.user_id = $2 AND d.during @> $3::timestamptz AND d.kind = ANY($4)) AS "has!",
                  EXISTS (SELECT FROM device_duty d
                           WHERE d.device_id = $1 AND d.user_id = $2 AND d.during @> $3::timestamptz AND d.kind = 'keeps') AS "keeps!",
                  EXISTS (SELECT FROM device_hand_over h
                           WHERE h.device_id = $1 AND h.to_user = $2 AND h.accepted_at <= $3 AND h.until > $3 AND h.ended_at IS NULL
                             AND 'keeps' = ANY($4)) AS "lent!""#,
        device.0,
        user.0,
        to_db(now),
        &Duty::names_for(roles),
    )
    .fetch_one(&mut **tx)
    .await?;
    Ok(match action {
        Action::LendDevice => row.keeps,
        _ => row.has || row.lent,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const ASKED: Moment = Moment(0);

    fn course(accepted: Option<f64>, ended: Option<f64>) -> Course {
        let at = |seconds: Option<f64>| seconds.map(|seconds| ASKED.plus_seconds(seconds));
        Course {
            until: ASKED.plus_seconds(3_600.0),
            accepted_at: at(accepted),
            ended_at: at(ended),
        }
    }

    #[test]
    fn a_hand_over_is_over_by_itself_or_when_somebody_ends_it() {
        let at = |seconds: f64| ASKED.plus_seconds(seconds);
        assert_eq!(course(None, None).state(at(10.0)), State::Asked);
        assert_eq!(
            course(None, None).state(at(3_600.0)),
            State::NotAccepted,
            "nobody answered in time"
        );
        assert_eq!(course(None, Some(20.0)).state(at(30.0)), State::NotAccepted, "refused");
        assert_eq!(
            course(Some(10.0), None).state(at(30.0)),
            State::Holds { since: at(10.0) }
        );
        let over = |until| State::Over {
            since: at(10.0),
            until: at(until),
        };
        assert_eq!(
            course(Some(10.0), Some(20.0)).state(at(30.0)),
            over(20.0),
            "ended early"
        );
        assert_eq!(course(Some(10.0), None).state(at(3_600.0)), over(3_600.0), "by itself");
    }

    #[test]
    fn what_is_agreed_on_for_later_holds_from_its_beginning() {
        let at = |seconds: f64| ASKED.plus_seconds(seconds);
        let later = course(Some(600.0), None);
        assert_eq!(later.state(at(599.0)), State::Agreed { begins: at(600.0) });
        assert_eq!(later.state(at(600.0)), State::Holds { since: at(600.0) });
    }
}
