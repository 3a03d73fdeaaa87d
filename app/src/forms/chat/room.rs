//! One conversation. The server draws it whole, and it works so; a small script (`public/chat.js`) holds the socket of the room, puts in what the server draws anew, and shows
//! that the other writes.

use domain::chat::{LONGEST, LONGEST_SOUGHT, Line as Message, Receipt, Refers, Side};
use domain::ids::{MessageId, RoomId};
use domain::numbers::fixed;
use domain::time::{Moment, Zone};
use hospital::chat::{Page, Room};
use leptos::prelude::*;
use ui::lang::{self, Locale, key, say, tell, word};
use ui::time::write;
use ui::{
    Bubble, Button, Card, ChatCard, ChatDay, ChatPicture, Checkbox, Chip, Conversation as Frame, Delivery, Empty, Form,
    LinkButton, Look, Note, Now, PageHead, Pager, Quoted, Row, Rows, TextArea, TimeStyle, Writing,
};
use uuid::Uuid;

use super::{Day, day_of, side_in_words, titled, when};
use crate::forms::parts::{Act, FileLine, Line, Said, fault, typed};
use crate::routes::ChatPaths;
use crate::shell::apart;

/// What the reader is about to write.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum About {
    /// Something new.
    #[default]
    Anything,
    /// An answer to that one.
    Answer(MessageId),
    /// That one, said anew.
    Correction(MessageId),
}

/// What was sought, and what was found.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    /// As typed.
    pub words: String,
    /// The newest that hold the words.
    pub found: Vec<Message>,
}

/// The page.
#[derive(Debug)]
pub struct Conversation {
    /// Where its doors are.
    pub paths: ChatPaths,
    /// What stands in it.
    pub page: Page,
    /// What the reader is about to write.
    pub about: About,
    /// What was sought; none while nothing is.
    pub asked: Option<Asked>,
    /// The number of the message that is written here: sent twice, it stands once.
    pub key: Uuid,
    /// The script of the page; empty where nothing moves: in the gallery.
    pub script: String,
}

/// The page.
pub fn page(conversation: Conversation) -> AnyView {
    let Conversation {
        paths,
        page,
        about,
        asked,
        key,
        script,
    } = conversation;
    let room = page.room.clone();
    let other = room.other();
    let device = room.device.as_ref().map(|(_, name)| name.clone()).unwrap_or_default();
    let name = match room.side {
        Some(_) => titled(room.name_of(other), other, &device),
        // Who looks on in an emergency sees whose it is, both of them.
        None => format!("{} · {}", room.name_of(Side::Patient), room.name_of(Side::Doctor)),
    };
    let live = (room.side.is_some() && page.is_newest && !script.is_empty())
        .then(|| view! { <script src=script defer=true></script> }.into_any());
    let moves = live.is_some();
    let pager = (page.before.is_some() || !page.is_newest).then(|| {
        let newest = if page.is_newest {
            String::new()
        } else {
            paths.room(room.id)
        };
        let older = page
            .before
            .map(|place| paths.before(room.id, place))
            .unwrap_or_default();
        view! { <Pager label=word(key::CHAT_PAGES) shown=word(key::CHAT_OLDER) previous=newest next=older/> }.into_any()
    });
    let write = match (room.side, room.is_open) {
        (Some(side), true) => write_form(paths, &page, (side, about), key),
        (Some(_), false) => view! { <Note icon="lock">{word(key::CHAT_IS_OVER)}</Note> }.into_any(),
        (None, _) => view! { <Note icon="siren" stop=true>{word(key::CHAT_LOOKS_ON)}</Note> }.into_any(),
    };
    let context = tell(say::chat_context(
        side_in_words(other),
        if page.is_here {
            word(key::CHAT_HERE_NOW)
        } else {
            word(key::CHAT_AWAY)
        },
    ));
    let (here, away) = (
        tell(say::chat_context(side_in_words(other), word(key::CHAT_HERE_NOW))),
        tell(say::chat_context(side_in_words(other), word(key::CHAT_AWAY))),
    );
    let muted = room.side.is_some().then(|| mute(paths, &room));
    let label = tell(say::chat_with(name.as_str()));
    let find = find(paths, room.id, asked, &room, &page.zone);
    let lines = lines(paths, &page, moves);
    view! {
        <PageHead title=name>
            <p class="talk__here quiet" id="here" role="status" data-here=here data-away=away>{context}</p>
            <LinkButton href=paths.page look=Look::Quiet icon="chevron-start">
                <span class="talk__back">{word(key::PLACE_MESSAGES)}</span>
            </LinkButton>
            {muted}
        </PageHead>
        <Said/>
        <div class="talk">
            {pager}
            <div
                id="conversation"
                class="talk__lines"
                data-socket=moves.then(|| paths.socket(room.id))
                data-lines=moves.then(|| paths.lines(room.id))
                data-count=paths.count
                data-new=word(key::CHAT_NEW_MESSAGE)
            >
                <Frame label=label>{lines}</Frame>
            </div>
            <p class="visually-hidden" id="talk-news" role="status"></p>
            {write}
            {find}
        </div>
        {live}
    }
    .into_any()
}

/// The messages for the script of the page: what [`page`] draws in its conversation.
pub fn lines_part(locale: Locale, now: Moment, paths: ChatPaths, page: Page) -> String {
    apart(|| {
        lang::provide(locale);
        Now::provide(now);
        lines(paths, &page, true).to_html()
    })
}

/// Days and messages, and that the other writes, which waits until it is so.
fn lines(paths: ChatPaths, page: &Page, moves: bool) -> AnyView {
    let zone = &page.zone;
    let mut day = None;
    let mut drawn: Vec<AnyView> = Vec::with_capacity(page.lines.len() + 4);
    for line in &page.lines {
        let this = zone.day(line.at);
        if day != Some(this) {
            day = Some(this);
            let words = match day_of(zone, line.at) {
                Day::Today => word(key::CHAT_TODAY).to_owned(),
                Day::Yesterday => word(key::CHAT_YESTERDAY).to_owned(),
                Day::Before => write(zone, line.at, TimeStyle::Date),
            };
            drawn.push(view! { <ChatDay day=words/> }.into_any());
        }
        drawn.push(bubble(paths, &page.room, line, zone));
    }
    if drawn.is_empty() {
        drawn.push(view! { <ChatDay day=word(key::CHAT_NOTHING_YET)/> }.into_any());
    }
    let who = page.room.name_of(page.room.other()).to_owned();
    let writing = moves.then(|| view! { <Writing who=who waits=true/> }.into_any());
    view! { {drawn.collect_view()}{writing} }.into_any()
}

fn bubble(paths: ChatPaths, room: &Room, line: &Message, zone: &Zone) -> AnyView {
    let mine = room.side == Some(line.side);
    let clock = |at: Moment| write(zone, at, TimeStyle::Clock);
    // A receipt of another day says the day, too.
    let told = |at: Moment| {
        if zone.civil(at).day == zone.civil(line.at).day {
            clock(at)
        } else {
            write(zone, at, TimeStyle::DateClock)
        }
    };
    let who = if mine {
        word(key::YOU).to_owned()
    } else {
        titled(room.name_of(line.side), line.side, "")
    };
    let delivery = mine.then(|| match line.receipt {
        Receipt::Sent => Delivery::Sent,
        Receipt::Delivered(at) => Delivery::DeliveredAt(told(at)),
        Receipt::Read { read, .. } => Delivery::Read(told(read)),
    });
    let quoted = line.refers.map(|refers| {
        let (id, words) = match refers {
            Refers::Answers(id) => (id, key::CHAT_IN_REPLY),
            Refers::Corrects(id) => (id, key::CHAT_CORRECTS),
        };
        let text = line.quoted.clone().unwrap_or_else(|| word(key::CHAT_ERASED).to_owned());
        view! { <Quoted href=format!("#m-{id}") word=word(words) text=text/> }.into_any()
    });
    let urgent = line
        .is_urgent
        .then(|| view! { <Chip look="high" icon="high">{word(key::CHAT_URGENT)}</Chip> }.into_any());
    let corrected = line
        .is_corrected
        .then(|| view! { <Chip look="line" icon="pencil">{word(key::CHAT_CORRECTED)}</Chip> }.into_any());
    let over = view! { {urgent}{corrected}{quoted} }.into_any();
    let writes = room.side.is_some() && room.is_open;
    let acts = writes.then(|| {
        let act = |act: &str, words: &'static str| {
            let href = paths.about(room.id, act, line.id);
            view! { " · "<a class="link" href=href>{words}</a> }.into_any()
        };
        view! {
            {(!mine).then(|| act("answer", word(key::CHAT_REPLY)))}
            {mine.then(|| act("correct", word(key::CHAT_CORRECT)))}
        }
        .into_any()
    });
    let text = line.text.clone().unwrap_or_else(|| word(key::CHAT_ERASED).to_owned());
    let (at, id) = (clock(line.at), format!("m-{}", line.id));
    let acts = acts.unwrap_or_else(|| ().into_any());
    let card = file(paths, room.id, line);
    match delivery {
        Some(delivery) => {
            view! { <Bubble who=who at=at delivery=delivery id=id over=over acts=acts card=card><bdi>{text}</bdi></Bubble> }
                .into_any()
        }
        None => {
            view! { <Bubble who=who at=at id=id over=over acts=acts card=card><bdi>{text}</bdi></Bubble> }.into_any()
        }
    }
}

/// What came with a message: a picture as itself, a document as a card that says how large it is.
fn file(paths: ChatPaths, room: RoomId, line: &Message) -> AnyView {
    let Some(file) = &line.file else {
        return ().into_any();
    };
    let Some(name) = file.name.clone() else {
        return view! { <span class="quiet">{word(key::CHAT_ERASED)}</span> }.into_any();
    };
    let href = paths.file(room, line.id);
    if file.sort.is_picture() {
        return view! { <ChatPicture href=href name=name/> }.into_any();
    }
    let kilobytes = (file.bytes as f64 / 1024.0).ceil();
    let note = tell(say::chat_file_size(lang::number(fixed(kilobytes, 0))));
    view! { <ChatCard href=href icon="document" title=name note=note/> }.into_any()
}

/// The form of a picture or a document, which opens by itself where it came back.
fn attach_form(paths: ChatPaths, room: RoomId, key: Uuid) -> AnyView {
    let open = fault("file").is_some();
    let hidden = vec![("key", key.to_string())];
    let most = u32::try_from(LONGEST).unwrap_or(u32::MAX);
    view! {
        <ui::Confirm verb=word(key::CHAT_ATTACH) open=open>
            <Form class="confirm__form" action=paths.files(room) hidden=hidden label=word(key::CHAT_ATTACH) attr:enctype="multipart/form-data" attr:id="attach">
                <FileLine name="file" label=word(key::CHAT_FILE) hint=word(key::CHAT_FILE_HINT)/>
                <Line name="said" label=word(key::CHAT_FILE_WORDS) optional=true most=most/>
                <Button look=Look::Inverse class="btn--small" icon="send">{word(key::CHAT_SEND_FILE)}</Button>
            </Form>
        </ui::Confirm>
    }
    .into_any()
}

/// The form: what it answers or corrects over it, and for a patient whether somebody has to look soon.
fn write_form(paths: ChatPaths, page: &Page, (side, about): (Side, About), key: Uuid) -> AnyView {
    let room = &page.room;
    let of = |id: MessageId| page.lines.iter().find(|line| line.id == id);
    let text = |id| of(id).and_then(|line| line.text.clone()).unwrap_or_default();
    let mut hidden = vec![("act", "send".to_owned()), ("key", key.to_string())];
    let (title, value) = match about {
        About::Anything => (None, String::new()),
        About::Answer(id) => {
            hidden.push(("answers", id.to_string()));
            let quoted = domain::chat::beginning(&text(id), 120);
            (Some((word(key::CHAT_IN_REPLY), quoted)), String::new())
        }
        About::Correction(id) => {
            hidden.push(("corrects", id.to_string()));
            (
                Some((word(key::CHAT_CORRECTS), domain::chat::beginning(&text(id), 120))),
                text(id),
            )
        }
    };
    let over = title.map(|(words, quoted)| {
        view! {
            <p class="talk__about"><b>{words}</b>" "<bdi>{quoted}</bdi>" "
                <a class="link" href=paths.room(room.id)>{word(key::CHAT_RATHER_NEW)}</a></p>
        }
        .into_any()
    });
    let hint = match about {
        About::Correction(_) => word(key::CHAT_CORRECT_HINT),
        _ => word(key::CHAT_HINT),
    };
    let urgent = (side == Side::Patient)
        .then(|| view! { <Checkbox name="urgent">{word(key::CHAT_ASK_URGENT)}</Checkbox> }.into_any());
    let value = typed("text").unwrap_or(value);
    let error = fault("text").unwrap_or_default();
    let most = u32::try_from(LONGEST).unwrap_or(u32::MAX);
    // A number of its own: what goes with a file is another message than what stands in the form above it.
    let attach = matches!(about, About::Anything).then(|| attach_form(paths, room.id, Uuid::from_u128(!key.as_u128())));
    view! {
        <Form class="form talk__write" action=paths.room(room.id) hidden=hidden label=word(key::CHAT_YOUR_MESSAGE) attr:id="write">
            {over}
            <TextArea name="text" label=word(key::CHAT_YOUR_MESSAGE) hint=hint value=value error=error rows=2 most=most/>
            {urgent}
            <div class="form__end"><Button look=Look::Primary icon="send">{word(key::CHAT_SEND)}</Button></div>
        </Form>
        {attach}
    }
    .into_any()
}

fn mute(paths: ChatPaths, room: &Room) -> AnyView {
    let (act, verb) = match room.is_muted {
        true => ("unmute", word(key::CHAT_UNMUTE)),
        false => ("mute", word(key::CHAT_MUTE)),
    };
    view! { <Act action=paths.room(room.id) fields=vec![("act", act.to_owned())] verb=verb label=verb/> }.into_any()
}

/// What is sought in this conversation. The words are posted and stand in no address.
fn find(paths: ChatPaths, id: RoomId, asked: Option<Asked>, room: &Room, zone: &Zone) -> AnyView {
    let words = asked.as_ref().map(|asked| asked.words.clone()).unwrap_or_default();
    let all = asked
        .is_some()
        .then(|| view! { <a class="link link--alone" href=paths.room(id)>{word(key::SHOW_ALL)}</a> }.into_any());
    let found = asked.map(|asked| match asked.found.is_empty() {
        true => view! { <Empty icon="search" title=word(key::CHAT_NOT_FOUND) text=word(key::CHAT_NOT_FOUND_TEXT)/> }
            .into_any(),
        false => {
            let rows = asked.found.into_iter().map(|line| {
                let who = match room.side == Some(line.side) {
                    true => word(key::YOU).to_owned(),
                    false => titled(room.name_of(line.side), line.side, ""),
                };
                let title = format!("{who} · {}", when(zone, line.at));
                let text = domain::chat::beginning(&line.text.unwrap_or_default(), 160);
                view! { <Row href=paths.around(id, (line.at, line.id)) title=title text=text/> }.into_any()
            });
            let rows = rows.collect_view();
            view! { <Rows>{rows}</Rows> }.into_any()
        }
    });
    let most = u32::try_from(LONGEST_SOUGHT).unwrap_or(u32::MAX);
    view! {
        <Card title=word(key::CHAT_FIND) id="find-words">
            <div class="card__body stack">
                <Form class="form search" search=true action=paths.room(id) hidden=vec![("act", "find".to_owned())]>
                    <Line name="words" label=word(key::CHAT_FIND_WORDS) kind="search" value=words most=most/>
                    <div class="form__end"><Button icon="search">{word(key::FIND)}</Button>{all}</div>
                </Form>
                {found}
            </div>
        </Card>
    }
    .into_any()
}
