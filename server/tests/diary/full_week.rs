//! Who waits with a full week says which session they give up, and what they take moves it; what nobody takes goes to the next, and what can be taken no longer is withdrawn.

use hospital::dialysis::diary::offers::look_everywhere;
use hospital::jobs;
use uuid::Uuid;

use super::{Unit, prescribe, run};
use crate::support::door::page;

impl Unit {
    /// Days from today to the Monday of next week.
    fn monday(&self) -> i64 {
        self.day(0).monday().plus(7).0 - self.day(0).0
    }

    /// As many sessions of next week as are prescribed, in the morning: Monday, Tuesday, Wednesday. Answers that of Wednesday.
    async fn fill_week(&self, nurse: &str, patient: Uuid) -> String {
        for day in 0..3 {
            let said = self.book(nurse, patient, &self.place(self.monday() + day, 0, 0)).await;
            assert!(said.contains("The place is booked."), "{said}");
        }
        let session: Uuid = sqlx::query_scalar(
            "SELECT id FROM dialysis_session WHERE patient_id = $1 AND state = 'booked' ORDER BY lower(planned) DESC LIMIT 1",
        )
        .bind(patient)
        .fetch_one(self.at.db.owner())
        .await
        .unwrap();
        session.to_string()
    }

    /// The patient waits from tomorrow on for two weeks, and gives up this session for it.
    pub(super) async fn waits(&self, cookie: &str, instead_of: &str) -> String {
        let (from, until) = (self.day(1).text(), self.day(20).text());
        let fields = [
            ("act", "wait"),
            ("from", from.as_str()),
            ("until", until.as_str()),
            ("instead_of", instead_of),
        ];
        page(&self.at, "/my/dialysis", cookie, &fields).await
    }

    /// Staff put somebody on the list for the same days.
    pub(super) async fn put(&self, nurse: &str, patient: Uuid) {
        let (patient, from, until) = (patient.to_string(), self.day(1).text(), self.day(20).text());
        let fields = [
            ("act", "put"),
            ("patient", patient.as_str()),
            ("from", from.as_str()),
            ("until", until.as_str()),
        ];
        let said = self.post("/dialysis/waiting", nurse, &fields).await;
        assert!(said.contains("They are on the list."), "{said}");
    }

    /// The turn in which somebody waits.
    pub(super) async fn wait_of(&self, patient: Uuid) -> String {
        sqlx::query_scalar("SELECT id::text FROM dialysis_wait WHERE patient_id = $1 AND ended_at IS NULL")
            .bind(patient)
            .fetch_one(self.at.db.owner())
            .await
            .unwrap()
    }

    /// Staff offer a place to somebody who waits.
    pub(super) async fn offer(&self, nurse: &str, patient: Uuid, place: &str) -> String {
        let wait = self.wait_of(patient).await;
        let fields = [("wait", wait.as_str()), ("place", place)];
        self.post("/dialysis/waiting", nurse, &fields).await
    }

    /// Somebody is booked at a place, and it is called off: it goes to whoever waits.
    async fn comes_free(&self, nurse: &str, patient: Uuid, place: &str) {
        let said = self.book(nurse, patient, place).await;
        assert!(said.contains("The place is booked."), "{said}");
        let session = self.booked(patient).await.unwrap().to_string();
        let cancel = [("act", "cancel"), ("session", session.as_str()), ("reason", "holiday")];
        self.post("/dialysis/diary", nurse, &cancel).await;
        jobs::do_what_is_due(&self.at.house).await.unwrap();
    }

    /// To whom something is offered now.
    pub(super) async fn offered_to(&self) -> Vec<Uuid> {
        sqlx::query_scalar(
            "SELECT patient_id FROM dialysis_wait WHERE ended_at IS NULL AND offered_at IS NOT NULL ORDER BY asked_at",
        )
        .fetch_all(self.at.db.owner())
        .await
        .unwrap()
    }

    /// How each offer ended that was not taken, the first first.
    pub(super) async fn ended(&self) -> Vec<String> {
        sqlx::query_scalar("SELECT because FROM dialysis_offer_ended ORDER BY ended_at, id")
            .fetch_all(self.at.db.owner())
            .await
            .unwrap()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_somebody_is_shown_to_choose_from_they_can_take() {
    let unit = Unit::open().await;
    let (nurse, okafor) = (unit.nurse().await, unit.okafor_herself().await);
    let monday = unit.monday();
    let from = format!("/my/dialysis/book?from={}", unit.day(monday).text());
    // Whatever chair it is.
    let is_shown = |page: &str, after: i64, shift: usize| {
        let place = unit.place(after, shift, 0);
        page.contains(place.trim_end_matches(&unit.chairs[0].to_string()))
    };
    let said = unit.book(&nurse, unit.okafor, &unit.place(monday, 0, 0)).await;
    assert!(said.contains("The place is booked."), "{said}");

    // Nothing at the time of her own session, and every other shift of that day.
    let shown = page(&unit.at, &from, &okafor, &[]).await;
    assert!(
        is_shown(&shown, monday, 1) && !is_shown(&shown, monday, 0) && is_shown(&shown, monday + 1, 0),
        "{shown}"
    );
    let same_time = unit.place(monday, 0, 2);
    let said = page(&unit.at, "/my/dialysis/book", &okafor, &[("place", &same_time)]).await;
    assert!(said.contains("You have a session at that time already."), "{said}");

    // A full week shows none of its places and says why; the week after has room.
    for after in [monday + 1, monday + 4] {
        let said = unit.book(&nurse, unit.okafor, &unit.place(after, 0, 0)).await;
        assert!(said.contains("The place is booked."), "{said}");
    }
    let shown = page(&unit.at, &from, &okafor, &[]).await;
    assert!(
        shown.contains("you have as many sessions as are prescribed for you"),
        "{shown}"
    );
    assert!(
        !is_shown(&shown, monday + 3, 0) && is_shown(&shown, monday + 7, 0),
        "{shown}"
    );

    // Who moves one of them chooses in that week as well, on its own day too, and takes what is shown.
    let friday = unit.booked(unit.okafor).await.unwrap().to_string();
    let shown = page(&unit.at, &format!("{from}&moves={friday}"), &okafor, &[]).await;
    assert!(
        is_shown(&shown, monday + 3, 0) && !is_shown(&shown, monday, 0) && !is_shown(&shown, monday + 1, 0),
        "{shown}"
    );
    assert!(
        is_shown(&shown, monday + 4, 1) && !is_shown(&shown, monday + 4, 0),
        "{shown}"
    );
    let thursday = unit.place(monday + 3, 0, 0);
    let fields = [("place", thursday.as_str()), ("moves", friday.as_str())];
    let said = page(&unit.at, "/my/dialysis/book", &okafor, &fields).await;
    assert!(said.contains("Your session is moved."), "{said}");
}

#[tokio::test(flavor = "multi_thread")]
async fn with_a_full_week_a_place_is_offered_to_who_gives_one_up_and_taking_it_moves_that_one() {
    let unit = Unit::open().await;
    let (nurse, okafor) = (unit.nurse().await, unit.okafor_herself().await);
    let wednesday = unit.fill_week(&nurse, unit.okafor).await;
    let form = page(&unit.at, "/my/dialysis", &okafor, &[]).await;
    assert!(
        form.contains("Session that you give up for it") && form.contains(&format!("value=\"{wednesday}\"")),
        "she chooses among her own: {form}"
    );
    // One more of that week would be one too many, so nothing of it is offered to who gives up none.
    let said = unit.waits(&okafor, "").await;
    assert!(said.contains("You give up no session for it."), "{said}");
    let thursday = unit.place(unit.monday() + 3, 0, 0);
    unit.comes_free(&nurse, unit.mwangi, &thursday).await;
    assert_eq!(unit.offered_to().await, Vec::<Uuid>::new(), "an offer that is dead");
    let said = unit.offer(&nurse, unit.okafor, &thursday).await;
    assert!(said.contains("they give up none of them for it"), "nor by hand: {said}");
    // She says that she gives up that of Wednesday, and keeps her turn.
    let gives_up = [("act", "give-up"), ("instead_of", wednesday.as_str())];
    let said = page(&unit.at, "/my/dialysis", &okafor, &gives_up).await;
    assert!(said.contains("You give up your session on"), "{said}");
    unit.comes_free(&nurse, unit.mwangi, &thursday).await;
    assert_eq!(unit.offered_to().await, [unit.okafor]);
    let shown = page(&unit.at, "/my/dialysis", &okafor, &[]).await;
    assert!(
        shown.contains("This place is free:") && shown.contains("Answer until"),
        "{shown}"
    );
    let said = page(
        &unit.at,
        "/my/dialysis",
        &okafor,
        &[("act", "take"), ("place", &thursday)],
    )
    .await;
    assert!(said.contains("The place is yours."), "{said}");
    let (state, reason): (String, String) = sqlx::query_as(
        "SELECT s.state, c.reason FROM dialysis_session s JOIN session_cancelled c ON c.session_id = s.id WHERE s.id = $1::uuid",
    )
    .bind(&wednesday)
    .fetch_one(unit.at.db.owner())
    .await
    .unwrap();
    assert_eq!((state.as_str(), reason.as_str()), ("cancelled", "moved"));
    let instead: Vec<String> = sqlx::query_scalar(
        "SELECT instead_of::text FROM dialysis_session WHERE patient_id = $1 AND state = 'booked' AND instead_of IS NOT NULL",
    )
    .bind(unit.okafor)
    .fetch_all(unit.at.db.owner())
    .await
    .unwrap();
    assert_eq!(
        (instead, unit.taken().await),
        (vec![wednesday], 3),
        "moved, not one more"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_too_late_loses_nothing_and_what_is_gone_is_withdrawn() {
    let unit = Unit::open().await;
    let (nurse, okafor) = (unit.nurse().await, unit.okafor_herself().await);
    let wednesday = unit.fill_week(&nurse, unit.okafor).await;
    unit.waits(&okafor, &wednesday).await;
    let thursday = unit.place(unit.monday() + 3, 0, 0);
    let said = unit.offer(&nurse, unit.okafor, &thursday).await;
    assert!(said.contains("The place is offered."), "{said}");
    unit.book(&nurse, unit.mwangi, &thursday).await;
    let said = page(
        &unit.at,
        "/my/dialysis",
        &okafor,
        &[("act", "take"), ("place", &thursday)],
    )
    .await;
    assert!(
        said.contains("This place is taken by now.") && said.contains("cannot be taken any more"),
        "{said}"
    );
    let state: String = sqlx::query_scalar("SELECT state FROM dialysis_session WHERE id = $1::uuid")
        .bind(&wednesday)
        .fetch_one(unit.at.db.owner())
        .await
        .unwrap();
    assert_eq!(state, "booked", "her Wednesday is still hers");
    assert_eq!(unit.ended().await, ["gone"]);
    // The same without her doing: who books it tells the house to look.
    let friday = unit.place(unit.monday() + 4, 0, 0);
    unit.offer(&nurse, unit.okafor, &friday).await;
    assert_eq!(unit.offered_to().await, [unit.okafor]);
    unit.book(&nurse, unit.mwangi, &friday).await;
    jobs::do_what_is_due(&unit.at.house).await.unwrap();
    assert_eq!(unit.offered_to().await, Vec::<Uuid>::new());
    assert_eq!(unit.ended().await, ["gone", "gone"]);
    let shown = page(&unit.at, "/my/dialysis", &okafor, &[]).await;
    assert!(
        shown.contains("cannot be taken any more") && !shown.contains("This place is free:"),
        "{shown}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_is_for_the_place_that_was_read_and_for_no_other() {
    let unit = Unit::open().await;
    let (nurse, okafor) = (unit.nurse().await, unit.okafor_herself().await);
    let wednesday = unit.fill_week(&nurse, unit.okafor).await;
    unit.waits(&okafor, &wednesday).await;
    let (thursday, friday) = (unit.place(unit.monday() + 3, 0, 0), unit.place(unit.monday() + 4, 0, 0));
    unit.offer(&nurse, unit.okafor, &thursday).await;
    let read = page(&unit.at, "/my/dialysis", &okafor, &[]).await;
    assert!(read.contains(&thursday), "each answer names it: {read}");
    // While it stands open staff offer another.
    unit.offer(&nurse, unit.okafor, &friday).await;
    for act in ["take", "decline"] {
        let said = page(&unit.at, "/my/dialysis", &okafor, &[("act", act), ("place", &thursday)]).await;
        assert!(said.contains("Another place is offered to you by now"), "{act}: {said}");
        assert_eq!(unit.offered_to().await, [unit.okafor], "{act}");
        assert_eq!(
            (unit.ended().await, unit.taken().await),
            (vec!["replaced".to_owned()], 3)
        );
    }
    let said = page(
        &unit.at,
        "/my/dialysis",
        &okafor,
        &[("act", "take"), ("place", &friday)],
    )
    .await;
    assert!(said.contains("The place is yours."), "{said}");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_offer_lapses_when_the_page_says_so_and_not_when_somebody_looks_by_chance() {
    let unit = Unit::open().await;
    let (nurse, okafor) = (unit.nurse().await, unit.okafor_herself().await);
    unit.waits(&okafor, "").await;
    unit.offer(&nurse, unit.okafor, &unit.place(6, 0, 0)).await;
    unit.at.later(86_400 - 60);
    jobs::do_what_is_due(&unit.at.house).await.unwrap();
    assert_eq!(unit.offered_to().await, [unit.okafor], "a minute is left");
    unit.at.later(61);
    jobs::do_what_is_due(&unit.at.house).await.unwrap();
    assert_eq!(unit.ended().await, ["lapsed"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_declined_or_not_answered_goes_to_the_next() {
    let unit = Unit::open().await;
    let (nurse, okafor) = (unit.nurse().await, unit.okafor_herself().await);
    unit.waits(&okafor, "").await;
    unit.put(&nurse, unit.mwangi).await;
    let place = unit.place(6, 0, 0);
    unit.offer(&nurse, unit.okafor, &place).await;
    let said = unit.offer(&nurse, unit.mwangi, &place).await;
    assert!(said.contains("This place is offered to somebody else."), "{said}");
    let said = page(
        &unit.at,
        "/my/dialysis",
        &okafor,
        &[("act", "decline"), ("place", &place)],
    )
    .await;
    assert!(said.contains("You go on waiting for another place."), "{said}");
    jobs::do_what_is_due(&unit.at.house).await.unwrap();
    assert_eq!(unit.offered_to().await, [unit.mwangi], "the next, and not again to her");
    // He does not answer for a day.
    let work = jobs::at_work(&unit.at.house);
    look_everywhere(&work).await.unwrap();
    assert_eq!(unit.offered_to().await, [unit.mwangi], "there is time yet");
    unit.at.later(25 * 3_600);
    look_everywhere(&work).await.unwrap();
    jobs::do_what_is_due(&unit.at.house).await.unwrap();
    assert_eq!(
        (unit.offered_to().await, unit.ended().await),
        (Vec::new(), vec!["declined".to_owned(), "lapsed".to_owned()]),
        "both were asked"
    );
    // Who asks after them is asked next.
    let (third, rao) = (Uuid::now_v7(), unit.at.user("rao@riverbend.example").await);
    run(
        &unit.at,
        format!(
            "INSERT INTO patient (id, family_name, given_name, born_on, sex) VALUES ('{third}', 'Kamau', 'Peter', '1970-01-01', 'male');
             INSERT INTO registration (patient_id, hospital_id, hospital_number) VALUES ('{third}', '{}', 'K-1')",
            unit.hospital
        ),
    )
    .await;
    prescribe(&unit.at, third, unit.hospital, rao, "hd").await;
    let nurse = unit.nurse().await;
    unit.put(&nurse, third).await;
    unit.comes_free(&nurse, unit.okafor, &place).await;
    assert_eq!(unit.offered_to().await, [third]);
    // They are taken off the list: nobody is left who was not asked.
    let wait = unit.wait_of(third).await;
    unit.post("/dialysis/waiting", &nurse, &[("act", "take-off"), ("wait", &wait)])
        .await;
    jobs::do_what_is_due(&unit.at.house).await.unwrap();
    assert_eq!(unit.offered_to().await, Vec::<Uuid>::new());
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_gives_up_what_is_not_theirs_or_is_offered_what_overlaps_their_own() {
    let unit = Unit::open().await;
    let (nurse, okafor) = (unit.nurse().await, unit.okafor_herself().await);
    unit.book(&nurse, unit.mwangi, &unit.place(3, 0, 2)).await;
    let his = unit.booked(unit.mwangi).await.unwrap().to_string();
    let said = unit.waits(&okafor, &his).await;
    assert!(said.contains("Choose a session that is booked and to come."), "{said}");
    unit.waits(&okafor, "").await;
    unit.book(&nurse, unit.okafor, &unit.place(2, 0, 2)).await;
    let said = unit.offer(&nurse, unit.okafor, &unit.place(2, 0, 0)).await;
    assert!(said.contains("They have a session at that time already."), "{said}");
    // The chair that is apart is not hers, and what no shift is long enough for is nobody's.
    let said = unit.offer(&nurse, unit.okafor, &unit.place(3, 0, 1)).await;
    assert!(said.contains("This place is not free for them any more."), "{said}");
    run(
        &unit.at,
        format!(
            "UPDATE dialysis_prescription SET ended_at = now(), ended_by = prescribed_by WHERE patient_id = '{}'",
            unit.okafor
        ),
    )
    .await;
    let said = unit.offer(&nurse, unit.okafor, &unit.place(4, 0, 0)).await;
    assert!(said.contains("No dialysis is prescribed for them."), "{said}");
}
