//! Wards, beds and chairs: who sets them up, what is refused and why, and that what is new is shown at once. Machines at beds: who puts them there, and what they measure there.

use domain::actor::Role;
use domain::ids::BedId;
use reqwest::Method;
use uuid::Uuid;

use crate::support::Wardlight;
use crate::support::door::{Body, knock, page, status};

const PLACES: &str = "/hospital/places";

/// Riverbend with its ward of three beds: Okafor in the first, Mwangi in the second, nobody in the third.
struct House {
    at: Wardlight,
    haddad: String,
    here: String,
    beds: Vec<Uuid>,
}

impl House {
    async fn open() -> Self {
        let at = Wardlight::open().await;
        let beds = sqlx::query_scalar("SELECT id FROM bed WHERE ward_id = $1 ORDER BY number")
            .bind(at.riverbend.ward)
            .fetch_all(at.db.owner())
            .await
            .unwrap();
        Self {
            haddad: at.sign_in("haddad@riverbend.example").await.unwrap(),
            here: format!("{PLACES}/{}", at.riverbend.ward),
            beds,
            at,
        }
    }

    async fn act(&self, fields: &[(&'static str, &str)]) -> String {
        page(&self.at, &self.here, &self.haddad, fields).await
    }

    async fn count(&self, question: &'static str) -> i64 {
        sqlx::query_scalar(question)
            .fetch_one(self.at.db.owner())
            .await
            .unwrap()
    }

    async fn sql(&self, script: String) {
        // reviewed: our own statements, with ids made by the test
        sqlx::raw_sql(sqlx::AssertSqlSafe(script))
            .execute(self.at.db.owner())
            .await
            .unwrap();
    }

    /// The bed at which a device stands, as the live board knows it.
    fn stands(&self, device: usize) -> Option<BedId> {
        let placed = self.at.house.now.placement(self.at.riverbend.devices[device].id);
        placed.and_then(|placement| placement.bed).map(|(_, bed)| bed)
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bed_that_is_added_is_on_the_board_at_once_and_one_that_is_retired_is_not() {
    let house = House::open().await;
    let achieng = house.at.sign_in("achieng@riverbend.example").await.unwrap();
    let board = format!("/ward/{}", house.at.riverbend.ward);
    let before = page(&house.at, &board, &achieng, &[]).await;
    assert!(before.contains("Bed 3") && !before.contains("Bed 12"), "three beds");
    let said = house.act(&[("act", "add-bed"), ("number", "12")]).await;
    assert!(
        said.contains("The bed is there, and on the board of the ward."),
        "{said}"
    );
    assert!(page(&house.at, &board, &achieng, &[]).await.contains("Bed 12"));
    // The next is called by the next number.
    let said = house.act(&[("act", "add-bed"), ("number", "")]).await;
    assert!(said.contains("Bed 13"), "{said}");
    for (number, why) in [
        ("12", "Another bed of this ward has this number."),
        ("0", "Enter a number from 1 to 9999."),
    ] {
        let said = house.act(&[("act", "add-bed"), ("number", number)]).await;
        assert!(said.contains(why), "{number}: {said}");
    }
    let third = house.beds[2].to_string();
    let said = house.act(&[("act", "retire-bed"), ("id", &third)]).await;
    assert!(said.contains("Say why, in a few words."), "{said}");
    let retire = [
        ("act", "retire-bed"),
        ("id", third.as_str()),
        ("reason", "The room is closed"),
    ];
    let said = house.act(&retire).await;
    assert!(
        said.contains("It is retired.") && said.contains("Retired: Bed 3") && said.contains("The room is closed"),
        "{said}"
    );
    let after = page(&house.at, &board, &achieng, &[]).await;
    assert!(!after.contains("Bed 3,") && after.contains("Bed 12"), "two and two");
    // Its number is free again, and it does not come back.
    assert!(
        house
            .act(&[("act", "add-bed"), ("number", "3")])
            .await
            .contains("The bed is there")
    );
    assert_eq!(status(&house.at, &house.here, &house.haddad, &retire).await, 404);
    assert_eq!(
        house
            .count("SELECT count(*) FROM place_change WHERE sort = 'bed'")
            .await,
        4
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_place_that_is_held_is_not_retired_and_says_by_what() {
    let house = House::open().await;
    let retire = async |act: &str, id: &str| {
        house
            .act(&[("act", act), ("id", id), ("reason", "Not needed any more")])
            .await
    };
    let first = house.beds[0].to_string();
    let said = retire("retire-bed", &first).await;
    assert!(said.contains("Somebody is measured there."), "{said}");
    house
        .sql("UPDATE device_session SET during = tstzrange(lower(during), now()) WHERE upper_inf(during)".into())
        .await;
    let said = retire("retire-bed", &first).await;
    assert!(said.contains("A machine stands there. Take it away first."), "{said}");
    let said = retire("retire-ward", "").await;
    assert!(said.contains("Somebody lies on this ward."), "{said}");
    house
        .sql("UPDATE admission SET during = tstzrange(lower(during), now()) WHERE upper_inf(during)".into())
        .await;
    let said = retire("retire-ward", "").await;
    assert!(said.contains("This ward still has beds. Retire them first."), "{said}");

    assert!(
        house
            .act(&[("act", "add-chair"), ("name", "D-09"), ("isolation", "true")])
            .await
            .contains("Isolation")
    );
    let chair: Uuid = sqlx::query_scalar("SELECT id FROM station WHERE name = 'D-09' AND isolation")
        .fetch_one(house.at.db.owner())
        .await
        .unwrap();
    let said = house.act(&[("act", "add-chair"), ("name", "D-09")]).await;
    assert!(said.contains("Another chair of this hospital has this name."), "{said}");
    let said = retire("retire-ward", "").await;
    assert!(
        said.contains("This ward still has chairs. Retire them first."),
        "{said}"
    );
    // A line of the weekly plan holds the chair, also before anything is booked.
    let (hospital, ward, patient) = (
        house.at.riverbend.id,
        house.at.riverbend.ward,
        house.at.riverbend.patients[0],
    );
    let shift = Uuid::now_v7();
    house
        .sql(format!(
            "INSERT INTO dialysis_shift (id, hospital_id, ward_id, name, begins, ends, made_at, made_by)
             SELECT '{shift}', '{hospital}', '{ward}', 'Morning', 390, 690, now(), id FROM app_user LIMIT 1;
             INSERT INTO dialysis_plan (id, patient_id, hospital_id, station_id, shift_id, weekday, minutes, during, made_at, made_by)
             SELECT gen_random_uuid(), '{patient}', '{hospital}', '{chair}', '{shift}', 1, 240, daterange(current_date, NULL), now(), id FROM app_user LIMIT 1"
        ))
        .await;
    let id = chair.to_string();
    let said = retire("retire-chair", &id).await;
    assert!(said.contains("The weekly plan has this chair."), "{said}");
    house
        .sql("UPDATE dialysis_plan SET during = 'empty', ended_at = now(), ended_by = made_by".into())
        .await;
    let changed = [("act", "change-chair"), ("id", id.as_str()), ("name", "D-10")];
    let said = house.act(&changed).await;
    assert!(
        said.contains("What changed is saved.") && said.contains("is called Chair D-10 now"),
        "{said}"
    );
    let said = retire("retire-chair", &id).await;
    assert!(said.contains("It is retired."), "{said}");
    // The chair went with its place; nothing begins at either any more, whoever asks.
    assert_eq!(
        house
            .count("SELECT count(*) FROM bed WHERE retired_at IS NOT NULL")
            .await,
        1
    );
    let refused = sqlx::query(
        "INSERT INTO device_assignment (device_id, bed_id, during) SELECT d.id, b.id, tstzrange(now() - interval '9 days', now() - interval '8 days')
           FROM bed b, device d WHERE b.retired_at IS NOT NULL LIMIT 1",
    )
    .execute(house.at.db.owner())
    .await
    .unwrap_err();
    let violated = refused.as_database_error().and_then(|error| error.constraint());
    assert_eq!(violated, Some("device_assignment_bed_retired"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_ward_is_made_renamed_and_retired_and_every_list_knows() {
    let house = House::open().await;
    let said = page(&house.at, PLACES, &house.haddad, &[("act", "add-ward"), ("name", "")]).await;
    assert!(said.contains("Enter the name of the ward."), "{said}");
    let said = page(
        &house.at,
        PLACES,
        &house.haddad,
        &[("act", "add-ward"), ("name", "Ward 4 · Renal")],
    )
    .await;
    assert!(said.contains("Another ward of this hospital has this name."), "{said}");
    let said = page(
        &house.at,
        PLACES,
        &house.haddad,
        &[("act", "add-ward"), ("name", "Ward 9")],
    )
    .await;
    assert!(said.contains("The ward is made."), "{said}");
    let ward: Uuid = sqlx::query_scalar("SELECT id FROM ward WHERE name = 'Ward 9'")
        .fetch_one(house.at.db.owner())
        .await
        .unwrap();
    let its = format!("{PLACES}/{ward}");
    let renamed = [("act", "rename-ward"), ("name", "Ward 9 · South")];
    let said = page(&house.at, &its, &house.haddad, &renamed).await;
    assert!(said.contains("Ward 9 is called Ward 9 · South now"), "{said}");
    let lists = [
        "/hospital/duties",
        "/hospital/machines/register",
        "/hospital/on-call",
        PLACES,
    ];
    for list in lists {
        let shown = page(&house.at, list, &house.haddad, &[]).await;
        assert!(shown.contains("Ward 9 · South"), "{list}");
    }
    let retire = [("act", "retire-ward"), ("reason", "Never opened")];
    let said = page(&house.at, &its, &house.haddad, &retire).await;
    assert!(
        said.contains("It is retired.") && said.contains("Never opened"),
        "{said}"
    );
    for list in &lists[..3] {
        let shown = page(&house.at, list, &house.haddad, &[]).await;
        assert!(!shown.contains("Ward 9 · South"), "{list}");
    }
    assert_eq!(status(&house.at, &its, &house.haddad, &renamed).await, 404);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_technician_moves_the_monitor_that_is_theirs_and_whom_it_measures_goes_with_it() {
    let house = House::open().await;
    let mensah = house.at.sign_in("mensah@riverbend.example").await.unwrap();
    let console = |device: usize| format!("/devices/{}", house.at.riverbend.devices[device].id);
    let to = |bed: usize| house.beds[bed].to_string();
    let put = async |who: &str, device: usize, bed: &str| {
        page(&house.at, &console(device), who, &[("act", "place"), ("place", bed)]).await
    };
    assert_eq!(house.stands(0), Some(BedId(house.beds[0])));
    let said = put(&mensah, 0, &to(1)).await;
    assert!(said.contains("Somebody else is measured there."), "{said}");
    let away = [("act", "take-away")];
    let said = page(&house.at, &console(0), &mensah, &away).await;
    assert!(said.contains("It measures somebody."), "{said}");
    let said = put(&mensah, 0, &to(2)).await;
    assert!(said.contains("The machine stands there from now on."), "{said}");
    assert_eq!(house.stands(0), Some(BedId(house.beds[2])), "the live board knows");
    let log = page(&house.at, &format!("{}/log", console(0)), &mensah, &[]).await;
    assert!(log.contains("Placed: ") && log.contains("K. Mensah"), "{log}");
    // One that is not theirs stays where it is; so does one for whom no place of the hospital is chosen.
    let other = [("act", "place"), ("place", &*to(0))];
    assert_eq!(status(&house.at, &console(1), &mensah, &other).await, 403);
    let elsewhere: Uuid = sqlx::query_scalar("SELECT id FROM bed WHERE ward_id = $1")
        .bind(house.at.lakeside.ward)
        .fetch_one(house.at.db.owner())
        .await
        .unwrap();
    for nowhere in [elsewhere.to_string(), String::new()] {
        let said = put(&house.haddad, 1, &nowhere).await;
        assert!(said.contains("Choose a place of this hospital."), "{said}");
    }
    assert_eq!(house.stands(1), Some(BedId(house.beds[1])));
}

#[tokio::test(flavor = "multi_thread")]
async fn only_who_runs_the_hospital_sets_it_up_and_nobody_that_of_another() {
    let house = House::open().await;
    let (_, elsewhere) = house.at.colleague(house.at.lakeside.id, Role::HospitalAdmin).await;
    let (achieng, mensah) = (
        house.at.sign_in("achieng@riverbend.example").await.unwrap(),
        house.at.sign_in("mensah@riverbend.example").await.unwrap(),
    );
    let see = async |who: &str, path: &str| {
        let answer = knock(&house.at, &Method::GET, path, &Body::None, who).await;
        answer.status().as_u16()
    };
    for who in [&achieng, &mensah] {
        assert_eq!((see(who, PLACES).await, see(who, &house.here).await), (403, 403));
    }
    assert_eq!(
        (see(&elsewhere, PLACES).await, see(&elsewhere, &house.here).await),
        (200, 404)
    );
    let third = house.beds[2].to_string();
    let device = house.at.riverbend.devices[0].id.to_string();
    let acts: [&[(&'static str, &str)]; 7] = [
        &[("act", "rename-ward"), ("name", "Mine")],
        &[("act", "add-bed")],
        &[("act", "add-chair"), ("name", "Mine")],
        &[("act", "retire-bed"), ("id", &third), ("reason", "Mine now")],
        &[("act", "retire-ward"), ("reason", "Mine now")],
        &[("act", "place"), ("device", &device), ("place", &third)],
        &[("act", "take-away"), ("device", &device)],
    ];
    for act in acts {
        assert_eq!(status(&house.at, &house.here, &elsewhere, act).await, 404, "{act:?}");
        assert_eq!(status(&house.at, &house.here, &achieng, act).await, 403, "{act:?}");
    }
    assert_eq!(house.count("SELECT count(*) FROM place_change").await, 0);
    assert_eq!(house.stands(0), Some(BedId(house.beds[0])));
    // A bed of one ward is not retired through another of the same hospital.
    house
        .sql(format!(
            "INSERT INTO ward (id, hospital_id, name) VALUES ('{}', '{}', 'Ward 5')",
            Uuid::from_u128(5),
            house.at.riverbend.id
        ))
        .await;
    let through = format!("{PLACES}/{}", Uuid::from_u128(5));
    let retire = [("act", "retire-bed"), ("id", third.as_str()), ("reason", "Wrong ward")];
    assert_eq!(status(&house.at, &through, &house.haddad, &retire).await, 404);
}
