//! The mails of a demo, which leave the machine in no other way. Their links can be followed from here.

use hospital::ports::Mail;
use leptos::prelude::*;
use ui::{Empty, PageHead, Time, TimeStyle};

/// The page, newest first.
pub fn page(mails: Vec<Mail>) -> AnyView {
    let none = mails.is_empty();
    let mails = mails.into_iter().map(mail).collect_view();
    view! {
        <PageHead title="Outbox"/>
        <p>"This is a demo: mails stay on this machine, and every admin of the demo reads them all. Elsewhere they go by a mail server, and this page is not there."</p>
        {none.then(|| view! { <Empty title="No mail was written yet" text="Every mail of the demo comes here by itself."/> }.into_any())}
        {mails}
    }
    .into_any()
}

fn mail(mail: Mail) -> AnyView {
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
    view! {
        <article class="card mail">
            <div class="card__body">
                <h2>{mail.subject}</h2>
                <p class="quiet">"To "<span class="mail__to">{mail.to}</span>" · "<Time at=Signal::stored(Some(mail.at)) style=TimeStyle::DateClock/></p>
                <pre class="mail__text">{lines}</pre>
            </div>
        </article>
    }
    .into_any()
}
