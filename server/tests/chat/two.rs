//! Between whom there is a conversation, and when it is over: technicians and machines, care that ends, records that are joined, emergencies; mute, search, and pages of it.

use domain::actor::Role;
use reqwest::StatusCode;
use uuid::Uuid;

use super::{HADDAD, MENSAH, SILVA, mine, room_of, staff, status, waiting};
use crate::sign_in::{OKAFOR, RAO, form, location, page};
use crate::support::Wardlight;
use crate::support::door::page as see;
use crate::support::mail::{post, post_and_read};

#[tokio::test(flavor = "multi_thread")]
async fn dr_rao_and_mensah_speak_of_the_machine_until_it_is_no_longer_his() {
    let at = Wardlight::open().await;
    at.rao_reads_what_mensah_keeps().await;
    let (rao, mensah) = (at.sign_in(RAO).await.unwrap(), at.sign_in(MENSAH).await.unwrap());
    let list = see(&at, "/messages", &mensah, &[]).await;
    assert!(
        list.contains("Dr Anika Rao · Monitor 01"),
        "the machine stands beside the name"
    );
    let device = at.riverbend.devices[0].id.to_string();
    let doctor = at.user(RAO).await.to_string();
    let begin = [("colleague", doctor.as_str()), ("device", device.as_str())];
    let room = room_of(&post(&at, "/messages", &mensah, &begin).await);
    at.says(&staff(room), &mensah, "The pressure drifts.", &[]).await;
    let his = see(&at, &staff(room), &rao, &[]).await;
    assert!(
        his.contains("The pressure drifts.") && his.contains("K. Mensah · Monitor 01"),
        "the page"
    );
    let elsewhere = [
        ("colleague", doctor.as_str()),
        ("device", &at.riverbend.devices[1].id.to_string()),
    ]
    .map(|(name, value)| (name, value.to_owned()));
    let fields: Vec<(&str, &str)> = elsewhere.iter().map(|(name, value)| (*name, value.as_str())).collect();
    assert_eq!(
        post(&at, "/messages", &mensah, &fields).await.status(),
        StatusCode::NOT_FOUND,
        "a machine that is not his"
    );

    sqlx::raw_sql(
        "UPDATE device_duty SET during = tstzrange(lower(during), now()) WHERE kind = 'keeps' AND upper_inf(during)",
    )
    .execute(at.db.owner())
    .await
    .unwrap();
    let over = see(&at, &staff(room), &mensah, &[]).await;
    assert!(
        over.contains("This conversation is over") && over.contains("The pressure drifts."),
        "it is read and not written to"
    );
    let refused = post_and_read(&at, &staff(room), &rao, &[("act", "send"), ("text", "Still there?")]).await;
    assert!(refused.contains("This conversation is over"));
}

#[tokio::test(flavor = "multi_thread")]
async fn care_that_ends_leaves_the_conversation_to_be_read_and_a_closed_portal_shuts_it() {
    let at = Wardlight::open().await;
    let (rao, okafor, room) = at.rao_and_okafor().await;
    at.says(&mine(room), &okafor, "Good morning", &[]).await;
    sqlx::raw_sql("UPDATE care_relation SET during = tstzrange(lower(during), now())")
        .execute(at.db.owner())
        .await
        .unwrap();
    for (path, cookie) in [(staff(room), &rao), (mine(room), &okafor)] {
        let over = see(&at, &path, cookie, &[]).await;
        assert!(
            over.contains("Good morning")
                && over.contains("This conversation is over")
                && !over.contains("id=\"write\""),
            "{path}"
        );
    }
    let haddad = at.sign_in(HADDAD).await.unwrap();
    let portal = format!("/patients/{}/portal", at.riverbend.patients[0]);
    assert_eq!(
        post(&at, &portal, &haddad, &[("act", "close")]).await.status(),
        StatusCode::SEE_OTHER
    );
    let shut = async || status(&at, &mine(room), &okafor).await == 403;
    let mut tries = 0;
    while !shut().await {
        tries += 1;
        assert!(tries < 50, "her portal is closed");
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    assert_eq!(status(&at, &staff(room), &rao).await, 200);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_opened_her_record_in_an_emergency_reads_and_leaves_no_mark_but_in_the_audit() {
    let at = Wardlight::open().await;
    let (_, okafor, room) = at.rao_and_okafor().await;
    at.says(&mine(room), &okafor, "I take warfarin", &[]).await;
    let silva = at.sign_in(SILVA).await.unwrap();
    assert_eq!(status(&at, &staff(room), &silva).await, 404);
    let opened = [
        ("health_id", "10000000000017"),
        ("born_on", "1969-04-02"),
        ("reason", "unconscious"),
        ("words", "Found at the lake, no pulse."),
    ];
    let answer = form(&at, "/emergency", &opened)
        .header("cookie", &silva)
        .send()
        .await
        .unwrap();
    assert_eq!(answer.status(), StatusCode::SEE_OTHER, "{}", location(&answer));
    let list = see(&at, "/messages", &silva, &[]).await;
    assert!(
        list.contains("Opened in an emergency") && list.contains(&room.to_string()),
        "she finds it"
    );
    let read = see(&at, &staff(room), &silva, &[]).await;
    assert!(
        read.contains("I take warfarin") && !read.contains("id=\"write\""),
        "and reads it"
    );
    for act in [&[("act", "send"), ("text", "I was here")][..], &[("act", "mute")]] {
        let status = post(&at, &staff(room), &silva, act).await.status().as_u16();
        assert!(matches!(status, 403 | 404), "{act:?}: {status}");
    }
    let seen: i64 = sqlx::query_scalar("SELECT count(*) FROM chat_message WHERE delivered_at IS NOT NULL")
        .fetch_one(at.db.owner())
        .await
        .unwrap();
    assert_eq!(seen, 0, "for its two it is unread");
    let looked = see(&at, "/my/access", &okafor, &[]).await;
    assert!(
        looked.contains("Dr Lucia Silva") && looked.contains("your messages"),
        "her page of who looked says so"
    );
    at.later(3_700);
    sqlx::raw_sql(
        "UPDATE break_glass SET opened_at = opened_at - interval '2 hours', until = until - interval '2 hours'",
    )
    .execute(at.db.owner())
    .await
    .unwrap();
    assert_ne!(status(&at, &staff(room), &silva).await, 200, "the hour is over");
}

#[tokio::test(flavor = "multi_thread")]
async fn rooms_of_two_records_follow_the_one_that_stays_and_come_apart_again() {
    let at = Wardlight::open().await;
    let (rao, okafor, room) = at.rao_and_okafor().await;
    // Another record of hers, in whose portal nothing was ever opened; a room of it from before.
    let other = Uuid::now_v7();
    let (here, doctor, first) = (at.riverbend.id, at.user(RAO).await, at.riverbend.patients[0]);
    let old = Uuid::now_v7();
    let script = format!(
        "INSERT INTO patient (id, family_name, given_name, born_on, sex) VALUES ('{other}', 'Okafor', 'Amarachi', '1969-04-02', 'female');
         INSERT INTO registration (patient_id, hospital_id, hospital_number) VALUES ('{other}', '{here}', 'RG-77');
         INSERT INTO chat_room (id, hospital_id, doctor_id, patient_id, begun_at, begun_by) VALUES ('{old}', '{here}', '{doctor}', '{other}', now(), '{doctor}')"
    );
    sqlx::raw_sql(sqlx::AssertSqlSafe(script))
        .execute(at.db.owner())
        .await
        .unwrap();
    let old_room = format!("/my/messages/{old}");
    assert_eq!(status(&at, &old_room, &okafor).await, 404);
    let merge = format!(
        "INSERT INTO patient_merge (id, hospital_id, survivor_id, other_id, reason, merged_at, merged_by)
         VALUES (gen_random_uuid(), '{here}', '{first}', '{other}', 'The same card, asked.', now(), '{doctor}')"
    );
    sqlx::raw_sql(sqlx::AssertSqlSafe(merge))
        .execute(at.db.owner())
        .await
        .unwrap();
    let joined = see(&at, &old_room, &okafor, &[]).await;
    assert!(
        joined.contains("This conversation is over"),
        "the room of the record that leads elsewhere is read, not written to"
    );
    let refused = post_and_read(&at, &old_room, &okafor, &[("act", "send"), ("text", "Hello")]).await;
    assert!(refused.contains("This conversation is over"));
    assert_eq!(status(&at, &format!("/messages/{old}"), &rao).await, 200);
    // Nothing new begins with it, and the room of the one that stays goes on.
    let begun = sqlx::query("INSERT INTO chat_room (id, hospital_id, doctor_id, patient_id, begun_at, begun_by) SELECT gen_random_uuid(), $1, m.id, $2, now(), m.id FROM app_user m WHERE m.display_name = 'B. Achieng'")
        .bind(here.0)
        .bind(other)
        .execute(at.db.owner())
        .await;
    assert!(begun.is_err());
    assert_eq!(
        at.says(&mine(room), &okafor, "Hello", &[]).await.status(),
        StatusCode::SEE_OTHER
    );
    sqlx::query(
        "UPDATE patient_merge SET undone_at = now(), undone_by = merged_by, undone_because = 'Two sisters after all.'",
    )
    .execute(at.db.owner())
    .await
    .unwrap();
    assert_eq!(status(&at, &old_room, &okafor).await, 404);
    assert_eq!(status(&at, &mine(room), &okafor).await, 200);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_muted_conversation_counts_nothing_and_what_is_sought_is_in_no_address() {
    let at = Wardlight::open().await;
    let (rao, okafor, room) = at.rao_and_okafor().await;
    for text in ["My legs cramped", "The sevelamer tastes of chalk", "Thank you"] {
        at.says(&mine(room), &okafor, text, &[]).await;
    }
    assert_eq!(waiting(&at, "/account", &rao).await, Some(3));
    let said = post_and_read(&at, &staff(room), &rao, &[("act", "mute")]).await;
    assert!(said.contains("You are no longer counted to by this conversation."));
    at.says(&mine(room), &okafor, "Hello?", &[]).await;
    assert_eq!(waiting(&at, "/account", &rao).await, Some(0));
    post(&at, &staff(room), &rao, &[("act", "unmute")]).await;
    assert_eq!(waiting(&at, "/account", &rao).await, Some(1));

    let asked = post(
        &at,
        &staff(room),
        &rao,
        &[("act", "find"), ("words", "SEVELAMER chalk")],
    )
    .await;
    let to = location(&asked).to_owned();
    assert!(
        to.contains("?search=") && !to.to_lowercase().contains("sevelamer"),
        "{to}"
    );
    let found = page(&at, &to, &rao).await.text().await.unwrap();
    let hits = found.rsplit("find-words").next().unwrap();
    assert!(
        hits.contains("The sevelamer tastes of chalk") && !hits.contains("My legs cramped"),
        "what was found"
    );
    let other = at.sign_in(OKAFOR).await.unwrap();
    let foreign = page(&at, &to.replace("/messages", "/my/messages"), &other)
        .await
        .text()
        .await
        .unwrap();
    assert!(
        !foreign.contains("value=\"SEVELAMER chalk\""),
        "another reader's question is none"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_long_conversation_comes_in_pages_of_fifty() {
    let at = Wardlight::open().await;
    let (rao, okafor, room) = at.rao_and_okafor().await;
    for number in 0..60 {
        let sent = at
            .says(&mine(room), &okafor, &format!("Number {number} of many"), &[])
            .await;
        assert_eq!(sent.status(), StatusCode::SEE_OTHER);
        at.later(3);
    }
    let newest = see(&at, &staff(room), &rao, &[]).await;
    assert!(
        newest.contains("Number 59 of many")
            && newest.contains("Number 10 of many")
            && !newest.contains("Number 9 of many")
    );
    let older = newest.split(&format!("{}?before=", staff(room))).nth(1).unwrap();
    let older = format!("{}?before={}", staff(room), older.split('"').next().unwrap());
    let before = see(&at, &older, &rao, &[]).await;
    assert!(
        before.contains("Number 0 of many")
            && before.contains("Number 9 of many")
            && !before.contains("Number 10 of many")
    );
    // Faster than anybody types is too fast.
    let mut refused = false;
    for number in 0..40 {
        let said = post(
            &at,
            &mine(room),
            &okafor,
            &[("act", "send"), ("text", &format!("{number}"))],
        )
        .await;
        refused |= !location(&said).contains("#m-");
    }
    assert!(refused);
    // A patient of a nurse: nurses treat, and write to nobody here.
    let (nurse, cookie) = at.colleague(at.riverbend.id, Role::Nurse).await;
    at.treats_okafor(nurse).await;
    let patient = at.riverbend.patients[0].to_string();
    assert_eq!(
        post(&at, "/messages", &cookie, &[("patient", &patient)]).await.status(),
        StatusCode::FORBIDDEN
    );
}
