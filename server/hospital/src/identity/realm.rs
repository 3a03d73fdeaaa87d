//! The two realms of browser sessions. A staff cookie opens no portal page and a portal cookie no staff page, also when the same
//! person has both.

/// Which of the two kinds of session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Realm {
    /// People who work in the hospital.
    Staff,
    /// Patients, in their portal.
    Portal,
}

/// How long a session of a realm may last, in seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Without being seen.
    pub idle: i64,
    /// In all.
    pub absolute: i64,
}

impl Realm {
    /// Both realms.
    pub const ALL: [Self; 2] = [Self::Staff, Self::Portal];

    /// The name in the database.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Staff => "staff",
            Self::Portal => "portal",
        }
    }

    /// The realm of that name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|realm| realm.name() == name)
    }

    /// The cookie that carries the session id. The `__Host-` prefix makes browsers insist on Secure, Path=/ and no Domain.
    pub const fn cookie(self) -> &'static str {
        match self {
            Self::Staff => "__Host-wl_staff",
            Self::Portal => "__Host-wl_portal",
        }
    }

    /// The realm that serves `path`: `/my` and what lies under it, and the server functions of those pages under `/api/my`, are the portal.
    pub fn of_path(path: &str) -> Self {
        let under = |prefix: &str| {
            path.strip_prefix(prefix)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        if under("/my") || under("/api/my") {
            Self::Portal
        } else {
            Self::Staff
        }
    }

    /// How long a session lasts (OWASP ASVS 5.0 7.3.1 and 7.3.2 ask for both limits, written down). On a shared computer the idle
    /// limit is ten minutes, for both realms.
    pub const fn limits(self, shared: bool) -> Limits {
        let (idle, absolute) = match self {
            Self::Staff => (15 * 60, 12 * 3_600),
            Self::Portal => (30 * 60, 24 * 3_600),
        };
        Limits {
            idle: if shared { 10 * 60 } else { idle },
            absolute,
        }
    }

    /// How many sessions one person may have at a time; the oldest ends when one more begins.
    pub const fn most(self) -> i64 {
        5
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_portals_own_paths_are_the_portals() {
        for path in ["/my", "/my/", "/my/readings", "/api/my", "/api/my/readings"] {
            assert_eq!(Realm::of_path(path), Realm::Portal, "{path}");
        }
        for path in ["/", "/mymy", "/ward/my", "/api/mystery", "/api/ward", "/MY", "//my"] {
            assert_eq!(Realm::of_path(path), Realm::Staff, "{path}");
        }
    }

    #[test]
    fn a_shared_computer_is_left_alone_for_ten_minutes_at_most() {
        for realm in Realm::ALL {
            assert_eq!(realm.limits(true).idle, 600);
            assert!(realm.limits(false).idle > 600);
        }
    }
}
