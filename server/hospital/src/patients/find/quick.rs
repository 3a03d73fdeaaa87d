//! The few that fit best what somebody types, for the list that opens under their fingers. The same rights and the same ways as the whole list; only who is shown is
//! recorded.

use domain::access::{Action, Subject, explain};
use domain::actor::Actor;
use domain::patients::Sought;
use domain::time::Zone;

use super::{Asked, How, Listed, Question, find};
use crate::ctx::Ctx;
use crate::error::Result;
use crate::organisation::zone_of_actor;
use crate::patients::mine::{MyPatient, at_most};

/// Patients of each kind at most.
pub const FEW: usize = 8;

/// Who fits.
#[derive(Clone, Debug, PartialEq)]
pub struct Quick {
    /// The reader's own.
    pub mine: Vec<MyPatient>,
    /// Others of the hospital, for who may find anybody there.
    pub found: Vec<Listed>,
    /// Whether they are only alike: no name begins so.
    pub is_alike: bool,
    /// The hospital's zone.
    pub zone: Zone,
}

/// Who fits `typed`. Nobody for who has no patients to look for, and for what is no question yet: it may become one.
///
/// # Errors
/// Away when the database is.
pub async fn quick(ctx: &Ctx, typed: &str) -> Result<Quick> {
    let mut quick = Quick {
        mine: Vec::new(),
        found: Vec::new(),
        is_alike: false,
        zone: Zone::default(),
    };
    let (Actor::Staff { hospital, .. }, Ok(sought)) = (ctx.actor(), Sought::read("words", typed)) else {
        return Ok(quick);
    };
    let subject = Subject::Hospital(*hospital);
    let finds = ctx.may(Action::FindPatient, &subject);
    let reads = !explain(ctx.actor(), Action::ReadPatient, &subject).suffices.is_none();
    if reads {
        quick.mine = at_most(ctx, Some(&sought), FEW, false).await?;
    }
    if finds {
        let asked = Asked {
            question: Some(Question::new(typed)),
            before: None,
        };
        let found = find(ctx, *hospital, Some(&sought), &asked, FEW).await?;
        quick.is_alike = found.how == How::Alike;
        quick.found = found.rows;
        let mine = &quick.mine;
        quick
            .found
            .retain(|row| mine.iter().all(|own| own.person.id != row.person.id));
    }
    if reads || finds {
        let action = if finds {
            Action::FindPatient
        } else {
            Action::ReadPatient
        };
        let mut tx = ctx.look(action).await?;
        quick.zone = zone_of_actor(&mut tx, ctx).await?;
        tx.commit().await?;
    }
    Ok(quick)
}
