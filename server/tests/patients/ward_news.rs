//! What was written since the reader looked stands on the ward, where a round begins.

use super::shown_last;
use crate::sign_in::{ACHIENG, RAO, page};
use crate::support::Wardlight;
use crate::support::mail::post_and_read;
use crate::ward::held;

/// Dr Rao looked at Mrs Okafor this morning. Nurse Achieng wrote an allergy since: the ward says so to her and not to the nurse, and no longer once she has looked.
#[tokio::test(flavor = "multi_thread")]
async fn the_ward_says_what_others_wrote_since_the_reader_looked() {
    let at = Wardlight::open().await;
    let (rao, nurse) = (at.sign_in(RAO).await.unwrap(), at.sign_in(ACHIENG).await.unwrap());
    let okafor = at.riverbend.patients[0];
    let (ward, record) = (
        format!("/ward/{}", at.riverbend.ward),
        format!("/patients/{okafor}/record"),
    );
    let read = async |path: &str, cookie: &str| page(&at, path, cookie).await.text().await.unwrap().replace("<!>", "");
    let news = format!("href=\"{record}#news\"");

    assert!(
        !read(&ward, &rao).await.contains("aria-labelledby=\"since\""),
        "who never looked has no news"
    );
    for reader in [&rao, &nurse] {
        read(&record, reader).await;
    }
    at.later(700);
    let allergy = [
        ("act", "add"),
        ("substance", "Penicillin"),
        ("reaction", "rash"),
        ("severity", "mild"),
    ];
    post_and_read(&at, &format!("{record}/allergies"), &nurse, &allergy).await;
    at.later(60);

    let html = read(&ward, &rao).await;
    assert!(
        html.contains(&news) && html.contains("<span>Allergies</span>"),
        "{html}"
    );
    let (alarms, beds) = (html.find("data-part=\"alarms\""), html.find("class=\"board__beds\""));
    let at_news = html.find("aria-labelledby=\"since\"");
    assert!(alarms < at_news && at_news < beds, "it stands between alarms and beds");
    let shown = shown_last(&at, "ward.watch").await;
    assert!(
        shown.contains(&okafor) && shown.len() == at.riverbend.patients.len(),
        "one row tells all: {shown:?}"
    );
    assert!(!read(&ward, &nurse).await.contains(&news), "she wrote it herself");

    // The beds of which that is so can be shown alone: another choice for each reader.
    let changed = format!("{ward}?show=changed");
    assert_eq!(held(&html, "show=changed"), 1);
    let hers = read(&changed, &rao).await;
    assert!(hers.contains("ward__shown--changed"), "{hers}");
    let marked: Vec<&str> = hers.split("data-picked").skip(1).collect();
    assert_eq!(marked.len(), 1, "{hers}");
    assert!(marked[0].split("</article>").next().unwrap().contains("OKAFOR"));
    let of_nurse = read(&changed, &nurse).await;
    assert_eq!(
        (held(&of_nurse, "show=changed"), of_nurse.matches("data-picked").count()),
        (0, 0)
    );
    assert!(of_nurse.contains("No bed now: Changed since I looked"), "{of_nurse}");
    assert!(
        !read(&ward, &rao).await.contains("data-picked"),
        "all beds are drawn for all"
    );

    read(&record, &rao).await;
    at.later(700);
    let after = read(&changed, &rao).await;
    assert!(
        !after.contains(&news) && held(&after, "show=changed") == 0,
        "she has looked"
    );
}
