//! A plan put into the database, with a row in each guarded table for all that it says.

use std::fmt::{Display, Write};
use std::sync::atomic::{AtomicU64, Ordering};

use domain::actor::{Actor, Exception, Task};
use domain::ids::{DeviceId, HospitalId, PatientId, UserId, WardId};
use sqlx::PgPool;
use uuid::Uuid;

use crate::plan::{Plan, WARDS, When};

/// What a row is about.
#[derive(Clone, Debug)]
pub enum About {
    Person(PatientId),
    /// What a device measured with nobody on it.
    Nobody,
    /// An account, of the staff of the hospitals that hold the row, or of a patient: held by none.
    Account(UserId),
    /// A session in a browser.
    Session(UserId),
    /// Something between people and houses, which the wall itself reads: seen by the person and by those whom it names.
    Parties {
        patient: PatientId,
        users: Vec<UserId>,
    },
}

#[derive(Debug)]
pub struct Row {
    pub table: &'static str,
    pub key: String,
    pub about: About,
    /// The hospitals that hold it: one, except for the person, who is known to several.
    pub held_by: Vec<HospitalId>,
}

/// Somebody who asks.
#[derive(Debug)]
pub struct Someone {
    pub actor: Actor,
    /// Their place among the staff.
    pub staff: Option<usize>,
    /// For a proxy, whether it holds now.
    pub holds: bool,
}

/// A plan that stands in the database.
#[derive(Debug)]
pub struct World {
    pub rows: Vec<Row>,
    pub people: Vec<Someone>,
    /// Each person, and where they are registered.
    pub registered: Vec<(PatientId, Vec<HospitalId>)>,
    pub(super) hospitals: Vec<HospitalId>,
    pub(super) wards: Vec<[WardId; WARDS]>,
    pub(super) devices: Vec<DeviceId>,
    pub(super) staff: Vec<UserId>,
    /// Who made what had to be made by somebody else.
    pub(super) maker: UserId,
    pub(super) script: String,
}

impl World {
    pub async fn make(owner: &PgPool, plan: &Plan) -> Self {
        let mut world = Self {
            rows: Vec::new(),
            people: Vec::new(),
            registered: Vec::new(),
            hospitals: Vec::new(),
            wards: Vec::new(),
            devices: Vec::new(),
            staff: Vec::new(),
            maker: UserId(Uuid::now_v7()),
            script: String::new(),
        };
        let maker = world.maker;
        world.say(format_args!(
            "INSERT INTO app_user (id, email_sealed, email_blind, display_name, password_hash) VALUES ('{maker}', '', sha256('{maker}'), 'M', '$argon2id$x')"
        ));
        (0..plan.hospitals).for_each(|_| world.hospital());
        (0..plan.patients.len()).for_each(|patient| world.person(plan, patient));
        (0..plan.devices.len()).for_each(|device| world.device(plan, device));
        (0..plan.staff.len()).for_each(|staff| world.colleague(plan, staff));
        world.relations(plan);
        world.openings(plan);
        // reviewed: our own statements, with ids and numbers made here
        sqlx::raw_sql(sqlx::AssertSqlSafe(std::mem::take(&mut world.script)))
            .execute(owner)
            .await
            .unwrap_or_else(|error| panic!("{error}\n{plan:?}"));
        world
    }

    pub(super) fn say(&mut self, statement: impl Display) {
        writeln!(self.script, "{statement};").unwrap();
    }

    pub(super) fn add(&mut self, table: &'static str, key: impl Display, about: About, held_by: &[HospitalId]) {
        self.rows.push(Row {
            table,
            key: key.to_string(),
            about,
            held_by: held_by.to_vec(),
        });
    }

    pub(super) fn asks(&mut self, actor: Actor, staff: Option<usize>, holds: bool) {
        self.people.push(Someone { actor, staff, holds });
    }

    fn hospital(&mut self) {
        let (id, wards) = (
            HospitalId(Uuid::now_v7()),
            [WardId(Uuid::now_v7()), WardId(Uuid::now_v7())],
        );
        self.say(format_args!(
            "INSERT INTO hospital (id, name, zone, locale) VALUES ('{id}', '{id}', 'UTC', 'en')"
        ));
        for ward in wards {
            self.say(format_args!(
                "INSERT INTO ward (id, hospital_id, name) VALUES ('{ward}', '{id}', '{ward}')"
            ));
        }
        self.hospitals.push(id);
        self.wards.push(wards);
        let watch = Actor::Worker {
            task: Task::Watch,
            hospital: Some(id),
        };
        self.asks(watch, None, true);
    }

    fn account(&mut self, user: UserId, works_at: &[HospitalId]) {
        self.say(format_args!(
            "INSERT INTO app_user (id, email_sealed, email_blind, display_name, password_hash) VALUES ('{user}', '', sha256('{user}'), 'A', '$argon2id$x');
             INSERT INTO browser_session (id_hash, realm, user_id, data, device, address, expires_at)
                  VALUES (sha256('{user}'), 'staff', '{user}', '{{}}', '', '', now() + interval '1 hour')"
        ));
        self.add("app_user", user, About::Account(user), works_at);
        self.add("browser_session", user, About::Session(user), &[]);
    }

    fn person(&mut self, plan: &Plan, patient: usize) {
        static HEALTH_ID: AtomicU64 = AtomicU64::new(0);
        let (id, health_id) = (PatientId(Uuid::now_v7()), HEALTH_ID.fetch_add(1, Ordering::Relaxed));
        let at: Vec<HospitalId> = (0..plan.hospitals)
            .filter(|hospital| plan.registered(patient, *hospital))
            .map(|hospital| self.hospitals[hospital])
            .collect();
        self.say(format_args!(
            "INSERT INTO patient (id, health_id, family_name, given_name, born_on, sex)
                  VALUES ('{id}', '{health_id:014}', 'Okafor', 'Amara', '1990-01-01', 'female')"
        ));
        self.add("patient", id, About::Person(id), &at);
        // A person without a registration has no words: nobody finds them.
        for word in ["okafor", "amara"].into_iter().filter(|_| !at.is_empty()) {
            self.add("patient_name", format_args!("{word}/{id}"), About::Person(id), &at);
        }
        let user = UserId(Uuid::now_v7());
        for (place, hospital) in at.iter().enumerate() {
            self.say(format_args!(
                "INSERT INTO registration (patient_id, hospital_id, hospital_number) VALUES ('{id}', '{hospital}', '{id}')"
            ));
            self.add(
                "registration",
                format_args!("{id}/{hospital}"),
                About::Person(id),
                &[*hospital],
            );
            let is_first = place == 0;
            if is_first {
                self.account(user, &[]);
                self.say(format_args!(
                    "INSERT INTO portal_account (user_id, patient_id, hospital_id) VALUES ('{user}', '{id}', '{hospital}')"
                ));
                self.add("portal_account", user, About::Person(id), &[*hospital]);
            }
            self.say(format_args!(
                "INSERT INTO patient_limit (patient_id, hospital_id, parameter, side, value, reason, made_by, during)
                      VALUES ('{id}', '{hospital}', 'spo2', 'low', 88, 'COPD', '{user}', tstzrange(now(), now() + interval '1 day'))"
            ));
            self.add(
                "patient_limit",
                format_args!("{id}/{hospital}"),
                About::Person(id),
                &[*hospital],
            );
            self.say(format_args!(
                "INSERT INTO patient_key (patient_id, hospital_id, version, wrapped, wrapped_under)
                      VALUES ('{id}', '{hospital}', nextval('patient_key_version'), sha256('1'), 1)"
            ));
            let maker = self.maker;
            self.say(format_args!(
                "INSERT INTO allergy (id, patient_id, hospital_id, substance, reaction, severity, recorded_at, recorded_by)
                      VALUES (gen_random_uuid(), '{id}', '{hospital}', 'Penicillin', 'rash', 'mild', now(), '{maker}');
                 INSERT INTO patient_contact (id, patient_id, hospital_id, kind, label, content_sealed, is_preferred, is_emergency, recorded_at, recorded_by)
                      VALUES (gen_random_uuid(), '{id}', '{hospital}', 'phone', 'home', '', false, false, now(), '{maker}')"
            ));
            self.say(format_args!(
                "INSERT INTO patient_condition (id, patient_id, hospital_id, code, recorded_at, recorded_by)
                      VALUES (gen_random_uuid(), '{id}', '{hospital}', 'N18', now(), '{maker}');
                 INSERT INTO patient_flag (id, patient_id, hospital_id, kind, text, recorded_at, recorded_by)
                      VALUES (gen_random_uuid(), '{id}', '{hospital}', 'falls', '', now(), '{maker}');
                 INSERT INTO patient_medicine (id, patient_id, hospital_id, name, dose, schedule, recorded_at, recorded_by)
                      VALUES (gen_random_uuid(), '{id}', '{hospital}', 'Metformin', '1', 'daily', now(), '{maker}');
                 INSERT INTO identity_document (id, patient_id, hospital_id, kind, number_sealed, country, recorded_at, recorded_by)
                      VALUES (gen_random_uuid(), '{id}', '{hospital}', 'passport', '', 'KE', now(), '{maker}');
                 INSERT INTO insurance_policy (id, patient_id, hospital_id, payer, number_sealed, rank, valid, recorded_at, recorded_by)
                      VALUES (gen_random_uuid(), '{id}', '{hospital}', 'SHA', '', 'primary', '[2026-01-01,)', now(), '{maker}');
                 INSERT INTO patient_change (id, patient_id, hospital_id, changed_at, changed_by, field, after)
                      VALUES (gen_random_uuid(), '{id}', '{hospital}', now(), '{maker}', 'title', 'Mrs');
                 INSERT INTO patient_surgery (id, patient_id, hospital_id, procedure, recorded_at, recorded_by)
                      VALUES (gen_random_uuid(), '{id}', '{hospital}', 'Fistula', now(), '{maker}');
                 INSERT INTO dialysis_prescription (id, patient_id, hospital_id, version, modality, minutes, weekdays, dialyser, blood_flow, dialysate_flow, potassium, calcium, sodium,
                                                    bicarbonate, temperature, uf_profile, max_uf_rate, anticoagulant, reason, prescribed_at, prescribed_by)
                      VALUES (gen_random_uuid(), '{id}', '{hospital}', 1, 'hd', 240, '{{1}}', 'FX 80', 300, 500, 2, 1.5, 138, 32, 36, 'even', 10, 'none', 'Begins', now(), '{maker}');
                 INSERT INTO dry_weight (id, patient_id, hospital_id, kg, reason, set_at, set_by) VALUES (gen_random_uuid(), '{id}', '{hospital}', 70, 'Begins', now(), '{maker}');
                 INSERT INTO vascular_access (id, patient_id, hospital_id, kind, side, site, recorded_at, recorded_by)
                      VALUES (gen_random_uuid(), '{id}', '{hospital}', 'fistula', 'left', 'wrist', now(), '{maker}');
                 INSERT INTO infection_status (id, patient_id, hospital_id, agent, result, isolate, tested_on, recorded_at, recorded_by)
                      VALUES (gen_random_uuid(), '{id}', '{hospital}', 'hbv', 'negative', false, '2026-01-01', now(), '{maker}');
                 INSERT INTO medical_update (id, patient_id, hospital_id, field, old_value, new_value, reason, at, by_user)
                      VALUES (gen_random_uuid(), '{id}', '{hospital}', 'needle_gauge', '', '15', 'As used', now(), '{maker}');
                 INSERT INTO critical_value (id, patient_id, hospital_id, name, value, unit, reason, measured_at, reported_by, reported_at)
                      VALUES (gen_random_uuid(), '{id}', '{hospital}', 'Troponin', 52, 'ng/L', 'Rising', now(), '{maker}', now());
                 INSERT INTO nurse_call (id, patient_id, hospital_id, ward_id, called_by, called_at)
                      SELECT gen_random_uuid(), '{id}', '{hospital}', w.id, '{maker}', now() FROM ward w WHERE w.hospital_id = '{hospital}' LIMIT 1"
            ));
            for table in [
                "allergy",
                "dialysis_prescription",
                "dry_weight",
                "vascular_access",
                "infection_status",
                "medical_update",
                "critical_value",
                "nurse_call",
                "identity_document",
                "insurance_policy",
                "patient_contact",
                "patient_change",
                "patient_condition",
                "patient_flag",
                "patient_medicine",
                "patient_surgery",
            ] {
                self.add(table, format_args!("{id}/{hospital}"), About::Person(id), &[*hospital]);
            }
            self.add(
                "patient_key",
                format_args!("{id}/{hospital}"),
                About::Person(id),
                &[*hospital],
            );
            let place = self.hospitals.iter().position(|known| known == hospital).unwrap();
            let closed = plan.facts.closed.contains(&(patient, place));
            if closed {
                let maker = self.maker;
                self.say(format_args!(
                    "INSERT INTO portal_setting (patient_id, hospital_id, is_open, changed_by, changed_at) VALUES ('{id}', '{hospital}', false, '{maker}', now())"
                ));
                self.add(
                    "portal_setting",
                    format_args!("{id}/{hospital}"),
                    About::Person(id),
                    &[*hospital],
                );
            }
            if is_first {
                let oneself = Actor::Patient {
                    user,
                    patient: id,
                    hospital: *hospital,
                    is_open: !closed,
                };
                self.asks(oneself, None, true);
            }
        }
        self.registered.push((id, at));
    }

    /// A device and its hours: each a session of its own, with a reading and an alarm at its first moment and a reading at its last.
    fn device(&mut self, plan: &Plan, device: usize) {
        let (id, it) = (DeviceId(Uuid::now_v7()), &plan.devices[device]);
        let hospital = self.hospitals[it.hospital];
        self.devices.push(id);
        self.say(format_args!(
            "INSERT INTO device (id, hospital_id, name, model, serial) VALUES ('{id}', '{hospital}', '{id}', 'M', '{id}')"
        ));
        self.asks(Actor::Device { device: id, hospital }, None, true);
        let at = |hour: usize| format!("(date_trunc('hour', now()) - interval '{} hours')", 12 - hour);
        let known = |lies: Option<usize>| lies.filter(|patient| plan.registered(*patient, it.hospital));
        for (hour, lies) in it.day.iter().enumerate() {
            let (begins, ends) = (at(hour), at(hour + 1));
            let patient = known(*lies).map(|patient| self.registered[patient].0);
            let about = patient.map_or(About::Nobody, About::Person);
            if let Some(patient) = patient {
                self.session(id, hospital, patient, &format!("tstzrange({begins}, {ends})"));
            }
            for (seq, taken_at) in [
                (2 * hour, begins.clone()),
                (2 * hour + 1, format!("{ends} - interval '1 microsecond'")),
            ] {
                self.say(format_args!(
                    "INSERT INTO reading (device_id, taken_at, seq, received_at, heart_rate) VALUES ('{id}', {taken_at}, {seq}, now(), 72)"
                ));
                self.add("reading", format_args!("{id}/{seq}"), about.clone(), &[hospital]);
            }
            let alarm = Uuid::now_v7();
            self.say(format_args!(
                "INSERT INTO alarm (id, device_id, kind, priority, state, raised_at, last_raised_at, count, closed_at)
                      VALUES ('{alarm}', '{id}', 'silent', 'low', 'closed', {begins}, {begins}, 1, now());
                 INSERT INTO alarm_event (alarm_id, at, event) VALUES ('{alarm}', {begins}, 'raised')"
            ));
            self.add("alarm", alarm, about.clone(), &[hospital]);
            self.add("alarm_event", alarm, about, &[hospital]);
        }
        if let Some(patient) = known(it.now) {
            self.session(id, hospital, self.registered[patient].0, When::Now.range());
        }
        if let Some((ward, when)) = it.ward {
            let (bed, ward) = (Uuid::now_v7(), self.wards[it.hospital][ward]);
            self.say(format_args!(
                "INSERT INTO bed (id, ward_id, number) VALUES ('{bed}', '{ward}', {});
                 INSERT INTO device_assignment (device_id, bed_id, during) VALUES ('{id}', '{bed}', {})",
                device + 1,
                when.range()
            ));
        }
    }

    fn session(&mut self, device: DeviceId, hospital: HospitalId, patient: PatientId, during: &str) {
        let session = Uuid::now_v7();
        self.say(format_args!(
            "INSERT INTO device_session (id, device_id, hospital_id, patient_id, during) VALUES ('{session}', '{device}', '{hospital}', '{patient}', {during})"
        ));
        self.add("device_session", session, About::Person(patient), &[hospital]);
    }

    fn colleague(&mut self, plan: &Plan, staff: usize) {
        let (user, it) = (UserId(Uuid::now_v7()), &plan.staff[staff]);
        let hospital = self.hospitals[it.hospital];
        self.account(
            user,
            if it.roles.is_empty() {
                &[]
            } else {
                std::slice::from_ref(&hospital)
            },
        );
        self.staff.push(user);
        for role in &it.roles {
            self.say(format_args!(
                "INSERT INTO role_grant (user_id, hospital_id, role) VALUES ('{user}', '{hospital}', '{}')",
                role.name()
            ));
        }
        let (mut wards, mut exceptions) = (Vec::new(), Vec::new());
        for (_, ward, when) in plan.facts.ward_duty.iter().filter(|(of, ..)| *of == staff) {
            let id = self.wards[it.hospital][*ward];
            self.say(format_args!(
                "INSERT INTO ward_duty (user_id, ward_id, hospital_id, during) VALUES ('{user}', '{id}', '{hospital}', {})",
                when.range()
            ));
            wards.extend((*when == When::Now).then_some(id));
        }
        for (_, action, allowed, when) in plan.facts.exception.iter().filter(|(of, ..)| *of == staff) {
            let maker = self.maker;
            self.say(format_args!(
                "INSERT INTO right_exception (id, user_id, hospital_id, action, allowed, reason, made_by, during)
                      VALUES (gen_random_uuid(), '{user}', '{hospital}', '{}', {allowed}, 'cover', '{maker}', {})",
                action.name(),
                when.range()
            ));
            exceptions.extend((*when == When::Now).then_some(Exception {
                action: *action,
                allowed: *allowed,
            }));
        }
        wards.sort();
        let actor = Actor::Staff {
            user,
            hospital,
            roles: it.roles.clone(),
            wards,
            exceptions,
        };
        self.asks(actor, Some(staff), true);
    }
}
