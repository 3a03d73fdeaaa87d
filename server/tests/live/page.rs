//! A page's end of the live socket, for tests.

use std::time::{Duration, Instant};

use domain::alerts::Alarm;
use domain::live::{PROTOCOL, PatientNow, ToClient, ToServer, Topic};
use domain::telemetry::Parameter;
use futures::{SinkExt, StreamExt};
use serde_json::Value;
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::http::{Request, StatusCode};
use tokio_tungstenite::tungstenite::{Error, Message};
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async};

use crate::support::Wardlight;

/// Longer than any answer takes on a busy machine.
pub const PATIENCE: Duration = Duration::from_secs(10);

/// One open socket.
pub struct Page {
    pub socket: WebSocketStream<MaybeTlsStream<TcpStream>>,
}

/// The request of a page of this server.
pub fn asks(house: &Wardlight, path: &str, cookie: &str, protocol: &str) -> Request<()> {
    let mut request = format!("ws://{}{path}", house.addr).into_client_request().unwrap();
    let headers = request.headers_mut();
    headers.insert("origin", format!("http://{}", house.addr).parse().unwrap());
    headers.insert("cookie", cookie.parse().unwrap());
    headers.insert("sec-websocket-protocol", protocol.parse().unwrap());
    request
}

/// The status of a refused upgrade.
pub async fn refusal(request: Request<()>) -> StatusCode {
    match connect_async(request).await {
        Err(Error::Http(answer)) => answer.status(),
        other => panic!("expected a refusal, not {other:?}"),
    }
}

impl Page {
    pub async fn open(house: &Wardlight, path: &str, cookie: &str) -> Self {
        let (socket, answer) = connect_async(asks(house, path, cookie, PROTOCOL))
            .await
            .expect("a live socket");
        assert_eq!(answer.headers()["sec-websocket-protocol"], PROTOCOL);
        Self { socket }
    }

    pub async fn say(&mut self, wish: ToServer) {
        self.socket
            .send(Message::binary(postcard::to_allocvec(&wish).unwrap()))
            .await
            .expect("an open socket");
    }

    pub async fn subscribe(&mut self, topic: Topic, since: Option<(u64, u64)>) {
        self.say(ToServer::Subscribe { topic, since }).await;
    }

    /// The next message; none when the server closed, with its code.
    pub async fn next(&mut self) -> Result<ToClient, Option<u16>> {
        match timeout(PATIENCE, self.socket.next()).await.expect("a message in time") {
            Some(Ok(Message::Binary(bytes))) => Ok(postcard::from_bytes(&bytes).expect("a known message")),
            Some(Ok(Message::Close(frame))) => Err(frame.map(|frame| frame.code.into())),
            None | Some(Err(_)) => Err(None),
            Some(Ok(other)) => panic!("not ours: {other:?}"),
        }
    }

    /// The next message that is not a change: monitors that say nothing change the ward whenever they like.
    pub async fn next_but_changes(&mut self) -> Result<ToClient, Option<u16>> {
        loop {
            match self.next().await {
                Ok(ToClient::Change { .. }) => {}
                other => return other,
            }
        }
    }

    /// Reads until the server closes because rights have changed: how long that took. [`crate::support::timing::within_a_second`] says how soon it must be.
    pub async fn until_rights_change(&mut self, since: Instant) -> Duration {
        let code = loop {
            if let Err(code) = self.next().await {
                break code;
            }
        };
        assert_eq!(code, Some(4003));
        since.elapsed()
    }

    /// Reads until this topic is denied, because who may read it has changed: how long that took.
    pub async fn until_denied(&mut self, topic: Topic, since: Instant) -> Duration {
        while !matches!(self.expect().await, ToClient::Denied { topic: denied } if denied == topic) {}
        since.elapsed()
    }

    pub async fn expect(&mut self) -> ToClient {
        self.next().await.expect("an open socket")
    }

    pub async fn hello(&mut self) -> u64 {
        let ToClient::Hello { run, .. } = self.expect().await else {
            panic!("no hello")
        };
        run
    }

    pub async fn snapshot(&mut self) -> (u64, Vec<PatientNow>, Vec<Alarm>) {
        match self.expect().await {
            ToClient::Snapshot {
                number,
                patients,
                alarms,
                ..
            } => (number, patients, alarms),
            other => panic!("no snapshot but {other:?}"),
        }
    }

    /// Reads changes until a heart rate of this value came; answers their numbers and the heart rates.
    pub async fn until_heart_rate(&mut self, wanted: f32) -> (Vec<u64>, Vec<f32>) {
        let (mut numbers, mut rates) = (Vec::new(), Vec::new());
        while rates.last() != Some(&wanted) {
            let ToClient::Change { number, values, .. } = self.expect().await else {
                panic!("not a change")
            };
            numbers.push(number);
            rates.extend(
                values
                    .iter()
                    .filter_map(|change| change.reading.values.get(Parameter::HeartRate)),
            );
        }
        (numbers, rates)
    }
}

/// Asks for a topic; answers whether it began.
pub async fn may(page: &mut Page, topic: Topic) -> bool {
    page.subscribe(topic, None).await;
    loop {
        return match page.next_but_changes().await {
            Ok(ToClient::Snapshot { topic: begun, .. }) if begun == topic => true,
            Ok(ToClient::Denied { topic: denied }) if denied == topic => false,
            // One that was asked for before is asked anew when who may read it changes.
            Ok(ToClient::Snapshot { .. } | ToClient::Denied { .. }) => continue,
            other => panic!("neither yes nor no: {other:?}"),
        };
    }
}

/// Whether the numbers follow one another, the first after `last`.
pub fn follow(numbers: &[u64], last: u64) -> bool {
    numbers.iter().copied().eq(last + 1..=last + numbers.len() as u64)
}

/// The next text frame.
pub async fn json(socket: &mut WebSocketStream<MaybeTlsStream<TcpStream>>) -> Value {
    match timeout(PATIENCE, socket.next()).await.expect("a message in time") {
        Some(Ok(Message::Text(text))) => serde_json::from_str(&text).expect("JSON"),
        other => panic!("no text: {other:?}"),
    }
}
