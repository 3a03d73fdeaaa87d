//! Alive, ready, figures, and the API's own description.

use serde_json::Value;

use crate::support::Wardlight;

#[tokio::test(flavor = "multi_thread")]
async fn ready_names_each_part_and_figures_ask_for_their_token() {
    let house = Wardlight::open().await;
    let ready = house.client.get(house.url("/health/ready")).send().await.unwrap();
    assert_eq!(ready.status(), 200);
    let ready: Value = ready.json().await.unwrap();
    assert_eq!(
        (&ready["ready"], &ready["database"], &ready["migrations"]),
        (&true.into(), &true.into(), &true.into())
    );
    assert!(ready["ingest_queue_room"].as_f64().unwrap() > 0.99);
    assert_eq!(
        house
            .client
            .get(house.url("/health/live"))
            .send()
            .await
            .unwrap()
            .status(),
        200
    );

    assert_eq!(
        house.client.get(house.url("/metrics")).send().await.unwrap().status(),
        401
    );
    assert_eq!(
        house
            .client
            .get(house.url("/metrics"))
            .bearer_auth("figure")
            .send()
            .await
            .unwrap()
            .status(),
        401
    );
    let device = &house.riverbend.devices[0];
    house
        .post(
            device,
            &serde_json::json!({ "seq": 1, "taken_at": house.at(0.0), "spo2": 97 }),
        )
        .await;
    let figures = house
        .client
        .get(house.url("/metrics"))
        .bearer_auth("figures")
        .send()
        .await
        .unwrap()
        .text()
        .await
        .unwrap();
    for figure in [
        "wardlight_readings_accepted_total",
        "wardlight_audit_unsealed_seconds",
        "wardlight_audit_unnoted_seconds",
    ] {
        assert!(figures.contains(figure), "{figure} in {figures}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_description_is_openapi_and_the_page_shows_every_path() {
    let house = Wardlight::open().await;
    let document: Value = house
        .client
        .get(house.url("/api/v1/openapi.json"))
        .send()
        .await
        .unwrap()
        .json()
        .await
        .unwrap();
    assert_eq!(document["openapi"], "3.1.0");
    let page = house.client.get(house.url("/api/v1/docs")).send().await.unwrap();
    assert!(
        page.headers()["content-security-policy"]
            .to_str()
            .unwrap()
            .contains("script-src")
    );
    let page = page.text().await.unwrap();
    for path in document["paths"].as_object().unwrap().keys() {
        assert!(page.contains(path.as_str()), "{path} is missing on the page");
    }
    // What the page shows as an example is taken as it stands, but for its time.
    let mut example = server::rest::openapi::example();
    example["taken_at"] = house.at(0.0).into();
    assert_eq!(house.post(&house.riverbend.devices[0], &example).await.status(), 200);
}
