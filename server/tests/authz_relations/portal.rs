//! Every door of the portal × whose record it is: the person themselves, the same with the portal switched off, who cares for them, who did until a moment ago, and
//! another patient who knocks with their ids. A new door gets a line in [`EXPECTED`], and its fields in [`Own::fields`] when it takes an id.

use std::fmt::Write;

use domain::ids::{PatientId, UserId, WardId};
use domain::live::Topic;
use hospital::identity::Realm;
use serde_json::json;
use uuid::Uuid;

use super::{Door, letter};
use crate::authz_relations::facts::run;
use crate::live::page::{Page, may};
use crate::support::door::Body;
use crate::support::{Wardlight, blind};

const FRIEND: &str = "friend@example.org";

/// The letters are those of `table.rs`, and `s`: has to sign in, or to prove who they are.
const EXPECTED: &str = "
                                                      own off carer over other
    GET  /my                                           y   n    y    s     y
    GET  /my/access                                    y   y    n    s     y
    GET  /my/account                                   y   y    y    s     y
    GET  /my/account/factor                            y   y    y    s     y
    GET  /my/account/prove                             y   y    y    s     y
    GET  /my/call                                      y   n    y    s     y
    GET  /my/call/now                                  y   n    y    s     y
    GET  /my/charts/patients/{patient_id}/day.svg      y   n    y    s     .
    GET  /my/consents                                  y   y    n    s     y
    GET  /my/dialysis                                  y   n    n    s     y
    GET  /my/dialysis/book                             y   n    n    s     y
    GET  /my/dialysis/now                              y   n    n    s     y
    GET  /my/live                                      y   y    y    s     y
    GET  /my/messages                                  y   n    n    s     y
    GET  /my/messages/count                            y   n    n    s     y
    GET  /my/messages/{room}                           .   n    n    s     .
    GET  /my/messages/{room}/lines                     .   n    n    s     .
    GET  /my/messages/{room}/files/{message}           .   n    n    s     .
    GET  /my/notifications                             y   y    y    s     y
    GET  /my/notifications/count                       y   y    y    s     y
    GET  /my/preferences                               y   y    n    s     y
    GET  /my/proxies                                   y   y    y    s     y
    GET  /my/record                                    y   n    y    s     y
    GET  /my/system-alerts                             y   y    y    s     y
    GET  /my/ws/chat/{room}                            .   n    n    s     .
    POST /api/my/patients/open_chart                   y   n    y    s     y
    POST /my/account/contact                           y   y    y    s     y
    POST /my/account/correction                        y   y    n    s     y
    POST /my/account/email                             y   y    y    s     y
    POST /my/account/email/keep                        y   y    y    s     y
    POST /my/account/factor/begin                      y   y    y    s     y
    POST /my/account/factor/codes                      y   y    y    s     y
    POST /my/account/factor/confirm                    y   y    y    s     y
    POST /my/account/factor/remove                     y   y    y    s     y
    POST /my/account/looks                             y   y    y    s     y
    POST /my/account/password                          y   y    y    s     y
    POST /my/account/programs                          .   .    .    s     .
    POST /my/account/phone                             y   y    y    s     y
    POST /my/account/prove                             y   y    y    s     y
    POST /my/account/sessions                          y   y    y    s     y
    POST /my/call                                      y   n    n    s     y
    POST /my/consents                                  y   n    n    s     y
    POST /my/consents/withdraw                         y   y    n    s     .
    POST /my/messages                                  .   n    n    s     .
    POST /my/messages/{room}                           .   n    n    s     .
    POST /my/messages/{room}/files                     .   n    n    s     .
    POST /my/dialysis                                  y   n    n    s     y
    POST /my/dialysis/book                             y   n    n    s     y
    POST /my/notifications/choices                     y   y    y    s     y
    POST /my/notifications/read                        .   .    .    s     .
    POST /my/preferences                               y   y    n    s     y
    POST /my/proxies                                   y   n    n    s     y
    POST /my/proxies/end                               y   y    n    s     .
    POST /my/system-alerts                             .   .    .    s     .
    POST /my/switch                                    y   y    y    .     .
";

/// The lines: the door as the router spells it, and its letters.
fn lines() -> Vec<(String, Vec<char>)> {
    EXPECTED
        .lines()
        .skip(2)
        .filter(|line| !line.trim().is_empty())
        .map(|line| {
            let mut words = line.split_whitespace();
            let name = format!("{} {}", words.next().unwrap(), words.next().unwrap());
            (name, words.map(|word| word.chars().next().unwrap()).collect())
        })
        .collect()
}

/// The doors of the table.
pub fn names() -> Vec<String> {
    lines().into_iter().map(|(name, _)| name).collect()
}

/// What is somebody's own: a record, a consent, a carer, all real.
#[derive(Clone, Copy)]
struct Own {
    patient: Uuid,
    consent: Uuid,
    proxy: Uuid,
}

impl Own {
    fn fields(self, name: &str) -> Vec<(&'static str, String)> {
        match name {
            "POST /my/call" => vec![("act", "call".into())],
            "POST /my/consents" => vec![("purpose", "insurer".into()), ("version", "1".into())],
            "POST /my/consents/withdraw" => vec![("consent", self.consent.to_string())],
            "POST /my/proxies/end" => vec![("proxy", self.proxy.to_string())],
            "POST /my/switch" => vec![("patient", self.patient.to_string())],
            "POST /my/notifications/read" => vec![("notice", Uuid::nil().to_string())],
            "POST /my/system-alerts" => vec![("id", Uuid::nil().to_string())],
            "POST /my/account/programs" => vec![("program", Uuid::nil().to_string())],
            "POST /my/account/sessions" => vec![("session", "0".repeat(64))],
            _ => vec![],
        }
    }

    fn door(self, name: &str) -> Door {
        let (method, path) = name.split_once(' ').unwrap();
        let body = match method {
            "GET" => Body::None,
            _ if path.starts_with("/api/") => Body::Json(json!({})),
            _ => Body::Form(self.fields(name)),
        };
        Door {
            name: if method == "GET" { "GET" } else { "POST" },
            // Whose a conversation is says `chat.rs`: this one is nobody's.
            path: path
                .replace("{patient_id}", &self.patient.to_string())
                .replace("{room}", &Uuid::nil().to_string())
                .replace("{message}", &Uuid::nil().to_string()),
            body,
            table: "portal",
        }
    }
}

/// Who knocks, with whose ids.
struct Person {
    who: &'static str,
    own: Own,
    cookie: String,
}

/// In the order of the columns. Okafor's portal is on, Mwangi's is off; Petrov is a patient of another hospital.
async fn people(house: &Wardlight) -> [Person; 5] {
    let (here, okafor, mwangi) = (
        house.riverbend.id,
        house.riverbend.patients[0],
        house.riverbend.patients[1],
    );
    let [himself, son, daughter] = [(); 3].map(|()| UserId(Uuid::now_v7()));
    let own = |patient| Own {
        patient,
        consent: Uuid::now_v7(),
        proxy: Uuid::now_v7(),
    };
    let (hers, his) = (own(okafor), own(mwangi));
    let mut script = String::new();
    for user in [himself, son, daughter] {
        let email = house.sealed_email(user.0, &format!("{user}@test.example"));
        write!(script, "INSERT INTO app_user (id, email_sealed, email_blind, display_name, password_hash) SELECT '{user}', {email}, 'N', password_hash FROM app_user WHERE display_name = 'Amara Okafor';").unwrap();
    }
    for Own {
        patient,
        consent,
        proxy,
    } in [hers, his]
    {
        let friend = house.sealed_naming(proxy, patient, FRIEND);
        write!(
            script,
            "INSERT INTO consent (id, patient_id, hospital_id, purpose, text_version, given_by, during)
             VALUES ('{consent}', '{patient}', '{here}', 'research', 1, '{himself}', tstzrange(now() - interval '1 day', NULL));
             INSERT INTO proxy_invitation (id, patient_id, hospital_id, email_sealed, email_blind, known_as, sections, made_by, during)
             VALUES ('{proxy}', '{patient}', '{here}', {friend}, 'a friend', '{{values}}', '{himself}', tstzrange(now(), now() + interval '1 day'));"
        )
        .unwrap();
    }
    write!(
        script,
        "INSERT INTO portal_account (user_id, patient_id, hospital_id) VALUES ('{himself}', '{mwangi}', '{here}');
         INSERT INTO portal_setting (patient_id, hospital_id, is_open, changed_by, changed_at) VALUES ('{mwangi}', '{here}', false, '{son}', now());
         INSERT INTO proxy (id, patient_id, hospital_id, user_id, known_as, sections, made_by, during)
         SELECT gen_random_uuid(), '{okafor}', '{here}', x.carer, 'my child', '{{values,trend,score,alarms,readings}}', '{himself}', tstzrange(now() - interval '1 day', now() + interval '1 day')
           FROM (VALUES ('{son}'::uuid), ('{daughter}'::uuid)) AS x (carer)"
    )
    .unwrap();
    run(house, &script).await;
    let portal =
        |user, patient, is_proxy| house.session(Realm::Portal, user, here, Some((PatientId(patient), is_proxy)));
    let people = [
        (
            "Okafor herself",
            hers,
            house.sign_in("okafor@riverbend.example").await.unwrap(),
        ),
        ("Mwangi, whose portal is off", his, portal(himself, mwangi, false).await),
        ("her son", hers, portal(son, okafor, true).await),
        (
            "her daughter, whose leave is over",
            hers,
            portal(daughter, okafor, true).await,
        ),
        (
            "Petrov, with her ids",
            hers,
            house.sign_in("petrov@lakeside.example").await.unwrap(),
        ),
    ];
    let over = format!("UPDATE proxy SET during = tstzrange(lower(during), now()) WHERE user_id = '{daughter}'");
    run(house, &over).await;
    tokio::time::sleep(std::time::Duration::from_millis(1_100)).await;
    people.map(|(who, own, cookie)| Person { who, own, cookie })
}

#[tokio::test(flavor = "multi_thread")]
async fn every_door_of_the_portal_answers_everybody_as_the_table_says() {
    let house = Wardlight::open().await;
    let people = people(&house).await;
    let (okafor, mwangi) = (house.riverbend.patients[0], house.riverbend.patients[1]);
    let mut wrong = Vec::new();
    // The sockets first: going on with a record gives the browser another session.
    for (place, person) in people.iter().enumerate() {
        let opens = [true, false, true, false, false][place];
        if place == 3 {
            continue;
        }
        let mut page = Page::open(&house, "/my/live", &person.cookie).await;
        page.hello().await;
        let other = if person.own.patient == okafor { mwangi } else { okafor };
        let bed = usize::from(other == mwangi);
        for (topic, expected) in [
            (Topic::Patient(PatientId(person.own.patient)), opens),
            (Topic::Patient(PatientId(other)), false),
            (Topic::Ward(WardId(house.riverbend.ward)), false),
            (Topic::Device(house.riverbend.devices[bed].id), false),
        ] {
            if may(&mut page, topic).await != expected {
                wrong.push(format!("{topic:?} as {}: expected {expected}", person.who));
            }
        }
    }
    // The person herself comes last to each door, so that what she does with her ids shows that they were real until then.
    for (name, letters) in lines() {
        for (person, expected) in people.iter().zip(letters).rev() {
            let (found, status) = letter(&house, &person.own.door(&name), &person.cookie).await;
            if found != expected {
                wrong.push(format!(
                    "{name} as {}: {found} ({status}), expected {expected}",
                    person.who
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    let left: i64 = sqlx::query_scalar(
        "SELECT (SELECT count(*) FROM consent          WHERE purpose = 'research' AND upper_inf(during))
              + (SELECT count(*) FROM proxy_invitation WHERE email_blind = $1 AND during @> now())",
    )
    .bind(blind(FRIEND))
    .fetch_one(house.db.owner())
    .await
    .unwrap();
    assert_eq!(left, 0, "both took back what was theirs");
}
