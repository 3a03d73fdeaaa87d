//! The relations of a plan, put into the database.

use std::collections::BTreeMap;

use domain::actor::Actor;
use domain::ids::HospitalId;
use domain::patients::Section;
use uuid::Uuid;

use crate::plan::{HandOver, Plan, When};
use crate::world::{About, World};

impl World {
    /// Care, admissions, devices: what makes somebody near to a patient of their own hospital.
    pub(super) fn relations(&mut self, plan: &Plan) {
        for (staff, patient, when) in &plan.facts.care {
            let (user, (id, _)) = (self.staff[*staff], self.registered[*patient].clone());
            let (hospital, maker) = (self.hospitals[plan.staff[*staff].hospital], self.maker);
            self.say(format_args!(
                "INSERT INTO care_relation (user_id, patient_id, hospital_id, made_by, during) VALUES ('{user}', '{id}', '{hospital}', '{maker}', {})",
                when.range()
            ));
            self.add(
                "care_relation",
                format_args!("{user}/{id}/{when:?}"),
                About::Person(id),
                &[hospital],
            );
        }
        for (patient, hospital, when) in &plan.facts.admission {
            let (admission, id) = (Uuid::now_v7(), self.registered[*patient].0);
            let ward = self.wards[*hospital][Plan::ward_of_admission(*patient, *hospital)];
            let hospital = self.hospitals[*hospital];
            self.say(format_args!(
                "INSERT INTO admission (id, patient_id, hospital_id, ward_id, during) VALUES ('{admission}', '{id}', '{hospital}', '{ward}', {})",
                when.range()
            ));
            self.add("admission", admission, About::Person(id), &[hospital]);
        }
        for (staff, device, keeps, when) in &plan.facts.device_duty {
            let (user, id) = (self.staff[*staff], self.devices[*device]);
            let (hospital, kind) = (
                self.hospitals[plan.devices[*device].hospital],
                if *keeps { "keeps" } else { "reads" },
            );
            self.say(format_args!(
                "INSERT INTO device_duty (user_id, device_id, hospital_id, kind, during) VALUES ('{user}', '{id}', '{hospital}', '{kind}', {})",
                when.range()
            ));
        }
        for (to, device, progress) in &plan.facts.hand_over {
            let from = self.staff[(to + 1) % self.staff.len()];
            let (to, id, hospital) = (
                self.staff[*to],
                self.devices[*device],
                self.hospitals[plan.devices[*device].hospital],
            );
            // Those that are over lie a day apart from the open one, and from each other.
            let (asked, until, accepted, ended) = match progress {
                HandOver::Asked => (1, 12, None, None),
                HandOver::Accepted => (1, 12, Some(1), None),
                HandOver::Refused => (50, 60, None, Some(49)),
                HandOver::EndedEarly => (80, 90, Some(79), Some(75)),
                HandOver::Expired => (110, -100, Some(109), None),
            };
            let ago =
                |hours: Option<i32>| hours.map_or("NULL".into(), |hours| format!("now() - interval '{hours} hours'"));
            let by = ended.map_or("NULL".into(), |_| format!("'{from}'"));
            self.say(format_args!(
                "INSERT INTO device_hand_over (id, device_id, hospital_id, from_user, to_user, asked_at, until, accepted_at, ended_at, ended_by)
                      VALUES (gen_random_uuid(), '{id}', '{hospital}', '{from}', '{to}', {}, {} + interval '{} hours', {}, {}, {by})",
                ago(Some(asked)),
                if until < 0 { ago(Some(-until)) } else { ago(Some(asked)) },
                if until < 0 { 0 } else { until },
                ago(accepted),
                ago(ended)
            ));
        }
    }

    /// Consents, proxies and emergencies: what opens a record beyond the hospital that holds it.
    pub(super) fn openings(&mut self, plan: &Plan) {
        let given_at: BTreeMap<(usize, Option<usize>), HospitalId> = (0..plan.patients.len())
            .flat_map(|patient| {
                (0..=plan.hospitals).map(move |not| (patient, Some(not).filter(|not| *not < plan.hospitals)))
            })
            .filter_map(|(patient, not)| Some(((patient, not), self.hospitals[plan.given_at(patient, not)?])))
            .collect();
        let maker = self.maker;
        for (patient, to, when) in &plan.facts.consent {
            let (consent, id) = (Uuid::now_v7(), self.registered[*patient].0);
            let (at, to) = (given_at[&(*patient, Some(*to))], self.hospitals[*to]);
            self.say(format_args!(
                "INSERT INTO consent (id, patient_id, hospital_id, purpose, to_hospital, text_version, given_by, during)
                      VALUES ('{consent}', '{id}', '{at}', 'treatment', '{to}', 1, '{maker}', {})",
                when.range()
            ));
            self.add(
                "consent",
                consent,
                About::Parties {
                    patient: id,
                    users: vec![],
                },
                &[at, to],
            );
        }
        for (patient, staff, when) in &plan.facts.proxy {
            let (proxy, user, id) = (Uuid::now_v7(), self.staff[*staff], self.registered[*patient].0);
            let at = given_at[&(*patient, None)];
            self.say(format_args!(
                "INSERT INTO proxy (id, patient_id, hospital_id, user_id, known_as, sections, made_by, during)
                      VALUES ('{proxy}', '{id}', '{at}', '{user}', 'my son', '{{values}}', '{maker}', {})",
                when.range()
            ));
            self.add(
                "proxy",
                proxy,
                About::Parties {
                    patient: id,
                    users: vec![user],
                },
                &[at],
            );
            let holds = plan.facts.proxy.contains(&(*patient, *staff, When::Now));
            let carer = Actor::Proxy {
                user,
                patient: id,
                hospital: at,
                sections: vec![Section::Values],
            };
            self.asks(carer, None, holds);
        }
        for (staff, patient, hospital, open) in &plan.facts.emergency {
            let (opening, user) = (Uuid::now_v7(), self.staff[*staff]);
            let (id, holders) = self.registered[*patient].clone();
            let hospital = self.hospitals[*hospital];
            let held: Vec<String> = holders.iter().map(ToString::to_string).collect();
            let since = if *open { 10 } else { 70 };
            self.say(format_args!(
                "INSERT INTO break_glass (id, patient_id, user_id, user_name, hospital_id, holders, reason, words, opened_at, until)
                      VALUES ('{opening}', '{id}', '{user}', 'A', '{hospital}', '{{{}}}', 'unconscious', 'Found without a pulse.',
                              now() - interval '{since} minutes', now() - interval '{since} minutes' + interval '60 minutes')",
                held.join(",")
            ));
            let parties = About::Parties {
                patient: id,
                users: vec![user],
            };
            self.add("break_glass", opening, parties, &[&holders[..], &[hospital]].concat());
        }
    }
}
