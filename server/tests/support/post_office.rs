//! A small mail server on a socket of its own, which takes or refuses as a test says. It speaks as much of SMTP (RFC 5321) as a mail needs.

use std::sync::{Arc, Mutex};

use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

/// How it behaves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mood {
    /// Takes every mail, and knows no TLS.
    #[default]
    Takes,
    /// Offers TLS, and cannot do it when asked to.
    CannotTls,
    /// Refuses the reader for now.
    RefusesForNow,
    /// Refuses the reader for good.
    RefusesForGood,
    /// Takes the mail and is gone before it says so.
    FallsSilent,
}

#[derive(Default)]
struct Heard {
    mood: Mood,
    /// Every line that clients said, but for the mails themselves.
    said: Vec<String>,
    /// The mails, as they travelled.
    mails: Vec<String>,
}

/// The server; gone with the test.
#[derive(Clone)]
pub struct PostOffice {
    heard: Arc<Mutex<Heard>>,
    port: u16,
}

impl PostOffice {
    pub async fn open() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let office = Self {
            heard: Arc::default(),
            port: listener.local_addr().expect("an address").port(),
        };
        let heard = office.heard.clone();
        tokio::spawn(async move {
            while let Ok((caller, _)) = listener.accept().await {
                let heard = heard.clone();
                // A caller who hangs up is no fault of the test.
                tokio::spawn(async move { listen_to(caller, &heard).await.unwrap_or_default() });
            }
        });
        office
    }

    /// What `WARDLIGHT_SMTP_URL` would be; `more` such as `?tls=required`.
    pub fn url(&self, more: &str) -> String {
        format!("smtp://127.0.0.1:{}{more}", self.port)
    }

    pub fn becomes(&self, mood: Mood) {
        self.heard.lock().unwrap().mood = mood;
    }

    pub fn mails(&self) -> Vec<String> {
        self.heard.lock().unwrap().mails.clone()
    }

    /// Every command that it heard.
    pub fn said(&self) -> String {
        self.heard.lock().unwrap().said.join("\n")
    }
}

async fn listen_to(caller: TcpStream, heard: &Mutex<Heard>) -> std::io::Result<()> {
    let mood = heard.lock().unwrap().mood;
    let (from, mut to) = caller.into_split();
    let mut lines = BufReader::new(from).lines();
    to.write_all(b"220 office.example\r\n").await?;
    while let Some(line) = lines.next_line().await? {
        heard.lock().unwrap().said.push(line.clone());
        let verb = line.split([' ', ':']).next().unwrap_or_default().to_uppercase();
        let answer = match (verb.as_str(), mood) {
            ("EHLO", Mood::CannotTls) => "250-office.example\r\n250-8BITMIME\r\n250 STARTTLS\r\n",
            ("EHLO", _) => "250-office.example\r\n250 8BITMIME\r\n",
            ("STARTTLS", Mood::CannotTls) => "454 TLS not available due to temporary reason\r\n",
            ("RCPT", Mood::RefusesForNow) => "451 4.3.0 too busy for rao@riverbend.example\r\n",
            ("RCPT", Mood::RefusesForGood) => "550 5.1.1 there is no rao@riverbend.example\r\n",
            ("MAIL" | "RCPT" | "RSET" | "NOOP", _) => "250 OK\r\n",
            ("DATA", _) => {
                to.write_all(b"354 go on\r\n").await?;
                let mut mail = String::new();
                while let Some(line) = lines.next_line().await?.filter(|line| line != ".") {
                    mail.push_str(&line);
                    mail.push('\n');
                }
                heard.lock().unwrap().mails.push(mail);
                if mood == Mood::FallsSilent {
                    return Ok(());
                }
                "250 OK\r\n"
            }
            ("QUIT", _) => {
                to.write_all(b"221 bye\r\n").await?;
                return Ok(());
            }
            _ => "502 not here\r\n",
        };
        to.write_all(answer.as_bytes()).await?;
    }
    Ok(())
}
