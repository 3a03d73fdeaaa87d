//! A house that is set up by page alone: an administrator makes a ward, a bed and a chair, registers a machine and puts it there; somebody is booked there and dialysed.

use domain::dialysis::places::{Day, Place};
use uuid::Uuid;

use super::{Chair, disinfected, run, tested};
use crate::support::Wardlight;
use crate::support::door::page;

/// Dialysis West with the chair W-01 and the machine Nord 1 beside it, made by H. Haddad.
struct West {
    at: Wardlight,
    haddad: String,
    ward: Uuid,
    chair: Uuid,
    machine: Uuid,
}

impl West {
    async fn open() -> Self {
        let at = Wardlight::open().await;
        let haddad = at.sign_in("haddad@riverbend.example").await.unwrap();
        let said = page(
            &at,
            "/hospital/places",
            &haddad,
            &[("act", "add-ward"), ("name", " Dialysis  West ")],
        )
        .await;
        assert!(
            said.contains("The ward is made.") && said.contains("Dialysis West"),
            "{said}"
        );
        let ward = one(&at, "SELECT id FROM ward WHERE name = 'Dialysis West'").await;
        let mut west = Self {
            at,
            haddad,
            ward,
            chair: Uuid::nil(),
            machine: Uuid::nil(),
        };
        let said = west.act(&[("act", "add-bed")]).await;
        assert!(said.contains("The bed is there") && said.contains("Bed 1"), "{said}");
        let said = west
            .act(&[("act", "add-chair"), ("name", "W-01"), ("hdf", "true")])
            .await;
        assert!(said.contains("The chair is there") && said.contains("W-01"), "{said}");
        west.chair = one(
            &west.at,
            "SELECT id FROM station WHERE name = 'W-01' AND hdf AND NOT isolation",
        )
        .await;
        let ward = west.ward.to_string();
        let papers = [
            ("name", "Nord 1"),
            ("model", "Nordlys 500"),
            ("serial", "77"),
            ("kind", "dialysis"),
            ("ward", ward.as_str()),
        ];
        let said = page(&west.at, "/hospital/machines/register", &west.haddad, &papers).await;
        assert!(said.contains("The machine is registered."), "{said}");
        west.machine = one(&west.at, "SELECT id FROM device WHERE name = 'Nord 1'").await;
        let script = format!(
            "{};\n{};",
            tested(west.at.riverbend.id, west.ward, "Loop end", 0.2),
            disinfected(west.machine)
        );
        run(&west.at, script).await;
        west
    }

    async fn act(&self, fields: &[(&'static str, &str)]) -> String {
        page(
            &self.at,
            &format!("/hospital/places/{}", self.ward),
            &self.haddad,
            fields,
        )
        .await
    }

    async fn place(&self) -> String {
        let (machine, chair) = (self.machine.to_string(), self.chair.to_string());
        self.act(&[("act", "place"), ("device", &machine), ("place", &chair)])
            .await
    }

    /// A shift that begins this minute on the clock of the hospital, and its place at the chair today.
    async fn a_place_now(&self) -> String {
        let now = self.at.house.clock.now();
        let civil = hospital::organisation::zone("Africa/Nairobi", now).civil(now);
        let day = Day::of(civil.year, civil.month, civil.day).unwrap();
        let (shift, begins) = (Uuid::now_v7(), i32::from(civil.hour) * 60 + i32::from(civil.minute));
        let ends = (begins + 360) % 1_440;
        run(
            &self.at,
            format!(
                "INSERT INTO dialysis_shift (id, hospital_id, ward_id, name, begins, ends, made_at, made_by)
                 SELECT '{shift}', '{}', '{}', 'Now', {begins}, {ends}, now(), u.id FROM (SELECT id FROM app_user LIMIT 1) u",
                self.at.riverbend.id, self.ward
            ),
        )
        .await;
        let station = self.chair;
        Place { day, shift, station }.text()
    }
}

async fn one(at: &Wardlight, question: &'static str) -> Uuid {
    sqlx::query_scalar(question).fetch_one(at.db.owner()).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_booked_at_a_chair_that_was_made_by_page_is_dialysed_with_the_machine_that_was_put_there() {
    let west = West::open().await;
    // Before it stands there, the registry alone knows the machine.
    let console = page(&west.at, &format!("/devices/{}", west.machine), &west.haddad, &[]).await;
    assert!(console.contains("in store"), "stands nowhere");
    let said = west.place().await;
    assert!(said.contains("The machine stands there from now on."), "{said}");
    let said = west.place().await;
    assert!(said.contains("This machine stands there already."), "{said}");
    let log = page(&west.at, &format!("/devices/{}/log", west.machine), &west.haddad, &[]).await;
    assert!(
        log.contains("Placed: Dialysis West, chair W-01") && log.contains("Haddad"),
        "{log}"
    );

    let place = west.a_place_now().await;
    let patient = west.at.riverbend.patients[1];
    let mut chair = Chair {
        hospital: west.at.riverbend.id,
        station: west.chair,
        session: Uuid::nil(),
        mwangi: patient,
        at: west.at,
    };
    let (doctor, nurse) = (chair.doctor().await, chair.nurse().await);
    chair.prepare(&doctor, &nurse).await;
    let (ward, whom) = (west.ward.to_string(), patient.to_string());
    let fields = [
        ("act", "book"),
        ("ward", ward.as_str()),
        ("patient", whom.as_str()),
        ("place", place.as_str()),
    ];
    let said = page(&chair.at, "/dialysis/diary", &west.haddad, &fields).await;
    assert!(said.contains("W-01"), "the diary shows the new chair: {said}");
    chair.session = one(&chair.at, "SELECT id FROM dialysis_session WHERE state = 'booked'").await;
    let with: Option<Uuid> = chair.one("SELECT device_id FROM dialysis_session").await;
    assert_eq!(with, Some(west.machine), "booked with the machine that stands there");

    chair.at_the_chair(&nurse, &[("act", "check_in")]).await;
    chair.look(&nurse, &[]).await;
    chair.confirm(&doctor).await;
    let said = chair.at_the_chair(&nurse, &[("act", "start")]).await;
    assert!(said.contains("The session runs."), "{said}");
    let measured: Uuid = one(
        &chair.at,
        "SELECT s.patient_id FROM device_session s JOIN device d ON d.id = s.device_id WHERE d.name = 'Nord 1' AND upper_inf(s.during)",
    )
    .await;
    assert_eq!(measured, patient);

    // While it runs, nothing of it is moved or taken away.
    let (here, machine) = (format!("/hospital/places/{}", west.ward), west.machine.to_string());
    let away = [("act", "take-away"), ("device", machine.as_str())];
    let said = page(&chair.at, &here, &west.haddad, &away).await;
    assert!(said.contains("Somebody is dialysed on it."), "{said}");
    let id = west.chair.to_string();
    let retire = [
        ("act", "retire-chair"),
        ("id", id.as_str()),
        ("reason", "Broken arm rest"),
    ];
    let said = page(&chair.at, &here, &west.haddad, &retire).await;
    assert!(said.contains("A session is booked there or runs."), "{said}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_booked_stays_at_its_chair_and_takes_the_machine_that_stands_there() {
    let west = West::open().await;
    west.act(&[("act", "add-chair"), ("name", "W-02")]).await;
    let other = one(&west.at, "SELECT id FROM station WHERE name = 'W-02'").await;
    let (hospital, patients) = (west.at.riverbend.id, west.at.riverbend.patients.clone());
    let book = |station: Uuid, patient: Uuid, device: &str| {
        format!(
            "INSERT INTO dialysis_session (id, patient_id, hospital_id, station_id, device_id, planned, minutes, booked_at, booked_by)
             SELECT gen_random_uuid(), '{patient}', '{hospital}', '{station}', {device}, tstzrange(now() + interval '1 day', now() + interval '29 hours'), 240, now(), u.id
               FROM (SELECT id FROM app_user LIMIT 1) u;"
        )
    };
    run(&west.at, book(west.chair, patients[0], "NULL")).await;
    let machine_at = async |station: Uuid| -> Option<Uuid> {
        sqlx::query_scalar("SELECT device_id FROM dialysis_session WHERE station_id = $1")
            .bind(station)
            .fetch_one(west.at.db.owner())
            .await
            .unwrap()
    };
    west.place().await;
    assert_eq!(machine_at(west.chair).await, Some(west.machine), "it came to the chair");
    run(&west.at, book(other, patients[1], "NULL")).await;
    let (machine, to) = (west.machine.to_string(), other.to_string());
    let said = west
        .act(&[("act", "place"), ("device", &machine), ("place", &to)])
        .await;
    assert!(said.contains("The machine stands there from now on."), "{said}");
    assert_eq!(machine_at(west.chair).await, None, "it left the chair");
    assert_eq!(machine_at(other).await, Some(west.machine), "in one step");
    let stood: Vec<bool> = sqlx::query_scalar(
        "SELECT upper_inf(during) FROM device_assignment WHERE device_id = $1 ORDER BY lower(during)",
    )
    .bind(west.machine)
    .fetch_all(west.at.db.owner())
    .await
    .unwrap();
    assert_eq!(stood, [false, true]);
    let said = west.act(&[("act", "take-away"), ("device", &machine)]).await;
    assert!(said.contains("The machine stands nowhere now."), "{said}");
    assert_eq!(machine_at(other).await, None);
    let log = page(&west.at, &format!("/devices/{machine}/log"), &west.haddad, &[]).await;
    assert!(log.contains("Taken away from Dialysis West, chair W-02"), "{log}");
    // The chair keeps its bookings, and they keep the chair.
    let retire = [("act", "retire-chair"), ("id", to.as_str()), ("reason", "Moves away")];
    assert!(west.act(&retire).await.contains("A session is booked there or runs."));
    run(
        &west.at,
        format!(
            "INSERT INTO session_cancelled (session_id, at, by_user, reason)
             SELECT s.id, now(), s.booked_by, 'machine' FROM dialysis_session s WHERE s.station_id = '{other}'"
        ),
    )
    .await;
    let said = west.act(&retire).await;
    assert!(said.contains("It is retired.") && said.contains("Moves away"), "{said}");
    west.a_place_now().await;
    let diary = page(
        &west.at,
        &format!("/dialysis/diary?ward={}", west.ward),
        &west.haddad,
        &[],
    )
    .await;
    assert!(diary.contains("W-01") && !diary.contains("W-02"), "the diary");
}
