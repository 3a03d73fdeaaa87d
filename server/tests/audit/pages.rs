//! The pages of the trace, as a browser opens them: nothing of a patient in an address, and what is taken out is a file.

use crate::sign_in::{RAO, form};
use crate::support::{Wardlight, blind};

const HADDAD: &str = "haddad@riverbend.example";

impl Wardlight {
    async fn page(&self, cookie: &str, path: &str) -> String {
        let answer = self
            .client
            .get(self.url(path))
            .header("cookie", cookie)
            .send()
            .await
            .unwrap();
        assert_eq!(answer.status(), 200, "{path}");
        assert_eq!(answer.headers()["cache-control"], "no-store");
        answer.text().await.unwrap()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn haddad_searches_by_a_patients_number_and_the_address_does_not_hold_it() {
    let at = Wardlight::open().await;
    let okafor = at.riverbend.patients[0];
    let rao = at.sign_in(RAO).await.unwrap();
    at.page(&rao, &format!("/patients/{okafor}")).await;
    let haddad = at.sign_in(HADDAD).await.unwrap();
    let asked = form(
        &at,
        "/hospital/audit",
        &[("number", "RG-10000000000017"), ("outcome", "allowed")],
    );
    let answer = asked.header("cookie", &haddad).send().await.unwrap();
    assert_eq!(answer.status(), 303);
    let to = answer.headers()["location"].to_str().unwrap().to_owned();
    assert_eq!(to, format!("/hospital/audit?patient={okafor}&outcome=allowed"));
    let page = at.page(&haddad, &to).await;
    assert!(
        page.contains("Dr Anika Rao") && page.contains("RG-10000000000017"),
        "{page}"
    );
    assert!(page.contains("<title>Audit · Wardlight<"), "no patient in the title");
    assert!(
        page.contains(">Treatment<") && page.contains("<span class=\"quiet\">TREAT<"),
        "why, in words: {page}"
    );

    let nobody = form(&at, "/hospital/audit", &[("number", "RG-0")]);
    let answer = nobody.header("cookie", &haddad).send().await.unwrap();
    assert_eq!(
        (answer.status().as_u16(), &answer.headers()["location"]),
        (303, &"/hospital/audit".parse().unwrap())
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_haddad_takes_out_is_a_file_in_which_no_cell_is_a_formula() {
    let at = Wardlight::open().await;
    sqlx::query("UPDATE app_user SET display_name = '=HYPERLINK(\"http://evil.example\")' WHERE email_blind = $1")
        .bind(blind(RAO))
        .execute(at.db.owner())
        .await
        .unwrap();
    let rao = at.sign_in(RAO).await.unwrap();
    let ward = at.page(&rao, &format!("/ward/{}", at.riverbend.ward)).await;
    assert!(ward.contains("Bed 1"), "{ward}");
    let haddad = at.sign_in(HADDAD).await.unwrap();
    let answer = form(&at, "/hospital/audit/export", &[("action", "ward.watch")]).header("cookie", &haddad);
    let answer = answer.send().await.unwrap();
    assert_eq!(answer.status(), 200);
    assert_eq!(answer.headers()["content-type"], "text/csv; charset=utf-8");
    assert!(
        answer.headers()["content-disposition"]
            .to_str()
            .unwrap()
            .starts_with("attachment")
    );
    let file = answer.text().await.unwrap();
    let lines: Vec<&str> = file.lines().collect();
    assert!(lines[0].starts_with("id,at,actor"), "{file}");
    assert_eq!(lines.len(), 2, "{file}");
    assert!(
        lines[1].contains("\"'=HYPERLINK(\"\"http://evil.example\"\")\""),
        "{file}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn okafor_reads_in_the_portal_who_looked() {
    let at = Wardlight::open().await;
    let okafor = at.riverbend.patients[0];
    let rao = at.sign_in(RAO).await.unwrap();
    at.page(&rao, &format!("/patients/{okafor}")).await;
    let cookie = at.sign_in("okafor@riverbend.example").await.unwrap();
    let page = at.page(&cookie, "/my/access").await;
    assert!(
        page.contains("Dr Anika Rao, doctor at Riverbend General, opened your chart to treat you."),
        "{page}"
    );
    assert!(page.contains("Seen: your measured values"), "{page}");
}
