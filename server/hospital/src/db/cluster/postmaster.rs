//! The programs of PostgreSQL, as we run them: `initdb`, `postgres`, `pg_ctl stop`.

use std::fs::{self, File};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use secrecy::ExposeSecret;

use super::super::error::{DatabaseError, Result};
use super::ROOT;
use super::place::{Place, write_private};
use super::programs::Programs;
use super::settings::{Durability, INCLUDES, settings};

/// Everything that is needed to run one cluster.
#[derive(Clone, Debug)]
pub(super) struct Postmaster {
    pub place: Place,
    pub programs: Programs,
    pub durability: Durability,
}

impl Postmaster {
    /// Makes the cluster, whole or not at all: `initdb` works in a folder beside, which is renamed when it is done.
    pub fn make_cluster(&self) -> Result<()> {
        let (data, draft) = (self.place.data(), self.place.cluster.join("data.new"));
        let password = self.place.password()?;
        tracing::info!(
            "making a private PostgreSQL {} in {}",
            self.programs.major(),
            self.place.cluster.display()
        );
        if draft.exists() {
            fs::remove_dir_all(&draft).map_err(DatabaseError::folder("could not remove the half-made", &draft))?;
        }
        let word = self.place.cluster.join("password");
        write_private(&word, password.expose_secret())?;
        self.hand_over(&word)?;
        let made = self
            .command("initdb")
            .arg("--pgdata")
            .arg(&draft)
            .arg("--pwfile")
            .arg(&word)
            .args([
                "--username",
                ROOT,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C.UTF-8",
                "--data-checksums",
            ])
            .output();
        fs::remove_file(&word).map_err(DatabaseError::folder("could not remove", &word))?;
        let made = made.map_err(|error| failed("initdb", &error.to_string()))?;
        if !made.status.success() {
            return Err(failed("initdb", &String::from_utf8_lossy(&made.stderr)));
        }
        let conf = draft.join("postgresql.conf");
        let text = fs::read_to_string(&conf).map_err(DatabaseError::folder("could not read", &conf))?;
        fs::write(&conf, text + INCLUDES).map_err(DatabaseError::folder("could not write", &conf))?;
        fs::rename(&draft, &data).map_err(DatabaseError::folder("could not name the new cluster", &data))
    }

    /// Starts the server and waits until it answers. Recovery after a crash may take long; the child is watched, not the clock.
    pub fn start(&self) -> Result<Child> {
        let conf = self.place.data().join("wardlight.conf");
        write_private(&conf, &settings(&self.place.socket, self.durability))?;
        self.hand_over(&conf)?;
        // The processes of a killed server need a moment to notice that it is gone; until then its memory counts as in use.
        for _ in 0..10 {
            let mut child = self.spawn()?;
            if self.is_ready_before_it_ends(&mut child)? {
                return Ok(child);
            }
            sleep(Duration::from_millis(500));
        }
        Err(DatabaseError::DidNotStart { log: self.place.log() })
    }

    fn spawn(&self) -> Result<Child> {
        let path = self.place.log().join("start.log");
        let log = File::create(&path).map_err(DatabaseError::folder("could not write", &path))?;
        let both = log
            .try_clone()
            .map_err(DatabaseError::folder("could not write", &path))?;
        // A process group of its own: Ctrl-C on the terminal reaches us alone, and we stop the server when nobody needs it any more.
        self.command("postgres")
            .arg("-D")
            .arg(self.place.data())
            .process_group(0)
            .stdout(both)
            .stderr(log)
            .spawn()
            .map_err(|error| failed("postgres", &error.to_string()))
    }

    fn is_ready_before_it_ends(&self, child: &mut Child) -> Result<bool> {
        let begun = Instant::now();
        let mut told = Duration::from_secs(5);
        loop {
            if child
                .try_wait()
                .map_err(|error| failed("postgres", &error.to_string()))?
                .is_some()
            {
                return Ok(false);
            }
            if PidFile::read(&self.place.data()).is_some_and(|file| file.pid == child.id() && file.ready) {
                return Ok(true);
            }
            if begun.elapsed() > told {
                tracing::info!(
                    "PostgreSQL is starting for {} s; after a crash it first replays its log",
                    told.as_secs()
                );
                told += Duration::from_secs(5);
            }
            sleep(Duration::from_millis(20));
        }
    }

    /// The server that a killed Wardlight left behind, if it lives. The pid file alone proves nothing, because the kernel gives a number
    /// again: a living server stands in its data folder.
    pub fn left_behind(&self) -> Option<u32> {
        let data = fs::canonicalize(self.place.data()).ok()?;
        let file = PidFile::read(&data)?;
        (fs::read_link(format!("/proc/{}/cwd", file.pid)).ok()? == data).then_some(file.pid)
    }

    /// Asks the server to stop: `fast` ends every session and writes a checkpoint, `immediate` leaves that to the next start.
    pub fn ask_to_stop(&self, mode: &str, wait: bool) -> bool {
        let mut command = self.command("pg_ctl");
        command.args([
            "stop",
            "--silent",
            "--mode",
            mode,
            "--timeout",
            "60",
            if wait { "--wait" } else { "--no-wait" },
        ]);
        command.arg("--pgdata").arg(self.place.data());
        command
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .is_ok_and(|status| status.success())
    }

    fn hand_over(&self, path: &Path) -> Result<()> {
        self.place.account.map_or(Ok(()), |account| account.own(path))
    }

    /// No environment of ours: it may hold `PGOPTIONS`, or a secret.
    fn command(&self, name: &str) -> Command {
        let mut command = Command::new(self.programs.path(name));
        command
            .env_clear()
            .envs([("PATH", "/usr/bin:/bin"), ("LC_ALL", "C.UTF-8")])
            .current_dir("/")
            .stdin(Stdio::null());
        if let Some(account) = self.place.account {
            account.run(&mut command);
        }
        command
    }
}

/// `postmaster.pid`: the pid in its first line, the state in its eighth.
struct PidFile {
    pid: u32,
    ready: bool,
}

impl PidFile {
    fn read(data: &Path) -> Option<Self> {
        Self::parse(&fs::read_to_string(path_in(data)).ok()?)
    }

    fn parse(text: &str) -> Option<Self> {
        let mut lines = text.lines();
        let pid = lines.next()?.trim().parse().ok()?;
        Some(Self {
            pid,
            ready: lines.nth(6).is_some_and(|state| state.trim() == "ready"),
        })
    }
}

fn path_in(data: &Path) -> PathBuf {
    data.join("postmaster.pid")
}

fn failed(program: &'static str, said: &str) -> DatabaseError {
    let last: Vec<&str> = said.lines().filter(|line| !line.trim().is_empty()).collect();
    let said = last.get(last.len().saturating_sub(3)..).unwrap_or_default().join("; ");
    DatabaseError::Program { program, said }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_is_ready_when_the_eighth_line_says_so() {
        let file = |state: &str| format!("4711\n/data\n1700000000\n5432\n/run\n\n  123  4\n{state}\n");
        assert!(PidFile::parse(&file("ready   ")).is_some_and(|it| it.ready && it.pid == 4711));
        assert!(PidFile::parse(&file("starting")).is_some_and(|it| !it.ready));
        assert!(PidFile::parse("4711\n/data\n").is_some_and(|it| !it.ready));
        assert!(PidFile::parse("").is_none());
    }

    #[test]
    fn only_the_last_words_of_a_program_are_told() {
        assert_eq!(failed("initdb", "a\nb\n\nc\nd\n").to_string(), "initdb failed: b; c; d");
    }
}
