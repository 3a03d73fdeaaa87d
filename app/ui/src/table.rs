//! Tables: sticky head, hairlines, numbers at the end. A wide one scrolls in its own frame, which keys can reach.

use leptos::prelude::*;

use crate::icon::Icon;

/// The head of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// Its words, with the unit.
    pub words: String,
    /// Whether numbers stand under it.
    pub number: bool,
    /// By which address the rows are put in its order, and how they are now.
    pub sort: Option<Sort>,
}

/// How a column is in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sort {
    /// The page in the other order.
    pub href: String,
    /// The order now; `None` while another column leads.
    pub order: Option<Order>,
}

/// Which end comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// The smallest, the earliest, A.
    Rising,
    /// The largest, the latest, Z.
    Falling,
}

impl Head {
    /// A column of words.
    pub fn words(words: impl Into<String>) -> Self {
        Self {
            words: words.into(),
            number: false,
            sort: None,
        }
    }

    /// A column of numbers.
    pub fn number(words: impl Into<String>) -> Self {
        Self {
            words: words.into(),
            number: true,
            sort: None,
        }
    }

    /// A link at `href` puts the rows in the order of this column; they are in `order` now.
    #[must_use]
    pub fn sorted(mut self, href: impl Into<String>, order: Option<Order>) -> Self {
        self.sort = Some(Sort {
            href: href.into(),
            order,
        });
        self
    }

    fn draw(self) -> AnyView {
        let Self { words, number, sort } = self;
        let Some(Sort { href, order }) = sort else {
            return view! { <th scope="col" class:num=number>{words}</th> }.into_any();
        };
        let (said, icon) = match order {
            Some(Order::Rising) => (Some("ascending"), "arrow-up"),
            Some(Order::Falling) => (Some("descending"), "arrow-down"),
            None => (None, "sort"),
        };
        view! {
            <th scope="col" class:num=number aria-sort=said>
                <a class="table__sort" class:table__sort--leads=order.is_some() href=href rel="external">
                    {words}<Icon name=icon class="icon--small"/>
                </a>
            </th>
        }
        .into_any()
    }
}

/// A table; its children are `<tr>`s, with `class="num"` on cells of numbers and `<th scope="row">` first.
#[component]
pub fn Table(
    /// What it lists; read aloud, and shown when `caption_shown`.
    #[prop(into)]
    caption: String,
    /// The columns.
    heads: Vec<Head>,
    /// The rows.
    children: Children,
    /// Whether the caption is seen.
    #[prop(optional)]
    caption_shown: bool,
    /// Whether rows are low.
    #[prop(optional)]
    dense: bool,
) -> impl IntoView {
    let heads = heads.into_iter().map(Head::draw).collect_view();
    let label = caption.clone();
    view! {
        <div class="table-frame" role="region" aria-label=label tabindex="0">
            <table class="table" class:table--dense=dense>
                <caption class:visually-hidden=!caption_shown>{caption}</caption>
                <thead><tr>{heads}</tr></thead>
                <tbody>{children()}</tbody>
            </table>
        </div>
    }
}

/// A row that opens: the first cell holds the browser's own disclosure, and the row under it comes with it. Needs no program.
#[component]
pub fn OpeningRow(
    /// The id of what opens; unique on the page.
    #[prop(into)]
    id: String,
    /// The words of the first cell.
    #[prop(into)]
    head: String,
    /// The other cells.
    cells: AnyView,
    /// How many columns there are.
    columns: u8,
    /// Whether it is open at first.
    #[prop(optional)]
    open: bool,
    /// What opens.
    children: Children,
) -> impl IntoView {
    view! {
        <tr class="table__opening">
            <th scope="row">
                <details class="table__opener" open=open>
                    <summary aria-controls=id.clone()><Icon name="chevron-end" class="icon--small icon--mirrors"/>{head}</summary>
                </details>
            </th>
            {cells}
        </tr>
        <tr class="table__opened"><td colspan=columns.to_string()><div id=id>{children()}</div></td></tr>
    }
}

#[cfg(test)]
#[cfg(feature = "ssr")]
mod tests {
    use super::*;
    use crate::drawn::html;

    #[test]
    fn the_column_that_leads_says_which_way() {
        let heads = vec![
            Head::words("Batch").sorted("?by=batch", None),
            Head::number("Expires").sorted("?by=-expires", Some(Order::Rising)),
        ];
        let html = html(|| view! { <Table caption="Batches" heads=heads>""</Table> }.into_any());
        assert_eq!(html.matches("aria-sort").count(), 1, "{html}");
        assert!(
            html.contains("aria-sort=\"ascending\"") && html.contains("href=\"?by=-expires\""),
            "{html}"
        );
    }

    #[test]
    fn a_row_opens_without_a_program() {
        let html = html(|| {
            view! { <OpeningRow id="b1" head="HEP-22C1" cells=().into_any() columns=3>"Shelf R1"</OpeningRow> }
                .into_any()
        });
        assert!(
            html.contains("<details") && html.contains("aria-controls=\"b1\""),
            "{html}"
        );
        assert!(html.contains("colspan=\"3\""));
    }
}
