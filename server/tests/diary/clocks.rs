//! The nights on which the clocks change, in Berlin: in autumn the hour from two to three comes twice, in spring it is missing. What the weekly plan books, what staff book by hand, what
//! is reminded of and what the pages show are as long and as late as the clock on the wall says, and nothing is doubled.

use domain::dialysis::days::Weekday;
use domain::dialysis::places::{Day, Place};
use hospital::dialysis::diary::plan_ahead::book_ahead;
use hospital::dialysis::diary::remind::remind;
use hospital::jobs;
use uuid::Uuid;

use super::{Unit, day_in, prescribe, run};
use crate::support::door::page;

/// Riverbend in Berlin, with a shift that begins in the hour that changes and one more chair.
struct Berlin {
    unit: Unit,
    /// From half past two to eight.
    early: Uuid,
    /// C-4.
    chair: Uuid,
    /// Somebody whom staff book by hand.
    third: Uuid,
    /// The Sunday on which the clocks change.
    change: Day,
}

impl Berlin {
    /// Three days before the clocks change next in this month.
    async fn before_change_of(month: u8) -> Self {
        let unit = Unit::open().await;
        let rao = unit.at.user("rao@riverbend.example").await;
        let (early, chair, third) = (Uuid::now_v7(), Uuid::now_v7(), Uuid::now_v7());
        let (hospital, ward) = (unit.hospital, unit.ward);
        run(
            &unit.at,
            format!(
                "UPDATE hospital SET zone = 'Europe/Berlin' WHERE id = '{hospital}';
                 INSERT INTO station (id, hospital_id, ward_id, name) VALUES ('{chair}', '{hospital}', '{ward}', 'C-4');
                 INSERT INTO dialysis_shift (id, hospital_id, ward_id, name, begins, ends, made_at, made_by)
                 VALUES ('{early}', '{hospital}', '{ward}', 'Early', 150, 480, now(), '{rao}');
                 INSERT INTO patient (id, family_name, given_name, born_on, sex) VALUES ('{third}', 'Kamau', 'Peter', '1970-01-01', 'male');
                 INSERT INTO registration (patient_id, hospital_id, hospital_number) VALUES ('{third}', '{hospital}', 'K-1')"
            ),
        )
        .await;
        prescribe(&unit.at, third, hospital, rao, "hd").await;
        let today = day_in(&unit.at, "Europe/Berlin");
        let last_sunday = |year: i32| {
            let last = Day::of(year, month, 31)?;
            (0..7)
                .map(|days| last.plus(-days))
                .find(|day| day.weekday() == Weekday::Sunday)
        };
        let change = (0..2)
            .filter_map(|years| last_sunday(today.date().0 + years))
            .find(|day| *day > today.plus(3))
            .unwrap();
        let begins = change.plus(-3);
        unit.at.later((begins.0 - today.0) * 86_400);
        Self {
            unit,
            early,
            chair,
            third,
            change,
        }
    }

    /// A line of the weekly plan, for four hours.
    async fn promise(&self, nurse: &str, patient: Uuid, weekday: Weekday, shift: Uuid, chair: Uuid) {
        let (patient, weekday) = (patient.to_string(), weekday.iso().to_string());
        let (shift, station) = (shift.to_string(), chair.to_string());
        let fields = [
            ("act", "add"),
            ("patient", patient.as_str()),
            ("weekday", weekday.as_str()),
            ("shift", shift.as_str()),
            ("station", station.as_str()),
        ];
        let said = self.unit.post("/dialysis/plan", nurse, &fields).await;
        assert!(said.contains("It stands in the weekly plan."), "{said}");
    }

    /// Staff book the night before the change for so many minutes.
    async fn book_night(&self, nurse: &str, minutes: &str) -> String {
        let place = Place {
            day: self.change.plus(-1),
            shift: self.unit.shifts[2],
            station: self.chair,
        };
        let (patient, place) = (self.third.to_string(), place.text());
        let fields = [
            ("act", "book"),
            ("patient", patient.as_str()),
            ("place", place.as_str()),
            ("minutes", minutes),
        ];
        self.unit.post("/dialysis/diary", nurse, &fields).await
    }

    /// What somebody is booked for: when by UTC, and for how many minutes the chair is theirs.
    async fn booked(&self, patient: Uuid) -> Vec<(String, String, i32)> {
        sqlx::query_as(
            "SELECT to_char(lower(planned) AT TIME ZONE 'UTC', 'HH24:MI'), to_char(upper(planned) AT TIME ZONE 'UTC', 'HH24:MI'),
                    (extract(epoch FROM upper(planned) - lower(planned)) / 60)::int
               FROM dialysis_session WHERE patient_id = $1 ORDER BY lower(planned)",
        )
        .bind(patient)
        .fetch_all(self.unit.at.db.owner())
        .await
        .unwrap()
    }

    /// The weekly plan books Saturday night and Sunday's early shift, once; each stands under the day on which it begins.
    async fn plan_books(&self, nurse: &str) {
        let (okafor, mwangi) = (self.unit.okafor, self.unit.mwangi);
        let (night, chairs) = (self.unit.shifts[2], self.unit.chairs);
        self.promise(nurse, okafor, Weekday::Saturday, night, chairs[0]).await;
        self.promise(nurse, mwangi, Weekday::Sunday, self.early, chairs[2])
            .await;
        let house = &self.unit.at.house;
        assert_eq!(book_ahead(house).await.unwrap(), 4, "two days of two lines");
        assert_eq!(book_ahead(house).await.unwrap(), 0, "and once");
        for (patient, day, other) in [(okafor, -1, 0), (mwangi, 0, -1)] {
            let session: Uuid = sqlx::query_scalar(
                "SELECT id FROM dialysis_session WHERE patient_id = $1 ORDER BY lower(planned) LIMIT 1",
            )
            .bind(patient)
            .fetch_one(self.unit.at.db.owner())
            .await
            .unwrap();
            let shown = async |day: i64| {
                let day = self.change.plus(day).text();
                let path = format!("/dialysis/diary?ward={}&day={day}", self.unit.ward);
                page(&self.unit.at, &path, nurse, &[]).await
            };
            let link = format!("session={session}");
            assert!(shown(day).await.contains(&link), "it begins on that day");
            assert!(!shown(other).await.contains(&link), "and on no other");
        }
    }

    /// A day and half an hour before the early shift everybody of that night is reminded once.
    async fn remind(&self, at: &str) -> usize {
        let seconds: i64 = sqlx::query_scalar(
            "SELECT extract(epoch FROM lower(planned) - interval '24 hours 30 minutes')::bigint - $2
               FROM dialysis_session WHERE patient_id = $1 ORDER BY lower(planned) LIMIT 1",
        )
        .bind(self.unit.mwangi)
        .bind(self.unit.at.house.clock.now().0 / 1_000_000)
        .fetch_one(self.unit.at.db.owner())
        .await
        .unwrap();
        self.unit.at.later(seconds);
        let work = jobs::at_work(&self.unit.at.house);
        let told = remind(&work).await.unwrap();
        assert_eq!(remind(&work).await.unwrap(), 0, "once");
        let mwangi = self.unit.mwangi_himself().await;
        let mine = page(&self.unit.at, "/my/dialysis", &mwangi, &[]).await;
        assert!(mine.contains(at), "the clock on the wall shows {at}: {mine}");
        let okafor = self.unit.okafor_herself().await;
        let hers = page(&self.unit.at, "/my/dialysis", &okafor, &[]).await;
        assert!(hers.contains("22:00"), "{hers}");
        told
    }
}

fn hours(begins: &str, ends: &str, minutes: i32) -> (String, String, i32) {
    (begins.to_owned(), ends.to_owned(), minutes)
}

#[tokio::test(flavor = "multi_thread")]
async fn in_autumn_the_hour_that_comes_twice_is_in_the_session_once_more() {
    let berlin = Berlin::before_change_of(10).await;
    let nurse = berlin.unit.nurse().await;
    berlin.plan_books(&nurse).await;
    let (okafor, mwangi) = (berlin.unit.okafor, berlin.unit.mwangi);
    // 22:00 in summer time to 06:00 in winter time is nine hours; a week later it is eight.
    let nights = [hours("20:00", "05:00", 540), hours("21:00", "05:00", 480)];
    assert_eq!(berlin.booked(okafor).await, nights);
    // Half past two shows twice: the shift begins at the first.
    let mornings = [hours("00:30", "07:00", 390), hours("01:30", "07:00", 330)];
    assert_eq!(berlin.booked(mwangi).await, mornings);
    let said = berlin.book_night(&nurse, "520").await;
    assert!(
        said.contains("The place is booked."),
        "that night has the minutes: {said}"
    );
    assert_eq!(berlin.booked(berlin.third).await, [hours("20:00", "05:00", 540)]);
    assert_eq!(berlin.remind("02:30").await, 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn in_spring_the_hour_that_is_missing_is_missing_in_the_session() {
    let berlin = Berlin::before_change_of(3).await;
    let nurse = berlin.unit.nurse().await;
    berlin.plan_books(&nurse).await;
    let (okafor, mwangi) = (berlin.unit.okafor, berlin.unit.mwangi);
    let nights = [hours("21:00", "04:00", 420), hours("20:00", "04:00", 480)];
    assert_eq!(berlin.booked(okafor).await, nights);
    // Half past two is not there: the shift begins when it would have been, at half past three.
    let mornings = [hours("01:30", "06:00", 270), hours("00:30", "06:00", 330)];
    assert_eq!(berlin.booked(mwangi).await, mornings);
    let said = berlin.book_night(&nurse, "450").await;
    assert!(
        said.contains("The session is longer than this shift on that day."),
        "{said}"
    );
    assert_eq!(berlin.booked(berlin.third).await, []);
    assert_eq!(berlin.remind("03:30").await, 2);
}
