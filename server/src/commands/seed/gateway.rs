//! A gateway of the demo, and one HL7 message that its machine sent: so that the pages of both have something to show. Through the verbs, as it would stand there otherwise. The
//! message holds two codes that have no place in a reading, and no reading.

use std::sync::Arc;

use domain::actor::{Actor, Role};
use domain::hl7::{Head, messages, read};
use domain::time::{Zone, rfc3339};
use hospital::devices::gateway::{self, NewGateway};
use hospital::identity::{at_the_door, sign_in};
use hospital::telemetry::messages::{KeptMessage, keep_message};
use hospital::{Ctx, HospitalError, House};
use uuid::Uuid;

use super::accounts::accounts;

/// Writes what does not stand there yet.
pub(super) async fn write(house: &Arc<House>) -> Result<(), String> {
    let admin = act_as(house, Role::HospitalAdmin).await?;
    let technician = act_as(house, Role::Technician).await?;
    write_as(house, &admin, &technician)
        .await
        .map_err(|error| format!("The demo's gateway could not be written: {error}."))
}

async fn act_as(house: &Arc<House>, role: Role) -> Result<Ctx, String> {
    let account = accounts().into_iter().find(|account| account.role == role);
    let account = account.ok_or_else(|| format!("The demo has no {}.", role.name()))?;
    let signed_in = sign_in(&at_the_door(house, Uuid::now_v7()), account.email, account.password)
        .await
        .map_err(|error| format!("{} of the demo could not sign in: {error}.", account.title))?;
    let actor = Actor::staff(signed_in.user, signed_in.hospital, signed_in.roles);
    Ok(Ctx::of_worker(house, actor).proved(Some(house.clock.now())))
}

async fn write_as(house: &Arc<House>, admin: &Ctx, technician: &Ctx) -> hospital::Result<()> {
    let stands = gateway::gateways(admin, None).await?;
    let mine = hospital::devices::list(technician, None).await?;
    let (true, Some(machine)) = (stands.rows.is_empty(), mine.rows.into_iter().next()) else {
        return Ok(());
    };
    let new = NewGateway {
        name: "Ward gateway".into(),
        ..NewGateway::default()
    };
    let (id, _) = gateway::make(admin, new).await?;
    gateway::add_machine(admin, id, machine.id).await?;
    let digits: String = rfc3339(house.clock.now())
        .chars()
        .take(19)
        .filter(char::is_ascii_digit)
        .collect();
    let time = format!("{digits}+0000");
    let serial = machine.serial;
    let text = [
        format!(
            "MSH|^~\\&|WARD_GATEWAY|{serial}|WARDLIGHT||{time}||ORU^R01^ORU_R01|{digits}|P|2.6|||NE|AL||UNICODE UTF-8"
        ),
        format!("OBR|1|1^A|1^A|69965^MDC_DEV_MON_PHYSIO_MULTI_PARAM_MDS^MDC|||{time}"),
        "OBX|1|NM|160324^MDC_SPO2_SIGNAL_QUALITY_INDEX^MDC|1.3.1.1|3.6|262688^MDC_DIM_PERCENT^MDC|||||R".to_owned(),
        "OBX|2|NM|188508^MDC_TEMP_ROOM^MDC|1.1.1.2|23.5|268192^MDC_DIM_DEGC^MDC|||||R".to_owned(),
    ]
    .join("\r");
    let found = messages(&text).map_err(|_| HospitalError::Internal("the demo's HL7 message is none"))?;
    let Some(message) = found.first() else { return Ok(()) };
    let content = read(message, &Zone::default(), 0);
    let hospital = admin.actor().hospital().ok_or(HospitalError::SignIn)?;
    let kept = KeptMessage {
        hospital,
        gateway: Some(id),
        device: Some(machine.id),
        kind: Head::of(message).kind(),
        control: digits,
        answer: "AA",
        readings: 0,
        duplicates: 0,
        alarms: 0,
        aside: content.aside,
        faults: Vec::new(),
        raw: message.kept(),
    };
    keep_message(house, kept, &content.unplaced).await
}
