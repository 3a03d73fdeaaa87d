//! What is written later than it was: a typed time of the hospital's clock, in the order of the steps, with the moment of writing beside it.

use uuid::Uuid;

use super::{Chair, disinfected, run};

impl Chair {
    /// What the clock on the wall showed so many minutes ago.
    async fn wall(&self, minutes_ago: f64) -> String {
        let at = self.at.at(-minutes_ago * 60.0);
        self.one(&format!(
            "SELECT to_char('{at}'::timestamptz AT TIME ZONE h.zone, 'HH24:MI') FROM hospital h WHERE h.id = '{}'",
            self.hospital
        ))
        .await
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_typed_later_has_the_time_at_which_it_was_and_the_one_at_which_it_was_written() {
    let unit = Chair::open().await;
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.prepare(&doctor, &nurse).await;
    // The house was without power for an hour and a half: all of it is typed afterwards.
    unit.at.later(90 * 60);
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    let came = unit.wall(80.0).await;
    let said = unit.at_the_chair(&nurse, &[("act", "check_in"), ("at", &came)]).await;
    assert!(said.contains("They are checked in."), "{said}");
    let early = unit.wall(85.0).await;
    let said = unit.look(&nurse, &[("at", early.as_str())]).await;
    assert!(
        said.contains("This is before the step before it."),
        "looked at before they came"
    );
    let looked = unit.wall(75.0).await;
    unit.look(&nurse, &[("at", looked.as_str())]).await;
    let before: uuid::Uuid = unit.one("SELECT id FROM session_before").await;
    let (before, confirmed) = (before.to_string(), unit.wall(70.0).await);
    let said = unit
        .at_the_chair(&doctor, &[("act", "confirm"), ("before", &before), ("at", &confirmed)])
        .await;
    assert!(said.contains("It is confirmed."), "{said}");
    let early = unit.wall(72.0).await;
    let said = unit.at_the_chair(&nurse, &[("act", "start"), ("at", &early)]).await;
    assert!(
        said.contains("This is before the step before it."),
        "started before it was confirmed"
    );
    let ahead = unit.wall(-5.0).await;
    for wrong in [ahead.as_str(), "soon"] {
        let said = unit.at_the_chair(&nurse, &[("act", "start"), ("at", wrong)]).await;
        assert!(said.contains("There is a problem"), "{wrong}");
        assert_eq!(unit.state().await, "checked_in");
    }
    let began = unit.wall(65.0).await;
    let said = unit.at_the_chair(&nurse, &[("act", "start"), ("at", &began)]).await;
    assert!(said.contains("The session runs."), "{said}");
    let now = unit.wall(0.0).await;
    assert!(said.contains(&format!("written {now}")), "both times are shown: {said}");

    let reading = unit.wall(40.0).await;
    let said = unit
        .at_the_chair(
            &nurse,
            &[
                ("act", "observe"),
                ("systolic", "118"),
                ("diastolic", "70"),
                ("at", &reading),
            ],
        )
        .await;
    assert!(said.contains(&reading) && said.contains("118/70"), "{said}");
    let early = unit.wall(66.0).await;
    for (act, field) in [("observe", ("pulse", "70")), ("event", ("kind", "cramps"))] {
        let said = unit.at_the_chair(&nurse, &[("act", act), field, ("at", &early)]).await;
        assert!(
            said.contains("This is before the step before it."),
            "{act} before blood ran"
        );
    }
    let dose = [
        ("act", "give"),
        ("name", "Epoetin"),
        ("dose", "4000 IU"),
        ("route", "circuit"),
        ("at", reading.as_str()),
    ];
    unit.at_the_chair(&nurse, &dose).await;
    unit.at_the_chair(&nurse, &[("act", "event"), ("kind", "cramps"), ("at", &reading)])
        .await;
    let typed: i64 = unit
        .one(
            "SELECT (SELECT count(*) FROM session_medicine m WHERE m.written_at - m.at BETWEEN '39 min' AND '43 min')
                  + (SELECT count(*) FROM session_event e    WHERE e.written_at - e.at BETWEEN '39 min' AND '43 min')
                  + (SELECT count(*) FROM session_observation o WHERE o.recorded_at - o.taken_at BETWEEN '39 min' AND '43 min')",
        )
        .await;
    assert_eq!(typed, 3, "both moments are kept");

    let ended = unit.wall(5.0).await;
    let said = unit.at_the_chair(&nurse, &[("act", "end"), ("at", &ended)]).await;
    assert!(said.contains("The session has ended."), "{said}");
    // What follows from minutes follows from when it was, not from when somebody clicked.
    let ran: f64 = unit
        .one("SELECT extract(epoch FROM e.at - b.at)::float8 / 60 FROM session_ended e JOIN session_started b USING (session_id)")
        .await;
    assert!((60.0..=61.0).contains(&ran), "{ran}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_database_takes_no_time_that_is_ahead_or_of_long_ago_whoever_asks() {
    let unit = Chair::open().await;
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.start(&doctor, &nurse).await;
    for (at, rule) in [
        ("now() + interval '1 minute'", "session_event_typed_back"),
        ("now() - interval '13 hours'", "session_event_after_step_before"),
        ("now() - interval '1 hour'", "session_event_after_step_before"),
    ] {
        let script = format!(
            "INSERT INTO session_event (id, session_id, at, by_user, kind, written_at) SELECT gen_random_uuid(), session_id, {at}, by_user, 'cramps', now() FROM session_started"
        );
        let refused = sqlx::query(sqlx::AssertSqlSafe(script))
            .execute(unit.at.db.owner())
            .await
            .unwrap_err();
        let broken = refused.as_database_error().and_then(|error| error.constraint());
        assert_eq!(broken, Some(rule), "{at}");
    }
}

/// Mwangi sat at the chair for an hour. Who was there before him, on paper, was not there while he was; and nobody is kept from ending it at the time at which it ended.
#[tokio::test(flavor = "multi_thread")]
async fn nobody_was_at_a_chair_while_somebody_else_was_there() {
    let mut unit = Chair::open().await;
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.start(&doctor, &nurse).await;
    unit.at.later(3_600);
    let nurse = unit.nurse().await;
    unit.at_the_chair(&nurse, &[("act", "end")]).await;
    unit.at.later(65 * 60);
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    // Mwangi began 125 minutes ago and ended 65 minutes ago. The other one is on a machine of their own.
    let (other, device) = (Uuid::now_v7(), unit.at.riverbend.devices[0].id);
    run(
        &unit.at,
        format!(
            "UPDATE device SET kind = 'dialysis' WHERE id = '{device}';
             {};
             INSERT INTO dialysis_session (id, patient_id, hospital_id, station_id, device_id, planned, minutes, booked_at, booked_by)
                  SELECT '{other}', s.patient_id, s.hospital_id, s.station_id, '{device}', tstzrange(now() - interval '1 hour', now() + interval '5 hours'), 240, s.booked_at - interval '3 hours', s.booked_by
                    FROM dialysis_session s WHERE s.id = '{}'",
            disinfected(device.0),
            unit.session,
        ),
    )
    .await;
    unit.session = other;
    let came = unit.wall(170.0).await;
    unit.at_the_chair(&nurse, &[("act", "check_in"), ("at", &came)]).await;
    let looked = unit.wall(165.0).await;
    unit.look(&nurse, &[("at", looked.as_str())]).await;
    let before: Uuid = unit
        .one(&format!("SELECT id FROM session_before WHERE session_id = '{other}'"))
        .await;
    let (before, confirmed) = (before.to_string(), unit.wall(160.0).await);
    unit.at_the_chair(&doctor, &[("act", "confirm"), ("before", &before), ("at", &confirmed)])
        .await;

    let there = "Somebody else was treated at this chair at that time.";
    let amid = unit.wall(90.0).await;
    let said = unit.at_the_chair(&nurse, &[("act", "start"), ("at", &amid)]).await;
    assert!(said.contains(there), "{said}");
    assert_eq!(unit.state().await, "checked_in");
    let began = unit.wall(150.0).await;
    let said = unit.at_the_chair(&nurse, &[("act", "start"), ("at", &began)]).await;
    assert!(said.contains("The session runs."), "{said}");

    for late in [String::new(), amid] {
        let said = unit.at_the_chair(&nurse, &[("act", "end"), ("at", &late)]).await;
        assert!(said.contains(there), "{late}: {said}");
        assert_eq!(unit.state().await, "running", "{late}");
    }
    let ended = unit.wall(130.0).await;
    let said = unit.at_the_chair(&nurse, &[("act", "end"), ("at", &ended)]).await;
    assert!(said.contains("The session has ended."), "{said}");
}
