//! Who is believed: a token, or a name from its own network; and for which machine.

use super::*;

#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_not_known_is_refused_and_leaves_nothing() {
    let at = Wardlight::open().await;
    let token = gateway(&at, "Dialysis unit", &[], &[0]).await;
    let mut line = connect(listen(&at).await).await;
    let (serial, time) = (serial(&at, 0).await, stamp(&at, 0.0));
    let lakeside = at.lakeside.devices[0].token.clone();
    for (who, shown) in [
        ("nobody", ""),
        ("a wrong token", "wlg_0000"),
        ("somebody's name", "CHARRIS"),
        ("a device token that is none", "wld_0000"),
    ] {
        let answer = line.ask(&treatment("MSG-1", shown, &serial, &time)).await.unwrap();
        assert_eq!(verdict(&answer), ("AR".into(), "MSG-1".into()), "{who}");
        assert!(
            answer.contains("|204^Unknown key identifier^HL70357|E|"),
            "{who}: {answer}"
        );
    }
    let kept: i64 = sqlx::query_scalar("SELECT count(*) FROM hl7_message")
        .fetch_one(at.db.owner())
        .await
        .unwrap();
    assert_eq!((kept, at.stored(&at.riverbend.devices[0]).await), (0, 0));

    // A machine that is not on the list, in this hospital or another, is answered alike; and what was refused is kept for the gateway's own.
    let elsewhere: String = sqlx::query_scalar("SELECT serial FROM device WHERE id = $1")
        .bind(at.lakeside.devices[0].id.0)
        .fetch_one(at.db.owner())
        .await
        .unwrap();
    for other in [super::serial(&at, 1).await, elsewhere, "SN-NOWHERE".to_owned()] {
        let answer = line.ask(&treatment("MSG-2", &token, &other, &time)).await.unwrap();
        assert_eq!(verdict(&answer).0, "AE", "{other}");
        assert!(answer.contains("ERR||OBX^1^18|204^"), "{other}: {answer}");
    }
    // A device that shows its own token speaks for itself, whatever it calls itself.
    let answer = line.ask(&treatment("MSG-3", &lakeside, &serial, &time)).await.unwrap();
    assert_eq!(verdict(&answer).0, "AA");
    assert_eq!(
        (
            at.stored(&at.riverbend.devices[0]).await,
            at.stored(&at.lakeside.devices[0]).await
        ),
        (0, 1)
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sender_without_a_token_is_believed_from_its_networks_alone() {
    let at = Wardlight::open().await;
    let here = [
        ("application", "HD_GATEWAY"),
        ("facility", "UNIT 7"),
        ("networks", "10.1.0.0/16, 127.0.0.1"),
    ];
    gateway(&at, "Here", &here, &[0]).await;
    let there = [("application", "FAR_GATEWAY"), ("networks", "10.1.0.0/16")];
    gateway(&at, "There", &there, &[1]).await;
    let mut line = connect(listen(&at).await).await;
    let (first, second, time) = (serial(&at, 0).await, serial(&at, 1).await, stamp(&at, 0.0));
    assert_eq!(asked(&mut line, &treatment("M1", "", &first, &time)).await.0, "AA");
    let other_unit = treatment("M2", "", &first, &time).replace("|UNIT 7|", "|UNIT 8|");
    assert_eq!(asked(&mut line, &other_unit).await.0, "AR");
    let far = treatment("M3", "", &second, &time).replace("HD_GATEWAY", "FAR_GATEWAY");
    assert_eq!(
        asked(&mut line, &far).await.0,
        "AR",
        "from another network nobody is believed"
    );
    // Two that bear the same name from the same place: nobody knows who speaks.
    gateway(&at, "Again", &here, &[]).await;
    assert_eq!(asked(&mut line, &treatment("M4", "", &first, &time)).await.0, "AR");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_gateway_with_one_machine_speaks_for_it_when_nothing_is_named() {
    let at = Wardlight::open().await;
    let token = gateway(&at, "One monitor", &[], &[0]).await;
    let mut line = connect(listen(&at).await).await;
    let time = stamp(&at, 0.0);
    // As some monitors write it: no equipment in the observations, a zone in the times.
    let monitor = format!(
        "MSH|^~\\&|Monitor|KC0000000001G|||{time}|{token}|ORU^R01^ORU_R01|{time}0003|P|2.6||||||UNICODE UTF-8\rPV1||I|^^&10|R\rOBR||||1^MON_PARAM^99XX|||{time}\r\
         OBX||NM|149522^MDC_PULS_RATE^MDC|1.0.0.149522|59|264864^MDC_DIM_BEAT_PER_MIN^MDC|||||F|||{time}\r\
         OBX||NM|150344^MDC_TEMP^MDC|1.2.1.150344|37.0|268192^MDC_DIM_DEGC^MDC|||||F|||{time}\r\
         OBX||NM|188736^MDC_MASS_BODY_ACTUAL^MDC|1.10.1.188736||263875^MDC_DIM_KILO_G^MDC|||||F|||{time}"
    );
    assert_eq!(asked(&mut line, &monitor).await.0, "AA");
    let stored: (f32, f32) = sqlx::query_as("SELECT heart_rate, temperature FROM reading WHERE device_id = $1")
        .bind(at.riverbend.devices[0].id.0)
        .fetch_one(at.db.owner())
        .await
        .unwrap();
    assert_eq!(stored, (59.0, 37.0));
}
