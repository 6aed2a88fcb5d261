//! What a domain is to have from its transfer on, as it stands in a document beside the transfer.

use engine::model::{Arrival, Delegation, DomainName, Handle, HostAttribute, NssetName, RenewalMode, Role};
use engine::ports::store::Result;
use serde::{Deserialize, Serialize};

use crate::columns::Columns;
use crate::document::{self, StoredAttribute};

/// The text of an arrival, `None` if nothing is wanted.
pub(crate) fn text(arrival: &Arrival) -> Result<Option<String>> {
    if arrival.is_empty() {
        return Ok(None);
    }
    let stored = StoredArrival {
        contacts: arrival.contacts.clone(),
        delegation: arrival.delegation.as_ref().map(Into::into),
        renewal: arrival.renewal.map(|mode| mode.name().to_owned()),
        is_locked: arrival.is_locked,
    };
    document::text(&stored).map(Some)
}

/// Reads the next column.
pub(crate) fn read(columns: &mut Columns<'_>) -> Result<Arrival> {
    let stored: Option<StoredArrival> = columns.optional_document()?;
    let Some(stored) = stored else { return Ok(Arrival::default()) };
    let renewal = stored.renewal.map(|name| RenewalMode::parse(&name).ok_or_else(|| columns.nonsense(name)));
    Ok(Arrival {
        contacts: stored.contacts,
        delegation: stored.delegation.map(Into::into),
        renewal: renewal.transpose()?,
        is_locked: stored.is_locked,
    })
}

#[derive(Serialize, Deserialize)]
struct StoredArrival {
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    contacts: Vec<(Role, Handle)>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    delegation: Option<StoredDelegation>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    renewal: Option<String>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    is_locked: bool,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum StoredDelegation {
    Hosts(Vec<String>),
    Attributes(Vec<StoredAttribute>),
    Nsset(String),
    Listed(Vec<StoredAttribute>),
    House,
}

impl From<&Delegation> for StoredDelegation {
    fn from(delegation: &Delegation) -> Self {
        let servers = |servers: &[HostAttribute]| servers.iter().map(Into::into).collect();
        match delegation {
            Delegation::Hosts(names) => Self::Hosts(names.iter().map(ToString::to_string).collect()),
            Delegation::Attributes(attributes) => Self::Attributes(servers(attributes)),
            Delegation::Nsset(name) => Self::Nsset(name.as_str().to_owned()),
            Delegation::Listed(listed) => Self::Listed(servers(listed)),
            Delegation::House => Self::House,
        }
    }
}

impl From<StoredDelegation> for Delegation {
    fn from(stored: StoredDelegation) -> Self {
        let servers = |servers: Vec<StoredAttribute>| servers.into_iter().map(Into::into).collect();
        match stored {
            StoredDelegation::Hosts(names) => {
                Self::Hosts(names.into_iter().map(DomainName::from_store).collect())
            }
            StoredDelegation::Attributes(attributes) => Self::Attributes(servers(attributes)),
            StoredDelegation::Nsset(name) => Self::Nsset(NssetName::from_store(name)),
            StoredDelegation::Listed(listed) => Self::Listed(servers(listed)),
            StoredDelegation::House => Self::House,
        }
    }
}
