//! The chair diary over the real router: who books whom where, that nobody is booked twice, the past, the clocks, the weekly plan, who waits, who is reminded, and what patients and
//! carers see and do in the portal.

mod apart;
mod by_itself;
mod clocks;
mod ended;
mod full_week;
mod many;
mod portal;
mod radar;
mod staff;
mod waits;

use domain::dialysis::places::{Day, Place};
use domain::ids::{HospitalId, UserId};
use uuid::Uuid;

use crate::support::Wardlight;
use crate::support::door::{page, status};

/// A ward with chairs C-1, C-2 (apart) and C-3 (HDF), three shifts, and people for whom dialysis is prescribed.
struct Unit {
    at: Wardlight,
    ward: Uuid,
    hospital: HospitalId,
    chairs: [Uuid; 3],
    /// Morning, evening, night.
    shifts: [Uuid; 3],
    okafor: Uuid,
    mwangi: Uuid,
}

/// The chairs and shifts of a ward.
async fn furnish(at: &Wardlight, hospital: HospitalId, ward: Uuid, maker: UserId) -> ([Uuid; 3], [Uuid; 3]) {
    let (chairs, shifts) = ([(); 3].map(|()| Uuid::now_v7()), [(); 3].map(|()| Uuid::now_v7()));
    let script = format!(
        "INSERT INTO station (id, hospital_id, ward_id, name, isolation, hdf) VALUES
             ('{}', '{hospital}', '{ward}', 'C-1', false, false), ('{}', '{hospital}', '{ward}', 'C-2', true, false), ('{}', '{hospital}', '{ward}', 'C-3', false, true);
         INSERT INTO dialysis_shift (id, hospital_id, ward_id, name, begins, ends, made_at, made_by) VALUES
             ('{}', '{hospital}', '{ward}', 'Morning', 390, 690, now(), '{maker}'), ('{}', '{hospital}', '{ward}', 'Evening', 1020, 1310, now(), '{maker}'),
             ('{}', '{hospital}', '{ward}', 'Night', 1320, 360, now(), '{maker}')",
        chairs[0], chairs[1], chairs[2], shifts[0], shifts[1], shifts[2],
    );
    run(at, script).await;
    (chairs, shifts)
}

async fn run(at: &Wardlight, script: String) {
    // reviewed: our own statements, with ids made by the test
    sqlx::raw_sql(sqlx::AssertSqlSafe(script))
        .execute(at.db.owner())
        .await
        .unwrap();
}

/// Three times a week, four hours.
async fn prescribe(at: &Wardlight, patient: Uuid, hospital: HospitalId, by: UserId, modality: &str) {
    let substitution = if modality == "hd" { "NULL" } else { "20" };
    run(
        at,
        format!(
            "INSERT INTO dialysis_prescription (id, patient_id, hospital_id, version, modality, minutes, weekdays, dialyser, blood_flow, dialysate_flow, potassium, calcium, sodium,
                                                bicarbonate, temperature, uf_profile, max_uf_rate, anticoagulant, substitution, reason, prescribed_at, prescribed_by)
             VALUES ('{}', '{patient}', '{hospital}', 1, '{modality}', 240, '{{1,3,5}}', 'FX 80', 300, 500, 2, 1.5, 138, 35, 36.5, 'even', 10, 'heparin', {substitution}, 'Begins', now(), '{by}')",
            Uuid::now_v7()
        ),
    )
    .await;
}

impl Unit {
    async fn open() -> Self {
        let at = Wardlight::open().await;
        let rao = at.user("rao@riverbend.example").await;
        let (hospital, ward) = (at.riverbend.id, at.riverbend.ward);
        let (chairs, shifts) = furnish(&at, hospital, ward, rao).await;
        let (okafor, mwangi) = (at.riverbend.patients[0], at.riverbend.patients[1]);
        for patient in [okafor, mwangi] {
            prescribe(&at, patient, hospital, rao, "hd").await;
        }
        Self {
            at,
            ward,
            hospital,
            chairs,
            shifts,
            okafor,
            mwangi,
        }
    }

    async fn nurse(&self) -> String {
        self.at.sign_in("achieng@riverbend.example").await.unwrap()
    }

    async fn okafor_herself(&self) -> String {
        self.at.sign_in("okafor@riverbend.example").await.unwrap()
    }

    /// A portal of his own for Mwangi.
    async fn mwangi_himself(&self) -> String {
        self.at.in_the_portal(self.mwangi, self.hospital, "Joseph Mwangi").await
    }

    /// The day on Riverbend's wall, and so many after it.
    fn day(&self, after: i64) -> Day {
        day_in(&self.at, "Africa/Nairobi").plus(after)
    }

    fn place(&self, after: i64, shift: usize, chair: usize) -> String {
        let place = Place {
            day: self.day(after),
            shift: self.shifts[shift],
            station: self.chairs[chair],
        };
        place.text()
    }

    /// Posts one of the staff's forms and answers the page that it leads to.
    async fn post(&self, path: &str, cookie: &str, fields: &[(&'static str, &str)]) -> String {
        let ward = self.ward.to_string();
        let fields: Vec<(&'static str, &str)> = [("ward", ward.as_str())]
            .into_iter()
            .chain(fields.iter().copied())
            .collect();
        page(&self.at, path, cookie, &fields).await
    }

    async fn book(&self, cookie: &str, patient: Uuid, place: &str) -> String {
        let patient = patient.to_string();
        let fields = [("act", "book"), ("patient", patient.as_str()), ("place", place)];
        self.post("/dialysis/diary", cookie, &fields).await
    }

    /// The sessions that take a place.
    async fn taken(&self) -> i64 {
        sqlx::query_scalar("SELECT count(*) FROM dialysis_session WHERE state = 'booked'")
            .fetch_one(self.at.db.owner())
            .await
            .unwrap()
    }

    /// The newest session of a patient that is booked.
    async fn booked(&self, patient: Uuid) -> Option<Uuid> {
        sqlx::query_scalar("SELECT id FROM dialysis_session WHERE patient_id = $1 AND state = 'booked' ORDER BY booked_at DESC, id DESC LIMIT 1")
            .bind(patient)
            .fetch_optional(self.at.db.owner())
            .await
            .unwrap()
    }

    async fn status(&self, path: &str, cookie: &str, fields: &[(&'static str, &str)]) -> u16 {
        status(&self.at, path, cookie, fields).await
    }
}

/// The day on the wall of a zone.
fn day_in(at: &Wardlight, zone: &str) -> Day {
    let now = at.house.clock.now();
    let civil = hospital::organisation::zone(zone, now).civil(now);
    Day::of(civil.year, civil.month, civil.day).unwrap()
}
