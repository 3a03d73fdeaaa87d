//! Cookies, written by hand where tower-sessions does not: always `__Host-` (so Secure, Path=/ and no Domain), HttpOnly, SameSite=Lax.
//! Browsers accept Secure cookies on loopback without TLS.

use http::{HeaderMap, HeaderValue, header};

/// The value of the cookie `name`, when the request brought it once. A cookie that comes twice was planted: it counts as none.
pub fn read<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let lines = headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|line| line.to_str().ok());
    let mut found = lines
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .filter(|(key, _)| *key == name);
    let (_, value) = found.next()?;
    found.next().is_none().then_some(value)
}

/// Every cookie of the request but those called `name`, as one line.
pub fn without(headers: &HeaderMap, name: &str) -> String {
    let lines = headers.get_all(header::COOKIE).iter();
    let pairs = lines
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(';'))
        .map(str::trim);
    let others: Vec<&str> = pairs
        .filter(|pair| pair.split_once('=').is_none_or(|(key, _)| key != name))
        .collect();
    others.join("; ")
}

/// Sets `name` until the browser closes, or for `seconds`.
pub fn set(headers: &mut HeaderMap, name: &str, value: &str, seconds: Option<u32>) {
    let age = seconds.map_or(String::new(), |seconds| format!("; Max-Age={seconds}"));
    append(
        headers,
        &format!("{name}={value}; Path=/; Secure; HttpOnly; SameSite=Lax{age}"),
    );
}

/// Sets a choice of the reader that a script of the page may change too (`public/page.js`), for a year. It lets nobody in and names nobody.
pub fn set_open(headers: &mut HeaderMap, name: &str, value: &str) {
    append(
        headers,
        &format!("{name}={value}; Path=/; Max-Age=31536000; SameSite=Lax; Secure"),
    );
}

/// Takes `name` away. (A removal without `Secure` is ignored for a `__Host-` name.)
pub fn remove(headers: &mut HeaderMap, name: &str) {
    set(headers, name, "", Some(0));
}

fn append(headers: &mut HeaderMap, cookie: &str) {
    match HeaderValue::try_from(cookie) {
        Ok(value) => drop(headers.append(header::SET_COOKIE, value)),
        Err(_) => tracing::error!("a cookie could not be written"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cookie_is_found_by_its_whole_name_and_only_once() {
        let mut headers = HeaderMap::new();
        headers.insert(
            header::COOKIE,
            "a=1; __Host-wl_staff=abc; __Host-wl_staff2=no; b=2; b=3"
                .parse()
                .unwrap(),
        );
        assert_eq!(read(&headers, "__Host-wl_staff"), Some("abc"));
        assert_eq!(read(&headers, "b"), None, "twice is none");
        assert_eq!(read(&headers, "c"), None);
    }

    #[test]
    fn every_cookie_is_closed_to_scripts_and_other_sites() {
        let mut headers = HeaderMap::new();
        set(&mut headers, "__Host-wl_staff", "abc", None);
        remove(&mut headers, "__Host-wl_staff");
        let written: Vec<&str> = headers
            .get_all(header::SET_COOKIE)
            .iter()
            .map(|it| it.to_str().unwrap())
            .collect();
        assert_eq!(
            written,
            [
                "__Host-wl_staff=abc; Path=/; Secure; HttpOnly; SameSite=Lax",
                "__Host-wl_staff=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0",
            ]
        );
    }
}
