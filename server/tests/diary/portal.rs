//! What a patient sees and does by themselves, and what somebody who cares for them does not.

use domain::ids::{PatientId, UserId};
use futures::future::join_all;
use hospital::identity::Realm;
use reqwest::Method;
use uuid::Uuid;

use super::{Unit, run};
use crate::support::door::{Body, knock, page};

#[tokio::test(flavor = "multi_thread")]
async fn a_patient_books_moves_and_gives_up_what_is_free_and_suits() {
    let unit = Unit::open().await;
    let okafor = unit.okafor_herself().await;
    let free = page(&unit.at, "/my/dialysis/book", &okafor, &[]).await;
    let (right, kept) = (unit.place(2, 0, 0), unit.place(2, 0, 1));
    assert!(free.contains(&right) && !free.contains(&kept), "{free}");
    let said = page(&unit.at, "/my/dialysis/book", &okafor, &[("place", &right)]).await;
    assert!(
        said.contains("Your session is booked.") && said.contains("My next session"),
        "{said}"
    );
    // It is the next thing that she does, so her home says it; who has nothing booked reads nothing of it there.
    let home = page(&unit.at, "/my", &okafor, &[]).await;
    assert!(
        home.contains("id=\"my-day\"") && home.contains("minutes of treatment."),
        "{home}"
    );
    let mwangi = unit.mwangi_himself().await;
    assert!(!page(&unit.at, "/my", &mwangi, &[]).await.contains("id=\"my-day\""));
    // The chair that is kept for others is not hers for the asking, nor one that is taken.
    let said = page(&unit.at, "/my/dialysis/book", &okafor, &[("place", &kept)]).await;
    assert!(
        said.contains("This chair is kept for people who need one apart."),
        "{said}"
    );
    let said = page(&unit.at, "/my/dialysis/book", &mwangi, &[("place", &right)]).await;
    assert!(said.contains("Somebody has this chair at that time already."), "{said}");
    assert!(!page(&unit.at, "/my/dialysis/book", &mwangi, &[]).await.contains(&right));
    // She moves it: one is called off, one is booked instead.
    let session = unit.booked(unit.okafor).await.unwrap().to_string();
    let other = unit.place(3, 1, 0);
    let said = page(
        &unit.at,
        "/my/dialysis/book",
        &okafor,
        &[("place", &other), ("moves", &session)],
    )
    .await;
    assert!(said.contains("Your session is moved."), "{said}");
    assert_eq!(unit.taken().await, 1);
    // What is another's she cannot touch.
    let hers = unit.booked(unit.okafor).await.unwrap().to_string();
    let status = unit
        .status("/my/dialysis", &mwangi, &[("act", "cancel"), ("session", &hers)])
        .await;
    assert_eq!((status, unit.taken().await), (404, 1));
    let said = page(
        &unit.at,
        "/my/dialysis",
        &okafor,
        &[("act", "cancel"), ("session", &hers)],
    )
    .await;
    assert!(said.contains("You have given the session up."), "{said}");
    assert_eq!(unit.taken().await, 0);
    // The past, and more than is prescribed.
    let past = unit.place(-1, 0, 0);
    let said = page(&unit.at, "/my/dialysis/book", &okafor, &[("place", &past)]).await;
    assert!(said.contains("This lies in the past."), "{said}");
    let monday = unit.day(0).monday().plus(7).0 - unit.day(0).0;
    for n in 0..4 {
        let place = unit.place(monday + n, 0, 0);
        let said = page(&unit.at, "/my/dialysis/book", &okafor, &[("place", &place)]).await;
        assert_eq!(said.contains("Your session is booked."), n < 3, "{n}: {said}");
        assert_eq!(
            said.contains("That week has as many sessions as are prescribed."),
            n == 3,
            "{n}: {said}"
        );
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_fifty_tries_of_patients_for_one_place_one_wins() {
    let unit = Unit::open().await;
    let (okafor, mwangi) = (unit.okafor_herself().await, unit.mwangi_himself().await);
    let place = unit.place(2, 0, 0);
    let tries = (0..50).map(|n| {
        let cookie = if n % 2 == 0 { &okafor } else { &mwangi };
        let body = Body::Form(vec![("place", place.clone())]);
        let unit = &unit;
        async move {
            knock(&unit.at, &Method::POST, "/my/dialysis/book", &body, cookie)
                .await
                .status()
                .as_u16()
        }
    });
    let answers = join_all(tries).await;
    assert!(answers.iter().all(|status| *status == 303), "{answers:?}");
    assert_eq!(unit.taken().await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_patient_of_another_hospital_books_no_chair_here() {
    let unit = Unit::open().await;
    let petrov = unit.at.sign_in("petrov@lakeside.example").await.unwrap();
    let place = unit.place(2, 0, 0);
    assert_eq!(
        unit.status("/my/dialysis/book", &petrov, &[("place", &place)]).await,
        303
    );
    assert_eq!(unit.taken().await, 0);
    // Also past every verb: the wall takes no session of another hospital, nor of another person.
    let user = unit.at.user("petrov@lakeside.example").await;
    let petrov = unit.at.lakeside.patients[0];
    for (patient, hospital) in [(petrov, unit.hospital), (unit.okafor, unit.hospital)] {
        let mut tx = unit.at.db.app.begin().await.unwrap();
        sqlx::query("SELECT set_config('app.user_id', $1, true), set_config('app.patient_id', $2, true)")
            .bind(user.to_string())
            .bind(petrov.to_string())
            .execute(&mut *tx)
            .await
            .unwrap();
        let refused = sqlx::query(
            "INSERT INTO dialysis_session (id, patient_id, hospital_id, station_id, planned, minutes, booked_at, booked_by)
             VALUES (gen_random_uuid(), $1, $2, $3, tstzrange(now() + interval '1 day', now() + interval '29 hours'), 240, now(), $4)",
        )
        .bind(patient)
        .bind(hospital.0)
        .bind(unit.chairs[0])
        .bind(user.0)
        .execute(&mut *tx)
        .await
        .unwrap_err();
        assert_eq!(
            refused.as_database_error().unwrap().code().unwrap(),
            "42501",
            "{refused}"
        );
    }
    assert_eq!(unit.taken().await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_cares_for_somebody_looks_on_as_far_as_they_were_let() {
    let unit = Unit::open().await;
    let nurse = unit.nurse().await;
    unit.book(&nurse, unit.okafor, &unit.place(1, 0, 0)).await;
    let session = unit.booked(unit.okafor).await.unwrap().to_string();
    let mut carers = Vec::new();
    for sections in ["{values}", "{values,dialysis}"] {
        let user = UserId(Uuid::now_v7());
        let email = unit.at.sealed_email(user.0, &format!("{user}@test.example"));
        run(
            &unit.at,
            format!(
                "INSERT INTO app_user (id, email_sealed, email_blind, display_name, password_hash) VALUES ('{user}', {email}, 'A carer', '$argon2id$none');
                 INSERT INTO proxy (id, patient_id, hospital_id, user_id, known_as, sections, made_by, during)
                 SELECT gen_random_uuid(), patient_id, hospital_id, '{user}', 'my child', '{sections}', user_id, tstzrange(now() - interval '1 hour', now() + interval '1 day')
                   FROM portal_account WHERE patient_id = '{}'",
                unit.okafor
            ),
        )
        .await;
        let patient = Some((PatientId(unit.okafor), true));
        carers.push(unit.at.session(Realm::Portal, user, unit.hospital, patient).await);
    }
    let status = async |carer: &str| {
        knock(&unit.at, &Method::GET, "/my/dialysis", &Body::None, carer)
            .await
            .status()
            .as_u16()
    };
    assert_eq!((status(&carers[0]).await, status(&carers[1]).await), (403, 200));
    let shown = page(&unit.at, "/my/dialysis", &carers[1], &[]).await;
    assert!(
        shown.contains("My next session") && !shown.contains("/my/dialysis/book"),
        "{shown}"
    );
    let place = unit.place(2, 0, 0);
    for (path, fields) in [
        ("/my/dialysis", vec![("act", "cancel"), ("session", session.as_str())]),
        ("/my/dialysis", vec![("act", "wait")]),
        ("/my/dialysis/book", vec![("place", place.as_str())]),
    ] {
        assert_eq!(unit.status(path, &carers[1], &fields).await, 403, "{path} {fields:?}");
    }
    assert_eq!(unit.taken().await, 1);
    // The hospital hides the part: then she does not see it herself.
    let rao = unit.at.user("rao@riverbend.example").await;
    run(
        &unit.at,
        format!(
            "INSERT INTO portal_setting (patient_id, hospital_id, hidden, changed_by, changed_at) VALUES ('{}', '{}', '{{dialysis}}', '{rao}', now())",
            unit.okafor, unit.hospital
        ),
    )
    .await;
    let okafor = unit.okafor_herself().await;
    assert_eq!(status(&okafor).await, 403);
}

/// A session of hers that runs for an hour, with 3 L to take off and 2.1 L taken.
#[tokio::test(flavor = "multi_thread")]
async fn the_session_that_runs_is_told_in_plain_words() {
    let unit = Unit::open().await;
    let (rao, achieng) = (
        unit.at.user("rao@riverbend.example").await,
        unit.at.user("achieng@riverbend.example").await,
    );
    let (session, access, before) = (Uuid::now_v7(), Uuid::now_v7(), Uuid::now_v7());
    let (okafor, here, chair) = (unit.okafor, unit.hospital, unit.chairs[0]);
    run(
        &unit.at,
        format!(
            "INSERT INTO dialysis_session (id, patient_id, hospital_id, station_id, planned, minutes, booked_at, booked_by)
             VALUES ('{session}', '{okafor}', '{here}', '{chair}', tstzrange(now() - interval '3 hours', now() + interval '2 hours'), 240, now() - interval '1 day', '{rao}');
             INSERT INTO session_check_in (session_id, at, by_user) VALUES ('{session}', now() - interval '3 hours', '{achieng}');
             INSERT INTO vascular_access (id, patient_id, hospital_id, kind, side, site, recorded_at, recorded_by)
             VALUES ('{access}', '{okafor}', '{here}', 'fistula', 'left', 'forearm', now(), '{rao}');
             INSERT INTO session_before (id, session_id, recorded_at, recorded_by, prescription_id, weight, lying_systolic, lying_diastolic, access_id, access_safe, self_test_passed,
                                         conductivity, consented, uf_goal)
             SELECT '{before}', '{session}', now() - interval '170 minutes', '{achieng}', p.id, 73, 140, 80, '{access}', true, true, 14, true, 3000
               FROM dialysis_prescription p WHERE p.patient_id = '{okafor}';
             INSERT INTO session_second_check (before_id, session_id, first_by, checked_by, checked_at) VALUES ('{before}', '{session}', '{achieng}', '{rao}', now() - interval '165 minutes');
             INSERT INTO session_started (session_id, at, by_user, before_id, prescription_id)
             SELECT '{session}', now() - interval '160 minutes', '{achieng}', '{before}', p.id FROM dialysis_prescription p WHERE p.patient_id = '{okafor}';
             INSERT INTO session_observation (id, session_id, taken_at, recorded_at, recorded_by, uf_removed)
             VALUES (gen_random_uuid(), '{session}', now() - interval '10 minutes', now() - interval '10 minutes', '{achieng}', 2100)"
        ),
    )
    .await;
    let okafor = unit.okafor_herself().await;
    let shown = page(&unit.at, "/my/dialysis", &okafor, &[]).await;
    assert!(shown.contains("2.1 of 3.0 litres removed, 1 h 20 left."), "{shown}");
    assert!(
        shown.contains("It is more by now."),
        "a value of ten minutes ago is not told as one of now: {shown}"
    );
}
