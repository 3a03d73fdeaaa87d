//! Pages, forms and doors: opened, filled and knocked at.

use std::collections::BTreeSet;

use futures::StreamExt;
use reqwest::{Method, RequestBuilder, Response};
use serde_json::json;
use uuid::Uuid;

use super::aviary::Aviary;
use super::people::{Account, Hospital};
use crate::support::program::Program;

pub struct Visit<'a> {
    pub program: &'a Program,
    pub aviary: &'a Aviary,
    pub client: reqwest::Client,
}

/// A path as the router spells it, with what the hospital has in place of its parameters.
fn filled(path: &str, hospital: &Hospital, patient: Uuid) -> String {
    path.replace("{ward}", &hospital.ward.to_string())
        .replace("{patient}", &patient.to_string())
        .replace("{patient_id}", &patient.to_string())
        .replace("{device}", &hospital.device.to_string())
        .replace("{group}", "acts")
        .replace("{device_id}", &hospital.device.to_string())
        // What is found by an id of its own is not there: what its page says then holds nothing either.
        .replace("{session}", &patient.to_string())
        .replace("{room}", &patient.to_string())
        .replace("{message}", &patient.to_string())
        .replace("{document}", &patient.to_string())
        .replace("{work}", &patient.to_string())
        .replace("{alarm}", &patient.to_string())
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
    let all: BTreeSet<String> = filled.collect();
    assert!(
        all.iter().all(|path| !path.contains('{')),
        "a parameter that is not filled: {all:?}"
    );
    all.into_iter().collect()
}

/// `name=value` of a cookie that the answer sets.
pub fn cookie_of(answer: &Response, name: &str) -> Option<String> {
    let lines = answer.headers().get_all("set-cookie").iter();
    let pairs = lines.filter_map(|line| line.to_str().ok()?.split(';').next());
    let mut named = pairs.filter(|pair| pair.starts_with(&format!("{name}=")) && !pair.ends_with('='));
    named.next().map(str::to_owned)
}

impl Visit<'_> {
    pub fn ask(&self, method: Method, path: &str, cookie: &str) -> RequestBuilder {
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

    pub async fn wrong_passwords(&self, email: &str) {
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

    /// Signs in with a password alone; answers the cookie.
    pub async fn sign_in(&self, account: &Account) -> String {
        let form = [
            ("login", account.email.as_str()),
            ("password", &account.password),
            ("next", ""),
        ];
        let answer = self.ask(Method::POST, "/sign-in", "").form(&form).send().await.unwrap();
        let realms = ["__Host-wl_staff", "__Host-wl_portal"];
        let cookie = realms.iter().find_map(|name| cookie_of(&answer, name));
        let cookie = cookie.unwrap_or_else(|| panic!("{:?} did not come in: {}", account.role, answer.status()));
        self.watch_cookie("cookie of a session", &cookie);
        cookie
    }

    pub fn watch_cookie(&self, kind: &str, cookie: &str) {
        let (_, value) = cookie.split_once('=').expect("a cookie");
        self.aviary.watch(kind, value);
    }

    /// The page to which an act leads.
    pub async fn follow(&self, answer: &Response, cookie: &str) -> String {
        let to = answer.headers()["location"].to_str().unwrap();
        let said = cookie_of(answer, "__Host-wl_said").unwrap_or_default();
        let page = self
            .ask(Method::GET, to, &format!("{cookie}; {said}"))
            .send()
            .await
            .unwrap();
        page.text().await.unwrap()
    }

    /// What an act's page shows once.
    pub async fn shown_once(&self, answer: &Response, cookie: &str) -> Vec<String> {
        let page = self.follow(answer, cookie).await;
        let values = page.split("once__value\">").skip(1);
        values
            .filter_map(|rest| rest.split('<').next().map(str::to_owned))
            .collect()
    }

    /// Every form of every page, as this person. Forms that differ in their values only are sent once. Answers where they went.
    pub async fn everything(&self, account: &Account, hospital: &Hospital) -> BTreeSet<String> {
        let (mut cookie, mut sent) = (self.sign_in(account).await, BTreeSet::new());
        for path in pages(hospital) {
            self.fill_forms(&path, &mut cookie, account, &mut sent).await;
        }
        sent.into_iter().map(|(action, _)| action).collect()
    }

    /// Opens a page and sends each of its forms with canaries.
    async fn fill_forms(
        &self,
        path: &str,
        cookie: &mut String,
        account: &Account,
        sent: &mut BTreeSet<(String, String)>,
    ) {
        let page = self.ask(Method::GET, path, cookie).send().await.unwrap();
        let page = page.text().await.unwrap();
        for form in page
            .split("<form")
            .skip(1)
            .filter_map(|rest| rest.split("</form>").next())
        {
            let head = form.split('>').next().unwrap_or_default();
            let action = attribute(head, "action").unwrap_or_else(|| path.to_owned());
            // Whoever signed out sends nothing more, and a closed account signs in no more.
            let closes = form.contains("value=\"close-account\"");
            if action.contains("sign-out") || closes || !action.starts_with('/') {
                continue;
            }
            let fields = self.fields(form, &action);
            let names = fields
                .iter()
                .map(|(name, value)| if name == "act" { value } else { name });
            if !sent.insert((action.clone(), names.cloned().collect::<Vec<_>>().join(" "))) {
                continue;
            }
            let request = match attribute(head, "method").unwrap_or_default().to_lowercase().as_str() {
                "post" => self.ask(Method::POST, &action, cookie).form(&fields),
                _ => {
                    let asked = reqwest::Url::parse_with_params(&self.program.url(&action), &fields).unwrap();
                    let asked = format!("{}?{}", asked.path(), asked.query().unwrap_or_default());
                    self.ask(Method::GET, &asked, cookie)
                }
            };
            request.send().await.unwrap();
            // These may end the session.
            if action.ends_with("/sessions") {
                *cookie = self.sign_in(account).await;
            }
        }
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
    pub async fn device(&self, hospital: &Hospital) {
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
    pub async fn knock_everywhere(&self, cookie: &str, hospital: &Hospital) {
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
            for path in BTreeSet::from([known, strange.join("/")]) {
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
