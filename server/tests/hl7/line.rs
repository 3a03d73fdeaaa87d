//! A sender: MLLP over a socket.

use std::net::SocketAddr;
use std::time::Duration;

use server::hl7::Limits;
use server::hl7::tls::Tls;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

use crate::support::Wardlight;

/// How long a test waits for an answer.
const PATIENCE: Duration = Duration::from_secs(20);

/// The listener of HL7 on a free port.
pub async fn listen(at: &Wardlight) -> SocketAddr {
    listen_with(at, None, Limits::default()).await
}

pub async fn listen_with(at: &Wardlight, tls: Option<Tls>, limits: Limits) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let addr = listener.local_addr().unwrap();
    tokio::spawn(server::hl7::serve(
        listener,
        tls,
        at.state.clone(),
        limits,
        at.state.stopping.clone(),
    ));
    addr
}

pub async fn connect(addr: SocketAddr) -> Mllp {
    Mllp {
        stream: TcpStream::connect(addr).await.unwrap(),
        rest: Vec::new(),
    }
}

pub struct Mllp {
    pub stream: TcpStream,
    rest: Vec<u8>,
}

impl Mllp {
    /// Sends one message.
    pub async fn send(&mut self, message: &str) {
        self.stream.write_all(&domain::hl7::wrap(message)).await.unwrap();
    }

    /// Sends bytes as they are.
    pub async fn raw(&mut self, bytes: &[u8]) {
        self.stream.write_all(bytes).await.ok();
    }

    /// The next acknowledgement; none when the line was closed.
    pub async fn answer(&mut self) -> Option<String> {
        loop {
            if let Some(end) = self.rest.windows(2).position(|part| part == [0x1c, b'\r']) {
                let frame: Vec<u8> = self.rest.drain(..end + 2).collect();
                return Some(String::from_utf8(frame[1..end].to_vec()).unwrap());
            }
            let mut buffer = vec![0; 16 * 1024];
            let read = tokio::time::timeout(PATIENCE, self.stream.read(&mut buffer))
                .await
                .expect("an answer in time");
            match read {
                Ok(read @ 1..) => self.rest.extend_from_slice(&buffer[..read]),
                _ => return None,
            }
        }
    }

    /// Sends a message and reads its answer.
    pub async fn ask(&mut self, message: &str) -> Option<String> {
        self.send(message).await;
        self.answer().await
    }
}

/// MSA-1 and MSA-2 of an acknowledgement.
pub fn verdict(answer: &str) -> (String, String) {
    let msa = answer
        .split('\r')
        .find(|row| row.starts_with("MSA|"))
        .unwrap_or_else(|| panic!("no MSA: {answer}"));
    let mut fields = msa.split('|').skip(1).map(str::to_owned);
    (fields.next().unwrap_or_default(), fields.next().unwrap_or_default())
}
