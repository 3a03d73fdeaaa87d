//! Conversations: who has one, who reads it, what stands in it for ever, and what is told when a patient says that it is urgent. The socket: `chat/socket.rs`.

mod files;
mod socket;
mod two;
mod urgent;

use domain::ids::{RoomId, UserId};
use reqwest::{Response, StatusCode};
use uuid::Uuid;

use crate::sign_in::{ACHIENG, OKAFOR, RAO, location, page};
use crate::support::Wardlight;
use crate::support::door::page as see;
use crate::support::mail::{post, post_and_read};

pub const MENSAH: &str = "mensah@riverbend.example";
const HADDAD: &str = "haddad@riverbend.example";
const SILVA: &str = "silva@lakeside.example";

impl Wardlight {
    /// They treat Okafor at Riverbend.
    async fn treats_okafor(&self, who: UserId) {
        sqlx::query("INSERT INTO care_relation (user_id, patient_id, hospital_id, made_by, during) VALUES ($1, $2, $3, $1, tstzrange($4::timestamptz, NULL))")
            .bind(who.0)
            .bind(self.riverbend.patients[0])
            .bind(self.riverbend.id.0)
            .bind(self.at(-3_600.0))
            .execute(self.db.owner())
            .await
            .unwrap();
    }

    /// Dr Rao reads the device that Mensah keeps.
    async fn rao_reads_what_mensah_keeps(&self) {
        sqlx::raw_sql(
            "INSERT INTO device_duty (user_id, device_id, hospital_id, kind, during)
             SELECT r.id, k.device_id, k.hospital_id, 'reads', tstzrange(now() - interval '1 hour', NULL)
               FROM device_duty k JOIN app_user m ON m.id = k.user_id AND m.display_name = 'K. Mensah', app_user r
              WHERE k.kind = 'keeps' AND upper_inf(k.during) AND r.display_name = 'Dr Anika Rao'
             ON CONFLICT DO NOTHING",
        )
        .execute(self.db.owner())
        .await
        .unwrap();
    }

    /// The room of Dr Rao and Okafor, begun by the doctor: the cookies of both, and the room.
    async fn rao_and_okafor(&self) -> (String, String, RoomId) {
        self.treats_okafor(self.user(RAO).await).await;
        let (rao, okafor) = (self.sign_in(RAO).await.unwrap(), self.sign_in(OKAFOR).await.unwrap());
        let patient = self.riverbend.patients[0].to_string();
        let begun = post(self, "/messages", &rao, &[("patient", &patient)]).await;
        (rao, okafor, room_of(&begun))
    }

    /// Writes in a room; answers where that led.
    async fn says(&self, path: &str, cookie: &str, text: &str, more: &[(&str, &str)]) -> Response {
        let fields = [&[("act", "send"), ("text", text)], more].concat();
        post(self, path, cookie, &fields).await
    }
}

/// The room to which a door led.
fn room_of(answer: &Response) -> RoomId {
    assert_eq!(answer.status(), StatusCode::SEE_OTHER);
    let room = location(answer).rsplit('/').next().unwrap();
    room.split('#').next().unwrap().parse().unwrap()
}

fn staff(room: RoomId) -> String {
    format!("/messages/{room}")
}

fn mine(room: RoomId) -> String {
    format!("/my/messages/{room}")
}

/// The number in the mark beside the bell.
async fn waiting(at: &Wardlight, path: &str, cookie: &str) -> Option<u32> {
    let whole = page(at, path, cookie).await.text().await.unwrap();
    let mark = whole.split("id=\"talk\"").nth(1)?;
    mark.split("data-count=\"").nth(1)?.split('"').next()?.parse().ok()
}

async fn status(at: &Wardlight, path: &str, cookie: &str) -> u16 {
    page(at, path, cookie).await.status().as_u16()
}

#[tokio::test(flavor = "multi_thread")]
async fn okafor_asks_dr_rao_answers_and_each_sees_what_became_of_it() {
    let at = Wardlight::open().await;
    at.treats_okafor(at.user(RAO).await).await;
    let (rao, okafor) = (at.sign_in(RAO).await.unwrap(), at.sign_in(OKAFOR).await.unwrap());
    // Whom one may write to stands there before anything was written, and the room is made at first use: once for both.
    let list = see(&at, "/my/messages", &okafor, &[]).await;
    assert!(
        list.contains("Whom you can write to") && list.contains("Dr Anika Rao"),
        "the list"
    );
    let doctor = at.user(RAO).await.to_string();
    let room = room_of(&post(&at, "/my/messages", &okafor, &[("doctor", &doctor)]).await);
    let patient = at.riverbend.patients[0].to_string();
    assert_eq!(
        room_of(&post(&at, "/messages", &rao, &[("patient", &patient)]).await),
        room
    );

    let sent = at
        .says(&mine(room), &okafor, "My legs cramped.\nIs that normal?", &[])
        .await;
    assert!(
        location(&sent).starts_with(&format!("{}#m-", mine(room))),
        "{}",
        location(&sent)
    );
    assert_eq!(waiting(&at, "/account", &rao).await, Some(1));
    let hers = see(&at, &mine(room), &okafor, &[]).await;
    assert!(
        hers.contains("Not for emergencies.") && hers.contains("My legs cramped.\nIs that normal?"),
        "the page"
    );
    assert!(
        hers.contains("Sent") && !hers.contains("Delivered") && !hers.contains(" Read "),
        "nobody saw it yet"
    );

    let his = see(&at, "/messages", &rao, &[]).await;
    assert!(
        his.contains("OKAFOR, Amara") && his.contains("My legs cramped. Is that normal?") && his.contains("1 not read"),
        "the list"
    );
    let his = see(&at, &staff(room), &rao, &[]).await;
    assert!(his.contains("My legs cramped.") && his.contains(">Reply<"), "the page");
    assert_eq!(waiting(&at, "/account", &rao).await, Some(0), "it was seen");
    let hers = see(&at, &mine(room), &okafor, &[]).await;
    assert!(hers.contains("bubble__became--read"), "and she sees that it was");

    let message: Uuid = sqlx::query_scalar("SELECT id FROM chat_message")
        .fetch_one(at.db.owner())
        .await
        .unwrap();
    let answers = message.to_string();
    at.says(&staff(room), &rao, "It can happen.", &[("answers", &answers)])
        .await;
    assert_eq!(waiting(&at, "/my/account", &okafor).await, Some(1));
    let hers = see(&at, &mine(room), &okafor, &[]).await;
    assert!(
        hers.contains("In reply to:") && hers.contains(&format!("href=\"#m-{message}\"")),
        "the answer leads to what it answers"
    );
    // Nobody else has a mark, and it counts for who does.
    let achieng = at.sign_in(ACHIENG).await.unwrap();
    assert_eq!(waiting(&at, "/account", &achieng).await, None);
    let door = at
        .client
        .get(at.url("/my/messages/count?known=0"))
        .header("cookie", &okafor);
    assert_eq!(door.send().await.unwrap().status(), StatusCode::NO_CONTENT);
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_but_the_two_reads_it_admins_included() {
    let at = Wardlight::open().await;
    let (rao, okafor, room) = at.rao_and_okafor().await;
    at.says(&mine(room), &okafor, "A secret of mine", &[]).await;
    let colleague = at.colleague(at.riverbend.id, domain::actor::Role::Doctor).await;
    at.treats_okafor(colleague.0).await;
    let mut others = vec![(String::from("a doctor who treats her, too"), colleague.1)];
    for email in [
        ACHIENG,
        MENSAH,
        HADDAD,
        SILVA,
        "novak@riverbend.example",
        "wanjiru@riverbend.example",
    ] {
        others.push((email.to_owned(), at.sign_in(email).await.unwrap()));
    }
    for (who, cookie) in &others {
        for path in [staff(room), format!("{}/lines", staff(room))] {
            let answer = page(&at, &path, cookie).await;
            assert!(
                matches!(answer.status().as_u16(), 403 | 404),
                "{who} at {path}: {}",
                answer.status()
            );
        }
        for fields in [
            &[("act", "send"), ("text", "I was here")][..],
            &[("act", "mute")],
            &[("act", "find"), ("words", "secret")],
        ] {
            let answer = post(&at, &staff(room), cookie, fields).await;
            assert!(
                matches!(answer.status().as_u16(), 403 | 404),
                "{who} {fields:?}: {}",
                answer.status()
            );
        }
        let list = page(&at, "/messages", cookie).await;
        let list = list.text().await.unwrap();
        assert!(
            !list.contains("A secret of mine") && !list.contains(&room.to_string()),
            "{who}"
        );
    }
    let petrov = at.sign_in("petrov@lakeside.example").await.unwrap();
    assert_eq!(status(&at, &mine(room), &petrov).await, 404);
    assert_eq!(
        (
            status(&at, &staff(room), &rao).await,
            status(&at, &mine(room), &okafor).await
        ),
        (200, 200)
    );
    let said: i64 = sqlx::query_scalar("SELECT count(*) FROM chat_message")
        .fetch_one(at.db.owner())
        .await
        .unwrap();
    assert_eq!(said, 1, "and nobody else wrote");
    // Whom nothing binds has no room.
    let patient = at.riverbend.patients[0].to_string();
    for (who, cookie) in &others[1..] {
        let answer = post(&at, "/messages", cookie, &[("patient", &patient)]).await;
        assert!(
            matches!(answer.status().as_u16(), 403 | 404),
            "{who}: {}",
            answer.status()
        );
    }
    // At rest it is no text, and under the key of the patient: destroyed, the message says that it was erased.
    let sealed: Vec<u8> = sqlx::query_scalar("SELECT text_sealed FROM chat_message")
        .fetch_one(at.db.owner())
        .await
        .unwrap();
    assert!(!sealed.windows(6).any(|part| part == b"secret"));
    sqlx::raw_sql("UPDATE patient_key SET wrapped = NULL, wrapped_under = NULL, destroyed_at = now()")
        .execute(at.db.owner())
        .await
        .unwrap();
    let erased = see(&at, &staff(room), &rao, &[]).await;
    assert!(erased.contains("This message was erased with the record.") && !erased.contains("A secret of mine"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_written_stays_and_a_correction_stands_beside_it() {
    let at = Wardlight::open().await;
    let (rao, okafor, room) = at.rao_and_okafor().await;
    at.says(&staff(room), &rao, "Take 1.5 litres less.", &[]).await;
    let message: Uuid = sqlx::query_scalar("SELECT id FROM chat_message")
        .fetch_one(at.db.owner())
        .await
        .unwrap();
    let corrects = message.to_string();
    let form = see(&at, &format!("{}?correct={corrects}", staff(room)), &rao, &[]).await;
    assert!(
        form.contains(">Take 1.5 litres less.</textarea>") && form.contains("Corrects:"),
        "it begins with what stood there"
    );
    at.says(&staff(room), &rao, "Take 0.5 litres less.", &[("corrects", &corrects)])
        .await;
    let both = see(&at, &mine(room), &okafor, &[]).await;
    assert!(
        both.contains("Take 1.5 litres less.")
            && both.contains("Take 0.5 litres less.")
            && both.contains("Corrected below"),
        "both are shown"
    );
    // Not by the other, and not a message of elsewhere.
    for wrong in [corrects.as_str(), &Uuid::now_v7().to_string()] {
        let said = post_and_read(
            &at,
            &mine(room),
            &okafor,
            &[("act", "send"), ("text", "Take nothing"), ("corrects", wrong)],
        )
        .await;
        assert!(said.contains("Only who wrote a message corrects it."), "{wrong}");
    }
    // The serving role has no right to change a text, whoever asks.
    for change in [
        "UPDATE chat_message SET text_sealed = ''",
        "UPDATE chat_message SET sent_at = now()",
        "UPDATE chat_message SET is_urgent = true",
        "DELETE FROM chat_message",
    ] {
        let refused = sqlx::raw_sql(change).execute(&at.db.app).await.unwrap_err();
        assert_eq!(
            refused.as_database_error().unwrap().code().unwrap(),
            "42501",
            "{change}"
        );
    }
    // And what goes twice under one number stands once.
    let key = Uuid::now_v7().to_string();
    for _ in 0..2 {
        at.says(&mine(room), &okafor, "Once", &[("key", &key)]).await;
    }
    let said: i64 = sqlx::query_scalar("SELECT count(*) FROM chat_message")
        .fetch_one(at.db.owner())
        .await
        .unwrap();
    assert_eq!(said, 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_urgent_message_is_told_to_the_doctors_on_duty_who_treat_her() {
    let at = Wardlight::open().await;
    let (rao, okafor, room) = at.rao_and_okafor().await;
    let (on_duty, _) = at.colleague(at.riverbend.id, domain::actor::Role::Doctor).await;
    let (at_home, _) = at.colleague(at.riverbend.id, domain::actor::Role::Doctor).await;
    let (stranger, _) = at.colleague(at.riverbend.id, domain::actor::Role::Doctor).await;
    for doctor in [on_duty, at_home] {
        at.treats_okafor(doctor).await;
    }
    for doctor in [on_duty, stranger] {
        sqlx::query("INSERT INTO ward_duty (user_id, ward_id, hospital_id, during) VALUES ($1, $2, $3, tstzrange(now() - interval '1 hour', NULL))")
            .bind(doctor.0)
            .bind(at.riverbend.ward)
            .bind(at.riverbend.id.0)
            .execute(at.db.owner())
            .await
            .unwrap();
    }
    let told = async || -> Vec<Uuid> {
        sqlx::query_scalar("SELECT user_id FROM notice WHERE kind = 'message.urgent' ORDER BY user_id")
            .fetch_all(at.db.owner())
            .await
            .unwrap()
    };
    at.says(&mine(room), &okafor, "Good morning", &[]).await;
    assert_eq!(told().await, Vec::<Uuid>::new());
    // A nurse is on call around the clock, and told beside them.
    let (on_call, _) = at.colleague(at.riverbend.id, domain::actor::Role::Nurse).await;
    at.is_on_call(at.riverbend.id, on_call, 1).await;
    at.says(&mine(room), &okafor, "My fistula bleeds", &[("urgent", "true")])
        .await;
    let mut expected = vec![at.user(RAO).await.0, on_duty.0];
    expected.sort_unstable();
    assert_eq!(told().await, expected);
    let called: Vec<Uuid> = sqlx::query_scalar("SELECT user_id FROM notice WHERE kind = 'message.on_call'")
        .fetch_all(at.db.owner())
        .await
        .unwrap();
    assert_eq!(called, [on_call.0]);
    let list = see(&at, "/messages", &rao, &[]).await;
    assert!(list.contains(">Urgent<"), "it stands out in the list");
    let notices = see(&at, "/notifications", &rao, &[]).await;
    assert!(
        notices.contains("A patient whom you treat marked a message as urgent.") && !notices.contains("OKAFOR"),
        "and names nobody where it is told"
    );
    // A doctor has nothing to mark.
    let refused = post_and_read(
        &at,
        &staff(room),
        &rao,
        &[("act", "send"), ("text", "Come"), ("urgent", "true")],
    )
    .await;
    assert!(refused.contains("A patient says that a message is urgent."));
}
