//! What a client makes of its secret, anew each hour.

use engine::model::{Instant, Secret};
use sha1::{Digest as _, Sha1};
use subtle::ConstantTimeEq as _;

use crate::times;

/// Whether a token was made by `user` of a secret, in the hour that one of these moments has in Prague or the one before
/// or after it: clocks differ, and one client in use has an hour of its own in summer. The hour may have one digit or
/// two; both are in use.
///
/// The token is the SHA-1, in hexadecimal, of the user, the SHA-1 of the secret and the hour, one behind the other.
pub(crate) fn fits(token: &str, user: &str, secret: &Secret, moments: &[Instant]) -> bool {
    let token = token.trim().to_ascii_lowercase();
    let inner = hex::encode(Sha1::digest(secret.expose().as_bytes()));
    let mut fits = subtle::Choice::from(0);
    // All are computed, whichever fits, so that the time tells nothing.
    let hours = moments.iter().flat_map(|moment| [-1, 0, 1].map(|hours| moment.plus_millis(hours * HOUR)));
    for hour in hours.map(times::hour_in_prague) {
        for hour in [format!("{hour:02}"), hour.to_string()] {
            let made = hex::encode(Sha1::digest(format!("{user}{inner}{hour}").as_bytes()));
            fits |= made.as_bytes().ct_eq(token.as_bytes());
        }
    }
    fits.into()
}

/// In milliseconds.
const HOUR: i64 = 60 * 60 * 1000;

#[cfg(test)]
mod tests {
    use super::*;

    /// The example of the manual: made between 11:00 and 11:59 in Prague.
    const TOKEN: &str = "ac28237e80e68efa3bfd07f42dca3d41c5986e01";

    fn fits_at(moment: &str) -> bool {
        fits(TOKEN, "tester", &Secret::new("123456"), &[Instant::parse(moment).unwrap()])
    }

    #[test]
    fn a_token_is_good_in_its_hour_and_those_beside_it() {
        assert!(fits_at("2026-01-15T10:30:00Z"), "winter: Prague is an hour ahead");
        assert!(fits_at("2026-07-15T09:30:00Z"), "summer: it is two");
        assert!(fits_at("2026-01-15T09:00:00Z") && fits_at("2026-01-15T11:59:59Z"));
        assert!(!fits_at("2026-01-15T08:59:59Z") && !fits_at("2026-01-15T12:00:00Z"));
    }

    #[test]
    fn the_nights_on_which_clocks_change_are_hours_of_prague_too() {
        let token = |hour: &str| {
            let inner = hex::encode(Sha1::digest(b"123456"));
            hex::encode(Sha1::digest(format!("tester{inner}{hour}").as_bytes()))
        };
        let good = |hour: &str, moment: &str| {
            fits(&token(hour), "tester", &Secret::new("123456"), &[Instant::parse(moment).unwrap()])
        };
        // 29 March 2026: 01:59 is followed by 03:00, so there is no hour 02.
        assert!(good("01", "2026-03-29T00:30:00Z") && good("03", "2026-03-29T01:30:00Z"));
        assert!(!good("02", "2026-03-29T00:30:00Z") && !good("02", "2026-03-29T01:30:00Z"));
        assert!(good("04", "2026-03-29T01:30:00Z") && good("01", "2026-03-29T01:30:00Z"), "its neighbours");
        // 25 October 2026: the hour 02 comes twice.
        assert!(good("02", "2026-10-25T00:30:00Z") && good("02", "2026-10-25T01:30:00Z"));
        assert!(good("01", "2026-10-25T00:30:00Z") && !good("01", "2026-10-25T01:30:00Z"));
    }

    #[test]
    fn an_hour_of_one_digit_is_good_too() {
        let inner = hex::encode(Sha1::digest(b"123456"));
        let token = hex::encode(Sha1::digest(format!("tester{inner}7").as_bytes()));
        let at =
            |moment: &str| fits(&token, "tester", &Secret::new("123456"), &[Instant::parse(moment).unwrap()]);
        assert!(at("2026-01-15T06:30:00Z") && !at("2026-01-15T16:30:00Z"));
    }

    #[test]
    fn nothing_else_is() {
        let now = &[Instant::parse("2026-01-15T10:30:00Z").unwrap()];
        for token in ["", "ac28237e80e68efa3bfd07f42dca3d41c5986e0", &TOKEN.replace('a', "b"), "\u{e1}"] {
            assert!(!fits(token, "tester", &Secret::new("123456"), now), "{token:?}");
        }
        assert!(fits(&TOKEN.to_uppercase(), "tester", &Secret::new("123456"), now));
        assert!(!fits(TOKEN, "Tester", &Secret::new("123456"), now));
        assert!(!fits(TOKEN, "tester", &Secret::new("1234567"), now));
    }
}
