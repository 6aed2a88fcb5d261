//! What is sent on to elsewhere: mail and visitors.

use std::fmt;

use outcomes::Outcome;

use super::{
    AccountId, DeliveryUrl, DomainName, Email, Instant, MailAddressId, MailForwardingId, MailspaceId,
    WebForwardingId,
};
use crate::Refusal;

/// Mail to an address is sent on to another. An address may have several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailForwarding {
    /// Its id.
    pub id: MailForwardingId,
    /// The id of the address.
    pub address_id: MailAddressId,
    /// The address.
    pub address: Email,
    /// Where its mail goes.
    pub target: Email,
    /// Whose it is.
    pub account: AccountId,
    /// The account's domain or DNS zone in which the address lies.
    pub held_name: DomainName,
    /// The mailspace of the address's domain, if it had one when the forwarding was added: it counts among that one's.
    pub mailspace: Option<MailspaceId>,
    /// When it was added.
    pub added_at: Instant,
}

/// Visitors of a name are led to a URL.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WebForwarding {
    /// Its id.
    pub id: WebForwardingId,
    /// The name, which is forwarded once.
    pub source: DomainName,
    /// Where its visitors go.
    pub target: WebTarget,
    /// How they get there.
    pub kind: WebForwardingKind,
    /// Whose it is.
    pub account: AccountId,
    /// The account's domain or DNS zone in which the name lies.
    pub held_name: DomainName,
    /// When it was added.
    pub added_at: Instant,
}

/// How visitors are led to a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WebForwardingKind {
    /// They are sent there.
    Redirect,
    /// The target is shown in a frame, under the name that they asked for.
    Framed,
}

impl WebForwardingKind {
    /// The name used in the store.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Redirect => "redirect",
            Self::Framed => "framed",
        }
    }

    /// The kind with a name.
    pub fn parse(name: &str) -> Option<Self> {
        [Self::Redirect, Self::Framed].into_iter().find(|kind| kind.name() == name)
    }

    /// The kind that a request names.
    ///
    /// # Errors
    /// `forwarding_type_unknown`.
    pub fn requested(text: &str) -> Result<Self, Refusal> {
        Self::parse(text).ok_or_else(|| Refusal::new(Outcome::ForwardingTypeUnknown).value(text))
    }
}

/// An absolute `http` or `https` URL that visitors can be led to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WebTarget(Box<str>);

impl WebTarget {
    /// Reads a URL of the form that [`DeliveryUrl`] has.
    ///
    /// # Errors
    /// `web_target_malformed`.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        let url = DeliveryUrl::parse(text);
        url.map(|url| Self(url.as_str().into()))
            .map_err(|_| Refusal::new(Outcome::WebTargetMalformed).value(text))
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether its host is a name.
    pub fn is_at(&self, name: &DomainName) -> bool {
        let rest = self.0.split_once("://").map_or("", |(_, rest)| rest);
        let authority = rest.split(['/', '?']).next().unwrap_or_default();
        let host = authority.rsplit_once(':').map_or(authority, |(host, _)| host);
        host.eq_ignore_ascii_case(name.as_str())
    }

    /// A URL that was parsed before and comes back from the store.
    pub fn from_store(text: String) -> Self {
        Self(text.into())
    }
}

impl fmt::Display for WebTarget {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_target_knows_its_host() {
        let name = DomainName::parse("shop.test").unwrap();
        let is_at = |text| WebTarget::parse(text).unwrap().is_at(&name);
        for own in ["http://shop.test", "https://SHOP.test:8443/a?b", "http://shop.test?x=://other.test"] {
            assert!(is_at(own), "{own}");
        }
        for other in ["http://www.shop.test/", "https://other.test/http://shop.test", "http://[2001:db8::1]/"]
        {
            assert!(!is_at(other), "{other}");
        }
    }

    #[test]
    fn what_is_no_target_or_type_is_refused() {
        for bad in ["", "shop.test", "ftp://shop.test/", "http://", "http://user@shop.test/", "http://a b/"] {
            assert_eq!(WebTarget::parse(bad).unwrap_err().outcome, Outcome::WebTargetMalformed, "{bad:?}");
        }
        assert_eq!(WebForwardingKind::requested("framed"), Ok(WebForwardingKind::Framed));
        let refusal = WebForwardingKind::requested("RD").unwrap_err();
        assert_eq!(refusal.outcome, Outcome::ForwardingTypeUnknown);
    }
}
