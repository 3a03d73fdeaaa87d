//! People of a test: who signs in, who is new, and who was told.

use domain::actor::Role;
use domain::identity::Level;
use domain::ids::{HospitalId, PatientId, UserId};
use hospital::identity::Realm;
use hospital::identity::sessions::Opening;
use server::sessions::Store;
use uuid::Uuid;

use super::{PASSWORD, Wardlight, blind};

impl Wardlight {
    /// Signs in and answers the cookies as one header value; `None` when refused.
    pub async fn sign_in(&self, email: &str) -> Option<String> {
        let form = [("login", email), ("password", PASSWORD), ("next", "")];
        let answer = self
            .client
            .post(self.url("/sign-in"))
            .header("origin", format!("http://{}", self.addr))
            .header("sec-fetch-site", "same-origin")
            .form(&form)
            .send()
            .await
            .expect("an answer");
        let cookies: Vec<String> = answer
            .headers()
            .get_all("set-cookie")
            .iter()
            .filter_map(|value| value.to_str().ok())
            .filter(|value| value.contains("wl_staff") || value.contains("wl_portal"))
            .filter_map(|value| value.split(';').next().map(str::to_owned))
            .filter(|pair| !pair.ends_with('='))
            .collect();
        (!cookies.is_empty()).then(|| cookies.join("; "))
    }

    /// The account of this e-mail address.
    pub async fn user(&self, email: &str) -> UserId {
        let id = sqlx::query_scalar("SELECT id FROM app_user WHERE email_blind = $1").bind(blind(email));
        UserId(id.fetch_one(self.db.owner()).await.expect("an account"))
    }

    /// Who was told something of this kind, the first first.
    pub async fn told(&self, kind: &str) -> Vec<Uuid> {
        sqlx::query_scalar("SELECT user_id FROM notice WHERE kind = $1 ORDER BY id")
            .bind(kind)
            .fetch_all(self.db.owner())
            .await
            .unwrap()
    }

    /// Somebody new who works in a hospital as `role`, with a session of their own, opened without a password: their account and cookie.
    pub async fn colleague(&self, hospital: HospitalId, role: Role) -> (UserId, String) {
        let user = UserId(Uuid::now_v7());
        let email = self.sealed_email(user.0, &format!("{user}@test.example"));
        let account = format!(
            "INSERT INTO app_user (id, email_sealed, email_blind, display_name, password_hash) VALUES ('{user}', {email}, 'A colleague', '$argon2id$none')"
        );
        sqlx::query(sqlx::AssertSqlSafe(account))
            .execute(self.db.owner())
            .await
            .expect("an account");
        sqlx::query("INSERT INTO role_grant (user_id, hospital_id, role) VALUES ($1, $2, $3)")
            .bind(user.0)
            .bind(hospital.0)
            .bind(role.name())
            .execute(self.db.owner())
            .await
            .expect("a role");
        let cookie = self.session(Realm::Staff, user, hospital, None).await;
        (user, cookie)
    }

    /// Puts somebody on call for the house, day and night, in this rank.
    pub async fn is_on_call(&self, hospital: HospitalId, who: UserId, rank: i16) {
        sqlx::query(
            "INSERT INTO on_call_shift (id, hospital_id, rank, user_id, weekday, from_minute, minutes, made_by, during)
             SELECT gen_random_uuid(), $1, $3, $2, day, 0, 1440, $2, tstzrange(now() - interval '1 hour', NULL) FROM generate_series(1, 7) AS day",
        )
        .bind(hospital.0)
        .bind(who.0)
        .bind(rank)
        .execute(self.db.owner())
        .await
        .expect("on call");
    }

    /// Opens the portal to a patient who has no account, and signs them in.
    pub async fn in_the_portal(&self, patient: Uuid, hospital: HospitalId, name: &str) -> String {
        let user = UserId(Uuid::now_v7());
        let email = self.sealed_email(user.0, &format!("{user}@test.example"));
        // reviewed: our own statements, with ids made by the test
        let script = format!(
            "INSERT INTO app_user (id, email_sealed, email_blind, display_name, password_hash) VALUES ('{user}', {email}, '{name}', '$argon2id$none');
             INSERT INTO portal_account (user_id, patient_id, hospital_id) VALUES ('{user}', '{patient}', '{hospital}')"
        );
        sqlx::raw_sql(sqlx::AssertSqlSafe(script))
            .execute(self.db.owner())
            .await
            .unwrap();
        let whose = Some((PatientId(patient), false));
        self.session(Realm::Portal, user, hospital, whose).await
    }

    /// The cookie of a new session; in the portal of `patient`'s record, theirs or that of somebody they care for.
    pub async fn session(
        &self,
        realm: Realm,
        user: UserId,
        hospital: HospitalId,
        patient: Option<(PatientId, bool)>,
    ) -> String {
        let opening = Opening {
            user,
            hospital,
            patient: patient.map(|(patient, _)| patient),
            is_proxy: patient.is_some_and(|(_, is_proxy)| is_proxy),
            shared: false,
            level: Level::Password,
            device: "a test".into(),
            address: "127.0.0.1".into(),
            proofs: 0,
        };
        let id = Store::new(self.house.clone(), realm)
            .begin(&opening)
            .await
            .expect("a session");
        format!("{}={id}", realm.cookie())
    }
}
