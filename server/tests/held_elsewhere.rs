//! Okafor is registered in two hospitals, and Dr Silva treats her in Lakeside. What Riverbend's monitor says now stays in Riverbend until she lets Lakeside see it:
//! in the chart, in the drawn day, in what a doctor sees of her portal, and on the live socket.

use std::time::{Duration, Instant};

use domain::actor::Role;
use domain::ids::PatientId;
use domain::live::{ToClient, Topic};
use domain::patients::Chart;
use domain::telemetry::Parameter;
use serde_json::json;

use crate::live::page::{Page, may};
use crate::sign_in::{OKAFOR, RAO};
use crate::support::Wardlight;
use crate::support::timing::within_a_second;

const SILVA: &str = "silva@lakeside.example";

impl Wardlight {
    /// Okafor is registered in Lakeside too, where Dr Silva treats her; Riverbend measures her, and an alarm stands.
    async fn treated_in_lakeside_too(&self) -> PatientId {
        let okafor = self.riverbend.patients[0];
        for sql in [
            "INSERT INTO registration (patient_id, hospital_id, hospital_number) VALUES ($1, $2, 'LS-17')",
            "INSERT INTO care_relation (user_id, patient_id, hospital_id, made_by, during)
             SELECT id, $1, $2, id, tstzrange(now() - interval '1 hour', NULL) FROM app_user WHERE display_name = 'Dr Lucia Silva'",
        ] {
            let done = sqlx::query(sql).bind(okafor).bind(self.lakeside.id.0);
            done.execute(self.db.owner()).await.unwrap();
        }
        self.heart_of_okafor(1, 171).await;
        PatientId(okafor)
    }

    async fn heart_of_okafor(&self, seq: u32, value: u32) {
        let body = json!({ "seq": seq, "taken_at": self.at(0.0), "heart_rate": value });
        assert_eq!(self.post(&self.riverbend.devices[0], &body).await.status(), 200);
    }

    async fn chart_of_okafor(&self, cookie: &str) -> Chart {
        let asked = self
            .client
            .post(self.url("/api/fn/patients/open_chart"))
            .header("origin", self.url(""))
            .header("sec-fetch-site", "same-origin")
            .header("cookie", cookie)
            .json(&json!({ "patient": self.riverbend.patients[0] }));
        let answer = asked.send().await.unwrap();
        assert_eq!(answer.status(), 200);
        postcard::from_bytes(&answer.bytes().await.unwrap()).expect("a chart")
    }
}

fn heart_rate(chart: &Chart) -> Option<f32> {
    let now = chart.now.as_ref()?;
    now.latest.get(Parameter::HeartRate).map(|(value, _)| value)
}

#[tokio::test(flavor = "multi_thread")]
async fn what_riverbend_measures_now_stays_there_until_she_lets_lakeside_see_it() {
    let at = Wardlight::open().await;
    let of = at.treated_in_lakeside_too().await;
    let (rao, silva, okafor) = (
        at.sign_in(RAO).await.unwrap(),
        at.sign_in(SILVA).await.unwrap(),
        at.sign_in(OKAFOR).await.unwrap(),
    );
    let here = at.chart_of_okafor(&rao).await;
    assert_eq!((heart_rate(&here), here.alarms.len()), (Some(171.0), 1));
    assert!(!here.recent.is_empty());
    let there = at.chart_of_okafor(&silva).await;
    assert_eq!(there.person.hospital_number, "LS-17");
    assert_eq!(there.now, None, "what Riverbend measures now");
    assert_eq!((there.recent.len(), there.alarms.len()), (0, 0));
    let preview = at.text(&format!("/patients/{of}/portal/preview"), &silva, None).await;
    assert!(!preview.contains(">171<"), "{preview}");

    // Live: her page in Lakeside begins with nothing and hears nothing; the monitor itself is not there at all.
    let monitor = Topic::Device(at.riverbend.devices[0].id);
    let mut page = Page::open(&at, "/live", &silva).await;
    page.hello().await;
    assert!(!may(&mut page, monitor).await, "a monitor of another hospital");
    page.subscribe(Topic::Patient(of), None).await;
    let (_, patients, alarms) = page.snapshot().await;
    assert_eq!((patients.len(), alarms.len()), (0, 0));
    let mut own = Page::open(&at, "/my/live", &okafor).await;
    own.hello().await;
    own.subscribe(Topic::Patient(of), None).await;
    let (number, patients, alarms) = own.snapshot().await;
    assert_eq!(
        (patients.len(), alarms.len()),
        (1, 1),
        "the record is hers wherever it is held"
    );
    at.heart_of_okafor(2, 172).await;
    assert_eq!(own.until_heart_rate(172.0).await.1, [172.0]);
    // Everybody was told by now; what comes to Dr Silva next is the answer to something else she asks.
    let heard = async {
        page.subscribe(monitor, None).await;
        loop {
            match page.expect().await {
                ToClient::Denied { .. } => break false,
                ToClient::Change { .. } => break true,
                _ => {}
            }
        }
    };
    assert!(!heard.await, "a value of Riverbend's monitor");

    // She agrees: the open page is asked anew, and shows what Riverbend measures.
    let to = at.lakeside.id.to_string();
    let fields = [("purpose", "treatment"), ("version", "1"), ("to", to.as_str())];
    at.act("/my/consents", &okafor, &fields).await;
    let shown = loop {
        if let ToClient::Snapshot { patients, .. } = page.expect().await {
            break patients;
        }
    };
    assert_eq!(shown.len(), 1);
    let there = at.chart_of_okafor(&silva).await;
    assert_eq!((heart_rate(&there), there.alarms.len()), (Some(172.0), 1));
    assert!(may(&mut page, monitor).await);
    at.heart_of_okafor(3, 173).await;
    // What she follows is asked for anew since the consent, and may begin once more between the values.
    loop {
        if let ToClient::Change { values, .. } = page.expect().await
            && values
                .iter()
                .any(|change| change.reading.values.get(Parameter::HeartRate) == Some(173.0))
        {
            break;
        }
    }

    // Numbers of what is open everywhere and of what Lakeside holds never meet: whoever comes back with the one gets a snapshot of the other.
    let held: uuid::Uuid = sqlx::query_scalar("SELECT id FROM consent")
        .fetch_one(at.db.owner())
        .await
        .unwrap();
    at.act("/my/consents/withdraw", &okafor, &[("consent", &held.to_string())])
        .await;
    page.until_denied(monitor, Instant::now()).await;
    let mut back = Page::open(&at, "/live", &silva).await;
    let run = back.hello().await;
    back.subscribe(Topic::Patient(of), Some((run, number))).await;
    let (_, patients, alarms) = back.snapshot().await;
    assert_eq!((patients.len(), alarms.len()), (0, 0));
    assert_eq!(at.chart_of_okafor(&silva).await.now, None);
}

/// The consent names doctors: a nurse of Lakeside on whose ward she lies reads what Lakeside holds, and nothing more by it.
#[tokio::test(flavor = "multi_thread")]
async fn a_consent_for_doctors_opens_nothing_elsewhere_to_a_nurse_on_duty() {
    let at = Wardlight::open().await;
    let of = at.treated_in_lakeside_too().await;
    let (nurse, cookie) = at.colleague(at.lakeside.id, Role::Nurse).await;
    for sql in [
        "INSERT INTO admission (id, patient_id, hospital_id, ward_id, during) VALUES (gen_random_uuid(), $1, $2, $3, tstzrange(now() - interval '1 hour', NULL))",
        "INSERT INTO consent (id, patient_id, hospital_id, purpose, to_hospital, text_version, given_by, during)
         SELECT gen_random_uuid(), $1, p.hospital_id, 'treatment', $2, 1, p.user_id, tstzrange(now() - interval '1 hour', NULL)
           FROM portal_account p WHERE p.patient_id = $1 AND $3::uuid IS NOT NULL",
        "INSERT INTO ward_duty (user_id, ward_id, hospital_id, during) SELECT $4, $3, $2, tstzrange(now() - interval '1 hour', NULL) WHERE $1::uuid IS NOT NULL",
    ] {
        let asked = sqlx::query(sql)
            .bind(of.0)
            .bind(at.lakeside.id.0)
            .bind(at.lakeside.ward);
        let asked = if sql.contains("$4") { asked.bind(nurse.0) } else { asked };
        asked.execute(at.db.owner()).await.unwrap();
    }
    tokio::time::sleep(Duration::from_millis(1_100)).await;
    let doctor = at.chart_of_okafor(&at.sign_in(SILVA).await.unwrap()).await;
    assert_eq!(heart_rate(&doctor), Some(171.0), "the doctor whom she let in");
    let hers = at.chart_of_okafor(&cookie).await;
    assert_eq!(hers.person.hospital_number, "LS-17");
    assert_eq!((hers.now, hers.recent.len(), hers.alarms.len()), (None, 0, 0));
    let mut page = Page::open(&at, "/live", &cookie).await;
    page.hello().await;
    assert!(!may(&mut page, Topic::Device(at.riverbend.devices[0].id)).await);
    page.subscribe(Topic::Patient(of), None).await;
    let (_, patients, alarms) = page.snapshot().await;
    assert_eq!((patients.len(), alarms.len()), (0, 0));
}

/// V7, both ways: from the press of the button to the page that is open elsewhere.
#[tokio::test(flavor = "multi_thread")]
async fn an_open_page_elsewhere_is_asked_anew_within_a_second_when_she_agrees_and_when_she_takes_it_back() {
    let at = Wardlight::open().await;
    let of = at.treated_in_lakeside_too().await;
    let (silva, okafor) = (at.sign_in(SILVA).await.unwrap(), at.sign_in(OKAFOR).await.unwrap());
    let to = at.lakeside.id.to_string();
    let monitor = Topic::Device(at.riverbend.devices[0].id);
    let agrees = async || {
        let fields = [("purpose", "treatment"), ("version", "1"), ("to", to.as_str())];
        at.act("/my/consents", &okafor, &fields).await;
    };
    let takes_back = async || {
        let newest = sqlx::query_scalar::<_, uuid::Uuid>("SELECT id FROM consent ORDER BY id DESC LIMIT 1");
        let consent = newest.fetch_one(at.db.owner()).await.unwrap().to_string();
        at.act("/my/consents/withdraw", &okafor, &[("consent", &consent)]).await;
    };
    let opens = async || {
        let mut page = Page::open(&at, "/live", &silva).await;
        page.hello().await;
        page
    };
    within_a_second(takes_back, async || {
        let mut page = opens().await;
        page.subscribe(Topic::Patient(of), None).await;
        assert!(page.snapshot().await.1.is_empty());
        let begun = Instant::now();
        agrees().await;
        while !matches!(page.expect().await, ToClient::Snapshot { patients, .. } if patients.len() == 1) {}
        begun.elapsed()
    })
    .await;
    within_a_second(agrees, async || {
        let mut page = opens().await;
        assert!(may(&mut page, monitor).await);
        let begun = Instant::now();
        takes_back().await;
        page.until_denied(monitor, begun).await
    })
    .await;
}
