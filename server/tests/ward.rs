//! The page of a ward as the server draws it: one drawing for all who open it in the same moment, and nothing in it of who they are.

use hospital::telemetry::Seen;
use serde_json::json;

use crate::support::Wardlight;

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
        .find("<div class=\"page ward\">")
        .unwrap_or_else(|| panic!("no board in {page}"));
    let end = page.find("</main>").expect("the end of the page");
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
    assert_eq!(board(&of_doctor), board(&of_nurse));
    assert_eq!(board(&of_doctor), board(&once_more));
    assert!(board(&of_doctor).contains("OKAFOR") && board(&of_doctor).contains("85/50"));
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
