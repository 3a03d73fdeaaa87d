//! The machine: files, disk, how many files may be open.

use std::os::unix::fs::MetadataExt;
use std::path::Path;
use std::time::Duration;

use crate::config::Config;
use crate::config::check::Finding;
use crate::site::Site;

/// Looks at it.
pub async fn examine(config: &Config) -> Vec<Finding> {
    let folder = &config.database.data_dir;
    vec![
        site(&config.site_root),
        retention(config.retention_days),
        private_files(folder),
        checkpoints(&config.audit_checkpoints, folder),
        disk(folder).await,
        open_files(config.connections),
    ]
}

fn site(root: &Path) -> Finding {
    match Site::read(root) {
        Ok(_) => Finding::fine("Page", "scripts and styles are there"),
        Err(sentence) => Finding::mend("Page", sentence),
    }
}

fn retention(days: u32) -> Finding {
    Finding::fine("Retention", format!("raw readings are kept for {days} days"))
}

/// Secrets below the data folder are ours alone.
fn private_files(folder: &Path) -> Finding {
    let what = "Secrets on disk";
    let entries = match std::fs::read_dir(folder.join("secrets")) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            return Finding::fine(what, "there are none below the data folder");
        }
        Err(error) => {
            let says = format!(
                "{} cannot be read ({error}). Run this as the user who runs the server.",
                folder.join("secrets").display()
            );
            return Finding::mend(what, says);
        }
    };
    let open = entries.filter_map(Result::ok).find(|entry| {
        entry
            .metadata()
            .is_ok_and(|found| found.is_file() && found.mode() & 0o077 != 0)
    });
    match open {
        None => Finding::fine(what, "nobody else can read them"),
        Some(file) => Finding::mend(
            what,
            format!(
                "others can read {0}. Run `chmod 600 {0}`, and think of it as known to them.",
                file.path().display()
            ),
        ),
    }
}

/// The audit's checkpoints: they are worth something only where whoever can change the database cannot change them.
fn checkpoints(file: &Path, data: &Path) -> Finding {
    let what = "Audit";
    let name = file.display();
    match std::fs::metadata(file) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Finding::hint(
            what,
            format!(
                "{name} is not there: the first start makes it. Where entries were sealed before, their checkpoints are lost, and only a copy of them proves anything."
            ),
        ),
        Err(error) => Finding::mend(
            what,
            format!("{name} cannot be looked at ({error}). Run this as the user who runs the server."),
        ),
        Ok(found) if !found.is_file() => Finding::mend(
            what,
            format!("{name} is no file, so no checkpoint can be written. Set WARDLIGHT_AUDIT_CHECKPOINTS to a file."),
        ),
        Ok(found) if found.mode() & 0o022 != 0 => Finding::mend(
            what,
            format!("others can write {name}. Run `chmod 600 {name}`, and compare it with a copy from elsewhere."),
        ),
        Ok(_) => match std::fs::OpenOptions::new().append(true).open(file) {
            Err(error) => Finding::mend(
                what,
                format!(
                    "{name} cannot be written ({error}), so entries are sealed and not noted. Let the user who runs the server write it."
                ),
            ),
            Ok(_) if file.starts_with(data) => Finding::hint(
                what,
                format!(
                    "{name} lies beside the database: who can write the one can write both. Copy it to another machine every night, or set WARDLIGHT_AUDIT_CHECKPOINTS to a place elsewhere."
                ),
            ),
            Ok(_) => Finding::fine(what, "its checkpoints can be written, and lie apart from the database"),
        },
    }
}

async fn disk(folder: &Path) -> Finding {
    let what = "Disk";
    // The data folder may not be there yet: then the one in which it will be.
    let folder = folder
        .ancestors()
        .find(|folder| folder.is_dir())
        .unwrap_or(Path::new("."));
    let asked = tokio::process::Command::new("df")
        .arg("-Pk")
        .arg("--")
        .arg(folder)
        .output();
    let said = match tokio::time::timeout(Duration::from_secs(10), asked).await {
        Ok(Ok(output)) => room(&String::from_utf8_lossy(&output.stdout)),
        Ok(Err(_)) | Err(_) => None,
    };
    said.map_or_else(
        || {
            Finding::hint(
                what,
                "how much room is left could not be asked for: `df` gave no answer.",
            )
        },
        |(kilobytes, taken)| judge(kilobytes, taken),
    )
}

/// Kilobytes that are free and the part that is taken, in percent, as `df -Pk` writes them.
fn room(said: &str) -> Option<(u64, u8)> {
    let row: Vec<&str> = said.lines().nth(1)?.split_whitespace().collect();
    let taken = row.get(4)?.trim_end_matches('%').parse().ok()?;
    Some((row.get(3)?.parse().ok()?, taken))
}

/// A hospital of 500 devices writes about a gigabyte a day.
fn judge(kilobytes: u64, taken: u8) -> Finding {
    const GIB: u64 = 1024 * 1024;
    let says = format!("{:.1} GiB are free, {taken} % are taken", kilobytes as f64 / GIB as f64);
    match kilobytes {
        ..GIB => Finding::mend("Disk", format!("{says}. Make room before the database stops writing.")),
        _ if taken >= 90 || kilobytes < 10 * GIB => Finding::hint("Disk", format!("{says}. Make room soon.")),
        _ => Finding::fine("Disk", says),
    }
}

fn open_files(connections: usize) -> Finding {
    let what = "Open files";
    match crate::serve::open_files() {
        Some(most) if most < connections + crate::serve::OTHER_FILES => Finding::hint(
            what,
            format!(
                "the system allows {most}, so fewer than {connections} connections are taken. Raise it with `ulimit -n` or LimitNOFILE."
            ),
        ),
        Some(most) => Finding::fine(what, format!("{most} are allowed")),
        None => Finding::hint(what, "how many are allowed could not be read."),
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::os::unix::fs::PermissionsExt;

    use super::*;
    use crate::config::check::Grade;

    #[test]
    fn room_on_the_disk_is_read_and_judged() {
        let said =
            "Filesystem 1024-blocks Used Available Capacity Mounted on\n/dev/vda 103081248 60000000 40000000 61% /\n";
        assert_eq!(room(said), Some((40_000_000, 61)));
        assert_eq!(room("df: /nowhere: No such file or directory"), None);
        for (kilobytes, taken, grade) in [
            (500 * 1024, 99, Grade::Mend),
            (5 << 20, 50, Grade::Hint),
            (50 << 20, 95, Grade::Hint),
            (50 << 20, 50, Grade::Fine),
        ] {
            assert_eq!(judge(kilobytes, taken).grade, grade, "{kilobytes} {taken}");
        }
    }

    #[test]
    fn checkpoints_that_cannot_be_written_or_prove_nothing_are_named() {
        let folder = std::env::temp_dir().join(format!("wardlight-doctor-{}", uuid::Uuid::now_v7()));
        let (data, file) = (folder.join("data"), folder.join("elsewhere/checkpoints"));
        fs::create_dir_all(&data).unwrap();
        fs::create_dir_all(folder.join("elsewhere")).unwrap();
        let look = |file: &Path| checkpoints(file, &data);
        assert_eq!(look(&file).grade, Grade::Hint, "none yet");
        fs::write(&file, "").unwrap();
        fs::set_permissions(&file, fs::Permissions::from_mode(0o600)).unwrap();
        assert_eq!(look(&file).grade, Grade::Fine);
        fs::set_permissions(&file, fs::Permissions::from_mode(0o620)).unwrap();
        let open = look(&file);
        assert!(open.grade == Grade::Mend && open.says.contains("chmod 600"), "{open:?}");
        fs::write(data.join("checkpoints"), "").unwrap();
        let beside = look(&data.join("checkpoints"));
        assert!(
            beside.grade == Grade::Hint && beside.says.contains("beside the database"),
            "{beside:?}"
        );
        assert_eq!(look(&data).grade, Grade::Mend, "a folder is no file");
        fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn a_secret_that_others_can_read_is_named() {
        let folder = std::env::temp_dir().join(format!("wardlight-doctor-{}", uuid::Uuid::now_v7()));
        assert_eq!(private_files(&folder).grade, Grade::Fine, "there is nothing yet");
        fs::create_dir_all(folder.join("secrets")).unwrap();
        let file = folder.join("secrets/database");
        fs::write(&file, "hush").unwrap();
        fs::set_permissions(&file, fs::Permissions::from_mode(0o600)).unwrap();
        assert_eq!(private_files(&folder).grade, Grade::Fine);
        fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).unwrap();
        let finding = private_files(&folder);
        assert!(
            finding.grade == Grade::Mend && finding.says.contains("secrets/database") && !finding.says.contains("hush")
        );
        fs::remove_dir_all(&folder).unwrap();
    }
}
