//! Hospitals to compare on: generated as a plan, then put into the database, with a row in each guarded table for all that the plan says.

use std::fmt::Write;
use std::sync::atomic::{AtomicU64, Ordering};

use domain::actor::{Actor, Role, Task};
use domain::ids::{DeviceId, HospitalId, PatientId, UserId};
use proptest::prelude::*;
use proptest::sample::subsequence;
use sqlx::PgPool;
use uuid::Uuid;

/// Hours of each device's day; the first began twelve hours ago.
const HOURS: usize = 5;
pub const STAFF: [Role; 5] = [
    Role::Doctor,
    Role::Nurse,
    Role::Technician,
    Role::Pharmacist,
    Role::HospitalAdmin,
];

/// What is generated; people and houses by their place in the lists.
#[derive(Clone, Debug)]
pub struct Plan {
    pub hospitals: usize,
    /// For each person, in which hospitals they are registered.
    pub patients: Vec<Vec<bool>>,
    /// For each device, its hospital and who lies on it hour by hour (whoever is not registered there: nobody).
    pub devices: Vec<(usize, Vec<Option<usize>>)>,
    /// For each member of staff, their hospital and what they are there.
    pub staff: Vec<(usize, Vec<Role>)>,
}

pub fn plans() -> impl Strategy<Value = Plan> {
    use proptest::collection::vec;
    (2..=3_usize, 1..=4_usize).prop_flat_map(|(hospitals, patients)| {
        let lies = proptest::option::weighted(0.8, 0..patients);
        (
            vec(vec(any::<bool>(), hospitals), patients),
            vec((0..hospitals, vec(lies, HOURS)), 1..=4),
            vec((0..hospitals, subsequence(STAFF.to_vec(), 0..=2)), 3..=6),
        )
            .prop_map(move |(patients, devices, staff)| Plan {
                hospitals,
                patients,
                devices,
                staff,
            })
    })
}

/// What a row is about.
#[derive(Clone, Copy, Debug)]
pub enum About {
    Person(PatientId),
    /// What a device measured with nobody on it.
    Nobody,
    /// A member of staff's account.
    Staff(UserId),
    /// A patient's account.
    Portal(UserId),
}

#[derive(Debug)]
pub struct Row {
    pub table: &'static str,
    pub key: String,
    pub about: About,
    /// The hospitals that hold it: one, except for the person, who is known to several.
    pub held_by: Vec<HospitalId>,
    pub device: Option<DeviceId>,
}

/// A plan that stands in the database.
#[derive(Debug, Default)]
pub struct World {
    pub rows: Vec<Row>,
    pub actors: Vec<Actor>,
    /// Each person, and where they are registered.
    pub registered: Vec<(PatientId, Vec<HospitalId>)>,
    script: String,
}

impl World {
    pub async fn make(owner: &PgPool, plan: &Plan) -> Self {
        let mut world = Self::default();
        let hospitals: Vec<HospitalId> = (0..plan.hospitals).map(|_| world.hospital()).collect();
        for registered in &plan.patients {
            let at: Vec<HospitalId> = hospitals
                .iter()
                .zip(registered)
                .filter_map(|(hospital, here)| here.then_some(*hospital))
                .collect();
            world.person(&at);
        }
        for (hospital, day) in &plan.devices {
            world.device(hospitals[*hospital], day);
        }
        for (hospital, roles) in &plan.staff {
            world.staff(hospitals[*hospital], roles);
        }
        // reviewed: our own statements, with ids and numbers made here
        sqlx::raw_sql(sqlx::AssertSqlSafe(std::mem::take(&mut world.script)))
            .execute(owner)
            .await
            .unwrap();
        world
    }

    fn add(
        &mut self,
        table: &'static str,
        key: String,
        about: About,
        held_by: &[HospitalId],
        device: Option<DeviceId>,
    ) {
        self.rows.push(Row {
            table,
            key,
            about,
            held_by: held_by.to_vec(),
            device,
        });
    }

    fn hospital(&mut self) -> HospitalId {
        let id = HospitalId(Uuid::now_v7());
        writeln!(
            self.script,
            "INSERT INTO hospital (id, name, zone, locale) VALUES ('{id}', '{id}', 'UTC', 'en');"
        )
        .unwrap();
        self.actors.push(Actor::Worker {
            task: Task::Watch,
            hospital: Some(id),
        });
        id
    }

    fn account(&mut self, user: UserId, about: About) {
        writeln!(
            self.script,
            "INSERT INTO app_user (id, email, display_name, password_hash) VALUES ('{user}', '{user}@x.example', 'A', '$argon2id$x');
             INSERT INTO browser_session (id_hash, realm, user_id, data, device, address, expires_at)
                  VALUES (sha256('{user}'), 'staff', '{user}', '{{}}', '', '', now() + interval '1 hour');"
        )
        .unwrap();
        self.add("app_user", user.to_string(), about, &[], None);
        self.add("browser_session", user.to_string(), about, &[], None);
    }

    fn person(&mut self, at: &[HospitalId]) {
        static HEALTH_ID: AtomicU64 = AtomicU64::new(0);
        let (id, health_id) = (PatientId(Uuid::now_v7()), HEALTH_ID.fetch_add(1, Ordering::Relaxed));
        let about = About::Person(id);
        writeln!(
            self.script,
            "INSERT INTO patient (id, health_id, family_name, given_name, born_on, sex)
                  VALUES ('{id}', '{health_id:014}', 'Okafor', 'Amara', '1990-01-01', 'female');"
        )
        .unwrap();
        self.add("patient", id.to_string(), about, at, None);
        let user = UserId(Uuid::now_v7());
        for hospital in at {
            writeln!(
                self.script,
                "INSERT INTO registration (patient_id, hospital_id, hospital_number) VALUES ('{id}', '{hospital}', '{id}');"
            )
            .unwrap();
            self.add("registration", format!("{id}/{hospital}"), about, &[*hospital], None);
        }
        if let Some(first) = at.first() {
            self.account(user, About::Portal(user));
            writeln!(
                self.script,
                "INSERT INTO portal_account (user_id, patient_id, hospital_id) VALUES ('{user}', '{id}', '{first}');"
            )
            .unwrap();
            self.add("portal_account", user.to_string(), about, &[*first], None);
            self.actors.push(Actor::Patient {
                user,
                patient: id,
                hospital: *first,
                is_open: true,
            });
        }
        for hospital in at {
            writeln!(
                self.script,
                "INSERT INTO patient_limit (patient_id, hospital_id, parameter, side, value, reason, made_by, during)
                      VALUES ('{id}', '{hospital}', 'spo2', 'low', 88, 'COPD', '{user}', tstzrange(now(), now() + interval '1 day'));"
            )
            .unwrap();
            self.add("patient_limit", format!("{id}/{hospital}"), about, &[*hospital], None);
        }
        self.registered.push((id, at.to_vec()));
    }

    /// A device and its hours: each a session of its own, with a reading and an alarm at its first moment and a reading at its last.
    fn device(&mut self, hospital: HospitalId, day: &[Option<usize>]) {
        let id = DeviceId(Uuid::now_v7());
        writeln!(
            self.script,
            "INSERT INTO device (id, hospital_id, name, model, serial) VALUES ('{id}', '{hospital}', '{id}', 'M', '{id}');"
        )
        .unwrap();
        self.actors.push(Actor::Device { device: id, hospital });
        let at = |hour: usize| format!("(date_trunc('hour', now()) - interval '{} hours')", 12 - hour);
        for (hour, lies) in day.iter().enumerate() {
            let (begins, ends) = (at(hour), at(hour + 1));
            let patient = lies
                .and_then(|place| self.registered.get(place))
                .filter(|(_, registered)| registered.contains(&hospital))
                .map(|(patient, _)| *patient);
            let about = patient.map_or(About::Nobody, About::Person);
            if let Some(patient) = patient {
                let session = Uuid::now_v7();
                writeln!(
                    self.script,
                    "INSERT INTO device_session (id, device_id, hospital_id, patient_id, during)
                          VALUES ('{session}', '{id}', '{hospital}', '{patient}', tstzrange({begins}, {ends}));"
                )
                .unwrap();
                self.add("device_session", session.to_string(), about, &[hospital], Some(id));
            }
            for (seq, taken_at) in [
                (2 * hour, begins.clone()),
                (2 * hour + 1, format!("{ends} - interval '1 microsecond'")),
            ] {
                writeln!(
                    self.script,
                    "INSERT INTO reading (device_id, taken_at, seq, received_at, heart_rate) VALUES ('{id}', {taken_at}, {seq}, now(), 72);"
                )
                .unwrap();
                self.add("reading", format!("{id}/{seq}"), about, &[hospital], Some(id));
            }
            let alarm = Uuid::now_v7();
            writeln!(
                self.script,
                "INSERT INTO alarm (id, device_id, kind, priority, state, raised_at, last_raised_at, count, closed_at)
                      VALUES ('{alarm}', '{id}', 'silent', 'low', 'closed', {begins}, {begins}, 1, now());
                 INSERT INTO alarm_event (alarm_id, at, event) VALUES ('{alarm}', {begins}, 'raised');"
            )
            .unwrap();
            self.add("alarm", alarm.to_string(), about, &[hospital], Some(id));
            self.add("alarm_event", alarm.to_string(), about, &[hospital], Some(id));
        }
    }

    fn staff(&mut self, hospital: HospitalId, roles: &[Role]) {
        let user = UserId(Uuid::now_v7());
        self.account(user, About::Staff(user));
        for role in roles {
            writeln!(
                self.script,
                "INSERT INTO role_grant (user_id, hospital_id, role) VALUES ('{user}', '{hospital}', '{}');",
                role.name()
            )
            .unwrap();
        }
        for (patient, registered) in &self.registered {
            if registered.contains(&hospital) {
                writeln!(
                    self.script,
                    "INSERT INTO care_relation (user_id, patient_id, hospital_id, made_by, during)
                          VALUES ('{user}', '{patient}', '{hospital}', '{user}', tstzrange(now() - interval '1 day', NULL));"
                )
                .unwrap();
            }
        }
        self.actors.push(Actor::staff(user, hospital, roles));
    }
}
