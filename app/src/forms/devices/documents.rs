//! What came with a machine on paper: what is there, one more, and what was taken away with the reason.

use domain::devices::documents::DocumentKind;
use domain::numbers::fixed;
use hospital::devices::machines::{Document, Documents};
use leptos::prelude::*;
use ui::lang::{self, key, say, tell, word};
use ui::{Button, Card, Chip, Confirm, Empty, Form, Head, Look, PageHead, Table};

use super::{date, tabs, when};
use crate::forms::parts::{Choice, FileLine, Line, Of, Said, choose};
use crate::routes::{self, MachinePage};

/// The page.
pub fn page(it: Documents) -> AnyView {
    let device = it.device;
    let here = routes::machine(device, MachinePage::Documents);
    let tabs = tabs(device, MachinePage::Documents, it.ways);
    let may_keep = it.may_keep;
    let (there, gone): (Vec<Document>, Vec<Document>) = it
        .documents
        .into_iter()
        .partition(|document| document.removed.is_none());
    let list = list(&here, there, may_keep);
    let add = may_keep.then(|| add(here.clone()));
    let gone = (!gone.is_empty()).then(|| taken_away(gone));
    view! {
        <PageHead title=word(key::MACHINE_DOCUMENTS) context=it.name/>
        {tabs}
        <Said/>
        <div class="stack">
            <Card title=word(key::MACHINE_DOCUMENTS) id="documents">{list}</Card>
            {add}
            {gone}
        </div>
    }
    .into_any()
}

fn list(here: &str, documents: Vec<Document>, may_keep: bool) -> AnyView {
    if documents.is_empty() {
        return view! { <Empty icon="document" title=word(key::MACHINE_NO_DOCUMENT) text=word(key::MACHINE_NO_DOCUMENT_TEXT)/> }
            .into_any();
    }
    let rows = documents
        .into_iter()
        .map(|document| {
            let href = format!("{here}/{}", document.id);
            let over = document.is_over.then(|| {
                view! { " "<Chip look="medium-soft" icon="medium">{word(key::MACHINE_DOCUMENT_OVER)}</Chip> }.into_any()
            });
            let size = tell(say::chat_file_size(lang::number(fixed(
                (document.bytes as f64 / 1024.0).ceil(),
                0,
            ))));
            let (at, by) = document.added;
            let remove = may_keep.then(|| remove(here, document.id.to_string()));
            view! {
                <tr>
                    <th scope="row"><a href=href><bdi>{document.name}</bdi></a>" "<span class="quiet">{size}</span></th>
                    <td data-head=word(key::MACHINE_DOCUMENT_KIND)>{lang::of_english(document.kind.words())}</td>
                    <td data-head=word(key::MACHINE_DOCUMENT_UNTIL)>{document.valid_until.map(date)}{over}</td>
                    <td data-head=word(key::WRITTEN)>{when(at)}" · "<bdi>{by}</bdi></td>
                    <td><div class="acts">{remove}</div></td>
                </tr>
            }
            .into_any()
        })
        .collect_view();
    let heads = [
        word(key::CHAT_FILE),
        word(key::MACHINE_DOCUMENT_KIND),
        word(key::MACHINE_DOCUMENT_UNTIL),
        word(key::WRITTEN),
        "",
    ]
    .map(Head::words)
    .to_vec();
    view! { <Table caption=word(key::MACHINE_DOCUMENTS) heads=heads>{rows}</Table> }.into_any()
}

fn remove(here: &str, id: String) -> AnyView {
    let of = Of("id", id.clone());
    let open = of.came_back();
    let action = format!("{here}/remove");
    view! {
        <Confirm verb=word(key::MACHINE_DOCUMENT_REMOVE) open=open>
            <Form class="confirm__form" action=action hidden=vec![("id", id)]>
                <p>{word(key::MACHINE_DOCUMENT_REMOVE_MEANS)}</p>
                <Line name="reason" label=word(key::WHY) most=500 of=of/>
                <Button look=Look::Inverse class="btn--small">{word(key::MACHINE_DOCUMENT_REMOVE)}</Button>
            </Form>
        </Confirm>
    }
    .into_any()
}

fn add(here: String) -> AnyView {
    let kinds = choose(DocumentKind::ALL.map(|kind| (kind.name().to_owned(), lang::of_english(kind.words()))));
    view! {
        <Card title=word(key::MACHINE_DOCUMENT_ADD) id="document-new">
            <Form class="card__body form" action=here attr:enctype="multipart/form-data">
                <Choice name="kind" label=word(key::MACHINE_DOCUMENT_KIND) answers=kinds/>
                <FileLine name="file" label=word(key::CHAT_FILE) hint=word(key::MACHINE_DOCUMENT_HINT)/>
                <Line name="valid_until" label=word(key::MACHINE_DOCUMENT_UNTIL) kind="date" optional=true/>
                <div class="form__end"><Button look=Look::Primary>{word(key::MACHINE_DOCUMENT_ADD_IT)}</Button></div>
            </Form>
        </Card>
    }
    .into_any()
}

fn taken_away(documents: Vec<Document>) -> AnyView {
    let rows = documents
        .into_iter()
        .filter_map(|document| {
            let (at, by, why) = document.removed?;
            let row = view! {
                <tr>
                    <th scope="row"><bdi>{document.name}</bdi></th>
                    <td data-head=word(key::MACHINE_DOCUMENT_KIND)>{lang::of_english(document.kind.words())}</td>
                    <td data-head=word(key::WHEN)>{when(at)}" · "<bdi>{by}</bdi></td>
                    <td data-head=word(key::WHY)><bdi>{why}</bdi></td>
                </tr>
            };
            Some(row.into_any())
        })
        .collect_view();
    let heads = [
        word(key::CHAT_FILE),
        word(key::MACHINE_DOCUMENT_KIND),
        word(key::WHEN),
        word(key::WHY),
    ]
    .map(Head::words)
    .to_vec();
    view! {
        <Card title=word(key::MACHINE_DOCUMENTS_GONE) id="documents-gone">
            <Table caption=word(key::MACHINE_DOCUMENTS_GONE) heads=heads>{rows}</Table>
        </Card>
    }
    .into_any()
}
