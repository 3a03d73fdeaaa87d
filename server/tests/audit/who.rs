//! What is read of the trace: an admin searches and takes it out, a person sees who looked at their record.

use std::time::Duration;

use domain::access::Action;
use domain::actor::{Actor, Role};
use domain::ids::{HospitalId, PatientId, UserId, WardId};
use hospital::audit::{BOARD, Entry, Outcome, Search, export, patient_of_number, record, search, who_looked};
use hospital::{Ctx, HospitalError};
use uuid::Uuid;

use super::user;
use crate::sign_in::{ACHIENG, RAO};
use crate::support::Wardlight;

impl Wardlight {
    async fn as_staff(&self, email: &str, hospital: HospitalId, role: Role) -> Ctx {
        let actor = Actor::staff(UserId(user(self, email).await), hospital, [role]);
        Ctx::new(self.house.clone(), actor, Uuid::now_v7()).proved(Some(self.house.clock.now()))
    }

    async fn haddad(&self) -> Ctx {
        self.as_staff("haddad@riverbend.example", self.riverbend.id, Role::HospitalAdmin)
            .await
    }

    async fn as_okafor(&self) -> Ctx {
        let actor = Actor::Patient {
            user: UserId(user(self, "okafor@riverbend.example").await),
            patient: PatientId(self.riverbend.patients[0]),
            hospital: self.riverbend.id,
            is_open: true,
        };
        Ctx::new(self.house.clone(), actor, Uuid::now_v7())
    }

    /// This person opens this page in a browser.
    async fn opens(&self, email: &str, path: &str) {
        let cookie = self.sign_in(email).await.unwrap();
        let answer = self
            .client
            .get(self.url(path))
            .header("cookie", cookie)
            .send()
            .await
            .unwrap();
        assert!(answer.status().as_u16() < 500, "{}", answer.status());
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn okafor_sees_in_plain_words_who_looked() {
    let at = Wardlight::open().await;
    let (okafor, mwangi) = (at.riverbend.patients[0], at.riverbend.patients[1]);
    at.opens(RAO, &format!("/patients/{okafor}")).await;
    at.opens(RAO, &format!("/patients/{okafor}")).await;
    at.opens(ACHIENG, &format!("/ward/{}", at.riverbend.ward)).await;
    at.opens(RAO, &format!("/patients/{mwangi}")).await;
    // Refused: nobody saw anything.
    at.opens("silva@lakeside.example", &format!("/patients/{okafor}")).await;

    let looked = who_looked(&at.as_okafor().await, None).await.unwrap();
    let told: Vec<String> = looked.looks.iter().map(|look| look.sentence()).collect();
    assert_eq!(
        told,
        [
            "B. Achieng, nurse at Riverbend General, saw you on the board of a ward to treat you.",
            "Dr Anika Rao, doctor at Riverbend General, opened your chart to treat you.",
        ]
    );
    assert!(looked.looks[1].times >= 2, "{:?}", looked.looks[1]);
    assert!(!looked.looks[1].elsewhere && !looked.looks[1].is_emergency());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_doctor_of_another_hospital_and_an_emergency_are_told_by_name() {
    let at = Wardlight::open().await;
    let okafor = PatientId(at.riverbend.patients[0]);
    let silva = at
        .as_staff("silva@lakeside.example", at.lakeside.id, Role::Doctor)
        .await;
    sqlx::query(
        "INSERT INTO break_glass (id, patient_id, user_id, user_name, hospital_id, holders, reason, words, opened_at, until)
         VALUES (gen_random_uuid(), $1, $2, 'Dr Lucia Silva', $3, ARRAY[$4], 'unconscious', 'Found without a pulse.', now() - interval '1 minute', now() + interval '50 minutes')",
    )
    .bind(okafor.0)
    .bind(silva.actor().user().unwrap().0)
    .bind(at.lakeside.id.0)
    .bind(at.riverbend.id.0)
    .execute(at.db.owner())
    .await
    .unwrap();
    hospital::patients::open_chart(&silva, okafor).await.unwrap();
    let looked = who_looked(&at.as_okafor().await, None).await.unwrap();
    let [look] = &looked.looks[..] else {
        panic!("{looked:?}")
    };
    assert!(look.is_emergency() && look.elsewhere);
    assert_eq!(
        look.sentence(),
        "Dr Lucia Silva, doctor at Lakeside, opened your chart because of an emergency."
    );
}

/// 450 people open a record within minutes: each is told, in stretches of 200 lines at the most.
#[tokio::test(flavor = "multi_thread")]
async fn a_record_that_hundreds_opened_tells_every_one_of_them() {
    let at = Wardlight::open().await;
    sqlx::query(
        "WITH seen AS (INSERT INTO audit_entry (id, at, actor, actor_id, hospital_id, role, action, subject, subject_id, patients, kinds, purpose, outcome, request_id, mark)
                       SELECT gen_random_uuid(), now() - n * interval '100 ms', 'staff', gen_random_uuid(), $2, 'nurse', 'patient.read', 'patient', $1,
                              ARRAY[$1], '{vitals}', 'TREAT', 'allowed', gen_random_uuid(), sha256('a mark')
                         FROM generate_series(1, 450) AS n
                       RETURNING id, at)
         INSERT INTO audit_patient (whom, at, entry_id, hospital_id) SELECT $1, at, id, $2 FROM seen",
    )
    .bind(at.riverbend.patients[0])
    .bind(at.riverbend.id.0)
    .execute(at.db.owner())
    .await
    .unwrap();
    let okafor = at.as_okafor().await;
    let (mut until, mut told) = (None, Vec::new());
    loop {
        let looked = who_looked(&okafor, until).await.unwrap();
        assert!(looked.looks.len() <= 200, "{}", looked.looks.len());
        told.push(looked.looks.iter().map(|look| look.times).sum::<u32>());
        until = looked.older;
        if until.is_none() || told.len() > 9 {
            break;
        }
    }
    assert_eq!(told, [200, 200, 50]);
}

/// From the second time on a board of many names its people as a set: each of them finds every look, however long ago, and so does whoever looks after the audit there; nobody else.
#[tokio::test(flavor = "multi_thread")]
async fn a_board_of_many_is_found_by_everybody_who_was_on_it() {
    let at = Wardlight::open().await;
    let (okafor, mwangi) = (PatientId(at.riverbend.patients[0]), PatientId(at.riverbend.patients[1]));
    let rao = at.as_staff(RAO, at.riverbend.id, Role::Doctor).await;
    let others = (0..20).map(|_| PatientId(Uuid::now_v7()));
    let board: Vec<PatientId> = others.chain([okafor]).collect();
    for _ in 0..4 {
        let ctx = Ctx::new(at.house.clone(), rao.actor().clone(), Uuid::now_v7());
        let entry = Entry::ward(Action::WatchWard, WardId(at.riverbend.ward)).of(board.iter().copied());
        record(&ctx, entry.kinds(BOARD)).await.unwrap();
    }
    sqlx::query(
        "WITH s AS (INSERT INTO audit_set (month, id, hospital_id, patients)
                    SELECT date_trunc('month', (now() - interval '70 days') AT TIME ZONE 'UTC')::date, sha256('long ago'), $2::uuid, ARRAY[$1::uuid]
                    RETURNING month, id),
              l AS (INSERT INTO audit_set_patient (whom, month, set_id, hospital_id) SELECT $1::uuid, month, id, $2::uuid FROM s)
         INSERT INTO audit_entry (id, at, actor, actor_id, hospital_id, role, action, subject, patients, purpose, outcome, request_id, mark, set_month, set_id)
         SELECT gen_random_uuid(), now() - interval '70 days', 'staff', gen_random_uuid(), $2::uuid, 'nurse', 'ward.watch', 'ward', ARRAY[$1::uuid], 'TREAT',
                'allowed', gen_random_uuid(), sha256('a mark'), month, id
           FROM s",
    )
    .bind(okafor.0)
    .bind(at.riverbend.id.0)
    .execute(at.db.owner())
    .await
    .unwrap();
    let named: i64 = sqlx::query_scalar("SELECT count(*) FROM audit_entry WHERE set_id IS NOT NULL")
        .fetch_one(at.db.owner())
        .await
        .unwrap();
    assert_eq!(named, 4, "the first of now has a line for each");

    let hers = at.as_okafor().await;
    let (mut until, mut told) = (None, Vec::new());
    loop {
        let looked = who_looked(&hers, until).await.unwrap();
        told.extend(looked.looks.into_iter().map(|look| (look.times, look.sentence())));
        until = looked.older;
        if until.is_none() || told.len() > 9 {
            break;
        }
    }
    let [(4, now), (1, then)] = &told[..] else {
        panic!("{told:?}")
    };
    assert_eq!(
        now,
        "Dr Anika Rao, doctor at Riverbend General, saw you on the board of a ward to treat you."
    );
    assert!(
        then.contains("nurse at Riverbend General, saw you on the board of a ward"),
        "{then}"
    );

    let boards = |patient: PatientId| Search {
        patient: Some(patient),
        action: Some("ward.watch".into()),
        ..Search::default()
    };
    let haddad = at.haddad().await;
    let found = search(&haddad, &boards(okafor), None).await.unwrap().rows;
    assert_eq!(found.len(), 5);
    assert!(found.is_sorted_by_key(|row| std::cmp::Reverse((row.at, row.id))));
    assert!(found[..4].iter().all(|row| row.whom.len() == 21));
    let second = (found[1].at, found[1].id);
    let older = search(&haddad, &boards(okafor), Some(second)).await.unwrap().rows;
    assert_eq!(older, found[2..]);
    let by_her = Search {
        person: rao.actor().user(),
        ..boards(okafor)
    };
    assert_eq!(search(&haddad, &by_her, None).await.unwrap().rows, found[..4]);
    assert_eq!(export(&haddad, &boards(okafor)).await.unwrap().len(), 5);
    assert!(search(&haddad, &boards(mwangi), None).await.unwrap().rows.is_empty());
    let elsewhere = at
        .as_staff("silva@lakeside.example", at.lakeside.id, Role::HospitalAdmin)
        .await;
    assert!(search(&elsewhere, &boards(okafor), None).await.unwrap().rows.is_empty());
}

/// Riverbend holds Okafor's record and Mwangi's: it sees what Dr Silva of Lakeside did with the one that was open to her, while it was, and nothing else of Lakeside.
#[tokio::test(flavor = "multi_thread")]
async fn the_hospital_that_holds_a_record_sees_what_another_did_with_it_while_it_was_open() {
    let at = Wardlight::open().await;
    let (okafor, petrov) = (at.riverbend.patients[0], at.lakeside.patients[0]);
    let silva = at
        .as_staff("silva@lakeside.example", at.lakeside.id, Role::Doctor)
        .await;
    let haddad = at.haddad().await;
    let consent = format!(
        "INSERT INTO consent (id, patient_id, hospital_id, purpose, to_hospital, text_version, given_by, during)
         VALUES (gen_random_uuid(), '{okafor}', '{}', 'treatment', '{}', 1, '{}', tstzrange(now() - interval '1 day', NULL))",
        at.riverbend.id,
        at.lakeside.id,
        at.user("okafor@riverbend.example").await,
    );
    sqlx::query(sqlx::AssertSqlSafe(consent))
        .execute(at.db.owner())
        .await
        .unwrap();
    for patient in [okafor, petrov] {
        hospital::patients::open_chart(&silva, PatientId(patient))
            .await
            .unwrap();
    }
    let elsewhere = async |patient: Option<Uuid>| {
        let wanted = Search {
            patient: patient.map(PatientId),
            ..Search::default()
        };
        let rows = search(&haddad, &wanted, None).await.unwrap().rows;
        rows.into_iter()
            .filter(|row| row.elsewhere.is_some())
            .collect::<Vec<_>>()
    };
    for about in [None, Some(okafor)] {
        let [row] = &elsewhere(about).await[..] else {
            panic!("the one that was read here, once")
        };
        assert_eq!(
            (row.name.as_deref(), row.elsewhere.as_deref(), row.role.as_deref()),
            (Some("Dr Lucia Silva"), Some("Lakeside"), Some("doctor"))
        );
        assert_eq!((&row.whom, row.address), (&vec![PatientId(okafor)], None));
    }
    assert!(elsewhere(Some(petrov)).await.is_empty(), "their own patient");
    let export = export(&haddad, &Search::default()).await.unwrap();
    assert_eq!(export.iter().filter(|row| row.elsewhere.is_some()).count(), 1);

    // Taken back before she read: what is left would be of a record that Lakeside holds itself.
    sqlx::query("UPDATE consent SET during = tstzrange(now() - interval '1 day', now() - interval '1 hour')")
        .execute(at.db.owner())
        .await
        .unwrap();
    assert!(elsewhere(None).await.is_empty() && elsewhere(Some(okafor)).await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_sees_who_looked_at_somebody_elses_record() {
    let at = Wardlight::open().await;
    for ctx in [at.haddad().await, at.as_staff(RAO, at.riverbend.id, Role::Doctor).await] {
        assert!(matches!(who_looked(&ctx, None).await, Err(HospitalError::Denied(_))));
    }
    let all: i64 = {
        let mut tx = at.db.app.begin().await.unwrap();
        sqlx::query("SELECT set_config('app.patient_id', $1, true)")
            .bind(at.riverbend.patients[1].to_string())
            .execute(&mut *tx)
            .await
            .unwrap();
        sqlx::query_scalar("SELECT count(*) FROM audit_entry WHERE NOT ($1 = ANY (patients))")
            .bind(at.riverbend.patients[1])
            .fetch_one(&mut *tx)
            .await
            .unwrap()
    };
    assert_eq!(all, 0, "the wall shows a person what is about them");
}

#[tokio::test(flavor = "multi_thread")]
async fn haddad_finds_by_person_patient_action_outcome_and_time() {
    let at = Wardlight::open().await;
    let okafor = at.riverbend.patients[0];
    at.opens(RAO, &format!("/patients/{okafor}")).await;
    at.opens(ACHIENG, &format!("/ward/{}", at.riverbend.ward)).await;
    at.opens("mensah@riverbend.example", "/hospital").await;
    let ctx = at.haddad().await;
    let found = async |wanted: Search| search(&ctx, &wanted, None).await.unwrap().rows;

    let rao = UserId(user(&at, RAO).await);
    let by_rao = found(Search {
        person: Some(rao),
        ..Search::default()
    })
    .await;
    assert!(!by_rao.is_empty() && by_rao.iter().all(|row| row.name.as_deref() == Some("Dr Anika Rao")));
    let about = found(Search {
        patient: Some(PatientId(okafor)),
        ..Search::default()
    })
    .await;
    assert!(about.iter().any(|row| row.action == "patient.read") && about.iter().any(|row| row.action == "ward.watch"));
    assert!(
        about
            .iter()
            .all(|row| row.patients.contains(&"RG-10000000000017".to_owned())),
        "{about:?}"
    );
    let boards = found(Search {
        action: Some("ward.watch".into()),
        ..Search::default()
    })
    .await;
    assert!(!boards.is_empty() && boards.iter().all(|row| row.action == "ward.watch"));
    let refused = found(Search {
        outcome: Some(Outcome::Denied),
        ..Search::default()
    })
    .await;
    assert!(refused.iter().all(|row| row.outcome == "denied"));
    let earlier = found(Search {
        until: Some(at.house.clock.now().plus_seconds(-3_600.0)),
        ..Search::default()
    })
    .await;
    assert!(earlier.is_empty(), "{earlier:?}");
    // Searching is an access too, also about the patient who was looked for.
    let okafor_sees = who_looked(&at.as_okafor().await, None).await.unwrap();
    assert!(okafor_sees.looks.iter().any(|look| {
        look.sentence()
            .contains("S. Haddad, hospital admin at Riverbend General, looked up who opened your record")
    }));
    let number = patient_of_number(&ctx, " RG-10000000000017 ").await.unwrap();
    assert_eq!(number, PatientId(okafor));
    assert!(matches!(
        patient_of_number(&ctx, "RG-1").await,
        Err(HospitalError::Invalid(_))
    ));
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_of_fifty_follow_one_another_without_gap_or_repetition() {
    let at = Wardlight::open().await;
    let ctx = at.haddad().await;
    let until = Some(at.house.clock.now().plus_seconds(3_600.0));
    for _ in 0..120 {
        hospital::organisation::today(&ctx).await.unwrap();
    }
    let wanted = Search {
        until,
        action: Some("hospital.read".into()),
        ..Search::default()
    };
    let (mut before, mut all, mut pages) = (None, Vec::new(), 0);
    loop {
        let page = search(&ctx, &wanted, before).await.unwrap();
        assert!(page.rows.len() <= 50);
        all.extend(page.rows.into_iter().map(|row| row.id));
        pages += 1;
        before = page.next;
        if before.is_none() {
            break;
        }
    }
    all.sort();
    all.dedup();
    assert_eq!((all.len(), pages), (120, 3));
}

#[tokio::test(flavor = "multi_thread")]
async fn taking_the_audit_out_wants_a_fresh_proof_and_the_right() {
    let at = Wardlight::open().await;
    let fresh = at.haddad().await;
    hospital::organisation::today(&fresh).await.unwrap();
    assert!(!export(&fresh, &Search::default()).await.unwrap().is_empty());
    let stale = Ctx::new(at.house.clone(), fresh.actor().clone(), Uuid::now_v7())
        .proved(Some(at.house.clock.now().plus_seconds(-301.0)));
    assert!(matches!(
        export(&stale, &Search::default()).await,
        Err(HospitalError::StepUp)
    ));
    let rao = at.as_staff(RAO, at.riverbend.id, Role::Doctor).await;
    assert!(matches!(
        export(&rao, &Search::default()).await,
        Err(HospitalError::Denied(_))
    ));
    let silva = at
        .as_staff("silva@lakeside.example", at.lakeside.id, Role::HospitalAdmin)
        .await;
    let theirs = search(&silva, &Search::default(), None).await.unwrap();
    assert!(
        theirs.rows.iter().all(|row| row.name.as_deref() != Some("S. Haddad")),
        "another hospital's audit"
    );
    let taken = super::row::rows(&at, "audit.export").await;
    assert!(taken.iter().any(|row| row.outcome == "allowed") && taken.iter().any(|row| row.outcome == "denied"));
}
