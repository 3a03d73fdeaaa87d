//! What staff do: book, move, call off, plan; and what the database keeps them from.

use domain::actor::Role;
use domain::dialysis::days::Weekday;
use domain::dialysis::places::{Day, Place};
use futures::future::join_all;
use reqwest::Method;
use uuid::Uuid;

use super::{Unit, day_in, furnish, prescribe, run};
use crate::support::door::{Body, knock, page};

const TAKEN: &str = "Somebody has this chair at that time already.";

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_fifty_who_want_one_chair_at_once_one_gets_it() {
    let unit = Unit::open().await;
    let rao = unit.at.user("rao@riverbend.example").await;
    let mut patients = Vec::new();
    for n in 0..50 {
        let id = Uuid::now_v7();
        run(
            &unit.at,
            format!(
                "INSERT INTO patient (id, family_name, given_name, born_on, sex) VALUES ('{id}', 'Kamau', 'N{n}', '1970-01-01', 'male');
                 INSERT INTO registration (patient_id, hospital_id, hospital_number) VALUES ('{id}', '{}', 'K-{n}')",
                unit.hospital
            ),
        )
        .await;
        prescribe(&unit.at, id, unit.hospital, rao, "hd").await;
        patients.push(id);
    }
    let (nurse, place, ward) = (unit.nurse().await, unit.place(2, 0, 0), unit.ward.to_string());
    let tries = patients.iter().map(|patient| {
        let fields = vec![
            ("act", "book".to_owned()),
            ("ward", ward.clone()),
            ("patient", patient.to_string()),
            ("place", place.clone()),
        ];
        let (unit, nurse) = (&unit, &nurse);
        async move {
            let body = Body::Form(fields);
            knock(&unit.at, &Method::POST, "/dialysis/diary", &body, nurse)
                .await
                .status()
                .as_u16()
        }
    });
    let answers = join_all(tries).await;
    assert!(answers.iter().all(|status| *status == 303), "{answers:?}");
    assert_eq!(unit.taken().await, 1);
    // And one person is not booked twice at once either, on two chairs.
    let tries = (0..20).map(|n| {
        let fields = vec![
            ("act", "book".to_owned()),
            ("ward", ward.clone()),
            ("patient", unit.okafor.to_string()),
            ("place", unit.place(3, 0, if n % 2 == 0 { 0 } else { 2 })),
        ];
        let (unit, nurse) = (&unit, &nurse);
        async move {
            let body = Body::Form(fields);
            knock(&unit.at, &Method::POST, "/dialysis/diary", &body, nurse)
                .await
                .status()
                .as_u16()
        }
    });
    let answers = join_all(tries).await;
    assert!(answers.iter().all(|status| *status == 303), "{answers:?}");
    assert_eq!(unit.taken().await, 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_nurse_books_moves_and_calls_off_and_the_page_says_why_not() {
    let unit = Unit::open().await;
    let nurse = unit.nurse().await;
    let said = unit.book(&nurse, unit.okafor, &unit.place(1, 0, 0)).await;
    assert!(
        said.contains("The place is booked.") && said.contains("OKAFOR, Amara"),
        "{said}"
    );
    let said = unit.book(&nurse, unit.mwangi, &unit.place(1, 0, 0)).await;
    assert!(said.contains(TAKEN), "{said}");
    let said = unit.book(&nurse, unit.okafor, &unit.place(1, 0, 2)).await;
    assert!(said.contains("They have a session at that time already."), "{said}");
    let session = unit.booked(unit.okafor).await.unwrap().to_string();
    let (day, shift, station) = (
        unit.day(2).text(),
        unit.shifts[1].to_string(),
        unit.chairs[0].to_string(),
    );
    let back = unit.day(1).text();
    let said = unit
        .post(
            "/dialysis/diary",
            &nurse,
            &[
                ("act", "move"),
                ("session", &session),
                ("back", &back),
                ("day", &day),
                ("shift", &shift),
                ("station", &station),
            ],
        )
        .await;
    assert!(said.contains("The session is moved."), "{said}");
    let (reason, minutes): (String, i16) = sqlx::query_as(
        "SELECT c.reason, s.minutes FROM session_cancelled c JOIN dialysis_session s ON s.instead_of = c.session_id WHERE c.session_id = $1::uuid",
    )
    .bind(&session)
    .fetch_one(unit.at.db.owner())
    .await
    .unwrap();
    assert_eq!((reason.as_str(), minutes), ("moved", 240));
    // A session that is moved is moved once.
    let said = unit
        .post(
            "/dialysis/diary",
            &nurse,
            &[
                ("act", "cancel"),
                ("session", &session),
                ("back", &back),
                ("reason", "ill"),
            ],
        )
        .await;
    assert!(said.contains("called off already"), "{said}");
    let session = unit.booked(unit.okafor).await.unwrap().to_string();
    let cancel = [("act", "cancel"), ("session", session.as_str()), ("back", day.as_str())];
    let said = unit.post("/dialysis/diary", &nurse, &cancel).await;
    assert!(said.contains("Choose why it is called off."), "{said}");
    let said = unit
        .post(
            "/dialysis/diary",
            &nurse,
            &[&cancel[..], &[("reason", "in_hospital")]].concat(),
        )
        .await;
    assert!(said.contains("The session is called off."), "{said}");
    assert_eq!(unit.taken().await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_past_is_frozen() {
    let unit = Unit::open().await;
    let nurse = unit.nurse().await;
    let said = unit.book(&nurse, unit.okafor, &unit.place(-1, 0, 0)).await;
    assert!(said.contains("This lies in the past."), "{said}");
    unit.book(&nurse, unit.okafor, &unit.place(1, 0, 0)).await;
    let session = unit.booked(unit.okafor).await.unwrap().to_string();
    let back = unit.day(1).text();
    unit.at.later(3 * 86_400);
    let nurse = unit.nurse().await;
    let cancel = [
        ("act", "cancel"),
        ("session", session.as_str()),
        ("back", back.as_str()),
        ("reason", "ill"),
    ];
    let said = unit.post("/dialysis/diary", &nurse, &cancel).await;
    assert!(said.contains("This lies in the past."), "{said}");
    assert_eq!(unit.taken().await, 1, "it stays as it was");
    // The database says the same to whoever asks it directly.
    let direct = sqlx::query(
        "INSERT INTO session_cancelled (session_id, at, by_user, reason) SELECT id, upper(planned), booked_by, 'ill' FROM dialysis_session WHERE id = $1::uuid",
    )
    .bind(&session)
    .execute(unit.at.db.owner())
    .await
    .unwrap_err();
    assert_eq!(
        direct.as_database_error().unwrap().constraint(),
        Some("session_cancelled_not_past")
    );
}

/// Lakeside's clocks are those of Paris. The next night in which they go forward has an hour less.
#[tokio::test(flavor = "multi_thread")]
async fn a_night_on_which_the_clocks_change_is_as_long_as_it_is() {
    let unit = Unit::open().await;
    let (hospital, ward, petrov) = (unit.at.lakeside.id, unit.at.lakeside.ward, unit.at.lakeside.patients[0]);
    let silva = unit.at.user("silva@lakeside.example").await;
    let (chairs, shifts) = furnish(&unit.at, hospital, ward, silva).await;
    prescribe(&unit.at, petrov, hospital, silva, "hd").await;
    let today = day_in(&unit.at, "Europe/Paris");
    let change = (0..2)
        .filter_map(|years| {
            let last = Day::of(today.date().0 + years, 3, 31)?;
            (0..7)
                .map(|days| last.plus(-days))
                .find(|day| day.weekday() == Weekday::Sunday)
        })
        .find(|day| *day > today.plus(1))
        .unwrap();
    let cookie = unit.at.sign_in("silva@lakeside.example").await.unwrap();
    let book = async |day: Day, minutes: &str| {
        let place = Place {
            day,
            shift: shifts[2],
            station: chairs[0],
        };
        let (ward, petrov, place) = (ward.to_string(), petrov.to_string(), place.text());
        let fields = [
            ("act", "book"),
            ("ward", ward.as_str()),
            ("patient", petrov.as_str()),
            ("place", place.as_str()),
            ("minutes", minutes),
        ];
        page(&unit.at, "/dialysis/diary", &cookie, &fields).await
    };
    let said = book(change.plus(-1), "450").await;
    assert!(
        said.contains("The session is longer than this shift on that day."),
        "{said}"
    );
    assert!(book(change.plus(-1), "420").await.contains("The place is booked."));
    assert!(book(change.plus(-8), "450").await.contains("The place is booked."));
    let hours: Vec<f64> = sqlx::query_scalar(
        "SELECT (extract(epoch FROM upper(planned) - lower(planned)) / 3600)::float8 FROM dialysis_session WHERE hospital_id = $1 ORDER BY lower(planned)",
    )
    .bind(hospital.0)
    .fetch_all(unit.at.db.owner())
    .await
    .unwrap();
    assert_eq!(hours, [8.0, 7.0]);
    // It stands under the day on which it begins, and under no other.
    let day = format!("/dialysis/diary?ward={ward}&day={}", change.plus(-1).text());
    assert!(page(&unit.at, &day, &cookie, &[]).await.contains("PETROV, Ivan"));
    let day = format!("/dialysis/diary?ward={ward}&day={}", change.text());
    assert!(
        !page(&unit.at, &day, &cookie, &[]).await.contains("?session="),
        "midnight moved it"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn the_diary_of_another_ward_or_hospital_is_not_theirs() {
    let unit = Unit::open().await;
    let nurse = unit.nurse().await;
    unit.book(&nurse, unit.okafor, &unit.place(1, 0, 0)).await;
    let session = unit.booked(unit.okafor).await.unwrap().to_string();
    let ward = unit.ward.to_string();
    let (_, elsewhere) = unit.at.colleague(unit.at.lakeside.id, Role::HospitalAdmin).await;
    let silva = unit.at.sign_in("silva@lakeside.example").await.unwrap();
    let (_, off_duty) = unit.at.colleague(unit.hospital, Role::Nurse).await;
    let (okafor, place) = (unit.okafor.to_string(), unit.place(2, 0, 0));
    for (path, fields) in [
        (
            "/dialysis/diary",
            vec![("act", "book"), ("patient", okafor.as_str()), ("place", place.as_str())],
        ),
        (
            "/dialysis/diary",
            vec![("act", "cancel"), ("session", session.as_str()), ("reason", "ill")],
        ),
        (
            "/dialysis/diary",
            vec![
                ("act", "add-shift"),
                ("name", "X"),
                ("begins", "06:00"),
                ("ends", "10:00"),
            ],
        ),
        ("/dialysis/plan", vec![("act", "week"), ("day", "2026-01-01")]),
        (
            "/dialysis/waiting",
            vec![("act", "offer"), ("wait", session.as_str()), ("place", place.as_str())],
        ),
        (
            "/dialysis/missed",
            vec![("act", "book"), ("patient", okafor.as_str()), ("place", place.as_str())],
        ),
    ] {
        let fields = [&[("ward", ward.as_str())], &fields[..]].concat();
        for (who, cookie, expected) in [
            ("an admin elsewhere", &elsewhere, 404),
            ("a doctor elsewhere", &silva, 403),
            ("a nurse who is not on duty there", &off_duty, 403),
        ] {
            assert_eq!(
                unit.status(path, cookie, &fields).await,
                expected,
                "{path} {fields:?} as {who}"
            );
        }
    }
    for page in ["diary", "plan", "waiting", "missed"] {
        let path = format!("/dialysis/{page}?ward={ward}");
        for (who, cookie, expected) in [
            ("an admin elsewhere", &elsewhere, 404),
            ("a nurse off duty", &off_duty, 403),
        ] {
            let status = knock(&unit.at, &Method::GET, &path, &Body::None, cookie).await.status();
            assert_eq!(status, expected, "{path} as {who}");
        }
    }
    assert_eq!(unit.taken().await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_week_is_booked_from_the_plan_once_and_a_day_is_left_out() {
    let unit = Unit::open().await;
    let nurse = unit.nurse().await;
    let next = unit.day(0).monday().plus(7);
    let (okafor, mwangi) = (unit.okafor.to_string(), unit.mwangi.to_string());
    let (shift, station) = (unit.shifts[0].to_string(), unit.chairs[0].to_string());
    let add = async |patient: &str, weekday: &str| {
        let fields = [
            ("act", "add"),
            ("patient", patient),
            ("weekday", weekday),
            ("shift", shift.as_str()),
            ("station", station.as_str()),
        ];
        unit.post("/dialysis/plan", &nurse, &fields).await
    };
    assert!(add(&okafor, "1").await.contains("It stands in the weekly plan."));
    assert!(add(&okafor, "3").await.contains("It stands in the weekly plan."));
    let said = add(&mwangi, "1").await;
    assert!(
        said.contains("This place is somebody’s on that day of the week."),
        "{said}"
    );
    let said = add(&okafor, "1").await;
    assert!(said.contains("on that day of the week"), "{said}");
    let week =
        [("act", "week"), ("day", &*next.text())].map(|(name, value): (&'static str, &str)| (name, value.to_owned()));
    let week: Vec<(&'static str, &str)> = week.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let said = unit.post("/dialysis/plan", &nurse, &week).await;
    assert!(said.contains("2 sessions are booked."), "{said}");
    let said = unit.post("/dialysis/plan", &nurse, &week).await;
    assert!(said.contains("0 sessions are booked."), "{said}");
    assert_eq!(unit.taken().await, 2);
    // A day is left out: what is booked of it goes, and planning anew does not bring it back.
    let monday: Uuid = sqlx::query_scalar("SELECT id FROM dialysis_plan WHERE weekday = 1")
        .fetch_one(unit.at.db.owner())
        .await
        .unwrap();
    let (monday, day) = (monday.to_string(), next.text());
    let skip = [
        ("act", "skip"),
        ("line", monday.as_str()),
        ("day", day.as_str()),
        ("reason", "At a wedding"),
    ];
    let said = unit.post("/dialysis/plan", &nurse, &skip).await;
    assert!(
        said.contains("That day is left out.") && said.contains("At a wedding"),
        "{said}"
    );
    assert!(
        unit.post("/dialysis/plan", &nurse, &week)
            .await
            .contains("0 sessions are booked.")
    );
    assert_eq!(unit.taken().await, 1);
    // The week after is promised and not booked yet, and says so.
    let after = format!("/dialysis/diary?ward={}&day={}", unit.ward, next.plus(7).text());
    let promised = page(&unit.at, &after, &nurse, &[]).await;
    assert!(promised.contains("By the plan"), "{promised}");
    let end = [("act", "end"), ("line", monday.as_str())];
    assert!(
        unit.post("/dialysis/plan", &nurse, &end)
            .await
            .contains("It stands in the weekly plan no longer.")
    );
    assert!(!page(&unit.at, &after, &nurse, &[]).await.contains("By the plan"));
}

#[tokio::test(flavor = "multi_thread")]
async fn of_a_whole_week_today_is_marked_and_the_chosen_day_comes_first_from_week_to_week() {
    let unit = Unit::open().await;
    let nurse = unit.nurse().await;
    let (ward, sunday) = (unit.ward, unit.day(0).monday().plus(6));
    let week = |day: Day| format!("/dialysis/diary?ward={ward}&day={}&view=week", day.text());
    let said = page(&unit.at, &week(sunday), &nurse, &[]).await;
    for mark in ["table__first", "aria-current=\"date\""] {
        assert_eq!(said.matches(mark).count(), unit.chairs.len(), "{mark}: {said}");
    }
    let after = week(sunday.plus(7));
    assert!(said.contains(&after), "the week after is opened at its Sunday: {said}");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_did_not_come_is_seen_and_booked_anew_and_the_figures_count() {
    let unit = Unit::open().await;
    let nurse = unit.nurse().await;
    unit.book(&nurse, unit.okafor, &unit.place(1, 0, 0)).await;
    // He has something booked in time, and is no matter of this page.
    unit.book(&nurse, unit.mwangi, &unit.place(3, 1, 0)).await;
    let session = unit.booked(unit.okafor).await.unwrap();
    run(
        &unit.at,
        format!(
            "INSERT INTO session_did_not_attend (session_id, at, by_user, reason) SELECT id, lower(planned), booked_by, 'transport' FROM dialysis_session WHERE id = '{session}'"
        ),
    )
    .await;
    unit.at.later(2 * 86_400);
    let nurse = unit.nurse().await;
    let ward = unit.ward;
    let radar = page(&unit.at, &format!("/dialysis/missed?ward={ward}"), &nurse, &[]).await;
    assert!(
        radar.contains("OKAFOR, Amara") && radar.contains("No transport") && radar.contains("None booked"),
        "{radar}"
    );
    let place = radar.split("<option").nth(1).unwrap().split("value=\"").nth(1).unwrap();
    let place = place.split('"').next().unwrap().to_owned();
    let okafor = unit.okafor.to_string();
    let said = unit
        .post(
            "/dialysis/missed",
            &nurse,
            &[("act", "book"), ("patient", &okafor), ("place", &place)],
        )
        .await;
    assert!(
        said.contains("The place is booked.") && !said.contains("None booked"),
        "{said}"
    );
    let haddad = unit.at.sign_in("haddad@riverbend.example").await.unwrap();
    let figures = page(&unit.at, "/hospital/dialysis", &haddad, &[]).await;
    assert!(figures.contains("Morning") && !figures.contains("OKAFOR"), "{figures}");
    let missed: Vec<&str> = figures.split("data-head=\"Missed\"").skip(1).collect();
    assert!(missed[0].starts_with(" class=\"num\">1<"), "{figures}");
}
