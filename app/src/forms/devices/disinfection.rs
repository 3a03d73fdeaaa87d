//! What was disinfected, and one more: nurses log it, too.

use domain::devices::disinfection::DisinfectionKind;
use hospital::devices::machines::Console;
use leptos::prelude::*;
use ui::lang::{self, key, word};
use ui::{Button, Card, Form, Look, Note, PageHead};

use super::console::disinfections;
use super::{tabs, why};
use crate::forms::parts::{Choice, Line, Said, choose};
use crate::routes::{self, MachinePage};

/// The page.
pub fn page(console: Console) -> AnyView {
    let id = console.machine.id;
    let here = routes::machine(id, MachinePage::Disinfection);
    let tabs = tabs(id, MachinePage::Disinfection, console.ways);
    let unfit = console
        .machine
        .unfit
        .map(|unfit| view! { <Note icon="high" stop=true>{why(unfit)}</Note> }.into_any());
    let add = console.may.disinfect.then(|| add(here));
    view! {
        <PageHead title=word(key::MACHINE_DISINFECTION) context=console.machine.name/>
        {tabs}
        <Said/>
        <div class="stack">
            {unfit}
            <Card title=word(key::DISINFECTION_LAST) id="disinfections">{disinfections(console.disinfections)}</Card>
            {add}
        </div>
    }
    .into_any()
}

fn add(here: String) -> AnyView {
    let kinds = choose(DisinfectionKind::ALL.map(|kind| (kind.name().to_owned(), lang::of_english(kind.words()))));
    let results = choose([
        ("passed".to_owned(), word(key::DISINFECTION_PASSED).to_owned()),
        ("failed".to_owned(), word(key::DISINFECTION_FAILED).to_owned()),
    ]);
    let residues = vec![
        (String::new(), word(key::DISINFECTION_NOT_TESTED).to_owned()),
        ("free".to_owned(), word(key::DISINFECTION_FREE).to_owned()),
        ("left".to_owned(), word(key::DISINFECTION_LEFT).to_owned()),
    ];
    view! {
        <Card title=word(key::DISINFECTION_LOG_ONE) id="disinfection-new">
            <Form class="card__body form" action=here hidden=vec![("act", "disinfect".to_owned())]>
                <Choice name="kind" label=word(key::DISINFECTION_WITH) answers=kinds/>
                <Line name="on" label=word(key::MACHINE_DAY) kind="date" hint=word(key::MACHINE_EMPTY_IS_NOW) open=true/>
                <Line name="at" label=word(key::TIME) hint=word(key::MACHINE_CLOCK_HINT) inputmode="numeric" open=true/>
                <Line name="temperature" label=word(key::DISINFECTION_DEGREES) inputmode="decimal" optional=true/>
                <Choice name="residue" label=word(key::DISINFECTION_RESIDUE) hint=word(key::DISINFECTION_RESIDUE_HINT) answers=residues/>
                <Choice name="result" label=word(key::MACHINE_RESULT) answers=results/>
                <Line name="note" label=word(key::NOTE) hint=word(key::DISINFECTION_NOTE_HINT) most=500 open=true/>
                <div class="form__end"><Button look=Look::Primary>{word(key::DISINFECTION_LOG_IT)}</Button></div>
            </Form>
        </Card>
    }
    .into_any()
}
