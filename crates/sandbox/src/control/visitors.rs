//! Who may control a sandbox: programs, and pages that come from the sandbox itself.
//!
//! A browser lets any page on the web send requests to addresses of the machine it runs on. The page cannot read the
//! answer, but it could move the clock or reset everything. Browsers say where such a request comes from, and one that
//! comes from elsewhere is refused. Programs such as curl say nothing of the kind and are let in.
//!
//! A page whose own name was pointed at this machine meanwhile passes for one of ours and could read what it asks for. It
//! asks under that name, which is a public one, so requests under public names are refused, whoever sends them.

use std::net::IpAddr;

use axum::extract::Request;
use axum::http::header::{HOST, ORIGIN};
use axum::http::{HeaderMap, Uri};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::problem::Problem;

/// Refuses requests that a page from elsewhere made.
pub(super) async fn turn_away_foreign_pages(request: Request, next: Next) -> Response {
    if is_foreign(request.headers()) {
        let message = "a page from elsewhere asked a browser to send this request; the sandbox answers programs, and pages \
                       of its own address on this machine, under an IP address, localhost or a private name";
        return Problem::forbidden("origin_refused", message).into_response();
    }
    next.run(request).await
}

fn is_foreign(headers: &HeaderMap) -> bool {
    if headers.get(HOST).is_some_and(|host| is_public(&String::from_utf8_lossy(host.as_bytes()))) {
        return true;
    }
    if headers.get("sec-fetch-site").is_some_and(|site| !matches!(site.as_bytes(), b"same-origin" | b"none"))
    {
        return true;
    }
    let Some(origin) = headers.get(ORIGIN) else { return false };
    let Some(origin) = origin.to_str().ok().and_then(|text| text.parse::<Uri>().ok()) else { return true };
    let Some(authority) = origin.authority() else { return true };
    let here = headers.get(HOST).is_some_and(|host| host.as_bytes() == authority.as_str().as_bytes());
    // A name that somebody else's DNS points at this machine makes a foreign page look like one of ours.
    !(here && is_of_this_machine(authority.host()))
}

/// Whether a host, with or without its port, has a name that anybody could have registered.
fn is_public(host: &str) -> bool {
    let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
    let is_private = |name: &str| PRIVATE.iter().any(|zone| name.ends_with(zone));
    name.contains('.') && !is_of_this_machine(name) && !is_private(&name.to_ascii_lowercase())
}

/// Names that nobody can register (RFC 6761, RFC 6762, and what ICANN keeps for private use).
const PRIVATE: [&str; 3] = [".test", ".local", ".internal"];

fn is_of_this_machine(host: &str) -> bool {
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    host == "localhost" || host.ends_with(".localhost") || bare.parse::<IpAddr>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn foreign(headers: &[(&'static str, &'static str)]) -> bool {
        is_foreign(
            &headers.iter().map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap())).collect(),
        )
    }

    #[test]
    fn programs_and_own_pages_are_let_in_and_foreign_pages_are_not() {
        let host = ("host", "127.0.0.1:8080");
        assert!(!foreign(&[host]));
        assert!(!foreign(&[("host", "sandbox:8080")]), "a program in another container");
        assert!(!foreign(&[host, ("origin", "http://127.0.0.1:8080")]));
        assert!(!foreign(&[
            ("host", "localhost:8080"),
            ("origin", "http://localhost:8080"),
            ("sec-fetch-site", "same-origin")
        ]));
        assert!(!foreign(&[("host", "[::1]:8080"), ("origin", "http://[::1]:8080")]));
        assert!(foreign(&[host, ("origin", "http://page.example")]));
        assert!(foreign(&[host, ("origin", "http://127.0.0.1:3000")]), "another server of this machine");
        assert!(foreign(&[host, ("origin", "null")]));
        assert!(foreign(&[host, ("sec-fetch-site", "cross-site")]), "a page that loads an image");
        assert!(
            foreign(&[("host", "page.example:8080"), ("origin", "http://page.example:8080")]),
            "a name pointed here"
        );
        assert!(foreign(&[("origin", "http://127.0.0.1:8080")]));
        assert!(foreign(&[("host", "page.example:8080")]), "a page that reads under a name pointed here");
        assert!(!foreign(&[("host", "sandbox.internal:8080")]) && !foreign(&[("host", "chancery.test")]));
    }
}
