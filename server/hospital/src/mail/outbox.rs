//! The default transport: each mail is a file `<number>.eml` in a folder that only the server's own account can read. Nothing leaves the machine. In a demo the
//! admins read them on a page; elsewhere it shows that no mail server is set.

use std::fs;
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use domain::time::Moment;
use uuid::Uuid;

use super::smtp::written;
use crate::ports::{Looking, Mail, MailFault, Mailer, Sending};

/// As many mails as stay; the oldest go.
const MOST: usize = 500;
/// A larger file is none of ours.
const LONGEST: u64 = 64 * 1024;

/// The folder.
#[derive(Clone, Debug)]
pub struct Outbox {
    folder: PathBuf,
    from: String,
}

impl Outbox {
    /// Mails from `from` go into `folder`, which is made when the first one goes.
    pub fn new(folder: PathBuf, from: &str) -> Self {
        Self {
            folder,
            from: from.to_owned(),
        }
    }
}

impl Mailer for Outbox {
    fn send(&self, mail: Mail) -> Sending<'_> {
        Box::pin(async move {
            let bytes = written(&mail, &self.from)?.formatted();
            let folder = self.folder.clone();
            let put = tokio::task::spawn_blocking(move || put(&folder, mail.id, &bytes)).await;
            match put {
                Ok(Ok(())) => Ok(()),
                Ok(Err(error)) => {
                    tracing::warn!(%error, "a mail could not be put into the outbox");
                    Err(MailFault::Later("the outbox could not be written"))
                }
                Err(_) => Err(MailFault::Later("writing to the outbox broke off")),
            }
        })
    }

    fn kept(&self) -> Option<Looking<'_>> {
        Some(Box::pin(async {
            let folder = self.folder.clone();
            match tokio::task::spawn_blocking(move || read(&folder)).await {
                Ok(Ok(mails)) => Ok(mails),
                Ok(Err(_)) | Err(_) => Err(MailFault::Later("the outbox could not be read")),
            }
        }))
    }
}

/// Written beside and renamed, so that nobody reads half a mail; the same number twice is one file.
fn put(folder: &Path, id: Uuid, bytes: &[u8]) -> io::Result<()> {
    fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
    let draft = folder.join(format!("{id}.draft"));
    let mut options = fs::OpenOptions::new();
    let mut file = options
        .write(true)
        .create(true)
        .truncate(true)
        .mode(0o600)
        .open(&draft)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    fs::rename(draft, folder.join(format!("{id}.eml")))?;
    let names = names(folder)?;
    for old in names.iter().take(names.len().saturating_sub(MOST)) {
        fs::remove_file(folder.join(format!("{old}.eml")))?;
    }
    Ok(())
}

/// The numbers of all mails, oldest first: a number begins with its time.
fn names(folder: &Path) -> io::Result<Vec<Uuid>> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries?,
    };
    let mut names = Vec::new();
    for entry in entries {
        let name = entry?.file_name();
        let id = name.to_str().and_then(|name| name.strip_suffix(".eml"));
        names.extend(id.and_then(|id| id.parse::<Uuid>().ok()));
    }
    names.sort_unstable();
    Ok(names)
}

fn read(folder: &Path) -> io::Result<Vec<Mail>> {
    let mut mails = Vec::new();
    for id in names(folder)?.into_iter().rev() {
        let path = folder.join(format!("{id}.eml"));
        if fs::metadata(&path)?.len() <= LONGEST {
            mails.extend(parsed(id, &fs::read_to_string(&path)?));
        }
    }
    Ok(mails)
}

/// What we wrote, read back: headers of one line each, an empty line, the text as it is.
fn parsed(id: Uuid, file: &str) -> Option<Mail> {
    let (head, text) = file.split_once("\r\n\r\n")?;
    let header = |name: &str| {
        head.split("\r\n")
            .find_map(|line| line.strip_prefix(name)?.strip_prefix(": "))
            .map(str::to_owned)
    };
    let (seconds, nanos) = id.get_timestamp()?.to_unix();
    let micros = i64::try_from(seconds)
        .ok()?
        .checked_mul(1_000_000)?
        .checked_add(i64::from(nanos / 1_000))?;
    Some(Mail {
        id,
        to: header("To")?,
        subject: header("Subject")?,
        // The writer ends the body with a line break of its own.
        text: text.strip_suffix("\r\n").unwrap_or(text).replace("\r\n", "\n"),
        at: Moment(micros),
    })
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    fn mail(text: &str) -> Mail {
        let id = Uuid::now_v7();
        Mail {
            id,
            to: "amara.okafor@example.org".into(),
            subject: "A link from Wardlight".into(),
            text: text.into(),
            at: Moment(1_795_341_600_000_000),
        }
    }

    #[tokio::test]
    async fn a_mail_lies_in_a_folder_that_nobody_else_reads_and_is_read_back_as_it_was() {
        let folder = std::env::temp_dir().join(format!("wardlight-outbox-{}", Uuid::now_v7()));
        let outbox = Outbox::new(folder.join("outbox"), "Wardlight <wardlight@localhost>");
        assert!(outbox.kept().unwrap().await.unwrap().is_empty());
        let (first, second) = (
            // A link is longer than the 76 signs after which mail libraries like to cut a line.
            mail(&format!(
                "Hôpital du Lac\n\nhttp://wardlight.test/recover/new?link={}\n",
                "0a".repeat(32)
            )),
            mail("Second\n"),
        );
        outbox.send(first.clone()).await.unwrap();
        outbox.send(second.clone()).await.unwrap();
        outbox.send(first.clone()).await.unwrap();
        let kept = outbox.kept().unwrap().await.unwrap();
        let texts: Vec<_> = kept
            .iter()
            .map(|mail| (mail.id, mail.to.as_str(), mail.subject.as_str(), mail.text.as_str()))
            .collect();
        let told = |mail: &Mail| (mail.id, mail.to.clone(), mail.subject.clone(), mail.text.clone());
        let expected: Vec<_> = [&second, &first].map(told).to_vec();
        let expected: Vec<_> = expected
            .iter()
            .map(|(id, to, subject, text)| (*id, to.as_str(), subject.as_str(), text.as_str()))
            .collect();
        assert_eq!(texts, expected, "newest first, and a mail that is sent twice is one");
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&folder.join("outbox")), 0o700);
        assert_eq!(mode(&folder.join("outbox").join(format!("{}.eml", first.id))), 0o600);
        fs::remove_dir_all(folder).unwrap();
    }

    #[tokio::test]
    async fn the_outbox_is_bounded() {
        let folder = std::env::temp_dir().join(format!("wardlight-outbox-{}", Uuid::now_v7()));
        fs::create_dir_all(&folder).unwrap();
        for _ in 0..MOST + 20 {
            fs::write(folder.join(format!("{}.eml", Uuid::now_v7())), "").unwrap();
        }
        put(&folder, Uuid::now_v7(), b"x").unwrap();
        assert_eq!(names(&folder).unwrap().len(), MOST);
        fs::remove_dir_all(folder).unwrap();
    }
}
