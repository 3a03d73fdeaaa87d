//! Packs the languages: reads every `locales/*.ftl`, checks it against English, and writes keys, functions and tables.

#[path = "../src/plurals.rs"]
#[expect(dead_code, reason = "the build checks the rules, the crate counts by them")]
mod plurals;

mod check;
mod pack;
mod read;
mod write;

use std::path::Path;
use std::process::ExitCode;
use std::{env, fs};

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed=locales");
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed=src/plurals.rs");
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(faults) => {
            for fault in faults {
                eprintln!("{fault}");
            }
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Vec<String>> {
    let one = |error: std::io::Error| vec![error.to_string()];
    let mut languages = Vec::new();
    let mut faults = Vec::new();
    let mut files: Vec<_> = fs::read_dir("locales")
        .map_err(one)?
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .collect();
    files.sort();
    for path in files {
        let Some(tag) = path.file_stem().and_then(|stem| stem.to_str()) else {
            continue;
        };
        let text = fs::read_to_string(&path).map_err(one)?;
        match read::language(tag, &text) {
            Ok(language) => languages.push(language),
            Err(found) => faults.extend(found.into_iter().map(|fault| format!("{}: {fault}", path.display()))),
        }
    }
    faults.extend(check::all(&languages));
    if !faults.is_empty() {
        return Err(faults);
    }
    let out = env::var("OUT_DIR").map_err(|error| vec![error.to_string()])?;
    fs::write(Path::new(&out).join("words.rs"), write::rust(&languages)).map_err(one)
}
