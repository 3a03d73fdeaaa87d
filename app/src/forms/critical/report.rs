//! The form that reports a critical value: what was measured, when, and why somebody must act where no published limit says so.

use domain::ids::PatientId;
use domain::time::Civil;
use hospital::critical::{OfPatient, Test};
use leptos::prelude::*;
use ui::lang::{key, word};
use ui::{Button, Card, Choice, Combobox, Form, Look, Question};

use crate::forms::parts::{self, Line, Of};
use crate::routes;

/// Which form this is.
fn of() -> Of {
    Of("form", "report".to_owned())
}

/// The card.
pub(super) fn card(patient: PatientId, found: &OfPatient) -> AnyView {
    let Civil {
        year,
        month,
        day,
        hour,
        minute,
        ..
    } = found.zone.civil(found.read_at);
    let (day, time) = (
        format!("{year:04}-{month:02}-{day:02}"),
        format!("{hour:02}:{minute:02}"),
    );
    let test = test(&found.tests);
    let hidden = vec![("act", "report".to_owned())];
    view! {
        <Card title=word(key::CRITICAL_REPORT) id="report">
            <Form class="card__body form form--wide" action=routes::critical_of(patient) hidden=hidden>
                <p class="second">{word(key::CRITICAL_REPORT_MEANS)}</p>
                {test}
                <Line name="value" label=word(key::CRITICAL_VALUE) inputmode="decimal" most=16 of=of()/>
                <Line name="unit" label=word(key::CRITICAL_UNIT) hint=word(key::CRITICAL_UNIT_HINT) most=20 optional=true of=of()/>
                <Line name="measured_day" label=word(key::CRITICAL_DAY) kind="date" value=day of=of()/>
                <Line name="measured_time" label=word(key::CRITICAL_TIME) value=time hint=word(key::ON_CALL_CLOCK_HINT) most=5 of=of()/>
                <Line name="reason" label=word(key::CRITICAL_REASON) hint=word(key::CRITICAL_REASON_HINT) most=200 optional=true of=of()/>
                <div class="form__end"><Button look=Look::Primary>{word(key::CRITICAL_REPORT_IT)}</Button></div>
            </Form>
            <p class="card__foot quiet">{word(key::CRITICAL_SOURCE)}</p>
        </Card>
    }
    .into_any()
}

/// One of the list, or what somebody types.
fn test(tests: &[Test]) -> AnyView {
    let came_back = of().came_back();
    let (typed, wrong) = match came_back {
        true => (
            parts::typed("test").unwrap_or_default(),
            parts::fault("test").or_else(|| parts::fault("name")),
        ),
        false => (String::new(), None),
    };
    let question = Question::new("test", word(key::CRITICAL_TEST))
        .hint(word(key::CRITICAL_TEST_HINT))
        .error(wrong);
    let choices = tests
        .iter()
        .map(|test| Choice::new("", domain::critical::listed(&test.name, &test.unit, &test.code)))
        .collect();
    view! { <Combobox question=question typed=typed choices=choices/> }.into_any()
}
