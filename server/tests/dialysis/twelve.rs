//! A day of a unit with twelve chairs, by page alone: everybody is prescribed for, checked in, looked at by two, connected, watched, disconnected, looked at again and signed, all twelve beside
//! each other; each is signed, none changes any more, and nobody is left who wants something.

use domain::ids::HospitalId;
use uuid::Uuid;

use super::{AFTER, FISTULA, FOUND, PRESCRIBED, WEIGHED, disinfected, run, tested, to_sign};
use crate::support::Wardlight;
use crate::support::door::page;

const CHAIRS: usize = 12;

/// Somebody at a chair.
struct Seat {
    patient: Uuid,
    session: Uuid,
    chair: String,
}

impl Seat {
    fn path(&self, rest: &str) -> String {
        format!("/patients/{}/dialysis{rest}", self.patient)
    }
}

/// Riverbend's ward with twelve chairs, a machine beside each, and twelve people who are booked now.
struct Twelve {
    at: Wardlight,
    seats: Vec<Seat>,
}

impl Twelve {
    async fn open() -> Self {
        let at = Wardlight::open().await;
        let rao = at.user("rao@riverbend.example").await.0;
        let (hospital, ward) = (at.riverbend.id, at.riverbend.ward);
        run(&at, tested(hospital, ward, "Loop end", 0.2)).await;
        let mut seats = Vec::new();
        for n in 1..=CHAIRS {
            let seat = Seat {
                patient: Uuid::now_v7(),
                session: Uuid::now_v7(),
                chair: format!("D-{n:02}"),
            };
            run(&at, booked(&seat, n, (hospital, ward, rao))).await;
            seats.push(seat);
        }
        Self { at, seats }
    }

    async fn signs_in(&self) -> (String, String) {
        let doctor = self.at.sign_in("rao@riverbend.example").await.unwrap();
        (doctor, self.at.sign_in("achieng@riverbend.example").await.unwrap())
    }

    /// Posts to a chair and answers the page that it leads to; without fields the page as it is.
    async fn at_chair(&self, seat: &Seat, cookie: &str, fields: &[(&'static str, &str)]) -> String {
        page(
            &self.at,
            &seat.path(&format!("/sessions/{}", seat.session)),
            cookie,
            fields,
        )
        .await
    }

    /// The same at all of them, one after the other, each of which says this.
    async fn at_all(&self, cookie: &str, fields: &[(&'static str, &str)], says: &str) {
        for seat in &self.seats {
            let said = self.at_chair(seat, cookie, fields).await;
            assert!(said.contains(says), "{}: {says}", seat.chair);
        }
    }

    async fn id(&self, question: &'static str, of: Uuid) -> String {
        let id: Uuid = sqlx::query_scalar(question)
            .bind(of)
            .fetch_one(self.at.db.owner())
            .await
            .unwrap();
        id.to_string()
    }

    /// In how many chairs the session stands so.
    async fn count(&self, state: &str) -> i64 {
        sqlx::query_scalar("SELECT count(*) FROM dialysis_session WHERE state = $1")
            .bind(state)
            .fetch_one(self.at.db.owner())
            .await
            .unwrap()
    }
}

/// Somebody who is dialysed here, their chair, its machine, and their place at it now.
fn booked(seat: &Seat, n: usize, (hospital, ward, by): (HospitalId, Uuid, Uuid)) -> String {
    let (station, device) = (Uuid::now_v7(), Uuid::now_v7());
    let Seat {
        patient,
        session,
        chair,
    } = seat;
    format!(
        "INSERT INTO patient (id, family_name, given_name, born_on, sex) VALUES ('{patient}', 'Twelve', 'N{n}', '1960-05-01', 'male');
         INSERT INTO registration (patient_id, hospital_id, hospital_number) VALUES ('{patient}', '{hospital}', 'TW-{n}');
         INSERT INTO device (id, hospital_id, name, model, serial, kind, ward_id) VALUES ('{device}', '{hospital}', 'Nord {n}', 'Nordlys 500', 'TW-{n}', 'dialysis', '{ward}');
         {};
         INSERT INTO station (id, hospital_id, ward_id, name) VALUES ('{station}', '{hospital}', '{ward}', '{chair}');
         INSERT INTO dialysis_session (id, patient_id, hospital_id, station_id, device_id, planned, minutes, booked_at, booked_by)
              VALUES ('{session}', '{patient}', '{hospital}', '{station}', '{device}', tstzrange(now() - interval '20 minutes', now() + interval '5 hours'), 240, now(), '{by}')",
        disinfected(device)
    )
}

#[tokio::test(flavor = "multi_thread")]
async fn a_unit_of_twelve_chairs_goes_from_the_check_in_to_the_signature_in_one_day() {
    let unit = Twelve::open().await;
    let (doctor, nurse) = unit.signs_in().await;
    let board = async |cookie: &str| page(&unit.at, "/dialysis", cookie, &[]).await;
    let early = board(&nurse).await;
    for seat in &unit.seats {
        assert!(early.contains(&seat.chair), "{} stands on the board", seat.chair);
        let said = page(&unit.at, &seat.path("/prescription"), &doctor, &PRESCRIBED).await;
        assert!(said.contains("It is prescribed."), "{}", seat.chair);
        let said = page(&unit.at, &seat.path("/prescription"), &doctor, &WEIGHED).await;
        assert!(said.contains("The dry weight is set."), "{}", seat.chair);
        let said = page(&unit.at, &seat.path("/access"), &nurse, &FISTULA).await;
        assert!(said.contains("The access is written down."), "{}", seat.chair);
    }

    unit.at_all(&nurse, &[("act", "check_in")], "They are checked in.")
        .await;
    for seat in &unit.seats {
        let prescription = unit
            .id(
                "SELECT id FROM dialysis_prescription WHERE patient_id = $1 AND ended_at IS NULL",
                seat.patient,
            )
            .await;
        let access = unit
            .id(
                "SELECT id FROM vascular_access WHERE patient_id = $1 AND ended_at IS NULL",
                seat.patient,
            )
            .await;
        let mut found = FOUND.to_vec();
        found.extend([("prescription", prescription.as_str()), ("access", access.as_str())]);
        unit.at_chair(seat, &nurse, &found).await;
        let before = unit
            .id("SELECT id FROM session_before WHERE session_id = $1", seat.session)
            .await;
        let confirm = [("act", "confirm"), ("before", before.as_str())];
        let said = unit.at_chair(seat, &doctor, &confirm).await;
        assert!(said.contains("It is confirmed."), "{}", seat.chair);
    }
    unit.at_all(&nurse, &[("act", "start")], "The session runs.").await;
    let runs = board(&nurse).await;
    assert!(runs.contains("Running: 12"), "all twelve at once");
    let watched = [
        ("act", "observe"),
        ("systolic", "124"),
        ("diastolic", "72"),
        ("uf_removed", "1200"),
    ];
    unit.at_all(&nurse, &watched, "1.20").await;

    // Four hours later everybody has to prove anew who they are.
    unit.at.later(4 * 3_600);
    let (doctor, nurse) = unit.signs_in().await;
    unit.at_all(&nurse, &[("act", "end")], "The session has ended.").await;
    let ended = board(&nurse).await;
    assert!(
        ended.contains("Running: 0") && ended.contains("id=\"owed\""),
        "nobody is signed yet"
    );
    unit.at_all(&nurse, &AFTER, "spKt/V").await;
    for seat in &unit.seats {
        let shown = unit.at_chair(seat, &doctor, &[]).await;
        let seen = to_sign(&shown);
        let sign = [("act", "sign"), ("seen", seen), ("note", "As planned.")];
        let said = unit.at_chair(seat, &doctor, &sign).await;
        assert!(said.contains("It is signed"), "{}", seat.chair);
    }
    assert_eq!(unit.count("signed").await, CHAIRS as i64);

    // Nothing is added to any of them, by whomever.
    let mut other = AFTER.to_vec();
    other[1] = ("weight", "71.0");
    unit.at_all(&nurse, &other, "before the signature").await;
    for seat in &unit.seats {
        for attack in [
            "UPDATE session_after SET weight = 70 WHERE session_id = $1",
            "DELETE FROM session_signed WHERE session_id = $1",
            "UPDATE dialysis_session SET state = 'closed' WHERE id = $1",
        ] {
            let refused = sqlx::query(attack).bind(seat.session).execute(unit.at.db.owner()).await;
            assert!(refused.is_err(), "{}: {attack}", seat.chair);
        }
    }

    // And the board is empty of what is wanted: nobody runs, nothing is owed, and every chair is free.
    let over = board(&nurse).await;
    assert!(
        over.contains("Running: 0 · wanted: 0 · chairs: 12") && !over.contains("id=\"owed\""),
        "nobody wants anything: {over}"
    );
    let free = over.split_once("id=\"free\"").map_or("", |(_, free)| free);
    for seat in &unit.seats {
        assert!(free.contains(&seat.chair), "{} is free", seat.chair);
    }
}
