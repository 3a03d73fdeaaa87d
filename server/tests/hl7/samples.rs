//! Messages of others, as they published them (`samples/README.md`): each is read and acknowledged under its own control id, and only what is meant for us is taken.

use std::path::Path;

use super::*;

/// What a sample must be answered: no ORU is a type that we do not take; of the rest those that are no production are refused, and those without a time or a zone that can be read are at fault.
fn expected(header: &str) -> &'static [&'static str] {
    let field = |number: usize| header.split('|').nth(number - 1).unwrap_or_default();
    match (field(9).starts_with("ORU^R01"), field(11)) {
        (false, _) => &["AR"],
        (true, "P") => &["AA", "AE"],
        (true, _) => &["AR"],
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_published_message_is_parsed_and_acknowledged() {
    let at = Wardlight::open().await;
    let token = gateway(&at, "Interface engine", &[], &[0]).await;
    let mut line = connect(listen(&at).await).await;
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/hl7/samples");
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.retain(|file| file.extension().is_some_and(|kind| kind == "hl7"));
    files.sort();
    assert!(files.len() >= 39, "{}", files.len());
    for file in files {
        let name = file.file_name().unwrap().to_str().unwrap().to_owned();
        let text = std::fs::read_to_string(&file).unwrap();
        let text = text
            .trim_start_matches('\u{feff}')
            .replace("\r\n", "\r")
            .replace('\n', "\r");
        // What they hold for a password is not ours: our own token is put there.
        let rows: Vec<String> = text
            .split('\r')
            .map(|row| {
                let mut fields: Vec<&str> = row.split('|').collect();
                if row.starts_with("MSH|") && fields.len() > 8 {
                    fields[7] = &token;
                }
                fields.join("|")
            })
            .collect();
        let header = rows.iter().find(|row| row.starts_with("MSH|")).unwrap().clone();
        let wants = |number: usize| header.split('|').nth(number - 1).unwrap_or_default();
        line.send(&rows.join("\r")).await;
        // Those that say they want no answer (NE, NE) get none, and those that want one for errors only may.
        let (accept, application) = (wants(15), wants(16));
        if accept == "NE" && application == "NE" {
            continue;
        }
        let answer = line.answer().await.unwrap_or_else(|| panic!("{name}: no answer"));
        let (code, control) = verdict(&answer);
        assert_eq!(control, wants(10), "{name}");
        let code = code.replace('C', "A");
        assert!(expected(&header).contains(&code.as_str()), "{name}: {answer}");
    }
    // The line is still good.
    let (serial, time) = (serial(&at, 0).await, stamp(&at, 0.0));
    assert_eq!(
        asked(&mut line, &treatment("LAST", &token, &serial, &time)).await,
        ("AA".into(), "LAST".into())
    );
}
