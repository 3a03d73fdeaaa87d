//! Doors that are given the id of something of a hospital: an admin of another hospital knocks with real ids and changes nothing; then somebody of the hospital
//! itself knocks with the same, which shows that the ids are real. A new door of this kind is a line in [`knocks`] and in [`WITH_IDS`].

use domain::actor::Role;
use domain::ids::UserId;
use reqwest::Method;
use uuid::Uuid;

use crate::support::Wardlight;
use crate::support::door::{Body, knock};

/// The doors of [`knocks`], in the order of the alphabet.
pub const WITH_IDS: [&str; 26] = [
    "POST /devices/hand-over",
    "POST /hospital/clients/revoke",
    "POST /hospital/clients/secret",
    "POST /hospital/devices/tokens/revoke",
    "POST /hospital/duties",
    "POST /hospital/emergencies",
    "POST /hospital/emergencies/officer",
    "POST /hospital/gateways/add",
    "POST /hospital/gateways/end",
    "POST /hospital/gateways/remove",
    "POST /hospital/gateways/token",
    "POST /hospital/rights",
    "POST /hospital/sessions",
    "POST /hospital/sessions/everywhere",
    "POST /hospital/sessions/programs",
    "POST /hospital/staff",
    "POST /hospital/staff/active",
    "POST /hospital/staff/factor",
    "POST /hospital/staff/inactive",
    "POST /hospital/staff/rename",
    "POST /hospital/staff/resend",
    "POST /hospital/staff/roles",
    "POST /hospital/staff/withdraw",
    "POST /registrations/confirm",
    "POST /registrations/correction",
    "POST /registrations/refuse",
];

/// Things of Riverbend, each for one door.
struct Things {
    colleague: UserId,
    /// Has lost the second factor.
    forgetful: UserId,
    program: Uuid,
    correction: Uuid,
    hand_over: Uuid,
    client: Uuid,
    gateway: Uuid,
    token: Uuid,
    session: String,
    invitation: Uuid,
    exception: Uuid,
    opening: Uuid,
    applications: [Uuid; 2],
}

async fn things(house: &Wardlight) -> Things {
    let (here, ward, mwangi) = (house.riverbend.id, house.riverbend.ward, house.riverbend.patients[1]);
    let device = house.riverbend.devices[1].id;
    let (colleague, _) = house.colleague(here, Role::Doctor).await;
    let (borrower, _) = house.colleague(here, Role::Technician).await;
    let (forgetful, _) = house.colleague(here, Role::Nurse).await;
    let (keeper, admin) = (
        house.user("mensah@riverbend.example").await,
        house.user("haddad@riverbend.example").await,
    );
    let [
        hand_over,
        client,
        invitation,
        exception,
        opening,
        first,
        second,
        asks,
        asks_too,
        program,
        correction,
        gateway,
    ] = [(); 12].map(|()| Uuid::now_v7());
    let otieno = house.sealed_invitation(invitation, "otieno@riverbend.example");
    let asks_email = house.sealed_email(asks, "asks@example.org");
    let asks_too_email = house.sealed_email(asks_too, "asks.too@example.org");
    let joseph = house.sealed_applicant(first, "Joseph", "asks@example.org");
    let joseph_too = house.sealed_applicant(second, "J.", "asks.too@example.org");
    let script = format!(
        "INSERT INTO staff_member (user_id, hospital_id, employee_id, since) VALUES ('{colleague}', '{here}', 'DOC-0099', now()), ('{forgetful}', '{here}', 'NUR-0099', now());
         INSERT INTO second_factor (user_id, secret_sealed, confirmed_at) VALUES ('{forgetful}', 'sealed', now());
         INSERT INTO token_family (id, realm, user_id, hospital_id, device, address, began_at, ends_at)
         VALUES ('{program}', 'staff', '{colleague}', '{here}', 'A program', '127.0.0.1', now(), now() + interval '1 day');
         INSERT INTO correction_request (id, patient_id, hospital_id, words, asked_at) VALUES ('{correction}', '{mwangi}', '{here}', 'My name is wrong.', now());
         INSERT INTO device_hand_over (id, device_id, hospital_id, from_user, to_user, asked_at, until)
         VALUES ('{hand_over}', '{device}', '{here}', '{keeper}', '{borrower}', now(), now() + interval '1 day');
         INSERT INTO ward_duty (user_id, ward_id, hospital_id, during) VALUES ('{colleague}', '{ward}', '{here}', tstzrange(now(), NULL));
         INSERT INTO device_duty (user_id, device_id, hospital_id, kind, during) VALUES ('{colleague}', '{device}', '{here}', 'reads', tstzrange(now(), NULL));
         INSERT INTO api_client (id, hospital_id, name, scopes, made_by, created_at) VALUES ('{client}', '{here}', 'Gateway', '{{patient.read}}', '{admin}', now());
         INSERT INTO gateway (id, hospital_id, name, created_at, created_by) VALUES ('{gateway}', '{here}', 'Ward 4', now() - interval '1 hour', '{admin}');
         INSERT INTO gateway_token (hash, gateway_id, hospital_id, created_at) VALUES (sha256('a gateway'), '{gateway}', '{here}', now() - interval '1 hour');
         INSERT INTO gateway_device (gateway_id, device_id, hospital_id, added_at, added_by) VALUES ('{gateway}', '{device}', '{here}', now() - interval '1 hour', '{admin}');
         INSERT INTO staff_invitation (id, hospital_id, email_sealed, email_blind, name, role, invited_by, invited_at, sent_at)
         VALUES ('{invitation}', '{here}', {otieno}, 'A. Otieno', 'nurse', '{admin}', now() - interval '1 hour', now() - interval '1 hour');
         INSERT INTO right_exception (id, user_id, hospital_id, action, allowed, reason, made_by, during)
         VALUES ('{exception}', '{colleague}', '{here}', 'audit.read', true, 'cover', '{admin}', tstzrange(now(), now() + interval '1 day'));
         INSERT INTO break_glass (id, patient_id, user_id, user_name, hospital_id, holders, reason, words, opened_at, until)
         VALUES ('{opening}', '{mwangi}', '{colleague}', 'A colleague', '{here}', '{{{here}}}', 'unconscious', 'Found without a pulse.', now(), now() + interval '1 hour');
         INSERT INTO break_glass_review (opening_id, hospital_id, opened_by) VALUES ('{opening}', '{here}', '{colleague}');
         INSERT INTO app_user (id, email_sealed, email_blind, display_name, password_hash)
         VALUES ('{asks}', {asks_email}, 'Joseph Mwangi', '$argon2id$none'), ('{asks_too}', {asks_too_email}, 'J. Mwangi', '$argon2id$none');
         INSERT INTO patient_application (id, hospital_id, applicant_sealed, email_blind, made_at, verified_at, user_id)
         VALUES ('{first}', '{here}', {joseph}, now(), now(), '{asks}'),
                ('{second}', '{here}', {joseph_too}, now(), now(), '{asks_too}')"
    );
    // reviewed: our own statements, with ids made by the test
    sqlx::raw_sql(sqlx::AssertSqlSafe(script))
        .execute(house.db.owner())
        .await
        .unwrap();
    let token = sqlx::query_scalar("SELECT id FROM device_token WHERE device_id = $1")
        .bind(house.riverbend.devices[0].id.0)
        .fetch_one(house.db.owner())
        .await
        .unwrap();
    let session = sqlx::query_scalar("SELECT encode(id_hash, 'hex') FROM browser_session WHERE user_id = $1")
        .bind(borrower.0)
        .fetch_one(house.db.owner())
        .await
        .unwrap();
    Things {
        colleague,
        forgetful,
        program,
        correction,
        hand_over,
        client,
        gateway,
        token,
        session,
        invitation,
        exception,
        opening,
        applications: [first, second],
    }
}

/// Each door with real ids, in an order in which everything is still there when its own admin comes to it.
fn knocks(house: &Wardlight, it: &Things) -> Vec<(&'static str, Vec<(&'static str, String)>)> {
    let (user, ward, device) = (
        it.colleague.to_string(),
        house.riverbend.ward.to_string(),
        house.riverbend.devices[1].id.to_string(),
    );
    let reader = ("reader", user.clone());
    let act = |name: &str| ("act", name.to_owned());
    let invitation = vec![("invitation", it.invitation.to_string())];
    let of_user = vec![("user", user.clone())];
    let application = |place: usize| ("application", it.applications[place].to_string());
    vec![
        ("/hospital/clients/secret", vec![("client", it.client.to_string())]),
        ("/hospital/clients/revoke", vec![("client", it.client.to_string())]),
        ("/hospital/devices/tokens/revoke", vec![("token", it.token.to_string())]),
        ("/hospital/gateways/token", vec![("gateway", it.gateway.to_string())]),
        (
            "/hospital/gateways/add",
            vec![
                ("gateway", it.gateway.to_string()),
                ("device", house.riverbend.devices[0].id.to_string()),
            ],
        ),
        (
            "/hospital/gateways/remove",
            vec![("gateway", it.gateway.to_string()), ("device", device.clone())],
        ),
        ("/hospital/gateways/end", vec![("gateway", it.gateway.to_string())]),
        ("/hospital/sessions", vec![("session", it.session.clone())]),
        ("/hospital/sessions/programs", vec![("program", it.program.to_string())]),
        ("/hospital/sessions/everywhere", of_user.clone()),
        (
            "/hospital/staff/rename",
            [of_user.clone(), vec![("name", "Somebody Else".into())]].concat(),
        ),
        ("/hospital/staff/factor", vec![("user", it.forgetful.to_string())]),
        (
            "/hospital/staff",
            vec![
                ("name", "A. Njoroge".into()),
                ("email", "njoroge@riverbend.example".into()),
                ("role", "nurse".into()),
                ("ward", ward.clone()),
            ],
        ),
        ("/hospital/emergencies/officer", vec![("officer", user.clone())]),
        ("/hospital/staff/resend", invitation.clone()),
        ("/hospital/staff/withdraw", invitation),
        (
            "/hospital/rights",
            vec![act("end"), ("exception", it.exception.to_string())],
        ),
        (
            "/hospital/duties",
            vec![act("end-duty"), ("person", user.clone()), ("ward", ward.clone())],
        ),
        (
            "/hospital/duties",
            vec![act("begin-duty"), ("person", user.clone()), ("ward", ward)],
        ),
        (
            "/hospital/duties",
            vec![act("take-device"), reader.clone(), ("device", device.clone())],
        ),
        ("/hospital/duties", vec![act("give-device"), reader, ("device", device)]),
        (
            "/devices/hand-over",
            vec![act("end"), ("hand_over", it.hand_over.to_string())],
        ),
        (
            "/hospital/emergencies",
            vec![("opening", it.opening.to_string()), ("verdict", "justified".into())],
        ),
        (
            "/hospital/staff/roles",
            [of_user.clone(), vec![("role", "nurse".into())]].concat(),
        ),
        ("/hospital/staff/inactive", of_user.clone()),
        ("/hospital/staff/active", of_user),
        (
            "/registrations/refuse",
            vec![application(0), ("reason", "no_chart".into())],
        ),
        (
            "/registrations/correction",
            vec![("correction", it.correction.to_string())],
        ),
        (
            "/registrations/confirm",
            vec![application(1), ("patient", house.riverbend.patients[1].to_string())],
        ),
    ]
}

/// All that these doors change, as one word. What is written at every look (sightings, the audit) is left out.
async fn state(house: &Wardlight) -> String {
    let rows = [
        "api_client",
        "api_client_secret",
        "device_token",
        "gateway",
        "gateway_token",
        "gateway_device",
        "staff_invitation",
        "staff_member",
        "role_grant",
        "right_exception",
        "ward_duty",
        "device_duty",
        "care_relation",
        "device_hand_over",
        "patient_application",
        "portal_account",
        "second_factor",
        "token_family",
        "correction_request",
        "hospital_setting",
    ]
    .map(|table| format!("SELECT '{table}' || t::text AS row FROM {table} t"))
    .join(" UNION ALL ");
    // reviewed: names of tables from the list above
    let state = sqlx::AssertSqlSafe(format!(
        "SELECT md5(string_agg(row, '|' ORDER BY row)) FROM (
             {rows}
             UNION ALL SELECT 'session' || encode(id_hash, 'hex') || expires_at FROM browser_session WHERE expires_at > now()
             UNION ALL SELECT 'name' || id || display_name FROM app_user
             UNION ALL SELECT 'opening' || opening_id || coalesce(verdict, '') FROM break_glass_review) AS rows"
    ));
    sqlx::query_scalar(state).fetch_one(house.db.owner()).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn an_admin_of_another_hospital_changes_nothing_with_the_ids_of_this_one() {
    let house = Wardlight::open().await;
    let things = things(&house).await;
    let (_, elsewhere) = house.colleague(house.lakeside.id, Role::HospitalAdmin).await;
    let own = house.sign_in("haddad@riverbend.example").await.unwrap();
    let mut wrong = Vec::new();
    for (path, fields) in knocks(&house, &things) {
        let act = fields.first().map(|(_, value)| value.clone()).unwrap_or_default();
        let before = state(&house).await;
        let refused = knock(&house, &Method::POST, path, &Body::Form(fields.clone()), &elsewhere).await;
        // Not found, or a form that comes back with what to choose.
        if ![303, 404].contains(&refused.status().as_u16()) || state(&house).await != before {
            wrong.push(format!("{path} {act}: {} for an admin elsewhere", refused.status()));
        }
        let done = knock(&house, &Method::POST, path, &Body::Form(fields), &own).await;
        if ![200, 303].contains(&done.status().as_u16()) || state(&house).await == before {
            wrong.push(format!(
                "{path} {act}: {} and no change by its own admin",
                done.status()
            ));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    let doors: std::collections::BTreeSet<String> = knocks(&house, &things)
        .iter()
        .map(|(path, _)| format!("POST {path}"))
        .collect();
    assert_eq!(
        doors,
        WITH_IDS.map(str::to_owned).into(),
        "each door of the list is knocked at"
    );
}
