use std::sync::PoisonError;

use super::*;
use domain::ids::DeviceId;
use uuid::Uuid;

const SIGN_IN: table::Tries = Route::SignIn.limit();

fn at(seconds: i64) -> Moment {
    Moment(seconds * 1_000_000)
}

fn address(last: u8) -> IpAddr {
    IpAddr::from([203, 0, 113, last])
}

fn throttle() -> Throttle {
    Throttle::new(false)
}

#[test]
fn ten_failures_close_an_account_until_the_first_is_15_minutes_old() {
    let throttle = throttle();
    let take = |login: &str, from, when| throttle.take(Route::SignIn, login, from, at(when));
    for n in 0..SIGN_IN.per_account {
        take("a@b.example", address(n as u8), n as i64).unwrap();
    }
    assert_eq!(take(" A@B.example", address(99), 10).unwrap_err(), Wait(890));
    assert_eq!(take("a@b.example", address(99), 840).unwrap_err(), Wait(60));
    take("a@b.example", address(99), 900).unwrap();
    assert!(
        take("a@b.example", address(99), 900).is_err(),
        "only one of the ten is old enough"
    );
    take("other@b.example", address(99), 10).unwrap();
}

#[test]
fn fifty_failures_close_an_address_for_every_account() {
    let throttle = throttle();
    let take = |login: &str, from| throttle.take(Route::SignIn, login, from, at(0));
    for n in 0..SIGN_IN.per_address {
        take(&format!("{n}@b.example"), address(1)).unwrap();
    }
    assert!(take("new@b.example", address(1)).is_err());
    assert!(take("new@b.example", address(2)).is_ok());
}

#[test]
fn a_right_password_costs_nothing() {
    let throttle = throttle();
    for n in 0..200 {
        let tried = throttle.take(Route::SignIn, "a@b.example", address(1), at(n)).unwrap();
        throttle.forgive(tried);
    }
}

#[test]
fn each_door_has_its_own_count_and_who_names_nobody_counts_by_address_alone() {
    let throttle = throttle();
    for _ in 0..Route::Recovery.limit().per_account {
        throttle
            .take(Route::Recovery, "a@b.example", address(1), at(0))
            .unwrap();
    }
    assert_eq!(
        throttle
            .take(Route::Recovery, "a@b.example", address(2), at(1))
            .unwrap_err(),
        Wait(3_599)
    );
    assert!(throttle.take(Route::SignIn, "a@b.example", address(2), at(1)).is_ok());
    for n in 0..Route::ApiAuth.limit().per_address {
        throttle.take(Route::ApiAuth, "", address(n as u8), at(0)).unwrap();
        throttle.take(Route::ApiAuth, " ", address(200), at(0)).unwrap();
    }
    assert!(throttle.take(Route::ApiAuth, "", address(200), at(0)).is_err());
}

#[test]
fn one_ipv6_network_is_one_address() {
    let throttle = throttle();
    for n in 0..SIGN_IN.per_address {
        let ip = format!("2001:db8::{n:x}").parse().unwrap();
        throttle
            .take(Route::SignIn, &format!("{n}@b.example"), ip, at(0))
            .unwrap();
    }
    let take = |ip: &str| throttle.take(Route::SignIn, "new@b.example", ip.parse().unwrap(), at(0));
    assert!(take("2001:db8::ffff").is_err());
    assert!(take("2001:db8:0:1::1").is_ok());
}

/// Whoever rents a /48 has 65,536 networks to guess from: together they are allowed four times what one is.
#[test]
fn one_ipv6_site_is_slowed_whatever_networks_it_spends() {
    let throttle = throttle();
    let of = |site: u16, network: i64| format!("2001:db8:{site:x}:{network:x}::1").parse::<IpAddr>().unwrap();
    let take = |site, n: i64, when| throttle.take(Route::SignIn, &format!("{n}@{site}.example"), of(site, n), at(when));
    let most = SIGN_IN.per_address as i64 * PER_SITE;
    for n in 0..most {
        take(1, n, 0).unwrap();
    }
    assert!(take(1, most, 0).is_err(), "a fresh network of the same site");
    assert!(take(2, 0, 0).is_ok(), "the next site is not troubled");
    assert!(take(1, most, SIGN_IN.window).is_ok(), "and this one comes back");
    // What was no failure is given back to the site too.
    for n in 0..3 * most {
        let tried = take(3, n, 0).unwrap();
        throttle.forgive(tried);
    }
    let (_, burst) = Pace::Api.limit();
    let passed = (0..burst * PER_SITE + 100).filter(|n| throttle.pass(Pace::Api, of(4, n % 60_000), at(0)).is_ok());
    assert_eq!(passed.count() as i64, burst * PER_SITE);
    assert!(throttle.pass(Pace::Api, of(5, 0), at(0)).is_ok());
}

#[test]
fn a_ward_bursts_and_a_flood_is_slowed_to_its_pace() {
    let throttle = throttle();
    let (rate, burst) = Pace::Page.limit();
    let passed = |from: IpAddr, when: Moment| throttle.pass(Pace::Page, from, when).is_ok();
    // In one second a flood gets what was saved up and what comes in.
    let mut through = 0;
    for n in 0..burst * 2 {
        through += i64::from(passed(address(1), Moment(at(100).0 + n * 1_000_000 / (burst * 2))));
    }
    assert!((burst..=burst + rate).contains(&through), "{through}");
    let waits: Vec<_> = (0..3).map(|_| throttle.pass(Pace::Page, address(1), at(101))).collect();
    assert_eq!(waits[2], Err(Wait(1)));
    assert!(passed(address(2), at(101)), "others are not troubled");
    assert!(passed(address(1), at(102)), "a second later a little is there again");
    // A clock that is set back closes nobody out for longer than an empty bucket.
    assert!(passed(address(2), at(1)));
    let full_again = at(102 + burst / rate + 1);
    for _ in 0..burst {
        assert!(passed(address(1), full_again));
    }
    assert!(!passed(address(1), full_again));
}

#[test]
fn a_device_has_a_pace_of_its_own() {
    let throttle = throttle();
    let (one, other) = (DeviceId(Uuid::from_u128(1)), DeviceId(Uuid::from_u128(2)));
    for _ in 0..Pace::Device.limit().1 {
        throttle.pass_device(one, at(0)).unwrap();
    }
    assert_eq!(throttle.pass_device(one, at(0)), Err(Wait(1)));
    assert_eq!(throttle.pass_device(other, at(0)), Ok(()));
}

#[test]
fn a_server_that_only_its_own_machine_reaches_tells_no_bench_to_wait() {
    let alone = Throttle::new(true);
    for _ in 0..50 * Pace::Page.limit().1 {
        alone.pass(Pace::Page, address(1), at(0)).unwrap();
    }
}

/// R15: a million distinct addresses and accounts at every door, then each that is remembered filled to its brim, and the whole holds 32 MiB at the most.
#[test]
fn a_million_keys_take_32_mebibytes_at_the_most() {
    const MOST: usize = 32 * 1024 * 1024;
    let throttle = throttle();
    for n in 0..1_000_000_u32 {
        let (from, now) = (IpAddr::from(n.to_be_bytes()), at(i64::from(n / 10_000)));
        let route = Route::ALL[n as usize % Route::ALL.len()];
        drop(throttle.take(route, &format!("{n}@b.example"), from, now));
        for pace in Pace::ALL {
            throttle.pass(pace, from, now).unwrap();
        }
    }
    assert!(throttle.bytes() <= MOST, "{}", throttle.bytes());
    for route in Route::ALL {
        let limit = route.limit();
        let mut windows = throttle.tries[route as usize]
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        windows.accounts = Window::new(limit.per_account, limit.window, limit.remembered);
        windows.addresses = Window::new(limit.per_address, limit.window, limit.remembered);
        for n in 0..limit.remembered as u128 {
            for _ in 0..limit.per_account {
                windows.accounts.add(n.to_be_bytes(), 100);
            }
            for _ in 0..limit.per_address {
                windows.addresses.add(n.to_be_bytes(), 100);
            }
        }
        assert!(windows.accounts.len() >= limit.remembered);
    }
    let full = throttle.bytes();
    assert!((MOST / 4..=MOST).contains(&full), "{full}");
}

#[test]
fn memory_is_bounded_and_comes_back() {
    let throttle = throttle();
    for n in 0..SIGN_IN.remembered as u32 + 100 {
        let taken = throttle.take(
            Route::SignIn,
            &format!("{n}@b.example"),
            IpAddr::from(n.to_be_bytes()),
            at(0),
        );
        assert!(taken.is_ok(), "{n}: a full memory shuts nobody out");
        assert!(throttle.of(Route::SignIn).accounts.len() <= SIGN_IN.remembered);
    }
    assert!(
        throttle
            .take(Route::SignIn, "new@b.example", address(1), at(901))
            .is_ok()
    );
    assert_eq!(throttle.of(Route::SignIn).accounts.len(), 1);
}

/// Somebody fills the memory from four hundred rented networks while they guess at Dr Rao.
#[test]
fn a_full_memory_forgets_strangers_and_not_who_was_guessed_at() {
    let throttle = throttle();
    let guess = |n: u32| {
        throttle.take(
            Route::SignIn,
            "rao@b.example",
            IpAddr::from((n << 8).to_be_bytes()),
            at(0),
        )
    };
    for n in 0..SIGN_IN.per_account as u32 {
        guess(n).unwrap();
    }
    for n in 0..3 * SIGN_IN.remembered as u32 {
        let network = IpAddr::from((1_000 + n / 40).to_be_bytes());
        drop(throttle.take(Route::SignIn, &format!("{n}@b.example"), network, at(1)));
    }
    assert!(guess(99).is_err(), "her ten are not forgotten");
    let achieng = throttle.take(Route::SignIn, "achieng@b.example", address(7), at(2));
    assert!(achieng.is_ok(), "and the house signs in");
}

/// The document says what the code does.
#[test]
fn the_document_names_every_limit_with_its_figures() {
    let document = include_str!("../../docs/limits.md");
    for route in Route::ALL {
        let (name, limit, why) = route.facts();
        let row = format!(
            "| {name} | {} | {} | {} min | {why} |",
            limit.per_account,
            limit.per_address,
            limit.window / 60
        );
        assert!(document.contains(&row), "server/docs/limits.md lacks the row\n{row}");
    }
    let accounts = include_str!("../../docs/accounts.md");
    for route in [Route::Recovery, Route::Registration] {
        let limit = route.limit();
        let said = format!(
            "{} mails to one mailbox and {} forms from one network in {} minutes",
            limit.per_account,
            limit.per_address,
            limit.window / 60
        );
        assert!(accounts.contains(&said), "server/docs/accounts.md lacks\n{said}");
    }
    for pace in Pace::ALL {
        let (name, (rate, burst), why) = pace.facts();
        let row = format!("| {name} | {rate} | {burst} | {why} |");
        assert!(document.contains(&row), "server/docs/limits.md lacks the row\n{row}");
    }
}
