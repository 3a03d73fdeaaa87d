//! Drawings that a page does not carry through its own drawing. A board of 100 beds is 300 kB that stand there already, and Leptos would copy them at each of its
//! steps; the page holds a mark in their place instead, and whoever lets the page go puts the drawing there without copying it (`server::drawing`).
//!
//! A mark is a comment. Nobody can write one: a `<` of theirs is escaped.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use axum::body::Bytes;

const BEGIN: &[u8] = b"<!--drawn ";
const END: &[u8] = b"-->";

/// The drawings of one answer. The door that draws puts it into the request.
#[derive(Clone, Debug, Default)]
pub struct Pieces(Arc<Mutex<Vec<Bytes>>>);

impl Pieces {
    /// Keeps a drawing; the mark that stands for it. The same drawing has one mark.
    pub(super) fn stand_in(&self, drawing: &Bytes) -> String {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let same = kept.iter().position(|piece| piece.as_ptr() == drawing.as_ptr());
        let at = same.unwrap_or_else(|| {
            kept.push(drawing.clone());
            kept.len() - 1
        });
        format!("<!--drawn {at}-->")
    }

    /// The page with each drawing in its place. A mark that stands for nothing stays.
    pub fn put_in(&self, page: Bytes) -> VecDeque<Bytes> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (mut whole, mut rest) = (VecDeque::new(), page);
        while let Some((before, after, piece)) =
            first(&rest).and_then(|(before, after, at)| Some((before, after, kept.get(at)?)))
        {
            whole.push_back(rest.slice(..before));
            whole.push_back(piece.clone());
            rest = rest.slice(after..);
        }
        whole.push_back(rest);
        whole
    }
}

/// Where the first mark begins and ends, and what it stands for.
fn first(page: &[u8]) -> Option<(usize, usize, usize)> {
    let before = page.windows(BEGIN.len()).position(|at| at == BEGIN)?;
    let number = page.get(before + BEGIN.len()..)?;
    let digits = number.windows(END.len()).position(|at| at == END)?;
    let at = std::str::from_utf8(number.get(..digits)?).ok()?.parse().ok()?;
    Some((before, before + BEGIN.len() + digits + END.len(), at))
}

#[cfg(test)]
mod tests {
    use axum::body::Bytes;

    use super::Pieces;

    fn put_in(pieces: &Pieces, page: String) -> String {
        let whole: Vec<Bytes> = pieces.put_in(Bytes::from(page)).into();
        String::from_utf8(whole.concat()).expect("text")
    }

    #[test]
    fn each_drawing_stands_in_its_place() {
        let (pieces, beds, alarms) = (
            Pieces::default(),
            Bytes::from("<ul>beds</ul>"),
            Bytes::from("<p>none</p>"),
        );
        let (first, second) = (pieces.stand_in(&beds), pieces.stand_in(&alarms));
        assert_eq!(pieces.stand_in(&beds), first, "drawn once more, it is the same");
        let page = put_in(&pieces, format!("<body>{second}<hr>{first}</body>"));
        assert_eq!(page, "<body><p>none</p><hr><ul>beds</ul></body>");
    }

    #[test]
    fn a_page_without_drawings_is_as_it_was() {
        let pieces = Pieces::default();
        for page in ["", "<p>Bed 1</p>", "<!--drawn 0-->", "<!--drawn ", "<!--drawn x-->"] {
            assert_eq!(put_in(&pieces, page.to_owned()), page);
        }
    }
}
