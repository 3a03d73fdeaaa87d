//! Whoever the house told of a value by name reads that one back and closes it, and reads neither whose it is nor what it says.

use domain::actor::Role;
use hospital::on_call::sweep_now;
use reqwest::Method;

use super::{BOARD, Loop};
use crate::support::door::{Body, knock, page, status};

#[tokio::test(flavor = "multi_thread")]
async fn whoever_was_told_by_name_answers_that_one_and_opens_no_chart() {
    let it = Loop::open().await;
    let (second, of_second) = it.at.colleague(it.at.riverbend.id, Role::Doctor).await;
    let (third, of_third) = it.at.colleague(it.at.riverbend.id, Role::Technician).await;
    it.on_call(second, "1").await;
    it.on_call(third, "2").await;
    let id = it.potassium().await;
    let named = id.to_string();
    let read = [("act", "read-back"), ("id", named.as_str()), ("value", "6.9")];
    assert_eq!(status(&it.at, BOARD, &of_second, &read).await, 403, "not told yet");
    let before = page(&it.at, BOARD, &of_second, &[]).await;
    assert!(
        before.contains("Not yours to read") && !before.contains("value=\"read-back\""),
        "{before}"
    );
    it.at.later(61);
    sweep_now(&it.at.house).await.unwrap();
    it.at.later(120);
    sweep_now(&it.at.house).await.unwrap();
    let told = [(1, Some(second.0), None), (2, Some(third.0), None)];
    assert_eq!(it.steps(id).await, told);

    // A technician sees where one waits; reading it back is for who can act on it.
    let technician = page(&it.at, BOARD, &of_third, &[]).await;
    assert!(
        technician.contains("Ward 4 · Renal · Bed 1") && !technician.contains("value=\"read-back\""),
        "{technician}"
    );
    assert_eq!(status(&it.at, BOARD, &of_third, &read).await, 403);

    // Where it waits and whom to ask, and neither whose it is nor what it says.
    let notices = page(&it.at, "/notifications", &of_second, &[]).await;
    assert!(
        notices.contains("Nobody has read a critical value back, and you are on call.") && !notices.contains(&it.door),
        "{notices}"
    );
    let board = page(&it.at, BOARD, &of_second, &[]).await;
    for words in [
        "You were told of this · Ward 4 · Renal · Bed 1",
        "Ask B. Achieng, who reported it, for the value.",
        "value=\"read-back\"",
    ] {
        assert!(board.contains(words), "{words}: {board}");
    }
    for secret in ["OKAFOR", "Okafor", "6.9", "Potassium", it.door.as_str()] {
        assert!(!board.contains(secret), "{secret} is not theirs to read: {board}");
    }
    let closed_to = async |path: &str| {
        knock(&it.at, &Method::GET, path, &Body::None, &of_second)
            .await
            .status()
            .as_u16()
    };
    let chart = format!("/patients/{}", it.at.riverbend.patients[0]);
    assert_eq!((closed_to(&chart).await, closed_to(&it.door).await), (403, 403));

    let answer = async |act: &'static str, field: (&'static str, &'static str)| {
        page(&it.at, BOARD, &of_second, &[("act", act), ("id", &named), field]).await
    };
    let misheard = answer("read-back", ("value", "9.6")).await;
    assert!(
        misheard.contains("That is not the value that was reported.") && it.state(id).await == "open",
        "{misheard}"
    );
    let agrees = answer("read-back", ("value", "6,90")).await;
    assert!(
        agrees.contains("it is read back. Now write what was done.") && agrees.contains("value=\"close\""),
        "{agrees}"
    );
    let short = answer("close", ("action", "x")).await;
    assert!(short.contains("Say what was done, in 3 to 500 characters."), "{short}");
    assert_eq!(
        (closed_to(&chart).await, closed_to(&it.door).await),
        (403, 403),
        "who answers reads nothing by it"
    );
    let closed = answer("close", ("action", "Calcium was given at 08:41")).await;
    assert!(
        closed.contains("It is closed.") && closed.contains("No critical value waits"),
        "{closed}"
    );
    assert_eq!(it.state(id).await, "closed");
    let kept = page(&it.at, &it.door, &it.rao, &[]).await;
    assert!(
        kept.contains("Calcium was given at 08:41"),
        "who treats reads it: {kept}"
    );
    let written: Vec<String> = sqlx::query_scalar(
        "SELECT action FROM audit_entry WHERE actor_id = $1 AND outcome = 'allowed' AND action IN ('critical.misread', 'critical.read_back', 'critical.close') ORDER BY at, id",
    )
    .bind(second.0)
    .fetch_all(it.at.db.owner())
    .await
    .unwrap();
    assert_eq!(written, ["critical.misread", "critical.read_back", "critical.close"]);

    // The next one is another matter: nobody told them of it; and one of another hospital is not found.
    let next = it.potassium().await.to_string();
    let read = [("act", "read-back"), ("id", next.as_str()), ("value", "6.9")];
    assert_eq!(status(&it.at, BOARD, &of_second, &read).await, 403);
    let silva = it.at.sign_in("silva@lakeside.example").await.unwrap();
    assert_eq!(status(&it.at, BOARD, &silva, &read).await, 404);

    // Nobody treats Mwangi by name: the first on call is told as it is reported, and answers that one.
    let his = format!("/patients/{}/critical", it.at.riverbend.patients[1]);
    let fields = it.report("Potassium molar conc (Bld), mmol/L · 6298-4", "7.1", "");
    page(&it.at, &his, &it.achieng, &fields).await;
    let id = it.newest().await;
    assert_eq!(it.at.told("critical.unanswered").await, [second.0, third.0, second.0]);
    let named = id.to_string();
    let read = [("act", "read-back"), ("id", named.as_str()), ("value", "7.1")];
    assert_eq!(status(&it.at, BOARD, &of_second, &read).await, 303);
    assert_eq!(it.state(id).await, "read");
}
