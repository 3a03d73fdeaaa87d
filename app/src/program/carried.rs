//! What the server hands to the page's program: two blocks of text in the page that no browser runs. One is of the reader; the other, the record, is the same for
//! everybody whom the page shows it, so that it is written once with the drawing that they share ([`crate::widgets::shared`]).

use std::sync::Arc;

use domain::alerts::{Alarm, PatientLimit};
use domain::ids::PatientId;
use domain::live::PatientNow;
use domain::news2::Scale;
use domain::organisation::WardBoard;
use domain::patients::{Chart, Series};
use domain::time::{Moment, Zone};
use serde::{Deserialize, Serialize};

/// Who reads, when it was drawn, and with which words.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Reader {
    /// Their name, as an answer to an alarm shows it.
    pub name: String,
    /// The hospital's zone.
    pub zone: Zone,
    /// The server's clock when it drew the page.
    pub rendered_at: Moment,
    /// The packed words that the program says.
    pub words: String,
    /// Whether they read temperatures in °F.
    pub fahrenheit: bool,
}

/// One patient as far as the program needs to know them.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Record {
    /// Who.
    pub patient: PatientId,
    /// `YUSUF, Hassan`.
    pub name: String,
    /// Ward and bed.
    pub place: Option<(String, u16)>,
    /// Which scale judges their oxygen.
    pub scale: Scale,
    /// Their own limits.
    pub limits: Vec<PatientLimit>,
    /// What is measured; nothing without a device.
    pub now: Option<PatientNow>,
    /// The last half hour.
    pub recent: Vec<Series>,
    /// Alarms of a day.
    pub alarms: Vec<Alarm>,
    /// Until when an emergency opened it to the reader.
    pub until: Option<Moment>,
}

impl Record {
    /// Of this chart.
    pub fn of(chart: &Chart) -> Self {
        let until = match chart.opened {
            Some(domain::patients::Opened::Emergency(until)) => Some(until),
            Some(domain::patients::Opened::Consent) | None => None,
        };
        Self {
            patient: chart.person.id,
            name: chart.person.staff_name(),
            place: chart.place.as_ref().map(|place| (place.ward_name.clone(), place.bed)),
            scale: chart.person.scale,
            limits: chart.limits.clone(),
            now: chart.now.clone(),
            recent: chart.recent.clone(),
            alarms: chart.alarms.clone(),
            until,
        }
    }
}

/// What the ward's program finds: a ward or a patient.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum Found {
    /// The board, and whether its beds stand by number.
    Ward(Arc<WardBoard>, bool),
    /// A chart.
    Chart(Box<Record>),
}

#[cfg(feature = "ssr")]
pub use server::{carry_reader, carry_record};

#[cfg(feature = "ssr")]
mod server {
    use domain::units::Unit;
    use leptos::prelude::*;
    use serde::Serialize;

    use super::Reader;
    use crate::welcome::Welcome;

    /// The block of the reader, once in each page that moves.
    pub fn carry_reader() -> AnyView {
        let welcome = Welcome::here();
        let (name, zone) = welcome.me.map(|me| (me.name, me.zone)).unwrap_or_default();
        let reader = Reader {
            name,
            zone,
            rendered_at: welcome.rendered_at,
            words: ui::lang::locale().browser_table().to_owned(),
            fahrenheit: ui::measured::units().temperature == Unit::Fahrenheit,
        };
        block("reader", &reader)
    }

    /// The block of the record.
    pub fn carry_record<T: Serialize>(record: &T) -> AnyView {
        block("record", record)
    }

    /// Base64 holds no sign that ends a block. What cannot be written is left out: then the page stands still, and says since when.
    fn block<T: Serialize>(id: &'static str, value: &T) -> AnyView {
        match postcard::to_allocvec(value) {
            Ok(bytes) => view! { <script type="text/plain" id=id inner_html=base64(&bytes)></script> }.into_any(),
            Err(fault) => {
                tracing::error!(%fault, "what a page carries could not be written");
                ().into_any()
            }
        }
    }

    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    /// As the browser's own `atob` reads it (RFC 4648, 4).
    fn base64(bytes: &[u8]) -> String {
        let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
        for three in bytes.chunks(3) {
            let at = |place: usize| u32::from(three.get(place).copied().unwrap_or(0));
            let bits = at(0) << 16 | at(1) << 8 | at(2);
            for place in 0..4 {
                let letter = LETTERS.get((bits >> (18 - 6 * place) & 63) as usize).copied();
                let is_there = place <= three.len();
                text.push(letter.filter(|_| is_there).map_or('=', char::from));
            }
        }
        text
    }

    #[cfg(test)]
    mod tests {
        use super::base64;

        #[test]
        fn bytes_are_written_as_the_standard_gives_them() {
            // RFC 4648, 10.
            let cases = [
                ("", ""),
                ("f", "Zg=="),
                ("fo", "Zm8="),
                ("foo", "Zm9v"),
                ("foob", "Zm9vYg=="),
                ("fooba", "Zm9vYmE="),
                ("foobar", "Zm9vYmFy"),
            ];
            for (bytes, text) in cases {
                assert_eq!(base64(bytes.as_bytes()), text);
            }
            assert_eq!(base64(&[0xfb, 0xff]), "+/8=");
        }
    }
}

/// Reads a block; nothing where the page has none, or none that this program understands.
#[cfg(target_arch = "wasm32")]
pub fn find<T: serde::de::DeserializeOwned>(id: &str) -> Option<T> {
    let window = web_sys::window()?;
    let text = window.document()?.get_element_by_id(id)?.text_content()?;
    // One sign a byte.
    let bytes: Vec<u8> = window.atob(&text).ok()?.chars().map(|sign| sign as u8).collect();
    postcard::from_bytes(&bytes).ok()
}
