//! The frame of a conversation: bubbles by who wrote, days between, whether it was read, and the sentence that this is not for emergencies, always in view.

use leptos::prelude::*;

use crate::icon::Icon;
use crate::lang::{key, say, tell, word};

/// What became of a message of one's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Delivery {
    /// On its way.
    Sending,
    /// The hospital has it.
    Sent,
    /// It is on the other's screen.
    Delivered,
    /// The same, and since when: `10:39`.
    DeliveredAt(String),
    /// It was read: `10:40`.
    Read(String),
    /// It did not go: a button tries again.
    Failed,
}

/// The conversation, in order of time.
#[component]
pub fn Conversation(
    /// With whom, for readers.
    #[prop(into)]
    label: String,
    /// [`ChatDay`]s, [`Bubble`]s, [`Writing`].
    children: Children,
) -> impl IntoView {
    view! {
        <section class="chat" aria-label=label>
            <p class="chat__not"><Icon name="info"/><span>{word(key::PART_NOT_FOR_EMERGENCIES)}</span></p>
            <ol class="chat__lines">{children()}</ol>
        </section>
    }
}

/// The day that follows.
#[component]
pub fn ChatDay(
    /// "Yesterday", "18 Nov 2025".
    #[prop(into)]
    day: String,
) -> impl IntoView {
    view! { <li class="chat__day">{day}</li> }
}

/// One message.
#[component]
pub fn Bubble(
    /// Who wrote, for readers; "You" for one's own.
    #[prop(into)]
    who: String,
    /// When: `10:39`.
    #[prop(into)]
    at: String,
    /// What became of it; with it the message is the reader's own.
    #[prop(optional)]
    delivery: Option<Delivery>,
    /// What is attached: a [`ChatCard`].
    #[prop(optional)]
    card: Option<AnyView>,
    /// Tries again, after [`Delivery::Failed`].
    #[prop(optional)]
    again: Option<AnyView>,
    /// The id of its line, to lead there.
    #[prop(optional, into)]
    id: Option<String>,
    /// What stands over the text: that it is urgent, what it answers.
    #[prop(optional)]
    over: Option<AnyView>,
    /// What can be done with it: answered, corrected.
    #[prop(optional)]
    acts: Option<AnyView>,
    /// The text.
    children: Children,
) -> impl IntoView {
    let class = match &delivery {
        None => "bubble",
        Some(Delivery::Failed) => "bubble bubble--mine bubble--failed",
        Some(_) => "bubble bubble--mine",
    };
    let became = delivery.map(|delivery| {
        let read = matches!(delivery, Delivery::Read(_));
        let (icon, words) = match delivery {
            Delivery::Sending => (Some("clock"), word(key::PART_SENDING_NOW).to_owned()),
            Delivery::Sent => (Some("check"), word(key::PART_SENT).to_owned()),
            Delivery::Delivered => (Some("check-double"), word(key::PART_DELIVERED).to_owned()),
            Delivery::DeliveredAt(at) => (Some("check-double"), tell(say::part_delivered_at(at))),
            Delivery::Read(at) => (Some("check-double"), tell(say::part_read_at(at))),
            Delivery::Failed => (Some("high"), word(key::PART_NOT_SENT).to_owned()),
        };
        view! {
            " · "
            <span class="bubble__became" class:bubble__became--read=read>
                {icon.map(|icon| view! { <Icon name=icon class="icon--small"/> }.into_any())}
                {words}
            </span>
        }
        .into_any()
    });
    view! {
        <li class=class id=id>
            <span class="visually-hidden">{who}": "</span>
            {over}
            <div class="bubble__text">{children()}</div>
            {card}
            <p class="bubble__meta"><span class="num">{at}</span>{became}{again}{acts}</p>
        </li>
    }
}

/// What is attached to a message, as a card that opens it.
#[component]
pub fn ChatCard(
    /// Where it opens.
    #[prop(into)]
    href: String,
    /// Its icon.
    icon: &'static str,
    /// What it is: "Phosphate".
    #[prop(into)]
    title: String,
    /// What it says: "1.92 mmol/L, 18 Nov".
    #[prop(into)]
    note: String,
) -> impl IntoView {
    view! {
        <a class="bubble__card" href=href>
            <Icon name=icon/>
            <span class="bubble__card-text"><b>{title}</b><bdi>{note}</bdi></span>
            <Icon name="chevron-end" class="icon--mirrors"/>
        </a>
    }
}

/// A picture that came with a message: small in the conversation, whole where it leads.
#[component]
pub fn ChatPicture(
    /// Where it is.
    #[prop(into)]
    href: String,
    /// What it is called, for who does not see it.
    #[prop(into)]
    name: String,
) -> impl IntoView {
    let src = href.clone();
    view! { <a class="bubble__picture" href=href><img src=src alt=name loading="lazy"/></a> }
}

/// What another message a message refers to: its beginning, which leads there.
#[component]
pub fn Quoted(
    /// Where it stands.
    #[prop(into)]
    href: String,
    /// "In reply to", "Corrects".
    #[prop(into)]
    word: String,
    /// Its beginning.
    #[prop(into)]
    text: String,
) -> impl IntoView {
    view! { <a class="bubble__quoted" href=href><b>{word}</b>" "<bdi>{text}</bdi></a> }
}

/// The other is writing.
#[component]
pub fn Writing(
    /// Who: "Dr Rao".
    #[prop(into)]
    who: String,
    /// Whether it waits until a script says that it is so.
    #[prop(optional)]
    waits: bool,
) -> impl IntoView {
    view! {
        <li class="chat__writing" id=waits.then_some("writing") hidden=waits>
            <svg class="chat__dots" width="34" height="8" aria-hidden="true">
                <circle cx="4" cy="4" r="4"></circle><circle cx="17" cy="4" r="4"></circle><circle cx="30" cy="4" r="4"></circle>
            </svg>
            {tell(say::part_is_writing(who))}
        </li>
    }
}

#[cfg(test)]
#[cfg(feature = "ssr")]
mod tests {
    use super::*;
    use crate::drawn::html;

    #[test]
    fn emergencies_are_sent_elsewhere_in_every_conversation() {
        let html = html(|| view! { <Conversation label="With Dr Rao">""</Conversation> }.into_any());
        assert!(html.contains("Not for emergencies."));
    }

    #[test]
    fn a_picture_is_named_for_who_does_not_see_it() {
        let html = html(|| view! { <ChatPicture href="/messages/1/files/2" name="\"arm\".png"/> }.into_any());
        assert!(
            html.contains("src=\"/messages/1/files/2\"") && html.contains("alt=\"&quot;arm&quot;.png\""),
            "{html}"
        );
    }

    #[test]
    fn ones_own_message_says_what_became_of_it() {
        for (delivery, words) in [
            (Delivery::Sending, "Sending"),
            (Delivery::Read("10:40".into()), "Read 10:40"),
            (Delivery::Failed, "Not sent"),
        ] {
            let html =
                html(move || view! { <Bubble who="You" at="10:39" delivery=delivery>"Thank you"</Bubble> }.into_any());
            assert!(html.contains(words) && html.contains("bubble--mine"), "{html}");
        }
        let theirs = html(|| view! { <Bubble who="Dr Rao" at="10:31">"Good"</Bubble> }.into_any());
        assert!(
            !theirs.contains("bubble--mine") && theirs.contains("Dr Rao: "),
            "{theirs}"
        );
    }
}
