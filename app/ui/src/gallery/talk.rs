//! A conversation, and finding anything.

use leptos::prelude::*;

use super::{sample, samples};
use crate::*;

pub fn draw() -> AnyView {
    samples(vec![
        sample("chat", "Conversation", chat()),
        sample("palette", "Find anything", found()),
        sample("palette-recent", "Find anything, before typing", recent()),
        sample(
            "palette-looking",
            "Find anything, looking",
            view! { <Palette action="#" label="Find anything" id="looking" found=Found::Looking/> }.into_any(),
        ),
        sample(
            "palette-none",
            "Find anything, nothing",
            view! { <Palette action="#" label="Find anything" id="none" typed="zzz" found=Found::Hits(vec![])/> }
                .into_any(),
        ),
    ])
}

fn chat() -> AnyView {
    let card =
        || view! { <ChatCard href="#phosphate" icon="flask" title="Phosphate" note="1.92 mmol/L, 18 Nov"/> }.into_any();
    let again = || view! { <Button kind="button" look=Look::Quiet class="btn--small">"Send again"</Button> }.into_any();
    view! {
        <Conversation label="With Dr Anika Rao">
            <ChatDay day="Yesterday"/>
            <Bubble who="You" at="18:42" delivery=Delivery::Read("19:05".into())>"Doctor, my legs were cramping last night after dialysis. Is that normal?"</Bubble>
            <Bubble who="Dr Rao" at="19:07">"It can happen when water comes off fast. Tomorrow we take it slower: 2.4 litres over 4 hours."</Bubble>
            <ChatDay day="Today"/>
            <Bubble who="Dr Rao" at="10:31" card=card()>"Your phosphate is 1.92, better than October. Keep the sevelamer with meals."</Bubble>
            <Bubble who="You" at="10:39" delivery=Delivery::Delivered>"Thank you."</Bubble>
            <Bubble who="You" at="10:40" delivery=Delivery::Sent>"Can I drink a bit more on Friday? It is my son’s birthday."</Bubble>
            <Bubble who="You" at="10:41" delivery=Delivery::Sending>"Just one extra cup of tea."</Bubble>
            <Bubble who="You" at="10:41" delivery=Delivery::Failed again=again()>"Two, if I may."</Bubble>
            <Writing who="Dr Rao"/>
        </Conversation>
    }
    .into_any()
}

fn hit(icon: &'static str, name: &str, note: &str) -> Hit {
    Hit {
        way: Way::To("#hit".into()),
        icon,
        name: name.into(),
        note: note.into(),
    }
}

fn found() -> AnyView {
    let groups = vec![
        HitGroup {
            word: "Patients",
            hits: vec![
                hit("person", "MWANGI, Joseph", "71 y M, ward 4 bed 2"),
                hit("person", "MWANIKI, Faith", "29 y F, outpatient"),
            ],
        },
        HitGroup {
            word: "Do",
            hits: vec![hit("clipboard", "Record observations for MWANGI, Joseph", "")],
        },
    ];
    view! { <Palette action="#" label="Find anything" id="hits" typed="mwan" found=Found::Hits(groups) active=0/> }
        .into_any()
}

fn recent() -> AnyView {
    let groups = vec![HitGroup {
        word: "Seen lately",
        hits: vec![
            hit("person", "IYER, Lakshmi", "57 y F, chair 6"),
            hit("bed", "Ward 4 · Renal", ""),
        ],
    }];
    view! { <Palette action="#" label="Find anything" id="recent" found=Found::Recent(groups)/> }.into_any()
}
