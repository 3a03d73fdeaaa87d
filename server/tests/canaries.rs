//! Nothing that a person or a device says, and no secret, reaches a log. The real program runs at log level `debug`, in a hospital whose people, passwords
//! and numbers are recognisable words (canaries). Every form of every page is filled with more of them and sent, by everybody; every door is knocked at with them in path,
//! query, head and body; every kind of secret is made, used and shown wrongly once. Then all that the program and PostgreSQL logged is searched.
//!
//! A new page or door is found by itself: pages through their forms, doors through `server::router::endpoints`. A new kind of secret is a step in [`secrets`].

mod aviary;
mod people;
mod secrets;
mod visit;

use std::collections::BTreeSet;

use domain::actor::Role;
use futures::future::join_all;

use crate::support::program::{Folder, Program};
use aviary::Aviary;
use visit::Visit;

#[tokio::test(flavor = "multi_thread")]
async fn no_log_holds_what_people_and_devices_say_nor_any_secret() {
    let folder = Folder::new("canaries");
    let aviary = Aviary::default();
    let hospital = people::people(&folder, &aviary).await;
    let program = Program::start(&folder, "debug").await;
    let client = reqwest::Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .timeout(std::time::Duration::from_secs(60))
        .build()
        .unwrap();
    let visit = Visit {
        program: &program,
        aviary: &aviary,
        client,
    };
    visit.device(&hospital).await;
    secrets::use_each(&visit, &hospital, &folder).await;
    // Nobody, the doctor and the patient also knock at every door.
    let [doctor, patient] = [Role::Doctor, Role::Patient].map(|role| hospital.account(role));
    let cookies = [String::new(), visit.sign_in(doctor).await, visit.sign_in(patient).await];
    join_all(cookies.iter().map(|cookie| visit.knock_everywhere(cookie, &hospital))).await;
    // Whoever changes what others may do comes after them, and wrong passwords last: they close the address.
    let mut sent = BTreeSet::new();
    for together in [
        &[Role::Proxy][..],
        &[Role::Patient],
        &[
            Role::Doctor,
            Role::Nurse,
            Role::Technician,
            Role::Pharmacist,
            Role::Receptionist,
        ],
        &[Role::SuperAdmin],
        &[Role::HospitalAdmin],
    ] {
        let visits = together
            .iter()
            .map(|role| visit.everything(hospital.account(*role), &hospital));
        sent.extend(join_all(visits).await.into_iter().flatten());
    }
    join_all([doctor, patient].map(|account| visit.wrong_passwords(&account.email))).await;
    secrets::watch_mails(&aviary, &folder);
    program.stop();
    secrets::watch_hashes(&aviary, &folder).await;

    for (door, known) in [
        ("/alarms/acknowledge", "the note at an alarm"),
        ("/sign-in", "the sign-in form"),
        ("/hospital/clients", "the form for a program"),
        ("/my/proxies", "the form for a carer"),
    ] {
        assert!(sent.contains(door), "{known} was not found among the forms: {sent:?}");
    }
    for kind in secrets::KINDS {
        assert!(
            aviary.watches(kind) > 0,
            "no {kind} was made, so its absence proves nothing"
        );
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
