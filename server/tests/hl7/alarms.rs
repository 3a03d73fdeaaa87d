//! Rules and alarms run in the transaction of the readings, whatever language they came in; and a machine's own alarms stand until each has ended.

use super::*;

/// Open alarms of a device: kind and priority.
async fn open_alarms(at: &Wardlight, machine: usize) -> Vec<(String, String)> {
    sqlx::query_as("SELECT kind, priority FROM alarm WHERE device_id = $1 AND state IN ('raised', 'acknowledged') ORDER BY kind, priority")
        .bind(at.riverbend.devices[machine].id.0)
        .fetch_all(at.db.owner())
        .await
        .unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_low_saturation_by_hl7_raises_the_alarm_before_it_is_acknowledged() {
    let at = Wardlight::open().await;
    let token = gateway(&at, "Monitors", &[], &[0]).await;
    let mut line = connect(listen(&at).await).await;
    let (serial, time) = (serial(&at, 0).await, stamp(&at, 0.0));
    let low = format!(
        "MSH|^~\\&|MON|{serial}|||{time}|{token}|ORU^R01|M1|P|2.6\rOBR|1||||||{time}\rOBX|1|NM|150456^MDC_PULS_OXIM_SAT_O2^MDC|1|80|262688^MDC_DIM_PERCENT^MDC|||||R"
    );
    assert_eq!(asked(&mut line, &low).await, ("AA".into(), "M1".into()));
    let alarms = open_alarms(&at, 0).await;
    assert_eq!(alarms.len(), 1, "{alarms:?}");
    assert_eq!(alarms[0].0, "limit", "{alarms:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_alarm_of_a_machine_stands_until_the_last_one_has_ended() {
    let at = Wardlight::open().await;
    let token = gateway(&at, "Dialysis unit", &[], &[0]).await;
    let mut line = connect(listen(&at).await).await;
    let serial = serial(&at, 0).await;
    let mut number = 0;
    let mut tell = |event: &str, phase: &str, priority: &str, seconds: f64| {
        number += 1;
        let (time, state) = (stamp(&at, seconds), if phase == "end" { "inactive" } else { "active" });
        format!(
            "MSH|^~\\&|HD|{serial}|||{time}|{token}|ORU^R40^ORU_R40|A{number}|P|2.6\rOBR|1||||||{time}\r\
             OBX|1|CWE|196616^MDC_EVT_ALARM^MDC|1.0.0.0.1|{event}^MDC|||{priority}~ST|||R\r\
             OBX|2|ST|68481^MDC_ATTR_EVENT_PHASE^MDC|1.0.0.0.3|{phase}||||||R\r\
             OBX|3|ST|68482^MDC_ATTR_ALARM_STATE^MDC|1.0.0.0.4|{state}||||||R"
        )
    };
    let leak = "198244^MDC_EVT_HDIALY_BLOOD_LEAK";
    let goal = "198278^MDC_EVT_HDIALY_UF_GOAL_MET";
    let story = [
        (tell(leak, "start", "PH", -8.0), true, vec!["MDC_EVT_HDIALY_BLOOD_LEAK"]),
        (
            tell(goal, "start", "PL", -6.0),
            true,
            vec!["MDC_EVT_HDIALY_BLOOD_LEAK", "MDC_EVT_HDIALY_UF_GOAL_MET"],
        ),
        (tell(leak, "end", "PH", -4.0), true, vec!["MDC_EVT_HDIALY_UF_GOAL_MET"]),
        // Told late: it was over by then.
        (
            tell(leak, "continue", "PH", -5.0),
            true,
            vec!["MDC_EVT_HDIALY_UF_GOAL_MET"],
        ),
        (tell(goal, "end", "PL", -2.0), false, vec![]),
    ];
    for (place, (message, stands, codes)) in story.into_iter().enumerate() {
        let (answer, _) = asked(&mut line, &message).await;
        assert_eq!(answer, "AA", "{place}");
        let machine = open_alarms(&at, 0).await.iter().any(|(kind, _)| kind == "machine");
        assert_eq!(machine, stands, "{place}");
        let shown: Option<Vec<String>> = sqlx::query_scalar(
            "SELECT alarm_codes FROM reading WHERE device_id = $1 ORDER BY taken_at DESC, seq DESC LIMIT 1",
        )
        .bind(at.riverbend.devices[0].id.0)
        .fetch_one(at.db.owner())
        .await
        .unwrap();
        assert_eq!(shown.unwrap_or_default(), codes, "{place}");
    }
}
