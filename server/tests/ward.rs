//! The page of a ward as the server draws it: one drawing for all who open it in the same moment, and nothing in it of who they are.

use hospital::telemetry::Seen;
use serde_json::json;

use crate::support::Wardlight;
use crate::support::door::page;

impl Wardlight {
    async fn ward_page(&self, cookie: &str) -> String {
        let page = self.client.get(self.url(&format!("/ward/{}", self.riverbend.ward)));
        let answer = page.header("cookie", cookie).send().await.unwrap();
        assert_eq!(answer.status(), 200);
        answer.text().await.unwrap()
    }
}

/// What lies between the frame's bars.
fn board(page: &str) -> &str {
    let start = page
        .find("<div class=\"page ward")
        .unwrap_or_else(|| panic!("no board in {page}"));
    let end = page.find("</main>").expect("the end of the page");
    &page[start..end]
}

/// The beds, which are the same for whoever reads; what is due stands above them for a nurse and below them for a doctor.
fn beds(page: &str) -> &str {
    let start = page
        .find("<div class=\"ward__beds\">")
        .unwrap_or_else(|| panic!("no board in {page}"));
    let end = page.find("ward__legend").expect("the end of the beds");
    &page[start..end]
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn readers_of_one_moment_are_shown_one_drawing_in_a_frame_of_their_own() {
    let house = Wardlight::open().await;
    let reading = json!({ "seq": 1, "taken_at": house.at(-1.0), "heart_rate": 71, "systolic": 85, "diastolic": 50 });
    assert_eq!(house.post(&house.riverbend.devices[0], &reading).await.status(), 200);
    let doctor = house.sign_in("rao@riverbend.example").await.unwrap();
    let nurse = house.sign_in("achieng@riverbend.example").await.unwrap();
    // Several at once: one gathers and draws, the others wait for it.
    let (of_doctor, of_nurse, once_more) = tokio::join!(
        house.ward_page(&doctor),
        house.ward_page(&nurse),
        house.ward_page(&doctor)
    );
    assert_eq!(beds(&of_doctor), beds(&of_nurse));
    assert_eq!(board(&of_doctor), board(&once_more));
    assert!(beds(&of_doctor).contains("OKAFOR") && beds(&of_doctor).contains("85/50"));
    for (page, own, other) in [(of_doctor, "Rao", "Achieng"), (of_nurse, "Achieng", "Rao")] {
        assert!(page.contains(own) && !page.contains(other), "{own}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn an_answer_shows_on_the_very_next_page() {
    let house = Wardlight::open().await;
    let reading = json!({ "seq": 1, "taken_at": house.at(-1.0), "systolic": 85 });
    assert_eq!(house.post(&house.riverbend.devices[0], &reading).await.status(), 200);
    let doctor = house.sign_in("rao@riverbend.example").await.unwrap();
    let before = house.ward_page(&doctor).await;
    assert!(before.contains("Acknowledge") && !board(&before).contains("Dr Anika Rao"));
    let patients = house
        .riverbend
        .patients
        .iter()
        .map(|id| domain::ids::PatientId(*id))
        .collect::<Vec<_>>();
    let alarm = house.house.now.open_alarms(&patients, Seen::Everywhere)[0].id;
    let form = [
        ("alarm", alarm.to_string()),
        ("back", format!("/ward/{}", house.riverbend.ward)),
    ];
    let answered = house
        .client
        .post(house.url("/alarms/acknowledge"))
        .header("cookie", &doctor)
        .header("origin", house.url(""))
        .header("sec-fetch-site", "same-origin")
        .form(&form)
        .send()
        .await
        .unwrap();
    assert_eq!(answered.status(), 303);
    let after = house.ward_page(&doctor).await;
    assert!(board(&after).contains("Dr Anika Rao"), "{}", board(&after));
}

/// How many a choice of beds holds, as the page says it.
pub fn held(page: &str, show: &str) -> u32 {
    let link = page
        .split("<a ")
        .find(|link| link.contains(show) && link.contains("segmented__count"))
        .unwrap_or_else(|| panic!("no {show} in {page}"));
    let count = link.split("segmented__count").nth(1).unwrap();
    let digits: String = count
        .split_once('>')
        .unwrap()
        .1
        .chars()
        .take_while(char::is_ascii_digit)
        .collect();
    digits.parse().unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_choice_of_beds_stands_in_the_address_and_says_how_many_it_holds() {
    let house = Wardlight::open().await;
    let ill = json!({ "seq": 1, "taken_at": house.at(-1.0), "heart_rate": 71, "systolic": 85, "diastolic": 50 });
    assert_eq!(house.post(&house.riverbend.devices[0], &ill).await.status(), 200);
    let doctor = house.sign_in("rao@riverbend.example").await.unwrap();
    let page = async |query: &str| {
        let path = format!("/ward/{}{query}", house.riverbend.ward);
        let answer = house
            .client
            .get(house.url(&path))
            .header("cookie", &doctor)
            .send()
            .await
            .unwrap();
        assert_eq!(answer.status(), 200, "{path}");
        answer.text().await.unwrap()
    };
    let all = page("").await;
    assert!(all.contains("ward__shown--all") && !all.contains("ward__none"));
    assert_eq!(held(&all, "show=alarm"), 1);
    assert_eq!(
        held(&all, "show=old"),
        u32::try_from(all.matches(" bed--stale").count()).unwrap(),
        "as the cards look"
    );
    assert!(
        all.split("bed__why")
            .skip(1)
            .any(|why| why.split("</b>").next().is_some_and(|why| why.contains(", limit "))),
        "its bed says why it stands first: {}",
        board(&all)
    );

    let alarm = page("?sort=bed&show=alarm").await;
    assert!(alarm.contains("ward__shown--alarm"));
    assert!(alarm.contains("No bed now: In alarm"), "said when the last one leaves");
    assert!(
        alarm.contains("sort=need&amp;show=alarm"),
        "another order keeps the choice"
    );
    assert_eq!(held(&alarm, "show=alarm"), 1);
    assert!(page("?show=what").await.contains("ward__shown--all"));

    // Whom they treat is the reader's own.
    let before = held(&all, "show=mine");
    let rao = house.user("rao@riverbend.example").await;
    let free: uuid::Uuid = sqlx::query_scalar(
        "SELECT p FROM unnest($1::uuid[]) AS p WHERE NOT EXISTS (SELECT FROM care_relation c WHERE c.user_id = $2 AND c.patient_id = p) LIMIT 1",
    )
    .bind(&house.riverbend.patients)
    .bind(rao.0)
    .fetch_one(house.db.owner())
    .await
    .unwrap();
    sqlx::query("INSERT INTO care_relation (user_id, patient_id, hospital_id, made_by, during) VALUES ($1, $2, $3, $1, tstzrange(now() - interval '1 hour', NULL))")
        .bind(rao.0)
        .bind(free)
        .bind(house.riverbend.id.0)
        .execute(house.db.owner())
        .await
        .unwrap();
    let mine = page("?show=mine").await;
    assert_eq!(held(&mine, "show=mine"), before + 1);
    assert_eq!(
        mine.matches("data-picked").count(),
        (before + 1) as usize,
        "{}",
        board(&mine)
    );
    let nurse = house.sign_in("achieng@riverbend.example").await.unwrap();
    assert!(!house.ward_page(&nurse).await.contains("data-picked"));
}

/// What the page says of the next observations.
fn due(page: &str) -> &str {
    let start = page
        .find("aria-labelledby=\"due\"")
        .unwrap_or_else(|| panic!("nothing is due in {page}"));
    page[start..].split("</section>").next().unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn whoever_is_overdue_for_observations_stands_first_and_the_chart_says_by_when() {
    let house = Wardlight::open().await;
    let measure = async |device: usize, seq: i64, heart_rate: u32, systolic: u32| {
        let reading = json!({
            "seq": seq, "taken_at": house.at(-1.0), "heart_rate": heart_rate, "systolic": systolic, "diastolic": 50, "spo2": 97, "temperature": 36.8,
            "respiration": 16, "oxygen": { "device": "room_air", "fio2": 0.21 }, "consciousness": "A"
        });
        let answer = house.post(&house.riverbend.devices[device], &reading).await;
        assert_eq!(answer.status(), 200);
    };
    let nurse = house.sign_in("achieng@riverbend.example").await.unwrap();
    // Okafor scores 0: every 12 h. Mwangi has 3 in one parameter: every hour.
    measure(0, 1, 72, 128).await;
    measure(1, 1, 72, 85).await;
    let first = house.ward_page(&nurse).await;
    let told = due(&first);
    assert!(told.contains("MWANGI") && told.contains("by "), "{told}");
    assert!(!told.contains("OKAFOR") && !told.contains("overdue"), "{told}");
    assert!(told.contains("Later: 1, the first by "), "{told}");
    assert!(
        told.contains("Next full set of observations<") && told.contains("As of "),
        "when it was looked up stands apart from what is due: {told}"
    );
    assert!(!first.contains("href=\"#due\""), "nobody is overdue: {first}");

    house.later(3_700);
    let nurse = house.sign_in("achieng@riverbend.example").await.unwrap();
    // Okafor is worse, and measured just now: 6, every hour.
    measure(0, 2, 135, 85).await;
    let later = house.ward_page(&nurse).await;
    let told = due(&later);
    let place = |name: &str| told.find(name).unwrap_or_else(|| panic!("no {name} in {told}"));
    assert!(place("MWANGI") < place("overdue since"), "{told}");
    assert!(
        place("overdue since") < place("OKAFOR"),
        "who is overdue stands first: {told}"
    );
    assert_eq!(told.matches("overdue since").count(), 1, "{told}");
    let at = |words: &str| later.find(words).unwrap_or_else(|| panic!("no {words} in {later}"));
    assert!(
        at("1 full set of observations overdue, as of ") < at("class=\"board__beds\""),
        "that somebody is overdue stands above the beds"
    );
    assert!(
        at("aria-labelledby=\"due\"") < at("class=\"board__beds\""),
        "and who it is, for a nurse, who measures (a phone shows the beds first all the same)"
    );
    let doctor = house.sign_in("rao@riverbend.example").await.unwrap();
    let hers = house.ward_page(&doctor).await;
    assert!(
        hers.find("class=\"board__beds\"") < hers.find("aria-labelledby=\"due\""),
        "for a doctor below them"
    );

    let chart = async |patient: usize| {
        let path = format!("/patients/{}", house.riverbend.patients[patient]);
        page(&house, &path, &nurse, &[]).await
    };
    let okafor = chart(0).await;
    assert!(
        due(&okafor).contains("The next full set is due by "),
        "{}",
        due(&okafor)
    );
    let mwangi = chart(1).await;
    assert!(
        due(&mwangi).contains("A full set has been overdue since "),
        "{}",
        due(&mwangi)
    );

    // From 7 on the monitor goes on by itself; people measure within the hour.
    measure(0, 3, 135, 85).await;
    let worse = json!({ "seq": 4, "taken_at": house.at(-0.5), "spo2": 90 });
    assert_eq!(house.post(&house.riverbend.devices[0], &worse).await.status(), 200);
    let okafor = chart(0).await;
    assert!(
        due(&okafor).contains("Chart 4 asks for continuous monitoring"),
        "{}",
        due(&okafor)
    );
    let ward = house.ward_page(&nurse).await;
    assert_eq!(
        due(&ward).matches("continuous monitoring asked for").count(),
        1,
        "{}",
        due(&ward)
    );
}
