use std::collections::HashSet;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::sync::Arc;

use domain::ids::PatientId;
use secrecy::SecretString;
use uuid::Uuid;

use super::cipher::random;
use super::master::{OF_TESTS, written};
use super::*;

const AMARA: PatientId = PatientId(Uuid::from_u128(0xc1));
const JOSEPH: PatientId = PatientId(Uuid::from_u128(0xc2));

fn place() -> Place {
    Place::new("app_user", "email", Uuid::from_u128(0xb1)).of(AMARA)
}

/// The keys that follow from the secret 0x40, 0x41 … 0x5f.
fn known() -> Keys {
    let secret = Secret::new(std::array::from_fn(|at| 0x40 + at as u8));
    Keys::with(Arc::new(LocalKeys::of(MasterKey::single(OF_TESTS))), &secret).unwrap()
}

fn bytes(hex: &str) -> Vec<u8> {
    let digits = |at: usize| u8::from_str_radix(&hex[at..at + 2], 16).unwrap();
    (0..hex.len()).step_by(2).map(digits).collect()
}

/// Reckoned with another library (Python's `cryptography` 48: HKDF, AESGCM, and its own HMAC).
mod known_answers {
    use super::*;

    #[test]
    fn a_derived_key_is_hkdf_of_the_secret() {
        assert_eq!(
            known().derive("audit chain").to_vec(),
            bytes("77eb2593e4ae91ef1d0386fb53d742222bacd304c90ea27c03e2bb347bd65f04")
        );
    }

    #[test]
    fn what_another_program_sealed_opens() {
        let sealed = bytes(
            "0100000001000102030405060708090a0b2ab87328b8bc31197da3e229c430457da0068abb5b31479990ea6ca5f0ca91859a2dbce5",
        );
        assert_eq!(*known().open(&place(), &sealed).unwrap(), b"amara@okafor.example");
    }

    #[test]
    fn a_blind_index_is_an_hmac_of_what_it_is_and_the_value() {
        assert_eq!(
            known().blind("app_user.email", "amara@okafor.example"),
            bytes("e6576b93bde94c2268967b38d5043e82af8c6c776e64fc47e3b2d2c3272dd9fb")
        );
    }

    /// Test case 16 of "The Galois/Counter Mode of Operation" (McGrew and Viega, 2004), the paper that NIST SP 800-38D follows.
    #[test]
    fn the_cipher_is_aes_256_gcm() {
        use aws_lc_rs::aead::{AES_256_GCM, Aad, Nonce, RandomizedNonceKey};
        let key = bytes("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308");
        let mut body = bytes(
            "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662\
             76fc6ece0f4e1768cddf8853bb2d551b",
        );
        let nonce = Nonce::try_assume_unique_for_key(&bytes("cafebabefacedbaddecaf888")).unwrap();
        let plain = RandomizedNonceKey::new(&AES_256_GCM, &key)
            .unwrap()
            .open_in_place(
                nonce,
                Aad::from(bytes("feedfacedeadbeeffeedfacedeadbeefabaddad2")),
                &mut body,
            )
            .unwrap()
            .to_vec();
        assert!(plain.starts_with(&bytes("d9313225f88406e5a55909c5aff5269a")));
        assert_eq!(plain.len(), 60);
    }
}

#[test]
fn what_was_sealed_opens_in_its_place_and_nowhere_else() {
    let keys = known();
    let sealed = keys.seal(&place(), b"+254700000001").unwrap();
    assert_eq!(*keys.open(&place(), &sealed).unwrap(), b"+254700000001");
    let elsewhere = [
        Place {
            table: "patient",
            ..place()
        },
        Place {
            column: "phone",
            ..place()
        },
        Place {
            row: Uuid::from_u128(0xb2),
            ..place()
        },
        place().of(JOSEPH),
        Place {
            patient: None,
            ..place()
        },
        // The same letters, cut at another place.
        Place {
            table: "app_use",
            column: "remail",
            ..place()
        },
        Place {
            table: "app_useremail",
            column: "",
            ..place()
        },
    ];
    for other in elsewhere {
        assert!(keys.open(&other, &sealed).is_err(), "{other:?}");
    }
}

#[test]
fn a_changed_bit_anywhere_does_not_open_and_neither_does_a_cut_text() {
    let keys = known();
    let sealed = keys.seal(&place(), b"amara").unwrap();
    for bit in 0..sealed.len() * 8 {
        let mut changed = sealed.clone();
        changed[bit / 8] ^= 1 << (bit % 8);
        assert!(keys.open(&place(), &changed).is_err(), "bit {bit}");
    }
    for length in 0..sealed.len() {
        assert!(keys.open(&place(), &sealed[..length]).is_err(), "{length} bytes");
    }
    assert!(
        keys.open(&place(), &[&sealed[..], &[0]].concat()).is_err(),
        "a byte more"
    );
}

/// The version is bound too, so an old value cannot be passed off as one of a newer key.
#[test]
fn the_version_of_the_key_is_bound() {
    let secret = random().unwrap();
    let (first, second) = (Cipher::new(&secret, 1).unwrap(), Cipher::new(&secret, 2).unwrap());
    let mut sealed = first.seal([b"x".as_slice()], b"plain").unwrap();
    assert!(second.open([b"x".as_slice()], &sealed).is_err());
    sealed[4] = 2;
    assert!(
        second.open([b"x".as_slice()], &sealed).is_err(),
        "the version in the header was changed"
    );
}

#[test]
fn another_house_opens_nothing() {
    let sealed = known().seal(&place(), b"amara").unwrap();
    assert!(Keys::for_tests().open(&place(), &sealed).is_err());
    assert_ne!(known().derive("audit chain"), Keys::for_tests().derive("audit chain"));
    assert_ne!(known().blind("a", "b"), Keys::for_tests().blind("a", "b"));
}

#[test]
fn labels_and_kinds_are_told_apart() {
    let keys = known();
    assert_ne!(keys.derive("a"), keys.derive("b"));
    assert_ne!(keys.blind("phone", "1"), keys.blind("national id", "1"));
    assert_ne!(keys.blind("a", "bc"), keys.blind("ab", "c"));
    assert_eq!(keys.blind("phone", "1"), keys.blind("phone", "1"));
}

/// Chance of two equal nonces among a million random ones: under 10^-16.
#[test]
fn a_million_seals_have_a_million_nonces() {
    const SEALS: usize = 1_000_000;
    let cipher = Cipher::new(&random().unwrap(), 1).unwrap();
    let mut nonces = HashSet::with_capacity(SEALS);
    for _ in 0..SEALS {
        let sealed = cipher.seal([], b"").unwrap();
        nonces.insert(<[u8; 12]>::try_from(&sealed[5..17]).unwrap());
    }
    assert_eq!(nonces.len(), SEALS);
}

#[test]
fn nothing_of_a_key_is_shown() {
    let text = format!(
        "{:?} {:?} {:?}",
        known(),
        known().0.fields,
        LocalKeys::of(MasterKey::single([0xab; 32]))
    );
    assert!(!text.contains("171") && !text.contains("ab, ab"), "{text}");
}

/// A folder of one test, gone with it.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("wardlight-keys-{name}-{}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    /// A key file that only we can read.
    fn write(&self, name: &str, text: &str) -> PathBuf {
        let path = self.0.join(name);
        fs::write(&path, text).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();
        path
    }

    fn setting(&self) -> KeySetting {
        KeySetting {
            data_dir: self.0.clone(),
            ..KeySetting::default()
        }
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).unwrap();
    }
}

#[test]
fn a_key_that_others_can_read_is_refused_and_the_sentence_mends_it() {
    let folder = Folder::new("open");
    let file = folder.write("key", &written(1, &random().unwrap()));
    let setting = KeySetting {
        file: Some(file.clone()),
        ..folder.setting()
    };
    assert!(setting.open(Purpose::Serve).is_ok());
    for mode in [0o640, 0o604, 0o660, 0o644, 0o610] {
        fs::set_permissions(&file, fs::Permissions::from_mode(mode)).unwrap();
        let refusal = setting.open(Purpose::Serve).unwrap_err().to_string();
        assert!(
            refusal.contains(&format!("chmod 600 {}", file.display())),
            "{mode:o}: {refusal}"
        );
    }
}

#[test]
fn only_the_demo_makes_a_key_and_no_hospital_takes_it() {
    let folder = Folder::new("demo");
    let setting = folder.setting();
    for purpose in [Purpose::Serve, Purpose::Command] {
        assert!(matches!(setting.open(purpose), Err(KeyError::Missing)), "{purpose:?}");
    }
    let (first, made) = setting.open(Purpose::Demo).unwrap();
    let made = made.expect("a file that was made");
    assert_eq!(fs::metadata(&made).unwrap().permissions().mode() & 0o777, 0o600);
    let (again, made_again) = setting.open(Purpose::Demo).unwrap();
    assert!(made_again.is_none() && again.master().shares_a_version_with(&first.master()));
    assert!(setting.open(Purpose::Command).is_ok());
    assert!(matches!(setting.open(Purpose::Serve), Err(KeyError::Missing)));
    let copied = KeySetting {
        text: Some(SecretString::from(fs::read_to_string(&made).unwrap())),
        ..setting.clone()
    };
    assert!(matches!(copied.open(Purpose::Serve), Err(KeyError::Demo)));
    let both = KeySetting {
        file: Some(made),
        ..copied
    };
    assert!(matches!(both.open(Purpose::Serve), Err(KeyError::Both)));
}

#[test]
fn the_key_of_the_tests_serves_nobody() {
    let setting = KeySetting {
        text: Some(SecretString::from(written(1, &OF_TESTS).as_str())),
        ..Folder::new("tests").setting()
    };
    assert!(matches!(setting.open(Purpose::Serve), Err(KeyError::Weak(1, _))));
}

#[tokio::test]
async fn a_new_version_in_the_file_is_used_without_a_restart() {
    let folder = Folder::new("versions");
    let (old, new) = (random().unwrap(), random().unwrap());
    let file = folder.write("key", &written(1, &old));
    let service = LocalKeys::of_file(&file).unwrap();
    let key = random().unwrap();
    let first = service.wrap(b"amara", &key).await.unwrap();
    folder.write("key", &format!("{}{}", *written(1, &old), *written(2, &new)));
    let second = service.wrap(b"amara", &key).await.unwrap();
    assert_eq!((first.under, second.under, service.current().await.unwrap()), (1, 2, 2));
    for wrapped in [&first, &second] {
        assert_eq!(service.unwrap(b"amara", wrapped).await.unwrap(), key);
        assert!(
            service.unwrap(b"joseph", wrapped).await.is_err(),
            "bound to its context"
        );
    }
    folder.write("key", "half a li");
    assert_eq!(
        service.current().await.unwrap(),
        2,
        "a file that is no key changes nothing"
    );
    folder.write("key", &written(2, &new));
    assert!(service.unwrap(b"amara", &second).await.is_ok());
    assert!(service.unwrap(b"amara", &first).await.is_err(), "its version is gone");
}
