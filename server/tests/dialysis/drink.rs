//! What may be drunk until the next session, as the portal tells it in each language: in all within a day, and no number where nothing is left.

use super::{Chair, run};
use crate::support::door::page;

impl Chair {
    /// He is booked again, so many hours after the end, for so many minutes.
    pub(super) async fn comes_again(&self, hours: i64, minutes: i64) {
        run(
            &self.at,
            format!(
                "INSERT INTO dialysis_session (id, patient_id, hospital_id, station_id, planned, minutes, booked_at, booked_by)
                 SELECT gen_random_uuid(), s.patient_id, s.hospital_id, s.station_id, tstzrange(e.at + interval '{hours} hours', e.at + interval '{until} hours'), {minutes}, now(), s.booked_by
                   FROM dialysis_session s JOIN session_ended e ON e.session_id = s.id WHERE s.id = '{}'",
                self.session,
                until = hours + 5,
            ),
        )
        .await;
    }
}

/// He goes home after an hour with this weight and so much taken, and comes again after `hours` for so many minutes; answers who reads it in the portal.
async fn goes_home(unit: &Chair, (weight, removed): (&'static str, &'static str), hours: i64, minutes: i64) -> String {
    let (doctor, nurse) = (unit.doctor().await, unit.nurse().await);
    unit.start(&doctor, &nurse).await;
    unit.at.later(3_600);
    let nurse = unit.nurse().await;
    unit.at_the_chair(&nurse, &[("act", "end")]).await;
    unit.after(&nurse, &[("weight", weight), ("uf_removed", removed)]).await;
    unit.comes_again(hours, minutes).await;
    unit.at.in_the_portal(unit.mwangi, unit.hospital, "Joseph Mwangi").await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_may_be_drunk_within_a_day_is_told_in_all() {
    let unit = Chair::open().await;
    // 10 mL/kg/h × 4 h × 72.5 kg = 2 900 mL are all that the next session can take: twelve hours are no half of a day of 5.8 L.
    let mwangi = goes_home(&unit, ("72.5", "2400"), 12, 240).await;
    for (tag, said, never) in [
        ("en", "About 2.9 litres in all until your next session.", "litres a day"),
        (
            "fr",
            "litres en tout jusqu’à votre prochaine séance.",
            "litres par jour",
        ),
        ("ar", "لتر إجمالًا حتى جلستك القادمة.", "لتر في اليوم"),
    ] {
        for path in ["/my/dialysis", "/my"] {
            let mine = page(&unit.at, path, &format!("{mwangi}; wl_lang={tag}"), &[]).await;
            assert!(mine.contains(said) && !mine.contains(never), "{tag} {path}: {mine}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_went_home_with_all_that_can_be_taken_is_told_no_number_but_whom_to_call() {
    let unit = Chair::open().await;
    // 10 mL/kg/h × 2 h × 72.5 kg = 1 450 mL, and 2.3 kg were left.
    let mwangi = goes_home(&unit, ("74.8", "100"), 48, 120).await;
    for (tag, said, never) in [
        (
            "en",
            "There is still fluid above your weight to reach. Drink little, and call the unit before your next session.",
            ["litres a day", "litres in all"],
        ),
        (
            "fr",
            "Il reste du liquide au-dessus de votre poids à atteindre. Buvez peu et appelez l’unité",
            ["litres par jour", "litres en tout"],
        ),
        (
            "ar",
            "اشرب القليل واتصل بالوحدة قبل جلستك القادمة.",
            ["لتر في اليوم", "لتر إجمالًا"],
        ),
    ] {
        for path in ["/my/dialysis", "/my"] {
            let mine = page(&unit.at, path, &format!("{mwangi}; wl_lang={tag}"), &[]).await;
            assert!(mine.contains(said), "{tag} {path}: {mine}");
            assert!(never.iter().all(|words| !mine.contains(words)), "{tag} {path}: {mine}");
        }
    }
}
