//! Are the settings fit for a hospital? Pure: what is looked at arrives as parameters. `wardlight doctor` prints all of it; `wardlight serve` starts only when
//! [`secrets`] has nothing to mend.
//!
//! To add a check: a function that answers a [`Finding`], and its place in [`secrets`] or [`network`].

use hospital::keys::{KeySetting, Purpose};
use secrecy::{ExposeSecret, SecretString};

use super::Config;

/// The shortest token that is taken: 32 signs of base64 hold 192 bits.
pub const SHORTEST_TOKEN: usize = 32;
/// How many different signs a random token of that length has at least; by chance one in a million of them has fewer.
const FEWEST_SIGNS: usize = 8;

/// How a check came out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grade {
    /// As it should be.
    Fine,
    /// It works, and somebody should know.
    Hint,
    /// It must be mended.
    Mend,
}

/// One line of the doctor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// How it came out.
    pub grade: Grade,
    /// What was looked at.
    pub what: &'static str,
    /// What was found and, when something is to do, what to do. Never a secret.
    pub says: String,
}

impl Finding {
    /// As it should be.
    pub fn fine(what: &'static str, says: impl Into<String>) -> Self {
        Self {
            grade: Grade::Fine,
            what,
            says: says.into(),
        }
    }

    /// It works, and somebody should know.
    pub fn hint(what: &'static str, says: impl Into<String>) -> Self {
        Self {
            grade: Grade::Hint,
            what,
            says: says.into(),
        }
    }

    /// It must be mended.
    pub fn mend(what: &'static str, says: impl Into<String>) -> Self {
        Self {
            grade: Grade::Mend,
            what,
            says: says.into(),
        }
    }
}

/// What must be kept secret, and is it?
pub fn secrets(config: &Config) -> Vec<Finding> {
    vec![
        master_key(&config.master_key, config.demo),
        database_password(config),
        metrics_token(config.metrics_token.as_ref()),
    ]
}

/// Who reaches us, and how?
pub fn network(config: &Config) -> Vec<Finding> {
    vec![listening(config), tls(config), database_way(config)]
}

fn master_key(setting: &KeySetting, demo: bool) -> Finding {
    let what = "Master key";
    let purpose = if demo { Purpose::Command } else { Purpose::Serve };
    match setting.open(purpose) {
        Ok(_) => Finding::fine(what, "set, and nobody else can read it"),
        Err(_) if demo && setting.file.is_none() && setting.text.is_none() => {
            Finding::fine(what, "the demo makes one at its first start")
        }
        Err(error) => Finding::mend(what, format!("{}.", crate::commands::keys::sentence(&error))),
    }
}

fn database_password(config: &Config) -> Finding {
    let what = "Database's password";
    match config.database.weak_passwords() {
        Ok(weak) if weak.is_empty() => Finding::fine(what, "long and not easily guessed, or none is needed"),
        Ok(weak) => {
            let weak = weak.iter().map(|(setting, why)| format!("{setting} {why}"));
            Finding::mend(
                what,
                format!(
                    "{}. Set the role's password to what `openssl rand -hex 32` prints, in PostgreSQL and in the setting.",
                    weak.collect::<Vec<_>>().join(", and ")
                ),
            )
        }
        Err(error) => Finding::mend(what, format!("{error}.")),
    }
}

fn metrics_token(token: Option<&SecretString>) -> Finding {
    let what = "Figures";
    let Some(token) = token.map(ExposeSecret::expose_secret) else {
        return Finding::hint(
            what,
            "nobody reads /metrics. To watch the server, set WARDLIGHT_METRICS_TOKEN to what `openssl rand -base64 32` prints.",
        );
    };
    let mut signs: Vec<char> = token.chars().collect();
    let length = signs.len();
    signs.sort_unstable();
    signs.dedup();
    if length < SHORTEST_TOKEN || signs.len() < FEWEST_SIGNS {
        return Finding::mend(
            what,
            format!(
                "WARDLIGHT_METRICS_TOKEN is easily guessed ({length} signs, {} of them different). Set it to what `openssl rand -base64 32` prints, or leave it out.",
                signs.len()
            ),
        );
    }
    Finding::fine(what, "/metrics asks for its token")
}

fn listening(config: &Config) -> Finding {
    let what = "Address";
    match (
        crate::bind::check(config.addr, config.trusted_proxies > 0),
        config.trusted_proxies,
    ) {
        (Err(sentence), _) => Finding::mend(what, sentence),
        (Ok(()), 0) => Finding::fine(what, format!("{}, which only this machine reaches", config.addr)),
        (Ok(()), 1..=3) => Finding::fine(
            what,
            format!("{}, behind {} of our proxies", config.addr, config.trusted_proxies),
        ),
        (Ok(()), many) => Finding::hint(
            what,
            format!(
                "WARDLIGHT_TRUSTED_PROXY says that {many} proxies stand in front. If it is more than there are, clients choose the address by which they are counted: count them again."
            ),
        ),
    }
}

fn tls(config: &Config) -> Finding {
    let what = "TLS";
    match (config.behind_tls, config.trusted_proxies) {
        (false, 0) => Finding::fine(what, "not needed: nothing leaves this machine"),
        (false, _) => Finding::hint(
            what,
            "browsers are not told to stay with TLS. When the proxy speaks TLS to them, set WARDLIGHT_TLS=1.",
        ),
        (true, 0) => Finding::mend(
            what,
            "WARDLIGHT_TLS=1 says that a proxy speaks TLS in front, and WARDLIGHT_TRUSTED_PROXY that there is none. Set the number of proxies, or leave WARDLIGHT_TLS out.",
        ),
        (true, _) => Finding::fine(what, "browsers are told to stay with it"),
    }
}

fn database_way(config: &Config) -> Finding {
    let what = "Way to the database";
    match config.database.open_ways() {
        Ok(open) if open.is_empty() => Finding::fine(what, "on this machine, or over TLS"),
        Ok(open) => Finding::mend(
            what,
            format!(
                "{} leads to another machine without asking for TLS, so others could read along. Add `?sslmode=verify-full` to it.",
                open.join(" and ")
            ),
        ),
        Err(error) => Finding::mend(what, format!("{error}.")),
    }
}

/// Where mail goes, by `WARDLIGHT_SMTP_URL`.
pub fn mail(url: Option<&str>) -> Finding {
    let what = "Mail";
    let Some(url) = url else {
        return Finding::hint(
            what,
            "mails wait in the outbox below the data folder and reach nobody. To send them, set WARDLIGHT_SMTP_URL, such as smtps://user:password@mail.example.",
        );
    };
    let host = |rest: &str| {
        let place = rest.rsplit('@').next().unwrap_or_default();
        let place = place.split(['/', '?']).next().unwrap_or_default();
        let host = place.rsplit_once(':').map_or(place, |(host, _)| host);
        host.trim_matches(['[', ']']).to_owned()
    };
    match url.split_once("://") {
        Some(("smtps", rest)) if !host(rest).is_empty() => Finding::fine(what, "sent by SMTP over TLS"),
        Some(("smtp", rest)) if !host(rest).is_empty() => {
            let here = matches!(host(rest).as_str(), "localhost" | "127.0.0.1" | "::1");
            if here || rest.contains("tls=required") {
                Finding::fine(what, "sent by SMTP, over TLS or to this machine")
            } else {
                Finding::mend(
                    what,
                    "WARDLIGHT_SMTP_URL does not ask for TLS, so others could read the links in the mails. Begin it with smtps://, or end it with ?tls=required.",
                )
            }
        }
        _ => Finding::mend(
            what,
            "WARDLIGHT_SMTP_URL is no address of a mail server. Write it as smtps://user:password@mail.example.",
        ),
    }
}

#[cfg(test)]
mod tests;
