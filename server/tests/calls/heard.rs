//! Nobody waits unheard: the patient reads who was told, also where that is nobody; who comes on call later is told then; what was taken is given back, or called again where nobody has come; and what
//! nobody takes begins anew.

use domain::actor::{Actor, Role};
use domain::ids::WardId;
use hospital::Ctx;
use hospital::calls::open_on;
use hospital::on_call::sweep_now;
use uuid::Uuid;

use super::{BOARD, Bedside, HERS};
use crate::support::door::page;

impl Bedside {
    /// B. Achieng goes: from a second after it began she is on duty no longer.
    async fn achieng_goes(&self) {
        let off = "UPDATE ward_duty d SET during = tstzrange(lower(d.during), lower(d.during) + interval '1 second') FROM app_user u WHERE u.id = d.user_id AND u.display_name = $1";
        sqlx::query(off)
            .bind("B. Achieng")
            .execute(self.at.db.owner())
            .await
            .unwrap();
        self.at.later(60);
    }

    /// A second nurse on duty on the ward, and her account.
    async fn second_nurse(&self) -> Uuid {
        let (nurse, _) = self.at.colleague(self.at.riverbend.id, Role::Nurse).await;
        sqlx::query("INSERT INTO ward_duty (user_id, ward_id, hospital_id, during) VALUES ($1, $2, $3, tstzrange(now() - interval '1 hour', NULL))")
            .bind(nurse.0)
            .bind(self.at.riverbend.ward)
            .bind(self.at.riverbend.id.0)
            .execute(self.at.db.owner())
            .await
            .unwrap();
        nurse.0
    }

    /// Who was told at once in each round, or that nobody was.
    async fn at_once(&self, id: Uuid) -> Vec<(i32, Option<Uuid>)> {
        sqlx::query_as(
            "SELECT round, told_user FROM nurse_call_step WHERE call_id = $1 AND step = 0 ORDER BY round, told_user",
        )
        .bind(id)
        .fetch_all(self.at.db.owner())
        .await
        .unwrap()
    }

    async fn press(&self, fields: &[(&'static str, &str)]) -> String {
        page(&self.at, HERS, &self.okafor, fields).await
    }
}

fn nobody(step: i16) -> (i16, Option<Uuid>, Option<String>) {
    (step, None, Some("nobody".to_owned()))
}

#[tokio::test(flavor = "multi_thread")]
async fn where_no_nurse_is_on_duty_whoever_is_on_call_is_told_at_once() {
    let it = Bedside::open().await;
    let rao = it.at.user("rao@riverbend.example").await;
    let haddad = it.at.user("haddad@riverbend.example").await;
    it.on_call(haddad, &[(rao, "1")]).await;
    it.achieng_goes().await;
    let id = it
        .call_saying("Your call is stored, and whoever is on call is told.")
        .await;
    assert_eq!(it.at_once(id).await, [(0, Some(rao.0))]);
    assert_eq!(it.at.told("call.unanswered").await, [rao.0]);
    assert!(it.at.told("call.made").await.is_empty());
    let hers = it.press(&[]).await;
    assert!(
        hers.contains("Whoever is on call is told.") && !hers.contains("The nurses of the ward are told."),
        "{hers}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn where_nobody_was_there_the_page_says_so_and_who_comes_later_is_told() {
    let it = Bedside::open().await;
    it.achieng_goes().await;
    let id = it
        .call_saying("but nobody could be told. Use the bell at your bed")
        .await;
    assert_eq!(it.at_once(id).await, [(0, None)]);
    for path in [HERS, "/my/call/now", "/my"] {
        let said = page(&it.at, path, &it.okafor, &[]).await;
        assert!(
            said.contains("nobody could be told") && !said.contains("The nurses of the ward"),
            "{path}: {said}"
        );
    }
    it.at.later(601);
    for _ in 0..2 {
        sweep_now(&it.at.house).await.unwrap();
        assert_eq!(
            it.steps(id).await,
            [nobody(1), nobody(2), nobody(3)],
            "that nobody was there is written once"
        );
    }
    // Somebody comes on call: the step was not used up.
    let rao = it.at.user("rao@riverbend.example").await;
    let haddad = it.at.user("haddad@riverbend.example").await;
    it.on_call(haddad, &[(rao, "1")]).await;
    for _ in 0..2 {
        sweep_now(&it.at.house).await.unwrap();
    }
    assert_eq!(
        it.steps(id).await,
        [nobody(1), (1, Some(rao.0), None), nobody(2), nobody(3)]
    );
    assert_eq!(it.at.told("call.unanswered").await, [rao.0]);
    let told = it.press(&[]).await;
    assert!(told.contains("Whoever is on call is told."), "{told}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_taken_is_given_back_and_the_others_are_told() {
    let it = Bedside::open().await;
    let achieng = it.at.user("achieng@riverbend.example").await.0;
    let rao = it.at.user("rao@riverbend.example").await;
    let haddad = it.at.user("haddad@riverbend.example").await;
    it.on_call(haddad, &[(rao, "1")]).await;
    let second = it.second_nurse().await;
    let id = it.call().await;
    it.at.later(61);
    sweep_now(&it.at.house).await.unwrap();
    it.answer(&it.achieng, "take", id).await;
    let back = it.answer(&it.achieng, "give-back", id).await;
    assert!(back.contains("The call waits again, and others are told."), "{back}");
    assert_eq!(it.state(id).await, "waiting");
    let mut both = [(0, Some(achieng)), (0, Some(second))];
    both.sort_unstable();
    assert_eq!(
        it.at_once(id).await,
        [both[0], both[1], (1, Some(second))],
        "who gave it back is not told"
    );
    let hers = it.press(&[]).await;
    assert!(hers.contains("Nobody has said yet that they come."), "{hers}");
    // The table is followed from its first rank again, counted from now.
    sweep_now(&it.at.house).await.unwrap();
    assert_eq!(it.steps(id).await, [(1, Some(rao.0), None)]);
    it.at.later(61);
    sweep_now(&it.at.house).await.unwrap();
    assert_eq!(it.steps(id).await, [(1, Some(rao.0), None), (1, Some(rao.0), None)]);
    let early = it.answer(&it.achieng, "give-back", id).await;
    assert!(early.contains("Somebody says first that they come."), "{early}");
}

#[tokio::test(flavor = "multi_thread")]
async fn where_nobody_has_come_the_patient_calls_again() {
    let it = Bedside::open().await;
    let achieng = it.at.user("achieng@riverbend.example").await.0;
    let id = it.call().await;
    let waits = it.press(&[]).await;
    assert!(!waits.contains("Nobody has come: call again"), "{waits}");
    it.answer(&it.achieng, "take", id).await;
    let taken = it.press(&[]).await;
    assert!(taken.contains("Nobody has come: call again"), "{taken}");
    let pressed = it.press(&[("act", "call")]).await;
    assert!(
        pressed.contains("Somebody has said that they come.") && it.state(id).await == "taken",
        "a press of the big button sends nobody away: {pressed}"
    );
    let again = it.press(&[("act", "again")]).await;
    assert!(again.contains("Your call is stored, and the ward is told."), "{again}");
    assert_eq!((it.state(id).await.as_str(), it.calls().await), ("waiting", 1));
    assert_eq!(
        it.at.told("call.made").await,
        [achieng, achieng],
        "also who had taken it"
    );
    let board = page(&it.at, BOARD, &it.achieng, &[]).await;
    assert!(
        board.contains("Nobody has taken it") && board.contains("once more"),
        "{board}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_it_is_about_is_said_after_the_press_and_once() {
    let it = Bedside::open().await;
    let id = it.call().await;
    let choices = it.press(&[]).await;
    assert!(choices.contains("value=\"pain\""), "{choices}");
    let said = it.press(&[("act", "call"), ("about", "pain")]).await;
    assert!(
        said.contains("Your call is stored") && !said.contains("value=\"pain\""),
        "{said}"
    );
    assert_eq!(it.newest().await, id);
    let board = page(&it.at, BOARD, &it.achieng, &[]).await;
    assert!(board.contains("Pain"), "{board}");
    let other = it.press(&[("act", "call"), ("about", "machine")]).await;
    assert!(
        other.contains("What your call is about is said already."),
        "nothing is lost in silence: {other}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_nobody_takes_begins_anew() {
    let it = Bedside::open().await;
    let achieng = it.at.user("achieng@riverbend.example").await.0;
    let rao = it.at.user("rao@riverbend.example").await;
    let haddad = it.at.user("haddad@riverbend.example").await;
    it.on_call(haddad, &[(rao, "1")]).await;
    let id = it.call().await;
    let first = [(1, Some(rao.0), None), nobody(2), nobody(3)];
    it.at.later(1_199);
    sweep_now(&it.at.house).await.unwrap();
    assert_eq!(it.steps(id).await, first, "the third has its turn after ten minutes");
    assert_eq!(it.at.told("call.made").await, [achieng]);
    it.at.later(2);
    let (one, other) = tokio::join!(sweep_now(&it.at.house), sweep_now(&it.at.house));
    let _ = (one.unwrap(), other.unwrap());
    assert_eq!(
        it.at_once(id).await,
        [(0, Some(achieng)), (1, Some(achieng))],
        "two sweeps at once begin it once"
    );
    assert_eq!(it.at.told("call.made").await, [achieng, achieng]);
    it.at.later(61);
    sweep_now(&it.at.house).await.unwrap();
    assert_eq!(it.at.told("call.unanswered").await, [rao.0, rao.0]);
    let written: i64 = sqlx::query_scalar("SELECT count(*) FROM audit_entry WHERE action = 'call.tell'")
        .fetch_one(it.at.db.owner())
        .await
        .unwrap();
    assert_eq!(written, 3, "each time that somebody was told is in the audit");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_was_moved_while_they_called_is_counted_and_called_for_where_they_are() {
    let it = Bedside::open().await;
    it.call().await;
    let (house, okafor, other) = (it.at.riverbend.id, it.at.riverbend.patients[0], Uuid::now_v7());
    let achieng = it.at.user("achieng@riverbend.example").await;
    // Whoever counts is on duty there.
    let waiting = async |ward: Uuid| {
        let nurse = Actor::Staff {
            user: achieng,
            hospital: house,
            roles: vec![Role::Nurse],
            wards: vec![WardId(ward)],
            exceptions: Vec::new(),
        };
        let ctx = Ctx::new(it.at.house.clone(), nurse, Uuid::now_v7());
        open_on(&ctx, WardId(ward)).await.unwrap().waiting
    };
    assert_eq!(waiting(it.at.riverbend.ward).await, 1);
    let (there, _) = it.at.colleague(house, Role::Nurse).await;
    for (statement, id) in [
        (
            "INSERT INTO ward (id, hospital_id, name) SELECT $1, id, 'Ward 9' FROM hospital WHERE name LIKE 'Riverbend%'",
            other,
        ),
        (
            "INSERT INTO ward_duty (user_id, ward_id, hospital_id, during) SELECT $1, id, hospital_id, tstzrange(now() - interval '1 hour', NULL) FROM ward WHERE name = 'Ward 9'",
            there.0,
        ),
        (
            "UPDATE device_session SET during = tstzrange(lower(during), lower(during) + interval '1 second') WHERE patient_id = $1 AND upper_inf(during)",
            okafor,
        ),
        (
            "UPDATE admission a SET ward_id = w.id FROM ward w WHERE w.name = 'Ward 9' AND a.patient_id = $1",
            okafor,
        ),
    ] {
        sqlx::query(statement).bind(id).execute(it.at.db.owner()).await.unwrap();
    }
    it.at.later(60);
    assert_eq!((waiting(it.at.riverbend.ward).await, waiting(other).await), (0, 1));
    it.at.later(1_200);
    sweep_now(&it.at.house).await.unwrap();
    assert_eq!(
        it.at.told("call.made").await,
        [achieng.0, there.0],
        "the next round tells who is there"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_who_take_at_once_one_comes() {
    let it = Bedside::open().await;
    let rao = it.at.sign_in("rao@riverbend.example").await.unwrap();
    let id = it.call().await;
    let (one, other) = tokio::join!(it.answer(&it.achieng, "take", id), it.answer(&rao, "take", id));
    let comes = [&one, &other].map(|said| said.contains("The patient reads that you are coming."));
    let late = [&one, &other].map(|said| said.contains("Somebody else is coming already."));
    assert_eq!(comes.into_iter().filter(|it| *it).count(), 1, "{one} {other}");
    assert_eq!(late, comes.map(|it| !it), "{one} {other}");
}
