//! The mails of a demo, which leave the machine in no other way. Their links can be followed from here.

use hospital::ports::Mail;
use leptos::prelude::*;
use ui::lang::{Arg, key, say, weave, word};
use ui::{CardOf, Empty, PageHead, Time, TimeStyle};

/// The page, newest first.
pub fn page(mails: Vec<Mail>) -> AnyView {
    let none = mails.is_empty();
    let mails = mails
        .into_iter()
        .enumerate()
        .map(|(place, one)| mail(place, one))
        .collect_view();
    view! {
        <PageHead title=word(key::OUTBOX_X)/>
        <p>{word(key::THIS_IS_A_DEMO)}</p>
        {none.then(|| view! { <Empty title=word(key::NO_MAIL_WAS_WRITTEN) text=word(key::EVERY_MAIL_OF_THE)/> }.into_any())}
        {mails}
    }
    .into_any()
}

fn mail(place: usize, mail: Mail) -> AnyView {
    let lines = mail
        .text
        .lines()
        .map(|line| {
            // Words of ours (`mail::words`): a line that is an address is a link that we made.
            if line.starts_with("http://") || line.starts_with("https://") {
                view! { <a href=line.to_owned()>{line.to_owned()}</a>"\n" }.into_any()
            } else {
                format!("{line}\n").into_any()
            }
        })
        .collect_view();
    let to = weave(
        say::mail_to(Arg::hole(0), Arg::hole(1)),
        [
            view! { <span class="mail__to">{mail.to}</span> }.into_any(),
            view! { <Time at=Signal::stored(Some(mail.at)) style=TimeStyle::DateClock/> }.into_any(),
        ],
    );
    view! {
        <CardOf title=mail.subject id=format!("mail-{place}")>
            <div class="card__body stack">
                <p class="quiet">{to}</p>
                <pre class="mail__text">{lines}</pre>
            </div>
        </CardOf>
    }
    .into_any()
}
