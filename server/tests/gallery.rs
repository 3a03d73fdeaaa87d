//! The gallery is a demo's.

use reqwest::StatusCode;

use crate::support::Wardlight;

#[tokio::test(flavor = "multi_thread")]
async fn a_demo_shows_its_parts_to_whoever_comes_and_a_hospital_does_not() {
    let demo = Wardlight::open_demo().await;
    for group in app::gallery::names() {
        let path = format!("/gallery/{group}?theme=dark&dir=rtl&density=compact");
        let answer = demo.client.get(demo.url(&path)).send().await.unwrap();
        assert_eq!(answer.status(), StatusCode::OK, "{path}");
        let page = answer.text().await.unwrap();
        assert!(
            page.contains("data-theme=\"dark\"") && page.contains("dir=\"rtl\""),
            "{path}"
        );
    }
    let none = demo.client.get(demo.url("/gallery/none")).send().await.unwrap();
    assert_eq!(none.status(), StatusCode::NOT_FOUND);

    let hospital = Wardlight::open().await;
    for path in ["/gallery", "/gallery/acts"] {
        let answer = hospital.client.get(hospital.url(path)).send().await.unwrap();
        assert_eq!(answer.status(), StatusCode::NOT_FOUND, "{path}");
    }
}
