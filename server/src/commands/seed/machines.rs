//! What the demo's administrator has written down of the dialysis machines: the counter, plans, a disinfection of this morning, and the water of their wards. Through the verbs, so that
//! it stands there as it would from a page. A hospital without dialysis machines has nothing of it.

use std::sync::Arc;

use domain::actor::{Actor, Role};
use domain::devices::disinfection;
use domain::devices::papers::DeviceKind;
use domain::devices::upkeep::PlanTyped;
use domain::devices::water::{Fluid, Measure, TestTyped};
use domain::time::rfc3339;
use hospital::devices::machines;
use hospital::identity::{at_the_door, sign_in};
use hospital::{Ctx, HospitalError, House};
use uuid::Uuid;

use super::accounts::accounts;
use super::files;

/// Work that comes again: what, every so many days, every so many hours run, what is looked at.
const PLANS: [(&str, &str, &str, &str); 4] = [
    (
        "Change ultrafilter",
        "90",
        "1000",
        "Old filter out\nNew filter in\nPressure test",
    ),
    (
        "Preventive service",
        "365",
        "4000",
        "Pumps\nValves\nSensors\nHoses\nBattery",
    ),
    ("Calibrate UF pump", "180", "", "Balance within 30 g/h"),
    ("Electrical safety test", "365", "", "Earth leakage\nEnclosure leakage"),
];
/// A value of each measure that is in order. Ultrapure fluid is tested where a chair can do haemodiafiltration.
const WATER: [(Fluid, Measure, &str); 8] = [
    (Fluid::Water, Measure::TotalChlorine, "0.02"),
    (Fluid::Water, Measure::Hardness, "4"),
    (Fluid::Water, Measure::Bacteria, "12"),
    (Fluid::Water, Measure::Endotoxin, "0.03"),
    (Fluid::Standard, Measure::Bacteria, "10"),
    (Fluid::Standard, Measure::Endotoxin, "0.03"),
    (Fluid::Ultrapure, Measure::Bacteria, "0.01"),
    (Fluid::Ultrapure, Measure::Endotoxin, "0.005"),
];

/// Writes what does not stand there yet.
pub(super) async fn write(house: &Arc<House>) -> Result<(), String> {
    let fault = |error: HospitalError| format!("The demo's machines could not be written: {error}.");
    let known = accounts();
    let admin = known.iter().find(|account| account.role == Role::HospitalAdmin);
    let admin = admin.ok_or("The demo has no administrator.")?;
    let admin = sign_in(&at_the_door(house, Uuid::now_v7()), admin.email, admin.password)
        .await
        .map_err(fault)?;
    let ctx = Ctx::of_worker(house, Actor::staff(admin.user, admin.hospital, admin.roles));
    let mut after = None;
    loop {
        let fleet = machines::fleet(&ctx, after).await.map_err(fault)?;
        let treating = fleet
            .machines
            .rows
            .iter()
            .filter(|row| row.kind == DeviceKind::Dialysis);
        for (number, row) in treating.enumerate() {
            keep(&ctx, row.id, number).await.map_err(fault)?;
            if row.name == DOCUMENTED {
                file(&ctx, row.id).await.map_err(fault)?;
            }
        }
        after = fleet.machines.next;
        if after.is_none() {
            break;
        }
    }
    let water = machines::water(&ctx).await.map_err(fault)?;
    for ward in water.wards.into_iter().filter(|ward| ward.has_machines) {
        let waits = ward.now.iter().filter(|line| !line.is_valid);
        for line in waits {
            let known = WATER
                .iter()
                .find(|(fluid, measure, _)| (*fluid, *measure) == (line.fluid, line.measure));
            let Some((fluid, measure, value)) = known else {
                continue;
            };
            let point = match fluid {
                Fluid::Water => "Loop end",
                _ => "Inlet of the dialyser, D-03",
            };
            let typed = TestTyped {
                fluid: fluid.name().into(),
                measure: measure.name().into(),
                value: (*value).into(),
                point: point.into(),
                ..TestTyped::default()
            };
            machines::log_water(&ctx, ward.ward, &typed).await.map_err(fault)?;
        }
    }
    Ok(())
}

/// The machine of which documents are kept.
const DOCUMENTED: &str = "Machine D-05";

/// A manual, and a report that it measures what it says, which holds for a year from now.
async fn file(ctx: &Ctx, device: domain::ids::DeviceId) -> hospital::Result<()> {
    // An earlier start wrote them and was stopped later.
    if !machines::documents(ctx, device).await?.documents.is_empty() {
        return Ok(());
    }
    let manual = files::pdf(
        "manual in short.pdf",
        &[
            "A machine of the demo: manual in short",
            "1. Heat disinfection each morning",
            "2. Self-test before each treatment",
            "3. Ultrafilter every 1000 hours or 90 days",
        ],
    );
    machines::add_document(ctx, device, ("manual", ""), manual).await?;
    let report = files::pdf(
        "calibration.pdf",
        &["A machine of the demo: calibration report", "UF balance within 30 g/h"],
    );
    let until: String = rfc3339(ctx.now().plus_seconds(365.0 * 86_400.0))
        .chars()
        .take(10)
        .collect();
    machines::add_document(ctx, device, ("calibration", &until), report).await
}

/// One machine. Its counter is read before the plans begin and once after, so that some of them are due soon.
async fn keep(ctx: &Ctx, device: domain::ids::DeviceId, number: usize) -> hospital::Result<()> {
    let begun = 8_000 + number * 613;
    let console = machines::console(ctx, device).await?;
    // An earlier start wrote it and was stopped later.
    if !console.plans.is_empty() {
        return Ok(());
    }
    machines::read_meter(ctx, device, &begun.to_string()).await?;
    for (work, every_days, every_hours, checklist) in PLANS {
        let typed = PlanTyped {
            work: work.into(),
            every_days: every_days.into(),
            every_hours: every_hours.into(),
            checklist: checklist.into(),
            gate: "yes".into(),
        };
        machines::add_plan(ctx, device, &typed).await?;
    }
    machines::read_meter(ctx, device, &(begun + 500 + number % 5 * 101).to_string()).await?;
    let typed = disinfection::Typed {
        kind: "citric_heat".into(),
        result: "passed".into(),
        temperature: "84".into(),
        ..disinfection::Typed::default()
    };
    machines::disinfect(ctx, device, &typed).await.map(drop)
}
