use std::time::Duration;

use engine::model::{DeliveryUrl, Secret};
use engine::ports::{Parcel, Rendition, Undelivered};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use ureq::unversioned::transport::DefaultConnector;
use ureq::{Agent, Error};

use crate::reach::{Doorkeeper, NotPublic, Reach};

/// Posts parcels to URLs.
///
/// An answer of 2xx means that the parcel arrived. Redirects are not followed: the next place would have to be trusted
/// as the account trusts the first. Proxies of the environment are not used, because they would look names up
/// elsewhere. What the receiver answers is not read beyond its status.
pub struct HttpCourier {
    agent: Agent,
    reach: Reach,
}

impl HttpCourier {
    /// A courier that goes so far.
    pub fn new(reach: Reach) -> Self {
        let config = Agent::config_builder()
            .timeout_global(Some(LONGEST))
            .timeout_resolve(Some(LONGEST_STEP))
            .timeout_connect(Some(LONGEST_STEP))
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .proxy(None)
            .max_response_header_size(LONGEST_HEADERS)
            .user_agent(concat!("Chancery/", env!("CARGO_PKG_VERSION")))
            .build();
        let agent = Agent::with_parts(config, DefaultConnector::new(), Doorkeeper::new(reach));
        Self { agent, reach }
    }

    /// Posts a parcel's notice as it was written, signed if there is a secret.
    ///
    /// # Errors
    /// Why it did not arrive.
    pub(crate) fn post(
        &self,
        url: &DeliveryUrl,
        rendition: &Rendition,
        secret: Option<&Secret>,
        parcel: &Parcel,
    ) -> Result<(), Undelivered> {
        self.reach.check(url)?;
        let mut request = self
            .agent
            .post(url.as_str())
            .header("Content-Type", rendition.media_type)
            .header("Idempotency-Key", parcel.cargo.id().to_string())
            .header("Chancery-Attempt", parcel.attempt.to_string());
        if let Some(secret) = secret {
            request = request.header("Chancery-Signature", signature(secret, rendition.posted.as_bytes()));
        }
        let response = request.send(&rendition.posted).map_err(undelivered)?;
        match response.status() {
            status if status.is_success() => Ok(()),
            status => Err(Undelivered::refused(format!("{url} answered {status}"))),
        }
    }
}

/// Who knows the secret can compute the same from the body's bytes, and compare.
fn signature(secret: &Secret, body: &[u8]) -> String {
    // HMAC takes keys of any length, so this cannot fail.
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(secret.expose().as_bytes()) else {
        return String::new();
    };
    mac.update(body);
    format!("sha256={}", hex::encode(mac.finalize().into_bytes()))
}

fn undelivered(error: Error) -> Undelivered {
    match error {
        Error::Other(other) if other.is::<NotPublic>() => Undelivered::forbidden(other),
        Error::Protocol(_) | Error::Http(_) | Error::BadUri(_) => Undelivered::refused(error),
        error => Undelivered::unreachable(error),
    }
}

/// From the look-up of the name to the headers of the answer.
const LONGEST: Duration = Duration::from_secs(10);
const LONGEST_STEP: Duration = Duration::from_secs(5);
const LONGEST_HEADERS: usize = 16 * 1024;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signatures_are_those_of_rfc_4231() {
        let signed = signature(&Secret::new("Jefe"), b"what do ya want for nothing?");
        assert_eq!(signed, "sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }
}
