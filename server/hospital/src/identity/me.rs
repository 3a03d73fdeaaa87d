//! A session, as the doors need it: the actor for `Ctx::new`, and the person as pages show them.

use domain::actor::Actor;
use domain::identity::Me;

use super::realm::Realm;
use super::sessions::Session;
use crate::house::House;
use crate::organisation::zone::zone;

/// The actor and the person behind `session`.
pub fn me(house: &House, session: &Session) -> (Actor, Me) {
    let me = Me {
        user: session.user,
        name: session.name.clone(),
        roles: session.roles.clone(),
        hospital: session.hospital_name.clone(),
        zone: zone(&session.zone, house.clock.now()),
        ward: session.ward,
        patient: session.patient,
    };
    (actor(session), me)
}

/// The actor behind `session`. A portal session without a person, or a staff session without a role, is nobody.
pub fn actor(session: &Session) -> Actor {
    match (session.realm, session.patient) {
        (Realm::Portal, Some(patient)) => match &session.proxy {
            None => Actor::Patient {
                user: session.user,
                patient,
                hospital: session.hospital,
                is_open: session.portal.is_open,
            },
            Some(sections) => Actor::Proxy {
                user: session.user,
                patient,
                hospital: session.hospital,
                sections: session.portal.shown(sections),
            },
        },
        (Realm::Staff, _) if !session.roles.is_empty() => Actor::Staff {
            user: session.user,
            hospital: session.hospital,
            roles: session.roles.clone(),
            wards: session.wards.clone(),
            exceptions: session.exceptions.clone(),
        },
        (Realm::Portal | Realm::Staff, _) => Actor::Nobody,
    }
}
