//! Where parcels may be posted to.

use std::net::IpAddr;

use engine::model::{DeliveryUrl, is_public};
use engine::ports::Undelivered;
use ureq::Error;
use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::NextTimeout;

/// Where parcels may be posted to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Public addresses only: an account must not make the server knock at doors inside the operator's network.
    Public {
        /// Whether `http` will do beside `https`.
        plain: bool,
    },
    /// Anywhere, this machine included: for the sandbox, or a network of one's own.
    Anywhere,
}

impl Reach {
    /// # Errors
    /// The URL is not encrypted and has to be.
    pub(crate) fn check(self, url: &DeliveryUrl) -> Result<(), Undelivered> {
        match self {
            Self::Public { plain: false } if !url.is_encrypted() => Err(Undelivered::forbidden(format!(
                "{url} is not https, and [delivery] plain_http is not set"
            ))),
            Self::Public { .. } | Self::Anywhere => Ok(()),
        }
    }

    fn admits(self, address: IpAddr) -> bool {
        match self {
            Self::Public { .. } => is_public(address),
            Self::Anywhere => true,
        }
    }
}

/// Looks names up and passes on the addresses that may be reached. The connection is made to what was looked at here,
/// so a name cannot point elsewhere between the look and the connection.
#[derive(Debug)]
pub(crate) struct Doorkeeper {
    reach: Reach,
    names: DefaultResolver,
}

impl Doorkeeper {
    pub(crate) fn new(reach: Reach) -> Self {
        Self { reach, names: DefaultResolver::default() }
    }
}

impl Resolver for Doorkeeper {
    fn resolve(
        &self,
        uri: &Uri,
        config: &Config,
        timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, Error> {
        let found = self.names.resolve(uri, config, timeout)?;
        let mut admitted = self.empty();
        for address in found.iter().filter(|address| self.reach.admits(address.ip())) {
            admitted.push(*address);
        }
        if admitted.is_empty() { Err(Error::Other(Box::new(NotPublic))) } else { Ok(admitted) }
    }
}

/// Every address of a host is one that is not reached.
#[derive(Debug)]
pub(crate) struct NotPublic;

impl std::fmt::Display for NotPublic {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("the host has no public address, and [delivery] private_addresses is not set")
    }
}

impl std::error::Error for NotPublic {}
