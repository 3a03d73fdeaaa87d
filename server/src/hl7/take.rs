//! One message: who speaks, for which machine, what is recorded, what is answered. Nothing of a message of whoever is not known is kept.

use std::net::SocketAddr;
use std::sync::LazyLock;

use domain::actor::Actor;
use domain::hl7::{self, Answer, Code, Content, Fault, Head, Message, Verdict};
use domain::ids::{DeviceId, HospitalId};
use domain::telemetry::tally::Tally;
use domain::telemetry::{Item, Reading};
use domain::time::{Zone, rfc3339};
use hospital::devices::gateway::{self, Gateway};
use hospital::telemetry::messages::{KeptMessage, keep_message, take_alerts};
use hospital::telemetry::{Heard, Recorded};
use hospital::{Ctx, HospitalError};
use uuid::Uuid;

use super::alive::Alive;
use crate::state::AppState;
use crate::throttle::Pace;

/// Messages of one batch, at most.
const MOST_MESSAGES: usize = 100;

static COUNTED: LazyLock<[metrics::Counter; 3]> = LazyLock::new(|| {
    ["AA", "AE", "AR"].map(|answer| metrics::counter!("wardlight_hl7_messages_total", "answer" => answer))
});

/// Who speaks.
struct Sender {
    hospital: HospitalId,
    gateway: Option<Gateway>,
    /// Of a machine that showed its own token.
    own: Option<DeviceId>,
    zone: Zone,
}

/// What became of a message, for the answer and for what is kept.
struct Outcome {
    answer: Answer,
    device: Option<DeviceId>,
    recorded: Recorded,
    content: Content,
}

impl Outcome {
    fn refused(verdict: Verdict, fault: Fault) -> Self {
        Self {
            answer: Answer::refusal(verdict, fault),
            device: None,
            recorded: Recorded::default(),
            content: Content::default(),
        }
    }
}

/// Takes what one frame holds, one message or a batch; answers the acknowledgements that are wanted.
pub(super) async fn take(state: &AppState, alive: &Alive, peer: SocketAddr, bytes: Vec<u8>) -> Vec<String> {
    let text = match hl7::text(&bytes) {
        Ok(text) => text,
        // The header of what cannot be read is still plain enough to be answered.
        Err(fault) => {
            let seen = String::from_utf8_lossy(&bytes).into_owned();
            let head = hl7::messages(&seen).ok().and_then(|found| found.first().map(Head::of));
            return answer(
                state,
                &head.unwrap_or_default(),
                &Answer::refusal(Verdict::Error, fault),
            );
        }
    };
    let found = match hl7::messages(&text) {
        Ok(found) => found,
        Err(fault) => return answer(state, &Head::default(), &Answer::refusal(Verdict::Rejected, fault)),
    };
    let mut answers = Vec::new();
    for (place, message) in found.iter().enumerate() {
        let head = Head::of(message);
        if place >= MOST_MESSAGES {
            let fault = Fault::error(
                Code::Sequence,
                "MSH",
                0,
                "The batch holds too many messages. Send them in parts.",
            );
            answers.extend(answer(state, &head, &Answer::refusal(Verdict::Rejected, fault)));
            break;
        }
        let said = one(state, alive, peer, message, &head).await;
        answers.extend(answer(state, &head, &said));
    }
    answers
}

/// The answer to a message that was longer than one may be; nothing of it was kept, so it names none.
pub(super) fn too_long(state: &AppState) -> String {
    let fault = Fault::error(
        Code::Sequence,
        "MSH",
        0,
        "The message is longer than 1 MiB. Send it in parts.",
    );
    let refused = answer(state, &Head::default(), &Answer::refusal(Verdict::Rejected, fault));
    refused.into_iter().next().unwrap_or_default()
}

fn answer(state: &AppState, head: &Head, said: &Answer) -> Vec<String> {
    let [accepted, error, rejected] = &*COUNTED;
    match said.verdict {
        Verdict::Accepted => accepted.increment(1),
        Verdict::Error => error.increment(1),
        Verdict::Rejected => rejected.increment(1),
    }
    let id = Uuid::now_v7().simple().to_string();
    // Twenty signs, the longest that version 2.5 and those before it know; the last ones are the random ones.
    let id = id.get(12..).unwrap_or(&id);
    hl7::write(head, said, state.house.clock.now(), id)
        .into_iter()
        .collect()
}

async fn one(state: &AppState, alive: &Alive, peer: SocketAddr, message: &Message<'_>, head: &Head) -> Answer {
    let now = state.house.clock.now();
    if state.throttle.pass(Pace::Gateway, peer.ip(), now).is_err() {
        return too_fast();
    }
    let sender = match authenticate(state, peer, message).await {
        Ok(sender) => sender,
        Err(error) => return refusal(&error),
    };
    let outcome = match head.check() {
        Ok(()) => understood(state, alive, peer, &sender, message, head).await,
        Err((verdict, fault)) => Outcome::refused(verdict, fault),
    };
    let kept = KeptMessage {
        hospital: sender.hospital,
        gateway: sender.gateway.as_ref().map(|gateway| gateway.id),
        device: outcome.device,
        kind: head.kind(),
        control: head.control.clone(),
        answer: outcome.answer.verdict.code(),
        readings: outcome.recorded.accepted,
        duplicates: outcome.recorded.duplicates,
        alarms: outcome.content.alerts.len(),
        aside: outcome.content.aside,
        faults: outcome.answer.faults.iter().map(told).collect(),
        raw: message.kept(),
    };
    // What is durable stays acknowledged, also when the row beside it cannot be written: the readings are there.
    if let Err(error) = keep_message(&state.house, kept, &outcome.content.unplaced).await {
        tracing::warn!(%error, "an HL7 message could not be kept");
    }
    outcome.answer
}

/// A fault as a line of the technician's list.
fn told(fault: &Fault) -> String {
    format!("{}-{} ({}): {}", fault.segment, fault.field, fault.sequence, fault.says)
}

/// Who speaks: by the token in MSH-8, or by the names in MSH-3 and MSH-4 and the network from which they come.
async fn authenticate(state: &AppState, peer: SocketAddr, message: &Message<'_>) -> hospital::Result<Sender> {
    let msh = message.header();
    let token = msh.part(8, 1);
    let by_gateway = |gateway: Gateway| Sender {
        hospital: gateway.hospital,
        zone: gateway.zone.clone(),
        gateway: Some(gateway),
        own: None,
    };
    if token.starts_with(gateway::PREFIX) {
        return gateway::of_token(&state.house, &token).await.map(by_gateway);
    }
    // What others write there (a user, a number) is no token of ours and says nothing.
    if token.starts_with(gateway::OF_DEVICE) {
        let actor = hospital::devices::authenticate(&state.house, &token).await?;
        let Actor::Device { device, hospital } = actor else {
            return Err(HospitalError::SignIn);
        };
        return Ok(Sender {
            hospital,
            zone: gateway::zone_of_machine(&state.house, device).await?,
            gateway: None,
            own: Some(device),
        });
    }
    let (application, facility) = (msh.part(3, 1), msh.part(4, 1));
    if application.is_empty() {
        return Err(HospitalError::SignIn);
    }
    let address = peer.ip().to_canonical().to_string();
    let gateway = gateway::of_sender(&state.house, &application, &facility, &address).await?;
    Ok(by_gateway(gateway))
}

async fn understood(
    state: &AppState,
    alive: &Alive,
    peer: SocketAddr,
    sender: &Sender,
    message: &Message<'_>,
    head: &Head,
) -> Outcome {
    let content = hl7::read(message, &sender.zone, head.counter());
    let Some(device) = machine(sender, &content) else {
        let says = "The message names no machine that this sender speaks for. Give its serial number in OBX-18, and put it on the gateway's list.";
        return Outcome {
            content,
            ..Outcome::refused(Verdict::Error, Fault::error(Code::UnknownKey, "OBX", 18, says))
        };
    };
    let ctx = Ctx::new(
        state.house.clone(),
        Actor::Device {
            device,
            hospital: sender.hospital,
        },
        Uuid::now_v7(),
    )
    .from_address(peer.ip().to_canonical().to_string().as_str());
    let every = sender.gateway.as_ref().map(|gateway| gateway.every_seconds);
    match record(state, alive, &ctx, device, every, &content, head).await {
        Ok((answer, recorded)) => Outcome {
            answer,
            device: Some(device),
            recorded,
            content,
        },
        Err(error) => Outcome {
            answer: refusal(&error),
            device: Some(device),
            recorded: Recorded::default(),
            content,
        },
    }
}

/// The machine of a message: of whoever showed its own token that one; of a gateway the one that is named, or its only one when no machine of the list is and none was named by its
/// observations.
fn machine(sender: &Sender, content: &Content) -> Option<DeviceId> {
    let Some(gateway) = &sender.gateway else {
        return sender.own;
    };
    let named = gateway.machine(&content.machines);
    named.or_else(|| gateway.only_machine().filter(|_| !content.names_equipment))
}

async fn record(
    state: &AppState,
    alive: &Alive,
    ctx: &Ctx,
    device: DeviceId,
    every_seconds: Option<f32>,
    content: &Content,
    head: &Head,
) -> hospital::Result<(Answer, Recorded)> {
    let now = ctx.now();
    if state.throttle.pass_device(device, now).is_err() {
        return Ok((too_fast(), Recorded::default()));
    }
    if state.house.now.placement(device).is_none() {
        hospital::telemetry::load_placements(&state.house, Some(device)).await?;
    }
    let mut items = content.items.clone();
    let mut faults = content.faults.clone();
    let told = match content.alerts.iter().map(|alert| alert.at).max() {
        Some(at) => take_alerts(ctx, device, &content.alerts).await?.map(|says| (at, says)),
        None => None,
    };
    if let Some((at, (status, codes))) = told {
        let written = rfc3339(at);
        if !items.iter().any(|item| item.taken_at.as_ref() == Some(&written)) {
            items.push(Item {
                seq: Some(head.counter()),
                taken_at: Some(written.clone()),
                ..Item::default()
            });
        }
        if let Some(item) = items.iter_mut().find(|item| item.taken_at.as_ref() == Some(&written)) {
            item.system_status = Some(status.name().to_owned());
            item.alarm_codes = Some(codes);
        }
    }
    let mut readings: Vec<Reading> = Vec::with_capacity(items.len());
    let mut refused = Vec::new();
    for item in items {
        match item.check(now, state.config.retention_days) {
            Ok(reading) => readings.push(reading),
            Err(wrong) => faults.extend(wrong.into_iter().map(|fault| {
                refused.push((Tally::refused(&fault), 1));
                let says = if fault.field.is_empty() {
                    fault.reason
                } else {
                    format!("{}: {}", fault.field, fault.reason)
                };
                let field = if fault.field == "taken_at" { 14 } else { 5 };
                Fault::error(Code::DataType, "OBX", field, &says)
            })),
        }
    }
    // A machine with a token of its own gives signs of life like any other.
    let promise = every_seconds.and_then(|every| alive.hear(device, &readings, every, now));
    let recorded = state.recorder.record(ctx, device, readings).await?;
    state.house.tallies.add(device, now, refused);
    if promise.is_some() {
        state.recorder.hear(
            device,
            Heard {
                at: now,
                promise,
                replay_since: None,
            },
        )?;
    }
    // What was stored is accepted, and what was at fault beside it is told; when nothing was, the message is at fault.
    let stored = recorded.accepted + recorded.duplicates > 0;
    let verdict = if stored || faults.is_empty() {
        Verdict::Accepted
    } else {
        Verdict::Error
    };
    if verdict == Verdict::Accepted {
        faults = faults.into_iter().map(Fault::as_warning).collect();
    }
    Ok((Answer { verdict, faults }, recorded))
}

fn too_fast() -> Answer {
    Answer::refusal(
        Verdict::Rejected,
        Fault::error(
            Code::Internal,
            "MSH",
            0,
            "Messages come faster than they may. Keep this one and send it again later.",
        ),
    )
}

/// What went wrong on our side of a message.
fn refusal(error: &HospitalError) -> Answer {
    let fault = |code, field, says: &str| Answer::refusal(Verdict::Rejected, Fault::error(code, "MSH", field, says));
    match error {
        HospitalError::SignIn | HospitalError::Denied(_) | HospitalError::NotFound | HospitalError::StepUp => fault(
            Code::UnknownKey,
            3,
            "This sender is not known here. Send its token in MSH-8, or have its application and network entered on the gateway's page.",
        ),
        HospitalError::Busy | HospitalError::Away(_) => fault(
            Code::Internal,
            0,
            "Nothing was stored. Keep the message and send it again in a few seconds.",
        ),
        HospitalError::Invalid(_)
        | HospitalError::Conflict(_)
        | HospitalError::Database(_)
        | HospitalError::Internal(_) => {
            tracing::error!(%error, "an HL7 message failed");
            fault(
                Code::Internal,
                0,
                "Nothing was stored. Keep the message and send it again later.",
            )
        }
    }
}
