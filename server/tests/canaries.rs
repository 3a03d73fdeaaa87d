//! Nothing that a person or a device says, and no secret, reaches a log. The real program runs at log level `debug`, in a hospital whose people, passwords
//! and numbers are recognisable words (canaries). Every form of every page is filled with more of them and sent, by everybody; every door is knocked at with them in path,
//! query, head and body. Then all that the program and PostgreSQL logged is searched.
//!
//! A new page or door is found by itself: pages through their forms, doors through `server::router::endpoints`.

use std::collections::BTreeSet;
use std::sync::Mutex;

use domain::actor::Role;
use futures::StreamExt;
use hospital::organisation::{SeedHospital, seed_hospital};
use hospital::telemetry::retain_partitions;
use reqwest::{Method, RequestBuilder};
use secrecy::ExposeSecret;
use serde_json::json;
use sqlx::ConnectOptions;
use uuid::Uuid;

use crate::support::program::{Folder, MASTER_KEY, Program};
use crate::support::{bed, riverbend, user};

/// Every canary begins so; the gate searches the logs of its own run for it (`.make/test.sh`).
const CANARY: &str = "wlcanary";
const HEALTH_ID: &str = "73190468215574";

/// Words that must stand in no log, and where each was planted.
#[derive(Default)]
struct Aviary(Mutex<Vec<(String, String)>>);

impl Aviary {
    /// A new canary.
    fn plant(&self, place: &str) -> String {
        let mut all = self.0.lock().unwrap();
        let word = format!("{CANARY}{:04}", all.len());
        all.push((word.clone(), place.to_owned()));
        word
    }

    /// A secret that somebody else made.
    fn watch(&self, place: &str, word: &str) {
        assert!(word.len() >= 8, "{place}: too short to search for");
        self.0.lock().unwrap().push((word.to_owned(), place.to_owned()));
    }

    fn found_in(&self, text: &str) -> Vec<String> {
        let all = self.0.lock().unwrap();
        let found = all.iter().filter(|(word, _)| text.contains(word.as_str()));
        found.map(|(word, place)| format!("{word} ({place})")).collect()
    }
}

struct Visit<'a> {
    program: &'a Program,
    aviary: &'a Aviary,
    client: reqwest::Client,
}

#[tokio::test(flavor = "multi_thread")]
async fn no_log_holds_what_people_and_devices_say_nor_any_secret() {
    let folder = Folder::new("canaries");
    let aviary = Aviary::default();
    let hospital = people(&folder, &aviary).await;
    let program = Program::start(&folder, "debug").await;
    let client = reqwest::Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .build()
        .unwrap();
    let visit = Visit {
        program: &program,
        aviary: &aviary,
        client,
    };
    visit.device(&hospital).await;
    let mut sent = BTreeSet::new();
    // Nobody, the doctor and the patient also knock at every door.
    for (place, (email, password)) in hospital.accounts.iter().enumerate() {
        visit.wrong_passwords(email).await;
        let mut cookie = visit.sign_in(email, password).await;
        for path in pages(&hospital) {
            sent.extend(visit.fill_forms(&path, &cookie).await);
            // The forms of an account end sessions.
            if path.contains("/account") {
                cookie = visit.sign_in(email, password).await;
            }
        }
        if [0, 5].contains(&place) {
            visit.knock_everywhere(&cookie, &hospital).await;
        }
    }
    visit.knock_everywhere("", &hospital).await;
    program.stop();
    for (door, known) in [
        ("/alarms/acknowledge", "the note at an alarm"),
        ("/sign-in", "the sign-in form"),
    ] {
        assert!(sent.contains(door), "{known} was not found among the forms: {sent:?}");
    }
    let said = folder.said();
    let answered = said.matches("answered").count();
    assert!(
        answered > 300 && said.contains("DEBUG"),
        "{answered} answers at level debug"
    );
    assert_eq!(aviary.found_in(&said), Vec::<String>::new(), "in the log");
    let of_postgres = folder.said_by_postgres();
    assert!(of_postgres.contains("LOG:"), "PostgreSQL wrote a log");
    assert_eq!(
        aviary.found_in(&of_postgres),
        Vec::<String>::new(),
        "in PostgreSQL's log"
    );
}

struct Hospital {
    ward: Uuid,
    patients: Vec<Uuid>,
    device: Uuid,
    token: String,
    /// E-mail and password.
    accounts: Vec<(String, String)>,
}

/// Riverbend, with canaries for people.
async fn people(folder: &Folder, aviary: &Aviary) -> Hospital {
    let database = folder.open().await;
    let house = folder.house(&database).await;
    retain_partitions(&house, 32).await.unwrap();
    let mut accounts = Vec::new();
    let mut account = |role: Role, bed: Option<i16>| {
        let (name, email, password) = (
            aviary.plant("name of an account"),
            aviary.plant("e-mail"),
            aviary.plant("password"),
        );
        let mut made = user(&name, &format!("{email}@riverbend.example"), role, bed);
        made.password = format!("{password} is quiet at night");
        accounts.push((made.email.clone(), made.password.clone()));
        made
    };
    let plan = SeedHospital {
        beds: vec![
            bed(1, &aviary.plant("family name"), &aviary.plant("given name"), HEALTH_ID),
            bed(
                2,
                &aviary.plant("family name"),
                &aviary.plant("given name"),
                "10000000000025",
            ),
        ],
        users: vec![
            account(Role::Doctor, None),
            account(Role::Nurse, None),
            account(Role::Technician, None),
            account(Role::Pharmacist, None),
            account(Role::HospitalAdmin, None),
            account(Role::Patient, Some(1)),
        ],
        ..riverbend()
    };
    aviary.watch("health id", HEALTH_ID);
    aviary.watch("hospital number", &format!("RG-{HEALTH_ID}"));
    aviary.watch("master key", MASTER_KEY);
    let since = house.clock.now().plus_seconds(-86_400.0);
    let seeded = seed_hospital(&house, plan, since).await.unwrap();
    let device = seeded.devices[0].0;
    let token = hospital::devices::make_token(&house, device).await.unwrap();
    aviary.watch("a device's token", token.expose_secret());
    let mut owner = database.owner().unwrap().connect().await.unwrap();
    let ward = sqlx::query_scalar("SELECT id FROM ward")
        .fetch_one(&mut owner)
        .await
        .unwrap();
    let patients = sqlx::query_scalar("SELECT patient_id FROM registration ORDER BY hospital_number DESC")
        .fetch_all(&mut owner)
        .await
        .unwrap();
    // What PostgreSQL says of a row that breaks a rule: never its values.
    let twice = sqlx::query(
        "INSERT INTO app_user (id, email_sealed, email_blind, display_name, password_hash) SELECT gen_random_uuid(), email_sealed, email_blind, display_name, password_hash FROM app_user",
    );
    assert!(twice.execute(&mut owner).await.is_err());
    drop(owner);
    let password = std::fs::read_to_string(folder.data().join("secrets/database")).unwrap();
    aviary.watch("the database's password", password.trim());
    database.close().await.unwrap();
    Hospital {
        ward,
        patients,
        device: device.0,
        token: token.expose_secret().to_owned(),
        accounts,
    }
}

/// A path as the router spells it, with what the hospital has in place of its parameters.
fn filled(path: &str, hospital: &Hospital, patient: Uuid) -> String {
    path.replace("{ward}", &hospital.ward.to_string())
        .replace("{patient}", &patient.to_string())
        .replace("{patient_id}", &patient.to_string())
        .replace("{device}", &hospital.device.to_string())
        .replace("{device_id}", &hospital.device.to_string())
}

/// Every page that can be opened without knowing more than the hospital.
fn pages(hospital: &Hospital) -> Vec<String> {
    let doors = server::router::endpoints();
    let paths = doors.iter().filter_map(|door| door.strip_prefix("GET "));
    let filled = paths.flat_map(|path| {
        hospital
            .patients
            .iter()
            .map(move |patient| filled(path, hospital, *patient))
    });
    let known = filled.filter(|path| !path.contains('{') && !path.contains("live"));
    known.collect::<BTreeSet<_>>().into_iter().collect()
}

impl Visit<'_> {
    fn ask(&self, method: Method, path: &str, cookie: &str) -> RequestBuilder {
        let request = self
            .client
            .request(method, self.program.url(path))
            .header("origin", self.program.url(""))
            .header("sec-fetch-site", "same-origin")
            .header("accept", "text/html");
        match cookie {
            "" => request,
            cookie => request.header("cookie", cookie),
        }
    }

    async fn wrong_passwords(&self, email: &str) {
        let (password, login) = (
            self.aviary.plant("a wrong password"),
            self.aviary.plant("an unknown login"),
        );
        let bad = format!("{login}\u{7}@example.org");
        for login in [email, &format!("{login}@example.org"), &login, &bad] {
            let form = [
                ("login", login),
                ("password", &password),
                ("next", &format!("/{password}")),
            ];
            self.ask(Method::POST, "/sign-in", "").form(&form).send().await.unwrap();
        }
    }

    async fn sign_in(&self, email: &str, password: &str) -> String {
        let form = [("login", email), ("password", password), ("next", "")];
        let answer = self.ask(Method::POST, "/sign-in", "").form(&form).send().await.unwrap();
        let lines = answer
            .headers()
            .get_all("set-cookie")
            .iter()
            .filter_map(|line| line.to_str().ok());
        let pairs: Vec<&str> = lines
            .filter_map(|line| line.split(';').next())
            .filter(|pair| !pair.ends_with('='))
            .collect();
        let (_, value) = pairs.first().expect("a session").split_once('=').unwrap();
        self.aviary.watch("a session's cookie", value);
        pairs.join("; ")
    }

    /// Opens a page and sends each of its forms with canaries; answers where they went.
    async fn fill_forms(&self, path: &str, cookie: &str) -> Vec<String> {
        let page = self
            .ask(Method::GET, path, cookie)
            .send()
            .await
            .unwrap()
            .text()
            .await
            .unwrap();
        let mut sent = Vec::new();
        for form in page
            .split("<form")
            .skip(1)
            .filter_map(|rest| rest.split("</form>").next())
        {
            let head = form.split('>').next().unwrap_or_default();
            let action = attribute(head, "action").unwrap_or_else(|| path.to_owned());
            // Whoever signed out sends nothing more.
            if action.contains("sign-out") || !action.starts_with('/') {
                continue;
            }
            let fields = self.fields(form, &action);
            let request = match attribute(head, "method").unwrap_or_default().to_lowercase().as_str() {
                "post" => self.ask(Method::POST, &action, cookie).form(&fields),
                _ => {
                    let asked = reqwest::Url::parse_with_params(&self.program.url(&action), &fields).unwrap();
                    self.ask(
                        Method::GET,
                        &format!("{}?{}", asked.path(), asked.query().unwrap_or_default()),
                        cookie,
                    )
                }
            };
            request.send().await.unwrap();
            sent.push(action);
        }
        sent
    }

    fn fields(&self, form: &str, action: &str) -> Vec<(String, String)> {
        let tags = form
            .split('<')
            .filter(|tag| ["input", "textarea", "select"].iter().any(|kind| tag.starts_with(kind)));
        let named = tags.filter_map(|tag| Some((attribute(tag, "name")?, tag)));
        named
            .map(|(name, tag)| {
                let canary = || self.aviary.plant(&format!("{action} {name}"));
                let value = match attribute(tag, "type").as_deref() {
                    Some("hidden" | "checkbox" | "radio" | "submit") => attribute(tag, "value").unwrap_or_default(),
                    Some("email") => format!("{}@example.org", canary()),
                    Some("number") => "1".to_owned(),
                    Some("date") => "1969-04-02".to_owned(),
                    _ if tag.starts_with("select") => form
                        .split_once(tag)
                        .and_then(|(_, rest)| rest.split("<option").nth(1))
                        .and_then(|option| attribute(option, "value"))
                        .unwrap_or_else(canary),
                    _ => canary(),
                };
                (name, value)
            })
            .collect()
    }

    /// A device that says what it likes, rightly and wrongly.
    async fn device(&self, hospital: &Hospital) {
        let word = |place: &str| self.aviary.plant(place);
        let now = domain::time::rfc3339(hospital::Clock::system().now());
        let right = [
            // Low pressure: the alarm whose note is filled in later.
            (
                "readings",
                json!({ "seq": 1, "taken_at": now, "systolic": 60, "alarm_codes": [word("alarm code")] }),
            ),
            ("heartbeat", json!({ "status": "normal", "firmware": word("firmware") })),
        ];
        let wrong = [
            (
                "readings",
                json!({ "seq": 2, "taken_at": word("taken_at"), "consciousness": word("consciousness"), word("a field"): 1 }),
            ),
            (
                "readings",
                json!([{ "seq": 3, "taken_at": now, "heart_rate": word("heart rate"), "device": word("device") }]),
            ),
            (
                "heartbeat",
                json!({ "status": word("status"), "firmware": "1", "intervals": { word("interval"): 1 } }),
            ),
            (
                "heartbeat",
                json!({ "status": "normal", "firmware": "1", word("a field"): 1 }),
            ),
            ("sessions", json!({ "started_at": word("started_at") })),
        ];
        for (is_right, (door, body)) in right
            .map(|it| (true, it))
            .into_iter()
            .chain(wrong.map(|it| (false, it)))
        {
            let path = format!("/api/v1/devices/{}/{door}", hospital.device);
            let answer = self
                .ask(Method::POST, &path, "")
                .bearer_auth(&hospital.token)
                .json(&body)
                .send()
                .await
                .unwrap();
            assert_eq!(answer.status().is_success(), is_right, "{door} {body}");
        }
    }

    /// Every door, with canaries wherever a request has room for text.
    async fn knock_everywhere(&self, cookie: &str, hospital: &Hospital) {
        let mut requests = Vec::new();
        for door in server::router::endpoints() {
            let (method, pattern) = door.split_once(' ').unwrap();
            if pattern.contains("sign-out") {
                continue;
            }
            let method: Method = method.parse().unwrap();
            let word = |place: &str| self.aviary.plant(&format!("{door}: {place}"));
            let known = filled(pattern, hospital, hospital.patients[0]);
            let strange: Vec<String> = pattern
                .split('/')
                .map(|part| {
                    if part.contains('{') {
                        word("path")
                    } else {
                        part.to_owned()
                    }
                })
                .collect();
            for path in [known, strange.join("/")] {
                let path = format!("{path}?q={}&{}=1", word("query"), word("name in the query"));
                let cookies = format!("{cookie}; {}={}", word("name of a cookie"), word("cookie"));
                let request = |what: &str| {
                    self.ask(method.clone(), &path, &cookies)
                        .header("user-agent", word("user agent"))
                        .header("referer", format!("http://{}/", word("referer")))
                        .header("authorization", format!("Bearer {}", word(what)))
                };
                if method == Method::GET {
                    requests.push(request("token"));
                    continue;
                }
                let fields = [
                    "alarm", "note", "back", "next", "login", "password", "token", "code", "email", "phone", "name",
                ];
                let form: Vec<(&str, String)> = fields.iter().map(|field| (*field, word(field))).collect();
                let body: serde_json::Map<String, serde_json::Value> = form
                    .iter()
                    .map(|(field, word)| ((*field).to_owned(), json!(word)))
                    .chain([(word("a field"), json!(1))])
                    .collect();
                requests.push(request("token").form(&form));
                requests.push(request("token").json(&body));
                requests.push(
                    request("token")
                        .header("content-type", "application/json")
                        .body(format!("{{\"{}", word("broken JSON"))),
                );
            }
        }
        futures::stream::iter(requests)
            .for_each_concurrent(8, async |request| drop(request.send().await.unwrap()))
            .await;
    }
}

/// The value of an attribute in a tag of our own making.
fn attribute(tag: &str, name: &str) -> Option<String> {
    let tag = tag.split('>').next()?;
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    let value = rest.split('"').next()?;
    Some(
        value
            .replace("&amp;", "&")
            .replace("&quot;", "\"")
            .replace("&lt;", "<")
            .replace("&gt;", ">"),
    )
}
