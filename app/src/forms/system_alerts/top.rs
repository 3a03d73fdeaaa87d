//! What stands at the top of every page of whom it affects. The server draws it, on pages with a program too, which does not look there: nothing of it moves.

use domain::system_alerts::{Severity, Shown};
use leptos::prelude::*;
use ui::lang::{Arg, key, say, weave, word};
use ui::{Button, Form, Icon, Link, Look, Time, TimeStyle};

use super::words;
use crate::routes;

/// The alerts, over the page at `here`; nothing where there are none, and on the page that lists them anyway.
pub(crate) fn top(alerts: &[Shown], here: &str) -> Option<AnyView> {
    let list = routes::system_alerts_of(here);
    if alerts.is_empty() || routes::lies_under(here.split('?').next().unwrap_or_default(), list) {
        return None;
    }
    let lines = alerts.iter().map(|alert| line(alert, list)).collect_view();
    Some(
        view! {
            <section class="standing" aria-label=word(key::SYSTEM_ALERTS)>
                <ul class="standing__list">{lines}</ul>
            </section>
        }
        .into_any(),
    )
}

fn line(alert: &Shown, list: &'static str) -> AnyView {
    let class = match alert.severity {
        Severity::Critical => "standing__one standing__one--critical",
        _ => "standing__one",
    };
    let head = words::kind(alert.kind);
    let text = words::sentence(alert);
    let time = |at| view! { <Time at=Signal::stored(Some(at)) style=TimeStyle::DateClock/> }.into_any();
    let when = match alert.ends {
        Some(ends) => weave(
            say::system_alert_from_to(Arg::hole(0), Arg::hole(1)),
            [time(alert.starts), time(ends)],
        ),
        None => weave(say::system_alert_since(Arg::hole(0)), [time(alert.starts)]),
    };
    let put_away = alert.severity.may_be_put_away().then(|| {
        let hidden = vec![("id", alert.id.to_string())];
        let label = word(key::SYSTEM_ALERT_PUT_AWAY_LABEL).to_owned();
        view! {
            <Form class="act" action=list hidden=hidden>
                <Button look=Look::Quiet class="btn--small" label=label>
                    {word(key::SYSTEM_ALERT_PUT_AWAY)}
                </Button>
            </Form>
        }
        .into_any()
    });
    view! {
        <li class=class>
            <Icon name="info"/>
            <p class="standing__text"><b>{head}</b>" "<bdi>{text}</bdi>" "<span class="second">{when}</span></p>
            <Link href=list>{word(key::SYSTEM_ALERTS)}</Link>
            {put_away}
        </li>
    }
    .into_any()
}
