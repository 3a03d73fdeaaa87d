//! What is generated: hospitals, people, devices, and how they stand to one another, by their places in lists; and what follows from it by hand, which the
//! database is then compared with.

use std::collections::BTreeSet;

use domain::access::{Action, Relations};
use domain::actor::Role;
use proptest::collection::{btree_set, vec};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

/// Hours of each device's day; the first began twelve hours ago.
pub const HOURS: usize = 5;
/// Wards of each hospital.
pub const WARDS: usize = 2;
pub const STAFF: [Role; 8] = [
    Role::Doctor,
    Role::Nurse,
    Role::Technician,
    Role::Pharmacist,
    Role::Receptionist,
    Role::EmergencyResponder,
    Role::HospitalAdmin,
    Role::SuperAdmin,
];

/// When a fact holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum When {
    /// From three days ago to yesterday.
    Past,
    /// Since an hour ago, and it goes on for a day.
    Now,
    /// From tomorrow on.
    Later,
}

impl When {
    /// As a range; each of a fact's three never touches another.
    pub const fn range(self) -> &'static str {
        match self {
            Self::Past => "tstzrange(now() - interval '3 days', now() - interval '1 day')",
            Self::Now => "tstzrange(now() - interval '1 hour', now() + interval '20 hours')",
            Self::Later => "tstzrange(now() + interval '1 day', now() + interval '2 days')",
        }
    }
}

/// How far a hand-over has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum HandOver {
    Asked,
    Accepted,
    Refused,
    EndedEarly,
    Expired,
}

/// A member of staff: where they act, and as what.
#[derive(Clone, Debug)]
pub struct Staff {
    pub hospital: usize,
    pub roles: Vec<Role>,
}

/// A device: whose, who lay on it hour by hour, who lies on it now, and on which ward it stands (whoever is not registered there: nobody).
#[derive(Clone, Debug)]
pub struct Device {
    pub hospital: usize,
    pub day: Vec<Option<usize>>,
    pub now: Option<usize>,
    pub ward: Option<(usize, When)>,
}

/// The facts, each of people and houses by their places. Sets, because the database keeps each at most once at a time.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// Staff and person, where the staff act.
    pub care: BTreeSet<(usize, usize, When)>,
    /// Staff and one of the wards of where they act.
    pub ward_duty: BTreeSet<(usize, usize, When)>,
    /// Person and hospital; on which ward.
    pub admission: BTreeSet<(usize, usize, When)>,
    /// Staff and device, also of a hospital where they do not act; whether they keep it (one at a time) or read it.
    pub device_duty: BTreeSet<(usize, usize, bool, When)>,
    /// To whom which device; from somebody else.
    pub hand_over: BTreeSet<(usize, usize, HandOver)>,
    /// Who lets which hospital see.
    pub consent: BTreeSet<(usize, usize, When)>,
    /// Whose record, for which member of staff.
    pub proxy: BTreeSet<(usize, usize, When)>,
    /// Who opened whose record, while acting in which hospital; whether it still holds.
    pub emergency: BTreeSet<(usize, usize, usize, bool)>,
    /// Person and hospital whose portal is switched off there.
    pub closed: BTreeSet<(usize, usize)>,
    /// Which staff were granted or denied which right.
    pub exception: BTreeSet<(usize, Action, bool, When)>,
}

#[derive(Clone, Debug)]
pub struct Plan {
    pub hospitals: usize,
    /// For each person, in which hospitals they are registered.
    pub patients: Vec<Vec<bool>>,
    pub devices: Vec<Device>,
    pub staff: Vec<Staff>,
    pub facts: Facts,
}

impl Plan {
    pub fn registered(&self, patient: usize, hospital: usize) -> bool {
        self.patients[patient][hospital]
    }

    /// Who is on the device now, as far as its hospital knows them.
    pub fn on_device(&self, device: usize) -> Option<usize> {
        let it = &self.devices[device];
        it.now.filter(|patient| self.registered(*patient, it.hospital))
    }

    /// A person lies on one ward of a hospital at a time: the ward's number follows from both.
    pub fn ward_of_admission(patient: usize, hospital: usize) -> usize {
        (patient + hospital) % WARDS
    }

    /// How a member of staff stands to a person, from the plan alone.
    pub fn relations(&self, staff: usize, patient: usize) -> Relations {
        let (here, facts) = (self.staff[staff].hospital, &self.facts);
        let registered = self.registered(patient, here);
        let on_duty = |ward: usize| facts.ward_duty.contains(&(staff, ward, When::Now));
        let admitted =
            facts.admission.contains(&(patient, here, When::Now)) && on_duty(Self::ward_of_admission(patient, here));
        let measured: Vec<usize> = (0..self.devices.len())
            .filter(|device| self.devices[*device].hospital == here && self.on_device(*device) == Some(patient))
            .collect();
        let at_bed = measured.iter().any(|device| {
            self.devices[*device]
                .ward
                .is_some_and(|(ward, when)| when == When::Now && on_duty(ward))
        });
        // A duty counts with a role for it, and so does what is lent.
        let is = |roles: &[Role]| self.staff[staff].roles.iter().any(|role| roles.contains(role));
        let (reads, keeps) = (is(&[Role::Doctor, Role::Nurse]), is(&[Role::Technician]));
        let on_device = measured.iter().any(|device| {
            let has = |keeps| facts.device_duty.contains(&(staff, *device, keeps, When::Now));
            reads && has(false)
                || keeps && (has(true) || facts.hand_over.contains(&(staff, *device, HandOver::Accepted)))
        });
        Relations::NONE
            .and_if(registered, Relations::HOSPITAL)
            .and_if(
                registered && facts.care.contains(&(staff, patient, When::Now)),
                Relations::TREATING,
            )
            .and_if(registered && (admitted || at_bed), Relations::WARD)
            .and_if(on_device, Relations::DEVICE)
            .and_if(facts.consent.contains(&(patient, here, When::Now)), Relations::CONSENT)
            .and_if(
                facts.emergency.contains(&(staff, patient, here, true)),
                Relations::BREAK_GLASS,
            )
    }
}

fn when() -> impl Strategy<Value = When> {
    prop_oneof![1 => Just(When::Past), 3 => Just(When::Now), 1 => Just(When::Later)]
}

pub fn plans() -> impl Strategy<Value = Plan> {
    (2..=3_usize, 1..=3_usize, 1..=3_usize, 2..=4_usize).prop_flat_map(|(hospitals, patients, devices, staff)| {
        let lies = || proptest::option::weighted(0.8, 0..patients);
        let device = (
            0..hospitals,
            vec(lies(), HOURS),
            lies(),
            proptest::option::weighted(0.8, (0..WARDS, when())),
        )
            .prop_map(|(hospital, day, now, ward)| Device {
                hospital,
                day,
                now,
                ward,
            });
        let colleague =
            (0..hospitals, subsequence(STAFF.to_vec(), 0..=2)).prop_map(|(hospital, roles)| Staff { hospital, roles });
        let people = (
            vec(vec(proptest::bool::weighted(0.6), hospitals), patients),
            vec(device, devices),
            vec(colleague, staff),
        );
        (people, facts(hospitals, patients, devices, staff)).prop_map(move |((patients, devices, staff), facts)| {
            let plan = Plan {
                hospitals,
                patients,
                devices,
                staff,
                facts,
            };
            plan.possible()
        })
    })
}

fn facts(hospitals: usize, patients: usize, devices: usize, staff: usize) -> impl Strategy<Value = Facts> {
    let progress = select(vec![
        HandOver::Asked,
        HandOver::Accepted,
        HandOver::Refused,
        HandOver::EndedEarly,
        HandOver::Expired,
    ]);
    let rights = select(vec![Action::ReadPatient, Action::ReadDevices, Action::AcknowledgeAlarm]);
    let inside = (
        btree_set((0..staff, 0..patients, when()), 0..=3),
        btree_set((0..staff, 0..WARDS, when()), 0..=3),
        btree_set((0..patients, 0..hospitals, when()), 0..=4),
        btree_set((0..staff, 0..devices, any::<bool>(), when()), 0..=3),
        btree_set((0..staff, 0..devices, progress), 0..=3),
    );
    let opened = (
        btree_set((0..patients, 0..hospitals, when()), 0..=3),
        btree_set((0..patients, 0..staff, when()), 0..=3),
        btree_set((0..staff, 0..patients, 0..hospitals, any::<bool>()), 0..=4),
        btree_set((0..patients, 0..hospitals), 0..=2),
        btree_set((0..staff, rights, any::<bool>(), when()), 0..=3),
    );
    (inside, opened).prop_map(
        |((care, ward_duty, admission, device_duty, hand_over), (consent, proxy, emergency, closed, exception))| {
            Facts {
                care,
                ward_duty,
                admission,
                device_duty,
                hand_over,
                consent,
                proxy,
                emergency,
                closed,
                exception,
            }
        },
    )
}

impl Plan {
    /// Without what the database would refuse: facts about whoever is not registered there, two keepings at a time, consent to where it was given.
    fn possible(mut self) -> Self {
        // A person is known somewhere: what nobody registered is nobody's to see.
        for (place, registered) in self.patients.iter_mut().enumerate() {
            if !registered.contains(&true) {
                let home = place % registered.len();
                registered[home] = true;
            }
        }
        let mut facts = std::mem::take(&mut self.facts);
        facts
            .care
            .retain(|(staff, patient, _)| self.registered(*patient, self.staff[*staff].hospital));
        facts
            .admission
            .retain(|(patient, hospital, _)| self.registered(*patient, *hospital));
        facts
            .closed
            .retain(|(patient, hospital)| self.registered(*patient, *hospital));
        let mut kept = BTreeSet::new();
        facts
            .device_duty
            .retain(|(staff, _, keeps, when)| !keeps || kept.insert((*staff, *when)));
        // One hand-over of a device at a time, and one needs somebody else who asks.
        let mut busy = BTreeSet::new();
        let alone = self.staff.len() < 2;
        let mut lent = BTreeSet::new();
        facts.hand_over.retain(|(to, device, progress)| {
            let time = if *progress == HandOver::Asked {
                HandOver::Accepted
            } else {
                *progress
            };
            // And nobody has two at a time.
            let accepted = !matches!(progress, HandOver::Asked | HandOver::Refused);
            !(alone || accepted && lent.contains(&(*to, time))) && busy.insert((*device, time)) && {
                lent.extend(accepted.then_some((*to, time)));
                true
            }
        });
        facts
            .consent
            .retain(|(patient, to, _)| self.given_at(*patient, Some(*to)).is_some());
        facts
            .proxy
            .retain(|(patient, ..)| self.given_at(*patient, None).is_some());
        let mut said = BTreeSet::new();
        facts
            .exception
            .retain(|(staff, action, _, when)| said.insert((*staff, *action, *when)));
        self.facts = facts;
        self
    }

    /// In whose portal a person gave something: the first hospital that knows them, other than the one it is given to.
    pub fn given_at(&self, patient: usize, not: Option<usize>) -> Option<usize> {
        (0..self.hospitals).find(|hospital| self.registered(patient, *hospital) && Some(*hospital) != not)
    }
}
