//! Ways that are too many for one line, behind one button: a popover of the browser's own, so that Esc and a click beside it close it and no program is
//! needed. It holds links, not the roles of a desktop menu: Tab goes through them as everywhere.

use leptos::prelude::*;

use crate::icon::Icon;

/// The button and what it opens.
#[component]
pub fn Menu(
    /// The id of what opens; unique on the page.
    #[prop(into)]
    id: String,
    /// The word on the button.
    #[prop(into)]
    label: String,
    /// An icon instead of the word, which is then only read.
    #[prop(optional)]
    icon: Option<&'static str>,
    /// More classes of the button, as of [`crate::Button`].
    #[prop(optional)]
    class: &'static str,
    /// [`MenuLink`]s, and `<hr>` between kinds.
    children: Children,
) -> impl IntoView {
    let (target, heard) = (id.clone(), label.clone());
    let face = match icon {
        Some(icon) => view! { <Icon name=icon label=label/> }.into_any(),
        None => view! { {label}<Icon name="chevron-down" class="icon--small"/> }.into_any(),
    };
    let look = if icon.is_some() {
        "btn--quiet btn--icon"
    } else {
        "btn--secondary"
    };
    view! {
        <button type="button" class=format!("btn {look} {class}") popovertarget=target>{face}</button>
        <div class="menu" id=id popover="auto" role="group" aria-label=heard>{children()}</div>
    }
}

/// A place to go.
#[component]
pub fn MenuLink(
    /// Where.
    #[prop(into)]
    href: String,
    /// Its word.
    #[prop(into)]
    word: String,
    /// An icon before it.
    #[prop(optional)]
    icon: Option<&'static str>,
    /// What stands at the end: a key, a count, what is chosen now.
    #[prop(optional, into)]
    note: String,
    /// Whether it is where the reader is.
    #[prop(optional)]
    current: bool,
) -> impl IntoView {
    view! {
        <a class="menu__item" href=href aria-current=current.then_some("true")>
            {face(icon, word, note)}
            {current.then(|| view! { <Icon name="check" class="icon--small menu__tick"/> }.into_any())}
        </a>
    }
}

fn face(icon: Option<&'static str>, word: String, note: String) -> AnyView {
    view! {
        {icon.map(|icon| view! { <Icon name=icon/> }.into_any())}
        <span class="menu__word">{word}</span>
        {(!note.is_empty()).then(|| view! { <span class="menu__note">{note}</span> }.into_any())}
    }
    .into_any()
}

#[cfg(test)]
#[cfg(feature = "ssr")]
mod tests {
    use super::*;
    use crate::drawn::html;

    #[test]
    fn the_browser_opens_it_and_it_promises_no_keys_that_it_lacks() {
        let html = html(|| {
            view! { <Menu id="more" label="More acts" icon="more"><MenuLink href="/a" word="Print" current=true/></Menu> }
                .into_any()
        });
        assert!(
            html.contains("popovertarget=\"more\"") && html.contains("popover=\"auto\""),
            "{html}"
        );
        assert!(!html.contains("role=\"menu\""));
        assert!(html.contains("aria-label=\"More acts\"") && html.contains("aria-current=\"true\""));
    }
}
