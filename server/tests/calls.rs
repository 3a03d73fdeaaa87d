//! A patient calls their nurse with one press: the nurses who are on duty there are told, one says that she comes, the patient reads who, and it is closed; whoever is on call is told while nobody
//! comes, and may come themselves; who cares for the patient reads it and cannot call; who is at home reads why there is no button.

mod heard;

use domain::actor::{Actor, Role};
use domain::ids::UserId;
use domain::on_call::typed::ShiftTyped;
use hospital::Ctx;
use hospital::on_call::{self, sweep_now};
use reqwest::Method;
use uuid::Uuid;

use crate::support::Wardlight;
use crate::support::door::{Body, knock, page, status};

const HERS: &str = "/my/call";
const BOARD: &str = "/calls";

/// Riverbend: Okafor lies in bed 1, B. Achieng is on duty there.
struct Bedside {
    at: Wardlight,
    okafor: String,
    achieng: String,
}

impl Bedside {
    async fn open() -> Self {
        let at = Wardlight::open().await;
        Self {
            okafor: at.sign_in("okafor@riverbend.example").await.unwrap(),
            achieng: at.sign_in("achieng@riverbend.example").await.unwrap(),
            at,
        }
    }

    /// One press of the big button, where a nurse is on duty.
    async fn call(&self) -> Uuid {
        self.call_saying("Your call is stored, and the ward is told.").await
    }

    /// The same, and what the page says.
    async fn call_saying(&self, words: &str) -> Uuid {
        let said = page(&self.at, HERS, &self.okafor, &[("act", "call")]).await;
        assert!(said.contains(words), "{words}: {said}");
        self.newest().await
    }

    async fn newest(&self) -> Uuid {
        sqlx::query_scalar("SELECT id FROM nurse_call ORDER BY called_at DESC, id DESC LIMIT 1")
            .fetch_one(self.at.db.owner())
            .await
            .unwrap()
    }

    async fn answer(&self, who: &str, act: &str, id: Uuid) -> String {
        let id = id.to_string();
        page(&self.at, BOARD, who, &[("act", act), ("id", &id), ("how", "helped")]).await
    }

    async fn state(&self, id: Uuid) -> String {
        sqlx::query_scalar("SELECT state FROM nurse_call WHERE id = $1")
            .bind(id)
            .fetch_one(self.at.db.owner())
            .await
            .unwrap()
    }

    async fn calls(&self) -> i64 {
        sqlx::query_scalar("SELECT count(*) FROM nurse_call")
            .fetch_one(self.at.db.owner())
            .await
            .unwrap()
    }

    /// Puts them on call for the house, day and night, in these ranks.
    async fn on_call(&self, admin: UserId, people: &[(UserId, &str)]) {
        let actor = Actor::staff(admin, self.at.riverbend.id, vec![Role::HospitalAdmin]);
        let admin = Ctx::new(self.at.house.clone(), actor, Uuid::now_v7());
        for (who, rank) in people {
            let shift = ShiftTyped {
                rank: (*rank).into(),
                when: "daily".into(),
                from: "07:00".into(),
                until: "07:00".into(),
            };
            on_call::add_shift(&admin, None, *who, &shift).await.unwrap();
        }
    }

    /// Steps of the on-call table: which, who was told, why nobody was.
    async fn steps(&self, id: Uuid) -> Vec<(i16, Option<Uuid>, Option<String>)> {
        sqlx::query_as(
            "SELECT step, told_user, skipped_reason FROM nurse_call_step WHERE call_id = $1 AND step > 0 ORDER BY round, step, id",
        )
        .bind(id)
        .fetch_all(self.at.db.owner())
        .await
        .unwrap()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn one_press_calls_somebody_comes_and_the_patient_reads_who() {
    let it = Bedside::open().await;
    let achieng = it.at.user("achieng@riverbend.example").await;
    for path in ["/my", HERS, "/my/dialysis"] {
        let before = page(&it.at, path, &it.okafor, &[]).await;
        assert!(
            before.contains("value=\"call\"") && before.contains("Call my nurse"),
            "{path}: {before}"
        );
    }
    let id = it.call().await;
    assert_eq!(
        it.at.told("call.made").await,
        [achieng.0],
        "the nurse on duty is told once"
    );
    // Whoever presses twice has called once, and is not told otherwise.
    assert_eq!(it.call().await, id);
    assert_eq!(it.calls().await, 1);
    assert_eq!(it.at.told("call.made").await, [achieng.0]);

    let waits = page(&it.at, "/my", &it.okafor, &[]).await;
    assert!(
        waits.contains("Nobody has said yet that they come.") && !waits.contains("value=\"call\""),
        "{waits}"
    );
    let board = page(&it.at, BOARD, &it.achieng, &[]).await;
    for words in ["Ward 4 · Renal · Bed 1", "OKAFOR", "Nobody has taken it", "I am coming"] {
        assert!(board.contains(words), "{words}: {board}");
    }
    let ward = page(&it.at, &format!("/ward/{}", it.at.riverbend.ward), &it.achieng, &[]).await;
    assert!(
        ward.contains("1 patient calls") && ward.contains("href=\"/calls\""),
        "{ward}"
    );
    let early = it.answer(&it.achieng, "close", id).await;
    assert!(early.contains("Somebody says first that they come."), "{early}");

    let taken = it.answer(&it.achieng, "take", id).await;
    assert!(taken.contains("The patient reads that you are coming."), "{taken}");
    let ward = page(&it.at, &format!("/ward/{}", it.at.riverbend.ward), &it.achieng, &[]).await;
    assert!(ward.contains("Somebody is coming to 1 patient"), "{ward}");
    for path in [HERS, "/my/call/now", "/my", "/my/dialysis"] {
        let comes = page(&it.at, path, &it.okafor, &[]).await;
        assert!(comes.contains("B. Achieng is coming"), "{path}: {comes}");
    }
    let rao = it.at.sign_in("rao@riverbend.example").await.unwrap();
    let late = it.answer(&rao, "take", id).await;
    assert!(late.contains("Somebody else is coming already."), "{late}");
    // Nobody answers for whoever was there: nothing is chosen at first, and who chooses nothing is asked.
    let asks = page(&it.at, BOARD, &it.achieng, &[]).await;
    assert!(
        asks.contains("What came of it") && asks.contains("<option value=\"\" selected>Choose</option>"),
        "{asks}"
    );
    let unsaid = [("act", "close"), ("id", &id.to_string()), ("how", "")];
    let unsaid = page(&it.at, BOARD, &it.achieng, &unsaid).await;
    assert!(unsaid.contains("Choose what came of it."), "{unsaid}");
    assert_eq!(it.state(id).await, "taken");
    let closed = it.answer(&it.achieng, "close", id).await;
    assert!(
        closed.contains("The call is closed.") && closed.contains("Nobody calls"),
        "{closed}"
    );
    assert_eq!(it.state(id).await, "closed");
    let done = page(&it.at, HERS, &it.okafor, &[]).await;
    assert!(
        done.contains("Done: somebody was there.") && done.contains("value=\"call\""),
        "{done}"
    );
    it.at.later(3_700);
    let again = it.at.sign_in("okafor@riverbend.example").await.unwrap();
    let over = page(&it.at, HERS, &again, &[]).await;
    assert!(
        !over.contains("Done: somebody was there."),
        "an hour later it is over: {over}"
    );

    // Neither a notice nor an address names anybody.
    let nurse = it.at.sign_in("achieng@riverbend.example").await.unwrap();
    let notices = page(&it.at, "/notifications", &nurse, &[]).await;
    assert!(
        notices.contains("Ward 4 · Renal · Bed 1: a patient calls for a nurse.") && !notices.contains("OKAFOR"),
        "{notices}"
    );
    let fields = vec![("act", "call".to_owned()), ("about", "pain".to_owned())];
    let answer = knock(&it.at, &Method::POST, HERS, &Body::Form(fields), &again).await;
    assert_eq!(answer.headers()["location"], HERS);
    let said = page(&it.at, BOARD, &nurse, &[]).await;
    assert!(said.contains("Pain"), "{said}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_of_a_ward_says_always_how_many_call_and_asks_again_by_itself() {
    let it = Bedside::open().await;
    let ward = format!("/ward/{}", it.at.riverbend.ward);
    let door = format!("{ward}/calls/now");
    let quiet = page(&it.at, &ward, &it.achieng, &[]).await;
    assert!(
        quiet.contains(&format!("data-again=\"{door}\"")) && quiet.contains("No patient calls"),
        "the way stands where nobody calls, too: {quiet}"
    );
    let part = async || page(&it.at, &door, &it.achieng, &[]).await;
    let none = part().await;
    assert!(
        none.contains("href=\"/calls\"") && none.contains("No patient calls") && !none.contains("chip"),
        "nothing draws the eye: {none}"
    );
    let id = it.call().await;
    let calls = part().await;
    assert!(
        calls.contains("chip--high-soft") && calls.contains("data-news=\"1 patient calls\""),
        "it draws the eye, and is told to who does not see it: {calls}"
    );
    assert!(
        !calls.contains("OKAFOR") && !calls.contains("<form"),
        "numbers: {calls}"
    );
    it.answer(&it.achieng, "take", id).await;
    let comes = part().await;
    assert!(
        comes.contains("Somebody is coming to 1 patient") && comes.contains("data-news=\"\""),
        "{comes}"
    );
    it.answer(&it.achieng, "give-back", id).await;
    assert!(
        part().await.contains("data-news=\"1 patient calls\""),
        "nobody comes after all"
    );
    it.answer(&it.achieng, "take", id).await;
    page(&it.at, HERS, &it.okafor, &[("act", "again")]).await;
    assert!(part().await.contains("data-news=\"1 patient calls\""), "nobody came");
    it.answer(&it.achieng, "take", id).await;
    it.answer(&it.achieng, "close", id).await;
    assert!(part().await.contains("No patient calls"));
    it.call().await;
    assert!(part().await.contains("data-news=\"1 patient calls\""), "another call");
    page(&it.at, HERS, &it.okafor, &[("act", "cancel")]).await;
    assert!(part().await.contains("No patient calls"), "taken back");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_patient_takes_it_back_and_calls_anew() {
    let it = Bedside::open().await;
    let id = it.call().await;
    let back = page(&it.at, HERS, &it.okafor, &[("act", "cancel")]).await;
    assert!(
        back.contains("Your call is taken back.") && back.contains("The call was taken back."),
        "{back}"
    );
    assert_eq!(it.state(id).await, "cancelled");
    let late = it.answer(&it.achieng, "take", id).await;
    assert!(late.contains("The patient has taken this call back."), "{late}");
    let none = page(&it.at, HERS, &it.okafor, &[("act", "cancel")]).await;
    assert!(none.contains("No call is open any longer."), "{none}");
    it.at.later(700);
    sweep_now(&it.at.house).await.unwrap();
    assert_eq!(it.steps(id).await, [], "nobody is told of what was taken back");
    assert_ne!(it.call().await, id);
    // Six a minute are stored; who presses on is told so, and nothing is said to be stored that is not.
    for _ in 0..5 {
        page(&it.at, HERS, &it.okafor, &[("act", "cancel")]).await;
        it.call().await;
    }
    page(&it.at, HERS, &it.okafor, &[("act", "cancel")]).await;
    let before = it.calls().await;
    let busy = page(&it.at, HERS, &it.okafor, &[("act", "call")]).await;
    assert!(
        busy.contains("Too much at once.") && !busy.contains("Your call is stored"),
        "{busy}"
    );
    assert_eq!(it.calls().await, before);
}

#[tokio::test(flavor = "multi_thread")]
async fn while_nobody_comes_whoever_is_on_call_is_told_step_by_step() {
    let it = Bedside::open().await;
    let [rao, achieng, haddad] = [
        it.at.user("rao@riverbend.example").await,
        it.at.user("achieng@riverbend.example").await,
        it.at.user("haddad@riverbend.example").await,
    ];
    it.on_call(haddad, &[(rao, "1"), (achieng, "2")]).await;
    let id = it.call().await;
    sweep_now(&it.at.house).await.unwrap();
    assert_eq!(it.steps(id).await, [], "not before the time of the first is over");
    let board = async || page(&it.at, "/calls/now", &it.achieng, &[]).await;
    let early = board().await;
    for words in [
        "· as they called · <bdi>B. Achieng</bdi>",
        "If nobody comes: ",
        "· First · <bdi>",
    ] {
        assert!(early.contains(words), "{words}: {early}");
    }
    it.at.later(61);
    let (one, other) = tokio::join!(sweep_now(&it.at.house), sweep_now(&it.at.house));
    let _ = (one.unwrap(), other.unwrap());
    assert_eq!(it.steps(id).await, [(1, Some(rao.0), None)]);
    assert_eq!(it.at.told("call.unanswered").await, [rao.0]);
    let told = board().await;
    let (before, after) = told.split_once("If nobody comes: ").unwrap();
    assert!(before.contains("· First · <bdi>"), "who was told: {told}");
    assert!(
        after.contains("· Second · <bdi>B. Achieng</bdi>"),
        "who is next: {told}"
    );
    it.answer(&it.achieng, "take", id).await;
    it.at.later(3_000);
    sweep_now(&it.at.house).await.unwrap();
    assert_eq!(it.steps(id).await, [(1, Some(rao.0), None)], "who comes stops it");
    let taken = board().await;
    assert!(!taken.contains("If nobody comes"), "somebody comes: {taken}");
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_was_told_of_a_call_may_come_and_opens_no_chart() {
    let it = Bedside::open().await;
    let haddad = it.at.user("haddad@riverbend.example").await;
    let (nurse, of_nurse) = it.at.colleague(it.at.riverbend.id, Role::Nurse).await;
    it.on_call(haddad, &[(nurse, "1")]).await;
    let id = it.call().await;
    let (named, chart) = (id.to_string(), format!("/patients/{}", it.at.riverbend.patients[0]));
    let take = [("act", "take"), ("id", named.as_str())];
    assert_eq!(status(&it.at, BOARD, &of_nurse, &take).await, 403, "not told yet");
    it.at.later(61);
    sweep_now(&it.at.house).await.unwrap();
    assert_eq!(it.steps(id).await, [(1, Some(nurse.0), None)]);

    let board = page(&it.at, BOARD, &of_nurse, &[]).await;
    for words in [
        "Ward 4 · Renal · Bed 1",
        "I am coming",
        "If nobody comes, the ward is told again.",
    ] {
        assert!(board.contains(words), "{words}: {board}");
    }
    assert!(!board.contains("OKAFOR"), "where, and not who: {board}");
    let opens = async || {
        knock(&it.at, &Method::GET, &chart, &Body::None, &of_nurse)
            .await
            .status()
            .as_u16()
    };
    assert_eq!(opens().await, 403);
    let taken = it.answer(&of_nurse, "take", id).await;
    assert!(taken.contains("The patient reads that you are coming."), "{taken}");
    let hers = page(&it.at, HERS, &it.okafor, &[]).await;
    assert!(hers.contains("A colleague is coming"), "{hers}");
    assert_eq!(opens().await, 403, "who comes reads nothing of the patient by it");
    let closed = it.answer(&of_nurse, "close", id).await;
    assert!(closed.contains("The call is closed."), "{closed}");

    // The next call is another matter: nobody told them of it.
    let second = it.call().await.to_string();
    let take = [("act", "take"), ("id", second.as_str())];
    assert_eq!(status(&it.at, BOARD, &of_nurse, &take).await, 403);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_at_home_reads_why_and_nothing_is_stored() {
    let it = Bedside::open().await;
    sqlx::query("UPDATE device_session SET during = tstzrange(lower(during), lower(during) + interval '1 second') WHERE patient_id = $1 AND upper_inf(during)")
        .bind(it.at.riverbend.patients[0])
        .execute(it.at.db.owner())
        .await
        .unwrap();
    sqlx::query("UPDATE admission SET during = tstzrange(lower(during), lower(during) + interval '1 second') WHERE patient_id = $1 AND upper_inf(during)")
        .bind(it.at.riverbend.patients[0])
        .execute(it.at.db.owner())
        .await
        .unwrap();
    it.at.later(60);
    let home = page(&it.at, HERS, &it.okafor, &[]).await;
    assert!(
        home.contains("while you are in a bed or a chair of the hospital") && !home.contains("value=\"call\""),
        "{home}"
    );
    let refused = page(&it.at, HERS, &it.okafor, &[("act", "call")]).await;
    assert!(!refused.contains("Your call is stored"), "{refused}");
    assert_eq!(it.calls().await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_calls_is_seen_where_they_lie_and_by_nobody_else() {
    let it = Bedside::open().await;
    let id = it.call().await;
    // Who is of the house and on duty nowhere sees nobody, and does not come.
    let (_, elsewhere) = it.at.colleague(it.at.riverbend.id, Role::Nurse).await;
    let board = page(&it.at, BOARD, &elsewhere, &[]).await;
    assert!(
        board.contains("You are on duty on no ward") && !board.contains("Nobody calls") && !board.contains("OKAFOR"),
        "that they are shown nothing is no all-clear: {board}"
    );
    let named = id.to_string();
    let take = [("act", "take"), ("id", named.as_str())];
    assert_eq!(status(&it.at, BOARD, &elsewhere, &take).await, 403);
    let silva = it.at.sign_in("silva@lakeside.example").await.unwrap();
    assert_eq!(
        status(&it.at, BOARD, &silva, &take).await,
        404,
        "a call of another hospital"
    );
    let mensah = it.at.sign_in("mensah@riverbend.example").await.unwrap();
    assert_eq!(
        status(&it.at, BOARD, &mensah, &take).await,
        403,
        "a technician sees and does not come while nobody told them"
    );
    assert_eq!(it.state(id).await, "waiting");
    // Nothing that is pressed is drawn anew.
    for (path, who) in [("/calls/now", &it.achieng), ("/my/call/now", &it.okafor)] {
        let part = page(&it.at, path, who, &[]).await;
        assert!(!part.contains("<form"), "{path}: {part}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn each_step_of_a_call_is_in_the_audit() {
    let it = Bedside::open().await;
    let id = it.call().await;
    page(&it.at, HERS, &it.okafor, &[("act", "call"), ("about", "pain")]).await;
    it.answer(&it.achieng, "take", id).await;
    it.answer(&it.achieng, "give-back", id).await;
    it.answer(&it.achieng, "take", id).await;
    page(&it.at, HERS, &it.okafor, &[("act", "again")]).await;
    it.answer(&it.achieng, "take", id).await;
    it.answer(&it.achieng, "close", id).await;
    let second = it.call().await;
    page(&it.at, HERS, &it.okafor, &[("act", "cancel")]).await;
    assert_eq!(it.state(second).await, "cancelled");
    let written: Vec<String> = sqlx::query_scalar(
        "SELECT action FROM audit_entry WHERE action LIKE 'call.%' AND outcome = 'allowed' ORDER BY at, id",
    )
    .fetch_all(it.at.db.owner())
    .await
    .unwrap();
    for action in [
        "call.make",
        "call.say",
        "call.take",
        "call.give_back",
        "call.again",
        "call.close",
        "call.cancel",
    ] {
        assert!(written.iter().any(|known| known == action), "{action}: {written:?}");
    }
}
