//! `wardlight doctor`: looks at its own settings, its machine and its database, and says each line calmly: fine, good to know, or how to mend it. It starts and
//! changes nothing, and may run beside a server. Ends with 1 when something must be mended.
//!
//! To add a check: a [`Finding`] in `config::check` when it needs nothing but settings, in [`machine`] or [`database`] otherwise.

mod database;
mod machine;

use crate::config::check::{self, Finding, Grade};
use crate::config::{Config, text};

/// Looks, and prints what it sees.
///
/// Errors: how many things must be mended.
pub async fn run(demo: bool) -> Result<(), String> {
    let findings = match Config::read(demo) {
        Ok(config) => examine(&config).await,
        Err(sentence) => vec![Finding::mend("Settings", sentence)],
    };
    super::say(&printed(&findings));
    match findings.iter().filter(|finding| finding.grade == Grade::Mend).count() {
        0 => Ok(()),
        1 => Err("One thing must be mended; it is above.".to_owned()),
        many => Err(format!("{many} things must be mended; they are above.")),
    }
}

async fn examine(config: &Config) -> Vec<Finding> {
    let mut findings = check::secrets(config);
    findings.extend(check::network(config));
    findings.push(check::mail(text("WARDLIGHT_SMTP_URL").as_deref()));
    findings.extend(machine::examine(config).await);
    findings.extend(database::examine(config).await);
    findings
}

fn printed(findings: &[Finding]) -> String {
    let lines = findings.iter().map(|Finding { grade, what, says }| {
        let grade = match grade {
            Grade::Fine => "fine",
            Grade::Hint => "hint",
            Grade::Mend => "MEND",
        };
        format!("  {grade}  {what:<21}{says}")
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_finding_is_a_line_that_begins_with_how_it_came_out() {
        let findings = [
            Finding::fine("TLS", "as it should be"),
            Finding::mend("Master key", "none is set."),
        ];
        assert_eq!(
            printed(&findings),
            "  fine  TLS                  as it should be\n  MEND  Master key           none is set."
        );
    }
}
