use domain::telemetry::Parameter;

use super::*;

#[test]
fn only_what_may_still_be_taken_is_kept() {
    let wait = Some(Duration::from_secs(3));
    assert_eq!(judge(StatusCode::TOO_MANY_REQUESTS, wait, ""), Outcome::Busy(wait));
    assert!(matches!(
        judge(StatusCode::SERVICE_UNAVAILABLE, wait, ""),
        Outcome::Away(Some(_), _)
    ));
    assert!(matches!(
        judge(StatusCode::INTERNAL_SERVER_ERROR, None, ""),
        Outcome::Away(None, _)
    ));
    assert!(matches!(judge(StatusCode::UNAUTHORIZED, None, ""), Outcome::Unknown(_)));
    assert!(matches!(
        judge(StatusCode::UNPROCESSABLE_ENTITY, None, ""),
        Outcome::Refused(_)
    ));
}

#[test]
fn refused_items_are_counted_and_the_first_is_named() {
    let answer = r#"{"accepted": 1, "duplicates": 0, "rejected": [{"index": 1, "field": "spo2", "reason": "Must lie between 0 and 100 %."}]}"#;
    let expected = Outcome::Taken {
        rejected: 1,
        first: Some("spo2: Must lie between 0 and 100 %.".into()),
    };
    assert_eq!(judge(StatusCode::OK, None, answer), expected);
    assert_eq!(
        judge(StatusCode::NO_CONTENT, None, ""),
        Outcome::Taken {
            rejected: 0,
            first: None
        }
    );
}

#[test]
fn a_refusal_says_what_the_problem_document_says() {
    let problem = r#"{"type": "x", "title": "Invalid values", "status": 422, "detail": "Mend it.", "errors": [{"field": "started_at", "reason": "Later."}]}"#;
    assert_eq!(
        judge(StatusCode::UNPROCESSABLE_ENTITY, None, problem),
        Outcome::Refused("422 Unprocessable Entity Mend it. started_at: Later.".into())
    );
}

#[test]
fn retry_after_is_read_in_seconds() {
    assert_eq!(retry_after(" 5 "), Some(Duration::from_secs(5)));
    assert_eq!(retry_after("Mon, 23 Nov 2026 05:00:00 GMT"), None);
}

#[test]
fn a_heartbeat_names_promise_waiting_and_replay() {
    let mut promise = Promise::default();
    promise.set(Parameter::HeartRate, Some(1.5));
    let started_at = Moment::from_millis(1_800_000_000_000);
    let sent = body(&Heartbeat {
        promise: &promise,
        waiting: 7,
        recording: "bed_01",
        started_at,
        speed: 60.0,
    });
    assert_eq!(sent.get("intervals"), Some(&json!({ "heart_rate": 1.5 })));
    assert_eq!(sent.get("readings_waiting"), Some(&json!(7)));
    assert_eq!(
        sent.get("replay"),
        Some(&json!({ "recording": "bed_01", "started_at": "2027-01-15T08:00:00Z", "speed": 60.0 }))
    );
}

#[tokio::test]
async fn a_server_that_is_not_there_is_away() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = format!("http://{}", listener.local_addr().expect("an address"));
    drop(listener);
    let client = Client::new(&address).expect("a client");
    let outcome = client
        .deliver(
            DeviceId(uuid::Uuid::nil()),
            &SecretString::from("token"),
            &Load::Session(Moment::default()),
        )
        .await;
    assert_eq!(outcome, Outcome::Away(None, "no connection".into()));
}
