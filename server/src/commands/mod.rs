//! What `wardlight` can be told to do: one file or folder per command.
//!
//! To add one: its module here, a line in [`HELP`], and an arm in [`run`].

pub mod device;
pub mod doctor;
pub mod keys;
pub mod rotate_keys;
pub mod seed;
pub mod serve;
pub mod simulate;
pub mod verify_audit;

use std::process::ExitCode;

/// The list of commands.
pub const HELP: &str = "\
wardlight: a hospital in one program

  wardlight serve [--demo]                   serve pages, devices and live sockets; with --demo fill an empty hospital and play recordings
  wardlight migrate                          bring the database up to date, then end
  wardlight seed                             fill an empty database with the demo hospitals, then end
  wardlight simulate --url URL --credentials FILE [--speed N] [--from MINUTE]
                                             play bedside devices: recordings posted through the public endpoint
  wardlight doctor [--demo]                  look at settings, machine and database, and say what must be mended
  wardlight rotate-keys                      wrap every key anew under the highest version in the file of the master key; the server goes on
  wardlight device token DEVICE              make a token for a device (shown once)
  wardlight device revoke DEVICE             revoke every token of a device
  wardlight verify-audit                     verify the audit: names what was changed, removed, put in, moved or rewritten

Settings are environment variables: WARDLIGHT_ADDR, WARDLIGHT_DATA_DIR, DATABASE_URL and others; the README lists them.";

/// Why a hospital is not opened on a demo's data.
pub const DEMO_DATA: &str = "This database was filled as a demo: everybody can read the passwords of its accounts. Serve it with `wardlight serve --demo`, or \
    open a hospital on an empty database: set DATABASE_URL or WARDLIGHT_DATA_DIR to another one.";

/// Runs the command that the arguments name; says what is wrong on the terminal when it fails.
pub async fn run(arguments: Vec<String>) -> ExitCode {
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["serve"] => serve::run(false).await,
        ["serve", "--demo"] => serve::run(true).await,
        ["migrate"] => serve::migrate().await,
        ["seed"] => seed::run().await,
        ["doctor"] => doctor::run(false).await,
        ["doctor", "--demo"] => doctor::run(true).await,
        ["simulate", options @ ..] => simulate_with(options).await,
        ["rotate-keys"] => rotate_keys::run().await,
        ["device", "token", id] => device::token(id).await,
        ["device", "revoke", id] => device::revoke(id).await,
        ["verify-audit"] => verify_audit::run().await,
        ["help" | "--help" | "-h"] | [] => {
            say(HELP);
            Ok(())
        }
        _ => Err(format!("This is no command of wardlight.\n\n{HELP}")),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            complain(&sentence);
            ExitCode::FAILURE
        }
    }
}

async fn simulate_with(options: &[&str]) -> Result<(), String> {
    let option = |name: &str| {
        options
            .iter()
            .position(|word| *word == name)
            .and_then(|place| options.get(place + 1))
            .copied()
    };
    let url = option("--url").ok_or("Name the server: --url http://127.0.0.1:3000")?;
    let credentials = option("--credentials").ok_or("Name the file with the devices' tokens: --credentials FILE")?;
    let speed: f64 = match option("--speed") {
        Some(speed) => speed
            .parse()
            .ok()
            .filter(|speed| *speed > 0.0)
            .ok_or("--speed is no number above 0, such as 60.")?,
        None => 60.0,
    };
    let from = match option("--from") {
        Some(minute) => minute
            .parse()
            .ok()
            .filter(|minute| *minute < simulate::recording::MINUTES)
            .ok_or("--from is no recorded minute, 0 to 1439.")?,
        None => 0,
    };
    let arguments = simulate::Args {
        url: url.to_owned(),
        credentials: credentials.into(),
        speed,
        from,
    };
    crate::logging::start();
    // The devices of `serve --demo` end with it, however it ends: its end of the pipe closes then.
    let with_parent = options.contains(&"--with-parent");
    tokio::select! {
        played = simulate::run(arguments) => played.map_err(|error| error.to_string()),
        () = parent_ended(with_parent) => Ok(()),
    }
}

async fn parent_ended(watch: bool) {
    if !watch {
        return std::future::pending().await;
    }
    let mut nothing = [0_u8; 1];
    while let Ok(read) = tokio::io::AsyncReadExt::read(&mut tokio::io::stdin(), &mut nothing).await {
        if read == 0 {
            return;
        }
    }
}

/// A line on the terminal.
#[allow(clippy::print_stdout)]
pub fn say(text: &str) {
    println!("{text}");
}

/// A complaint on the terminal.
#[allow(clippy::print_stderr)]
pub fn complain(text: &str) {
    eprintln!("wardlight: {text}");
}
