use std::path::PathBuf;

use hospital::db::DatabaseConfig;

use super::*;

/// Random bits, as `openssl rand -base64 32` writes them.
const TOKEN: &str = "3J0mCkq8Zp1V9cXw5rT2yNn7sLhEaUgD4fBiQoKxM6I=";

fn settings() -> Config {
    Config {
        addr: "127.0.0.1:3000".parse().unwrap(),
        site_root: PathBuf::from("target/site"),
        retention_days: 32,
        metrics_token: Some(TOKEN.into()),
        trusted_proxies: 0,
        behind_tls: false,
        connections: 4_096,
        hl7: None,
        dev: false,
        demo: false,
        mail: crate::config::mail::MailConfig::for_tests(),
        audit_checkpoints: PathBuf::from("/nowhere/audit-checkpoints"),
        master_key: KeySetting {
            file: None,
            text: Some(format!("1:{TOKEN}").into()),
            data_dir: PathBuf::from("/nowhere"),
        },
        database: DatabaseConfig {
            owner_url: None,
            app_url: None,
            ingest_url: None,
            data_dir: PathBuf::from("/nowhere"),
        },
    }
}

fn grades(findings: Vec<Finding>) -> Vec<Grade> {
    findings.into_iter().map(|finding| finding.grade).collect()
}

#[test]
fn a_hospital_with_good_settings_has_nothing_to_mend() {
    assert_eq!(grades(secrets(&settings())), [Grade::Fine, Grade::Fine, Grade::Fine]);
    assert_eq!(grades(network(&settings())), [Grade::Fine, Grade::Fine, Grade::Fine]);
}

#[test]
fn a_token_that_can_be_guessed_is_refused_without_being_said() {
    for weak in ["figures", "changeme", &"a".repeat(64), &"ab".repeat(32), &TOKEN[..31]] {
        let finding = metrics_token(Some(&weak.into()));
        assert_eq!(finding.grade, Grade::Mend, "{weak}");
        assert!(!finding.says.contains(weak), "{}", finding.says);
    }
    assert_eq!(metrics_token(Some(&TOKEN.into())).grade, Grade::Fine);
    assert_eq!(metrics_token(None).grade, Grade::Hint);
}

#[test]
fn a_master_key_is_needed_outside_of_the_demo_and_a_weak_one_is_refused() {
    let with = |text: Option<&str>, demo| {
        let setting = KeySetting {
            text: text.map(SecretString::from),
            ..settings().master_key
        };
        master_key(&setting, demo)
    };
    let zeros = format!("1:{}", "00".repeat(32));
    for (text, demo, grade) in [
        (None, false, Grade::Mend),
        (None, true, Grade::Fine),
        (Some("secret"), false, Grade::Mend),
        (Some("secret"), true, Grade::Mend),
        (Some(zeros.as_str()), false, Grade::Mend),
    ] {
        let finding = with(text, demo);
        assert_eq!(finding.grade, grade, "{text:?} {demo}: {}", finding.says);
        assert!(text.is_none_or(|text| !finding.says.contains(text)));
    }
}

#[test]
fn where_it_listens_and_what_stands_in_front_must_agree() {
    for (addr, proxies, tls, expected) in [
        ("127.0.0.1:3000", 0, false, [Grade::Fine, Grade::Fine]),
        ("127.0.0.1:3000", 1, true, [Grade::Fine, Grade::Fine]),
        ("127.0.0.1:3000", 1, false, [Grade::Fine, Grade::Hint]),
        ("127.0.0.1:3000", 0, true, [Grade::Fine, Grade::Mend]),
        ("0.0.0.0:3000", 0, false, [Grade::Mend, Grade::Fine]),
        ("0.0.0.0:3000", 2, true, [Grade::Fine, Grade::Fine]),
        ("0.0.0.0:3000", 7, true, [Grade::Hint, Grade::Fine]),
    ] {
        let config = Config {
            addr: addr.parse().unwrap(),
            trusted_proxies: proxies,
            behind_tls: tls,
            ..settings()
        };
        assert_eq!(grades(network(&config))[..2], expected, "{addr} {proxies} {tls}");
    }
}

#[test]
fn a_database_elsewhere_is_reached_over_tls() {
    let mut config = settings();
    config.database.owner_url = Some("postgres://boss:hush@db.example/ward".into());
    let finding = database_way(&config);
    assert_eq!(finding.grade, Grade::Mend);
    assert!(
        finding.says.contains("DATABASE_URL") && !finding.says.contains("hush"),
        "{}",
        finding.says
    );
    config.database.owner_url = Some("no url hush".into());
    let finding = database_way(&config);
    assert!(
        finding.grade == Grade::Mend && !finding.says.contains("hush"),
        "{}",
        finding.says
    );
}

#[test]
fn the_database_is_behind_a_password_that_nobody_guesses() {
    for (url, grade) in [
        (None, Grade::Fine),
        (Some("postgres://boss:x7Rk2mQ9vLpT4wZc@localhost/ward"), Grade::Fine),
        (Some("postgres://postgres:hush@localhost/ward"), Grade::Mend),
        (Some("postgres://boss@localhost/ward"), Grade::Mend),
        (Some("no url hush"), Grade::Mend),
    ] {
        let mut config = settings();
        config.database.owner_url = url.map(SecretString::from);
        let finding = database_password(&config);
        assert_eq!(finding.grade, grade, "{url:?}");
        assert!(!finding.says.contains("hush"), "{}", finding.says);
    }
}

#[test]
fn mail_travels_over_tls() {
    for (url, grade) in [
        (None, Grade::Hint),
        (Some("smtps://ward:hush@mail.example"), Grade::Fine),
        (Some("smtps://ward:hush@mail.example:465/"), Grade::Fine),
        (Some("smtp://ward:hush@mail.example:587?tls=required"), Grade::Fine),
        (Some("smtp://localhost:25"), Grade::Fine),
        (Some("smtp://[::1]:25"), Grade::Fine),
        (Some("smtp://ward:hush@mail.example"), Grade::Mend),
        (Some("smtps://"), Grade::Mend),
        (Some("mail.example"), Grade::Mend),
    ] {
        let finding = mail(url);
        assert_eq!(finding.grade, grade, "{url:?}");
        assert!(!finding.says.contains("hush"), "{}", finding.says);
    }
}
