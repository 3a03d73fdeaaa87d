//! What an operator runs beside the server, as the real program: `wardlight verify-audit` and `wardlight rotate-keys`.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

use domain::access::Action;
use domain::actor::{Actor, Role};
use domain::ids::{PatientId, UserId};
use hospital::Ctx;
use hospital::keys::Place;
use hospital::organisation::seed_hospital;
use hospital::telemetry::retain_partitions;
use secrecy::ExposeSecret;
use serde_json::json;
use sqlx::ConnectOptions;
use uuid::Uuid;

use crate::support::program::{Folder, MASTER_KEY, Program};
use crate::support::{PASSWORD, TestDevice, riverbend, written};

const RAO: &str = "rao@riverbend.example";

/// Riverbend: one of its devices, and a patient for whom it has a key.
struct Hospital {
    device: TestDevice,
    patient: Uuid,
}

async fn arrange(folder: &Folder) -> Hospital {
    let database = folder.open().await;
    let house = folder.house(&database).await;
    retain_partitions(&house, 32).await.unwrap();
    let since = house.clock.now().plus_seconds(-86_400.0);
    let seeded = seed_hospital(&house, riverbend(), since).await.unwrap();
    let (id, _) = seeded.devices[0];
    let token = hospital::devices::make_token(&house, id).await.unwrap();
    let mut owner = database.owner().unwrap().connect().await.unwrap();
    let patient: Uuid = sqlx::query_scalar("SELECT patient_id FROM device_session WHERE device_id = $1")
        .bind(id.0)
        .fetch_one(&mut owner)
        .await
        .unwrap();
    let rao: Uuid = sqlx::query_scalar("SELECT id FROM app_user WHERE display_name = 'Dr Anika Rao'")
        .fetch_one(&mut owner)
        .await
        .unwrap();
    let ctx = Ctx::new(
        house.clone(),
        Actor::staff(UserId(rao), seeded.hospital, [Role::Doctor]),
        Uuid::now_v7(),
    );
    let mut tx = ctx
        .begin_with_patient(Action::ReadPatient, PatientId(patient))
        .await
        .unwrap();
    let place = Place::new("note", "text", Uuid::now_v7()).of(PatientId(patient));
    let sealed = house.keys.seal_for(&mut tx, seeded.hospital, &place, b"a note");
    sealed.await.unwrap();
    tx.commit().await.unwrap();
    drop(owner);
    database.close().await.unwrap();
    Hospital {
        device: TestDevice {
            id,
            token: token.expose_secret().to_owned(),
        },
        patient,
    }
}

fn client() -> reqwest::Client {
    let client = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none());
    client.build().unwrap()
}

/// Dr Rao signs in: her cookie.
async fn sign_in(program: &Program, client: &reqwest::Client) -> String {
    let form = [("login", RAO), ("password", PASSWORD)];
    let request = client.post(program.url("/sign-in")).form(&form);
    let answer = request
        .header("origin", program.url(""))
        .header("sec-fetch-site", "same-origin")
        .send()
        .await
        .unwrap();
    let cookies = answer.headers().get_all("set-cookie").iter();
    let mut cookies = cookies.map(|cookie| cookie.to_str().unwrap().split(';').next().unwrap().to_owned());
    cookies.find(|cookie| cookie.contains("wl_staff")).expect("signed in")
}

/// Opens a page, which must be there.
async fn opens(program: &Program, client: &reqwest::Client, path: &str, cookie: &str) {
    let page = client.get(program.url(path)).header("accept", "text/html");
    let answer = page.header("cookie", cookie).send().await.unwrap();
    assert_eq!(answer.status(), 200, "{path}");
}

#[tokio::test(flavor = "multi_thread")]
async fn verify_audit_ends_with_0_on_a_sound_chain_and_names_the_row_that_the_owner_changed() {
    let folder = Folder::new("verify");
    let hospital = arrange(&folder).await;
    let (server, client) = (Program::start(&folder, "warn").await, client());
    let cookie = sign_in(&server, &client).await;
    let chart = format!("/patients/{}", hospital.patient);
    for _ in 0..3 {
        opens(&server, &client, &chart, &cookie).await;
    }
    let (code, said) = folder.command("verify-audit").await;
    assert_eq!(code, Some(0), "beside the server: {said}");
    server.stop();
    let (code, said) = folder.command("verify-audit").await;
    assert_eq!(code, Some(0), "{said}");
    assert!(
        said.contains("entries verified") && said.contains("; 0 wait to be sealed."),
        "{said}"
    );

    // Whoever owns the database makes it seem that she was refused one of the times.
    let database = folder.open().await;
    let mut owner = database.owner().unwrap().connect().await.unwrap();
    let opened: Vec<Uuid> = sqlx::query_scalar("SELECT id FROM audit_entry WHERE action = 'patient.read' ORDER BY at")
        .fetch_all(&mut owner)
        .await
        .unwrap();
    assert!(opened.len() >= 3, "{opened:?}");
    // reviewed: an id that the database has just given
    let change = sqlx::AssertSqlSafe(format!(
        "BEGIN; SET LOCAL session_replication_role = replica; UPDATE audit_entry SET outcome = 'denied' WHERE id = '{}'; COMMIT",
        opened[1]
    ));
    sqlx::raw_sql(change).execute(&mut owner).await.unwrap();
    drop(owner);
    database.close().await.unwrap();
    let (code, said) = folder.command("verify-audit").await;
    assert_eq!(code, Some(1), "{said}");
    assert!(
        said.contains(&format!("entry {} was changed after it was sealed", opened[1])) && said.contains("1 fault(s)"),
        "{said}"
    );
    assert!(!said.contains(&opened[0].to_string()), "{said}");
}

/// R13 over HTTP: Dr Rao reads her account, signs in anew and opens a chart, a program signs in, and a device posts, while an operator exchanges the master key.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn rotate_keys_beside_a_serving_server_fails_no_request() {
    let folder = Folder::new("rotate");
    let first = format!("1:{MASTER_KEY}\n");
    let second = "2:5d0c8be2a97f4416b3e1f07ac2d99358e6124bb7a0fd83c51b7e9a4f60d2c8e1\n";
    let hospital = Arc::new(arrange(&folder).await);
    folder.write_keys(&first);
    let (server, client) = (Arc::new(Program::start(&folder, "warn").await), client());
    let cookie = sign_in(&server, &client).await;
    let stop = Arc::new(AtomicBool::new(false));
    let answered: Arc<[AtomicU64; 5]> = Arc::default();
    let lanes: Vec<_> = (0..5)
        .map(|lane| {
            let (server, client, cookie) = (server.clone(), client.clone(), cookie.clone());
            let (stop, answered, hospital) = (stop.clone(), answered.clone(), hospital.clone());
            tokio::spawn(async move {
                while !stop.load(Ordering::SeqCst) {
                    let turn = answered[lane].load(Ordering::SeqCst);
                    ask(lane, turn, &server, &client, &cookie, &hospital).await;
                    answered[lane].store(turn + 1, Ordering::SeqCst);
                    tokio::time::sleep(Duration::from_millis(20)).await;
                }
            })
        })
        .collect();
    // Each lane has had so many more answers.
    let go_on = async |more: u64| {
        let before: Vec<u64> = answered.iter().map(|lane| lane.load(Ordering::SeqCst)).collect();
        let is_there = |(lane, before): (&AtomicU64, &u64)| lane.load(Ordering::SeqCst) >= before + more;
        while !answered.iter().zip(&before).all(is_there) {
            assert!(lanes.iter().all(|lane| !lane.is_finished()), "a request failed");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    };
    go_on(3).await;
    folder.write_keys(&format!("{first}{second}"));
    let (code, said) = folder.command("rotate-keys").await;
    assert_eq!(code, Some(0), "{said}");
    assert!(
        said.contains("Version 2 of the master key") && said.contains("1 key(s) of patients"),
        "{said}"
    );
    go_on(3).await;
    folder.write_keys(second);
    go_on(3).await;
    stop.store(true, Ordering::SeqCst);
    for lane in lanes {
        lane.await.expect("no request failed");
    }
    Arc::into_inner(server).unwrap().stop();

    // The old version is gone: a server that starts with the new one alone lets everybody in.
    let server = Program::start(&folder, "warn").await;
    let cookie = sign_in(&server, &client).await;
    opens(&server, &client, "/account", &cookie).await;
    let (code, said) = folder.command("verify-audit").await;
    assert_eq!(code, Some(0), "the chain is under the same key as before: {said}");
    server.stop();
}

/// One request of a lane; it must be answered well.
async fn ask(lane: usize, turn: u64, server: &Program, client: &reqwest::Client, cookie: &str, hospital: &Hospital) {
    match lane {
        0 => opens(server, client, "/account", cookie).await,
        1 => opens(server, client, &format!("/patients/{}", hospital.patient), cookie).await,
        2 => {
            let body =
                json!({ "seq": turn + 1, "taken_at": written(hospital::Clock::system().now()), "heart_rate": 70 });
            let url = server.url(&format!("/api/v1/devices/{}/readings", hospital.device.id));
            let request = client.post(url).bearer_auth(&hospital.device.token).json(&body);
            assert_eq!(request.send().await.unwrap().status(), 200, "a reading");
        }
        3 => {
            let body = json!({ "login": RAO, "password": PASSWORD });
            let request = client.post(server.url("/api/v1/auth/login")).json(&body);
            assert_eq!(request.send().await.unwrap().status(), 200, "a program");
        }
        _ => {
            // A number that is sealed anew with each turn, and opened again.
            let number = format!("+254 700 {turn:06}");
            let request = client.post(server.url("/account/contact")).form(&[("phone", &number)]);
            let request = request
                .header("origin", server.url(""))
                .header("sec-fetch-site", "same-origin");
            let answer = request.header("cookie", cookie).send().await.unwrap();
            assert_eq!(answer.status(), 303, "a number");
            let page = client.get(server.url("/account")).header("accept", "text/html");
            let page = page.header("cookie", cookie).send().await.unwrap();
            assert!(page.text().await.unwrap().contains(&number), "{number} is kept");
        }
    }
}
