//! Whoever means harm, or is only slow, does none: the server goes on, and others are heard.

use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use domain::hl7::LONGEST_MESSAGE;
use server::hl7::Limits;
use server::hl7::tls::Tls;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::pki_types::{CertificateDer, ServerName};
use tokio_rustls::rustls::{ClientConfig, RootCertStore};

use super::line::listen_with;
use super::*;

#[tokio::test(flavor = "multi_thread")]
async fn noise_and_what_is_too_long_end_the_line_and_nothing_else() {
    let at = Wardlight::open().await;
    let token = gateway(&at, "Dialysis unit", &[], &[0]).await;
    let addr = listen(&at).await;
    let mut good = connect(addr).await;

    let mut browser = connect(addr).await;
    browser.raw(b"GET / HTTP/1.1\r\nhost: x\r\n\r\n").await;
    assert_eq!(browser.answer().await, None);

    let mut long = connect(addr).await;
    long.raw(&[0x0b]).await;
    long.raw(&vec![b'a'; LONGEST_MESSAGE + 1]).await;
    let answer = long.answer().await.unwrap();
    assert!(answer.contains("MSA|AR|") && answer.contains("1 MiB"), "{answer}");
    assert_eq!(long.answer().await, None);

    // Messages that are none, in a frame that is one, are answered and the line goes on.
    let mut odd = connect(addr).await;
    for (bytes, code) in [
        (Vec::new(), "AR"),
        (b"PID|1".to_vec(), "AR"),
        (b"MSH".to_vec(), "AR"),
        (b"MSH|^~\\&|\xff\xfe|B|||1||ORU^R01|X1|P|2.6".to_vec(), "AE"),
        (
            b"MSH|^~\\&|A|B|||1||ORU^R01|X2|P|2.6||||||KLINGON\rPID|\xe9".to_vec(),
            "AE",
        ),
        (format!("MSH|^~\\&|A|B|||1|{token}|ORU^R01|X3|P|2.6").into_bytes(), "AE"),
        (
            format!("MSH|^~\\&|A|B|||1|{token}|ORU^R01|X4|P|2.6{}", "\rOBX".repeat(9_000)).into_bytes(),
            "AE",
        ),
        (
            format!(
                "MSH|^~\\&|A|B|||1|{token}|ORU^R01|X5|P|2.6\rOBX|1|NM|{}",
                "^".repeat(400_000)
            )
            .into_bytes(),
            "AA",
        ),
        (
            format!(
                "MSH|^~\\&|A|B|||1|{token}|ORU^R01|X6|P|2.6{}",
                "\rMSH|^~\\&|".repeat(300)
            )
            .into_bytes(),
            "AE",
        ),
    ] {
        let framed = [&[0x0b], bytes.as_slice(), &[0x1c, b'\r']].concat();
        odd.raw(&framed).await;
        let answer = odd
            .answer()
            .await
            .unwrap_or_else(|| panic!("no answer to {} bytes", bytes.len()));
        assert_eq!(verdict(&answer).0, code, "{answer}");
    }

    let (serial, time) = (serial(&at, 0).await, stamp(&at, 0.0));
    assert_eq!(
        asked(&mut good, &treatment("GOOD", &token, &serial, &time)).await,
        ("AA".into(), "GOOD".into())
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn slow_senders_and_too_many_of_them_are_let_go() {
    let at = Wardlight::open().await;
    let token = gateway(&at, "Dialysis unit", &[], &[0]).await;
    let limits = Limits {
        connections: 3,
        message: Duration::from_millis(400),
        idle: Duration::from_millis(1_500),
        ..Limits::default()
    };
    let addr = listen_with(&at, None, limits).await;
    let begun = Instant::now();
    let mut slow = connect(addr).await;
    slow.raw(&[0x0b]).await;
    let drip = async {
        // A byte now and then does not buy more time.
        for _ in 0..20 {
            slow.raw(b"M").await;
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        slow.answer().await
    };
    assert_eq!(drip.await, None);
    let mut idle = connect(addr).await;
    assert_eq!(idle.answer().await, None);
    assert!(begun.elapsed() < Duration::from_secs(10), "{:?}", begun.elapsed());

    let (serial, time) = (serial(&at, 0).await, stamp(&at, 0.0));
    let (mut one, mut two, mut three) = (connect(addr).await, connect(addr).await, connect(addr).await);
    for (line, control) in [(&mut one, "A"), (&mut two, "B"), (&mut three, "C")] {
        assert_eq!(asked(line, &treatment(control, &token, &serial, &time)).await.0, "AA");
    }
    let mut fourth = connect(addr).await;
    fourth
        .raw(&domain::hl7::wrap(&treatment("D", &token, &serial, &time)))
        .await;
    assert_eq!(fourth.answer().await, None, "one more is closed");
    drop(one);
    tokio::time::sleep(Duration::from_millis(200)).await;
    let mut next = connect(addr).await;
    assert_eq!(
        asked(&mut next, &treatment("E", &token, &serial, &time)).await.0,
        "AA",
        "a place is given back"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_database_that_is_away_is_no_reason_to_acknowledge() {
    let mut cut = None;
    let at = Wardlight::open_over(|pool| {
        let line = cut.get_or_insert_with(|| crate::support::line::Line::to(pool));
        line.over(pool)
    })
    .await;
    let mut cut = cut.unwrap();
    let token = gateway(&at, "Dialysis unit", &[], &[0]).await;
    let mut line = connect(listen(&at).await).await;
    let message = treatment("MSG-1", &token, &serial(&at, 0).await, &stamp(&at, 0.0));
    cut.cut();
    let answer = line.ask(&message).await.unwrap();
    assert_eq!(verdict(&answer).0, "AR", "{answer}");
    assert!(answer.contains("|207^Application internal error^HL70357|"), "{answer}");
    cut.mend();
    // The same again is taken: a sender keeps what was not acknowledged.
    for _ in 0..20 {
        if asked(&mut line, &message).await.0 == "AA" {
            assert_eq!(at.stored(&at.riverbend.devices[0]).await, 1);
            return;
        }
        tokio::time::sleep(Duration::from_millis(500)).await;
    }
    panic!("never acknowledged");
}

#[tokio::test(flavor = "multi_thread")]
async fn over_tls_the_same_is_said_and_in_clear_nothing() {
    let at = Wardlight::open().await;
    let token = gateway(&at, "Dialysis unit", &[], &[0]).await;
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/hl7/tls");
    let tls = Tls::read(&folder.join("cert.pem"), &folder.join("key.pem")).unwrap();
    assert!(Tls::read(&folder.join("key.pem"), &folder.join("cert.pem")).is_err());
    let addr = listen_with(&at, Some(tls), Limits::default()).await;

    let mut roots = RootCertStore::empty();
    roots
        .add(CertificateDer::from_pem_file(folder.join("cert.pem")).unwrap())
        .unwrap();
    let provider = Arc::new(tokio_rustls::rustls::crypto::aws_lc_rs::default_provider());
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_root_certificates(roots)
        .with_no_client_auth();
    let connector = tokio_rustls::TlsConnector::from(Arc::new(config));
    let stream = tokio::net::TcpStream::connect(addr).await.unwrap();
    let mut stream = connector
        .connect(ServerName::try_from("localhost").unwrap(), stream)
        .await
        .unwrap();
    let message = treatment("TLS-1", &token, &serial(&at, 0).await, &stamp(&at, 0.0));
    stream.write_all(&domain::hl7::wrap(&message)).await.unwrap();
    let mut buffer = vec![0; 4_096];
    let read = stream.read(&mut buffer).await.unwrap();
    let answer = String::from_utf8_lossy(&buffer[1..read]).into_owned();
    assert_eq!(verdict(&answer), ("AA".into(), "TLS-1".into()));

    let mut clear = connect(addr).await;
    clear.send(&message).await;
    let said = clear.answer().await;
    assert!(said.is_none(), "{said:?}");
}
