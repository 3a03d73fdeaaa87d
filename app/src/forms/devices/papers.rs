//! Registering a machine, changing what is written of it, and the label that is glued to it.

use domain::devices::papers::DeviceKind;
use domain::dialysis::infection::Agent;
use hospital::devices::machines::{Edit, Label};
use leptos::prelude::*;
use ui::lang::{self, key, word};
use ui::{Button, Card, Form, Look, PageHead};

use super::super::dialysis::names;
use super::tabs;
use crate::forms::parts::{Choice, Line, Said};
use crate::routes::{self, MachinePage};

/// What a field of the papers is called.
pub(super) fn field_in_words(field: &str) -> String {
    word(match field {
        "name" => key::MACHINE_NAME,
        "model" => key::MACHINE_MODEL,
        "serial" => key::MACHINE_SERIAL,
        "kind" => key::MACHINE_KIND,
        "physical_id" => key::MACHINE_NUMBER,
        "maker" => key::MACHINE_MAKER,
        "firmware" => key::FIRMWARE,
        "ward" => key::PLACE_WARD,
        "installed_on" => key::MACHINE_IN_SERVICE_SINCE,
        "warranty_until" => key::MACHINE_WARRANTY_UNTIL,
        "kept_for" => key::MACHINE_KEPT_FOR,
        "disinfect_hours" => key::MACHINE_DISINFECT_HOURS,
        _ => return field.to_owned(),
    })
    .to_owned()
}

/// The form: of a machine, or of a new one.
pub fn edit(edit: Edit) -> AnyView {
    let (title, here, tabs) = match edit.device {
        Some(device) => (
            word(key::MACHINE_PAPERS),
            routes::machine(device, MachinePage::Edit),
            Some(tabs(device, MachinePage::Edit, edit.ways)),
        ),
        None => (word(key::MACHINE_REGISTER), routes::MACHINE_REGISTER.to_owned(), None),
    };
    let kinds = DeviceKind::ALL
        .map(|kind| (kind.name().to_owned(), lang::of_english(kind.words())))
        .to_vec();
    let wards = std::iter::once((String::new(), word(key::MACHINE_NO_WARD).to_owned()))
        .chain(edit.wards)
        .collect();
    let agents = std::iter::once((String::new(), word(key::MACHINE_FOR_EVERYBODY).to_owned()))
        .chain(
            Agent::ALL
                .iter()
                .map(|agent| (agent.name().to_owned(), lang::of_english(names::agent(*agent)))),
        )
        .collect();
    let now = edit.typed;
    let verb = if tabs.is_some() {
        word(key::SAVE_WHAT_CHANGED)
    } else {
        word(key::MACHINE_REGISTER)
    };
    view! {
        <PageHead title=title context=now.name.clone()/>
        {tabs}
        <Said/>
        <Card title=word(key::MACHINE_WHAT_IT_IS) id="papers">
            <Form class="card__body form" action=here>
                <Line name="name" label=word(key::MACHINE_NAME) hint=word(key::MACHINE_NAME_HINT) value=now.name most=120/>
                <Choice name="kind" label=word(key::MACHINE_KIND) hint=word(key::MACHINE_KIND_HINT) value=now.kind answers=kinds/>
                <Line name="maker" label=word(key::MACHINE_MAKER) value=now.maker most=120 optional=true/>
                <Line name="model" label=word(key::MACHINE_MODEL) value=now.model most=120/>
                <Line name="serial" label=word(key::MACHINE_SERIAL) value=now.serial most=120/>
                <Line name="physical_id" label=word(key::MACHINE_NUMBER) hint=word(key::MACHINE_NUMBER_HINT) value=now.physical_id most=60 optional=true/>
                <Line name="firmware" label=word(key::FIRMWARE) hint=word(key::MACHINE_FIRMWARE_HINT) value=now.firmware most=60 optional=true/>
                <Choice name="ward" label=word(key::PLACE_WARD) hint=word(key::MACHINE_WARD_HINT) value=now.ward answers=wards/>
                <Line name="installed_on" label=word(key::MACHINE_IN_SERVICE_SINCE) kind="date" value=now.installed_on optional=true/>
                <Line name="warranty_until" label=word(key::MACHINE_WARRANTY_UNTIL) kind="date" value=now.warranty_until optional=true/>
                <Choice name="kept_for" label=word(key::MACHINE_KEPT_FOR) hint=word(key::MACHINE_KEPT_FOR_HINT) value=now.kept_for answers=agents/>
                <Line name="disinfect_hours" label=word(key::MACHINE_DISINFECT_HOURS) hint=word(key::MACHINE_DISINFECT_HOURS_HINT) value=now.disinfect_hours inputmode="numeric" optional=true/>
                <div class="form__end"><Button look=Look::Primary>{verb}</Button></div>
            </Form>
        </Card>
    }
    .into_any()
}

/// The label, as it is printed.
pub fn label(label: Label) -> AnyView {
    let tabs = tabs(label.device, MachinePage::Label, label.ways);
    let number = label
        .physical_id
        .map(|number| view! { <p class="code">{number}</p> }.into_any());
    let alt = word(key::MACHINE_LABEL_CODE);
    let model = format!("{} · {}", label.model, label.serial);
    view! {
        <PageHead title=word(key::MACHINE_LABEL) context=word(key::MACHINE_LABEL_TEXT)/>
        {tabs}
        <Card title=label.name id="label">
            <div class="card__body">
                <div class="qr" role="img" aria-label=alt inner_html=label.svg></div>
                <p><bdi>{model}</bdi></p>
                {number}
                <p><bdi>{label.hospital}</bdi></p>
                <p class="code">{label.link}</p>
            </div>
        </Card>
    }
    .into_any()
}
