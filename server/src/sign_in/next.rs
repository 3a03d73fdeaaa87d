//! Where somebody goes after signing in. An address from a form or a link is followed only within this server.

use app::routes::{HOME, code_then, home_of, sign_in_then};
use hospital::identity::{Realm, SignedIn};

/// The longest address that is followed.
const LONGEST: usize = 1_024;

/// `path`, when it is a path of this server: it begins with one slash (`//` and `/\` would be another host), and holds nothing but printable
/// ASCII (no line breaks for a header).
pub fn local(path: &str) -> Option<&str> {
    let plain = path.len() <= LONGEST && path.bytes().all(|byte| (b'!'..=b'~').contains(&byte) && byte != b'\\');
    (plain && path.starts_with('/') && !path.starts_with("//")).then_some(path)
}

/// Where `signed_in` goes: to `wanted` when it is a local page of their realm, else home.
pub fn after_sign_in(signed_in: &SignedIn, wanted: &str) -> String {
    let wanted = local(wanted).filter(|path| {
        let page = path.split(['?', '#']).next().unwrap_or_default();
        page != HOME && !super::is_door(page) && Realm::of_path(page) == signed_in.realm
    });
    wanted.unwrap_or_else(|| home(signed_in)).to_owned()
}

/// The home of their first role.
fn home(signed_in: &SignedIn) -> &'static str {
    signed_in.roles.first().map_or(HOME, |role| home_of(*role))
}

/// The sign-in page, which comes back to `path` afterwards.
pub fn sign_in_and_back(path: &str) -> String {
    sign_in_then(wanted(path))
}

/// The page that asks for the code, which goes on to `path` afterwards.
pub fn code_and_on(path: &str) -> String {
    code_then(wanted(path), false)
}

/// The same page, which says that the code was not right.
pub fn code_once_more(path: &str) -> String {
    code_then(wanted(path), true)
}

fn wanted(path: &str) -> &str {
    let page = path.split(['?', '#']).next().unwrap_or_default();
    local(path).filter(|_| !super::is_door(page)).unwrap_or(HOME)
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::actor::Role;
    use domain::ids::{HospitalId, UserId};
    use uuid::Uuid;

    #[test]
    fn only_paths_of_ours_are_followed() {
        for ours in ["/", "/ward", "/ward?bed=3", "/patients/0190-ab#trend"] {
            assert_eq!(local(ours), Some(ours));
        }
        for foreign in [
            "",
            "ward",
            "//evil.example",
            "/\\evil.example",
            "\\/evil",
            "https://evil.example",
            "javascript:alert(1)",
            "/a\r\nSet-Cookie: b=c",
            "/a b",
            "/\t/evil",
            "/é",
        ] {
            assert_eq!(local(foreign), None, "{foreign:?}");
        }
        assert_eq!(local(&format!("/{}", "a".repeat(LONGEST))), None);
    }

    fn somebody(realm: Realm, roles: &[Role]) -> SignedIn {
        let (user, hospital) = (UserId(Uuid::nil()), HospitalId(Uuid::nil()));
        SignedIn {
            user,
            realm,
            hospital,
            roles: roles.to_vec(),
            ward: None,
            patient: None,
            has_factor: false,
            lacks_factor: false,
            proofs: 0,
        }
    }

    #[test]
    fn everybody_goes_home_or_where_they_wanted_within_their_realm() {
        let doctor = somebody(Realm::Staff, &[Role::Doctor, Role::HospitalAdmin]);
        let patient = somebody(Realm::Portal, &[Role::Patient]);
        assert_eq!(after_sign_in(&doctor, ""), "/ward");
        assert_eq!(after_sign_in(&doctor, "/patients/7"), "/patients/7");
        assert_eq!(after_sign_in(&doctor, "/my/readings"), "/ward");
        assert_eq!(after_sign_in(&doctor, "/sign-in?next=/ward"), "/ward");
        assert_eq!(after_sign_in(&doctor, "//evil.example"), "/ward");
        assert_eq!(after_sign_in(&patient, "/ward"), "/my");
        assert_eq!(after_sign_in(&patient, "/my/readings"), "/my/readings");
        assert_eq!(
            after_sign_in(&somebody(Realm::Staff, &[Role::Technician]), ""),
            "/hospital/machines"
        );
        assert_eq!(
            after_sign_in(&somebody(Realm::Staff, &[Role::Pharmacist]), ""),
            "/pharmacy"
        );
        assert_eq!(
            after_sign_in(&somebody(Realm::Staff, &[Role::HospitalAdmin]), ""),
            "/hospital"
        );
    }

    #[test]
    fn the_way_back_is_carried_whole() {
        assert_eq!(sign_in_and_back("/patients/0190"), "/sign-in?next=/patients/0190");
        assert_eq!(sign_in_and_back("/a&b=c"), "/sign-in?next=/a%26b%3Dc");
        assert_eq!(sign_in_and_back("//evil"), "/sign-in");
        assert_eq!(sign_in_and_back("/"), "/sign-in");
    }
}
