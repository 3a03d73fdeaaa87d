//! What the demo's doctor has written down of the people in the beds: allergies, warnings, conditions, medicines, from `server/demo/background.csv`. Written through the verbs of
//! the record, so that it stands there as it would from a page. Of some beds a part is left out: a ward has people whom nobody has asked yet.

use std::sync::Arc;

use domain::actor::{Actor, Role};
use domain::records::{allergies as allergy, conditions as condition, flags as flag, medicines as medicine};
use hospital::identity::{at_the_door, sign_in};
use hospital::records::{allergies, conditions, flags, medicines};
use hospital::{Ctx, HospitalError, House};
use serde::Deserialize;
use uuid::Uuid;

use super::accounts::accounts;
use super::hospitals::{devices, rows};

const BACKGROUND: &str = include_str!("../../../demo/background.csv");

/// One line of `background.csv`.
#[derive(Clone, Debug, Deserialize)]
struct Row {
    bed: i16,
    /// `allergy`, `no_allergy`, `flag`, `condition` or `medicine`.
    kind: String,
    /// The substance, what a warning is about, the code, or the medicine and its strength.
    what: String,
    /// The reaction, why, what the code does not say, or the dose.
    detail: String,
    /// How bad, the year since when, or how often.
    note: String,
}

/// Writes what does not stand there yet.
pub(super) async fn write(house: &Arc<House>) -> Result<(), String> {
    let doctor = accounts().into_iter().find(|account| account.role == Role::Doctor);
    let doctor = doctor.ok_or("The demo has no doctor.")?;
    let signed_in = sign_in(&at_the_door(house, Uuid::now_v7()), doctor.email, doctor.password).await;
    let signed_in = signed_in.map_err(|error| format!("The demo's doctor could not sign in: {error}."))?;
    let ctx = Ctx::of_worker(house, Actor::staff(signed_in.user, signed_in.hospital, signed_in.roles));
    let devices = devices()?;
    for row in rows::<Row>(BACKGROUND, "background.csv")? {
        let device = devices
            .iter()
            .find(|device| device.hospital == doctor.hospital && device.bed == row.bed);
        let lies = device.and_then(|device| house.now.device(device.device_id));
        let Some(patient) = lies.map(|now| now.patient) else {
            return Err(format!("Nobody lies in bed {} of background.csv.", row.bed));
        };
        let Row {
            kind,
            what,
            detail,
            note,
            ..
        } = row;
        let written = match kind.as_str() {
            "allergy" => {
                let typed = allergy::Typed {
                    substance: what,
                    reaction: detail,
                    severity: note,
                };
                allergies::add(&ctx, patient, &typed).await
            }
            "flag" => {
                let typed = flag::Typed {
                    kind: what,
                    text: detail,
                };
                flags::add(&ctx, patient, &typed).await
            }
            "no_allergy" => allergies::state_none(&ctx, patient).await,
            "condition" => {
                let typed = condition::Typed {
                    code: what,
                    note: detail,
                    since_year: note,
                };
                conditions::add(&ctx, patient, &typed).await
            }
            "medicine" => {
                let typed = medicine::Typed {
                    name: what,
                    dose: detail,
                    schedule: note,
                    ..medicine::Typed::default()
                };
                medicines::add(&ctx, patient, &typed).await
            }
            other => {
                return Err(format!(
                    "background.csv has a line of the kind {other:?}, which is none."
                ));
            }
        };
        match written {
            // An earlier start wrote it and was stopped later.
            Ok(()) | Err(HospitalError::Conflict(_)) => {}
            Err(error) => {
                return Err(format!(
                    "The background of bed {} could not be written: {error}.",
                    row.bed
                ));
            }
        }
    }
    Ok(())
}
