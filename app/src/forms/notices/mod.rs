//! The list of what the reader was told: what is not read first, day by day, and how they want to hear of each topic.

mod choices;
pub mod words;

use domain::actor::Role;
use domain::notices::{Choice, NoticeRow, Topic};
use domain::time::{Moment, Zone};
use hospital::notices::NoticePage;
use leptos::prelude::*;
use ui::lang::{key, say, tell, word};
use ui::time::{TimeStyle, zone_here};
use ui::{Button, Card, Chip, Empty, Form, Icon, Look, PageHead, Pager, Time};

use crate::forms::parts::Said;
use crate::routes::{NoticePaths, notices_after};

/// What the page shows.
#[derive(Debug)]
pub struct Notices {
    /// Where its doors are.
    pub paths: NoticePaths,
    /// The reader's roles here: which topics are ever told to them.
    pub roles: Vec<Role>,
    /// The notices.
    pub page: NoticePage,
    /// Whether it is the first page.
    pub is_first: bool,
    /// What holds for each topic.
    pub choices: Vec<(Topic, Choice)>,
}

/// The page.
pub fn page(notices: Notices) -> AnyView {
    let Notices {
        paths,
        roles,
        page,
        is_first,
        choices,
    } = notices;
    let NoticePage { rows, next } = page;
    let unread = rows.iter().any(|row| row.is_new);
    let read_all = unread.then(|| {
        view! {
            <Form class="" action=paths.read>
                <Button icon="check-double" name="all" value="true">{word(key::NOTICES_READ_ALL)}</Button>
            </Form>
        }
        .into_any()
    });
    let (new, old): (Vec<NoticeRow>, Vec<NoticeRow>) = rows.into_iter().partition(|row| row.is_new);
    let empty = new.is_empty() && old.is_empty();
    let pager = (next.is_some() || !is_first).then(|| {
        let shown = word(key::NOTICES_MORE);
        let first = if is_first { String::new() } else { paths.page.to_owned() };
        let next = next.map(|place| notices_after(paths, place)).unwrap_or_default();
        view! { <Pager label=word(key::NOTICES_PAGES) shown=shown previous=first next=next/> }.into_any()
    });
    view! {
        <PageHead title=word(key::NOTICES)>{read_all}</PageHead>
        <Said/>
        <div class="notices">
            {empty.then(|| view! { <Card title=word(key::NOTICES) id="notices"><Empty icon="bell" title=word(key::NOTICES_NONE) text=word(key::NOTICES_NONE_TEXT)/></Card> }.into_any())}
            {part("new", word(key::NOTICES_NEW), paths, &roles, new)}
            {part("read", word(key::NOTICES_READ), paths, &roles, old)}
            {pager}
            {is_first.then(|| choices::card(paths, &roles, choices))}
        </div>
    }
    .into_any()
}

/// Those that are new, or those that were read: by day.
fn part(
    id: &'static str,
    title: &'static str,
    paths: NoticePaths,
    roles: &[Role],
    rows: Vec<NoticeRow>,
) -> Option<AnyView> {
    if rows.is_empty() {
        return None;
    }
    let zone = zone_here();
    let days = by_day(rows, &zone).into_iter().map(|(at, rows)| {
        let rows = rows.into_iter().map(|row| item(paths, roles, row)).collect_view();
        view! {
            <h3 class="notices__day"><Time at=Signal::stored(Some(at)) style=TimeStyle::Date/></h3>
            <ul class="notices__list">{rows}</ul>
        }
        .into_any()
    });
    let days = days.collect_view();
    Some(view! { <Card title=title id=id><div class="card__body stack">{days}</div></Card> }.into_any())
}

/// The rows of each day on the hospital's clock, in their order.
fn by_day(rows: Vec<NoticeRow>, zone: &Zone) -> Vec<(Moment, Vec<NoticeRow>)> {
    let mut days: Vec<(Moment, Vec<NoticeRow>)> = Vec::new();
    for row in rows {
        match days.last_mut() {
            Some((at, same)) if zone.day(*at) == zone.day(row.at) => same.push(row),
            _ => days.push((row.at, vec![row])),
        }
    }
    days
}

/// One: the mark, the sentence, when, and the way on. What is new is opened by a form, so that it is read by it.
fn item(paths: NoticePaths, roles: &[Role], row: NoticeRow) -> AnyView {
    let sentence = words::sentence(&row);
    let leads = row
        .kind
        .and_then(|kind| words::leads_to(kind, row.patient, roles, paths));
    let id = row.id.to_string();
    let acts = if row.is_new {
        let open = leads.map(|(_, name)| {
            view! {
                <Button look=Look::Secondary class="btn--small" name="open" value="true">{tell(say::notice_open(word(name)))}</Button>
            }
            .into_any()
        });
        let mark = tell(say::notice_mark_read(sentence.as_str()));
        view! {
            <Form class="notices__acts" action=paths.read hidden=vec![("notice", id)]>
                {open}
                <Button look=Look::Quiet class="btn--small" icon="check" label=mark>{word(key::NOTICE_READ)}</Button>
            </Form>
        }
        .into_any()
    } else {
        leads
            .map(|(href, name)| {
                view! { <p class="notices__acts"><a href=href>{tell(say::notice_open(word(name)))}</a></p> }.into_any()
            })
            .into_any()
    };
    let class = if row.is_new {
        "notices__item notices__item--new"
    } else {
        "notices__item"
    };
    view! {
        <li class=class>
            <Icon name=row.kind.map_or("info", words::icon)/>
            <div class="notices__text">
                <p>{row.is_new.then(|| view! { <Chip look="inverse">{word(key::NEW)}</Chip>" " }.into_any())}{sentence}</p>
                <p class="quiet"><Time at=Signal::stored(Some(row.at)) style=TimeStyle::Clock/></p>
            </div>
            {acts}
        </li>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use domain::notices::Kind;
    use uuid::Uuid;

    use super::*;

    fn row(at: i64) -> NoticeRow {
        NoticeRow {
            id: Uuid::nil(),
            at: Moment(at * 1_000_000),
            kind: Some(Kind::FactorAdded),
            who: String::new(),
            what: String::new(),
            patient: None,
            is_new: false,
        }
    }

    #[test]
    fn a_day_is_the_hospitals() {
        // 20:30, 21:30 and 22:30 UTC: in Nairobi the second and third are of the next day.
        let rows = vec![row(81_000), row(77_400), row(73_800)];
        let nairobi = Zone {
            name: "Africa/Nairobi".into(),
            offsets: vec![(Moment(0), 10_800, "EAT".into())],
        };
        let lengths = |zone: &Zone| {
            by_day(rows.clone(), zone)
                .iter()
                .map(|(_, rows)| rows.len())
                .collect::<Vec<_>>()
        };
        assert_eq!(lengths(&nairobi), [2, 1]);
        assert_eq!(lengths(&Zone::default()), [3]);
    }
}
