//! Mails by a mail server: `WARDLIGHT_SMTP_URL`, such as `smtps://user:password@mail.example` (TLS from the first byte) or
//! `smtp://mail.example?tls=required`. A mail keeps its number as `Message-ID`, so that one that is sent twice is known as one.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use lettre::message::header::ContentTransferEncoding;
use lettre::message::header::ContentType;
use lettre::message::{Body, Mailbox, SinglePart};
use lettre::transport::smtp;
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use secrecy::{ExposeSecret, SecretString};

use crate::ports::{Mail, MailFault, Mailer, Sending};

/// How long a mail server may take for one command.
const PATIENCE: Duration = Duration::from_secs(20);

/// The longest line that any mail server takes, in bytes (RFC 5321, 4.5.3.1.6: a thousand with the line's end).
const LONGEST_LINE: usize = 998;

/// A mail server.
pub struct Smtp {
    server: AsyncSmtpTransport<Tokio1Executor>,
    from: String,
}

impl Smtp {
    /// Mails from `from` go by the server of `url`.
    ///
    /// # Errors
    /// A sentence when the address of the server or of the sender cannot be read.
    pub fn new(url: &SecretString, from: &str) -> Result<Self, String> {
        sender(from)?;
        let server = AsyncSmtpTransport::<Tokio1Executor>::from_url(url.expose_secret()).map_err(|_| {
            "WARDLIGHT_SMTP_URL is no address of a mail server. Write it as smtps://user:password@mail.example."
                .to_owned()
        })?;
        Ok(Self {
            server: server.timeout(Some(PATIENCE)).build(),
            from: from.to_owned(),
        })
    }
}

/// Whether `from` can be a sender.
///
/// # Errors
/// A sentence that names the setting.
pub fn sender(from: &str) -> Result<(), String> {
    from.parse::<Mailbox>()
        .map(drop)
        .map_err(|_| "WARDLIGHT_MAIL_FROM is no sender. Write it as Wardlight <wardlight@hospital.example>.".to_owned())
}

impl Mailer for Smtp {
    fn send(&self, mail: Mail) -> Sending<'_> {
        Box::pin(async move {
            let message = written(&mail, &self.from)?;
            self.server.send(message).await.map(drop).map_err(|error| fault(&error))
        })
    }
}

/// In words of ours: what a mail server says may repeat the address.
fn fault(error: &smtp::Error) -> MailFault {
    if error.is_permanent() {
        MailFault::Never("the mail server refused it for good")
    } else {
        MailFault::Later("the mail server did not take it")
    }
}

/// The mail as it travels: plain text, eight bits, lines as they were written.
pub(super) fn written(mail: &Mail, from: &str) -> Result<Message, MailFault> {
    let at = UNIX_EPOCH + Duration::from_micros(u64::try_from(mail.at.0).unwrap_or(0));
    let never = |_| MailFault::Never("the mail could not be written");
    let to = mail.to.parse().map_err(|_| MailFault::Never("this is no address"))?;
    let from: Mailbox = from.parse().map_err(|_| MailFault::Never("the sender is no address"))?;
    if mail.text.lines().any(|line| line.len() > LONGEST_LINE) {
        return Err(MailFault::Never("the mail has lines that are too long"));
    }
    // As it was written, with the line ends of mail: the library would encode lines of more than 76 signs, which cuts links.
    let lines = mail.text.replace('\n', "\r\n").into_bytes();
    let body = Body::dangerous_pre_encoded(lines, ContentTransferEncoding::EightBit);
    Message::builder()
        .message_id(Some(format!("<{}@{}>", mail.id, from.email.domain())))
        .from(from)
        .to(Mailbox::new(None, to))
        .subject(&mail.subject)
        .date(SystemTime::max(at, UNIX_EPOCH))
        .singlepart(SinglePart::builder().header(ContentType::TEXT_PLAIN).body(body))
        .map_err(never)
}
