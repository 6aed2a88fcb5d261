use std::fmt;

use crate::model::{Clid, DnsRecord, DnsZoneId, DomainName, PrimaryAddress, Serial};

/// A secondary zone that is to be fetched from its primary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AxfrRequest {
    /// The zone.
    pub zone: DnsZoneId,
    /// Its name.
    pub name: DomainName,
    /// Whose it is.
    pub owner: Clid,
    /// Whom to ask.
    pub primary: PrimaryAddress,
    /// The version that is published here, if any: only a later one is wanted.
    pub serial: Option<Serial>,
}

/// What a primary has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AxfrAnswer {
    /// Nothing later than what is published here.
    Current,
    /// This version: every record of the zone once, the start of its authority first.
    Zone(Vec<DnsRecord>),
}

/// Fetches zones from their primaries (RFC 5936).
pub trait AxfrSource: Send + Sync {
    /// Fetches one. Blocks, for some seconds at most.
    ///
    /// # Errors
    /// Why it could not be had.
    fn fetch(&self, request: &AxfrRequest) -> Result<AxfrAnswer, AxfrFailed>;
}

/// Why a zone could not be had.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct AxfrFailed {
    /// What happened, for the operator's log.
    pub message: String,
}

impl AxfrFailed {
    /// For a reason.
    pub fn new(message: impl fmt::Display) -> Self {
        Self { message: message.to_string() }
    }
}
