//! In which units somebody reads: their own choice, else their hospital's; and what is stored and judged never changes with it.

use domain::ids::PatientId;
use serde_json::json;

use crate::sign_in::{OKAFOR, RAO};
use crate::support::Wardlight;

const ACHIENG: &str = "achieng@riverbend.example";

impl Wardlight {
    async fn read_in(&self, account: &str, cookie: &str, units: [&str; 3]) -> String {
        let [temperature, weight, glucose] = units;
        let fields = [
            ("language", "en"),
            ("temperature_unit", temperature),
            ("weight_unit", weight),
            ("glucose_unit", glucose),
        ];
        let saved = self.act(&format!("{account}/looks"), cookie, &fields).await;
        assert_eq!(saved.status(), 303);
        self.text(account, cookie, Some(&saved)).await
    }

    async fn fever(&self, seq: i64) {
        let reading = json!({ "seq": seq, "taken_at": self.at(-1.0), "temperature": 39.4 });
        assert_eq!(self.post(&self.riverbend.devices[0], &reading).await.status(), 200);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_doctor_reads_fahrenheit_beside_a_nurse_who_reads_celsius() {
    let at = Wardlight::open().await;
    at.fever(1).await;
    let (rao, achieng) = (at.sign_in(RAO).await.unwrap(), at.sign_in(ACHIENG).await.unwrap());
    let account = at.read_in("/account", &rao, ["[degF]", "[lb_av]", "mg/dL"]).await;
    assert!(account.contains("How the pages look is saved."), "{account}");
    // In the same moment, so that both are shown the drawing that is shared.
    let ward = format!("/ward/{}", at.riverbend.ward);
    let (hers, his) = tokio::join!(at.text(&ward, &rao, None), at.text(&ward, &achieng, None));
    // 39.4 °C = 102.92 °F; the limit, 39.1 °C = 102.38 °F.
    assert!(
        hers.contains("102.9\u{a0}°F") && hers.contains("limit 102.4") && !hers.contains("°C"),
        "{hers}"
    );
    assert!(
        his.contains("39.4\u{a0}°C") && his.contains("limit 39.1") && !his.contains("°F"),
        "{his}"
    );
    let patient = PatientId(at.riverbend.patients[0]);
    let chart = app::routes::patient(patient);
    let (hers, his) = (at.text(&chart, &rao, None).await, at.text(&chart, &achieng, None).await);
    assert!(
        hers.contains("102.9") && !hers.contains("°C") && !hers.contains("39.4"),
        "{hers}"
    );
    assert!(his.contains("39.4") && !his.contains("°F"), "{his}");
    let day = at
        .text(&app::routes::day_chart(patient, Default::default()), &rao, None)
        .await;
    assert!(
        day.contains("°F") && day.contains("102.9") && day.contains("limit 102.4"),
        "{day}"
    );
    // What is stored and judged is what the device sent.
    let (stored, raised): (f32, f32) = sqlx::query_as(
        "SELECT (SELECT r.temperature FROM reading r WHERE r.temperature IS NOT NULL), (SELECT a.value FROM alarm a WHERE a.parameter = 'temperature')",
    )
    .fetch_one(at.db.owner())
    .await
    .unwrap();
    assert_eq!((stored, raised), (39.4, 39.4));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_patient_reads_in_the_units_of_the_hospital_until_she_chooses() {
    let at = Wardlight::open().await;
    at.fever(1).await;
    sqlx::query("UPDATE hospital SET locale = 'en-US' WHERE id = $1")
        .bind(at.riverbend.id.0)
        .execute(at.db.owner())
        .await
        .unwrap();
    let okafor = at.sign_in(OKAFOR).await.unwrap();
    let home = at.text("/my", &okafor, None).await;
    assert!(home.contains("102.9") && home.contains("degrees Fahrenheit"), "{home}");
    assert!(at.text("/my/record", &okafor, None).await.contains("Temperature, °F"));
    at.read_in("/my/account", &okafor, ["Cel", "kg", "mmol/L"]).await;
    let home = at.text("/my", &okafor, None).await;
    assert!(home.contains("39.4") && home.contains("degrees Celsius"), "{home}");
    assert!(at.text("/my/record", &okafor, None).await.contains("Temperature, °C"));
    let refused = at.read_in("/my/account", &okafor, ["K", "kg", "mmol/L"]).await;
    assert!(refused.contains("Choose one of the units in the list."), "{refused}");
    assert!(
        at.text("/my", &okafor, None).await.contains("degrees Celsius"),
        "it stays as it was"
    );
}
