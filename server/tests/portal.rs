//! What the portal shows, on each way by which it leaves the server: page, record, server function, drawn day, live socket. A hidden part is not sent at all.

use std::time::{Duration, Instant};

use domain::alerts::{AlarmState, Kind};
use domain::ids::PatientId;
use domain::live::{ToClient, Topic};
use domain::patients::{Chart, Section};
use domain::telemetry::{Latest, Parameter};
use reqwest::StatusCode;
use serde_json::json;

use crate::live::page::Page;
use crate::sign_in::{OKAFOR, RAO, page};
use crate::support::Wardlight;

const HADDAD: &str = "haddad@riverbend.example";
const ALL: [&str; 7] = [
    "values",
    "trend",
    "score",
    "alarms",
    "readings",
    "background",
    "contacts",
];

impl Wardlight {
    /// Okafor is measured: complete enough for a score, and low enough for an alarm.
    async fn measure(&self, seq: u32, heart_rate: u32) {
        let body = json!({
            "seq": seq, "taken_at": self.at(-1.0), "heart_rate": heart_rate, "systolic": 85, "diastolic": 50, "spo2": 97, "respiration": 16,
            "temperature": 37.0, "consciousness": "A", "oxygen": { "device": "room_air" },
        });
        let answer = self.post(&self.riverbend.devices[0], &body).await;
        assert_eq!(answer.status(), 200, "{}", answer.text().await.unwrap());
    }

    async fn portal(&self, admin: &str, fields: &[(&str, &str)]) {
        let path = format!("/patients/{}/portal", self.riverbend.patients[0]);
        assert_eq!(self.act(&path, admin, fields).await.status(), StatusCode::SEE_OTHER);
    }

    /// The admin leaves these parts shown, and waits until every session knows.
    async fn show_only(&self, admin: &str, parts: &[&str]) {
        let mut fields = vec![("act", "show")];
        fields.extend(parts.iter().map(|part| (*part, "true")));
        self.portal(admin, &fields).await;
    }

    /// Her own chart, as a page of the portal asks for it.
    pub async fn my_chart(&self, cookie: &str) -> Chart {
        let answer = self
            .client
            .post(self.url("/api/my/patients/open_chart"))
            .header("origin", self.url(""))
            .header("sec-fetch-site", "same-origin")
            .header("cookie", cookie)
            .json(&json!({}))
            .send()
            .await
            .unwrap();
        assert_eq!(answer.status(), StatusCode::OK);
        postcard::from_bytes(&answer.bytes().await.unwrap()).expect("a chart")
    }

    fn okafor(&self) -> PatientId {
        PatientId(self.riverbend.patients[0])
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_portal_that_is_off_answers_403_to_her_and_401_to_nobody() {
    let at = Wardlight::open().await;
    at.measure(1, 71).await;
    let (okafor, haddad) = (at.sign_in(OKAFOR).await.unwrap(), at.sign_in(HADDAD).await.unwrap());
    let mut live = Page::open(&at, "/my/live", &okafor).await;
    live.hello().await;
    live.subscribe(Topic::Patient(at.okafor()), None).await;
    live.snapshot().await;
    let begun = Instant::now();
    // The switch of the page, off and on: one form, whose box is not sent while it is off.
    at.portal(&haddad, &[("act", "switch")]).await;
    // Her open page is told that its topic is denied, so it asks anew; then the socket begins anew too.
    let mut denied = false;
    let code = loop {
        match live.next_but_changes().await {
            Ok(ToClient::Denied { .. }) => denied = true,
            Ok(_) => {}
            Err(code) => break code,
        }
    };
    assert_eq!((denied, code), (true, Some(4003)));
    assert!(begun.elapsed() <= Duration::from_secs(1), "{:?}", begun.elapsed());

    let day = format!("/my/charts/patients/{}/day.svg", at.okafor());
    for path in ["/my", "/my/record", day.as_str()] {
        assert_eq!(page(&at, path, &okafor).await.status(), StatusCode::FORBIDDEN, "{path}");
    }
    let call = |cookie: String| {
        let call = at.client.post(at.url("/api/my/patients/open_chart")).json(&json!({}));
        let call = call
            .header("origin", at.url(""))
            .header("sec-fetch-site", "same-origin");
        call.header("cookie", cookie).send()
    };
    assert_eq!(call(okafor.clone()).await.unwrap().status(), StatusCode::FORBIDDEN);
    assert_eq!(call(String::new()).await.unwrap().status(), StatusCode::UNAUTHORIZED);
    let mut live = Page::open(&at, "/my/live", &okafor).await;
    live.hello().await;
    live.subscribe(Topic::Patient(at.okafor()), None).await;
    assert!(matches!(live.next_but_changes().await, Ok(ToClient::Denied { .. })));
    assert!(at.traced("patient.read", "denied").await >= 3);

    at.portal(&haddad, &[("act", "switch"), ("is_open", "true")]).await;
    tokio::time::sleep(Duration::from_millis(1_100)).await;
    assert_eq!(page(&at, "/my", &okafor).await.status(), StatusCode::OK);
}

/// What she once said she can always take back, and see who looked: that belongs to her and not to her portal.
#[tokio::test(flavor = "multi_thread")]
async fn while_her_portal_is_off_she_takes_back_what_she_gave_and_gives_nothing() {
    let at = Wardlight::open().await;
    let (okafor, haddad) = (at.sign_in(OKAFOR).await.unwrap(), at.sign_in(HADDAD).await.unwrap());
    let research = [("purpose", "research"), ("version", "1")];
    at.act("/my/consents", &okafor, &research).await;
    at.name_carer(&okafor, "chidi@example.org", &["values"]).await;
    at.portal(&haddad, &[("act", "close")]).await;
    tokio::time::sleep(Duration::from_millis(1_100)).await;

    // The page that is off leads there.
    let home = at.text("/my", &okafor, None).await;
    assert!(
        home.contains("href=\"/my/consents\"") && home.contains("href=\"/my/access\""),
        "{home}"
    );
    let consents = at.text("/my/consents", &okafor, None).await;
    assert!(
        consents.contains("Withdraw: ") && !consents.contains("I agree"),
        "{consents}"
    );
    let people = at.text("/my/proxies", &okafor, None).await;
    assert!(
        people.contains("End what my son may see") && !people.contains("Let them see it"),
        "{people}"
    );
    assert_eq!(page(&at, "/my/access", &okafor).await.status(), StatusCode::OK);

    let id = |text: &str, field: &str| {
        let after = text.split(&format!("name=\"{field}\" value=\"")).nth(1).unwrap();
        after[..36].to_owned()
    };
    let (consent, proxy) = (id(&consents, "consent"), id(&people, "proxy"));
    let withdrawn = at.act("/my/consents/withdraw", &okafor, &[("consent", &consent)]).await;
    let ended = at.act("/my/proxies/end", &okafor, &[("proxy", &proxy)]).await;
    assert_eq!(
        (withdrawn.status(), ended.status()),
        (StatusCode::SEE_OTHER, StatusCode::SEE_OTHER)
    );
    assert_eq!(at.traced("consent.withdraw", "allowed").await, 1);
    assert_eq!(at.traced("proxy.end", "allowed").await, 1);
    let given = at.act("/my/consents", &okafor, &research).await;
    let named = at.name_carer(&okafor, "chidi@example.org", &["values"]).await;
    assert_eq!(
        (given.status(), named.status()),
        (StatusCode::FORBIDDEN, StatusCode::FORBIDDEN)
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn each_part_can_be_hidden_by_itself_on_every_way() {
    let at = Wardlight::open().await;
    at.measure(1, 71).await;
    let (okafor, haddad) = (at.sign_in(OKAFOR).await.unwrap(), at.sign_in(HADDAD).await.unwrap());
    let day = format!("/my/charts/patients/{}/day.svg", at.okafor());
    let whole = at.my_chart(&okafor).await;
    let now = whole.now.as_ref().expect("measured");
    assert!(now.last_score.is_some() && now.latest.get(Parameter::HeartRate).is_some() && !whole.recent.is_empty());
    assert_eq!(whole.alarms.len(), 1, "systolic 85 is low");

    for hidden in ALL {
        let shown: Vec<&str> = ALL.into_iter().filter(|part| *part != hidden).collect();
        at.show_only(&haddad, &shown).await;
        let section = Section::parse(hidden).unwrap();
        let hides = |this: Section| section == this;

        let chart = at.my_chart(&okafor).await;
        let now = chart.now.clone().unwrap();
        assert_eq!(
            now.latest == Latest::default(),
            hides(Section::Values),
            "{hidden}: values"
        );
        assert_eq!(now.last_score.is_none(), hides(Section::Score), "{hidden}: score");
        assert_eq!(chart.alarms.is_empty(), hides(Section::Alarms), "{hidden}: alarms");
        assert_eq!(
            chart.recent.is_empty(),
            hides(Section::Values) || hides(Section::Trend),
            "{hidden}: line"
        );
        assert!(
            chart
                .view
                .as_ref()
                .is_some_and(|view| !view.shows(section) && view.shown.len() == 6)
        );

        let drawn = page(&at, &day, &okafor).await;
        let expected = if hides(Section::Trend) {
            StatusCode::FORBIDDEN
        } else {
            StatusCode::OK
        };
        assert_eq!(drawn.status(), expected, "{hidden}: drawn day");
        let drawn = drawn.text().await.unwrap();
        assert!(
            hides(Section::Trend) || drawn.contains("NEWS2") != hides(Section::Score),
            "{hidden}: scores of the day"
        );

        let home = at.text("/my", &okafor, None).await;
        let says = home.contains("Your hospital does not show this part here.");
        assert_eq!(says, hides(Section::Values) || hides(Section::Alarms), "{hidden}: home");
        assert_eq!(home.contains(">71<"), !hides(Section::Values), "{hidden}: home");
        let record = at.text("/my/record", &okafor, None).await;
        let says = record.contains("Your hospital does not show this part here.");
        assert_eq!(
            says,
            !hides(Section::Values),
            "{hidden}: record, where the values now do not stand"
        );
        assert_eq!(
            record.contains(" of 20, at "),
            !hides(Section::Score),
            "{hidden}: record"
        );
        assert_eq!(
            record.contains("Blood pressure: "),
            !hides(Section::Alarms),
            "{hidden}: record"
        );
        assert_eq!(
            record.contains("My readings of the last day"),
            !hides(Section::Readings),
            "{hidden}: record"
        );
        for (card, section) in [
            ("id=\"my-allergies\"", Section::Background),
            ("id=\"my-insurance\"", Section::Contacts),
        ] {
            assert_eq!(record.contains(card), !hides(section), "{hidden}: {card}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_live_socket_sends_no_part_that_is_hidden() {
    let at = Wardlight::open().await;
    at.measure(1, 71).await;
    let (okafor, haddad) = (at.sign_in(OKAFOR).await.unwrap(), at.sign_in(HADDAD).await.unwrap());
    at.show_only(&haddad, &["trend", "readings"]).await;
    tokio::time::sleep(Duration::from_millis(1_100)).await;
    let mut live = Page::open(&at, "/my/live", &okafor).await;
    live.hello().await;
    for topic in [Topic::Patient(at.okafor()), Topic::Device(at.riverbend.devices[0].id)] {
        live.subscribe(topic, None).await;
        let (patients, alarms) = loop {
            match live.expect().await {
                ToClient::Snapshot { patients, alarms, .. } => break (patients, alarms),
                ToClient::Change { .. } => {}
                other => panic!("no snapshot but {other:?}"),
            }
        };
        assert_eq!(patients[0].latest, Latest::default());
        assert!(patients[0].last_score.is_none() && alarms.is_empty());
    }
    at.measure(2, 140).await;
    // The change is told, because its number counts, and says nothing.
    let mut told = 0;
    while told < 2 {
        let ToClient::Change { values, alarms, .. } = live.expect().await else {
            panic!("not a change")
        };
        assert!(alarms.is_empty());
        for change in &values {
            assert_eq!(change.reading.values, domain::telemetry::Values::default());
            assert!(change.reading.oxygen.is_none() && change.last_score.is_none() && change.older.is_empty());
        }
        told += 1;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn one_alarm_is_closed_to_her_by_its_flag_and_the_others_stay() {
    let at = Wardlight::open().await;
    at.measure(1, 160).await;
    let (okafor, haddad) = (at.sign_in(OKAFOR).await.unwrap(), at.sign_in(HADDAD).await.unwrap());
    let before = at.my_chart(&okafor).await.alarms;
    assert_eq!(before.len(), 2, "low pressure and a fast heart");
    let fast = before
        .iter()
        .find(|alarm| matches!(alarm.kind, Kind::Limit(Parameter::HeartRate, _)))
        .unwrap();
    let id = fast.id.to_string();
    let settings = format!("/patients/{}/portal", at.okafor());
    let list = at.text(&settings, &haddad, None).await;
    assert!(list.contains(&id) && list.contains("Current"));
    for word in ["Heart", "heart", "HR", "Pressure"] {
        assert!(!list.contains(word), "who manages portals reads no values: {word}");
    }

    at.portal(
        &haddad,
        &[
            ("act", "record"),
            ("kind", "alarm"),
            ("record", &id),
            ("is_open", "false"),
        ],
    )
    .await;
    let left = at.my_chart(&okafor).await.alarms;
    assert_eq!(left.len(), 1);
    assert_ne!(left[0].id, fast.id);
    let home = at.text("/my", &okafor, None).await;
    assert!(
        home.contains("Your blood pressure is") && !home.contains("Your heartbeat is"),
        "{home}"
    );
    let mut live = Page::open(&at, "/my/live", &okafor).await;
    live.hello().await;
    live.subscribe(Topic::Patient(at.okafor()), None).await;
    assert_eq!(live.snapshot().await.2.len(), 1);
    // Staff see it as before.
    let rao = at.sign_in(RAO).await.unwrap();
    let chart = at.text(&format!("/patients/{}", at.okafor()), &rao, None).await;
    assert!(chart.contains(&id), "the doctor's page");

    at.portal(
        &haddad,
        &[
            ("act", "record"),
            ("kind", "alarm"),
            ("record", &id),
            ("is_open", "true"),
        ],
    )
    .await;
    assert_eq!(at.my_chart(&okafor).await.alarms.len(), 2);
    let foreign = at.lakeside.patients[0].to_string();
    let fields = [
        ("act", "record"),
        ("kind", "alarm"),
        ("record", foreign.as_str()),
        ("is_open", "false"),
    ];
    assert_eq!(
        at.act(&settings, &haddad, &fields).await.status(),
        StatusCode::NOT_FOUND
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_staff_note_for_each_other_does_not_reach_her() {
    let at = Wardlight::open().await;
    at.measure(1, 71).await;
    let (okafor, rao) = (at.sign_in(OKAFOR).await.unwrap(), at.sign_in(RAO).await.unwrap());
    let alarm = at.my_chart(&okafor).await.alarms[0].id.to_string();
    let note = [
        ("alarm", alarm.as_str()),
        ("note", "family is difficult"),
        ("back", "/ward"),
    ];
    assert_eq!(
        at.act("/alarms/acknowledge", &rao, &note).await.status(),
        StatusCode::SEE_OTHER
    );
    let seen = at.my_chart(&okafor).await.alarms;
    assert!(matches!(&seen[0].state, AlarmState::Acknowledged { by, note: None, .. } if by == "Dr Anika Rao"));
    let doctors = at.text(&format!("/patients/{}", at.okafor()), &rao, None).await;
    assert!(doctors.contains("family is difficult"), "{doctors}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_preview_is_what_she_sees_and_the_audit_knows() {
    let at = Wardlight::open().await;
    at.measure(1, 71).await;
    let (okafor, haddad, rao) = (
        at.sign_in(OKAFOR).await.unwrap(),
        at.sign_in(HADDAD).await.unwrap(),
        at.sign_in(RAO).await.unwrap(),
    );
    at.show_only(&haddad, &["values", "alarms", "readings"]).await;
    let preview = format!("/patients/{}/portal/preview", at.okafor());
    let seen = at.text(&preview, &rao, None).await;
    assert!(seen.contains("Preview. ") && seen.contains("Hello, Amara"));
    // Word for word what stands on her own record, from the first part to the last.
    let parts = |text: &str| {
        let begin = text.find("My last day").expect("the first part");
        let end = text.find("</main>").expect("the end");
        let part = &text[begin..end];
        part[..part.rfind("My readings").expect("the last part")].to_owned()
    };
    let record = at.text("/my/record", &okafor, None).await;
    assert_eq!(parts(&seen), parts(&record));
    assert!(seen.contains("My early warning score</b> Your hospital does not show this part here."));
    assert_eq!(at.traced("portal.preview", "allowed").await, 1);
    at.portal(&haddad, &[("act", "close")]).await;
    assert!(
        at.text(&preview, &rao, None)
            .await
            .contains("The portal is switched off")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn she_asks_for_larger_text_and_for_her_language() {
    let at = Wardlight::open().await;
    let (okafor, haddad) = (at.sign_in(OKAFOR).await.unwrap(), at.sign_in(HADDAD).await.unwrap());
    let is_large = async |path: &str, cookie: &str| at.text(path, cookie, None).await.contains("data-text=\"large\"");
    assert!(!is_large("/my", &okafor).await);
    let looks = [
        ("text_size", "large"),
        ("language", "en"),
        ("temperature_unit", "Cel"),
        ("weight_unit", "kg"),
        ("glucose_unit", "mmol/L"),
    ];
    let saved = at.act("/my/account/looks", &okafor, &looks).await;
    assert_eq!(saved.status(), StatusCode::SEE_OTHER);
    // This browser keeps it for the pages before the next sign-in, where a script may change it again; another browser of hers has it from her account.
    let kept = saved
        .headers()
        .get_all("set-cookie")
        .iter()
        .filter_map(|line| line.to_str().ok());
    let kept: Vec<&str> = kept.filter(|line| line.starts_with("wl_text=large;")).collect();
    assert!(
        kept.len() == 1 && !kept[0].contains("HttpOnly") && kept[0].contains("Secure"),
        "{kept:?}"
    );
    for path in ["/my", "/my/record", "/my/account"] {
        assert!(is_large(path, &okafor).await, "{path}");
    }
    assert!(
        !is_large("/my", &format!("{okafor}; wl_text=usual")).await,
        "this browser was told otherwise"
    );
    for path in ["/sign-in", "/recover", "/register"] {
        assert!(
            is_large(path, "wl_text=large").await && !is_large(path, "").await,
            "{path}"
        );
    }
    // Whoever previews her portal sees her letters; their own pages keep theirs.
    let rao = at.sign_in(RAO).await.unwrap();
    let preview = at
        .text(&format!("/patients/{}/portal/preview", at.okafor()), &rao, None)
        .await;
    assert!(
        preview.contains("large-text") && !preview.contains("data-text"),
        "{preview}"
    );
    let sized = async |size: &str| {
        let mut wanted = looks;
        wanted[0].1 = size;
        at.act("/my/account/looks", &okafor, &wanted).await;
        at.text("/my", &okafor, None).await
    };
    assert!(sized("largest").await.contains("data-text=\"largest\""));
    assert!(
        sized("huge").await.contains("data-text=\"largest\""),
        "no size of ours changes nothing"
    );
    assert!(!sized("usual").await.contains("data-text"));
    let spoken = at.act("/my/preferences", &okafor, &[("language", "Dholuo")]).await;
    assert_eq!(spoken.status(), StatusCode::SEE_OTHER);
    let settings = format!("/patients/{}/portal", at.okafor());
    assert!(at.text(&settings, &haddad, None).await.contains("Dholuo"));
}
