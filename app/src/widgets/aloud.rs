//! Read aloud: the buttons that let the browser say what the public pages and the portal show. They are drawn by the server and stay hidden until a small script (`public/aloud.js`) finds
//! a voice of this very device for the language of the page: voices that a server elsewhere speaks would be sent what is written about a patient.
//!
//! What a button says follows the state of its bar (`style/components/aloud.css`); how fast it is read stays in this browser, in a cookie that the script alone reads.

use leptos::prelude::*;
use ui::lang::{key, word};
use ui::{BareButton, Icon};

/// Where the buttons stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum At {
    /// At the head of a page of the portal; while it is read they stay in sight.
    Head,
    /// In the foot of a public page, beside the size of its text.
    Foot,
}

/// The buttons and their script.
pub fn aloud(at: At, script: &str) -> AnyView {
    let (bar, button) = match at {
        At::Head => ("aloud aloud--head", "btn btn--quiet btn--small"),
        At::Foot => ("aloud languages", "languages__one"),
    };
    let icon = move |name: &'static str| (at == At::Head).then(|| view! { <Icon name=name/> }.into_any());
    view! {
        <div class=bar id="aloud" role="group" aria-label=word(key::READ_ALOUD) data-state="off" data-rate="usual" data-units=word(key::ALOUD_UNITS) hidden>
            <BareButton class=button does="aloud">
                <span class="aloud__begin">{icon("sound")}{word(key::READ_ALOUD)}</span>
                <span class="aloud__stop">{icon("sound-off")}{word(key::ALOUD_STOP)}</span>
            </BareButton>
            <BareButton class=button does="aloud-pause">
                <span class="aloud__pause">{icon("pause")}{word(key::ALOUD_PAUSE)}</span>
                <span class="aloud__go-on">{icon("play")}{word(key::ALOUD_GO_ON)}</span>
            </BareButton>
            <BareButton class=button does="aloud-rate">
                <span class="aloud__usual">{word(key::ALOUD_USUAL)}</span>
                <span class="aloud__fast">{word(key::ALOUD_FAST)}</span>
                <span class="aloud__slow">{word(key::ALOUD_SLOW)}</span>
            </BareButton>
        </div>
        <script src=script.to_owned() defer></script>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use ui::lang::{self, Locale};

    use super::*;
    use crate::shell::apart;

    fn drawn(locale: Locale) -> String {
        apart(|| {
            lang::provide(locale);
            aloud(At::Head, "/aloud.js").to_html()
        })
    }

    #[test]
    fn the_buttons_are_hidden_until_the_script_has_found_a_voice() {
        let html = drawn(Locale::ENGLISH);
        let bar = html
            .split('>')
            .find(|tag| tag.contains("id=\"aloud\""))
            .unwrap_or_default();
        assert!(bar.contains(" hidden") && bar.contains("data-state=\"off\""), "{html}");
        assert!(html.contains("src=\"/aloud.js\" defer"), "{html}");
        assert_eq!(html.matches("type=\"button\"").count(), 3, "none sends a form: {html}");
    }

    /// The script makes an expression of them that a fault in one language would break.
    #[test]
    fn units_are_pairs_in_every_language() {
        for locale in Locale::all() {
            let tag = locale.tag();
            let units = apart(|| {
                lang::provide(locale);
                word(key::ALOUD_UNITS)
            });
            for unit in units.split('|') {
                let (sign, words) = unit.split_once('=').unwrap_or_default();
                assert!(!sign.trim().is_empty() && !words.trim().is_empty(), "{tag}: {unit}");
                assert!(
                    !sign.contains(['(', ')', '[', ']', '+', '*', '?', '\\', '.']),
                    "{tag}: {unit}"
                );
            }
            assert!(units.contains("mmHg"), "{tag}: {units}");
        }
    }
}
