use domain::actor::Role;
use domain::invalid::Invalid;
use http::header;
use uuid::Uuid;

use super::*;

const PAGE: &str = "/patients/a/dialysis/prescription";

fn of(user: u128) -> Whose {
    let (user, hospital) = (UserId(Uuid::from_u128(user)), HospitalId(Uuid::from_u128(9)));
    Whose::of(&Actor::staff(user, hospital, [Role::Doctor]))
}

fn said(words: &str) -> Flash {
    Flash {
        done: words.into(),
        ..Flash::default()
    }
}

/// What a browser brings after this answer.
fn brings(answer: &HeaderMap) -> HeaderMap {
    let pair = answer[header::SET_COOKIE].to_str().unwrap().split(';').next().unwrap();
    HeaderMap::from_iter([(header::COOKIE, pair.parse().unwrap())])
}

fn put(flashes: &Flashes, words: &str, whose: Whose, to: &str, brought: &HeaderMap) -> HeaderMap {
    let mut answer = HeaderMap::new();
    flashes.put(said(words), (whose, to), brought, &mut answer, Moment(0));
    brings(&answer)
}

#[test]
fn it_is_said_once_and_keeps_no_secret() {
    let (flashes, mut answer) = (Flashes::default(), HeaderMap::new());
    let typed = [
        ("name", "Rao\u{0}"),
        ("new_password", "calm"),
        ("code", "123456"),
        ("icd10", "N18.6"),
        ("postcode", "00100"),
    ];
    let flash = Flash {
        faults: vec![Invalid::new("name", "Write the name.")],
        typed: typed.map(|(name, value)| (name.into(), value.into())).into(),
        ..Flash::default()
    };
    flashes.put(flash, (of(1), PAGE), &HeaderMap::new(), &mut answer, Moment(0));
    let mine = brings(&answer);
    let came = flashes.take((of(1), PAGE), &mine, Moment(1)).unwrap();
    let names: Vec<&str> = came.typed.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["name", "icd10", "postcode"], "secrets by their exact names");
    assert_eq!(came.typed[0].1, "Rao");
    assert_eq!(flashes.take((of(1), PAGE), &mine, Moment(1)), None);
}

#[test]
fn it_is_for_one_person_one_page_and_one_browser() {
    let flashes = Flashes::default();
    let mine = put(&flashes, "of A", of(1), &format!("{PAGE}#weight"), &HeaderMap::new());
    let beside = put(&flashes, "of B", of(1), "/patients/b/dialysis/prescription", &mine);
    assert_eq!(mine, beside, "both tabs are one browser");
    assert_eq!(
        flashes.take((of(1), "/patients/c/dialysis/prescription"), &mine, Moment(1)),
        None
    );
    assert_eq!(flashes.take((of(2), PAGE), &mine, Moment(1)), None, "somebody else");
    assert_eq!(flashes.take((Whose::default(), PAGE), &mine, Moment(1)), None, "nobody");
    assert_eq!(
        flashes.take((of(1), PAGE), &HeaderMap::new(), Moment(1)),
        None,
        "elsewhere"
    );
    assert_eq!(flashes.take((of(1), PAGE), &mine, Moment(1)), Some(said("of A")));
    let b = flashes.take((of(1), "/patients/b/dialysis/prescription"), &mine, Moment(1));
    assert_eq!(b, Some(said("of B")));
    assert!(!flashes.waits(&mine));
}

#[test]
fn a_record_of_the_portal_is_not_another_one() {
    let (user, hospital) = (UserId(Uuid::from_u128(1)), HospitalId(Uuid::from_u128(9)));
    let with = |patient: u128| {
        Whose::of(&Actor::Proxy {
            user,
            patient: PatientId(Uuid::from_u128(patient)),
            hospital,
            sections: Vec::new(),
        })
    };
    let flashes = Flashes::default();
    let mine = put(
        &flashes,
        "of the first child",
        with(1),
        "/my/account",
        &HeaderMap::new(),
    );
    assert_eq!(flashes.take((with(2), "/my/account"), &mine, Moment(1)), None);
    assert!(flashes.take((with(1), "/my/account"), &mine, Moment(1)).is_some());
}

#[test]
fn it_waits_five_minutes_and_a_form_fifteen() {
    let flashes = Flashes::default();
    let mut answer = HeaderMap::new();
    flashes.keep(said("form"), (of(1), PAGE), &HeaderMap::new(), &mut answer, Moment(0));
    let mine = brings(&answer);
    let mut answer = HeaderMap::new();
    flashes.put(
        said("wrong password"),
        (of(1), "/account/prove"),
        &mine,
        &mut answer,
        Moment(0),
    );
    let line = answer[header::SET_COOKIE].to_str().unwrap();
    assert!(
        line.ends_with("Max-Age=900"),
        "the cookie lives as long as the form: {line}"
    );
    let minute = |n: i64| Moment(n * 60_000_000);
    assert_eq!(flashes.take((of(1), "/account/prove"), &mine, minute(5)), None);
    assert_eq!(flashes.take((of(1), PAGE), &mine, minute(14)), Some(said("form")));
    let mine = put(&flashes, "late", of(1), PAGE, &HeaderMap::new());
    assert_eq!(flashes.take((of(1), PAGE), &mine, minute(5)), None);
}

#[test]
fn who_comes_in_takes_away_what_others_left_and_who_goes_out_everything() {
    let flashes = Flashes::default();
    let here = put(&flashes, "mine", of(1), PAGE, &HeaderMap::new());
    put(&flashes, "of the portal", of(3), "/my/account", &here);
    flashes.came_in(UserId(Uuid::from_u128(1)), Realm::Staff, &here);
    assert!(
        flashes.take((of(1), PAGE), &here, Moment(1)).is_some(),
        "their own stays"
    );
    put(&flashes, "mine", of(1), PAGE, &here);
    flashes.came_in(UserId(Uuid::from_u128(2)), Realm::Staff, &here);
    assert_eq!(flashes.take((of(1), PAGE), &here, Moment(1)), None);
    assert!(flashes.waits(&here), "the other realm is signed in beside it");
    let mut answer = HeaderMap::new();
    flashes.went_out(&here, &mut answer);
    assert!(!flashes.waits(&here) && answer[header::SET_COOKIE].to_str().unwrap().contains("Max-Age=0"));
    let mut answer = HeaderMap::new();
    flashes.went_out(&HeaderMap::new(), &mut answer);
    assert!(answer.is_empty(), "nothing to take away");
}

#[test]
fn an_id_that_nothing_waits_under_is_not_taken_over() {
    let flashes = Flashes::default();
    let pair = format!("{COOKIE}={}", Id::default());
    let planted = HeaderMap::from_iter([(header::COOKIE, pair.parse().unwrap())]);
    assert_ne!(put(&flashes, "mine", of(1), PAGE, &planted), planted);
}

#[test]
fn the_box_is_bounded_and_who_is_nobody_pushes_nobody_out() {
    let flashes = Flashes::default();
    let mine = put(&flashes, "mine", of(1), PAGE, &HeaderMap::new());
    for _ in 0..MOST + 10 {
        put(&flashes, "", Whose::default(), "/register", &HeaderMap::new());
    }
    assert!(flashes.waiting().len() <= MOST);
    assert!(flashes.take((of(1), PAGE), &mine, Moment(1)).is_some());
    let one = put(&flashes, "", of(1), "/0", &HeaderMap::new());
    for n in 1..20 {
        put(&flashes, "", of(1), &format!("/{n}"), &one);
    }
    let of_one = |waiting: &Waiting| waiting.whose == of(1);
    assert_eq!(flashes.waiting().iter().filter(|it| of_one(it)).count(), MOST_OF_ONE);
}

#[test]
fn whose_a_session_was_is_known_for_a_day_and_the_list_is_bounded() {
    let flashes = Flashes::default();
    let key = |n: usize| SessionKey::of_id(n.to_string().as_bytes());
    flashes.saw(key(0), of(1), Moment(0));
    assert_eq!(flashes.whose(key(0), Moment(1)), Some(of(1)));
    assert_eq!(flashes.whose(key(1), Moment(1)), None);
    assert_eq!(flashes.whose(key(0), Moment(86_400_000_000)), None);
    for n in 1..MOST_SESSIONS + 5 {
        flashes.saw(key(n), of(1), Moment(1));
    }
    assert!(flashes.sessions().len() <= MOST_SESSIONS);
}
