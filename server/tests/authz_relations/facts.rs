//! The facts that make somebody stand to Mwangi in one way, and no other.

use std::fmt::Write;

use domain::access::Action;
use domain::actor::Role;
use domain::ids::{HospitalId, UserId};
use uuid::Uuid;

use crate::support::Wardlight;

/// Where the people of each relation work.
pub struct Houses {
    riverbend: HospitalId,
    consented: HospitalId,
    taken_back: HospitalId,
    elsewhere: HospitalId,
    other_ward: Uuid,
}

impl Houses {
    pub async fn build(house: &Wardlight) -> Self {
        let [consented, taken_back, other_ward] = [(); 3].map(|()| Uuid::now_v7());
        let (riverbend, mwangi) = (house.riverbend.id, house.riverbend.patients[1]);
        let script = format!(
            "INSERT INTO hospital (id, name, zone, locale) VALUES ('{consented}', 'Hillside', 'UTC', 'en'), ('{taken_back}', 'Seaview', 'UTC', 'en');
             INSERT INTO hospital_setting (hospital_id, second_factor_required) VALUES ('{consented}', false), ('{taken_back}', false);
             INSERT INTO ward (id, hospital_id, name) VALUES ('{other_ward}', '{riverbend}', 'Ward 5');
             INSERT INTO consent (id, patient_id, hospital_id, purpose, to_hospital, text_version, given_by, during)
             SELECT gen_random_uuid(), '{mwangi}', '{riverbend}', 'treatment', c.to_hospital, 1, (SELECT id FROM app_user LIMIT 1), c.during
               FROM (VALUES ('{consented}'::uuid, tstzrange(now() - interval '1 day', NULL)),
                            ('{taken_back}'::uuid, tstzrange(now() - interval '1 day', now() - interval '1 hour'))) AS c (to_hospital, during)"
        );
        run(house, &script).await;
        Self {
            riverbend,
            consented: HospitalId(consented),
            taken_back: HospitalId(taken_back),
            elsewhere: house.lakeside.id,
            other_ward,
        }
    }

    pub fn of(&self, relation: &str) -> HospitalId {
        match relation {
            "consent" => self.consented,
            "taken" => self.taken_back,
            "away" | "glass" | "shut" => self.elsewhere,
            _ => self.riverbend,
        }
    }
}

pub async fn run(house: &Wardlight, script: &str) {
    // reviewed: our own statements, with ids made by the test
    sqlx::raw_sql(sqlx::AssertSqlSafe(script.to_owned()))
        .execute(house.db.owner())
        .await
        .unwrap();
}

/// The one fact that makes this person stand so to Mwangi.
pub fn fact(house: &Wardlight, houses: &Houses, user: UserId, role: Role, relation: &str) -> String {
    let (here, mwangi, device, ward) = (
        houses.riverbend,
        house.riverbend.patients[1],
        house.riverbend.devices[1].id,
        house.riverbend.ward,
    );
    let elsewhere = houses.elsewhere;
    let treats = |from, until: &str| {
        format!("INSERT INTO care_relation (user_id, patient_id, hospital_id, made_by, during)
                 VALUES ('{user}', '{mwangi}', '{here}', '{user}', tstzrange(now() - interval '{from} days', {until}));")
    };
    let duty = |ward: Uuid| {
        format!(
            "INSERT INTO ward_duty (user_id, ward_id, hospital_id, during) VALUES ('{user}', '{ward}', '{here}', tstzrange(now() - interval '1 day', NULL));"
        )
    };
    let kind = if role == Role::Technician { "keeps" } else { "reads" };
    let has_device = format!(
        "INSERT INTO device_duty (user_id, device_id, hospital_id, kind, during)
         VALUES ('{user}', '{device}', '{here}', '{kind}', tstzrange(now() - interval '1 day', NULL));"
    );
    let handed = format!(
        "ALTER TABLE device_hand_over DROP CONSTRAINT IF EXISTS device_hand_over_once;
         INSERT INTO device_hand_over (id, device_id, hospital_id, from_user, to_user, asked_at, until, accepted_at)
         SELECT gen_random_uuid(), '{device}', '{here}', (SELECT id FROM app_user WHERE id <> '{user}' LIMIT 1), '{user}',
                now() - interval '1 hour', now() + interval '1 day', now() - interval '1 hour';"
    );
    let glass = |minutes| {
        format!("INSERT INTO break_glass (id, patient_id, user_id, user_name, hospital_id, holders, reason, words, opened_at, until)
                 VALUES (gen_random_uuid(), '{mwangi}', '{user}', 'A colleague', '{elsewhere}', '{{{here}}}', 'unconscious', 'Found without a pulse.',
                         now() - interval '{minutes} minutes', now() - interval '{minutes} minutes' + interval '60 minutes');")
    };
    let every = || Action::ALL.iter().copied().filter(|action| action.is_grantable());
    let exceptions = |actions: Vec<Action>, allowed: bool| {
        let mut script = String::new();
        for action in actions {
            write!(
                script,
                "INSERT INTO right_exception (id, user_id, hospital_id, action, allowed, reason, made_by, during)
                 SELECT gen_random_uuid(), '{user}', '{here}', '{}', {allowed}, 'cover', (SELECT id FROM app_user WHERE id <> '{user}' LIMIT 1),
                        tstzrange(now() - interval '1 hour', now() + interval '1 day');",
                action.name()
            )
            .unwrap();
        }
        script
    };
    match relation {
        "treats" => treats(1, "NULL"),
        "treated" => treats(3, "now() - interval '1 day'"),
        "duty" => duty(ward),
        "other" => duty(houses.other_ward),
        "device" => has_device,
        "handed" => handed,
        "glass" => glass(5),
        "shut" => glass(65),
        "denied" => [
            treats(1, "NULL"),
            duty(ward),
            has_device,
            exceptions(every().collect(), false),
        ]
        .concat(),
        "denied-read" => [
            treats(1, "NULL"),
            duty(ward),
            has_device,
            exceptions(vec![Action::ReadPatient], false),
        ]
        .concat(),
        "granted" => exceptions(every().collect(), true),
        _ => String::new(),
    }
}
