//! The corpus of forgeries: every way we know to make a token that is none of ours look like one. Each is shown to the real router and refused; after each, a
//! good token of the same making is accepted, so that no forgery is refused for a reason that would refuse everybody.
//!
//! To add one: a line in one of the lists. The sources of the forms: RFC 8725 (best practices for JWT), ASVS 5.0 V9, CVE-2015-9235 (`alg` none, HS with a public
//! key), CVE-2018-0114 (a key in the header), CVE-2020-28042 (no signature), CVE-2022-21449 (a signature of zeros), CVE-2026-25537 (`exp` as a text).

mod forge;

use aws_lc_rs::hmac;
use aws_lc_rs::signature::KeyPair;
use uuid::Uuid;

use self::forge::{Forge, LETTERS, base64, message, signed_by, unbase64};
use super::*;

/// Another name for the algorithm, or none; the signature is ours, theirs, or missing.
fn of_algorithm(forge: &Forge) -> Vec<(String, String)> {
    let mut forms = Vec::new();
    for none in ["none", "None", "NONE", "nOnE", "", " none"] {
        let header = forge.alg(&format!(r#""alg":"{none}""#));
        forms.push((
            format!("alg {none:?} without a signature"),
            format!("{}.", message(&header, &forge.claims())),
        ));
        forms.push((
            format!("alg {none:?} with ours"),
            forge.signed(&header, &forge.claims()),
        ));
    }
    for other in [
        "RS256", "PS256", "ES256", "ES384", "HS256", "HS512", "Ed25519", "Ed448", "eddsa", "EDDSA", "EdDSA ",
    ] {
        let header = forge.alg(&format!(r#""alg":"{other}""#));
        forms.push((
            format!("alg {other:?} with our signature"),
            forge.signed(&header, &forge.claims()),
        ));
    }
    for said in [r#""alg":null"#, r#""alg":["EdDSA"]"#, r#""enc":"A256GCM""#] {
        forms.push((
            format!("a header that says {said}"),
            forge.signed(&forge.alg(said), &forge.claims()),
        ));
    }
    let public = forge.ours.public_key().as_ref().to_vec();
    let jwk = format!(r#"{{"kty":"OKP","crv":"Ed25519","x":"{}"}}"#, base64(&public));
    let spelled = base64(&public);
    for key in [
        public.as_slice(),
        spelled.as_bytes(),
        jwk.as_bytes(),
        b"",
        b"secret",
        forge.kid.as_bytes(),
    ] {
        let what = String::from_utf8_lossy(key).chars().take(16).collect::<String>();
        forms.push((
            format!("HS256 with {what:?}"),
            forge.hmac(hmac::HMAC_SHA256, "HS256", key),
        ));
        forms.push((
            format!("EdDSA that is HS256 with {what:?}"),
            forge.hmac(hmac::HMAC_SHA256, "EdDSA", key),
        ));
    }
    forms.push((
        "HS512 with the public key".into(),
        forge.hmac(hmac::HMAC_SHA512, "HS512", &public),
    ));
    forms
}

/// Headers that ask for something, or that are not quite ours.
fn of_header(forge: &Forge) -> Vec<(String, String)> {
    let mut forms = Vec::new();
    let mut say = |header: String| forms.push((header.clone(), forge.signed(&header, &forge.claims())));
    let theirs = base64(forge.theirs.public_key().as_ref());
    let jwk = format!(r#""jwk":{{"kty":"OKP","crv":"Ed25519","x":"{theirs}"}}"#);
    for member in [
        r#""jku":"http://127.0.0.1:9/jwks.json""#,
        r#""jku":"https://evil.example/jwks.json""#,
        r#""x5u":"https://evil.example/cert.pem""#,
        r#""x5c":["AAAA"]"#,
        r#""x5t":"AAAA""#,
        r#""crit":["exp"]"#,
        r#""crit":[]"#,
        r#""crit":["b64"],"b64":false"#,
        r#""b64":false"#,
        r#""zip":"DEF""#,
        r#""cty":"JWT""#,
        r#""url":"https://evil.example""#,
        r#""extra":1"#,
        r#""alg":"none""#,
        r#""kid":"none""#,
        &jwk,
    ] {
        say(forge.beside(member));
    }
    for kind in [
        r#""typ":"JWT""#,
        r#""typ":"AT+JWT""#,
        r#""typ":"application/at+jwt""#,
        r#""typ":"rt+jwt""#,
        r#""typ":null"#,
    ] {
        say(forge.header().replace(r#""typ":"at+jwt""#, kind));
    }
    say(forge.header().replace(r#""typ":"at+jwt","#, ""));
    say(forge.header().replace(&format!(r#","kid":"{}""#, forge.kid), ""));
    for kid in [
        "../../../../dev/null",
        "../../signing_key",
        "' OR '1'='1",
        "x' UNION SELECT '\\\\x00",
        "https://evil.example/key",
        "00000000-0000-0000-0000-000000000000",
        "",
        &forge.kid.to_uppercase(),
        &forge.kid.replace('-', ""),
        &format!("{{{}}}", forge.kid),
        &format!("{}\\u0000", forge.kid),
    ] {
        if kid != forge.kid {
            say(forge.header().replace(&forge.kid, kid));
        }
    }
    say(format!("\u{feff}{}", forge.header()));
    say(format!("[{}]", forge.header()));
    say(format!("{} {{}}", forge.header()));
    // The forger's own key: named by the header, or under our name.
    let own = [
        forge.header(),
        forge.beside(&jwk),
        forge.header().replace(&forge.kid, &Uuid::new_v4().to_string()),
    ];
    for header in own {
        forms.push((
            format!("another key under {header}"),
            signed_by(&forge.theirs, &header, &forge.claims()),
        ));
    }
    forms
}

/// Claims that we would not write, under our own signature.
fn of_claims(forge: &Forge) -> Vec<(String, String)> {
    let mut forms = Vec::new();
    let mut say = |claims: String| forms.push((claims.clone(), forge.signed(&forge.header(), &claims)));
    for name in ["iss", "aud", "sub", "sid", "iat", "nbf", "exp", "jti"] {
        say(forge.claim(name, None));
        for said in ["null", "[]", "{}", "true", r#""""#] {
            say(forge.claim(name, Some(said)));
        }
    }
    let at = |seconds: i64| (forge.now + seconds).to_string();
    let text = |seconds: i64| format!("\"{}\"", forge.now + seconds);
    for (name, said) in [
        ("exp", text(600)),
        ("exp", format!("{}.5", forge.now + 600)),
        ("exp", "1e11".into()),
        ("exp", at(-31)),
        ("exp", at(601)),
        ("exp", at(86_400 * 365)),
        ("exp", "9223372036854775807".into()),
        ("exp", "18446744073709551615".into()),
        ("exp", "-1".into()),
        ("nbf", text(0)),
        ("nbf", at(120)),
        ("iat", text(0)),
        ("iat", at(120)),
        ("iat", at(-86_400)),
        ("iat", "-9223372036854775808".into()),
        ("iss", r#""https://evil.example""#.into()),
        ("iss", r#""Wardlight""#.into()),
        ("iss", r#"["wardlight"]"#.into()),
        ("aud", r#""wardlight""#.into()),
        ("aud", r#"["wardlight-api"]"#.into()),
        ("aud", r#"["wardlight-api","other"]"#.into()),
        ("sub", format!("\"{}\"", Uuid::new_v4())),
        ("sub", format!("\"{}\"", forge.sid)),
        ("sid", format!("\"{}\"", Uuid::new_v4())),
        ("sid", format!("\"{}\"", forge.jti)),
        ("jti", format!("\"{}\"", Uuid::new_v4())),
        ("jti", format!("\"{}\"", forge.sid)),
    ] {
        say(forge.claim(name, Some(&said)));
    }
    for more in [
        r#""roles":["hospital_admin"]"#.to_owned(),
        r#""scope":"patient.read""#.to_owned(),
        r#""admin":true"#.to_owned(),
        format!(r#""exp":{}"#, forge.now + 500),
        format!(r#""sub":"{}""#, forge.sub),
        r#""aud":"other""#.to_owned(),
    ] {
        say(forge.claims().replace('{', &format!("{{{more},")));
        say(forge.claims().replace('}', &format!(",{more}}}")));
    }
    say(format!("[{}]", forge.claims()));
    say(format!("\"{}\"", forge.claims().replace('"', "\\\"")));
    say(String::new());
    say("{}".into());
    say("null".into());
    forms
}

/// The order of the group of Ed25519 (RFC 8032 section 5.1), lowest byte first.
const ORDER: [u8; 32] = [
    0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde, 0x14, 0, 0, 0, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0x10,
];

/// The same signature as another number: S + L proves the same to whoever does not compare it with L.
fn another_spelling(signature: &[u8]) -> Vec<u8> {
    let (mut bytes, mut carry) = (signature.to_vec(), 0_u16);
    for (byte, order) in bytes[32..].iter_mut().zip(ORDER) {
        let sum = u16::from(*byte) + u16::from(order) + carry;
        (*byte, carry) = ((sum & 255) as u8, sum >> 8);
    }
    bytes
}

/// Parts cut, swapped, doubled, and spelled otherwise.
fn of_parts(forge: &Forge, good: &str) -> Vec<(String, String)> {
    let parts: Vec<&str> = good.split('.').collect();
    let (header, claims, signature) = (parts[0], parts[1], parts[2]);
    let bytes = unbase64(signature);
    let flipped = |place: usize| {
        let mut bytes = bytes.clone();
        bytes[place] ^= 1;
        base64(&bytes)
    };
    let others = forge.signed(
        &forge.header(),
        &forge.claim("jti", Some(&format!("\"{}\"", Uuid::new_v4()))),
    );
    let others: Vec<&str> = others.split('.').collect();
    let last = signature.chars().last().unwrap();
    let sibling = char::from(LETTERS[LETTERS.iter().position(|it| char::from(*it) == last).unwrap() ^ 1]);
    let forms = [
        ("nothing", String::new()),
        ("two dots", "..".into()),
        ("no signature", format!("{header}.{claims}.")),
        ("two parts", format!("{header}.{claims}")),
        ("one part", header.to_owned()),
        ("four parts", format!("{good}.{signature}")),
        ("a dot in front", format!(".{good}")),
        ("a dot behind", format!("{good}.")),
        ("no header", format!(".{claims}.{signature}")),
        ("no claims", format!("{header}..{signature}")),
        (
            "a shorter signature",
            format!("{header}.{claims}.{}", &signature[..signature.len() - 4]),
        ),
        ("a longer signature", format!("{header}.{claims}.{signature}AAAA")),
        (
            "half a signature",
            format!("{header}.{claims}.{}", base64(&bytes[..32])),
        ),
        ("zeros", format!("{header}.{claims}.{}", base64(&[0; 64]))),
        ("a bit of R", format!("{header}.{claims}.{}", flipped(0))),
        ("a bit of S", format!("{header}.{claims}.{}", flipped(40))),
        (
            "S and the order",
            format!("{header}.{claims}.{}", base64(&another_spelling(&bytes))),
        ),
        (
            "loose bits at the end",
            format!("{header}.{claims}.{}{sibling}", &signature[..signature.len() - 1]),
        ),
        ("claims of another", format!("{header}.{}.{signature}", others[1])),
        ("signature of another", format!("{header}.{claims}.{}", others[2])),
        ("parts swapped", format!("{claims}.{header}.{signature}")),
        ("padding", format!("{header}=.{claims}==.{signature}==")),
        ("padding behind", format!("{good}==")),
        ("a blank inside", format!("{header}.{claims} .{signature}")),
        ("a blank behind, spelled out", format!("{good}%20")),
        ("a comma and another", format!("{good},{good}")),
        (
            "plain base64",
            format!(
                "{header}.{claims}.{}",
                signature.replace('-', "+").replace('_', "/") + "+/"
            ),
        ),
        (
            "as JSON",
            format!(r#"{{"protected":"{header}","payload":"{claims}","signature":"{signature}"}}"#),
        ),
        (
            "encrypted, it says",
            format!("{header}..{claims}.{signature}.{signature}"),
        ),
        ("very long", format!("{header}.{}.{signature}", "A".repeat(6_000))),
        ("percent", good.replace('.', "%2E")),
    ];
    forms.map(|(what, form)| (what.to_owned(), form)).to_vec()
}

/// Good for something, and no access token.
async fn of_other_kinds(at: &Wardlight, pair: &Pair) -> Vec<(String, String)> {
    let revoked = log_in(at, RAO).await;
    at.client
        .post(at.url("/api/v1/auth/logout"))
        .bearer_auth(&revoked.access)
        .send()
        .await
        .unwrap();
    let parent = log_in(at, RAO).await;
    let killed = refresh(at, &parent.refresh).await.unwrap();
    refresh(at, &parent.refresh).await.unwrap();
    let cookie = at.sign_in(RAO).await.unwrap();
    [
        ("a refresh token", pair.refresh.clone()),
        ("a device's token", at.riverbend.devices[0].token.clone()),
        ("the token of the figures", "figures".to_owned()),
        ("a cookie", cookie.clone()),
        ("a session's id", cookie.split('=').nth(1).unwrap().to_owned()),
        ("a token of a family that was signed out", revoked.access),
        ("a token that was answered and lost", killed.access),
        ("a client's secret", format!("wlc_{}", "0".repeat(64))),
    ]
    .map(|(what, form)| (what.to_owned(), form))
    .to_vec()
}

#[tokio::test(flavor = "multi_thread")]
async fn no_forgery_is_accepted_and_a_good_token_beside_each_is() {
    let at = Wardlight::open().await;
    let pair = log_in(&at, RAO).await;
    assert!(is_in(&at, &pair.access).await);
    let forge = Forge::open(&at, &pair.access).await;
    let good = forge.good();
    let mut forms = of_algorithm(&forge);
    forms.extend(of_header(&forge));
    forms.extend(of_claims(&forge));
    forms.extend(of_parts(&forge, &good));
    forms.extend(of_other_kinds(&at, &pair).await);
    assert!(forms.len() >= 150, "{}", forms.len());
    let mut accepted = Vec::new();
    for (what, form) in &forms {
        let shown = at
            .client
            .get(at.url("/api/v1/auth/me"))
            .header("authorization", format!("Bearer {form}"));
        let status = shown.send().await.unwrap().status();
        if status != StatusCode::UNAUTHORIZED {
            accepted.push(format!("{status}: {what}"));
        }
        assert!(is_in(&at, &good).await, "the control, after {what}");
    }
    assert!(accepted.is_empty(), "of {}:\n{}", forms.len(), accepted.join("\n"));
    assert!(is_in(&at, &pair.access).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_good_token_counts_in_its_place_only() {
    let at = Wardlight::open().await;
    let good = log_in(&at, RAO).await.access;
    let me = at.url("/api/v1/auth/me");
    let get = || at.client.get(&me);
    for (what, request) in [
        ("nothing", get()),
        ("another scheme", get().header("authorization", format!("Basic {good}"))),
        ("no scheme", get().header("authorization", &good)),
        ("two blanks", get().header("authorization", format!("Bearer  {good}"))),
        (
            "two of them",
            get().bearer_auth(&good).header("authorization", "Bearer other"),
        ),
        ("a cookie", get().header("cookie", format!("access_token={good}"))),
        ("the address", at.client.get(format!("{me}?access_token={good}"))),
        ("another header", get().header("x-access-token", &good)),
    ] {
        assert_eq!(
            request.send().await.unwrap().status(),
            StatusCode::UNAUTHORIZED,
            "{what}"
        );
    }
    assert!(is_in(&at, &good).await);
    // Nor is it a device's token, or a refresh token.
    let device = crate::support::TestDevice {
        id: at.riverbend.devices[0].id,
        token: good.clone(),
    };
    let body = json!({ "status": "normal", "firmware": "1.0" });
    assert_eq!(
        at.post_to(&device, "heartbeat", &body).await.status(),
        StatusCode::UNAUTHORIZED
    );
    assert_eq!(refresh(&at, &good).await.unwrap_err(), 401);
}
