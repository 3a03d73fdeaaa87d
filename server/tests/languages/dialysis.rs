//! Okafor is dialysed: one session is signed and amended, one runs, one waits for its start, one was not attended, one is booked. What is typed has no words.

use uuid::Uuid;

use crate::support::Wardlight;
use crate::support::door::page;
use crate::support::mail::post;

type Fields<'a> = Vec<(&'a str, &'a str)>;

/// The addresses of the sessions, each with its hand-over.
pub(super) async fn days_of_okafor(at: &Wardlight) -> Vec<String> {
    let session = async |name: &str| at.sign_in(&format!("{name}@riverbend.example")).await.unwrap();
    let (rao, nurse) = (session("rao").await, session("achieng").await);
    let okafor = at.riverbend.patients[0];
    let door = |rest: &str| format!("/patients/{okafor}/dialysis{rest}");
    let done = async |who: &str, door: String, fields: Fields<'_>| {
        let answer = post(at, &door, who, &fields).await;
        assert!(answer.status().as_u16() < 400, "{door} {fields:?}: {}", answer.status());
    };
    let prescribed = vec![
        ("act", "prescribe"),
        ("modality", "hdf_post"),
        ("minutes", "240"),
        ("days", "mon"),
        ("dialyser", "17 X"),
        ("blood_flow", "300"),
        ("dialysate_flow", "500"),
        ("potassium", "2.0"),
        ("calcium", "1.50"),
        ("sodium", "138"),
        ("bicarbonate", "32"),
        ("temperature", "36.0"),
        ("uf_profile", "even"),
        ("max_uf_rate", "10.0"),
        ("anticoagulant", "heparin"),
        ("loading_dose", "2000"),
        ("hourly_dose", "500"),
        ("stop_before", "60"),
        ("needle_gauge", "15"),
        ("substitution", "20"),
        ("reason", "17 17 17"),
    ];
    done(&rao, door("/prescription"), prescribed).await;
    let weighed = vec![
        ("act", "dry_weight"),
        ("weight", "72.5"),
        ("weight_unit", "kg"),
        ("reason", "17 17 17"),
    ];
    done(&rao, door("/prescription"), weighed).await;
    let access = vec![
        ("act", "add_access"),
        ("kind", "fistula"),
        ("side", "left"),
        ("site", "17"),
        ("made_on", "2024"),
    ];
    done(&nurse, door("/access"), access).await;
    let infection = vec![
        ("act", "infection"),
        ("agent", "hbv"),
        ("result", "positive"),
        ("tested_on", "2026-01-15"),
        ("isolate", "yes"),
    ];
    done(&nurse, door("/access"), infection).await;
    let one = async |question: &str| -> Uuid {
        sqlx::query_scalar(sqlx::AssertSqlSafe(question.to_owned()))
            .fetch_one(at.db.owner())
            .await
            .unwrap()
    };
    let access = one("SELECT id FROM vascular_access").await.to_string();
    let assessed = vec![
        ("act", "assess"),
        ("id", access.as_str()),
        ("thrill", "weak"),
        ("bruit", "present"),
        ("feel", "pulsatile"),
        ("flow", "450"),
        ("safe_to_use", "yes"),
    ];
    done(&nurse, door("/access"), assessed).await;
    let prescription = one("SELECT id FROM dialysis_prescription").await.to_string();
    let days = ["-3 days", "-1 hour", "1 day", "-2 days", "2 days"];
    let sessions = days.map(|_| Uuid::now_v7());
    let (hospital, ward, station) = (at.riverbend.id, at.riverbend.ward, Uuid::now_v7());
    let maker = at.user("rao@riverbend.example").await;
    // The last of them is booked at a chair that is none apart.
    let other = Uuid::now_v7();
    let mut script = format!(
        "INSERT INTO station (id, hospital_id, ward_id, name, isolation, hdf) VALUES
             ('{station}', '{hospital}', '{ward}', 'D-17', true, true), ('{other}', '{hospital}', '{ward}', 'D-18', false, false);"
    );
    for (id, from) in sessions.iter().zip(days) {
        let station = if Some(id) == sessions.last() { other } else { station };
        script.push_str(&format!(
            "INSERT INTO dialysis_session (id, patient_id, hospital_id, station_id, planned, minutes, booked_at, booked_by)
             VALUES ('{id}', '{okafor}', '{hospital}', '{station}', tstzrange(now() + interval '{from}', now() + interval '{from}' + interval '5 hours'), 240, now() - interval '5 days', '{maker}');"
        ));
    }
    sqlx::raw_sql(sqlx::AssertSqlSafe(script))
        .execute(at.db.owner())
        .await
        .unwrap();
    let chair = |session: Uuid| door(&format!("/sessions/{session}"));
    let look = vec![
        ("act", "look"),
        ("weight", "74.9"),
        ("weight_unit", "kg"),
        ("lying_systolic", "148"),
        ("lying_diastolic", "82"),
        ("standing_systolic", "120"),
        ("standing_diastolic", "70"),
        ("pulse", "76"),
        ("symptoms", "oedema"),
        ("access_safe", "yes"),
        ("self_test_passed", "yes"),
        ("conductivity", "14.0"),
        ("consented", "yes"),
        ("urea", "24.0"),
        ("prescription", prescription.as_str()),
        ("access", access.as_str()),
    ];
    for session in [sessions[0], sessions[1], sessions[2]] {
        done(&nurse, chair(session), vec![("act", "check_in")]).await;
        done(&nurse, chair(session), look.clone()).await;
    }
    for session in [sessions[0], sessions[1]] {
        let before = one(&format!("SELECT id FROM session_before WHERE session_id = '{session}'"))
            .await
            .to_string();
        done(
            &rao,
            chair(session),
            vec![("act", "confirm"), ("before", before.as_str())],
        )
        .await;
        done(&nurse, chair(session), vec![("act", "start")]).await;
        let reading = vec![
            ("act", "observe"),
            ("systolic", "88"),
            ("diastolic", "50"),
            ("venous", "150"),
            ("arterial", "-210"),
            ("uf_removed", "300"),
        ];
        done(&nurse, chair(session), reading).await;
        done(&nurse, chair(session), vec![("act", "event"), ("kind", "cramps")]).await;
        done(
            &nurse,
            chair(session),
            vec![("act", "intervene"), ("kind", "saline"), ("amount", "200")],
        )
        .await;
        done(
            &nurse,
            chair(session),
            vec![("act", "give"), ("name", "17 C"), ("dose", "1"), ("route", "circuit")],
        )
        .await;
        done(
            &nurse,
            chair(session),
            vec![
                ("act", "lot"),
                ("kind", "dialyser"),
                ("product", "17 X"),
                ("lot", "B17-1"),
            ],
        )
        .await;
    }
    let first = chair(sessions[0]);
    done(
        &nurse,
        first.clone(),
        vec![("act", "end_early"), ("early", "hypotension")],
    )
    .await;
    let after = vec![
        ("act", "after"),
        ("weight", "72.4"),
        ("weight_unit", "kg"),
        ("lying_systolic", "128"),
        ("lying_diastolic", "74"),
        ("uf_removed", "2400"),
        ("washback", "clear"),
        ("urea", "7.2"),
    ];
    done(&nurse, first.clone(), after).await;
    let medicine = one(&format!(
        "SELECT id FROM session_medicine WHERE session_id = '{}'",
        sessions[0]
    ))
    .await
    .to_string();
    done(&rao, first.clone(), vec![("act", "witness"), ("id", medicine.as_str())]).await;
    let shown = page(at, &first, &rao, &[]).await;
    let (_, seen) = shown.split_once("name=\"seen\" value=\"").unwrap();
    let seen = seen.split('"').next().unwrap();
    done(&rao, first.clone(), vec![("act", "sign"), ("seen", seen)]).await;
    done(
        &rao,
        first,
        vec![
            ("act", "amend"),
            ("old_text", "17"),
            ("new_text", "18"),
            ("reason", "17 17 17"),
        ],
    )
    .await;
    let first = chair(sessions[0]);
    let urea = vec![
        ("act", "urea"),
        ("taken", "post"),
        ("value", "7.4"),
        ("reason", "17 17 17"),
    ];
    done(&nurse, first.clone(), urea).await;
    let number = vec![
        ("act", "amend_number"),
        ("number", "weight_after"),
        ("value", "72.2"),
        ("reason", "17 17 17"),
    ];
    done(&rao, first, number).await;
    done(&nurse, chair(sessions[3]), vec![("act", "absent"), ("reason", "ill")]).await;
    let pages = sessions.into_iter().flat_map(|session| {
        let chair = chair(session);
        [format!("{chair}/hand-over"), chair]
    });
    pages.collect()
}
