//! One-time passwords by the clock (TOTP, RFC 6238): six digits of HMAC-SHA-1, another every half minute, as every
//! authenticator makes them.

use std::fmt;

use data_encoding::BASE32_NOPAD;
use hmac::{Hmac, KeyInit as _, Mac};
use sha1::Sha1;
use subtle::ConstantTimeEq as _;
use zeroize::Zeroizing;

use super::{Instant, Secret};
use crate::ports::Entropy;

/// The key that somebody's authenticator has. It does not print.
#[derive(Clone)]
pub struct OneTimeKey(Zeroizing<Vec<u8>>);

impl OneTimeKey {
    /// For how long a code is made, in milliseconds.
    pub const GOOD_FOR: i64 = 30 * 1000;

    /// A new key, as long as its hash (RFC 4226 section 4, R6).
    pub fn generate(entropy: &dyn Entropy) -> Self {
        let mut key = Zeroizing::new(vec![0; LENGTH]);
        entropy.fill(&mut key);
        Self(key)
    }

    /// A key in the form in which authenticators take it: base 32 (RFC 4648), in either case; `None` if it is none.
    pub fn parse(text: &Secret) -> Option<Self> {
        // Needed in clear to be read.
        let letters = Zeroizing::new(text.expose().to_ascii_uppercase());
        let key = BASE32_NOPAD.decode(letters.as_bytes()).ok()?;
        (key.len() >= LEAST).then(|| Self(Zeroizing::new(key)))
    }

    /// The key in that form.
    pub fn text(&self) -> Secret {
        Secret::new(BASE32_NOPAD.encode(&self.0))
    }

    /// The address by which authenticators take over key and login name at once, as text or as a picture.
    pub fn address(&self, login: &str) -> Secret {
        Secret::new(format!(
            "otpauth://totp/Chancery:{login}?secret={}&issuer=Chancery",
            self.text().expose()
        ))
    }

    /// The password of a moment.
    pub fn code(&self, at: Instant) -> String {
        self.code_of(step(at))
    }

    /// The span of time that a code is good for, if it is good now: that before or after the present one may be meant,
    /// because clocks differ (RFC 6238 section 5.2).
    pub fn fits(&self, code: &Secret, now: Instant) -> Option<i64> {
        let present = step(now);
        // Compared in constant time.
        let is_of = |step: &i64| bool::from(self.code_of(*step).as_bytes().ct_eq(code.expose().as_bytes()));
        [present, present - 1, present + 1].into_iter().find(is_of)
    }

    /// RFC 4226 section 5.3. A key of any length will do for HMAC.
    fn code_of(&self, step: i64) -> String {
        let Ok(mut mac) = Hmac::<Sha1>::new_from_slice(&self.0) else { return String::new() };
        mac.update(&step.to_be_bytes());
        let digest: [u8; 20] = mac.finalize().into_bytes().into();
        let place = usize::from(digest[19] & 0x0f);
        let word: [u8; 4] = std::array::from_fn(|index| digest[place + index]);
        format!("{:06}", (u32::from_be_bytes(word) & 0x7fff_ffff) % 1_000_000)
    }
}

impl fmt::Debug for OneTimeKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("OneTimeKey(***)")
    }
}

fn step(at: Instant) -> i64 {
    at.millis().div_euclid(OneTimeKey::GOOD_FOR)
}

/// In bytes.
const LENGTH: usize = 20;
const LEAST: usize = 16;

#[cfg(test)]
mod tests {
    use super::*;

    fn key() -> OneTimeKey {
        OneTimeKey::parse(&Secret::new(BASE32_NOPAD.encode(b"12345678901234567890"))).unwrap()
    }

    fn at(seconds: i64) -> Instant {
        Instant::from_millis(seconds * 1000)
    }

    /// RFC 6238 appendix B, the last six of its eight digits.
    #[test]
    fn codes_are_those_of_the_standard() {
        for (seconds, code) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
            (20_000_000_000, "353130"),
        ] {
            assert_eq!(key().code(at(seconds)), code, "{seconds}");
        }
    }

    #[test]
    fn a_code_is_good_a_step_before_and_after() {
        let fits = |seconds| key().fits(&Secret::new("287082"), at(seconds));
        assert_eq!([fits(0), fits(30), fits(59), fits(89)], [Some(1); 4]);
        assert_eq!((fits(-1), fits(90), key().fits(&Secret::new(""), at(59))), (None, None, None));
    }

    #[test]
    fn a_key_is_read_as_it_is_shown_and_never_printed() {
        let shown = key().text();
        assert_eq!(
            OneTimeKey::parse(&Secret::new(shown.expose().to_ascii_lowercase())).unwrap().text(),
            shown
        );
        assert_eq!(format!("{:?}", key()), "OneTimeKey(***)");
        for bad in ["", "GEZDGNBV", "1!"] {
            assert!(OneTimeKey::parse(&Secret::new(bad)).is_none(), "{bad}");
        }
    }
}
