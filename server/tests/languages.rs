//! In which language somebody reads, and that nothing English is left in the others: every public page and every page of the portal is drawn in each language, and what stands
//! in two of them word for word has to be a name, a number or one of the words that both share ([`SHARED`]).

mod kept;
mod staff;

use std::collections::BTreeSet;

use reqwest::StatusCode;
use serde_json::json;

use crate::sign_in::{OKAFOR, RAO, cookie, form, location, page};
use crate::support::Wardlight;

/// What is the same in English and in another language, and rightly so.
const SHARED: &[&str] = &[
    // Formulas.
    domain::dialysis::urr::FORMULA,
    domain::dialysis::spktv::FORMULA,
    domain::dialysis::ektv::FORMULA_AV,
    domain::dialysis::ektv::FORMULA_TATTERSALL,
    domain::dialysis::stdktv::FORMULA,
    // A standard, and what a germ is called in a laboratory.
    "ISO 23500",
    "MRSA",
    "VRE",
    // Names, of languages and of things.
    "Wardlight",
    "Ctrl",
    "Amara",
    "Okafor",
    "Riverbend General",
    "Hillside Clinic",
    "Lakeside",
    "English",
    "Français",
    "العربية",
    "QR",
    // Units and the marks of parameters, and words that both languages have.
    "mmHg",
    "mmol/L",
    "mg/dL",
    "mg/L",
    "CaCO₃",
    "CFU/mL",
    "EU/mL",
    "kg",
    "lb",
    "/min",
    "SpO",
    "NEWS2",
    "Patient",
    "Code",
    "Invitation",
    "Email",
    "Pages",
    // What stands on a key.
    "Esc",
    // What somebody wrote, and what the database keeps of a browser.
    "my son",
    "Another program",
    // People, places and devices of the hospital that is seeded, what a test wrote, and the keys of a keyboard.
    "OKAFOR",
    "MWANGI",
    "Mwangi",
    "Joseph",
    "PETROV",
    "Ivan",
    "Dr Anika Rao",
    "Achieng",
    "Mensah",
    "Lindqvist",
    "Haddad",
    "Wanjiru",
    "Ivarsson",
    "Castro",
    "Sani",
    "Novak",
    "Monitor 0",
    "RG-",
    "TestMonitor",
    "Ward 4 · Renal",
    "Esc",
    "CSV",
    // The title of a publication, and the terms of a classification that is English: ICD-10-CM.
    "Royal College of Physicians",
    "Chronic kidney disease, stage 3 unspecified",
    // Codes of purposes (HL7 v3), which other systems know.
    "ETREAT",
    "HOPERAT",
    "HPAYMT",
    "PATRQT",
    "HSYSADMIN",
    "TREAT",
];

/// Whole texts that are the same word in French.
const COGNATES: &[&str] = &[
    "Notifications",
    "Notifications · Wardlight",
    "Messages",
    "Messages · Wardlight",
    "Urgent",
    "Patients",
    "1 patient",
    "2 patients",
    "3 patients",
    "1 min",
    "2 min",
    // What alarms watch for.
    "GCS",
    "Kt/V",
    "Recirculation (%)",
    "Source",
    "TMP (mmHg)",
    // Dialysis, and how it is signed.
    "t 0 min",
    "60 min",
    "240 min",
    "Anticoagulant",
    "Bicarbonate",
    "Bicarbonate (mmol/L)",
    "Calcium",
    "Calcium (mmol/L)",
    "Citrate",
    "Dose",
    "Infections",
    "Places",
    "Potassium",
    "Potassium (mmol/L)",
    "Prescription",
    "Prescription · Wardlight",
    "Signature",
    "Situation",
    "Sodium",
    "Sodium (mmol/L)",
    "Substitution",
    "Substitution (L)",
    "Version",
    "Version 1",
    "Allergies",
    "Allergies · Wardlight",
    "Note",
    "Exceptions",
    "Exceptions · Wardlight",
    "Sessions",
    "Sessions · Wardlight",
    "Score",
    "Mobile",
    "Danger",
    "normal",
    "Air",
    "Bengali",
    "Gujarati",
    "Hindi",
    "Igbo",
    "Kikuyu",
    "Luo",
    "Oromo",
    "Somali",
    "Swahili",
    "Yoruba",
];

/// Pages that are drawn for whoever comes, and for a patient.
const PUBLIC: [&str; 5] = [
    "/sign-in",
    "/recover",
    "/register",
    "/register/waiting",
    "/register/hospital",
];
const PORTAL: [&str; 14] = [
    "/my",
    "/my/call",
    "/my/search",
    "/my/record",
    "/my/access",
    "/my/dialysis",
    "/my/messages",
    "/my/system-alerts",
    "/my/consents",
    "/my/proxies",
    "/my/preferences",
    "/my/account",
    "/my/account/factor",
    "/my/account/prove",
];

/// What a page says: its text, and what a screen reader is told. Without scripts, and without what says of itself that it is English.
fn words(html: &str) -> BTreeSet<String> {
    const TOLD: [&str; 5] = ["aria-label", "data-head", "alt", "title", "placeholder"];
    const SILENT: [&str; 3] = ["script", "style", "svg"];
    let mut found = BTreeSet::new();
    let mut add = |text: &str| {
        let text = text.trim();
        if text.chars().filter(|sign| sign.is_alphabetic()).count() > 1 {
            found.insert(text.to_owned());
        }
    };
    // Elements whose words do not count, from the outside in: the tags that close them.
    let mut skipping: Option<(String, usize)> = None;
    for piece in html.split('<').skip(1) {
        let (tag, text) = piece.split_once('>').unwrap_or((piece, ""));
        let name = tag
            .split([' ', '\n', '/'])
            .find(|it| !it.is_empty())
            .unwrap_or_default();
        let closes = tag.starts_with('/');
        match &mut skipping {
            Some((skipped, depth)) if skipped == name => {
                match closes {
                    true => *depth -= 1,
                    false => *depth += 1,
                }
                if *depth == 0 {
                    skipping = None;
                }
            }
            Some(_) => {}
            None if !closes && (SILENT.contains(&name) || (name != "html" && tag.contains("lang=\"en\""))) => {
                skipping = Some((name.to_owned(), 1));
            }
            None => {}
        }
        if skipping.is_some() || tag.starts_with('!') && text.is_empty() {
            continue;
        }
        for (at, _) in tag.match_indices("=\"") {
            let attribute = tag[..at].rsplit([' ', '\n']).next().unwrap_or_default();
            if TOLD.contains(&attribute) {
                add(tag[at + 2..].split('"').next().unwrap_or_default());
            }
        }
        add(text);
    }
    found
}

async fn drawn(at: &Wardlight, path: &str, session: &str, tag: &str) -> String {
    let answer = page(at, path, &format!("{session}; wl_lang={tag}")).await;
    answer.text().await.unwrap()
}

/// What stands in both pages word for word, and is neither a name nor a word of both languages.
fn left_in_english(english: &str, said: &str, tag: &str) -> impl Iterator<Item = String> {
    let english = words(english);
    let both: Vec<String> = words(said).intersection(&english).cloned().collect();
    let is_french = tag == "fr";
    both.into_iter().filter(move |text| {
        let rest = SHARED
            .iter()
            .fold(text.clone(), |text, shared| text.replace(shared, ""));
        // Ids, and the names of rights as programs write them (`ward.watch`).
        let is_code =
            !text.contains(' ') && (text.contains('.') || text.contains('-') && text.contains(char::is_numeric));
        let is_cognate = is_french && COGNATES.contains(&text.as_str());
        let says_something = rest.chars().filter(|sign| sign.is_alphabetic()).count() > 2;
        says_something && !rest.contains('@') && !is_code && !is_cognate
    })
}

/// Okafor was measured, is in an alarm, agreed to something, let somebody in, and somebody looked at her record.
async fn a_day_of_okafor(at: &Wardlight) -> String {
    let body = json!({
        "seq": 1, "taken_at": at.at(-1.0), "heart_rate": 71, "systolic": 85, "diastolic": 50, "spo2": 83, "respiration": 16,
        "temperature": 36.5, "consciousness": "A", "oxygen": { "device": "room_air" },
    });
    assert_eq!(at.post(&at.riverbend.devices[0], &body).await.status(), StatusCode::OK);
    let okafor = at.sign_in(OKAFOR).await.unwrap();
    at.act("/my/consents", &okafor, &[("purpose", "research"), ("version", "1")])
        .await;
    at.act(
        "/my/consents",
        &okafor,
        &[("purpose", "wearables"), ("scope", "sleep"), ("version", "1")],
    )
    .await;
    at.name_carer(&okafor, "chidi@example.org", &["values", "alarms"]).await;
    let rao = at.sign_in(RAO).await.unwrap();
    let chart = format!("/patients/{}", at.riverbend.patients[0]);
    assert_eq!(page(at, &chart, &rao).await.status(), StatusCode::OK);
    okafor
}

#[tokio::test(flavor = "multi_thread")]
async fn no_english_is_left_on_public_pages_and_in_the_portal() {
    let at = Wardlight::open().await;
    let okafor = a_day_of_okafor(&at).await;
    staff::a_day_at_riverbend(&at).await;
    let pages = PUBLIC.map(|path| (path, "")).into_iter();
    let pages = pages
        .chain(PORTAL.map(|path| (path, okafor.as_str())))
        .chain([("/my/nowhere", okafor.as_str())]);
    let mut left = Vec::new();
    for (path, session) in pages {
        let english = drawn(&at, path, session, "en").await;
        assert!(words(&english).len() > 3, "{path} says nothing: {english:?}");
        for tag in ["fr", "ar"] {
            let said = drawn(&at, path, session, tag).await;
            left.extend(left_in_english(&english, &said, tag).map(|text| format!("{path} in {tag}: {text}")));
        }
    }
    assert!(left.is_empty(), "{}", left.join("\n"));
}

/// A unit is read from left to right beside a word that is not, and one page calls one thing by one name: in the tiles, over the columns of beds and of readings, in the chart.
#[tokio::test(flavor = "multi_thread")]
async fn vital_signs_are_called_in_the_readers_language_and_keep_their_units() {
    let at = Wardlight::open().await;
    a_day_of_okafor(&at).await;
    let rao = at.sign_in(RAO).await.unwrap();
    let (ward, chart) = (
        format!("/ward/{}", at.riverbend.ward),
        format!("/patients/{}", at.riverbend.patients[0]),
    );
    let drawn = async |path: &str, tag: &str| drawn(&at, path, &rao, tag).await.replace("<!>", "");
    for path in [&ward, &chart] {
        for tag in ["fr", "ar"] {
            let html = drawn(path, tag).await;
            for english in ["HR", "RR", "BP", "Temp"] {
                let said = words(&html);
                let left = said.iter().find(|text| {
                    let mut parts = text.split(|sign: char| !sign.is_alphanumeric() && sign != '.');
                    parts.any(|part| part == english)
                });
                assert_eq!(left, None, "{english} on {path} in {tag}");
            }
        }
    }
    let arabic = drawn(&chart, "ar").await;
    for said in [
        "<b>النبض</b> \u{2066}/min\u{2069}</dt>",
        "<b>ضغط الدم</b> \u{2066}mmHg\u{2069}</dt>",
        "<b>الحرارة</b> \u{2066}°C\u{2069}</dt>",
        ">النبض \u{2066}/min\u{2069}</th>",
        ">التنفس \u{2066}/min\u{2069}</th>",
        ">الحرارة \u{2066}°C\u{2069}</th>",
        ">ضغط الدم \u{2066}mmHg\u{2069}</th>",
    ] {
        assert!(arabic.contains(said), "{said} in {arabic}");
    }
    let beds = drawn(&ward, "ar").await;
    for said in [
        "<b>النبض</b> \u{2066}/min\u{2069}</dt>",
        "<span>النبض<br>\u{2066}/min\u{2069}</span>",
        "<span>ضغط الدم<br>\u{2066}mmHg\u{2069}</span>",
    ] {
        assert!(beds.contains(said), "{said} in {beds}");
    }
    let french = drawn(&chart, "fr").await;
    for said in [
        "<b>FC</b> /min</dt>",
        "<b>TA</b> mmHg</dt>",
        ">FR /min</th>",
        ">Temp. °C</th>",
    ] {
        assert!(french.contains(said), "{said} in {french}");
    }
}

#[test]
fn the_words_of_a_page_are_found() {
    let html = r#"<html lang="en"><body><p aria-label="Told">Said <b>aloud</b></p><script>not this</script><span lang="en"><i>nor</i> this</span><td>12</td>After</body>"#;
    let found: Vec<String> = words(html).into_iter().collect();
    assert_eq!(found, ["After", "Said", "Told", "aloud"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_visitor_reads_what_their_browser_asks_for_until_they_choose() {
    let at = Wardlight::open().await;
    let ask = |cookie: &'static str, accepts: &'static str| {
        let ask = at.client.get(at.url("/sign-in")).header("accept-language", accepts);
        async move { ask.header("cookie", cookie).send().await.unwrap().text().await.unwrap() }
    };
    let arabic = ask("", "ar-EG, en;q=0.5").await;
    assert!(arabic.contains(r#"<html lang="ar" dir="rtl""#) && arabic.contains("تسجيل الدخول"));
    assert!(ask("", "de").await.contains(r#"<html lang="en" dir="ltr""#));
    let french = ask("wl_lang=fr", "ar").await;
    assert!(french.contains(r#"<html lang="fr" dir="ltr""#) && french.contains("Se connecter"));

    let chosen = form(&at, "/language", &[("language", "fr")])
        .header("referer", at.url("/recover"))
        .send()
        .await
        .unwrap();
    assert_eq!(
        (chosen.status(), location(&chosen)),
        (StatusCode::SEE_OTHER, "/recover")
    );
    assert_eq!(cookie(&chosen, "wl_lang").as_deref(), Some("wl_lang=fr"));
    let unknown = form(&at, "/language", &[("language", "tlh")]).send().await.unwrap();
    assert_eq!((location(&unknown), cookie(&unknown, "wl_lang")), ("/", None));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_an_account_says_holds_on_every_device_at_once() {
    let at = Wardlight::open().await;
    let okafor = at.sign_in(OKAFOR).await.unwrap();
    assert!(
        drawn(&at, "/my/account", &okafor, "fr")
            .await
            .contains(r#"<html lang="fr""#)
    );
    let look = |language: &'static str| {
        [
            ("language", language),
            ("temperature_unit", "Cel"),
            ("weight_unit", "kg"),
            ("glucose_unit", "mmol/L"),
        ]
    };
    let saved = at.act("/my/account/looks", &okafor, &look("ar")).await;
    assert_eq!(
        (saved.status(), location(&saved)),
        (StatusCode::SEE_OTHER, "/my/account")
    );
    // Another browser, whose cookie says something else, the moment after.
    let elsewhere = at.sign_in(OKAFOR).await.unwrap();
    for session in [&okafor, &elsewhere] {
        for path in ["/my", "/my/account"] {
            let html = drawn(&at, path, session, "fr").await;
            assert!(html.contains(r#"<html lang="ar" dir="rtl""#), "{path}");
        }
    }
    let refused = at.act("/my/account/looks", &okafor, &look("tlh")).await;
    assert_eq!(location(&refused), "/my/account");
    assert!(
        drawn(&at, "/my", &okafor, "en").await.contains(r#"lang="ar""#),
        "it stays as it was"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_wrong_is_said_in_the_readers_language() {
    let at = Wardlight::open().await;
    let wrong = form(&at, "/sign-in", &[("login", ""), ("password", "")])
        .header("cookie", "wl_lang=fr")
        .send()
        .await
        .unwrap();
    let kept = cookie(&wrong, "__Host-wl_flash").unwrap_or_default();
    let html = page(&at, location(&wrong), &format!("{kept}; wl_lang=fr"))
        .await
        .text()
        .await
        .unwrap();
    assert!(
        html.contains("Il y a un problème") && html.contains("Saisissez votre mot de passe."),
        "{html}"
    );
}

/// What reads aloud stands where patients, carers and visitors read, once on a page and in its language; not where staff work.
#[tokio::test(flavor = "multi_thread")]
async fn the_portal_and_public_pages_can_be_read_aloud() {
    let at = Wardlight::open().await;
    let okafor = at.sign_in(OKAFOR).await.unwrap();
    let rao = at.sign_in(RAO).await.unwrap();
    for (path, session, offered) in [
        ("/my", okafor.as_str(), 1),
        ("/my/record", okafor.as_str(), 1),
        ("/sign-in", "", 1),
        ("/register", "", 1),
        ("/ward", rao.as_str(), 0),
        ("/account", rao.as_str(), 0),
    ] {
        let html = drawn(&at, path, session, "fr").await;
        assert_eq!(html.matches("id=\"aloud\"").count(), offered, "{path}");
        assert_eq!(html.matches("Lire à voix haute<").count(), offered, "{path}");
        assert_eq!(html.matches("millimètres de mercure").count(), offered, "{path}");
    }
}
