//! Buttons, links, menus, questions before an act.

use leptos::prelude::*;

use super::{sample, samples};
use crate::*;

pub fn draw() -> AnyView {
    samples(vec![
        sample("buttons", "Buttons", buttons()),
        sample("button-states", "Buttons, state by state", states()),
        sample("button-sizes", "Sizes", sizes()),
        sample("links", "Links", links()),
        sample("menus", "Menu", menus()),
        sample("confirms", "What an act means, before it", confirms()),
        sample("dialogs", "Dialog that a script opens", dialog()),
    ])
}

fn buttons() -> AnyView {
    view! {
        <div class="cluster">
            <Button look=Look::Primary kind="button">"Save"</Button>
            <Button kind="button" icon="flask">"Order test"</Button>
            <Button look=Look::Quiet kind="button">"Choose all"</Button>
            <Button look=Look::Inverse kind="button">"Stop medicine"</Button>
        </div>
        <div class="cluster">
            <LinkButton href="#" look=Look::Primary icon="plus">"Admit a patient"</LinkButton>
            <LinkButton href="#" icon="printer">"Day summary"</LinkButton>
        </div>
        <div class="cluster">
            <Button look=Look::Primary kind="button" busy=true>"Save"</Button>
            <Button kind="button" busy=true busy_label="Sending">"Send to the pharmacy"</Button>
            <Button kind="button" disabled=true>"Sign: note is empty"</Button>
            <Button look=Look::Primary kind="button" disabled=true>"Dispense: batch is expired"</Button>
        </div>
    }
    .into_any()
}

/// A mouse and a key are needed for these; `data-state` shows them without.
fn states() -> AnyView {
    let row = |look: &'static str, word: &'static str| {
        let one = |state: &'static str| {
            view! { <button type="button" class=format!("btn btn--{look}") data-state=state>{if state.is_empty() { word } else { state }}</button> }
                .into_any()
        };
        view! { <div class="cluster">{one("")}{one("hover")}{one("focus")}{one("pressed")}</div> }.into_any()
    };
    view! { {row("primary", "Save")}{row("secondary", "Order test")}{row("quiet", "Choose all")}{row("inverse", "Stop medicine")} }.into_any()
}

fn sizes() -> AnyView {
    view! {
        <div class="cluster">
            <Button kind="button" class="btn--small">"Small"</Button>
            <Button kind="button">"Usual"</Button>
            <Button kind="button" class="btn--large">"Large"</Button>
            <Button kind="button" class="btn--icon" label="Print"><Icon name="printer"/></Button>
        </div>
        <Button look=Look::Primary kind="button" class="btn--patient btn--wide" icon="hand">"Call my nurse"</Button>
    }
    .into_any()
}

fn links() -> AnyView {
    view! {
        <p>"Her own level today is 142. "<Link href="#">"Why 142"</Link>" is written in the note of 10:20."</p>
        <div class="cluster">
            <Link href="#" reach=Reach::Alone>"All chairs"</Link>
            <Link href="#" reach=Reach::Onward>"Results to sign"</Link>
            <Link href="https://example.org/" reach=Reach::Away>"Source"</Link>
        </div>
    }
    .into_any()
}

fn menus() -> AnyView {
    view! {
        <div class="cluster">
            <Menu id="menu-place" label="Main pharmacy">
                <MenuLink href="#" word="Main pharmacy" current=true/>
                <MenuLink href="#" word="Ward 4 · Renal"/>
                <MenuLink href="#" word="Emergency stay"/>
            </Menu>
            <Menu id="menu-more" label="More acts" icon="more">
                <MenuLink href="#" word="Print label" icon="printer" note="P"/>
                <MenuLink href="#" word="Who looked" icon="eye" note="4"/>
                <hr/>
                <MenuLink href="#" word="History" icon="clock"/>
            </Menu>
        </div>
        <div class="menu menu--still">
            <MenuLink href="#" word="Main pharmacy" icon="box" current=true/>
            <MenuLink href="#" word="Print label" icon="printer" note="P"/>
            <hr/>
            <MenuLink href="#" word="History" icon="clock"/>
        </div>
    }
    .into_any()
}

/// Closed, open with what follows, open with what was wrong.
fn confirms() -> AnyView {
    let reason = || Question::new("end-reason", "Why it ends").error(Some("Choose why it ends.".into()));
    let reasons = || {
        vec![
            Choice::new("stopped", "Stopped"),
            Choice::new("mistake", "Written by mistake"),
        ]
    };
    view! {
        <div class="samples__confirms">
            <Confirm verb="Withdraw" label="Withdraw the invitation of B. Achieng">"…"</Confirm>
            <Confirm verb="Make inactive" label="Make inactive: J. Mwangi" open=true>
                <p>"Every page and device is closed to them at once."</p>
                <Form class="act" action="#"><Button look=Look::Inverse kind="button" class="btn--small">"Make inactive"</Button></Form>
            </Confirm>
            <Confirm verb="End" label="End metformin" open=true>
                <Form class="confirm__form" action="#">
                    <Select question=reason() choices=reasons()/>
                    <Button look=Look::Inverse kind="button" class="btn--small">"End it"</Button>
                </Form>
            </Confirm>
        </div>
    }
    .into_any()
}

fn dialog() -> AnyView {
    view! {
        <Dialog id="keys-shown" title="Keys" open=true>
            <Facts>
                <Known what="?">"This list"</Known>
                <Known what="Esc">"Closes it"</Known>
            </Facts>
            <Form method="dialog" class="dialog__actions"><Button kind="button">"Close"</Button></Form>
        </Dialog>
    }
    .into_any()
}
