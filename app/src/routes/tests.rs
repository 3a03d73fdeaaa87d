//! What addresses look like.

use domain::telemetry::Span;

use super::*;

#[test]
fn the_page_to_return_to_is_escaped() {
    assert_eq!(
        sign_in_then("/ward?sort=bed&x=%2F"),
        "/sign-in?next=/ward%3Fsort%3Dbed%26x%3D%252F"
    );
    assert_eq!(sign_in_then("/"), "/sign-in");
}

#[test]
fn proving_stays_in_the_realm_of_the_page() {
    assert_eq!(prove_then("/hospital/staff"), "/account/prove?next=/hospital/staff");
    assert_eq!(prove_then("/my/consents"), "/my/account/prove?next=/my/consents");
    assert_eq!(prove_then("/mystery"), "/account/prove?next=/mystery");
    assert_eq!(code_then("/ward?x=1", true), "/sign-in/code?next=/ward%3Fx%3D1&again=1");
}

#[test]
fn setting_up_a_factor_opens_nothing_else() {
    for open in ["/account/factor", "/account/factor/confirm", "/account/prove"] {
        assert!(is_for_enrolment(open), "{open}");
    }
    for shut in [
        "/account",
        "/account/factory",
        "/account/password",
        "/ward",
        "/my/account/factor",
    ] {
        assert!(!is_for_enrolment(shut), "{shut}");
    }
}

#[test]
fn the_place_in_a_list_of_readings_is_read_from_the_address() {
    let place = (Moment(1_795_341_600_000_000), 42);
    assert_eq!(read_before("1795341600000000.42"), Some(place));
    assert!(my_readings_before(place).contains("before=1795341600000000.42#"));
    for wrong in ["", "17", "17.", "a.b", "1.2.3"] {
        assert_eq!(read_before(wrong), None, "{wrong}");
    }
}

#[test]
fn a_page_of_readings_keeps_how_far_the_chart_reaches() {
    let (id, place) = (PatientId(Uuid::nil()), (Moment(7), 42));
    let page = patient(id);
    assert_eq!(
        readings_before(id, Span::Day, place),
        format!("{page}?before=7.42#readings")
    );
    assert_eq!(
        readings_before(id, Span::Week, place),
        format!("{page}?range=7d&before=7.42#readings")
    );
    assert_eq!(readings_under(id, Span::Day), format!("{page}#readings"));
    assert_eq!(readings_under(id, Span::Week), format!("{page}?range=7d#readings"));
}

#[test]
fn every_role_has_a_home_of_its_own() {
    let homes = Role::ALL.map(home_of);
    assert_eq!(
        homes,
        [
            "/ward",
            "/ward",
            "/hospital/machines",
            "/pharmacy",
            "/registrations",
            "/home",
            "/home",
            "/emergency",
            "/hospital",
            "/platform/hospitals",
            "/my",
            "/my"
        ]
    );
}

#[test]
fn a_page_lies_under_the_place_whose_path_begins_its_own() {
    assert!(lies_under("/hospital/audit", "/hospital"));
    assert!(lies_under("/my", "/my"));
    assert!(!lies_under("/myself", "/my"), "a word is no folder");
    assert!(!lies_under("/account", "/ward"));
    assert_eq!(account_of("/my?of=today"), PORTAL_ACCOUNT);
}
